/*
 * train_quotes.c -- learns who said what.
 *
 *     newstext-train-quotes [--hold=N [--part=K]] [--model=FILE] POLNEAR.jsonl SILVER.tsv.xz ENDINGS.txt OUTPUT
 *
 * Reads the articles and their attributions, and what another tagger said of
 * their words, and writes the weights of src/core/quote*.c as text:
 *
 *   1. parts of speech: averaged perceptron over the silver tags, each word
 *      tagged after the words before it as at run time;
 *   2. cues: softmax regression over {no cue, content right, content left};
 *   3. content and source: for each gold cue a softmax over the candidates of
 *      every step, given the right answers of the steps before;
 *   4. pairs of marks no cue claims: drop, join or another cue, learned from
 *      what models of one half of the articles leave loose in the other.
 *
 * Regressions run in a fixed order of examples, by steps that keep weights at 0
 * until the examples insist: the tables stay small and what is in them is
 * sounder.  Weights are rounded to QUOTE_SCALE-ths.  --hold leaves every Nth
 * article out, counted from --part, and prints the accuracy of each decision on
 * those.
 */
#include "json.h"
#include "quote.h"
#include "tool.h"
#include "turn_report.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static NtArena forever;
static NtKnowledge know;

/* ---- documents -------------------------------------------------------- */

typedef NtArray(QuoteRange) Ranges;

typedef struct Gold
{
	Ranges		source;			/* bytes */
	Ranges		cue;
	Ranges		content;
} Gold;

typedef struct Document
{
	const char *id;
	const char *text;
	NtArticle	article;
	QuoteReader reader;
	NtArray(Gold) gold;
	int8_t	   *silver;			/* tag a token, -1 unknown */
	bool		held;
	uint32_t	origin;			/* the document its sentences come from, mostly itself */
} Document;

static NtArray(Document) docs;

static void
read_ranges(const Json *list, const uint32_t *offsets, uint32_t chars, Ranges *out)
{
	for (uint32_t i = 0; list != NULL && i < list->len; i++)
	{
		int			a = json_int(&list->at[i].at[0]);
		int			b = json_int(&list->at[i].at[1]);

		if (a < 0 || b > (int) chars || a >= b)
			continue;
		*nt_push(&forever.cx, out) = (QuoteRange) {offsets[a], offsets[b]};
	}
}

static void
read_documents(const char *path, uint32_t hold, uint32_t part)
{
	FILE	   *in = fopen(path, "r");
	char	   *line = NULL;
	size_t		room = 0;
	long		len;

	if (in == NULL)
		tool_die("could not open %s", path);
	while ((len = json_line(in, &line, &room)) > 0)
	{
		const Json *doc = json_read(&forever.cx, line, (size_t) len);
		const Json *list = json_get(doc, "attributions");
		Document   *d = nt_push(&forever.cx, &docs);
		uint32_t	chars;
		uint32_t   *offsets;

		memset(d, 0, sizeof(*d));
		d->id = json_string(doc, "id");
		d->text = json_string(doc, "text");
		d->held = hold > 0 && docs.n % hold == part % hold;
		d->origin = docs.n - 1;
		offsets = json_offsets(&forever.cx, d->text, (uint32_t) strlen(d->text), &chars);
		for (uint32_t i = 0; list != NULL && i < list->len; i++)
		{
			Gold		gold;

			memset(&gold, 0, sizeof(gold));
			read_ranges(json_get(&list->at[i], "source"), offsets, chars, &gold.source);
			read_ranges(json_get(&list->at[i], "cue"), offsets, chars, &gold.cue);
			read_ranges(json_get(&list->at[i], "content"), offsets, chars, &gold.content);
			if (gold.content.n > 0)
				*nt_push(&forever.cx, &d->gold) = gold;
		}
	}
	fclose(in);
	free(line);
}

static void
open_document(Document *d)
{
	article_open(&forever.cx, &d->article, &know, d->text, (uint32_t) strlen(d->text));
	article_need(&d->article, STAGE_ENTITIES);
	quote_reader_open(&d->reader, &d->article);
	quote_marks(&d->reader);
	quote_turns(&d->reader);
	d->silver = forever.cx.alloc(&forever.cx, d->reader.n + 1);
	memset(d->silver, -1, d->reader.n + 1);
}

