/*
 * quote_marks.c -- which quotation marks belong together.
 *
 * News is written with straight marks ("), curly ones (“ ”), old wire pairs
 * (`` ''), guillemets and single marks (‘ ’ '), often mixed in one article and
 * sometimes unbalanced.  One pass with a small stack that is emptied at every
 * paragraph:
 *
 *     “He told me, ‘Go home,’ and I went,” she said. "Odd," he said of the 5'10" man.
 *     (           (        )            )            (    )                  no mark
 *
 *   - Curly marks and guillemets say themselves whether they open or close; a
 *     straight mark opens after white space or an opening bracket or dash, and
 *     closes before white space or punctuation; where both fit, it closes when
 *     one is open and opens otherwise.
 *   - A double mark that touches the number before it is inches, unless one is
 *     open; a single one is feet or minutes.
 *   - A single mark is an apostrophe unless it opens before a letter after white
 *     space and another closes in the same paragraph: workers' and ’80s remain.
 *   - A paragraph that ends inside a quotation goes on in the next when that
 *     begins with an opening mark of the same kind (the rule of printing), over
 *     captions, read-more lines and pull quotes between;
 *     otherwise the mark was unbalanced: the quotation ends at the comma before
 *     "said Ann Lee" or "she said", else with the paragraph when that is short
 *     and the mark begins speech, else with the sentence it began in, so that no
 *     quotation swallows the article.
 *   - An article whose speech stands in single marks is British: its single
 *     marks are read as others' double ones are, those inside them as inner ones.
 *   - A single mark behind a comma or stop closes a double one that nothing else does.
 *   - `Old wires' open with a grave accent; in tokenised text marks stand apart.
 *   - German marks open low and close high („...“), guillemets may stand on their
 *     head (»...«).
 *   - Depth beyond QUOTE_MARK_DEPTH is not followed: such marks are passed over.
 *
 * Linear: each token is looked at once, each mark pushed and popped once.
 */
#include "quote/quote_pair.h"

#define MARKS_INCHES (MARK_BIT(MARK_DOUBLE_STRAIGHT) | MARK_BIT(MARK_DOUBLE_CLOSE) | MARKS_APOSTROPHE)
#define BRITISH_TIMES 3			/* single pairs for each double one, outside all others, in a British article */

/* add_pair makes a pair of a mark that opened. */
static QuoteMark *
add_pair(QuoteReader *r, const OpenMark *open, uint32_t close, bool closed)
{
	QuoteMark  *m = &r->marks.at[open->pair];

	*m = (QuoteMark) {.open = open->token, .close = close, .single = open->kind == PAIR_SINGLE, .closed = closed, .outer = true};
	return m;
}

/* drop_unpaired gives back the places of marks that came to nothing, after the last that is a pair or still open. */
static void
drop_unpaired(QuoteReader *r, const OpenMark *stack, uint32_t depth)
{
	uint32_t	kept = depth > 0 ? stack[depth - 1].pair + 1 : 0;

	while (r->marks.n > kept && r->marks.at[r->marks.n - 1].open == NT_NONE)
		r->marks.n--;
}

/* find_open returns one more than the place in the stack of the mark that one of this kind closes, 0: none. */
static uint32_t
find_open(const OpenMark *stack, uint32_t depth, PairKind kind)
{
	while (depth > 0 && stack[depth - 1].kind != kind)
		depth--;
	return depth;
}

/* end_paragraph empties the stack at the end of a paragraph: the token after it, and the one that begins the next of the text. */
static void
end_paragraph(QuoteReader *r, OpenMark *stack, uint32_t *depth, uint32_t i, uint32_t next)
{
	if (*depth > 0)
	{
		const OpenMark *o = &stack[0];
		uint32_t	last;

		if (quote_pair_opens_at(r, next, o->kind))
			add_pair(r, o, i - 1, false)->continues = true;
		else if (o->kind != PAIR_SINGLE && (last = quote_unclosed_in_paragraph(r, o->token, i)) != NT_NONE)
			add_pair(r, o, last, false);
		drop_unpaired(r, stack, 0);
	}
	*depth = 0;
}

