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

/* next_element returns the first element at a byte of the array or after, as the server aligns them. */
static inline const struct varlena *
next_element(const NewsList *list, Size *at)
{
	*at = att_align_nominal(*at, TYPALIGN_INT);
	return (const struct varlena *) ((char *) list->array + *at);
}

/*
 * check_text refuses an array that could be stored but not printed, copied or
 * dumped, because its text is more than the server can hold in one piece.  Only
 * of one that may be as large are the values printed to see.
 */
static void
check_text(const NewsList *list)
{
	Size		text = (Size) list->n * TEXT_A_VALUE + list->used * TEXT_A_BYTE;
	Size		at = ARR_OVERHEAD_NONULLS(1);
	Oid			out;
	bool		varlena;
	FmgrInfo	print;

	if (text <= NEWS_TEXT_MAX)
		return;
	getTypeOutputInfo(list->type, &out, &varlena);
	fmgr_info_cxt(out, &print, list->outside);
	text = 2;
	for (uint32 i = 0; i < list->n; i++)
	{
		const struct varlena *element = next_element(list, &at);

		CHECK_FOR_INTERRUPTS();
		text += 3;				/* "", */
		for (const char *p = OutputFunctionCall(&print, PointerGetDatum(element)); *p != '\0'; p++)
			text += *p == '"' || *p == '\\' ? 2 : 1;
		at += VARSIZE(element);
		MemoryContextReset(list->element);
		if (text > NEWS_TEXT_MAX)
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("%s[] of the article is too large as text", format_type_be(list->type)),
					 errdetail("The limit is %d MB: the server could not print, copy or dump it.", (int) (NEWS_TEXT_MAX >> 20))));
	}
}

#define LIST_FIRST 1024			/* bytes; doubled as it grows */
#define LIST_SHRINK (64 * 1024)	/* a larger one gives back at the end what it does not need */

NewsList
news_list_begin(FunctionCallInfo fcinfo)
{
	FmgrInfo   *flinfo = fcinfo->flinfo;
	Oid		   *type = flinfo->fn_extra;
	NewsList	list = {0};

	if (type == NULL)
	{
		type = MemoryContextAlloc(flinfo->fn_mcxt, sizeof(Oid));
		*type = get_element_type(get_func_rettype(flinfo->fn_oid));
		flinfo->fn_extra = type;
	}
	list.type = *type;
	list.room = LIST_FIRST;
	list.array = palloc(list.room);
	list.used = ARR_OVERHEAD_NONULLS(1);
	list.element = AllocSetContextCreate(CurrentMemoryContext, "newstext element", ALLOCSET_DEFAULT_SIZES);
	list.outside = MemoryContextSwitchTo(list.element);
	return list;
}

/* All of our types have alignment int4, no fixed length, and a header of four bytes as they are made. */
void
news_list_add(NewsList *list, Datum element)
{
	Size		from = list->used;
	Size		size;

	if (element == (Datum) 0)
		return;
	size = VARSIZE(DatumGetPointer(element));
	/* the server joins arrays byte for byte, so that the last element too ends where another may begin */
	list->used = from + att_align_nominal(size, TYPALIGN_INT);
	if (list->used > MaxAllocSize || list->n >= MaxArraySize)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("%s[] of the article is too large", format_type_be(list->type)),
				 errdetail("The limit is %zu values of %zu MB together.", (size_t) MaxArraySize, (size_t) MaxAllocSize >> 20)));
	if (list->used > list->room)
	{
		while (list->room < list->used)
			list->room *= 2;
		list->room = Min(list->room, MaxAllocSize);
		list->array = repalloc(list->array, list->room);
	}
	memcpy((char *) list->array + from, DatumGetPointer(element), size);
	memset((char *) list->array + from + size, 0, list->used - size - from);
	list->n++;
	MemoryContextReset(list->element);
}

Datum
news_list_end(NewsList *list)
{
	ArrayType  *array = list->array;

	check_text(list);
	MemoryContextSwitchTo(list->outside);
	MemoryContextDelete(list->element);
	if (list->n == 0)
		return PointerGetDatum(construct_empty_array(list->type));
	if (list->room > LIST_SHRINK)
		array = repalloc(array, list->used);
	SET_VARSIZE(array, list->used);
	array->ndim = 1;
	array->dataoffset = 0;
	array->elemtype = list->type;
	ARR_DIMS(array)[0] = list->n;
	ARR_LBOUND(array)[0] = 1;
	return PointerGetDatum(array);
}
