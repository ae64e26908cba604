/*
 * query_lookup.c -- which terms of a large query may a name meet?
 *
 * A name meets a term in whose order its words stand, so the term's first word
 * is one of its words.  A query of thousands of terms, a watch list say, need
 * not be gone through for every name of every row: its terms stand in a hash
 * table by their first words, and a name looks up each of its own.
 *
 *     George W. Bush    george -> 'george bush', 'george wallace';  w -> ;  bush -> bush
 *
 * Terms whose first word may go on (bush*), and those without one (person:*),
 * stand in a list apart.
 */
#include "query/query_match.h"

#include "common/hashfn.h"

struct QueryLookup
{
	uint32		mask;
	int		   *bucket;			/* first term of each, -1: none */
	int		   *next;			/* term of the same bucket */
	int		   *rest;			/* terms apart */
	int			n_rest;
};

static inline uint32
word_hash(const WordList *words, uint32 i)
{
	return hash_bytes((const unsigned char *) word_at(words, i), words->at[i].len);
}

/* query_lookup_create returns the table of a query's terms, NULL when they are few. */
QueryLookup *
query_lookup_create(const QueryPlan *plan)
{
	QueryLookup *lookup;
	uint32		size = 1;

	if (plan->n_terms < QUERY_LOOKUP_TERMS)
		return NULL;
	lookup = palloc0(sizeof(QueryLookup));
	while (size < plan->n_terms)
		size *= 2;
	lookup->mask = size - 1;
	lookup->bucket = palloc(size * sizeof(int));
	memset(lookup->bucket, 0xFF, size * sizeof(int));
	lookup->next = palloc(plan->n_terms * sizeof(int));
	lookup->rest = palloc(plan->n_terms * sizeof(int));
	for (int i = plan->n_terms; i-- > 0;)
	{
		const MatchTerm *t = &plan->terms[i];
		int		   *bucket;

		if (t->words.n == 0 || (t->prefix && t->words.n == 1))
		{
			lookup->rest[lookup->n_rest++] = i;
			continue;
		}
		bucket = &lookup->bucket[word_hash(&t->words, 0) & lookup->mask];
		lookup->next[i] = *bucket;
		*bucket = i;
	}
	return lookup;
}

/* query_lookup calls meet for each term that a name of these words may meet. */
void
query_lookup(const QueryLookup *lookup, const WordList *words, QueryMeetFn meet, void *arg)
{
	for (int i = 0; i < lookup->n_rest; i++)
		meet(arg, lookup->rest[i]);
	for (uint32 w = 0; w < words->n; w++)
		for (int i = lookup->bucket[word_hash(words, w) & lookup->mask]; i >= 0; i = lookup->next[i])
			meet(arg, i);
}
