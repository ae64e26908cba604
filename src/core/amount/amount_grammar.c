/*
 * amount_grammar.c -- opens what the model file knows of amounts, and checks
 * every index in it.
 */
#include "amount/amount_grammar.h"

#include <string.h>

static void
check(NtContext *cx, bool good, const char *what)
{
	if (!good)
		nt_raise(cx, NT_ERROR_MODEL, "model file is damaged: %s of amounts", what);
}

/* symbol_of finds the symbol of a unit, as units hold it; 0: there is none. */
static uint32_t
symbol_of(const NtAmountGrammar *g, const NtVocab *vocab, const char *symbol)
{
	for (uint32_t i = 1; i < g->n_units; i++)
		if (strcmp(vocab_string(vocab, g->units[i].symbol), symbol) == 0)
			return g->units[i].symbol;
	return 0;
}

void
amount_grammar_open(NtContext *cx, NtAmountGrammar *g, const NtModel *model, const NtVocab *vocab)
{
	uint32_t	slots;
	bool		empty = false;

	g->phrases = model_section(cx, model, "amtphras", sizeof(NtAmountPhrase), &slots);
	g->senses = model_section(cx, model, "amtsense", sizeof(NtAmountSense), &g->n_senses);
	g->units = model_section(cx, model, "amtunits", sizeof(NtAmountUnit), &g->n_units);
	g->nodes = model_section(cx, model, "amtnodes", sizeof(NtAmountNode), &g->n_nodes);
	g->edges = model_section(cx, model, "amtedges", sizeof(NtAmountEdge), &g->n_edges);
	g->rules = model_section(cx, model, "amtrules", sizeof(NtAmountRule), &g->n_rules);
	check(cx, slots > 0 && (slots & (slots - 1)) == 0 && g->n_units > 0 && g->n_nodes > 0 && g->n_rules > 0, "sizes");
	g->phrase_mask = slots - 1;
	for (uint32_t i = 0; i < slots; i++)
	{
		check(cx, (uint64_t) g->phrases[i].sense + g->phrases[i].senses <= g->n_senses, "phrases");
		empty |= g->phrases[i].senses == 0 && g->phrases[i].longest == 0;
	}
	check(cx, empty, "phrases");
	for (uint32_t i = 0; i < g->n_senses; i++)
		check(cx, g->senses[i].class < AMOUNT_CLASS_COUNT && g->senses[i].unit < g->n_units, "senses");
	for (uint32_t i = 0; i < g->n_units; i++)
		check(cx, g->units[i].symbol < vocab->strings_len && g->units[i].si < vocab->strings_len &&
			  g->units[i].factor < vocab->strings_len && g->units[i].add < vocab->strings_len, "units");
	for (uint32_t i = 0; i < g->n_nodes; i++)
		check(cx, (uint64_t) g->nodes[i].edge + g->nodes[i].edges <= g->n_edges && g->nodes[i].rule < g->n_rules, "nodes");
	for (uint32_t i = 0; i < g->n_edges; i++)
		check(cx, g->edges[i].class < AMOUNT_CLASS_COUNT && g->edges[i].node < g->n_nodes, "edges");
	for (uint32_t i = 0; i < g->n_nodes; i++)
		for (uint32_t e = 0; e < g->nodes[i].edges; e++)
			check(cx, g->edges[g->nodes[i].edge + e].node > i, "a loop");
	for (uint32_t i = 0; i < g->n_rules; i++)
		check(cx, g->rules[i].op < AMOUNT_OP_MAX && g->rules[i].how < AMOUNT_HOW_MAX, "rules");
	g->percent = symbol_of(g, vocab, "%");
	g->pound = symbol_of(g, vocab, "pound");
	g->lb = symbol_of(g, vocab, "lb");
}
