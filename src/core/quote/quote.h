/*
 * quote.h -- what the files that find quotations share.
 *
 *     quote_marks.c    pairs the quotation marks
 *     quote_sign.c     quotations signed with a name after a dash
 *     quote_turns.c    transcripts: lines that a label gives to a speaker
 *     quote_tag.c      part of speech of each word of a sentence with a trigger
 *     quote_cue.c      is this word a cue, and on which side is what was said
 *     quote_cue_seen.c what the model that decides it sees
 *     quote_clause.c   where the reported words begin and end,
 *     quote_right.c    after the cue
 *     quote_left.c     or before it
 *     quote_speaker.c  which words of the sentence name the speaker
 *     quote_settle.c   what two cues of a sentence both claim
 *     quote_loose.c    marks that no cue has claimed
 *     quote_nest.c     speech inside speech
 *     quote_resolve.c  which entity that is
 *     quote.c          runs them and joins the pieces
 *
 * The decisions are linear models over hashed features, trained together by
 * src/tools/train/train_quotes.c, which calls the same functions to get the same
 * features.
 */
#ifndef NEWSTEXT_QUOTE_H
#define NEWSTEXT_QUOTE_H

#include "article.h"
#include "know/cue.h"
#include "quote/quote_model.h"

#define QUOTE_MARK_DEPTH 8		/* nested marks followed; deeper ones are passed over */

/* Parts of speech: the Penn tags with what quotations need told apart. */
typedef enum QuoteTag
{
	TAG_NN,
	TAG_NNS,
	TAG_NNP,
	TAG_PRP,
	TAG_PRPS,					/* my his */
	TAG_DT,
	TAG_JJ,
	TAG_RB,
	TAG_VB,
	TAG_VBD,
	TAG_VBG,
	TAG_VBN,
	TAG_VBP,
	TAG_VBZ,
	TAG_MD,
	TAG_IN,
	TAG_TO,
	TAG_CC,
	TAG_CD,
	TAG_W,						/* who which whose how */
	TAG_EX,						/* there is */
	TAG_RP,
	TAG_POS,
	TAG_UH,						/* and anything else */
	TAG_LEARNED,				/* tags below are learned, those from here on read off the token */
	TAG_COMMA = TAG_LEARNED,
	TAG_STOP,					/* . ? ! */
	TAG_COLON,					/* : ; */
	TAG_DASH,					/* — - between words */
	TAG_HYPHEN,					/* - inside a word */
	TAG_OPEN,					/* a quotation mark that opens */
	TAG_CLOSE,
	TAG_PAREN,
	TAG_SYMBOL,
	TAG_NONE,					/* outside the sentence */
	TAG_COUNT
} QuoteTag;

#define TAG_BIT(tag) (UINT64_C(1) << (tag))
#define TAGS_NOUN (TAG_BIT(TAG_NN) | TAG_BIT(TAG_NNS) | TAG_BIT(TAG_NNP))
#define TAGS_VERB (TAG_BIT(TAG_VB) | TAG_BIT(TAG_VBD) | TAG_BIT(TAG_VBG) | TAG_BIT(TAG_VBN) | \
				   TAG_BIT(TAG_VBP) | TAG_BIT(TAG_VBZ))
#define TAGS_FINITE (TAG_BIT(TAG_VBD) | TAG_BIT(TAG_VBP) | TAG_BIT(TAG_VBZ) | TAG_BIT(TAG_MD))
#define TAGS_PUNCT (TAG_BIT(TAG_COMMA) | TAG_BIT(TAG_STOP) | TAG_BIT(TAG_COLON) | TAG_BIT(TAG_DASH) | \
					TAG_BIT(TAG_OPEN) | TAG_BIT(TAG_CLOSE) | TAG_BIT(TAG_PAREN))

static inline bool
tag_in(uint8_t tag, uint64_t set)
{
	return (set >> tag) & 1;
}

/* A pair of marks. */
typedef struct QuoteMark
{
	uint32_t	open;			/* tokens; close is the last token inside when !closed */
	uint32_t	close;
	uint8_t		depth;
	bool		single;
	bool		closed;
	bool		continues;		/* in the next paragraph */
	bool		outer;			/* inside no other */
	bool		taken;			/* is part of a quotation already */
	uint16_t	reserved;
} QuoteMark;

/*
 * The trained weights, a byte each.  A feature that training never met falls on
 * a row all the same; the tables are so large that few of those hold another's weight.
 */
