-- What an article says, in columns that keep themselves up to date.
SET datestyle = 'ISO';
CREATE TABLE article (
  id        int PRIMARY KEY,
  published date,
  body      text,
  entities  news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED,
  quotes    news_quote[]  GENERATED ALWAYS AS (news_quotes(body)) STORED,
  dates     news_date[]   GENERATED ALWAYS AS (news_dates(body, published)) STORED,
  model     text          GENERATED ALWAYS AS (news_model_version()) STORED
);
INSERT INTO article (id, published, body) VALUES
  (1, '2021-05-06', 'Prime Minister Ada Byrne flew to Norway on 3 May 2021. "We agreed," Byrne told reporters.'),
  (2, '2021-05-07', 'Sweden and Norway signed a treaty.'),
  (3, NULL, NULL),
  (4, NULL, '');
SELECT id, entities IS NULL AS no_entities, quotes IS NULL AS no_quotes, dates IS NULL AS no_dates,
       model = news_model_version() AS fresh FROM article ORDER BY id;

-- Arrays of entities answer the array operators.
SELECT id FROM article WHERE entities @> '{gpe:Norway}' ORDER BY id;
SELECT id FROM article WHERE entities @> '{gpe:Norway, gpe:Sweden}' ORDER BY id;
SELECT id FROM article WHERE entities && '{person:Ada Byrne, gpe:Sweden}' ORDER BY id;
SELECT id FROM article WHERE 'gpe:Sweden' = ANY (entities) ORDER BY id;
SELECT e, count(*) FROM article, unnest(entities) e WHERE news_entity_kind(e) = 'gpe' GROUP BY e ORDER BY e;

-- So do the other columns.
SELECT id, news_quote_speaker(q), news_quote_text(q) FROM article, unnest(quotes) q WHERE id = 1;

-- As JSON, nested.
SELECT to_jsonb(entities) @> '[{"kind": "gpe", "name": "Norway"}]' AS entities,
       to_jsonb(quotes) @> '[{"kind": "direct", "speaker": {"kind": "person", "name": "Ada Byrne"}}]' AS quotes,
       row_to_json(article)::jsonb -> 'dates' @> '[{"value": "2021-05-03", "range": ["2021-05-03", "2021-05-04"]}]' AS dates
FROM article WHERE id = 1;
SELECT entities::jsonb -> 0 AS entity, entities::json ->> 0 AS json, jsonb_array_length(quotes::jsonb), dates::jsonb -> 0 ->> 'value' AS day
FROM article WHERE id = 1;

-- They follow the body.
UPDATE article SET body = 'Denmark voted.' WHERE id = 2;
SELECT id, entities FROM article WHERE id = 2;
SELECT id FROM article WHERE entities @> '{gpe:Norway}' ORDER BY id;

-- Expressions can be indexed too.
CREATE INDEX ON article USING gin (news_entities(body));
CREATE INDEX ON article USING gist (news_date_span(dates));
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM article WHERE news_date_span(dates) && '[2021-05-01,2021-06-01)'::daterange;
RESET enable_seqscan;
DROP TABLE article;
