/*
 * saying.c -- the same words elsewhere.
 *
 *     “We will rebuild the harbour, stone by stone, and we will do it this year.”
 *     “We will rebuild the harbour [of Halvern] … and we will do it this year”
 *
 * Quotes are compared by pairs of neighbouring words, folded, without marks and
 * without what an editor put in brackets: of the shorter quote's pairs, how
 * many has the longer?  One changed word costs two pairs, a cut costs one.
 *
 * For an index, every three words in a row are a key; the same words are only
 * said where at least three in a row agree, so that an index finds all that a
 * scan finds.
 */
#include "copy/saying.h"

#include "common/hashfn.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "query/query_word.h"
#include "type/value.h"

#define SHINGLE 3				/* words a key is made of */

/* outside_brackets copies a text without what stands in square brackets. */
static NewsBytes
outside_brackets(NewsBytes text)
{
	char	   *out = palloc_extended(text.len + 1, MCXT_ALLOC_HUGE);
	int			len = 0;
	int			depth = 0;

	for (const char *p = text.at; p < text.at + text.len;)
	{
		int			n = pg_mblen(p);

		n = Min(n, (int) (text.at + text.len - p));
		if (*p == '[')
			depth++;
		if (depth == 0)
		{
			memcpy(out + len, p, n);
			len += n;
		}
		if (*p == ']' && depth > 0)
		{
			depth--;
			out[len++] = ' ';
		}
		p += n;
	}
	return (NewsBytes) {out, len};
}

void
saying_read(NewsBytes text, Saying *out)
{
	NewsBytes	words = outside_brackets(text);
	WordScan	scan;
	int			room = 16;

	out->n = 0;
	out->words = palloc(room * sizeof(uint32));
	word_scan(&scan, words.at, words.len);
	while (word_next(&scan))
	{
		CHECK_FOR_INTERRUPTS();
		if (out->n == room)
		{
			room *= 2;
			out->words = repalloc_huge(out->words, room * sizeof(uint32));
		}
		out->words[out->n++] = hash_bytes((const unsigned char *) scan.word, scan.len);
	}
}

static uint64 *
sorted_pairs(const Saying *s)
{
	uint64	   *pairs = palloc_extended(s->n * sizeof(uint64), MCXT_ALLOC_HUGE);

	for (int i = 0; i + 1 < s->n; i++)
		pairs[i] = (uint64) s->words[i] << 32 | s->words[i + 1];
	qsort(pairs, s->n - 1, sizeof(uint64), news_uint64_order);
	return pairs;
}

double
saying_similarity(const Saying *a, const Saying *b)
{
	uint64	   *x;
	uint64	   *y;
	int			i = 0;
	int			k = 0;
	int			both = 0;

	if (a->n == 0 || b->n == 0)
		return 0;
	if (a->n == 1 || b->n == 1)
		return a->n == b->n && a->words[0] == b->words[0];
	x = sorted_pairs(a);
	y = sorted_pairs(b);
	while (i < a->n - 1 && k < b->n - 1)
	{
		if (x[i] == y[k])
		{
			both++;
			i++;
			k++;
		}
		else if (x[i] < y[k])
			i++;
		else
			k++;
	}
	pfree(x);
	pfree(y);
	return (double) both / (Min(a->n, b->n) - 1);
}

/* shingle_hash hashes the words from i on: three of them, or all of a shorter quote. */
static uint32
shingle_hash(const Saying *s, int i)
{
	return hash_bytes((const unsigned char *) (s->words + i), Min(SHINGLE, s->n - i) * sizeof(uint32));
}

int32 *
saying_keys(const Saying *s, int32 *n)
{
	int32	   *keys;

	*n = s->n == 0 ? 0 : Max(s->n - SHINGLE + 1, 1);
	keys = palloc_extended(*n * sizeof(int32) + 1, MCXT_ALLOC_HUGE);
	for (int i = 0; i < *n; i++)
		keys[i] = (int32) shingle_hash(s, i);
	return keys;
}

static int
compare_keys(const void *a, const void *b)
{
	int32		x = *(const int32 *) a;
	int32		y = *(const int32 *) b;

	return x < y ? -1 : x > y;
}

int32
saying_unique(int32 *keys, int32 n)
{
	int32		kept = 0;

	qsort(keys, n, sizeof(int32), compare_keys);
	for (int32 i = 0; i < n; i++)
		if (kept == 0 || keys[i] != keys[kept - 1])
			keys[kept++] = keys[i];
	return kept;
}

/* share_key tells whether three words in a row are the same. */
static bool
share_key(const Saying *a, const Saying *b)
{
	int32		n;
	int32		m;
	int32	   *x = saying_keys(a, &n);
	int32	   *y = saying_keys(b, &m);
	int32		i = 0;
	int32		k = 0;

	n = saying_unique(x, n);
	m = saying_unique(y, m);
	while (i < n && k < m && x[i] != y[k])
		if (x[i] < y[k])
			i++;
		else
			k++;
	pfree(x);
	pfree(y);
	return i < n && k < m;
}

bool
saying_same(const Saying *a, const Saying *b)
{
	if (Min(a->n, b->n) < SAYING_LEAST_WORDS)
		return a->n == b->n && a->n > 0 && memcmp(a->words, b->words, a->n * sizeof(uint32)) == 0;
	return saying_similarity(a, b) >= SAYING_SIMILARITY && share_key(a, b);
}
