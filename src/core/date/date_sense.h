/*
 * date_sense.h -- what a token can be in a time expression.
 *
 *     date_sense.c     a token's senses: of its word, its mark, its digits
 *     date_number.c    what digits and number words can be
 */
#ifndef NEWSTEXT_DATE_SENSE_H
#define NEWSTEXT_DATE_SENSE_H

#include "date/date_matcher.h"

typedef struct DateSenses
{
	NtDateSense *at;
	int			n;
} DateSenses;

static inline void
date_add_sense(DateSenses *list, uint16_t class, int32_t value, uint32_t tokens)
{
	if (list->n < DATE_SENSES_MAX)
		list->at[list->n++] = (NtDateSense){class, 0, (uint8_t) tokens, value};
}

/* date_senses returns the senses of a token, remembered while it is near. */
extern const NtDateSense *date_senses(NtDateMatcher *m, uint32_t token, int *n);

/* date_number.c; each adds the senses that begin at a token */
extern void date_number_senses(NtDateMatcher *m, uint32_t token, DateSenses *list);
extern void date_alnum_senses(NtDateMatcher *m, uint32_t token, DateSenses *list);
extern void date_number_words(NtDateMatcher *m, uint32_t token, DateSenses *list);

#endif
