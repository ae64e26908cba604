/*
 * mark.h -- what a punctuation mark is: every quotation mark, dash and bracket
 * has a class, which the tokenizer gives once (NtToken.mark).
 *
 * Stages ask for sets of classes, never for code points:
 *
 *     token_mark_in(t, MARKS_DASH | MARK_BIT(MARK_HYPHEN))
 */
#ifndef NEWSTEXT_MARK_H
#define NEWSTEXT_MARK_H

#include <stdbool.h>
#include <stdint.h>

typedef enum NtMark
{
	MARK_NONE,					/* no mark, or one that no stage asks for */
	MARK_COMMA,
	MARK_SEMICOLON,
	MARK_COLON,
	MARK_STOP,					/* . and the full stops of other scripts */
	MARK_STOPS,					/* a run of full stops */
	MARK_ELLIPSIS,				/* … */
	MARK_EXCLAMATION,			/* ! ‼ */
	MARK_QUESTION,				/* ? ؟ */
	MARK_HYPHEN,				/* - ‐ ‑ */
	MARK_HYPHENS,				/* a run of hyphens: an old dash */
	MARK_EN_DASH,				/* ‒ – */
	MARK_EM_DASH,				/* — ― */
	MARK_SLASH,
	MARK_UNDERSCORE,
	MARK_STAR,
	MARK_BULLET,				/* • ‣ */
	MARK_ROUND_OPEN,			/* ( */
	MARK_ROUND_CLOSE,
	MARK_SQUARE_OPEN,			/* [ */
	MARK_SQUARE_CLOSE,
	MARK_DOUBLE_STRAIGHT,		/* " and its full-width form */
	MARK_DOUBLE_OPEN,			/* “ `` */
	MARK_DOUBLE_CLOSE,			/* ” '' */
	MARK_DOUBLE_LOW,			/* „ ‟ */
	MARK_SINGLE_STRAIGHT,		/* ' */
	MARK_SINGLE_OPEN,			/* ‘ */
	MARK_SINGLE_CLOSE,			/* ’ also the apostrophe */
	MARK_SINGLE_LOW,			/* ‚ */
	MARK_BACKTICK,				/* ` */
	MARK_GUILLEMET_OPEN,		/* « ‹ */
	MARK_GUILLEMET_CLOSE		/* » › */
} NtMark;

#define MARK_BIT(mark) (UINT32_C(1) << (mark))

#define MARKS_DASH	(MARK_BIT(MARK_HYPHENS) | MARK_BIT(MARK_EN_DASH) | MARK_BIT(MARK_EM_DASH))
#define MARKS_HYPHEN (MARK_BIT(MARK_HYPHEN) | MARK_BIT(MARK_HYPHENS))
#define MARKS_HYPHEN_OR_DASH (MARK_BIT(MARK_HYPHEN) | MARKS_DASH)
#define MARKS_STOP	(MARK_BIT(MARK_STOP) | MARK_BIT(MARK_STOPS) | MARK_BIT(MARK_ELLIPSIS))
#define MARKS_FINAL	(MARKS_STOP | MARK_BIT(MARK_EXCLAMATION) | MARK_BIT(MARK_QUESTION))
#define MARKS_BRACKET_OPEN	(MARK_BIT(MARK_ROUND_OPEN) | MARK_BIT(MARK_SQUARE_OPEN))
#define MARKS_BRACKET_CLOSE (MARK_BIT(MARK_ROUND_CLOSE) | MARK_BIT(MARK_SQUARE_CLOSE))
#define MARKS_APOSTROPHE	(MARK_BIT(MARK_SINGLE_STRAIGHT) | MARK_BIT(MARK_SINGLE_CLOSE))
#define MARKS_DOUBLE	(MARK_BIT(MARK_DOUBLE_STRAIGHT) | MARK_BIT(MARK_DOUBLE_OPEN) | MARK_BIT(MARK_DOUBLE_CLOSE))
#define MARKS_SINGLE	(MARK_BIT(MARK_SINGLE_STRAIGHT) | MARK_BIT(MARK_SINGLE_OPEN) | MARK_BIT(MARK_SINGLE_CLOSE))
#define MARKS_QUOTE_OPEN (MARK_BIT(MARK_DOUBLE_OPEN) | MARK_BIT(MARK_SINGLE_OPEN) | MARK_BIT(MARK_GUILLEMET_OPEN))
#define MARKS_QUOTE_CLOSE (MARK_BIT(MARK_DOUBLE_CLOSE) | MARK_BIT(MARK_SINGLE_CLOSE) | MARK_BIT(MARK_GUILLEMET_CLOSE))

/* mark_of returns the class of a code point. */
extern NtMark mark_of(uint32_t cp);

/* mark_doubled returns the mark that two of this one stand for, 0: none. */
extern uint32_t mark_doubled(uint32_t cp);

/* mark_closing returns what closes an opening quotation mark, MARK_NONE of any other. */
extern NtMark mark_closing(NtMark opening);

#endif
