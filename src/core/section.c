/*
 * section.c -- the structure of an article: headline, byline, dateline,
 * captions, subheadings, paragraphs, and the furniture of the page around it.
 *
 * An article pasted from a page is a list of blocks: paragraphs parted by
 * blank lines, or single lines.  Each block is judged on its own first:
 *
 *     Skip to content                                   boilerplate  (lexicon)
 *     Harbour bridge reopens after storm                (short, no full stop)
 *     By Nadia Ferris                                   byline
 *     Updated: 3 May 2024, 18:20                        dateline
 *     Cars cross the bridge. (Photo: R. Tamm)           caption      (lexicon)
 *     TALLINN (Baltic Wire) — The harbour bridge ...    dateline + paragraph
 *     What happens next                                 (short, no full stop)
 *     Engineers will inspect the deck on Monday.        paragraph
 *
 * and then in its place: of the short blocks before the first paragraph the
 * first of some length is the headline, those above it belong to the page, and
 * those between paragraphs are subheadings.  A block that repeats an earlier
 * one to the letter is marked as repeated; a repeated sentence is a caption,
 * since only captions are shown twice.
 *
 * Which words tell a caption, a byline, a dateline or furniture is in
 * data/lexicon (furniture, caption-cues, byline-cues, dateline-cues).
 */
#include "article.h"
#include "dateline.h"

#include <string.h>

#define MAX_HEADLINE 34			/* tokens; longer blocks are paragraphs */
#define MAX_SUBHEADING 18
#define MAX_BYLINE 16
#define MAX_DATELINE 18
#define MAX_INLINE_DATELINE 24
#define MAX_FURNITURE 28		/* a longer block that begins with furniture is text */
#define MAX_LABELLED 5			/* tokens with a one-word label and its colon */
#define MIN_HEADLINE_WORDS 3
#define MAX_NAME_WORDS 4		/* in a byline that is but a name */
#define MIN_NAVIGATION 3		/* one-word lines in a row that make a menu */
#define MIN_REPEAT 4			/* tokens; shorter lines repeat by chance */

typedef struct Block
{
	uint32_t	first;			/* tokens [first, last) */
	uint32_t	last;
	uint32_t	words;			/* tokens with letters */
	uint8_t		kind;			/* NtSectionKind, 0: a short block to be judged by its place */
	bool		repeated;
	bool		blank_before;	/* a blank line before it */
	uint8_t		flags;			/* SENTENCE_UPPER, SENTENCE_TITLE of its first sentence */
} Block;

typedef NtArray(Block) Blocks;

static const NtToken *
token(const NtArticle *a, uint32_t i)
{
	return &a->tokens.at[i];
}

/*
 * class_phrase_at returns how many tokens from i on are a term of a lexicon
 * class, 0 for none; the longest wins.
 */
static uint32_t
class_phrase_at(const NtArticle *a, uint32_t i, uint32_t last, int class)
{
	const NtVocab *vocab = article_vocab(a);
	const NtToken *t = token(a, i);
	uint64_t	hash = PHRASE_HASH_SEED;
	uint32_t	found = token_is(vocab, t, class) ? 1 : 0;
	uint32_t	max = vocab->words[t->word].phrase_max;

	if (t->word == 0)
		return 0;
	for (uint32_t n = 1; n <= max && i + n <= last; n++)
	{
		uint32_t	word = token_phrase_word(token(a, i + n - 1));
		uint32_t	phrase;

		if (word == 0)
			break;
		hash = phrase_hash_add(hash, word);
		phrase = vocab_find_phrase(vocab, hash);
		if (phrase != 0 && (vocab->phrases[phrase].classes & LEX_BIT(class)) &&
			(vocab->phrases[phrase].case_rule == CASE_ANY || (t->flags & TOKEN_CAPITAL)))
			found = n;
	}
	return found;
}

static bool
has_class_phrase(const NtArticle *a, uint32_t first, uint32_t last, int class)
{
	for (uint32_t i = first; i < last; i++)
		if (class_phrase_at(a, i, last, class) > 0)
			return true;
	return false;
}

static bool
is_wordlike(const NtToken *t)
{
	return t->kind == TOKEN_WORD || t->kind == TOKEN_ALNUM || t->kind == TOKEN_NUMBER || t->kind == TOKEN_LINK;
}

/* ends_like_text: a full stop, or a mark that ends a sentence or a clause, closes the block. */
static bool
ends_like_text(const NtArticle *a, const Block *b)
{
	for (uint32_t i = b->last; i > b->first; i--)
	{
		const NtToken *t = token(a, i - 1);

		if (is_wordlike(t))
			return false;
		if (t->kind != TOKEN_PUNCT)
			continue;
		switch (t->hash)
		{
			case '.':
			case ',':
			case ';':
			case 0x2026:
			case 0x3002:
				return true;
			case '!':
			case '?':			/* a headline may ask */
				return b->words > MAX_SUBHEADING;
		}
	}
	return false;
}

