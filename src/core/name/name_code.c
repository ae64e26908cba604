/*
 * name_code.c -- what letters are by what is joined to them.
 *
 *     the drug CT-204, a PA-28        a model's name, not Connecticut
 *     CUPE Local 500, MQM-P           a union's branch, a party's wing
 *     — Drew Okoro (@drewokoro)       who signs a post
 *     RT @tvdesk                      no channel
 *     Class 6A Division, Division III no name
 *     Booking.com, Node.js            a firm by its address, a program by its file's name: nobody, and no place
 *     She wrote on X.  X said ...     the platform, where the article has it after "on" or beside another body
 *
 * An acronym that a list knows is something else with a number and a hyphen behind
 * it, unless the list has it so (MS-13); the words before a handle in brackets are
 * one name, even where the first is a verb too.
 */
#include "name/name.h"

#include <string.h>

#include "name/name_english.h"
#include "name/name_score.h"

#define CODE_LETTERS 4
#define SIGNED_WORDS 4

/* is_model: "CT" of "CT-204". */
static bool
is_model(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->first];

	return m->last - m->first == 1 && m->own == 0 && m->last + 1 < f->article->tokens.n && t->kind == TOKEN_WORD && (t->flags & TOKEN_UPPER) &&
		!(t->flags & TOKEN_ACRONYM) && t->end - t->start <= CODE_LETTERS && t[1].mark == MARK_HYPHEN && !((t[1].flags | t[2].flags) & TOKEN_SPACE) &&
		(t[2].kind == TOKEN_NUMBER || t[2].kind == TOKEN_ALNUM);
}

/* is_whole_model: "CT-204" that the tagger takes for a body or a place. */
static bool
is_whole_model(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->first];

	return m->last - m->first == 3 && m->own == 0 && m->entry == 0 && (m->kind == ENTITY_ORG || m->kind == ENTITY_GPE) && t->kind == TOKEN_WORD &&
		(t->flags & TOKEN_UPPER) && !(t->flags & TOKEN_ACRONYM) && t->end - t->start <= CODE_LETTERS && t[1].mark == MARK_HYPHEN &&
		t[2].kind == TOKEN_NUMBER && t[2].end - t[2].start > 1;
}

/* is_branch: "CUPE" of "CUPE Local 500", "MQM" of "MQM-P": a union's branch, a party's wing. */
static bool
is_branch(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->last];

	if (m->kind != ENTITY_ORG || m->own != 0 || m->last + 1 >= f->article->tokens.n || !(t[-1].flags & TOKEN_UPPER))
		return false;
	if (token_has(t, f->words->local) && (t->flags & TOKEN_CAPITAL) && t[1].kind == TOKEN_NUMBER)
		return true;
	return t->mark == MARK_HYPHEN && !((t->flags | t[1].flags) & TOKEN_SPACE) && t[1].kind == TOKEN_WORD && t[1].end - t[1].start == 1 &&
		(t[1].flags & TOKEN_CAPITAL);
}

/* is_grade: 6A, III, AA, B */
static bool
is_grade(const NtToken *t)
{
	return t->kind == TOKEN_NUMBER || t->kind == TOKEN_ALNUM ||
		(t->kind == TOKEN_WORD && ((t->flags & TOKEN_UPPER) || ((t->flags & TOKEN_CAPITAL) && t->end - t->start == 1)) && t->end - t->start <= 4);
}

/* is_class: "Class 6A Division", "Division III", which no list has: a grade of schools and teams. */
static bool
is_class(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->first];

	return m->own == 0 && m->entry == 0 && m->last - m->first <= 3 && (token_has(t, f->words->class_) || token_has(t, f->words->division)) &&
		m->first + 1 < f->article->tokens.n && is_grade(&t[1]) &&
		(m->last - m->first < 3 || token_is(f->vocab, &t[2], LEX_ORG_HEAD));
}

/* site_kind returns what a name in the form of an address or a file is; any other stays what it is. */
static NtEntityKind
site_kind(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->first];
	const char *text = f->article->text;
	uint32_t	dot = t->end;

	if (m->last - m->first != 1 || m->own != 0 || (m->kind != ENTITY_PERSON && m->kind != ENTITY_GPE && m->kind != ENTITY_ORG))
		return m->kind;
	while (dot > t->start && text[dot - 1] >= 'a' && text[dot - 1] <= 'z')
		dot--;
	if (t->end - dot < 2 || dot < t->start + 3 || text[dot - 1] != '.')
		return m->kind;
	return t->end - dot == 2 && memcmp(text + dot, "js", 2) == 0 ? ENTITY_PRODUCT : ENTITY_ORG;
}

/* is_handle: an account's name, which has an @ before it. */
static bool
is_handle(const NtNameFinder *f, const NtToken *t)
{
	return t->kind == TOKEN_LINK && f->article->text[t->start] == '@';
}

/* signed_from returns where the name before "(@handle)" begins, the bracket itself: there is none. */
static uint32_t
signed_from(const NtNameFinder *f, uint32_t bracket)
{
	uint32_t	i = bracket;

	while (i > 0 && bracket - i < SIGNED_WORDS && token_is_capital(&f->tokens[i - 1]) &&
		   !(token_classes(f->vocab, &f->tokens[i - 1]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ORG_HEAD))))
		i--;
	/* only where a dash or a line begins it */
	return i > 0 && !token_begins_line(&f->tokens[i]) && !token_mark_in(&f->tokens[i - 1], MARKS_HYPHEN_OR_DASH) ? bracket : i;
}

