/*
 * aggregate.c -- what a desk counts over many articles: who is named, who
 * with whom, whose quotes take how much room, which days are spoken of.
 *
 * Each aggregate keeps one tally (tally.c), with these keys and counts:
 *
 *     news_entity_counts     entity              articles
 *     news_cooccurrence      two entities        articles
 *     news_share_of_voice    speaker, or none    quotes, characters
 *     news_timeline          days of a date      articles
 *
 * An article counts once for a key, however often it has it.  The result is an
 * array of rows for unnest(), the largest first; a time line in the order of
 * time.  Where many rows are of no use, further arguments bound them: top, the
 * number of rows, and at_least, for pairs, the articles that name both.
 *
 * A key is bytes in the order of what they stand for: of an entity its kind, its
 * name, and with an id a zero byte and that; of days the first and the day after
 * the last, highest byte first.
 */
#include "count/tally.h"

#include "access/htup_details.h"
#include "datatype/timestamp.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/date.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"

#include "read/result.h"
#include "type/day_key.h"
#include "type/value.h"

PG_FUNCTION_INFO_V1(news_entity_counts_add);
PG_FUNCTION_INFO_V1(news_entity_counts_result);
PG_FUNCTION_INFO_V1(news_cooccurrence_add);
PG_FUNCTION_INFO_V1(news_cooccurrence_with_add);
PG_FUNCTION_INFO_V1(news_cooccurrence_result);
PG_FUNCTION_INFO_V1(news_share_of_voice_add);
PG_FUNCTION_INFO_V1(news_share_of_voice_result);
PG_FUNCTION_INFO_V1(news_timeline_add);
PG_FUNCTION_INFO_V1(news_timeline_result);

#define ENTITY_KEY_MAX (1 + NEWS_NAME_MAX + 1 + ENTITY_ID_MAX)

/*
 * article_begin returns the running tally of a transition function and begins
 * to read argument 1, an article's array, which may be NULL.
 */
static Tally *
article_begin(FunctionCallInfo fcinfo, ArrayIterator *it)
{
	Tally	   *tally = tally_state(fcinfo, TALLY_COUNTS);

	tally->row++;
	*it = PG_ARGISNULL(1) ? NULL : array_create_iterator(PG_GETARG_ARRAYTYPE_P(1), 0, NULL);
	return tally;
}

/* entity_key writes the key of an entity into ENTITY_KEY_MAX bytes and returns its length. */
static int
entity_key(const NewsEntityFields *entity, char *key)
{
	int			len = 0;

	key[len++] = (char) entity->kind;
	memcpy(key + len, entity->name.at, entity->name.len);
	len += entity->name.len;
	if (entity->id.len > 0)
	{
		key[len++] = '\0';
		memcpy(key + len, entity->id.at, entity->id.len);
		len += entity->id.len;
	}
	return len;
}

static int
entity_value_key(Datum value, char *key)
{
	NewsEntityFields entity;

	news_entity_unpack(DatumGetNewsEntity(value), &entity);
	if (entity.name.len > NEWS_NAME_MAX || entity.id.len > ENTITY_ID_MAX)
		elog(ERROR, "news_entity of %d bytes", entity.name.len);
	return entity_key(&entity, key);
}

/* entity_of_key makes the value again. */
static Datum
entity_of_key(NewsBytes key)
{
	NewsEntityFields entity;
	const char *id;

	if (key.len < 2)
		tally_damaged();
	entity = (NewsEntityFields) {.kind = (uint8) key.at[0], .name = {key.at + 1, key.len - 1}};
	id = memchr(key.at + 1, '\0', key.len - 1);
	if (id != NULL)
	{
		entity.name.len = id - entity.name.at;
		entity.id = (NewsBytes) {id + 1, (int) (key.at + key.len - (id + 1))};
	}
	if (!pg_verifymbstr(entity.name.at, entity.name.len, true))
		tally_damaged();
	return news_entity_datum(&entity);
}

Datum
news_entity_counts_add(PG_FUNCTION_ARGS)
{
	ArrayIterator it;
	Tally	   *tally = article_begin(fcinfo, &it);
	Datum		value;

	if (PG_NARGS() > 2)
		tally_limits(tally, fcinfo, 0, 2);
	while (news_next_element(it, &value))
	{
		char		key[ENTITY_KEY_MAX];

		tally_row(tally, key, entity_value_key(value, key));
	}
	PG_RETURN_TALLY(tally);
}

