/*
 * date_story.c -- the time of which an article tells, beside the day it appeared.
 *
 * News speaks from the day it appears: "Friday" and "in May" are near that day.
 * A stretch of it may move through a time of its own:
 *
 *     The fire broke out on June 5, 2011.              a stated day far from publication begins a story
 *     The inquest opened in September.                 2011-09: the nearest to where the story stands
 *     The mill, built in 1890, was lost.               a bare year moves nothing
 *     "I fought in May 1945," he said.                 nor does what somebody is quoted with
 *     On Tuesday the council voted to rebuild it.      speaks from publication: the story has ended
 *     In March it voted to sell.                       of this year again
 *
 * A bare year sets the scene of the sentence after it where it stands at the head of its own, or says "early
 * 2019", or is not long ago, and is the only date there: "In 2016 she ran. In June she lost."
 * An article with no day of publication tells nothing but its story.
 */
#include "date/date_resolve.h"

#include "date/date_score.h"

/* date_story_begin opens the line of an article. */
void
date_story_begin(NtTimeline *line)
{
	line->story.days = 0;
	line->story.point = date_point_none();
	line->story.scene = date_point_none();
	line->story.scene_sentence = NT_NO_TOKEN;
	line->story.quoted = false;
	line->story.seen = 0;
}

/* date_story_quotes follows the marks of quotation to a token. */
void
date_story_quotes(NtTimeline *line, const NtToken *tokens, uint32_t token)
{
	DateStory  *story = &line->story;

	for (; story->seen < token; story->seen++)
	{
		const NtToken *t = &tokens[story->seen];

		if (t->flags & TOKEN_PARAGRAPH)
			story->quoted = false;
		if (t->mark == MARK_DOUBLE_STRAIGHT)
			story->quoted = !story->quoted;
		else if (t->mark == MARK_DOUBLE_OPEN)
			story->quoted = true;
		else if (t->mark == MARK_DOUBLE_CLOSE)
			story->quoted = false;
	}
}

/* long_ago: of another time than the news. */
static bool
long_ago(const NtTimeline *line, const NtDatePoint *p)
{
	return line->published != NT_DAY_NONE && (int64_t) line->published - p->first > STORY_DAYS;
}

/* to_come: a bond is due in 2011, and tells no story. */
static bool
to_come(const NtTimeline *line, const NtDatePoint *p)
{
	return line->published != NT_DAY_NONE && (int64_t) p->first - line->published > STORY_DAYS;
}

/* names_event: the March 3, 2010, attack tells of no day of the story. */
static bool
names_event(const NtDateResolver *r)
{
	uint32_t	first = r->match->first;

	return first > r->matcher->first && (r->matcher->tokens[first - 1].kind == TOKEN_CLITIC ||
										 date_matcher_is(r->matcher, first - 1, CLASS_DETERMINER));
}

static bool
says_year(const NtDateResolver *r)
{
	return date_said(r, SLOT_YEAR) || date_said(r, SLOT_YY) || date_said(r, SLOT_YMD) || date_said(r, SLOT_DMY);
}

/* sets_scene: a bare year that the next sentence is of. */
static bool
sets_scene(const NtDateResolver *r, const NtDatePoint *p)
{
	const NtTimeline *line = r->line;
	NtDatePoint year = date_point_of(UNIT_YEAR, line->published);

	if (p->grain != UNIT_YEAR || !year.dated || p->year >= year.year || line->story.dates_here > 1)
		return false;
	if (r->match->first > r->matcher->first && !date_matcher_is(r->matcher, r->match->first - 1, CLASS_IN))
		return false;
	return r->match->first - r->matcher->first < SCENE_HEAD || date_said(r, SLOT_MOD) || year.year - p->year <= SCENE_YEARS;
}

/* date_in_story: does the article tell of another time here? */
bool
date_in_story(const NtDateResolver *r)
{
	const DateStory *story = &r->line->story;

	return r->line->published == NT_DAY_NONE || story->days >= STORY_SURE ||
		(story->days > 0 && r->match->first - story->token <= STORY_REACH * story->days);
}

/*
 * date_story_note moves the line past an expression that was resolved to a
 * point: a stated day begins a story or ends it, and what speaks from the day
 * of publication ends it.
 */
