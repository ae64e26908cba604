/*
 * gin_query.c -- a news_query put in terms of index keys.
 *
 * A term becomes ways to be true, each a run of entries that must all be
 * there.  On quotes the term crimea has three:
 *
 *     01 crimea | 02 crimea | 03 crimea      speaker, about, said
 *
 * person:'vladimir putin' on entities has one, 01 vladimir & 01 putin.
 *
 * A way is exact when its entries are all it takes: a single word.  Several
 * words may stand in different names of the row, so the row is looked at
 * again (GIN's recheck).  Of quotes the whole query must hold of one, which the
 * entries of several terms cannot tell, with an exception: the key of a
 * speaker's word carries what kind of quote it is, so that
 *
 *     kind:direct & speaker:putin            30 01 putin
 *
 * is one entry, and exact.
 */
#include "index/gin_query.h"

#include "miscadmin.h"

/* gin_way_begin begins a way of the term being planned. */
void
gin_way_begin(GinQueryPlan *gin, bool exact)
{
	GinWay	   *way;

	if (gin->n_ways >= gin->cap_ways)
	{
		gin->cap_ways = Max(8, gin->cap_ways * 2);
		gin->ways = gin->ways ? repalloc(gin->ways, gin->cap_ways * sizeof(GinWay)) :
			palloc(gin->cap_ways * sizeof(GinWay));
	}
	way = &gin->ways[gin->n_ways++];
	way->first = gin->n_entries;
	way->n = 0;
	way->exact = exact;
}

GinEntry *
gin_way_key(GinQueryPlan *gin, uint8 lead, int lead2, const char *bytes, int len, EntryScan scan)
{
	GinEntry   *entry;

	if (gin->n_entries >= gin->cap_entries)
	{
		gin->cap_entries = Max(8, gin->cap_entries * 2);
		gin->entries = gin->entries ? repalloc(gin->entries, gin->cap_entries * sizeof(GinEntry)) :
			palloc(gin->cap_entries * sizeof(GinEntry));
	}
	entry = &gin->entries[gin->n_entries++];
	memset(entry, 0, sizeof(*entry));
	entry->gin = gin;
	entry->key = gin_key(lead, lead2, bytes, len);
	entry->scan = scan;
	gin->ways[gin->n_ways - 1].n++;
	return entry;
}

/* A term without words is true of any name or text there is. */
void
gin_way_words(GinQueryPlan *gin, uint8 lead, int lead2, const MatchTerm *term)
{
	GinWay	   *way = &gin->ways[gin->n_ways - 1];

	if (term->words.n == 0)
		gin_way_key(gin, lead, lead2, "", 0, SCAN_KEY);
	for (uint32 i = 0; i < term->words.n; i++)
		gin_way_key(gin, lead, lead2, word_at(&term->words, i), term->words.at[i].len,
					term->prefix && i == term->words.n - 1 ? SCAN_PREFIX : SCAN_KEY);
	if (way->n != 1)
		way->exact = false;
}

/*
 * pair_speakers finds, in each & of quotes, a kind of quote and speakers: these
 * are asked for in quotes of that kind, and its own entries are implied.
 */
static void
pair_speakers(GinQueryPlan *gin)
{
	const NewsQuery *query = gin->plan->query;

	for (uint32 i = 0; i < query->n_nodes; i++)
	{
		const QueryNode *n = &query->nodes[i];
		int			kinds = 0;
		int			operands = 0;
		int			speakers = 0;
		GinTerm    *kind = NULL;
		uint8		quoted = 0;

		if (n->op != QUERY_AND)
			continue;
		for (uint32 o = i + 1; o < i + n->size; o += query->nodes[o].size)
		{
			int			t = query->nodes[o].op == QUERY_TERM ? (int) gin->plan->term_of[o] : -1;

			operands++;
			if (t >= 0 && gin->plan->terms[t].field == FIELD_KIND)
			{
				kinds++;
				quoted = gin->plan->terms[t].kind;
				kind = &gin->terms[t];
			}
			else if (t >= 0 && gin->plan->terms[t].field == FIELD_SPEAKER)
				speakers++;
		}
		if (kinds != 1 || speakers == 0)
			continue;
		kind->implied = true;
		for (uint32 o = i + 1; o < i + n->size; o += query->nodes[o].size)
			if (query->nodes[o].op == QUERY_TERM &&
				gin->plan->terms[gin->plan->term_of[o]].field == FIELD_SPEAKER)
				gin->terms[gin->plan->term_of[o]].quoted = quoted;
		gin->pair[i] = operands == 2;
	}
}

/* find_shape tells whether a query has one of the frequent forms, and is exact. */
static void
find_shape(GinQueryPlan *gin)
{
	const NewsQuery *query = gin->plan->query;
	bool		all = query->n_nodes > 0 && query->nodes[0].op == QUERY_AND;

	gin->certain = gin->target == TARGET_ENTITIES || !all || gin->pair[0];
	gin->shape = all ? SHAPE_ALL : SHAPE_ANY;
	for (uint32 i = 0; i < query->n_nodes; i++)
		if (query->nodes[i].op != QUERY_TERM && (i > 0 || query->nodes[i].op == QUERY_NOT))
			gin->compound = true;
	if (gin->compound)
		gin->shape = SHAPE_OTHER;
	for (int w = 0; w < gin->n_ways; w++)
	{
		if (gin->ways[w].n != 1)
			gin->shape = SHAPE_OTHER;
		if (!gin->ways[w].exact)
		{
			gin->certain = false;
			if (gin->n_ways > 1)
				gin->shape = SHAPE_OTHER;	/* others may be */
		}
	}
}

