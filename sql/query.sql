-- news_query: what is asked of entities and quotes.

SELECT 'putin & gpe:ukraine & !org:nato'::news_query;
SELECT $$speaker:person:'o''neill' & (crimea | said:ceasefire*)$$::news_query;

-- One form for equal questions.
SELECT '  a&(b & c) '::news_query, 'a | (b | (c | d))'::news_query, '!!a'::news_query, '!(!a & b)'::news_query;
SELECT '(((a | b)))  & c'::news_query, 'SPEAKER:Person: putin'::news_query, 'kind:Direct'::news_query;
SELECT 'a & (b & c)'::news_query = '(a & b) & c'::news_query AS same, 'a & b'::news_query = 'b & a'::news_query AS other;

-- Whatever is there; names between double quotes.
SELECT 'person:*'::news_query, 'speaker:* & !speaker:person: *'::news_query, '"george bush" | said:"a ""b"" ''c''"'::news_query;
SELECT 'speaker:*'::news_query::text::news_query = news_query_term('', NULL, 'speaker', true) AS same;

-- Names with quotation marks, colons, backslashes come back as they went in.
SELECT q, q::text::news_query = q AS again FROM (VALUES
	(news_query_term($$O'Neill$$)), (news_query_term('Alien: Romulus', 'work_of_art')),
	(news_query_term('C:\news & more | "so" (on) !')), (news_query_term('Erdoğan', 'person', 'speaker', true)),
	(news_query_term('direct', NULL, 'kind')), (news_query_term('U.S.', 'gpe')), (news_query_term('AT&T')),
	($$'it''s' & 'a\\b' & a\:b & a\ b$$)) v (q);
CREATE TEMP TABLE asked (q news_query);
INSERT INTO asked VALUES ('putin'), ('!putin'), ('a & b | c'), ('speaker:x & kind:mixed');
SELECT count(*), count(DISTINCT q) FROM (SELECT * FROM asked UNION ALL SELECT * FROM asked) s;
SELECT q FROM asked ORDER BY q;

-- Made by a program.
SELECT news_query_and('a | b', 'c'), news_query_or('a & b', 'c'), news_query_not('a | b'), news_query_and('', 'c');
SELECT news_query_terms('a & !(b | c)'), news_query_terms('');
SELECT news_query_term(NULL), news_query_term('...');

-- Made of what a reader types: never an error.
SELECT news_plain_query(t) FROM (VALUES
	('Putin Ukraine'), ('talks of the US with Putin'), ('The Who'), ('in the'), ('"Vladimir Putin" in Crimea'), ($$what's this: (AT&T | !) * ' "$$), (' , '), (''),
	('U.S. troops'), ('who is the president of France?'), ('What did Putin say'), ('the WHO in Geneva'), ('who'), ('When was the Who in London'), ('<b>bold</b>'), (repeat('"', 20))) v (t);
SELECT news_query_terms(news_plain_query(repeat('word ', 20000)));
SELECT length(news_plain_query(repeat('x', 100000))::text);

-- Other names that the lexicon knows.
SELECT news_query_expand('usa & putin & !uk'), news_query_expand('gpe:U.S.'), news_query_expand('person:usa'), news_query_expand('us*'),
	news_query_expand($$speaker:usa & said:usa & 'united states'$$), news_query_expand('gpe:''united kingdom''');

-- A fault is shown where it is.
SELECT 'putin & | crimea'::news_query;
SELECT 'putin crimea'::news_query;
SELECT 'putin & '::news_query;
SELECT 'persn:putin'::news_query;
SELECT 'said:person:putin'::news_query;
SELECT $$'person':putin$$::news_query;
SELECT '(putin | (crimea)'::news_query;
SELECT 'putin)'::news_query;
SELECT $$a & 'putin$$::news_query;
SELECT 'a & putin\'::news_query;
SELECT '*'::news_query;
SELECT $$'...'*$$::news_query;
SELECT 'kind:spoken'::news_query;
SELECT 'Erdoğan & ğ & &'::news_query;
SELECT news_query_term('x', 'country');
SELECT news_query_term('x', NULL, 'title');
SELECT news_query_term('x', 'person', 'said');

SELECT 'stance:deny'::news_query;
SELECT 'stance:den*'::news_query, 'stance:zz*'::news_query;
SELECT news_query_term('deny', NULL, 'stance');
SELECT 'kind:*'::news_query;

-- Nothing to look for.
SELECT ''::news_query, '  '::news_query;
SELECT '--- & ...'::news_query;
SELECT 'a & !...'::news_query;

-- Caps.
SELECT repeat('(', 1000000)::news_query;
SELECT length((repeat('!', 1000001) || 'a')::news_query::text);
SELECT news_query_terms((SELECT string_agg('a' || i, ' & ') FROM generate_series(1, 10000) i)::news_query);
SELECT news_query_terms((SELECT string_agg('a' || i, ' | ') FROM generate_series(1, 20000) i)::news_query);
SELECT (repeat('a', 1001))::news_query;
SELECT (repeat('(a & (b | ', 60) || 'c' || repeat('))', 60))::news_query IS NOT NULL;
SELECT (repeat('(a & !(b | ', 65) || 'c' || repeat('))', 65))::news_query IS NOT NULL;
SELECT (repeat('ab', 101) || '*')::news_query;
