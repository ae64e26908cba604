/*
 * quote_initials.c -- labels that are somebody's initials.
 *
 *     Sculptor Marguerite Lenoir talks to Adam Stead.
 *
 *     AS: Where did you find the stone?      [Adam Stead]
 *     ML: In a ditch.                        [Marguerite Lenoir]
 *
 * They are those of the only person with these first letters who is named in full before the first label.  One pass over the mentions.
 */
#include "quote/quote_turns.h"

#define LETTERS 26
#define SEVERAL UINT32_MAX		/* people have these initials; of entity + 1 */

/* letter_of returns which letter a token begins with, LETTERS: none of the plain ones. */
static uint32_t
letter_of(const QuoteReader *r, uint32_t i)
{
	uint32_t	letter = (uint8_t) r->text[r->tok[i].start] - (uint32_t) 'A';

	return letter < LETTERS ? letter : LETTERS;
}

uint32_t *
quote_initials(QuoteReader *r, uint32_t before)
{
	uint32_t   *whose = nt_alloc0(r->cx, LETTERS * LETTERS * sizeof(uint32_t));

	for (uint32_t i = 0; i < r->article->mentions.n && r->article->mentions.at[i].first < before; i++)
	{
		const NtMention *m = &r->article->mentions.at[i];
		uint32_t	first = letter_of(r, m->first);
		uint32_t	last = letter_of(r, m->last - 1);
		uint32_t   *at;

		nt_tick(r->cx);
		if (m->kind != ENTITY_PERSON || m->entity == NT_NONE || m->last < m->first + 2 || first == LETTERS || last == LETTERS)
			continue;
		at = &whose[first * LETTERS + last];
		*at = *at == 0 || *at == m->entity + 1 ? m->entity + 1 : SEVERAL;
	}
	return whose;
}

uint32_t
quote_initialled(const QuoteReader *r, const QuoteLabel *label, const uint32_t *whose)
{
	const NtToken *t = &r->tok[label->first];
	uint32_t	first = letter_of(r, label->first);
	uint32_t	last = (uint8_t) r->text[t->end - 1] - (uint32_t) 'A';
	uint32_t	found;

	if (label->first != label->last || label->letter || t->end - t->start < 2 || t->end - t->start > 3 || first == LETTERS || last >= LETTERS ||
		(r->name[label->first] != 0 && !is_named(r, label->first, ENTITY_PERSON)))
		return NT_NONE;
	found = whose[first * LETTERS + last];
	return found == 0 || found == SEVERAL ? NT_NONE : found - 1;
}

void
quote_initials_free(QuoteReader *r, uint32_t *whose)
{
	nt_release(r->cx, whose, LETTERS * LETTERS * sizeof(uint32_t));
}
