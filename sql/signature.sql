-- Copies: the same words, cut, re-led, in another dress.
\pset format unaligned
\pset fieldsep ' | '

CREATE TABLE wire (id int, body text, signature news_signature GENERATED ALWAYS AS (news_signature(body)) STORED);
INSERT INTO wire VALUES
(1, 'HALVERN (Nord News) — Fire crews worked all night to save the old harbour of Halvern after a blaze broke out in a paint store on Tuesday.

Nobody was hurt, the mayor said, but three boats were lost and the fish market will stay closed until the end of the month.

The harbour was built in 1871 and has burned twice before. A museum stands where the first sheds were, and its curator spent the night carrying models of ships up the hill with her neighbours.

Insurers put the damage at two million crowns. The council meets on Thursday to speak about help for the owners of the boats.'),
-- re-led and cut, with a paragraph of the town's own
(2, 'FISH MARKET SHUT

Shoppers will have to wait for their herring.

Nobody was hurt, the mayor said, but three boats were lost and the fish market will stay closed until the end of the month.

The harbour was built in 1871 and has burned twice before. A museum stands where the first sheds were, and its curator spent the night carrying models of ships up the hill with her neighbours.

Our school, two streets away, was closed for a day.'),
-- in capitals, with other marks
(3, upper('Fire crews worked all night to save the old harbour of Halvern after a blaze broke out in a paint store on Tuesday.

Nobody was hurt -- the mayor said -- but three boats were lost and the fish market will stay closed until the end of the month.

The harbour was built in 1871 and has burned twice before. A museum stands where the first sheds were, and its curator spent the night carrying models of ships up the hill with her neighbours.')),
-- the same event in other words
(4, 'A paint store at the harbour of Halvern went up in flames on Tuesday, and it took until dawn to put the fire out.

Three fishing boats were destroyed. There were no injuries, according to Mayor Ida Voss, who promised the market would open again next month.

Fires had struck the quays of 1871 two times already. Models of ships were saved from the museum by its curator and people from nearby.'),
(5, 'A court in Norvania has sent a former minister to prison for taking money from a builder of roads. He had denied it to the end, and his lawyer said there would be an appeal.'),
(6, 'Too short.'), (7, ''), (8, NULL);

SELECT a.id, b.id, news_similarity(a.signature, b.signature) >= 0.4 AS much, a.signature % b.signature AS copies,
       news_copies(a.signature, b.signature, 0.99) AS nearly_all
FROM wire a JOIN wire b ON a.id < b.id WHERE a.id < 6 AND b.id < 6 ORDER BY 1, 2;
SELECT id, signature IS NULL AS unsigned FROM wire WHERE id > 5 ORDER BY id;

-- An article is its own copy, whatever the order; equal signatures hash alike.
SELECT bool_and(signature % signature AND signature = signature AND news_similarity(signature, signature) = 1) FROM wire WHERE id < 6;
SELECT count(*) FROM (SELECT DISTINCT signature FROM wire) s;

-- Through the index the same rows as without it.
CREATE INDEX ON wire USING gin (signature);
SET enable_seqscan = off;
SET plan_cache_mode = force_generic_plan;
PREPARE copies_of(news_signature) AS SELECT id FROM wire WHERE signature % $1 ORDER BY id;
EXPLAIN (COSTS OFF) EXECUTE copies_of(NULL);
SELECT id FROM wire WHERE signature % (SELECT signature FROM wire WHERE id = 1) ORDER BY id;
SET enable_seqscan = on;
SET enable_bitmapscan = off;
SELECT id FROM wire WHERE signature % (SELECT signature FROM wire WHERE id = 1) ORDER BY id;

-- The stories of a day, each with its copies: the least id names the story.
WITH RECURSIVE near AS (
  SELECT a.id, b.id AS other FROM wire a JOIN wire b ON a.signature % b.signature
), story AS (
  SELECT id, id AS first FROM wire WHERE signature IS NOT NULL
  UNION
  SELECT n.other, s.first FROM story s JOIN near n ON n.id = s.id
)
SELECT first, array_agg(id ORDER BY id) AS articles FROM (SELECT id, min(first) AS first FROM story GROUP BY id) s GROUP BY first ORDER BY first;

-- Text form and faults.
SELECT signature::text::news_signature = signature AS same, length(signature::text) FROM wire WHERE id = 1;
SELECT 'x'::news_signature;
SELECT '0:'::news_signature;
SELECT news_copies(signature, signature, 2) FROM wire WHERE id = 1;
SELECT news_similarity(news_signature(repeat('word ', 100)), news_signature(repeat('word ', 9000)));
DROP TABLE wire;
