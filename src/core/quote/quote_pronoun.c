/*
 * quote_pronoun.c -- whom a pronoun, or a description that takes up the person at hand, means.
 *
 *     Grint said nothing.  In a video, Halek called it a lie.  “We know,” he said.
 *     last speaker                     [Halek] subject of the sentence before   -> Halek
 *
 *     A woman came to the door with Audley Peters.  She said that ...
 *     [A woman]                     [Audley Peters]                            -> nobody who is named
 *
 * The figures (quote_figure.c) of the PRONOUN_FIGURES before the pronoun are
 * weighed (quote_score.h): how many narrated sentences back, subject or not,
 * whether they stand inside a quotation, whether they spoke last and nobody has
 * come on the scene since.  A gender that the article, the lexicon or a pronoun
 * before has told rules the others out.  When an unnamed figure wins, the
 * speaker is nobody, and never the next best name.  A pronoun before any name
 * waits for the subject of the sentence after (“I ran,” she said.  Anna Meier, 34, ...).
 *
 * The windows are constant, so the work grows with the number of quotations.
 */
#include "quote/quote_resolve.h"

#include "quote/quote_cue.h"
#include "quote/quote_score.h"
#include "quote/quote_trace.h"

#define PRONOUN_FIGURES 48
#define PRONOUN_TOKENS 400
#define SUBJECT_TOKENS 5			/* a subject begins within so many tokens of its sentence */
#define APPOSED_TOKENS 9			/* what somebody is has no more */
#define RELATIVE_TOKENS 20			/* a clause that tells more of him has no more */
#define FRONT_FIGURES 6			/* of a sentence, looked through for its subject behind a clause in front */
#define AHEAD_SENTENCES 2		/* after a pronoun in which its name may follow */
#define RECALL_BEATS 4			/* sentences back over which a description takes somebody up */
#define RECALL_BODY_BEATS 12

static const uint8_t known = TRAIT_MALE | TRAIT_FEMALE;

/* in_speech tells whether somebody else than the writer says a word. */
static bool
in_speech(const QuoteReader *r, uint32_t i)
{
	return r->inside[i] || r->turn[i] == TURN_WORDS;
}

/* gender_of returns what is known of a figure: TRAIT_MALE, TRAIT_FEMALE, both or none: unknown. */
static uint8_t
gender_of(const QuoteResolver *v, const QuoteFigure *f)
{
	uint8_t		traits;

	if (f->entity == NT_NONE || f->pronoun)
		traits = f->traits;
	else
	{
		traits = v->r->article->entities.at[f->entity].traits & known;
		if (traits == 0 || traits == known)
			traits = v->gender[f->entity];
	}
	traits &= known;
	return traits == known ? 0 : traits;
}

/* owns tells whether a figure only owns what is spoken of: Lee's house. */
static bool
owns(const QuoteResolver *v, const QuoteFigure *f)
{
	return f->last < v->r->n && quote_pos_guess(v->r, f->last) == POS_POS;
}

/* titled_first returns the first token of a figure with the title before it. */
static uint32_t
titled_first(const QuoteResolver *v, const QuoteFigure *f)
{
	const QuoteReader *r = v->r;
	uint32_t	k = f->first;

	while (k > 0 && f->first - k < SUBJECT_TOKENS && (token_classes(r->vocab, &r->tok[k - 1]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC))))
		k--;
	return k;
}

/* is_oblique tells whether a preposition stands before a figure and its title: by Ms Lee. */
static bool
is_oblique(const QuoteResolver *v, const QuoteFigure *f)
{
	uint32_t	k = titled_first(v, f);

	return k > 0 && !(v->r->tok[k].flags & TOKEN_SENTENCE) && quote_pos_guess(v->r, k - 1) == POS_IN;
}

static bool
stands_after_comma(const QuoteResolver *v, const QuoteFigure *f)
{
	uint32_t	k = titled_first(v, f);

	return k > 0 && v->r->tok[k - 1].mark == MARK_COMMA;
}

/* is_apposed tells whether a name stands between commas, behind what its bearer is: The county's first minister, [Ann Lee], chaired */
static bool
is_apposed(const QuoteResolver *v, const QuoteFigure *f)
{
	const QuoteReader *r = v->r;
	uint32_t	first = r->article->sentences.at[f->sentence].first;

	if (f->last + 1 >= r->n || r->tok[f->last].mark != MARK_COMMA || f->first > first + APPOSED_TOKENS || !stands_after_comma(v, f))
		return false;
	for (uint32_t k = first; k < f->first; k++)
		if (pos_in(quote_pos_guess(r, k), POS_FINITES | POS_BIT(POS_IN)) || (k + 1 < f->first && r->tok[k].mark == MARK_COMMA))
			return false;
	return true;
}

