/* newstext: finds entities, quotes and dates in news articles. */

\echo Use "CREATE EXTENSION newstext" to load this file. \quit

-- news_entity: who or what is named


CREATE TYPE news_entity;

CREATE FUNCTION news_entity_in(cstring) RETURNS news_entity
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entity_out(news_entity) RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entity_recv(internal) RETURNS news_entity
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entity_send(news_entity) RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE news_entity (
	INPUT = news_entity_in, OUTPUT = news_entity_out,
	RECEIVE = news_entity_recv, SEND = news_entity_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = int4, STORAGE = extended
);

CREATE FUNCTION news_entity_eq(news_entity, news_entity) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entity_ne(news_entity, news_entity) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entity_lt(news_entity, news_entity) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entity_le(news_entity, news_entity) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entity_gt(news_entity, news_entity) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entity_ge(news_entity, news_entity) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entity_cmp(news_entity, news_entity) RETURNS int4
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entity_hash(news_entity) RETURNS int4
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entity_hash_extended(news_entity, int8) RETURNS int8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR = (
	FUNCTION = news_entity_eq, LEFTARG = news_entity, RIGHTARG = news_entity,
	COMMUTATOR = =, NEGATOR = <>, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
CREATE OPERATOR <> (
	FUNCTION = news_entity_ne, LEFTARG = news_entity, RIGHTARG = news_entity,
	COMMUTATOR = <>, NEGATOR = =, RESTRICT = neqsel, JOIN = neqjoinsel
);
CREATE OPERATOR < (
	FUNCTION = news_entity_lt, LEFTARG = news_entity, RIGHTARG = news_entity,
	COMMUTATOR = >, NEGATOR = >=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
CREATE OPERATOR <= (
	FUNCTION = news_entity_le, LEFTARG = news_entity, RIGHTARG = news_entity,
	COMMUTATOR = >=, NEGATOR = >, RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
CREATE OPERATOR > (
	FUNCTION = news_entity_gt, LEFTARG = news_entity, RIGHTARG = news_entity,
	COMMUTATOR = <, NEGATOR = <=, RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
CREATE OPERATOR >= (
	FUNCTION = news_entity_ge, LEFTARG = news_entity, RIGHTARG = news_entity,
	COMMUTATOR = <=, NEGATOR = <, RESTRICT = scalargesel, JOIN = scalargejoinsel
);

CREATE OPERATOR CLASS news_entity_ops DEFAULT FOR TYPE news_entity USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 news_entity_cmp(news_entity, news_entity), FUNCTION 4 btequalimage(oid);

CREATE OPERATOR CLASS news_entity_ops DEFAULT FOR TYPE news_entity USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 news_entity_hash(news_entity), FUNCTION 2 news_entity_hash_extended(news_entity, int8);

COMMENT ON FUNCTION news_entity_in(cstring) IS 'input of news_entity';
COMMENT ON FUNCTION news_entity_out(news_entity) IS 'output of news_entity';
COMMENT ON FUNCTION news_entity_recv(internal) IS 'binary input of news_entity';
COMMENT ON FUNCTION news_entity_send(news_entity) IS 'binary output of news_entity';
COMMENT ON FUNCTION news_entity_eq(news_entity, news_entity) IS 'implementation of =';
COMMENT ON FUNCTION news_entity_ne(news_entity, news_entity) IS 'implementation of <>';
COMMENT ON FUNCTION news_entity_lt(news_entity, news_entity) IS 'implementation of <';
COMMENT ON FUNCTION news_entity_le(news_entity, news_entity) IS 'implementation of <=';
COMMENT ON FUNCTION news_entity_gt(news_entity, news_entity) IS 'implementation of >';
COMMENT ON FUNCTION news_entity_ge(news_entity, news_entity) IS 'implementation of >=';
COMMENT ON FUNCTION news_entity_cmp(news_entity, news_entity) IS 'order: negative, zero or positive';
COMMENT ON FUNCTION news_entity_hash(news_entity) IS 'hash';
COMMENT ON FUNCTION news_entity_hash_extended(news_entity, int8) IS 'hash with a seed';
COMMENT ON OPERATOR = (news_entity, news_entity) IS 'equal, byte for byte';
COMMENT ON OPERATOR <> (news_entity, news_entity) IS 'not equal';
COMMENT ON OPERATOR < (news_entity, news_entity) IS 'before';
COMMENT ON OPERATOR <= (news_entity, news_entity) IS 'before or equal';
COMMENT ON OPERATOR > (news_entity, news_entity) IS 'after';
COMMENT ON OPERATOR >= (news_entity, news_entity) IS 'after or equal';
COMMENT ON OPERATOR CLASS news_entity_ops USING btree IS 'btree over news_entity';
COMMENT ON OPERATOR FAMILY news_entity_ops USING btree IS 'btree over news_entity';
COMMENT ON OPERATOR CLASS news_entity_ops USING hash IS 'hash over news_entity';
COMMENT ON OPERATOR FAMILY news_entity_ops USING hash IS 'hash over news_entity';

COMMENT ON TYPE news_entity IS 'who or what is named: kind:Name';

CREATE FUNCTION news_entity(kind text, name text, id text DEFAULT NULL) RETURNS news_entity
	AS 'MODULE_PATHNAME', 'news_entity_make' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION news_entity(text, text, text) IS 'an entity of this kind and name; NULL when kind or name is';

CREATE FUNCTION news_entity_kind(entity news_entity) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_entity_kind(news_entity) IS 'kind: person norp fac org gpe loc product event work_of_art law language';

CREATE FUNCTION news_entity_name(entity news_entity) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_entity_name(news_entity) IS 'fullest form of the name that the article gives, or the preferred form';

CREATE FUNCTION news_entity_to_jsonb(entity news_entity) RETURNS jsonb
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_entity_to_jsonb(news_entity) IS 'kind, name and id as a JSON object';
CREATE CAST (news_entity AS jsonb) WITH FUNCTION news_entity_to_jsonb(news_entity);
COMMENT ON CAST (news_entity AS jsonb) IS 'kind, name and id as a JSON object';

CREATE FUNCTION news_entity_to_json(entity news_entity) RETURNS json
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_entity_to_json(news_entity) IS 'kind, name and id as a JSON object; to_jsonb() and row_to_json() use it';
CREATE CAST (news_entity AS json) WITH FUNCTION news_entity_to_json(news_entity);
COMMENT ON CAST (news_entity AS json) IS 'kind, name and id as a JSON object';
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

COMMENT ON TYPE news_quote IS 'who said what';

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

COMMENT ON TYPE news_date IS 'a time expression and the days it covers';

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
-- what an article says

CREATE FUNCTION news_model_version() RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_model_version() IS 'what extracts: store it beside, to find rows that an older release filled';

CREATE FUNCTION news_entity_id(entity news_entity) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_entity_id(news_entity) IS 'stable id, stored or by the name (iso3166:FR); NULL when the lexicon knows none';

CREATE FUNCTION news_place(entity news_entity, OUT country text, OUT latitude float8, OUT longitude float8)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_place(news_entity) IS 'where a place is: ISO 3166 country, degrees north and east; NULL when the lexicon does not know';

-- COST is measured and then divided by ten: an operator on integers takes 7 ns,
-- news_entities() of an article of 4,500 characters 0.4 ms, as much as 50,000 of
-- them.  With the whole of it a query over a few hundred articles would be
-- compiled (jit_above_cost), from which it gains nothing.

-- arrays to store and index

CREATE FUNCTION news_entities(body text) RETURNS news_entity[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000;
COMMENT ON FUNCTION news_entities(text) IS 'who and what an article names, each once, most salient first';

CREATE FUNCTION news_quotes(body text) RETURNS news_quote[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION news_quotes(text) IS 'who says what in an article, in text order';

CREATE FUNCTION news_dates(body text, published date DEFAULT NULL, prefer text DEFAULT NULL) RETURNS news_date[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION news_dates(text, date, text) IS 'times an article speaks of, resolved against published or its dateline, in text order; prefer is past, future or nearest, and after a comma day first or month first';

-- rows to look at

CREATE FUNCTION news_find_entities(body text,
		OUT span int4range, OUT mention text, OUT kind text, OUT name text, OUT entity news_entity)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000 ROWS 50;
COMMENT ON FUNCTION news_find_entities(text) IS 'each place where an article names someone or something';

CREATE FUNCTION news_find_quotes(body text,
		OUT span int4range, OUT parts int4multirange, OUT quote text, OUT kind text,
		OUT speaker news_entity, OUT speaker_name text, OUT speaker_mention text,
		OUT speaker_span int4range, OUT cue text, OUT cue_span int4range)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 15;
COMMENT ON FUNCTION news_find_quotes(text) IS 'each quote of an article: direct, mixed or indirect, with its speaker';

CREATE FUNCTION news_find_dates(body text, published date DEFAULT NULL, prefer text DEFAULT NULL,
		OUT span int4range, OUT mention text, OUT kind text, OUT value text, OUT mod text,
		OUT range daterange)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2000 ROWS 10;
COMMENT ON FUNCTION news_find_dates(text, date, text) IS 'each time expression of an article, as TIMEX3, resolved against published or its dateline';

CREATE FUNCTION news_find_sections(body text, OUT span int4range, OUT kind text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500 ROWS 20;
COMMENT ON FUNCTION news_find_sections(text) IS 'parts of an article: headline, byline, dateline, caption, subheading, paragraph, boilerplate';
-- own names: text search dictionaries of the template news_lexicon

CREATE FUNCTION news_lexicon_init(internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_lexicon_init(internal) IS 'reads the entries of a news_lexicon dictionary';
CREATE FUNCTION news_lexicon_lexize(internal, internal, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_lexicon_lexize(internal, internal, internal, internal) IS 'gives the preferred name of a name of the lexicon';

CREATE TEXT SEARCH TEMPLATE news_lexicon (INIT = news_lexicon_init, LEXIZE = news_lexicon_lexize);
COMMENT ON TEXT SEARCH TEMPLATE news_lexicon IS 'own names for news_entities() and news_quotes(): entries = ''kind: Name | other name {id}'', one a line';

CREATE FUNCTION news_entities(body text, lexicon regdictionary) RETURNS news_entity[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000;
COMMENT ON FUNCTION news_entities(text, regdictionary) IS 'who and what an article names, own names first of all, each once, most salient first';

CREATE FUNCTION news_quotes(body text, lexicon regdictionary) RETURNS news_quote[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION news_quotes(text, regdictionary) IS 'who says what in an article, with own names, in text order';

CREATE FUNCTION news_find_entities(body text, lexicon regdictionary,
		OUT span int4range, OUT mention text, OUT kind text, OUT name text, OUT entity news_entity)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000 ROWS 50;
COMMENT ON FUNCTION news_find_entities(text, regdictionary) IS 'each place where an article names someone or something, with own names';

CREATE FUNCTION news_find_quotes(body text, lexicon regdictionary,
		OUT span int4range, OUT parts int4multirange, OUT quote text, OUT kind text,
		OUT speaker news_entity, OUT speaker_name text, OUT speaker_mention text,
		OUT speaker_span int4range, OUT cue text, OUT cue_span int4range)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 15;
COMMENT ON FUNCTION news_find_quotes(text, regdictionary) IS 'each quote of an article, its speakers by own names too';

CREATE FUNCTION news_entity_id(entity news_entity, lexicon regdictionary) RETURNS text
	AS 'MODULE_PATHNAME', 'news_lexicon_entity_id' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_entity_id(news_entity, regdictionary) IS 'stable id that a lexicon gives an entity by its name; what news_entity_id(entity) says when it gives none';
-- why

CREATE FUNCTION news_explain(body text,
		OUT span int4range, OUT mention text, OUT kind text, OUT name text,
		OUT confidence real, OUT evidence text, OUT because text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000 ROWS 50;
COMMENT ON FUNCTION news_explain(text) IS 'what decided each mention: lexicon, pattern, tagger, alias or dictionary, and what of it';

CREATE FUNCTION news_explain(body text, lexicon regdictionary,
		OUT span int4range, OUT mention text, OUT kind text, OUT name text,
		OUT confidence real, OUT evidence text, OUT because text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000 ROWS 50;
COMMENT ON FUNCTION news_explain(text, regdictionary) IS 'what decided each mention, own names too';

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

-- Search: entities and quotes by query, and their indexes

CREATE FUNCTION news_entity_match(entity news_entity, query news_query) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entities_match(entities news_entity[], query news_query) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
CREATE FUNCTION news_quote_match(quote news_quote, query news_query) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
CREATE FUNCTION news_quotes_match(quotes news_quote[], query news_query) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION news_match_entity(query news_query, entity news_entity) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_match_entities(query news_query, entities news_entity[]) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
CREATE FUNCTION news_match_quote(query news_query, quote news_quote) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
CREATE FUNCTION news_match_quotes(query news_query, quotes news_quote[]) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

CREATE FUNCTION news_entities_contain(news_entity[], news_entity[]) RETURNS bool
	AS 'arraycontains' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entities_contained(news_entity[], news_entity[]) RETURNS bool
	AS 'arraycontained' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entities_overlap(news_entity[], news_entity[]) RETURNS bool
	AS 'arrayoverlap' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION news_entities_match_sel(internal, oid, internal, int4) RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_quotes_match_sel(internal, oid, internal, int4) RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entities_overlap_sel(internal, oid, internal, int4) RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entities_contain_sel(internal, oid, internal, int4) RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entities_contained_sel(internal, oid, internal, int4) RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;

-- As the server's operators on arrays, but the planner knows how many rows
-- they find.

CREATE OPERATOR && (
	FUNCTION = news_entities_overlap, LEFTARG = news_entity[], RIGHTARG = news_entity[],
	COMMUTATOR = &&, RESTRICT = news_entities_overlap_sel, JOIN = arraycontjoinsel
);
CREATE OPERATOR @> (
	FUNCTION = news_entities_contain, LEFTARG = news_entity[], RIGHTARG = news_entity[],
	COMMUTATOR = <@, RESTRICT = news_entities_contain_sel, JOIN = arraycontjoinsel
);
CREATE OPERATOR <@ (
	FUNCTION = news_entities_contained, LEFTARG = news_entity[], RIGHTARG = news_entity[],
	COMMUTATOR = @>, RESTRICT = news_entities_contained_sel, JOIN = arraycontjoinsel
);

CREATE OPERATOR @@ (
	FUNCTION = news_entity_match, LEFTARG = news_entity, RIGHTARG = news_query,
	COMMUTATOR = @@, RESTRICT = matchingsel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = news_match_entity, LEFTARG = news_query, RIGHTARG = news_entity,
	COMMUTATOR = @@, RESTRICT = matchingsel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = news_entities_match, LEFTARG = news_entity[], RIGHTARG = news_query,
	COMMUTATOR = @@, RESTRICT = news_entities_match_sel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = news_match_entities, LEFTARG = news_query, RIGHTARG = news_entity[],
	COMMUTATOR = @@, RESTRICT = news_entities_match_sel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = news_quote_match, LEFTARG = news_quote, RIGHTARG = news_query,
	COMMUTATOR = @@, RESTRICT = matchingsel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = news_match_quote, LEFTARG = news_query, RIGHTARG = news_quote,
	COMMUTATOR = @@, RESTRICT = matchingsel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = news_quotes_match, LEFTARG = news_quote[], RIGHTARG = news_query,
	COMMUTATOR = @@, RESTRICT = news_quotes_match_sel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = news_match_quotes, LEFTARG = news_query, RIGHTARG = news_quote[],
	COMMUTATOR = @@, RESTRICT = news_quotes_match_sel, JOIN = matchingjoinsel
);

CREATE FUNCTION news_gin_compare(bytea, bytea) RETURNS int4
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_gin_compare_partial(bytea, bytea, int2, internal) RETURNS int4
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_gin_extract_entities(news_entity[], internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_gin_query_entities(news_entity[], internal, int2, internal, internal, internal, internal)
	RETURNS internal AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_gin_check_entities(internal, int2, news_entity[], int4, internal, internal, internal)
	RETURNS "char" AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_gin_extract_quotes(news_quote[], internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_gin_query_quotes(news_quote[], internal, int2, internal, internal, internal, internal)
	RETURNS internal AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_gin_check_quotes(internal, int2, news_quote[], int4, internal, internal, internal)
	RETURNS "char" AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

-- The server's own operators on arrays are in the classes too: where the
-- extension's schema is not in the search path, they are what is meant.

CREATE OPERATOR CLASS news_entities_ops DEFAULT FOR TYPE news_entity[] USING gin AS
	OPERATOR 1 &&, OPERATOR 2 @>, OPERATOR 3 <@,
	OPERATOR 1 pg_catalog.&& (anyarray, anyarray), OPERATOR 2 pg_catalog.@> (anyarray, anyarray),
	OPERATOR 3 pg_catalog.<@ (anyarray, anyarray), OPERATOR 4 pg_catalog.= (anyarray, anyarray),
	OPERATOR 5 @@ (news_entity[], news_query),
	FUNCTION 1 news_gin_compare(bytea, bytea),
	FUNCTION 2 news_gin_extract_entities(news_entity[], internal, internal),
	FUNCTION 3 news_gin_query_entities(news_entity[], internal, int2, internal, internal, internal, internal),
	FUNCTION 5 news_gin_compare_partial(bytea, bytea, int2, internal),
	FUNCTION 6 news_gin_check_entities(internal, int2, news_entity[], int4, internal, internal, internal),
	STORAGE bytea;

CREATE OPERATOR CLASS news_quotes_ops DEFAULT FOR TYPE news_quote[] USING gin AS
	OPERATOR 1 pg_catalog.&& (anyarray, anyarray), OPERATOR 2 pg_catalog.@> (anyarray, anyarray),
	OPERATOR 3 pg_catalog.<@ (anyarray, anyarray), OPERATOR 4 pg_catalog.= (anyarray, anyarray),
	OPERATOR 5 @@ (news_quote[], news_query),
	FUNCTION 1 news_gin_compare(bytea, bytea),
	FUNCTION 2 news_gin_extract_quotes(news_quote[], internal, internal),
	FUNCTION 3 news_gin_query_quotes(news_quote[], internal, int2, internal, internal, internal, internal),
	FUNCTION 5 news_gin_compare_partial(bytea, bytea, int2, internal),
	FUNCTION 6 news_gin_check_quotes(internal, int2, news_quote[], int4, internal, internal, internal),
	STORAGE bytea;

-- ANALYZE counts the index keys.  CREATE TYPE gives every array type the
-- server's array_typanalyze, and ALTER TYPE changes no array type.  This runs
-- as superuser whoever creates the extension, in a schema that may hold an = of
-- that user's: the operator is named in full.

CREATE FUNCTION news_entities_typanalyze(internal) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION news_quotes_typanalyze(internal) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;

UPDATE pg_catalog.pg_type SET typanalyze = 'news_entities_typanalyze(internal)'::pg_catalog.regprocedure
	WHERE oid OPERATOR(pg_catalog.=) 'news_entity[]'::pg_catalog.regtype::pg_catalog.oid;
UPDATE pg_catalog.pg_type SET typanalyze = 'news_quotes_typanalyze(internal)'::pg_catalog.regprocedure
	WHERE oid OPERATOR(pg_catalog.=) 'news_quote[]'::pg_catalog.regtype::pg_catalog.oid;

COMMENT ON FUNCTION news_entity_match(news_entity, news_query) IS 'implementation of @@';
COMMENT ON FUNCTION news_entities_match(news_entity[], news_query) IS 'implementation of @@';
COMMENT ON FUNCTION news_quote_match(news_quote, news_query) IS 'implementation of @@';
COMMENT ON FUNCTION news_quotes_match(news_quote[], news_query) IS 'implementation of @@';
COMMENT ON FUNCTION news_match_entity(news_query, news_entity) IS 'implementation of @@';
COMMENT ON FUNCTION news_match_entities(news_query, news_entity[]) IS 'implementation of @@';
COMMENT ON FUNCTION news_match_quote(news_query, news_quote) IS 'implementation of @@';
COMMENT ON FUNCTION news_match_quotes(news_query, news_quote[]) IS 'implementation of @@';
COMMENT ON FUNCTION news_entities_contain(news_entity[], news_entity[]) IS 'implementation of @>';
COMMENT ON FUNCTION news_entities_contained(news_entity[], news_entity[]) IS 'implementation of <@';
COMMENT ON FUNCTION news_entities_overlap(news_entity[], news_entity[]) IS 'implementation of &&';
COMMENT ON FUNCTION news_entities_match_sel(internal, oid, internal, int4) IS 'restriction selectivity of @@ on entities';
COMMENT ON FUNCTION news_quotes_match_sel(internal, oid, internal, int4) IS 'restriction selectivity of @@ on quotes';
COMMENT ON FUNCTION news_entities_overlap_sel(internal, oid, internal, int4) IS 'restriction selectivity of && on entities';
COMMENT ON FUNCTION news_entities_contain_sel(internal, oid, internal, int4) IS 'restriction selectivity of @> on entities';
COMMENT ON FUNCTION news_entities_contained_sel(internal, oid, internal, int4) IS 'restriction selectivity of <@ on entities';
COMMENT ON FUNCTION news_gin_compare(bytea, bytea) IS 'GIN support: order of keys';
COMMENT ON FUNCTION news_gin_compare_partial(bytea, bytea, int2, internal) IS 'GIN support: prefix of a key';
COMMENT ON FUNCTION news_gin_extract_entities(news_entity[], internal, internal) IS 'GIN support: keys of a row';
COMMENT ON FUNCTION news_gin_query_entities(news_entity[], internal, int2, internal, internal, internal, internal) IS 'GIN support: keys of a query';
COMMENT ON FUNCTION news_gin_check_entities(internal, int2, news_entity[], int4, internal, internal, internal) IS 'GIN support: does a row match';
COMMENT ON FUNCTION news_gin_extract_quotes(news_quote[], internal, internal) IS 'GIN support: keys of a row';
COMMENT ON FUNCTION news_gin_query_quotes(news_quote[], internal, int2, internal, internal, internal, internal) IS 'GIN support: keys of a query';
COMMENT ON FUNCTION news_gin_check_quotes(internal, int2, news_quote[], int4, internal, internal, internal) IS 'GIN support: does a row match';
COMMENT ON FUNCTION news_entities_typanalyze(internal) IS 'statistics of entities for the planner';
COMMENT ON FUNCTION news_quotes_typanalyze(internal) IS 'statistics of quotes for the planner';
COMMENT ON OPERATOR @@ (news_entity, news_query) IS 'entity answers the query';
COMMENT ON OPERATOR @@ (news_entity[], news_query) IS 'entities answer the query';
COMMENT ON OPERATOR @@ (news_quote, news_query) IS 'quote answers the query';
COMMENT ON OPERATOR @@ (news_quote[], news_query) IS 'one of the quotes answers the query';
COMMENT ON OPERATOR @@ (news_query, news_entity) IS 'entity answers the query';
COMMENT ON OPERATOR @@ (news_query, news_entity[]) IS 'entities answer the query';
COMMENT ON OPERATOR @@ (news_query, news_quote) IS 'quote answers the query';
COMMENT ON OPERATOR @@ (news_query, news_quote[]) IS 'one of the quotes answers the query';
COMMENT ON OPERATOR @> (news_entity[], news_entity[]) IS 'contains';
COMMENT ON OPERATOR <@ (news_entity[], news_entity[]) IS 'is contained by';
COMMENT ON OPERATOR && (news_entity[], news_entity[]) IS 'overlaps';
COMMENT ON OPERATOR CLASS news_entities_ops USING gin IS 'GIN over news_entity[]: words of names and whole entities';
COMMENT ON OPERATOR FAMILY news_entities_ops USING gin IS 'GIN over news_entity[]: words of names and whole entities';
COMMENT ON OPERATOR CLASS news_quotes_ops USING gin IS 'GIN over news_quote[]: speakers, entities and words of quotes';
COMMENT ON OPERATOR FAMILY news_quotes_ops USING gin IS 'GIN over news_quote[]: speakers, entities and words of quotes';

-- Aggregates for the desk.  Each returns an array of rows: unnest() it.

CREATE TYPE news_entity_count AS (entity news_entity, articles int8);
CREATE TYPE news_entity_pair AS (a news_entity, b news_entity, articles int8);
CREATE TYPE news_voice AS (speaker news_entity, quotes int8, characters int8, share float8);
CREATE TYPE news_time AS (days daterange, articles int8);

CREATE FUNCTION news_tally_combine(internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION news_tally_serialize(internal) RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_tally_deserialize(bytea, internal) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION news_entity_counts_add(internal, news_entity[]) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION news_entity_counts_result(internal) RETURNS news_entity_count[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION news_cooccurrence_add(internal, news_entity[]) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION news_cooccurrence_with_add(internal, news_entity[], news_entity) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION news_cooccurrence_result(internal) RETURNS news_entity_pair[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION news_share_of_voice_add(internal, news_quote[]) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION news_share_of_voice_result(internal) RETURNS news_voice[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION news_timeline_add(internal, news_date[]) RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION news_timeline_result(internal) RETURNS news_time[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE AGGREGATE news_entity_counts(entities news_entity[]) (
	SFUNC = news_entity_counts_add, STYPE = internal, FINALFUNC = news_entity_counts_result,
	COMBINEFUNC = news_tally_combine, SERIALFUNC = news_tally_serialize,
	DESERIALFUNC = news_tally_deserialize, PARALLEL = SAFE
);
CREATE AGGREGATE news_cooccurrence(entities news_entity[]) (
	SFUNC = news_cooccurrence_add, STYPE = internal, FINALFUNC = news_cooccurrence_result,
	COMBINEFUNC = news_tally_combine, SERIALFUNC = news_tally_serialize,
	DESERIALFUNC = news_tally_deserialize, PARALLEL = SAFE
);
CREATE AGGREGATE news_cooccurrence(entities news_entity[], entity news_entity) (
	SFUNC = news_cooccurrence_with_add, STYPE = internal, FINALFUNC = news_entity_counts_result,
	COMBINEFUNC = news_tally_combine, SERIALFUNC = news_tally_serialize,
	DESERIALFUNC = news_tally_deserialize, PARALLEL = SAFE
);
CREATE AGGREGATE news_share_of_voice(quotes news_quote[]) (
	SFUNC = news_share_of_voice_add, STYPE = internal, FINALFUNC = news_share_of_voice_result,
	COMBINEFUNC = news_tally_combine, SERIALFUNC = news_tally_serialize,
	DESERIALFUNC = news_tally_deserialize, PARALLEL = SAFE
);
CREATE AGGREGATE news_timeline(dates news_date[]) (
	SFUNC = news_timeline_add, STYPE = internal, FINALFUNC = news_timeline_result,
	COMBINEFUNC = news_tally_combine, SERIALFUNC = news_tally_serialize,
	DESERIALFUNC = news_tally_deserialize, PARALLEL = SAFE
);

COMMENT ON TYPE news_entity_count IS 'row of news_entity_counts(): an entity and how many articles name it';
COMMENT ON TYPE news_entity_pair IS 'row of news_cooccurrence(): two entities and how many articles name both';
COMMENT ON TYPE news_voice IS 'row of news_share_of_voice(): a speaker, quotes, characters quoted and their share of all';
COMMENT ON TYPE news_time IS 'row of news_timeline(): days and how many articles speak of them';
COMMENT ON FUNCTION news_tally_combine(internal, internal) IS 'aggregate support: adds two tallies up';
COMMENT ON FUNCTION news_tally_serialize(internal) IS 'aggregate support: a tally as bytes';
COMMENT ON FUNCTION news_tally_deserialize(bytea, internal) IS 'aggregate support: a tally from bytes';
COMMENT ON FUNCTION news_entity_counts_add(internal, news_entity[]) IS 'aggregate support of news_entity_counts';
COMMENT ON FUNCTION news_entity_counts_result(internal) IS 'aggregate support of news_entity_counts';
COMMENT ON FUNCTION news_cooccurrence_add(internal, news_entity[]) IS 'aggregate support of news_cooccurrence';
COMMENT ON FUNCTION news_cooccurrence_with_add(internal, news_entity[], news_entity) IS 'aggregate support of news_cooccurrence';
COMMENT ON FUNCTION news_cooccurrence_result(internal) IS 'aggregate support of news_cooccurrence';
COMMENT ON FUNCTION news_share_of_voice_add(internal, news_quote[]) IS 'aggregate support of news_share_of_voice';
COMMENT ON FUNCTION news_share_of_voice_result(internal) IS 'aggregate support of news_share_of_voice';
COMMENT ON FUNCTION news_timeline_add(internal, news_date[]) IS 'aggregate support of news_timeline';
COMMENT ON FUNCTION news_timeline_result(internal) IS 'aggregate support of news_timeline';
COMMENT ON AGGREGATE news_entity_counts(news_entity[]) IS 'who is named, in how many articles';
COMMENT ON AGGREGATE news_cooccurrence(news_entity[]) IS 'who is named together with whom, in how many articles';
COMMENT ON AGGREGATE news_cooccurrence(news_entity[], news_entity) IS 'who is named together with one entity, in how many articles';
COMMENT ON AGGREGATE news_share_of_voice(news_quote[]) IS 'whose quotes take how much room';
COMMENT ON AGGREGATE news_timeline(news_date[]) IS 'which days how many articles speak of, in the order of time';

-- Refresh: rows that an older model has read, read again

CREATE FUNCTION news_model_version(body text) RETURNS text
	LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN CASE WHEN body IS NOT NULL THEN news_model_version() END;
COMMENT ON FUNCTION news_model_version(text) IS
	'news_model_version(), for a generated column that is computed again whenever the text is written';

-- Finds the table's generated columns that are computed by this extension,
-- and writes the columns they are computed from to themselves, batch by batch,
-- where a row is stale: its column of news_model_version(body) differs from
-- what it would be now; without such a column, or when asked to compare, any
-- of the columns does.  Each batch is a transaction, so that what is done
-- stays done when the call is broken off, and the next call finds the rest.
-- Rows that others change meanwhile are looked for again at the end.
-- A procedure that commits cannot have a search_path of its own, so it is set
-- in each transaction: no operator of another schema decides what is stale.
-- Only the UPDATE, which may fire the table's triggers, runs under the caller's.
CREATE PROCEDURE news_refresh(relation regclass, batch int4 DEFAULT 1000,
		compare bool DEFAULT false, pause interval DEFAULT '0')
	LANGUAGE plpgsql
AS $$
DECLARE
	leaf regclass;
	leaf_name text;				-- with its schema
	stale text;
	assign text;
	todo int8;
	done int8;
	found int8;
	changed int8;
	written int8;
	tids tid[];
	place tid;
	started timestamptz;
	callers text := pg_catalog.current_setting('search_path');
	ours CONSTANT text := 'pg_catalog, pg_temp';
BEGIN
	PERFORM pg_catalog.set_config('search_path', ours, true);
	IF batch IS NULL OR batch < 1 THEN
		RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value',
			MESSAGE = 'batch has to be at least 1';
	END IF;

	IF relation IS NULL OR NOT EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid = relation AND relkind IN ('r', 'p')) THEN
		RAISE EXCEPTION USING ERRCODE = 'wrong_object_type',
			MESSAGE = pg_catalog.format('%s is not a table', coalesce(relation::text, 'NULL'));
	END IF;

	FOR leaf IN
		SELECT c.oid FROM pg_catalog.pg_class c WHERE c.oid = relation AND c.relkind = 'r'
		UNION
		SELECT p.relid FROM pg_catalog.pg_partition_tree(relation) p
			JOIN pg_catalog.pg_class c ON c.oid = p.relid WHERE p.isleaf AND c.relkind = 'r'
		ORDER BY 1
	LOOP
		-- the columns, the expressions behind them, and what those read
		WITH made AS (
			SELECT a.attnum, pg_catalog.quote_ident(a.attname) AS name, d.oid AS def,
				pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS expr,
				pg_catalog.bool_or(p.proname = 'news_model_version') AS is_version
			FROM pg_catalog.pg_attribute a
				JOIN pg_catalog.pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
				JOIN pg_catalog.pg_depend u ON u.objid = d.oid
					AND u.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
					AND u.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
				JOIN pg_catalog.pg_proc p ON p.oid = u.refobjid
				JOIN pg_catalog.pg_depend o ON o.objid = p.oid AND o.deptype = 'e'
					AND o.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
					AND o.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
				JOIN pg_catalog.pg_extension e ON e.oid = o.refobjid AND e.extname = 'newstext'
			WHERE a.attrelid = leaf AND a.attgenerated = 's' AND NOT a.attisdropped
			GROUP BY 1, 2, 3, 4),
		read AS (
			SELECT DISTINCT a.attnum, pg_catalog.quote_ident(a.attname) AS name
			FROM made
				JOIN pg_catalog.pg_depend u ON u.objid = made.def
					AND u.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
					AND u.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
					AND u.refobjid = leaf
				JOIN pg_catalog.pg_attribute a ON a.attrelid = leaf AND a.attnum = u.refobjsubid
			WHERE a.attgenerated = '')
		SELECT (SELECT pg_catalog.string_agg(pg_catalog.format('%s IS DISTINCT FROM (%s)', name, expr), ' OR '
					ORDER BY attnum) FROM made
				WHERE is_version OR compare OR NOT EXISTS (SELECT FROM made WHERE is_version)),
			(SELECT pg_catalog.string_agg(pg_catalog.format('%s = %1$s', name), ', ' ORDER BY attnum) FROM read)
		INTO stale, assign;
		IF stale IS NULL OR assign IS NULL THEN
			RAISE EXCEPTION USING ERRCODE = 'wrong_object_type',
				MESSAGE = pg_catalog.format('table %s has no column that newstext computes', leaf),
				HINT = 'Refreshed are generated columns: entities news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED.';
		END IF;

		leaf_name := leaf;
		EXECUTE pg_catalog.format('SELECT pg_catalog.count(*) FROM ONLY %s WHERE %s', leaf, stale) INTO todo;
		done := 0;
		started := pg_catalog.clock_timestamp();
		place := '(0,0)';
		found := 0;
		written := 0;
		WHILE todo > 0 LOOP
			EXECUTE pg_catalog.format(
				'SELECT pg_catalog.array_agg(ctid), pg_catalog.max(ctid), pg_catalog.count(*)
				 FROM (SELECT ctid FROM ONLY %s WHERE ctid > $1 AND (%s) LIMIT $2) s', leaf, stale)
				INTO tids, place, changed USING place, batch;
			IF changed = 0 THEN
				-- the end; once more from the beginning, unless that pass found nothing
				EXIT WHEN found = 0;
				IF written = 0 THEN
					RAISE WARNING '%: % rows stay stale: something keeps them from being updated', leaf, found;
					EXIT;
				END IF;
				found := 0;
				written := 0;
				place := '(0,0)';
				CONTINUE;
			END IF;
			found := found + changed;
			PERFORM pg_catalog.set_config('search_path', callers, true);
			EXECUTE pg_catalog.format('UPDATE ONLY %s SET %s WHERE ctid OPERATOR(pg_catalog.=) ANY ($1)', leaf_name, assign)
				USING tids;
			GET DIAGNOSTICS changed = ROW_COUNT;
			done := done + changed;
			written := written + changed;
			COMMIT;
			PERFORM pg_catalog.set_config('search_path', ours, true);
			RAISE NOTICE '%: % of % stale rows refreshed, % a second', leaf, done, greatest(done, todo),
				pg_catalog.round(done / greatest(0.001, extract(epoch FROM pg_catalog.clock_timestamp() - started)));
			PERFORM pg_catalog.pg_sleep_for(pause) WHERE pause > '0';
		END LOOP;
		RAISE NOTICE '%: done, % rows refreshed', leaf, done;
	END LOOP;
END $$;
COMMENT ON PROCEDURE news_refresh(regclass, int4, bool, interval) IS
	'reads stale rows of a table again, in batches of a transaction each; call it outside a transaction';
