/*
 * train.c -- trains the tagger.
 *
 *     newstext-train MODEL CORPORA OUTPUT DATA [--caseless] [--without=SOURCE ...]
 *     newstext-train --score MODEL CORPORA
 *
 * MODEL is a compiled model that need not hold weights; CORPORA the folder
 * described in docs/model-card.md; OUTPUT the folder (data/en/model) to write to.
 * --caseless learns what can be told without capitals, for articles that have
 * none that mean something: the same texts, with other features (feature.h).
 */
#include "train/train.h"

#include "train/made.h"
#include "tool.h"
#include "read.h"

#include <stdio.h>
#include <string.h>

#define TEMPLATE_TIMES 6
#define ROUNDS 10
#define RUNS 20					/* whose mean is taken */
#define RUNS_CASELESS 6			/* each is four times as long */

Training	training;
static NtContext *const cx = &training.arena.cx;
static bool may_number;			/* features of the second pass are being met */

static unsigned left_out;		/* sources not learned from, to see what they are worth */

static bool *
of_sources(unsigned set)
{
	bool	   *use = nt_alloc0(cx, training.docs.n);

	for (uint32_t d = 0; d < training.docs.n; d++)
		use[d] = (set & ~left_out & 1u << training.docs.at[d]->source) != 0;
	return use;
}

/* prose leaves out documents that are mostly results and prices. */
static bool *
prose(const bool *use)
{
	bool	   *out = nt_alloc0(cx, training.docs.n);

	for (uint32_t d = 0; d < training.docs.n; d++)
	{
		const NtTokens *tokens = &training.articles[d]->tokens;
		uint32_t	figures = 0;

		for (uint32_t i = 0; i < tokens->n; i++)
			figures += tokens->at[i].kind == TOKEN_NUMBER;
		out[d] = use[d] && figures * 100 < tokens->n * 7;
	}
	return out;
}

/* count_votes makes the features of the second pass from the labels of the first. */
static void
count_votes(const bool *use)
{
	for (uint32_t d = 0, x = 0; d < training.docs.n; d++)
	{
		uint8_t    *labels;
		NtTagVotes *votes;
		uint32_t	first;

		while (x < training.samples.n && training.samples.at[x].doc < d)
			x++;
		if (!use[d])
			continue;
		first = x;
		labels = cx->alloc(cx, training.articles[d]->tokens.n + 1);
		memset(labels, TAG_OUTSIDE, training.articles[d]->tokens.n + 1);
		for (; x < training.samples.n && training.samples.at[x].doc == d; x++)
			memcpy(labels + training.samples.at[x].stretch.first, training.samples.at[x].labels, training.samples.at[x].n);
		votes = feature_count_votes(&training.features[d], labels);
		for (x = first; x < training.samples.n && training.samples.at[x].doc == d; x++)
		{
			Sample	   *s = &training.samples.at[x];
			NtArray(uint32_t) all = {0};

			s->vote_offsets = cx->alloc(cx, sizeof(uint32_t) * (s->n + 1));
			for (uint32_t i = 0; i < s->n; i++)
			{
				uint32_t	buffer[FEATURE_MAX];
				int			n = feature_votes(&training.features[d], &s->stretch, s->stretch.first + i, labels, votes, buffer);

				s->vote_offsets[i] = all.n;
				for (int k = 0; k < n; k++)
				{
					uint32_t	number = samples_vote_number(buffer[k], may_number);

					if (number != NT_NONE)
						*nt_push(cx, &all) = number;
				}
			}
			s->vote_offsets[s->n] = all.n;
			s->votes = all.at;
		}
	}
}

/* learn_from learns from documents; without case there is little to tell a body by, and none is doubted. */
static void
learn_from(Weights *w, const bool *use, int rounds, uint32_t seed)
{
	weights_learn(w, &training.samples, use, rounds, seed);
	if (!training.caseless)
		weights_doubt_bodies(w);
}

#define FOLDS 4

static void
choose_fold(int k, bool *fold, bool *others)
{
	for (uint32_t d = 0; d < training.docs.n; d++)
	{
		fold[d] = training.docs.at[d]->source != SOURCE_HELD && (int) (d % FOLDS) == k;
		others[d] = training.docs.at[d]->source != SOURCE_HELD && !fold[d] && !(left_out & 1u << training.docs.at[d]->source);
	}
}

