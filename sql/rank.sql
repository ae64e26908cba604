-- Rank: what an article is most about, and what is best attributed.
SET extra_float_digits = 0;

-- The more salient, the more of the name, and the kind.
SELECT q, news_rank('{person:Vladimir Putin,gpe:Crimea,gpe:Ukraine,org:NATO}'::news_entity[], q::news_query) FROM (VALUES
	('putin'), ('person:putin'), ('"vladimir putin"'), ('person:"vladimir putin"'), ('gpe:crimea'), ('gpe:ukraine'), ('org:nato'), ('person:*'),
	('gpe:crimea & gpe:ukraine'), ('gpe:crimea | gpe:ukraine'), ('gpe:crimea | nobody'), ('gpe:crimea & !org:nato'), ('gpe:crimea & !obama'), ('!obama'), ('nobody'), ('')) v (q);
SELECT news_rank('{}'::news_entity[], 'putin'), news_rank('{NULL}'::news_entity[], '!putin'), news_rank(NULL::news_entity[], 'putin') IS NULL AS null;

-- How sure, how direct, how many.
CREATE TABLE said AS SELECT i AS id, quotes FROM (VALUES
	(1, ARRAY['{"kind": "direct", "speaker": "person:Ada Byrne", "text": "We will", "confidence": 0.9}']::news_quote[]),
	(2, ARRAY['{"kind": "indirect", "speaker": "person:Ada Byrne", "text": "that they will", "confidence": 0.9}']::news_quote[]),
	(3, ARRAY['{"kind": "direct", "speaker": "person:Ada Byrne", "text": "We will", "confidence": 0.4}']::news_quote[]),
	(4, ARRAY['{"kind": "direct", "speaker": "person:Ada Byrne", "text": "We will", "confidence": 0.9}', '{"kind": "direct", "speaker": "person:Ada Byrne", "text": "No", "confidence": 0.9}']::news_quote[]),
	(5, ARRAY['{"kind": "direct", "speaker": "person:Zoe Trust", "text": "We will"}']::news_quote[]), (6, '{}')) v (i, quotes);
SELECT id, news_rank(quotes, 'speaker:byrne') AS byrne, news_rank(quotes, 'speaker:byrne & said:will') AS will FROM said ORDER BY 2 DESC, 1;
SELECT news_rank(quotes, 'speaker:byrne') BETWEEN 0 AND 1 AS bounded FROM (SELECT array_agg(q) AS quotes FROM said, unnest(quotes) q, generate_series(1, 1000)) s;

-- Pages that stay the same while articles come in: by rank, then by id.
SELECT id FROM said WHERE quotes @@ 'speaker:byrne' AND (news_rank(quotes, 'speaker:byrne'), id) < (0.45::real, 1) ORDER BY news_rank(quotes, 'speaker:byrne') DESC, id DESC LIMIT 2;
DROP TABLE said;
