"""The real program in a real window: a display, a session bus and a window manager of its own, all of them ended again.

For /usr/bin/python3 of Debian, without anything from PyPI. A script here takes the program's path as its one argument
and ends with 0 when all its checks hold. Everything waits for a thing to be so, never for a time; every wait is bounded.
"""

import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time


class Failed(Exception):
    """A check that does not hold."""


class Skipped(Exception):
    """A check that this machine does not allow, and why."""


class TooLong(BaseException):
    """The time of a check is over; nothing but the check's end is to catch it."""


def wait_for(what, holds, seconds=20.0, pause=0.02):
    """Waits until `holds()` gives something, and gives that."""
    end = time.monotonic() + seconds
    while True:
        found = holds()
        if found:
            return found
        if time.monotonic() > end:
            raise Failed(f"not within {seconds:g} s: {what}")
        time.sleep(pause)


def namespace(*kinds):
    """What goes before a command to give it namespaces of its own (`-n` network, `-m` mounts): as root, or where the
    kernel lets others do so in a user namespace."""
    tried = []
    for command in (["unshare", *kinds], ["unshare", "--map-current-user", "--keep-caps", *kinds]):
        try:
            done = subprocess.run([*command, "true"], capture_output=True, text=True, timeout=20)
        except OSError as error:
            raise Skipped(f"no unshare: {error}") from error
        if done.returncode == 0:
            return command
        tried.append(done.stderr.strip())
    raise Skipped(f"this machine gives no namespace {' '.join(kinds)}: {'; '.join(tried)}")


class Desktop:
    """A display of its own with a window manager and, where asked for, a session bus with accessibility switched on."""

    def __init__(self, size="1280x800", bus=False, glx=True):
        self.stack = contextlib.ExitStack()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ordito-window-"))
        self.stack.callback(shutil.rmtree, self.folder, True)
        home = self.folder / "home"
        run = self.folder / "run"
        self.data = self.folder / "data"
        home.mkdir()
        run.mkdir(mode=0o700)
        self.env = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "USER": "prova",
            "XDG_RUNTIME_DIR": str(run),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "ORDITO_DATA": str(self.folder / "data"),
            # Debian's software OpenGL asks the display for nothing that a virtual one lacks.
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }
        try:
            self._display(size, glx)
            if bus:
                self._bus()
            self.window_manager = self.start(["openbox"])
            wait_for("the window manager", lambda: self._ask(["xdotool", "get_num_desktops"]))
        except BaseException:
            self.stack.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stack.close()

    def _display(self, size, glx):
        read, write = os.pipe()
        # The server keeps its pixels in a file, so that looking at them costs nothing.
        frames = self.folder / "frames"
        frames.mkdir()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
        command += ["-fbdir", str(frames)]
        command += [] if glx else ["-extension", "GLX"]
        self.server = self.start(command, pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise Failed("Xvfb did not start")
        self.env["DISPLAY"] = f":{number}"

    def _bus(self):
        address = f"unix:path={self.folder}/bus"
        self.start(["dbus-daemon", "--session", "--nofork", "--nopidfile", "--nosyslog", f"--address={address}"])
        self.env["DBUS_SESSION_BUS_ADDRESS"] = address
        wait_for("the session bus", lambda: (self.folder / "bus").exists())
        self.start(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
        # As a screen reader does when it starts.
        for name in ["IsEnabled", "ScreenReaderEnabled"]:
            call = ["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus", "--method"]
            call += ["org.freedesktop.DBus.Properties.Set", "org.a11y.Status", name, "<true>"]
            wait_for("the accessibility bus", lambda call=call: self._ask(call))

    def _ask(self, command):
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=20)
        return (done.stdout or "ok") if done.returncode == 0 else None

    def start(self, command, **more):
        more.setdefault("stdout", subprocess.DEVNULL)
        more.setdefault("stderr", subprocess.DEVNULL)
        process = subprocess.Popen(command, env={**self.env, **more.pop("env", {})}, **more)
        self.stack.callback(end, process)
        return process

    def tool(self, *arguments):
        """xdotool; what it prints."""
        done = subprocess.run(
            ["xdotool", *map(str, arguments)], env=self.env, capture_output=True, text=True, timeout=20
        )
        return done.stdout.strip()

    def keys(self, *names):
        for name in names:
            self.tool("key", "--clearmodifiers", name)

    def seen(self):
        """The digest of every pixel of the screen."""
        return hashlib.sha256((self.folder / "frames" / "Xvfb_screen0").read_bytes()).hexdigest()

    def picture(self, path):
        subprocess.run(["import", "-window", "root", str(path)], env=self.env, check=True, timeout=20)


def end(process):
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5)


