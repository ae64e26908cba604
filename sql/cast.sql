-- Who plays a part in an article, and as what.
SELECT name, kind, roles, aliases, mentions, quotes, span FROM news_cast(
'The mayor of Quillbrook, Ana Ruiz, met Kremlin aide Yuri Ushakov on Friday.

“We talked,” said Ushakov. Lena Sparks, who heads the union, said Mayor Ruiz was late. The Harbour Trust paid.');

-- an article calls somebody by several names
SELECT name, roles, aliases FROM news_cast(
'Vice President Maria Lund spoke on Monday. Ms. Lund, a former judge, is the founder of a bank.');

-- forms of address are no roles, and what an unfinished apposition says is nobody's
SELECT name, roles FROM news_cast('Mr. Tam Okoro came. Ana Ruiz, the mayor said, was late.');

-- a lexicon's own names
CREATE TEXT SEARCH DICTIONARY cast_people (TEMPLATE = news_lexicon, entries = 'person: Anna-Lena Vogt | A. L. Vogt {desk:17}');
SELECT entity, roles, aliases FROM news_cast('The editor, A. L. Vogt, spoke.', 'cast_people');
DROP TEXT SEARCH DICTIONARY cast_people;

SELECT count(*) FROM news_cast('');
SELECT count(*) FROM news_cast(NULL);

-- all ids known of a thing
SELECT e, news_entity_ids(e::news_entity) FROM unnest('{gpe:Texas,gpe:France,gpe:London,person:Barack Obama,person:Ada Byrne}'::text[]) e;
SELECT news_entity_ids('gpe:Paris <geonames:4717560>'), news_entity_ids('person:Ada Byrne <desk:17>');
