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
 *     begins with an opening mark of the same kind (the rule of printing);
 *     otherwise the mark was unbalanced: the quotation ends with the paragraph
 *     when that is short and the mark begins speech, else with the sentence it
 *     began in, so that no quotation swallows the article.
 *   - Depth beyond MARK_DEPTH is not followed: such marks are passed over.
 *
 * Linear: each token is looked at once, each mark pushed and popped once.
 */
#include "quote/quote_mark.h"

typedef enum PairKind
{
	PAIR_NONE,
	PAIR_DOUBLE,				/* " “ ” „ `` '' and full-width: hurried hands mix them */
	PAIR_SINGLE,				/* ' ‘ ’ ‚ */
	PAIR_GUILLEMET				/* « » ‹ › */
} PairKind;

#define UNCLOSED_TOKENS 300		/* longer paragraphs end no unclosed quotation */

/* marks that part a straight mark from the word before as space does, and that may begin a word after it */
#define MARKS_LIKE_SPACE (MARKS_BRACKET_OPEN | MARKS_HYPHEN_OR_DASH | MARK_BIT(MARK_SLASH) | MARK_BIT(MARK_SINGLE_OPEN) | \
						  MARK_BIT(MARK_DOUBLE_OPEN) | MARK_BIT(MARK_SINGLE_STRAIGHT) | MARK_BIT(MARK_DOUBLE_STRAIGHT))
#define MARKS_BEFORE_WORD (MARKS_BRACKET_OPEN | MARK_BIT(MARK_ELLIPSIS) | MARK_BIT(MARK_SINGLE_OPEN) | \
						   MARK_BIT(MARK_DOUBLE_OPEN) | MARK_BIT(MARK_SINGLE_STRAIGHT))

#define MARKS_INCHES (MARK_BIT(MARK_DOUBLE_STRAIGHT) | MARK_BIT(MARK_DOUBLE_CLOSE) | MARKS_APOSTROPHE)

#define SIDE_OPEN 1
#define SIDE_CLOSE 2

typedef struct Open
{
	uint32_t	token;
	PairKind	kind;
} Open;

static bool
is_word(const NtToken *t)
{
	return t->kind != TOKEN_PUNCT && t->kind != TOKEN_SYMBOL;
}

/* sides_by_space tells where a straight mark can open or close, by what touches it. */
static int
sides_by_space(const NtToken *tokens, uint32_t n, uint32_t i)
{
	const NtToken *t = &tokens[i];
	const NtToken *next = i + 1 < n ? t + 1 : NULL;
	bool		space_before = (t->flags & TOKEN_SPACE) != 0;
	bool		space_after = next == NULL || (next->flags & TOKEN_SPACE) != 0;
	int			sides = 0;

	if (!space_before && i > 0 && token_mark_in(&tokens[i - 1], MARKS_LIKE_SPACE))
		space_before = true;
	if (!space_after && next->kind == TOKEN_PUNCT && !token_mark_in(next, MARKS_BEFORE_WORD))
		space_after = true;
	if (space_before && !(next != NULL && (next->flags & TOKEN_SPACE)))
		sides |= SIDE_OPEN;
	if (space_after && !(t->flags & TOKEN_SPACE))
		sides |= SIDE_CLOSE;
	return sides != 0 ? sides : SIDE_OPEN | SIDE_CLOSE;
}

