#!/usr/bin/env python3
"""Judge small cases: a text, and what a careful editor would answer.

    test/cases/judge.py                  every case; fails when one that was right (right.txt) is wrong now
    test/cases/judge.py NAME...          only cases whose id or cause holds a NAME; prints what is wrong with each
    test/cases/judge.py --update         adds to right.txt what is right now; only a hand takes a case out of it
    --form NAME | --forms                reads the texts in another form first (capitals, references, one line, ...); names choose

Needs build/newstext-tag and the model (make tools), no server. A line of a file NAME.jsonl beside this one is a case:

    id, cause, text, published (or null), and any of
    quotes        [{kind, parts, speaker}]  parts: pieces of the text in order; kind "optional": may be found or not.
                  speaker: a name, "A/B" either, "-" nobody, null not judged, "-:A/B" nobody, or one who is A or B
    more_quotes   further direct or mixed quotations that are forgiven (0)
    complete      ["indirect", "entities"]: the answers are all there are
    entities      [{mention, kind, name}]   each one answer or a list of right ones; name null: not judged
    not_entities  [mention]                 must not be found
    dates         [{mention, type, value}]  all there are; value null: not judged
    amounts       [{mention, kind, value, unit, what}]  all there are; value a range, [5,5]; unit and what only when there

A direct quotation is right when found and wanted share 85 % of the letters and digits of both; half is enough for others.
"""
import argparse
import collections
import decimal
import html
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.normpath(os.path.join(HERE, "..", ".."))
RIGHT = os.path.join(HERE, "right.txt")
SAME = {"direct": .85, "mixed": .5, "indirect": .5}

REFERENCES = {"“": "&ldquo;", "”": "&rdquo;", "‘": "&lsquo;", "’": "&rsquo;", '"': "&quot;", "—": "&mdash;", "–": "&ndash;"}
FORMS = {
    "as written": lambda s: s,
    "single marks outside": lambda s: s.replace("‘", "\0").replace("“", "‘").replace("”", "’").replace("\0", "“"),
    "straight marks": lambda s: s.translate(str.maketrans("“”‘’", "\"\"''")),
    "hard wrap": lambda s: wrap(s),
    "CRLF": lambda s: s.replace("\n", "\r\n"),
    "no-break spaces": lambda s: s.replace(" ", "\u00a0"),
    "single newlines": lambda s: re.sub(r"\n\n+", "\n", s),
    "one line": lambda s: re.sub(r"\s*\n\s*", " ", s),
    "named references": lambda s: "".join(REFERENCES.get(c, html.escape(c, quote=False)) for c in s),
    "numbered references": lambda s: "".join(f"&#{ord(c)};" if c in REFERENCES else html.escape(c, quote=False) for c in s),
    "misread as Windows-1252": lambda s: "".join(misread(c) for c in s),
    "string of JSON": lambda s: json.dumps(s)[1:-1],
    "Markdown": lambda s: re.sub(r"\b([A-Z][a-z]+ [A-Z][a-z]+)\b", r"**\1**", s),
    "paragraph tags": lambda s: re.sub(r"\n\n+", "</p>\n<p>", s),
    "links on names": lambda s: re.sub(r"\n\n+", "</p>\n<p class=\"t\">",
                                       re.sub(r"\b([A-Z][a-z]+ [A-Z][a-z]+)\b", r'<a href="/x?a=1&amp;b">\1</a>', s)),
    "tokenised": lambda s: re.sub("([,.!?:;“”\"()])(?=\\s|$|[“”\"])", r" \1", s),
    "all capitals": str.upper,
    "all small": str.lower,
    "title case": lambda s: re.sub(r"\b[a-z]", lambda m: m.group().upper(), s),
}


def wrap(text):
    """wrap breaks lines at a width."""
    out, column = "", 0
    for word in re.split(r"( |\n)", text):
        column = 0 if word == "\n" else column + len(word)
        if word == " " and column > 60:
            word, column = "\n", 0
        out += word
    return out


def misread(char):
    """misread is a character's UTF-8 read as Windows-1252, or as Latin-1 where that has none."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in char.encode())


def many(value):
    return value if isinstance(value, list) else [value]


def fold(text):
    """fold makes two spellings of a name alike: no marks of any form, references read, one space, small letters."""
    text = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), (text or "").replace("**", "").replace('\\"', '"'))
    try:
        text = b"".join(c.encode("cp1252") if c not in "\x81\x8d\x8f\x90\x9d" else bytes([ord(c)]) for c in text).decode()
    except UnicodeError:
        pass
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"</?[a-z][^>]*>", "", text or ""))).lower().strip()


def letters(spans, text):
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def place(case):
    """place finds where the parts of the case's quotations stand."""
    for quote in case.get("quotes", []):
        quote["at"], pos = [], 0
        for part in quote["parts"]:
            start = case["text"].find(part, pos)
            if start < 0:
                start = case["text"].index(part)
            pos = start + len(part)
            quote["at"].append((start, pos))


