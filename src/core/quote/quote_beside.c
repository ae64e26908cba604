/*
 * quote_beside.c -- the name that stands beside what somebody is.
 *
 *     Hugh Hill, a doctor / his deputy, Ann Lee      over a comma
 *     Minister for Roads Li Wen                      behind a title
 *     a spokesperson for the Guild                   the body spoken for
 *     the operator, Bahari Jaya, said                a body by its description
 *     one survivor, who gave her name as Nurhayati
 *
 * But not: Questioned by Ann Lee, the nurse said.  The windows are constant.
 */
#include "quote/quote_beside.h"

#define TITLE_WORDS 14			/* between the head of a title and the name: Minister in the Ministry of Works */
#define NAMED_WORDS 3			/* behind a name, which say what it is: the SIPTU trade union */
#define NAMED_AS_WORDS 16		/* between a description and the name it goes by */

bool
quote_is_next_subject(const QuoteReader *r, const NtMention *m, uint32_t k)
{
	uint32_t	before = m->first;

	while (before > 0 && m->first - before < PHRASE_WORDS &&
		   (token_classes(r->vocab, &r->tok[before - 1]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC))))
		before--;
	if (before == 0 || !token_is(r->vocab, &r->tok[before - 1], LEX_PREPOSITION) || k >= r->n || r->tok[k - 1].mark != MARK_COMMA)
		return false;
	for (uint32_t from = k; k < r->n && k - from <= BESIDE_WORDS; k++)
	{
		if ((r->tok[k].kind == TOKEN_PUNCT && r->tok[k].mark != MARK_HYPHEN) || (r->tok[k].flags & TOKEN_SENTENCE))
			return false;
		if (k > from && quote_is_verb(r, k))
			return true;
	}
	return false;
}

/* is_of_titled tells whether a title behind a preposition stands before a name, whose bearer is another: the widow of Sgt [Ann Lee], a source close to Prince [Felix] */
static bool
is_of_titled(const QuoteReader *r, uint32_t head, uint32_t name)
{
	uint32_t	k = name;

	while (k > head + 2 && r->name[k - 1] == 0 && (token_classes(r->vocab, &r->tok[k - 1]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC))))
		k--;
	return k < name && (token_is(r->vocab, &r->tok[k - 1], LEX_PREPOSITION) || quote_pos_guess(r, k - 1) == POS_TO);
}

const NtMention *
quote_named_after(const QuoteReader *r, uint32_t head, uint32_t limit)
{
	const uint64_t inner = POS_NOUNS | POS_BIT(POS_IN) | POS_BIT(POS_DT) | POS_BIT(POS_CC) | POS_BIT(POS_JJ) | POS_BIT(POS_POS) |
		POS_BIT(POS_HYPHEN) | POS_BIT(POS_RB) | POS_BIT(POS_VBN) | POS_BIT(POS_TO) | POS_BIT(POS_NONE) | POS_BIT(POS_COMMA) | POS_BIT(POS_SYMBOL) | POS_BIT(POS_PRPS);

	for (uint32_t i = head + 1; i < limit && i < r->n && i - head <= TITLE_WORDS; i++)
	{
		uint8_t		pos = quote_pos_guess(r, i);
		const NtMention *m;

		if (r->tok[i].flags & TOKEN_SENTENCE)
			break;
		/* the Health Organization (PAHO) director */
		if (r->tok[i].mark == MARK_ROUND_OPEN && i + 2 < limit && i + 2 < r->n && r->tok[i + 2].mark == MARK_ROUND_CLOSE)
		{
			i += 2;
			continue;
		}
		if (r->tok[i].kind == TOKEN_PUNCT && !(r->tok[i].mark == MARK_COMMA || r->tok[i].mark == MARK_HYPHEN))
			break;
		if (!pos_in(pos, inner) && r->name[i] == 0)
			break;
		m = r->name[i] != 0 ? quote_mention_at(r, i) : NULL;
		if (m == NULL || m->first != i)
			continue;
		if (m->kind == ENTITY_PERSON && is_of_titled(r, head, i))
			return NULL;
		if (m->kind == ENTITY_PERSON && !pos_in(quote_pos_guess(r, i - 1), POS_BIT(POS_IN) | POS_BIT(POS_CC) | POS_BIT(POS_TO)) &&
			!token_is(r->vocab, &r->tok[i - 1], LEX_PREPOSITION) && !token_is(r->vocab, &r->tok[i - 1], LEX_CONJUNCTION) &&
			(m->last >= r->n || quote_pos_guess(r, m->last) != POS_POS))
			return m;
		i = m->last - 1;
	}
	return NULL;
}

