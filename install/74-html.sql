
-- An article to look at

CREATE FUNCTION news_html(body text, published date DEFAULT NULL, lexicon regdictionary DEFAULT NULL) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 12000;
COMMENT ON FUNCTION news_html(text, date, regdictionary) IS 'the article as safe HTML: mark for entities, q for quotes, time for dates, with data- attributes';
