/*
 * quote_pronoun.h -- whom a pronoun, or a description that takes up the person at hand, means.
 */
#ifndef NEWSTEXT_QUOTE_PRONOUN_H
#define NEWSTEXT_QUOTE_PRONOUN_H

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
	uint32_t	next;			/* figure up to which pronouns are resolved */
	bool		beside;			/* who is told something is of the other sex: he told her */
	bool		telling;		/* the trace is told of the pronouns of sources only */
} QuoteResolver;

/* quote_pronouns_before resolves the pronouns of the text up to a token, so that those after them find who is spoken of. */
extern void quote_pronouns_before(QuoteResolver *v, uint32_t token);

/* quote_pronoun returns the entity a pronoun at a token means, NT_NONE: nobody who is named; gender: TRAIT_MALE ... */
extern uint32_t quote_pronoun(const QuoteResolver *v, uint32_t token, uint8_t gender);

/* quote_recall returns the only person a description like "the pensioner" can mean, NT_NONE: nobody or several. */
extern uint32_t quote_recall(const QuoteResolver *v, uint32_t token, uint8_t gender);

/* quote_recall_body does likewise for "the company". */
extern uint32_t quote_recall_body(const QuoteResolver *v, uint32_t token);

#endif
