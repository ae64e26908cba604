/*
 * name_case.c -- what a capital letter is worth.
 *
 * A capital in the middle of a sentence marks a name; at its beginning, after
 * an opening quotation mark and in a headline it marks nothing.  There the
 * rest of the article is asked:
 *
 *     Rice Prices Fall.  The price of rice fell, said Ms. Rice of Dow Farms.
 *
 * "rice" is seen in small letters and, in the middle of a sentence, with a
 * capital; "prices" only small.  Both facts are kept as bits in two maps
 * indexed by the word's hash, 16 times as long as the article has tokens, so
 * that two words share a bit once in many articles and no table is searched.
 */
#include "name/name.h"

#include "name/name_english.h"

#include "name/name_find.h"
#include "know/knowledge.h"

#include <string.h>
#include <utf8proc.h>

#define LOWER_WORDS 8			/* fewer words tell nothing of the whole */
#define LOWER_SHARE 100			/* one capital in so many words is none */

static inline bool
bit_get(const uint64_t *map, uint32_t bit)
{
	return (map[bit >> 6] >> (bit & 63) & 1) != 0;
}

static inline void
bit_set(uint64_t *map, uint32_t bit)
{
	map[bit >> 6] |= UINT64_C(1) << (bit & 63);
}

/* case_blind tells whether a sentence's capitals say nothing, and others' do: headlines, menus. */
bool
case_blind(const NtNameFinder *f, const NtSentence *s)
{
	const NtArticle *a = f->article;

	return (!f->caseless && (s->flags & (SENTENCE_UPPER | SENTENCE_TITLE)) != 0) ||
		(s->section < a->sections.n && a->sections.at[s->section].kind == SECTION_BOILERPLATE);
}

#define CURRENCY_PREFIX 4		/* letters of the longest, data/en/lexicon/currency-prefixes.txt */

static bool
is_currency_prefix(const NtVocab *vocab, const char *letters, uint32_t len)
{
	char		small[CURRENCY_PREFIX] = "";

	for (uint32_t i = 0; i < len && i < CURRENCY_PREFIX; i++)
		small[i] = letters[i] | 0x20;
	return ((vocab->words[vocab_find(vocab, vocab_hash(small, len))].capital_classes |
			 vocab->words[vocab_find(vocab, vocab_hash(small, len))].classes) & LEX_BIT(LEX_CURRENCY_PREFIX)) != 0;
}

/* is_large_sum: what follows a letter and figures makes them money: P500 | ,000; N5 | billion */
static bool
is_large_sum(const NtNameFinder *f, const NtToken *t)
{
	if ((t - f->tokens) + 2 >= f->article->tokens.n)
		return false;
	if (t[1].mark == MARK_COMMA && t[1].start == t->end && t[2].kind == TOKEN_NUMBER && t[2].start == t[1].end && t[2].end - t[2].start >= 3)
		return true;
	return t[1].kind == TOKEN_WORD && !(t[1].flags & TOKEN_CAPITAL) && token_is(f->vocab, &t[1], LEX_NUMBER_WORD);
}

/* is_sum_in_millions: N40m, R3bn: a letter, figures and what a paper shortens millions to. */
static bool
is_sum_in_millions(const char *text, const NtToken *t)
{
	const char *p = text + t->start + 1;
	const char *end = text + t->end;

	while (p < end && ((*p >= '0' && *p <= '9') || *p == '.'))
		p++;
	if (p == text + t->start + 1 || p == end || text[t->start] < 'A' || text[t->start] > 'Z')
		return false;
	return (end - p == 1 && *p == 'm') || (end - p == 2 && p[1] == 'n' && (*p == 'b' || *p == 'm' || *p == 't'));
}

