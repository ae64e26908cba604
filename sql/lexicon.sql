-- Own names: a text search dictionary of the template news_lexicon, in the
-- form in which entities print: "kind: Name | other name {id}", one a line.

CREATE TEXT SEARCH DICTIONARY desk_people (
	TEMPLATE = news_lexicon,
	entries = '
# the desk''s people
person: Anna-Lena Vogt | A. L. Vogt | Vogt {desk:17}
org: Harbour Trust | HT
product: Quillwort Nine {desk:4}
stop: Dear Reader
');

-- Own names go before what the model finds, and a stop entry is no name.
SELECT span, mention, name, entity
FROM news_find_entities('Dear Reader, A. L. Vogt of HT flew to Paris. Vogt likes the Harbour Trust.', 'desk_people');

-- Capitals count where the entry has them; HT is not ht.
SELECT news_entities('Ask ht or the harbour trust about the quillwort nine.', 'desk_people');
SELECT news_entities('Ask HT about the Quillwort Nine.', 'desk_people');

-- Accents do not, and the longest name wins.
SELECT mention, name FROM news_find_entities('It was Anna-Léna Vogt.', 'desk_people');

-- Ids: the lexicon's where it has one, else the model's.
SELECT news_entity_id('person:Anna-Lena Vogt', 'desk_people') AS own,
	   news_entity_id('gpe:France', 'desk_people') AS model,
	   news_entity_id('org:Harbour Trust', 'desk_people') AS none;

-- The analysis of an article without the dictionary is another one.
SELECT news_entities('HT met in Paris.', 'desk_people') AS own, news_entities('HT met in Paris.') =
	   news_entities('HT met in Paris.', 'desk_people') AS same;

-- A generated column depends on its dictionary.
CREATE TABLE desk (body text, entities news_entity[] GENERATED ALWAYS AS (news_entities(body, 'desk_people')) STORED);
INSERT INTO desk VALUES ('Vogt left.'), (''), (NULL);
SELECT entities FROM desk;
\set VERBOSITY terse
DROP TEXT SEARCH DICTIONARY desk_people;
\set VERBOSITY default
DROP TABLE desk;

-- A change is seen at once.
ALTER TEXT SEARCH DICTIONARY desk_people (entries = 'person: Otto Vogt | Vogt');
SELECT news_entities('Vogt left.', 'desk_people');

-- As a dictionary of text search it gives the preferred name, folded.
SELECT ts_lexize('desk_people', 'Vogt'), ts_lexize('desk_people', 'vogt'), ts_lexize('desk_people', 'other');

-- What is wrong is refused when the dictionary is made, with its line.
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = news_lexicon, entries = E'person: Ok\nalien: Zorg');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = news_lexicon, entries = 'Zorg');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = news_lexicon, entries = 'person: Zorg | | Z');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = news_lexicon, entries = 'person: Zorg {x');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = news_lexicon, entries = 'person: Zorg x:1}');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = news_lexicon, entries = 'person: Zorg {x y}');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = news_lexicon, entries = E'person: Zorg\tElder');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = news_lexicon);
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = news_lexicon, names = 'x');
SELECT news_entities('Vogt left.', 'english_stem');
SELECT news_entities('Vogt left.', 0::regdictionary);
SELECT news_entities(NULL, 'desk_people'), news_entities('', 'desk_people');

DROP TEXT SEARCH DICTIONARY desk_people;

-- A large dictionary: an entry of two names takes some 300 bytes, and they are found like those of a small one.
DO $$
BEGIN
	EXECUTE format('CREATE TEXT SEARCH DICTIONARY desk_large (TEMPLATE = news_lexicon, entries = %L)',
		(SELECT string_agg(format('person: Anna%s Vogt%s | A. Vogt%s {desk:%s}', i, i, i, i), E'\n') FROM generate_series(1, 20000) i));
END $$;
SELECT news_entities('Anna17 Vogt17 met A. Vogt19999 and Anna20001 Vogt20001.', 'desk_large');
SELECT total_bytes < 12000000 AS small FROM pg_backend_memory_contexts WHERE name LIKE '%dictionary%' AND total_bytes > 1000000;
DROP TEXT SEARCH DICTIONARY desk_large;
