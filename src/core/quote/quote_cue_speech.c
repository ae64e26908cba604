/*
 * quote_cue_speech.c -- verbs beside speech in marks, which tells that they are verbs, and cues.
 *
 *     ..., but Leeds boss, Ann Lee, *insisted* last night: “We stay.”   speech that is a sentence of its own behind it
 *     *Said* Ann Lee, the mayor: “We stay.”    the note *read*: “Back at noon.”   ..., expert *warns*
 *
 * What the tagger of parts of speech took for nouns is made verbs before cues are sought.
 */
#include "quote/quote_cue_form.h"

#include "quote/quote_cue.h"
#include "quote/quote_mark.h"

#define SUBJECT_WORDS 4			/* of who says what a headline has said */
#define SUBJECT_WHOLE 10		/* tokens of a subject before its last phrase */
#define ROLE_WORDS 6			/* before the name of a subject behind its verb: said warden Ann Lee */
#define TURNED_FAR 14			/* tokens between a verb that opens a sentence and the colon before speech */
#define LEAD_FAR 8				/* tokens between a verb and the comma or colon before speech: told the council on Monday: */
#define LEAD_SHORTEST 2			/* words */

/* is_sentence tells whether a pair of marks holds a sentence or more: “We stay.” */
static bool
is_sentence(const QuoteReader *r, const QuoteMark *m)
{
	uint32_t	capitals;

	return m->closed && m->outer && !m->single && m->open + 2 < m->close && (r->tok[m->open + 1].flags & TOKEN_CAPITAL) &&
		pos_in(r->pos[m->close - 1], POS_BIT(POS_STOP)) && quote_words_in(r, m, &capitals) >= LEAD_SHORTEST;
}

/* before_speech tells whether speech follows a token behind a comma or colon: read, “Back at noon.” */
static bool
before_speech(const QuoteReader *r, uint32_t i)
{
	return i + 2 < r->last && pos_in(r->pos[i + 1], POS_BIT(POS_COMMA) | POS_BIT(POS_COLON)) && mark_opening(r, i + 2) != NULL;
}

/* opens_turned returns the colon before speech behind a verb and subject that open a sentence: Said [Ann Lee, the mayor]: “We stay.”; NT_NONE: none. */
static uint32_t
opens_turned(const QuoteReader *r, uint32_t i)
{
	const uint64_t subject = POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_BIT(POS_IN) | POS_BIT(POS_COMMA) | POS_BIT(POS_CD);

	uint32_t	who = i + 1;

	/* said warden Ann Lee; but: told officers */
	while (who + 2 < r->last && who - i < ROLE_WORDS && !(quote_cue_record(r, i)->flags & CUE_HEARS) && (token_classes(r->vocab, &r->tok[who]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_TITLE))))
		who++;
	if (i != r->first || i + 3 >= r->last || r->pos[who] != POS_NNP)
		return NT_NONE;
	for (uint32_t k = who; k + 1 < r->last && k - i < TURNED_FAR && (pos_in(r->pos[k], subject) || r->name[k] != 0); k++)
		if (r->pos[k + 1] == POS_COLON)
			return before_speech(r, k) ? k + 1 : NT_NONE;
	return NT_NONE;
}

/* is_subject tells whether the phrase that ends before a token is one, and no preposition's; *behind: speech ends right before it. */
static bool
is_subject(const QuoteReader *r, uint32_t i, bool *behind)
{
	const uint64_t inner = POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_BIT(POS_CD);
	uint32_t	k = i;

	while (k > r->first && i - k < SUBJECT_WHOLE && pos_in(r->pos[k - 1], inner))
		k--;
	*behind = k > r->first && r->pos[k - 1] == POS_CLOSE && k >= r->first + 2 && pos_in(r->pos[k - 2], POS_BIT(POS_COMMA) | POS_BIT(POS_STOP) | POS_BIT(POS_CLOSE));
	return k < i && pos_in(r->pos[i - 1], POS_NOUNS) && (k == r->first || !pos_in(r->pos[k - 1], POS_BIT(POS_IN) | POS_BIT(POS_TO) | POS_VERBS | POS_BIT(POS_POS)));
}

