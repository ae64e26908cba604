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

/* How the content begins; the ends depend on it. */
static uint32_t
start_kind(const QuoteReader *r, uint32_t start)
{
	if (r->tok[start].hash == r->that && r->tok[start].kind == TOKEN_WORD)
		return 40;
	return r->tag[start];
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
		if (tag_in(r->tag[k], TAG_BIT(TAG_COMMA) | TAG_BIT(TAG_STOP) | TAG_BIT(TAG_COLON) | TAG_BIT(TAG_DASH) |
				   TAG_BIT(TAG_CLOSE) | TAG_BIT(TAG_HYPHEN)))
			continue;
		if (r->tag[k - 1] == TAG_HYPHEN)
			continue;
		candidate_add(c, k);
	}
	/* He wrote: | “...” in a paragraph of its own */
	if (r->last < r->n && r->last - cue < START_WINDOW && r->tag[r->last - 1] == TAG_COLON &&
		mark_opening(r, r->last) != NULL)
		candidate_add(c, r->last);
}

void
quote_right_start_features(const QuoteReader *r, uint32_t cue, uint32_t start, QuotePart part, QuoteFeatures *f)
{
	const NtCue *record = quote_cue_record(r, cue);
	uint32_t	lemma = quote_cue_lemma(r, cue);
	uint32_t	stance = record->stance;
	uint32_t	tag = r->tag[cue];
	uint32_t	distance = capped(start - quote_cue_last(r, cue), 12);
	uint32_t	first = start == r->last ? 50 : tag_at(r, start);
	uint32_t	before = tag_at(r, start - 1);
	uint32_t	hash = hash_at(r, start);
	uint32_t	hash_before = hash_at(r, start - 1);
	uint32_t	path = 0;
	bool		that = false;
	bool		mark = false;
	uint32_t	commas = r->commas[start < r->last ? start : r->last] - r->commas[cue];

	for (uint32_t k = cue + 1; k < start; k++)
	{
		if (start - cue <= 7)
			path = feature_hash(path, tag_at(r, k) + 1);
		that |= hash_at(r, k) == r->that;
		mark |= tag_at(r, k) == TAG_OPEN;
	}
	f->n = 0;
	if (part & FEATURES_FIRST)
	{
		feature_add2(f, 1, distance, tag);
		feature_add2(f, 2, distance, first);
		feature_add2(f, 3, first, before);
		feature_add(f, 4, hash);
		feature_add2(f, 5, hash, before);
		feature_add2(f, 6, hash_before, first);
		feature_add3(f, 7, path, first, start - cue <= 7);
		feature_add3(f, 8, lemma, distance, 0);
		feature_add3(f, 9, lemma, first, before);
	}
	if (!(part & FEATURES_REST))
		return;
	feature_add3(f, 10, lemma, hash, 1);
	feature_add3(f, 11, stance, first, distance);
	feature_add3(f, 12, stance, hash, 0);
	feature_add3(f, 13, lemma, hash_before, 2);
	feature_add3(f, 14, commas, first, before);
	feature_add3(f, 15, that, mark, first);
	feature_add3(f, 16, that, mark, lemma);
	feature_add3(f, 17, r->tok[cue].hash, hash_at(r, cue + 1), distance);
	feature_add3(f, 18, stance, path, first);
	feature_add3(f, 19, lemma, path, 3);
	feature_add3(f, 20, tag_at(r, start + 1), first, before);
	feature_add3(f, 21, stance, before, tag);
	feature_add3(f, 22, start < r->last && r->finite[r->last] > r->finite[start], first, stance);
	feature_add3(f, 23, start < r->last ? capped(r->finite[start] - r->finite[cue], 2) : 3, before, tag);
	feature_add3(f, 24, hash_at(r, start + 1), first, 0);
}

