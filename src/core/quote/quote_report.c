/*
 * quote_report.c -- does an indirect quotation report anything?
 *
 *     Lee said the bridge was safe      a clause: a report
 *     Lee urged them to stay            an infinitive
 *     Lee called for calm               a preposition
 *     Lee denied the charge             an object of speech (data/en/cues: takes=o)
 *     Lee called it a lie               an object and what it is called (takes=c)
 *     Lee welcomed the director, officers found a man lying, he called the police,
 *     the plan is intended to save money, someone who knows they are ill: none
 *
 * The articles that are learned from count whatever a verb of the lexicon does
 * as an attribution; a reader does not.  This is grammar, over the parts of
 * speech: what is no report is dropped, before anybody asks who said it.
 */
#include "quote/quote_cue.h"
#include "quote/quote_trace.h"

#define REFUSED_FAR 3			/* tokens before a wish that deny it: did not want */

/* What the words reported are. */
typedef enum Form
{
	FORM_CLAUSE,				/* that the bridge was safe, what he saw, the bridge was safe */
	FORM_INFINITIVE,			/* to stay */
	FORM_TOLD,					/* the crew to stay */
	FORM_PREPOSITION,			/* of floods, about the plan */
	FORM_GERUND,				/* seeing the man */
	FORM_COMPLEMENT,			/* it a lie, the plan as a waste */
	FORM_OBJECT,				/* the charge */
	FORM_DATE					/* next July; after the wrong patient was sent home */
} Form;

/* is_relative tells whether a clause that begins at a token only describes the noun before: the man who came. */
static bool
is_relative(const QuoteReader *r, uint32_t i)
{
	return r->pos[i] == POS_W || r->tok[i].hash == r->that;
}

/* is_adjunct tells whether a clause that only says when or why begins at a token: after it came, as it fell. */
static bool
is_adjunct(const QuoteReader *r, uint32_t i)
{
	return r->pos[i] == POS_IN && (r->tok[i].hash == r->as || quote_word_in(r->tok[i].hash, r->model->adjuncts));
}

/* form_of tells what words are; before: they stand before their cue, so that what follows a relative clause is no part of it. */
static Form
form_of(const QuoteReader *r, QuoteRange c, bool before)
{
	const uint64_t things = POS_NOUNS | POS_BIT(POS_PRP);
	bool		relative = false;
	bool		adjunct;		/* inside a clause that only says when or why: after it came */
	bool		complement = false;
	bool		date = true;
	uint32_t	first = c.first;

	while (first < c.last && pos_in(r->pos[first], POS_BIT(POS_RB) | POS_BIT(POS_CC)))
		first++;
	/* apologised after the wrong patient was sent home: when, and no report */
	adjunct = is_adjunct(r, first) || (first > 0 && is_adjunct(r, first - 1));
	if (is_relative(r, first))
		return first < c.last ? FORM_CLAUSE : FORM_OBJECT;
	/* read to the court: to whom */
	if (r->pos[first] == POS_TO && first < c.last && r->name[first + 1] != 0 && pos_in(r->pos[first + 1], POS_NOUNS))
		return FORM_DATE;
	if (r->pos[first] == POS_TO)
		return FORM_INFINITIVE;
	for (uint32_t k = first; k <= c.last; k++)
	{
		adjunct = (adjunct && r->pos[k] != POS_COMMA) || (k > first && is_adjunct(r, k));
		if (pos_in(r->pos[k], POS_FINITES) && !relative && !adjunct && !r->inside[k])
			return FORM_CLAUSE;
		/* a worm that lives in the sea [grows] its food */
		relative = relative && !(before && pos_in(r->pos[k], POS_FINITES));
		relative = relative || (k > first && is_relative(r, k) && !pos_in(r->pos[k - 1], POS_BIT(POS_PRP)));
		if (!relative && k < c.last && r->pos[k] == POS_TO && r->pos[k + 1] == POS_VB && r->pos[first] != POS_IN)
			return FORM_TOLD;
		if (k < c.last && pos_in(r->pos[k], things) &&
			(pos_in(r->pos[k + 1], POS_BIT(POS_DT) | POS_BIT(POS_PRPS) | POS_BIT(POS_OPEN)) || r->tok[k + 1].hash == r->as ||
			 (r->pos[k] == POS_PRP && pos_in(r->pos[k + 1], POS_BIT(POS_JJ) | POS_NOUNS))))
			complement = true;
		date = date && (r->tok[k].kind != TOKEN_WORD || tells_time(r, k) ||
						(token_classes(r->vocab, &r->tok[k]) & (LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_PREPOSITION))));
	}
	if (date && (first == 0 || r->pos[first - 1] != POS_IN))
		return FORM_DATE;
	if (is_adjunct(r, first) || (first > 0 && is_adjunct(r, first - 1)))
		return FORM_DATE;
	if (complement)
		return FORM_COMPLEMENT;
	if (r->pos[first] == POS_IN || (first >= 2 && pos_in(r->pos[first - 1], POS_BIT(POS_IN) | POS_BIT(POS_TO)) &&
									 pos_in(r->pos[first - 2], POS_VERBS) && r->name[c.last] == 0))
		return FORM_PREPOSITION;
	return r->pos[first] == POS_VBG ? FORM_GERUND : FORM_OBJECT;
}

