/*
 * keep_args.c -- the arguments of the triggers that keep columns.
 *
 *     news_keep('entities', 'news_entities(body)', 'model', 'news_model_version(body)')
 *     news_keep_beside('article_news', 'id', 'entities', 'news_entities(body)', ...)
 *
 * Pairs of a column, written as it is, and of an expression over columns of the
 * article.  Before them news_keep_beside has the table beside, in the article's
 * own schema unless another is written, and its key: columns, divided by
 * commas, that are called the same in both.
 */
#include "fill/fill.h"

#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "nodes/makefuncs.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/varlena.h"

#if PG_VERSION_NUM >= 160000
#include "nodes/value.h"
#endif

int
fill_path_begin(Oid schema)
{
	int			level = NewGUCNestLevel();

	(void) set_config_option("search_path",
							 psprintf("pg_catalog, %s, pg_temp", quote_identifier(get_namespace_name(schema))),
							 PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	return level;
}

void
fill_path_end(int level)
{
	AtEOXact_GUC(true, level);
}

pg_noreturn static void
args_error(const Trigger *trigger, const char *detail)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("trigger \"%s\" does not say what to keep", trigger->tgname),
			 errdetail_internal("%s", detail),
			 errhint("Write news_keep('entities', 'news_entities(body)'), or news_keep_beside('article_news', 'id', 'entities', 'news_entities(body)').")));
}

/* table_beside returns the table of a name, quoted and with its schema. */
static char *
table_beside(const Trigger *trigger, Relation rel, const char *name)
{
	List	   *names = NIL;
	RangeVar   *range;
	Oid			relid;

	if (!SplitIdentifierString(pstrdup(name), '.', &names) || names == NIL || list_length(names) > 2)
		args_error(trigger, psprintf("The table beside is called \"%s\".", name));
	range = list_length(names) == 1 ?
		makeRangeVar(get_namespace_name(RelationGetNamespace(rel)), linitial(names), -1) :
		makeRangeVar(linitial(names), lsecond(names), -1);
	relid = RangeVarGetRelid(range, NoLock, false);
	if (get_rel_relkind(relid) != RELKIND_RELATION && get_rel_relkind(relid) != RELKIND_PARTITIONED_TABLE)
		args_error(trigger, psprintf("\"%s\" is not a table.", name));
	return quote_qualified_identifier(range->schemaname, range->relname);
}

/* keep_column returns the number of a column of the table; an error when it cannot be written. */
int
keep_column(Relation rel, const char *column, const Trigger *trigger)
{
	TupleDesc	desc = RelationGetDescr(rel);

	for (int i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute a = TupleDescAttr(desc, i);

		if (a->attisdropped || strcmp(NameStr(a->attname), column) != 0)
			continue;
		if (a->attgenerated)
			args_error(trigger, psprintf("Column \"%s\" is generated, so nothing else can write it.", column));
		return i + 1;
	}
	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_COLUMN),
			 errmsg("column \"%s\" of relation \"%s\" does not exist", column, RelationGetRelationName(rel)),
			 errdetail("Trigger \"%s\" keeps it.", trigger->tgname)));
}

/*
 * keep_args reads the arguments of a trigger whose function is one of ours;
 * false when it is another.  schema is the one newstext is installed in.
 */
bool
keep_args(const Trigger *trigger, Relation rel, Oid schema, KeepArgs *args)
{
	char	   *function = get_func_name(trigger->tgfoid);
	bool		beside;
	int			at = 0;

	if (function == NULL || get_func_namespace(trigger->tgfoid) != schema)
		return false;
	beside = strcmp(function, "news_keep_beside") == 0;
	if (!beside && strcmp(function, "news_keep") != 0)
		return false;

	memset(args, 0, sizeof(*args));
	if (beside)
	{
		List	   *names = NIL;

		if (trigger->tgnargs < 2)
			args_error(trigger, "The table beside and its key are missing.");
		args->beside = table_beside(trigger, rel, trigger->tgargs[0]);
		if (!SplitIdentifierString(pstrdup(trigger->tgargs[1]), ',', &names) || names == NIL)
			args_error(trigger, psprintf("\"%s\" is not a list of columns.", trigger->tgargs[1]));
		for (int i = 0; i < list_length(names); i++)
			args->keys = lappend(args->keys, makeString(list_nth(names, i)));
		at = 2;
	}
	if (trigger->tgnargs <= at || (trigger->tgnargs - at) % 2 != 0)
		args_error(trigger, "What it keeps are pairs of a column and an expression.");
	args->n = (trigger->tgnargs - at) / 2;
	args->column = palloc(args->n * sizeof(char *));
	args->expression = palloc(args->n * sizeof(char *));
	for (int i = 0; i < args->n; i++)
	{
		args->column[i] = trigger->tgargs[at + 2 * i];
		args->expression[i] = trigger->tgargs[at + 2 * i + 1];
	}
	return true;
}
