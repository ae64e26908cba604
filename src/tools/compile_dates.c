/*
 * compile_dates.c -- compiles the tables of data/dates into the date grammar.
 *
 *     words.txt      classes of words and their values
 *     rules.txt      patterns over classes, and what they mean
 *     holidays.txt   days that have a name
 *
 * The patterns become one nondeterministic automaton, each use of a <name> a
 * copy of its definition, and that a deterministic one over its edges by
 * subsets (an edge is a class with what it sets, so that two rules that agree
 * so far share a path).  Patterns have no loops, so that nor has the graph;
 * equal parts of it are then made one, from the leaves up (date_grammar.h).
 *
 *     DAY [of] MONTH        . -DAY-> . -of-> . -MONTH-> accepts
 *                                    . ------MONTH----> accepts
 *
 * docs/dates.md describes the files.
 */
#include "compile.h"

#include "date_grammar.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GRAPH_MAX 200000		/* nodes; beyond it a rule is too wide */

/* ---- names of numbers --------------------------------------------------- */

typedef struct Symbol
{
	const char *name;
	int			value;
} Symbol;

static const Symbol symbols[] = {
#define DATE_SYMBOL(name, value) {name, value},
#include "date_symbols.h"
#undef DATE_SYMBOL
	{NULL, 0}
};

static int
read_value(const DataFile *file, const char *text)
{
	char	   *end;
	long		n = strtol(text, &end, 10);

	if (end != text && *end == '\0')
		return (int) n;
	for (const Symbol *s = symbols; s->name != NULL; s++)
		if (strcmp(s->name, text) == 0)
			return s->value;
	data_fail(file, "unknown value %s", text);
}

static int
read_slot(const DataFile *file, const char *name, size_t len)
{
	static const char *const names[] = {
#define DATE_SLOT_NAME(symbol, name) name,
		DATE_SLOTS(DATE_SLOT_NAME)
#undef DATE_SLOT_NAME
	};

	for (int i = 1; i < DATE_SLOT_COUNT; i++)
		if (strlen(names[i]) == len && memcmp(names[i], name, len) == 0)
			return i;
	data_fail(file, "unknown slot %.*s", (int) len, name);
}

/* ---- classes and words -------------------------------------------------- */

typedef struct Class
{
	const char *name;
	int			slot;			/* that its words write */
} Class;

typedef struct WordSense
{
	uint32_t	word;
	NtDateSense sense;
} WordSense;

/* One element of a sequence. */
typedef struct Element
{
	uint16_t	class;			/* CLASS_NONE: only settings or a bound */
	uint8_t		flags;			/* EDGE_* */
	uint8_t		slot;
	uint8_t		set_slot[DATE_EDGE_SETS];
	uint8_t		reserved;		/* 0: elements are compared as bytes */
	int16_t		set_value[DATE_EDGE_SETS];
} Element;

typedef struct Macro
{
	const char *name;
	const char *pattern;
} Macro;

/* The automaton of the patterns: states, and edges in a list a state. */
typedef struct PatternState
{
	uint32_t	edge;			/* first of its edges, 0: none */
	uint16_t	rule;			/* that ends here, 0: none */
} PatternState;

typedef struct PatternEdge
{
	Element		element;
	uint32_t	to;
	uint32_t	next;
} PatternEdge;

/* A node of the graph: a set of states, and where each class leads. */
typedef struct Arrow
{
	Element		element;
	uint32_t	node;
} Arrow;

typedef struct Node
{
	uint32_t   *states;			/* sorted */
	uint32_t	n_states;
	Arrow	   *arrows;
	uint32_t	n_arrows;
	uint16_t	accept;			/* list of its rules in accepts, 0: none */
	uint32_t	joined;			/* number in the file + 1, 0: not written yet */
} Node;

typedef struct Grammar
{
	Builder    *builder;
	NtContext  *cx;
	NtArena		arena;
	NtArray(Class) classes;
	NtArray(WordSense) senses;
	NtArray(Macro) macros;
	NtArray(PatternState) states;
	NtArray(PatternEdge) edges;
	NtArray(Node) nodes;
	NtArray(uint16_t) accepts;
	uint32_t   *node_slots;
	uint32_t	node_mask;
	NtArray(NtDateRule) rules;
	NtArray(NtDateCondition) conditions;
	NtArray(NtDateMark) marks;
	NtArray(NtHoliday) holidays;
} Grammar;

