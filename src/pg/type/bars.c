/*
 * bars.c -- the text forms of news_quote and news_date, which psql shows and
 * dumps hold: fields between bars, those first that a reader looks for.
 *
 *     direct | person:Yuri Ushakov | said | “We agreed.” | 0.930 | the aide | said | {[1,13)}
 *
 * A field may be empty; empty ones at the end are left out.  In a field "|" and
 * "\" are written "\|" and "\\".  A bar has one space on either side, which is
 * no part of a field; whoever writes by hand may leave it out.  There is no
 * quotation mark to double and no brace, so that an array of values reads well
 * too.
 */
#include "type/bars.h"

void
news_bars_put(StringInfo out, NewsBytes bytes)
{
	if (out->len > 0)
		appendStringInfoString(out, " | ");
	for (int i = 0; i < bytes.len;)
	{
		int			width = Min(pg_mblen(bytes.at + i), bytes.len - i);

		if (bytes.at[i] == '|' || bytes.at[i] == '\\')
			appendStringInfoChar(out, '\\');
		appendBinaryStringInfo(out, bytes.at + i, width);
		i += width;
	}
}

void
news_bars_put_span(StringInfo out, NewsSpan span)
{
	appendStringInfoString(out, " | ");
	if (span.lower > 0)
		appendStringInfo(out, "[%d,%d)", span.lower, span.upper);
}

void
news_bars_put_spans(StringInfo out, const NewsSpan *spans, uint32 n)
{
	appendStringInfoString(out, " | ");
	for (uint32 i = 0; i < n; i++)
		appendStringInfo(out, "%s[%d,%d)", i == 0 ? "{" : ",", spans[i].lower, spans[i].upper);
	if (n > 0)
		appendStringInfoChar(out, '}');
}

void
news_bars_put_confidence(StringInfo out, int confidence)
{
	appendStringInfo(out, " | %d.%03d", confidence / NEWS_CONFIDENCE_ONE, confidence % NEWS_CONFIDENCE_ONE);
}

/* news_bars_end drops the empty fields at the end. */
void
news_bars_end(StringInfo out)
{
	while (out->len >= 3 && memcmp(out->data + out->len - 3, " | ", 3) == 0)
		out->len -= 3;
	out->data[out->len] = '\0';
}

/* news_bars_split returns the number of fields, and the fields in memory of their own. */
uint32
news_bars_split(const char *input, NewsBytes **fields)
{
	Size		len = strlen(input);
	char	   *text = palloc_extended(len + 1, MCXT_ALLOC_HUGE);
	uint32		room = 1;
	uint32		n = 0;
	char	   *to = text;
	const char *p = input;

	for (const char *q = input; *q != '\0'; q++)
		room += *q == '|';
	*fields = palloc_extended(room * sizeof(NewsBytes), MCXT_ALLOC_HUGE);
	for (;;)
	{
		NewsBytes  *field = &(*fields)[n++];

		field->at = to;
		while (*p != '\0' && *p != '|')
		{
			if (*p == '\\' && (p[1] == '|' || p[1] == '\\'))
				p++;
			*to++ = *p++;
		}
		field->len = to - field->at;
		if (*p == '\0')
			return n;
		if (field->len > 0 && p[-1] == ' ')
			field->len--;
		p++;
		if (*p == ' ')
			p++;
	}
}

/* news_bars_fields takes the fields of a form that has n, those not written empty; false: it has more. */
bool
news_bars_fields(const char *input, NewsBytes *all, uint32 n, const NewsMaker *maker)
{
	NewsBytes  *fields;
	uint32		written = news_bars_split(input, &fields);

	if (written > n)
		return news_fault(maker, "It has %u fields, a %s has %u.", written, maker->type, n);
	memset(all, 0, n * sizeof(NewsBytes));
	memcpy(all, fields, written * sizeof(NewsBytes));
	return true;
}

/* news_bars_span reads a span of characters. */
bool
news_bars_span(NewsBytes field, NewsSpan *out, const NewsMaker *maker)
{
	return news_span_read(field, out) || news_fault(maker, "The span is not written [1,9).");
}

/* news_bars_confidence reads a number from 0 to 1; thousandths are kept. */
bool
news_bars_confidence(NewsBytes field, int *out, const NewsMaker *maker)
{
	char	   *copy = pnstrdup(field.at, field.len);
	char	   *end = copy;
	double		number;

	if (field.len == 0)
		return true;
	number = strtod(copy, &end);
	if (*end != '\0' || !(number >= 0 && number <= 1))
		return news_fault(maker, "The confidence is not a number between 0 and 1.");
	*out = (int) (number * NEWS_CONFIDENCE_ONE + 0.5);
	return true;
}

/* is_json tells a JSON object from fields between bars. */
static bool
is_json(const char *input)
{
	while (ascii_is_space(*input))
		input++;
	return *input == '{' || *input == '[';
}

Datum
news_input(FunctionCallInfo fcinfo, const char *type, NewsReader from_json, NewsReader from_bars)
{
	char	   *input = PG_GETARG_CSTRING(0);
	NewsMaker	maker = {FROM_TEXT, type, input, fcinfo->context};
	Datum		value = is_json(input) ? from_json(input, &maker) : from_bars(input, &maker);

	if (value == (Datum) 0)
		PG_RETURN_NULL();
	return value;
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

/* Nothing is no span, and good. */
bool
news_span_read(NewsBytes s, NewsSpan *out)
{
	const char *p = s.at;

	return s.len == 0 || (parse_span(&p, s.at + s.len, out) && p == s.at + s.len);
}

bool
news_spans_read(NewsBytes s, NewsSpan **out, uint32 *n)
{
	const char *p = s.at;
	const char *end = s.at + s.len;
	bool		good;

	if (s.len == 0)
		return true;
	*out = palloc_extended((s.len / 5 + 1) * sizeof(NewsSpan), MCXT_ALLOC_HUGE);
	good = parse_char(&p, end, '{');
	if (good && !(p < end && *p == '}'))
		do
			good = parse_span(&p, end, &(*out)[(*n)++]);
		while (good && parse_char(&p, end, ','));
	return good && parse_char(&p, end, '}') && p == end;
}
