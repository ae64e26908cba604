/*
 * train.c -- trains the tagger.
 *
 *     newstext-train MODEL CORPORA OUTPUT DATA [--without=SOURCE]
 *     newstext-train --score MODEL CORPORA
 *
 * MODEL is a compiled model that need not hold weights; CORPORA the folder
 * described in docs/model-card.md; OUTPUT the folder (data/model) to write to.
 */
#include "perceptron.h"

#include "made.h"
#include "tool.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEMPLATE_TIMES 6
#define ROUNDS 10
#define RUNS 5					/* whose mean is taken */

static NtArena forever;
static NtContext *cx = &forever.cx;
static NtKnowledge know;
static GoldDocs docs;
static NtArticle **articles;
static NtFeatures *features;
static Samples samples;

/* ---- features --------------------------------------------------------- */

/* Numbers features in the order they are met, and counts them. */
typedef struct Numbers
{
	uint32_t   *slots;			/* number + 1, 0: empty */
	uint32_t	mask;
	NtArray(uint32_t) hash;
	NtArray(uint32_t) count;
	NtArray(uint32_t) kept;		/* new number of those seen often enough, or NT_NONE */
	uint32_t	n_kept;
} Numbers;

static Numbers numbers;

static uint32_t
number_of(uint32_t hash)
{
	uint32_t	slot;

	if (numbers.hash.n * 2 >= numbers.mask)
	{
		uint32_t	size = numbers.mask == 0 ? 1 << 20 : (numbers.mask + 1) * 2;

		free(numbers.slots);
		numbers.slots = calloc(size, sizeof(uint32_t));
		numbers.mask = size - 1;
		for (uint32_t i = 0; i < numbers.hash.n; i++)
		{
			slot = numbers.hash.at[i] & numbers.mask;
			while (numbers.slots[slot] != 0)
				slot = (slot + 1) & numbers.mask;
			numbers.slots[slot] = i + 1;
		}
	}
	slot = hash & numbers.mask;
	while (numbers.slots[slot] != 0)
	{
		if (numbers.hash.at[numbers.slots[slot] - 1] == hash)
			return numbers.slots[slot] - 1;
		slot = (slot + 1) & numbers.mask;
	}
	*nt_push(cx, &numbers.hash) = hash;
	*nt_push(cx, &numbers.count) = 0;
	numbers.slots[slot] = numbers.hash.n;
	return numbers.hash.n - 1;
}

/*
 * doubt_outside: where a silver label says that a word is no name but the
 * gazetteer knows nothing else of that name, either may be right.
 */
static void
doubt_outside(const NtArticle *a, uint32_t *sets)
{
	static const struct
	{
		int			class;
		int			type;
	}			known[] = {{LEX_ORG_NAME, TAG_ORG}, {LEX_PLACE_NAME, TAG_PLACE}};

	for (uint32_t i = 0; i < a->tokens.n; i++)
	{
		const NtToken *t = &a->tokens.at[i];
		uint64_t	classes = token_classes(article_vocab(a), t);

		if (sets[i] != UINT32_C(1) << TAG_OUTSIDE || !(t->flags & TOKEN_CAPITAL) || (classes & LEX_BIT(LEX_AMBIGUOUS)))
			continue;
		for (int k = 0; k < 2; k++)
			if (classes & LEX_BIT(known[k].class))
				sets[i] |= UINT32_C(1) << (known[k].type * 4 + TAG_UNIT);
	}
}

#define ONLY(type, position) (UINT32_C(1) << ((type) * 4 + (position)))

static bool
is_title(const NtArticle *a, uint32_t token)
{
	return (token_classes(article_vocab(a), &a->tokens.at[token]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE))) != 0;
}

