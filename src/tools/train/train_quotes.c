/*
 * train_quotes.c -- learns who said what.
 *
 *     newstext-train-quotes [--hold=N [--part=K]] [--model=FILE] POLNEAR.jsonl SILVER.tsv.xz ENDINGS.txt OUTPUT
 *
 * Reads the articles and their attributions, and what another tagger said of
 * their words, and writes the weights of src/core/quote as text:
 *
 *   1. parts of speech: averaged perceptron over the silver tags, each word
 *      tagged after the words before it as at run time;
 *   2. cues: softmax regression over {no cue, content right, content left};
 *   3. content and source: for each gold cue a softmax over the candidates of
 *      every step, given the right answers of the steps before;
 *   4. pairs of marks no cue claims: drop, join or another cue, learned from
 *      what models of one half of the articles leave loose in the other.
 *
 *   5. confidence: how often what models of one half find in the other was right.
 *
 * Regressions run in a fixed order of examples, by steps that keep weights at 0
 * until the examples insist: the tables stay small and what is in them is
 * sounder.  Weights are rounded to QUOTE_SCALE-ths.  --hold leaves every Nth
 * article out, counted from --part, and prints the accuracy of each decision on
 * those; confidence is then not measured.  test/quote-errors.py holds each part
 * out in turn and tells where quotations are lost.
 */
#include "train/train_quotes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

NtArena		forever;
NtKnowledge know;

static void
write_table(FILE *out, const char *id, int width, uint32_t rows, const int8_t *weights)
{
	uint32_t	before = 0;

	fprintf(out, "@ %s %d %u\n", id, width, rows);
	for (uint32_t row = 0; row < rows; row++)
	{
		bool		any = false;

		for (int i = 0; i < width && !any; i++)
			any = weights[(size_t) row * width + i] != 0;
		if (!any)
			continue;
		fprintf(out, "%u", row - before);
		for (int i = 0; i < width; i++)
			fprintf(out, " %d", weights[(size_t) row * width + i]);
		fputc('\n', out);
		before = row;
	}
}

static void
write_weights(const char *path)
{
	FILE	   *out = fopen(path, "w");

	if (out == NULL)
		tool_die("could not write %s", path);
	fputs("# Weights of src/core/quote, written by src/tools/train/train_quotes.c (docs/model-card.md).\n", out);
	for (uint32_t w = 1; w < know.vocab.n_words; w++)
		if (usual[w][0] != 0 || usual[w][1] != 0)
			fprintf(out, "= %s %d %d\n", vocab_string(&know.vocab, know.vocab.words[w].text), usual[w][0], usual[w][1]);
	for (int kind = 1; kind <= QUOTE_KIND_MAX; kind++)
	{
		fprintf(out, "%% %s", quote_kind_name(kind));
		for (int i = 0; i < QUOTE_ODDS_STEPS; i++)
			fprintf(out, " %u", odds[kind][i]);
		fputc('\n', out);
	}
	write_table(out, "quoteTAG", QUOTE_POS_WIDTH, POS_ROWS, tag_weights);
	write_table(out, cue_task.name, cue_task.width, 1u << cue_task.bits, cue_task.rounded);
	for (int i = 0; i < SPAN_MODELS; i++)
		write_table(out, span_task[i].name, 1, 1u << span_task[i].bits, span_task[i].rounded);
	if (fclose(out) != 0)
		tool_die("could not write %s", path);
}

int
main(int argc, char **argv)
{
	const char *model = "data/newstext-" NEWSTEXT_VERSION ".model";
	uint32_t	hold = 0;
	uint32_t	part = 0;
	int			epochs = 6;
	int			i = 1;
	char	   *bytes;
	size_t		size;

	setvbuf(stdout, NULL, _IOLBF, 0);
	for (; i < argc && strncmp(argv[i], "--", 2) == 0; i++)
	{
		if (strncmp(argv[i], "--model=", 8) == 0)
			model = argv[i] + 8;
		else if (strncmp(argv[i], "--hold=", 7) == 0)
			hold = (uint32_t) atoi(argv[i] + 7);
		else if (strncmp(argv[i], "--part=", 7) == 0)
			part = (uint32_t) atoi(argv[i] + 7);
		else if (strncmp(argv[i], "--epochs=", 9) == 0)
			epochs = atoi(argv[i] + 9);
		else
			tool_die("unknown option %s", argv[i]);
	}
	if (argc - i != 4)
		tool_die("%s", "usage: newstext-train-quotes [--hold=N [--part=K]] [--model=FILE] POLNEAR.jsonl SILVER.tsv.xz ENDINGS.txt OUTPUT");
	tool_arena_init(&forever);
	bytes = tool_read_file(&forever.cx, model, &size);
	knowledge_open(&forever.cx, &know, bytes, size);
	tag_weights = calloc((size_t) POS_ROWS * QUOTE_POS_WIDTH, 1);
	know.quotes.pos = tag_weights;

	read_documents(argv[i], hold, part);
	for (uint32_t k = 0; k < docs.n; k++)
		open_document(&docs.at[k]);
	add_made(argv[i + 2]);
	read_silver(argv[i + 1]);
	find_usual();
	train_tags(5);
	build_examples();
	learn_loose(epochs);
	if (hold == 0)
		measure_odds(epochs);
	else
		even_odds();
	train_task(&cue_task, epochs);
	for (int k = 0; k < SPAN_MODELS; k++)
		train_task(&span_task[k], epochs);
	write_weights(argv[i + 3]);
	return 0;
}
