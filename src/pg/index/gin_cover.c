/*
 * gin_cover.c -- what a query of very many entries asks of the index: less, so
 * that it costs no more than looking at every row.
 *
 * The server spends time on each entry for each row that it comes to (gin_query.h),
 * so that many entries cost more than to ask the row itself.  So of a large
 * query only entries are asked for that a matching row cannot do without, and
 * the row is looked at again:
 *
 *     putin & (a | b | c ...)             putin
 *     (a | b) & (c | d) & ...             some of the operands, the smallest first
 *     (a & b) | (c & d) | ...             a | c | ...
 *     !a & ...                            nothing: every row is looked at
 *
 * What remains may still be thousands of words of which one must be there.  They
 * become one entry for each kind of key, a group: the server goes over the keys
 * of that kind once, gin_group_takes() looking each up among the words, and
 * has the rows of all that are.
 */
#include "index/gin_query.h"

#include "miscadmin.h"

#define COVER_APART 32			/* entries of a clause that are asked for one by one */
#define COVER_NONE (-1)			/* a row can do without all of them */

typedef struct GroupWord
{
	NewsBytes	key;
	bool		prefix;			/* and what begins so */
} GroupWord;

struct GinGroup
{
	int			n;
	GroupWord	words[FLEXIBLE_ARRAY_MEMBER];	/* in the order of keys; none begins like one before that is a prefix */
};

static NewsBytes
key_bytes(Datum key)
{
	return (NewsBytes) {VARDATA_ANY(DatumGetPointer(key)), VARSIZE_ANY_EXHDR(DatumGetPointer(key))};
}

/* term_cover counts the ways of a term, one entry each, that a row must have one of. */
static int
term_cover(const GinQueryPlan *gin, uint32 node)
{
	const GinTerm *term = &gin->terms[gin->plan->term_of[node]];

	if (term->implied)
		return COVER_NONE;
	for (int w = term->first; w < term->first + term->n; w++)
		if (gin->ways[w].n == 0)
			return COVER_NONE;
	return term->n;
}

/* node_cover counts the entries of which a row that meets a node has one. */
static int
node_cover(const GinQueryPlan *gin, uint32 at)
{
	const QueryNode *nodes = gin->plan->query->nodes;
	int			all = nodes[at].op == QUERY_AND ? COVER_NONE : 0;

	if (nodes[at].op == QUERY_TERM)
		return term_cover(gin, at);
	if (nodes[at].op == QUERY_NOT)
		return COVER_NONE;
	for (uint32 o = at + 1; o < at + nodes[at].size; o += nodes[o].size)
	{
		int			one = node_cover(gin, o);

		if (nodes[at].op == QUERY_OR && one == COVER_NONE)
			return COVER_NONE;
		if (nodes[at].op == QUERY_OR)
			all += one;
		else if (one != COVER_NONE && (all == COVER_NONE || one < all))
			all = one;
	}
	return all;
}

/* longest_of returns the entry of a way that is likely the rarest. */
static const GinEntry *
longest_of(const GinQueryPlan *gin, const GinWay *way)
{
	const GinEntry *best = &gin->entries[way->first];

	for (int e = way->first + 1; e < way->first + way->n; e++)
		if (key_bytes(gin->entries[e].key).len > key_bytes(best->key).len)
			best = &gin->entries[e];
	return best;
}

/* collect adds the entries that node_cover counts. */
static void
collect(const GinQueryPlan *gin, uint32 at, const GinEntry **out, int *n)
{
	const QueryNode *nodes = gin->plan->query->nodes;
	uint32		smallest = 0;
	int			least = 0;

	if (nodes[at].op == QUERY_TERM)
	{
		const GinTerm *term = &gin->terms[gin->plan->term_of[at]];

		for (int w = term->first; w < term->first + term->n; w++)
			out[(*n)++] = longest_of(gin, &gin->ways[w]);
		return;
	}
	for (uint32 o = at + 1; o < at + nodes[at].size; o += nodes[o].size)
	{
		int			one;

		if (nodes[at].op == QUERY_OR)
		{
			collect(gin, o, out, n);
			continue;
		}
		one = node_cover(gin, o);
		if (one != COVER_NONE && (smallest == 0 || one < least))
		{
			smallest = o;
			least = one;
		}
	}
	if (smallest != 0)
		collect(gin, smallest, out, n);
}

static int
compare_words(const void *a, const void *b)
{
	const GroupWord *x = a;
	const GroupWord *y = b;

	return news_bytes_compare(x->key, y->key);
}

static bool
begins_like(NewsBytes key, NewsBytes prefix)
{
	return key.len >= prefix.len && memcmp(key.at, prefix.at, prefix.len) == 0;
}