/*
 * is_british tells whether an article's speech stands in single marks: it has
 * no double ones outside them, or hardly any beside many single ones.
 */
static bool
is_british(const QuoteReader *r)
{
	uint32_t	single = 0;
	uint32_t	doubled = 0;

	for (uint32_t i = 0; i < r->marks.n; i++)
		if (r->marks.at[i].outer)
		{
			single += r->marks.at[i].single;
			doubled += !r->marks.at[i].single;
		}
	return single >= BRITISH_TIMES * doubled;
}

/*
 * number_marks leaves out the marks that came to nothing and fills r->pair and
 * r->inside.
 */
static void
number_marks(QuoteReader *r)
{
	uint32_t	outer_end = 0;
	bool		any = false;
	uint32_t	n = 0;

	for (uint32_t i = 0; i < r->marks.n; i++)
		if (r->marks.at[i].open != NT_NONE)
		{
			r->marks.at[n] = r->marks.at[i];
			r->pair[r->marks.at[n].open] = n;
			n++;
		}
	r->marks.n = n;
	for (uint32_t i = 0; i < r->marks.n; i++)
	{
		QuoteMark *m = &r->marks.at[i];

		nt_tick(r->cx);
		if (!is_mark(r, m->close))
			r->pair[m->close] = i;
		m->outer = !any || m->open > outer_end;
		if (m->outer)
		{
			outer_end = m->close;
			any = true;
			for (uint32_t k = m->open; k <= m->close; k++)
				r->inside[k] = 1;
		}
	}
	if (is_british(r))
		for (uint32_t i = 0; i < r->marks.n; i++)
			r->marks.at[i].single = false;
}

/* closes_here closes the pair that a mark ends, if one does. */
static bool
closes_here(QuoteReader *r, Pairing *p, uint32_t i, PairKind kind, int sides)
{
	uint32_t	k = find_open(p->stack, p->depth, kind);

	/* a German mark opens low, and is closed by the one that opens elsewhere; one on its head likewise */
	if (k > 0 && ((r->tok[p->stack[k - 1].token].mark == MARK_DOUBLE_LOW && r->tok[i].mark == MARK_DOUBLE_OPEN) ||
				  (r->tok[p->stack[k - 1].token].mark == MARK_SINGLE_LOW && r->tok[i].mark == MARK_SINGLE_OPEN) ||
				  (r->tok[p->stack[k - 1].token].mark == MARK_GUILLEMET_CLOSE && r->tok[i].mark == MARK_GUILLEMET_OPEN)))
		sides |= SIDE_CLOSE;
	if (kind == PAIR_SINGLE && k == 0 && quote_single_closes_double(r, p, i))
	{
		add_pair(r, &p->stack[--p->depth], i, true);
		return true;
	}
	if (!(sides & SIDE_CLOSE) || k == 0)
		return false;
	/* an apostrophe after s may close nothing: workers'; two in a row close what is open inside as well: ‘He said, “No,’’ */
	if (kind == PAIR_SINGLE && ((k < p->depth && !(i > 0 && r->tok[i - 1].mark == MARK_SINGLE_CLOSE && !(r->tok[i].flags & TOKEN_SPACE))) ||
								quote_single_is_possessive(r, i)))
		return false;
	add_pair(r, &p->stack[k - 1], i, true);
	p->depth = k - 1;
	drop_unpaired(r, p->stack, p->depth);
	return true;
}

