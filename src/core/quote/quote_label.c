/*
 * quote_label.c -- the label of a turn in a transcript: where it ends, and what it says of its speaker.
 *
 *     SMITH:   Q.   Q  Mr. President, ...   **Lee:**   Speaker 1:
 *     SUSAN ORLOFF, ANCHOR:                         a role
 *     Ms Rita Sahl (Oakvale) (Lab):                 of Hansard
 *     Mr TOOHEY (Warrego) (14:02):                  and when
 *     The Minister for Bees (Felix Arden):          an office, and the name
 *     The Speaker:                                  an office that needs none
 *     JO MARSH [00:05]:   [00:00:12] SMITH:         a time behind or before it
 *
 * quote_turns.c decides which labels are speakers'.
 */
#include "quote/quote_label.h"

#include "quote/quote_english.h"

#include <string.h>

#define LABEL_WORDS 5
#define STAMP_TOKENS 9			/* of a time stamp: [00:00:12] */
#define ROLE_TOKENS 12			/* of what a label says of its speaker */

/* is_letter tells whether a token is the Q or A of an interview. */
static bool
is_letter(const QuoteReader *r, uint32_t i, uint32_t *sign)
{
	const NtToken *t = &r->tok[i];
	char		letter = r->text[t->start];

	if (t->kind != TOKEN_WORD || (letter != LETTER_QUESTION && letter != LETTER_ANSWER))
		return false;
	*sign = i;
	if (t->flags & TOKEN_INITIAL)
		return true;
	if (t->end - t->start != 1 || i + 1 >= r->n)
		return false;
	/* Q   Mr. President, ... of a briefing */
	if (letter == LETTER_QUESTION && (t[1].flags & (TOKEN_SPACE | TOKEN_CAPITAL)) == (TOKEN_SPACE | TOKEN_CAPITAL))
		return true;
	*sign = i + 1;
	return token_is_mark(t + 1, MARK_COLON) || token_is_mark(t + 1, MARK_STOP);
}

uint32_t
quote_after_stamp(const QuoteReader *r, uint32_t i)
{
	uint32_t	from = i;
	bool		number = false;

	while (i < r->n && i - from < STAMP_TOKENS && (i == from || !token_begins_line(&r->tok[i])) &&
		   (r->tok[i].kind == TOKEN_NUMBER || quote_is_decoration(&r->tok[i]) ||
			token_mark_in(&r->tok[i], MARKS_BRACKET_OPEN | MARKS_BRACKET_CLOSE | MARK_BIT(MARK_COLON) | MARKS_HYPHEN_OR_DASH | MARK_BIT(MARK_STOP))))
	{
		number = number || r->tok[i].kind == TOKEN_NUMBER;
		i++;
	}
	return number || (i > from && quote_is_decoration(&r->tok[from])) ? i : from;
}

bool
quote_is_stamp(const QuoteReader *r, uint32_t from, uint32_t upto)
{
	bool		bracket = from < r->n && token_mark_in(&r->tok[from], MARKS_BRACKET_OPEN);

	return upto >= from + 3 + bracket && r->tok[from + bracket].kind == TOKEN_NUMBER && token_is_mark(&r->tok[from + bracket + 1], MARK_COLON) &&
		r->tok[from + bracket + 2].kind == TOKEN_NUMBER;
}

/* skip_time passes over a time behind a name: JO MARSH [00:05]: Speaker 2 (1:02:03): */
static uint32_t
skip_time(const QuoteReader *r, uint32_t i)
{
	uint32_t	from = i;

	if (i + 4 >= r->n || !token_mark_in(&r->tok[i], MARKS_BRACKET_OPEN) || r->tok[i + 1].kind != TOKEN_NUMBER || !token_is_mark(&r->tok[i + 2], MARK_COLON))
		return from;
	for (i++; i + 1 < r->n && i - from < STAMP_TOKENS && (r->tok[i].kind == TOKEN_NUMBER || token_mark_in(&r->tok[i], MARK_BIT(MARK_COLON) | MARK_BIT(MARK_STOP))); i++)
		;
	return token_mark_in(&r->tok[i], MARKS_BRACKET_CLOSE) ? i + 1 : from;
}

