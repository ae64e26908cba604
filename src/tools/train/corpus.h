/*
 * corpus.h -- annotated documents, read from the forms they come in.
 */
#ifndef NEWSTEXT_CORPUS_H
#define NEWSTEXT_CORPUS_H

#include "tag/tagger.h"

typedef enum Source
{
	SOURCE_POLNEAR,				/* political news with the labels of another tagger */
	SOURCE_GMB,					/* newswire, labels corrected in part by hand */
	SOURCE_WIKIGOLD,
	SOURCE_EWT,					/* web text; no OTHER */
	SOURCE_GUM,					/* names made out from parts of speech and mentions */
	SOURCE_MADE,				/* made up by made.c */
	SOURCE_HELD					/* evaluation only */
} Source;
#define SOURCES 7

/* A name; what it may be is a set, because some corpora do not tell. */
typedef struct GoldSpan
{
	uint32_t	start;			/* bytes */
	uint32_t	end;
	uint8_t		types;			/* 1 << NtTagType ..., 0: not known whether a name */
	bool		maybe;			/* perhaps no name at all */
} GoldSpan;

typedef struct GoldDoc
{
	const char *id;
	const char *text;
	uint32_t	len;
	Source		source;
	NtArray(GoldSpan) spans;	/* in text order, never overlapping */
	struct GoldDoc *second;		/* the same text with another tagger's labels, or NULL */
} GoldDoc;

typedef NtArray(GoldDoc *) GoldDocs;

#define TYPE(type) (1 << (type))

/* For readers of corpora. */
extern GoldDoc *corpus_add_doc(NtContext *cx, GoldDocs *docs, const char *id, const char *text, uint32_t len,
							   Source source);
extern void corpus_add_span(NtContext *cx, GoldDoc *doc, uint32_t start, uint32_t end, int types, bool maybe);

/* corpus_read_second gives the documents of a source what another tagger says of them, of data/en/model/gmb-second.txt. */
extern void corpus_read_second(NtContext *cx, GoldDocs *docs, Source source, const char *path);

extern const char *source_name(Source source);

/* Each appends the documents of a file; corpus_read_gum those of a folder. */
extern void corpus_read_gum(NtContext *cx, GoldDocs *docs, const char *folder);

/* corpus_read_all reads the folder of corpora (docs/model-card.md). */
extern void corpus_read_all(NtContext *cx, GoldDocs *docs, const char *folder);
extern const char *corpus_path(NtContext *cx, const char *folder, const char *name);

#define ALL_LABELS ((UINT32_C(1) << TAG_STATES) - 1)
#define ANY_OF(type) (UINT32_C(0xF) << ((type) * 4))

/* corpus_token_sets makes of the spans of a document one set of labels a token. */
extern uint32_t *corpus_token_sets(NtContext *cx, const GoldDoc *doc, const NtArticle *a);

#endif
