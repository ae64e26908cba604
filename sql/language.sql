-- Which language an article is written in; what is not English is not read.

CREATE TEMP TABLE story (lang text, body text);
INSERT INTO story VALUES
  ('en', 'Mayor Ana Ruiz said on Friday that the bridge in Tallinn would be closed for a week.'),
  ('de', 'Bürgermeisterin Ana Ruiz sagte am Freitag, dass die Brücke in Tallinn für eine Woche gesperrt wird und „niemand verletzt“ ist.'),
  ('fr', 'La maire Ana Ruiz a déclaré vendredi que le pont de Tallinn sera fermé pour une semaine et que « personne n''est blessé ».'),
  ('es', 'La alcaldesa Ana Ruiz dijo el viernes que el puente de Tallin estará cerrado por una semana y que no hay heridos.'),
  ('ru', 'Мэр Ана Руис сказала в пятницу, что мост в Таллине будет закрыт на неделю и что никто не пострадал.'),
  ('ja', '市長は金曜日、橋は一週間閉鎖されると述べた。けが人はいない。'),
  (NULL, 'Ana Ruiz');
SELECT lang, news_language(body) IS NOT DISTINCT FROM lang AS told,
  cardinality(news_entities(body)) > 0 AS names, cardinality(news_dates(body, '2025-04-11')) > 0 AS dates,
  (SELECT count(*) FROM news_find_quotes(body)) AS quotes, (SELECT count(*) > 0 FROM news_find_sections(body)) AS sections
FROM story;

-- A foreign quotation in an English article changes nothing.
SELECT news_language('“Nadie va a pasar por el puente,” Mayor Ana Ruiz said in Spanish on Friday, and the council is to meet again today.');

-- The user's own names are found in all languages.
CREATE TEXT SEARCH DICTIONARY desk (TEMPLATE = news_lexicon, entries = 'person: Ana Ruiz');
SELECT lang, news_entities(body, 'desk') FROM story WHERE lang IN ('de', 'fr');
DROP TEXT SEARCH DICTIONARY desk;
SELECT news_language(NULL) IS NULL AS n, news_language('') IS NULL AS e;