/* case_is_money: letters that are a currency: the US of US$50, RM250. */
bool
case_is_money(const NtNameFinder *f, const NtToken *t)
{
	const char *text = f->article->text;
	uint32_t	letters = 0;

	if (t->kind != TOKEN_WORD)
		return false;
	if ((t - f->tokens) + 2 < f->article->tokens.n && t[1].kind == TOKEN_SYMBOL && t->end - t->start <= 3 && (t->flags & TOKEN_UPPER) &&
		(!(t[1].flags & TOKEN_SPACE) || (t[2].kind == TOKEN_NUMBER && !(t[2].flags & TOKEN_SPACE) && (t == f->tokens || t[-1].word != f->words->the))) && utf8proc_category((int32_t) t[1].hash) == UTF8PROC_CATEGORY_SC)
		return true;
	if (is_sum_in_millions(text, t))
		return true;
	if (text[t->end - 1] < '0' || text[t->end - 1] > '9')
		return false;
	while (t->start + letters < t->end && (text[t->start + letters] < '0' || text[t->start + letters] > '9'))
		letters++;
	for (uint32_t i = t->start + letters; i < t->end; i++)
		if ((text[i] < '0' || text[i] > '9') && text[i] != '.' && text[i] != ',')
			return false;
	return letters > 0 && letters <= 4 &&
		(is_currency_prefix(f->vocab, text + t->start, letters) || (letters == 1 && is_large_sum(f, t)));
}

/* case_is_forged: letters of two alphabets in one word, as adverts have them to slip by a filter. */
bool
case_is_forged(const NtNameFinder *f, const NtToken *t)
{
	const uint8_t *p = (const uint8_t *) f->article->text + t->start;
	const uint8_t *end = (const uint8_t *) f->article->text + t->end;
	bool		latin = false;
	bool		cyrillic = false;

	if (t->kind != TOKEN_WORD || !(t->flags & TOKEN_FOREIGN))
		return false;
	for (; p < end; p++)
	{
		latin |= (*p | 0x20) >= 'a' && (*p | 0x20) <= 'z';
		cyrillic |= *p == 0xD0 || *p == 0xD1;	/* the first bytes of U+0400 to U+047F */
	}
	return latin && cyrillic;
}

/*
 * case_is_name_word tells whether a word may be part of a name: by its capital
 * letter, or, in an article without any, because the lexicons have it as one.
 */
bool
case_is_name_word(const NtNameFinder *f, const NtToken *t)
{
	const uint64_t names = LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_PLACE_NAME) |
		LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_PERSON_NAME) | LEX_BIT(LEX_NORP_NAME) | LEX_BIT(LEX_OTHER_NAME);
	const NtWord *w;

	if (t->kind != TOKEN_WORD)
		return false;
	if (!f->caseless && (t->flags & (TOKEN_CAPITAL | TOKEN_INNER_CAPITAL)))
		return !case_is_forged(f, t) && !case_is_money(f, t);
	if (!f->caseless && !f->lower)
		return false;
	w = &f->vocab->words[t->word];
	if (f->caseless)
		return !case_is_money(f, t) &&
			(f->in_tag[t - f->tokens] ||
			 (tagger_word(&f->article->know->tagger, t)->usual != USUAL_SMALL && !(w->classes & LEX_BIT(LEX_COMMON_WORD)) &&
			  ((w->capital_classes | w->classes) & names) != 0));
	if (t->word == 0 || (w->classes & LEX_BIT(LEX_COMMON_WORD)))
		return false;
	return (w->capital_classes & names) != 0 || w->phrase_max > 1;
}

/* case_capital: a word has a capital, or nobody can tell. */
bool
case_capital(const NtNameFinder *f, const NtToken *t)
{
	return f->caseless || (t->flags & TOKEN_CAPITAL) != 0;
}

/* case_initial: the capital is due to the word's position, whatever it is. */
bool
case_initial(const NtNameFinder *f, uint32_t token)
{
	const NtToken *before;

	if (f->caseless)
		return false;
	if (token == f->first)
		return true;
	before = &f->tokens[token - 1];
	if (before->kind == TOKEN_NUMBER)
		return token == f->first + 1;
	if (before->kind != TOKEN_PUNCT)
		return before->kind == TOKEN_SYMBOL && token == f->first + 1;
	if (token_mark_in(before, MARKS_QUOTE_OPEN | MARK_BIT(MARK_DOUBLE_STRAIGHT) | MARK_BIT(MARK_DOUBLE_LOW) |
					  MARK_BIT(MARK_SINGLE_STRAIGHT) | MARK_BIT(MARK_BACKTICK)))
		return !(f->tokens[token].flags & TOKEN_SPACE);
	if (token_mark_in(before, (MARKS_FINAL & ~MARK_BIT(MARK_ELLIPSIS)) | MARK_BIT(MARK_COLON) | MARK_BIT(MARK_STAR) |
					  MARK_BIT(MARK_BULLET)))
		return true;
	return token_mark_in(before, MARKS_HYPHEN_OR_DASH | MARKS_BRACKET_OPEN) && token == f->first + 1;
}

