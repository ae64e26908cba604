/*
 * refresh_plan.c -- what newstext computes in a table, as SQL that finds stale
 * rows and makes them fresh.
 *
 * Generated columns are found by their expressions, which call a function of
 * this extension; kept ones by the triggers that keep them.  A row is stale when
 * its column of news_model_version(body) is not what it would be now; without
 * such a column, or when asked to compare, when any of the columns is not:
 *
 *     ONLY public.article article WHERE (pg_catalog.record_image_ne(
 *       ROW(article.model), ROW((news_model_version(article.body))::text)))
 *
 * Values are compared as they would be stored: the expression is cast to the
 * column's type, since 0.8666 is 0.9 in a numeric(3,1), and the bytes decide,
 * since json and others have no "=" and nobody's operator is to be trusted.
 *
 * A stale row is made fresh by writing to themselves the columns that it is
 * computed from, which computes generated columns anew and fires the trigger
 * that keeps kept ones; rows of a table beside are inserted or written over.
 */
#include "fill/fill.h"

#include "access/sysattr.h"
#include "access/table.h"
#include "catalog/dependency.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_trigger.h"
#include "nodes/bitmapset.h"
#include "nodes/nodeFuncs.h"
#include "optimizer/optimizer.h"
#include "rewrite/rewriteHandler.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/ruleutils.h"

/* Columns that are compared together, and what they are compared with. */
typedef struct Compared
{
	StringInfoData stored;		/* list of columns */
	StringInfoData now;			/* list of expressions */
	StringInfoData version_stored;	/* the same of columns of the version */
	StringInfoData version_now;
} Compared;

/* fill_name returns the quoted name of a relation with its schema. */
char *
fill_name(Oid relid)
{
	return quote_qualified_identifier(get_namespace_name(get_rel_namespace(relid)), get_rel_name(relid));
}

static void
append_item(StringInfo list, const char *item)
{
	appendStringInfo(list, "%s%s", list->len > 0 ? ", " : "", item);
}

static void
compared_init(Compared *c)
{
	initStringInfo(&c->stored);
	initStringInfo(&c->now);
	initStringInfo(&c->version_stored);
	initStringInfo(&c->version_now);
}

static void
compared_add(Compared *c, const char *stored, const char *expression, Form_pg_attribute a, bool version)
{
	char	   *now = psprintf("(%s)::%s", expression, format_type_with_typemod(a->atttypid, a->atttypmod));

	append_item(&c->stored, stored);
	append_item(&c->now, now);
	if (version)
	{
		append_item(&c->version_stored, stored);
		append_item(&c->version_now, now);
	}
}

/* compared_test is the condition of stale rows. */
static char *
compared_test(const Compared *c, bool compare)
{
	bool		version = !compare && c->version_stored.len > 0;

	return psprintf("pg_catalog.record_image_ne(ROW(%s), ROW(%s))",
					version ? c->version_stored.data : c->stored.data,
					version ? c->version_now.data : c->now.data);
}

/* What an expression calls of this extension. */
typedef struct Calls
{
	Oid			extension;
	bool		any;
	bool		version;		/* news_model_version */
} Calls;

static bool
calls_function(Oid function, void *context)
{
	Calls	   *calls = context;

	if (getExtensionOfObject(ProcedureRelationId, function) == calls->extension)
	{
		char	   *name = get_func_name(function);

		calls->any = true;
		calls->version |= name != NULL && strcmp(name, "news_model_version") == 0;
	}
	return false;
}

static bool
calls_walker(Node *node, void *context)
{
	if (node == NULL)
		return false;
	(void) check_functions_in_node(node, calls_function, context);
	return expression_tree_walker(node, calls_walker, context);
}

