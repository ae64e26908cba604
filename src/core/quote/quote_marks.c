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
#include "quote/quote_cue.h"
#include "quote/quote_mark.h"

#include "text/word_english.h"

typedef enum PairKind
{
	PAIR_NONE,
	PAIR_DOUBLE,				/* " “ ” „ `` '' and full-width: hurried hands mix them */
	PAIR_SINGLE,				/* ' ‘ ’ ‚ */
	PAIR_GUILLEMET				/* « » ‹ › */
} PairKind;

#define SPEAKER_WORDS 5			/* before the name of who speaks */
#define UNCLOSED_TOKENS 300		/* longer paragraphs end no unclosed quotation */

/* marks that part a straight mark from the word before as space does, and that may begin a word after it */
#define MARKS_LIKE_SPACE (MARKS_BRACKET_OPEN | MARKS_HYPHEN_OR_DASH | MARK_BIT(MARK_SLASH) | MARK_BIT(MARK_SINGLE_OPEN) | \
						  MARK_BIT(MARK_DOUBLE_OPEN) | MARK_BIT(MARK_SINGLE_STRAIGHT) | MARK_BIT(MARK_DOUBLE_STRAIGHT))
#define MARKS_BEFORE_WORD (MARKS_BRACKET_OPEN | MARK_BIT(MARK_ELLIPSIS) | MARK_BIT(MARK_SINGLE_OPEN) | \
						   MARK_BIT(MARK_DOUBLE_OPEN) | MARK_BIT(MARK_SINGLE_STRAIGHT))

#define MARKS_INCHES (MARK_BIT(MARK_DOUBLE_STRAIGHT) | MARK_BIT(MARK_DOUBLE_CLOSE) | MARKS_APOSTROPHE)

#define BRITISH_TIMES 3			/* single pairs for each double one, outside all others, in a British article */
#define POSSESSIVE_FAR 60		/* tokens over which the mark that closes is looked for */

#define APART_COMMAS 2			/* so many at least */
#define CLITIC_LETTERS 2		/* of 've */

#define SIDE_OPEN 1
#define SIDE_CLOSE 2

typedef struct Open
{
	uint32_t	token;
	uint32_t	pair;			/* its place in r->marks, kept since it opened */
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
			if (token_begins_line(t))
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
			/* or on its head: »text« */
			*sides = next != NULL && !(next->flags & TOKEN_SPACE) && is_word(next) &&
				(i == 0 || (t->flags & (TOKEN_SPACE | TOKEN_LINE | TOKEN_PARAGRAPH))) ? SIDE_OPEN | SIDE_CLOSE : SIDE_CLOSE;
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
		case MARK_BACKTICK:
			/* `quoted' of old wires */
			*sides = SIDE_OPEN;
			return i == 0 || (t->flags & (TOKEN_SPACE | TOKEN_LINE | TOKEN_PARAGRAPH)) || token_mark_in(t - 1, MARKS_LIKE_SPACE) ? PAIR_SINGLE : PAIR_NONE;
		default:
			return PAIR_NONE;
	}
}

/* add_pair makes a pair of a mark that opened. */
static QuoteMark *
add_pair(QuoteReader *r, const Open *open, uint32_t close, bool closed)
{
	QuoteMark  *m = &r->marks.at[open->pair];

	*m = (QuoteMark) {.open = open->token, .close = close, .single = open->kind == PAIR_SINGLE, .closed = closed, .outer = true};
	return m;
}

/* drop_unpaired gives back the places of marks that came to nothing, after the last that is a pair or still open. */
static void
drop_unpaired(QuoteReader *r, const Open *stack, uint32_t depth)
{
	uint32_t	kept = depth > 0 ? stack[depth - 1].pair + 1 : 0;

	while (r->marks.n > kept && r->marks.at[r->marks.n - 1].open == NT_NONE)
		r->marks.n--;
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
	return (r->tok[i].flags & TOKEN_SENTENCE) || token_is_mark(&r->tok[i - 1], MARK_COLON) || token_is_mark(&r->tok[i - 1], MARK_COMMA);
}

/* says tells whether a word tells that somebody speaks: said, asked. */
static bool
says(const QuoteReader *r, uint32_t i)
{
	const NtCue *cue = quote_cue_record(r, i);

	return (cue->stance == STANCE_SAID || cue->stance == STANCE_ASKED) && (cue->form == CUE_PAST || cue->form == CUE_THIRD);
}

