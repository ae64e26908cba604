/*
 * gin_query.c -- a news_query put in terms of index keys.
 *
 * A term becomes ways to be true, each a run of entries that must all be
 * there.  On quotes the term crimea has three:
 *
 *     01 crimea | 02 crimea | 03 crimea      speaker, about, said
 *
 * person:'vladimir putin' on entities has one, 01 vladimir & 01 putin, and
 * putin four (gin_entity.c).
 *
 * A way is exact when its entries are all it takes: a single word.  Several
 * words may stand in different names of the row, so the row is looked at
 * again (GIN's recheck).  Where the whole query must hold of one quote, only a
 * query that is one term, or terms joined by |, is exact.
 */
#include "index/gin_query.h"

#include "miscadmin.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(news_gin_compare);
PG_FUNCTION_INFO_V1(news_gin_compare_partial);

/* key_add adds a key of a lead byte and bytes, as a bytea with a short header if it fits. */
void
key_add(KeySet *set, uint8 lead, const char *bytes, int len)
{
	int			size = len + 1;
	char	   *key;
	char	   *data;

	if (set->n >= set->cap)
	{
		set->cap = Max(32, set->cap * 2);
		set->keys = set->keys ? repalloc(set->keys, set->cap * sizeof(Datum)) :
			palloc(set->cap * sizeof(Datum));
	}
	key = palloc(VARHDRSZ + size);
	if (size + VARHDRSZ_SHORT <= VARATT_SHORT_MAX)
	{
		SET_VARSIZE_SHORT(key, size + VARHDRSZ_SHORT);
		data = VARDATA_SHORT(key);
	}
	else
	{
		SET_VARSIZE(key, size + VARHDRSZ);
		data = VARDATA(key);
	}
	data[0] = (char) lead;
	memcpy(data + 1, bytes, len);
	set->keys[set->n++] = PointerGetDatum(key);
}

/* word_keys adds a key for each word of a text. */
void
word_keys(KeySet *set, uint8 lead, NewsBytes text)
{
	WordScan	scan;

	word_scan(&scan, text.at, text.len);
	while (word_next(&scan))
		key_add(set, lead, scan.word, scan.len);
}

/* gin_add_way adds to the term being planned the way of its words after a lead byte. */
void
gin_add_way(GinQueryPlan *gin, uint8 lead, const MatchTerm *term, bool exact)
{
	GinWay	   *way;

	if (gin->n_ways >= gin->cap_ways)
	{
		gin->cap_ways = Max(8, gin->cap_ways * 2);
		gin->ways = gin->ways ? repalloc(gin->ways, gin->cap_ways * sizeof(GinWay)) :
			palloc(gin->cap_ways * sizeof(GinWay));
	}
	way = &gin->ways[gin->n_ways++];
	way->first = gin->set.n;
	way->n = term->words.n;
	way->exact = exact && term->words.n == 1;
	for (uint32 i = 0; i < term->words.n; i++)
		key_add(&gin->set, lead, word_at(&term->words, i), term->words.at[i].len);
}

/*
 * gin_query_plan puts a query in terms of the keys of the index or of the
 * statistics; allocated in the current memory context.
 */
