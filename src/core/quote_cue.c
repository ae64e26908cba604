/*
 * quote_cue.c -- is this word a cue, and where is what was said?
 *
 * A trigger is a word of the cue lexicon, a colon, or any verb beside a
 * quotation mark.  Most triggers report nothing ("the state of Ohio", "calls
 * at nine"): a linear model over the word, its lemma and class, its neighbours
 * and their tags, the subject before its verb group and what follows it
 * chooses between
 *
 *     CUE_NOT      In the state of Ohio ...
 *     CUE_RIGHT    Ushakov said [that the talks were useful]
 *     CUE_LEFT     [“They were useful,”] Ushakov said
 */
#include "quote.h"

#define NEGATION_FAR 4			/* tokens before a cue: "not immediately say" */
#define NEAR_MARK 10
#define EARLIER_CUES 8			/* looked through for the cue before */
#define SUBJECT_WORDS 10
#define WAITING_FAR 40			/* tokens over which a quotation waits for its cue */
#define CUE_FIRST_FEATURES 12	/* after each so many a word so far behind is no cue */
#define CUE_HOPELESS (4 * QUOTE_SCALE)

static inline uint32_t
name_at(const QuoteReader *r, uint32_t i)
{
	return i >= r->first && i < r->last ? r->name[i] : 0;
}

const NtCue *
quote_cue_record(const QuoteReader *r, uint32_t i)
{
	const NtToken *t = &r->tok[i];

	if (t->kind == TOKEN_PUNCT)
		return &r->cues->records[t->hash == ':' ? CUE_COLON : 0];
	return &r->cues->records[r->vocab->words[t->word].cue];
}

/*
 * near_mark: a verb beside speech may be a cue though no lexicon knows it
 * (“Nonsense,” Lee thundered), but not one whose object has a quoted word.
 */
static bool
near_mark(const QuoteReader *r, uint32_t i)
{
	for (uint32_t k = i + 1; k < r->last && k <= i + 4; k++)
		if (r->tag[k] == TAG_OPEN)
			return k == i + 1 || tag_in(r->tag[k - 1], TAG_BIT(TAG_COMMA) | TAG_BIT(TAG_COLON));
	for (uint32_t k = i; k-- > r->first && k + 6 >= i;)
		if (r->tag[k] == TAG_CLOSE)
			return true;
	return false;
}

/*
 * waiting tells whether a quotation stands before a word that no cue has taken
 * yet: “...,” Ann Lee, who leads the council of Leeds, *said*.  0: none; else how it ends, and
 * whether it begins the sentence.
 */
