"""The memory of one backend over many articles: flat."""
import server

MEASURE = "SELECT 'used', sum(used_bytes) FROM pg_backend_memory_contexts; SELECT 'private', substring(pg_read_file('/proc/' || pg_backend_pid() || '/status') FROM 'RssAnon:\\s*(\\d+)');"


def attack_memory(random, left, found):
    n = 2000
    report = "nothing measured"
    while left():
        work = (f"SELECT sum(cardinality(news_entities(b)) + cardinality(news_quotes(b)) + cardinality(news_dates(b))) FROM (SELECT 'Ada Byrne ' || i || ' flew to Norway on Monday.'"
                f" || repeat(' \"We agreed with the Trust,\" Byrne told reporters.', 1 + i % 40) AS b FROM generate_series(1, {n}) i OFFSET 0) s;"
                "SELECT count(*) FROM (SELECT news_plain_query('ada byrne norway ' || i) @@ '{person:Ada Byrne}'::news_entity[] FROM generate_series(1, 2000) i) s;")
        rows, errors = server.run(work + MEASURE + work * 5 + MEASURE)
        used = [int(r.split("|")[1]) for r in rows if r.startswith("used")]
        private = [int(r.split("|")[1]) for r in rows if r.startswith("private")]
        if len(used) != 2 or errors:
            found.append(f"memory: {errors[:300]}")
            break
        report = f"contexts {used[1] - used[0]:+} bytes, private {private[1] - private[0]:+} kB from {n} to {6 * n} articles"
        if used[1] - used[0] > 256 * 1024 or private[1] - private[0] > 4096:
            found.append(f"memory: {report}")
        n *= 2
    return report
