/*
 * date_number.c -- what a number can be in a time expression.
 *
 *     12           a count, a day, a month, an hour, a minute
 *     2025         a count, a year, 20:25 hours
 *     1,200        a count
 *     9.30         half past nine, nine and three tenths
 *     25.04.2025   a day, as 2025.04.25
 *     1.5 million  a count, of two tokens
 *     24th 1990s 9pm 90s 3Q
 *     twenty-four  a count, of three tokens
 *     nineteen ninety-six    a year
 *
 * Which of these it is, the rule that matches decides.
 */
#include "date/date_sense.h"

#include "base/ascii.h"

#define NUMBER_TOKENS 12		/* tokens of the longest number in words */
#define ALNUM_LETTERS 6			/* behind digits; no ending is as long */

/* small_number reads at most nine digits, passing over commas; -1: no such number. */
static int64_t
small_number(const char *p, const char *end)
{
	int64_t		n = 0;
	int			digits = 0;

	for (; p < end; p++)
	{
		if (*p == ',')
			continue;
		if (*p < '0' || *p > '9' || ++digits > 9)
			return -1;
		n = n * 10 + (*p - '0');
	}
	return digits > 0 ? n : -1;
}

/* number_word returns the value of a word of that class, -1 for none. */
static int32_t
number_word(const NtDateMatcher *m, uint32_t token, uint16_t class)
{
	const NtToken *t = &m->tokens[token];
	const NtDateWord *w;

	if (t->kind != TOKEN_WORD)
		return -1;
	w = &m->grammar->words[m->vocab->words[t->word].date];
	for (uint32_t i = 0; i < w->senses; i++)
		if (m->grammar->senses[w->sense + i].class == class)
			return m->grammar->senses[w->sense + i].value;
	return -1;
}

/*
 * A number with dots: 25.04.2025, 9.30, 3.5, 1.5 million (scale, 0 for none).
 */
static void
dotted_senses(DateSenses *list, const char *p, const char *end, int32_t scale)
{
	int64_t		part[3];
	int			digits[3] = {0};
	int			n = 0;

	part[0] = 0;
	for (; p < end; p++)
	{
		if (*p == '.')
		{
			if (++n > 2)
				return;
			part[n] = 0;
			continue;
		}
		if (*p < '0' || *p > '9' || ++digits[n] > 4)
			return;
		part[n] = part[n] * 10 + (*p - '0');
	}
	if (n == 2 && part[0] >= 1 && part[0] <= 31 && part[1] >= 1 && part[1] <= 12 &&
		digits[0] <= 2 && digits[1] <= 2 && digits[2] == 4)
		date_add_sense(list, CLASS_DMY, (int32_t) (part[0] * 1000000 + part[1] * 10000 + part[2]), 1);
	if (n == 2 && digits[0] == 4 && digits[1] == 2 && digits[2] == 2 && part[0] >= 1000 && part[1] >= 1 && part[1] <= 12 &&
		part[2] >= 1 && part[2] <= 31)
		date_add_sense(list, CLASS_YMD, (int32_t) (part[0] * 10000 + part[1] * 100 + part[2]), 1);
	if (n == 1 && scale > 0)
	{
		/* 1.5 million */
		int64_t		hundredths = part[0] * 100 + (digits[1] == 1 ? part[1] * 10 : part[1]);

		if (digits[1] <= 2 && hundredths * scale / 100 <= 999999999)
			date_add_sense(list, CLASS_NUM, (int32_t) (hundredths * scale / 100), 2);
	}
	else if (n == 1)
	{
		if (digits[1] == 2 && part[0] <= 24 && part[1] <= 59)
			date_add_sense(list, CLASS_DOT_CLOCK, (int32_t) (part[0] * 100 + part[1]), 1);
		if (digits[1] <= 2)
			date_add_sense(list, CLASS_DECIMAL,
					  (int32_t) (part[0] * 100 + (digits[1] == 1 ? part[1] * 10 : part[1])), 1);
	}
}