GinQueryPlan *
gin_query_plan(const NewsQuery *query, QueryTarget target, bool for_statistics)
{
	GinQueryPlan *gin = palloc0(sizeof(GinQueryPlan));

	gin->plan = query_plan(query, target, CurrentMemoryContext);
	gin->terms = palloc0((gin->plan->n_terms + 1) * sizeof(GinTerm));
	for (int i = 0; i < gin->plan->n_terms; i++)
	{
		const MatchTerm *t = &gin->plan->terms[i];

		gin->terms[i].first = gin->n_ways;
		if (target == TARGET_ENTITIES)
			entity_term_ways(gin, t, for_statistics);
		else
			quote_term_ways(gin, t);
		gin->terms[i].n = gin->n_ways - gin->terms[i].first;
	}

	gin->set.partial = palloc0((gin->set.n + 1) * sizeof(bool));
	for (int i = 0; i < gin->plan->n_terms; i++)
	{
		const MatchTerm *t = &gin->plan->terms[i];

		for (int w = gin->terms[i].first; w < gin->terms[i].first + gin->terms[i].n; w++)
		{
			const GinWay *way = &gin->ways[w];

			if (t->prefix && way->n == t->words.n)
				gin->set.partial[way->first + way->n - 1] = true;
		}
	}

	if (target == TARGET_QUOTES)
		for (uint32 i = 0; i < query->n_nodes; i++)
			if (query->nodes[i].op == QUERY_AND || query->nodes[i].op == QUERY_NOT)
				gin->one_quote = true;
	gin->certain = !gin->one_quote;
	gin->shape = query->n_nodes > 0 && query->nodes[0].op == QUERY_AND ? SHAPE_ALL : SHAPE_ANY;
	for (uint32 i = 0; i < query->n_nodes; i++)
		if (query->nodes[i].op != QUERY_TERM &&
			(i > 0 || query->nodes[i].op == QUERY_NOT))
			gin->shape = SHAPE_OTHER;
	for (int w = 0; w < gin->n_ways; w++)
	{
		if (gin->ways[w].n != 1)
			gin->shape = SHAPE_OTHER;
		if (!gin->ways[w].exact)
			gin->certain = false;
	}
	return gin;
}

static char
term_check(void *arg, int node)
{
	GinQueryPlan *gin = arg;
	const GinTerm *term = &gin->terms[gin->plan->term_of[node]];
	char		result = GIN_FALSE;

	for (int w = term->first; w < term->first + term->n; w++)
	{
		const GinWay *way = &gin->ways[w];
		char		one = way->exact && !gin->one_quote ? GIN_TRUE : GIN_MAYBE;

		for (int e = way->first; e < way->first + way->n; e++)
		{
			if (gin->check[e] == GIN_FALSE)
			{
				one = GIN_FALSE;
				break;
			}
			if (gin->check[e] == GIN_MAYBE)
				one = GIN_MAYBE;
		}
		if (one == GIN_TRUE)
			return GIN_TRUE;
		if (one == GIN_MAYBE)
			result = GIN_MAYBE;
	}
	return result;
}

/* any_of tells whether one of the entries [from, to) is there. */
static inline char
any_of(const GinTernaryValue *check, int from, int to)
{
	char		result = GIN_FALSE;

	for (int e = from; e < to; e++)
	{
		if (check[e] == GIN_TRUE)
			return GIN_TRUE;
		if (check[e] == GIN_MAYBE)
			result = GIN_MAYBE;
	}
	return result;
}

/* gin_query_check tells whether a row that has these entries matches. */
GinTernaryValue
gin_query_check(GinQueryPlan *gin, const GinTernaryValue *check)
{
	char		result;

	/* the server asks this once an entry before it polls */
	if (gin->set.n > 1000)
		CHECK_FOR_INTERRUPTS();
	switch (gin->shape)
	{
		case SHAPE_ANY:
			result = gin->set.n < 32 ? any_of(check, 0, gin->set.n) :
				memchr(check, GIN_TRUE, gin->set.n) ? GIN_TRUE :
				memchr(check, GIN_MAYBE, gin->set.n) ? GIN_MAYBE : GIN_FALSE;
			return result == GIN_TRUE && !gin->certain ? GIN_MAYBE : result;
		case SHAPE_ALL:
			/* a way is an entry, so that numbers of ways are numbers of entries */
			result = gin->certain ? GIN_TRUE : GIN_MAYBE;
			for (int t = 0; t < gin->plan->n_terms && result != GIN_FALSE; t++)
			{
				char		one = any_of(check, gin->terms[t].first,
										 gin->terms[t].first + gin->terms[t].n);

				if (one != GIN_TRUE)
					result = one;
			}
			return result;
		case SHAPE_OTHER:
			break;
	}
	gin->check = check;
	result = query_eval(gin->plan->query, term_check, gin);
	/* a row without quotes has none to hold a negation of */
	return result == GIN_TRUE && gin->one_quote ? GIN_MAYBE : result;
}