/* token_at returns the first token that ends after a byte. */
static uint32_t
token_at(const QuoteReader *r, uint32_t byte)
{
	uint32_t	low = 0;
	uint32_t	high = r->n;

	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (r->tok[middle].end > byte)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

static QuoteRange
tokens_of(const QuoteReader *r, QuoteRange bytes)
{
	uint32_t	first = token_at(r, bytes.first);
	uint32_t	last = token_at(r, bytes.last - 1);

	if (first >= r->n || r->tok[first].start >= bytes.last)
		return QUOTE_NO_RANGE;
	if (last >= r->n || r->tok[last].start >= bytes.last)
		last--;
	return (QuoteRange) {first, last};
}

/* is_saying tells whether a gold attribution has one source, one content and a plain verb of saying. */
static bool
is_saying(const Document *d, const Gold *gold)
{
	const QuoteReader *r = &d->reader;
	QuoteRange	cue;
	const NtCue *record;

	if (gold->source.n != 1 || gold->cue.n != 1 || gold->content.n != 1)
		return false;
	cue = tokens_of(r, gold->cue.at[0]);
	if (range_empty(cue) || cue.first != cue.last)
		return false;
	record = quote_cue_record(r, cue.first);
	return record->stance == STANCE_SAID && (record->form == CUE_PAST || record->form == CUE_THIRD);
}

/* add_turned adds a document of the reports of another, turned round (turn_report.h). */
static void
add_turned(uint32_t from, const char *const *endings, uint32_t n_endings)
{
	Document	turned;
	size_t		len = 0;
	NtArray(char) text = {0};

	memset(&turned, 0, sizeof(turned));
	turned.id = "";
	turned.origin = from;
	for (uint32_t g = 0; g < docs.at[from].gold.n; g++)
	{
		const Gold *gold = &docs.at[from].gold.at[g];
		Turned		one;
		Gold		new;
		size_t		size;

		if (!is_saying(&docs.at[from], gold) ||
			!turn_report(&forever.cx, docs.at[from].text,
						 &(Report) {gold->source.at[0], gold->cue.at[0], gold->content.at[0]},
						 endings[(from * 7 + g) % n_endings], &one))
			continue;
		memset(&new, 0, sizeof(new));
		*nt_push(&forever.cx, &new.source) = (QuoteRange) {len + one.report.source.first, len + one.report.source.last};
		*nt_push(&forever.cx, &new.cue) = (QuoteRange) {len + one.report.cue.first, len + one.report.cue.last};
		*nt_push(&forever.cx, &new.content) = (QuoteRange) {len + one.report.content.first, len + one.report.content.last};
		*nt_push(&forever.cx, &turned.gold) = new;
		size = strlen(one.text);
		nt_reserve(&forever.cx, &text, text.n + size + 3);
		memcpy(text.at + text.n, one.text, size);
		memcpy(text.at + text.n + size, "\n\n", 3);
		text.n += size + 2;
		len = text.n;
	}
	if (turned.gold.n == 0)
		return;
	turned.text = text.at;
	*nt_push(&forever.cx, &docs) = turned;
}

#define BRITISH_EVERY 4			/* of so many articles one is learned from in British dress too */

/* closing_mark returns the length of the closing mark at a place, 0: none. */
static uint32_t
closing_mark(const char *text)
{
	if (text[0] == '"')
		return 1;
	return strncmp(text, "\u201d", 3) == 0 ? 3 : 0;
}

/*
 * add_british adds a document as a British hand would write it: “A”, she said,
 * for “A,” she said, and ‘A’, she said, in every other one.
 */
static void
add_british(uint32_t from)
{
	const Document *american = &docs.at[from];
	Document	d;
	size_t		len = strlen(american->text);
	char	   *text = forever.cx.alloc(&forever.cx, len + 1);
	bool	   *swapped = calloc(len + 1, 1);	/* a comma that stood there has gone behind its mark */
	bool		single = from / BRITISH_EVERY % 2 == 1;

	memcpy(text, american->text, len + 1);
	for (size_t i = 0; i + 1 < len; i++)
	{
		uint32_t	mark = closing_mark(text + i + 1);

		if (text[i] != ',' || mark == 0)
			continue;
		memmove(text + i, text + i + 1, mark);
		text[i + mark] = ',';
		swapped[i + mark + 1] = true;
		i += mark;
	}
	for (size_t i = 0; single && i < len; i++)
	{
		if (text[i] == '"')
			text[i] = '\'';
		else if (strncmp(text + i, "\u201c", 3) == 0)
			memcpy(text + i, "\u2018", 3);
		else if (strncmp(text + i, "\u201d", 3) == 0)
			memcpy(text + i, "\u2019", 3);
	}
	memset(&d, 0, sizeof(d));
	d.id = "";
	d.text = text;
	d.origin = from;
	for (uint32_t g = 0; g < american->gold.n; g++)
	{
		Gold		gold = american->gold.at[g];

		gold.content = (Ranges) {0};
		for (uint32_t k = 0; k < american->gold.at[g].content.n; k++)
		{
			QuoteRange	range = american->gold.at[g].content.at[k];

			range.last -= swapped[range.last];
			*nt_push(&forever.cx, &gold.content) = range;
		}
		*nt_push(&forever.cx, &d.gold) = gold;
	}
	free(swapped);
	*nt_push(&forever.cx, &docs) = d;
}

/* add_made adds what is made of the articles, the held ones left alone. */
static void
add_made(const char *path)
{
	uint32_t	n;
	const char *const *endings = turn_endings(&forever.cx, path, &n);
	uint32_t	all = docs.n;
	uint32_t	reports = 0;

	for (uint32_t k = 0; k < all; k++)
		if (!docs.at[k].held)
			add_turned(k, endings, n);
	for (uint32_t k = all; k < docs.n; k++)
		reports += docs.at[k].gold.n;
	for (uint32_t k = 0; k < all; k += BRITISH_EVERY)
		if (!docs.at[k].held)
			add_british(k);
	for (uint32_t k = all; k < docs.n; k++)
		open_document(&docs.at[k]);
	printf("%u reports turned round\n", reports);
}

/* ---- parts of speech -------------------------------------------------- */

static int
tag_number(const char *tag)
{
	static const struct
	{
		const char *name;
		int			tag;
	}			names[] = {
		{"NN", TAG_NN}, {"NNS", TAG_NNS}, {"NNP", TAG_NNP}, {"NNPS", TAG_NNP}, {"PRP", TAG_PRP}, {"PRP$", TAG_PRPS},
		{"DT", TAG_DT}, {"PDT", TAG_DT}, {"JJ", TAG_JJ}, {"JJR", TAG_JJ}, {"JJS", TAG_JJ}, {"RB", TAG_RB}, {"RBR", TAG_RB},
		{"RBS", TAG_RB}, {"VB", TAG_VB}, {"VBD", TAG_VBD}, {"VBG", TAG_VBG}, {"VBN", TAG_VBN}, {"VBP", TAG_VBP},
		{"VBZ", TAG_VBZ}, {"MD", TAG_MD}, {"IN", TAG_IN}, {"TO", TAG_TO}, {"CC", TAG_CC}, {"CD", TAG_CD}, {"WDT", TAG_W},
		{"WP", TAG_W}, {"WP$", TAG_W}, {"WRB", TAG_W}, {"EX", TAG_EX}, {"RP", TAG_RP}, {"POS", TAG_POS}, {"UH", TAG_UH},
		{"FW", TAG_UH}, {"LS", TAG_UH}
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i].name, tag) == 0)
			return names[i].tag;
	return -1;
}

