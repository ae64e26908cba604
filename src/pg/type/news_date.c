/*
 * news_date.c -- the type news_date: one time expression, TIMEX3.
 *
 * As JSON (json_out.c) it is an object with the keys
 *
 *     kind          DATE, TIME, DURATION or SET; the only one that must be there
 *     value         TIMEX3 value: 2025-04-24, 2025-W17, P3Y, PAST_REF ...
 *     mod           TIMEX3 mod: START, APPROX ...
 *     range         the days it covers: ["2025-04-24", "2025-04-25"], whatever DateStyle says
 *     mention       as the article writes it
 *     span          of the mention, in characters of the article from 1
 *     confidence    0 to 1
 *
 * Text form (bars.c): these as fields in the order of FIELD_KIND ..., the range
 * as [2025-04-24,2025-04-25).  The input function takes either.
 *
 * Binary form: version byte 1, kind byte, mod byte (0: none), a byte that is 1
 * when there is a range, else 0; its first day and the day after its last, as
 * the type date sends them; span, two int32; confidence in thousandths (int32);
 * value and mention, each an int32 length in bytes and the bytes.
 */
#include "type/bars.h"
#include "type/json_out.h"

#include "miscadmin.h"
#include "utils/array.h"
#include "utils/datetime.h"
#include "utils/fmgrprotos.h"
#include "utils/timestamp.h"

#include "read/result.h"

enum
{
	KEY_KIND, KEY_VALUE, KEY_MOD, KEY_RANGE, KEY_MENTION, KEY_SPAN, KEY_CONFIDENCE, KEYS
};

static const char *const date_keys[KEYS] = {
	"kind", "value", "mod", "range", "mention", "span", "confidence"
};

/* print_day appends a day in ISO form, never asking DateStyle. */
static void
print_day(StringInfo out, DateADT day)
{
	struct pg_tm tm = {0};
	char		buf[MAXDATELEN + 1];

	j2date(day + POSTGRES_EPOCH_JDATE, &tm.tm_year, &tm.tm_mon, &tm.tm_mday);
	EncodeDateOnly(&tm, USE_ISO_DATES, buf);
	appendStringInfoString(out, buf);
}

/* parse_digits reads min to max digits. */
static bool
parse_digits(const char **p, const char *end, int min, int max, int *out)
{
	const char *begin = *p;

	for (*out = 0; *p < end && *p - begin < max && **p >= '0' && **p <= '9'; (*p)++)
		*out = *out * 10 + (**p - '0');
	return *p - begin >= min;
}

static bool
parse_mark(const char **p, const char *end, const char *mark)
{
	size_t		len = strlen(mark);

	if ((size_t) (end - *p) < len || memcmp(*p, mark, len) != 0)
		return false;
	*p += len;
	return true;
}

/* parse_day reads what print_day writes, and no other spelling. */
static bool
parse_day(const char **p, const char *end, DateADT *day)
{
	int			y;
	int			m;
	int			d;
	struct pg_tm tm;

	if (!parse_digits(p, end, 4, 7, &y) || !parse_mark(p, end, "-") ||
		!parse_digits(p, end, 2, 2, &m) || !parse_mark(p, end, "-") ||
		!parse_digits(p, end, 2, 2, &d))
		return false;
	if (y == 0)
		return false;
	if (parse_mark(p, end, " BC"))
		y = 1 - y;
	if (!IS_VALID_JULIAN(y, m, d))
		return false;
	*day = date2j(y, m, d) - POSTGRES_EPOCH_JDATE;
	j2date(*day + POSTGRES_EPOCH_JDATE, &tm.tm_year, &tm.tm_mon, &tm.tm_mday);
	return tm.tm_year == y && tm.tm_mon == m && tm.tm_mday == d;
}

/* read_range reads days as the type daterange prints them. */
static bool
read_range(NewsBytes s, NewsDateFields *f, const NewsMaker *maker)
{
	const char *p = s.at;
	const char *end = s.at + s.len;

	if (s.len == 0)
		return true;
	if (!parse_mark(&p, end, "[") || !parse_day(&p, end, &f->first) ||
		!parse_mark(&p, end, ",") || !parse_day(&p, end, &f->last) ||
		!parse_mark(&p, end, ")") || p != end)
		return news_fault(maker, "The value of \"range\" is not a range of days such as \"[2025-04-24,2025-04-25)\".");
	f->has_range = true;
	return true;
}

/* json_range reads ["2025-04-24", "2025-04-25"]. */
static bool
json_range(const JsonbValue *v, NewsDateFields *f, const NewsMaker *maker)
{
	JsonbValue	days[2];
	DateADT    *to[2] = {&f->first, &f->last};

	if (v->type == jbvNull)
		return true;
	if (v->type == jbvString)
		return read_range((NewsBytes) {v->val.string.val, v->val.string.len}, f, maker);
	f->has_range = news_json_pair(v, &days[0], &days[1]);
	for (int i = 0; i < 2 && f->has_range; i++)
	{
		const char *p = days[i].val.string.val;
		const char *end = days[i].type == jbvString ? p + days[i].val.string.len : p;

		f->has_range = days[i].type == jbvString && parse_day(&p, end, to[i]) && p == end;
	}
	return f->has_range ||
		news_fault(maker, "The value of \"range\" is not a range of days such as [\"2025-04-24\", \"2025-04-25\"].");
}

