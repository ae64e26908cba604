-- news_quote: who said what

CREATE TYPE news_quote;

CREATE FUNCTION news_quote_in(cstring) RETURNS news_quote
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_quote_out(news_quote) RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_quote_recv(internal) RETURNS news_quote
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_quote_send(news_quote) RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE news_quote (
	INPUT = news_quote_in, OUTPUT = news_quote_out,
	RECEIVE = news_quote_recv, SEND = news_quote_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = int4, STORAGE = extended
);

CREATE FUNCTION news_quote_eq(news_quote, news_quote) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_quote_ne(news_quote, news_quote) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_quote_lt(news_quote, news_quote) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_quote_le(news_quote, news_quote) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_quote_gt(news_quote, news_quote) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_quote_ge(news_quote, news_quote) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_quote_cmp(news_quote, news_quote) RETURNS int4
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_quote_hash(news_quote) RETURNS int4
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_quote_hash_extended(news_quote, int8) RETURNS int8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR = (
	FUNCTION = news_quote_eq, LEFTARG = news_quote, RIGHTARG = news_quote,
	COMMUTATOR = =, NEGATOR = <>, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
CREATE OPERATOR <> (
	FUNCTION = news_quote_ne, LEFTARG = news_quote, RIGHTARG = news_quote,
	COMMUTATOR = <>, NEGATOR = =, RESTRICT = neqsel, JOIN = neqjoinsel
);
CREATE OPERATOR < (
	FUNCTION = news_quote_lt, LEFTARG = news_quote, RIGHTARG = news_quote,
	COMMUTATOR = >, NEGATOR = >=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
CREATE OPERATOR <= (
	FUNCTION = news_quote_le, LEFTARG = news_quote, RIGHTARG = news_quote,
	COMMUTATOR = >=, NEGATOR = >, RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
CREATE OPERATOR > (
	FUNCTION = news_quote_gt, LEFTARG = news_quote, RIGHTARG = news_quote,
	COMMUTATOR = <, NEGATOR = <=, RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
CREATE OPERATOR >= (
	FUNCTION = news_quote_ge, LEFTARG = news_quote, RIGHTARG = news_quote,
	COMMUTATOR = <=, NEGATOR = <, RESTRICT = scalargesel, JOIN = scalargejoinsel
);

CREATE OPERATOR CLASS news_quote_ops DEFAULT FOR TYPE news_quote USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 news_quote_cmp(news_quote, news_quote), FUNCTION 4 btequalimage(oid);

CREATE OPERATOR CLASS news_quote_ops DEFAULT FOR TYPE news_quote USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 news_quote_hash(news_quote), FUNCTION 2 news_quote_hash_extended(news_quote, int8);

COMMENT ON TYPE news_quote IS 'who said what';
COMMENT ON FUNCTION news_quote_in(cstring) IS 'input of news_quote';
COMMENT ON FUNCTION news_quote_out(news_quote) IS 'output of news_quote';
COMMENT ON FUNCTION news_quote_recv(internal) IS 'binary input of news_quote';
COMMENT ON FUNCTION news_quote_send(news_quote) IS 'binary output of news_quote';
COMMENT ON FUNCTION news_quote_eq(news_quote, news_quote) IS 'implementation of =';
COMMENT ON FUNCTION news_quote_ne(news_quote, news_quote) IS 'implementation of <>';
COMMENT ON FUNCTION news_quote_lt(news_quote, news_quote) IS 'implementation of <';
COMMENT ON FUNCTION news_quote_le(news_quote, news_quote) IS 'implementation of <=';
COMMENT ON FUNCTION news_quote_gt(news_quote, news_quote) IS 'implementation of >';
COMMENT ON FUNCTION news_quote_ge(news_quote, news_quote) IS 'implementation of >=';
COMMENT ON FUNCTION news_quote_cmp(news_quote, news_quote) IS 'order: negative, zero or positive';
COMMENT ON FUNCTION news_quote_hash(news_quote) IS 'hash';
COMMENT ON FUNCTION news_quote_hash_extended(news_quote, int8) IS 'hash with a seed';
COMMENT ON OPERATOR = (news_quote, news_quote) IS 'equal, byte for byte';
COMMENT ON OPERATOR <> (news_quote, news_quote) IS 'not equal';
COMMENT ON OPERATOR < (news_quote, news_quote) IS 'before';
COMMENT ON OPERATOR <= (news_quote, news_quote) IS 'before or equal';
COMMENT ON OPERATOR > (news_quote, news_quote) IS 'after';
COMMENT ON OPERATOR >= (news_quote, news_quote) IS 'after or equal';
COMMENT ON OPERATOR CLASS news_quote_ops USING btree IS 'btree over news_quote';
COMMENT ON OPERATOR FAMILY news_quote_ops USING btree IS 'btree over news_quote';
COMMENT ON OPERATOR CLASS news_quote_ops USING hash IS 'hash over news_quote';
COMMENT ON OPERATOR FAMILY news_quote_ops USING hash IS 'hash over news_quote';

CREATE FUNCTION news_quote_kind(quote news_quote) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_kind(news_quote) IS 'direct, mixed or indirect';

CREATE FUNCTION news_quote_text(quote news_quote) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_text(news_quote) IS 'what was said; pieces that the cue parts are joined by a space';

CREATE FUNCTION news_quote_speaker(quote news_quote) RETURNS news_entity
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_speaker(news_quote) IS 'who said it, through names, titles and pronouns; NULL when the article names nobody';

CREATE FUNCTION news_quote_speaker_mention(quote news_quote) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_speaker_mention(news_quote) IS 'the speaker as the sentence writes it';

CREATE FUNCTION news_quote_cue(quote news_quote) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_cue(news_quote) IS 'what announces the quote: said, according to ...';

CREATE FUNCTION news_quote_stance(quote news_quote) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_stance(news_quote) IS 'class of the cue: said, denied, asked ...';

CREATE FUNCTION news_quote_about(quote news_quote) RETURNS news_entity[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_about(news_quote) IS 'entities named inside the quote, in text order';

CREATE FUNCTION news_quote_confidence(quote news_quote) RETURNS real
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_confidence(news_quote) IS 'how sure the attribution is, 0 to 1';

CREATE FUNCTION news_quote_span(quote news_quote) RETURNS int4range
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_span(news_quote) IS 'characters of the article from the first piece to the last';

CREATE FUNCTION news_quote_parts(quote news_quote) RETURNS int4multirange
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_parts(news_quote) IS 'characters of the article that each piece takes';

CREATE FUNCTION news_quote_speaker_span(quote news_quote) RETURNS int4range
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_speaker_span(news_quote) IS 'characters of the speakers mention';

CREATE FUNCTION news_quote_cue_span(quote news_quote) RETURNS int4range
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_cue_span(news_quote) IS 'characters of the cue';

CREATE FUNCTION news_quote_to_jsonb(quote news_quote) RETURNS jsonb
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_to_jsonb(news_quote) IS 'the text form as jsonb';

CREATE CAST (news_quote AS jsonb) WITH FUNCTION news_quote_to_jsonb(news_quote);
COMMENT ON CAST (news_quote AS jsonb) IS 'the text form as jsonb';

CREATE FUNCTION news_quote_to_json(quote news_quote) RETURNS json
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_to_json(news_quote) IS 'the text form as json; to_jsonb() and row_to_json() use it';
CREATE CAST (news_quote AS json) WITH FUNCTION news_quote_to_json(news_quote);
COMMENT ON CAST (news_quote AS json) IS 'the text form as json';
