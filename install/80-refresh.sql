
-- Refresh: rows that an older model has read, read again

CREATE FUNCTION news_model_version(body text) RETURNS text
	LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN CASE WHEN body IS NOT NULL THEN news_model_version() END;
COMMENT ON FUNCTION news_model_version(text) IS
	'news_model_version(), for a generated column that is computed again whenever the text is written';

-- Finds the table's generated columns that are computed by this extension,
-- and writes the columns they are computed from to themselves, batch by batch,
-- where a row is stale: its column of news_model_version(body) differs from
-- what it would be now; without such a column, or when asked to compare, any
-- of the columns does.  Each batch is a transaction, so that what is done
-- stays done when the call is broken off, and the next call finds the rest.
-- Rows that others change meanwhile are looked for again at the end.
-- A procedure that commits cannot have a search_path of its own, so it is set
-- in each transaction: no operator of another schema decides what is stale.
-- Only the UPDATE, which may fire the table's triggers, runs under the caller's.
CREATE PROCEDURE news_refresh(relation regclass, batch int4 DEFAULT 1000,
		compare bool DEFAULT false, pause interval DEFAULT '0')
	LANGUAGE plpgsql
AS $$
DECLARE
	leaf regclass;
	leaf_name text;				-- with its schema
	stale text;
	assign text;
	todo int8;
	done int8;
	found int8;
	changed int8;
	written int8;
	tids tid[];
	place tid;
	started timestamptz;
	callers text := pg_catalog.current_setting('search_path');
	ours CONSTANT text := 'pg_catalog, pg_temp';
BEGIN
	PERFORM pg_catalog.set_config('search_path', ours, true);
	IF batch IS NULL OR batch < 1 THEN
		RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value',
			MESSAGE = 'batch has to be at least 1';
	END IF;

	IF relation IS NULL OR NOT EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid = relation AND relkind IN ('r', 'p')) THEN
		RAISE EXCEPTION USING ERRCODE = 'wrong_object_type',
			MESSAGE = pg_catalog.format('%s is not a table', coalesce(relation::text, 'NULL'));
	END IF;

	FOR leaf IN
		SELECT c.oid FROM pg_catalog.pg_class c WHERE c.oid = relation AND c.relkind = 'r'
		UNION
		SELECT p.relid FROM pg_catalog.pg_partition_tree(relation) p
			JOIN pg_catalog.pg_class c ON c.oid = p.relid WHERE p.isleaf AND c.relkind = 'r'
		ORDER BY 1
	LOOP
		-- the columns, the expressions behind them, and what those read
		WITH made AS (
			SELECT a.attnum, pg_catalog.quote_ident(a.attname) AS name, d.oid AS def,
				pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS expr,
				pg_catalog.bool_or(p.proname = 'news_model_version') AS is_version
			FROM pg_catalog.pg_attribute a
				JOIN pg_catalog.pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
				JOIN pg_catalog.pg_depend u ON u.objid = d.oid
					AND u.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
					AND u.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
				JOIN pg_catalog.pg_proc p ON p.oid = u.refobjid
				JOIN pg_catalog.pg_depend o ON o.objid = p.oid AND o.deptype = 'e'
					AND o.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
					AND o.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
				JOIN pg_catalog.pg_extension e ON e.oid = o.refobjid AND e.extname = 'newstext'
			WHERE a.attrelid = leaf AND a.attgenerated = 's' AND NOT a.attisdropped
			GROUP BY 1, 2, 3, 4),
		read AS (
			SELECT DISTINCT a.attnum, pg_catalog.quote_ident(a.attname) AS name
			FROM made
				JOIN pg_catalog.pg_depend u ON u.objid = made.def
					AND u.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
					AND u.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
					AND u.refobjid = leaf
				JOIN pg_catalog.pg_attribute a ON a.attrelid = leaf AND a.attnum = u.refobjsubid
			WHERE a.attgenerated = '')
		SELECT (SELECT pg_catalog.string_agg(pg_catalog.format('%s IS DISTINCT FROM (%s)', name, expr), ' OR '
					ORDER BY attnum) FROM made
				WHERE is_version OR compare OR NOT EXISTS (SELECT FROM made WHERE is_version)),
			(SELECT pg_catalog.string_agg(pg_catalog.format('%s = %1$s', name), ', ' ORDER BY attnum) FROM read)
		INTO stale, assign;
		IF stale IS NULL OR assign IS NULL THEN
			RAISE EXCEPTION USING ERRCODE = 'wrong_object_type',
				MESSAGE = pg_catalog.format('table %s has no column that newstext computes', leaf),
				HINT = 'Refreshed are generated columns: entities news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED.';
		END IF;

		leaf_name := leaf;
		EXECUTE pg_catalog.format('SELECT pg_catalog.count(*) FROM ONLY %s WHERE %s', leaf, stale) INTO todo;
		done := 0;
		started := pg_catalog.clock_timestamp();
		place := '(0,0)';
		found := 0;
		written := 0;
		WHILE todo > 0 LOOP
			EXECUTE pg_catalog.format(
				'SELECT pg_catalog.array_agg(ctid), pg_catalog.max(ctid), pg_catalog.count(*)
				 FROM (SELECT ctid FROM ONLY %s WHERE ctid > $1 AND (%s) LIMIT $2) s', leaf, stale)
				INTO tids, place, changed USING place, batch;
			IF changed = 0 THEN
				-- the end; once more from the beginning, unless that pass found nothing
				EXIT WHEN found = 0;
				IF written = 0 THEN
					RAISE WARNING '%: % rows stay stale: something keeps them from being updated', leaf, found;
					EXIT;
				END IF;
				found := 0;
				written := 0;
				place := '(0,0)';
				CONTINUE;
			END IF;
			found := found + changed;
			PERFORM pg_catalog.set_config('search_path', callers, true);
			EXECUTE pg_catalog.format('UPDATE ONLY %s SET %s WHERE ctid OPERATOR(pg_catalog.=) ANY ($1)', leaf_name, assign)
				USING tids;
			GET DIAGNOSTICS changed = ROW_COUNT;
			done := done + changed;
			written := written + changed;
			COMMIT;
			PERFORM pg_catalog.set_config('search_path', ours, true);
			RAISE NOTICE '%: % of % stale rows refreshed, % a second', leaf, done, greatest(done, todo),
				pg_catalog.round(done / greatest(0.001, extract(epoch FROM pg_catalog.clock_timestamp() - started)));
			PERFORM pg_catalog.pg_sleep_for(pause) WHERE pause > '0';
		END LOOP;
		RAISE NOTICE '%: done, % rows refreshed', leaf, done;
	END LOOP;
END $$;
COMMENT ON PROCEDURE news_refresh(regclass, int4, bool, interval) IS
	'reads stale rows of a table again, in batches of a transaction each; call it outside a transaction';
