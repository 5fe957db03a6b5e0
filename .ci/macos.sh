#!/usr/bin/env bash
# .ci/macos.sh: builds Ordito for macOS 11 and later, on a Mac, as Ordito.app in a disk image in target/package.
#
# NOT RUN by those who wrote it: they had no Mac and no Apple target for the compiler. Nothing in CI and no test depends
# on it. It uses what Rust and Apple's command line tools bring: cargo, rustup, lipo, sips, iconutil, codesign, hdiutil.
#
# Needs: Rust 1.95 or later (rustup) and `xcode-select --install`; Python 3 for the text of the licences.
# With ORDITO_SIGN set to the name of a Developer ID the app is signed with it; otherwise only for this machine (ad hoc),
# and who receives it has to allow it in the privacy settings. Notarising is up to the owner of the Developer ID.
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(uname -s)" = Darwin ] || { echo "This builds for macOS, on macOS." >&2; exit 1; }
export MACOSX_DEPLOYMENT_TARGET=11.0 CARGO_TERM_COLOR=never
out=target/package
app=$out/Ordito.app
rm -rf "$app" && mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
made=()
for target in aarch64-apple-darwin x86_64-apple-darwin; do
  rustup target add "$target"
  cargo build --release --locked --bin ordito --target "$target"
  made+=("target/$target/release/ordito")
done
lipo -create -output "$app/Contents/MacOS/ordito" "${made[@]}"
version=$("$app/Contents/MacOS/ordito" --version | cut -d' ' -f2)

icons=$out/ordito.iconset
rm -rf "$icons" && mkdir -p "$icons"
for size in 16 32 128 256; do
  sips -z $size $size assets/icon/ordito-256.png --out "$icons/icon_${size}x${size}.png" >/dev/null
  [ $size = 256 ] || sips -z $((size * 2)) $((size * 2)) assets/icon/ordito-256.png --out "$icons/icon_${size}x${size}@2x.png" >/dev/null
done
iconutil -c icns -o "$app/Contents/Resources/ordito.icns" "$icons"

cat >"$app/Contents/Info.plist" <<PLIST
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>CFBundleIdentifier</key><string>it.ordito.Ordito</string>
  <key>CFBundleName</key><string>Ordito</string>
  <key>CFBundleExecutable</key><string>ordito</string>
  <key>CFBundleIconFile</key><string>ordito</string>
  <key>CFBundlePackageType</key><string>APPL</string>
  <key>CFBundleShortVersionString</key><string>$version</string>
  <key>CFBundleVersion</key><string>$version</string>
  <key>CFBundleDevelopmentRegion</key><string>it</string>
  <key>CFBundleLocalizations</key><array><string>it</string><string>en</string></array>
  <key>LSMinimumSystemVersion</key><string>11.0</string>
  <key>LSApplicationCategoryType</key><string>public.app-category.productivity</string>
  <key>NSHighResolutionCapable</key><true/>
  <key>CFBundleDocumentTypes</key>
  <array><dict>
    <key>CFBundleTypeName</key><string>Documento di Ordito</string>
    <key>CFBundleTypeRole</key><string>Editor</string>
    <key>LSHandlerRank</key><string>Owner</string>
    <key>LSItemContentTypes</key><array><string>it.ordito.document</string></array>
  </dict></array>
  <key>UTExportedTypeDeclarations</key>
  <array><dict>
    <key>UTTypeIdentifier</key><string>it.ordito.document</string>
    <key>UTTypeDescription</key><string>Documento di Ordito</string>
    <key>UTTypeConformsTo</key><array><string>public.data</string></array>
    <key>UTTypeTagSpecification</key>
    <dict>
      <key>public.filename-extension</key><array><string>ordito</string></array>
      <key>public.mime-type</key><string>application/vnd.ordito+sqlite3</string>
    </dict>
  </dict></array>
</dict>
</plist>
PLIST
plutil -lint "$app/Contents/Info.plist"
export ORDITO_DATA=$out/data
"$app/Contents/MacOS/ordito" guide --force --to "$app/Contents/Resources/guida-ordito.pdf" --lang it
"$app/Contents/MacOS/ordito" guide --force --to "$app/Contents/Resources/ordito-guide.pdf" --lang en
# The list of crates is that of Linux; what macOS adds (objc2-*, core-*) is MIT, Apache-2.0 or Zlib.
python3 .ci/licences.py >"$app/Contents/Resources/licences.txt"
cp LICENSE CHANGELOG.md SECURITY.md README.md "$app/Contents/Resources/"
codesign --force --deep --options runtime --sign "${ORDITO_SIGN:--}" "$app"

image=$out/ordito-$version-macos.dmg
stage=$out/dmg
rm -rf "$stage" "$image" && mkdir -p "$stage"
cp -R "$app" "$stage/" && ln -s /Applications "$stage/Applications"
hdiutil create -volname "Ordito $version" -srcfolder "$stage" -format UDZO -o "$image"
shasum -a 256 "$image"
# Opening a document by a double click reaches a Mac program as an event, not as an argument: that winit 0.30 hands on no
# such event is a known gap; until then documents are opened from inside the program or from Terminal.
