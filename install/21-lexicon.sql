-- own names: text search dictionaries of the template news_lexicon

CREATE FUNCTION newstext_lexicon_init(internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'news_lexicon_init' LANGUAGE C STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newstext_lexicon_init(internal) IS 'reads the entries of a news_lexicon dictionary';
CREATE FUNCTION newstext_lexicon_lexize(internal, internal, internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'news_lexicon_lexize' LANGUAGE C STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newstext_lexicon_lexize(internal, internal, internal, internal) IS 'gives the preferred name of a name of the lexicon';

CREATE TEXT SEARCH TEMPLATE news_lexicon (INIT = newstext_lexicon_init, LEXIZE = newstext_lexicon_lexize);
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
		OUT speaker_span int4range, OUT cue text, OUT cue_span int4range,
		OUT speaker_role text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 15;
COMMENT ON FUNCTION news_find_quotes(text, regdictionary) IS 'each quote of an article, its speakers by own names too';

CREATE FUNCTION news_entity_id(entity news_entity, lexicon regdictionary) RETURNS text
	AS 'MODULE_PATHNAME', 'news_lexicon_entity_id' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_entity_id(news_entity, regdictionary) IS 'stable id that a lexicon gives an entity by its name; what news_entity_id(entity) says when it gives none';
