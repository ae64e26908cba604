-- Large and hostile queries: bounded while they are read, and no dearer through the index than by a scan.
SET client_min_messages = warning;

-- Terms are counted as they are read, those without a letter too.
SELECT news_query_terms(string_agg('a' || i, '&')::news_query) FROM generate_series(1, 16384) i;
SELECT string_agg('a' || i, '&')::news_query FROM generate_series(1, 16385) i;
\set VERBOSITY terse
SELECT (repeat('-&', 500000) || 'a')::news_query;
SELECT (repeat('(a)|', 500000) || 'a')::news_query;
SELECT (repeat('a b ', 100000))::news_query;
SELECT (repeat('!', 1000001) || 'a')::news_query;
SELECT news_query_terms(news_plain_query(repeat('- ', 300000) || 'norway')) > 0 AS found;
SELECT news_query_terms(news_plain_query((SELECT string_agg('w' || i, ' ') FROM generate_series(1, 20000) i)));
\set VERBOSITY default

-- The same rows by index and scan, whatever the query looks like.
CREATE TABLE article (id int PRIMARY KEY, entities news_entity[], quotes news_quote[]);
CREATE FUNCTION pick(n int) RETURNS int LANGUAGE sql VOLATILE AS $$ SELECT floor(random() ^ 2 * n)::int $$;
DO $$
DECLARE
	e news_entity[];
	q news_quote[];
BEGIN
	PERFORM setseed(0.4);
	FOR i IN 1..300 LOOP
		e := '{}';
		q := '{}';
		FOR k IN 1..pick(9) LOOP
			e := e || format('%s:W%s X%s', (ARRAY['person', 'gpe', 'law'])[1 + pick(3)], pick(80), pick(80))::news_entity;
			q := q || format('{"kind": "%s", "speaker": "person:W%s X%s", "about": ["gpe:W%s"], "cue": "said", "stance": "said", "text": "w%s x%s w%s"}',
				(ARRAY['direct', 'mixed', 'indirect'])[1 + pick(3)], pick(80), pick(80), pick(80), pick(80), pick(80), pick(80))::news_quote;
		END LOOP;
		INSERT INTO article VALUES (i, CASE WHEN i % 50 = 7 THEN '{NULL}' ELSE e END, CASE WHEN i % 50 = 9 THEN '{NULL}' ELSE q END);
	END LOOP;
END $$;
CREATE INDEX ON article USING gin (entities);
CREATE INDEX ON article USING gin (quotes);
-- a query of about n terms
CREATE FUNCTION ask(n int, quotes bool) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
	term text := (ARRAY['w', 'x'])[1 + floor(random() * 2)::int] || pick(90);
BEGIN
	IF n <= 1 THEN
		term := (ARRAY[term, term, 'person:' || term, format('"w%s x%s"', pick(30), pick(30)), term || '*', 'gpe:' || term])[1 + floor(random() * 6)::int];
		IF quotes AND term NOT LIKE '%:%' THEN
			term := (ARRAY['', 'speaker:', 'about:', 'said:'])[1 + floor(random() * 4)::int] || term;
		ELSIF quotes AND random() < 0.2 THEN
			term := 'kind:direct';
		END IF;
		RETURN CASE WHEN random() < 0.25 THEN '!' ELSE '' END || term;
	END IF;
	RETURN CASE WHEN random() < 0.1 THEN '!' ELSE '' END || '(' ||
		(SELECT string_agg(ask(n / 3, quotes), (ARRAY[' & ', ' | ', ' | '])[1 + floor(random() * 3)::int]) FROM generate_series(1, 3)) || ')';
END $$;
CREATE TABLE asked (n int, terms int, about_quotes bool, q news_query, by_scan int[], by_index int[]);
SELECT setseed(0.7) IS NOT NULL AS seeded;
INSERT INTO asked SELECT i, news_query_terms(q::news_query), i % 2 = 0, q::news_query
	FROM (SELECT i, ask((ARRAY[3, 30, 81, 243, 700])[1 + i % 5], i % 2 = 0) AS q FROM generate_series(1, 100) i) s;
-- pairs joined: (a|!b)&(c|!d)&..., (a&!b)|(c&!d)|...
INSERT INTO asked SELECT 100 + i, news_query_terms(q::news_query), i % 2 = 0, q::news_query
	FROM (SELECT i, (SELECT string_agg(format(CASE WHEN i % 4 < 2 THEN '(%s|!%s)' ELSE '(%s&!%s)' END, ask(1 + 0 * p, i % 2 = 0), ask(1, i % 2 = 0)), CASE WHEN i % 4 < 2 THEN '&' ELSE '|' END)
		FROM generate_series(1, (ARRAY[2, 4, 20, 60, 300])[1 + i % 5]) p) AS q FROM generate_series(1, 100) i) s;
