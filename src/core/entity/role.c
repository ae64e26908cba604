/*
 * role.c -- reads what an article calls the people and bodies it names.
 *
 *     The mayor of Quillbrook, Ana Ruiz, met Kremlin aide Yuri Ushakov
 *         ~~~~~~~~~~~~~~~~~~~                ~~~~~~~~~~~~
 *     and Lena Sparks, a union leader who heads the strike committee.
 *                        ~~~~~~~~~~~~     ~~~~~~~~~~~~~~~~~~~~~~~~~~
 *
 * Around each person (and, for what comes after, each organisation) five
 * places are looked at, listed in patterns[]:
 *
 *   before   words right before the name: titles, roles, and leftwards what
 *            may go with them (role-modifiers.txt, names, 's)
 *   after    between the comma after the name and the next mark: an optional
 *            article, a noun phrase whose last word is a role, its "of ..."
 *   named    the same before ", Name,", with its article
 *   clause   ", who" and a verb of role-verbs.txt
 *   is       "is", "was" and a noun phrase as under "after"
 *
 * A description is read only when its noun is a role or title of the lexicons
 * in the singular, holds no other person, and ends at a mark or a relative
 * clause: "Ana Ruiz, the mayor said," tells nothing of Ana Ruiz.  Forms of
 * address (Mr., Sir) are no roles.  Every look is bounded by ROLE_TOKENS.
 */
#include "entity/role.h"

#include "base/number_table.h"
#include "base/trace.h"
#include "entity/role_english.h"

#include <string.h>

#define ROLE_TOKENS 18			/* of a description, with what follows its noun */
#define ROLE_CORE 8				/* of its noun phrase */
#define TITLE_TOKENS 4			/* of titles between a comma and a name */
#define ROLE_LOOKS 64			/* roles of one noun that role_bearer looks at */

#define ROLE_CLASSES (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE))

static const char *const copulas[] = ROLE_COPULAS;

static const char *const adverbs[] = ROLE_ADVERBS;

#define ADVERBS (sizeof(adverbs) / sizeof(adverbs[0]))
#define COPULAS (sizeof(copulas) / sizeof(copulas[0]))

typedef struct RoleReader
{
	NtArticle  *article;
	const NtVocab *vocab;
	const NtToken *tokens;
	uint32_t	first;			/* sentence of the mention: tokens [first, last) */
	uint32_t	last;
	uint32_t	mention;
	uint32_t	copula[COPULAS];	/* vocabulary numbers */
	uint32_t	adverb[ADVERBS];
} RoleReader;

static inline uint64_t
classes_at(const RoleReader *r, uint32_t i)
{
	return token_classes(r->vocab, &r->tokens[i]);
}

static inline bool
is_at(const RoleReader *r, uint32_t i, uint64_t classes)
{
	return (classes_at(r, i) & classes) != 0;
}

/* mention_over returns the mention that holds a token near the one being read, NT_NONE: none. */
static uint32_t
mention_over(const RoleReader *r, uint32_t token)
{
	const NtMention *m = r->article->mentions.at;
	uint32_t	i = r->mention;

	while (i > 0 && m[i].first > token)
		i--;
	while (i + 1 < r->article->mentions.n && m[i].last <= token && m[i + 1].first <= token)
		i++;
	return m[i].first <= token && token < m[i].last ? i : NT_NONE;
}

static bool
is_person_at(const RoleReader *r, uint32_t token)
{
	uint32_t	over = mention_over(r, token);

	return over != NT_NONE && r->article->mentions.at[over].kind == ENTITY_PERSON;
}

/* is_role: a noun for what one person is. */
static bool
is_role(const RoleReader *r, uint32_t i)
{
	return r->tokens[i].kind == TOKEN_WORD && is_at(r, i, ROLE_CLASSES) &&
		(r->vocab->words[r->tokens[i].word].traits & TRAIT_PLURAL) == 0;
}

