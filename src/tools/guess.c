/*
 * guess.c -- guesses from a word's vector what it is when it stands in a name.
 *
 *     newstext-guess MODEL CORPORA < VECTORS.json > cases.txt
 *
 * The corpora show a few ten thousand words in use: in small letters, with a
 * capital outside names, in names of persons, places, organisations, others.
 * A small network (100 inputs, 48 hidden units, 6 outputs) learns these shares
 * from the words' vectors, so that words that no corpus has get a guess too.
 * Each word is guessed by a network that has not seen it (five folds), because
 * the tagger must learn how far a guess can be trusted.
 *
 * Output: word, usual case (NtUsualCase), guess: three bits each for person,
 * place, organisation, other, and small letters.
 */
#include "corpus.h"

#include "tool.h"
#include "vectors.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HIDDEN 48
#define CLASSES 6				/* TAG_PERSON ... TAG_OTHER, then: */
#define CLASS_SMALL 4
#define CLASS_CAPITAL 5			/* capital, no name: titles, months, first words */
#define FOLDS 5
#define EPOCHS 25

typedef struct Word
{
	const Vector *vector;
	float		seen[CLASSES];
	float		total;
	float		guess[CLASSES];
} Word;

typedef struct Network
{
	float		in[HIDDEN][VECTOR_DIM + 1];
	float		out[CLASSES][HIDDEN + 1];
} Network;

static NtArena forever;
static NtContext *cx = &forever.cx;

static uint32_t
next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static float
small_random(uint32_t *state, float range)
{
	return ((float) (next_random(state) % 20001) / 10000 - 1) * range;
}

static float
dot(const float *a, const float *b, int n)
{
	float		part[4] = {0};

	for (int i = 0; i + 3 < n; i += 4)
		for (int j = 0; j < 4; j++)
			part[j] += a[i + j] * b[i + j];
	return part[0] + part[1] + part[2] + part[3];
}

static void
forward(const Network *net, const float *x, float *hidden, float *p)
{
	float		top = -1e9f;
	float		sum = 0;

	for (int h = 0; h < HIDDEN; h++)
		hidden[h] = tanhf(net->in[h][VECTOR_DIM] + dot(net->in[h], x, VECTOR_DIM));
	for (int c = 0; c < CLASSES; c++)
	{
		p[c] = net->out[c][HIDDEN] + dot(net->out[c], hidden, HIDDEN);
		top = p[c] > top ? p[c] : top;
	}
	for (int c = 0; c < CLASSES; c++)
		sum += p[c] = expf(p[c] - top);
	for (int c = 0; c < CLASSES; c++)
		p[c] /= sum;
}

static void
learn(Network *net, Word *words, int n, int fold)
{
	uint32_t	seed = 7 + (uint32_t) fold;
	int		   *order = malloc(sizeof(int) * n);
	int			used = 0;

	for (int h = 0; h < HIDDEN; h++)
		for (int i = 0; i <= VECTOR_DIM; i++)
			net->in[h][i] = small_random(&seed, 0.5f);
	for (int c = 0; c < CLASSES; c++)
		for (int h = 0; h <= HIDDEN; h++)
			net->out[c][h] = small_random(&seed, 0.1f);
	for (int w = 0; w < n; w++)
		if (words[w].total > 0 && w % FOLDS != fold)
			order[used++] = w;
	for (int epoch = 0; epoch < EPOCHS; epoch++)
	{
		float		rate = 0.05f * (1 - (float) epoch / EPOCHS) + 0.002f;

		for (int i = used; i > 1; i--)
		{
			int			k = (int) (next_random(&seed) % (uint32_t) i);
			int			x = order[i - 1];

			order[i - 1] = order[k];
			order[k] = x;
		}
		for (int i = 0; i < used; i++)
		{
			const Word *w = &words[order[i]];
			float		hidden[HIDDEN];
			float		p[CLASSES];
			float		back[HIDDEN] = {0};
			float		weight = w->total < 8 ? 0.3f + w->total * 0.0875f : 1;

			forward(net, w->vector->x, hidden, p);
			for (int c = 0; c < CLASSES; c++)
			{
				float		g = rate * weight * (w->seen[c] / w->total - p[c]);

				for (int h = 0; h < HIDDEN; h++)
				{
					back[h] += g * net->out[c][h];
					net->out[c][h] += g * hidden[h];
				}
				net->out[c][HIDDEN] += g;
			}
			for (int h = 0; h < HIDDEN; h++)
			{
				float		g = back[h] * (1 - hidden[h] * hidden[h]);

				for (int k = 0; k < VECTOR_DIM; k++)
					net->in[h][k] += g * w->vector->x[k];
				net->in[h][VECTOR_DIM] += g;
			}
		}
	}
	free(order);
}

