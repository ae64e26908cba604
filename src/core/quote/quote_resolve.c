/*
 * quote_resolve.c -- which entity the speaker's phrase means.
 *
 *     [Kremlin aide Yuri Ushakov]      the name at its head
 *     the mayor of Quillbrook, [Ana Ruiz],     the name beside it (quote_beside.c)
 *     Zelensky, [who]                  the name before it
 *     [he], [it]                       quote_pronoun.c
 *     [the envoy], [the pensioner]     quote_describe.c
 *     [a woman], [officials], [her lawyer]      nobody
 *
 * Quotations are resolved in the order of the text, so that a pronoun knows
 * who spoke last (quote_last.c).  Nobody is better than the wrong one.
 */
#include "quote/quote_resolve.h"

#include "quote/quote_beside.h"
#include "quote/quote_cue.h"
#include "quote/quote_trace.h"

#define WHO_BEFORE 16
#define PAPER_SENTENCES 2		/* and a paper that spoke none */
#define SPEAKER_SENTENCES 5		/* after so many sentences the last speaker counts no more */
#define OWNED_WORDS 8			/* the team's president */
#define NAMESAKE_FIGURES 12	/* looked through for another of a surname */
#define NAMESAKE_BACK 48			/* and then for the surname alone */
#define NAMESAKE_TIMES 4		/* as often named as another of the surname: there is no doubt who is meant */
#define OUTER_BACK 8			/* quotations looked through for the one around a word */

/* comes_from: Dr [Ann Lee] of Orbury hospital, who said; but a friend of Ann Lee of ... */
static bool
comes_from(const QuoteReader *r, const NtMention *m, uint32_t who)
{
	if (who < m->last + 2 || r->tok[who].hash != r->who || !token_is_mark(&r->tok[who - 1], MARK_COMMA) || r->pos[m->last] != POS_IN || (m->first > 0 && r->pos[m->first - 1] == POS_IN))
		return false;
	for (uint32_t k = m->last; k + 1 < who; k++)
		if (r->tok[k].kind == TOKEN_PUNCT && r->tok[k].mark != MARK_HYPHEN)
			return false;
	return true;
}

/* who_of finds the name a relative pronoun stands for. */
static uint32_t
who_of(const QuoteReader *r, uint32_t token)
{
	uint32_t	k = quote_mention_after(r, token);
	const NtMention *m;
	uint32_t	from = quote_sentence_of(r, token);

	if (k == 0)
		return NT_NONE;
	m = &r->article->mentions.at[k - 1];
	if (m->entity == NT_NONE || m->last > token || token - m->last > WHO_BEFORE)
		return NT_NONE;
	if (m->first < r->article->sentences.at[from].first)
		return NT_NONE;
	/* an official in Farland who ...; a friend of Ann Lee who ... */
	if (m->last == token && m->first > 0 && r->pos[m->first - 1] == POS_IN && m->kind != ENTITY_ORG)
		return NT_NONE;
	/* a friend of Ann Lee, who ...: either of them */
	if (m->last + 1 == token && m->first >= 2 && m->kind == ENTITY_PERSON && r->pos[m->first - 1] == POS_IN && is_role(r, m->first - 2) && !is_named(r, m->first - 2, ENTITY_PERSON))
		return NT_NONE;
	if (m->last == token || (m->last + 1 == token && token_is_mark(&r->tok[m->last], MARK_COMMA)))
		return m->entity;
	/* John Smith, a spokesman for the group, who ... */
	for (uint32_t seen = 0; k-- > 0 && seen < 4; seen++)
	{
		m = &r->article->mentions.at[k];
		if (m->first < r->article->sentences.at[from].first || token - m->last > WHO_BEFORE)
			break;
		if (m->kind == ENTITY_PERSON && m->entity != NT_NONE && (token_is_mark(&r->tok[m->last], MARK_COMMA) || comes_from(r, m, token)))
			return m->entity;
	}
	return NT_NONE;
}

/* outer_speaker returns the speaker of the quotation that holds a token. */
static uint32_t
outer_speaker(const QuoteReader *r, uint32_t n, uint32_t token)
{
	for (uint32_t k = n, seen = 0; k-- > 0 && seen < OUTER_BACK; seen++)
	{
		const Attribution *a = &r->found.at[k];

		if (a->kind != QUOTE_INDIRECT && !range_holds(a->content, a->cue) &&
			token >= a->content.first && token <= a->tail)
			return a->speaker;
	}
	return NT_NONE;
}