static int
find_class(const Grammar *g, const char *name, size_t len)
{
	for (uint32_t i = 1; i < g->classes.n; i++)
		if (strlen(g->classes.at[i].name) == len && memcmp(g->classes.at[i].name, name, len) == 0)
			return (int) i;
	return 0;
}

static int
add_class(Grammar *g, const char *name, size_t len, int slot)
{
	Class	   *c = nt_push(g->cx, &g->classes);

	c->name = nt_copy(g->cx, name, len);
	c->slot = slot;
	return (int) g->classes.n - 1;
}

static void
add_sense(Grammar *g, const DataFile *file, const char *word, int class, int value, uint8_t flags)
{
	WordSense  *s;
	uint32_t	number = builder_word(g->builder, word, strlen(word));

	for (uint32_t i = 0; i < g->senses.n; i++)
		if (g->senses.at[i].word == number && g->senses.at[i].sense.class == class)
		{
			if (g->senses.at[i].sense.value != value)
				data_fail(file, "%s has another value in this class above", word);
			return;
		}
	s = nt_push(g->cx, &g->senses);
	s->word = number;
	s->sense = (NtDateSense){(uint16_t) class, flags, 1, value};
}

/* The one code point of a mark, 0 when text is a word. */
static uint32_t
mark_of(const char *text)
{
	const uint8_t *p = (const uint8_t *) text;

	if (p[0] < 0x80)
		return !isalnum(p[0]) && p[1] == '\0' ? p[0] : 0;
	if (p[0] == 0xC2 && p[1] != 0 && p[2] == 0)
		return p[1];
	if (p[0] == 0xE2 && p[1] != 0 && p[2] != 0 && p[3] == 0)
		return (uint32_t) (p[0] & 0x0F) << 12 | (uint32_t) (p[1] & 0x3F) << 6 | (p[2] & 0x3F);
	return 0;
}

/* literal_class returns the class of a word or mark that a pattern names itself. */
static int
literal_class(Grammar *g, const DataFile *file, const char *name, size_t len)
{
	int			class = find_class(g, name, len);
	char	   *word = nt_copy(g->cx, name, len);
	uint32_t	mark = mark_of(word);
	bool		fresh = class == 0;

	if (class == 0)
		class = add_class(g, name, len, SLOT_NONE);
	if (mark != 0)
	{
		for (uint32_t i = 0; i < g->marks.n; i++)
			if (g->marks.at[i].code_point == mark)
				return (int) g->marks.at[i].class;
		*nt_push(g->cx, &g->marks) = (NtDateMark){mark, (uint32_t) class};
	}
	else if (fresh)
		add_sense(g, file, word, class, 0, 0);
	return class;
}

/*
 * words.txt:   class NAME [slot]        begins a class
 *              class NAME slot = C D ... all words of other classes
 *              mark MARK MARK ...       marks that count as the first
 *              word word ... [= value] [capital]
 */
static void
read_words(Grammar *g, const char *path)
{
	DataFile	file;
	char	   *line;
	int			class = 0;

	if (!data_open(g->builder, &file, path))
		tool_die("%s is missing", path);
	while ((line = data_line(&file)) != NULL)
	{
		char	   *field[128];
		char	   *hash = strstr(line, "  #");
		int			n = 0;
		int			words;
		int			value = 0;
		uint8_t		flags = 0;

		if (hash != NULL)
			*hash = '\0';
		for (char *p = strtok(line, " \t"); p != NULL && n < 128; p = strtok(NULL, " \t"))
			field[n++] = p;
		if (n == 0)
			continue;
		if (strcmp(field[0], "class") == 0 && n >= 5 && strcmp(field[3], "=") == 0)
		{
			/* all words of other classes */
			uint32_t	known = g->senses.n;

			class = add_class(g, field[1], strlen(field[1]), read_slot(&file, field[2], strlen(field[2])));
			for (int i = 4; i < n; i++)
			{
				int			of = find_class(g, field[i], strlen(field[i]));

				if (of == 0)
					data_fail(&file, "unknown class %s", field[i]);
				for (uint32_t k = 0; k < known; k++)
					if (g->senses.at[k].sense.class == of)
					{
						WordSense	sense = g->senses.at[k];

						sense.sense.class = (uint16_t) class;
						*nt_push(g->cx, &g->senses) = sense;
					}
			}
			continue;
		}
		if (strcmp(field[0], "class") == 0 && n >= 2 && n <= 3)
		{
			int			slot = n == 3 ? read_slot(&file, field[2], strlen(field[2])) : SLOT_NONE;

			class = find_class(g, field[1], strlen(field[1]));
			if (class == 0)
				class = add_class(g, field[1], strlen(field[1]), slot);
			else if (class >= DATE_CLASS_FIXED)
				data_fail(&file, "class %s stands above", field[1]);
			continue;
		}
		if (strcmp(field[0], "mark") == 0 && n >= 3)
		{
			int			mark = literal_class(g, &file, field[1], strlen(field[1]));

			for (int i = 2; i < n; i++)
				*nt_push(g->cx, &g->marks) = (NtDateMark){mark_of(field[i]), (uint32_t) mark};
			continue;
		}
		if (class == 0)
			data_fail(&file, "no class line above");
		if (strcmp(field[n - 1], "capital") == 0)
		{
			flags |= SENSE_CAPITAL;
			n--;
		}
		words = n;
		if (n >= 3 && strcmp(field[n - 2], "=") == 0)
		{
			value = read_value(&file, field[n - 1]);
			words = n - 2;
		}
		for (int i = 0; i < words; i++)
			add_sense(g, &file, field[i], class, value, flags);
	}
}

