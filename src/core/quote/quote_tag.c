/*
 * quote_tag.c -- the part of speech of each word of a sentence.
 *
 * Whether "claims" is what somebody does or what somebody made, where a noun
 * phrase ends, whether a clause has a verb yet: the decisions about cues and
 * clauses read these tags.  A greedy linear tagger from left to right: for each
 * word the rows of its features (the word, its neighbours, its last three
 * letters, the two tags before it) are added, and the largest of 24 sums wins.
 *
 *     Ushakov/NNP told/VBD reporters/NNS that/IN the/DT talks/NNS were/VBD ...
 *
 * Marks, numbers and links are read off the token, words that are nearly always
 * the same as they are written (the, of, Monday) off a table: three in five.
 * Trained on what another tagger said of the training articles
 * (docs/model-card.md); run only on sentences that hold a trigger.
 */
#include "quote/quote.h"

#include "tag/rowsum.h"

#define SUM_VECTORS (QUOTE_TAG_WIDTH / 8)

/* mark_tag returns the tag of a mark that belongs to no pair; a hyphen is not among them. */
static int
mark_tag(const NtToken *t)
{
	if (t->mark == MARK_COMMA)
		return TAG_COMMA;
	if (token_mark_in(t, MARKS_FINAL))
		return TAG_STOP;
	if (token_mark_in(t, MARK_BIT(MARK_COLON) | MARK_BIT(MARK_SEMICOLON)))
		return TAG_COLON;
	if (token_mark_in(t, MARKS_DASH))
		return TAG_DASH;
	if (token_mark_in(t, MARKS_BRACKET_OPEN | MARKS_BRACKET_CLOSE))
		return TAG_PAREN;
	if (token_mark_in(t, MARKS_QUOTE_OPEN))
		return TAG_OPEN;
	if (token_mark_in(t, MARKS_QUOTE_CLOSE | MARK_BIT(MARK_DOUBLE_STRAIGHT)))
		return TAG_CLOSE;
	return TAG_SYMBOL;
}

/* quote_tag_fixed returns the tag of a token that needs no learning, or -1. */
int
quote_tag_fixed(const QuoteReader *r, uint32_t i)
{
	const NtToken *t = &r->tok[i];

	switch ((NtTokenKind) t->kind)
	{
		case TOKEN_NUMBER:
			return TAG_CD;
		case TOKEN_LINK:
			return TAG_NNP;
		case TOKEN_SYMBOL:
			return TAG_SYMBOL;
		case TOKEN_PUNCT:
			if (r->pair[i] != 0)
			{
				const QuoteMark *m = &r->marks.at[r->pair[i] - 1];

				if (m->open == i)
					return TAG_OPEN;
				if (m->closed)
					return TAG_CLOSE;
			}
			if (t->mark == MARK_HYPHEN)
				return !(t->flags & TOKEN_SPACE) && i + 1 < r->n && !(r->tok[i + 1].flags & TOKEN_SPACE) ?
					TAG_HYPHEN : TAG_DASH;
			return mark_tag(t);
		default:
			/* names and "the" need no weighing */
			if ((t->flags & TOKEN_CAPITAL) && r->name[i] != 0 && r->name[i] != ENTITY_NORP + 1)
				return TAG_NNP;
			return (int) r->model->usual[t->word][(t->flags & TOKEN_CAPITAL) != 0] - 1;
	}
}

/* last_letters packs the last three letters of a word, in small letters. */
static uint32_t
last_letters(const QuoteReader *r, const NtToken *t)
{
	uint32_t	packed = 0;

	for (uint32_t k = 0; k < 3 && k < t->end - t->start; k++)
		packed = packed << 8 | (uint8_t) (r->text[t->end - 1 - k] | 0x20);
	return packed;
}

static uint32_t
shape_of(const NtToken *t, bool first)
{
	return (uint32_t) (((t->flags & TOKEN_CAPITAL) != 0) | ((t->flags & TOKEN_UPPER) != 0) << 1 |
					   (t->kind == TOKEN_ALNUM) << 2 | (t->kind == TOKEN_CLITIC) << 3 | (int) first << 4 |
					   ((t->flags & TOKEN_DOT) != 0) << 5);
}

#define CLAUSE_VERB 1
#define CLAUSE_QUOTED 2

/* quote_tag_begin turns to a sentence. */
void
quote_tag_begin(QuoteReader *r, uint32_t first, uint32_t last)
{
	r->first = first;
	r->last = last;
	r->clause = 0;
	if (first > 0 && r->pair[first - 1] != 0 && !(r->tok[first].flags & TOKEN_PARAGRAPH))
		r->clause = CLAUSE_QUOTED;
}

/*
 * quote_tag_set tags a token and notes what the clause has: after “...,” a verb
 * is still to come.
 */
void
quote_tag_set(QuoteReader *r, uint32_t i, int tag)
{
	r->tag[i] = (uint8_t) tag;
	if (tag_in((uint8_t) tag, TAGS_FINITE))
		r->clause |= CLAUSE_VERB;
	else if (tag == TAG_CLOSE && i > r->first && tag_in(r->tag[i - 1], TAG_BIT(TAG_COMMA) | TAG_BIT(TAG_STOP)))
		r->clause = CLAUSE_QUOTED;
}

