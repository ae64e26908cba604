"""Random queries of entities, quotes and dates by index and by scan: the same rows."""
import articles
import glob
import os

import server

WORDS = "norway byrne said the of oslo minister war peace bank united states john smith yes no plan vote party trust paris".split()


def term(random, quotes):
    word = random.choice(WORDS)
    how = random.random()
    if how < 0.15:
        word += "*"
    elif how < 0.25:
        word = f"'{word} {random.choice(WORDS)}'"
    elif how < 0.4:
        word = random.choice(("person", "gpe", "org", "norp")) + ":" + random.choice((word, word, "*"))
    if quotes and how >= 0.2:
        word = random.choice(("", "speaker:", "about:", "said:" if ":" not in word else "about:", "cue:" if ":" not in word else "speaker:")) + word
    if quotes and random.random() < 0.1:
        word = random.choice(("kind:direct", "kind:indirect", "stance:said", "stance:*", "cue:*"))
    return random.choice(("", "", "", "!")) + word


def query(random, quotes, size):
    if size <= 1:
        return term(random, quotes)
    cut = random.randrange(1, size)
    return f"{random.choice(('', '', '', '!'))}({query(random, quotes, cut)} {random.choice('&|')} {query(random, quotes, size - cut)})"


SETUP = """
DROP TABLE IF EXISTS attack_article;
CREATE TABLE attack_article (id serial PRIMARY KEY, body text, entities news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED,
  quotes news_quote[] GENERATED ALWAYS AS (news_quotes(body)) STORED, dates news_date[] GENERATED ALWAYS AS (news_dates(body, '2025-05-05')) STORED);
CREATE INDEX ON attack_article USING gin (entities);
CREATE INDEX ON attack_article USING gin (quotes);
CREATE INDEX ON attack_article USING gin (dates);
"""


def fill(random, n):
    texts = [open(path, encoding="utf-8").read() for path in sorted(glob.glob(os.path.join(articles.TOP, "test/gold/*.txt")))]
    server.run(SETUP + "".join(f"INSERT INTO attack_article (body) VALUES ({server.literal(articles.make_article(random, texts))});\n" for _ in range(n))
               + "ANALYZE attack_article;")


def condition(random):
    kind = random.random()
    if kind < 0.45:
        return "entities @@ " + server.literal(query(random, False, random.choice((1, 2, 3, 8, 40, 150))))
    if kind < 0.9:
        return "quotes @@ " + server.literal(query(random, True, random.choice((1, 2, 3, 8, 40, 150))))
    day = f"{random.choice((1, 1900, 2020, 2024, 2025, 2026)):04}-{random.randrange(1, 13):02}-{random.randrange(1, 28):02}"
    return f"dates {random.choice(('&&', '@@'))} daterange('{day}', '{day}'::date + {random.choice((0, 1, 7, 40, 400, 5000))})"


def compare(conditions, found):
    sql = ["SET client_min_messages = error;"]
    for c in conditions:
        for scan in ("enable_bitmapscan", "enable_seqscan"):
            other = "enable_seqscan" if scan == "enable_bitmapscan" else "enable_bitmapscan"
            sql.append(f"SET {other} = on; SET {scan} = off; SELECT coalesce(string_agg(id::text, ' ' ORDER BY id), '-') FROM attack_article WHERE {c};")
    rows, errors = server.run("\n".join(sql))
    if errors or len(rows) != 2 * len(conditions):
        found.append(f"queries: {errors[:300]}")
        return
    for i, c in enumerate(conditions):
        if rows[2 * i] != rows[2 * i + 1]:
            found.append(f"queries: index and scan differ: {c[:500]}")


def attack_queries(random, left, found):
    fill(random, 400)
    done = 0
    while left() and len(found) < 10:
        compare([condition(random) for _ in range(50)], found)
        done += 50
        if done % 2000 == 0:
            fill(random, 400)
    return f"{done} queries, by index and by scan"
