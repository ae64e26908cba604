#!/usr/bin/env python3
"""The project's own annotated articles: check them, write them out, score the extension with them.

usage: gold.py check [--show | --doubts] [NAME ...]
       gold.py jsonl ner|names|timex|quotes
       gold.py csv
       gold.py score [--misses] [NAME ...]

check   finds every annotation in its article, tests that dates agree with their ranges and weekdays, and
        prints counts. --show prints what each line found, with the words around it. --doubts lists words that
        look like an entity, a date or a quotation but are not annotated; most are rightly so.
jsonl   one JSON object an article, offsets 0-based and half-open in code points, for the corpus scorer.
csv     id,published,body with a header, for COPY.
score   connects as psql does (PGHOST, PGDATABASE, ...), reads every article with the extension and prints how
        much of the annotation came out. --misses lists what did not.

NAME.txt is the body exactly as the column stores it, NAME.gold its annotation; README.md tells how to write one.
Only the standard library is used.
"""
import csv, datetime, glob, io, json, os, re, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ENTITY = 'person norp fac org gpe loc product event work_of_art law language'.split()
SECTION = 'headline byline dateline caption subheading paragraph boilerplate'.split()
QUOTE = 'direct mixed indirect'.split()
DATE = 'DATE TIME DURATION SET'.split()
AMOUNT = 'money percent quantity count'.split()
DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()


class Wrong(Exception):
    """An annotation that does not fit its article."""


# ---- reading ------------------------------------------------------------------------------------------------

def either(field):
    """A field may list readings that are equally right, the preferred one first: 'loc or gpe'."""
    return [f.strip() for f in field.split(' or ')]


def occurrences(text, words):
    """Spans of words in text, whole words only."""
    left = r'(?<!\w)' if re.match(r'\w', words) else ''
    right = r'(?!\w)' if re.search(r'\w$', words) else ''
    return [m.span() for m in re.finditer(left + re.escape(words) + right, text)]


def pick(field):
    """'Bell #2,#5' -> ('Bell', {2, 5}, False); 'Bell -#3' -> ('Bell', {3}, True), the last meaning all but these."""
    m = re.fullmatch(r'(.*?)\s+(-?)((?:#\d+,?)+)', field)
    return (m[1], {int(n) for n in re.findall(r'\d+', m[3])}, bool(m[2])) if m else (field, set(), False)


def nearest(text, field, pieces):
    """The span of a cue or a speaker mention: the occurrence nearest to the quotation and outside it, or the #nth."""
    words, only, _ = pick(field)
    found = occurrences(text, words)
    if only:
        n = min(only)
        if n > len(found): raise Wrong('no occurrence #%d of %r' % (n, words))
        return found[n - 1]
    found = [f for f in found if not any(f[0] < e and s < f[1] for s, e in pieces)]
    if not found: raise Wrong('%r not found' % words)
    return min(found, key=lambda f: min(s - f[1] if f[1] <= s else f[0] - e for s, e in pieces))


def days(value):
    """The daterange a TIMEX3 value covers, '-' when it covers none, '?' when that is left open (seasons)."""
    d = datetime.date; m = re.fullmatch
    if m(r'\d{3}', value): a, b = d(int(value) * 10, 1, 1), d(int(value) * 10 + 10, 1, 1)
    elif m(r'\d{4}', value): a, b = d(int(value), 1, 1), d(int(value) + 1, 1, 1)
    elif m(r'\d{4}-Q\d', value) or m(r'\d{4}-\d\d', value):
        y = int(value[:4]); first = 3 * int(value[6]) - 2 if 'Q' in value else int(value[5:]); n = first + (3 if 'Q' in value else 1)
        a, b = d(y, first, 1), d(y + (n > 12), n - 12 if n > 12 else n, 1)
    elif m(r'\d{4}-W\d\d', value): a = d.fromisocalendar(int(value[:4]), int(value[6:8]), 1); b = a + datetime.timedelta(7)
    elif m(r'\d{4}-W\d\d-WE', value): a = d.fromisocalendar(int(value[:4]), int(value[6:8]), 6); b = a + datetime.timedelta(2)
    elif m(r'\d{4}-\d\d-\d\d(T.*)?', value): a = d.fromisoformat(value[:10]); b = a + datetime.timedelta(1)
    elif m(r'\d{4}-(SP|SU|FA|WI)', value): return '?'
    else: return '-'
    return '[%s,%s)' % (a, b)


