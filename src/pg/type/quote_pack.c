/*
 * quote_pack.c -- how a news_quote is stored: its fields packed, checked and found again, and those of 0.1.0 read.
 */
#include "know/cue.h"
#include "type/pack.h"
#include "type/value.h"

#include "utils/memutils.h"

static bool
quote_check(const NewsQuoteFields *f, const NewsMaker *maker)
{
	if (quote_kind_name(f->kind) == NULL)
		return news_fault(maker, "There is no quote kind with number %d.", f->kind);
	if (f->text.len == 0)
		return news_fault(maker, "The text is empty.");
	if (f->confidence < 0 || f->confidence > NEWS_CONFIDENCE_ONE)
		return news_fault(maker, "The confidence is not between 0 and 1.");
	if (f->stance.len > NEWS_STANCE_MAX)
		return news_fault(maker, "The stance has %d bytes, the limit is %d.", f->stance.len, NEWS_STANCE_MAX);
	for (int i = 0; i < f->stance.len; i++)
		if (!((f->stance.at[i] >= 'a' && f->stance.at[i] <= 'z') || f->stance.at[i] == '_'))
			return news_fault(maker, "The stance is not a word of small letters.");
	if (f->speaker.kind == 0 ? f->speaker.name.len + f->speaker.id.len > 0 :
		!news_entity_check(&f->speaker, maker))
		return f->speaker.kind == 0 && news_fault(maker, "The speaker has no kind.");
	if (!news_span_check(f->speaker_span, "speaker_span", maker) ||
		!news_span_check(f->cue_span, "cue_span", maker))
		return false;
	for (uint32 i = 0; i < f->n_parts; i++)
	{
		if (f->parts[i].lower < 1 || f->parts[i].upper <= f->parts[i].lower ||
			(i > 0 && f->parts[i].lower < f->parts[i - 1].upper))
			return news_fault(maker, "Part %u, [%d,%d), is empty or out of order.",
							  i + 1, f->parts[i].lower, f->parts[i].upper);
	}
	for (uint32 i = 0; i < f->n_abouts; i++)
		if (!news_entity_check(&f->abouts[i], maker))
			return false;
	return true;
}

/*
 * A value (pack.h): version; kind and flags; confidence; the speaker, an entity;
 * mention, cue, text, the mention and the names inside as pieces of what is
 * known already where they are; stance; parts, each from the end of the one
 * before; spans of cue and speaker from where the quote begins; the entities
 * named inside.
 */
#define QUOTE_KIND_BITS 0x03
#define QUOTE_HAS_SPEAKER 0x04
#define QUOTE_HAS_MENTION 0x08
#define QUOTE_HAS_CUE 0x10
#define QUOTE_HAS_STANCE 0x20
#define QUOTE_ONE_PART 0x40
#define QUOTE_HAS_ABOUTS 0x80

#define ABOUT_KIND_BITS 0x0F
#define ABOUT_HAS_ID 0x10

/* Stances as values number them, from 1; 0: as text.  Add at the end, and never change. */
static const char *const stances[] = {
	"", "said", "wrote", "asked", "answered", "claimed", "denied", "admitted", "accused", "criticized",
	"praised", "promised", "warned", "suggested", "urged", "agreed", "announced", "thought", "hoped",
	"wanted", "showed", "seemed"
};

static void
pack_entity(PackWriter *w, const NewsEntityFields *f, NewsBytes where)
{
	*w->at++ = f->kind | (f->id.len > 0 ? ABOUT_HAS_ID : 0);
	pack_text(w, f->name, where, SYMBOLS_WORDS);
	if (f->id.len > 0)
		pack_text(w, f->id, (NewsBytes) {"", 0}, SYMBOLS_WORDS);
}

static void
unpack_entity(PackReader *r, NewsEntityFields *f, NewsBytes where)
{
	uint8		flags = unpack_byte(r);

	f->kind = flags & ABOUT_KIND_BITS;
	f->name = unpack_text(r, where, SYMBOLS_WORDS);
	f->id = flags & ABOUT_HAS_ID ? unpack_text(r, (NewsBytes) {"", 0}, SYMBOLS_WORDS) : (NewsBytes) {"", 0};
	if (entity_kind_name(f->kind) == NULL || flags & ~(ABOUT_KIND_BITS | ABOUT_HAS_ID) ||
		f->name.len == 0 || f->name.len > NEWS_NAME_MAX || f->id.len > ENTITY_ID_MAX)
		news_version_error(r->type, NEWS_VALUE_VERSION);
}

