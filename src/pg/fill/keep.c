/*
 * keep.c -- the triggers news_keep() and news_keep_beside(), which keep what
 * articles say in ordinary columns, or in a table beside.
 *
 *     CREATE TRIGGER keep BEFORE INSERT OR UPDATE OF body ON article FOR EACH ROW
 *       EXECUTE FUNCTION news_keep('entities', 'news_entities(body)', 'model', 'news_model_version(body)');
 *
 * A generated column can only be added by writing the whole table anew under an
 * exclusive lock; an ordinary one is added at once, kept by a trigger from then
 * on, and filled by news_refresh().
 *
 * The expressions become one statement, planned once a backend; the names of
 * columns in it are parameters that are given the row's values, so that nothing
 * is read but what an expression asks for:
 *
 *     SELECT (news_entities(body))::news_entity[], (news_model_version(body))::text
 *
 *     INSERT INTO article_news (id, entities) VALUES ($1, (news_entities(body)))
 *       ON CONFLICT (id) DO UPDATE SET entities = EXCLUDED.entities
 *
 * They run as whoever writes the row, under the search path of the server and
 * of newstext: what else an expression names is written with its schema.
 */
#include "fill/fill.h"

#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "parser/parse_node.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/guc.h"
#include "utils/hsearch.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"

#if PG_VERSION_NUM >= 160000
#include "nodes/value.h"
#endif

/* What a backend keeps of a trigger. */
typedef struct Keeper
{
	Oid			trigger;		/* key */
	bool		valid;
	MemoryContext memory;
	TupleDesc	desc;			/* of the table, as it was */
	int			n_args;
	char	  **args;			/* the trigger's, as they were */
	SPIPlanPtr	plan;			/* computes the columns, or writes the row beside */
	SPIPlanPtr	remove;			/* of the row beside */
	KeepArgs	keep;
	int		   *column;			/* numbers of the columns kept, in the table itself */
	int			n_keys;
	int		   *key;			/* numbers of the key's columns */
} Keeper;

static HTAB *keepers = NULL;

/* column_param stands for a column of the row. */
static Node *
column_param(TupleDesc desc, int number, int location)
{
	Form_pg_attribute a = TupleDescAttr(desc, number - 1);
	Param	   *param = makeNode(Param);

	param->paramkind = PARAM_EXTERN;
	param->paramid = number;
	param->paramtype = a->atttypid;
	param->paramtypmod = a->atttypmod;
	param->paramcollid = a->attcollation;
	param->location = location;
	return (Node *) param;
}

/* A name that is no column of a table in the statement is a column of the row. */
static Node *
resolve_name(ParseState *pstate, ColumnRef *ref, Node *found)
{
	TupleDesc	desc = ((Keeper *) pstate->p_ref_hook_state)->desc;
	const char *name;

	if (found != NULL || list_length(ref->fields) != 1 || !IsA(linitial(ref->fields), String))
		return NULL;
	name = strVal(linitial(ref->fields));
	for (int i = 0; i < desc->natts; i++)
		if (!TupleDescAttr(desc, i)->attisdropped && strcmp(NameStr(TupleDescAttr(desc, i)->attname), name) == 0)
			return column_param(desc, i + 1, ref->location);
	return NULL;
}

/* $3 is the third column of the row. */
static Node *
resolve_number(ParseState *pstate, ParamRef *ref)
{
	TupleDesc	desc = ((Keeper *) pstate->p_ref_hook_state)->desc;

	return ref->number > 0 && ref->number <= desc->natts ? column_param(desc, ref->number, ref->location) : NULL;
}

static void
resolve_setup(ParseState *pstate, void *keeper)
{
	pstate->p_post_columnref_hook = resolve_name;
	pstate->p_paramref_hook = resolve_number;
	pstate->p_ref_hook_state = keeper;
}

static SPIPlanPtr
prepare(Keeper *keeper, const char *sql)
{
	SPIPlanPtr	plan = SPI_prepare_params(sql, resolve_setup, keeper, 0);

	if (plan == NULL)
		elog(ERROR, "could not prepare \"%s\": %s", sql, SPI_result_code_string(SPI_result));
	if (SPI_keepplan(plan) != 0)
		elog(ERROR, "could not keep a plan");
	return plan;
}

/* prepare_own plans the columns of the table itself. */
static void
prepare_own(Keeper *keeper, Relation rel, const Trigger *trigger)
{
	StringInfoData sql;

	initStringInfo(&sql);
	keeper->column = MemoryContextAlloc(keeper->memory, keeper->keep.n * sizeof(int));
	for (int i = 0; i < keeper->keep.n; i++)
	{
		int			number = keep_column(rel, keeper->keep.column[i], trigger);
		Form_pg_attribute a = TupleDescAttr(keeper->desc, number - 1);

		keeper->column[i] = number;
		appendStringInfo(&sql, "%s (%s)::%s", i > 0 ? "," : "SELECT", keeper->keep.expression[i],
						 format_type_with_typemod(a->atttypid, a->atttypmod));
	}
	keeper->plan = prepare(keeper, sql.data);
}

