/*
 * query_rank.c -- how much an article is about what a query asks: news_rank().
 *
 * Of entities, each term counts by the best entity that meets it: how salient
 * that is, by its place in the array; how much of its name the term says; and
 * whether the term asked for its kind.
 *
 *     putin                   {person:Vladimir Putin, gpe:Crimea}
 *     place 1 of 2: 1 * half of the name: 0.75 * no kind: 0.9        0.675
 *
 * Terms joined by & give their mean, by | what both say together, and ! nothing.
 *
 * Salience falls from place to place, so that behind some place nothing is
 * worth more than what was met, and the rest of the names is not read.
 *
 * Of quotes, each that answers counts by how sure its attribution is and how
 * directly it is quoted; more of them are more, and never more than 1.
 *
 * An article that does not answer ranks 0, one that only lacks what a query
 * negates 1.  How new it is, is for ORDER BY to say.
 */
#include "query/query_match.h"

#include <math.h>

#include "utils/array.h"

#include "base/kind.h"
#include "type/value.h"

PG_FUNCTION_INFO_V1(news_rank_entities);
PG_FUNCTION_INFO_V1(news_rank_quotes);

#define NAME_PART 0.5			/* what a term of few of many words is worth: more than this */
#define NO_KIND 0.9				/* a term that did not ask for a kind */
#define SALIENCE_FALL 0.5		/* the n-th entity counts n to the minus this */
#define QUOTE_WORTH 0.5			/* of a sure, direct quote */

static const double kind_worth[QUOTE_KIND_MAX + 1] = {0, 1.0, 0.85, 0.7};	/* direct, mixed, indirect */

/* term_rank returns what an entity at a place is worth to a term. */
static double
term_rank(const MatchTerm *t, int place, const WordList *words)
{
	double		said = t->words.n == 0 ? 0 : Min(1.0, (double) t->words.n / Max(1, words->n));

	return pow(place, -SALIENCE_FALL) * (NAME_PART + (1.0 - NAME_PART) * said) *
		(t->kind == 0 ? NO_KIND : 1.0);
}

/* last_place returns the place behind which no entity is worth more to a term than this one is. */
static int
last_place(const MatchTerm *t, double rank)
{
	return 2 + (int) pow((t->kind == 0 ? NO_KIND : 1.0) / rank, 1.0 / SALIENCE_FALL);
}

/* node_rank joins the ranks of terms; -1: says nothing. */
static double
node_rank(const QueryPlan *plan, const double *ranks, uint32 at)
{
	const QueryNode *n = &plan->query->nodes[at];
	double		sum = 0;
	double		rest = 1.0;
	int			said = 0;

	if (n->op == QUERY_TERM)
		return ranks[plan->term_of[at]];
	if (n->op == QUERY_NOT)
		return -1;
	for (uint32 o = at + 1; o < at + n->size; o += plan->query->nodes[o].size)
	{
		double		rank = node_rank(plan, ranks, o);

		if (rank < 0)
			continue;
		sum += rank;
		rest *= 1.0 - rank;
		said++;
	}
	return said == 0 ? -1 : n->op == QUERY_AND ? sum / said : 1.0 - rest;
}

static char
term_met(void *arg, int node)
{
	const QueryPlan *plan = arg;

	return plan->truth[plan->term_of[node]];
}

Datum
news_rank_entities(PG_FUNCTION_ARGS)
{
	ArrayIterator it = array_create_iterator(PG_GETARG_ARRAYTYPE_P(0), 0, NULL);
	QueryPlan  *plan = query_plan_cached(fcinfo, 1, TARGET_ENTITIES);
	double	   *ranks = palloc0((plan->n_terms + 1) * sizeof(double));
	double		rank;
	int			place = 0;
	int			last = 0;
	int			unmet = plan->n_terms;
	Datum		value;

	memset(plan->truth, 0, plan->n_terms);
	while ((unmet > 0 || place < last) && news_next_element(it, &value))
	{
		NewsEntityFields entity;
		bool		cut = false;

		place++;
		news_entity_unpack(DatumGetNewsEntity(value), &entity);
		for (int t = 0; t < plan->n_terms; t++)
		{
			if (!cut && ((plan->terms[t].kind != 0 && plan->terms[t].kind != entity.kind) ||
						 !query_may_meet(&plan->terms[t], entity.name)))
				continue;
			if (!cut)
			{
				word_list_clear(&plan->scratch);
				word_list_add(&plan->scratch, entity.name.at, entity.name.len);
				cut = true;
			}
			if (query_name_meets(&plan->terms[t], entity.kind, &plan->scratch))
			{
				rank = term_rank(&plan->terms[t], place, &plan->scratch);
				unmet -= !plan->truth[t];
				plan->truth[t] = 1;
				if (rank > ranks[t])
				{
					ranks[t] = rank;
					last = Max(last, last_place(&plan->terms[t], rank));
				}
			}
		}
	}
	if (!query_eval(plan->query, term_met, plan))
		PG_RETURN_FLOAT4(0);
	rank = node_rank(plan, ranks, 0);
	PG_RETURN_FLOAT4(rank < 0 ? 1.0 : rank);
}

Datum
news_rank_quotes(PG_FUNCTION_ARGS)
{
	ArrayIterator it = array_create_iterator(PG_GETARG_ARRAYTYPE_P(0), 0, NULL);
	QueryPlan  *plan = query_plan_cached(fcinfo, 1, TARGET_QUOTES);
	double		rest = 1.0;
	Datum		value;

	while (news_next_element(it, &value))
	{
		NewsQuoteFields quote;

		news_quote_unpack(DatumGetNewsQuote(value), &quote);
		if (query_quote_meets(plan, &quote))
			rest *= 1.0 - QUOTE_WORTH * kind_worth[quote.kind] *
				Max(1, quote.confidence) / NEWS_CONFIDENCE_ONE;
	}
	PG_RETURN_FLOAT4(1.0 - rest);
}
