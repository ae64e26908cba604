/*
 * markup_map.c -- where a span of the clean text stands in the body, and what the markup says it is.
 */
#include "text/markup.h"

/* run_at returns the run that holds an offset of the clean text. */
static const NtTextRun *
run_at(const NtMarkup *markup, uint32_t at)
{
	uint32_t	low = 0;
	uint32_t	high = markup->runs.n;

	while (low + 1 < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (markup->runs.at[middle].clean <= at)
			low = middle;
		else
			high = middle;
	}
	return &markup->runs.at[low];
}

uint32_t
markup_start(const NtMarkup *markup, uint32_t start)
{
	const NtTextRun *run;

	if (markup->runs.n == 0)
		return start;
	run = run_at(markup, start);
	return run->body + (run->written > 0 || start < run->clean ? 0 : start - run->clean);
}

uint32_t
markup_end(const NtMarkup *markup, uint32_t end)
{
	const NtTextRun *run;

	if (markup->runs.n == 0 || end == 0)
		return end;
	run = run_at(markup, end - 1);
	return run->body + (run->written > 0 ? run->written : end - run->clean);
}

NtBlockRole
markup_role(const NtMarkup *markup, uint32_t at)
{
	uint32_t	low = 0;
	uint32_t	high = markup->blocks.n;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (markup->blocks.at[middle].at <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? (NtBlockRole) markup->blocks.at[low - 1].role : BLOCK_TEXT;
}