/* pair_of returns which pairs a mark may belong to, and where it can stand in one. */
static PairKind
pair_of(const NtToken *tokens, uint32_t n, uint32_t i, int *sides)
{
	const NtToken *t = &tokens[i];
	const NtToken *next = i + 1 < n ? t + 1 : NULL;

	switch ((NtMark) t->mark)
	{
		case MARK_DOUBLE_STRAIGHT:
			*sides = sides_by_space(tokens, n, i);
			return PAIR_DOUBLE;
		case MARK_DOUBLE_OPEN:
			/* a hurried hand opens where it should close */
			*sides = next != NULL && (next->flags & TOKEN_SPACE) && !(t->flags & TOKEN_SPACE) ? SIDE_CLOSE : SIDE_OPEN;
			return PAIR_DOUBLE;
		case MARK_DOUBLE_CLOSE:
			/* or closes where it should open */
			if (t->flags & (TOKEN_LINE | TOKEN_PARAGRAPH))
				*sides = SIDE_OPEN | SIDE_CLOSE;
			else
				*sides = next != NULL && !(next->flags & TOKEN_SPACE) && (t->flags & TOKEN_SPACE) && is_word(next) ?
					SIDE_OPEN | SIDE_CLOSE : SIDE_CLOSE;
			return PAIR_DOUBLE;
		case MARK_DOUBLE_LOW:
			*sides = SIDE_OPEN;
			return PAIR_DOUBLE;
		case MARK_GUILLEMET_OPEN:
			*sides = SIDE_OPEN;
			return PAIR_GUILLEMET;
		case MARK_GUILLEMET_CLOSE:
			*sides = SIDE_CLOSE;
			return PAIR_GUILLEMET;
		case MARK_SINGLE_OPEN:
		case MARK_SINGLE_LOW:
			*sides = SIDE_OPEN;
			return PAIR_SINGLE;
		case MARK_SINGLE_CLOSE:
			*sides = SIDE_CLOSE;
			return PAIR_SINGLE;
		case MARK_SINGLE_STRAIGHT:
			*sides = sides_by_space(tokens, n, i);
			return PAIR_SINGLE;
		default:
			return PAIR_NONE;
	}
}

static void
add_pair(QuoteReader *r, uint32_t open, uint32_t close, uint32_t depth, PairKind kind, bool closed)
{
	QuoteMark *m = nt_push(r->cx, &r->marks);

	m->open = open;
	m->close = close;
	m->depth = (uint8_t) depth;
	m->single = kind == PAIR_SINGLE;
	m->closed = closed;
	m->continues = false;
	m->outer = true;
	m->taken = false;
	m->reserved = 0;
}

/* find_open returns one more than the place in the stack of the mark that one of this kind closes, 0: none. */
static uint32_t
find_open(const Open *stack, uint32_t depth, PairKind kind)
{
	while (depth > 0 && stack[depth - 1].kind != kind)
		depth--;
	return depth;
}

/* opens_paragraph: the next paragraph begins with an opening mark of this kind. */
static bool
opens_paragraph(const QuoteReader *r, uint32_t i, PairKind kind)
{
	int			sides;

	return i < r->n && pair_of(r->tok, r->n, i, &sides) == kind &&
		(sides & SIDE_OPEN);
}

/* sentence_end returns the last token of the sentence that holds token i. */
static uint32_t
sentence_end(const QuoteReader *r, uint32_t i, uint32_t limit)
{
	uint32_t	end = i;

	while (end + 1 < limit && !(r->tok[end + 1].flags & TOKEN_SENTENCE))
		end++;
	return end;
}

/* reads_on: a mark that begins a sentence or follows a colon or comma begins speech. */
static bool
reads_on(const QuoteReader *r, uint32_t i)
{
	return (r->tok[i].flags & TOKEN_SENTENCE) || token_is_mark(&r->tok[i - 1], ':') || token_is_mark(&r->tok[i - 1], ',');
}

/* end_paragraph empties the stack at the end of a paragraph (token i begins the next). */
static void
end_paragraph(QuoteReader *r, Open *stack, uint32_t *depth, uint32_t i)
{
	if (*depth > 0)
	{
		const Open *o = &stack[0];

		if (o->kind != PAIR_SINGLE)
		{
			if (opens_paragraph(r, i, o->kind))
			{
				add_pair(r, o->token, i - 1, 0, o->kind, false);
				r->marks.at[r->marks.n - 1].continues = true;
			}
			else if (i - o->token > 2 && i - o->token < UNCLOSED_TOKENS && reads_on(r, o->token))
				add_pair(r, o->token, i - 1, 0, o->kind, false);
			else if (i - o->token > 2)
				add_pair(r, o->token, sentence_end(r, o->token, i), 0, o->kind, false);
		}
	}
	*depth = 0;
}

/*
 * sort_marks puts the pairs in the order of their opening (they were
 * found in the order of their closing, at most QUOTE_MARK_DEPTH apart in
 * depth) and fills r->pair and r->inside.
 */
