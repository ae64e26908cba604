/*
 * name_road.c -- roads by their numbers.
 *
 *     A lorry overturned on the A64 near Orbury; the A1(M) is open.
 *     Work on County Road 12 and off U.S. 35
 *
 * A letter and figures may be a rifle, a car or an aeroplane as well.  It is a
 * road where it stands after "on", "off" or "along" or has a word of roads next
 * to it, such a word is near (data/en/lexicon/naming-nouns.txt, kind=fac) or a
 * place follows with "near", and no list knows it as a product.  Where the article has one, its other codes
 * after "the", a preposition or another road are roads too.
 */
#include "name/name.h"

#include "base/trace.h"
#include "name/name_english.h"
#include "name/name_score.h"

#include <string.h>

#define ROAD_LETTERS "ABELMNR"	/* of Britain, Ireland, Europe, southern Africa */
#define CODE_BYTES 5
#define CUE_REACH 16			/* tokens on either side */

/* is_code: A64 */
static bool
is_code(const NtNameFinder *f, const NtToken *t)
{
	const char *s = f->article->text + t->start;
	uint32_t	n = t->end - t->start;

	if (t->kind != TOKEN_WORD || n < 2 || n > CODE_BYTES || s[1] < '1' || s[1] > '9' || strchr(ROAD_LETTERS, s[0]) == NULL)
		return false;
	for (uint32_t i = 2; i < n; i++)
		if (s[i] < '0' || s[i] > '9')
			return false;
	return true;
}

/* is_road_word: traffic, junction */
static bool
is_road_word(const NtNameFinder *f, const NtToken *t)
{
	return t->kind == TOKEN_WORD && (t->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE)) != TOKEN_CAPITAL && token_is(f->vocab, t, LEX_NAMING) && f->vocab->words[t->word].value == ENTITY_FAC;
}

/* is_sum: R3 | .4 million, K20 million */
static bool
is_sum(const NtNameFinder *f, uint32_t i)
{
	const NtToken *t = &f->tokens[i];

	return (t[1].start == t->end && i + 2 < f->article->tokens.n && t[2].start == t[1].end && t[2].kind == TOKEN_NUMBER) ||
		(t[1].kind == TOKEN_NUMBER && t[1].start == t->end) || token_is(f->vocab, &t[1], LEX_NUMBER_WORD);
}

/* is_thing: "the M16 rifle", "an Audi A4": a product's noun after it, or its maker before */
static bool
is_thing(const NtNameFinder *f, uint32_t i)
{
	const NtToken *before = &f->tokens[i - 1];
	const NtToken *next = &f->tokens[i + 1];

	return is_sum(f, i) || phrase_entry(f, i, i + 1) != 0 || (token_is_capital(before) && !(before->flags & TOKEN_SENTENCE) && !(before->flags & TOKEN_UPPER)) ||
		(next->kind == TOKEN_WORD && !(next->flags & TOKEN_CAPITAL) && token_is(f->vocab, next, LEX_PRODUCT_HEAD)) || next->kind == TOKEN_CLITIC ||
		next->mark == MARK_HYPHEN;
}

/* after_the returns the token that stands before "the" before a token, or right before it. */
static const NtToken *
after_the(const NtNameFinder *f, uint32_t i)
{
	return i > 1 && token_has(&f->tokens[i - 1], f->words->the) ? &f->tokens[i - 2] : &f->tokens[i - 1];
}

/* is_travelled: on the A64, along Route 9 */
static bool
is_travelled(const NtNameFinder *f, uint32_t i)
{
	const NtToken *t = after_the(f, i);

	return token_has(t, f->words->on) || token_has(t, f->words->off) || token_has(t, f->words->along) || token_has(t, f->words->across);
}

/* ends_phrase: no noun follows: "Road 12," and "Road 12 was", not "Road 12 people". */
static bool
ends_phrase(const NtNameFinder *f, uint32_t i)
{
	const uint64_t small = LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_AUXILIARY);

	return i >= f->article->tokens.n || f->tokens[i].kind == TOKEN_PUNCT || (f->tokens[i].flags & TOKEN_SENTENCE) ||
		(f->tokens[i].kind == TOKEN_WORD && (token_classes(f->vocab, &f->tokens[i]) & small));
}

/* is_located: on the N4 near Orbury, flooded the A30 at Orbury */
static bool
is_located(const NtNameFinder *f, uint32_t i)
{
	const NtToken *next = &f->tokens[i + 1];

	return token_has(&f->tokens[i - 1], f->words->the) && (is_travelled(f, i) ? token_is(f->vocab, next, LEX_PLACE_PREPOSITION) : token_has(next, f->words->at)) &&
		next[1].kind == TOKEN_WORD && (next[1].flags & (TOKEN_CAPITAL | TOKEN_INNER_CAPITAL));
}

