/*
 * quote_speaker.c -- which words of the sentence name the speaker.
 *
 * The candidates are the noun phrases of the sentence outside what was said,
 * and "nobody":
 *
 *     [Witkoff] previously told [Fox News] that ...      -> Witkoff
 *     ..., according to [people] with [knowledge]        -> people
 *     [Polls] show, and [he] is expected to win          -> nobody
 *
 * A linear model scores each by its place (between content and cue, how many
 * phrases away), its head, the word before it (by, to, of), the tags between
 * it and the cue, the cue's own lemma and form, and whether it was the source of
 * the cue before in the same sentence ("told reporters ... and added that").  Candidates are the
 * SOURCE_EACH_WAY phrases nearest on either side of the cue and the first
 * phrase of the sentence.
 */
#include "quote/quote_speaker.h"
#include "quote/quote_cue.h"
#include "quote/quote_look.h"
#include "quote/quote_trace.h"

#define SOURCE_EACH_WAY 10
#define SOURCE_FINALISTS 4		/* see QuotePart */
#define BEARER_WORDS 6			/* of what somebody is, between the body's name and his */
#define ASIDE_WORDS 20			/* of a participle and its phrases between a subject and its verb */
#define SHORT_PATH 6				/* tokens between phrase and cue whose parts of speech are one feature */

/*
 * quote_chunks cuts the sentence into simple noun phrases: pronouns, who and
 * which, and runs of determiner, adjectives and nouns.  A possessive ends one:
 * in "Trump's support" both may be the speaker.
 */
void
quote_chunks(QuoteReader *r, uint32_t first, uint32_t last)
{
	const uint64_t inner = POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_BIT(POS_CD) | POS_BIT(POS_HYPHEN) |
		POS_BIT(POS_SYMBOL);

	r->chunks.n = 0;
	for (uint32_t i = first; i < last;)
	{
		uint8_t		tag = r->pos[i];
		uint32_t	end;
		uint32_t	noun;

		nt_tick(r->cx);
		if (pos_in(tag, POS_BIT(POS_PRP) | POS_BIT(POS_PRPS) | POS_BIT(POS_W)))
		{
			*nt_push(r->cx, &r->chunks) = (QuoteRange) {i, i};
			i++;
			continue;
		}
		if (!pos_in(tag, inner))
		{
			i++;
			continue;
		}
		noun = NT_NONE;
		for (end = i; end < last && pos_in(r->pos[end], inner); end++)
		{
			if (end > i && r->pos[end] == POS_DT)
				break;
			if (pos_in(r->pos[end], POS_NOUNS))
				noun = end;
		}
		if (noun != NT_NONE)
			*nt_push(r->cx, &r->chunks) = (QuoteRange) {i, noun};
		else if (pos_in(tag, POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_BIT(POS_CD)))
			*nt_push(r->cx, &r->chunks) = (QuoteRange) {i, end - 1};	/* some, many, both */
		i = end;
	}
}

