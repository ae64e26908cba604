
-- The same words elsewhere: quotes % 'words'

CREATE FUNCTION news_similarity(a news_quote, b news_quote) RETURNS real
	AS 'MODULE_PATHNAME', 'news_quote_similarity' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_similarity(news_quote, news_quote) IS 'how much of the shorter quote''s words, pair by pair, the longer has, 0 to 1';

CREATE FUNCTION newstext_quote_says(news_quote, text) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_quote_says' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION newstext_quote_says(news_quote, text) IS 'implementation of %';
CREATE FUNCTION newstext_quotes_say(news_quote[], text) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_quotes_say' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION newstext_quotes_say(news_quote[], text) IS 'implementation of %';

CREATE OPERATOR % (
	FUNCTION = newstext_quote_says, LEFTARG = news_quote, RIGHTARG = text,
	RESTRICT = newstext_copies_sel, JOIN = newstext_copies_joinsel
);
COMMENT ON OPERATOR % (news_quote, text) IS 'a quote of these words or nearly these';
CREATE OPERATOR % (
	FUNCTION = newstext_quotes_say, LEFTARG = news_quote[], RIGHTARG = text,
	RESTRICT = newstext_copies_sel, JOIN = newstext_copies_joinsel
);
COMMENT ON OPERATOR % (news_quote[], text) IS 'somebody is quoted with these words or nearly these';

CREATE FUNCTION newstext_gin_said_value(news_quote[], internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newstext_gin_said_value(news_quote[], internal, internal) IS 'GIN support: keys of a row';
CREATE FUNCTION newstext_gin_said_query(text, internal, int2, internal, internal, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newstext_gin_said_query(text, internal, int2, internal, internal, internal, internal) IS 'GIN support: keys of a query';
CREATE FUNCTION newstext_gin_said_consistent(internal, int2, text, int4, internal, internal, internal, internal) RETURNS bool
	AS 'MODULE_PATHNAME', 'newstext_gin_signature_consistent' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newstext_gin_said_consistent(internal, int2, text, int4, internal, internal, internal, internal) IS 'GIN support: is it a candidate';
CREATE FUNCTION newstext_gin_said_tri(internal, int2, text, int4, internal, internal, internal) RETURNS "char"
	AS 'MODULE_PATHNAME', 'newstext_gin_signature_tri' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newstext_gin_said_tri(internal, int2, text, int4, internal, internal, internal) IS 'GIN support: can it be a candidate';

CREATE OPERATOR CLASS news_quote_said_ops FOR TYPE news_quote[] USING gin AS
	OPERATOR 1 % (news_quote[], text),
	FUNCTION 1 btint4cmp(int4, int4),
	FUNCTION 2 newstext_gin_said_value(news_quote[], internal, internal),
	FUNCTION 3 newstext_gin_said_query(text, internal, int2, internal, internal, internal, internal),
	FUNCTION 4 newstext_gin_said_consistent(internal, int2, text, int4, internal, internal, internal, internal),
	FUNCTION 6 newstext_gin_said_tri(internal, int2, text, int4, internal, internal, internal),
	STORAGE int4;
COMMENT ON OPERATOR CLASS news_quote_said_ops USING gin IS 'the same words elsewhere: %';
COMMENT ON OPERATOR FAMILY news_quote_said_ops USING gin IS 'the same words elsewhere: %';