/* add_generated adds the table's generated columns; *read gets those they are computed from. */
static void
add_generated(Relation rel, Oid extension, Compared *c, Bitmapset **read)
{
	TupleDesc	desc = RelationGetDescr(rel);
	List	   *context = deparse_context_for(RelationGetRelationName(rel), RelationGetRelid(rel));

	for (int i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute a = TupleDescAttr(desc, i);
		Calls		calls = {.extension = extension};
		Node	   *expression;

		if (a->attisdropped || a->attgenerated != ATTRIBUTE_GENERATED_STORED)
			continue;
		expression = build_column_default(rel, i + 1);
		(void) calls_walker(expression, &calls);
		if (!calls.any)
			continue;
		compared_add(c, psprintf("%s.%s", quote_identifier(RelationGetRelationName(rel)), quote_identifier(NameStr(a->attname))),
					 deparse_expression(expression, context, true, false), a, calls.version);
		pull_varattnos(expression, 1, read);
	}
}

static bool
is_version_call(const char *expression)
{
	return strstr(expression, "news_model_version") != NULL;
}

/*
 * add_kept adds the columns a trigger of the table itself keeps; writing the
 * columns that it waits for fires it.
 */
static void
add_kept(Relation rel, const Trigger *trigger, const KeepArgs *args, Compared *c, Bitmapset **read)
{
	const char *alias = quote_identifier(RelationGetRelationName(rel));

	for (int i = 0; i < args->n; i++)
	{
		int			number = keep_column(rel, args->column[i], trigger);

		compared_add(c, psprintf("%s.%s", alias, quote_identifier(args->column[i])), args->expression[i],
					 TupleDescAttr(RelationGetDescr(rel), number - 1), is_version_call(args->expression[i]));
		if (trigger->tgnattr == 0)
			*read = bms_add_member(*read, number - FirstLowInvalidHeapAttributeNumber);
	}
	for (int i = 0; i < trigger->tgnattr; i++)
		*read = bms_add_member(*read, trigger->tgattr[i] - FirstLowInvalidHeapAttributeNumber);
	if (!TRIGGER_FOR_UPDATE(trigger->tgtype) || trigger->tgenabled == TRIGGER_DISABLED)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("trigger \"%s\" of table %s does not keep rows that are updated", trigger->tgname, fill_name(RelationGetRelid(rel))),
				 errhint("Create it BEFORE INSERT OR UPDATE OF the columns that are read, and enable it.")));
}

/* work_own returns what is to be done to the table's own columns; NULL: it has none. */
static FillWork *
work_own(Relation rel, const Compared *c, Bitmapset *read, bool compare)
{
	FillWork   *work = palloc0(sizeof(FillWork));
	char	   *name = fill_name(RelationGetRelid(rel));
	StringInfoData assign;
	int			attribute = -1;

	if (c->stored.len == 0)
		return NULL;
	initStringInfo(&assign);
	while ((attribute = bms_next_member(read, attribute)) >= 0)
	{
		int			number = attribute + FirstLowInvalidHeapAttributeNumber;
		const char *column;

		if (number <= 0 || TupleDescAttr(RelationGetDescr(rel), number - 1)->attgenerated)
			continue;
		column = quote_identifier(NameStr(TupleDescAttr(RelationGetDescr(rel), number - 1)->attname));
		append_item(&assign, psprintf("%s = %s", column, column));
	}
	if (assign.len == 0)
		return NULL;
	work->alias = pstrdup(quote_identifier(RelationGetRelationName(rel)));
	work->from = psprintf("ONLY %s %s WHERE (%s)", name, work->alias, compared_test(c, compare));
	work->write = psprintf("WITH written AS (UPDATE ONLY %s SET %s WHERE ctid OPERATOR(pg_catalog.=) ANY ($1) RETURNING ctid)"
						   " SELECT pg_catalog.count(*), pg_catalog.array_agg(ctid) FROM written",
						   name, assign.data);
	return work;
}

/*
 * work_beside returns what is to be done to a table beside:
 *
 *     ONLY article article LEFT JOIN (SELECT true AS there_, id AS key_1, entities AS column_1 FROM article_news) beside_
 *       ON key_1 = article.id WHERE (there_ IS NULL OR record_image_ne(ROW(column_1), ROW(news_entities(body))))
 */
