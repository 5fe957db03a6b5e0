#!/usr/bin/python3
"""Every room and dialog of the real window as a screen reader and a keyboard meet them, through AT-SPI.

Names: nothing that takes the keyboard is without one. Announcements: a cell says row, column, value in words and marks
when the keyboard moves to it. Commands: each is in the palette with its keys. No trap: the keyboard gets to everything
and away again. access.py PROGRAM [CHECK...]
"""

import contextlib
import pathlib
import re
import sqlite3
import sys
import time
import unicodedata

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from _reader import Reader
from _window import Desktop, Failed, Program, main, run, wait_for

TOP = pathlib.Path(__file__).resolve().parents[2]
ROOMS = {
    "Catalogo": "ctrl+1",
    "Quadri": "ctrl+2",
    "Matrice": "ctrl+3",
    "Confronto": "ctrl+4",
    "Analisi": "ctrl+5",
    "Laboratorio": "ctrl+6",
    "Schede": "ctrl+9",
}
PALETTE = "Comandi"
# Where Tab goes from one to the next inside of one stop of the keyboard.
INSIDE = ("table cell", "tree item", "list item", "menu item")


def messages():
    """The Italian words, as they are in the sources."""
    found = {}
    for file in (TOP / "assets" / "i18n" / "it").glob("*.ftl"):
        found.update(re.findall(r"^([a-z][\w-]*) = (.+)$", file.read_text(), re.MULTILINE))
    return found


@contextlib.contextmanager
def opened(binary, sample=True, **settings):
    with Desktop(bus=True) as desktop:
        arguments = []
        if sample:
            arguments = [desktop.folder / "documento.ordito"]
            run(binary, desktop, "new", *arguments, "--sample")
        program = Program(desktop, binary, *arguments, settings={"room": "matrix", **settings})
        wait_for("the document in the window", lambda: not sample or "Esempio" in program.title())
        reader = Reader(desktop)
        wait_for("nodes", lambda: len(reader.nodes()) > 10)
        yield desktop, program, reader


def go(desktop, reader, room):
    desktop.keys(ROOMS[room])

    def there():
        return any(n.role == "page tab" and n.name == room and n.selected for n in reader.nodes())

    wait_for(f"room {room}", there, 20, 0.1)
    return settled(reader)


def settled(reader, top=None):
    """The nodes, once two looks find the same."""
    last, nodes = [], []

    def same():
        nonlocal last, nodes
        nodes = reader.nodes(top)
        now = [(n.role, n.name) for n in nodes]
        still, last = now == last, now
        return still

    wait_for("a window that holds still", same, 20, 0.15)
    return nodes


def nameless(nodes, least=20):
    """What takes the keyboard and has no name, and names that are no words."""
    wrong = [f"{n.role} without a name" for n in nodes if n.focusable and not n.name.strip()]
    for node in nodes:
        if any(unicodedata.category(c) in ("Co", "Cn") for c in node.name):
            wrong.append(f"{node.role} named by an icon")
        if node.name == "Resize panel":
            wrong.append("a handle named in English")
    if len(nodes) < least:
        wrong.append(f"only {len(nodes)} nodes")
    return wrong


def names_in_every_room(binary):
    with opened(binary) as (desktop, program, reader):
        wrong, n = [], 0
        for room in ROOMS:
            nodes = go(desktop, reader, room)
            n += sum(node.focusable for node in nodes)
            wrong += [f"{room}: {what}" for what in nameless(nodes)]
            frame = next((node for node in nodes if node.role == "frame"), None)
            if frame is None or frame.name != program.title() or not frame.name:
                wrong.append(f"{room}: the window is called {frame}, its title is {program.title()}")
        if wrong:
            raise Failed("\n".join(wrong))
        return f"{n} nodes that take the keyboard in {len(ROOMS)} rooms, all named; the window too"


def names_before_a_document(binary):
    with opened(binary, sample=False) as (_, program, reader):
        nodes = settled(reader)
        wrong = nameless(nodes)
        frame = next(node for node in nodes if node.role == "frame")
        if frame.name != program.title():
            wrong.append(f"the window is called «{frame.name}», its title is «{program.title()}»")
        if wrong:
            raise Failed("\n".join(wrong))
        return f"{sum(node.focusable for node in nodes)} nodes"


