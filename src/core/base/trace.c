/*
 * trace.c -- carries the lines of a trace to whoever listens.
 */
#include "base/trace.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define TRACE_LINE 2000			/* a longer line is cut */

static const char *const stage_names[] = {
#define X(symbol, name) name,
	NT_TRACE_STAGES(X)
#undef X
};

void
nt_trace(NtContext *cx, NtTraceStage stage, const char *format,...)
{
	char		line[TRACE_LINE];
	va_list		args;

	if (!nt_tracing(cx, stage))
		return;
	va_start(args, format);
	vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	cx->trace(cx, (int) stage, line);
}

const char *
trace_stage_name(NtTraceStage stage)
{
	return stage_names[stage];
}

NtTraceStage
trace_stage_named(const char *name)
{
	int			stage = 0;

	while (stage < TRACE_COUNT && strcmp(stage_names[stage], name) != 0)
		stage++;
	return (NtTraceStage) stage;
}
