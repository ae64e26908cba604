/*
 * analyze.c -- ANALYZE of news_entity[] and news_quote[]: how many rows hold
 * each index key.
 *
 * The server's own statistics of an array count whole elements, and lose those
 * of few rows.  A reader asks for words of names, and two quotes are hardly
 * ever equal, so both types count their index keys instead: the same keys that
 * the index has, row by row, by Lossy Counting as array_typanalyze.c does
 * (Manku and Motwani 2002).  selectivity.h tells what is kept.
 *
 * Of the statistics of plain values, nulls, width and most common values are
 * kept; histogram and correlation give their slots: no plan sorts articles by
 * their list of names.
 */
#include "index/selectivity.h"

#include "access/detoast.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "commands/vacuum.h"
#include "utils/array.h"
#include "utils/memutils.h"

#include "count/bytes_table.h"
#include "type/value.h"

PG_FUNCTION_INFO_V1(news_entities_typanalyze);
PG_FUNCTION_INFO_V1(news_quotes_typanalyze);

/*
 * For a statistics target of 1: common keys, further words for prefixes, sets
 * of rarer keys (then rounded up to a power of two), and keys of a bucket of
 * Lossy Counting.  The server takes a tenth of the last for arrays; this much
 * lets keys of a few rows survive.  At the default target of 100 there is room
 * for 300 common and 32,768 rarer keys; a sample of 30,000 articles has some 2
 * million keys of entities, two buckets.
 */
#define COMMON_KEYS 3
#define MORE_KEYS 10
#define RARE_SETS 40
#define BUCKET_KEYS 11500
#define WIDTH_MAX 0x10000		/* wider arrays are left out, as the server does */

typedef struct KeyCount
{
	NewsBytes	key;			/* hash key: must be first */
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

	while (news_next_element(it, &elem))
	{
		NewsEntityFields entity;
		NewsQuoteFields quote;

		if (target == TARGET_ENTITIES)
		{
			news_entity_unpack(DatumGetNewsEntity(elem), &entity);
			entity_name_key(set, &entity);
			word_keys(set, entity.kind, entity.name);
		}
		else
		{
			news_quote_unpack(DatumGetNewsQuote(elem), &quote);
			quote_keys(set, &quote);
		}
	}
}

static void
fill_slot(VacAttrStats *stats, int slot, int16 kind, Datum *values, int n_values,
		  float4 *numbers, int n_numbers)
{
	stats->stakind[slot] = kind;
	stats->staop[slot] = InvalidOid;
	stats->stacoll[slot] = InvalidOid;
	stats->stanumbers[slot] = numbers;
	stats->numnumbers[slot] = n_numbers;
	stats->stavalues[slot] = values;
	stats->numvalues[slot] = n_values;
	stats->statypid[slot] = BYTEAOID;
	stats->statyplen[slot] = -1;
	stats->statypbyval[slot] = false;
	stats->statypalign[slot] = TYPALIGN_INT;
}

static bytea *
new_bytea(const char *bytes, int len)
{
	bytea	   *value = palloc0(VARHDRSZ + len);

	SET_VARSIZE(value, VARHDRSZ + len);
	if (bytes)
		memcpy(VARDATA(value), bytes, len);
	return value;
}

/* fill_keys writes keys in byte order and their shares; more numbers follow those. */
static void
fill_keys(VacAttrStats *stats, int slot, int16 kind, KeyCount **items, int n, int rows,
		  const double *more, int n_more)
{
	Datum	   *values = palloc((n + 1) * sizeof(Datum));
	float4	   *numbers = palloc((n + n_more + 1) * sizeof(float4));

	qsort(items, n, sizeof(KeyCount *), by_key);
	for (int i = 0; i < n; i++)
	{
		values[i] = PointerGetDatum(new_bytea(items[i]->key.at, items[i]->key.len));
		numbers[i] = (double) items[i]->rows / rows;
	}
	if (n == 0)
	{
		/* a slot without values is no slot: the empty key, which no row has */
		values[n] = PointerGetDatum(new_bytea(NULL, 0));
		numbers[n++] = 0;
	}
	for (int i = 0; i < n_more; i++)
		numbers[n + i] = more[i];
	fill_slot(stats, slot, kind, values, n, numbers, n + n_more);
}

