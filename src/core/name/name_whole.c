/*
 * name_whole.c -- names that what stands after them shows to be longer.
 *
 *     the Inter-American Commission on Human Rights (IACHR)      an acronym in brackets
 *     the Ministry of Sport, Youth and National Service          a list of what it is for
 *     the Committee on Foreign Trade                             "on" after its head
 *     the Farlandish Ministry of Trade                           the people before it
 *
 * An acronym in brackets is spelled backwards from the bracket (Schwartz and
 * Hearst 2003): each letter is the first of a word with a capital; small
 * grammatical words are passed over, and one other word with a capital may be.
 * A list counts only when all its words are ordinary ones with a capital and it
 * ends in "and": "the Ministry of Sport, Lena Okafor and Tom Reed" is none.
 */
#include "name/name.h"

#include "name/name_english.h"
#include "name/name_score.h"

#define ACRONYM_LETTERS 10
#define LIST_WORDS 4			/* of one item of a list */
#define LIST_TOKENS 24

#define SMALL_CLASSES \
	(LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_NAME_PARTICLE))

/* first_letter: of a word, small; 0 for one outside ASCII. */
static char
first_letter(const NtNameFinder *f, const NtToken *t)
{
	char		c = (char) (f->article->text[t->start] | 0x20);

	return c >= 'a' && c <= 'z' ? c : '\0';
}

/* acronym_letters stores the letters of an acronym, small; returns how many, 0: it is none. */
static int
acronym_letters(const NtNameFinder *f, const NtToken *t, char *letters)
{
	int			n = 0;
	int			capitals = 0;

	if (!token_is_capital(t) || (t->flags & TOKEN_FOREIGN) || token_is(f->vocab, t, LEX_NO_NAME))
		return 0;
	for (uint32_t i = t->start; i < t->end; i++)
	{
		char		c = f->article->text[i];

		if (c == '.')
			continue;
		if ((c | 0x20) < 'a' || (c | 0x20) > 'z' || n == ACRONYM_LETTERS)
			return 0;
		capitals += c >= 'A' && c <= 'Z';
		letters[n++] = (char) (c | 0x20);
	}
	return n >= 3 && capitals + 1 >= n ? n : 0;
}

/* spelled_from returns the token where the words before a bracket begin to spell an acronym, NT_NONE: they do not. */
static uint32_t
spelled_from(const NtNameFinder *f, uint32_t bracket, uint32_t first, const char *letters, int n)
{
	int			left = n;
	int			passed = 0;

	for (uint32_t i = bracket; i > first && bracket - i < (uint32_t) n * 3; i--)
	{
		const NtToken *t = &f->tokens[i - 1];

		if (token_is_capital(t))
		{
			if (first_letter(f, t) == letters[left - 1])
			{
				if (--left == 0)
					return i - 1;
			}
			else if (++passed > 1)
				return NT_NONE;
		}
		else if (t->kind == TOKEN_WORD ? !(token_classes(f->vocab, t) & SMALL_CLASSES) :
				 t->kind != TOKEN_CLITIC && !token_mark_in(t, MARK_BIT(MARK_HYPHEN) | MARK_BIT(MARK_COMMA) | MARKS_APOSTROPHE))
			return NT_NONE;
	}
	return NT_NONE;
}

/*
 * whole_kind returns the kind of what the mentions inside [first, last) are parts
 * of, 0: it is no name, or one of them is just that.
 */
static int
whole_kind(const NtArticle *a, uint32_t at, uint32_t first, uint32_t last)
{
	int			kind = 0;

	for (uint32_t i = at; i < a->mentions.n && a->mentions.at[i].first < last; i++)
	{
		const NtMention *m = &a->mentions.at[i];

		if (m->last <= first)
			continue;
		if (m->first < first || m->last > last || (m->first == first && m->last == last))
			return 0;
		if (m->kind == ENTITY_ORG || m->kind == ENTITY_LAW || m->kind == ENTITY_EVENT || m->kind == ENTITY_FAC)
			kind = kind == 0 ? m->kind : kind;
	}
	return kind;
}

