
-- news_signature: an article's words in a few bytes, for finding its copies

CREATE TYPE news_signature;

CREATE FUNCTION newstext_signature_in(cstring) RETURNS news_signature
	AS 'MODULE_PATHNAME', 'news_signature_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_signature_out(news_signature) RETURNS cstring
	AS 'MODULE_PATHNAME', 'news_signature_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_signature_recv(internal) RETURNS news_signature
	AS 'MODULE_PATHNAME', 'news_signature_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_signature_send(news_signature) RETURNS bytea
	AS 'MODULE_PATHNAME', 'news_signature_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE news_signature (
	INPUT = newstext_signature_in, OUTPUT = newstext_signature_out,
	RECEIVE = newstext_signature_recv, SEND = newstext_signature_send,
	INTERNALLENGTH = 248, ALIGNMENT = int4, STORAGE = plain
);
COMMENT ON TYPE news_signature IS 'the words of an article in 248 bytes, for finding its copies';

CREATE FUNCTION newstext_signature_eq(news_signature, news_signature) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_signature_eq' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_signature_ne(news_signature, news_signature) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_signature_ne' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_signature_hash(news_signature) RETURNS int4
	AS 'MODULE_PATHNAME', 'news_signature_hash' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_signature_hash_extended(news_signature, int8) RETURNS int8
	AS 'MODULE_PATHNAME', 'news_signature_hash_extended' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR = (
	FUNCTION = newstext_signature_eq, LEFTARG = news_signature, RIGHTARG = news_signature,
	COMMUTATOR = =, NEGATOR = <>, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES
);
CREATE OPERATOR <> (
	FUNCTION = newstext_signature_ne, LEFTARG = news_signature, RIGHTARG = news_signature,
	COMMUTATOR = <>, NEGATOR = =, RESTRICT = neqsel, JOIN = neqjoinsel
);
CREATE OPERATOR CLASS news_signature_hash_ops DEFAULT FOR TYPE news_signature USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 newstext_signature_hash(news_signature),
	FUNCTION 2 newstext_signature_hash_extended(news_signature, int8);

CREATE FUNCTION news_signature(body text) RETURNS news_signature
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 700;
COMMENT ON FUNCTION news_signature(text) IS 'the running text of an article in 248 bytes, for a % b; NULL when it has fewer than ten words';

CREATE FUNCTION news_similarity(a news_signature, b news_signature) RETURNS real
	AS 'MODULE_PATHNAME', 'news_signature_similarity' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_similarity(news_signature, news_signature) IS 'about how much of the shorter article stands in the longer, word for word, 0 to 1';

CREATE FUNCTION news_copies(a news_signature, b news_signature, threshold real) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_copies(news_signature, news_signature, real) IS 'a % b with a threshold of one''s own; no index answers it';

CREATE FUNCTION newstext_signature_copies(news_signature, news_signature) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_signature_copies' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
CREATE FUNCTION newstext_copies_sel(internal, oid, internal, int4) RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_copies_joinsel(internal, oid, internal, int2, internal) RETURNS float8
	AS 'MODULE_PATHNAME', 'newstext_copies_sel' LANGUAGE C STABLE STRICT PARALLEL SAFE;
CREATE OPERATOR % (
	FUNCTION = newstext_signature_copies, LEFTARG = news_signature, RIGHTARG = news_signature,
	COMMUTATOR = %, RESTRICT = newstext_copies_sel, JOIN = newstext_copies_joinsel
);
COMMENT ON OPERATOR % (news_signature, news_signature) IS 'copies: at least 0.4 of the shorter article stands in the longer';

CREATE FUNCTION newstext_gin_signature_value(news_signature, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_signature_query(news_signature, internal, int2, internal, internal, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_signature_consistent(internal, int2, news_signature, int4, internal, internal, internal, internal) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_signature_tri(internal, int2, news_signature, int4, internal, internal, internal) RETURNS "char"
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE OPERATOR CLASS news_signature_ops DEFAULT FOR TYPE news_signature USING gin AS
	OPERATOR 1 %,
	FUNCTION 1 btint4cmp(int4, int4),
	FUNCTION 2 newstext_gin_signature_value(news_signature, internal, internal),
	FUNCTION 3 newstext_gin_signature_query(news_signature, internal, int2, internal, internal, internal, internal),
	FUNCTION 4 newstext_gin_signature_consistent(internal, int2, news_signature, int4, internal, internal, internal, internal),
	FUNCTION 6 newstext_gin_signature_tri(internal, int2, news_signature, int4, internal, internal, internal),
	STORAGE int4;
COMMENT ON OPERATOR CLASS news_signature_ops USING gin IS 'copies of an article: %';

COMMENT ON FUNCTION newstext_signature_in(cstring) IS 'input of news_signature';
COMMENT ON FUNCTION newstext_signature_out(news_signature) IS 'output of news_signature';
COMMENT ON FUNCTION newstext_signature_recv(internal) IS 'binary input of news_signature';
COMMENT ON FUNCTION newstext_signature_send(news_signature) IS 'binary output of news_signature';
COMMENT ON FUNCTION newstext_signature_eq(news_signature, news_signature) IS 'implementation of =';
COMMENT ON FUNCTION newstext_signature_ne(news_signature, news_signature) IS 'implementation of <>';
COMMENT ON FUNCTION newstext_signature_hash(news_signature) IS 'hash';
COMMENT ON FUNCTION newstext_signature_hash_extended(news_signature, int8) IS 'hash with a seed';
COMMENT ON FUNCTION newstext_signature_copies(news_signature, news_signature) IS 'implementation of %';
COMMENT ON FUNCTION newstext_copies_sel(internal, oid, internal, int4) IS 'selectivity of %';
COMMENT ON FUNCTION newstext_copies_joinsel(internal, oid, internal, int2, internal) IS 'join selectivity of %';
COMMENT ON FUNCTION newstext_gin_signature_value(news_signature, internal, internal) IS 'GIN support: keys of a row';
COMMENT ON FUNCTION newstext_gin_signature_query(news_signature, internal, int2, internal, internal, internal, internal) IS 'GIN support: keys of a query';
COMMENT ON FUNCTION newstext_gin_signature_consistent(internal, int2, news_signature, int4, internal, internal, internal, internal) IS 'GIN support: is it a candidate';
COMMENT ON FUNCTION newstext_gin_signature_tri(internal, int2, news_signature, int4, internal, internal, internal) IS 'GIN support: can it be a candidate';
COMMENT ON OPERATOR = (news_signature, news_signature) IS 'equal, byte for byte';
COMMENT ON OPERATOR <> (news_signature, news_signature) IS 'not equal';
COMMENT ON OPERATOR CLASS news_signature_hash_ops USING hash IS 'hash over news_signature';
COMMENT ON OPERATOR FAMILY news_signature_hash_ops USING hash IS 'hash over news_signature';
COMMENT ON OPERATOR FAMILY news_signature_ops USING gin IS 'copies of an article: %';