/* ---- patterns ----------------------------------------------------------- */

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

static uint32_t
new_state(Grammar *g)
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

static void
add_setting(const DataFile *file, Element *to, const Element *from)
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
		e.set_slot[n] = (uint8_t) read_slot(s->file, start, (size_t) (equal - start));
		e.set_value[n++] = (int16_t) read_value(s->file, value);
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
		e.slot = (uint8_t) read_slot(s->file, start, (size_t) (colon - start));
		len -= (size_t) (colon + 1 - start);
		start = colon + 1;
	}
	if (isupper((unsigned char) start[0]))
	{
		class = find_class(s->g, start, len);
		if (class == 0)
			data_fail(s->file, "unknown class %.*s", (int) len, start);
		if (e.slot == SLOT_NONE)
			e.slot = (uint8_t) s->g->classes.at[class].slot;
	}
	else
		class = literal_class(s->g, s->file, start, len);
	e.class = (uint16_t) class;
	skip_space(s);
	if (*s->p == '{')
	{
		Element		settings = read_settings(s);

		add_setting(s->file, &e, &settings);
	}
	to = new_state(s->g);
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
		to = new_state(s->g);
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
	uint32_t	to = new_state(s->g);

	for (;;)
	{
		uint32_t	start = new_state(s->g);

		new_edge(s->g, from, &nothing, start);
		new_edge(s->g, read_sequence(s, start), &nothing, to);
		if (*s->p != '|')
			return to;
		s->p++;
	}
}

/* ---- the deterministic graph --------------------------------------------- */

/* A state on the way, and what waits for the next word. */
typedef struct Waiting
{
	uint32_t	state;
	Element		element;
} Waiting;

static int
compare_numbers(const void *a, const void *b)
{
	return *(const uint32_t *) a < *(const uint32_t *) b ? -1 : *(const uint32_t *) a > *(const uint32_t *) b;
}

/* node_of returns the node of a set of states, making it when it is new. */
static uint32_t
node_of(Grammar *g, uint32_t *states, uint32_t n)
{
	uint32_t	kept = 0;
	uint64_t	h;
	uint32_t	slot;

	qsort(states, n, sizeof(uint32_t), compare_numbers);
	for (uint32_t i = 0; i < n; i++)
		if (kept == 0 || states[kept - 1] != states[i])
			states[kept++] = states[i];
	h = vocab_hash((const char *) states, kept * sizeof(uint32_t));
	for (slot = (uint32_t) h & g->node_mask; g->node_slots[slot] != 0; slot = (slot + 1) & g->node_mask)
	{
		const Node *known = &g->nodes.at[g->node_slots[slot] - 1];

		if (known->n_states == kept && memcmp(known->states, states, kept * sizeof(uint32_t)) == 0)
			return g->node_slots[slot] - 1;
	}
	if (g->nodes.n >= GRAPH_MAX)
		tool_die("date grammar has more than %d nodes: a rule is too wide", GRAPH_MAX);
	memset(nt_push(g->cx, &g->nodes), 0, sizeof(Node));
	g->nodes.at[g->nodes.n - 1].states = (uint32_t *) nt_copy(g->cx, states, kept * sizeof(uint32_t));
	g->nodes.at[g->nodes.n - 1].n_states = kept;
	g->node_slots[slot] = g->nodes.n;
	return g->nodes.n - 1;
}