/*
 * gin_query_plan puts a query in terms of the keys of the index, or of the
 * statistics; allocated in the current memory context.
 */
GinQueryPlan *
gin_query_plan(const NewsQuery *query, QueryTarget target, KeyFormat format)
{
	GinQueryPlan *gin = palloc0(sizeof(GinQueryPlan));

	gin->plan = query_plan(query, target, CurrentMemoryContext);
	gin->target = target;
	gin->format = format;
	gin->terms = palloc0((gin->plan->n_terms + 1) * sizeof(GinTerm));
	gin->pair = palloc0((query->n_nodes + 1) * sizeof(bool));
	if (target == TARGET_QUOTES && format == KEYS_0_2)
		pair_speakers(gin);
	for (int i = 0; i < gin->plan->n_terms; i++)
	{
		const MatchTerm *t = &gin->plan->terms[i];

		gin->terms[i].first = gin->n_ways;
		if (gin->terms[i].implied)
			continue;
		if (target == TARGET_ENTITIES)
			entity_term_ways(gin, t);
		else
			quote_term_ways(gin, t, &gin->terms[i]);
		gin->terms[i].n = gin->n_ways - gin->terms[i].first;
	}
	find_shape(gin);
	return gin;
}

/* gin_term_check tells whether a row with these entries meets a term. */
GinTernaryValue
gin_term_check(const GinQueryPlan *gin, const GinTernaryValue *check, uint32 number)
{
	const GinTerm *term = &gin->terms[number];
	GinTernaryValue result = GIN_FALSE;

	if (term->implied)
		return GIN_TRUE;
	for (int w = term->first; w < term->first + term->n; w++)
	{
		const GinWay *way = &gin->ways[w];
		GinTernaryValue one = way->exact ? GIN_TRUE : GIN_MAYBE;

		for (int e = way->first; e < way->first + way->n; e++)
		{
			if (check[e] == GIN_FALSE)
			{
				one = GIN_FALSE;
				break;
			}
			if (check[e] == GIN_MAYBE)
				one = GIN_MAYBE;
		}
		if (one == GIN_TRUE)
			return GIN_TRUE;
		if (one == GIN_MAYBE)
			result = GIN_MAYBE;
	}
	return result;
}

/* node_check tells what the entries say of a row; recursion is as deep as a query can be. */
static GinTernaryValue
node_check(const GinQueryPlan *gin, uint32 at)
{
	const NewsQuery *query = gin->plan->query;
	const QueryNode *n = &query->nodes[at];
	bool		quotes = gin->target == TARGET_QUOTES;
	GinTernaryValue result;

	if (n->op == QUERY_TERM)
		return gin_term_check(gin, gin->check, gin->plan->term_of[at]);
	if (n->op == QUERY_NOT)
	{
		result = quotes ? GIN_MAYBE : node_check(gin, at + 1);
		return result == GIN_MAYBE ? GIN_MAYBE : !result;
	}
	result = n->op == QUERY_OR ? GIN_FALSE : quotes && !gin->pair[at] ? GIN_MAYBE : GIN_TRUE;
	for (uint32 o = at + 1; o < at + n->size; o += query->nodes[o].size)
	{
		GinTernaryValue one = node_check(gin, o);

		if (one == (n->op == QUERY_OR ? GIN_TRUE : GIN_FALSE))
			return one;
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

GinTernaryValue
gin_plan_check(GinQueryPlan *gin, const GinTernaryValue *check)
{
	char		result;
	int			n = gin->n_entries;

	/* the server asks this once an entry before it polls */
	if (n > 1000)
		CHECK_FOR_INTERRUPTS();
	if (gin->target == TARGET_QUOTES && gin->n_every > 0 &&
		any_of(check, gin->n_asked, gin->n_asked + gin->n_every) == GIN_FALSE)
		return GIN_FALSE;		/* no quote, hence none that does without */
	if (gin->every_row)
		return GIN_MAYBE;
	if (gin->n_clauses > 0)
		return gin_cover_check(gin, check);
	switch (gin->shape)
	{
		case SHAPE_ANY:
			result = n < 32 ? any_of(check, 0, n) :
				memchr(check, GIN_TRUE, n) ? GIN_TRUE :
				memchr(check, GIN_MAYBE, n) ? GIN_MAYBE : GIN_FALSE;
			return result == GIN_TRUE && !gin->certain ? GIN_MAYBE : result;
		case SHAPE_ALL:
			/* a way is an entry, so that numbers of ways are numbers of entries */
			result = gin->certain ? GIN_TRUE : GIN_MAYBE;
			for (int t = 0; t < gin->plan->n_terms && result != GIN_FALSE; t++)
			{
				char		one = gin->terms[t].implied ? GIN_TRUE :
					any_of(check, gin->terms[t].first, gin->terms[t].first + gin->terms[t].n);

				if (one != GIN_TRUE)
					result = one;
			}
			return result;
		case SHAPE_OTHER:
			break;
	}
	if (gin->plan->query->n_nodes == 0)
		return GIN_FALSE;
	if (n > GIN_STATE_ENTRIES)
		return gin_state_check(gin, check);
	gin->check = check;
	return node_check(gin, 0);
}

GinTernaryValue
gin_query_check(Pointer *extra, const GinTernaryValue *check)
{
	return gin_plan_check(((GinEntry *) extra[0])->gin, check);
}
