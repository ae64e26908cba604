/*
 * result.c -- what functions return: ranges, arrays.
 */
#include "read/result.h"

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/typcache.h"

static RangeType *
make_int_range(Oid type, int32 lower, int32 upper)
{
	TypeCacheEntry *cache = lookup_type_cache(type, TYPECACHE_RANGE_INFO);
	RangeBound	from = {.val = Int32GetDatum(lower), .inclusive = true, .lower = true};
	RangeBound	to = {.val = Int32GetDatum(upper)};

	return compat_range_serialize(cache, &from, &to);
}

Datum
news_span_datum(NewsSpan span)
{
	return RangeTypePGetDatum(make_int_range(INT4RANGEOID, span.lower, span.upper));
}

/* make_multi also sorts and merges. */
static Datum
make_multi(Oid multi, Oid type, const NewsSpan *spans, uint32 n)
{
	RangeType **ranges = palloc_extended(n * sizeof(RangeType *) + 1, MCXT_ALLOC_HUGE);

	for (uint32 i = 0; i < n; i++)
		ranges[i] = make_int_range(type, spans[i].lower, spans[i].upper);
	return MultirangeTypePGetDatum(make_multirange(multi, lookup_type_cache(type, TYPECACHE_RANGE_INFO),
												   n, ranges));
}

Datum
news_spans_datum(const NewsSpan *spans, uint32 n)
{
	return make_multi(INT4MULTIRANGEOID, INT4RANGEOID, spans, n);
}

Datum
news_day_ranges_datum(const NewsSpan *days, uint32 n)
{
	return make_multi(DATEMULTIRANGEOID, DATERANGEOID, days, n);
}

/* DateADT is an int32 too. */
Datum
news_days_datum(DateADT first, DateADT last)
{
	return RangeTypePGetDatum(make_int_range(DATERANGEOID, first, last));
}

Datum
news_confidence_datum(int confidence)
{
	return Float4GetDatum((float4) confidence / NEWS_CONFIDENCE_ONE);
}

Datum
news_entity_datum(const NewsEntityFields *f)
{
	static const NewsMaker maker = {FROM_ARGUMENT, "news_entity"};

	return PointerGetDatum(news_entity_pack(f, &maker));
}

/* No byte of a packed value prints as more than this, in an array; nor what stands around them in one value. */
#define TEXT_A_BYTE 16
#define TEXT_A_VALUE 1024

/*
 * check_text refuses an array that could be stored but not printed, copied or
 * dumped, because its text is more than the server can hold in one piece.  Only
 * of one that may be as large are the values printed to see.
 */
static void
check_text(const Datum *elems, uint32 n, Oid type)
{
	Size		text = (Size) n * TEXT_A_VALUE;
	Oid			out;
	bool		varlena;
	MemoryContext one;
	FmgrInfo	print;

	for (uint32 i = 0; i < n; i++)
		text += (Size) VARSIZE_ANY(DatumGetPointer(elems[i])) * TEXT_A_BYTE;
	if (text <= NEWS_TEXT_MAX)
		return;
	getTypeOutputInfo(type, &out, &varlena);
	fmgr_info(out, &print);
	one = AllocSetContextCreate(CurrentMemoryContext, "newstext text", ALLOCSET_DEFAULT_SIZES);
	text = 2;
	for (uint32 i = 0; i < n; i++)
	{
		MemoryContext old = MemoryContextSwitchTo(one);

		CHECK_FOR_INTERRUPTS();
		text += 3;				/* "", */
		for (const char *p = OutputFunctionCall(&print, elems[i]); *p != '\0'; p++)
			text += *p == '"' || *p == '\\' ? 2 : 1;
		MemoryContextSwitchTo(old);
		MemoryContextReset(one);
		if (text > NEWS_TEXT_MAX)
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("%s[] of the article is too large as text", format_type_be(type)),
					 errdetail("The limit is %d MB: the server could not print, copy or dump it.", (int) (NEWS_TEXT_MAX >> 20))));
	}
	MemoryContextDelete(one);
}

/* All of our types have alignment int4 and no fixed length. */
Datum
news_array_datum(FunctionCallInfo fcinfo, Datum *elems, uint32 n)
{
	FmgrInfo   *flinfo = fcinfo->flinfo;
	Oid		   *type = flinfo->fn_extra;

	if (type == NULL)
	{
		type = MemoryContextAlloc(flinfo->fn_mcxt, sizeof(Oid));
		*type = get_element_type(get_func_rettype(flinfo->fn_oid));
		flinfo->fn_extra = type;
	}
	if (n > MaxArraySize)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("article has more than %zu parts", (size_t) MaxArraySize)));
	check_text(elems, n, *type);
	return PointerGetDatum(construct_array(elems, n, *type, -1, false, TYPALIGN_INT));
}
