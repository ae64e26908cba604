/*
 * name_author.c -- titles without quotation marks, by whose they are.
 *
 *     Orla Reed's The Salt Year is the favourite; Netflix's The Long Field
 *
 * After somebody's or a body's 's, an article with a capital begins a title,
 * which goes on over words with capitals and the small ones between two of
 * these.  What a list has as a paper (the Sun) stays one.  A title that was
 * found so is one wherever the article has it.  Linear: few titles are kept.
 */
#include "name/name.h"

#include "name/name_english.h"
#include "name/name_score.h"

#define TITLES 8				/* of one article that are looked for in the rest of it */
#define TITLE_WORDS 8

static bool
is_title_word(const NtToken *t)
{
	return t->kind == TOKEN_WORD && (t->flags & TOKEN_CAPITAL) != 0;
}

/* begins_title: an article with a capital inside a sentence. */
static bool
begins_title(const NtNameFinder *f, const NtToken *t)
{
	return is_title_word(t) && !(t->flags & (TOKEN_UPPER | TOKEN_SENTENCE)) && token_has(t, f->words->the);
}

/* title_end returns the token after a title that begins at first; first when there is none. */
static uint32_t
title_end(const NtNameFinder *f, uint32_t first)
{
	const uint64_t small = LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_CONJUNCTION);
	uint32_t	end = first;

	for (uint32_t i = first + 1; i + 1 < f->article->tokens.n && i < first + TITLE_WORDS; i++)
	{
		if (f->tokens[i].flags & TOKEN_SENTENCE)
			break;
		if (is_title_word(&f->tokens[i]))
			end = i + 1;
		else if (end == first || !(token_classes(f->vocab, &f->tokens[i]) & small) || !is_title_word(&f->tokens[i + 1]))
			break;
	}
	return end;
}

/* is_owner: somebody or a body, in a sentence whose capitals say something. */
static bool
is_owner(const NtNameFinder *f, const NtMention *m)
{
	return (m->kind == ENTITY_PERSON || m->kind == ENTITY_ORG) && m->last + 2 < f->article->tokens.n && f->tokens[m->last].kind == TOKEN_CLITIC &&
		begins_title(f, &f->tokens[m->last + 1]);
}

static bool
same_title(const NtNameFinder *f, const NtMention *title, uint32_t first)
{
	if (first + (title->last - title->first) > f->article->tokens.n)
		return false;
	for (uint32_t i = 0; i < title->last - title->first; i++)
		if (f->tokens[title->first + i].hash != f->tokens[first + i].hash || (f->tokens[first + i].flags & TOKEN_CAPITAL) != (f->tokens[title->first + i].flags & TOKEN_CAPITAL))
			return false;
	return true;
}

/* find_again lists the titles wherever they stand. */
static void
find_again(const NtNameFinder *f, const NtMentions *titles, NtMentions *found)
{
	const uint32_t n = titles->n < TITLES ? titles->n : TITLES;

	for (uint32_t i = 0; i < f->article->tokens.n; i++)
	{
		nt_tick(f->cx);
		if (!token_has(&f->tokens[i], f->words->the) || !is_title_word(&f->tokens[i]))
			continue;
		for (uint32_t k = 0; k < n; k++)
			if (same_title(f, &titles->at[k], i))
			{
				uint32_t	end = i + (titles->at[k].last - titles->at[k].first);

				mention_add(f->article, found, i, end, ENTITY_WORK_OF_ART, 0, REASON_WORK, SURE_WORK);
				i = end - 1;
				break;
			}
	}
}

/* author_settle puts such titles among the article's mentions. */
void
author_settle(NtNameFinder *f)
{
	NtArticle  *a = f->article;
	NtMentions	titles = {0};
	NtMentions	found = {0};

	if (f->caseless || f->lower)
		return;
	for (uint32_t i = 0; i < a->mentions.n && titles.n < TITLES; i++)
	{
		const NtMention *m = &a->mentions.at[i];
		uint32_t	first = m->last + 1;
		uint32_t	end;

		nt_tick(f->cx);
		if (is_owner(f, m) && (end = title_end(f, first)) > first && phrase_kind(f, first + 1, end) != ENTITY_ORG && phrase_kind(f, first, end) != ENTITY_ORG)
			mention_add(a, &titles, first, end, ENTITY_WORK_OF_ART, 0, REASON_WORK, SURE_WORK);
	}
	if (titles.n > 0)
		find_again(f, &titles, &found);
	mentions_overlay(a, &found);
	nt_array_release(f->cx, &titles);
	nt_array_release(f->cx, &found);
}
