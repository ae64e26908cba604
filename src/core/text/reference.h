/*
 * reference.h -- characters that are written as something else (reference.c).
 */
#ifndef NEWSTEXT_REFERENCE_H
#define NEWSTEXT_REFERENCE_H

#include <stdbool.h>
#include <stdint.h>

/* Each returns the bytes at p that stand for the character *cp, 0: none. */
extern uint32_t reference_read(const uint8_t *p, const uint8_t *end, int32_t *cp);
extern uint32_t reference_misread(const uint8_t *p, const uint8_t *end, int32_t *cp);
extern uint32_t reference_json(const uint8_t *p, const uint8_t *end, int32_t *cp);

extern int32_t reference_windows(int32_t cp);

/* reference_printable reads =E2=80=9C or a soft line end (*cp 0) at a =, and returns how many bytes it takes, 0: none. */
extern uint32_t reference_printable(const uint8_t *p, const uint8_t *end, int32_t *cp);

#endif
