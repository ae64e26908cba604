
-- news_amount: so much or so many of something

@type news_amount

COMMENT ON TYPE news_amount IS 'so much or so many of something: money, a percentage, a quantity, a count';

CREATE FUNCTION news_amount_kind(amount news_amount) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_amount_kind(news_amount) IS 'money, percent, quantity or count';

CREATE FUNCTION news_amount_value(amount news_amount) RETURNS numrange
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_amount_value(news_amount) IS 'the figure as a range: [5,5] for five, (5,) for more than five';

CREATE FUNCTION news_amount_unit(amount news_amount) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_amount_unit(news_amount) IS 'ISO 4217 code of money, or its name where several currencies share it; %, pp, bp; symbol of a unit of measurement; NULL for a count';

CREATE FUNCTION news_amount_what(amount news_amount) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_amount_what(news_amount) IS 'what is counted, as the article writes it, and what became of it: people killed; NULL when not said';

CREATE FUNCTION news_amount_approximate(amount news_amount) RETURNS bool
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_amount_approximate(news_amount) IS 'true when the article says about, nearly, some';

CREATE FUNCTION news_amount_mention(amount news_amount) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_amount_mention(news_amount) IS 'figure, scale and unit as the article writes them';

CREATE FUNCTION news_amount_mention_span(amount news_amount) RETURNS int4range
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_amount_mention_span(news_amount) IS 'characters of the mention in the article';

CREATE FUNCTION news_amount_si_value(amount news_amount) RETURNS numrange
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_amount_si_value(news_amount) IS 'the figure in the SI unit of its dimension (NIST SP 811); NULL for money and counts';

CREATE FUNCTION news_amount_si_unit(amount news_amount) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_amount_si_unit(news_amount) IS 'that unit: m, m2, m3, kg, K, W, J, m/s, B; % for percentages';

CREATE FUNCTION newstext_amount_to_jsonb(amount news_amount) RETURNS jsonb
	AS 'MODULE_PATHNAME', 'news_amount_to_jsonb' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newstext_amount_to_jsonb(news_amount) IS 'the amount as a jsonb object';
CREATE CAST (news_amount AS jsonb) WITH FUNCTION newstext_amount_to_jsonb(news_amount);
COMMENT ON CAST (news_amount AS jsonb) IS 'the amount as a jsonb object';

CREATE FUNCTION newstext_amount_to_json(amount news_amount) RETURNS json
	AS 'MODULE_PATHNAME', 'news_amount_to_json' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newstext_amount_to_json(news_amount) IS 'the amount as a json object; to_jsonb() and row_to_json() use it';
CREATE CAST (news_amount AS json) WITH FUNCTION newstext_amount_to_json(news_amount);
COMMENT ON CAST (news_amount AS json) IS 'the amount as a json object';

CREATE FUNCTION news_amounts(body text) RETURNS news_amount[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION news_amounts(text) IS 'how much and how many an article says, in text order';

CREATE FUNCTION news_find_amounts(body text,
		OUT span int4range, OUT mention text, OUT kind text, OUT value numrange, OUT unit text,
		OUT what text, OUT approximate bool)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 15;
COMMENT ON FUNCTION news_find_amounts(text) IS 'each amount of an article: money, percentages, quantities and counts';

CREATE FUNCTION news_amount_words(amounts news_amount[]) RETURNS text[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_amount_words(news_amount[]) IS 'what stored amounts are looked up by, for GIN indexes: unit:EUR, kind:money, and each word of what is counted in small letters';

CREATE FUNCTION news_rows(amounts news_amount[],
		OUT nr int4, OUT kind text, OUT low numeric, OUT high numeric, OUT value numrange, OUT unit text,
		OUT what text, OUT approximate bool, OUT mention text, OUT starts int4, OUT ends int4)
	RETURNS SETOF record
	LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10 ROWS 15
BEGIN ATOMIC
	SELECT u.nr::int4, news_amount_kind(u.a), lower(news_amount_value(u.a)), upper(news_amount_value(u.a)),
		news_amount_value(u.a), news_amount_unit(u.a), news_amount_what(u.a), news_amount_approximate(u.a),
		news_amount_mention(u.a), lower(news_amount_mention_span(u.a)), upper(news_amount_mention_span(u.a))
	FROM unnest(amounts) WITH ORDINALITY u(a, nr) ORDER BY u.nr;
END;
COMMENT ON FUNCTION news_rows(news_amount[]) IS 'amounts as rows of plain columns, in text order';

CREATE FUNCTION newstext_array_to_jsonb(amounts news_amount[]) RETURNS jsonb
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.to_jsonb(amounts);
CREATE FUNCTION newstext_array_to_json(amounts news_amount[]) RETURNS json
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.to_json(amounts);
CREATE CAST (news_amount[] AS jsonb) WITH FUNCTION newstext_array_to_jsonb(news_amount[]);
CREATE CAST (news_amount[] AS json) WITH FUNCTION newstext_array_to_json(news_amount[]);
COMMENT ON FUNCTION newstext_array_to_jsonb(news_amount[]) IS 'a list of JSON objects';
COMMENT ON FUNCTION newstext_array_to_json(news_amount[]) IS 'a list of JSON objects';
COMMENT ON CAST (news_amount[] AS jsonb) IS 'a list of JSON objects';
COMMENT ON CAST (news_amount[] AS json) IS 'a list of JSON objects';
