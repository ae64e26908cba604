-- Search: entities and quotes by query, with and without an index.
SET client_min_messages = warning;
CREATE TABLE article (
	id int PRIMARY KEY,
	entities news_entity[],
	quotes news_quote[]
);
INSERT INTO article VALUES
	(1, '{person:Vladimir Putin, gpe:Ukraine, gpe:Russia}', '{}'),
	(2, '{person:Steve Witkoff, gpe:United States, org:NATO}',
		ARRAY['{"kind": "direct", "speaker": "person:Volodymyr Zelensky", "text": "Crimea is Ukraine, and a cease-fire comes first.", "about": ["gpe:Crimea", "gpe:Ukraine"], "cue": "said", "stance": "said"}']::news_quote[]),
	(3, '{person:Recep Tayyip Erdoğan, gpe:Türkiye, org:AT&T}',
		ARRAY['{"kind": "indirect", "speaker": "person:Volodymyr Zelensky", "text": "that talks went on", "cue": "told", "stance": "said"}',
			'{"kind": "mixed", "speaker": "person:Donald Trump", "text": "Crimea \"will stay\" with Russia", "about": ["gpe:Crimea", "gpe:Russia"], "cue": "claimed", "stance": "claimed"}',
			'{"kind": "direct", "text": "No comment"}']::news_quote[]),
	(4, '{person:Lyudmila Putina, org:Vladimir Group, person:George W. Bush}', NULL),
	(5, '{}', '{}'),
	(6, NULL, NULL),
	(7, '{person:J. K. O''Neill, NULL, fac:Booking.com Arena, norp:U.S.}', ARRAY[NULL]::news_quote[]);

-- What an article names.
SELECT q, (SELECT array_agg(id) FROM article WHERE entities @@ q::news_query) AS found FROM (VALUES
	('putin'), ('PUTIN'), ('person:putin'), ('gpe:putin'), ('putin*'), ('person:put*'), ('org:put*'),
	('''vladimir putin'''), ('''putin vladimir'''), ('vladimir & putin'), ('person:vladimir'), ('org:vladimir'),
	('erdogan'), ('Erdoğan'), ('turkiye'), ('''united states'''), ('''united sta''*'), ('us'), ('U.S.'),
	('''george bush'''), ('oneill'), ('''O''''Neill'''), ('j'), ('booking'), ('''at&t'''), ('at'),
	('putin & gpe:ukraine'), ('putin & !gpe:ukraine'), ('putin | witk*'), ('!putin'), ('!putin & !witkoff'),
	('!(putin | witkoff)'), ('nobody'), ('(putin | nobody) & (ukraine | nobody)'), ('norp:us | fac:arena')) v (q);

-- What was said: all terms hold of one quote.
SELECT q, (SELECT array_agg(id) FROM article WHERE quotes @@ q::news_query) AS found FROM (VALUES
	('crimea'), ('zelensky'), ('speaker:zelensky'), ('speaker:zelensky & crimea'), ('speaker:trump & crimea'),
	('speaker:person:zelensky'), ('speaker:org:zelensky'), ('gpe:crimea'), ('person:crimea'), ('about:russia'), ('about:gpe:russia'),
	('said:ceasefire'), ('said:''cease fire'''), ('said:''cease comes'''), ('said:cease*'), ('said:zelensky'),
	('cue:claim*'), ('stance:claimed'), ('stance:said & cue:told'), ('kind:direct'), ('kind:mixed & trump'),
	('kind:direct & trump'), ('!kind:direct'), ('!crimea'), ('!speaker:zelensky & !kind:direct'), ('trump | talks')) v (q);

-- Whatever is there; and all forms of a word that was said, by the server's own dictionary.
SELECT q, (SELECT array_agg(id) FROM article WHERE entities @@ q::news_query) AS found FROM (VALUES
	('person:*'), ('fac:*'), ('law:*'), ('org:* & !person:*'), ('"george bush"')) v (q);