/* keep writes the counts into three free slots of the statistics. */
static void
keep(VacAttrStats *stats, int slot, HTAB *table, int rows, int target, QueryTarget of)
{
	long		n = hash_get_num_entries(table);
	KeyCount  **items = palloc((n + 1) * sizeof(KeyCount *));
	KeyCount  **words = palloc((target * MORE_KEYS + 1) * sizeof(KeyCount *));
	HASH_SEQ_STATUS scan;
	KeyCount   *item;
	int			n_items = 0;
	int			n_common;
	int			n_words = 0;
	uint32		sets = 64;
	double		lost_rows = 0;
	int			lost = 0;
	double		more[KEYS_NUMBERS_MORE];
	bytea	   *rare;
	RareKey    *ways;
	Datum	   *value;
	MemoryContext old = MemoryContextSwitchTo(stats->anl_context);

	hash_seq_init(&scan, table);
	while ((item = hash_seq_search(&scan)) != NULL)
		items[n_items++] = item;
	qsort(items, n_items, sizeof(KeyCount *), by_rows);

	/* a key seen once is not common, however few there are */
	n_common = Min(n_items, target * COMMON_KEYS);
	while (n_common > 0 && items[n_common - 1]->rows < 2)
		n_common--;

	while (sets < (uint32) target * RARE_SETS)
		sets *= 2;
	rare = new_bytea(NULL, sets * RARE_WAYS * sizeof(RareKey));
	ways = (RareKey *) VARDATA(rare);
	for (int i = n_common; i < n_items; i++)
	{
		NewsBytes	key = items[i]->key;
		uint8		fingerprint[2];
		RareKey    *set = ways + RARE_WAYS * rare_set(key.at, key.len, sets, fingerprint);
		int			way = 0;

		while (way < RARE_WAYS && set[way].rows != 0 && !rare_is(&set[way], fingerprint))
			way++;
		/* a key seen once is as good as not seen */
		if (items[i]->rows > 1 && way < RARE_WAYS && set[way].rows == 0)
		{
			memcpy(set[way].fingerprint, fingerprint, 2);
			set[way].rows = rare_byte(items[i]->rows);
		}
		else
		{
			lost_rows += items[i]->rows;
			lost++;
		}
		/* prefixes are not asked of whole entities */
		if (n_words < target * MORE_KEYS && items[i]->rows > 1 &&
			(of == TARGET_QUOTES || !((uint8) key.at[0] & KEY_NAME)))
			words[n_words++] = items[i];
	}

	more[0] = rows;
	more[1] = n_items - n_common;
	/* Lossy Counting has forgotten most keys of one row, which lost does not count */
	more[2] = Max(1.5, lost > 0 ? lost_rows / lost / 2 : 0) / rows;
	fill_keys(stats, slot, STATISTIC_KIND_NEWS_KEYS, items, n_common, rows, more, KEYS_NUMBERS_MORE);
	fill_keys(stats, slot + 1, STATISTIC_KIND_NEWS_MORE, words, n_words, rows, NULL, 0);
	value = palloc(sizeof(Datum));
	*value = PointerGetDatum(rare);
	fill_slot(stats, slot + 2, STATISTIC_KIND_NEWS_RARE, value, 1, NULL, 0);
	MemoryContextSwitchTo(old);
}

/*
 * free_slots drops the histogram and the correlation of whole arrays, closes
 * the gaps and returns the first free slot, -1 when there are not three.
 */
static int
free_slots(VacAttrStats *stats)
{
	int			slot = 0;

	for (int i = 0; i < STATISTIC_NUM_SLOTS; i++)
	{
		int			kind = stats->stakind[i];

		if (kind == 0 || kind == STATISTIC_KIND_HISTOGRAM || kind == STATISTIC_KIND_CORRELATION)
			continue;
		stats->stakind[slot] = kind;
		stats->staop[slot] = stats->staop[i];
		stats->stacoll[slot] = stats->stacoll[i];
		stats->stanumbers[slot] = stats->stanumbers[i];
		stats->numnumbers[slot] = stats->numnumbers[i];
		stats->stavalues[slot] = stats->stavalues[i];
		stats->numvalues[slot] = stats->numvalues[i];
		stats->statypid[slot] = stats->statypid[i];
		stats->statyplen[slot] = stats->statyplen[i];
		stats->statypbyval[slot] = stats->statypbyval[i];
		stats->statypalign[slot] = stats->statypalign[i];
		slot++;
	}
	for (int i = slot; i < STATISTIC_NUM_SLOTS; i++)
	{
		stats->stakind[i] = 0;
		stats->staop[i] = InvalidOid;
		stats->stacoll[i] = InvalidOid;
		stats->stanumbers[i] = NULL;
		stats->numnumbers[i] = 0;
		stats->stavalues[i] = NULL;
		stats->numvalues[i] = 0;
	}
	return slot + 3 <= STATISTIC_NUM_SLOTS ? slot : -1;
}

static void
compute_key_stats(VacAttrStats *stats, AnalyzeAttrFetchFunc fetch, int samplerows, double totalrows)
{
	KeysAnalyze *analyze = stats->extra_data;
	int			target = compat_statistics_target(stats);
	int64		width = (int64) target * BUCKET_KEYS;	/* of a bucket of Lossy Counting */
	int			bucket = 1;
	int64		seen = 0;
	int			rows = 0;
	int			slot;
	HTAB	   *table;
	MemoryContext row_memory;

	stats->extra_data = analyze->extra;
	analyze->compute(stats, fetch, samplerows, totalrows);
	stats->extra_data = analyze;
	if (!stats->stats_valid)
		return;

	slot = free_slots(stats);
	if (slot < 0)
		return;

	table = bytes_table_create("news keys", 8192, sizeof(KeyCount), CurrentMemoryContext);
	row_memory = AllocSetContextCreate(CurrentMemoryContext, "news keys of a row",
									   ALLOCSET_DEFAULT_SIZES);

	for (int row = 0; row < samplerows; row++)
	{
		bool		isnull;
		Datum		value = fetch(stats, row, &isnull);
		KeySet		set = {0};
		MemoryContext old;

		compat_analyze_delay_point();
		if (isnull || toast_raw_datum_size(value) > WIDTH_MAX)
			continue;
		rows++;
		old = MemoryContextSwitchTo(row_memory);
		row_keys(&set, analyze->target, value);
		MemoryContextSwitchTo(old);

		for (int i = 0; i < set.n; i++)
		{
			NewsBytes	key = {VARDATA_ANY(DatumGetPointer(set.keys[i])),
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
		keep(stats, slot, table, rows, target, analyze->target);
	hash_destroy(table);
	MemoryContextDelete(row_memory);
}

static bool
analyze_keys(VacAttrStats *stats, QueryTarget target)
{
	KeysAnalyze *analyze;

	if (!std_typanalyze(stats))
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
	PG_RETURN_BOOL(analyze_keys((VacAttrStats *) PG_GETARG_POINTER(0), TARGET_ENTITIES));
}

Datum
news_quotes_typanalyze(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(analyze_keys((VacAttrStats *) PG_GETARG_POINTER(0), TARGET_QUOTES));
}
