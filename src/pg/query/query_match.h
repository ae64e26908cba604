/*
 * query_match.h -- a news_query made ready to be asked of many rows.
 */
#ifndef NEWSTEXT_QUERY_MATCH_H
#define NEWSTEXT_QUERY_MATCH_H

#include "query/query.h"
#include "query/query_stem.h"
#include "query/query_word.h"
#include "type/types.h"

typedef struct MatchTerm
{
	uint8		field;			/* QueryField */
	uint8		kind;
	bool		prefix;
	WordList	words;			/* folded; none with FIELD_KIND, and with speaker:* */
	const WordStem *stems;		/* of words said, one a word; NULL: not said */
} MatchTerm;

/* Queries of so many terms look them up (query_lookup.c). */
#define QUERY_LOOKUP_TERMS 32

typedef struct QueryLookup QueryLookup;

typedef struct QueryPlan
{
	NewsQuery  *query;
	int			n_terms;
	MatchTerm  *terms;
	uint32	   *term_of;		/* of a node */
	char	   *truth;			/* scratch, a term: GinTernaryValue */
	bool		growing;		/* few terms and no negation: once true of a row's beginning, true of the row */
	bool		marked;			/* a term has become true */
	WordList	scratch;
	QueryLookup *lookup;		/* NULL: terms are few */
	MemoryContext memory;
} QueryPlan;

typedef enum QueryTarget
{
	TARGET_ENTITIES,
	TARGET_QUOTES
} QueryTarget;

extern QueryPlan *query_plan(const NewsQuery *query, QueryTarget target, MemoryContext memory);

/* query_plan_cached returns the plan of an argument, kept while it stays the same. */
extern QueryPlan *query_plan_cached(FunctionCallInfo fcinfo, int arg, QueryTarget target);

/* query_name_meets tells whether an entity of this kind, its name cut into words, meets a term. */
extern bool query_name_meets(const MatchTerm *t, int kind, const WordList *words);

/* query_may_meet tells whether a text may, before it is cut into words; false is certain. */
extern bool query_may_meet(const MatchTerm *t, NewsBytes text);

/* query_quote_meets tells whether one quote answers. */
extern bool query_quote_meets(QueryPlan *plan, const NewsQuoteFields *quote);

/* query_lookup.c */
typedef void (*QueryMeetFn) (void *arg, int term);

extern QueryLookup *query_lookup_create(const QueryPlan *plan);
extern void query_lookup(const QueryLookup *lookup, const WordList *words, QueryMeetFn meet, void *arg);

#endif
