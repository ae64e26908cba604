/*
 * quote_turns.h -- transcripts and interviews (quote_turns.c, quote_interview.c).
 */
#ifndef NEWSTEXT_QUOTE_TURNS_H
#define NEWSTEXT_QUOTE_TURNS_H

#include "quote/quote.h"

extern void quote_turns(QuoteReader *r);
extern void quote_interview(QuoteReader *r);

/* quote_interviewee returns the person named most often before a token, NT_NONE: nobody is. */
extern uint32_t quote_interviewee(QuoteReader *r, uint32_t before);

#endif