/* lasts tells whether an object ends with how long it went on, as of a deed: discussed the matter for an hour. */
static bool
lasts(const QuoteReader *r, QuoteRange c)
{
	uint32_t	k = c.last;

	if (!tells_time(r, k) || (token_classes(r->vocab, &r->tok[k]) & (LEX_BIT(LEX_WEEKDAY) | LEX_BIT(LEX_MONTH))))
		return false;
	while (k > c.first && (tells_time(r, k) || r->tok[k].kind == TOKEN_NUMBER || r->pos[k] == POS_DT))
		k--;
	if (k == c.first || r->tok[k].hash != r->for_)
		return false;
	while (k > c.first && !pos_in(r->pos[k], POS_FINITES))
		k--;
	return !pos_in(r->pos[k], POS_FINITES);
}

/* is_told tells whether what "to" leads in is who is told: apologised to the families. */
static bool
is_told(const QuoteReader *r, QuoteRange c)
{
	uint32_t	k = c.first;

	if (c.first == 0 || (r->pos[k] != POS_TO && r->pos[k - 1] != POS_TO))
		return false;
	k += r->pos[k] == POS_TO;
	while (k < c.last && pos_in(r->pos[k], POS_BIT(POS_DT) | POS_BIT(POS_PRPS) | POS_BIT(POS_JJ) | POS_BIT(POS_CD)))
		k++;
	while (k < c.last && pos_in(r->pos[k + 1], POS_NOUNS | POS_BIT(POS_POS)))
		k++;
	return is_named(r, k, ENTITY_PERSON) || token_is(r->vocab, &r->tok[k], LEX_ROLE);
}

/* orders tells whether somebody is told to do something by a verb of this class: urged, asked, wanted them to stay. */
static bool
orders(uint8_t stance)
{
	switch ((NtStance) stance)
	{
		case STANCE_SAID:
		case STANCE_ASKED:
		case STANCE_URGED:
		case STANCE_WARNED:
		case STANCE_WANTED:
		case STANCE_THOUGHT:
			return true;
		default:
			return false;
	}
}

/* means tells whether somebody means to do something by a verb of this class: promised, agreed, hoped to come. */
static bool
means(uint8_t stance)
{
	switch ((NtStance) stance)
	{
		case STANCE_PROMISED:
		case STANCE_AGREED:
		case STANCE_HOPED:
		case STANCE_SUGGESTED:
		case STANCE_CLAIMED:
		case STANCE_SEEMED:
		case STANCE_DENIED:
		case STANCE_ADMITTED:
			return true;
		default:
			return false;
	}
}

/* of_somebody tells whether the subject is whoever it may be: someone who knows, those who say. */
static bool
of_somebody(const QuoteReader *r, const Attribution *a)
{
	uint32_t	i = a->source.first;

	return r->pos[i] == POS_W && i > 0 && a->source.last == i &&
		(token_is(r->vocab, &r->tok[i - 1], LEX_PRONOUN) || token_is(r->vocab, &r->tok[i - 1], LEX_DETERMINER));
}

