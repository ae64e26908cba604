/*
 * news_amount.c -- the type news_amount: so much or so many of something.
 *
 * As JSON (json_out.c) it is an object with the keys
 *
 *     kind          money, percent, quantity or count; must be there
 *     value         a numrange: [5,5] for a figure, (5,) for more than five; must be there
 *     unit          ISO 4217 code, %, pp, km ..., or a currency's name as written
 *     what          what is counted
 *     approximate   true for about, nearly; false is left out
 *     mention       as the article writes it
 *     span          of the mention, in characters of the article from 1
 *
 * Text form (bars.c): kind, value, unit, what, "about", mention, span.  The
 * input function takes either.
 *
 * Binary form: version byte 1, kind byte, flags byte (1 low is in, 2 high is
 * in, 4 approximate), span, two int32; low, high, unit, what and mention, each
 * an int32 length in bytes and the bytes.
 */
#include "amount/news_amount.h"

#include "type/bars.h"
#include "type/json_out.h"
#include "read/result.h"

#include "utils/numeric.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"
#include "catalog/pg_type.h"

#define ABOUT "about"

/* ---- decimal numbers ---------------------------------------------------------- */

/* is_decimal tells whether bytes are a number in the one spelling: no plus, no noughts too many, no -0. */
static bool
is_decimal(NewsBytes s)
{
	const char *p = s.at;
	const char *end = s.at + s.len;
	const char *digits;
	bool		minus;

	if (s.len == 0 || s.len > NEWS_DECIMAL_MAX)
		return false;
	minus = *p == '-';
	p += minus;
	digits = p;
	while (p < end && *p >= '0' && *p <= '9')
		p++;
	if (p == digits || (*digits == '0' && p - digits > 1))
		return false;
	if (p == end)
		return !(minus && s.len == 2 && *digits == '0');
	if (*p++ != '.' || p == end)
		return false;
	while (p < end && *p >= '0' && *p <= '9')
		p++;
	return p == end && end[-1] != '0';
}