/* first_chunk_after returns the index of the first chunk that begins after a token. */
static uint32_t
first_chunk_after(const QuoteReader *r, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = r->chunks.n;

	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (r->chunks.at[middle].first > token)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* is_time tells whether a phrase says when, which nobody is: last spring, today. */
static bool
is_time(const QuoteReader *r, QuoteRange chunk)
{
	if (chunk.first == chunk.last && quote_word_in(r->tok[chunk.last].hash, r->model->days))
		return true;
	return r->name[chunk.last] == 0 && r->pos[chunk.first] != POS_DT &&
		(token_classes(r->vocab, &r->tok[chunk.last]) & (LEX_BIT(LEX_WEEKDAY) | LEX_BIT(LEX_MONTH) | LEX_BIT(LEX_SEASON)));
}

/* quote_sources lists indices of chunks, and QUOTE_NO_SOURCE. */
void
quote_sources(const QuoteReader *r, uint32_t cue, QuoteRange content, QuoteCandidates *c)
{
	uint32_t	after = first_chunk_after(r, cue);
	uint32_t	taken = 0;

	c->n = 0;
	for (uint32_t k = after; k-- > 0;)
	{
		QuoteRange	chunk = r->chunks.at[k];

		if (chunk.last >= content.first && chunk.first <= content.last)
		{
			if (content.first <= r->first)
				break;
			continue;
		}
		if (range_holds(chunk, cue) || is_time(r, chunk))
			continue;
		if (taken < SOURCE_EACH_WAY || k == 0)
			c->at[c->n++] = k;
		if (++taken > 2 * SOURCE_EACH_WAY)
			break;
	}
	taken = 0;
	for (uint32_t k = after; k < r->chunks.n && taken < SOURCE_EACH_WAY; k++, taken++)
	{
		QuoteRange	chunk = r->chunks.at[k];

		if (chunk.last >= content.first && chunk.first <= content.last)
			continue;
		c->at[c->n++] = k;
	}
	c->at[c->n++] = QUOTE_NO_SOURCE;
}

/* nobody_features: a source that is not named, or not in this sentence. */
static void
nobody_features(const QuoteReader *r, uint32_t cue, QuoteSide side, QuoteRange content, const QuoteEarlier *earlier,
				QuoteFeatures *f)
{
	uint32_t	lemma = quote_cue_lemma(r, cue);
	uint32_t	stance = quote_cue_record(r, cue)->stance;
	uint32_t	tag = r->pos[cue];
	uint32_t	lead = pos_at(r, cue - 1);

	feature_add2(f, SRC_TAG_SIDE, tag, side);
	feature_add2(f, SRC_LEMMA_SIDE, lemma, side);
	feature_add3(f, SRC_WORD_CUE_MINUS_1_TAG_SIDE, hash_at(r, cue - 1), tag, side);
	feature_add3(f, SRC_STANCE_TAG_SIDE, stance, tag, side);
	feature_add3(f, SRC_LEAD_TAG_SIDE, lead, tag, side);
	feature_add3(f, SRC_LEMMA_LEAD_TAG, lemma, lead, tag);
	feature_add2(f, SRC_CUE_FIRST_TAG, cue == r->first, tag);
	feature_add3(f, SRC_WORD_CUE_MINUS_2_WORD_CUE_MINUS_1_TAG, hash_at(r, cue - 2), hash_at(r, cue - 1), tag);
	feature_add3(f, SRC_LEAD_POS_CUE_MINUS_2_TAG, lead, pos_at(r, cue - 2), tag);
	feature_add3(f, SRC_CONTENT_FIRST_SIDE_TAG, content.first <= r->first, side, tag);
	feature_add2(f, SRC_CUE_MARKED_TAG, r->inside[cue], tag);
	feature_add3(f, SRC_NO_EARLIER_SIDE_TAG, range_empty(earlier->source), side, tag);
}

/* A phrase, the cue, and what stands between them. */
typedef struct Seat
{
	QuoteRange	range;			/* the phrase, and */
	uint32_t	type;			/* part of speech of its head, */
	uint32_t	hash;			/* its head, */
	uint32_t	before;			/* part of speech and word before it, */
	uint32_t	hash_before;
	uint32_t	next;			/* part of speech after it */
	uint32_t	tag;			/* part of speech of the cue, and before it */
	uint32_t	lead;
	uint32_t	lemma;
	uint32_t	stance;
	uint32_t	place;			/* side of cue and content */
	uint32_t	from;			/* tokens [from, upto) between */
	uint32_t	upto;
	uint32_t	chunks;			/* phrases between */
	uint32_t	finite;			/* finite verbs between */
	uint32_t	commas;
	uint32_t	path;			/* all parts of speech between; 0: too many to be one feature */
	bool		short_path;
} Seat;

/* seat_between sets what stands between the phrase of a seat and the cue. */
static void
seat_between(const QuoteReader *r, uint32_t cue, QuoteSide side, QuoteRange content, uint32_t chunk, Seat *s)
{
	uint32_t	after = first_chunk_after(r, cue);

	if (s->range.first > cue)
	{
		s->chunks = capped(chunk - after, 4);
		s->from = cue + 1;
		s->upto = s->range.first;
		s->place = side == CUE_LEFT ? 1 : s->range.first > content.last ? 2 : 3;
	}
	else
	{
		s->chunks = capped(after - 1 - chunk, 4);
		if (after > 0 && range_holds(r->chunks.at[after - 1], cue) && s->chunks > 0)
			s->chunks--;
		s->from = s->range.last + 1;
		s->upto = cue;
		s->place = side == CUE_RIGHT ? 4 : s->range.first > content.last ? 5 : 6;
	}
	s->path = 0;
	s->short_path = s->upto - s->from <= SHORT_PATH;
	if (s->short_path)
		for (uint32_t k = s->from; k < s->upto; k++)
			s->path = feature_hash(s->path, pos_at(r, k) + 1);
	s->finite = capped(so_far(r, s->upto)->finite - so_far(r, s->from)->finite, 3);
	s->commas = capped(so_far(r, s->upto)->commas - so_far(r, s->from)->commas, 3);
}

/* earlier_features: whether the phrase belongs to what the cue before reports. */
static void
earlier_features(const QuoteReader *r, uint32_t cue, QuoteSide side, const QuoteEarlier *earlier, const Seat *s, QuoteFeatures *f)
{
	QuoteRange	range = s->range;

	if (!range_empty(earlier->source))
	{
		bool		same = range.first <= earlier->source.last && range.last >= earlier->source.first;

		feature_add3(f, SRC_SAME_LEAD_TAG, same, s->lead, s->tag);
		feature_add3(f, SRC_SAME_PLACE_CHUNKS, same, s->place, s->chunks);
		feature_add3(f, SRC_SAME_WORD_CUE_MINUS_1_TAG, same, hash_at(r, cue - 1), s->tag);
		feature_add3(f, SRC_SAME_FINITE_PLACE, same, s->finite, s->place);
		feature_add3(f, SRC_SAME_TYPE_PLACE, same, s->type, s->place);
		feature_add3(f, SRC_SAME_SIDE_TAG, same, side, s->tag);
	}
	if (!range_empty(earlier->content))
	{
		bool		inner = range.first <= earlier->content.last && range.last >= earlier->content.first;
		bool		cue_inner = range_holds(earlier->content, cue);

		feature_add3(f, SRC_INNER_CUE_INNER_PLACE, inner, cue_inner, s->place);
		feature_add3(f, SRC_INNER_CUE_INNER_TAG, inner, cue_inner, s->tag);
		feature_add3(f, SRC_INNER_CUE_INNER_FINITE, inner, cue_inner, s->finite);
	}
}

/* first_features decide which phrases are finalists. */
static void
first_features(const Seat *s, QuoteFeatures *f)
{
	feature_add2(f, SRC_PLACE_CHUNKS, s->place, s->chunks);
	feature_add3(f, SRC_PLACE_CHUNKS_TYPE, s->place, s->chunks, s->type);
	feature_add3(f, SRC_PLACE_TYPE_TAG, s->place, s->type, s->tag);
	feature_add3(f, SRC_PLACE_PATH, s->place, s->path, s->short_path);
	feature_add3(f, SRC_PATH_TAG_PLACE, s->path, s->tag, s->place + 10 * s->short_path);
	feature_add3(f, SRC_PATH_STANCE_PLACE, s->path, s->stance, s->place + 10 * s->short_path);
	feature_add3(f, SRC_BEFORE_PLACE_CHUNKS, s->before, s->place, s->chunks);
	feature_add3(f, SRC_HASH_BEFORE_PLACE_TAG, s->hash_before, s->place, s->tag);
	feature_add3(f, SRC_HASH_BEFORE_LEMMA_PLACE, s->hash_before, s->lemma, s->place);
	feature_add3(f, SRC_NEXT_PLACE_TYPE, s->next, s->place, s->type);
	feature_add3(f, SRC_NEXT_PLACE_CHUNKS, s->next, s->place, s->chunks);
	feature_add3(f, SRC_HASH_PLACE_NEAREST, s->hash, s->place, s->chunks == 0);
	feature_add3(f, SRC_FINITE_PLACE_CHUNKS, s->finite, s->place, s->chunks);
	feature_add3(f, SRC_FINITE_COMMAS_PLACE, s->finite, s->commas, s->place);
	feature_add3(f, SRC_FINITE_TAG_PLACE, s->finite, s->tag, s->place);
	feature_add3(f, SRC_LEMMA_PLACE_CHUNKS, s->lemma, s->place, s->chunks);
}

/* rest_features decide among the finalists. */
static void
rest_features(const QuoteReader *r, uint32_t cue, uint32_t chunk, const Seat *s, QuoteFeatures *f)
{
	uint8_t		name = r->name[s->range.last];
	uint32_t	seat = s->place * 8 + s->chunks;

	feature_add3(f, SRC_LEMMA_TYPE_PLACE, s->lemma, s->type, s->place);
	feature_add3(f, SRC_LEAD_TAG_PLACE, s->lead, s->tag, seat);
	feature_add3(f, SRC_AT_START_PLACE_TYPE, s->range.first == r->first, s->place, s->type);
	feature_add3(f, SRC_FIRST_PHRASE_PLACE_CHUNKS, chunk == 0, s->place, s->chunks);
	feature_add3(f, SRC_COMMAS_PLACE_NEXT, s->commas, s->place, s->next);
	feature_add3(f, SRC_POS_UPTO_MINUS_1_TAG_PLACE, pos_at(r, s->upto - 1), s->tag, seat);
	feature_add3(f, SRC_WORD_FROM_PLACE_TYPE, hash_at(r, s->from), s->place, s->type);
	feature_add3(f, SRC_HASH_STANCE_PLACE, s->hash, s->stance, s->place);
	feature_add3(f, SRC_POS_RANGE_TYPE_PLACE, pos_at(r, s->range.first), s->type, s->place);
	feature_add3(f, SRC_MARKED_CUE_MARKED_PLACE, r->inside[s->range.first], r->inside[cue], s->place);
	feature_add3(f, SRC_NEXT_BEFORE_PLACE, s->next, s->before, seat);
	feature_add3(f, SRC_HASH_BEFORE_TYPE_PLACE, s->hash_before, s->type, s->place);
	feature_add3(f, SRC_TAG_STANCE_PLACE, s->tag, s->stance, seat);
	feature_add3(f, SRC_NEXT_FINITE_TAG, s->next, s->finite, s->tag);
	feature_add2(f, SRC_HASH_TYPE, s->hash, s->type);
	feature_add3(f, SRC_NAME_TYPE_PLACE, name, s->type, seat);
	feature_add3(f, SRC_NAME_LEMMA_PLACE, name, s->lemma, s->place);
	feature_add3(f, SRC_NAME_STANCE_TAG, name, s->stance, s->tag);
}

void
quote_source_features(const QuoteReader *r, uint32_t cue, QuoteSide side, QuoteRange content,
					  const QuoteEarlier *earlier, uint32_t chunk, QuotePart part, QuoteFeatures *f)
{
	Seat		s;

	f->n = 0;
	if (chunk == QUOTE_NO_SOURCE)
	{
		nobody_features(r, cue, side, content, earlier, f);
		return;
	}
	s.range = r->chunks.at[chunk];
	s.type = pos_at(r, s.range.last);
	s.hash = hash_at(r, s.range.last);
	s.before = pos_at(r, s.range.first - 1);
	s.hash_before = hash_at(r, s.range.first - 1);
	s.next = pos_at(r, s.range.last + 1);
	s.tag = r->pos[cue];
	s.lead = pos_at(r, cue - 1);
	s.lemma = quote_cue_lemma(r, cue);
	s.stance = quote_cue_record(r, cue)->stance;
	seat_between(r, cue, side, content, chunk, &s);
	if (part & FEATURES_FIRST)
		first_features(&s, f);
	if (!(part & FEATURES_REST))
		return;
	rest_features(r, cue, chunk, &s, f);
	earlier_features(r, cue, side, earlier, &s, f);
}

/* trace_sources tells the phrase chosen, and the other finalists. */
static void
trace_sources(const QuoteReader *r, const QuoteCandidates *c, const int32_t *score, uint32_t chosen, int32_t best)
{
	char		words[QUOTE_TRACE_WORDS];

	nt_trace(r->cx, TRACE_QUOTES, "  source   %s %.1f", chosen == QUOTE_NO_SOURCE ? "nobody" :
			 quote_trace_words(r, r->chunks.at[chosen], words), (double) best / QUOTE_SCALE);
	for (uint32_t k = 0; k + 1 < c->n; k++)
		if (score[k] != INT32_MIN && c->at[k] != chosen)
			nt_trace(r->cx, TRACE_QUOTES, "           over %s %.1f", quote_trace_words(r, r->chunks.at[c->at[k]], words),
					 (double) score[k] / QUOTE_SCALE);
}

/*
 * subject_before_aside returns the phrase that a participle with its phrases is
 * set off from, when the one chosen is the last of these:
 *
 *     [The startup], backed by Amazon and [Google], said ...
 *
 * Only one that begins its sentence's clause: no finite verb stands before the
 * participle.  Empty: the chosen phrase stands in no such aside.
 */
static QuoteRange
subject_before_aside(const QuoteReader *r, uint32_t cue, QuoteRange chosen)
{
	if (chosen.last + 2 != cue || pos_at(r, chosen.last + 1) != POS_COMMA)
		return QUOTE_NO_RANGE;
	for (uint32_t k = chosen.first; k > r->first + 1 && chosen.first - k < ASIDE_WORDS; k--)
	{
		uint32_t	chunk;

		if (!pos_in(pos_at(r, k), POS_BIT(POS_VBN) | POS_BIT(POS_VBG)) || pos_at(r, k - 1) != POS_COMMA)
			continue;
		chunk = first_chunk_after(r, k - 2);
		if (chunk == 0 || r->chunks.at[chunk - 1].last != k - 2 || so_far(r, k)->finite != so_far(r, r->first)->finite)
			return QUOTE_NO_RANGE;
		/* talks in Geneva: not Geneva */
		while (chunk > 1 && pos_at(r, r->chunks.at[chunk - 1].first - 1) == POS_IN &&
			   r->chunks.at[chunk - 2].last + 2 == r->chunks.at[chunk - 1].first)
			chunk--;
		return r->chunks.at[chunk - 1];
	}
	return QUOTE_NO_RANGE;
}

/*
 * bearer_of returns all that names who is something at a body, when the one
 * chosen is of the body's name:
 *
 *     [National Union] of Rail and Maritime Workers regional organiser [Bo Lind] called ...
 *
 * Empty: nobody is named between the name and the cue.
 */
static QuoteRange
bearer_of(const QuoteReader *r, uint32_t cue, QuoteRange chosen)
{
	const NtMention *body = chosen.last < cue ? quote_mention_at(r, chosen.last) : NULL;
	const NtMention *bearer = cue > r->first ? quote_mention_at(r, cue - 1) : NULL;

	if (body == NULL || body->kind != ENTITY_ORG || bearer == NULL || bearer->kind != ENTITY_PERSON || bearer->first <= body->last ||
		bearer->first - body->last > BEARER_WORDS || !(token_classes(r->vocab, &r->tok[bearer->first - 1]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_TITLE))))
		return QUOTE_NO_RANGE;
	for (uint32_t i = body->last; i < bearer->first; i++)
		if (!pos_in(r->pos[i], POS_NOUNS | POS_BIT(POS_JJ) | POS_BIT(POS_HYPHEN)))
			return QUOTE_NO_RANGE;
	return (QuoteRange) {chosen.first < body->first ? chosen.first : body->first, bearer->last - 1};
}

