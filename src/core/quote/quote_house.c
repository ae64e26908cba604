/*
 * quote_house.c -- heads of the official report of a parliament, as its pages have them: no colon, a line of their own.
 *
 *     Nadia Brightwell (Holm Valley) (Ind)                 a name, and whom it sits for
 *     2. What steps is he taking?
 *
 *     The Minister for Bees (Sir Piers Arden)              an office, and the name
 *     The Government have taken many.
 *
 *     Mr Speaker                                           the chair, who needs no name
 *     Order.
 *
 * Lists of people look like that too.  So heads count only where three stand or more, one name comes again, one has
 * a bracket, and a sentence stands under most.
 */
#include "quote/quote_label.h"
#include "quote/quote_turns.h"

#define HEAD_TOKENS 24			/* of a head */
#define HEADS_LEAST 3
#define CHAIR_WORDS 4			/* Madam Deputy Speaker */

static bool
is_bearing(const QuoteReader *r, uint32_t i)
{
	return (token_classes(r->vocab, &r->tok[i]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC) | LEX_BIT(LEX_ROLE))) != 0;
}

/* after_brackets returns the token after (Oakvale) (Lab), the token itself when no bracket opens there. */
static uint32_t
after_brackets(const QuoteReader *r, uint32_t i)
{
	uint32_t	from = i;
	uint32_t	after = i;

	for (; i < r->n && i - from < HEAD_TOKENS && (i == from || !line_ends_at(r, i)); i++)
	{
		if (i == after && r->tok[i].mark != MARK_ROUND_OPEN)
			break;
		if (r->tok[i].mark == MARK_ROUND_CLOSE)
			after = i + 1;
	}
	return after;
}

/* read_name reads a name and its brackets at the beginning of a line. */
static bool
read_name(const QuoteReader *r, uint32_t i, QuoteLabel *label)
{
	uint32_t	after;

	label->first = i;
	while (!line_ends_at(r, i + 1) && r->name[i] == 0 && is_bearing(r, i) && (r->tok[i].flags & TOKEN_CAPITAL))
		i++;
	if (!is_named(r, i, ENTITY_PERSON))
		return false;
	for (label->last = i; !line_ends_at(r, i + 1) && is_named(r, i + 1, ENTITY_PERSON);)
		label->last = ++i;
	after = after_brackets(r, i + 1);
	label->sign = after - 1;
	label->bracket = after > i + 1;
	return line_ends_at(r, after) && (label->bracket || label->last > label->first);
}

/* read_office reads an office that has its bearer in brackets, or that the chair has: The Minister for Bees (Felix Arden), Mr Speaker */
static bool
read_office(const QuoteReader *r, uint32_t first, QuoteLabel *label)
{
	uint32_t	i = first;
	bool		chair = true;

	if (!(r->tok[i].flags & TOKEN_CAPITAL) || !(token_is(r->vocab, &r->tok[i], LEX_DETERMINER) || is_bearing(r, i)))
		return false;
	while (!line_ends_at(r, i + 1) && i - first < HEAD_TOKENS && r->tok[i].kind == TOKEN_WORD && r->tok[i + 1].mark != MARK_ROUND_OPEN)
		i++;
	for (uint32_t k = first; k <= i; k++)
		chair = chair && token_is_capital(&r->tok[k]) && (is_bearing(r, k) || token_is(r->vocab, &r->tok[k], LEX_DETERMINER));
	label->first = first;
	label->last = label->sign = i;
	label->bracket = false;
	if (line_ends_at(r, i + 1))
		return chair && i > first && i - first < CHAIR_WORDS;
	for (i += 2; !line_ends_at(r, i) && r->name[i] == 0 && is_bearing(r, i); i++)
		;
	if (line_ends_at(r, i) || !is_named(r, i, ENTITY_PERSON))
		return false;
	for (label->first = label->last = i; !line_ends_at(r, i + 1) && is_named(r, i + 1, ENTITY_PERSON);)
		label->last = ++i;
	label->sign = i + 1;
	label->bracket = true;
	return !line_ends_at(r, i + 1) && r->tok[i + 1].mark == MARK_ROUND_CLOSE && line_ends_at(r, i + 2);
}

bool
quote_house_head(const QuoteReader *r, uint32_t i, QuoteLabel *label)
{
	if (r->tok[i].kind != TOKEN_WORD || !(read_name(r, i, label) || read_office(r, i, label)))
		return false;
	label->hash = r->tok[label->last].hash;
	return label->sign + 1 < r->n;
}

bool
quote_is_house(uint32_t heads, uint32_t again, uint32_t brackets, uint32_t speak)
{
	return heads >= HEADS_LEAST && again > 0 && brackets > 0 && speak * 2 > heads;
}
