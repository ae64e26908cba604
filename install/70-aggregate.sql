
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
