/*
 * test_date.c -- which words tell a time, what they mean and which days they
 * cover.  Published on Friday, 25 April 2025, unless a test says otherwise.
 */
#include "unit.h"

#include "base/calendar.h"

static UnitHeap heap;
static char result[8192];

static const char *
found(const char *text, NtDay published, NtPrefer prefer)
{
	NtArticle	a;
	char	   *out = result;

	unit_heap_reset(&heap);
	*out = '\0';
	if (RAISES(&heap,
			   {
				   article_open(&heap.cx, &a, unit_knowledge(), text, (uint32_t) strlen(text));
				   article_dates(&a, published, prefer);
			   }))
		return heap.message;
	for (uint32_t i = 0; i < a.dates.n && out < result + 7000; i++)
	{
		const NtDate *d = &a.dates.at[i];
		const char *mod = date_mod_name(d->mod);

		CHECK(i == 0 || a.dates.at[i - 1].end <= d->start);
		CHECK(d->start < d->end);
		CHECK((d->first == NT_DAY_NONE) == (d->last == NT_DAY_NONE));
		CHECK(d->first == NT_DAY_NONE || d->first < d->last);
		out += snprintf(out, sizeof(result) - (size_t) (out - result), "%s%.*s=%s%s%s", i > 0 ? "|" : "",
						(int) (d->end - d->start), text + d->start, d->value, mod ? ":" : "", mod ? mod : "");
	}
	return result;
}

/* dates returns "mention=value:MOD|..." of a text published on 2025-04-25. */
static const char *
dates(const char *text)
{
	return found(text, calendar_day(2025, 4, 25), PREFER_TEXT);
}

static void
reads_whole_dates(void)
{
	CHECK_STR(dates("They met on April 24, 2025."), "April 24, 2025=2025-04-24");
	CHECK_STR(dates("They met on 24 April 2025 in Oslo."), "24 April 2025=2025-04-24");
	CHECK_STR(dates("They met on Thursday, April 24, in Oslo."), "Thursday, April 24=2025-04-24");
	CHECK_STR(dates("It was sent on 2025-04-24 to all."), "2025-04-24=2025-04-24");
	CHECK_STR(dates("It was sent at 2025-04-24T21:41:00Z to all."), "2025-04-24T21:41:00Z=2025-04-24T21:41:00");
	CHECK_STR(dates("Filed on 4/25/25 and 25/4/2025."), "4/25/25=2025-04-25|25/4/2025=2025-04-25");
	CHECK_STR(dates("Born in the 3rd of May, 1961."), "the 3rd of May, 1961=1961-05-03");
}

static void
looks_back_like_news(void)
{
	CHECK_STR(dates("The envoy spoke on Thursday."), "Thursday=2025-04-24");
	CHECK_STR(dates("The envoy spoke on Friday."), "Friday=2025-04-25");
	CHECK_STR(dates("Talks began in March."), "March=2025-03");
	CHECK_STR(dates("She resigned in June."), "June=2024-06");
	CHECK_STR(dates("It rose in the third quarter."), "the third quarter=2024-Q3");
	CHECK_STR(dates("He spoke last month and last week."), "last month=2025-03|last week=2025-W16");
	CHECK_STR(dates("It fell last fall."), "last fall=2024-FA");
	CHECK_STR(dates("They left yesterday, two days ago or a year ago."),
			  "yesterday=2025-04-24|two days ago=2025-04-23|a year ago=2024");
}

static void
looks_ahead_when_the_sentence_does(void)
{
	CHECK_STR(dates("The ministers will meet on Monday."), "Monday=2025-04-28");
	CHECK_STR(dates("The trial is scheduled to begin in June."), "June=2025-06");
	CHECK_STR(dates("The offer stands until Tuesday."), "Tuesday=2025-04-29");
	CHECK_STR(dates("A vote is due early next year."), "early next year=2026:START");
}

static void
prefers_what_the_caller_asks(void)
{
	NtDay		day = calendar_day(2025, 4, 25);

	CHECK_STR(found("They will meet on Monday.", day, PREFER_PAST), "Monday=2025-04-21");
	CHECK_STR(found("They met on Monday.", day, PREFER_FUTURE), "Monday=2025-04-28");
	CHECK_STR(found("They met on Monday.", day, PREFER_NEAREST), "Monday=2025-04-28");
	CHECK_STR(found("They met in June.", day, PREFER_NEAREST), "June=2025-06");
}