/*
 * vote labels each document with weights that have not seen it, counts what
 * each word was taken for, and then how far the second pass can be trusted.
 */
static void
vote(void)
{
	bool	   *others = of_sources(0);
	bool	   *fold = of_sources(0);
	const unsigned gold = 1u << SOURCE_WIKIGOLD | 1u << SOURCE_EWT;
	bool	   *trusted = of_sources((gold & ~left_out) != 0 ? gold : 1u << SOURCE_POLNEAR);

	may_number = true;
	for (int k = 0; k < FOLDS; k++)
	{
		Weights    *w = weights_new(training.numbers.n_kept);

		choose_fold(k, fold, others);
		learn_from(w, others, 6, 10 + (uint32_t) k);
		weights_label(w, &training.samples, fold, false);
		weights_free(w);
	}
	count_votes(of_sources(~(1u << SOURCE_HELD)));
	may_number = false;

	for (int k = 0; k < FOLDS; k++)
	{
		Weights    *w = weights_new(training.numbers.n_kept);

		choose_fold(k, fold, others);
		learn_from(w, others, ROUNDS, 20 + (uint32_t) k);
		for (uint32_t d = 0; d < training.docs.n; d++)
			fold[d] &= trusted[d];
		weights_label(w, &training.samples, fold, true);
		odds_count(w, fold);
		weights_free(w);
	}
}

/*
 * relax also allows what the weights predict; but a name that GUM has stays one.
 * Where a second tagger says the same as the weights, two stand against the
 * corpus, and what they say is right; where all differ, each is allowed.
 */
static void
relax(const Weights *w, const bool *use)
{
	weights_label(w, &training.samples, use, false);
	for (uint32_t x = 0; x < training.samples.n; x++)
	{
		Sample	   *s = &training.samples.at[x];

		for (uint32_t i = 0; use[s->doc] && i < s->n; i++)
		{
			uint32_t	own = UINT32_C(1) << s->labels[i];

			if (s->second != NULL && s->second[i] == own)
				s->allowed[i] = own;
			else if (s->labels[i] != TAG_OUTSIDE || training.docs.at[s->doc]->source != SOURCE_GUM)
				s->allowed[i] |= own | (s->second != NULL ? s->second[i] : 0);
		}
	}
}

/*
 * doubt lets weights that were learned from some sources speak against the labels of others that are not to be
 * trusted wholly: GMB's and GUM's, and those that another tagger gave PolNeAR.
 */
static void
doubt(unsigned teachers, unsigned doubted, const bool *held)
{
	Weights    *w = weights_new(training.numbers.n_kept);

	learn_from(w, of_sources(teachers), 8, 1);
	weights_label(w, &training.samples, held, false);
	score_print("held, some sources", held);
	relax(w, of_sources(doubted));
	weights_free(w);
}

/* learn_mean returns the mean of several weights, learned in different orders. */
static Weights *
learn_mean(const bool *use, int rounds, int n, uint32_t seed)
{
	Weights    *mean = weights_new(training.numbers.n_kept);

	for (int k = 0; k < n; k++)
	{
		Weights    *w = weights_new(training.numbers.n_kept);

		learn_from(w, use, rounds, seed + (uint32_t) k * 101);
		for (uint32_t f = 0; f < w->features; f++)
			for (int l = 0; l < TAG_LABELS; l++)
				mean->mean[f][l] += w->mean[f][l] / (float) n;
		for (int a = 0; a < TAG_STATES; a++)
			for (int b = 0; b < TAG_STATES; b++)
				mean->steps_mean[a][b] += w->steps_mean[a][b] / (float) n;
		weights_free(w);
	}
	return mean;
}