/* strip_titles takes from a person what stands before the name: Prime Minister | Ariel Sharon. */
static void
strip_titles(const NtArticle *a, uint32_t *sets)
{
	for (uint32_t i = 0; i < a->tokens.n; i++)
	{
		uint32_t	last = i;
		uint32_t	name = i;

		if (sets[i] == ONLY(TAG_PERSON, TAG_UNIT) && is_title(a, i))
			sets[i] |= UINT32_C(1) << TAG_OUTSIDE;
		if (sets[i] != ONLY(TAG_PERSON, TAG_BEGIN))
			continue;
		while (last + 1 < a->tokens.n && sets[last] != ONLY(TAG_PERSON, TAG_LAST))
			last++;
		for (uint32_t k = i; k < last; k++)
			if (is_title(a, k))
				name = k + 1;
		if (name > i)
		{
			for (uint32_t k = i; k < name; k++)
				sets[k] = UINT32_C(1) << TAG_OUTSIDE;
			sets[name] = name == last ? ONLY(TAG_PERSON, TAG_UNIT) : ONLY(TAG_PERSON, TAG_BEGIN);
		}
		i = last;
	}
}

static void
make_samples(void)
{
	articles = cx->alloc(cx, sizeof(NtArticle *) * docs.n);
	features = cx->alloc(cx, sizeof(NtFeatures) * docs.n);
	for (uint32_t d = 0; d < docs.n; d++)
	{
		GoldDoc    *doc = docs.at[d];
		NtArticle  *a = cx->alloc(cx, sizeof(*a));
		NtFeatures *f = &features[d];
		uint32_t   *sets;

		articles[d] = a;
		article_open(cx, a, &know, doc->text, doc->len);
		article_need(a, STAGE_SECTIONS);
		feature_open(f, a, know.tagger.words);
		sets = corpus_token_sets(cx, doc, &a->tokens);
		if (doc->source == SOURCE_POLNEAR || doc->source == SOURCE_GMB)
			doubt_outside(a, sets);
		if (doc->source == SOURCE_GMB || doc->source == SOURCE_GUM)
			strip_titles(a, sets);
		for (uint32_t s = 0; s < f->stretches.n; s++)
		{
			Sample	   *sample = nt_push(cx, &samples);
			uint32_t	buffer[FEATURE_MAX];
			NtArray(uint32_t) all = {0};

			memset(sample, 0, sizeof(*sample));
			sample->doc = d;
			sample->stretch = f->stretches.at[s];
			sample->n = sample->stretch.last - sample->stretch.first;
			sample->allowed = sets + sample->stretch.first;
			sample->offsets = cx->alloc(cx, sizeof(uint32_t) * (sample->n + 1));
			sample->labels = nt_alloc0(cx, sample->n);
			nt_reserve(cx, &all, sample->n * 64);
			for (uint32_t i = 0; i < sample->n; i++)
			{
				int			n = feature_token(f, &sample->stretch, sample->stretch.first + i, buffer);

				if (n > FEATURE_MAX)
					tool_die("more than %d features", FEATURE_MAX);
				sample->offsets[i] = all.n;
				for (int k = 0; k < n; k++)
				{
					uint32_t	number = number_of(buffer[k]);

					*nt_push(cx, &all) = number;
					if (doc->source != SOURCE_HELD)
						numbers.count.at[number]++;
				}
			}
			sample->offsets[sample->n] = all.n;
			sample->features = all.at;
		}
	}
}

