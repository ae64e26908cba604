#!/usr/bin/env python3
"""Where who-said-what is lost: trains and reads by folds, and sorts the errors by cause.

usage: test/quote-errors.py --corpora FOLDER [--folds 5] [--work FOLDER] [--only N] [--show CAUSE]
       test/quote-errors.py --pred PRED.jsonl GOLD.jsonl [--show CAUSE]

The first form trains the models of src/core/quote on all but each fold of the
training articles (PolNeAR train), reads that fold with them, and judges all
folds together: what to go by when something about learning is changed, since
the 84 articles of dev move by half a point on a handful of attributions.
The second judges predictions that are there (newstext-tag --jsonl quotes).

Content and source are judged as eval/score.py does: a content counts when it
shares half of the union of both, attributed when the sources touch too.  Each
attribution that is not right has one cause, each prediction too many likewise:

    missed       nothing found overlaps it
    other kind   found, but as indirect (of direct and mixed only)
    end, start   what is found ends, begins elsewhere: the worse of the two
    nobody       the content is right, no source found
    too many     a source found where there is none
    wrong source another source
    false        a prediction that overlaps no attribution
    double       a further prediction of what is attributed once

"would be" is F1 attributed were all errors of that cause mended.
"""
import argparse, collections, json, os, shutil, subprocess, sys, tempfile

MARKS = '"\u201c\u201d\u201e\u00ab'
CAUSES = ('missed', 'other kind', 'end', 'start', 'nobody', 'too many', 'wrong source', 'false', 'double')
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def chars(spans):
    out = set()
    for a, b in spans:
        out.update(range(a, b))
    return out


def kind_of(text, content):
    """direct: nothing but what stands in marks; mixed: marks too; else indirect."""
    marked = any(c in MARKS for a, b in content for c in text[a:b])
    whole = all(text[a] in MARKS and text[b - 1] in MARKS for a, b in content)
    return 'direct' if marked and whole else 'mixed' if marked else 'indirect'


def match(gold, pred):
    """Greedy by intersection over union, as the scorer; two dicts."""
    pairs = []
    for x, a in enumerate(gold):
        for y, b in enumerate(pred):
            both = len(a & b)
            if both and both / len(a | b) >= .5:
                pairs.append((both / len(a | b), x, y))
    of_gold, of_pred = {}, {}
    for _, x, y in sorted(pairs, reverse=True):
        if x not in of_gold and y not in of_pred:
            of_gold[x], of_pred[y] = y, x
    return of_gold, of_pred


class Tally:
    def __init__(self, name):
        self.name, self.gold, self.pred, self.content, self.right = name, 0, 0, 0, 0
        self.cause = collections.Counter()
        self.pairs = collections.Counter()      # missed by this cause, and a prediction too many with it

    def f1(self, right, pred, gold):
        return 100 * 2 * right / max(pred + gold, 1)

    def show(self):
        now = self.f1(self.right, self.pred, self.gold)
        print('%s: %d attributions, %d found; content F1 %.2f, attributed P %.2f R %.2f F1 %.2f' % (
            self.name, self.gold, self.pred, self.f1(self.content, self.pred, self.gold), 100 * self.right / max(self.pred, 1),
            100 * self.right / max(self.gold, 1), now))
        for c in CAUSES:
            n = self.cause[c]
            if not n:
                continue
            if c in ('false', 'double'):
                would = self.f1(self.right, self.pred - n, self.gold)
            elif c in ('nobody', 'too many', 'wrong source'):
                would = self.f1(self.right + n, self.pred, self.gold)
            else:
                would = self.f1(self.right + n, self.pred + n - self.pairs[c], self.gold)
            print('    %-13s %5d   would be %.2f  (+%.2f)' % (c, n, would, would - now))


def judge_one(d, quotes, tallies, show):
    text = d['text']
    gold = [a for a in d['attributions'] if a['content']]
    gc = [chars(a['content']) for a in gold]
    gk = [kind_of(text, a['content']) for a in gold]
    pc = [chars(q['content']) for q in quotes]
    of_all, pred_all = match(gc, pc)

    def say(tally, cause, a=None, q=None):
        tally.cause[cause] += 1
        if show and show == '%s/%s' % (tally.name, cause):
            piece = lambda l: ' … '.join(text[x:y] for x, y in l)
            print(json.dumps({'id': d['id'], 'gold': a and piece(a['content']), 'by': a and piece(a['source']), 'cue': a and piece(a['cue']),
                              'found': q and piece(q['content']), 'source': q and piece(q.get('source') or []), 'its cue': q and piece(q.get('cue') or [])}, ensure_ascii=False))

    for tally in tallies:
        one = tally.name in ('direct', 'mixed', 'indirect')
        speech = tally.name == 'direct and mixed'
        G = [x for x in range(len(gold)) if (gk[x] == tally.name if one else gk[x] != 'indirect' if speech else True)]
        P = [y for y in range(len(quotes)) if (quotes[y]['kind'] == tally.name if one else quotes[y]['kind'] in ('direct', 'mixed') if speech else True)]
        if speech:
            m, back = match([gc[x] for x in G], [pc[y] for y in P])
            hit = {G[x]: P[y] for x, y in m.items()}
        else:
            hit = {x: of_all[x] for x in G if x in of_all}
        taken = set(hit.values()) if not one else set(pred_all)
        # a prediction right about an attribution of another kind is no error
        extra = [y for y in P if y not in taken]
        if speech:
            extra = [y for y in extra if not any(len(c & pc[y]) / len(c | pc[y]) >= .5 for c in gc if c & pc[y])]
        tally.gold += len(G)
        tally.pred += len(hit) + len(extra)
        lost = set()
        for x in G:
            if x in hit:
                q = quotes[hit[x]]
                g, p = chars(gold[x]['source']), chars(q.get('source') or [])
                tally.content += 1
                if (g & p) or (not g and not p):
                    tally.right += 1
                else:
                    say(tally, 'nobody' if not p else 'too many' if not g else 'wrong source', gold[x], q)
                continue
            near = max(range(len(quotes)), key=lambda y: len(gc[x] & pc[y]) / len(gc[x] | pc[y]), default=None)
            if near is None or not gc[x] & pc[near]:
                say(tally, 'missed', gold[x])
                continue
            if speech and quotes[near]['kind'] == 'indirect' and len(gc[x] & pc[near]) / len(gc[x] | pc[near]) >= .5:
                say(tally, 'other kind', gold[x], quotes[near])
                continue
            begin = abs(min(gc[x]) - min(pc[near]))
            cause = 'start' if begin > abs(max(gc[x]) - max(pc[near])) else 'end'
            say(tally, cause, gold[x], quotes[near])
            if near in extra and near not in lost:
                lost.add(near)
                tally.pairs[cause] += 1
        for y in extra:
            if y not in lost:
                touched = any(c & pc[y] for c in gc)
                say(tally, 'double' if touched else 'false', None, quotes[y])


