-- Filling and refreshing: columns that hold what articles say

CREATE OR REPLACE PROCEDURE news_refresh(relation regclass, batch int4 DEFAULT 1000,
		compare bool DEFAULT false, pause interval DEFAULT '0')
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON PROCEDURE news_refresh(regclass, int4, bool, interval) IS
	'fills a table''s columns of newstext, or reads its stale rows again, in batches of a transaction each';

CREATE FUNCTION news_keep() RETURNS trigger
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON FUNCTION news_keep() IS
	'trigger BEFORE INSERT OR UPDATE that keeps ordinary columns: news_keep(''entities'', ''news_entities(body)'', ...)';

CREATE FUNCTION news_keep_beside() RETURNS trigger
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON FUNCTION news_keep_beside() IS
	'trigger AFTER INSERT OR UPDATE OR DELETE that keeps a table beside: news_keep_beside(''article_news'', ''id'', ''entities'', ''news_entities(body)'', ...)';

CREATE FUNCTION newstext_refresh_progress(OUT pid int4, OUT database oid, OUT relation oid, OUT current_table oid,
		OUT tables_total int8, OUT tables_done int8, OUT blocks_total int8, OUT blocks_done int8,
		OUT rows_done int8, OUT pass int8, OUT started timestamptz)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE STRICT PARALLEL RESTRICTED ROWS 10;
COMMENT ON FUNCTION newstext_refresh_progress() IS 'what running calls of news_refresh() tell of themselves';

CREATE VIEW news_refresh_progress AS
	SELECT p.pid, d.datname, p.relation::regclass AS relation, p.current_table::regclass AS current_table,
		p.tables_total, p.tables_done, p.blocks_total, p.blocks_done, p.rows_done, p.pass, p.started,
		CASE WHEN p.blocks_done > 0 THEN
			(pg_catalog.clock_timestamp() - p.started) * (p.blocks_total - p.blocks_done)::float8 / p.blocks_done::float8
		END AS time_left
	FROM newstext_refresh_progress() p LEFT JOIN pg_catalog.pg_database d ON d.oid = p.database;
COMMENT ON VIEW news_refresh_progress IS 'how far the calls of news_refresh() are that run now, a row each';
GRANT SELECT ON news_refresh_progress TO PUBLIC;