/* accept_list returns where a list of rules stands, least number first, each once. */
static uint16_t
accept_list(Grammar *g, uint32_t *rules, uint32_t n)
{
	uint32_t	kept = 0;

	if (n == 0)
		return 0;
	qsort(rules, n, sizeof(uint32_t), compare_numbers);
	for (uint32_t i = 0; i < n; i++)
		if (kept == 0 || rules[kept - 1] != rules[i])
			rules[kept++] = rules[i];
	for (uint32_t at = 1; at + kept < g->accepts.n; at++)
	{
		uint32_t	same = 0;

		while (same < kept && g->accepts.at[at + same] == rules[same])
			same++;
		if (same == kept && g->accepts.at[at + kept] == 0)
			return (uint16_t) at;
	}
	if (g->accepts.n + kept >= UINT16_MAX)
		tool_die("date grammar: too many rules end together");
	for (uint32_t i = 0; i < kept; i++)
		*nt_push(g->cx, &g->accepts) = (uint16_t) rules[i];
	*nt_push(g->cx, &g->accepts) = 0;
	return (uint16_t) (g->accepts.n - kept - 1);
}

/* expand finds where a node leads, and which rule ends in it. */
static void
expand(Grammar *g, uint32_t number)
{
	static const DataFile place = {.path = "data/dates/rules.txt"};
	NtArray(Waiting) open = {0};
	NtArray(Arrow) arrows = {0};
	NtArray(uint32_t) targets = {0};
	NtArray(uint32_t) target_arrow = {0};
	NtArray(uint32_t) rules = {0};

	for (uint32_t i = 0; i < g->nodes.at[number].n_states; i++)
		*nt_push(g->cx, &open) = (Waiting){g->nodes.at[number].states[i], {0}};
	for (uint32_t i = 0; i < open.n; i++)
	{
		Waiting		at = open.at[i];
		const PatternState *state = &g->states.at[at.state];

		if (state->rule != 0 && (at.element.flags != 0 || at.element.set_slot[0] != SLOT_NONE) &&
			at.element.flags != EDGE_END)
			tool_die("%s:%u: settings at the end must follow a word", place.path, g->rules.at[state->rule].line);
		if (state->rule != 0)
			*nt_push(g->cx, &rules) = state->rule;
		for (uint32_t k = state->edge; k != 0; k = g->edges.at[k].next)
		{
			const PatternEdge *edge = &g->edges.at[k];
			Element		e = edge->element;
			uint32_t	known;

			add_setting(&place, &e, &at.element);
			if (e.class == CLASS_NONE)
			{
				for (known = 0; known < open.n; known++)
					if (open.at[known].state == edge->to && memcmp(&open.at[known].element, &e, sizeof(e)) == 0)
						break;
				if (known == open.n)
					*nt_push(g->cx, &open) = (Waiting){edge->to, e};
				continue;
			}
			for (known = 0; known < arrows.n; known++)
				if (memcmp(&arrows.at[known].element, &e, sizeof(e)) == 0)
					break;
			if (known == arrows.n)
				*nt_push(g->cx, &arrows) = (Arrow){e, 0};
			*nt_push(g->cx, &targets) = edge->to;
			*nt_push(g->cx, &target_arrow) = known;
		}
	}
	for (uint32_t i = 0; i < arrows.n; i++)
	{
		NtArray(uint32_t) states = {0};

		for (uint32_t k = 0; k < targets.n; k++)
			if (target_arrow.at[k] == i)
				*nt_push(g->cx, &states) = targets.at[k];
		arrows.at[i].node = node_of(g, states.at, states.n);
	}
	g->nodes.at[number].arrows = arrows.at;
	g->nodes.at[number].n_arrows = arrows.n;
	g->nodes.at[number].accept = accept_list(g, rules.at, rules.n);
}

static void
build_graph(Grammar *g)
{
	uint32_t	start = 0;

	g->node_mask = GRAPH_MAX * 4 / 3 < 1 << 19 ? (1 << 19) - 1 : (1 << 21) - 1;
	g->node_slots = builder_alloc(g->builder, ((size_t) g->node_mask + 1) * sizeof(uint32_t));
	node_of(g, &start, 1);
	for (uint32_t i = 0; i < g->nodes.n; i++)
		expand(g, i);
	if (g->nodes.at[0].accept != 0)
		tool_die("data/dates/rules.txt:%u: pattern allows nothing at all",
				 g->rules.at[g->accepts.at[g->nodes.at[0].accept]].line);
}