def read(name):
    """One article with its annotations resolved to spans. Raises Wrong with file and line."""
    text = open('%s/%s.txt' % (HERE, name), encoding='utf-8', newline='').read()
    art = {'id': name, 'text': text, 'published': None, 'entities': [], 'quotes': [], 'dates': [], 'sections': [], 'amounts': []}
    forms = []; after = {'date': 0, 'section': 0, 'quote': 0, 'amount': 0}
    for number, line in enumerate(open('%s/%s.gold' % (HERE, name), encoding='utf-8'), 1):
        line = line.rstrip('\n')
        if not line.strip() or line.startswith('#'): continue
        try:
            word, _, rest = line.partition(' ')
            f = [x.strip() for x in re.split(r' \|(?!\|)(?: |$)', rest)]
            if word == 'published': art['published'] = None if f[0] == '-' else str(datetime.date.fromisoformat(f[0]))
            elif word == 'section':
                kind, start = f
                at = text.find(start, after['section'])
                if kind not in SECTION or at < 0 or at and text[at - 1] != '\n': raise Wrong('no %s section begins %r here' % (kind, start))
                after['section'] = at + 1
                art['sections'].append({'start': at, 'kind': kind, 'starts_with': start})
            elif word == 'entity':
                kinds, names = either(f[0]), either(f[1])
                if set(kinds) - set(ENTITY): raise Wrong('unknown kind')
                for form in (f[2].split(';') if len(f) > 2 else names[:1]):
                    forms.append((*pick(form.strip()), kinds, names, number))
            elif word == 'quote':
                kind, content, speaker, mention, cue = f
                if kind not in QUOTE: raise Wrong('unknown kind')
                pieces = []; at = after['quote']
                for n, piece in enumerate(content.split(' || ')):
                    s = text.find(piece, at)
                    if s < 0: raise Wrong('%r not found after the previous quotation' % piece)
                    pieces.append((s, s + len(piece))); at = s + len(piece)
                    if n == 0: after['quote'] = s + 1
                art['quotes'].append({'kind': kind, 'pieces': pieces, 'speaker': [None if s == '-' else s for s in either(speaker)],
                                      'source': None if mention == '-' else nearest(text, mention, pieces),
                                      'cue': None if cue == '-' else nearest(text, cue, pieces)})
            elif word == 'date':
                kind, value, covers, mention = f[:4]
                kinds, values = either(kind), either(value)
                words, only, _ = pick(mention)
                if set(kinds) - set(DATE): raise Wrong('unknown kind')
                found = occurrences(text, words)
                found = [found[n - 1] for n in only] if only else [x for x in found if x[0] >= after['date']]
                if not found: raise Wrong('%r not found after the previous date' % words)
                after['date'] = found[0][1]
                if covers not in ('?', days(values[0])): raise Wrong('%s covers %s' % (values[0], days(values[0])))
                day = re.match(r'\d{4}-\d\d-\d\d', values[0])
                for n, d in enumerate(DAYS):
                    if re.search(d, words) and day and datetime.date.fromisoformat(day[0]).weekday() != n: raise Wrong('%s is no %s' % (day[0], d))
                art['dates'].append({'start': found[0][0], 'end': found[0][1], 'kind': kinds, 'value': values, 'range': covers, 'mod': f[4] if len(f) > 4 else None})
            elif word == 'amount':
                kind, value, unit, what, mention = f
                if kind not in AMOUNT or not re.fullmatch(r'[\[(](-?[\d.]+)?,(-?[\d.]+)?[])]', value): raise Wrong('unknown kind or value')
                found = [x for x in occurrences(text, mention) if x[0] >= after['amount']]
                if not found: raise Wrong('%r not found after the previous amount' % mention)
                after['amount'] = found[0][1]
                art['amounts'].append({'start': found[0][0], 'end': found[0][1], 'kind': kind, 'value': value, 'unit': None if unit == '-' else unit, 'what': None if what == '-' else what})
            else: raise Wrong('unknown line')
        except (Wrong, ValueError, IndexError) as e:
            raise Wrong('%s.gold:%d: %s' % (name, number, e)) from None
    taken = [False] * len(text)
    for words, numbers, but, kinds, names, number in sorted(forms, key=lambda x: -len(x[0])):
        # occurrences inside a longer form are not counted; two people may share a surname, so claim afterwards
        same = [s for s in occurrences(text, words) if not any(taken[slice(*s)]) or any(e['start'] == s[0] and e['end'] == s[1] for e in art['entities'])]
        claimed = [s for n, s in enumerate(same, 1) if not numbers or (n in numbers) != but]
        if not claimed or not but and numbers and max(numbers) > len(same): raise Wrong('%s.gold:%d: %r not found' % (name, number, words))
        for s in claimed:
            if any(taken[slice(*s)]): raise Wrong('%s.gold:%d: %r annotated twice' % (name, number, words))
            for i in range(*s): taken[i] = True
            art['entities'].append({'start': s[0], 'end': s[1], 'kind': kinds, 'name': names})
    art['entities'].sort(key=lambda e: e['start'])
    return art


