-- Title and body as one article.
SELECT news_text('Mayor resigns', 'OSLO — Ana Ruiz resigned.') = E'Mayor resigns\n\nOSLO — Ana Ruiz resigned.' AS joined,
       news_text(NULL, 'a') AS no_title, news_text('a', NULL) AS no_body, news_text('', 'a', NULL, 'b') = E'a\n\nb' AS parts,
       news_text(NULL, NULL) IS NULL AS nothing, news_text('', NULL) = '' AS empty;

-- In generated columns; the title is a headline, and spans count in the whole.
CREATE TEMP TABLE article (
  id        int PRIMARY KEY,
  title     text,
  body      text,
  published timestamptz,
  entities  news_entity[] GENERATED ALWAYS AS (news_entities(news_text(title, body))) STORED,
  quotes    news_quote[]  GENERATED ALWAYS AS (news_quotes(news_text(title, body))) STORED,
  dates     news_date[]   GENERATED ALWAYS AS (news_dates(news_text(title, body), (published AT TIME ZONE 'Europe/Zurich')::date)) STORED,
  model     text          GENERATED ALWAYS AS (news_model_version(body)) STORED
);
INSERT INTO article VALUES
  (1, 'Ruiz leaves city hall', 'Mayor Ana Ruiz resigned on Friday. "I am tired," she said.', '2025-04-11 23:30 America/New_York'),
  (2, NULL, 'Norway voted.', NULL), (3, 'Norway votes', NULL, NULL), (4, NULL, NULL, NULL);
SELECT id, entities, news_quote_text(quotes[1]) AS quote, news_date_value(dates[1]) AS day FROM article ORDER BY id;
SELECT kind FROM article, news_find_sections(news_text(title, body)) WHERE id = 1 ORDER BY span;
SELECT bool_and(substr(news_text(title, body), lower(span), upper(span) - lower(span)) = mention)
FROM article, news_find_entities(news_text(title, body));

-- A title of a megabyte.
SELECT cardinality(news_entities(news_text(repeat('Ana Ruiz of Oslo and ', 50000), 'Norway voted.'))) AS entities;

-- Beside HTML a plain title becomes a heading, its marks references.
SELECT news_text('Ruiz < Keller & Co, AT&amp;T', NULL, 'A lead', E'\n<p>OSLO — Ana Ruiz <b>resigned</b>.</p>');
SELECT kind, substr(text, lower(span), upper(span) - lower(span))
FROM (SELECT news_text('Mayor Ruiz quits', '<p>Mayor Ana Ruiz resigned on Friday.</p><p>The town voted.</p>') AS text) s, news_find_sections(text);
