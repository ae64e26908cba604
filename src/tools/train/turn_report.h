/*
 * turn_report.h -- turns a report round, to learn from.
 */
#ifndef NEWSTEXT_TURN_REPORT_H
#define NEWSTEXT_TURN_REPORT_H

#include "quote/quote.h"

/* Byte ranges of a text: who said what. */
typedef struct Report
{
	QuoteRange	source;
	QuoteRange	cue;
	QuoteRange	content;
} Report;

typedef struct Turned
{
	const char *text;			/* one sentence */
	Report		report;
} Turned;

/* turn_endings reads what may stand after the cue; the lines live in cx. */
extern const char *const *turn_endings(NtContext *cx, const char *path, uint32_t *n);

/*
 * turn_report turns "source cue content." round and ends it with "after"; false
 * when the report is not of that plain form.
 */
extern bool turn_report(NtContext *cx, const char *text, const Report *from, const char *after, Turned *out);

#endif