class Program:
    """The program with its window open."""

    def __init__(self, desktop, binary, *arguments, settings=None, env=None, before=(), shows=True):
        self.desktop = desktop
        desktop.data.mkdir(exist_ok=True)
        (desktop.data / "settings.json").write_text(json.dumps({"tour_seen": True, "signature_asked": True, "window": [1240.0, 740.0], **(settings or {})}))
        self.log = desktop.folder / f"program-{time.monotonic_ns()}.log"
        with open(self.log, "wb") as log:
            command = [*before, str(binary), *map(str, arguments)]
            self.process = desktop.start(command, stderr=log, env=env or {})
        if shows:
            self.window = self.wait_for_window()

    def wait_for_window(self, seconds=40.0):
        def shown():
            if self.process.poll() is not None:
                raise Failed(f"the program ended with {self.process.returncode}: {self.said()}")
            found = self.desktop.tool("search", "--onlyvisible", "--class", "ordito").split()
            return found[-1] if found else None

        window = wait_for("the window", shown, seconds)
        self.desktop.tool("windowfocus", "--sync", window)
        return window

    def title(self):
        return self.desktop.tool("getwindowname", self.window)

    def said(self):
        return self.log.read_text(errors="replace").strip()

    def signal(self, number=signal.SIGTERM):
        self.process.send_signal(number)

    def wait(self, seconds=20.0):
        return self.process.wait(seconds)


def run(binary, desktop, *arguments):
    """The program without its window."""
    done = subprocess.run(
        [str(binary), *map(str, arguments)], env=desktop.env, capture_output=True, text=True, timeout=60
    )
    if done.returncode:
        raise Failed(f"ordito {' '.join(map(str, arguments))}: {done.returncode} {done.stderr}")
    return done.stdout


def last_step(file):
    """The last step of a document, read by another reader than ours; None where there is no whole one."""
    try:
        with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as base:
            return base.execute("select max(number) from step").fetchone()[0]
    except sqlite3.Error:
        return None


def busy():
    """Why what is timed may take longer here and now, or None: more wants to run than there are processors."""
    load, n = os.getloadavg()[0], os.cpu_count() or 1
    return f"load {load:.1f} on {n} processors" if load > 1.5 * n else None


def main(checks, seconds=60):
    """Runs the checks that are asked for by name, or all; prints a line for each. Each has a process, and a group of
    processes, of its own, and `seconds`. One that does not hold is tried once more, and the line says so."""
    if len(sys.argv) < 2:
        sys.exit("usage: SCRIPT PROGRAM [CHECK...]")
    binary = pathlib.Path(sys.argv[1]).resolve()
    unknown = set(sys.argv[2:]) - {check.__name__ for check in checks}
    if unknown:
        sys.exit(f"no such check: {' '.join(sorted(unknown))}")
    failed = 0
    for check in checks:
        if not sys.argv[2:] or check.__name__ in sys.argv[2:]:
            if apart(check, binary, seconds, "FAILED"):
                print(f"       {check.__name__}: once more", flush=True)
                failed += apart(check, binary, seconds, "FAILED TWICE", "passed at the second try. ")
    sys.exit(1 if failed else 0)


def apart(check, binary, seconds, failure, first=""):
    """Runs a check in a process of its own; whether it failed. Nothing that it started outlives it."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        code = one(check, binary, seconds, failure, first)
        sys.stdout.flush()
        os._exit(code)
    end = time.monotonic() + seconds + 15
    status = None
    try:
        while status is None:
            done, found = os.waitpid(child, os.WNOHANG)
            if done:
                status = found
            elif time.monotonic() > end:
                os.kill(child, signal.SIGKILL)
                status = os.waitpid(child, 0)[1]
                print(f"{failure} {check.__name__}: not over within {seconds} s, and could not be ended", flush=True)
            else:
                time.sleep(0.02)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
    return status != 0


def one(check, binary, seconds, failure="FAILED", first=""):
    def too_long(*_):
        raise TooLong(f"not over within {seconds} s")

    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(seconds)
    start = time.monotonic()
    try:
        said = check(binary)
    except Skipped as why:
        print(f"skipped {check.__name__}: {why}", flush=True)
        return 0
    except (Exception, TooLong) as error:  # Whatever it is, the check does not hold.
        kind = "" if isinstance(error, Failed | TooLong) else f"{type(error).__name__}: "
        print(f"{failure} {check.__name__} ({time.monotonic() - start:.1f} s): {kind}{error}", flush=True)
        return 1
    print(f"ok     {check.__name__} ({time.monotonic() - start:.1f} s) {first}{said or ''}", flush=True)
    return 0
