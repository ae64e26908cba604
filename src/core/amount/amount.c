/*
 * amount.c -- finds how much and how many.
 *
 *     The storm killed at least 12 people and cost $1.2 billion, 2.5 percent
 *     of output; winds of 90 mph were measured.
 *
 *     12             count     [12,)             people killed
 *     $1.2 billion   money     [1200000000]      USD
 *     2.5 percent    percent   [2.5]             %
 *     90 mph         quantity  [90]              mph
 *
 * From a figure, a number word or a sign the rules of data/en/amounts are
 * matched, the longest first (amount_match.c); what a rule's operation makes
 * of the match stands below; bounds come from the words beside it
 * (amount_bound.c).  A bare figure is an amount only when it counts something
 * (amount_what.c).  Ages, dates, scores, addresses and numbers of things
 * are none.
 *
 * The mention is figure, scale and unit; what bounds it stands outside, and so
 * does what is counted.  A share ("two thirds of", "one in five") is given in
 * per cent, to two places.
 */
#include "amount/amount.h"

#include "amount/amount_find.h"
#include "base/ascii.h"
#include "base/trace.h"
#include "know/knowledge.h"

#include <string.h>

#define PART_EXPONENT (-2)		/* shares are given in hundredths of a per cent */
#define WEIGHT_REACH 4			/* words from "weighs" to its pounds */
#define PART_MAX 10000			/* one in 10,000 is the least share */

static void
set_value(NtAmount *a, NtDecimal low, NtDecimal high)
{
	a->low = low;
	a->high = high;
}

/* figure_of works out the figure of a match; false: it has no value. */
static bool
figure_of(const AmountMatch *m, NtAmountHow how, NtDecimal *low, NtDecimal *high)
{
	NtDecimal	n = m->numbers > 0 ? m->number[0].number : (NtDecimal) {1, 0};

	*high = n;
	switch (how)
	{
		case AMOUNT_NEGATIVE:
			n.mantissa = -n.mantissa;
			break;
		case AMOUNT_SOME:
			for (int i = 0; i < m->values; i++)
				if (!decimal_scale(&n, m->value[i]))
					return false;
			break;
		case AMOUNT_HALVED:
			n = (NtDecimal) {5, -1};
			for (int i = 0; i < m->values; i++)
				if (m->value[i] < 100 && !decimal_scale(&n, m->value[i]))
					return false;
			break;
		case AMOUNT_SINGLE:
			if (m->values > 0 && m->value[0] == 12)
				n = (NtDecimal) {12, 0};
			break;
		default:
			break;
	}
	*low = n;
	if (m->numbers < 2)
		*high = n;
	else
		*high = m->number[1].number;
	return true;
}

/* share_scale gives the first of two figures the scale that only the second has: $3-4 million. */
static void
share_scale(const AmountMatch *m, NtDecimal *low, NtDecimal *high)
{
	NtDecimal	scaled = *low;
	int			tens = high->exponent;

	if (m->numbers < 2 || m->number[0].scaled || !m->number[1].scaled)
		return;
	while (tens > 0 && tens % 3 != 0 && tens != 5 && tens != 7)
		tens++;
	if (decimal_scale(&scaled, tens) && decimal_compare(scaled, *high) <= 0)
		*low = scaled;
}

/*
 * A word of number that is the whole figure may have a scale as its value: a
 * million; the values of SCALE and DOZEN differ in size, so that a rule needs
 * no more than one list.
 */
static bool
apply_scale(const AmountMatch *m, const NtAmountRule *rule, NtDecimal *low, NtDecimal *high)
{
	if (rule->how == AMOUNT_SINGLE && m->values > 0 && m->value[0] != 12)
	{
		if (!decimal_scale(low, m->value[0]))
			return false;
		*high = *low;
	}
	if (rule->how == AMOUNT_TIMES)
	{
		if (low->mantissa > INT64_MAX / m->value[0])
			return false;
		low->mantissa *= m->value[0];
		*high = *low;
	}
	return true;
}

/*
 * is_weight tells whether pounds are meant that are weighed: beside a verb of
 * weighing, in brackets after another weight, or so many pounds of something.
 */
static bool
is_weight(const AmountReader *r, const AmountMatch *m)
{
	const NtAmount *before = r->article->amounts.n > 0 ? &r->article->amounts.at[r->article->amounts.n - 1] : NULL;

	if (r->grammar->units[m->unit[0]].symbol != r->grammar->pound)
		return false;
	for (uint32_t i = 1; i <= WEIGHT_REACH && m->first >= r->first + i; i++)
		if (amount_phrase_classes(r, m->first - i, m->first - i + 1) & AMOUNT_BIT(AMOUNT_WEIGHT))
			return true;
	if (m->first > r->first + 1 && before != NULL && before->kind == AMOUNT_QUANTITY && before->end == r->tokens[m->first - 2].end &&
		token_mark_in(&r->tokens[m->first - 1], MARKS_BRACKET_OPEN))
		return true;
	return m->numbers > 0 && !m->number[0].scaled && m->next.token + 1 < r->last &&
		(amount_phrase_classes(r, m->next.token, m->next.token + 1) & AMOUNT_BIT(AMOUNT_OF)) != 0;
}