/* keep_features drops those seen less than `least` times. */
static void
keep_features(uint32_t least)
{
	nt_reserve(cx, &numbers.kept, numbers.hash.n);
	numbers.n_kept = 0;
	for (uint32_t i = 0; i < numbers.hash.n; i++)
		numbers.kept.at[i] = numbers.count.at[i] >= least ? numbers.n_kept++ : NT_NONE;
	for (uint32_t x = 0; x < samples.n; x++)
	{
		Sample	   *s = &samples.at[x];
		uint32_t	out = 0;

		for (uint32_t i = 0; i < s->n; i++)
		{
			uint32_t	k = s->offsets[i];

			s->offsets[i] = out;
			for (; k < s->offsets[i + 1]; k++)
				if (numbers.kept.at[s->features[k]] != NT_NONE)
					s->features[out++] = numbers.kept.at[s->features[k]];
		}
		s->offsets[s->n] = out;
	}
	{
		uint32_t	tokens = 0;
		uint32_t	all = 0;

		for (uint32_t x = 0; x < samples.n; x++)
			tokens += samples.at[x].n;
		for (uint32_t d = 0; d < docs.n; d++)
			all += articles[d]->tokens.n;
		printf("%u stretches, %u of %u tokens\n", samples.n, tokens, all);
	}
	printf("%u features, %u of them seen %u times or more\n", numbers.hash.n, numbers.n_kept, least);
}

/* vote_number numbers a feature of the second pass; NT_NONE: not seen in training. */
static bool may_number;

static uint32_t
vote_number(uint32_t hash)
{
	uint32_t	known = numbers.hash.n;
	uint32_t	number = number_of(hash);

	if (number == known)
	{
		nt_reserve(cx, &numbers.kept, numbers.hash.n);
		numbers.kept.at[number] = may_number ? numbers.n_kept++ : NT_NONE;
	}
	return numbers.kept.at[number];
}

/* ---- scoring ---------------------------------------------------------- */

typedef struct Count
{
	int			right;
	int			found;
	int			gold;
} Count;

static double
f1(const Count *c)
{
	return c->right == 0 ? 0 : 200.0 * c->right / (c->found + c->gold);
}

/* print_errors shows the lines of the held-out sets with what went wrong, for reading. */
static void
print_errors(const char *path, const bool *use)
{
	static const char *const short_names[] = {"PER", "LOC", "ORG", "MISC"};
	FILE	   *out = fopen(path, "w");

	for (uint32_t x = 0, d = 0; d < docs.n; d++)
	{
		const GoldDoc *doc = docs.at[d];
		const NtTokens *tokens = &articles[d]->tokens;
		uint32_t	g = 0;

		for (; x < samples.n && samples.at[x].doc < d; x++)
			;
		if (!use[d])
			continue;
		fprintf(out, "=== %s\n", doc->id);
		for (uint32_t s = 0; s < articles[d]->sentences.n; s++)
		{
			const NtSentence *sentence = &articles[d]->sentences.at[s];
			bool		wrong = false;
			char		line[65536];
			int			n = 0;
			uint32_t	end = tokens->at[sentence->last - 1].end;

			n += snprintf(line + n, sizeof(line) - n, "%.*s\n", (int) (end - tokens->at[sentence->first].start),
						  doc->text + tokens->at[sentence->first].start);
			for (; x < samples.n && samples.at[x].doc == d && samples.at[x].stretch.sentence == s; x++)
			{
				const Sample *sample = &samples.at[x];

				for (uint32_t i = 0; i < sample->n; i++)
				{
					uint32_t	first = i;
					uint32_t	from;
					uint32_t	to;

					if (sample->labels[i] == TAG_OUTSIDE)
						continue;
					while ((sample->labels[i] & 3) != TAG_LAST && (sample->labels[i] & 3) != TAG_UNIT)
						i++;
					from = tokens->at[sample->stretch.first + first].start;
					to = tokens->at[sample->stretch.first + i].end;
					for (; g < doc->spans.n && doc->spans.at[g].start < from; g++)
					{
						n += snprintf(line + n, sizeof(line) - n, "    - %s %.*s\n",
									  short_names[__builtin_ctz(doc->spans.at[g].types | 16)],
									  (int) (doc->spans.at[g].end - doc->spans.at[g].start), doc->text + doc->spans.at[g].start);
						wrong = true;
					}
					if (g < doc->spans.n && doc->spans.at[g].start == from && doc->spans.at[g].end == to &&
						doc->spans.at[g].types == 1 << (sample->labels[i] >> 2))
					{
						g++;
						continue;
					}
					wrong = true;
					n += snprintf(line + n, sizeof(line) - n, "    + %s %.*s\n",
								  short_names[sample->labels[i] >> 2], (int) (to - from), doc->text + from);
				}
			}
			for (; g < doc->spans.n && doc->spans.at[g].start < end; g++)
			{
				n += snprintf(line + n, sizeof(line) - n, "    - %s %.*s\n",
							  short_names[__builtin_ctz(doc->spans.at[g].types | 16)],
							  (int) (doc->spans.at[g].end - doc->spans.at[g].start), doc->text + doc->spans.at[g].start);
				wrong = true;
			}
			if (wrong)
				fputs(line, out);
		}
	}
	fclose(out);
}

