-- news_date: a time expression and the days it covers

@type news_date

COMMENT ON TYPE news_date IS 'a time expression and the days it covers';

CREATE FUNCTION news_date_kind(date news_date) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_kind(news_date) IS 'DATE, TIME, DURATION or SET';

CREATE FUNCTION news_date_value(date news_date) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_value(news_date) IS 'TIMEX3 value: 2025-04-24, 2025-W17, P3Y, PAST_REF ...; NULL for an impossible date';

CREATE FUNCTION news_date_grain(date news_date) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_grain(news_date) IS 'how fine the value is: second, minute, hour, part of day, day, weekend, week, month, season, quarter, half-year, year, decade, century; NULL when it does not say';

CREATE FUNCTION news_date_mod(date news_date) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_mod(news_date) IS 'TIMEX3 mod: START, APPROX ...; NULL for none';

CREATE FUNCTION news_date_range(date news_date) RETURNS daterange
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_range(news_date) IS 'days that a dated value covers; NULL for none';

CREATE FUNCTION news_date_mention(date news_date) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_mention(news_date) IS 'the expression as the article writes it';

CREATE FUNCTION news_date_mention_span(date news_date) RETURNS int4range
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_mention_span(news_date) IS 'characters of the mention in the article';

CREATE FUNCTION news_date_confidence(date news_date) RETURNS real
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_confidence(news_date) IS 'how sure the reading is, 0 to 1';

CREATE FUNCTION newstext_date_to_jsonb(date news_date) RETURNS jsonb
	AS 'MODULE_PATHNAME', 'news_date_to_jsonb' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newstext_date_to_jsonb(news_date) IS 'the text form as jsonb';

CREATE CAST (news_date AS jsonb) WITH FUNCTION newstext_date_to_jsonb(news_date);
COMMENT ON CAST (news_date AS jsonb) IS 'the text form as jsonb';

CREATE FUNCTION newstext_date_to_json(date news_date) RETURNS json
	AS 'MODULE_PATHNAME', 'news_date_to_json' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newstext_date_to_json(news_date) IS 'the text form as json; to_jsonb() and row_to_json() use it';
CREATE CAST (news_date AS json) WITH FUNCTION newstext_date_to_json(news_date);
COMMENT ON CAST (news_date AS json) IS 'the text form as json';

CREATE FUNCTION news_date_span(dates news_date[]) RETURNS datemultirange
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_date_span(news_date[]) IS 'all days that the dates cover, for GiST indexes';
