-- How much and how many: money, percentages, quantities, counts.
\pset format unaligned
\pset fieldsep ' | '

SELECT mention, kind, value, unit, what, approximate FROM news_find_amounts(
'HALVERN — A storm killed at least 12 people and cost about $1.2 billion, or 2.5 percent of output. Winds of 90 mph were
measured, and more than 300 homes were destroyed. The fund will pay between 3 and 4 million euros, up from £750,000; a third
of the families have no insurance, and one in five shops stays closed. The council voted 5-2 vote by vote.');

-- What is bounded by the words beside it.
SELECT mention, value, approximate FROM news_find_amounts(
'Over 300 arrests, as many as 40 injured, no fewer than 12 schools, fewer than 5 trains, up to 20 buses, 50 or more boats,
nearly 700 guests, hundreds of callers and tens of thousands of marchers.');

-- Figures in every dress.
SELECT mention, value, unit FROM news_find_amounts(
'It paid €3-4 million, a half-million dollars, 10p, £1.5tn, three and a half million rupees, HK$20 million, R120 000,
USD 2.6 million, 20CUP, Tk 5 lakh, 1,00,000 rupees, ZAR2,6 million and 53 billion US dollars.');

-- In units of the SI (NIST SP 811).
SELECT news_amount_mention(a), news_amount_si_value(a), news_amount_si_unit(a)
FROM unnest(news_amounts('It is 10 miles away, at 50 degrees Fahrenheit, with 5 tonnes of salt, 3 percentage points and $5.')) a;

-- Pounds that are weighed, and pounds that are paid.
SELECT mention, kind, unit FROM news_find_amounts('He weighs 220 pounds and lost 12 pounds; the bike cost 220 pounds. The bag held 100kg (220 pounds).');

-- What is no amount: dates, ages, addresses, scores, numbers of things.
SELECT mention, kind FROM news_find_amounts(
'On 12 May 2016 voters aged 34 met in room 12 of 40 Main Street, took flight 370 and the A12, read chapter 7 and Section 230 rules,
rode an F-16, won 5-2, saw Apollo 11 astronauts, called 555-0199, fixed version 2.5, and left at 10:30 after three days.');

-- Bad figures: too long, too large, backwards. Nothing is made up, nothing fails.
SELECT mention, value FROM news_find_amounts('It cost $' || repeat('9', 1000) || ' or 1e400 dollars; minus five percent; from 9 to 4 percent; 5 zorkmids; $; %.');
SELECT news_amounts(''), news_amounts('x'), news_amounts(NULL) IS NULL;

-- The type: text, JSON, order, faults.
SELECT a, a::jsonb FROM unnest(news_amounts('About 12 people were killed; it cost €3-4 million.')) a;
SELECT a FROM unnest(ARRAY['count | [12,12]', 'money | [+5.50,) | USD | | about | $5.50 | [1,6)', '{"kind": "percent", "value": "(,3)", "unit": "%"}']::news_amount[]) a ORDER BY a;
SELECT 'money | [5,5] | USD'::news_amount = '{"kind": "money", "value": "[5.0,5]", "unit": "USD"}'::news_amount AS equal;
SELECT 'money | [5,4]'::news_amount;
SELECT 'money | (,)'::news_amount;
SELECT 'money | five'::news_amount;
SELECT 'cash | [5,5]'::news_amount;
SELECT '{"kind": "money", "value": "[5,5]", "approximate": 1}'::news_amount;
SELECT 'count | [5,5] | | | perhaps'::news_amount;
SELECT 'count | [5,5] | a unit that is longer than any of them is'::news_amount;

-- As rows, and through an index.
SELECT nr, kind, low, high, unit, what FROM news_rows(news_amounts('At least 12 people were killed; it cost $5m and 3 euros.'));
CREATE TABLE story (id int, amounts news_amount[]);
INSERT INTO story SELECT i, news_amounts(CASE WHEN i % 100 = 0 THEN 'At least ' || i || ' people were killed.' ELSE 'It cost ' || i || ' euros.' END)
FROM generate_series(1, 2000) i;
CREATE INDEX ON story USING gin (news_amount_words(amounts));
ANALYZE story;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM story WHERE news_amount_words(amounts) @> '{people,killed}';
SELECT count(*), min(id), max(id) FROM story WHERE news_amount_words(amounts) @> '{people,killed}';
SELECT count(*) FROM story WHERE news_amount_words(amounts) @> '{unit:EUR}'
  AND EXISTS (SELECT FROM unnest(amounts) a WHERE news_amount_unit(a) = 'EUR' AND news_amount_value(a) && '(1900,)');
SET enable_indexscan = off;
SET enable_bitmapscan = off;
SELECT count(*), min(id), max(id) FROM story WHERE news_amount_words(amounts) @> '{people,killed}';
DROP TABLE story;
