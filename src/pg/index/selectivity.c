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
 *     witk*                   common keys that begin so, and a part of the rare
 */
#include "index/selectivity.h"

#include "catalog/pg_operator.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"

#include "base/kind.h"

PG_FUNCTION_INFO_V1(news_entities_match_sel);
PG_FUNCTION_INFO_V1(news_quotes_match_sel);
PG_FUNCTION_INFO_V1(news_entities_overlap_sel);
PG_FUNCTION_INFO_V1(news_entities_contain_sel);
PG_FUNCTION_INFO_V1(news_entities_contained_sel);

#define DEFAULT_KEY_SEL 0.005	/* without statistics, as for tsvector and arrays */

typedef struct KeyStats
{
	HeapTuple	tuple;
	AttStatsSlot slot;
	AttStatsSlot rare_slot;
	int			n;				/* common keys; -1: no statistics */
	double		rows;			/* sampled */
	double		n_rare;
	double		rare_share;		/* of a key that is not remembered */
	const RareKey *rare;
	uint32		rare_sets;
	bool		rare_read;
} KeyStats;

static void
stats_open(KeyStats *stats, HeapTuple tuple)
{
	memset(stats, 0, sizeof(*stats));
	stats->n = -1;
	stats->tuple = tuple;
	if (!HeapTupleIsValid(tuple) ||
		!get_attstatsslot(&stats->slot, tuple, STATISTIC_KIND_NEWS_KEYS, InvalidOid,
						  ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS))
		return;
	if (stats->slot.valuetype == BYTEAOID &&
		stats->slot.nnumbers == stats->slot.nvalues + KEYS_NUMBERS_MORE)
	{
		stats->n = stats->slot.nvalues;
		stats->rows = stats->slot.numbers[stats->n];
		stats->n_rare = stats->slot.numbers[stats->n + 1];
		stats->rare_share = stats->slot.numbers[stats->n + 2];
	}
}

static void
stats_close(KeyStats *stats)
{
	free_attstatsslot(&stats->slot);
	free_attstatsslot(&stats->rare_slot);
}

/*
 * rare_share returns the share of rows with a key that is not common; 0 when
 * it is not remembered.
 */
static double
rare_share(KeyStats *stats, const char *key, int len)
{
	if (!stats->rare_read)
	{
		stats->rare_read = true;
		if (get_attstatsslot(&stats->rare_slot, stats->tuple, STATISTIC_KIND_NEWS_RARE,
							 InvalidOid, ATTSTATSSLOT_VALUES) &&
			stats->rare_slot.valuetype == BYTEAOID && stats->rare_slot.nvalues == 1)
		{
			bytea	   *rare = DatumGetByteaPP(stats->rare_slot.values[0]);

			stats->rare = (RareKey *) VARDATA_ANY(rare);
			stats->rare_sets = VARSIZE_ANY_EXHDR(rare) / (RARE_WAYS * sizeof(RareKey));
		}
	}
	if (stats->rare_sets > 0)
	{
		uint8		fingerprint[2];
		const RareKey *set = stats->rare + RARE_WAYS *
			rare_set(key, len, stats->rare_sets, fingerprint);

		for (int way = 0; way < RARE_WAYS && set[way].rows != 0; way++)
			if (rare_is(&set[way], fingerprint))
				return rare_rows(set[way].rows) / stats->rows;
	}
	return 0;
}

