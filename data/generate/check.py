#!/usr/bin/env python3
"""check.py validates the files of data/en/lexicon, data/en/gazetteer, data/en/places and data/en/ids.

Every file is UTF-8, NFC and LF, begins with its header, is sorted by code
point and names nothing twice.  Prints each fault as FILE:LINE: what is wrong,
and exits 1 if there is any.  With --counts it prints the entries of each file.
"""
import os
import re
import sys
import unicodedata

DATA = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "en"))
WORDS = 12              # VOCAB_PHRASE_WORDS of src/core/know/vocab.h
KINDS = "person norp fac org gpe loc product event work_of_art law language".split()
IDS = re.compile(r"iso3166:[A-Z]{2}$|iso3166-2:[A-Z]{2}-[A-Z0-9]{1,3}$|geonames:\d+$|wikidata:Q\d+$|$")
ATTRIBUTES = {
    "gender": "[mfun]$", "number": "(sg|pl|u)$", "person": "[123]$",
    "case": "(nom|acc|poss|refl|indef)$", "kind": r"\w+$", "n": r"\d+$", "rank": r"\d+$",
    "value": r"[\d.]+$|SP$|SU$|FA$|WI$", "ordinal": "1$", "ambig": "1$", "definite": "no$", "never_final": "[01]$",
    "match": "(line|prefix)$"}

faults = 0


def fault(path, number, text):
    global faults
    faults += 1
    print(f"{os.path.relpath(path, DATA)}:{number}: {text}")


def lines_of(path, padded=False):
    """lines_of checks the encoding and header and yields the numbered entries."""
    with open(path, "rb") as f:
        data = f.read()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as e:
        fault(path, 0, f"not UTF-8: {e}")
        return
    if unicodedata.normalize("NFC", text) != text:
        fault(path, 0, "not NFC")
    if "\r" in text or not text.endswith("\n") or "\n\n" in text:
        fault(path, 0, "carriage return, blank line or no newline at the end")
    header = []
    previous = ""
    for number, line in enumerate(text.rstrip("\n").split("\n"), 1):
        if line.startswith("# "):
            if previous:
                fault(path, number, "comment below the header")
            header.append(line)
            continue
        if line <= previous:
            fault(path, number, f"not sorted or twice: {line!r}")
        previous = line
        if (line != line.strip() and not padded) or "  " in line:
            fault(path, number, f"stray space: {line!r}")
        yield number, line
    for field in ("class", "source", "licence"):
        if not any(h.startswith(f"# {field}: ") for h in header):
            fault(path, 1, f"header lacks \"# {field}: \"")


def check_attributes(path, number, fields):
    for field in " ".join(fields).split():
        key, _, value = field.partition("=")
        if key not in ATTRIBUTES or not re.match(ATTRIBUTES[key], value):
            fault(path, number, f"attribute {field!r}")


def check_lexicon(path):
    terms = set()
    for number, line in lines_of(path):
        term, *attributes = line.split("\t")
        if term in terms:
            fault(path, number, f"twice: {term!r}")
        terms.add(term)
        check_attributes(path, number, attributes)
    return len(terms)


