/*
 * dictionary.h -- a user's own names, as a text search dictionary.
 */
#ifndef NEWSTEXT_DICTIONARY_H
#define NEWSTEXT_DICTIONARY_H

#include "compat.h"

#include "lexicon.h"

typedef struct NewsDictionary
{
	NtLexicon	lexicon;
	uint64		serial;			/* of this backend; another one after every change */
} NewsDictionary;

/*
 * news_dictionary returns the lexicon of a text search dictionary, as the
 * server caches it.  Raises an error when the dictionary is of another template.
 */
extern const NewsDictionary *news_dictionary(Oid dictionary);

/* news_dictionary_arg returns that of argument n, NULL when the call has none. */
extern const NewsDictionary *news_dictionary_arg(FunctionCallInfo fcinfo, int n);

#endif
