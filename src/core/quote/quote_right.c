/*
 * quote_right.c -- where words reported after their cue begin and end.
 *
 *     Ushakov told reporters that the talks were “very useful” and added that ...
 *             ^cue           ^start                           ^end
 *
 * First the start: any of the next START_WINDOW words, so that addressees and
 * dates may stand between, or a quotation that opens the next paragraph after
 * a colon.  Then the end: where a clause can end, before a mark, a
 * conjunction, a preposition, at the end of the sentence; for content that
 * begins with a quotation mark also that mark's partner, sentences later.
 */
#include "quote/quote_clause.h"
#include "quote/quote_cue.h"

/* How the content begins; the ends depend on it. */
static uint32_t
start_kind(const QuoteReader *r, uint32_t start)
{
	if (r->tok[start].hash == r->that && r->tok[start].kind == TOKEN_WORD)
		return 40;
	return r->pos[start];
}

void
quote_right_starts(const QuoteReader *r, uint32_t cue, QuoteCandidates *c)
{
	uint32_t	from = quote_cue_last(r, cue) + 1;
	const QuoteMark *around = mark_around(r, cue);

	c->n = 0;
	for (uint32_t k = from; k < r->last && k < from + START_WINDOW; k++)
	{
		if (around != NULL && k > around->close)
			break;
		if (pos_in(r->pos[k], POS_BIT(POS_COMMA) | POS_BIT(POS_STOP) | POS_BIT(POS_COLON) | POS_BIT(POS_DASH) |
				   POS_BIT(POS_CLOSE) | POS_BIT(POS_HYPHEN)))
			continue;
		if (r->pos[k - 1] == POS_HYPHEN)
			continue;
		candidate_add(c, k);
	}
	/* He wrote: | “...” in a paragraph of its own */
	if (r->last < r->n && r->last - cue < START_WINDOW && r->pos[r->last - 1] == POS_COLON &&
		mark_opening(r, r->last) != NULL)
		candidate_add(c, r->last);
}

void
quote_right_start_features(const QuoteReader *r, uint32_t cue, uint32_t start, QuotePart part, QuoteFeatures *f)
{
	const NtCue *record = quote_cue_record(r, cue);
	uint32_t	lemma = quote_cue_lemma(r, cue);
	uint32_t	stance = record->stance;
	uint32_t	tag = r->pos[cue];
	uint32_t	distance = capped(start - quote_cue_last(r, cue), 12);
	uint32_t	first = start == r->last ? 50 : pos_at(r, start);
	uint32_t	before = pos_at(r, start - 1);
	uint32_t	hash = hash_at(r, start);
	uint32_t	hash_before = hash_at(r, start - 1);
	uint32_t	path = 0;
	bool		that = false;
	bool		mark = false;
	uint32_t	commas = so_far(r, start < r->last ? start : r->last)->commas - so_far(r, cue)->commas;

	for (uint32_t k = cue + 1; k < start; k++)
	{
		if (start - cue <= 7)
			path = feature_hash(path, pos_at(r, k) + 1);
		that |= hash_at(r, k) == r->that;
		mark |= pos_at(r, k) == POS_OPEN;
	}
	f->n = 0;
	if (part & FEATURES_FIRST)
	{
		feature_add2(f, RS_DISTANCE_TAG, distance, tag);
		feature_add2(f, RS_DISTANCE_FIRST, distance, first);
		feature_add2(f, RS_FIRST_BEFORE, first, before);
		feature_add(f, RS_HASH, hash);
		feature_add2(f, RS_HASH_BEFORE, hash, before);
		feature_add2(f, RS_HASH_BEFORE_FIRST, hash_before, first);
		feature_add3(f, RS_PATH_FIRST, path, first, start - cue <= 7);
		feature_add3(f, RS_LEMMA_DISTANCE, lemma, distance, 0);
		feature_add3(f, RS_LEMMA_FIRST_BEFORE, lemma, first, before);
	}
	if (!(part & FEATURES_REST))
		return;
	feature_add3(f, RS_LEMMA_HASH, lemma, hash, 1);
	feature_add3(f, RS_STANCE_FIRST_DISTANCE, stance, first, distance);
	feature_add3(f, RS_STANCE_HASH, stance, hash, 0);
	feature_add3(f, RS_LEMMA_HASH_BEFORE, lemma, hash_before, 2);
	feature_add3(f, RS_COMMAS_FIRST_BEFORE, commas, first, before);
	feature_add3(f, RS_THAT_MARK_FIRST, that, mark, first);
	feature_add3(f, RS_THAT_MARK_LEMMA, that, mark, lemma);
	feature_add3(f, RS_CUE_WORD_WORD_CUE1_DISTANCE, r->tok[cue].hash, hash_at(r, cue + 1), distance);
	feature_add3(f, RS_STANCE_PATH_FIRST, stance, path, first);
	feature_add3(f, RS_LEMMA_PATH, lemma, path, 3);
	feature_add3(f, RS_POS_START1_FIRST_BEFORE, pos_at(r, start + 1), first, before);
	feature_add3(f, RS_STANCE_BEFORE_TAG, stance, before, tag);
	feature_add3(f, RS_MORE_VERBS_FIRST_STANCE, start < r->last && so_far(r, r->last)->finite > so_far(r, start)->finite, first, stance);
	feature_add3(f, RS_VERBS_TO_CUE_BEFORE_TAG, start < r->last ? capped(so_far(r, start)->finite - so_far(r, cue)->finite, 2) : 3, before, tag);
	feature_add3(f, RS_WORD_START1_FIRST, hash_at(r, start + 1), first, 0);
}

