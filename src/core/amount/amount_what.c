/*
 * amount_what.c -- what a figure counts, and whether it counts at all.
 *
 *     at least 12 people were killed     people, killed
 *     more than 300 new arrests          new arrests
 *     killed at least 12 people          people, killed
 *     12 killed                          killed
 *     Apollo 11 astronauts, chapter 12, a 5-2 win, 12 years     nothing
 *
 * A figure counts what follows it when that is a plural: a run of small words
 * up to one in -s or one of words.txt (people, police), or after "one" a
 * person.  Numbers of something (chapter 12), parts of longer figures (9/11,
 * F-16) and what dates measure are no counts.
 */
#include "amount/amount.h"

#include "text/word_english.h"

#define WHAT_WORDS 5			/* of the longest thing counted */
#define WORDS_FROM_OUTCOME 4	/* killed at least another 12 people */
#define WORDS_AFTER_OF 2		/* of the 101 */
#define PIECES_TO_OUTCOME 3		/* people were reportedly killed */

#define CLOSED_CLASSES (LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_PREPOSITION) | \
						LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_WH_WORD) | \
						LEX_BIT(LEX_NEGATION) | LEX_BIT(LEX_WEEKDAY) | LEX_BIT(LEX_MONTH))

static const NtToken *
token_at(const AmountReader *r, uint32_t i)
{
	return &r->tokens[i];
}

static uint64_t
word_classes(const AmountReader *r, uint32_t i)
{
	return i < r->last ? amount_phrase_classes(r, i, i + 1) : 0;
}

/* is_plural tells whether a word looks like a plural of something counted. */
static bool
is_plural(const AmountReader *r, uint32_t i)
{
	uint64_t	classes = word_classes(r, i);

	if (classes & AMOUNT_BIT(AMOUNT_NOT_COUNTED))
		return false;
	if (classes & AMOUNT_BIT(AMOUNT_PLURAL))
		return true;
	return word_looks_plural(r->text, token_at(r, i));
}

/* is_plain tells whether a token may be a word of what is counted. */
static bool
is_plain(const AmountReader *r, uint32_t i)
{
	const NtToken *t = token_at(r, i);

	return t->kind == TOKEN_WORD && (token_classes(r->article->vocab, t) & CLOSED_CLASSES) == 0;
}

/*
 * is_thing tells whether tokens [first, last) may be what is counted: "House
 * Democrats" and "seats", but not "19 support Sanders".
 */
static bool
is_thing(const AmountReader *r, uint32_t first, uint32_t last)
{
	const NtToken *t = token_at(r, last - 1);

	return !(t->flags & TOKEN_CAPITAL) || (token_at(r, first)->flags & TOKEN_CAPITAL) ||
		(token_classes(r->article->vocab, t) & LEX_BIT(LEX_NORP_NAME)) != 0;
}

/*
 * is_numbered tells whether the word before makes the figure a number of
 * something: chapter 12, Apollo 11, F-16, 9/11.
 */
static bool
is_numbered(const AmountReader *r, const AmountMatch *match)
{
	uint32_t	i = match->first;
	const NtToken *t = token_at(r, i);
	const NtToken *before;

	if (match->start > t->start)
		return true;			/* B12 */
	if (i == r->first)
		return false;
	before = token_at(r, i - 1);
	if (!(t->flags & TOKEN_SPACE) && !token_mark_in(before, MARKS_DOUBLE | MARKS_BRACKET_OPEN | MARK_BIT(MARK_SINGLE_OPEN)))
		return true;
	if (word_classes(r, i - 1) & AMOUNT_BIT(AMOUNT_NUMBERED))
		return true;
	if (!token_is_capital(before) || t->kind != TOKEN_NUMBER)
		return false;
	/* a name before it; at the beginning of a sentence, a word that is no common one */
	return !(token_classes(r->article->vocab, before) & (i - 1 > r->first ? CLOSED_CLASSES : CLOSED_CLASSES | LEX_BIT(LEX_COMMON_WORD)));
}

/* after_of steps over what tells a part from its whole: hundreds of people, 34 of the 101 seats. */
static uint32_t
after_of(const AmountReader *r, uint32_t i)
{
	const uint64_t pointing = LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_NUMBER_WORD);

	for (int n = 0; n < WORDS_AFTER_OF && i < r->last; n++, i++)
		if (token_at(r, i)->kind != TOKEN_NUMBER && !(token_classes(r->article->vocab, token_at(r, i)) & pointing))
			break;
	return i;
}

