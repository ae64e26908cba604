/*
 * compat.h -- differences between the PostgreSQL versions newstext builds
 * on, 15 to 18, all in one place.  Every file of src/pg includes it first.
 */
#ifndef NEWSTEXT_COMPAT_H
#define NEWSTEXT_COMPAT_H

/*
 * The library is built with -fvisibility=hidden, so that no name of src/core
 * can meet a name of the server or of another extension.  The server's
 * headers mark the functions of PG_FUNCTION_INFO_V1 as visible from version 16
 * on; before, that is done here.
 */
#if defined(__GNUC__) && !defined(_WIN32) && !defined(PGDLLEXPORT)
#define PGDLLEXPORT __attribute__((visibility("default")))
#endif

#include "postgres.h"
#include "fmgr.h"

#if PG_VERSION_NUM < 150000
#error "newstext needs PostgreSQL 15 or later"
#endif

#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#else
#undef PG_FUNCTION_INFO_V1
#define PG_FUNCTION_INFO_V1(funcname) \
	extern PGDLLEXPORT Datum funcname(PG_FUNCTION_ARGS); \
	extern PGDLLEXPORT const Pg_finfo_record *CppConcat(pg_finfo_, funcname) (void); \
	const Pg_finfo_record * \
	CppConcat(pg_finfo_, funcname) (void) \
	{ \
		static const Pg_finfo_record my_finfo = {1}; \
		return &my_finfo; \
	} \
	extern int	no_such_variable
#endif

#include "funcapi.h"
#include "nodes/pg_list.h"
#include "utils/rangetypes.h"
#include "utils/multirangetypes.h"

/*
 * 16: input functions can report errors without leaving ("soft errors"), for
 * pg_input_is_valid() and COPY ... ON_ERROR.  Before, every error leaves.
 */
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#define compat_input(function, text, escontext, result) \
	DirectInputFunctionCallSafe((function), (text), InvalidOid, -1, (escontext), (result))
#define compat_range_serialize(type, lower, upper) range_serialize((type), (lower), (upper), false, NULL)
#else
#define compat_input(function, text, escontext, result) \
	((void) (escontext), *(result) = DirectFunctionCall1((function), CStringGetDatum(text)), true)
#define ereturn(escontext, value, ...) \
	do { (void) (escontext); ereport(ERROR, __VA_ARGS__); return value; } while (0)
#define compat_range_serialize(type, lower, upper) range_serialize((type), (lower), (upper), false)
#endif

/* 16: who owns an object is asked for all kinds of objects by one function. */
#if PG_VERSION_NUM >= 160000
#define compat_owns_table(table, role) object_ownercheck(RelationRelationId, (table), (role))
#define compat_local_backend(n) pgstat_get_local_beentry_by_index(n)
#else
#define compat_owns_table(table, role) pg_class_ownercheck((table), (role))
#define compat_local_backend(n) pgstat_fetch_stat_local_beentry(n)
#endif

/* 17: a counted text is never counted with its own count. */
#if PG_VERSION_NUM >= 170000
#define compat_sendcountedtext(buf, text, len) pq_sendcountedtext((buf), (text), (len))
#else
#define compat_sendcountedtext(buf, text, len) pq_sendcountedtext((buf), (text), (len), false)
#endif

/* 17: the statistics target of a column stands in the statistics themselves. */
#if PG_VERSION_NUM >= 170000
#define compat_statistics_target(stats) ((stats)->attstattarget)
#else
#define compat_statistics_target(stats) ((stats)->attr->attstattarget)
#endif

/* 18: ANALYZE says that it is not VACUUM when it rests. */
#if PG_VERSION_NUM >= 180000
#define compat_analyze_delay_point() vacuum_delay_point(true)
#else
#define compat_analyze_delay_point() vacuum_delay_point()
#endif

/* 18: a library says its name and version: pg_get_loaded_modules(). */
#if PG_VERSION_NUM >= 180000
#define COMPAT_MODULE_MAGIC(name_, version_) PG_MODULE_MAGIC_EXT(.name = name_, .version = version_)
#else
#define COMPAT_MODULE_MAGIC(name, version) PG_MODULE_MAGIC
#endif

/* 18: a function that does not return is marked in front. */
#if PG_VERSION_NUM < 180000
#define pg_noreturn __attribute__((noreturn))
#endif

#endif
