/*
 * aggregate.c -- what a desk counts over many articles: who is named, who
 * with whom, whose quotes take how much room, which days are spoken of.
 *
 * Each aggregate keeps one tally: a hash table from the bytes of a key to two
 * counts.
 *
 *     news_entity_counts     entity              articles
 *     news_cooccurrence      two entities        articles
 *     news_share_of_voice    speaker, or none    quotes, characters
 *     news_timeline          days of a date      articles
 *
 * An article counts once for a key, however often it has it.  Tallies of
 * parallel workers, or of the nodes of a cluster, are sent as bytes and added
 * up.  The result is an array of rows for unnest(), the largest first; a
 * time line in the order of time.
 *
 * All pairs of all entities grow with the square of an article's length, so
 * that a tally has a cap; news_cooccurrence(entities, entity) counts only who
 * appears with one.
 */
#include "types.h"

#include "access/htup_details.h"
#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/typcache.h"

#include "result.h"

PG_FUNCTION_INFO_V1(news_entity_counts_add);
PG_FUNCTION_INFO_V1(news_entity_counts_result);
PG_FUNCTION_INFO_V1(news_cooccurrence_add);
PG_FUNCTION_INFO_V1(news_cooccurrence_with_add);
PG_FUNCTION_INFO_V1(news_cooccurrence_result);
PG_FUNCTION_INFO_V1(news_share_of_voice_add);
PG_FUNCTION_INFO_V1(news_share_of_voice_result);
PG_FUNCTION_INFO_V1(news_timeline_add);
PG_FUNCTION_INFO_V1(news_timeline_result);
PG_FUNCTION_INFO_V1(news_tally_combine);
PG_FUNCTION_INFO_V1(news_tally_serialize);
PG_FUNCTION_INFO_V1(news_tally_deserialize);

#define TALLY_MAX_KEYS 10000000

typedef struct TallyItem
{
	NewsBytes	key;			/* hash key: must be first */
	int64		count;
	int64		more;
	int64		last_row;		/* counted once a row */
} TallyItem;

typedef struct Tally
{
	HTAB	   *table;
	MemoryContext memory;
	int64		row;
} Tally;

static uint32
item_hash(const void *key, Size size)
{
	const NewsBytes *k = key;

	return hash_bytes((const unsigned char *) k->at, k->len);
}

static int
item_match(const void *a, const void *b, Size size)
{
	const NewsBytes *x = a;
	const NewsBytes *y = b;

	return x->len != y->len || memcmp(x->at, y->at, x->len) != 0;
}

static Tally *
tally_new(MemoryContext memory)
{
	Tally	   *tally = MemoryContextAllocZero(memory, sizeof(Tally));
	HASHCTL		ctl = {0};

	tally->memory = memory;
	ctl.keysize = sizeof(NewsBytes);
	ctl.entrysize = sizeof(TallyItem);
	ctl.hash = item_hash;
	ctl.match = item_match;
	ctl.hcxt = memory;
	tally->table = hash_create("news tally", 256, &ctl,
							   HASH_ELEM | HASH_FUNCTION | HASH_COMPARE | HASH_CONTEXT);
	return tally;
}

/* tally_item returns the item of a key, made when it is not there. */
static TallyItem *
tally_item(Tally *tally, const char *bytes, int len)
{
	NewsBytes	key = {bytes, len};
	bool		found;
	TallyItem  *item = hash_search(tally->table, &key, HASH_ENTER, &found);

	if (!found)
	{
		char	   *copy = MemoryContextAlloc(tally->memory, len + 1);

		memcpy(copy, bytes, len);
		item->key.at = copy;
		item->count = 0;
		item->more = 0;
		item->last_row = 0;
		if (hash_get_num_entries(tally->table) > TALLY_MAX_KEYS)
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("too many different things to count"),
					 errdetail("The limit is %d.", TALLY_MAX_KEYS),
					 errhint("Count fewer articles at a time; for pairs of entities, name one of them: news_cooccurrence(entities, entity).")));
	}
	return item;
}

static void
tally_row(Tally *tally, const char *bytes, int len)
{
	TallyItem  *item = tally_item(tally, bytes, len);

	if (item->last_row != tally->row)
	{
		item->last_row = tally->row;
		item->count++;
	}
}

