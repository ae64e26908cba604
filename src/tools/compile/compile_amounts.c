/*
 * compile_amounts.c -- compiles data/en/amounts into the grammar of amounts.
 *
 *     currencies.tsv   code, signs before a figure, names after it
 *     units.tsv        symbol, names, SI unit and what one is of it
 *     words.txt        the other words, in classes
 *     rules.txt        patterns over classes, and what they mean
 *
 * docs/amounts.md describes the files.  A pattern's choices and what may be left
 * out are written out into plain sequences of classes, and these put into one
 * tree, so that rules that begin alike share a path.
 */
#include "compile/compile.h"

#include "amount/amount_grammar.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEQUENCE_MAX 16			/* classes in a row */
#define NODE_EDGES 48
#define SHORT_SIGN 3			/* letters of a sign whose case counts */

typedef struct Phrase
{
	uint64_t	hash;
	uint64_t	first;			/* hash of its first piece alone */
	int			pieces;
	NtAmountSense sense;
} Phrase;

typedef struct Node
{
	uint16_t	rule;
	int			edges;
	uint8_t		class[NODE_EDGES];
	uint8_t		flags[NODE_EDGES];
	uint32_t	node[NODE_EDGES];
} Node;

typedef struct Amounts
{
	NtArena		arena;
	Builder    *b;
	NtArray(Phrase) phrases;
	NtArray(NtAmountUnit) units;
	NtArray(Node) nodes;
	NtArray(NtAmountRule) rules;
} Amounts;

static const char *const class_names[] = {
#define CLASS_NAME(symbol, name) name,
	AMOUNT_CLASSES(CLASS_NAME)
#undef CLASS_NAME
};
static const char *const op_names[] = {
#define OP_NAME(symbol, name) name,
	AMOUNT_OPS(OP_NAME)
#undef OP_NAME
};
static const char *const how_names[] = {
#define HOW_NAME(symbol, name) name,
	AMOUNT_HOWS(HOW_NAME)
#undef HOW_NAME
};

#define NUMBER_OF(file, names, name, what) number_of(file, names, (int) (sizeof(names) / sizeof((names)[0])), name, what)

