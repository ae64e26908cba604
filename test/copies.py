#!/usr/bin/env python3
"""Copies made by rule of the project's own articles are found, and other articles are not taken for copies.

    test/copies.py      connects as psql does; prints TAP

Of each article of test/gold three copies are made: its first half; a new lead above all but its first paragraph, with an
agency's line and a fifth of another article in the middle; and the half of that in capitals and other marks. Every
copy must be a copy of its article (a % b), whichever is asked, and no two different articles may be copies, nor two that have
the same people's words: an article with the direct quotations of another. Then each direct
quotation is cut to two thirds, given an ellipsis, or an editor's brackets, and must still be these words (quote % words).
"""
import csv
import io
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "gold"))
import gold                                                     # noqa: E402

MARKS = str.maketrans("“”‘’—", "\"\"''-")


def paragraphs(text):
    return [p for p in re.split(r"\n+", text) if p.strip()]


def half(text):
    kept = []
    for p in paragraphs(text):
        kept.append(p)
        if sum(map(len, kept)) > len(text) / 2:
            break
    return "\n\n".join(kept)


def led_anew(text, other):
    lines = ["HALVERN (Nord News) - It was a long day for the people of this town, and longer for those who had to tell of it.",
             *paragraphs(text)[1:]]
    local, want = [], len(text) / 5
    for p in paragraphs(other):
        if sum(map(len, local)) < want:
            local.append(p)
    middle = len(lines) // 2
    return "\n\n".join(lines[:middle] + local + lines[middle:]) + "\n\n(Reporting by Ida Voss; Editing by Paul Denny)"


def with_words_of(article, other):
    """with_words_of puts what other's people say, as far as it is a fifth of the article, into the article."""
    said, want = [], len(article["text"]) / 5
    for quote in other["quotes"]:
        if quote["kind"] == "direct" and sum(map(len, said)) < want:
            said.append(" ".join(other["text"][s:e] for s, e in quote["pieces"]) + " Ida Voss said.")
    lines = paragraphs(article["text"])
    return "\n\n".join(lines[:3] + said + lines[3:])


def quotations(article):
    for quote in article["quotes"]:
        words = " ".join(article["text"][s:e] for s, e in quote["pieces"]).split()
        if quote["kind"] == "direct" and len(words) >= 9:
            third = len(words) // 3
            yield " ".join(words), [" ".join(words[third:]), " ".join(words[:third] + ["..."] + words[third + 1:]),
                                    " ".join(words[:third] + ["[sic]"] + words[third:])]


SQL = """\\set ON_ERROR_STOP 1
SET client_encoding = 'UTF8';
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newstext;
CREATE TEMP TABLE made (nr int, of int, body text);
CREATE TEMP TABLE near_miss (a text, b text);
CREATE TEMP TABLE said (quote text, words text);
\\copy made FROM STDIN (FORMAT csv)
%s\\.
\\copy near_miss FROM STDIN (FORMAT csv)
%s\\.
\\copy said FROM STDIN (FORMAT csv)
%s\\.
SELECT count(*) FILTER (WHERE a.of = b.of), count(*) FILTER (WHERE a.of = b.of AND x.near), count(*) FILTER (WHERE a.of <> b.of),
  count(*) FILTER (WHERE a.of <> b.of AND x.near), count(*) FILTER (WHERE x.near <> (y.signature %% x.signature))
FROM (SELECT nr, of, news_signature(body) AS signature FROM made) a JOIN (SELECT nr, of, news_signature(body) AS signature FROM made) b ON a.nr < b.nr,
LATERAL (SELECT a.signature %% b.signature AS near, a.signature) x, LATERAL (SELECT b.signature) y
WHERE a.of = b.of AND a.nr %% 4 = 0 OR a.of <> b.of AND a.nr %% 4 = 0 AND b.nr %% 4 = 0;
SELECT count(*), count(*) FILTER (WHERE news_signature(a) %% news_signature(b)) FROM near_miss;
SELECT count(*), count(*) FILTER (WHERE jsonb_build_object('kind', 'direct', 'text', quote)::text::news_quote %% words) FROM said;
"""


def rows(lines):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()


articles = [gold.read(name) for name in gold.all_names([])]
made, said, near = [], [], []
for n, article in enumerate(articles):
    text, other = article["text"], articles[n - 1]["text"]
    anew = led_anew(text, other)
    for body in (text, half(text), anew, half(anew).translate(MARKS).upper()):
        made.append((len(made), n, body))
    near += [(articles[n - k]["text"], with_words_of(article, articles[n - k])) for k in (1, 2, 3)]
    for quote, changed in quotations(article):
        said += [(quote, words) for words in changed]
run = subprocess.run(["psql", "-XqAtF,", "-f", "-"], input=(SQL % (rows(made), rows(near), rows(said))).encode(), stdout=subprocess.PIPE)
if run.returncode:
    sys.exit(run.returncode)
(copies, found, others, taken, uneven), (misses, mistaken), (words, same) = (map(int, line.split(",")) for line in run.stdout.decode().split())
tests = [(found == copies and copies >= 60, f"{found} of {copies} copies of own articles are found"),
         (taken == 0 and others >= 60, f"{taken} of {others} pairs of different articles are taken for copies"),
         (mistaken == 0 and misses >= 60, f"{mistaken} of {misses} articles with another's quotations are taken for its copies"),
         (uneven == 0, "a % b is b % a"),
         (same >= .95 * words and words >= 100, f"{same} of {words} changed quotations are the same words")]
for n, (good, what) in enumerate(tests, 1):
    print(f"{'ok' if good else 'not ok'} {n} - {what}")
print(f"1..{len(tests)}")
sys.exit(any(not good for good, _ in tests))
