/*
 * tally.c -- the type news_tally: the state of an aggregate.
 *
 * Flat, as it is sent and stored, numbers with the highest byte first:
 *
 *     version 1, kind, two zero bytes, at_least, top (int32 each)
 *     TALLY_COUNTS    of each key its length (int32) and bytes, and both counts
 *                     (int64 each)
 *     TALLY_PAIRS     the number of names (int32), of each its length and bytes;
 *                     then of each pair the numbers of both names and how often
 *                     (int32 each), in order
 *
 * The text form is that of bytea.  What a server of another release sends is
 * checked: a tally that is no tally is an error.
 */
#include "count/tally.h"

#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"

#define TALLY_VERSION 1
#define TALLY_HEADER (VARHDRSZ + 12)
#define TALLY_MAX_KEYS 10000000
#define TALLY_COUNTS_ITEM (4 + 8 + 8)	/* bytes of a key's counts */
#define TALLY_PAIR 12

PG_FUNCTION_INFO_V1(news_tally_in);
PG_FUNCTION_INFO_V1(news_tally_out);
PG_FUNCTION_INFO_V1(news_tally_recv);
PG_FUNCTION_INFO_V1(news_tally_send);
PG_FUNCTION_INFO_V1(news_tally_combine);
PG_FUNCTION_INFO_V1(news_tally_serialize);
PG_FUNCTION_INFO_V1(news_tally_deserialize);

static Size tally_flat_size(ExpandedObjectHeader *header);
static void tally_flatten(ExpandedObjectHeader *header, void *to, Size size);

static const ExpandedObjectMethods tally_methods = {tally_flat_size, tally_flatten};

static Tally *
tally_new(MemoryContext parent, TallyKind kind)
{
	MemoryContext memory = AllocSetContextCreate(parent, "news tally", ALLOCSET_DEFAULT_SIZES);
	Tally	   *tally = MemoryContextAllocZero(memory, sizeof(Tally));

	EOH_init_header(&tally->header, &tally_methods, memory);
	tally->kind = kind;
	if (kind == TALLY_COUNTS)
		tally->table = bytes_table_create("news tally", 256, sizeof(TallyItem), memory);
	else
		pairs_init(&tally->pairs, memory);
	return tally;
}

static Size
tally_flat_size(ExpandedObjectHeader *header)
{
	Tally	   *tally = (Tally *) header;
	Size		size = TALLY_HEADER;

	if (tally->kind == TALLY_COUNTS)
		size += tally->bytes + (Size) hash_get_num_entries(tally->table) * TALLY_COUNTS_ITEM;
	else
	{
		const PairRun *run = pairs_settle(&tally->pairs);

		size += 4 + tally->pairs.name_bytes + 4 * (Size) tally->pairs.n_names + TALLY_PAIR * (Size) run->n;
	}
	if (size > MaxAllocSize)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many different things to count"),
				 errdetail("Together they take %zu bytes, the limit is %zu.", size, MaxAllocSize),
				 errhint("Count fewer articles at a time, or without parallel workers; for pairs of entities, name one of them: news_cooccurrence(entities, entity).")));
	return size;
}

static char *
put32(char *to, uint32 n)
{
	n = pg_hton32(n);
	return (char *) memcpy(to, &n, 4) + 4;
}

static char *
put64(char *to, uint64 n)
{
	n = pg_hton64(n);
	return (char *) memcpy(to, &n, 8) + 8;
}

static char *
put_key(char *to, NewsBytes key)
{
	to = put32(to, key.len);
	return (char *) memcpy(to, key.at, key.len) + key.len;
}

static void
tally_flatten(ExpandedObjectHeader *header, void *flat, Size size)
{
	Tally	   *tally = (Tally *) header;
	char	   *to = (char *) flat + VARHDRSZ;

	SET_VARSIZE(flat, size);
	*to++ = TALLY_VERSION;
	*to++ = tally->kind;
	*to++ = 0;
	*to++ = 0;
	to = put32(to, tally->at_least);
	to = put32(to, tally->top);
	if (tally->kind == TALLY_COUNTS)
	{
		HASH_SEQ_STATUS scan;
		TallyItem  *item;

		hash_seq_init(&scan, tally->table);
		while ((item = hash_seq_search(&scan)) != NULL)
		{
			to = put_key(to, item->key);
			to = put64(to, item->count);
			to = put64(to, item->more);
		}
	}
	else
	{
		const PairRun *run = pairs_settle(&tally->pairs);

		to = put32(to, tally->pairs.n_names);
		for (uint32 i = 0; i < tally->pairs.n_names; i++)
			to = put_key(to, tally->pairs.names[i]);
		for (int64 i = 0; i < run->n; i++)
		{
			to = put32(to, pair_a(run->pairs[i]));
			to = put32(to, pair_b(run->pairs[i]));
			to = put32(to, run->counts[i]);
		}
	}
	Assert(to == (char *) flat + size);
}

