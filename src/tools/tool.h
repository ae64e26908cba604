/*
 * tool.h -- what the command-line programs share: failing and reading files.
 */
#ifndef NEWSTEXT_TOOL_H
#define NEWSTEXT_TOOL_H

#include "base/arena.h"

/* tool_die prints "PROGRAM: message" and exits with status 1. */
extern void tool_die(const char *format,...) __attribute__((format(printf, 1, 2), noreturn));

/* tool_arena_init makes an arena whose errors end the program. */
extern void tool_arena_init(NtArena *arena);

/* tool_read_file returns a whole file ("-": standard input), NUL-terminated, and its length. */
extern char *tool_read_file(NtContext *cx, const char *path, size_t *len);

#endif