static bool
may_end_before(uint8_t next)
{
	return pos_in(next, POS_MARKS | POS_VERBS | POS_BIT(POS_CC) | POS_BIT(POS_IN) | POS_BIT(POS_W) | POS_BIT(POS_RB) |
				  POS_BIT(POS_TO) | POS_BIT(POS_MD) | POS_BIT(POS_DT) | POS_BIT(POS_PRP) | POS_BIT(POS_NNP) | POS_BIT(POS_NN) |
				  POS_BIT(POS_POS) | POS_BIT(POS_RP));
}

static bool
may_end_with(uint8_t tag)
{
	return !pos_in(tag, POS_BIT(POS_DT) | POS_BIT(POS_PRPS) | POS_BIT(POS_COMMA) | POS_BIT(POS_COLON) | POS_BIT(POS_DASH) |
				   POS_BIT(POS_OPEN) | POS_BIT(POS_HYPHEN) | POS_BIT(POS_CC) | POS_BIT(POS_POS));
}

void
quote_right_ends(const QuoteReader *r, uint32_t cue, uint32_t start, QuoteCandidates *c)
{
	uint32_t	stop = sentence_stop(r);
	const QuoteMark *around = mark_around(r, cue);
	uint32_t	limit;

	c->n = 0;
	if (start >= r->last)
	{
		/* a quotation in the next paragraph */
		candidate_add(c, mark_at(r, start)->close);
		return;
	}
	if (around != NULL && around->close <= stop && start > around->open && around->open < cue)
	{
		stop = around->closed ? around->close - 1 : around->close;
		while (stop > start && pos_in(r->pos[stop], POS_BIT(POS_STOP) | POS_BIT(POS_COMMA)))
			stop--;
	}
	limit = stop < start + CLAUSE_WINDOW ? stop : start + CLAUSE_WINDOW;
	for (uint32_t k = start; k <= limit; k++)
	{
		const QuoteMark *m = mark_opening(r, k);
		uint8_t		next;

		if (m != NULL && m->close > k)
		{
			k = m->close;
			candidate_add(c, k);
			if (k > limit)
				break;
			continue;
		}
		if (k == limit)
			break;
		next = r->pos[k + 1];
		if (!may_end_with(r->pos[k]))
			continue;
		if (!may_end_before(next))
			continue;
		if (next == POS_HYPHEN)
			continue;
		/* no end inside a run of nouns */
		if (pos_in(next, POS_BIT(POS_NN) | POS_BIT(POS_RP)) || (next == POS_NNP && r->pos[k] == POS_NNP))
			continue;
		candidate_add(c, k);
	}
	if (c->n == QUOTE_CANDIDATES)
		c->n--;
	if (stop >= start && (c->n == 0 || c->at[c->n - 1] < stop))
		candidate_add(c, stop);
}

/* What stands at a candidate for the end. */
typedef struct Ending
{
	uint32_t	tag;			/* part of speech of the last word, and of those behind it */
	uint32_t	next;
	uint32_t	next2;
	uint32_t	next3;
	uint32_t	kind;			/* how the content begins */
	uint32_t	stance;
	uint32_t	cue_tag;
	uint32_t	commas;			/* inside */
	uint32_t	hash;			/* of the word behind it */
	uint32_t	length;			/* class */
	uint32_t	finite;			/* finite verbs inside */
	bool		final;			/* ends the sentence */
} Ending;

