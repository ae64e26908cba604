/*
 * quote_look.h -- what stands at a token: its name, its sentence, its part of speech.
 */
#ifndef NEWSTEXT_QUOTE_LOOK_H
#define NEWSTEXT_QUOTE_LOOK_H

#include "quote/quote.h"

/*
 * quote_first_after returns the first element of an array that ends after a token
 * (or byte): last points at the end of the first of n elements, which are stride
 * bytes apart.
 */
extern uint32_t quote_first_after(const uint32_t *last, size_t stride, uint32_t n, uint32_t token);

/* quote_mention_at returns the mention that holds a token, NULL: none that was joined to an entity. */
extern const NtMention *quote_mention_at(const QuoteReader *r, uint32_t token);

/* quote_mention_after returns the first mention that ends after a token. */
extern uint32_t quote_mention_after(const QuoteReader *r, uint32_t token);

/* quote_sentence_of returns the number of the sentence that holds a token. */
extern uint32_t quote_sentence_of(const QuoteReader *r, uint32_t token);

/* quote_in_headline tells whether a sentence is a headline. */
extern bool quote_in_headline(const QuoteReader *r, uint32_t sentence);

/* quote_pos_guess returns the part of speech of a word, the usual one in a sentence that is not tagged, POS_NONE: unknown. */
extern uint8_t quote_pos_guess(const QuoteReader *r, uint32_t i);

/* quote_is_verb tells whether a word is, as far as is known, the verb of a clause. */
extern bool quote_is_verb(const QuoteReader *r, uint32_t i);

#endif
