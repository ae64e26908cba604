/*
 * name_dateline.c -- what stands in a dateline is a place, in brackets an agency.
 *
 *     EL ORBEY, Farland (Meridian) --
 *     [place]            [org]
 *
 * Neither may be known to any list, and capitals all through tell the tagger
 * little; only its names are changed.  Likewise what follows "By" in a byline is a
 * person: "By EARLA BOWE, Tribune Staff Reporter".
 */
#include "name/name.h"

#include "name/name_english.h"
#include "name/name_score.h"

/* names_body tells whether a word of a mention is one of bodies' names. */
static bool
names_body(const NtNameFinder *f, const NtMention *m)
{
	for (uint32_t i = m->first; i < m->last; i++)
		if (token_classes(f->vocab, &f->tokens[i]) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_PLACE_HEAD)))
			return true;
	return false;
}

/* alone_in_dateline: BOSTON --, BOSTON (AP) --, where a club is as likely a name of the word. */
static bool
alone_in_dateline(const NtNameFinder *f, const NtMention *m, const NtSection *section)
{
	return m->last + 1 == section->last || token_is_mark(&f->tokens[m->last], MARK_ROUND_OPEN);
}

/* dateline_kind returns the kind of a mention by its place in a dateline, 0: nothing tells. */
static int
dateline_kind(const NtNameFinder *f, const NtMention *m, const NtSection *section)
{
	const NtArticle *a = f->article;

	if (m->first > section->first && token_is_mark(&f->tokens[m->first - 1], MARK_ROUND_OPEN) && m->last < a->tokens.n &&
		token_is_mark(&f->tokens[m->last], MARK_ROUND_CLOSE))
		return ENTITY_ORG;
	if (m->first == section->first && m->last < a->tokens.n && (f->tokens[m->first].flags & TOKEN_UPPER) &&
		(token_is_mark(&f->tokens[m->last], MARK_COMMA) || (alone_in_dateline(f, m, section) && !names_body(f, m))))
		return ENTITY_GPE;
	return 0;
}

/* byline_kind: two words or more after By are a person, if none of them is a body's. */
static int
byline_kind(const NtNameFinder *f, const NtMention *m)
{
	if (m->first == 0 || f->words->by == 0 || f->tokens[m->first - 1].word != f->words->by || m->last - m->first < 2 || m->last - m->first > 4)
		return 0;
	if (names_body(f, m))
		return 0;
	return ENTITY_PERSON;
}

#define TOWN_WORDS 3

/* add_town adds the words in capitals that begin a dateline, where nothing else has found a name: CHANDRAPUR: */
static void
add_town(NtNameFinder *f, const NtSection *section, NtMentions *found)
{
	const uint64_t other = LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_DATELINE_CUE) | LEX_BIT(LEX_MONTH) | LEX_BIT(LEX_WEEKDAY) | LEX_BIT(LEX_NO_NAME);
	uint32_t	i = section->first;

	for (; i + 1 < section->last && i < section->first + TOWN_WORDS && f->tokens[i].kind == TOKEN_WORD; i++)
		if (!(f->tokens[i].flags & TOKEN_UPPER) || f->tokens[i].end - f->tokens[i].start < 2 || (token_classes(f->vocab, &f->tokens[i]) & other))
			return;
	if (i > section->first && (token_mark_in(&f->tokens[i], MARKS_HYPHEN_OR_DASH | MARK_BIT(MARK_COMMA) | MARK_BIT(MARK_COLON) | MARK_BIT(MARK_ROUND_OPEN))))
		mention_add(f->article, found, section->first, i, ENTITY_GPE, 0, REASON_DATELINE, SURE_REVIVED);
}

/* dateline_settle sets the kinds of the names in the article's datelines and bylines. */
void
dateline_settle(NtNameFinder *f)
{
	NtArticle  *a = f->article;
	NtMentions	found = {0};
	uint32_t	i = 0;

	for (uint32_t s = 0; s < a->sections.n; s++)
	{
		const NtSection *section = &a->sections.at[s];

		nt_tick(f->cx);
		if (section->kind != SECTION_DATELINE && section->kind != SECTION_BYLINE)
			continue;
		while (i < a->mentions.n && a->mentions.at[i].first < section->first)
			i++;
		if (section->kind == SECTION_DATELINE && !f->caseless && (i >= a->mentions.n || a->mentions.at[i].first >= section->first + TOWN_WORDS))
			add_town(f, section, &found);
		for (; i < a->mentions.n && a->mentions.at[i].first < section->last; i++)
		{
			NtMention  *m = &a->mentions.at[i];
			int			kind = m->reason == REASON_TAGGER || m->reason == REASON_WORDS ? section->kind == SECTION_BYLINE ? byline_kind(f, m) : dateline_kind(f, m, section) : 0;

			nt_tick(f->cx);
			if (kind != 0 && kind != m->kind && !(kind == ENTITY_GPE && kind_is_place(m->kind)))
				mention_set(a, m, kind, m->entry, section->kind == SECTION_BYLINE ? REASON_BYLINE : REASON_DATELINE);
		}
	}
	mentions_overlay(a, &found);
	nt_array_release(f->cx, &found);
}