/* quote_tag_features reads the tags of the two tokens before i. */
void
quote_tag_features(const QuoteReader *r, uint32_t i, QuoteFeatures *f)
{
	const NtToken *t = &r->tok[i];
	bool		first = i == r->first;
	uint32_t	before = first ? TAG_NONE : r->tag[i - 1];
	uint32_t	before2 = i < r->first + 2 ? TAG_NONE : r->tag[i - 2];
	uint32_t	next = i + 1 < r->last ? r->tok[i + 1].hash : 1;
	uint32_t	shape = shape_of(t, first);

	f->n = 0;
	feature_add2(f, 1, t->hash, t->flags & TOKEN_CAPITAL);
	feature_add(f, 3, next);
	feature_add(f, 4, first ? 1 : r->tok[i - 1].hash);
	feature_add2(f, 5, before, before2);
	feature_add2(f, 6, last_letters(r, t), shape);
	feature_add2(f, 7, before, shape);
	feature_add3(f, 11, r->clause, last_letters(r, t), shape);
	feature_add3(f, 12, r->clause, before, next);
}

/*
 * begins_remark tells whether the writer's own remark on what was said follows
 * a comma: “…,” a statement that provoked …
 */
static bool
begins_remark(const QuoteReader *r, uint32_t i)
{
	uint32_t	k = i + 2;

	if (i + 3 >= r->last || r->tag[i + 1] != TAG_DT)
		return false;
	if (r->tag[i] != TAG_COMMA && !(r->tag[i] == TAG_CLOSE && i > r->first && r->tag[i - 1] == TAG_COMMA))
		return false;
	while (k + 1 < r->last && k < i + 4 && r->tag[k] == TAG_JJ)
		k++;
	return k + 1 < r->last && r->tag[k] == TAG_NN && (r->tag[k + 1] == TAG_W || r->tok[k + 1].hash == r->that) &&
		r->cues->records[r->vocab->words[r->tok[k].word].cue].form != 0;
}

/* count_tags counts the finite verbs and commas before each token, and notes the last closing mark. */
static void
count_tags(QuoteReader *r)
{
	uint32_t	finite = 0;
	uint32_t	commas = 0;
	uint32_t	closed = 0;
	uint32_t	remarks = 0;

	for (uint32_t i = r->first; i < r->last; i++)
	{
		r->finite[i] = finite;
		r->commas[i] = commas;
		finite += tag_in(r->tag[i], TAGS_FINITE);
		commas += r->tag[i] == TAG_COMMA;
		if (r->tag[i] == TAG_CLOSE)
			closed = i + 1;
		r->closed[i] = closed;
		r->remarks[i] = remarks;
		remarks += begins_remark(r, i);
	}
	r->finite[r->last] = finite;
	r->commas[r->last] = commas;
	r->remarks[r->last] = remarks;
}

/*
 * quote_tag_allowed returns the tags a word may have: the cue lexicon knows
 * that "tweeted" is no noun.
 */
uint64_t
quote_tag_allowed(const QuoteReader *r, uint32_t i)
{
	static const uint64_t by_form[CUE_OTHER + 1] = {
		[CUE_THIRD] = TAG_BIT(TAG_VBZ) | TAG_BIT(TAG_NNS),
		[CUE_PAST] = TAG_BIT(TAG_VBD) | TAG_BIT(TAG_VBN) | TAG_BIT(TAG_JJ),
		[CUE_PARTICIPLE] = TAG_BIT(TAG_VBN) | TAG_BIT(TAG_JJ),
		[CUE_GERUND] = TAG_BIT(TAG_VBG) | TAG_BIT(TAG_NN) | TAG_BIT(TAG_JJ),
	};
	const NtToken *t = &r->tok[i];
	const NtCue *cue = &r->cues->records[r->vocab->words[t->word].cue];

	if (by_form[cue->form] == 0 || (cue->flags & CUE_ALSO_NOUN) || (t->flags & TOKEN_CAPITAL))
		return UINT64_MAX;
	return by_form[cue->form];
}

/*
 * largest returns the first of the largest sums, among the tags allowed.  It
 * does not branch on a sum, so that the processor may already fetch the rows
 * of the next word.
 */
static inline uint8_t
largest(const Shorts8 *vectors, uint64_t allowed)
{
	int16_t		sum[QUOTE_TAG_WIDTH];
	int32_t		best = INT32_MIN;

	memcpy(sum, vectors, sizeof(sum));
	if (allowed != UINT64_MAX)
		for (int tag = 0; tag < QUOTE_TAG_WIDTH; tag++)
			if (!tag_in((uint8_t) tag, allowed))
				sum[tag] = INT16_MIN;
	for (int tag = 0; tag < QUOTE_TAG_WIDTH; tag++)
	{
		int32_t		ranked = sum[tag] * 64 + 63 - tag;

		best = ranked > best ? ranked : best;
	}
	return (uint8_t) (63 - (best & 63));
}

/* quote_tag_sentence fills r->tag for the tokens [first, last). */
void
quote_tag_sentence(QuoteReader *r, uint32_t first, uint32_t last)
{
	quote_tag_begin(r, first, last);
	for (uint32_t i = first; i < last; i++)
	{
		int			fixed = quote_tag_fixed(r, i);
		QuoteFeatures f;
		Shorts8		sum[SUM_VECTORS] = {0};

		nt_tick(r->cx);
		if (fixed >= 0)
		{
			quote_tag_set(r, i, fixed);
			continue;
		}
		quote_tag_features(r, i, &f);
		for (uint32_t k = 0; k < f.n; k++)
			rowsum_add(sum, r->model->tag + (size_t) (f.at[k] >> (32 - QUOTE_TAG_BITS)) * QUOTE_TAG_WIDTH, SUM_VECTORS);
		quote_tag_set(r, i, largest(sum, quote_tag_allowed(r, i)));
	}
	count_tags(r);
}
