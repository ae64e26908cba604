-- The type news_entity: who or what is named.

-- It is written kind:Name.
SELECT 'person:Yuri Ushakov'::news_entity;
SELECT e, news_entity_kind(e), news_entity_name(e), e::jsonb
FROM unnest('{person:Yuri Ushakov, gpe:United States, "org:Smith, Jones & Co.", work_of_art:Alien: Romulus}'::news_entity[]) e;

-- White space around kind and name is dropped.
SELECT ' person :  Yuri Ushakov '::news_entity = 'person:Yuri Ushakov' AS same;

-- The eleven kinds, in the order in which values sort.
SELECT array_agg(e ORDER BY e) FROM unnest('{language:Tatar, law:Magna Carta, work_of_art:Hamlet, event:World War II,
  product:Boeing 737, loc:Black Sea, gpe:Kyiv, org:NATO, fac:Eiffel Tower, norp:Russian, person:Putin}'::news_entity[]) e;

-- An id is written only when it is not the one that the name alone leads to.
SELECT 'gpe:Paris <geonames:4717560>'::news_entity AS in_texas,
       'gpe:Paris <geonames:4717560>'::news_entity = 'gpe:Paris' AS same,
       'gpe:Paris <geonames:4717560>'::news_entity > 'gpe:Paris' AS after,
       ('gpe:Paris <geonames:4717560>'::news_entity)::jsonb;

-- An id that the name alone leads to is dropped however it comes, so that equality, DISTINCT, joins and @> agree.
SELECT 'gpe:Paris <geonames:2988507>'::news_entity AS in_france, 'gpe:Paris <geonames:2988507>'::news_entity = 'gpe:Paris' AS same,
       news_entity('gpe', 'Paris', 'geonames:2988507') = 'gpe:Paris' AS made,
       news_quote_speaker('{"kind": "direct", "text": "Yes", "speaker": {"kind": "gpe", "name": "Paris", "id": "geonames:2988507"}}'::news_quote) AS speaker,
       news_entity_id('gpe:Paris') AS id;
CREATE TABLE place (id int, e news_entity);
INSERT INTO place VALUES (1, 'gpe:Paris'), (2, 'gpe:Paris <geonames:2988507>'), (3, 'gpe:Paris <geonames:4717560>');
SELECT e, count(*), array_agg(id ORDER BY id) FROM place GROUP BY e ORDER BY e;
SELECT count(DISTINCT e) FROM place;
SELECT a.id, b.id FROM place a JOIN place b USING (e) ORDER BY 1, 2;
CREATE TABLE places (id int, e news_entity[]);
INSERT INTO places SELECT id, ARRAY[e] FROM place;
CREATE INDEX ON places USING gin (e);
SET enable_seqscan = off;
SELECT id FROM places WHERE e @> '{gpe:Paris}' ORDER BY 1;
SELECT id FROM places WHERE e @> '{gpe:Paris <geonames:2988507>}' ORDER BY 1;
SELECT id FROM places WHERE e @> '{gpe:Paris <geonames:4717560>}' ORDER BY 1;
RESET enable_seqscan;
DROP TABLE place, places;

-- A name that looks as if it had an id is escaped, and comes back as it was.
SELECT e, e::text::news_entity = e AS same, news_entity_name(e)
FROM (VALUES (news_entity('org', 'A<B')), (news_entity('org', 'back\slash')),
             (news_entity('work_of_art', 'I <3 You <geonames:1>')), (news_entity('gpe', 'Paris', 'geonames:1'))) v(e);

-- The function form, for programs.
SELECT news_entity('person', 'Yuri Ushakov'), news_entity('person', NULL), news_entity(NULL, 'x'), news_entity('gpe', 'Paris', NULL);
SELECT news_entity('human', 'Yuri Ushakov');
SELECT news_entity('person', '');
SELECT news_entity('person', E'Yuri\nUshakov');
SELECT news_entity('gpe', 'Paris', 'not an id');

-- Order: kind, name, id, each as bytes, whatever the collation.
SELECT e FROM unnest('{person:Zoe, person:zoe, person:Zoé, person:Zo, norp:Zulu, person:Adam, gpe:Adam}'::news_entity[]) e ORDER BY e;
SELECT a, b, a < b AS lt, a <= b AS le, a = b AS eq, a <> b AS ne, a >= b AS ge, a > b AS gt, sign(newstext_entity_cmp(a, b)) AS cmp
FROM (VALUES ('person:A'::news_entity, 'person:B'::news_entity), ('person:B', 'person:A'), ('person:A', 'person:A'),
             ('person:A', 'person:AA'), ('org:A', 'person:B')) v(a, b);
SELECT count(*) AS pairs, count(*) FILTER (WHERE (a < b) = (b > a) AND (a <= b) = NOT (a > b) AND (a = b) = NOT (a <> b)
                        AND sign(newstext_entity_cmp(a, b)) = -sign(newstext_entity_cmp(b, a))
                        AND (a = b) = (newstext_entity_hash(a) = newstext_entity_hash(b))
                        AND (a = b) = (newstext_entity_hash_extended(a, 7) = newstext_entity_hash_extended(b, 7))) AS consistent
FROM unnest('{person:Zoe, person:zoe, gpe:Paris, gpe:Paris <x:1>, gpe:Paris <x:2>, gpe:P}'::news_entity[]) a,
     unnest('{person:Zoe, person:zoe, gpe:Paris, gpe:Paris <x:1>, gpe:Paris <x:2>, gpe:P}'::news_entity[]) b;

-- So the usual tools work: DISTINCT, GROUP BY, unique indexes, joins of every kind.
CREATE TEMP TABLE named (e news_entity PRIMARY KEY);
INSERT INTO named SELECT DISTINCT e FROM unnest('{person:A, person:B, person:A}'::news_entity[]) e;
INSERT INTO named VALUES ('person:A');
SET enable_nestloop = off;
SET enable_mergejoin = off;
SELECT a.e FROM named a JOIN named b USING (e) ORDER BY 1;
RESET enable_mergejoin;
SET enable_hashjoin = off;
SELECT a.e FROM named a JOIN named b USING (e) ORDER BY 1;
RESET enable_hashjoin;
RESET enable_nestloop;

-- What cannot be an entity says why.
SELECT ''::news_entity;
SELECT 'Yuri Ushakov'::news_entity;
SELECT 'human:Yuri Ushakov'::news_entity;
SELECT 'PERSON:Yuri Ushakov'::news_entity;
SELECT 'person:'::news_entity;
SELECT 'person:  '::news_entity;
SELECT 'org:A<B'::news_entity;
SELECT 'org:A <>'::news_entity;
SELECT 'org:A <b> c'::news_entity;
SELECT 'org:A <b c>'::news_entity;
SELECT 'org:A\B'::news_entity;
SELECT 'org:A\'::news_entity;
SELECT ('org:' || repeat('x', 1001))::news_entity;
SELECT ('org:A <' || repeat('x', 65) || '>')::news_entity;
SELECT length(news_entity_name(('org:' || repeat('x', 1000))::news_entity));
SELECT NULL::news_entity IS NULL AS is_null;