static int
number_of(const DataFile *file, const char *const *names, int n, const char *name, const char *what)
{
	for (int i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	data_fail(file, "unknown %s \"%s\"", what, name);
}

/* ---- phrases -------------------------------------------------------------- */

/* spelling_of tells how a short sign must be written: RM and ARS, m and °C. */
static uint8_t
spelling_of(int class, const char *phrase)
{
	size_t		letters = strcspn(phrase, " ");
	size_t		upper = strspn(phrase, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	if (class != AMOUNT_SIGN && class != AMOUNT_CURRENCY && class != AMOUNT_UNIT)
		return 0;
	if (letters > SHORT_SIGN || phrase[letters] != '\0')
		return 0;
	if (upper > 1 && upper == letters)
		return AMOUNT_UPPER;
	return upper > 0 ? AMOUNT_CAPITAL : islower((unsigned char) phrase[0]) && letters == 1 ? AMOUNT_SMALL : 0;
}

/* stands_after tells whether a sign may stand after its figure too: 20CUP, 5 €, but not 5R. */
static bool
stands_after(const char *sign)
{
	return !isascii((unsigned char) sign[0]) || strspn(sign, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

static void
add_phrase(Amounts *a, const DataFile *file, const char *phrase, int class, uint32_t unit, int value)
{
	const NtTokens *tokens = builder_scan(a->b, phrase, strlen(phrase));
	Phrase	   *p;

	if (tokens->n == 0)
		data_fail(file, "an empty phrase");
	p = nt_push(&a->arena.cx, &a->phrases);
	memset(p, 0, sizeof(*p));
	p->hash = PHRASE_HASH_SEED;
	for (uint32_t i = 0; i < tokens->n; i++)
	{
		p->hash = phrase_hash_add(p->hash, amount_token_hash(&tokens->at[i]));
		if (i == 0)
			p->first = p->hash;
	}
	p->pieces = (int) tokens->n;
	p->sense.class = (uint8_t) class;
	p->sense.spelling = spelling_of(class, phrase);
	p->sense.unit = (uint16_t) unit;
	p->sense.value = value;
}

/* add_signs adds each of a list of signs with bars between, before a figure and some after it. */
static void
add_signs(Amounts *a, const DataFile *file, char *list, uint32_t unit)
{
	char	   *signs[32];
	int			n = split_fields(list, '|', signs, 32);

	for (int i = 0; i < n; i++)
	{
		if (signs[i][0] == '\0')
			continue;
		add_phrase(a, file, signs[i], AMOUNT_SIGN, unit, 0);
		if (stands_after(signs[i]))
			add_phrase(a, file, signs[i], AMOUNT_CURRENCY, unit, 0);
	}
}

/* add_phrases adds each of a list with bars between. */
static void
add_phrases(Amounts *a, const DataFile *file, char *list, int class, uint32_t unit, int value)
{
	char	   *phrases[32];
	int			n = split_fields(list, '|', phrases, 32);

	for (int i = 0; i < n; i++)
		if (phrases[i][0] != '\0')
			add_phrase(a, file, phrases[i], class, unit, value);
}

static uint32_t
add_unit(Amounts *a, const char *symbol, const char *si, const char *factor, const char *add)
{
	NtAmountUnit *unit = nt_push(&a->arena.cx, &a->units);

	unit->symbol = builder_string(a->b, symbol, strlen(symbol));
	unit->si = builder_string(a->b, si, strlen(si));
	unit->factor = builder_string(a->b, factor, strlen(factor));
	unit->add = builder_string(a->b, add, strlen(add));
	return a->units.n - 1;
}

static uint32_t
unit_named(Amounts *a, const DataFile *file, const char *symbol)
{
	uint32_t	string = builder_string(a->b, symbol, strlen(symbol));

	for (uint32_t i = 1; i < a->units.n; i++)
		if (a->units.at[i].symbol == string)
			return i;
	data_fail(file, "there is no unit %s", symbol);
}

static void
read_currencies(Amounts *a)
{
	DataFile	file;
	char	   *line;

	if (!data_open(a->b, &file, builder_path(a->b, "amounts/currencies.tsv")))
		return;
	while ((line = data_line(&file)) != NULL)
	{
		char	   *fields[3];
		uint32_t	unit;

		if (split_fields(line, '\t', fields, 3) != 3)
			data_fail(&file, "expected code, signs, names");
		unit = add_unit(a, fields[0], "", "", "");
		add_signs(a, &file, fields[1], unit);
		add_phrases(a, &file, fields[2], AMOUNT_CURRENCY, unit, 0);
	}
}

static void
read_units(Amounts *a)
{
	DataFile	file;
	char	   *line;

	if (!data_open(a->b, &file, builder_path(a->b, "amounts/units.tsv")))
		return;
	while ((line = data_line(&file)) != NULL)
	{
		char	   *fields[4];
		char	   *factor[2];
		uint32_t	unit;

		if (split_fields(line, '\t', fields, 4) != 4)
			data_fail(&file, "expected symbol, names, SI unit, factor");
		unit = add_unit(a, fields[0], fields[2], fields[3], split_fields(fields[3], ' ', factor, 2) == 2 ? factor[1] : "");
		if (strcmp(fields[0], "%") == 0)
			add_phrase(a, &file, "%", AMOUNT_UNIT, unit, 0);
		add_phrases(a, &file, fields[1], AMOUNT_UNIT, unit, 0);
	}
}

static void
read_words(Amounts *a)
{
	DataFile	file;
	char	   *line;
	int			class = -1;

	if (!data_open(a->b, &file, builder_path(a->b, "amounts/words.txt")))
		return;
	while ((line = data_line(&file)) != NULL)
	{
		char	   *value = strstr(line, " = ");
		uint32_t	unit = 0;

		if (strncmp(line, "class ", 6) == 0)
		{
			class = NUMBER_OF(&file, class_names, line + 6, "class");
			continue;
		}
		if (class < 0)
			data_fail(&file, "a word before the first class");
		if (value != NULL)
			*value = '\0';
		if (class == AMOUNT_PENNY)
			unit = unit_named(a, &file, "GBP");
		else if (class == AMOUNT_CENT)
			unit = unit_named(a, &file, "cent");
		add_phrases(a, &file, line, class, unit, value != NULL ? atoi(value + 3) : 0);
	}
}

/* read_numbers takes the words of small numbers from the lexicon, where dates have them too. */
static void
read_numbers(Amounts *a)
{
	DataFile	file;
	char	   *line;

	if (!data_open(a->b, &file, builder_path(a->b, "lexicon/number-words.txt")))
		return;
	while ((line = data_line(&file)) != NULL)
	{
		char	   *value = strstr(line, "\tvalue=");
		double		number = value != NULL ? atof(value + 7) : -1;

		if (value == NULL || strstr(line, "ordinal=1") != NULL || number < 0 || number > 100 || number != (int) number)
			continue;
		*value = '\0';
		if (strcmp(line, "dozen") != 0 && strcmp(line, "score") != 0)
			add_phrase(a, &file, line, AMOUNT_NUMBER, 0, (int) number);
	}
}

/* ---- rules ------------------------------------------------------------------ */

typedef struct Step
{
	uint8_t		class;
	uint8_t		flags;			/* AMOUNT_TOUCHES ... */
} Step;

typedef struct Sequence
{
	int			n;
	Step		at[SEQUENCE_MAX];
} Sequence;

typedef NtArray(Sequence) Sequences;

static const char *read_choices(Amounts *a, const DataFile *file, const char *p, const char *until, Sequences *out);

static Sequences
join(Amounts *a, const DataFile *file, const Sequences *left, const Sequences *right)
{
	Sequences	out = {0};

	for (uint32_t i = 0; i < left->n; i++)
		for (uint32_t k = 0; k < right->n; k++)
		{
			Sequence   *s = nt_push(&a->arena.cx, &out);

			*s = left->at[i];
			if (s->n + right->at[k].n > SEQUENCE_MAX)
				data_fail(file, "a pattern of more than %d words", SEQUENCE_MAX);
			memcpy(s->at + s->n, right->at[k].at, sizeof(Step) * (size_t) right->at[k].n);
			s->n += right->at[k].n;
		}
	return out;
}

/* read_item reads one class, a [ ] or a ( ), and returns the place after it. */
static const char *
read_item(Amounts *a, const DataFile *file, const char *p, Sequences *out)
{
	bool		touches = *p == '~';
	char		name[32];
	size_t		len;

	p += touches;
	if (*p == '[' || *p == '(')
	{
		bool		optional = *p == '[';

		p = read_choices(a, file, p + 1, optional ? "]" : ")", out);
		if (optional)
			memset(nt_push(&a->arena.cx, out), 0, sizeof(Sequence));
	}
	else
	{
		Sequence   *s = nt_push(&a->arena.cx, out);

		len = strspn(p, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
		if (len == 0 || len >= sizeof(name))
			data_fail(file, "expected a class at \"%s\"", p);
		memcpy(name, p, len);
		name[len] = '\0';
		memset(s, 0, sizeof(*s));
		s->n = 1;
		s->at[0].class = (uint8_t) NUMBER_OF(file, class_names, name, "class");
		p += len;
	}
	if (touches)
		for (uint32_t i = 0; i < out->n; i++)
			if (out->at[i].n > 0)
				out->at[i].at[0].flags |= AMOUNT_TOUCHES;
	return p;
}

/* read_choices reads choices up to the mark that ends them ("" the end of the line). */
static const char *
read_choices(Amounts *a, const DataFile *file, const char *p, const char *until, Sequences *out)
{
	Sequences	row = {0};
	bool		ends = false;
	bool		begins = false;

	memset(nt_push(&a->arena.cx, &row), 0, sizeof(Sequence));
	for (;;)
	{
		Sequences	item = {0};

		p += strspn(p, " ");
		if (*p == '|' || *p == *until)
		{
			for (uint32_t i = 0; i < row.n; i++)
				*nt_push(&a->arena.cx, out) = row.at[i];
			if (*p == *until)
				return *until != '\0' ? p + 1 : p;
			row.n = 1;
			row.at[0].n = 0;
			p++;
			continue;
		}
		if (*p == '\0')
			data_fail(file, "no %s", until);
		if (*p == '$')
		{
			ends = true;
			p += 1 + strspn(p + 1, " ");
		}
		if (*p == '^')
		{
			begins = true;
			p += 1 + strspn(p + 1, " ");
		}
		p = read_item(a, file, p, &item);
		for (uint32_t i = 0; begins && i < item.n; i++)
			if (item.at[i].n > 0)
				item.at[i].at[0].flags |= AMOUNT_BEGINS;
		begins = false;
		for (uint32_t i = 0; ends && i < item.n; i++)
			for (int k = 0; k < item.at[i].n; k++)
				item.at[i].at[k].flags |= AMOUNT_ENDS;
		row = join(a, file, &row, &item);
	}
}

/* add_sequence puts a sequence into the tree; of two equal ones the first rule stays. */
static void
add_sequence(Amounts *a, const DataFile *file, const Sequence *s, uint16_t rule)
{
	uint32_t	at = 0;

	for (int i = 0; i < s->n; i++)
	{
		Node	   *node = &a->nodes.at[at];
		int			e = 0;

		while (e < node->edges && !(node->class[e] == s->at[i].class && node->flags[e] == s->at[i].flags))
			e++;
		if (e == node->edges)
		{
			if (e == NODE_EDGES)
				data_fail(file, "more than %d rules go on from one place", NODE_EDGES);
			node->class[e] = s->at[i].class;
			node->flags[e] = s->at[i].flags;
			node->node[e] = a->nodes.n;
			node->edges++;
			memset(nt_push(&a->arena.cx, &a->nodes), 0, sizeof(Node));
		}
		at = a->nodes.at[at].node[e];
	}
	if (a->nodes.at[at].rule == 0)
		a->nodes.at[at].rule = rule;
}

static void
read_rules(Amounts *a)
{
	DataFile	file;
	char	   *line;

	if (!data_open(a->b, &file, builder_path(a->b, "amounts/rules.txt")))
		return;
	while ((line = data_line(&file)) != NULL)
	{
		char	   *arrow = strstr(line, " => ");
		char	   *fields[2];
		int			n;
		Sequences	sequences = {0};
		NtAmountRule *rule;

		if (arrow == NULL)
			data_fail(&file, "expected PATTERN => OPERATION");
		*arrow = '\0';
		n = split_fields(arrow + 4, ' ', fields, 2);
		rule = nt_push(&a->arena.cx, &a->rules);
		rule->op = (uint8_t) NUMBER_OF(&file, op_names, fields[0], "operation");
		rule->how = n == 2 ? (uint8_t) NUMBER_OF(&file, how_names, fields[1], "word after the operation") : AMOUNT_PLAIN;
		rule->line = (uint16_t) file.line;
		read_choices(a, &file, line, "", &sequences);
		for (uint32_t i = 0; i < sequences.n; i++)
		{
			if (sequences.at[i].n == 0)
				data_fail(&file, "a pattern that nothing matches");
			add_sequence(a, &file, &sequences.at[i], (uint16_t) (a->rules.n - 1));
		}
	}
}

/* ---- writing -------------------------------------------------------------- */

static int
compare_phrases(const void *x, const void *y)
{
	const Phrase *a = x;
	const Phrase *b = y;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	if (a->sense.class != b->sense.class)
		return a->sense.class < b->sense.class ? -1 : 1;
	return a->sense.unit < b->sense.unit ? -1 : a->sense.unit > b->sense.unit;
}

/* slot_of returns the slot of a phrase, taking a free one when it is new. */
static NtAmountPhrase *
slot_of(NtAmountPhrase *slots, uint32_t mask, uint64_t hash)
{
	uint32_t	at = (uint32_t) hash & mask;

	while ((slots[at].senses != 0 || slots[at].longest != 0) && slots[at].fingerprint != (uint32_t) (hash >> 32))
		at = (at + 1) & mask;
	slots[at].fingerprint = (uint32_t) (hash >> 32);
	return &slots[at];
}

static void
write_phrases(Amounts *a)
{
	uint32_t	size = 16;
	NtAmountPhrase *slots;
	NtAmountSense *senses = builder_alloc(a->b, sizeof(NtAmountSense) * (a->phrases.n + 1));
	uint32_t	n = 0;

	while (size < a->phrases.n * 4)
		size *= 2;
	slots = builder_alloc(a->b, sizeof(NtAmountPhrase) * size);
	qsort(a->phrases.at, a->phrases.n, sizeof(Phrase), compare_phrases);
	for (uint32_t i = 0; i < a->phrases.n; i++)
	{
		const Phrase *p = &a->phrases.at[i];
		NtAmountPhrase *slot = slot_of(slots, size - 1, p->hash);
		NtAmountPhrase *first;

		if (slot->senses == 0)
			slot->sense = (uint16_t) n;
		if (i > 0 && p[-1].hash == p->hash && memcmp(&p[-1].sense, &p->sense, sizeof(p->sense)) == 0)
			continue;
		senses[n++] = p->sense;
		slot->senses++;
		if (slot->longest == 0)
			slot->longest = 1;
		first = slot_of(slots, size - 1, p->first);
		if (first->longest < p->pieces)
			first->longest = (uint8_t) p->pieces;
	}
	builder_section(a->b, "amtphras", slots, sizeof(NtAmountPhrase) * size);
	builder_section(a->b, "amtsense", senses, sizeof(NtAmountSense) * n);
}

static void
write_rules(Amounts *a)
{
	NtAmountNode *nodes = builder_alloc(a->b, sizeof(NtAmountNode) * a->nodes.n);
	NtArray(NtAmountEdge) edges = {0};

	for (uint32_t i = 0; i < a->nodes.n; i++)
	{
		const Node *node = &a->nodes.at[i];

		nodes[i].edge = edges.n;
		nodes[i].edges = (uint16_t) node->edges;
		nodes[i].rule = node->rule;
		for (int e = 0; e < node->edges; e++)
			*nt_push(&a->arena.cx, &edges) = (NtAmountEdge) {node->class[e], node->flags[e], 0, node->node[e]};
	}
	builder_section(a->b, "amtunits", a->units.at, sizeof(NtAmountUnit) * a->units.n);
	builder_section(a->b, "amtnodes", nodes, sizeof(NtAmountNode) * a->nodes.n);
	builder_section(a->b, "amtedges", edges.at, sizeof(NtAmountEdge) * edges.n);
	builder_section(a->b, "amtrules", a->rules.at, sizeof(NtAmountRule) * a->rules.n);
}

void
compile_amounts(Builder *b)
{
	static Amounts a;

	tool_arena_init(&a.arena);
	a.b = b;
	memset(nt_push(&a.arena.cx, &a.units), 0, sizeof(NtAmountUnit));
	memset(nt_push(&a.arena.cx, &a.rules), 0, sizeof(NtAmountRule));
	memset(nt_push(&a.arena.cx, &a.nodes), 0, sizeof(Node));
	read_currencies(&a);
	read_units(&a);
	read_words(&a);
	read_numbers(&a);
	read_rules(&a);
	write_phrases(&a);
	write_rules(&a);
	arena_reset(&a.arena);
}
