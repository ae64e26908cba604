/*
 * date_grammar.c -- matches time expressions over classes of tokens.
 *
 * The grammar is a graph.  Each edge asks for a class; a token has the classes
 * of its word's senses, a number those its digits allow.  From a token that
 * can begin an expression the matcher walks every path the tokens allow and
 * keeps the longest that a rule accepts and whose conditions hold; of two as
 * long, the one that read more context, then the rule that stands first in
 * rules.txt.
 *
 *     late last Monday    START -late-> . -DIR-> . -WEEKDAY-> accepts
 *                         mod=END   dir=-1   weekday=1
 *
 * Number words are read as one token: "twenty-four hours" is NUM UNIT, and
 * "nineteen ninety-six" is a YEAR.
 *
 * Paths have no loops, so that a walk is bounded by the longest rule; a cap on
 * steps (WALK_STEPS) bounds the branching as well.  Nothing is looked up but
 * the record of the word: a token without one costs a comparison.
 */
#include "date_grammar.h"

#include <string.h>

/* Edges tried from one start; the grammar needs some hundred at most. */
#define WALK_STEPS 4000

#define NUMBER_TOKENS 12		/* tokens of the longest number in words */

/* ---- opening ------------------------------------------------------------ */

void
date_grammar_open(NtContext *cx, NtDateGrammar *grammar, const NtModel *model, const NtVocab *vocab)
{
	NtDateGrammar *g = grammar;
	bool		whole = true;

	g->words = model_section(cx, model, "dateword", sizeof(NtDateWord), &g->n_words);
	g->senses = model_section(cx, model, "datesens", sizeof(NtDateSense), &g->n_senses);
	g->nodes = model_section(cx, model, "datenode", sizeof(NtDateNode), &g->n_nodes);
	g->edges = model_section(cx, model, "dateedge", sizeof(NtDateEdge), &g->n_edges);
	g->accepts = model_section(cx, model, "dateacc", sizeof(uint16_t), &g->n_accepts);
	g->rules = model_section(cx, model, "daterule", sizeof(NtDateRule), &g->n_rules);
	g->conditions = model_section(cx, model, "datecond", sizeof(NtDateCondition), &g->n_conditions);
	g->marks = model_section(cx, model, "datemark", sizeof(NtDateMark), &g->n_marks);
	g->holidays = model_section(cx, model, "dateholi", sizeof(NtHoliday), &g->n_holidays);

	whole = g->n_words > 0 && g->n_nodes > 0 && g->n_rules > 0 && g->n_accepts > 0 &&
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
	for (uint32_t i = 0; i < vocab->n_words && whole; i++)
		whole = vocab->words[i].date < g->n_words;
	if (!whole)
		nt_raise(cx, NT_ERROR_MODEL, "date grammar refers to something outside the file");
}

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

/* ---- senses of numbers -------------------------------------------------- */

typedef struct SenseList
{
	NtDateSense *at;
	int			n;
} SenseList;

static void
add_sense(SenseList *list, uint16_t class, int32_t value, uint32_t tokens)
{
	if (list->n < DATE_SENSES_MAX)
		list->at[list->n++] = (NtDateSense){class, 0, (uint8_t) tokens, value};
}

/* small_number reads at most nine digits, passing over commas; -1: no such number. */
static int64_t
small_number(const char *p, const char *end)
{
	int64_t		n = 0;
	int			digits = 0;

	for (; p < end; p++)
	{
		if (*p == ',')
			continue;
		if (*p < '0' || *p > '9' || ++digits > 9)
			return -1;
		n = n * 10 + (*p - '0');
	}
	return digits > 0 ? n : -1;
}

/* number_word returns the value of a word of that class, -1 for none. */
static int32_t
number_word(const NtDateMatcher *m, uint32_t token, uint16_t class)
{
	const NtToken *t = &m->tokens[token];
	const NtDateWord *w;

	if (t->kind != TOKEN_WORD)
		return -1;
	w = &m->grammar->words[m->vocab->words[t->word].date];
	for (uint32_t i = 0; i < w->senses; i++)
		if (m->grammar->senses[w->sense + i].class == class)
			return m->grammar->senses[w->sense + i].value;
	return -1;
}

/*
 * A number with dots: 25.04.2025, 9.30, 3.5, 1.5 million (scale, 0 for none).
 */
