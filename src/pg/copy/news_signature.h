/*
 * news_signature.h -- how news_signature is stored: a fixed size, by reference.
 */
#ifndef NEWSTEXT_NEWS_SIGNATURE_H
#define NEWSTEXT_NEWS_SIGNATURE_H

#include "compat.h"

#include "copy/signature.h"

#define NEWS_SIGNATURE_VERSION 1

typedef struct NewsSignature
{
	uint8		version;
	uint8		reserved[3];	/* 0 */
	uint32		shingles;
	uint16		bins[SIGNATURE_BINS];
} NewsSignature;

StaticAssertDecl(sizeof(NewsSignature) == 248, "INTERNALLENGTH of the type");

#define PG_GETARG_NEWS_SIGNATURE(n) ((const NewsSignature *) PG_GETARG_POINTER(n))

/* The signature as the core has it. */
extern void news_signature_unpack(const NewsSignature *s, NtSignature *out);

/*
 * What counts as a copy: at least so much of the shorter article in the
 * longer, in thousandths, and at least so many equal bins, below which chance
 * decides.
 */
#define NEWS_COPY_SIMILARITY 400
#define NEWS_COPY_BINS 12

#endif
