/*
 * amount.h -- what the files that find amounts share.
 *
 *     amount.c          runs them; what a match means
 *     amount_piece.c    cuts tokens further: R7 is a sign and a figure
 *     amount_number.c   figures and numbers in words
 *     amount_match.c    walks the rules
 *     amount_bound.c    more than, at least, or more
 *     amount_what.c     what is counted
 */
#ifndef NEWSTEXT_AMOUNT_H
#define NEWSTEXT_AMOUNT_H

#include "article.h"
#include "amount/amount_grammar.h"

typedef struct AmountReader
{
	NtContext  *cx;
	const NtArticle *article;
	const NtAmountGrammar *grammar;
	const NtToken *tokens;
	const char *text;
	uint32_t	first;			/* tokens of the sentence */
	uint32_t	last;
} AmountReader;

/* A place between pieces: a byte inside a token, or its start. */
typedef struct AmountPlace
{
	uint32_t	token;
	uint32_t	byte;
} AmountPlace;

/* A run of letters, or a mark; digits are read by amount_number.c. */
typedef struct AmountPiece
{
	uint32_t	start;			/* bytes */
	uint32_t	end;
	uint32_t	hash;			/* of the folded letters, PHRASE_MARK | code point of a mark */
	AmountPlace next;
} AmountPiece;

/* amount_place returns the place where a token begins. */
extern AmountPlace amount_place(const AmountReader *r, uint32_t token);

/* amount_piece reads the piece at a place; false: digits, or the sentence ends. */
extern bool amount_piece(const AmountReader *r, AmountPlace at, AmountPiece *piece);

/* amount_begins_figure tells whether a digit stands at a place. */
extern bool amount_begins_figure(const AmountReader *r, AmountPlace at);

/* amount_touches tells whether no white space stands before a place. */
extern bool amount_touches(const AmountReader *r, AmountPlace at);

/* A meaning of the pieces that begin at a place. */
typedef struct AmountSense
{
	uint8_t		class;			/* NtAmountClass */
	uint16_t	unit;
	int32_t		value;
	NtDecimal	number;			/* of NUM and FIGURE */
	bool		scaled;			/* of NUM: a scale is part of it */
	bool		year;			/* of NUM: reads like a year */
	uint32_t	end;			/* byte after it */
	AmountPlace next;
} AmountSense;

#define AMOUNT_SENSES 12		/* of one place */

/* amount_senses finds the senses at a place, longest phrases first; returns how many. */
extern int	amount_senses(const AmountReader *r, AmountPlace at, AmountSense senses[AMOUNT_SENSES]);

/* amount_phrase_classes returns the classes of the phrase that tokens [first, last) are, as AMOUNT_BIT()s. */
extern uint64_t amount_phrase_classes(const AmountReader *r, uint32_t first, uint32_t last);

/* amount_numbers adds NUM and FIGURE of the figure, or the number in words, at a place. */
extern int	amount_numbers(const AmountReader *r, AmountPlace at, AmountSense *senses, int n);

extern bool decimal_scale(NtDecimal *d, int tens);
extern int	decimal_compare(NtDecimal a, NtDecimal b);

#define AMOUNT_ITEMS 3			/* figures, units, scales of one match */

/* What a rule matched. */
typedef struct AmountMatch
{
	uint32_t	start;			/* bytes */
	uint32_t	end;
	uint32_t	read;			/* byte after all that the rule asked for */
	uint32_t	first;			/* token it begins in */
	AmountPlace next;			/* after it */
	uint16_t	rule;
	int			numbers;
	int			units;
	int			values;
	AmountSense number[AMOUNT_ITEMS];
	uint16_t	unit[AMOUNT_ITEMS];
	int32_t		value[AMOUNT_ITEMS];	/* of scales, fractions, dozens, many */
} AmountMatch;

/* amount_match finds the longest rule that matches from a place. */
extern bool amount_match(const AmountReader *r, AmountPlace at, AmountMatch *match);

/* amount_bound reads what bounds an amount, before and after it, into it. */
extern void amount_bound(const AmountReader *r, const AmountMatch *match, NtAmount *amount);

/* amount_what reads what is counted; false: the figure is no count. */
extern bool amount_what(const AmountReader *r, const AmountMatch *match, NtAmount *amount);

#endif
