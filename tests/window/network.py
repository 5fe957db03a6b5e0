#!/usr/bin/python3
"""Nothing leaves the machine. The program runs without a network at all and does everything it does; what it connects to,
as strace sees it, is the display and the two buses of the desktop (session and accessibility).

network.py PROGRAM [CHECK...]
"""

import re
import subprocess
import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from _reader import Reader
from _window import Desktop, Failed, Program, Skipped, last_step, main, namespace, run, wait_for

STRACE = ["strace", "-f", "-qq", "-e", "trace=network", "-e", "signal=none", "-s", "200"]


def alone():
    """What goes before the program so that it has no network, and what to say about that."""
    watched()
    try:
        return namespace("-n"), "without a network"
    except Skipped as why:
        return [], f"WITH a network, only watched: {why}"


def watched():
    done = subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "true"], capture_output=True, text=True, timeout=20)
    if done.returncode:
        raise Skipped(f"this machine lets nobody be watched: {done.stderr.strip()}")


def allowed(desktop):
    display = desktop.env["DISPLAY"].lstrip(":")
    sockets = [f"/tmp/.X11-unix/X{display}", str(desktop.folder / "bus"), f"{desktop.env['XDG_RUNTIME_DIR']}/"]
    # Looked for and not there: Mesa and glibc ask a daemon before they read files, dbus looks for the system's bus.
    return sockets


def connections(log, desktop):
    """Every line that is more than a word with display or bus."""
    allow, wrong, seen = allowed(desktop), [], set()
    for line in log.read_text(errors="replace").splitlines():
        if re.search(r"\bsocket(pair)?\(", line) and not re.search(r"\bsocket(pair)?\(AF_UNIX|<unfinished|\.\.\. ", line):
            wrong.append(line)
        for path in re.findall(r"connect\([^{]*\{sa_family=AF_UNIX, sun_path=(@?\"[^\"]*\")", line):
            path = path.replace('"', "")
            if any(path.lstrip("@").startswith(socket) for socket in allow):
                seen.add(path)
            else:
                wrong.append(line)
        if "connect(" in line and "AF_UNIX" not in line:
            wrong.append(line)
    if wrong:
        raise Failed("\n".join(wrong[:10]))
    return seen


ROOMS = {
    "Catalogo": "ctrl+1",
    "Quadri": "ctrl+2",
    "Confronto": "ctrl+4",
    "Analisi": "ctrl+5",
    "Laboratorio": "ctrl+6",
    "Schede": "ctrl+9",
    "Matrice": "ctrl+3",
}


def window(binary):
    with Desktop(bus=True) as desktop:
        file = desktop.folder / "documento.ordito"
        run(binary, desktop, "new", file, "--sample")
        step = last_step(file)
        log = desktop.folder / "strace.log"
        before, how = alone()
        program = Program(
            desktop, binary, file, settings={"room": "matrix"}, before=[*before, *STRACE, "-o", str(log)]
        )
        wait_for("the document in the window", lambda: "Esempio" in program.title(), 40)
        desktop.tool("key", "Down", "2")
        wait_for("what was typed in the file", lambda: last_step(file) == step + 1)
        reader = Reader(desktop)
        for name, keys in ROOMS.items():
            desktop.keys(keys)

            def there(name=name):
                return any(n.role == "page tab" and n.name == name and n.selected for n in reader.nodes())

            wait_for(f"room {name}", there, 30, 0.1)
        desktop.keys("ctrl+q")
        program.wait(30)
        if "panicked" in program.said():
            raise Failed(program.said())
        seen = connections(log, desktop)
        if not any("X11-unix" in path for path in seen):
            raise Failed("strace saw not even the display")
        if not any("bus" in path for path in seen):
            raise Failed("strace saw no bus: was anybody listening?")
        return f"{how}: {', '.join(sorted(seen))}"


MATRIX = "Azioni e piani × Agenda 2030"


def without_a_window(name, commands):
    """A check of commands that read, calculate or write; {file} and {out} stand for paths."""

    def check(binary):
        with Desktop() as desktop:
            file, out = desktop.folder / "documento.ordito", desktop.folder / "out"
            out.mkdir()
            before, how = alone()
            for at, command in enumerate([["new", "{file}", "--sample"], *commands]):
                log = desktop.folder / f"strace-{at}.log"
                words = [word.format(file=file, out=out) for word in command]
                words = [*before, *STRACE, "-o", str(log), str(binary), *words]
                done = subprocess.run(words, env=desktop.env, capture_output=True, text=True, timeout=60)
                if done.returncode:
                    raise Failed(f"{command[0]}: {done.returncode} {done.stderr}")
                seen = connections(log, desktop)
                if seen:
                    raise Failed(f"{command[0]} without a window speaks to {seen}")
            return f"{how}: {len(commands) + 1} commands, no connection"

    check.__name__ = name
    return check


READ = [["check", "{file}"], ["history", "{file}", "--json"], ["compare", "{file}", "{file}", "--json"]]
READ += [["analyse", "{file}", "conflicts", "--matrix", MATRIX, "--json"]]
TABLES = [["export", "{file}", "--to", f"{{out}}/m.{ending}", "--matrix", MATRIX] for ending in ("xlsx", "ods", "csv", "html", "json")]
SHEETS = [["sheets", "{file}", "--to", "{out}", "--format", ending, "--matrix", MATRIX] for ending in ("pdf", "docx", "html")]


if __name__ == "__main__":
    commands = {"command_line_reads": READ, "command_line_tables": TABLES, "command_line_sheets": SHEETS}
    main([window, *(without_a_window(name, each) for name, each in commands.items())])
