/*
 * ascii.h -- letters, digits and white space of ASCII, of a byte or a code point, whatever the locale.
 */
#ifndef NEWSTEXT_ASCII_H
#define NEWSTEXT_ASCII_H

#include <stdbool.h>
#include <stdint.h>

static inline bool
ascii_is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static inline bool
ascii_is_small(uint32_t c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
ascii_is_letter(uint32_t c)
{
	return ascii_is_small(c | 0x20);
}

static inline bool
ascii_is_space(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

#endif