/* score_model scores a finished model, as the server would run it, on the held-out sets. */
static int
score_model(const char *model, const char *corpora)
{
	size_t		size;
	const void *bytes;

	tool_arena_init(&training.arena);
	bytes = tool_read_file(cx, model, &size);
	knowledge_open(cx, &training.know, bytes, size);
	corpus_read_all(cx, &training.docs, corpora);
	samples_make();
	for (uint32_t d = 0, x = 0; d < training.docs.n; d++)
	{
		NtTags		tags = {0};

		tagger_tag(training.articles[d], &tags);
		for (uint32_t t = 0; x < training.samples.n && training.samples.at[x].doc == d; x++)
		{
			Sample	   *s = &training.samples.at[x];

			memset(s->labels, TAG_OUTSIDE, s->n);
			for (; t < tags.n && tags.at[t].first < s->stretch.last; t++)
			{
				uint8_t    *labels = s->labels + (tags.at[t].first - s->stretch.first);
				uint32_t	n = tags.at[t].last - tags.at[t].first;

				for (uint32_t i = 0; i < n; i++)
					labels[i] = (uint8_t) (tags.at[t].type * 4 + (n == 1 ? TAG_UNIT : i == 0 ? TAG_BEGIN :
																  i == n - 1 ? TAG_LAST : TAG_INSIDE));
			}
		}
	}
	for (int s = 0; s < SOURCES; s++)
		score_print(source_name(s), of_sources(1u << s));
	return 0;
}

/* print_sources tells what there is to learn from. */
static void
print_sources(void)
{
	for (int s = 0; s < SOURCES; s++)
	{
		uint32_t	n = 0;
		uint32_t	spans = 0;

		for (uint32_t d = 0; d < training.docs.n; d++)
			if (training.docs.at[d]->source == (Source) s)
			{
				n++;
				spans += training.docs.at[d]->spans.n;
			}
		printf("%-10s %5u documents %6u names\n", source_name(s), n, spans);
	}
}

/* learn learns from all samples and writes the weights, with what their margins are worth. */
static void
learn(const char *path)
{
	const unsigned gold = 1u << SOURCE_WIKIGOLD | 1u << SOURCE_EWT | 1u << SOURCE_MADE;
	const unsigned mended = 1u << SOURCE_GMB | 1u << SOURCE_GUM;
	bool	   *held = of_sources(1u << SOURCE_HELD);
	uint16_t	table[TAG_TYPES * TAG_ODDS + 1];
	Weights    *w;

	doubt(gold | 1u << SOURCE_POLNEAR, mended, held);
	if (!training.caseless)
		doubt(gold | mended, 1u << SOURCE_POLNEAR, held);
	vote();
	w = learn_mean(of_sources(~(1u << SOURCE_HELD)), ROUNDS, training.caseless ? RUNS_CASELESS : RUNS, 2);
	weights_label(w, &training.samples, held, false);
	score_print("held, first pass", held);
	count_votes(held);
	weights_label(w, &training.samples, held, true);
	score_print("held, second pass", held);
	score_print("held, prose", prose(held));
	score_print_errors("build/errors.txt", held);
	odds_smooth(table);
	odds_print(w, table, held);
	write_weights(w, table, path);
}

/* read_options takes the options off the end of the arguments, and returns how many are left. */
static int
read_options(int argc, char **argv)
{
	while (argc > 5 && strncmp(argv[argc - 1], "--", 2) == 0)
	{
		const char *option = argv[--argc];

		if (strcmp(option, "--caseless") == 0)
			training.caseless = true;
		for (int s = 0; s < SOURCES; s++)
			if (strncmp(option, "--without=", 10) == 0 && strcmp(option + 10, source_name(s)) == 0)
				left_out |= 1u << s;
	}
	return argc;
}

int
main(int argc, char **argv)
{
	size_t		size;
	const void *bytes;

	argc = read_options(argc, argv);
	if (argc != 5 && !(argc == 4 && strcmp(argv[1], "--score") == 0))
	{
		fputs("usage: newstext-train MODEL CORPORA OUTPUT DATA [--caseless] [--without=SOURCE ...]\n"
			  "       newstext-train --score MODEL CORPORA\n", stderr);
		return 2;
	}
	if (strcmp(argv[1], "--score") == 0)
		return score_model(argv[2], argv[3]);
	tool_arena_init(&training.arena);
	bytes = tool_read_file(cx, argv[1], &size);
	knowledge_open(cx, &training.know, bytes, size);
	if (training.know.tagger.words == NULL)
		tool_die("%s holds no word clusters", argv[1]);
	corpus_read_all(cx, &training.docs, argv[2]);
	corpus_read_second(cx, &training.docs, SOURCE_GMB, corpus_path(cx, argv[4], "model/gmb-second.txt"));
	made_read(cx, &training.docs, argv[4], TEMPLATE_TIMES);
	print_sources();
	samples_make();
	samples_keep_features(2);
	learn(corpus_path(cx, argv[3], training.caseless ? "caseless.weights" : "tagger.weights"));
	return 0;
}
