#!/usr/bin/python3
"""Reduced motion in the real window: what the desktop asks for through its portal, and what is chosen in the program.

Something that moves by itself is needed to see it: the blinking cursor of a text field, which is fading and sliding's
switch too (`ui::theme::apply`, `tests/it/ui/motion.rs`). motion.py PROGRAM [CHECK...]
"""

import contextlib
import subprocess
import sys
import time

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from _window import Desktop, Failed, Program, run, main, wait_for

PORTAL = __file__.rsplit("/", 1)[0] + "/_portal.py"
APPEARANCE = ["org.freedesktop.appearance", "reduced-motion", "u"]
GNOME = ["org.gnome.desktop.interface", "enable-animations", "b"]


@contextlib.contextmanager
def field(binary, portal=None, **settings):
    """The window with the keyboard in a text field; `portal` is what the desktop's portal knows."""
    with Desktop(bus=True) as desktop:
        if portal is not None:
            process = desktop.start(["/usr/bin/python3", PORTAL, *portal], stdout=subprocess.PIPE, text=True)
            if process.stdout.readline().strip() != "ready":
                raise Failed("the portal of this test does not start")
        file = desktop.folder / "documento.ordito"
        run(binary, desktop, "new", file, "--sample")
        program = Program(desktop, binary, file, settings={"room": "matrix", **settings})
        wait_for("the document in the window", lambda: "Esempio" in program.title())
        before = desktop.seen()
        desktop.keys("ctrl+k")
        wait_for("the palette", lambda: desktop.seen() != before)
        yield desktop


def moves(desktop):
    """How often the screen changes by itself; a cursor that blinks comes and goes for ever."""
    first = time.monotonic()
    for n in range(8):
        before = desktop.seen()
        wait_for(f"the cursor to blink, change {n + 1}", lambda: desktop.seen() != before, 10)
    return f"8 changes in {time.monotonic() - first:.1f} s"


def is_still(desktop, seconds=3.0):
    """Whether the screen stays as it is for so long; what came with the window may go first."""
    before, since = desktop.seen(), time.monotonic()
    end = since + 30
    while time.monotonic() < end:
        time.sleep(0.03)
        now = desktop.seen()
        if now != before:
            before, since = now, time.monotonic()
        elif time.monotonic() - since > seconds:
            return f"nothing moved for {seconds:g} s"
    raise Failed("the screen does not come to rest")


def moves_where_nobody_asks(binary):
    """Without which the other checks would show nothing."""
    with field(binary, []) as desktop:
        return moves(desktop)


def desktop_asks_for_less_motion(binary):
    with field(binary, [*APPEARANCE, "1"]) as desktop:
        return is_still(desktop)


def gnome_switches_animations_off(binary):
    with field(binary, [*GNOME, "false"]) as desktop:
        return is_still(desktop)


def desktop_has_no_wish(binary):
    with field(binary, [*APPEARANCE, "0"]) as desktop:
        return moves(desktop)


def chosen_less_in_the_program(binary):
    with field(binary, [], motion="reduced") as desktop:
        return is_still(desktop)


def chosen_more_in_the_program(binary):
    with field(binary, [*APPEARANCE, "1"], motion="full") as desktop:
        return moves(desktop)


if __name__ == "__main__":
    main(
        [
            moves_where_nobody_asks,
            desktop_asks_for_less_motion,
            gnome_switches_animations_off,
            desktop_has_no_wish,
            chosen_less_in_the_program,
            chosen_more_in_the_program,
        ]
    )
