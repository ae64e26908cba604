/*
 * query_plain.c -- a query of what a reader types into a box: news_plain_query().
 *
 *     the "george bush" library    'george bush' & library
 */
#include "query/query.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"

#include "query/query_word.h"
#include "type/value.h"

/*
 * query_parse_plain makes a query of what a reader types into a box: all the
 * words must occur, and those between double quotes as one name; other names
 * that the lexicon knows will do as well.  Words of grammar and of questions are
 * left out when anything else is there.  Nothing is an error; what goes beyond the caps is
 * left out.
 */
QueryTree *
query_parse_plain(const char *text, int len)
{
	const char *at = text;
	const char *end = text + len;
	QueryTree  *tree = NULL;
	QueryTree  *grammar = NULL;
	int			terms = 0;

	while (at < end && terms < QUERY_MAX_TERMS)
	{
		const char *start;
		const char *stop;
		bool		quoted = false;

		CHECK_FOR_INTERRUPTS();
		while (at < end && ascii_is_space(*at))
			at++;
		if (at >= end)
			break;
		if (*at == '"' && memchr(at + 1, '"', end - at - 1) != NULL)
		{
			start = at + 1;
			stop = memchr(start, '"', end - start);
			at = stop + 1;
			quoted = true;
		}
		else
		{
			start = at;
			while (at < end && !ascii_is_space(*at) && (*at != '"' || at == start))
				at += Min(pg_mblen(at), end - at);
			stop = at;
		}
		/* punctuation around it is no part of a name; a full stop may be */
		while (start < stop && !query_is_bare(*start))
			start++;
		while (start < stop && !query_is_bare(stop[-1]))
			stop--;
		if (stop - start > QUERY_TERM_MAX)
			stop = start + pg_mbcliplen(start, stop - start, QUERY_TERM_MAX);
		if (word_any(start, stop - start))
		{
			QueryTree  *term = query_tree_term(FIELD_ANY, 0, start, stop - start, false);

			if (!quoted && query_function_word(start, stop - start, terms == 0))
				grammar = query_tree_join(QUERY_AND, grammar, term);
			else
				tree = query_tree_join(QUERY_AND, tree, term);
			terms++;
		}
	}
	if (tree == NULL)
		tree = grammar;
	return terms <= QUERY_MAX_TERMS / (QUERY_ALIASES_MAX + 1) ? query_expand(tree) : tree;
}