static int
name_order(const void *a, const void *b, void *names)
{
	const NewsBytes *name = names;

	return news_bytes_compare(name[*(const uint32 *) a], name[*(const uint32 *) b]);
}

/* entity_ids returns the numbers of the entities of an array, each once, in the order of their keys. */
static uint32 *
entity_ids(Pairs *pairs, ArrayType *array, int *n)
{
	uint32	   *ids = palloc_extended((ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array)) + 1) * sizeof(uint32),
									  MCXT_ALLOC_HUGE);
	ArrayIterator it = array_create_iterator(array, 0, NULL);
	Datum		value;
	int			all = 0;

	while (news_next_element(it, &value))
	{
		char		key[ENTITY_KEY_MAX];

		ids[all++] = pairs_id(pairs, key, entity_value_key(value, key));
	}
	qsort_arg(ids, all, sizeof(uint32), name_order, pairs->names);
	*n = 0;
	for (int i = 0; i < all; i++)
		if (i == 0 || ids[i] != ids[*n - 1])
			ids[(*n)++] = ids[i];
	return ids;
}

/* (state, entities [, at_least, top]) */
Datum
news_cooccurrence_add(PG_FUNCTION_ARGS)
{
	Tally	   *tally = tally_state(fcinfo, TALLY_PAIRS);

	if (PG_NARGS() > 3)
		tally_limits(tally, fcinfo, 2, 3);
	if (!PG_ARGISNULL(1))
	{
		int			n;
		uint32	   *ids = entity_ids(&tally->pairs, PG_GETARG_ARRAYTYPE_P(1), &n);

		for (int i = 0; i < n; i++)
		{
			CHECK_FOR_INTERRUPTS();
			for (int j = i + 1; j < n; j++)
				pairs_add(&tally->pairs, ids[i], ids[j]);
		}
		if ((++tally->row & 0xFF) == 0)
			tally_watch(tally);
	}
	PG_RETURN_TALLY(tally);
}

/* (state, entities, entity): all others of the articles that name the entity */
Datum
news_cooccurrence_with_add(PG_FUNCTION_ARGS)
{
	ArrayIterator it;
	Tally	   *tally = article_begin(fcinfo, &it);

	if (!PG_ARGISNULL(1) && !PG_ARGISNULL(2))
	{
		char		with[ENTITY_KEY_MAX];
		int			with_len = entity_value_key(PG_GETARG_DATUM(2), with);
		bool		found = false;
		char		key[ENTITY_KEY_MAX];
		int			len;
		Datum		value;

		while (!found && news_next_element(it, &value))
		{
			len = entity_value_key(value, key);
			found = len == with_len && memcmp(key, with, len) == 0;
		}
		it = array_create_iterator(PG_GETARG_ARRAYTYPE_P(1), 0, NULL);
		while (found && news_next_element(it, &value))
		{
			len = entity_value_key(value, key);
			if (len != with_len || memcmp(key, with, len) != 0)
				tally_row(tally, key, len);
		}
	}
	PG_RETURN_TALLY(tally);
}

Datum
news_share_of_voice_add(PG_FUNCTION_ARGS)
{
	ArrayIterator it;
	Tally	   *tally = article_begin(fcinfo, &it);
	Datum		value;

	if (PG_NARGS() > 2)
		tally_limits(tally, fcinfo, 0, 2);
	while (news_next_element(it, &value))
	{
		NewsQuoteFields quote;
		char		key[ENTITY_KEY_MAX];
		int			len = 0;
		TallyItem  *item;

		news_quote_unpack(DatumGetNewsQuote(value), &quote);
		if (quote.speaker.kind != 0)
			len = entity_key(&quote.speaker, key);
		item = tally_item(tally, key, len);
		item->count++;
		item->more += pg_mbstrlen_with_len(quote.text.at, quote.text.len);
	}
	PG_RETURN_TALLY(tally);
}

/* days_of_key makes the range again. */
static Datum
days_of_key(NewsBytes key)
{
	DateADT		first;
	DateADT		last;

	if (key.len != 8)
		tally_damaged();
	first = day_key_take(key.at);
	last = day_key_take(key.at + DAY_KEY_BYTES);
	if (first > last || !(IS_VALID_DATE(first) || DATE_NOT_FINITE(first)) || !(IS_VALID_DATE(last) || DATE_NOT_FINITE(last)))
		tally_damaged();
	return news_days_datum(first, last);
}

