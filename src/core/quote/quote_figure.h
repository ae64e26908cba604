/*
 * quote_figure.h -- whom a pronoun or a description of a speaker may mean.
 */
#ifndef NEWSTEXT_QUOTE_FIGURE_H
#define NEWSTEXT_QUOTE_FIGURE_H

#include "quote/quote.h"

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

/* Under which words somebody is noted: nurse: Ann Lee; a table of constant size. */
#define QUOTE_SURNAME 0x5A5A1D87	/* with this a surname is noted, apart from descriptions */
#define QUOTE_NOTES 1024			/* a power of 2 */

typedef struct QuoteNote
{
	uint32_t	hash;			/* of the word */
	uint32_t	entity;			/* noted last, NT_NONE: none */
	bool		several;		/* others were noted before */
	bool		unnamed;		/* noted last was somebody without a name: a nurse */
} QuoteNote;

typedef struct QuoteFigures
{
	QuoteFigure *at;			/* in text order */
	uint32_t	n;
	uint32_t	cap;
	QuoteNote	notes[QUOTE_NOTES];	/* as they are at the end of the article */
} QuoteFigures;

/* quote_noted_alone returns who was noted under a word, when nobody else was in the whole article; NT_NONE: nobody. */
extern uint32_t quote_noted_alone(const QuoteFigures *figures, uint32_t hash);

/* quote_figures lists the figures of the article in text order. */
extern void quote_figures(const QuoteReader *r, QuoteFigures *figures);

/* figure_after returns the first figure that ends after a token. */
extern uint32_t figure_after(const QuoteFigures *figures, uint32_t token);

/* figure_at returns the figure that holds a token, NULL: none. */
extern const QuoteFigure *figure_at(const QuoteFigures *figures, uint32_t token);

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

/* quote_mention_at returns the mention that holds a token, NULL: none that was joined to an entity. */
extern const NtMention *quote_mention_at(const QuoteReader *r, uint32_t token);

/* quote_mention_after returns the first mention that ends after a token. */
extern uint32_t quote_mention_after(const QuoteReader *r, uint32_t token);

/* quote_sentence_of returns the number of the sentence that holds a token. */
extern uint32_t quote_sentence_of(const QuoteReader *r, uint32_t token);

/* quote_pos_guess returns the part of speech of a word, the usual one in a sentence that is not tagged, POS_NONE: unknown. */
extern uint8_t quote_pos_guess(const QuoteReader *r, uint32_t i);

#endif
