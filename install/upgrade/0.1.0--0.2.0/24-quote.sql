
CREATE FUNCTION news_quote_act(quote news_quote) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_act(news_quote) IS 'what the speaker did: speech, writing, thought or plan';

-- speaker_role is new, and a function's columns cannot be changed.
ALTER EXTENSION newstext DROP FUNCTION news_find_quotes(text);
DROP FUNCTION news_find_quotes(text);
CREATE FUNCTION news_find_quotes(body text,
		OUT span int4range, OUT parts int4multirange, OUT quote text, OUT kind text,
		OUT speaker news_entity, OUT speaker_name text, OUT speaker_mention text,
		OUT speaker_span int4range, OUT cue text, OUT cue_span int4range,
		OUT speaker_role text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 15;
COMMENT ON FUNCTION news_find_quotes(text) IS 'each quote of an article: direct, mixed or indirect, with its speaker';

ALTER EXTENSION newstext DROP FUNCTION news_find_quotes(text, regdictionary);
DROP FUNCTION news_find_quotes(text, regdictionary);
CREATE FUNCTION news_find_quotes(body text, lexicon regdictionary,
		OUT span int4range, OUT parts int4multirange, OUT quote text, OUT kind text,
		OUT speaker news_entity, OUT speaker_name text, OUT speaker_mention text,
		OUT speaker_span int4range, OUT cue text, OUT cue_span int4range,
		OUT speaker_role text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 15;
COMMENT ON FUNCTION news_find_quotes(text, regdictionary) IS 'each quote of an article, its speakers by own names too';