/* add_signed adds the person who signs a post before the handle at a token; at is the first mention that may overlap. */
static void
add_signed(NtNameFinder *f, NtMentions *found, uint32_t handle, uint32_t at)
{
	const NtArticle *a = f->article;
	uint32_t	first;

	if (handle < 2 || handle + 1 >= a->tokens.n || f->tokens[handle - 1].mark != MARK_ROUND_OPEN || f->tokens[handle + 1].mark != MARK_ROUND_CLOSE)
		return;
	first = signed_from(f, handle - 1);
	while (at > 0 && a->mentions.at[at - 1].last > first)
		at--;
	if (handle - 1 - first < 2 || handle - 1 - first > 3 ||
		(at < a->mentions.n && a->mentions.at[at].first < handle - 1 && (a->mentions.at[at].kind != ENTITY_PERSON || a->mentions.at[at].first == first)))
		return;
	mention_add(a, found, first, handle - 1, ENTITY_PERSON, 0, REASON_BYLINE, SURE_REVIVED);
}

/* is_letter: the platform's name, alone. */
static bool
is_letter(const NtNameFinder *f, uint32_t i)
{
	const NtToken *t = &f->tokens[i];

	return t->kind == TOKEN_WORD && token_has(t, f->words->x) && (t->flags & TOKEN_CAPITAL) && !(t->flags & TOKEN_INITIAL) && i > 0 &&
		i + 1 < f->article->tokens.n && t[1].kind != TOKEN_NUMBER && t[1].kind != TOKEN_ALNUM && t[1].mark != MARK_HYPHEN &&
		!(token_is_capital(&t[1]) && !(t[1].flags & TOKEN_SENTENCE)) &&
		!token_is_capital(&t[-1]) && t[-1].mark != MARK_HYPHEN;
}

/* is_platform: "on X", or "Facebook, X and Instagram"; before and after are the mentions on either side. */
static bool
is_platform(const NtNameFinder *f, uint32_t i, const NtMention *before, const NtMention *after)
{
	const NtToken *t = &f->tokens[i];

	if (token_has(&t[-1], f->words->on) && t[1].word != f->words->and_)
		return true;
	return before != NULL && after != NULL && before->kind == ENTITY_ORG && before->entry != 0 && before->last + 1 == i && t[-1].mark == MARK_COMMA &&
		after->kind == ENTITY_ORG && after->entry != 0 && after->first <= i + 2;
}

/* find lists who signs posts, and the platform's mentions if one of them is surely it; one look at each token. */
static void
find(NtNameFinder *f, NtMentions *posts, NtMentions *platform)
{
	NtArticle  *a = f->article;
	const uint32_t x = f->words->x != 0 ? f->words->x : UINT32_MAX;
	uint32_t	at = 0;
	bool		sure = false;

	for (uint32_t i = 1; i < a->tokens.n; i++)
	{
		const NtToken *t = &f->tokens[i];

		if ((i & 0xFF) == 0)
			nt_tick(f->cx);
		if (t->kind != TOKEN_LINK && t->word != x)
			continue;
		while (at < a->mentions.n && a->mentions.at[at].last <= i)
			at++;
		if (t->kind == TOKEN_LINK)
		{
			if (is_handle(f, t))
				add_signed(f, posts, i, at);
			continue;
		}
		if (!is_letter(f, i) || (at < a->mentions.n && a->mentions.at[at].first <= i))
			continue;
		sure |= is_platform(f, i, at > 0 ? &a->mentions.at[at - 1] : NULL, at < a->mentions.n ? &a->mentions.at[at] : NULL);
		mention_add(a, platform, i, i + 1, ENTITY_ORG, 0, REASON_PATTERN, SURE_REVIVED);
	}
	if (!sure)
		platform->n = 0;
}

/* code_settle settles them. */
void
code_settle(NtNameFinder *f)
{
	NtArticle  *a = f->article;
	NtMentions	found = {0};
	NtMentions	platform = {0};
	uint32_t	kept = 0;

	if (f->caseless)
		return;
	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		NtMention  *m = &a->mentions.at[i];
		NtEntityKind site;

		nt_tick(f->cx);
		if (m->own == 0 && m->last - m->first == 1 && m->last < a->tokens.n && (f->tokens[m->first].flags & TOKEN_UPPER) && is_handle(f, &f->tokens[m->last]))
			continue;
		if (is_class(f, m))
			continue;
		site = site_kind(f, m);
		if (site != m->kind)
			mention_set(a, m, site, 0, REASON_CODE);
		else if (is_branch(f, m))
			mention_extend(a, m, m->last + 2, f->tokens[m->last + 1].end, REASON_LONGER);
		else if (is_whole_model(f, m))
			mention_set(a, m, ENTITY_PRODUCT, 0, REASON_CODE);
		else if (is_model(f, m))
		{
			mention_set(a, m, ENTITY_PRODUCT, 0, REASON_CODE);
			mention_extend(a, m, m->last + 2, f->tokens[m->last + 1].end, REASON_CODE);
		}
		if (kept != i)
			a->mentions.at[kept] = *m;
		kept++;
	}
	a->mentions.n = kept;
	if (f->posts)
		find(f, &found, &platform);
	if (found.n > 0)
		mentions_overlay(a, &found);
	if (platform.n > 0)
		mentions_overlay(a, &platform);
}
