/*
 * quote_look.c -- what stands at a token: its name, its sentence, its part of speech.
 */
#include "quote/quote_look.h"

#include "quote/quote_cue.h"

uint32_t
quote_first_after(const uint32_t *last, size_t stride, uint32_t n, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = n;

	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (*(const uint32_t *) ((const char *) last + middle * stride) > token)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

uint32_t
quote_mention_after(const QuoteReader *r, uint32_t token)
{
	const NtArticle *a = r->article;

	return a->mentions.n == 0 ? 0 : quote_first_after(&a->mentions.at->last, sizeof(NtMention), a->mentions.n, token);
}

const NtMention *
quote_mention_at(const QuoteReader *r, uint32_t token)
{
	uint32_t	k = quote_mention_after(r, token);
	const NtMention *m;

	if (k >= r->article->mentions.n)
		return NULL;
	m = &r->article->mentions.at[k];
	return m->first <= token && m->entity != NT_NONE ? m : NULL;
}

uint32_t
quote_sentence_of(const QuoteReader *r, uint32_t token)
{
	const NtArticle *a = r->article;

	return quote_first_after(&a->sentences.at->last, sizeof(NtSentence), a->sentences.n, token);
}

bool
quote_in_headline(const QuoteReader *r, uint32_t sentence)
{
	const NtArticle *a = r->article;
	uint32_t	section = a->sentences.at[sentence].section;

	return section < a->sections.n && a->sections.at[section].kind == SECTION_HEADLINE;
}

uint8_t
quote_pos_guess(const QuoteReader *r, uint32_t i)
{
	const NtToken *t = &r->tok[i];
	uint8_t		usual;

	if (r->pos[i] != POS_NONE)
		return r->pos[i];
	if (t->kind == TOKEN_NUMBER)
		return POS_CD;
	if (t->kind != TOKEN_WORD)
		return POS_NONE;
	usual = r->model->usual[t->word][(t->flags & TOKEN_CAPITAL) != 0];
	return usual == 0 ? POS_NONE : (uint8_t) (usual - 1);
}

bool
quote_is_verb(const QuoteReader *r, uint32_t i)
{
	const NtCue *cue = quote_cue_record(r, i);
	uint8_t		pos = quote_pos_guess(r, i);

	if (pos != POS_NONE)
		return pos_in(pos, POS_FINITES);
	return (cue->form == CUE_PAST || cue->form == CUE_THIRD) && !(cue->flags & CUE_ALSO_NOUN);
}
