/*
 * gin_query.h -- a query put in terms of index keys (gin_key.h).
 */
#ifndef NEWSTEXT_GIN_QUERY_H
#define NEWSTEXT_GIN_QUERY_H

#include "index/gin_key.h"
#include "query/query_match.h"
#include "query/query_stem.h"

#include "access/gin.h"

#include "base/kind.h"

/* Strategies of the operator classes; 1 to 4 are those of the server's array_ops. */
#define STRATEGY_OVERLAP 1
#define STRATEGY_CONTAINS 2
#define STRATEGY_CONTAINED 3
#define STRATEGY_EQUAL 4
#define STRATEGY_MATCH 5

struct GinQueryPlan;

/* Which keys an entry looks for. */
typedef enum EntryScan
{
	SCAN_KEY,					/* this one */
	SCAN_PREFIX,				/* those that begin so, and of these */
	SCAN_STEM,					/* a word of this form (KEYS_0_1) */
	SCAN_FORM_ALL,				/* a form whose words all begin like the prefix */
	SCAN_FORM_MAY,				/* a form of which some words may */
	SCAN_GROUP					/* one of many (gin_cover.c) */
} EntryScan;

/* An entry of a query: what GIN looks up, and what it hands to compare_partial. */
typedef struct GinEntry
{
	struct GinQueryPlan *gin;
	Datum		key;
	EntryScan	scan;
	const WordStem *stem;
	NewsBytes	prefix;
	struct GinGroup *group;		/* of SCAN_GROUP */
} GinEntry;

/* One way for a term to be true: all of its entries. */
typedef struct GinWay
{
	int			first;			/* entries [first, first + n); none: always maybe */
	int			n;
	bool		exact;			/* they say it all */
} GinWay;

typedef struct GinTerm
{
	int			first;			/* ways [first, first + n); none: never */
	int			n;
	bool		implied;		/* its entries are in those of another term of the same & */
	uint8		quoted;			/* of a speaker: how, a kind of quote; 0: anyhow */
} GinTerm;

/* Frequent forms of a query, whose terms have ways of one entry each. */
typedef enum GinShape
{
	SHAPE_ANY,					/* one term, or terms joined by | */
	SHAPE_ALL,					/* terms joined by & */
	SHAPE_OTHER
} GinShape;

typedef struct GinState GinState;

/* A query of more entries keeps its truth from row to row (gin_state.c). */
#define GIN_STATE_ENTRIES 16

/*
 * A query of more entries than these asks for fewer (gin_cover.c): the server
 * spends some 8 ns on each entry for each row that it comes to, and a look at a row
 * of two entities takes less than a microsecond, of thirty six.  A list of terms
 * comes to few rows; of others, negations among them, it may come to all.
 */
#define GIN_ENTRIES_MAX 256		/* terms joined by & or by | */
#define GIN_COMPOUND_MAX 64

typedef struct GinQueryPlan
{
	QueryPlan  *plan;
	QueryTarget target;
	KeyFormat	format;
	GinEntry   *entries;
	int			n_entries;
	int			cap_entries;
	GinTerm    *terms;
	GinWay	   *ways;
	int			n_ways;
	int			cap_ways;
	bool	   *pair;			/* a node: & whose terms are one entry, so that it tells of one quote */
	bool		certain;		/* SHAPE_ANY, SHAPE_ALL: entries say it all, no look at the row */
	GinShape	shape;
	bool		compound;		/* more than terms joined by & or by | */
	bool		every_row;		/* none of its entries is asked for */
	int			n_asked;		/* of its entries; behind them stand n_every keys of which each row has one */
	int			n_every;
	GinEntry   *cover;			/* of too many entries, what is asked for instead: */
	int			n_cover;
	int		   *clause_end;		/* a row must have one of each clause of them */
	int			n_clauses;
	const GinTernaryValue *check;
	GinState   *state;			/* of a large query */
} GinQueryPlan;

/* gin_query.c */
extern GinQueryPlan *gin_query_plan(const NewsQuery *query, QueryTarget target, KeyFormat format);

/*
 * gin_way_begin, then gin_way_words for each kind of key whose words must all
 * be there; lead2 < 0: one lead byte.
 */
extern void gin_way_begin(GinQueryPlan *gin, bool exact);
extern void gin_way_words(GinQueryPlan *gin, uint8 lead, int lead2, const MatchTerm *term);

/* gin_way_key adds an entry, whose further fields are the caller's to fill before the next. */
extern GinEntry *gin_way_key(GinQueryPlan *gin, uint8 lead, int lead2, const char *bytes, int len,
							 EntryScan scan);

/* gin_entry_takes tells whether an entry looks for a key that begins like it. */
extern bool gin_entry_takes(const GinEntry *entry, const char *key, int len);

extern GinTernaryValue gin_term_check(const GinQueryPlan *gin, const GinTernaryValue *check, uint32 number);

/* gin_plan_check tells whether a row that has these entries matches, gin_query_check likewise by what hangs on an entry. */
extern GinTernaryValue gin_plan_check(GinQueryPlan *gin, const GinTernaryValue *check);
extern GinTernaryValue gin_query_check(Pointer *extra, const GinTernaryValue *check);

/* gin_cover.c */
extern bool gin_cover(GinQueryPlan *gin);
extern GinTernaryValue gin_cover_check(const GinQueryPlan *gin, const GinTernaryValue *check);
extern int	gin_group_takes(const struct GinGroup *group, NewsBytes key);	/* 0: it is one of them; -1: no; 1: nor are those after it */

/* gin_state.c */
extern GinTernaryValue gin_state_check(GinQueryPlan *gin, const GinTernaryValue *check);

/* entity_is_frequent tells the kinds that most names have. */
static inline bool
entity_is_frequent(int kind)
{
	return kind == ENTITY_PERSON || kind == ENTITY_ORG || kind == ENTITY_GPE;
}

/* gin_entity.c, gin_quote.c */
extern void entity_keys(KeySet *set, const NewsEntityFields *entity, KeyFormat format);
extern void entity_term_ways(GinQueryPlan *gin, const MatchTerm *term);
extern bool entity_name_key(KeySet *set, const NewsEntityFields *entity);
extern void quote_keys(KeySet *set, const NewsQuoteFields *quote, KeyFormat format);

/* quote_pair_keys adds the keys of pairs; said_pair writes one, without its lead, into PAIR_MAX bytes, 0: none. */
#define PAIR_MAX (2 * WORD_FORM_MAX + 1)
extern void quote_pair_keys(KeySet *set, const NewsQuoteFields *quote);
extern int	said_pair(const WordStem *a, const WordStem *b, char *key);
extern void quote_term_ways(GinQueryPlan *gin, const MatchTerm *term, const GinTerm *as);

/*
 * gin_extract.c: gin_extract is extractValue: add puts the keys of an element of the row into the set.
 *
 * gin_extract_query is extractQuery: of @@ the query's plan; of @> <@ && = the
 * keys that add puts into the set for an element, and what it notes in query,
 * which hangs on every entry, and on one more for consistent of none.
 */
typedef void (*GinAddKeys) (KeySet *set, Datum element, KeyFormat format);
typedef void (*GinAddQueryKeys) (KeySet *set, Datum element, KeyFormat format, void *query);

extern Datum gin_extract(FunctionCallInfo fcinfo, GinAddKeys add, KeyFormat format);
extern Datum gin_extract_query(FunctionCallInfo fcinfo, GinAddQueryKeys add, KeyFormat format, QueryTarget target, void *query);

#endif
