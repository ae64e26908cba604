/*
 * refresh.c -- news_refresh(): fills or refreshes what newstext computes in a
 * table, in batches of a transaction each.
 *
 * A batch is a range of pages.  Its stale rows (refresh_plan.c) are locked and
 * listed, written, and committed; then the next range is made larger or smaller,
 * so that a batch writes about as many rows as was asked for.  Which rows are
 * left is told by the rows themselves, so a call that is broken off loses
 * nothing and the next one goes on, and two at once share the work: a row that
 * another has locked is waited for and looked at again.
 *
 * One pass goes through the pages that the table has when it begins, and leaves
 * out the rows that were written since, so that a row is written once a pass at
 * most.  Others may meanwhile have moved rows behind it, so another pass looks at
 * those, and only at those, that were written since the one before began; it is
 * cheap.  Passes end when one finds nothing, or nothing that would become fresh:
 * a row that has just been written, is still locked, and is stale again will be
 * so for ever.
 *
 * What a row's expressions and triggers run is its table's owner's code, so a
 * batch runs as the owner, in a security-restricted context, as REINDEX does it;
 * a superuser who refreshes somebody's table lends nobody his rights.  Our own
 * statements see the path of fill_path_begin(), only the one that fires the
 * table's triggers has the caller's.  Settings and user are back before each
 * commit; the transaction's abort restores them after an error.
 *
 * In a transaction block, or where else nothing can be committed, all is done
 * in the caller's transaction.
 */
#include "fill/fill.h"

#include "access/relation.h"
#include "access/transam.h"
#include "access/xact.h"
#include "catalog/dependency.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "storage/bufmgr.h"
#include "storage/itemptr.h"
#include "storage/latch.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"
#include "utils/wait_event.h"

#define REFRESH_PASSES_MAX 10	/* others move rows as fast as we find them: leave the rest to the next call */
#define REFRESH_RANGE_MAX 16384 /* pages of a batch, however few of its rows are stale */
#define REFRESH_SLOW_SECONDS 5.0	/* a batch that takes longer is followed by a smaller one */
#define REFRESH_QUICK_SECONDS 0.5
#define REFRESH_NOTICE_SECONDS 2.0

/* A call of news_refresh(). */
typedef struct Refresh
{
	Oid			schema;			/* newstext's */
	Oid			extension;
	int			batch;
	bool		compare;
	double		pause;			/* seconds */
	bool		atomic;			/* nothing can be committed */
	TimestampTz started;
	TimestampTz noticed;
	int64		blocks_total;	/* of all tables, when the call began */
	int64		blocks_before;	/* of the tables done */
	int64		rows;			/* written, of all tables */
} Refresh;

/* One table, and how far it is. */
typedef struct RefreshTable
{
	Oid			relid;
	char	   *name;
	int			pass;			/* from 1 */
	BlockNumber next;
	BlockNumber end;
	double		range;			/* pages of the next batch */
	TransactionId since;		/* of the pass before: what is older has been looked at; 0 in the first */
	TransactionId until;		/* what is younger is looked at by the next pass */
	TransactionId oldest;		/* that may still write when this pass began */
	int64		found;			/* stale rows of this pass */
	int64		stuck;			/* of these, written and still stale */
	int64		kept;			/* of all passes: not written, because a trigger held it */
	int64		rows;			/* written */
} RefreshTable;

/* Who runs a batch, to be put back after it. */
typedef struct RefreshUser
{
	Oid			user;
	int			security;
	int			settings;
} RefreshUser;

static double
seconds_since(TimestampTz then)
{
	return (GetCurrentTimestamp() - then) / 1000000.0;
}