/* ---- judging one block ------------------------------------------------ */

static bool
is_boilerplate(const NtArticle *a, const Block *b)
{
	const NtToken *first = token(a, b->first);
	uint32_t	open = token_is_mark(first, '(') || token_is_mark(first, '[') ? 1 : 0;
	uint32_t	start = b->first + open;
	uint32_t	n = b->last - start;
	uint32_t	furniture;

	if (b->words == 0)
		return !(first->kind == TOKEN_SYMBOL && n > 1);
	if (first->kind == TOKEN_SYMBOL && first->hash == 0xA9 && n <= MAX_FURNITURE)
		return true;			/* copyright sign */
	furniture = class_phrase_at(a, start, b->last, LEX_FURNITURE);
	if (furniture == 0 || n > MAX_FURNITURE)
		return false;

	/*
	 * The whole block or all of a bracket, or a label before a colon, or the
	 * beginning of a short line.  One word before a colon may also label a
	 * headline ("Live: Rail strike halts trains").
	 */
	return n <= furniture + 1 || open > 0 ||
		(token_is_mark(token(a, start + furniture), ':') && (furniture >= 2 || n <= MAX_LABELLED)) ||
		(furniture >= 2 && !ends_like_text(a, b)) ||
		(furniture >= 3 && n <= furniture * 3);
}

static bool
is_byline(const NtArticle *a, const Block *b)
{
	uint32_t	cue = class_phrase_at(a, b->first, b->last, LEX_BYLINE_CUE);

	return cue > 0 && b->last - b->first <= MAX_BYLINE && b->first + cue < b->last &&
		(token(a, b->first + cue)->flags & TOKEN_CAPITAL || token_is_mark(token(a, b->first + cue), ':') ||
		 token_is(article_vocab(a), token(a, b->first + cue), LEX_PRONOUN) ||
		 token_is(article_vocab(a), token(a, b->first + cue), LEX_DETERMINER)) &&
		!ends_like_text(a, b);
}

/* is_bare_name: a given name and what goes with it, and nothing else. */
static bool
is_bare_name(const NtArticle *a, const Block *b)
{
	const NtVocab *vocab = article_vocab(a);

	if (b->words < 2 || b->words > MAX_NAME_WORDS || !token_is(vocab, token(a, b->first), LEX_GIVEN_NAME))
		return false;
	for (uint32_t i = b->first; i < b->last; i++)
	{
		const NtToken *t = token(a, i);

		if (t->kind == TOKEN_PUNCT && (t->hash == '-' || t->hash == '.'))
			continue;
		if (t->kind != TOKEN_WORD || !(t->flags & TOKEN_CAPITAL) ||
			(vocab->words[t->word].classes & LEX_BIT(LEX_COMMON_WORD) && !token_is(vocab, t, LEX_SURNAME)))
			return false;
	}
	return true;
}

/* is_date_token: a token of which dates are made. */
static bool
is_date_token(const NtArticle *a, uint32_t i)
{
	const NtVocab *vocab = article_vocab(a);
	const NtToken *t = token(a, i);

	if (t->kind == TOKEN_NUMBER || t->kind == TOKEN_ALNUM)
		return true;
	return (token_classes(vocab, t) & (LEX_BIT(LEX_MONTH) | LEX_BIT(LEX_WEEKDAY) | LEX_BIT(LEX_DATELINE_CUE))) != 0;
}

/* is_dateline: nothing but a date, a time and the words that go with them. */
static bool
is_dateline(const NtArticle *a, const Block *b)
{
	const NtVocab *vocab = article_vocab(a);
	bool		named = false;
	bool		joined = false; /* 1996-08-30, 18:20 */
	uint32_t	numbers = 0;
	uint32_t	others = 0;

	if (b->last - b->first > MAX_DATELINE)
		return false;
	for (uint32_t i = b->first; i < b->last; i++)
	{
		const NtToken *t = token(a, i);

		if (t->kind == TOKEN_PUNCT)
		{
			joined |= t->hash == '-' || t->hash == '/' || t->hash == ':';
			continue;
		}
		if (!is_date_token(a, i))
			others++;
		named |= token_is(vocab, t, LEX_MONTH) || token_is(vocab, t, LEX_WEEKDAY) ||
			token_is(vocab, t, LEX_DATELINE_CUE);
		numbers += t->kind == TOKEN_NUMBER || t->kind == TOKEN_ALNUM;
	}
	/* one word of place or zone may stand among them: "LONDON 1996-08-30" */
	return numbers >= 1 && (others == 0 ? named || (joined && numbers >= 3) : others == 1 && joined && numbers >= 3);
}

