/*
 * quote_resolve.h -- which entity a speaker is; what its files share.
 */
#ifndef NEWSTEXT_QUOTE_RESOLVE_H
#define NEWSTEXT_QUOTE_RESOLVE_H

#include "quote/quote_figure.h"

/* Who spoke last. */
typedef struct QuoteLast
{
	uint32_t	entity;			/* NT_NONE: nobody who is named */
	uint32_t	figure;			/* first token of the phrase that named the speaker; NT_NONE: nobody near */
	uint32_t	sentence;
} QuoteLast;

#define SPOKE_NOWHERE 0			/* kind of a speaker that is no figure of its own; no NtEntityKind that speaks */

typedef struct QuoteResolver
{
	const QuoteReader *r;
	QuoteFigures figures;
	uint32_t   *beat;			/* of each sentence: how many narrated ones began before it */
	uint8_t    *gender;			/* of each entity, as the pronouns before have told; 0: unknown */
	QuoteLast	last;
	uint8_t		stance;			/* and how */
	QuoteFigure	spoke;			/* and as a figure of its own, where it spoke; kind 0: none */
	QuoteRange	said;			/* what the speaker now sought says: no one names himself in it */
	uint32_t	paper;			/* a paper spoke last, the memo, and this is the last token of what it said; NT_NONE: none did */
	uint32_t	next;			/* figure up to which pronouns are resolved */
	bool		beside;			/* who is told something is of the other sex: he told her */
	bool		telling;		/* the trace is told of the pronouns of sources only */
} QuoteResolver;

/* ---- quote_pronoun.c ---- */

/* quote_pronouns_before resolves the pronouns of the text up to a token, so that those after them find who is spoken of. */
extern void quote_pronouns_before(QuoteResolver *v, uint32_t token);

/* quote_pronoun returns the entity a pronoun at a token means, NT_NONE: nobody who is named; gender: TRAIT_MALE ... */
extern uint32_t quote_pronoun(const QuoteResolver *v, uint32_t token, uint8_t gender);

/* quote_recall returns the only person a description like "the pensioner" can mean, NT_NONE: nobody or several. */
extern uint32_t quote_recall(const QuoteResolver *v, uint32_t token, uint8_t gender);

/* quote_recall_body does likewise for "the company". */
extern uint32_t quote_recall_body(const QuoteResolver *v, uint32_t token);

/* ---- quote_describe.c ---- */

/* quote_described returns whom a source without a name means: "the envoy", "the pensioner", "the 31-year-old", "the company"; NT_NONE: nobody. */
extern uint32_t quote_described(const QuoteResolver *v, const Attribution *a);

/* quote_is_one_of_a_people tells whether a source means one of the people that it names at its head, and quote_one_of_a_people whom. */
extern bool quote_is_one_of_a_people(const QuoteReader *r, const NtMention *m, QuoteRange source);
extern uint32_t quote_one_of_a_people(const QuoteResolver *v, const Attribution *a, uint32_t head);

/* quote_is_a_people_or_one tells whether the name of a people may as well mean one of them: who says “I”, the Portuguese said, is not known. */
extern bool quote_is_a_people_or_one(const QuoteReader *r, const NtMention *m);

/* ---- quote_source.c: before the speaker is sought, and when he is known ---- */

extern void quote_source_begin(const QuoteResolver *v, Attribution *a);
extern void quote_source_end(const QuoteReader *r, Attribution *a);

/* ---- quote_last.c ---- */

/* quote_remember notes who spoke last, and what a pronoun has told of the speaker. */
extern void quote_remember(QuoteResolver *v, const Attribution *a);

/* quote_note_genders notes what a noun before a name tells of its bearer: his daughter [Aoife]. */
extern void quote_note_genders(QuoteResolver *v);

#endif
