-- The same words elsewhere: shortened, with an ellipsis or an editor's brackets, in other marks.
\pset format unaligned
\pset fieldsep ' | '

CREATE TABLE story (id int, body text, quotes news_quote[] GENERATED ALWAYS AS (news_quotes(body)) STORED);
INSERT INTO story VALUES
(1, '“We will rebuild the harbour, stone by stone, and we will do it before the winter comes,” Mayor Ida Voss said.'),
(2, 'Ida Voss told Nord News: "We will rebuild the harbour [of Halvern] ... and we will do it before the winter comes."'),
(3, '«We will rebuild the harbour, stone by stone,» said Ida Voss.'),
(4, '“We will rebuild the harbour, stone by stone, and we will do it before the winter comes,” said Paul Denny, her deputy.'),
(5, '“The harbour will be rebuilt, of course, but not this year,” said Ida Voss.'),
(6, '“Never again,” said Ida Voss.'),
(7, '“Never again,” said Paul Denny. “We are tired of it.”'),
(8, '“We will not rebuild anything until the insurers have paid what they owe,” said Paul Denny.'),
(9, ''), (10, NULL);

SELECT id FROM story WHERE quotes % 'We will rebuild the harbour, stone by stone, and we will do it before the winter comes' ORDER BY id;
SELECT id FROM story WHERE quotes % 'rebuild the harbour stone by stone' ORDER BY id;
SELECT id FROM story WHERE quotes % 'never again' ORDER BY id;
SELECT id FROM story WHERE quotes % '' OR quotes % '…';

-- How near two quotes are.
SELECT a.id, b.id, round(news_similarity(a.quotes[1], b.quotes[1])::numeric, 2) FROM story a JOIN story b ON a.id < b.id
WHERE a.id = 1 AND b.id IN (2, 3, 4, 5, 8) ORDER BY b.id;

-- Words that more than one person is given for.
SELECT news_quote_text(q) AS words, array_agg(DISTINCT news_quote_speaker(o)::text ORDER BY news_quote_speaker(o)::text) AS speakers
FROM story s, unnest(s.quotes) q, story t, unnest(t.quotes) o
WHERE s.id IN (1, 6) AND t.quotes % news_quote_text(q) AND o % news_quote_text(q)
GROUP BY 1 HAVING count(DISTINCT news_quote_speaker(o)) > 1 ORDER BY 1;

-- Through the index the same rows.
CREATE INDEX ON story USING gin (quotes news_quote_said_ops);
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM story WHERE quotes % 'never again';
SELECT id FROM story WHERE quotes % 'We will rebuild the harbour, stone by stone, and we will do it before the winter comes' ORDER BY id;
SELECT id FROM story WHERE quotes % 'rebuild the harbour stone by stone' ORDER BY id;
SELECT id FROM story WHERE quotes % 'never again' ORDER BY id;
SELECT id FROM story WHERE quotes % '';
DROP TABLE story;
