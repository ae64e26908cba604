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

void
quote_left_ends(const QuoteReader *r, uint32_t cue, QuoteCandidates *c)
{
	const QuoteMark *around = mark_around(r, cue);

	c->n = 0;
	for (uint32_t k = cue; k-- > r->first && cue - k < CLAUSE_WINDOW && c->n < 16;)
	{
		uint8_t		tag = r->tag[k];

		if (around != NULL && k <= around->open)
			break;
		if (tag == TAG_CLOSE || tag == TAG_W ||
			(k + 1 < cue && tag_in(r->tag[k + 1], TAG_BIT(TAG_COMMA) | TAG_BIT(TAG_DASH)) &&
			 !tag_in(tag, TAG_BIT(TAG_COMMA) | TAG_BIT(TAG_DASH))) ||
			tag == TAG_STOP)
			candidate_add(c, k);
		else if (k + 1 < cue && tag_in(tag, TAGS_NOUN) &&
				 tag_in(r->tag[k + 1], TAG_BIT(TAG_PRP) | TAG_BIT(TAG_DT) | TAG_BIT(TAG_NNP) | TAGS_VERB | TAG_BIT(TAG_MD)) &&
				 !(r->tag[k + 1] == TAG_NNP && tag == TAG_NNP))
			candidate_add(c, k);
		else if (k + 1 == cue && tag_in(tag, TAGS_NOUN))
			candidate_add(c, k);
		/* step over a whole quotation */
		if (tag == TAG_CLOSE && r->pair[k] != 0)
		{
			uint32_t	open = r->marks.at[r->pair[k] - 1].open;

			if (open <= r->first)
				break;
			if (open < k)
				k = open;
		}
	}
	/* “Is it so?” | Trump asked. */
	if (around == NULL && r->first > 0 && !(r->tok[r->first].flags & TOKEN_PARAGRAPH) && r->pair[r->first - 1] != 0 &&
		cue - r->first < START_WINDOW)
		candidate_add(c, r->first - 1);
}

void
quote_left_end_features(const QuoteReader *r, uint32_t cue, uint32_t end, QuoteFeatures *f)
{
	const NtCue *record = quote_cue_record(r, cue);
	uint32_t	lemma = quote_cue_lemma(r, cue);
	uint32_t	stance = record->stance;
	uint32_t	cue_tag = r->tag[cue];
	uint32_t	tag = end < r->first ? 50 : tag_at(r, end);
	uint32_t	next = tag_at(r, end + 1);
	uint32_t	distance = capped(cue - end, 14);
	uint32_t	after = tag_at(r, cue + 1);
	uint32_t	path = 0;
	uint32_t	finite = r->finite[cue] - r->finite[end + 1 > r->first ? end + 1 : r->first];
	uint32_t	lead = end > r->first ? tag_at(r, end - 1) : TAG_NONE;

	if (cue - end <= 7)
		for (uint32_t k = end + 1; k < cue; k++)
			path = feature_hash(path, tag_at(r, k) + 1);
	f->n = 0;
	feature_add2(f, 1, tag, next);
	feature_add3(f, 2, tag, next, distance);
	feature_add3(f, 3, path, tag, cue - end <= 7);
	feature_add3(f, 4, path, after, cue - end <= 7);
	feature_add3(f, 5, lemma, tag, next);
	feature_add3(f, 6, stance, tag, next);
	feature_add3(f, 7, capped(finite, 3), tag, next);
	feature_add3(f, 8, cue_tag, tag, distance);
	feature_add3(f, 9, lead, tag, next);
	feature_add3(f, 10, hash_at(r, end), next, 0);
	feature_add3(f, 11, hash_at(r, end + 2), next, tag);
	feature_add3(f, 12, after, tag, next);
	feature_add3(f, 13, lemma, distance, 0);
	feature_add3(f, 14, tag_at(r, end + 2), next, tag);
	feature_add3(f, 15, stance, path, tag);
	feature_add3(f, 16, r->commas[cue] - r->commas[end + 1 > r->first ? end + 1 : r->first], tag, next);
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
		candidate_add(c, r->marks.at[r->pair[end] - 1].open);
		return;
	}
	for (uint32_t k = end + 1; k-- > floor && end - k < CLAUSE_WINDOW && c->n + 1 < QUOTE_CANDIDATES;)
	{
		uint8_t		before = (uint8_t) tag_at(r, k - 1);

		if (r->pair[k] != 0 && r->tag[k] == TAG_CLOSE)
		{
			uint32_t	open = r->marks.at[r->pair[k] - 1].open;

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
		if (tag_in(r->tag[k], TAGS_PUNCT) && r->tag[k] != TAG_OPEN)
			continue;
		if (tag_in(before, TAGS_PUNCT | TAG_BIT(TAG_CC) | TAG_BIT(TAG_IN) | TAG_BIT(TAG_W)) || r->tag[k] == TAG_W ||
			r->tok[k].hash == r->that ||
			(tag_in(r->tag[k], TAG_BIT(TAG_DT) | TAG_BIT(TAG_PRP) | TAG_BIT(TAG_PRPS) | TAG_BIT(TAG_NNP)) && before != TAG_NNP))
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
	uint32_t	tag = start < r->first ? TAG_OPEN : tag_at(r, start);
	uint32_t	before = start > r->first ? tag_at(r, start - 1) : TAG_NONE;
	uint32_t	end_tag = end < r->first ? 50 : tag_at(r, end);
	uint32_t	from = start > r->first ? start : r->first;
	uint32_t	upto = end + 1 > r->first ? end + 1 : r->first;
	uint32_t	finite = capped(r->finite[upto] - r->finite[from], 3);
	uint32_t	length = length_class(end - start + 1);
	uint32_t	marks = 0;
	bool		first = start <= r->first;

	if (r->pair[start] != 0)
		marks = r->marks.at[r->pair[start] - 1].close == end ? 2 : 1;
	if (r->pair[end] != 0)
		marks += 4;
	f->n = 0;
	feature_add3(f, 1, first, marks, end_tag);
	feature_add3(f, 2, tag, before, end_tag);
	feature_add3(f, 3, marks, before, tag);
	feature_add3(f, 4, finite, marks, first);
	feature_add3(f, 5, length, marks, end_tag);
	feature_add3(f, 6, hash_at(r, start), before, 0);
	feature_add3(f, 7, hash_at(r, start - 1), tag, 1);
	feature_add3(f, 8, before, finite, end_tag);
	feature_add3(f, 9, lemma, first, marks);
	feature_add3(f, 10, stance, first, marks);
	feature_add3(f, 11, stance, before, tag);
	feature_add3(f, 12, capped(start - r->first, 6), marks, before);
	feature_add3(f, 13, start < end ? r->commas[upto] - r->commas[from] : 9, before, marks);
	feature_add3(f, 14, hash_at(r, r->first), first, marks);
	feature_add3(f, 15, start == end, tag, end_tag);
	feature_add3(f, 16, start > r->first + 1 ? capped(r->finite[from] - r->finite[r->first], 2) : 3, before, marks);
	feature_add3(f, 17, tag_at(r, start + 1), tag, before);
}
