/*
 * quote_resolve.c -- which entity the speaker's phrase means.
 *
 *     [Kremlin aide Yuri Ushakov]      the name at its head
 *     [Hugh Hill], a doctor, / his deputy, [Ann Lee],      the name beside it
 *     Zelensky, [who]                  the name before it
 *     [he]                             by gender, recency, subject, last speaker
 *     [the envoy]                      whoever stood beside that word before
 *     [officials]                      nobody
 *
 * Pronouns weigh the persons named in the PRONOUN_MENTIONS mentions before
 * them: how many sentences back, whether the name began its clause, whether it
 * stands inside a quotation, whether that person spoke last.  A gender that
 * the article or the lexicon knows to be another rules a person out.  A role
 * is looked for beside the persons named in ROLE_MENTIONS mentions before.
 * Both windows are constant, so the work grows with the number of quotations.
 */
#include "quote/quote_cue.h"
#include "quote/quote_score.h"

#define PRONOUN_MENTIONS 48
#define PRONOUN_TOKENS 400
#define ROLE_MENTIONS 200
#define ROLE_BESIDE 6			/* tokens before or after a name in which its role stands */
#define WHO_BEFORE 16
#define SPEAKER_SENTENCES 5		/* after so many sentences the last speaker counts no more */

static const NtWord *
word_of(const QuoteReader *r, uint32_t i)
{
	return &r->vocab->words[r->tok[i].word];
}

/*
 * first_after returns the first element of an array that ends after a token:
 * last points at the `last` of the first of n elements, which are stride bytes
 * apart.
 */