static void
add(RoleReader *r, NtRoleKind kind, uint32_t first, uint32_t last, uint32_t head)
{
	NtArticle  *a = r->article;
	const NtMention *m = &a->mentions.at[r->mention];
	NtRole	   *role = nt_push(a->cx, &a->roles);

	*role = (NtRole) {.entity = m->entity, .mention = r->mention, .first = first, .last = last, .head = head, .kind = (uint8_t) kind};
	if (a->entities.at[m->entity].role == 0)
		a->entities.at[m->entity].role = a->roles.n;
	if (nt_tracing(a->cx, TRACE_ENTITIES))
		nt_trace(a->cx, TRACE_ENTITIES, "role of %.*s: \"%.*s\"", (int) a->entities.at[m->entity].name_len,
				 a->entities.at[m->entity].name, (int) (a->tokens.at[last - 1].end - a->tokens.at[first].start),
				 a->text + a->tokens.at[first].start);
}

/* ---- before the name --------------------------------------------------- */

/* joins_left tells whether token i belongs to a description that goes on right of it. */
static bool
joins_left(const RoleReader *r, uint32_t i)
{
	const NtToken *t = &r->tokens[i];

	if (t->kind == TOKEN_WORD && is_at(r, i, LEX_BIT(LEX_HONORIFIC)))
		return false;
	if (t->kind == TOKEN_WORD && is_at(r, i, ROLE_CLASSES | LEX_BIT(LEX_ROLE_MODIFIER) | LEX_BIT(LEX_ORG_NOUN)))
		return true;
	if (t->kind == TOKEN_WORD && (t->flags & TOKEN_CAPITAL) == 0 && is_at(r, i, LEX_BIT(LEX_ORG_HEAD)))
		return true;
	if (mention_over(r, i) != NT_NONE)
		return !is_person_at(r, i);
	if (t->kind == TOKEN_PUNCT)
		return t->mark == MARK_HYPHEN && ((r->tokens[i + 1].flags | t->flags) & TOKEN_SPACE) == 0;
	if (token_is(r->vocab, t, LEX_CONJUNCTION))
		return i > r->first && is_role(r, i - 1) && is_role(r, i + 1);
	return t->kind == TOKEN_CLITIC && i > r->first && mention_over(r, i - 1) != NT_NONE && !is_person_at(r, i - 1);
}

static void
read_before(RoleReader *r)
{
	const NtMention *m = &r->article->mentions.at[r->mention];
	uint32_t	last = m->first;
	uint32_t	first = last;

	/* Pathologist Dr Ruth Marsh */
	while (last > r->first + 1 && is_at(r, last - 1, LEX_BIT(LEX_HONORIFIC)))
		last--;
	first = last;
	if (m->kind != ENTITY_PERSON || last == r->first || !is_role(r, last - 1))
		return;
	while (first > r->first && last - first < ROLE_TOKENS && joins_left(r, first - 1))
	{
		uint32_t	over = mention_over(r, first - 1);

		first = over != NT_NONE ? r->article->mentions.at[over].first : first - 1;
		if (over != NT_NONE && first > r->first && r->tokens[first - 1].kind == TOKEN_PUNCT)
			break;
	}
	while (first < last && (r->tokens[first].kind == TOKEN_PUNCT || r->tokens[first].kind == TOKEN_CLITIC ||
							token_is(r->vocab, &r->tokens[first], LEX_CONJUNCTION)))
		first++;
	if (first < last && first >= r->first)
		add(r, ROLE_BEFORE, first, last, last - 1);
}

/* ---- descriptions with a noun phrase of their own ------------------------ */

typedef struct Description
{
	uint32_t	first;			/* tokens [first, last), without the article */
	uint32_t	last;
	uint32_t	head;
} Description;

/* ends_description: a mark or a word after which no description goes on. */
static bool
ends_description(const RoleReader *r, uint32_t i)
{
	const NtToken *t = &r->tokens[i];

	return (t->kind == TOKEN_PUNCT && !token_mark_in(t, MARKS_APOSTROPHE) &&
			!(t->mark == MARK_HYPHEN && (t->flags & TOKEN_SPACE) == 0)) || is_at(r, i, LEX_BIT(LEX_WH_WORD));
}