static RefreshUser
become_owner(Relation rel)
{
	RefreshUser before;

	GetUserIdAndSecContext(&before.user, &before.security);
	SetUserIdAndSecContext(rel->rd_rel->relowner, before.security | SECURITY_RESTRICTED_OPERATION);
	before.settings = NewGUCNestLevel();
	/* an error rather than rows that a policy hides and nobody refreshes */
	(void) set_config_option("row_security", "off", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	(void) set_config_option("enable_tidscan", "on", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	return before;
}

static void
become_caller(const RefreshUser *before)
{
	AtEOXact_GUC(false, before->settings);
	SetUserIdAndSecContext(before->user, before->security);
}

/* run runs a statement; its first row is left in SPI_tuptable. */
static void
run(const char *sql, int n, Oid *types, Datum *values)
{
	int			result = SPI_execute_with_args(sql, n, types, values, NULL, false, 0);

	if (result < 0)
		elog(ERROR, "could not run \"%s\": %s", sql, SPI_result_code_string(result));
}

/* first_value returns a column of the first row, 0 when it is NULL or there is none. */
static Datum
first_value(int column, bool *null)
{
	if (SPI_processed == 0)
	{
		*null = true;
		return (Datum) 0;
	}
	return SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, column, null);
}

static int64
first_count(int column)
{
	bool		null;
	Datum		value = first_value(column, &null);

	return null ? 0 : DatumGetInt64(value);
}

/* first_rows returns the row numbers in a column, as a datum of tid[] that is ours. */
static Datum
first_rows(int column, bool *null)
{
	Datum		value = first_value(column, null);

	return *null ? value : datumCopy(value, false, -1);
}

static Datum
block_tid(BlockNumber block)
{
	ItemPointer tid = palloc0(sizeof(ItemPointerData));

	ItemPointerSetBlockNumber(tid, block);
	ItemPointerSetOffsetNumber(tid, 0);
	return PointerGetDatum(tid);
}

/*
 * written_since is the condition of rows that a transaction has written that is
 * not older than xid.  Numbers of rows that are frozen for long may lie in the
 * future; a million ahead of now is none of today's.
 */
static char *
written_since(const char *alias, TransactionId xid)
{
	return psprintf("(pg_catalog.age(%s.xmin) OPERATOR(pg_catalog.<=) pg_catalog.age('%u'::pg_catalog.xid)"
					" AND pg_catalog.age(%s.xmin) OPERATOR(pg_catalog.>=) -1000000)", alias, xid, alias);
}

/* find_stale locks the stale rows of the range, and returns their numbers. */
static Datum
find_stale(const RefreshTable *t, const FillWork *work, BlockNumber end, int64 *n)
{
	Oid			types[2] = {TIDOID, TIDOID};
	Datum		values[2] = {block_tid(t->next), block_tid(end)};
	StringInfoData sql;
	bool		null;
	Datum		rows;

	initStringInfo(&sql);
	appendStringInfo(&sql, "SELECT pg_catalog.count(*), pg_catalog.array_agg(newstext_row) FROM (SELECT %s.ctid AS newstext_row FROM %s"
					 " AND %s.ctid >= $1 AND %s.ctid < $2 AND NOT %s",
					 work->alias, work->from, work->alias, work->alias, written_since(work->alias, t->until));
	if (t->since != InvalidTransactionId)
		appendStringInfo(&sql, " AND %s", written_since(work->alias, t->since));
	appendStringInfo(&sql, " FOR NO KEY UPDATE OF %s) newstext_stale", work->alias);
	run(sql.data, 2, types, values);
	*n = first_count(1);
	rows = first_rows(2, &null);
	SPI_freetuptable(SPI_tuptable);
	return rows;
}

/* count_stale returns how many of these rows are stale. */
static int64
count_stale(const FillWork *work, Datum rows)
{
	Oid			types[1] = {TIDARRAYOID};
	int64		n;

	run(psprintf("SELECT pg_catalog.count(*) FROM %s AND %s.ctid = ANY ($1)", work->from, work->alias), 1, types, &rows);
	n = first_count(1);
	SPI_freetuptable(SPI_tuptable);
	return n;
}

/* refresh_rows makes the stale rows of a range fresh; returns how many it found. */
static int64
refresh_rows(Refresh *r, RefreshTable *t, const FillWork *work, BlockNumber end, int *path)
{
	Oid			types[1] = {TIDARRAYOID};
	int64		found;
	int64		written;
	bool		null;
	Datum		rows = find_stale(t, work, end, &found);

	if (found == 0)
		return 0;
	if (!work->beside)
		fill_path_end(*path);
	run(work->write, 1, types, &rows);
	written = first_count(1);
	rows = first_rows(2, &null);
	SPI_freetuptable(SPI_tuptable);
	if (!work->beside)
		*path = fill_path_begin(r->schema);

	t->found += found;
	t->rows += written;
	r->rows += written;
	t->kept += found - written;
	if (!null && (work->beside || t->pass > 1))
		t->stuck += count_stale(work, rows);
	return found;
}

/*
 * check_at_once lets no trigger wait for the transaction's end, when it would
 * run as the caller; the server refuses that in a security-restricted context.
 * In a transaction of the caller's, triggers may wait that are none of ours.
 */
static void
check_at_once(const Refresh *r)
{
	if (!r->atomic && SPI_execute("SET CONSTRAINTS ALL IMMEDIATE", false, 0) != SPI_OK_UTILITY)
		elog(ERROR, "could not make constraints immediate");
}

/*
 * refresh_batch refreshes the next range of the table.  False when the table is
 * gone.
 */
static bool
refresh_batch(Refresh *r, RefreshTable *t)
{
	TimestampTz started = GetCurrentTimestamp();
	Relation	rel = try_relation_open(t->relid, AccessShareLock);
	RefreshUser caller;
	MemoryContext memory;
	MemoryContext outside;
	BlockNumber end;
	int64		found = 0;
	int			path;
	double		seconds;
	List	   *plan;

	if (rel == NULL)
		return false;
	memory = AllocSetContextCreate(CurrentMemoryContext, "newstext refresh batch", ALLOCSET_DEFAULT_SIZES);
	outside = MemoryContextSwitchTo(memory);
	check_at_once(r);
	caller = become_owner(rel);
	path = fill_path_begin(r->schema);
	plan = fill_plan(rel, r->schema, r->extension, r->compare);
	end = t->end - t->next > t->range ? t->next + (BlockNumber) t->range : t->end;
	for (int i = 0; i < list_length(plan); i++)
		found += refresh_rows(r, t, list_nth(plan, i), end, &path);
	fill_path_end(path);
	become_caller(&caller);
	relation_close(rel, NoLock);
	MemoryContextSwitchTo(outside);
	MemoryContextDelete(memory);

	t->next = end;
	seconds = seconds_since(started);
	if (found > r->batch)
		t->range = Max(1, t->range * r->batch / found);
	else if (seconds > REFRESH_SLOW_SECONDS)
		t->range = Max(1, t->range / 2);
	else if (seconds < REFRESH_QUICK_SECONDS && found < r->batch / 2)
		t->range = Min(REFRESH_RANGE_MAX, t->range * 2);
	return true;
}

/* tell says how far the call is: to others always, to the caller every few seconds. */
static void
tell(Refresh *r, const RefreshTable *t)
{
	int64		done = r->blocks_before + (t->pass == 1 ? t->next : t->end);
	double		seconds = seconds_since(r->started);

	progress_put(PROGRESS_BLOCKS_DONE, Min(done, r->blocks_total));
	progress_put(PROGRESS_ROWS_DONE, r->rows);
	progress_put(PROGRESS_PASS, t->pass);
	if (seconds_since(r->noticed) < REFRESH_NOTICE_SECONDS)
		return;
	r->noticed = GetCurrentTimestamp();
	if (t->pass > 1)
		ereport(NOTICE,
				(errmsg("%s: " INT64_FORMAT " rows refreshed, looking again at rows that were written meanwhile", t->name, t->rows)));
	else
		ereport(NOTICE,
				(errmsg("%s: %.0f %% done, " INT64_FORMAT " rows refreshed, %.0f a second, about %.0f s left",
						t->name, 100.0 * done / Max(1, r->blocks_total), r->rows, r->rows / Max(seconds, 0.001),
						seconds * Max(0, r->blocks_total - done) / Max(1, done))));
}

/* end_batch commits, rests, and sees to a cancel. */
static void
end_batch(const Refresh *r)
{
	CHECK_FOR_INTERRUPTS();
	if (!r->atomic)
	{
		SPI_commit();
		SPI_start_transaction();
	}
	for (double rest = r->pause; rest > 0; rest -= 1)
	{
		(void) WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH,
						 (long) (Min(rest, 1) * 1000), PG_WAIT_EXTENSION);
		ResetLatch(MyLatch);
		CHECK_FOR_INTERRUPTS();
	}
}