/* after_speaker passes over a name and what stands before it, or a pronoun; it returns the token after them, the first when it is none. */
static uint32_t
after_speaker(const QuoteReader *r, uint32_t first, uint32_t limit)
{
	const uint64_t before = LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC) | LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_DETERMINER);
	uint32_t	i = first;

	if (i < limit && token_is(r->vocab, &r->tok[i], LEX_PRONOUN) && (r->vocab->words[r->tok[i].word].traits & TRAIT_SUBJECT))
		return i + 1;
	while (i < limit && i - first < SPEAKER_WORDS && r->name[i] == 0 && (token_classes(r->vocab, &r->tok[i]) & before))
		i++;
	if (i >= limit || !is_named(r, i, ENTITY_PERSON))
		return first;
	while (i < limit && is_named(r, i, ENTITY_PERSON))
		i++;
	return i;
}

/* says_it tells whether a clause at a token tells who speaks, and nothing else: said farmer Ann Lee. she said, */
static bool
says_it(const QuoteReader *r, uint32_t first, uint32_t limit)
{
	bool		turned = says(r, first);
	uint32_t	who = first + turned;
	uint32_t	after = after_speaker(r, who, limit);

	if (after == who || (!turned && (after >= limit || !says(r, after))))
		return false;
	after += !turned;
	return after >= limit || r->tok[after].kind == TOKEN_PUNCT;
}

/* lost_close returns the comma behind which somebody says what a mark opened that nothing closes: "We lost the barn[,] said farmer Ann Lee. "But ... */
static uint32_t
lost_close(const QuoteReader *r, uint32_t open, uint32_t limit)
{
	for (uint32_t i = open + 2; i + 2 < limit; i++)
	{
		nt_tick(r->cx);
		if (token_mark_in(&r->tok[i], MARK_BIT(MARK_COMMA) | MARK_BIT(MARK_QUESTION) | MARK_BIT(MARK_EXCLAMATION)) && says_it(r, i + 1, limit))
			return i;
	}
	return NT_NONE;
}