static FillWork *
work_beside(Relation rel, const Trigger *trigger, const KeepArgs *args, bool compare)
{
	FillWork   *work = palloc0(sizeof(FillWork));
	char	   *name = fill_name(RelationGetRelid(rel));
	const char *alias = quote_identifier(RelationGetRelationName(rel));
	Oid			beside = DatumGetObjectId(DirectFunctionCall1(regclassin, CStringGetDatum(args->beside)));
	Relation	other = table_open(beside, AccessShareLock);
	StringInfoData selected,
				joined,
				keys,
				columns,
				now,
				set;
	Compared	c;

	initStringInfo(&selected);
	initStringInfo(&joined);
	initStringInfo(&keys);
	initStringInfo(&columns);
	initStringInfo(&now);
	initStringInfo(&set);
	compared_init(&c);
	for (int i = 0; i < list_length(args->keys); i++)
	{
		const char *key = strVal(list_nth(args->keys, i));

		(void) keep_column(rel, key, trigger);
		(void) keep_column(other, key, trigger);
		key = quote_identifier(key);
		append_item(&keys, key);
		append_item(&now, psprintf("%s.%s", alias, key));
		append_item(&selected, psprintf("%s AS newstext_key_%d", key, i));
		appendStringInfo(&joined, "%snewstext_key_%d = %s.%s", i > 0 ? " AND " : "", i, alias, key);
	}
	for (int i = 0; i < args->n; i++)
	{
		int			number = keep_column(other, args->column[i], trigger);
		const char *column = quote_identifier(args->column[i]);

		append_item(&columns, column);
		append_item(&now, psprintf("(%s)", args->expression[i]));
		append_item(&set, psprintf("%s = EXCLUDED.%s", column, column));
		append_item(&selected, psprintf("%s AS newstext_column_%d", column, i));
		compared_add(&c, psprintf("newstext_column_%d", i), args->expression[i],
					 TupleDescAttr(RelationGetDescr(other), number - 1), is_version_call(args->expression[i]));
	}
	table_close(other, NoLock);

	work->beside = true;
	work->alias = pstrdup(alias);
	work->from = psprintf("ONLY %s %s LEFT JOIN (SELECT true AS newstext_there, %s FROM %s) newstext_beside ON %s WHERE (newstext_there IS NULL OR %s)",
						  name, alias, selected.data, args->beside, joined.data, compared_test(&c, compare));
	work->write = psprintf("WITH written AS (INSERT INTO %s AS beside (%s, %s) SELECT %s FROM ONLY %s %s WHERE %s.ctid = ANY ($1)"
						   " ON CONFLICT (%s) DO UPDATE SET %s RETURNING 1)"
						   " SELECT pg_catalog.count(*), $1 FROM written",
						   args->beside, keys.data, columns.data, now.data, name, alias, alias, keys.data, set.data);
	return work;
}

/*
 * fill_plan returns what is to be done in a table, of FillWork; NIL when
 * newstext computes nothing in it.  To be called, and what it returns to be
 * run, under the path of fill_path_begin(schema).
 */
List *
fill_plan(Relation rel, Oid schema, Oid extension, bool compare)
{
	const TriggerDesc *triggers = rel->trigdesc;
	List	   *plan = NIL;
	Bitmapset  *read = NULL;
	Compared	own;
	FillWork   *work;

	compared_init(&own);
	add_generated(rel, extension, &own, &read);
	for (int i = 0; triggers && i < triggers->numtriggers; i++)
	{
		const Trigger *trigger = &triggers->triggers[i];
		KeepArgs	args;

		if (!keep_args(trigger, rel, schema, &args))
			continue;
		if (args.beside)
			plan = lappend(plan, work_beside(rel, trigger, &args, compare));
		else
			add_kept(rel, trigger, &args, &own, &read);
	}
	work = work_own(rel, &own, read, compare);
	return work ? lcons(work, plan) : plan;
}
