/*
 * name_trim.c -- the names that the tagger found, trimmed: the order in which it is done.
 *
 *     Farland Trade | Minister | Ann Reed | KC
 *
 * Each trim is a function of the table below, in this order; it changes the tag,
 * and one that leaves nothing takes it out.  name_trim.h lists the files they are in.
 */
#include "name/name_trim.h"

#include "base/trace.h"
#include "know/knowledge.h"

#include <string.h>

static const struct
{
	uint32_t	least;			/* words that a tag must have for it */
	const char *name;
	void		(*trim) (NtNameFinder *f, NtTag *tag);
}			trims[] = {
	{1, "a mark before it", cut_mark_before},
	{2, "the number of a question", cut_question_before},
	{2, "the mark of an owner", cut_owner_mark},
	{1, "a title alone", office_title_alone},
	{3, "what stands before a dash", cut_before_dash},
	{3, "what stands after a bar", cut_after_bar},
	{3, "one of two names with a hyphen, or what is put before one", pair_part},
	{1, "nothing: a person's name begins before", reach_person},
	{2, "figures after a name", cut_figures_after},
	{2, "a sum after a name", cut_sum_after},
	{1, "a headline's first word", cut_stranger},
	{2, "nothing: a body known without its article", know_without_the},
	{3, "honours after a person", office_honours_after},
	{3, "a rank before a person, who is no body", office_rank_no_body},
	{2, "a rank before a person", office_rank_before},
	{2, "a title of several words before a person", office_title_before},
	{3, "what somebody is, at a sentence's beginning", office_noun_before},
	{3, "a person before an alias", part_alias},
	{1, "what a minister is in charge of", charge_cut},
	{2, "what is no name, after one", cut_no_name_after},
	{3, "a people before what it is", cut_noun_after_people},
	{2, "nothing: a given name begins it", reach_given_first},
	{2, "small words before a place", cut_small_before},
	{3, "an ordinary word after a hyphen", cut_small_after_hyphen},
	{1, "one letter", cut_one_letter},
	{1, "money, forged letters", cut_no_names},
	{1, "an adverb", cut_adverb},
	{1, "a head word alone", cut_lone_head},
	{1, "what a minister who follows is in charge of", charge_before_office},
	{1, "a word of the title that follows", office_title_after},
	{2, "what it is, in small letters", cut_noun_after},
	{2, "what it is, before it", cut_noun_before},
	{2, "what somebody is there", office_role_after},
	{2, "what somebody is, or of", office_role_inside},
	{2, "an office alone", office_alone},
	{2, "a chief of ordinary words", office_chief},
	{2, "words that head nothing", cut_no_head},
	{3, "what somebody is, before it", office_before},
	{2, "what a body does, before it", cut_agent_before},
	{3, "a place that owns it, or where it is at home", part_owner},
	{3, "one of two bodies", part_and},
	{2, "somebody after the body that he is of", part_bearer},
	{4, "a person before the body that he is of", part_member},
	{2, "a nation before a person", part_nation},
	{3, "a people before a body", part_people},
	{3, "a place after in", part_place},
	{2, "of with nothing after it", cut_joint_after},
};

/* trace_trim tells what a trim took. */
static void
trace_trim(const NtNameFinder *f, const NtTag *was, const NtTag *tag, const char *name)
{
	if (was->first != tag->first || was->last != tag->last)
		nt_trace(f->cx, TRACE_NAMES, "  tag %.*s: cut %s", (int) (f->tokens[was->last - 1].end - f->tokens[was->first].start),
				 f->article->text + f->tokens[was->first].start, name);
}

/* tag_trim trims one tag; false: nothing is left of it. */
static bool
tag_trim(NtNameFinder *f, NtTag *tag)
{
	const bool	tracing = nt_tracing(f->cx, TRACE_NAMES);
	NtTag		was = *tag;

	for (size_t i = 0; i < sizeof(trims) / sizeof(trims[0]); i++)
	{
		if (tag_words(tag) < trims[i].least)
			continue;
		trims[i].trim(f, tag);
		if (tracing)
		{
			trace_trim(f, &was, tag, trims[i].name);
			was = *tag;
		}
		if (tag->first == tag->last)
			return false;
	}
	return true;
}

/* keep trims a tag and keeps what is left of it. */
static void
keep(NtNameFinder *f, NtTag tag)
{
	if (tag.first < tag.last && tag_trim(f, &tag))
		*nt_push(f->cx, &f->tags) = tag;
}

/* tag_open asks the tagger and trims its names. */
void
tag_open(NtNameFinder *f)
{
	NtTags		tags = {0};

	f->tagged = f->article->know->tagger.usual.rows != NULL && (!f->lower || f->caseless);
	if (!f->tagged)
		return;
	if (f->caseless)
		f->in_tag = nt_alloc0(f->cx, f->article->tokens.n + 1);
	tagger_tag(f->article, &tags);
	for (uint32_t i = 0; i < tags.n; i++)
	{
		NtTag		tag = tags.at[i];

		nt_tick(f->cx);
		keep(f, part_home(f, &tag));
		keep(f, tag);
	}
	nt_array_release(f->cx, &tags);
	for (uint32_t i = 0; f->caseless && i < f->tags.n; i++)
		memset(f->in_tag + f->tags.at[i].first, 1, f->tags.at[i].last - f->tags.at[i].first);
}
