/*
 * quote_describe.c -- whom a description without a name means.
 *
 *     [the envoy], [the ministry]      whoever stood beside that word before (quote_note.c)
 *     [the pensioner], [the company]   the only one whom it can take up (quote_recall)
 *     [the Nigerian]                   whoever is at hand, and no people
 *     a spokesperson for [the Guild]   the body spoken for (quote_beside.c)
 *     [a woman], [officials], the officer who found it      nobody
 */
#include "quote/quote_resolve.h"

#include "quote/quote_beside.h"
#include "quote/quote_cue.h"
#include "quote/quote_english.h"

#include <string.h>

#define BESIDE_FIGURES 24		/* looked through for whom a description stood beside */

/* ends_in tells whether a name of one word ends in these letters. */
static bool
ends_in(const QuoteReader *r, const NtMention *m, const char *ending)
{
	const NtToken *t = &r->tok[m->last - 1];
	size_t		len = strlen(ending);

	return m->last == m->first + 1 && t->end - t->start > len && memcmp(r->text + t->end - len, ending, len) == 0;
}

/* may_be_one tells whether a people's name can mean one of them: the Nigerian, the Democrat; not: the French. */
static bool
may_be_one(const QuoteReader *r, const NtMention *m)
{
	static const char *const endings[] = QUOTE_ONE_OF_A_PEOPLE;

	if (token_is(r->vocab, &r->tok[m->last - 1], LEX_RECALL))
		return true;
	for (size_t k = 0; k < sizeof(endings) / sizeof(endings[0]); k++)
		if (ends_in(r, m, endings[k]))
			return true;
	return false;
}

/* is_described_further tells whether a description goes on behind its noun: the officer who found it; not: the mother of three. */
static bool
is_described_further(const QuoteReader *r, const Attribution *a, uint32_t head)
{
	return head + 2 < r->n && pos_in(r->pos[head + 1], POS_BIT(POS_W) | POS_BIT(POS_IN)) && a->cue != NT_NONE && a->cue > head &&
		!token_is(r->vocab, &r->tok[head + 2], LEX_NUMBER_WORD);
}

/* stands_before_name tells whether a name that nobody knows stands behind a description: the charity, Hope for Tiree, said. */
static bool
stands_before_name(const QuoteReader *r, const Attribution *a, uint32_t head)
{
	return a->cue != NT_NONE && a->cue > head + 2 && r->tok[head + 1].mark == MARK_COMMA && (r->tok[head + 2].flags & TOKEN_CAPITAL) &&
		r->tok[head + 2].kind == TOKEN_WORD;
}

/* of_that_people returns whom a description takes up, unless it was of another people when it spoke last: the German said.  [The Spaniard] said. */
static uint32_t
of_that_people(const QuoteResolver *v, uint32_t head, uint32_t who)
{
	const QuoteReader *r = v->r;
	uint32_t	last = v->spoke.last;

	if (who == NT_NONE || who != v->spoke.entity || last == 0 || !(r->tok[head].flags & TOKEN_CAPITAL) || !(r->tok[last - 1].flags & TOKEN_CAPITAL) ||
		r->tok[head].hash == r->tok[last - 1].hash)
		return who;
	return token_is(r->vocab, &r->tok[last - 1], LEX_RECALL) || r->name[last - 1] == ENTITY_NORP + 1 ? NT_NONE : who;
}

/* not_beside returns somebody unless the description stood beside him before, of somebody else: Lee told the nurse it was over.  [The nurse] said ... */
static uint32_t
not_beside(const QuoteResolver *v, uint32_t token, uint32_t head, uint32_t who)
{
	for (uint32_t k = figure_after(&v->figures, token), seen = 0; who != NT_NONE && k-- > 0 && seen < BESIDE_FIGURES; seen++)
	{
		const QuoteFigure *f = &v->figures.at[k];

		if (f->named || f->pronoun || f->last > token || f->entity != NT_NONE || v->r->tok[f->head].hash != v->r->tok[head].hash)
			continue;
		/* her teacher said; the teacher */
		if (quote_pos_guess(v->r, f->first) == POS_PRPS)
			return NT_NONE;
		for (uint32_t i = k, back = 0; i-- > 0 && back < BESIDE_FIGURES && v->figures.at[i].sentence == f->sentence; back++)
			if (v->figures.at[i].named && v->figures.at[i].entity == who)
				return NT_NONE;
	}
	return who;
}

/* job_of returns the noun that stands before a name as what its bearer does, NT_NONE: none. */
static uint32_t
job_of(const QuoteReader *r, const QuoteFigure *f)
{
	return f->first > 0 && r->name[f->first - 1] == 0 && (token_classes(r->vocab, &r->tok[f->first - 1]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_TITLE))) &&
		!(token_classes(r->vocab, &r->tok[f->first - 1]) & LEX_BIT(LEX_HONORIFIC)) ? f->first - 1 : NT_NONE;
}

/*
 * of_that_job returns nobody when who is at hand was named as something else, beside
 * another person: Manager Ola Berg dropped Finlay Ross.  [The striker] said ...
 */