/* ---- rules -------------------------------------------------------------- */

static void
read_condition(Grammar *g, const DataFile *file, NtDateRule *rule, char *text)
{
	static const struct
	{
		const char *name;
		bool		after;
		bool		forbids;
	}			places[] = {
		{"after=", false, false}, {"not-after=", false, true},
		{"before=", true, false}, {"not-before=", true, true}
	};

	for (int i = 0; i < 4; i++)
	{
		size_t		len = strlen(places[i].name);

		if (strncmp(text, places[i].name, len) != 0)
			continue;
		for (char *name = text + len; name != NULL;)
		{
			char	   *comma = strchr(name + 1, ',');	/* a comma may itself be the name */
			int			class;

			if (comma != NULL)
				*comma++ = '\0';
			class = isupper((unsigned char) name[0]) ? find_class(g, name, strlen(name)) :
				literal_class(g, file, name, strlen(name));
			if (class == 0)
				data_fail(file, "unknown class %s", name);
			*nt_push(g->cx, &g->conditions) =
				(NtDateCondition){(uint16_t) class, places[i].after, places[i].forbids};
			rule->conditions++;
			name = comma;
		}
		return;
	}
	data_fail(file, "unknown setting %s", text);
}

/*
 * rules.txt:   define <name> = pattern
 *              pattern => op [slot=value ...] [condition ...]
 * A line that begins with white space goes on with the line before.
 */
static void
read_rule(Grammar *g, const DataFile *file, char *line)
{
	static const char *const ops[] = {
#define DATE_OP_NAME(symbol, name) name,
		DATE_OPS(DATE_OP_NAME)
#undef DATE_OP_NAME
	};
	Pattern		s = {g, file, line};
	uint32_t	end;
	NtDateRule	rule = {0};
	char	   *arrow;
	char	   *word;

	if (strncmp(line, "define ", 7) == 0)
	{
		char	   *equal = strstr(line, "> =");
		Macro	   *m;

		if (equal == NULL)
			data_fail(file, "define <name> = pattern expected");
		m = nt_push(g->cx, &g->macros);
		m->name = nt_copy(g->cx, line + 7, (size_t) (equal + 1 - line - 7));
		m->pattern = nt_copy(g->cx, equal + 3, strlen(equal + 3));
		return;
	}
	arrow = strstr(line, "=>");
	if (arrow == NULL)
		data_fail(file, "no => in this rule");
	*arrow = '\0';
	end = read_alternatives(&s, 0);
	if (*s.p != '\0')
		data_fail(file, "unexpected %s", s.p);

	rule.line = (uint32_t) file->line;
	rule.condition = g->conditions.n;
	word = strtok(arrow + 2, " \t");
	if (word == NULL)
		data_fail(file, "no operation after =>");
	while (rule.op < DATE_OP_COUNT && strcmp(ops[rule.op], word) != 0)
		rule.op++;
	if (rule.op == DATE_OP_COUNT)
		data_fail(file, "unknown operation %s", word);
	while ((word = strtok(NULL, " \t")) != NULL)
	{
		char	   *equal = strchr(word, '=');

		if (equal == NULL)
			data_fail(file, "unknown setting %s", word);
		if (strncmp(equal - (equal - word >= 5 ? 5 : 0), "after", 5) == 0 ||
			strncmp(equal - (equal - word >= 6 ? 6 : 0), "before", 6) == 0)
		{
			read_condition(g, file, &rule, word);
			continue;
		}
		if (rule.sets == DATE_RULE_SETS)
			data_fail(file, "more than %d settings", DATE_RULE_SETS);
		rule.set_slot[rule.sets] = (uint8_t) read_slot(file, word, (size_t) (equal - word));
		rule.set_value[rule.sets++] = (int16_t) read_value(file, equal + 1);
	}
	if (g->rules.n >= UINT16_MAX)
		data_fail(file, "too many rules");
	*nt_push(g->cx, &g->rules) = rule;
	g->states.at[end].rule = (uint16_t) (g->rules.n - 1);
}