void
date_story_note(NtDateResolver *r, NtDateOp op, const NtDatePoint *p)
{
	NtTimeline *line = r->line;
	DateStory  *story = &line->story;
	int			base = date_slot(r, SLOT_BASE, BASE_PUBLISHED);
	bool		today = op == OP_SHIFT && date_slot(r, SLOT_UNIT, UNIT_DAY) == UNIT_DAY && date_slot(r, SLOT_DIR, 0) == 0;

	if (story->quoted || date_said(r, SLOT_ASIDE) || names_event(r) || !p->dated || line->published == NT_DAY_NONE)
		return;
	if (says_year(r) || r->narrative || r->of_sentence || (base == BASE_TEXT && date_in_story(r)))
	{
		if ((p->grain <= UNIT_MONTH || (p->grain == UNIT_SEASON && r->narrative)) && !to_come(line, p))
		{
			story->days = !long_ago(line, p) ? 0 : date_in_story(r) ? story->days + 1 : 1;
			story->token = r->match->first;
			story->point = *p;
		}
		else if (sets_scene(r, p))
		{
			story->scene = *p;
			story->scene_sentence = story->sentence;
		}
		if (story->dates_here > 1)
			story->scene_sentence = NT_NO_TOKEN;
		return;
	}
	/* "today the mill is a museum" stops no story */
	if (base == BASE_PUBLISHED && !today && p->grain <= UNIT_YEAR && !long_ago(line, p) && !to_come(line, p))
		story->days = 0;
}

/* scene_of returns where the sentence stands by the year of the one before it. */
static bool
scene_of(const NtDateResolver *r, NtDatePoint *scene)
{
	const DateStory *story = &r->line->story;

	if (story->scene_sentence == NT_NO_TOKEN || story->sentence - story->scene_sentence != 1 || !story->scene.dated ||
		story->scene.grain != UNIT_YEAR)
		return false;
	*scene = story->scene;
	return true;
}

/* just_now: so near publication that a story not yet sure of itself does not hold it. */
static bool
just_now(const NtDateResolver *r)
{
	const NtTimeline *line = r->line;
	int			y;
	int			m;
	int			d;

	if (line->story.days >= STORY_SURE || !date_said(r, SLOT_MONTH) || !date_said(r, SLOT_DAY))
		return false;
	calendar_date(line->published, &y, &m, &d);
	for (int i = -1; i <= 1; i++)
	{
		NtDatePoint p = date_point_make(UNIT_DAY, (int64_t) y + i, date_slot(r, SLOT_MONTH, 0), date_slot(r, SLOT_DAY, 0));

		if (p.dated && p.first - line->published < STORY_NEWS_DAYS && line->published - p.first < STORY_NEWS_DAYS)
			return true;
	}
	return false;
}

/*
 * date_story_place decides from where a date without a year is seen: from the day
 * of publication, or from where the story stands.
 */
void
date_story_place(NtDateResolver *r, int base)
{
	const NtTimeline *line = r->line;
	const NtDatePoint *text = &line->text;
	NtDatePoint at = base == BASE_TEXT || line->published == NT_DAY_NONE ? *text : line->story.point;

	if (base != BASE_TEXT && line->published != NT_DAY_NONE)
	{
		if (r->outlook.will || date_said(r, SLOT_DIR) || date_said(r, SLOT_QUARTER) || date_said(r, SLOT_HALF) || line->prefer != PREFER_TEXT)
			return;				/* last May, will open in May: from publication */
		if (date_said(r, SLOT_WEEKDAY) && !date_said(r, SLOT_MONTH))
		{
			/* a weekday, close behind a day of the story */
			if (line->story.days < STORY_SURE || line->mixed || text->grain != UNIT_DAY || !date_in_reach(r))
				return;
			at = *text;
		}
		else if (!date_said(r, SLOT_HOLIDAY) && scene_of(r, &at))
			r->scene = true;
		else if (!date_in_story(r) || just_now(r))
			return;
	}
	if (!at.dated)
		return;
	r->now = at.first;
	/* the following March is after the year, the month or the day spoken of */
	if (date_slot(r, SLOT_DIR, 0) > 0 && date_point_end(&at) != NT_DAY_NONE)
		r->now = date_point_end(&at) - 1;
	r->narrative = line->prefer == PREFER_TEXT;
}
