/*
 * gin_query.c -- a news_query put in terms of index keys.
 *
 * A term becomes ways to be true, each a run of entries that must all be
 * there.  On quotes the term crimea has three:
 *
 *     01 crimea | 02 crimea | 03 crimea      speaker, about, said
 *
 * person:'vladimir putin' on entities has one, 01 vladimir & 01 putin.
 *
 * A way is exact when its entries are all it takes: a single word.  Several
 * words may stand in different names of the row, so the row is looked at
 * again (GIN's recheck).  Of quotes the whole query must hold of one, which the
 * entries of several terms cannot tell, with an exception: the key of a
 * speaker's word carries what kind of quote it is, so that
 *
 *     kind:direct & speaker:putin            30 01 putin
 *
 * is one entry, and exact.
 */
#include "index/gin_query.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "type/value.h"

PG_FUNCTION_INFO_V1(news_gin_compare);
PG_FUNCTION_INFO_V1(news_gin_compare_partial);

/* make_key returns a bytea of lead bytes and bytes, with a short header if it fits. */
static Datum
make_key(uint8 lead, int lead2, const char *bytes, int len)
{
	int			leads = lead2 < 0 ? 1 : 2;
	int			size = len + leads;
	char	   *key = palloc(VARHDRSZ + size);
	char	   *data;

	if (size + VARHDRSZ_SHORT <= VARATT_SHORT_MAX)
	{
		SET_VARSIZE_SHORT(key, size + VARHDRSZ_SHORT);
		data = VARDATA_SHORT(key);
	}
	else
	{
		SET_VARSIZE(key, size + VARHDRSZ);
		data = VARDATA(key);
	}
	data[0] = (char) lead;
	if (leads == 2)
		data[1] = (char) lead2;
	memcpy(data + leads, bytes, len);
	return PointerGetDatum(key);
}

/* compare_keys orders keys as byteacmp does, in half the time: they are never toasted. */
static inline int
compare_keys(const void *a, const void *b)
{
	int			a_len = VARSIZE_ANY_EXHDR(a);
	int			b_len = VARSIZE_ANY_EXHDR(b);
	int			cmp = memcmp(VARDATA_ANY(a), VARDATA_ANY(b), Min(a_len, b_len));

	return cmp != 0 ? cmp : a_len - b_len;
}

void
key_add(KeySet *set, uint8 lead, int lead2, const char *bytes, int len)
{
	if (set->n >= set->cap)
	{
		set->cap = Max(32, set->cap * 2);
		set->keys = set->keys ? repalloc_huge(set->keys, set->cap * sizeof(Datum)) :
			palloc(set->cap * sizeof(Datum));
	}
	set->keys[set->n++] = make_key(lead, lead2, bytes, len);
}

void
key_present(KeySet *set, uint8 lead, int lead2)
{
	uint64		bit = UINT64CONST(1) << ((lead + Max(lead2, 0)) & 63);

	if (!(set->present & bit))
		key_add(set, lead, lead2, "", 0);
	set->present |= bit;
}

/* A key with its first bytes as a number, by which most keys are told apart. */
typedef struct SortKey
{
	uint64		head;
	Datum		key;
} SortKey;

static int
compare_sort_keys(const void *a, const void *b)
{
	const SortKey *x = a;
	const SortKey *y = b;

	if (x->head != y->head)
		return x->head < y->head ? -1 : 1;
	return compare_keys(DatumGetPointer(x->key), DatumGetPointer(y->key));
}

/*
 * key_set_sort puts the keys of a row in order, each once.  The server does it
 * too, by a call a comparison; of keys in order it takes note and goes on.
 */
