/*
 * amount_number.c -- reads figures, numbers in words, and their scales.
 *
 *     1,200    1.2    1,00,000    2,6 million    120 000    twenty-four
 *     1.2 billion    5 lakh    69.8-million    three and a half million
 *
 * Figures are exact: a mantissa of at most 18 digits and a power of ten.  What
 * is longer is no amount.
 */
#include "amount/amount.h"

#include "base/ascii.h"

#define DIGITS_MAX 18
#define EXPONENT_MAX 60			/* a trillion trillions of trillions */
#define NUMBER_PIECES 12		/* of the longest number in words */

static const int64_t powers[] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
	10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000,
	1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000
};

bool
decimal_scale(NtDecimal *d, int tens)
{
	d->exponent += tens;
	return d->exponent <= EXPONENT_MAX && d->exponent >= -EXPONENT_MAX;
}

/* align writes both with the smaller exponent; false: they do not fit. */
static bool
align(NtDecimal *a, NtDecimal *b)
{
	NtDecimal  *coarse = a->exponent > b->exponent ? a : b;
	int			exponent = a->exponent > b->exponent ? b->exponent : a->exponent;
	int			by = coarse->exponent - exponent;

	if (coarse->mantissa == 0)
		by = 0;
	if (by > DIGITS_MAX || coarse->mantissa > INT64_MAX / powers[by] || coarse->mantissa < -(INT64_MAX / powers[by]))
		return false;
	coarse->mantissa *= powers[by];
	coarse->exponent = exponent;
	return true;
}

static bool
decimal_add(NtDecimal *d, NtDecimal other)
{
	if (!align(d, &other) || d->mantissa > INT64_MAX - other.mantissa)
		return false;
	d->mantissa += other.mantissa;
	return true;
}

/* decimal_compare orders two numbers; of those too far apart the exponent decides. */
int
decimal_compare(NtDecimal a, NtDecimal b)
{
	if (align(&a, &b))
		return a.mantissa < b.mantissa ? -1 : a.mantissa > b.mantissa;
	return a.exponent < b.exponent ? -1 : 1;
}

static int
digits_at(const char *p, const char *end)
{
	int			n = 0;

	while (p + n < end && ascii_is_digit(p[n]))
		n++;
	return n;
}

/* take_digits appends digits to a number; false: too many. */
static bool
take_digits(NtDecimal *d, const char *p, int n)
{
	for (int i = 0; i < n; i++)
	{
		if (d->mantissa >= powers[DIGITS_MAX - 1])
			return false;
		d->mantissa = d->mantissa * 10 + (p[i] - '0');
	}
	return true;
}

/*
 * read_figure reads the figure at p and returns its end, NULL when it is too
 * long.  Groups of three (or, in South Asia, two) are joined over commas, and
 * over spaces when spaced; a comma before one or two last digits is a decimal one.
 */
static const char *
read_figure(const char *p, const char *end, bool spaced, NtDecimal *d, int *digits)
{
	int			n = digits_at(p, end);
	bool		grouped = false;

	d->mantissa = 0;
	d->exponent = 0;
	*digits = n;
	if (!take_digits(d, p, n))
		return NULL;
	p += n;
	if (n <= 3)
	{
		for (;;)
		{
			char		separator = p < end ? *p : '\0';
			int			group = p < end ? digits_at(p + 1, end) : 0;

			if (!((separator == ',' && (group == 3 || (group == 2 && p + 3 < end && p[3] == ',' && digits_at(p + 4, end) >= 2))) ||
				  (separator == ' ' && spaced && group == 3)))
				break;
			if (!take_digits(d, p + 1, group))
				return NULL;
			p += 1 + group;
			*digits += group;
			grouped = true;
		}
	}
	if (p + 1 < end && (*p == '.' || (*p == ',' && !grouped && n <= 3 && digits_at(p + 1, end) <= 2)))
	{
		int			fraction = digits_at(p + 1, end);

		if (fraction > 0 && !(p + 1 + fraction < end && p[1 + fraction] == '.' && digits_at(p + 2 + fraction, end) > 0))
		{
			if (!take_digits(d, p + 1, fraction))
				return NULL;
			d->exponent = -fraction;
			p += 1 + fraction;
		}
	}
	return p;
}

/* place_after returns the place of the first token byte at or after a byte. */
static AmountPlace
place_after(const AmountReader *r, uint32_t token, uint32_t byte)
{
	while (token < r->last && r->tokens[token].end <= byte)
		token++;
	if (token < r->last && r->tokens[token].start < byte)
		return (AmountPlace) {token, byte};
	return amount_place(r, token);
}