Datum
news_number(NewsBytes decimal)
{
	char	   *s = pnstrdup(decimal.at, decimal.len);

	return DirectFunctionCall3(numeric_in, CStringGetDatum(s), ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
}

static int
compare_numbers(NewsBytes a, NewsBytes b)
{
	return DatumGetInt32(DirectFunctionCall2(numeric_cmp, news_number(a), news_number(b)));
}

Datum
news_amount_range(const NewsAmountFields *f)
{
	RangeBound	low = {.infinite = f->low.len == 0, .inclusive = f->low_in, .lower = true};
	RangeBound	high = {.infinite = f->high.len == 0, .inclusive = f->high_in};
	TypeCacheEntry *type = lookup_type_cache(NUMRANGEOID, TYPECACHE_RANGE_INFO);

	if (!low.infinite)
		low.val = news_number(f->low);
	if (!high.infinite)
		high.val = news_number(f->high);
#if PG_VERSION_NUM >= 160000
	return RangeTypePGetDatum(make_range(type, &low, &high, false, NULL));
#else
	return RangeTypePGetDatum(make_range(type, &low, &high, false));
#endif
}

/* ---- packing ------------------------------------------------------------------ */

static bool
amount_check(const NewsAmountFields *f, const NewsMaker *maker)
{
	int			order;

	if (amount_kind_name(f->kind) == NULL)
		return news_fault(maker, "There is no amount kind with number %d.", f->kind);
	if ((f->low.len > 0 && !is_decimal(f->low)) || (f->high.len > 0 && !is_decimal(f->high)))
		return news_fault(maker, "An end of the value is no decimal number, or has more than %d characters.", NEWS_DECIMAL_MAX);
	if (f->low.len == 0 && f->high.len == 0)
		return news_fault(maker, "The value has no end.");
	if ((f->low.len == 0 && f->low_in) || (f->high.len == 0 && f->high_in))
		return news_fault(maker, "An open end of the value cannot belong to it.");
	if (f->low.len > 0 && f->high.len > 0)
	{
		order = compare_numbers(f->low, f->high);
		if (order > 0 || (order == 0 && !(f->low_in && f->high_in)))
			return news_fault(maker, "The value is empty.");
	}
	if (f->unit.len > NEWS_UNIT_MAX)
		return news_fault(maker, "The unit has %d bytes, the limit is %d.", f->unit.len, NEWS_UNIT_MAX);
	if (f->what.len > NEWS_NAME_MAX)
		return news_fault(maker, "What is counted has %d bytes, the limit is %d.", f->what.len, NEWS_NAME_MAX);
	return news_span_check(f->span, "span", maker);
}

static char *
put(char *to, NewsBytes bytes)
{
	if (bytes.len > 0)
		memcpy(to, bytes.at, bytes.len);
	return to + bytes.len;
}

/* news_amount_pack checks the fields and returns them as a value. */
NewsAmount *
news_amount_pack(const NewsAmountFields *f, const NewsMaker *maker)
{
	bool		one = f->low.len > 0 && f->low.len == f->high.len && memcmp(f->low.at, f->high.at, f->low.len) == 0;
	NewsBytes	high = f->high;
	Size		size;
	NewsAmount *a;
	char	   *to;

	if (!amount_check(f, maker))
		return NULL;
	if (one)
		high.len = 0;
	size = offsetof(NewsAmount, bytes) + f->low.len + high.len + f->unit.len + f->what.len + f->mention.len;
	a = palloc0(size);
	SET_VARSIZE(a, size);
	a->version = NEWS_AMOUNT_VERSION;
	a->kind = f->kind;
	a->flags = (f->low_in ? AMOUNT_LOW_IN : 0) | (f->high_in ? AMOUNT_HIGH_IN : 0) |
		(f->approximate ? AMOUNT_ABOUT_IT : 0) | (one ? AMOUNT_ONE_VALUE : 0);
	a->low_len = f->low.len;
	a->high_len = high.len;
	a->unit_len = f->unit.len;
	a->what_len = f->what.len;
	a->span = f->span;
	to = put(a->bytes, f->low);
	to = put(to, high);
	to = put(to, f->unit);
	to = put(to, f->what);
	put(to, f->mention);
	return a;
}

void
news_amount_unpack(const NewsAmount *a, NewsAmountFields *f)
{
	Size		room = VARSIZE(a) - offsetof(NewsAmount, bytes);
	const char *p = a->bytes;

	if (VARSIZE(a) < offsetof(NewsAmount, bytes) || a->version != NEWS_AMOUNT_VERSION ||
		(Size) a->low_len + a->high_len + a->unit_len + a->what_len > room)
		news_version_error("news_amount", a->version);
	f->kind = a->kind;
	f->low_in = (a->flags & AMOUNT_LOW_IN) != 0;
	f->high_in = (a->flags & AMOUNT_HIGH_IN) != 0;
	f->approximate = (a->flags & AMOUNT_ABOUT_IT) != 0;
	f->span = a->span;
	f->low = (NewsBytes) {p, a->low_len};
	f->high = (NewsBytes) {p + a->low_len, a->high_len};
	p += a->low_len + a->high_len;
	if (a->flags & AMOUNT_ONE_VALUE)
		f->high = f->low;
	f->unit = (NewsBytes) {p, a->unit_len};
	f->what = (NewsBytes) {p + a->unit_len, a->what_len};
	p += a->unit_len + a->what_len;
	f->mention = (NewsBytes) {p, (int) (VARSIZE(a) - (p - (const char *) a))};
}

/* ---- text and binary forms ------------------------------------------------------ */

/* spell writes a number as is_decimal wants it: as numeric prints it, without noughts at the end. */
static bool
spell(NewsBytes *s)
{
	bool		point = s->len > 0 && memchr(s->at, '.', s->len) != NULL;

	while (s->len > 0 && ascii_is_space(s->at[0]))
	{
		s->at++;
		s->len--;
	}
	while (s->len > 0 && ascii_is_space(s->at[s->len - 1]))
		s->len--;
	if (s->len == 0 || s->len > NEWS_DECIMAL_MAX || strspn(s->at, "+-0123456789.") < (size_t) s->len)
		return s->len == 0;
	if (s->at[0] == '+')
	{
		s->at++;
		s->len--;
	}
	while (point && s->len > 1 && s->at[s->len - 1] == '0')
		s->len--;
	if (point && s->at[s->len - 1] == '.')
		s->len--;
	*s = news_cstring_bytes(pnstrdup(s->at, s->len));
	return is_decimal(*s);
}

/* read_value reads a numrange. */
static bool
read_value(NewsBytes s, NewsAmountFields *f, const NewsMaker *maker)
{
	const char *comma = s.len > 0 ? memchr(s.at, ',', s.len) : NULL;
	const char *last = s.at + s.len - 1;

	if (s.len >= 3 && comma != NULL && (*s.at == '[' || *s.at == '(') && (*last == ']' || *last == ')'))
	{
		f->low = (NewsBytes) {pnstrdup(s.at + 1, comma - s.at - 1), (int) (comma - s.at - 1)};
		f->high = (NewsBytes) {pnstrdup(comma + 1, last - comma - 1), (int) (last - comma - 1)};
		if (spell(&f->low) && spell(&f->high))
		{
			f->low_in = *s.at == '[' && f->low.len > 0;
			f->high_in = *last == ']' && f->high.len > 0;
			return true;
		}
	}
	return news_fault(maker, "The value is not a range of numbers such as \"[5,5]\" or \"(5,)\".");
}

static void
print_value(StringInfo out, const NewsAmountFields *f)
{
	appendStringInfoChar(out, f->low_in ? '[' : '(');
	appendBinaryStringInfo(out, f->low.at, f->low.len);
	appendStringInfoChar(out, ',');
	appendBinaryStringInfo(out, f->high.at, f->high.len);
	appendStringInfoChar(out, f->high_in ? ']' : ')');
}

static NewsBytes
value_bytes(const NewsAmountFields *f)
{
	StringInfoData out;

	initStringInfo(&out);
	print_value(&out, f);
	return (NewsBytes) {out.data, out.len};
}

static Datum
amount_made(NewsAmountFields *f, NewsBytes kind, NewsBytes value, const NewsMaker *maker)
{
	f->kind = amount_kind_number(kind.at, kind.len);
	if (f->kind == 0 &&
		!news_fault(maker, kind.len == 0 ? "The kind is missing." :
					"The kind is none of money, percent, quantity, count."))
		return (Datum) 0;
	if (!read_value(value, f, maker))
		return (Datum) 0;
	return PointerGetDatum(news_amount_pack(f, maker));
}

enum
{
	KEY_KIND, KEY_VALUE, KEY_UNIT, KEY_WHAT, KEY_APPROXIMATE, KEY_MENTION, KEY_SPAN, KEYS
};

static const char *const amount_keys[KEYS] = {
	"kind", "value", "unit", "what", "approximate", "mention", "span"
};

static Datum
amount_from_json(char *s, const NewsMaker *maker)
{
	JsonbValue	v[KEYS];
	NewsAmountFields f = {0};
	NewsBytes	kind = {NULL, 0};
	NewsBytes	value = {NULL, 0};

	if (!news_json_object(s, amount_keys, KEYS, v, maker) ||
		!news_json_bytes(&v[KEY_KIND], amount_keys[KEY_KIND], &kind, maker) ||
		!news_json_bytes(&v[KEY_VALUE], amount_keys[KEY_VALUE], &value, maker) ||
		!news_json_bytes(&v[KEY_UNIT], amount_keys[KEY_UNIT], &f.unit, maker) ||
		!news_json_bytes(&v[KEY_WHAT], amount_keys[KEY_WHAT], &f.what, maker) ||
		!news_json_bytes(&v[KEY_MENTION], amount_keys[KEY_MENTION], &f.mention, maker) ||
		!news_json_span(&v[KEY_SPAN], amount_keys[KEY_SPAN], &f.span, maker))
		return (Datum) 0;
	if (v[KEY_APPROXIMATE].type != jbvBool && v[KEY_APPROXIMATE].type != jbvNull &&
		!news_fault(maker, "The value of \"approximate\" is neither true nor false."))
		return (Datum) 0;
	f.approximate = v[KEY_APPROXIMATE].type == jbvBool && v[KEY_APPROXIMATE].val.boolean;
	return amount_made(&f, kind, value, maker);
}

enum
{
	FIELD_KIND, FIELD_VALUE, FIELD_UNIT, FIELD_WHAT, FIELD_ABOUT, FIELD_MENTION, FIELD_SPAN, FIELDS
};

static Datum
amount_from_bars(char *s, const NewsMaker *maker)
{
	NewsAmountFields f = {0};
	NewsBytes	all[FIELDS];

	if (!news_bars_fields(s, all, FIELDS, maker))
		return (Datum) 0;
	f.unit = all[FIELD_UNIT];
	f.what = all[FIELD_WHAT];
	f.mention = all[FIELD_MENTION];
	f.approximate = all[FIELD_ABOUT].len > 0;
	if (f.approximate && news_bytes_compare(all[FIELD_ABOUT], news_cstring_bytes(ABOUT)) != 0 &&
		!news_fault(maker, "The fifth field is neither empty nor \"" ABOUT "\"."))
		return (Datum) 0;
	if (!news_bars_span(all[FIELD_SPAN], &f.span, maker))
		return (Datum) 0;
	return amount_made(&f, all[FIELD_KIND], all[FIELD_VALUE], maker);
}

NEWS_INPUT(news_amount, amount_from_json, amount_from_bars)

static char *
amount_text(Datum value)
{
	NewsAmountFields f;
	StringInfoData out;

	news_amount_unpack(DatumGetNewsAmount(value), &f);
	initStringInfo(&out);
	news_bars_put(&out, news_cstring_bytes(amount_kind_name(f.kind)));
	news_bars_put(&out, value_bytes(&f));
	news_bars_put(&out, f.unit);
	news_bars_put(&out, f.what);
	news_bars_put(&out, news_cstring_bytes(f.approximate ? ABOUT : ""));
	news_bars_put(&out, f.mention);
	news_bars_put_span(&out, f.span);
	news_bars_end(&out);
	return out.data;
}

NEWS_OUTPUT(news_amount, amount_text)

static char *
amount_json(Datum value)
{
	NewsAmountFields f;
	StringInfoData out;

	news_amount_unpack(DatumGetNewsAmount(value), &f);
	news_json_begin(&out);
	news_json_put(&out, amount_keys[KEY_KIND], news_cstring_bytes(amount_kind_name(f.kind)));
	news_json_put(&out, amount_keys[KEY_VALUE], value_bytes(&f));
	news_json_put(&out, amount_keys[KEY_UNIT], f.unit);
	news_json_put(&out, amount_keys[KEY_WHAT], f.what);
	if (f.approximate)
	{
		news_json_key(&out, amount_keys[KEY_APPROXIMATE]);
		appendStringInfoString(&out, "true");
	}
	news_json_put(&out, amount_keys[KEY_MENTION], f.mention);
	news_json_put_span(&out, amount_keys[KEY_SPAN], f.span);
	appendStringInfoChar(&out, '}');
	return out.data;
}

NEWS_JSON_CASTS(news_amount, amount_json)

PG_FUNCTION_INFO_V1(news_amount_recv);
Datum
news_amount_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	NewsMaker	maker = {FROM_BINARY, "news_amount"};
	NewsAmountFields f = {0};
	int			flags;

	news_recv_version(buf, NEWS_AMOUNT_VERSION, &maker);
	f.kind = pq_getmsgbyte(buf);
	flags = pq_getmsgbyte(buf);
	if (flags & ~(AMOUNT_LOW_IN | AMOUNT_HIGH_IN | AMOUNT_ABOUT_IT))
		news_fault(&maker, "A reserved bit is not zero.");
	f.low_in = (flags & AMOUNT_LOW_IN) != 0;
	f.high_in = (flags & AMOUNT_HIGH_IN) != 0;
	f.approximate = (flags & AMOUNT_ABOUT_IT) != 0;
	f.span = news_recv_span(buf);
	f.low = news_recv_bytes(buf, &maker);
	f.high = news_recv_bytes(buf, &maker);
	f.unit = news_recv_bytes(buf, &maker);
	f.what = news_recv_bytes(buf, &maker);
	f.mention = news_recv_bytes(buf, &maker);
	PG_RETURN_POINTER(news_amount_pack(&f, &maker));
}

