/*
 * quote_cue_seen.c -- what the model of cues sees of a trigger.
 *
 *     The talks were “useful”, the Kremlin had not said on Friday that ...
 *                              ^ahead      ^group  ^cue       ^landmark
 *
 * The word, its lemma and class; its neighbours and their tags; the verb group
 * it closes and the head of the subject before that; what stands before the
 * subject and whether a clause came first (so read wires: ..., the Kremlin
 * said); what comes first after it that shapes a clause; marks nearby, and a
 * quotation that waits for its cue; the cue before it in the sentence.
 *
 * Features are numbered once and for all: a number is part of what is hashed.
 * The earlier ones weigh most, and a hopeless word is dropped after some.
 */
#include "quote/quote_cue.h"
#include "quote/quote_mark.h"

#define GROUP_WORDS 6			/* of a verb group: had not immediately been */
#define SUBJECT_WORDS 10
#define LANDMARK_FAR 8
#define NEAR_MARK 10
#define EARLIER_CUES 8			/* looked through for the cue before */

/* What stands around a trigger. */
typedef struct Around
{
	uint32_t	group;			/* first token of the verb group */
	uint32_t	helper;			/* hash of its auxiliary nearest the cue, 0: none */
	uint32_t	modifier;		/* and of its first adverb */
	uint32_t	clause;			/* what stands before the subject, whether a verb came before, whether there is a subject */
	uint32_t	landmark;
	uint32_t	distance;		/* to it */
	uint32_t	close;			/* tokens since a closing mark, 0: none near */
	uint32_t	open;			/* tokens to an opening one */
} Around;

static inline uint32_t
name_at(const QuoteReader *r, uint32_t i)
{
	return i >= r->first && i < r->last ? r->name[i] : 0;
}

/* first_landmark finds what comes first after the cue that shapes the clause. */
static uint32_t
first_landmark(const QuoteReader *r, uint32_t i, uint32_t *distance)
{
	for (uint32_t k = i + 1; k < r->last && k <= i + LANDMARK_FAR; k++)
	{
		uint8_t		tag = r->pos[k];

		*distance = k - i;
		if (r->tok[k].hash == r->that && r->tok[k].kind == TOKEN_WORD)
			return 100;
		if (pos_in(tag, POS_MARKS | POS_VERBS | POS_BIT(POS_MD) | POS_BIT(POS_TO) | POS_BIT(POS_W) | POS_BIT(POS_CC)))
			return tag;
	}
	*distance = LANDMARK_FAR + 1;
	return i + LANDMARK_FAR < r->last ? POS_UH : POS_NONE;
}

/*
 * earlier_cue returns the tag of the cue before in the sentence, POS_NONE:
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
			return r->pos[cue];
		}
	}
	*distance = 0;
	return POS_NONE;
}

static void
see_verb_group(const QuoteReader *r, uint32_t i, Around *a)
{
	uint32_t	ahead;

	a->group = i;
	a->helper = a->modifier = 0;
	while (a->group > r->first && i - a->group < GROUP_WORDS &&
		   pos_in(r->pos[a->group - 1], POS_BIT(POS_RB) | POS_BIT(POS_MD) | POS_BIT(POS_TO) | POS_VERBS))
	{
		a->group--;
		if (pos_in(r->pos[a->group], POS_BIT(POS_RB)))
			a->modifier = r->tok[a->group].hash;
		else if (a->helper == 0)
			a->helper = r->tok[a->group].hash;
	}
	ahead = a->group;
	while (ahead > r->first && a->group - ahead < SUBJECT_WORDS &&
		   !pos_in(r->pos[ahead - 1], POS_MARKS | POS_FINITES | POS_BIT(POS_W) | POS_BIT(POS_CC)))
		ahead--;
	a->clause = pos_at(r, ahead - 1) * 4 + (so_far(r, ahead)->finite > 0) * 2 + (ahead < a->group);
}

static void
see_marks(const QuoteReader *r, uint32_t i, Around *a)
{
	a->close = a->open = 0;
	for (uint32_t k = i; k-- > r->first && i - k <= NEAR_MARK;)
		if (r->pos[k] == POS_CLOSE)
		{
			a->close = i - k;
			break;
		}
	/* “Is it so?” | Trump asked */
	if (a->close == 0 && r->first > 0 && i - r->first < NEAR_MARK && is_mark(r, r->first - 1) &&
		!(r->tok[r->first].flags & TOKEN_PARAGRAPH))
		a->close = NEAR_MARK + 1;
	for (uint32_t k = i + 1; k < r->last && k - i <= NEAR_MARK; k++)
		if (r->pos[k] == POS_OPEN)
		{
			a->open = k - i;
			break;
		}
}