# How many checks the dialogs are shared out to.
PARTS = 5
# Commands that open something over the window; what they open is left by Escape. Those of ELSEWHERE open a part of a room.
# Some want something chosen first: a room and a key in it.
BEFORE = {"delete-policy": ("Catalogo", "Down")}
ELSEWHERE = {"find", "add-framework", "add-scale", "add-crosswalk", "new-lab"}
# What is read beside the work is no dialog: the window with it is looked at as a whole.
BESIDE = {"shortcuts", "guide", "tour"}
DIALOGS = [
    "milestone",
    "backups",
    "history",
    "document-info",
    "import-pasted",
    "shortcuts",
    "guide",
    "accessibility",
    "tour",
    "open",
    "save-copy",
    "export-table",
    "new-matrix",
    "matrix-info",
    "delete-matrix",
    "add-rows",
    "add-columns",
    "weights",
    "assessors",
    "delete-policy",
    "add-framework",
    "add-scale",
    "add-crosswalk",
    "new-lab",
    "find",
]


def ask(desktop, reader, text):
    """Types a command's name into the palette and takes the first line."""
    reader.forget(0.05)
    desktop.keys("ctrl+k")
    if not reader.hears(lambda node: node.role == "entry" and node.name == PALETTE):
        raise Failed("Ctrl+K does not open the palette")
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).replace("’", "'")
    desktop.tool("type", "--delay", "4", plain.rstrip("…"))
    # Down and up again: the reader is told the first line.
    desktop.keys("Down", "Up")
    if not reader.hears(lambda node: node.role == "menu item" and node.name.startswith(text)):
        raise Failed(f"«{text}» is not first in the palette, but {reader.heard}")
    desktop.keys("Return")


def names_in_dialogs(part):
    """Some of them at a time, so that each check stays short."""

    def check(binary):
        return named_dialogs(binary, DIALOGS[part::PARTS])

    check.__name__ = f"names_in_dialogs_{part + 1}"
    return check


def named_dialogs(binary, dialogs_of):
    words = messages()
    wrong, opened_by = [], []
    with opened(binary) as (desktop, _, reader):
        settled(reader)
        for key in dialogs_of:
            if key in BEFORE:
                room, first = BEFORE[key]
                go(desktop, reader, room)
                desktop.keys(first)
            ask(desktop, reader, words[f"command-{key}"])
            # The palette is a dialog too, and is gone first.
            wait_for("the palette gone", lambda: not is_palette(reader.dialog()), 10)
            if key in ELSEWHERE:
                continue
            if key in BESIDE:
                wrong += [f"{key}: {what}" for what in nameless(settled(reader))]
                desktop.keys("Escape")
                continue
            dialog = wait_for(f"the dialog of {key}", reader.dialog, 10)
            opened_by.append(key)
            nodes = settled(reader, dialog)
            wrong += [f"{key}: {what}" for what in nameless(nodes, 3)]
            if not any(n.name for n in nodes if n.role in ("dialog", "alert")):
                wrong.append(f"{key}: the dialog has no name")
            # No dialog keeps the keyboard: Escape leaves it, a menu in it first.
            for _ in range(3):
                desktop.keys("Escape")
                with contextlib.suppress(Failed):
                    wait_for("the dialog gone", lambda: reader.dialog() is None, 3)
                    break
            else:
                raise Failed(f"{key}: Escape does not close it")
    if wrong:
        raise Failed("\n".join(wrong))
    return f"{len(dialogs_of)} commands, {len(opened_by)} dialogs named and left by Escape"


def is_palette(dialog):
    """Whether its field is near the top of it; the lines below are not asked."""
    level = [dialog] if dialog else []
    try:
        for _ in range(4):
            if any(node.get_role_name() == "entry" and node.get_name() == PALETTE for node in level):
                return True
            below = [node.get_child_at_index(i) for node in level for i in range(min(node.get_child_count(), 4))]
            level = [node for node in below if node]
    except Exception:  # It changed while it was read: look again.
        return True
    return False


def cells_of(file):
    """What is in the file, read by another reader: (row, column) to value and marks."""
    with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as base:
        base.row_factory = sqlite3.Row
        rows = base.execute(
            "select * from celle where matrice = 'Azioni e piani × Agenda 2030' and valutatore = 'Consenso' and giro = 0"
        )
        return {(row["riga"], row["colonna"]): dict(row) for row in rows}


