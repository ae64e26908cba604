/*
 * section_judge.c -- what a block is by its own words: a dateline, furniture
 * of the page, a byline, a caption, or text.
 *
 *     Skip to content                           furniture: a phrase of the lexicon
 *     Related: Storm damage in pictures         ... or it is the label of the line
 *     By Nadia Ferris                           a byline cue and a capital
 *     Cars cross the bridge. (Photo: R. Tamm)   a credit at the end: a caption
 *     Sign up for our letter.  “I love it,” says Lee.  See our terms of use.   furniture at both ends
 *     “It is safe,” Tamm said.  Photo: R. Lee   begins with speech: a paragraph
 *     Engineers will inspect the deck.          a full stop: a paragraph
 *     What happens next                         none: section_place.c will say
 *
 * The phrases are those of data/en/lexicon: furniture, caption-cues, byline-cues.
 */
#include "text/section.h"

#define MAX_BYLINE 16			/* tokens */
#define MAX_FURNITURE 28		/* a longer block that begins with furniture is text, */
#define MAX_PITCH 100			/* unless it goes on as notices to the reader do */
#define MAX_COUNTER 5			/* tokens of a counter, with its brackets */
#define MAX_LABELLED 5			/* tokens with a one-word label and its colon */
#define BRACKET_REST 4			/* tokens behind a bracket that may close a block */
#define MAX_CREDIT 14			/* tokens at the end of a block where a photo credit is looked for */
#define MAX_BARE_CREDIT 8		/* ... and that one not in brackets takes */

/*
 * class_phrase_at returns how many tokens from i on are a term of a lexicon
 * class, 0 for none; the longest wins.
 */
static uint32_t
class_phrase_at(const NtArticle *a, uint32_t i, uint32_t last, int class)
{
	const NtVocab *vocab = article_vocab(a);
	const NtToken *t = section_token(a, i);
	uint64_t	hash = PHRASE_HASH_SEED;
	uint32_t	found = token_is(vocab, t, class) ? 1 : 0;
	uint32_t	max = vocab->words[t->word].phrase_max;

	if (t->word == 0)
		return 0;
	for (uint32_t n = 1; n <= max && i + n <= last; n++)
	{
		uint32_t	word = token_phrase_word(section_token(a, i + n - 1));
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
		const NtToken *t = section_token(a, i - 1);

		if (is_wordlike(t))
			return false;
		if (t->kind != TOKEN_PUNCT)
			continue;
		if (token_mark_in(t, MARKS_STOP | MARK_BIT(MARK_COMMA) | MARK_BIT(MARK_SEMICOLON)))
			return true;
		if (token_mark_in(t, MARKS_FINAL))	/* a headline may ask */
			return b->words > MAX_SUBHEADING;
	}
	return false;
}

/* is_pitch: a block that begins with furniture goes on with a further phrase of it: ... you agree to our terms of use. */
static bool
is_pitch(const NtArticle *a, const Block *b, uint32_t from)
{
	for (uint32_t i = from; i < b->last; i++)
		if (class_phrase_at(a, i, b->last, LEX_FURNITURE) >= 2)
			return true;
	return false;
}

/* is_counter: 14 Comments, Comments (2), 1.4k shares. */
static bool
is_counter(const NtArticle *a, uint32_t first, uint32_t last)
{
	uint32_t	words = 0;
	uint32_t	numbers = 0;

	for (uint32_t i = first; i < last; i++)
	{
		const NtToken *t = section_token(a, i);

		if (t->kind == TOKEN_NUMBER || t->kind == TOKEN_ALNUM)
			numbers++;
		else if (t->kind == TOKEN_WORD && token_is(article_vocab(a), t, LEX_FURNITURE))
			words++;
		else if (!token_mark_in(t, MARKS_BRACKET_OPEN | MARKS_BRACKET_CLOSE))
			return false;
	}
	return numbers == 1 && words == 1;
}

/* closes_early: [Updated] The mayor said no. */
static bool
closes_early(const NtArticle *a, const Block *b)
{
	for (uint32_t i = b->first + 1; i + BRACKET_REST < b->last; i++)
		if (token_mark_in(section_token(a, i), MARKS_BRACKET_CLOSE))
			return true;
	return false;
}