/* tally_state returns the running tally of a transition or combine function. */
static Tally *
tally_state(FunctionCallInfo fcinfo)
{
	MemoryContext memory;

	if (!AggCheckCallContext(fcinfo, &memory))
		elog(ERROR, "news aggregate called in non-aggregate context");
	if (PG_ARGISNULL(0))
		return tally_new(AllocSetContextCreate(memory, "news tally", ALLOCSET_DEFAULT_SIZES));
	return (Tally *) PG_GETARG_POINTER(0);
}

/* The bytes of a value after its length word. */
static NewsBytes
value_bytes(Datum value)
{
	struct varlena *v = PG_DETOAST_DATUM(value);

	return (NewsBytes) {VARDATA(v), VARSIZE(v) - VARHDRSZ};
}

static Datum
entity_of_bytes(const char *bytes, int len)
{
	struct varlena *v = palloc(VARHDRSZ + len);

	SET_VARSIZE(v, VARHDRSZ + len);
	memcpy(VARDATA(v), bytes, len);
	return PointerGetDatum(v);
}

Datum
news_entity_counts_add(PG_FUNCTION_ARGS)
{
	Tally	   *tally = tally_state(fcinfo);

	tally->row++;
	if (!PG_ARGISNULL(1))
	{
		ArrayIterator it = array_create_iterator(PG_GETARG_ARRAYTYPE_P(1), 0, NULL);
		Datum		value;
		bool		isnull;

		while (array_iterate(it, &value, &isnull))
		{
			NewsBytes	entity;

			if (isnull)
				continue;
			entity = value_bytes(value);
			tally_row(tally, entity.at, entity.len);
		}
	}
	PG_RETURN_POINTER(tally);
}

static int
bytes_order(const void *a, const void *b)
{
	return news_bytes_compare(*(const NewsBytes *) a, *(const NewsBytes *) b);
}

/* different_entities returns the entities of an array in order, each once. */
static NewsBytes *
different_entities(ArrayType *array, int *n)
{
	NewsBytes  *entities = palloc((ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array)) + 1) *
								  sizeof(NewsBytes));
	ArrayIterator it = array_create_iterator(array, 0, NULL);
	Datum		value;
	bool		isnull;
	int			all = 0;

	while (array_iterate(it, &value, &isnull))
		if (!isnull)
			entities[all++] = value_bytes(value);
	qsort(entities, all, sizeof(NewsBytes), bytes_order);
	*n = 0;
	for (int i = 0; i < all; i++)
		if (i == 0 || bytes_order(&entities[i], &entities[*n - 1]) != 0)
			entities[(*n)++] = entities[i];
	return entities;
}

/* A pair is the length of its first entity, then both; the lesser one first. */
Datum
news_cooccurrence_add(PG_FUNCTION_ARGS)
{
	Tally	   *tally = tally_state(fcinfo);

	tally->row++;
	if (!PG_ARGISNULL(1))
	{
		int			n;
		NewsBytes  *entities = different_entities(PG_GETARG_ARRAYTYPE_P(1), &n);
		int			longest = 0;
		char	   *pair;

		for (int i = 0; i < n; i++)
			longest = Max(longest, entities[i].len);
		pair = palloc(sizeof(uint32) + 2 * longest);
		for (int i = 0; i < n; i++)
		{
			uint32		len = entities[i].len;

			CHECK_FOR_INTERRUPTS();
			memcpy(pair, &len, sizeof(uint32));
			memcpy(pair + sizeof(uint32), entities[i].at, len);
			for (int j = i + 1; j < n; j++)
			{
				memcpy(pair + sizeof(uint32) + len, entities[j].at, entities[j].len);
				tally_row(tally, pair, sizeof(uint32) + len + entities[j].len);
			}
		}
	}
	PG_RETURN_POINTER(tally);
}

/* (state, entities, entity): all others of the articles that name the entity */
Datum
news_cooccurrence_with_add(PG_FUNCTION_ARGS)
{
	Tally	   *tally = tally_state(fcinfo);

	tally->row++;
	if (!PG_ARGISNULL(1) && !PG_ARGISNULL(2))
	{
		int			n;
		NewsBytes  *entities = different_entities(PG_GETARG_ARRAYTYPE_P(1), &n);
		NewsBytes	with = value_bytes(PG_GETARG_DATUM(2));
		NewsBytes  *found = bsearch(&with, entities, n, sizeof(NewsBytes), bytes_order);

		for (int i = 0; i < n && found != NULL; i++)
			if (&entities[i] != found)
				tally_row(tally, entities[i].at, entities[i].len);
	}
	PG_RETURN_POINTER(tally);
}

