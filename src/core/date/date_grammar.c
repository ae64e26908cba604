/*
 * date_grammar.c -- opens the compiled grammar of time expressions.
 *
 * Every number in it that points somewhere is checked here, so that matching
 * (date_matcher.c) need not.
 */
#include "date/date_grammar.h"

uint32_t
date_first_edge(const NtDateEdge *edges, uint32_t n, uint16_t class)
{
	uint32_t	lo = 0;

	while (lo < n)
	{
		uint32_t	mid = (lo + n) / 2;

		if (edges[mid].class < class)
			lo = mid + 1;
		else
			n = mid;
	}
	return lo;
}

/* find_starts lists where the edges of the start begin: it has hundreds, and nearly every walk ends there. */
static void
find_starts(NtContext *cx, NtDateGrammar *g)
{
	const NtDateEdge *edges = g->edges + g->nodes[0].edge;
	uint32_t	n = g->nodes[0].edges;
	uint16_t   *starts;

	g->n_starts = n > 0 ? edges[n - 1].class + 1u : 0;
	starts = nt_alloc0(cx, sizeof(uint16_t) * g->n_starts + 1);
	for (uint32_t class = 0; class < g->n_starts; class++)
		starts[class] = (uint16_t) date_first_edge(edges, n, (uint16_t) class);
	g->starts = starts;
}

void
date_grammar_open(NtContext *cx, NtDateGrammar *grammar, const NtModel *model, const NtVocab *vocab)
{
	NtDateGrammar *g = grammar;
	bool		whole = true;
	uint32_t	n_grounds;

	g->words = model_section(cx, model, "dateword", sizeof(NtDateWord), &g->n_words);
	g->senses = model_section(cx, model, "datesens", sizeof(NtDateSense), &g->n_senses);
	g->nodes = model_section(cx, model, "datenode", sizeof(NtDateNode), &g->n_nodes);
	g->edges = model_section(cx, model, "dateedge", sizeof(NtDateEdge), &g->n_edges);
	g->accepts = model_section(cx, model, "dateacc", sizeof(uint16_t), &g->n_accepts);
	g->rules = model_section(cx, model, "daterule", sizeof(NtDateRule), &g->n_rules);
	g->conditions = model_section(cx, model, "datecond", sizeof(NtDateCondition), &g->n_conditions);
	g->marks = model_section(cx, model, "datemark", sizeof(NtDateMark), &g->n_marks);
	g->holidays = model_section(cx, model, "dateholi", sizeof(NtHoliday), &g->n_holidays);
	g->feasts = model_section(cx, model, "datefeas", sizeof(int32_t), &g->n_feasts);

	g->confidence = model_section(cx, model, "dateconf", sizeof(uint16_t), &n_grounds);

	whole = n_grounds == DATE_GROUND_COUNT && g->n_words > 0 && g->n_nodes > 0 && g->n_rules > 0 && g->n_accepts > 0 &&
		g->accepts[0] == 0 && g->accepts[g->n_accepts - 1] == 0;
	for (uint32_t i = 0; i < g->n_accepts && whole; i++)
		whole = g->accepts[i] < g->n_rules;
	for (uint32_t i = 0; i < g->n_words && whole; i++)
		whole = g->words[i].sense <= g->n_senses && g->words[i].senses <= g->n_senses - g->words[i].sense &&
			g->words[i].senses <= DATE_SENSES_MAX - 3;
	for (uint32_t i = 0; i < g->n_senses && whole; i++)
		whole = g->senses[i].tokens == 1;
	for (uint32_t i = 0; i < g->n_nodes && whole; i++)
		whole = g->nodes[i].edge <= g->n_edges && g->nodes[i].edges <= g->n_edges - g->nodes[i].edge &&
			g->nodes[i].accept < g->n_accepts;
	for (uint32_t i = 0; i < g->n_edges && whole; i++)
	{
		whole = g->edges[i].node < g->n_nodes && g->edges[i].slot < DATE_SLOT_COUNT;
		for (int k = 0; k < DATE_EDGE_SETS; k++)
			whole = whole && g->edges[i].set_slot[k] < DATE_SLOT_COUNT;
	}
	for (uint32_t i = 0; i < g->n_rules && whole; i++)
	{
		const NtDateRule *r = &g->rules[i];

		whole = r->op < DATE_OP_COUNT && r->sets <= DATE_RULE_SETS && r->condition <= g->n_conditions &&
			r->conditions <= g->n_conditions - r->condition;
		for (int k = 0; k < DATE_RULE_SETS; k++)
			whole = whole && r->set_slot[k] < DATE_SLOT_COUNT;
	}
	for (uint32_t i = 0; i < n_grounds && whole; i++)
		whole = g->confidence[i] <= 1000;
	for (uint32_t i = 0; i < g->n_holidays && whole; i++)
	{
		const NtHoliday *h = &g->holidays[i];

		whole = h->month != HOLIDAY_FEAST ||
			(h->day >= 0 && h->weekday >= 0 && (uint32_t) h->day + (uint32_t) h->weekday <= g->n_feasts && h->nth >= 1);
	}
	for (uint32_t i = 0; i < vocab->n_words && whole; i++)
		whole = vocab->words[i].date < g->n_words;
	if (!whole)
		nt_raise(cx, NT_ERROR_MODEL, "date grammar refers to something outside the file");
	find_starts(cx, g);
}
