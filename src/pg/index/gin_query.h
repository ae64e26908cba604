/*
 * gin_query.h -- the index keys of entities and quotes, and a query put in
 * terms of them.
 *
 * Keys are bytea, compared as unsigned bytes, never by a collation; a lead byte
 * says what the rest is.
 *
 * Of news_entity[] (gin_entity.c):
 *
 *     kind word          a word of a name, folded; the entity's kind 01 to 0B
 *     0F word            the same, of all kinds but person, org and gpe together
 *     80+kind name       a whole entity, as it is: for @> && <@ =
 *
 * Of news_quote[] (gin_quote.c):
 *
 *     01 word            a word of the speaker's name
 *     02 word            a word of the name of an entity inside the quote
 *     03 word            a word that was said
 *     04 word            a word of the cue
 *     05 kind            direct, mixed, indirect
 *     06 word            a word of the stance
 */
#ifndef NEWSTEXT_GIN_QUERY_H
#define NEWSTEXT_GIN_QUERY_H

#include "query/query_match.h"

#include "access/gin.h"

#define KEY_OTHER_WORD 0x0F
#define KEY_NAME 0x80

#define KEY_SPEAKER 0x01
#define KEY_ABOUT 0x02
#define KEY_SAID 0x03
#define KEY_CUE 0x04
#define KEY_QUOTE_KIND 0x05
#define KEY_STANCE 0x06

/* Strategies of both operator classes; 1 to 4 are those of the server's array_ops. */
#define STRATEGY_OVERLAP 1
#define STRATEGY_CONTAINS 2
#define STRATEGY_CONTAINED 3
#define STRATEGY_EQUAL 4
#define STRATEGY_MATCH 5

/* Keys of a row or of a query. */
typedef struct KeySet
{
	Datum	   *keys;
	bool	   *partial;		/* of a query: a prefix; NULL of a row */
	int			n;
	int			cap;
} KeySet;

extern void key_add(KeySet *set, uint8 lead, const char *bytes, int len);
extern void word_keys(KeySet *set, uint8 lead, NewsBytes text);

/* One way for a term to be true: all of its entries. */
typedef struct GinWay
{
	int			first;			/* entries [first, first + n) */
	int			n;
	bool		exact;			/* they say it all */
} GinWay;

typedef struct GinTerm
{
	int			first;			/* ways [first, first + n); none: never */
	int			n;
} GinTerm;

/* Frequent forms of a query, whose terms have ways of one entry each. */
typedef enum GinShape
{
	SHAPE_ANY,					/* one term, or terms joined by | */
	SHAPE_ALL,					/* terms joined by & */
	SHAPE_OTHER
} GinShape;

typedef struct GinQueryPlan
{
	QueryPlan  *plan;
	KeySet		set;
	GinTerm    *terms;
	GinWay	   *ways;
	int			n_ways;
	int			cap_ways;
	bool		one_quote;		/* the terms have to meet in one quote, keys cannot tell */
	bool		certain;		/* entries say it all: no look at the row */
	GinShape	shape;
	const GinTernaryValue *check;
} GinQueryPlan;

extern GinQueryPlan *gin_query_plan(const NewsQuery *query, QueryTarget target,
									 bool for_statistics);
extern void gin_add_way(GinQueryPlan *gin, uint8 lead, const MatchTerm *term, bool exact);
extern Datum *gin_query_entries(GinQueryPlan *gin, int32 *n, bool **partial, Pointer **extra,
								int32 *mode);
extern GinTernaryValue gin_query_check(GinQueryPlan *gin, const GinTernaryValue *check);

/* gin_entity.c, gin_quote.c */
extern void entity_term_ways(GinQueryPlan *gin, const MatchTerm *term, bool for_statistics);
extern void quote_term_ways(GinQueryPlan *gin, const MatchTerm *term);
extern bool entity_name_key(KeySet *set, const NewsEntityFields *entity);
extern void quote_keys(KeySet *set, const NewsQuoteFields *quote);

/*
 * gin_array_entries finishes extractQuery for @> <@ && =: it sets the search
 * mode that the strategy and an array with no keys, or with a null, ask for,
 * hangs query on every entry, and on one more for consistent of none, and
 * returns the keys.
 */
extern Datum *gin_array_entries(KeySet *set, StrategyNumber strategy, bool has_null, void *query,
								int32 *n, Pointer **extra, int32 *mode);

#endif
