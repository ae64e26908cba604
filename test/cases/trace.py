#!/usr/bin/env python3
"""Check that newstext-tag --trace tells what docs/trace.md shows.

A block of the page that begins with printf is a command; of the blocks up to the next command each line must stand in what
the command prints, in that order. Numbers may be others (they move with weights and rules), and "..." stands for anything.
Also checked: every stage tells something of that kind of text, and what the command line refuses. Prints TAP.
Needs build/newstext-tag and the model (make tools), no server.
"""
import os
import re
import subprocess
import sys

TOP = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
TAG = os.path.join(TOP, "build", "newstext-tag")
STAGES = "text names entities dates quotes amounts".split()
EVERY = "The mayor of Quillbrook, Ana Ruiz, said on Friday: “We will rebuild.” Repairs of the road to Texas cost $5 million."

done = bad = 0


def ok(good, name, *why):
    global done, bad
    done += 1
    bad += not good
    print("ok" if good else "not ok", done, "-", name)
    if not good:
        for line in why:
            print("#    ", line)


def tag(*arguments, text=""):
    return subprocess.run([TAG, *arguments], input=text, cwd=TOP, capture_output=True, text=True)


def pattern(line):
    parts = (re.escape(re.sub(r"-?\d+(\.\d+)?", "0", part)) for part in line.split("..."))
    return re.compile(".*".join(parts) + "$")


with open(os.path.join(TOP, "docs", "trace.md"), encoding="utf-8") as page:
    blocks = re.findall(r"^```\n(.*?)^```$", page.read(), re.M | re.S)
told, at = [], 0
for block in blocks:
    if "printf" in block:
        command = block[block.index("printf"):]
        run = subprocess.run(command, shell=True, cwd=TOP, capture_output=True, text=True)
        told = [re.sub(r"-?\d+(\.\d+)?", "0", line) for line in run.stdout.splitlines()]
        ok(run.returncode == 0 and told, "runs: " + command.splitlines()[0], run.stderr)
        continue
    at = 0
    for line in block.splitlines():
        if line == "...":
            continue
        found = next((i for i in range(at, len(told)) if pattern(line).match(told[i])), None)
        ok(found is not None, "shows: " + line, *told)
        at = at if found is None else found + 1

for stage in STAGES:
    run = tag("--published=2025-04-11", "--trace", stage, "-", text=EVERY)
    ok(f"\n-- {stage}\n" in run.stdout, f"--trace {stage} tells something", *run.stdout.splitlines())
usage = tag("--help")
ok(usage.returncode == 0 and all(stage in usage.stdout for stage in STAGES), "--help names every stage", *usage.stdout.splitlines())
for arguments, says in ((["--trace", "weather", "-"], "weather"), (["--jsonl", "weather", "-"], 'no task "weather"'),
                        (["--speed", "weather", "-"], 'no stage "weather"'), (["--colour", "-"], "unknown option --colour"),
                        (["--published=2025-02-30", "-"], '"2025-02-30" is no day')):
    run = tag(*arguments, text='{"text": "a"}\n')
    ok(run.returncode != 0 and says in run.stderr, "refuses " + " ".join(arguments), run.stderr)
print(f"1..{done}")
sys.exit(1 if bad else 0)