Datum
news_timeline_add(PG_FUNCTION_ARGS)
{
	ArrayIterator it;
	Tally	   *tally = article_begin(fcinfo, &it);
	Datum		value;

	while (news_next_element(it, &value))
	{
		NewsDateFields date;
		char		days[2 * DAY_KEY_BYTES];

		news_date_unpack(DatumGetNewsDate(value), &date);
		if (!date.has_range)
			continue;
		day_key_put(days, date.first);
		day_key_put(days + DAY_KEY_BYTES, date.last);
		tally_row(tally, days, sizeof(days));
	}
	PG_RETURN_TALLY(tally);
}

/* Largest first; equal ones in the order of their keys. */
static int
by_count(const void *a, const void *b)
{
	const TallyItem *x = *(TallyItem *const *) a;
	const TallyItem *y = *(TallyItem *const *) b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return news_bytes_compare(x->key, y->key);
}

static int
by_more(const void *a, const void *b)
{
	const TallyItem *x = *(TallyItem *const *) a;
	const TallyItem *y = *(TallyItem *const *) b;

	if (x->more != y->more)
		return x->more > y->more ? -1 : 1;
	return by_count(a, b);
}

static int
by_key(const void *a, const void *b)
{
	return news_bytes_compare((*(TallyItem *const *) a)->key, (*(TallyItem *const *) b)->key);
}

/* The rows of a result, made one by one. */
typedef struct TallyRows
{
	TallyItem **items;
	int			all;
	int			n;				/* of them, the rows that are wanted */
	ArrayBuildState *rows;
	Oid			type;
	TupleDesc	desc;
} TallyRows;

static void
rows_type(FunctionCallInfo fcinfo, TallyRows *r)
{
	memset(r, 0, sizeof(*r));
	r->type = get_element_type(get_func_rettype(fcinfo->flinfo->fn_oid));
	if (!OidIsValid(r->type))
		elog(ERROR, "news aggregate does not know its result type");
	r->desc = lookup_rowtype_tupdesc_copy(r->type, -1);
	BlessTupleDesc(r->desc);
	r->rows = initArrayResult(r->type, CurrentMemoryContext, true);
}

static void
rows_open(FunctionCallInfo fcinfo, TallyRows *r, int (*order) (const void *, const void *))
{
	Tally	   *tally = tally_read(fcinfo, TALLY_COUNTS);
	HASH_SEQ_STATUS scan;
	TallyItem  *item;

	rows_type(fcinfo, r);
	r->items = palloc_extended(((tally ? hash_get_num_entries(tally->table) : 0) + 1) * sizeof(TallyItem *),
							   MCXT_ALLOC_HUGE);
	if (tally)
	{
		hash_seq_init(&scan, tally->table);
		while ((item = hash_seq_search(&scan)) != NULL)
			r->items[r->all++] = item;
	}
	qsort(r->items, r->all, sizeof(TallyItem *), order);
	r->n = tally && tally->top > 0 ? Min(r->all, tally->top) : r->all;
}

static void
rows_add(TallyRows *r, Datum *values, bool *nulls)
{
	HeapTuple	tuple = heap_form_tuple(r->desc, values, nulls);

	r->rows = accumArrayResult(r->rows, HeapTupleGetDatum(tuple), false, r->type, CurrentMemoryContext);
	heap_freetuple(tuple);
}

static Datum
rows_array(TallyRows *r)
{
	return makeArrayResult(r->rows, CurrentMemoryContext);
}

Datum
news_entity_counts_result(PG_FUNCTION_ARGS)
{
	TallyRows	r;

	rows_open(fcinfo, &r, by_count);
	for (int i = 0; i < r.n; i++)
	{
		TallyItem  *item = r.items[i];
		Datum		values[2] = {entity_of_key(item->key), Int64GetDatum(item->count)};
		bool		nulls[2] = {false, false};

		rows_add(&r, values, nulls);
	}
	return rows_array(&r);
}

/* Pairs as they are sorted for a result. */
typedef struct PairOrder
{
	const NewsBytes *names;
	const PairRun *run;
} PairOrder;

