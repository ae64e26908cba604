/*
 * quote_sign.c -- quotations signed with a name.
 *
 *     “We will not leave.” ― Ann Brown, Leeds         a dash behind the closing mark
 *     (                  ) ^ [       ]
 *
 *     “Never again.”                                  a line of its own: a name, and an office
 *     Ann Brown, mayor of Leeds
 *
 *     See you on Monday. pic.example/x                an embedded post: no marks, but an @
 *     — Ann Brown (@annb) May 3, 2024
 *
 *     <blockquote>It was late.<cite>Ann Brown</cite>  no marks, but the markup says so
 *
 * Readers' letters, pull quotes and epigraphs name their speaker so.  A dash
 * follows the closing mark, or begins the next paragraph; a name follows it:
 * words with capitals, initials and particles; and then the line ends or a
 * comma or bracket begins what the speaker is.  A dash of prose ("“...” — the
 * words of Lee — were heard") goes on in small letters.  Without a dash the name
 * must be a known person's, the line must not end as sentences do, and the
 * quotation must be all of its paragraph; a name alone between blank lines is a
 * subheading.
 *
 * Paragraphs that an earlier one goes on in (quote_marks.c) are parts of the
 * same quotation.
 */
#include "quote/quote_look.h"
#include "quote/quote_mark.h"
#include "quote/quote_score.h"

#define SIGN_WORDS 8			/* in the longest name */
#define SIGN_LINE 16			/* tokens of a line that is a signature */
#define SIGN_PARTS 64			/* paragraphs of one quotation */
#define SIGN_SHORTEST 3			/* words; shorter ones are titles */
#define POST_LONGEST 400		/* tokens of an embedded post */

/* name_after returns the name that begins at a token and ends as a signature does, an empty range: none. */
static QuoteRange
name_after(const QuoteReader *r, uint32_t first)
{
	uint32_t	i = first;

	while (i < r->n && i - first < SIGN_WORDS && (i == first || !line_ends_at(r, i)))
	{
		const NtToken *t = &r->tok[i];
		bool		word = t->kind == TOKEN_WORD && (t->flags & (TOKEN_CAPITAL | TOKEN_LETTERS));

		if (!word && (i == first || !(token_is(r->vocab, t, LEX_NAME_PARTICLE) || token_is_mark(t, MARK_HYPHEN) ||
									  (t->kind == TOKEN_CLITIC))))
			break;
		i++;
	}
	/* -ENDS- */
	if (i == first || token_is_mark(&r->tok[i - 1], MARK_HYPHEN) || (i == first + 1 && token_is(r->vocab, &r->tok[first], LEX_FURNITURE)))
		return QUOTE_NO_RANGE;
	if (line_ends_at(r, i) || token_is_mark(&r->tok[i], MARK_COMMA) || token_is_mark(&r->tok[i], MARK_ROUND_OPEN) ||
		(token_is_mark(&r->tok[i], MARK_STOP) && line_ends_at(r, i + 1)))
		return (QuoteRange) {first, i - 1};
	return QUOTE_NO_RANGE;
}

/* name_line returns the person whose name begins at a token, when the line reads like a signature; *office: it tells what the person is. */
static QuoteRange
name_line(const QuoteReader *r, uint32_t first, bool *office)
{
	QuoteRange	name = first < r->n ? name_after(r, first) : QUOTE_NO_RANGE;
	const NtMention *m = range_empty(name) ? NULL : quote_mention_at(r, first);
	uint32_t	end;

	if (m == NULL || m->kind != ENTITY_PERSON || m->first != first || m->last != name.last + 1)
		return QUOTE_NO_RANGE;
	*office = !line_ends_at(r, name.last + 1);
	for (end = name.last + 1; !line_ends_at(r, end); end++)
		if (end - first > SIGN_LINE || is_mark(r, end) || token_mark_in(&r->tok[end], MARKS_FINAL))
			return QUOTE_NO_RANGE;
	return name;
}

/* is_speech: no title, which is short, or all in capitals, and ends without a mark. */
static bool
is_speech(const QuoteReader *r, const QuoteMark *m)
{
	uint32_t	capitals;
	uint32_t	words = quote_words_in(r, m, &capitals);

	if (r->tok[m->close - 1].kind == TOKEN_PUNCT && words > 0)
		return true;
	return words >= SIGN_SHORTEST && capitals * 2 <= words + 1;
}

/* sentence_at returns the sentence of a token, searched on from one before it. */
static uint32_t
sentence_at(const QuoteReader *r, uint32_t token, uint32_t from)
{
	while (from + 1 < r->article->sentences.n && r->article->sentences.at[from + 1].first <= token)
		from++;
	return from;
}

/* add makes a range a quotation of the name. */
static void
add(QuoteReader *r, QuoteRange content, uint32_t cue, QuoteRange name, uint32_t sentence)
{
	Attribution *a = nt_push(r->cx, &r->found);

	*a = QUOTE_NO_ATTRIBUTION;
	a->sentence = sentence;
	a->cue = a->cue_last = cue;
	a->side = CUE_LEFT;
	a->kind = QUOTE_DIRECT;
	a->stance = STANCE_SAID;
	a->content = content;
	a->tail = a->content.last;
	a->source = name;
	a->margin = SIGN_MARGIN;
}