/* find_spelled lists the names that an acronym in brackets spells. */
static void
find_spelled(NtNameFinder *f, NtMentions *found)
{
	NtArticle  *a = f->article;
	uint32_t	at = 0;

	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		const uint32_t last = a->sentences.at[s].last;

		nt_tick(f->cx);
		for (uint32_t i = a->sentences.at[s].first; i + 2 < last; i++)
		{
			char		letters[ACRONYM_LETTERS];
			int			n;
			uint32_t	first;
			int			kind;

			if (f->tokens[i].mark != MARK_ROUND_OPEN || f->tokens[i + 2].mark != MARK_ROUND_CLOSE ||
				(n = acronym_letters(f, &f->tokens[i + 1], letters)) == 0 ||
				(first = spelled_from(f, i, a->sentences.at[s].first, letters, n)) == NT_NONE)
				continue;
			while (at < a->mentions.n && a->mentions.at[at].last <= first)
				at++;
			if ((kind = whole_kind(a, at, first, i)) != 0)
				mention_add(a, found, first, i, kind, 0, REASON_SPELLED, SURE_SPELLED);
		}
	}
}

/* has_head_of: it has a head word before "of" or "for". */
static bool
has_head_of(const NtNameFinder *f, const NtMention *m)
{
	for (uint32_t i = m->first + 1; i + 1 < m->last; i++)
		if ((token_has(&f->tokens[i], f->words->of) || token_has(&f->tokens[i], f->words->for_)) &&
			token_is(f->vocab, &f->tokens[i - 1], LEX_ORG_HEAD))
			return true;
	return false;
}

/* ordinary_end returns the token after up to LIST_WORDS ordinary words with capitals; the token itself: there are none. */
static uint32_t
ordinary_end(const NtNameFinder *f, uint32_t token, uint32_t last)
{
	uint32_t	i = token;

	while (i < last && i < token + LIST_WORDS && token_is_capital(&f->tokens[i]) &&
		   token_is(f->vocab, &f->tokens[i], LEX_COMMON_WORD) && !(f->tokens[i].flags & TOKEN_SENTENCE))
		i++;
	return i;
}

/* list_end returns the end of a list that goes on after a mention, 0: none does. */
static uint32_t
list_end(const NtNameFinder *f, uint32_t token)
{
	uint32_t	last = f->article->tokens.n;
	uint32_t	i = token;

	if (last > token + LIST_TOKENS)
		last = token + LIST_TOKENS;
	while (i + 1 < last)
	{
		bool		comma = f->tokens[i].mark == MARK_COMMA;
		bool		and_;
		uint32_t	end;

		i += comma;
		and_ = token_has(&f->tokens[i], f->words->and_);
		if (!comma && !and_)
			return 0;
		i += and_;
		end = ordinary_end(f, i, last);
		if (end == i)
			return 0;
		if (and_)
			return end;
		i = end;
	}
	return 0;
}

/* on_end returns the end of what a body is "on", 0: no such word follows. */
static uint32_t
on_end(const NtNameFinder *f, const NtMention *m)
{
	uint32_t	end;

	if (m->last + 1 >= f->article->tokens.n || f->tokens[m->last].word == 0 || f->tokens[m->last].word != f->words->on ||
		(f->tokens[m->last].flags & (TOKEN_CAPITAL | TOKEN_SENTENCE)) || !token_is(f->vocab, &f->tokens[m->last - 1], LEX_ORG_HEAD))
		return 0;
	end = ordinary_end(f, m->last + 1, f->article->tokens.n);
	/* the church on Cedar Street is one of many */
	if (end > m->last + 1 && token_is(f->vocab, &f->tokens[end - 1], LEX_PLACE_HEAD))
		return 0;
	/* "on Human Rights and Justice" */
	if (end > m->last + 1 && end + 1 < f->article->tokens.n && token_has(&f->tokens[end], f->words->and_) &&
		ordinary_end(f, end + 1, f->article->tokens.n) > end + 1)
		end = ordinary_end(f, end + 1, f->article->tokens.n);
	return end > m->last + 1 ? end : 0;
}

/* are_ordinary: all words of [first, last) are ordinary ones with capitals, and none is a place's name. */
static bool
are_ordinary(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (!token_is_capital(&f->tokens[i]) || (token_classes(f->vocab, &f->tokens[i]) & (LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_PLACE_NAME))) != LEX_BIT(LEX_COMMON_WORD))
			return false;
	return last > first;
}

