/*
 * train_quotes_pos.c -- learns the parts of speech that src/core/quote/quote_pos.c gives.
 *
 * An averaged perceptron over what another tagger said of the articles' words
 * (the silver tags), each word tagged after the words before it as at run time.
 * Words that nearly always have one tag go into a table instead.
 */
#include "train/train_quotes.h"

#include "json_read.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
tag_number(const char *tag)
{
	static const struct
	{
		const char *name;
		int			tag;
	}			names[] = {
		{"NN", POS_NN}, {"NNS", POS_NNS}, {"NNP", POS_NNP}, {"NNPS", POS_NNP}, {"PRP", POS_PRP}, {"PRP$", POS_PRPS},
		{"DT", POS_DT}, {"PDT", POS_DT}, {"JJ", POS_JJ}, {"JJR", POS_JJ}, {"JJS", POS_JJ}, {"RB", POS_RB}, {"RBR", POS_RB},
		{"RBS", POS_RB}, {"VB", POS_VB}, {"VBD", POS_VBD}, {"VBG", POS_VBG}, {"VBN", POS_VBN}, {"VBP", POS_VBP},
		{"VBZ", POS_VBZ}, {"MD", POS_MD}, {"IN", POS_IN}, {"TO", POS_TO}, {"CC", POS_CC}, {"CD", POS_CD}, {"WDT", POS_W},
		{"WP", POS_W}, {"WP$", POS_W}, {"WRB", POS_W}, {"EX", POS_EX}, {"RP", POS_RP}, {"POS", POS_POS}, {"UH", POS_UH},
		{"FW", POS_UH}, {"LS", POS_UH}
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i].name, tag) == 0)
			return names[i].tag;
	return -1;
}

#define ASTRAY 100				/* one silver word in so many may begin with another letter than its token */

void
read_silver(const char *path)
{
	char		command[4096];
	char		line[4096];
	FILE	   *in;
	Document   *d = NULL;
	const uint32_t *offsets = NULL;
	uint32_t	chars = 0;
	uint32_t	known = 0;
	uint32_t	astray = 0;

	snprintf(command, sizeof(command), "xz -dc '%s'", path);
	in = popen(command, "r");
	if (in == NULL)
		tool_die("could not run %s", command);
	while (fgets(line, sizeof(line), in) != NULL)
	{
		unsigned	start;
		unsigned	end;
		uint32_t	first;
		uint32_t	last;
		char		word[2048];
		char		tag[64];

		if (strncmp(line, "# doc ", 6) == 0)
		{
			line[strcspn(line, "\n")] = '\0';
			d = NULL;
			for (uint32_t i = 0; i < docs.n && d == NULL; i++)
				if (strcmp(docs.at[i].id, line + 6) == 0)
					d = &docs.at[i];
			if (d != NULL)
				offsets = json_offsets(&forever.cx, d->body, (uint32_t) strlen(d->body), &chars);
			continue;
		}
		if (d == NULL || sscanf(line, "%u\t%u\t%2047[^\t]\t%63[^\t]", &start, &end, word, tag) != 4 || end > chars)
			continue;
		first = text_byte(d, offsets[start]);
		last = text_byte(d, offsets[end]);
		astray += isalpha((unsigned char) word[0]) && d->text[first] != word[0];
		for (uint32_t t = token_at(&d->reader, first); t < d->reader.n && d->reader.tok[t].start < last; t++)
		{
			d->silver[t] = (int8_t) tag_number(tag);
			known++;
		}
	}
	pclose(in);
	printf("silver tags of %u tokens, %u words astray\n", known, astray);
	if (astray > known / ASTRAY)
		tool_die("%s counts in other texts than the articles", path);
}

#define USUAL_TIMES 6			/* a word seen so often, */
#define USUAL_IN 40				/* and otherwise once in so many times, has one tag */
#define SPREAD 12				/* standard deviations kept by 8 bits */

int8_t	   *tag_weights;

static void
round_tags(const double *sum)
{
	double		square = 0;
	double		scale;
	uint32_t	n = 0;

	for (uint32_t i = 0; i < POS_ROWS * QUOTE_POS_WIDTH; i++)
		if (sum[i] != 0)
		{
			square += sum[i] * sum[i];
			n++;
		}
	scale = 127.0 / (SPREAD * sqrt(square / (n > 0 ? n : 1)));	/* the few largest are clipped */
	for (uint32_t i = 0; i < POS_ROWS * QUOTE_POS_WIDTH; i++)
		tag_weights[i] = (int8_t) fmax(-127, fmin(127, round(sum[i] * scale)));
}

uint8_t		(*usual)[2];

/*
 * find_usual finds the words of the vocabulary that are nearly always one
 * part of speech, when written small or with a capital.
 */
