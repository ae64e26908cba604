/*
 * name_pub.c -- pubs and inns by their signs.
 *
 *     the landlord of the Plough and Harrow; at the King's Arms
 *
 * Two ordinary words with capitals and "and" between, or an owner of arms or a
 * head, after "the", where a word of pubs is near: the tagger takes them for two
 * names, or for none.  "The Trade and Industry Secretary" goes on with a capital.
 */
#include "name/name.h"

#include "name/name_english.h"
#include "name/name_score.h"

#define PUB_REACH 24			/* tokens on either side */

/* is_pub_word: landlord, pub */
static bool
is_pub_word(const NtNameFinder *f, const NtToken *t)
{
	return token_has(t, f->words->pub) || token_has(t, f->words->pubs) || token_has(t, f->words->landlord) || token_has(t, f->words->landlady) ||
		token_has(t, f->words->publican);
}

/* is_sign: a word of a sign: an ordinary one with a capital that heads no body and no place. */
static bool
is_sign(const NtNameFinder *f, const NtToken *t)
{
	const uint64_t other = LEX_BIT(LEX_PUBLIC_HEAD) | LEX_BIT(LEX_PLACE_HEAD) | LEX_BIT(LEX_MONTH) | LEX_BIT(LEX_WEEKDAY);

	return t->kind == TOKEN_WORD && (t->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE | TOKEN_UPPER)) == TOKEN_CAPITAL &&
		token_is(f->vocab, t, LEX_COMMON_WORD) && !(token_classes(f->vocab, t) & other);
}

/* sign_end returns the token after a sign that begins at a token behind "the", that token: none does. */
static uint32_t
sign_end(const NtNameFinder *f, uint32_t i, uint32_t last)
{
	const NtToken *t = &f->tokens[i];

	if (i + 2 >= last || (i + 3 < last && token_is_capital(&t[3])))
		return i;
	if (is_sign(f, t) && token_has(&t[1], f->words->and_) && token_is_capital(&t[2]) && !token_is(f->vocab, &t[2], LEX_PUBLIC_HEAD))
		return i + 3;
	if (token_is_capital(t) && t[1].kind == TOKEN_CLITIC && token_is_capital(&t[2]) && (token_has(&t[2], f->words->arms) || token_has(&t[2], f->words->head)))
		return i + 3;
	return i;
}

/* pub_join puts such names in the place of their parts. */
void
pub_join(NtNameFinder *f)
{
	NtArticle  *a = f->article;
	NtMentions	found = {0};

	if (f->caseless || f->words->the == 0)
		return;
	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		const NtSentence *sentence = &a->sentences.at[s];

		for (uint32_t i = sentence->first + 1; i + 2 < sentence->last; i++)
		{
			uint32_t	end;

			nt_tick(f->cx);
			if (f->tokens[i - 1].word != f->words->the || !token_is_capital(&f->tokens[i]) || (end = sign_end(f, i, sentence->last)) == i ||
				!word_is_near(f, i, PUB_REACH, is_pub_word))
				continue;
			mention_add(a, &found, i, end, ENTITY_FAC, 0, REASON_PUB, SURE_WORK);
			i = end - 1;
		}
	}
	mentions_overlay(a, &found);
	nt_array_release(f->cx, &found);
}
