#!/usr/bin/env python3
"""Many articles out of few, for benchmarks: the project's own, permuted.

usage: articles.py [--seed N] [--people N] COUNT > articles.csv

Each article takes one of test/gold as its frame: head and first paragraph stay, further paragraphs are drawn from
all articles. People, places and organisations in them are given other names, consistently within the article (the
surname alone, the acronym, capitals in a dateline), drawn from pools by Zipf's law: the r-th name of a pool is met
with a frequency near 1/r, as names are in news. Pools come from data/en/lexicon and data/en/gazetteer.

Output is CSV without a header: id, published, body. The same seed gives the same bytes.
"""
import csv, datetime, glob, itertools, os, random, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, '..', '..')
PLACES, ORGS = 3000, 5000
RENAMED = ('person', 'gpe', 'org')


def words(path):
    """Entries of a lexicon that are no ordinary words."""
    lines = open(os.path.join(ROOT, 'data', path), encoding='utf-8').read().split('\n')
    return [l.split('\t')[0] for l in lines if l and l[0] != '#' and 'ambig=1' not in l]


def places():
    """Names of countries and large cities, the most populous first."""
    found = {}
    for path in 'countries', 'cities':
        for line in open(os.path.join(ROOT, 'data/en/gazetteer', path + '.tsv'), encoding='utf-8'):
            field = line.rstrip('\n').split('\t')
            if line[0] != '#' and len(field) > 7 and field[7].isdigit():
                found.setdefault(field[2], int(field[7]) * (10 if path == 'countries' else 1))
    return sorted(found, key=lambda name: -found[name])


class Zipf:
    """Draws the r-th of its names with weight 1/r."""
    def __init__(self, names):
        self.names = names
        self.weights = list(itertools.accumulate(1 / (r + 1) for r in range(len(names))))

    def draw(self, rng):
        return rng.choices(self.names, cum_weights=self.weights)[0]


def frame(path):
    """The paragraphs of a gold article, each a list of text and (kind, name, form) slots."""
    text = open(path + '.txt', encoding='utf-8').read()
    forms = {}
    for line in open(path + '.gold', encoding='utf-8'):
        if line.startswith('entity '):
            field = [f.strip() for f in line[7:].split('|')]
            kind, name = (f.split(' or ')[0] for f in field[:2])
            if kind in RENAMED:
                for form in (field[2] if len(field) > 2 else field[1]).split(';'):
                    form = re.sub(r'\s+-?(#\d+,?)+$', '', form.strip())
                    forms.setdefault(form, (kind, name, form))
    if forms:
        cut = re.compile(r'(?<!\w)(%s)(?!\w)' % '|'.join(sorted(map(re.escape, forms), key=len, reverse=True)))
    return [[forms.get(piece, piece) for piece in cut.split(p)] for p in text.strip().split('\n\n')]


def main():
    args = sys.argv[1:]
    option = {'--seed': 1, '--people': 20000}
    while args and args[0] in option: option[args[0]] = int(args[1]); args = args[2:]
    if len(args) != 1 or not args[0].isdigit(): sys.exit(__doc__)
    rng = random.Random(option['--seed'])
    given, surnames = words('en/lexicon/given-names.txt'), words('en/lexicon/surnames.txt')
    heads = [h for h in words('en/lexicon/org-heads.txt') if h[0].isupper() and len(h) > 3]
    towns = places()[:PLACES]
    people = ['%s %s' % (rng.choice(given), rng.choice(surnames)) for _ in range(option['--people'])]
    orgs = ['%s %s' % (rng.choice(rng.choice((towns, surnames))), rng.choice(heads)) for _ in range(ORGS)]
    pools = {'person': Zipf(people), 'gpe': Zipf(towns), 'org': Zipf(orgs)}
    frames = [frame(p[:-4]) for p in sorted(glob.glob(os.path.join(HERE, '../gold/*.txt')))]
    body = [p for f in frames for p in f if sum(len(x) if isinstance(x, str) else 10 for x in p) > 120]
    first = datetime.date(2015, 1, 1)
    out = csv.writer(sys.stdout, lineterminator='\n')

    for number in range(1, int(args[0]) + 1):
        one = rng.choice(frames)
        paragraphs = one[:3] + rng.sample(body, rng.randint(5, 12))
        new = {}
        text = []
        for paragraph in paragraphs:
            for piece in paragraph:
                if isinstance(piece, str):
                    text.append(piece)
                    continue
                kind, name, form = piece
                name = new.get((kind, name)) or new.setdefault((kind, name), pools[kind].draw(rng))
                if kind == 'person' and ' ' not in form: name = name.split(' ')[-1]
                if kind == 'org' and form.isupper() and len(form) < 6:
                    name = ''.join(w[0] for w in name.split() if w[0].isupper())
                text.append(name.upper() if kind == 'gpe' and form.isupper() and len(form) > 3 else name)
            text.append('\n\n')
        out.writerow((number, first + datetime.timedelta(rng.randrange(3650)), ''.join(text).strip()))


main()
