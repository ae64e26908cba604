/*
 * trace.h -- lets a reader see why: each stage tells its decisions, in words,
 * to whoever asked.
 *
 *     if (nt_tracing(cx, TRACE_DATES))
 *         nt_trace(cx, TRACE_DATES, "rule line %u, anchor %s", line, anchor);
 *
 * A line is told where the decision falls, so that the lines of a stage stand
 * in the order in which it thinks.  Only newstext-tag --trace listens; in the
 * server nobody does, and a stage that asks pays one comparison.
 */
#ifndef NEWSTEXT_TRACE_H
#define NEWSTEXT_TRACE_H

#include "base/context.h"

#define NT_TRACE_STAGES(X) \
	X(TRACE_TEXT, "text")			/* tokens, sentences, sections */ \
	X(TRACE_NAMES, "names")			/* candidates, passes, kinds */ \
	X(TRACE_ENTITIES, "entities")	/* what is joined, places chosen, roles */ \
	X(TRACE_DATES, "dates")			/* rules, anchors, directions */ \
	X(TRACE_QUOTES, "quotes")		/* marks, cues, clauses, speakers */ \
	X(TRACE_AMOUNTS, "amounts")		/* rules */

typedef enum NtTraceStage
{
#define X(symbol, name) symbol,
	NT_TRACE_STAGES(X)
#undef X
	TRACE_COUNT
} NtTraceStage;

static inline bool
nt_tracing(const NtContext *cx, NtTraceStage stage)
{
	return cx->trace != NULL && ((cx->traced >> stage) & 1) != 0;
}

/* nt_trace tells one line; it does nothing when nobody listens to that stage. */
extern void nt_trace(NtContext *cx, NtTraceStage stage, const char *format,...)
			__attribute__((format(printf, 3, 4)));

extern const char *trace_stage_name(NtTraceStage stage);

/* trace_stage_named returns the stage of a name, TRACE_COUNT: none. */
extern NtTraceStage trace_stage_named(const char *name);

#endif
