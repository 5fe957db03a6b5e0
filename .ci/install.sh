#!/bin/sh
# install.sh [PREFIX]: puts Ordito into PREFIX (default: ~/.local, for this user alone, no administrator needed) with its
# place in the menu, its icon and its file type. install.sh --remove [PREFIX] takes all of it away again.
# Documents and settings are not touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
remove=
if [ "${1:-}" = --remove ]; then
  remove=yes
  shift
fi
prefix=${1:-$HOME/.local}
share=$prefix/share
id=it.ordito.Ordito
refresh() {
  ! command -v update-mime-database >/dev/null || update-mime-database "$share/mime" || true
  ! command -v update-desktop-database >/dev/null || update-desktop-database "$share/applications" || true
  ! command -v gtk-update-icon-cache >/dev/null || gtk-update-icon-cache -q -t "$share/icons/hicolor" 2>/dev/null || true
}
if [ -n "$remove" ]; then
  rm -f "$prefix/bin/ordito" "$share/applications/$id.desktop" "$share/mime/packages/$id.xml" \
    "$share/metainfo/$id.metainfo.xml" "$share/man/man1/ordito.1" "$share"/icons/hicolor/*/apps/"$id".png \
    "$share/icons/hicolor/scalable/apps/$id.svg"
  rm -rf "$share/doc/ordito"
  refresh
  exit 0
fi
mkdir -p "$prefix/bin" "$share/applications" "$share/mime/packages" "$share/metainfo" "$share/man/man1" \
  "$share/icons" "$share/doc/ordito"
cp "$here/ordito" "$prefix/bin/ordito"
chmod 755 "$prefix/bin/ordito"
# The whole path: ~/.local/bin is not on everybody's PATH.
sed "s|^Exec=ordito|Exec=\"$prefix/bin/ordito\"|" "$here/$id.desktop" >"$share/applications/$id.desktop"
cp "$here/$id.xml" "$share/mime/packages/$id.xml"
cp "$here/$id.metainfo.xml" "$share/metainfo/$id.metainfo.xml"
cp "$here/ordito.1" "$share/man/man1/ordito.1"
cp -R "$here/icons/hicolor" "$share/icons/"
for file in LICENSE licences.txt guida-ordito.pdf ordito-guide.pdf README.md CHANGELOG.md SECURITY.md; do
  cp "$here/$file" "$share/doc/ordito/"
done
refresh
echo "$prefix/bin/ordito"