pg_noreturn void
tally_damaged(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
			 errmsg("invalid news_tally"),
			 errdetail("It was made by another release of newstext, or it is damaged.")));
}

static NewsBytes
take_key(StringInfo buf)
{
	uint32		len = pq_getmsgint(buf, 4);

	if (len > (uint32) (buf->len - buf->cursor))
		tally_damaged();
	return (NewsBytes) {pq_getmsgbytes(buf, len), (int) len};
}

static void
expand_counts(Tally *tally, StringInfo buf)
{
	while (buf->cursor < buf->len)
	{
		NewsBytes	key = take_key(buf);
		TallyItem  *item;

		if (buf->len - buf->cursor < 16)
			tally_damaged();
		item = tally_item(tally, key.at, key.len);
		item->count = pq_getmsgint64(buf);
		item->more = pq_getmsgint64(buf);
	}
}

static void
expand_pairs(Tally *tally, StringInfo buf)
{
	Pairs	   *p = &tally->pairs;
	uint32		names = pq_getmsgint(buf, 4);
	int64		n;
	PairRun		run;

	for (uint32 i = 0; i < names; i++)
	{
		NewsBytes	key;

		if (buf->len - buf->cursor < 4)
			tally_damaged();
		key = take_key(buf);
		if (pairs_id(p, key.at, key.len) != i)
			tally_damaged();
	}
	n = (buf->len - buf->cursor) / TALLY_PAIR;
	if (n * TALLY_PAIR != buf->len - buf->cursor)
		tally_damaged();
	run.pairs = MemoryContextAllocHuge(p->memory, (n + 1) * sizeof(uint64));
	run.counts = MemoryContextAllocHuge(p->memory, (n + 1) * sizeof(uint32));
	run.n = n;
	for (int64 i = 0; i < n; i++)
	{
		uint32		a = pq_getmsgint(buf, 4);
		uint32		b = pq_getmsgint(buf, 4);

		run.pairs[i] = (uint64) a << 32 | b;
		run.counts[i] = pq_getmsgint(buf, 4);
		if (a >= names || b >= names || (i > 0 && run.pairs[i] <= run.pairs[i - 1]) ||
			news_bytes_compare(p->names[a], p->names[b]) >= 0)
			tally_damaged();
	}
	p->runs[0] = run;
	p->n_runs = n > 0 ? 1 : 0;
}

/* tally_expand makes a running tally of a flat one, which may be of any origin. */
static Tally *
tally_expand(const struct varlena *flat, MemoryContext parent)
{
	StringInfoData buf;
	Tally	   *tally;
	int			kind;

	buf.data = (char *) VARDATA_ANY(flat);
	buf.len = VARSIZE_ANY_EXHDR(flat);
	buf.maxlen = 0;
	buf.cursor = 0;
	if (buf.len < TALLY_HEADER - VARHDRSZ || pq_getmsgbyte(&buf) != TALLY_VERSION)
		tally_damaged();
	kind = pq_getmsgbyte(&buf);
	if ((kind != TALLY_COUNTS && kind != TALLY_PAIRS) || pq_getmsgint(&buf, 2) != 0 ||
		(kind == TALLY_PAIRS && buf.len < TALLY_HEADER - VARHDRSZ + 4))
		tally_damaged();
	tally = tally_new(parent, kind);
	tally->at_least = pq_getmsgint(&buf, 4);
	tally->top = pq_getmsgint(&buf, 4);
	if (kind == TALLY_COUNTS)
		expand_counts(tally, &buf);
	else
		expand_pairs(tally, &buf);
	return tally;
}

static Tally *
tally_of(Datum datum, MemoryContext parent)
{
	struct varlena *value = (struct varlena *) DatumGetPointer(datum);

	if (VARATT_IS_EXTERNAL_EXPANDED(value))
		return (Tally *) DatumGetEOHP(datum);
	return tally_expand(PG_DETOAST_DATUM(datum), parent);
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

Tally *
tally_state(FunctionCallInfo fcinfo, TallyKind kind)
{
	MemoryContext memory = tally_memory(fcinfo);
	Tally	   *tally = PG_ARGISNULL(0) ? tally_new(memory, kind) : tally_of(PG_GETARG_DATUM(0), memory);

	if (tally->kind != kind)
		tally_damaged();
	return tally;
}

Tally *
tally_read(FunctionCallInfo fcinfo, TallyKind kind)
{
	Tally	   *tally = PG_ARGISNULL(0) ? NULL : tally_of(PG_GETARG_DATUM(0), CurrentMemoryContext);

	if (tally != NULL && tally->kind != kind)
		tally_damaged();
	return tally;
}

void
tally_limits(Tally *tally, FunctionCallInfo fcinfo, int at_least, int top)
{
	if (at_least > 0 && !PG_ARGISNULL(at_least))
		tally->at_least = Max(0, PG_GETARG_INT32(at_least));
	if (!PG_ARGISNULL(top))
	{
		tally->top = PG_GETARG_INT32(top);
		if (tally->top < 1)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("top has to be at least 1")));
	}
}

