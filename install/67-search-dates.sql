
-- Dates in search: which articles speak of these days

CREATE FUNCTION newstext_dates_overlap(dates news_date[], days daterange) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_dates_overlap' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION newstext_overlap_dates(days daterange, dates news_date[]) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_overlap_dates' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION newstext_dates_within(dates news_date[], days daterange) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_dates_within' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION newstext_within_dates(days daterange, dates news_date[]) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_within_dates' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION newstext_dates_overlap_sel(internal, oid, internal, int4) RETURNS float8
	AS 'MODULE_PATHNAME', 'news_dates_overlap_sel' LANGUAGE C STABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_dates_within_sel(internal, oid, internal, int4) RETURNS float8
	AS 'MODULE_PATHNAME', 'news_dates_within_sel' LANGUAGE C STABLE STRICT PARALLEL SAFE;

CREATE OPERATOR && (
	FUNCTION = newstext_dates_overlap, LEFTARG = news_date[], RIGHTARG = daterange,
	COMMUTATOR = &&, RESTRICT = newstext_dates_overlap_sel, JOIN = matchingjoinsel
);
CREATE OPERATOR && (
	FUNCTION = newstext_overlap_dates, LEFTARG = daterange, RIGHTARG = news_date[],
	COMMUTATOR = &&, RESTRICT = newstext_dates_overlap_sel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = newstext_dates_within, LEFTARG = news_date[], RIGHTARG = daterange,
	COMMUTATOR = @@, RESTRICT = newstext_dates_within_sel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = newstext_within_dates, LEFTARG = daterange, RIGHTARG = news_date[],
	COMMUTATOR = @@, RESTRICT = newstext_dates_within_sel, JOIN = matchingjoinsel
);

CREATE FUNCTION newstext_gin_extract_dates(news_date[], internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'news_gin_extract_dates' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_query_dates(news_date[], internal, int2, internal, internal, internal, internal)
	RETURNS internal AS 'MODULE_PATHNAME', 'news_gin_query_dates' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_compare_partial_dates(bytea, bytea, int2, internal) RETURNS int4
	AS 'MODULE_PATHNAME', 'news_gin_compare_partial_dates' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_check_dates(internal, int2, news_date[], int4, internal, internal, internal)
	RETURNS "char" AS 'MODULE_PATHNAME', 'news_gin_check_dates' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR CLASS news_dates_ops DEFAULT FOR TYPE news_date[] USING gin AS
	OPERATOR 1 && (news_date[], daterange), OPERATOR 5 @@ (news_date[], daterange),
	FUNCTION 1 newstext_gin_compare(bytea, bytea),
	FUNCTION 2 newstext_gin_extract_dates(news_date[], internal, internal),
	FUNCTION 3 newstext_gin_query_dates(news_date[], internal, int2, internal, internal, internal, internal),
	FUNCTION 5 newstext_gin_compare_partial_dates(bytea, bytea, int2, internal),
	FUNCTION 6 newstext_gin_check_dates(internal, int2, news_date[], int4, internal, internal, internal),
	STORAGE bytea;

-- As of entities and quotes (65-search.sql): ALTER TYPE changes no array type.

CREATE FUNCTION newstext_dates_typanalyze(internal) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_dates_typanalyze' LANGUAGE C STRICT PARALLEL SAFE;
UPDATE pg_catalog.pg_type SET typanalyze = 'newstext_dates_typanalyze(internal)'::pg_catalog.regprocedure
	WHERE oid OPERATOR(pg_catalog.=) 'news_date[]'::pg_catalog.regtype::pg_catalog.oid;

COMMENT ON FUNCTION newstext_dates_overlap(news_date[], daterange) IS 'implementation of &&';
COMMENT ON FUNCTION newstext_overlap_dates(daterange, news_date[]) IS 'implementation of &&';
COMMENT ON FUNCTION newstext_dates_within(news_date[], daterange) IS 'implementation of @@';
COMMENT ON FUNCTION newstext_within_dates(daterange, news_date[]) IS 'implementation of @@';
COMMENT ON FUNCTION newstext_dates_overlap_sel(internal, oid, internal, int4) IS 'restriction selectivity of && on dates';
COMMENT ON FUNCTION newstext_dates_within_sel(internal, oid, internal, int4) IS 'restriction selectivity of @@ on dates';
COMMENT ON OPERATOR && (news_date[], daterange) IS 'an expression overlaps the days';
COMMENT ON OPERATOR && (daterange, news_date[]) IS 'an expression overlaps the days';
COMMENT ON OPERATOR @@ (news_date[], daterange) IS 'an expression lies within the days';
COMMENT ON OPERATOR @@ (daterange, news_date[]) IS 'an expression lies within the days';
COMMENT ON FUNCTION newstext_gin_extract_dates(news_date[], internal, internal) IS 'GIN support: keys of a row';
COMMENT ON FUNCTION newstext_gin_query_dates(news_date[], internal, int2, internal, internal, internal, internal) IS 'GIN support: keys of a query';
COMMENT ON FUNCTION newstext_gin_compare_partial_dates(bytea, bytea, int2, internal) IS 'GIN support: which keys answer';
COMMENT ON FUNCTION newstext_gin_check_dates(internal, int2, news_date[], int4, internal, internal, internal) IS 'GIN support: does a row match';
COMMENT ON FUNCTION newstext_dates_typanalyze(internal) IS 'statistics of dates for the planner';
COMMENT ON OPERATOR CLASS news_dates_ops USING gin IS 'GIN over news_date[]: the days of each expression';
COMMENT ON OPERATOR FAMILY news_dates_ops USING gin IS 'GIN over news_date[]: the days of each expression';