/* owned_end returns the last word of what a possessive owns: the hockey team's [president]. */
static uint32_t
owned_end(const QuoteReader *r, uint32_t from, uint32_t head)
{
	uint32_t	last = from;

	while (last < r->n && last < head + OWNED_WORDS &&
		   pos_in(r->pos[last], POS_NOUNS | POS_BIT(POS_JJ) | POS_BIT(POS_HYPHEN)))
		last++;
	return last - 1;
}

/*
 * answers tells whether somebody would answer his own words: Ms Rao suggested
 * she was wrong.  “No,” she replied, is another woman, if one is near.
 */
static bool
answers(const QuoteResolver *v, const Attribution *a, uint32_t who)
{
	return a->stance == STANCE_ANSWERED && a->kind == QUOTE_DIRECT && who == v->last.entity &&
		v->last.sentence + 1 >= quote_sentence_of(v->r, a->content.first) && (v->stance == STANCE_SUGGESTED || v->stance == STANCE_ACCUSED);
}

/*
 * body_again returns the body that spoke just before "they", when nobody has come
 * between: The union said more strikes would follow.  [They] said ...
 */
static uint32_t
body_again(const QuoteResolver *v, uint32_t they)
{
	const QuoteReader *r = v->r;

	if (v->last.entity == NT_NONE || r->article->entities.at[v->last.entity].kind != ENTITY_ORG || (!(r->tok[they].flags & TOKEN_SENTENCE) && r->pos[they - 1] != POS_CLOSE) ||
		(r->tok[they].flags & TOKEN_PARAGRAPH) || v->last.sentence + 1 != quote_sentence_of(r, they))
		return NT_NONE;
	for (uint32_t k = figure_after(&v->figures, they); k-- > 0;)
	{
		const QuoteFigure *f = &v->figures.at[k];

		if (f->last > they)
			continue;
		if (f->first <= v->last.figure)
		{
			/* nurses had come */
			for (uint32_t i = f->last; i < they; i++)
				if (token_is(r->vocab, &r->tok[i], LEX_ROLE))
					return NT_NONE;
			return v->last.entity;
		}
		if (f->entity != v->last.entity && (f->kind == ENTITY_PERSON || f->kind == ENTITY_ORG))
			break;
	}
	return NT_NONE;
}

/* is_of_paper tells whether "it" means the paper that spoke last, and no body that has acted since: The memo, by Ann Lee, said ... [It] concluded ... */
static bool
is_of_paper(const QuoteResolver *v, uint32_t it)
{
	const QuoteReader *r = v->r;

	if (v->paper == NT_NONE || v->paper > it || quote_sentence_of(r, it) > quote_sentence_of(r, v->paper) + PAPER_SENTENCES)
		return false;
	for (uint32_t k = figure_after(&v->figures, v->paper); k < v->figures.n && v->figures.at[k].first < it; k++)
	{
		const QuoteFigure *f = &v->figures.at[k];

		if ((f->kind == ENTITY_ORG || f->kind == ENTITY_GPE) &&
			((r->tok[f->first].flags & TOKEN_SENTENCE) || (f->last < r->n && pos_in(quote_pos_guess(r, f->last), POS_FINITES))))
			return false;
	}
	return true;
}

/* resolve_pronoun resolves he, she, it, they; I and we inside a quotation are its speaker. */
static uint32_t
resolve_pronoun(const QuoteResolver *v, const Attribution *a, uint32_t head)
{
	const QuoteReader *r = v->r;
	uint8_t		traits = word_of(r, head)->traits;

	if (traits & TRAIT_PLURAL)
		return body_again(v, head);
	if (traits & (TRAIT_MALE | TRAIT_FEMALE))
	{
		uint32_t	who = quote_pronoun(v, head, traits & (TRAIT_MALE | TRAIT_FEMALE));

		return who != NT_NONE && answers(v, a, who) ? NT_NONE : who;
	}
	if ((traits & TRAIT_NEUTER) && is_of_paper(v, head))
		return NT_NONE;
	if (traits & TRAIT_NEUTER)
		return quote_pronoun(v, head, TRAIT_NEUTER);
	if (r->inside[head] || r->turn[head])
		return outer_speaker(r, r->found.n, head);
	return NT_NONE;
}

