/*
 * name_ordinary.c -- bodies called by ordinary words, which must act like one.
 *
 *     the Evening Mail wrote; the chairman of Fair Share      a body, all over the article
 *     a degree in Data Science; for a Better Life             does nothing anywhere: no name
 *
 * Many texts write what matters to them with capitals, and the tagger takes it
 * for a body.  What has no word that heads bodies, and only ordinary ones, is
 * kept where a mention of it says or does something, owns, or is called a body.
 * In sports news it may be a club (Red Star) and stays.
 */
#include "name/name.h"

#include "name/name_english.h"
#include "name/name_score.h"

#define ACTING_MOST 32			/* names that act, followed through an article */

typedef NtArray(uint64_t) NameHashes;

/* name_hash is the hash of a mention's words. */
static uint64_t
name_hash(const NtNameFinder *f, const NtMention *m)
{
	uint64_t	hash = PHRASE_HASH_SEED;

	for (uint32_t i = m->first; i < m->last; i++)
		hash = phrase_hash_add(hash, f->tokens[i].hash);
	return hash;
}

/* is_ordinary: a supposed body of ordinary words, none of which heads one. */
static bool
is_ordinary(const NtNameFinder *f, const NtMention *m)
{
	const uint64_t body = (NAME_CLASSES & ~LEX_BIT(LEX_OTHER_NAME)) | LEX_BIT(LEX_PUBLIC_HEAD);

	if (m->kind != ENTITY_ORG || m->entry != 0 || m->own != 0 || m->confidence >= SURE_BODY ||
		(m->reason != REASON_TAGGER && m->reason != REASON_WORDS && m->reason != REASON_REVIVED && m->reason != REASON_VOTE))
		return false;
	/* he told The Courier: no article of its own would have a capital there */
	if (m->last - m->first > 1 && f->tokens[m->first].word != 0 && f->tokens[m->first].word == f->words->the && !(f->tokens[m->first].flags & TOKEN_SENTENCE) &&
		m->first > 0 && f->tokens[m->first - 1].kind == TOKEN_WORD && !(f->tokens[m->first - 1].flags & TOKEN_CAPITAL))
		return false;
	/* the Times, our Nation; but a lone Voice, Sport */
	if (m->last - m->first == 1 && m->first > 0 && token_is(f->vocab, &f->tokens[m->first - 1], LEX_DETERMINER))
		return false;
	for (uint32_t i = m->first; i < m->last; i++)
	{
		const NtToken *t = &f->tokens[i];
		uint64_t	classes = token_classes(f->vocab, t);

		if (t->kind == TOKEN_PUNCT && t->mark == MARK_COMMA)
			continue;
		if (t->kind != TOKEN_WORD || (t->flags & (TOKEN_UPPER | TOKEN_INNER_CAPITAL | TOKEN_FOREIGN)) ||
			(!(t->flags & TOKEN_CAPITAL) && t->word != f->words->of && t->word != f->words->for_ && t->word != f->words->and_ && t->word != f->words->the) ||
			!((classes | LEX_BIT(LEX_COMMON_WORD)) == classes || (classes & (LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_DETERMINER)))) ||
			(classes & body))
			return false;
	}
	return true;
}

/* acts_after: what follows has it say, do or own something, or calls it a body. */
static bool
acts_after(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->last];

	if (m->last + 1 >= f->article->tokens.n)
		return false;
	if (t->kind == TOKEN_WORD)
		return (token_classes(f->vocab, t) & (LEX_BIT(LEX_CUE) | LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_ORG_NOUN))) != 0;
	return t->kind == TOKEN_CLITIC || (t->mark == MARK_COMMA && t[1].kind == TOKEN_WORD && token_is(f->vocab, t + 1, LEX_DETERMINER));
}

/* is_called_before: the charity Fair Share, the chairman of Fair Share, published by Fair Share */
static bool
is_called_before(const NtNameFinder *f, const NtMention *m)
{
	uint32_t	i = m->first;

	if (i > 1 && token_has(&f->tokens[i - 1], f->words->the))
		i--;
	if (i < 2)
		return false;
	i--;
	if (token_is(f->vocab, &f->tokens[i], LEX_ORG_NOUN) || (token_has(&f->tokens[i], f->words->by)))
		return true;
	return token_is(f->vocab, &f->tokens[i], LEX_PREPOSITION) && token_is(f->vocab, &f->tokens[i - 1], LEX_ORG_ROLE);
}

/* list_acting lists the names that act somewhere. */
static void
list_acting(NtNameFinder *f, NameHashes *acting)
{
	const NtArticle *a = f->article;

	for (uint32_t i = 0; i < a->mentions.n && acting->n < ACTING_MOST; i++)
	{
		const NtMention *m = &a->mentions.at[i];

		nt_tick(f->cx);
		if (is_ordinary(f, m) && (acts_after(f, m) || is_called_before(f, m)))
			*nt_push(f->cx, acting) = name_hash(f, m);
	}
}

/* does_act tells whether the name is among them. */
static bool
does_act(const NameHashes *acting, uint64_t hash)
{
	for (uint32_t i = 0; i < acting->n; i++)
		if (acting->at[i] == hash)
			return true;
	return false;
}

/* ordinary_settle takes out such bodies that do nothing. */
void
ordinary_settle(NtNameFinder *f)
{
	NtArticle  *a = f->article;
	NameHashes	acting = {0};
	uint32_t	kept = 0;

	if (f->caseless || f->lower || f->sporty)
		return;
	list_acting(f, &acting);
	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		NtMention  *m = &a->mentions.at[i];

		nt_tick(f->cx);
		if (is_ordinary(f, m) && !does_act(&acting, name_hash(f, m)))
		{
			mention_trace(a, m, "does nothing");
			continue;
		}
		if (kept != i)
			a->mentions.at[kept] = *m;
		kept++;
	}
	a->mentions.n = kept;
	nt_array_release(f->cx, &acting);
}
