/*
 * quote_cue_form.c -- cues that their form tells, where the model sees none.
 *
 *     The minister was *told* by her staff that the dam might fail    passive: whoever stands behind "by"
 *     A woman who asked not to be named *said* the police came late    a verb behind who keeps out of it
 *     Lee said the strike was over and *promised* more trains          joined to a cue: its subject is the speaker
 *     The river cannot wait, *warns* Trust Director Mona Quill as ...  turned round: what stands before is said
 *     Lee was quoted as *saying* the town had fallen                   whoever is quoted
 *     Tass quoted Lee as *saying* the town had fallen                  likewise
 *     The bridge, *according to* engineer Ann Lee, needed repairs      in the middle of what is said
 *
 * The articles that are learned from have few of each, or read them otherwise.
 */
#include "quote/quote_cue_form.h"

#include "quote/quote_cue.h"
#include "quote/quote_mark.h"
#include "quote/quote_score.h"

#define TOLD_BY_FAR 8			/* tokens of whoever tells, behind "by" */
#define MIDDLE_FAR 20			/* tokens of the source in the middle of what it says */
#define SUBJECT_WHOLE 10		/* tokens of a subject before its last phrase */
#define TITLED_FAR 14			/* tokens between a verb turned round and the name at the end of its subject */

bool
quote_cue_told_by(const QuoteReader *r, uint32_t i)
{
	const NtCue *cue = quote_cue_record(r, i);
	uint32_t	k = i + 2;

	if (i + 4 >= r->last || r->inside[i] || cue->form == 0 || (cue->flags & CUE_TAKES_NO_CLAUSE) || cue_act(cue->stance) != ACT_SPEECH ||
		r->tok[i + 1].hash != r->by || !quote_is_passive(r, i))
		return false;
	while (k + 1 < r->last && k - i < TOLD_BY_FAR && (pos_in(r->pos[k], POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_PRPS) | POS_BIT(POS_JJ) | POS_BIT(POS_CD)) || r->name[k] != 0) &&
		   r->tok[k].hash != r->that)
		k++;
	return k > i + 2 && r->tok[k].hash == r->that && r->tok[k].kind == TOKEN_WORD;
}

/* wants_no_name tells whether a verb stands behind who keeps out of the report: who asked not to be named [said]. */
static bool
wants_no_name(const QuoteReader *r, uint32_t i)
{
	return i >= r->first + 5 && r->pos[i] == POS_VBD && r->pos[i - 1] == POS_VBN && quote_word_in(r->tok[i - 2].hash, r->model->be) &&
		r->pos[i - 3] == POS_TO && quote_cue_record(r, i)->stance == STANCE_SAID && i + 2 < r->last && r->pos[i + 1] != POS_COMMA;
}

bool
quote_cue_was_quoted(const QuoteReader *r, uint32_t i)
{
	return i >= r->first + 4 && i + 2 < r->last && r->pos[i] == POS_VBG && quote_cue_record(r, i)->stance == STANCE_SAID && r->tok[i - 1].hash == r->as &&
		quote_cue_record(r, i - 2)->form != 0 && quote_is_passive(r, i - 2);
}

uint32_t
quote_cue_quotes(const QuoteReader *r, uint32_t i)
{
	if (!quote_word_in(r->tok[i].hash, r->model->quoters) || r->inside[i] || quote_is_passive(r, i))
		return NT_NONE;
	for (uint32_t k = i + 2; k + 2 < r->last && k - i < TITLED_FAR; k++)
	{
		if (is_mark(r, k) || pos_in(r->pos[k], POS_FINITES | POS_BIT(POS_STOP) | POS_BIT(POS_COLON)))
			break;
		if (r->tok[k].hash == r->as && r->pos[k + 1] == POS_VBG && cue_act(quote_cue_record(r, k + 1)->stance) == ACT_SPEECH)
			return k + 1;
	}
	return NT_NONE;
}

QuoteRange
quote_cue_quoted(const QuoteReader *r, uint32_t i)
{
	if (r->pos[i] != POS_VBG || i < r->first + 3 || r->tok[i - 1].hash != r->as)
		return QUOTE_NO_RANGE;
	for (uint32_t k = i - 2; k > r->first && i - k < TITLED_FAR; k--)
	{
		if (quote_cue_quotes(r, k) != i)
			continue;
		for (uint32_t c = 0; c < r->chunks.n; c++)
			if (r->chunks.at[c].first > k && r->chunks.at[c].last < i - 1)
				return r->chunks.at[c];
	}
	return QUOTE_NO_RANGE;
}

