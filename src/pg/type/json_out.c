/*
 * json.c -- the text forms of news_quote and news_date, which are JSON objects:
 *
 *     {"kind": "direct", "speaker": "person:Yuri Ushakov", "text": "We agreed.",
 *      "confidence": 0.93, "parts": "{[1,13)}"}
 *
 * Spans and dates are written as the range types print them, so that
 * (quote::jsonb ->> 'parts')::int4multirange works.  The server's own parser
 * reads the object; here it is only looked through.  Keys may come in any
 * order, and a key that is not known is a fault rather than ignored, so that
 * nothing that was written is lost in silence.
 */
#include "type/json_out.h"

#include "utils/fmgrprotos.h"
#include "utils/json.h"
#include "utils/numeric.h"

/*
 * news_json_object reads a JSON object and stores the value of keys[i] in
 * values[i]; those missing or null have type jbvNull.
 */
bool
news_json_object(char *input, const char *const *keys, int n, JsonbValue *values,
				 const NewsMaker *maker)
{
	Datum		parsed;
	JsonbIterator *it;
	JsonbIteratorToken token;
	JsonbValue	v;
	int			key = -1;

	for (int i = 0; i < n; i++)
		values[i].type = jbvNull;
	if (!compat_input(jsonb_in, input, maker->escontext, &parsed))
		return false;
	if (!JB_ROOT_IS_OBJECT(DatumGetJsonbP(parsed)))
		return news_fault(maker, "It is written as a JSON object.");

	it = JsonbIteratorInit(&DatumGetJsonbP(parsed)->root);
	(void) JsonbIteratorNext(&it, &v, false);
	while ((token = JsonbIteratorNext(&it, &v, true)) != WJB_DONE)
	{
		if (token == WJB_KEY)
		{
			for (key = 0; key < n; key++)
				if (strlen(keys[key]) == v.val.string.len &&
					memcmp(keys[key], v.val.string.val, v.val.string.len) == 0)
					break;
			if (key == n)
				return news_fault(maker, "Key \"%.*s\" is not known.",
								  pg_mbcliplen(v.val.string.val, v.val.string.len, 60),
								  v.val.string.val);
		}
		else if (token == WJB_VALUE)
			values[key] = v;
	}
	return true;
}

bool
news_json_bytes(const JsonbValue *v, const char *key, NewsBytes *out, const NewsMaker *maker)
{
	if (v->type == jbvNull)
		return true;
	if (v->type != jbvString)
		return news_fault(maker, "The value of \"%s\" is not a string.", key);
	out->at = v->val.string.val;
	out->len = v->val.string.len;
	return true;
}

/* Confidence is a number from 0 to 1; thousandths are kept. */
bool
news_json_confidence(const JsonbValue *v, int *out, const NewsMaker *maker)
{
	double		number;

	if (v->type == jbvNull)
		return true;
	if (v->type != jbvNumeric)
		return news_fault(maker, "The value of \"%s\" is not a number.", "confidence");
	number = DatumGetFloat8(DirectFunctionCall1(numeric_float8_no_overflow,
												NumericGetDatum(v->val.numeric)));
	if (!(number >= 0 && number <= 1))
		return news_fault(maker, "The confidence is not between 0 and 1.");
	*out = (int) (number * NEWS_CONFIDENCE_ONE + 0.5);
	return true;
}

/* parse_int reads a non-negative int4 without sign or space. */
static bool
parse_int(const char **p, const char *end, int32 *out)
{
	int64		number = 0;
	const char *begin = *p;

	for (; *p < end && **p >= '0' && **p <= '9' && number <= PG_INT32_MAX; (*p)++)
		number = number * 10 + (**p - '0');
	*out = (int32) number;
	return *p > begin && number <= PG_INT32_MAX;
}

static bool
parse_char(const char **p, const char *end, char c)
{
	if (*p >= end || **p != c)
		return false;
	(*p)++;
	return true;
}

static bool
parse_span(const char **p, const char *end, NewsSpan *out)
{
	return parse_char(p, end, '[') && parse_int(p, end, &out->lower) &&
		parse_char(p, end, ',') && parse_int(p, end, &out->upper) &&
		parse_char(p, end, ')') && out->lower > 0;
}

bool
news_json_span(const JsonbValue *v, const char *key, NewsSpan *out, const NewsMaker *maker)
{
	NewsBytes	s = {NULL, 0};
	const char *p;

	if (!news_json_bytes(v, key, &s, maker))
		return false;
	p = s.at;
	if (s.len > 0 && (!parse_span(&p, s.at + s.len, out) || p != s.at + s.len))
		return news_fault(maker, "The value of \"%s\" is not a span of characters such as \"[1,9)\".", key);
	return true;
}

bool
news_json_spans(const JsonbValue *v, const char *key, NewsSpan **out, uint32 *n, const NewsMaker *maker)
{
	NewsBytes	s = {NULL, 0};
	const char *p;
	const char *end;
	bool		good;

	if (!news_json_bytes(v, key, &s, maker))
		return false;
	if (s.len == 0)
		return true;
	p = s.at;
	end = s.at + s.len;
	*out = palloc_extended((s.len / 5 + 1) * sizeof(NewsSpan), MCXT_ALLOC_HUGE);
	good = parse_char(&p, end, '{');
	if (good && !(p < end && *p == '}'))
		do
			good = parse_span(&p, end, &(*out)[(*n)++]);
		while (good && parse_char(&p, end, ','));
	if (!good || !parse_char(&p, end, '}') || p != end)
		return news_fault(maker, "The value of \"%s\" is not a list of spans such as \"{[1,9),[14,20)}\".", key);
	return true;
}

void
news_json_begin(StringInfo out)
{
	initStringInfo(out);
	appendStringInfoChar(out, '{');
}

void
news_json_key(StringInfo out, const char *key)
{
	appendStringInfo(out, "%s\"%s\": ", out->len > 1 ? ", " : "", key);
}

void
news_json_quoted(StringInfo out, NewsBytes bytes)
{
	char	   *copy = pnstrdup(bytes.at, bytes.len);

	escape_json(out, copy);
	pfree(copy);
}

void
news_json_put(StringInfo out, const char *key, NewsBytes bytes)
{
	if (bytes.len == 0)
		return;
	news_json_key(out, key);
	news_json_quoted(out, bytes);
}

void
news_json_put_confidence(StringInfo out, int confidence)
{
	news_json_key(out, "confidence");
	appendStringInfo(out, "%d.%03d", confidence / NEWS_CONFIDENCE_ONE, confidence % NEWS_CONFIDENCE_ONE);
}

void
news_json_put_span(StringInfo out, const char *key, NewsSpan span)
{
	if (span.lower == 0)
		return;
	news_json_key(out, key);
	appendStringInfo(out, "\"[%d,%d)\"", span.lower, span.upper);
}

void
news_json_put_spans(StringInfo out, const char *key, const NewsSpan *spans, uint32 n)
{
	if (n == 0)
		return;
	news_json_key(out, key);
	appendStringInfoString(out, "\"{");
	for (uint32 i = 0; i < n; i++)
		appendStringInfo(out, "%s[%d,%d)", i > 0 ? "," : "", spans[i].lower, spans[i].upper);
	appendStringInfoString(out, "}\"");
}
