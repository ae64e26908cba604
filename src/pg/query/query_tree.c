/*
 * query_tree.c -- news_query as a tree while it is built, and as the flat
 * value that is stored.
 */
#include "query/query.h"

#include "access/gin.h"

QueryTree *
query_tree_term(QueryField field, int kind, const char *text, int len, bool prefix)
{
	QueryTree  *tree = palloc0(sizeof(QueryTree));

	tree->op = QUERY_TERM;
	tree->field = field;
	tree->kind = kind;
	tree->prefix = prefix;
	tree->text = text;
	tree->len = len;
	return tree;
}

static void
add_operand(QueryTree *tree, QueryTree *operand)
{
	if (operand->op == tree->op)
	{
		/* its operands become ours */
		if (tree->last)
			tree->last->next = operand->first;
		else
			tree->first = operand->first;
		tree->last = operand->last;
		return;
	}
	if (tree->last)
		tree->last->next = operand;
	else
		tree->first = operand;
	tree->last = operand;
	operand->next = NULL;
}

/*
 * query_tree_join joins two trees by QUERY_AND or QUERY_OR; both are used up.
 * An empty one is left out, as tsquery leaves out stop words.
 */
QueryTree *
query_tree_join(QueryOp op, QueryTree *a, QueryTree *b)
{
	QueryTree  *tree;

	if (a == NULL || b == NULL)
		return a ? a : b;
	if (a->op == op)
		tree = a;
	else
	{
		tree = palloc0(sizeof(QueryTree));
		tree->op = op;
		add_operand(tree, a);
	}
	add_operand(tree, b);
	return tree;
}

QueryTree *
query_tree_not(QueryTree *a)
{
	QueryTree  *tree;

	if (a == NULL)
		return NULL;
	if (a->op == QUERY_NOT)
		return a->first;
	tree = palloc0(sizeof(QueryTree));
	tree->op = QUERY_NOT;
	add_operand(tree, a);
	return tree;
}

typedef struct QuerySize
{
	uint32		nodes;
	uint32		terms;
	Size		bytes;
	int			depth;
} QuerySize;

static void
measure(const QueryTree *tree, int depth, QuerySize *size)
{
	size->nodes++;
	size->depth = Max(size->depth, depth);
	if (depth > QUERY_MAX_DEPTH)
		return;
	if (tree->op == QUERY_TERM)
	{
		size->terms++;
		size->bytes += tree->len;
	}
	for (const QueryTree *o = tree->first; o; o = o->next)
		measure(o, depth + 1, size);
}

static void
flatten(const QueryTree *tree, NewsQuery *query, char *bytes, uint32 *node, uint32 *used)
{
	QueryNode  *n = &query->nodes[(*node)++];

	n->op = tree->op;
	if (tree->op == QUERY_TERM)
	{
		n->field = tree->field;
		n->kind = tree->kind;
		n->prefix = tree->prefix;
		n->text = *used;
		n->len = tree->len;
		if (tree->len > 0)
			memcpy(bytes + *used, tree->text, tree->len);
		*used += tree->len;
	}
	for (const QueryTree *o = tree->first; o; o = o->next)
		flatten(o, query, bytes, node, used);
	n->size = &query->nodes[*node] - n;
}

/* query_pack returns the tree as a value; NULL after a soft error. */
NewsQuery *
query_pack(QueryTree *tree, struct Node *escontext)
{
	QuerySize	size = {0};
	Size		total;
	NewsQuery  *query;
	uint32		node = 0;
	uint32		used = 0;

	if (tree)
		measure(tree, 0, &size);
	if (size.depth > QUERY_MAX_DEPTH)
		ereturn(escontext, NULL,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("news_query is nested too deeply"),
				 errdetail("The limit is %d levels.", QUERY_MAX_DEPTH)));
	if (size.terms > QUERY_MAX_TERMS)
		ereturn(escontext, NULL,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("news_query has too many terms"),
				 errdetail("It has %u terms, the limit is %d.", size.terms, QUERY_MAX_TERMS)));

	total = offsetof(NewsQuery, nodes) + size.nodes * sizeof(QueryNode) + size.bytes;
	query = palloc0(total);
	SET_VARSIZE(query, total);
	query->version = NEWS_QUERY_VERSION;
	query->n_nodes = size.nodes;
	if (tree)
		flatten(tree, query, (char *) QUERY_BYTES(query), &node, &used);
	return query;
}

static QueryTree *
unflatten(const NewsQuery *query, uint32 at)
{
	const QueryNode *n = &query->nodes[at];
	QueryTree  *tree = palloc0(sizeof(QueryTree));

	tree->op = n->op;
	tree->field = n->field;
	tree->kind = n->kind;
	tree->prefix = n->prefix;
	tree->text = QUERY_BYTES(query) + n->text;
	tree->len = n->len;
	for (uint32 o = at + 1; o < at + n->size; o += query->nodes[o].size)
		add_operand(tree, unflatten(query, o));
	return tree;
}

/* query_unpack returns a tree whose texts point into the value. */
QueryTree *
query_unpack(const NewsQuery *query)
{
	return query->n_nodes > 0 ? unflatten(query, 0) : NULL;
}

static char
eval(const NewsQuery *query, uint32 at, QueryTermFn term, void *arg)
{
	const QueryNode *n = &query->nodes[at];
	char		result;

	switch ((QueryOp) n->op)
	{
		case QUERY_TERM:
			return term(arg, at);
		case QUERY_NOT:
			result = eval(query, at + 1, term, arg);
			return result == GIN_MAYBE ? GIN_MAYBE : !result;
		case QUERY_AND:
			result = GIN_TRUE;
			for (uint32 o = at + 1; o < at + n->size; o += query->nodes[o].size)
			{
				char		one = eval(query, o, term, arg);

				if (one == GIN_FALSE)
					return GIN_FALSE;
				if (one == GIN_MAYBE)
					result = GIN_MAYBE;
			}
			return result;
		case QUERY_OR:
			result = GIN_FALSE;
			for (uint32 o = at + 1; o < at + n->size; o += query->nodes[o].size)
			{
				char		one = eval(query, o, term, arg);

				if (one == GIN_TRUE)
					return GIN_TRUE;
				if (one == GIN_MAYBE)
					result = GIN_MAYBE;
			}
			return result;
	}
	elog(ERROR, "news_query holds a node of unknown kind %d", n->op);
}

/*
 * query_eval tells whether the query is true: GIN_TRUE, GIN_FALSE, or
 * GIN_MAYBE where terms are.  The empty query is false.  term() gets the
 * number of the term's node.
 */
char
query_eval(const NewsQuery *query, QueryTermFn term, void *arg)
{
	return query->n_nodes > 0 ? eval(query, 0, term, arg) : GIN_FALSE;
}