Datum
news_share_of_voice_add(PG_FUNCTION_ARGS)
{
	Tally	   *tally = tally_state(fcinfo);

	if (!PG_ARGISNULL(1))
	{
		ArrayIterator it = array_create_iterator(PG_GETARG_ARRAYTYPE_P(1), 0, NULL);
		Datum		value;
		bool		isnull;

		while (array_iterate(it, &value, &isnull))
		{
			NewsQuoteFields quote;
			NewsBytes	speaker = {"", 0};
			TallyItem  *item;

			if (isnull)
				continue;
			news_quote_unpack(DatumGetNewsQuote(value), &quote);
			if (quote.speaker.kind != 0)
				speaker = value_bytes(news_entity_datum(&quote.speaker));
			item = tally_item(tally, speaker.at, speaker.len);
			item->count++;
			item->more += pg_mbstrlen_with_len(quote.text.at, quote.text.len);
		}
	}
	PG_RETURN_POINTER(tally);
}

Datum
news_timeline_add(PG_FUNCTION_ARGS)
{
	Tally	   *tally = tally_state(fcinfo);

	tally->row++;
	if (!PG_ARGISNULL(1))
	{
		ArrayIterator it = array_create_iterator(PG_GETARG_ARRAYTYPE_P(1), 0, NULL);
		Datum		value;
		bool		isnull;

		while (array_iterate(it, &value, &isnull))
		{
			NewsDateFields date;
			DateADT		days[2];

			if (isnull)
				continue;
			news_date_unpack(DatumGetNewsDate(value), &date);
			if (!date.has_range)
				continue;
			days[0] = date.first;
			days[1] = date.last;
			tally_row(tally, (char *) days, sizeof(days));
		}
	}
	PG_RETURN_POINTER(tally);
}

Datum
news_tally_combine(PG_FUNCTION_ARGS)
{
	Tally	   *tally = tally_state(fcinfo);

	if (!PG_ARGISNULL(1))
	{
		Tally	   *other = (Tally *) PG_GETARG_POINTER(1);
		HASH_SEQ_STATUS scan;
		TallyItem  *from;

		hash_seq_init(&scan, other->table);
		while ((from = hash_seq_search(&scan)) != NULL)
		{
			TallyItem  *item = tally_item(tally, from->key.at, from->key.len);

			item->count += from->count;
			item->more += from->more;
		}
	}
	PG_RETURN_POINTER(tally);
}

