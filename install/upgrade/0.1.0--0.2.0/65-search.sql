
-- Indexes made from now on have the keys of 0.2.0.  Those there are keep their
-- operator classes, which go on to answer; CREATE INDEX CONCURRENTLY and DROP
-- INDEX change them (docs/reference.md, Upgrades).

UPDATE pg_catalog.pg_opclass SET opcdefault = false
	WHERE opcmethod OPERATOR(pg_catalog.=) (SELECT oid FROM pg_catalog.pg_am WHERE amname OPERATOR(pg_catalog.=) 'gin')
		AND opcname OPERATOR(pg_catalog.=) ANY (ARRAY['news_entities_ops', 'news_quotes_ops']::pg_catalog.name[])
		AND opcintype OPERATOR(pg_catalog.=) ANY (ARRAY['news_entity[]'::pg_catalog.regtype::pg_catalog.oid, 'news_quote[]'::pg_catalog.regtype::pg_catalog.oid]);

@fragment 66-search-words.sql
@fragment 67-search-dates.sql

@fragment 68-rank.sql

-- What an operator costs where no index helps: the value is fetched and expanded first.

ALTER FUNCTION newstext_entities_match(news_entity[], news_query) COST 100;
ALTER FUNCTION newstext_match_entities(news_query, news_entity[]) COST 100;
ALTER FUNCTION newstext_quotes_match(news_quote[], news_query) COST 500;
ALTER FUNCTION newstext_match_quotes(news_query, news_quote[]) COST 500;