const NtMention *
quote_person_beside(const QuoteReader *r, QuoteRange range)
{
	const NtMention *m;
	uint32_t	i = range.last + 1;

	/* his deputy, [Mr.] Rich Beeson */
	if (i < r->n && token_is_mark(&r->tok[i], MARK_COMMA))
		i++;
	for (uint32_t k = i; k < i + 3 && k < r->n; k++)
	{
		if ((m = quote_mention_at(r, k)) != NULL)
		{
			if (m->kind == ENTITY_PERSON && m->first == k)
				return m;
			break;
		}
		if (!token_is(r->vocab, &r->tok[k], LEX_TITLE))
			break;
	}
	/* Hugh Hill, a doctor */
	if (range.first >= 2 && token_is_mark(&r->tok[range.first - 1], MARK_COMMA) &&
		(m = quote_mention_at(r, range.first - 2)) != NULL && m->kind == ENTITY_PERSON && !quote_is_next_subject(r, m, range.first))
		return m;
	return NULL;
}

/* apposed_to returns the person whom a description is of, behind what else he is: the caller, 68-year-old retired librarian [Ann Lee], said */
static const NtMention *
apposed_to(const QuoteReader *r, uint32_t head, uint32_t limit)
{
	const uint64_t small = LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_AUXILIARY);

	if (head + 2 >= limit || r->tok[head + 1].mark != MARK_COMMA)
		return NULL;
	for (uint32_t i = head + 2; i < limit && i < r->n && i - head <= TITLE_WORDS; i++)
	{
		const NtMention *m = r->name[i] == ENTITY_PERSON + 1 ? quote_mention_at(r, i) : NULL;

		if (m != NULL)
			return is_role(r, i - 1) && m->last < limit && r->tok[m->last].mark == MARK_COMMA ? m : NULL;
		if ((r->tok[i].kind == TOKEN_PUNCT && r->tok[i].mark != MARK_HYPHEN) || (token_classes(r->vocab, &r->tok[i]) & small))
			break;
	}
	return NULL;
}

const NtMention *
quote_described_person(const QuoteReader *r, QuoteRange phrase, uint32_t head, uint32_t cue, bool titled)
{
	uint32_t	limit = cue > head ? cue : r->n;
	const NtMention *m;

	m = r->pos[head] == POS_PRP || r->pos[head] == POS_W ? NULL : quote_person_beside(r, phrase);
	/* According to the indictment, Lee told an agent */
	if (m != NULL && cue < head && m->first > head && m->last < r->n && pos_in(quote_pos_guess(r, m->last), POS_FINITES))
		m = NULL;
	/* said a visibly tired Meier */
	if (m == NULL && r->pos[head] == POS_DT && cue < head)
		m = quote_named_after(r, head, limit);
	if (m == NULL && r->pos[head] != POS_PRP && r->pos[head] != POS_W &&
		(token_classes(r->vocab, &r->tok[phrase.last]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE))))
		m = quote_named_after(r, phrase.last, limit);
	if (m == NULL && cue < r->n && token_is(r->vocab, &r->tok[phrase.first], LEX_DETERMINER))
		m = apposed_to(r, phrase.last, limit);
	/* Federated Farmers meat and wool chair Toni Raukawa said */
	if (m == NULL && head + 1 < cue && cue < r->n && r->pos[head + 1] == POS_CC && !titled &&
		(m = quote_named_after(r, head, limit)) != NULL && !is_role(r, m->first - 1))
		m = NULL;
	return m;
}