/* rest_features: the next verb, and how far the last quotation mark is. */
static void
rest_features(const QuoteReader *r, uint32_t start, uint32_t end, const Ending *e, QuoteFeatures *f)
{
	uint32_t	verb = 0;
	uint32_t	verb_distance = 9;
	uint32_t	since_mark = 99;
	uint32_t	passed = 0;

	for (uint32_t k = end + 1; k < r->last && k < end + 9; k++)
		if (pos_in(r->pos[k], POS_FINITES | POS_BIT(POS_VBG)))
		{
			verb = r->pos[k] + 64u * quote_cue_record(r, k)->stance;
			verb_distance = k - end;
			break;
		}
	if (end < r->last && start < r->last && so_far(r, end)->closed != NT_NONE && so_far(r, end)->closed >= start)
	{
		uint32_t	mark = so_far(r, end)->closed;

		since_mark = length_class(end - mark + 1);
		passed = 1;
		if (mark > start && pos_in(r->pos[mark - 1], POS_BIT(POS_COMMA)))
			passed = 2;
		else if (mark > start && pos_in(r->pos[mark - 1], POS_BIT(POS_STOP)))
			passed = 3;
		if (is_mark(r, mark) && mark_at(r, mark)->open == start)
			passed += 4;
	}
	feature_add3(f, RE_VERB_VERB_DISTANCE_NEXT, verb, verb_distance, e->next);
	feature_add3(f, RE_NEXT_NEXT2_NEXT3_POS_END4, feature_hash(e->next, e->next2), e->next3, pos_at(r, end + 4));
	feature_add3(f, RE_TAG_NEXT_POS_END_MINUS_1_POS_END_MINUS_2, feature_hash(e->tag, e->next), pos_at(r, end - 1), pos_at(r, end - 2));
	feature_add3(f, RE_CUE_TAG_NEXT_NEXT2, e->cue_tag, e->next, e->next2);
	feature_add3(f, RE_VERB_CUE_TAG_NEXT, verb, e->cue_tag, e->next);
	feature_add3(f, RE_STANCE_NEXT_NEXT2, e->stance, e->next, e->next2);
	feature_add3(f, RE_SINCE_MARK_NEXT_NEXT2, since_mark, e->next, e->next2);
	feature_add3(f, RE_SINCE_MARK_FINAL_KIND, since_mark, e->final, e->kind);
	feature_add3(f, RE_PASSED_AT_MARK_FINAL, passed, since_mark == length_class(1), e->final);
	feature_add3(f, RE_PASSED_SINCE_MARK_NEXT, passed, since_mark, e->next);
	feature_add3(f, RE_PASSED_AT_MARK_STANCE, passed, since_mark == length_class(1), e->stance);
	feature_add3(f, RE_PASSED_NEXT_NEXT2, passed, e->next, e->next2);
	feature_add3(f, RE_ODD_COMMAS_NEXT_VERB, e->commas & 1, e->next, verb);
	feature_add3(f, RE_HASH_WORD_END, e->hash, hash_at(r, end), 0);
	feature_add3(f, RE_LENGTH_FINAL_FINITE, e->length, e->final, e->finite);
}

