"""States of aggregates, mutated: anybody can write one, and give it to what combines states and makes results."""
import server
from values import mutate

RESULTS = ("entity_counts", "cooccurrence", "share_of_voice", "timeline")
STATES = ("22P03", "22P02", "08P01", "22023", "22021", "54000")
ENTITIES = "news_entities('Anna Lee of Oslo met Bob Meier of the UN in Paris on Monday.')"
ADDS = (("entity_counts", "news_entity[]", ENTITIES), ("cooccurrence", "news_entity[]", ENTITIES),
        ("share_of_voice", "news_quote[]", "news_quotes('“We go to Oslo,” said Anna Lee. “No,” said Bob Meier.')"),
        ("timeline", "news_date[]", "news_dates('on Monday, in 2025, May 5', '2025-05-05')"))


def seeds(found):
    """The states of every aggregate over some articles."""
    out = []
    for name, type_, value in ADDS:
        rows, errors = server.run(
            f"CREATE OR REPLACE AGGREGATE attack_state_{name}({type_}) (sfunc = newstext_{name}_add, stype = news_tally, finalfunc = newstext_tally_send);"
            f"CREATE OR REPLACE AGGREGATE attack_{name}(news_tally) (sfunc = newstext_tally_combine, stype = news_tally, finalfunc = newstext_{name}_result);"
            f"SELECT encode(attack_state_{name}({value}), 'hex') FROM generate_series(1, 3);")
        if errors or not rows:
            found.append(f"tallies: {name}: {errors[:300]}")
        else:
            out.append(bytes.fromhex(rows[-1]))
    return out


def attack_tallies(random, left, found):
    states = seeds(found)
    done = 0
    while left() and not found:
        sql = ["\\set VERBOSITY sqlstate"]
        for _ in range(200):
            name = random.choice(RESULTS)
            a, b = (f"'\\x{mutate(random, random.choice(states)).hex()}'::news_tally" for _ in range(2))
            sql.append(f"SELECT length(newstext_{name}_result({a})::text);" if random.random() < 0.5 else
                       f"SELECT length(attack_{name}(t)::text) FROM (VALUES ({a}), ({b}), ({a})) v (t);")
        rows, errors = server.run("\n".join(sql) + "\n\\echo end\n")
        bad = [line for line in errors.splitlines() if "ERROR:" in line and not any(state in line for state in STATES)]
        if bad or not rows or rows[-1] != "end":
            server.write_file("tallies.sql", "\n".join(sql).encode())
            found.append(f"tallies: {(bad or [errors[-300:]])[0]}")
        done += 200
    return f"{done} mutated states of aggregates"
