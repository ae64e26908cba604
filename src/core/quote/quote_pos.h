/*
 * quote_pos.h -- parts of speech: the Penn tags with what quotations need told apart.
 *
 * POS_ names what a word is in its sentence; TAG_ of src/core/tag names what it
 * is in an entity.
 */
#ifndef NEWSTEXT_QUOTE_POS_H
#define NEWSTEXT_QUOTE_POS_H

#include <stdbool.h>
#include <stdint.h>

/* In the order of their numbers, which are stored in the weights. */
#define PARTS_OF_SPEECH(X) \
	X(NN) \
	X(NNS) \
	X(NNP) \
	X(PRP) \
	X(PRPS)						/* my his */ \
	X(DT) \
	X(JJ) \
	X(RB) \
	X(VB) \
	X(VBD) \
	X(VBG) \
	X(VBN) \
	X(VBP) \
	X(VBZ) \
	X(MD) \
	X(IN) \
	X(TO) \
	X(CC) \
	X(CD) \
	X(W)						/* who which whose how */ \
	X(EX)						/* there is */ \
	X(RP) \
	X(POS)						/* 's */ \
	X(UH)						/* and anything else */ \
	/* those above are learned, those from here on read off the token */ \
	X(COMMA) \
	X(STOP)						/* . ? ! */ \
	X(COLON)					/* : ; */ \
	X(DASH)						/* between words */ \
	X(HYPHEN)					/* inside a word */ \
	X(OPEN)						/* a quotation mark that opens */ \
	X(CLOSE) \
	X(PAREN) \
	X(SYMBOL) \
	X(NONE)						/* outside the sentence, or not yet known */

typedef enum PartOfSpeech
{
#define POS_ENUM(name) POS_##name,
	PARTS_OF_SPEECH(POS_ENUM)
#undef POS_ENUM
	POS_COUNT,
	POS_LEARNED = POS_COMMA		/* how many are learned */
} PartOfSpeech;

/* Sets of parts of speech. */
#define POS_BIT(pos) (UINT64_C(1) << (pos))
#define POS_NOUNS (POS_BIT(POS_NN) | POS_BIT(POS_NNS) | POS_BIT(POS_NNP))
#define POS_VERBS (POS_BIT(POS_VB) | POS_BIT(POS_VBD) | POS_BIT(POS_VBG) | POS_BIT(POS_VBN) | \
				   POS_BIT(POS_VBP) | POS_BIT(POS_VBZ))
#define POS_FINITES (POS_BIT(POS_VBD) | POS_BIT(POS_VBP) | POS_BIT(POS_VBZ) | POS_BIT(POS_MD))
#define POS_MARKS (POS_BIT(POS_COMMA) | POS_BIT(POS_STOP) | POS_BIT(POS_COLON) | POS_BIT(POS_DASH) | \
				   POS_BIT(POS_OPEN) | POS_BIT(POS_CLOSE) | POS_BIT(POS_PAREN))

static inline bool
pos_in(uint8_t pos, uint64_t set)
{
	return (set >> pos) & 1;
}

struct QuoteReader;
struct QuoteFeatures;

/* quote_turn makes the sentence of these tokens, tagged before, the one at hand again. */
extern void quote_turn(struct QuoteReader *r, uint32_t first, uint32_t last);

/* quote_pos_sentence tags the tokens [first, last), and counts what stands before each. */
extern void quote_pos_sentence(struct QuoteReader *r, uint32_t first, uint32_t last);

/* What the trainer calls besides: the steps of tagging a sentence, one word at a time. */
extern void quote_pos_begin(struct QuoteReader *r, uint32_t first, uint32_t last);
extern PartOfSpeech quote_pos_fixed(const struct QuoteReader *r, uint32_t i);	/* POS_NONE: to be learned */
extern void quote_pos_features(const struct QuoteReader *r, uint32_t i, struct QuoteFeatures *f);
extern uint64_t quote_pos_allowed(const struct QuoteReader *r, uint32_t i);
extern void quote_pos_set(struct QuoteReader *r, uint32_t i, int pos);

#endif
