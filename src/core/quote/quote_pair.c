/*
 * quote_pair.c -- which pairs a quotation mark may belong to, and whether it can open or close one.
 *
 * Curly marks and guillemets say so themselves, but for hurried hands and German ones;
 * of straight ones the spaces around tell.
 */
#include "quote/quote_pair.h"

/* marks that part a straight mark from the word before as space does, and that may begin a word after it */
#define MARKS_LIKE_SPACE (MARKS_BRACKET_OPEN | MARKS_HYPHEN_OR_DASH | MARK_BIT(MARK_SLASH) | MARK_BIT(MARK_SINGLE_OPEN) | \
						  MARK_BIT(MARK_DOUBLE_OPEN) | MARK_BIT(MARK_SINGLE_STRAIGHT) | MARK_BIT(MARK_DOUBLE_STRAIGHT))
#define MARKS_BEFORE_WORD (MARKS_BRACKET_OPEN | MARK_BIT(MARK_ELLIPSIS) | MARK_BIT(MARK_SINGLE_OPEN) | \
						   MARK_BIT(MARK_DOUBLE_OPEN) | MARK_BIT(MARK_SINGLE_STRAIGHT))

static bool
is_word(const NtToken *t)
{
	return t->kind != TOKEN_PUNCT && t->kind != TOKEN_SYMBOL;
}

/* sides_by_space tells where a straight mark can open or close, by what touches it. */
static int
sides_by_space(const NtToken *tokens, uint32_t n, uint32_t i)
{
	const NtToken *t = &tokens[i];
	const NtToken *next = i + 1 < n ? t + 1 : NULL;
	bool		space_before = (t->flags & TOKEN_SPACE) != 0;
	bool		space_after = next == NULL || (next->flags & TOKEN_SPACE) != 0;
	int			sides = 0;

	if (!space_before && i > 0 && token_mark_in(&tokens[i - 1], MARKS_LIKE_SPACE))
		space_before = true;
	if (!space_after && next->kind == TOKEN_PUNCT && !token_mark_in(next, MARKS_BEFORE_WORD))
		space_after = true;
	if (space_before && !(next != NULL && (next->flags & TOKEN_SPACE)))
		sides |= SIDE_OPEN;
	if (space_after && !(t->flags & TOKEN_SPACE))
		sides |= SIDE_CLOSE;
	return sides != 0 ? sides : SIDE_OPEN | SIDE_CLOSE;
}

PairKind
quote_pair_of(const NtToken *tokens, uint32_t n, uint32_t i, int *sides)
{
	const NtToken *t = &tokens[i];
	const NtToken *next = i + 1 < n ? t + 1 : NULL;

	switch ((NtMark) t->mark)
	{
		case MARK_DOUBLE_STRAIGHT:
			*sides = sides_by_space(tokens, n, i);
			return PAIR_DOUBLE;
		case MARK_DOUBLE_OPEN:
			/* a hurried hand opens where it should close */
			*sides = next != NULL && (next->flags & TOKEN_SPACE) && !(t->flags & TOKEN_SPACE) ? SIDE_CLOSE : SIDE_OPEN;
			return PAIR_DOUBLE;
		case MARK_DOUBLE_CLOSE:
			/* or closes where it should open */
			if (token_begins_line(t))
				*sides = SIDE_OPEN | SIDE_CLOSE;
			else
				*sides = next != NULL && !(next->flags & TOKEN_SPACE) && (t->flags & TOKEN_SPACE) && is_word(next) ?
					SIDE_OPEN | SIDE_CLOSE : SIDE_CLOSE;
			return PAIR_DOUBLE;
		case MARK_DOUBLE_LOW:
			*sides = SIDE_OPEN;
			return PAIR_DOUBLE;
		case MARK_GUILLEMET_OPEN:
			*sides = SIDE_OPEN;
			return PAIR_GUILLEMET;
		case MARK_GUILLEMET_CLOSE:
			/* or on its head: »text« */
			*sides = next != NULL && !(next->flags & TOKEN_SPACE) && is_word(next) &&
				(i == 0 || (t->flags & (TOKEN_SPACE | TOKEN_LINE | TOKEN_PARAGRAPH))) ? SIDE_OPEN | SIDE_CLOSE : SIDE_CLOSE;
			return PAIR_GUILLEMET;
		case MARK_SINGLE_OPEN:
		case MARK_SINGLE_LOW:
			*sides = SIDE_OPEN;
			return PAIR_SINGLE;
		case MARK_SINGLE_CLOSE:
			*sides = SIDE_CLOSE;
			return PAIR_SINGLE;
		case MARK_SINGLE_STRAIGHT:
			*sides = sides_by_space(tokens, n, i);
			return PAIR_SINGLE;
		case MARK_BACKTICK:
			/* `quoted' of old wires */
			*sides = SIDE_OPEN;
			return i == 0 || (t->flags & (TOKEN_SPACE | TOKEN_LINE | TOKEN_PARAGRAPH)) || token_mark_in(t - 1, MARKS_LIKE_SPACE) ? PAIR_SINGLE : PAIR_NONE;
		default:
			return PAIR_NONE;
	}
}

bool
quote_pair_opens_at(const QuoteReader *r, uint32_t i, PairKind kind)
{
	int			sides;

	return i < r->n && quote_pair_of(r->tok, r->n, i, &sides) == kind &&
		(sides & SIDE_OPEN);
}