/* date_number_senses: digits, with inner commas or a stop. */
void
date_number_senses(NtDateMatcher *m, uint32_t token, DateSenses *list)
{
	const NtToken *t = &m->tokens[token];
	const char *p = m->text + t->start;
	const char *end = m->text + t->end;
	int			len = (int) (end - p);
	bool		comma = false;
	int64_t		n;

	for (const char *q = p; q < end; q++)
	{
		if (*q == '.')
		{
			int32_t		scale = token + 1 < m->last ? number_word(m, token + 1, CLASS_NUMBER_WORD) : -1;

			dotted_senses(list, p, end, scale >= 1000 ? scale : 0);
			return;
		}
		comma |= *q == ',';
	}
	n = small_number(p, end);
	if (n < 0)
		return;
	if (token + 1 < m->last && number_word(m, token + 1, CLASS_NUMBER_WORD) >= 1000)
	{
		int64_t		scaled = n * number_word(m, token + 1, CLASS_NUMBER_WORD);

		if (scaled <= 999999999)
			date_add_sense(list, CLASS_NUM, (int32_t) scaled, 2);
		return;
	}
	date_add_sense(list, CLASS_NUM, (int32_t) n, 1);
	if (comma)
		return;
	if (len == 3 && n >= 100)
		date_add_sense(list, CLASS_EARLY_YEAR, (int32_t) n, 1);
	if (len == 4 && n >= 1000 && n < 3000)
		date_add_sense(list, CLASS_YEAR, (int32_t) n, 1);
	if (len == 4 && n % 100 < 60 && n <= 2400)
		date_add_sense(list, CLASS_MILITARY, (int32_t) n, 1);
	if (len == 8 && n >= 10000101)
		date_add_sense(list, CLASS_YMD, (int32_t) n, 1);
	if (len > 2)
		return;
	if (n >= 1 && n <= 31)
	{
		date_add_sense(list, CLASS_DAY, (int32_t) n, 1);
		date_add_sense(list, CLASS_DAY_OF_MONTH, (int32_t) n, 1);
	}
	if (n >= 1 && n <= 12)
		date_add_sense(list, CLASS_MONTH_NUMBER, (int32_t) n, 1);
	if (n <= 24)
		date_add_sense(list, CLASS_HOUR, (int32_t) n, 1);
	if (len == 2)
	{
		date_add_sense(list, CLASS_TWO_DIGITS, (int32_t) n, 1);
		if (n <= 59)
			date_add_sense(list, CLASS_MINUTE, (int32_t) n, 1);
	}
}

/* clock_senses: 9pm, 9.30pm, 0930am, and the minutes of 9:30pm. */
static void
clock_senses(DateSenses *list, int64_t n, int digits, int64_t dotted, int32_t pm)
{
	int64_t		hour = dotted >= 0 || digits <= 2 ? n : n / 100;
	int64_t		minute = dotted >= 0 ? dotted : digits <= 2 ? 0 : n % 100;

	if (digits <= 4 && hour >= 1 && hour <= 12 && minute <= 59)
		date_add_sense(list, CLASS_CLOCK_AMPM, (int32_t) ((hour % 12 + (pm ? 12 : 0)) * 100 + minute), 1);
	if (digits == 2 && dotted < 0 && n <= 59)
		date_add_sense(list, CLASS_MINUTE_AMPM, (int32_t) (n * 10 + pm), 1);
}

/* ending_senses adds what a number of so many digits means with an ending of a class: 24th, 1990s, 3Q */
static void
ending_senses(DateSenses *list, int class, int32_t n, int digits)
{
	switch (class)
	{
		case CLASS_ORDINAL_END:
			date_add_sense(list, CLASS_ORDINAL, n, 1);
			if (n >= 1 && n <= 31)
			{
				date_add_sense(list, CLASS_DAY_OF_MONTH, n, 1);
				date_add_sense(list, CLASS_DAYTH, n, 1);
			}
			break;
		case CLASS_DECADE_END:
			if (digits == 4 && n >= 1000 && n < 2200 && n % 10 == 0)
				date_add_sense(list, CLASS_DECADE, n / 10, 1);
			else if (digits == 2 && n % 10 == 0)
				date_add_sense(list, CLASS_YEARS_OF, n / 10, 1);
			break;
		case CLASS_QUARTER_END:
			if (digits == 1 && n >= 1 && n <= 4)
				date_add_sense(list, CLASS_QUARTER_NUM, n, 1);
			break;
		case CLASS_HALF_END:
			if (digits == 1 && n >= 1 && n <= 2)
				date_add_sense(list, CLASS_HALF_NUM, n, 1);
			break;
		case CLASS_ZULU_END:
			if (digits == 2 && n <= 60)
				date_add_sense(list, CLASS_SECOND_Z, n, 1);
			break;
	}
}

/*
 * date_alnum_senses: digits and letters that touch: 24th, 1990s, 9pm, 9.30pm,
 * 3Q, 25T21.  What the letters mean stands in data/en/dates/words.txt.
 */