/* apposed_name returns the person named with what he is from a token on, up to a comma or the end: , [coach Ida Voss], ; empty: nobody. */
static QuoteRange
apposed_name(const QuoteReader *r, uint32_t first)
{
	const NtMention *m = NULL;

	for (uint32_t k = first; m == NULL && k < r->last && k - first < ASIDE_WORDS && pos_in(r->pos[k], POS_NOUNS | POS_BIT(POS_JJ) | POS_BIT(POS_HYPHEN)); k++)
		if ((m = quote_mention_at(r, k)) != NULL && m->kind != ENTITY_PERSON && m->last < r->last)
		{
			k = m->last - 1;	/* French trade minister */
			m = NULL;
		}
	if (m == NULL || m->kind != ENTITY_PERSON || m->last >= r->last || r->pos[m->last + 1] == POS_CC ||
		!pos_in(r->pos[m->last], POS_BIT(POS_COMMA) | POS_BIT(POS_STOP) | POS_BIT(POS_CLOSE)))
		return QUOTE_NO_RANGE;
	return (QuoteRange) {first, m->last - 1};
}

/*
 * one_named returns who one of several is, as a name behind a comma tells:
 *
 *     One of the drivers, [coach Ida Voss], said; said one of them, [Guy Trent]
 *
 * Empty: nobody.
 */
