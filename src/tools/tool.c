/*
 * tool.c -- what the command-line programs share.
 */
#include "tool.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
tool_die(const char *format,...)
{
	va_list		args;

	fprintf(stderr, "%s: ", program_invocation_short_name);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

static void
die_of(NtContext *cx, NtError error, const char *message)
{
	(void) cx;
	(void) error;
	tool_die("%s", message);
}

void
tool_arena_init(NtArena *arena)
{
	arena_init(arena);
	arena->cx.raise = die_of;
}

#define READ_STEP 65536

/* read_stream reads all of a stream that may have no size: a pipe. */
static char *
read_stream(NtContext *cx, FILE *in, size_t *len)
{
	NtArray(char) bytes = {0};

	for (;;)
	{
		size_t		got;

		nt_reserve(cx, &bytes, bytes.n + READ_STEP);
		got = fread(bytes.at + bytes.n, 1, READ_STEP - 1, in);
		bytes.n += (uint32_t) got;
		if (got == 0)
			break;
	}
	bytes.at[bytes.n] = '\0';
	*len = bytes.n;
	return bytes.at;
}

char *
tool_read_file(NtContext *cx, const char *path, size_t *len)
{
	bool		standard = strcmp(path, "-") == 0;
	FILE	   *in = standard ? stdin : fopen(path, "rb");
	char	   *bytes;

	if (in == NULL)
		tool_die("could not read %s: %s", path, strerror(errno));
	bytes = read_stream(cx, in, len);
	if (ferror(in))
		tool_die("could not read %s: %s", path, strerror(errno));
	if (!standard)
		fclose(in);
	return bytes;
}