/*
 * behind_apposed returns the token behind a figure, and behind what else its bearer
 * is where that stands between commas: The minister, [Ann Lee], chaired; [Ann Lee],
 * the minister, chaired; [Ann Lee], who knew him, wept.
 */
static uint32_t
behind_apposed(const QuoteResolver *v, const QuoteFigure *f)
{
	const QuoteReader *r = v->r;
	uint32_t	k = f->last + 1;
	bool		who;			/* a clause tells more of him */

	if (is_apposed(v, f))
		return k;
	if (k >= r->n || r->tok[f->last].mark != MARK_COMMA || f->first > r->article->sentences.at[f->sentence].first + SUBJECT_TOKENS)
		return f->last;
	who = quote_pos_guess(r, k) == POS_W;
	while (k + 1 < r->n && k - f->last < (who ? RELATIVE_TOKENS : APPOSED_TOKENS) && r->tok[k].mark != MARK_COMMA && (who || !pos_in(quote_pos_guess(r, k), POS_FINITES)))
		k++;
	return r->tok[k].mark == MARK_COMMA ? k + 1 : f->last;
}

/* begins and acts tell whether a figure is a subject: it begins its sentence, a finite verb follows it. */
static bool
acts(const QuoteResolver *v, const QuoteFigure *f)
{
	uint32_t	verb = behind_apposed(v, f);

	return verb < v->r->n && pos_in(quote_pos_guess(v->r, verb), POS_FINITES);
}

/* is_main tells whether a figure is the subject behind the comma that ends a clause in front. */
static bool
is_main(const QuoteResolver *v, const QuoteFigure *f)
{
	return stands_after_comma(v, f) && acts(v, f);
}

/* may_act: a verb follows, or a word that is one as often as not (studied). */
static bool
may_act(const QuoteResolver *v, const QuoteFigure *f)
{
	const NtToken *t = &v->r->tok[f->last];
	uint8_t		pos;

	if (f->last >= v->r->n || t->kind != TOKEN_WORD || (t->flags & TOKEN_CAPITAL))
		return false;
	pos = quote_pos_guess(v->r, f->last);
	return pos == POS_NONE || pos_in(pos, POS_VERBS | POS_BIT(POS_MD));
}

/* is_after_fronted: Born in Orbury, the daughter of a pilot, [Ms Lee] studied ...; nobody before her does anything */
static bool
is_after_fronted(const QuoteResolver *v, const QuoteFigure *f, uint32_t first)
{
	if (f->first <= first || !f->named || f->kind != ENTITY_PERSON || f == &v->spoke || !may_act(v, f) || !stands_after_comma(v, f))
		return false;
	for (uint32_t i = (uint32_t) (f - v->figures.at), seen = 0; i-- > 0 && seen < SUBJECT_TOKENS; seen++)
	{
		const QuoteFigure *before = &v->figures.at[i];

		if (before->sentence != f->sentence)
			break;
		if (acts(v, before) || before->pronoun || (before->named && before->kind == ENTITY_PERSON))
			return false;
	}
	return true;
}

static bool
begins(const QuoteResolver *v, const QuoteFigure *f)
{
	const QuoteFigure *before = f > v->figures.at && f != &v->spoke ? f - 1 : NULL;
	uint32_t	first = v->r->article->sentences.at[f->sentence].first;

	if (is_oblique(v, f))
		return false;
	/* When a reporter asked, Lee smiled: the second */
	if (f != &v->spoke && quote_word_in(v->r->tok[first].hash, v->r->model->adjuncts))
	{
		const QuoteFigure *end = v->figures.at + v->figures.n;

		if (is_main(v, f))
			return true;
		for (const QuoteFigure *g = f + 1; g < end && g->sentence == f->sentence && g - f < FRONT_FIGURES; g++)
			if (is_main(v, g))
				return false;
	}
	if (is_after_fronted(v, f, first) || is_apposed(v, f))
		return true;
	/* Questioned by Ms Lee, the assistant accepted: the second */
	if (before != NULL && before->sentence == f->sentence && is_oblique(v, before) && f->first > first + SUBJECT_TOKENS)
		return v->r->tok[f->first - 1].mark == MARK_COMMA && before->first <= first + SUBJECT_TOKENS && acts(v, f);
	/* Coyotl met Kulkarni: not the second */
	if (before != NULL && before->sentence == f->sentence && before->kind == f->kind && !owns(v, before))
		return false;
	return f->first <= first + SUBJECT_TOKENS;
}

