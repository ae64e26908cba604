/*
 * quote.c -- who said what: runs the parts and joins the pieces.
 *
 * For each sentence outside captions and furniture that holds a trigger (a
 * word of the cue lexicon, a quotation mark): tag it, ask of each trigger
 * whether it is a cue, find what was said and by whom.  Then the pairs of
 * marks no cue has claimed:
 *
 *     “They were useful,” Ushakov said. “We will go on.”
 *
 *     “                 ”  found by the cue "said"
 *                                       “             ”  no cue: goes on with
 *     the quotation before it, of which it becomes a further part.
 *
 * (quote_loose.c decides which.)
 */
#include "quote/quote_find.h"

#include "name/name_find.h"
#include "quote/quote_clause.h"
#include "quote/quote_cue.h"
#include "quote/quote_cue_form.h"
#include "quote/quote_lone.h"
#include "quote/quote_loose.h"
#include "quote/quote_mark.h"
#include "quote/quote_score.h"
#include "quote/quote_speaker.h"
#include "quote/quote_trace.h"
#include "quote/quote_turns.h"
#include "base/sort.h"
#include "know/knowledge.h"

#include <string.h>

static const int8_t *
open_table(NtContext *cx, const NtModel *file, const char *id, uint32_t width, int bits)
{
	uint32_t	n;
	const int8_t *rows = model_section(cx, file, id, width, &n);

	if (n != 1u << bits)
		nt_raise(cx, NT_ERROR_MODEL, "section %s has %u rows", id, n);
	return rows;
}

static uint32_t
word_hash(const char *word)
{
	return (uint32_t) (vocab_hash(word, strlen(word)) >> 32);
}

static void
hash_words(const char *const *words, size_t n, uint32_t *hashes)
{
	for (size_t i = 0; i < n; i++)
		hashes[i] = word_hash(words[i]);
}

void
quote_model_open(NtContext *cx, QuoteModel *model, const NtModel *file, const NtVocab *vocab)
{
	static const char *const ids[SPAN_MODELS] = {
#define SPAN_SECTION(symbol, section) [symbol] = section,
		QUOTE_SPAN_TABLES(SPAN_SECTION)
#undef SPAN_SECTION
	};
	static const char *const titles[QUOTE_TITLES][2] = QUOTE_TITLE_ROLES;
	static const char *const be[QUOTE_BE_FORMS] = QUOTE_BE;
	static const char *const quoters[QUOTE_QUOTER_WORDS] = QUOTE_QUOTERS;
	static const char *const contrasts[QUOTE_CONTRAST_WORDS] = QUOTE_CONTRASTS;
	static const char *const adjuncts[QUOTE_ADJUNCT_WORDS] = QUOTE_ADJUNCTS;
	static const char *const occasions[QUOTE_OCCASION_WORDS] = QUOTE_OCCASIONS;
	static const char *const finders[QUOTE_FINDER_WORDS] = QUOTE_FINDERS;
	static const char *const days[QUOTE_DAY_WORDS] = QUOTE_DAYS;
	static const char *const self[QUOTE_SELF_FORMS] = QUOTE_SELF;
	uint32_t	n;

	model->pos = open_table(cx, file, "quoteTAG", QUOTE_POS_WIDTH, QUOTE_POS_BITS);
	model->cue = open_table(cx, file, "quoteCUE", QUOTE_CUE_WIDTH, QUOTE_CUE_BITS);
	for (int i = 0; i < SPAN_MODELS; i++)
		model->span[i] = open_table(cx, file, ids[i], 1, QUOTE_SPAN_BITS);
	model->usual = model_section(cx, file, "quoteUSU", sizeof(*model->usual), &n);
	if (n != vocab->n_words)
		nt_raise(cx, NT_ERROR_MODEL, "section quoteUSU is not parallel to the words");
	model->odds = model_section(cx, file, "quoteODD", sizeof(*model->odds), &n);
	if (n != QUOTE_KIND_MAX + 1)
		nt_raise(cx, NT_ERROR_MODEL, "section quoteODD has %u rows", n);
	for (uint32_t i = 0; i < QUOTE_TITLES; i++)
		model->titles[i] = (QuoteTitle) {word_hash(titles[i][0]), word_hash(titles[i][1])};
	hash_words(be, QUOTE_BE_FORMS, model->be);
	hash_words(self, QUOTE_SELF_FORMS, model->self);
	hash_words(days, QUOTE_DAY_WORDS, model->days);
	hash_words(quoters, QUOTE_QUOTER_WORDS, model->quoters);
	hash_words(contrasts, QUOTE_CONTRAST_WORDS, model->contrasts);
	hash_words(adjuncts, QUOTE_ADJUNCT_WORDS, model->adjuncts);
	hash_words(occasions, QUOTE_OCCASION_WORDS, model->occasions);
	hash_words(finders, QUOTE_FINDER_WORDS, model->finders);
	for (uint32_t i = 0; i < vocab->n_words; i++)
		if (model->usual[i][0] > POS_LEARNED || model->usual[i][1] > POS_LEARNED)
			nt_raise(cx, NT_ERROR_MODEL, "word %u has no such part of speech", i);
}