static void
read_rules(Grammar *g, const char *path)
{
	DataFile	file;
	char	   *line;
	NtArray(char) whole = {0};
	DataFile	at = {0};

	if (!data_open(g->builder, &file, path))
		tool_die("%s is missing", path);
	do
	{
		bool		goes_on;

		line = data_line(&file);
		goes_on = line != NULL && (line[0] == ' ' || line[0] == '\t');
		if (line != NULL && strstr(line, "  #") != NULL)
			*strstr(line, "  #") = '\0';
		if (!goes_on && whole.n > 0)
		{
			*nt_push(g->cx, &whole) = '\0';
			read_rule(g, &at, whole.at);
			whole.n = 0;
		}
		if (line == NULL)
			break;
		if (!goes_on)
			at = file;
		for (const char *p = line; *p != '\0'; p++)
			*nt_push(g->cx, &whole) = *p;
	} while (true);
}

/*
 * holidays.txt, a holiday a line, names parted by commas:
 *     christmas day, christmas | 12-25
 *     labor day                | 9 1 monday 1     month, from day, weekday, nth
 *     good friday              | easter -2
 */
static void
read_holidays(Grammar *g, const char *path)
{
	DataFile	file;
	char	   *line;

	memset(nt_push(g->cx, &g->holidays), 0, sizeof(NtHoliday));
	if (!data_open(g->builder, &file, path))
		tool_die("%s is missing", path);
	while ((line = data_line(&file)) != NULL)
	{
		NtHoliday	h = {0};
		char	   *bar = strchr(line, '|');
		char		weekday[16];
		int			a;
		int			b;
		int			c;

		if (bar == NULL)
			data_fail(&file, "names | day expected");
		*bar++ = '\0';
		if (sscanf(bar, " easter %d", &a) == 1)
			h = (NtHoliday){0, (int16_t) a, 0, 0};
		else if (sscanf(bar, "%d-%d", &a, &b) == 2)
			h = (NtHoliday){(int16_t) a, (int16_t) b, 0, 0};
		else if (sscanf(bar, "%d %d %15s %d", &a, &b, weekday, &c) == 4)
			h = (NtHoliday){(int16_t) a, (int16_t) b, (int16_t) read_value(&file, weekday), (int16_t) c};
		else
			data_fail(&file, "day of the holiday expected at %s", bar);
		*nt_push(g->cx, &g->holidays) = h;
		for (char *p = line; *p != '\0'; p++)
			*p = (char) tolower((unsigned char) *p);
		for (char *name = line, *next; name != NULL; name = next)
		{
			char		rule[400];
			DataFile	at = file;

			next = strchr(name, ',');
			if (next != NULL)
				*next++ = '\0';
			snprintf(rule, sizeof(rule),
					 "[<holiday_head>] %s [<holiday_tail>] => date holiday=%u", name, g->holidays.n - 1);
			read_rule(g, &at, rule);
		}
	}
}

/* ---- writing ------------------------------------------------------------- */

static int
compare_edges(const void *a, const void *b)
{
	const NtDateEdge *x = a;
	const NtDateEdge *y = b;

	if (x->class != y->class)
		return x->class < y->class ? -1 : 1;
	return memcmp(x, y, sizeof(NtDateEdge));
}

static int
compare_senses(const void *a, const void *b)
{
	const WordSense *x = a;
	const WordSense *y = b;

	if (x->word != y->word)
		return x->word < y->word ? -1 : 1;
	return x->sense.class < y->sense.class ? -1 : 1;
}

static int
compare_marks(const void *a, const void *b)
{
	return ((const NtDateMark *) a)->code_point < ((const NtDateMark *) b)->code_point ? -1 : 1;
}

typedef struct GraphWriter
{
	NtArray(NtDateNode) nodes;
	NtArray(NtDateEdge) edges;
	uint32_t   *slots;
	uint32_t	mask;
} GraphWriter;

/*
 * write_node writes the nodes below one, then the node, unless an equal one
 * is written already, and returns its number.  The start is number 0.
 */