def in_form(case, form):
    """in_form writes the text in another form; the pieces between the ends of parts are changed one by one."""
    text = case["text"]
    cuts = sorted({0, len(text)} | {c for q in case.get("quotes", []) for at in q["at"] for c in at})
    out, where = "", {}
    for start, end in zip(cuts, cuts[1:]):
        where[start] = len(out)
        out += FORMS[form](text[start:end])
    where[len(text)] = len(out)
    for quote in case.get("quotes", []):
        quote["at"] = [(where[s], where[e]) for s, e in quote["at"]]
    case["text"] = out


def speaker_right(want, got, text):
    if want is None:
        return True
    name = fold(got.get("speaker"))
    if want.startswith("-"):
        others = [fold(a) for a in want[2:].split("/") if a]
        mention = fold(" ".join(text[s:e] for s, e in got["source"]))
        return any(a in name for a in others) if name else not others or any(a in mention for a in others)
    return any(name == ("" if a == "-" else fold(a)) for a in want.split("/"))


def judge_quotes(case, got):
    text, faults, used = case["text"], [], set()
    found = [letters(g["content"], text) for g in got]
    for want in case["quotes"]:
        wanted = letters(want["at"], text)
        mine = [i for i, f in enumerate(found) if len(f & wanted) > .3 * len(f) or (f and len(f & wanted) > .15 * len(f | wanted))]
        used.update(mine)
        if want["kind"] == "optional":
            continue
        best = max(mine, key=lambda i: len(found[i] & wanted), default=None)
        words = " … ".join(text[s:e] for s, e in want["at"])[:70]
        if best is None:
            faults.append(f"not found: {words!r}")
            continue
        least = SAME[want["kind"]]
        alone = len(found[best] & wanted) / len(found[best] | wanted)
        pieces = set().union(*(found[i] for i in mine if got[i].get("speaker") == got[best].get("speaker")))
        mates = set().union(*(letters(q["at"], text) for q in case["quotes"] if q["speaker"] == want["speaker"] and letters(q["at"], text) & found[best]))
        if max(alone, len(pieces & wanted) / len(pieces | wanted)) < least and len(found[best] & mates) / len(found[best] | mates) < .85:
            faults.append(f"content: {words!r} got {' … '.join(text[s:e] for s, e in got[best]['content'])[:70]!r}")
        elif not speaker_right(want["speaker"], got[best], text):
            faults.append(f"speaker: {want['speaker']!r} got {got[best].get('speaker')!r}")
    further = [g for i, g in enumerate(got) if i not in used]
    none = [g for g in further if g["kind"] != "indirect"]
    if len(none) <= case.get("more_quotes", 0):
        none = []
    if "indirect" in case.get("complete", []):
        none += [g for g in further if g["kind"] == "indirect"]
    return faults + [f"no quotation: {text[g['content'][0][0]:g['content'][0][1]][:60]!r}" for g in none]


def judge_entities(case, got):
    faults = []
    for want in case.get("entities", []):
        same = [g for g in got if g["mention"] in map(fold, many(want["mention"]))]
        good = [g for g in same if g["kind"] in many(want["kind"])]
        if not good:
            faults.append(f"entity: {many(want['mention'])[0]} is {'/'.join(many(want['kind']))}, got {[g['kind'] for g in same] or 'none'}")
        elif want.get("name") is not None and not any(fold(g["name"]) in map(fold, many(want["name"])) for g in good):
            faults.append(f"name: {want['name']} got {[g['name'] for g in good]}")
    if "entities" in case.get("complete", []):
        known = {fold(m) for e in case["entities"] for m in many(e["mention"])}
        faults += [f"no such name: {g['mention']} {g['kind']}" for g in got
                   if g["kind"] in ("person", "org", "gpe", "loc", "fac") and g["mention"] not in known]
    none = set(map(fold, case.get("not_entities", [])))
    return faults + [f"no entity: {g['mention']} got {g['kind']}" for g in got if g["mention"] in none]


def judge_dates(case, got):
    text, faults, rest, pos = case["text"], [], list(got), 0
    for want in case["dates"]:
        best = None
        for mention in many(want["mention"]):
            start = text.find(mention, pos)
            start = start if start >= 0 else text.find(mention)
            for g in rest:
                shared = min(g["end"], start + len(mention)) - max(g["start"], start)
                exact = (g["start"], g["end"]) == (start, start + len(mention))
                if start >= 0 and shared > 0 and (best is None or (exact, shared) > best[0]):
                    best = ((exact, shared), g)
        if best is None:
            faults.append(f"date missed: {many(want['mention'])[0]}")
            continue
        g = best[1]
        rest.remove(g)
        pos = g["end"]
        what = text[g["start"]:g["end"]]
        if not best[0][0]:
            faults.append(f"date span: {many(want['mention'])[0]} got {what}")
        if want.get("value") is not None and g["value"] not in many(want["value"]):
            faults.append(f"date value: {what} is {'/'.join(many(want['value']))} got {g['value']}")
        if g["type"] not in many(want["type"]):
            faults.append(f"date type: {what} is {many(want['type'])[0]} got {g['type']}")
    return faults + [f"no date: {text[g['start']:g['end']]} {g['value']}" for g in rest]


