/*
 * mention.c -- makes and changes mentions, and tells why.
 */
#include "name/mention.h"

#include "base/trace.h"

#include <string.h>

static const struct
{
	uint8_t		evidence;
	const char *text;
}			reasons[] = {
#define X(symbol, evidence, text) {evidence, text},
	MENTION_REASONS(X)
#undef X
};

#define LISTS_MAX 4				/* that mentions_merge puts together */

static const char *
reason_text(NtReason reason)
{
	return reasons[reason].text;
}

void
mention_trace(const NtArticle *a, const NtMention *m, const char *what)
{
	if (nt_tracing(a->cx, TRACE_NAMES))
		nt_trace(a->cx, TRACE_NAMES, "  %s %.*s: %s (%s)", what, (int) (m->end - m->start), a->text + m->start,
				 m->kind != 0 ? entity_kind_name(m->kind) : "kind not known yet", reason_text((NtReason) m->reason));
}

NtMention *
mention_add(const NtArticle *a, NtMentions *list, uint32_t first, uint32_t last,
			int kind, uint32_t entry, NtReason reason, uint32_t confidence)
{
	NtMention  *m = nt_push(a->cx, list);

	memset(m, 0, sizeof(*m));
	m->first = first;
	m->last = last;
	m->start = a->tokens.at[first].start;
	m->end = a->tokens.at[last - 1].end;
	m->entity = NT_NONE;
	m->entry = entry;
	m->kind = (uint8_t) kind;
	m->evidence = reasons[reason].evidence;
	m->reason = (uint8_t) reason;
	m->confidence = (uint16_t) confidence;
	return m;
}

void
mention_set(const NtArticle *a, NtMention *m, int kind, uint32_t entry, NtReason reason)
{
	m->kind = (uint8_t) kind;
	m->entry = entry;
	m->evidence = reasons[reason].evidence;
	m->reason = (uint8_t) reason;
	mention_trace(a, m, "now");
}

void
mention_begin(const NtArticle *a, NtMention *m, uint32_t first)
{
	m->first = first;
	m->start = a->tokens.at[first].start;
}

void
mention_extend(const NtArticle *a, NtMention *m, uint32_t last, uint32_t end, NtReason reason)
{
	m->last = last;
	m->end = end;
	mention_set(a, m, m->kind, 0, reason);
}

void
mentions_overlay(NtArticle *a, const NtMentions *over)
{
	NtMentions	all = {0};
	uint32_t	k = 0;

	if (over->n == 0)
		return;
	for (uint32_t i = 0; i < over->n; i++)
	{
		const NtMention *m = &over->at[i];

		nt_tick(a->cx);
		while (k < a->mentions.n && a->mentions.at[k].last <= m->first)
			*nt_push(a->cx, &all) = a->mentions.at[k++];
		while (k < a->mentions.n && a->mentions.at[k].first < m->last)
			k++;
		*nt_push(a->cx, &all) = *m;
	}
	while (k < a->mentions.n)
		*nt_push(a->cx, &all) = a->mentions.at[k++];
	nt_array_release(a->cx, &a->mentions);
	a->mentions.at = all.at;
	a->mentions.n = all.n;
	a->mentions.cap = all.cap;
}

/* merge_into puts lists together in the first, from behind, where its own mentions are passed by none. */
static void
merge_into(NtContext *cx, NtMentions *const *lists, int n)
{
	NtMentions *all = lists[0];
	uint32_t	left[LISTS_MAX];
	uint32_t	total = 0;

	for (int i = 0; i < n; i++)
		total += left[i] = lists[i]->n;
	for (int i = 1; i < n; i++)
		if (lists[i]->n == total)	/* all stand in one */
		{
			NtMentions	first = *all;

			*all = *lists[i];
			*lists[i] = first;
			return;
		}
	nt_reserve(cx, all, total);
	all->n = total;
	for (uint32_t at = total; at > left[0]; at--)
	{
		int			last = -1;

		nt_tick(cx);
		for (int i = 0; i < n; i++)
			if (left[i] > 0 && (last < 0 || lists[i]->at[left[i] - 1].first >= lists[last]->at[left[last] - 1].first))
				last = i;
		all->at[at - 1] = lists[last]->at[--left[last]];
	}
}

void
mentions_merge(NtArticle *a, NtMentions *const *lists, int n)
{
	NtMentions *all = lists[0];
	uint32_t	kept = 0;
	uint32_t	end = 0;

	merge_into(a->cx, lists, n);
	for (uint32_t i = 0; i < all->n; i++)
	{
		nt_tick(a->cx);
		if (all->at[i].first < end)
			continue;
		end = all->at[i].last;
		if (kept < i)
			all->at[kept] = all->at[i];
		kept++;
	}
	nt_array_release(a->cx, &a->mentions);
	a->mentions.at = all->at;
	a->mentions.n = kept;
	a->mentions.cap = all->cap;
	memset(all, 0, sizeof(*all));
}
