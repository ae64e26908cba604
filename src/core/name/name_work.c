/*
 * name_work.c -- titles of books, films and songs, by their quotation marks.
 *
 *     her second novel, “Salt on the Road,” sold ...
 *
 * Quotation marks alone hold speech as well.  What they hold is a title when
 * a work's noun (novel, film, song: data/en/lexicon/work-cues.txt) stands within
 * CUE_REACH words before them (after them, for titles of several words), when every word in them but the small
 * grammatical ones begins with a capital, and when they are at most
 * TITLE_TOKENS long; without such a noun, when several words end in one that
 * is no name and nobody speaks there.  A final comma or stop is no part of it.
 */
#include "name/name.h"

#include "name/name_score.h"

#define CUE_REACH 6
#define TITLE_TOKENS 14
#define WORKS_BACK 8			/* titles before one that it may repeat */
#define WORKS_LEAST 2			/* an article of so many is one of works */

static bool
has_cue_before(const NtNameFinder *f, uint32_t mark, uint32_t first)
{
	for (uint32_t i = mark; i > first && mark - i < CUE_REACH; i--)
		if (f->tokens[i - 1].kind == TOKEN_WORD && token_is(f->vocab, &f->tokens[i - 1], LEX_WORK_CUE))
			return true;
	return false;
}

/* has_cue_after: “Low Tide,” a novel by ... */
static bool
has_cue_after(const NtNameFinder *f, uint32_t end, uint32_t last)
{
	for (uint32_t i = end; i < last && i < end + CUE_REACH; i++)
		if (f->tokens[i].kind == TOKEN_WORD && token_is(f->vocab, &f->tokens[i], LEX_WORK_CUE))
			return true;
	return false;
}

/* title_end returns the token after a title that begins at first, 0: there is none. */
static uint32_t
title_end(const NtNameFinder *f, uint32_t first, uint32_t last, NtMark closing)
{
	const uint64_t small = LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_CONJUNCTION) |
		LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_NAME_PARTICLE);
	uint32_t	end = first;

	for (uint32_t i = first; i < last && i < first + TITLE_TOKENS; i++)
	{
		const NtToken *t = &f->tokens[i];

		if (t->mark == closing)
			return end > first ? end : 0;
		if (t->kind == TOKEN_WORD)
		{
			if (!(t->flags & TOKEN_CAPITAL) && (i == first || !(token_classes(f->vocab, t) & small)))
				return 0;
			end = i + 1;
		}
		else if (t->kind == TOKEN_NUMBER || t->kind == TOKEN_CLITIC)
			end = i + 1;
		else if (t->kind != TOKEN_PUNCT)
			return 0;
	}
	return 0;
}

/*
 * is_titled_alone: two words or more of which the last is no name of a person
 * or place, no sentence of its own, and no colon, comma or speaker beside
 * them: that is enough.
 */
static bool
is_titled_alone(const NtNameFinder *f, uint32_t first, uint32_t end)
{
	const uint64_t names = LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_NORP_NAME) | LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_ORG_NAME);
	const NtToken *before = first > 1 ? &f->tokens[first - 2] : NULL;
	uint32_t	words = 0;

	if (before == NULL || token_is_mark(before, MARK_COLON) || token_is_mark(before, MARK_COMMA) || token_is(f->vocab, before, LEX_CUE))
		return false;
	/* “They had the State.” */
	if (((f->tokens[first].flags | before[1].flags) & TOKEN_SENTENCE) && token_is_mark(&f->tokens[end], MARK_STOP))
		return false;
	for (uint32_t i = end; i < f->article->tokens.n && i < end + 4; i++)
		if (token_is(f->vocab, &f->tokens[i], LEX_CUE))
			return false;
	for (uint32_t i = first; i < end; i++)
		words += token_is_capital(&f->tokens[i]) && !(f->tokens[i].flags & TOKEN_UPPER);
	return words >= 2 && !(token_classes(f->vocab, &f->tokens[end - 1]) & names);
}

/* repeats: “Mrs Maisel” after “The Marvelous Mrs Maisel” */
static bool
repeats(const NtNameFinder *f, const NtMentions *works, uint32_t first, uint32_t end)
{
	for (uint32_t i = works->n; i > 0 && works->n - i < WORKS_BACK && end - first > 1; i--)
	{
		const NtMention *w = &works->at[i - 1];
		uint32_t	n = 0;

		while (n < end - first && n < w->last - w->first && f->tokens[w->last - 1 - n].hash == f->tokens[end - 1 - n].hash)
			n++;
		if (n == end - first)
			return true;
	}
	return false;
}

/* work_find lists the titles of works, in text order. */
static void
work_find(NtNameFinder *f, NtMentions *works)
{
	const NtArticle *a = f->article;

	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		const NtSentence *sentence = &a->sentences.at[s];

		nt_tick(f->cx);
		for (uint32_t i = sentence->first; i + 2 < sentence->last; i++)
		{
			NtMark		closing;
			uint32_t	end;

			if (f->tokens[i].mark == MARK_NONE)
				continue;
			if ((closing = mark_closing((NtMark) f->tokens[i].mark)) == MARK_NONE ||
				!(f->tokens[i + 1].flags & TOKEN_CAPITAL) ||
				(end = title_end(f, i + 1, sentence->last, closing)) == 0 ||
				(!has_cue_before(f, i, sentence->first) &&
				 !(end > i + 2 && has_cue_after(f, end, sentence->last)) &&
				 !is_titled_alone(f, i + 1, end) && !repeats(f, works, i + 1, end)))
				continue;
			mention_add(a, works, i + 1, end, ENTITY_WORK_OF_ART, 0, REASON_WORK, SURE_WORK);
			i = end;
		}
	}
}

/* is_quoted: nothing but a mention, and a comma or stop, stands in its quotation marks. */
static bool
is_quoted(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *open;
	uint32_t	after = m->last;
	NtMark		closing;

	if (m->first == 0 || after >= f->article->tokens.n)
		return false;
	open = &f->tokens[m->first - 1];
	if ((closing = mark_closing((NtMark) open->mark)) == MARK_NONE)
		return false;
	if (f->tokens[after].mark == MARK_COMMA || f->tokens[after].mark == MARK_STOP)
		after++;
	return after < f->article->tokens.n && f->tokens[after].mark == closing;
}

/*
 * call_works: in an article of works, a name that only the tagger has and that
 * stands in quotation marks of its own is one more: “Fleabag”.
 */
static void
call_works(NtNameFinder *f)
{
	NtArticle  *a = f->article;

	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		NtMention  *m = &a->mentions.at[i];

		nt_tick(f->cx);
		if (m->entry == 0 && m->own == 0 && m->kind != ENTITY_WORK_OF_ART && (m->reason == REASON_TAGGER || m->reason == REASON_WORDS) &&
			is_quoted(f, m))
			mention_set(a, m, ENTITY_WORK_OF_ART, 0, REASON_WORK);
	}
}

/* work_apply puts them among the article's mentions. */
void
work_apply(NtNameFinder *f)
{
	NtMentions	works = {0};

	if (f->caseless)
		return;
	work_find(f, &works);
	mentions_overlay(f->article, &works);
	if (works.n >= WORKS_LEAST)
		call_works(f);
	nt_array_release(f->cx, &works);
}