static void
reads_times(void)
{
	CHECK_STR(dates("Apr 25, 2025 9:41 PM"), "Apr 25, 2025 9:41 PM=2025-04-25T21:41");
	CHECK_STR(dates("It left at 9:30 a.m. EDT Thursday."), "9:30 a.m. EDT Thursday=2025-04-24T09:30");
	CHECK_STR(dates("It closed at noon yesterday."), "noon yesterday=2025-04-24T12:00");
	CHECK_STR(dates("He called late Thursday night."), "late Thursday night=2025-04-24TNI:END");
	CHECK_STR(dates("He called last night and this morning."), "last night=2025-04-24TNI|this morning=2025-04-25TMO");
	CHECK_STR(dates("The blast came at 10:35 a.m. (0735 GMT) Thursday."),
			  "10:35 a.m.=2025-04-24T10:35|Thursday=2025-04-24");
}

static void
reads_lengths_and_sets(void)
{
	CHECK_STR(dates("A three-hour talk lasted more than six months."), "three-hour=PT3H|more than six months=P6M:MORE_THAN");
	CHECK_STR(dates("It took two and a half years."), "two and a half years=P2Y6M");
	CHECK_STR(dates("It took 5 1/2 hours."), "5 1/2 hours=PT5H30M");
	CHECK_STR(dates("They waited half an hour for years."), "half an hour=PT30M|years=PXY");
	CHECK_STR(dates("It rained in the past two weeks."), "the past two weeks=P2W");
	CHECK_STR(dates("They meet every Friday, twice a week or annually."),
			  "every Friday=XXXX-WXX-5|twice a week=P1W|annually=P1Y");
}

static void
reads_parts_of_the_calendar(void)
{
	CHECK_STR(dates("It boomed in the mid-1980s and the 1990s."), "the mid-1980s=198:MID|the 1990s=199");
	CHECK_STR(dates("A 19th-century house was sold in summer 2016."), "19th-century=18|summer 2016=2016-SU");
	CHECK_STR(dates("In fiscal 2014 it grew; in the first half of 2015 it fell."),
			  "fiscal 2014=2014|the first half of 2015=2015-H1");
	CHECK_STR(dates("It happened at Christmas Eve 2012 and on 9/11."), "Christmas Eve 2012=2012-12-24|9/11=2001-09-11");
	CHECK_STR(dates("Thanksgiving 2024 was late."), "Thanksgiving 2024=2024-11-28");
	CHECK_STR(dates("Caesar died in 44 BC."), "44 BC=BC0044");
}

static void
reads_ranges(void)
{
	CHECK_STR(dates("The war of 1914-18 and the years 2009-2010 were hard."), "1914=1914|18=1918|2009=2009|2010=2010");
	CHECK_STR(dates("It ran from May 3 to June 1, 2024."), "May 3=2024-05-03|June 1, 2024=2024-06-01");
	CHECK_STR(dates("It met on Jan. 21 and 22."), "Jan. 21=2025-01-21|22=2025-01-22");
}

static void
follows_a_narrative(void)
{
	CHECK_STR(dates("In August 1940 the raids began. The following month they moved inland. On the 7th, London burned. "
					"Two days later a bomb fell. In November it was over. She married in 1946, left in 1951 and died "
					"in 1988."),
			  "August 1940=1940-08|The following month=1940-09|the 7th=1940-09-07|Two days later=1940-09-09|"
			  "November=1940-11|1946=1946|1951=1951|1988=1988");
	CHECK_STR(dates("In 1941 the war came. On 22 June, at 3:15 a.m., it began. Two hours later a bridge fell. In January of the "
					"following year the river froze. During the night of 4-5 May they crossed. He died in 1961 and "
					"she in 1970, their son in 1999."),
			  "1941=1941|22 June, at 3:15 a.m.=1941-06-22T03:15|Two hours later=1941-06-22T05:15|"
			  "January of the following year=1942-01|the night of 4=1942-05-04TNI|5 May=1942-05-05|1961=1961|1970=1970|1999=1999");
	CHECK_STR(dates("From March to August 2011 it rained."), "March=2011-03|August 2011=2011-08");
	CHECK_STR(dates("He fled on May 3, 1995. The next day he was caught."), "May 3, 1995=1995-05-03|The next day=1995-05-04");
}

