
-- Search: entities and quotes by query, and their indexes

-- COST is measured with the value fetched and expanded, which is most of it, so
-- that the planner takes the index where a name is in some part of the articles.

CREATE FUNCTION newstext_entity_match(entity news_entity, query news_query) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_entity_match' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_entities_match(entities news_entity[], query news_query) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_entities_match' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION newstext_quote_match(quote news_quote, query news_query) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_quote_match' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
CREATE FUNCTION newstext_quotes_match(quotes news_quote[], query news_query) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_quotes_match' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
CREATE FUNCTION newstext_match_entity(query news_query, entity news_entity) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_match_entity' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_match_entities(query news_query, entities news_entity[]) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_match_entities' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION newstext_match_quote(query news_query, quote news_quote) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_match_quote' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
CREATE FUNCTION newstext_match_quotes(query news_query, quotes news_quote[]) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_match_quotes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;

CREATE FUNCTION newstext_entities_contain(news_entity[], news_entity[]) RETURNS bool
	AS 'arraycontains' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_entities_contained(news_entity[], news_entity[]) RETURNS bool
	AS 'arraycontained' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_entities_overlap(news_entity[], news_entity[]) RETURNS bool
	AS 'arrayoverlap' LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION newstext_entities_match_sel(internal, oid, internal, int4) RETURNS float8
	AS 'MODULE_PATHNAME', 'news_entities_match_sel' LANGUAGE C STABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_quotes_match_sel(internal, oid, internal, int4) RETURNS float8
	AS 'MODULE_PATHNAME', 'news_quotes_match_sel' LANGUAGE C STABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_entities_overlap_sel(internal, oid, internal, int4) RETURNS float8
	AS 'MODULE_PATHNAME', 'news_entities_overlap_sel' LANGUAGE C STABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_entities_contain_sel(internal, oid, internal, int4) RETURNS float8
	AS 'MODULE_PATHNAME', 'news_entities_contain_sel' LANGUAGE C STABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_entities_contained_sel(internal, oid, internal, int4) RETURNS float8
	AS 'MODULE_PATHNAME', 'news_entities_contained_sel' LANGUAGE C STABLE STRICT PARALLEL SAFE;

-- As the server's operators on arrays, but the planner knows how many rows
-- they find.

CREATE OPERATOR && (
	FUNCTION = newstext_entities_overlap, LEFTARG = news_entity[], RIGHTARG = news_entity[],
	COMMUTATOR = &&, RESTRICT = newstext_entities_overlap_sel, JOIN = arraycontjoinsel
);
CREATE OPERATOR @> (
	FUNCTION = newstext_entities_contain, LEFTARG = news_entity[], RIGHTARG = news_entity[],
	COMMUTATOR = <@, RESTRICT = newstext_entities_contain_sel, JOIN = arraycontjoinsel
);
CREATE OPERATOR <@ (
	FUNCTION = newstext_entities_contained, LEFTARG = news_entity[], RIGHTARG = news_entity[],
	COMMUTATOR = @>, RESTRICT = newstext_entities_contained_sel, JOIN = arraycontjoinsel
);

CREATE OPERATOR @@ (
	FUNCTION = newstext_entity_match, LEFTARG = news_entity, RIGHTARG = news_query,
	COMMUTATOR = @@, RESTRICT = matchingsel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = newstext_match_entity, LEFTARG = news_query, RIGHTARG = news_entity,
	COMMUTATOR = @@, RESTRICT = matchingsel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = newstext_entities_match, LEFTARG = news_entity[], RIGHTARG = news_query,
	COMMUTATOR = @@, RESTRICT = newstext_entities_match_sel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = newstext_match_entities, LEFTARG = news_query, RIGHTARG = news_entity[],
	COMMUTATOR = @@, RESTRICT = newstext_entities_match_sel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = newstext_quote_match, LEFTARG = news_quote, RIGHTARG = news_query,
	COMMUTATOR = @@, RESTRICT = matchingsel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = newstext_match_quote, LEFTARG = news_query, RIGHTARG = news_quote,
	COMMUTATOR = @@, RESTRICT = matchingsel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = newstext_quotes_match, LEFTARG = news_quote[], RIGHTARG = news_query,
	COMMUTATOR = @@, RESTRICT = newstext_quotes_match_sel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
	FUNCTION = newstext_match_quotes, LEFTARG = news_query, RIGHTARG = news_quote[],
	COMMUTATOR = @@, RESTRICT = newstext_quotes_match_sel, JOIN = matchingjoinsel
);