def value_of(amount):
    """value_of writes the range as news_amount_value does."""
    def number(text):
        mantissa, exponent = text.split("E")
        return f"{decimal.Decimal(mantissa).scaleb(int(exponent)).normalize():f}"
    no_low, no_high, low_out, high_out = (amount["bounds"] >> i & 1 for i in range(4))
    low = "(" if no_low else ("(" if low_out else "[") + number(amount["low"])
    return low + "," + (")" if no_high else number(amount["high"]) + (")" if high_out else "]"))


def judge_amounts(case, got):
    text, faults, pos = case["text"], [], 0
    rest = list(got)
    for want in case["amounts"]:
        start = text.index(want["mention"], pos)
        pos = start + len(want["mention"])
        found = next((g for g in rest if (g["start"], g["end"]) == (start, pos)), None)
        if found is None:
            faults.append(f"amount missed: {want['mention']}")
            continue
        rest.remove(found)
        what = " ".join(text[s:e] for s, e in found["what"] + found["outcome"])
        for key, have in (("kind", found["kind"]), ("value", value_of(found)), ("unit", found["unit"]), ("what", what)):
            if have != want.get(key, ""):
                faults.append(f"amount {key}: {want['mention']} is {want.get(key, 'none')} got {have or 'none'}")
    return faults + [f"no amount: {text[g['start']:g['end']]}" for g in rest]


def load(names):
    seen = set()
    for file in sorted(os.listdir(HERE)):
        if file.endswith(".jsonl"):
            with open(os.path.join(HERE, file), encoding="utf-8") as lines:
                for case in map(json.loads, lines):
                    case["id"] = file[:-6] + "/" + case["id"]
                    if case["id"] in seen:
                        sys.exit(f"{case['id']}: the id is there twice; the loss of one would not be seen")
                    seen.add(case["id"])
                    if not names or any(n in case["id"] or n in case.get("cause", "") for n in names):
                        place(case)
                        yield case


def read(cases):
    """read asks newstext-tag for all it finds in the texts."""
    body = "".join(json.dumps({"id": c["id"], "text": c["text"], "published": c.get("published")}) + "\n" for c in cases)
    run = subprocess.run([os.path.join(TOP, "build", "newstext-tag"), "--jsonl", "all", "/dev/stdin"],
                         input=body.encode(), stdout=subprocess.PIPE, check=True, cwd=TOP)
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def judge(cases):
    """judge returns the faults of each case by its id."""
    faults = {}
    for case, got in zip(cases, read(cases)):
        for g in got["entities"]:
            g["mention"] = fold(case["text"][g["start"]:g["end"]])
        wrong = judge_quotes(case, got["quotes"]) if "quotes" in case else []
        if "entities" in case or "not_entities" in case:
            wrong += judge_entities(case, got["entities"])
        if "dates" in case:
            wrong += judge_dates(case, got["timexes"])
        if "amounts" in case:
            wrong += judge_amounts(case, got["amounts"])
        faults[case["id"]] = wrong
    return faults


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("names", nargs="*")
    options.add_argument("--update", action="store_true")
    options.add_argument("--form", choices=FORMS, default="as written")
    options.add_argument("--forms", action="store_true")
    options = options.parse_args()
    for form in FORMS if options.forms else [options.form]:
        cases = list(load(options.names))
        for case in cases:
            in_form(case, form)
        faults = judge(cases)
        right = {i for i, wrong in faults.items() if not wrong}
        wrong = collections.Counter(fault.split(":")[0] for some in faults.values() for fault in some)
        said = sum(q["kind"] != "optional" for c in cases for q in c.get("quotes", []))
        named = sum(len(c.get("entities", [])) for c in cases)
        print(f"# {form}: {len(right)} of {len(cases)} cases wholly right; quotations with speakers "
              f"{said - wrong['not found'] - wrong['content'] - wrong['speaker']} of {said}; mentions {named - wrong['entity']} of {named}")
    if options.forms:
        return 0
    if options.names:
        for case in cases:
            if faults[case["id"]]:
                print(f"{case['id']}  {case.get('cause', '')}")
                print("".join(f"    {fault}\n" for fault in faults[case["id"]]), end="")
        return 0
    with open(RIGHT, encoding="utf-8") as lines:
        held = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    if options.update:
        held |= right
        with open(RIGHT, "w", encoding="utf-8") as out:
            out.write("# Cases that come out right; judge.py --update adds to them.\n" + "".join(f"{i}\n" for i in sorted(held)))
    lost = sorted(i for i in held if faults.get(i, ["there is no such case"]))
    for number, file in enumerate(sorted({i.split("/")[0] for i in held}), 1):
        bad = [i for i in lost if i.startswith(file + "/")]
        print(f"{'not ok' if bad else 'ok'} {number} - {file}: the cases that were right are right")
        for i in bad:
            print("\n".join([f"# {i}"] + [f"#     {fault}" for fault in faults.get(i, ["there is no such case"])]))
    return 1 if lost else 0


sys.exit(main())
