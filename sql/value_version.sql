-- Values that release 0.1.0 stored are read, and equal those of today.
-- The bytes were dumped from a server of 0.1.0, with what it printed and its hashes.
SET client_min_messages = warning;
CREATE CAST (bytea AS news_entity) WITHOUT FUNCTION;
CREATE CAST (bytea AS news_quote) WITHOUT FUNCTION;
CREATE CAST (bytea AS news_date) WITHOUT FUNCTION;
CREATE CAST (news_entity AS bytea) WITHOUT FUNCTION;
CREATE CAST (news_quote AS bytea) WITHOUT FUNCTION;
CREATE CAST (news_date AS bytea) WITHOUT FUNCTION;

CREATE TEMP TABLE entity (bytes text, printed news_entity, hash int, hash_extended bigint);
INSERT INTO entity VALUES
	('01010000416e6e61204d65696572', 'person:Anna Meier', 628776149, 226749075585606213),
	('01051000506172697367656f6e616d65733a34373137353630', 'gpe:Paris <geonames:4717560>', 246528184, -5161234227031106195),
	('01040000c3896c616e', 'org:Élan', -68034173, -6184101014378995279),
	('01090000416c69656e3a20526f6d756c7573', 'work_of_art:Alien: Romulus', 1338885577, -8916016593403662470);
CREATE TEMP TABLE quote (bytes text, printed news_quote, hash int, hash_extended bigint);
INSERT INTO quote VALUES
	('010101000a00d4030400000019000000040000003600000002000000000000001e00000037000000380000003c0000000a0000001d0000004800000062000000416e6e61204d65696572736169645072696d65204d696e697374657220416e6e61204d6569657273616964e2809c54686520766f7465206973206f7665722ce2809d20e2809c57652077696c6c207374617274206f6e204d6f6e6461792ee2809d', '{"kind": "direct", "speaker": "person:Anna Meier", "mention": "Prime Minister Anna Meier", "cue": "said", "stance": "said", "text": "“The vote is over,” “We will start on Monday.”", "confidence": 0.980, "parts": "{[10,29),[72,98)}", "speaker_span": "[30,55)", "cue_span": "[56,60)"}', 711270127, -9197388529485843885),
	('010201000c002003060000000c000000060000003100000001000000000000006e0000007a000000900000009600000097000000c40000004272756e6f204b656c6c65727761726e65644272756e6f204b656c6c65727761726e6564746861742074686520706c616e20e2809c63616e6e6f7420776f726be2809d206265666f7265207468652073756d6d6572', '{"kind": "mixed", "speaker": "person:Bruno Keller", "mention": "Bruno Keller", "cue": "warned", "stance": "warned", "text": "that the plan “cannot work” before the summer", "confidence": 0.800, "parts": "{[151,196)}", "speaker_span": "[110,122)", "cue_span": "[144,150)"}', -1025061823, 5474136856160025181),
	('010100000000e8030000000000000000000000000a0000000000000000000000000000000000000000000000000000004e6f20636f6d6d656e74', '{"kind": "direct", "text": "No comment", "confidence": 1.000}', -1750678250, -9011341414859530221),
	('0102040003007b00070000000300000000000000060000000000000002000000000000000000000003000000050000005a6f6f6f64645f6f6e655a6f6f7468617420580503010058613a310600010059', '{"kind": "mixed", "speaker": "org:Zoo", "mention": "Zoo", "stance": "odd_one", "text": "that X", "about": ["gpe:X <a:1>", "loc:Y"], "confidence": 0.123, "cue_span": "[3,5)"}', 225133375, -4634456618091459277);