static uint32_t
write_node(Grammar *g, GraphWriter *w, uint32_t number)
{
	Node	   *node = &g->nodes.at[number];
	NtDateEdge *own;
	uint32_t	n = node->n_arrows;
	uint64_t	h;
	uint32_t	slot;

	if (node->joined != 0)
		return node->joined - 1;
	own = nt_alloc0(g->cx, (n + 1) * sizeof(NtDateEdge));
	for (uint32_t k = 0; k < n; k++)
	{
		const Element *e = &node->arrows[k].element;

		own[k].class = e->class;
		own[k].flags = e->flags;
		own[k].slot = e->slot;
		memcpy(own[k].set_slot, e->set_slot, sizeof(own[k].set_slot));
		memcpy(own[k].set_value, e->set_value, sizeof(own[k].set_value));
		own[k].node = write_node(g, w, node->arrows[k].node);
	}
	qsort(own, n, sizeof(NtDateEdge), compare_edges);
	if (number == 0)
	{
		w->nodes.at[0] = (NtDateNode){w->edges.n, (uint16_t) n, 0};
		for (uint32_t k = 0; k < n; k++)
			*nt_push(g->cx, &w->edges) = own[k];
		return 0;
	}
	h = vocab_hash_mix(vocab_hash((char *) own, n * sizeof(NtDateEdge)) ^ node->accept);
	for (slot = (uint32_t) h & w->mask; w->slots[slot] != 0; slot = (slot + 1) & w->mask)
	{
		const NtDateNode *known = &w->nodes.at[w->slots[slot]];

		if (known->accept == node->accept && known->edges == n &&
			memcmp(&w->edges.at[known->edge], own, n * sizeof(NtDateEdge)) == 0)
			break;
	}
	if (w->slots[slot] == 0)
	{
		w->slots[slot] = w->nodes.n;
		*nt_push(g->cx, &w->nodes) = (NtDateNode){w->edges.n, (uint16_t) n, node->accept};
		for (uint32_t k = 0; k < n; k++)
			*nt_push(g->cx, &w->edges) = own[k];
	}
	node->joined = w->slots[slot] + 1;
	return w->slots[slot];
}

static void
write_graph(Grammar *g)
{
	GraphWriter w = {0};

	w.mask = g->node_mask;
	w.slots = builder_alloc(g->builder, ((size_t) w.mask + 1) * sizeof(uint32_t));
	memset(nt_push(g->cx, &w.nodes), 0, sizeof(NtDateNode));
	write_node(g, &w, 0);
	printf("dates: %u rules, %u nodes, %u edges\n", g->rules.n - 1, w.nodes.n, w.edges.n);
	builder_section(g->builder, "datenode", w.nodes.at, w.nodes.n * sizeof(NtDateNode));
	builder_section(g->builder, "dateedge", w.edges.at, w.edges.n * sizeof(NtDateEdge));
}

/* goes_on tells whether every rule below a node only goes on from the expression before it. */
static bool
goes_on(const Grammar *g, uint32_t number)
{
	const Node *node = &g->nodes.at[number];

	for (uint32_t i = node->accept; g->accepts.at[i] != 0; i++)
	{
		const NtDateRule *rule = &g->rules.at[g->accepts.at[i]];
		bool		chain = false;

		for (int k = 0; k < rule->sets; k++)
			chain |= rule->set_slot[k] == SLOT_CHAIN;
		if (!chain)
			return false;
	}
	for (uint32_t k = 0; k < node->n_arrows; k++)
		if (!goes_on(g, node->arrows[k].node))
			return false;
	return true;
}

/* starts_with returns how an expression can begin with a class, as STARTS_*. */
static uint16_t
starts_with(const Grammar *g, int class)
{
	const Node *start = &g->nodes.at[0];
	uint16_t	starts = 0;

	for (uint32_t k = 0; k < start->n_arrows; k++)
	{
		const Node *node = &g->nodes.at[start->arrows[k].node];

		if (start->arrows[k].element.class != class)
			continue;
		if (goes_on(g, start->arrows[k].node))
			starts |= STARTS_CHAIN;
		else
			starts |= (node->accept != 0 ? STARTS_ALONE : 0) | (node->n_arrows > 0 ? STARTS_LONGER : 0);
	}
	return starts;
}

static void
write_words(Grammar *g)
{
	NtArray(NtDateWord) words = {0};
	NtArray(NtDateSense) senses = {0};

	memset(nt_push(g->cx, &words), 0, sizeof(NtDateWord));
	qsort(g->senses.at, g->senses.n, sizeof(WordSense), compare_senses);
	for (uint32_t i = 0; i < g->senses.n;)
	{
		uint32_t	word = g->senses.at[i].word;
		NtDateWord	w = {senses.n, 0, 0};

		for (; i < g->senses.n && g->senses.at[i].word == word; i++)
		{
			int			class = g->senses.at[i].sense.class;

			*nt_push(g->cx, &senses) = g->senses.at[i].sense;
			w.senses++;
			w.starts |= starts_with(g, class);
			if (class == CLASS_NUMBER_WORD || class == CLASS_ORDINAL_WORD)
				w.starts |= STARTS_LONGER;
		}
		if (w.senses > DATE_SENSES_MAX - 3)
			tool_die("date word %s has too many classes", builder_text(g->builder, word));
		if (words.n > UINT16_MAX)
			tool_die("too many date words");
		builder_record(g->builder, word)->date = (uint16_t) words.n;
		builder_record(g->builder, word)->classes |= LEX_BIT(LEX_DATE_WORD);
		*nt_push(g->cx, &words) = w;
	}
	builder_section(g->builder, "dateword", words.at, words.n * sizeof(NtDateWord));
	builder_section(g->builder, "datesens", senses.at, senses.n * sizeof(NtDateSense));
}