/* word_of finds the sense of that class among those of the one piece at a place. */
static bool
word_of(const AmountReader *r, AmountPlace at, int class, int32_t *value, AmountPiece *piece)
{
	const NtAmountPhrase *phrase;

	if (!amount_piece(r, at, piece))
		return false;
	phrase = amount_phrase_find(r->grammar, phrase_hash_add(PHRASE_HASH_SEED, piece->hash));
	for (int i = 0; phrase != NULL && i < phrase->senses; i++)
		if (r->grammar->senses[phrase->sense + i].class == class)
		{
			*value = r->grammar->senses[phrase->sense + i].value;
			return true;
		}
	return false;
}

/* after_hyphen steps over a hyphen that touches both sides. */
static AmountPlace
after_hyphen(const AmountReader *r, AmountPlace at)
{
	AmountPiece piece;
	int32_t		value;

	if (amount_touches(r, at) && word_of(r, at, AMOUNT_HYPHEN, &value, &piece) && amount_touches(r, piece.next))
		return piece.next;
	return at;
}

/* and_a_half steps over "and a half" when a scale or a unit follows. */
static void
and_a_half(const AmountReader *r, AmountSense *num)
{
	AmountPiece piece;
	int32_t		value;

	if (word_of(r, num->next, AMOUNT_AND, &value, &piece) && word_of(r, piece.next, AMOUNT_A, &value, &piece) &&
		word_of(r, piece.next, AMOUNT_HALF, &value, &piece) && decimal_add(&num->number, (NtDecimal) {5, -1}))
	{
		num->end = piece.end;
		num->next = piece.next;
	}
}

/* take_scales multiplies by the scales that follow: 1.2 hundred thousand million. */
static void
take_scales(const AmountReader *r, AmountSense *num)
{
	AmountPiece piece;
	int32_t		tens;

	for (int i = 0; i < 2; i++)
	{
		AmountPlace at = after_hyphen(r, num->next);

		if (!word_of(r, at, AMOUNT_SCALE, &tens, &piece) || !decimal_scale(&num->number, tens))
			return;
		num->scaled = true;
		num->end = piece.end;
		num->next = piece.next;
	}
}

/*
 * words_at reads a number that is written out: two hundred and ten.  Scales are
 * left to take_scales, so that "two million, three thousand" is two numbers.
 */
static bool
words_at(const AmountReader *r, AmountPlace at, AmountSense *num)
{
	int64_t		total = 0;
	int			pieces = 0;
	AmountPiece piece;
	int32_t		value;

	while (pieces < NUMBER_PIECES && word_of(r, at, AMOUNT_NUMBER, &value, &piece))
	{
		AmountPiece and;
		int32_t		unused;

		if (value == 100 && total > 0 && total < 100)
			total *= 100;
		else if (pieces == 0 || (total % 100 == 0 && value < 100) || (total % 10 == 0 && total % 100 >= 20 && value < 10))
			total += value;
		else
			break;
		pieces++;
		num->end = piece.end;
		num->next = piece.next;
		at = after_hyphen(r, piece.next);
		if (total % 100 == 0 && word_of(r, at, AMOUNT_AND, &unused, &and) && word_of(r, and.next, AMOUNT_NUMBER, &value, &piece))
			at = and.next;
	}
	num->number = (NtDecimal) {total, 0};
	return pieces > 0;
}

int
amount_numbers(const AmountReader *r, AmountPlace at, AmountSense *senses, int n)
{
	AmountSense num = {.class = AMOUNT_NUM};
	const char *end = r->text + r->tokens[r->last - 1].end;

	if (n + 2 > AMOUNT_SENSES)
		return n;
	if (amount_begins_figure(r, at))
	{
		bool		spaced = at.byte > r->tokens[at.token].start || amount_touches(r, at);
		int			digits;
		const char *after = read_figure(r->text + at.byte, end, spaced, &num.number, &digits);

		if (after == NULL)
			return n;
		num.end = (uint32_t) (after - r->text);
		num.next = place_after(r, at.token, num.end);
		num.year = after - (r->text + at.byte) == 4 && digits == 4 &&
			num.number.mantissa >= 1900 && num.number.mantissa < 2100;
		senses[n] = num;
		senses[n].class = AMOUNT_FIGURE;
		n++;
	}
	else if (!words_at(r, at, &num))
		return n;
	and_a_half(r, &num);
	take_scales(r, &num);
	senses[n++] = num;
	return n;
}
