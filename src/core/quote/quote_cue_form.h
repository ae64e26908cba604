/*
 * quote_cue_form.h -- cues that their form tells, where the model sees none.
 */
#ifndef NEWSTEXT_QUOTE_CUE_FORM_H
#define NEWSTEXT_QUOTE_CUE_FORM_H

#include "quote/quote.h"

/* quote_cue_told_by tells whether a passive reports what somebody told: was *told* by her staff that. */
extern bool quote_cue_told_by(const QuoteReader *r, uint32_t i);

/* quote_cue_was_quoted tells whether a participle reports what somebody is quoted as saying: Lee was quoted as *saying* the town had fallen. */
extern bool quote_cue_was_quoted(const QuoteReader *r, uint32_t i);

/* quote_cue_is_joined tells whether a verb of speech has the subject of a cue before it: Lee said the plan was dead and *called* it a waste. */
extern bool quote_cue_is_joined(const QuoteReader *r, uint32_t i, const Attribution *a);

/* quote_cue_calls_it tells whether a participle behind a report calls a thing something in marks: said the pipe leaked, *describing* it as “a sieve” */
extern bool quote_cue_calls_it(const QuoteReader *r, uint32_t i, const Attribution *a);

/* quote_cue_turned tells whether the words before a verb are what the person behind it says: The river cannot wait, *warns* Trust Director Mona Quill as ... */
extern bool quote_cue_turned(const QuoteReader *r, uint32_t i);

/* quote_cue_amid returns where the rest begins of what its source breaks off: The bridge, *according to* Ann Lee, [needed repairs]; NT_NONE: it does not. */
extern uint32_t quote_cue_amid(const QuoteReader *r, uint32_t i);

/* quote_cue_quotes returns the verb with which a paper quotes somebody: *quoted* Lee as [saying]; NT_NONE: it is no such verb. */
extern uint32_t quote_cue_quotes(const QuoteReader *r, uint32_t i);

/* quote_cue_quoted returns whom a paper quotes: quoted [Lee] as *saying*; empty: nobody. */
extern QuoteRange quote_cue_quoted(const QuoteReader *r, uint32_t i);

/* quote_cue_plain tells whether a verb that stands between nothing but its subject and its clause reports it: He *reckons* the rest will go. */
extern bool quote_cue_plain(const QuoteReader *r, uint32_t i);

/* quote_cue_by_form tells where what is reported stands by a cue that the model took for none; attributions of the sentence begin at found. */
extern QuoteSide quote_cue_by_form(QuoteReader *r, uint32_t i, uint32_t found);

/* ---- quote_cue_speech.c ---- */

/* quote_cue_retag makes verbs of what was taken for a noun beside speech: the note *read*: “...”; *Said* Ann Lee: “...” */
extern void quote_cue_retag(QuoteReader *r);

/* quote_cue_leads returns speech of whole sentences behind a verb: Lee *insisted* last night: [“We stay.”]; empty: there is none. */
extern QuoteRange quote_cue_leads(QuoteReader *r, uint32_t i);

/* ---- quote_source_form.c ---- */

/* quote_source_by_form sets the source of the newest attribution where the form of its cue tells it. */
extern void quote_source_by_form(QuoteReader *r, Attribution *a, uint32_t found);

#endif