/*
 * gin_query_entries returns what extractQuery has to.  A query that is true of
 * a row with none of its entries has to see every row.
 */
Datum *
gin_query_entries(GinQueryPlan *gin, int32 *n, bool **partial, Pointer **extra, int32 *mode)
{
	GinTernaryValue *none = palloc0(gin->set.n + 1);

	*n = gin->set.n;
	*partial = gin->set.partial;
	*extra = palloc((gin->set.n + 1) * sizeof(Pointer));
	for (int i = 0; i < gin->set.n; i++)
		(*extra)[i] = (Pointer) gin;
	(*extra)[gin->set.n] = (Pointer) gin;
	if (gin_query_check(gin, none) != GIN_FALSE)
		*mode = GIN_SEARCH_MODE_ALL;
	return gin->set.keys;
}

/*
 * news_gin_compare orders keys as byteacmp does, in half the time: keys are
 * never toasted, and sorting them is most of the work of building an index.
 */
Datum
news_gin_compare(PG_FUNCTION_ARGS)
{
	struct varlena *a = (struct varlena *) PG_GETARG_POINTER(0);
	struct varlena *b = (struct varlena *) PG_GETARG_POINTER(1);
	int			a_len = VARSIZE_ANY_EXHDR(a);
	int			b_len = VARSIZE_ANY_EXHDR(b);
	int			cmp = memcmp(VARDATA_ANY(a), VARDATA_ANY(b), Min(a_len, b_len));

	PG_RETURN_INT32(cmp != 0 ? cmp : a_len - b_len);
}

/* news_gin_compare_partial tells whether a key of the index begins like a prefix. */
Datum
news_gin_compare_partial(PG_FUNCTION_ARGS)
{
	bytea	   *prefix = PG_GETARG_BYTEA_PP(0);
	bytea	   *key = PG_GETARG_BYTEA_PP(1);
	int			len = VARSIZE_ANY_EXHDR(prefix);
	int			cmp = memcmp(VARDATA_ANY(key), VARDATA_ANY(prefix),
							 Min(len, VARSIZE_ANY_EXHDR(key)));

	/* keys come in order: one that does not begin so ends the scan */
	if (cmp < 0)
		PG_RETURN_INT32(-1);
	PG_RETURN_INT32(cmp != 0 ? 1 : VARSIZE_ANY_EXHDR(key) < len ? -1 : 0);
}

/* gin_array_entries finishes extractQuery for the array operators. */
Datum *
gin_array_entries(KeySet *set, StrategyNumber strategy, bool has_null, void *query,
				  int32 *n, Pointer **extra, int32 *mode)
{
	switch (strategy)
	{
		case STRATEGY_OVERLAP:
			break;
		case STRATEGY_CONTAINS:
			if (has_null)
				set->n = 0;		/* nothing contains a null */
			else if (set->n == 0)
				*mode = GIN_SEARCH_MODE_ALL;
			break;
		case STRATEGY_CONTAINED:
			*mode = GIN_SEARCH_MODE_INCLUDE_EMPTY;
			break;
		case STRATEGY_EQUAL:
			if (set->n == 0)
				*mode = GIN_SEARCH_MODE_INCLUDE_EMPTY;
			break;
		default:
			elog(ERROR, "unrecognized strategy number: %d", strategy);
	}
	*n = set->n;
	*extra = palloc((set->n + 1) * sizeof(Pointer));
	for (int i = 0; i <= set->n; i++)
		(*extra)[i] = (Pointer) query;
	return set->keys;
}