SELECT q, (SELECT array_agg(id) FROM article WHERE quotes @@ q::news_query) AS found FROM (VALUES
	('speaker:*'), ('!speaker:*'), ('speaker:org:*'), ('about:*'), ('gpe:*'), ('cue:*'), ('!cue:*'), ('kind:direct & speaker:*'),
	('said:talk'), ('said:talking'), ('said:stays'), ('said:"with russia"'), ('said:comments'), ('said:go'), ('said:went'), ('speaker:zelenskys')) v (q);

-- One entity, one quote.
SELECT e FROM article, unnest(entities) e WHERE e @@ 'putin' ORDER BY 1;
SELECT news_quote_text(q) FROM article, unnest(quotes) q WHERE 'crimea & speaker:zelensky' @@ q;
SELECT 'person:A'::news_entity @@ 'speaker:a';
SELECT 1 FROM article WHERE entities @@ 'about:crimea';

-- The query from a table, and on the left.
SELECT q, id FROM (VALUES ('putin'::news_query), ('witkoff'), ('')) v (q) JOIN article ON q @@ entities ORDER BY 1, 2;

-- The same rows by every road.
CREATE INDEX article_entities ON article USING gin (entities);
CREATE INDEX article_quotes ON article USING gin (quotes);
CREATE TABLE asked (n int GENERATED ALWAYS AS IDENTITY, condition text);
INSERT INTO asked (condition) SELECT format('entities @@ %L', q) FROM unnest(ARRAY['putin', 'person:putin', 'org:put*',
	'''vladimir putin''', 'vladimir & putin', '!putin', 'putin & !gpe:ukraine', 'nobody', 'a*', '!(putin | witkoff)', 'norp:us | fac:arena']) q;
INSERT INTO asked (condition) SELECT format('quotes @@ %L', q) FROM unnest(ARRAY['crimea', 'speaker:zelensky & crimea', '!crimea',
	'kind:direct', 'said:''cease fire''', 'gpe:crimea', 'cue:claim*', 'trump | talks', 'kind:mixed & trump']) q;
INSERT INTO asked (condition) SELECT format('entities %s %L', op, a) FROM unnest(ARRAY['@>', '<@', '&&', '=']) op,
	unnest(ARRAY['{person:Vladimir Putin}', '{gpe:Ukraine,gpe:Russia}', '{}', '{NULL}', '{person:Vladimir Putin,NULL,gpe:Ukraine,gpe:Russia}',
		'{person:Vladimir Putin,gpe:Ukraine,gpe:Russia}']) a;
INSERT INTO asked (condition) SELECT format('quotes %s %s', op, a) FROM unnest(ARRAY['@>', '<@', '&&', '=']) op,
	unnest(ARRAY['''{}''', '''{NULL}''', '(SELECT quotes FROM article WHERE id = 2)', '(SELECT quotes[1:2] FROM article WHERE id = 3)']) a;
CREATE FUNCTION ids(condition text) RETURNS int[] LANGUAGE plpgsql AS $$
DECLARE r int[];
BEGIN
	EXECUTE 'SELECT array_agg(id ORDER BY id) FROM article WHERE ' || condition INTO r;
	RETURN r;
END $$;
SET enable_indexscan = off; SET enable_bitmapscan = off;
CREATE TEMP TABLE by_seqscan AS SELECT *, ids(condition) FROM asked;
RESET enable_indexscan; RESET enable_bitmapscan; SET enable_seqscan = off;
SELECT condition, s.ids AS seqscan, ids(condition) AS bitmapscan FROM by_seqscan s WHERE s.ids IS DISTINCT FROM ids(condition);
SELECT count(*), count(ids) FROM by_seqscan;
EXPLAIN (COSTS OFF) SELECT id FROM article WHERE entities @@ 'putin & gpe:ukraine' AND quotes @@ 'crimea';
EXPLAIN (COSTS OFF) SELECT id FROM article WHERE entities @> '{person:Vladimir Putin}';
RESET enable_seqscan;

