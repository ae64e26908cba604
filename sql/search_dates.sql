-- Days without end, the first and the last there are, and 100,000 dates of one article.
SET DateStyle = ISO;
CREATE TABLE ends AS SELECT 1 AS id, ARRAY['{"kind": "DATE", "range": "[4714-11-24 BC,4714-11-25 BC)"}']::news_date[] AS dates UNION ALL
	SELECT 2, ARRAY['{"kind": "DATE", "range": "[5874897-12-30,5874897-12-31)"}', NULL]::news_date[] UNION ALL
	SELECT 3, ARRAY['{"kind": "DATE", "range": "[4714-11-24 BC,5874897-12-31)"}']::news_date[] UNION ALL
	SELECT 4, array_agg(format('{"kind": "DATE", "range": "[%s,%s)"}', d, d + 1 + i % 40)::news_date) FROM (SELECT i, date '1900-01-01' + i AS d FROM generate_series(1, 100000) i) s UNION ALL
	SELECT 5, '{NULL}' UNION ALL SELECT 6, '{}' UNION ALL SELECT 7, NULL;
CREATE INDEX ON ends USING gin (dates);
ANALYZE ends;
CREATE FUNCTION ends(condition text, OUT ids int[], OUT same boolean) LANGUAGE plpgsql AS $$
DECLARE
	again int[];
BEGIN
	SET LOCAL enable_bitmapscan = off;
	EXECUTE 'SELECT array_agg(id ORDER BY id) FROM ends WHERE ' || condition INTO ids;
	SET LOCAL enable_bitmapscan = on;
	SET LOCAL enable_seqscan = off;
	EXECUTE 'SELECT array_agg(id ORDER BY id) FROM ends WHERE ' || condition INTO again;
	SET LOCAL enable_seqscan = on;
	same := ids IS NOT DISTINCT FROM again;
END $$;
SELECT op, range, e.* FROM unnest(ARRAY['&&', '@@']) op, unnest(ARRAY['empty', '(,)', '[-infinity,infinity]', '[infinity,infinity]', '[-infinity,-infinity]',
	'(,4714-11-25 BC)', '[4714-11-24 BC,4714-11-24 BC]', '[5874897-12-31,)', '[5874897-12-30,5874897-12-31)', '[1900-01-02,1900-01-02]', '[2173-10-15,2173-10-15]',
	'[2100-01-01,2200-01-01)', '(,1900-01-03)', '[2173-11-30,)', '(-infinity,infinity)']::daterange[]) range, LATERAL ends(format('dates %s %L', op, range)) e;
DROP TABLE ends;
DROP FUNCTION ends(text);
