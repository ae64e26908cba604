/*
 * corpus.c -- reads the corpora the tagger learns from into one form.
 *
 * Corpora differ in what they call a name and in what they leave out:
 *   - JSONL sets give spans and types; GMB's "gpe" may be a people or a
 *     country, web text has no OTHER, times are no names.
 *   - GUM marks every mention, "the coast of Aceh" as well as "Aceh".  A name
 *     is the run of proper nouns around the head of a mention; kinds that
 *     CoNLL would call MISC or nothing at all may be either.
 *   - PolNeAR has no names; another tagger's labels for its articles come as
 *     one line a token.
 */
#include "corpus.h"

#include "json.h"
#include "tool.h"
#include "utf8.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define T(type) (1 << (type))

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
	{"PER", T(TAG_PERSON)},
	{"PERSON", T(TAG_PERSON)},
	{"per", T(TAG_PERSON)},
	{"LOC", T(TAG_PLACE)},
	{"LOCATION", T(TAG_PLACE)},
	{"geo", T(TAG_PLACE)},
	{"gpe", T(TAG_PLACE) | T(TAG_OTHER)},
	{"ORG", T(TAG_ORG)},
	{"ORGANIZATION", T(TAG_ORG)},
	{"org", T(TAG_ORG)},
	{"MISC", T(TAG_OTHER)},
	{"art", T(TAG_OTHER)},
	{"eve", T(TAG_OTHER)},
	{"nat", T(TAG_OTHER)},
};

static int
types_of(const char *name)
{
	for (size_t i = 0; i < sizeof(type_names) / sizeof(type_names[0]); i++)
		if (strcmp(type_names[i].name, name) == 0)
			return type_names[i].types;
	return 0;
}

static void
add_span(NtContext *cx, GoldDoc *doc, uint32_t start, uint32_t end, int types, bool maybe)
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

static GoldDoc *
add_doc(NtContext *cx, GoldDocs *docs, const char *id, const char *text, uint32_t len, Source source)
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

void
corpus_read_jsonl(NtContext *cx, GoldDocs *docs, const char *path, Source source)
{
	FILE	   *in = fopen(path, "r");
	char	   *line = NULL;
	size_t		room = 0;
	long		len;

	if (in == NULL)
		tool_die("could not open %s", path);
	while ((len = json_line(in, &line, &room)) > 0)
	{
		const Json *d = json_read(cx, line, (size_t) len);
		const Json *text = json_get(d, "text");
		const Json *entities = json_get(d, "entities");
		GoldDoc    *doc = add_doc(cx, docs, json_string(d, "id"), text->string, text->len, source);
		uint32_t	chars;
		uint32_t   *offsets = json_offsets(cx, text->string, text->len, &chars);

		for (uint32_t i = 0; entities != NULL && i < entities->len; i++)
		{
			const Json *e = &entities->at[i];
			int			start = json_int(json_get(e, "start"));
			int			end = json_int(json_get(e, "end"));
			int			types = types_of(json_string(e, "type"));

			if (types != 0 && start >= 0 && end <= (int) chars)
				add_span(cx, doc, offsets[start], offsets[end], types, false);
		}
	}
	free(line);
	fclose(in);
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

void
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
				add_span(cx, doc, offsets[start], offsets[end], types, false);
		}
		open = types;
	}
	if (pclose(in) != 0)
		tool_die("could not unpack %s", labels);
	free(line);
}

/* ---- GUM -------------------------------------------------------------- */

#define GUM_TOKENS 2000			/* of one sentence */

typedef struct GumToken
{
	uint32_t	start;
	uint32_t	end;
	char		xpos[8];
	bool		capital;
} GumToken;

typedef struct GumMention
{
	char		id[24];
	char		kind[24];
	int			first;
	int			last;			/* exclusive; 0 while open */
	int			head;
	bool		linked;
} GumMention;

typedef struct GumReader
{
	NtContext  *cx;
	GoldDoc    *doc;
	NtArray(char) text;
	bool		paragraph;
	const char *sentence;		/* rest of "# text" not yet matched */
	uint32_t	at;				/* where that begins in text */
	GumToken	tokens[GUM_TOKENS];
	int			n;
	NtArray(GumMention) mentions;
} GumReader;

static void
append(GumReader *r, const char *s, size_t len)
{
	nt_reserve(r->cx, &r->text, r->text.n + (uint32_t) len + 1);
	memcpy(r->text.at + r->text.n, s, len);
	r->text.n += (uint32_t) len;
	r->text.at[r->text.n] = '\0';
}

