/*
 * quote_settle.h -- the reports of a sentence, when all its cues have chosen (quote_settle.c).
 */
#ifndef NEWSTEXT_QUOTE_SETTLE_H
#define NEWSTEXT_QUOTE_SETTLE_H

#include "quote/quote.h"

#define SETTLE_BACK 6			/* reports of its sentence with which one is compared */

/* quote_extent sets where a report of the sentence at hand begins and ends. */
extern void quote_extent(const QuoteReader *r, Attribution *a);

/* quote_is_clause tells whether tokens are a clause with a subject of its own: the stalls were set up. */
extern bool quote_is_clause(const QuoteReader *r, uint32_t first, uint32_t last);

/* quote_broken adds what follows or precedes the cue to a report that it breaks off; first: of the reports of the sentence. */
extern void quote_broken(QuoteReader *r, uint32_t number, uint32_t first);

#endif
