
-- What aggregates keep while they run.  A type of its own, no "internal", so
-- that the shards of a cluster count their own articles and send what they have.

CREATE TYPE news_tally;
CREATE FUNCTION newstext_tally_in(cstring) RETURNS news_tally
	AS 'MODULE_PATHNAME', 'news_tally_in' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_tally_out(news_tally) RETURNS cstring
	AS 'MODULE_PATHNAME', 'news_tally_out' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_tally_recv(internal) RETURNS news_tally
	AS 'MODULE_PATHNAME', 'news_tally_recv' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_tally_send(news_tally) RETURNS bytea
	AS 'MODULE_PATHNAME', 'news_tally_send' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE TYPE news_tally (
	INPUT = newstext_tally_in, OUTPUT = newstext_tally_out,
	RECEIVE = newstext_tally_recv, SEND = newstext_tally_send,
	INTERNALLENGTH = VARIABLE, ALIGNMENT = int4, STORAGE = extended
);

CREATE FUNCTION newstext_tally_combine(news_tally, news_tally) RETURNS news_tally
	AS 'MODULE_PATHNAME', 'news_tally_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION newstext_entity_counts_add(news_tally, news_entity[]) RETURNS news_tally
	AS 'MODULE_PATHNAME', 'news_entity_counts_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION newstext_entity_counts_add(news_tally, news_entity[], int4) RETURNS news_tally
	AS 'MODULE_PATHNAME', 'news_entity_counts_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION newstext_cooccurrence_add(news_tally, news_entity[]) RETURNS news_tally
	AS 'MODULE_PATHNAME', 'news_cooccurrence_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION newstext_cooccurrence_add(news_tally, news_entity[], int4, int4) RETURNS news_tally
	AS 'MODULE_PATHNAME', 'news_cooccurrence_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION newstext_cooccurrence_with_add(news_tally, news_entity[], news_entity) RETURNS news_tally
	AS 'MODULE_PATHNAME', 'news_cooccurrence_with_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION newstext_share_of_voice_add(news_tally, news_quote[]) RETURNS news_tally
	AS 'MODULE_PATHNAME', 'news_share_of_voice_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION newstext_share_of_voice_add(news_tally, news_quote[], int4) RETURNS news_tally
	AS 'MODULE_PATHNAME', 'news_share_of_voice_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION newstext_timeline_add(news_tally, news_date[]) RETURNS news_tally
	AS 'MODULE_PATHNAME', 'news_timeline_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION newstext_entity_counts_result(news_tally) RETURNS news_entity_count[]
	AS 'MODULE_PATHNAME', 'news_entity_counts_result' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION newstext_cooccurrence_result(news_tally) RETURNS news_entity_pair[]
	AS 'MODULE_PATHNAME', 'news_cooccurrence_result' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION newstext_share_of_voice_result(news_tally) RETURNS news_voice[]
	AS 'MODULE_PATHNAME', 'news_share_of_voice_result' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION newstext_timeline_result(news_tally) RETURNS news_time[]
	AS 'MODULE_PATHNAME', 'news_timeline_result' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE OR REPLACE AGGREGATE news_entity_counts(entities news_entity[]) (
	SFUNC = newstext_entity_counts_add, STYPE = news_tally, FINALFUNC = newstext_entity_counts_result,
	COMBINEFUNC = newstext_tally_combine, PARALLEL = SAFE
);
CREATE OR REPLACE AGGREGATE news_entity_counts(entities news_entity[], top int4) (
	SFUNC = newstext_entity_counts_add, STYPE = news_tally, FINALFUNC = newstext_entity_counts_result,
	COMBINEFUNC = newstext_tally_combine, PARALLEL = SAFE
);
CREATE OR REPLACE AGGREGATE news_cooccurrence(entities news_entity[]) (
	SFUNC = newstext_cooccurrence_add, STYPE = news_tally, FINALFUNC = newstext_cooccurrence_result,
	COMBINEFUNC = newstext_tally_combine, PARALLEL = SAFE
);
CREATE OR REPLACE AGGREGATE news_cooccurrence(entities news_entity[], at_least int4, top int4) (
	SFUNC = newstext_cooccurrence_add, STYPE = news_tally, FINALFUNC = newstext_cooccurrence_result,
	COMBINEFUNC = newstext_tally_combine, PARALLEL = SAFE
);
CREATE OR REPLACE AGGREGATE news_cooccurrence(entities news_entity[], entity news_entity) (
	SFUNC = newstext_cooccurrence_with_add, STYPE = news_tally, FINALFUNC = newstext_entity_counts_result,
	COMBINEFUNC = newstext_tally_combine, PARALLEL = SAFE
);
CREATE OR REPLACE AGGREGATE news_share_of_voice(quotes news_quote[]) (
	SFUNC = newstext_share_of_voice_add, STYPE = news_tally, FINALFUNC = newstext_share_of_voice_result,
	COMBINEFUNC = newstext_tally_combine, PARALLEL = SAFE
);
CREATE OR REPLACE AGGREGATE news_share_of_voice(quotes news_quote[], top int4) (
	SFUNC = newstext_share_of_voice_add, STYPE = news_tally, FINALFUNC = newstext_share_of_voice_result,
	COMBINEFUNC = newstext_tally_combine, PARALLEL = SAFE
);
CREATE OR REPLACE AGGREGATE news_timeline(dates news_date[]) (
	SFUNC = newstext_timeline_add, STYPE = news_tally, FINALFUNC = newstext_timeline_result,
	COMBINEFUNC = newstext_tally_combine, PARALLEL = SAFE
);

