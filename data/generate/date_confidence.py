#!/usr/bin/env python3
"""date_confidence.py measures data/en/dates/confidence.txt.

usage: make tools; data/generate/date_confidence.py TIMEX.jsonl... > confidence.new

Reads corpora with TIMEX3 values, runs build/newstext-tag --trace dates on each article, and prints for what each value
rests on how often an expression with the annotated extent has the annotated value, smoothed towards the old number by
ten expressions. What the corpora do not tell (impossible dates, the order of 4/5/25) keeps its number.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

TOP = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
FILE = os.path.join(TOP, "data", "en", "dates", "confidence.txt")
TOLD = re.compile(r'^"(.*)" (\w+) (.+) by line \d+ of rules.txt, (\w+), confidence \d+$')
PRIOR = 10

right, seen = {}, {}
for path in sys.argv[1:]:
    for line in open(path, encoding="utf-8"):
        article = json.loads(line)
        gold = {}
        for t in article["timexes"]:
            gold.setdefault(article["text"][t["start"]:t["end"]].replace("\n", " "), []).append(t["value"])
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as f:
            f.write(article["text"].replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n\n"))
            f.flush()
            day = ["--published=" + article["dct"][:10]] if article.get("dct") else []
            told = subprocess.run([os.path.join(TOP, "build", "newstext-tag"), *day, "--trace", "dates", f.name],
                                  capture_output=True, text=True, check=True).stdout
        for one in told.splitlines():
            m = TOLD.match(one)
            if m and gold.get(m.group(1)):
                values = gold[m.group(1)]
                seen[m.group(4)] = seen.get(m.group(4), 0) + 1
                right[m.group(4)] = right.get(m.group(4), 0) + (m.group(3) in values)

for line in open(FILE, encoding="utf-8"):
    word = line.split()
    if line.startswith("#") or len(word) != 2:
        print(line, end="")
        continue
    n = seen.get(word[0], 0)
    print(word[0], round((right.get(word[0], 0) * 1000 + int(word[1]) * PRIOR) / (n + PRIOR)))
    print(f"{word[0]}: {right.get(word[0], 0)} of {n}", file=sys.stderr)