static void
key_set_sort(KeySet *set)
{
	SortKey    *sort = palloc_extended((set->n + 1) * sizeof(SortKey), MCXT_ALLOC_HUGE);
	int			n = 0;

	for (int i = 0; i < set->n; i++)
	{
		char	   *key = DatumGetPointer(set->keys[i]);
		char		head[sizeof(uint64)] = {0};
		uint64		number;

		memcpy(head, VARDATA_ANY(key), Min(sizeof(head), VARSIZE_ANY_EXHDR(key)));
		memcpy(&number, head, sizeof(number));
		sort[i] = (SortKey) {pg_ntoh64(number), set->keys[i]};
	}
	qsort(sort, set->n, sizeof(SortKey), compare_sort_keys);
	for (int i = 0; i < set->n; i++)
		if (n == 0 || sort[i].head != sort[i - 1].head ||
			compare_keys(DatumGetPointer(set->keys[n - 1]), DatumGetPointer(sort[i].key)) != 0)
			set->keys[n++] = sort[i].key;
	set->n = n;
	pfree(sort);
}

/* word_keys adds a key for each word of a text. */
void
word_keys(KeySet *set, uint8 lead, NewsBytes text)
{
	WordScan	scan;

	word_scan(&scan, text.at, text.len);
	while (word_next(&scan))
		key_add(set, lead, -1, scan.word, scan.len);
}

/* gin_way_begin begins a way of the term being planned. */
void
gin_way_begin(GinQueryPlan *gin, bool exact)
{
	GinWay	   *way;

	if (gin->n_ways >= gin->cap_ways)
	{
		gin->cap_ways = Max(8, gin->cap_ways * 2);
		gin->ways = gin->ways ? repalloc(gin->ways, gin->cap_ways * sizeof(GinWay)) :
			palloc(gin->cap_ways * sizeof(GinWay));
	}
	way = &gin->ways[gin->n_ways++];
	way->first = gin->n_entries;
	way->n = 0;
	way->exact = exact;
}

GinEntry *
gin_way_key(GinQueryPlan *gin, uint8 lead, int lead2, const char *bytes, int len, EntryScan scan)
{
	GinEntry   *entry;

	if (gin->n_entries >= gin->cap_entries)
	{
		gin->cap_entries = Max(8, gin->cap_entries * 2);
		gin->entries = gin->entries ? repalloc(gin->entries, gin->cap_entries * sizeof(GinEntry)) :
			palloc(gin->cap_entries * sizeof(GinEntry));
	}
	entry = &gin->entries[gin->n_entries++];
	memset(entry, 0, sizeof(*entry));
	entry->gin = gin;
	entry->key = make_key(lead, lead2, bytes, len);
	entry->scan = scan;
	gin->ways[gin->n_ways - 1].n++;
	return entry;
}

/* A term without words is true of any name or text there is. */
void
gin_way_words(GinQueryPlan *gin, uint8 lead, int lead2, const MatchTerm *term)
{
	GinWay	   *way = &gin->ways[gin->n_ways - 1];

	if (term->words.n == 0)
		gin_way_key(gin, lead, lead2, "", 0, SCAN_KEY);
	for (uint32 i = 0; i < term->words.n; i++)
		gin_way_key(gin, lead, lead2, word_at(&term->words, i), term->words.at[i].len,
					term->prefix && i == term->words.n - 1 ? SCAN_PREFIX : SCAN_KEY);
	if (way->n != 1)
		way->exact = false;
}

/*
 * pair_speakers finds, in each & of quotes, a kind of quote and speakers: these
 * are asked for in quotes of that kind, and its own entries are implied.
 */
