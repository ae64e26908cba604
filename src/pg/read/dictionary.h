/*
 * dictionary.h -- a user's own names, as a text search dictionary.
 */
#ifndef NEWSTEXT_DICTIONARY_H
#define NEWSTEXT_DICTIONARY_H

#include "compat.h"

#include "know/lexicon.h"

typedef struct NewsDictionary
{
	NtLexicon	lexicon;
	uint64		serial;			/* of this backend; another one after every change */
} NewsDictionary;

/* news_dictionary_arg returns that of argument n, NULL when the call has none. */
extern const NewsDictionary *news_dictionary_arg(FunctionCallInfo fcinfo, int n);

#endif
