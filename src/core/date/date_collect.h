/*
 * date_collect.h -- the expressions of an article as they wait to be resolved.
 */
#ifndef NEWSTEXT_DATE_COLLECT_H
#define NEWSTEXT_DATE_COLLECT_H

#include "article.h"
#include "date/date_matcher.h"
#include "know/knowledge.h"

/*
 * A match as it waits: only the slots it fills, since a match has ten times as
 * many.  No rule fills more than FOUND_SLOTS.
 */
#define FOUND_SLOTS 14

typedef struct DateFound
{
	uint32_t	first;			/* tokens [first, last) */
	uint32_t	last;
	uint16_t	rule;
	uint8_t		slots;
	uint8_t		slot[FOUND_SLOTS];
	int32_t		value[FOUND_SLOTS];
} DateFound;

typedef NtArray(DateFound) DateMatches;

extern void date_collect(NtArticle *article, NtDateMatcher *m, DateMatches *matches);
extern void date_recall(const DateMatches *matches, uint32_t number, NtDateMatch *match);
extern int32_t date_found_slot(const DateFound *f, NtDateSlot slot);

#endif