/* sign makes the pair of marks number last, and those it goes on from, a quotation of the name. */
static void
sign(QuoteReader *r, uint32_t last, uint32_t cue, QuoteRange name, uint32_t sentence)
{
	uint32_t	first = last;

	while (first > 0 && last - first < SIGN_PARTS && r->marks.at[first - 1].continues && r->marks.at[first - 1].outer &&
		   r->marks.at[first - 1].close + 1 == r->marks.at[first].open)
		first--;
	add(r, (QuoteRange) {r->marks.at[first].open, r->marks.at[first].close}, cue, name, sentence);
	r->marks.at[first].taken = true;
	for (uint32_t k = first + 1; k <= last; k++)
	{
		quote_add_more(r, r->found.n - 1, (QuoteRange) {r->marks.at[k].open, r->marks.at[k].close});
		r->marks.at[k].taken = true;
	}
}

bool
quote_in_block(const QuoteReader *r, uint32_t i)
{
	return r->article->markup.blocks.n > 0 && markup_role(&r->article->markup, r->tok[i].start) == BLOCK_QUOTATION;
}

/* signature_of returns the name that signs a pair, in the words behind it; an empty range: none does. */
static QuoteRange
signature_of(const QuoteReader *r, const QuoteMark *m)
{
	uint32_t	next = m->close + 1;
	bool		office = false;
	QuoteRange	name;

	if (token_mark_in(&r->tok[next], MARKS_HYPHEN_OR_DASH))
		return name_after(r, next + 1);
	if (!line_ends_at(r, next) || !token_begins_line(&r->tok[m->open]))
		return QUOTE_NO_RANGE;
	name = name_line(r, next, &office);
	return office || !(r->tok[next].flags & TOKEN_PARAGRAPH) || quote_in_block(r, next) ? name : QUOTE_NO_RANGE;
}

/* trim_links leaves out what a post ends in: pic.example/x, https://... */
static uint32_t
trim_links(const QuoteReader *r, uint32_t first, uint32_t last)
{
	for (;;)
	{
		uint32_t	begin = last;
		bool		link = r->tok[last].kind == TOKEN_LINK;

		while (begin > first && !(r->tok[begin].flags & (TOKEN_SPACE | TOKEN_LINE | TOKEN_PARAGRAPH)))
		{
			begin--;
			link = link || r->tok[begin].kind == TOKEN_LINK || r->tok[begin + 1].mark == MARK_SLASH;
		}
		if (!link || begin == first)
			return last;
		last = begin - 1;
	}
}

/* has_handle: the bracket behind a name holds an @handle: Ann Brown (@annb) */
static bool
has_handle(const QuoteReader *r, QuoteRange name)
{
	return name.last + 2 < r->n && r->tok[name.last + 1].mark == MARK_ROUND_OPEN && r->tok[name.last + 2].kind == TOKEN_LINK;
}

/*
 * sign_lines makes what stands above a line that begins at a token, and signs it, a
 * quotation: an embedded post, or blocks that the markup calls one.
 */
static void
sign_lines(QuoteReader *r, uint32_t line, uint32_t sentence)
{
	uint32_t	name_at = line + (token_mark_in(&r->tok[line], MARKS_HYPHEN_OR_DASH) ? 1 : 0);
	bool		office;
	QuoteRange	name = name_at > line && name_at < r->n ? name_after(r, name_at) : name_line(r, name_at, &office);
	bool		post = !range_empty(name) && has_handle(r, name);
	uint32_t	first = line - 1;
	bool		begun = false;
	uint32_t	last;

	if (range_empty(name) || !(post || (quote_in_block(r, line) && quote_in_block(r, line - 1))))
		return;
	while (first > 0 && line - first < POST_LONGEST && !(r->tok[first].flags & TOKEN_PARAGRAPH))
		first--;
	last = trim_links(r, first, line - 1);
	for (uint32_t i = first; i <= last; i++)
		if (is_mark(r, i) || r->turn[i] != 0 || r->aside[i])
			return;
	/* the paragraphs of a block that the markup calls a quotation */
	while (!post && first > 0 && line - first < POST_LONGEST && quote_in_block(r, first - 1) && !r->aside[first - 1])
		first--;
	for (uint32_t i = first, from = first; i <= last; i++)
	{
		r->turn[i] = TURN_WORDS;
		if (i < last && !(r->tok[i + 1].flags & TOKEN_PARAGRAPH))
			continue;
		if (begun)
			quote_add_more(r, r->found.n - 1, (QuoteRange) {from, i});
		else
			add(r, (QuoteRange) {from, i}, name.first, name, sentence);
		begun = true;
		from = i + 1;
	}
}

/* quote_signed finds the signed quotations, before any cue is sought. */
void
quote_signed(QuoteReader *r)
{
	uint32_t	sentence = 0;

	for (uint32_t k = 0; k < r->marks.n; k++)
	{
		const QuoteMark *m = &r->marks.at[k];
		QuoteRange	name;

		nt_tick(r->cx);
		if (!m->closed || !m->outer || m->single || m->close + 1 >= r->n || !is_speech(r, m))
			continue;
		name = signature_of(r, m);
		if (range_empty(name))
			continue;
		sentence = sentence_at(r, m->close + 1, sentence);
		sign(r, k, m->close + 1, name, sentence);
	}
	for (uint32_t s = 1; s < r->article->sentences.n; s++)
	{
		uint32_t	i = r->article->sentences.at[s].first;

		nt_tick(r->cx);
		if (line_ends_at(r, i) && !r->inside[i - 1] && (token_mark_in(&r->tok[i], MARKS_HYPHEN_OR_DASH) || quote_in_block(r, i)))
			sign_lines(r, i, s);
	}
}
