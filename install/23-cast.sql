-- who plays a part, and ids

CREATE FUNCTION news_cast(body text,
		OUT entity news_entity, OUT kind text, OUT name text, OUT roles text[], OUT aliases text[],
		OUT mentions int4, OUT quotes int4, OUT span int4range)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 15;
COMMENT ON FUNCTION news_cast(text) IS 'each person and organisation of an article once: what it calls them, how often it names and quotes them; most salient first';

CREATE FUNCTION news_cast(body text, lexicon regdictionary,
		OUT entity news_entity, OUT kind text, OUT name text, OUT roles text[], OUT aliases text[],
		OUT mentions int4, OUT quotes int4, OUT span int4range)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 15;
COMMENT ON FUNCTION news_cast(text, regdictionary) IS 'each person and organisation of an article once, with own names';

CREATE FUNCTION news_entity_ids(entity news_entity) RETURNS text[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_entity_ids(news_entity) IS 'all ids known: that of news_entity_id(), then wikidata:Q..., geonames:...; an empty array when none is';
