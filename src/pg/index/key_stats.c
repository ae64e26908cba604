/*
 * key_stats.c -- how many rows, and quotes of them, have an index key, by the statistics that ANALYZE left.
 *
 * The share of rows with a key is known for common keys, and remembered or guessed for
 * others (selectivity.h tells of the slots).
 */
#include "index/key_stats.h"

#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"

void
stats_open(KeyStats *stats, HeapTuple tuple, QueryTarget target)
{
	memset(stats, 0, sizeof(*stats));
	stats->n = -1;
	stats->target = target;
	stats->tuple = tuple;
	stats->quotes = 1;
	if (!HeapTupleIsValid(tuple) ||
		!get_attstatsslot(&stats->slot, tuple, STATISTIC_KIND_NEWS_KEYS, InvalidOid,
						  ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS))
		return;
	if (stats->slot.valuetype == BYTEAOID &&
		stats->slot.nnumbers == 2 * stats->slot.nvalues + KEYS_NUMBERS_MORE)
	{
		stats->n = stats->slot.nvalues;
		stats->numbers = stats->slot.numbers + 2 * stats->n;
		stats->rows = stats->numbers[NUMBER_ROWS];
		if (target == TARGET_QUOTES)
		{
			stats->quotes = 0;
			for (int c = 0; c < QUOTE_COUNTS; c++)
				stats->quotes += stats->numbers[NUMBER_COUNTS + c] * quote_counts[c].mean;
			stats->quotes = Max(stats->quotes, 1e-6);
		}
	}
}

void
stats_close(KeyStats *stats)
{
	free_attstatsslot(&stats->slot);
	free_attstatsslot(&stats->more);
	free_attstatsslot(&stats->rare_slot);
}

/* stats_more returns the slot of further words, read when it is first needed. */
static const AttStatsSlot *
stats_more(KeyStats *stats)
{
	if (!stats->more_read)
	{
		stats->more_read = true;
		if (!get_attstatsslot(&stats->more, stats->tuple, STATISTIC_KIND_NEWS_MORE, InvalidOid,
							  ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS) ||
			stats->more.valuetype != BYTEAOID || stats->more.nvalues != stats->more.nnumbers)
			stats->more.nvalues = 0;
	}
	return &stats->more;
}

/* quotes_share fills in the share of quotes when those of rows are known. */
static Share
quotes_share(const KeyStats *stats, Share share)
{
	share.quotes = Min(1.0, share.rows * share.per / stats->quotes);
	return share;
}

Share
rows_share(const KeyStats *stats, double quotes)
{
	Share		share = {0, 1, quotes};

	if (stats->n < 0)
		share.rows = quotes;
	else
		for (int c = 0; c < QUOTE_COUNTS; c++)
			share.rows += stats->numbers[NUMBER_COUNTS + c] * (1.0 - pow(1.0 - quotes, quote_counts[c].mean));
	if (share.rows > 0)
		share.per = Max(1.0, quotes * stats->quotes / share.rows);
	return share;
}

/*
 * rare_share returns the share of rows with a key that is not common; 0 when
 * it is not remembered.
 */
static double
rare_share(KeyStats *stats, const char *key, int len)
{
	if (!stats->rare_read)
	{
		stats->rare_read = true;
		if (get_attstatsslot(&stats->rare_slot, stats->tuple, STATISTIC_KIND_NEWS_RARE,
							 InvalidOid, ATTSTATSSLOT_VALUES) &&
			stats->rare_slot.valuetype == BYTEAOID && stats->rare_slot.nvalues == 1)
		{
			bytea	   *rare = DatumGetByteaPP(stats->rare_slot.values[0]);

			stats->rare = (RareKey *) VARDATA_ANY(rare);
			stats->rare_sets = VARSIZE_ANY_EXHDR(rare) / (RARE_WAYS * sizeof(RareKey));
		}
	}
	if (stats->rare_sets > 0)
	{
		RareKey		mark;
		uint32		set = rare_set(key, len, stats->rare_sets, &mark);

		for (int way = 0; way < RARE_WAYS; way++)
		{
			RareKey		known;

			memcpy(&known, stats->rare + RARE_WAYS * set + way, sizeof(known));
			known ^= rare_mask(RARE_WAYS * set + way);
			if (known == 0)
				break;
			if (rare_is(known, mark))
				return rare_rows(known) / stats->rows;
		}
	}
	return 0;
}

