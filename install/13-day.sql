-- the day an article appeared, where it appeared

CREATE FUNCTION news_day(published timestamptz, zone text) RETURNS date
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
	RETURN (pg_catalog.timezone(zone, published))::pg_catalog.date;
COMMENT ON FUNCTION news_day(timestamptz, text) IS 'the day of a moment in a time zone: what news_dates counts from, in a form that a generated column may use';
