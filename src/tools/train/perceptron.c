/*
 * perceptron.c -- the averaged structured perceptron (Collins 2002).
 *
 * Label a stretch with the weights so far.  Where the result differs from what
 * is right, add one to the weights of the right labels' features and take one
 * from those of the wrong ones.  In the end take the mean of the weights over
 * all steps, which forgets what came by accident of order.
 *
 * What is right may be a set: where a corpus does not tell, or is not to be
 * trusted, the best scoring of the sequences that it allows is taken for right.
 */
#include "train/perceptron.h"

#include "tool.h"

#include <stdlib.h>
#include <string.h>

#define MEAN_SCALE 64			/* mean weights are labelled with in 64ths */
#define DROPPED 45				/* of a hundred features, at each step */
#define VOTES_DROPPED 40		/* of a hundred votes */
#define VOTES_USED 60			/* of a hundred steps that see votes at all */
#define BODY_DOUBT 14			/* what a body must score more than another name */

static void *
get(size_t n, size_t size)
{
	void	   *p = calloc(n > 0 ? n : 1, size);

	if (p == NULL)
		tool_die("out of memory");
	return p;
}

Weights *
weights_new(uint32_t features)
{
	Weights    *w = get(1, sizeof(*w));

	w->features = features;
	w->now = get(features, sizeof(*w->now));
	w->sum = get(features, sizeof(*w->sum));
	w->mean = get(features, sizeof(*w->mean));
	w->time = 1;
	return w;
}

void
weights_free(Weights *w)
{
	free(w->now);
	free(w->sum);
	free(w->mean);
	free(w);
}

typedef struct Workspace
{
	uint32_t	n;
	NtTagScore *scores;
	NtTagState *forward;
	uint8_t    *labels;
	uint8_t    *right;
	uint32_t   *offsets;		/* of a thinned sample */
	uint32_t   *features;
	uint32_t	features_room;
	NtTagSteps	steps;
	NtTagStepLanes lanes;		/* of steps */
} Workspace;

static void
workspace_for(Workspace *ws, uint32_t n)
{
	if (n <= ws->n)
		return;
	free(ws->scores);
	free(ws->forward);
	free(ws->labels);
	free(ws->right);
	free(ws->offsets);
	ws->n = n * 2;
	ws->scores = get(ws->n, sizeof(NtTagScore));
	ws->forward = get(ws->n, sizeof(NtTagState));
	ws->labels = get(ws->n, 1);
	ws->right = get(ws->n, 1);
	ws->offsets = get(ws->n + 1, sizeof(uint32_t));
}

static void
workspace_free(Workspace *ws)
{
	free(ws->scores);
	free(ws->forward);
	free(ws->labels);
	free(ws->right);
	free(ws->offsets);
	free(ws->features);
}

static void
update(Weights *w, const Sample *s, const uint8_t *labels, int by)
{
	int			before = TAG_OUTSIDE;

	for (uint32_t i = 0; i < s->n; i++)
	{
		w->steps_now[before][labels[i]] += by;
		w->steps_sum[before][labels[i]] += by * w->time;
		before = labels[i];
	}
	w->steps_now[before][TAG_OUTSIDE] += by;
	w->steps_sum[before][TAG_OUTSIDE] += by * w->time;
}

static void
update_token(Weights *w, const Sample *s, uint32_t i, int label, int by)
{
	for (uint32_t k = s->offsets[i]; k < s->offsets[i + 1]; k++)
	{
		/* outside has no weights: to add to it is to take from all others */
		if (label == TAG_OUTSIDE)
		{
			for (int l = 0; l < TAG_LABELS; l++)
			{
				w->now[s->features[k]][l] -= by;
				w->sum[s->features[k]][l] -= by * w->time;
			}
			continue;
		}
		w->now[s->features[k]][label] += by;
		w->sum[s->features[k]][label] += by * w->time;
	}
}

