/*
 * train_score.c -- scores labels as conlleval does: a name counts when both
 * its span and its type are right.
 */
#include "train/train.h"

#include <stdio.h>

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

/* score_print_errors shows the lines of the held-out sets with what went wrong, for reading. */
void
score_print_errors(const char *path, const bool *use)
{
	static const char *const short_names[] = {"PER", "LOC", "ORG", "MISC"};
	FILE	   *out = fopen(path, "w");

	for (uint32_t x = 0, d = 0; d < training.docs.n; d++)
	{
		const GoldDoc *doc = training.docs.at[d];
		const NtTokens *tokens = &training.articles[d]->tokens;
		uint32_t	g = 0;

		for (; x < training.samples.n && training.samples.at[x].doc < d; x++)
			;
		if (!use[d])
			continue;
		fprintf(out, "=== %s\n", doc->id);
		for (uint32_t s = 0; s < training.articles[d]->sentences.n; s++)
		{
			const NtSentence *sentence = &training.articles[d]->sentences.at[s];
			bool		wrong = false;
			char		line[65536];
			int			n = 0;
			uint32_t	end = tokens->at[sentence->last - 1].end;

			n += snprintf(line + n, sizeof(line) - n, "%.*s\n", (int) (end - tokens->at[sentence->first].start),
						  doc->text + tokens->at[sentence->first].start);
			for (; x < training.samples.n && training.samples.at[x].doc == d && training.samples.at[x].stretch.sentence == s; x++)
			{
				const Sample *sample = &training.samples.at[x];

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

void
score_print(const char *what, const bool *use)
{
	Count		by[TAG_TYPES] = {0};
	Count		core = {0};

	for (uint32_t d = 0; d < training.docs.n; d++)
	{
		if (!use[d])
			continue;
		for (uint32_t s = 0; s < training.docs.at[d]->spans.n; s++)
			for (int t = 0; t < TAG_TYPES; t++)
				by[t].gold += training.docs.at[d]->spans.at[s].types == 1 << t;
	}
	for (uint32_t x = 0; x < training.samples.n; x++)
	{
		const Sample *s = &training.samples.at[x];
		const GoldDoc *doc = training.docs.at[s->doc];
		const NtToken *tokens = training.articles[s->doc]->tokens.at + s->stretch.first;

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
