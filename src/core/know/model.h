/*
 * model.h -- the model file: one read-only block of bytes that every backend
 * maps, holding all that newstext knows.
 *
 *     header       magic, byte order, versions, size, CRC-32 of what follows
 *     directory    one (id, offset, length) a section
 *     sections     arrays of fixed-size records, 16-byte aligned
 *
 * model_open checks the header, the CRC and that every section is whole
 * records inside the file; then each module checks the indices inside its own
 * sections (vocab_open, ...), so that later look-ups need no checks.  A file
 * that fails any check raises NT_ERROR_MODEL and is never used.
 *
 * The file is written by src/tools/compile/compile.c, and replaced by rename so that a
 * backend that maps the old one goes on with it.
 */
#ifndef NEWSTEXT_MODEL_H
#define NEWSTEXT_MODEL_H

#include "base/context.h"

#define MODEL_MAGIC "newstext"
#define MODEL_FORMAT 2			/* layout of the file and its sections */
#define MODEL_TOKENIZER 1		/* token boundaries the weights were trained on */
#define MODEL_BYTE_ORDER UINT32_C(0x01020304)
#define MODEL_VERSION_ROOM 32
#define MODEL_MAX_SECTIONS 64

typedef struct NtModelHeader
{
	char		magic[8];
	uint32_t	byte_order;
	uint32_t	format;
	uint32_t	tokenizer;
	uint32_t	unicode;		/* Unicode version of the folding, major * 100 + minor */
	uint64_t	size;			/* of the whole file */
	uint32_t	crc;			/* model_checksum() of everything after this header */
	uint32_t	sections;
	char		version[MODEL_VERSION_ROOM];	/* news_model_version(), NUL-padded */
} NtModelHeader;

typedef struct NtModelSection
{
	char		id[8];			/* NUL-padded */
	uint64_t	offset;			/* from the beginning of the file */
	uint64_t	length;			/* in bytes */
} NtModelSection;

struct NtVocab;

typedef struct NtModel
{
	const uint8_t *bytes;
	uint64_t	size;
	const NtModelHeader *header;
	const NtModelSection *directory;
} NtModel;

extern void model_open(NtContext *cx, NtModel *model, const void *bytes, uint64_t size);
extern const void *model_section(NtContext *cx, const NtModel *model, const char *id,
								 size_t record_size, uint32_t *records);
extern uint32_t model_checksum(const void *bytes, uint64_t size);
extern uint32_t model_unicode(void);

#endif
