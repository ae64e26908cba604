/*
 * gin_entity.c -- GIN over news_entity[], so that "USING gin (entities)" is
 * all a user writes.
 *
 * The row {person:Vladimir Putin, gpe:Crimea} has the keys (gin_query.h)
 *
 *     00 vladimir  00 putin  01 vladimir  01 putin  81 Vladimir Putin
 *     00 crimea  05 crimea  85 Crimea
 *     00  01  05                            there is a name, a person, a place
 *
 * so that putin and person:putin are one look-up each, and person:* too.
 * Whole entities answer @> and && without a look at the row.
 *
 * A whole name longer than NAME_KEY_MAX is cut and hashed, and rechecked.
 */
#include "index/gin_query.h"

#include "common/hashfn.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "type/value.h"

PG_FUNCTION_INFO_V1(news_gin_extract_entities);
PG_FUNCTION_INFO_V1(news_gin_query_entities);
PG_FUNCTION_INFO_V1(news_gin_extract_entity_words);
PG_FUNCTION_INFO_V1(news_gin_query_entity_words);
PG_FUNCTION_INFO_V1(news_gin_check_entities);

#define NAME_KEY_MAX 255		/* bytes of name and id */

/* entity_name_key adds the key of a whole entity; false when it is not exact. */
bool
entity_name_key(KeySet *set, const NewsEntityFields *entity)
{
	char		key[NEWS_NAME_MAX + 1 + ENTITY_ID_MAX];
	int			len = entity->name.len;
	uint64		hash;

	if (len > NEWS_NAME_MAX || entity->id.len > ENTITY_ID_MAX)
		elog(ERROR, "news_entity of %d bytes", len);
	memcpy(key, entity->name.at, len);
	if (entity->id.len > 0)
	{
		key[len++] = '\0';
		memcpy(key + len, entity->id.at, entity->id.len);
		len += entity->id.len;
	}
	if (len <= NAME_KEY_MAX)
	{
		key_add(set, KEY_NAME | entity->kind, -1, key, len);
		return true;
	}
	hash = hash_bytes_extended((unsigned char *) key, len, 0);
	for (int i = 0; i < 8; i++)
		key[NAME_KEY_MAX - 8 + i] = (char) (hash >> (8 * i));
	key_add(set, KEY_NAME | entity->kind, -1, key, NAME_KEY_MAX);
	return false;
}

/* entity_keys adds all keys of an entity. */
void
entity_keys(KeySet *set, const NewsEntityFields *entity, KeyFormat format)
{
	WordScan	scan;

	entity_name_key(set, entity);
	word_scan(&scan, entity->name.at, entity->name.len);
	while (word_next(&scan))
	{
		key_add(set, entity->kind, -1, scan.word, scan.len);
		if (format == KEYS_0_2)
			key_add(set, KEY_WORD, -1, scan.word, scan.len);
		else if (!entity_is_frequent(entity->kind))
			key_add(set, KEY_OTHER_WORD, -1, scan.word, scan.len);
	}
	if (format == KEYS_0_2)
	{
		key_present(set, KEY_WORD, -1);
		key_present(set, entity->kind, -1);
	}
}

static void
add_way(GinQueryPlan *gin, uint8 lead, const MatchTerm *term)
{
	gin_way_begin(gin, true);
	gin_way_words(gin, lead, -1, term);
}

/* entity_term_ways adds the ways for a term to be true. */
void
entity_term_ways(GinQueryPlan *gin, const MatchTerm *term)
{
	if (gin->format == KEYS_0_2)
		add_way(gin, term->kind != 0 ? term->kind : KEY_WORD, term);
	else if (term->words.n == 0)
	{
		gin_way_begin(gin, true);
		gin_way_key(gin, KEY_NAME | term->kind, -1, "", 0, SCAN_PREFIX);
	}
	else if (term->kind != 0)
		add_way(gin, term->kind, term);
	else
	{
		for (int kind = 1; kind <= ENTITY_KIND_MAX; kind++)
			if (entity_is_frequent(kind))
				add_way(gin, kind, term);
		add_way(gin, KEY_OTHER_WORD, term);
	}
}

static void
add_entity(KeySet *set, Datum element, KeyFormat format)
{
	NewsEntityFields entity;

	news_entity_unpack(DatumGetNewsEntity(element), &entity);
	entity_keys(set, &entity, format);
}

Datum
news_gin_extract_entities(PG_FUNCTION_ARGS)
{
	return gin_extract(fcinfo, add_entity, KEYS_0_1);
}

Datum
news_gin_extract_entity_words(PG_FUNCTION_ARGS)
{
	return gin_extract(fcinfo, add_entity, KEYS_0_2);
}

/* What extractQuery leaves for consistent. */
typedef struct EntityQuery
{
	bool		exact;			/* of @> and &&: no name was cut */
} EntityQuery;

static void
add_name(KeySet *set, Datum element, KeyFormat format, void *query)
{
	NewsEntityFields entity;

	news_entity_unpack(DatumGetNewsEntity(element), &entity);
	((EntityQuery *) query)->exact &= entity_name_key(set, &entity);
}

static Datum
query_entities(FunctionCallInfo fcinfo, KeyFormat format)
{
	EntityQuery *query = palloc(sizeof(EntityQuery));

	query->exact = true;
	return gin_extract_query(fcinfo, add_name, format, TARGET_ENTITIES, query);
}

Datum
news_gin_query_entities(PG_FUNCTION_ARGS)
{
	return query_entities(fcinfo, KEYS_0_1);
}

Datum
news_gin_query_entity_words(PG_FUNCTION_ARGS)
{
	return query_entities(fcinfo, KEYS_0_2);
}

/* triconsistent */
Datum
news_gin_check_entities(PG_FUNCTION_ARGS)
{
	GinTernaryValue *check = (GinTernaryValue *) PG_GETARG_POINTER(0);
	StrategyNumber strategy = PG_GETARG_UINT16(1);
	int32		n = PG_GETARG_INT32(3);
	Pointer    *extra = (Pointer *) PG_GETARG_POINTER(4);
	GinTernaryValue result = GIN_MAYBE;

	switch (strategy)
	{
		case STRATEGY_MATCH:
			result = gin_query_check(extra, check);
			break;
		case STRATEGY_OVERLAP:
			result = GIN_FALSE;
			for (int i = 0; i < n && result != GIN_TRUE; i++)
				if (check[i] != GIN_FALSE)
					result = check[i];
			if (result == GIN_TRUE && !((EntityQuery *) extra[0])->exact)
				result = GIN_MAYBE;
			break;
		case STRATEGY_CONTAINS:
			result = ((EntityQuery *) extra[0])->exact ? GIN_TRUE : GIN_MAYBE;
			for (int i = 0; i < n && result != GIN_FALSE; i++)
				if (check[i] != GIN_TRUE)
					result = check[i];
			break;
		case STRATEGY_EQUAL:
			for (int i = 0; i < n && result != GIN_FALSE; i++)
				if (check[i] == GIN_FALSE)
					result = GIN_FALSE;
			break;
		case STRATEGY_CONTAINED:
			break;
		default:
			elog(ERROR, "unrecognized strategy number: %d", strategy);
	}
	PG_RETURN_GIN_TERNARY_VALUE(result);
}
