/*
 * name_reach.c -- names of persons that begin before what the tagger saw, or that it took for other names.
 *
 *     Councilwoman Sue | Ellen Park      a given name that is a verb too
 *     Md. | Irfan Orr                     one that is a state too
 *     the von der | Leyen plan           particles before a surname
 *     Ollie | van den | Berg             the same between two tags, or behind a given name alone
 *     Ana del Rosario, Joaquin Phoenix   no town and no body, for all the tagger knows
 */
#include "name/name_trim.h"

#include "name/name_score.h"

#define REACH_PARTICLES 3

/* begins: a token begins a sentence. */
static bool
begins(const NtNameFinder *f, uint32_t token)
{
	return token == 0 || (f->tokens[token].flags & TOKEN_SENTENCE) != 0;
}

/* is_given: a given name with a capital that stands there for its own sake. */
static bool
is_given(const NtNameFinder *f, uint32_t token)
{
	const uint64_t other = LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_MONTH) | LEX_BIT(LEX_NORP_NAME) | LEX_BIT(LEX_PLACE_NAME) |
		LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_PRONOUN) |
		LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_WH_WORD);
	const NtToken *t = &f->tokens[token];
	uint64_t	classes = token_classes(f->vocab, t);

	if (t->kind != TOKEN_WORD || (t->flags & (TOKEN_CAPITAL | TOKEN_UPPER)) != TOKEN_CAPITAL || !(classes & LEX_BIT(LEX_GIVEN_NAME)) ||
		(classes & other))
		return false;
	return true;
}

/* reach_given: Sue | Ellen Park */
static void
reach_given(NtNameFinder *f, NtTag *tag)
{
	const NtToken *before = &f->tokens[tag->first - 1];

	if (begins(f, tag->first))
		return;
	/* Md. | Irfan Orr, not Laurel, Md. */
	if (token_has(before, f->words->md) && (tag->first < 3 || begins(f, tag->first - 1) || before[-1].mark != MARK_COMMA || !(before[-2].flags & TOKEN_CAPITAL)))
		tag->first--;
	else if (tag_words(tag) >= 2 && tag_words(tag) <= 3 &&
		token_is(f->vocab, &f->tokens[tag->first], LEX_GIVEN_NAME) && is_given(f, tag->first - 1))
		tag->first--;
}

/* reach_double: Iolo | Vaughan-Price, an unknown word before two surnames with a hyphen */
static void
reach_double(NtNameFinder *f, NtTag *tag)
{
	const uint64_t other = NAME_CLASSES & ~(LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_PERSON_NAME));
	const NtToken *before = &f->tokens[tag->first - 1];

	if (!begins(f, tag->first) && tag_words(tag) == 3 && before[2].mark == MARK_HYPHEN && token_is_capital(&before[1]) && token_is_capital(&before[3]) &&
		before->kind == TOKEN_WORD && token_is_capital(before) && !(before->flags & TOKEN_UPPER) &&
		!(token_classes(f->vocab, before) & (other | TITLE_CLASSES | LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_HONORIFIC))))
		tag->first--;
}

/* before_particles returns where the name begins whose particles begin at a token: Ollie | van den; NT_NONE: something else stands there. */
static uint32_t
before_particles(NtNameFinder *f, uint32_t i)
{
	const NtTag *before = f->tags.n > 0 ? &f->tags.at[f->tags.n - 1] : NULL;
	const NtToken *t = &f->tokens[i - 1];

	if (before != NULL && before->last == i)
	{
		/* Knight st Reed b Orr; Rafael Mora y Harold Paz */
		if (token_has(&f->tokens[i], f->words->st) || f->tokens[i].end - f->tokens[i].start == 1)
			return NT_NONE;
		/* the tagger may take a rare given name by itself for anything */
		if (before->type != TAG_PERSON && (tag_words(before) > 1 || before->confidence >= SURE_BODY || phrase_at(f, before->first, i) != NULL))
			return NT_NONE;
		f->tags.n--;
		return f->tags.at[f->tags.n].first;
	}
	if (!token_is_capital(t) || token_is(f->vocab, t, LEX_TITLE))
		return i;
	return t->word == 0 || (token_classes(f->vocab, t) & (LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_COMMON_WORD))) == LEX_BIT(LEX_GIVEN_NAME) ? i - 1 : NT_NONE;
}

