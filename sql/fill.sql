-- Ordinary columns and tables beside, kept by triggers, and filled and refreshed by news_refresh.
SET client_min_messages = warning;
\set VERBOSITY terse

-- A table that is there already: columns are added at once, kept from then on, and filled in batches.
CREATE TABLE article (id int PRIMARY KEY, published date, body text);
INSERT INTO article SELECT i, date '2025-01-01' + i, 'Ada Byrne flew to Norway on Monday. Flight ' || i FROM generate_series(1, 200) i;
INSERT INTO article VALUES (201, NULL, NULL);
ALTER TABLE article ADD COLUMN entities news_entity[], ADD COLUMN dates news_date[], ADD COLUMN model text;
CREATE TRIGGER keep BEFORE INSERT OR UPDATE OF body, published ON article FOR EACH ROW
	EXECUTE FUNCTION news_keep('entities', 'news_entities(body)', 'dates', 'news_dates(body, published)', 'model', 'news_model_version(body)');
CREATE TEMP VIEW state AS
	SELECT count(*) AS rows, count(*) FILTER (WHERE model IS DISTINCT FROM news_model_version(body)) AS stale,
		count(*) FILTER (WHERE entities IS DISTINCT FROM news_entities(body) OR dates IS DISTINCT FROM news_dates(body, published)) AS wrong
	FROM article;
SELECT * FROM state;
INSERT INTO article VALUES (202, '2025-05-05', 'Sweden voted on Monday.');
UPDATE article SET body = 'Denmark voted on Tuesday.' WHERE id = 1;
SELECT id, entities, cardinality(dates) AS dates FROM article WHERE entities IS NOT NULL ORDER BY id;
SELECT * FROM state;
CREATE TEMP TABLE before AS SELECT id, ctid AS place FROM article;
CALL news_refresh('article', batch => 30);
SELECT * FROM state;
SELECT count(*) AS written FROM article a JOIN before b USING (id) WHERE a.ctid <> b.place;
CALL news_refresh('article');
SELECT count(*) AS written FROM article a JOIN before b USING (id) WHERE a.ctid <> b.place;
-- What was written past the trigger is found by comparing.
ALTER TABLE article DISABLE TRIGGER keep;
UPDATE article SET entities = NULL WHERE id = 7;
CALL news_refresh('article', compare => true);
ALTER TABLE article ENABLE TRIGGER keep;
CALL news_refresh('article');
SELECT * FROM state;
CALL news_refresh('article', compare => true);
SELECT * FROM state;
-- The table may change under it.
ALTER TABLE article ADD COLUMN note text;
ALTER TABLE article DROP COLUMN published CASCADE;
INSERT INTO article (id, body) VALUES (300, 'Norway voted.');
DROP TRIGGER IF EXISTS keep ON article;
CREATE TRIGGER keep BEFORE INSERT OR UPDATE OF body ON article FOR EACH ROW EXECUTE FUNCTION news_keep('entities', 'news_entities(body)', 'model', 'news_model_version(body)');
INSERT INTO article (id, body) VALUES (301, 'Norway voted.');
SELECT id, entities FROM article WHERE id >= 300 ORDER BY id;

-- Values that the row has not read from disk, and what an expression may name.
CREATE TABLE odd ("The Body" text, "select" news_entity[], big text);
ALTER TABLE odd ALTER big SET STORAGE EXTERNAL;
CREATE TRIGGER keep BEFORE INSERT OR UPDATE ON odd FOR EACH ROW EXECUTE FUNCTION news_keep('select', 'news_entities("The Body")');
INSERT INTO odd VALUES ('Norway', NULL, repeat('x', 100000));
UPDATE odd SET "The Body" = 'Sweden';
SELECT "select", length(big) FROM odd;
UPDATE pg_trigger SET tgenabled = 'D' WHERE tgrelid = 'odd'::regclass;
UPDATE odd SET "select" = NULL;
UPDATE pg_trigger SET tgenabled = 'O' WHERE tgrelid = 'odd'::regclass;
ALTER TABLE odd ADD note text;
CALL news_refresh('odd');
SELECT "select", length(big) FROM odd;
-- A function of the same name in the caller's path is not called.
CREATE SCHEMA trap;
CREATE FUNCTION trap.news_entities(text) RETURNS news_entity[] LANGUAGE plpgsql AS $$ BEGIN RAISE 'called'; END $$;
SET search_path = trap, public;
INSERT INTO odd VALUES ('Denmark');
CALL news_refresh('odd', compare => true);
RESET search_path;
SELECT "select" FROM odd ORDER BY 1;
DROP SCHEMA trap CASCADE;

-- A table beside, keyed to the article.
CREATE TABLE story (site text, id int, published date, body text, PRIMARY KEY (site, id));
INSERT INTO story SELECT CASE i % 2 WHEN 0 THEN 'a' ELSE 'b' END, i, '2025-01-06', 'Ada Byrne flew to Norway on Monday. Flight ' || i FROM generate_series(1, 100) i;
CREATE TABLE story_news (site text, id int, entities news_entity[], dates news_date[], model text, PRIMARY KEY (site, id));
CREATE TRIGGER keep AFTER INSERT OR UPDATE OF site, id, body, published OR DELETE ON story FOR EACH ROW
	EXECUTE FUNCTION news_keep_beside('story_news', 'site, id', 'entities', 'news_entities(body)', 'dates', 'news_dates(body, published)', 'model', 'news_model_version(body)');
