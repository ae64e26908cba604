/*
 * dateline.c -- the day an article gives for itself.
 *
 * A dateline is anchored by a whole date or not at all: a day of a month and
 * a year, in one of the orders news is written in.
 *
 *     Apr 25, 2025 9:41 PM       month day year
 *     Thursday, 5 February 2026  day month year
 *     LONDON 1996-08-30          ISO 8601
 *
 * Numbers alone ("4/5/25") do not say which is the month, so they anchor
 * nothing.
 */
#include "text/dateline.h"

#include "base/ascii.h"
#include "base/calendar.h"

#define MIN_YEAR 1500			/* a number below is a day, an hour, a count */
#define MAX_YEAR 2199

/* number_at returns the whole number a token is (24 for "24th"), or -1. */
static int
number_at(const NtArticle *a, uint32_t i)
{
	const NtToken *t = &a->tokens.at[i];
	int			value = 0;
	uint32_t	p = t->start;

	if (t->kind != TOKEN_NUMBER && t->kind != TOKEN_ALNUM)
		return -1;
	for (; p < t->end && p < t->start + 5 && ascii_is_digit(a->text[p]); p++)
		value = value * 10 + (a->text[p] - '0');
	if (t->kind == TOKEN_ALNUM && t->end - p != 2)
		return -1;
	return p == t->end || t->kind == TOKEN_ALNUM ? value : -1;
}

static bool
is_year(int number)
{
	return number >= MIN_YEAR && number <= MAX_YEAR;
}

static uint32_t
skip_mark(const NtArticle *a, uint32_t i, uint32_t last)
{
	return i < last && (token_is_mark(&a->tokens.at[i], MARK_COMMA) || token_is_mark(&a->tokens.at[i], MARK_STOP)) ? i + 1 : i;
}

/* dateline_day returns the first whole date in tokens [first, last), or NT_DAY_NONE. */
NtDay
dateline_day(const NtArticle *a, uint32_t first, uint32_t last)
{
	const NtVocab *vocab = article_vocab(a);

	for (uint32_t i = first; i < last; i++)
	{
		const NtToken *t = &a->tokens.at[i];
		int			year = number_at(a, i);
		NtDay		day = NT_DAY_NONE;

		if (token_is(vocab, t, LEX_MONTH))
		{
			int			month = vocab->words[t->word].value;
			uint32_t	next = skip_mark(a, i + 1, last);
			int			after = next < last ? number_at(a, next) : -1;
			int			before = i > first ? number_at(a, i - 1) : -1;

			if (after >= 1 && after <= 31)
			{
				next = skip_mark(a, next + 1, last);
				if (next < last && is_year(number_at(a, next)))
					day = calendar_day(number_at(a, next), month, after);
			}
			else if (is_year(after) && before >= 1 && before <= 31)
				day = calendar_day(after, month, before);
		}
		else if (is_year(year) && i + 4 < last &&
				 token_is_mark(&a->tokens.at[i + 1], MARK_HYPHEN) && token_is_mark(&a->tokens.at[i + 3], MARK_HYPHEN))
			day = calendar_day(year, number_at(a, i + 2), number_at(a, i + 4));
		if (day != NT_DAY_NONE)
			return day;
	}
	return NT_DAY_NONE;
}
