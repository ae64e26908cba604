#!/usr/bin/env python3
"""Check that every rule of data/en/amounts/rules.txt wins on its example.

A rule is a line with =>; the comment before it, "# e.g. The bridge cost [$1.2 billion] to build.", is the text on which
it, and no other rule, must find what stands in brackets. Prints TAP. Needs build/newstext-tag and the model (make tools).
"""
import json
import os
import subprocess
import sys

TOP = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
RULES = os.path.join(TOP, "data", "en", "amounts", "rules.txt")

rules, example = [], None
with open(RULES, encoding="utf-8") as lines:
    for number, line in enumerate(lines, 1):
        if line.startswith("# e.g. "):
            example = line[7:].rstrip("\n")
        elif " => " in line:
            rules.append((number, line.strip(), example))
            example = None
texts = [(example or "").replace("[", "").replace("]", "") for _, _, example in rules]
body = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
run = subprocess.run([os.path.join(TOP, "build", "newstext-tag"), "--jsonl", "amounts", "/dev/stdin"],
                     input=body.encode(), stdout=subprocess.PIPE, check=True, cwd=TOP)
bad = 0
for i, ((number, rule, example), text, line) in enumerate(zip(rules, texts, run.stdout.decode().splitlines()), 1):
    found = [(text[a["start"]:a["end"]], a["rule"]) for a in json.loads(line)["amounts"]]
    want = example[example.index("[") + 1:example.index("]")] if example else None
    good = (want, number) in found
    bad += not good
    print(f"{'ok' if good else 'not ok'} {i} - line {number}: {rule}")
    if not good:
        print(f"#     wanted {want!r}, got {found}" if example else "#     has no example above it")
print(f"1..{len(rules)}")
sys.exit(1 if bad else 0)
