/*
 * train_quotes.h -- what the trainer of quotations is made of.
 *
 *     train_quotes_corpus.c    reads the articles and who said what in them
 *     train_quotes_made.c      makes articles of articles: the wire's order, British marks
 *     train_quotes_pos.c      learns parts of speech
 *     train_quotes_task.c      softmax regression over hashed features
 *     train_quotes_examples.c  what the attributions teach the cue, clause and source models
 *     train_quotes_loose.c     and the model of marks that no cue claims
 *     train_quotes_odds.c      how far a margin can be trusted
 *     train_quotes.c           runs them and writes the weights
 */
#ifndef NEWSTEXT_TRAIN_QUOTES_H
#define NEWSTEXT_TRAIN_QUOTES_H

#include "quote/quote_clause.h"
#include "quote/quote_turns.h"
#include "quote/quote_cue.h"
#include "quote/quote_loose.h"
#include "quote/quote_mark.h"
#include "quote/quote_speaker.h"
#include "tool.h"
#include "read.h"

/* What lives as long as the program. */
extern NtArena forever;
extern NtKnowledge know;

/* ---- the articles ------------------------------------------------------- */

typedef NtArray(QuoteRange) Ranges;

typedef struct Gold
{
	Ranges		source;			/* bytes of the text */
	Ranges		cue;
	Ranges		content;
} Gold;

typedef struct Document
{
	const char *id;
	const char *body;			/* as the corpus has it */
	const char *text;			/* without its markup once it is open, as all ranges are */
	NtArticle	article;
	QuoteReader reader;
	NtArray(Gold) gold;
	int8_t	   *silver;			/* tag a token, -1 unknown */
	bool		held;
	uint32_t	origin;			/* the document its sentences come from, mostly itself */
} Document;

typedef NtArray(Document) Documents;

extern Documents docs;

/* read_documents leaves every hold-th document, counted from part, out of the learning; 0: none. */
extern void read_documents(const char *path, uint32_t hold, uint32_t part);
extern void open_document(Document *d);

/* text_byte returns the byte of the text that a byte of the body has become. */
extern uint32_t text_byte(const Document *d, uint32_t byte);

/* token_at returns the first token that ends after a byte; tokens_of the tokens of a byte range. */
extern uint32_t token_at(const QuoteReader *r, uint32_t byte);
extern QuoteRange tokens_of(const QuoteReader *r, QuoteRange bytes);

/* add_made adds and opens what is made of the articles; path: what may end a turned report. */
extern void add_made(const char *path);

/* ---- parts of speech ---------------------------------------------------- */

#define POS_ROWS (1u << QUOTE_POS_BITS)

extern int8_t *tag_weights;
extern uint8_t (*usual)[2];		/* tag + 1 of a word that has but one, written small and with a capital */

extern void read_silver(const char *path);
extern void find_usual(void);
extern void train_tags(int epochs);

/* ---- regressions -------------------------------------------------------- */

/* One decision: candidates, each with its features; some are right. */
typedef struct Example
{
	uint32_t	first;			/* candidates [first, first + n) */
	uint32_t	n;
	int			right;			/* cue: the class; else unused */
	uint32_t	document;
} Example;

typedef struct Candidate
{
	uint32_t	feature;		/* features [feature, feature + n) */
	uint16_t	n;
	bool		right;
} Candidate;

typedef struct Task
{
	const char *name;
	uint32_t	bits;
	int			width;
	NtArray(uint32_t) features;
	NtArray(Candidate) candidates;
	NtArray(Example) examples;
	float	   *w;
	float	   *z;				/* FTRL: gradients less what the weight answers for */
	float	   *square;			/* and their squares */
	int8_t	   *rounded;
	uint32_t	lost;			/* gold answer is no candidate */
	bool		cells;			/* features are turned into cells */
} Task;

extern Task cue_task;
extern Task span_task[SPAN_MODELS];
extern int	fold;				/* the half of the documents that is left out now, -1: neither */

extern void task_candidate(Task *task, const QuoteFeatures *f, bool right);
extern void task_example(Task *task, uint32_t first, int right, uint32_t document);
extern void train_task(Task *task, int epochs);

extern void build_examples(void);
extern void learn_loose(int epochs);

/* use_weights lets the reader read with what has been learned so far. */
extern void use_weights(void);

/* ---- confidence --------------------------------------------------------- */

/* measure_odds measures how often quotations were right, by kind and margin, in articles not learned from. */
extern void measure_odds(int epochs);

/* even_odds sets them all to one half, where nobody asks. */
extern void even_odds(void);
extern uint16_t odds[QUOTE_KIND_MAX + 1][QUOTE_ODDS_STEPS];

#endif
