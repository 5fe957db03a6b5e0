#!/usr/bin/python3
"""A laboratory played in the real window: 12 questions, 20 participants, 2 rounds, by keys and nothing else.

    tests/window/laboratory.py PROGRAM [CHECK...]        (.ci/window installs what is needed and runs it)

What it shows (issue 5):
- before each reveal the picture of the whole screen is the same, pixel for pixel, whatever the votes; after it, another;
- the program is killed (SIGKILL) with the votes of a round typed and not revealed, and goes on at the same question;
- the outcome, as JSON and as a workbook, has the figures that are reckoned here from the votes that were typed.

Three sessions are played. "whole" plays all of it, in two checks: until the kill and after it. "first" has other
votes in the first rounds, "second" the same first rounds and other votes in the second ones; their screens before a
reveal are held against those of "whole", whose pictures are kept for them (of each its SHA-256).
"""

import contextlib
import hashlib
import json
import math
import mmap
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from xml.etree import ElementTree

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from _window import Failed, end, main, wait_for

QUESTIONS, PEOPLE, TITLE = 12, 20, "Laboratorio di prova"
WIDTH, HEIGHT = 1280, 800
KILLED = 6  # the question in whose second round the power goes
PARKED = 11


class Found:
    """What a check found, right or wrong, so that one wrong figure does not hide the next."""

    def __init__(self):
        self.right, self.wrong = [], []

    def __call__(self, holds, what):
        (self.right if holds else self.wrong).append(what)

    def over(self):
        if self.wrong:
            raise Failed("\n".join(self.wrong))
        return "; ".join(self.right)


def until(what, ready, seconds=30):
    return wait_for(what, ready, seconds, 0.01)


# Of this session: the sample has others.
OWN = f"lab = (SELECT id FROM lab WHERE title = '{TITLE}')"

# The votes. A key each; "2/1" is +2 with −1.

FIRST = ["3", "2", "1", "0", "1", "q", "w", "e", "2", "1", "q/3", "2/1"]
SECOND = ["2", "2", "3", "2", "2/1", "1", "0", "q", "w", "q/1", "1", "3"]
OTHER = ["e", "w", "q", "0", "?", "3", "3/2", "w", "e", "q"]


def votes(question, kind):
    keys = {"first": FIRST, "second": SECOND, "other": OTHER}[kind]
    # Each question has its own part of the keys, so that questions differ more than people; in every fourth one somebody
    # says n.a. and somebody "?".
    said = [keys[((person * 7 + question) % 5 + question * 2) % len(keys)] for person in range(PEOPLE)]
    return said if question % 4 else ["n", "?"] + said[2:]


def value(keys):
    """What a participant said: (co-benefit, trade-off), or "n" or "?"."""
    side = {"q": -1, "w": -2, "e": -3}
    if keys in ("n", "?"):
        return keys
    if "/" in keys:
        first, other = (side[each] if each in side else int(each) for each in keys.split("/"))
        return (other, first) if first < 0 else (first, -other)
    points = side[keys] if keys in side else int(keys)
    return (max(points, 0), min(points, 0))


def net(said):
    return None if isinstance(said, str) else said[0] + said[1]


# The figures, reckoned anew from the formulas (METHODS M10), not from the program.

def quantile(scores, p):
    rank = (len(scores) - 1) * p
    low = math.floor(rank)
    high = min(low + 1, len(scores) - 1)
    return scores[low] + (scores[high] - scores[low]) * (rank - low)


def consensus(scores, width=6.0):
    mean = sum(scores) / len(scores)
    total = 0.0
    for level in sorted(set(scores)):
        share = scores.count(level) / len(scores)
        total += share * math.log2(1 - abs(level - mean) / width)
    return 1 + total


def alpha(units, metric):
    """Krippendorff 2011: 1 − D_o/D_e over coincidences; `units` are lists of the scores of one question."""
    units = [unit for unit in units if len(unit) > 1]
    levels = sorted({score for unit in units for score in unit})
    coincidence = {(a, b): 0.0 for a in levels for b in levels}
    for unit in units:
        for i, a in enumerate(unit):
            for j, b in enumerate(unit):
                if i != j:
                    coincidence[a, b] += 1 / (len(unit) - 1)
    margin = {a: sum(coincidence[a, b] for b in levels) for a in levels}
    n = sum(margin.values())

    def difference(a, b):
        if metric == "interval":
            return (a - b) ** 2
        low, high = min(a, b), max(a, b)
        between = sum(margin[level] for level in levels if low <= level <= high)
        return (between - (margin[low] + margin[high]) / 2) ** 2

    observed = sum(coincidence[a, b] * difference(a, b) for a in levels for b in levels) / n
    expected = sum(margin[a] * margin[b] * difference(a, b) for a in levels for b in levels) / (n * (n - 1))
    return 1 - observed / expected


