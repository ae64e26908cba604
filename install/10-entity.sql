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

COMMENT ON TYPE news_entity IS 'who or what is named: kind:Name';
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
