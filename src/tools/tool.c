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

char *
tool_read_file(NtContext *cx, const char *path, size_t *len)
{
	FILE	   *in = fopen(path, "rb");
	char	   *bytes;
	long		size;

	if (in == NULL || fseek(in, 0, SEEK_END) != 0 || (size = ftell(in)) < 0)
		tool_die("could not read %s: %s", path, strerror(errno));
	rewind(in);
	bytes = cx->alloc(cx, (size_t) size + 1);
	if (fread(bytes, 1, (size_t) size, in) != (size_t) size)
		tool_die("could not read %s: %s", path, strerror(errno));
	fclose(in);
	bytes[size] = '\0';
	*len = (size_t) size;
	return bytes;
}
