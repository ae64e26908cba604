/*
 * amount_match.c -- walks the tree of rules (data/en/amounts/rules.txt).
 *
 * A node's edges ask for classes; a place offers the senses of what begins
 * there.  Every path is walked, the longest match wins, of two as long the
 * rule that stands first.  Rules have no loops, so that a walk is as long as
 * the longest rule, and WALK_STEPS bounds its branches.
 *
 *     the bridge cost $1.2 billion       SIGN -> . NUM -> accepts "money"
 */
#include "amount/amount.h"

#include "base/trace.h"

#define WALK_STEPS 600

typedef struct Walk
{
	const AmountReader *r;
	AmountMatch now;
	AmountMatch *best;
	bool		found;
	int			steps;
} Walk;

static void
accept(Walk *w, uint16_t rule, AmountPlace at)
{
	const AmountMatch *now = &w->now;
	bool		better;

	if (w->r->grammar->rules[rule].how == AMOUNT_ONLY_SHARED && (now->number[0].scaled || !now->number[1].scaled))
		return;
	better = !w->found || w->now.read > w->best->read || (w->now.read == w->best->read && rule < w->best->rule);
	if (nt_tracing(w->r->cx, TRACE_AMOUNTS))
		nt_trace(w->r->cx, TRACE_AMOUNTS, "  \"%.*s\" by line %u of rules.txt%s", (int) (now->read - now->start),
				 w->r->text + now->start, w->r->grammar->rules[rule].line, better ? ", best so far" : "");
	if (!better)
		return;
	*w->best = w->now;
	w->best->rule = rule;
	w->best->next = at;
	w->found = true;
}

/* take keeps what a sense tells; false: there is no room, as no rule needs. */
static bool
take(AmountMatch *m, const AmountSense *sense, uint8_t flags)
{
	m->read = sense->end;
	if (!(flags & AMOUNT_ENDS))
		m->end = sense->end;
	switch (sense->class)
	{
		case AMOUNT_NUM:
		case AMOUNT_FIGURE:
			if (m->numbers == AMOUNT_ITEMS)
				return false;
			m->number[m->numbers++] = *sense;
			break;
		case AMOUNT_SIGN:
		case AMOUNT_CURRENCY:
		case AMOUNT_UNIT:
		case AMOUNT_CENT:
			if (m->units == AMOUNT_ITEMS)
				return false;
			m->unit[m->units++] = sense->unit;
			break;
		case AMOUNT_SCALE:
		case AMOUNT_SHORT_SCALE:
		case AMOUNT_MANY:
		case AMOUNT_DOZEN:
		case AMOUNT_FRACTION:
		case AMOUNT_HALF:
			if (m->values == AMOUNT_ITEMS)
				return false;
			m->value[m->values++] = sense->value;
			break;
		case AMOUNT_PENNY:
			if (m->values == AMOUNT_ITEMS || m->units == AMOUNT_ITEMS)
				return false;
			m->value[m->values++] = sense->value;
			m->unit[m->units++] = sense->unit;
			break;
		default:
			break;
	}
	return true;
}

static void
walk(Walk *w, uint32_t number, AmountPlace at)
{
	const NtAmountGrammar *g = w->r->grammar;
	const NtAmountNode *node = &g->nodes[number];
	AmountSense senses[AMOUNT_SENSES];
	int			n;

	if (node->rule != 0)
		accept(w, node->rule, at);
	if (node->edges == 0)
		return;
	n = amount_senses(w->r, at, senses);
	for (int i = 0; i < n; i++)
		for (uint32_t e = node->edge; e < node->edge + node->edges; e++)
		{
			AmountMatch saved;

			if (g->edges[e].class != senses[i].class || ((g->edges[e].flags & AMOUNT_TOUCHES) && !amount_touches(w->r, at)))
				continue;
			if (w->steps == 0)
				return;
			w->steps--;
			saved = w->now;
			if (g->edges[e].flags & AMOUNT_BEGINS)
			{
				w->now.start = at.byte;
				w->now.first = at.token;
			}
			if (take(&w->now, &senses[i], g->edges[e].flags))
				walk(w, g->edges[e].node, senses[i].next);
			w->now = saved;
		}
}

bool
amount_match(const AmountReader *r, AmountPlace at, AmountMatch *match)
{
	Walk		w = {.r = r, .best = match, .steps = WALK_STEPS};

	w.now.start = w.now.end = w.now.read = at.byte;
	w.now.first = at.token;
	walk(&w, 0, at);
	return w.found;
}
