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
 * For a statistics target of 1: common keys, further words for prefixes, most
 * sets of rarer keys, and keys of a bucket of Lossy Counting.  The server takes
 * a tenth of the last for arrays; this much lets keys of a few rows survive.  At
 * the default target of 100 there is room for 400 common and 16,384 rarer keys;
 * a sample of 30,000 articles has some 3 million keys of entities, two buckets.
 */
#define COMMON_KEYS 4
#define MORE_KEYS 12
#define RARE_SETS 20
#define RARE_FILL 6				/* of RARE_WAYS, on average */
#define BUCKET_KEYS 15000

const struct QuoteCount quote_counts[QUOTE_COUNTS] = {
	{0, 0}, {1, 1}, {2, 2}, {3, 3}, {5, 4.5}, {8, 6.5}, {15, 11}, {PG_INT32_MAX, 24}
};

typedef struct KeyCount
{
	NewsBytes	key;			/* hash key: must be first */
	int			rows;
	int			delta;			/* how many may have been missed */
	int64		quotes;
	int			last_row;		/* counted once a row */
	int			last_quote;		/* and once a quote of it */
} KeyCount;

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

void
statistics_fill_slot(VacAttrStats *stats, int slot, int16 kind, Datum *values, int n_values,
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

/* fill_keys writes keys in byte order and their numbers; more follow those. */
static void
fill_keys(VacAttrStats *stats, int slot, int16 kind, KeyCount **items, int n, int rows,
		  const double *more, int n_more)
{
	Datum	   *values = palloc((n + 1) * sizeof(Datum));
	float4	   *numbers = palloc((2 * n + n_more + 2) * sizeof(float4));
	int			n_numbers = n_more > 0 ? 2 * n : n;

	qsort(items, n, sizeof(KeyCount *), by_key);
	for (int i = 0; i < n; i++)
	{
		values[i] = PointerGetDatum(new_bytea(items[i]->key.at, items[i]->key.len));
		numbers[i] = (double) items[i]->rows / rows;
		if (n_more > 0)
			numbers[n + i] = (double) items[i]->quotes / items[i]->rows;
	}
	if (n == 0)
	{
		/* a slot without values is no slot: a key that no row has */
		values[n++] = PointerGetDatum(new_bytea("\377", 1));
		n_numbers = n_more > 0 ? 2 : 1;
		numbers[0] = 0;
		numbers[1] = 1;
	}
	for (int i = 0; i < n_more; i++)
		numbers[n_numbers + i] = more[i];
	statistics_fill_slot(stats, slot, kind, values, n, numbers, n_numbers + n_more);
}

/*
 * fill_rare writes the rarer keys, the most frequent first into each set, and
 * returns the mean of the rows of those that it does not.
 */
static double
fill_rare(VacAttrStats *stats, int slot, KeyCount **items, int n, int target, QueryTarget of)
{
	double		lost_rows = 0;
	int			lost = 0;

	uint32		sets = 1;
	bytea	   *rare;
	RareKey    *ways;
	Datum	   *value = palloc(sizeof(Datum));

	for (; n > 0 && items[n - 1]->rows < RARE_ROWS_MIN; n--, lost++)
		lost_rows += items[n - 1]->rows;
	while (sets * RARE_FILL < (uint32) n && sets < (uint32) target * RARE_SETS)
		sets *= 2;
	rare = new_bytea(NULL, sets * RARE_WAYS * sizeof(RareKey));
	ways = (RareKey *) VARDATA(rare);
	for (int i = 0; i < n; i++)
	{
		NewsBytes	key = items[i]->key;
		RareKey		mark;
		RareKey    *set = ways + RARE_WAYS * rare_set(key.at, key.len, sets, &mark);
		int			way = 0;

		if (key_plain_lead(key.at[0], of) != (uint8) key.at[0])
			continue;
		while (way < RARE_WAYS && set[way] != 0 && !rare_is(set[way], mark))
			way++;
		if (way < RARE_WAYS && set[way] == 0)
			set[way] = mark | rare_code(items[i]->rows);
		else
		{
			lost_rows += items[i]->rows;
			lost++;
		}
	}
	for (uint32 way = 0; way < sets * RARE_WAYS; way++)
		ways[way] ^= rare_mask(way);
	*value = PointerGetDatum(rare);
	statistics_fill_slot(stats, slot, STATISTIC_KIND_NEWS_RARE, value, 1, NULL, 0);
	/* Lossy Counting has forgotten most keys of one row */
	return Max(1.3, lost > 0 ? lost_rows / lost : 0);
}

/* What is counted. */
typedef struct KeyTable
{
	QueryTarget target;
	HTAB	   *table;
	MemoryContext memory;
	int64		width;			/* of a bucket of Lossy Counting */
	int			bucket;
	int64		seen;
	int			rows;
	int			quotes[QUOTE_COUNTS];	/* rows with so many */
} KeyTable;

/* keep writes the counts into three free slots of the statistics. */
static void
keep(VacAttrStats *stats, int slot, const KeyTable *counted, int target)
{
	long		n = hash_get_num_entries(counted->table);
	KeyCount  **items = palloc_extended((n + 1) * sizeof(KeyCount *), MCXT_ALLOC_HUGE);
	KeyCount  **words = palloc((target * MORE_KEYS + 1) * sizeof(KeyCount *));
	HASH_SEQ_STATUS scan;
	KeyCount   *item;
	int			n_items = 0;
	int			n_common;
	int			n_words = 0;
	double		rare_rows_all = 0;
	double		rare_quotes = 0;
	double		more[KEYS_NUMBERS_MORE] = {0};
	MemoryContext old;

	hash_seq_init(&scan, counted->table);
	while ((item = hash_seq_search(&scan)) != NULL)
		items[n_items++] = item;
	qsort(items, n_items, sizeof(KeyCount *), by_rows);

	/* a key seen once is not common, however few there are */
	n_common = Min(n_items, target * COMMON_KEYS);
	while (n_common > 0 && items[n_common - 1]->rows < 2)
		n_common--;
	for (int i = n_common; i < n_items; i++)
	{
		rare_rows_all += items[i]->rows;
		rare_quotes += items[i]->quotes;
		/* prefixes are not asked of whole entities and of pairs */
		if (n_words < target * MORE_KEYS && items[i]->rows > 1 &&
			(counted->target == TARGET_QUOTES ? items[i]->key.at[0] != KEY_SAID_PAIR :
			 !((uint8) items[i]->key.at[0] & KEY_NAME)))
			words[n_words++] = items[i];
	}
	more[NUMBER_ROWS] = counted->rows;
	more[NUMBER_RARE] = n_items - n_common;
	more[NUMBER_RARE_QUOTES] = rare_rows_all > 0 ? rare_quotes / rare_rows_all : 1;
	for (int i = 0; i < QUOTE_COUNTS; i++)
		more[NUMBER_COUNTS + i] = (double) counted->quotes[i] / counted->rows;

	old = MemoryContextSwitchTo(stats->anl_context);
	/* the order by rows is still needed where common keys end */
	more[NUMBER_RARE_SHARE] = fill_rare(stats, slot + 2, items + n_common, n_items - n_common, target,
										counted->target) / counted->rows;
	fill_keys(stats, slot, STATISTIC_KIND_NEWS_KEYS, items, n_common, counted->rows, more, KEYS_NUMBERS_MORE);
	fill_keys(stats, slot + 1, STATISTIC_KIND_NEWS_MORE, words, n_words, counted->rows, NULL, 0);
	MemoryContextSwitchTo(old);
}

/*
 * free_slots drops the histogram and the correlation of whole arrays, closes
 * the gaps and returns the first free slot, -1 when there are not n.
 */
static int
free_slots(VacAttrStats *stats, int n)
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
	return slot + n <= STATISTIC_NUM_SLOTS ? slot : -1;
}

