-- what an article says

CREATE FUNCTION news_model_version() RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_model_version() IS 'what extracts: store it beside, to find rows that an older release filled';

CREATE FUNCTION news_entity_id(entity news_entity) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_entity_id(news_entity) IS 'stable id, stored or by the name (iso3166:FR); NULL when the lexicon knows none';

CREATE FUNCTION news_place(entity news_entity, OUT country text, OUT latitude float8, OUT longitude float8,
		OUT kind text, OUT sure real)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_place(news_entity) IS 'where a place is: ISO 3166 country, degrees north and east; what it is (town, section, county, state, country, nature, site, area) and how sure, 0 to 1; NULL when not known';

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
		OUT speaker_span int4range, OUT cue text, OUT cue_span int4range,
		OUT speaker_role text)
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