void
tally_watch(Tally *tally)
{
	Size		memory;

	if (tally->told)
		return;
	memory = MemoryContextMemAllocated(tally->header.eoh_context, true);
	if (memory <= get_hash_memory_limit())
		return;
	tally->told = true;
	ereport(NOTICE,
			(errmsg("news aggregate takes more memory than work_mem allows, so far %zu MB", memory / (1024 * 1024)),
			 errhint(tally->kind == TALLY_PAIRS ?
					 "Pairs grow with the square of an article's length. news_cooccurrence(entities, entity) counts those with one entity." :
					 "Count fewer articles at a time, or raise work_mem.")));
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
		char	   *copy = MemoryContextAlloc(tally->header.eoh_context, len + 1);
		long		n = hash_get_num_entries(tally->table);

		memcpy(copy, bytes, len);
		item->key.at = copy;
		item->count = 0;
		item->more = 0;
		item->last_row = 0;
		tally->bytes += len;
		if ((n & 0xFFF) == 0)
			tally_watch(tally);
		if (n > TALLY_MAX_KEYS)
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("too many different things to count"),
					 errdetail("The limit is %d.", TALLY_MAX_KEYS),
					 errhint("Count fewer articles at a time.")));
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

static void
add_counts(Tally *tally, const Tally *other)
{
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

Datum
news_tally_combine(PG_FUNCTION_ARGS)
{
	MemoryContext memory = tally_memory(fcinfo);
	Tally	   *tally;
	Tally	   *other;

	if (PG_ARGISNULL(1))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		tally = tally_of(PG_GETARG_DATUM(0), memory);
		PG_RETURN_TALLY(tally);
	}
	other = tally_of(PG_GETARG_DATUM(1), CurrentMemoryContext);
	tally = tally_state(fcinfo, other->kind);
	if (tally->kind == TALLY_COUNTS)
		add_counts(tally, other);
	else
	{
		pairs_settle(&other->pairs);
		pairs_merge(&tally->pairs, &other->pairs);
		tally_watch(tally);
	}
	tally->at_least = Max(tally->at_least, other->at_least);
	tally->top = Max(tally->top, other->top);
	/* of a parallel worker's or another node's: no use any more */
	if (!VARATT_IS_EXTERNAL_EXPANDED(DatumGetPointer(PG_GETARG_DATUM(1))))
		MemoryContextDelete(other->header.eoh_context);
	PG_RETURN_TALLY(tally);
}

static Datum
tally_flat(Tally *tally)
{
	Size		size = EOH_get_flat_size(&tally->header);
	void	   *flat = palloc(size);

	EOH_flatten_into(&tally->header, flat, size);
	return PointerGetDatum(flat);
}

/* checked returns bytes as a flat tally when they are one. */
static Datum
checked(Datum bytes)
{
	struct varlena *flat = PG_DETOAST_DATUM(bytes);

	MemoryContextDelete(tally_expand(flat, CurrentMemoryContext)->header.eoh_context);
	return PointerGetDatum(flat);
}

Datum
news_tally_in(PG_FUNCTION_ARGS)
{
	return checked(DirectFunctionCall1(byteain, PG_GETARG_DATUM(0)));
}

Datum
news_tally_recv(PG_FUNCTION_ARGS)
{
	return checked(DirectFunctionCall1(bytearecv, PG_GETARG_DATUM(0)));
}

Datum
news_tally_out(PG_FUNCTION_ARGS)
{
	return DirectFunctionCall1(byteaout, tally_flat(tally_of(PG_GETARG_DATUM(0), CurrentMemoryContext)));
}

Datum
news_tally_send(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATUM(tally_flat(tally_of(PG_GETARG_DATUM(0), CurrentMemoryContext)));
}

/* Those two are called by aggregates that 0.1.0 has created, whose state is a pointer. */
Datum
news_tally_serialize(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATUM(tally_flat(tally_of(PG_GETARG_DATUM(0), CurrentMemoryContext)));
}

Datum
news_tally_deserialize(PG_FUNCTION_ARGS)
{
	Tally	   *tally;

	tally_memory(fcinfo);
	tally = tally_expand(PG_DETOAST_DATUM(PG_GETARG_DATUM(0)), CurrentMemoryContext);
	PG_RETURN_TALLY(tally);
}