/* case_collect reads the article once and sets the bits of its words. */
void
case_collect(NtNameFinder *f)
{
	const NtArticle *a = f->article;
	uint32_t	bits = 1024;
	uint32_t	words = 0;
	uint32_t	capitals = 0;

	while (bits < a->tokens.n * (uint64_t) 16 && bits < (UINT32_C(1) << 31))
		bits *= 2;
	f->seen.mask = bits - 1;
	f->seen.small = nt_alloc0(f->cx, bits / 8);
	f->seen.middle = nt_alloc0(f->cx, bits / 8);
	f->caseless = tagger_is_caseless(a);
	f->lower = f->caseless && a->sentences.written == WRITTEN_SMALL;
	if (f->caseless)
		return;

	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		const NtSentence *sentence = &a->sentences.at[s];

		bool		byline = sentence->section < a->sections.n && a->sections.at[sentence->section].kind == SECTION_BYLINE;

		nt_tick(f->cx);
		if (case_blind(f, sentence))
			continue;
		f->first = sentence->first;
		for (uint32_t i = sentence->first; i < sentence->last; i++)
		{
			const NtToken *t = &f->tokens[i];

			if (t->kind != TOKEN_WORD)
			{
				f->posts |= t->kind == TOKEN_LINK;
				continue;
			}
			words++;
			capitals += (t->flags & TOKEN_CAPITAL) != 0;
			if (!(t->flags & TOKEN_CAPITAL))
				bit_set(f->seen.small, t->hash & f->seen.mask);
			else if (!byline && !case_initial(f, i))
			{
				bit_set(f->seen.middle, t->hash & f->seen.mask);
				f->posts |= t->word == f->words->x;
			}
		}
	}
	f->lower = words >= LOWER_WORDS && capitals * LOWER_SHARE < words;
	if (f->lower)
		memset(f->seen.small, 0, bits / 8);
}

bool
case_small(const NtNameFinder *f, const NtToken *t)
{
	return bit_get(f->seen.small, t->hash & f->seen.mask);
}

bool
case_middle(const NtNameFinder *f, const NtToken *t)
{
	return bit_get(f->seen.middle, t->hash & f->seen.mask);
}

uint16_t *
name_truecase(NtArticle *article)
{
	NtTokens   *tokens = &article->tokens;
	uint16_t   *written;

	if (!tagger_is_caseless(article))
		return NULL;
	written = article->cx->alloc(article->cx, sizeof(uint16_t) * (tokens->n + 1));
	for (uint32_t i = 0; i < tokens->n; i++)
	{
		NtToken    *t = &tokens->at[i];

		nt_tick(article->cx);
		written[i] = t->flags;
		if (t->kind != TOKEN_WORD)
			continue;
		t->flags &= (uint16_t) ~(TOKEN_UPPER | TOKEN_INNER_CAPITAL);
		if (!(t->flags & (TOKEN_SENTENCE | TOKEN_INITIAL | TOKEN_ACRONYM)))
			t->flags &= (uint16_t) ~TOKEN_CAPITAL;
		else if (!(t->flags & TOKEN_LETTERS))
			t->flags |= TOKEN_CAPITAL;
	}
	for (uint32_t m = 0; m < article->mentions.n; m++)
		for (uint32_t i = article->mentions.at[m].first; i < article->mentions.at[m].last; i++)
			if (tokens->at[i].kind == TOKEN_WORD && !token_is(article_vocab(article), &tokens->at[i], LEX_PREPOSITION))
				tokens->at[i].flags |= TOKEN_CAPITAL;
	return written;
}

void
name_as_written(NtArticle *article, uint16_t *flags)
{
	if (flags == NULL)
		return;
	for (uint32_t i = 0; i < article->tokens.n; i++)
		article->tokens.at[i].flags = flags[i];
	nt_release(article->cx, flags, sizeof(uint16_t) * (article->tokens.n + 1));
}
