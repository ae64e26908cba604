/*
 * quote_speaker.h -- which words of the sentence name the speaker.
 */
#ifndef NEWSTEXT_QUOTE_SPEAKER_H
#define NEWSTEXT_QUOTE_SPEAKER_H

#include "quote/quote_candidate.h"

#define QUOTE_NO_SOURCE NT_NONE	/* the candidate "nobody" */

/* What the cue before in the sentence reports; empty ranges: none. */
typedef struct QuoteEarlier
{
	QuoteRange	source;
	QuoteRange	content;
} QuoteEarlier;

#define QUOTE_NO_EARLIER ((QuoteEarlier) {{1, 0}, {1, 0}})

extern void quote_chunks(QuoteReader *r, uint32_t first, uint32_t last);
extern void quote_sources(const QuoteReader *r, uint32_t cue, QuoteRange content, QuoteCandidates *c);
extern void quote_source_features(const QuoteReader *r, uint32_t cue, QuoteSide side, QuoteRange content,
								  const QuoteEarlier *earlier, uint32_t chunk, QuotePart part, QuoteFeatures *f);
extern QuoteRange quote_source(const QuoteReader *r, uint32_t cue, QuoteSide side, QuoteRange content,
							   const QuoteEarlier *earlier, int32_t *margin);

#endif
