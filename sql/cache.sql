-- A backend keeps the analysis of the last article.  Whatever comes before a
-- call, it answers as if it were the first.
CREATE TEMP TABLE piece (n int, body text);
INSERT INTO piece VALUES
  (1, 'Norway and Sweden agreed, Prime Minister Ada Byrne said on 3 May 2021.'),
  (2, 'Norway and Sweden agreed, Prime Minister Ada Byrnes said on 3 May 2021.'),
  (3, '"We agreed," Ada Byrne told reporters in Oslo.'),
  (4, ''),
  (5, 'Norway');
CREATE TEMP TABLE alone AS
  SELECT n, news_entities(body) AS e, news_quotes(body) AS q, news_dates(body, '2021-05-06') AS d FROM piece;

-- The same article again, the other functions in another order, another article between.
SELECT count(*) AS wrong FROM (
  SELECT a.n, news_dates(p.body, '2021-05-06') AS d, news_quotes(p.body) AS q, news_entities(p.body) AS e, news_entities(o.body) AS other
  FROM piece p JOIN alone a USING (n) CROSS JOIN piece o) s
JOIN alone a USING (n) WHERE a.e <> s.e OR a.q <> s.q OR a.d <> s.d;

-- An error in the middle of a query leaves nothing behind.
SELECT news_dates(body, '2021-05-06', 'sometimes') FROM piece WHERE n = 1;
SELECT count(*) AS wrong FROM piece JOIN alone a USING (n)
WHERE a.e <> news_entities(body) OR a.q <> news_quotes(body) OR a.d <> news_dates(body, '2021-05-06');

-- A long article is analysed and not kept.
SELECT cardinality(news_entities(repeat('Norway voted. ', 100000)));
SELECT count(*) FROM news_find_entities(repeat('Norway voted. ', 100000));
SELECT e = news_entities(body) AS right FROM piece JOIN alone USING (n) WHERE n = 1;

-- A body stored out of its row is fetched once for a statement's calls; a changed one is another.
CREATE TEMP TABLE apart (body text);
ALTER TABLE apart ALTER body SET STORAGE EXTERNAL;
INSERT INTO apart SELECT body || repeat(' They voted.', 300) FROM piece WHERE n = 1;
SELECT news_entities(body), cardinality(news_dates(body)) AS dates FROM apart;
DO $$
DECLARE
  found text;
BEGIN
  FOREACH found IN ARRAY ARRAY['Norway', 'Denmark', 'Iceland', 'Norway'] LOOP
    UPDATE apart SET body = found || substr(body, strpos(body, ' '));
    RAISE NOTICE '%', (SELECT news_entities(body) FROM apart);
  END LOOP;
END
$$;
