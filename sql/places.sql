-- Where places are: one coherent choice over the article.
\pset format unaligned
CREATE FUNCTION where_is(body text) RETURNS TABLE (mention text, id text, kind text, at text)
	LANGUAGE sql AS
$$SELECT m.mention, news_entity_id(m.entity), p.kind, coalesce(p.country, '--') || ' ' || round(p.latitude::numeric) || ' ' || round(p.longitude::numeric)
	FROM news_find_entities(body) m, news_place(m.entity) p WHERE m.kind IN ('gpe', 'loc', 'fac')$$;

-- the largest of its name, when nothing else is said
SELECT * FROM where_is('A fire in Paris killed a horse.');
-- what the text spells out, also for the mentions after it, and beside the other one
SELECT * FROM where_is('A fire in Paris, Texas, killed a horse. Firemen in Paris wept.');
SELECT * FROM where_is('They flew from Paris, Texas, to Paris, France, on Monday.');
-- the state that the article names, and its other towns
SELECT * FROM where_is('Police in Paris closed a road to Honey Grove. Lamar County lies in northern Texas.');
-- a country that is also a town or a state
SELECT * FROM where_is('Georgia, Armenia and Russia signed in Tbilisi.');
SELECT * FROM where_is('Georgia, Alabama and Florida closed schools in Atlanta.');
-- a town that the table lacks is none of the others of its name
SELECT * FROM where_is('A barn burned in Moscow, Ala., on Monday.');
-- counties that share the word
SELECT * FROM where_is('Police in Walton and Oconee counties, Georgia, closed a road.');
-- a town that is a country's name, by what stands beside it and by its county
SELECT * FROM where_is('Palestine police arrested a man, the sheriff of Anderson County said.');
SELECT * FROM where_is('Officials of Palestine, Jordan and Egypt met.');
-- seas, mountains, parts of the world
SELECT * FROM where_is('Ships left the Red Sea for Europe.');
-- states, counties and countries by their own points
SELECT * FROM where_is('Officials of Kanawha County, West Virginia, met those of Norway.');
SELECT kind, sure > 0.9 AS sure FROM news_place('gpe:Paris');
SELECT kind, sure FROM news_place('gpe:Paris <geonames:4717560>');
SELECT kind, sure < 0.5 AS unsure FROM news_place('gpe:Springfield');

-- where the paper is at home
CREATE TEXT SEARCH DICTIONARY paris_news (TEMPLATE = news_lexicon, home = 'Paris, Texas');
CREATE TEXT SEARCH DICTIONARY dublin_news (TEMPLATE = news_lexicon, home = 'geonames:5152333');
SELECT entity FROM news_find_entities('A fire in Paris killed a horse.', 'paris_news');
SELECT entity FROM news_find_entities('Dublin students play the fiddle.', 'dublin_news');
-- it does not outweigh what the text says
SELECT entity FROM news_find_entities('Leaders met in Paris, France. The talks in Paris with Germany and Italy go on.', 'paris_news');
CREATE TEXT SEARCH DICTIONARY nowhere (TEMPLATE = news_lexicon, home = 'Nowhere in Particular');
CREATE TEXT SEARCH DICTIONARY nowhere (TEMPLATE = news_lexicon, home = 'Springfield');
CREATE TEXT SEARCH DICTIONARY nowhere (TEMPLATE = news_lexicon, home = 'geonames:0');
CREATE TEXT SEARCH DICTIONARY nowhere (TEMPLATE = news_lexicon, home = 'Paris, Texas', home = 'Paris, France');
ALTER TEXT SEARCH DICTIONARY paris_news (home = 'Paris, France');
SELECT entity FROM news_find_entities('A fire in Paris killed a horse.', 'paris_news');
DROP TEXT SEARCH DICTIONARY paris_news;
DROP TEXT SEARCH DICTIONARY dublin_news;

DROP FUNCTION where_is;