/* quote_reader_close gives back what was needed a token; what was found stays. */
static void
quote_reader_close(QuoteReader *r)
{
	nt_release(r->cx, r->pos, r->n + 1);
	nt_release(r->cx, r->name, r->n + 1);
	nt_release(r->cx, r->turn, r->n + 1);
	nt_release(r->cx, r->aside, r->n + 1);
	nt_release(r->cx, r->inside, r->n + 1);
	nt_release(r->cx, r->pair, sizeof(uint32_t) * (r->n + 1));
	nt_release(r->cx, r->counts, sizeof(QuoteSoFar) * SENTENCE_ROOM);
	nt_array_release(r->cx, &r->marks);
	nt_array_release(r->cx, &r->found);
	nt_array_release(r->cx, &r->more);
	nt_array_release(r->cx, &r->chunks);
}

/* mark_asides tells which tokens stand between the paragraphs of the text: captions, read-more lines, pull quotes. */
static void
mark_asides(QuoteReader *r)
{
	for (uint32_t i = 0; i < r->article->sections.n; i++)
	{
		const NtSection *s = &r->article->sections.at[i];

		nt_tick(r->cx);
		if (s->repeated || s->kind == SECTION_CAPTION || s->kind == SECTION_BOILERPLATE)
			memset(r->aside + s->first, 1, s->last - s->first);
	}
}

/* quote_reader_open prepares the arrays of an article whose sections are known. */
void
quote_reader_open(QuoteReader *r, NtArticle *article)
{
	memset(r, 0, sizeof(*r));
	r->cx = article->cx;
	r->article = article;
	r->vocab = article_vocab(article);
	r->cues = &article->know->cues;
	r->model = &article->know->quotes;
	r->text = article->text;
	r->tok = article->tokens.at;
	r->n = article->tokens.n;
	r->that = word_hash("that");
	r->as = word_hash("as");
	r->by = word_hash("by");
	r->in = word_hash("in");
	r->about = word_hash("about");
	r->few = word_hash("few");
	r->on = word_hash("on");
	r->read = word_hash("read");
	r->pos = r->cx->alloc(r->cx, r->n + 1);
	memset(r->pos, POS_NONE, r->n + 1);
	r->name = nt_alloc0(r->cx, r->n + 1);
	for (uint32_t i = 0; i < article->mentions.n; i++)
		for (uint32_t k = article->mentions.at[i].first; k < article->mentions.at[i].last; k++)
			r->name[k] = (uint8_t) (article->mentions.at[i].kind + 1);
	r->turn = nt_alloc0(r->cx, r->n + 1);
	r->aside = nt_alloc0(r->cx, r->n + 1);
	mark_asides(r);
	r->inside = nt_alloc0(r->cx, r->n + 1);
	r->pair = r->cx->alloc(r->cx, sizeof(uint32_t) * (r->n + 1));
	memset(r->pair, 0xFF, sizeof(uint32_t) * (r->n + 1));	/* NT_NONE */
	r->counts = nt_alloc0(r->cx, sizeof(QuoteSoFar) * SENTENCE_ROOM);
	r->counted = NT_NONE;
}

/* holds_mark: a subheading reports only with marks or a colon. */
static bool
holds_mark(const QuoteReader *r, const NtSentence *s)
{
	for (uint32_t i = s->first; i < s->last; i++)
		if (is_mark(r, i) || token_is_mark(&r->tok[i], MARK_COLON))
			return true;
	return false;
}

