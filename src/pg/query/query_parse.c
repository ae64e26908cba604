/*
 * query_parse.c -- reads the text form of news_query.
 *
 *     query := and { "|" and }
 *     and   := not { "&" not }
 *     not   := "!" not | "(" query ")" | term
 *     term  := [ field ":" ] [ kind ":" ] words [ "*" ]
 *           |  ( field ":" | kind ":" | field ":" kind ":" ) "*"
 *           |  "kind:" quote kind
 *
 * words is a run of letters, digits and bytes outside ASCII and of -._@#/, or
 * anything between single or between double quotes, in which a doubled quote is
 * one and \ keeps the next character; \ does so outside quotes too.  field and
 * kind are names, never quoted, in any case: speaker about said cue kind stance act;
 * person norp fac org gpe loc product event work_of_art law language.  "*" lets
 * the last word go on; alone it is true of whatever is there: speaker:* of a
 * quote that has a speaker.  A term without a letter or digit is left out, as tsquery leaves out
 * stop words; what remains of its operators goes with it.
 *
 *     putin & gpe:ukraine & !org:nato
 *     speaker:person:'o''neill' & (crimea | said:ceasefire*)
 */
#include "query/query.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"

#include "base/kind.h"
#include "know/cue.h"
#include "query/query_word.h"
#include "type/value.h"

