/*
 * signature.c -- what an article's words are, in 240 bytes, so that its copies
 * can be found among millions.
 *
 *     Fire crews   worked all    night to save the harbour.
 *     [fire crews worked] [crews worked all] [worked all night] ...
 *
 * Every three words in a row make a shingle (Broder 1997), of folded words of
 * the running text alone: marks, case, headlines, bylines, datelines, captions
 * and furniture count for nothing.  Shingles are hashed into 120 bins, each of
 * which keeps 16 bits of its least hash (one permutation hashing, Li, Owen and
 * Zhang 2012; bins that stay empty borrow, Shrivastava 2017).  The share of
 * equal bins estimates the Jaccard index J of two articles' shingles within
 * 0.05 or so.  From it and both numbers of shingles follows what an editor
 * asks: how much of the shorter article stands in the longer,
 *
 *     C = J (a + b) / ((1 + J) min(a, b))
 *
 * so that half a story is as much a copy as the whole.
 *
 * For an index two bins each make a key of 32 bits.  Articles of J = 0.25, half
 * a story with a new lead, share one of the 60 keys with a probability of
 * 0.98; of J = 0.33, 0.998; two articles that have nothing to do with each
 * other, of J = 0.001, with 6 in 100,000.
 */
#include "copy/signature.h"

#include <string.h>

#define EMPTY UINT32_MAX
#define BORROW_TRIES 64

/* bin_of spreads a hash over the bins by its high half. */
static uint32_t
bin_of(uint64_t hash)
{
	return (uint32_t) (((hash >> 32) * SIGNATURE_BINS) >> 32);
}

static void
add_shingle(uint32_t least[SIGNATURE_BINS], const uint32_t words[3])
{
	uint64_t	hash = PHRASE_HASH_SEED;
	uint32_t	bin;

	for (int i = 0; i < 3; i++)
		hash = phrase_hash_add(hash, words[i]);
	bin = bin_of(hash);
	if ((uint32_t) hash < least[bin])
		least[bin] = (uint32_t) hash;
}

/* short_of makes 16 bits of a least hash, which alone has mostly noughts. */
static uint16_t
short_of(uint32_t least)
{
	return (uint16_t) (vocab_hash_mix(least * UINT64_C(0x9fb21c651e98df25)) >> 48);
}

/* borrowed finds the bin that lends an empty one its value. */
static uint16_t
borrowed(const uint32_t least[SIGNATURE_BINS], uint32_t bin)
{
	for (uint64_t attempt = 1; attempt <= BORROW_TRIES; attempt++)
	{
		uint32_t	lender = bin_of(vocab_hash_mix((bin + 1) * UINT64_C(0x9e3779b97f4a7c15) + attempt));

		if (least[lender] != EMPTY)
			return short_of(least[lender]);
	}
	return 0;
}

bool
signature_of(const NtArticle *article, NtSignature *signature)
{
	uint32_t	least[SIGNATURE_BINS];
	uint32_t	words[3] = {0};
	uint32_t	n = 0;

	memset(least, 0xFF, sizeof(least));
	memset(signature, 0, sizeof(*signature));
	for (uint32_t s = 0; s < article->sections.n; s++)
	{
		const NtSection *section = &article->sections.at[s];

		if (section->kind != SECTION_PARAGRAPH)
			continue;
		for (uint32_t i = section->first; i < section->last; i++)
		{
			const NtToken *t = &article->tokens.at[i];

			nt_tick(article->cx);
			if (t->kind != TOKEN_WORD && t->kind != TOKEN_NUMBER && t->kind != TOKEN_ALNUM)
				continue;
			words[0] = words[1];
			words[1] = words[2];
			words[2] = t->hash;
			if (++n >= 3)
				add_shingle(least, words);
		}
	}
	if (n < SIGNATURE_LEAST + 2)
		return false;
	signature->shingles = n - 2;
	for (uint32_t bin = 0; bin < SIGNATURE_BINS; bin++)
		signature->bins[bin] = least[bin] != EMPTY ? short_of(least[bin]) : borrowed(least, bin);
	return true;
}

int
signature_similarity(const NtSignature *a, const NtSignature *b)
{
	uint64_t	shorter = a->shingles < b->shingles ? a->shingles : b->shingles;
	uint64_t	both = (uint64_t) a->shingles + b->shingles;
	uint64_t	equal = 0;
	uint64_t	share;

	for (int i = 0; i < SIGNATURE_BINS; i++)
		equal += a->bins[i] == b->bins[i];
	if (shorter == 0)
		return 0;
	share = 1000 * equal * both / ((SIGNATURE_BINS + equal) * shorter);
	return share > 1000 ? 1000 : (int) share;
}

void
signature_keys(const NtSignature *signature, int32_t keys[SIGNATURE_KEYS])
{
	for (uint32_t i = 0; i < SIGNATURE_KEYS; i++)
	{
		uint64_t	pair = (uint64_t) signature->bins[2 * i] << 16 | signature->bins[2 * i + 1];

		keys[i] = (int32_t) (vocab_hash_mix((pair << 8 | i) * UINT64_C(0x9fb21c651e98df25)) >> 32);
	}
}
