/*
 * quote_cue.c -- is this word a cue, and where is what was said?
 *
 * A trigger is a word of the cue lexicon, a colon, or any verb beside a
 * quotation mark.  Most triggers report nothing ("the state of Ohio", "calls
 * at nine"): a linear model over what quote_cue_seen.c sees chooses between
 *
 *     CUE_NOT      In the state of Ohio ...
 *     CUE_RIGHT    Ushakov said [that the talks were useful]
 *     CUE_LEFT     [“They were useful,”] Ushakov said
 */
#include "quote/quote_cue.h"
#include "quote/quote_mark.h"
#include "quote/quote_score.h"
#include "quote/quote_trace.h"

#define NEGATION_FAR 4			/* tokens before a cue: "not immediately say" */
#define LISTENER_FAR 8			/* tokens of the listener and the verb behind what is heard */
#define CLOSING_TAIL 8			/* tokens behind the verb that closes a sentence */
#define WAITING_FAR 40			/* tokens over which a quotation waits for its cue */
#define CUE_FIRST_FEATURES 12	/* after each so many a word so far behind is no cue */

const NtCue *
quote_cue_record(const QuoteReader *r, uint32_t i)
{
	const NtToken *t = &r->tok[i];

	if (t->kind == TOKEN_PUNCT)
		return &r->cues->records[token_is_mark(t, MARK_COLON) ? CUE_COLON : 0];
	return &r->cues->records[r->vocab->words[t->word].cue];
}

/* quote_cue_lemma names a trigger for the features: its lemma, or the word itself where no lexicon knows it. */
uint32_t
quote_cue_lemma(const QuoteReader *r, uint32_t i)
{
	uint16_t	lemma = quote_cue_record(r, i)->lemma;

	return lemma != 0 ? lemma : r->tok[i].hash;
}

/*
 * near_mark: a verb beside speech may be a cue though no lexicon knows it
 * (“Nonsense,” Lee thundered), but not one whose object has a quoted word.
 */
static bool
near_mark(const QuoteReader *r, uint32_t i)
{
	for (uint32_t k = i + 1; k < r->last && k <= i + 4; k++)
		if (r->pos[k] == POS_OPEN)
			return k == i + 1 || pos_in(r->pos[k - 1], POS_BIT(POS_COMMA) | POS_BIT(POS_COLON));
	for (uint32_t k = i; k-- > r->first && k + 6 >= i;)
		if (r->pos[k] == POS_CLOSE)
			return true;
	return false;
}

/*
 * quote_waiting tells whether a quotation stands before a word that no cue has
 * taken yet: “...,” Ann Lee, who leads the council of Leeds, *said*.  0: there
 * is none; 1: it is taken; else how it ends, and whether it begins the sentence.
 */
uint32_t
quote_waiting(const QuoteReader *r, uint32_t i)
{
	uint32_t	from = r->first > 0 && !(r->tok[r->first].flags & TOKEN_PARAGRAPH) ? r->first - 1 : r->first;

	for (uint32_t k = i; k-- > from && i - k <= WAITING_FAR;)
	{
		const QuoteMark *m;
		uint32_t	end;

		if (!is_mark(r, k))
			continue;
		m = mark_at(r, k);
		if (m->close != k || !m->closed || m->single || !m->outer)
			continue;
		if (m->taken)
			return 1;
		end = m->close > 0 && r->tok[m->close - 1].kind == TOKEN_PUNCT ? r->tok[m->close - 1].hash : 0;
		return 2 + (end == ',' ? 1 : end != 0 ? 2 : 0) + 3 * (m->open <= r->first);
	}
	return 0;
}

