/*
 * compile_date_pattern.c -- reads a pattern of rules.txt into an automaton.
 *
 *     DAY [of] MONTH        0 -DAY-> 1 -of-> 2 -MONTH-> 3
 *                                    1 --------------> 2
 *
 * Each use of a <name> is a copy of its definition.  Settings and bounds are edges of no
 * class, given to the word after them when the graph is built; a setting
 * right behind a word belongs to it.
 */
#include "compile/compile_dates.h"

#include <ctype.h>
#include <string.h>

typedef struct Pattern
{
	Grammar    *g;
	const DataFile *file;
	const char *p;
} Pattern;

static uint32_t read_alternatives(Pattern *s, uint32_t from);

static void
skip_space(Pattern *s)
{
	while (*s->p == ' ' || *s->p == '\t')
		s->p++;
}

uint32_t
date_new_state(Grammar *g)
{
	memset(nt_push(g->cx, &g->states), 0, sizeof(PatternState));
	return g->states.n - 1;
}

static void
new_edge(Grammar *g, uint32_t from, const Element *e, uint32_t to)
{
	*nt_push(g->cx, &g->edges) = (PatternEdge){*e, to, g->states.at[from].edge};
	g->states.at[from].edge = g->edges.n - 1;
}

void
date_add_setting(const DataFile *file, Element *to, const Element *from)
{
	for (int k = 0; k < DATE_EDGE_SETS && from->set_slot[k] != SLOT_NONE; k++)
	{
		int			place = 0;

		while (place < DATE_EDGE_SETS && to->set_slot[place] != SLOT_NONE)
			place++;
		if (place == DATE_EDGE_SETS)
			data_fail(file, "more than %d settings at one word", DATE_EDGE_SETS);
		to->set_slot[place] = from->set_slot[k];
		to->set_value[place] = from->set_value[k];
	}
	to->flags |= from->flags;
}

/* {slot=value slot=value} */
static Element
read_settings(Pattern *s)
{
	Element		e = {0};
	int			n = 0;

	s->p++;
	for (;;)
	{
		const char *start;
		const char *equal;
		char	   *value;

		skip_space(s);
		if (*s->p == '}')
			break;
		start = s->p;
		while (*s->p != '\0' && *s->p != ' ' && *s->p != '}')
			s->p++;
		equal = memchr(start, '=', (size_t) (s->p - start));
		if (equal == NULL || n == DATE_EDGE_SETS)
			data_fail(s->file, "bad setting at %s", start);
		value = nt_copy(s->g->cx, equal + 1, (size_t) (s->p - equal - 1));
		e.set_slot[n] = (uint8_t) date_slot_number(s->file, start, (size_t) (equal - start));
		e.set_value[n++] = (int16_t) date_value(s->file, value);
	}
	s->p++;
	return e;
}

/* A <name>: its definition is read again, in place. */
static uint32_t
read_macro(Pattern *s, const char *name, size_t len, uint32_t from)
{
	for (uint32_t i = 0; i < s->g->macros.n; i++)
	{
		const Macro *m = &s->g->macros.at[i];

		if (strlen(m->name) == len && memcmp(m->name, name, len) == 0)
		{
			Pattern		inner = {s->g, s->file, m->pattern};
			uint32_t	to = read_alternatives(&inner, from);

			if (*inner.p != '\0')
				data_fail(s->file, "unexpected %s", inner.p);
			return to;
		}
	}
	data_fail(s->file, "%.*s is not defined above", (int) len, name);
}

/* A class or a word, and the settings that follow it. */
static uint32_t
read_word(Pattern *s, const char *start, size_t len, uint32_t from)
{
	Element		e = {0};
	const char *colon = memchr(start, ':', len);
	uint32_t	to;
	int			class;

	if (colon != NULL && colon > start && len > 1)
	{
		e.slot = (uint8_t) date_slot_number(s->file, start, (size_t) (colon - start));
		len -= (size_t) (colon + 1 - start);
		start = colon + 1;
	}
	if (isupper((unsigned char) start[0]))
	{
		class = date_class(s->g, start, len);
		if (class == 0)
			data_fail(s->file, "unknown class %.*s", (int) len, start);
		if (e.slot == SLOT_NONE)
			e.slot = (uint8_t) s->g->classes.at[class].slot;
	}
	else
		class = date_literal(s->g, s->file, start, len);
	e.class = (uint16_t) class;
	skip_space(s);
	if (*s->p == '{')
	{
		Element		settings = read_settings(s);

		date_add_setting(s->file, &e, &settings);
	}
	to = date_new_state(s->g);
	new_edge(s->g, from, &e, to);
	return to;
}

static uint32_t
read_item(Pattern *s, uint32_t from)
{
	Element		e = {0};
	const char *start;
	size_t		len;
	uint32_t	to;

	/* bounds, and settings that stand alone, are given to the word after them */
	if (*s->p == '{' || *s->p == '^' || *s->p == '$' || *s->p == '~')
	{
		if (*s->p == '{')
			e = read_settings(s);
		else
			e.flags = *s->p == '^' ? EDGE_BEGIN : *s->p == '$' ? EDGE_END : EDGE_TOUCHES;
		if (e.flags != 0)
			s->p++;
		to = date_new_state(s->g);
		new_edge(s->g, from, &e, to);
		return to;
	}
	if (*s->p == '[' || *s->p == '(')
	{
		char		close = *s->p == '[' ? ']' : ')';

		s->p++;
		to = read_alternatives(s, from);
		if (*s->p != close)
			data_fail(s->file, "%c expected at %s", close, s->p);
		s->p++;
		if (close == ']')
			new_edge(s->g, from, &e, to);
		return to;
	}
	start = s->p;
	while (*s->p != '\0' && strchr(" \t[](){}|", *s->p) == NULL)
		s->p++;
	len = (size_t) (s->p - start);
	if (len == 0)
		data_fail(s->file, "pattern expected at %s", start);
	return start[0] == '<' && start[len - 1] == '>' ? read_macro(s, start, len, from) :
		read_word(s, start, len, from);
}

static uint32_t
read_sequence(Pattern *s, uint32_t from)
{
	for (;;)
	{
		skip_space(s);
		if (*s->p == '\0' || *s->p == '|' || *s->p == ']' || *s->p == ')')
			return from;
		from = read_item(s, from);
	}
}

/* read_alternatives reads a | b | c from a state on, and returns the state they end in. */
static uint32_t
read_alternatives(Pattern *s, uint32_t from)
{
	const Element nothing = {0};
	uint32_t	to = date_new_state(s->g);

	for (;;)
	{
		uint32_t	start = date_new_state(s->g);

		new_edge(s->g, from, &nothing, start);
		new_edge(s->g, read_sequence(s, start), &nothing, to);
		if (*s->p != '|')
			return to;
		s->p++;
	}
}

/* date_pattern reads a pattern from the start on and returns the state it ends in. */
uint32_t
date_pattern(Grammar *g, const DataFile *file, const char *text)
{
	Pattern		s = {g, file, text};
	uint32_t	end = read_alternatives(&s, 0);

	if (*s.p != '\0')
		data_fail(file, "unexpected %s", s.p);
	return end;
}
