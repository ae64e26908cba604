/*
 * selectivity.c -- how many rows an operator of news_entity[] or news_quote[]
 * will find, from the key statistics that ANALYZE left (selectivity.h).
 *
 * A query is put in terms of index keys just as for the index itself
 * (gin_query.c).  The share of rows with a key is known for common keys, and
 * remembered or guessed for others.  Several words of one name go together, so
 * the rarest decides; different terms are taken as independent.
 *
 *     putin & gpe:ukraine     0.12 * 0.20
 *     'vladimir putin'        min(0.13, 0.12)
 *     witk*                   known keys that begin so, and a part of the rare
 *
 * Of quotes a query has to hold of one quote.  So for each term also the share
 * of quotes is known: that of the rows, times the quotes of such a row that
 * have the key, by the quotes of a row.
 *
 *     speaker:putin & said:peace    rows where Putin speaks, 0.12, and one of
 *                                   his 2.3 quotes there has peace, 0.02 of all
 *     !kind:direct                  rows by their number of quotes, of which
 *                                   one is none of the 0.6 that are direct
 *     said:'united states'          no more than this pair of words
 *     said:'will not'               stop words follow one another by chance or
 *                                   by custom: between the two
 */
#include "index/key_stats.h"

#include "catalog/pg_operator.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"

PG_FUNCTION_INFO_V1(news_entities_match_sel);
PG_FUNCTION_INFO_V1(news_quotes_match_sel);
PG_FUNCTION_INFO_V1(news_entities_overlap_sel);
PG_FUNCTION_INFO_V1(news_entities_contain_sel);
PG_FUNCTION_INFO_V1(news_entities_contained_sel);

/*
 * How much a word said in a row with a rarer one takes from that one's share:
 * its own share of quotes to this power, 0 for always together, 1 for by
 * chance.  Words that are everywhere (will not) meet by chance, rare ones
 * (climate change) by custom.
 */
#define CHANCE_OFTEN 0.8		/* of a word in OFTEN of the quotes and more */
#define CHANCE_RARE 0.3			/* in RARE and fewer */
#define OFTEN 0.06
#define RARE 0.03

/* chance is what a word takes from the share of a rarer one beside it. */
static double
chance(double quotes)
{
	double		how = quotes >= OFTEN ? 1.0 : quotes <= RARE ? 0.0 : log(quotes / RARE) / log(OFTEN / RARE);

	return pow(quotes, CHANCE_RARE + how * (CHANCE_OFTEN - CHANCE_RARE));
}

/* pair_key writes the key of a word of a term and the next; 0 when there is none. */
static int
pair_key(const MatchTerm *term, uint32 i, char *key)
{
	int			len = i + 1 < term->words.n ? said_pair(&term->stems[i], &term->stems[i + 1], key + 1) : 0;

	key[0] = KEY_SAID_PAIR;
	return len > 0 ? len + 1 : 0;
}

/*
 * said_share returns the share of quotes in which words follow one another, of
 * those where the rarest stands.  A pair that is counted tells of its words;
 * what each of the others takes, chance tells.
 */
static double
said_share(KeyStats *stats, const MatchTerm *term, const double *quotes, double least)
{
	double		pairs = 2;
	double		in_row = 1;
	double		others = 1;
	int			before = 0;		/* length of the pair with the word before */

	for (uint32 i = 0; i < term->words.n; i++)
	{
		char		key[1 + PAIR_MAX];
		int			len = pair_key(term, i, key);

		in_row *= chance(quotes[i]);
		if (len > 0)
			pairs = Min(pairs, key_share(stats, key, len).quotes);
		else if (before == 0)
			others *= chance(quotes[i]);
		before = len;
	}
	return Min(least, pairs <= 1 ? pairs * others : in_row * least / chance(least));
}

