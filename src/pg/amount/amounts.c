/*
 * amounts.c -- news_amounts(), news_find_amounts(): how much and how many an
 * article says; and what is asked of stored amounts.
 */
#include "amount/news_amount.h"

#include "read/analysis.h"
#include "read/encoding.h"
#include "read/extract.h"
#include "read/model_map.h"
#include "read/result.h"
#include "read/rows.h"
#include "type/value.h"

#include "miscadmin.h"
#include "utils/fmgrprotos.h"
#include "utils/formatting.h"
#include "utils/numeric.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"
#include "catalog/pg_type.h"

static const NewsMaker by_amount = {FROM_ARGUMENT, "news_amount"};

#define SI_PLACES 12				/* after the point; no factor is known better */
#define DIGITS_ROOM 96			/* of a figure of the core: 19 digits and 60 noughts */

/* decimal_text writes a figure in the one spelling of news_amount. */
static NewsBytes
decimal_text(NtDecimal d)
{
	char	   *out = palloc(DIGITS_ROOM);
	char		digits[24];
	bool		minus = d.mantissa < 0;
	char	   *p = out;
	int			n;

	while (d.mantissa != 0 && d.exponent < 0 && d.mantissa % 10 == 0)
	{
		d.mantissa /= 10;
		d.exponent++;
	}
	if (d.mantissa == 0)
		return news_cstring_bytes("0");
	n = snprintf(digits, sizeof(digits), "%lld", (long long) (minus ? -d.mantissa : d.mantissa));
	if (minus)
		*p++ = '-';
	if (d.exponent >= 0)
	{
		memcpy(p, digits, n);
		memset(p + n, '0', d.exponent);
		p += n + d.exponent;
	}
	else
	{
		int			whole = n + d.exponent;	/* digits before the point */

		if (whole > 0)
			memcpy(p, digits, whole);
		else
			*p = '0';
		p += Max(whole, 1);
		*p++ = '.';
		for (int i = whole; i < 0; i++)
			*p++ = '0';
		memcpy(p, digits + Max(whole, 0), n - Max(whole, 0));
		p += n - Max(whole, 0);
	}
	return (NewsBytes) {out, (int) (p - out)};
}

/* what_counted writes what is counted and what became of it: people killed. */
static NewsBytes
what_counted(const NewsAnalysis *a, const NtAmount *m)
{
	NewsBytes	what = {NULL, 0};
	NewsBytes	outcome = {NULL, 0};
	StringInfoData both;

	if (m->what_end > m->what_start)
		what = analysis_written(a, m->what_start, m->what_end);
	if (m->outcome_len > 0)
		outcome = analysis_written(a, m->outcome_start, amount_outcome_end(m));
	if (what.len + outcome.len >= NEWS_NAME_MAX)
		return (NewsBytes) {NULL, 0};
	if (what.len == 0 || outcome.len == 0)
		return what.len > 0 ? what : outcome;
	initStringInfo(&both);
	appendBinaryStringInfo(&both, what.at, what.len);
	appendStringInfoChar(&both, ' ');
	appendBinaryStringInfo(&both, outcome.at, outcome.len);
	return (NewsBytes) {both.data, both.len};
}

/* amount_fields fills f; false when the amount cannot be shown. */
static bool
amount_fields(const NewsAnalysis *a, uint32 amount, NewsAmountFields *f)
{
	const NtAmount *m = &a->article.amounts.at[amount];
	NewsBytes	unit = news_cstring_bytes(vocab_string(a->article.vocab, m->unit));

	memset(f, 0, sizeof(*f));
	if (m->start >= m->end)
		return false;
	f->kind = m->kind;
	f->approximate = (m->bounds & AMOUNT_APPROXIMATE) != 0;
	if (!(m->bounds & AMOUNT_NO_LOW))
	{
		f->low = decimal_text(m->low);
		f->low_in = !(m->bounds & AMOUNT_LOW_OUT);
	}
	if (!(m->bounds & AMOUNT_NO_HIGH))
	{
		f->high = decimal_text(m->high);
		f->high_in = !(m->bounds & AMOUNT_HIGH_OUT);
	}
	if (unit.len > 0 && !encoding_to_server(unit, &f->unit))
		f->unit.len = 0;
	f->what = what_counted(a, m);
	f->mention = analysis_written(a, m->start, m->end);
	f->span = analysis_span(a, m->start, m->end);
	return true;
}

static Datum
amount_value(NewsAnalysis *a, uint32 i, void *room)
{
	NewsAmountFields f;

	return amount_fields(a, i, &f) ? PointerGetDatum(news_amount_pack(&f, &by_amount)) : (Datum) 0;
}

PG_FUNCTION_INFO_V1(news_amounts);
Datum
news_amounts(PG_FUNCTION_ARGS)
{
	NewsAnalysis *a = analysis_begin(PG_GETARG_DATUM(0), ANALYSIS_ANY_DICTIONARY);

	article_amounts(&a->article);
	PG_RETURN_DATUM(extract_array(fcinfo, a, a->article.amounts.n, amount_value, NULL));
}

