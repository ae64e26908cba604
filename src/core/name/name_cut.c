/*
 * name_cut.c -- marks, figures and words that are no part of the name that the tagger found.
 *
 *     Note - | Orbex             a dash parts
 *     Reed | 86th                figures after a person
 *     Bank of Farland | N40m     a sum after anything
 *     Bluetongue found           a headline's first word that is nobody's name
 *     The Lancet                 a body, which a gazetteer has without its article
 *     south | London             small words before a place
 *     Tory | MPs                 what is no name, after one
 *     the Frelimo | party        what it is, in small letters
 *     the union | Unite          the same before it
 *     Orbex Agency | 's          what nothing of it follows
 *     US$50, RM250, the Agency   no names at all
 */
#include "name/name_trim.h"

#include "name/name_score.h"
#include "know/knowledge.h"

#include <string.h>

/* is_free_dash: a dash with space on both sides parts names. */
static bool
is_free_dash(const NtToken *t)
{
	return token_mark_in(t, MARKS_HYPHEN_OR_DASH) && (t->flags & TOKEN_SPACE) && (t[1].flags & TOKEN_SPACE);
}

/* cut_before_dash: Note - | Orbex */
void
cut_before_dash(NtNameFinder *f, NtTag *tag)
{
	for (uint32_t k = tag->first + 1; k + 1 < tag->last; k++)
		if (is_free_dash(&f->tokens[k]))
			tag->first = k + 1;
}

/* cut_after_bar: By Ina Brandt in Oban | Published 9.30 */
void
cut_after_bar(NtNameFinder *f, NtTag *tag)
{
	for (uint32_t k = tag->first + 1; k < tag->last && tag->last > tag->first; k++)
		if (f->tokens[k].kind == TOKEN_SYMBOL && f->tokens[k].hash == '|')
		{
			tag->last = k;
			if (phrase_kind(f, tag->first, tag->last) == ENTITY_GPE)
				tag->type = TAG_PLACE;
			else
				tag_drop(tag);		/* what it is is no better known than where it ends */
		}
}

/* cut_mark_before: "Orbex Co. | , Ltd." */
void
cut_mark_before(NtNameFinder *f, NtTag *tag)
{
	while (tag->first < tag->last && f->tokens[tag->first].mark == MARK_COMMA)
		tag->first++;
}

/* cut_question_before: Q32 | Oren Blake, where a committee's questions are numbered; what is no person behind it is nothing */
void
cut_question_before(NtNameFinder *f, NtTag *tag)
{
	const NtToken *t = &f->tokens[tag->first];
	uint32_t	k = t->start + 1;

	if (!token_begins_line(t) || t->kind != TOKEN_WORD || f->article->text[t->start] != 'Q' || t->end < k + 1)
		return;
	while (k < t->end && f->article->text[k] >= '0' && f->article->text[k] <= '9')
		k++;
	if (k < t->end)
		return;
	tag->first++;
	if (tag->type != TAG_PERSON)
		tag_drop(tag);
}

/* cut_owner_mark: the Orbex Agency | 's */
void
cut_owner_mark(NtNameFinder *f, NtTag *tag)
{
	while (tag_words(tag) > 1 && f->tokens[tag->last - 1].kind == TOKEN_CLITIC && phrase_entry(f, tag->first, tag->last) == 0)
		tag->last--;
}

/* cut_figures_after: Reed | 86th */
void
cut_figures_after(NtNameFinder *f, NtTag *tag)
{
	while (tag_words(tag) > 1 && (tag->type == TAG_PERSON || (tag->type == TAG_ORG && f->sport)) &&
		   (f->tokens[tag->last - 1].kind == TOKEN_NUMBER || f->tokens[tag->last - 1].kind == TOKEN_ALNUM))
		tag->last--;
}

/* cut_sum_after: owed the Bank of Farland | N40m */
void
cut_sum_after(NtNameFinder *f, NtTag *tag)
{
	while (tag_words(tag) > 1 && case_is_money(f, &f->tokens[tag->last - 1]))
		tag->last--;
}

#define STRANGER_SENTENCES 2	/* of an article that would have the name again */
#define STRANGER_SURE 600		/* a tag surer than that is believed */

/* cut_stranger: Bluetongue, which begins the headline and which the article never has with a capital elsewhere */
void
cut_stranger(NtNameFinder *f, NtTag *tag)
{
	const NtToken *t = f->tokens;
	const NtToken *end = &f->tokens[f->article->sentences.at[0].last - 1];

	if (tag->first == 0 && tag->last == 1 && !f->caseless && !f->lower && f->article->sentences.n > STRANGER_SENTENCES && tag->confidence < STRANGER_SURE &&
		!token_mark_in(end, MARKS_FINAL) && !case_middle(f, t) && !(token_classes(f->vocab, t) & NAME_CLASSES) &&
		!(t->flags & (TOKEN_UPPER | TOKEN_INNER_CAPITAL)) && !(end->flags & TOKEN_CAPITAL))
		tag_drop(tag);
}

