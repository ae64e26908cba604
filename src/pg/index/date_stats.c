/*
 * date_stats.c -- how many articles speak of some days: what ANALYZE counts of
 * news_date[], and the estimates of && and @@ from it.
 *
 * An article that speaks of a Monday mostly speaks of that Tuesday too, so
 * that shares of single days do not add up to that of a week.  Therefore
 * articles are counted in bins of eight sizes, 1, 4, 16 ... 16384 days: an
 * article once in each bin that a short expression of it (SHORT_DAYS) falls
 * into.  A week is looked up in bins of 4 days, a year in those of 256.  For
 * each size a histogram of few buckets is kept: days, and the share of
 * articles of a bin there.  Longer expressions, months and years, are few and
 * far between: the most common are kept as they are.
 *
 *     values     bytea, of DayShare: the long expressions, then the histogram
 *                of each size
 *     numbers    rows sampled; long expressions not kept, a row
 */
#include "index/gin_date.h"

#include "access/detoast.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "commands/vacuum.h"
#include "utils/array.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/selfuncs.h"

#include "index/selectivity.h"
#include "type/value.h"

PG_FUNCTION_INFO_V1(news_dates_typanalyze);
PG_FUNCTION_INFO_V1(news_dates_overlap_sel);
PG_FUNCTION_INFO_V1(news_dates_within_sel);

#define SIZES 8
#define SHORT_DAYS 7			/* longest expression that is counted in bins */

/* For a statistics target of 100. */
#define BUCKETS 50				/* of each size */
#define LONG_KEPT 300

#define NUMBERS 2
#define DEFAULT_DAYS_SEL 0.01	/* without statistics */

typedef struct DayShare
{
	int32		first;
	int32		last;
	float4		share;			/* of the articles; of a bucket: in a bin of it */
} DayShare;

/* A bin, size 0 to SIZES - 1, or with size SIZES a long expression. */
typedef struct BinKey
{
	int32		size;
	int32		first;			/* number of the bin, or day */
	int32		last;
} BinKey;

typedef struct BinCount
{
	BinKey		key;			/* hash key: must be first */
	int			rows;
	int			last_row;		/* counted once a row */
} BinCount;

static inline int64
size_days(int size)
{
	return INT64CONST(1) << (2 * size);
}

static inline int32
bin_of(int32 day, int size)
{
	/* shifts round down, also before the year 2000 */
	return day >> (2 * size);
}

static void
count_bin(HTAB *bins, int row, int size, int32 first, int32 last)
{
	BinKey		key = {size, first, last};
	bool		found;
	BinCount   *bin = hash_search(bins, &key, HASH_ENTER, &found);

	if (!found)
		bin->rows = 0;
	else if (bin->last_row == row)
		return;
	bin->last_row = row;
	bin->rows++;
}

static void
count_row(HTAB *bins, int row, Datum value)
{
	ArrayIterator it = array_create_iterator(DatumGetArrayTypeP(value), 0, NULL);
	Datum		elem;

	while (news_next_element(it, &elem))
	{
		NewsDateFields date;

		news_date_unpack(DatumGetNewsDate(elem), &date);
		if (!date.has_range)
			continue;
		if ((int64) date.last - date.first > SHORT_DAYS)
			count_bin(bins, row, SIZES, date.first, date.last);
		else
			for (int size = 0; size < SIZES; size++)
				for (int32 bin = bin_of(date.first, size); bin <= bin_of(date.last - 1, size); bin++)
					count_bin(bins, row, size, bin, 0);
	}
}

static int
by_place(const void *a, const void *b)
{
	const BinCount *x = *(BinCount *const *) a;
	const BinCount *y = *(BinCount *const *) b;

	return x->key.first != y->key.first ? (x->key.first < y->key.first ? -1 : 1) : 0;
}

static int
by_rows(const void *a, const void *b)
{
	const BinCount *x = *(BinCount *const *) a;
	const BinCount *y = *(BinCount *const *) b;

	return x->rows != y->rows ? (x->rows > y->rows ? -1 : 1) : by_place(a, b);
}

static Datum
shares_datum(const DayShare *shares, int n)
{
	bytea	   *value = palloc(VARHDRSZ + n * sizeof(DayShare));

	SET_VARSIZE(value, VARHDRSZ + n * sizeof(DayShare));
	memcpy(VARDATA(value), shares, n * sizeof(DayShare));
	return PointerGetDatum(value);
}

