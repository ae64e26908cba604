/*
 * quote_beside.h -- the name that stands beside what somebody is.
 */
#ifndef NEWSTEXT_QUOTE_BESIDE_H
#define NEWSTEXT_QUOTE_BESIDE_H

#include "quote/quote_look.h"

#define PHRASE_WORDS 6			/* before the head of a description */
#define BESIDE_WORDS 6			/* before or after a name in which a description stands */

/*
 * quote_named_after returns the person named at the end of a description whose
 * head is token head: the mayor of Quillbrook, [Ana Ruiz]; Minister for Roads
 * [Li Wen]; NULL: none before token limit.
 */
extern const NtMention *quote_named_after(const QuoteReader *r, uint32_t head, uint32_t limit);

/*
 * quote_is_next_subject tells whether what stands at token k, behind the comma after
 * a name, is the subject of the sentence and says nothing of the name: Questioned by
 * Ann Lee, [the nurse] said.
 */
extern bool quote_is_next_subject(const QuoteReader *r, const NtMention *m, uint32_t k);

/* quote_person_beside returns the person named next to a phrase, over a comma, NULL: nobody. */
extern const NtMention *quote_person_beside(const QuoteReader *r, QuoteRange range);

/*
 * quote_described_person returns who a phrase says what he is: the mayor, [Ana Ruiz];
 * said a visibly tired [Meier]; NULL: nobody is named.
 */
extern const NtMention *quote_described_person(const QuoteReader *r, QuoteRange phrase, uint32_t head, uint32_t cue, bool titled);

/* quote_goes_by returns what a source without a name goes by: a spokesperson for [the Guild]; the operator, [Bahari Jaya]; NULL: nothing. */
extern const NtMention *quote_goes_by(const QuoteReader *r, QuoteRange source);

#endif
