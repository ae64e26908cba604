
-- news_query: what is asked of entities and quotes

CREATE TYPE news_query;

CREATE FUNCTION news_query_in(cstring) RETURNS news_query
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_out(news_query) RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_recv(internal) RETURNS news_query
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_send(news_query) RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE news_query (
	INPUT = news_query_in, OUTPUT = news_query_out,
	RECEIVE = news_query_recv, SEND = news_query_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = int4, STORAGE = extended
);

CREATE FUNCTION news_query_eq(news_query, news_query) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_ne(news_query, news_query) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_lt(news_query, news_query) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_le(news_query, news_query) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_gt(news_query, news_query) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_ge(news_query, news_query) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_cmp(news_query, news_query) RETURNS int4
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_hash(news_query) RETURNS int4
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_query_hash_extended(news_query, int8) RETURNS int8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR = (
	FUNCTION = news_query_eq, LEFTARG = news_query, RIGHTARG = news_query,
	COMMUTATOR = =, NEGATOR = <>, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
CREATE OPERATOR <> (
	FUNCTION = news_query_ne, LEFTARG = news_query, RIGHTARG = news_query,
	COMMUTATOR = <>, NEGATOR = =, RESTRICT = neqsel, JOIN = neqjoinsel
);
CREATE OPERATOR < (
	FUNCTION = news_query_lt, LEFTARG = news_query, RIGHTARG = news_query,
	COMMUTATOR = >, NEGATOR = >=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
CREATE OPERATOR <= (
	FUNCTION = news_query_le, LEFTARG = news_query, RIGHTARG = news_query,
	COMMUTATOR = >=, NEGATOR = >, RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
CREATE OPERATOR > (
	FUNCTION = news_query_gt, LEFTARG = news_query, RIGHTARG = news_query,
	COMMUTATOR = <, NEGATOR = <=, RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
CREATE OPERATOR >= (
	FUNCTION = news_query_ge, LEFTARG = news_query, RIGHTARG = news_query,
	COMMUTATOR = <=, NEGATOR = <, RESTRICT = scalargesel, JOIN = scalargejoinsel
);

CREATE OPERATOR CLASS news_query_ops DEFAULT FOR TYPE news_query USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 news_query_cmp(news_query, news_query), FUNCTION 4 btequalimage(oid);

CREATE OPERATOR CLASS news_query_ops DEFAULT FOR TYPE news_query USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 news_query_hash(news_query), FUNCTION 2 news_query_hash_extended(news_query, int8);

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
COMMENT ON FUNCTION news_query_in(cstring) IS 'input of news_query';
COMMENT ON FUNCTION news_query_out(news_query) IS 'output of news_query';
COMMENT ON FUNCTION news_query_recv(internal) IS 'binary input of news_query';
COMMENT ON FUNCTION news_query_send(news_query) IS 'binary output of news_query';
COMMENT ON FUNCTION news_query_eq(news_query, news_query) IS 'implementation of =';
COMMENT ON FUNCTION news_query_ne(news_query, news_query) IS 'implementation of <>';
COMMENT ON FUNCTION news_query_lt(news_query, news_query) IS 'implementation of <';
COMMENT ON FUNCTION news_query_le(news_query, news_query) IS 'implementation of <=';
COMMENT ON FUNCTION news_query_gt(news_query, news_query) IS 'implementation of >';
COMMENT ON FUNCTION news_query_ge(news_query, news_query) IS 'implementation of >=';
COMMENT ON FUNCTION news_query_cmp(news_query, news_query) IS 'order: negative, zero or positive';
COMMENT ON FUNCTION news_query_hash(news_query) IS 'hash';
COMMENT ON FUNCTION news_query_hash_extended(news_query, int8) IS 'hash with a seed';
COMMENT ON OPERATOR = (news_query, news_query) IS 'equal, byte for byte';
COMMENT ON OPERATOR <> (news_query, news_query) IS 'not equal';
COMMENT ON OPERATOR < (news_query, news_query) IS 'before';
COMMENT ON OPERATOR <= (news_query, news_query) IS 'before or equal';
COMMENT ON OPERATOR > (news_query, news_query) IS 'after';
COMMENT ON OPERATOR >= (news_query, news_query) IS 'after or equal';
COMMENT ON OPERATOR CLASS news_query_ops USING btree IS 'btree over news_query';
COMMENT ON OPERATOR FAMILY news_query_ops USING btree IS 'btree over news_query';
COMMENT ON OPERATOR CLASS news_query_ops USING hash IS 'hash over news_query';
COMMENT ON OPERATOR FAMILY news_query_ops USING hash IS 'hash over news_query';
COMMENT ON FUNCTION news_query_term(text, text, text, bool) IS 'one term: words of a name, with a kind or a field, or as a prefix; nothing is quoted';
COMMENT ON FUNCTION news_query_and(news_query, news_query) IS 'both';
COMMENT ON FUNCTION news_query_or(news_query, news_query) IS 'either';
COMMENT ON FUNCTION news_query_not(news_query) IS 'the opposite';
COMMENT ON FUNCTION news_query_terms(news_query) IS 'number of terms';
COMMENT ON FUNCTION news_query_expand(news_query) IS 'the query with the other names that the lexicon knows of its terms: usa | gpe:''United States''';
COMMENT ON FUNCTION news_plain_query(text) IS 'all words of what a reader typed, those between double quotes as one name, with their other names; never an error';