static const char *const field_names[] = {
	NULL, "speaker", "about", "said", "cue", "kind", "stance", "act"
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
	for (int f = 1; f <= FIELD_ACT; f++)
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
	int			terms;			/* read, those without a letter or digit included */
	char		words[QUERY_TERM_MAX + 1];	/* of the term being read */
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

static void
skip_space(Parser *p)
{
	while (p->at < p->end && ascii_is_space(*p->at))
		p->at++;
}

/* read_words reads the words of a term, quoted or not; false: none are there. */
static bool
read_words(Parser *p, char **text, int *len)
{
	const char *start = p->at;
	char	   *out = p->words;
	int			n = 0;
	char		mark = p->at < p->end ? *p->at : '\0';
	bool		quoted = mark == '\'' || mark == '"';

	if (quoted)
		p->at++;
	else if (p->at >= p->end || !(query_is_bare(*p->at) || *p->at == '\\'))
		return false;

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
		else if (quoted && *p->at == mark)
		{
			p->at++;
			if (p->at >= p->end || *p->at != mark)
				break;
		}
		else if (!quoted && !query_is_bare(*p->at))
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
	*text = pnstrdup(out, n);
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

/*
 * query_known_stance tells whether cues have a stance of this name or, as a
 * prefix, one that begins so.  If not, *known lists those there are.
 */
bool
query_known_stance(const char *name, int len, bool prefix, const char **known)
{
	StringInfoData out;

	for (int stance = 1; cue_stance_name(stance) != NULL; stance++)
	{
		const char *one = cue_stance_name(stance);

		if ((prefix ? (int) strlen(one) >= len : (int) strlen(one) == len) &&
			pg_strncasecmp(one, name, len) == 0)
			return true;
	}
	initStringInfo(&out);
	for (int stance = 1; cue_stance_name(stance) != NULL; stance++)
		appendStringInfo(&out, "%s%s", stance > 1 ? ", " : "", cue_stance_name(stance));
	*known = out.data;
	return false;
}

/* query_act returns the stances of an act, any of them: act:plan is stance:wanted. */
QueryTree *
query_act(const char *name, int len)
{
	int			act = cue_act_number(name, len);
	QueryTree  *tree = NULL;

	for (int stance = 1; act != ACT_NONE && cue_stance_name(stance) != NULL; stance++)
		if ((int) cue_act(stance) == act)
		{
			const char *one = cue_stance_name(stance);
			QueryTree  *term = query_tree_term(FIELD_STANCE, 0, one, strlen(one), false);

			tree = tree == NULL ? term : query_tree_join(QUERY_OR, tree, term);
		}
	return tree;
}

/* A term as it is read. */
typedef struct Term
{
	const char *start;			/* of its words, or of what stands before a colon */
	QueryField	field;
	int			kind;			/* of an entity, 0: any */
	char	   *text;
	int			len;
	bool		prefix;
} Term;

static void
make_small(char *text)
{
	for (char *c = text; *c; c++)
		*c = pg_ascii_tolower(*c);
}

/* read_value makes the term of what stands after field and kind. */
static QueryTree *
read_value(Parser *p, const Term *t)
{
	const char *known;

	if (t->field == FIELD_KIND)
	{
		int			kind;

		make_small(t->text);
		kind = quote_kind_number(t->text, t->len);
		if (kind == 0 || t->prefix)
			return syntax_error(p, t->start, "The kind of a quote is direct, mixed or indirect.");
		return query_tree_term(t->field, kind, t->text, 0, false);
	}
	if ((int) t->field == FIELD_ACT)
	{
		QueryTree  *tree;

		make_small(t->text);
		tree = t->prefix ? NULL : query_act(t->text, t->len);
		return tree != NULL ? tree : syntax_error(p, t->start, "The act of a quote is speech, writing, thought or plan.");
	}
	if (!word_any(t->text, t->len))
		return t->prefix ? syntax_error(p, t->start, "A prefix needs a letter or digit before the \"*\".") : NULL;
	if (t->prefix && prefix_too_long(t->text, t->len))
		return syntax_error(p, t->start, "The prefix is too long.");
	if (t->field == FIELD_STANCE && !query_known_stance(t->text, t->len, t->prefix, &known))
		return syntax_error(p, t->start, psprintf("The stances are %s.", known));
	return query_tree_term(t->field, t->kind, t->text, t->len, t->prefix);
}

/* read_lead takes what stands before a colon for the field or kind of a term; false: it is none, which has been told. */
static bool
read_lead(Parser *p, Term *t)
{
	bool		bare = *t->start != '\'' && *t->start != '"';
	char	   *lower;

	if (bare && t->field == FIELD_ANY && t->kind == 0 && query_field_number(t->text, t->len) != 0)
	{
		t->field = query_field_number(t->text, t->len);
		return true;
	}
	if (!bare || t->kind != 0 || (t->field != FIELD_ANY && t->field != FIELD_SPEAKER && t->field != FIELD_ABOUT))
	{
		syntax_error(p, t->start, "Expected the words of a term. A name that holds a colon goes into quotes.");
		return false;
	}
	lower = pstrdup(t->text);
	make_small(lower);
	t->kind = entity_kind_number(lower, t->len);
	if (t->kind == 0)
		syntax_error(p, t->start,
					 psprintf("Before a colon stands a field (speaker, about, said, cue, kind, stance, act) or an entity kind (%s). A name that holds a colon goes into quotes.", news_entity_kinds()));
	return t->kind != 0;
}

static QueryTree *
read_term(Parser *p)
{
	Term		t = {.field = FIELD_ANY};

	/* counted as they are read: the text may go on for as long as it likes */
	CHECK_FOR_INTERRUPTS();
	if (++p->terms > QUERY_MAX_TERMS)
	{
		p->failed = true;
		ereturn(p->escontext, NULL,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("news_query has too many terms"),
				 errdetail("At character %d begins a term beyond the limit of %d.",
						   pg_mbstrlen_with_len(p->text, p->at - p->text) + 1,
						   QUERY_MAX_TERMS)));
	}
	for (;;)
	{
		t.start = p->at;
		if (p->at < p->end && *p->at == '*' && (t.kind != 0 || (t.field != FIELD_ANY && t.field != FIELD_KIND)))
		{
			p->at++;
			return query_tree_term(t.field, t.kind, "", 0, true);
		}
		if (!read_words(p, &t.text, &t.len))
			return p->failed ? NULL :
				syntax_error(p, p->at, "Expected a term, \"!\" or \"(\".");
		if (p->at >= p->end || *p->at != ':')
			break;
		if (!read_lead(p, &t))
			return NULL;
		p->at++;
		skip_space(p);
	}
	t.prefix = p->at < p->end && *p->at == '*';
	p->at += t.prefix;
	return read_value(p, &t);
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
					 "Expected \"&\" or \"|\". Several words of one name go into quotes.");
	return !p.failed;
}