/* What stands beside a trigger, as words and parts of speech. */
typedef struct Beside
{
	uint32_t	tag;
	uint32_t	lemma;
	uint32_t	stance;
	uint32_t	p1;				/* parts of speech before and after */
	uint32_t	n1;
	uint32_t	n2;
	uint32_t	hp;				/* the word before */
	uint32_t	left;			/* quote_waiting */
	uint32_t	rest;			/* tokens to the end */
	uint32_t	subject;
	uint32_t	earlier;		/* the cue before: its part of speech, how far, whether it reports this */
	uint32_t	gap;
	uint32_t	inside;
} Beside;

/* add adds a feature, and has its weights fetched: there are many, far apart, and each trigger's are others. */
static inline void
add(const QuoteReader *r, QuoteFeatures *f, uint32_t template, uint32_t value)
{
	feature_add(f, template, value);
	__builtin_prefetch(r->model->cue + (f->at[f->n - 1] >> (32 - QUOTE_CUE_BITS)) * QUOTE_CUE_WIDTH);
}

static inline void
add2(const QuoteReader *r, QuoteFeatures *f, uint32_t template, uint32_t a, uint32_t b)
{
	add(r, f, template, feature_hash(a + 1, b));
}

static inline void
add3(const QuoteReader *r, QuoteFeatures *f, uint32_t template, uint32_t a, uint32_t b, uint32_t c)
{
	add(r, f, template, feature_hash(feature_hash(a + 1, b), c));
}

/* clause_features: the cue before, a quotation that waits, the names beside, the clause before. */
static void
clause_features(const QuoteReader *r, uint32_t i, const Around *a, const Beside *c, QuoteFeatures *f)
{
	add3(r, f, CUE_INSIDE_TAG_LANDMARK, c->inside, c->tag, a->landmark);
	add3(r, f, CUE_INSIDE_STANCE_TAG, c->inside, c->stance, c->tag);
	add3(r, f, CUE_INSIDE_LEMMA, c->inside, c->lemma, 0);
	add3(r, f, CUE_INSIDE_EARLIER_TAG, c->inside, c->earlier, c->tag);
	add3(r, f, CUE_EARLIER_BEFORE_TAG, c->earlier, c->p1, c->tag);
	add3(r, f, CUE_SAME_EARLIER_WORD_BEFORE_TAG, c->earlier == c->tag, c->hp, c->tag);
	add3(r, f, CUE_SAME_EARLIER_GAP_LEMMA, c->earlier == c->tag, c->gap, c->lemma);
	add3(r, f, CUE_EARLIER_GAP_TAG, c->earlier, c->gap, c->tag);
	add3(r, f, CUE_SAME_EARLIER_BEFORE_STANCE, c->earlier == c->tag, c->p1, c->stance);
	add3(r, f, CUE_EARLIER_SUBJECT_TAG, c->earlier, c->subject, c->tag);
	add3(r, f, CUE_LEFT_TAG_STANCE, c->left, c->tag, c->stance);
	add3(r, f, CUE_LEFT_LEMMA_TAG, c->left, c->lemma, c->tag);
	add3(r, f, CUE_LEFT_BEFORE_NEXT, c->left, c->p1, c->n1);
	add3(r, f, CUE_LEFT_LANDMARK_STANCE, c->left, a->landmark, c->stance);
	add3(r, f, CUE_LEFT_EARLIER_TAG, c->left, c->earlier, c->tag);
	add3(r, f, CUE_LEFT_SUBJECT_NEXT, c->left, c->subject, c->n1);
	add3(r, f, CUE_SUBJECT_NAME_TAG_STANCE, name_at(r, a->group - 1), c->tag, c->stance);
	add3(r, f, CUE_SUBJECT_NAME_LEMMA_SUBJECT, name_at(r, a->group - 1), c->lemma, c->subject);
	add3(r, f, CUE_NEXT_NAME_TAG_STANCE, name_at(r, i + 1), c->tag, c->stance);
	add3(r, f, CUE_SUBJECT_NAME_LANDMARK_TAG, name_at(r, a->group - 1), a->landmark, c->tag);
	add3(r, f, CUE_CLAUSE_TAG_STANCE, a->clause, c->tag, c->stance);
	add3(r, f, CUE_CLAUSE_NEXT_TAG, a->clause, c->n1, c->tag);
	add3(r, f, CUE_CLAUSE_LEMMA_TAG, a->clause, c->lemma, c->tag);
	add3(r, f, CUE_CLAUSE_LANDMARK_DISTANCE, a->clause, a->landmark, a->distance);
	add3(r, f, CUE_CLAUSE_NEXT_NEXT2, a->clause, c->n1, c->n2);
	add3(r, f, CUE_CLAUSE_LEFT_REST, a->clause, c->left, c->rest < 4 ? c->rest : c->rest < 10 ? 5 : 6);
}