int
statistics_server_slots(VacAttrStats *stats, AnalyzeAttrFetchFunc fetch, int samplerows,
						double totalrows, int n)
{
	StatisticsMaker *maker = stats->extra_data;

	stats->extra_data = maker->extra;
	maker->compute(stats, fetch, samplerows, totalrows);
	stats->extra_data = maker;
	return stats->stats_valid ? free_slots(stats, n) : -1;
}

/* count_keys counts the keys of an entity or a quote. */
static void
count_keys(KeyTable *counted, const KeySet *set, int row, int quote)
{
	for (int i = 0; i < set->n; i++)
	{
		NewsBytes	key = {VARDATA_ANY(DatumGetPointer(set->keys[i])),
		VARSIZE_ANY_EXHDR(DatumGetPointer(set->keys[i]))};
		bool		found;
		KeyCount   *item = hash_search(counted->table, &key, HASH_ENTER, &found);

		if (!found)
		{
			item->key.at = memcpy(MemoryContextAlloc(counted->memory, key.len + 1), key.at, key.len);
			item->rows = 0;
			item->quotes = 0;
			item->delta = counted->bucket - 1;
		}
		else if (item->last_row == row && item->last_quote == quote)
			continue;
		item->rows += !found || item->last_row != row;
		item->quotes++;
		item->last_row = row;
		item->last_quote = quote;
		if (++counted->seen % counted->width == 0)
			prune(counted->table, counted->bucket++);
	}
}