static uint32_t
waiting(const QuoteReader *r, uint32_t i)
{
	uint32_t	from = r->first > 0 && !(r->tok[r->first].flags & TOKEN_PARAGRAPH) ? r->first - 1 : r->first;

	for (uint32_t k = i; k-- > from && i - k <= WAITING_FAR;)
	{
		const QuoteMark *m;
		uint32_t	end;

		if (r->pair[k] == 0)
			continue;
		m = &r->marks.at[r->pair[k] - 1];
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
	if (cue->form == CUE_OTHER)
		return true;
	if (cue->form == CUE_NOUN || ((cue->flags & CUE_ALSO_NOUN) && tag_in(r->tag[i], TAGS_NOUN)))
		return tag_in(r->tag[i], TAGS_NOUN);
	if (cue->form == CUE_BASE || cue->form == CUE_THIRD)
		return tag_in(r->tag[i], TAGS_VERB | TAG_BIT(TAG_NNP)) || (tag_in(r->tag[i], TAGS_NOUN) && waiting(r, i) > 1);
	if (cue->form != 0)
		return tag_in(r->tag[i], TAGS_VERB | TAGS_NOUN | TAG_BIT(TAG_JJ));
	return r->tok[i].kind == TOKEN_WORD && tag_in(r->tag[i], TAGS_VERB) &&
		!token_is(r->vocab, &r->tok[i], LEX_AUXILIARY) && (near_mark(r, i) || waiting(r, i) > 1);
}

/* quote_cue_last returns the last token of the cue: "according to". */
uint32_t
quote_cue_last(const QuoteReader *r, uint32_t i)
{
	if (quote_cue_record(r, i)->form == CUE_OTHER && i + 1 < r->last && r->tag[i + 1] == TAG_TO)
		return i + 1;
	return i;
}

/* first_landmark finds what comes first after the cue that shapes the clause. */
static uint32_t
first_landmark(const QuoteReader *r, uint32_t i, uint32_t *distance)
{
	for (uint32_t k = i + 1; k < r->last && k <= i + 8; k++)
	{
		uint8_t		tag = r->tag[k];

		*distance = k - i;
		if (r->tok[k].hash == r->that && r->tok[k].kind == TOKEN_WORD)
			return 100;
		if (tag_in(tag, TAGS_PUNCT | TAGS_VERB | TAG_BIT(TAG_MD) | TAG_BIT(TAG_TO) | TAG_BIT(TAG_W) | TAG_BIT(TAG_CC)))
			return tag;
	}
	*distance = 9;
	return i + 8 < r->last ? TAG_UH : TAG_NONE;
}

/*
 * earlier_cue returns the tag of the cue before in the sentence, TAG_NONE:
 * none; *inside tells whether one of them reports the clause of this word.
 */
static uint32_t
earlier_cue(const QuoteReader *r, uint32_t i, uint32_t *distance, uint32_t *inside)
{
	*inside = 0;
	for (uint32_t k = r->found.n, seen = 0; k-- > 0 && seen < EARLIER_CUES; seen++)
	{
		uint32_t	cue = r->found.at[k].cue;

		if (cue < r->first)
			break;
		if (range_holds(r->found.at[k].content, i))
			*inside = r->found.at[k].kind + 1u;
		if (cue < i)
		{
			*distance = i - cue < 4 ? i - cue : i - cue < 12 ? 4 : i - cue < 24 ? 5 : 6;
			return r->tag[cue];
		}
	}
	*distance = 0;
	return TAG_NONE;
}

void
quote_cue_features(const QuoteReader *r, uint32_t i, QuoteFeatures *f)
{
	const NtCue *cue = quote_cue_record(r, i);
	uint32_t	word = r->tok[i].hash;
	uint32_t	lemma = cue->lemma != 0 ? cue->lemma : word;
	uint32_t	tag = r->tag[i];
	uint32_t	stance = tag_in((uint8_t) tag, TAGS_NOUN) && (cue->flags & CUE_ALSO_NOUN) ? cue->noun_stance : cue->stance;
	uint32_t	p1 = tag_at(r, i - 1);
	uint32_t	p2 = tag_at(r, i - 2);
	uint32_t	n1 = tag_at(r, i + 1);
	uint32_t	n2 = tag_at(r, i + 2);
	uint32_t	hp = hash_at(r, i - 1);
	uint32_t	hn = hash_at(r, i + 1);
	uint32_t	subject;
	uint32_t	ahead;
	uint32_t	clause;
	uint32_t	helper = 0;
	uint32_t	modifier = 0;
	uint32_t	landmark;
	uint32_t	distance = 0;
	uint32_t	close = 0;
	uint32_t	open = 0;
	uint32_t	rest;
	uint32_t	earlier;
	uint32_t	gap;
	uint32_t	inside;
	uint32_t	left = waiting(r, i);

	/* the verb group before the word, and what stands before that */
	subject = i;
	while (subject > r->first && i - subject < 6 &&
		   tag_in(r->tag[subject - 1], TAG_BIT(TAG_RB) | TAG_BIT(TAG_MD) | TAG_BIT(TAG_TO) | TAGS_VERB))
	{
		subject--;
		if (tag_in(r->tag[subject], TAG_BIT(TAG_RB)))
			modifier = r->tok[subject].hash;
		else if (helper == 0)
			helper = r->tok[subject].hash;
	}
	/* the subject's phrase, and what stands before that: , the police said */
	ahead = subject;
	while (ahead > r->first && subject - ahead < SUBJECT_WORDS &&
		   !tag_in(r->tag[ahead - 1], TAGS_PUNCT | TAGS_FINITE | TAG_BIT(TAG_W) | TAG_BIT(TAG_CC)))
		ahead--;
	clause = tag_at(r, ahead - 1) * 4 + (r->finite[ahead] > 0) * 2 + (ahead < subject);
	landmark = first_landmark(r, i, &distance);
	for (uint32_t k = i; k-- > r->first && i - k <= NEAR_MARK;)
		if (r->tag[k] == TAG_CLOSE)
		{
			close = i - k;
			break;
		}
	if (close == 0 && r->first > 0 && i - r->first < NEAR_MARK && r->pair[r->first - 1] != 0 &&
		!(r->tok[r->first].flags & TOKEN_PARAGRAPH))
		close = NEAR_MARK + 1;
	for (uint32_t k = i + 1; k < r->last && k - i <= NEAR_MARK; k++)
		if (r->tag[k] == TAG_OPEN)
		{
			open = k - i;
			break;
		}
	rest = r->last - i;

	f->n = 0;
	feature_add(f, 1, tag);
	feature_add(f, 2, word);
	feature_add2(f, 3, lemma, 0);
	feature_add2(f, 4, lemma, tag);
	feature_add2(f, 5, stance, tag);
	feature_add2(f, 6, hp, tag);
	feature_add2(f, 7, hn, tag);
	feature_add3(f, 8, p1, tag, 0);
	feature_add3(f, 9, n1, tag, 0);
	feature_add3(f, 10, p2, p1, tag);
	feature_add3(f, 11, n1, n2, tag);
	feature_add3(f, 12, p1, n1, tag);
	feature_add3(f, 13, lemma, n1, tag);
	feature_add3(f, 14, lemma, p1, tag);
	feature_add2(f, 15, lemma, hn);
	feature_add2(f, 16, lemma, hp);
	feature_add3(f, 17, stance, hn, tag);
	feature_add3(f, 18, stance, hp, tag);
	feature_add3(f, 19, tag_at(r, subject - 1), tag, 0);
	feature_add2(f, 20, hash_at(r, subject - 1), tag);
	feature_add3(f, 21, helper, modifier, tag);
	feature_add3(f, 22, lemma, helper, 1);
	feature_add3(f, 23, lemma, modifier, 2);
	feature_add3(f, 24, stance, helper, tag);
	feature_add3(f, 25, stance, modifier, tag);
	feature_add3(f, 26, landmark, distance, tag);
	feature_add3(f, 27, landmark, stance, tag);
	feature_add3(f, 28, landmark, lemma, 0);
	feature_add3(f, 29, close, tag, stance);
	feature_add3(f, 30, close, p1, n1);
	feature_add3(f, 31, open, tag, stance);
	feature_add3(f, 32, open, n1, n2);
	feature_add3(f, 33, close != 0, lemma, tag);
	feature_add3(f, 34, open != 0, lemma, tag);
	feature_add3(f, 35, r->inside[i], tag, 0);
	feature_add3(f, 36, r->inside[i], lemma, 0);
	feature_add3(f, 37, rest < 4 ? rest : rest < 10 ? 5 : 6, tag, close != 0);
	feature_add3(f, 38, i - r->first < 4 ? i - r->first : 4, tag, stance);
	feature_add3(f, 39, r->finite[r->last] - r->finite[i] > 1, stance, landmark);
	feature_add3(f, 40, r->commas[i] > 3 ? 3 : r->commas[i], p1, tag);
	feature_add3(f, 41, tag_at(r, subject - 1), tag_at(r, subject - 2), tag);
	feature_add3(f, 42, hash_at(r, subject - 1), stance, 0);
	feature_add3(f, 43, rest < 4 ? rest : 4, lemma, close != 0);
	feature_add3(f, 44, hash_at(r, i + 2), lemma, 0);
	feature_add3(f, 45, hn, hash_at(r, i + 2), tag);
	feature_add3(f, 46, hn, n2, stance);
	feature_add3(f, 47, p1, n1, stance);
	feature_add3(f, 48, tag_at(r, i + 3), n2, n1);
	feature_add3(f, 49, hp, hn, 0);
	earlier = earlier_cue(r, i, &gap, &inside);
	feature_add3(f, 57, inside, tag, landmark);
	feature_add3(f, 58, inside, stance, tag);
	feature_add3(f, 59, inside, lemma, 0);
	feature_add3(f, 60, inside, earlier, tag);
	feature_add3(f, 51, earlier, p1, tag);
	feature_add3(f, 52, earlier == tag, hp, tag);
	feature_add3(f, 53, earlier == tag, gap, lemma);
	feature_add3(f, 54, earlier, gap, tag);
	feature_add3(f, 55, earlier == tag, p1, stance);
	feature_add3(f, 56, earlier, tag_at(r, subject - 1), tag);
	feature_add3(f, 65, left, tag, stance);
	feature_add3(f, 66, left, lemma, tag);
	feature_add3(f, 67, left, p1, n1);
	feature_add3(f, 68, left, landmark, stance);
	feature_add3(f, 69, left, earlier, tag);
	feature_add3(f, 70, left, tag_at(r, subject - 1), n1);
	feature_add3(f, 61, name_at(r, subject - 1), tag, stance);
	feature_add3(f, 62, name_at(r, subject - 1), lemma, tag_at(r, subject - 1));
	feature_add3(f, 63, name_at(r, i + 1), tag, stance);
	feature_add3(f, 64, name_at(r, subject - 1), landmark, tag);
	feature_add3(f, 71, clause, tag, stance);
	feature_add3(f, 72, clause, n1, tag);
	feature_add3(f, 73, clause, lemma, tag);
	feature_add3(f, 74, clause, landmark, distance);
	feature_add3(f, 76, clause, n1, n2);
	feature_add3(f, 75, clause, left, rest < 4 ? rest : rest < 10 ? 5 : 6);
	feature_add3(f, 50, i == r->first ? 1 : r->tok[r->first].hash, tag, 0);
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
		return i + 1 < r->last && r->tag[i + 1] == TAG_TO;
	if (cue->stance != STANCE_SAID || !tag_in(r->tag[i], TAGS_VERB))
		return false;
	for (uint32_t k = i; k > r->first && i - k < NEGATION_FAR; k--)
	{
		uint64_t	classes = token_classes(r->vocab, &r->tok[k - 1]);

		if (classes & (LEX_BIT(LEX_NEGATION) | LEX_BIT(LEX_REFUSAL)))
			return true;
		if (r->tag[k - 1] != TAG_RB && r->tag[k - 1] != TAG_TO && !(classes & LEX_BIT(LEX_AUXILIARY)))
			return false;
	}
	return false;
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
	return (QuoteSide) best;
}