/* agrees tells whether a pronoun of this gender can stand for a figure at all. */
static bool
agrees(const QuoteResolver *v, const QuoteFigure *f, uint8_t gender)
{
	uint8_t		is;

	if (gender == TRAIT_NEUTER)
		return f->named ? f->kind == ENTITY_ORG || f->kind == ENTITY_GPE : f->kind == ENTITY_ORG && (f->is_new || f->entity != NT_NONE || f->first == v->last.figure);
	if (f->kind != ENTITY_PERSON || (f->entity == NT_NONE && (f->traits & TRAIT_PLURAL)))
		return false;
	is = gender_of(v, f);
	return is == 0 || (is & gender) != 0;
}

/* asks_other tells whether a figure has just asked somebody of this sex, who is meant now: [Lee] asked her why she left.  “I had to,” she said. */
static bool
asks_other(const QuoteResolver *v, const QuoteFigure *f, uint32_t token, uint8_t gender)
{
	const QuoteReader *r = v->r;
	uint32_t	whom = f->last + 1;

	if (whom + 1 >= r->n || token <= whom || r->tok[f->last].kind != TOKEN_WORD || quote_cue_record(r, f->last)->stance != STANCE_ASKED ||
		v->beat[quote_sentence_of(r, token)] > v->beat[f->sentence] + 1)
		return false;
	return token_is(r->vocab, &r->tok[whom], LEX_PRONOUN) && (word_of(r, whom)->traits & gender) != 0 &&
		!pos_in(quote_pos_guess(r, whom + 1), POS_NOUNS | POS_BIT(POS_JJ));
}

/* is_told tells whether somebody has just spoken to a figure: suggested to [the witness] that she was wrong. */
static bool
is_told(const QuoteResolver *v, const QuoteFigure *f, uint32_t token)
{
	const QuoteReader *r = v->r;
	uint32_t	verb = titled_first(v, f);

	if (verb < 3 || (r->tok[verb].flags & TOKEN_SENTENCE) || v->beat[quote_sentence_of(r, token)] > v->beat[f->sentence] + 1)
		return false;
	verb--;
	if (quote_pos_guess(r, verb) == POS_TO)
		return cue_act(quote_cue_record(r, verb - 1)->stance) == ACT_SPEECH && pos_in(quote_pos_guess(r, verb - 1), POS_FINITES);
	return (quote_cue_record(r, verb)->flags & CUE_HEARS) && quote_cue_record(r, verb)->form == CUE_PAST;
}

/* is_asked_of tells whether a figure only stands in what the subject is asked: Asked whether [Lee] would stay, he ... */
static bool
is_asked_of(const QuoteResolver *v, const QuoteFigure *f, uint32_t token)
{
	const QuoteReader *r = v->r;
	uint32_t	first = r->article->sentences.at[f->sentence].first;

	return f->first > first && token > f->first && quote_sentence_of(r, token) == f->sentence && quote_cue_record(r, first)->stance == STANCE_ASKED &&
		quote_pos_guess(r, first) == POS_VBN && r->tok[token - 1].mark == MARK_COMMA;
}

static int
weigh(const QuoteResolver *v, const QuoteFigure *f, uint32_t token, uint8_t gender, bool superseded)
{
	const QuoteReader *r = v->r;
	int			score = (int) (v->beat[quote_sentence_of(r, token)] - v->beat[f->sentence]) * PRONOUN_SENTENCE_BACK;

	if (begins(v, f))
		score += PRONOUN_SUBJECT;
	else if (f->first > 0 && quote_pos_guess(r, f->first - 1) == POS_IN)
		score += PRONOUN_OBJECT;
	if (owns(v, f))
		score += PRONOUN_OWNER;
	if (is_told(v, f, token))
		score += PRONOUN_TOLD;
	if (acts(v, f))
		score += PRONOUN_ACTS;
	if (in_speech(r, f->first) && !in_speech(r, token))
		score += PRONOUN_INNER;
	else if (range_holds(v->said, f->first) && !f->pronoun)
		score += PRONOUN_SAID;
	if (v->last.figure != NT_NONE && (f->entity != NT_NONE ? f->entity == v->last.entity : f->first == v->last.figure))
		score += superseded ? PRONOUN_SPOKE_BEFORE : PRONOUN_LAST_SPEAKER;
	if (gender != TRAIT_NEUTER && gender_of(v, f) == gender)
		score += PRONOUN_KNOWN_GENDER;
	else if (v->beside && gender_of(v, f) == 0)
		score += PRONOUN_BESIDE;
	if (f->kind == ENTITY_GPE)
		score += PRONOUN_PLACE;
	if (f->entity == NT_NONE)
		score += f->pronoun ? 0 : PRONOUN_UNNAMED;
	else if (r->article->entities.at[f->entity].mentions > PRONOUN_SALIENT_TIMES)
		score += PRONOUN_SALIENT;
	return score;
}

