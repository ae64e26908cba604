/*
 * name_charge.c -- what a minister is in charge of is no body.
 *
 *     Minister of Foreign Affairs and Trade | Li Wen
 *     the undersecretary for Gender, Labour and Social Development
 *     Secretary of State for Health and Social Care | Ann Dow
 *
 * The tagger takes the ordinary words after such an office for the name of a
 * body, or for the beginning of a person's name.  From a tag the words are
 * followed back to the office; what of the tag lies in its charge is cut off.
 * A charge is ordinary words with capitals, parted by "and" and, where an "and"
 * closes the list, by commas.  The Ministry of Trade is a body as ever.
 */
#include "name/name_trim.h"

#define CHARGE_TOKENS 16		/* of the longest charge */

static bool
is_and(const NtNameFinder *f, const NtToken *t)
{
	return token_has(t, f->words->and_) || token_has(t, f->words->the);
}

/*
 * is_charge: an ordinary word with a capital that does not begin a person's name;
 * after "and" (Women and Equalities) any, if a person's name begins after it.
 */
static bool
is_charge(const NtNameFinder *f, uint32_t i)
{
	const uint64_t names = LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_NAME_PARTICLE);
	const NtToken *t = &f->tokens[i];
	bool		more = i + 1 < f->article->tokens.n && token_is_capital(t + 1);

	if (!token_is_capital(t))
		return false;
	if (!token_is(f->vocab, t, LEX_COMMON_WORD))
		return more && is_and(f, t - 1) && !(token_classes(f->vocab, t) & names) && token_is(f->vocab, t + 1, LEX_GIVEN_NAME);
	return !token_is(f->vocab, t, LEX_NORP_NAME) &&
		!(token_is(f->vocab, t, LEX_GIVEN_NAME) && more && !token_is(f->vocab, t + 1, LEX_COMMON_WORD));
}

/* is_office: minister of, secretary for, Secretary of State for; i is the preposition. */
static bool
is_office(const NtNameFinder *f, uint32_t i)
{
	const NtNameWords *w = f->words;
	const NtToken *t = &f->tokens[i];

	if (i == 0 || t->word == 0 || (t->word != w->of && t->word != w->for_))
		return false;
	t--;
	if (i > 2 && token_has(t, w->state) && token_has(&t[-1], w->of))
		t -= 2;
	return token_has(t, w->minister) || token_has(t, w->ministers) || token_has(t, w->secretary) || token_has(t, w->undersecretary);
}

/* may_follow: the word before is one that a charge has before a name: of, for, and, the, a comma, a word with a capital. */
static inline bool
may_follow(const NtNameFinder *f, uint32_t token)
{
	const NtToken *t = &f->tokens[token > 0 ? token - 1 : 0];

	return token > 1 && (t->mark == MARK_COMMA || (t->kind == TOKEN_WORD && ((t->flags & TOKEN_CAPITAL) || token_has(t, f->words->of) ||
																		  token_has(t, f->words->for_) || is_and(f, t))));
}

/* charge_from returns where the charge begins that a token may be in, NT_NONE: in none. */
static uint32_t
charge_from(const NtNameFinder *f, uint32_t token)
{
	bool		comma = false;
	bool		and_ = false;

	for (uint32_t i = token; i > 1 && token - i < CHARGE_TOKENS; i--)
	{
		const NtToken *t = &f->tokens[i - 1];

		if (is_office(f, i - 1))
			return comma && !and_ && !is_and(f, &f->tokens[token - 1]) ? NT_NONE : i;
		comma |= t->mark == MARK_COMMA;
		and_ |= is_and(f, t);
		if (!is_charge(f, i - 1) && t->mark != MARK_COMMA && !is_and(f, t))
			return NT_NONE;
	}
	return NT_NONE;
}