void
quote_right_end_features(const QuoteReader *r, uint32_t cue, uint32_t start, uint32_t end, QuotePart part,
						 QuoteFeatures *f)
{
	const NtCue *record = quote_cue_record(r, cue);
	uint32_t	lemma = quote_cue_lemma(r, cue);
	uint32_t	stance = record->stance;
	uint32_t	cue_tag = r->pos[cue];
	uint32_t	kind = start < r->last ? start_kind(r, start) : 60;
	uint32_t	tag = pos_at(r, end);
	uint32_t	next = pos_at(r, end + 1);
	uint32_t	next2 = pos_at(r, end + 2);
	uint32_t	next3 = pos_at(r, end + 3);
	uint32_t	hash = hash_at(r, end + 1);
	uint32_t	hash2 = hash_at(r, end + 2);
	uint32_t	length = length_class(end - start + 1);
	uint32_t	upto = end + 1 < r->last ? end + 1 : r->last;
	uint32_t	finite = start < r->last ? capped(so_far(r, upto)->finite - so_far(r, start)->finite, 3) : 4;
	uint32_t	commas = start < r->last ? capped(so_far(r, upto)->commas - so_far(r, start)->commas, 3) : 4;
	uint32_t	left = length_class(r->last > end ? r->last - end : 1);
	bool		final = end + 1 >= r->last || next == POS_STOP || end >= r->last;
	uint32_t	marks = 0;
	uint32_t	later = upto < r->last ? capped(so_far(r, r->last)->finite - so_far(r, upto)->finite, 2) : 3;
	uint32_t	lead = pos_at(r, cue - 1);

	if (end < r->n && is_mark(r, end))
	{
		const QuoteMark *m = mark_at(r, end);

		marks = m->open == start ? 2 : m->open > start ? 1 : 3;
		if (end > 0 && pos_at(r, end - 1) == POS_STOP)
			marks += 4;
		else if (end > 0 && pos_at(r, end - 1) == POS_COMMA)
			marks += 8;
	}
	f->n = 0;
	if (part & FEATURES_FIRST)
	{
		feature_add2(f, RE_NEXT_KIND, next, kind);
		feature_add(f, RE_HASH, hash);
		feature_add2(f, RE_NEXT_NEXT2, next, next2);
		feature_add3(f, RE_TAG_NEXT_NEXT2, tag, next, next2);
		feature_add3(f, RE_HASH_STANCE, hash, stance, 0);
		feature_add3(f, RE_NEXT_LEMMA, next, lemma, 0);
		feature_add3(f, RE_HASH_LEMMA, hash, lemma, 1);
		feature_add3(f, RE_KIND_HASH, kind, hash, 2);
		feature_add2(f, RE_LENGTH_KIND, length, kind);
		feature_add2(f, RE_LENGTH_NEXT, length, next);
		feature_add3(f, RE_FINAL_KIND_STANCE, final, kind, stance);
		feature_add3(f, RE_FINAL_LEMMA, final, lemma, 3);
		feature_add3(f, RE_FINAL_CUE_TAG_KIND, final, cue_tag, kind);
		feature_add3(f, RE_FINITE_KIND_NEXT, finite, kind, next);
		feature_add3(f, RE_FINITE_NEXT_HASH, finite, next, hash);
		feature_add3(f, RE_COMMAS_NEXT_KIND, commas, next, kind);
		feature_add3(f, RE_MARKS_KIND_NEXT, marks, kind, next);
		feature_add3(f, RE_MARKS_FINAL_NEXT2, marks, final, next2);
	}
	if (!(part & FEATURES_REST))
		return;
	feature_add3(f, RE_HASH2_NEXT, hash2, next, 4);
	feature_add3(f, RE_NEXT2_NEXT3_NEXT, next2, next3, next);
	feature_add3(f, RE_HASH2_HASH, hash2, hash, 5);
	feature_add3(f, RE_LEFT_NEXT_KIND, left, next, kind);
	feature_add3(f, RE_LEFT_FINITE_NEXT, left, finite, next);
	feature_add3(f, RE_LATER_NEXT_NEXT2, later, next, next2);
	feature_add3(f, RE_LATER_FINITE_NEXT, later, finite, next);
	feature_add3(f, RE_STANCE_NEXT_FINITE, stance, next, finite);
	feature_add3(f, RE_LEAD_NEXT_NEXT2, lead, next, next2);
	feature_add3(f, RE_WORD_END_NEXT, hash_at(r, end), next, 6);
	feature_add3(f, RE_STANCE_LENGTH_KIND, stance, length, kind);
	feature_add3(f, RE_STANCE_FINAL_FINITE, stance, final, finite);
	feature_add3(f, RE_LEMMA_LENGTH, lemma, length, 7);
	feature_add3(f, RE_KIND_NEXT_NEXT2, kind, next, next2);
	feature_add3(f, RE_WORD_END3_HASH2_NEXT, hash_at(r, end + 3), hash2, next);
	feature_add3(f, RE_LEMMA_KIND_FINAL, lemma, kind, final);
	feature_add3(f, RE_MARKS_STANCE_FINAL, marks, stance, final);
	feature_add3(f, RE_ADJACENT_NEXT_KIND, start == quote_cue_last(r, cue) + 1, next, kind);
	feature_add3(f, RE_CUE_MARKED_FINAL_NEXT, r->inside[cue], final, next);
	feature_add3(f, RE_KIND_FINITE_FINAL, kind, finite, final);
	rest_features(r, start, end, &(Ending) {tag, next, next2, next3, kind, stance, cue_tag, commas, hash, length, finite, final}, f);
}
