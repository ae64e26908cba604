/*
 * check_article.h -- what must hold of every analysis, whatever the text.
 *
 * check_article reads len bytes through all the stages and returns NULL, or
 * a sentence that says what is wrong.  The unit tests use it on articles, the
 * stress program on mutations of them, the fuzzer on anything.
 */
#ifndef NEWSTEXT_CHECK_ARTICLE_H
#define NEWSTEXT_CHECK_ARTICLE_H

#include "read.h"
#include "base/utf8.h"
#include "copy/signature.h"

#include <stdio.h>
#include <string.h>

static char check_said[256];

#define MUST(condition, ...) \
	do { \
		if (!(condition)) \
		{ \
			snprintf(check_said, sizeof(check_said), __VA_ARGS__); \
			return check_said; \
		} \
	} while (0)

/* A span begins and ends between characters: substr() must be able to cut there. */
static inline bool
between_characters(const char *text, uint32_t len, uint32_t at)
{
	const uint8_t *s = (const uint8_t *) text;

	if (at >= len || (s[at] & 0xC0) != 0x80)
		return at <= len;
	for (uint32_t back = 1; back <= 3 && back <= at; back++)
	{
		int32_t		cp;

		if (utf8_next(s + at - back, s + len, &cp) > (int) back)
			return false;
	}
	return true;
}

#define MUST_SPAN(what, i, span_start, span_end) \
	do { \
		MUST((span_start) < (span_end) && (span_end) <= a->len, \
			 "%s %u is [%u, %u) of %u bytes", what, i, span_start, span_end, a->len); \
		MUST(between_characters(a->text, a->len, span_start) && between_characters(a->text, a->len, span_end), \
			 "%s %u cuts a character: [%u, %u)", what, i, span_start, span_end); \
	} while (0)

static inline const char *
check_structure(const NtArticle *a)
{
	uint32_t	at = 0;
	uint32_t	body = 0;

	for (uint32_t i = 0; i < a->tokens.n; i++)
	{
		const NtToken *t = &a->tokens.at[i];
		uint32_t	start = article_start(a, t->start);
		uint32_t	end = article_end(a, t->end);

		MUST_SPAN("token", i, t->start, t->end);
		MUST(start >= body && start < end && end <= a->body_len, "token %u stands at [%u, %u) of the body, after %u", i, start, end, body);
		MUST(between_characters(a->body, a->body_len, start) && between_characters(a->body, a->body_len, end),
			 "token %u cuts a character of the body: [%u, %u)", i, start, end);
		body = end;
		MUST(t->start >= at, "token %u begins at %u, before the end of the last", i, t->start);
		MUST(t->word < article_vocab(a)->n_words, "token %u is word %u", i, t->word);
		at = t->end;
	}
	at = 0;
	for (uint32_t i = 0; i < a->sentences.n; i++)
	{
		const NtSentence *s = &a->sentences.at[i];

		MUST(s->first == at && s->last > at, "sentence %u is tokens [%u, %u) after %u", i, s->first, s->last, at);
		MUST(a->sections.n == 0 || s->section < a->sections.n, "sentence %u is in section %u", i, s->section);
		at = s->last;
	}
	MUST(at == a->tokens.n, "sentences hold %u of %u tokens", at, a->tokens.n);
	at = 0;
	for (uint32_t i = 0; i < a->sections.n; i++)
	{
		const NtSection *s = &a->sections.at[i];

		MUST(s->first < s->last && s->last <= a->tokens.n, "section %u has tokens [%u, %u)", i, s->first, s->last);
		MUST_SPAN("section", i, section_start(a, s), section_end(a, s));
		MUST(section_start(a, s) >= at, "section %u begins at %u, before the end of the last", i, section_start(a, s));
		MUST(section_kind_name(s->kind) != NULL, "section %u has kind %d", i, s->kind);
		at = section_end(a, s);
	}
	return NULL;
}

