#!/usr/bin/env python3
"""Judge how whole pages are read, beside the text of their article alone.

    test/pages/judge.py                 a line a page of templates.py; fails below the floors of FLOORS
    test/pages/judge.py NAME... --show  only these pages or copies; prints what is missing and what is too much
    test/pages/judge.py --print PAGE ARTICLE    a page, to be looked at with newstext-tag --trace text

The articles are test/cases/wild.jsonl and test/gold. Needs build/newstext-tag and the model (make tools), no server.
A quotation of the text is found on the page when its letters agree, or nearly; what is found beside is further. A speaker is wrong
when the page gives another than the text, and not nobody.
"""
import argparse
import html
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.normpath(os.path.join(HERE, "..", ".."))
sys.path.insert(0, HERE)
import templates  # noqa: E402

FLOORS = {"quotations": .99, "speakers": .98, "entities": .98}
MOST = {"further quotations": 30, "wrong speakers": 8, "further entities": 250}
OWN = {"Rosamund Pell", "ROSAMUND PELL", "Ivo Brandt/Pressfoto", "Ivo Brandt"}    # who wrote it, and whose the picture is
BYLINE = re.compile(r"(By|Story by|Interview by) [A-Z][^.!?]{3,80}$")


def articles():
    """articles yields a name and an Article: headline, byline and paragraphs of each text."""
    texts = []
    with open(os.path.join(TOP, "test", "cases", "wild.jsonl"), encoding="utf-8") as lines:
        texts += [(c["id"], c["text"]) for c in map(json.loads, lines) if c["cause"].startswith("article")]
    gold = os.path.join(TOP, "test", "gold")
    for file in sorted(os.listdir(gold)):
        # what is no running text, or has a page's furniture of its own
        if file.endswith(".txt") and file[:-4] not in ("liveblog", "results", "wire", "market", "interview"):
            with open(os.path.join(gold, file), encoding="utf-8") as text:
                texts.append((file[:-4], text.read()))
    for name, text in texts:
        blocks = [b.strip() for b in re.split(r"\n\s*\n", text) if b.strip()]
        headline, rest = blocks[0].split("\n")[0], blocks[1:]
        while rest and (BYLINE.match(rest[0].split("\n")[-1]) or len(rest[0]) < 60):
            rest.pop(0)
        yield name, templates.Article(headline, [" ".join(b.split("\n")) for b in rest])


def plain(article):
    """plain is the text alone, which says what a page should give."""
    return article.headline + "\n\n" + "\n\n".join(article.paragraphs)


def letters(text):
    return re.sub(r"\W+", "", re.sub(r"<[a-zA-Z/!][^>]*>", "", text or "")).lower()


def read(texts):
    """read asks newstext-tag for the quotations and entities of each text."""
    body = "".join(json.dumps({"id": str(i), "text": t, "published": "2025-03-04"}) + "\n" for i, t in enumerate(texts))
    run = subprocess.run([os.path.join(TOP, "build", "newstext-tag"), "--jsonl", "all", "/dev/stdin"],
                         input=body.encode(), stdout=subprocess.PIPE, check=True, cwd=TOP)
    out = []
    for line, text in zip(run.stdout.decode().splitlines(), texts):
        found = json.loads(line)
        quotes = [(letters(clean("".join(text[s:e] for s, e in q["content"]))), q.get("speaker")) for q in found["quotes"] if q["kind"] != "indirect"]
        out.append((quotes, {(e["name"], e["kind"]) for e in found["entities"]}))
    return out


def clean(text):
    return html.unescape(re.sub(r"<[a-zA-Z/!][^>]*>", "", text))


def near(a, b):
    return a == b or (len(a) > 15 and (a in b or b in a) and min(len(a), len(b)) > .8 * max(len(a), len(b)))


class Count:
    def __init__(self):
        self.quotes = self.found = self.speakers = self.wrong = self.more = self.entities = self.met = self.further = 0

    def add(self, other):
        for k in vars(self):
            setattr(self, k, getattr(self, k) + getattr(other, k))

    def line(self, name):
        share = lambda n, of: 100 * n / of if of else 100
        return (f"{name:14} quotations {self.found:3} of {self.quotes:3} {share(self.found, self.quotes):5.1f} %  same speaker {share(self.speakers, self.quotes):5.1f} %  "
                f"wrong {self.wrong:2}  further {self.more:3}   entities {self.met:4} of {self.entities:4} {share(self.met, self.entities):5.1f} %  further {self.further:3}")


def compare(text, page, show, name):
    c, used = Count(), set()
    for content, speaker in text[0]:
        same = [i for i, (other, _) in enumerate(page[0]) if near(content, other)]
        if same:
            used.add(same[0])
            other = page[0][same[0]][1]
            c.found += 1
            c.speakers += other == speaker
            c.wrong += other != speaker and bool(other)
            if show and other != speaker:
                print(f"    {name}: speaker {speaker} got {other}: {content[:60]}")
        elif show:
            print(f"    {name}: missed {content[:90]}")
    # shown once more in large letters: no fault
    further = [q for i, q in enumerate(page[0]) if i not in used and not any(near(q[0], t[0]) or q[0] in t[0] for t in text[0])]
    more = {e for e in page[1] - text[1] if e[0] not in OWN}
    c.quotes, c.more = len(text[0]), len(further)
    c.entities, c.met, c.further = len(text[1]), len(text[1] & page[1]), len(more)
    if show:
        for q in further:
            print(f"    {name}: further {q[0][:90]} ({q[1]})")
        if text[1] - page[1]:
            print(f"    {name}: entities missed {sorted(text[1] - page[1])}")
        if more:
            print(f"    {name}: entities further {sorted(more)}")
    return c


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("names", nargs="*")
    options.add_argument("--show", action="store_true")
    options.add_argument("--print", action="store_true")
    options = options.parse_args()
    every = list(articles())
    if options.print:
        page, name = options.names
        print(next(p for p in templates.PAGES + templates.COPIES if p.__name__ == page)(dict(every)[name]))
        return 0
    texts = read([plain(a) for _, a in every])
    total = Count()
    for page in templates.PAGES + templates.COPIES:
        if options.names and page.__name__ not in options.names:
            continue
        count = Count()
        for (name, _), text, got in zip(every, texts, read([page(a) for _, a in every])):
            count.add(compare(text, got, options.show, name))
        print("# " + count.line(page.__name__))
        total.add(count)
    print("# " + total.line("all"))
    if options.names:
        return 0
    shares = {"quotations": total.found / total.quotes, "speakers": total.speakers / total.quotes, "entities": total.met / total.entities}
    most = {"further quotations": total.more, "wrong speakers": total.wrong, "further entities": total.further}
    bad = [k for k in FLOORS if shares[k] < FLOORS[k]] + [k for k in MOST if most[k] > MOST[k]]
    print(f"{'not ok' if bad else 'ok'} 1 - pages are read as their texts are")
    for k in bad:
        print(f"#     {k}: {shares.get(k, most.get(k))}, floor {FLOORS.get(k, MOST.get(k))}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