/* wants_no_name tells whether somebody only keeps out of the report: asked not to be named, did not want to be identified. */
static bool
wants_no_name(const QuoteReader *r, const Attribution *a)
{
	uint32_t	i = a->cue_last + 1;
	bool		negated = false;

	for (uint32_t k = a->cue; k-- > r->article->sentences.at[a->sentence].first && a->cue - k <= REFUSED_FAR;)
		negated = negated || token_is(r->vocab, &r->tok[k], LEX_NEGATION);
	if (i < r->n && token_is(r->vocab, &r->tok[i], LEX_NEGATION))
	{
		negated = true;
		i++;
	}
	return negated && (a->stance == STANCE_ASKED || a->stance == STANCE_WANTED) && i + 2 < r->n && r->pos[i] == POS_TO && quote_is_passive(r, i + 2);
}

/* is_found tells whether it is a poll, a study or the like that shows something. */
static bool
is_found(const QuoteReader *r, const Attribution *a)
{
	return quote_word_in(r->tok[a->source.last].hash, r->model->finders) &&
		(a->stance == STANCE_SHOWED || a->stance == STANCE_ANNOUNCED);
}

/* is_finding tells whether one does with no clause: a poll found Lee leading by four points. */
static bool
is_finding(const QuoteReader *r, const Attribution *a)
{
	return a->side == CUE_RIGHT && !range_empty(a->source) && a->content.last >= a->content.first + 2 && is_found(r, a) &&
		pos_in(r->pos[a->cue], POS_FINITES);
}

/* is_person tells whether an object is somebody, who cannot be said: praised the director, questioned Ann Lee. */
static bool
is_person(const QuoteReader *r, QuoteRange c)
{
	for (uint32_t i = c.first; i <= c.last; i++)
		if (r->name[i] == 0 && !pos_in(r->pos[i], POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_BIT(POS_PRPS) | POS_BIT(POS_COMMA)))
			return false;
	return r->name[c.last] != 0 ? is_named(r, c.last, ENTITY_PERSON) : token_is(r->vocab, &r->tok[c.last], LEX_ROLE);
}

/*
 * is_topic tells whether what stands before a colon is no one who speaks, but what
 * the rest is about: FOOTBALL:, Harbour explosion:, title:.
 */
static bool
is_topic(const QuoteReader *r, const Attribution *a)
{
	const uint64_t speak = LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ORG_ROLE) | LEX_BIT(LEX_ORG_NOUN) | LEX_BIT(LEX_BODY_NOUN) |
		LEX_BIT(LEX_PRONOUN);
	const NtToken *head = &r->tok[a->source.last];

	return !range_empty(a->source) && quote_cue_record(r, a->cue) == &r->cues->records[CUE_COLON] && r->name[a->source.last] == 0 &&
		!(token_classes(r->vocab, head) & speak) && !quote_word_in(head->hash, r->model->finders);
}

/* ends_main tells whether what a participle seems to report holds the verb of the sentence, which has none before. */
static bool
ends_main(const QuoteReader *r, const Attribution *a)
{
	uint32_t	finite = 0;

	if (r->tok[a->content.first].hash == r->that || a->content.first != a->cue + 1 || a->stance != STANCE_ANNOUNCED ||
		!pos_in(r->pos[a->content.first], POS_BIT(POS_JJ) | POS_BIT(POS_VBG) | POS_BIT(POS_VBN)) || !pos_in(r->pos[a->content.first + 1], POS_BIT(POS_IN) | POS_BIT(POS_RB) | POS_FINITES))
		return false;
	for (uint32_t k = r->article->sentences.at[a->sentence].first; k <= a->content.last; k++)
		finite += k != a->cue && pos_in(r->pos[k], POS_FINITES);
	return finite == 1;
}

/*
 * is_remark tells whether a cue only says more of the noun before it, and what
 * it seems to report is the sentence's own:
 *
 *     The deal, first reported a fortnight ago, [closes on Friday]
 *     [Vine Street is now Cross Street], named after a leader of the town
 *     The man reported [missing in May was found alive]
 *     Anyone naming [a neighbour can be fined]
 *     a furious [pensioner has written to the firm]
 *     the best supporting [role he has played]
 */
