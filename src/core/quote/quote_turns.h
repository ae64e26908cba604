/*
 * quote_turns.h -- transcripts, chats and interviews (quote_turns.c, quote_chat.c, quote_interview.c).
 */
#ifndef NEWSTEXT_QUOTE_TURNS_H
#define NEWSTEXT_QUOTE_TURNS_H

#include "quote/quote.h"

extern void quote_turns(QuoteReader *r);

/* quote_interview.c */
extern void quote_interview(QuoteReader *r);
/* quote_interviewee returns the person named most often before a token, NT_NONE: nobody is. */
extern uint32_t quote_interviewee(QuoteReader *r, uint32_t before);

/* quote_chat.c */
extern uint32_t quote_chat_stamp(const QuoteReader *r, uint32_t i);
extern bool quote_chat_head(const QuoteReader *r, uint32_t i, uint32_t *name, uint32_t *last);
extern bool quote_is_chat(const QuoteReader *r, uint32_t heads, uint32_t again);

#endif