/* gum_open begins a mention: id-kind-infstat-salience-centering-minspan-link[-identity] */
static void
gum_open(GumReader *r, char *s)
{
	GumMention *m = nt_push(r->cx, &r->mentions);
	char	   *fields[8] = {0};
	int			n = 0;

	memset(m, 0, sizeof(*m));
	for (char *p = s; n < 8 && p != NULL; n++)
	{
		fields[n] = p;
		if (n == 7)
			break;
		p = strchr(p, '-');
		if (p != NULL)
			*p++ = '\0';
	}
	snprintf(m->id, sizeof(m->id), "%s", fields[0]);
	snprintf(m->kind, sizeof(m->kind), "%s", n > 1 && fields[1] ? fields[1] : "");
	m->first = r->n - 1;
	m->head = m->first + (n > 5 && fields[5] ? atoi(fields[5]) : 1) - 1;
	m->linked = n >= 7 && fields[7] != NULL && fields[7][0] != '\0';
}

static void
gum_close(GumReader *r, const char *id)
{
	for (uint32_t i = r->mentions.n; i-- > 0;)
		if (r->mentions.at[i].last == 0 && strcmp(r->mentions.at[i].id, id) == 0)
		{
			r->mentions.at[i].last = r->n;
			return;
		}
}

static void
gum_entities(GumReader *r, char *misc)
{
	char	   *s = strstr(misc, "Entity=");
	char		copy[2048];

	if (s == NULL)
		return;
	s += strlen("Entity=");
	snprintf(copy, sizeof(copy), "%.*s", (int) strcspn(s, "|"), s);
	s = copy;
	while (*s != '\0')
	{
		if (*s == '(')
		{
			size_t		len = strcspn(s + 1, "()");
			bool		single = s[1 + len] == ')';

			s[1 + len] = s[1 + len] == '(' ? '\1' : '\0';
			{
				bool		again = s[1 + len] == '\1';

				s[1 + len] = '\0';
				gum_open(r, s + 1);
				if (single && r->mentions.n > 0)
					r->mentions.at[r->mentions.n - 1].last = r->n;
				s += 1 + len;
				if (again)
					*s = '(';
				else if (single)
					s++;
			}
		}
		else
		{
			size_t		len = strcspn(s, ")(");
			char		after = s[len];

			s[len] = '\0';
			gum_close(r, s);
			s += len;
			if (after == ')')
				s++;
			else
				*s = after;
		}
	}
}

static bool
is_proper(const GumToken *t)
{
	return strncmp(t->xpos, "NNP", 3) == 0;
}

/* may_join: may stand inside a name, between its proper nouns. */
static bool
may_join(const GumReader *r, const GumToken *t, const GumMention *m)
{
	bool		linked = m->linked;
	const char *s = r->text.at + t->start;
	size_t		len = t->end - t->start;

	if (is_proper(t) || strcmp(t->xpos, "HYPH") == 0 || (len == 1 && (*s == '&' || *s == '-')))
		return true;
	if (t->capital && (strcmp(t->xpos, "JJ") == 0 || strcmp(t->xpos, "NNS") == 0))
		return true;
	if (strcmp(m->kind, "person") == 0)
		return false;			/* Emperor of Mexico: a title */
	if (len == 2 && memcmp(s, "of", 2) == 0)
		return true;
	return linked && (strcmp(t->xpos, "IN") == 0 || strcmp(t->xpos, "DT") == 0 || strcmp(t->xpos, "CC") == 0 ||
					  strcmp(t->xpos, "CD") == 0);
}

static int
longer_mention(const void *a, const void *b)
{
	const GumMention *x = a;
	const GumMention *y = b;

	if (x->last - x->first != y->last - y->first)
		return (y->last - y->first) - (x->last - x->first);
	return x->first - y->first;
}

