/*
 * role_english.h -- the English words that the reading of roles knows by themselves.
 */
#ifndef NEWSTEXT_ROLE_ENGLISH_H
#define NEWSTEXT_ROLE_ENGLISH_H

/* Before a description: Con Twomey, now a coach. */
#define ROLE_ADVERBS {"now", "currently", "then", "once", "also", "later"}

/* What stands between a name and what its bearer is. */
#define ROLE_COPULAS {"is", "was", "became", "becomes"}

#endif
