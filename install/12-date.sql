-- news_date: a time expression and the days it covers

CREATE TYPE news_date;

CREATE FUNCTION news_date_in(cstring) RETURNS news_date
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_date_out(news_date) RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_date_recv(internal) RETURNS news_date
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_date_send(news_date) RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE news_date (
	INPUT = news_date_in, OUTPUT = news_date_out,
	RECEIVE = news_date_recv, SEND = news_date_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = int4, STORAGE = extended
);

CREATE FUNCTION news_date_eq(news_date, news_date) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_date_ne(news_date, news_date) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_date_lt(news_date, news_date) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_date_le(news_date, news_date) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_date_gt(news_date, news_date) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_date_ge(news_date, news_date) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_date_cmp(news_date, news_date) RETURNS int4
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_date_hash(news_date) RETURNS int4
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_date_hash_extended(news_date, int8) RETURNS int8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR = (
	FUNCTION = news_date_eq, LEFTARG = news_date, RIGHTARG = news_date,
	COMMUTATOR = =, NEGATOR = <>, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
CREATE OPERATOR <> (
	FUNCTION = news_date_ne, LEFTARG = news_date, RIGHTARG = news_date,
	COMMUTATOR = <>, NEGATOR = =, RESTRICT = neqsel, JOIN = neqjoinsel
);
CREATE OPERATOR < (
	FUNCTION = news_date_lt, LEFTARG = news_date, RIGHTARG = news_date,
	COMMUTATOR = >, NEGATOR = >=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
CREATE OPERATOR <= (
	FUNCTION = news_date_le, LEFTARG = news_date, RIGHTARG = news_date,
	COMMUTATOR = >=, NEGATOR = >, RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
CREATE OPERATOR > (
	FUNCTION = news_date_gt, LEFTARG = news_date, RIGHTARG = news_date,
	COMMUTATOR = <, NEGATOR = <=, RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
CREATE OPERATOR >= (
	FUNCTION = news_date_ge, LEFTARG = news_date, RIGHTARG = news_date,
	COMMUTATOR = <=, NEGATOR = <, RESTRICT = scalargesel, JOIN = scalargejoinsel
);

CREATE OPERATOR CLASS news_date_ops DEFAULT FOR TYPE news_date USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 news_date_cmp(news_date, news_date), FUNCTION 4 btequalimage(oid);

CREATE OPERATOR CLASS news_date_ops DEFAULT FOR TYPE news_date USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 news_date_hash(news_date), FUNCTION 2 news_date_hash_extended(news_date, int8);

COMMENT ON TYPE news_date IS 'a time expression and the days it covers';
COMMENT ON FUNCTION news_date_in(cstring) IS 'input of news_date';
COMMENT ON FUNCTION news_date_out(news_date) IS 'output of news_date';
COMMENT ON FUNCTION news_date_recv(internal) IS 'binary input of news_date';
COMMENT ON FUNCTION news_date_send(news_date) IS 'binary output of news_date';
COMMENT ON FUNCTION news_date_eq(news_date, news_date) IS 'implementation of =';
COMMENT ON FUNCTION news_date_ne(news_date, news_date) IS 'implementation of <>';
COMMENT ON FUNCTION news_date_lt(news_date, news_date) IS 'implementation of <';
COMMENT ON FUNCTION news_date_le(news_date, news_date) IS 'implementation of <=';
COMMENT ON FUNCTION news_date_gt(news_date, news_date) IS 'implementation of >';
COMMENT ON FUNCTION news_date_ge(news_date, news_date) IS 'implementation of >=';
COMMENT ON FUNCTION news_date_cmp(news_date, news_date) IS 'order: negative, zero or positive';
COMMENT ON FUNCTION news_date_hash(news_date) IS 'hash';
COMMENT ON FUNCTION news_date_hash_extended(news_date, int8) IS 'hash with a seed';
COMMENT ON OPERATOR = (news_date, news_date) IS 'equal, byte for byte';
COMMENT ON OPERATOR <> (news_date, news_date) IS 'not equal';
COMMENT ON OPERATOR < (news_date, news_date) IS 'before';
COMMENT ON OPERATOR <= (news_date, news_date) IS 'before or equal';
COMMENT ON OPERATOR > (news_date, news_date) IS 'after';
COMMENT ON OPERATOR >= (news_date, news_date) IS 'after or equal';
COMMENT ON OPERATOR CLASS news_date_ops USING btree IS 'btree over news_date';
COMMENT ON OPERATOR FAMILY news_date_ops USING btree IS 'btree over news_date';
COMMENT ON OPERATOR CLASS news_date_ops USING hash IS 'hash over news_date';
COMMENT ON OPERATOR FAMILY news_date_ops USING hash IS 'hash over news_date';

CREATE FUNCTION news_date_kind(date news_date) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_kind(news_date) IS 'DATE, TIME, DURATION or SET';

CREATE FUNCTION news_date_value(date news_date) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_value(news_date) IS 'TIMEX3 value: 2025-04-24, 2025-W17, P3Y, PAST_REF ...; NULL for an impossible date';

CREATE FUNCTION news_date_grain(date news_date) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_grain(news_date) IS 'how fine the value is: second, minute, hour, part of day, day, weekend, week, month, season, quarter, half-year, year, decade, century; NULL when it does not say';

CREATE FUNCTION news_date_mod(date news_date) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_mod(news_date) IS 'TIMEX3 mod: START, APPROX ...; NULL for none';

CREATE FUNCTION news_date_range(date news_date) RETURNS daterange
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_range(news_date) IS 'days that a dated value covers; NULL for none';

CREATE FUNCTION news_date_mention(date news_date) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_mention(news_date) IS 'the expression as the article writes it';

CREATE FUNCTION news_date_mention_span(date news_date) RETURNS int4range
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_mention_span(news_date) IS 'characters of the mention in the article';

CREATE FUNCTION news_date_confidence(date news_date) RETURNS real
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_confidence(news_date) IS 'how sure the reading is, 0 to 1';

CREATE FUNCTION news_date_to_jsonb(date news_date) RETURNS jsonb
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_to_jsonb(news_date) IS 'the text form as jsonb';

CREATE CAST (news_date AS jsonb) WITH FUNCTION news_date_to_jsonb(news_date);
COMMENT ON CAST (news_date AS jsonb) IS 'the text form as jsonb';

CREATE FUNCTION news_date_to_json(date news_date) RETURNS json
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_to_json(news_date) IS 'the text form as json; to_jsonb() and row_to_json() use it';
CREATE CAST (news_date AS json) WITH FUNCTION news_date_to_json(news_date);
COMMENT ON CAST (news_date AS json) IS 'the text form as json';

CREATE FUNCTION news_date_span(dates news_date[]) RETURNS datemultirange
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_span(news_date[]) IS 'all days that the dates cover, for GiST indexes';
