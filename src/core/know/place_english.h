/*
 * place_english.h -- the English words that the reading of places knows by
 * themselves.
 */
#ifndef NEWSTEXT_PLACE_ENGLISH_H
#define NEWSTEXT_PLACE_ENGLISH_H

#include <stddef.h>

/* place_word_full returns what a folded word of a place's name is short for (st: saint), NULL: itself. */
extern const char *place_word_full(const char *word, size_t len);

/* After a list of names ("Walton and Oconee counties") each is one of these. */
#define PLACE_PLURAL "counties"
#define PLACE_SINGULAR " county"
#define COUNTY_AFTER " County"

/* Between a place and its region: Cambridge, in Waikato. */
#define PLACE_IN "in"

#endif