/* way_share estimates the entries of a way: the rarest, and of words said in a row less. */
static Share
way_share(KeyStats *stats, GinQueryPlan *gin, const GinWay *way, const MatchTerm *term)
{
	Share		least = {1, 1, 1};
	double	   *quotes = palloc((way->n + 1) * sizeof(double));
	bool		said = false;

	for (int e = way->first; e < way->first + way->n; e++)
	{
		const GinEntry *entry = &gin->entries[e];
		bytea	   *key = DatumGetByteaPP(entry->key);
		Share		share = entry->scan != SCAN_KEY ? prefix_share(stats, entry) :
			key_share(stats, VARDATA_ANY(key), VARSIZE_ANY_EXHDR(key));

		quotes[e - way->first] = share.quotes;
		if (e == way->first || share.rows < least.rows)
			least = share;
		said = gin->target == TARGET_QUOTES && VARDATA_ANY(key)[0] == KEY_SAID;
	}
	if (said && way->n > 1 && least.quotes > 0 && stats->n >= 0)
		return rows_share(stats, said_share(stats, term, quotes, least.quotes));
	return least;
}

static Share node_share(KeyStats *stats, GinQueryPlan *gin, uint32 at);

/*
 * and_share: of quotes, the rarest term that is no negation gives the rows, and
 * one of its quotes there has to answer the others.
 */
static Share
and_share(KeyStats *stats, GinQueryPlan *gin, uint32 at)
{
	const NewsQuery *query = gin->plan->query;
	const QueryNode *n = &query->nodes[at];
	Share		base = {2, 1, 1};
	double		all_rows = 1;
	double		all_quotes = 1;
	double		some;

	for (uint32 o = at + 1; o < at + n->size; o += query->nodes[o].size)
	{
		Share		share;

		if (query->nodes[o].op == QUERY_TERM && gin->terms[gin->plan->term_of[o]].implied)
			continue;
		share = node_share(stats, gin, o);
		all_rows *= share.rows;
		all_quotes *= share.quotes;
		if (query->nodes[o].op != QUERY_NOT && share.rows < base.rows)
			base = share;
	}
	if (gin->target == TARGET_ENTITIES || stats->n < 0)
		return (Share) {all_rows, 1, all_rows};
	if (base.rows > 1 || base.quotes <= 0)
		return rows_share(stats, all_quotes);
	some = 1.0 - pow(1.0 - Min(1.0, all_quotes / base.quotes), base.per);
	return (Share) {base.rows * some, 1, all_quotes};
}

static Share
node_share(KeyStats *stats, GinQueryPlan *gin, uint32 at)
{
	const NewsQuery *query = gin->plan->query;
	const QueryNode *n = &query->nodes[at];
	Share		share;
	double		none_rows = 1.0;
	double		none_quotes = 1.0;

	if (n->op == QUERY_AND)
		return and_share(stats, gin, at);
	if (n->op == QUERY_NOT)
	{
		share = node_share(stats, gin, at + 1);
		if (gin->target == TARGET_QUOTES)
			return rows_share(stats, 1.0 - share.quotes);
		return (Share) {1.0 - share.rows, 1, 1.0 - share.rows};
	}
	if (n->op == QUERY_TERM)
	{
		const GinTerm *term = &gin->terms[gin->plan->term_of[at]];
		const MatchTerm *asked = &gin->plan->terms[gin->plan->term_of[at]];

		for (int w = term->first; w < term->first + term->n; w++)
		{
			share = way_share(stats, gin, &gin->ways[w], asked);
			if (term->n == 1)
				return share;
			none_rows *= 1.0 - share.rows;
			none_quotes *= 1.0 - share.quotes;
		}
	}
	else
		for (uint32 o = at + 1; o < at + n->size; o += query->nodes[o].size)
		{
			share = node_share(stats, gin, o);
			none_rows *= 1.0 - share.rows;
			none_quotes *= 1.0 - share.quotes;
		}
	share.rows = 1.0 - none_rows;
	share.quotes = 1.0 - none_quotes;
	share.per = share.rows > 0 ? Max(1.0, share.quotes * stats->quotes / share.rows) : 1.0;
	return share;
}

/* selectivity.h */
bool
selectivity_constant(FunctionCallInfo fcinfo, VariableStatData *vardata, bool *var_left,
					 Const **constant, double otherwise, double *share)
{
	PlannerInfo *root = (PlannerInfo *) PG_GETARG_POINTER(0);
	List	   *args = (List *) PG_GETARG_POINTER(2);
	Node	   *other;

	*share = otherwise;
	if (!get_restriction_variable(root, args, PG_GETARG_INT32(3), vardata, &other, var_left))
		return false;
	if (!IsA(other, Const) || ((Const *) other)->constisnull)
	{
		if (IsA(other, Const))
			*share = 0;
		ReleaseVariableStats(*vardata);
		return false;
	}
	*constant = (Const *) other;
	return true;
}