/* make_money: the scale after a sign's figure (5m) counts for both ends of a range. */
static bool
make_money(const AmountReader *r, const AmountMatch *m, const NtAmountRule *rule, NtAmount *a)
{
	NtDecimal	low;
	NtDecimal	high;

	if (!figure_of(m, rule->how, &low, &high) || !apply_scale(m, rule, &low, &high))
		return false;
	if (rule->how == AMOUNT_PLAIN && m->values > 0)
	{
		int			tens = m->value[m->values - 1];

		if (!decimal_scale(&high, tens) || !decimal_scale(&low, m->numbers > 1 && m->values > 1 ? m->value[0] : tens))
			return false;
	}
	share_scale(m, &low, &high);
	if (is_weight(r, m))
	{
		a->kind = AMOUNT_QUANTITY;
		a->unit = r->grammar->lb;
		set_value(a, low, high);
		return true;
	}
	a->kind = AMOUNT_MONEY;
	a->unit = r->grammar->units[m->unit[0]].symbol;
	set_value(a, low, high);
	return true;
}

/* make_unit: a percentage when the unit is a part of a hundred, else a quantity. */
static bool
make_unit(const AmountReader *r, const AmountMatch *m, const NtAmountRule *rule, NtAmount *a)
{
	const NtAmountUnit *unit = &r->grammar->units[m->unit[0]];
	const char *si = vocab_string(r->article->vocab, unit->si);
	NtDecimal	low;
	NtDecimal	high;

	if (!figure_of(m, rule->how, &low, &high) || (m->units > 1 && m->unit[0] != m->unit[1]))
		return false;
	share_scale(m, &low, &high);
	a->kind = strcmp(si, "%") == 0 ? AMOUNT_PERCENT : AMOUNT_QUANTITY;
	a->unit = unit->symbol;
	set_value(a, low, high);
	return true;
}

static bool
make_part(const AmountReader *r, const AmountMatch *m, const NtAmountRule *rule, NtAmount *a)
{
	int64_t		times = 1;
	NtDecimal	share;

	if (rule->how != AMOUNT_SINGLE && m->numbers > 0)
		times = m->number[0].number.mantissa;
	if ((m->numbers > 0 && m->number[0].number.exponent != 0) || times < 1 || times > 9)
		return false;
	if (m->first > r->first && (amount_phrase_classes(r, m->first - 1, m->first) & AMOUNT_BIT(AMOUNT_ORDINAL)))
		return false;			/* the first half of 2026 */
	share = (NtDecimal) {times * m->value[0], PART_EXPONENT};
	if (share.mantissa == 9999 || share.mantissa == 6666)
		share.mantissa++;		/* two thirds round up */
	if (share.mantissa > PART_MAX)
		return false;
	a->kind = AMOUNT_PERCENT;
	a->unit = r->grammar->percent;
	set_value(a, share, share);
	return true;
}

static bool
make_ratio(const AmountReader *r, const AmountMatch *m, const NtAmountRule *rule, NtAmount *a)
{
	NtDecimal	part = m->number[0].number;
	NtDecimal	whole = m->number[1].number;
	NtDecimal	share;

	if (part.exponent != 0 || whole.exponent != 0 || m->number[1].year || part.mantissa < 1 ||
		part.mantissa > 9 || whole.mantissa <= part.mantissa || whole.mantissa > PART_MAX)
		return false;
	share = (NtDecimal) {(part.mantissa * 10000 + whole.mantissa / 2) / whole.mantissa, PART_EXPONENT};
	a->kind = AMOUNT_PERCENT;
	a->unit = r->grammar->percent;
	set_value(a, share, share);
	return true;
}

/* make_vote: 5-2, as the range from the fewer to the more. */
static bool
make_vote(const AmountReader *r, const AmountMatch *m, const NtAmountRule *rule, NtAmount *a)
{
	NtDecimal	first = m->number[0].number;
	NtDecimal	second = m->number[1].number;
	bool		swap = decimal_compare(first, second) > 0;

	a->kind = AMOUNT_COUNT;
	set_value(a, swap ? second : first, swap ? first : second);
	return true;
}

static bool
make_count(const AmountReader *r, const AmountMatch *m, const NtAmountRule *rule, NtAmount *a)
{
	NtDecimal	low;
	NtDecimal	high;

	if (!figure_of(m, rule->how, &low, &high) || !apply_scale(m, rule, &low, &high) || !amount_what(r, m, a))
		return false;
	share_scale(m, &low, &high);
	a->kind = AMOUNT_COUNT;
	set_value(a, low, high);
	return true;
}

typedef bool (*MakeAmount) (const AmountReader *r, const AmountMatch *m, const NtAmountRule *rule, NtAmount *a);

static const MakeAmount makers[AMOUNT_OP_MAX] = {
	[AMOUNT_OP_MONEY] = make_money,
	[AMOUNT_OP_UNIT] = make_unit,
	[AMOUNT_OP_PART] = make_part,
	[AMOUNT_OP_RATIO] = make_ratio,
	[AMOUNT_OP_VOTE] = make_vote,
	[AMOUNT_OP_COUNT] = make_count
};