/* tells_other tells whether he tells her something, or she him. */
static bool
tells_other(const QuoteReader *r, const Attribution *a)
{
	const uint8_t sexes = TRAIT_MALE | TRAIT_FEMALE;
	uint8_t		to;
	uint8_t		who;

	if (a->cue == NT_NONE || range_empty(a->source) || a->source.last >= a->cue || a->cue_last + 1 >= r->n || r->pos[a->source.last] != POS_PRP ||
		!pos_in(r->pos[a->cue_last + 1], POS_BIT(POS_PRP) | POS_BIT(POS_PRPS)) || pos_in(r->pos[a->cue_last + 2], POS_NOUNS))
		return false;
	to = word_of(r, a->cue_last + 1)->traits & sexes;
	who = word_of(r, a->source.last)->traits & sexes;
	return to != 0 && who != 0 && (to & who) == 0;
}

/*
 * is_listener tells whether the source only hears what is said: a court heard
 * that ..., MPs were told that ..., a headline's “..., jury told”.
 */
static bool
is_listener(const QuoteReader *r, const Attribution *a)
{
	const NtCue *cue;
	bool		body;

	if (a->cue == NT_NONE || a->source.first > a->cue)
		return false;
	cue = quote_cue_record(r, a->cue);
	body = (token_classes(r->vocab, &r->tok[a->source.last]) & (LEX_BIT(LEX_BODY_NOUN) | LEX_BIT(LEX_ORG_NOUN))) != 0;
	if (!(cue->flags & CUE_HEARS))
		return false;
	if (cue_act(cue->stance) == ACT_THOUGHT)
		return body;
	/* told at the end of a headline */
	return quote_is_passive(r, a->cue) || (a->side == CUE_LEFT && body && a->cue_last + 1 >= r->article->sentences.at[a->sentence].last);
}

/* resolve_owned returns whom a phrase that begins with an owner names, up to what the owner has. */
static uint32_t
resolve_owned(const QuoteReader *r, QuoteRange phrase, uint32_t limit)
{
	const NtMention *m = quote_person_beside(r, phrase);

	if (m == NULL)
		m = quote_named_after(r, phrase.last, limit);
	if (m == NULL)
		m = quote_mention_at(r, phrase.last);
	return m != NULL && quote_speaks(m->kind) ? m->entity : NT_NONE;
}

/*
 * shares_surname tells whether a surname alone may mean another of that name, who
 * came later: Lena Storm ran it.  Lena Storm is dead.  Ida Storm runs it.  [Storm] said.
 */
static bool
shares_surname(const QuoteResolver *v, const NtMention *m)
{
	const NtArticle *a = v->r->article;
	bool		another = false;

	for (uint32_t k = figure_after(&v->figures, m->first), seen = 0; k-- > 0 && seen < (another ? NAMESAKE_BACK : NAMESAKE_FIGURES); seen++)
	{
		const QuoteFigure *f = &v->figures.at[k];

		if (!f->named || f->kind != ENTITY_PERSON || f->first >= m->first || v->r->tok[f->last - 1].hash != v->r->tok[m->first].hash)
			continue;
		/* named last, or called so before the other came */
		if (f->entity == m->entity && (!another || f->last == f->first + 1))
			return false;
		if (f->entity != m->entity && f->last > f->first + 1 && a->entities.at[m->entity].mentions >= NAMESAKE_TIMES * a->entities.at[f->entity].mentions)
			return false;
		another = another || (f->entity != m->entity && f->last > f->first + 1);
	}
	return another;
}

/*
 * bearer returns whom a name means: a body of one word that nobody named before
 * a person of that surname is the person.  Kate Ferro ... [Ferro] said
 */
static uint32_t
bearer(const QuoteResolver *v, const NtMention *m)
{
	const NtArticle *a = v->r->article;
	uint32_t	person;

	if (m->kind == ENTITY_PERSON && m->last == m->first + 1)
		return shares_surname(v, m) ? NT_NONE : m->entity;
	if (m->kind != ENTITY_ORG || m->last != m->first + 1)
		return m->entity;
	person = quote_noted_alone(&v->figures.notes, v->r->tok[m->first].hash ^ QUOTE_SURNAME);
	return person != NT_NONE && a->entities.at[person].first_mention < a->entities.at[m->entity].first_mention &&
		a->mentions.at[a->entities.at[person].first_mention].last > a->mentions.at[a->entities.at[person].first_mention].first + 1 ? person : m->entity;
}