static bool
is_remark(const QuoteReader *r, const Attribution *a)
{
	const uint32_t first = r->article->sentences.at[a->sentence].first;
	uint32_t	before = a->cue;
	uint32_t	who = a->source.last;

	while (before > first && r->pos[before - 1] == POS_RB)
		before--;
	if (r->pos[a->cue] == POS_JJ)
		return a->content.first == a->cue + 1 && pos_in(r->pos[a->content.first], POS_NOUNS);
	if (pos_in(r->pos[a->cue], POS_BIT(POS_VBN) | POS_BIT(POS_VBD)) && a->side == CUE_RIGHT && before == a->cue && before > first && r->name[before - 1] == 0 &&
		pos_in(r->pos[before - 1], POS_NOUNS) && ends_main(r, a))
		return true;
	if (r->pos[a->cue] == POS_VBN && a->side == CUE_RIGHT)
		return before > first + 1 && pos_in(r->pos[before - 1], POS_BIT(POS_COMMA) | POS_NOUNS) &&
			r->pos[a->content.first - 1] == POS_COMMA && pos_in(r->pos[a->content.first], POS_FINITES | POS_BIT(POS_MD));
	if (r->pos[a->cue] == POS_VBN && range_empty(a->source))
		return before > first + 1 && r->pos[before - 1] == POS_COMMA && a->content.last + 2 == before && !quote_is_passive(r, a->cue) && a->kind == QUOTE_INDIRECT;
	if (r->pos[a->cue] == POS_VBN)
		return is_adjunct(r, a->cue_last + 1) && r->tok[a->cue_last + 1].hash != r->as && !range_empty(a->source) && a->source.first > a->cue;
	/* his best supporting role */
	if (r->pos[a->cue] == POS_VBG && a->side == CUE_RIGHT && a->content.first == a->cue + 1 && pos_in(r->pos[a->content.first], POS_BIT(POS_NN)) &&
		a->cue > first && pos_in(r->pos[a->cue - 1], POS_BIT(POS_JJ) | POS_BIT(POS_DT) | POS_BIT(POS_PRPS) | POS_BIT(POS_RB)))
		return true;
	return r->pos[a->cue] == POS_VBG && a->side == CUE_RIGHT && a->source.first == who && who + 1 == before &&
		token_is(r->vocab, &r->tok[who], LEX_PRONOUN) && !pos_in(r->pos[who], POS_BIT(POS_PRP) | POS_BIT(POS_W));
}

/*
 * ends_outside tells whether a report inside a relative clause has the verb of the
 * sentence for its own: a loner who finds [fame through violence has won].
 */
static bool
ends_outside(const QuoteReader *r, const Attribution *a)
{
	uint32_t	finite = 0;

	if (a->side != CUE_RIGHT || range_empty(a->source) || r->pos[a->source.last] != POS_W || a->source.last > a->cue || a->source.last == r->article->sentences.at[a->sentence].first ||
		r->tok[a->content.first].hash == r->that || pos_in(r->pos[a->content.first], POS_BIT(POS_TO) | POS_BIT(POS_W)))
		return false;
	for (uint32_t k = r->article->sentences.at[a->sentence].first; k < a->source.last; k++)
		if (pos_in(r->pos[k], POS_FINITES))
			return false;
	for (uint32_t k = a->content.first; k <= a->content.last; k++)
		finite += pos_in(r->pos[k], POS_FINITES) && !r->inside[k];
	return finite == 1;
}

/* is_closed tells whether a short clause closes what is reported: Children who nap learn faster, a study has found. */
static bool
is_closed(const QuoteReader *r, const Attribution *a)
{
	return a->side == CUE_LEFT && !range_empty(a->source) && a->source.last < a->cue && a->source.first == a->content.last + 2 &&
		r->pos[a->source.first - 1] == POS_COMMA && a->content.last >= a->content.first + 3 &&
		a->content.first == r->article->sentences.at[a->sentence].first && a->cue_last + 1 < r->n && r->pos[a->cue_last + 1] == POS_STOP &&
		!pos_in(r->pos[a->content.first], POS_BIT(POS_IN) | POS_BIT(POS_VBN) | POS_BIT(POS_VBG) | POS_BIT(POS_TO) | POS_BIT(POS_W)) &&
		(cue_act(a->stance) == ACT_SPEECH || is_found(r, a));
}

/* is_bare_word tells of an object that is no report: which it denies, denied it, said nothing */
static bool
is_bare_word(const QuoteReader *r, QuoteRange c)
{
	return c.first == c.last && (pos_in(r->pos[c.first], POS_BIT(POS_W) | POS_BIT(POS_PRP)) || token_is(r->vocab, &r->tok[c.first], LEX_NEGATION));
}