/* is_word: the token is one of the words looked up. */
static bool
is_word(const RoleReader *r, const uint32_t *words, size_t n, uint32_t i)
{
	for (size_t k = 0; k < n; k++)
		if (words[k] != 0 && r->tokens[i].word == words[k])
			return true;
	return false;
}

/* after_owner returns the token after somebody's 's: Pruitt's | lawyer; i when nobody owns the noun. */
static uint32_t
after_owner(const RoleReader *r, uint32_t i, uint32_t end)
{
	uint32_t	over = i < end ? mention_over(r, i) : NT_NONE;
	const NtMention *m = over != NT_NONE ? &r->article->mentions.at[over] : NULL;

	return m != NULL && m->kind == ENTITY_PERSON && m->first == i && m->last + 1 < end && r->tokens[m->last].kind == TOKEN_CLITIC ? m->last + 1 : i;
}

/* begins_another: a geologist in Orbury | and the author of a book */
static bool
begins_another(const RoleReader *r, uint32_t i, uint32_t end)
{
	return i + 2 < end && is_at(r, i, LEX_BIT(LEX_CONJUNCTION)) && is_at(r, i + 1, LEX_BIT(LEX_DETERMINER)) && !is_at(r, i + 1, LEX_BIT(LEX_PRONOUN));
}

/*
 * read_description reads "a Kremlin aide", "president of Farland" from token i
 * on; false when its noun is no role.  *stop: the token after it.
 */
static bool
read_description(const RoleReader *r, uint32_t i, uint32_t limit, Description *d, uint32_t *stop)
{
	uint32_t	end = limit - i > ROLE_TOKENS ? i + ROLE_TOKENS : limit;
	uint32_t	k;

	/* now a coach */
	if (i + 1 < end && is_word(r, r->adverb, ADVERBS, i) && is_at(r, i + 1, LEX_BIT(LEX_DETERMINER)))
		i++;
	if (i < end && is_at(r, i, LEX_BIT(LEX_DETERMINER)))
	{
		if (is_at(r, i, LEX_BIT(LEX_PRONOUN)))
			return false;		/* his wife */
		i++;
	}
	d->first = i;
	i = after_owner(r, i, end);
	for (k = i; k < end && k - i < ROLE_CORE && !ends_description(r, k) && !is_at(r, k, LEX_BIT(LEX_PREPOSITION)); k++)
		if (is_person_at(r, k) || is_at(r, k, LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_AUXILIARY)))
			return false;
	if (k == i || !is_role(r, k - 1) || is_at(r, k - 1, LEX_BIT(LEX_HONORIFIC)))
		return false;
	d->head = k - 1;
	for (; k < end && !ends_description(r, k) && !begins_another(r, k, end); k++)
		if (is_person_at(r, k) || is_at(r, k, LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_AUXILIARY)))
			break;
	d->last = k;
	while (d->last > d->head + 1 &&
		   is_at(r, d->last - 1, LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_DETERMINER)))
		d->last--;
	*stop = k;
	return true;
}

/* is_set_off: the description ends the sentence or is closed by a mark. */
static bool
is_set_off(const RoleReader *r, uint32_t stop)
{
	return stop >= r->last || ends_description(r, stop);
}

static bool
opens_apposition(const NtToken *t)
{
	return token_mark_in(t, MARKS_DASH | MARK_BIT(MARK_COMMA) | MARK_BIT(MARK_ROUND_OPEN));
}

/* read_is reads "is the mayor of Quillbrook" from a token on. */
static void
read_is(RoleReader *r, uint32_t i)
{
	Description d;
	uint32_t	stop;

	if (i + 2 < r->last && is_word(r, r->copula, COPULAS, i) && is_at(r, i + 1, LEX_BIT(LEX_DETERMINER)) &&
		read_description(r, i + 1, r->last, &d, &stop) && is_set_off(r, stop))
		add(r, ROLE_IS, d.first, d.last, d.head);
}

