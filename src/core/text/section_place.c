/*
 * section_place.c -- what the short blocks are by their place: the headline,
 * subheadings, a page's menu, a byline that is but a name.
 *
 *     Home                                  three one-word lines in a row
 *     World                                 or more: a menu
 *     Sport
 *     Live updates                          before the headline: furniture
 *     Harbour bridge reopens after storm    the first of three words or more
 *     Nadia Ferris                          a name between headline and text
 *     The harbour bridge opened on Monday.  (a paragraph by its own words)
 *
 *     What happens next                     between blank lines: a subheading
 *
 *     Engineers will inspect the deck.
 *
 *     Most read                             below the text: furniture and what stands
 *     Storm warning for all of the coast    among it
 *     Share
 *
 * Any other short block is a paragraph.  A single line has no headline: there
 * is nothing it could be the head of.
 */
#include "text/section.h"

#define MIN_HEADLINE_WORDS 3
#define MAX_NAME_WORDS 4		/* in a byline that is but a name */
#define TAIL_FURNITURE 2		/* points of furniture below the text, and against a paragraph, */
#define TAIL_PARAGRAPH 3
#define TAIL_LEAST 4			/* and of a tail that is cut */
#define MIN_NAVIGATION 3		/* one-word lines in a row that make a menu */

/* mark_menus: one-word lines in a row are a page's navigation. */
static void
mark_menus(Blocks *blocks)
{
	for (uint32_t i = 0; i < blocks->n;)
	{
		uint32_t	run = i;

		while (run < blocks->n && blocks->at[run].kind == 0 && blocks->at[run].words <= 1)
			run++;
		if (run - i >= MIN_NAVIGATION)
			for (uint32_t k = i; k < run; k++)
				blocks->at[k].kind = SECTION_BOILERPLATE;
		i = run > i ? run : i + 1;
	}
}

/*
 * mark_tail: below the text, furniture and what stands among it: readers'
 * remarks, lists of other headlines.  It begins where furniture most outweighs
 * paragraphs down to the end of the article.
 *
 *     Comments (2)                        +2   the tail begins here
 *     Derek_1958
 *     3 hours ago                         +2
 *     “Typical,” as my father used to say.    -3
 *     Reply                               +2
 */
static void
mark_tail(Blocks *blocks)
{
	uint32_t	text = 0;
	uint32_t	begin = blocks->n;
	int32_t		sum = 0;
	int32_t		most = TAIL_LEAST - 1;

	while (text < blocks->n && blocks->at[text].kind != SECTION_PARAGRAPH)
		text++;
	for (uint32_t i = blocks->n; i-- > text + 1;)
	{
		const Block *b = &blocks->at[i];

		if (b->kind == SECTION_PARAGRAPH)
			sum -= TAIL_PARAGRAPH;
		else if (b->kind == SECTION_BOILERPLATE && b->words > 0 && (sum += TAIL_FURNITURE) > most)
		{
			most = sum;
			begin = i;
		}
	}
	for (uint32_t i = begin; i < blocks->n; i++)
		blocks->at[i].kind = SECTION_BOILERPLATE;
}

/* is_bare_name: a given name and what goes with it, and nothing else. */
static bool
is_bare_name(const NtArticle *a, const Block *b)
{
	const NtVocab *vocab = article_vocab(a);

	if (b->words < 2 || b->words > MAX_NAME_WORDS || !token_is(vocab, section_token(a, b->first), LEX_GIVEN_NAME))
		return false;
	for (uint32_t i = b->first; i < b->last; i++)
	{
		const NtToken *t = section_token(a, i);

		if (token_mark_in(t, MARKS_HYPHEN | MARK_BIT(MARK_STOP) | MARK_BIT(MARK_STOPS)))
			continue;
		if (!token_is_capital(t) ||
			(vocab->words[t->word].classes & LEX_BIT(LEX_COMMON_WORD) && !token_is(vocab, t, LEX_SURNAME)))
			return false;
	}
	return true;
}

/*
 * place_headline chooses among the blocks before the first paragraph.  A
 * title ends in a full stop now and then: capitals on every word give it away.
 */
static void
place_headline(const NtArticle *a, Blocks *blocks)
{
	uint32_t	first_text = 0;
	uint32_t	headline = NT_NONE;

	while (first_text < blocks->n && blocks->at[first_text].kind != SECTION_PARAGRAPH)
		first_text++;

	/* the first block of all, in Title Case or capitals, with a stop at its end */
	if (first_text < blocks->n && first_text + 1 < blocks->n)
	{
		Block	   *b = &blocks->at[first_text];
		bool		nothing_above = true;

		for (uint32_t i = 0; i < first_text; i++)
			if (blocks->at[i].kind == 0 && blocks->at[i].words >= MIN_HEADLINE_WORDS)
				nothing_above = false;
		if (nothing_above && b->last - b->first <= MAX_HEADLINE &&
			(b->flags & (SENTENCE_UPPER | SENTENCE_TITLE)))
		{
			b->kind = 0;
			first_text++;
		}
	}
	if (blocks->n < 2)
		first_text = 0;			/* one line is no headline */
	for (uint32_t i = 0; i < first_text && headline == NT_NONE; i++)
		if (blocks->at[i].kind == SECTION_HEADLINE)	/* as the markup says */
			headline = i;

	for (uint32_t i = 0; i < first_text && headline == NT_NONE; i++)
		if (blocks->at[i].kind == 0 && blocks->at[i].words >= MIN_HEADLINE_WORDS)
			headline = i;
	for (uint32_t i = 0; i < first_text && headline == NT_NONE; i++)
		if (blocks->at[i].kind == 0)
			headline = i;
	if (headline == NT_NONE)
		return;
	blocks->at[headline].kind = SECTION_HEADLINE;
	for (uint32_t i = 0; i < headline; i++)
		if (blocks->at[i].kind == 0)
			blocks->at[i].kind = SECTION_BOILERPLATE;

	/* between the headline and the text the author may stand without a "By" */
	for (uint32_t i = headline + 1; i < first_text; i++)
		if (blocks->at[i].kind == 0 && is_bare_name(a, &blocks->at[i]))
			blocks->at[i].kind = SECTION_BYLINE;
}

/* is_subheading: a short block between blank lines, with more to come. */
static bool
is_subheading(const NtArticle *a, const Blocks *blocks, uint32_t i)
{
	const Block *b = &blocks->at[i];
	const NtToken *t = section_token(a, b->first);
	bool		blank_after = i + 1 == blocks->n || blocks->at[i + 1].blank_before;

	return b->last - b->first <= MAX_SUBHEADING && b->words > 0 && b->blank_before && blank_after &&
		i + 1 < blocks->n &&
		((t->flags & TOKEN_CAPITAL) || t->kind != TOKEN_WORD);
}

/* section_place gives every block that has no kind yet its kind. */
void
section_place(const NtArticle *a, Blocks *blocks)
{
	mark_tail(blocks);			/* before menus: the cells of a table look like one */
	mark_menus(blocks);
	place_headline(a, blocks);
	for (uint32_t i = 0; i < blocks->n; i++)
	{
		nt_tick(a->cx);
		if (blocks->at[i].kind == 0)
			blocks->at[i].kind = is_subheading(a, blocks, i) ? SECTION_SUBHEADING : SECTION_PARAGRAPH;
	}
}