static bool
may_end_before(uint8_t next)
{
	return tag_in(next, TAGS_PUNCT | TAGS_VERB | TAG_BIT(TAG_CC) | TAG_BIT(TAG_IN) | TAG_BIT(TAG_W) | TAG_BIT(TAG_RB) |
				  TAG_BIT(TAG_TO) | TAG_BIT(TAG_MD) | TAG_BIT(TAG_DT) | TAG_BIT(TAG_PRP) | TAG_BIT(TAG_NNP) | TAG_BIT(TAG_NN) |
				  TAG_BIT(TAG_POS) | TAG_BIT(TAG_RP));
}

static bool
may_end_with(uint8_t tag)
{
	return !tag_in(tag, TAG_BIT(TAG_DT) | TAG_BIT(TAG_PRPS) | TAG_BIT(TAG_COMMA) | TAG_BIT(TAG_COLON) | TAG_BIT(TAG_DASH) |
				   TAG_BIT(TAG_OPEN) | TAG_BIT(TAG_HYPHEN) | TAG_BIT(TAG_CC) | TAG_BIT(TAG_POS));
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
		candidate_add(c, r->marks.at[r->pair[start] - 1].close);
		return;
	}
	if (around != NULL && around->close <= stop && start > around->open && around->open < cue)
	{
		stop = around->closed ? around->close - 1 : around->close;
		while (stop > start && tag_in(r->tag[stop], TAG_BIT(TAG_STOP) | TAG_BIT(TAG_COMMA)))
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
		next = r->tag[k + 1];
		if (!may_end_with(r->tag[k]))
			continue;
		if (!may_end_before(next))
			continue;
		if (next == TAG_HYPHEN)
			continue;
		/* no end inside a run of nouns */
		if (tag_in(next, TAG_BIT(TAG_NN) | TAG_BIT(TAG_RP)) || (next == TAG_NNP && r->tag[k] == TAG_NNP))
			continue;
		candidate_add(c, k);
	}
	if (c->n == QUOTE_CANDIDATES)
		c->n--;
	if (stop >= start && (c->n == 0 || c->at[c->n - 1] < stop))
		candidate_add(c, stop);
}