/* tells_of_noun tells whether what follows a cue only tells more of a noun behind it: read out by the charity [that arranged it] */
static bool
tells_of_noun(const QuoteReader *r, const Attribution *a)
{
	uint32_t	first = a->content.first;
	uint32_t	k = a->cue_last + 1;

	while (k < first && r->tok[k].hash != r->by)
		k++;
	return k < first && a->side == CUE_RIGHT && a->kind == QUOTE_INDIRECT && first < a->content.last && first < r->last &&
		r->tok[first].hash == r->that && pos_in(r->pos[first - 1], POS_NOUNS) && pos_in(r->pos[first + 1], POS_FINITES);
}

/* is_named_so tells whether nobody says what somebody is called: Laura Dern was named best actress. */
static bool
is_named_so(const QuoteReader *r, const Attribution *a, Form form)
{
	if (!range_empty(a->source) || !quote_is_passive(r, a->cue))
		return false;
	if (a->side == CUE_LEFT)
		return a->content.last < a->cue && quote_word_in(r->tok[a->content.last + 1].hash, r->model->be);
	return form == FORM_OBJECT || form == FORM_COMPLEMENT;
}

/* is_said_of_nobody tells of forms that are no report whatever the cue takes. */
static bool
is_said_of_nobody(const QuoteReader *r, const Attribution *a, Form form)
{
	NtAct		act = cue_act(a->stance);

	if ((act == ACT_THOUGHT || act == ACT_PLAN) && (range_empty(a->source) || of_somebody(r, a)))
		return true;
	/* Asked about the vote, he ... */
	if (a->stance == STANCE_ASKED && r->pos[a->cue] == POS_VBN && range_empty(a->source) && form != FORM_CLAUSE)
		return true;
	/* the host of “Back Burner” told cooks to ...: what stands before is no object of speech */
	if (a->side == CUE_LEFT && a->kind == QUOTE_MIXED && form == FORM_OBJECT && !quote_is_passive(r, a->cue))
		return true;
	/* who asked not to be named */
	if (form == FORM_INFINITIVE && wants_no_name(r, a))
		return true;
	/* Her death was reported; Sands was said to be ill: nobody says it, and the subject is no report */
	if (a->side == CUE_LEFT && form == FORM_OBJECT && (range_empty(a->source) || a->source.first < a->cue) && quote_is_passive(r, a->cue))
		return true;
	/* Ann Lee, defending, the assistant accepted ... */
	return a->side == CUE_RIGHT && r->pos[a->cue] == POS_VBG && a->content.first == a->cue_last + 2 && r->pos[a->cue_last + 1] == POS_COMMA &&
		pos_in(r->pos[a->content.first], POS_BIT(POS_DT) | POS_BIT(POS_PRP) | POS_NOUNS);
}

/* takes tells whether a verb takes what it reports in this form. */
static bool
takes(const QuoteReader *r, const Attribution *a, const NtCue *cue, Form form)
{
	switch (form)
	{
		case FORM_CLAUSE:
			/* Asked about it, Lee laughed: a manner, and no report */
			return !(cue->flags & CUE_TAKES_NO_CLAUSE) || (a->side == CUE_LEFT && (cue->flags & (CUE_TAKES_OBJECT | CUE_TAKES_COMPLEMENT))) ||
				((cue->flags & CUE_TAKES_OBJECT) && r->pos[a->content.first - 1] != POS_COMMA);
		case FORM_INFINITIVE:
			/* learned to swim, forgot to call: a deed */
			if ((cue->flags & CUE_DOES) && a->side == CUE_RIGHT && !quote_is_passive(r, a->cue))
				return false;
			/* launched a project to mark its part: what for, and no report */
			return !(cue->flags & CUE_TAKES_NO_CLAUSE) && (orders(a->stance) || means(a->stance) || a->content.first == a->cue_last + 1);
		case FORM_TOLD:
			return orders(a->stance) || (cue->flags & (CUE_TAKES_OBJECT | CUE_TAKES_COMPLEMENT)) != 0;
		case FORM_PREPOSITION:
			/* asked about the bins: of what, and not what */
			if (a->stance == STANCE_ASKED && a->content.first > 0 && (r->tok[a->content.first].hash == r->about || r->tok[a->content.first - 1].hash == r->about))
				return false;
			return (cue->flags & CUE_TAKES_PREPOSITION) != 0 && !is_told(r, a->content);
		case FORM_COMPLEMENT:
			return (cue->flags & (CUE_TAKES_OBJECT | CUE_TAKES_COMPLEMENT)) != 0;
		case FORM_GERUND:
			return (cue->flags & CUE_TAKES_OBJECT) != 0;
		case FORM_OBJECT:
			if (is_bare_word(r, a->content) || lasts(r, a->content))
				return false;
			/* told the story with relish */
			if (a->side == CUE_RIGHT && a->content.first == a->content.last && a->content.first > a->cue_last + 2 && r->pos[a->content.first - 1] == POS_IN && !(cue->flags & CUE_TAKES_PREPOSITION))
				return false;
			/* pledged $3m to the museum */
			if (a->side == CUE_RIGHT && a->content.first > a->cue_last + 2 && r->pos[a->content.first - 1] == POS_TO)
				return false;
			return (cue->flags & CUE_TAKES_OBJECT) != 0 && !is_person(r, a->content);
		case FORM_DATE:
			break;
	}
	return false;
}

