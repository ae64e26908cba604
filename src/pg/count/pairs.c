/*
 * pairs.c -- how often two things come together, for millions of pairs.
 *
 * An article that names 35 has 595 pairs, 20,000 articles twelve million, most
 * of them different.  A hash table of names would take two gigabytes; so a name
 * is a number, a pair two of them in eight bytes, and pairs are not looked up
 * but collected, sorted, and merged into sorted runs with their counts, twelve
 * bytes a pair.  Runs double in length, as in a log-structured merge tree, so
 * that each pair is merged a logarithm of times:
 *
 *     buffer  262144 pairs  ->  run of 240000        \
 *                               run of 250000        /  run of 480000 ...
 */
#include "count/pairs.h"

#include "miscadmin.h"
#include "utils/memutils.h"

#include "type/value.h"

#define PAIR_BUFFER (1 << 18)

#define ST_SORT sort_pairs
#define ST_ELEMENT_TYPE uint64
#define ST_COMPARE(a, b) (*(a) < *(b) ? -1 : *(a) > *(b))
#define ST_SCOPE static
#define ST_DEFINE
#include "lib/sort_template.h"

typedef struct PairName
{
	NewsBytes	key;			/* hash key: must be first */
	uint32		id;
} PairName;

void
pairs_init(Pairs *p, MemoryContext memory)
{
	memset(p, 0, sizeof(*p));
	p->memory = memory;
	p->ids = bytes_table_create("news names", 1024, sizeof(PairName), memory);
}

uint32
pairs_id(Pairs *p, const char *bytes, int len)
{
	NewsBytes	key = {bytes, len};
	bool		found;
	PairName   *name = hash_search(p->ids, &key, HASH_ENTER, &found);

	if (found)
		return name->id;
	name->key.at = memcpy(MemoryContextAlloc(p->memory, len + 1), bytes, len);
	name->id = p->n_names;
	if (p->n_names == p->cap_names)
	{
		p->cap_names = Max(1024, p->cap_names * 2);
		p->names = p->names ? repalloc_huge(p->names, p->cap_names * sizeof(NewsBytes)) :
			MemoryContextAllocHuge(p->memory, p->cap_names * sizeof(NewsBytes));
	}
	p->name_bytes += len;
	p->names[p->n_names] = name->key;
	return p->n_names++;
}

static PairRun
run_new(Pairs *p, int64 n)
{
	PairRun		run = {MemoryContextAllocHuge(p->memory, (n + 1) * sizeof(uint64)),
	MemoryContextAllocHuge(p->memory, (n + 1) * sizeof(uint32)), 0};

	return run;
}

static void
run_free(PairRun *run)
{
	pfree(run->pairs);
	pfree(run->counts);
}

static inline void
run_put(PairRun *run, uint64 pair, uint32 count)
{
	run->pairs[run->n] = pair;
	run->counts[run->n++] = count;
}

static inline uint32
add_counts(uint32 a, uint32 b)
{
	return a > PG_UINT32_MAX - b ? PG_UINT32_MAX : a + b;
}

/* merge_last makes one run of the last two. */
static void
merge_last(Pairs *p)
{
	PairRun    *a = &p->runs[p->n_runs - 2];
	PairRun    *b = &p->runs[p->n_runs - 1];
	PairRun		run = run_new(p, a->n + b->n);
	int64		i = 0;
	int64		j = 0;

	while (i < a->n && j < b->n)
	{
		if ((run.n & 0xFFFF) == 0)
			CHECK_FOR_INTERRUPTS();
		if (a->pairs[i] < b->pairs[j])
			run_put(&run, a->pairs[i], a->counts[i]), i++;
		else if (a->pairs[i] > b->pairs[j])
			run_put(&run, b->pairs[j], b->counts[j]), j++;
		else
			run_put(&run, a->pairs[i], add_counts(a->counts[i], b->counts[j])), i++, j++;
	}
	for (; i < a->n; i++)
		run_put(&run, a->pairs[i], a->counts[i]);
	for (; j < b->n; j++)
		run_put(&run, b->pairs[j], b->counts[j]);
	run_free(a);
	run_free(b);
	/* what equal pairs have left over */
	run.pairs = repalloc_huge(run.pairs, (run.n + 1) * sizeof(uint64));
	run.counts = repalloc_huge(run.counts, (run.n + 1) * sizeof(uint32));
	*a = run;
	p->n_runs--;
}

static void
add_run(Pairs *p, PairRun run)
{
	p->runs[p->n_runs++] = run;
	while (p->n_runs > 1 && (p->runs[p->n_runs - 2].n < 2 * p->runs[p->n_runs - 1].n || p->n_runs == PAIR_RUNS))
		merge_last(p);
}

static void
flush(Pairs *p)
{
	PairRun		run;

	if (p->n_buffer == 0)
		return;
	sort_pairs(p->buffer, p->n_buffer);
	run = run_new(p, p->n_buffer);
	for (int i = 0; i < p->n_buffer; i++)
		if (run.n > 0 && run.pairs[run.n - 1] == p->buffer[i])
			run.counts[run.n - 1] = add_counts(run.counts[run.n - 1], 1);
		else
			run_put(&run, p->buffer[i], 1);
	p->n_buffer = 0;
	add_run(p, run);
}

static bool
name_before(const Pairs *p, uint32 a, uint32 b)
{
	return news_bytes_compare(p->names[a], p->names[b]) < 0;
}

void
pairs_add(Pairs *p, uint32 a, uint32 b)
{
	if (p->buffer == NULL)
		p->buffer = MemoryContextAlloc(p->memory, PAIR_BUFFER * sizeof(uint64));
	if (p->n_buffer == PAIR_BUFFER)
		flush(p);
	p->buffer[p->n_buffer++] = (uint64) a << 32 | b;
}

const PairRun *
pairs_settle(Pairs *p)
{
	static const PairRun none = {NULL, NULL, 0};

	flush(p);
	while (p->n_runs > 1)
		merge_last(p);
	return p->n_runs > 0 ? &p->runs[0] : &none;
}

/* A pair and its count while both are sorted. */
typedef struct CountedPair
{
	uint64		pair;
	uint32		count;
} CountedPair;

void
pairs_merge(Pairs *p, const Pairs *other)
{
	const PairRun *from = other->n_runs > 0 ? &other->runs[0] : NULL;
	uint32	   *ids;
	CountedPair *sorted;
	PairRun		run;

	if (from == NULL || from->n == 0)
		return;
	/* their numbers of names are not ours, so neither is their order */
	ids = palloc_extended((other->n_names + 1) * sizeof(uint32), MCXT_ALLOC_HUGE);
	for (uint32 i = 0; i < other->n_names; i++)
		ids[i] = pairs_id(p, other->names[i].at, other->names[i].len);
	sorted = palloc_extended((from->n + 1) * sizeof(CountedPair), MCXT_ALLOC_HUGE);
	for (int64 i = 0; i < from->n; i++)
	{
		uint32		a = ids[pair_a(from->pairs[i])];
		uint32		b = ids[pair_b(from->pairs[i])];

		if (!name_before(p, a, b))
			elog(ERROR, "pairs of names are not in order");
		sorted[i].pair = (uint64) a << 32 | b;
		sorted[i].count = from->counts[i];
	}
	qsort(sorted, from->n, sizeof(CountedPair), news_uint64_order);
	run = run_new(p, from->n);
	for (int64 i = 0; i < from->n; i++)
		run_put(&run, sorted[i].pair, sorted[i].count);
	pfree(sorted);
	pfree(ids);
	flush(p);
	add_run(p, run);
}
