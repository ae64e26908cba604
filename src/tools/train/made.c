/*
 * made.c -- fills templates with names of the gazetteer and the name lists.
 *
 *     [ORG {club1}] beat [ORG {club2}] {s}-{s}.
 *     Dynamo Lagos beat Riga 3-1.
 *
 * Corpora one may learn from hold running text, where "Lagos" is a place.  In a list
 * of results it is a club, and only lists teach that.  The format is told at
 * the top of data/en/model/templates.txt (templates-world.txt is a second part); "= club: {city} | FC {city}" there
 * says what a slot may be.  What is drawn depends on nothing but a fixed seed.
 */
#include "train/made.h"

#include "tool.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef NtArray(const char *) Names;

typedef struct Slot
{
	const char *name;
	Names		choices;
} Slot;

typedef struct Maker
{
	NtContext  *cx;
	uint32_t	seed;
	NtArray(Slot) slots;
	GoldDoc    *doc;
	NtArray(char) text;
	bool		upper;
	NtArray(const char *) kept_names;	/* slots of this document that keep their value */
	NtArray(const char *) kept_values;
} Maker;

static uint32_t
draw(Maker *m, uint32_t n)
{
	m->seed ^= m->seed << 13;
	m->seed ^= m->seed >> 17;
	m->seed ^= m->seed << 5;
	return m->seed % n;
}

static Names *
slot_names(Maker *m, const char *name, size_t len)
{
	for (uint32_t i = 0; i < m->slots.n; i++)
		if (strlen(m->slots.at[i].name) == len && memcmp(m->slots.at[i].name, name, len) == 0)
			return &m->slots.at[i].choices;
	return NULL;
}

static void
add_choice(Maker *m, const char *slot, const char *value)
{
	Names	   *names = slot_names(m, slot, strlen(slot));

	if (names == NULL)
	{
		Slot	   *s = nt_push(m->cx, &m->slots);

		memset(s, 0, sizeof(*s));
		s->name = nt_copy(m->cx, slot, strlen(slot) + 1);
		names = &s->choices;
	}
	*nt_push(m->cx, names) = nt_copy(m->cx, value, strlen(value) + 1);
}

/* ---- lists ------------------------------------------------------------- */

/* read_places takes the names of a gazetteer file, larger places alone if it tells sizes. */
static void
read_places(Maker *m, const char *path, const char *slot, long least)
{
	size_t		size;
	char	   *text = tool_read_file(m->cx, path, &size);

	for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n"))
	{
		char	   *fields[9] = {0};
		int			n = 0;

		if (line[0] == '#')
			continue;
		for (char *p = line; p != NULL && n < 9; n++)
		{
			fields[n] = p;
			p = strchr(p, '\t');
			if (p != NULL)
				*p++ = '\0';
		}
		if (n < 5 || (n >= 8 && atol(fields[7]) < least) || strlen(fields[2]) > 24)
			continue;
		add_choice(m, slot, fields[2]);
		if (strcmp(fields[4], "US") == 0 && strcmp(slot, "city") == 0 && n >= 8 && atol(fields[7]) > 300000)
			add_choice(m, "uscity", fields[2]);
		if (strcmp(fields[4], "GB") == 0)
			add_choice(m, "place", fields[2]);
	}
}

static void
read_words(Maker *m, const char *path, const char *slot)
{
	size_t		size;
	char	   *text = tool_read_file(m->cx, path, &size);

	for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n"))
	{
		if (line[0] == '#' || line[0] == '\0')
			continue;
		line[strcspn(line, "\t")] = '\0';
		line[0] = (char) toupper((unsigned char) line[0]);
		add_choice(m, slot, line);
	}
}

/* ---- filling ----------------------------------------------------------- */

static void fill(Maker *m, const char *s, size_t len);

static void
put(Maker *m, const char *s, size_t len)
{
	nt_reserve(m->cx, &m->text, m->text.n + (uint32_t) len + 1);
	for (size_t i = 0; i < len; i++)
		m->text.at[m->text.n++] = m->upper ? (char) toupper((unsigned char) s[i]) : s[i];
}

