
-- Rank: how much an article is about what a query asks

CREATE FUNCTION news_rank(entities news_entity[], query news_query) RETURNS real
	AS 'MODULE_PATHNAME', 'news_rank_entities' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION news_rank(quotes news_quote[], query news_query) RETURNS real
	AS 'MODULE_PATHNAME', 'news_rank_quotes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

COMMENT ON FUNCTION news_rank(news_entity[], news_query) IS 'how much the article is about what is asked, 0 to 1: how salient the entities are, how much of their names is asked';
COMMENT ON FUNCTION news_rank(news_quote[], news_query) IS 'how well the quotes answer, 0 to 1: how sure, how direct and how many they are';
