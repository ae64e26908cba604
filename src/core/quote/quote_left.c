/*
 * quote_left.c -- where words reported before their cue end and begin.
 *
 *     On Friday, the talks were “very useful,” Ushakov said.
 *                ^start                     ^end       ^cue
 *
 * First the end: before a comma, or at a closing mark.  Then the start: of the
 * sentence, after a comma or conjunction, or at the partner of the mark, which
 * may open sentences before.
 */
#include "quote/quote_clause.h"
#include "quote/quote_cue.h"

void
quote_left_ends(const QuoteReader *r, uint32_t cue, QuoteCandidates *c)
{
	const QuoteMark *around = mark_around(r, cue);

	c->n = 0;
	for (uint32_t k = cue; k-- > r->first && cue - k < CLAUSE_WINDOW && c->n < 16;)
	{
		uint8_t		tag = r->pos[k];

		if (around != NULL && k <= around->open)
			break;
		if (tag == POS_CLOSE || tag == POS_W ||
			(k + 1 < cue && pos_in(r->pos[k + 1], POS_BIT(POS_COMMA) | POS_BIT(POS_DASH)) &&
			 !pos_in(tag, POS_BIT(POS_COMMA) | POS_BIT(POS_DASH))) ||
			tag == POS_STOP)
			candidate_add(c, k);
		else if (k + 1 < cue && pos_in(tag, POS_NOUNS) &&
				 pos_in(r->pos[k + 1], POS_BIT(POS_PRP) | POS_BIT(POS_DT) | POS_BIT(POS_NNP) | POS_VERBS | POS_BIT(POS_MD)) &&
				 !(r->pos[k + 1] == POS_NNP && tag == POS_NNP))
			candidate_add(c, k);
		else if (k + 1 == cue && pos_in(tag, POS_NOUNS))
			candidate_add(c, k);
		/* step over a whole quotation */
		if (tag == POS_CLOSE && is_mark(r, k))
		{
			uint32_t	open = mark_at(r, k)->open;

			if (open <= r->first)
				break;
			if (open < k)
				k = open;
		}
	}
	/* “Is it so?” | Trump asked. */
	if (around == NULL && r->first > 0 && !(r->tok[r->first].flags & TOKEN_PARAGRAPH) && is_mark(r, r->first - 1) &&
		cue - r->first < START_WINDOW)
		candidate_add(c, r->first - 1);
}

void
quote_left_end_features(const QuoteReader *r, uint32_t cue, uint32_t end, QuoteFeatures *f)
{
	const NtCue *record = quote_cue_record(r, cue);
	uint32_t	lemma = quote_cue_lemma(r, cue);
	uint32_t	stance = record->stance;
	uint32_t	cue_tag = r->pos[cue];
	uint32_t	tag = end < r->first ? 50 : pos_at(r, end);
	uint32_t	next = pos_at(r, end + 1);
	uint32_t	distance = capped(cue - end, 14);
	uint32_t	after = pos_at(r, cue + 1);
	uint32_t	path = 0;
	uint32_t	finite = so_far(r, cue)->finite - so_far(r, end + 1 > r->first ? end + 1 : r->first)->finite;
	uint32_t	lead = end > r->first ? pos_at(r, end - 1) : POS_NONE;

	if (cue - end <= 7)
		for (uint32_t k = end + 1; k < cue; k++)
			path = feature_hash(path, pos_at(r, k) + 1);
	f->n = 0;
	feature_add2(f, LE_TAG_NEXT, tag, next);
	feature_add3(f, LE_TAG_NEXT_DISTANCE, tag, next, distance);
	feature_add3(f, LE_PATH_TAG, path, tag, cue - end <= 7);
	feature_add3(f, LE_PATH_AFTER, path, after, cue - end <= 7);
	feature_add3(f, LE_LEMMA_TAG_NEXT, lemma, tag, next);
	feature_add3(f, LE_STANCE_TAG_NEXT, stance, tag, next);
	feature_add3(f, LE_FINITE_TAG_NEXT, capped(finite, 3), tag, next);
	feature_add3(f, LE_CUE_TAG_TAG_DISTANCE, cue_tag, tag, distance);
	feature_add3(f, LE_LEAD_TAG_NEXT, lead, tag, next);
	feature_add3(f, LE_WORD_END_NEXT, hash_at(r, end), next, 0);
	feature_add3(f, LE_WORD_END2_NEXT_TAG, hash_at(r, end + 2), next, tag);
	feature_add3(f, LE_AFTER_TAG_NEXT, after, tag, next);
	feature_add3(f, LE_LEMMA_DISTANCE, lemma, distance, 0);
	feature_add3(f, LE_POS_END2_NEXT_TAG, pos_at(r, end + 2), next, tag);
	feature_add3(f, LE_STANCE_PATH_TAG, stance, path, tag);
	feature_add3(f, LE_COMMAS_TAG_NEXT, so_far(r, cue)->commas - so_far(r, end + 1 > r->first ? end + 1 : r->first)->commas, tag, next);
}

