"""Binary forms of every type, mutated: taken and sound, or refused with a state of bad input.
Text forms and queries, likewise."""
import struct

import server

GOOD = {
    "news_entity": ["gpe:Paris <geonames:4717560>", "person:Zoë O''Neill", "work_of_art:A \\< B"],
    "news_quote": ['{"kind": "mixed", "speaker": "person:Zoé", "mention": "she", "text": "naïve plan", "about": ["org:A", "gpe:B <x:1>"], "confidence": 0.25,'
                   ' "parts": [[2, 7], [9, 11]], "cue": "said", "stance": "said", "cue_span": [20, 24], "speaker_span": [12, 15]}', '{"kind": "direct", "text": "Yes"}'],
    "news_date": ['{"kind": "SET", "value": "XXXX-WXX-5", "range": "[0044-03-15 BC,2021-01-01)", "mod": "APPROX", "mention": "Fridays", "span": "[3,5)"}',
                  '{"kind": "DATE", "value": "2025-04-24", "range": "[2025-04-24,2025-04-25)", "mention": "Thursday", "span": "[1,9)"}'],
    "news_amount": ['{"kind": "money", "value": "(1.5,20]", "unit": "EUR", "what": "loans", "approximate": true, "mention": "€20", "span": "[3,6)"}'],
    "news_query": ["putin & (gpe:ukraine | witk*) & !org:nato", "speaker:zelensky & said:''cease fire''", "kind:direct | about:*"],
}
STATES = ("22P03", "22P02", "08P01", "22021", "22023", "42601", "54000", "22003", "22007", "22008", "22000", "22030", "22P05")
CHECKS = {"news_query": "v::text::news_query = v OR v::text::news_query::text = v::text"}

SETUP = """
DROP TABLE IF EXISTS attack_out, attack_taken;
CREATE TABLE attack_out (state text, n int, example text);
CREATE OR REPLACE PROCEDURE attack_try(statement text, example text) LANGUAGE plpgsql AS $$
DECLARE state text; message text;
BEGIN
    EXECUTE statement;
    INSERT INTO attack_out VALUES ('taken', 1, NULL);
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT;
    INSERT INTO attack_out VALUES (state, 1, example || ': ' || message);
END $$;
"""


def mutate(random, data):
    data = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        how = random.random()
        at = random.randrange(len(data) + 1)
        if how < 0.5 and at < len(data):
            data[at] = random.choice((0, 1, 127, 128, 255, random.randrange(256)))
        elif how < 0.7:
            del data[at:at + random.randrange(1, 9)]
        elif how < 0.85:
            data[at:at] = bytes(random.randrange(256) for _ in range(random.randrange(1, 9)))
        elif how < 0.95 and len(data) > 4:
            data[at:at] = data[random.randrange(len(data)):][:random.randrange(1, 33)]
        elif at + 4 <= len(data):
            data[at:at + 4] = struct.pack("!I", random.choice((0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x10000000)))
    return bytes(data)


def summary(found, what):
    rows, errors = server.run("SELECT state, sum(n), left(regexp_replace(min(example), '\s+', ' ', 'g'), 300) FROM attack_out GROUP BY 1 ORDER BY 2 DESC")
    states = {}
    for row in rows:
        state, n, example = (row.split("|", 2) + ["", ""])[:3]
        states[state] = int(n)
        if state != "taken" and state not in STATES:
            found.append(f"{what}: state {state}: {example[:300]}")
    return states


def check(type_, found, what):
    sound = CHECKS.get(type_, "v::text::%s = v AND v::jsonb IS NOT NULL AND %s_hash(v) IS NOT NULL" % (type_, type_.replace("news_", "newstext_")))
    rows, errors = server.run(f"SELECT count(*) FILTER (WHERE ({sound}) IS NOT TRUE), count(*) FROM attack_taken;"
                              f"SELECT v::text FROM attack_taken WHERE ({sound}) IS NOT TRUE LIMIT 1;")
    if errors or not rows or rows[0].split("|")[0] != "0":
        found.append(f"{what}: a value taken is unsound: {rows[1:]} {errors[:300]}")
    return int(rows[0].split("|")[1]) if rows else 0


def attack_values(random, left, found):
    done = taken = 0
    while left():
        type_ = random.choice(list(GOOD))
        send = type_.replace("news_", "newstext_") + "_send"
        rows, errors = server.run(f"SELECT encode({send}('{random.choice(GOOD[type_])}'::{type_}), 'hex')")
        if not rows:
            found.append(f"values: {type_}: {errors[:300]}")
            return "nothing"
        good = bytes.fromhex(rows[0])
        sql = [SETUP, f"CREATE TABLE attack_taken (v {type_});"]
        for i in range(500):
            m = mutate(random, good)
            path = server.write_file(f"value.{i}", b"PGCOPY\n\377\r\n\0" + struct.pack("!IIhI", 0, 0, 1, len(m)) + m + struct.pack("!h", -1))
            sql.append(f"CALL attack_try($a$COPY attack_taken FROM '{path}' (FORMAT binary)$a$, '{m.hex()[:400]}');")
        server.run("".join(sql))
        done += sum(summary(found, f"binary {type_}").values())
        taken += check(type_, found, f"binary {type_}")
    return f"{done} mutated values, {taken} taken and sound"


def attack_texts(random, left, found):
    done = taken = 0
    while left():
        type_ = random.choice(list(GOOD))
        sql = [SETUP, f"CREATE TABLE attack_taken (v {type_});"]
        for _ in range(500):
            good = random.choice(GOOD[type_]).replace("''", "'")
            m = mutate(random, good.encode()).decode("utf-8", "ignore").replace("\x00", "")
            if random.random() < 0.05:
                m = m * random.randrange(2, 3000)
            statement = f"INSERT INTO attack_taken SELECT {server.literal(m)}::{type_}"
            sql.append(f"CALL attack_try({server.literal(statement)}, {server.literal(m[:200])});")
        server.run("\n".join(sql))
        done += sum(summary(found, f"text {type_}").values())
        taken += check(type_, found, f"text {type_}")
    return f"{done} mutated literals, {taken} taken and sound"