static void
count_row(KeyTable *counted, int row, Datum value)
{
	ArrayIterator it = array_create_iterator(DatumGetArrayTypeP(value), 0, NULL);
	KeySet		set = {0};
	int			quotes = 0;
	int			c = 0;
	Datum		elem;

	while (news_next_element(it, &elem))
	{
		NewsEntityFields entity;
		NewsQuoteFields quote;

		if (counted->target == TARGET_ENTITIES)
		{
			news_entity_unpack(DatumGetNewsEntity(elem), &entity);
			entity_keys(&set, &entity, KEYS_0_2);
			continue;
		}
		set.n = 0;
		set.present = 0;
		news_quote_unpack(DatumGetNewsQuote(elem), &quote);
		quote_keys(&set, &quote, KEYS_0_2);
		quote_pair_keys(&set, &quote);
		count_keys(counted, &set, row, quotes++);
	}
	if (counted->target == TARGET_ENTITIES)
		count_keys(counted, &set, row, 0);
	while (quotes > quote_counts[c].up_to)
		c++;
	counted->quotes[c]++;
	counted->rows++;
}

static void
compute_key_stats(VacAttrStats *stats, AnalyzeAttrFetchFunc fetch, int samplerows, double totalrows)
{
	int			target = compat_statistics_target(stats);
	int			slot = statistics_server_slots(stats, fetch, samplerows, totalrows, 3);
	KeyTable	counted = {.target = ((StatisticsMaker *) stats->extra_data)->target, .bucket = 1,
	.width = (int64) target * BUCKET_KEYS};
	MemoryContext table_memory;
	MemoryContext row_memory;

	if (slot < 0)
		return;
	table_memory = AllocSetContextCreate(CurrentMemoryContext, "news keys", ALLOCSET_DEFAULT_SIZES);
	counted.memory = table_memory;
	counted.table = bytes_table_create("news keys", 8192, sizeof(KeyCount), table_memory);
	row_memory = AllocSetContextCreate(CurrentMemoryContext, "news keys of a row",
									   ALLOCSET_DEFAULT_SIZES);
	for (int row = 0; row < samplerows; row++)
	{
		bool		isnull;
		Datum		value = fetch(stats, row, &isnull);
		MemoryContext old;

		compat_analyze_delay_point();
		if (isnull || toast_raw_datum_size(value) > STATISTICS_WIDTH_MAX)
			continue;
		old = MemoryContextSwitchTo(row_memory);
		count_row(&counted, row, value);
		MemoryContextSwitchTo(old);
		MemoryContextReset(row_memory);
	}
	if (counted.rows > 0)
		keep(stats, slot, &counted, target);
	MemoryContextDelete(table_memory);
	MemoryContextDelete(row_memory);
}

bool
statistics_begin(VacAttrStats *stats, AnalyzeAttrComputeStatsFunc compute, QueryTarget target)
{
	StatisticsMaker *maker;

	if (!std_typanalyze(stats))
		return false;
	maker = palloc(sizeof(StatisticsMaker));
	maker->target = target;
	maker->compute = stats->compute_stats;
	maker->extra = stats->extra_data;
	stats->compute_stats = compute;
	stats->extra_data = maker;
	return true;
}

Datum
news_entities_typanalyze(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(statistics_begin((VacAttrStats *) PG_GETARG_POINTER(0), compute_key_stats, TARGET_ENTITIES));
}

Datum
news_quotes_typanalyze(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(statistics_begin((VacAttrStats *) PG_GETARG_POINTER(0), compute_key_stats, TARGET_QUOTES));
}