static void
evaluate(const char *what, const bool *use)
{
	Count		by[TAG_TYPES] = {0};
	Count		core = {0};

	for (uint32_t d = 0; d < docs.n; d++)
	{
		if (!use[d])
			continue;
		for (uint32_t s = 0; s < docs.at[d]->spans.n; s++)
			for (int t = 0; t < TAG_TYPES; t++)
				by[t].gold += docs.at[d]->spans.at[s].types == 1 << t;
	}
	for (uint32_t x = 0; x < samples.n; x++)
	{
		const Sample *s = &samples.at[x];
		const GoldDoc *doc = docs.at[s->doc];
		const NtToken *tokens = articles[s->doc]->tokens.at + s->stretch.first;

		if (!use[s->doc])
			continue;
		for (uint32_t i = 0; i < s->n; i++)
		{
			uint32_t	first = i;
			int			type = s->labels[i] >> 2;
			bool		right = false;

			if (s->labels[i] == TAG_OUTSIDE)
				continue;
			while ((s->labels[i] & 3) != TAG_LAST && (s->labels[i] & 3) != TAG_UNIT)
				i++;
			by[type].found++;
			for (uint32_t g = 0; g < doc->spans.n; g++)
			{
				const GoldSpan *span = &doc->spans.at[g];

				if (span->start == tokens[first].start && span->end == tokens[i].end && span->types == 1 << type)
					right = true;
			}
			by[type].right += right;
		}
	}
	for (int t = 0; t < TAG_OTHER; t++)
	{
		core.right += by[t].right;
		core.found += by[t].found;
		core.gold += by[t].gold;
	}
	printf("%-24s P %.2f R %.2f F1 %.2f   PER %.2f LOC %.2f ORG %.2f  MISC %.2f\n", what,
		   100.0 * core.right / (core.found ? core.found : 1), 100.0 * core.right / (core.gold ? core.gold : 1),
		   f1(&core), f1(&by[0]), f1(&by[1]), f1(&by[2]), f1(&by[3]));
	fflush(stdout);
}

/* ---- writing ---------------------------------------------------------- */

#define ROWS (1 << 17)

typedef struct Row
{
	float		most;			/* greatest weight, without sign */
	uint32_t	feature;		/* kept number */
	uint32_t	hash;
} Row;

