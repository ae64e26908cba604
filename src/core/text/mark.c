/*
 * mark.c -- the class of every punctuation mark that a stage asks for.
 */
#include "text/mark.h"

static const uint8_t ascii[128] = {
	['!'] = MARK_EXCLAMATION,['"'] = MARK_DOUBLE_STRAIGHT,['\''] = MARK_SINGLE_STRAIGHT,
	['('] = MARK_ROUND_OPEN,[')'] = MARK_ROUND_CLOSE,['*'] = MARK_STAR,[','] = MARK_COMMA,
	['-'] = MARK_HYPHEN,['.'] = MARK_STOP,['/'] = MARK_SLASH,[':'] = MARK_COLON,[';'] = MARK_SEMICOLON,
	['?'] = MARK_QUESTION,['['] = MARK_SQUARE_OPEN,[']'] = MARK_SQUARE_CLOSE,['_'] = MARK_UNDERSCORE,
	['`'] = MARK_BACKTICK
};

NtMark
mark_of(uint32_t cp)
{
	if (cp < 128)
		return (NtMark) ascii[cp];
	switch (cp)
	{
		case 0x00AB:
		case 0x2039:
			return MARK_GUILLEMET_OPEN;
		case 0x00BB:
		case 0x203A:
			return MARK_GUILLEMET_CLOSE;
		case 0x2010:
		case 0x2011:			/* of a word that must not be parted */
			return MARK_HYPHEN;
		case 0x2012:			/* as wide as a figure */
		case 0x2013:
			return MARK_EN_DASH;
		case 0x2014:
		case 0x2015:			/* of dialogue */
			return MARK_EM_DASH;
		case 0x2018:
			return MARK_SINGLE_OPEN;
		case 0x2019:
			return MARK_SINGLE_CLOSE;
		case 0x201A:
			return MARK_SINGLE_LOW;
		case 0x201C:
		case 0x300C:			/* 「 and 『 of Japanese */
		case 0x300E:
			return MARK_DOUBLE_OPEN;
		case 0x201D:
		case 0x300D:
		case 0x300F:
			return MARK_DOUBLE_CLOSE;
		case 0x201E:
		case 0x201F:			/* turned, used as a low one */
			return MARK_DOUBLE_LOW;
		case 0xFF02:			/* full-width */
			return MARK_DOUBLE_STRAIGHT;
		case 0x2022:
		case 0x2023:
			return MARK_BULLET;
		case 0x2026:
			return MARK_ELLIPSIS;
		case 0x203C:
			return MARK_EXCLAMATION;
		case 0x061F:			/* Arabic */
			return MARK_QUESTION;
		case 0x06D4:			/* Urdu */
		case 0x0964:			/* danda */
		case 0x3002:			/* ideographic */
			return MARK_STOP;
	}
	return MARK_NONE;
}

uint32_t
mark_doubled(uint32_t cp)
{
	return cp == 0x2039 ? 0x00AB : cp == 0x203A ? 0x00BB : 0;
}

NtMark
mark_closing(NtMark opening)
{
	switch (opening)
	{
		case MARK_DOUBLE_STRAIGHT:
			return MARK_DOUBLE_STRAIGHT;
		case MARK_DOUBLE_OPEN:
			return MARK_DOUBLE_CLOSE;
		case MARK_SINGLE_OPEN:
			return MARK_SINGLE_CLOSE;
		case MARK_GUILLEMET_OPEN:
			return MARK_GUILLEMET_CLOSE;
		default:
			return MARK_NONE;
	}
}