static int
pair_order(const void *a, const void *b, void *arg)
{
	const PairOrder *of = arg;
	int64		x = *(const int64 *) a;
	int64		y = *(const int64 *) b;
	int			cmp;

	if (of->run->counts[x] != of->run->counts[y])
		return of->run->counts[x] > of->run->counts[y] ? -1 : 1;
	cmp = news_bytes_compare(of->names[pair_a(of->run->pairs[x])], of->names[pair_a(of->run->pairs[y])]);
	return cmp != 0 ? cmp :
		news_bytes_compare(of->names[pair_b(of->run->pairs[x])], of->names[pair_b(of->run->pairs[y])]);
}

/* wanted_pairs returns the places in the run of the rows that are wanted, in their order. */
static int64 *
wanted_pairs(const Tally *tally, const PairRun *run, int64 *n)
{
	PairOrder	of = {tally->pairs.names, run};
	int64		all = 0;
	int64		some = 0;
	uint32		at_least = Max(1, tally->at_least);
	int64	   *places;

	/* with a top, pairs of fewer articles than the last of those need no sorting */
	if (tally->top > 0)
	{
		uint32		most = 0;
		int64		seen = 0;
		int64	   *of_count;

		for (int64 i = 0; i < run->n; i++)
			most = Max(most, run->counts[i]);
		most = Min(most, 1000000);
		of_count = palloc0((most + 1) * sizeof(int64));
		for (int64 i = 0; i < run->n; i++)
			of_count[Min(most, run->counts[i])]++;
		while (most > at_least && (seen += of_count[most]) < tally->top)
			most--;
		at_least = Max(at_least, most);
		pfree(of_count);
	}
	for (int64 i = 0; i < run->n; i++)
		all += run->counts[i] >= at_least;
	places = palloc_extended((all + 1) * sizeof(int64), MCXT_ALLOC_HUGE);
	for (int64 i = 0; i < run->n; i++)
		if (run->counts[i] >= at_least)
			places[some++] = i;
	qsort_arg(places, some, sizeof(int64), pair_order, &of);
	*n = tally->top > 0 ? Min(some, tally->top) : some;
	return places;
}

Datum
news_cooccurrence_result(PG_FUNCTION_ARGS)
{
	TallyRows	r;
	Tally	   *tally = tally_read(fcinfo, TALLY_PAIRS);
	const PairRun *run;
	int64	   *places;
	int64		n;

	rows_type(fcinfo, &r);
	if (tally == NULL)
		return rows_array(&r);
	run = pairs_settle(&tally->pairs);
	places = wanted_pairs(tally, run, &n);
	for (int64 i = 0; i < n; i++)
	{
		Datum		values[3];
		bool		nulls[3] = {false, false, false};

		CHECK_FOR_INTERRUPTS();
		values[0] = entity_of_key(tally->pairs.names[pair_a(run->pairs[places[i]])]);
		values[1] = entity_of_key(tally->pairs.names[pair_b(run->pairs[places[i]])]);
		values[2] = Int64GetDatum((int64) run->counts[places[i]]);
		rows_add(&r, values, nulls);
		pfree(DatumGetPointer(values[0]));
		pfree(DatumGetPointer(values[1]));
	}
	return rows_array(&r);
}

Datum
news_share_of_voice_result(PG_FUNCTION_ARGS)
{
	TallyRows	r;
	double		all = 0;

	rows_open(fcinfo, &r, by_more);
	for (int i = 0; i < r.all; i++)
		all += r.items[i]->more;
	for (int i = 0; i < r.n; i++)
	{
		TallyItem  *item = r.items[i];
		bool		nulls[4] = {item->key.len == 0, false, false, false};
		Datum		values[4] = {nulls[0] ? (Datum) 0 : entity_of_key(item->key),
			Int64GetDatum(item->count), Int64GetDatum(item->more),
		Float8GetDatum(all > 0 ? item->more / all : 0)};

		rows_add(&r, values, nulls);
	}
	return rows_array(&r);
}

Datum
news_timeline_result(PG_FUNCTION_ARGS)
{
	TallyRows	r;

	rows_open(fcinfo, &r, by_key);
	for (int i = 0; i < r.n; i++)
	{
		TallyItem  *item = r.items[i];
		Datum		values[2] = {days_of_key(item->key), Int64GetDatum(item->count)};
		bool		nulls[2] = {false, false};

		rows_add(&r, values, nulls);
	}
	return rows_array(&r);
}