/* What is read of a literal, of whatever form, before it is checked. */
static Datum
date_made(NewsDateFields *f, NewsBytes kind, NewsBytes mod, const NewsMaker *maker)
{
	f->kind = date_kind_number(kind.at, kind.len);
	if (f->kind == 0 &&
		!news_fault(maker, kind.len == 0 ? "The kind is missing." :
					"The kind is none of DATE, TIME, DURATION, SET."))
		return (Datum) 0;
	f->mod = date_mod_number(mod.at, mod.len);
	if (f->mod == 0 && mod.len > 0 &&
		!news_fault(maker, "The mod is none of TIMEX3: BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE, START, MID, END, APPROX."))
		return (Datum) 0;
	return PointerGetDatum(news_date_pack(f, maker));
}

static Datum
date_from_json(char *s, const NewsMaker *maker)
{
	JsonbValue	v[KEYS];
	NewsDateFields f = {0};
	NewsBytes	kind = {NULL, 0};
	NewsBytes	mod = {NULL, 0};

	f.confidence = NEWS_CONFIDENCE_ONE;
	if (!news_json_object(s, date_keys, KEYS, v, maker) ||
		!news_json_bytes(&v[KEY_KIND], date_keys[KEY_KIND], &kind, maker) ||
		!news_json_bytes(&v[KEY_VALUE], date_keys[KEY_VALUE], &f.value, maker) ||
		!news_json_bytes(&v[KEY_MOD], date_keys[KEY_MOD], &mod, maker) ||
		!json_range(&v[KEY_RANGE], &f, maker) ||
		!news_json_bytes(&v[KEY_MENTION], date_keys[KEY_MENTION], &f.mention, maker) ||
		!news_json_span(&v[KEY_SPAN], date_keys[KEY_SPAN], &f.span, maker) ||
		!news_json_confidence(&v[KEY_CONFIDENCE], &f.confidence, maker))
		return (Datum) 0;
	return date_made(&f, kind, mod, maker);
}

/* The fields of the text form. */
enum
{
	FIELD_KIND, FIELD_VALUE, FIELD_MENTION, FIELD_RANGE, FIELD_MOD, FIELD_SPAN, FIELD_CONFIDENCE, FIELDS
};

static Datum
date_from_bars(char *s, const NewsMaker *maker)
{
	NewsDateFields f = {0};
	NewsBytes	all[FIELDS];

	if (!news_bars_fields(s, all, FIELDS, maker))
		return (Datum) 0;
	f.value = all[FIELD_VALUE];
	f.mention = all[FIELD_MENTION];
	f.confidence = NEWS_CONFIDENCE_ONE;
	if (!read_range(all[FIELD_RANGE], &f, maker) ||
		!news_bars_confidence(all[FIELD_CONFIDENCE], &f.confidence, maker) ||
		!news_bars_span(all[FIELD_SPAN], &f.span, maker))
		return (Datum) 0;
	return date_made(&f, all[FIELD_KIND], all[FIELD_MOD], maker);
}

NEWS_INPUT(news_date, date_from_json, date_from_bars)

/* print_range appends the days, FROM MARK TO. */
static void
print_range(StringInfo out, const NewsDateFields *f, const char *before, const char *mark, const char *after)
{
	appendStringInfoString(out, before);
	if (f->has_range)
	{
		print_day(out, f->first);
		appendStringInfoString(out, mark);
		print_day(out, f->last);
		appendStringInfoString(out, after);
	}
}

static char *
date_text(Datum value)
{
	NewsDateFields f;
	StringInfoData out;

	news_date_unpack(DatumGetNewsDate(value), &f);
	initStringInfo(&out);
	news_bars_put(&out, news_cstring_bytes(date_kind_name(f.kind)));
	news_bars_put(&out, f.value);
	news_bars_put(&out, f.mention);
	print_range(&out, &f, f.has_range ? " | [" : " | ", ",", ")");
	news_bars_put(&out, news_cstring_bytes(f.mod != 0 ? date_mod_name(f.mod) : ""));
	news_bars_put_span(&out, f.span);
	news_bars_put_confidence(&out, f.confidence);
	return out.data;
}

NEWS_OUTPUT(news_date, date_text)

/* date_json writes the JSON object. */
static char *
date_json(Datum value)
{
	NewsDateFields f;
	StringInfoData out;

	news_date_unpack(DatumGetNewsDate(value), &f);
	news_json_begin(&out);
	news_json_put(&out, date_keys[KEY_KIND], news_cstring_bytes(date_kind_name(f.kind)));
	news_json_put(&out, date_keys[KEY_VALUE], f.value);
	if (f.mod != 0)
		news_json_put(&out, date_keys[KEY_MOD], news_cstring_bytes(date_mod_name(f.mod)));
	if (f.has_range)
	{
		news_json_key(&out, date_keys[KEY_RANGE]);
		print_range(&out, &f, "[\"", "\", \"", "\"]");
	}
	news_json_put(&out, date_keys[KEY_MENTION], f.mention);
	news_json_put_span(&out, date_keys[KEY_SPAN], f.span);
	news_json_put_confidence(&out, f.confidence);
	appendStringInfoChar(&out, '}');
	return out.data;
}

