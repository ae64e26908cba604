-- The type news_quote: who said what.  It is written as a JSON object.
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

-- As jsonb, spans and entities cast to their types.
SELECT (q ->> 'parts')::int4multirange, (q ->> 'speaker')::news_entity, q -> 'about'
FROM (SELECT :'q'::news_quote::jsonb AS q) s;

-- Text and array forms come back as they were, odd characters too.
SELECT q::text::news_quote = q AS text, ARRAY[q, q]::text::news_quote[] = ARRAY[q, q] AS array
FROM (SELECT :'q'::news_quote AS q
      UNION ALL SELECT '{"kind": "mixed", "text": "a \"b\" \\ {c}, \u0041 \n <d>", "speaker": "org:A\\<B, \"C\" <x:1>"}'::news_quote) s;

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
SELECT '{"text": "a"}'::news_quote;
SELECT '{"kind": "shouted", "text": "a"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "speeker": "person:A"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "speaker": "A"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "about": "org:A"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "about": [1]}'::news_quote;
SELECT '{"kind": "direct", "text": 1}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "confidence": 2}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "confidence": "high"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "stance": "Said so"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "parts": "{[0,1)}"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "parts": "{[5,9),[1,3)}"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "parts": "[1,3)"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "cue_span": "[3,3)"}'::news_quote;
SELECT '{"kind": "direct", "text": "a", "cue_span": "[1,99999999999)"}'::news_quote;