/* read_who reads "who heads the union" from a token on; false when it is no such clause. */
static bool
read_who(RoleReader *r, uint32_t i)
{
	uint32_t	last = i + 2;

	if (i + 2 >= r->last || !is_at(r, i, LEX_BIT(LEX_WH_WORD)) || !is_at(r, i + 1, LEX_BIT(LEX_ROLE_VERB)))
		return false;
	while (last < r->last && last - i < ROLE_TOKENS && !ends_description(r, last) &&
		   !is_at(r, last, LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_AUXILIARY)))
		last++;
	if (last > i + 2)
		add(r, ROLE_CLAUSE, i + 1, last, i + 1);
	return true;
}

static void
read_after(RoleReader *r)
{
	const NtMention *m = &r->article->mentions.at[r->mention];
	uint32_t	i = m->last;
	Description d;
	uint32_t	stop;

	if (i + 1 >= r->last || !opens_apposition(&r->tokens[i]))
		return;
	/* Ana Ruiz, 47, a nurse */
	if (r->tokens[i + 1].kind == TOKEN_NUMBER && i + 3 < r->last && r->tokens[i + 2].kind == TOKEN_PUNCT)
		i += 2;
	if (!read_description(r, i + 1, r->last, &d, &stop))
		return;
	if (begins_another(r, stop, r->last))
	{
		Description more;

		add(r, ROLE_AFTER, d.first, d.last, d.head);
		if (!read_description(r, stop + 1, r->last, &more, &stop) || !is_set_off(r, stop))
			return;
		d = more;
	}
	else if (!is_set_off(r, stop))
		return;
	add(r, ROLE_AFTER, d.first, d.last, d.head);
	read_who(r, stop);
	/* Lund, a former judge, is the founder of a bank */
	if (stop + 1 < r->last && r->tokens[stop].kind == TOKEN_PUNCT)
		read_is(r, stop + 1);
}

/* comma_before returns the comma before a name, past "the Right Rev" and "Dr"; 0: none. */
static uint32_t
comma_before(const RoleReader *r, const NtMention *m)
{
	uint32_t	i = m->first;

	while (i > r->first && m->first - i < TITLE_TOKENS && r->tokens[i - 1].kind == TOKEN_WORD && (r->tokens[i - 1].flags & TOKEN_CAPITAL) &&
		   (is_at(r, i - 1, ROLE_CLASSES | LEX_BIT(LEX_HONORIFIC)) || mention_over(r, i - 1) == NT_NONE))
		i--;
	if (i < m->first && i > r->first && is_at(r, i - 1, LEX_BIT(LEX_DETERMINER)) && !is_at(r, i - 1, LEX_BIT(LEX_PRONOUN)))
		i--;
	return i > r->first + 2 && r->tokens[i - 1].mark == MARK_COMMA ? i - 1 : 0;
}

static void
read_named(RoleReader *r)
{
	const NtMention *m = &r->article->mentions.at[r->mention];
	uint32_t	comma = comma_before(r, m);
	uint32_t	i;
	Description d;
	Description found = {0};
	uint32_t	stop;
	bool		any = false;

	if (m->kind != ENTITY_PERSON || comma == 0 ||
		m->last >= r->last || !ends_description(r, m->last))
		return;
	for (i = comma; i > r->first && comma - i < ROLE_TOKENS && !ends_description(r, i - 1); i--)
	{
		if ((!is_at(r, i - 1, LEX_BIT(LEX_DETERMINER)) || is_at(r, i - 1, LEX_BIT(LEX_PRONOUN))) && after_owner(r, i - 1, comma) == i - 1)
			continue;
		/* the outermost that ends at the comma, so that of "the head of the union" the head is meant */
		if (read_description(r, i - 1, comma, &d, &stop) && stop == comma)
		{
			found = d;
			any = true;
		}
	}
	if (any)
		add(r, ROLE_NAMED, found.first, found.last, found.head);
}

static void
read_clause(RoleReader *r)
{
	const NtMention *m = &r->article->mentions.at[r->mention];
	uint32_t	i = m->last;

	if (i < r->last && r->tokens[i].mark == MARK_COMMA)
		i++;
	if (read_who(r, i))
		return;
	if (i + 2 < r->last && is_at(r, i, LEX_BIT(LEX_WH_WORD)))
		i++;
	else if (i != m->last)
		return;
	read_is(r, i);
}

