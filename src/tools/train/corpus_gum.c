/*
 * corpus_gum.c -- makes names of GUM's mentions.
 *
 * GUM (Zeldes 2017) marks every mention of a thing, "the coast of Aceh" as
 * well as "Aceh".  A name is the run of proper nouns around the head of a mention,
 * of the longest mention where they nest; "Emperor of Mexico" is a title.
 * Persons, places and organisations keep their kind; what CoNLL would call MISC or
 * nothing at all may be either, unless GUM links it to Wikidata.
 */
#include "train/corpus.h"

#include "tool.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
		int			types = TYPE(TAG_OTHER);
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
			types = TYPE(TAG_PERSON);
			maybe = false;
			/* peoples are persons to GUM, OTHER to newswire */
			if (strcmp(r->tokens[last - 1].xpos, "NNPS") == 0)
				types = TYPE(TAG_OTHER) | TYPE(TAG_PERSON);
		}
		else if (strcmp(m->kind, "place") == 0)
		{
			types = TYPE(TAG_PLACE);
			maybe = false;
		}
		else if (strcmp(m->kind, "organization") == 0)
		{
			types = TYPE(TAG_ORG);
			maybe = false;
		}
		for (int k = first; k < last; k++)
			taken[k] = true;
		corpus_add_span(r->cx, r->doc, r->tokens[first].start, r->tokens[last - 1].end, types, maybe);
	}

	/* other capitalised adjectives and proper nouns: nobody says whether they are names */
	for (int k = 0; k < r->n; k++)
		if (!taken[k] && r->tokens[k].capital &&
			(is_proper(&r->tokens[k]) || (k > 0 && strcmp(r->tokens[k].xpos, "JJ") == 0)))
			corpus_add_span(r->cx, r->doc, r->tokens[k].start, r->tokens[k].end, 0, true);
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
		r->doc = corpus_add_doc(cx, docs, names[i], "", 0, SOURCE_GUM);
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
