/*
 * name_church.c -- churches, and what else is called after saints.
 *
 *     St. Michael the Archangel Church; Sts. Peter and Paul Cathedral
 *     Our Lady of the Pillar Cathedral; at Our Lady of Sorrows
 *     the Church of the Messiah, the Shrine of Our Lady of Guadalupe
 *
 * The tagger takes them apart into a town or person and a rest.  They are read
 * from what begins them, a saint or a church, over words with capitals and the
 * small ones between two of these, up to a head word (St. Michael ... Church) or
 * to their end (Church of ...).  A name that is longer already stays.
 */
#include "name/name.h"

#include "name/name_english.h"
#include "name/name_score.h"

#define CHURCH_TOKENS 10

static bool
is_capital(const NtToken *t)
{
	return t->kind == TOKEN_WORD && (t->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE | TOKEN_UPPER)) == TOKEN_CAPITAL;
}

/* is_saint: St., Sts. */
static bool
is_saint(const NtNameFinder *f, const NtToken *t)
{
	return (t->flags & TOKEN_CAPITAL) && (token_has(t, f->words->st) || token_has(t, f->words->saint) || token_has(t, f->words->sts));
}

/* is_lady: Our | Lady */
static bool
is_lady(const NtNameFinder *f, uint32_t i)
{
	return (f->tokens[i].flags & TOKEN_CAPITAL) && token_has(&f->tokens[i], f->words->our) && token_has(&f->tokens[i + 1], f->words->lady) &&
		is_capital(&f->tokens[i + 1]);
}

/* is_church: Church, Shrine, which "of" may follow */
static bool
is_church(const NtNameFinder *f, const NtToken *t)
{
	return (t->flags & TOKEN_CAPITAL) && (token_has(t, f->words->church) || token_has(t, f->words->cathedral) || token_has(t, f->words->chapel) ||
										  token_has(t, f->words->basilica) || token_has(t, f->words->shrine));
}

/* is_head: a word that ends the name of a building or body. */
static bool
is_head(const NtNameFinder *f, const NtToken *t)
{
	return is_capital(t) && !is_saint(f, t) && t[1].mark != MARK_HYPHEN && ((token_is(f->vocab, t, LEX_PLACE_HEAD) && f->vocab->words[t->word].value == ENTITY_FAC) || token_is(f->vocab, t, LEX_ORG_HEAD));
}

/* joins returns the token with a capital after small words that join names: of the | Messiah, and | Paul; the token itself when none does. */
static uint32_t
joins(const NtNameFinder *f, uint32_t i, uint32_t last, bool and_)
{
	uint32_t	k = i;

	if (f->tokens[k].kind == TOKEN_CLITIC)
		k++;
	else if (token_has(&f->tokens[k], f->words->of) || (and_ && token_has(&f->tokens[k], f->words->and_)))
		k++;
	if (k < last && token_has(&f->tokens[k], f->words->the) && !(f->tokens[k].flags & TOKEN_CAPITAL))
		k++;
	return k > i && k < last && is_capital(&f->tokens[k]) ? k : i;
}

/* name_end returns the token after the name whose words go on at a token; head: where it has its last head word, 0: none. */
static uint32_t
name_end(const NtNameFinder *f, uint32_t i, uint32_t last, bool and_, uint32_t *head)
{
	const uint32_t end = i + CHURCH_TOKENS < last ? i + CHURCH_TOKENS : last;

	*head = 0;
	while (i < end)
	{
		if (*head != 0 && !is_head(f, &f->tokens[i]))
			return i;
		if (is_head(f, &f->tokens[i]))
			*head = i;
		else if (!is_capital(&f->tokens[i]))
		{
			uint32_t	next = joins(f, i, end, and_);

			if (next == i)
				return i;
			i = next;
			continue;
		}
		i++;
	}
	return i;
}

/* church_end returns the token after a name that begins at a token, that token: none does. */
static uint32_t
church_end(const NtNameFinder *f, uint32_t i, uint32_t last)
{
	uint32_t	head;
	uint32_t	end;

	if (is_saint(f, &f->tokens[i]))
	{
		end = name_end(f, i + 1, last, token_has(&f->tokens[i], f->words->sts), &head);
		return head > i + 1 ? end : i;
	}
	if (is_lady(f, i) && token_has(&f->tokens[i + 2], f->words->of))
	{
		end = name_end(f, i + 2, last, false, &head);
		return head != 0 || (i > 0 && end > i + 3 && token_is(f->vocab, &f->tokens[i - 1], LEX_PLACE_PREPOSITION)) ? end : i;
	}
	if (is_church(f, &f->tokens[i]) && token_has(&f->tokens[i + 1], f->words->of))
	{
		uint32_t	next = joins(f, i + 1, last, false);

		/* the Church of Rome */
		if (next == i + 1 || (next == i + 2 && !is_saint(f, &f->tokens[next]) && !is_lady(f, next)))
			return i;
		end = name_end(f, next, last, false, &head);
		return end;
	}
	return i;
}

/* is_within: a mention goes as far or farther; at is the first that ends after the name's beginning. */
static bool
is_within(const NtArticle *a, uint32_t at, uint32_t first, uint32_t last)
{
	return at < a->mentions.n && a->mentions.at[at].first <= first && a->mentions.at[at].last >= last;
}

/* church_join puts such names in the place of their parts. */
void
church_join(NtNameFinder *f)
{
	NtArticle  *a = f->article;
	NtMentions	found = {0};
	uint32_t	at = 0;

	if (f->caseless)
		return;
	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		const NtSentence *sentence = &a->sentences.at[s];

		nt_tick(f->cx);
		for (uint32_t i = sentence->first; i + 2 < sentence->last; i++)
		{
			uint32_t	end = (f->tokens[i].flags & TOKEN_CAPITAL) ? church_end(f, i, sentence->last) : i;

			if (end == i)
				continue;
			while (at < a->mentions.n && a->mentions.at[at].last <= i)
				at++;
			if (!is_within(a, at, i, end) && !(at < a->mentions.n && a->mentions.at[at].first < i))
				mention_add(a, &found, i, end, ENTITY_FAC, 0, REASON_CHURCH, SURE_WORK);
			i = end - 1;
		}
	}
	mentions_overlay(a, &found);
	nt_array_release(f->cx, &found);
}
