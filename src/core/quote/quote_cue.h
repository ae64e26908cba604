/*
 * quote_cue.h -- is this word a cue, and on which side is what was said.
 */
#ifndef NEWSTEXT_QUOTE_CUE_H
#define NEWSTEXT_QUOTE_CUE_H

#include "quote/quote.h"
#include "quote/quote_feature.h"

/* quote_cue.c */
extern bool quote_is_trigger(const QuoteReader *r, uint32_t i);
extern QuoteSide quote_cue_side(const QuoteReader *r, uint32_t i, int32_t *margin);
extern void quote_cue_scores(const QuoteReader *r, uint32_t i, int32_t *sum);
extern uint32_t quote_waiting(const QuoteReader *r, uint32_t i);
extern bool quote_cue_confirms(const QuoteReader *r, uint32_t i);
extern bool quote_cue_hears(const QuoteReader *r, uint32_t i);
extern bool quote_cue_negated(const QuoteReader *r, uint32_t i);
extern bool quote_cue_unnamed(const QuoteReader *r, uint32_t i);
extern uint32_t quote_cue_last(const QuoteReader *r, uint32_t i);
extern const NtCue *quote_cue_record(const QuoteReader *r, uint32_t i);
extern uint32_t quote_cue_lemma(const QuoteReader *r, uint32_t i);

/* quote_cue_seen.c */
extern void quote_cue_features(const QuoteReader *r, uint32_t i, QuoteFeatures *f);

/* quote_cue_heard returns what a listener hears by a cue at the end of the sentence: ..., the court *heard*; empty: nothing. */
extern QuoteRange quote_cue_heard(const QuoteReader *r, uint32_t i);

/* quote_cue_closes returns what is reported by a short clause at the end: ..., scientists have *found*; empty: nothing. */
extern bool quote_cue_only_closes(const QuoteReader *r, uint32_t i);
extern QuoteRange quote_cue_closes(const QuoteReader *r, uint32_t i);

/* quote_asked tells whether somebody is asked what nobody is said to ask: Asked whether ..., Lee said. */
extern bool quote_asked(const QuoteReader *r, const Attribution *a);

/* quote_is_passive tells whether a form of be stands before a participle: was told. */
extern bool quote_is_passive(const QuoteReader *r, uint32_t i);

#endif
