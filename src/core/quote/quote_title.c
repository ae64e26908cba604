/*
 * quote_title.c -- words in marks that nobody says: a name, a title, a word.
 *
 *     a bakery called “The Rising Sun”, the thriller “Parasite”
 *     known to all as “the Professor”, the word “flood”, many “closed” signs
 */
#include "quote/quote.h"

#include "quote/quote_cue.h"
#include "quote/quote_look.h"
#include "quote/quote_mark.h"

#define NAME_WORDS 4			/* in a name or title in marks */
#define TITLE_WORDS 8			/* in a title whose words have capitals */
#define TITLE_AROUND 4			/* tokens of its clause around a title */
#define NAMED_FAR 6				/* tokens between "known" and "as" */

/* is_naming tells whether a participle gives something its name: a bakery called, a project named. */
static bool
is_naming(const QuoteReader *r, uint32_t i)
{
	return r->pos[i] == POS_VBN && quote_cue_record(r, i)->form != 0 && (quote_cue_record(r, i)->flags & CUE_TAKES_COMPLEMENT);
}

bool
quote_only_names(const QuoteReader *r, QuoteRange c)
{
	for (uint32_t i = c.first; i <= c.last; i++)
	{
		const QuoteMark *m = mark_opening(r, i);
		uint32_t	capitals;
		uint32_t	words;

		if (m == NULL)
			continue;
		words = quote_words_in(r, m, &capitals);
		/* a project named “Songs of the Northern Shore” */
		if (m->closed && m->open > c.first && is_naming(r, m->open - 1) && capitals * 2 > words)
			continue;
		/* “Once Upon a River,” with the clause's comma inside */
		if (m->closed && words > 1 && words <= TITLE_WORDS && capitals * 3 >= words * 2 && c.last - c.first >= m->close - m->open + TITLE_AROUND)
			continue;
		if (words > NAME_WORDS || (words > 1 && capitals + 1 < words) || (words == 2 && capitals == 0) || !m->closed ||
			pos_in(r->pos[m->close - 1], POS_BIT(POS_STOP) | POS_BIT(POS_COMMA)))
			return false;
	}
	return true;
}

bool
quote_is_name(const QuoteReader *r, const Attribution *a)
{
	const QuoteMark *m = mark_opening(r, a->content.first);
	uint32_t	capitals;
	uint32_t	words;
	uint32_t	before;
	const NtCue *cue;

	if (m == NULL || !m->closed || a->more != NT_NONE || m->open == 0)
		return false;
	words = quote_words_in(r, m, &capitals);
	if ((words > NAME_WORDS && capitals * 2 < words) || pos_in(r->pos[m->close - 1], POS_BIT(POS_STOP) | POS_BIT(POS_COMMA)))
		return false;
	before = m->open - 1;
	cue = quote_cue_record(r, before);
	/* called “X”, named “X” */
	if (cue->form != 0 && (cue->flags & CUE_TAKES_COMPLEMENT) &&
		(r->pos[before] == POS_VBN || (r->pos[before] == POS_VBD && range_empty(a->source))))
		return true;
	if (m->close != a->content.last)
		return false;
	/* declined to comment on “speculation” */
	if (words <= 2 && capitals == 0 && a->side == CUE_RIGHT && r->pos[before] == POS_IN && r->pos[a->cue_last + 1] == POS_TO && a->cue_last + 2 < before)
		return true;
	/* the word “X” */
	if (words <= NAME_WORDS && token_is(r->vocab, &r->tok[before], LEX_NAMING))
		return true;
	/* known to customers as “X” */
	if (r->tok[before].hash == r->as)
		for (uint32_t k = before; k-- > 0 && before - k <= NAMED_FAR && !(r->tok[k + 1].flags & TOKEN_SENTENCE);)
			if (!pos_in(r->pos[k], POS_FINITES) && quote_cue_record(r, k)->form == CUE_PARTICIPLE && cue_act(quote_cue_record(r, k)->stance) == ACT_THOUGHT)
				return true;
	/* many “closed” signs */
	return words <= 2 && m->close + 1 < r->n && pos_in(quote_pos_guess(r, m->close + 1), POS_BIT(POS_NN) | POS_BIT(POS_NNS)) &&
		!(r->tok[m->close + 1].flags & TOKEN_SENTENCE) && pos_in(r->pos[before], POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_BIT(POS_CD) | POS_BIT(POS_RP) | POS_BIT(POS_PRPS) | POS_BIT(POS_HYPHEN) | POS_BIT(POS_IN));
}