/* after_between tells whether "between" stands before a match. */
static bool
after_between(const AmountReader *r, const AmountMatch *m)
{
	return m->first > r->first && (amount_phrase_classes(r, m->first - 1, m->first) & AMOUNT_BIT(AMOUNT_BETWEEN)) != 0;
}

/* is_minus tells whether a minus is one: "62%-32%" and "2015-16" hold none. */
static bool
is_minus(const AmountReader *r, const AmountMatch *m)
{
	return m->first == r->first || (r->tokens[m->first].flags & TOKEN_SPACE) ||
		token_mark_in(&r->tokens[m->first - 1], MARKS_BRACKET_OPEN | MARKS_DOUBLE);
}

/* make turns a match into an amount; false: it is none. */
static bool
make(const AmountReader *r, const AmountMatch *m, NtAmount *a)
{
	const NtAmountRule *rule = &r->grammar->rules[m->rule];

	memset(a, 0, sizeof(*a));
	a->start = m->start;
	a->end = m->end;
	a->rule = rule->line;
	if (rule->how == AMOUNT_ONLY_BETWEEN && !after_between(r, m))
		return false;
	if (rule->how == AMOUNT_NEGATIVE && !is_minus(r, m))
		return false;
	amount_bound(r, m, a);
	if (!makers[rule->op](r, m, rule, a))
		return false;
	if (rule->how == AMOUNT_SOME && !(a->bounds & AMOUNT_NO_LOW))
		a->bounds |= AMOUNT_NO_HIGH;
	return decimal_compare(a->low, a->high) <= 0;	/* a range may run backwards */
}

/* trace_amount: "5 million people" count by line 101 of rules.txt, counts "people". */
static void
trace_amount(const AmountReader *r, const AmountMatch *m, const NtAmount *a, bool made)
{
	unsigned	line = r->grammar->rules[m->rule].line;

	if (!made)
		nt_trace(r->cx, TRACE_AMOUNTS, "\"%.*s\" is none: line %u of rules.txt makes no value of it, or it counts nothing",
				 (int) (m->end - m->start), r->text + m->start, line);
	else if (a->what_end > a->what_start)
		nt_trace(r->cx, TRACE_AMOUNTS, "\"%.*s\" %s by line %u of rules.txt, counts \"%.*s\"", (int) (a->end - a->start),
				 r->text + a->start, amount_kind_name(a->kind), line, (int) (a->what_end - a->what_start), r->text + a->what_start);
	else
		nt_trace(r->cx, TRACE_AMOUNTS, "\"%.*s\" %s by line %u of rules.txt", (int) (a->end - a->start),
				 r->text + a->start, amount_kind_name(a->kind), line);
}

/* may_begin tells whether an amount may begin at a token: a figure, or a word that rules begin with. */
static bool
may_begin(const AmountReader *r, uint32_t i)
{
	const NtToken *t = &r->tokens[i];
	char		last = r->text[t->end - 1];

	if (t->kind == TOKEN_LINK)
		return false;
	if (i > r->first && !(t->flags & TOKEN_SPACE) && r->tokens[i - 1].mark == MARK_SLASH)
		return false;			/* 4-1/2p, 9/11 */
	if (t->kind == TOKEN_NUMBER || t->kind == TOKEN_ALNUM)
		return true;
	if (t->kind == TOKEN_WORD && ascii_is_digit(last))
		return true;			/* R7, Dh5 */
	return amount_phrase_find(r->grammar, phrase_hash_add(PHRASE_HASH_SEED, amount_token_hash(t))) != NULL;
}

static void
find_in_sentence(AmountReader *r, NtArticle *article, const NtSentence *s)
{
	r->first = s->first;
	r->last = s->last;
	for (uint32_t i = s->first; i < s->last; i++)
	{
		AmountMatch match;
		NtAmount	amount;
		bool		made;

		nt_tick(r->cx);
		if (!may_begin(r, i) || !amount_match(r, amount_place(r, i), &match))
			continue;
		made = make(r, &match, &amount);
		if (nt_tracing(r->cx, TRACE_AMOUNTS))
			trace_amount(r, &match, &amount, made);
		if (!made)
			continue;
		/* figures run together are no amounts: $1$1 */
		if (article->amounts.n > 0 && article->amounts.at[article->amounts.n - 1].end == amount.start &&
			article->amounts.at[article->amounts.n - 1].kind == amount.kind)
			continue;
		*nt_push(r->cx, &article->amounts) = amount;
		while (i + 1 < s->last && r->tokens[i + 1].start < amount.end)
			i++;
	}
}

void
amount_find(NtArticle *article)
{
	AmountReader r = {
		.cx = article->cx, .article = article, .grammar = &article->know->amounts,
		.tokens = article->tokens.at, .text = article->text
	};

	for (uint32_t i = 0; i < article->sentences.n; i++)
	{
		const NtSentence *s = &article->sentences.at[i];

		if (article->sections.at[s->section].kind != SECTION_BOILERPLATE)
			find_in_sentence(&r, article, s);
	}
}
