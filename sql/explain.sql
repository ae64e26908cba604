-- Why each mention is what it is: what decided, and what of it.

SELECT mention, kind, name, evidence, because, confidence > 0 AND confidence <= 1 AS confidence
FROM news_explain('President Lena Sparks flew to France on Monday. Sparks will meet Emmanuel Macron there.')
WHERE mention = 'France';

-- By the user's own entry, for sure.
CREATE TEXT SEARCH DICTIONARY explained (TEMPLATE = news_lexicon, entries = 'org: Harbour Trust | HT');
SELECT mention, name, confidence, evidence, because FROM news_explain('They called HT again.', 'explained');
DROP TEXT SEARCH DICTIONARY explained;

SELECT count(*) FROM news_explain('');
SELECT count(*) FROM news_explain(NULL);
