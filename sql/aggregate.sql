-- The desk's aggregates, beside plain SQL.
CREATE TABLE article AS
	SELECT i AS id,
		ARRAY(SELECT news_entity((ARRAY['person', 'gpe', 'org'])[1 + (i * k) % 3], 'Name ' || (i * k * k) % 23) FROM generate_series(1, 1 + i % 7) k)
			|| CASE WHEN i % 11 = 0 THEN '{NULL}'::news_entity[] ELSE '{}' END AS entities,
		ARRAY(SELECT ('{"kind": "direct", ' || CASE WHEN k = 1 THEN '' ELSE '"speaker": "person:Name ' || i % 5 || '", ' END
			|| '"text": "' || repeat('é', 1 + i * k % 13) || '"}')::news_quote FROM generate_series(1, i % 4) k) AS quotes,
		ARRAY(SELECT ('{"kind": "DATE", "value": "x", "mention": "m"'
			|| CASE WHEN k = 2 THEN '' ELSE ', "range": "[' || to_char(date '2025-01-01' + i % 9, 'YYYY-MM-DD') || ',' || to_char(date '2025-01-02' + i % 9 + k, 'YYYY-MM-DD') || ')"' END || '}')::news_date
			FROM generate_series(1, i % 4) k) AS dates
	FROM generate_series(1, 500) i;
INSERT INTO article VALUES (501, NULL, NULL, NULL), (502, '{}', '{}', '{}'), (503, '{person:Twice,person:Twice}', NULL, NULL);

CREATE TEMP VIEW difference AS
	WITH counts AS (SELECT (unnest(news_entity_counts(entities))).* FROM article),
	counts_sql AS (SELECT e, count(DISTINCT id) FROM article, unnest(entities) e WHERE e IS NOT NULL GROUP BY 1),
	pairs AS (SELECT least(a, b), greatest(a, b), articles FROM unnest((SELECT news_cooccurrence(entities) FROM article))),
	pairs_sql AS (SELECT a, b, count(DISTINCT id) FROM article, unnest(entities) a, unnest(entities) b WHERE a < b GROUP BY 1, 2),
	with_one AS (SELECT (unnest(news_cooccurrence(entities, 'gpe:Name 4'))).* FROM article),
	with_one_sql AS (SELECT a, count(DISTINCT id) FROM article, unnest(entities) a
		WHERE entities @> '{gpe:Name 4}' AND a <> 'gpe:Name 4' GROUP BY 1),
	voices AS (SELECT speaker, quotes, characters, round(share::numeric, 9) FROM unnest((SELECT news_share_of_voice(quotes) FROM article))),
	voices_sql AS (SELECT news_quote_speaker(q), count(*), sum(length(news_quote_text(q))),
		round(sum(length(news_quote_text(q))) / sum(sum(length(news_quote_text(q)))) OVER (), 9)
		FROM article, unnest(quotes) q GROUP BY 1),
	times AS (SELECT (unnest(news_timeline(dates))).* FROM article),
	times_sql AS (SELECT news_date_range(d), count(DISTINCT id) FROM article, unnest(dates) d WHERE news_date_range(d) IS NOT NULL GROUP BY 1)
	SELECT 'counts' AS what, (SELECT count(*) FROM counts_sql) AS rows, (SELECT count(*) FROM ((TABLE counts EXCEPT TABLE counts_sql) UNION ALL (TABLE counts_sql EXCEPT TABLE counts)) s) AS different
	UNION ALL SELECT 'pairs', (SELECT count(*) FROM pairs_sql), (SELECT count(*) FROM ((TABLE pairs EXCEPT TABLE pairs_sql) UNION ALL (TABLE pairs_sql EXCEPT TABLE pairs)) s)
	UNION ALL SELECT 'with one', (SELECT count(*) FROM with_one_sql), (SELECT count(*) FROM ((TABLE with_one EXCEPT TABLE with_one_sql) UNION ALL (TABLE with_one_sql EXCEPT TABLE with_one)) s)
	UNION ALL SELECT 'voices', (SELECT count(*) FROM voices_sql), (SELECT count(*) FROM ((TABLE voices EXCEPT TABLE voices_sql) UNION ALL (TABLE voices_sql EXCEPT TABLE voices)) s)
	UNION ALL SELECT 'times', (SELECT count(*) FROM times_sql), (SELECT count(*) FROM ((TABLE times EXCEPT TABLE times_sql) UNION ALL (TABLE times_sql EXCEPT TABLE times)) s);
