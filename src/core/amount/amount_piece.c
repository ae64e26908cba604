/*
 * amount_piece.c -- cuts tokens into the pieces that amounts are made of, and
 * finds what each can be.
 *
 *     R7 million     [R] 7 [million]          a sign, a figure, a scale
 *     1.2bn          1.2 [bn]
 *     HK$20          [HK] [$] 20              one sign of two pieces
 *     per cent       [per] [cent]             one unit of two pieces
 *
 * The tokenizer cuts for names and dates; here letters and digits are told
 * apart inside its words.  Phrases are found by the hash of their pieces, the
 * longest first, with one look-up a piece.
 */
#include "amount/amount.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <string.h>

#define LETTERS_MAX 24			/* bytes of a run of letters beside a digit; longer ones are no unit */

AmountPlace
amount_place(const AmountReader *r, uint32_t token)
{
	AmountPlace at = {token, token < r->last ? r->tokens[token].start : 0};

	return at;
}

bool
amount_begins_figure(const AmountReader *r, AmountPlace at)
{
	return at.token < r->last && ascii_is_digit(r->text[at.byte]);
}

bool
amount_touches(const AmountReader *r, AmountPlace at)
{
	return at.token < r->last &&
		(at.byte > r->tokens[at.token].start || !(r->tokens[at.token].flags & TOKEN_SPACE));
}

/* letters_hash returns what the tokenizer would give these letters as a word. */
static uint32_t
letters_hash(const char *letters, size_t len)
{
	char		folded[UTF8_FOLD_ROOM(LETTERS_MAX)];

	return (uint32_t) (vocab_hash(folded, utf8_fold(letters, len, folded)) >> 32);
}

bool
amount_piece(const AmountReader *r, AmountPlace at, AmountPiece *piece)
{
	const NtToken *t = &r->tokens[at.token];
	uint32_t	end = at.byte;

	if (at.token >= r->last || ascii_is_digit(r->text[at.byte]))
		return false;
	piece->start = at.byte;
	piece->next = amount_place(r, at.token + 1);
	if (t->kind == TOKEN_PUNCT || t->kind == TOKEN_SYMBOL)
	{
		piece->end = t->end;
		piece->hash = amount_token_hash(t);
		return true;
	}
	while (end < t->end && !ascii_is_digit(r->text[end]))
		end++;
	piece->end = end;
	if (end == t->end && at.byte == t->start)
	{
		piece->hash = amount_token_hash(t);
		return true;
	}
	if (end - at.byte > LETTERS_MAX)
		return false;
	piece->hash = letters_hash(r->text + at.byte, end - at.byte);
	if (end < t->end)
		piece->next = (AmountPlace) {at.token, end};
	return true;
}

/* written_so tells whether a short sign is written as it must be. */
static bool
written_so(const AmountReader *r, const NtAmountSense *sense, uint32_t start, uint32_t end)
{
	char		c = r->text[start];

	switch (sense->spelling)
	{
		case AMOUNT_CAPITAL:
			return c >= 'A' && c <= 'Z';
		case AMOUNT_SMALL:
			return c >= 'a' && c <= 'z';
		case AMOUNT_UPPER:
			for (uint32_t i = start; i < end; i++)
				if (ascii_is_small(r->text[i]))
					return false;
			return true;
		default:
			return true;
	}
}

static int
add_phrase(const AmountReader *r, const NtAmountPhrase *phrase, uint32_t start, const AmountPiece *last,
		   AmountSense *senses, int n)
{
	for (int i = 0; i < phrase->senses && n < AMOUNT_SENSES; i++)
	{
		const NtAmountSense *sense = &r->grammar->senses[phrase->sense + i];

		if (!written_so(r, sense, start, last->end))
			continue;
		memset(&senses[n], 0, sizeof(senses[n]));
		senses[n].class = sense->class;
		senses[n].unit = sense->unit;
		senses[n].value = sense->value;
		senses[n].end = last->end;
		senses[n].next = last->next;
		n++;
	}
	return n;
}

int
amount_senses(const AmountReader *r, AmountPlace at, AmountSense senses[AMOUNT_SENSES])
{
	AmountPiece piece;
	const NtAmountPhrase *phrase;
	uint64_t	hash = PHRASE_HASH_SEED;
	uint32_t	start;
	int			longest;
	int			n = 0;

	if (at.token >= r->last)
		return 0;
	if (amount_begins_figure(r, at))
		return amount_numbers(r, at, senses, 0);
	if (!amount_piece(r, at, &piece))
		return 0;
	start = piece.start;
	hash = phrase_hash_add(hash, piece.hash);
	phrase = amount_phrase_find(r->grammar, hash);
	if (phrase == NULL)
		return 0;
	longest = phrase->longest;
	n = add_phrase(r, phrase, start, &piece, senses, n);
	for (int i = 0, words = n; i < words; i++)
		if (senses[i].class == AMOUNT_NUMBER)
		{
			n = amount_numbers(r, at, senses, n);
			break;
		}
	for (int pieces = 2; pieces <= longest && amount_piece(r, piece.next, &piece); pieces++)
	{
		hash = phrase_hash_add(hash, piece.hash);
		phrase = amount_phrase_find(r->grammar, hash);
		if (phrase != NULL)
			n = add_phrase(r, phrase, start, &piece, senses, n);
	}
	return n;
}

uint64_t
amount_phrase_classes(const AmountReader *r, uint32_t first, uint32_t last)
{
	uint64_t	hash = PHRASE_HASH_SEED;
	uint64_t	classes = 0;
	const NtAmountPhrase *phrase;

	for (uint32_t i = first; i < last; i++)
		hash = phrase_hash_add(hash, amount_token_hash(&r->tokens[i]));
	phrase = amount_phrase_find(r->grammar, hash);
	if (phrase != NULL)
		for (int i = 0; i < phrase->senses; i++)
			classes |= AMOUNT_BIT(r->grammar->senses[phrase->sense + i].class);
	return classes;
}