/*
 * and_end returns the end of what a ministry is for after "and": "the Ministry of
 * Fisheries | and Inland Waters"; 0: another body follows, or somebody.
 */
static uint32_t
and_end(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *and_ = &f->tokens[m->last];
	uint32_t	of = m->first + 1;
	uint32_t	end;

	if (m->last + 2 >= f->article->tokens.n || and_->word == 0 || and_->word != f->words->and_ || m->last - m->first < 3)
		return 0;
	while (of < m->last && f->tokens[of].word != f->words->of)
		of++;
	if (of >= m->last || !token_is(f->vocab, &f->tokens[of - 1], LEX_PUBLIC_HEAD) || !are_ordinary(f, of + 1, m->last))
		return 0;
	end = ordinary_end(f, m->last + 1, f->article->tokens.n);
	if (end == m->last + 1 || !are_ordinary(f, m->last + 1, end) || token_is_capital(&f->tokens[end]) ||
		(token_classes(f->vocab, &f->tokens[end - 1]) & (TITLE_CLASSES | LEX_BIT(LEX_PUBLIC_HEAD))) ||
		(token_has(&f->tokens[end], f->words->of)))
		return 0;
	return end;
}

/* head_before returns where a body begins whose head stands before "on": "the Select Committee on | Foreign Trade"; NT_NONE: none does. */
static uint32_t
head_before(const NtNameFinder *f, const NtMention *m, const NtMention *before)
{
	uint32_t	on = m->first - 1;
	uint32_t	first;

	if (m->first < 2 || f->tokens[on].word == 0 || f->tokens[on].word != f->words->on || (f->tokens[on].flags & TOKEN_CAPITAL) ||
		!are_ordinary(f, m->first, m->last) || !token_is_capital(&f->tokens[on - 1]) || !token_is(f->vocab, &f->tokens[on - 1], LEX_ORG_HEAD) ||
		!token_is(f->vocab, &f->tokens[on - 1], LEX_PUBLIC_HEAD))
		return NT_NONE;
	if (before != NULL && before->last == on)
		return before->kind == ENTITY_ORG ? before->first : NT_NONE;
	if (before != NULL && before->last > on)
		return NT_NONE;
	first = on - 1;
	while (first > 0 && on - first < LIST_WORDS && !(f->tokens[first].flags & TOKEN_SENTENCE) && are_ordinary(f, first - 1, first) &&
		   !(f->tokens[first - 1].flags & TOKEN_SENTENCE) && (before == NULL || before->last < first))
		first--;
	return first;
}

/* find_longer lists the bodies with a list, "and" or "on" after them, or a head and "on" before. */
static void
find_longer(NtNameFinder *f, NtMentions *found)
{
	NtArticle  *a = f->article;

	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		const NtMention *m = &a->mentions.at[i];
		uint32_t	end = 0;
		uint32_t	first;

		nt_tick(f->cx);
		if (m->kind != ENTITY_ORG || m->last >= a->tokens.n)
			continue;
		if ((first = head_before(f, m, i > 0 ? m - 1 : NULL)) != NT_NONE && (found->n == 0 || found->at[found->n - 1].last <= first))
		{
			mention_add(a, found, first, m->last, ENTITY_ORG, 0, REASON_LONGER, m->confidence);
			continue;
		}
		if (f->tokens[m->last].mark == MARK_COMMA && has_head_of(f, m))
			end = list_end(f, m->last);
		if (end == 0)
			end = on_end(f, m);
		if (end == 0)
			end = and_end(f, m);
		if (end != 0 && (found->n == 0 || found->at[found->n - 1].last <= m->first))
			mention_add(a, found, m->first, end, ENTITY_ORG, 0, REASON_LONGER, m->confidence);
	}
}