SELECT * FROM difference ORDER BY what;

-- The same by parallel workers.
ALTER TABLE article SET (parallel_workers = 2);
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT news_entity_counts(entities), news_cooccurrence(entities), news_share_of_voice(quotes), news_timeline(dates) FROM article;
SELECT * FROM difference ORDER BY what;
SET max_parallel_workers_per_gather = 0;

-- What it looks like.
SELECT * FROM unnest((SELECT news_entity_counts(entities) FROM article)) LIMIT 3;
SELECT * FROM unnest((SELECT news_share_of_voice(quotes) FROM article WHERE id < 20));
SELECT * FROM unnest((SELECT news_timeline(dates) FROM article WHERE id < 6));
SELECT id % 2 AS odd, cardinality(news_entity_counts(entities)) FROM article GROUP BY 1 ORDER BY 1;
SELECT news_entity_counts(entities) FILTER (WHERE id = 503) AS once, news_cooccurrence(entities) FILTER (WHERE id = 503) AS alone FROM article;

-- No more rows than are of use.
SELECT * FROM unnest((SELECT news_entity_counts(entities, 2) FROM article));
SELECT * FROM unnest((SELECT news_cooccurrence(entities, 18, 4) FROM article));
SELECT cardinality(news_cooccurrence(entities)) AS all_pairs, cardinality(news_cooccurrence(entities, NULL, NULL)) AS no_bound,
	cardinality(news_cooccurrence(entities, 10, NULL)) AS of_ten, cardinality(news_cooccurrence(entities, NULL, 100)) AS first_hundred FROM article;
SELECT (news_cooccurrence(entities))[1:100] = news_cooccurrence(entities, NULL, 100) AS the_same,
	(news_cooccurrence(entities))[1:cardinality(news_cooccurrence(entities, 10, NULL))] = news_cooccurrence(entities, 10, NULL) AS too FROM article;
SELECT * FROM unnest((SELECT news_share_of_voice(quotes, 1) FROM article WHERE id < 20));
SELECT news_entity_counts(entities, 0) FROM article;

-- The state of an aggregate is a value, as a cluster sends it.
CREATE AGGREGATE tally(news_entity[]) (SFUNC = newstext_cooccurrence_add, STYPE = news_tally);
CREATE AGGREGATE tally_counts(news_quote[]) (SFUNC = newstext_share_of_voice_add, STYPE = news_tally);
CREATE AGGREGATE joined(news_tally) (SFUNC = newstext_tally_combine, STYPE = news_tally, FINALFUNC = newstext_cooccurrence_result);
CREATE AGGREGATE joined_voices(news_tally) (SFUNC = newstext_tally_combine, STYPE = news_tally, FINALFUNC = newstext_share_of_voice_result);
SELECT joined(t::text::news_tally) = (SELECT news_cooccurrence(entities) FROM article) AS pairs FROM (SELECT tally(entities) AS t FROM article GROUP BY id % 5) s;
SELECT joined_voices(t::text::news_tally) = (SELECT news_share_of_voice(quotes) FROM article) AS voices FROM (SELECT tally_counts(quotes) AS t FROM article GROUP BY id % 5) s;
SELECT joined(t) FROM (SELECT tally(entities) FROM article UNION ALL SELECT tally_counts(quotes) FROM article) s (t);
SELECT '\x'::news_tally;
SELECT '\x02010000'::news_tally;
SELECT '\x0102000000000000000000000000000100'::news_tally;
SET work_mem = '64kB';
SET client_min_messages = notice;
SELECT cardinality(news_cooccurrence(array_fill(NULL::news_entity, ARRAY[1]) || ARRAY(SELECT news_entity('person', 'P' || i || '-' || n) FROM generate_series(1, 40) i), 1, 10)) AS told FROM generate_series(1, 300) n;
RESET work_mem;
SET client_min_messages = warning;
DROP AGGREGATE tally(news_entity[]), tally_counts(news_quote[]), joined(news_tally), joined_voices(news_tally);

-- Of nothing.
SELECT news_entity_counts(entities), news_cooccurrence(entities), news_share_of_voice(quotes), news_timeline(dates) FROM article WHERE id > 1000;
SELECT news_entity_counts(entities), news_cooccurrence(entities, NULL), news_share_of_voice(quotes), news_timeline(dates) FROM article WHERE id = 501;
SET client_min_messages = warning;
DROP TABLE article CASCADE;