void
date_alnum_senses(NtDateMatcher *m, uint32_t token, DateSenses *list)
{
	const NtToken *t = &m->tokens[token];
	const char *p = m->text + t->start;
	const char *end = m->text + t->end;
	const char *q = p;
	const char *letters;
	char		tail[ALNUM_LETTERS];
	size_t		len = 0;
	int64_t		n;
	int64_t		dotted = -1;
	int			digits;
	const NtDateWord *w;

	while (q < end && ascii_is_digit(*q))
		q++;
	digits = (int) (q - p);
	n = small_number(p, q);
	if (end - q > 3 && *q == '.' && ascii_is_digit(q[1]) && ascii_is_digit(q[2]))
	{
		dotted = (q[1] - '0') * 10 + q[2] - '0';
		q += 3;
	}
	letters = q;
	while (q < end && len < ALNUM_LETTERS && (*q < '0' || *q > '9'))
		tail[len++] = (char) (*q >= 'A' && *q <= 'Z' ? *q | 0x20 : *q), q++;
	if (n < 0 || len == 0 || len == ALNUM_LETTERS || end - q > 2)
		return;
	w = &m->grammar->words[m->vocab->words[vocab_lookup(m->vocab, tail, len)].date];
	for (uint32_t i = 0; i < w->senses; i++)
	{
		const NtDateSense *s = &m->grammar->senses[w->sense + i];

		if (q < end || dotted >= 0)
		{
			/* 25T21 */
			if (s->class == CLASS_DAY_END && digits == 2 && n <= 31 && end - q == 2 && q == letters + 1)
				date_add_sense(list, CLASS_DAY_T_HOUR, (int32_t) (n * 100 + (q[0] - '0') * 10 + q[1] - '0'), 1);
			else if (s->class == CLASS_AMPM && q == end && digits <= 2)
				clock_senses(list, n, digits, dotted, s->value);
			continue;
		}
		if (s->class == CLASS_AMPM)
			clock_senses(list, n, digits, dotted, s->value);
		else
			ending_senses(list, s->class, (int32_t) n, digits);
	}
}

/* A number that is written out, as far as it has been read. */
typedef struct WrittenNumber
{
	int64_t		total;			/* thousands and more */
	int64_t		current;
	int64_t		century;		/* nineteen, in nineteen ninety-eight */
} WrittenNumber;

/* take_word takes a number word into a number; false: it is another number's. */
static bool
take_word(WrittenNumber *w, int32_t word)
{
	if (word >= 1000)
	{
		if (w->total > 0 || w->current == 0)
			return false;
		w->total = w->current * word;
		w->current = 0;
	}
	else if (word == 100)
	{
		if (w->current >= 100 || w->current == 0)
			return false;
		w->current *= 100;
	}
	else if (w->current % 100 == 0 || (w->current % 10 == 0 && w->current % 100 >= 20 && word < 10))
		w->current += word;
	else if (w->total == 0 && w->century == 0 && w->current >= 10 && w->current <= 20 && word >= 10)
	{
		w->century = w->current;
		w->current = word;
	}
	else
		return false;
	return true;
}

/* leads_on tells whether a hyphen that touches, or "and" after a hundred, leads on to a number word. */
static bool
leads_on(NtDateMatcher *m, uint32_t i, const WrittenNumber *w)
{
	return i + 1 < m->last &&
		((token_is_mark(&m->tokens[i], MARK_HYPHEN) && !(m->tokens[i].flags & TOKEN_SPACE) && !(m->tokens[i + 1].flags & TOKEN_SPACE)) ||
		 (w->current % 100 == 0 && date_matcher_is(m, i, CLASS_AND))) &&
		(number_word(m, i + 1, CLASS_NUMBER_WORD) >= 0 || number_word(m, i + 1, CLASS_ORDINAL_WORD) >= 0);
}

/*
 * date_number_words reads a number that is written out, from a token that is a
 * number word, and adds it as NUM, or ORDINAL, and as YEAR where it reads so:
 *
 *     two hundred and ten    nineteen ninety-eight    twenty-first
 */
void
date_number_words(NtDateMatcher *m, uint32_t token, DateSenses *list)
{
	WrittenNumber w = {0, 0, 0};
	uint32_t	i = token;
	uint32_t	end = token;
	bool		ordinal = false;
	int64_t		n;

	while (i < m->last && i - token < NUMBER_TOKENS && !ordinal)
	{
		int32_t		word = number_word(m, i, CLASS_NUMBER_WORD);
		bool		is_ordinal = word < 0 && (word = number_word(m, i, CLASS_ORDINAL_WORD)) >= 0;

		if (word < 0 || !take_word(&w, word))
			break;
		end = ++i;
		ordinal = is_ordinal;
		if (!ordinal && leads_on(m, i, &w))
			i++;
	}
	n = w.total + w.current;
	if (end == token || n > 999999999)
		return;
	if (ordinal)
	{
		if (w.century == 0)
			date_add_sense(list, CLASS_ORDINAL, (int32_t) n, end - token);
		if (w.century == 0 && w.total == 0 && n >= 1 && n <= 31)
			date_add_sense(list, CLASS_DAY_OF_MONTH, (int32_t) n, end - token);
		return;
	}
	if (w.century > 0)
	{
		date_add_sense(list, CLASS_YEAR, (int32_t) (w.century * 100 + w.current), end - token);
		return;
	}
	date_add_sense(list, CLASS_NUM, (int32_t) n, end - token);
	if (end - token > 1 && n >= 1100 && n < 2100)
		date_add_sense(list, CLASS_YEAR, (int32_t) n, end - token);
}