CREATE TEMP TABLE date (bytes text, printed news_date, hash int, hash_extended bigint);
INSERT INTO date VALUES
	('0101000a10240000112400000d0000001300000070030000323032352d30342d3131467269646179', '{"kind": "DATE", "value": "2025-04-11", "range": "[2025-04-11,2025-04-12)", "mention": "Friday", "span": "[13,19)", "confidence": 0.880}', 891392296, -682027894504302987),
	('01010008052400000c240000150000001e000000b6030000323032352d5731346c617374207765656b', '{"kind": "DATE", "value": "2025-W14", "range": "[2025-03-31,2025-04-07)", "mention": "last week", "span": "[21,30)", "confidence": 0.950}', 1616339428, -8765409168460266648),
	('01010007e723000006240000230000002800000070030000323032352d30334d61726368', '{"kind": "DATE", "value": "2025-03", "range": "[2025-03-01,2025-04-01)", "mention": "March", "span": "[35,40)", "confidence": 0.880}', 2046664680, -2908859439180632175),
	('0101000706240000612400002d0000003f00000070030000323032352d5132746865207365636f6e642071756172746572', '{"kind": "DATE", "value": "2025-Q2", "range": "[2025-04-01,2025-07-01)", "mention": "the second quarter", "span": "[45,63)", "confidence": 0.880}', -345836832, -453070804855162560),
	('010100041c1b0000891c00004400000048000000d40300003230313932303139', '{"kind": "DATE", "value": "2019", "range": "[2019-01-01,2020-01-01)", "mention": "2019", "span": "[68,72)", "confidence": 0.980}', 1334609650, -211701011922863418),
	('01010904891c0000f71d00004d0000005a000000d4030000323032306561726c7920696e2032303230', '{"kind": "DATE", "value": "2020", "mod": "START", "range": "[2020-01-01,2021-01-01)", "mention": "early in 2020", "span": "[77,90)", "confidence": 0.980}', -633715688, -1103969287030869289),
	('010300030000000000000000600000006b000000840300005033597468726565207965617273', '{"kind": "DURATION", "value": "P3Y", "mention": "three years", "span": "[96,107)", "confidence": 0.900}', -1848939950, -6062084531610373334),
	('0101000800000000000000006d0000007500000084030000504153545f524546726563656e746c79', '{"kind": "DATE", "value": "PAST_REF", "mention": "recently", "span": "[109,117)", "confidence": 0.900}', -492689120, -7138034328453312505),
	('01010003bcf1ffff000000007d00000086000000d4030000313939746865203139393073', '{"kind": "DATE", "value": "199", "range": "[1990-01-01,2000-01-01)", "mention": "the 1990s", "span": "[125,134)", "confidence": 0.980}', -581873306, 5162744079030302808),
	('010200101d2400001e2400000000000000000000e8030000323032352d30342d32345431303a333078', '{"kind": "TIME", "value": "2025-04-24T10:30", "range": "[2025-04-24,2025-04-25)", "mention": "x", "confidence": 1.000}', -1174162278, -5524451007637908425),
	('01010004cd97daff0c97da7f0000000000000000e80300003230323565766572', '{"kind": "DATE", "value": "2025", "range": "[4713-01-01 BC,5874897-12-31)", "mention": "ever", "confidence": 1.000}', -2053061806, -7187646997767091206);

SELECT kind, count(*), bool_and(get_byte(old::bytea, 0) = 1 AND get_byte(printed::bytea, 0) = 2) AS versions,
	bool_and(old = printed AND NOT old <> printed AND old <= printed AND NOT old < printed) AS equal, bool_and(same_hash) AS hashes,
	bool_and(old::text = printed::text) AS text, sum(length(old::bytea)) AS bytes, sum(length(printed::bytea)) AS bytes_now
FROM (SELECT 'entity' AS kind, decode(bytes, 'hex')::news_entity AS old, printed,
		newstext_entity_hash(decode(bytes, 'hex')::news_entity) = hash AND newstext_entity_hash_extended(printed, 7) = hash_extended
		AND newstext_entity_hash(printed) = hash AS same_hash FROM entity) s GROUP BY 1
UNION ALL SELECT kind, count(*), bool_and(get_byte(old::bytea, 0) = 1 AND get_byte(printed::bytea, 0) = 2),
	bool_and(old = printed AND NOT old <> printed AND old <= printed AND NOT old < printed), bool_and(same_hash),
	bool_and(old::text = printed::text), sum(length(old::bytea)), sum(length(printed::bytea))
FROM (SELECT 'quote' AS kind, decode(bytes, 'hex')::news_quote AS old, printed,
		newstext_quote_hash(decode(bytes, 'hex')::news_quote) = hash AND newstext_quote_hash_extended(printed, 7) = hash_extended
		AND newstext_quote_hash(printed) = hash AS same_hash FROM quote) s GROUP BY 1
UNION ALL SELECT kind, count(*), bool_and(get_byte(old::bytea, 0) = 1 AND get_byte(printed::bytea, 0) = 2),
	bool_and(old = printed AND NOT old <> printed AND old <= printed AND NOT old < printed), bool_and(same_hash),
	bool_and(old::text = printed::text), sum(length(old::bytea)), sum(length(printed::bytea))
