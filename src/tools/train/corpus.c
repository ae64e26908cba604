/*
 * corpus.c -- reads the corpora the tagger learns from into one form.
 *
 * Corpora differ in what they call a name and in what they leave out:
 *   - JSONL sets give spans and types; GMB's "gpe" may be a people or a
 *     country, web text has no OTHER, times are no names.
 *   - GUM marks mentions, not names: corpus_gum.c.
 *   - PolNeAR has no names; another tagger's labels for its articles come as
 *     one line a token.
 */
#include "train/corpus.h"

#include "json_read.h"
#include "tool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *
source_name(Source source)
{
	static const char *const names[] = {"polnear", "gmb", "wikigold", "ewt", "gum", "made", "held"};

	return names[source];
}

static const struct
{
	const char *name;
	int			types;
}			type_names[] = {
	{"PER", TYPE(TAG_PERSON)},
	{"PERSON", TYPE(TAG_PERSON)},
	{"per", TYPE(TAG_PERSON)},
	{"LOC", TYPE(TAG_PLACE)},
	{"LOCATION", TYPE(TAG_PLACE)},
	{"geo", TYPE(TAG_PLACE)},
	{"gpe", TYPE(TAG_PLACE) | TYPE(TAG_OTHER)},
	{"ORG", TYPE(TAG_ORG)},
	{"ORGANIZATION", TYPE(TAG_ORG)},
	{"org", TYPE(TAG_ORG)},
	{"MISC", TYPE(TAG_OTHER)},
	{"art", TYPE(TAG_OTHER)},
	{"eve", TYPE(TAG_OTHER)},
	{"nat", TYPE(TAG_OTHER)},
};

static int
types_of(const char *name)
{
	for (size_t i = 0; i < sizeof(type_names) / sizeof(type_names[0]); i++)
		if (strcmp(type_names[i].name, name) == 0)
			return type_names[i].types;
	return 0;
}

void
corpus_add_span(NtContext *cx, GoldDoc *doc, uint32_t start, uint32_t end, int types, bool maybe)
{
	GoldSpan   *s;

	if (end <= start)
		return;
	s = nt_push(cx, &doc->spans);
	s->start = start;
	s->end = end;
	s->types = (uint8_t) types;
	s->maybe = maybe;
}

GoldDoc *
corpus_add_doc(NtContext *cx, GoldDocs *docs, const char *id, const char *text, uint32_t len, Source source)
{
	GoldDoc    *doc = nt_alloc0(cx, sizeof(*doc));

	doc->id = id;
	doc->text = text;
	doc->len = len;
	doc->source = source;
	*nt_push(cx, docs) = doc;
	return doc;
}

/* ---- one JSON object a line ------------------------------------------- */

/* Where documents of a file go. */
typedef struct Reading
{
	NtContext  *cx;
	GoldDocs   *docs;
	Source		source;
} Reading;

static void
read_document(void *data, const Json *d)
{
	const Reading *r = data;
	const Json *text = json_get(d, "text");
	const Json *entities = json_get(d, "entities");
	GoldDoc    *doc = corpus_add_doc(r->cx, r->docs, json_string(d, "id"), text->string, text->len, r->source);
	uint32_t	chars;
	uint32_t   *offsets = json_offsets(r->cx, text->string, text->len, &chars);

	for (uint32_t i = 0; entities != NULL && i < entities->len; i++)
	{
		const Json *e = &entities->at[i];
		int			start = json_int(json_get(e, "start"));
		int			end = json_int(json_get(e, "end"));
		int			types = types_of(json_string(e, "type"));

		if (types != 0 && start >= 0 && end <= (int) chars)
			corpus_add_span(r->cx, doc, offsets[start], offsets[end], types, false);
	}
}

static void
corpus_read_jsonl(NtContext *cx, GoldDocs *docs, const char *path, Source source)
{
	json_each(cx, path, read_document, &(Reading) {cx, docs, source});
}

/* ---- PolNeAR with another tagger's labels ------------------------------ */

static GoldDoc *
doc_by_id(GoldDocs *docs, uint32_t from, const char *id)
{
	for (uint32_t i = from; i < docs->n; i++)
		if (strcmp(docs->at[i]->id, id) == 0)
			return docs->at[i];
	return NULL;
}

static void
corpus_read_silver(NtContext *cx, GoldDocs *docs, const char *texts, const char *labels)
{
	char		command[4096];
	FILE	   *in;
	char	   *line = NULL;
	size_t		room = 0;
	uint32_t	from = docs->n;
	GoldDoc    *doc = NULL;
	uint32_t   *offsets = NULL;
	uint32_t	chars = 0;
	int			open = 0;		/* types of the span that the last line belonged to */

	corpus_read_jsonl(cx, docs, texts, SOURCE_POLNEAR);
	if (snprintf(command, sizeof(command), "xz -dc '%s'", labels) >= (int) sizeof(command) ||
		(in = popen(command, "r")) == NULL)
		tool_die("could not run xz");
	while (getline(&line, &room, in) > 0)
	{
		int			start;
		int			end;
		char		pos[32];
		char		ner[32];
		int			types;

		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, "# doc ", 6) == 0)
		{
			doc = doc_by_id(docs, from, line + 6);
			open = 0;
			if (doc != NULL)
				offsets = json_offsets(cx, doc->text, doc->len, &chars);
			continue;
		}
		if (doc == NULL || sscanf(line, "%d\t%d\t%*[^\t]\t%31[^\t]\t%31[^\t]", &start, &end, pos, ner) != 4)
		{
			open = 0;
			continue;
		}
		types = types_of(ner);
		if (types != 0 && end <= (int) chars)
		{
			if (types == open)
				doc->spans.at[doc->spans.n - 1].end = offsets[end];
			else
				corpus_add_span(cx, doc, offsets[start], offsets[end], types, false);
		}
		open = types;
	}
	if (pclose(in) != 0)
		tool_die("could not unpack %s", labels);
	free(line);
}

