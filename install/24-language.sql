
-- the language an article is written in

CREATE FUNCTION news_language(body text) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION news_language(text) IS 'ISO 639-1 code of the language of an article; NULL: too little text tells. Only English is read for names, quotes, dates and amounts';
