/*
 * quote_lone.h -- quotations that no verb reports.
 */
#ifndef NEWSTEXT_QUOTE_LONE_H
#define NEWSTEXT_QUOTE_LONE_H

#include "quote/quote.h"

#define SPEECH_SHORTEST 2		/* words */
#define SPEECH_LONGEST 60		/* tokens of a sentence looked through for a verb that claims speech */

/* quote_lone_subject returns who acts in the sentence before a pair that nobody else can have said; empty: nobody. */
extern QuoteRange quote_lone_subject(const QuoteReader *r, const QuoteMark *m);

/* quote_lone_ahead adds speech that opens a paragraph as said by who acts behind it, if anybody does: “I saw it.” [Ann Lee] was there. */
extern bool quote_lone_ahead(QuoteReader *r, const QuoteMark *m);

/* quote_lone_add makes a range a quotation of whom a phrase names, without a cue. */
extern void quote_lone_add(QuoteReader *r, QuoteRange content, QuoteRange source);

/* quote_alone adds paragraphs of nothing but speech (quote_alone.c); the attributions stand in text order. */
extern void quote_alone(QuoteReader *r);

extern void quote_lone_first(QuoteReader *r);	/* before cues are sought */
extern void quote_lone(QuoteReader *r);	/* after */
extern void quote_statements(QuoteReader *r);	/* paragraphs behind "she said:" */

#endif