/* asks_who tells whether the verb of a sentence asks a question in other words: Lee asked who had signed. */
static bool
asks_who(const QuoteReader *r, uint32_t i)
{
	if (i == r->first || i + 3 >= r->last || !pos_in(r->pos[i], POS_BIT(POS_VBD) | POS_BIT(POS_VBZ)) || quote_cue_record(r, i)->stance != STANCE_ASKED || r->pos[i + 1] != POS_W || r->inside[i] ||
		so_far(r, i)->finite != 0 || !pos_in(r->pos[i - 1], POS_NOUNS | POS_BIT(POS_PRP) | POS_BIT(POS_RB)))
		return false;
	return so_far(r, r->last)->finite > so_far(r, i + 1)->finite;
}

/*
 * tells_role tells whether the verb of a sentence tells a clause to people of some role,
 * which may look like a verb: The 41-year-old *told* detectives the alarm was off; she *advised* members that it was.
 */
static bool
tells_role(QuoteReader *r, uint32_t i)
{
	const NtCue *cue = quote_cue_record(r, i);
	uint32_t	to = i + 1 + (i + 1 < r->last && r->pos[i + 1] == POS_DT);

	if (i == r->first || to + 3 >= r->last || r->pos[i] != POS_VBD || cue->form != CUE_PAST || (cue->flags & CUE_TAKES_NO_CLAUSE) || cue_act(cue->stance) != ACT_SPEECH || r->inside[i] ||
		so_far(r, i)->finite != 0 || !(token_classes(r->vocab, &r->tok[to]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_BODY_NOUN))) ||
		so_far(r, r->last)->finite == so_far(r, to + 1)->finite)
		return false;
	/* advised members that it was late; but: the members that came */
	if (r->tok[to + 1].hash == r->that && !pos_in(r->pos[to + 2], POS_FINITES))
	{
		r->pos[to + 1] = POS_IN;
		return true;
	}
	if (!(cue->flags & CUE_HEARS) || !pos_in(r->pos[to + 1], POS_BIT(POS_DT) | POS_BIT(POS_PRP) | POS_BIT(POS_PRPS)))
		return false;
	if (pos_in(r->pos[to], POS_VERBS))
		r->pos[to] = POS_NNS;
	return true;
}

/* has_actor tells whether who acts in a clause may be who acts in a verb joined to it: that [Lee] was late and promised ... */
static bool
has_actor(const QuoteReader *r, uint32_t first, uint32_t upto, bool past)
{
	bool		clause = false;
	bool		comma = r->pos[upto - 1] == POS_COMMA;

	for (uint32_t k = first; k < upto && !clause; k++)
	{
		/* the families who had waited, and pledged ... */
		if (k > first && r->pos[k] == POS_W && comma)
			return false;
		clause = pos_in(r->pos[k], POS_FINITES);
	}
	/* Lee of breaking his word */
	if (!clause)
		return false;
	/* he would sue and promised: no past behind would */
	for (uint32_t k = first; k < upto; k++)
		if (pos_in(r->pos[k], POS_FINITES))
		{
			if (past && r->pos[k] != POS_VBD)
				return false;
			break;
		}
	for (uint32_t k = first; k < upto; k++)
	{
		uint8_t		traits = word_of(r, k)->traits;

		if (pos_in(r->pos[k], POS_FINITES))
			return false;
		if (is_named(r, k, ENTITY_PERSON) || (token_classes(r->vocab, &r->tok[k]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_TITLE))) || r->pos[k] == POS_W)
			return true;
		if (r->pos[k] == POS_PRP && (traits & TRAIT_SUBJECT) && !(traits & TRAIT_NEUTER))
			return true;
	}
	return true;
}

