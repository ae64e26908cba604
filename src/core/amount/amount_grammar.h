/*
 * amount_grammar.h -- what the model file knows of amounts.
 *
 * data/en/amounts holds currencies, units, the words that amounts are made of
 * and the rules that arrange them; src/tools/compile/compile_amounts.c makes
 * of them a table of phrases with their senses and a tree of classes.
 */
#ifndef NEWSTEXT_AMOUNT_GRAMMAR_H
#define NEWSTEXT_AMOUNT_GRAMMAR_H

#include "text/token.h"

/* Classes that words.txt and rules.txt name. */
#define AMOUNT_CLASSES(X) \
	X(AMOUNT_NUM, "NUM")			/* a figure with its scale, in digits or words */ \
	X(AMOUNT_FIGURE, "FIGURE")		/* in digits, without a scale */ \
	X(AMOUNT_NUMBER, "NUMBER")		/* one word of a number: twelve; of the lexicon number-words */ \
	X(AMOUNT_SIGN, "SIGN")			/* a currency, before its figure */ \
	X(AMOUNT_CURRENCY, "CURRENCY")	/* a currency, after it */ \
	X(AMOUNT_UNIT, "UNIT") \
	X(AMOUNT_SCALE, "SCALE") \
	X(AMOUNT_SHORT_SCALE, "SHORTSCALE") \
	X(AMOUNT_MANY, "MANY") \
	X(AMOUNT_DOZEN, "DOZEN") \
	X(AMOUNT_FRACTION, "FRACTION") \
	X(AMOUNT_HALF, "HALF") \
	X(AMOUNT_ORDINAL, "ORDINAL")	/* the first half */ \
	X(AMOUNT_PENNY, "PENNY") \
	X(AMOUNT_CENT, "CENT") \
	X(AMOUNT_A, "A") \
	X(AMOUNT_AND, "AND") \
	X(AMOUNT_OF, "OF") \
	X(AMOUNT_IN, "IN") \
	X(AMOUNT_TO, "TO") \
	X(AMOUNT_THE, "THE") \
	X(AMOUNT_COMMA, "COMMA") \
	X(AMOUNT_BETWEEN, "BETWEEN") \
	X(AMOUNT_BY, "BY") \
	X(AMOUNT_VOTED, "VOTED") \
	X(AMOUNT_HYPHEN, "HYPHEN") \
	X(AMOUNT_MINUS, "MINUS") \
	X(AMOUNT_VOTE, "VOTE") \
	X(AMOUNT_ABOVE, "ABOVE")		/* bounds that stand before a figure */ \
	X(AMOUNT_AT_LEAST, "ATLEAST") \
	X(AMOUNT_BELOW, "BELOW") \
	X(AMOUNT_AT_MOST, "ATMOST") \
	X(AMOUNT_ABOUT, "ABOUT") \
	X(AMOUNT_OR_MORE, "ORMORE")		/* and after it */ \
	X(AMOUNT_OR_LESS, "ORLESS") \
	X(AMOUNT_OUTCOME, "OUTCOME")	/* what became of those counted: killed */ \
	X(AMOUNT_WERE, "WERE") \
	X(AMOUNT_PARTICLE, "PARTICLE")	/* shot down: another verb */ \
	X(AMOUNT_PLURAL, "PLURAL")		/* plurals without an s */ \
	X(AMOUNT_ONE, "ONE")			/* counted one at a time: person */ \
	X(AMOUNT_NOT_COUNTED, "NOTCOUNTED") \
	X(AMOUNT_NUMBERED, "NUMBERED")	/* before a figure: chapter 12 */ \
	X(AMOUNT_WEIGHT, "WEIGHT")		/* beside pounds */

typedef enum NtAmountClass
{
#define AMOUNT_CLASS_ENUM(symbol, name) symbol,
	AMOUNT_CLASSES(AMOUNT_CLASS_ENUM)
#undef AMOUNT_CLASS_ENUM
	AMOUNT_CLASS_COUNT
} NtAmountClass;

_Static_assert(AMOUNT_CLASS_COUNT <= 64, "sets of classes are 64 bits");

#define AMOUNT_BIT(class) (UINT64_C(1) << (class))

/* What a rule makes of what it matched. */
#define AMOUNT_OPS(X) \
	X(AMOUNT_OP_MONEY, "money") \
	X(AMOUNT_OP_UNIT, "unit")		/* a quantity or, of %, a percentage */ \
	X(AMOUNT_OP_PART, "part")		/* of a whole, as a percentage */ \
	X(AMOUNT_OP_RATIO, "ratio")		/* one in five, likewise */ \
	X(AMOUNT_OP_VOTE, "vote") \
	X(AMOUNT_OP_COUNT, "count")

typedef enum NtAmountOp
{
#define AMOUNT_OP_ENUM(symbol, name) symbol,
	AMOUNT_OPS(AMOUNT_OP_ENUM)
#undef AMOUNT_OP_ENUM
	AMOUNT_OP_MAX
} NtAmountOp;

