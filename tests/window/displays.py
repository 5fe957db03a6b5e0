#!/usr/bin/python3
"""A laboratory on two displays: a laptop's of 1280 × 800 and a projector's of 1920 × 1080, as Xorg's dummy driver has
them. What issue 5 asks: F5 covers the chosen display with the projection, the presenter's view is on the other; one
display works too. displays.py PROGRAM [CHECK...]
"""

import contextlib
import os
import re
import sqlite3
import subprocess
import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from _reader import Reader
from _window import Desktop, Failed, Program, main, run, wait_for

LAPTOP, PROJECTOR = (0, 0, 1280, 800), (1280, 0, 1920, 1080)
TITLE = "Prova su due schermi"

CONFIGURATION = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "AutoAddGPU" "false"
  Option "DontVTSwitch" "true"
EndSection
Section "Device"
  Identifier "device"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  Modeline "1280x800" 83.50 1280 1352 1480 1680 800 803 809 831
EndSection
Section "Screen"
  Identifier "screen"
  Device "device"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1280x800"
    Virtual 3200 1080
  EndSubSection
EndSection
"""


class TwoDisplays(Desktop):
    """An X server with outputs that are connected and unplugged by `connect`."""

    def _display(self, size, glx):
        configuration = self.folder / "xorg.conf"
        configuration.write_text(CONFIGURATION)
        read, write = os.pipe()
        # The server itself and not Debian's wrapper of it, which takes no configuration from elsewhere.
        command = ["/usr/lib/xorg/Xorg", "-displayfd", str(write), "-config", str(configuration)]
        command += ["-logfile", str(self.folder / "xorg.log"), "-nolisten", "tcp", "-noreset", "-novtswitch", "-sharevts"]
        self.server = self.start(command, pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise Failed(f"Xorg did not start: {(self.folder / 'xorg.log').read_text()[-600:]}")
        self.env["DISPLAY"] = f":{number}"
        self.connect(True)

    def xrandr(self, *arguments):
        done = subprocess.run(["xrandr", *arguments], env=self.env, capture_output=True, text=True, timeout=20)
        if done.returncode:
            raise Failed(f"xrandr {' '.join(arguments)}: {done.stderr}")
        return done.stdout

    def connect(self, projector):
        if projector:
            self.xrandr("--addmode", "DUMMY1", "1920x1080")
            self.xrandr("--output", "DUMMY1", "--mode", "1920x1080", "--right-of", "DUMMY0")
        else:
            self.xrandr("--output", "DUMMY1", "--off")
        count = 2 if projector else 1
        wait_for(f"{count} displays", lambda: f"Monitors: {count}" in self.xrandr("--listmonitors"))

    def windows(self):
        """Title → (x, y, width, height) of every window that shows."""
        found = {}
        for window in self.tool("search", "--onlyvisible", "--class", "ordito").split():
            told = self.tool("getwindowgeometry", window)
            numbers = re.search(r"Position: (-?\d+),(-?\d+).*Geometry: (\d+)x(\d+)", told, re.S)
            if numbers:
                found[self.tool("getwindowname", window)] = tuple(map(int, numbers.groups()))
        return found

    def keep(self, name):
        if folder := os.environ.get("ORDITO_PICTURES"):
            self.picture(os.path.join(folder, f"displays-{name}.png"))


def is_on(window, display):
    """More than half of it, measured at its middle."""
    x, y = window[0] + window[2] // 2, window[1] + window[3] // 2
    return display[0] <= x < display[0] + display[2] and display[1] <= y < display[1] + display[3]


def laboratory(binary, desktop):
    file = desktop.folder / "documento.ordito"
    run(binary, desktop, "--lang", "it", "new", file, "--sample")
    run(binary, desktop, "--lang", "it", "lab", file, TITLE, "--new", "--participants", "5", "--questions", "3")
    desktop.voted = voted(file)
    program = Program(desktop, binary, "--lang", "it", file, settings={"room": "lab"})
    wait_for("the document in the window", lambda: "Esempio" in program.title())
    desktop.tool("windowmove", program.window, 20, 30)
    wait_for("the window on the laptop", lambda: is_on(own(desktop), LAPTOP))
    return program


def own(desktop):
    return next((place for title, place in desktop.windows().items() if "Esempio" in title), None)


def projection(desktop):
    return next((place for title, place in desktop.windows().items() if "Esempio" not in title), None)


def begins(desktop, program):
    desktop.tool("windowfocus", "--sync", program.window)
    desktop.keys("F5")


def working(desktop):
    """The working copy, in which every step is when it is shown."""
    found = [path for path in (desktop.data / "working").rglob("*") if path.is_file() and is_sqlite(path)]
    return found[0] if len(found) == 1 else None


def is_sqlite(path):
    with open(path, "rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def votes(desktop):
    """Votes of this session's first round: the sample has sessions of its own, with theirs."""
    return voted(working(desktop)) - desktop.voted


def voted(file):
    with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=10)) as base:
        return base.execute("SELECT count(*) FROM cell WHERE round = 1 AND state != 'unscored'").fetchone()[0]