/* begin_pass sets the table to its first page. */
static bool
begin_pass(RefreshTable *t)
{
	Relation	rel = try_relation_open(t->relid, AccessShareLock);

	if (rel == NULL)
		return false;
	t->since = t->pass == 0 ? InvalidTransactionId : t->oldest;
	t->oldest = GetLatestSnapshot()->xmin;
	t->until = ReadNextTransactionId();
	t->pass++;
	t->next = 0;
	t->end = RelationGetNumberOfBlocks(rel);
	t->range = t->pass == 1 ? 1 : REFRESH_RANGE_MAX;
	t->found = 0;
	t->stuck = 0;
	relation_close(rel, NoLock);
	return true;
}

/* refresh_table refreshes one table; what inherits from it is for others. */
static void
refresh_table(Refresh *r, Oid relid)
{
	RefreshTable t = {.relid = relid, .name = fill_name(relid)};
	bool		there;

	progress_put(PROGRESS_TABLE, relid);
	do
	{
		there = begin_pass(&t);
		while (there && t.next < t.end)
		{
			there = refresh_batch(r, &t);
			tell(r, &t);
			end_batch(r);
		}
		/* the first pass is enough when nobody has written anything meanwhile */
	} while (there && t.pass < REFRESH_PASSES_MAX &&
			 (t.pass == 1 ? t.until != ReadNextTransactionId() : t.found > t.stuck));

	r->blocks_before += t.end;
	if (!there)
		ereport(NOTICE, (errmsg("%s: the table is gone", t.name)));
	else if (t.stuck + t.kept > 0)
		ereport(WARNING,
				(errmsg("%s: " INT64_FORMAT " rows stay stale: something keeps them from being updated", t.name, t.stuck + t.kept),
				 errdetail(INT64_FORMAT " were held back by a trigger, " INT64_FORMAT " are stale again as soon as they are written.",
						   t.kept, t.stuck)));
	ereport(NOTICE, (errmsg("%s: done, " INT64_FORMAT " rows refreshed", t.name, t.rows)));
}

