-- What every object of the extension has to be.
CREATE TEMP VIEW own AS
  SELECT classid, objid FROM pg_depend
  WHERE refclassid = 'pg_extension'::regclass AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newstext') AND deptype = 'e';

-- Every object has a comment.
SELECT pg_describe_object(classid, objid, 0) AS without_comment FROM own
WHERE coalesce(obj_description(objid, (SELECT relname FROM pg_class WHERE oid = classid)), '') = ''
  AND NOT (classid = 'pg_type'::regclass AND EXISTS (SELECT FROM pg_type a WHERE a.oid = objid AND (a.typelem <> 0 OR a.typtype = 'c')))
ORDER BY 1;

-- Everything that users call begins with news_, what only the server calls with newstext_.
SELECT p.oid::regprocedure AS name FROM pg_proc p JOIN own ON classid = 'pg_proc'::regclass AND objid = p.oid
WHERE proname !~ '^_?(news|newstext)_' ORDER BY 1;
SELECT p.oid::regprocedure AS support FROM pg_proc p JOIN own ON classid = 'pg_proc'::regclass AND objid = p.oid
WHERE proname !~ '^newstext_' AND prokind = 'f' AND ('{cstring}'::regtype[] && (proargtypes::oid[] || prorettype)::regtype[]
  OR p.oid IN (SELECT oprcode FROM pg_operator) OR p.oid IN (SELECT castfunc FROM pg_cast)) ORDER BY 1;

-- Extraction and accessors are immutable, and all functions parallel safe (the server's own aside).
SELECT p.oid::regprocedure AS not_safe FROM pg_proc p JOIN own ON classid = 'pg_proc'::regclass AND objid = p.oid
WHERE prokind = 'f' AND prolang = (SELECT oid FROM pg_language WHERE lanname = 'c')
  AND NOT 'internal'::regtype = ANY (proargtypes) AND prorettype <> 'trigger'::regtype AND proname <> 'newstext_refresh_progress'
  AND (proparallel <> 's' OR provolatile <> 'i') ORDER BY 1;

-- Functions that read an article say that they cost something.
SELECT p.oid::regprocedure AS cheap FROM pg_proc p JOIN own ON classid = 'pg_proc'::regclass AND objid = p.oid
WHERE proargnames[1] = 'body' AND procost < 500 AND proname <> 'news_model_version' ORDER BY 1;

-- Operator classes hold together.
SELECT c.opcname, m.amname, amvalidate(c.oid) FROM pg_opclass c JOIN own ON classid = 'pg_opclass'::regclass AND objid = c.oid
JOIN pg_am m ON m.oid = c.opcmethod WHERE m.amname IN ('btree', 'hash') ORDER BY 1, 2;

-- Binary output and input of each type; aligned as its structures are.
SELECT typname, typreceive, typsend, typalign, typstorage FROM pg_type
WHERE typname IN ('news_entity', 'news_quote', 'news_date') ORDER BY 1;

-- It works from any schema.
CREATE SCHEMA desk;
ALTER EXTENSION newstext SET SCHEMA desk;
SELECT cardinality(desk.news_entities('Ada Byrne lives in Oslo.')) > 0 AS found, 'person:A'::desk.news_entity;
SELECT kind, name FROM desk.news_find_entities('Norway voted.');
ALTER EXTENSION newstext SET SCHEMA public;

-- Its script runs as superuser whoever creates it: an operator that waits in the schema is not called.
BEGIN;
DROP EXTENSION newstext CASCADE;
CREATE SCHEMA trap;
CREATE FUNCTION trap.never(oid, regtype) RETURNS bool LANGUAGE plpgsql AS $$ BEGIN RAISE 'called'; END $$;
CREATE OPERATOR trap.= (FUNCTION = trap.never, LEFTARG = oid, RIGHTARG = regtype);
CREATE EXTENSION newstext SCHEMA trap;
SELECT typname, typanalyze FROM pg_type WHERE typname IN ('_news_entity', '_news_quote') ORDER BY 1;
ROLLBACK;