/* index_heads chains the roles of each head noun, the first of each in a table. */
static void
index_heads(NtArticle *article)
{
	article->role_heads = article->cx->alloc(article->cx, sizeof(NtNumberTable));
	number_table_open(article->cx, article->role_heads, article->roles.n);
	for (uint32_t i = article->roles.n; i-- > 0;)
	{
		NtRole	   *role = &article->roles.at[i];
		uint32_t   *first = number_table_at(article->role_heads, article->tokens.at[role->head].hash);

		nt_tick(article->cx);
		role->next = *first;
		*first = i + 1;
	}
}

void
entity_roles(NtArticle *article)
{
	static void (*const patterns[]) (RoleReader *) = {read_named, read_before, read_after, read_clause};
	RoleReader	r = {.article = article, .vocab = article_vocab(article), .tokens = article->tokens.at};
	uint32_t	s = 0;

	article->roles.n = 0;
	for (size_t k = 0; k < COPULAS; k++)
		r.copula[k] = vocab_lookup(r.vocab, copulas[k], strlen(copulas[k]));
	for (size_t k = 0; k < ADVERBS; k++)
		r.adverb[k] = vocab_lookup(r.vocab, adverbs[k], strlen(adverbs[k]));
	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		const NtMention *m = &article->mentions.at[i];

		nt_tick(article->cx);
		while (s + 1 < article->sentences.n && article->sentences.at[s].last <= m->first)
			s++;
		if ((m->kind != ENTITY_PERSON && m->kind != ENTITY_ORG) || m->first < article->sentences.at[s].first)
			continue;
		r.first = article->sentences.at[s].first;
		r.last = article->sentences.at[s].last;
		r.mention = i;
		for (size_t p = 0; p < sizeof(patterns) / sizeof(patterns[0]); p++)
			patterns[p] (&r);
	}
	index_heads(article);
}

/* says: a word of the role is this one. */
static bool
says(const NtArticle *article, const NtRole *role, uint32_t hash)
{
	for (uint32_t i = role->first; i < role->last; i++)
		if (article->tokens.at[i].hash == hash)
			return true;
	return false;
}

/* is_ranked: the role is a rank of its noun, as vice president, that the description does not say. */
static bool
is_ranked(const NtArticle *article, const NtRole *role, uint32_t first, uint32_t last)
{
	for (uint32_t i = role->first; i < role->head; i++)
	{
		bool		said = !token_is(article_vocab(article), &article->tokens.at[i], LEX_ROLE_RANK);

		for (uint32_t k = first; k < last && !said; k++)
			said = article->tokens.at[k].hash == article->tokens.at[i].hash;
		if (!said)
			return true;
	}
	return false;
}

uint32_t
role_bearer(const NtArticle *article, uint32_t first, uint32_t last)
{
	const NtVocab *vocab = article_vocab(article);
	const uint64_t small = LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION);
	uint32_t	bearer = NT_NONE;
	uint32_t	head = NT_NONE;
	uint32_t	looks = 0;

	/* the noun: the last role word before a preposition */
	for (uint32_t i = first; i < last && !token_is(vocab, &article->tokens.at[i], LEX_PREPOSITION); i++)
		if (token_classes(vocab, &article->tokens.at[i]) & ROLE_CLASSES)
			head = i;
	if (head == NT_NONE)
		return NT_NONE;
	for (uint32_t k = number_table_find(article->role_heads, article->tokens.at[head].hash); k != 0 && looks < ROLE_LOOKS;
		 k = article->roles.at[k - 1].next, looks++)
	{
		const NtRole *role = &article->roles.at[k - 1];
		bool		fits = !is_ranked(article, role, first, last);

		for (uint32_t i = first; i < last && fits; i++)
		{
			const NtToken *t = &article->tokens.at[i];

			if (t->kind == TOKEN_WORD && (token_classes(vocab, t) & small) == 0)
				fits = says(article, role, t->hash);
		}
		if (!fits)
			continue;
		if (bearer != NT_NONE && bearer != role->entity)
			return NT_NONE;
		bearer = role->entity;
	}
	return bearer;
}
