-- One file of the reader's own: what the article says, in text order.
\pset linestyle unicode
\pset border 1
\pset null '-'
\set body `cat "$ARTICLE"`
\set slug `echo "$SLUG"`
\set published `echo "$PUBLISHED"`
INSERT INTO article (slug, published, body) VALUES (:'slug', nullif(:'published', '')::date, :'body') RETURNING id \gset
\echo
\echo Who and what is named, most salient first:
SELECT e.entity, m.times, m.written AS "written as"
FROM article, unnest(entities) WITH ORDINALITY e (entity, rank),
     LATERAL (SELECT count(*) AS times, string_agg(DISTINCT mention, ', ') AS written
              FROM news_find_entities(body) f WHERE f.entity = e.entity) m
WHERE id = :id ORDER BY rank;
\echo Who says what:
SELECT q.kind, q.speaker_name AS speaker, q.speaker_mention AS "written as", q.cue, q.quote
FROM article, news_find_quotes(body) q WHERE id = :id ORDER BY lower(q.span);
\echo When:
SELECT d.mention, d.kind, d.value, d.mod, d.range
FROM article, news_find_dates(body, published) d WHERE id = :id ORDER BY lower(d.span);
