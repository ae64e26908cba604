/*
 * train_quotes_examples.c -- what the attributions teach.
 *
 * Every trigger of a sentence is an example for the cue model; the trigger of a gold
 * attribution one for its start, its end and its source besides, each given the
 * right answers of the steps before.
 */
#include "train/train_quotes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* near_candidate returns the candidate nearest to a token, within 2 tokens. */
static uint32_t
near_candidate(const QuoteCandidates *c, uint32_t token)
{
	uint32_t	best = NT_NONE;
	uint32_t	best_off = 3;

	for (uint32_t k = 0; k < c->n; k++)
	{
		uint32_t	off = c->at[k] > token ? c->at[k] - token : token - c->at[k];

		if (off < best_off)
		{
			best_off = off;
			best = k;
		}
	}
	return best;
}

/* The part of a gold attribution that the sentence of its cue holds. */
typedef struct Target
{
	uint32_t	cue;
	QuoteSide	side;
	QuoteRange	content;
	const Gold *gold;
} Target;

/* find_cue returns the trigger of a gold attribution, NT_NONE when none is one. */
static uint32_t
find_cue(const QuoteReader *r, const Gold *gold, const int *used)
{
	uint32_t	best = NT_NONE;
	int			best_rank = 0;

	for (uint32_t k = 0; k < gold->cue.n; k++)
	{
		QuoteRange	range = tokens_of(r, gold->cue.at[k]);

		for (uint32_t i = range.first; i <= range.last && i < r->n; i++)
		{
			const NtCue *cue = quote_cue_record(r, i);
			int			rank = 1;

			if (i < r->first || i >= r->last || !quote_is_trigger(r, i) || used[i])
				continue;
			if (r->tok[i].kind == TOKEN_PUNCT)
				rank = 1;
			else if (pos_in(r->pos[i], POS_VERBS))
				rank = cue->form != 0 ? 5 : 4;
			else
				rank = 3;
			if (rank > best_rank)
			{
				best_rank = rank;
				best = i;
			}
		}
	}
	return best;
}

/* white_between: two gold parts that only white space parts are one. */
static bool
white_between(const char *text, uint32_t a, uint32_t b)
{
	for (; a < b; a++)
		if (strchr(" \n\t\r\xc2\xa0", text[a]) == NULL)
			return false;
	return true;
}

static bool
find_target(const QuoteReader *r, const char *text, const Gold *gold, uint32_t cue, Target *target)
{
	QuoteRange	left = QUOTE_NO_RANGE;
	QuoteRange	right = QUOTE_NO_RANGE;
	uint32_t	at = r->tok[cue].start;

	for (uint32_t k = 0; k < gold->content.n; k++)
	{
		QuoteRange	part = gold->content.at[k];

		while (k + 1 < gold->content.n && white_between(text, part.last, gold->content.at[k + 1].first))
			part.last = gold->content.at[++k].last;
		if (part.last <= at)
			left = part;
		else if (part.first > at && range_empty(right))
			right = part;
	}
	target->cue = cue;
	target->gold = gold;
	if (!range_empty(left))
	{
		QuoteRange	tokens = tokens_of(r, left);
		bool		quoted = !range_empty(tokens) && is_mark(r, tokens.last);

		if (!range_empty(right) && !quoted && right.last - right.first > left.last - left.first)
			left = QUOTE_NO_RANGE;
		else
		{
			target->side = CUE_LEFT;
			target->content = tokens;
			return !range_empty(tokens);
		}
	}
	if (range_empty(right))
		return false;
	target->side = CUE_RIGHT;
	target->content = tokens_of(r, right);
	return !range_empty(target->content);
}

/* owns_next tells whether a noun phrase is but the owner of the next: Kyiv's, its. */
static bool
owns_next(const QuoteReader *r, QuoteRange chunk)
{
	return r->pos[chunk.last + 1] == POS_POS || (chunk.first == chunk.last && r->pos[chunk.first] == POS_PRPS);
}

/* names_next tells whether a person's name stands beside a noun phrase: its head, [Ann Lee], said. */
static bool
names_next(const QuoteReader *r, QuoteRange chunk, QuoteRange next)
{
	return next.first == chunk.last + 2 && r->pos[chunk.last + 1] == POS_COMMA && r->name[next.last] == ENTITY_PERSON + 1 &&
		r->name[chunk.last] != ENTITY_PERSON + 1;
}

/*
 * source_head returns the noun phrase of the sentence that heads a gold source:
 * its first, or what that one owns, or the name of whom it describes.
 * [officials] in Kyiv, Kyiv's [mayor], its head, [Ann Lee].
 */