/* know_without_the: The Lancet, which a gazetteer has as a body without its article; nothing is cut */
void
know_without_the(NtNameFinder *f, NtTag *tag)
{
	if (tag->type == TAG_OTHER && tag_words(tag) > 1 && token_has(&f->tokens[tag->first], f->words->the) &&
		phrase_entry(f, tag->first, tag->last) == 0 && phrase_kind(f, tag->first + 1, tag->last) == ENTITY_ORG)
		tag->type = TAG_ORG;
}

/* cut_one_letter: no name is one letter */
void
cut_one_letter(NtNameFinder *f, NtTag *tag)
{
	if (tag_words(tag) == 1 && f->tokens[tag->first].end - f->tokens[tag->first].start == 1)
		tag_drop(tag);
}

/* cut_no_names: US$50, RM250; Yоur with a Cyrillic letter in it */
void
cut_no_names(NtNameFinder *f, NtTag *tag)
{
	/* Omicron BA.2 */
	if ((tag_words(tag) == 1 && case_is_money(f, &f->tokens[tag->first])) ||
		(tag_words(tag) > 1 && tag->type != TAG_PERSON && token_is(f->vocab, &f->tokens[tag->first], LEX_NO_NAME) &&
		 !(f->tokens[tag->first].flags & TOKEN_UPPER) && phrase_entry(f, tag->first, tag->last) == 0))
		tag_drop(tag);
	for (uint32_t i = tag->first; i < tag->last; i++)
		if (case_is_forged(f, &f->tokens[i]))
			tag_drop(tag);
}

/* ends_in tells whether a word longer by four letters and more ends so. */
static bool
ends_in(const NtNameFinder *f, const NtToken *t, const char *ending)
{
	size_t		n = strlen(ending);

	return t->end - t->start > n + 4 && memcmp(f->article->text + t->end - n, ending, n) == 0;
}

/* cut_adverb: "Undoubtfully, the matter ..." */
void
cut_adverb(NtNameFinder *f, NtTag *tag)
{
	const NtToken *t = &f->tokens[tag->first];

	if (tag_words(tag) == 1 && (t->flags & TOKEN_SENTENCE) && t[1].mark == MARK_COMMA && ends_in(f, t, ADVERB_ENDING) &&
		!(token_classes(f->vocab, t) & NAME_CLASSES))
		tag_drop(tag);
}

/* cut_agent_before: Retailer | Orbex; whatever the sentence begins with */
void
cut_agent_before(NtNameFinder *f, NtTag *tag)
{
	const NtToken *t = &f->tokens[tag->first];

	if (tag->type == TAG_ORG && (t->flags & TOKEN_SENTENCE) && (t[1].flags & TOKEN_CAPITAL) && ends_in(f, t, AGENT_ENDING) &&
		token_is(f->vocab, t, LEX_ORG_NOUN) && !token_is(f->vocab, t, LEX_ORG_NAME) && phrase_entry(f, tag->first, tag->last) == 0)
		tag->first++;
}

/* cut_small_before: south | London */
void
cut_small_before(NtNameFinder *f, NtTag *tag)
{
	/* sub-Saharan Africa */
	if (phrase_entry(f, tag->first, tag->last) != 0)
		return;
	while (tag->type == TAG_PLACE && tag_words(tag) > 1 && f->tokens[tag->first].kind == TOKEN_WORD &&
		   !case_capital(f, &f->tokens[tag->first]) && !token_is(f->vocab, &f->tokens[tag->first], LEX_NAME_PARTICLE))
		tag->first++;
}

/* cut_small_after_hyphen: Toronto | -based, where nobody can tell by the small letter */
void
cut_small_after_hyphen(NtNameFinder *f, NtTag *tag)
{
	if (!f->caseless || tag_words(tag) < 3 || f->tokens[tag->last - 2].mark != MARK_HYPHEN ||
		f->article->know->tagger.words[f->tokens[tag->last - 1].word].usual != USUAL_SMALL ||
		(token_classes(f->vocab, &f->tokens[tag->last - 1]) & (LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_NAME_SYLLABLE))))
		return;
	tag->last -= 2;
	if (phrase_kind(f, tag->first, tag->last) == ENTITY_GPE)
		tag->type = TAG_PLACE;
}

/* cut_noun_before: the union | Unite */
void
cut_noun_before(NtNameFinder *f, NtTag *tag)
{
	while (!f->caseless && !f->lower && tag->type == TAG_ORG && tag_words(tag) > 1 && f->tokens[tag->first].kind == TOKEN_WORD &&
		   !(f->tokens[tag->first].flags & (TOKEN_CAPITAL | TOKEN_LETTERS | TOKEN_INNER_CAPITAL)) && (f->tokens[tag->first + 1].flags & TOKEN_CAPITAL) &&
		   token_is(f->vocab, &f->tokens[tag->first], LEX_ORG_NOUN) && phrase_entry(f, tag->first, tag->last) == 0)
		tag->first++;
}