/* behind returns the token behind a name and its letters in brackets: the Health Organization (PAHO) [director]. */
static uint32_t
behind(const QuoteReader *r, const NtMention *m)
{
	return m->last + 3 < r->n && r->tok[m->last].mark == MARK_ROUND_OPEN && r->tok[m->last + 2].mark == MARK_ROUND_CLOSE ? m->last + 3 : m->last;
}

/* is_titled tells whether the head of a source is what somebody is; a center plays, but the National Hurricane Center is none. */
static bool
is_titled(const QuoteReader *r, uint32_t head)
{
	const uint64_t classes = token_classes(r->vocab, &r->tok[head]);

	return (classes & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE))) != 0 &&
		!(r->name[head] == ENTITY_ORG + 1 && (classes & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_NOUN) | LEX_BIT(LEX_BODY_NOUN))));
}

/*
 * adds_nothing tells whether a word behind a name still means whom it names: Putin [last month],
 * Comey [Jr.]; a body's paper or report too: Newsweek [magazine], the CNN [report].
 */
static bool
adds_nothing(const QuoteReader *r, uint32_t i, const NtMention *name)
{
	return tells_time(r, i) || pos_in(r->pos[i], POS_BIT(POS_JJ) | POS_BIT(POS_CD)) || token_is(r->vocab, &r->tok[i], LEX_NAME_SUFFIX) ||
		(name->kind == ENTITY_ORG && (token_is(r->vocab, &r->tok[i], LEX_ORG_NOUN) || quote_word_in(r->tok[i].hash, r->model->finders)));
}

/* head_of returns the head of a source, without what adds nothing to the name before it. */
static uint32_t
head_of(const QuoteReader *r, QuoteRange source)
{
	const NtMention *name = quote_mention_at(r, source.first);
	uint32_t	head = source.last;

	while (name != NULL && head > source.first && quote_mention_at(r, head) == NULL && adds_nothing(r, head, name))
		head--;
	return head;
}

/* is_owner tells whether a source owns who speaks: the hockey team's president, Luc Bergeron. */
static bool
is_owner(const QuoteReader *r, uint32_t head, uint32_t cue)
{
	return head + 1 < r->n && r->pos[head + 1] == POS_POS && cue > head && cue != head + 2 && pos_in(r->pos[cue], POS_VERBS | POS_BIT(POS_NONE));
}

/* is_hyphened tells whether a source goes on over a hyphen: Gran-of-four Betty Lomax */
static bool
is_hyphened(const QuoteReader *r, uint32_t head)
{
	return (head + 1 < r->n && r->tok[head + 1].mark == MARK_HYPHEN) || r->tok[head].mark == MARK_HYPHEN;
}

/* resolve_unnamed returns whom a source means that does not end with a name. */
static uint32_t
resolve_unnamed(const QuoteResolver *v, const Attribution *a, uint32_t head, uint32_t cue)
{
	const QuoteReader *r = v->r;
	QuoteRange	phrase = a->source;
	const NtMention *m;

	/* the hockey team's president, Luc Bergeron; their president, Mavis Chow */
	if (head + 1 < r->n && (r->pos[head + 1] == POS_POS || r->pos[head] == POS_PRPS))
		phrase.last = owned_end(r, r->pos[head] == POS_PRPS ? head + 1 : head + 2, head);
	m = quote_described_person(r, phrase, head, cue, is_titled(r, head));
	if (m != NULL)
		return m->entity;
	switch (r->pos[head])
	{
		case POS_W:
			return who_of(r, head);
		case POS_PRP:
			return resolve_pronoun(v, a, head);
		case POS_PRPS:
			return phrase.last > head ? NT_NONE : resolve_pronoun(v, a, head);
		case POS_EX:
			return NT_NONE;
	}
	/* a name at the end of the phrase that the tagger of names cut shorter */
	if (a->source.last > a->source.first && (m = quote_mention_at(r, head)) != NULL)
		return m->entity;
	return quote_described(v, a);
}