/* charge_end returns the token after the charge that begins here. */
static uint32_t
charge_end(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	uint32_t	i = first;

	/* the secretary of the Football Association */
	if (last > first && token_is(f->vocab, &f->tokens[last - 1], LEX_PUBLIC_HEAD))
		return first;
	/* "State for" of a secretary belongs to it */
	while (i < last && (is_charge(f, i) || is_and(f, &f->tokens[i]) || f->tokens[i].mark == MARK_COMMA ||
						(i == first + 1 && is_office(f, i))))
		i++;
	return i;
}

/* charge_cut cuts what a minister is in charge of off a tag; nothing may be left. */
void
charge_cut(NtNameFinder *f, NtTag *tag)
{
	const NtToken *next;
	uint32_t	end;

	if (f->caseless || !may_follow(f, tag->first) || charge_from(f, tag->first) == NT_NONE)
		return;
	end = charge_end(f, tag->first, tag->last);
	next = &f->tokens[end];
	if (end == tag->first)
		return;
	/* the minister of Foreign Affairs | of Farland */
	if (end + 1 < tag->last && token_has(next, f->words->of))
	{
		tag->first = end + 1;
		tag->type = TAG_PLACE;
		return;
	}
	tag->first = end;
	if (end < tag->last && tag->last - end <= 4 && token_is_capital(next))
		tag->type = TAG_PERSON;
}

/* charge_before_office: Natural Resources and Environment | Minister */
void
charge_before_office(NtNameFinder *f, NtTag *tag)
{
	const NtNameWords *w = f->words;
	const NtToken *title = &f->tokens[tag->last];

	if (tag->type == TAG_PERSON || tag->last >= f->article->tokens.n || !(title->flags & TOKEN_CAPITAL) ||
		!(token_has(title, w->minister) || token_has(title, w->secretary) || token_has(title, w->undersecretary)))
		return;
	for (uint32_t i = tag->first; i < tag->last; i++)
		if (f->tokens[i].kind != TOKEN_WORD ||
			(token_classes(f->vocab, &f->tokens[i]) & (NAME_CLASSES | LEX_BIT(LEX_COMMON_WORD))) != LEX_BIT(LEX_COMMON_WORD))
			return;
	tag_drop(tag);
}

/*
 * is_before_office: "Foreign Affairs | Minister", "Natural Resources | and Environment Minister":
 * only words of a charge stand before an office that has it; the Trade Ministry's Secretary is another matter.
 */
static bool
is_before_office(const NtNameFinder *f, const NtMention *m)
{
	const uint32_t n = f->article->tokens.n;
	uint32_t	i = m->last;

	for (uint32_t k = m->first; k < m->last; k++)
		if ((!is_charge(f, k) && !is_and(f, &f->tokens[k])) || token_is(f->vocab, &f->tokens[k], LEX_PUBLIC_HEAD))
			return false;
	while (i < n && i < m->last + CHARGE_TOKENS && (is_and(f, &f->tokens[i]) || (i > m->last && is_charge(f, i) && !(token_classes(f->vocab, &f->tokens[i]) & TITLE_CLASSES))))
		i++;
	return i < n && token_is_capital(&f->tokens[i]) && token_has(&f->tokens[i], f->words->minister);
}

/* charge_settle takes out the bodies that are only what somebody is in charge of. */
void
charge_settle(NtNameFinder *f, NtMentions *mentions)
{
	uint32_t	kept = 0;

	if (f->caseless)
		return;
	for (uint32_t i = 0; i < mentions->n; i++)
	{
		const NtMention *m = &mentions->at[i];

		nt_tick(f->cx);
		if (m->own == 0 && m->kind != ENTITY_PERSON && !(kind_is_place(m->kind) && m->entry != 0) &&
			((may_follow(f, m->first) && charge_from(f, m->first) != NT_NONE && charge_end(f, m->first, m->last) == m->last) ||
			 (m->kind == ENTITY_ORG && is_before_office(f, m))))
			continue;
		if (kept != i)
			mentions->at[kept] = *m;
		kept++;
	}
	mentions->n = kept;
}
