/*
 * gin_extract.c -- what GIN asks of a row and of a query: their keys, and which further keys an entry looks for.
 */
#include "index/gin_query.h"

#include "type/value.h"

PG_FUNCTION_INFO_V1(news_gin_compare_partial);

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
			keys[n++] = gin_key(KEY_QUOTE_KIND, -1, &kind, 1);
	else if (gin->format == KEYS_0_2)
	{
		keys[n++] = gin_key(KEY_WORD, -1, "", 0);
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
		*every = gin_plan_check(gin, palloc0(gin->n_asked + 1)) != GIN_FALSE;
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