static void
pair_speakers(GinQueryPlan *gin)
{
	const NewsQuery *query = gin->plan->query;

	for (uint32 i = 0; i < query->n_nodes; i++)
	{
		const QueryNode *n = &query->nodes[i];
		int			kinds = 0;
		int			operands = 0;
		int			speakers = 0;
		GinTerm    *kind = NULL;
		uint8		quoted = 0;

		if (n->op != QUERY_AND)
			continue;
		for (uint32 o = i + 1; o < i + n->size; o += query->nodes[o].size)
		{
			int			t = query->nodes[o].op == QUERY_TERM ? (int) gin->plan->term_of[o] : -1;

			operands++;
			if (t >= 0 && gin->plan->terms[t].field == FIELD_KIND)
			{
				kinds++;
				quoted = gin->plan->terms[t].kind;
				kind = &gin->terms[t];
			}
			else if (t >= 0 && gin->plan->terms[t].field == FIELD_SPEAKER)
				speakers++;
		}
		if (kinds != 1 || speakers == 0)
			continue;
		kind->implied = true;
		for (uint32 o = i + 1; o < i + n->size; o += query->nodes[o].size)
			if (query->nodes[o].op == QUERY_TERM &&
				gin->plan->terms[gin->plan->term_of[o]].field == FIELD_SPEAKER)
				gin->terms[gin->plan->term_of[o]].quoted = quoted;
		gin->pair[i] = operands == 2;
	}
}

/* find_shape tells whether a query has one of the frequent forms, and is exact. */
static void
find_shape(GinQueryPlan *gin)
{
	const NewsQuery *query = gin->plan->query;
	bool		all = query->n_nodes > 0 && query->nodes[0].op == QUERY_AND;

	gin->certain = gin->target == TARGET_ENTITIES || !all || gin->pair[0];
	gin->shape = all ? SHAPE_ALL : SHAPE_ANY;
	for (uint32 i = 0; i < query->n_nodes; i++)
		if (query->nodes[i].op != QUERY_TERM && (i > 0 || query->nodes[i].op == QUERY_NOT))
			gin->compound = true;
	if (gin->compound)
		gin->shape = SHAPE_OTHER;
	for (int w = 0; w < gin->n_ways; w++)
	{
		if (gin->ways[w].n != 1)
			gin->shape = SHAPE_OTHER;
		if (!gin->ways[w].exact)
		{
			gin->certain = false;
			if (gin->n_ways > 1)
				gin->shape = SHAPE_OTHER;	/* others may be */
		}
	}
}

/*
 * gin_query_plan puts a query in terms of the keys of the index, or of the
 * statistics; allocated in the current memory context.
 */
GinQueryPlan *
gin_query_plan(const NewsQuery *query, QueryTarget target, KeyFormat format)
{
	GinQueryPlan *gin = palloc0(sizeof(GinQueryPlan));

	gin->plan = query_plan(query, target, CurrentMemoryContext);
	gin->target = target;
	gin->format = format;
	gin->terms = palloc0((gin->plan->n_terms + 1) * sizeof(GinTerm));
	gin->pair = palloc0((query->n_nodes + 1) * sizeof(bool));
	if (target == TARGET_QUOTES && format == KEYS_0_2)
		pair_speakers(gin);
	for (int i = 0; i < gin->plan->n_terms; i++)
	{
		const MatchTerm *t = &gin->plan->terms[i];

		gin->terms[i].first = gin->n_ways;
		if (gin->terms[i].implied)
			continue;
		if (target == TARGET_ENTITIES)
			entity_term_ways(gin, t);
		else
			quote_term_ways(gin, t, &gin->terms[i]);
		gin->terms[i].n = gin->n_ways - gin->terms[i].first;
	}
	find_shape(gin);
	return gin;
}

/* gin_term_check tells whether a row with these entries meets a term. */
GinTernaryValue
gin_term_check(const GinQueryPlan *gin, const GinTernaryValue *check, uint32 number)
{
	const GinTerm *term = &gin->terms[number];
	GinTernaryValue result = GIN_FALSE;

	if (term->implied)
		return GIN_TRUE;
	for (int w = term->first; w < term->first + term->n; w++)
	{
		const GinWay *way = &gin->ways[w];
		GinTernaryValue one = way->exact ? GIN_TRUE : GIN_MAYBE;

		for (int e = way->first; e < way->first + way->n; e++)
		{
			if (check[e] == GIN_FALSE)
			{
				one = GIN_FALSE;
				break;
			}
			if (check[e] == GIN_MAYBE)
				one = GIN_MAYBE;
		}
		if (one == GIN_TRUE)
			return GIN_TRUE;
		if (one == GIN_MAYBE)
			result = GIN_MAYBE;
	}
	return result;
}