#define QUOTE_TAG_WIDTH 24		/* TAG_LEARNED */
#define QUOTE_TAG_BITS 14
#define QUOTE_CUE_WIDTH 2		/* CUE_RIGHT and CUE_LEFT; no cue scores 0 */
#define QUOTE_CUE_BITS 18
#define QUOTE_SPAN_BITS 17
#define QUOTE_SCALE 32			/* a score of 1 nat */
#define QUOTE_CUE_BIAS 8		/* taken off "no cue": a missed quotation is as bad as a false one */

_Static_assert(TAG_LEARNED == QUOTE_TAG_WIDTH, "a row holds a weight a tag");

typedef enum QuoteSide
{
	CUE_NOT,					/* no cue */
	CUE_RIGHT,					/* what was said follows the cue */
	CUE_LEFT,					/* it stands before the cue */
	CUE_SIDES
} QuoteSide;

typedef enum QuoteSpanModel
{
	SPAN_RIGHT_START,
	SPAN_RIGHT_END,
	SPAN_LEFT_START,
	SPAN_LEFT_END,
	SPAN_SOURCE,
	SPAN_LOOSE,					/* a pair of marks no cue claims */
	SPAN_MODELS
} QuoteSpanModel;

_Static_assert((int) SPAN_MODELS == QUOTE_SPAN_MODELS, "see quote_model.h");

/* Features of one decision. */
#define QUOTE_FEATURES 96

typedef struct QuoteFeatures
{
	uint32_t	at[QUOTE_FEATURES];	/* hashes, 32 bits */
	uint32_t	n;
} QuoteFeatures;

static inline uint32_t
feature_hash(uint32_t a, uint32_t b)
{
	uint32_t	h = (a ^ (b * UINT32_C(0x9E3779B1))) * UINT32_C(0x85EBCA6B);

	return h ^ h >> 15;
}

static inline void
feature_add(QuoteFeatures *f, uint32_t template, uint32_t value)
{
	uint32_t	h = feature_hash(template * UINT32_C(0xC2B2AE35) + 0x27D4EB2F, value);

	if (f->n < QUOTE_FEATURES)
		f->at[f->n++] = h * UINT32_C(0x27D4EB2F);
}

static inline void
feature_add2(QuoteFeatures *f, uint32_t template, uint32_t a, uint32_t b)
{
	feature_add(f, template, feature_hash(a + 1, b));
}

static inline void
feature_add3(QuoteFeatures *f, uint32_t template, uint32_t a, uint32_t b, uint32_t c)
{
	feature_add(f, template, feature_hash(feature_hash(a + 1, b), c));
}

/* Tokens first..last, both inside. */
typedef struct QuoteRange
{
	uint32_t	first;
	uint32_t	last;
} QuoteRange;

static inline bool
range_holds(QuoteRange range, uint32_t token)
{
	return token >= range.first && token <= range.last;
}

#define QUOTE_NO_RANGE ((QuoteRange) {1, 0})

static inline bool
range_empty(QuoteRange range)
{
	return range.first > range.last;
}

/* Somebody says something: one cue and what belongs to it. */
typedef struct Attribution
{
	uint32_t	sentence;
	uint32_t	cue;			/* token, NT_NONE: a quotation without cue */
	uint32_t	cue_last;
	uint8_t		side;			/* QuoteSide */
	uint8_t		kind;			/* NtQuoteKind */
	uint8_t		stance;
	bool		dropped;
	QuoteRange	content;
	uint32_t	more;			/* further ranges in r->ranges, as a list: index + 1 of the first, 0: none */
	uint32_t	last_more;
	uint32_t	tail;			/* last token of the last range */
	QuoteRange	source;			/* empty: none */
	uint32_t	speaker;		/* entity, NT_NONE: nobody */
	int32_t		margin;			/* smallest margin of its decisions, in QUOTE_SCALE nats */
} Attribution;

typedef struct QuoteMore
{
	QuoteRange	range;
	uint32_t	next;			/* index + 1, 0: none */
} QuoteMore;

/* An article while its quotations are sought. */
#define QUOTE_LOOSE_OPTIONS 16
#define LOOSE_FAR 400			/* tokens over which no pair joins a quotation */

/* What may become of a pair of marks no cue has claimed (quote_loose.c). */
typedef struct QuoteLoose
{
	enum
	{
		LOOSE_DROP,
		LOOSE_JOIN,				/* goes on with attribution index */
		LOOSE_CUE				/* token index is its cue */
	}			what;
	uint32_t	index;
	QuoteSide	side;
	QuoteRange	content;
	int32_t		score;			/* of the cue; of a join its rank */
	bool		covers;			/* the clause model too takes the pair in */
} QuoteLoose;

