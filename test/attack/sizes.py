"""Values at the limits of their size: below taken, and the same as text; above refused at once, with the limit named."""
import server

AT_ONCE_MS = 5000
NAME, TERM, TERMS, LEVELS, ARTICLE = 1000, 1000, 16384, 128, 256 << 20
DENSE = 40 << 20                # bytes of "UK,": as HTML they are more than 1 GB
DENSE_MEMORY = 8 << 30

SETUP = """
DROP TABLE IF EXISTS attack_size;
CREATE TABLE attack_size (state text, said text, ms float8);
CREATE OR REPLACE PROCEDURE attack_size(statement text) LANGUAGE plpgsql AS $$
DECLARE state text; message text; detail text; began timestamptz := clock_timestamp(); same bool;
BEGIN
    EXECUTE statement INTO same;
    INSERT INTO attack_size VALUES ('taken', same, extract(epoch FROM clock_timestamp() - began) * 1000);
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL;
    INSERT INTO attack_size VALUES (state, left(message, 200) || ' ' || detail, extract(epoch FROM clock_timestamp() - began) * 1000);
END $$;
"""


def near(random, limit):
    return limit + random.choice((-1, 0, 1, 1, -limit // 2, limit, random.randrange(-9, 10)))


def name(random):
    n = near(random, NAME)
    return f"SELECT v::text::news_entity = v FROM (SELECT ('person:' || repeat('A', {n}))::news_entity AS v) s", n <= NAME, NAME


def made(random):
    n = near(random, NAME)
    return f"SELECT v::text::news_entity = v FROM news_entity('org', repeat('é', {n // 2}) || repeat('x', {n % 2})) v", n <= NAME, NAME


def term(random):
    n = near(random, TERM)
    return f"SELECT v::text::news_query = v FROM (SELECT repeat('a', {n})::news_query AS v) s", n <= TERM, TERM


def terms(random):
    n = near(random, TERMS)
    joint = random.choice("&|")
    return f"SELECT v::text::news_query = v FROM (SELECT string_agg('a' || i, '{joint}')::news_query AS v FROM generate_series(1, {n}) i) s", n <= TERMS, TERMS


def levels(random):
    n = near(random, LEVELS)
    text = "a"
    for i in range(n):
        text = f"({'&|'[i % 2].join((text, 'b'))})"
    return f"SELECT v::text::news_query = v FROM (SELECT '{text}'::news_query AS v) s", n <= LEVELS, LEVELS


def article(random):
    what = random.choice(("news_entities", "news_quotes", "news_dates", "news_amounts", "news_html", "news_language", "news_signature"))
    return f"SELECT {what}(repeat(' ', {ARTICLE + random.choice((1, 1000))})) IS NOT NULL", False, ARTICLE


def joined(random):
    """An array of many values, joined with itself; whatever the length of the last."""
    n = random.randrange(1, 4000)
    body = f"(SELECT string_agg('Anna{{0}} Lee' || i || ' paid ${{0}}' || i || ' million on Monday. “No,” she said.', ' ') FROM generate_series(1, {n}) i)".replace("{0}", "a" * random.randrange(9))
    what = random.choice(("news_entities", "news_quotes", "news_dates", "news_amounts"))
    return f"SELECT (a || a)[cardinality(a) + 1:] = a AND (a || a)::text IS NOT NULL FROM {what}({body.replace('{', '').replace('}', '')}) a", True, 0


def dense(random):
    return f"SELECT news_html(repeat('UK,', {DENSE // 3})) IS NOT NULL", False, (1 << 30 >> 20) - 1


KINDS = (name, made, term, terms, levels, article, joined)


def try_one(kind, random, found):
    statement, within, limit = kind(random)
    rows, errors = server.run(SETUP + f"CALL attack_size({server.literal(statement)});\nSELECT state, ms::int, replace(said, E'\\n', ' ') FROM attack_size;")
    if errors or not rows:
        found.append(f"sizes: {kind.__name__}: {errors[:300]}: {statement[:300]}")
        return
    state, ms, said = rows[-1].split("|", 2)
    if within and (state, said) != ("taken", "true"):
        found.append(f"sizes: within its limit, and not taken as it is: {state} {said[:200]}: {statement[:300]}")
    if not within and (state == "taken" or str(limit) not in said):
        found.append(f"sizes: over its limit, which is not named: {state} {said[:200]}: {statement[:300]}")
    if not within and kind is not dense and int(ms) > AT_ONCE_MS:
        found.append(f"sizes: refused after {ms} ms: {statement[:300]}")


def memory_free():
    with open("/proc/meminfo", encoding="ascii") as lines:
        return next((int(line.split()[1]) << 10 for line in lines if line.startswith("MemAvailable")), 0)


def attack_sizes(random, left, found):
    done = 0
    if memory_free() > DENSE_MEMORY:
        try_one(dense, random, found)
    while left() and len(found) < 10:
        try_one(random.choice(KINDS), random, found)
        done += 1
    return f"{done} values about the limits of their size"