static QuoteRange
one_named(const QuoteReader *r, uint32_t cue, QuoteRange chosen)
{
	if (chosen.first != chosen.last || r->pos[chosen.last] != POS_CD || r->pos[chosen.last + 1] != POS_IN)
		return QUOTE_NO_RANGE;
	for (uint32_t k = chosen.last + 2; k + 1 < (chosen.last < cue ? cue : r->last) && k - chosen.last < ASIDE_WORDS && !pos_in(r->pos[k], POS_FINITES); k++)
	{
		QuoteRange	name = r->pos[k] == POS_COMMA ? apposed_name(r, k + 1) : QUOTE_NO_RANGE;

		if (!range_empty(name))
			return chosen.last > cue || (name.last < cue && so_far(r, name.last)->finite == so_far(r, cue)->finite) ? name : QUOTE_NO_RANGE;
	}
	return QUOTE_NO_RANGE;
}

/* quote_source returns the tokens of the chosen phrase, empty: nobody. */
QuoteRange
quote_source(const QuoteReader *r, uint32_t cue, QuoteSide side, QuoteRange content,
			 const QuoteEarlier *earlier, int32_t *margin)
{
	QuoteCandidates c;
	QuoteFeatures f;
	int32_t		score[QUOTE_CANDIDATES];
	int32_t		best;
	int32_t		second = INT32_MIN;
	uint32_t	chosen = QUOTE_NO_SOURCE;
	QuoteRange	other;

	quote_sources(r, cue, content, &c);
	/* the last is "nobody", which has features of its own */
	for (uint32_t k = 0; k + 1 < c.n; k++)
	{
		quote_source_features(r, cue, side, content, earlier, c.at[k], FEATURES_FIRST, &f);
		score[k] = quote_score(r, SPAN_SOURCE, &f);
	}
	quote_finalists(score, c.n - 1, SOURCE_FINALISTS);
	quote_source_features(r, cue, side, content, earlier, QUOTE_NO_SOURCE, FEATURES_ALL, &f);
	best = quote_score(r, SPAN_SOURCE, &f);
	for (uint32_t k = 0; k + 1 < c.n; k++)
	{
		if (score[k] == INT32_MIN)
			continue;
		quote_source_features(r, cue, side, content, earlier, c.at[k], FEATURES_REST, &f);
		score[k] += quote_score(r, SPAN_SOURCE, &f);
		if (score[k] > best)
		{
			second = best;
			best = score[k];
			chosen = c.at[k];
		}
		else if (score[k] > second)
			second = score[k];
	}
	if (second != INT32_MIN && best - second < *margin)
		*margin = best - second;
	if (quote_tracing(r))
		trace_sources(r, &c, score, chosen, best);
	if (chosen == QUOTE_NO_SOURCE)
		return QUOTE_NO_RANGE;
	other = subject_before_aside(r, cue, r->chunks.at[chosen]);
	if (range_empty(other))
		other = bearer_of(r, cue, r->chunks.at[chosen]);
	if (range_empty(other))
		other = one_named(r, cue, r->chunks.at[chosen]);
	return range_empty(other) ? r->chunks.at[chosen] : other;
}
