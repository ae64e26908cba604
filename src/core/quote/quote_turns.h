/*
 * quote_turns.h -- transcripts, chats and interviews (quote_turns.c, quote_chat.c, quote_interview.c).
 */
#ifndef NEWSTEXT_QUOTE_TURNS_H
#define NEWSTEXT_QUOTE_TURNS_H

#include "quote/quote.h"
#include "quote/quote_label.h"

extern void quote_turns(QuoteReader *r);

/* quote_interview.c */
extern void quote_interview(QuoteReader *r);
/* quote_interviewee returns the person named most often before a token, NT_NONE: nobody is. */
extern uint32_t quote_interviewee(QuoteReader *r, uint32_t before);

/* quote_chat.c */
extern uint32_t quote_chat_stamp(const QuoteReader *r, uint32_t i);
extern bool quote_chat_head(const QuoteReader *r, uint32_t i, uint32_t *name, uint32_t *last);
extern bool quote_is_chat(const QuoteReader *r, uint32_t heads, uint32_t again);

/* quote_initials.c */
/* quote_initials returns whose initials two letters are, by those named in full before a token; quote_initials_free frees it. */
extern uint32_t *quote_initials(QuoteReader *r, uint32_t before);
extern void quote_initials_free(QuoteReader *r, uint32_t *whose);
/* quote_initialled returns whose initials a label is, NT_NONE: nobody's, or several people's. */
extern uint32_t quote_initialled(const QuoteReader *r, const QuoteLabel *label, const uint32_t *whose);

/* quote_house.c */
/* quote_house_head reads the line that begins at a token as the head of a speech in parliament; false: it is none. */
extern bool quote_house_head(const QuoteReader *r, uint32_t i, QuoteLabel *label);
/* quote_is_house tells whether heads are a parliament's: how many, how many again of a name, with brackets, above a sentence. */
extern bool quote_is_house(uint32_t heads, uint32_t again, uint32_t brackets, uint32_t speak);

#endif
