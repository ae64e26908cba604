/*
 * quote_trace.h -- the decisions of the stage of quotations, told (base/trace.h).
 *
 * Each function does nothing when nobody listens; where telling costs work,
 * callers ask quote_tracing first.
 */
#ifndef NEWSTEXT_QUOTE_TRACE_H
#define NEWSTEXT_QUOTE_TRACE_H

#include "base/trace.h"
#include "quote/quote.h"

static inline bool
quote_tracing(const QuoteReader *r)
{
	return nt_tracing(r->cx, TRACE_QUOTES);
}

#define QUOTE_TRACE_WORDS 200	/* bytes of text told of a range */

/* quote_trace_words copies the text of a range, cut in its middle when it is long, and returns it. */
extern const char *quote_trace_words(const QuoteReader *r, QuoteRange range, char *out);

/* quote_trace_sentence tells the words of the sentence being read with their parts of speech. */
extern void quote_trace_sentence(const QuoteReader *r);

/* quote_trace_choice tells what won, by how much, and over what. */
extern void quote_trace_choice(const QuoteReader *r, const char *what, QuoteRange won, int32_t score,
							   QuoteRange second, int32_t second_score);

/* quote_trace_entity returns the name of an entity for a line, "nobody" for none. */
extern const char *quote_trace_entity(const QuoteReader *r, uint32_t entity, char *out);

/* quote_trace_found tells a quotation as it stands. */
extern void quote_trace_found(const QuoteReader *r, const char *what, const Attribution *a);

#endif