/* opens_here notes that a mark opens, if it can. */
static void
opens_here(QuoteReader *r, Pairing *p, uint32_t i, PairKind kind)
{
	uint32_t	k = find_open(p->stack, p->depth, kind);

	if (kind == PAIR_SINGLE)
	{
		/* 'em inside single marks is a word */
		if (k > 0 || !quote_single_may_open(r, p, i))
			return;
	}
	else if (k > 0)
	{
		/* one of the kind is open already: the first was unbalanced */
		if (i - p->stack[k - 1].token > 2)
			add_pair(r, &p->stack[k - 1], quote_unclosed_before(r, p->stack[k - 1].token, i), false);
		p->depth = k - 1;
		drop_unpaired(r, p->stack, p->depth);
	}
	p->stack[p->depth].token = i;
	p->stack[p->depth].kind = kind;
	p->stack[p->depth].pair = r->marks.n;
	nt_push(r->cx, &r->marks)->open = NT_NONE;
	p->depth++;
}

/*
 * quote_marks pairs the marks of the article: r->marks, in the order of their
 * opening, and for every mark r->pair its pair.
 */
void
quote_marks(QuoteReader *r)
{
	Pairing		p = {.partner = NT_NONE};
	uint32_t	end = 0;		/* after the last token of the text */

	for (uint32_t i = 0; i < r->n; i++)
	{
		const NtToken *t = &r->tok[i];
		PairKind	kind;
		int			sides;

		nt_tick(r->cx);
		if (r->aside[i])
			continue;
		if ((t->flags & TOKEN_PARAGRAPH) || end < i)
		{
			end_paragraph(r, p.stack, &p.depth, end, i);
			p.partner = NT_NONE;
			p.alone = false;
		}
		end = i + 1;
		if ((kind = quote_pair_of(r->tok, r->n, i, &sides)) == PAIR_NONE)
			continue;
		/* 5'10", 6", 30' -- but “in 2016” closes */
		if (i > 0 && !(t->flags & TOKEN_SPACE) && r->tok[i - 1].kind == TOKEN_NUMBER && token_mark_in(t, MARKS_INCHES) &&
			find_open(p.stack, p.depth, kind) == 0)
			continue;
		if (!closes_here(r, &p, i, kind, sides) && (sides & SIDE_OPEN) && p.depth < QUOTE_MARK_DEPTH)
			opens_here(r, &p, i, kind);
	}
	end_paragraph(r, p.stack, &p.depth, end, r->n);
	number_marks(r);
}

/* quote_kind_of tells how a content is marked. */
NtQuoteKind
quote_kind_of(const QuoteReader *r, QuoteRange range)
{
	const QuoteMark *whole = mark_opening(r, range.first);
	bool		any = false;

	if (whole != NULL && whole->close >= range.last)
		return QUOTE_DIRECT;
	for (uint32_t i = range.first; i <= range.last && !any; i++)
		any = is_mark(r, i) && !mark_at(r, i)->single;
	return any ? QUOTE_MIXED : QUOTE_INDIRECT;
}

/* quote_take_marks notes that the pairs in a range belong to a quotation. */
void
quote_take_marks(QuoteReader *r, QuoteRange range)
{
	for (uint32_t i = range.first; i <= range.last; i++)
		if (is_mark(r, i))
			mark_at(r, i)->taken = true;
}

/* quote_words_in counts the words of a pair, up to 20, and how many of them begin with a capital. */
uint32_t
quote_words_in(const QuoteReader *r, const QuoteMark *m, uint32_t *capitals)
{
	uint32_t	words = 0;

	*capitals = 0;
	for (uint32_t i = m->open + 1; i <= m->close && words < 20; i++)
		if (r->tok[i].kind != TOKEN_PUNCT)
		{
			words++;
			*capitals += (r->tok[i].flags & TOKEN_CAPITAL) != 0;
		}
	return words;
}

/* quote_begins_sentence tells whether a pair opens a sentence. */
bool
quote_begins_sentence(const QuoteReader *r, const QuoteMark *m)
{
	return (r->tok[m->open].flags & TOKEN_SENTENCE) ||
		(m->open > 0 && (r->tok[m->open - 1].flags & TOKEN_SENTENCE) && r->tok[m->open - 1].kind == TOKEN_PUNCT);
}