SET enable_bitmapscan = off;
UPDATE asked SET by_scan = (SELECT array_agg(id ORDER BY id) FROM article WHERE entities @@ q) WHERE NOT about_quotes;
UPDATE asked SET by_scan = (SELECT array_agg(id ORDER BY id) FROM article WHERE quotes @@ q) WHERE about_quotes;
RESET enable_bitmapscan;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM article WHERE entities @@ 'w1 | x2';
UPDATE asked SET by_index = (SELECT array_agg(id ORDER BY id) FROM article WHERE entities @@ q) WHERE NOT about_quotes;
UPDATE asked SET by_index = (SELECT array_agg(id ORDER BY id) FROM article WHERE quotes @@ q) WHERE about_quotes;
RESET enable_seqscan;
SELECT about_quotes, count(*), count(*) FILTER (WHERE terms > 64) AS large, bool_or(cardinality(by_scan) > 0) AS some, bool_or(by_scan IS NULL) AS none,
	count(*) FILTER (WHERE by_scan IS DISTINCT FROM by_index) AS differ FROM asked GROUP BY 1 ORDER BY 1;

-- Hundreds of words, and of words that go on, are looked up in one pass over the keys; of terms joined by & some are asked for.
CREATE VIEW both_ways AS SELECT (SELECT count(*) FROM article WHERE entities @@ current_setting('ask.q')::news_query) AS entities,
	(SELECT count(*) FROM article WHERE quotes @@ current_setting('ask.q')::news_query) AS quotes;
SELECT set_config('ask.q', string_agg(CASE i % 3 WHEN 0 THEN 'w' || i || '*' WHEN 1 THEN 'person:x' || i ELSE '(x' || i || '&w' || i - 9 || ')' END, '|'), false) IS NULL AS q FROM generate_series(10, 900) i \gset
SET enable_bitmapscan = off;
TABLE both_ways;
SET enable_bitmapscan = on; SET enable_seqscan = off;
TABLE both_ways;
SELECT set_config('ask.q', 'x1*&(' || string_agg('w' || i || '*', '|') || ')&!(' || string_agg('gpe:x' || i, '|') || ')', false) IS NULL AS q FROM generate_series(2, 400) i \gset
TABLE both_ways;
SET enable_seqscan = on; SET enable_bitmapscan = off;
TABLE both_ways;
RESET enable_bitmapscan;
DROP VIEW both_ways;

-- Thousands of terms cost each row little, by the index and by a scan.
INSERT INTO article SELECT id + 1000 * k, entities, quotes FROM article, generate_series(1, 9) k;
SET statement_timeout = '120s';
SELECT string_agg(format('(a%s|!w%s)', i, i), '&')::news_query AS q FROM generate_series(1000, 5000) i \gset
SET enable_seqscan = off;
SELECT count(*) FROM article WHERE entities @@ :'q';
SET enable_seqscan = on; SET enable_bitmapscan = off;
SELECT count(*) FROM article WHERE entities @@ :'q';
SELECT string_agg(format('(a%s&w%s)', i, i), '|')::news_query AS q FROM generate_series(1, 4000) i \gset
SELECT count(*) FROM article WHERE entities @@ :'q';
SET enable_seqscan = off; SET enable_bitmapscan = on;
SELECT count(*) FROM article WHERE entities @@ :'q';
RESET enable_bitmapscan;

-- A query that rows without any of its words may meet does not read the whole index: one key stands for all rows.
CREATE FUNCTION part_of_index(query text) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
	plan json;
BEGIN
	EXECUTE format('EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT FROM article WHERE entities @@ %L', query) INTO plan;
	plan := plan #> '{0,Plan,Plans,0}';
	RETURN ((plan ->> 'Shared Hit Blocks')::numeric + (plan ->> 'Shared Read Blocks')::numeric) / (pg_relation_size(plan ->> 'Index Name') / 8192);
END $$;
VACUUM article;
SET enable_seqscan = off;
SELECT part_of_index('(w1|!w2)&(x1|!x2)') < 0.5 AS pair, part_of_index('!w1') < 0.5 AS one;
RESET enable_seqscan;
DROP FUNCTION part_of_index;

DROP TABLE article, asked;
DROP FUNCTION ask, pick;
