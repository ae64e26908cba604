/*
 * quote_pos.c -- the part of speech of each word of a sentence.
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
#include "quote/quote_pos.h"
#include "quote/quote_cue.h"
#include "quote/quote_mark.h"

#include "tag/rowsum.h"

_Static_assert(POS_LEARNED == QUOTE_POS_WIDTH, "a row holds a weight a part of speech");

_Static_assert(QUOTE_POS_WIDTH == 24, "a row is added up as sixteen weights and eight");

#define FRONTED 8				/* tokens of a phrase that a preposition leads in at the front, and its verb */
#define SET_OFF_FAR 12			/* tokens of a remark between commas */
#define HELP_FAR 4				/* tokens before a participle in which a verb helps it: had not yet accepted */

/* mark_pos returns the part of speech of a mark that belongs to no pair; a hyphen is not among them. */
static PartOfSpeech
mark_pos(const NtToken *t)
{
	if (t->mark == MARK_COMMA)
		return POS_COMMA;
	if (token_mark_in(t, MARKS_FINAL))
		return POS_STOP;
	if (token_mark_in(t, MARK_BIT(MARK_COLON) | MARK_BIT(MARK_SEMICOLON)))
		return POS_COLON;
	if (token_mark_in(t, MARKS_DASH))
		return POS_DASH;
	if (token_mark_in(t, MARKS_BRACKET_OPEN | MARKS_BRACKET_CLOSE))
		return POS_PAREN;
	if (token_mark_in(t, MARKS_QUOTE_OPEN))
		return POS_OPEN;
	if (token_mark_in(t, MARKS_QUOTE_CLOSE | MARK_BIT(MARK_DOUBLE_STRAIGHT)))
		return POS_CLOSE;
	return POS_SYMBOL;
}

