/*
 * names.h -- tables of names by number, from 1; number 0 is none.
 */
#ifndef NEWSTEXT_NAMES_H
#define NEWSTEXT_NAMES_H

#include <stddef.h>
#include <string.h>

/* names_find returns the number of a name of len bytes, 0: it is none of the n - 1. */
static inline int
names_find(const char *const *names, int n, const char *name, int len)
{
	for (int i = 1; i < n; i++)
		if ((int) strlen(names[i]) == len && memcmp(names[i], name, (size_t) len) == 0)
			return i;
	return 0;
}

#define NAMES_LENGTH(names) ((int) (sizeof(names) / sizeof((names)[0])))

/* DEFINE_NAME defines PREFIX_name(number), NULL: no such number; DEFINE_NAMES PREFIX_number(name, len) too. */
#define DEFINE_NAME(prefix, names) \
	const char *prefix##_name(int number) \
	{ return number > 0 && number < NAMES_LENGTH(names) ? (names)[number] : NULL; }

#define DEFINE_NAMES(prefix, names) \
	DEFINE_NAME(prefix, names) \
	int prefix##_number(const char *name, int len) \
	{ return names_find((names), NAMES_LENGTH(names), name, len); }

#endif