def all_names(given):
    return given or sorted(os.path.basename(p)[:-5] for p in glob.glob(HERE + '/*.gold'))


# ---- check --------------------------------------------------------------------------------------------------

def show(a):
    """Prints each annotation with the words around it, in text order."""
    t = a['text']; rows = []
    around = lambda s, e: ('%s[%s]%s' % (t[max(0, s - 30):s], t[s:e], t[e:e + 20])).replace('\n', '/')
    for e in a['entities']: rows.append((e['start'], 'entity', '%s %s' % ('|'.join(e['kind']), '|'.join(e['name'])), around(e['start'], e['end'])))
    for d in a['dates']: rows.append((d['start'], 'date', '%s %s %s %s' % ('|'.join(d['kind']), '|'.join(d['value']), d['range'], d['mod'] or ''), around(d['start'], d['end'])))
    for s in a['sections']: rows.append((s['start'], 'section', s['kind'], s['starts_with']))
    for q in a['quotes']:
        rows.append((q['pieces'][0][0], 'quote', '%s by %s; source %s; cue %s' % (q['kind'], '|'.join(map(str, q['speaker'])),
            q['source'] and around(*q['source']), q['cue'] and around(*q['cue'])), ' ... '.join(t[s:e] for s, e in q['pieces'])))
    for at, what, how, words in sorted(rows): print('%5d %-8s %s\n%15s%s' % (at, what, how, '', words))


DATED = r"(?i)\b(%s|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|\d{4}s?|\d{1,2}(:\d\d)? ?[ap]\.?m|\d\d:\d\d|\d+(st|nd|rd|th)|today|yesterday|tomorrow|tonight|now|recent\w*|currently|soon|ago|earlier|later|midnight|noon|(second|minute|hour|day|week|weekend|month|quarter|year|decade|centur)\w*|(morning|afternoon|evening|night|spring|summer|autumn|winter)s?|daily|weekly|monthly|annual\w*|january|february|march|april|may|june|july|august|september|october|november|december)\b" % '|'.join(d.lower() + 's?' for d in DAYS)


