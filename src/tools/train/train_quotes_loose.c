/*
 * train_quotes_loose.c -- what becomes of marks that no cue claims, learned.
 *
 * The examples are what the other models leave loose in articles they have not
 * learned from, and the answer what the attributions say of the pair.
 */
#include "train/train_quotes.h"

static uint32_t
overlap(QuoteRange a, QuoteRange b)
{
	uint32_t	first = a.first > b.first ? a.first : b.first;
	uint32_t	last = a.last < b.last ? a.last : b.last;

	return first < last ? last - first : 0;
}

/* overlap_all counts the bytes of a range that a gold content holds. */
static uint32_t
overlap_all(const Ranges *content, QuoteRange bytes)
{
	uint32_t	sum = 0;

	for (uint32_t k = 0; k < content->n; k++)
		sum += overlap(content->at[k], bytes);
	return sum;
}

static QuoteRange
bytes_of(const QuoteReader *r, QuoteRange tokens)
{
	return (QuoteRange) {r->tok[tokens.first].start, r->tok[tokens.last].end};
}

/*
 * teach_loose answers with what the gold attributions say of a pair, and makes
 * an example of it: the smallest gold content that holds the pair; its cue, or
 * the quotation found that shares its content or cue.
 */
static uint32_t
teach_loose(void *data, QuoteReader *r, uint32_t number, const QuoteMark *m, const QuoteLoose *options, uint32_t n)
{
	const Document *d = data;
	QuoteRange	bytes = bytes_of(r, (QuoteRange) {m->open, m->close});
	const Gold *gold = NULL;
	uint32_t	smallest = UINT32_MAX;
	bool		right[QUOTE_LOOSE_OPTIONS] = {false};
	uint32_t	answer = NT_NONE;
	Task	   *task = &span_task[SPAN_LOOSE];
	uint32_t	first = task->candidates.n;

	for (uint32_t g = 0; g < d->gold.n; g++)
	{
		const Ranges *content = &d->gold.at[g].content;
		uint32_t	size = 0;

		if (overlap_all(content, bytes) * 10 < (bytes.last - bytes.first) * 8)
			continue;
		for (uint32_t k = 0; k < content->n; k++)
			size += content->at[k].last - content->at[k].first;
		if (size < smallest)
		{
			smallest = size;
			gold = &d->gold.at[g];
		}
	}
	if (gold == NULL)
		right[0] = true;
	else
		for (uint32_t k = 1; k < n; k++)
		{
			const QuoteLoose *o = &options[k];
			QuoteRange	cue = bytes_of(r, (QuoteRange) {o->index, o->index});

			if (o->what == LOOSE_JOIN)
			{
				const Attribution *a = &r->found.at[o->index];
				QuoteRange	content = bytes_of(r, a->content);
				uint32_t	size = content.last - content.first;

				right[k] = overlap_all(&gold->content, content) * 2 > size;
				if (a->cue != NT_NONE && overlap_all(&gold->cue, bytes_of(r, (QuoteRange) {a->cue, a->cue})) > 0)
					right[k] = true;
			}
			else if (overlap_all(&gold->cue, cue) > 0)
				right[k] = true;
		}
	for (uint32_t k = 0; k < n; k++)
		if (right[k] && answer == NT_NONE)
			answer = k;
	if (answer == NT_NONE)
	{
		task->lost++;
		return 0;
	}
	for (uint32_t k = 0; k < n; k++)
	{
		QuoteFeatures f;

		quote_loose_features(r, number, m, &options[k], &f);
		task_candidate(task, &f, right[k]);
	}
	task_example(task, first, 0, (uint32_t) (d - docs.at));
	return answer;
}

void
use_weights(void)
{
	know.quotes.cue = cue_task.rounded;
	for (int k = 0; k < SPAN_MODELS; k++)
		if (span_task[k].rounded != NULL)
			know.quotes.span[k] = span_task[k].rounded;
}

/*
 * learn_loose makes the examples of loose pairs from what the other models
 * leave loose in articles they have not learned from: each half of the corpus
 * is read with models of the other half.
 */
void
learn_loose(int epochs)
{
	for (fold = 0; fold < 2; fold++)
	{
		train_task(&cue_task, epochs);
		for (int k = 0; k < SPAN_LOOSE; k++)
			train_task(&span_task[k], epochs);
		use_weights();
		for (uint32_t k = 0; k < docs.n; k++)
		{
			Document   *d = &docs.at[k];
			QuoteTeacher teacher = {teach_loose, d};
			QuoteReader r;

			if ((int) (docs.at[k].origin & 1) != fold)
				continue;
			quote_reader_open(&r, &d->article);
			r.teacher = &teacher;
			quote_marks(&r);
			quote_turns(&r);
			quote_read(&r);
		}
	}
	fold = -1;
}