/* is_order tells whether a verb tells the reader what to do: Claim the crust, then add the butter. */
static bool
is_order(const QuoteReader *r, const Attribution *a)
{
	const uint32_t first = r->article->sentences.at[a->sentence].first;
	uint32_t	i = a->cue;

	if (quote_cue_record(r, i)->form != CUE_BASE || !pos_in(r->pos[i], range_empty(a->source) ? POS_BIT(POS_VB) | POS_BIT(POS_VBP) : POS_BIT(POS_VB)) || a->side != CUE_RIGHT || (!range_empty(a->source) && a->source.first < a->cue))
		return false;
	while (i > first && r->pos[i - 1] == POS_RB)
		i--;
	return i == first || pos_in(r->pos[i - 1], POS_BIT(POS_COMMA)) || (r->pos[i - 1] == POS_CC && r->pos[first] == POS_VB);
}

bool
quote_reports(const QuoteReader *r, const Attribution *a)
{
	const NtCue *cue = quote_cue_record(r, a->cue);
	bool		noun = pos_in(r->pos[a->cue], POS_NOUNS) && (cue->form == CUE_NOUN || (cue->flags & CUE_ALSO_NOUN));
	Form		form = a->more != NT_NONE ? FORM_CLAUSE : form_of(r, a->content, a->side == CUE_LEFT);

	/* X, known as “the Rock”, was attacked */
	if (a->side == CUE_LEFT && r->pos[a->cue] == POS_VBN && range_empty(a->source) && (cue->flags & CUE_TAKES_NO_CLAUSE))
		return false;
	if (is_remark(r, a) || tells_of_noun(r, a) || is_order(r, a))
		return false;
	if (form == FORM_CLAUSE && ends_outside(r, a))
		form = FORM_OBJECT;
	if (is_named_so(r, a, form))
		return false;
	if (form == FORM_OBJECT && is_closed(r, a))
		form = FORM_CLAUSE;
	if (cue->form == CUE_OTHER)
		return a->cue_last > a->cue || cue == &r->cues->records[CUE_COLON] || form == FORM_CLAUSE || form == FORM_INFINITIVE;
	if (is_said_of_nobody(r, a, form))
		return false;
	if (is_finding(r, a) && form != FORM_DATE && form != FORM_INFINITIVE)
		return true;
	/* a vow to stay, but no statement to the press, no footage to come forward */
	if (noun)
		return form == FORM_CLAUSE || (form == FORM_INFINITIVE && !(cue->flags & CUE_DOES));
	return takes(r, a, cue, form);
}

/* quote_drop_unreported drops the quotations found that report nothing. */
void
quote_drop_unreported(QuoteReader *r)
{
	for (uint32_t i = 0; i < r->found.n; i++)
	{
		Attribution *a = &r->found.at[i];

		nt_tick(r->cx);
		if (a->cue == NT_NONE || r->pos[a->cue] == POS_NONE || r->turn[a->cue] >= TURN_LABEL)
			continue;
		if ((a->kind != QUOTE_INDIRECT && quote_is_name(r, a)) || (a->kind != QUOTE_DIRECT && is_topic(r, a)))
			;
		else if (a->kind == QUOTE_DIRECT || (a->kind == QUOTE_MIXED && !quote_only_names(r, a->content)) || quote_reports(r, a))
			continue;
		a->dropped = true;
		quote_trace_found(r, "no report", a);
	}
}