static inline const char *
check_entities(const NtArticle *a)
{
	uint32_t	at = 0;
	uint32_t	mentions = 0;

	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		const NtMention *m = &a->mentions.at[i];

		MUST_SPAN("mention", i, m->start, m->end);
		MUST(m->start >= at, "mention %u begins at %u, before the end of the last", i, m->start);
		MUST(m->first < m->last && m->last <= a->tokens.n, "mention %u has tokens [%u, %u)", i, m->first, m->last);
		MUST(entity_kind_name(m->kind) != NULL, "mention %u has kind %d", i, m->kind);
		MUST(m->entity < a->entities.n, "mention %u is of entity %u of %u", i, m->entity, a->entities.n);
		MUST(m->entry < article_vocab(a)->n_entries, "mention %u is entry %u", i, m->entry);
		MUST(m->place == NT_NONE || m->place < a->know->places.n, "mention %u is place %u", i, m->place);
		MUST(m->confidence <= 1000, "mention %u has confidence %u", i, m->confidence);
		at = m->end;
	}
	for (uint32_t i = 0; i < a->entities.n; i++)
	{
		const NtEntity *e = &a->entities.at[i];

		MUST(e->name != NULL && e->name_len > 0, "entity %u has no name", i);
		for (uint32_t k = 0; k < e->name_len; k++)
			MUST(e->name[k] != '\0', "entity %u has a NUL in its name", i);
		MUST(entity_kind_name(e->kind) != NULL, "entity %u has kind %d", i, e->kind);
		MUST(e->mentions > 0 && e->first_mention < a->mentions.n, "entity %u has no mention", i);
		MUST(a->mentions.at[e->first_mention].entity == i, "entity %u is not that of its first mention", i);
		mentions += e->mentions;
	}
	MUST(mentions == a->mentions.n, "entities have %u mentions of %u", mentions, a->mentions.n);
	for (uint32_t i = 0; i < a->roles.n; i++)
	{
		const NtRole *role = &a->roles.at[i];

		MUST(role->entity < a->entities.n && role->mention < a->mentions.n, "role %u is of entity %u", i, role->entity);
		MUST(role->first <= role->head && role->head < role->last && role->last <= a->tokens.n,
			 "role %u has tokens [%u, %u), head %u", i, role->first, role->last, role->head);
		MUST(role->next <= a->roles.n, "role %u is followed by %u", i, role->next);
	}
	return NULL;
}

static inline const char *
check_quotes(const NtArticle *a)
{
	uint32_t	at = 0;

	for (uint32_t i = 0; i < a->quotes.n; i++)
	{
		const NtQuote *q = &a->quotes.at[i];
		uint32_t	after = 0;

		MUST_SPAN("quote", i, q->start, q->end);
		MUST(q->start >= at, "quote %u begins before the last", i);
		MUST(q->parts >= 1 && q->part <= a->parts.n && q->parts <= a->parts.n - q->part,
			 "quote %u has parts [%u, +%u) of %u", i, q->part, q->parts, a->parts.n);
		for (uint32_t k = 0; k < q->parts; k++)
		{
			const NtPart *p = &a->parts.at[q->part + k];

			MUST_SPAN("part of quote", i, p->start, p->end);
			MUST(p->start >= after, "part %u of quote %u overlaps the last", k, i);
			after = p->end;
		}
		MUST(q->start == a->parts.at[q->part].start && q->end == after, "quote %u is not the span of its parts", i);
		MUST(q->speaker == NT_NONE || q->speaker < a->entities.n, "quote %u has speaker %u", i, q->speaker);
		if (q->speaker_start != q->speaker_end)
			MUST_SPAN("speaker of quote", i, q->speaker_start, q->speaker_end);
		if (q->cue_start != q->cue_end)
			MUST_SPAN("cue of quote", i, q->cue_start, q->cue_end);
		MUST(quote_kind_name(q->kind) != NULL, "quote %u has kind %d", i, q->kind);
		MUST(q->confidence <= 1000, "quote %u has confidence %u", i, q->confidence);
		at = q->start;
	}
	return NULL;
}

