/*
 * quote.c -- who said what: runs the parts and joins the pieces.
 *
 * Each sentence is read for cues (quote_read.c), what was said and by whom.  Then the
 * pairs of marks no cue has claimed:
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
#include "quote/quote_lone.h"
#include "quote/quote_mark.h"
#include "quote/quote_turns.h"
#include "base/sort.h"
#include "know/knowledge.h"

#include <string.h>

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
	r->dates = article->know->dates.words;
	r->text = article->text;
	r->tok = article->tokens.at;
	r->n = article->tokens.n;
	r->that = quote_word_hash("that");
	r->as = quote_word_hash("as");
	r->by = quote_word_hash("by");
	r->in = quote_word_hash("in");
	r->about = quote_word_hash("about");
	r->for_ = quote_word_hash("for");
	r->few = quote_word_hash("few");
	r->from = quote_word_hash("from");
	r->on = quote_word_hash("on");
	r->read = quote_word_hash("read");
	r->who = quote_word_hash("who");
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

/* quote_search runs the passes: r->found then holds the quotations, in text order, with their speakers. */
void
quote_search(QuoteReader *r)
{
	quote_marks(r);
	quote_turns(r);
	quote_read(r);
	quote_lone(r);
	quote_statements(r);
	quote_fragments(r);
	sort_found(r);
	quote_alone(r);
	sort_found(r);
	quote_nested(r);
	sort_found(r);
	quote_drop_unreported(r);
	quote_resolve(r);
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