/* skip_role passes over what a label says of its speaker: NAME, ANCHOR: and Name (Oakvale) (Lab): */
static uint32_t
skip_role(const QuoteReader *r, uint32_t i)
{
	uint32_t	from = i;
	bool		bracket = i < r->n && r->tok[i].mark == MARK_ROUND_OPEN;

	if (i >= r->n || !(bracket || r->tok[i].mark == MARK_COMMA))
		return i;
	for (i++; i < r->n && i - from <= ROLE_TOKENS; i++)
	{
		const NtToken *t = &r->tok[i];

		if (token_begins_line(t))
			return from;
		if (bracket && t->mark == MARK_ROUND_CLOSE)
		{
			if (i + 1 < r->n && r->tok[i + 1].mark == MARK_ROUND_OPEN)
				continue;
			return i + 1;
		}
		if (!bracket && t->mark == MARK_COLON)
			return i;
		/* NAME, CORRESPONDENT (on camera): */
		if (!bracket && t->mark == MARK_ROUND_OPEN)
		{
			uint32_t	close = skip_role(r, i);

			return close > i && close < r->n && token_is_mark(&r->tok[close], MARK_COLON) ? close : from;
		}
		if (t->kind == TOKEN_PUNCT && !token_mark_in(t, MARK_BIT(MARK_HYPHEN) | MARK_BIT(MARK_SLASH) | MARK_BIT(MARK_COMMA)) &&
			!(bracket && token_mark_in(t, MARK_BIT(MARK_ROUND_OPEN) | MARK_BIT(MARK_STOP) | MARK_BIT(MARK_COLON) | MARKS_HYPHEN_OR_DASH)))
			return from;
		/* a role is no clause: capitals, or nouns */
		if (!bracket && t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL) && !token_is(r->vocab, t, LEX_ROLE) &&
			!token_is(r->vocab, t, LEX_PREPOSITION) && !token_is(r->vocab, t, LEX_DETERMINER))
			return from;
	}
	return from;
}

/* read_office_label reads [The Minister for Bees (Felix Arden):] and [QUESTION (Anna Lee, ZBC):]; the label is the name. */
static bool
read_office_label(const QuoteReader *r, uint32_t first, QuoteLabel *label)
{
	uint32_t	i = first;
	bool		upper = (r->tok[first].flags & TOKEN_UPPER) != 0;

	if (!(r->tok[first].flags & TOKEN_CAPITAL) || !(upper || token_is(r->vocab, &r->tok[first], LEX_DETERMINER)) || is_named(r, first, ENTITY_PERSON))
		return false;
	while (i < r->n && i - first <= ROLE_TOKENS && r->tok[i].mark != MARK_ROUND_OPEN && r->tok[i].kind != TOKEN_SYMBOL &&
		   !token_mark_in(&r->tok[i], MARKS_FINAL | MARK_BIT(MARK_COLON)) && (i == first || !token_begins_line(&r->tok[i])))
		i++;
	if (i + 3 >= r->n || r->tok[i].mark != MARK_ROUND_OPEN || !is_named(r, i + 1, ENTITY_PERSON))
		return false;
	label->first = i + 1;
	while (++i + 2 < r->n && is_named(r, i, ENTITY_PERSON))
		label->last = i;
	while (upper && r->tok[i].mark != MARK_ROUND_CLOSE && i + 2 < r->n && i - first <= ROLE_TOKENS && !token_begins_line(&r->tok[i]))
		i++;
	label->hash = r->tok[label->last].hash;
	label->sign = i + 1;
	label->named = true;
	return r->tok[i].mark == MARK_ROUND_CLOSE && r->tok[i + 1].mark == MARK_COLON && !token_begins_line(&r->tok[i + 2]);
}

/* may_be_name: a word nobody knows, or a name's: Okonjo, no Verdict and no Leeds. */
static bool
may_be_name(const QuoteReader *r, uint32_t i)
{
	uint64_t	classes = token_classes(r->vocab, &r->tok[i]);

	return (classes & (LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_TITLE))) ||
		(!(classes & (LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_FURNITURE))) && (r->name[i] == 0 || is_named(r, i, ENTITY_PERSON)));
}

/* read_letter reads the Q or A of an interview; false when it is none. */
static bool
read_letter(const QuoteReader *r, uint32_t first, QuoteLabel *label)
{
	if (!is_letter(r, first, &label->sign))
		return false;
	label->letter = label->upper = label->named = true;
	label->hash = (uint8_t) r->text[r->tok[first].start];
	label->first = label->last = first;
	return true;
}

