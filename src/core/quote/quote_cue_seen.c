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
#include "quote/quote.h"

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
		uint8_t		tag = r->tag[k];

		*distance = k - i;
		if (r->tok[k].hash == r->that && r->tok[k].kind == TOKEN_WORD)
			return 100;
		if (tag_in(tag, TAGS_PUNCT | TAGS_VERB | TAG_BIT(TAG_MD) | TAG_BIT(TAG_TO) | TAG_BIT(TAG_W) | TAG_BIT(TAG_CC)))
			return tag;
	}
	*distance = LANDMARK_FAR + 1;
	return i + LANDMARK_FAR < r->last ? TAG_UH : TAG_NONE;
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

static void
see_verb_group(const QuoteReader *r, uint32_t i, Around *a)
{
	uint32_t	ahead;

	a->group = i;
	a->helper = a->modifier = 0;
	while (a->group > r->first && i - a->group < GROUP_WORDS &&
		   tag_in(r->tag[a->group - 1], TAG_BIT(TAG_RB) | TAG_BIT(TAG_MD) | TAG_BIT(TAG_TO) | TAGS_VERB))
	{
		a->group--;
		if (tag_in(r->tag[a->group], TAG_BIT(TAG_RB)))
			a->modifier = r->tok[a->group].hash;
		else if (a->helper == 0)
			a->helper = r->tok[a->group].hash;
	}
	ahead = a->group;
	while (ahead > r->first && a->group - ahead < SUBJECT_WORDS &&
		   !tag_in(r->tag[ahead - 1], TAGS_PUNCT | TAGS_FINITE | TAG_BIT(TAG_W) | TAG_BIT(TAG_CC)))
		ahead--;
	a->clause = tag_at(r, ahead - 1) * 4 + (r->finite[ahead] > 0) * 2 + (ahead < a->group);
}

static void
see_marks(const QuoteReader *r, uint32_t i, Around *a)
{
	a->close = a->open = 0;
	for (uint32_t k = i; k-- > r->first && i - k <= NEAR_MARK;)
		if (r->tag[k] == TAG_CLOSE)
		{
			a->close = i - k;
			break;
		}
	/* “Is it so?” | Trump asked */
	if (a->close == 0 && r->first > 0 && i - r->first < NEAR_MARK && r->pair[r->first - 1] != 0 &&
		!(r->tok[r->first].flags & TOKEN_PARAGRAPH))
		a->close = NEAR_MARK + 1;
	for (uint32_t k = i + 1; k < r->last && k - i <= NEAR_MARK; k++)
		if (r->tag[k] == TAG_OPEN)
		{
			a->open = k - i;
			break;
		}
}

void
quote_cue_features(const QuoteReader *r, uint32_t i, QuoteFeatures *f)
{
	const NtCue *cue = quote_cue_record(r, i);
	uint32_t	word = r->tok[i].hash;
	uint32_t	lemma = quote_cue_lemma(r, i);
	uint32_t	tag = r->tag[i];
	uint32_t	stance = tag_in((uint8_t) tag, TAGS_NOUN) && (cue->flags & CUE_ALSO_NOUN) ? cue->noun_stance : cue->stance;
	uint32_t	p1 = tag_at(r, i - 1);
	uint32_t	p2 = tag_at(r, i - 2);
	uint32_t	n1 = tag_at(r, i + 1);
	uint32_t	n2 = tag_at(r, i + 2);
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
	subject = tag_at(r, a.group - 1);
	earlier = earlier_cue(r, i, &gap, &inside);

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
	feature_add3(f, 19, subject, tag, 0);
	feature_add2(f, 20, hash_at(r, a.group - 1), tag);
	feature_add3(f, 21, a.helper, a.modifier, tag);
	feature_add3(f, 22, lemma, a.helper, 1);
	feature_add3(f, 23, lemma, a.modifier, 2);
	feature_add3(f, 24, stance, a.helper, tag);
	feature_add3(f, 25, stance, a.modifier, tag);
	feature_add3(f, 26, a.landmark, a.distance, tag);
	feature_add3(f, 27, a.landmark, stance, tag);
	feature_add3(f, 28, a.landmark, lemma, 0);
	feature_add3(f, 29, a.close, tag, stance);
	feature_add3(f, 30, a.close, p1, n1);
	feature_add3(f, 31, a.open, tag, stance);
	feature_add3(f, 32, a.open, n1, n2);
	feature_add3(f, 33, a.close != 0, lemma, tag);
	feature_add3(f, 34, a.open != 0, lemma, tag);
	feature_add3(f, 35, r->inside[i], tag, 0);
	feature_add3(f, 36, r->inside[i], lemma, 0);
	feature_add3(f, 37, rest < 4 ? rest : rest < 10 ? 5 : 6, tag, a.close != 0);
	feature_add3(f, 38, i - r->first < 4 ? i - r->first : 4, tag, stance);
	feature_add3(f, 39, r->finite[r->last] - r->finite[i] > 1, stance, a.landmark);
	feature_add3(f, 40, r->commas[i] > 3 ? 3 : r->commas[i], p1, tag);
	feature_add3(f, 41, subject, tag_at(r, a.group - 2), tag);
	feature_add3(f, 42, hash_at(r, a.group - 1), stance, 0);
	feature_add3(f, 43, rest < 4 ? rest : 4, lemma, a.close != 0);
	feature_add3(f, 44, hash_at(r, i + 2), lemma, 0);
	feature_add3(f, 45, hn, hash_at(r, i + 2), tag);
	feature_add3(f, 46, hn, n2, stance);
	feature_add3(f, 47, p1, n1, stance);
	feature_add3(f, 48, tag_at(r, i + 3), n2, n1);
	feature_add3(f, 49, hp, hn, 0);
	feature_add3(f, 57, inside, tag, a.landmark);
	feature_add3(f, 58, inside, stance, tag);
	feature_add3(f, 59, inside, lemma, 0);
	feature_add3(f, 60, inside, earlier, tag);
	feature_add3(f, 51, earlier, p1, tag);
	feature_add3(f, 52, earlier == tag, hp, tag);
	feature_add3(f, 53, earlier == tag, gap, lemma);
	feature_add3(f, 54, earlier, gap, tag);
	feature_add3(f, 55, earlier == tag, p1, stance);
	feature_add3(f, 56, earlier, subject, tag);
	feature_add3(f, 65, left, tag, stance);
	feature_add3(f, 66, left, lemma, tag);
	feature_add3(f, 67, left, p1, n1);
	feature_add3(f, 68, left, a.landmark, stance);
	feature_add3(f, 69, left, earlier, tag);
	feature_add3(f, 70, left, subject, n1);
	feature_add3(f, 61, name_at(r, a.group - 1), tag, stance);
	feature_add3(f, 62, name_at(r, a.group - 1), lemma, subject);
	feature_add3(f, 63, name_at(r, i + 1), tag, stance);
	feature_add3(f, 64, name_at(r, a.group - 1), a.landmark, tag);
	feature_add3(f, 71, a.clause, tag, stance);
	feature_add3(f, 72, a.clause, n1, tag);
	feature_add3(f, 73, a.clause, lemma, tag);
	feature_add3(f, 74, a.clause, a.landmark, a.distance);
	feature_add3(f, 76, a.clause, n1, n2);
	feature_add3(f, 75, a.clause, left, rest < 4 ? rest : rest < 10 ? 5 : 6);
	feature_add3(f, 50, i == r->first ? 1 : r->tok[r->first].hash, tag, 0);
}