Datum
news_tally_serialize(PG_FUNCTION_ARGS)
{
	Tally	   *tally = (Tally *) PG_GETARG_POINTER(0);
	StringInfoData buf;
	HASH_SEQ_STATUS scan;
	TallyItem  *item;

	pq_begintypsend(&buf);
	hash_seq_init(&scan, tally->table);
	while ((item = hash_seq_search(&scan)) != NULL)
	{
		pq_sendint32(&buf, item->key.len);
		pq_sendbytes(&buf, item->key.at, item->key.len);
		pq_sendint64(&buf, item->count);
		pq_sendint64(&buf, item->more);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

Datum
news_tally_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_PP(0);
	StringInfoData buf;
	MemoryContext memory;
	Tally	   *tally;

	if (!AggCheckCallContext(fcinfo, &memory))
		elog(ERROR, "news aggregate called in non-aggregate context");
	tally = tally_new(CurrentMemoryContext);
	buf.data = VARDATA_ANY(bytes);
	buf.len = VARSIZE_ANY_EXHDR(bytes);
	buf.maxlen = 0;
	buf.cursor = 0;
	while (buf.cursor < buf.len)
	{
		int			len = pq_getmsgint(&buf, 4);
		TallyItem  *item = tally_item(tally, pq_getmsgbytes(&buf, len), len);

		item->count = pq_getmsgint64(&buf);
		item->more = pq_getmsgint64(&buf);
	}
	PG_RETURN_POINTER(tally);
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
by_days(const void *a, const void *b)
{
	DateADT		x[2];
	DateADT		y[2];

	memcpy(x, (*(TallyItem *const *) a)->key.at, sizeof(x));
	memcpy(y, (*(TallyItem *const *) b)->key.at, sizeof(y));
	for (int i = 0; i < 2; i++)
		if (x[i] != y[i])
			return x[i] < y[i] ? -1 : 1;
	return 0;
}

/* The rows of a result, made one by one. */
typedef struct TallyRows
{
	TallyItem **items;
	int			n;
	Datum	   *rows;
	Oid			type;
	TupleDesc	desc;
} TallyRows;

static void
rows_open(FunctionCallInfo fcinfo, TallyRows *r, int (*order) (const void *, const void *))
{
	Tally	   *tally = PG_ARGISNULL(0) ? NULL : (Tally *) PG_GETARG_POINTER(0);
	Oid			type = get_element_type(get_func_rettype(fcinfo->flinfo->fn_oid));
	long		n = tally ? hash_get_num_entries(tally->table) : 0;
	HASH_SEQ_STATUS scan;
	TallyItem  *item;

	if (!OidIsValid(type))
		elog(ERROR, "news aggregate does not know its result type");
	r->type = type;
	r->desc = lookup_rowtype_tupdesc_copy(type, -1);
	BlessTupleDesc(r->desc);
	r->items = palloc_extended((n + 1) * sizeof(TallyItem *), MCXT_ALLOC_HUGE);
	r->rows = palloc_extended((n + 1) * sizeof(Datum), MCXT_ALLOC_HUGE);
	r->n = 0;
	if (tally)
	{
		hash_seq_init(&scan, tally->table);
		while ((item = hash_seq_search(&scan)) != NULL)
			r->items[r->n++] = item;
	}
	qsort(r->items, r->n, sizeof(TallyItem *), order);
}

static void
rows_set(TallyRows *r, int i, Datum *values, bool *nulls)
{
	r->rows[i] = HeapTupleGetDatum(heap_form_tuple(r->desc, values, nulls));
}

static Datum
rows_array(TallyRows *r)
{
	return PointerGetDatum(construct_array(r->rows, r->n, r->type, -1, false, TYPALIGN_DOUBLE));
}

Datum
news_entity_counts_result(PG_FUNCTION_ARGS)
{
	TallyRows	r;

	rows_open(fcinfo, &r, by_count);
	for (int i = 0; i < r.n; i++)
	{
		TallyItem  *item = r.items[i];
		Datum		values[2] = {entity_of_bytes(item->key.at, item->key.len),
		Int64GetDatum(item->count)};
		bool		nulls[2] = {false, false};

		rows_set(&r, i, values, nulls);
	}
	return rows_array(&r);
}

Datum
news_cooccurrence_result(PG_FUNCTION_ARGS)
{
	TallyRows	r;

	rows_open(fcinfo, &r, by_count);
	for (int i = 0; i < r.n; i++)
	{
		TallyItem  *item = r.items[i];
		const char *first = item->key.at + sizeof(uint32);
		uint32		len;
		Datum		values[3];
		bool		nulls[3] = {false, false, false};

		memcpy(&len, item->key.at, sizeof(uint32));
		values[0] = entity_of_bytes(first, len);
		values[1] = entity_of_bytes(first + len, item->key.len - sizeof(uint32) - len);
		values[2] = Int64GetDatum(item->count);
		rows_set(&r, i, values, nulls);
	}
	return rows_array(&r);
}

Datum
news_share_of_voice_result(PG_FUNCTION_ARGS)
{
	TallyRows	r;
	double		all = 0;

	rows_open(fcinfo, &r, by_more);
	for (int i = 0; i < r.n; i++)
		all += r.items[i]->more;
	for (int i = 0; i < r.n; i++)
	{
		TallyItem  *item = r.items[i];
		bool		nulls[4] = {item->key.len == 0, false, false, false};
		Datum		values[4] = {nulls[0] ? (Datum) 0 : entity_of_bytes(item->key.at, item->key.len),
			Int64GetDatum(item->count), Int64GetDatum(item->more),
		Float8GetDatum(all > 0 ? item->more / all : 0)};

		rows_set(&r, i, values, nulls);
	}
	return rows_array(&r);
}

Datum
news_timeline_result(PG_FUNCTION_ARGS)
{
	TallyRows	r;

	rows_open(fcinfo, &r, by_days);
	for (int i = 0; i < r.n; i++)
	{
		TallyItem  *item = r.items[i];
		DateADT		days[2];
		Datum		values[2];
		bool		nulls[2] = {false, false};

		memcpy(days, item->key.at, sizeof(days));
		values[0] = news_days_datum(days[0], days[1]);
		values[1] = Int64GetDatum(item->count);
		rows_set(&r, i, values, nulls);
	}
	return rows_array(&r);
}