/* node_check tells what the entries say of a row; recursion is as deep as a query can be. */
static GinTernaryValue
node_check(const GinQueryPlan *gin, uint32 at)
{
	const NewsQuery *query = gin->plan->query;
	const QueryNode *n = &query->nodes[at];
	bool		quotes = gin->target == TARGET_QUOTES;
	GinTernaryValue result;

	if (n->op == QUERY_TERM)
		return gin_term_check(gin, gin->check, gin->plan->term_of[at]);
	if (n->op == QUERY_NOT)
	{
		result = quotes ? GIN_MAYBE : node_check(gin, at + 1);
		return result == GIN_MAYBE ? GIN_MAYBE : !result;
	}
	result = n->op == QUERY_OR ? GIN_FALSE : quotes && !gin->pair[at] ? GIN_MAYBE : GIN_TRUE;
	for (uint32 o = at + 1; o < at + n->size; o += query->nodes[o].size)
	{
		GinTernaryValue one = node_check(gin, o);

		if (one == (n->op == QUERY_OR ? GIN_TRUE : GIN_FALSE))
			return one;
		if (one == GIN_MAYBE)
			result = GIN_MAYBE;
	}
	return result;
}

/* any_of tells whether one of the entries [from, to) is there. */
static inline char
any_of(const GinTernaryValue *check, int from, int to)
{
	char		result = GIN_FALSE;

	for (int e = from; e < to; e++)
	{
		if (check[e] == GIN_TRUE)
			return GIN_TRUE;
		if (check[e] == GIN_MAYBE)
			result = GIN_MAYBE;
	}
	return result;
}

static GinTernaryValue
plan_check(GinQueryPlan *gin, const GinTernaryValue *check)
{
	char		result;
	int			n = gin->n_entries;

	/* the server asks this once an entry before it polls */
	if (n > 1000)
		CHECK_FOR_INTERRUPTS();
	if (gin->target == TARGET_QUOTES && gin->n_every > 0 &&
		any_of(check, gin->n_asked, gin->n_asked + gin->n_every) == GIN_FALSE)
		return GIN_FALSE;		/* no quote, hence none that does without */
	if (gin->every_row)
		return GIN_MAYBE;
	if (gin->n_clauses > 0)
		return gin_cover_check(gin, check);
	switch (gin->shape)
	{
		case SHAPE_ANY:
			result = n < 32 ? any_of(check, 0, n) :
				memchr(check, GIN_TRUE, n) ? GIN_TRUE :
				memchr(check, GIN_MAYBE, n) ? GIN_MAYBE : GIN_FALSE;
			return result == GIN_TRUE && !gin->certain ? GIN_MAYBE : result;
		case SHAPE_ALL:
			/* a way is an entry, so that numbers of ways are numbers of entries */
			result = gin->certain ? GIN_TRUE : GIN_MAYBE;
			for (int t = 0; t < gin->plan->n_terms && result != GIN_FALSE; t++)
			{
				char		one = gin->terms[t].implied ? GIN_TRUE :
					any_of(check, gin->terms[t].first, gin->terms[t].first + gin->terms[t].n);

				if (one != GIN_TRUE)
					result = one;
			}
			return result;
		case SHAPE_OTHER:
			break;
	}
	if (gin->plan->query->n_nodes == 0)
		return GIN_FALSE;
	if (n > GIN_STATE_ENTRIES)
		return gin_state_check(gin, check);
	gin->check = check;
	return node_check(gin, 0);
}

/* gin_query_check tells whether a row that has these entries matches. */
GinTernaryValue
gin_query_check(Pointer *extra, const GinTernaryValue *check)
{
	return plan_check(((GinEntry *) extra[0])->gin, check);
}