static void
dotted_senses(SenseList *list, const char *p, const char *end, int32_t scale)
{
	int64_t		part[3];
	int			digits[3] = {0};
	int			n = 0;

	part[0] = 0;
	for (; p < end; p++)
	{
		if (*p == '.')
		{
			if (++n > 2)
				return;
			part[n] = 0;
			continue;
		}
		if (*p < '0' || *p > '9' || ++digits[n] > 4)
			return;
		part[n] = part[n] * 10 + (*p - '0');
	}
	if (n == 2 && part[0] >= 1 && part[0] <= 31 && part[1] >= 1 && part[1] <= 12 &&
		digits[0] <= 2 && digits[1] <= 2 && digits[2] == 4)
		add_sense(list, CLASS_DMY, (int32_t) (part[0] * 1000000 + part[1] * 10000 + part[2]), 1);
	if (n == 1 && scale > 0)
	{
		/* 1.5 million */
		int64_t		hundredths = part[0] * 100 + (digits[1] == 1 ? part[1] * 10 : part[1]);

		if (digits[1] <= 2 && hundredths * scale / 100 <= 999999999)
			add_sense(list, CLASS_NUM, (int32_t) (hundredths * scale / 100), 2);
	}
	else if (n == 1)
	{
		if (digits[1] == 2 && part[0] <= 24 && part[1] <= 59)
			add_sense(list, CLASS_DOT_CLOCK, (int32_t) (part[0] * 100 + part[1]), 1);
		if (digits[1] <= 2)
			add_sense(list, CLASS_DECIMAL,
					  (int32_t) (part[0] * 100 + (digits[1] == 1 ? part[1] * 10 : part[1])), 1);
	}
}

static void
number_senses(NtDateMatcher *m, uint32_t token, SenseList *list)
{
	const NtToken *t = &m->tokens[token];
	const char *p = m->text + t->start;
	const char *end = m->text + t->end;
	int			len = (int) (end - p);
	bool		comma = false;
	int64_t		n;

	for (const char *q = p; q < end; q++)
	{
		if (*q == '.')
		{
			int32_t		scale = token + 1 < m->last ? number_word(m, token + 1, CLASS_NUMBER_WORD) : -1;

			dotted_senses(list, p, end, scale >= 1000 ? scale : 0);
			return;
		}
		comma |= *q == ',';
	}
	n = small_number(p, end);
	if (n < 0)
		return;
	if (token + 1 < m->last && number_word(m, token + 1, CLASS_NUMBER_WORD) >= 1000)
	{
		int64_t		scaled = n * number_word(m, token + 1, CLASS_NUMBER_WORD);

		if (scaled <= 999999999)
			add_sense(list, CLASS_NUM, (int32_t) scaled, 2);
		return;
	}
	add_sense(list, CLASS_NUM, (int32_t) n, 1);
	if (comma)
		return;
	if (len == 4 && n >= 1000 && n < 3000)
		add_sense(list, CLASS_YEAR, (int32_t) n, 1);
	if (len == 4 && n % 100 < 60 && n <= 2400)
		add_sense(list, CLASS_MILITARY, (int32_t) n, 1);
	if (len == 8 && n >= 10000101)
		add_sense(list, CLASS_YMD, (int32_t) n, 1);
	if (len > 2)
		return;
	if (n >= 1 && n <= 31)
	{
		add_sense(list, CLASS_DAY, (int32_t) n, 1);
		add_sense(list, CLASS_DAY_OF_MONTH, (int32_t) n, 1);
	}
	if (n >= 1 && n <= 12)
		add_sense(list, CLASS_MONTH_NUMBER, (int32_t) n, 1);
	if (n <= 24)
		add_sense(list, CLASS_HOUR, (int32_t) n, 1);
	if (len == 2)
	{
		add_sense(list, CLASS_TWO_DIGITS, (int32_t) n, 1);
		if (n <= 59)
			add_sense(list, CLASS_MINUTE, (int32_t) n, 1);
	}
}

