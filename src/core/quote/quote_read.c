/*
 * quote_read.c -- what the words of a sentence report.
 *
 * Each sentence outside captions and furniture that holds a trigger (a word of the cue
 * lexicon, a quotation mark) is tagged; each trigger is asked whether it is a
 * cue, what was said and by whom: by its form (quote_cue_form.c) or by the model
 * (quote_cue.c).  Then what cues share is settled (quote_settle.c), and the pairs of marks
 * that no cue has claimed find theirs (quote_loose.c).
 */
#include "quote/quote.h"

#include "quote/quote_clause.h"
#include "quote/quote_cue.h"
#include "quote/quote_cue_form.h"
#include "quote/quote_lone.h"
#include "quote/quote_loose.h"
#include "quote/quote_mark.h"
#include "quote/quote_score.h"
#include "quote/quote_speaker.h"
#include "quote/quote_trace.h"

#define PICTURES 0x2190			/* arrows, dingbats, emoji: characters from here on */
#define BULLETS_MOST 4

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

static Attribution *
newest(QuoteReader *r)
{
	return &r->found.at[r->found.n - 1];
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
	newest(r)->source = source;
}

/* read_by_form finds what a word reports whose form tells it, whatever the model says; true: it need not be asked. */
static bool
read_by_form(QuoteReader *r, uint32_t number, uint32_t i, uint32_t found, QuoteSide side)
{
	QuoteRange	content = quote_cue_heard(r, i);
	QuoteRange	quoted;
	uint32_t	rest;

	/* Tass quoted Lee as saying: see there */
	if (quote_cue_quotes(r, i) != NT_NONE)
		return true;
	if (!range_empty(quoted = quote_cue_quoted(r, i)))
	{
		read_quoted(r, number, i, quoted);
		return true;
	}
	if (quote_cue_confirms(r, i))
		content = (QuoteRange) {r->first, i - 3};
	if (!range_empty(content))
	{
		quote_attribute(r, number, i, CUE_LEFT, content, CONFIRMS_MARGIN);
		return true;
	}
	if ((rest = quote_cue_amid(r, i)) != NT_NONE)
	{
		quote_attribute(r, number, i, CUE_LEFT, (QuoteRange) {r->first, i - 2}, CONFIRMS_MARGIN);
		quote_add_more(r, r->found.n - 1, (QuoteRange) {rest, sentence_stop(r)});
		quote_source_by_form(r, newest(r), found);
		return true;
	}
	if ((side == CUE_RIGHT && i != r->first) || range_empty(content = quote_cue_leads(r, i)))
		return false;
	quote_attribute(r, number, i, CUE_RIGHT, content, NEST_MARGIN);
	quote_source_by_form(r, newest(r), found);
	return true;
}

/* side_by_form returns on which side of a cue what it reports stands, where its form knows better than the model. */
static QuoteSide
side_by_form(QuoteReader *r, uint32_t i, uint32_t found, QuoteSide side)
{
	if (side == CUE_NOT || (side == CUE_LEFT && quote_cue_told_by(r, i)))
		return quote_cue_by_form(r, i, found);
	if (side == CUE_RIGHT && quote_cue_turned(r, i))
		return CUE_LEFT;
	if (side == CUE_RIGHT && quote_cue_only_closes(r, i))
		return CUE_NOT;
	return side;
}

/* content_of returns what a cue reports; *side may turn to the left of a cue that closes its sentence: ..., analyst says */
static QuoteRange
content_of(const QuoteReader *r, uint32_t i, QuoteSide *side, int32_t *margin)
{
	QuoteRange	content = quote_content(r, i, *side, margin);

	/* ..., scientists have found: they are no part of it */
	if (*side == CUE_LEFT && !range_empty(content) && quote_kind_of(r, content) == QUOTE_INDIRECT)
	{
		QuoteRange	closed = quote_cue_closes(r, i);

		if (!range_empty(closed) && content.last > closed.last + 1)
			content = closed;
	}
	/* Lee, who cried for hours, apologized: what tells more of the subject */
	if (*side == CUE_LEFT && !range_empty(content) && content.first > r->first && r->pos[content.first] == POS_W &&
		r->pos[content.first - 1] == POS_COMMA && quote_kind_of(r, content) == QUOTE_INDIRECT)
		return QUOTE_NO_RANGE;
	if (range_empty(content) && *side == CUE_RIGHT && i + 1 == r->last)
	{
		content = quote_cue_closes(r, i);
		*side = CUE_LEFT;
	}
	return content;
}

/* read_trigger finds what a word of the sentence reports, if it is a cue; the attributions of the sentence begin at found. */
static void
read_trigger(QuoteReader *r, uint32_t number, uint32_t i, uint32_t found)
{
	int32_t		margin;
	QuoteSide	side = quote_cue_side(r, i, &margin);
	QuoteRange	content;

	if (read_by_form(r, number, i, found, side))
		return;
	side = side_by_form(r, i, found, side);
	if (side == CUE_NOT)
	{
		content = quote_cue_closes(r, i);
		if (!range_empty(content))
			quote_attribute(r, number, i, CUE_LEFT, content, NEST_MARGIN);
		return;
	}
	content = content_of(r, i, &side, &margin);
	if (range_empty(content))
		return;
	if (quote_cue_negated(r, i) && quote_kind_of(r, content) == QUOTE_INDIRECT)
	{
		nt_trace(r->cx, TRACE_QUOTES, "  negated: nothing is reported");
		return;
	}
	quote_attribute(r, number, i, side, content, margin);
	quote_source_by_form(r, newest(r), found);
	if (nobody_said(r, newest(r)))
	{
		nt_trace(r->cx, TRACE_QUOTES, "  nobody said it");
		r->found.n--;
	}
}

/* after_bullet returns the first token of a sentence behind the bullets, stars or pictures that set its line apart. */
static uint32_t
after_bullet(const QuoteReader *r, const NtSentence *s)
{
	uint32_t	i = s->first;

	if (i > 0 && !token_begins_line(&r->tok[i]))
		return i;
	while (i + 1 < s->last && i - s->first < BULLETS_MOST && r->turn[i] == 0 &&
		   ((r->tok[i].kind == TOKEN_SYMBOL && r->tok[i].hash >= PICTURES) ||
			(token_mark_in(&r->tok[i], MARK_BIT(MARK_BULLET) | MARK_BIT(MARK_STAR) | MARK_BIT(MARK_HYPHEN)) && (r->tok[i + 1].flags & TOKEN_SPACE))))
		i++;
	return i;
}

/* read_loose decides of the pairs of marks that close in a sentence and that no cue has claimed. */
static void
read_loose(QuoteReader *r, uint32_t number)
{
	const NtSentence *s = &r->article->sentences.at[number];

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
	read_loose(r, number);
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
