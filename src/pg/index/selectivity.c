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
#include "index/selectivity.h"

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

#define DEFAULT_KEY_SEL 0.005	/* without statistics, as for tsvector and arrays */

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

typedef struct KeyStats
{
	QueryTarget target;
	HeapTuple	tuple;
	AttStatsSlot slot;
	AttStatsSlot more;
	AttStatsSlot rare_slot;
	int			n;				/* common keys; -1: no statistics */
	const float4 *numbers;		/* by NUMBER_... */
	double		rows;			/* sampled */
	double		quotes;			/* of a row, in the mean */
	const RareKey *rare;
	uint32		rare_sets;
	bool		rare_read;
	bool		more_read;
} KeyStats;

/* What is estimated of a key or a part of a query. */
typedef struct Share
{
	double		rows;			/* share of rows */
	double		per;			/* quotes of such a row that answer */
	double		quotes;			/* share of quotes */
} Share;

static void
stats_open(KeyStats *stats, HeapTuple tuple, QueryTarget target)
{
	memset(stats, 0, sizeof(*stats));
	stats->n = -1;
	stats->target = target;
	stats->tuple = tuple;
	stats->quotes = 1;
	if (!HeapTupleIsValid(tuple) ||
		!get_attstatsslot(&stats->slot, tuple, STATISTIC_KIND_NEWS_KEYS, InvalidOid,
						  ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS))
		return;
	if (stats->slot.valuetype == BYTEAOID &&
		stats->slot.nnumbers == 2 * stats->slot.nvalues + KEYS_NUMBERS_MORE)
	{
		stats->n = stats->slot.nvalues;
		stats->numbers = stats->slot.numbers + 2 * stats->n;
		stats->rows = stats->numbers[NUMBER_ROWS];
		if (target == TARGET_QUOTES)
		{
			stats->quotes = 0;
			for (int c = 0; c < QUOTE_COUNTS; c++)
				stats->quotes += stats->numbers[NUMBER_COUNTS + c] * quote_counts[c].mean;
			stats->quotes = Max(stats->quotes, 1e-6);
		}
	}
}

static void
stats_close(KeyStats *stats)
{
	free_attstatsslot(&stats->slot);
	free_attstatsslot(&stats->more);
	free_attstatsslot(&stats->rare_slot);
}

/* stats_more returns the slot of further words, read when it is first needed. */
static const AttStatsSlot *
stats_more(KeyStats *stats)
{
	if (!stats->more_read)
	{
		stats->more_read = true;
		if (!get_attstatsslot(&stats->more, stats->tuple, STATISTIC_KIND_NEWS_MORE, InvalidOid,
							  ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS) ||
			stats->more.valuetype != BYTEAOID || stats->more.nvalues != stats->more.nnumbers)
			stats->more.nvalues = 0;
	}
	return &stats->more;
}

/* quotes_share fills in the share of quotes when those of rows are known. */
static Share
quotes_share(const KeyStats *stats, Share share)
{
	share.quotes = Min(1.0, share.rows * share.per / stats->quotes);
	return share;
}

