/*
 * query_parse.c -- the text form of news_query, read and printed.
 *
 *     query := and { "|" and }
 *     and   := not { "&" not }
 *     not   := "!" not | "(" query ")" | term
 *     term  := [ field ":" ] [ kind ":" ] words [ "*" ]
 *           |  "kind:" quote kind
 *
 * words is a run of letters, digits and bytes outside ASCII and of -._@#/, or
 * anything between single quotes, in which '' is a quote and \ keeps the next
 * character; \ does so outside quotes too.  field and kind are names, never
 * quoted, in any case: speaker about said cue kind stance; person norp fac org
 * gpe loc product event work_of_art law language.  "*" lets the last word go
 * on.  A term without a letter or digit is left out, as tsquery leaves out
 * stop words; what remains of its operators goes with it.
 *
 *     putin & gpe:ukraine & !org:nato
 *     speaker:person:'o''neill' & (crimea | said:ceasefire*)
 *
 * Printing puts quotes where they are needed and no more parentheses than
 * that, so that reading what was printed gives the same value.
 */
#include "query.h"

#include "mb/pg_wchar.h"

#include "kind.h"
#include "query_word.h"

static const char *const field_names[] = {
	NULL, "speaker", "about", "said", "cue", "kind", "stance"
};

const char *
query_field_name(int field)
{
	return field > 0 && field <= QUERY_FIELD_MAX ? field_names[field] : NULL;
}

/* query_field_number returns the number of a field's name in any case, 0: none. */
int
query_field_number(const char *name, int len)
{
	for (int f = 1; f <= QUERY_FIELD_MAX; f++)
		if ((int) strlen(field_names[f]) == len && pg_strncasecmp(field_names[f], name, len) == 0)
			return f;
	return 0;
}

typedef struct Parser
{
	const char *text;			/* whole */
	const char *at;
	const char *end;
	int			depth;			/* open parentheses */
	bool		failed;			/* a soft error was reported */
	struct Node *escontext;
} Parser;

/*
 * syntax_error reports a fault at a place of the query, and returns NULL when
 * the error is soft.  The message tells the character, counted from 1, and
 * what stands there; a client that can point gets the query and the position
 * too.
 */
static void *
syntax_error(Parser *p, const char *at, const char *detail)
{
	int			position = pg_mbstrlen_with_len(p->text, at - p->text) + 1;
	int			shown = pg_mbcharcliplen(at, p->end - at, 12);

	p->failed = true;
	if (at >= p->end)
		ereturn(p->escontext, NULL,
				(errcode(ERRCODE_SYNTAX_ERROR),
				 errmsg("syntax error in news_query at end of input"),
				 errdetail("At character %d: %s", position, detail),
				 p->end - p->text <= 1000 ? internalerrquery(p->text) : 0,
				 p->end - p->text <= 1000 ? internalerrposition(position) : 0));
	ereturn(p->escontext, NULL,
			(errcode(ERRCODE_SYNTAX_ERROR),
			 errmsg("syntax error in news_query at or near \"%.*s\"", shown, at),
			 errdetail("At character %d: %s", position, detail),
			 p->end - p->text <= 1000 ? internalerrquery(p->text) : 0,
			 p->end - p->text <= 1000 ? internalerrposition(position) : 0));
}