/* is_road: by the words beside it, and one of roads near by or a place behind it. */
static bool
is_road(const NtNameFinder *f, uint32_t i)
{
	if (is_located(f, i))
		return true;
	return (is_travelled(f, i) || is_road_word(f, after_the(f, i)) ||
			(token_has(&f->tokens[i - 1], f->words->the) && ends_phrase(f, i + 1)) ||
			is_road_word(f, &f->tokens[i + 1])) && word_is_near(f, i, CUE_REACH, is_road_word);
}

/* may_be_road: where the article has another one. */
static bool
may_be_road(const NtNameFinder *f, uint32_t i)
{
	const NtToken *before = &f->tokens[i - 1];

	return token_has(before, f->words->the) || token_is(f->vocab, before, LEX_PREPOSITION) || (f->tokens[i].flags & TOKEN_SENTENCE) ||
		((token_has(before, f->words->and_) || before->mark == MARK_COMMA) && i > 1 && is_code(f, &f->tokens[i - 2]));
}

/* road_end returns the token after a road's code: A1 | ( | M | ) */
static uint32_t
road_end(const NtNameFinder *f, uint32_t i)
{
	const NtToken *t = &f->tokens[i];

	return i + 3 < f->article->tokens.n && t[1].mark == MARK_ROUND_OPEN && t[2].end - t[2].start == 1 && f->article->text[t[2].start] == 'M' &&
		t[3].mark == MARK_ROUND_CLOSE && t[3].end - t->end == 3 ? i + 4 : i + 1;
}

/* is_listed: the A1, M11 and A14: of one maker all would begin with one letter */
static bool
is_listed(const NtNameFinder *f, uint32_t i)
{
	return i + 2 < f->article->tokens.n && token_has(&f->tokens[i - 1], f->words->the) && !is_thing(f, i) &&
		(token_has(&f->tokens[i + 1], f->words->and_) || f->tokens[i + 1].mark == MARK_COMMA) && is_code(f, &f->tokens[i + 2]) &&
		f->article->text[f->tokens[i].start] != f->article->text[f->tokens[i + 2].start];
}

/* find_codes lists the roads of a letter and figures. */
static void
find_codes(NtNameFinder *f, NtMentions *found)
{
	const NtArticle *a = f->article;
	bool		sure = false;

	for (uint32_t i = 1; i < a->tokens.n && !sure; i++)
		sure = is_code(f, &f->tokens[i]) && (phrase_kind(f, i, i + 1) == ENTITY_FAC || is_listed(f, i) || (!is_thing(f, i) && is_road(f, i)));
	for (uint32_t i = 1; sure && i < a->tokens.n; i++)
	{
		nt_tick(f->cx);
		if (is_code(f, &f->tokens[i]) && !is_thing(f, i) && (may_be_road(f, i) || is_road(f, i)))
			mention_add(a, found, i, road_end(f, i), ENTITY_FAC, 0, REASON_ROAD, SURE_WORK);
	}
}

/* is_numbered: County Road | 12; U.S. | 35 after "on" */
static bool
is_numbered(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->last];

	if (m->own != 0 || m->first == 0 || m->last >= f->article->tokens.n || t->kind != TOKEN_NUMBER || t->end - t->start > 4 || !ends_phrase(f, m->last + 1))
		return false;
	if (m->kind == ENTITY_GPE && m->last - m->first == 1 && (t[-1].flags & TOKEN_UPPER) && is_travelled(f, m->first))
		return f->tokens[m->first - 1].word != f->words->the;
	if (m->kind != ENTITY_FAC || m->last - m->first < 2 || !token_is(f->vocab, t - 1, LEX_PLACE_HEAD))
		return false;
	for (uint32_t i = m->first; i < m->last; i++)
		if ((token_classes(f->vocab, &f->tokens[i]) & (LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_SURNAME))) != LEX_BIT(LEX_COMMON_WORD))
			return false;
	return true;
}

/* road_settle makes such mentions facilities, and adds those that nothing else has found. */
void
road_settle(NtNameFinder *f)
{
	NtArticle  *a = f->article;
	NtMentions	found = {0};

	if (f->caseless)
		return;
	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		NtMention  *m = &a->mentions.at[i];

		nt_tick(f->cx);
		if (!is_numbered(f, m))
			continue;
		mention_set(a, m, ENTITY_FAC, 0, REASON_ROAD);
		mention_extend(a, m, m->last + 1, f->tokens[m->last].end, REASON_ROAD);
	}
	find_codes(f, &found);
	mentions_overlay(a, &found);
	nt_array_release(f->cx, &found);
}