/*
 * inline_dateline returns the token after the dash of "TALLINN, Estonia
 * (Baltic Wire), May 3 — The harbour", or 0 when the block begins otherwise.
 */
static uint32_t
inline_dateline(const NtArticle *a, const Block *b)
{
	const NtVocab *vocab = article_vocab(a);
	const NtToken *t = token(a, b->first);
	uint32_t	end = 0;
	bool		evidence = false;	/* an agency in brackets, or a date */
	bool		bracket = false;

	if (t->kind != TOKEN_WORD || !(t->flags & TOKEN_CAPITAL))
		return 0;
	for (uint32_t i = b->first; i < b->last && i < b->first + MAX_INLINE_DATELINE; i++)
	{
		t = token(a, i);
		if (t->kind == TOKEN_PUNCT)
		{
			switch (t->hash)
			{
				case ',':
				case '.':
				case '/':
				case ':':
					continue;
				case '(':
					bracket = true;
					continue;
				case ')':
					bracket = false;
					evidence = true;
					continue;
				case '-':
				case '_':
				case 0x2013:
				case 0x2014:
				case 0x2015:
					if (bracket || !(t->flags & TOKEN_SPACE))
						continue;
					end = i + 1;
					break;
				default:
					return end;
			}
			/* a second dash after a date: "AUSTIN, Texas — April 8, 2025 —" */
			if (i + 1 < b->last && is_date_token(a, i + 1) && token(a, i + 1)->kind == TOKEN_WORD &&
				i < b->first + MAX_INLINE_DATELINE / 2)
				continue;
			break;
		}
		if (is_date_token(a, i))
		{
			evidence |= token_is(vocab, t, LEX_MONTH);
			continue;
		}
		if (t->kind == TOKEN_WORD && ((t->flags & TOKEN_CAPITAL) || bracket))
			continue;
		return end;
	}
	if (end == 0)
		return 0;
	t = token(a, b->first);
	return evidence || (t->flags & TOKEN_UPPER) ? end : 0;
}

/* is_caption: a photo credit or the words of a caption. */
static bool
is_caption(const NtArticle *a, const Block *b)
{
	uint32_t	tail = b->last > b->first + 14 ? b->last - 14 : b->first;

	if (class_phrase_at(a, b->first, b->last, LEX_CAPTION_CUE) > 0)
		return true;

	/* a credit in brackets, or after a stop, closes the block */
	for (uint32_t i = tail; i < b->last; i++)
	{
		const NtToken *t = token(a, i);

		if ((token_is_mark(t, '(') || token_is_mark(t, '[')) && i + 1 < b->last &&
			has_class_phrase(a, i + 1, b->last, LEX_CAPTION_CUE))
			return token_is_mark(token(a, b->last - 1), ')') || token_is_mark(token(a, b->last - 1), ']') ||
				token_is_mark(token(a, b->last - 1), '.');
		if (token_is_mark(t, '.') && i + 1 < b->last && b->last - i <= 8 &&
			class_phrase_at(a, i + 1, b->last, LEX_CAPTION_CUE) > 0)
			return true;
	}
	return false;
}

static void
judge(const NtArticle *a, Block *b)
{
	uint32_t	n = b->last - b->first;

	if (is_dateline(a, b))
		b->kind = SECTION_DATELINE;
	else if (is_boilerplate(a, b))
		b->kind = SECTION_BOILERPLATE;
	else if (is_byline(a, b))
		b->kind = SECTION_BYLINE;
	else if (is_caption(a, b))
		b->kind = SECTION_CAPTION;
	else if (n <= MAX_HEADLINE && !ends_like_text(a, b))
		b->kind = 0;
	else
		b->kind = SECTION_PARAGRAPH;
}

/* ---- cutting ---------------------------------------------------------- */

/*
 * cut_blocks parts the article where a sentence begins a line.  In hard-wrapped
 * text sentence.c has seen that lines begin inside sentences.
 */
static void
cut_blocks(NtArticle *a, Blocks *blocks)
{
	Block	   *b = NULL;

	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		const NtSentence *sentence = &a->sentences.at[s];
		uint16_t	flags = token(a, sentence->first)->flags;

		nt_tick(a->cx);
		if (b == NULL || (flags & (TOKEN_LINE | TOKEN_PARAGRAPH)))
		{
			b = nt_push(a->cx, blocks);
			memset(b, 0, sizeof(*b));
			b->first = sentence->first;
			b->blank_before = (flags & TOKEN_PARAGRAPH) != 0;
			b->flags = (uint8_t) (sentence->flags & (SENTENCE_UPPER | SENTENCE_TITLE));
		}
		b->last = sentence->last;
		for (uint32_t i = sentence->first; i < sentence->last; i++)
			b->words += token(a, i)->kind == TOKEN_WORD;
	}
}

