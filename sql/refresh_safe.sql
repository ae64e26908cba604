-- news_refresh does no harm: to columns of any type, to the caller's settings, as anybody.
SET client_min_messages = warning;
\set VERBOSITY terse

-- A column may be of any type, and its expression cast to it: 0.8666 is 0.9 in a numeric(3,1), and json has no "=".
CREATE TABLE typed (
	id int PRIMARY KEY,
	body text,
	conf numeric(3,1) GENERATED ALWAYS AS (news_quote_confidence((news_quotes(body))[1])) STORED,
	first news_entity GENERATED ALWAYS AS ((news_entities(body))[1]) STORED,
	said news_quote GENERATED ALWAYS AS ((news_quotes(body))[1]) STORED,
	day news_date GENERATED ALWAYS AS ((news_dates(body, '2025-01-01'))[1]) STORED,
	short char(30) GENERATED ALWAYS AS (news_entity_name((news_entities(body))[1])) STORED,
	doc json GENERATED ALWAYS AS (((news_entities(body))[1]::jsonb)::text::json) STORED
);
INSERT INTO typed SELECT i, 'Ada Byrne flew to Norway on 3 May. "We will win," she said.' FROM generate_series(1, 3) i;
UPDATE pg_attribute SET attgenerated = '' WHERE attrelid = 'typed'::regclass AND attname IN ('conf', 'first', 'said', 'day', 'short', 'doc');
UPDATE typed SET conf = 0, first = NULL, said = NULL, day = NULL, short = 'x', doc = '[]' WHERE id = 2;
UPDATE pg_attribute SET attgenerated = 's' WHERE attrelid = 'typed'::regclass AND attname IN ('conf', 'first', 'said', 'day', 'short', 'doc');
CREATE TEMP TABLE typed_before AS SELECT id, ctid AS place FROM typed;
SET statement_timeout = '20s';
CALL news_refresh('typed');
SELECT id, typed.ctid <> place AS written, conf > 0 AS conf, first, said IS NOT NULL AS said, day IS NOT NULL AS day, short, doc
FROM typed JOIN typed_before USING (id) ORDER BY id;
-- A column that is never what it would be now: each row is tried, and said, and that is all.
CREATE FUNCTION fickle(news_entity[]) RETURNS text IMMUTABLE LANGUAGE sql AS $$ SELECT clock_timestamp()::text $$;
CREATE TABLE fickle (id int, body text, f text GENERATED ALWAYS AS (fickle(news_entities(body))) STORED);
INSERT INTO fickle SELECT i, 'Norway' FROM generate_series(1, 3) i;
CREATE TABLE written (id int);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO written VALUES (NEW.id); RETURN NEW; END $$;
CREATE TRIGGER note AFTER UPDATE ON fickle FOR EACH ROW EXECUTE FUNCTION note();
CALL news_refresh('fickle');
SELECT id, count(*) <= 3 AS not_for_ever FROM written GROUP BY id ORDER BY id;
RESET statement_timeout;
-- A row that a trigger keeps from being written is said, too.
CREATE FUNCTION keep_back() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER keep_back BEFORE UPDATE ON typed FOR EACH ROW EXECUTE FUNCTION keep_back();
ALTER TABLE typed DISABLE TRIGGER keep_back;
CREATE PROCEDURE age_typed() LANGUAGE plpgsql AS $$
BEGIN
	UPDATE pg_attribute SET attgenerated = '' WHERE attrelid = 'typed'::regclass AND attname = 'first';
	UPDATE typed SET first = NULL;
	UPDATE pg_attribute SET attgenerated = 's' WHERE attrelid = 'typed'::regclass AND attname = 'first';
END $$;
CALL age_typed();
ALTER TABLE typed ENABLE TRIGGER keep_back;
CALL news_refresh('typed');
DROP TRIGGER keep_back ON typed;

-- Settings and user are afterwards what they were: in a transaction, a DO block, after an error, after a cancel.
CREATE TEMP VIEW mine AS SELECT current_setting('search_path') AS search_path, current_setting('row_security') AS row_security,
	current_setting('enable_tidscan') AS enable_tidscan, current_user = session_user AS myself,
	(SELECT count(*) FROM typed WHERE first IS NULL) AS stale;
SET search_path = public, information_schema;
SET enable_tidscan = off;
BEGIN;
CALL news_refresh('typed');
SELECT * FROM pg_temp.mine;
ROLLBACK;
SELECT * FROM pg_temp.mine;
DO $$
BEGIN
	CALL news_refresh('typed');
	IF (SELECT search_path FROM pg_temp.mine) <> 'public, information_schema' THEN RAISE 'the search path is another'; END IF;
	CALL age_typed();
	-- a block that catches errors cannot commit
	BEGIN CALL news_refresh('typed'); EXCEPTION WHEN division_by_zero THEN NULL; END;
