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
