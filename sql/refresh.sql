-- Rows that an older release filled are read again.
SET client_min_messages = warning;
CREATE TABLE article (
	id int PRIMARY KEY,
	published date,
	body text,
	entities news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED,
	dates news_date[] GENERATED ALWAYS AS (news_dates(body, published)) STORED,
	model text GENERATED ALWAYS AS (news_model_version(body)) STORED
);
INSERT INTO article (id, published, body)
	SELECT i, date '2025-01-01' + i, 'Ada Byrne flew to Norway on Monday. Flight ' || i FROM generate_series(1, 250) i;
INSERT INTO article VALUES (251, NULL, NULL);
CREATE TEMP VIEW state AS
	SELECT count(*) AS rows, count(*) FILTER (WHERE model IS DISTINCT FROM news_model_version(body)) AS stale,
		count(*) FILTER (WHERE entities IS DISTINCT FROM news_entities(body) OR dates IS DISTINCT FROM news_dates(body, published)) AS wrong
	FROM article;

-- As if an older release had filled every third row: the columns are made plain for a moment.
CREATE PROCEDURE age() LANGUAGE plpgsql AS $$
BEGIN
	UPDATE pg_attribute SET attgenerated = '' WHERE attrelid = 'article'::regclass AND attname IN ('entities', 'dates', 'model');
	UPDATE article SET model = '0.0.1', entities = '{}', dates = NULL WHERE id % 3 = 0;
	UPDATE pg_attribute SET attgenerated = 's' WHERE attrelid = 'article'::regclass AND attname IN ('entities', 'dates', 'model');
END $$;
CALL age();
SELECT * FROM state;
SET client_min_messages = notice;
CREATE TEMP TABLE before AS SELECT id, ctid AS place FROM article;
-- speeds differ
\set VERBOSITY terse
SET client_min_messages = warning;
CALL news_refresh('article', batch => 40);
SELECT * FROM state;
SELECT count(*) AS written FROM article a JOIN before b USING (id) WHERE a.ctid <> b.place;
CALL news_refresh('article');
SELECT count(*) AS written FROM article a JOIN before b USING (id) WHERE a.ctid <> b.place;

-- A call that is broken off has lost nothing, and the next one goes on.
CALL age();
ALTER TABLE article ADD CONSTRAINT stop CHECK (id <> 150 OR model = '0.0.1') NOT VALID;
CALL news_refresh('article', batch => 10);
SELECT rows, stale = wrong AS same, stale BETWEEN 1 AND 83 AS some FROM state;
ALTER TABLE article DROP CONSTRAINT stop;
CALL news_refresh('article', batch => 10);
SELECT * FROM state;

-- Compared value by value: for tables without the version, and for changed dictionaries.
CALL age();
CALL news_refresh('article', compare => true);
SELECT * FROM state;
ALTER TABLE article DROP COLUMN model CASCADE;
UPDATE pg_attribute SET attgenerated = '' WHERE attrelid = 'article'::regclass AND attname = 'entities';
UPDATE article SET entities = '{}' WHERE id < 10;
UPDATE pg_attribute SET attgenerated = 's' WHERE attrelid = 'article'::regclass AND attname = 'entities';
CALL news_refresh('article');
SELECT count(*) FROM article WHERE entities IS DISTINCT FROM news_entities(body);

-- An operator that someone has put into a schema of the search path is not called; triggers find what the caller's path has.
CREATE FUNCTION never(news_entity[], news_entity[]) RETURNS bool LANGUAGE plpgsql AS $$ BEGIN RAISE 'called'; END $$;
CREATE OPERATOR = (FUNCTION = never, LEFTARG = news_entity[], RIGHTARG = news_entity[]);
CREATE TABLE written (id int);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO written VALUES (NEW.id); RETURN NEW; END $$;
CREATE TRIGGER note AFTER UPDATE ON article FOR EACH ROW EXECUTE FUNCTION note();
UPDATE pg_attribute SET attgenerated = '' WHERE attrelid = 'article'::regclass AND attname = 'entities';
UPDATE article SET entities = '{}' WHERE id < 4;
UPDATE pg_attribute SET attgenerated = 's' WHERE attrelid = 'article'::regclass AND attname = 'entities';
TRUNCATE written;
CALL news_refresh('article', compare => true);
SELECT * FROM written ORDER BY id;
DROP OPERATOR = (news_entity[], news_entity[]);
DROP FUNCTION never;

-- Partitions.
CREATE TABLE parted (id int, body text,
	model text GENERATED ALWAYS AS (news_model_version(body)) STORED) PARTITION BY LIST (id);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1);
CREATE TABLE parted_2 PARTITION OF parted FOR VALUES IN (2);
INSERT INTO parted VALUES (1, 'One'), (2, 'Two');
UPDATE pg_attribute SET attgenerated = '' WHERE attrelid = 'parted_2'::regclass AND attname = 'model';
UPDATE parted_2 SET model = 'old';
UPDATE pg_attribute SET attgenerated = 's' WHERE attrelid = 'parted_2'::regclass AND attname = 'model';
SELECT count(*) FROM parted WHERE model = 'old';
CALL news_refresh('parted');
SELECT count(*) FROM parted WHERE model = news_model_version();

-- Nothing to refresh, and no place for it.
CREATE TABLE plain (body text);
CALL news_refresh('plain');
CALL news_refresh('article', batch => 0);
CALL news_refresh('nowhere');
CALL news_refresh(NULL);
CALL news_refresh('pg_tables');
DROP TABLE article, parted, plain, written CASCADE;
DROP PROCEDURE age();
DROP FUNCTION note();