/* quote_is_trigger tells whether a tagged token is worth the question. */
bool
quote_is_trigger(const QuoteReader *r, uint32_t i)
{
	const NtCue *cue = quote_cue_record(r, i);

	if (r->turn[i] >= TURN_LABEL)
		return false;
	if (r->tok[i].kind == TOKEN_PUNCT)
		return cue->form != 0;
	/* Edward Said, the critic */
	if (i > r->first && is_named(r, i, ENTITY_PERSON) && is_named(r, i - 1, ENTITY_PERSON) && (i + 1 == r->last || pos_in(r->pos[i + 1], POS_MARKS | POS_FINITES)))
		return false;
	if (cue->form == CUE_OTHER)
		return true;
	if (cue->form == CUE_NOUN || ((cue->flags & CUE_ALSO_NOUN) && pos_in(r->pos[i], POS_NOUNS)))
		return pos_in(r->pos[i], POS_NOUNS);
	if (cue->form == CUE_BASE || cue->form == CUE_THIRD)
		return pos_in(r->pos[i], POS_VERBS | POS_BIT(POS_NNP)) || (pos_in(r->pos[i], POS_NOUNS) && quote_waiting(r, i) > 1);
	if (cue->form != 0)
		return pos_in(r->pos[i], POS_VERBS | POS_NOUNS | POS_BIT(POS_JJ));
	return r->tok[i].kind == TOKEN_WORD && pos_in(r->pos[i], POS_VERBS) &&
		!token_is(r->vocab, &r->tok[i], LEX_AUXILIARY) && (near_mark(r, i) || quote_waiting(r, i) > 1);
}

/* quote_cue_last returns the last token of the cue: "according to". */
uint32_t
quote_cue_last(const QuoteReader *r, uint32_t i)
{
	if (quote_cue_record(r, i)->form == CUE_OTHER && i + 1 < r->last && r->pos[i + 1] == POS_TO)
		return i + 1;
	return i;
}

/* quote_cue_scores fills the scores of the sides, in QUOTE_SCALE nats. */
void
quote_cue_scores(const QuoteReader *r, uint32_t i, int32_t *sum)
{
	QuoteFeatures f;

	int32_t		right = 0;
	int32_t		left = 0;

	quote_cue_features(r, i, &f);
	for (uint32_t k = 0; k < f.n; k++)
	{
		const int8_t *row = r->model->cue + (f.at[k] >> (32 - QUOTE_CUE_BITS)) * QUOTE_CUE_WIDTH;

		right += row[0];
		left += row[1];
		if (k % CUE_FIRST_FEATURES == CUE_FIRST_FEATURES - 1 && right < -CUE_HOPELESS && left < -CUE_HOPELESS)
			break;
	}
	sum[CUE_NOT] = -QUOTE_CUE_BIAS;
	sum[CUE_RIGHT] = right;
	sum[CUE_LEFT] = left;
}

/*
 * quote_cue_negated tells whether a cue reports that nothing was said: "did not
 * immediately say", "declined to comment".  Thoughts and wishes are another
 * matter: who does not believe something has said so.
 */
bool
quote_cue_negated(const QuoteReader *r, uint32_t i)
{
	const NtCue *cue = quote_cue_record(r, i);

	if (token_is(r->vocab, &r->tok[i], LEX_REFUSAL))
		return i + 1 < r->last && r->pos[i + 1] == POS_TO;
	if (cue->stance == STANCE_DENIED || cue_act(cue->stance) == ACT_THOUGHT || cue_act(cue->stance) == ACT_PLAN || !pos_in(r->pos[i], POS_VERBS))
		return false;
	for (uint32_t k = i; k > r->first && i - k < NEGATION_FAR; k--)
	{
		uint64_t	classes = token_classes(r->vocab, &r->tok[k - 1]);

		if (classes & (LEX_BIT(LEX_NEGATION) | LEX_BIT(LEX_REFUSAL)))
			return true;
		if (r->pos[k - 1] != POS_RB && r->pos[k - 1] != POS_TO && !(classes & LEX_BIT(LEX_AUXILIARY)))
			return false;
	}
	return false;
}

/* quote_cue_unnamed: an official who asked not to be named said ... */
bool
quote_cue_unnamed(const QuoteReader *r, uint32_t i)
{
	return quote_cue_record(r, i)->stance == STANCE_ASKED && i + 3 < r->last && token_is(r->vocab, &r->tok[i + 1], LEX_NEGATION) &&
		r->pos[i + 2] == POS_TO && quote_word_in(r->tok[i + 3].hash, r->model->be);
}

/* quote_asked tells whether somebody is asked what nobody is said to ask: Asked whether ..., Lee said. */
bool
quote_asked(const QuoteReader *r, const Attribution *a)
{
	return a->stance == STANCE_ASKED && a->cue != NT_NONE && r->pos[a->cue] == POS_VBN && range_empty(a->source);
}

