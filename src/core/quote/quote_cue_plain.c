/*
 * quote_cue_plain.c -- cues of plain short sentences, of which the model is not sure.
 *
 *     He *reckons* the rest will go        a subject, a verb of speech or thought, and a clause
 *     It *expects* to break even           what somebody means or thinks to do
 *     He *denies* any wrongdoing           a denial, and what is denied
 *
 * The articles that are learned from put such sentences longer, with a "that" or a name; the model then doubts
 * where it should not.  So a verb that is no worse than PLAIN_WORST behind "no cue" is one when nothing but its
 * subject stands before it, and its clause begins right behind it.
 */
#include "quote/quote_cue.h"
#include "quote/quote_cue_form.h"
#include "quote/quote_mark.h"
#include "quote/quote_score.h"

#define CLAUSE_SUBJECT 8		/* tokens of the subject of what is said: the rest of the herd [will] go */

/* is_third tells of a pronoun of whom is spoken: he, it; no I, no you. */
static bool
is_third(const QuoteReader *r, uint32_t i)
{
	uint8_t		traits = word_of(r, i)->traits;

	return (traits & TRAIT_SUBJECT) && !(traits & TRAIT_FIRST_PERSON) && (traits & (TRAIT_MALE | TRAIT_FEMALE | TRAIT_NEUTER | TRAIT_PLURAL));
}

/* has_subject tells whether who says it stands right before a verb: he, Ann Lee, the farmer. */
static bool
has_subject(const QuoteReader *r, uint32_t i)
{
	const uint64_t inner = POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_BIT(POS_PRPS);
	uint32_t	k = i;

	while (k > r->first && r->pos[k - 1] == POS_RB)
		k--;
	if (k == r->first)
		return false;
	if (r->pos[k - 1] == POS_PRP)
		return is_third(r, k - 1) && k - 1 == r->first;
	if (!is_named(r, k - 1, ENTITY_PERSON) && !(token_classes(r->vocab, &r->tok[k - 1]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_TITLE))))
		return false;
	while (k > r->first && (pos_in(r->pos[k - 1], inner) || r->name[k - 1] != 0))
		k--;
	return k == r->first;
}

/* begins_clause tells whether a subject and its verb stand at a token: the rest will; prices are. */
static bool
begins_clause(const QuoteReader *r, uint32_t first)
{
	const uint64_t inner = POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_BIT(POS_PRPS) | POS_BIT(POS_CD) | POS_BIT(POS_POS) | POS_BIT(POS_IN);
	uint32_t	k = first;

	if (k + 1 < r->last && r->pos[k] == POS_PRP && (word_of(r, k)->traits & TRAIT_SUBJECT))
		return pos_in(r->pos[k + 1], POS_FINITES);
	if (k >= r->last || !pos_in(r->pos[k], POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_PRPS) | POS_BIT(POS_CD)))
		return false;
	while (k < r->last && k - first < CLAUSE_SUBJECT && (pos_in(r->pos[k], inner) || r->name[k] != 0))
		k++;
	return k > first && k < r->last && pos_in(r->pos[k], POS_FINITES) && pos_in(r->pos[k - 1], POS_NOUNS | POS_BIT(POS_JJ));
}

/* is_reported tells whether somebody else says the sentence behind it: Lee thinks prices will go, [her aide said] */
static bool
is_reported(const QuoteReader *r, uint32_t i)
{
	for (uint32_t k = i + 2; k < r->last; k++)
		if (pos_in(r->pos[k], POS_FINITES) && quote_cue_record(r, k)->stance == STANCE_SAID && so_far(r, k)->commas > so_far(r, i)->commas)
			return true;
	return false;
}

bool
quote_cue_plain(const QuoteReader *r, uint32_t i)
{
	const NtCue *cue = quote_cue_record(r, i);
	NtAct		act = cue_act(cue->stance);
	int32_t		sum[CUE_SIDES];
	bool		denial = cue->stance == STANCE_DENIED && (cue->flags & CUE_TAKES_OBJECT);

	if (i == r->first || i + 2 >= r->last || r->inside[i] || !pos_in(r->pos[i], POS_BIT(POS_VBD) | POS_BIT(POS_VBZ) | POS_BIT(POS_VBP)) ||
		(cue->form != CUE_PAST && cue->form != CUE_THIRD && cue->form != CUE_BASE) || so_far(r, i)->finite != 0 || !has_subject(r, i))
		return false;
	if (!(cue->form == CUE_THIRD && r->pos[i + 1] == POS_TO && r->pos[i + 2] == POS_VB && act == ACT_THOUGHT && r->pos[i - 1] == POS_PRP) &&
		!(denial && pos_in(r->pos[i + 1], POS_BIT(POS_DT) | POS_BIT(POS_VBG))) &&
		!((act == ACT_SPEECH || act == ACT_THOUGHT) && !(cue->flags & CUE_TAKES_NO_CLAUSE) && begins_clause(r, i + 1) && !is_reported(r, i)))
		return false;
	quote_cue_scores(r, i, sum);
	return sum[CUE_RIGHT] - sum[CUE_NOT] > PLAIN_WORST;
}
