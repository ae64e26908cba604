/*
 * encoding.h -- text of the server's encoding and of the core's, without an
 * error for what one of them cannot write.
 */
#ifndef NEWSTEXT_ENCODING_H
#define NEWSTEXT_ENCODING_H

#include "type/types.h"

/*
 * encoding_to_utf8 returns text as the core reads it, in the current memory
 * context and closed by a zero byte, or the text itself.  A character that
 * cannot be converted is one U+FFFD, so that characters are as many as before
 * but where one of the server is two of Unicode.
 */
extern NewsBytes encoding_to_utf8(const char *text, int len);

/* encoding_to_server is false when the server's encoding lacks a character. */
extern bool encoding_to_server(NewsBytes utf8, NewsBytes *out);

#endif