def kendall(rows):
    """W with ties of the people who scored anything, over the questions that all of these scored."""
    rows = [row for row in rows if any(score is not None for score in row)]
    whole = [i for i in range(len(rows[0])) if all(row[i] is not None for row in rows)]
    n, k = len(whole), len(rows)
    if n < 2:
        return None
    sums, ties = [0.0] * n, 0.0
    for row in rows:
        scores = [row[i] for i in whole]
        for level in set(scores):
            same = [i for i, score in enumerate(scores) if score == level]
            lower = sum(score < level for score in scores)
            for i in same:
                sums[i] += lower + (len(same) + 1) / 2
            ties += len(same) ** 3 - len(same)
    mean = sum(sums) / n
    full = k * k * (n ** 3 - n) - k * ties
    return 12 * sum((each - mean) ** 2 for each in sums) / full if full else None


class Screen:
    """A display of its own with a window manager, so that full screen is what it is elsewhere. Its pixels are in a file
    that the server keeps, so that looking costs nothing."""

    def __init__(self, folder):
        read, write = os.pipe()
        frames = folder / "frames"
        frames.mkdir()
        # LANG is not asked: the programs get --lang.
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp", "-noreset",
             "-fbdir", str(frames)],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise Failed("Xvfb did not start")
        self.environment = {**os.environ, "DISPLAY": f":{number}", "LANG": "it_IT.UTF-8", "LIBGL_ALWAYS_SOFTWARE": "1"}
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.manager = subprocess.Popen(["openbox"], env=self.environment, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        with open(frames / "Xvfb_screen0", "rb") as file:
            self.pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def run(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, check=True, timeout=20).stdout

    def picture(self):
        """The digest of every pixel of the screen."""
        return hashlib.sha256(self.pixels).hexdigest()

    def still(self, other_than=None):
        """A picture that does not change any more for a fifth of a second; of something else than before, where that is
        given: then the same as before only when nothing else comes."""
        before, since = self.picture(), time.monotonic()
        over = since + 8
        while time.monotonic() < over:
            time.sleep(0.02)
            after = self.picture()
            if after != before:
                before, since = after, time.monotonic()
            elif time.monotonic() - since > 0.2 and after != other_than:
                return after
        if before == other_than:
            return before
        raise Failed("the screen does not come to rest")

    def keep(self, name):
        """The screen as a picture for people, where they ask for it."""
        folder = os.environ.get("ORDITO_PICTURES")
        if folder:
            self.run("import", "-window", "root", str(pathlib.Path(folder) / f"laboratory-{name}.png"))

    def close(self):
        end(self.manager)
        end(self.server)


class Session:
    """A document with a prepared session, and the program on it."""

    def __init__(self, screen, binary, folder, name):
        self.screen, self.binary, self.program = screen, binary, None
        self.folder = folder / name
        self.file = self.folder / "laboratorio.ordito"
        self.environment = {**screen.environment, "ORDITO_DATA": str(self.folder / "data")}
        # The sample has sessions of its own, with their votes and questions.
        self.sample = folder / "sample.ordito"
        if self.folder.exists():
            return
        self.folder.mkdir()
        if not self.sample.exists():
            self.command("new", str(self.sample), "--sample")
        self.command("new", str(self.file), "--sample")
        self.command("lab", str(self.file), TITLE, "--new", "--matrix", "Azioni e piani × Agenda 2030",
                     "--participants", str(PEOPLE), "--questions", str(QUESTIONS))

    def command(self, *arguments):
        done = subprocess.run([self.binary, "--lang", "it", *arguments], env=self.environment, capture_output=True,
                              text=True)
        if done.returncode:
            raise Failed(f"ordito {' '.join(arguments)}: {done.stderr.strip()}")
        return done.stdout

    def open(self):
        self.program = subprocess.Popen([self.binary, "--lang", "it", str(self.file)], env=self.environment,
                                        stdout=subprocess.DEVNULL, stderr=open(self.folder / "log", "a"))
        pid = str(self.program.pid)

        def shown():
            if self.program.poll() is not None:
                raise Failed(f"the program ended: {(self.folder / 'log').read_text(errors='replace')[-2000:]}")
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", pid], env=self.environment,
                                   capture_output=True, text=True).stdout.split()
            return found and found[-1]

        self.window = until("a window", shown)
        self.screen.run("xdotool", "windowactivate", "--sync", self.window)
        self.screen.run("xdotool", "mousemove", str(WIDTH - 1), str(HEIGHT - 1))
        until("the document", self.working)
        self.key("F5")
        until("full screen", lambda: f"{WIDTH}x{HEIGHT}" in self.geometry() and "0,0" in self.geometry())

    def geometry(self):
        return self.screen.run("xdotool", "getwindowgeometry", self.window).decode()

    def kill(self):
        self.program.kill()
        self.program.wait()

    def quit(self):
        self.key("Escape")
        self.key("ctrl+q")
        self.program.wait(timeout=60)

    def key(self, *keys):
        self.screen.run("xdotool", "key", "--clearmodifiers", *keys)

    def type(self, text):
        self.screen.run("xdotool", "type", "--delay", "8", "--", text)

    def working(self):
        """The working copy, in which every step is when it is shown."""
        found = list((self.folder / "data" / "working").rglob("*.ordito")) or [
            each for each in (self.folder / "data" / "working").rglob("*") if each.is_file() and is_sqlite(each)]
        return found[0] if found else None

    def ask(self, query):
        with sqlite3.connect(f"file:{self.working()}?mode=ro", uri=True, timeout=10) as connection:
            return connection.execute(query).fetchall()

    def count(self, which):
        """Cells of this session: those of the sample are taken off."""
        query = f"SELECT count(*) FROM cell WHERE {which}"
        with sqlite3.connect(f"file:{self.sample}?mode=ro", uri=True, timeout=10) as sample:
            return self.ask(query)[0][0] - sample.execute(query).fetchone()[0]

    def given(self, round_):
        return self.count(f"round = {round_} AND state != 'unscored'")

    def questions(self):
        names = ("round", "revealed", "outcome")
        return [dict(zip(names, row)) for row in
                self.ask(f"SELECT round, revealed, outcome FROM question WHERE {OWN} ORDER BY position")]

    def is_at(self, number, **wanted):
        question = self.questions()[number - 1]
        return all(question.get(name) == value for name, value in wanted.items())

    def vote(self, number, round_, kind):
        """Opens the round and types all its votes; comes back when the last one is kept."""
        before = self.given(round_)
        self.key("Return" if round_ == 1 else "v")
        until("the round", lambda: self.is_at(number, round=round_, revealed=round_ - 1))
        self.type("".join(votes(number, kind)))
        until("the votes", lambda: self.given(round_) == before + PEOPLE)
        # The other side of the last vote may still be on its way.
        wanted = sum("/" in keys for keys in votes(number, kind))
        until("both sides", lambda: self.two_sided(round_) - self.two_sided_before(number, round_) == wanted)
        return self.screen.still()

    def two_sided(self, round_):
        return self.count(f"round = {round_} AND benefit > 0 AND tradeoff < 0")

    def two_sided_before(self, number, round_):
        kind = self.kinds[round_]
        return sum("/" in keys for each in range(1, number) for keys in votes(each, kind))

    def reveal(self, number, round_, before):
        self.key("r")
        until("the reveal", lambda: self.is_at(number, revealed=round_))
        return self.screen.still(before)

    def next(self, number):
        if number < QUESTIONS:
            self.key("Return")
            before = ("SELECT (SELECT count(*) FROM question o WHERE o.lab = q.lab AND o.position < q.position) "
                      f"FROM question q JOIN lab ON q.id = lab.current WHERE q.{OWN}")
            until("the next question", lambda: self.ask(before) == [(number,)])

    def outcome(self, number):
        return self.questions()[number - 1].get("outcome")