/* is_public: a body of several words, one of them a public body's: Ministry of Trade; not Orbex Airways. */
static bool
is_public(const NtNameFinder *f, const NtMention *m)
{
	if (m->kind != ENTITY_ORG || m->own != 0 || m->last - m->first < 2)
		return false;
	for (uint32_t i = m->first; i < m->last; i++)
		if (token_is_capital(&f->tokens[i]) && !(f->tokens[i].flags & TOKEN_UPPER) && token_is(f->vocab, &f->tokens[i], LEX_PUBLIC_HEAD))
			return true;
	return false;
}

/* find_nations lists the public bodies with the nation they are of: "the Farlandish | Ministry of Trade". */
static void
find_nations(NtNameFinder *f, NtMentions *found)
{
	const NtArticle *a = f->article;

	for (uint32_t i = 1; i < a->mentions.n; i++)
	{
		const NtMention *m = &a->mentions.at[i];
		const NtMention *nation = m - 1;

		nt_tick(f->cx);
		if (nation->kind == ENTITY_NORP && nation->own == 0 && nation->entry != 0 && nation->last == m->first &&
			f->vocab->entries[nation->entry].country[0] != '\0' && f->tokens[m->first].kind == TOKEN_WORD && is_public(f, m))
			mention_add(a, found, nation->first, m->last, ENTITY_ORG, 0, REASON_LONGER, m->confidence);
	}
}

/* find_brackets lists what stands in brackets after a body that it is spelled by, and nothing has found: the Department of Trade (DoT) */
static void
find_brackets(NtNameFinder *f, NtMentions *found)
{
	NtArticle  *a = f->article;

	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		const NtMention *m = &a->mentions.at[i];
		char		letters[ACRONYM_LETTERS];
		int			n;

		nt_tick(f->cx);
		if (m->kind != ENTITY_ORG || m->last - m->first < 2 || m->last + 2 >= a->tokens.n || f->tokens[m->last].mark != MARK_ROUND_OPEN ||
			f->tokens[m->last + 2].mark != MARK_ROUND_CLOSE || (i + 1 < a->mentions.n && m[1].first <= m->last + 1) ||
			!(f->tokens[m->last + 1].flags & (TOKEN_UPPER | TOKEN_INNER_CAPITAL)) || (n = acronym_letters(f, &f->tokens[m->last + 1], letters)) == 0)
			continue;
		if (first_letter(f, &f->tokens[m->first]) == letters[0])
			mention_add(a, found, m->last + 1, m->last + 2, ENTITY_ORG, 0, REASON_BRACKET, SURE_SPELLED);
	}
}

/* bracket_kinds: "the National Women's Institute (Inamu)": one word in brackets after a body is that body. */
static void
bracket_kinds(NtNameFinder *f)
{
	NtArticle  *a = f->article;

	for (uint32_t i = 1; i < a->mentions.n; i++)
	{
		const NtMention *full = &a->mentions.at[i - 1];
		NtMention  *brief = &a->mentions.at[i];

		nt_tick(f->cx);
		if (full->kind == ENTITY_ORG && full->last - full->first > 1 && brief->first == full->last + 1 && brief->last - brief->first == 1 &&
			brief->entry == 0 && brief->own == 0 && (brief->kind == ENTITY_PERSON || kind_is_place(brief->kind) || brief->kind == ENTITY_PRODUCT) &&
			f->tokens[full->last].mark == MARK_ROUND_OPEN && brief->last < a->tokens.n && f->tokens[brief->last].mark == MARK_ROUND_CLOSE)
			mention_set(a, brief, ENTITY_ORG, 0, REASON_BRACKET);
	}
}

/* whole_join puts such names in the place of their parts. */
void
whole_join(NtNameFinder *f)
{
	NtMentions	nations = {0};
	NtMentions	longer = {0};
	NtMentions	spelled = {0};
	NtMentions	brief = {0};

	if (f->caseless)
		return;
	find_nations(f, &nations);
	mentions_overlay(f->article, &nations);
	nt_array_release(f->cx, &nations);
	find_longer(f, &longer);
	mentions_overlay(f->article, &longer);
	nt_array_release(f->cx, &longer);
	find_spelled(f, &spelled);
	mentions_overlay(f->article, &spelled);
	nt_array_release(f->cx, &spelled);
	bracket_kinds(f);
	find_brackets(f, &brief);
	mentions_overlay(f->article, &brief);
	nt_array_release(f->cx, &brief);
}
