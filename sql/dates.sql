-- The times that an article speaks of, as TIMEX3.
SET datestyle = 'ISO';

-- Absolute ones need nothing.
SELECT * FROM news_find_dates('The bridge opened on 3 May 2021 and closed in 2023.');

-- Relative ones are resolved against the day of publication, a Thursday here.
SELECT mention, kind, value, range FROM news_find_dates('It rained yesterday. It will rain tomorrow.', '2021-05-06');
SELECT mention, value FROM news_find_dates('The vote was held on Monday.', '2021-05-06');

-- Without it, against the dateline of the article itself; without that, they stay open.
SELECT mention, value, range FROM news_find_dates(E'River floods towns\n\nOSLO, May 6, 2021 (AP) — It rained yesterday.') WHERE mention = 'yesterday';
SELECT mention, value, range IS NULL AS open FROM news_find_dates('It rained yesterday, as it did all last month.');

-- Neither the clock nor the session has a say.
CREATE TEMP TABLE told AS SELECT news_dates('It rained yesterday, on 3/4/2021 and at 9 p.m. on Friday.', '2021-05-06') AS d;
SET timezone = 'Pacific/Kiritimati';
SET datestyle = 'SQL, DMY';
SELECT d = news_dates('It rained yesterday, on 3/4/2021 and at 9 p.m. on Friday.', '2021-05-06') AS same FROM told;
SET datestyle = 'ISO';

-- A caller may say whether an open weekday lies behind or ahead.
SELECT prefer, value FROM unnest('{past,future}'::text[]) prefer, news_find_dates('Friday', '2021-05-06', prefer);
SELECT value FROM news_find_dates('Friday', '2021-05-06', prefer => 'nearest');

-- And which number of 3/4/2021 is the month; else another date of the article decides.
SELECT value FROM news_find_dates('Paid on 3/4/2021.', '2021-05-06', prefer => 'day first');
SELECT value FROM news_find_dates('Paid on 3/4/2021.', '2021-05-06', prefer => 'past, month first');
SELECT mention, value FROM news_find_dates('Due on 25/3/2021, paid on 3/4/2021.', '2021-05-06');

-- Durations and sets have no days.
SELECT mention, kind, value, range FROM news_find_dates('The talks lasted three hours. They meet every Friday.', '2021-05-06');

-- An impossible day is none.
SELECT count(*) AS wrong FROM news_find_dates('On February 30, 2021, on 31/31/2021 and at 25:99.') WHERE range IS NOT NULL AND value ~ '02-30|-31-31|25:99';

-- As an array, to store and to ask.
SELECT news_date_kind(d), news_date_value(d), news_date_range(d), news_date_mention(d), news_date_mention_span(d)
FROM unnest(news_dates('The bridge opened on 3 May 2021.')) d;
SELECT news_date_span(news_dates('The bridge opened on 3 May 2021 and closed in 2023.'));

-- Dates depend on more than the body.
SELECT count(DISTINCT news_dates('It rained yesterday.', day::date)) FROM generate_series(date '2021-05-01', '2021-05-22', '7 days') day;

-- Which day a moment is depends on where the paper is: 02:40 in Greenwich was still Friday in New York.
SELECT zone, news_day('2025-04-12 02:40+00', zone) FROM unnest('{America/New_York,Europe/London,Asia/Tokyo}'::text[]) zone;
SELECT mention, value FROM news_find_dates('They met on Friday.', news_day('2025-04-12 02:40+00', 'America/New_York'));
CREATE TEMP TABLE moment (published timestamptz, body text,
  dates news_date[] GENERATED ALWAYS AS (news_dates(body, news_day(published, 'Asia/Tokyo'))) STORED);
INSERT INTO moment VALUES ('2025-04-12 02:40+00', 'They met yesterday.'), (NULL, 'They met yesterday.');
SELECT news_date_value(dates[1]) FROM moment ORDER BY published NULLS LAST;
\set VERBOSITY terse
SELECT news_day('2025-04-12 02:40+00', 'Nowhere/Land');
\set VERBOSITY default