/* quote_is_passive tells whether a form of be stands before a participle: was told, has since been told. */
bool
quote_is_passive(const QuoteReader *r, uint32_t i)
{
	if (r->pos[i] != POS_VBN)
		return false;
	for (uint32_t k = i; k-- > 0 && i - k <= NEGATION_FAR && !(r->tok[k + 1].flags & TOKEN_SENTENCE);)
	{
		if (quote_word_in(r->tok[k].hash, r->model->be))
			return true;
		if (r->pos[k] != POS_RB)
			return false;
	}
	return false;
}

static void
trace_sides(const QuoteReader *r, uint32_t i, const int32_t *sum, int best)
{
	static const char *const names[CUE_SIDES] = {"no cue", "right", "left"};
	const char *stance = cue_stance_name(quote_cue_record(r, i)->stance);
	char		word[QUOTE_TRACE_WORDS];

	if (quote_tracing(r))
		nt_trace(r->cx, TRACE_QUOTES, "cue      %s (%s): %s; right %.1f, left %.1f, no cue %.1f",
				 quote_trace_words(r, (QuoteRange) {i, i}, word), stance != NULL ? stance : "not in the lexicon", names[best],
				 (double) sum[CUE_RIGHT] / QUOTE_SCALE, (double) sum[CUE_LEFT] / QUOTE_SCALE, (double) sum[CUE_NOT] / QUOTE_SCALE);
}

/*
 * quote_cue_confirms tells whether a passive at the end of a sentence reports
 * all of it: The talks failed, as confirmed by Lee.
 */
bool
quote_cue_confirms(const QuoteReader *r, uint32_t i)
{
	return i >= r->first + 4 && i + 2 < r->last && r->pos[i] == POS_VBN && quote_cue_record(r, i)->form != 0 &&
		r->pos[i - 1] == POS_IN && r->pos[i - 2] == POS_COMMA && r->pos[i + 1] == POS_IN && !r->inside[i] &&
		so_far(r, i)->finite > 0 && so_far(r, r->last)->finite == so_far(r, i)->finite;
}

/*
 * quote_cue_heard returns what a listener hears by a cue that ends the sentence,
 * empty: nothing:
 *
 *     [The safe had been open all night], the court heard.
 *     [The safe had been open all night], jurors have been told.
 */
QuoteRange
quote_cue_heard(const QuoteReader *r, uint32_t i)
{
	uint32_t	k = i;
	const uint64_t inner = POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_NOUNS;

	uint32_t	end = i + 1;

	/* on Monday */
	if (end + 1 < r->last && r->pos[end] == POS_IN && tells_time(r, end + 1))
		end += 2;
	if (!(quote_cue_record(r, i)->flags & CUE_HEARS) || quote_cue_record(r, i)->form != CUE_PAST || r->inside[i] ||
		(end < r->last && r->pos[end] != POS_STOP) || i < r->first + 5)
		return QUOTE_NO_RANGE;
	while (k > r->first && (token_is(r->vocab, &r->tok[k - 1], LEX_AUXILIARY) || r->pos[k - 1] == POS_RB))
		k--;
	if (k == r->first || !(token_classes(r->vocab, &r->tok[k - 1]) & (LEX_BIT(LEX_BODY_NOUN) | LEX_BIT(LEX_ORG_NOUN) | LEX_BIT(LEX_ROLE))) ||
		(cue_act(quote_cue_record(r, i)->stance) == ACT_SPEECH && !quote_is_passive(r, i)))
		return QUOTE_NO_RANGE;
	while (k > r->first && i - k < LISTENER_FAR && (pos_in(r->pos[k - 1], inner) || r->name[k - 1] != 0))
		k--;
	if (k < r->first + 3 || r->pos[k - 1] != POS_COMMA || so_far(r, k - 1)->finite == 0)
		return QUOTE_NO_RANGE;
	return (QuoteRange) {r->first, k - 2};
}

/* told_last returns the last token of whom a cue tells something: ..., three sources told [the Nordic Wire]; the cue itself: nobody. */
static uint32_t
told_last(const QuoteReader *r, uint32_t i)
{
	const NtCue *cue = quote_cue_record(r, i);
	uint32_t	k = i + 1;

	if (!(cue->flags & CUE_HEARS) || cue_act(cue->stance) != ACT_SPEECH)
		return i;
	while (k < r->last && k - i <= LISTENER_FAR && (pos_in(r->pos[k], POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_NOUNS) || r->name[k] != 0))
		k++;
	return k > i + 1 && (r->name[k - 1] != 0 || (token_classes(r->vocab, &r->tok[k - 1]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_BODY_NOUN)))) ? k - 1 : i;
}