static Size
entity_most(const NewsEntityFields *f)
{
	return 1 + PACK_TEXT_MOST(f->name.len) + PACK_TEXT_MOST(f->id.len);
}

/* quote_most returns how many bytes a value can have. */
static Size
quote_most(const NewsQuoteFields *f)
{
	uint64		most = VARHDRSZ + 16 + entity_most(&f->speaker) + PACK_TEXT_MOST(f->mention.len) +
		PACK_TEXT_MOST(f->cue.len) + PACK_TEXT_MOST(f->text.len) + PACK_TEXT_MOST(f->stance.len) +
		2 * PACK_SPAN_MOST + PACK_NUMBER_MOST + (uint64) f->n_parts * PACK_SPAN_MOST + PACK_NUMBER_MOST;

	for (uint32 i = 0; i < f->n_abouts; i++)
		most += entity_most(&f->abouts[i]);
	if (most > MaxAllocSize)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("quote has " UINT64_FORMAT " bytes, the limit is %zu", most, MaxAllocSize)));
	return most;
}

static void
pack_stance(PackWriter *w, NewsBytes stance)
{
	int			n = lengthof(stances) - 1;

	while (n > 0 && ((int) strlen(stances[n]) != stance.len || memcmp(stances[n], stance.at, stance.len) != 0))
		n--;
	*w->at++ = n;
	if (n == 0)
		pack_text(w, stance, (NewsBytes) {"", 0}, SYMBOLS_WORDS);
}

static NewsBytes
unpack_stance(PackReader *r)
{
	uint8		n = unpack_byte(r);

	if (n >= lengthof(stances))
		news_version_error(r->type, NEWS_VALUE_VERSION);
	return n > 0 ? news_cstring_bytes(stances[n]) : unpack_text(r, (NewsBytes) {"", 0}, SYMBOLS_WORDS);
}

NewsQuote *
news_quote_pack(const NewsQuoteFields *f, const NewsMaker *maker)
{
	NewsQuote  *q;
	PackWriter	w;
	int32		from = 0;
	int32		begin = f->n_parts > 0 ? f->parts[0].lower : 0;

	if (!quote_check(f, maker))
		return NULL;
	q = palloc(quote_most(f));
	w.at = (uint8 *) VARDATA(q);
	*w.at++ = NEWS_VALUE_VERSION;
	*w.at++ = f->kind | (f->speaker.kind != 0 ? QUOTE_HAS_SPEAKER : 0) |
		(f->mention.len > 0 ? QUOTE_HAS_MENTION : 0) | (f->cue.len > 0 ? QUOTE_HAS_CUE : 0) |
		(f->stance.len > 0 ? QUOTE_HAS_STANCE : 0) | (f->n_parts == 1 ? QUOTE_ONE_PART : 0) |
		(f->n_abouts > 0 ? QUOTE_HAS_ABOUTS : 0);
	pack_confidence(&w, f->confidence);
	if (f->speaker.kind != 0)
		pack_entity(&w, &f->speaker, (NewsBytes) {"", 0});
	if (f->mention.len > 0)
		pack_text(&w, f->mention, f->speaker.kind != 0 ? f->speaker.name : (NewsBytes) {"", 0}, SYMBOLS_WORDS);
	if (f->cue.len > 0)
		pack_text(&w, f->cue, (NewsBytes) {"", 0}, SYMBOLS_WORDS);
	if (f->stance.len > 0)
		pack_stance(&w, f->stance);
	pack_text(&w, f->text, (NewsBytes) {"", 0}, SYMBOLS_WORDS);
	if (f->n_parts != 1)
		pack_number(&w, f->n_parts);
	for (uint32 i = 0; i < f->n_parts; i++)
	{
		pack_number(&w, f->parts[i].lower - from);
		pack_number(&w, f->parts[i].upper - f->parts[i].lower);
		from = f->parts[i].upper;
	}
	pack_span(&w, f->speaker_span, begin);
	pack_span(&w, f->cue_span, begin);
	if (f->n_abouts > 0)
		pack_number(&w, f->n_abouts);
	for (uint32 i = 0; i < f->n_abouts; i++)
		pack_entity(&w, &f->abouts[i], f->text);
	SET_VARSIZE(q, w.at - (uint8 *) q);
	return q;
}