/* prepare_beside plans the row beside: how it is written, and how removed. */
static void
prepare_beside(Keeper *keeper, Relation rel, const Trigger *trigger)
{
	const KeepArgs *keep = &keeper->keep;
	StringInfoData columns,
				values,
				conflict,
				set,
				where;

	initStringInfo(&columns);
	initStringInfo(&values);
	initStringInfo(&conflict);
	initStringInfo(&set);
	initStringInfo(&where);
	keeper->n_keys = list_length(keep->keys);
	keeper->key = MemoryContextAlloc(keeper->memory, keeper->n_keys * sizeof(int));
	for (int i = 0; i < keeper->n_keys; i++)
	{
		const char *key = quote_identifier(strVal(list_nth(keep->keys, i)));

		keeper->key[i] = keep_column(rel, strVal(list_nth(keep->keys, i)), trigger);
		appendStringInfo(&columns, "%s%s", i > 0 ? ", " : "", key);
		appendStringInfo(&values, "%s$%d", i > 0 ? ", " : "", keeper->key[i]);
		appendStringInfo(&where, "%s%s = $%d", i > 0 ? " AND " : "", key, keeper->key[i]);
	}
	appendStringInfoString(&conflict, columns.data);
	for (int i = 0; i < keep->n; i++)
	{
		const char *column = quote_identifier(keep->column[i]);

		appendStringInfo(&columns, ", %s", column);
		appendStringInfo(&values, ", (%s)", keep->expression[i]);
		appendStringInfo(&set, "%s%s = EXCLUDED.%s", i > 0 ? ", " : "", column, column);
	}
	keeper->plan = prepare(keeper, psprintf("INSERT INTO %s AS newstext_beside (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s",
											keep->beside, columns.data, values.data, conflict.data, set.data));
	keeper->remove = prepare(keeper, psprintf("DELETE FROM %s WHERE %s", keep->beside, where.data));
}

static void
keeper_forget(Keeper *keeper)
{
	if (keeper->plan)
		SPI_freeplan(keeper->plan);
	if (keeper->remove)
		SPI_freeplan(keeper->remove);
	keeper->plan = keeper->remove = NULL;
	if (keeper->memory)
		MemoryContextDelete(keeper->memory);
	keeper->memory = NULL;
	keeper->valid = false;
}

/* keeper_is_current tells whether table and trigger are what they were. */
static bool
keeper_is_current(const Keeper *keeper, Relation rel, const Trigger *trigger)
{
	if (!keeper->valid || keeper->n_args != trigger->tgnargs || !equalTupleDescs(keeper->desc, RelationGetDescr(rel)))
		return false;
	for (int i = 0; i < keeper->n_args; i++)
		if (strcmp(keeper->args[i], trigger->tgargs[i]) != 0)
			return false;
	return true;
}

/* keeper_get returns what this backend keeps of the trigger; connected, and under our path. */
static Keeper *
keeper_get(Relation rel, const Trigger *trigger, Oid schema)
{
	Keeper	   *keeper;
	bool		found;
	MemoryContext outside;

	if (keepers == NULL)
	{
		HASHCTL		control = {.keysize = sizeof(Oid), .entrysize = sizeof(Keeper)};

		keepers = hash_create("newstext keepers", 16, &control, HASH_ELEM | HASH_BLOBS);
	}
	keeper = hash_search(keepers, &trigger->tgoid, HASH_ENTER, &found);
	if (!found)
		memset((char *) keeper + sizeof(Oid), 0, sizeof(Keeper) - sizeof(Oid));
	if (keeper_is_current(keeper, rel, trigger))
		return keeper;

	keeper_forget(keeper);
	keeper->memory = AllocSetContextCreate(TopMemoryContext, "newstext keeper", ALLOCSET_SMALL_SIZES);
	outside = MemoryContextSwitchTo(keeper->memory);
	keeper->desc = CreateTupleDescCopyConstr(RelationGetDescr(rel));
	keeper->n_args = trigger->tgnargs;
	keeper->args = palloc(Max(1, trigger->tgnargs) * sizeof(char *));
	for (int i = 0; i < trigger->tgnargs; i++)
		keeper->args[i] = pstrdup(trigger->tgargs[i]);
	if (!keep_args(trigger, rel, schema, &keeper->keep))
		elog(ERROR, "trigger \"%s\" is not one of newstext", trigger->tgname);
	for (int i = 0; i < keeper->keep.n; i++)
	{
		keeper->keep.column[i] = pstrdup(keeper->keep.column[i]);
		keeper->keep.expression[i] = pstrdup(keeper->keep.expression[i]);
	}
	MemoryContextSwitchTo(outside);
	if (keeper->keep.beside)
		prepare_beside(keeper, rel, trigger);
	else
		prepare_own(keeper, rel, trigger);
	keeper->valid = true;
	return keeper;
}