static int
earlier_span(const void *a, const void *b)
{
	const GoldSpan *x = a;
	const GoldSpan *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

/* gum_sentence makes names of the mentions of the sentence just read. */
static void
gum_sentence(GumReader *r)
{
	static bool taken[GUM_TOKENS];

	memset(taken, 0, sizeof(taken));
	if (r->mentions.n > 0)
		qsort(r->mentions.at, r->mentions.n, sizeof(GumMention), longer_mention);
	for (uint32_t i = 0; i < r->mentions.n; i++)
	{
		const GumMention *m = &r->mentions.at[i];
		int			first = m->head;
		int			last = m->head + 1;
		int			types = T(TAG_OTHER);
		bool		maybe = !m->linked;
		bool		overlap = false;

		if (m->last <= m->first || m->head < m->first || m->head >= m->last || !is_proper(&r->tokens[m->head]))
			continue;
		if (strcmp(m->kind, "time") == 0)
			continue;
		for (int k = first - 1; k >= m->first && may_join(r, &r->tokens[k], m); k--)
			if (is_proper(&r->tokens[k]) || r->tokens[k].capital)
				first = k;
		for (int k = last; k < m->last && may_join(r, &r->tokens[k], m); k++)
			if (is_proper(&r->tokens[k]) || (m->linked && strcmp(r->tokens[k].xpos, "CD") == 0))
				last = k + 1;
		while (first < m->head && strcmp(r->tokens[first].xpos, "DT") == 0)
			first++;
		for (int k = first; k < last; k++)
			overlap |= taken[k];
		if (overlap)
			continue;
		if (strcmp(m->kind, "person") == 0)
		{
			types = T(TAG_PERSON);
			maybe = false;
			/* peoples are persons to GUM, OTHER to newswire */
			if (strcmp(r->tokens[last - 1].xpos, "NNPS") == 0)
				types = T(TAG_OTHER) | T(TAG_PERSON);
		}
		else if (strcmp(m->kind, "place") == 0)
		{
			types = T(TAG_PLACE);
			maybe = false;
		}
		else if (strcmp(m->kind, "organization") == 0)
		{
			types = T(TAG_ORG);
			maybe = false;
		}
		for (int k = first; k < last; k++)
			taken[k] = true;
		add_span(r->cx, r->doc, r->tokens[first].start, r->tokens[last - 1].end, types, maybe);
	}

	/* other capitalised adjectives and proper nouns: nobody says whether they are names */
	for (int k = 0; k < r->n; k++)
		if (!taken[k] && r->tokens[k].capital &&
			(is_proper(&r->tokens[k]) || (k > 0 && strcmp(r->tokens[k].xpos, "JJ") == 0)))
			add_span(r->cx, r->doc, r->tokens[k].start, r->tokens[k].end, 0, true);
	r->mentions.n = 0;
	r->n = 0;
}

static void
gum_line(GumReader *r, char *line)
{
	char	   *fields[10];
	int			n = 0;
	const char *found;
	GumToken   *t;

	if (strncmp(line, "# newpar", 8) == 0)
		r->paragraph = true;
	else if (strncmp(line, "# text = ", 9) == 0)
	{
		if (r->text.n > 0)
			append(r, r->paragraph ? "\n\n" : " ", r->paragraph ? 2 : 1);
		r->paragraph = false;
		r->at = r->text.n;
		append(r, line + 9, strlen(line + 9));
	}
	if (line[0] == '\0')
		gum_sentence(r);
	if (!isdigit((unsigned char) line[0]))
		return;
	for (char *p = line; n < 10; n++)
	{
		fields[n] = p;
		p = strchr(p, '\t');
		if (p == NULL)
		{
			n++;
			break;
		}
		*p++ = '\0';
	}
	if (n < 10 || strpbrk(fields[0], "-.") != NULL)
		return;
	if (r->n == GUM_TOKENS)
		tool_die("a sentence of more than %d tokens", GUM_TOKENS);
	found = strstr(r->text.at + r->at, fields[1]);
	t = &r->tokens[r->n++];
	t->start = found != NULL ? (uint32_t) (found - r->text.at) : r->at;
	t->end = found != NULL ? t->start + (uint32_t) strlen(fields[1]) : r->at;
	t->capital = isupper((unsigned char) fields[1][0]);
	snprintf(t->xpos, sizeof(t->xpos), "%s", fields[4]);
	r->at = t->end;
	gum_entities(r, fields[9]);
}

static int
compare_strings(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

void
corpus_read_gum(NtContext *cx, GoldDocs *docs, const char *folder)
{
	DIR		   *dir = opendir(folder);
	struct dirent *entry;
	char	   *names[1024];
	int			n = 0;
	GumReader  *r = nt_alloc0(cx, sizeof(*r));

	if (dir == NULL)
		tool_die("could not open folder %s", folder);
	while ((entry = readdir(dir)) != NULL)
		if (strstr(entry->d_name, ".conllu") != NULL && n < 1024)
			names[n++] = nt_copy(cx, entry->d_name, strlen(entry->d_name) + 1);
	closedir(dir);
	qsort(names, (size_t) n, sizeof(char *), compare_strings);
	for (int i = 0; i < n; i++)
	{
		char		path[4096];
		size_t		len;
		char	   *text;

		snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
		text = tool_read_file(cx, path, &len);
		names[i][strcspn(names[i], ".")] = '\0';
		memset(r, 0, sizeof(*r));
		r->cx = cx;
		r->doc = add_doc(cx, docs, names[i], "", 0, SOURCE_GUM);
		for (char *line = text; line != NULL && *line != '\0';)
		{
			char	   *end = strchr(line, '\n');

			if (end != NULL)
				*end++ = '\0';
			gum_line(r, line);
			line = end;
		}
		r->doc->text = r->text.at;
		r->doc->len = r->text.n;
		if (r->doc->spans.n > 0)
			qsort(r->doc->spans.at, r->doc->spans.n, sizeof(GoldSpan), earlier_span);
	}
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

/* corpus_token_sets makes of the spans of a document one set of labels a token. */
uint32_t *
corpus_token_sets(NtContext *cx, const GoldDoc *doc, const NtTokens *tokens)
{
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

		while (i < tokens->n && tokens->at[i].end <= span->start)
			sets[i++] = outside;
		first = i;
		while (i < tokens->n && tokens->at[i].start < span->end)
			i++;
		if (i == first)
			continue;
		fits = span->types != 0 && tokens->at[first].start == span->start &&
			tokens->at[i - 1].end - span->end <= 1;
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