/* is_fronted tells whether a pronoun's clause stands before whom it means: While he was late, [Ann Lee] said ... */
static bool
is_fronted(const QuoteResolver *v, uint32_t token, const QuoteFigure *f)
{
	const QuoteReader *r = v->r;
	uint32_t	first = r->article->sentences.at[f->sentence].first;

	return f->first > token && quote_word_in(r->tok[first].hash, r->model->adjuncts) && token == first + 1 &&
		r->tok[f->first - 1].mark == MARK_COMMA;
}

/* named_ahead returns who comes on the scene just after a pronoun that nobody stands before. */
static uint32_t
named_ahead(const QuoteResolver *v, uint32_t token, uint8_t gender)
{
	uint32_t	here = quote_sentence_of(v->r, token);

	for (uint32_t k = figure_after(&v->figures, token); k < v->figures.n; k++)
	{
		const QuoteFigure *f = &v->figures.at[k];

		if (f->sentence > here + AHEAD_SENTENCES)
			break;
		if ((f->sentence > here || is_fronted(v, token, f)) && agrees(v, f, gender) && !in_speech(v->r, f->first))
			return f->named && (begins(v, f) || f->sentence == here) ? f->entity : NT_NONE;
	}
	return NT_NONE;
}

/* is_behind tells whether neither a figure, back sentences ago, nor any before it can score more than the best. */
static bool
is_behind(const QuoteResolver *v, const QuoteFigure *f, uint32_t back, int best, bool superseded)
{
	/* who has acted since the last speaker is still looked for */
	if (v->last.figure != NT_NONE && !superseded && f->sentence > v->last.sentence)
		return false;
	return best >= (int) back * PRONOUN_SENTENCE_BACK + PRONOUN_MOST && !(quote_tracing(v->r) && v->telling);
}

/* weigh_figures returns the figure a pronoun means, NULL: there is none; *any tells whether one agrees. */
static const QuoteFigure *
weigh_figures(const QuoteResolver *v, uint32_t token, uint8_t gender, bool *any)
{
	const QuoteReader *r = v->r;
	const QuoteFigure *best = NULL;
	int			best_score = INT32_MIN;
	uint32_t	here = v->beat[quote_sentence_of(r, token)];
	bool		superseded = false;
	char		words[QUOTE_TRACE_WORDS];

	for (uint32_t k = figure_after(&v->figures, token), seen = 0; k-- > 0 && seen < PRONOUN_FIGURES; seen++)
	{
		const QuoteFigure *f = &v->figures.at[k];
		int			score;

		if (f->last > token)
			continue;
		if (token - f->last > PRONOUN_TOKENS || is_behind(v, f, here - v->beat[f->sentence], best_score, superseded))
			break;
		if (!agrees(v, f, gender))
			continue;
		*any = true;
		if (asks_other(v, f, token, gender) || is_asked_of(v, f, token))
			continue;
		score = weigh(v, f, token, gender, superseded);
		if (quote_tracing(r) && v->telling)
			nt_trace(r->cx, TRACE_QUOTES, "           %s %d%s", quote_trace_words(r, (QuoteRange) {f->first, f->last - 1}, words),
					 score, f->entity == NT_NONE ? ", not named" : "");
		if (v->last.figure != NT_NONE && f->sentence > v->last.sentence && !in_speech(r, f->first) && (begins(v, f) || acts(v, f)) &&
			(f->entity == NT_NONE || f->entity != v->last.entity))
			superseded = true;
		if (score > best_score)
		{
			best_score = score;
			best = f;
		}
	}
	/* whoever is interviewed may not have been named for long */
	if (v->last.figure != NT_NONE && v->last.entity == v->spoke.entity && v->spoke.kind != SPOKE_NOWHERE && agrees(v, &v->spoke, gender) && gender != TRAIT_NEUTER &&
		weigh(v, &v->spoke, token, gender, superseded) - (superseded ? PRONOUN_SUBJECT : 0) > best_score)
	{
		*any = true;
		if (quote_tracing(r) && v->telling)
			nt_trace(r->cx, TRACE_QUOTES, "           who spoke last %d%s", weigh(v, &v->spoke, token, gender, superseded), superseded ? ", others since" : "");
		return &v->spoke;
	}
	return best;
}