FROM (SELECT 'date' AS kind, decode(bytes, 'hex')::news_date AS old, printed,
		newstext_date_hash(decode(bytes, 'hex')::news_date) = hash AND newstext_date_hash_extended(printed, 7) = hash_extended
		AND newstext_date_hash(printed) = hash AS same_hash FROM date) s GROUP BY 1;

-- In arrays and indexes they are the same thing.
SELECT ARRAY[decode(bytes, 'hex')::news_entity] @> ARRAY[printed] AS contains, ARRAY[decode(bytes, 'hex')::news_entity] @@ 'paris | meier | elan | alien' AS found FROM entity;
SELECT count(DISTINCT e) FROM (SELECT printed FROM entity UNION ALL SELECT decode(bytes, 'hex')::news_entity FROM entity) s (e);
SELECT (unnest(news_entity_counts(ARRAY[e]))).articles FROM (SELECT printed FROM entity UNION ALL SELECT decode(bytes, 'hex')::news_entity FROM entity) s (e);
SELECT news_send FROM (SELECT newstext_quote_send(printed) = newstext_quote_send(decode(bytes, 'hex')::news_quote) AS news_send FROM quote) s GROUP BY 1;

-- Releases to come, and damage.
SELECT '\x03810041'::bytea::news_entity;
SELECT '\x'::bytea::news_entity;
SELECT '\x020f41'::bytea::news_entity;
SELECT '\x0201'::bytea::news_entity;
SELECT '\x03'::bytea::news_quote;
SELECT '\x03'::bytea::news_date;
CREATE FUNCTION reads(value bytea, type text) RETURNS int LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('SELECT ($1::%s)::text', type) USING value;
	RETURN 1;
EXCEPTION WHEN data_corrupted OR character_not_in_repertoire THEN
	RETURN 0;
END $$;
-- cut short anywhere
SELECT sum(reads(substr(printed::bytea, 1, n), 'news_quote')) AS quotes FROM quote, generate_series(0, length(printed::bytea) - 1) n;
SELECT sum(reads(substr(printed::bytea, 1, n), 'news_date')) < 20 AS dates FROM date, generate_series(0, length(printed::bytea) - 1) n;
-- a byte changed anywhere: read or refused, and nothing worse
SELECT count(reads(set_byte(printed::bytea, n, b), 'news_quote')) > 1000 AS tried FROM quote, generate_series(0, length(printed::bytea) - 1) n, unnest(ARRAY[0, 1, 127, 128, 254, 255]) b;
SELECT count(reads(set_byte(printed::bytea, n, b), 'news_date')) > 1000 AS tried FROM date, generate_series(0, length(printed::bytea) - 1) n, unnest(ARRAY[0, 1, 5, 127, 128, 254, 255]) b;
SELECT count(reads(set_byte(printed::bytea, n, b), 'news_entity')) > 200 AS tried FROM entity, generate_series(0, length(printed::bytea) - 1) n, unnest(ARRAY[0, 1, 127, 128, 254, 255]) b;

-- Texts that no table of English fits come back as they were.
SELECT news_entity_name(news_entity('person', n)) = n AS same FROM unnest(ARRAY['Ωμέγα 東京', 'x', repeat('ÿ', 500), repeat('the ', 249) || 'end', 'qzqzqz']) n;
SELECT news_date_value(d) = v AS same, news_date_range(d) FROM (SELECT v, format('{"kind": "DATE", "value": "%s", "range": "[%s,%s)"}', v, a, b)::news_date
	FROM (VALUES ('2024-02', '2024-02-01', '2024-03-01'), ('2024-02', '2024-02-01', '2024-02-29'), ('2020-W53', '2020-12-28', '2021-01-04'), ('2021-W01', '2020-12-28', '2021-01-04'),
		('2025-Q4', '2025-10-01', '2026-01-01'), ('2025-12', '2025-12-01', '2026-01-01'), ('9999', '9999-01-01', '10000-01-01'), ('0999', '0999-01-01', '1000-01-01'), ('2025-12-31', '2025-12-31', '2026-01-01')) v (v, a, b)) s (v, d);

DROP FUNCTION reads(bytea, text);
DROP CAST (bytea AS news_entity); DROP CAST (bytea AS news_quote); DROP CAST (bytea AS news_date);
DROP CAST (news_entity AS bytea); DROP CAST (news_quote AS bytea); DROP CAST (news_date AS bytea);
