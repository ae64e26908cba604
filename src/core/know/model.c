/*
 * model.c -- opens a model file and finds its sections.
 */
#include "know/model.h"

#include "base/ascii.h"

#include <string.h>
#include <utf8proc.h>

#define STRIPES 4

typedef uint32_t CrcTable[8][256];

static void
crc_table(CrcTable table)
{
	for (uint32_t i = 0; i < 256; i++)
	{
		uint32_t	c = i;

		for (int bit = 0; bit < 8; bit++)
			c = c & 1 ? c >> 1 ^ 0xEDB88320 : c >> 1;
		table[0][i] = c;
	}
	for (int slice = 1; slice < 8; slice++)
		for (uint32_t i = 0; i < 256; i++)
			table[slice][i] = table[slice - 1][i] >> 8 ^ table[0][table[slice - 1][i] & 0xFF];
}

/* crc_eight goes on with eight bytes ("slicing-by-8", Kounavis and Berry 2005). */
static inline uint32_t
crc_eight(CrcTable table, uint32_t crc, const uint8_t *p)
{
	uint32_t	lo = crc ^ ((uint32_t) p[0] | (uint32_t) p[1] << 8 | (uint32_t) p[2] << 16 | (uint32_t) p[3] << 24);

	return table[7][lo & 0xFF] ^ table[6][lo >> 8 & 0xFF] ^ table[5][lo >> 16 & 0xFF] ^
		table[4][lo >> 24] ^ table[3][p[4]] ^ table[2][p[5]] ^ table[1][p[6]] ^ table[0][p[7]];
}

static uint32_t
crc_bytes(CrcTable table, uint32_t crc, const uint8_t *p, uint64_t size)
{
	for (; size >= 8; size -= 8, p += 8)
		crc = crc_eight(table, crc, p);
	for (; size > 0; size--)
		crc = crc >> 8 ^ table[0][(crc ^ *p++) & 0xFF];
	return crc;
}

/*
 * model_checksum returns the CRC-32 (IEEE 802.3) of four of them, of a quarter of
 * the bytes each (a multiple of eight, the rest with the last one): a step of one waits
 * for the step before, so that four at once take a third of the time.
 */
uint32_t
model_checksum(const void *bytes, uint64_t size)
{
	CrcTable	table;
	uint32_t	crc[STRIPES] = {0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF};
	uint64_t	stripe = size / STRIPES & ~UINT64_C(7);
	const uint8_t *p = bytes;

	crc_table(table);
	for (uint64_t at = 0; at < stripe; at += 8)
		for (int k = 0; k < STRIPES; k++)
			crc[k] = crc_eight(table, crc[k], p + (uint64_t) k * stripe + at);
	crc[STRIPES - 1] = crc_bytes(table, crc[STRIPES - 1], p + STRIPES * stripe, size - STRIPES * stripe);
	for (int k = 0; k < STRIPES; k++)
		crc[k] ^= 0xFFFFFFFF;
	return crc_bytes(table, 0xFFFFFFFF, (const uint8_t *) crc, sizeof(crc)) ^ 0xFFFFFFFF;
}

/* model_unicode returns the Unicode version of the library that folds words. */
uint32_t
model_unicode(void)
{
	const char *v = utf8proc_unicode_version();
	uint32_t	major = 0;
	uint32_t	minor = 0;

	while (ascii_is_digit(*v))
		major = major * 10 + (uint32_t) (*v++ - '0');
	if (*v == '.')
		for (v++; ascii_is_digit(*v); v++)
			minor = minor * 10 + (uint32_t) (*v - '0');
	return major * 100 + minor;
}

/*
 * model_open checks size bytes (which must stay where they are, 8-byte
 * aligned, as long as the model is used) and fills *model.
 * Raises NT_ERROR_MODEL, saying what is wrong.
 *
 * A Unicode version other than the library's is no fault: folding of the
 * letters that news is written in has not changed since Unicode 5.  The server's
 * news_model_version() tells of it (model_map.c).
 */
void
model_open(NtContext *cx, NtModel *model, const void *bytes, uint64_t size)
{
	const NtModelHeader *header = bytes;

	if (size < sizeof(NtModelHeader))
		nt_raise(cx, NT_ERROR_MODEL, "file is too short: %llu bytes", (unsigned long long) size);
	if (memcmp(header->magic, MODEL_MAGIC, sizeof(header->magic)) != 0)
		nt_raise(cx, NT_ERROR_MODEL, "file is not a newstext model");
	if (header->byte_order != MODEL_BYTE_ORDER)
		nt_raise(cx, NT_ERROR_MODEL, "file was compiled on a machine of another byte order");
	if (header->format != MODEL_FORMAT)
		nt_raise(cx, NT_ERROR_MODEL, "file has format %u, this release reads format %u",
				 header->format, MODEL_FORMAT);
	if (header->tokenizer != MODEL_TOKENIZER)
		nt_raise(cx, NT_ERROR_MODEL, "file was made for tokenizer %u, this release has tokenizer %u",
				 header->tokenizer, MODEL_TOKENIZER);
	if (header->size != size)
		nt_raise(cx, NT_ERROR_MODEL, "file has %llu bytes, its header says %llu",
				 (unsigned long long) size, (unsigned long long) header->size);
	if (model_checksum(header + 1, size - sizeof(NtModelHeader)) != header->crc)
		nt_raise(cx, NT_ERROR_MODEL, "file is damaged: checksum mismatch");
	if (header->sections > MODEL_MAX_SECTIONS ||
		size - sizeof(NtModelHeader) < header->sections * sizeof(NtModelSection))
		nt_raise(cx, NT_ERROR_MODEL, "file has an impossible directory");
	if (header->version[MODEL_VERSION_ROOM - 1] != '\0')
		nt_raise(cx, NT_ERROR_MODEL, "file has an unterminated version");

	model->bytes = bytes;
	model->size = size;
	model->header = header;
	model->directory = (const NtModelSection *) (header + 1);
	for (uint32_t i = 0; i < header->sections; i++)
	{
		const NtModelSection *s = &model->directory[i];

		if (s->offset > size || s->length > size - s->offset || s->offset % 16 != 0)
			nt_raise(cx, NT_ERROR_MODEL, "section %.8s lies outside the file", s->id);
	}
}

/*
 * model_section returns the records of a section and their number.
 * Raises NT_ERROR_MODEL when it is missing or not whole records.
 */
const void *
model_section(NtContext *cx, const NtModel *model, const char *id,
			  size_t record_size, uint32_t *records)
{
	for (uint32_t i = 0; i < model->header->sections; i++)
	{
		const NtModelSection *s = &model->directory[i];

		if (strncmp(s->id, id, sizeof(s->id)) != 0)
			continue;
		if (s->length % record_size != 0 || s->length / record_size > UINT32_MAX)
			nt_raise(cx, NT_ERROR_MODEL, "section %s is not whole records", id);
		*records = (uint32_t) (s->length / record_size);
		return model->bytes + s->offset;
	}
	nt_raise(cx, NT_ERROR_MODEL, "section %s is missing", id);
}