/* readable tells whether a sentence may hold quotations at all. */
static bool
readable(const QuoteReader *r, const NtSentence *s)
{
	const NtArticle *a = r->article;

	if (a->sections.n == 0)
		return true;
	switch (a->sections.at[s->section].kind)
	{
		case SECTION_BYLINE:
		case SECTION_DATELINE:
			return false;
		case SECTION_SUBHEADING:
			return holds_mark(r, s);
	}
	return !r->aside[s->first];
}

static bool
has_trigger(const QuoteReader *r, const NtSentence *s)
{
	if (s->first > 0 && is_mark(r, s->first - 1))
		return true;
	for (uint32_t i = s->first; i < s->last; i++)
	{
		const NtToken *t = &r->tok[i];

		if (is_mark(r, i) || token_is_mark(t, MARK_COLON) || r->vocab->words[t->word].cue != 0)
			return true;
	}
	return false;
}

/*
 * confirmed_by: the source of a passive stands behind it, as confirmed by [Lee],
 * as noted in [a letter]; that of a participle before its comma: [farmer Lee],
 * spoken from a hay cart.
 */
static void
confirmed_by(const QuoteReader *r, Attribution *a)
{
	uint32_t	cue = a->cue;

	if (r->pos[cue] == POS_VBN && cue >= r->first + 2 && r->pos[cue - 1] == POS_COMMA && is_named(r, cue - 2, ENTITY_PERSON) &&
		a->source.first == cue + 2 && r->pos[cue + 1] == POS_IN && r->name[a->source.last] == 0)
		for (uint32_t k = 0; k < r->chunks.n; k++)
			if (r->chunks.at[k].last == cue - 2)
				a->source = r->chunks.at[k];
	if (r->pos[cue] != POS_VBN || cue == r->first || cue + 2 >= r->last || r->pos[cue - 1] != POS_IN || r->pos[cue + 1] != POS_IN)
		return;
	for (uint32_t k = 0; k < r->chunks.n; k++)
		if (r->chunks.at[k].first == cue + 2)
			a->source = r->chunks.at[k];
}

/* quote_attribute adds what token i reports, and finds who says it. */
void
quote_attribute(QuoteReader *r, uint32_t number, uint32_t i, QuoteSide side, QuoteRange content, int32_t margin)
{
	QuoteEarlier earlier = QUOTE_NO_EARLIER;
	Attribution *a;
	const NtCue *cue = quote_cue_record(r, i);

	if (r->found.n > 0 && r->found.at[r->found.n - 1].sentence == number && r->found.at[r->found.n - 1].cue < i)
	{
		earlier.source = r->found.at[r->found.n - 1].source;
		earlier.content = r->found.at[r->found.n - 1].content;
	}
	a = nt_push(r->cx, &r->found);

	*a = QUOTE_NO_ATTRIBUTION;
	a->sentence = number;
	a->cue = i;
	a->cue_last = quote_cue_last(r, i);
	a->side = (uint8_t) side;
	a->content = content;
	a->tail = content.last;
	a->kind = (uint8_t) quote_kind_of(r, content);
	a->stance = pos_in(r->pos[i], POS_NOUNS) && (cue->flags & CUE_ALSO_NOUN) ? cue->noun_stance : cue->stance;
	a->source = quote_source(r, i, side, content, &earlier, &margin);
	confirmed_by(r, a);
	a->margin = margin;
	if (a->kind != QUOTE_INDIRECT)
		quote_take_marks(r, content);
}

/* quote_add_more gives an attribution a further range. */
void
quote_add_more(QuoteReader *r, uint32_t to, QuoteRange range)
{
	Attribution *a = &r->found.at[to];
	QuoteMore  *more = nt_push(r->cx, &r->more);

	more->range = range;
	more->next = NT_NONE;
	if (a->more == NT_NONE)
		a->more = r->more.n - 1;
	else
		r->more.at[a->last_more].next = r->more.n - 1;
	a->last_more = r->more.n - 1;
	if (range.last > a->tail)
		a->tail = range.last;
	if (a->kind == QUOTE_INDIRECT)
		a->kind = (uint8_t) quote_kind_of(r, range) == QUOTE_INDIRECT ? QUOTE_INDIRECT : QUOTE_MIXED;
}

/*
 * nobody_said tells whether the source of a report is nobody, neither Lee nor her
 * lawyer responded; or what is asked about a thing and not a clause: Asked about
 * the delay, Lee left.
 */
