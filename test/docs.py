#!/usr/bin/env python3
"""Runs the examples of README.md and docs/*.md, so that none of them lies.

    test/docs.py [PAGE...]       in databases of its own on the server that PGHOST names

The blocks marked ```sql of a page run in printed order in one session, in a fresh
database: the README's in an empty one, those of docs/ where the extension and the
first table of docs/reference.md are there, unless they make their own. Comment lines
right below a statement that begin with two spaces, "--  value | value", must be its
rows, white space around the values aside; "--  ERROR:  text" is an error that has to
come. Blocks marked ```python run in order too, as one program on the same database,
and the lines "#  text" in them must be what it prints; they are skipped where psycopg
is not installed. A block with a line "..." shows a part of something and is left out.
Prints TAP.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

DATABASE = "newstext_docs"
PSQL = ["psql", "-X", "-q", "-A", "-t", "-d", DATABASE]
TOP = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))


class Tap:
    def __init__(self):
        self.tests = 0
        self.failed = 0

    def result(self, good, name, remarks=(), skip=None):
        self.tests += 1
        self.failed += not good
        print("%sok %d - %s%s" % ("" if good else "not ", self.tests, name.replace("#", "\\#"), " # skip " + skip if skip else ""))
        if not good:
            for line in remarks:
                print("# " + line)


def read(path):
    with open(os.path.join(TOP, path), encoding="utf-8") as file:
        return file.read()


def blocks(markdown, language):
    for block in re.findall(r"^```%s\n(.*?)^```" % language, markdown, re.M | re.S):
        if not re.search(r"^\s*\.\.\.\s*$", block, re.M):
            yield block


def ends(lines):
    """Tells whether these lines are a whole statement: no quotation is open at their end."""
    text = re.sub(r"\$(\w*)\$.*?\$\1\$", "", "\n".join(lines), flags=re.S)
    return "$$" not in text and text.count("'") % 2 == 0 and text.rstrip().endswith((";", "\\gset"))


def statements(block):
    """Yields (statement, expected rows)."""
    lines = block.split("\n")
    statement = []
    i = 0
    while i < len(lines):
        statement.append(re.sub(r"\s+-- .*$", "", lines[i]))
        if not statement[0].strip() or (len(statement) == 1 and statement[0].startswith("-- ")):
            statement = []
        i += 1
        if statement and (statement[0].startswith("\\") or ends(statement)):
            rows = []
            while i < len(lines) and lines[i].startswith("--  "):
                rows.append(lines[i][4:])
                i += 1
            yield "\n".join(statement).strip(), rows
            statement = []


def prepared(statement):
    """Makes a statement that others came before one that can follow them."""
    if statement.startswith("CREATE TABLE article"):
        return "DROP TABLE IF EXISTS article CASCADE; " + statement
    return statement.replace("CREATE EXTENSION newstext", "CREATE EXTENSION IF NOT EXISTS newstext")


def session(script, folder):
    """Runs statements in one session; returns (output, errors) of each."""
    text = "".join("%s\n\\echo @@%d\n\\warn @@%d\n" % (s, i, i) for i, s in enumerate(script))
    result = subprocess.run(PSQL, input=text, capture_output=True, text=True, cwd=folder)
    pieces = []
    for stream in (result.stdout, result.stderr):
        cut = re.split(r"^@@\d+\n", stream, flags=re.M)
        pieces.append(cut + [""] * (len(script) - len(cut)))
    return list(zip(*pieces))


def row(line):
    return [value.strip() for value in line.split("|")]


def as_expected(output, errors, rows):
    if rows and rows[0].startswith("ERROR:"):
        return rows[0] in errors
    if re.search(r"^(psql:.*)?(ERROR|FATAL):|: error:|invalid command|No such file", errors, re.M):
        return False
    got = output.rstrip("\n").split("\n")
    return not rows or [row(r) for r in rows] == [row(r) for r in got]


def run_sql(tap, path, markdown, setup, folder):
    script = [pair for block in blocks(markdown, "sql") for pair in statements(block)]
    answers = session(setup + [prepared(s) if setup else s for s, _ in script], folder)[len(setup):]
    for (statement, rows), (output, errors) in zip(script, answers):
        tap.result(as_expected(output, errors, rows), "%s: %s" % (path, " ".join(statement.split())[:70]),
                   errors.split("\n") + ["got " + r for r in output.rstrip("\n").split("\n")] + ["not " + r for r in rows])


def run_python(tap, path, markdown, folder):
    programs = list(blocks(markdown, "python"))
    if not programs:
        return
    missing = [m for m in re.findall(r"^(?:import|from) (\w+)", "\n".join(programs), re.M)
               if subprocess.run([sys.executable, "-c", "import " + m], capture_output=True).returncode != 0]
    if missing:
        tap.result(True, "%s: Python" % path, skip="without " + ", ".join(sorted(set(missing))))
        return
    result = subprocess.run([sys.executable, "-W", "error", "-c", "\n".join(programs)], capture_output=True, text=True,
                            env=dict(os.environ, PGDATABASE=DATABASE), cwd=folder)
    expected = [line[3:] for program in programs for line in program.split("\n") if line.startswith("#  ")]
    got = result.stdout.rstrip("\n").split("\n")
    tap.result(result.returncode == 0 and [r.split() for r in got] == [r.split() for r in expected], "%s: Python" % path,
               result.stderr.split("\n") + ["got " + r for r in got] + ["not " + r for r in expected])


def main():
    tap = Tap()
    table = re.search(r"^CREATE TABLE article.*?^\);", read("docs/reference.md"), re.M | re.S).group()
    pages = sys.argv[1:] or ["README.md"] + sorted(os.path.relpath(p, TOP) for p in glob.glob(os.path.join(TOP, "docs", "*.md")))
    for path in pages:
        subprocess.run(["dropdb", "--if-exists", DATABASE], capture_output=True, check=True)
        subprocess.run(["createdb", "-T", "template0", DATABASE], check=True)
        markdown = read(path)
        setup = [] if "CREATE EXTENSION newstext;" in markdown and path == "README.md" else ["CREATE EXTENSION newstext;", table]
        folder = tempfile.mkdtemp(prefix="newstext.docs.")
        try:
            run_sql(tap, path, markdown, setup, folder)
            run_python(tap, path, markdown, folder)
        finally:
            shutil.rmtree(folder)
    subprocess.run(["dropdb", DATABASE], check=True)
    print("1..%d" % tap.tests)
    sys.exit(tap.failed > 0)


main()