static void
put_made(Maker *m)
{
	static const char *const heads[] = {"Kar", "Vel", "Pro", "Ste", "Mon", "Bra", "Dor", "Hal", "Lin", "Tor", "Sam",
		"Pet", "Gal", "Ron", "Cor", "Nov", "Zet", "Ul", "Fer", "Mar", "Jag", "Ost", "Wid", "Hap", "Ar", "Be", "Lec"};
	static const char *const middles[] = {"", "", "o", "a", "ti", "mo", "ni", "ra", "dro", "za", "lo", "vi"};
	static const char *const tails[] = {"bank", "tex", "x", "nia", "ma", "star", "ton", "via", "gas", "co", "film",
		"dor", "nik", "tel", "rex", "wick", "ssen", "cz", "ka", "is", "um", "ek"};
	char		word[32];
	int			n;

	n = snprintf(word, sizeof(word), "%s%s%s", heads[draw(m, sizeof(heads) / sizeof(heads[0]))],
				 middles[draw(m, sizeof(middles) / sizeof(middles[0]))],
				 tails[draw(m, sizeof(tails) / sizeof(tails[0]))]);
	put(m, word, (size_t) n);
}

static void
put_number(Maker *m, const char *name, size_t len)
{
	char		s[32];
	int			n = 0;

#define IS(x) (len == strlen(x) && memcmp(name, x, len) == 0)
	if (IS("n"))
		n = snprintf(s, sizeof(s), "%u", 2 + draw(m, 98));
	else if (IS("s"))
		n = snprintf(s, sizeof(s), "%u", draw(m, 10));
	else if (IS("score"))
		n = snprintf(s, sizeof(s), "%u", 100 + draw(m, 500));
	else if (IS("big"))
		n = draw(m, 2) ? snprintf(s, sizeof(s), "%u,%03u", 1 + draw(m, 90), draw(m, 1000)) :
			snprintf(s, sizeof(s), "%u", 1000 + draw(m, 60000));
	else if (IS("set"))
		n = snprintf(s, sizeof(s), draw(m, 2) ? "6-%u" : "%u-6", draw(m, 5));
	else if (IS("min"))
		n = snprintf(s, sizeof(s), draw(m, 3) ? "%u" : "%uth", 4 + draw(m, 80));
	else if (IS("date"))
		n = snprintf(s, sizeof(s), "%u-%02u-%02u", 1996 + draw(m, 20), 1 + draw(m, 12), 1 + draw(m, 28));
	else if (IS("initial"))
		n = snprintf(s, sizeof(s), "%c.", 'A' + (int) draw(m, 26));
	else if (IS("acronym"))
	{
		n = 3 + (int) draw(m, 2);
		for (int i = 0; i < n; i++)
			s[i] = (char) ('A' + draw(m, 26));
	}
	else
		tool_die("templates: no slot {%.*s}", (int) len, name);
#undef IS
	put(m, s, (size_t) n);
}

static void
put_slot(Maker *m, const char *name, size_t len)
{
	const Names *names;
	bool		keep = isdigit((unsigned char) name[len - 1]);
	uint32_t	from = m->text.n;

	if (keep)
	{
		for (uint32_t i = 0; i < m->kept_names.n; i++)
			if (strlen(m->kept_names.at[i]) == len && memcmp(m->kept_names.at[i], name, len) == 0)
			{
				put(m, m->kept_values.at[i], strlen(m->kept_values.at[i]));
				return;
			}
	}
	names = slot_names(m, name, len - keep);
	if (len - keep == 4 && memcmp(name, "made", 4) == 0)
		put_made(m);
	else if (names == NULL)
		put_number(m, name, len - keep);
	else
	{
		bool		upper = m->upper;
		const char *choice = names->at[draw(m, names->n)];

		/* a kept value must keep its own case */
		m->upper = upper && !keep;
		fill(m, choice, strlen(choice));
		m->upper = upper;
	}
	if (keep)
	{
		char	   *value = nt_alloc0(m->cx, m->text.n - from + 1);

		memcpy(value, m->text.at + from, m->text.n - from);
		*nt_push(m->cx, &m->kept_names) = nt_copy(m->cx, name, len + 1);
		((char *) m->kept_names.at[m->kept_names.n - 1])[len] = '\0';
		*nt_push(m->cx, &m->kept_values) = value;
		if (m->upper)
		{
			m->text.n = from;
			put(m, value, strlen(value));
		}
	}
}

/* fill appends a piece of a template with its slots filled. */
static void
fill(Maker *m, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
	{
		if (s[i] == '{')
		{
			size_t		end = i + strcspn(s + i, "}");

			put_slot(m, s + i + 1, end - i - 1);
			i = end;
		}
		else
			put(m, s + i, 1);
	}
}