static inline bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* is_bare: a byte that needs no quotes. */
static inline bool
is_bare(char c)
{
	return IS_HIGHBIT_SET(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		(c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == '@' || c == '#' ||
		c == '/';
}

static void
skip_space(Parser *p)
{
	while (p->at < p->end && is_space(*p->at))
		p->at++;
}

static bool
has_words(const char *text, int len)
{
	WordScan	scan;

	word_scan(&scan, text, len);
	return word_next(&scan);
}

/* read_words reads the words of a term, quoted or not; false: none are there. */
static bool
read_words(Parser *p, char **text, int *len)
{
	const char *start = p->at;
	char	   *out;
	int			n = 0;
	bool		quoted = p->at < p->end && *p->at == '\'';

	if (quoted)
		p->at++;
	else if (p->at >= p->end || !(is_bare(*p->at) || *p->at == '\\'))
		return false;

	out = palloc(QUERY_TERM_MAX + 1);
	for (;;)
	{
		int			width;

		if (p->at >= p->end)
		{
			if (quoted)
			{
				syntax_error(p, start, "This quotation mark is not closed.");
				return false;
			}
			break;
		}
		if (*p->at == '\\')
		{
			p->at++;
			if (p->at >= p->end)
			{
				syntax_error(p, p->at - 1, "A character has to follow a backslash.");
				return false;
			}
		}
		else if (quoted && *p->at == '\'')
		{
			p->at++;
			if (p->at >= p->end || *p->at != '\'')
				break;
		}
		else if (!quoted && !is_bare(*p->at))
			break;

		width = Min(pg_mblen(p->at), p->end - p->at);
		if (n + width > QUERY_TERM_MAX)
		{
			p->failed = true;
			ereturn(p->escontext, false,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("term of news_query is too long"),
					 errdetail("At character %d begins a term of more than %d bytes.",
							   pg_mbstrlen_with_len(p->text, start - p->text) + 1,
							   QUERY_TERM_MAX)));
		}
		memcpy(out + n, p->at, width);
		n += width;
		p->at += width;
	}
	out[n] = '\0';
	*text = out;
	*len = n;
	return true;
}

/* The last word of a prefix must fit what words keep. */
static bool
prefix_too_long(const char *text, int len)
{
	WordScan	scan;
	int			last = 0;

	word_scan(&scan, text, len);
	while (word_next(&scan))
		last = scan.len;
	return last > WORD_HEAD;
}

static QueryTree *
read_term(Parser *p)
{
	QueryField	field = FIELD_ANY;
	int			kind = 0;
	char	   *text;
	int			len;
	const char *start;
	bool		prefix = false;

	for (;;)
	{
		start = p->at;
		if (!read_words(p, &text, &len))
			return p->failed ? NULL :
				syntax_error(p, p->at, "Expected a term, \"!\" or \"(\".");
		if (p->at >= p->end || *p->at != ':')
			break;
		/* what stands before a colon is a field or a kind */
		if (*start != '\'' && field == FIELD_ANY && kind == 0 &&
			query_field_number(text, len) != 0)
			field = query_field_number(text, len);
		else if (*start != '\'' && kind == 0 &&
				 (field == FIELD_ANY || field == FIELD_SPEAKER || field == FIELD_ABOUT))
		{
			char	   *lower = pstrdup(text);

			for (char *c = lower; *c; c++)
				*c = pg_ascii_tolower(*c);
			kind = entity_kind_number(lower, len);
			if (kind == 0)
				return syntax_error(p, start,
									"Before a colon stands a field (speaker, about, said, cue, kind, stance) or an entity kind (person, org, gpe, ...). A name that holds a colon goes into single quotes.");
		}
		else
			return syntax_error(p, start,
								"Expected the words of a term. A name that holds a colon goes into single quotes.");
		p->at++;
		skip_space(p);
	}

	if (p->at < p->end && *p->at == '*')
	{
		prefix = true;
		p->at++;
	}
	if (field == FIELD_KIND)
	{
		for (char *c = text; *c; c++)
			*c = pg_ascii_tolower(*c);
		kind = quote_kind_number(text, len);
		if (kind == 0 || prefix)
			return syntax_error(p, start, "The kind of a quote is direct, mixed or indirect.");
		len = 0;
	}
	else if (!has_words(text, len))
	{
		if (prefix)
			return syntax_error(p, start, "A prefix needs a letter or digit before the \"*\".");
		return NULL;
	}
	else if (prefix && prefix_too_long(text, len))
		return syntax_error(p, start, "The prefix is too long.");
	return query_tree_term(field, kind, text, len, prefix);
}

static QueryTree *read_or(Parser *p);

static QueryTree *
read_not(Parser *p)
{
	bool		negated = false;
	QueryTree  *tree;

	skip_space(p);
	while (p->at < p->end && *p->at == '!')
	{
		negated = !negated;
		p->at++;
		skip_space(p);
	}
	if (p->at < p->end && *p->at == '(')
	{
		const char *open = p->at;

		if (++p->depth > QUERY_MAX_DEPTH)
		{
			p->failed = true;
			ereturn(p->escontext, NULL,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("news_query is nested too deeply"),
					 errdetail("At character %d more than %d parentheses are open.",
							   pg_mbstrlen_with_len(p->text, p->at - p->text) + 1,
							   QUERY_MAX_DEPTH)));
		}
		p->at++;
		tree = read_or(p);
		if (p->failed)
			return NULL;
		if (p->at >= p->end)
			return syntax_error(p, open, "This parenthesis is not closed.");
		if (*p->at != ')')
			return syntax_error(p, p->at, "Expected \"&\", \"|\" or \")\".");
		p->at++;
		p->depth--;
	}
	else
		tree = read_term(p);
	skip_space(p);
	return negated ? query_tree_not(tree) : tree;
}

static QueryTree *
read_and(Parser *p)
{
	QueryTree  *tree = read_not(p);

	while (!p->failed && p->at < p->end && *p->at == '&')
	{
		p->at++;
		tree = query_tree_join(QUERY_AND, tree, read_not(p));
	}
	return tree;
}

static QueryTree *
read_or(Parser *p)
{
	QueryTree  *tree = read_and(p);

	while (!p->failed && p->at < p->end && *p->at == '|')
	{
		p->at++;
		tree = query_tree_join(QUERY_OR, tree, read_and(p));
	}
	return tree;
}

/*
 * query_parse reads the text form; false after a soft error.  A text of white
 * space is the empty query.
 */
bool
query_parse(const char *text, QueryTree **tree, struct Node *escontext)
{
	Parser		p = {.text = text, .at = text, .end = text + strlen(text), .escontext = escontext};

	*tree = NULL;
	skip_space(&p);
	if (p.at >= p.end)
		return true;
	*tree = read_or(&p);
	if (!p.failed && p.at < p.end)
		syntax_error(&p, p.at, *p.at == ')' ?
					 "This parenthesis was never opened." :
					 "Expected \"&\" or \"|\". Several words of one name go into single quotes.");
	return !p.failed;
}

/*
 * query_parse_plain makes a query of what a reader types into a box: all the
 * words must occur, and those between double quotes as one name; other names
 * that the lexicon knows will do as well.  Words of grammar are left out when
 * anything else is there.  Nothing is an error; what goes beyond the caps is
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

		while (at < end && is_space(*at))
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
			while (at < end && !is_space(*at) && (*at != '"' || at == start))
				at += Min(pg_mblen(at), end - at);
			stop = at;
		}
		/* punctuation around it is no part of a name; a full stop may be */
		while (start < stop && !is_bare(*start))
			start++;
		while (start < stop && !is_bare(stop[-1]))
			stop--;
		if (stop - start > QUERY_TERM_MAX)
			stop = start + pg_mbcliplen(start, stop - start, QUERY_TERM_MAX);
		if (has_words(start, stop - start))
		{
			QueryTree  *term = query_tree_term(FIELD_ANY, 0, start, stop - start, false);

			if (!quoted && query_function_word(start, stop - start))
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

	for (uint32 i = 0; i < n->len && bare; i++)
		bare = is_bare(text[i]);
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
