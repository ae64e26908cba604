-- An article as HTML: mark for entities, q for quotes, time for dates.
\pset format unaligned
SELECT news_html('The town votes

By Lena Sparks

OSLO — “We will pay in May 2026,” Mayor Ana Ruiz said on Friday. “The town will borrow nothing.”

The Bank of Norway declined to comment.', '2025-04-11');

-- Nothing of an article runs, and nothing leaves its attribute.
SELECT news_html('"<script>alert(1)</script>" said Ana <img src=x onerror=alert(1)> Ruiz & ''sons'' of Oslo.');
CREATE TEXT SEARCH DICTIONARY html_names (TEMPLATE = news_lexicon, entries = 'org: Fish & "Chips" > Ltd
person: O''Neill');
SELECT news_html('Fish & "Chips" > Ltd hired O''Neill.', NULL, 'html_names');
SELECT count(*) FROM regexp_matches(news_html(E'He said: "\x01\x02\x1f\x7f\x0b ok," Ana Ruiz said.'), '[\x01-\x08\x0b-\x1f\x7f]', 'g');

-- A quote over two paragraphs is two elements of one number; a find inside a find stays inside.
SELECT news_html('“The Bank of Norway was founded in June 1816 in Trondheim,” Ruiz said. “It has stayed there.

“It will move next year.”', '2025-04-11');

-- Every tag is closed in the order of opening, and taken away leaves the text.
CREATE FUNCTION pg_temp.well_formed(html text) RETURNS bool LANGUAGE plpgsql AS $$
DECLARE tag text; stack text[] := '{}';
BEGIN
  FOR tag IN SELECT m[1] FROM regexp_matches(html, '<(/?\w+)[^>]*>', 'g') m LOOP
    IF tag LIKE '/%' THEN
      IF stack[cardinality(stack)] IS DISTINCT FROM substr(tag, 2) THEN RETURN false; END IF;
      stack := stack[:cardinality(stack) - 1];
    ELSE
      stack := stack || tag;
    END IF;
  END LOOP;
  RETURN cardinality(stack) = 0;
END $$;
SELECT n, pg_temp.well_formed(news_html(body, '2025-04-11')) AS well_formed,
       regexp_replace(replace(replace(replace(replace(replace(regexp_replace(news_html(body, '2025-04-11'), '<[^>]*>', '', 'g'),
         '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&amp;', '&'), '\s+', '', 'g') = regexp_replace(body, '\s+', '', 'g') AS same_text
FROM (VALUES
  (1, 'She said "yes, ' || repeat('in Paris on Monday, ', 30) || '" and left.'),
  (2, repeat('“', 200) || 'Ana Ruiz said on May 3, 2021' || repeat('”', 200)),
  (3, repeat('“Yes, in May,” said Ana Ruiz of Oslo. ' || chr(10) || chr(10), 50)),
  (4, 'قال “Ana Ruiz” في Oslo: "نعم".'),
  (5, 'According to Ana Ruiz, the "Black Friday of May 2020" in Oslo'),
  (6, repeat('a', 100000))) v(n, body);

SELECT news_html(NULL), news_html(''), news_html('   ');