static void
unpack_parts(PackReader *r, bool one, NewsQuoteFields *f)
{
	uint32		n = one ? 1 : unpack_number(r);
	NewsSpan   *parts;
	uint32		from = 0;

	/* each takes two bytes and more */
	if (n > (uint32) (r->end - r->at) / 2)
		news_version_error(r->type, NEWS_VALUE_VERSION);
	parts = unpack_room(r, n * sizeof(NewsSpan));
	for (uint32 i = 0; i < n; i++)
	{
		parts[i].lower = from + unpack_number(r);
		parts[i].upper = from = (uint32) parts[i].lower + unpack_number(r);
		if (parts[i].lower < 1 || parts[i].upper <= parts[i].lower)
			news_version_error(r->type, NEWS_VALUE_VERSION);
	}
	f->parts = parts;
	f->n_parts = n;
}

static void
unpack_2(const NewsQuote *q, NewsQuoteFields *f)
{
	PackReader	r;
	uint8		flags;
	NewsEntityFields *abouts;

	unpack_begin(&r, "news_quote", (const struct varlena *) q);
	flags = unpack_byte(&r);
	f->kind = flags & QUOTE_KIND_BITS;
	f->confidence = unpack_confidence(&r);
	if (flags & QUOTE_HAS_SPEAKER)
		unpack_entity(&r, &f->speaker, (NewsBytes) {"", 0});
	if (flags & QUOTE_HAS_MENTION)
		f->mention = unpack_text(&r, f->speaker.name, SYMBOLS_WORDS);
	if (flags & QUOTE_HAS_CUE)
		f->cue = unpack_text(&r, (NewsBytes) {"", 0}, SYMBOLS_WORDS);
	if (flags & QUOTE_HAS_STANCE)
		f->stance = unpack_stance(&r);
	f->text = unpack_text(&r, (NewsBytes) {"", 0}, SYMBOLS_WORDS);
	unpack_parts(&r, flags & QUOTE_ONE_PART, f);
	f->speaker_span = unpack_span(&r, f->n_parts > 0 ? f->parts[0].lower : 0);
	f->cue_span = unpack_span(&r, f->n_parts > 0 ? f->parts[0].lower : 0);
	f->n_abouts = flags & QUOTE_HAS_ABOUTS ? unpack_number(&r) : 0;
	if (f->n_abouts > (uint32) (r.end - r.at) || f->text.len == 0 || quote_kind_name(f->kind) == NULL)
		news_version_error(r.type, NEWS_VALUE_VERSION);
	abouts = unpack_room(&r, f->n_abouts * sizeof(NewsEntityFields));
	for (uint32 i = 0; i < f->n_abouts; i++)
		unpack_entity(&r, &abouts[i], f->text);
	f->abouts = abouts;
	if (r.at != r.end)
		news_version_error(r.type, NEWS_VALUE_VERSION);
}

static char *
put_bytes(char *p, NewsBytes bytes)
{
	if (bytes.len > 0)
		memcpy(p, bytes.at, bytes.len);
	return p + bytes.len;
}