/* Digits and letters that touch: 24th, 1990s, 9pm, 25T21. */
static void
alnum_senses(NtDateMatcher *m, uint32_t token, SenseList *list)
{
	const NtToken *t = &m->tokens[token];
	const char *p = m->text + t->start;
	const char *end = m->text + t->end;
	const char *q = p;
	char		tail[4] = {0};
	int64_t		n;
	int			digits;
	size_t		letters;

	while (q < end && *q >= '0' && *q <= '9')
		q++;
	digits = (int) (q - p);
	letters = (size_t) (end - q);
	n = small_number(p, q);
	if (n < 0 || letters > 3)
		return;
	for (size_t i = 0; i < letters; i++)
		tail[i] = (char) (q[i] | 0x20);

	if (strcmp(tail, "st") == 0 || strcmp(tail, "nd") == 0 || strcmp(tail, "rd") == 0 || strcmp(tail, "th") == 0)
	{
		add_sense(list, CLASS_ORDINAL, (int32_t) n, 1);
		if (n >= 1 && n <= 31)
		{
			add_sense(list, CLASS_DAY_OF_MONTH, (int32_t) n, 1);
			add_sense(list, CLASS_DAYTH, (int32_t) n, 1);
		}
	}
	else if (strcmp(tail, "s") == 0 && digits == 4 && n >= 1000 && n < 2200 && n % 10 == 0)
		add_sense(list, CLASS_DECADE, (int32_t) (n / 10), 1);
	else if (strcmp(tail, "s") == 0 && digits == 2 && n % 10 == 0)
		add_sense(list, CLASS_YEARS_OF, (int32_t) (n / 10), 1);
	else if (strcmp(tail, "am") == 0 || strcmp(tail, "pm") == 0)
	{
		int64_t		hour = digits <= 2 ? n : n / 100;
		int64_t		minute = digits <= 2 ? 0 : n % 100;

		if (digits <= 4 && hour >= 1 && hour <= 12 && minute <= 59)
			add_sense(list, CLASS_CLOCK_AMPM,
					  (int32_t) ((hour % 12 + (tail[0] == 'p' ? 12 : 0)) * 100 + minute), 1);
		if (digits == 2 && n <= 59)
			add_sense(list, CLASS_MINUTE_AMPM, (int32_t) (n * 10 + (tail[0] == 'p')), 1);
	}
	else if (tail[0] == 't' && letters == 3 && digits == 2 && n <= 31 &&
			 q[1] >= '0' && q[1] <= '9' && q[2] >= '0' && q[2] <= '9')
		add_sense(list, CLASS_DAY_T_HOUR, (int32_t) (n * 100 + (q[1] - '0') * 10 + q[2] - '0'), 1);
	else if (strcmp(tail, "z") == 0 && digits == 2 && n <= 60)
		add_sense(list, CLASS_SECOND_Z, (int32_t) n, 1);
}

/*
 * number_words reads a number that is written out, from a token that is a
 * number word, and adds it as NUM, or ORDINAL, and as YEAR where it reads so:
 *
 *     two hundred and ten    nineteen ninety-eight    twenty-first
 */
static void
number_words(NtDateMatcher *m, uint32_t token, SenseList *list)
{
	int64_t		total = 0;		/* thousands and more */
	int64_t		current = 0;
	int64_t		century = 0;	/* nineteen, in nineteen ninety-eight */
	uint32_t	i = token;
	uint32_t	end = token;
	bool		ordinal = false;

	while (i < m->last && i - token < NUMBER_TOKENS)
	{
		int32_t		word = number_word(m, i, CLASS_NUMBER_WORD);
		bool		is_ordinal = false;

		if (word < 0)
		{
			word = number_word(m, i, CLASS_ORDINAL_WORD);
			is_ordinal = word >= 0;
		}
		if (word < 0)
			break;
		if (word >= 1000)
		{
			if (total > 0 || current == 0)
				break;
			total = current * word;
			current = 0;
		}
		else if (word == 100)
		{
			if (current >= 100 || current == 0)
				break;
			current *= 100;
		}
		else if (current % 100 == 0 || (current % 10 == 0 && current % 100 >= 20 && word < 10))
			current += word;
		else if (total == 0 && century == 0 && current >= 10 && current <= 20 && word >= 10)
		{
			century = current;
			current = word;
		}
		else
			break;
		end = ++i;
		if (is_ordinal)
		{
			ordinal = true;
			break;
		}
		/* a hyphen that touches, or "and" after a hundred, leads on to a number word only */
		if (i + 1 < m->last &&
			((token_is_mark(&m->tokens[i], '-') && !(m->tokens[i].flags & TOKEN_SPACE) &&
			  !(m->tokens[i + 1].flags & TOKEN_SPACE)) ||
			 ((current % 100 == 0) && date_matcher_is(m, i, CLASS_AND))) &&
			(number_word(m, i + 1, CLASS_NUMBER_WORD) >= 0 || number_word(m, i + 1, CLASS_ORDINAL_WORD) >= 0))
			i++;
	}
	if (end == token || total + current > 999999999)
		return;
	if (ordinal)
	{
		if (century == 0)
			add_sense(list, CLASS_ORDINAL, (int32_t) (total + current), end - token);
		if (century == 0 && total == 0 && current >= 1 && current <= 31)
			add_sense(list, CLASS_DAY_OF_MONTH, (int32_t) current, end - token);
		return;
	}
	if (century > 0)
	{
		add_sense(list, CLASS_YEAR, (int32_t) (century * 100 + current), end - token);
		return;
	}
	add_sense(list, CLASS_NUM, (int32_t) (total + current), end - token);
	if (end - token > 1 && total + current >= 1100 && total + current < 2100)
		add_sense(list, CLASS_YEAR, (int32_t) (total + current), end - token);
}