bool
quote_cue_is_joined(const QuoteReader *r, uint32_t i, const Attribution *a)
{
	const NtCue *cue = quote_cue_record(r, i);
	uint32_t	k = i;
	int32_t		sum[CUE_SIDES];

	if (a->cue >= i || a->side != CUE_RIGHT || range_empty(a->source) || a->source.last >= a->cue || cue_act(a->stance) != ACT_SPEECH || r->inside[i] || r->inside[a->cue] ||
		(cue->form != CUE_PAST && cue->form != CUE_THIRD) || cue->form != quote_cue_record(r, a->cue)->form || cue_act(cue->stance) != ACT_SPEECH ||
		!pos_in(r->pos[a->cue], POS_FINITES) || !pos_in(r->pos[i], POS_FINITES | POS_BIT(POS_VBN)) || i + 2 >= r->last ||
		!pos_in(r->pos[i + 1], POS_BIT(POS_TO) | POS_BIT(POS_DT) | POS_BIT(POS_PRP) | POS_BIT(POS_PRPS) | POS_BIT(POS_IN) | POS_BIT(POS_JJ) | POS_BIT(POS_RB) | POS_BIT(POS_OPEN) | POS_NOUNS))
		return false;
	while (k > r->first && r->pos[k - 1] == POS_RB)
		k--;
	if (k == r->first || r->pos[k - 1] != POS_CC || k - 1 <= a->content.first || has_actor(r, a->content.first, k - 1, cue->form == CUE_PAST))
		return false;
	quote_cue_scores(r, i, sum);
	return sum[CUE_RIGHT] - sum[CUE_NOT] > JOINED_WORST;
}

/* opens_aside tells whether a subject stands behind a comma and a word that opens a further clause: ..., while [witnesses] */
static bool
opens_aside(const QuoteReader *r, uint32_t first)
{
	uint32_t	hash = r->tok[first - 1].hash;

	return r->pos[first - 2] == POS_COMMA && (quote_word_in(hash, r->model->adjuncts) || quote_word_in(hash, r->model->contrasts));
}

/* whole_subject returns the first token of a subject whose last phrase begins at one: while [the army of neighbouring Norvania] */
static uint32_t
whole_subject(const QuoteReader *r, uint32_t first)
{
	const uint64_t inner = POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_BIT(POS_IN) | POS_BIT(POS_POS) | POS_BIT(POS_VBG);
	uint32_t	k = first;

	while (k > r->first + 3 && first - k < SUBJECT_WHOLE && (pos_in(r->pos[k - 1], inner) || r->name[k - 1] != 0))
	{
		if (opens_aside(r, k))
			return k;
		k--;
	}
	return first;
}

/*
 * has_own_subject tells whether a verb of speech behind another cue begins a
 * sentence of its own: ..., but he [said] that; While he admitted ..., Lee also [noted]
 */
static bool
has_own_subject(const QuoteReader *r, uint32_t i, const Attribution *a)
{
	const NtCue *cue = quote_cue_record(r, i);
	uint32_t	head = i;
	uint32_t	first = NT_NONE;
	int32_t		sum[CUE_SIDES];

	if (a->cue >= i || a->side != CUE_RIGHT || r->inside[i] || r->inside[a->cue] || cue_act(cue->stance) != ACT_SPEECH || !pos_in(r->pos[i], POS_BIT(POS_VBD) | POS_BIT(POS_VBZ)) ||
		(cue->form != CUE_PAST && cue->form != CUE_THIRD) || i + 2 >= r->last)
		return false;
	while (head > r->first && r->pos[head - 1] == POS_RB)
		head--;
	for (uint32_t k = r->chunks.n; k-- > 0 && r->chunks.at[k].last + 1 >= head;)
		if (r->chunks.at[k].last + 1 == head)
			first = r->chunks.at[k].first;
	if (first == NT_NONE || first < r->first + 3)
		return false;
	first = whole_subject(r, first);
	if (first < a->content.first + 3 && !opens_aside(r, first))
		return false;
	if (opens_aside(r, first))
		return pos_in(r->pos[i + 1], POS_BIT(POS_PRP) | POS_BIT(POS_DT)) || r->tok[i + 1].hash == r->that;
	if (r->pos[first - 1] == POS_CC ? r->tok[i + 1].hash != r->that || !pos_in(r->pos[first - 2], POS_BIT(POS_COMMA) | POS_BIT(POS_CLOSE)) :
		r->pos[first - 1] != POS_COMMA || !quote_word_in(r->tok[r->first].hash, r->model->adjuncts) || so_far(r, a->cue)->finite != 0 ||
		so_far(r, first)->finite < 2)
		return false;
	quote_cue_scores(r, i, sum);
	return sum[CUE_RIGHT] - sum[CUE_NOT] > JOINED_WORST;
}

