/*
 * name_trim.h -- the trims of the tagger's names; name_trim.c lists them in their order.
 */
#ifndef NEWSTEXT_NAME_TRIM_H
#define NEWSTEXT_NAME_TRIM_H

#include "name/name.h"
#include "name/name_english.h"

static inline uint32_t
tag_words(const NtTag *tag)
{
	return tag->last - tag->first;
}

/* tag_drop leaves nothing of a tag. */
static inline void
tag_drop(NtTag *tag)
{
	tag->last = tag->first;
}

/* is_of: of, for, in */
static inline bool
is_of(const NtNameFinder *f, uint32_t i)
{
	const NtToken *t = &f->tokens[i];

	return token_has(t, f->words->of) || token_has(t, f->words->for_) || token_has(t, f->words->in);
}

/* name_cut.c: marks, figures and words that are no part of it */
extern void cut_before_dash(NtNameFinder *f, NtTag *tag);
extern void cut_after_bar(NtNameFinder *f, NtTag *tag);
extern void cut_mark_before(NtNameFinder *f, NtTag *tag);
extern void cut_question_before(NtNameFinder *f, NtTag *tag);
extern void cut_owner_mark(NtNameFinder *f, NtTag *tag);
extern void cut_figures_after(NtNameFinder *f, NtTag *tag);
extern void cut_stranger(NtNameFinder *f, NtTag *tag);
extern void cut_sum_after(NtNameFinder *f, NtTag *tag);
extern void know_without_the(NtNameFinder *f, NtTag *tag);
extern void cut_one_letter(NtNameFinder *f, NtTag *tag);
extern void cut_no_names(NtNameFinder *f, NtTag *tag);
extern void cut_adverb(NtNameFinder *f, NtTag *tag);
extern void cut_agent_before(NtNameFinder *f, NtTag *tag);
extern void cut_small_before(NtNameFinder *f, NtTag *tag);
extern void cut_small_after_hyphen(NtNameFinder *f, NtTag *tag);
extern void cut_noun_after(NtNameFinder *f, NtTag *tag);
extern void cut_noun_before(NtNameFinder *f, NtTag *tag);
extern void cut_noun_after_people(NtNameFinder *f, NtTag *tag);
extern void cut_no_name_after(NtNameFinder *f, NtTag *tag);
extern void cut_lone_head(NtNameFinder *f, NtTag *tag);
extern void cut_no_head(NtNameFinder *f, NtTag *tag);
extern void cut_joint_after(NtNameFinder *f, NtTag *tag);

/* name_office.c: what somebody is */
extern void office_title_alone(NtNameFinder *f, NtTag *tag);
extern void office_rank_no_body(NtNameFinder *f, NtTag *tag);
extern void office_rank_before(NtNameFinder *f, NtTag *tag);
extern void office_title_before(NtNameFinder *f, NtTag *tag);
extern void office_noun_before(NtNameFinder *f, NtTag *tag);
extern void office_honours_after(NtNameFinder *f, NtTag *tag);
extern void office_title_after(NtNameFinder *f, NtTag *tag);
extern void office_role_after(NtNameFinder *f, NtTag *tag);
extern void office_alone(NtNameFinder *f, NtTag *tag);
extern void office_chief(NtNameFinder *f, NtTag *tag);
extern void office_before(NtNameFinder *f, NtTag *tag);
extern void office_role_inside(NtNameFinder *f, NtTag *tag);

/* name_charge.c: what a minister is in charge of, after the office or before it */
extern void charge_cut(NtNameFinder *f, NtTag *tag);
extern void charge_before_office(NtNameFinder *f, NtTag *tag);

/* name_reach.c: persons' names from their beginning */
extern void reach_person(NtNameFinder *f, NtTag *tag);
extern void reach_given_first(NtNameFinder *f, NtTag *tag);

/* name_pair.c: two names with a hyphen */
extern void pair_part(NtNameFinder *f, NtTag *tag);

/* name_part.c: two names; the first of them goes to the list, or is returned */
extern void part_tag(NtNameFinder *f, NtTag *tag, uint32_t middle, uint32_t from, int before, int after);
extern NtTag part_home(const NtNameFinder *f, NtTag *tag);
extern void part_alias(NtNameFinder *f, NtTag *tag);
extern void part_owner(NtNameFinder *f, NtTag *tag);
extern void part_and(NtNameFinder *f, NtTag *tag);
extern void part_bearer(NtNameFinder *f, NtTag *tag);
extern void part_member(NtNameFinder *f, NtTag *tag);
extern void part_nation(NtNameFinder *f, NtTag *tag);
extern void part_people(NtNameFinder *f, NtTag *tag);
extern void part_place(NtNameFinder *f, NtTag *tag);

#endif