const struct varlena *
news_quote_image(const struct varlena *value)
{
	NewsQuoteFields f;
	uint64		size;
	NewsQuote  *q;
	char	   *p;

	if (news_value_version(value) == NEWS_VALUE_VERSION_1)
		return value;
	news_quote_unpack((const NewsQuote *) value, &f);
	size = offsetof(NewsQuote, parts) + (uint64) f.n_parts * sizeof(NewsSpan) +
		f.speaker.name.len + f.speaker.id.len + f.stance.len + f.mention.len + f.cue.len + f.text.len;
	for (uint32 i = 0; i < f.n_abouts; i++)
		size += sizeof(NewsAbout) + f.abouts[i].name.len + f.abouts[i].id.len;
	q = palloc_extended(size, MCXT_ALLOC_ZERO | MCXT_ALLOC_HUGE);
	SET_VARSIZE(q, Min(size, MaxAllocSize));
	q->version = NEWS_VALUE_VERSION_1;
	q->kind = f.kind;
	q->speaker_kind = f.speaker.kind;
	q->speaker_id_len = f.speaker.id.len;
	q->speaker_name_len = f.speaker.name.len;
	q->confidence = f.confidence;
	q->stance_len = f.stance.len;
	q->mention_len = f.mention.len;
	q->cue_len = f.cue.len;
	q->text_len = f.text.len;
	q->n_parts = f.n_parts;
	q->n_abouts = f.n_abouts;
	q->speaker_span = f.speaker_span;
	q->cue_span = f.cue_span;
	if (f.n_parts > 0)
		memcpy(q->parts, f.parts, f.n_parts * sizeof(NewsSpan));
	p = (char *) (q->parts + f.n_parts);
	p = put_bytes(p, f.speaker.name);
	p = put_bytes(p, f.speaker.id);
	p = put_bytes(p, f.stance);
	p = put_bytes(p, f.mention);
	p = put_bytes(p, f.cue);
	p = put_bytes(p, f.text);
	for (uint32 i = 0; i < f.n_abouts; i++)
	{
		NewsAbout	about = {f.abouts[i].kind, f.abouts[i].id.len, f.abouts[i].name.len};

		memcpy(p, &about, sizeof(about));
		p = put_bytes(p + sizeof(about), f.abouts[i].name);
		p = put_bytes(p, f.abouts[i].id);
	}
	return (const struct varlena *) q;
}

static NewsBytes
take_bytes(const char **p, const char *end, uint32 len)
{
	NewsBytes	bytes = {*p, (int) len};

	if (len > end - *p)
		news_version_error("news_quote", NEWS_VALUE_VERSION_1);
	*p += len;
	return bytes;
}

static void
unpack_1(const NewsQuote *q, NewsQuoteFields *f)
{
	const char *end = (const char *) q + VARSIZE(q);
	const char *p;
	NewsEntityFields *abouts;

	if (VARSIZE(q) < offsetof(NewsQuote, parts) ||
		q->n_parts > (VARSIZE(q) - offsetof(NewsQuote, parts)) / sizeof(NewsSpan) ||
		q->n_abouts > VARSIZE(q) / sizeof(NewsAbout))
		news_version_error("news_quote", q->version);
	f->kind = q->kind;
	f->confidence = q->confidence;
	f->speaker_span = q->speaker_span;
	f->cue_span = q->cue_span;
	f->parts = q->parts;
	f->n_parts = q->n_parts;
	f->n_abouts = q->n_abouts;
	p = (const char *) (q->parts + q->n_parts);
	f->speaker.kind = q->speaker_kind;
	f->speaker.name = take_bytes(&p, end, q->speaker_name_len);
	f->speaker.id = take_bytes(&p, end, q->speaker_id_len);
	f->stance = take_bytes(&p, end, q->stance_len);
	f->mention = take_bytes(&p, end, q->mention_len);
	f->cue = take_bytes(&p, end, q->cue_len);
	f->text = take_bytes(&p, end, q->text_len);
	abouts = palloc_extended((q->n_abouts + 1) * sizeof(NewsEntityFields), MCXT_ALLOC_HUGE);
	for (uint32 i = 0; i < q->n_abouts; i++)
	{
		NewsAbout	about;

		memcpy(&about, take_bytes(&p, end, sizeof(about)).at, sizeof(about));
		abouts[i].kind = about.kind;
		abouts[i].name = take_bytes(&p, end, about.name_len);
		abouts[i].id = take_bytes(&p, end, about.id_len);
	}
	f->abouts = abouts;
}

void
news_quote_unpack(const NewsQuote *q, NewsQuoteFields *f)
{
	int			version = news_value_version((const struct varlena *) q);

	memset(f, 0, sizeof(*f));
	if (version == NEWS_VALUE_VERSION_1)
		unpack_1(q, f);
	else if (version == NEWS_VALUE_VERSION)
		unpack_2(q, f);
	else
		news_version_error("news_quote", version);
}