END $$;
SELECT * FROM pg_temp.mine;
CALL age_typed();
ALTER TABLE typed ADD CONSTRAINT stop CHECK (first IS NULL) NOT VALID;
CALL news_refresh('typed');
SELECT * FROM pg_temp.mine;
BEGIN;
SAVEPOINT s;
CALL news_refresh('typed');
ROLLBACK TO s;
SELECT * FROM pg_temp.mine;
COMMIT;
ALTER TABLE typed DROP CONSTRAINT stop;
CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN NEW; END $$;
CREATE TRIGGER slow BEFORE UPDATE ON typed FOR EACH ROW EXECUTE FUNCTION slow();
SET statement_timeout = '100ms';
CALL news_refresh('typed');
RESET statement_timeout;
SELECT * FROM pg_temp.mine;
DROP TRIGGER slow ON typed;
CALL news_refresh('typed');
SELECT * FROM pg_temp.mine;
RESET search_path;
RESET enable_tidscan;

-- The table's own code runs as its owner, whoever calls, and cannot get out: also where it waits for the commit.
CREATE ROLE regress_news_owner;
CREATE ROLE regress_news_other;
CREATE SCHEMA regress_news AUTHORIZATION regress_news_owner;
GRANT INSERT ON written TO PUBLIC;
SET ROLE regress_news_owner;
CREATE TABLE regress_news.seen (what text, who text);
CREATE FUNCTION regress_news.spy(what text) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
BEGIN INSERT INTO regress_news.seen VALUES (what, current_user); RETURN what; END $$;
CREATE FUNCTION regress_news.expression(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM regress_news.spy('expression'); RETURN $1; END $$;
CREATE FUNCTION regress_news.row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM regress_news.spy(TG_ARGV[0]);
	BEGIN
		RESET ROLE;
		PERFORM regress_news.spy('escaped');
	EXCEPTION WHEN insufficient_privilege THEN NULL;
	END;
	SET work_mem = '77MB';
	RETURN NEW;
END $$;
CREATE TABLE regress_news.article (id int, body text, e news_entity[] GENERATED ALWAYS AS (news_entities(regress_news.expression(body))) STORED);
INSERT INTO regress_news.article VALUES (1, 'Norway');
RESET ROLE;
UPDATE pg_attribute SET attgenerated = '' WHERE attrelid = 'regress_news.article'::regclass AND attname = 'e';
UPDATE regress_news.article SET e = NULL;
UPDATE pg_attribute SET attgenerated = 's' WHERE attrelid = 'regress_news.article'::regclass AND attname = 'e';
SET ROLE regress_news_owner;
CREATE TRIGGER t BEFORE UPDATE ON regress_news.article FOR EACH ROW EXECUTE FUNCTION regress_news.row('trigger');
CREATE CONSTRAINT TRIGGER late AFTER UPDATE ON regress_news.article DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION regress_news.row('deferred');
TRUNCATE regress_news.seen;
RESET ROLE;
CALL news_refresh('regress_news.article');
SELECT what, who FROM regress_news.seen GROUP BY 1, 2 ORDER BY 1, 2;
SHOW work_mem;
-- Nobody else may.
GRANT USAGE ON SCHEMA regress_news TO regress_news_other;
GRANT SELECT, UPDATE ON regress_news.article TO regress_news_other;
SET ROLE regress_news_other;
CALL news_refresh('regress_news.article');
RESET ROLE;
-- In a transaction of the caller's, what waits for its end is not for the owner to run.
CREATE PROCEDURE age_owned() LANGUAGE plpgsql AS $$
BEGIN
	UPDATE pg_attribute SET attgenerated = '' WHERE attrelid = 'regress_news.article'::regclass AND attname = 'e';
	SET LOCAL session_replication_role = replica;
	UPDATE regress_news.article SET e = NULL;
	RESET session_replication_role;
	UPDATE pg_attribute SET attgenerated = 's' WHERE attrelid = 'regress_news.article'::regclass AND attname = 'e';
END $$;
CALL age_owned();
BEGIN;
CALL news_refresh('regress_news.article');
ROLLBACK;
-- Rows that a policy hides from the owner are no silent loss.
ALTER TABLE regress_news.article ENABLE ROW LEVEL SECURITY;
CALL news_refresh('regress_news.article');
ALTER TABLE regress_news.article FORCE ROW LEVEL SECURITY;
CALL news_refresh('regress_news.article');
DROP SCHEMA regress_news CASCADE;
REVOKE ALL ON written FROM PUBLIC;
DROP ROLE regress_news_owner, regress_news_other;

-- Tables that inherit.
CREATE TABLE parent (id int, body text, model text GENERATED ALWAYS AS (news_model_version(body)) STORED);
CREATE TABLE child (extra int) INHERITS (parent);
INSERT INTO parent VALUES (1, 'One');
INSERT INTO child VALUES (2, 'Two');
UPDATE pg_attribute SET attgenerated = '' WHERE attrelid = 'child'::regclass AND attname = 'model';
UPDATE child SET model = 'old';
UPDATE pg_attribute SET attgenerated = 's' WHERE attrelid = 'child'::regclass AND attname = 'model';
CALL news_refresh('parent');
SELECT tableoid::regclass, model = news_model_version() AS fresh FROM parent ORDER BY 1;
DROP TABLE parent CASCADE;
DROP TABLE typed, fickle, written CASCADE;
DROP FUNCTION fickle, note, keep_back, slow;
DROP PROCEDURE age_typed, age_owned;