/* resolve returns whom the source of a quotation means. */
static uint32_t
resolve(const QuoteResolver *v, const Attribution *a)
{
	const QuoteReader *r = v->r;
	uint32_t	head = a->source.last;
	uint32_t	cue = a->cue != NT_NONE ? a->cue : r->n;
	uint32_t	limit = cue > head ? cue : r->n;
	const NtMention *m;

	if (range_empty(a->source))
		return NT_NONE;
	/* ORLOFF: once SUSAN ORLOFF, ANCHOR: has been named */
	if (r->turn[head] >= TURN_LABEL && quote_mention_at(r, head) == NULL)
		return quote_noted_alone(&v->figures.notes, r->tok[head].hash ^ QUOTE_SURNAME);
	if (is_owner(r, head, cue))
		return resolve_owned(r, (QuoteRange) {a->source.first, owned_end(r, head + 2, head)}, limit);
	if (cue > head && is_hyphened(r, head) && (m = quote_named_after(r, head, limit)) != NULL)
		return m->entity;
	head = head_of(r, a->source);
	m = quote_mention_at(r, head);
	/* the Conservative MP; Ministry of Roads spokesman Rob Hale */
	if (m != NULL && m->kind != ENTITY_PERSON && m->last < r->n &&
		(is_titled(r, head) || (token_classes(r->vocab, &r->tok[behind(r, m)]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE)))))
	{
		const NtMention *person = quote_named_after(r, m->last - 1, limit);

		if (person != NULL)
			return person->entity;
		if (is_titled(r, head) && token_is(r->vocab, &r->tok[a->source.first], LEX_DETERMINER))
			return quote_described(v, a);
	}
	if (m != NULL && quote_is_one_of_a_people(r, m, a->source))
		return quote_one_of_a_people(v, a, head);
	if (is_listener(r, a) || (m != NULL && a->kind == QUOTE_DIRECT && quote_is_a_people_or_one(r, m)))
		return NT_NONE;
	if (m != NULL && (quote_speaks(m->kind) || m->last == head + 1 || head + 1 == r->n))
		return quote_speaks(m->kind) ? bearer(v, m) : NT_NONE;
	return resolve_unnamed(v, a, head, cue);
}

static void
open_resolver(QuoteResolver *v, const QuoteReader *r)
{
	const NtArticle *a = r->article;
	uint32_t	beat = 0;

	*v = (QuoteResolver) {.r = r, .last = {NT_NONE, NT_NONE, 0}, .said = QUOTE_NO_RANGE, .paper = NT_NONE};
	quote_figures(r, &v->figures);
	v->beat = r->cx->alloc(r->cx, (a->sentences.n + 1) * sizeof(uint32_t));
	v->gender = nt_alloc0(r->cx, a->entities.n + 1);
	quote_note_genders(v);
	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		uint32_t	first = a->sentences.at[s].first;

		nt_tick(r->cx);
		v->beat[s] = beat;
		beat += !(r->inside[first] && r->inside[a->sentences.at[s].last - 1]);
	}
	v->beat[a->sentences.n] = beat;
}

/*
 * quote_resolve sets the speaker of each attribution, in the order found, so
 * that a pronoun knows who spoke last.
 */
void
quote_resolve(QuoteReader *r)
{
	QuoteResolver v;
	char		source[QUOTE_TRACE_WORDS];
	char		name[QUOTE_TRACE_WORDS];

	if (r->found.n == 0)
		return;
	open_resolver(&v, r);
	for (uint32_t i = 0; i < r->found.n; i++)
	{
		Attribution *a = &r->found.at[i];

		nt_tick(r->cx);
		if (a->dropped)
			continue;
		if (v.last.figure != NT_NONE && a->sentence > v.last.sentence + SPEAKER_SENTENCES)
			v.last = (QuoteLast) {NT_NONE, NT_NONE, 0};
		if (a->speaker == NT_NONE && !(a->cue != NT_NONE && r->turn[a->cue] == TURN_LETTER))
		{
			quote_source_begin(&v, a);
			quote_pronouns_before(&v, range_empty(a->source) ? a->content.first : a->source.first);
			v.telling = true;
			v.said = a->content;
			v.beside = tells_other(r, a);
			a->speaker = resolve(&v, a);
			v.said = QUOTE_NO_RANGE;
			v.beside = false;
			v.telling = false;
		}
		if (quote_tracing(r))
			nt_trace(r->cx, TRACE_QUOTES, "speaker  %s: %s", quote_trace_words(r, a->source, source),
					 quote_trace_entity(r, a->speaker, name));
		quote_remember(&v, a);
		quote_source_end(r, a);
	}
	nt_release(r->cx, v.beat, (r->article->sentences.n + 1) * sizeof(uint32_t));
	nt_release(r->cx, v.gender, r->article->entities.n + 1);
	nt_array_release(r->cx, &v.figures);
}