/*
 * described_subject returns where a subject begins of which the phrase at a token says more: a [poll for Channel 9]
 * suggests, [researchers led by Ann Lee] found; the token itself: where none stands before.
 */
static uint32_t
described_subject(const QuoteReader *r, uint32_t i)
{
	const uint64_t inner = POS_NOUNS | POS_BIT(POS_IN) | POS_BIT(POS_VBN) | POS_BIT(POS_JJ) | POS_BIT(POS_CD);
	uint32_t	k = i;
	uint32_t	head = NT_NONE;

	while (k > r->first + 1 && i - k < CLOSING_TAIL && (pos_in(r->pos[k - 1], inner) || r->name[k - 1] != 0))
	{
		k--;
		if (pos_in(r->pos[k], POS_BIT(POS_IN) | POS_BIT(POS_VBN)))
			head = k - 1;
	}
	k -= k > r->first && r->pos[k - 1] == POS_DT;
	return head != NT_NONE && head >= k && k > r->first && r->pos[k - 1] == POS_COMMA &&
		(quote_word_in(r->tok[head].hash, r->model->finders) || token_is(r->vocab, &r->tok[head], LEX_ROLE)) ? k : i;
}

/* behind_closing returns the token behind what a closing clause says of when and where: ..., the trust announced [today]; wrote [in a letter on Monday] */
static uint32_t
behind_closing(const QuoteReader *r, uint32_t i)
{
	const uint64_t inner = POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_NOUNS | POS_BIT(POS_CD) | POS_BIT(POS_IN);
	uint32_t	k = i;

	k += k + 1 < r->last && r->pos[k] == POS_DT;
	if (k >= r->last || !((k == i && r->pos[k] == POS_IN) || (pos_in(r->pos[k], inner) && r->tok[k].kind == TOKEN_WORD && word_of(r, k)->date != 0)))
		return i;
	while (k < r->last && k - i < CLOSING_TAIL &&
		   (pos_in(r->pos[k], inner) || r->name[k] != 0 || (r->pos[k] == POS_TO && k + 1 < r->last && pos_in(r->pos[k + 1], inner))))
		k++;
	return k == r->last || r->pos[k] == POS_STOP ? k : i;
}

/*
 * quote_cue_closes returns what is reported by a short clause that closes the
 * sentence, empty: nothing:
 *
 *     [A worm beside the vents grows its own food], scientists have found.
 *     [The banks are close to a deal], three sources told the Nordic Wire.
 *     [Most voters would scrap the tax], a poll for Channel 9 suggested on Monday.
 */
QuoteRange
quote_cue_closes(const QuoteReader *r, uint32_t i)
{
	const NtCue *cue = quote_cue_record(r, i);
	const uint64_t inner = POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_NOUNS | POS_BIT(POS_CD) | POS_BIT(POS_POS) | POS_BIT(POS_PRPS);
	int32_t		sum[CUE_SIDES];
	uint32_t	k = i;
	uint32_t	end = behind_closing(r, told_last(r, i) + 1);

	if ((cue->form != CUE_PAST && cue->form != CUE_THIRD && cue->form != CUE_BASE) || (cue->flags & CUE_TAKES_NO_CLAUSE) || r->inside[i] ||
		cue_act(cue->stance) == ACT_PLAN || (end < r->last && r->pos[end] != POS_STOP) || !pos_in(r->pos[i], POS_FINITES | POS_BIT(POS_VBN)))
		return QUOTE_NO_RANGE;
	while (k > r->first && (token_is(r->vocab, &r->tok[k - 1], LEX_AUXILIARY) || r->pos[k - 1] == POS_RB))
		k--;
	if ((r->pos[i] == POS_VBN && (k == i || quote_is_passive(r, i))) || k == r->first)
		return QUOTE_NO_RANGE;
	if (r->pos[k - 1] == POS_PRP)
		k--;
	else
	{
		const uint32_t head = k;

		for (; k > r->first && head - k < LISTENER_FAR && (pos_in(r->pos[k - 1], inner) || r->name[k - 1] != 0);)
			k--;
		k = described_subject(r, k);
		/* their smiles said a lot */
		if (r->pos[k] == POS_PRPS && head > r->first && r->name[head - 1] == 0 && !token_is(r->vocab, &r->tok[head - 1], LEX_ROLE))
			return QUOTE_NO_RANGE;
	}
	for (uint32_t d = k + 1; end > told_last(r, i) + 1 && d < i; d++)
		if (pos_in(r->pos[d], POS_BIT(POS_DT) | POS_BIT(POS_PRPS)))
			return QUOTE_NO_RANGE;	/* the first time the two men spoke since May */
	if (k < r->first + 4 || r->pos[k - 1] != POS_COMMA || k == i || token_is(r->vocab, &r->tok[k], LEX_AUXILIARY) ||
		(pos_in(r->pos[r->first], POS_BIT(POS_IN) | POS_BIT(POS_W) | POS_BIT(POS_VBN) | POS_BIT(POS_VBG)) && r->pos[r->first + 1] != POS_MD) ||
		so_far(r, k - 1)->finite == 0 || so_far(r, k - 1)->closed != NT_NONE)
		return QUOTE_NO_RANGE;
	/* Wherever she goes, the crowd goes */
	quote_cue_scores(r, i, sum);
	return sum[CUE_LEFT] - sum[CUE_NOT] < CLOSES_WORST ? QUOTE_NO_RANGE : (QuoteRange) {r->first, k - 2};
}