NEWS_JSON_CASTS(news_date, date_json)

PG_FUNCTION_INFO_V1(news_date_recv);
Datum
news_date_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	NewsMaker	maker = {FROM_BINARY, "news_date"};
	NewsDateFields f = {0};
	int			flag;

	news_recv_version(buf, NEWS_DATE_VERSION, &maker);
	f.kind = pq_getmsgbyte(buf);
	f.mod = pq_getmsgbyte(buf);
	flag = pq_getmsgbyte(buf);
	if (flag > 1)
		news_fault(&maker, "A reserved bit is not zero.");
	f.has_range = flag == 1;
	f.first = (DateADT) pq_getmsgint(buf, 4);
	f.last = (DateADT) pq_getmsgint(buf, 4);
	f.span = news_recv_span(buf);
	f.confidence = (int) pq_getmsgint(buf, 4);
	f.value = news_recv_bytes(buf, &maker);
	f.mention = news_recv_bytes(buf, &maker);
	PG_RETURN_POINTER(news_date_pack(&f, &maker));
}

PG_FUNCTION_INFO_V1(news_date_send);
Datum
news_date_send(PG_FUNCTION_ARGS)
{
	NewsDateFields f;
	StringInfoData buf;

	news_date_unpack(PG_GETARG_NEWS_DATE(0), &f);
	pq_begintypsend(&buf);
	pq_sendbyte(&buf, NEWS_DATE_VERSION);
	pq_sendbyte(&buf, f.kind);
	pq_sendbyte(&buf, f.mod);
	pq_sendbyte(&buf, f.has_range);
	pq_sendint32(&buf, f.first);
	pq_sendint32(&buf, f.last);
	news_send_span(&buf, f.span);
	pq_sendint32(&buf, f.confidence);
	news_send_bytes(&buf, f.value);
	news_send_bytes(&buf, f.mention);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* Order: first day, last day, those without range last; then everything else. */
static int
date_compare(const struct varlena *a, const struct varlena *b)
{
	NewsDateFields fa;
	NewsDateFields fb;

	news_date_unpack((const NewsDate *) a, &fa);
	news_date_unpack((const NewsDate *) b, &fb);
	if (fa.has_range != fb.has_range)
		return fa.has_range ? -1 : 1;
	if (fa.first != fb.first)
		return fa.first < fb.first ? -1 : 1;
	if (fa.last != fb.last)
		return fa.last < fb.last ? -1 : 1;
	if (fa.span.lower != fb.span.lower)
		return fa.span.lower < fb.span.lower ? -1 : 1;
	return news_value_compare(news_date_image(a), news_date_image(b));
}

NEWS_COMPARISONS_OF(news_date, date_compare, news_date_image)

/* Accessors */

#define DATE_ACCESSOR(name, missing, result) \
	NEWS_ACCESSOR(name, NewsDateFields, news_date_unpack(PG_GETARG_NEWS_DATE(0), &f), missing, result)

DATE_ACCESSOR(news_date_kind, false, news_bytes_datum(news_cstring_bytes(date_kind_name(f.kind))))
DATE_ACCESSOR(news_date_value, f.value.len == 0, news_bytes_datum(f.value))
DATE_ACCESSOR(news_date_mod, f.mod == 0, news_bytes_datum(news_cstring_bytes(date_mod_name(f.mod))))
DATE_ACCESSOR(news_date_range, !f.has_range, news_days_datum(f.first, f.last))
DATE_ACCESSOR(news_date_mention, f.mention.len == 0, news_bytes_datum(f.mention))
DATE_ACCESSOR(news_date_mention_span, f.span.lower == 0, news_span_datum(f.span))
DATE_ACCESSOR(news_date_confidence, false, news_confidence_datum(f.confidence))

/* news_date_span returns all the days that the dates of an article cover. */
PG_FUNCTION_INFO_V1(news_date_span);
Datum
news_date_span(PG_FUNCTION_ARGS)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(0);
	Datum	   *elems;
	bool	   *nulls;
	int			n;
	NewsSpan   *days;
	uint32		ranges = 0;

	deconstruct_array(array, ARR_ELEMTYPE(array), -1, false, TYPALIGN_INT, &elems, &nulls, &n);
	days = palloc_extended(n * sizeof(NewsSpan) + 1, MCXT_ALLOC_HUGE);
	for (int i = 0; i < n; i++)
	{
		NewsDateFields f;

		if (nulls[i])
			continue;
		news_date_unpack(DatumGetNewsDate(elems[i]), &f);
		if (f.has_range)
			days[ranges++] = (NewsSpan) {f.first, f.last};
	}
	PG_RETURN_DATUM(news_day_ranges_datum(days, ranges));
}
