/* newstext: finds entities, quotes and dates in news articles. */

\echo Use "CREATE EXTENSION newstext" to load this file. \quit

-- news_entity: who or what is named

@type news_entity

COMMENT ON TYPE news_entity IS 'who or what is named: kind:Name';

CREATE FUNCTION news_entity(kind text, name text, id text DEFAULT NULL) RETURNS news_entity
	AS 'MODULE_PATHNAME', 'news_entity_make' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION news_entity(text, text, text) IS 'an entity of this kind and name; NULL when kind or name is';

CREATE FUNCTION news_entity_kind(entity news_entity) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_entity_kind(news_entity) IS 'kind: person norp fac org gpe loc product event work_of_art law language';

CREATE FUNCTION news_entity_name(entity news_entity) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_entity_name(news_entity) IS 'fullest form of the name that the article gives, or the preferred form';

CREATE FUNCTION newstext_entity_to_jsonb(entity news_entity) RETURNS jsonb
	AS 'MODULE_PATHNAME', 'news_entity_to_jsonb' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newstext_entity_to_jsonb(news_entity) IS 'kind, name and id as a JSON object';
CREATE CAST (news_entity AS jsonb) WITH FUNCTION newstext_entity_to_jsonb(news_entity);
COMMENT ON CAST (news_entity AS jsonb) IS 'kind, name and id as a JSON object';

CREATE FUNCTION newstext_entity_to_json(entity news_entity) RETURNS json
	AS 'MODULE_PATHNAME', 'news_entity_to_json' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newstext_entity_to_json(news_entity) IS 'kind, name and id as a JSON object; to_jsonb() and row_to_json() use it';
CREATE CAST (news_entity AS json) WITH FUNCTION newstext_entity_to_json(news_entity);
COMMENT ON CAST (news_entity AS json) IS 'kind, name and id as a JSON object';