static inline const char *
check_dates(const NtArticle *a)
{
	uint32_t	at = 0;

	for (uint32_t i = 0; i < a->dates.n; i++)
	{
		const NtDate *d = &a->dates.at[i];

		MUST_SPAN("date", i, d->start, d->end);
		MUST(d->start >= at, "date %u begins at %u, before the end of the last", i, d->start);
		MUST(date_kind_name(d->kind) != NULL, "date %u has kind %d", i, d->kind);
		MUST(d->mod == 0 || date_mod_name(d->mod) != NULL, "date %u has mod %d", i, d->mod);
		MUST(memchr(d->value, '\0', sizeof(d->value)) != NULL, "date %u has an endless value", i);
		MUST((d->first == NT_DAY_NONE) == (d->last == NT_DAY_NONE) && (d->first == NT_DAY_NONE || d->first < d->last),
			 "date %u covers [%d, %d)", i, d->first, d->last);
		MUST(d->confidence <= 1000, "date %u has confidence %u", i, d->confidence);
		if (d->first != NT_DAY_NONE && strlen(d->value) == 10 && d->value[4] == '-' && d->value[7] == '-' && d->value[5] != 'W')
		{
			int			year;
			int			month;
			int			day;

			/* the value of a day is the first day it covers, and one of the calendar */
			if (sscanf(d->value, "%4d-%2d-%2d", &year, &month, &day) == 3)
				MUST(calendar_day(year, month, day) == d->first, "date %u says %s and covers day %d", i, d->value, d->first);
		}
		at = d->end;
	}
	return NULL;
}

static inline const char *
check_amounts(const NtArticle *a)
{
	uint32_t	at = 0;

	for (uint32_t i = 0; i < a->amounts.n; i++)
	{
		const NtAmount *m = &a->amounts.at[i];

		MUST_SPAN("amount", i, m->start, m->end);
		MUST(m->start >= at, "amount %u begins at %u, before the end of the last", i, m->start);
		MUST(amount_kind_name(m->kind) != NULL, "amount %u has kind %d", i, m->kind);
		MUST(m->low.exponent >= -60 && m->high.exponent <= 60, "amount %u has exponents %d, %d", i, m->low.exponent, m->high.exponent);
		if (m->what_start != m->what_end)
			MUST_SPAN("what of amount", i, m->what_start, m->what_end);
		if (m->outcome_len > 0)
			MUST_SPAN("outcome of amount", i, m->outcome_start, amount_outcome_end(m));
		at = m->end;
	}
	return NULL;
}

static inline const char *
check_article(NtContext *cx, const NtKnowledge *know, const char *text, uint32_t len, NtDay published)
{
	NtArticle	article;
	NtArticle  *a = &article;
	const char *said;
	NtSignature signature;
	uint32_t	dates;

	/* dates first, as news_dates() alone asks for them */
	article_open(cx, a, know, text, len);
	article_dates(a, published, PREFER_TEXT);
	dates = a->dates.n;
	if ((said = check_structure(a)) != NULL || (said = check_dates(a)) != NULL)
		return said;
	article_need(a, STAGE_QUOTES);
	if ((said = check_structure(a)) != NULL || (said = check_entities(a)) != NULL ||
		(said = check_quotes(a)) != NULL)
		return said;
	article_dates(a, published, PREFER_TEXT);
	MUST(a->dates.n == dates, "%u dates when asked first, %u when asked last", dates, a->dates.n);
	if ((said = check_dates(a)) != NULL)
		return said;
	article_amounts(a);
	if (signature_of(a, &signature))
		MUST(signature_similarity(&signature, &signature) == 1000, "a signature is not like itself");
	return check_amounts(a);
}

#endif
