
-- an article whose text lies in several columns

-- Beside a part that begins with a tag, those that are plain become a heading
-- and paragraphs: the lines of HTML part nothing.
CREATE FUNCTION news_text(VARIADIC parts text[]) RETURNS text
	LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN CASE
		WHEN pg_catalog.num_nonnulls(VARIADIC parts) OPERATOR(pg_catalog.=) 0 THEN NULL
		WHEN NOT EXISTS (SELECT FROM pg_catalog.unnest(parts) p
				WHERE pg_catalog.ltrim(pg_catalog."left"(p, 200), E' \t\r\n') OPERATOR(pg_catalog.~) '^<[a-zA-Z!]')
			THEN pg_catalog.array_to_string(pg_catalog.array_remove(parts, ''), E'\n\n')
		ELSE (SELECT pg_catalog.string_agg(CASE
					WHEN pg_catalog.ltrim(pg_catalog."left"(p, 200), E' \t\r\n') OPERATOR(pg_catalog.~) '^<[a-zA-Z!]' THEN p
					ELSE pg_catalog.format(CASE WHEN n OPERATOR(pg_catalog.=) 1 THEN '<h1>%s</h1>' ELSE '<p>%s</p>' END,
						pg_catalog.replace(pg_catalog.regexp_replace(p, '&(?!#?\w+;)', '&amp;', 'g'), '<', '&lt;')) END,
				E'\n\n' ORDER BY n)
			FROM pg_catalog.unnest(parts) WITH ORDINALITY u(p, n) WHERE p OPERATOR(pg_catalog.<>) '')
		END;
COMMENT ON FUNCTION news_text(text[]) IS 'title, body ... as one article: parts joined by an empty line, without those that are NULL or empty';
