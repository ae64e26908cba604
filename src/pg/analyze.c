/*
 * analyze.c -- ANALYZE of news_entity[] and news_quote[]: how many rows hold
 * each index key.
 *
 * The server's own statistics of an array count whole elements.  A reader asks
 * for words of names, and two quotes are hardly ever equal, so both types
 * count their index keys instead: the same keys that the index has, row by
 * row, by Lossy Counting as array_typanalyze.c does (Manku and Motwani 2002).
 * selectivity.h tells what is kept.
 *
 * The server's statistics are kept too, but for the correlation, whose slot is
 * needed: no plan sorts articles by their list of names.
 */
#include "selectivity.h"

#include "access/detoast.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "commands/vacuum.h"
#include "utils/array.h"
#include "utils/fmgrprotos.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"

PG_FUNCTION_INFO_V1(news_entities_typanalyze);
PG_FUNCTION_INFO_V1(news_quotes_typanalyze);

/*
 * Keys of a bucket of Lossy Counting, a key to be kept.  The server takes
 * 1000/7; eight times that, so that also keys of a few rows survive for the
 * sketch: a sample of 30,000 articles has some 3 million keys, three buckets.
 */
#define BUCKET_KEYS 1150
#define WIDTH_MAX 0x10000		/* wider arrays are left out, as the server does */

#if PG_VERSION_NUM >= 170000
#define statistics_target(stats) ((stats)->attstattarget)
#else
#define statistics_target(stats) ((stats)->attr->attstattarget)
#endif

typedef struct KeyBytes
{
	const char *at;
	int			len;
} KeyBytes;

typedef struct KeyCount
{
	KeyBytes	key;			/* hash key: must be first */
	int			rows;
	int			delta;			/* how many may have been missed */
	int			last_row;		/* counted once a row */
} KeyCount;

typedef struct KeysAnalyze
{
	QueryTarget target;
	AnalyzeAttrComputeStatsFunc compute;	/* the server's */
	void	   *extra;
} KeysAnalyze;

static uint32
key_hash(const void *key, Size size)
{
	const KeyBytes *k = key;

	return hash_bytes((const unsigned char *) k->at, k->len);
}

static int
key_match(const void *a, const void *b, Size size)
{
	const KeyBytes *x = a;
	const KeyBytes *y = b;

	return key_compare(x->at, x->len, y->at, y->len);
}

static int
by_rows(const void *a, const void *b)
{
	const KeyCount *x = *(KeyCount *const *) a;
	const KeyCount *y = *(KeyCount *const *) b;

	if (x->rows != y->rows)
		return x->rows > y->rows ? -1 : 1;
	return key_compare(x->key.at, x->key.len, y->key.at, y->key.len);
}

static int
by_key(const void *a, const void *b)
{
	const KeyCount *x = *(KeyCount *const *) a;
	const KeyCount *y = *(KeyCount *const *) b;

	return key_compare(x->key.at, x->key.len, y->key.at, y->key.len);
}

static void
prune(HTAB *table, int bucket)
{
	HASH_SEQ_STATUS scan;
	KeyCount   *item;

	hash_seq_init(&scan, table);
	while ((item = hash_seq_search(&scan)) != NULL)
		if (item->rows + item->delta <= bucket)
		{
			char	   *bytes = unconstify(char *, item->key.at);

			hash_search(table, &item->key, HASH_REMOVE, NULL);
			pfree(bytes);
		}
}

static void
row_keys(KeySet *set, QueryTarget target, Datum value)
{
	ArrayIterator it = array_create_iterator(DatumGetArrayTypeP(value), 0, NULL);
	Datum		elem;
	bool		isnull;

	while (array_iterate(it, &elem, &isnull))
	{
		NewsEntityFields entity;
		NewsQuoteFields quote;

		if (isnull)
			continue;
		if (target == TARGET_ENTITIES)
		{
			news_entity_unpack(DatumGetNewsEntity(elem), &entity);
			entity_keys(set, &entity);
		}
		else
		{
			news_quote_unpack(DatumGetNewsQuote(elem), &quote);
			quote_keys(set, &quote);
		}
	}
}