-- Found again after changes.
UPDATE article SET entities = entities || 'person:Ada Byrne'::news_entity WHERE id IN (1, 5);
DELETE FROM article WHERE id = 2;
SET enable_seqscan = off;
SELECT ids($$entities @@ 'byrne'$$), ids($$entities @@ 'witkoff'$$), ids($$entities @> '{person:Ada Byrne}'$$);
VACUUM article;
SELECT ids($$entities @@ 'byrne'$$), ids($$entities @@ 'witkoff'$$), ids($$NOT entities @@ 'byrne'$$);
RESET enable_seqscan;

-- Names as long as they come.
INSERT INTO article SELECT 100, ARRAY[news_entity('org', repeat('Long ', 199) || 'Name'), news_entity('org', repeat('x', 1000))];
INSERT INTO article SELECT 101, ARRAY[news_entity('org', repeat('Long ', 199) || 'Nama'), news_entity('org', repeat('x', 999))];
SET enable_seqscan = off;
SELECT ids('entities @> ARRAY[news_entity(''org'', repeat(''Long '', 199) || ''Name'')]'),
	ids('entities @@ news_query_term(repeat(''x'', 1000))'), ids('entities @@ ''xxx*'''), ids('entities @@ ''long & name''');
RESET enable_seqscan;

-- Dates: which articles speak of any day of March 2025, and which of nothing longer than that.
CREATE TABLE dated AS SELECT 1 AS id, news_dates('He resigned on March 3, 2025.') AS dates
	UNION ALL SELECT 2, news_dates('It closed in 1999.') UNION ALL SELECT 3, '{}' UNION ALL SELECT 4, news_dates('It was opened in 2025.');
CREATE INDEX ON dated USING gin (dates);
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM dated WHERE dates && '[2025-03-01,2025-04-01)';
SELECT id FROM dated WHERE dates && '[2025-03-01,2025-04-01)' ORDER BY 1;
SELECT id FROM dated WHERE dates @@ '[2025-03-01,2025-04-01)' ORDER BY 1;
SELECT id FROM dated WHERE daterange('1990-01-01', '2000-01-01') @@ dates;
SELECT count(*) FROM dated WHERE dates && 'empty' OR dates @@ '[infinity,infinity]' OR dates && NULL::daterange;
SELECT count(*) FROM dated WHERE dates && '(,)';
RESET enable_seqscan;
DROP INDEX dated_dates_idx;
CREATE INDEX ON dated USING gist (news_date_span(dates));
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM dated WHERE news_date_span(dates) && '[2025-03-01,2025-04-01)'::daterange;
SELECT id FROM dated WHERE news_date_span(dates) && '[2025-03-01,2025-04-01)'::daterange;
SELECT id FROM dated WHERE news_date_span(dates) @> '1999-07-01'::date;
SELECT id FROM dated WHERE news_date_span(dates) <@ '[1999-01-01,2000-01-01)'::daterange ORDER BY 1;
RESET enable_seqscan;

SELECT opcname, amvalidate(oid) FROM pg_opclass WHERE opcname ~ '^news_.*s_ops$' AND opcmethod = (SELECT oid FROM pg_am WHERE amname = 'gin') ORDER BY 1;

-- The planner's estimates.
CREATE TABLE many AS SELECT i AS id, ARRAY[news_entity('gpe', 'Ukraine'), news_entity('person', 'Person ' || i % 1000), news_entity('person', 'Rare ' || i)]
		|| CASE WHEN i % 20 = 0 THEN ARRAY[news_entity('org', 'NATO')] ELSE '{}' END AS entities
	FROM generate_series(1, 20000) i;
ANALYZE many;
CREATE FUNCTION estimate(condition text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE p json; n int8; e int8;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT JSON) SELECT * FROM many WHERE ' || condition INTO p;
	EXECUTE 'SELECT count(*) FROM many WHERE ' || condition INTO n;
	e := p #>> '{0,Plan,Plan Rows}';
	RETURN CASE WHEN e BETWEEN n / 3.0 AND greatest(1, n) * 3 THEN 'good' ELSE format('%s for %s', e, n) END;