void
quote_left_starts(const QuoteReader *r, uint32_t cue, uint32_t end, QuoteCandidates *c)
{
	uint32_t	floor = r->first;
	const QuoteMark *around = mark_around(r, cue);

	c->n = 0;
	while (r->turn[floor] >= TURN_LABEL && floor < end)
		floor++;
	if (around != NULL && around->open >= floor && around->open < end)
		floor = around->open + 1;
	if (end < r->first)
	{
		candidate_add(c, mark_at(r, end)->open);
		return;
	}
	for (uint32_t k = end + 1; k-- > floor && end - k < CLAUSE_WINDOW && c->n + 1 < QUOTE_CANDIDATES;)
	{
		uint8_t		before = (uint8_t) pos_at(r, k - 1);

		if (is_mark(r, k) && r->pos[k] == POS_CLOSE)
		{
			uint32_t	open = mark_at(r, k)->open;

			if (open < k)
			{
				candidate_add(c, open);
				if (open <= floor)
					return;
				k = open;
				continue;
			}
		}
		if (k == floor)
			break;
		if (pos_in(r->pos[k], POS_MARKS) && r->pos[k] != POS_OPEN)
			continue;
		if (pos_in(before, POS_MARKS | POS_BIT(POS_CC) | POS_BIT(POS_IN) | POS_BIT(POS_W)) || r->pos[k] == POS_W ||
			r->tok[k].hash == r->that ||
			(pos_in(r->pos[k], POS_BIT(POS_DT) | POS_BIT(POS_PRP) | POS_BIT(POS_PRPS) | POS_BIT(POS_NNP)) && before != POS_NNP))
			candidate_add(c, k);
	}
	candidate_add(c, floor);
}

void
quote_left_start_features(const QuoteReader *r, uint32_t cue, uint32_t end, uint32_t start, QuoteFeatures *f)
{
	const NtCue *record = quote_cue_record(r, cue);
	uint32_t	lemma = quote_cue_lemma(r, cue);
	uint32_t	stance = record->stance;
	uint32_t	tag = start < r->first ? POS_OPEN : pos_at(r, start);
	uint32_t	before = start > r->first ? pos_at(r, start - 1) : POS_NONE;
	uint32_t	end_tag = end < r->first ? 50 : pos_at(r, end);
	uint32_t	from = start > r->first ? start : r->first;
	uint32_t	upto = end + 1 > r->first ? end + 1 : r->first;
	uint32_t	finite = capped(so_far(r, upto)->finite - so_far(r, from)->finite, 3);
	uint32_t	length = length_class(end - start + 1);
	uint32_t	marks = 0;
	bool		first = start <= r->first;

	if (is_mark(r, start))
		marks = mark_at(r, start)->close == end ? 2 : 1;
	if (is_mark(r, end))
		marks += 4;
	f->n = 0;
	feature_add3(f, LS_FIRST_MARKS_END_TAG, first, marks, end_tag);
	feature_add3(f, LS_TAG_BEFORE_END_TAG, tag, before, end_tag);
	feature_add3(f, LS_MARKS_BEFORE_TAG, marks, before, tag);
	feature_add3(f, LS_FINITE_MARKS_FIRST, finite, marks, first);
	feature_add3(f, LS_LENGTH_MARKS_END_TAG, length, marks, end_tag);
	feature_add3(f, LS_WORD_START_BEFORE, hash_at(r, start), before, 0);
	feature_add3(f, LS_WORD_START_MINUS_1_TAG, hash_at(r, start - 1), tag, 1);
	feature_add3(f, LS_BEFORE_FINITE_END_TAG, before, finite, end_tag);
	feature_add3(f, LS_LEMMA_FIRST_MARKS, lemma, first, marks);
	feature_add3(f, LS_STANCE_FIRST_MARKS, stance, first, marks);
	feature_add3(f, LS_STANCE_BEFORE_TAG, stance, before, tag);
	feature_add3(f, LS_FROM_START_MARKS_BEFORE, capped(start - r->first, 6), marks, before);
	feature_add3(f, LS_COMMAS_BEFORE_MARKS, start < end ? so_far(r, upto)->commas - so_far(r, from)->commas : 9, before, marks);
	feature_add3(f, LS_WORD_FIRST_FIRST_MARKS, hash_at(r, r->first), first, marks);
	feature_add3(f, LS_SINGLE_TAG_END_TAG, start == end, tag, end_tag);
	feature_add3(f, LS_VERBS_BEFORE_BEFORE_MARKS, start > r->first + 1 ? capped(so_far(r, from)->finite - so_far(r, r->first)->finite, 2) : 3, before, marks);
	feature_add3(f, LS_POS_START1_TAG_BEFORE, pos_at(r, start + 1), tag, before);
}