/* The story begins on a stated day and ends where the text speaks from its own. */
static void
keeps_a_story_apart_from_news(void)
{
	CHECK_STR(dates("The fire broke out on June 5, 2011. The inquest opened in September and closed on December 12."),
			  "June 5, 2011=2011-06-05|September=2011-09|December 12=2011-12-12");
	CHECK_STR(dates("The ferry sank on June 5, 2011. On Tuesday the council met. It voted in March."),
			  "June 5, 2011=2011-06-05|Tuesday=2025-04-22|March=2025-03");
	CHECK_STR(dates("The mill opened in 1921. It closed in 1958 and burned in 1987. On March 20 the council sold it."),
			  "1921=1921|1958=1958|1987=1987|March 20=2025-03-20");
	CHECK_STR(dates("In 2016 she ran for mayor. In June she lost."), "2016=2016|June=2016-06");
	CHECK_STR(dates("The queen fled on May 2, 1921. She had married in March."), "May 2, 1921=1921-05-02|March=1921-03");
	CHECK_STR(dates("The queen fled on May 2, 1921. The palace will reopen in October."), "May 2, 1921=1921-05-02|October=2025-10");
	CHECK_STR(dates("\"I was there on May 2, 1921,\" she said. It closed in October."), "May 2, 1921=1921-05-02|October=2024-10");
	CHECK_STR(dates("The bonds fall due on May 2, 2031. It sold them in March."), "May 2, 2031=2031-05-02|March=2025-03");
}

static void
weighs_past_and_future(void)
{
	CHECK_STR(dates("The museum opens Sunday."), "Sunday=2025-04-27");
	CHECK_STR(dates("Voters go to the polls on Sunday."), "Sunday=2025-04-27");
	CHECK_STR(dates("The hearing is on Tuesday."), "Tuesday=2025-04-29");
	CHECK_STR(dates("Prices rose ahead of Monday's auction."), "Monday=2025-04-28");
	CHECK_STR(dates("Prices rose after Monday's auction."), "Monday=2025-04-21");
	CHECK_STR(dates("The vote was postponed to Tuesday."), "Tuesday=2025-04-29");
	CHECK_STR(dates("He won on Saturday."), "Saturday=2025-04-19");
	CHECK_STR(dates("Mayor dies Sunday"), "Sunday=2025-04-20");
	CHECK_STR(dates("It had been due to expire on Tuesday."), "Tuesday=2025-04-22");
	CHECK_STR(dates("The bridge will open on Feb. 20."), "Feb. 20=2026-02-20");
	CHECK_STR(dates("They were married on July 12."), "July 12=2024-07-12");
	CHECK_STR(dates("The town will mark it in March."), "March=2026-03");
	CHECK_STR(dates("The mayor announced the plan on Tuesday."), "Tuesday=2025-04-22");
}

static void
asks_where_the_article_is_from(void)
{
	NtArticle	a;

	CHECK_STR(dates("Sydney was dry last summer. It rains in winter."), "last summer=2024-SU|winter=2024-WI");
	unit_heap_reset(&heap);
	article_open(&heap.cx, &a, unit_knowledge(), "Sydney was dry last summer.", 27);
	article_dates(&a, calendar_day(2025, 4, 25), PREFER_TEXT);
	CHECK_INT(a.dates.at[0].first, calendar_day(2024, 12, 1));
	CHECK_INT(a.dates.at[0].last, calendar_day(2025, 3, 1));
	CHECK_STR(dates("Paid on 3/4/2021 in London."), "3/4/2021=2021-04-03");
	CHECK_STR(dates("Paid on 3/4/2021 in Ohio."), "3/4/2021=2021-03-04");
	CHECK_STR(dates("Paid in London on 3/4/2021 and 3/25/2021."), "3/4/2021=2021-03-04|3/25/2021=2021-03-25");
}