/* read_chair reads the label of an office that needs no name: The Speaker:, Madam Chair:, Some hon. members: */
static bool
read_chair(const QuoteReader *r, uint32_t first, QuoteLabel *label)
{
	const uint64_t bearing = LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC) | LEX_BIT(LEX_ROLE);
	uint32_t	i = first;

	if (!(r->tok[first].flags & TOKEN_CAPITAL))
		return false;
	while (i + 1 < r->n && i - first < LABEL_WORDS && !is_named(r, i, ENTITY_PERSON) &&
		   ((token_classes(r->vocab, &r->tok[i]) & (bearing | (i == first ? LEX_BIT(LEX_DETERMINER) : 0))) || (i > first && (token_is_mark(&r->tok[i], MARK_STOP) || token_is_mark(&r->tok[i + 1], MARK_STOP)))))
		i++;
	if (i < first + 1 || !token_is_mark(&r->tok[i], MARK_COLON) || i + 1 >= r->n || token_begins_line(&r->tok[i + 1]))
		return false;
	label->first = first;
	label->last = i - 1;
	label->sign = i;
	label->hash = r->tok[i - 1].hash;
	return label->named = label->chair = true;
}

/* What the words of a label are. */
typedef struct LabelWords
{
	uint32_t	end;			/* token after them; the first: there are none */
	bool		person;			/* a person's name is among them */
	bool		titled;			/* a title is the first, and capitals follow: Mr TOOHEY */
	bool		plain;			/* all may be of a name */
} LabelWords;

/* read_words reads the words in capitals and names that a label begins with; false: it ends with its line. */
static bool
read_words(const QuoteReader *r, uint32_t first, QuoteLabel *label, LabelWords *words)
{
	uint32_t	i = first;

	*words = (LabelWords) {first, false, false, true};
	for (; i < r->n && i - first < LABEL_WORDS; i++)
	{
		const NtToken *t = &r->tok[i];

		if (i > first && token_begins_line(t))
			return false;
		if (i > first && token_is_mark(t, MARK_HYPHEN))
			continue;
		/* Van der Linde, de Vries */
		if (i > first && t->kind == TOKEN_WORD && token_is(r->vocab, t, LEX_NAME_PARTICLE))
			continue;
		if (!token_is_capital(t))
			break;
		label->upper = label->upper && (t->flags & (TOKEN_UPPER | TOKEN_INITIAL | TOKEN_DOT | TOKEN_INNER_CAPITAL));
		label->hash = t->hash;
		label->last = i;
		words->plain = words->plain && may_be_name(r, i);
		words->person = words->person || is_named(r, i, ENTITY_PERSON);
		if (words->person || (token_classes(r->vocab, t) & (LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_TITLE))))
			label->named = true;
	}
	words->end = i;
	words->titled = i > first + 1 && (token_classes(r->vocab, &r->tok[first]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC))) && (r->tok[i - 1].flags & TOKEN_UPPER);
	return i > first;
}

bool
quote_label_read(const QuoteReader *r, uint32_t first, bool marked, QuoteLabel *label)
{
	LabelWords	words;
	uint32_t	i;
	uint32_t	end;

	memset(label, 0, sizeof(*label));
	if (read_office_label(r, first, label))
		return true;
	memset(label, 0, sizeof(*label));
	if (read_letter(r, first, label))
		return label->sign + 1 < r->n && !token_begins_line(&r->tok[label->sign + 1]);
	if (!(r->tok[first].flags & TOKEN_UPPER) && read_chair(r, first, label))
		return true;
	label->first = first;
	label->upper = true;
	if (!read_words(r, first, label, &words))
		return false;
	i = words.end;
	/* BREAKING: */
	if (token_is(r->vocab, &r->tok[first], LEX_FURNITURE) && !words.person)
		return false;
	/* Speaker 1: */
	if (marked && i + 2 < r->n && r->tok[i].kind == TOKEN_NUMBER && token_is_mark(&r->tok[i + 1], MARK_COLON) &&
		(r->tok[i + 2].flags & TOKEN_SPACE))
		label->hash = r->tok[i++].hash;
	end = i;
	while (end < r->n && quote_is_decoration(&r->tok[end]))
		end++;
	if ((label->sign = skip_time(r, end)) > end)
		marked = true;
	end = label->sign > end ? label->sign : skip_role(r, end);
	label->sign = end;
	label->person = words.person;
	label->hash ^= label->upper;	/* KING of the transcript is no King of its headline */
	label->named = marked || (label->named && label->upper) || (label->named && (words.person || words.titled) && end > i && r->tok[end - 1].mark == MARK_ROUND_CLOSE);
	if (end + 1 >= r->n || !token_is_mark(&r->tok[end], MARK_COLON))
		return false;
	/* ANNA LEE, HOST: on a line of its own */
	if (token_begins_line(&r->tok[end + 1]))
		label->named = label->above = label->upper && words.person && end > i;
	return label->upper || ((words.person || words.titled || words.plain || marked) && !token_begins_line(&r->tok[end + 1]));
}
