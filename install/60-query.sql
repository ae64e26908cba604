
-- news_query: what is asked of entities and quotes

@type news_query

CREATE FUNCTION news_query_term(words text, kind text DEFAULT NULL, field text DEFAULT NULL,
		prefix bool DEFAULT false) RETURNS news_query
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION news_query_and(news_query, news_query) RETURNS news_query
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_or(news_query, news_query) RETURNS news_query
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_not(news_query) RETURNS news_query
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_terms(news_query) RETURNS int4
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_expand(news_query) RETURNS news_query
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
CREATE FUNCTION news_plain_query(words text) RETURNS news_query
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON TYPE news_query IS 'what is asked of entities and quotes: putin & gpe:ukraine & !org:nato';
COMMENT ON FUNCTION news_query_term(text, text, text, bool) IS 'one term: words of a name, with a kind or a field, or as a prefix; nothing is quoted';
COMMENT ON FUNCTION news_query_and(news_query, news_query) IS 'both';
COMMENT ON FUNCTION news_query_or(news_query, news_query) IS 'either';
COMMENT ON FUNCTION news_query_not(news_query) IS 'the opposite';
COMMENT ON FUNCTION news_query_terms(news_query) IS 'number of terms';
COMMENT ON FUNCTION news_query_expand(news_query) IS 'the query with the other names that the lexicon knows of its terms: usa | gpe:''United States''';
COMMENT ON FUNCTION news_plain_query(text) IS 'all words of what a reader typed, those between double quotes as one name, with their other names; never an error';