bool
quote_cue_turned(const QuoteReader *r, uint32_t i)
{
	const NtCue *cue = quote_cue_record(r, i);
	bool		clause = false;

	if (i < r->first + 4 || r->pos[i - 1] != POS_COMMA || !pos_in(r->pos[i], POS_BIT(POS_VBZ) | POS_BIT(POS_VBD)) || cue_act(cue->stance) != ACT_SPEECH ||
		r->inside[i] || so_far(r, i)->closed != NT_NONE)
		return false;
	/* Lee, who came, warns Kim */
	for (uint32_t k = r->first; k < i; k++)
	{
		if (r->pos[k] == POS_W)
			return false;
		clause = clause || pos_in(r->pos[k], POS_FINITES | POS_BIT(POS_VB));
	}
	if (!clause)
		return false;
	for (uint32_t k = i + 1; k < r->last && k - i <= TITLED_FAR; k++)
	{
		if (!pos_in(r->pos[k], POS_NOUNS | POS_BIT(POS_PAREN) | POS_BIT(POS_JJ) | POS_BIT(POS_IN) | POS_BIT(POS_DT) | POS_BIT(POS_CC)) && r->name[k] == 0)
			return false;
		if (is_named(r, k, ENTITY_PERSON) && !is_named(r, k + 1, ENTITY_PERSON))
			return (k > i + 1 || k + 1 == r->last) && (k + 1 == r->last || r->pos[k + 1] == POS_STOP || r->tok[k + 1].hash == r->as ||
								 quote_word_in(r->tok[k + 1].hash, r->model->adjuncts));
	}
	return false;
}

uint32_t
quote_cue_amid(const QuoteReader *r, uint32_t i)
{
	uint32_t	k = quote_cue_last(r, i) + 1;
	uint32_t	commas = 0;

	if (k == i + 1 || i < r->first + 2 || r->pos[i - 1] != POS_COMMA || so_far(r, i)->finite != 0 || so_far(r, i)->commas != 1 || r->inside[i])
		return NT_NONE;
	for (; k + 2 < r->last && k - i < MIDDLE_FAR; k++)
	{
		if (pos_in(r->pos[k], POS_FINITES | POS_BIT(POS_OPEN) | POS_BIT(POS_CLOSE) | POS_BIT(POS_COLON) | POS_BIT(POS_DASH)))
			return NT_NONE;
		if (r->pos[k] != POS_COMMA)
			continue;
		/* has found, needed, also said; but: Ann Lee, an engineer */
		if (pos_in(r->pos[k + 1], POS_FINITES) || (r->pos[k + 1] == POS_RB && pos_in(r->pos[k + 2], POS_FINITES)))
			return k + 1;
		if (++commas > 1)
			return NT_NONE;
	}
	return NT_NONE;
}

bool
quote_cue_calls_it(const QuoteReader *r, uint32_t i, const Attribution *a)
{
	if (r->pos[i] != POS_VBG || a->side != CUE_RIGHT || range_empty(a->source) || a->source.last >= a->cue || cue_act(a->stance) != ACT_SPEECH || a->cue >= i || r->inside[i] || r->inside[a->cue] ||
		!(quote_cue_record(r, i)->flags & CUE_TAKES_COMPLEMENT) || cue_act(quote_cue_record(r, i)->stance) != ACT_SPEECH || i <= a->content.first + 1 ||
		r->pos[i - 1] != POS_COMMA || so_far(r, r->last)->finite != so_far(r, i)->finite)
		return false;
	for (uint32_t k = i + 1; k < r->last && k - i < TITLED_FAR; k++)
		if (is_mark(r, k))
			return mark_at(r, k)->open == k;
	return false;
}

QuoteSide
quote_cue_by_form(QuoteReader *r, uint32_t i, uint32_t found)
{
	if (tells_role(r, i))
		return CUE_RIGHT;
	if (quote_cue_was_quoted(r, i) || quote_cue_hears(r, i) || wants_no_name(r, i) || quote_cue_told_by(r, i) || asks_who(r, i) || quote_cue_plain(r, i))
		return CUE_RIGHT;
	if (r->found.n > found && has_own_subject(r, i, &r->found.at[r->found.n - 1]))
		return CUE_RIGHT;
	if (r->found.n > found && quote_cue_calls_it(r, i, &r->found.at[r->found.n - 1]))
		return CUE_RIGHT;
	if (r->found.n > found && quote_cue_is_joined(r, i, &r->found.at[r->found.n - 1]))
	{
		r->pos[i] = quote_cue_record(r, i)->form == CUE_PAST ? POS_VBD : POS_VBZ;
		return CUE_RIGHT;
	}
	return CUE_NOT;
}