/* is_one_of_two tells whether somebody else of unknown sex is named in the sentence of a figure: Kim Lo met [Robin Tace]. */
static bool
is_one_of_two(const QuoteResolver *v, const QuoteFigure *f)
{
	for (uint32_t k = v->r->article->sentences.at[f->sentence].first, i = figure_after(&v->figures, k), seen = 0;
		 i < v->figures.n && v->figures.at[i].sentence == f->sentence && seen < FRONT_FIGURES; i++, seen++)
	{
		const QuoteFigure *g = &v->figures.at[i];

		if (g->named && g->kind == ENTITY_PERSON && g->entity != f->entity && gender_of(v, g) == 0)
			return true;
	}
	return false;
}

uint32_t
quote_pronoun(const QuoteResolver *v, uint32_t token, uint8_t gender)
{
	bool		any = false;
	const QuoteFigure *best = weigh_figures(v, token, gender, &any);

	if (!any && gender != TRAIT_NEUTER)
		return named_ahead(v, token, gender);
	if (v->beside && best != NULL && gender_of(v, best) == 0 && is_one_of_two(v, best))
		return NT_NONE;
	return best != NULL ? best->entity : NT_NONE;
}

void
quote_pronouns_before(QuoteResolver *v, uint32_t token)
{
	for (; v->next < v->figures.n && v->figures.at[v->next].first < token; v->next++)
	{
		QuoteFigure *f = &v->figures.at[v->next];
		bool		any = false;
		const QuoteFigure *best;

		nt_tick(v->r->cx);
		if (!f->pronoun)
			continue;
		best = weigh_figures(v, f->first, f->traits & known, &any);
		if (best != NULL)
			f->entity = best->entity;
	}
}

/* lead keeps the best of the entities weighed, and the best of the others. */
typedef struct Lead
{
	uint32_t	entity;			/* NT_NONE: none yet */
	int			score;
	int			second;			/* INT32_MIN: there is no other */
} Lead;

static void
lead(Lead *l, uint32_t entity, int score)
{
	if (l->entity == entity)
		l->score = score > l->score ? score : l->score;
	else if (l->entity == NT_NONE || score > l->score)
	{
		l->second = l->entity == NT_NONE ? INT32_MIN : l->score;
		l->entity = entity;
		l->score = score;
	}
	else if (score > l->second)
		l->second = score;
}

/* leader returns who leads clearly, NT_NONE: nobody. */
static uint32_t
leader(const Lead *l)
{
	return l->entity == NT_NONE || (l->second != INT32_MIN && l->score - l->second < RECALL_LEAD) ? NT_NONE : l->entity;
}

uint32_t
quote_recall(const QuoteResolver *v, uint32_t token, uint8_t gender)
{
	const QuoteReader *r = v->r;
	uint32_t	here = v->beat[quote_sentence_of(r, token)];
	Lead		best = {NT_NONE, 0, INT32_MIN};

	for (uint32_t k = figure_after(&v->figures, token), seen = 0; k-- > 0 && seen < PRONOUN_FIGURES; seen++)
	{
		const QuoteFigure *f = &v->figures.at[k];

		if (f->last > token)
			continue;
		if (v->beat[f->sentence] + RECALL_BEATS < here)
			break;
		if (!in_speech(r, f->first) && f->entity != NT_NONE && agrees(v, f, gender))
			lead(&best, f->entity, weigh(v, f, token, gender, best.entity != NT_NONE && f->sentence <= v->last.sentence));
	}
	return leader(&best);
}

/* is_public tells whether the name of a body says that it is no business. */
static bool
is_public(const QuoteReader *r, const QuoteFigure *f)
{
	for (uint32_t i = f->first; i < f->last; i++)
		if (token_is(r->vocab, &r->tok[i], LEX_PUBLIC_HEAD))
			return true;
	return false;
}

uint32_t
quote_recall_body(const QuoteResolver *v, uint32_t token)
{
	const QuoteReader *r = v->r;
	uint32_t	here = v->beat[quote_sentence_of(r, token)];
	Lead		best = {NT_NONE, 0, INT32_MIN};

	for (uint32_t k = figure_after(&v->figures, token), seen = 0; k-- > 0 && seen < PRONOUN_FIGURES; seen++)
	{
		const QuoteFigure *f = &v->figures.at[k];

		if (f->last > token)
			continue;
		if (v->beat[f->sentence] + RECALL_BODY_BEATS < here)
			break;
		/* a post on X, where nobody is met */
		if (f->named && f->kind == ENTITY_ORG && !in_speech(r, f->first) && !is_public(r, f) && !(f->first > 0 && r->tok[f->first - 1].hash == r->on))
			lead(&best, f->entity, weigh(v, f, token, TRAIT_NEUTER, false));
	}
	return leader(&best);
}