double
selectivity_null_share(const VariableStatData *vardata)
{
	return HeapTupleIsValid(vardata->statsTuple) ?
		((Form_pg_statistic) GETSTRUCT(vardata->statsTuple))->stanullfrac : 0;
}

static double
match_share(FunctionCallInfo fcinfo, QueryTarget target)
{
	VariableStatData vardata;
	bool		var_left;
	Const	   *constant;
	double		share;
	NewsQuery  *query;
	KeyStats	stats;

	if (!selectivity_constant(fcinfo, &vardata, &var_left, &constant, DEFAULT_KEY_SEL, &share))
		return share;
	query = query_check(DatumGetNewsQuery(constant->constvalue));
	if (query->n_nodes > 0)
	{
		GinQueryPlan *gin = gin_query_plan(query, target, KEYS_0_2);

		stats_open(&stats, vardata.statsTuple, target);
		share = node_share(&stats, gin, 0).rows * (1.0 - selectivity_null_share(&vardata));
		stats_close(&stats);
	}
	else
		share = 0;
	ReleaseVariableStats(vardata);
	CLAMP_PROBABILITY(share);
	return share;
}

Datum
news_entities_match_sel(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(match_share(fcinfo, TARGET_ENTITIES));
}

Datum
news_quotes_match_sel(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(match_share(fcinfo, TARGET_QUOTES));
}

static double
entry_share(KeyStats *stats, Datum key)
{
	bytea	   *bytes = DatumGetByteaPP(key);

	return key_share(stats, VARDATA_ANY(bytes), VARSIZE_ANY_EXHDR(bytes)).rows;
}

/* array_share estimates && and @> of an array of whole entities. */
static Datum
array_share(FunctionCallInfo fcinfo, bool overlap, bool var_left_wanted, Oid server_operator)
{
	VariableStatData vardata;
	bool		var_left;
	Const	   *constant;
	double		share;
	KeyStats	stats;
	KeySet		set = {0};
	ArrayIterator it;
	Datum		value;
	bool		isnull;
	bool		has_null = false;

	if (!selectivity_constant(fcinfo, &vardata, &var_left, &constant, DEFAULT_KEY_SEL, &share))
		PG_RETURN_FLOAT8(share);
	if (!overlap && var_left != var_left_wanted)
	{
		/* the row's entities among those of the constant: the server knows as much */
		ReleaseVariableStats(vardata);
		return DirectFunctionCall4(arraycontsel, PG_GETARG_DATUM(0),
								   ObjectIdGetDatum(server_operator),
								   PG_GETARG_DATUM(2), PG_GETARG_DATUM(3));
	}
	it = array_create_iterator(DatumGetArrayTypeP(constant->constvalue), 0, NULL);
	while (array_iterate(it, &value, &isnull))
	{
		NewsEntityFields entity;

		has_null |= isnull;
		if (isnull)
			continue;
		news_entity_unpack(DatumGetNewsEntity(value), &entity);
		entity_name_key(&set, &entity);
	}
	stats_open(&stats, vardata.statsTuple, TARGET_ENTITIES);
	if (overlap)
	{
		double		none = 1.0;

		for (int i = 0; i < set.n; i++)
			none *= 1.0 - entry_share(&stats, set.keys[i]);
		share = 1.0 - none;
	}
	else
	{
		share = has_null ? 0.0 : 1.0;
		for (int i = 0; i < set.n; i++)
			share *= entry_share(&stats, set.keys[i]);
	}
	share *= 1.0 - selectivity_null_share(&vardata);
	stats_close(&stats);
	ReleaseVariableStats(vardata);
	CLAMP_PROBABILITY(share);
	PG_RETURN_FLOAT8(share);
}

Datum
news_entities_overlap_sel(PG_FUNCTION_ARGS)
{
	return array_share(fcinfo, true, true, OID_ARRAY_OVERLAP_OP);
}

Datum
news_entities_contain_sel(PG_FUNCTION_ARGS)
{
	return array_share(fcinfo, false, true, OID_ARRAY_CONTAINS_OP);
}

Datum
news_entities_contained_sel(PG_FUNCTION_ARGS)
{
	return array_share(fcinfo, false, false, OID_ARRAY_CONTAINED_OP);
}