/* spoken_for returns the body for which a spokesperson speaks: a spokesperson for the [Guild]. */
static const NtMention *
spoken_for(const QuoteReader *r, uint32_t head)
{
	uint32_t	i = head + 1;
	const NtMention *m;

	/* of roles only those that speak for a body have a kind */
	if (!token_is(r->vocab, &r->tok[head], LEX_ROLE) || word_of(r, head)->value != ENTITY_ORG)
		return NULL;
	/* an RSPCA spokesperson */
	if (head > 0 && (m = quote_mention_at(r, head - 1)) != NULL && m->kind == ENTITY_ORG && m->last == head)
		return m;
	if (i < r->n && token_is(r->vocab, &r->tok[i], LEX_PREPOSITION))
		i++;
	if (i < r->n && token_is(r->vocab, &r->tok[i], LEX_DETERMINER))
		i++;
	m = i > head + 1 && i < r->n ? quote_mention_at(r, i) : NULL;
	return m != NULL && m->kind == ENTITY_ORG ? m : NULL;
}

/* body_beside returns the body whose name stands beside its description: the operator, [Bahari Jaya], said; the [SIPTU] union. */
static const NtMention *
body_beside(const QuoteReader *r, QuoteRange range)
{
	const NtMention *m;
	uint32_t	head = range.last;

	if (!(token_classes(r->vocab, &r->tok[head]) & (LEX_BIT(LEX_ORG_NOUN) | LEX_BIT(LEX_BODY_NOUN))) ||
		!token_is(r->vocab, &r->tok[range.first], LEX_DETERMINER))
		return NULL;
	if (head + 3 < r->n && r->tok[head + 1].mark == MARK_COMMA && (m = quote_mention_at(r, head + 2)) != NULL &&
		m->first == head + 2 && m->kind == ENTITY_ORG && m->last < r->n && r->tok[m->last].mark == MARK_COMMA)
		return m;
	if (range.first + 1 < head && (m = quote_mention_at(r, range.first + 1)) != NULL && m->kind == ENTITY_ORG && m->first == range.first + 1 &&
		m->last <= head && m->last + NAMED_WORDS > head && token_is(r->vocab, &r->tok[head], LEX_ORG_NOUN) &&
		!token_is(r->vocab, &r->tok[head], LEX_ROLE))
		return m;
	return NULL;
}

/* named_as returns the name that somebody without one goes by: one survivor, who gave her name only as [Nurhayati]. */
static const NtMention *
named_as(const QuoteReader *r, uint32_t head)
{
	bool		who = false;
	bool		own = false;

	for (uint32_t i = head + 1; i + 1 < r->n && i - head <= NAMED_AS_WORDS && !(r->tok[i].flags & TOKEN_SENTENCE); i++)
	{
		const NtMention *m;

		who = who || token_is(r->vocab, &r->tok[i], LEX_WH_WORD);
		/* her name, herself */
		own = own || (who && quote_word_in(r->tok[i].hash, r->model->self));	/* herself, her name; not: knew him as */
		if (own && r->tok[i].hash == r->as && (m = quote_mention_at(r, i + 1)) != NULL && m->first == i + 1 && m->kind == ENTITY_PERSON)
			return m;
	}
	return NULL;
}

const NtMention *
quote_goes_by(const QuoteReader *r, QuoteRange source)
{
	const NtMention *m = spoken_for(r, source.last);

	if (m == NULL)
		m = body_beside(r, source);
	return m != NULL ? m : named_as(r, source.last);
}