COMMENT ON TYPE news_tally IS 'what the aggregates of newstext keep while they run';
COMMENT ON FUNCTION newstext_tally_in(cstring) IS 'input of news_tally';
COMMENT ON FUNCTION newstext_tally_out(news_tally) IS 'output of news_tally';
COMMENT ON FUNCTION newstext_tally_recv(internal) IS 'binary input of news_tally';
COMMENT ON FUNCTION newstext_tally_send(news_tally) IS 'binary output of news_tally';
COMMENT ON FUNCTION newstext_tally_combine(news_tally, news_tally) IS 'aggregate support: adds two tallies up';
COMMENT ON FUNCTION newstext_entity_counts_add(news_tally, news_entity[]) IS 'aggregate support of news_entity_counts';
COMMENT ON FUNCTION newstext_entity_counts_add(news_tally, news_entity[], int4) IS 'aggregate support of news_entity_counts';
COMMENT ON FUNCTION newstext_cooccurrence_add(news_tally, news_entity[]) IS 'aggregate support of news_cooccurrence';
COMMENT ON FUNCTION newstext_cooccurrence_add(news_tally, news_entity[], int4, int4) IS 'aggregate support of news_cooccurrence';
COMMENT ON FUNCTION newstext_cooccurrence_with_add(news_tally, news_entity[], news_entity) IS 'aggregate support of news_cooccurrence';
COMMENT ON FUNCTION newstext_share_of_voice_add(news_tally, news_quote[]) IS 'aggregate support of news_share_of_voice';
COMMENT ON FUNCTION newstext_share_of_voice_add(news_tally, news_quote[], int4) IS 'aggregate support of news_share_of_voice';
COMMENT ON FUNCTION newstext_timeline_add(news_tally, news_date[]) IS 'aggregate support of news_timeline';
COMMENT ON FUNCTION newstext_entity_counts_result(news_tally) IS 'aggregate support';
COMMENT ON FUNCTION newstext_cooccurrence_result(news_tally) IS 'aggregate support';
COMMENT ON FUNCTION newstext_share_of_voice_result(news_tally) IS 'aggregate support';
COMMENT ON FUNCTION newstext_timeline_result(news_tally) IS 'aggregate support';
COMMENT ON AGGREGATE news_entity_counts(news_entity[]) IS 'who is named, in how many articles';
COMMENT ON AGGREGATE news_entity_counts(news_entity[], int4) IS 'who is named in most articles';
COMMENT ON AGGREGATE news_cooccurrence(news_entity[]) IS 'who is named together with whom, in how many articles';
COMMENT ON AGGREGATE news_cooccurrence(news_entity[], int4, int4) IS 'who is named together with whom, in so many articles and more; the first of them. NULL: all';
COMMENT ON AGGREGATE news_cooccurrence(news_entity[], news_entity) IS 'who is named together with one entity, in how many articles';
COMMENT ON AGGREGATE news_share_of_voice(news_quote[]) IS 'whose quotes take how much room';
COMMENT ON AGGREGATE news_share_of_voice(news_quote[], int4) IS 'whose quotes take most room, and their share of all';
COMMENT ON AGGREGATE news_timeline(news_date[]) IS 'which days how many articles speak of, in the order of time';