/* keep writes the counts into a free slot of the statistics. */
static void
keep(VacAttrStats *stats, int slot, HTAB *table, int rows, int most)
{
	long		n = hash_get_num_entries(table);
	KeyCount  **items = palloc((n + 1) * sizeof(KeyCount *));
	HASH_SEQ_STATUS scan;
	KeyCount   *item;
	int			n_items = 0;
	int			n_common;
	uint32		buckets = 4096;
	double		rare_rows = 0;
	bytea	   *sketch;
	MemoryContext old = MemoryContextSwitchTo(stats->anl_context);
	Datum	   *values;
	float4	   *numbers;

	hash_seq_init(&scan, table);
	while ((item = hash_seq_search(&scan)) != NULL)
		items[n_items++] = item;
	qsort(items, n_items, sizeof(KeyCount *), by_rows);

	/* a key seen once is not common, however few there are */
	n_common = Min(n_items, most);
	while (n_common > 0 && items[n_common - 1]->rows < 2)
		n_common--;

	while (buckets < (uint32) most * 26)
		buckets *= 2;
	sketch = palloc0(VARHDRSZ + buckets);
	SET_VARSIZE(sketch, VARHDRSZ + buckets);
	for (int i = n_common; i < n_items; i++)
	{
		uint32		bucket = sketch_bucket(items[i]->key.at, items[i]->key.len, buckets);
		uint8	   *at = (uint8 *) VARDATA(sketch) + bucket;

		rare_rows += items[i]->rows;
		*at = Max(*at, Min(items[i]->rows, 255));
	}

	qsort(items, n_common, sizeof(KeyCount *), by_key);
	values = palloc((n_common + 1) * sizeof(Datum));
	numbers = palloc((n_common + 1 + KEYS_NUMBERS_MORE) * sizeof(float4));
	for (int i = 0; i < n_common; i++)
	{
		bytea	   *value = palloc(VARHDRSZ + items[i]->key.len);

		SET_VARSIZE(value, VARHDRSZ + items[i]->key.len);
		memcpy(VARDATA(value), items[i]->key.at, items[i]->key.len);
		values[i] = PointerGetDatum(value);
		numbers[i] = (double) items[i]->rows / rows;
	}
	values[n_common] = PointerGetDatum(sketch);
	numbers[n_common] = 0;
	numbers[n_common + 1] = rows;
	numbers[n_common + 2] = n_items - n_common;
	numbers[n_common + 3] = n_items > n_common ? rare_rows / (n_items - n_common) / rows : 0;
	MemoryContextSwitchTo(old);

	stats->stakind[slot] = STATISTIC_KIND_NEWS_KEYS;
	stats->staop[slot] = InvalidOid;
	stats->stacoll[slot] = InvalidOid;
	stats->stanumbers[slot] = numbers;
	stats->numnumbers[slot] = n_common + 1 + KEYS_NUMBERS_MORE;
	stats->stavalues[slot] = values;
	stats->numvalues[slot] = n_common + 1;
	stats->statypid[slot] = BYTEAOID;
	stats->statyplen[slot] = -1;
	stats->statypbyval[slot] = false;
	stats->statypalign[slot] = TYPALIGN_INT;
}

