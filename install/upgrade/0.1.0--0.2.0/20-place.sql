DROP FUNCTION news_place(news_entity);
CREATE FUNCTION news_place(entity news_entity, OUT country text, OUT latitude float8, OUT longitude float8,
		OUT kind text, OUT sure real)
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_place(news_entity) IS 'where a place is: ISO 3166 country, degrees north and east; what it is (town, section, county, state, country, nature, site, area) and how sure, 0 to 1; NULL when not known';
