/*
 * train_quotes_task.c -- softmax regression over hashed features.
 *
 * A task is a list of decisions, each among few candidates (spans) or sides (cues).
 * FTRL-proximal steps with an L1 term (McMahan and others, 2013) keep most
 * weights at 0; what is left is rounded to QUOTE_SCALE-ths.
 */
#include "train/train_quotes.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Documents that training leaves out now: those held, and one half when crossing. */
int			fold = -1;

static bool
left_out(const Example *e)
{
	return docs.at[e->document].held || (fold >= 0 && (int) (docs.at[e->document].origin & 1) == fold);
}

Task		cue_task = {"quoteCUE", QUOTE_CUE_BITS, QUOTE_CUE_WIDTH};
Task		span_task[SPAN_MODELS] = {
	{"quoteRS", QUOTE_SPAN_BITS, 1}, {"quoteRE", QUOTE_SPAN_BITS, 1}, {"quoteLS", QUOTE_SPAN_BITS, 1},
	{"quoteLE", QUOTE_SPAN_BITS, 1}, {"quoteSRC", QUOTE_SPAN_BITS, 1}, {"quoteLO", QUOTE_SPAN_BITS, 1},
};

void
task_candidate(Task *task, const QuoteFeatures *f, bool right)
{
	Candidate  *c = nt_push(&forever.cx, &task->candidates);

	c->feature = task->features.n;
	c->n = (uint16_t) f->n;
	c->right = right;
	for (uint32_t i = 0; i < f->n; i++)
		*nt_push(&forever.cx, &task->features) = f->at[i];
}

void
task_example(Task *task, uint32_t first, int right, uint32_t document)
{
	Example    *e = nt_push(&forever.cx, &task->examples);

	e->first = first;
	e->n = task->candidates.n - first;
	e->right = right;
	e->document = document;
}

#define RARE 3					/* fewer candidates than this teach a feature nothing */
#define RATE 0.1f
#define RATE_START 0.1f			/* the first steps are shorter by it */
#define SPARSE 2.0f				/* a weight whose gradients add up to less stays 0 */
#define AVERAGED_FROM 2			/* weights are the mean of those after each later epoch */

/* step is FTRL-proximal (McMahan and others 2013), which keeps most weights at 0. */
static inline void
step(Task *task, size_t at, float gradient)
{
	float		before = sqrtf(task->square[at]);
	float		after;

	task->square[at] += gradient * gradient;
	after = sqrtf(task->square[at]);
	task->z[at] += gradient - (after - before) / RATE * task->w[at];
	task->w[at] = fabsf(task->z[at]) <= SPARSE ? 0 :
		(copysignf(SPARSE, task->z[at]) - task->z[at]) * RATE / (RATE_START + after);
}

/* score_example fills p with the probability of each answer and returns the likeliest. */
static int
score_example(const Task *task, const Example *e, float *p)
{
	int			answers = task->width > 1 ? CUE_SIDES : (int) e->n;
	int			best = 0;
	float		sum = 0;

	p[CUE_NOT] = 0;
	for (int k = task->width > 1 ? CUE_RIGHT : 0; k < answers; k++)
	{
		const Candidate *c = &task->candidates.at[e->first + (task->width > 1 ? 0 : (uint32_t) k)];

		p[k] = 0;
		for (uint32_t i = 0; i < c->n; i++)
			p[k] += task->w[(size_t) task->features.at[c->feature + i] * task->width + (task->width > 1 ? k - CUE_RIGHT : 0)];
		if (p[k] > p[best])
			best = k;
	}
	{
		float		top = p[best];

		for (int k = 0; k < answers; k++)
			sum += p[k] = expf(p[k] - top);
	}
	for (int k = 0; k < answers; k++)
		p[k] /= sum;
	return best;
}

static void
learn_example(Task *task, const Example *e)
{
	float		p[QUOTE_CANDIDATES + 1];
	float		right = 0;

	score_example(task, e, p);
	if (task->width > 1)
	{
		const Candidate *c = &task->candidates.at[e->first];

		for (int k = CUE_RIGHT; k < CUE_SIDES; k++)
		{
			float		g = p[k] - (k == e->right);

			if (fabsf(g) > 1e-3f)
				for (uint32_t i = 0; i < c->n; i++)
					step(task, (size_t) task->features.at[c->feature + i] * task->width + k - CUE_RIGHT, g);
		}
		return;
	}
	for (uint32_t k = 0; k < e->n; k++)
		if (task->candidates.at[e->first + k].right)
			right += p[k];
	for (uint32_t k = 0; k < e->n; k++)
	{
		const Candidate *c = &task->candidates.at[e->first + k];
		float		g = p[k] - (c->right ? p[k] / fmaxf(right, 1e-6f) : 0);

		if (fabsf(g) > 1e-3f)
			for (uint32_t i = 0; i < c->n; i++)
				step(task, task->features.at[c->feature + i], g);
	}
}