/* check_table says what is to be refreshed in a table before anything is done, and adds its pages. */
static bool
check_table(Refresh *r, Oid relid)
{
	Relation	rel = try_relation_open(relid, AccessShareLock);
	bool		any = false;

	if (rel == NULL)
		return false;
	if (rel->rd_rel->relkind == RELKIND_RELATION)
	{
		RefreshUser caller = become_owner(rel);
		int			path = fill_path_begin(r->schema);

		any = fill_plan(rel, r->schema, r->extension, r->compare) != NIL;
		fill_path_end(path);
		become_caller(&caller);
		if (any)
			r->blocks_total += RelationGetNumberOfBlocks(rel);
	}
	relation_close(rel, NoLock);
	return any;
}

/* tables_of returns the tables to be refreshed: this one, its partitions and children. */
static List *
tables_of(Refresh *r, Oid relid)
{
	List	   *tables = NIL;
	List	   *all;

	if (relid == InvalidOid ||
		(get_rel_relkind(relid) != RELKIND_RELATION && get_rel_relkind(relid) != RELKIND_PARTITIONED_TABLE))
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("%s is not a table", relid == InvalidOid ? "NULL" :
						DatumGetCString(DirectFunctionCall1(regclassout, ObjectIdGetDatum(relid))))));
	if (!compat_owns_table(relid, GetUserId()))
		aclcheck_error(ACLCHECK_NOT_OWNER, OBJECT_TABLE, get_rel_name(relid));

	all = find_all_inheritors(relid, AccessShareLock, NULL);
	for (int i = 0; i < list_length(all); i++)
		if (check_table(r, list_nth_oid(all, i)))
			tables = lappend_oid(tables, list_nth_oid(all, i));
	if (tables == NIL && (list_length(all) > 1 || get_rel_relkind(relid) == RELKIND_RELATION))
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("table %s has no column that newstext computes",
						fill_name(relid)),
				 errhint("Refreshed are generated columns, entities news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED, and what the triggers news_keep and news_keep_beside keep.")));
	return tables;
}

static double
interval_seconds(const Interval *interval)
{
	return (interval->month * (double) DAYS_PER_MONTH + interval->day) * SECS_PER_DAY +
		interval->time / (double) USECS_PER_SEC;
}

PG_FUNCTION_INFO_V1(news_refresh);
Datum
news_refresh(PG_FUNCTION_ARGS)
{
	Oid			relid = PG_ARGISNULL(0) ? InvalidOid : PG_GETARG_OID(0);
	Oid			function = fcinfo->flinfo->fn_oid;
	Refresh		r = {
		.schema = get_func_namespace(function),
		.extension = getExtensionOfObject(ProcedureRelationId, function),
		.batch = PG_ARGISNULL(1) ? 0 : PG_GETARG_INT32(1),
		.compare = PG_ARGISNULL(2) ? false : PG_GETARG_BOOL(2),
		.pause = PG_ARGISNULL(3) ? 0 : interval_seconds(PG_GETARG_INTERVAL_P(3)),
		.atomic = true,
		.started = GetCurrentTimestamp()
	};
	List	   *tables;

	if (fcinfo->context && IsA(fcinfo->context, CallContext))
		r.atomic = castNode(CallContext, fcinfo->context)->atomic || IsSubTransaction();
	r.noticed = r.started;
	if (r.batch < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("batch has to be at least 1")));
	if (SPI_connect_ext(r.atomic ? 0 : SPI_OPT_NONATOMIC) != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");

	tables = tables_of(&r, relid);
	progress_begin(relid);
	progress_put(PROGRESS_TABLES_TOTAL, list_length(tables));
	progress_put(PROGRESS_BLOCKS_TOTAL, r.blocks_total);
	/* what the caller has done before in this transaction is committed first: no trigger of his waits for our batches */
	end_batch(&r);
	for (int i = 0; i < list_length(tables); i++)
	{
		refresh_table(&r, list_nth_oid(tables, i));
		progress_put(PROGRESS_TABLES_DONE, i + 1);
	}
	progress_end();
	SPI_finish();
	PG_RETURN_VOID();
}