/* add_group makes one entry of words of one kind of key. */
static void
add_group(GinQueryPlan *gin, const GinEntry **from, int n)
{
	struct GinGroup *group = palloc(offsetof(struct GinGroup, words) + n * sizeof(GroupWord));
	GinEntry   *entry = &gin->cover[gin->n_cover++];
	bytea	   *first;

	for (int i = 0; i < n; i++)
		group->words[i] = (GroupWord) {key_bytes(from[i]->key), from[i]->scan == SCAN_PREFIX};
	qsort(group->words, n, sizeof(GroupWord), compare_words);
	group->n = 0;
	for (int i = 0; i < n; i++)
	{
		GroupWord  *last = group->n > 0 ? &group->words[group->n - 1] : NULL;

		if (last != NULL && last->prefix && begins_like(group->words[i].key, last->key))
			continue;
		if (last != NULL && news_bytes_compare(last->key, group->words[i].key) == 0)
			last->prefix |= group->words[i].prefix;
		else
			group->words[group->n++] = group->words[i];
	}
	first = palloc(VARHDRSZ + group->words[0].key.len);
	SET_VARSIZE(first, VARHDRSZ + group->words[0].key.len);
	memcpy(VARDATA(first), group->words[0].key.at, group->words[0].key.len);
	*entry = (GinEntry) {.gin = gin, .key = PointerGetDatum(first), .scan = SCAN_GROUP, .group = group};
}

static int
compare_leads(const void *a, const void *b)
{
	const GinEntry *x = *(GinEntry *const *) a;
	const GinEntry *y = *(GinEntry *const *) b;
	bool		alone_x = x->scan != SCAN_KEY && x->scan != SCAN_PREFIX;
	bool		alone_y = y->scan != SCAN_KEY && y->scan != SCAN_PREFIX;

	if (alone_x != alone_y)
		return alone_x - alone_y;
	return (unsigned char) *key_bytes(x->key).at - (unsigned char) *key_bytes(y->key).at;
}

/* add_clause adds what a row must have one of; false: too many that cannot be grouped. */
static bool
add_clause(GinQueryPlan *gin, const GinEntry **from, int n)
{
	int			at = 0;

	if (n > COVER_APART)
	{
		qsort(from, n, sizeof(*from), compare_leads);
		while (at < n && (from[at]->scan == SCAN_KEY || from[at]->scan == SCAN_PREFIX))
		{
			int			first = at;

			while (at < n && compare_leads(&from[first], &from[at]) == 0)
				at++;
			add_group(gin, from + first, at - first);
		}
	}
	if (gin->n_cover + n - at > GIN_ENTRIES_MAX)
		return false;
	while (at < n)
		gin->cover[gin->n_cover++] = *from[at++];
	gin->clause_end[gin->n_clauses++] = gin->n_cover;
	return true;
}

typedef struct Operand
{
	uint32		node;
	int			entries;
} Operand;

static int
compare_operands(const void *a, const void *b)
{
	const Operand *x = a;
	const Operand *y = b;

	return x->entries != y->entries ? x->entries - y->entries : x->node < y->node ? -1 : 1;
}

/* gin_cover chooses what to ask for of a large query; false: nothing, every row is looked at. */
bool
gin_cover(GinQueryPlan *gin)
{
	const QueryNode *nodes = gin->plan->query->nodes;
	const GinEntry **from = palloc((gin->n_ways + 1) * sizeof(*from));
	Operand    *operands = palloc(gin->plan->query->n_nodes * sizeof(Operand));
	int			n = 0;

	CHECK_FOR_INTERRUPTS();
	if (nodes[0].op != QUERY_AND)
		operands[n++] = (Operand) {0, node_cover(gin, 0)};
	else
		for (uint32 o = 1; o < nodes[0].size; o += nodes[o].size)
			operands[n++] = (Operand) {o, node_cover(gin, o)};
	qsort(operands, n, sizeof(Operand), compare_operands);
	gin->cover = palloc((GIN_ENTRIES_MAX + UCHAR_MAX + 1) * sizeof(GinEntry));
	gin->clause_end = palloc((GIN_ENTRIES_MAX + 1) * sizeof(int));
	for (int i = 0; i < n; i++)
	{
		int			entries = 0;

		if (operands[i].entries == COVER_NONE)
			continue;
		if (gin->n_clauses > 0 && gin->n_cover + operands[i].entries > COVER_APART)
			break;
		collect(gin, operands[i].node, from, &entries);
		if (!add_clause(gin, from, entries) || entries == 0)
			break;
	}
	return gin->n_clauses > 0;
}

GinTernaryValue
gin_cover_check(const GinQueryPlan *gin, const GinTernaryValue *check)
{
	int			at = 0;

	/* of terms joined by | all are asked for, and may say it all */
	if (gin->shape == SHAPE_ANY && gin->certain && memchr(check, GIN_TRUE, gin->n_cover) != NULL)
		return GIN_TRUE;
	for (int c = 0; c < gin->n_clauses; c++)
	{
		bool		any = false;

		for (; at < gin->clause_end[c]; at++)
			any |= check[at] != GIN_FALSE;
		if (!any)
			return GIN_FALSE;
	}
	return GIN_MAYBE;
}

int
gin_group_takes(const struct GinGroup *group, NewsBytes key)
{
	int			low = 0;
	int			high = group->n;
	const GroupWord *word = &group->words[high - 1];

	/* keys come in order: one after the last that does not begin so ends the scan */
	if (news_bytes_compare(key, word->key) > 0 && !begins_like(key, word->key))
		return 1;
	while (low < high)
	{
		int			middle = low + (high - low) / 2;

		if (news_bytes_compare(group->words[middle].key, key) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return -1;
	word = &group->words[low - 1];
	return begins_like(key, word->key) && (word->prefix || key.len == word->key.len) ? 0 : -1;
}