static void
sort_marks(QuoteReader *r)
{
	uint32_t	outer_end = 0;
	bool		any = false;
	bool		british = true;
	NtArray(QuoteMark) sorted = {0};

	if (r->marks.n == 0)
		return;
	for (uint32_t i = 0; i < r->marks.n; i++)
		r->pair[r->marks.at[i].open] = i;
	nt_reserve(r->cx, &sorted, r->marks.n);
	for (uint32_t i = 0; i < r->n; i++)
	{
		nt_tick(r->cx);
		if (is_mark(r, i))
			sorted.at[sorted.n++] = *mark_at(r, i);
	}
	/* an article without double marks is written in the British manner */
	for (uint32_t i = 0; i < sorted.n && british; i++)
		british = sorted.at[i].single;
	for (uint32_t i = 0; i < sorted.n && british; i++)
		sorted.at[i].single = false;
	nt_array_release(r->cx, &r->marks);
	r->marks.at = (void *) sorted.at;
	r->marks.n = sorted.n;
	r->marks.cap = sorted.cap;
	for (uint32_t i = 0; i < r->marks.n; i++)
	{
		QuoteMark *m = &r->marks.at[i];

		r->pair[m->open] = i;
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
}

/*
 * quote_marks pairs the marks of the article: r->marks, in the order of their
 * opening, and for every mark r->pair its partner's token.
 */
void
quote_marks(QuoteReader *r)
{
	Open		stack[QUOTE_MARK_DEPTH];
	uint32_t	depth = 0;
	uint32_t	singles = 0;	/* single marks that could close, left in this paragraph */

	for (uint32_t i = 0; i < r->n; i++)
	{
		const NtToken *t = &r->tok[i];
		PairKind	kind;
		int			sides;
		bool		close;

		nt_tick(r->cx);
		if (t->flags & TOKEN_PARAGRAPH)
		{
			end_paragraph(r, stack, &depth, i);
			singles = UINT32_MAX;
		}
		if ((kind = pair_of(r->tok, r->n, i, &sides)) == PAIR_NONE)
			continue;
		if (i > 0 && !(t->flags & TOKEN_SPACE) &&
			r->tok[i - 1].kind == TOKEN_NUMBER && token_mark_in(t, MARKS_INCHES))
		{
			/* 5'10", 6", 30' -- but “in 2016” closes */
			bool		open = false;

			open = find_open(stack, depth, kind) > 0;
			if (!open)
				continue;
		}
		close = false;
		if (sides & SIDE_CLOSE)
		{
			uint32_t	k = find_open(stack, depth, kind);

			/* an apostrophe after s may close nothing: workers’ */
			if (k > 0 && !(kind == PAIR_SINGLE && k < depth))
			{
				add_pair(r, stack[k - 1].token, i, k - 1, kind, true);
				depth = k - 1;
				close = true;
			}
		}
		if (!close && (sides & SIDE_OPEN) && depth < QUOTE_MARK_DEPTH)
		{
			if (kind == PAIR_SINGLE)
			{
				/* ’tis, '80s: an opening single mark wants a partner in its paragraph */
				bool		found = false;

				if (i + 1 >= r->n || (r->tok[i + 1].flags & TOKEN_SPACE) || r->tok[i + 1].kind == TOKEN_ALNUM ||
					r->tok[i + 1].kind == TOKEN_NUMBER)
					continue;
				if (singles == UINT32_MAX || singles <= i)
				{
					for (uint32_t k = i + 1; k < r->n && !(r->tok[k].flags & TOKEN_PARAGRAPH); k++)
					{
						int			s;

						nt_tick(r->cx);
						if (pair_of(r->tok, r->n, k, &s) == PAIR_SINGLE && (s & SIDE_CLOSE))
						{
							found = true;
							singles = k;
							break;
						}
					}
					if (!found)
						singles = UINT32_MAX - 1;
				}
				else
					found = singles != UINT32_MAX - 1;
				if (!found)
					continue;
			}
			else
			{
				/* one of the kind open already: the first was unbalanced */
				uint32_t	k = find_open(stack, depth, kind);

				if (k > 0)
				{
					if (i - stack[k - 1].token > 2)
					{
						uint32_t	end = sentence_end(r, stack[k - 1].token, i);

						add_pair(r, stack[k - 1].token, end, k - 1, kind, false);
					}
					depth = k - 1;
				}
			}
			stack[depth].token = i;
			stack[depth].kind = kind;
			depth++;
		}
	}
	end_paragraph(r, stack, &depth, r->n);
	sort_marks(r);
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
