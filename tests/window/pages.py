#!/usr/bin/python3
"""Pages of HTML in a real browser, as wide as a screen (1280 px) and as a telephone (390 px): sheets, papers of a
laboratory, a comparison, the tables of a matrix, of the sample and of one with texts as awkward as people write them.

Measured in the page itself, word by word: none is parted that people read as one, none lies over another, nothing goes
beyond the page's width but inside a part that scrolls. pages.py PROGRAM [CHECK...]
"""

import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from _window import Failed, main

# Runs in a copy of the page. A word is what stands between blanks; longer ones than 24 signs (addresses, hashes) may be
# parted where the page says so.
MEASURE = """
<script>
addEventListener("load", () => {
  const found = [], words = [], width = document.documentElement.clientWidth;
  const scroller = (node) => { for (let e = node; e; e = e.parentElement) if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return e; };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let n = 0;
  while (walk.nextNode()) {
    const node = walk.currentNode, parent = node.parentElement;
    if (/SCRIPT|STYLE|TITLE/.test(parent.tagName)) continue;
    // What only a screen reader is to find has no place on the page.
    const thead = parent.closest("thead");
    if (thead && getComputedStyle(thead).position === "absolute") continue;
    for (const match of node.data.matchAll(/[^\\s\\u2060]+/g)) {
      const word = match[0];
      range.setStart(node, match.index); range.setEnd(node, match.index + word.length);
      const rects = [...range.getClientRects()].filter((r) => r.width > 0);
      if (!rects.length) continue;
      n += 1;
      const tops = new Set(rects.map((r) => Math.round(r.top)));
      const upright = getComputedStyle(parent).writingMode !== "horizontal-tb";
      // A hyphen or a slash in a word is a place where everybody breaks.
      const parts = word.split(/[-\\u2010\\u2013\\/]/).length;
      // A piece of a longer word that may be parted.
      const begins = match.index === 0 && node.previousSibling?.nodeName === "WBR";
      const goesOn = match.index + word.length === node.data.length && node.nextSibling?.nodeName === "WBR";
      if (!upright && !begins && !goesOn && tops.size > parts && word.length <= 24) found.push("parted: " + word);
      const held = scroller(parent);
      for (const r of rects) {
        if (!held && (r.right > width + 1 || r.left < -1)) found.push("beyond the page: " + word + " " + Math.round(r.right));
        words.push({ word, node, left: r.left, right: r.right, top: r.top, bottom: r.bottom });
      }
    }
  }
  if (document.documentElement.scrollWidth > width + 1) found.push("the page is " + document.documentElement.scrollWidth + " wide, not " + width);
  words.sort((a, b) => a.top - b.top);
  for (let i = 0; i < words.length; i++) {
    const a = words[i];
    for (let j = i + 1; j < words.length && words[j].top < a.bottom; j++) {
      const b = words[j];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left), down = Math.min(a.bottom, b.bottom) - b.top;
      // Boxes of lines touch; letters do from half a line.
      if (a.node !== b.node && across > 2 && down > (a.bottom - a.top) / 2) found.push("overlapping: " + a.word + " " + b.word);
    }
  }
  parent.postMessage(JSON.stringify({ n, found: found.slice(0, 15), all: found.length }), "*");
});
</script>
"""

FRAME = """<!DOCTYPE html><meta charset="utf-8"><pre id="said">nothing</pre>
<script>addEventListener("message", (e) => { document.getElementById("said").textContent = e.data; });</script>
<iframe src="%s" style="width:%dpx;height:1000px;border:0"></iframe>
"""


def browser(folder, *arguments):
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
        f"--user-data-dir={folder}/profile", *arguments,
    ]  # fmt: skip
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=50)
    except OSError as error:
        raise Failed(f"no chromium ({error}): .ci/packages pages") from error


def measured(page, width, folder):
    """What is wrong with a page at a width; pictures too, where somebody wants them."""
    copy = folder / f"{page.stem}-{width}.html"
    copy.write_text(page.read_text(encoding="utf-8").replace("</body>", MEASURE + "</body>"), encoding="utf-8")
    frame = folder / f"{page.stem}-{width}-frame.html"
    frame.write_text(FRAME % (copy.name, width), encoding="utf-8")
    done = browser(folder, "--virtual-time-budget=20000", "--window-size=1400,1100", "--dump-dom", frame.as_uri())
    said = re.search(r'<pre id="said">(.*?)</pre>', done.stdout, re.S)
    if not said or said[1] == "nothing":
        raise Failed(f"{page.name} was not measured at {width}: {done.stderr[-400:]}")
    return json.loads(html.unescape(said[1]))