static bool
nobody_said(const QuoteReader *r, const Attribution *a)
{
	if (a->kind == QUOTE_INDIRECT && quote_asked(r, a) && a->cue + 1 < a->content.first && r->pos[a->cue + 1] == POS_IN)
		return true;
	/* Asked why by Lee, ... */
	if (a->kind == QUOTE_INDIRECT && quote_asked(r, a) && a->content.first + 1 < r->last && r->tok[a->content.first + 1].hash == r->by)
		return true;
	/* Few expect it to last */
	if (a->kind == QUOTE_INDIRECT && !range_empty(a->source) && r->tok[a->source.first].hash == r->few && a->source.last < a->cue)
		return true;
	if (a->kind != QUOTE_INDIRECT || (a->stance != STANCE_SAID && a->stance != STANCE_ANSWERED) || range_empty(a->source))
		return false;
	return token_is(r->vocab, &r->tok[a->source.first], LEX_NEGATION) ||
		(a->source.first > r->first && token_is(r->vocab, &r->tok[a->source.first - 1], LEX_NEGATION));
}

/* read_quoted finds what a paper quotes somebody as saying. */
static void
read_quoted(QuoteReader *r, uint32_t number, uint32_t i, QuoteRange source)
{
	int32_t		margin = NEST_MARGIN;
	QuoteRange	content = quote_cue_leads(r, i);

	if (range_empty(content))
		content = quote_content(r, i, CUE_RIGHT, &margin);
	if (range_empty(content))
		return;
	quote_attribute(r, number, i, CUE_RIGHT, content, margin);
	r->found.at[r->found.n - 1].source = source;
}

/* read_trigger finds what a word of the sentence reports, if it is a cue; the attributions of the sentence begin at found. */
static void
read_trigger(QuoteReader *r, uint32_t number, uint32_t i, uint32_t found)
{
	int32_t		margin;
	uint32_t	rest;
	QuoteSide	side = quote_cue_side(r, i, &margin);
	QuoteRange	content = quote_cue_heard(r, i);
	QuoteRange	quoted;

	/* Tass quoted Lee as saying: see there */
	if (quote_cue_quotes(r, i) != NT_NONE)
		return;
	if (!range_empty(quoted = quote_cue_quoted(r, i)))
	{
		read_quoted(r, number, i, quoted);
		return;
	}
	if (quote_cue_confirms(r, i))
		content = (QuoteRange) {r->first, i - 3};
	if (!range_empty(content))
	{
		quote_attribute(r, number, i, CUE_LEFT, content, CONFIRMS_MARGIN);
		return;
	}
	if ((rest = quote_cue_amid(r, i)) != NT_NONE)
	{
		quote_attribute(r, number, i, CUE_LEFT, (QuoteRange) {r->first, i - 2}, CONFIRMS_MARGIN);
		quote_add_more(r, r->found.n - 1, (QuoteRange) {rest, sentence_stop(r)});
		quote_source_by_form(r, &r->found.at[r->found.n - 1], found);
		return;
	}
	if ((side != CUE_RIGHT || i == r->first) && !range_empty(content = quote_cue_leads(r, i)))
	{
		quote_attribute(r, number, i, CUE_RIGHT, content, NEST_MARGIN);
		quote_source_by_form(r, &r->found.at[r->found.n - 1], found);
		return;
	}
	if (side == CUE_NOT || (side == CUE_LEFT && quote_cue_told_by(r, i)))
		side = quote_cue_by_form(r, i, found);
	else if (side == CUE_RIGHT && quote_cue_turned(r, i))
		side = CUE_LEFT;
	else if (side == CUE_RIGHT && (quote_cue_record(r, i)->flags & CUE_HEARS) && !range_empty(quote_cue_closes(r, i)))
		side = CUE_NOT;
	if (side == CUE_NOT)
	{
		content = quote_cue_closes(r, i);
		if (!range_empty(content))
			quote_attribute(r, number, i, CUE_LEFT, content, NEST_MARGIN);
		return;
	}
	content = quote_content(r, i, side, &margin);
	/* ..., scientists have found: they are no part of it */
	if (side == CUE_LEFT && !range_empty(content) && quote_kind_of(r, content) == QUOTE_INDIRECT)
	{
		QuoteRange	closed = quote_cue_closes(r, i);

		if (!range_empty(closed) && content.last > closed.last + 1)
			content = closed;
	}
	/* ..., analyst says */
	if (range_empty(content) && side == CUE_RIGHT && i + 1 == r->last)
	{
		content = quote_cue_closes(r, i);
		side = CUE_LEFT;
	}
	if (range_empty(content))
		return;
	if (quote_cue_negated(r, i) && quote_kind_of(r, content) == QUOTE_INDIRECT)
	{
		nt_trace(r->cx, TRACE_QUOTES, "  negated: nothing is reported");
		return;
	}
	quote_attribute(r, number, i, side, content, margin);
	quote_source_by_form(r, &r->found.at[r->found.n - 1], found);
	if (nobody_said(r, &r->found.at[r->found.n - 1]))
	{
		nt_trace(r->cx, TRACE_QUOTES, "  nobody said it");
		r->found.n--;
	}
}

