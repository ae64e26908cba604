/*
 * compile_dates.h -- the date grammar while it is compiled: what reading the
 * tables, reading a pattern and building the graph share.
 */
#ifndef NEWSTEXT_COMPILE_DATES_H
#define NEWSTEXT_COMPILE_DATES_H

#include "compile/compile.h"
#include "date/date_grammar.h"

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

/* One word of a pattern, and what it sets. */
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

/* A line of feasts.txt: its days stand in feast_days. */
typedef struct Feast
{
	const char *key;
	NtHoliday	days;
} Feast;

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
	NtArray(Feast) feasts;
	NtArray(int32_t) feast_days;
} Grammar;

/* compile_dates.c */
extern int	date_class(const Grammar *g, const char *name, size_t len);	/* 0: no such class */
extern int	date_literal(Grammar *g, const DataFile *file, const char *name, size_t len);
extern int	date_value(const DataFile *file, const char *text);
extern int	date_slot_number(const DataFile *file, const char *name, size_t len);

/* compile_date_pattern.c */
extern uint32_t date_new_state(Grammar *g);
extern uint32_t date_pattern(Grammar *g, const DataFile *file, const char *text);	/* the state it ends in */
extern void date_add_setting(const DataFile *file, Element *to, const Element *from);

/* compile_date_graph.c */
extern void date_build_graph(Grammar *g);
extern void date_write_graph(Grammar *g);
extern uint16_t date_starts_with(const Grammar *g, int class);
extern bool date_in_graph(const Grammar *g, int class);

#endif
