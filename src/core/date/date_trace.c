/*
 * date_trace.c -- tells why a date got its value, to newstext-tag --trace dates:
 *
 *     "Friday" DATE 2025-04-25 by line 205 of rules.txt, outlook, confidence 953
 *       seen from publication 2025-04-24
 *       outlook -12: "said" -12, lead 0, noun 0
 *       2025-04-18 or 2025-04-25: score -17, looks back
 */
#include "date/date_resolve.h"

#include "base/trace.h"

#include <stdio.h>

/* tell_day writes a day as YYYY-MM-DD. */
static const char *
tell_day(NtDay day, char *out, size_t room)
{
	int			y;
	int			m;
	int			d;

	if (day == NT_DAY_NONE)
		return "unknown";
	calendar_date(day, &y, &m, &d);
	snprintf(out, room, "%04d-%02d-%02d", y, m, d);
	return out;
}

/* date_tell_candidate tells what one year of a month or day costs. */
void
date_tell_candidate(const NtDateResolver *r, const NtDatePoint *p, int64_t cost)
{
	char		value[DATE_VALUE_ROOM];

	if (!nt_tracing(r->matcher->cx, TRACE_DATES) || cost > DATE_TELL_COST)
		return;
	date_value_point(value, p);
	nt_trace(r->matcher->cx, TRACE_DATES, "  candidate %s: %lld days off", value, (long long) cost);
}

/* date_tell_weekday tells how the two days of a name were weighed. */
void
date_tell_weekday(const NtDateResolver *r, int back, int score)
{
	char		a[16];
	char		b[16];

	if (nt_tracing(r->matcher->cx, TRACE_DATES))
		nt_trace(r->matcher->cx, TRACE_DATES, "  candidates %s and %s: score %d, looks %s",
				 tell_day(calendar_add_days(r->now, -back), a, sizeof(a)),
				 tell_day(calendar_add_days(r->now, 7 - back), b, sizeof(b)), score, score > 0 ? "ahead" : "back");
}

/* date_tell tells what an expression became, by which rule, and from where it was seen. */
void
date_tell(const NtDateResolver *r, uint32_t line, NtDateGround ground, const NtDate *date)
{
	NtContext  *cx = r->matcher->cx;
	const DateOutlook *o = &r->outlook;
	const NtToken *cue = o->cue != NT_NO_TOKEN ? &r->matcher->tokens[o->cue] : NULL;
	static const char *const grounds[] = {
#define DATE_GROUND_NAME(symbol, name) name,
		DATE_GROUNDS(DATE_GROUND_NAME)
#undef DATE_GROUND_NAME
	};
	char		day[16];

	if (!nt_tracing(cx, TRACE_DATES))
		return;
	nt_trace(cx, TRACE_DATES, "\"%.*s\" %s %s by line %u of rules.txt, %s, confidence %u", (int) (date->end - date->start), r->matcher->text + date->start,
			 date_kind_name(date->kind), date->value[0] != '\0' ? date->value : "of no value", line, grounds[ground], date->confidence);
	if (date->kind != DATE_DURATION && date->kind != DATE_SET)
		nt_trace(cx, TRACE_DATES, "  seen from %s %s", r->scene ? "the year of the sentence before," : r->narrative ? "the story, which stands at" : "publication,",
				 tell_day(r->now, day, sizeof(day)));
	if (o->score != 0 || cue != NULL)
		nt_trace(cx, TRACE_DATES, "  outlook %d: verb \"%.*s\" %d, words before %d, noun after %d%s", o->score,
				 cue != NULL ? (int) (cue->end - cue->start) : 0, cue != NULL ? r->matcher->text + cue->start : "", o->verb, o->lead, o->noun,
				 o->beside ? ", the verb beside it" : "");
	if (r->line->story.days > 0)
		nt_trace(cx, TRACE_DATES, "  a story of %u days, now at %s", r->line->story.days, tell_day(r->line->story.point.first, day, sizeof(day)));
}