/* end_paragraph empties the stack at the end of a paragraph: the token after it, and the one that begins the next of the text. */
static void
end_paragraph(QuoteReader *r, Open *stack, uint32_t *depth, uint32_t i, uint32_t next)
{
	if (*depth > 0)
	{
		const Open *o = &stack[0];
		uint32_t	lost;

		if (opens_paragraph(r, next, o->kind))
			add_pair(r, o, i - 1, false)->continues = true;
		else if (o->kind != PAIR_SINGLE && (lost = lost_close(r, o->token, i)) != NT_NONE)
			add_pair(r, o, lost, false);
		else if (o->kind != PAIR_SINGLE)
		{
			if (i - o->token > 2 && i - o->token < UNCLOSED_TOKENS && reads_on(r, o->token))
				add_pair(r, o, i - 1, false);
			else if (i - o->token > 2)
				add_pair(r, o, sentence_end(r, o->token, i), false);
		}
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

/* The pass over the marks. */
typedef struct Pairing
{
	Open		stack[QUOTE_MARK_DEPTH];
	uint32_t	depth;
	uint32_t	partner;		/* a single mark ahead that could close, in this paragraph; NT_NONE: not looked for */
	bool		alone;			/* there is none */
	uint32_t	doubled;		/* the next double mark of this paragraph, or its end, is not before this token */
	bool		counted;		/* whether words and marks stand apart is known */
	bool		apart;			/* they do: the text of a tokenizer */
} Pairing;

/* is_apart tells whether most commas of an article stand apart from the word before, as a tokenizer leaves them. */
static bool
is_apart(const QuoteReader *r, Pairing *p)
{
	uint32_t	commas = 0;
	uint32_t	apart = 0;

	for (uint32_t i = 0; i < r->n && !p->counted; i++)
	{
		nt_tick(r->cx);
		if (r->tok[i].mark == MARK_COMMA)
		{
			commas++;
			apart += (r->tok[i].flags & TOKEN_SPACE) != 0;
		}
	}
	if (!p->counted)
		p->apart = apart >= APART_COMMAS && apart * 2 > commas;
	p->counted = true;
	return p->apart;
}

/* is_clitic tells of a single mark before one or two small letters in such text: the mayor 's, I 've. */
static bool
is_clitic(const QuoteReader *r, Pairing *p, uint32_t i)
{
	return r->tok[i + 1].end - r->tok[i + 1].start <= CLITIC_LETTERS && !(r->tok[i + 1].flags & (TOKEN_CAPITAL | TOKEN_SPACE)) &&
		r->tok[i].mark == MARK_SINGLE_STRAIGHT && is_apart(r, p);
}

/*
 * opens_apart tells whether a single mark between spaces opens speech in such
 * text: ' We need a road , ' she said.  Behind a word it belongs to that: the nurses ' notes.
 */
static bool
opens_apart(const QuoteReader *r, Pairing *p, uint32_t i)
{
	return (r->tok[i + 1].flags & TOKEN_CAPITAL) && ((r->tok[i].flags & (TOKEN_LINE | TOKEN_PARAGRAPH | TOKEN_SENTENCE)) || i == 0 || r->tok[i - 1].kind == TOKEN_PUNCT) &&
		is_apart(r, p);
}

/*
 * has_partner tells whether another single mark closes in the same paragraph,
 * or the next goes on: 'tis and '80s have none.
 */
static bool
has_partner(const QuoteReader *r, Pairing *p, uint32_t i)
{
	uint32_t	k;

	if (p->partner != NT_NONE && p->partner > i)
		return true;
	if (p->alone)
		return false;
	for (k = i + 1; k < r->n && !(r->tok[k].flags & TOKEN_PARAGRAPH); k++)
	{
		int			sides;

		nt_tick(r->cx);
		if (pair_of(r->tok, r->n, k, &sides) == PAIR_SINGLE && (sides & SIDE_CLOSE))
		{
			p->partner = k;
			return true;
		}
	}
	while (k < r->n && r->aside[k])
		k++;
	if (reads_on(r, i) && opens_paragraph(r, k, PAIR_SINGLE))
		return true;
	p->alone = true;
	return false;
}

/*
 * is_possessive tells whether a single mark after an s rather belongs to the
 * word: 'the nurses' notes were lost,' she said.
 */
static bool
is_possessive(const QuoteReader *r, uint32_t i)
{
	const NtToken *word = &r->tok[i - 1];

	if (word->kind != TOKEN_WORD || !word_ends_in_s(r->text, word) || i + 1 >= r->n ||
		r->tok[i + 1].kind != TOKEN_WORD || (r->tok[i + 1].flags & (TOKEN_CAPITAL | TOKEN_PARAGRAPH | TOKEN_LINE)))
		return false;
	for (uint32_t k = i + 1; k < r->n && k < i + POSSESSIVE_FAR && !(r->tok[k].flags & TOKEN_PARAGRAPH); k++)
	{
		int			sides;

		if (pair_of(r->tok, r->n, k, &sides) != PAIR_SINGLE)
			continue;
		if (!(sides & SIDE_CLOSE))
			return false;
		if (r->tok[k - 1].kind == TOKEN_PUNCT)
			return true;
	}
	return false;
}

/*
 * closes_double tells whether a single mark closes the double one that is open:
 * behind a comma or stop, and no double one closes before the next opens or the
 * paragraph ends: “We waited,’ he said.
 */
static bool
closes_double(const QuoteReader *r, Pairing *p, uint32_t i)
{
	uint32_t	k = p->doubled > i ? p->doubled : i + 1;
	int			sides;

	if (p->depth == 0 || r->tok[p->stack[p->depth - 1].token].mark != MARK_DOUBLE_OPEN || r->tok[i].mark != MARK_SINGLE_CLOSE ||
		(r->tok[i].flags & TOKEN_SPACE) || !token_mark_in(&r->tok[i - 1], MARKS_FINAL | MARK_BIT(MARK_COMMA)))
		return false;
	while (k < r->n && !(r->tok[k].flags & TOKEN_PARAGRAPH) && pair_of(r->tok, r->n, k, &sides) != PAIR_DOUBLE)
	{
		nt_tick(r->cx);
		k++;
	}
	p->doubled = k;
	return k >= r->n || (r->tok[k].flags & TOKEN_PARAGRAPH) || r->tok[k].mark == MARK_DOUBLE_OPEN;
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
	if (kind == PAIR_SINGLE && k == 0 && closes_double(r, p, i))
	{
		add_pair(r, &p->stack[--p->depth], i, true);
		return true;
	}
	if (!(sides & SIDE_CLOSE) || k == 0)
		return false;
	/* an apostrophe after s may close nothing: workers'; two in a row close what is open inside as well: ‘He said, “No,’’ */
	if (kind == PAIR_SINGLE && ((k < p->depth && !(i > 0 && r->tok[i - 1].mark == MARK_SINGLE_CLOSE && !(r->tok[i].flags & TOKEN_SPACE))) ||
								is_possessive(r, i)))
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
		if (k > 0 || i + 1 >= r->n || ((r->tok[i + 1].flags & TOKEN_SPACE) && !opens_apart(r, p, i)) || r->tok[i + 1].kind == TOKEN_ALNUM ||
			r->tok[i + 1].kind == TOKEN_NUMBER || is_clitic(r, p, i) || !has_partner(r, p, i))
			return;
	}
	else if (k > 0)
	{
		/* one of the kind is open already: the first was unbalanced */
		if (i - p->stack[k - 1].token > 2)
		{
			uint32_t	lost = lost_close(r, p->stack[k - 1].token, i);

			add_pair(r, &p->stack[k - 1], lost != NT_NONE ? lost : sentence_end(r, p->stack[k - 1].token, i), false);
		}
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
		if ((kind = pair_of(r->tok, r->n, i, &sides)) == PAIR_NONE)
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