/*
 * every_row_keys adds keys of which each row has one, but those that have no
 * key at all; returns how many, 0: the keys are not such.  The server would read
 * the whole index instead, with all keys of all rows.
 */
static int
every_row_keys(const GinQueryPlan *gin, Datum *keys, int32 *mode)
{
	int			n = 0;

	if (gin->target == TARGET_QUOTES)
		for (char kind = QUOTE_DIRECT; kind <= QUOTE_INDIRECT; kind++)
			keys[n++] = make_key(KEY_QUOTE_KIND, -1, &kind, 1);
	else if (gin->format == KEYS_0_2)
	{
		keys[n++] = make_key(KEY_WORD, -1, "", 0);
		*mode = GIN_SEARCH_MODE_INCLUDE_EMPTY;
	}
	else
		*mode = GIN_SEARCH_MODE_ALL;
	return n;
}

/* choose_entries sets what is asked for of a query, and whether a row may match without any of it. */
static GinEntry *
choose_entries(GinQueryPlan *gin, bool *every)
{
	gin->n_asked = gin->n_entries;
	if (gin->n_asked <= (gin->compound ? GIN_COMPOUND_MAX : GIN_ENTRIES_MAX))
	{
		*every = plan_check(gin, palloc0(gin->n_asked + 1)) != GIN_FALSE;
		if (!*every || gin->target == TARGET_ENTITIES)
			return gin->entries;
		/* whatever else its keys say, a row of quotes has to be looked at */
	}
	else if (gin_cover(gin))
	{
		gin->n_asked = gin->n_cover;
		return gin->cover;
	}
	*every = gin->every_row = true;
	gin->n_asked = 0;
	return NULL;
}

/*
 * gin_query_entries returns what extractQuery has to.  A query that is true of
 * a row with none of its entries has to see every row.
 */
static Datum *
gin_query_entries(GinQueryPlan *gin, int32 *n, bool **partial, Pointer **extra, int32 *mode)
{
	bool		every = false;
	GinEntry   *entries = choose_entries(gin, &every);
	int			most = gin->n_asked + QUOTE_INDIRECT + 1;
	Datum	   *keys = palloc(most * sizeof(Datum));
	GinEntry   *no_entry = palloc0(sizeof(GinEntry));

	no_entry->gin = gin;
	*partial = palloc0(most * sizeof(bool));
	*extra = palloc(most * sizeof(Pointer));
	for (int i = 0; i < gin->n_asked; i++)
	{
		keys[i] = entries[i].key;
		(*partial)[i] = entries[i].scan != SCAN_KEY;
	}
	if (every)
		gin->n_every = every_row_keys(gin, keys + gin->n_asked, mode);
	*n = gin->n_asked + gin->n_every;
	for (int i = 0; i < most; i++)
		(*extra)[i] = (Pointer) (i < gin->n_asked ? &entries[i] : no_entry);
	return keys;
}

/* Sorting keys is most of the work of building an index. */
Datum
news_gin_compare(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compare_keys(PG_GETARG_POINTER(0), PG_GETARG_POINTER(1)));
}

bool
gin_entry_takes(const GinEntry *entry, const char *key, int len)
{
	switch (entry->scan)
	{
		case SCAN_KEY:
		case SCAN_PREFIX:
			return true;
		case SCAN_STEM:
			return stem_of(key + 1, len - 1, entry->stem);
		case SCAN_FORM_ALL:
			return form_begins(key + 1, len - 1, entry->prefix.at, entry->prefix.len) == FORM_ALL;
		case SCAN_FORM_MAY:
			return form_begins(key + 1, len - 1, entry->prefix.at, entry->prefix.len) == FORM_MAY;
		case SCAN_GROUP:
			break;
	}
	return false;
}

