/*
 * gin_date.c -- dates in search: which articles speak of these days?
 *
 *     dates && range      an expression of the article overlaps the range
 *     dates @@ range      one lies within it: "speaks of that week"
 *
 * "On Thursday" of an article of April 2025 covers [2025-04-24, 2025-04-25),
 * "last year" [2024-01-01, 2025-01-01).  Both are keys of GIN, as they are:
 *
 *     class byte, first day, and unless the class says it the day after the last
 *
 * Days are four bytes, the highest first and the sign turned, so that keys of
 * a class stand in the order of time.  The class is the length: day, week,
 * month, quarter, year, decade, century, longer.  So what overlaps the week
 * from April 21 begins, among months, after March 21 and before April 28: in
 * each class one stretch of keys, from which compare_partial takes those that
 * hold.  The answer is exact, and no row is looked at.  An expression without a
 * range ("recently") has no key.
 */
#include "index/gin_date.h"

#include "access/gin.h"
#include "access/stratnum.h"
#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/typcache.h"

#include "index/gin_query.h"
#include "type/day_key.h"
#include "type/value.h"

PG_FUNCTION_INFO_V1(news_dates_overlap);
PG_FUNCTION_INFO_V1(news_overlap_dates);
PG_FUNCTION_INFO_V1(news_dates_within);
PG_FUNCTION_INFO_V1(news_within_dates);
PG_FUNCTION_INFO_V1(news_gin_extract_dates);
PG_FUNCTION_INFO_V1(news_gin_query_dates);
PG_FUNCTION_INFO_V1(news_gin_compare_partial_dates);
PG_FUNCTION_INFO_V1(news_gin_check_dates);

/* Days of the longest expression of a class; never change: the index holds the classes. */
static const int64 class_days[] = {1, 7, 31, 92, 366, 3653, 36525, PG_INT64_MAX / 2};

#define CLASSES lengthof(class_days)
#define KEY_BYTES (2 * DAY_KEY_BYTES)	/* after the class: first day, day after the last; of the class of single days the first only */

static int
class_of(int64 days)
{
	int			c = 0;

	while (days > class_days[c])
		c++;
	return c;
}

static void
date_key(KeySet *set, int class, DateADT first, DateADT last)
{
	char		key[KEY_BYTES];

	day_key_put(key, first);
	day_key_put(key + DAY_KEY_BYTES, last);
	key_add(set, class, -1, key, class == 0 ? DAY_KEY_BYTES : KEY_BYTES);
}

/*
 * days_of_range puts a range of days in numbers, [first, last); the infinite
 * ones are beyond all days.  False when it is empty.
 */
bool
days_of_range(Datum datum, DayRange *days)
{
	RangeType  *range = DatumGetRangeTypeP(datum);
	TypeCacheEntry *cache = lookup_type_cache(RangeTypeGetOid(range), TYPECACHE_RANGE_INFO);
	RangeBound	lower;
	RangeBound	upper;
	bool		empty;

	range_deserialize(cache, range, &lower, &upper, &empty);
	if (empty)
		return false;
	days->first = lower.infinite ? PG_INT32_MIN : (int64) DatumGetDateADT(lower.val) + !lower.inclusive;
	days->last = upper.infinite ? (int64) PG_INT32_MAX + 1 : (int64) DatumGetDateADT(upper.val) + upper.inclusive;
	return days->first < days->last;
}

bool
days_hold(const DayRange *days, bool within, DateADT first, DateADT last)
{
	return within ? first >= days->first && last <= days->last :
		first < days->last && last > days->first;
}

/* dates_match tells whether one of the dates of an article overlaps the range, or lies within it. */
static bool
dates_match(ArrayType *dates, Datum range, bool within)
{
	ArrayIterator it;
	DayRange	days;
	Datum		value;
	bool		found = false;

	if (!days_of_range(range, &days))
		return false;
	it = array_create_iterator(dates, 0, NULL);
	while (!found && news_next_element(it, &value))
	{
		NewsDateFields date;

		news_date_unpack(DatumGetNewsDate(value), &date);
		found = date.has_range && days_hold(&days, within, date.first, date.last);
	}
	array_free_iterator(it);
	return found;
}