def pages(binary, folder):
    """What the program writes, of the sample and of one whose texts are awkward."""

    def run(*arguments):
        done = subprocess.run([binary, *map(str, arguments)], cwd=folder, capture_output=True, text=True, timeout=50)
        if done.returncode:
            raise Failed(f"{arguments}: {done.stderr}")
        return done.stdout

    run("new", "a.ordito", "--sample", "--lang", "it")
    run("export", "a.ordito", "--to", "a.json")
    contents = json.loads((folder / "a.json").read_text(encoding="utf-8"))
    matrix = json.loads(run("info", "a.ordito", "--json"))["matrices"][0]["name"]
    long = "Il contributo dipende da come le proposte saranno attuate nei territori montani. " * 20
    awkward = (
        long + "Verbale in https://ente.example.org/personal/nome_cognome_ente_it/EYb7Qk9dV2xKq3m5n8p1r4sBzT6uWcXyAaBb "
        "e posta ufficiosviluppososteniblepianificazione@cert.cittametropolitana.esempio.it, impronta "
        + "da39a3ee5e6b4b0d3255bfef95601890afd80709 " * 2
    )

    def worsen(value, key=""):
        if isinstance(value, dict):
            return {name: worsen(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [worsen(each, key) for each in value]
        if isinstance(value, str) and value and key in ("reason", "mitigation", "description", "citation", "effects_here"):
            return awkward
        return value

    (folder / "b.json").write_text(json.dumps(worsen(contents), ensure_ascii=False), encoding="utf-8")
    shutil.copy(folder / "a.ordito", folder / "b.ordito")
    run("import", "b.ordito", "--from", "b.json")
    for name in "ab":
        file = f"{name}.ordito"
        to = folder / name
        run("sheets", file, "--to", to, "--format", "html", "--policy", "1.1.d", "--assessor", "Ufficio A")
        run("sheets", file, "--to", to, "--format", "html", "--goal", "4", "--assessor", "Ufficio A")
        parts = ("--part", "profile", "--part", "conflicts", "--part", "method")
        run("sheets", file, "--to", to, "--format", "html", "--whole", "--bound", "--assessor", "Ufficio A", *parts)
        run("export", file, "--to", to / "matrice.html", "--assessor", "Ufficio A")
        run("compare", f"{file}::{matrix}::Ufficio A", f"{file}::{matrix}::Ufficio B", "--to", to / "confronto.html")
    return sorted(folder.glob("[ab]/*.html"))


def whole(binary, width):
    with tempfile.TemporaryDirectory(prefix="ordito-pages-") as name:
        folder = pathlib.Path(name)
        n, wrong = 0, []
        for page in pages(binary, folder):
            said = measured(page, width, folder)
            n += said["n"]
            if said["all"]:
                wrong.append(f"{page.parent.name}/{page.name}, {said['all']} times:\n    " + "\n    ".join(said["found"]))
        if wrong:
            raise Failed(f"at {width} px:\n  " + "\n  ".join(wrong))
        if n < 10_000:
            raise Failed(f"only {n} words were measured")


def pages_are_whole_on_a_screen(binary):
    """1280 px: no word parted, nothing overlapping, nothing beyond the page."""
    whole(binary, 1280)


def pages_are_whole_on_a_telephone(binary):
    """390 px: the same."""
    whole(binary, 390)


def a_page_that_is_not_whole_is_seen(binary):
    """The measure itself: a table that parts its words, a word beyond the page, a text over another."""
    with tempfile.TemporaryDirectory(prefix="ordito-pages-") as name:
        folder = pathlib.Path(name)
        page = folder / "broken.html"
        page.write_text(
            "<!DOCTYPE html><meta charset='utf-8'><body><table style='width:60px'><tr><td style='overflow-wrap:anywhere'>"
            "Obiettivo</td><td style='overflow-wrap:anywhere'>Contributo</td></tr></table>"
            "<p style='white-space:nowrap'>" + "parola " * 26 + "</p>"
            "<p>sotto</p><p style='position:relative;top:-2.2em'>sopra</p></body>",
            encoding="utf-8",
        )
        said = " ".join(measured(page, 390, folder)["found"])
        for wanted in ("parted: Contributo", "beyond the page"):
            if wanted not in said:
                raise Failed(f"{wanted} was not seen: {said}")
        said = measured(page, 1280, folder)
        if not any("overlapping: " in each for each in said["found"]):
            raise Failed(f"what lies over another was not seen: {said}")


if __name__ == "__main__":
    main([a_page_that_is_not_whole_is_seen, pages_are_whole_on_a_screen, pages_are_whole_on_a_telephone], 180)
