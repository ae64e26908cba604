"""The server is stopped at once while it writes and refreshes; then indexes and scans must agree, and no row be lost."""
import time

import queries
import server


def attack_crashes(random, left, found):
    queries.fill(random, 200)
    server.run("ALTER TABLE attack_article ADD model text GENERATED ALWAYS AS (news_model_version(body)) STORED;"
               "CREATE TABLE IF NOT EXISTS attack_told (id int); TRUNCATE attack_told;")
    done = 0
    while left() and len(found) < 10:
        rows, _ = server.run("SELECT count(*) FROM attack_article")
        before = int(rows[0])
        write = ("DO $$ BEGIN LOOP INSERT INTO attack_article (body) SELECT body || ' ' || random() FROM attack_article ORDER BY random() LIMIT 5; COMMIT;"
                 " UPDATE attack_article SET body = body || ' Norway' WHERE id = (SELECT id FROM attack_article ORDER BY random() LIMIT 1); COMMIT; END LOOP; END $$;")
        refresh = "DO $$ BEGIN LOOP CALL news_refresh('attack_article', batch => 20, compare => true); END LOOP; END $$;"
        jobs = [server.start(write), server.start(write), server.start(refresh), server.start("VACUUM attack_article;" * 50)]
        time.sleep(0.2 + random.random())
        server.crash()
        for job in jobs:
            job.wait()
        server.fallen()     # a crash of ours
        rows, errors = server.run("SELECT count(*) FROM attack_article; SELECT count(*) FROM attack_article WHERE entities IS DISTINCT FROM news_entities(body)"
                                  " OR quotes IS DISTINCT FROM news_quotes(body) OR model IS DISTINCT FROM news_model_version(body)")
        if errors or int(rows[0]) < before or rows[1] != "0":
            found.append(f"crashes: {before} rows before, then {rows} {errors[:300]}")
        queries.compare([queries.condition(random) for _ in range(20)], found)
        done += 1
        if int(rows[0]) > 3000:
            server.run("DELETE FROM attack_article WHERE id % 10 > 0; VACUUM attack_article;")
    return f"{done} crashes, no row lost, indexes and scans agree"
