-- Where places are: one coherent choice over the article.
\pset format unaligned
CREATE FUNCTION where_is(body text) RETURNS TABLE (mention text, id text, kind text, at text)
	LANGUAGE sql AS
$$SELECT m.mention, news_entity_id(m.entity), p.kind, p.country || ' ' || round(p.latitude::numeric) || ' ' || round(p.longitude::numeric)
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
-- states, counties and countries by their own points
SELECT * FROM where_is('Officials of Kanawha County, West Virginia, met those of Norway.');
SELECT kind, sure > 0.9 AS sure FROM news_place('gpe:Paris');
SELECT kind, sure FROM news_place('gpe:Paris <geonames:4717560>');
SELECT kind, sure < 0.5 AS unsure FROM news_place('gpe:Springfield');

DROP FUNCTION where_is;