/* (span, mention, kind, value, unit, what, approximate) */
PG_FUNCTION_INFO_V1(news_find_amounts);
Datum
news_find_amounts(PG_FUNCTION_ARGS)
{
	NewsAnalysis *a = analysis_begin(PG_GETARG_DATUM(0), ANALYSIS_ANY_DICTIONARY);
	Rows		rows;

	article_amounts(&a->article);
	rows = rows_begin(fcinfo);
	for (uint32 i = 0; i < a->article.amounts.n; i++)
	{
		NewsAmountFields f;
		Datum		values[7] = {0};
		bool		nulls[7] = {0};

		nt_tick(&a->context.cx);
		if (!amount_fields(a, i, &f))
			continue;
		row_span(&values[0], &nulls[0], f.span);
		row_text(&values[1], &nulls[1], f.mention);
		values[2] = CStringGetTextDatum(amount_kind_name(f.kind));
		values[3] = news_amount_range(&f);
		row_text(&values[4], &nulls[4], f.unit);
		row_text(&values[5], &nulls[5], f.what);
		values[6] = BoolGetDatum(f.approximate);
		rows_put(&rows, values, nulls);
	}
	analysis_end(a);
	return rows_end(&rows);
}

/* ---- in units of the SI ----------------------------------------------------------- */

/* unit_of finds a unit of measurement by its symbol, NULL: none, or a currency. */
static const NtAmountUnit *
unit_of(const NtKnowledge *know, NewsBytes symbol)
{
	for (uint32 i = 1; i < know->amounts.n_units; i++)
	{
		const NtAmountUnit *unit = &know->amounts.units[i];

		if (*vocab_string(&know->vocab, unit->si) != '\0' &&
			news_bytes_compare(symbol, news_cstring_bytes(vocab_string(&know->vocab, unit->symbol))) == 0)
			return unit;
	}
	return NULL;
}

/* to_si turns an end of a value into (end + add) * factor. */
static NewsBytes
to_si(const NtKnowledge *know, const NtAmountUnit *unit, NewsBytes end)
{
	const char *add = vocab_string(&know->vocab, unit->add);
	Datum		n;

	if (end.len == 0)
		return end;
	n = news_number(end);
	if (*add != '\0')
		n = DirectFunctionCall2(numeric_add, n, news_number(news_cstring_bytes(add)));
	n = DirectFunctionCall2(numeric_mul, n, news_number(news_cstring_bytes(vocab_string(&know->vocab, unit->factor))));
	n = DirectFunctionCall2(numeric_round, n, Int32GetDatum(SI_PLACES));
	n = DirectFunctionCall1(numeric_trim_scale, n);
	return news_cstring_bytes(DatumGetCString(DirectFunctionCall1(numeric_out, n)));
}

/* si_argument unpacks the argument and returns its unit, NULL: the SI has none for it. */
static const NtAmountUnit *
si_argument(FunctionCallInfo fcinfo, const NtKnowledge *know, NewsAmountFields *f)
{
	news_amount_unpack(PG_GETARG_NEWS_AMOUNT(0), f);
	return unit_of(know, f->unit);
}

PG_FUNCTION_INFO_V1(news_amount_si_value);
Datum
news_amount_si_value(PG_FUNCTION_ARGS)
{
	const NtKnowledge *know = news_knowledge();
	NewsAmountFields f;
	const NtAmountUnit *unit = si_argument(fcinfo, know, &f);

	if (unit == NULL)
		PG_RETURN_NULL();
	f.low = to_si(know, unit, f.low);
	f.high = to_si(know, unit, f.high);
	PG_RETURN_DATUM(news_amount_range(&f));
}

PG_FUNCTION_INFO_V1(news_amount_si_unit);
Datum
news_amount_si_unit(PG_FUNCTION_ARGS)
{
	const NtKnowledge *know = news_knowledge();
	NewsAmountFields f;
	const NtAmountUnit *unit = si_argument(fcinfo, know, &f);

	if (unit == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(vocab_string(&know->vocab, unit->si)));
}

/* ---- words to look amounts up by ------------------------------------------------- */

static void
add_word(ArrayBuildState **words, const char *prefix, NewsBytes word)
{
	Size		before = strlen(prefix);
	text	   *out = palloc(VARHDRSZ + before + word.len);
	Datum		datum = PointerGetDatum(out);

	SET_VARSIZE(out, VARHDRSZ + before + word.len);
	memcpy(VARDATA(out), prefix, before);
	memcpy(VARDATA(out) + before, word.at, word.len);
	*words = accumArrayResult(*words, datum, false, TEXTOID, CurrentMemoryContext);
	pfree(out);
}

/*
 * news_amount_words returns what stored amounts are looked up by: their units
 * and kinds as they are, and each word of what is counted in small letters.
 */
PG_FUNCTION_INFO_V1(news_amount_words);
Datum
news_amount_words(PG_FUNCTION_ARGS)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(0);
	ArrayIterator it = array_create_iterator(array, 0, NULL);
	ArrayBuildState *words = initArrayResult(TEXTOID, CurrentMemoryContext, false);
	Datum		element;

	while (news_next_element(it, &element))
	{
		NewsAmountFields f;
		const char *p;
		const char *end;

		CHECK_FOR_INTERRUPTS();
		news_amount_unpack(DatumGetNewsAmount(element), &f);
		add_word(&words, "kind:", news_cstring_bytes(amount_kind_name(f.kind)));
		if (f.unit.len > 0)
			add_word(&words, "unit:", f.unit);
		p = f.what.at;
		for (end = p + f.what.len; p < end;)
		{
			const char *space = memchr(p, ' ', end - p);
			size_t		len = (space != NULL ? space : end) - p;
			char	   *lower = asc_tolower(p, len);

			if (len > 0)
				add_word(&words, "", news_cstring_bytes(lower));
			pfree(lower);
			p += len + 1;
		}
	}
	PG_RETURN_DATUM(makeArrayResult(words, CurrentMemoryContext));
}