def doubts(a):
    """Prints unannotated words that look like an entity, a date or a quotation."""
    t = a['text']
    out = lambda what, m: print('%-12s %-9s %s' % (a['id'], what, ('%s[%s]%s' % (t[max(0, m.start() - 25):m.start()], m[0], t[m.end():m.end() + 25])).replace('\n', '/')))
    inside = lambda m, spans: any(s <= m.start() < e for s, e in spans)
    ents = [(e['start'], e['end']) for e in a['entities']]; dates = [(d['start'], d['end']) for d in a['dates']]
    pieces = [p for q in a['quotes'] for p in q['pieces']]
    for m in re.finditer(r'(?<![.?!:\n]\s)(?<!\n)(?<![“"‘\'])\b[A-ZÀ-Ž][\w’\'-]*', t):
        if not inside(m, ents + dates): out('capital', m)
    for m in re.finditer(DATED, t):
        if not inside(m, ents + dates): out('date', m)
    for m in re.finditer('["“«]|(?<!\\w)[‘\'](?=\\w)', t):
        if not inside(m, pieces): out('mark', m)
    for m in re.finditer(r'(?i)\b(sa(id|ys?)|told|according to|warned|claimed|argued|denied|wr[oi]tes?|announced|explained|cautioned|insisted|confirmed)\b', t):
        if not any(q['cue'] and q['cue'][0] == m.start() for q in a['quotes']): out('cue', m)


def check(args):
    total = {}; bad = 0
    names = all_names([x for x in args if not x.startswith('--')])
    for name in names:
        try: a = read(name)
        except Wrong as e: print(e); bad += 1; continue
        if '--show' in args: show(a)
        if '--doubts' in args: doubts(a)
        for what, kinds in (('entity', [e['kind'][0] for e in a['entities']]), ('quote', [q['kind'] for q in a['quotes']]),
                            ('date', [d['kind'][0] for d in a['dates']]), ('amount', [x['kind'] for x in a['amounts']]), ('section', [s['kind'] for s in a['sections']])):
            for k in kinds: total.setdefault(what, {}).setdefault(k, 0); total[what][k] += 1
    for what, kinds in total.items():
        print('%-8s %4d  %s' % (what, sum(kinds.values()), ', '.join('%s %d' % k for k in sorted(kinds.items(), key=lambda k: -k[1]))))
    print('%d articles, %d wrong' % (len(names), bad))
    return bad > 0


# ---- writing out --------------------------------------------------------------------------------------------

def jsonl(task):
    for name in all_names([]):
        a = read(name); d = {'id': name, 'dct': a['published'], 'date': a['published'], 'text': a['text']}
        if task == 'ner': d['entities'] = [{'start': e['start'], 'end': e['end'], 'type': e['kind'][0]} for e in a['entities']]
        elif task == 'names': d['names'] = [{'start': e['start'], 'end': e['end'], 'head': [e['start'], e['end']], 'kind': e['kind'][0], 'cluster': e['name'][0]} for e in a['entities']]
        elif task == 'timex': d['timexes'] = [{'start': x['start'], 'end': x['end'], 'type': x['kind'][0], 'value': x['value'][0], 'mod': x['mod'], 'mention': a['text'][x['start']:x['end']]} for x in a['dates']]
        elif task == 'quotes': d['attributions'] = [{'source': [q['source']] if q['source'] else [], 'cue': [q['cue']] if q['cue'] else [], 'content': q['pieces']} for q in a['quotes']]
        else: sys.exit(__doc__)
        print(json.dumps(d, ensure_ascii=False))


def as_csv(articles, header):
    buf = io.StringIO(); w = csv.writer(buf, lineterminator='\n')
    if header: w.writerow(['id', 'published', 'body'])
    for a in articles: w.writerow([a['id'], a['published'] or '', a['text']])
    return buf.getvalue()


# ---- score --------------------------------------------------------------------------------------------------

