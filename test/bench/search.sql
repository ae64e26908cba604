-- Search speed: GIN over news_entity[] and news_quote[] beside GIN over
-- tsvector and over text[], on the same articles in one run.
--
-- psql variables: articles (CSV of test/bench/articles.py), rounds, inserts.
-- Prints a table of results, then the ratios that docs/performance.md gives.

\set ON_ERROR_STOP on
\set QUIET on
\pset footer off
SET client_min_messages = warning;
SET maintenance_work_mem = '256MB';
SET max_parallel_maintenance_workers = 0;
SET max_parallel_workers_per_gather = 0;
SET jit = off;

CREATE EXTENSION IF NOT EXISTS newstext;
CREATE TABLE staged (id bigint, published date, body text);
\copy staged FROM PSTDIN CSV

CREATE TABLE result (step text, what text, value numeric, unit text, n int GENERATED ALWAYS AS IDENTITY);

-- time_of runs a statement and notes its milliseconds.
CREATE PROCEDURE time_of(step text, what text, statement text) LANGUAGE plpgsql AS $$
DECLARE
	start timestamptz := clock_timestamp();
BEGIN
	EXECUTE statement;
	INSERT INTO result (step, what, value, unit)
	VALUES (step, what, round(1000 * extract(epoch FROM clock_timestamp() - start)), 'ms');
END $$;

\echo extracting
CREATE TABLE article (id bigint, published date, body text, tsv tsvector, names text[],
	entities news_entity[], quotes news_quote[], dates news_date[]);
INSERT INTO article
	SELECT id, published, body, to_tsvector('english', body), NULL, e, q, d
	FROM (SELECT *, news_entities(body) AS e, news_quotes(body) AS q, news_dates(body, published) AS d
		  FROM staged OFFSET 0) s;
UPDATE article SET names = ARRAY(SELECT x::text FROM unnest(entities) x);
VACUUM FULL article;
VACUUM ANALYZE article;

\echo building indexes, each twice; the better time counts
CALL time_of('build', 'tsvector', 'CREATE INDEX article_tsv ON article USING gin (tsv)');
CALL time_of('build', 'text[]', 'CREATE INDEX article_names ON article USING gin (names)');
CALL time_of('build', 'entities', 'CREATE INDEX article_entities ON article USING gin (entities)');
CALL time_of('build', 'quotes', 'CREATE INDEX article_quotes ON article USING gin (quotes)');
CALL time_of('build', 'dates (GiST)', 'CREATE INDEX article_dates ON article USING gist (news_date_span(dates))');
CALL time_of('build', 'tsvector', 'REINDEX INDEX article_tsv');
CALL time_of('build', 'text[]', 'REINDEX INDEX article_names');
CALL time_of('build', 'entities', 'REINDEX INDEX article_entities');
CALL time_of('build', 'quotes', 'REINDEX INDEX article_quotes');
CALL time_of('build', 'dates (GiST)', 'REINDEX INDEX article_dates');
DELETE FROM result r WHERE EXISTS (SELECT FROM result b WHERE (b.step, b.what) = (r.step, r.what) AND (b.value, b.n) < (r.value, r.n));
INSERT INTO result (step, what, value, unit)
	SELECT 'size', what, round(pg_relation_size(index) / 1e6, 1), 'MB'
	FROM (VALUES ('tsvector', 'article_tsv'::regclass), ('text[]', 'article_names'), ('entities', 'article_entities'),
		('quotes', 'article_quotes'), ('dates (GiST)', 'article_dates')) v (what, index);
ANALYZE article;

-- What is looked for: a surname and a place of one word each, rare and common.
CREATE TABLE word AS
	SELECT regexp_replace(lower(news_entity_name(e)), '^.* ', '') AS word, e, count(*) AS articles
	FROM article, unnest(entities) e
	WHERE news_entity_name(e) ~ '^[A-Za-z]+( [A-Za-z]+)?$' AND news_entity_kind(e) = 'person'
		OR news_entity_name(e) ~ '^[A-Za-z]+$' AND news_entity_kind(e) = 'gpe'
	GROUP BY 1, 2;
SELECT word AS rare, e AS rare_entity FROM word
	WHERE news_entity_kind(e) = 'person' AND news_entity_name(e) ~ ' '
	ORDER BY abs(articles - 12), word LIMIT 1 \gset
SELECT word AS common, e AS common_entity FROM word WHERE news_entity_kind(e) = 'gpe'
	ORDER BY abs(articles - (SELECT count(*) FROM article) * 0.05), word LIMIT 1 \gset
SELECT word AS other, e AS other_entity FROM word WHERE news_entity_kind(e) = 'gpe' AND word <> :'common'
	ORDER BY abs(articles - (SELECT count(*) FROM article) * 0.03), word LIMIT 1 \gset
SELECT word AS who, e AS who_entity FROM word
	WHERE news_entity_kind(e) = 'person' AND news_entity_name(e) ~ ' '
	ORDER BY articles DESC, word LIMIT 1 \gset