static bool
is_boilerplate(const NtArticle *a, const Block *b)
{
	const NtToken *first = section_token(a, b->first);
	uint32_t	open = token_mark_in(first, MARKS_BRACKET_OPEN) ? 1 : 0;
	uint32_t	start = b->first + open;
	uint32_t	n = b->last - start;
	uint32_t	furniture;

	if (b->words == 0)
		return !(first->kind == TOKEN_SYMBOL && n > 1);
	if (first->kind == TOKEN_SYMBOL && first->hash == 0xA9 && n <= MAX_FURNITURE)
		return true;			/* copyright sign */
	if (n <= MAX_COUNTER && is_counter(a, start, b->last))
		return true;
	furniture = class_phrase_at(a, start, b->last, LEX_FURNITURE);
	if (furniture >= 2 && n <= MAX_PITCH && is_pitch(a, b, start + furniture))
		return true;
	if (furniture == 0 || n > MAX_FURNITURE)
		return false;

	/*
	 * The whole block or all of a bracket, or a label before a colon, or the
	 * beginning of a short line.  One word before a colon may also label a
	 * headline ("Live: Rail strike halts trains").
	 */
	return n <= furniture + 1 || (open > 0 && !closes_early(a, b)) ||
		(token_is_mark(section_token(a, start + furniture), MARK_COLON) && (furniture >= 2 || n <= MAX_LABELLED)) ||
		(furniture >= 2 && !ends_like_text(a, b)) ||
		(furniture >= 3 && n <= furniture * 3);
}

static bool
is_byline(const NtArticle *a, const Block *b)
{
	uint32_t	cue = class_phrase_at(a, b->first, b->last, LEX_BYLINE_CUE);

	return cue > 0 && b->last - b->first <= MAX_BYLINE && b->first + cue < b->last &&
		(section_token(a, b->first + cue)->flags & TOKEN_CAPITAL || token_is_mark(section_token(a, b->first + cue), MARK_COLON) ||
		 token_is(article_vocab(a), section_token(a, b->first + cue), LEX_PRONOUN) ||
		 token_is(article_vocab(a), section_token(a, b->first + cue), LEX_DETERMINER)) &&
		!ends_like_text(a, b);
}

/*
 * reports_speech: a quotation mark or a verb of speech, so that a "(pictured)" or
 * "(left)" points at somebody in a sentence of the text.
 */
static bool
reports_speech(const NtArticle *a, const Block *b)
{
	for (uint32_t i = b->first; i < b->last; i++)
		if (token_mark_in(section_token(a, i), MARKS_DOUBLE | MARK_BIT(MARK_SINGLE_OPEN) | MARK_BIT(MARK_GUILLEMET_OPEN)) ||
			token_is(article_vocab(a), section_token(a, i), LEX_CUE))
			return true;
	return false;
}

/* is_pointer: (pictured), (left), (second from right): small letters, unlike a credit. */
static bool
is_pointer(const NtArticle *a, uint32_t bracket, uint32_t last)
{
	return bracket + 1 < last && section_token(a, bracket + 1)->kind == TOKEN_WORD &&
		!(section_token(a, bracket + 1)->flags & TOKEN_CAPITAL);
}

/* begins_with_speech: “It is safe,” Tamm said.  No caption does. */
static bool
begins_with_speech(const NtArticle *a, const Block *b)
{
	return token_mark_in(section_token(a, b->first), MARKS_DOUBLE | MARK_BIT(MARK_SINGLE_OPEN)) && reports_speech(a, b) &&
		b->words > MAX_BARE_CREDIT;
}

/* is_caption: a photo credit or the words of a caption. */
static bool
is_caption(const NtArticle *a, const Block *b)
{
	uint32_t	tail = b->last > b->first + MAX_CREDIT ? b->last - MAX_CREDIT : b->first;

	if (begins_with_speech(a, b))
		return false;
	if (class_phrase_at(a, b->first, b->last, LEX_CAPTION_CUE) > 0)
		return true;

	/* a credit in brackets, or after a stop, closes the block */
	for (uint32_t i = tail; i < b->last; i++)
	{
		const NtToken *t = section_token(a, i);

		if (token_mark_in(t, MARKS_BRACKET_OPEN) && i + 1 < b->last &&
			has_class_phrase(a, i + 1, b->last, LEX_CAPTION_CUE) && !(is_pointer(a, i, b->last) && reports_speech(a, b)))
			return token_mark_in(section_token(a, b->last - 1), MARKS_BRACKET_CLOSE | MARK_BIT(MARK_STOP) | MARK_BIT(MARK_STOPS));
		if (token_is_mark(t, MARK_STOP) && i + 1 < b->last && b->last - i <= MAX_BARE_CREDIT &&
			class_phrase_at(a, i + 1, b->last, LEX_CAPTION_CUE) > 0)
			return true;
	}
	return false;
}

/* section_judge sets the kind of a block, 0 when only its place can tell. */
void
section_judge(const NtArticle *a, Block *b)
{
	uint32_t	n = b->last - b->first;

	if (section_is_dateline(a, b))
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