static uint32_t
source_head(const QuoteReader *r, QuoteRange source)
{
	uint32_t	head = 0;

	while (head < r->chunks.n && r->tok[r->chunks.at[head].last].end <= source.first)
		head++;
	while (head + 1 < r->chunks.n && r->tok[r->chunks.at[head + 1].first].start < source.last &&
		   (owns_next(r, r->chunks.at[head]) || names_next(r, r->chunks.at[head], r->chunks.at[head + 1])))
		head++;
	return head < r->chunks.n && r->tok[r->chunks.at[head].first].start < source.last ? head : NT_NONE;
}

/*
 * span_example makes an example of the candidates for one end of a content; the
 * other end is known, or is looked for later.  False: none of them is right.
 */
static bool
span_example(const QuoteReader *r, QuoteSpanModel model, uint32_t cue, uint32_t known, const QuoteCandidates *c,
			 uint32_t right, uint32_t document)
{
	Task	   *task = &span_task[model];
	uint32_t	first = task->candidates.n;
	QuoteFeatures f;

	if (right == NT_NONE)
	{
		task->lost++;
		return false;
	}
	for (uint32_t k = 0; k < c->n; k++)
	{
		switch (model)
		{
			case SPAN_RIGHT_START:
				quote_right_start_features(r, cue, c->at[k], FEATURES_ALL, &f);
				break;
			case SPAN_RIGHT_END:
				quote_right_end_features(r, cue, known, c->at[k], FEATURES_ALL, &f);
				break;
			case SPAN_LEFT_START:
				quote_left_start_features(r, cue, known, c->at[k], &f);
				break;
			default:
				quote_left_end_features(r, cue, c->at[k], &f);
				break;
		}
		task_candidate(task, &f, k == right);
	}
	task_example(task, first, 0, document);
	return true;
}

/* right_examples: words reported after their cue; the start is looked for first. */
static bool
right_examples(QuoteReader *r, const Target *t, uint32_t document, QuoteRange *content)
{
	QuoteCandidates c;
	uint32_t	right;

	quote_right_starts(r, t->cue, &c);
	right = near_candidate(&c, content->first);
	if (!span_example(r, SPAN_RIGHT_START, t->cue, 0, &c, right, document))
		return false;
	content->first = c.at[right];
	quote_right_ends(r, t->cue, content->first, &c);
	right = near_candidate(&c, content->last);
	if (right == NT_NONE && content->last >= r->last && c.n > 0)
		right = c.n - 1;
	span_example(r, SPAN_RIGHT_END, t->cue, content->first, &c, right, document);
	return true;
}

/* left_examples: words reported before their cue; the end is looked for first. */
static bool
left_examples(QuoteReader *r, const Target *t, uint32_t document, QuoteRange *content)
{
	QuoteCandidates c;
	uint32_t	right;

	quote_left_ends(r, t->cue, &c);
	right = near_candidate(&c, content->last);
	if (!span_example(r, SPAN_LEFT_END, t->cue, 0, &c, right, document))
		return false;
	content->last = c.at[right];
	quote_left_starts(r, t->cue, content->last, &c);
	span_example(r, SPAN_LEFT_START, t->cue, content->last, &c, near_candidate(&c, content->first), document);
	return true;
}

static void
source_example(QuoteReader *r, const Target *t, QuoteRange content, const QuoteEarlier *earlier, uint32_t document)
{
	Task	   *task = &span_task[SPAN_SOURCE];
	uint32_t	first = task->candidates.n;
	QuoteCandidates c;
	QuoteFeatures f;
	bool		any = false;
	bool		answer[QUOTE_CANDIDATES];

	quote_sources(r, t->cue, content, &c);
	for (uint32_t k = 0; k < c.n; k++)
	{
		answer[k] = c.at[k] == QUOTE_NO_SOURCE && t->gold->source.n == 0;
		for (uint32_t s = 0; s < t->gold->source.n; s++)
			answer[k] |= c.at[k] != QUOTE_NO_SOURCE && c.at[k] == source_head(r, t->gold->source.at[s]);
		any |= answer[k];
	}
	if (!any)
	{
		task->lost++;
		return;
	}
	for (uint32_t k = 0; k < c.n; k++)
	{
		quote_source_features(r, t->cue, t->side, content, earlier, c.at[k], FEATURES_ALL, &f);
		task_candidate(task, &f, answer[k]);
	}
	task_example(task, first, 0, document);
}

