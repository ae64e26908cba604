/*
 * tally.c -- a hash table from the bytes of a key to two counts.
 *
 * Tallies of parallel workers, or of the nodes of a cluster, are sent as bytes
 * and added up: of each key its length in bytes (int32), its bytes, and both
 * counts (int64).
 *
 * Keys can grow with the square of an article's length (pairs of entities), so
 * that a tally has a cap.
 */
#include "count/tally.h"

#include "libpq/pqformat.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#define TALLY_MAX_KEYS 10000000

PG_FUNCTION_INFO_V1(news_tally_combine);
PG_FUNCTION_INFO_V1(news_tally_serialize);
PG_FUNCTION_INFO_V1(news_tally_deserialize);

static Tally *
tally_new(MemoryContext memory)
{
	Tally	   *tally = MemoryContextAllocZero(memory, sizeof(Tally));

	tally->memory = memory;
	tally->table = bytes_table_create("news tally", 256, sizeof(TallyItem), memory);
	return tally;
}

/* tally_memory returns the memory of the aggregate that calls. */
static MemoryContext
tally_memory(FunctionCallInfo fcinfo)
{
	MemoryContext memory;

	if (!AggCheckCallContext(fcinfo, &memory))
		elog(ERROR, "news aggregate called in non-aggregate context");
	return memory;
}

/* tally_state returns the running tally of a transition or combine function. */
Tally *
tally_state(FunctionCallInfo fcinfo)
{
	MemoryContext memory = tally_memory(fcinfo);

	if (PG_ARGISNULL(0))
		return tally_new(AllocSetContextCreate(memory, "news tally", ALLOCSET_DEFAULT_SIZES));
	return (Tally *) PG_GETARG_POINTER(0);
}

/* tally_item returns the item of a key, made when it is not there. */
TallyItem *
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

void
tally_row(Tally *tally, const char *bytes, int len)
{
	TallyItem  *item = tally_item(tally, bytes, len);

	if (item->last_row != tally->row)
	{
		item->last_row = tally->row;
		item->count++;
	}
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
	Tally	   *tally;

	tally_memory(fcinfo);
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