def judge(gold, pred, show):
    tallies = [Tally(n) for n in ('direct and mixed', 'direct', 'mixed', 'indirect', 'all')]
    for i, d in gold.items():
        judge_one(d, pred.get(i, {}).get('quotes', []), tallies, show)
    for t in tallies:
        t.show()


def load(path):
    return {d['id']: d for d in map(json.loads, open(path, encoding='utf-8'))}


def nice(*command, **more):
    subprocess.run(('nice', '-n', '10') + command, check=True, **more)


def data_with(weights, folder):
    """A folder like data/en but for the weights of quotations."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder + '/model')
    for name in os.listdir(HERE + '/data/en'):
        if name != 'model':
            os.symlink('%s/data/en/%s' % (HERE, name), '%s/%s' % (folder, name))
    for name in os.listdir(HERE + '/data/en/model'):
        if name != 'quotes.weights':
            os.symlink('%s/data/en/model/%s' % (HERE, name), '%s/model/%s' % (folder, name))
    os.symlink(os.path.abspath(weights), folder + '/model/quotes.weights')


def version():
    return [l.split("'")[1] for l in open(HERE + '/newstext.control') if l.startswith('default_version')][0]


def cross(corpora, folds, work, only):
    """Predictions of every fold by models of the others."""
    b = HERE + '/build/'
    train = corpora + '/quotes/polnear.train.jsonl'
    docs = [json.loads(l) for l in open(train, encoding='utf-8')]
    quiet = {'stdout': subprocess.DEVNULL}
    nice(b + 'newstext-compile', '--version=' + version(), HERE + '/data/en', work + '/base.model', **quiet)
    pred, gold = {}, {}
    for part in range(folds):
        if only is not None and part != only:
            continue
        # the trainer counts articles from 1
        held = [d for i, d in enumerate(docs, 1) if i % folds == part]
        weights = '%s/%d.weights' % (work, part)
        with open('%s/%d.log' % (work, part), 'w') as log:
            nice(b + 'newstext-train-quotes', '--hold=%d' % folds, '--part=%d' % part, '--model=' + work + '/base.model', train,
                 corpora + '/silver/polnear-train-corenlp.tsv.xz', HERE + '/data/en/model/said-after.txt', weights, stdout=log)
        data_with(weights, work + '/data')
        nice(b + 'newstext-compile', '--version=' + version(), work + '/data', '%s/%d.model' % (work, part), **quiet)
        with open(work + '/held.jsonl', 'w', encoding='utf-8') as out:
            for d in held:
                out.write(json.dumps(d, ensure_ascii=False) + '\n')
        with open('%s/%d.pred' % (work, part), 'w') as out:
            nice(b + 'newstext-tag', '--model=%s/%d.model' % (work, part), '--jsonl', 'quotes', work + '/held.jsonl', stdout=out)
        pred.update(load('%s/%d.pred' % (work, part)))
        gold.update((d['id'], d) for d in held)
    with open(work + '/pred.jsonl', 'w', encoding='utf-8') as out:
        for d in pred.values():
            out.write(json.dumps(d, ensure_ascii=False) + '\n')
    return gold, pred


def main():
    a = argparse.ArgumentParser(usage=__doc__.split('\n\n')[1])
    a.add_argument('--corpora')
    a.add_argument('--folds', type=int, default=5)
    a.add_argument('--work')
    a.add_argument('--only', type=int)
    a.add_argument('--show', help='cause to list, as mixed/end')
    a.add_argument('--pred')
    a.add_argument('gold', nargs='?')
    o = a.parse_args()
    if o.pred and o.gold:
        judge(load(o.gold), load(o.pred), o.show)
    elif o.corpora:
        work = o.work or tempfile.mkdtemp(prefix='newstext.errors.')
        os.makedirs(work, exist_ok=True)
        judge(*cross(o.corpora, o.folds, work, o.only), o.show)
        if not o.work:
            shutil.rmtree(work)
    else:
        a.error('neither --corpora nor --pred and GOLD')


if __name__ == '__main__':
    main()
