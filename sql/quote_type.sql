-- The type news_quote: who said what.  It prints as fields between bars.
SELECT '{"kind": "direct", "speaker": "person:Ada Byrne", "mention": "Byrne", "cue": "said", "stance": "said",
         "text": "\"Yes,\" \"we agreed in Oslo.\"", "about": ["gpe:Oslo"], "confidence": 0.91,
         "parts": "{[1,7),[19,39)}", "speaker_span": "[13,18)", "cue_span": "[8,12)"}'::news_quote AS q \gset
SELECT :'q'::news_quote;

-- Its accessors.
\x on
SELECT news_quote_kind(q), news_quote_text(q), news_quote_speaker(q), news_quote_speaker_mention(q),
       news_quote_speaker_span(q), news_quote_cue(q), news_quote_cue_span(q), news_quote_stance(q),
       news_quote_about(q), news_quote_confidence(q), news_quote_span(q), news_quote_parts(q)
FROM (SELECT :'q'::news_quote AS q) s;

-- Only kind and text must be there; what is missing is NULL, the confidence 1.
SELECT news_quote_kind(q), news_quote_text(q), news_quote_speaker(q), news_quote_speaker_mention(q),
       news_quote_speaker_span(q), news_quote_cue(q), news_quote_cue_span(q), news_quote_stance(q),
       news_quote_about(q), news_quote_confidence(q), news_quote_span(q), news_quote_parts(q)
FROM (SELECT '{"kind": "indirect", "text": "the river would rise"}'::news_quote AS q) s;
\x off

-- For programs it is a JSON object: entities are objects, spans lists of two.
SELECT :'q'::news_quote::json;
SELECT q::jsonb::text::news_quote = q AS same FROM (SELECT :'q'::news_quote AS q) s;
-- Dumps of 0.1.0 held strings in their places.
SELECT :'q'::news_quote = '{"kind": "direct", "speaker": {"kind": "person", "name": "Ada Byrne"}, "mention": "Byrne", "cue": "said", "stance": "said",
         "text": "\"Yes,\" \"we agreed in Oslo.\"", "about": [{"kind": "gpe", "name": "Oslo"}], "confidence": 0.91,
         "parts": [[1, 7], [19, 39]], "speaker_span": [13, 18], "cue_span": [8, 12]}' AS same;

-- Text, array and JSON forms come back as they were, odd characters too.
SELECT q, q::text::news_quote = q AS text, ARRAY[q, q]::text::news_quote[] = ARRAY[q, q] AS array, q::json::text::news_quote = q AS json
FROM (SELECT :'q'::news_quote AS q
      UNION ALL SELECT '{"kind": "mixed", "text": "a \"b\" \\ {c}, \u0041 \n <d>", "speaker": "org:A\\<B, \"C\" <x:1>"}'
      UNION ALL SELECT '{"kind": "mixed", "text": " | a |b\\| ", "mention": "|", "cue": " ", "stance": "said", "about": ["org:A | B"]}') s;

-- Order: speaker, text, and then everything else; equal only when all is equal.
SELECT q FROM unnest(ARRAY[
  '{"kind": "direct", "text": "b", "speaker": "person:B"}', '{"kind": "direct", "text": "a", "speaker": "person:B"}',
  '{"kind": "direct", "text": "c"}', '{"kind": "mixed", "text": "a", "speaker": "person:A"}']::news_quote[]) q ORDER BY q;
SELECT a = b AS eq, a <> b AS ne, a < b OR a > b AS ordered, newstext_quote_hash(a) = newstext_quote_hash(b) AS hash
FROM (VALUES ('{"kind": "direct", "text": "a"}'::news_quote, '{"text": "a", "kind": "direct", "confidence": 1}'::news_quote),
             ('{"kind": "direct", "text": "a"}', '{"kind": "direct", "text": "a", "confidence": 0.5}'),
             ('{"kind": "direct", "text": "a"}', '{"kind": "direct", "text": "a", "parts": "{[1,2)}"}')) v(a, b);

-- What cannot be a quote says why.
SELECT 'hello'::news_quote;
SELECT '[]'::news_quote;
SELECT '{"kind": "direct"}'::news_quote;
SELECT 'direct | person:A | said | a | 2'::news_quote;
SELECT 'direct | A | said | a'::news_quote;
SELECT 'direct | | | a | | | | [1,3)'::news_quote;
SELECT 'direct||said|a|||||'::news_quote;
SELECT 'direct||said|a||||||||'::news_quote;
SELECT '{"text": "a"}'::news_quote;
SELECT '{"kind": "shouted", "text": "a"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "speeker": "person:A"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "speaker": "A"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "about": "org:A"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "about": [1]}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "about": [{"kind": "org"}]}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "speaker": {"kind": "orgs", "name": "A"}}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "speaker": {"kind": "org", "name": "A", "title": "B"}}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "speaker": ["org", "A"]}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "cue_span": [1, 2, 3]}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "cue_span": [1, 2.5]}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "parts": [[1, 3], 4]}'::news_quote;
SELECT '{"kind": "direct", "text": 1}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "confidence": 2}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "confidence": "high"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "stance": "Said so"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "parts": "{[0,1)}"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "parts": "{[5,9),[1,3)}"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "parts": "[1,3)"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "cue_span": "[3,3)"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "cue_span": "[1,99999999999)"}'::news_quote;
