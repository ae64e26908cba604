-- The walk of script/demo: each query is printed before its answer.
\pset linestyle unicode
\pset border 1
\pset null '-'

\echo
\echo == A paragraph, read at once: who is named?
SELECT mention, kind, name FROM news_find_entities(
  'Finance Minister Corinne Blanchet told reporters in Geneva on Monday that the U.S. and the
European Central Bank “will not wait.” Blanchet, 54, flies to Washington next week.');

\echo == Who said what?
SELECT kind, speaker_name, cue, quote FROM news_find_quotes(
  '“The vote is over,” Prime Minister Anna Meier said on Friday. “We will start on Monday.”
Her rival, Bruno Keller, warned that the plan “cannot work” before the summer.');

\echo == When? Relative dates count from the day of publication:
SELECT mention, kind, value, mod, range FROM news_find_dates(
  'The talks, which began last Tuesday, resume on April 24 and end in about two weeks.', '2025-04-11');

\echo == The columns are generated: whatever is inserted is read once and stored.
SELECT id, slug, published, cardinality(entities) AS entities, cardinality(quotes) AS quotes, cardinality(dates) AS dates
FROM article ORDER BY id;

\echo == The most salient names of three articles
SELECT slug, entities[1:4] AS "most salient" FROM article WHERE slug IN ('war', 'court', 'science');

\echo == Whose quotes take how much room? Who is named together with the United States?
SELECT (unnest(news_share_of_voice(quotes))).* FROM article LIMIT 5;
SELECT (unnest(news_cooccurrence(entities, 'gpe:United States'))).* FROM article LIMIT 5;

\echo == What happens in a span of days? A date is a range.
SELECT slug, d.mention, d.range FROM article, news_find_dates(body, published) d
WHERE d.range && daterange('2025-09-01', '2025-12-01') AND upper(d.range) - lower(d.range) <= 7
ORDER BY d.range, slug LIMIT 8;

\echo == Articles that name an entity, found through the index
SELECT slug FROM article WHERE entities @> '{gpe:Switzerland}';

\echo == ... or by words, kinds and their combination
SELECT slug FROM article WHERE entities @@ '(gpe:sudan | gpe:portugal) & !org:nato';
SELECT slug, news_quote_speaker(q) AS speaker, news_quote_text(q) AS quote FROM article, unnest(quotes) q
WHERE quotes @@ 'speaker:blanchet & market' AND q @@ 'speaker:blanchet & market';

\echo == The index answers, once there are more articles than a page or two (here: copies)
INSERT INTO article (slug, published, body)
SELECT slug || ' ' || n, published, body FROM article, generate_series(1, 40) n WHERE slug <> 'wire';
VACUUM ANALYZE article;
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF)
SELECT slug FROM article WHERE entities @> '{gpe:Switzerland}';
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF)
SELECT slug FROM article WHERE quotes @@ 'speaker:blanchet & market';
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF)
SELECT slug FROM article WHERE dates && '[2028-06-01,2028-06-02)';

\echo == How much and how many
SELECT slug, a.mention, a.value, a.unit, a.what FROM article, news_find_amounts(body) a
WHERE slug IN ('court', 'weather', 'press') AND a.kind <> 'percent' LIMIT 10;

\echo == Copies of a story: how much of the shorter stands in the longer
SELECT a.slug, b.slug AS copy, news_similarity(news_signature(a.body), news_signature(b.body)) AS similarity
FROM article a JOIN article b ON news_signature(a.body) % news_signature(b.body)
WHERE a.slug = 'war' AND b.slug IN ('war 1', 'court', 'court 1', 'weather');

\echo == How an article is built: the sections of a live page
SELECT kind, substr(body, lower(span), least(upper(span) - lower(span), 60)) AS begins
FROM article, news_find_sections(body) WHERE slug = 'liveblog' ORDER BY span LIMIT 10;

\echo == What read them, to find rows that an older release filled
SELECT news_model_version();