/* ---- a second opinion ------------------------------------------------- */

static int
second_type(char letter)
{
	switch (letter)
	{
		case 'P':
			return TYPE(TAG_PERSON);
		case 'L':
			return TYPE(TAG_PLACE);
		case 'O':
			return TYPE(TAG_ORG);
		default:
			return TYPE(TAG_OTHER);
	}
}

void
corpus_read_second(NtContext *cx, GoldDocs *docs, Source source, const char *path)
{
	FILE	   *in = fopen(path, "r");
	char	   *line = NULL;
	size_t		room = 0;

	if (in == NULL)
		tool_die("could not open %s", path);
	while (getline(&line, &room, in) > 0)
	{
		char	   *id = strtok(line, " \n");
		GoldDoc    *doc = NULL;
		uint32_t	chars;
		uint32_t   *offsets;

		if (id == NULL || id[0] == '#')
			continue;
		for (uint32_t i = 0; i < docs->n && doc == NULL; i++)
			if (docs->at[i]->source == source && strcmp(docs->at[i]->id, id) == 0)
				doc = docs->at[i];
		if (doc == NULL)
			continue;
		doc->second = nt_alloc0(cx, sizeof(GoldDoc));
		doc->second->source = source;
		offsets = json_offsets(cx, doc->text, doc->len, &chars);
		for (char *span = strtok(NULL, " \n"); span != NULL; span = strtok(NULL, " \n"))
		{
			unsigned	start;
			unsigned	end;
			char		letter;

			if (sscanf(span, "%u-%u%c", &start, &end, &letter) == 3 && end <= chars)
				corpus_add_span(cx, doc->second, offsets[start], offsets[end], second_type(letter), false);
		}
	}
	free(line);
	fclose(in);
}

/* ---- all of them ------------------------------------------------------- */

const char *
corpus_path(NtContext *cx, const char *folder, const char *name)
{
	size_t		len = strlen(folder) + strlen(name) + 2;
	char	   *path = cx->alloc(cx, len);

	snprintf(path, len, "%s/%s", folder, name);
	return path;
}

void
corpus_read_all(NtContext *cx, GoldDocs *docs, const char *folder)
{
	corpus_read_silver(cx, docs, corpus_path(cx, folder, "quotes/polnear.train.jsonl"),
					   corpus_path(cx, folder, "silver/polnear-train-corenlp.tsv.xz"));
	corpus_read_jsonl(cx, docs, corpus_path(cx, folder, "ner/gmb.train.jsonl"), SOURCE_GMB);
	corpus_read_jsonl(cx, docs, corpus_path(cx, folder, "ner/wikigold.train.jsonl"), SOURCE_WIKIGOLD);
	corpus_read_jsonl(cx, docs, corpus_path(cx, folder, "ner/uner-ewt-dev.train.jsonl"), SOURCE_EWT);
	corpus_read_jsonl(cx, docs, corpus_path(cx, folder, "ner/uner-ewt-test.train.jsonl"), SOURCE_EWT);
	corpus_read_gum(cx, docs, corpus_path(cx, folder, "gum"));
	corpus_read_jsonl(cx, docs, corpus_path(cx, folder, "ner/conll2003-testa.dev.jsonl"), SOURCE_HELD);
}

/* ---- labels ----------------------------------------------------------- */

static uint32_t
label_set(int types, int position)
{
	uint32_t	set = 0;

	for (int t = 0; t < TAG_TYPES; t++)
		if (types & 1 << t)
			set |= UINT32_C(1) << (t * 4 + position);
	return set;
}

/*
 * corpus_token_sets makes of the spans of a document one set of labels a token.
 * The spans are of the article as it is stored, the tokens of its text without
 * markup.
 */
uint32_t *
corpus_token_sets(NtContext *cx, const GoldDoc *doc, const NtArticle *a)
{
	const NtTokens *tokens = &a->tokens;
	uint32_t   *sets = cx->alloc(cx, sizeof(uint32_t) * (tokens->n + 1));
	uint32_t	outside = UINT32_C(1) << TAG_OUTSIDE;
	uint32_t	i = 0;

	if (doc->source == SOURCE_EWT)
		outside |= ANY_OF(TAG_OTHER);
	for (uint32_t s = 0; s < doc->spans.n; s++)
	{
		const GoldSpan *span = &doc->spans.at[s];
		uint32_t	first;
		bool		fits;

		while (i < tokens->n && article_end(a, tokens->at[i].end) <= span->start)
			sets[i++] = outside;
		first = i;
		while (i < tokens->n && article_start(a, tokens->at[i].start) < span->end)
			i++;
		if (i == first)
			continue;
		fits = span->types != 0 && article_start(a, tokens->at[first].start) == span->start &&
			article_end(a, tokens->at[i - 1].end) - span->end <= 1;
		for (uint32_t k = first; k < i; k++)
		{
			if (!fits)
				sets[k] = ALL_LABELS;
			else
				sets[k] = label_set(span->types, i - first == 1 ? TAG_UNIT :
									k == first ? TAG_BEGIN : k == i - 1 ? TAG_LAST : TAG_INSIDE);
			if (span->maybe)
				sets[k] |= UINT32_C(1) << TAG_OUTSIDE;
		}
	}
	while (i < tokens->n)
		sets[i++] = outside;
	return sets;
}
