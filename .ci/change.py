"""For .ci/change. `tests`, with names of changed files on standard input: a line with the crates that changed and those
that stand on them, then a line for each part of tests/it that is theirs. `programs CRATE...`, with cargo's messages on
standard input: the programs of those crates' own tests."""

import json
import pathlib
import subprocess
import sys

# The parts of tests/it that try a crate. Those of the window's rooms have the names of the rooms.
PARTS = {
    "ordito-ground": [],
    "ordito-model": [],
    "ordito-document": ["document::", "storage::"],
    "ordito-workbook": ["exchange::"],
    "ordito-import": ["exchange::", "library::"],
    "ordito-words": ["i18n::"],
    "ordito-analysis": ["analysis::"],
    "ordito-pages": ["figure::", "report::", "export::"],
    "ordito-workspace": ["workspace::"],
    "ordito-ui": ["ui::"],
    "ordito-paper": ["export::"],
    "ordito-raster": ["ui::"],
    "ordito": ["cli::"],
}
# Files that no crate's folder holds, and who reads them.
READERS = {
    "assets/i18n/": "ordito-words",
    "assets/typst/": "ordito-pages",
    "assets/sheets/": "ordito-pages",
    "assets/guide/": "ordito-pages",
    "assets/fonts/": "ordito-pages",
    "assets/frameworks/": "ordito-import",
    "assets/scales/": "ordito-import",
    "sample-policies/": "ordito-import",
}
ALWAYS = ["architecture", "docs::", "i18n::"]


def standing_on():
    """For each crate those that name it."""
    data = json.loads(subprocess.run(("cargo", "metadata", "--locked", "--no-deps", "--format-version", "1"),
                                     check=True, capture_output=True, text=True).stdout)
    users = {name: set() for name in PARTS}
    for package in data["packages"]:
        for dependency in package["dependencies"]:
            if dependency["kind"] != "dev" and dependency["name"] in users:
                users[dependency["name"]].add(package["name"])
    return users


def tests(changed):
    users = standing_on()
    found, parts, everything = set(), set(ALWAYS), False
    open_ = []
    for file in filter(None, changed):
        folders = file.split("/")
        if folders[0] in ("Cargo.toml", "Cargo.lock", ".ci") or file.endswith("/Cargo.toml"):
            everything = True
        elif folders[:2] == ["src", "ui"] and len(folders) > 3 and pathlib.Path("tests/it/ui", folders[2]).with_suffix(".rs").exists():
            # A room of the window is tried alone: no other knows it.
            parts.add(f"ui::{folders[2]}")
            found.add("ordito-ui")
        elif folders[0] == "src":
            crate = f"ordito-{folders[1]}"
            open_.append(crate if crate in PARTS else "ordito")
        elif folders[:2] == ["tests", "it"] and len(folders) > 2:
            parts.add("::".join(folders[2:]).removesuffix(".rs").removesuffix("mod"))
        open_ += [crate for beginning, crate in READERS.items() if file.startswith(beginning)]
    while open_:
        crate = open_.pop()
        if crate not in found or crate == "ordito-ui":
            # The command line stands on all crates but the window.
            above = users[crate] - ({"ordito"} if crate in ("ordito-ui", "ordito-raster") else set())
            open_ += above - found
            found.add(crate)
            parts.update(PARTS[crate])
    print(*sorted(PARTS if everything else found))
    if not everything:
        print(*sorted(parts), sep="\n")


def programs(crates):
    for line in sys.stdin:
        message = json.loads(line) if line.startswith("{") else {}
        if message.get("executable") and message["profile"]["test"] and message["target"]["kind"] == ["lib"]:
            if message["manifest_path"].removesuffix("/Cargo.toml") in folders(crates):
                print(message["executable"])


def folders(crates, known={}):
    if not known:
        data = json.loads(subprocess.run(("cargo", "metadata", "--locked", "--no-deps", "--format-version", "1"),
                                         check=True, capture_output=True, text=True).stdout)
        known.update({package["name"]: package["manifest_path"].removesuffix("/Cargo.toml") for package in data["packages"]})
    return {known[crate] for crate in crates if crate in known}


if sys.argv[1] == "tests":
    tests(sys.stdin.read().splitlines())
else:
    programs(sys.argv[2:])
