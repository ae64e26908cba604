/*
 * query_print.c -- writes the text form of news_query (query_parse.c), with
 * quotes where they are needed and no more parentheses than that, so that
 * reading what was printed gives the same value.
 */
#include "query/query.h"

#include "mb/pg_wchar.h"

#include "base/kind.h"

static void
print_term(StringInfo out, const NewsQuery *query, const QueryNode *n)
{
	const char *text = QUERY_BYTES(query) + n->text;
	bool		bare = n->len > 0;

	if (n->field != FIELD_ANY)
		appendStringInfo(out, "%s:", query_field_name(n->field));
	if (n->field == FIELD_KIND)
	{
		appendStringInfoString(out, quote_kind_name(n->kind));
		return;
	}
	if (n->kind != 0)
		appendStringInfo(out, "%s:", entity_kind_name(n->kind));

	if (n->len == 0)
	{
		appendStringInfoChar(out, '*');
		return;
	}
	for (uint32 i = 0; i < n->len && bare; i++)
		bare = query_is_bare(text[i]);
	if (bare)
		appendBinaryStringInfo(out, text, n->len);
	else
	{
		appendStringInfoChar(out, '\'');
		for (uint32 i = 0; i < n->len;)
		{
			int			width = Min(pg_mblen(text + i), n->len - i);

			if (text[i] == '\'' || text[i] == '\\')
				appendStringInfoChar(out, text[i]);
			appendBinaryStringInfo(out, text + i, width);
			i += width;
		}
		appendStringInfoChar(out, '\'');
	}
	if (n->prefix)
		appendStringInfoChar(out, '*');
}

static void
print(StringInfo out, const NewsQuery *query, uint32 at, QueryOp parent)
{
	const QueryNode *n = &query->nodes[at];
	bool		parens = (n->op == QUERY_OR && (parent == QUERY_AND || parent == QUERY_NOT)) ||
		(n->op == QUERY_AND && parent == QUERY_NOT);

	if (n->op == QUERY_TERM)
	{
		print_term(out, query, n);
		return;
	}
	if (n->op == QUERY_NOT)
		appendStringInfoChar(out, '!');
	if (parens)
		appendStringInfoChar(out, '(');
	for (uint32 o = at + 1; o < at + n->size; o += query->nodes[o].size)
	{
		if (o > at + 1)
			appendStringInfoString(out, n->op == QUERY_AND ? " & " : " | ");
		print(out, query, o, n->op);
	}
	if (parens)
		appendStringInfoChar(out, ')');
}

/* query_print appends the text form. */
void
query_print(StringInfo out, const NewsQuery *query)
{
	if (query->n_nodes > 0)
		print(out, query, 0, QUERY_TERM);
}
