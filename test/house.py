#!/usr/bin/env python3
"""Check the rules of the house that a program can check (CONTRIBUTING.md, docs/architecture.md).

A folder of src/core is a stage; a file says at its top which it is and what it does; a function is at most 80 lines; headers
include no circle; marks are asked for by their class, so that code points stand in the files that classify characters; nothing
is declared for others that no other file uses, no class of words is kept that nothing reads. Prints TAP; needs no build.
"""
import os
import re
import sys

TOP = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
LINES = 80
CODE_POINTS = {"base/utf8.c", "base/utf8.h", "text/language.c", "text/mark.c", "text/markup_byte.c", "text/markup_write.c", "text/markup_tree.c", "text/reference.c",
               "text/reference_names.h", "text/token.c", "text/token_alike.c", "text/token_class.c", "text/token_english.c"}

os.chdir(TOP)
text = {}
for folder in ("src", "test/unit", "test/fuzz"):
    for path, _, names in os.walk(folder):
        for name in names:
            if name.endswith((".c", ".h")):
                with open(os.path.join(path, name), encoding="utf-8") as file:
                    text[os.path.join(path, name)] = file.read()
code = {path: re.sub(r"""/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'""", lambda m: "\n" * m[0].count("\n") + "0", body, flags=re.S)
        for path, body in text.items()}
sources = sorted(path for path in text if path.startswith("src/"))
tests = bad = 0


def report(name, wrong):
    global tests, bad
    tests += 1
    bad += bool(wrong)
    print("not ok" if wrong else "ok", tests, "-", name)
    for line in wrong:
        print("#    ", line)


def long_functions():
    for path in sources:
        begin = None
        for number, line in enumerate(code[path].splitlines(), 1):
            if line == "{":
                begin = number
            elif line == "}" and begin is not None:
                if number - begin - 1 > LINES:
                    yield f"{path}:{begin}: {number - begin - 1} lines"
                begin = None


def included(path):
    for name in re.findall(r'#include "([^"]+)"', text[path]):
        for folder in ("src/core", "src/pg", "src/tools", os.path.dirname(path)):
            found = os.path.normpath(os.path.join(folder, name))
            if found in text:
                yield found
                break


def circles():
    reach = {path: set(included(path)) for path in sources if path.endswith(".h")}
    for path in reach:
        seen, open_ = set(), list(reach[path])
        while open_:
            header = open_.pop()
            if header not in seen:
                seen.add(header)
                open_ += reach.get(header, ())
        if path in seen:
            yield path


def lonely():
    users = {}
    for path, body in code.items():
        for word in set(re.findall(r"\b[a-z_]\w+\b", body)):
            users.setdefault(word, set()).add(path)
    for path in sources:
        if path.endswith(".h"):
            for name in re.findall(r"^extern [^;(]*?\b(\w+)\s*\(", code[path], re.M):
                # what a macro of the header calls is used wherever the macro is
                if len(users[name] - {path}) < 2 and len(re.findall(rf"\b{name}\b", code[path])) == 1 and not name.endswith(("_name", "_number")):
                    yield f"{path}: {name} is used in {', '.join(sorted(users[name] - {path})) or 'no file'} only"


def unread_classes():
    dates = open("data/en/dates/words.txt", encoding="utf-8").read()
    for symbol, name in re.findall(r'X\((LEX_\w+), "(\w+)"', text["src/core/know/lexclass.h"]):
        if not any(re.search(rf"\b{symbol}\b", body) for path, body in code.items() if not path.endswith("lexclass.h")) and \
                not re.search(rf"\b{name}\b", dates):
            yield name


report("src/core is a list of stages", [name for name in os.listdir("src/core")
                                        if name.endswith((".c", ".h")) and name not in ("article.h", "read.c", "read.h")])
report("a file says which it is", [path for path in sources if not re.match(
    rf"/\*\n \* {re.escape(os.path.basename(path))} -- |/\* Made by data/generate/", text[path])])
report(f"functions have at most {LINES} lines", list(long_functions()))
report("headers include no circle", list(circles()))
report("code points stand where characters are classified", [
    f"{path}:{code[path].count(chr(10), 0, m.start()) + 1}: {m[0]}" for path in sources
    if path.startswith("src/core/") and path[len("src/core/"):] not in CODE_POINTS
    for m in re.finditer(r"\b0x(?:20[0-9A-F]{2}|00[A-F][0-9A-F]|02BC|30[0-9A-F]{2}|FF0[0-9A-F])\b", code[path])])
report("what is declared for others is used by others", list(lonely()))
report("every class of words is read", list(unread_classes()))
print(f"1..{tests}")
sys.exit(1 if bad else 0)
