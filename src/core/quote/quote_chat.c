/*
 * quote_chat.c -- lines that say who wrote, and when, in exports of chats.
 *
 *     06/05/2024, 09:02 - Greta Holm: I go.         a stamp with its day, before a label
 *     [5/6/24, 9:02:11 PM] Nils Ode: You do?
 *
 *     Greta Holm  9:02 AM                           a head: a name and a time, and nothing else
 *     Who can go to Oslo?
 *
 * Entries of live blogs have such heads too, and are no speech: so heads count only where three stand or more, one name
 * comes again and another does not, and hardly anything is quoted.
 */
#include "quote/quote_turns.h"

#include "quote/quote_mark.h"

#define HEAD_WORDS 4			/* of a name */
#define HEADS_LEAST 3
#define CLOCK_TOKENS 5			/* 9:02:11 */
#define DAY_TOKENS 6				/* [06/05/2024 */
#define STAMP_ENDS 3				/* marks behind a clock: ] - */

static bool
is_number(const QuoteReader *r, uint32_t i)
{
	return !line_ends_at(r, i) && r->tok[i].kind == TOKEN_NUMBER;
}

/* after_clock returns the token after 9:02, 9:02:11 or 9:02 PM, i itself when that is none. */
static uint32_t
after_clock(const QuoteReader *r, uint32_t i)
{
	uint32_t	from = i;

	if (i >= r->n || r->tok[i].kind != TOKEN_NUMBER)
		return i;
	for (i++; i - from < CLOCK_TOKENS && is_number(r, i + 1) && token_is_mark(&r->tok[i], MARK_COLON); i += 2)
		;
	if (i == from + 1)
		return from;
	/* AM, PM, a.m. */
	if (!line_ends_at(r, i) && (r->text[r->tok[i].start + 1] == '.' || r->tok[i].end - r->tok[i].start == 2) &&
		((r->text[r->tok[i].start] | 0x20) == 'a' || (r->text[r->tok[i].start] | 0x20) == 'p') && r->tok[i].kind == TOKEN_WORD)
		i++;
	return i;
}

/* quote_chat_stamp returns the token after a day and a time before a name, i itself when none begins there. */
uint32_t
quote_chat_stamp(const QuoteReader *r, uint32_t i)
{
	uint32_t	from = i;
	uint32_t	clock;

	i += token_mark_in(&r->tok[i], MARKS_BRACKET_OPEN) && i + 1 < r->n;
	if (r->tok[i].kind != TOKEN_NUMBER)
		return from;
	for (i++; i - from < DAY_TOKENS && is_number(r, i + 1) && token_mark_in(&r->tok[i], MARK_BIT(MARK_SLASH) | MARKS_HYPHEN_OR_DASH | MARK_BIT(MARK_STOP)); i += 2)
		;
	if (line_ends_at(r, i))
		return from;
	i += token_is_mark(&r->tok[i], MARK_COMMA);
	clock = after_clock(r, i);
	if (clock == i || line_ends_at(r, clock))
		return from;
	for (i = clock; i - clock < STAMP_ENDS && !line_ends_at(r, i) && token_mark_in(&r->tok[i], MARKS_BRACKET_CLOSE | MARKS_HYPHEN_OR_DASH); i++)
		;
	return i > clock && !line_ends_at(r, i) ? i : from;
}

/* quote_chat_head tells whether a line is a name and a time; *name is the last word of the name, *last the last token of the line. */
bool
quote_chat_head(const QuoteReader *r, uint32_t i, uint32_t *name, uint32_t *last)
{
	uint32_t	from = i;
	uint32_t	end;
	bool		bracket;

	while (i - from <= HEAD_WORDS && (i == from || !line_ends_at(r, i)) && token_is_capital(&r->tok[i]))
		i++;
	if (i == from || i - from > HEAD_WORDS || line_ends_at(r, i))
		return false;
	*name = i - 1;
	bracket = token_mark_in(&r->tok[i], MARKS_BRACKET_OPEN);
	end = after_clock(r, i + bracket);
	if (end == i + bracket || end >= r->n)
		return false;
	end += bracket && token_mark_in(&r->tok[end], MARKS_BRACKET_CLOSE);
	*last = end - 1;
	return end < r->n && line_ends_at(r, end);
}

/* quote_is_chat tells whether heads are a chat's: how many there are, how many of a name that came before, and how many names. */
bool
quote_is_chat(const QuoteReader *r, uint32_t heads, uint32_t again)
{
	return heads >= HEADS_LEAST && again > 0 && heads - again > 1 && r->marks.n * 2 <= heads;
}
