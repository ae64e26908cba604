
-- Stored columns for programs: as rows of plain columns, and as JSON

CREATE FUNCTION news_rows(entities news_entity[],
		OUT nr int4, OUT kind text, OUT name text, OUT entity text, OUT entity_id text,
		OUT country text, OUT latitude float8, OUT longitude float8)
	RETURNS SETOF record
	LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10 ROWS 30
BEGIN ATOMIC
	SELECT u.nr::int4, news_entity_kind(u.e), news_entity_name(u.e), u.e::text, news_entity_id(u.e),
		(news_place(u.e)).country, (news_place(u.e)).latitude, (news_place(u.e)).longitude
	FROM unnest(entities) WITH ORDINALITY u(e, nr) ORDER BY u.nr;
END;
COMMENT ON FUNCTION news_rows(news_entity[]) IS 'entities as rows of plain columns, the most salient first';

CREATE FUNCTION news_rows(quotes news_quote[],
		OUT nr int4, OUT kind text, OUT speaker text, OUT speaker_kind text, OUT speaker_name text,
		OUT mention text, OUT cue text, OUT stance text, OUT quote text, OUT about text[],
		OUT confidence real, OUT starts int4, OUT ends int4)
	RETURNS SETOF record
	LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10 ROWS 15
BEGIN ATOMIC
	SELECT u.nr::int4, news_quote_kind(u.q), news_quote_speaker(u.q)::text,
		news_entity_kind(news_quote_speaker(u.q)), news_entity_name(news_quote_speaker(u.q)),
		news_quote_speaker_mention(u.q), news_quote_cue(u.q), news_quote_stance(u.q), news_quote_text(u.q),
		news_quote_about(u.q)::text[], news_quote_confidence(u.q),
		lower(news_quote_span(u.q)), upper(news_quote_span(u.q))
	FROM unnest(quotes) WITH ORDINALITY u(q, nr) ORDER BY u.nr;
END;
COMMENT ON FUNCTION news_rows(news_quote[]) IS 'quotes as rows of plain columns, in text order';

CREATE FUNCTION news_rows(dates news_date[],
		OUT nr int4, OUT kind text, OUT value text, OUT mod text, OUT grain text, OUT mention text,
		OUT range daterange, OUT first_day date, OUT last_day date, OUT confidence real,
		OUT starts int4, OUT ends int4)
	RETURNS SETOF record
	LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10 ROWS 10
BEGIN ATOMIC
	SELECT u.nr::int4, news_date_kind(u.d), news_date_value(u.d), news_date_mod(u.d), news_date_grain(u.d),
		news_date_mention(u.d), news_date_range(u.d), lower(news_date_range(u.d)), upper(news_date_range(u.d)) - 1,
		news_date_confidence(u.d), lower(news_date_mention_span(u.d)), upper(news_date_mention_span(u.d))
	FROM unnest(dates) WITH ORDINALITY u(d, nr) ORDER BY u.nr;
END;
COMMENT ON FUNCTION news_rows(news_date[]) IS 'dates as rows of plain columns, in text order';

CREATE FUNCTION newstext_array_to_jsonb(entities news_entity[]) RETURNS jsonb
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.to_jsonb(entities);
CREATE FUNCTION newstext_array_to_jsonb(quotes news_quote[]) RETURNS jsonb
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.to_jsonb(quotes);
CREATE FUNCTION newstext_array_to_jsonb(dates news_date[]) RETURNS jsonb
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.to_jsonb(dates);
CREATE FUNCTION newstext_array_to_json(entities news_entity[]) RETURNS json
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.to_json(entities);
CREATE FUNCTION newstext_array_to_json(quotes news_quote[]) RETURNS json
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.to_json(quotes);
CREATE FUNCTION newstext_array_to_json(dates news_date[]) RETURNS json
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.to_json(dates);
CREATE CAST (news_entity[] AS jsonb) WITH FUNCTION newstext_array_to_jsonb(news_entity[]);
CREATE CAST (news_quote[] AS jsonb) WITH FUNCTION newstext_array_to_jsonb(news_quote[]);
CREATE CAST (news_date[] AS jsonb) WITH FUNCTION newstext_array_to_jsonb(news_date[]);
CREATE CAST (news_entity[] AS json) WITH FUNCTION newstext_array_to_json(news_entity[]);
CREATE CAST (news_quote[] AS json) WITH FUNCTION newstext_array_to_json(news_quote[]);
CREATE CAST (news_date[] AS json) WITH FUNCTION newstext_array_to_json(news_date[]);
COMMENT ON FUNCTION newstext_array_to_jsonb(news_entity[]) IS 'a list of JSON objects';
COMMENT ON FUNCTION newstext_array_to_jsonb(news_quote[]) IS 'a list of JSON objects';
COMMENT ON FUNCTION newstext_array_to_jsonb(news_date[]) IS 'a list of JSON objects';
COMMENT ON FUNCTION newstext_array_to_json(news_entity[]) IS 'a list of JSON objects';
COMMENT ON FUNCTION newstext_array_to_json(news_quote[]) IS 'a list of JSON objects';
COMMENT ON FUNCTION newstext_array_to_json(news_date[]) IS 'a list of JSON objects';
COMMENT ON CAST (news_entity[] AS jsonb) IS 'a list of JSON objects';
COMMENT ON CAST (news_quote[] AS jsonb) IS 'a list of JSON objects';
COMMENT ON CAST (news_date[] AS jsonb) IS 'a list of JSON objects';
COMMENT ON CAST (news_entity[] AS json) IS 'a list of JSON objects';
COMMENT ON CAST (news_quote[] AS json) IS 'a list of JSON objects';
COMMENT ON CAST (news_date[] AS json) IS 'a list of JSON objects';
