
-- Aggregates for the desk.  Each returns an array of rows: unnest() it.

CREATE TYPE news_entity_count AS (entity news_entity, articles int8);
CREATE TYPE news_entity_pair AS (a news_entity, b news_entity, articles int8);
CREATE TYPE news_voice AS (speaker news_entity, quotes int8, characters int8, share float8);
CREATE TYPE news_time AS (days daterange, articles int8);

COMMENT ON TYPE news_entity_count IS 'row of news_entity_counts(): an entity and how many articles name it';
COMMENT ON TYPE news_entity_pair IS 'row of news_cooccurrence(): two entities and how many articles name both';
COMMENT ON TYPE news_voice IS 'row of news_share_of_voice(): a speaker, quotes, characters quoted and their share of all';
COMMENT ON TYPE news_time IS 'row of news_timeline(): days and how many articles speak of them';
