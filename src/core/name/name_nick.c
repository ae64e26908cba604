/*
 * name_nick.c -- a nickname in quotation marks between the parts of a name.
 *
 *     Raymond "Bud" Okoro             one person, not three names
 *
 * Joins a person, up to NICK_TOKENS tokens in quotation marks of which the
 * first has a capital, and the person right after them; and two persons with
 * a hyphen between, when the article ends a longer name so; and a given name and
 * the person right after it, where they were found apart.
 */
#include "name/name.h"

#define NICK_TOKENS 4
#define SURNAMES 8				/* of persons with nicknames that are looked for in the rest of the article */

static bool
is_quote(const NtToken *t)
{
	return token_mark_in(t, MARKS_DOUBLE | MARKS_SINGLE);
}

/* nick_end returns the token after the nickname that begins at a token, 0: there is none. */
static uint32_t
nick_end(const NtNameFinder *f, uint32_t first)
{
	const NtTokens *tokens = &f->article->tokens;

	if (first + 3 >= tokens->n || !is_quote(&f->tokens[first]) || !(f->tokens[first].flags & TOKEN_SPACE) ||
		(f->tokens[first + 1].flags & (TOKEN_CAPITAL | TOKEN_SPACE)) != TOKEN_CAPITAL)
		return 0;
	for (uint32_t i = first + 2; i < tokens->n && i < first + 2 + NICK_TOKENS; i++)
		if (is_quote(&f->tokens[i]))
			return f->tokens[i].flags & TOKEN_SPACE ? 0 : i + 1;
		else if (f->tokens[i].kind != TOKEN_WORD && f->tokens[i].kind != TOKEN_CLITIC)
			return 0;
	return 0;
}

/* name_after makes persons of the later mentions of a surname alone. */
static void
name_after(const NtNameFinder *f, NtMention *at, uint32_t from, uint32_t n, const NtToken *surname)
{
	for (uint32_t i = from; i < n; i++)
	{
		nt_tick(f->cx);
		if (at[i].last - at[i].first == 1 && at[i].entry == 0 && at[i].kind != ENTITY_PERSON && f->tokens[at[i].first].hash == surname->hash)
			mention_set(f->article, &at[i], ENTITY_PERSON, 0, REASON_SURNAME);
	}
}

/* goes_on tells of a given name alone right before a person: Nana | Okofo Ampofo. */
static bool
goes_on(const NtNameFinder *f, const NtMention *m, const NtMention *next)
{
	const NtToken *t = &f->tokens[m->first];

	return m->last - m->first == 1 && m->own == 0 && next->own == 0 && next->first == m->last && next->kind == ENTITY_PERSON &&
		token_is(f->vocab, t, LEX_GIVEN_NAME) && !(token_classes(f->vocab, t) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_PLACE_NAME))) &&
		!(f->tokens[next->first].flags & (TOKEN_SENTENCE | TOKEN_LINE));
}

/* nick_join joins such mentions of the article. */
void
nick_join(NtNameFinder *f)
{
	NtMention  *at = f->article->mentions.at;
	uint32_t	n = f->article->mentions.n;
	uint32_t	kept = 0;
	int			surnames = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		NtMention  *m = &at[kept];
		uint32_t	next = i + 1;
		uint32_t	end;

		nt_tick(f->cx);
		if (kept != i)
			*m = at[i];
		kept++;
		if (m->kind != ENTITY_PERSON)
			continue;
		if (next < n && goes_on(f, m, &at[next]))
		{
			mention_extend(f->article, m, at[next].last, at[next].end, REASON_JOINED);
			i = next;
			continue;
		}
		if (m->last - m->first == 1 && next < n && at[next].first == m->last + 1 && at[next].last == m->last + 2 &&
			token_is_mark(&f->tokens[m->last], MARK_HYPHEN) && vote_is_double(f, m->first, m->last + 2))
			end = m->last + 1;
		else if ((end = nick_end(f, m->last)) == 0)
			continue;
		/* Eduardo | "Eddie" Salgado: the tagger began it inside the marks */
		if (next < n && at[next].first == m->last + 1 && at[next].last > end && at[next].kind == ENTITY_PERSON)
			end = at[next].first;
		while (next < n && at[next].first < end)
			next++;
		if (next >= n || at[next].first != end || (at[next].kind != ENTITY_PERSON && (m->last - m->first != 1 || at[next].last - end != 1)) ||
			(f->tokens[end].flags & (TOKEN_SENTENCE | TOKEN_LINE)))
			continue;
		if (at[next].kind != ENTITY_PERSON && surnames++ < SURNAMES)
			name_after(f, at, next + 1, n, &f->tokens[at[next].last - 1]);
		mention_extend(f->article, m, at[next].last, at[next].end, REASON_JOINED);
		i = next;
	}
	f->article->mentions.n = kept;
}