END $$;
SELECT condition, estimate(condition) FROM unnest(ARRAY[
	'entities @@ ''ukraine''', 'entities @@ ''gpe:ukraine''', 'entities @@ ''nato''', 'entities @@ ''!nato''', 'entities @@ ''person''',
	'entities @@ ''nato & ukraine''', 'entities @@ ''nato | ukraine''', 'entities @@ ''nobody''', 'entities @@ ''''',
	'entities @@ ''''''person 17''''''', 'entities @@ ''na*''', 'entities @@ ''person:rare & 777''',
	'entities @> ''{org:NATO}''', 'entities @> ''{person:Person 17}''', 'entities @> ''{person:Rare 17}''', 'entities && ''{org:NATO,person:Person 17}''',
	'''nato'' @@ entities', 'entities @> ''{}''', 'NULL::news_query @@ entities']) condition;

-- Words said, by their forms: the same by scan and by index, and estimated, two in a row too.
CREATE TABLE spoken AS SELECT i AS id, ARRAY[format('{"kind": "direct", "text": "%s"}', (ARRAY['Immigrants will talk', 'she is willing to go', 'going on',
	'the dying', 'she died', 'a possibility', 'the stopped ad', 'the United States', 'united, the states'])[1 + i % 9])::news_quote] AS quotes FROM generate_series(1, 3000) i;
CREATE INDEX spoken_quotes ON spoken USING gin (quotes);
ANALYZE spoken;
CREATE FUNCTION spoken(query news_query, OUT scan text[], OUT same boolean, OUT estimate text) LANGUAGE plpgsql AS $$
DECLARE
	ids text := format('SELECT array_agg(DISTINCT news_quote_text(quotes[1])) FROM spoken WHERE quotes @@ %L', query);
	again text[];
	p json;
	n int8;
	e int8;
BEGIN
	SET LOCAL enable_bitmapscan = off;
	EXECUTE ids INTO scan;
	EXECUTE format('SELECT count(*) FROM spoken WHERE quotes @@ %L', query) INTO n;
	SET LOCAL enable_bitmapscan = on;
	SET LOCAL enable_seqscan = off;
	EXECUTE ids INTO again;
	EXECUTE format('EXPLAIN (FORMAT JSON) SELECT * FROM spoken WHERE quotes @@ %L', query) INTO p;
	SET LOCAL enable_seqscan = on;
	same := scan IS NOT DISTINCT FROM again;
	e := p #>> '{0,Plan,Plan Rows}';
	estimate := CASE WHEN e BETWEEN n / 3.0 AND greatest(5, n) * 3 THEN 'good' ELSE format('%s for %s', e, n) END;
END $$;
SELECT query, s.* FROM unnest(ARRAY['said:immigration', 'said:immigra*', 'said:immigrate*', 'said:talking', 'said:will', 'said:willing', 'said:wil*',
	'said:willin*', 'said:go', 'said:going', 'said:goin*', 'said:g*', 'said:die', 'said:dying', 'said:d*', 'said:possible', 'said:possibi*', 'said:stopping',
	'said:stop', 'said:stopp*', 'said:a', 'said:the', 'said:th*', 'said:"united states"', 'said:"the united state"', 'said:"united stat"*', 'said:"the states"']::news_query[]) query,
	LATERAL spoken(query) s;

-- Few rows, none, and none but NULL.
CREATE TABLE few AS SELECT '{person:Ada Byrne}'::news_entity[] AS entities, '{}'::news_quote[] AS quotes;
ANALYZE few;
SELECT count(*) FROM few WHERE entities @@ 'ada*' OR quotes @@ 'said:x*' OR entities @> '{gpe:Oslo}';
UPDATE few SET entities = '{}';
ANALYZE few;
SELECT count(*) FROM few WHERE entities @@ 'ada*' OR entities @@ 'byrne' OR quotes @@ 'x';
UPDATE few SET entities = NULL, quotes = NULL;
ANALYZE few;
SELECT count(*) FROM few WHERE entities @@ 'ada*' OR entities @@ '!byrne' OR quotes @@ '!x';
TRUNCATE few;
ANALYZE few;
SELECT count(*) FROM few WHERE entities @@ 'ada*' OR quotes @@ '!x';
DROP TABLE article, asked, dated, many, few, spoken;
DROP FUNCTION ids(text), estimate(text), spoken(news_query);
