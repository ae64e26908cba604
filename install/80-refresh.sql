-- Refresh: rows that an older model has read, read again

CREATE FUNCTION news_model_version(body text) RETURNS text
	LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN CASE WHEN body IS NOT NULL THEN news_model_version() END;
COMMENT ON FUNCTION news_model_version(text) IS
	'news_model_version(), for a generated column that is computed again whenever the text is written';