static void
read_silver(const char *path)
{
	char		command[4096];
	char		line[4096];
	FILE	   *in;
	Document   *d = NULL;
	const uint32_t *offsets = NULL;
	uint32_t	chars = 0;
	uint32_t	known = 0;

	snprintf(command, sizeof(command), "xz -dc '%s'", path);
	in = popen(command, "r");
	if (in == NULL)
		tool_die("could not run %s", command);
	while (fgets(line, sizeof(line), in) != NULL)
	{
		unsigned	start;
		unsigned	end;
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
				offsets = json_offsets(&forever.cx, d->text, (uint32_t) strlen(d->text), &chars);
			continue;
		}
		if (d == NULL || sscanf(line, "%u\t%u\t%2047[^\t]\t%63[^\t]", &start, &end, word, tag) != 4 || end > chars)
			continue;
		for (uint32_t t = token_at(&d->reader, offsets[start]); t < d->reader.n && d->reader.tok[t].start < offsets[end]; t++)
		{
			d->silver[t] = (int8_t) tag_number(tag);
			known++;
		}
	}
	pclose(in);
	printf("silver tags of %u tokens\n", known);
}

#define TAG_ROWS (1u << QUOTE_TAG_BITS)

#define USUAL_TIMES 6			/* a word seen so often, */
#define USUAL_IN 40				/* and otherwise once in so many times, has one tag */
#define SPREAD 12				/* standard deviations kept by 8 bits */

