/*
 * quote_feature.h -- features of a decision, hashed; quote_template.h numbers their templates.
 */
#ifndef NEWSTEXT_QUOTE_FEATURE_H
#define NEWSTEXT_QUOTE_FEATURE_H

#include "quote/quote_template.h"

#include <stdint.h>

typedef struct QuoteFeatures
{
	uint32_t	at[QUOTE_FEATURES];	/* hashes, 32 bits */
	uint32_t	n;
} QuoteFeatures;

static inline uint32_t
feature_hash(uint32_t a, uint32_t b)
{
	uint32_t	h = (a ^ (b * UINT32_C(0x9E3779B1))) * UINT32_C(0x85EBCA6B);

	return h ^ h >> 15;
}

/* feature_add adds a template with its value; quote_template.h makes sure that there is room for all. */
static inline void
feature_add(QuoteFeatures *f, uint32_t template, uint32_t value)
{
	uint32_t	h = feature_hash(template * UINT32_C(0xC2B2AE35) + 0x27D4EB2F, value);

	f->at[f->n++] = h * UINT32_C(0x27D4EB2F);
}

static inline void
feature_add2(QuoteFeatures *f, uint32_t template, uint32_t a, uint32_t b)
{
	feature_add(f, template, feature_hash(a + 1, b));
}

static inline void
feature_add3(QuoteFeatures *f, uint32_t template, uint32_t a, uint32_t b, uint32_t c)
{
	feature_add(f, template, feature_hash(feature_hash(a + 1, b), c));
}

/* capped: a number with a cap. */
static inline uint32_t
capped(uint32_t value, uint32_t cap)
{
	return value < cap ? value : cap;
}

#endif
