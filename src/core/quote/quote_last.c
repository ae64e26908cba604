/*
 * quote_last.c -- who spoke last, and what the text has told of speakers.
 *
 *     “Yes,” [Ann Lee] said.  “No,” he ...      Lee spoke last
 *     Ida Voss asked [Ann Lee] why.  “...”       it is Lee who speaks next
 *     his daughter [Aoife] ... she said          gender, by a noun before the name
 */
#include "quote/quote_resolve.h"

/* note_paper notes whether a thing spoke last, a memo, a report, which "it" may take up. */
static void
note_paper(QuoteResolver *v, const Attribution *a)
{
	const QuoteReader *r = v->r;
	uint32_t	head = a->source.last;

	if (a->speaker != NT_NONE)
		v->paper = NT_NONE;
	else if (r->pos[head] == POS_NN && figure_at(&v->figures, head) == NULL && !is_role(r, head) && r->name[head] == 0)
		v->paper = a->tail > head ? a->tail : head;
}

void
quote_remember(QuoteResolver *v, const Attribution *a)
{
	const QuoteReader *r = v->r;
	const QuoteFigure *f;
	uint8_t		traits;

	if (a->cue != NT_NONE && (r->inside[a->cue] || r->turn[a->cue] == TURN_WORDS))
		return;
	if (range_empty(a->source))
		return;
	note_paper(v, a);
	traits = word_of(r, a->source.last)->traits;
	/* Asked by Lee, ...: somebody else answers */
	if (a->stance == STANCE_ASKED && a->cue != NT_NONE && a->cue < a->source.first && r->pos[a->cue] == POS_VBN)
		return;
	/* a reporter asked Lee: it is Lee who speaks next */
	if (a->stance == STANCE_ASKED && a->cue != NT_NONE && pos_in(r->pos[a->cue], POS_VERBS) && a->cue_last + 1 < r->n &&
		(f = figure_at(&v->figures, a->cue_last + 1)) != NULL && f->kind == ENTITY_PERSON)
	{
		v->last = (QuoteLast) {f->entity, f->first, a->sentence};
		return;
	}
	/* Lee asked her why she left: whoever she is */
	if (a->stance == STANCE_ASKED && a->cue != NT_NONE && a->cue_last + 2 < r->n && a->source.last < a->cue && token_is(r->vocab, &r->tok[a->cue_last + 1], LEX_PRONOUN) &&
		(word_of(r, a->cue_last + 1)->traits & (TRAIT_MALE | TRAIT_FEMALE)) && !pos_in(r->pos[a->cue_last + 2], POS_NOUNS | POS_BIT(POS_JJ)))
	{
		v->last = (QuoteLast) {NT_NONE, NT_NONE, 0};
		return;
	}
	if (r->pos[a->source.last] == POS_PRP && a->speaker == NT_NONE)
		return;
	f = figure_at(&v->figures, a->source.last);
	if (a->speaker == NT_NONE && (f != NULL ? f->kind != ENTITY_PERSON && (f->kind != ENTITY_ORG || f->named) : !is_role(r, a->source.last) || a->source.last > a->source.first) )
		return;
	if (a->speaker == NT_NONE && (traits & TRAIT_PLURAL))
		return;
	v->last = (QuoteLast) {a->speaker, f != NULL ? f->first : a->source.first, quote_sentence_of(r, a->cue == NT_NONE || a->tail > a->cue ? a->tail : a->cue)};
	/* One fisherman, who gave his name as Osman: he is no longer unnamed */
	if (f != NULL && !f->named && !f->pronoun && f->entity == NT_NONE && f->kind == ENTITY_PERSON &&
		a->speaker != NT_NONE && r->article->entities.at[a->speaker].kind == ENTITY_PERSON)
		v->figures.at[f - v->figures.at].entity = a->speaker;
	v->stance = a->stance;
	v->spoke = (QuoteFigure) {.first = a->source.first, .last = a->source.last + 1, .sentence = v->last.sentence,
		.entity = a->speaker, .traits = traits,
		.kind = a->speaker != NT_NONE ? r->article->entities.at[a->speaker].kind : f == NULL ? ENTITY_PERSON : SPOKE_NOWHERE};
	if (a->speaker != NT_NONE && r->pos[a->source.last] == POS_PRP && (traits & (TRAIT_MALE | TRAIT_FEMALE)))
		v->gender[a->speaker] = traits & (TRAIT_MALE | TRAIT_FEMALE);
}

void
quote_note_genders(QuoteResolver *v)
{
	const QuoteReader *r = v->r;

	for (uint32_t k = 0; k < v->figures.n; k++)
	{
		const QuoteFigure *f = &v->figures.at[k];
		uint8_t		traits;

		nt_tick(r->cx);
		if (!f->named || f->kind != ENTITY_PERSON || f->first == 0 || (r->tok[f->first].flags & TOKEN_SENTENCE) ||
			!token_is(r->vocab, &r->tok[f->first - 1], LEX_ROLE))
			continue;
		traits = word_of(r, f->first - 1)->traits;
		if ((traits & TRAIT_PLURAL) == 0 && ((traits & TRAIT_MALE) != 0) != ((traits & TRAIT_FEMALE) != 0))
			v->gender[f->entity] = traits & (TRAIT_MALE | TRAIT_FEMALE);
	}
}