static int8_t *tag_weights;

static void
round_tags(const double *sum)
{
	double		square = 0;
	double		scale;
	uint32_t	n = 0;

	for (uint32_t i = 0; i < TAG_ROWS * QUOTE_TAG_WIDTH; i++)
		if (sum[i] != 0)
		{
			square += sum[i] * sum[i];
			n++;
		}
	scale = 127.0 / (SPREAD * sqrt(square / (n > 0 ? n : 1)));	/* the few largest are clipped */
	for (uint32_t i = 0; i < TAG_ROWS * QUOTE_TAG_WIDTH; i++)
		tag_weights[i] = (int8_t) fmax(-127, fmin(127, round(sum[i] * scale)));
}

static uint8_t (*usual)[2];

/*
 * find_usual finds the words of the vocabulary that are nearly always one
 * part of speech, when written small or with a capital.
 */
static void
find_usual(void)
{
	uint32_t  (*count)[2][QUOTE_TAG_WIDTH] = calloc(know.vocab.n_words, sizeof(*count));
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

			for (int tag = 0; tag < QUOTE_TAG_WIDTH; tag++)
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

static void
train_tags(int epochs)
{
	size_t		size = (size_t) TAG_ROWS * QUOTE_TAG_WIDTH;
	double	   *w = calloc(size, sizeof(double));
	double	   *total = calloc(size, sizeof(double));
	double		clock = 1;
	uint32_t	right = 0;
	uint32_t	all = 0;

	for (int epoch = 0; epoch < epochs; epoch++)
	{
		right = all = 0;
		for (uint32_t k = 0; k < docs.n; k++)
		{
			Document   *d = &docs.at[k];
			QuoteReader *r = &d->reader;

			if (d->held)
				continue;
			for (uint32_t s = 0; s < d->article.sentences.n; s++)
			{
				quote_tag_begin(r, d->article.sentences.at[s].first, d->article.sentences.at[s].last);
				for (uint32_t i = r->first; i < r->last; i++)
				{
					int			fixed = quote_tag_fixed(r, i);
					QuoteFeatures f;
					double		sum[QUOTE_TAG_WIDTH] = {0};
					uint64_t	allowed;
					int			best;

					if (fixed >= 0)
					{
						quote_tag_set(r, i, fixed);
						continue;
					}
					quote_tag_features(r, i, &f);
					for (uint32_t j = 0; j < f.n; j++)
						for (int t = 0; t < QUOTE_TAG_WIDTH; t++)
							sum[t] += w[(size_t) (f.at[j] >> (32 - QUOTE_TAG_BITS)) * QUOTE_TAG_WIDTH + t];
					allowed = quote_tag_allowed(r, i);
					best = -1;
					for (int t = 0; t < QUOTE_TAG_WIDTH; t++)
						if (tag_in((uint8_t) t, allowed) && (best < 0 || sum[t] > sum[best]))
							best = t;
					quote_tag_set(r, i, best);
					if (d->silver[i] < 0 || !tag_in((uint8_t) d->silver[i], allowed))
						continue;
					all++;
					right += best == d->silver[i];
					clock++;
					if (best != d->silver[i])
						for (uint32_t j = 0; j < f.n; j++)
						{
							size_t		row = (size_t) (f.at[j] >> (32 - QUOTE_TAG_BITS)) * QUOTE_TAG_WIDTH;

							w[row + d->silver[i]] += 1;
							total[row + d->silver[i]] += clock;
							w[row + best] -= 1;
							total[row + best] -= clock;
						}
				}
			}
		}
		printf("tags: epoch %d, %.2f%% of %u while learning\n", epoch, 100.0 * right / all, all);
	}
	for (size_t i = 0; i < size; i++)
		total[i] = w[i] - total[i] / clock;
	round_tags(total);
	free(w);
	free(total);

	right = all = 0;
	for (uint32_t k = 0; k < docs.n; k++)
	{
		Document   *d = &docs.at[k];

		for (uint32_t s = 0; s < d->article.sentences.n; s++)
		{
			const NtSentence *sentence = &d->article.sentences.at[s];

			quote_tag_sentence(&d->reader, sentence->first, sentence->last);
			for (uint32_t i = sentence->first; d->held && i < sentence->last; i++)
				if (d->silver[i] >= 0 && quote_tag_fixed(&d->reader, i) < 0)
				{
					all++;
					right += d->reader.tag[i] == d->silver[i];
				}
		}
	}
	if (all > 0)
		printf("tags: %.2f%% of %u held\n", 100.0 * right / all, all);
}

/* ---- regressions ------------------------------------------------------ */

/* One decision: candidates, each with its features; some are right. */
typedef struct Example
{
	uint32_t	first;			/* candidates [first, first + n) */
	uint32_t	n;
	int			right;			/* cue: the class; else unused */
	uint32_t	document;
} Example;

typedef struct Candidate
{
	uint32_t	feature;		/* features [feature, feature + n) */
	uint16_t	n;
	bool		right;
} Candidate;

typedef struct Task
{
	const char *name;
	uint32_t	bits;
	int			width;
	NtArray(uint32_t) features;
	NtArray(Candidate) candidates;
	NtArray(Example) examples;
	float	   *w;
	float	   *z;				/* FTRL: gradients less what the weight answers for */
	float	   *square;			/* and their squares */
	int8_t	   *rounded;
	uint32_t	lost;			/* gold answer is no candidate */
	bool		cells;			/* features are turned into cells */
} Task;

/* Documents that training leaves out now: those held, and one half when crossing. */
static int	fold = -1;

static bool
left_out(const Example *e)
{
	return docs.at[e->document].held || (fold >= 0 && (int) (docs.at[e->document].origin & 1) == fold);
}

static Task cue_task = {"quoteCUE", QUOTE_CUE_BITS, QUOTE_CUE_WIDTH};
static Task span_task[SPAN_MODELS] = {
	{"quoteRS", QUOTE_SPAN_BITS, 1}, {"quoteRE", QUOTE_SPAN_BITS, 1}, {"quoteLS", QUOTE_SPAN_BITS, 1},
	{"quoteLE", QUOTE_SPAN_BITS, 1}, {"quoteSRC", QUOTE_SPAN_BITS, 1}, {"quoteLO", QUOTE_SPAN_BITS, 1},
};

static void
task_candidate(Task *task, const QuoteFeatures *f, bool right)
{
	Candidate  *c = nt_push(&forever.cx, &task->candidates);

	c->feature = task->features.n;
	c->n = (uint16_t) f->n;
	c->right = right;
	for (uint32_t i = 0; i < f->n; i++)
		*nt_push(&forever.cx, &task->features) = f->at[i];
}

static void
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

static void
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

/* ---- examples --------------------------------------------------------- */

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
			else if (tag_in(r->tag[i], TAGS_VERB))
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
		bool		quoted = !range_empty(tokens) && r->pair[tokens.last] != 0;

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
	return r->tag[chunk.last + 1] == TAG_POS || (chunk.first == chunk.last && r->tag[chunk.first] == TAG_PRPS);
}

