"""Writes the licences of everything that is in the program, as one text, to standard output.

Our own licence, fonts and icons, then every crate that is compiled in, with the licence files that its package brings.
Equal texts are printed once. Where a package brings none (many name the licence and leave the text to the repository),
the standard text of a licence it offers stands for it. Fails when a crate's licence is unknown to it.
"""

import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NAME = re.compile(r"(licen[cs]e|copying|notice|unlicense|copyright|ofl|ufl)", re.I)
STANDARD = {}
MIT = """MIT License

Copyright (c) <year> <copyright holders>

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE."""


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return "\n".join(line.rstrip() for line in file.read().replace("\r\n", "\n").strip().split("\n"))


def cargo(*arguments):
    return subprocess.run(("cargo", *arguments), cwd=ROOT, check=True, capture_output=True, text=True).stdout


def compiled_in():
    """Names and versions of the crates of the release build: no tests, no build scripts, no macros."""
    lines = cargo("tree", "--locked", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}",
                  "--target", "x86_64-unknown-linux-gnu").splitlines()
    return {tuple(line.split()[:2]) for line in lines if line.strip()}


def licence_files(folder):
    found = []
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if each not in ("target", ".git", "tests", "benches", "examples"))
        for name in sorted(files):
            path = os.path.join(where, name)
            if NAME.match(name) and not name.endswith((".rs", ".toml", ".json", ".py")) and os.path.getsize(path) < 200_000:
                found.append(path)
    return found


def standard(expression):
    """The standard text of the first licence of the expression that we have."""
    for each in re.split(r"\s+(?:OR|AND)\s+|/|[()]", expression):
        each = each.strip().split(" WITH ")[0]
        if each in STANDARD:
            return each, STANDARD[each]
    sys.exit(f"no text for the licence {expression}")


def main():
    metadata = json.loads(cargo("metadata", "--locked", "--format-version", "1",
                                "--filter-platform", "x86_64-unknown-linux-gnu"))
    wanted = compiled_in()
    packages = sorted((each for each in metadata["packages"]
                       if each["source"] and (each["name"], "v" + each["version"]) in wanted),
                      key=lambda each: (each["name"], each["version"]))
    if len(packages) < 100:
        sys.exit("this list of crates is too short to be right")
    files = {each["id"]: licence_files(os.path.dirname(each["manifest_path"])) for each in packages}
    # Standard texts are taken from packages that bring them under their usual names.
    for each in packages:
        for path in files[each["id"]]:
            text = read(path)
            if "Apache License" in text and "Version 2.0" in text and "APPENDIX" in text:
                STANDARD.setdefault("Apache-2.0", text)
            if text.startswith("Zero-Clause BSD") or "0BSD" in text[:40]:
                STANDARD.setdefault("0BSD", text)
    STANDARD["MIT"] = MIT
    STANDARD["CC0-1.0"] = read(os.path.join(ROOT, "LICENSES", "CC0-1.0.txt"))

    print("LICENCES OF ALL PARTS OF ORDITO\n\nOrdito itself: EUPL-1.2, Ordito contributors. Its text:\n")
    print(read(os.path.join(ROOT, "LICENSE")))
    for title, path in (("Typeface Titillium Web (OFL-1.1)", "assets/fonts/Titillium-OFL.txt"),
                        ("Typeface DejaVu Sans", "assets/fonts/DejaVu-LICENCE.txt")):
        print(f"\n\n{'=' * 100}\n{title}\n{'=' * 100}\n\n{read(os.path.join(ROOT, path))}")
    print(f"\n\n{'=' * 100}\nMaterial Symbols, the icons (Apache-2.0, Google), are a part of those in the crate\n"
          f"egui_material_icons; SQLite, in the crate libsqlite3-sys, is in the public domain.\n{'=' * 100}\n")
    print(f"Crates compiled in: {len(packages)}\n")
    texts = {}
    for each in packages:
        licence = each["license"] or "see its file"
        print(f"  {each['name']} {each['version']}: {licence}")
        own = [(os.path.basename(path), read(path)) for path in files[each["id"]]]
        if not own:
            name, text = standard(licence)
            own = [(f"standard text of {name}", text)]
        for name, text in own:
            texts.setdefault(text, []).append(f"{each['name']} {each['version']} ({name})")
    for text, users in texts.items():
        print(f"\n\n{'=' * 100}\n{', '.join(users)}\n{'=' * 100}\n\n{text}")


main()
