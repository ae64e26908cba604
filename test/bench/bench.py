#!/usr/bin/env python3
"""Speed and memory of newstext beside to_tsvector('english'), in one run over one column.

usage: bench.py [--rounds N] [--megabytes M] [--memory N]       (connects as psql does; `make bench` starts a server)

Reads the project's own articles, repeated to M megabytes, or those of $BENCH_ARTICLES, a CSV file with a header and a
column "body" (also "published", a date). Every call runs once a round, in turn, so that a slow moment of the machine
meets all alike; the medians of N rounds are printed, and the ratio to to_tsvector as the median of the rounds' ratios. A call's time is that of the backend's processor for
`SELECT count(CALL) FROM article`, less that of reading the column alone, on one core (no parallel workers).

"all three" calls them on the same row, which reads the article once; "each apart" is the sum of the three alone.
Memory is what a backend holds of its own (RssAnon of /proc): before the first call, after 100 and after N articles. Only the standard
library is used.
"""
import argparse, csv, os, re, statistics, subprocess, sys

CALLS = [('to_tsvector', "to_tsvector('english', body)"),
         ('news_entities', 'news_entities(body)'), ('news_quotes', 'news_quotes(body)'),
         ('news_dates', 'news_dates(body, published)'),
         ('all three', 'news_entities(body)), count(news_quotes(body)), count(news_dates(body, published)')]
SETTINGS = "SET max_parallel_workers_per_gather = 0; SET jit = off; SET statement_timeout = 0;\n"


def psql(sql):
    r = subprocess.run(['psql', '-XqAt', '-v', 'ON_ERROR_STOP=1', '-f', '-'], input=sql.encode(), stdout=subprocess.PIPE)
    if r.returncode: sys.exit(r.returncode)
    return r.stdout.decode()


def load(path, megabytes):
    """Fills bench_article; a small file is repeated, each copy with a number before it, so that no two are alike."""
    csv.field_size_limit(1 << 30)
    with open(path, encoding='utf-8', newline='') as f: rows = list(csv.DictReader(f))
    if not rows or 'body' not in rows[0]: sys.exit('%s has no column "body"' % path)
    size = sum(len(r['body'].encode()) for r in rows)
    copies = max(1, -(-int(megabytes * 1e6) // size)) if not os.environ.get('BENCH_ARTICLES') else 1
    out = ["SET client_min_messages = warning; DROP TABLE IF EXISTS bench_article; CREATE UNLOGGED TABLE bench_article (published date, body text);\n"
           "\\copy bench_article FROM STDIN\n"]
    escape = lambda s: s.replace('\\', '\\\\').replace('\t', '\\t').replace('\n', '\\n').replace('\r', '\\r')
    for n in range(copies):
        for r in rows:
            out.append('%s\t%s%s\n' % (r.get('published') or '\\N', escape(r['body']), '\\n%d' % n if copies > 1 else ''))
    psql(''.join(out) + '\\.\nVACUUM ANALYZE bench_article;\n')
    return [int(x) for x in psql('SELECT count(*), sum(octet_length(body)) FROM bench_article;').strip().split('|')]


def measure(rounds):
    """Milliseconds of the processor that each call takes in each round, the reading of the column among them.

    They are the backend's own, of /proc, so that what else the machine does is not counted; the clock's, where there is no /proc.
    """
    calls = [('column', 'octet_length(body || published::text)')] + CALLS
    tell = '\\! cut -d" " -f1 /proc/$PID/schedstat 2> /dev/null\n'
    script = [SETTINGS, 'SELECT pg_backend_pid() AS pid \\gset\n\\setenv PID :pid\n',
              'SELECT ' + ', '.join('count(%s)' % c for _, c in calls) + ' FROM (SELECT * FROM bench_article LIMIT 20) a;\n', '\\timing on\n\\o /dev/null\n', tell]
    for _ in range(rounds):
        for _, c in calls: script += ['SELECT count(%s) FROM bench_article;\n' % c, tell]
    out = psql(''.join(script))
    times = [float(t) for t in re.findall(r'^Time: ([0-9.]+) ms', out, re.M)]
    spent = [int(n) for n in re.findall(r'^([0-9]+)$', out, re.M)]
    if len(spent) == len(times) + 1: times = [(b - a) / 1e6 for a, b in zip(spent, spent[1:])]
    return {name: times[i::len(calls)] for i, (name, _) in enumerate(calls)}


def memory(articles):
    """RssAnon in kB of one backend that has read a table, after 100 and after `articles` articles."""
    read = "SELECT pg_backend_pid() AS pid \\gset\n\\setenv PID :pid\n\\! grep RssAnon /proc/$PID/status\n"
    take = lambda n: ("SELECT count(news_entities(body)), count(news_quotes(body)), count(news_dates(body, published)) "
                      "FROM (SELECT a.* FROM generate_series(1, 1000) n, LATERAL (SELECT * FROM bench_article OFFSET n * 0) a LIMIT %d) a;\n" % n)
    got = re.findall(r'RssAnon:\s+(\d+)', psql(SETTINGS + "SELECT count(to_tsvector('english', body)) FROM (SELECT * FROM bench_article LIMIT 100) a;\n" + read + take(100) + read + take(articles - 100) + read))
    return [int(x) for x in got] if len(got) == 3 else None


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--rounds', type=int, default=7)
    p.add_argument('--megabytes', type=float, default=8)
    p.add_argument('--memory', type=int, default=10000)
    a = p.parse_args()
    path = os.environ.get('BENCH_ARTICLES') or os.environ['BENCH_OWN']
    articles, size = load(path, a.megabytes)
    print('%d articles, %.1f MB, %d rounds; %s; model %s' % (articles, size / 1e6, a.rounds,
          psql('SHOW server_version;').strip(), psql('SELECT news_model_version();').strip()))
    times = measure(a.rounds)
    base = statistics.median(times['column'])
    speed = {name: size / 1e3 / max(statistics.median(times[name]) - base, 1e-3) for name, _ in CALLS}
    apart = [sum(times[n][i] - times['column'][i] for n in ('news_entities', 'news_quotes', 'news_dates')) for i in range(a.rounds)]
    speed['each apart'] = size / 1e3 / statistics.median(apart)
    print('%-14s %10s %12s %10s %12s' % ('', 'MB/s', 'articles/s', 'spread', 'to_tsvector'))
    for name in [n for n, _ in CALLS] + ['each apart']:
        t = apart if name == 'each apart' else [x - base for x in times[name]]
        ratio = statistics.median(max(b - base, 1e-3) / max(x, 1e-3) for b, x in zip(times['to_tsvector'], t))
        print('%-14s %10.1f %12.0f %9.0f%% %11.2fx' % (name, speed[name], speed[name] * 1e6 * articles / size,
              100 * (max(t) - min(t)) / statistics.median(t), ratio))
    print('one pass: all three on a row cost %.2f of what they cost apart' % (speed['each apart'] / speed['all three']))
    m = memory(a.memory)
    if m: print('memory of a backend of its own: %.1f MB before, %.1f MB after 100 articles, %.1f MB after %d' % (*(x / 1e3 for x in m), a.memory))


if __name__ == '__main__': main()