PG_FUNCTION_INFO_V1(news_amount_send);
Datum
news_amount_send(PG_FUNCTION_ARGS)
{
	NewsAmountFields f;
	StringInfoData buf;

	news_amount_unpack(PG_GETARG_NEWS_AMOUNT(0), &f);
	pq_begintypsend(&buf);
	pq_sendbyte(&buf, NEWS_AMOUNT_VERSION);
	pq_sendbyte(&buf, f.kind);
	pq_sendbyte(&buf, (f.low_in ? AMOUNT_LOW_IN : 0) | (f.high_in ? AMOUNT_HIGH_IN : 0) | (f.approximate ? AMOUNT_ABOUT_IT : 0));
	news_send_span(&buf, f.span);
	news_send_bytes(&buf, f.low);
	news_send_bytes(&buf, f.high);
	news_send_bytes(&buf, f.unit);
	news_send_bytes(&buf, f.what);
	news_send_bytes(&buf, f.mention);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* ---- order and accessors ---------------------------------------------------------- */

/* ends_compare orders two ends of values; an open one is before (low) or after all. */
static int
ends_compare(NewsBytes a, NewsBytes b, int open)
{
	if (a.len == 0 || b.len == 0)
		return a.len == b.len ? 0 : a.len == 0 ? open : -open;
	return compare_numbers(a, b);
}

/* Order: kind, unit, the low end, the high one; then everything else. */
static int
amount_compare(const struct varlena *a, const struct varlena *b)
{
	NewsAmountFields fa;
	NewsAmountFields fb;
	int			cmp;

	news_amount_unpack((const NewsAmount *) a, &fa);
	news_amount_unpack((const NewsAmount *) b, &fb);
	if (fa.kind != fb.kind)
		return fa.kind < fb.kind ? -1 : 1;
	cmp = news_bytes_compare(fa.unit, fb.unit);
	if (cmp == 0)
		cmp = ends_compare(fa.low, fb.low, -1);
	if (cmp == 0)
		cmp = ends_compare(fa.high, fb.high, 1);
	return cmp != 0 ? cmp : news_value_compare(a, b);
}

NEWS_COMPARISONS(news_amount, amount_compare)

#define AMOUNT_ACCESSOR(name, missing, result) \
	NEWS_ACCESSOR(name, NewsAmountFields, news_amount_unpack(PG_GETARG_NEWS_AMOUNT(0), &f), missing, result)

AMOUNT_ACCESSOR(news_amount_kind, false, news_bytes_datum(news_cstring_bytes(amount_kind_name(f.kind))))
AMOUNT_ACCESSOR(news_amount_value, false, news_amount_range(&f))
AMOUNT_ACCESSOR(news_amount_unit, f.unit.len == 0, news_bytes_datum(f.unit))
AMOUNT_ACCESSOR(news_amount_what, f.what.len == 0, news_bytes_datum(f.what))
AMOUNT_ACCESSOR(news_amount_approximate, false, BoolGetDatum(f.approximate))
AMOUNT_ACCESSOR(news_amount_mention, f.mention.len == 0, news_bytes_datum(f.mention))
AMOUNT_ACCESSOR(news_amount_mention_span, f.span.lower == 0, news_span_datum(f.span))
