-- The parts of an article: what is headline, byline, dateline, caption, text.
SELECT E'Skip to content\n\nRiver floods northern towns\n\nBy Tom Nkemelu\n\nOSLO (AP) — The river Glomma flooded three towns on Monday.\n\n"We are safe," said the mayor of Hamar.\n\nRead more' AS body \gset
SELECT span, kind, substr(:'body', lower(span), upper(span) - lower(span)) AS text FROM news_find_sections(:'body');

-- They do not overlap, and come in text order.
SELECT count(*) AS wrong FROM (SELECT span, lag(span) OVER (ORDER BY ord) AS before
  FROM news_find_sections(:'body') WITH ORDINALITY s(span, kind, ord)) s WHERE span && before OR span < before;
