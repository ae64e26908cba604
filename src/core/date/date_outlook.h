/*
 * date_outlook.h -- does a sentence look back or ahead from an expression?
 */
#ifndef NEWSTEXT_DATE_OUTLOOK_H
#define NEWSTEXT_DATE_OUTLOOK_H

#include "date/date_matcher.h"

typedef struct DateOutlook
{
	int			score;			/* above 0: ahead, below: back, 0: nothing says */
	int			verb;			/* its parts: the verb, */
	int			lead;			/* the words just before, */
	int			noun;			/* the noun just after */
	uint32_t	cue;			/* token of the verb, NT_NO_TOKEN: none */
	bool		beside;			/* the verb stands beside */
	bool		had;			/* had left: before what was told */
	bool		will;			/* it speaks of what is to come from the day of writing: will, is due, opens */
} DateOutlook;

/* date_outlook weighs what stands around an expression of the sentence. */
extern DateOutlook date_outlook(NtDateMatcher *m, const NtDateMatch *match);

/* date_english.c */
extern bool date_is_past_form(const NtDateMatcher *m, uint32_t token);
extern bool date_is_plural(const NtDateMatcher *m, uint32_t token);
extern bool date_is_adverb(const NtDateMatcher *m, uint32_t token);
extern bool date_is_negated(const NtDateMatcher *m, uint32_t token);

#endif