static void
compute_key_stats(VacAttrStats *stats, AnalyzeAttrFetchFunc fetch, int samplerows, double totalrows)
{
	KeysAnalyze *analyze = stats->extra_data;
	int			most = statistics_target(stats) * 10;
	int			width = most * BUCKET_KEYS; /* of a bucket of Lossy Counting */
	int			bucket = 1;
	int64		seen = 0;
	int			rows = 0;
	int			slot = 0;
	HASHCTL		ctl = {0};
	HTAB	   *table;
	MemoryContext row_memory;

	stats->extra_data = analyze->extra;
	analyze->compute(stats, fetch, samplerows, totalrows);
	stats->extra_data = analyze;
	if (!stats->stats_valid)
		return;

	for (int i = 0; i < STATISTIC_NUM_SLOTS; i++)
	{
		if (stats->stakind[i] == STATISTIC_KIND_CORRELATION)
		{
			stats->stakind[i] = 0;
			stats->staop[i] = InvalidOid;
			stats->stacoll[i] = InvalidOid;
			stats->numnumbers[i] = 0;
			stats->stanumbers[i] = NULL;
		}
	}
	while (slot < STATISTIC_NUM_SLOTS && stats->stakind[slot] != 0)
		slot++;
	if (slot >= STATISTIC_NUM_SLOTS)
		return;

	ctl.keysize = sizeof(KeyBytes);
	ctl.entrysize = sizeof(KeyCount);
	ctl.hash = key_hash;
	ctl.match = key_match;
	ctl.hcxt = CurrentMemoryContext;
	table = hash_create("news keys", Max(1024, most), &ctl,
						HASH_ELEM | HASH_FUNCTION | HASH_COMPARE | HASH_CONTEXT);
	row_memory = AllocSetContextCreate(CurrentMemoryContext, "news keys of a row",
									   ALLOCSET_DEFAULT_SIZES);

	for (int row = 0; row < samplerows; row++)
	{
		bool		isnull;
		Datum		value = fetch(stats, row, &isnull);
		KeySet		set = {0};
		MemoryContext old;

#if PG_VERSION_NUM >= 180000
		vacuum_delay_point(true);
#else
		vacuum_delay_point();
#endif
		if (isnull || toast_raw_datum_size(value) > WIDTH_MAX)
			continue;
		rows++;
		old = MemoryContextSwitchTo(row_memory);
		row_keys(&set, analyze->target, value);
		MemoryContextSwitchTo(old);

		for (int i = 0; i < set.n; i++)
		{
			KeyBytes	key = {VARDATA_ANY(DatumGetPointer(set.keys[i])),
			VARSIZE_ANY_EXHDR(DatumGetPointer(set.keys[i]))};
			bool		found;
			KeyCount   *item = hash_search(table, &key, HASH_ENTER, &found);

			if (found)
			{
				if (item->last_row == row)
					continue;
				item->rows++;
			}
			else
			{
				char	   *bytes = palloc(key.len);

				memcpy(bytes, key.at, key.len);
				item->key.at = bytes;
				item->rows = 1;
				item->delta = bucket - 1;
			}
			item->last_row = row;
			if (++seen % width == 0)
				prune(table, bucket++);
		}
		MemoryContextReset(row_memory);
	}
	if (rows > 0)
		keep(stats, slot, table, rows, most);
	hash_destroy(table);
	MemoryContextDelete(row_memory);
}

static bool
analyze_keys(VacAttrStats *stats, QueryTarget target, bool elements)
{
	KeysAnalyze *analyze;

	if (elements ? !DatumGetBool(DirectFunctionCall1(array_typanalyze, PointerGetDatum(stats))) :
		!std_typanalyze(stats))
		return false;
	analyze = palloc(sizeof(KeysAnalyze));
	analyze->target = target;
	analyze->compute = stats->compute_stats;
	analyze->extra = stats->extra_data;
	stats->compute_stats = compute_key_stats;
	stats->extra_data = analyze;
	return true;
}

Datum
news_entities_typanalyze(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(analyze_keys((VacAttrStats *) PG_GETARG_POINTER(0), TARGET_ENTITIES, true));
}

/* Whole quotes hardly ever repeat: their own elements are not counted. */
Datum
news_quotes_typanalyze(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(analyze_keys((VacAttrStats *) PG_GETARG_POINTER(0), TARGET_QUOTES, false));
}