static uint32_t
first_after(const uint32_t *last, size_t stride, uint32_t n, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = n;

	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (*(const uint32_t *) ((const char *) last + middle * stride) > token)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* mention_after returns the first mention that ends after a token. */
static uint32_t
mention_after(const QuoteReader *r, uint32_t token)
{
	const NtArticle *a = r->article;

	return a->mentions.n == 0 ? 0 : first_after(&a->mentions.at->last, sizeof(NtMention), a->mentions.n, token);
}

/* sentence_of returns the number of the sentence that holds a token. */
static uint32_t
sentence_of(const QuoteReader *r, uint32_t token)
{
	const NtArticle *a = r->article;

	return first_after(&a->sentences.at->last, sizeof(NtSentence), a->sentences.n, token);
}

/* mention_at returns the mention that holds a token, NULL: none. */
static const NtMention *
mention_at(const QuoteReader *r, uint32_t token)
{
	uint32_t	k = mention_after(r, token);
	const NtMention *m;

	if (k >= r->article->mentions.n)
		return NULL;
	m = &r->article->mentions.at[k];
	return m->first <= token && m->entity != NT_NONE ? m : NULL;
}

static bool
can_speak(const NtMention *m)
{
	switch (m->kind)
	{
		case ENTITY_PERSON:
		case ENTITY_ORG:
		case ENTITY_GPE:
		case ENTITY_NORP:
		case ENTITY_FAC:
			return true;
	}
	return false;
}

/* person_beside finds a person named next to the phrase, over a comma. */
static const NtMention *
person_beside(const QuoteReader *r, QuoteRange range)
{
	const NtMention *m;
	uint32_t	i = range.last + 1;

	/* his deputy, [Mr.] Rich Beeson */
	if (i < r->n && token_is_mark(&r->tok[i], ','))
		i++;
	for (uint32_t k = i; k < i + 3 && k < r->n; k++)
	{
		if ((m = mention_at(r, k)) != NULL)
		{
			if (m->kind == ENTITY_PERSON && m->first == k)
				return m;
			break;
		}
		if (!token_is(r->vocab, &r->tok[k], LEX_TITLE))
			break;
	}
	/* Hugh Hill, a doctor */
	if (range.first >= 2 && token_is_mark(&r->tok[range.first - 1], ',') &&
		(m = mention_at(r, range.first - 2)) != NULL && m->kind == ENTITY_PERSON)
		return m;
	return NULL;
}

/* beside_role tells whether a mention has the word within the phrase around it. */
static bool
beside_role(const QuoteReader *r, const NtMention *m, uint32_t hash)
{
	for (uint32_t k = 1; k <= ROLE_BESIDE && k <= m->first; k++)
	{
		const NtToken *t = &r->tok[m->first - k];

		if (t->hash == hash && t->kind == TOKEN_WORD)
			return true;
		if (t->kind == TOKEN_PUNCT && t->hash != '-')
			break;
		if (r->tok[m->first - k + 1].flags & TOKEN_SENTENCE)
			break;
	}
	if (m->last < r->n && token_is_mark(&r->tok[m->last], ','))
		for (uint32_t k = m->last + 1; k < r->n && k <= m->last + ROLE_BESIDE; k++)
		{
			const NtToken *t = &r->tok[k];

			if (t->hash == hash && t->kind == TOKEN_WORD)
				return true;
			if (t->kind == TOKEN_PUNCT && t->hash != '-')
				break;
		}
	return false;
}

/* role_of resolves "the envoy"; a report is nobody's role. */
static uint32_t
role_of(const QuoteReader *r, QuoteRange range)
{
	uint32_t	hash = r->tok[range.last].hash;
	uint32_t	k = mention_after(r, range.first);

	if (quote_cue_record(r, range.last)->form != 0 && !token_is(r->vocab, &r->tok[range.last], LEX_ROLE))
		return NT_NONE;

	for (uint32_t seen = 0; k-- > 0 && seen < ROLE_MENTIONS; seen++)
	{
		const NtMention *m = &r->article->mentions.at[k];

		if (m->kind == ENTITY_PERSON && m->entity != NT_NONE && beside_role(r, m, hash))
			return m->entity;
	}
	return NT_NONE;
}

/*
 * pronoun_of resolves he, she, it by weights in tenths of a sentence;
 * last_speaker is the entity that spoke before, NT_NONE: nobody near.
 */
static uint32_t
pronoun_of(const QuoteReader *r, uint32_t token, uint8_t gender, uint32_t last_speaker)
{
	uint32_t	k = mention_after(r, token);
	uint32_t	here = sentence_of(r, token);
	uint32_t	best = NT_NONE;
	int			best_score = INT32_MIN;
	const uint8_t known = TRAIT_MALE | TRAIT_FEMALE;

	for (uint32_t seen = 0; k-- > 0 && seen < PRONOUN_MENTIONS; seen++)
	{
		const NtMention *m = &r->article->mentions.at[k];
		const NtEntity *e;
		const NtSentence *s;
		uint32_t	number;
		int			score;

		if (m->last > token || m->entity == NT_NONE)
			continue;
		if (token - m->last > PRONOUN_TOKENS)
			break;
		e = &r->article->entities.at[m->entity];
		if (gender == TRAIT_NEUTER ? m->kind != ENTITY_ORG && m->kind != ENTITY_GPE : m->kind != ENTITY_PERSON)
			continue;
		if (gender != TRAIT_NEUTER && (e->traits & known) != 0 && !(e->traits & gender))
			continue;
		number = sentence_of(r, m->first);
		s = &r->article->sentences.at[number];
		score = (int) (here - number) * PRONOUN_SENTENCE_BACK;
		if (m->first <= s->first + 5)
			score += PRONOUN_SUBJECT;
		else if (m->first > 0 && r->pos[m->first - 1] == POS_IN)
			score += PRONOUN_OBJECT;
		if (m->last < r->n && r->pos[m->last] == POS_POS)
			score += PRONOUN_OWNER;
		if (m->last < r->n && pos_in(r->pos[m->last], POS_FINITES))
			score += PRONOUN_ACTS;
		if (r->inside[m->first] && !r->inside[token])
			score += PRONOUN_INNER;
		if (m->entity == last_speaker)
			score += PRONOUN_LAST_SPEAKER;
		if (gender != TRAIT_NEUTER && (e->traits & known) == gender)
			score += PRONOUN_KNOWN_GENDER;
		if (e->mentions > PRONOUN_SALIENT_TIMES)
			score += PRONOUN_SALIENT;
		if (score > best_score)
		{
			best_score = score;
			best = m->entity;
		}
	}
	return best;
}

/* who_of finds the name a relative pronoun stands for. */
static uint32_t
who_of(const QuoteReader *r, uint32_t token)
{
	uint32_t	k = mention_after(r, token);
	const NtMention *m;
	uint32_t	from = sentence_of(r, token);

	if (k == 0)
		return NT_NONE;
	m = &r->article->mentions.at[k - 1];
	if (m->entity == NT_NONE || m->last > token || token - m->last > WHO_BEFORE)
		return NT_NONE;
	if (m->first < r->article->sentences.at[from].first)
		return NT_NONE;
	if (m->last == token || (m->last + 1 == token && token_is_mark(&r->tok[m->last], ',')))
		return m->entity;
	/* John Smith, a spokesman for the group, who ... */
	for (uint32_t seen = 0; k-- > 0 && seen < 4; seen++)
	{
		m = &r->article->mentions.at[k];
		if (m->first < r->article->sentences.at[from].first || token - m->last > WHO_BEFORE)
			break;
		if (m->kind == ENTITY_PERSON && m->entity != NT_NONE && token_is_mark(&r->tok[m->last], ','))
			return m->entity;
	}
	return NT_NONE;
}

/* outer_speaker returns the speaker of the quotation that holds a token. */
static uint32_t
outer_speaker(const QuoteReader *r, uint32_t n, uint32_t token)
{
	for (uint32_t k = n, seen = 0; k-- > 0 && seen < 8; seen++)
	{
		const Attribution *a = &r->found.at[k];

		if (a->kind != QUOTE_INDIRECT && !range_holds(a->content, a->cue) &&
			token >= a->content.first && token <= a->tail)
			return a->speaker;
	}
	return NT_NONE;
}

static uint32_t
resolve(const QuoteReader *r, uint32_t number, uint32_t last_speaker)
{
	const Attribution *a = &r->found.at[number];
	uint32_t	head = a->source.last;
	const NtMention *m;
	uint8_t		traits;
	QuoteRange	phrase = a->source;

	if (range_empty(a->source))
		return NT_NONE;
	/* Whitlock's opposite number, Tom Lee, said: not Whitlock; Whitlock's claim that: he */
	if (head + 1 < r->n && r->pos[head + 1] == POS_POS && a->cue > head && a->cue != head + 2 &&
		pos_in(r->pos[a->cue], POS_VERBS))
	{
		uint32_t	last = head + 2;

		while (last < r->n && last < head + 8 &&
			   pos_in(r->pos[last], POS_NOUNS | POS_BIT(POS_JJ) | POS_BIT(POS_HYPHEN)))
			last++;
		phrase.last = last - 1;
		m = person_beside(r, phrase);
		if (m == NULL && mention_at(r, phrase.last) != NULL)
			m = mention_at(r, phrase.last);
		return m != NULL && can_speak(m) ? m->entity : NT_NONE;
	}
	/* [Putin last month] rejected */
	while (head > a->source.first && mention_at(r, head) == NULL && mention_at(r, a->source.first) != NULL &&
		   (word_of(r, head)->date != 0 || pos_in(r->pos[head], POS_BIT(POS_JJ) | POS_BIT(POS_CD))))
		head--;
	if ((m = mention_at(r, head)) != NULL && (m->last == head + 1 || head + 1 == r->n))
		return can_speak(m) ? m->entity : NT_NONE;
	if (m != NULL && can_speak(m))
		return m->entity;
	/* the hockey team's president, Luc Bergeron; their president, Mavis Chow */
	if (head + 1 < r->n && (r->pos[head + 1] == POS_POS || r->pos[head] == POS_PRPS))
	{
		uint32_t	last = r->pos[head] == POS_PRPS ? head + 1 : head + 2;

		while (last < r->n && last < head + 8 &&
			   pos_in(r->pos[last], POS_NOUNS | POS_BIT(POS_JJ) | POS_BIT(POS_HYPHEN)))
			last++;
		phrase.last = last - 1;
	}
	m = r->pos[head] == POS_PRP || r->pos[head] == POS_W ? NULL : person_beside(r, phrase);
	if (m != NULL)
		return m->entity;
	traits = word_of(r, head)->traits;
	switch (r->pos[head])
	{
		case POS_W:
			return who_of(r, head);
		case POS_PRP:
		case POS_PRPS:
			if (traits & TRAIT_PLURAL)
				return NT_NONE;
			if (traits & (TRAIT_MALE | TRAIT_FEMALE))
				return pronoun_of(r, head, traits & (TRAIT_MALE | TRAIT_FEMALE), last_speaker);
			if (traits & TRAIT_NEUTER)
				return pronoun_of(r, head, TRAIT_NEUTER, last_speaker);
			if (r->inside[head] || r->turn[head])
				return outer_speaker(r, r->found.n, head);
			return NT_NONE;
		case POS_EX:
			return NT_NONE;
	}
	/* a name at the end of the phrase that the tagger of names cut shorter */
	if (a->source.last > a->source.first && (m = mention_at(r, head)) != NULL)
		return m->entity;
	if (pos_in(r->pos[head], POS_BIT(POS_NN) | POS_BIT(POS_NNP)) &&
		token_is(r->vocab, &r->tok[a->source.first], LEX_DETERMINER))
		return role_of(r, a->source);
	return NT_NONE;
}

/*
 * quote_resolve sets the speaker of each attribution, in the order found, so
 * that a pronoun knows who spoke last.
 */
void
quote_resolve(QuoteReader *r)
{
	uint32_t	last_speaker = NT_NONE;
	uint32_t	last_sentence = 0;

	for (uint32_t i = 0; i < r->found.n; i++)
	{
		Attribution *a = &r->found.at[i];

		nt_tick(r->cx);
		if (a->dropped)
			continue;
		if (last_speaker != NT_NONE && a->sentence > last_sentence + SPEAKER_SENTENCES)
			last_speaker = NT_NONE;
		if (a->speaker == NT_NONE && !(a->cue != NT_NONE && r->turn[a->cue] == TURN_LETTER))
			a->speaker = resolve(r, i, last_speaker);
		if (a->speaker != NT_NONE && !r->inside[a->cue])
		{
			last_speaker = a->speaker;
			last_sentence = a->sentence;
		}
	}
}
