-- Whatever the text, there is an answer.

-- NULL gives NULL, or no rows.
SELECT news_entities(NULL) IS NULL AS e, news_quotes(NULL) IS NULL AS q, news_dates(NULL) IS NULL AS d, news_dates(NULL, '2021-05-06', 'past') IS NULL AS dp;
SELECT (SELECT count(*) FROM news_find_entities(NULL)) AS e, (SELECT count(*) FROM news_find_quotes(NULL)) AS q,
       (SELECT count(*) FROM news_find_dates(NULL)) AS d, (SELECT count(*) FROM news_find_sections(NULL)) AS s;

-- Nothing in gives nothing out.
SELECT body, news_entities(body), news_quotes(body), news_dates(body)
FROM (VALUES (''), (' '), (E'\n\n'), ('.'), ('…'), ('x'), ('9'), ('"'), ('“”'), (''''), ('---'), ('👍')) v(body);

-- Everything below is asked for spans that are right, nothing else.
CREATE FUNCTION spans_right(body text) RETURNS boolean LANGUAGE sql AS $$
  SELECT (SELECT coalesce(bool_and(substr(body, lower(span), upper(span) - lower(span)) = mention), true) FROM news_find_entities(body))
     AND (SELECT coalesce(bool_and(substr(body, lower(span), upper(span) - lower(span)) = mention), true) FROM news_find_dates(body, '2021-05-06'))
     AND (SELECT coalesce(bool_and(substr(body, lower(span), upper(span) - lower(span)) = mention), true) FROM news_find_dates(body))
     AND (SELECT coalesce(bool_and(lower(span) >= 1 AND upper(span) <= length(body) + 1), true) FROM news_find_sections(body))
     AND (SELECT coalesce(bool_and(lower(span) >= 1 AND upper(span) <= length(body) + 1), true) FROM news_find_quotes(body))
     AND (body ~ '[<&[:cntrl:]\u00ad\u200b-\u200d\ufeff]|\s\s' OR   -- a quote is printed clean
          (SELECT coalesce(bool_and(quote = (SELECT string_agg(substr(body, lower(r), upper(r) - lower(r)), ' ' ORDER BY r) FROM unnest(parts) r)), true) FROM news_find_quotes(body)))
     AND news_entities(body) IS NOT NULL AND news_quotes(body) IS NOT NULL AND news_dates(body) IS NOT NULL
$$;
CREATE TEMP TABLE odd (what text, body text);
INSERT INTO odd VALUES
  ('CRLF', E'Ada Byrne\r\nflew to Norway\r\non 3 May 2021.\r\n\r\n"Yes,"\r\nshe said.'),
  ('NBSP', E'Ada\u00a0Byrne flew to\u00a0Norway on 3\u00a0May\u00a02021.'),
  ('zero width', E'Ada\u200b Byr\u200bne flew to Nor\u00adway\ufeff on 3 May\u200d 2021.'),
  ('emoji and combining marks', E'👩‍👩‍👧 Zoe\u0301 Byrne 🇳🇴 flew to Norway. “Yes 👍🏽,” she said.'),
  ('Arabic', 'قال الرئيس إن “الاتفاق جاهز” في القاهرة.'),
  ('Russian', 'Президент Владимир Путин заявил: «Мы готовы», 3 мая 2021 года.'),
  ('Chinese', '中国国家主席习近平说：“我们准备好了。”'),
  ('HTML', '<p class="x">Ada&nbsp;Byrne said: &ldquo;Yes &amp; no&rdquo; <a href="http://example.org/?a=b&amp;c=d">in&#160;Norway</a></p>'),
  ('unclosed', '“We are ready, said Ada Byrne. "Yes. ‘No.'),
  ('nested', '“He said ‘she said “they said ‘no’” there’ again,” said Ada Byrne.'),
  ('only marks', '"''“”‘’«»""'),
  ('apostrophes', '''Twas Byrne''s dogs'' ''90s rock ''n'' roll at 5''10".'),
  ('no spaces', repeat('NorwaySweden', 1000)),
  ('one long word', repeat('é', 20000)),
  ('all capitals', 'ADA BYRNE FLEW TO NORWAY ON MONDAY. "YES," SHE SAID.'),
  ('no capitals', 'ada byrne flew to norway on monday. "yes," she said.'),
  ('odd dates', 'On February 30, 31/31/2025, 99/99 at 25:99 in the year 0, 1000000 BC, 9999999999, from 2020 to 1990.'),
  ('control characters', E'Ada\x01Byrne \x0b\x0c flew\x1f to \x7fNorway.'),
  ('broken signs', E'\ufffd\ufffe\uffff Ada Byrne \U0010ffff'),
  ('long name', 'Mr. ' || repeat('Byrne ', 2000) || 'spoke.');
SELECT what, spans_right(body) FROM odd;
SELECT what, spans_right(body || E'\n\n' || body) AND spans_right(reverse(body)) AS turned FROM odd;
SELECT what, bool_and(spans_right(left(body, n))) AS cut FROM odd, generate_series(1, 60) n GROUP BY what ORDER BY what;

-- Time grows with the length, not with its square.
CREATE TEMP TABLE hostile (what text, body text);
INSERT INTO hostile SELECT p, repeat(p, 200000 / length(p)) FROM unnest(ARRAY['"', '“', '''', 'A ', '1', 'Mr. ', 'next ', '(', '-', E'\n', '. ', 'A. ',
  '"a" said ', 'New York, ', 'May ', 'Jan. 1, ', '“a,” he said. ', 'U.S.', '&nbsp;', '2020-', 'of the ', 'http://', '@', 'said that ']) p;
SELECT what FROM hostile WHERE NOT (news_entities(body) IS NOT NULL AND news_quotes(body) IS NOT NULL AND news_dates(body) IS NOT NULL);

-- Times without end.
SELECT count(*) = (SELECT count(*) FROM news_find_dates('On 3 May 2021.')) AS same
FROM news_find_dates('On 3 May 2021.', 'infinity');
SELECT count(*) = (SELECT count(*) FROM news_find_dates('On 3 May 2021.')) AS same
FROM news_find_dates('On 3 May 2021.', '-infinity');
SELECT cardinality(news_dates('yesterday', '5874897-12-31')) IS NOT NULL AND cardinality(news_dates('tomorrow', '5874897-12-31')) IS NOT NULL AS answered;
SELECT cardinality(news_dates('yesterday, last century', '4713-01-01 BC')) IS NOT NULL AS answered;

-- A wrong argument is named.
SELECT news_dates('x', '2021-05-06', 'sometimes');
SELECT count(*) FROM news_find_dates('x', prefer => 'Past');
DROP FUNCTION spans_right;

-- Arrays are joined by the server byte for byte, whatever the length of their last element.
CREATE FUNCTION joins(a anyarray) RETURNS boolean LANGUAGE sql AS $$
  SELECT (a || a)[cardinality(a) + 1:] = a AND (a || a || a)[:cardinality(a)] = a AND cardinality(a) > 0
$$;
SELECT bool_and(joins(news_entities(body))) AS entities, bool_and(joins(news_quotes(body))) AS quotes, bool_and(joins(news_dates(body))) AS dates,
       bool_and(joins(news_amounts(body))) AS amounts
FROM (SELECT format('“We paid $5%s million on %s May 2025,” said Anna Lee%s of Oslo.', repeat('1', i), i, repeat('x', i)) AS body FROM generate_series(1, 12) i) s;
DROP FUNCTION joins;

-- The state of an aggregate is a value that anybody can write: of another aggregate, with keys that are none.
\set VERBOSITY terse
SELECT newstext_entity_counts_result('\x010200000000000000000000000000010000000301416e');
SELECT newstext_share_of_voice_result('\x01020000000000000000000000000000');
SELECT newstext_timeline_result('\x01020000000000000000000000000000');
SELECT newstext_cooccurrence_result('\x010100000000000000000000000000014100000000000000010000000000000001');
SELECT newstext_entity_counts_result('\x0101000000000000000000000000000000000000000000010000000000000001');
SELECT newstext_entity_counts_result('\x0101000000000000000000000000000201ff00000000000000010000000000000001');
SELECT newstext_timeline_result('\x0101000000000000000000000000000341424300000000000000010000000000000001');
SELECT newstext_timeline_result('\x010100000000000000000000000000087ffffffffffffff000000000000000010000000000000001');
SELECT newstext_timeline_result('\x01010000000000000000000000000008000000010000000200000000000000010000000000000001');
\set VERBOSITY default
