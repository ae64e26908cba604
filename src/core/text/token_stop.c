/*
 * token_stop.c -- does the full stop after a word belong to it?
 *
 *     J. Smith          an initial: one capital, another after it on the line
 *     Rep. Ana Ruiz     an abbreviation of the lexicon that stands before
 *                       something, so it ends no sentence
 *     No. 5 but "No."   a common word too: only before a number
 *     Acme Corp.        any other abbreviation, always
 *     Lowell, Mass.     behind a comma, whatever else it is
 *     Lowell, Md.,      any before a comma, where no sentence ends
 *
 * Acronyms (U.S.) are settled by token_word.c.  Whether a sentence ends at a
 * stop that belongs to its word is for sentence.c to say.
 */
#include "text/token_scan.h"

#include "base/ascii.h"

#include <utf8proc.h>

/* is_in_address: it stands after a comma and a word with a capital; t is the last token. */
static bool
is_in_address(const TokenScanner *s, const NtToken *t)
{
	return t - s->tokens->at >= 2 && t[-1].mark == MARK_COMMA && token_is_capital(&t[-2]);
}

/*
 * token_takes_stop decides whether the full stop at p (just after a word) is part
 * of an abbreviation.
 */
bool
token_takes_stop(TokenScanner *s, const NtToken *t, const uint8_t *p, bool single_letter)
{
	uint64_t	classes;
	const uint8_t *q = p + 1;
	CharClass	class;
	int32_t		cp;
	int			len;
	bool		same_line = true;

	token_find_words(s);
	classes = token_classes(s->vocab, t);
	if (!single_letter && (classes & LEX_BIT(LEX_ABBREVIATION)) == 0)
		return false;
	while ((class = token_class_at(s, q, &cp, &len)) == CHAR_SPACE && q < s->end)
	{
		if (cp == '\n')
			same_line = false;
		q += len;
	}
	/* c. 1930, p. 5 */
	if (single_letter && (classes & LEX_BIT(LEX_NEVER_FINAL)) && !(t->flags & TOKEN_CAPITAL))
		return same_line && ascii_is_digit(cp);
	if (single_letter)
		return (t->flags & TOKEN_CAPITAL) != 0 && same_line &&
			(utf8proc_category(cp) == UTF8PROC_CATEGORY_LU);
	if ((t->flags & TOKEN_CAPITAL) && !(classes & LEX_BIT(LEX_DETERMINER)) && ((p + 1 < s->end && p[1] == ',') || is_in_address(s, t)))
		return true;
	if (classes & LEX_BIT(LEX_NEVER_FINAL))
	{
		/* “No.” is an answer, No. 5 a number; Rep. and Gen. come before a name */
		if (classes & LEX_BIT(LEX_DETERMINER))
			return same_line && ascii_is_digit(cp);
		return same_line && q < s->end && (class == CHAR_LETTER || class == CHAR_DIGIT);
	}
	if (classes & LEX_BIT(LEX_COMMON_WORD))
		return (t->flags & TOKEN_CAPITAL) != 0 && same_line && ascii_is_digit(cp);
	return true;
}
