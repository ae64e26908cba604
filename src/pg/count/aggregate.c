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
 * An article counts once for a key, however often it has it.  The result is an array of rows for unnest(), the largest first; a
 * time line in the order of time.
 *
 * All pairs of all entities may be more than a tally holds; news_cooccurrence(entities, entity) counts only who
 * appears with one.
 */
#include "count/tally.h"

#include "access/htup_details.h"
#include "miscadmin.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"

#include "read/result.h"
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

/*
 * article_begin returns the running tally of a transition function and begins
 * to read argument 1, an article's array, which may be NULL.
 */
static Tally *
article_begin(FunctionCallInfo fcinfo, ArrayIterator *it)
{
	Tally	   *tally = tally_state(fcinfo);

	tally->row++;
	*it = PG_ARGISNULL(1) ? NULL : array_create_iterator(PG_GETARG_ARRAYTYPE_P(1), 0, NULL);
	return tally;
}

/* value_bytes returns the bytes of an entity after its length word; equal ones are equal, whatever release stored them. */
static NewsBytes
value_bytes(Datum value)
{
	const NewsEntity *v = news_entity_form(DatumGetNewsEntity(value));

	return (NewsBytes) {VARDATA(v), VARSIZE(v) - VARHDRSZ};
}

/* entity_of_bytes makes a value of such bytes. */
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
	ArrayIterator it;
	Tally	   *tally = article_begin(fcinfo, &it);
	Datum		value;

	while (news_next_element(it, &value))
	{
		NewsBytes	entity = value_bytes(value);

		tally_row(tally, entity.at, entity.len);
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
	int			all = 0;

	while (news_next_element(it, &value))
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
	ArrayIterator it;
	Tally	   *tally = article_begin(fcinfo, &it);
	Datum		value;

	while (news_next_element(it, &value))
	{
		NewsQuoteFields quote;
		NewsBytes	speaker = {"", 0};
		TallyItem  *item;

		news_quote_unpack(DatumGetNewsQuote(value), &quote);
		if (quote.speaker.kind != 0)
			speaker = value_bytes(news_entity_datum(&quote.speaker));
		item = tally_item(tally, speaker.at, speaker.len);
		item->count++;
		item->more += pg_mbstrlen_with_len(quote.text.at, quote.text.len);
	}
	PG_RETURN_POINTER(tally);
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
		DateADT		days[2];

		news_date_unpack(DatumGetNewsDate(value), &date);
		if (!date.has_range)
			continue;
		days[0] = date.first;
		days[1] = date.last;
		tally_row(tally, (char *) days, sizeof(days));
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
