/*
 * fill.h -- filling and refreshing: columns that hold what articles say, and
 * how rows are found in which they do not hold it yet, or no longer.
 *
 *     refresh.c       news_refresh(): batch after batch over a table
 *     refresh_plan.c  what newstext computes in a table, as SQL
 *     keep.c          news_keep(), news_keep_beside(): triggers that keep
 *                     ordinary columns, and a table beside, as articles change
 *     keep_args.c     the arguments of those triggers
 *     progress.c      what a running news_refresh() tells others
 *
 * A column is computed in one of three ways, and news_refresh() finds which by
 * looking at the table:
 *
 *     generated   entities news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED
 *     kept        EXECUTE FUNCTION news_keep('entities', 'news_entities(body)')
 *     beside      EXECUTE FUNCTION news_keep_beside('article_news', 'id', 'entities', 'news_entities(body)')
 */
#ifndef NEWSTEXT_FILL_H
#define NEWSTEXT_FILL_H

#include "compat.h"

#include "commands/trigger.h"
#include "lib/stringinfo.h"
#include "utils/rel.h"

/*
 * What is to be done in one table to one set of columns.  Each text is SQL that
 * begins where a range of rows or a list of them has been chosen:
 *
 *     SELECT ... FROM {from} AND {which rows} FOR NO KEY UPDATE OF {alias}
 *     {write} with the rows as $1, tid[]
 */
typedef struct FillWork
{
	char	   *from;			/* the rows that are stale: "ONLY t WHERE (...)" */
	char	   *alias;			/* what the table is called in it */
	char	   *write;			/* makes the rows of $1 fresh, counts them, and gives where they are now */
	bool		beside;			/* the rows written are those of a table beside */
} FillWork;

/* The arguments of a trigger that keeps columns. */
typedef struct KeepArgs
{
	char	   *beside;			/* quoted name of the table beside, with its schema; NULL: the table itself */
	List	   *keys;			/* of String: columns that name a row in both */
	int			n;
	char	  **column;			/* unquoted */
	char	  **expression;
} KeepArgs;

/* refresh_plan.c */
extern List *fill_plan(Relation rel, Oid schema, Oid extension, bool compare);
extern char *fill_name(Oid relid);

/* keep_args.c */
extern bool keep_args(const Trigger *trigger, Relation rel, Oid schema, KeepArgs *args);
extern int	keep_column(Relation rel, const char *column, const Trigger *trigger);

/*
 * The search path of our own statements: of the server, and of newstext; what
 * others have put into schemas of the caller's path decides nothing.
 * fill_path_begin returns what fill_path_end has to be given.
 */
extern int	fill_path_begin(Oid schema);
extern void fill_path_end(int level);

/* progress.c */
typedef enum FillProgress
{
	PROGRESS_TABLES_TOTAL,
	PROGRESS_TABLES_DONE,
	PROGRESS_BLOCKS_TOTAL,		/* of all tables */
	PROGRESS_BLOCKS_DONE,
	PROGRESS_ROWS_DONE,
	PROGRESS_PASS,
	PROGRESS_STARTED,			/* TimestampTz */
	PROGRESS_TABLE				/* the one being read */
} FillProgress;

extern void progress_begin(Oid relation);
extern void progress_put(FillProgress what, int64 value);
extern void progress_end(void);

#endif