/* news_gin_compare_partial tells whether an entry looks for a key of the index. */
Datum
news_gin_compare_partial(PG_FUNCTION_ARGS)
{
	bytea	   *prefix = PG_GETARG_BYTEA_PP(0);
	bytea	   *key = PG_GETARG_BYTEA_PP(1);
	const GinEntry *entry = (GinEntry *) PG_GETARG_POINTER(3);
	int			len = VARSIZE_ANY_EXHDR(prefix);
	int			key_len = VARSIZE_ANY_EXHDR(key);
	int			cmp;

	if (entry->scan == SCAN_GROUP)
		PG_RETURN_INT32(gin_group_takes(entry->group, (NewsBytes) {VARDATA_ANY(key), key_len}));
	cmp = memcmp(VARDATA_ANY(key), VARDATA_ANY(prefix), Min(len, key_len));

	/* keys come in order: one that does not begin so ends the scan */
	if (cmp < 0)
		PG_RETURN_INT32(-1);
	if (cmp > 0)
		PG_RETURN_INT32(1);
	if (key_len < len)
		PG_RETURN_INT32(-1);
	PG_RETURN_INT32(gin_entry_takes(entry, VARDATA_ANY(key), key_len) ? 0 : -1);
}

Datum
gin_extract(FunctionCallInfo fcinfo, GinAddKeys add, KeyFormat format)
{
	ArrayIterator it = array_create_iterator(PG_GETARG_ARRAYTYPE_P(0), 0, NULL);
	int32	   *n = (int32 *) PG_GETARG_POINTER(1);
	KeySet		set = {0};
	Datum		element;

	while (news_next_element(it, &element))
		add(&set, element, format);
	key_set_sort(&set);
	*n = set.n;
	PG_RETURN_POINTER(set.keys);
}

/* array_mode sets the search mode that the strategy and an array with no keys, or with a null, ask for. */
static void
array_mode(StrategyNumber strategy, bool has_null, KeySet *set, int32 *mode)
{
	switch (strategy)
	{
		case STRATEGY_OVERLAP:
			break;
		case STRATEGY_CONTAINS:
			if (has_null)
				set->n = 0;		/* nothing contains a null */
			else if (set->n == 0)
				*mode = GIN_SEARCH_MODE_ALL;
			break;
		case STRATEGY_CONTAINED:
			*mode = GIN_SEARCH_MODE_INCLUDE_EMPTY;
			break;
		case STRATEGY_EQUAL:
			if (set->n == 0)
				*mode = GIN_SEARCH_MODE_INCLUDE_EMPTY;
			break;
		default:
			elog(ERROR, "unrecognized strategy number: %d", strategy);
	}
}

Datum
gin_extract_query(FunctionCallInfo fcinfo, GinAddQueryKeys add, KeyFormat format, QueryTarget target, void *query)
{
	int32	   *n = (int32 *) PG_GETARG_POINTER(1);
	StrategyNumber strategy = PG_GETARG_UINT16(2);
	bool	  **partial = (bool **) PG_GETARG_POINTER(3);
	Pointer   **extra = (Pointer **) PG_GETARG_POINTER(4);
	int32	   *mode = (int32 *) PG_GETARG_POINTER(6);
	KeySet		set = {0};
	ArrayIterator it;
	Datum		element;
	bool		isnull;
	bool		has_null = false;

	if (strategy == STRATEGY_MATCH)
		PG_RETURN_POINTER(gin_query_entries(gin_query_plan(query_check(PG_GETARG_NEWS_QUERY(0)), target, format),
											n, partial, extra, mode));
	it = array_create_iterator(PG_GETARG_ARRAYTYPE_P(0), 0, NULL);
	while (array_iterate(it, &element, &isnull))
	{
		has_null |= isnull;
		if (!isnull)
			add(&set, element, format, query);
	}
	array_mode(strategy, has_null, &set, mode);
	*n = set.n;
	*extra = palloc((set.n + 1) * sizeof(Pointer));
	for (int i = 0; i <= set.n; i++)
		(*extra)[i] = (Pointer) query;
	PG_RETURN_POINTER(set.keys);
}