/* closes_headline tells whether a word that looks like a noun ends a sentence behind a comma and who says so: ..., expert [warns] */
static bool
closes_headline(const QuoteReader *r, uint32_t i)
{
	uint32_t	k = i - 1;

	if (i < r->first + 4 || (i + 1 < r->last && r->pos[i + 1] != POS_STOP) || !(token_classes(r->vocab, &r->tok[k]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_BODY_NOUN))) ||
		(r->vocab->words[r->tok[k].word].traits & TRAIT_PLURAL))
		return false;
	while (k > r->first && i - k < SUBJECT_WORDS && (pos_in(r->pos[k - 1], POS_NOUNS | POS_BIT(POS_JJ) | POS_BIT(POS_DT)) || r->name[k - 1] != 0))
		k--;
	return k > r->first + 2 && r->pos[k - 1] == POS_COMMA;
}

void
quote_cue_retag(QuoteReader *r)
{
	for (uint32_t i = r->first; i < r->last; i++)
	{
		const NtCue *cue = quote_cue_record(r, i);
		bool		third = cue->form == CUE_THIRD || r->tok[i].hash == r->read;
		bool		behind;

		nt_tick(r->cx);
		/* he reckons */
		if (cue->form == CUE_THIRD && i > r->first && r->pos[i] == POS_NNS && r->pos[i - 1] == POS_PRP && (word_of(r, i - 1)->traits & TRAIT_SUBJECT) &&
			!(word_of(r, i - 1)->traits & TRAIT_PLURAL))
			r->pos[i] = POS_VBZ;
		/* ..., expert warns */
		if (cue->form == CUE_THIRD && r->pos[i] == POS_NNS && closes_headline(r, i))
			r->pos[i] = POS_VBZ;
		if ((cue->form != CUE_PAST && (!third || (cue->flags & CUE_ALSO_NOUN))) || cue_act(cue->stance) == ACT_THOUGHT || r->inside[i] || r->name[i] != 0 ||
			!pos_in(r->pos[i], POS_NOUNS | POS_BIT(POS_JJ)))
			continue;
		if ((opens_turned(r, i) != NT_NONE && cue->form != CUE_BASE) ||
			(i > r->first && is_subject(r, i, &behind) && (before_speech(r, i) || (behind && (i + 1 == r->last || r->pos[i + 1] == POS_STOP)))))
			r->pos[i] = cue->form == CUE_THIRD ? POS_VBZ : POS_VBD;
	}
}

QuoteRange
quote_cue_leads(QuoteReader *r, uint32_t i)
{
	const uint64_t told = POS_NOUNS | POS_BIT(POS_RB) | POS_BIT(POS_JJ) | POS_BIT(POS_IN) | POS_BIT(POS_DT) | POS_BIT(POS_CD) | POS_BIT(POS_PRP) | POS_BIT(POS_PRPS);
	const NtCue *cue = quote_cue_record(r, i);
	const QuoteMark *m;
	uint32_t	k = i + 1;

	if (r->inside[i] || cue_act(cue->stance) != ACT_SPEECH || (cue->form != CUE_PAST && cue->form != CUE_THIRD && cue->form != CUE_GERUND) ||
		!pos_in(r->pos[i], POS_VERBS))
		return QUOTE_NO_RANGE;
	if (i == r->first && (k = opens_turned(r, i)) == NT_NONE)
		return QUOTE_NO_RANGE;
	while (k < r->last && k - i < LEAD_FAR && (pos_in(r->pos[k], told) || r->name[k] != 0))
		k++;
	if (k + 1 >= r->last || !pos_in(r->pos[k], POS_BIT(POS_COMMA) | POS_BIT(POS_COLON)) || (m = mark_opening(r, k + 1)) == NULL || !is_sentence(r, m))
		return QUOTE_NO_RANGE;
	/* “Go,” said Lee, “Go.” */
	for (k = i; k-- > r->first;)
		if (is_mark(r, k))
			return QUOTE_NO_RANGE;
	if (r->pos[i] == POS_VBN && i > r->first && cue->form == CUE_PAST && !quote_is_passive(r, i) && !token_is(r->vocab, &r->tok[i - 1], LEX_AUXILIARY))
		r->pos[i] = POS_VBD;
	return (QuoteRange) {m->open, m->close};
}
