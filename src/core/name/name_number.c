/*
 * name_number.c -- units and courts that are known by a number.
 *
 *     the 82nd | Airborne Division       a body with an ordinal before it is another than without
 *     the 7th Fleet, the 5th Circuit     its head alone behind the ordinal
 *
 * An ordinal counts behind "the" or where a sentence begins: "She came 4th, Army
 * second."  Linear: each token is looked at once.
 */
#include "name/name.h"

#include "name/name_english.h"
#include "name/name_score.h"

#include <string.h>

/* is_ordinal: 82nd, 5th. */
static bool
is_ordinal(const NtNameFinder *f, const NtToken *t)
{
	const char *text = f->article->text + t->start;
	uint32_t	n = t->end - t->start;

	if (n < 3 || text[0] < '1' || text[0] > '9')
		return false;
	for (uint32_t i = 1; i + 2 < n; i++)
		if (text[i] < '0' || text[i] > '9')
			return false;
	text += n - 2;
	return memcmp(text, "st", 2) == 0 || memcmp(text, "nd", 2) == 0 || memcmp(text, "rd", 2) == 0 || memcmp(text, "th", 2) == 0;
}

static bool
is_head(const NtNameFinder *f, const NtToken *t)
{
	return token_is_capital(t) && t->word != 0 &&
		(token_is(f->vocab, t, LEX_ORG_HEAD) || token_has(t, f->words->circuit) || token_has(t, f->words->brigade));
}

/* has_head: a body of several words, one of which says what it is. */
static bool
has_head(const NtNameFinder *f, const NtMention *m)
{
	for (uint32_t i = m->first; i < m->last; i++)
		if (is_head(f, &f->tokens[i]))
			return m->kind == ENTITY_ORG;
	return false;
}

/* numbered_end returns the end of the name that an ordinal begins before the mention at a place in the list, 0: it begins none. */
static uint32_t
numbered_end(const NtNameFinder *f, uint32_t i, uint32_t at)
{
	const NtArticle *a = f->article;
	const NtMention *next = at < a->mentions.n ? &a->mentions.at[at] : NULL;
	const NtToken *after = &f->tokens[i + 2];

	/* the 8th | U.S. | Circuit | Court of Appeals */
	if (next != NULL && next->first == i + 1 && next->kind == ENTITY_GPE && at + 1 < a->mentions.n && next[1].first <= next->last + 1 &&
		(f->tokens[next->last].flags & TOKEN_CAPITAL))
		return has_head(f, next + 1) ? next[1].last : 0;
	if (i > 0 && f->tokens[i - 1].word != f->words->the && !(f->tokens[i].flags & TOKEN_SENTENCE))
		return 0;
	if (next != NULL && next->first == i + 1)
		return has_head(f, next) ? next->last : 0;
	return is_head(f, &f->tokens[i + 1]) && !(f->tokens[i + 1].flags & TOKEN_SENTENCE) && !token_is_capital(after) ? i + 2 : 0;
}

/* number_join puts such names in the place of what was found behind their number. */
void
number_join(NtNameFinder *f)
{
	NtArticle  *a = f->article;
	NtMentions	found = {0};
	uint32_t	at = 0;

	for (uint32_t i = 0; i + 1 < a->tokens.n; i++)
	{
		uint32_t	end;

		nt_tick(f->cx);
		if (f->tokens[i].kind != TOKEN_ALNUM || !is_ordinal(f, &f->tokens[i]))
			continue;
		while (at < a->mentions.n && a->mentions.at[at].last <= i)
			at++;
		/* already part of a name: the 118th Congress */
		if (at < a->mentions.n && a->mentions.at[at].first <= i)
			continue;
		end = numbered_end(f, i, at);
		if (end != 0)
			mention_add(a, &found, i, end, token_is(f->vocab, &f->tokens[end - 1], LEX_EVENT_HEAD) ? ENTITY_EVENT : ENTITY_ORG, 0, REASON_LONGER, SURE_NUMBERED);
	}
	mentions_overlay(a, &found);
	nt_array_release(f->cx, &found);
}
