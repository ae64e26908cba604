-- Who says what in an article.
\x on

-- All of it inside quotation marks: direct.
SELECT * FROM news_find_quotes('The vote is over. "We will rebuild every bridge," Ada Byrne told reporters.');

-- A clause without marks: indirect.  A clause that holds quoted words: mixed.
SELECT kind, quote, speaker, cue FROM news_find_quotes('Ada Byrne said that the bridge would be closed for a year.');
SELECT kind, quote, speaker, cue FROM news_find_quotes('Ada Byrne said that the bridge was "a danger to everyone" and would be closed.');
\x off

-- A quotation that its cue interrupts is one quote of two parts.
SELECT quote, parts, span, speaker_name FROM news_find_quotes('“The road is open,” Ada Byrne said, “and it will stay open all winter.”');

-- Curly, straight and angle marks; the speaker as the sentence writes it.
SELECT quote, speaker_name FROM news_find_quotes('“We are ready to go,” said Ada Byrne.');
SELECT quote, speaker_name FROM news_find_quotes('"We are ready to go," said Ada Byrne.');
SELECT quote, speaker_name FROM news_find_quotes('«We are ready to go,» said Ada Byrne.');
SELECT quote, speaker_mention FROM news_find_quotes('Ada Byrne opened the bridge on Monday. “It is safe now,” she said.');

-- Nobody is named: the speaker is NULL.
SELECT quote, speaker IS NULL AS nobody FROM news_find_quotes('"We are ready to go," a voice said.');

-- As an array, with everything that a quote knows.
SELECT news_quote_kind(q), news_quote_speaker(q), news_quote_text(q), news_quote_about(q), news_quote_cue(q),
       news_quote_confidence(q) BETWEEN 0 AND 1 AS confidence
FROM unnest(news_quotes('"Norway and Sweden must agree," Ada Byrne said.')) q;

-- Each part, speaker and cue is where its span says.
SELECT count(*) > 0 AS some, bool_and(
  quote = (SELECT string_agg(substr(body, lower(r), upper(r) - lower(r)), ' ' ORDER BY r) FROM unnest(parts) r)
  AND span = range_merge(parts)
  AND (speaker_span IS NULL OR substr(body, lower(speaker_span), upper(speaker_span) - lower(speaker_span)) = speaker_mention)
  AND (cue_span IS NULL OR substr(body, lower(cue_span), upper(cue_span) - lower(cue_span)) = cue)) AS right
FROM (VALUES ('“Où?” — 東京 👩‍🚀. “The road is open,” Ada Byrne said, “and it will stay open.” She added that Zürich would pay.')) a(body), news_find_quotes(body);

-- What the article calls the speaker, there or first; what the speaker did: speech writing thought plan.
SELECT speaker_name, speaker_role, cue FROM news_find_quotes('The mayor of Quillbrook, Ana Ruiz, said the bridge was safe. Ruiz hopes to open it in May.');
SELECT news_quote_text(q), news_quote_stance(q), news_quote_act(q) FROM unnest(news_quotes(
  'Ana Ruiz said the bridge was safe. Ruiz wrote that it was old. Ruiz hopes to open it in May. Ruiz wants to close the road.')) q;
SELECT 'act:plan'::news_query, news_query_term('thought', NULL, 'act'),
  news_quotes('Ana Ruiz hopes to open the bridge in May.') @@ 'speaker:ruiz & act:speech' AS said,
  news_quotes('Ana Ruiz said the bridge would open in May.') @@ 'speaker:ruiz & act:speech' AS said;
SELECT 'act:walk'::news_query;
SELECT news_query_term('walk', NULL, 'act');

-- Unnamed people take their pronouns; a description means whom the article called so.
SELECT quote, speaker_name, speaker_mention FROM news_find_quotes('Supt Audley Peters came to the house. A woman who lives there opened the door. She said that the man had never robbed anyone.');
SELECT quote, speaker_name, speaker_mention FROM news_find_quotes('Harjit Gill, 22, and Ann Lee, a nurse, were there. “I ran,” the 22-year-old said. “I stayed,” the nurse said.');

-- No report: nobody tells anything.
SELECT quote, cue FROM news_find_quotes('Ana Ruiz welcomed the director. Officers found a man lying on the road. She called the police. The plan is intended to save money.');
