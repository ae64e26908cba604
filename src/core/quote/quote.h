/*
 * quote.h -- an article while its quotations are sought; what all files of the stage share.
 *
 *     quote.c          runs the others and joins the pieces
 *     quote_model.c    opens the weights
 *     quote_read.c     what the words of a sentence report
 *     quote_attribution.c  a cue, what it reports and its source
 *     quote_marks.c    pairs the quotation marks:
 *     quote_pair.c     what a mark may open or close,
 *     quote_single.c   quotations and apostrophes,
 *     quote_unclosed.c where those end that nothing closes
 *     quote_turns.c    transcripts: lines that a label gives to a speaker
 *     quote_label.c    such labels
 *     quote_chat.c     and heads of messages: a name and a time
 *     quote_house.c    heads of speeches in parliament, without a colon
 *     quote_initials.c labels that are initials
 *     quote_interview.c  interviews: questions in bold, answers below
 *     quote_sign.c     quotations signed with a name
 *     quote_pos.c      part of speech of each word of a sentence with a trigger
 *     quote_cue.c      is this word a cue, and on which side is what was said
 *     quote_cue_seen.c what the model that decides it sees
 *     quote_cue_form.c cues that their form tells, where the model sees none,
 *     quote_cue_speech.c  or speech beside them
 *     quote_cue_plain.c  and cues of plain short sentences
 *     quote_clause.c   where the reported words begin and end,
 *     quote_right.c    after the cue
 *     quote_left.c     or before it
 *     quote_speaker.c  which words of the sentence name the speaker,
 *     quote_source_form.c  as the form of the cue tells
 *     quote_settle.c   what two cues of a sentence both claim,
 *     quote_extent.c   what each of them reports by grammar,
 *     quote_broken.c   before and behind it
 *     quote_loose.c    marks that no cue has claimed
 *     quote_lone.c     quotations that no verb reports
 *     quote_fragment.c words quoted inside a clause
 *     quote_alone.c    paragraphs of nothing but speech
 *     quote_nest.c     speech inside speech
 *     quote_report.c   indirect quotations that report nothing
 *     quote_title.c    names and titles in marks
 *     quote_look.c     what stands at a token: its name, its sentence
 *     quote_beside.c   the name that stands beside what somebody is
 *     quote_note.c     under which words somebody is known
 *     quote_lead.c     whom a story begins with
 *     quote_figure.c   whom a pronoun or a description may mean
 *     quote_pronoun.c  whom a pronoun does mean,
 *     quote_describe.c and a description
 *     quote_resolve.c  which entity the speaker is
 *     quote_source.c   which words are shown for him
 *     quote_last.c     who spoke last
 *     quote_trace.c    the decisions, told
 *     quote_score.h    the scores that are no weights, on one page
 *     quote_template.h the templates of features, numbered
 *
 * The decisions are linear models over hashed features, trained together by
 * src/tools/train/train_quotes.c, which calls the same functions to get the same
 * features.  No value is NT_NONE everywhere: no token, no pair, no attribution.
 */
#ifndef NEWSTEXT_QUOTE_H
#define NEWSTEXT_QUOTE_H

#include "article.h"
#include "date/date_grammar.h"
#include "know/cue.h"
#include "quote/quote_model.h"
#include "quote/quote_pos.h"

/* Tokens first..last, both inside. */
typedef struct QuoteRange
{
	uint32_t	first;
	uint32_t	last;
} QuoteRange;

static inline bool
range_holds(QuoteRange range, uint32_t token)
{
	return token >= range.first && token <= range.last;
}

#define QUOTE_NO_RANGE ((QuoteRange) {1, 0})

static inline bool
range_empty(QuoteRange range)
{
	return range.first > range.last;
}

/* A pair of marks. */
typedef struct QuoteMark
{
	uint32_t	open;			/* tokens; close is the last token inside when !closed */
	uint32_t	close;
	bool		single:1;
	bool		closed:1;
	bool		continues:1;	/* in the next paragraph */
	bool		outer:1;		/* inside no other */
	bool		taken:1;		/* is part of a quotation already */
} QuoteMark;

