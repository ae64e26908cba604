CREATE EXTENSION newstext;
CREATE TABLE article (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slug      text,
  published date,
  body      text,
  entities  news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED,
  quotes    news_quote[]  GENERATED ALWAYS AS (news_quotes(body)) STORED,
  dates     news_date[]   GENERATED ALWAYS AS (news_dates(body, published)) STORED
);
CREATE INDEX ON article USING gin (entities);
CREATE INDEX ON article USING gin (quotes);
CREATE INDEX ON article USING gin (dates);
