-- Whole articles: the project's own, whose annotations say how much there is to
-- find (test/gold).  How well it is found is scored elsewhere; here it must be
-- found at all, and be where it says.
SET datestyle = 'ISO';
CREATE TEMP TABLE article (id text PRIMARY KEY, body text);
\set load '\\copy article FROM PROGRAM ''cd "${PG_ABS_SRCDIR:-.}/test/gold" && for f in *.txt; do printf %s, "$(basename "$f" .txt)"; printf "\\""; sed "s/\\"/\\"\\"/g" "$f"; printf "\\"\\n"; done'' WITH (FORMAT csv)'
:load
SELECT count(*) AS articles, min(length(body)) > 1000 AS whole FROM article;

-- What a careful reader finds in each.
CREATE TEMP TABLE gold (id text, mentions int, quotes int, dates int, sections int);
INSERT INTO gold VALUES
  ('business', 40, 10, 18, 4),
  ('court', 40, 11, 17, 5),
  ('economy', 35, 10, 23, 4),
  ('history', 35, 6, 22, 5),
  ('interview', 31, 18, 17, 2),
  ('liveblog', 36, 12, 22, 18),
  ('local', 32, 12, 19, 4),
  ('obituary', 41, 7, 21, 5),
  ('politics', 31, 11, 18, 6),
  ('press', 40, 4, 16, 6),
  ('science', 35, 10, 16, 5),
  ('sport', 40, 10, 20, 3),
  ('war', 45, 12, 15, 5),
  ('weather', 38, 10, 25, 6),
  ('wire', 21, 5, 12, 2);

-- Within wide margins the extension finds as much.
SELECT id,
       (SELECT count(*) FROM news_find_entities(body)) BETWEEN mentions * 0.5 AND mentions * 1.7 AS mentions,
       (SELECT count(*) FROM news_find_quotes(body)) BETWEEN quotes * 0.4 AND quotes * 3 AS quotes,
       (SELECT count(*) FROM news_find_dates(body)) BETWEEN dates * 0.5 AND dates * 1.7 AS dates,
       (SELECT count(*) FROM news_find_sections(body)) >= sections AS sections
FROM article JOIN gold USING (id) ORDER BY id;

-- Everything is where its span says.
SELECT id,
       (SELECT count(*) FROM news_find_entities(body) WHERE substr(body, lower(span), upper(span) - lower(span)) <> mention) AS mentions,
       (SELECT count(*) FROM news_find_dates(body) WHERE substr(body, lower(span), upper(span) - lower(span)) <> mention) AS dates,
       (SELECT count(*) FROM news_find_quotes(body) WHERE
          quote <> (SELECT string_agg(substr(body, lower(r), upper(r) - lower(r)), ' ' ORDER BY r) FROM unnest(parts) r)
          OR substr(body, lower(speaker_span), upper(speaker_span) - lower(speaker_span)) <> speaker_mention
          OR substr(body, lower(cue_span), upper(cue_span) - lower(cue_span)) <> cue) AS quotes
FROM article ORDER BY id;

-- Rows and arrays say the same.
SELECT count(*) AS differ FROM article WHERE
  news_entities(body) IS DISTINCT FROM (SELECT array_agg(e ORDER BY o) FROM unnest(news_entities(body)) WITH ORDINALITY u(e, o)
                                        WHERE EXISTS (SELECT FROM news_find_entities(body) f WHERE f.entity = e))
  OR (SELECT array_agg(DISTINCT entity) FROM news_find_entities(body)) IS DISTINCT FROM (SELECT array_agg(DISTINCT e) FROM unnest(news_entities(body)) e)
  OR (SELECT array_agg(quote) FROM news_find_quotes(body)) IS DISTINCT FROM (SELECT array_agg(news_quote_text(q)) FROM unnest(news_quotes(body)) q)
  OR (SELECT array_agg(mention) FROM news_find_dates(body)) IS DISTINCT FROM (SELECT array_agg(news_date_mention(d)) FROM unnest(news_dates(body)) d);

-- Mentions never overlap and come in text order; so do dates.
SELECT count(*) AS wrong FROM article, LATERAL (SELECT span, lag(span) OVER (ORDER BY o) AS before
  FROM news_find_entities(body) WITH ORDINALITY f(span, mention, kind, name, entity, o)) s WHERE span && before OR span < before;
SELECT count(*) AS wrong FROM article, LATERAL (SELECT span, lag(span) OVER (ORDER BY o) AS before
  FROM news_find_dates(body) WITH ORDINALITY f(span, mention, kind, value, mod, range, o)) s WHERE span < before;

-- Captions and site furniture hold no quotes.
SELECT count(*) AS wrong FROM article, news_find_quotes(body) q, news_find_sections(body) s
WHERE s.kind IN ('caption', 'boilerplate', 'byline') AND s.span && q.span;