def cells_are_announced(binary):
    """Arrows, jumps and an edit in the grid: what the reader is told is what the file says."""
    scale = {-3: "annulla", -2: "contrasta", -1: "vincola", 0: "coerente", 1: "abilita", 2: "rafforza", 3: "indivisibile"}
    with opened(binary) as (desktop, _, reader):
        cells = cells_of(desktop.folder / "documento.ordito")
        pattern = re.compile(r"^(\S+) (.+?), (\S+) (.+?): (.+), riga (\d+) di (\d+), colonna (\d+) di (\d+)$")
        seen, marks = {}, set()
        reader.forget()
        moves = ["Down", "Up", *["Right"] * 16, "Down", *["Left"] * 16, "Down", *["Right"] * 8, "ctrl+Home"]
        for key in moves:
            desktop.keys(key)
            node = reader.next_focus()
            if node is None or node.role != "table cell":
                raise Failed(f"{key}: {node}")
            parts = pattern.match(node.name)
            if not parts:
                raise Failed(f"{key}: {node.name}")
            code, name, goal, goal_name, value = parts.groups()[:5]
            seen[code, goal] = value
            said, *marked = value.split(", ")
            marks.update(marked)
            cell = cells.get((code, goal))
            if cell is None:
                if said != "vuoto":
                    raise Failed(f"{node.name}: nothing of it in the file")
                continue
            benefit, tradeoff = int(cell["cobeneficio"] or 0), int(cell["conflitto"] or 0)
            if benefit and tradeoff:
                fits = said == f"co-beneficio +{benefit}" and marked[0] == f"conflitto −{abs(tradeoff)}"
            elif cell["stato"] == "scored":
                net = benefit + tradeoff
                sign = "+" if net > 0 else "−" if net < 0 else ""
                fits = said == f"{sign}{abs(net)} {scale[net]}"
            else:
                fits = said in ("non applicabile", "non so", "vuoto")
            if bool(cell["motivazione"]) != ("con motivazione" in marked) or not fits:
                raise Failed(f"{node.name}\nbut the file holds {cell}")
        # An edit: the cell moved to says what was typed.
        desktop.keys("2")
        reader.next_focus()
        desktop.keys("Up")
        node = reader.next_focus()
        if node is None or ": +2 rafforza" not in node.name:
            raise Failed(f"after typing 2 and going back: {node}")
        if len(seen) < 30 or "con motivazione" not in marks:
            raise Failed(f"only {len(seen)} cells, marks {marks}")
        return f"{len(seen)} cells, marks {sorted(marks)}"


def the_palette_is_announced(binary):
    """The keyboard stays in the field, the reader follows the arrows through the lines."""
    with opened(binary) as (desktop, _, reader):
        reader.forget()
        desktop.keys("ctrl+k")
        node = reader.next_focus(5)
        if node is None or node.role != "entry":
            raise Failed(f"the palette opens on {node}")
        lines = []
        # A slow machine tells of a line twice: four different ones are to be heard within eight keys.
        for _ in range(8):
            desktop.keys("Down")
            lines.append(reader.next_focus())
            if len({line.name for line in lines if line is not None}) == 4:
                break
        heard = {line.name for line in lines if line is not None}
        if not all(line is not None and line.role == "menu item" for line in lines) or len(heard) < 4:
            raise Failed(f"{lines}")
        return ", ".join(line.name for line in lines)


