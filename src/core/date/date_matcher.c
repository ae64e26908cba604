/*
 * date_matcher.c -- matches time expressions over classes of tokens.
 *
 * The grammar is a graph.  Each edge asks for a class; a token has the classes
 * that date_sense.c gives it.  From a token that can begin an expression the
 * matcher walks every path the tokens allow and keeps the longest that a rule
 * accepts and whose conditions hold; of two as long, the one that read more
 * context, then the rule that stands first in rules.txt.
 *
 *     late last Monday    START -late-> . -DIR-> . -WEEKDAY-> accepts
 *                         mod=END   dir=-1   weekday=1
 *
 * Paths have no loops, so that a walk is bounded by the longest rule; a cap on
 * steps (WALK_STEPS) bounds the branching as well.  Nothing is looked up but
 * the record of the word: a token without one costs a comparison.
 */
#include "date/date_sense.h"

#include <string.h>

/* Edges tried from one start; the grammar needs some hundred at most. */
#define WALK_STEPS 4000

void
date_matcher_open(NtDateMatcher *m, NtContext *cx, const NtDateGrammar *grammar,
				  const NtVocab *vocab, const char *text, const NtToken *tokens)
{
	m->cx = cx;
	m->grammar = grammar;
	m->vocab = vocab;
	m->text = text;
	m->tokens = tokens;
	m->first = m->last = 0;
	memset(m->sense_token, 0xFF, sizeof(m->sense_token));
	for (int i = 0; i < DATE_SLOT_COUNT; i++)
		m->slot[i] = SLOT_UNSET;
}

/* date_matcher_sentence sets the bounds no expression crosses. */
void
date_matcher_sentence(NtDateMatcher *m, uint32_t first, uint32_t last)
{
	m->first = first;
	m->last = last;
	memset(m->sense_token, 0xFF, sizeof(m->sense_token));
}

static bool
condition_holds(NtDateMatcher *m, const NtDateCondition *c, uint32_t first, uint32_t last)
{
	if (c->after)
	{
		if (last >= m->last)
			return false;
		if (c->class == CLASS_TIED)
			return token_is_mark(&m->tokens[last], MARK_HYPHEN) && !(m->tokens[last].flags & TOKEN_SPACE) &&
				last + 1 < m->last && !(m->tokens[last + 1].flags & TOKEN_SPACE);
		return c->class == CLASS_TOUCH ? !(m->tokens[last].flags & TOKEN_SPACE) :
			date_matcher_is(m, last, c->class);
	}
	if (c->class == CLASS_START)
		return first == m->first;
	if (first <= m->first)
		return false;
	if (c->class == CLASS_TIED)
		return token_mark_in(&m->tokens[first - 1], MARKS_HYPHEN_OR_DASH) && !(m->tokens[first].flags & TOKEN_SPACE) &&
			!(m->tokens[first - 1].flags & TOKEN_SPACE);
	return c->class == CLASS_TOUCH ? !(m->tokens[first].flags & TOKEN_SPACE) :
		date_matcher_is(m, first - 1, c->class);
}

static bool
conditions_hold(NtDateMatcher *m, const NtDateRule *rule, uint32_t first, uint32_t last)
{
	bool		asked[2] = {false, false};
	bool		met[2] = {false, false};

	for (uint32_t i = 0; i < rule->conditions; i++)
	{
		const NtDateCondition *c = &m->grammar->conditions[rule->condition + i];
		bool		holds = condition_holds(m, c, first, last);

		if (c->forbids && holds)
			return false;
		if (!c->forbids)
		{
			asked[c->after & 1] = true;
			met[c->after & 1] |= holds;
		}
	}
	return (!asked[0] || met[0]) && (!asked[1] || met[1]);
}

static void
accept(NtDateMatcher *m, uint16_t number, uint32_t start, uint32_t token)
{
	const NtDateRule *rule = &m->grammar->rules[number];
	uint32_t	first = m->begin != NT_NO_TOKEN ? m->begin : start;
	uint32_t	last = m->end != NT_NO_TOKEN ? m->end : token;
	NtDateMatch *best = m->match;

	if (last <= first)
		return;
	if (m->found)
	{
		if (last < best->last || (last == best->last && first > best->first))
			return;
		if (last == best->last && first == best->first &&
			(token < best->read || (token == best->read && number >= best->rule)))
			return;
	}
	if (!conditions_hold(m, rule, first, last))
		return;
	m->found = true;
	best->first = first;
	best->last = last;
	best->read = token;
	best->rule = number;
	memcpy(best->slot, m->slot, sizeof(best->slot));
	for (int i = 0; i < rule->sets; i++)
		best->slot[rule->set_slot[i]] = rule->set_value[i];
}

static void
walk(NtDateMatcher *m, uint32_t number, uint32_t start, uint32_t token)
{
	const NtDateNode *node = &m->grammar->nodes[number];
	const NtDateEdge *edges = m->grammar->edges + node->edge;
	const NtDateSense *senses;
	int			n;

	for (const uint16_t *rule = m->grammar->accepts + node->accept; *rule != 0; rule++)
		accept(m, *rule, start, token);
	if (node->edges == 0 || token >= m->last || m->tokens[token].kind == TOKEN_LINK)
		return;
	senses = date_senses(m, token, &n);
	for (int i = 0; i < n; i++)
	{
		NtDateSense sense = senses[i];
		uint32_t	lo = number != 0 ? date_first_edge(edges, node->edges, sense.class) :
			sense.class < m->grammar->n_starts ? m->grammar->starts[sense.class] : node->edges;

		for (; lo < node->edges && edges[lo].class == sense.class; lo++)
		{
			const NtDateEdge *e = &edges[lo];
			int32_t		saved[DATE_EDGE_SETS + 1];
			uint32_t	begin = m->begin;
			uint32_t	end = m->end;

			if (m->steps == 0)
				return;
			m->steps--;
			if ((e->flags & EDGE_TOUCHES) && (m->tokens[token].flags & TOKEN_SPACE))
				continue;
			if (e->flags & EDGE_BEGIN)
				m->begin = token;
			if (e->flags & EDGE_END)
				m->end = token;
			saved[DATE_EDGE_SETS] = m->slot[e->slot];
			if (e->slot != SLOT_NONE)
				m->slot[e->slot] = sense.value;
			for (int k = 0; k < DATE_EDGE_SETS; k++)
			{
				saved[k] = m->slot[e->set_slot[k]];
				if (e->set_slot[k] != SLOT_NONE)
					m->slot[e->set_slot[k]] = e->set_value[k];
			}
			walk(m, e->node, start, token + sense.tokens);
			for (int k = DATE_EDGE_SETS - 1; k >= 0; k--)
				m->slot[e->set_slot[k]] = saved[k];
			m->slot[e->slot] = saved[DATE_EDGE_SETS];
			m->begin = begin;
			m->end = end;
		}
	}
}

/*
 * date_matcher_at finds the best expression whose pattern begins at a token
 * of the sentence.
 */
bool
date_matcher_at(NtDateMatcher *m, uint32_t token, NtDateMatch *match)
{
	m->begin = m->end = NT_NO_TOKEN;
	m->steps = WALK_STEPS;
	m->found = false;
	m->match = match;
	walk(m, 0, token, token);
	return m->found;
}
