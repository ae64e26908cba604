/*
 * sentence_head.c -- headline, byline and dateline of an article that has lost its line ends.
 *
 *     Dam gives way, officials say By ANA RUIZ and TOM ELLERY CHACHAPOYAS, Peru (AP) — A mining dam ...
 *                                  [ byline                 ] [ dateline
 *
 * The dateline gives it away: words in capitals, perhaps a comma and a land, then an agency in brackets, or nothing but a
 * dash where a byline stands before.  Behind a name in capitals too, the first two words are the name's.  Where it and the
 * byline begin, a paragraph does; and so the stages behind read them as they do elsewhere.
 */
#include "text/sentence.h"

#include "article.h"
#include "know/vocab.h"
#include "text/mark.h"
#include "text/token.h"

#define HEAD_LEAST 60			/* tokens of an article that has a head */
#define HEAD_MOST 120			/* and in which it is looked for */
#define BYLINE_MOST 16			/* tokens from "By" to the place */
#define AGENCY_WORDS 4
#define PLACE_TOKENS 8			/* from a place to its agency */
#define PLACE_WORDS 3
#define NAME_WORDS 2

static bool
is_upper(const NtToken *t)
{
	return t->kind == TOKEN_WORD && (t->flags & TOKEN_UPPER) && t->end - t->start > 2;
}

static bool
is_dash(const NtToken *t)
{
	return token_mark_in(t, MARKS_HYPHEN_OR_DASH | MARK_BIT(MARK_HYPHENS) | MARK_BIT(MARK_UNDERSCORE)) && (t->flags & TOKEN_SPACE) && (t[1].flags & TOKEN_SPACE);
}

/* closes_agency tells whether a bracket at i holds an agency, before a dash. */
static bool
closes_agency(const NtTokens *tokens, uint32_t i)
{
	uint32_t	from = i++;

	while (i - from <= AGENCY_WORDS && token_is_capital(&tokens->at[i]))
		i++;
	return i > from + 1 && tokens->at[i].mark == MARK_ROUND_CLOSE && is_dash(&tokens->at[i + 1]);
}

/* place_end returns the token after the words in capitals of a dateline, whose land and day end before `end`; 0: there are none. */
static uint32_t
place_end(const NtTokens *tokens, uint32_t end)
{
	for (uint32_t i = end; i > 1 && end - i < PLACE_TOKENS; i--)
	{
		const NtToken *t = &tokens->at[i - 1];

		if (is_upper(t))
			return i == end || tokens->at[i].mark == MARK_COMMA ? i : 0;
		if (!(t->flags & (TOKEN_CAPITAL | TOKEN_DOT)) && t->kind != TOKEN_NUMBER && t->mark != MARK_COMMA)
			return 0;
	}
	return 0;
}

/* byline_before returns the token of the first "By" before a place, NT_NONE: there is none. */
static uint32_t
byline_before(const NtVocab *vocab, const NtTokens *tokens, uint32_t place)
{
	uint32_t	by = NT_NONE;

	for (uint32_t i = place; i-- > 1 && place - i <= BYLINE_MOST;)
		if (token_is(vocab, &tokens->at[i], LEX_BYLINE_CUE) && (tokens->at[i].flags & TOKEN_CAPITAL) && i + NAME_WORDS < place &&
			(tokens->at[i + 1].flags & TOKEN_CAPITAL) && tokens->at[i + 1].kind == TOKEN_WORD)
			by = i;
	return by;
}

/* begin_paragraphs parts the head where a dateline ends at a token. */
static bool
begin_paragraphs(const NtVocab *vocab, NtTokens *tokens, uint32_t end, bool agency)
{
	uint32_t	last = place_end(tokens, end);
	uint32_t	place = last;
	uint32_t	by;

	while (place > 1 && is_upper(&tokens->at[place - 1]))
		place--;
	if (last == 0 || place < 2)
		return false;
	by = byline_before(vocab, tokens, last);
	/* and TOM ELLERY CHACHAPOYAS */
	if (by != NT_NONE && last - place > NAME_WORDS && (place == by + 1 || token_is(vocab, &tokens->at[place - 1], LEX_CONJUNCTION)))
		place += NAME_WORDS;
	if (last - place > PLACE_WORDS || (by == NT_NONE && !agency))
		return false;
	if (by != NT_NONE && by < place)
		tokens->at[by].flags |= TOKEN_PARAGRAPH | TOKEN_LINE;
	tokens->at[place].flags |= TOKEN_PARAGRAPH | TOKEN_LINE;
	return true;
}

/* sentence_head begins paragraphs in the head of an article on one line. */
void
sentence_head(const NtVocab *vocab, NtTokens *tokens)
{
	if (tokens->n < HEAD_LEAST)
		return;
	for (uint32_t i = 1; i < tokens->n; i++)
		if (token_begins_line(&tokens->at[i]))
			return;
	for (uint32_t i = 3; i < HEAD_MOST && i + AGENCY_WORDS + 4 < tokens->n; i++)
	{
		const NtToken *t = &tokens->at[i];

		if (t->mark == MARK_ROUND_OPEN ? closes_agency(tokens, i) && begin_paragraphs(vocab, tokens, i, true) :
			is_dash(t) && begin_paragraphs(vocab, tokens, i, false))
			return;
	}
}
