"""Databases of every encoding, random bytes that they store, in generated columns and indexes."""
import articles
import server

PIECES = ["Ada Byrne", " said ", "\"", " Norway ", "3 May 2021", ", ", ". ", "\n\n", "Mr. ", " usa ", " told ", "'s", " the ", "<b>", "&eacute;", "&#8364;"]


def some_bytes(random):
    out = b""
    for _ in range(random.randrange(1, 15)):
        if random.random() < 0.6:
            out += random.choice(PIECES).encode()
        else:
            out += bytes(random.randrange(0xA1, 0xFF) for _ in range(2)) if random.random() < 0.6 else bytes([random.randrange(0x80, 0x100)])
    return out


def attack_encodings(random, left, found):
    rows, _ = server.run("SELECT pg_encoding_to_char(i) FROM generate_series(0, 34) i WHERE pg_encoding_to_char(i) NOT IN ('', 'MULE_INTERNAL')")
    done = made = 0
    while left() and len(found) < 10:
        encoding = random.choice(rows)
        database = f"attack_{made}"
        made += 1
        client = f"SET client_encoding = '{encoding}';"
        server.run(f"CREATE DATABASE {database} TEMPLATE template0 ENCODING '{encoding}' LOCALE 'C'")
        texts = ", ".join(f"('\\x{some_bytes(random).hex()}')" for _ in range(400))
        out, errors = server.run(client + "SET client_min_messages = error; CREATE EXTENSION newstext;" + articles.CHECK + f"""
CREATE FUNCTION stored(bytes bytea) RETURNS text LANGUAGE plpgsql AS $$
BEGIN RETURN convert_from(bytes, getdatabaseencoding()); EXCEPTION WHEN OTHERS THEN RETURN NULL; END $$;
CREATE TABLE t (body text NOT NULL, entities news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED, quotes news_quote[] GENERATED ALWAYS AS (news_quotes(body)) STORED);
CREATE INDEX ON t USING gin (entities); CREATE INDEX ON t USING gin (quotes);
INSERT INTO t SELECT b FROM (SELECT stored(h::bytea) AS b FROM (VALUES {texts}) v(h)) s WHERE b IS NOT NULL;
SELECT count(*), count(*) FILTER (WHERE attack_right(body) IS NOT TRUE OR news_plain_query(body) IS NULL) FROM t;""", database)
        if errors or not out or out[-1].split("|")[1] != "0":
            found.append(f"encodings: {encoding}: {out} {errors[:400]}")
        else:
            done += int(out[-1].split("|")[0])
        server.run(f"DROP DATABASE {database}")
    return f"{done} texts that a database stored, in {made} databases"
