-- Binary copies of every type come back as they were.
\getenv builddir PG_ABS_BUILDDIR
\set file :builddir '/results/copy_binary.data'
CREATE TEMP TABLE value (n int, e news_entity, q news_quote, d news_date, es news_entity[], qs news_quote[], ds news_date[]);
INSERT INTO value VALUES
  (1, 'gpe:Paris <geonames:4717560>',
   '{"kind": "mixed", "speaker": "person:Zoé", "text": "naïve", "about": ["org:A", "gpe:B <x:1>"], "confidence": 0.25, "parts": "{[2,7),[9,11)}", "cue": "said", "cue_span": "[20,24)"}',
   '{"kind": "SET", "value": "XXXX-WXX-5", "range": "[0044-03-15 BC,2021-01-01)", "mod": "APPROX", "span": "[3,5)"}',
   '{person:A, NULL, person:B}', '{}', NULL),
  (2, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO value (n, es, qs, ds)
  SELECT 3, news_entities(b), news_quotes(b), news_dates(b, '2021-05-06')
  FROM (VALUES ('Ada Byrne flew to Norway on 3 May 2021. "We agreed," Byrne told reporters.')) v(b);
\set command '\\copy value TO ' :'file' ' (FORMAT binary)'
:command
CREATE TEMP TABLE back (LIKE value);
\set command '\\copy back FROM ' :'file' ' (FORMAT binary)'
:command
SELECT count(*), count(*) FILTER (WHERE value IS NOT DISTINCT FROM back) AS same FROM value JOIN back USING (n);