CREATE TABLE query (step text, what text, statement text);
INSERT INTO query VALUES
	('rare', 'tsvector', format('tsv @@ %L', plainto_tsquery('english', :'rare'))),
	('rare', 'entities @@', format('entities @@ %L', news_query_term(:'rare'))),
	('rare', 'text[] @>', format('names @> %L', ARRAY[:'rare_entity'])),
	('rare', 'entities @>', format('entities @> %L', ARRAY[:'rare_entity'])),
	('common', 'tsvector', format('tsv @@ %L', plainto_tsquery('english', :'common'))),
	('common', 'entities @@', format('entities @@ %L', news_query_term(:'common'))),
	('common', 'entities @@ gpe:', format('entities @@ %L', news_query_term(:'common', 'gpe'))),
	('common', 'text[] @>', format('names @> %L', ARRAY[:'common_entity'])),
	('common', 'entities @>', format('entities @> %L', ARRAY[:'common_entity'])),
	('two terms', 'tsvector', format('tsv @@ %L', plainto_tsquery('english', :'common' || ' ' || :'other'))),
	('two terms', 'entities @@', format('entities @@ %L', :'common' || ' & ' || :'other')),
	('two terms', 'entities @@ gpe:', format('entities @@ %L', 'gpe:' || :'common' || ' & gpe:' || :'other')),
	('two terms', 'text[] @>', format('names @> %L', ARRAY[:'common_entity', :'other_entity'])),
	('two terms', 'entities @>', format('entities @> %L', ARRAY[:'common_entity', :'other_entity'])),
	('full name', 'tsvector', format('tsv @@ %L', phraseto_tsquery('english', news_entity_name(:'who_entity')))),
	('full name', 'entities @@', format('entities @@ %L', news_query_term(news_entity_name(:'who_entity')))),
	('prefix', 'tsvector', format('tsv @@ %L', to_tsquery('simple', left(:'common', 4) || ':*'))),
	('prefix', 'entities @@', format('entities @@ %L', left(:'common', 4) || '*')),
	('quotes', 'said:', format('quotes @@ %L', news_query_term(:'common', NULL, 'said'))),
	('quotes', 'speaker: & said:', format('quotes @@ %L', 'speaker:person:' || :'who' || ' & said:' || :'common'));

\echo looking up
CREATE TABLE look_up (step text, what text, round int, ms float8, found bigint);
DO $$
DECLARE
	q query;
	start timestamptz;
	n bigint;
BEGIN
	FOR round IN 1 .. current_setting('bench.rounds')::int LOOP
		FOR q IN SELECT * FROM query LOOP
			-- once to have index and table in the cache, whatever was asked before
			EXECUTE 'SELECT count(*) FROM article WHERE ' || q.statement INTO n;
			start := clock_timestamp();
			EXECUTE 'SELECT count(*) FROM article WHERE ' || q.statement INTO n;
			INSERT INTO look_up
				SELECT q.step, q.what, round, 1000 * extract(epoch FROM clock_timestamp() - start), n;
		END LOOP;
	END LOOP;
END $$;
INSERT INTO result (step, what, value, unit)
	SELECT q.step, q.what, l.ms, 'ms; ' || l.found || ' articles; estimated ' || 'E'
	FROM query q CROSS JOIN LATERAL (
		SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms)::numeric, 3) AS ms, max(found) AS found
		FROM look_up l WHERE l.step = q.step AND l.what = q.what) l;
CREATE FUNCTION estimate(condition text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	plan json;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT JSON) SELECT * FROM article WHERE ' || condition INTO plan;
	RETURN plan #>> '{0,Plan,Plan Rows}';
END $$;
UPDATE result r SET unit = replace(unit, 'estimated E', 'estimated ' || estimate(q.statement))
	FROM query q WHERE (q.step, q.what) = (r.step, r.what);

\echo inserting
CREATE TABLE fresh AS SELECT * FROM article ORDER BY id LIMIT current_setting('bench.inserts')::int;
DO $$
DECLARE
	kind text;
BEGIN
	FOREACH kind IN ARRAY ARRAY['tsv', 'names', 'entities', 'quotes'] LOOP
		EXECUTE format('CREATE TABLE into_%s AS SELECT %1$I FROM article', kind);
		EXECUTE format('CREATE INDEX into_%s_index ON into_%1$s USING gin (%1$I)', kind);
	END LOOP;
END $$;
CALL time_of('insert', 'tsvector', $$INSERT INTO into_tsv SELECT tsv FROM fresh; SELECT gin_clean_pending_list('into_tsv_index')$$);
CALL time_of('insert', 'text[]', $$INSERT INTO into_names SELECT names FROM fresh; SELECT gin_clean_pending_list('into_names_index')$$);
CALL time_of('insert', 'entities', $$INSERT INTO into_entities SELECT entities FROM fresh; SELECT gin_clean_pending_list('into_entities_index')$$);
CALL time_of('insert', 'quotes', $$INSERT INTO into_quotes SELECT quotes FROM fresh; SELECT gin_clean_pending_list('into_quotes_index')$$);
UPDATE result SET value = round(1000 * current_setting('bench.inserts')::int / value), unit = 'rows/s' WHERE step = 'insert';

\pset format aligned
SELECT step, what, value, unit FROM result ORDER BY n;

\echo more than 1: newstext ahead
SELECT a.step, a.what, b.what AS beside,
	round(CASE WHEN a.unit = 'rows/s' THEN a.value / b.value ELSE b.value / nullif(a.value, 0) END, 2) AS ratio
FROM result a JOIN result b USING (step)
WHERE a.what LIKE 'entities%' AND b.what IN ('tsvector', 'text[]', 'text[] @>')
	AND (a.what NOT LIKE '%@%' OR (a.what LIKE '%@@%') = (b.what = 'tsvector'))
ORDER BY a.n, b.n;
