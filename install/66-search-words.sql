
-- Indexes of entities and quotes.  The classes news_entities_ops and
-- news_quotes_ops are those of 0.1.0, with other keys: an index made under them
-- answers rightly, and slower, until it is made anew.

CREATE FUNCTION newstext_gin_extract_entity_words(news_entity[], internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'news_gin_extract_entity_words' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_query_entity_words(news_entity[], internal, int2, internal, internal, internal, internal)
	RETURNS internal AS 'MODULE_PATHNAME', 'news_gin_query_entity_words' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_extract_quote_words(news_quote[], internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'news_gin_extract_quote_words' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_query_quote_words(news_quote[], internal, int2, internal, internal, internal, internal)
	RETURNS internal AS 'MODULE_PATHNAME', 'news_gin_query_quote_words' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

-- The server's own operators on arrays are in the classes too: where the
-- extension's schema is not in the search path, they are what is meant.

CREATE OPERATOR CLASS news_entity_words_ops DEFAULT FOR TYPE news_entity[] USING gin AS
	OPERATOR 1 &&, OPERATOR 2 @>, OPERATOR 3 <@,
	OPERATOR 1 pg_catalog.&& (anyarray, anyarray), OPERATOR 2 pg_catalog.@> (anyarray, anyarray),
	OPERATOR 3 pg_catalog.<@ (anyarray, anyarray), OPERATOR 4 pg_catalog.= (anyarray, anyarray),
	OPERATOR 5 @@ (news_entity[], news_query),
	FUNCTION 1 newstext_gin_compare(bytea, bytea),
	FUNCTION 2 newstext_gin_extract_entity_words(news_entity[], internal, internal),
	FUNCTION 3 newstext_gin_query_entity_words(news_entity[], internal, int2, internal, internal, internal, internal),
	FUNCTION 5 newstext_gin_compare_partial(bytea, bytea, int2, internal),
	FUNCTION 6 newstext_gin_check_entities(internal, int2, news_entity[], int4, internal, internal, internal),
	STORAGE bytea;

CREATE OPERATOR CLASS news_quote_words_ops DEFAULT FOR TYPE news_quote[] USING gin AS
	OPERATOR 1 pg_catalog.&& (anyarray, anyarray), OPERATOR 2 pg_catalog.@> (anyarray, anyarray),
	OPERATOR 3 pg_catalog.<@ (anyarray, anyarray), OPERATOR 4 pg_catalog.= (anyarray, anyarray),
	OPERATOR 5 @@ (news_quote[], news_query),
	FUNCTION 1 newstext_gin_compare(bytea, bytea),
	FUNCTION 2 newstext_gin_extract_quote_words(news_quote[], internal, internal),
	FUNCTION 3 newstext_gin_query_quote_words(news_quote[], internal, int2, internal, internal, internal, internal),
	FUNCTION 5 newstext_gin_compare_partial(bytea, bytea, int2, internal),
	FUNCTION 6 newstext_gin_check_quotes(internal, int2, news_quote[], int4, internal, internal, internal),
	STORAGE bytea;

COMMENT ON FUNCTION newstext_gin_extract_entity_words(news_entity[], internal, internal) IS 'GIN support: keys of a row';
COMMENT ON FUNCTION newstext_gin_query_entity_words(news_entity[], internal, int2, internal, internal, internal, internal) IS 'GIN support: keys of a query';
COMMENT ON FUNCTION newstext_gin_extract_quote_words(news_quote[], internal, internal) IS 'GIN support: keys of a row';
COMMENT ON FUNCTION newstext_gin_query_quote_words(news_quote[], internal, int2, internal, internal, internal, internal) IS 'GIN support: keys of a query';
COMMENT ON OPERATOR CLASS news_entity_words_ops USING gin IS 'GIN over news_entity[]: words of names and whole entities';
COMMENT ON OPERATOR FAMILY news_entity_words_ops USING gin IS 'GIN over news_entity[]: words of names and whole entities';
COMMENT ON OPERATOR CLASS news_quote_words_ops USING gin IS 'GIN over news_quote[]: speakers, entities and words of quotes';
COMMENT ON OPERATOR FAMILY news_quote_words_ops USING gin IS 'GIN over news_quote[]: speakers, entities and words of quotes';
COMMENT ON OPERATOR CLASS news_entities_ops USING gin IS 'GIN over news_entity[] with the keys of 0.1.0';
COMMENT ON OPERATOR FAMILY news_entities_ops USING gin IS 'GIN over news_entity[] with the keys of 0.1.0';
COMMENT ON OPERATOR CLASS news_quotes_ops USING gin IS 'GIN over news_quote[] with the keys of 0.1.0';
COMMENT ON OPERATOR FAMILY news_quotes_ops USING gin IS 'GIN over news_quote[] with the keys of 0.1.0';