static void
learn_one(Weights *w, const Sample *s, Workspace *ws)
{
	bool		wrong = false;

	workspace_for(ws, s->n);
	for (uint32_t i = 0; i < s->n; i++)
	{
		int32_t		sum[TAG_LABELS] = {0};

		for (uint32_t k = s->offsets[i]; k < s->offsets[i + 1]; k++)
		{
			const int32_t *row = w->now[s->features[k]];

			for (int l = 0; l < TAG_LABELS; l++)
				sum[l] += row[l];
		}
		for (int l = 0; l < TAG_LABELS; l++)
			ws->scores[i].at[l & 3][l >> 2] = sum[l];
	}
	for (int a = 0; a < TAG_STATES; a++)
		for (int b = 0; b < TAG_STATES; b++)
			ws->steps.at[a][b] = (int16_t) w->steps_now[a][b];
	tagger_steps(&ws->steps, &ws->lanes);
	tagger_decode(&ws->lanes, ws->scores, NULL, s->n, ws->forward, ws->labels);
	for (uint32_t i = 0; i < s->n; i++)
		wrong |= (s->allowed[i] & UINT32_C(1) << ws->labels[i]) == 0;
	w->time++;
	if (!wrong)
		return;
	if (tagger_decode(&ws->lanes, ws->scores, s->allowed, s->n, ws->forward, ws->right) < INT32_MIN / 4)
		return;
	for (uint32_t i = 0; i < s->n; i++)
		if (ws->right[i] != ws->labels[i])
		{
			update_token(w, s, i, ws->right[i], 1);
			update_token(w, s, i, ws->labels[i], -1);
		}
	update(w, s, ws->right, 1);
	update(w, s, ws->labels, -1);
}

static uint32_t
next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

/*
 * thin returns a copy of a sample without some of its features, so that what
 * is learned does not rest on a few of them: a word that the corpora have a
 * thousand times must not keep the weights of its cluster from growing.  Half
 * of the time the votes are left out, so that the same weights serve both passes.
 */
static Sample
thin(Workspace *ws, const Sample *s, uint32_t *seed)
{
	Sample		part = *s;
	uint32_t	out = 0;
	bool		votes = s->vote_offsets != NULL;
	uint32_t	room;

	workspace_for(ws, s->n);
	votes = votes && (int) (next_random(seed) % 100) < VOTES_USED;
	room = s->offsets[s->n] + (votes ? s->vote_offsets[s->n] : 0);
	if (room > ws->features_room)
	{
		free(ws->features);
		ws->features_room = room * 2;
		ws->features = get(ws->features_room, sizeof(uint32_t));
	}
	part.features = ws->features;
	part.offsets = ws->offsets;
	for (uint32_t i = 0; i < s->n; i++)
	{
		part.offsets[i] = out;
		for (uint32_t k = s->offsets[i]; k < s->offsets[i + 1]; k++)
			if (next_random(seed) % 100 >= DROPPED)
				part.features[out++] = s->features[k];
		for (uint32_t k = votes ? s->vote_offsets[i] : 0; votes && k < s->vote_offsets[i + 1]; k++)
			if (next_random(seed) % 100 >= VOTES_DROPPED)
				part.features[out++] = s->votes[k];
	}
	part.offsets[s->n] = out;
	return part;
}