static uint32_t random_state = 12345;

static uint32_t
random_below(uint32_t n)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 17;
	random_state ^= random_state << 5;
	return random_state % n;
}

/*
 * drop_rare leaves out features of fewer than RARE training candidates: they
 * teach little and would share the cells of others.  What is left is turned
 * into cells.
 */
static void
drop_rare(Task *task)
{
	uint8_t    *count = calloc(1 << 24, 1);

	for (uint32_t i = 0; i < task->examples.n; i++)
	{
		const Example *e = &task->examples.at[i];

		for (uint32_t k = 0; k < e->n && !docs.at[e->document].held; k++)
		{
			const Candidate *c = &task->candidates.at[e->first + k];

			for (uint32_t j = 0; j < c->n; j++)
			{
				uint8_t    *n = &count[task->features.at[c->feature + j] >> 8];

				*n += *n < 255;
			}
		}
	}
	for (uint32_t i = 0; i < task->candidates.n; i++)
	{
		Candidate  *c = &task->candidates.at[i];
		uint16_t	n = 0;

		for (uint32_t j = 0; j < c->n; j++)
		{
			uint32_t	hash = task->features.at[c->feature + j];

			if (count[hash >> 8] >= RARE)
				task->features.at[c->feature + n++] = hash >> (32 - task->bits);
		}
		c->n = n;
	}
	free(count);
}

void
train_task(Task *task, int epochs)
{
	size_t		size = ((size_t) 1 << task->bits) * (size_t) task->width;
	uint32_t   *order = malloc((task->examples.n + 1) * sizeof(uint32_t));
	uint32_t	right = 0;
	uint32_t	all = 0;
	uint32_t	used = 0;
	uint32_t	table[CUE_SIDES][CUE_SIDES] = {0};

	float	   *mean = calloc(size, sizeof(float));

	free(task->w);
	free(task->z);
	free(task->square);
	free(task->rounded);
	task->w = calloc(size, sizeof(float));
	task->z = calloc(size, sizeof(float));
	task->square = calloc(size, sizeof(float));
	task->rounded = calloc(size, 1);
	if (!task->cells)
		drop_rare(task);
	task->cells = true;
	for (uint32_t i = 0; i < task->examples.n; i++)
		order[i] = i;
	for (int epoch = 0; epoch < epochs; epoch++)
	{
		for (uint32_t i = task->examples.n; i > 1; i--)
		{
			uint32_t	k = random_below(i);
			uint32_t	swap = order[k];

			order[k] = order[i - 1];
			order[i - 1] = swap;
		}
		for (uint32_t i = 0; i < task->examples.n; i++)
			if (!left_out(&task->examples.at[order[i]]))
				learn_example(task, &task->examples.at[order[i]]);
		if (epoch >= AVERAGED_FROM)
			for (size_t i = 0; i < size; i++)
				mean[i] += task->w[i];
	}
	for (size_t i = 0; i < size && epochs > AVERAGED_FROM; i++)
		task->w[i] = mean[i] / (float) (epochs - AVERAGED_FROM);
	free(mean);
	for (size_t i = 0; i < size; i++)
	{
		task->rounded[i] = (int8_t) fmaxf(-127, fminf(127, roundf(task->w[i] * QUOTE_SCALE)));
		used += task->rounded[i] != 0;
	}
	for (uint32_t i = 0; i < task->examples.n; i++)
	{
		const Example *e = &task->examples.at[i];
		float		p[QUOTE_CANDIDATES + 1];
		int			best;

		if (!docs.at[e->document].held)
			continue;
		best = score_example(task, e, p);
		all++;
		if (task->width > 1)
		{
			right += best == e->right;
			table[e->right][best]++;
		}
		else
			right += task->candidates.at[e->first + best].right;
	}
	if (fold >= 0)
	{
		free(order);
		return;
	}
	printf("%-9s %6u examples, %4u unreachable, %6u weights, held: %.2f%% of %u\n", task->name, task->examples.n, task->lost,
		   used, 100.0 * right / (all > 0 ? all : 1), all);
	if (task->width > 1)
		for (int i = 0; i < CUE_SIDES; i++)
			printf("          gold %d: %6u %6u %6u\n", i, table[i][0], table[i][1], table[i][2]);
	free(order);
}