static int
compare_rows(const void *a, const void *b)
{
	const Row  *x = a;
	const Row  *y = b;

	if (x->most != y->most)
		return x->most > y->most ? -1 : 1;
	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static void
put16(FILE *out, int x)
{
	fputc(x & 0xFF, out);
	fputc(x >> 8 & 0xFF, out);
}

static int
compare_floats(const void *a, const void *b)
{
	const float *x = a;
	const float *y = b;

	return *x > *y ? -1 : *x < *y;
}

/* weight_scale returns what to multiply with so that all but a few weights fit a byte. */
static float
weight_scale(const Weights *w)
{
	float	   *most = calloc(w->features + 1, sizeof(float));
	float		top;

	for (uint32_t f = 0; f < w->features; f++)
		for (int l = 0; l < TAG_LABELS; l++)
			if (fabsf(w->mean[f][l]) > most[f])
				most[f] = fabsf(w->mean[f][l]);
	qsort(most, w->features, sizeof(float), compare_floats);
	top = most[w->features / 1000];
	free(most);
	return top > 0 ? 127 / top : 1;
}

static int
scaled(float weight, float scale, int limit)
{
	long		x = lrintf(weight * scale);

	return (int) (x > limit ? limit : x < -limit ? -limit : x);
}

/*
 * write_weights writes the rows of the greatest weights; of rows that do not
 * fit their bucket the weakest are dropped.
 */
static void
write_weights(const Weights *w, const uint16_t *odds, const char *path)
{
	Row		   *rows = cx->alloc(cx, sizeof(Row) * (w->features + 1));
	uint16_t   *prints = nt_alloc0(cx, ROWS * sizeof(uint16_t));
	int8_t	  (*table)[TAG_LABELS] = nt_alloc0(cx, ROWS * TAG_LABELS);
	uint8_t    *used = nt_alloc0(cx, ROWS / TAG_BUCKET);
	uint32_t	n = 0;
	uint32_t	written = 0;
	float		scale;
	FILE	   *out;

	for (uint32_t i = 0; i < numbers.hash.n; i++)
		if (numbers.kept.at[i] != NT_NONE)
		{
			Row		   *row = &rows[n++];

			row->feature = numbers.kept.at[i];
			row->hash = numbers.hash.at[i];
			row->most = 0;
			for (int l = 0; l < TAG_LABELS; l++)
				if (fabsf(w->mean[row->feature][l]) > row->most)
					row->most = fabsf(w->mean[row->feature][l]);
		}
	qsort(rows, n, sizeof(Row), compare_rows);
	scale = weight_scale(w);
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	bucket = rows[i].hash & (ROWS / TAG_BUCKET - 1);
		uint16_t	print = (uint16_t) (rows[i].hash >> 16);
		uint32_t	at = bucket * TAG_BUCKET + used[bucket];
		bool		clash = false;

		for (uint32_t k = bucket * TAG_BUCKET; k < at; k++)
			clash |= prints[k] == print;
		if (clash || used[bucket] == TAG_BUCKET || print == 0 || rows[i].most * scale < 0.5f)
			continue;
		used[bucket]++;
		written++;
		prints[at] = print;
		for (int l = 0; l < TAG_LABELS; l++)
			table[at][l] = (int8_t) scaled(w->mean[rows[i].feature][l], scale, 127);
	}
	out = fopen(path, "wb");
	if (out == NULL)
		tool_die("could not write %s", path);
	fwrite("ntweight", 1, 8, out);
	put16(out, ROWS & 0xFFFF);
	put16(out, ROWS >> 16);
	for (uint32_t i = 0; i < ROWS; i++)
		put16(out, prints[i]);
	fwrite(table, TAG_LABELS, ROWS, out);
	for (int a = 0; a < TAG_STATES; a++)
		for (int b = 0; b < TAG_STATES; b++)
			put16(out, scaled(w->steps_mean[a][b], scale, 30000));
	for (int i = 0; i <= TAG_TYPES * TAG_ODDS; i++)
		put16(out, odds[i]);
	if (fclose(out) != 0)
		tool_die("could not write %s", path);
	printf("%s: %u rows of %u features, scale %.3f\n", path, written, n, scale);
}

/* ---- main ------------------------------------------------------------- */

static unsigned left_out;		/* sources not learned from, to see what they are worth */

static bool *
of_sources(unsigned set)
{
	bool	   *use = nt_alloc0(cx, docs.n);

	for (uint32_t d = 0; d < docs.n; d++)
		use[d] = (set & ~left_out & 1u << docs.at[d]->source) != 0;
	return use;
}

