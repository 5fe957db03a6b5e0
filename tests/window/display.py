#!/usr/bin/python3
"""Displays that lack something: OpenGL (a remote desktop), its libraries, those of X11 or Wayland, or all of a display.

The libraries are taken away for real, in a mount namespace of the program's own; where there is none, that is said. display.py PROGRAM [CHECK...]
"""

import pathlib
import platform
import shutil
import subprocess
import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from _window import Desktop, Failed, Program, last_step, main, namespace, run, wait_for

LIBRARIES = pathlib.Path(f"/usr/lib/{platform.machine()}-linux-gnu")

# In the namespace the folder of libraries is another one, of links to all that is not hidden.
HIDE = """
set -eu
folder=$1 real=$2 seen=$3 hidden=$4; shift 4
mount --make-rprivate /
mount --bind "$folder" "$real"
ln -s "$real"/* "$seen"/
cd "$seen"
rm -f -- $hidden
cd /
mount --bind "$seen" "$folder"
exec "$@"
"""


def without(desktop, *hidden):
    """What goes before a command so that it does not find these libraries."""
    real, seen = desktop.folder / "real", desktop.folder / "seen"
    for folder in (real, seen):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    return [*namespace("-m"), "sh", "-c", HIDE, "hide", str(LIBRARIES), str(real), str(seen), " ".join(hidden)]


def works(binary, desktop, before=(), env=None):
    """The window opens, is painted and edits; the file gets what was typed."""
    file = desktop.folder / "documento.ordito"
    run(binary, desktop, "new", file, "--sample")
    step = last_step(file)
    program = Program(desktop, binary, file, settings={"room": "matrix"}, before=before, env=env or {})
    wait_for("the document in the window", lambda: "Esempio" in program.title())
    desktop.tool("key", "Down", "2")
    wait_for("what was typed in the file", lambda: last_step(file) == step + 1)
    picture = desktop.folder / "seen.png"
    desktop.picture(picture)
    colours = subprocess.run(
        ["identify", "-format", "%k", str(picture)], capture_output=True, text=True, check=True, timeout=20
    )
    if int(colours.stdout) < 100:
        raise Failed(f"only {colours.stdout} colours on the screen")
    software = b"ORDITO_SOFTWARE=1" in pathlib.Path(f"/proc/{program.process.pid}/environ").read_bytes()
    program.signal()
    code = program.wait()
    if code or "panicked" in program.said():
        raise Failed(f"ended with {code}: {program.said()}")
    return software, f"{colours.stdout} colours"


def opengl(binary):
    with Desktop() as desktop:
        software, said = works(binary, desktop)
        if software:
            raise Failed("not drawn by OpenGL, though it is there")
        return said


def display_without_glx(binary):
    """As many remote desktops are: EGL and GLX fail, however complete the libraries."""
    with Desktop(glx=False) as desktop:
        # Mesa's EGL can do without GLX; here the display is to have no OpenGL at all.
        software, said = works(binary, desktop, before=without(desktop, "libEGL*"))
        if not software:
            raise Failed("not drawn on the processor")
        return said


def no_opengl_libraries(binary):
    with Desktop() as desktop:
        hidden = ["libGL.so*", "libGLX*", "libEGL*", "libGLdispatch*", "libGLESv2*", "libgallium*", "dri"]
        software, said = works(binary, desktop, before=without(desktop, *hidden))
        if not software:
            raise Failed("not drawn on the processor")
        return said


def no_drivers(binary):
    """The libraries are there, the drivers behind them are not."""
    with Desktop() as desktop:
        software, said = works(binary, desktop, before=without(desktop, "libgallium*", "dri"))
        if not software:
            raise Failed("not drawn on the processor")
        return said


X11 = {
    "libX11.so.6*": "libx11-6",
    "libX11-xcb.so.1*": "libx11-xcb1",
    "libXcursor.so.1*": "libxcursor1",
    "libXi.so.6*": "libxi6",
    "libxkbcommon.so.0*": "libxkbcommon0",
    "libxkbcommon-x11.so.0*": "libxkbcommon-x11-0",
}


def refused(binary, desktop, before, env, *words):
    """Ends at once with 1, in one line that holds the words."""
    environment = {**desktop.env, **env}
    environment = {key: value for key, value in environment.items() if value}
    done = subprocess.run([*before, str(binary)], env=environment, capture_output=True, text=True, timeout=30)
    said = done.stderr.strip()
    if done.returncode != 1 or len(said.splitlines()) != 1 or "panicked" in said:
        raise Failed(f"ended with {done.returncode}: {said}")
    lacks = [word for word in words if word not in said]
    if lacks:
        raise Failed(f"does not say {lacks}: {said}")
    return said


def one_x11_library_missing(binary):
    """Each of them alone."""
    with Desktop() as desktop:
        for pattern, package in X11.items():
            said = refused(binary, desktop, without(desktop, pattern), {}, package)
            others = set(said.replace(",", " ").replace(".", " ").split()) & (set(X11.values()) - {package})
            if others:
                raise Failed(f"names {others} as well: {said}")
        return f"{len(X11)} libraries, each named by its package and no other"


def no_x11_library(binary):
    with Desktop() as desktop:
        return refused(binary, desktop, without(desktop, *X11), {}, *X11.values())


def no_wayland_library(binary):
    """A Wayland session without X11."""
    with Desktop() as desktop:
        socket = pathlib.Path(desktop.env["XDG_RUNTIME_DIR"]) / "wayland-0"
        socket.touch()
        env = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ""}
        before = without(desktop, "libwayland-client.so.0*")
        return refused(binary, desktop, before, env, "libwayland-client0")


def wayland_library_missing_but_x11_there(binary):
    with Desktop() as desktop:
        socket = pathlib.Path(desktop.env["XDG_RUNTIME_DIR"]) / "wayland-0"
        socket.touch()
        before = without(desktop, "libwayland-client.so.0*")
        return works(binary, desktop, before=before, env={"WAYLAND_DISPLAY": "wayland-0"})[1]


def no_display(binary):
    with Desktop() as desktop:
        return refused(binary, desktop, [], {"DISPLAY": ""})


if __name__ == "__main__":
    main(
        [
            opengl,
            display_without_glx,
            no_opengl_libraries,
            no_drivers,
            one_x11_library_missing,
            no_x11_library,
            no_wayland_library,
            wayland_library_missing_but_x11_there,
            no_display,
        ]
    )
