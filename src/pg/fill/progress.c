/*
 * progress.c -- what a running news_refresh() tells other sessions.
 *
 * The server has, for each backend, a place where a long command writes how far
 * it is; pg_stat_progress_vacuum and its like are views of it that pick their
 * command by its number.  news_refresh() writes there under a number that no
 * command of the server has, and the view news_refresh_progress picks that one.
 * So nothing is stored, nothing is locked, and what a backend told is gone with
 * its transaction when it fails, and with itself when it ends.
 */
#include "fill/fill.h"

#include "catalog/pg_authid.h"
#include "miscadmin.h"
#include "pgstat.h"
#include "utils/acl.h"
#include "utils/backend_progress.h"
#include "utils/backend_status.h"
#include "utils/timestamp.h"

#include "read/rows.h"

#define PROGRESS_COMMAND_REFRESH ((ProgressCommandType) 0x6E657773)	/* "news" */

void
progress_begin(Oid relation)
{
	pgstat_progress_start_command(PROGRESS_COMMAND_REFRESH, relation);
	progress_put(PROGRESS_STARTED, GetCurrentTimestamp());
}

void
progress_put(FillProgress what, int64 value)
{
	pgstat_progress_update_param(what, value);
}

void
progress_end(void)
{
	pgstat_progress_end_command();
}

/* Columns of a row; what they count stands in install/82-fill.sql. */
enum
{
	COLUMN_PID, COLUMN_DATABASE, COLUMN_RELATION, COLUMN_TABLE, COLUMN_TABLES_TOTAL, COLUMN_TABLES_DONE,
	COLUMN_BLOCKS_TOTAL, COLUMN_BLOCKS_DONE, COLUMN_ROWS_DONE, COLUMN_PASS, COLUMN_STARTED, COLUMNS
};

/* newstext_refresh_progress returns a row for each session that refreshes. */
PG_FUNCTION_INFO_V1(newstext_refresh_progress);
Datum
newstext_refresh_progress(PG_FUNCTION_ARGS)
{
	Rows		rows = rows_begin(fcinfo);
	int			n = pgstat_fetch_stat_numbackends();

	for (int i = 1; i <= n; i++)
	{
		PgBackendStatus *backend = &compat_local_backend(i)->backendStatus;
		const int64 *param = backend->st_progress_param;
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS] = {false};

		if (backend->st_procpid == 0 || backend->st_progress_command != PROGRESS_COMMAND_REFRESH)
			continue;
		values[COLUMN_PID] = Int32GetDatum(backend->st_procpid);
		values[COLUMN_DATABASE] = ObjectIdGetDatum(backend->st_databaseid);
		values[COLUMN_RELATION] = ObjectIdGetDatum(backend->st_progress_command_target);
		values[COLUMN_TABLE] = ObjectIdGetDatum((Oid) param[PROGRESS_TABLE]);
		values[COLUMN_TABLES_TOTAL] = Int64GetDatum(param[PROGRESS_TABLES_TOTAL]);
		values[COLUMN_TABLES_DONE] = Int64GetDatum(param[PROGRESS_TABLES_DONE]);
		values[COLUMN_BLOCKS_TOTAL] = Int64GetDatum(param[PROGRESS_BLOCKS_TOTAL]);
		values[COLUMN_BLOCKS_DONE] = Int64GetDatum(param[PROGRESS_BLOCKS_DONE]);
		values[COLUMN_ROWS_DONE] = Int64GetDatum(param[PROGRESS_ROWS_DONE]);
		values[COLUMN_PASS] = Int64GetDatum(param[PROGRESS_PASS]);
		values[COLUMN_STARTED] = TimestampTzGetDatum(param[PROGRESS_STARTED]);
		/* how far others are is for those who may see what they run, as in pg_stat_progress_... */
		if (!has_privs_of_role(GetUserId(), backend->st_userid) &&
			!has_privs_of_role(GetUserId(), ROLE_PG_READ_ALL_STATS))
			memset(nulls + COLUMN_RELATION, true, COLUMNS - COLUMN_RELATION);
		rows_put(&rows, values, nulls);
	}
	return rows_end(&rows);
}