typedef enum QuoteSide
{
	CUE_NOT,					/* no cue */
	CUE_RIGHT,					/* what was said follows the cue */
	CUE_LEFT,					/* it stands before the cue */
	CUE_SIDES
} QuoteSide;

/* Somebody says something: one cue and what belongs to it. */
typedef struct Attribution
{
	uint32_t	sentence;
	uint32_t	cue;			/* token, NT_NONE: a quotation without cue */
	uint32_t	cue_last;
	uint8_t		side;			/* QuoteSide */
	uint8_t		kind;			/* NtQuoteKind */
	uint8_t		stance;
	bool		dropped;
	QuoteRange	content;
	uint32_t	more;			/* further ranges, a list in r->more: the first, NT_NONE: none */
	uint32_t	last_more;
	uint32_t	tail;			/* last token of the last range */
	QuoteRange	source;			/* empty: none */
	uint32_t	speaker;		/* entity, NT_NONE: nobody */
	int32_t		margin;			/* smallest margin of its decisions, in QUOTE_SCALE nats */
} Attribution;

#define QUOTE_NO_ATTRIBUTION ((Attribution) {.cue = NT_NONE, .cue_last = NT_NONE, .more = NT_NONE, .last_more = NT_NONE, \
	.source = QUOTE_NO_RANGE, .speaker = NT_NONE})

typedef struct QuoteMore
{
	QuoteRange	range;
	uint32_t	next;			/* NT_NONE: the last */
} QuoteMore;

/* What a sentence holds before each token; of the token after the last: all. */
typedef struct QuoteSoFar
{
	uint32_t	finite;			/* finite verbs */
	uint32_t	commas;
	uint32_t	remarks;		/* writer's remarks begun: , a claim that */
	uint32_t	closed;			/* the last closing mark, this token included, NT_NONE: none */
} QuoteSoFar;

/* What a transcript makes of a token. */
#define TURN_WORDS 1
#define TURN_LABEL 2			/* from here on: who is to speak */
#define TURN_LETTER 3			/* Q, A */

typedef struct QuoteReader
{
	NtContext  *cx;
	NtArticle  *article;
	/* what is known */
	const NtVocab *vocab;
	const NtCues *cues;
	const QuoteModel *model;
	const NtDateWord *dates;	/* what words say of time, by NtWord.date */
	uint32_t	that;			/* hashes of words that grammar names */
	uint32_t	as;
	uint32_t	by;
	uint32_t	in;
	uint32_t	about;
	uint32_t	for_;
	uint32_t	few;
	uint32_t	from;
	uint32_t	on;
	uint32_t	read;
	uint32_t	who;
	/* the tokens, and what each is; one entry a token */
	const char *text;
	const NtToken *tok;
	uint32_t	n;				/* tokens */
	uint8_t    *pos;			/* PartOfSpeech, POS_NONE before its sentence is tagged */
	uint8_t    *name;			/* kind + 1 of the name it belongs to, 0: none (as the features read it) */
	uint8_t    *turn;			/* TURN_*; 0: no transcript */
	uint8_t    *aside;			/* stands in a caption, in furniture, or in what stood before: no part of the running text */
	uint8_t    *inside;			/* stands inside an outer pair of marks, marks included */
	uint32_t   *pair;			/* of a mark: its pair, else NT_NONE; see quote_mark.h */
	NtArray(QuoteMark) marks;	/* in the order of their opening */
	/* the sentence being read */
	uint32_t	first;			/* tokens [first, last) */
	uint32_t	last;
	uint8_t		clause;			/* while tagging: a finite verb has been seen, a quotation stands before */
	QuoteSoFar *counts;			/* SENTENCE_ROOM of them, see so_far() */
	uint32_t	counted;		/* first token of the sentence that they are of, NT_NONE: none yet */
	NtArray(QuoteRange) chunks; /* its noun phrases */
	/* what has been found */
	NtArray(Attribution) found;
	NtArray(QuoteMore) more;
	const struct QuoteTeacher *teacher;	/* the trainer's, NULL when reading (quote_loose.h) */
} QuoteReader;

