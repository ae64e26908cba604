-- Search beside tsvector, GiST and plain SQL that give the same answers, on the
-- same articles in one run.  Reads CSV (id, published, body) from its input.
--
-- A twin is an index of the server over what newstext found: of the words of
-- names, of kind and word together, of what was said with to_tsvector('english').
-- It stands in the same table, as a user's would, so that both visit the same pages.
-- Each look-up and its twin take turns, whichever first, after one of each to
-- have all in the cache.  What is told is the time that a tenth of the rounds
-- stay under, which what else the machine does hardly touches.  More than 1 is
-- newstext ahead.

\set ON_ERROR_STOP on
\set QUIET on
\pset footer off
SET client_min_messages = warning;
SET maintenance_work_mem = '256MB';
SET max_parallel_maintenance_workers = 0;
SET max_parallel_workers_per_gather = 0;
SET jit = off;
SET synchronous_commit = off;

CREATE EXTENSION IF NOT EXISTS newstext;
CREATE TABLE given (id bigint, published date, body text);
\copy given FROM PSTDIN CSV
CREATE TABLE staged AS
	SELECT row_number() OVER (ORDER BY hashint8(n::int8 * 1000003 + id)) AS id, published, body
	FROM given, generate_series(1, ceil(current_setting('bench.articles')::numeric / (SELECT count(*) FROM given))::int) n
	LIMIT current_setting('bench.articles')::int;
ALTER TABLE staged ADD PRIMARY KEY (id);
DROP TABLE given;
VACUUM ANALYZE staged;

