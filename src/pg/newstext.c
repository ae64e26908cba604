/*
 * newstext.c -- the library as the server sees it.
 */
#include "compat.h"

#if PG_VERSION_NUM >= 180000
PG_MODULE_MAGIC_EXT(.name = "newstext", .version = NEWSTEXT_VERSION);
#else
PG_MODULE_MAGIC;
#endif