/* prose leaves out documents that are mostly results and prices. */
static bool *
prose(const bool *use)
{
	bool	   *out = nt_alloc0(cx, docs.n);

	for (uint32_t d = 0; d < docs.n; d++)
	{
		const NtTokens *tokens = &articles[d]->tokens;
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
	for (uint32_t d = 0, x = 0; d < docs.n; d++)
	{
		uint8_t    *labels;
		NtTagVotes    *votes;
		uint32_t	first;

		while (x < samples.n && samples.at[x].doc < d)
			x++;
		if (!use[d])
			continue;
		first = x;
		labels = cx->alloc(cx, articles[d]->tokens.n + 1);
		memset(labels, TAG_OUTSIDE, articles[d]->tokens.n + 1);
		for (; x < samples.n && samples.at[x].doc == d; x++)
			memcpy(labels + samples.at[x].stretch.first, samples.at[x].labels, samples.at[x].n);
		votes = feature_count_votes(&features[d], labels);
		for (x = first; x < samples.n && samples.at[x].doc == d; x++)
		{
			Sample	   *s = &samples.at[x];
			NtArray(uint32_t) all = {0};

			s->vote_offsets = cx->alloc(cx, sizeof(uint32_t) * (s->n + 1));
			for (uint32_t i = 0; i < s->n; i++)
			{
				uint32_t	buffer[FEATURE_MAX];
				int			n = feature_votes(&features[d], &s->stretch, s->stretch.first + i, labels, votes, buffer);

				s->vote_offsets[i] = all.n;
				for (int k = 0; k < n; k++)
				{
					uint32_t	number = vote_number(buffer[k]);

					if (number != NT_NONE)
						*nt_push(cx, &all) = number;
				}
			}
			s->vote_offsets[s->n] = all.n;
			s->votes = all.at;
		}
	}
}

#define FOLDS 4

/*
 * Calibration: how often names with such a margin were right in documents the
 * weights had not seen.
 */
typedef struct Odds
{
	double		right[TAG_TYPES][TAG_ODDS];
	double		all[TAG_TYPES][TAG_ODDS];
} Odds;

#define ODDS_STEP 24			/* margin of a step, in rounded weights */

static Odds odds;

/* count_odds counts for the documents of one fold which names were right. */
static void
count_odds(const Weights *w, const bool *use)
{
	float		scale = weight_scale(w);
	float		margins[4096];

	for (uint32_t x = 0; x < samples.n; x++)
	{
		const Sample *s = &samples.at[x];

		if (!use[s->doc] || s->n > 4096)
			continue;
		weights_margins(w, s, true, margins);
		for (uint32_t i = 0; i < s->n; i++)
		{
			int			type = s->labels[i] >> 2;
			float		margin = margins[i];
			bool		right = (s->allowed[i] >> s->labels[i] & 1) != 0;
			int			step;

			if (s->labels[i] == TAG_OUTSIDE || s->allowed[i] == ALL_LABELS)
				continue;
			while ((s->labels[i] & 3) != TAG_LAST && (s->labels[i] & 3) != TAG_UNIT)
			{
				i++;
				margin = margins[i] < margin ? margins[i] : margin;
				right &= (s->allowed[i] >> s->labels[i] & 1) != 0;
			}
			step = (int) (margin * scale / ODDS_STEP);
			step = step < 0 ? 0 : step >= TAG_ODDS ? TAG_ODDS - 1 : step;
			odds.right[type][step] += right;
			odds.all[type][step]++;
		}
	}
}

/*
 * smooth_odds makes of the counts shares that never fall as the margin grows:
 * neighbours that do are pooled.
 */
static void
smooth_odds(uint16_t *out)
{
	for (int t = 0; t < TAG_TYPES; t++)
	{
		double		right[TAG_ODDS];
		double		all[TAG_ODDS];
		int			width[TAG_ODDS];
		int			n = 0;
		int			at = 0;

		for (int i = 0; i < TAG_ODDS; i++)
		{
			/* two names in mind of which one was right, against empty steps */
			right[n] = odds.right[t][i] + 0.05 * (10 + i);
			all[n] = odds.all[t][i] + 0.05 * 2 * TAG_ODDS / 2;
			width[n] = 1;
			for (n++; n > 1 && right[n - 2] * all[n - 1] >= right[n - 1] * all[n - 2]; n--)
			{
				right[n - 2] += right[n - 1];
				all[n - 2] += all[n - 1];
				width[n - 2] += width[n - 1];
			}
		}
		for (int i = 0; i < n; i++)
			for (int k = 0; k < width[i]; k++)
			{
				double		share = right[i] / all[i];

				out[t * TAG_ODDS + at++] = (uint16_t) lrint(1000 * (share > 0.999 ? 0.999 : share));
			}
	}
	out[TAG_TYPES * TAG_ODDS] = ODDS_STEP;
}

static void
choose_fold(int k, bool *fold, bool *others)
{
	for (uint32_t d = 0; d < docs.n; d++)
	{
		fold[d] = docs.at[d]->source != SOURCE_HELD && (int) (d % FOLDS) == k;
		others[d] = docs.at[d]->source != SOURCE_HELD && !fold[d] && !(left_out & 1u << docs.at[d]->source);
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
	bool	   *trusted = of_sources(1u << SOURCE_POLNEAR | 1u << SOURCE_WIKIGOLD | 1u << SOURCE_EWT);

	may_number = true;
	for (int k = 0; k < FOLDS; k++)
	{
		Weights    *w = weights_new(numbers.n_kept);

		choose_fold(k, fold, others);
		weights_learn(w, &samples, others, 6, 10 + (uint32_t) k);
		weights_label(w, &samples, fold, false);
		weights_free(w);
	}
	count_votes(of_sources(~(1u << SOURCE_HELD)));
	may_number = false;

	for (int k = 0; k < FOLDS; k++)
	{
		Weights    *w = weights_new(numbers.n_kept);

		choose_fold(k, fold, others);
		weights_learn(w, &samples, others, ROUNDS, 20 + (uint32_t) k);
		for (uint32_t d = 0; d < docs.n; d++)
			fold[d] &= trusted[d];
		weights_label(w, &samples, fold, true);
		count_odds(w, fold);
		weights_free(w);
	}
}

/* relax also allows what the weights predict; but a name that GUM has stays one. */
static void
relax(const Weights *w, const bool *use)
{
	weights_label(w, &samples, use, false);
	for (uint32_t x = 0; x < samples.n; x++)
	{
		Sample	   *s = &samples.at[x];

		for (uint32_t i = 0; use[s->doc] && i < s->n; i++)
			if (s->labels[i] != TAG_OUTSIDE || docs.at[s->doc]->source != SOURCE_GUM)
				s->allowed[i] |= UINT32_C(1) << s->labels[i];
	}
}

/* learn_mean returns the mean of several weights, learned in different orders. */
static Weights *
learn_mean(const bool *use, int rounds, int n, uint32_t seed)
{
	Weights    *mean = weights_new(numbers.n_kept);

	for (int k = 0; k < n; k++)
	{
		Weights    *w = weights_new(numbers.n_kept);

		weights_learn(w, &samples, use, rounds, seed + (uint32_t) k * 101);
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

	tool_arena_init(&forever);
	bytes = tool_read_file(cx, model, &size);
	knowledge_open(cx, &know, bytes, size);
	corpus_read_all(cx, &docs, corpora);
	make_samples();
	for (uint32_t d = 0, x = 0; d < docs.n; d++)
	{
		NtTags		tags = {0};

		tagger_tag(articles[d], &tags);
		for (uint32_t t = 0; x < samples.n && samples.at[x].doc == d; x++)
		{
			Sample	   *s = &samples.at[x];

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
		evaluate(source_name(s), of_sources(1u << s));
	return 0;
}

/* print_calibration compares confidence with what was right on the held-out set. */
static void
print_calibration(const Weights *w, const uint16_t *table, const bool *use)
{
	static Odds saved;
	double		off = 0;
	double		all = 0;

	saved = odds;
	memset(&odds, 0, sizeof(odds));
	count_odds(w, use);
	for (int band = 0; band < 5; band++)
	{
		static const int bands[] = {0, 500, 700, 900, 970, 1000};
		double		right = 0;
		double		said = 0;
		double		n = 0;

		for (int t = 0; t < TAG_TYPES; t++)
			for (int i = 0; i < TAG_ODDS; i++)
			{
				double		p = table[t * TAG_ODDS + i];

				if (p < bands[band] || p >= bands[band + 1])
					continue;
				n += odds.all[t][i];
				right += odds.right[t][i];
				said += odds.all[t][i] * p / 1000;
			}
		if (n > 0)
			printf("confidence %4d to %4d: %5.0f names, %.3f expected right, %.3f were\n", bands[band],
				   bands[band + 1], n, said / n, right / n);
		off += fabs(said - right);
		all += n;
	}
	printf("calibration error %.3f\n", all > 0 ? off / all : 0);
	odds = saved;
}

int
main(int argc, char **argv)
{
	size_t		size;
	const void *bytes;
	Weights    *w;
	bool	   *held;

	for (int s = 0; argc == 6 && s < SOURCES; s++)
		if (strncmp(argv[5], "--without=", 10) == 0 && strcmp(argv[5] + 10, source_name(s)) == 0)
		{
			left_out = 1u << s;
			argc--;
		}
	if (argc != 5 && !(argc == 4 && strcmp(argv[1], "--score") == 0))
	{
		fputs("usage: newstext-train MODEL CORPORA OUTPUT DATA [--without=SOURCE]\n"
			  "       newstext-train --score MODEL CORPORA\n", stderr);
		return 2;
	}
	if (strcmp(argv[1], "--score") == 0)
		return score_model(argv[2], argv[3]);
	tool_arena_init(&forever);
	bytes = tool_read_file(cx, argv[1], &size);
	knowledge_open(cx, &know, bytes, size);
	if (know.tagger.words == NULL)
		tool_die("%s holds no word clusters", argv[1]);
	corpus_read_all(cx, &docs, argv[2]);
	made_read(cx, &docs, argv[4], TEMPLATE_TIMES);
	for (int s = 0; s < SOURCES; s++)
	{
		uint32_t	n = 0;
		uint32_t	spans = 0;

		for (uint32_t d = 0; d < docs.n; d++)
			if (docs.at[d]->source == (Source) s)
			{
				n++;
				spans += docs.at[d]->spans.n;
			}
		printf("%-10s %5u documents %6u names\n", source_name(s), n, spans);
	}
	make_samples();
	keep_features(2);
	held = of_sources(1u << SOURCE_HELD);

	w = weights_new(numbers.n_kept);
	weights_learn(w, &samples, of_sources(1u << SOURCE_POLNEAR | 1u << SOURCE_WIKIGOLD | 1u << SOURCE_EWT | 1u << SOURCE_MADE), 8, 1);
	weights_label(w, &samples, held, false);
	evaluate("held, trusted sets", held);
	relax(w, of_sources(1u << SOURCE_GMB | 1u << SOURCE_GUM));
	weights_free(w);

	vote();
	w = learn_mean(of_sources(~(1u << SOURCE_HELD)), ROUNDS, RUNS, 2);
	weights_label(w, &samples, held, false);
	evaluate("held, first pass", held);
	count_votes(held);
	weights_label(w, &samples, held, true);
	evaluate("held, second pass", held);
	evaluate("held, prose", prose(held));
	print_errors("build/errors.txt", held);
	{
		uint16_t	table[TAG_TYPES * TAG_ODDS + 1];

		smooth_odds(table);
		print_calibration(w, table, held);
		write_weights(w, table, corpus_path(cx, argv[3], "tagger.weights"));
	}
	return 0;
}
