-- The type news_date: a time expression, as TIMEX3.  It prints as fields between bars.
SET datestyle = 'ISO';
SELECT '{"kind": "DATE", "value": "2025-04", "mod": "START", "range": "[2025-04-01,2025-05-01)",
         "mention": "early April", "span": "[4,15)", "confidence": 0.8}'::news_date AS d \gset
SELECT :'d'::news_date;

-- Its accessors.
SELECT news_date_kind(d), news_date_value(d), news_date_mod(d), news_date_range(d), news_date_mention(d),
       news_date_mention_span(d), news_date_confidence(d)
FROM (SELECT :'d'::news_date AS d UNION ALL SELECT '{"kind": "DURATION", "value": "P3Y"}' UNION ALL SELECT '{"kind": "DATE"}') s;

-- How fine it is follows from the form of the value.
SELECT v, news_date_grain(format('{"kind": "DATE", "value": "%s"}', v)::news_date)
FROM unnest('{2025-04-24, 2025-04, 2025, 198, 19, 2025-W17, 2025-W17-WE, XXXX-WXX-5, 2025-Q2, 2025-H1, 2025-SU, XXXX-09, FY2014, BC0044, -0043-03-15,
  2025-04-24T21:41, 2025-04-24T09, 2025-04-24TEV, 2025-04-24T12:00:05Z, 2025-04-24T12:00+02:00, P3Y, P1Y6M, PT3H, PT2H30M, P2DE, P1WE, PXD, PTXM, P1Q, PAST_REF, FUTURE_REF, 2025-4}'::text[]) v;

-- For programs it is a JSON object; days are lists of two, the second the day after the last.
SELECT :'d'::news_date::json;
SELECT d::json::text::news_date = d AS json, d::text::news_date = d AS text FROM (SELECT :'d'::news_date AS d) s;

-- The text form knows no DateStyle and no time zone, years before Christ and after 9999 too.
SET datestyle = 'SQL, DMY';
SELECT d, d::text::news_date = d AS same, news_date_range(d)
FROM unnest(ARRAY['{"kind": "DATE", "range": "[0044-03-15 BC,0044-03-16 BC)"}',
                  '{"kind": "DATE", "range": "[4714-11-24 BC,5874897-12-31)"}',
                  '{"kind": "DATE", "range": "[0001-12-31 BC,0001-01-02)"}',
                  '{"kind": "DATE", "range": "[2024-02-29,2024-03-01)"}']::news_date[]) d;
SET datestyle = 'ISO';

-- All the days that an article speaks of, for a GiST index.
SELECT news_date_span(ARRAY['{"kind": "DATE", "range": "[2025-04-01,2025-05-01)"}', '{"kind": "DATE", "range": "[2025-04-25,2025-05-02)"}',
                            '{"kind": "DATE", "range": "[2020-01-01,2021-01-01)"}', '{"kind": "DURATION", "value": "P3Y"}', NULL]::news_date[]);
SELECT news_date_span('{}'), news_date_span(NULL);

-- Order: by first day, then last day; what has no days comes last.
SELECT d FROM unnest(ARRAY['{"kind": "DURATION", "value": "P3Y"}', '{"kind": "DATE", "range": "[2025-04-01,2025-05-01)"}',
  '{"kind": "DATE", "range": "[2025-04-01,2025-04-02)"}', '{"kind": "DATE", "range": "[0044-03-15 BC,0044-03-16 BC)"}']::news_date[]) d ORDER BY d;
SELECT count(*) AS pairs, count(*) FILTER (WHERE (a < b) = (b > a) AND (a <= b) = NOT (a > b) AND (a = b) = NOT (a <> b)
                        AND sign(newstext_date_cmp(a, b)) = -sign(newstext_date_cmp(b, a))
                        AND (a = b) = (newstext_date_hash_extended(a, 7) = newstext_date_hash_extended(b, 7))) AS consistent
FROM unnest(ARRAY['{"kind": "DATE"}', '{"kind": "TIME"}', '{"kind": "DATE", "range": "[2025-04-01,2025-05-01)"}', '{"kind": "DATE", "mention": "now"}']::news_date[]) a,
     unnest(ARRAY['{"kind": "DATE"}', '{"kind": "TIME"}', '{"kind": "DATE", "range": "[2025-04-01,2025-05-01)"}', '{"kind": "DATE", "mention": "now"}']::news_date[]) b;

-- What cannot be a date says why.
SELECT 'Friday'::news_date;
SELECT '{}'::news_date;
SELECT 'DATE | 2025-04-11 | Friday | 2025-04-11'::news_date;
SELECT 'DATE | 2025-04-11 | Friday | | | [4,9) | 0.9 | more'::news_date;
SELECT 'DATE | 2025-04-11 | Friday | | | 4-9'::news_date;
SELECT '{"kind": "DATE", "range": ["2025-02-28", "2025-02-29"]}'::news_date;
SELECT '{"kind": "DATE", "range": ["2025-02-28"]}'::news_date;
SELECT '{"kind": "date"}'::news_date;
SELECT '{"kind": "DATE", "mod": "EARLY"}'::news_date;
SELECT '{"kind": "DATE", "value": "a b"}'::news_date;
SELECT '{"kind": "DATE", "value": "0123456789012345678901234567890123456789"}'::news_date;
SELECT '{"kind": "DATE", "range": "[2025-02-29,2025-03-01)"}'::news_date;
SELECT '{"kind": "DATE", "range": "[2025-03-01,2025-03-01)"}'::news_date;
SELECT '{"kind": "DATE", "range": "[2025-03-01,)"}'::news_date;
SELECT '{"kind": "DATE", "range": "[9999999-03-01,9999999-03-02)"}'::news_date;
SELECT '{"kind": "DATE", "span": "[9,4)"}'::news_date;
SELECT '{"kind": "DATE", "day": "2025-03-01"}'::news_date;