static void
guess_fold(Word *words, int n, int fold)
{
	Network    *net = calloc(1, sizeof(*net));
	double		right = 0;
	double		all = 0;

	learn(net, words, n, fold);
	for (int w = 0; w < n; w++)
	{
		float		hidden[HIDDEN];
		float		p[CLASSES];
		int			best = 0;
		int			gold = 0;

		if (words[w].total > 0 && w % FOLDS != fold)
			continue;
		forward(net, words[w].vector->x, hidden, p);
		for (int c = 0; c < CLASSES; c++)
		{
			words[w].guess[c] += p[c] / (words[w].total > 0 ? 1 : FOLDS);
			if (p[c] > p[best])
				best = c;
			if (words[w].seen[c] > words[w].seen[gold])
				gold = c;
		}
		if (words[w].total > 0)
		{
			right += best == gold;
			all++;
		}
	}
	fprintf(stderr, "fold %d: %.0f words, %.1f %% guessed right\n", fold, all, 100 * right / all);
	free(net);
}

/* count_uses counts how the corpora use each word; numbers are those of the vocabulary. */
static void
count_uses(const NtKnowledge *know, const char *corpora, float (*uses)[CLASSES])
{
	GoldDocs	docs = {0};

	corpus_read_all(cx, &docs, corpora);
	for (uint32_t d = 0; d < docs.n; d++)
	{
		NtArticle	a;
		uint32_t   *sets;

		if (docs.at[d]->source == SOURCE_HELD)
			continue;
		article_open(cx, &a, know, docs.at[d]->text, docs.at[d]->len);
		article_need(&a, STAGE_SENTENCES);
		sets = corpus_token_sets(cx, docs.at[d], &a.tokens);
		for (uint32_t s = 0; s < a.sentences.n; s++)
		{
			const NtSentence *sentence = &a.sentences.at[s];

			if (sentence->flags & (SENTENCE_UPPER | SENTENCE_TITLE))
				continue;
			for (uint32_t i = sentence->first; i < sentence->last; i++)
			{
				const NtToken *t = &a.tokens.at[i];
				bool		first = i == sentence->first ||
					(i > 0 && a.tokens.at[i - 1].kind == TOKEN_PUNCT && a.tokens.at[i - 1].hash != ',');

				if (t->kind != TOKEN_WORD || t->word == 0)
					continue;
				if (!(t->flags & TOKEN_CAPITAL))
					uses[t->word][CLASS_SMALL]++;
				else if (sets[i] == UINT32_C(1) << TAG_OUTSIDE)
				{
					if (!first)
						uses[t->word][CLASS_CAPITAL]++;
				}
				else
					for (int type = 0; type < TAG_TYPES; type++)
						if ((sets[i] & ~ANY_OF(type)) == 0)
							uses[t->word][type]++;
			}
		}
	}
}

static int
level(float p)
{
	static const float steps[] = {0.02f, 0.06f, 0.15f, 0.3f, 0.5f, 0.7f, 0.88f};
	int			n = 0;

	while (n < 7 && p > steps[n])
		n++;
	return n;
}

#define MAX_WORDS 400000

int
main(int argc, char **argv)
{
	NtKnowledge know;
	size_t		size;
	const void *bytes;
	float	  (*uses)[CLASSES];
	Vector	  **vectors;
	Word	   *words;
	int			n;

	if (argc != 3)
	{
		fputs("usage: newstext-guess MODEL CORPORA < VECTORS.json > cases.txt\n", stderr);
		return 2;
	}
	tool_arena_init(&forever);
	bytes = tool_read_file(cx, argv[1], &size);
	knowledge_open(cx, &know, bytes, size);
	uses = nt_alloc0(cx, sizeof(*uses) * know.vocab.n_words);
	count_uses(&know, argv[2], uses);

	vectors = malloc(sizeof(Vector *) * MAX_WORDS);
	n = vectors_read(vectors, MAX_WORDS);
	words = calloc((size_t) n, sizeof(Word));
	{
		int			kept = 0;

		/* those with clusters */
		for (int i = 0; i < n; i++)
		{
			uint32_t	number = vocab_lookup(&know.vocab, vectors[i]->word, strlen(vectors[i]->word));

			if (number == 0 || know.tagger.words[number].fine == 0)
				continue;
			words[kept].vector = vectors[i];
			memcpy(words[kept].seen, uses[number], sizeof(words[kept].seen));
			for (int c = 0; c < CLASSES; c++)
				words[kept].total += uses[number][c];
			kept++;
		}
		n = kept;
	}
	for (int fold = 0; fold < FOLDS; fold++)
		guess_fold(words, n, fold);

	printf("# Words, how running text usually writes them (1 small, 3 with a capital, 2 both), and a guess of\n"
		   "# what they are in names.  Made by newstext-guess from the corpora and the GloVe vectors.\n");
	for (int w = 0; w < n; w++)
	{
		const Word *word = &words[w];
		float		small = word->total >= 3 ? word->seen[CLASS_SMALL] / word->total : word->guess[CLASS_SMALL];
		int			guess = 1 << 15;

		for (int c = 0; c < TAG_TYPES; c++)
			guess |= level(word->guess[c]) << (3 * c);
		guess |= level(word->guess[CLASS_SMALL]) << 12;
		printf("%s %d %d\n", word->vector->word,
			   small > 0.7f ? USUAL_SMALL : small < 0.3f ? USUAL_CAPITAL : USUAL_MIXED, guess);
	}
	return 0;
}