/* first_from returns the number of keys before this one. */
static int
first_from(const AttStatsSlot *slot, const char *key, int len)
{
	int			low = 0;
	int			high = slot->nvalues;

	while (low < high)
	{
		int			mid = (low + high) / 2;
		bytea	   *common = DatumGetByteaPP(slot->values[mid]);

		if (key_compare(VARDATA_ANY(common), VARSIZE_ANY_EXHDR(common), key, len) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* common_share returns the share of rows with a common key; 0 when it is not. */
static double
common_share(KeyStats *stats, const char *key, int len)
{
	int			i = first_from(&stats->slot, key, len);

	if (i < stats->n)
	{
		bytea	   *common = DatumGetByteaPP(stats->slot.values[i]);

		if (key_compare(VARDATA_ANY(common), VARSIZE_ANY_EXHDR(common), key, len) == 0)
			return stats->slot.numbers[i];
	}
	return 0;
}

/*
 * kinds_share adds up what share() says of a word's key under each kind, when
 * it is KEY_WORD that leads it.
 */
static double
kinds_share(KeyStats *stats, const char *key, int len,
			double (*share) (KeyStats *, const char *, int))
{
	char		of_kind[WORD_MAX + 1];
	double		none = 1.0;

	if (key[0] != KEY_WORD || len > (int) sizeof(of_kind))
		return share(stats, key, len);
	memcpy(of_kind, key, len);
	for (int kind = 1; kind <= ENTITY_KIND_MAX; kind++)
	{
		of_kind[0] = kind;
		none *= 1.0 - share(stats, of_kind, len);
	}
	return 1.0 - none;
}

/*
 * key_share returns the share of rows that hold a key.  One kind under which a
 * word is common stands for all.
 */
static double
key_share(KeyStats *stats, Datum datum)
{
	bytea	   *value = DatumGetByteaPP(datum);
	const char *key = VARDATA_ANY(value);
	int			len = VARSIZE_ANY_EXHDR(value);
	double		share;

	if (stats->n < 0)
		return DEFAULT_KEY_SEL;
	share = kinds_share(stats, key, len, common_share);
	if (share == 0)
		share = kinds_share(stats, key, len, rare_share);
	return share > 0 ? share : stats->rare_share;
}

/* known_prefix multiplies *none by the share of rows without each key that begins so. */
static int
known_prefix(const AttStatsSlot *slot, const char *key, int len, double *none)
{
	int			n = 0;

	for (int i = first_from(slot, key, len); i < slot->nvalues; i++)
	{
		bytea	   *common = DatumGetByteaPP(slot->values[i]);

		if (VARSIZE_ANY_EXHDR(common) < len || memcmp(VARDATA_ANY(common), key, len) != 0)
			break;
		*none *= 1.0 - slot->numbers[i];
		n++;
	}
	return n;
}

/*
 * prefix_share returns the share of rows that hold a key that begins so: known
 * keys, and of the unknown as large a part, but at least one.
 */
static double
prefix_share(KeyStats *stats, Datum datum)
{
	bytea	   *value = DatumGetByteaPP(datum);
	int			len = VARSIZE_ANY_EXHDR(value);
	char	   *key = memcpy(palloc(len), VARDATA_ANY(value), len);
	bool		any_kind = key[0] == KEY_WORD;
	AttStatsSlot slot;
	bool		more;
	double		none = 1.0;
	double		unknown;
	int			known;
	int			n = 0;

	if (stats->n < 0)
		return DEFAULT_KEY_SEL;
	more = get_attstatsslot(&slot, stats->tuple, STATISTIC_KIND_NEWS_MORE, InvalidOid,
							ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS) &&
		slot.valuetype == BYTEAOID && slot.nvalues == slot.nnumbers;
	for (int kind = 1; kind <= (any_kind ? ENTITY_KIND_MAX : 1); kind++)
	{
		if (any_kind)
			key[0] = kind;
		n += known_prefix(&stats->slot, key, len, &none);
		if (more)
			n += known_prefix(&slot, key, len, &none);
	}
	known = stats->n + (more ? slot.nvalues : 0);
	unknown = Max(1.0, (stats->n_rare - (more ? slot.nvalues : 0)) * n / Max(known, 1));
	free_attstatsslot(&slot);
	return 1.0 - none * Max(0.0, 1.0 - unknown * stats->rare_share);
}

static double
node_share(KeyStats *stats, GinQueryPlan *gin, uint32 at)
{
	const NewsQuery *query = gin->plan->query;
	const QueryNode *n = &query->nodes[at];
	double		none = 1.0;
	double		all = 1.0;

	if (n->op == QUERY_TERM)
	{
		const GinTerm *term = &gin->terms[gin->plan->term_of[at]];

		for (int w = term->first; w < term->first + term->n; w++)
		{
			const GinWay *way = &gin->ways[w];
			double		least = 1.0;

			for (int e = way->first; e < way->first + way->n; e++)
				least = Min(least, gin->set.partial[e] ? prefix_share(stats, gin->set.keys[e]) :
							key_share(stats, gin->set.keys[e]));
			none *= 1.0 - least;
		}
		return 1.0 - none;
	}
	for (uint32 o = at + 1; o < at + n->size; o += query->nodes[o].size)
	{
		double		share = node_share(stats, gin, o);

		all *= share;
		none *= 1.0 - share;
	}
	return n->op == QUERY_AND ? all : n->op == QUERY_OR ? 1.0 - none : none;
}

/*
 * The constant on the other side of the operator, when that is what it is;
 * else the share to answer with.
 */
static bool
constant_side(FunctionCallInfo fcinfo, VariableStatData *vardata, bool *var_left,
			  Const **constant, double *share)
{
	PlannerInfo *root = (PlannerInfo *) PG_GETARG_POINTER(0);
	List	   *args = (List *) PG_GETARG_POINTER(2);
	Node	   *other;

	*share = DEFAULT_KEY_SEL;
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

static double
null_share(const VariableStatData *vardata)
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

	if (!constant_side(fcinfo, &vardata, &var_left, &constant, &share))
		return share;
	query = query_check(DatumGetNewsQuery(constant->constvalue));
	if (query->n_nodes > 0)
	{
		GinQueryPlan *gin = gin_query_plan(query, target, true);

		stats_open(&stats, vardata.statsTuple);
		share = node_share(&stats, gin, 0) * (1.0 - null_share(&vardata));
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

	if (!constant_side(fcinfo, &vardata, &var_left, &constant, &share))
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
	stats_open(&stats, vardata.statsTuple);
	if (overlap)
	{
		double		none = 1.0;

		for (int i = 0; i < set.n; i++)
			none *= 1.0 - key_share(&stats, set.keys[i]);
		share = 1.0 - none;
	}
	else
	{
		share = has_null ? 0.0 : 1.0;
		for (int i = 0; i < set.n; i++)
			share *= key_share(&stats, set.keys[i]);
	}
	share *= 1.0 - null_share(&vardata);
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