static void
span_examples(QuoteReader *r, const Target *t, const QuoteEarlier *earlier, uint32_t document)
{
	QuoteRange	content = t->content;

	if (t->side == CUE_RIGHT ? right_examples(r, t, document, &content) : left_examples(r, t, document, &content))
		source_example(r, t, content, earlier, document);
}

static int
compare_targets(const void *a, const void *b)
{
	uint32_t	x = ((const Target *) a)->cue;
	uint32_t	y = ((const Target *) b)->cue;

	return x < y ? -1 : x > y;
}

typedef NtArray(Target) Targets;

/* What has been used of a document so far, and what could not be. */
typedef struct Used
{
	int		   *side;			/* of each token: CUE_RIGHT or CUE_LEFT of the attribution it is the cue of */
	bool	   *gold;			/* of each attribution */
	uint32_t	odd;
} Used;

/* sentence_targets gathers the attributions whose cue is in the sentence. */
static void
sentence_targets(QuoteReader *r, const Document *d, Used *used, Targets *targets)
{
	for (uint32_t g = 0; g < d->gold.n; g++)
	{
		uint32_t	cue;
		Target		target;

		if (used->gold[g] || (cue = find_cue(r, &d->gold.at[g], used->side)) == NT_NONE)
			continue;
		used->gold[g] = true;
		if (!find_target(r, d->text, &d->gold.at[g], cue, &target))
		{
			used->odd++;
			continue;
		}
		used->side[cue] = (int) target.side;
		*nt_push(&forever.cx, targets) = target;
	}
}

/* trigger_examples: which triggers of the sentence report; those that do are as found by the reader. */
static void
trigger_examples(QuoteReader *r, const NtSentence *sentence, const Targets *targets, const Used *used, uint32_t document)
{
	for (uint32_t i = sentence->first; i < sentence->last; i++)
	{
		QuoteFeatures f;
		Attribution *a;
		uint32_t	first = cue_task.candidates.n;

		if (!quote_is_trigger(r, i))
			continue;
		quote_cue_features(r, i, &f);
		task_candidate(&cue_task, &f, true);
		task_example(&cue_task, first, used->side[i], document);
		if (used->side[i] == 0)
			continue;
		a = nt_push(r->cx, &r->found);
		*a = QUOTE_NO_ATTRIBUTION;
		a->cue = i;
		a->content = QUOTE_NO_RANGE;
		for (uint32_t g = 0; g < targets->n; g++)
			if (targets->at[g].cue == i)
			{
				a->content = targets->at[g].content;
				a->kind = (uint8_t) quote_kind_of(r, a->content);
				if (a->kind != QUOTE_INDIRECT)
					quote_take_marks(r, a->content);
			}
	}
}

static void
sentence_examples(const Document *d, QuoteReader *r, const NtSentence *sentence, Used *used, uint32_t document)
{
	Targets		targets = {0};

	quote_pos_sentence(r, sentence->first, sentence->last);
	quote_chunks(r, sentence->first, sentence->last);
	r->found.n = 0;
	sentence_targets(r, d, used, &targets);
	trigger_examples(r, sentence, &targets, used, document);
	if (targets.n > 1)
		qsort(targets.at, targets.n, sizeof(Target), compare_targets);
	for (uint32_t i = 0; i < targets.n; i++)
	{
		QuoteEarlier earlier = QUOTE_NO_EARLIER;

		if (i > 0)
			earlier.content = targets.at[i - 1].content;
		if (i > 0 && targets.at[i - 1].gold->source.n > 0)
			earlier.source = tokens_of(r, targets.at[i - 1].gold->source.at[0]);
		span_examples(r, &targets.at[i], &earlier, document);
	}
}

void
build_examples(void)
{
	uint32_t	golds = 0;
	uint32_t	without = 0;
	uint32_t	odd = 0;

	for (uint32_t k = 0; k < docs.n; k++)
	{
		Document   *d = &docs.at[k];
		Used		used = {calloc(d->reader.n + 1, sizeof(int)), calloc(d->gold.n + 1, sizeof(bool)), 0};

		for (uint32_t s = 0; s < d->article.sentences.n; s++)
			sentence_examples(d, &d->reader, &d->article.sentences.at[s], &used, k);
		golds += d->gold.n;
		for (uint32_t g = 0; g < d->gold.n; g++)
			without += !used.gold[g];
		odd += used.odd;
		free(used.side);
		free(used.gold);
	}
	printf("%u attributions, %u without trigger, %u of odd shape\n", golds, without, odd);
}