/* quote_cue_only_closes tells whether nothing stands behind such a clause but when and where: the trust announced today; nobody announces a day. */
bool
quote_cue_only_closes(const QuoteReader *r, uint32_t i)
{
	uint8_t		flags = quote_cue_record(r, i)->flags;

	if (range_empty(quote_cue_closes(r, i)))
		return false;
	return (flags & CUE_HEARS) || (behind_closing(r, i + 1) > i + 1 && !((flags & CUE_TAKES_PREPOSITION) && r->pos[i + 1] == POS_IN));
}

/* quote_cue_hears tells whether a body reports a clause: an inquest *heard* that, the committee *found* that. */
bool
quote_cue_hears(const QuoteReader *r, uint32_t i)
{
	uint32_t	head = i - 1;

	if (i <= r->first || i + 1 >= r->last || !pos_in(r->pos[i], POS_BIT(POS_VBD) | POS_BIT(POS_VBZ)) || quote_cue_record(r, i)->form == 0 ||
		r->tok[i + 1].hash != r->that || r->tok[i + 1].kind != TOKEN_WORD || r->inside[i])
		return false;
	/* the inquest in Swansea */
	while (head > r->first && i - head <= LISTENER_FAR && is_named(r, head, ENTITY_GPE))
		head--;
	if (head + 1 < i && head > r->first && r->pos[head] == POS_IN)
		head--;
	return (token_classes(r->vocab, &r->tok[head]) & (LEX_BIT(LEX_BODY_NOUN) | LEX_BIT(LEX_ORG_NOUN))) != 0;
}

/*
 * leads_in tells whether a colon and an opening mark follow a cue before which its
 * sentence closes no mark: [Manpreet Sandhu, the widow, said]: “I still lay two plates.”
 */
static bool
leads_in(const QuoteReader *r, uint32_t i)
{
	if (i + 2 >= r->last || r->tok[i + 1].mark != MARK_COLON || mark_opening(r, i + 2) == NULL)
		return false;
	for (uint32_t k = r->first; k < i; k++)
		if (is_mark(r, k))
			return false;
	return true;
}

/* quote_cue_side chooses; *margin is how far the choice leads the next. */
QuoteSide
quote_cue_side(const QuoteReader *r, uint32_t i, int32_t *margin)
{
	int32_t		sum[CUE_SIDES];
	int			best = 0;
	int32_t		second = INT32_MIN;

	quote_cue_scores(r, i, sum);
	for (int side = 1; side < CUE_SIDES; side++)
		if (sum[side] > sum[best])
			best = side;
	for (int side = 0; side < CUE_SIDES; side++)
		if (side != best && sum[side] > second)
			second = sum[side];
	*margin = sum[best] - second;
	if (best == CUE_LEFT && leads_in(r, i))
	{
		best = CUE_RIGHT;
		*margin = 0;
	}
	trace_sides(r, i, sum, best);
	return (QuoteSide) best;
}