def every_command_is_in_the_palette(binary):
    """And every shortcut beside its command, as F1 lists them."""
    words = messages()
    commands = {key: text for key, text in words.items() if key.startswith("command-")}
    # What is not possible yet: nothing done or undone (the document begins with the sample), no comparison, no laboratory,
    # no cell put aside for one.
    later = {"undo", "redo", "export-comparison", "export-agenda", "present", "delete-lab"}
    with opened(binary) as (desktop, _, reader):
        settled(reader)
        desktop.keys("ctrl+k")
        reader.find("entry", PALETTE, 10)
        lines = [n.name for n in settled(reader) if n.role == "menu item"]

        def listed(key, names):
            """By its name, with its shortcut where it has one."""
            return any(re.fullmatch(re.escape(commands[key]) + r"(, .+)?", name) for name in names)

        missing = {key for key in commands if not listed(key, lines)}
        unexpected = {key.removeprefix("command-") for key in missing} - later
        if unexpected:
            raise Failed(f"not in the palette: {sorted(unexpected)}")
        # A name may hold a comma of its own.
        with_keys = {n for n in lines if ", " in n and n not in commands.values()}
        desktop.keys("Escape")
        wait_for("the palette gone", lambda: not any(n.role == "menu item" for n in reader.nodes()))
        # A change, taken back: now there is something to redo.
        desktop.keys("Down", "2", "ctrl+z")
        desktop.keys("ctrl+k")
        wait_for(
            "the command to redo",
            lambda: listed("command-redo", [n.name for n in reader.nodes() if n.role == "menu item"]),
        )
        desktop.keys("Escape")
        wait_for("the palette gone", lambda: not any(n.role == "menu item" for n in reader.nodes()))
        desktop.keys("F1")
        labels = {n.name for n in settled(reader) if n.role == "label"}
        for line in with_keys:
            text, keys = line.rsplit(", ", 1)
            if text not in labels or keys not in labels:
                raise Failed(f"F1 does not list {line}")
        return f"{len(lines)} of {len(commands)} commands, {len(with_keys)} with a shortcut that F1 lists"


def no_trap(room):
    """Tab and Shift+Tab get to every control of the window and out of every grid, list and field again. Of the items of
    a list one is enough: the arrows go on from there."""

    def check(binary):
        with opened(binary) as (desktop, _, reader):
            nodes = go(desktop, reader, room)
            wanted = {n.stop for n in nodes if n.focusable and n.role not in ("table", "tree", "tree table", "frame")}
            met, steps = set(), 0

            def press(key):
                nonlocal steps
                steps += 1
                desktop.keys(key)
                node = reader.next_focus(0.6)
                if node is not None:
                    met.add(node.stop)
                    # A list is met in its items.
                    met.update(stop for stop in wanted if node.stop == (node.role, f"in {stop[0]} «{stop[1]}»"))
                return node

            for key in ["Tab", "shift+Tab"]:
                inside, silent, out = 0, 0, 0
                reader.forget(0.05)
                while steps < 3 * len(wanted) + 60 and not wanted <= met:
                    node = press(key)
                    silent = silent + 1 if node is None else 0
                    inside = inside + 1 if node is not None and node.role == "table cell" else 0
                    if inside > 4 or silent > 3:
                        # A grid has Tab for itself, and at its edge it does nothing: F6 is the way out.
                        node = press("F6")
                        if node is None or node.role == "table cell":
                            raise Failed(f"F6 does not leave the grid of {room}: {node}")
                        inside, silent, out = 0, 0, out + 1
                        if out > 1:
                            break
            # What was done on the way may have taken a button away.
            still = {n.stop for n in reader.nodes() if n.focusable}
            never = sorted(f"{role} «{name}»" for role, name in (wanted & still) - met)
            if never:
                raise Failed(f"{room}: the keyboard never gets to {never[:12]} ({len(never)} of {len(wanted)})")
            return f"{room}: {len(wanted)} stops in {steps} steps"

    check.__name__ = f"no_trap_in_{room.lower()}"
    return check


def f6_leaves_a_grid_alone(binary):
    """With the inspector hidden there is no pane to go to, and Tab goes from cell to cell."""
    with opened(binary) as (desktop, _, reader):
        desktop.keys("ctrl+j", "Down")
        reader.forget()
        desktop.keys("F6")
        node = reader.next_focus()
        if node is None or node.role != "push button":
            raise Failed(f"F6 goes to {node}")
        desktop.keys("F6")
        node = reader.next_focus()
        if node is None or node.role != "table cell":
            raise Failed(f"F6 back goes to {node}")
        return "out and back"


if __name__ == "__main__":
    main(
        [
            names_in_every_room,
            names_before_a_document,
            *map(names_in_dialogs, range(PARTS)),
            cells_are_announced,
            the_palette_is_announced,
            every_command_is_in_the_palette,
            f6_leaves_a_grid_alone,
            *map(no_trap, ROOMS),
        ]
    )