def is_sqlite(path):
    with open(path, "rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def play_until_the_kill(session):
    """The first questions, then the votes of one more round, and no power; the pictures before and after each reveal, of
    the last only the one before."""
    pictures = {}
    session.kinds = {1: "first", 2: "second"}
    session.open()
    for number in range(1, KILLED + 1):
        for round_ in (1, 2):
            before = session.vote(number, round_, session.kinds[round_])
            session.screen.keep(f"{number:02}-{round_}-before")
            if (number, round_) == (KILLED, 2):
                session.kill()
                pictures[f"{number}.{round_}"] = (before, None)
                return pictures
            revealed(session, number, round_, before, pictures)
        agree(session, number)


def play_after_the_kill(session, pictures, check):
    """Goes on where the power went, to the end; fills in the pictures."""
    session.kinds = {1: "first", 2: "second"}
    session.open()
    check(session.is_at(KILLED, round=2, revealed=1) and session.given(2) == KILLED * PEOPLE,
          "after the kill no vote is lost and nothing is revealed")
    before = pictures[f"{KILLED}.2"][0]
    # What the program says about it fades; then the screen is what it was.
    until("the same screen as before the kill", lambda: session.screen.picture() == before)
    check(True, "the same question is on the screen, pixel for pixel")
    for number in range(KILLED, QUESTIONS + 1):
        for round_ in (1, 2):
            if number == KILLED and round_ == 1:
                continue
            if number > KILLED:
                before = session.vote(number, round_, session.kinds[round_])
                session.screen.keep(f"{number:02}-{round_}-before")
            revealed(session, number, round_, before, pictures)
        agree(session, number)
    session.quit()


def revealed(session, number, round_, before, pictures):
    pictures[f"{number}.{round_}"] = (before, session.reveal(number, round_, before))
    session.screen.keep(f"{number:02}-{round_}-after")


def agree(session, number):
    """The outcome of a question, and the next one."""
    if number == PARKED:
        session.key("p")
        session.type("Mancano i dati")
    else:
        # Enter accepts only where the rule holds; A always.
        session.key("a")
        session.type("Motivo scritto in sala")
    session.key("Return")
    until("the outcome", lambda: session.outcome(number))
    session.next(number)


def play_other(session, round_, pictures, check):
    """The same, but for the votes of one round; its screens must be those of `pictures` until they are revealed."""
    session.kinds = {1: "first", 2: "other"} if round_ == 2 else {1: "other"}
    same = differ = 0
    session.open()
    for number in range(1, QUESTIONS + 1):
        if round_ == 2:
            session.reveal(number, 1, session.vote(number, 1, "first"))
        before = session.vote(number, round_, "other")
        same += before == pictures[f"{number}.{round_}"][0]
        differ += session.reveal(number, round_, before) != pictures[f"{number}.{round_}"][1]
        session.key("s")
        until("the skip", lambda: session.outcome(number))
        session.next(number)
    session.quit()
    name = "first" if round_ == 1 else "second"
    check(same == QUESTIONS, f"{name} round, before the reveal: {same} of {QUESTIONS} screens are the same")
    check(differ == QUESTIONS, f"{name} round, after the reveal: {differ} of {QUESTIONS} screens differ")


def close_to(found, wanted):
    if found is None or wanted is None:
        return found is wanted
    return abs(float(found) - wanted) < 1e-9


def figures(number, round_):
    said = [value(keys) for keys in votes(number, "first" if round_ == 1 else "second")]
    scores = sorted(net(each) for each in said if net(each) is not None)
    return {
        "votes": len(said),
        "n": len(scores),
        "not_applicable": said.count("n"),
        "dont_know": said.count("?"),
        "lower_median": scores[(len(scores) - 1) // 2],
        "upper_median": scores[len(scores) // 2],
        "q1": quantile(scores, 0.25),
        "q3": quantile(scores, 0.75),
        "iqr": quantile(scores, 0.75) - quantile(scores, 0.25),
        "consensus": consensus(scores),
        "negative": sum(score < 0 for score in scores),
        "zero": scores.count(0),
        "positive": sum(score > 0 for score in scores),
    }


def panel(round_):
    kind = "first" if round_ == 1 else "second"
    said = [[net(value(keys)) for keys in votes(number, kind)] for number in range(1, QUESTIONS + 1)]
    units = [[score for score in unit if score is not None] for unit in said]
    people = [[unit[person] for unit in said] for person in range(PEOPLE)]
    return alpha(units, "interval"), alpha(units, "ordinal"), kendall(people)


def check_json(found, check):
    wrong = []
    for question in found["questions"]:
        for round_ in question["rounds"]:
            for name, wanted in figures(question["number"], round_["round"]).items():
                if not close_to(round_[name], wanted):
                    wrong.append(f"{question['number']}.{round_['round']} {name}: {round_[name]}, reckoned {wanted}")
            kind = "first" if round_["round"] == 1 else "second"
            both = sum("/" in keys for keys in votes(question["number"], kind))
            if sum(each["votes"] for each in round_["two_sided"]) != both:
                wrong.append(f"{question['number']}.{round_['round']} two_sided")
    check(len(found["questions"]) == QUESTIONS and all(len(q["rounds"]) == 2 for q in found["questions"]),
          "12 questions with two rounds each")
    check(not wrong, "votes, medians, quartiles, consensus, signs are those reckoned here" + "".join(f"\n  {w}" for w in wrong))
    for round_ in found["by_round"]:
        interval, ordinal, w = panel(round_["round"])
        kendall_found = round_["kendall"] and round_["kendall"]["w"]
        right = close_to(round_["alpha"]["alpha"], interval) and close_to(round_["alpha_ordinal"], ordinal) \
            and close_to(kendall_found, w)
        check(right, f"round {round_['round']}: Krippendorff's α {interval:.6f} (interval) {ordinal:.6f} (ordinal), "
                     f"Kendall's W {'–' if w is None else f'{w:.6f}'}")
    for question in found["questions"]:
        wanted = "parked" if question["number"] == PARKED else "agreed"
        if question["outcome"] != wanted:
            check(False, f"question {question['number']} is {question['outcome']}")


def sheets(path):
    """The sheets of a workbook as rows of texts and numbers, read without a library."""
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    with zipfile.ZipFile(path) as package:
        shared = []
        if "xl/sharedStrings.xml" in package.namelist():
            for item in ElementTree.fromstring(package.read("xl/sharedStrings.xml")):
                shared.append("".join(text.text or "" for text in item.iter(main + "t")))
        targets = {each.get("Id"): each.get("Target")
                   for each in ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))}
        book = ElementTree.fromstring(package.read("xl/workbook.xml"))
        found = {}
        for sheet in book.iter(main + "sheet"):
            target = targets[sheet.get(relation)].lstrip("/")
            target = target if target.startswith("xl/") else "xl/" + target
            rows = []
            for row in ElementTree.fromstring(package.read(target)).iter(main + "row"):
                cells = {}
                for cell in row.iter(main + "c"):
                    column = 0
                    for letter in re.match("[A-Z]+", cell.get("r")).group():
                        column = column * 26 + ord(letter) - 64
                    raw = cell.find(main + "v")
                    if cell.get("t") == "s":
                        cells[column - 1] = shared[int(raw.text)]
                    elif cell.get("t") == "inlineStr":
                        cells[column - 1] = "".join(text.text or "" for text in cell.iter(main + "t"))
                    elif raw is not None and raw.text is not None:
                        cells[column - 1] = raw.text if cell.get("t") == "str" else float(raw.text)
                rows.append([cells.get(i) for i in range(max(cells, default=-1) + 1)])
            found[sheet.get("name")] = rows
        return found


def check_workbook(path, check):
    book = sheets(path)
    rounds = next(rows for rows in book.values() if rows and "Quartile 1" in map(str, rows[0]) or rows and any(
        "mediana" in str(head).lower() and "inferiore" in str(head).lower() for head in rows[0]))
    heads = [str(head) for head in rounds[0]]
    number_at, round_at = 0, heads.index("Giro")
    names = {"lower_median": "inferiore", "upper_median": "superiore", "iqr": "scarto", "consensus": "consenso"}
    at = {name: next(i for i, head in enumerate(heads) if part in head.lower()) for name, part in names.items()}
    wrong = []
    for row in rounds[1:]:
        if not isinstance(row[number_at], float):
            continue
        wanted = figures(int(row[number_at]), int(row[round_at]))
        wrong += [f"{row[0]}.{row[round_at]} {name}" for name, i in at.items() if not close_to(row[i], wanted[name])]
    n = sum(isinstance(row[number_at], float) for row in rounds[1:])
    check(n == 2 * QUESTIONS and not wrong, f"the workbook's {n} rounds have the figures reckoned here {wrong}")
    texts = [cell for rows in book.values() for row in rows for cell in row if isinstance(cell, str)]
    check(not any(re.search(r"Posto \d", text) for text in texts), "without names the workbook names nobody")


def check_agreed(session, found, check):
    """The matrix's agreed cells are the agreed values, and cite the session."""
    with sqlite3.connect(f"file:{session.file}?mode=ro", uri=True) as connection:
        source = connection.execute("SELECT hex(id) FROM source WHERE citation LIKE ?", (TITLE + "%",)).fetchall()
        cells = connection.execute(
            "SELECT c.benefit, c.tradeoff, c.reason FROM cell c JOIN assessor a ON a.id = c.assessor "
            "WHERE c.round = 0 AND a.kind = 'agreed' AND c.sources LIKE '%' || lower(?) || '%'",
            (source[0][0] if source else "-",)).fetchall()
    wanted = sorted((question["value"]["benefit"], question["value"]["harm"])
                    for question in found["questions"] if question["outcome"] == "agreed")
    cells_said = sorted((benefit, tradeoff) for benefit, tradeoff, _ in cells)
    check(len(source) == 1 and cells_said == wanted, f"{len(cells)} agreed cells cite the session and have its values")
    check(all(reason == "Motivo scritto in sala" for _, _, reason in cells), "with the reason written in the room")


@contextlib.contextmanager
def playing(binary, name, folder=None):
    """A screen and a session on it, both of them ended again; in a folder that is kept, where one is given."""
    with tempfile.TemporaryDirectory(prefix="ordito-window-") as own:
        screen = Screen(pathlib.Path(own))
        try:
            session = Session(screen, binary, folder or pathlib.Path(own), name)
            try:
                yield session
            finally:
                if session.program and session.program.poll() is None:
                    session.kill()
        finally:
            screen.close()


# Of the whole session, for the checks after it.
KEPT = pathlib.Path(tempfile.gettempdir()) / f"ordito-laboratory-{os.getpid()}"


def kept(name, check):
    path = KEPT / name
    if not path.exists():
        raise Failed(f"goes on from {check}, which is to be asked for too")
    return path


def session_until_the_kill(binary):
    shutil.rmtree(KEPT, ignore_errors=True)
    KEPT.mkdir()
    with playing(binary, "whole", KEPT) as session:
        pictures = play_until_the_kill(session)
    # As the kill left it: the next check may be tried twice.
    shutil.copytree(KEPT / "whole", KEPT / "as-killed")
    (KEPT / "until-the-kill.json").write_text(json.dumps(pictures))
    return f"killed at question {KILLED}, round 2: {PEOPLE} votes typed, none revealed"


def session_after_the_kill(binary):
    pictures = json.loads(kept("until-the-kill.json", "session_until_the_kill").read_text())
    # In the same place: the program knows a document by where it is.
    shutil.rmtree(KEPT / "whole")
    shutil.copytree(KEPT / "as-killed", KEPT / "whole")
    found = Found()
    with playing(binary, "whole", KEPT) as session:
        play_after_the_kill(session, pictures, found)
        for key, (before, after) in pictures.items():
            if before == after:
                found(False, f"question {key}: the reveal shows nothing")
        found(len(pictures) == 2 * QUESTIONS, f"{QUESTIONS} questions in two rounds were played")
        outcome = json.loads(session.command("lab", str(session.file), TITLE, "--json"))
        check_json(outcome, found)
        check_agreed(session, outcome, found)
        paper = session.folder / "esito.xlsx"
        session.command("lab", str(session.file), TITLE, "--to", str(paper), "--anonymous")
        check_workbook(paper, found)
    (KEPT / "pictures.json").write_text(json.dumps(pictures))
    return found.over()


def held_against(binary, round_):
    pictures = json.loads(kept("pictures.json", "session_after_the_kill").read_text())
    found = Found()
    with playing(binary, "other") as session:
        play_other(session, round_, pictures, found)
    return found.over()


def first_rounds_are_secret(binary):
    return held_against(binary, 1)


def second_rounds_are_secret(binary):
    return held_against(binary, 2)


if __name__ == "__main__":
    try:
        main([session_until_the_kill, session_after_the_kill, first_rounds_are_secret, second_rounds_are_secret])
    finally:
        shutil.rmtree(KEPT, ignore_errors=True)
