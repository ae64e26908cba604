/*
 * compile_date_graph.c -- makes one deterministic graph of all patterns.
 *
 * A node is the set of states that the same words lead to (subset
 * construction over edges: a class with what it sets), so that two rules that
 * agree so far share a path.  Patterns have no loops, so nor has the graph.
 * Equal parts are then made one, from the leaves up, as it is written.
 */
#include "compile/compile_dates.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GRAPH_MAX 200000		/* nodes; beyond it a rule is too wide */

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
	static const DataFile place = {.path = "data/en/dates/rules.txt"};
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

			date_add_setting(&place, &e, &at.element);
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

void
date_build_graph(Grammar *g)
{
	uint32_t	start = 0;

	g->node_mask = GRAPH_MAX * 4 / 3 < 1 << 19 ? (1 << 19) - 1 : (1 << 21) - 1;
	g->node_slots = builder_alloc(g->builder, ((size_t) g->node_mask + 1) * sizeof(uint32_t));
	node_of(g, &start, 1);
	for (uint32_t i = 0; i < g->nodes.n; i++)
		expand(g, i);
	if (g->nodes.at[0].accept != 0)
		tool_die("data/en/dates/rules.txt:%u: pattern allows nothing at all",
				 g->rules.at[g->accepts.at[g->nodes.at[0].accept]].line);
}

static int
compare_edges(const void *a, const void *b)
{
	const NtDateEdge *x = a;
	const NtDateEdge *y = b;

	if (x->class != y->class)
		return x->class < y->class ? -1 : 1;
	return memcmp(x, y, sizeof(NtDateEdge));
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

void
date_write_graph(Grammar *g)
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

/* date_starts_with returns how an expression can begin with a class, as STARTS_*. */
uint16_t
date_starts_with(const Grammar *g, int class)
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

/* date_in_graph tells whether an expression can hold a class at all; others only stand beside one. */
bool
date_in_graph(const Grammar *g, int class)
{
	for (uint32_t i = 0; i < g->nodes.n; i++)
		for (uint32_t k = 0; k < g->nodes.at[i].n_arrows; k++)
			if (g->nodes.at[i].arrows[k].element.class == class)
				return true;
	return false;
}