typedef struct QuoteReader
{
	NtContext  *cx;
	NtArticle  *article;
	const NtVocab *vocab;
	const NtCues *cues;
	const QuoteModel *model;
	const char *text;
	const NtToken *tok;
	uint32_t	n;				/* tokens */
	uint8_t    *tag;			/* QuoteTag of each token, once its sentence is tagged */
	uint8_t    *name;			/* kind + 1 of the name each token belongs to, 0: none */
	uint8_t    *turn;			/* token of a transcript: TURN_WORDS and so on */
	uint8_t    *inside;			/* token stands inside an outer pair of marks, marks included */
	uint32_t   *pair;			/* of a mark: index + 1 of its pair, else 0 */
	NtArray(QuoteMark) marks;	/* in the order of their opening */
	uint32_t   *finite;			/* finite verbs of the sentence before each token; at last: all */
	uint32_t   *commas;			/* commas likewise */
	uint32_t   *remarks;		/* writer's remarks begun before each token: , a claim that */
	uint32_t   *closed;			/* the last closing mark of the sentence up to each token, + 1; 0: none */
	uint32_t	that;			/* hashes of words the features name */
	uint8_t		clause;			/* while tagging: a finite verb has been seen, a quotation stands before */
	uint32_t	first;			/* the sentence being read: tokens [first, last) */
	uint32_t	last;
	NtArray(QuoteRange) chunks; /* noun phrases of the sentence */
	NtArray(Attribution) found;
	NtArray(QuoteMore) more;
	/* the trainer's answer for a loose pair, NULL when reading */
	uint32_t	(*teacher) (struct QuoteReader *r, uint32_t number, const QuoteMark *m,
							const QuoteLoose *options, uint32_t n);
	void	   *teacher_data;
} QuoteReader;

/* mark_opening returns the pair of marks that opens at a token, NULL when none does. */
static inline const QuoteMark *
mark_opening(const QuoteReader *r, uint32_t i)
{
	const QuoteMark *m = r->pair[i] != 0 ? &r->marks.at[r->pair[i] - 1] : NULL;

	return m != NULL && m->open == i ? m : NULL;
}

extern NtQuoteKind quote_kind_of(const QuoteReader *r, QuoteRange range);
extern void quote_reader_open(QuoteReader *r, NtArticle *article);

/* quote.c */
extern void quote_read(QuoteReader *r);
extern void quote_attribute(QuoteReader *r, uint32_t number, uint32_t cue, QuoteSide side, QuoteRange content, int32_t margin);
extern void quote_take_marks(QuoteReader *r, QuoteRange range);
extern void quote_add_more(QuoteReader *r, uint32_t to, QuoteRange range);

/* quote_settle.c */
extern void quote_settle(QuoteReader *r, uint32_t first);

/* quote_loose.c */
extern uint32_t quote_loose_options(QuoteReader *r, uint32_t number, const QuoteMark *m, QuoteLoose *list);
extern void quote_loose_features(const QuoteReader *r, uint32_t number, const QuoteMark *m, const QuoteLoose *o,
								 QuoteFeatures *f);
extern bool quote_goes_on(const QuoteReader *r, const Attribution *a, const QuoteMark *m);
extern uint32_t quote_words_in(const QuoteReader *r, const QuoteMark *m, uint32_t *capitals);
extern bool quote_begins_sentence(const QuoteReader *r, const QuoteMark *m);
extern void quote_loose(QuoteReader *r, uint32_t number, uint32_t mark);

/* quote_marks.c */
extern void quote_marks(QuoteReader *r);

/* quote_turns.c */
#define TURN_WORDS 1
#define TURN_LABEL 2			/* from here on: who is to speak */
#define TURN_LETTER 3			/* Q, A */

extern void quote_turns(QuoteReader *r);

/* quote_sign.c */
extern void quote_signed(QuoteReader *r);

/* quote_tag.c */
extern void quote_tag_sentence(QuoteReader *r, uint32_t first, uint32_t last);
extern void quote_tag_features(const QuoteReader *r, uint32_t i, QuoteFeatures *f);
extern void quote_tag_begin(QuoteReader *r, uint32_t first, uint32_t last);
extern void quote_tag_set(QuoteReader *r, uint32_t i, int tag);
extern uint64_t quote_tag_allowed(const QuoteReader *r, uint32_t i);
extern int	quote_tag_fixed(const QuoteReader *r, uint32_t i);	/* -1: to be learned */

