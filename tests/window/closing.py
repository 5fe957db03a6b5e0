#!/usr/bin/python3
"""The window ends with edits that are not published yet: a signal, its cross, a display that goes away, a process that is
killed. Within a second the document's own file holds them all (docs/design.md, "How it is kept"); after a kill, which no
program hears of, opening it again brings them back.

closing.py PROGRAM [CHECK...]
"""

import contextlib
import signal
import sqlite3
import sys
import time

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from _window import Desktop, Failed, Program, busy, last_step, main, run, wait_for

WITHIN = 1.0
# How long to wait for it, to be able to say how late it is; allowed where the machine has more to do than it can.
LATE = 8.0


def working_step(desktop):
    """The last step of the working copy, read beside the program that writes it."""
    for file in (desktop.data / "working").glob("*/*.ordito*"):
        if file.name.endswith(("-wal", "-shm")):
            continue
        with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=5)) as base:
            return base.execute("select max(number) from step").fetchone()[0]
    return None


@contextlib.contextmanager
def edited(binary, software=False):
    """A window with five edits that its file does not hold, and the step the file must reach."""
    with Desktop() as desktop:
        file = desktop.folder / "shared" / "documento.ordito"
        file.parent.mkdir()
        run(binary, desktop, "new", file, "--sample")
        before = last_step(file)
        env = {"ORDITO_SOFTWARE": "1"} if software else {}
        program = Program(desktop, binary, file, settings={"room": "matrix"}, env=env)
        wait_for("the document in the window", lambda: "Esempio" in program.title())
        wait_for("the working copy", lambda: working_step(desktop) == before)
        # A first edit wakes everything up; the file is whole again before the five that count.
        program.desktop.tool("key", "Down", "2")
        wait_for("the first edit published", lambda: last_step(file) == before + 1)
        first = before + 1
        for attempt in range(5):
            program.desktop.tool("key", "--delay", "15", "3", "1", "0", "2", "3")
            wait_for("five edits in the working copy", lambda: (working_step(desktop) or 0) >= first + 5, 5, 0.002)
            if last_step(file) < first + 5:
                break
            first += 5
        else:
            raise Failed("the file was published before it could be looked at")
        yield desktop, program, file, first + 5


def holds(file, step, since):
    """Waits until the file holds the step; says how long that took."""
    wait_for(f"step {step} in the file, which holds {last_step(file)}", lambda: last_step(file) == step, LATE, 0.005)
    took = time.monotonic() - since
    why = busy()
    if took > WITHIN and not why:
        raise Failed(f"step {step} in the file only after {took * 1000:.0f} ms")
    late = f", later than {WITHIN:g} s: {why}" if took > WITHIN else ""
    return f"all {step} steps in the file {took * 1000:.0f} ms later{late}"


def ended(program, codes):
    code = program.wait(10)
    if code not in codes:
        raise Failed(f"ended with {code}: {program.said()}")
    if "panicked" in program.said():
        raise Failed(program.said())


def no_lock_left(file):
    left = [path.name for path in file.parent.iterdir() if path.name != file.name]
    if left:
        raise Failed(f"left beside the document: {left}")


def told_by(number, software=False):
    def check(binary):
        with edited(binary, software) as (_, program, file, step):
            since = time.monotonic()
            program.signal(number)
            said = holds(file, step, since)
            ended(program, [0])
            no_lock_left(file)
            return said

    return check


sigterm = told_by(signal.SIGTERM)
sigterm.__name__ = "sigterm"
sigint = told_by(signal.SIGINT)
sigint.__name__ = "sigint"
sighup = told_by(signal.SIGHUP)
sighup.__name__ = "sighup"
sigterm_software = told_by(signal.SIGTERM, software=True)
sigterm_software.__name__ = "sigterm_software"


def window_closed(binary, software=False):
    """As the cross of the window does: the window manager asks the program."""
    with edited(binary, software) as (desktop, program, file, step):
        since = time.monotonic()
        desktop.tool("key", "alt+F4")
        said = holds(file, step, since)
        ended(program, [0])
        no_lock_left(file)
        return said


def window_closed_software(binary):
    return window_closed(binary, software=True)


def minimised_and_told(binary):
    """A window that is not shown gets no frames; a signal reaches it all the same."""
    with edited(binary) as (desktop, program, file, step):
        desktop.tool("windowminimize", program.window)
        since = time.monotonic()
        program.signal()
        said = holds(file, step, since)
        ended(program, [0])
        no_lock_left(file)
        return said


def display_lost(binary, software=False):
    """The server dies: Xlib ends the process from inside of the event loop, or winit panics."""
    with edited(binary, software) as (desktop, program, file, step):
        since = time.monotonic()
        desktop.server.kill()
        said = holds(file, step, since)
        # With a report where winit misses the display before Xlib does: nobody is left to be shown a message.
        code = program.wait(10)
        no_lock_left(file)
        run(binary, desktop, "check", file)
        return f"{said}; the process ended with {code}"


def display_lost_software(binary):
    return display_lost(binary, software=True)


def killed(binary):
    """Nothing hears of SIGKILL: the file stays whole, and what it lacks is there at the next start."""
    with edited(binary) as (desktop, program, file, step):
        program.signal(signal.SIGKILL)
        program.wait(10)
        before = last_step(file)
        if before is None:
            raise Failed("the published file is damaged")
        again = Program(desktop, binary, file)
        since = time.monotonic()
        wait_for("the edits recovered and published", lambda: last_step(file) == step, 15)
        again.signal()
        ended(again, [0])
        no_lock_left(file)
        return f"{step - before} steps recovered {time.monotonic() - since:.1f} s after the next start"


if __name__ == "__main__":
    main(
        [
            sigterm,
            sigint,
            sighup,
            window_closed,
            minimised_and_told,
            display_lost,
            sigterm_software,
            window_closed_software,
            display_lost_software,
            killed,
        ]
    )