/* row_params makes the values of a row the parameters of a plan. */
static ParamListInfo
row_params(TupleDesc desc, HeapTuple row)
{
	ParamListInfo params = makeParamList(desc->natts);
	Datum	   *values = palloc(desc->natts * sizeof(Datum));
	bool	   *nulls = palloc(desc->natts * sizeof(bool));

	heap_deform_tuple(row, desc, values, nulls);
	for (int i = 0; i < desc->natts; i++)
	{
		params->params[i].value = values[i];
		params->params[i].isnull = nulls[i];
		params->params[i].ptype = TupleDescAttr(desc, i)->atttypid;
		params->params[i].pflags = 0;
	}
	return params;
}

static void
execute(SPIPlanPtr plan, ParamListInfo params)
{
	int			result = SPI_execute_plan_with_paramlist(plan, params, false, 0);

	if (result < 0)
		elog(ERROR, "could not keep columns: %s", SPI_result_code_string(result));
}

static void
check_called(FunctionCallInfo fcinfo, const char *name, const char *when, bool right)
{
	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("%s was not called by a trigger", name)));
	if (!right)
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("%s has to be fired %s, for each row", name, when)));
}

/* news_keep computes columns of a row that is about to be written. */
PG_FUNCTION_INFO_V1(news_keep);
Datum
news_keep(PG_FUNCTION_ARGS)
{
	TriggerData *data = (TriggerData *) fcinfo->context;
	Oid			schema = get_func_namespace(fcinfo->flinfo->fn_oid);
	MemoryContext outside = CurrentMemoryContext;
	Relation	rel;
	HeapTuple	row;
	Keeper	   *keeper;
	Datum	   *values;
	bool	   *nulls;
	int			path;

	check_called(fcinfo, "news_keep", "BEFORE INSERT OR UPDATE",
				 CALLED_AS_TRIGGER(fcinfo) && TRIGGER_FIRED_BEFORE(data->tg_event) &&
				 TRIGGER_FIRED_FOR_ROW(data->tg_event) && !TRIGGER_FIRED_BY_DELETE(data->tg_event));
	rel = data->tg_relation;
	row = TRIGGER_FIRED_BY_UPDATE(data->tg_event) ? data->tg_newtuple : data->tg_trigtuple;
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	path = fill_path_begin(schema);
	keeper = keeper_get(rel, data->tg_trigger, schema);
	execute(keeper->plan, row_params(RelationGetDescr(rel), row));
	if (SPI_processed != 1)
		elog(ERROR, "expressions of trigger \"%s\" gave no row", data->tg_trigger->tgname);
	values = palloc(keeper->keep.n * sizeof(Datum));
	nulls = palloc(keeper->keep.n * sizeof(bool));
	for (int i = 0; i < keeper->keep.n; i++)
		values[i] = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, i + 1, &nulls[i]);
	MemoryContextSwitchTo(outside);
	row = heap_modify_tuple_by_cols(row, RelationGetDescr(rel), keeper->keep.n, keeper->column, values, nulls);
	fill_path_end(path);
	SPI_finish();
	return PointerGetDatum(row);
}

/* same_key tells whether two rows have the same key, byte by byte. */
static bool
same_key(const Keeper *keeper, TupleDesc desc, HeapTuple a, HeapTuple b)
{
	for (int i = 0; i < keeper->n_keys; i++)
	{
		Form_pg_attribute column = TupleDescAttr(desc, keeper->key[i] - 1);
		bool		a_null;
		bool		b_null;
		Datum		x = heap_getattr(a, keeper->key[i], desc, &a_null);
		Datum		y = heap_getattr(b, keeper->key[i], desc, &b_null);

		if (a_null != b_null || (!a_null && !datum_image_eq(x, y, column->attbyval, column->attlen)))
			return false;
	}
	return true;
}

/* news_keep_beside keeps the row beside of a row that was written. */
PG_FUNCTION_INFO_V1(news_keep_beside);
Datum
news_keep_beside(PG_FUNCTION_ARGS)
{
	TriggerData *data = (TriggerData *) fcinfo->context;
	Oid			schema = get_func_namespace(fcinfo->flinfo->fn_oid);
	TupleDesc	desc;
	Keeper	   *keeper;
	HeapTuple	row;
	int			path;

	check_called(fcinfo, "news_keep_beside", "AFTER INSERT OR UPDATE OR DELETE",
				 CALLED_AS_TRIGGER(fcinfo) && TRIGGER_FIRED_AFTER(data->tg_event) && TRIGGER_FIRED_FOR_ROW(data->tg_event));
	desc = RelationGetDescr(data->tg_relation);
	row = data->tg_trigtuple;
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	path = fill_path_begin(schema);
	keeper = keeper_get(data->tg_relation, data->tg_trigger, schema);
	if (TRIGGER_FIRED_BY_UPDATE(data->tg_event))
	{
		if (!same_key(keeper, desc, data->tg_trigtuple, data->tg_newtuple))
			execute(keeper->remove, row_params(desc, data->tg_trigtuple));
		row = data->tg_newtuple;
	}
	execute(TRIGGER_FIRED_BY_DELETE(data->tg_event) ? keeper->remove : keeper->plan, row_params(desc, row));
	fill_path_end(path);
	SPI_finish();
	return PointerGetDatum(NULL);
}
