/*
 * query.h -- news_query: what a reader asks of the names and quotes of
 * articles, as tsquery asks of words.
 *
 * A value is a tree in prefix order: a node, then its operands one after the
 * other.  node.size counts the nodes of the whole subtree, so that the next
 * operand of i begins at i + node[i].size.  After the nodes come the bytes of
 * the terms, as they were written, in the server's encoding.
 *
 *     putin & (gpe:ukraine | witk*) & !org:nato
 *
 *     AND 6 | putin | OR 3 | gpe:ukraine | witk* | NOT 2 | org:nato
 *
 * Trees are kept in one form, so that equal questions are mostly equal bytes:
 * an AND holds no AND and an OR no OR, neither has fewer than two operands,
 * a NOT holds no NOT, and a term has at least one word, or none and
 * a prefix: "there is one" (speaker:*, person:*).  Only query_pack()
 * makes values; the text and binary readers and all functions end there.
 */
#ifndef NEWSTEXT_QUERY_H
#define NEWSTEXT_QUERY_H

#include "compat.h"

#include "lib/stringinfo.h"

#define NEWS_QUERY_VERSION 1

/* Caps: each is raised as program_limit_exceeded with the limit in it. */
#define QUERY_MAX_DEPTH 128		/* parentheses inside each other */
#define QUERY_MAX_TERMS 16384
#define QUERY_ALIASES_MAX 4		/* other names of a term, the likeliest first */
#define QUERY_TERM_MAX 1000		/* bytes of a term: no name is longer */

typedef enum QueryOp
{
	QUERY_TERM = 1,
	QUERY_AND = 2,
	QUERY_OR = 3,
	QUERY_NOT = 4
} QueryOp;

/* Where in a quote a term is looked for. */
typedef enum QueryField
{
	FIELD_ANY = 0,				/* speaker, about or said; in entities: the name */
	FIELD_SPEAKER = 1,
	FIELD_ABOUT = 2,			/* an entity named inside the quote */
	FIELD_SAID = 3,				/* words of the quote */
	FIELD_CUE = 4,				/* said, according to ... */
	FIELD_KIND = 5,				/* direct, mixed, indirect: the number is in kind */
	FIELD_STANCE = 6			/* class of the cue: claimed, denied ... */
} QueryField;
#define QUERY_FIELD_MAX 6
#define FIELD_ACT 7				/* speech, writing, thought, plan: written so, read as the stances that are one */

typedef struct QueryNode
{
	uint8		op;				/* QueryOp */
	uint8		field;			/* QueryField, of terms */
	uint8		kind;			/* NtEntityKind, 0: any; with FIELD_KIND NtQuoteKind */
	uint8		prefix;			/* the last word may go on */
	uint32		size;			/* nodes of this subtree, this one included */
	uint32		text;			/* offset of a term's words, from the first byte after the nodes */
	uint32		len;
} QueryNode;

typedef struct NewsQuery
{
	int32		vl_len_;
	uint8		version;
	uint8		reserved[3];	/* 0 */
	uint32		n_nodes;		/* 0: the empty query, which nothing matches */
	QueryNode	nodes[FLEXIBLE_ARRAY_MEMBER];
} NewsQuery;

#define QUERY_BYTES(q) ((const char *) &(q)->nodes[(q)->n_nodes])

#define DatumGetNewsQuery(d) ((NewsQuery *) PG_DETOAST_DATUM(d))
#define PG_GETARG_NEWS_QUERY(n) DatumGetNewsQuery(PG_GETARG_DATUM(n))

/* A query while it is built; NULL is the empty one. */
typedef struct QueryTree
{
	QueryOp		op;
	QueryField	field;
	int			kind;
	bool		prefix;
	const char *text;
	int			len;
	struct QueryTree *first;	/* operands */
	struct QueryTree *last;
	struct QueryTree *next;		/* operand of the same node */
} QueryTree;

/* query.c */
extern NewsQuery *query_check(NewsQuery *query);

/* query_tree.c */
extern QueryTree *query_tree_term(QueryField field, int kind, const char *text, int len, bool prefix);
extern QueryTree *query_tree_join(QueryOp op, QueryTree *a, QueryTree *b);
extern QueryTree *query_tree_not(QueryTree *a);
extern QueryTree *query_act(const char *name, int len);	/* the stances of an act, NULL: no such act */
extern NewsQuery *query_pack(QueryTree *tree, struct Node *escontext);
extern QueryTree *query_unpack(const NewsQuery *query);

/* query_parse.c */
extern bool query_parse(const char *text, QueryTree **tree, struct Node *escontext);
extern bool query_known_stance(const char *name, int len, bool prefix, const char **known);
extern const char *query_field_name(int field);
extern int	query_field_number(const char *name, int len);

/* query_plain.c */
extern QueryTree *query_parse_plain(const char *text, int len);

/* query_print.c */
extern void query_print(StringInfo out, const NewsQuery *query);

/* query_is_bare: a byte of a term that needs no quotes. */
static inline bool
query_is_bare(char c)
{
	return IS_HIGHBIT_SET(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		(c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == '@' || c == '#' ||
		c == '/';
}

/* query_alias.c */
extern QueryTree *query_expand(QueryTree *tree);
extern bool query_function_word(const char *text, int len, bool first);

/*
 * Three-valued logic over a query, for matching, indexes and estimates:
 * query_eval asks term() for each term it needs; the numbers are those of
 * GinTernaryValue.
 */
typedef char (*QueryTermFn) (void *arg, int term);

extern char query_eval(const NewsQuery *query, QueryTermFn term, void *arg);

#endif