/* reach_particles: von der | Leyen; Mr | ap | Rhys */
static void
reach_particles(NtNameFinder *f, NtTag *tag)
{
	const uint64_t other = LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_AUXILIARY);
	uint32_t	i = tag->first;

	while (!begins(f, i) && tag->first - i < REACH_PARTICLES && f->tokens[i - 1].kind == TOKEN_WORD && !(f->tokens[i - 1].flags & TOKEN_CAPITAL) &&
		   token_is(f->vocab, &f->tokens[i - 1], LEX_NAME_PARTICLE) && !(token_classes(f->vocab, &f->tokens[i - 1]) & other))
		i--;
	/* the van Smith drove */
	if (i + 1 == tag->first && token_is(f->vocab, &f->tokens[i], LEX_COMMON_WORD) &&
		(begins(f, i) || (token_classes(f->vocab, &f->tokens[i - 1]) & (LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_PRONOUN)))))
		return;
	if (i == tag->first)
		return;
	if (!begins(f, i))
		i = before_particles(f, i);
	if (i == NT_NONE)
		return;
	tag->first = i;
	tag->type = TAG_PERSON;
}

/* is_no_town: Ana del Rosario */
static bool
is_no_town(const NtNameFinder *f, const NtTag *tag)
{
	const NtToken *given = &f->tokens[tag->first];

	if (tag->type != TAG_PLACE || tag_words(tag) < 3 || tag_words(tag) > 5 || !token_is(f->vocab, given, LEX_GIVEN_NAME) ||
		(token_classes(f->vocab, given) & (LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_PLACE_HEAD))) ||
		!token_is(f->vocab, &f->tokens[tag->last - 1], LEX_SURNAME) || phrase_at(f, tag->first, tag->last) != NULL ||
		(tag->first > 0 && (token_has(&given[-1], f->words->of) || token_has(&given[-1], f->words->in) || token_has(&given[-1], f->words->at))))
		return false;
	for (uint32_t i = tag->first + 1; i + 1 < tag->last; i++)
		if (f->tokens[i].kind != TOKEN_WORD || (f->tokens[i].flags & TOKEN_CAPITAL) || !token_is(f->vocab, &f->tokens[i], LEX_NAME_PARTICLE))
			return false;
	return true;
}

/* reach_person lets a person's name begin where it does. */
void
reach_person(NtNameFinder *f, NtTag *tag)
{
	if (!f->caseless && is_no_town(f, tag))
		tag->type = TAG_PERSON;
	if (f->caseless || (tag->type != TAG_PERSON && (tag_words(tag) > 1 || tag->confidence >= UNSURE)))
		return;
	if (tag->type == TAG_PERSON)
	{
		reach_given(f, tag);
		reach_double(f, tag);
	}
	reach_particles(f, tag);
}

/* reach_given_first: Joaquin Phoenix is rather a person than a body, if the tagger is not sure. */
void
reach_given_first(NtNameFinder *f, NtTag *tag)
{
	const uint64_t other = LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_NORP_NAME);
	const uint64_t body = LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_SPORTS_WORD) |
		LEX_BIT(LEX_PLACE_HEAD) | LEX_BIT(LEX_COMMON_WORD);
	const NtToken *first = &f->tokens[tag->first];
	const NtToken *last = &f->tokens[tag->last - 1];

	if (tag->type == TAG_ORG && tag->confidence < UNSURE && tag_words(tag) == 2 && !f->sport && last->kind == TOKEN_WORD &&
		token_is(f->vocab, first, LEX_GIVEN_NAME) &&
		!(token_classes(f->vocab, first) & (token_is(f->vocab, last, LEX_SURNAME) ? other & ~(LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_ORG_NAME)) : other)) &&
		!(token_classes(f->vocab, last) & body) && !(last->flags & (TOKEN_UPPER | TOKEN_INNER_CAPITAL)))
		tag->type = TAG_PERSON;
}
