/*
 * place_english.c -- the English words of place_english.h.
 */
#include "know/place_english.h"

#include <string.h>

const char *
place_word_full(const char *word, size_t len)
{
	static const struct
	{
		const char *brief;
		const char *full;
	}			list[] = {{"st", "saint"}, {"ste", "sainte"}, {"mt", "mount"}, {"ft", "fort"}, {"twp", "township"}, {"co", "county"}};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (strlen(list[i].brief) == len && memcmp(list[i].brief, word, len) == 0)
			return list[i].full;
	return NULL;
}