static uint32_t
of_that_job(const QuoteResolver *v, uint32_t token, uint32_t head, uint32_t who)
{
	bool		other = false;
	bool		job = false;

	for (uint32_t k = figure_after(&v->figures, token), seen = 0; who != NT_NONE && k-- > 0 && seen < BESIDE_FIGURES; seen++)
	{
		const QuoteFigure *f = &v->figures.at[k];
		uint32_t	noun;

		if (f->last > token || !f->named || f->kind != ENTITY_PERSON)
			continue;
		other = other || f->entity != who;
		if (f->entity == who && (noun = job_of(v->r, f)) != NT_NONE && v->r->tok[noun].hash != v->r->tok[head].hash)
			job = true;
	}
	return job && other ? NT_NONE : who;
}

uint32_t
quote_described(const QuoteResolver *v, const Attribution *a)
{
	const QuoteReader *r = v->r;
	uint32_t	head = a->source.last;
	uint32_t	last;
	const QuoteFigure *f = figure_at(&v->figures, head);
	const NtMention *m = quote_goes_by(r, a->source);
	const NtWord *first = word_of(r, a->source.first);
	uint8_t		gender = word_of(r, head)->traits & (TRAIT_MALE | TRAIT_FEMALE);

	if (m != NULL)
		return m->entity;
	if (f != NULL && f->entity != NT_NONE && !f->named)
		return f->doubtful && f->kind == ENTITY_PERSON && f->entity != v->last.entity &&
			f->entity != quote_recall(v, a->source.first, TRAIT_MALE | TRAIT_FEMALE) ? NT_NONE : f->entity;
	/* a nurse found it, the nurse said: nobody who is named */
	if (f != NULL && !f->named && (f->doubtful || f->unnamed))
		return NT_NONE;
	/* Governor says ...: over the text, or in the hurried style */
	if ((quote_in_headline(r, a->sentence) || a->source.first == head) &&
		(token_classes(r->vocab, &r->tok[head]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_TITLE))))
		return quote_noted_alone(&v->figures.notes, r->tok[head].hash);
	/* Blinken's explanations */
	if (a->cue != NT_NONE && a->source.first >= 2 && r->pos[a->source.first - 1] == POS_POS && (quote_cue_record(r, head)->form == CUE_NOUN || quote_cue_record(r, a->cue)->form == CUE_OTHER) &&
		!token_is(r->vocab, &r->tok[head], LEX_ROLE) &&
		(m = quote_mention_at(r, a->source.first - 2)) != NULL && quote_speaks(m->kind))
		return m->entity;
	last = head;
	if (f != NULL && !f->named && !f->pronoun)
	{
		head = f->head;
		last = f->last - 1;
	}
	if (!token_is(r->vocab, &r->tok[a->source.first], LEX_DETERMINER) || (first->traits & TRAIT_INDEFINITE) ||
		r->pos[a->source.first] == POS_PRPS || (word_of(r, head)->traits & TRAIT_PLURAL))
		return NT_NONE;
	if (gender == 0)
		gender = TRAIT_MALE | TRAIT_FEMALE;
	/* the officer who found it, the firm behind the plan: no one met before */
	if (is_described_further(r, a, last) || stands_before_name(r, a, last))
		return NT_NONE;
	if (token_is(r->vocab, &r->tok[head], LEX_RECALL) || (f != NULL && r->tok[f->first + 1].kind == TOKEN_NUMBER))
	{
		uint32_t	who = not_beside(v, a->source.first, head, of_that_people(v, head, quote_recall(v, a->source.first, gender)));

		return f != NULL && r->tok[f->first + 1].kind == TOKEN_NUMBER ? who : of_that_job(v, a->source.first, head, who);
	}
	/* the South Korean firm is no other firm */
	for (uint32_t k = a->source.first; k < head; k++)
		if (r->name[k] != 0)
			return NT_NONE;
	if (token_is(r->vocab, &r->tok[head], LEX_ORG_NOUN) && !token_is(r->vocab, &r->tok[head], LEX_PUBLIC_HEAD))
		return quote_recall_body(v, a->source.first);
	return NT_NONE;
}

bool
quote_is_one_of_a_people(const QuoteReader *r, const NtMention *m, QuoteRange source)
{
	return m->kind == ENTITY_NORP && may_be_one(r, m) && token_is(r->vocab, &r->tok[source.first], LEX_DETERMINER);
}

bool
quote_is_a_people_or_one(const QuoteReader *r, const NtMention *m)
{
	return m->kind == ENTITY_NORP && ends_in(r, m, QUOTE_PEOPLE_OR_ONE);
}

uint32_t
quote_one_of_a_people(const QuoteResolver *v, const Attribution *a, uint32_t head)
{
	const QuoteReader *r = v->r;

	if ((word_of(r, a->source.first)->traits & TRAIT_INDEFINITE) || is_described_further(r, a, head))
		return NT_NONE;
	return of_that_people(v, head, quote_recall(v, a->source.first, TRAIT_MALE | TRAIT_FEMALE));
}