def pixels(desktop, display):
    """What one display shows, once it does so three times over."""
    x, y, width, height = display
    command = ["import", "-window", "root", "-crop", f"{width}x{height}+{x}+{y}", "-depth", "8", "rgb:-"]
    seen = []

    def at_rest():
        seen.append(subprocess.run(command, env=desktop.env, capture_output=True, check=True, timeout=20).stdout)
        return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3]

    wait_for("a picture that stays", at_rest, pause=0.1)
    return seen[-1]


def two_displays(binary, keys):
    """A question voted on with these keys; the projector's pictures before and after the reveal."""
    with TwoDisplays() as desktop:
        program = laboratory(binary, desktop)
        before = own(desktop)
        begins(desktop, program)
        wait_for("the projection over the whole projector", lambda: projection(desktop) == PROJECTOR)
        wait_for("the presenter's view on the laptop", lambda: is_on(own(desktop), LAPTOP))
        desktop.keys("Return")
        desktop.tool("type", "--delay", "20", keys)
        wait_for("five votes", lambda: votes(desktop) == 5)
        hidden, presenter = pixels(desktop, PROJECTOR), pixels(desktop, LAPTOP)
        desktop.keep("votes")
        desktop.keys("r")
        wait_for("the reveal", lambda: pixels(desktop, PROJECTOR) != hidden)
        shown = pixels(desktop, PROJECTOR)
        desktop.keep("revealed")
        desktop.keys("Escape")
        wait_for("one window again", lambda: projection(desktop) is None)
        wait_for("the window where it was", lambda: own(desktop) == before)
        return hidden, presenter, shown


def presenter_sees_what_the_projector_does_not_show(binary):
    """F5 covers the projector; the presenter's view stays on the laptop, has the keyboard and shows the votes."""
    hidden, presenter, shown = two_displays(binary, "12321")
    other_hidden, other_presenter, other_shown = two_displays(binary, "weq33")
    if hidden != other_hidden:
        raise Failed("the projector tells before the reveal how somebody voted")
    if presenter == other_presenter:
        raise Failed("the presenter's view does not show the votes")
    if shown == other_shown:
        raise Failed("the projector shows the same after the reveal whatever the votes")
    return f"projection {PROJECTOR}; the same pixels before the reveal, others after it"


def projection_on_the_chosen_display(binary):
    """Chosen where the window is: the window gives way to the other display, and comes back."""
    with TwoDisplays(bus=True) as desktop:
        program = laboratory(binary, desktop)
        before = own(desktop)
        reader = Reader(desktop)
        press(reader.find("combo box", "Proiezione"))
        press(reader.find("toggle button", "Schermo 1 "))
        begins(desktop, program)
        wait_for("the projection over the laptop's display", lambda: projection(desktop) == LAPTOP)
        wait_for("the presenter's view on the projector", lambda: own(desktop) == PROJECTOR)
        pixels(desktop, LAPTOP)
        desktop.keep("chosen")
        desktop.connect(False)
        wait_for("the projection in the window", lambda: (projection(desktop), own(desktop)) == (None, LAPTOP))
        desktop.connect(True)
        wait_for("the projection where it was chosen", lambda: projection(desktop) == LAPTOP)
        wait_for("the window out of its way again", lambda: own(desktop) == PROJECTOR)
        desktop.keys("Escape")
        wait_for("the window where it was", lambda: own(desktop) == before)


def press(node):
    if not node.accessible.do_action(0):
        raise Failed(f"{node} cannot be pressed")


def projector_unplugged(binary):
    """In the middle of a session: the window becomes the projection and its strip hides the votes; plugged in again."""
    with TwoDisplays() as desktop:
        program = laboratory(binary, desktop)
        begins(desktop, program)
        wait_for("the projection over the whole projector", lambda: projection(desktop) == PROJECTOR)
        desktop.keys("Return")
        desktop.tool("type", "--delay", "20", "123")
        wait_for("three votes", lambda: votes(desktop) == 3)
        desktop.connect(False)
        desktop.keys("2")
        wait_for("the projection over the one display", lambda: (projection(desktop), own(desktop)) == (None, LAPTOP))
        desktop.keys("1")
        wait_for("five votes", lambda: votes(desktop) == 5)
        desktop.keep("unplugged")
        desktop.connect(True)
        wait_for("the projection over the whole projector", lambda: projection(desktop) == PROJECTOR)
        wait_for("the presenter's view on the laptop", lambda: is_on(own(desktop), LAPTOP) and own(desktop) != LAPTOP)


def one_display_works_too(binary):
    with TwoDisplays() as desktop:
        desktop.connect(False)
        program = laboratory(binary, desktop)
        begins(desktop, program)
        wait_for("the projection over the one display", lambda: own(desktop) == LAPTOP)
        if projection(desktop):
            raise Failed("a second window on one display")
        desktop.keep("one")


if __name__ == "__main__":
    main(
        [
            presenter_sees_what_the_projector_does_not_show,
            projection_on_the_chosen_display,
            projector_unplugged,
            one_display_works_too,
        ],
        seconds=60,
    )
