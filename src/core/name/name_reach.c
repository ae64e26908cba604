/*
 * name_reach.c -- names of persons that begin before what the tagger saw.
 *
 *     Councilwoman Sue | Ellen Park      a given name that is a verb too
 *     the von der | Leyen plan           particles before a surname
 */
#include "name/name.h"

#include "name/name_english.h"
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
	if (!begins(f, tag->first) && tag->last - tag->first >= 2 && tag->last - tag->first <= 3 &&
		token_is(f->vocab, &f->tokens[tag->first], LEX_GIVEN_NAME) && is_given(f, tag->first - 1))
		tag->first--;
}

/* reach_particles: von der | Leyen; not "Ana de | Souza", of which the tagger left more out */
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
	if (i < tag->first && (begins(f, i) || f->tokens[i - 1].kind != TOKEN_WORD || !(f->tokens[i - 1].flags & TOKEN_CAPITAL)))
	{
		tag->first = i;
		tag->type = TAG_PERSON;
	}
}

/* reach_person lets a person's name begin where it does. */
void
reach_person(NtNameFinder *f, NtTag *tag)
{
	if (f->caseless || (tag->type != TAG_PERSON && (tag->last - tag->first > 1 || tag->confidence >= UNSURE)))
		return;
	if (tag->type == TAG_PERSON)
		reach_given(f, tag);
	reach_particles(f, tag);
}