/* cut_noun_after: the Frelimo | party */
void
cut_noun_after(NtNameFinder *f, NtTag *tag)
{
	while (!f->caseless && tag->type == TAG_ORG && tag_words(tag) > 1 && f->tokens[tag->last - 1].kind == TOKEN_WORD &&
		   !(f->tokens[tag->last - 1].flags & (TOKEN_CAPITAL | TOKEN_LETTERS | TOKEN_INNER_CAPITAL)) &&
		   token_is(f->vocab, &f->tokens[tag->last - 1], LEX_ORG_NOUN))
		tag->last--;
}

/* cut_noun_after_people: the Pueblo of Isleta | Indian tribe */
void
cut_noun_after_people(NtNameFinder *f, NtTag *tag)
{
	const NtToken *next = &f->tokens[tag->last];

	if ((tag->type == TAG_ORG || tag->type == TAG_PLACE) && tag_words(tag) > 2 && tag->last < f->article->tokens.n && next->kind == TOKEN_WORD &&
		!(next->flags & TOKEN_CAPITAL) && token_is(f->vocab, next, LEX_COMMON_WORD) &&
		!(token_classes(f->vocab, next) & (LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_CUE))) &&
		token_is(f->vocab, &f->tokens[tag->last - 1], LEX_NORP_NAME) && phrase_entry(f, tag->first, tag->last) == 0)
		tag->last--;
}

/* cut_no_name_after: Tory | MPs */
void
cut_no_name_after(NtNameFinder *f, NtTag *tag)
{
	int			kind;

	if (tag->type == TAG_PERSON || tag_words(tag) < 2 || !token_is(f->vocab, &f->tokens[tag->last - 1], LEX_NO_NAME) ||
		(kind = phrase_kind(f, tag->first, tag->last - 1)) == 0)
		return;
	tag->last--;
	if (kind == ENTITY_NORP)
		tag->type = TAG_OTHER;
}

/* cut_lone_head: "the Agency", "the Kingdom" alone */
void
cut_lone_head(NtNameFinder *f, NtTag *tag)
{
	const NtToken *t = &f->tokens[tag->first];

	if (tag_words(tag) == 1 && (tag->type != TAG_PERSON || !(token_classes(f->vocab, t) & (LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME)))) &&
		(token_is(f->vocab, t, LEX_LONE_HEAD) || (token_is(f->vocab, t, LEX_ORG_SUFFIX) && tag->first > 0 && t[-1].mark == MARK_COMMA)))
		tag_drop(tag);
}

/*
 * cut_no_head: "the ministries of Justice, Economy and Security": ordinary words, with
 * "and" between or after a comma or "of", that no body is called by.
 */
void
cut_no_head(NtNameFinder *f, NtTag *tag)
{
	const uint64_t body = (NAME_CLASSES & ~LEX_BIT(LEX_OTHER_NAME)) | LEX_BIT(LEX_EVENT_HEAD) | LEX_BIT(LEX_LAW_HEAD) | LEX_BIT(LEX_WORK_HEAD);
	bool		list = tag->first > 0 && f->tokens[tag->first - 1].mark == MARK_COMMA;

	if (tag->type != TAG_ORG || tag->confidence >= SURE_BODY || tag_words(tag) < 2 || phrase_entry(f, tag->first, tag->last) != 0)
		return;
	for (uint32_t i = tag->first; i < tag->last; i++)
	{
		const NtToken *t = &f->tokens[i];

		if (t->kind != TOKEN_WORD)
			return;
		if (token_has(t, f->words->and_))
			list = true;
		else if ((token_classes(f->vocab, t) & body) || !token_is(f->vocab, t, LEX_COMMON_WORD))
			return;
	}
	if (list)
		tag_drop(tag);
}

/* cut_joint_after: the Office of | the President, whose title is cut off */
void
cut_joint_after(NtNameFinder *f, NtTag *tag)
{
	if (tag->type != TAG_PERSON && tag_words(tag) > 2 && (token_classes(f->vocab, &f->tokens[tag->last - 1]) & LEX_BIT(LEX_TITLE)) &&
		is_of(f, tag->last - 2) && tag->last < f->article->tokens.n && (f->tokens[tag->last].flags & TOKEN_CAPITAL) && f->tokens[tag->last].kind == TOKEN_WORD)
		tag->last--;
	while (tag_words(tag) > 1 && (is_of(f, tag->last - 1) || token_has(&f->tokens[tag->last - 1], f->words->the)))
		tag->last--;
	cut_lone_head(f, tag);
}