def check_gazetteer(path):
    ids = set()
    names = set()
    for number, line in lines_of(path):
        fields = line.split("\t")
        if not 8 <= len(fields) <= 9:
            fault(path, number, f"{len(fields)} fields, not 8 or 9")
            continue
        kind, ident, name, aliases, country, lat, lon, weight, *rest = fields
        if kind not in KINDS:
            fault(path, number, f"kind {kind!r}")
        if not IDS.match(ident):
            fault(path, number, f"id {ident!r}")
        if ident and ident in ids:
            fault(path, number, f"id twice: {ident}")
        ids.add(ident)
        if (kind, name, country) in names and not ident:
            fault(path, number, f"twice: {kind} {name} {country}")
        names.add((kind, name, country))
        if country and not re.match("[A-Z]{2}$", country):
            fault(path, number, f"country {country!r}")
        for value, limit in ((lat, 90), (lon, 180)):
            if value and not (re.match(r"-?\d+(\.\d+)?$", value) and abs(float(value)) <= limit):
                fault(path, number, f"coordinate {value!r}")
        if not weight.isdigit():
            fault(path, number, f"weight {weight!r}")
        check_attributes(path, number, rest)
        alias_list = aliases.split("|") if aliases else []
        if len(set(alias_list)) != len(alias_list) or name in alias_list:
            fault(path, number, f"alias twice, or same as the name: {name}")
        for form in [name] + alias_list:            # ~: others are called so too
            if not form or form != form.strip():
                fault(path, number, f"empty or padded name in {name}")
            elif not form.removeprefix("~").removeprefix("~")[:1].isalnum():
                fault(path, number, f"name begins with a mark: {form}")
            elif len(re.findall(r"\w+|[^\w\s]", form)) > WORDS:
                fault(path, number, f"more than {WORDS} words and marks: {form}")
    return len(names)


def check_point(path, number, lat, lon):
    for value, limit in ((lat, 90), (lon, 180)):
        if not (re.match(r"-?\d+(\.\d+)?$", value) and abs(float(value)) <= limit):
            fault(path, number, f"coordinate {value!r}")


def check_places():
    """check_places checks that every region lies in one that stands before it, and every town in one."""
    folder = os.path.join(DATA, "places")
    counts = {}
    codes = set()
    ids = set()
    path = os.path.join(folder, "regions.tsv")
    for number, line in lines_of(path, padded=True):
        code, ident, name, _, lat, lon, people, geonames, wikidata = line.split("\t")
        if "." in code and code.rpartition(".")[0] not in codes:
            fault(path, number, f"{code} lies in nothing")
        codes.add(code)
        if not IDS.match(ident) or ident and ident in ids:
            fault(path, number, f"id {ident!r}, or twice")
        ids.add(ident)
        if not name or not people.isdigit() or not re.match(r"\d*$", geonames) or not re.match(r"(Q\d+)?$", wikidata):
            fault(path, number, f"fields of {code}")
        if "." in code or lat:                      # a country that is no more has no point
            check_point(path, number, lat, lon)
    counts["places/regions.tsv"] = len(codes)
    path = os.path.join(folder, "towns.tsv")
    ids = set()
    for number, line in lines_of(path, padded=True):
        ident, name, _, region, lat, lon, people, section = line.split("\t")
        if not re.match(r"(geonames:\d+|postal:US-\d{5})$", ident) or ident in ids:
            fault(path, number, f"id {ident!r}, or twice")
        ids.add(ident)
        if region not in codes:
            fault(path, number, f"no region {region!r}")
        if not name or not people.isdigit() or section not in ("", "1"):
            fault(path, number, f"fields of {ident}")
        check_point(path, number, lat, lon)
    counts["places/towns.tsv"] = len(ids)
    path = os.path.join(DATA, "ids", "wikidata.tsv")
    keys = set()
    for number, line in lines_of(path):
        key, q = line.split("\t")
        if not re.match(r"Q\d+$", q) or key in keys:
            fault(path, number, f"{key!r} is {q!r}, or twice")
        keys.add(key)
    counts["ids/wikidata.tsv"] = len(keys)
    return counts


def main():
    counts = {}
    for folder, ext, check in (("lexicon", ".txt", check_lexicon), ("gazetteer", ".tsv", check_gazetteer)):
        for name in sorted(os.listdir(os.path.join(DATA, folder))):
            if name.endswith(ext):
                counts[f"{folder}/{name}"] = check(os.path.join(DATA, folder, name))
    counts.update(check_places())
    if "--counts" in sys.argv:
        for name, n in counts.items():
            print(f"{n:7d} {name}")
    print(f"{len(counts)} files, {sum(counts.values())} entries, {faults} faults")
    sys.exit(1 if faults else 0)


main()
