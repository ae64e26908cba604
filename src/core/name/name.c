/*
 * name.c -- finds the places where the article names somebody or something.
 *
 *     SPARKS QUITS ORBEX AFTER LOSS
 *
 *     Kenyan founder Lena Sparks left Orbex Inc. on Monday.  "I am done,"
 *     Sparks said in Nairobi.
 *
 * The passes below run once each, in this order.  Sentences whose capitals mean
 * something go first: each run of capitals is taken apart into [Kenyan] founder
 * [Lena Sparks], [Orbex Inc.], [Sparks], [Nairobi] by gazetteer (name_phrase.c),
 * pattern (name_pattern.c) and tagger (name_tag.c), which compete in one search
 * (name_chunk.c).  Then the article votes: a lone "Sparks" is a person, because
 * Lena Sparks is.  Headlines, in capitals or Title Case, are read last, with
 * these votes.  What follows changes a few by the place where they stand.
 *
 * Mentions leave out titles, a leading "the" and a possessive 's.  They are
 * changed by mention_set() only (mention.h), which notes the reason.
 */
#include "name/name.h"

#include "name/name_english.h"
#include "name/name_find.h"
#include "base/trace.h"
#include "know/knowledge.h"

static void
read_sentence(NtNameFinder *f, const NtSentence *s)
{
	f->first = s->first;
	f->last = s->last;
	f->blind = !f->caseless && (f->lower || case_blind(f, s));
	for (uint32_t i = s->first; i < s->last;)
	{
		nt_tick(f->cx);
		if (!case_is_name_word(f, &f->tokens[i]) && !(f->tagged && tag_begins(f, i)))
		{
			i++;
			continue;
		}
		i = chunk_read(f, i);
		chunk_solve(f);
		if (f->out->n > 0 && f->out->at[f->out->n - 1].last > i)
			i = f->out->at[f->out->n - 1].last;
	}
}

/* read_sentences reads those whose capitals say nothing, or the others. */
static void
read_sentences(NtNameFinder *f, bool blind, NtMentions *out)
{
	const NtArticle *a = f->article;

	f->out = out;
	for (uint32_t i = 0; i < a->sentences.n; i++)
	{
		const NtSentence *s = &a->sentences.at[i];

		if (case_blind(f, s) == blind)
			read_sentence(f, s);
	}
}

static void
read_prose(NtNameFinder *f)
{
	read_sentences(f, false, &f->prose);
	charge_settle(f, &f->prose);
}

static void
count_votes(NtNameFinder *f)
{
	vote_count(f, &f->prose);
}

static void
read_headlines(NtNameFinder *f)
{
	read_sentences(f, true, &f->headlines);
	charge_settle(f, &f->headlines);
}

static void
spread_languages(NtNameFinder *f)
{
	phrase_spread_languages(f, &f->prose);
}

/* put_together: from here on the passes work on the article's own list. */
static void
put_together(NtNameFinder *f)
{
	NtMentions *const lists[] = {&f->prose, &f->revived, &f->headlines};

	nt_array_release(f->cx, &f->tags);
	mentions_merge(f->article, lists, 3);
}

static const struct
{
	const char *name;
	void		(*run) (NtNameFinder *f);
}			passes[] = {
	/* of an article in another language only the last is run */
	{"cases: how the article writes each word", case_collect},
	{"sport: is it sports news, and its results", sport_open},
	{"tags: what the tagger finds", tag_open},
	{"prose: sentences whose capitals mean something", read_prose},
	{"what the words around a name call it", around_settle},
	{"votes: what each word was part of", count_votes},
	{"prose follows the votes", follow_in_prose},
	{"words left out that are parts of names", follow_revive},
	{"headlines: capitals and Title Case, with the votes", read_headlines},
	{"headlines follow the votes", follow_in_headlines},
	{"firms without their legal form", follow_firms},
	{"languages listed with one", spread_languages},
	{"all in text order", put_together},
	{"nicknames and double surnames", nick_join},
	{"initials without full stops", initial_join},
	{"lists and acronyms that tell how far a name goes", whole_join},
	{"churches, and what else is called after saints", church_join},
	{"pubs by their signs", pub_join},
	{"units and courts by their number", number_join},
	{"models, and who signs a post", code_settle},
	{"roads by their numbers", road_settle},
	{"ships by what stands before their names", ship_settle},
	{"acronyms that the article spells out", acronym_settle},
	{"bodies of ordinary words", ordinary_settle},
	{"datelines and bylines", dateline_settle},
	{"works in quotation marks", work_apply},
	{"works by whose they are", author_settle},
	{"sport: cities that mean their clubs", sport_apply},
	{"clubs by who plays for them", club_settle},
	{"the user's own names", own_apply},
};

/* name_find fills the article's mentions; kinds are set, entities are not. */
void
name_find(NtArticle *article)
{
	NtNameFinder *f;

	if (article->tokens.n == 0)
		return;
	f = nt_alloc0(article->cx, sizeof(NtNameFinder));
	f->cx = article->cx;
	f->article = article;
	f->vocab = article_vocab(article);
	f->tokens = article->tokens.at;
	f->words = &article->know->name_words;
	f->doubted = NT_NONE;
	for (size_t i = article->foreign ? sizeof(passes) / sizeof(passes[0]) - 1 : 0; i < sizeof(passes) / sizeof(passes[0]); i++)
	{
		if (nt_tracing(f->cx, TRACE_NAMES))
			nt_trace(f->cx, TRACE_NAMES, "pass %s", passes[i].name);
		passes[i].run(f);
	}
	nt_release(f->cx, f->seen.small, ((size_t) f->seen.mask + 1) / 8);
	nt_release(f->cx, f->seen.middle, ((size_t) f->seen.mask + 1) / 8);
	nt_release(f->cx, f->votes.at, ((size_t) f->votes.mask + 1) * sizeof(NtVote));
	nt_array_release(f->cx, &f->headlines);
	nt_array_release(f->cx, &f->revived);
	nt_array_release(f->cx, &f->teams);
	nt_array_release(f->cx, &f->skipped);
	nt_release(f->cx, f->in_tag, article->tokens.n + 1);
	nt_array_release(f->cx, &f->tags);
	nt_array_fit(f->cx, &article->mentions);
}
