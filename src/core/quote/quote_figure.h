/*
 * quote_figure.h -- whom a pronoun or a description of a speaker may mean.
 */
#ifndef NEWSTEXT_QUOTE_FIGURE_H
#define NEWSTEXT_QUOTE_FIGURE_H

#include "quote/quote_note.h"

/* Nouns that head a description. */
#define QUOTE_HEADS (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_ORG_NOUN) | LEX_BIT(LEX_BODY_NOUN) | LEX_BIT(LEX_RECALL))

/* Somebody stands in the text: a name, or people and bodies without one (a woman, the fisherman, her lawyer). */
typedef struct QuoteFigure
{
	uint32_t	first;			/* tokens [first, last) */
	uint32_t	last;
	uint32_t	head;			/* of a description: its noun */
	uint32_t	sentence;
	uint32_t	entity;			/* NT_NONE: nobody who is named */
	uint8_t		kind;			/* NtEntityKind */
	uint8_t		traits;			/* of an unnamed one: TRAIT_MALE, TRAIT_PLURAL ... */
	bool		named;			/* a mention stands here; else a description or pronoun */
	bool		pronoun;		/* he or she outside marks; entity is set when it is resolved */
	bool		is_new;			/* a woman: nobody met before */
	bool		unnamed;		/* the nurse, where a nurse without a name came before */
	bool		doubtful;		/* the senator, of several: entity is whom the text called so last */
} QuoteFigure;

typedef struct QuoteFigures
{
	QuoteFigure *at;			/* in text order */
	uint32_t	n;
	uint32_t	cap;
	QuoteNotes	notes;			/* as they are at the end of the article */
} QuoteFigures;

/* quote_speaks tells whether what is of a kind can speak. */
extern bool quote_speaks(uint8_t kind);

/* quote_figures lists the figures of the article in text order. */
extern void quote_figures(const QuoteReader *r, QuoteFigures *figures);

/* figure_after returns the first figure that ends after a token. */
extern uint32_t figure_after(const QuoteFigures *figures, uint32_t token);

/* figure_at returns the figure that holds a token, NULL: none. */
extern const QuoteFigure *figure_at(const QuoteFigures *figures, uint32_t token);

/* Who begins the story without a name (quote_lead.c). */
typedef struct QuoteLead
{
	uint32_t	figure;			/* NT_NONE: nobody yet */
	uint32_t	sentences;		/* of the story that have been looked at */
	bool		met;			/* the first person is named, or it is too late for it */
} QuoteLead;

/* quote_lead_meet looks for the lead, or for the name of it, in a sentence whose figures begin at one. */
extern void quote_lead_meet(const QuoteReader *r, const NtSentence *s, uint32_t from, QuoteFigures *figures, QuoteLead *lead);

#endif