void
quote_right_end_features(const QuoteReader *r, uint32_t cue, uint32_t start, uint32_t end, QuotePart part,
						 QuoteFeatures *f)
{
	const NtCue *record = quote_cue_record(r, cue);
	uint32_t	lemma = quote_cue_lemma(r, cue);
	uint32_t	stance = record->stance;
	uint32_t	cue_tag = r->tag[cue];
	uint32_t	kind = start < r->last ? start_kind(r, start) : 60;
	uint32_t	tag = tag_at(r, end);
	uint32_t	next = tag_at(r, end + 1);
	uint32_t	next2 = tag_at(r, end + 2);
	uint32_t	next3 = tag_at(r, end + 3);
	uint32_t	hash = hash_at(r, end + 1);
	uint32_t	hash2 = hash_at(r, end + 2);
	uint32_t	length = length_class(end - start + 1);
	uint32_t	upto = end + 1 < r->last ? end + 1 : r->last;
	uint32_t	finite = start < r->last ? capped(r->finite[upto] - r->finite[start], 3) : 4;
	uint32_t	commas = start < r->last ? capped(r->commas[upto] - r->commas[start], 3) : 4;
	uint32_t	left = length_class(r->last > end ? r->last - end : 1);
	bool		final = end + 1 >= r->last || next == TAG_STOP || end >= r->last;
	uint32_t	marks = 0;
	uint32_t	later = upto < r->last ? capped(r->finite[r->last] - r->finite[upto], 2) : 3;
	uint32_t	lead = tag_at(r, cue - 1);

	if (end < r->n && r->pair[end] != 0)
	{
		const QuoteMark *m = &r->marks.at[r->pair[end] - 1];

		marks = m->open == start ? 2 : m->open > start ? 1 : 3;
		if (end > 0 && tag_at(r, end - 1) == TAG_STOP)
			marks += 4;
		else if (end > 0 && tag_at(r, end - 1) == TAG_COMMA)
			marks += 8;
	}
	f->n = 0;
	if (part & FEATURES_FIRST)
	{
		feature_add2(f, 1, next, kind);
		feature_add(f, 2, hash);
		feature_add2(f, 3, next, next2);
		feature_add3(f, 4, tag, next, next2);
		feature_add3(f, 5, hash, stance, 0);
		feature_add3(f, 6, next, lemma, 0);
		feature_add3(f, 7, hash, lemma, 1);
		feature_add3(f, 8, kind, hash, 2);
		feature_add2(f, 9, length, kind);
		feature_add2(f, 10, length, next);
		feature_add3(f, 11, final, kind, stance);
		feature_add3(f, 12, final, lemma, 3);
		feature_add3(f, 13, final, cue_tag, kind);
		feature_add3(f, 14, finite, kind, next);
		feature_add3(f, 15, finite, next, hash);
		feature_add3(f, 16, commas, next, kind);
		feature_add3(f, 17, marks, kind, next);
		feature_add3(f, 18, marks, final, next2);
	}
	if (!(part & FEATURES_REST))
		return;
	feature_add3(f, 19, hash2, next, 4);
	feature_add3(f, 20, next2, next3, next);
	feature_add3(f, 21, hash2, hash, 5);
	feature_add3(f, 22, left, next, kind);
	feature_add3(f, 23, left, finite, next);
	feature_add3(f, 24, later, next, next2);
	feature_add3(f, 25, later, finite, next);
	feature_add3(f, 26, stance, next, finite);
	feature_add3(f, 27, lead, next, next2);
	feature_add3(f, 28, hash_at(r, end), next, 6);
	feature_add3(f, 29, stance, length, kind);
	feature_add3(f, 30, stance, final, finite);
	feature_add3(f, 31, lemma, length, 7);
	feature_add3(f, 32, kind, next, next2);
	feature_add3(f, 33, hash_at(r, end + 3), hash2, next);
	feature_add3(f, 34, lemma, kind, final);
	feature_add3(f, 35, marks, stance, final);
	feature_add3(f, 36, start == quote_cue_last(r, cue) + 1, next, kind);
	feature_add3(f, 37, r->inside[cue], final, next);
	feature_add3(f, 38, kind, finite, final);
	{
		uint32_t	verb = 0;
		uint32_t	verb_distance = 9;
		uint32_t	since_mark = 99;
		uint32_t	passed = 0;

		for (uint32_t k = end + 1; k < r->last && k < end + 9; k++)
			if (tag_in(r->tag[k], TAGS_FINITE | TAG_BIT(TAG_VBG)))
			{
				verb = r->tag[k] + 64u * quote_cue_record(r, k)->stance;
				verb_distance = k - end;
				break;
			}
		if (end < r->last && start < r->last && r->closed[end] > start)
		{
			uint32_t	mark = r->closed[end] - 1;

			since_mark = length_class(end - mark + 1);
			passed = 1;
			if (mark > start && tag_in(r->tag[mark - 1], TAG_BIT(TAG_COMMA)))
				passed = 2;
			else if (mark > start && tag_in(r->tag[mark - 1], TAG_BIT(TAG_STOP)))
				passed = 3;
			if (r->pair[mark] != 0 && r->marks.at[r->pair[mark] - 1].open == start)
				passed += 4;
		}
		feature_add3(f, 39, verb, verb_distance, next);
		feature_add3(f, 40, feature_hash(next, next2), next3, tag_at(r, end + 4));
		feature_add3(f, 41, feature_hash(tag, next), tag_at(r, end - 1), tag_at(r, end - 2));
		feature_add3(f, 42, cue_tag, next, next2);
		feature_add3(f, 43, verb, cue_tag, next);
		feature_add3(f, 44, stance, next, next2);
		feature_add3(f, 45, since_mark, next, next2);
		feature_add3(f, 46, since_mark, final, kind);
		feature_add3(f, 50, passed, since_mark == length_class(1), final);
		feature_add3(f, 51, passed, since_mark, next);
		feature_add3(f, 52, passed, since_mark == length_class(1), stance);
		feature_add3(f, 53, passed, next, next2);
		feature_add3(f, 47, commas & 1, next, verb);
		feature_add3(f, 48, hash, hash_at(r, end), 0);
		feature_add3(f, 49, length, final, finite);
	}
}