SQL = """SELECT jsonb_build_object('id', d.id,
 'entities', (SELECT jsonb_agg(jsonb_build_object('s', lower(span) - 1, 'e', upper(span) - 1, 'kind', kind, 'name', name)) FROM news_find_entities(d.body)),
 'quotes', (SELECT jsonb_agg(jsonb_build_object('parts', (SELECT jsonb_agg(jsonb_build_array(lower(r) - 1, upper(r) - 1)) FROM unnest(parts) r),
   'kind', kind, 'speaker', speaker_name, 'cue', cue)) FROM news_find_quotes(d.body)),
 'dates', (SELECT jsonb_agg(jsonb_build_object('s', lower(span) - 1, 'e', upper(span) - 1, 'value', value, 'mod', mod, 'range', range::text)) FROM news_find_dates(d.body, d.published)),
 'amounts', (SELECT jsonb_agg(jsonb_build_object('s', lower(span) - 1, 'e', upper(span) - 1, 'kind', kind, 'value', value::text, 'unit', unit, 'what', what)) FROM news_find_amounts(d.body)),
 'sections', (SELECT jsonb_agg(jsonb_build_object('kind', kind, 't', substr(d.body, lower(span), upper(span) - lower(span)))) FROM news_find_sections(d.body)))
FROM docs d"""


def ask(articles):
    """What the extension finds, by article id. DateStyle only decides how a range prints."""
    script = "\\set ON_ERROR_STOP 1\nSET client_encoding = 'UTF8'; SET datestyle = ISO;\nCREATE TEMP TABLE docs (id text, published date, body text);\n" \
             "\\copy docs FROM STDIN WITH (FORMAT csv, FORCE_NULL (published))\n" + as_csv(articles, False) + '\\.\n' + SQL + ';\n'
    r = subprocess.run(['psql', '-XqAt', '-f', '-'], input=script.encode(), stdout=subprocess.PIPE)
    if r.returncode: sys.exit(r.returncode)
    return {d['id']: d for d in map(json.loads, r.stdout.decode().splitlines())}


