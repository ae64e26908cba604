-- Stored columns as rows of plain columns, for programs that know no types of ours.
SET datestyle = 'ISO';
CREATE TEMP TABLE article (
  id        int PRIMARY KEY,
  published date,
  body      text,
  entities  news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED,
  quotes    news_quote[]  GENERATED ALWAYS AS (news_quotes(body)) STORED,
  dates     news_date[]   GENERATED ALWAYS AS (news_dates(body, published)) STORED
);
INSERT INTO article VALUES
  (1, '2021-05-06', 'Prime Minister Ada Byrne flew to Norway on 3 May 2021. "We agreed," she told reporters. "The talks in Oslo took three weeks."'),
  (2, NULL, NULL), (3, NULL, '');
SELECT id, r.* FROM article, news_rows(entities) r ORDER BY id, nr;
\x on
SELECT id, r.* FROM article, news_rows(quotes) r ORDER BY id, nr;
SELECT id, r.* FROM article, news_rows(dates) r ORDER BY id, nr;
\x off
-- NULL among the values is a row of NULLs; no array, no rows.
SELECT nr, kind FROM news_rows(ARRAY['person:A', NULL]::news_entity[]);
SELECT count(*) FROM news_rows(NULL::news_date[]);
-- Plain types only.
SELECT DISTINCT t::regtype FROM pg_proc, unnest(proallargtypes[2:]) t WHERE proname = 'news_rows' ORDER BY 1;
-- A literal without type is no array of one of them.
SELECT * FROM news_rows('{}');
-- Inlined, so that a condition on it costs no rows.
EXPLAIN (COSTS OFF) SELECT r.name FROM article, news_rows(entities) r WHERE r.kind = 'person';
-- psql shows an array as something to read.
SELECT quotes, dates FROM article WHERE id = 1;