void
weights_learn(Weights *w, const Samples *samples, const bool *use, int rounds, uint32_t seed)
{
	uint32_t   *order = get(samples->n, sizeof(uint32_t));
	uint32_t	n = 0;
	Workspace	ws = {0};

	for (uint32_t i = 0; i < samples->n; i++)
		if (use[samples->at[i].doc])
			order[n++] = i;
	for (int round = 0; round < rounds; round++)
	{
		for (uint32_t i = n; i > 1; i--)
		{
			uint32_t	k = next_random(&seed) % i;
			uint32_t	x = order[i - 1];

			order[i - 1] = order[k];
			order[k] = x;
		}
		for (uint32_t i = 0; i < n; i++)
		{
			Sample		part = thin(&ws, &samples->at[order[i]], &seed);

			learn_one(w, &part, &ws);
		}
	}
	for (uint32_t f = 0; f < w->features; f++)
		for (int l = 0; l < TAG_LABELS; l++)
			w->mean[f][l] = (float) (w->now[f][l] - (double) w->sum[f][l] / w->time);
	for (int a = 0; a < TAG_STATES; a++)
		for (int b = 0; b < TAG_STATES; b++)
			w->steps_mean[a][b] = (float) (w->steps_now[a][b] - (double) w->steps_sum[a][b] / w->time);
	workspace_free(&ws);
	free(order);
}

void
weights_doubt_bodies(Weights *w)
{
	for (int before = 0; before < TAG_STATES; before++)
		if (before == TAG_OUTSIDE || (before & 3) >= TAG_LAST)
		{
			w->steps_mean[before][TAG_ORG * TAG_POSITIONS + TAG_BEGIN] -= BODY_DOUBT;
			w->steps_mean[before][TAG_ORG * TAG_POSITIONS + TAG_UNIT] -= BODY_DOUBT;
		}
}

/* score_sample scores a sample's tokens with the mean weights, in MEAN_SCALEths. */
static void
score_sample(const Weights *w, const Sample *s, bool votes, Workspace *ws)
{
	workspace_for(ws, s->n);
	for (uint32_t i = 0; i < s->n; i++)
	{
		float		sum[TAG_LABELS] = {0};

		for (uint32_t k = s->offsets[i]; k < s->offsets[i + 1]; k++)
			for (int l = 0; l < TAG_LABELS; l++)
				sum[l] += w->mean[s->features[k]][l];
		for (uint32_t k = votes ? s->vote_offsets[i] : 0; votes && k < s->vote_offsets[i + 1]; k++)
			for (int l = 0; l < TAG_LABELS; l++)
				sum[l] += w->mean[s->votes[k]][l];
		for (int l = 0; l < TAG_LABELS; l++)
			ws->scores[i].at[l & 3][l >> 2] = (int32_t) (sum[l] * MEAN_SCALE);
	}
}

static void
mean_steps(const Weights *w, NtTagSteps *steps)
{
	for (int a = 0; a < TAG_STATES; a++)
		for (int b = 0; b < TAG_STATES; b++)
			steps->at[a][b] = (int16_t) (w->steps_mean[a][b] * MEAN_SCALE);
}

void
weights_label(const Weights *w, const Samples *samples, const bool *use, bool votes)
{
	Workspace	ws = {0};

	mean_steps(w, &ws.steps);
	tagger_steps(&ws.steps, &ws.lanes);
	for (uint32_t x = 0; x < samples->n; x++)
	{
		const Sample *s = &samples->at[x];

		if (!use[s->doc])
			continue;
		score_sample(w, s, votes, &ws);
		tagger_decode(&ws.lanes, ws.scores, NULL, s->n, ws.forward, s->labels);
	}
	workspace_free(&ws);
}

void
weights_margins(const Weights *w, const Sample *s, bool votes, float *margins)
{
	Workspace	ws = {0};
	uint8_t    *labels = get(s->n, 1);
	int32_t    *all = get(s->n, sizeof(int32_t));

	mean_steps(w, &ws.steps);
	tagger_steps(&ws.steps, &ws.lanes);
	score_sample(w, s, votes, &ws);
	tagger_decode(&ws.lanes, ws.scores, NULL, s->n, ws.forward, labels);
	tagger_margins(&ws.lanes, ws.scores, s->n, s->labels, ws.forward, all);
	for (uint32_t i = 0; i < s->n; i++)
		margins[i] = (float) all[i] / MEAN_SCALE;
	free(all);
	free(labels);
	workspace_free(&ws);
}