CREATE FUNCTION newstext_gin_compare(bytea, bytea) RETURNS int4
	AS 'MODULE_PATHNAME', 'news_gin_compare' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_compare_partial(bytea, bytea, int2, internal) RETURNS int4
	AS 'MODULE_PATHNAME', 'news_gin_compare_partial' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_extract_entities(news_entity[], internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'news_gin_extract_entities' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_query_entities(news_entity[], internal, int2, internal, internal, internal, internal)
	RETURNS internal AS 'MODULE_PATHNAME', 'news_gin_query_entities' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_check_entities(internal, int2, news_entity[], int4, internal, internal, internal)
	RETURNS "char" AS 'MODULE_PATHNAME', 'news_gin_check_entities' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_extract_quotes(news_quote[], internal, internal) RETURNS internal
	AS 'MODULE_PATHNAME', 'news_gin_extract_quotes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_query_quotes(news_quote[], internal, int2, internal, internal, internal, internal)
	RETURNS internal AS 'MODULE_PATHNAME', 'news_gin_query_quotes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_gin_check_quotes(internal, int2, news_quote[], int4, internal, internal, internal)
	RETURNS "char" AS 'MODULE_PATHNAME', 'news_gin_check_quotes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

-- The server's own operators on arrays are in the classes too: where the
-- extension's schema is not in the search path, they are what is meant.

CREATE OPERATOR CLASS news_entities_ops FOR TYPE news_entity[] USING gin AS
	OPERATOR 1 &&, OPERATOR 2 @>, OPERATOR 3 <@,
	OPERATOR 1 pg_catalog.&& (anyarray, anyarray), OPERATOR 2 pg_catalog.@> (anyarray, anyarray),
	OPERATOR 3 pg_catalog.<@ (anyarray, anyarray), OPERATOR 4 pg_catalog.= (anyarray, anyarray),
	OPERATOR 5 @@ (news_entity[], news_query),
	FUNCTION 1 newstext_gin_compare(bytea, bytea),
	FUNCTION 2 newstext_gin_extract_entities(news_entity[], internal, internal),
	FUNCTION 3 newstext_gin_query_entities(news_entity[], internal, int2, internal, internal, internal, internal),
	FUNCTION 5 newstext_gin_compare_partial(bytea, bytea, int2, internal),
	FUNCTION 6 newstext_gin_check_entities(internal, int2, news_entity[], int4, internal, internal, internal),
	STORAGE bytea;

CREATE OPERATOR CLASS news_quotes_ops FOR TYPE news_quote[] USING gin AS
	OPERATOR 1 pg_catalog.&& (anyarray, anyarray), OPERATOR 2 pg_catalog.@> (anyarray, anyarray),
	OPERATOR 3 pg_catalog.<@ (anyarray, anyarray), OPERATOR 4 pg_catalog.= (anyarray, anyarray),
	OPERATOR 5 @@ (news_quote[], news_query),
	FUNCTION 1 newstext_gin_compare(bytea, bytea),
	FUNCTION 2 newstext_gin_extract_quotes(news_quote[], internal, internal),
	FUNCTION 3 newstext_gin_query_quotes(news_quote[], internal, int2, internal, internal, internal, internal),
	FUNCTION 5 newstext_gin_compare_partial(bytea, bytea, int2, internal),
	FUNCTION 6 newstext_gin_check_quotes(internal, int2, news_quote[], int4, internal, internal, internal),
	STORAGE bytea;

-- ANALYZE counts the index keys.  CREATE TYPE gives every array type the
-- server's array_typanalyze, and ALTER TYPE changes no array type.  This runs
-- as superuser whoever creates the extension, in a schema that may hold an = of
-- that user's: the operator is named in full.

CREATE FUNCTION newstext_entities_typanalyze(internal) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_entities_typanalyze' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION newstext_quotes_typanalyze(internal) RETURNS bool
	AS 'MODULE_PATHNAME', 'news_quotes_typanalyze' LANGUAGE C STRICT PARALLEL SAFE;

UPDATE pg_catalog.pg_type SET typanalyze = 'newstext_entities_typanalyze(internal)'::pg_catalog.regprocedure
	WHERE oid OPERATOR(pg_catalog.=) 'news_entity[]'::pg_catalog.regtype::pg_catalog.oid;
UPDATE pg_catalog.pg_type SET typanalyze = 'newstext_quotes_typanalyze(internal)'::pg_catalog.regprocedure
	WHERE oid OPERATOR(pg_catalog.=) 'news_quote[]'::pg_catalog.regtype::pg_catalog.oid;

COMMENT ON FUNCTION newstext_entity_match(news_entity, news_query) IS 'implementation of @@';
COMMENT ON FUNCTION newstext_entities_match(news_entity[], news_query) IS 'implementation of @@';
COMMENT ON FUNCTION newstext_quote_match(news_quote, news_query) IS 'implementation of @@';
COMMENT ON FUNCTION newstext_quotes_match(news_quote[], news_query) IS 'implementation of @@';
COMMENT ON FUNCTION newstext_match_entity(news_query, news_entity) IS 'implementation of @@';
COMMENT ON FUNCTION newstext_match_entities(news_query, news_entity[]) IS 'implementation of @@';
COMMENT ON FUNCTION newstext_match_quote(news_query, news_quote) IS 'implementation of @@';
COMMENT ON FUNCTION newstext_match_quotes(news_query, news_quote[]) IS 'implementation of @@';
COMMENT ON FUNCTION newstext_entities_contain(news_entity[], news_entity[]) IS 'implementation of @>';
COMMENT ON FUNCTION newstext_entities_contained(news_entity[], news_entity[]) IS 'implementation of <@';
COMMENT ON FUNCTION newstext_entities_overlap(news_entity[], news_entity[]) IS 'implementation of &&';
COMMENT ON FUNCTION newstext_entities_match_sel(internal, oid, internal, int4) IS 'restriction selectivity of @@ on entities';
COMMENT ON FUNCTION newstext_quotes_match_sel(internal, oid, internal, int4) IS 'restriction selectivity of @@ on quotes';
COMMENT ON FUNCTION newstext_entities_overlap_sel(internal, oid, internal, int4) IS 'restriction selectivity of && on entities';
COMMENT ON FUNCTION newstext_entities_contain_sel(internal, oid, internal, int4) IS 'restriction selectivity of @> on entities';
COMMENT ON FUNCTION newstext_entities_contained_sel(internal, oid, internal, int4) IS 'restriction selectivity of <@ on entities';
COMMENT ON FUNCTION newstext_gin_compare(bytea, bytea) IS 'GIN support: order of keys';
COMMENT ON FUNCTION newstext_gin_compare_partial(bytea, bytea, int2, internal) IS 'GIN support: prefix of a key';
COMMENT ON FUNCTION newstext_gin_extract_entities(news_entity[], internal, internal) IS 'GIN support: keys of a row';
COMMENT ON FUNCTION newstext_gin_query_entities(news_entity[], internal, int2, internal, internal, internal, internal) IS 'GIN support: keys of a query';
COMMENT ON FUNCTION newstext_gin_check_entities(internal, int2, news_entity[], int4, internal, internal, internal) IS 'GIN support: does a row match';
COMMENT ON FUNCTION newstext_gin_extract_quotes(news_quote[], internal, internal) IS 'GIN support: keys of a row';
COMMENT ON FUNCTION newstext_gin_query_quotes(news_quote[], internal, int2, internal, internal, internal, internal) IS 'GIN support: keys of a query';
COMMENT ON FUNCTION newstext_gin_check_quotes(internal, int2, news_quote[], int4, internal, internal, internal) IS 'GIN support: does a row match';
COMMENT ON FUNCTION newstext_entities_typanalyze(internal) IS 'statistics of entities for the planner';
COMMENT ON FUNCTION newstext_quotes_typanalyze(internal) IS 'statistics of quotes for the planner';
COMMENT ON OPERATOR @@ (news_entity, news_query) IS 'entity answers the query';
COMMENT ON OPERATOR @@ (news_entity[], news_query) IS 'entities answer the query';
COMMENT ON OPERATOR @@ (news_quote, news_query) IS 'quote answers the query';
COMMENT ON OPERATOR @@ (news_quote[], news_query) IS 'one of the quotes answers the query';
COMMENT ON OPERATOR @@ (news_query, news_entity) IS 'entity answers the query';
COMMENT ON OPERATOR @@ (news_query, news_entity[]) IS 'entities answer the query';
COMMENT ON OPERATOR @@ (news_query, news_quote) IS 'quote answers the query';
COMMENT ON OPERATOR @@ (news_query, news_quote[]) IS 'one of the quotes answers the query';
COMMENT ON OPERATOR @> (news_entity[], news_entity[]) IS 'contains';
COMMENT ON OPERATOR <@ (news_entity[], news_entity[]) IS 'is contained by';
COMMENT ON OPERATOR && (news_entity[], news_entity[]) IS 'overlaps';
