/*
 * date_collect.h -- the expressions of an article as they wait to be resolved.
 */
#ifndef NEWSTEXT_DATE_COLLECT_H
#define NEWSTEXT_DATE_COLLECT_H

#include "article.h"
#include "date/date_matcher.h"
#include "know/knowledge.h"

/* A match as it waits: only the slots it fills, since a match has many times as many. */
typedef struct DateFound
{
	uint32_t	first;			/* tokens [first, last) */
	uint32_t	last;
	uint32_t	slot;			/* first of its slots in DateMatches */
	uint16_t	rule;
	uint16_t	slots;
} DateFound;

/* What an expression says of a slot. */
typedef struct DateSlotFound
{
	int32_t		value;
	uint32_t	slot;			/* NtDateSlot */
} DateSlotFound;

typedef struct DateMatches
{
	DateFound  *at;
	uint32_t	n;
	uint32_t	cap;
	NtArray(DateSlotFound) slots;
} DateMatches;

extern void date_collect(NtArticle *article, NtDateMatcher *m, DateMatches *matches);
extern void date_recall(const DateMatches *matches, uint32_t number, NtDateMatch *match);
extern int32_t date_found_slot(const DateMatches *matches, const DateFound *f, NtDateSlot slot);

#endif