def compare(a, p):
    """Scores of one article: {job: [right, gold]}, how many finds were not in the gold, and the list of misses."""
    t = a['text']; n = {}; over = {}; miss = []
    def tally(job, right, *why):
        c = n.setdefault(job, [0, 0]); c[0] += bool(right); c[1] += 1
        if not right: miss.append((job,) + why)
    found = {(e['s'], e['e']): e for e in p['entities'] or []}
    for e in a['entities']:
        got = found.pop((e['start'], e['end']), None); m = t[e['start']:e['end']]
        ok = got and got['kind'] in e['kind']
        tally('mentions', ok, e['start'], m, '|'.join(e['kind']), 'got', got and got['kind'])
        if ok: tally('names', got['name'] in e['name'], m, e['name'][0], 'got', got['name'])
        else: n.setdefault('names', [0, 0])[1] += 1
    over['mentions'] = len(found)
    miss += [('mentions+', s, t[s:e], x['kind'], x['name']) for (s, e), x in found.items()]

    chars = lambda spans: {i for s, e in spans for i in range(s, e)}
    left = list(p['quotes'] or [])
    share = lambda q, x: (lambda u, v: len(u & v) / len(u | v))(chars(q['pieces']), chars(x['parts']))
    pairs = sorted(((share(q, x), i, j) for i, q in enumerate(a['quotes']) for j, x in enumerate(left)), key=lambda x: (-x[0], x[1:]))
    match = {}
    for k, i, j in pairs:
        if k >= .5 and i not in match and j not in match.values(): match[i] = j
    for i, q in enumerate(a['quotes']):
        words = ' '.join(t[s:e] for s, e in q['pieces'])[:70]
        tally('quotes', i in match, words)
        if i not in match:
            for job in ('speakers', 'quote kinds', 'cues'): n.setdefault(job, [0, 0])[1] += 1
            continue
        x = left[match[i]]; cue = q['cue'] and t[slice(*q['cue'])]
        tally('speakers', x['speaker'] in q['speaker'], words, q['speaker'], 'got', x['speaker'])
        tally('quote kinds', x['kind'] == q['kind'], words, q['kind'], 'got', x['kind'])
        tally('cues', x['cue'] == cue, words, cue, 'got', x['cue'])
    extra = [x for j, x in enumerate(left) if j not in match.values()]
    over['quotes'] = len(extra)
    miss += [('quotes+', x['kind'], ' '.join(t[s:e] for s, e in x['parts'])[:70], x['speaker']) for x in extra]

    found = {(d['s'], d['e']): d for d in p['dates'] or []}
    for d in a['dates']:
        got = found.pop((d['start'], d['end']), None)
        ok = got and got['value'] in d['value'] and (d['range'] == '?' or (got['range'] or '-') == d['range'])
        tally('dates', ok, t[d['start']:d['end']], '|'.join(d['value']), d['range'], 'got', got and (got['value'], got['range']))
        if d['mod']: tally('date mods', got and got['mod'] == d['mod'], t[d['start']:d['end']], d['mod'], 'got', got and got['mod'])
    over['dates'] = len(found)
    miss += [('dates+', t[s:e], x['value']) for (s, e), x in found.items()]

    found = {(x['s'], x['e']): x for x in p['amounts'] or []}
    for x in a['amounts']:
        got = found.pop((x['start'], x['end']), None)
        ok = got and all(got[k] == x[k] for k in ('kind', 'value', 'unit'))
        tally('amounts', ok, t[x['start']:x['end']], x['value'], x['unit'], 'got', got and (got['value'], got['unit']))
        if x['what']: tally('counted', got and got['what'] == x['what'], t[x['start']:x['end']], x['what'], 'got', got and got['what'])
    over['amounts'] = len(found)
    miss += [('amounts+', t[s:e], x['value'], x['what']) for (s, e), x in found.items()]

    for s in a['sections']:
        tally('sections', any(x['kind'] == s['kind'] and x['t'].strip().startswith(s['starts_with']) for x in p['sections'] or []), s['kind'], s['starts_with'])
    return n, over, miss


JOBS = ['mentions', 'names', 'quotes', 'speakers', 'quote kinds', 'cues', 'dates', 'date mods', 'sections', 'amounts', 'counted']


def score(args):
    articles = [read(n) for n in all_names([x for x in args if not x.startswith('--')])]
    pred = ask(articles); total = {j: [0, 0, 0] for j in JOBS}
    print('%-12s' % 'right/gold+' + ''.join('%13s' % j for j in JOBS))
    cell = lambda r, g, o: '%13s' % ('%d/%d%s' % (r, g, '+%d' % o if o else ''))
    for a in articles:
        n, over, miss = compare(a, pred[a['id']]); row = ''
        for j in JOBS:
            r, g = n.get(j, [0, 0]); o = over.get(j, 0); row += cell(r, g, o)
            for i, x in enumerate((r, g, o)): total[j][i] += x
        print('%-12s' % a['id'] + row)
        if '--misses' in args:
            for m in miss: print('   ', *m)
    print('%-12s' % 'all' + ''.join(cell(*total[j]) for j in JOBS))
    print('%-12s' % '% right' + ''.join('%13.1f' % (100 * total[j][0] / max(total[j][1], 1)) for j in JOBS))


if __name__ == '__main__':
    args = sys.argv[1:]
    if args[:1] == ['check']: sys.exit(check(args[1:]))
    elif args[:1] == ['jsonl'] and len(args) == 2: jsonl(args[1])
    elif args == ['csv']: sys.stdout.write(as_csv([read(n) for n in all_names([])], True))
    elif args[:1] == ['score']: score(args[1:])
    else: sys.exit(__doc__)