/* quote_cue.c, quote_cue_seen.c */
extern uint32_t quote_waiting(const QuoteReader *r, uint32_t i);
extern bool quote_is_trigger(const QuoteReader *r, uint32_t i);
extern void quote_cue_features(const QuoteReader *r, uint32_t i, QuoteFeatures *f);
extern void quote_cue_scores(const QuoteReader *r, uint32_t i, int32_t *sum);
extern QuoteSide quote_cue_side(const QuoteReader *r, uint32_t i, int32_t *margin);
extern bool quote_cue_negated(const QuoteReader *r, uint32_t i);
extern uint32_t quote_cue_last(const QuoteReader *r, uint32_t i);
extern const NtCue *quote_cue_record(const QuoteReader *r, uint32_t i);
extern uint32_t quote_cue_lemma(const QuoteReader *r, uint32_t i);

/* quote_right.c, quote_left.c: candidates and the features of each; quote_clause.c chooses. */
#define QUOTE_CANDIDATES 64

typedef struct QuoteCandidates
{
	uint32_t	at[QUOTE_CANDIDATES];
	uint32_t	n;
} QuoteCandidates;

/*
 * Where many candidates stand for election all are scored by their first
 * features, and only the finalists by the rest too.
 */
typedef enum QuotePart
{
	FEATURES_FIRST = 1,
	FEATURES_REST = 2,
	FEATURES_ALL = FEATURES_FIRST | FEATURES_REST
} QuotePart;

extern void quote_right_starts(const QuoteReader *r, uint32_t cue, QuoteCandidates *c);
extern void quote_right_start_features(const QuoteReader *r, uint32_t cue, uint32_t start, QuotePart part, QuoteFeatures *f);
extern void quote_right_ends(const QuoteReader *r, uint32_t cue, uint32_t start, QuoteCandidates *c);
extern void quote_right_end_features(const QuoteReader *r, uint32_t cue, uint32_t start, uint32_t end, QuotePart part,
									 QuoteFeatures *f);
extern void quote_left_ends(const QuoteReader *r, uint32_t cue, QuoteCandidates *c);
extern void quote_left_end_features(const QuoteReader *r, uint32_t cue, uint32_t end, QuoteFeatures *f);
extern void quote_left_starts(const QuoteReader *r, uint32_t cue, uint32_t end, QuoteCandidates *c);
extern void quote_left_start_features(const QuoteReader *r, uint32_t cue, uint32_t end, uint32_t start, QuoteFeatures *f);
extern QuoteRange quote_content(const QuoteReader *r, uint32_t cue, QuoteSide side, int32_t *margin);
extern void quote_finalists(int32_t *score, uint32_t n, uint32_t finalists);
extern int32_t quote_score(const QuoteReader *r, QuoteSpanModel model, const QuoteFeatures *f);

/* quote_speaker.c; earlier is what the cue before in the sentence reports, empty ranges: none. */
typedef struct QuoteEarlier
{
	QuoteRange	source;
	QuoteRange	content;
} QuoteEarlier;

#define QUOTE_NO_EARLIER ((QuoteEarlier) {{1, 0}, {1, 0}})

extern void quote_chunks(QuoteReader *r, uint32_t first, uint32_t last);
extern void quote_sources(const QuoteReader *r, uint32_t cue, QuoteSide side, QuoteRange content, QuoteCandidates *c);
extern void quote_source_features(const QuoteReader *r, uint32_t cue, QuoteSide side, QuoteRange content,
								  const QuoteEarlier *earlier, uint32_t chunk, QuotePart part, QuoteFeatures *f);
extern QuoteRange quote_source(const QuoteReader *r, uint32_t cue, QuoteSide side, QuoteRange content,
							   const QuoteEarlier *earlier, int32_t *margin);
#define QUOTE_NO_SOURCE UINT32_MAX

/* quote_nest.c */
extern void quote_nested(QuoteReader *r);

/* quote_resolve.c */
extern void quote_resolve(QuoteReader *r);

/* What features read: the tag, the hash of a word of the sentence at hand; a number with a cap. */
static inline uint32_t
tag_at(const QuoteReader *r, uint32_t i)
{
	return i >= r->first && i < r->last ? r->tag[i] : TAG_NONE;
}

static inline uint32_t
hash_at(const QuoteReader *r, uint32_t i)
{
	return i >= r->first && i < r->last ? r->tok[i].hash : 1;
}

static inline uint32_t
capped(uint32_t value, uint32_t cap)
{
	return value < cap ? value : cap;
}

#endif
