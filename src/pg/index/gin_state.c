/*
 * gin_state.c -- the truth of a large query, kept from one row to the next.
 *
 * The server asks gin_query_check() of every row that has one of the entries,
 * and before the first row once an entry, to learn which of them a row cannot do
 * without.  Evaluating a query of n terms each time costs n steps a row and n^2
 * before the first.  But one call differs from the one before in a few entries
 * only.  So the query's nodes keep their truth, and how many of their operands
 * are true and perhaps true:
 *
 *     putin & (gpe:ukraine | witk*)       AND: 2 operands, 1 true, 1 perhaps
 *
 * An entry that changes changes its term, and what changes a term's truth climbs
 * to the root as far as it changes anything.  What remains to do for every row
 * is to see which entries changed: a comparison of bytes, eight at a time.
 */
#include "index/gin_query.h"

/* A node of the query. */
typedef struct GinNode
{
	uint32		parent;			/* of the root: itself */
	uint32		operands;
	uint32		n_true;			/* operands that are true */
	uint32		n_maybe;
	GinTernaryValue value;
} GinNode;

struct GinState
{
	GinTernaryValue *seen;		/* entries of the call before */
	uint32	   *term;			/* of an entry */
	uint32	   *node;			/* of a term */
	GinNode    *nodes;
};

/* node_value tells what operands make of their node; of quotes they need not meet in one (gin_query.c). */
static GinTernaryValue
node_value(const GinQueryPlan *gin, uint32 at, const GinNode *n)
{
	bool		quotes = gin->target == TARGET_QUOTES;

	switch ((QueryOp) gin->plan->query->nodes[at].op)
	{
		case QUERY_AND:
			return n->n_true + n->n_maybe < n->operands ? GIN_FALSE :
				n->n_maybe > 0 || (quotes && !gin->pair[at]) ? GIN_MAYBE : GIN_TRUE;
		case QUERY_OR:
			return n->n_true > 0 ? GIN_TRUE : n->n_maybe > 0 ? GIN_MAYBE : GIN_FALSE;
		case QUERY_NOT:
			return quotes || n->n_maybe > 0 ? GIN_MAYBE : n->n_true > 0 ? GIN_FALSE : GIN_TRUE;
		case QUERY_TERM:
			break;
	}
	return n->value;
}

/* node_set gives a node its truth, and its parents theirs. */
static void
node_set(const GinQueryPlan *gin, GinNode *nodes, uint32 at, GinTernaryValue value)
{
	while (nodes[at].value != value)
	{
		GinTernaryValue before = nodes[at].value;
		GinNode    *up = &nodes[nodes[at].parent];

		nodes[at].value = value;
		if (nodes[at].parent == at)
			return;
		up->n_true += (value == GIN_TRUE) - (before == GIN_TRUE);
		up->n_maybe += (value == GIN_MAYBE) - (before == GIN_MAYBE);
		at = nodes[at].parent;
		value = node_value(gin, at, up);
	}
}

/* state_create makes the state of a row with no entries. */
static GinState *
state_create(GinQueryPlan *gin)
{
	const NewsQuery *query = gin->plan->query;
	GinState   *state = palloc(sizeof(GinState));

	state->seen = palloc0(gin->n_entries);
	state->term = palloc0(gin->n_entries * sizeof(uint32));
	state->node = palloc0((gin->plan->n_terms + 1) * sizeof(uint32));
	state->nodes = palloc0(query->n_nodes * sizeof(GinNode));
	for (int t = 0; t < gin->plan->n_terms; t++)
		for (int w = gin->terms[t].first; w < gin->terms[t].first + gin->terms[t].n; w++)
			for (int e = gin->ways[w].first; e < gin->ways[w].first + gin->ways[w].n; e++)
				state->term[e] = t;
	for (uint32 i = 0; i < query->n_nodes; i++)
	{
		if (query->nodes[i].op == QUERY_TERM)
			state->node[gin->plan->term_of[i]] = i;
		for (uint32 o = i + 1; o < i + query->nodes[i].size; o += query->nodes[o].size)
		{
			state->nodes[o].parent = i;
			state->nodes[i].operands++;
		}
	}
	/* operands stand behind their node: from the last to the first, each finds those it asks */
	for (uint32 i = query->n_nodes; i-- > 0;)
	{
		GinNode    *n = &state->nodes[i];

		n->value = query->nodes[i].op == QUERY_TERM ? gin_term_check(gin, state->seen, gin->plan->term_of[i]) :
			node_value(gin, i, n);
		if (n->parent != i)
		{
			state->nodes[n->parent].n_true += n->value == GIN_TRUE;
			state->nodes[n->parent].n_maybe += n->value == GIN_MAYBE;
		}
	}
	return state;
}

/* gin_state_check tells whether a row with these entries matches, as node_check of gin_query.c does. */
GinTernaryValue
gin_state_check(GinQueryPlan *gin, const GinTernaryValue *check)
{
	GinState   *state = gin->state;
	int			n = gin->n_entries;

	if (state == NULL)
	{
		MemoryContext old = MemoryContextSwitchTo(GetMemoryChunkContext(gin));

		state = gin->state = state_create(gin);
		MemoryContextSwitchTo(old);
	}
	for (int from = 0; from < n; from += sizeof(uint64))
	{
		int			to = Min(from + (int) sizeof(uint64), n);
		uint64		now = 0;
		uint64		before = 0;

		memcpy(&now, &check[from], to - from);
		memcpy(&before, &state->seen[from], to - from);
		if (now == before)
			continue;
		for (int e = from; e < to; e++)
			if (state->seen[e] != check[e])
			{
				uint32		t = state->term[e];

				state->seen[e] = check[e];
				node_set(gin, state->nodes, state->node[t], gin_term_check(gin, state->seen, t));
			}
	}
	return state->nodes[0].value;
}