/* names_next tells whether a person's name stands beside a noun phrase: its head, [Ann Lee], said. */
static bool
names_next(const QuoteReader *r, QuoteRange chunk, QuoteRange next)
{
	return next.first == chunk.last + 2 && r->tag[chunk.last + 1] == TAG_COMMA && r->name[next.last] == ENTITY_PERSON + 1 &&
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

static void
span_examples(QuoteReader *r, const Target *t, const QuoteEarlier *earlier, uint32_t document)
{
	QuoteCandidates c;
	QuoteFeatures f;
	uint32_t	right;
	uint32_t	first;
	Task	   *task;
	uint32_t	start = t->content.first;
	uint32_t	end = t->content.last;

	/* a final stop outside the marks is not content */
	if (t->side == CUE_RIGHT)
	{
		task = &span_task[SPAN_RIGHT_START];
		quote_right_starts(r, t->cue, &c);
		right = near_candidate(&c, start);
		if (right == NT_NONE)
		{
			task->lost++;
			return;
		}
		first = task->candidates.n;
		for (uint32_t k = 0; k < c.n; k++)
		{
			quote_right_start_features(r, t->cue, c.at[k], FEATURES_ALL, &f);
			task_candidate(task, &f, k == right);
		}
		task_example(task, first, 0, document);
		start = c.at[right];
		task = &span_task[SPAN_RIGHT_END];
		quote_right_ends(r, t->cue, start, &c);
		right = near_candidate(&c, end);
		if (right == NT_NONE && end >= r->last && c.n > 0)
			right = c.n - 1;
		if (right == NT_NONE)
			task->lost++;
		else
		{
			first = task->candidates.n;
			for (uint32_t k = 0; k < c.n; k++)
			{
				quote_right_end_features(r, t->cue, start, c.at[k], FEATURES_ALL, &f);
				task_candidate(task, &f, k == right);
			}
			task_example(task, first, 0, document);
		}
	}
	else
	{
		task = &span_task[SPAN_LEFT_END];
		quote_left_ends(r, t->cue, &c);
		right = near_candidate(&c, end);
		if (right == NT_NONE)
		{
			task->lost++;
			return;
		}
		first = task->candidates.n;
		for (uint32_t k = 0; k < c.n; k++)
		{
			quote_left_end_features(r, t->cue, c.at[k], &f);
			task_candidate(task, &f, k == right);
		}
		task_example(task, first, 0, document);
		end = c.at[right];
		task = &span_task[SPAN_LEFT_START];
		quote_left_starts(r, t->cue, end, &c);
		right = near_candidate(&c, start);
		if (right == NT_NONE)
			task->lost++;
		else
		{
			first = task->candidates.n;
			for (uint32_t k = 0; k < c.n; k++)
			{
				quote_left_start_features(r, t->cue, end, c.at[k], &f);
				task_candidate(task, &f, k == right);
			}
			task_example(task, first, 0, document);
		}
	}

	task = &span_task[SPAN_SOURCE];
	quote_sources(r, t->cue, t->side, (QuoteRange) {start, end}, &c);
	{
		bool		any = false;
		bool		answer[QUOTE_CANDIDATES];

		for (uint32_t k = 0; k < c.n; k++)
		{
			answer[k] = c.at[k] == QUOTE_NO_SOURCE && t->gold->source.n == 0;
			for (uint32_t s = 0; s < t->gold->source.n; s++)
				answer[k] |= c.at[k] != QUOTE_NO_SOURCE && c.at[k] == source_head(r, t->gold->source.at[s]);
			any |= answer[k];
		}
		if (!any)
			task->lost++;
		else
		{
			first = task->candidates.n;
			for (uint32_t k = 0; k < c.n; k++)
			{
				quote_source_features(r, t->cue, t->side, (QuoteRange) {start, end}, earlier, c.at[k], FEATURES_ALL, &f);
				task_candidate(task, &f, answer[k]);
			}
			task_example(task, first, 0, document);
		}
	}
}

static int
compare_targets(const void *a, const void *b)
{
	uint32_t	x = ((const Target *) a)->cue;
	uint32_t	y = ((const Target *) b)->cue;

	return x < y ? -1 : x > y;
}

static void
build_examples(void)
{
	uint32_t	golds = 0;
	uint32_t	without = 0;
	uint32_t	odd = 0;

	for (uint32_t k = 0; k < docs.n; k++)
	{
		Document   *d = &docs.at[k];
		QuoteReader *r = &d->reader;
		int		   *used = calloc(r->n + 1, sizeof(int));
		bool	   *seen = calloc(d->gold.n + 1, sizeof(bool));

		for (uint32_t s = 0; s < d->article.sentences.n; s++)
		{
			const NtSentence *sentence = &d->article.sentences.at[s];
			NtArray(Target) targets = {0};

			quote_tag_sentence(r, sentence->first, sentence->last);
			quote_chunks(r, sentence->first, sentence->last);
			r->found.n = 0;
			for (uint32_t g = 0; g < d->gold.n; g++)
			{
				uint32_t	cue;
				Target		target;

				if (seen[g] || (cue = find_cue(r, &d->gold.at[g], used)) == NT_NONE)
					continue;
				seen[g] = true;
				if (!find_target(r, d->text, &d->gold.at[g], cue, &target))
				{
					odd++;
					continue;
				}
				used[cue] = (int) target.side;
				*nt_push(&forever.cx, &targets) = target;
			}
			for (uint32_t i = sentence->first; i < sentence->last; i++)
			{
				QuoteFeatures f;
				uint32_t	first = cue_task.candidates.n;

				if (!quote_is_trigger(r, i))
					continue;
				quote_cue_features(r, i, &f);
				task_candidate(&cue_task, &f, true);
				task_example(&cue_task, first, used[i], k);
				if (used[i] != 0)
				{
					Attribution *a = nt_push(r->cx, &r->found);

					memset(a, 0, sizeof(*a));
					a->cue = i;
					a->content = QUOTE_NO_RANGE;
					for (uint32_t g = 0; g < targets.n; g++)
						if (targets.at[g].cue == i)
						{
							a->content = targets.at[g].content;
							a->kind = (uint8_t) quote_kind_of(r, a->content);
							if (a->kind != QUOTE_INDIRECT)
								quote_take_marks(r, a->content);
						}
				}
			}
			if (targets.n > 1)
				qsort(targets.at, targets.n, sizeof(Target), compare_targets);
			for (uint32_t i = 0; i < targets.n; i++)
			{
				QuoteEarlier earlier = QUOTE_NO_EARLIER;

				if (i > 0)
					earlier.content = targets.at[i - 1].content;
				if (i > 0 && targets.at[i - 1].gold->source.n > 0)
					earlier.source = tokens_of(r, targets.at[i - 1].gold->source.at[0]);
				span_examples(r, &targets.at[i], &earlier, k);
			}
		}
		for (uint32_t g = 0; g < d->gold.n; g++)
		{
			golds++;
			without += !seen[g];
		}
		free(used);
		free(seen);
	}
	printf("%u attributions, %u without trigger, %u of odd shape\n", golds, without, odd);
}

/* ---- loose pairs of marks --------------------------------------------- */

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
teach_loose(QuoteReader *r, uint32_t number, const QuoteMark *m, const QuoteLoose *options, uint32_t n)
{
	const Document *d = r->teacher_data;
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

/* use_weights lets the reader read with what has been learned so far. */
static void
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
static void
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
			QuoteReader r;

			if ((int) (docs.at[k].origin & 1) != fold)
				continue;
			quote_reader_open(&r, &d->article);
			r.teacher = teach_loose;
			r.teacher_data = d;
			quote_marks(&r);
			quote_turns(&r);
			quote_read(&r);
		}
	}
	fold = -1;
}

/* ---- writing ---------------------------------------------------------- */

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
	fputs("# Weights of src/core/quote*.c, written by src/tools/train_quotes.c (docs/model-card.md).\n", out);
	for (uint32_t w = 1; w < know.vocab.n_words; w++)
		if (usual[w][0] != 0 || usual[w][1] != 0)
			fprintf(out, "= %s %d %d\n", vocab_string(&know.vocab, know.vocab.words[w].text), usual[w][0], usual[w][1]);
	write_table(out, "quoteTAG", QUOTE_TAG_WIDTH, TAG_ROWS, tag_weights);
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
	tag_weights = calloc((size_t) TAG_ROWS * QUOTE_TAG_WIDTH, 1);
	know.quotes.tag = tag_weights;

	read_documents(argv[i], hold, part);
	for (uint32_t k = 0; k < docs.n; k++)
		open_document(&docs.at[k]);
	add_made(argv[i + 2]);
	read_silver(argv[i + 1]);
	find_usual();
	train_tags(5);
	build_examples();
	learn_loose(epochs);
	train_task(&cue_task, epochs);
	for (int k = 0; k < SPAN_MODELS; k++)
		train_task(&span_task[k], epochs);
	write_weights(argv[i + 3]);
	return 0;
}
