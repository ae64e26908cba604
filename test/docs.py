#!/usr/bin/env python3
"""Runs the examples of README.md and docs/*.md, so that none of them lies.

    test/docs.py        in a database of its own on the server that PGHOST names

Every statement of a block marked ```sql must run.  Comment lines right below it
that begin with two spaces, "--  value | value", must be its rows, white space
around the values aside.  A block with a line "..." shows a part of something
and is left out.  Prints TAP.
"""
import glob
import os
import re
import subprocess
import sys

DATABASE = "newstext_docs"
PSQL = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


def psql(database, statement):
    return subprocess.run(PSQL + ["-d", database, "-c", statement], capture_output=True, text=True)


def blocks(markdown):
    for block in re.findall(r"^```sql\n(.*?)^```", markdown, re.M | re.S):
        if not re.search(r"^\s*\.\.\.\s*$", block, re.M):
            yield block


def statements(block):
    """Yields (statement, expected rows)."""
    lines = block.split("\n")
    statement = []
    i = 0
    while i < len(lines):
        statement.append(re.sub(r"\s+-- .*$", "", lines[i]))
        i += 1
        if statement[-1].endswith(";"):
            rows = []
            while i < len(lines) and lines[i].startswith("--  "):
                rows.append(lines[i][4:])
                i += 1
            yield "\n".join(statement).strip(), rows
            statement = []


def prepared(statement):
    """Makes a statement that others came before one that can follow them."""
    if statement.startswith("CREATE TABLE article"):
        return "DROP TABLE IF EXISTS article; " + statement
    return statement.replace("CREATE EXTENSION newstext", "CREATE EXTENSION IF NOT EXISTS newstext")


def row(line):
    return [value.strip() for value in line.split("|")]


def main():
    readme = open(os.path.join(TOP, "README.md"), encoding="utf-8").read()
    table = re.search(r"^CREATE TABLE article.*?^\);", readme, re.M | re.S).group()
    tests = failed = 0
    for path in [os.path.join(TOP, "README.md")] + sorted(glob.glob(os.path.join(TOP, "docs", "*.md"))):
        subprocess.run(["dropdb", "--if-exists", DATABASE], capture_output=True, check=True)
        subprocess.run(["createdb", "-T", "template0", DATABASE], check=True)
        psql(DATABASE, "CREATE EXTENSION newstext")
        psql(DATABASE, table)
        for block in blocks(open(path, encoding="utf-8").read()):
            for statement, rows in statements(block):
                tests += 1
                result = psql(DATABASE, prepared(statement))
                got = result.stdout.rstrip("\n").split("\n")
                good = result.returncode == 0 and (not rows or [row(r) for r in rows] == [row(r) for r in got])
                failed += not good
                print("%sok %d - %s: %s" % ("" if good else "not ", tests, os.path.relpath(path, TOP),
                                            " ".join(statement.split())[:70].replace("#", "\\#")))
                if not good:
                    for line in result.stderr.split("\n") + ["got " + r for r in got] + ["not " + r for r in rows]:
                        print("# " + line)
    subprocess.run(["dropdb", DATABASE], check=True)
    print("1..%d" % tests)
    sys.exit(failed > 0)


main()