/* What else a rule says of the figure. */
#define AMOUNT_HOWS(X) \
	X(AMOUNT_PLAIN, "") \
	X(AMOUNT_NEGATIVE, "minus") \
	X(AMOUNT_SOME, "many")			/* tens of thousands: that much and more */ \
	X(AMOUNT_HALVED, "half")		/* half a million */ \
	X(AMOUNT_SINGLE, "one")			/* a million */ \
	X(AMOUNT_TIMES, "times")		/* two dozen */ \
	X(AMOUNT_ONLY_BETWEEN, "between")	/* only after "between" */ \
	X(AMOUNT_ONLY_SHARED, "shared")	/* only where the second figure alone has a scale */

typedef enum NtAmountHow
{
#define AMOUNT_HOW_ENUM(symbol, name) symbol,
	AMOUNT_HOWS(AMOUNT_HOW_ENUM)
#undef AMOUNT_HOW_ENUM
	AMOUNT_HOW_MAX
} NtAmountHow;

/* A phrase of pieces (amount_piece.c), by the hash of them all. */
typedef struct NtAmountPhrase
{
	uint32_t	fingerprint;	/* high half of the hash; 0 and no longest: an empty slot */
	uint16_t	sense;			/* first */
	uint8_t		senses;
	uint8_t		longest;		/* pieces of the longest phrase that begins so; of one piece only */
} NtAmountPhrase;

typedef struct NtAmountSense
{
	uint8_t		class;			/* NtAmountClass */
	uint8_t		spelling;		/* AMOUNT_CAPITAL ... */
	uint16_t	unit;			/* index into units, 0: none */
	int32_t		value;
} NtAmountSense;

/* How a short sign must be written: R7 is rand, r7 is nothing. */
#define AMOUNT_CAPITAL 1		/* begins with a capital */
#define AMOUNT_SMALL 2
#define AMOUNT_UPPER 3			/* all in capitals: ARS, HK */

/* A currency or a unit of measurement. */
typedef struct NtAmountUnit
{
	uint32_t	symbol;			/* offset into the vocabulary's strings: USD, km */
	uint32_t	si;				/* SI unit, 0: a currency */
	uint32_t	factor;			/* decimal number: what one of it is in that unit ... */
	uint32_t	add;			/* ... after this was added; 0: nothing */
} NtAmountUnit;

typedef struct NtAmountNode
{
	uint32_t	edge;			/* first */
	uint16_t	edges;
	uint16_t	rule;			/* that ends here, 0: none */
} NtAmountNode;

#define AMOUNT_TOUCHES 1		/* no white space before it */
#define AMOUNT_ENDS 2			/* the amount ended before it */
#define AMOUNT_BEGINS 4			/* the amount begins with it */

typedef struct NtAmountEdge
{
	uint8_t		class;
	uint8_t		flags;			/* AMOUNT_TOUCHES ... */
	uint16_t	reserved;
	uint32_t	node;
} NtAmountEdge;

typedef struct NtAmountRule
{
	uint8_t		op;				/* NtAmountOp */
	uint8_t		how;			/* NtAmountHow */
	uint16_t	line;			/* in rules.txt */
} NtAmountRule;

_Static_assert(sizeof(NtAmountPhrase) == 8 && sizeof(NtAmountSense) == 8 && sizeof(NtAmountUnit) == 16 &&
			   sizeof(NtAmountNode) == 8 && sizeof(NtAmountEdge) == 8 && sizeof(NtAmountRule) == 4,
			   "stored in the model file");

typedef struct NtAmountGrammar
{
	const NtAmountPhrase *phrases;	/* open addressing, a power of two */
	const NtAmountSense *senses;
	const NtAmountUnit *units;	/* [0]: none */
	const NtAmountNode *nodes;	/* [0]: the start */
	const NtAmountEdge *edges;
	const NtAmountRule *rules;	/* [0]: none */
	uint32_t	phrase_mask;
	uint32_t	n_senses;
	uint32_t	n_units;
	uint32_t	n_nodes;
	uint32_t	n_edges;
	uint32_t	n_rules;
	uint32_t	percent;		/* symbols of units that the rules mean by name: %, */
	uint32_t	pound;			/* money, */
	uint32_t	lb;				/* and weight; 0: there is none */
} NtAmountGrammar;

extern void amount_grammar_open(NtContext *cx, NtAmountGrammar *grammar, const NtModel *model,
								const NtVocab *vocab);

/* amount_token_hash returns what a whole token is to a phrase. */
static inline uint32_t
amount_token_hash(const NtToken *t)
{
	return t->kind == TOKEN_PUNCT || t->kind == TOKEN_SYMBOL ? PHRASE_MARK | t->hash : t->hash;
}

/* amount_phrase_find returns the phrase of this hash, NULL: none. */
static inline const NtAmountPhrase *
amount_phrase_find(const NtAmountGrammar *g, uint64_t hash)
{
	for (uint32_t at = (uint32_t) hash & g->phrase_mask;; at = (at + 1) & g->phrase_mask)
	{
		const NtAmountPhrase *p = &g->phrases[at];

		if (p->fingerprint == (uint32_t) (hash >> 32))
			return p;
		if (p->senses == 0 && p->longest == 0)
			return NULL;
	}
}

#endif