/* ---- repeats ---------------------------------------------------------- */

static uint64_t
block_hash(const NtArticle *a, const Block *b)
{
	uint64_t	h = PHRASE_HASH_SEED;

	for (uint32_t i = b->first; i < b->last; i++)
		h = phrase_hash_add(h, token(a, i)->hash);
	return h;
}

/* mark_repeats finds blocks that stood before, by a hash table of their words. */
static void
mark_repeats(NtArticle *a, Blocks *blocks)
{
	uint32_t	size = 16;
	uint64_t   *table;

	while (size < blocks->n * 2)
		size *= 2;
	table = nt_alloc0(a->cx, size * sizeof(uint64_t));
	for (uint32_t i = 0; i < blocks->n; i++)
	{
		Block	   *b = &blocks->at[i];
		uint64_t	h;
		uint32_t	slot;

		nt_tick(a->cx);
		if (b->last - b->first < MIN_REPEAT)
			continue;
		h = block_hash(a, b) | 1;
		for (slot = (uint32_t) (h >> 8) & (size - 1); table[slot] != 0; slot = (slot + 1) & (size - 1))
			if (table[slot] == h)
				break;
		if (table[slot] == h)
			b->repeated = true;
		table[slot] = h;
	}
}

/* ---- judging by place ------------------------------------------------- */

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

/* A short block set off by blank lines, or standing alone on its line before text. */
static bool
is_subheading(const NtArticle *a, const Blocks *blocks, uint32_t i)
{
	const Block *b = &blocks->at[i];
	const NtToken *t = token(a, b->first);
	bool		blank_after = i + 1 == blocks->n || blocks->at[i + 1].blank_before;

	return b->last - b->first <= MAX_SUBHEADING && b->words > 0 && b->blank_before && blank_after &&
		i + 1 < blocks->n &&
		((t->flags & TOKEN_CAPITAL) || t->kind != TOKEN_WORD);
}

static void
add_section(NtArticle *a, uint32_t first, uint32_t last, uint8_t kind, bool repeated)
{
	NtSection  *s = nt_push(a->cx, &a->sections);

	memset(s, 0, sizeof(*s));
	s->first = first;
	s->last = last;
	s->start = token(a, first)->start;
	s->end = token(a, last - 1)->end;
	s->kind = kind;
	s->repeated = repeated;
}

/*
 * section_find parts the article into sections, tells every sentence which
 * one holds it, and reads the article's own date from its datelines: the
 * first that gives a whole date.
 */
void
section_find(NtArticle *a)
{
	Blocks		blocks = {0};
	uint32_t	section = 0;

	cut_blocks(a, &blocks);
	for (uint32_t i = 0; i < blocks.n; i++)
	{
		nt_tick(a->cx);
		judge(a, &blocks.at[i]);
	}
	mark_repeats(a, &blocks);
	mark_menus(&blocks);
	place_headline(a, &blocks);

	for (uint32_t i = 0; i < blocks.n; i++)
	{
		Block	   *b = &blocks.at[i];
		uint32_t	first = b->first;
		uint32_t	after;

		nt_tick(a->cx);
		if (b->kind == 0)
			b->kind = is_subheading(a, &blocks, i) ? SECTION_SUBHEADING : SECTION_PARAGRAPH;
		if (b->repeated && b->kind == SECTION_PARAGRAPH)
			b->kind = SECTION_CAPTION;
		if (b->kind == SECTION_PARAGRAPH && (after = inline_dateline(a, b)) > 0)
		{
			add_section(a, first, after, SECTION_DATELINE, false);
			first = after;
		}
		if (first < b->last)
			add_section(a, first, b->last, b->kind, b->repeated);
	}

	/* a sentence belongs to the section of its last token: an inline dateline begins one */
	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		NtSentence *sentence = &a->sentences.at[s];

		while (section + 1 < a->sections.n && a->sections.at[section].last < sentence->last)
			section++;
		sentence->section = section;
	}
	for (uint32_t i = 0; i < a->sections.n && a->dateline == NT_DAY_NONE; i++)
		if (a->sections.at[i].kind == SECTION_DATELINE)
			a->dateline = dateline_day(a, a->sections.at[i].first, a->sections.at[i].last);
}