#define FOUND_BESIDE 4			/* quotations looked at on either side of one */
#define PICTURES 0x2190			/* arrows, dingbats, emoji: characters from here on */
#define BULLETS_MOST 4

/* after_bullet returns the first token of a sentence behind the bullets, stars or pictures that set its line apart. */
static uint32_t
after_bullet(const QuoteReader *r, const NtSentence *s)
{
	uint32_t	i = s->first;

	if (i > 0 && !(r->tok[i].flags & (TOKEN_LINE | TOKEN_PARAGRAPH)))
		return i;
	while (i + 1 < s->last && i - s->first < BULLETS_MOST && r->turn[i] == 0 &&
		   ((r->tok[i].kind == TOKEN_SYMBOL && r->tok[i].hash >= PICTURES) ||
			(token_mark_in(&r->tok[i], MARK_BIT(MARK_BULLET) | MARK_BIT(MARK_STAR) | MARK_BIT(MARK_HYPHEN)) && (r->tok[i + 1].flags & TOKEN_SPACE))))
		i++;
	return i;
}

static void
read_sentence(QuoteReader *r, uint32_t number)
{
	const NtSentence *s = &r->article->sentences.at[number];
	uint32_t	first = after_bullet(r, s);
	uint32_t	found = r->found.n;

	quote_pos_sentence(r, first, s->last);
	quote_cue_retag(r);
	quote_chunks(r, first, s->last);
	if (quote_tracing(r))
		quote_trace_sentence(r);
	for (uint32_t i = first; i < s->last; i++)
	{
		nt_tick(r->cx);
		if (quote_is_trigger(r, i) && !quote_cue_unnamed(r, i))
			read_trigger(r, number, i, found);
	}
	quote_settle(r, found);
	for (uint32_t i = s->first - (s->first > 0 && !(r->tok[s->first].flags & TOKEN_PARAGRAPH)); i < s->last; i++)
	{
		const QuoteMark *m;

		if (!is_mark(r, i))
			continue;
		m = mark_at(r, i);
		if (m->taken || !m->outer || m->single || i != m->close)
			continue;
		/* “Why?” she asked: wait for the next sentence of the paragraph */
		if (i == s->last - 1 && quote_begins_sentence(r, m) && s->last < r->n && !(r->tok[s->last].flags & TOKEN_PARAGRAPH))
			continue;
		quote_loose(r, number, r->pair[i]);
	}
}

/*
 * confidence is the share of attributions of that kind and margin whose content
 * and speaker were right in articles the models had not learned from.
 */
static uint16_t
confidence(const QuoteReader *r, const Attribution *a)
{
	int32_t		step = a->margin < 0 ? 0 : a->margin / QUOTE_ODDS_STEP;

	return r->model->odds[a->kind][step < QUOTE_ODDS_STEPS ? step : QUOTE_ODDS_STEPS - 1];
}

static void
emit(QuoteReader *r, const Attribution *a)
{
	NtArticle  *article = r->article;
	NtQuote    *q;
	NtPart	   *p = nt_push(r->cx, &article->parts);

	p->start = r->tok[a->content.first].start;
	p->end = r->tok[a->content.last].end;
	q = nt_push(r->cx, &article->quotes);
	memset(q, 0, sizeof(*q));
	q->part = article->parts.n - 1;
	q->parts = 1;
	q->start = p->start;
	q->end = p->end;
	for (uint32_t k = a->more; k != NT_NONE; k = r->more.at[k].next)
	{
		p = nt_push(r->cx, &article->parts);
		p->start = r->tok[r->more.at[k].range.first].start;
		p->end = r->tok[r->more.at[k].range.last].end;
		q->parts++;
		q->end = p->end;
	}
	q->speaker = a->speaker;
	if (!range_empty(a->source))
	{
		q->speaker_start = r->tok[a->source.first].start;
		q->speaker_end = r->tok[a->source.last].end;
	}
	if (a->cue != NT_NONE)
	{
		q->cue_start = r->tok[a->cue].start;
		q->cue_end = r->tok[a->cue_last].end;
	}
	q->kind = a->kind;
	q->stance = a->stance;
	q->confidence = confidence(r, a);
}