void
compile_dates(Builder *b)
{
	static const struct
	{
		const char *name;
		int			slot;
	}			fixed[] = {
#define DATE_CLASS_NAME(symbol, name) {name, SLOT_NONE},
		DATE_CLASSES(DATE_CLASS_NAME)
#undef DATE_CLASS_NAME
	};
	static const struct
	{
		int			class;
		int			slot;
	}			natural[] = {
		{CLASS_NUM, SLOT_COUNT}, {CLASS_YEAR, SLOT_YEAR}, {CLASS_DAY, SLOT_DAY}, {CLASS_DAY_OF_MONTH, SLOT_DAY},
		{CLASS_MONTH_NUMBER, SLOT_MONTH}, {CLASS_HOUR, SLOT_HOUR}, {CLASS_TWO_DIGITS, SLOT_YY},
		{CLASS_MINUTE, SLOT_MINUTE}, {CLASS_MILITARY, SLOT_CLOCK}, {CLASS_YMD, SLOT_YMD}, {CLASS_DMY, SLOT_DMY},
		{CLASS_DOT_CLOCK, SLOT_CLOCK}, {CLASS_DECIMAL, SLOT_HUNDREDTHS}, {CLASS_ORDINAL, SLOT_ORD},
		{CLASS_DAYTH, SLOT_DAY}, {CLASS_DECADE, SLOT_DECADE}, {CLASS_YEARS_OF, SLOT_YEARS_OF}, {CLASS_CLOCK_AMPM, SLOT_CLOCK},
		{CLASS_MINUTE_AMPM, SLOT_MINUTE}, {CLASS_DAY_T_HOUR, SLOT_DAY}, {CLASS_SECOND_Z, SLOT_SECONDS}
	};
	Grammar    *g = builder_alloc(b, sizeof(Grammar));

	tool_arena_init(&g->arena);
	g->builder = b;
	g->cx = &g->arena.cx;
	for (int i = 0; i < DATE_CLASS_FIXED; i++)
		add_class(g, fixed[i].name, strlen(fixed[i].name), fixed[i].slot);
	for (size_t i = 0; i < sizeof(natural) / sizeof(natural[0]); i++)
		g->classes.at[natural[i].class].slot = natural[i].slot;
	add_sense(g, NULL, "and", CLASS_AND, 0, 0);
	add_sense(g, NULL, "by", CLASS_BY, 0, 0);
	add_sense(g, NULL, "least", CLASS_LEAST, 0, 0);
	*nt_push(g->cx, &g->marks) = (NtDateMark){'-', CLASS_HYPHEN};
	memset(nt_push(g->cx, &g->rules), 0, sizeof(NtDateRule));
	*nt_push(g->cx, &g->accepts) = 0;
	memset(nt_push(g->cx, &g->edges), 0, sizeof(PatternEdge));
	new_state(g);

	read_words(g, builder_path(b, "dates/words.txt"));
	read_rules(g, builder_path(b, "dates/rules.txt"));
	read_holidays(g, builder_path(b, "dates/holidays.txt"));

	build_graph(g);
	write_words(g);
	write_graph(g);
	qsort(g->marks.at, g->marks.n, sizeof(NtDateMark), compare_marks);
	builder_section(b, "dateacc", g->accepts.at, g->accepts.n * sizeof(uint16_t));
	builder_section(b, "daterule", g->rules.at, g->rules.n * sizeof(NtDateRule));
	builder_section(b, "datecond", g->conditions.at, g->conditions.n * sizeof(NtDateCondition));
	builder_section(b, "datemark", g->marks.at, g->marks.n * sizeof(NtDateMark));
	builder_section(b, "dateholi", g->holidays.at, g->holidays.n * sizeof(NtHoliday));
	arena_reset(&g->arena);
}