/* rows_share returns the share of rows in which one quote or more answers, as a share of quotes does. */
static Share
rows_share(const KeyStats *stats, double quotes)
{
	Share		share = {0, 1, quotes};

	if (stats->n < 0)
		share.rows = quotes;
	else
		for (int c = 0; c < QUOTE_COUNTS; c++)
			share.rows += stats->numbers[NUMBER_COUNTS + c] * (1.0 - pow(1.0 - quotes, quote_counts[c].mean));
	if (share.rows > 0)
		share.per = Max(1.0, quotes * stats->quotes / share.rows);
	return share;
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
		RareKey		mark;
		uint32		set = rare_set(key, len, stats->rare_sets, &mark);

		for (int way = 0; way < RARE_WAYS; way++)
		{
			RareKey		known;

			memcpy(&known, stats->rare + RARE_WAYS * set + way, sizeof(known));
			known ^= rare_mask(RARE_WAYS * set + way);
			if (known == 0)
				break;
			if (rare_is(known, mark))
				return rare_rows(known) / stats->rows;
		}
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

/* slot_find returns the number of a key in a slot, -1 when it is not there. */
static int
slot_find(const AttStatsSlot *slot, const char *key, int len)
{
	int			i = first_from(slot, key, len);

	if (i < slot->nvalues)
	{
		bytea	   *common = DatumGetByteaPP(slot->values[i]);

		if (key_compare(VARDATA_ANY(common), VARSIZE_ANY_EXHDR(common), key, len) == 0)
			return i;
	}
	return -1;
}

/* key_share estimates one key, of lead bytes and a word. */
static Share
key_share(KeyStats *stats, const char *key, int len)
{
	Share		share = {DEFAULT_KEY_SEL, 1, DEFAULT_KEY_SEL};
	int			i;
	int			lead;
	int			skip;
	char		plain[WORD_MAX + 2];

	if (stats->n < 0)
		return share;
	i = slot_find(&stats->slot, key, len);
	if (i >= 0)
	{
		share.rows = stats->slot.numbers[i];
		share.per = stats->slot.numbers[stats->n + i];
		return quotes_share(stats, share);
	}
	share.per = stats->target == TARGET_QUOTES ? stats->numbers[NUMBER_RARE_QUOTES] : 1;
	lead = key_plain_lead(key[0], stats->target);
	share.rows = 0;
	if (lead != (uint8) key[0] && len <= (int) sizeof(plain))
	{
		/* with a kind: no more than without, unless that is known to be common and this is not */
		skip = (uint8) key[0] == KEY_SPEAKER_QUOTED && stats->target == TARGET_QUOTES ? 1 : 0;
		plain[0] = lead;
		memcpy(plain + 1, key + 1 + skip, len - 1 - skip);
		if (slot_find(&stats->slot, plain, len - skip) < 0)
			share.rows = rare_share(stats, plain, len - skip);
		else if ((i = slot_find(stats_more(stats), key, len)) >= 0)
			share.rows = stats->more.numbers[i];
		else
			share.rows = 2 * stats->numbers[NUMBER_RARE_SHARE];
	}
	else
		share.rows = rare_share(stats, key, len);
	if (share.rows == 0)
		share.rows = stats->numbers[NUMBER_RARE_SHARE];
	return quotes_share(stats, share);
}

/* known_prefix multiplies *none by the share of rows without each known key that an entry looks for. */
static int
known_prefix(const AttStatsSlot *slot, const GinEntry *entry, const char *key, int len, double *none)
{
	int			n = 0;

	for (int i = first_from(slot, key, len); i < slot->nvalues; i++)
	{
		bytea	   *common = DatumGetByteaPP(slot->values[i]);
		int			common_len = VARSIZE_ANY_EXHDR(common);

		if (common_len < len || memcmp(VARDATA_ANY(common), key, len) != 0)
			break;
		if (!gin_entry_takes(entry, VARDATA_ANY(common), common_len))
			continue;
		*none *= 1.0 - slot->numbers[i];
		n++;
	}
	return n;
}

/*
 * prefix_share returns the share of rows that hold a key that begins so: known
 * keys, and of the unknown as large a part, but at least one; when none is
 * known, the prefix may be a whole word.
 */
static Share
prefix_share(KeyStats *stats, const GinEntry *entry)
{
	bytea	   *value = DatumGetByteaPP(entry->key);
	int			len = VARSIZE_ANY_EXHDR(value);
	const char *key = VARDATA_ANY(value);
	const AttStatsSlot *more;
	Share		share = {DEFAULT_KEY_SEL, 1, DEFAULT_KEY_SEL};
	double		none = 1.0;
	double		unknown;
	int			known;
	int			n;

	if (stats->n < 0)
		return share;
	more = stats_more(stats);
	n = known_prefix(&stats->slot, entry, key, len, &none);
	n += known_prefix(more, entry, key, len, &none);
	known = stats->n + more->nvalues;
	if (n == 0 && entry->scan != SCAN_FORM_MAY)
		return key_share(stats, key, len);
	/* of forms shorter than the prefix most words begin otherwise */
	unknown = entry->scan == SCAN_FORM_MAY ? 0 :
		Max(1.0, (stats->numbers[NUMBER_RARE] - more->nvalues) * n / Max(known, 1));
	share.rows = 1.0 - none * Max(0.0, 1.0 - unknown * stats->numbers[NUMBER_RARE_SHARE]);
	share.per = stats->target == TARGET_QUOTES ? stats->numbers[NUMBER_RARE_QUOTES] : 1;
	return quotes_share(stats, share);
}

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