CREATE FUNCTION ms_of(statement text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
	start timestamptz := clock_timestamp();
BEGIN
	EXECUTE statement;
	RETURN 1000 * extract(epoch FROM clock_timestamp() - start);
END $$;

\echo '-- reading and storing, beside to_tsvector (columns as they are by default; 5 rounds of 2000 articles)'
CREATE TABLE reading (what text, ms float8);
DO $$
DECLARE
	take text := ' FROM staged WHERE id BETWEEN 1 AND 2000';
BEGIN
	FOR round IN 1 .. 5 LOOP
		DROP TABLE IF EXISTS a, b;
		INSERT INTO reading VALUES
			('tsvector', ms_of('CREATE TABLE a AS SELECT to_tsvector(''english'', body)' || take)),
			('all three', ms_of('CREATE TABLE b AS SELECT news_entities(body), news_quotes(body), news_dates(body, published)' || take));
	END LOOP;
	DROP TABLE a, b;
END $$;
SELECT round(percentile_cont(0.1) WITHIN GROUP (ORDER BY ms) FILTER (WHERE what = 'tsvector')::numeric) AS tsvector_ms,
	round(percentile_cont(0.1) WITHIN GROUP (ORDER BY ms) FILTER (WHERE what = 'all three')::numeric) AS all_three_ms,
	round((percentile_cont(0.1) WITHIN GROUP (ORDER BY ms) FILTER (WHERE what = 'tsvector') /
		percentile_cont(0.1) WITHIN GROUP (ORDER BY ms) FILTER (WHERE what = 'all three'))::numeric, 2) AS ratio
FROM reading;

CREATE TABLE found AS
	SELECT id, published, body, to_tsvector('english', body) AS tsv, news_entities(body) AS entities,
		news_quotes(body) AS quotes, news_dates(body, published) AS dates
	FROM staged ORDER BY id;
DROP TABLE staged;

-- The words of names as newstext folds them, near enough: letters and digits.
CREATE FUNCTION words(name text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS
	$$ SELECT w FROM regexp_split_to_table(lower(regexp_replace(name, '[''’]s?\M|\.', '', 'g')), '[^[:alnum:]]+') w WHERE w <> '' $$;
CREATE TABLE article AS SELECT *,
	array_to_tsvector(ARRAY(SELECT DISTINCT x FROM unnest(entities) e, words(news_entity_name(e)) w, unnest(ARRAY[w, news_entity_kind(e) || ':' || w]) x)) AS names,
	to_tsvector('simple', ARRAY_TO_STRING(ARRAY(SELECT string_agg(w, ' ') FROM unnest(entities) WITH ORDINALITY e (e, n), words(news_entity_name(e.e)) w GROUP BY n), ' ')) AS full_names,
	array_to_tsvector(ARRAY(SELECT DISTINCT x FROM unnest(quotes) q, news_quote_speaker(q) e, words(news_entity_name(e)) w,
		unnest(ARRAY[w, news_entity_kind(e) || ':' || w, news_quote_kind(q) || ':' || w]) x)) AS speakers,
	to_tsvector('english', (SELECT string_agg(news_quote_text(q), E'\n') FROM unnest(quotes) q)) AS said,
	ARRAY(SELECT e::text FROM unnest(entities) e) AS whole
	FROM found ORDER BY id;
DROP TABLE found;
ALTER TABLE article ADD PRIMARY KEY (id);
VACUUM (FREEZE, ANALYZE) article;

\echo
\echo '-- columns: bytes an article as stored, and over those of the text'
SELECT count(*) AS articles, round(avg(octet_length(body))) AS text, round(avg(pg_column_size(tsv))) AS tsvector,
	round(avg(pg_column_size(entities))) AS entities, round(avg(pg_column_size(quotes))) AS quotes, round(avg(pg_column_size(dates))) AS dates,
	round(sum(pg_column_size(entities) + pg_column_size(quotes) + pg_column_size(dates)) / sum(octet_length(body))::numeric, 2) AS over_text
FROM article;

\echo
\echo '-- indexes: seconds to build (the better of two), megabytes, and over those of tsvector'
CREATE TABLE index_of (what text, name text, definition text, ms float8, bytes bigint, n int GENERATED ALWAYS AS IDENTITY);
INSERT INTO index_of (what, name, definition) VALUES
	('tsvector', 'article_tsv', 'article USING gin (tsv)'), ('entities', 'article_entities', 'article USING gin (entities)'),
	('quotes', 'article_quotes', 'article USING gin (quotes)'), ('dates', 'article_dates', 'article USING gin (dates)');
DO $$
DECLARE
	i record;
BEGIN
	FOR i IN SELECT * FROM index_of ORDER BY n LOOP
		UPDATE index_of SET ms = ms_of(format('CREATE INDEX %I ON %s', i.name, i.definition)) WHERE n = i.n;
	END LOOP;
	FOR i IN SELECT * FROM index_of ORDER BY n DESC LOOP
		UPDATE index_of SET ms = least(ms, ms_of(format('REINDEX INDEX %I', i.name))), bytes = pg_relation_size(i.name::regclass) WHERE n = i.n;
	END LOOP;
END $$;
CREATE INDEX twin_names ON article USING gin (names);
CREATE INDEX twin_full_names ON article USING gin (full_names);
CREATE INDEX twin_speakers ON article USING gin (speakers);
CREATE INDEX twin_said ON article USING gin (said);
CREATE INDEX twin_whole ON article USING gin (whole);
SELECT what, round((ms / 1000)::numeric, 1) AS seconds, round(bytes / 1e6, 1) AS megabytes,
	round(bytes::numeric / (SELECT bytes FROM index_of WHERE what = 'tsvector'), 2) AS over_tsvector
FROM (SELECT n, what, ms, bytes FROM index_of UNION ALL
	SELECT 9, 'together', sum(ms), sum(bytes) FROM index_of WHERE what IN ('entities', 'quotes', 'dates')) s ORDER BY n;

-- What is looked for: people and places of one word or two, rare and common.
CREATE TABLE word AS
	SELECT w AS word, news_entity_kind(e) AS kind, e, count(DISTINCT id) AS articles
	FROM article, unnest(entities) e, LATERAL (SELECT regexp_replace(lower(news_entity_name(e)), '^.* ', '') AS w) w
	WHERE news_entity_name(e) ~ '^[A-Z][a-z]+( [A-Z][a-z]+)?$' AND news_entity_kind(e) IN ('person', 'gpe')
		AND w NOT IN (SELECT lower(x) FROM unnest(ARRAY['Will', 'May', 'Can']) x)
	GROUP BY 1, 2, 3;
CREATE FUNCTION pick(of_kind text, share float8, two boolean, but text DEFAULT '') RETURNS word LANGUAGE sql AS $$
	SELECT w FROM word w WHERE kind = of_kind AND (news_entity_name(e) ~ ' ') = two AND w.word <> but
	ORDER BY abs(articles - greatest(12, share * (SELECT count(*) FROM article))), w.word, e LIMIT 1 $$;
SELECT (r).word AS rare, (r).e AS rare_entity, (c).word AS common, (c).e AS common_entity, (p).word AS person, (p).e AS person_entity
	FROM (SELECT pick('person', 0, true) AS r, pick('gpe', 0.05, false) AS c, pick('person', 0.05, true) AS p) s \gset
SELECT (pick('gpe', 0.03, false, :'common')).word AS other \gset
SELECT (pick('gpe', 0.03, false, :'common')).e AS other_entity \gset
SELECT news_entity_name(:'person_entity') AS full_name \gset
SELECT w AS speaker FROM (SELECT w, count(*) AS n FROM article, unnest(quotes) q, regexp_replace(lower(news_entity_name(news_quote_speaker(q))), '^.* ', '') w
	WHERE news_entity_kind(news_quote_speaker(q)) = 'person' AND w ~ '^[a-z]+$' GROUP BY 1) s ORDER BY abs(n - (SELECT count(*) FROM article) * 0.02), w LIMIT 1 \gset
SELECT w AS said FROM (SELECT lexeme AS w, count(*) AS n FROM article, unnest(said) WHERE lexeme ~ '^[a-z]{4,}$' GROUP BY 1) s ORDER BY abs(n - (SELECT count(*) FROM article) * 0.03), w LIMIT 1 \gset

-- ours and the twin's, as conditions
CREATE TABLE query (what text, ours text, theirs text, twin text, n int GENERATED ALWAYS AS IDENTITY);
INSERT INTO query (what, ours, theirs, twin) VALUES
	('a rare name', format('entities @@ %L', :'rare'), format('names @@ %L', :'rare'), 'tsvector of names'),
	('a common name', format('entities @@ %L', :'common'), format('names @@ %L', :'common'), 'tsvector of names'),
	('gpe: a common name', format('entities @@ %L', 'gpe:' || :'common'), format('names @@ %L', '''gpe:' || :'common' || ''''), 'tsvector of names'),
	('person:', format('entities @@ %L', 'person:' || :'person'), format('names @@ %L', '''person:' || :'person' || ''''), 'tsvector of names'),
	('two names', format('entities @@ %L', :'common' || ' & ' || :'other'), format('names @@ %L', :'common' || ' & ' || :'other'), 'tsvector of names'),
	('one or the other', format('entities @@ %L', :'common' || ' | ' || :'other'), format('names @@ %L', :'common' || ' | ' || :'other'), 'tsvector of names'),
	('one without the other', format('entities @@ %L', :'common' || ' & !' || :'other'), format('names @@ %L', :'common' || ' & !' || :'other'), 'tsvector of names'),
	('a prefix', format('entities @@ %L', left(:'common', 4) || '*'), format('names @@ %L', left(:'common', 4) || ':*'), 'tsvector of names'),
	('a full name', format('entities @@ %L', '"' || :'full_name' || '"'), format('full_names @@ %L', phraseto_tsquery('simple', :'full_name')), 'tsvector of names'),
	('a common name, in the text', format('entities @@ %L', :'common'), format('tsv @@ %L', plainto_tsquery('english', :'common')), 'tsvector of the text'),
	('one rare entity', format('entities @> %L', ARRAY[:'rare_entity']::news_entity[]), format('whole @> %L', ARRAY[:'rare_entity']), 'text[] of entities'),
	('one common entity', format('entities @> %L', ARRAY[:'common_entity']::news_entity[]), format('whole @> %L', ARRAY[:'common_entity']), 'text[] of entities'),
	('two entities', format('entities @> %L', ARRAY[:'common_entity', :'other_entity']::news_entity[]), format('whole @> %L', ARRAY[:'common_entity', :'other_entity']), 'text[] of entities'),
	('speaker:', format('quotes @@ %L', 'speaker:' || :'speaker'), format('speakers @@ %L', :'speaker'), 'tsvector of speakers'),
	('speaker:person:', format('quotes @@ %L', 'speaker:person:' || :'speaker'), format('speakers @@ %L', '''person:' || :'speaker' || ''''), 'tsvector of speakers'),
	('kind:direct & speaker:', format('quotes @@ %L', 'kind:direct & speaker:' || :'speaker'), format('speakers @@ %L', '''direct:' || :'speaker' || ''''), 'tsvector of speakers'),
	('speaker:person:, in the text', format('quotes @@ %L', 'speaker:person:' || :'speaker'), format('tsv @@ %L', plainto_tsquery('english', :'speaker')), 'tsvector of the text, other rows'),
	('kind:direct & speaker:, in the text', format('quotes @@ %L', 'kind:direct & speaker:' || :'speaker'), format('tsv @@ %L', plainto_tsquery('english', :'speaker')), 'tsvector of the text, other rows'),
	('said:', format('quotes @@ %L', 'said:' || :'said'), format('said @@ %L', to_tsquery('english', :'said')), 'tsvector of what was said'),
	('said: two', format('quotes @@ %L', 'said:' || :'said' || ' | said:' || :'common'), format('said @@ %L', to_tsquery('english', :'said' || ' | ' || :'common')), 'tsvector of what was said'),
	('said:"will not"', 'quotes @@ ''said:"will not"''', NULL, NULL),
	('speaker: & said:', format('quotes @@ %L', 'speaker:' || :'speaker' || ' & said:' || :'said'), NULL, NULL),
	('!kind:direct', 'quotes @@ ''!kind:direct''', NULL, NULL),
	('!speaker:', format('quotes @@ %L', '!speaker:' || :'speaker'), NULL, NULL),
	('speaker:*', 'quotes @@ ''speaker:*''', NULL, NULL),
	('a common word of quotes', format('quotes @@ %L', :'common'), NULL, NULL),
	('stance: & about:', format('quotes @@ %L', 'stance:warned & about:' || :'common'), NULL, NULL),
	('speaker: & !kind:direct', format('quotes @@ %L', 'speaker:' || :'speaker' || ' & !kind:direct'), NULL, NULL);
SELECT min(published) + (max(published) - min(published)) / 2 AS middle FROM article \gset
INSERT INTO query (what, ours, theirs, twin) VALUES
	('a day', format('dates && daterange(%L, %L)', :'middle', :'middle'::date + 1), NULL, NULL),
	('a week', format('dates && daterange(%L, %L)', :'middle', :'middle'::date + 7), 'scan', 'the same without an index'),
	('a week, within', format('dates @@ daterange(%L, %L)', :'middle', :'middle'::date + 7), 'scan', 'the same without an index'),
	('a month, within', format('dates @@ daterange(%L, %L)', :'middle', :'middle'::date + 30), NULL, NULL),
	('a year', format('dates && daterange(%L, %L)', :'middle', :'middle'::date + 365), NULL, NULL),
	('a year, within', format('dates @@ daterange(%L, %L)', :'middle', :'middle'::date + 365), NULL, NULL),
	('before', format('dates && daterange(NULL, %L)', '1950-01-01'::date), NULL, NULL);
VACUUM ANALYZE article;

CREATE TABLE look_up (n int, ours boolean, ms float8, found bigint);
CREATE PROCEDURE look_up(q query, ours boolean, note boolean) LANGUAGE plpgsql AS $$
DECLARE
	statement text := 'SELECT count(*) FROM article WHERE ' || CASE WHEN ours OR q.theirs = 'scan' THEN q.ours ELSE q.theirs END;
	start timestamptz;
	found bigint;
BEGIN
	IF NOT ours AND q.theirs = 'scan' THEN
		SET LOCAL enable_bitmapscan = off;
	END IF;
	start := clock_timestamp();
	EXECUTE statement INTO found;
	IF note THEN
		INSERT INTO look_up VALUES (q.n, ours, 1000 * extract(epoch FROM clock_timestamp() - start), found);
	END IF;
	SET LOCAL enable_bitmapscan = on;
END $$;
DO $$
DECLARE
	q query;
BEGIN
	FOR round IN 0 .. current_setting('bench.rounds')::int LOOP
		FOR q IN SELECT * FROM query ORDER BY n LOOP
			CONTINUE WHEN q.theirs = 'scan' AND round > 5;
			IF round % 2 = 0 THEN CALL look_up(q, true, round > 0); END IF;
			IF q.theirs IS NOT NULL THEN CALL look_up(q, false, round > 0); END IF;
			IF round % 2 = 1 THEN CALL look_up(q, true, round > 0); END IF;
		END LOOP;
	END LOOP;
END $$;

-- candidates: rows that the index gives, before any is looked at again
CREATE FUNCTION plan_of(condition text) RETURNS TABLE (estimated float8, candidates float8, answers float8, buffers float8) LANGUAGE plpgsql AS $$
DECLARE
	plan jsonb;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT JSON) SELECT * FROM article WHERE ' || condition INTO plan;
	estimated := plan #>> '{0,Plan,Plan Rows}';
	SET LOCAL enable_seqscan = off;
	SET LOCAL work_mem = '64MB';
	EXECUTE 'EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) SELECT * FROM article WHERE ' || condition INTO plan;
	SET LOCAL enable_seqscan = on;
	answers := plan #>> '{0,Plan,Actual Rows}';
	candidates := coalesce((plan #>> '{0,Plan,Plans,0,Actual Rows}')::float8, answers);
	buffers := (plan #>> '{0,Plan,Shared Hit Blocks}')::float8 + (plan #>> '{0,Plan,Shared Read Blocks}')::float8;
	RETURN NEXT;
END $$;

\echo
\echo '-- look-ups: milliseconds, ratio to the twin; candidates over answers; estimate over answers (0.33 to 3 is well)'
SELECT q.what, p.answers, round(o.ms::numeric, 3) AS ms, round(t.ms::numeric, 3) AS twin_ms, round((t.ms / o.ms)::numeric, 2) AS ratio,
	coalesce(q.twin, '') || CASE WHEN t.found <> o.found AND q.twin NOT LIKE '%other rows' AND q.twin NOT LIKE '%of the text%' THEN format(' (%s)', t.found) ELSE '' END AS twin,
	round((p.candidates / greatest(p.answers, 1))::numeric, 2) AS candidates, round((p.estimated / greatest(p.answers, 1))::numeric, 2) AS estimate
FROM query q CROSS JOIN LATERAL plan_of(q.ours) p
	LEFT JOIN LATERAL (SELECT percentile_cont(0.1) WITHIN GROUP (ORDER BY ms) AS ms, max(found) AS found FROM look_up l WHERE l.n = q.n AND l.ours) o ON true
	LEFT JOIN LATERAL (SELECT percentile_cont(0.1) WITHIN GROUP (ORDER BY ms) AS ms, max(found) AS found FROM look_up l WHERE l.n = q.n AND NOT l.ours) t ON true
ORDER BY q.n;

\echo
\echo '-- planning: milliseconds, and bytes of the statistics'
CREATE TABLE planning (what text, ms float8);
DO $$
BEGIN
	FOR round IN 1 .. 200 LOOP
		INSERT INTO planning SELECT what, ms_of('EXPLAIN SELECT * FROM article WHERE ' || c)
			FROM (SELECT 'tsvector' AS what, theirs AS c FROM query WHERE what = 'a common name, in the text'
				UNION ALL SELECT 'entities, common', ours FROM query WHERE what = 'a common name'
				UNION ALL SELECT 'entities, rare', ours FROM query WHERE what = 'a rare name'
				UNION ALL SELECT 'quotes', ours FROM query WHERE what = 'speaker:'
				UNION ALL SELECT 'dates', ours FROM query WHERE what = 'a week') s;
	END LOOP;
END $$;
SELECT what, round(percentile_cont(0.1) WITHIN GROUP (ORDER BY ms)::numeric, 3) AS ms FROM planning GROUP BY 1 ORDER BY 2;
SELECT attname, pg_column_size(stavalues1) + coalesce(pg_column_size(stavalues2), 0) + coalesce(pg_column_size(stavalues3), 0) + coalesce(pg_column_size(stavalues4), 0) + coalesce(pg_column_size(stavalues5), 0) AS bytes
	FROM pg_statistic JOIN pg_attribute ON (attrelid, attnum) = (starelid, staattnum)
	WHERE starelid = 'article'::regclass AND attname IN ('tsv', 'entities', 'quotes', 'dates') ORDER BY attnum;

\echo
\echo '-- the first ten by rank, beside ts_rank; and the second ten by keyset'
CREATE TABLE ranked (what text, ms float8);
DO $$
DECLARE
	common text := (SELECT substr(ours, 13) FROM query WHERE what = 'a common name');
	tsq text := (SELECT substr(theirs, 8) FROM query WHERE what = 'a common name, in the text');
	who text := (SELECT substr(ours, 11) FROM query WHERE what = 'speaker:');
	last_rank real;
	last_id bigint;
BEGIN
	EXECUTE format('SELECT news_rank(entities, %s) r, id FROM article WHERE entities @@ %1$s ORDER BY 1 DESC, 2 DESC OFFSET 9 LIMIT 1', common) INTO last_rank, last_id;
	FOR round IN 0 .. current_setting('bench.rounds')::int LOOP
		INSERT INTO ranked VALUES
			('ts_rank', ms_of(format('SELECT id FROM article WHERE tsv @@ %s ORDER BY ts_rank(tsv, %1$s) DESC, id DESC LIMIT 10', tsq))),
			('news_rank(entities)', ms_of(format('SELECT id FROM article WHERE entities @@ %s ORDER BY news_rank(entities, %1$s) DESC, id DESC LIMIT 10', common))),
			('the next ten', ms_of(format('SELECT id FROM article WHERE entities @@ %s AND (news_rank(entities, %1$s), id) < (%L::real, %s) ORDER BY news_rank(entities, %1$s) DESC, id DESC LIMIT 10', common, last_rank, last_id))),
			('news_rank(quotes)', ms_of(format('SELECT id FROM article WHERE quotes @@ %s ORDER BY news_rank(quotes, %1$s) DESC, id DESC LIMIT 10', who)));
	END LOOP;
END $$;
SELECT what, round(percentile_cont(0.1) WITHIN GROUP (ORDER BY ms)::numeric, 2) AS ms FROM ranked GROUP BY 1 ORDER BY 1;

\echo
\echo '-- counting 20000 articles, beside plain SQL; peak memory of a backend of its own is told below'
CREATE TABLE sample AS SELECT * FROM article WHERE id <= 20000;
VACUUM ANALYZE sample;
CREATE TABLE counted (what text, ours float8, theirs float8);
INSERT INTO counted VALUES
	('who is named: news_entity_counts', ms_of('SELECT news_entity_counts(entities, 1000) FROM sample'),
		ms_of('SELECT e, count(*) FROM sample, unnest(entities) e GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1000')),
	('all pairs: news_cooccurrence', ms_of('SELECT news_cooccurrence(entities, NULL, 1000) FROM sample'),
		ms_of('SELECT a, b, count(*) FROM sample, unnest(entities) a, unnest(entities) b WHERE a < b GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 1000')),
	('whose voice: news_share_of_voice', ms_of('SELECT news_share_of_voice(quotes, 1000) FROM sample'),
		ms_of('SELECT news_quote_speaker(q), count(*), sum(length(news_quote_text(q))) FROM sample, unnest(quotes) q GROUP BY 1 ORDER BY 3 DESC LIMIT 1000'));
SELECT what, round(ours) AS ms, round(theirs) AS sql_ms, round((theirs / ours)::numeric, 2) AS ratio FROM counted;
\c
SET max_parallel_workers_per_gather = 0;
SET client_min_messages = error;
SELECT pg_backend_pid() AS pid \gset
\setenv PID :pid
SELECT count(entities) FROM sample \g /dev/null
\! echo "before: $(grep VmHWM /proc/$PID/status) $(grep RssShmem /proc/$PID/status)"
SELECT sum(articles) FROM unnest((SELECT news_cooccurrence(entities, NULL, 1000) FROM sample)) \g /dev/null
\! echo "after all pairs: $(grep VmHWM /proc/$PID/status) $(grep RssShmem /proc/$PID/status)"

\echo
\echo '-- insert with the index in place: rows a second'
CREATE TABLE fresh AS SELECT * FROM sample WHERE id <= 5000;
CREATE TABLE inserted (what text, rate float8);
DO $$
DECLARE
	c text;
BEGIN
	FOREACH c IN ARRAY ARRAY['tsv', 'entities', 'quotes', 'dates'] LOOP
		EXECUTE format('CREATE TABLE into_%s AS SELECT %1$I FROM article', c);
		EXECUTE format('CREATE INDEX into_%s_index ON into_%1$s USING gin (%1$I)', c);
		INSERT INTO inserted SELECT c, 5000 / ms_of(format('INSERT INTO into_%s SELECT %1$I FROM fresh; SELECT gin_clean_pending_list(''into_%1$s_index'')', c)) * 1000;
	END LOOP;
END $$;
SELECT what, round(rate) AS rows_a_second, round((rate / (SELECT rate FROM inserted WHERE what = 'tsv'))::numeric, 2) AS ratio FROM inserted;
