-- Who and what an article names.

-- Each place where it does, in text order; a span counts characters from 1.
SELECT * FROM news_find_entities('Norway sent Ada Byrne, a judge from Oslo, to Brussels.');

-- A name is the fullest form that the article gives; titles and 's are no part of it.
SELECT mention, name FROM news_find_entities('Mrs. Ada Byrne met reporters. Byrne''s lawyer, Tom Nkemelu, smiled. "I am happy," Byrne said.');

-- Countries have one name, however they are written.
SELECT mention, entity FROM news_find_entities('The U.S. and Britain agreed; the United States signed first, the U.K. later.');

-- Each entity once, most salient first.
SELECT news_entities('Byrne won in Norway. Ada Byrne, 41, had lost in Norway before. "Norway knows me," Byrne said.');

-- An extracted value equals the one written by hand.
SELECT news_entities('Ada Byrne flew to Norway.') @> '{gpe:Norway}'::news_entity[] AS found,
       news_entities('Ada Byrne flew to Norway.') @> '{gpe:Sweden}'::news_entity[] AS not_found;

-- What the lexicon knows of a name: a stable id, a place.
SELECT news_entity_id('gpe:France'), news_entity_id('gpe:Paris'), news_entity_id('person:Paris'), news_entity_id('org:no such thing');
SELECT news_entity_id('gpe:Paris <geonames:4717560>');
SELECT country, round(latitude::numeric) AS latitude, round(longitude::numeric) AS longitude FROM news_place('gpe:Paris');
SELECT country, round(latitude::numeric) AS latitude, round(longitude::numeric) AS longitude FROM news_place('gpe:Paris <geonames:4717560>');
SELECT * FROM news_place('person:Ada Byrne');

-- Spans count characters, not bytes.
SELECT span, mention, substr(body, lower(span), upper(span) - lower(span)) = mention AS right
FROM (VALUES ('“Où?” — 東京 … 👩‍🚀 é; she left Zürich for Norway.')) a(body), news_find_entities(body) ORDER BY span;