Datum
news_dates_overlap(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(dates_match(PG_GETARG_ARRAYTYPE_P(0), PG_GETARG_DATUM(1), false));
}

Datum
news_overlap_dates(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(dates_match(PG_GETARG_ARRAYTYPE_P(1), PG_GETARG_DATUM(0), false));
}

Datum
news_dates_within(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(dates_match(PG_GETARG_ARRAYTYPE_P(0), PG_GETARG_DATUM(1), true));
}

Datum
news_within_dates(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(dates_match(PG_GETARG_ARRAYTYPE_P(1), PG_GETARG_DATUM(0), true));
}

static void
add_date(KeySet *set, Datum element, KeyFormat format)
{
	NewsDateFields date;

	news_date_unpack(DatumGetNewsDate(element), &date);
	if (date.has_range)
		date_key(set, class_of((int64) date.last - date.first), date.first, date.last);
}

Datum
news_gin_extract_dates(PG_FUNCTION_ARGS)
{
	return gin_extract(fcinfo, add_date, KEYS_0_2);
}

/* extractQuery: in each class that can hold an answer, the first key that may be one. */
Datum
news_gin_query_dates(PG_FUNCTION_ARGS)
{
	int32	   *n = (int32 *) PG_GETARG_POINTER(1);
	bool		within = PG_GETARG_UINT16(2) == STRATEGY_MATCH;
	bool	  **partial = (bool **) PG_GETARG_POINTER(3);
	Pointer   **extra = (Pointer **) PG_GETARG_POINTER(4);
	KeySet		set = {0};
	DayRange   *days = palloc(sizeof(DayRange));

	*n = 0;
	if (!days_of_range(PG_GETARG_DATUM(0), days))
		PG_RETURN_POINTER(NULL);
	*partial = palloc0(CLASSES * sizeof(bool));
	*extra = palloc(CLASSES * sizeof(Pointer));
	for (int c = 0; c < (int) CLASSES; c++)
	{
		int64		from = days->first;

		if (within && c > 0 && class_days[c - 1] >= days->last - days->first)
			break;
		if (!within)
			from = Max((int64) PG_INT32_MIN, from - (class_days[c] - 1));
		(*extra)[set.n] = (Pointer) days;
		/* of a single day there is one key */
		(*partial)[set.n] = c > 0 || days->last - days->first > 1;
		date_key(&set, c, (DateADT) from, PG_INT32_MIN);
	}
	*n = set.n;
	PG_RETURN_POINTER(set.keys);
}

/* Tells whether a key is an answer: 0; passed over: -1; beyond the last that can be: 1. */
Datum
news_gin_compare_partial_dates(PG_FUNCTION_ARGS)
{
	const char *begin = VARDATA_ANY(PG_GETARG_BYTEA_PP(0));
	bytea	   *key = PG_GETARG_BYTEA_PP(1);
	bool		within = PG_GETARG_UINT16(2) == STRATEGY_MATCH;
	const DayRange *days = (DayRange *) PG_GETARG_POINTER(3);
	const char *at = VARDATA_ANY(key);
	int			len = VARSIZE_ANY_EXHDR(key);
	DateADT		first;
	DateADT		last;

	if (len < 1 + DAY_KEY_BYTES || at[0] != begin[0])
		PG_RETURN_INT32(1);
	first = day_key_take(at + 1);
	last = len < 1 + KEY_BYTES ? first + 1 : day_key_take(at + 1 + DAY_KEY_BYTES);
	if (first >= days->last)
		PG_RETURN_INT32(1);
	PG_RETURN_INT32(days_hold(days, within, first, last) ? 0 : -1);
}

/* triconsistent: any key will do. */
Datum
news_gin_check_dates(PG_FUNCTION_ARGS)
{
	GinTernaryValue *check = (GinTernaryValue *) PG_GETARG_POINTER(0);
	int32		n = PG_GETARG_INT32(3);
	GinTernaryValue result = GIN_FALSE;

	for (int i = 0; i < n && result != GIN_TRUE; i++)
		if (check[i] != GIN_FALSE)
			result = check[i];
	PG_RETURN_GIN_TERNARY_VALUE(result);
}