static void
knows_feasts_and_events(void)
{
	CHECK_STR(dates("The truce began at Passover and Ramadan."), "Passover=2025-04-13|Ramadan=2025-03-01");
	CHECK_STR(dates("Orthodox Easter 2024 was late."), "Orthodox Easter 2024=2024-05-05");
	CHECK_STR(dates("He quit the day after Christmas."), "the day after Christmas=2024-12-26");
	CHECK_STR(dates("She fled after the Jan. 6 riot and on Jan. 6."), "Jan. 6=2021-01-06|Jan. 6=2025-01-06");
	CHECK_STR(found("She fled after the Jan. 6 riot.", calendar_day(2016, 4, 25), PREFER_TEXT), "Jan. 6=2016-01-06");
	CHECK_STR(found("It fell at Ramadan.", calendar_day(1, 1, 1), PREFER_TEXT), "Ramadan=");
	CHECK_STR(found("It fell at Easter and on Christmas.", calendar_day(9999, 12, 31), PREFER_TEXT), "Easter=9999-03-28|Christmas=9999-12-25");
}

static void
tells_words_apart(void)
{
	CHECK_STR(dates("They may march if it is the second fall of Theresa May."), "");
	CHECK_STR(dates("The Sunday Times told Jan Kavan that he won 1998 votes and 1,998 seats."), "");
	CHECK_STR(dates("He is 44 years old, and 1234567 is a number."), "");
	CHECK_STR(dates("They won 5-2 before a second fall; Jill June read the Weekly Standard."), "");
	CHECK_STR(dates("It will last 120 hours."), "120 hours=PT120H");
	CHECK_STR(dates("Sun Microsystems named Mr. March to its board."), "");
	CHECK_STR(dates("Call 555-2014; write to PO Box 1875, Room 2040, or 1945 Sunset Boulevard."), "");
	CHECK_STR(dates("The index closed at 1987, up from 1950. Resolution 1701 stands; 2000 died."), "");
	CHECK_STR(dates("They led 12-0 in the third quarter. Zero-hours contracts on Sunrise Road."), "");
	CHECK_STR(dates("The party Tomorrow Together read Nineteen Eighty-Four to children aged 6 months."), "");
}

static void
gives_impossible_dates_no_value(void)
{
	static const char *const texts[] = {
		"It was on February 30.", "It was on 31/31/2025.", "It was 99/99 or 25:99.",
		"In the year 0 nothing was.", "A stone of 1000000 BC.", "On February 29, 2023."
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
	{
		NtArticle	a;

		unit_heap_reset(&heap);
		article_open(&heap.cx, &a, unit_knowledge(), texts[i], (uint32_t) strlen(texts[i]));
		article_dates(&a, calendar_day(2025, 4, 25), PREFER_TEXT);
		for (uint32_t k = 0; k < a.dates.n; k++)
		{
			CHECK_STR(a.dates.at[k].value, "");
			CHECK_INT(a.dates.at[k].first, NT_DAY_NONE);
		}
	}
}

static void
leaves_open_what_nobody_said(void)
{
	CHECK_STR(found("They met on Friday.", NT_DAY_NONE, PREFER_TEXT), "Friday=XXXX-WXX-5");
	CHECK_STR(found("They met on May 3.", NT_DAY_NONE, PREFER_TEXT), "May 3=XXXX-05-03");
	CHECK_STR(found("They met on May 3.", INT32_MAX, PREFER_TEXT), "May 3=XXXX-05-03");
	CHECK_STR(found("They met on Friday and last week.", calendar_day(9999, 12, 31), PREFER_TEXT),
			  "Friday=9999-12-31|last week=9999-W51");
	CHECK_STR(found("They will meet next year.", calendar_day(9999, 12, 31), PREFER_TEXT), "next year=");
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(reads_whole_dates);
	RUN(looks_back_like_news);
	RUN(looks_ahead_when_the_sentence_does);
	RUN(prefers_what_the_caller_asks);
	RUN(reads_times);
	RUN(reads_lengths_and_sets);
	RUN(reads_parts_of_the_calendar);
	RUN(reads_ranges);
	RUN(follows_a_narrative);
	RUN(keeps_a_story_apart_from_news);
	RUN(weighs_past_and_future);
	RUN(asks_where_the_article_is_from);
	RUN(knows_feasts_and_events);
	RUN(tells_words_apart);
	RUN(gives_impossible_dates_no_value);
	RUN(leaves_open_what_nobody_said);
	return unit_end();
}