/* histogram puts the bins of one size, in order, into at most `most` buckets of about equal weight. */
static Datum
histogram(BinCount **bins, int n, int size, int rows, int most)
{
	DayShare   *buckets = palloc((most + 1) * sizeof(DayShare));
	double		left = 0;
	int			n_buckets = 0;

	for (int i = 0; i < n; i++)
		left += bins[i]->rows;
	for (int i = 0; i < n;)
	{
		double		depth = left / (most - n_buckets);
		double		sum = bins[i]->rows;
		int			end = i + 1;
		int64		days = size_days(size);
		DayShare   *b = &buckets[n_buckets];

		while (end < n && (n_buckets == most - 1 || sum + bins[end]->rows <= depth))
			sum += bins[end++]->rows;
		b->first = Max((int64) PG_INT32_MIN, bins[i]->key.first * days);
		b->last = Min((int64) PG_INT32_MAX, (bins[end - 1]->key.first + INT64CONST(1)) * days);
		b->share = sum / rows / ((double) bins[end - 1]->key.first - bins[i]->key.first + 1);
		n_buckets++;
		left -= sum;
		i = end;
	}
	return shares_datum(buckets, n_buckets);
}

/* keep writes the slot. */
static void
keep(VacAttrStats *stats, int slot, HTAB *bins, int rows, int target)
{
	BinCount  **of[SIZES + 1];
	int			n[SIZES + 1] = {0};
	HASH_SEQ_STATUS scan;
	BinCount   *bin;
	Datum	   *values;
	float4	   *numbers;
	DayShare   *longs;
	int			n_longs;
	double		lost = 0;
	MemoryContext old;

	for (int size = 0; size <= SIZES; size++)
		of[size] = palloc_extended((hash_get_num_entries(bins) + 1) * sizeof(BinCount *), MCXT_ALLOC_HUGE);
	hash_seq_init(&scan, bins);
	while ((bin = hash_seq_search(&scan)) != NULL)
		of[bin->key.size][n[bin->key.size]++] = bin;

	old = MemoryContextSwitchTo(stats->anl_context);
	values = palloc((SIZES + 1) * sizeof(Datum));
	qsort(of[SIZES], n[SIZES], sizeof(BinCount *), by_rows);
	n_longs = Min(n[SIZES], Max(1, LONG_KEPT * target / 100));
	longs = palloc((n_longs + 1) * sizeof(DayShare));
	for (int i = 0; i < n[SIZES]; i++)
		if (i < n_longs)
			longs[i] = (DayShare) {of[SIZES][i]->key.first, of[SIZES][i]->key.last, (double) of[SIZES][i]->rows / rows};
		else
			lost += (double) of[SIZES][i]->rows / rows;
	values[0] = shares_datum(longs, n_longs);
	for (int size = 0; size < SIZES; size++)
	{
		qsort(of[size], n[size], sizeof(BinCount *), by_place);
		values[1 + size] = histogram(of[size], n[size], size, rows, Max(2, BUCKETS * target / 100));
	}
	numbers = palloc(NUMBERS * sizeof(float4));
	numbers[0] = rows;
	numbers[1] = lost;
	statistics_fill_slot(stats, slot, STATISTIC_KIND_NEWS_DAYS, values, SIZES + 1, numbers, NUMBERS);
	MemoryContextSwitchTo(old);
}