void
quote_cue_features(const QuoteReader *r, uint32_t i, QuoteFeatures *f)
{
	const NtCue *cue = quote_cue_record(r, i);
	uint32_t	word = r->tok[i].hash;
	uint32_t	lemma = quote_cue_lemma(r, i);
	uint32_t	tag = r->pos[i];
	uint32_t	stance = pos_in((uint8_t) tag, POS_NOUNS) && (cue->flags & CUE_ALSO_NOUN) ? cue->noun_stance : cue->stance;
	uint32_t	p1 = pos_at(r, i - 1);
	uint32_t	p2 = pos_at(r, i - 2);
	uint32_t	n1 = pos_at(r, i + 1);
	uint32_t	n2 = pos_at(r, i + 2);
	uint32_t	hp = hash_at(r, i - 1);
	uint32_t	hn = hash_at(r, i + 1);
	uint32_t	left = quote_waiting(r, i);
	uint32_t	rest = r->last - i;
	uint32_t	subject;
	uint32_t	earlier;
	uint32_t	gap;
	uint32_t	inside;
	Around		a;

	see_verb_group(r, i, &a);
	see_marks(r, i, &a);
	a.landmark = first_landmark(r, i, &a.distance);
	subject = pos_at(r, a.group - 1);
	earlier = earlier_cue(r, i, &gap, &inside);

	f->n = 0;
	add(r, f, CUE_TAG, tag);
	add(r, f, CUE_WORD, word);
	add2(r, f, CUE_LEMMA, lemma, 0);
	add2(r, f, CUE_LEMMA_TAG, lemma, tag);
	add2(r, f, CUE_STANCE_TAG, stance, tag);
	add2(r, f, CUE_WORD_BEFORE_TAG, hp, tag);
	add2(r, f, CUE_NEXT_WORD_TAG, hn, tag);
	add3(r, f, CUE_BEFORE_TAG, p1, tag, 0);
	add3(r, f, CUE_NEXT_TAG, n1, tag, 0);
	add3(r, f, CUE_BEFORE2_BEFORE_TAG, p2, p1, tag);
	add3(r, f, CUE_NEXT_NEXT2_TAG, n1, n2, tag);
	add3(r, f, CUE_BEFORE_NEXT_TAG, p1, n1, tag);
	add3(r, f, CUE_LEMMA_NEXT_TAG, lemma, n1, tag);
	add3(r, f, CUE_LEMMA_BEFORE_TAG, lemma, p1, tag);
	add2(r, f, CUE_LEMMA_NEXT_WORD, lemma, hn);
	add2(r, f, CUE_LEMMA_WORD_BEFORE, lemma, hp);
	add3(r, f, CUE_STANCE_NEXT_WORD_TAG, stance, hn, tag);
	add3(r, f, CUE_STANCE_WORD_BEFORE_TAG, stance, hp, tag);
	add3(r, f, CUE_SUBJECT_TAG, subject, tag, 0);
	add2(r, f, CUE_SUBJECT_WORD_TAG, hash_at(r, a.group - 1), tag);
	add3(r, f, CUE_HELPER_MODIFIER_TAG, a.helper, a.modifier, tag);
	add3(r, f, CUE_LEMMA_HELPER, lemma, a.helper, 1);
	add3(r, f, CUE_LEMMA_MODIFIER, lemma, a.modifier, 2);
	add3(r, f, CUE_STANCE_HELPER_TAG, stance, a.helper, tag);
	add3(r, f, CUE_STANCE_MODIFIER_TAG, stance, a.modifier, tag);
	add3(r, f, CUE_LANDMARK_DISTANCE_TAG, a.landmark, a.distance, tag);
	add3(r, f, CUE_LANDMARK_STANCE_TAG, a.landmark, stance, tag);
	add3(r, f, CUE_LANDMARK_LEMMA, a.landmark, lemma, 0);
	add3(r, f, CUE_CLOSE_TAG_STANCE, a.close, tag, stance);
	add3(r, f, CUE_CLOSE_BEFORE_NEXT, a.close, p1, n1);
	add3(r, f, CUE_OPEN_TAG_STANCE, a.open, tag, stance);
	add3(r, f, CUE_OPEN_NEXT_NEXT2, a.open, n1, n2);
	add3(r, f, CUE_ANY_CLOSE_LEMMA_TAG, a.close != 0, lemma, tag);
	add3(r, f, CUE_ANY_OPEN_LEMMA_TAG, a.open != 0, lemma, tag);
	add3(r, f, CUE_MARKED_TAG, r->inside[i], tag, 0);
	add3(r, f, CUE_MARKED_LEMMA, r->inside[i], lemma, 0);
	add3(r, f, CUE_REST_TAG_ANY_CLOSE, rest < 4 ? rest : rest < 10 ? 5 : 6, tag, a.close != 0);
	add3(r, f, CUE_FROM_START_TAG_STANCE, i - r->first < 4 ? i - r->first : 4, tag, stance);
	add3(r, f, CUE_MORE_VERBS_STANCE_LANDMARK, so_far(r, r->last)->finite - so_far(r, i)->finite > 1, stance, a.landmark);
	add3(r, f, CUE_COMMAS_BEFORE_TAG, so_far(r, i)->commas > 3 ? 3 : so_far(r, i)->commas, p1, tag);
	add3(r, f, CUE_SUBJECT_BEFORE_SUBJECT_TAG, subject, pos_at(r, a.group - 2), tag);
	add3(r, f, CUE_SUBJECT_WORD_STANCE, hash_at(r, a.group - 1), stance, 0);
	add3(r, f, CUE_REST_LEMMA_ANY_CLOSE, rest < 4 ? rest : 4, lemma, a.close != 0);
	add3(r, f, CUE_WORD_I2_LEMMA, hash_at(r, i + 2), lemma, 0);
	add3(r, f, CUE_NEXT_WORD_WORD_I2_TAG, hn, hash_at(r, i + 2), tag);
	add3(r, f, CUE_NEXT_WORD_NEXT2_STANCE, hn, n2, stance);
	add3(r, f, CUE_BEFORE_NEXT_STANCE, p1, n1, stance);
	add3(r, f, CUE_POS_I3_NEXT2_NEXT, pos_at(r, i + 3), n2, n1);
	add3(r, f, CUE_WORD_BEFORE_NEXT_WORD, hp, hn, 0);
	clause_features(r, i, &a, &(Beside) {tag, lemma, stance, p1, n1, n2, hp, left, rest, subject, earlier, gap, inside}, f);
	add3(r, f, CUE_FIRST_WORD_TAG, i == r->first ? 1 : r->tok[r->first].hash, tag, 0);
}