/* ---- senses of a token -------------------------------------------------- */

static uint16_t
mark_class(const NtDateGrammar *g, uint32_t code_point)
{
	for (uint32_t i = 0; i < g->n_marks; i++)
		if (g->marks[i].code_point == code_point)
			return (uint16_t) g->marks[i].class;
	return CLASS_NONE;
}

/* The senses that words.txt gives to a word. */
static void
add_word_senses(NtDateMatcher *m, uint32_t token, SenseList *list)
{
	const NtToken *t = &m->tokens[token];
	const NtDateWord *w = &m->grammar->words[m->vocab->words[t->word].date];

	for (uint32_t i = 0; i < w->senses; i++)
	{
		const NtDateSense *s = &m->grammar->senses[w->sense + i];

		if ((s->flags & SENSE_CAPITAL) && !(t->flags & TOKEN_CAPITAL))
			continue;
		if (s->class == CLASS_NUMBER_WORD || s->class == CLASS_ORDINAL_WORD)
			number_words(m, token, list);
		else if (list->n < DATE_SENSES_MAX)
			list->at[list->n++] = *s;
	}
}

/* senses_at returns the senses of a token, remembered while it is near. */
static const NtDateSense *
senses_at(NtDateMatcher *m, uint32_t token, int *n)
{
	uint32_t	slot = token & (DATE_WINDOW - 1);
	const NtToken *t = &m->tokens[token];
	SenseList	list = {m->senses[slot], 0};

	if (m->sense_token[slot] == token)
	{
		*n = m->n_senses[slot];
		return m->senses[slot];
	}
	switch (t->kind)
	{
		case TOKEN_WORD:
		case TOKEN_CLITIC:
			add_word_senses(m, token, &list);
			break;
		case TOKEN_NUMBER:
			add_word_senses(m, token, &list);
			number_senses(m, token, &list);
			break;
		case TOKEN_ALNUM:
			alnum_senses(m, token, &list);
			break;
		case TOKEN_PUNCT:
		case TOKEN_SYMBOL:
			{
				uint16_t	class = mark_class(m->grammar, t->hash);

				if (class != CLASS_NONE)
					add_sense(&list, class, 0, 1);
				break;
			}
	}
	m->sense_token[slot] = token;
	m->n_senses[slot] = (uint8_t) list.n;
	*n = list.n;
	return list.at;
}

/* date_matcher_is tells whether a token of the sentence has a class. */
bool
date_matcher_is(NtDateMatcher *m, uint32_t token, uint16_t class)
{
	const NtToken *t = &m->tokens[token];
	const NtDateSense *s;
	int			n;

	switch (class)
	{
		case CLASS_CAPITAL:
			return (t->flags & TOKEN_CAPITAL) != 0;
		case CLASS_WORD:
			return t->kind == TOKEN_WORD;
		case CLASS_SMALL:
			return t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL);
		case CLASS_NUMBER:
			return t->kind == TOKEN_NUMBER || t->kind == TOKEN_ALNUM;
		case CLASS_SYMBOL:
			return t->kind == TOKEN_SYMBOL;
	}
	s = senses_at(m, token, &n);
	for (int i = 0; i < n; i++)
		if (s[i].class == class)
			return true;
	return false;
}

/* ---- walking ------------------------------------------------------------ */

static bool
condition_holds(NtDateMatcher *m, const NtDateCondition *c, uint32_t first, uint32_t last)
{
	if (c->after)
	{
		if (last >= m->last)
			return false;
		if (c->class == CLASS_TIED)
			return token_is_mark(&m->tokens[last], '-') && !(m->tokens[last].flags & TOKEN_SPACE) &&
				last + 1 < m->last && !(m->tokens[last + 1].flags & TOKEN_SPACE);
		return c->class == CLASS_TOUCH ? !(m->tokens[last].flags & TOKEN_SPACE) :
			date_matcher_is(m, last, c->class);
	}
	if (c->class == CLASS_START)
		return first == m->first;
	if (first <= m->first)
		return false;
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
	senses = senses_at(m, token, &n);
	for (int i = 0; i < n; i++)
	{
		NtDateSense sense = senses[i];
		uint32_t	lo = 0;
		uint32_t	hi = node->edges;

		while (lo < hi)
		{
			uint32_t	mid = (lo + hi) / 2;

			if (edges[mid].class < sense.class)
				lo = mid + 1;
			else
				hi = mid;
		}
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
