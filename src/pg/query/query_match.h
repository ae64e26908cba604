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

typedef struct QueryPlan
{
	NewsQuery  *query;
	int			n_terms;
	MatchTerm  *terms;
	uint32	   *term_of;		/* of a node */
	char	   *truth;			/* scratch, a term: GinTernaryValue */
	WordList	scratch;
	MemoryContext memory;
} QueryPlan;

typedef enum QueryTarget
{
	TARGET_ENTITIES,
	TARGET_QUOTES
} QueryTarget;

extern QueryPlan *query_plan(const NewsQuery *query, QueryTarget target, MemoryContext memory);

#endif