static void
compute_day_stats(VacAttrStats *stats, AnalyzeAttrFetchFunc fetch, int samplerows, double totalrows)
{
	HASHCTL		ctl = {.keysize = sizeof(BinKey), .entrysize = sizeof(BinCount)};
	HTAB	   *bins;
	MemoryContext row_memory;
	int			rows = 0;
	int			slot = statistics_server_slots(stats, fetch, samplerows, totalrows, 1);

	if (slot < 0)
		return;
	ctl.hcxt = CurrentMemoryContext;
	bins = hash_create("news days", 4096, &ctl, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	row_memory = AllocSetContextCreate(CurrentMemoryContext, "news days of a row", ALLOCSET_DEFAULT_SIZES);
	for (int row = 0; row < samplerows; row++)
	{
		bool		isnull;
		Datum		value = fetch(stats, row, &isnull);
		MemoryContext old;

		compat_analyze_delay_point();
		if (isnull || toast_raw_datum_size(value) > STATISTICS_WIDTH_MAX)
			continue;
		rows++;
		old = MemoryContextSwitchTo(row_memory);
		count_row(bins, row, value);
		MemoryContextSwitchTo(old);
		MemoryContextReset(row_memory);
	}
	if (rows > 0)
		keep(stats, slot, bins, rows, compat_statistics_target(stats));
	hash_destroy(bins);
	MemoryContextDelete(row_memory);
}

Datum
news_dates_typanalyze(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(statistics_begin((VacAttrStats *) PG_GETARG_POINTER(0), compute_day_stats, TARGET_ENTITIES));
}

static const DayShare *
day_shares(const AttStatsSlot *slot, int i, int *n)
{
	bytea	   *value = DatumGetByteaPP(slot->values[i]);

	*n = VARSIZE_ANY_EXHDR(value) / sizeof(DayShare);
	return memcpy(palloc(*n * sizeof(DayShare) + 1), VARDATA_ANY(value), *n * sizeof(DayShare));
}

/* short_share estimates the articles with a short expression in these days, from the bins nearest in size. */
static double
short_share(const AttStatsSlot *slot, const DayRange *asked)
{
	DayRange	days = *asked;
	int64		length;
	int			size = 0;
	double		share = 0;
	int			n;
	const DayShare *buckets = day_shares(slot, 1, &n);

	/* "before 2020" is no longer than what there is before 2020 */
	if (n == 0)
		return 0;
	days.first = Max(days.first, (int64) buckets[0].first);
	days.last = Min(days.last, (int64) buckets[n - 1].last);
	length = days.last - days.first;
	if (length <= 0)
		return 0;
	/* half way between two sizes, as factors go, is twice the smaller */
	while (size < SIZES - 1 && length > 2 * size_days(size))
		size++;
	buckets = day_shares(slot, 1 + size, &n);
	for (int i = 0; i < n; i++)
	{
		int64		first = Max(days.first, (int64) buckets[i].first);
		int64		last = Min(days.last, (int64) buckets[i].last);

		if (first < last)
			share += buckets[i].share * (last - first) / size_days(size);
	}
	return Min(share, 1.0);
}

static double
long_share(const AttStatsSlot *slot, const DayRange *days, bool within, double lost)
{
	double		none = 1.0;
	double		held = 0;
	double		all = 0;
	int			n;
	const DayShare *longs = day_shares(slot, 0, &n);

	for (int i = 0; i < n; i++)
	{
		all += longs[i].share;
		if (days_hold(days, within, longs[i].first, longs[i].last))
		{
			held += longs[i].share;
			none *= 1.0 - longs[i].share;
		}
	}
	if (all > 0)
		none *= Max(0.0, 1.0 - lost * held / all);
	return 1.0 - none;
}

static double
days_share(FunctionCallInfo fcinfo, bool within)
{
	VariableStatData vardata;
	bool		var_left;
	Const	   *constant;
	double		share;
	DayRange	days;
	AttStatsSlot slot;

	if (!selectivity_constant(fcinfo, &vardata, &var_left, &constant, DEFAULT_DAYS_SEL, &share))
		return share;
	if (constant->consttype != DATERANGEOID)
		share = DEFAULT_DAYS_SEL;
	else if (!days_of_range(constant->constvalue, &days))
		share = 0;
	else if (HeapTupleIsValid(vardata.statsTuple) &&
			 get_attstatsslot(&slot, vardata.statsTuple, STATISTIC_KIND_NEWS_DAYS, InvalidOid,
							  ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS))
	{
		if (slot.valuetype == BYTEAOID && slot.nvalues == SIZES + 1 && slot.nnumbers == NUMBERS)
		{
			double		rows = Max(1.0, slot.numbers[0]);

			share = 1.0 - (1.0 - short_share(&slot, &days)) *
				(1.0 - long_share(&slot, &days, within, slot.numbers[1]));
			share = Max(share, 0.5 / rows) * (1.0 - selectivity_null_share(&vardata));
		}
		free_attstatsslot(&slot);
	}
	ReleaseVariableStats(vardata);
	CLAMP_PROBABILITY(share);
	return share;
}

Datum
news_dates_overlap_sel(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(days_share(fcinfo, false));
}

Datum
news_dates_within_sel(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(days_share(fcinfo, true));
}
