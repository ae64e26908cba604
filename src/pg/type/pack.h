/*
 * pack.h -- the small forms of numbers and texts in stored values (version 2).
 */
#ifndef NEWSTEXT_PACK_H
#define NEWSTEXT_PACK_H

#include "type/types.h"

typedef enum SymbolTable
{
	SYMBOLS_WORDS,
	SYMBOLS_DATES
} SymbolTable;

/* Writes into memory that is large enough: see the *_MOST of each. */
typedef struct PackWriter
{
	uint8	   *at;
} PackWriter;

#define PACK_NUMBER_MOST 5		/* bytes of a number */
#define PACK_TEXT_MOST(bytes) (PACK_NUMBER_MOST + (Size) (bytes))
#define PACK_SPAN_MOST (2 * PACK_NUMBER_MOST)

/* Reads, and raises version_error of its type where a value ends too soon. */
typedef struct PackReader
{
	const char *type;
	const uint8 *at;
	const uint8 *end;
	char	   *room;			/* for texts that are not in the value as they are */
	Size		left;
} PackReader;

extern void pack_number(PackWriter *w, uint32 number);
extern void pack_signed(PackWriter *w, int32 number);
extern void pack_text(PackWriter *w, NewsBytes text, NewsBytes where, SymbolTable table);
extern void pack_confidence(PackWriter *w, int confidence);
extern void pack_span(PackWriter *w, NewsSpan span, int32 from);

/* pack_coded writes a text in symbols and returns its length, 0 unless that is less than room. */
extern int	pack_coded(uint8 *to, int room, NewsBytes text, SymbolTable table);
extern NewsBytes unpack_coded(PackReader *r, const uint8 *from, int len, SymbolTable table);

/* unpack_begin reads a value after its version byte; it allocates in the current memory context. */
extern void unpack_begin(PackReader *r, const char *type, const struct varlena *value);
extern void *unpack_room(PackReader *r, Size bytes);
extern uint8 unpack_byte(PackReader *r);
extern uint32 unpack_number(PackReader *r);
extern int32 unpack_signed(PackReader *r);
extern NewsBytes unpack_text(PackReader *r, NewsBytes where, SymbolTable table);
extern int	unpack_confidence(PackReader *r);
extern NewsSpan unpack_span(PackReader *r, int32 from);

#endif