/* first_from returns the number of keys before this one. */
static int
first_from(const AttStatsSlot *slot, const char *key, int len)
{
	int			low = 0;
	int			high = slot->nvalues;

	while (low < high)
	{
		int			mid = (low + high) / 2;
		bytea	   *common = DatumGetByteaPP(slot->values[mid]);

		if (key_compare(VARDATA_ANY(common), VARSIZE_ANY_EXHDR(common), key, len) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* slot_find returns the number of a key in a slot, -1 when it is not there. */
static int
slot_find(const AttStatsSlot *slot, const char *key, int len)
{
	int			i = first_from(slot, key, len);

	if (i < slot->nvalues)
	{
		bytea	   *common = DatumGetByteaPP(slot->values[i]);

		if (key_compare(VARDATA_ANY(common), VARSIZE_ANY_EXHDR(common), key, len) == 0)
			return i;
	}
	return -1;
}

Share
key_share(KeyStats *stats, const char *key, int len)
{
	Share		share = {DEFAULT_KEY_SEL, 1, DEFAULT_KEY_SEL};
	int			i;
	int			lead;
	int			skip;
	char		plain[WORD_MAX + 2];

	if (stats->n < 0)
		return share;
	i = slot_find(&stats->slot, key, len);
	if (i >= 0)
	{
		share.rows = stats->slot.numbers[i];
		share.per = stats->slot.numbers[stats->n + i];
		return quotes_share(stats, share);
	}
	share.per = stats->target == TARGET_QUOTES ? stats->numbers[NUMBER_RARE_QUOTES] : 1;
	lead = key_plain_lead(key[0], stats->target);
	share.rows = 0;
	if (lead != (uint8) key[0] && len <= (int) sizeof(plain))
	{
		/* with a kind: no more than without, unless that is known to be common and this is not */
		skip = (uint8) key[0] == KEY_SPEAKER_QUOTED && stats->target == TARGET_QUOTES ? 1 : 0;
		plain[0] = lead;
		memcpy(plain + 1, key + 1 + skip, len - 1 - skip);
		if (slot_find(&stats->slot, plain, len - skip) < 0)
			share.rows = rare_share(stats, plain, len - skip);
		else if ((i = slot_find(stats_more(stats), key, len)) >= 0)
			share.rows = stats->more.numbers[i];
		else
			share.rows = 2 * stats->numbers[NUMBER_RARE_SHARE];
	}
	else
		share.rows = rare_share(stats, key, len);
	if (share.rows == 0)
		share.rows = stats->numbers[NUMBER_RARE_SHARE];
	return quotes_share(stats, share);
}

/* known_prefix multiplies *none by the share of rows without each known key that an entry looks for. */
static int
known_prefix(const AttStatsSlot *slot, const GinEntry *entry, const char *key, int len, double *none)
{
	int			n = 0;

	for (int i = first_from(slot, key, len); i < slot->nvalues; i++)
	{
		bytea	   *common = DatumGetByteaPP(slot->values[i]);
		int			common_len = VARSIZE_ANY_EXHDR(common);

		if (common_len < len || memcmp(VARDATA_ANY(common), key, len) != 0)
			break;
		if (!gin_entry_takes(entry, VARDATA_ANY(common), common_len))
			continue;
		*none *= 1.0 - slot->numbers[i];
		n++;
	}
	return n;
}

Share
prefix_share(KeyStats *stats, const GinEntry *entry)
{
	bytea	   *value = DatumGetByteaPP(entry->key);
	int			len = VARSIZE_ANY_EXHDR(value);
	const char *key = VARDATA_ANY(value);
	const AttStatsSlot *more;
	Share		share = {DEFAULT_KEY_SEL, 1, DEFAULT_KEY_SEL};
	double		none = 1.0;
	double		unknown;
	int			known;
	int			n;

	if (stats->n < 0)
		return share;
	more = stats_more(stats);
	n = known_prefix(&stats->slot, entry, key, len, &none);
	n += known_prefix(more, entry, key, len, &none);
	known = stats->n + more->nvalues;
	if (n == 0 && entry->scan != SCAN_FORM_MAY)
		return key_share(stats, key, len);
	/* of forms shorter than the prefix most words begin otherwise */
	unknown = entry->scan == SCAN_FORM_MAY ? 0 :
		Max(1.0, (stats->numbers[NUMBER_RARE] - more->nvalues) * n / Max(known, 1));
	share.rows = 1.0 - none * Max(0.0, 1.0 - unknown * stats->numbers[NUMBER_RARE_SHARE]);
	share.per = stats->target == TARGET_QUOTES ? stats->numbers[NUMBER_RARE_QUOTES] : 1;
	return quotes_share(stats, share);
}