/* quote.c */
extern void quote_reader_open(QuoteReader *r, NtArticle *article);
extern void quote_search(QuoteReader *r);

/* quote_read.c: the attributions of the article's sentences */
extern void quote_read(QuoteReader *r);

/* ---- quote_attribution.c ---- */

/* quote_attribute adds what a cue reports, and finds who says it. */
extern void quote_attribute(QuoteReader *r, uint32_t number, uint32_t cue, QuoteSide side, QuoteRange content, int32_t margin);

/* quote_add_more gives an attribution a further range. */
extern void quote_add_more(QuoteReader *r, uint32_t to, QuoteRange range);

/* quote_end_at ends what an attribution of one range reports with a token. */
extern void quote_end_at(const QuoteReader *r, Attribution *a, uint32_t last);

/* The passes beside the reading of sentences, each told in its file. */
extern void quote_signed(QuoteReader *r);
/* quote_in_block tells whether the markup sets a word apart as quoted. */
extern bool quote_in_block(const QuoteReader *r, uint32_t i);
extern void quote_fragments(QuoteReader *r);
extern void quote_settle(QuoteReader *r, uint32_t first);
extern void quote_drop_unreported(QuoteReader *r);

/*
 * quote_title.c: quote_is_name tells whether a quotation is a name, a title or a word in marks:
 * a bakery called “The Rising Sun”; quote_only_names whether all marks inside a clause stand
 * around such.
 */
extern bool quote_is_name(const QuoteReader *r, const Attribution *a);
extern bool quote_only_names(const QuoteReader *r, QuoteRange c);

/* quote_reports tells whether an indirect quotation reports something. */
extern bool quote_reports(const QuoteReader *r, const Attribution *a);
extern void quote_nested(QuoteReader *r);
extern void quote_resolve(QuoteReader *r);

/* What features read: the part of speech and the hash of a word of the sentence at hand. */
static inline uint32_t
pos_at(const QuoteReader *r, uint32_t i)
{
	return i >= r->first && i < r->last ? r->pos[i] : POS_NONE;
}

static inline uint32_t
hash_at(const QuoteReader *r, uint32_t i)
{
	return i >= r->first && i < r->last ? r->tok[i].hash : 1;
}

/*
 * so_far tells what the sentence at hand holds before a token of it, or before
 * the one after its last.  One sentence's counts are kept at a time, in a ring.
 */
static inline QuoteSoFar *
so_far(const QuoteReader *r, uint32_t i)
{
	return &r->counts[i & (SENTENCE_ROOM - 1)];
}

/* word_of returns what the vocabulary knows of a token. */
static inline const NtWord *
word_of(const QuoteReader *r, uint32_t i)
{
	return &r->vocab->words[r->tok[i].word];
}

/* tells_time tells whether a token says when: Monday, last, week, earlier. */
static inline bool
tells_time(const QuoteReader *r, uint32_t i)
{
	return (r->dates[word_of(r, i)->date].starts & TELLS_TIME) != 0;
}

/* line_ends_at tells whether no token of the line before stands at a place any more. */
static inline bool
line_ends_at(const QuoteReader *r, uint32_t i)
{
	return i >= r->n || token_begins_line(&r->tok[i]);
}

/* is_role tells whether a token is what somebody is: mayor, Dr, envoy. */
static inline bool
is_role(const QuoteReader *r, uint32_t i)
{
	return (token_classes(r->vocab, &r->tok[i]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ORG_ROLE))) != 0;
}

/* is_named tells whether a token belongs to a name of this kind. */
static inline bool
is_named(const QuoteReader *r, uint32_t i, NtEntityKind kind)
{
	return r->name[i] == kind + 1;
}

#endif