CREATE TEMP VIEW beside AS
	SELECT (SELECT count(*) FROM story) AS stories, count(*) AS rows,
		count(*) FILTER (WHERE n.model IS DISTINCT FROM news_model_version(body)) AS stale,
		count(*) FILTER (WHERE n.entities IS DISTINCT FROM news_entities(body) OR n.dates IS DISTINCT FROM news_dates(body, published)) AS wrong
	FROM story_news n LEFT JOIN story USING (site, id);
INSERT INTO story VALUES ('a', 200, NULL, 'Sweden voted.');
UPDATE story SET body = 'Denmark voted.' WHERE id = 1;
SELECT site, id, entities FROM story_news ORDER BY 1, 2;
UPDATE story SET id = 201 WHERE id = 200;
SELECT site, id, entities FROM story_news ORDER BY 1, 2;
CREATE TEMP TABLE story_before AS SELECT id, ctid AS place FROM story;
CALL news_refresh('story', batch => 30);
SELECT * FROM beside;
SELECT count(*) AS articles_written FROM story s JOIN story_before b USING (id) WHERE s.ctid <> b.place;
DELETE FROM story WHERE id = 2;
UPDATE story_news SET model = 'old', entities = NULL WHERE id < 10;
UPDATE story_news SET entities = NULL WHERE id = 90;
SELECT * FROM beside;
CALL news_refresh('story');
SELECT * FROM beside;
CALL news_refresh('story', compare => true);
SELECT * FROM beside;
-- A row beside whose article is gone stays for its owner to remove; the rest is filled.
ALTER TABLE story DISABLE TRIGGER keep;
DELETE FROM story WHERE id = 4;
INSERT INTO story VALUES ('a', 300, NULL, 'Norway voted.');
ALTER TABLE story ENABLE TRIGGER keep;
CALL news_refresh('story');
SELECT * FROM beside;
SELECT entities FROM story_news WHERE id = 300;

-- Partitions have the trigger of their parent.
CREATE TABLE parted (id int, body text, entities news_entity[], model text) PARTITION BY RANGE (id);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (10);
CREATE TABLE parted_2 PARTITION OF parted FOR VALUES FROM (10) TO (20);
INSERT INTO parted SELECT i, 'Norway voted.' FROM generate_series(1, 19) i;
CREATE TRIGGER keep BEFORE INSERT OR UPDATE OF body ON parted FOR EACH ROW EXECUTE FUNCTION news_keep('entities', 'news_entities(body)', 'model', 'news_model_version(body)');
CALL news_refresh('parted');
SELECT tableoid::regclass, count(*) FROM parted WHERE entities = '{gpe:Norway}' AND model = news_model_version() GROUP BY 1 ORDER BY 1;

-- Faults are said.
CREATE TABLE faulty (id int PRIMARY KEY, body text, e news_entity[], g int GENERATED ALWAYS AS (1) STORED);
INSERT INTO faulty VALUES (1, 'Norway');
CREATE PROCEDURE try(trigger text) LANGUAGE plpgsql AS $$
DECLARE message text; detail text; state text;
BEGIN
	EXECUTE 'CREATE TRIGGER t ' || trigger;
	BEGIN
		INSERT INTO faulty VALUES (2, 'Norway');
		RAISE NOTICE 'inserted %', (SELECT e FROM faulty WHERE id = 2);
		UPDATE faulty SET body = 'Sweden';
		RAISE NOTICE 'updated %', (SELECT e FROM faulty WHERE id = 2);
		CALL news_refresh('faulty');
	EXCEPTION WHEN OTHERS THEN
		GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, state = RETURNED_SQLSTATE;
		RAISE NOTICE '% % %', state, message, detail;
	END;
	DROP TRIGGER t ON faulty;
END $$;
SET client_min_messages = notice;
CALL try('BEFORE INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep()');
CALL try($$BEFORE INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep('e')$$);
CALL try($$BEFORE INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep('nothing', 'news_entities(body)')$$);
CALL try($$BEFORE INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep('g', '2')$$);
CALL try($$BEFORE INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep('e', 'news_entities(bod)')$$);
CALL try($$BEFORE INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep('e', 'news_entities(body')$$);
CALL try($$BEFORE INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep('e', 'news_language')$$);
CALL try($$BEFORE INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep('e', 'ARRAY(SELECT unnest(news_entities(body)) WHERE false)')$$);
CALL try($$AFTER INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep('e', 'news_entities(body)')$$);
CALL try($$BEFORE INSERT ON faulty EXECUTE FUNCTION news_keep('e', 'news_entities(body)')$$);
CALL try($$BEFORE INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep('e', 'news_entities(body)')$$);
CALL try($$AFTER INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep_beside('nowhere', 'id', 'e', 'news_entities(body)')$$);
CALL try($$AFTER INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep_beside('state', 'id', 'e', 'news_entities(body)')$$);
CALL try($$AFTER INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep_beside('odd', 'id', 'note', 'body')$$);
CALL try($$AFTER INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep_beside('story_news', 'nothing', 'model', 'body')$$);
CALL try($$AFTER INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep_beside('story_news', 'id', 'model', 'body')$$);
CALL try($$BEFORE INSERT ON faulty FOR EACH ROW EXECUTE FUNCTION news_keep_beside('story_news', 'id', 'model', 'body')$$);
SELECT news_keep();
SELECT * FROM news_refresh_progress;
DROP TABLE article, odd, story, story_news, parted, faulty CASCADE;
DROP PROCEDURE try;