static bool
begins_before(const void *a, const void *b, const void *data)
{
	(void) data;
	return ((const Attribution *) a)->content.first < ((const Attribution *) b)->content.first;
}

/* sort_found puts the attributions in text order; those of one sentence may stand otherwise, a clause inside another's. */
static void
sort_found(QuoteReader *r)
{
	nt_sort(r->cx, r->found.at, r->found.n, sizeof(Attribution), begins_before, NULL);
}

/* quote_read finds the attributions of the article: r->found. */
void
quote_read(QuoteReader *r)
{
	quote_signed(r);
	quote_lone_first(r);
	for (uint32_t i = 0; i < r->article->sentences.n; i++)
	{
		const NtSentence *s = &r->article->sentences.at[i];

		if (readable(r, s) && has_trigger(r, s))
			read_sentence(r, i);
	}
}

/*
 * inner_mark returns the only pair of marks inside a range that touches
 * neither end, NULL when there is none or another.
 */
static const QuoteMark *
inner_mark(const QuoteReader *r, QuoteRange range)
{
	const QuoteMark *found = NULL;

	for (uint32_t i = range.first; i <= range.last; i++)
	{
		const QuoteMark *m;

		if (!is_mark(r, i))
			continue;
		m = mark_at(r, i);
		if (m->single || m->open <= range.first || m->close >= range.last || m->close - m->open < 3 ||
			(found != NULL && found != m))
			return NULL;
		found = m;
	}
	return found;
}

/* is_beside tells whether a quotation found beside another is just a pair of marks. */
static bool
is_beside(const QuoteReader *r, uint32_t number, const QuoteMark *m)
{
	uint32_t	from = number > FOUND_BESIDE ? number - FOUND_BESIDE : 0;

	for (uint32_t k = from; k < r->found.n && k <= number + FOUND_BESIDE; k++)
		if (k != number && r->found.at[k].content.first == m->open && r->found.at[k].content.last == m->close)
			return true;
	return false;
}

/*
 * add_fragments gives words quoted inside a clause that its speaker follows a
 * quotation of their own: in
 *
 *     They held a “constructive and useful” meeting, the Kremlin said.
 *
 * the clause is the Kremlin's report and the three words are its voice; unless
 * somebody in the clause says them, who has been found beside it.
 */
static void
add_fragments(QuoteReader *r)
{
	uint32_t	n = r->found.n;

	for (uint32_t k = 0; k < n; k++)
	{
		Attribution fragment = r->found.at[k];
		const QuoteMark *m;

		nt_tick(r->cx);
		if (fragment.side != CUE_LEFT || fragment.kind != QUOTE_MIXED || fragment.more != NT_NONE || range_empty(fragment.source) ||
			(m = inner_mark(r, fragment.content)) == NULL || is_beside(r, k, m))
			continue;
		fragment.content = (QuoteRange) {m->open, m->close};
		fragment.tail = m->close;
		*nt_push(r->cx, &r->found) = fragment;
	}
}

/* quote_search runs the passes: r->found then holds the quotations, in text order, with their speakers. */
void
quote_search(QuoteReader *r)
{
	quote_marks(r);
	quote_turns(r);
	quote_read(r);
	quote_lone(r);
	quote_statements(r);
	add_fragments(r);
	sort_found(r);
	quote_nested(r);
	sort_found(r);
	quote_drop_unreported(r);
	quote_resolve(r);
}

/* quote_find fills article->quotes and article->parts. */
void
quote_find(NtArticle *article)
{
	QuoteReader r;
	uint16_t   *written = name_truecase(article);	/* “YES,” QUISPE SAID */

	quote_reader_open(&r, article);
	quote_search(&r);
	for (uint32_t i = 0; i < r.found.n; i++)
		if (!r.found.at[i].dropped)
			emit(&r, &r.found.at[i]);
	quote_reader_close(&r);
	name_as_written(article, written);
}