static void
fill_line(Maker *m, const char *line)
{
	static const struct
	{
		const char *name;
		int			types;
	}			types[] = {{"[PER ", 1 << TAG_PERSON}, {"[LOC ", 1 << TAG_PLACE}, {"[ORG ", 1 << TAG_ORG},
	{"[MISC ", 1 << TAG_OTHER}, {"[? ", 0}};
	bool		line_upper = m->upper;

	while (*line != '\0')
	{
		size_t		len = strcspn(line, "[^");

		fill(m, line, len);
		line += len;
		if (*line == '^')
		{
			m->upper = true;
			line++;
			continue;
		}
		if (*line == '[')
		{
			for (size_t t = 0; t < sizeof(types) / sizeof(types[0]); t++)
			{
				size_t		head = strlen(types[t].name);
				size_t		end = strcspn(line, "]");
				uint32_t	start = m->text.n;
				GoldSpan   *span;

				if (strncmp(line, types[t].name, head) != 0)
					continue;
				fill(m, line + head, end - head);
				span = nt_push(m->cx, &m->doc->spans);
				span->start = start;
				span->end = m->text.n;
				span->types = (uint8_t) types[t].types;
				span->maybe = types[t].types == 0;
				line += end + 1;
				head = 0;
				m->upper = line_upper && m->upper;
				goto next;
			}
			tool_die("templates: unknown type at \"%.20s\"", line);
		}
next:	;
	}
}

static void
make_doc(Maker *m, GoldDocs *docs, char **lines, int n)
{
	GoldDoc    *doc = nt_alloc0(m->cx, sizeof(*doc));

	doc->id = "made";
	doc->source = SOURCE_MADE;
	m->doc = doc;
	memset(&m->text, 0, sizeof(m->text));
	m->kept_names.n = m->kept_values.n = 0;
	for (int i = 0; i < n; i++)
	{
		const char *line = lines[i];
		uint32_t	times = 1;

		if (line[0] == '*')
		{
			char	   *rest;
			uint32_t	most = (uint32_t) strtoul(line + 1, &rest, 10);

			times = most < 3 ? most : 2 + draw(m, most - 1);
			line = rest + 1;
		}
		for (uint32_t t = 0; t < times; t++)
		{
			m->upper = line[0] == '^' && line[1] != '[';
			fill_line(m, line + m->upper);
			m->upper = false;
			put(m, "\n", 1);
		}
	}
	doc->text = m->text.at;
	doc->len = m->text.n;
	*nt_push(m->cx, docs) = doc;
}

/* read_templates makes documents of a file of templates; its slots stay known to the next. */
static void
read_templates(Maker *m, GoldDocs *docs, char *text, int times)
{
	char	   *lines[64];
	int			n = 0;

	for (char *line = text; line != NULL; )
	{
		char	   *end = strchr(line, '\n');

		if (end != NULL)
			*end++ = '\0';
		if (line[0] == '=')
		{
			char	   *colon = strchr(line, ':');

			*colon = '\0';
			for (char *p = colon + 1; p != NULL;)
			{
				char	   *bar = strstr(p, " | ");

				if (bar != NULL)
				{
					*bar = '\0';
					bar += 3;
				}
				add_choice(m, line + 2, p + strspn(p, " "));
				p = bar;
			}
		}
		else if (line[0] != '\0' && line[0] != '#' && n < 64)
			lines[n++] = line;
		if ((line[0] == '\0' || end == NULL) && n > 0)
		{
			for (int t = 0; t < times; t++)
				make_doc(m, docs, lines, n);
			n = 0;
		}
		line = end;
	}
}

void
made_read(NtContext *cx, GoldDocs *docs, const char *data, int times)
{
	static const char *const days[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
	static const char *const months[] = {"January", "March", "April", "June", "August", "Sept", "October", "Nov", "December"};
	Maker	   *m = nt_alloc0(cx, sizeof(*m));
	size_t		size;
	char	   *text = tool_read_file(cx, corpus_path(cx, data, "model/templates.txt"), &size);

	m->cx = cx;
	m->seed = 4711;
	read_places(m, corpus_path(cx, data, "gazetteer/cities.tsv"), "city", 250000);
	read_places(m, corpus_path(cx, data, "gazetteer/countries.tsv"), "country", 0);
	read_places(m, corpus_path(cx, data, "gazetteer/nationalities.tsv"), "nat", 0);
	read_places(m, corpus_path(cx, data, "gazetteer/subdivisions.tsv"), "region", 0);
	read_words(m, corpus_path(cx, data, "lexicon/given-names.txt"), "given");
	read_words(m, corpus_path(cx, data, "lexicon/surnames.txt"), "surname");
	read_words(m, corpus_path(cx, data, "lexicon/roles.txt"), "role");
	read_words(m, corpus_path(cx, data, "lexicon/common-words.txt"), "word");
	for (int i = 0; i < 7; i++)
		add_choice(m, "day", days[i]);
	for (int i = 0; i < 9; i++)
		add_choice(m, "month", months[i]);

	read_templates(m, docs, text, times);
	read_templates(m, docs, tool_read_file(cx, corpus_path(cx, data, "model/templates-world.txt"), &size), times);
}