static void
set_outcome(NtAmount *amount, const NtToken *word)
{
	amount->outcome_start = word->start;
	amount->outcome_len = (uint8_t) (word->end - word->start < UINT8_MAX ? word->end - word->start : 0);
}

/* outcome_after finds what became of those counted, a few words on. */
static void
outcome_after(const AmountReader *r, uint32_t i, NtAmount *amount)
{
	bool		were = false;

	for (uint32_t n = 0; n < PIECES_TO_OUTCOME && i + n < r->last; n++)
	{
		uint64_t	classes = word_classes(r, i + n);

		if (classes & AMOUNT_BIT(AMOUNT_OUTCOME))
		{
			set_outcome(amount, token_at(r, i + n));
			return;
		}
		if (token_at(r, i + n)->kind != TOKEN_WORD)
			return;
		were |= (classes & AMOUNT_BIT(AMOUNT_WERE)) != 0;
		if (!were && n > 0)
			return;
	}
}

/* outcome_before finds it before the figure: killed at least 12 people. */
static void
outcome_before(const AmountReader *r, uint32_t figure, NtAmount *amount)
{
	for (uint32_t n = 1; n <= WORDS_FROM_OUTCOME && figure >= r->first + n; n++)
	{
		const NtToken *t = token_at(r, figure - n);

		if (t->kind != TOKEN_WORD || (word_classes(r, figure - n) & AMOUNT_BIT(AMOUNT_PARTICLE)))
			return;
		if (word_classes(r, figure - n) & AMOUNT_BIT(AMOUNT_OUTCOME))
		{
			set_outcome(amount, t);
			return;
		}
	}
}

bool
amount_what(const AmountReader *r, const AmountMatch *match, NtAmount *amount)
{
	uint32_t	first = match->next.token;
	uint32_t	last;
	bool		one = match->numbers == 1 && match->values == 0 && match->number[0].number.mantissa == 1 && match->number[0].number.exponent == 0;
	bool		year = match->numbers == 1 && match->values == 0 && match->number[0].year && amount->bounds == 0;

	if (match->next.token < r->last && match->next.byte != token_at(r, match->next.token)->start)
		return false;			/* 12th, 5G */
	if (is_numbered(r, match))
		return false;
	if (first < r->last && (word_classes(r, first) & AMOUNT_BIT(AMOUNT_OF)))
		first = after_of(r, first + 1);
	else if (first < r->last && (word_classes(r, first) & AMOUNT_BIT(AMOUNT_OUTCOME)) && !year)
	{
		set_outcome(amount, token_at(r, first));
		return true;
	}
	else if (first < r->last && (word_classes(r, first) & AMOUNT_BIT(AMOUNT_WERE)) && !year)
	{
		outcome_after(r, first, amount);	/* of those aboard, 58 were rescued */
		return amount->outcome_len > 0;
	}
	if (first < r->last && token_mark_in(token_at(r, first), MARKS_HYPHEN_OR_DASH | MARK_BIT(MARK_SLASH) | MARK_BIT(MARK_COLON)))
		return false;			/* 34-year-old, 5-2, 9/11, 10:30 */
	last = first;
	for (uint32_t i = first; i < r->last && i < first + WHAT_WORDS && is_plain(r, i); i++)
	{
		if (i > first && !(token_at(r, i)->flags & TOKEN_SPACE))
			break;
		if (is_plural(r, i) || (one && (word_classes(r, i) & AMOUNT_BIT(AMOUNT_ONE))))
			last = i + 1;
		else if (last > first || (word_classes(r, i) & AMOUNT_BIT(AMOUNT_NOT_COUNTED)))
			break;
	}
	if (last == first || !is_thing(r, first, last))
		return false;
	if (one && !(word_classes(r, last - 1) & AMOUNT_BIT(AMOUNT_ONE)))
		return false;
	if (year && !(word_classes(r, last - 1) & AMOUNT_BIT(AMOUNT_PLURAL)))
		return false;
	amount->what_start = token_at(r, first)->start;
	amount->what_end = token_at(r, last - 1)->end;
	outcome_after(r, last, amount);
	if (amount->outcome_len == 0)
		outcome_before(r, match->first, amount);
	return true;
}