/* quote_pos_fixed returns the part of speech of a token that needs no learning, else POS_NONE. */
PartOfSpeech
quote_pos_fixed(const QuoteReader *r, uint32_t i)
{
	const NtToken *t = &r->tok[i];

	switch ((NtTokenKind) t->kind)
	{
		case TOKEN_NUMBER:
			return POS_CD;
		case TOKEN_LINK:
			return POS_NNP;
		case TOKEN_SYMBOL:
			return POS_SYMBOL;
		case TOKEN_PUNCT:
			if (is_mark(r, i))
			{
				const QuoteMark *m = mark_at(r, i);

				if (m->open == i)
					return POS_OPEN;
				if (m->closed)
					return POS_CLOSE;
			}
			if (t->mark == MARK_HYPHEN)
				return !(t->flags & TOKEN_SPACE) && i + 1 < r->n && !(r->tok[i + 1].flags & TOKEN_SPACE) ?
					POS_HYPHEN : POS_DASH;
			return mark_pos(t);
		default:
			/* names and "the" need no weighing */
			if ((t->flags & TOKEN_CAPITAL) && r->name[i] != 0 && !is_named(r, i, ENTITY_NORP))
				return POS_NNP;
			{
				uint8_t		only = r->model->usual[t->word][(t->flags & TOKEN_CAPITAL) != 0];

				return only == 0 ? POS_NONE : (PartOfSpeech) (only - 1);
			}
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

/* quote_pos_begin turns to a sentence. */
void
quote_pos_begin(QuoteReader *r, uint32_t first, uint32_t last)
{
	r->first = first;
	r->last = last;
	r->clause = 0;
	if (first > 0 && is_mark(r, first - 1) && !(r->tok[first].flags & TOKEN_PARAGRAPH))
		r->clause = CLAUSE_QUOTED;
}

/*
 * quote_pos_set tags a token and notes what the clause has: after “...,” a verb
 * is still to come.
 */
void
quote_pos_set(QuoteReader *r, uint32_t i, int tag)
{
	r->pos[i] = (uint8_t) tag;
	if (pos_in((uint8_t) tag, POS_FINITES))
		r->clause |= CLAUSE_VERB;
	else if (tag == POS_CLOSE && i > r->first && pos_in(r->pos[i - 1], POS_BIT(POS_COMMA) | POS_BIT(POS_STOP)))
		r->clause = CLAUSE_QUOTED;
}

/* word_features are those that need no tag: what the word and its neighbours are. */
static inline void
word_features(const QuoteReader *r, uint32_t i, QuoteFeatures *f)
{
	const NtToken *t = &r->tok[i];
	bool		first = i == r->first;

	f->n = 0;
	feature_add2(f, POSF_WORD_CAPITAL, t->hash, t->flags & TOKEN_CAPITAL);
	feature_add(f, POSF_NEXT, i + 1 < r->last ? r->tok[i + 1].hash : 1);
	feature_add(f, POSF_WORD_BEFORE, first ? 1 : r->tok[i - 1].hash);
	feature_add2(f, POSF_LETTERS_SHAPE, last_letters(r, t), shape_of(t, first));
}

/* tag_features read the tags of the two tokens before. */
static inline void
tag_features(const QuoteReader *r, uint32_t i, QuoteFeatures *f)
{
	const NtToken *t = &r->tok[i];
	bool		first = i == r->first;
	uint32_t	before = first ? POS_NONE : r->pos[i - 1];
	uint32_t	before2 = i < r->first + 2 ? POS_NONE : r->pos[i - 2];
	uint32_t	next = i + 1 < r->last ? r->tok[i + 1].hash : 1;
	uint32_t	shape = shape_of(t, first);

	feature_add2(f, POSF_BEFORE_BEFORE2, before, before2);
	feature_add2(f, POSF_BEFORE_SHAPE, before, shape);
	feature_add3(f, POSF_CLAUSE_LETTERS_SHAPE, r->clause, last_letters(r, t), shape);
	feature_add3(f, POSF_CLAUSE_BEFORE_NEXT, r->clause, before, next);
}

void
quote_pos_features(const QuoteReader *r, uint32_t i, QuoteFeatures *f)
{
	word_features(r, i, f);
	tag_features(r, i, f);
}

/*
 * begins_remark tells whether the writer's own remark on what was said follows
 * a comma: “…,” a statement that provoked …
 */
static bool
begins_remark(const QuoteReader *r, uint32_t i)
{
	uint32_t	k = i + 2;

	if (i + 3 >= r->last || r->pos[i + 1] != POS_DT)
		return false;
	if (r->pos[i] != POS_COMMA && !(r->pos[i] == POS_CLOSE && i > r->first && r->pos[i - 1] == POS_COMMA))
		return false;
	while (k + 1 < r->last && k < i + 4 && r->pos[k] == POS_JJ)
		k++;
	return k + 1 < r->last && r->pos[k] == POS_NN && (r->pos[k + 1] == POS_W || r->tok[k + 1].hash == r->that) &&
		r->cues->records[word_of(r, k)->cue].form != 0;
}

/* count_tags counts the finite verbs and commas before each token, and notes the last closing mark. */
static void
count_tags(QuoteReader *r)
{
	uint32_t	finite = 0;
	uint32_t	commas = 0;
	uint32_t	closed = NT_NONE;
	uint32_t	remarks = 0;

	r->counted = r->first;
	for (uint32_t i = r->first; i < r->last; i++)
	{
		QuoteSoFar *at = so_far(r, i);

		at->finite = finite;
		at->commas = commas;
		finite += pos_in(r->pos[i], POS_FINITES);
		commas += r->pos[i] == POS_COMMA;
		if (r->pos[i] == POS_CLOSE)
			closed = i;
		at->closed = closed;
		at->remarks = remarks;
		remarks += begins_remark(r, i);
	}
	*so_far(r, r->last) = (QuoteSoFar) {.finite = finite, .commas = commas, .remarks = remarks};
}

/*
 * quote_turn makes a sentence that was tagged before the one at hand.  Its last
 * count is that of the sentence after it when that was tagged too: so the models learned it.
 */
void
quote_turn(QuoteReader *r, uint32_t first, uint32_t last)
{
	r->first = first;
	r->last = last;
	if (r->counted == first)
		return;
	count_tags(r);
	if (last < r->n && r->pos[last] != POS_NONE)
		*so_far(r, last) = (QuoteSoFar) {.closed = r->pos[last] == POS_CLOSE ? last : NT_NONE};
}

/*
 * quote_pos_allowed returns the tags a word may have: the cue lexicon knows
 * that "tweeted" is no noun.
 */
uint64_t
quote_pos_allowed(const QuoteReader *r, uint32_t i)
{
	static const uint64_t by_form[CUE_OTHER + 1] = {
		[CUE_THIRD] = POS_BIT(POS_VBZ) | POS_BIT(POS_NNS),
		[CUE_PAST] = POS_BIT(POS_VBD) | POS_BIT(POS_VBN) | POS_BIT(POS_JJ),
		[CUE_PARTICIPLE] = POS_BIT(POS_VBN) | POS_BIT(POS_JJ),
		[CUE_GERUND] = POS_BIT(POS_VBG) | POS_BIT(POS_NN) | POS_BIT(POS_JJ),
	};
	const NtToken *t = &r->tok[i];
	const NtCue *cue = &r->cues->records[r->vocab->words[t->word].cue];

	if (by_form[cue->form] == 0 || (cue->flags & CUE_ALSO_NOUN) || (t->flags & TOKEN_CAPITAL))
		return UINT64_MAX;
	return by_form[cue->form];
}

/* The sums of a row's weights. */
typedef struct PosSum
{
	RowSum		first;			/* of sixteen parts of speech */
	RowSum		rest;			/* and of eight */
} PosSum;

/* Where the sums stand: the part of speech of each. */
static const uint8_t summed[QUOTE_POS_WIDTH] = {
	0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15, 16, 18, 20, 22, 17, 19, 21, 23
};

/*
 * largest returns the first of the largest sums, among the tags allowed.  It
 * does not branch on a sum, so that the processor may already fetch the rows
 * of the next word.
 */
static inline uint8_t
largest(const PosSum *sums, uint64_t allowed)
{
	int16_t		sum[QUOTE_POS_WIDTH];
	int32_t		best = INT32_MIN;

	memcpy(sum, &sums->first, sizeof(sums->first));
	memcpy(sum + 16, &sums->rest.even, 4 * sizeof(int16_t));
	memcpy(sum + 20, &sums->rest.odd, 4 * sizeof(int16_t));
	if (allowed != UINT64_MAX)
		for (int k = 0; k < QUOTE_POS_WIDTH; k++)
			if (!pos_in(summed[k], allowed))
				sum[k] = INT16_MIN;
	for (int k = 0; k < QUOTE_POS_WIDTH; k++)
	{
		int32_t		ranked = sum[k] * 64 + 63 - summed[k];

		best = ranked > best ? ranked : best;
	}
	return (uint8_t) (63 - (best & 63));
}

/* begins_clause tells whether a word begins a clause or its subject: the, she, that. */
static bool
begins_clause(const QuoteReader *r, uint32_t i)
{
	const NtWord *w = word_of(r, i);

	return pos_in(r->pos[i], POS_BIT(POS_DT)) || (r->pos[i] == POS_PRP && (w->traits & TRAIT_SUBJECT)) || r->tok[i].hash == r->that;
}

/* helped tells whether a form of be or have stands before a participle. */
static bool
helped(const QuoteReader *r, uint32_t i)
{
	for (uint32_t k = i; k > r->first && i - k < HELP_FAR; k--)
		if (token_is(r->vocab, &r->tok[k - 1], LEX_AUXILIARY))
			return true;
	return false;
}

/* is_set_off tells whether a word stands between the only comma behind a subject that begins the sentence and one before its verb. */
static bool
is_set_off(const QuoteReader *r, uint32_t i)
{
	for (uint32_t k = r->first; k + 1 < i; k++)
		if (!pos_in(r->pos[k], POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_BIT(POS_IN) | POS_BIT(POS_PRPS)))
			return false;
	for (uint32_t k = i + 1; k + 1 < r->last && k - i < SET_OFF_FAR; k++)
		if (r->pos[k] == POS_COMMA)
			return pos_in(r->pos[k + 1], POS_FINITES);
	return false;
}

/* is_names_verb tells whether a word is the verb of a name that a comma parts from what was said before: ..., the Herald's Ann Lee reports in ... */
static bool
is_names_verb(const QuoteReader *r, uint32_t i)
{
	uint32_t	k = i;

	while (k > r->first && (r->name[k - 1] != 0 || r->pos[k - 1] == POS_POS))
		k--;
	if (k < i && k > r->first && r->pos[k - 1] == POS_DT)
		k--;
	return k < i && k > r->first + 3 && r->pos[k - 1] == POS_COMMA && quote_cue_record(r, i)->form == CUE_THIRD &&
		pos_in(r->pos[i + 1], POS_BIT(POS_STOP) | POS_BIT(POS_IN) | POS_BIT(POS_COMMA));
}

/* is_of_fronted tells whether a verb follows the one noun that a preposition at the front leads in: In a statement [read] to the court, she said */
static bool
is_of_fronted(const QuoteReader *r, uint32_t i)
{
	uint32_t	k = r->first + 2;

	if (i < r->first + 3 || i > r->first + FRONTED || r->pos[r->first] != POS_IN || !pos_in(r->pos[r->first + 1], POS_BIT(POS_DT) | POS_BIT(POS_PRPS)))
		return false;
	while (k < i && r->pos[k] == POS_JJ)
		k++;
	if (k + 1 != i || r->pos[k] != POS_NN)
		return false;
	while (++k < r->last && r->pos[k] != POS_COMMA)
		;
	return k < r->last;
}

/*
 * mend_tags sets right what the words after a word tell of it, which the
 * tagger, who goes from left to right, could not know:
 *
 *     the assistant/JJ accepted     who somebody is, and a verb behind it: a noun
 *     the assistant accepted/VBN she had not     no clause hangs on a participle that nothing helps: a verb
 *     commandant/JJ Adm./VBZ Lee    a title before its name, and what its bearer is
 *     Ann Lee, of Norwich, reckons/NNS the worst is over     likewise
 *     according to engineer/VB Ann Lee     no infinitive
 *     The tunnel, announced/VBD on Monday, will cost     a participle, as the verb is still to come
 *     “Why?” asked/JJ host Ann Lee     a verb behind speech
 *     In a letter read/VBD to us, she said     a participle, as the noun is no subject
 *     It cannot/RB wait     cannot is can
 *     The rules state/NN that venues must    no noun but a verb, between its subject and that
 *     the daily/RB Harbour News reported   an adjective, between determiner and name
 *     ..., the Herald's Ann Lee reports/NNS in ...   a verb, behind a name alone
 */
static void
mend_tags(QuoteReader *r)
{
	for (uint32_t i = r->first + 1; i + 1 < r->last; i++)
	{
		const NtCue *cue;

		if (r->pos[i] == POS_VB && r->pos[i - 1] == POS_TO && i >= r->first + 2 && quote_cue_record(r, i - 2)->form == CUE_OTHER && token_is(r->vocab, &r->tok[i], LEX_ROLE))
			r->pos[i] = POS_NN;
		if (r->pos[i] == POS_NN && r->pos[i - 1] == POS_NNS && quote_cue_record(r, i)->form == CUE_BASE && i + 2 < r->last && r->tok[i + 1].hash == r->that &&
			(pos_in(r->pos[i + 2], POS_BIT(POS_DT) | POS_BIT(POS_PRP) | POS_BIT(POS_PRPS) | POS_NOUNS) || (i + 3 < r->last && r->pos[i + 3] == POS_MD)))
			r->pos[i] = POS_VBP;
		if (r->pos[i] == POS_VBZ && r->pos[i + 1] == POS_MD && !(r->tok[i].flags & TOKEN_CAPITAL))
			r->pos[i] = POS_NNS;
		if (r->pos[i] == POS_RB && r->pos[i + 1] == POS_VB && pos_in(r->pos[i - 1], POS_NOUNS | POS_BIT(POS_PRP)) && token_is(r->vocab, &r->tok[i], LEX_AUXILIARY))
			r->pos[i] = POS_MD;
		if (r->pos[i] == POS_VBD && r->pos[i - 1] == POS_COMMA && pos_in(r->pos[i + 1], POS_BIT(POS_IN) | POS_BIT(POS_RB)) && quote_cue_record(r, i)->form == CUE_PAST &&
			is_set_off(r, i))
			r->pos[i] = POS_VBN;
		if (r->pos[i] == POS_VBD && quote_cue_record(r, i)->form != 0 && is_of_fronted(r, i))
			r->pos[i] = POS_VBN;
		if (r->pos[i] == POS_JJ && r->pos[i - 1] == POS_CLOSE && quote_cue_record(r, i)->form == CUE_PAST && pos_in(r->pos[i + 1], POS_NOUNS | POS_BIT(POS_DT)))
			r->pos[i] = POS_VBD;
		if (r->pos[i] == POS_RB && r->pos[i - 1] == POS_DT && r->name[i + 1] != 0 && r->name[i] == 0)
			r->pos[i] = POS_JJ;
		if (!pos_in(r->pos[i], POS_BIT(POS_JJ) | POS_BIT(POS_VBN) | POS_BIT(POS_NNS) | POS_BIT(POS_VBZ)) && !(r->tok[i].flags & TOKEN_CAPITAL))
			continue;
		if (r->pos[i] == POS_JJ && pos_in(r->pos[i - 1], POS_BIT(POS_DT)) && pos_in(r->pos[i + 1], POS_FINITES | POS_BIT(POS_VBN)) &&
			token_is(r->vocab, &r->tok[i], LEX_ROLE) && !(word_of(r, i)->traits & TRAIT_PLURAL))
			r->pos[i] = POS_NN;
		/* engineers/VBZ warned/VBN */
		if (r->pos[i] == POS_VBZ && r->pos[i - 1] == POS_COMMA && pos_in(r->pos[i + 1], POS_FINITES | POS_BIT(POS_VBN)) && token_is(r->vocab, &r->tok[i], LEX_ROLE) &&
			(word_of(r, i)->traits & TRAIT_PLURAL))
		{
			r->pos[i] = POS_NNS;
			if (r->pos[i + 1] == POS_VBN && quote_cue_record(r, i + 1)->form == CUE_PAST)
				r->pos[i + 1] = POS_VBD;
		}
		/* Coast guard commandant/JJ Adm./VBZ Lee */
		if (!pos_in(r->pos[i], POS_NOUNS) && (r->tok[i].flags & TOKEN_CAPITAL) && is_named(r, i + 1, ENTITY_PERSON) && r->name[i] == 0 &&
			token_is(r->vocab, &r->tok[i], LEX_TITLE))
		{
			r->pos[i] = POS_NNP;
			if (r->pos[i - 1] == POS_JJ && token_is(r->vocab, &r->tok[i - 1], LEX_ROLE))
				r->pos[i - 1] = POS_NN;
		}
		if (r->pos[i] == POS_NNS && r->name[i] == 0 && is_names_verb(r, i))
			r->pos[i] = POS_VBZ;
		if (!pos_in(r->pos[i], POS_BIT(POS_VBN) | POS_BIT(POS_NNS)) || (r->tok[i].flags & TOKEN_CAPITAL) || !begins_clause(r, i + 1))
			continue;
		cue = quote_cue_record(r, i);
		if (r->pos[i] == POS_VBN && cue->form == CUE_PAST && pos_in(r->pos[i - 1], POS_NOUNS) && r->pos[i + 1] == POS_PRP && !helped(r, i))
			r->pos[i] = POS_VBD;
		else if (r->pos[i] == POS_NNS && cue->form == CUE_THIRD && r->tok[i + 1].hash != r->that && pos_in(r->pos[i - 1], POS_BIT(POS_COMMA) | POS_BIT(POS_NNP)))
			r->pos[i] = POS_VBZ;
	}
}

static inline const int8_t *
row_of(const QuoteReader *r, uint32_t feature)
{
	return r->model->pos + (size_t) (feature >> (32 - QUOTE_POS_BITS)) * QUOTE_POS_WIDTH;
}

/*
 * look_ahead returns the tag of a token that needs no learning; of another it
 * works out what needs no tag before it, and has those rows fetched.
 */
static inline PartOfSpeech
look_ahead(const QuoteReader *r, uint32_t i, QuoteFeatures *f)
{
	PartOfSpeech fixed = quote_pos_fixed(r, i);

	if (fixed != POS_NONE)
		return fixed;
	word_features(r, i, f);
	for (uint32_t k = 0; k < f->n; k++)
		__builtin_prefetch(row_of(r, f->at[k]));
	return POS_NONE;
}

/* quote_pos_sentence fills r->pos for the tokens [first, last), while the rows of the next word are fetched. */
void
quote_pos_sentence(QuoteReader *r, uint32_t first, uint32_t last)
{
	QuoteFeatures two[2];
	PartOfSpeech fixed;

	quote_pos_begin(r, first, last);
	fixed = first < last ? look_ahead(r, first, &two[first & 1]) : POS_NONE;
	for (uint32_t i = first; i < last; i++)
	{
		PartOfSpeech next = i + 1 < last ? look_ahead(r, i + 1, &two[~i & 1]) : POS_NONE;
		QuoteFeatures *f = &two[i & 1];
		PosSum		sum = {0};

		nt_tick(r->cx);
		if (fixed != POS_NONE)
			quote_pos_set(r, i, fixed);
		else
		{
			tag_features(r, i, f);
			for (uint32_t k = 0; k < f->n; k++)
			{
				rowsum_add(&sum.first, row_of(r, f->at[k]));
				rowsum_add_half(&sum.rest, row_of(r, f->at[k]) + 16);
			}
			quote_pos_set(r, i, largest(&sum, quote_pos_allowed(r, i)));
		}
		fixed = next;
	}
	mend_tags(r);
	count_tags(r);
}