void
find_usual(void)
{
	uint32_t  (*count)[2][QUOTE_POS_WIDTH] = calloc(know.vocab.n_words, sizeof(*count));
	uint32_t	n = 0;

	usual = calloc(know.vocab.n_words, sizeof(*usual));
	for (uint32_t k = 0; k < docs.n; k++)
		for (uint32_t i = 0; i < docs.at[k].reader.n && !docs.at[k].held; i++)
		{
			const NtToken *t = &docs.at[k].reader.tok[i];

			if (t->word != 0 && docs.at[k].silver[i] >= 0 && (t->kind == TOKEN_WORD || t->kind == TOKEN_CLITIC))
				count[t->word][(t->flags & TOKEN_CAPITAL) != 0][docs.at[k].silver[i]]++;
		}
	for (uint32_t w = 1; w < know.vocab.n_words; w++)
		for (int capital = 0; capital < 2; capital++)
		{
			const uint32_t *of = count[w][capital];
			uint32_t	all = 0;
			int			best = 0;

			for (int tag = 0; tag < QUOTE_POS_WIDTH; tag++)
			{
				all += of[tag];
				if (of[tag] > of[best])
					best = tag;
			}
			if (all >= USUAL_TIMES && (all - of[best]) * USUAL_IN <= all && know.vocab.words[w].cue == 0)
			{
				usual[w][capital] = (uint8_t) (best + 1);
				n++;
			}
		}
	know.quotes.usual = usual;
	free(count);
	printf("%u forms of one part of speech\n", n);
}

/* Weights being learned by an averaged perceptron, and how often they were right. */
typedef struct TagLearner
{
	double	   *w;
	double	   *total;			/* of each weight: what its steps add up to, each times when it was taken */
	double		clock;
	uint32_t	right;
	uint32_t	all;
} TagLearner;

static size_t
row_of(uint32_t feature)
{
	return (size_t) (feature >> (32 - QUOTE_POS_BITS)) * QUOTE_POS_WIDTH;
}

static void
step(TagLearner *l, const QuoteFeatures *f, int tag, double by)
{
	for (uint32_t j = 0; j < f->n; j++)
	{
		l->w[row_of(f->at[j]) + tag] += by;
		l->total[row_of(f->at[j]) + tag] += by * l->clock;
	}
}

/* learn_token tags a token, as the reader would, and learns from the silver tag. */
static void
learn_token(TagLearner *l, QuoteReader *r, uint32_t i, int silver)
{
	PartOfSpeech fixed = quote_pos_fixed(r, i);
	QuoteFeatures f;
	double		sum[QUOTE_POS_WIDTH] = {0};
	uint64_t	allowed;
	int			best = -1;

	if (fixed != POS_NONE)
	{
		quote_pos_set(r, i, fixed);
		return;
	}
	quote_pos_features(r, i, &f);
	for (uint32_t j = 0; j < f.n; j++)
		for (int t = 0; t < QUOTE_POS_WIDTH; t++)
			sum[t] += l->w[row_of(f.at[j]) + t];
	allowed = quote_pos_allowed(r, i);
	for (int t = 0; t < QUOTE_POS_WIDTH; t++)
		if (pos_in((uint8_t) t, allowed) && (best < 0 || sum[t] > sum[best]))
			best = t;
	quote_pos_set(r, i, best);
	if (silver < 0 || !pos_in((uint8_t) silver, allowed))
		return;
	l->all++;
	l->right += best == silver;
	l->clock++;
	if (best == silver)
		return;
	step(l, &f, silver, 1);
	step(l, &f, best, -1);
}

static void
learn_document(TagLearner *l, Document *d)
{
	QuoteReader *r = &d->reader;

	for (uint32_t s = 0; s < d->article.sentences.n; s++)
	{
		quote_pos_begin(r, d->article.sentences.at[s].first, d->article.sentences.at[s].last);
		for (uint32_t i = r->first; i < r->last; i++)
			learn_token(l, r, i, d->silver[i]);
	}
}

/* tag_all tags every document with the rounded weights, and prints how often those held out are right. */
static void
tag_all(void)
{
	uint32_t	right = 0;
	uint32_t	all = 0;

	for (uint32_t k = 0; k < docs.n; k++)
	{
		Document   *d = &docs.at[k];

		for (uint32_t s = 0; s < d->article.sentences.n; s++)
		{
			const NtSentence *sentence = &d->article.sentences.at[s];

			quote_pos_sentence(&d->reader, sentence->first, sentence->last);
			for (uint32_t i = sentence->first; d->held && i < sentence->last; i++)
				if (d->silver[i] >= 0 && quote_pos_fixed(&d->reader, i) == POS_NONE)
				{
					all++;
					right += d->reader.pos[i] == d->silver[i];
				}
		}
	}
	if (all > 0)
		printf("tags: %.2f%% of %u held\n", 100.0 * right / all, all);
}

void
train_tags(int epochs)
{
	size_t		size = (size_t) POS_ROWS * QUOTE_POS_WIDTH;
	TagLearner	l = {calloc(size, sizeof(double)), calloc(size, sizeof(double)), 1, 0, 0};

	for (int epoch = 0; epoch < epochs; epoch++)
	{
		l.right = l.all = 0;
		for (uint32_t k = 0; k < docs.n; k++)
			if (!docs.at[k].held)
				learn_document(&l, &docs.at[k]);
		printf("tags: epoch %d, %.2f%% of %u while learning\n", epoch, 100.0 * l.right / l.all, l.all);
	}
	for (size_t i = 0; i < size; i++)
		l.total[i] = l.w[i] - l.total[i] / l.clock;
	round_tags(l.total);
	free(l.w);
	free(l.total);
	tag_all();
}
