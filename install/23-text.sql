
-- an article whose text lies in several columns

CREATE FUNCTION news_text(VARIADIC parts text[]) RETURNS text
	LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN CASE WHEN pg_catalog.num_nonnulls(VARIADIC parts) > 0
		THEN pg_catalog.array_to_string(pg_catalog.array_remove(parts, ''), E'\n\n') END;
COMMENT ON FUNCTION news_text(text[]) IS 'title, body ... as one article: parts joined by an empty line, without those that are NULL or empty';
