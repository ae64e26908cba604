/*
 * pack.c -- the small forms of numbers and texts in stored values (version 2).
 *
 *     number      seven bits a byte, the low ones first; the eighth: more follows
 *     signed      0, -1, 1, -2 ... as the numbers 0, 1, 2, 3 ...
 *     span        0 for none; else one more than its first character as a signed
 *                 number from a place known already, then its length
 *     confidence  thousandths by five in a byte; 255: then as a number
 *     text        a number, its length by four and one of
 *                     0   the bytes as they are
 *                     1   in symbols (symbols_en.h): a byte stands for up to
 *                         eight, 255 for the next byte as it is
 *                     2   a piece of another text of the value, so long: then
 *                         where it begins there, a number
 *
 * So "the president" said in a quote that holds it costs two bytes, and what
 * was said half of its length.  A writer takes the piece when there is one, then
 * symbols when they are fewer bytes, so that equal values are equal bytes.
 * Nothing here depends on the encoding of the server or on byte order.
 */
#include "type/pack.h"

#include "type/symbols_en.h"
#include "type/value.h"

#define ESCAPE 255
#define SYMBOL_MOST 8			/* bytes of a symbol */
#define ROOM_MOST 8192			/* what a reader sets aside for texts at once */

enum
{
	TEXT_RAW, TEXT_CODED, TEXT_PIECE
};

typedef struct Symbol
{
	uint64		bytes;			/* as they lie in memory, then zeros */
	uint64		mask;			/* all ones where there are bytes */
	uint8		len;
	uint8		code;
	bool		more;			/* the next one shares its slot */
} Symbol;

#define PAIR_SLOTS 1024			/* a power of two */

/*
 * The longest symbol that a text goes on with is looked for among those that
 * share a slot for their first two bytes, none or one mostly; a symbol of one byte
 * is found by it.
 */
typedef struct Symbols
{
	int			n;				/* 0: not made yet */
	Symbol		by_code[ESCAPE];
	Symbol		by_pair[ESCAPE + 1];	/* of two bytes and more, by slot, longest first; then one that no text goes on with */
	uint8		from[PAIR_SLOTS];	/* where those of a slot begin */
	uint8		single[256];	/* code of the symbol that is this byte, ESCAPE: none */
} Symbols;

static Symbols tables[2];

/* pair_slot returns the slot of the first two of some bytes. */
static inline uint32
pair_slot(uint64 bytes)
{
	uint16		pair;

	memcpy(&pair, &bytes, sizeof(pair));
	return (pair * 0x9E3779B1u) >> 22;
}

static int
symbol_order(const void *a, const void *b)
{
	const Symbol *x = a;
	const Symbol *y = b;
	uint32		slot = pair_slot(x->bytes);
	uint32		other = pair_slot(y->bytes);

	return slot != other ? (slot < other ? -1 : 1) : x->len != y->len ? y->len - x->len : x->code - y->code;
}

static const Symbols *
symbols(SymbolTable table)
{
	Symbols    *s = &tables[table];
	const char *const *list = table == SYMBOLS_WORDS ? word_symbols : date_symbols;
	int			n = table == SYMBOLS_WORDS ? lengthof(word_symbols) : lengthof(date_symbols);
	int			pairs = 0;

	StaticAssertStmt(lengthof(word_symbols) <= ESCAPE && lengthof(date_symbols) <= ESCAPE,
					 "a code is a byte less than ESCAPE");
	StaticAssertStmt(PAIR_SLOTS == 1 << (32 - 22), "pair_slot() leaves so many bits");
	if (s->n > 0)
		return s;
	memset(s->single, ESCAPE, sizeof(s->single));
	for (int i = 0; i < n; i++)
	{
		Symbol	   *symbol = &s->by_code[i];

		symbol->len = strlen(list[i]);
		symbol->code = i;
		memcpy(&symbol->bytes, list[i], symbol->len);
		memset(&symbol->mask, 0xFF, symbol->len);
		if (symbol->len > 1)
			s->by_pair[pairs++] = *symbol;
		else if (s->single[(uint8) list[i][0]] == ESCAPE)
			s->single[(uint8) list[i][0]] = i;
	}
	qsort(s->by_pair, pairs, sizeof(Symbol), symbol_order);
	for (int slot = 0, next = 0; slot < PAIR_SLOTS; slot++)
	{
		int			first = next;

		while (next < pairs && pair_slot(s->by_pair[next].bytes) == slot)
			s->by_pair[next++].more = true;
		if (next > first)
			s->by_pair[next - 1].more = false;
		s->from[slot] = next > first ? first : pairs;
	}
	s->by_pair[pairs] = (Symbol) {.mask = 0, .bytes = 1};
	s->n = n;
	return s;
}

/*
 * pack_symbol writes the symbol that a text goes on with, of which eight bytes can
 * be read; returns how many of them it stands for.  A branch between a symbol of
 * one byte and a longer one would be guessed wrong every other time.
 */
static inline int
pack_symbol(const Symbols *s, const char *text, uint8 *to, int *n)
{
	const Symbol *symbol;
	uint64		bytes;
	bool		found;
	uint8		code;

	memcpy(&bytes, text, SYMBOL_MOST);
	symbol = &s->by_pair[s->from[pair_slot(bytes)]];
	while (unlikely(symbol->more) && (bytes & symbol->mask) != symbol->bytes)
		symbol++;
	found = (bytes & symbol->mask) == symbol->bytes;
	code = found ? symbol->code : s->single[(uint8) *text];
	to[(*n)++] = code;
	if (unlikely(code == ESCAPE))
		to[(*n)++] = *text;
	return found ? symbol->len : 1;
}

int
pack_coded(uint8 *to, int room, NewsBytes text, SymbolTable table)
{
	const Symbols *s = symbols(table);
	char		end[2 * SYMBOL_MOST] = {0};
	int			n = 0;
	int			i = 0;

	while (text.len - i >= SYMBOL_MOST && n + 2 < room)
		i += pack_symbol(s, text.at + i, to, &n);
	if (i < text.len && text.len - i < SYMBOL_MOST)
	{
		int			left = text.len - i;

		memcpy(end, text.at + i, left);
		for (i = 0; i < left && n + 2 < room;)
			i += pack_symbol(s, end + i, to, &n);
		return i < left ? 0 : n;
	}
	return i < text.len ? 0 : n;
}

/* unpack_room returns memory that is not freed before the context is. */
void *
unpack_room(PackReader *r, Size bytes)
{
	char	   *room;

	bytes = MAXALIGN(bytes);
	if (bytes > r->left)
		return palloc_extended(bytes, MCXT_ALLOC_HUGE);
	room = r->room;
	r->room += bytes;
	r->left -= bytes;
	return room;
}

NewsBytes
unpack_coded(PackReader *r, const uint8 *from, int len, SymbolTable table)
{
	const Symbols *s = symbols(table);
	Size		most = 0;
	char	   *out;
	char	   *to;

	for (int i = 0; i < len; i++)
		if (from[i] < s->n)
			most += s->by_code[from[i]].len;
		else if (from[i] == ESCAPE && i + 1 < len)
			i++, most++;
		else
			news_version_error(r->type, 2);
	/* symbols are copied eight bytes at a time */
	out = to = unpack_room(r, most + SYMBOL_MOST);
	for (int i = 0; i < len; i++)
		if (from[i] == ESCAPE)
			*to++ = from[++i];
		else
		{
			memcpy(to, &s->by_code[from[i]].bytes, SYMBOL_MOST);
			to += s->by_code[from[i]].len;
		}
	return (NewsBytes) {out, (int) most};
}

void
pack_number(PackWriter *w, uint32 number)
{
	while (number >= 0x80)
	{
		*w->at++ = (uint8) (number | 0x80);
		number >>= 7;
	}
	*w->at++ = (uint8) number;
}

void
pack_signed(PackWriter *w, int32 number)
{
	pack_number(w, ((uint32) number << 1) ^ (uint32) (number < 0 ? -1 : 0));
}

/* find_piece returns where a text lies in another, -1: nowhere. */
static int
find_piece(NewsBytes text, NewsBytes where)
{
	const char *at = where.at;
	const char *last = where.at + where.len - text.len;

	if (where.len < text.len || text.len < 2)
		return -1;
	while (at <= last && (at = memchr(at, text.at[0], last - at + 1)) != NULL)
	{
		if (memcmp(at, text.at, text.len) == 0)
			return at - where.at;
		at++;
	}
	return -1;
}

void
pack_text(PackWriter *w, NewsBytes text, NewsBytes where, SymbolTable table)
{
	int			piece = find_piece(text, where);
	uint8	   *coded;
	int			n;

	if (piece >= 0)
	{
		pack_number(w, (uint32) text.len << 2 | TEXT_PIECE);
		pack_number(w, piece);
		return;
	}
	/* the number of a coded text is no longer than that of the raw one */
	coded = w->at + PACK_NUMBER_MOST;
	n = text.len < PG_INT32_MAX / 4 ? pack_coded(coded, text.len, text, table) : 0;
	if (n > 0)
	{
		pack_number(w, (uint32) n << 2 | TEXT_CODED);
		memmove(w->at, coded, n);
		w->at += n;
		return;
	}
	pack_number(w, (uint32) text.len << 2 | TEXT_RAW);
	if (text.len > 0)
		memcpy(w->at, text.at, text.len);
	w->at += text.len;
}

void
pack_confidence(PackWriter *w, int confidence)
{
	if (confidence % 5 == 0 && confidence / 5 < 255)
		*w->at++ = confidence / 5;
	else
	{
		*w->at++ = 255;
		pack_number(w, confidence);
	}
}

void
pack_span(PackWriter *w, NewsSpan span, int32 from)
{
	uint32		apart = (uint32) span.lower - (uint32) from;

	if (span.lower == 0)
	{
		*w->at++ = 0;
		return;
	}
	pack_number(w, ((apart << 1) ^ ((int32) apart < 0 ? 0xFFFFFFFFu : 0)) + 1);
	pack_number(w, (uint32) span.upper - (uint32) span.lower);
}

void
unpack_begin(PackReader *r, const char *type, const struct varlena *value)
{
	r->type = type;
	r->at = (const uint8 *) VARDATA(value) + 1;
	r->end = (const uint8 *) value + VARSIZE(value);
	r->left = Min(ROOM_MOST, (VARSIZE(value) + 16) * 4);
	r->room = palloc(r->left);
}

uint8
unpack_byte(PackReader *r)
{
	if (r->at >= r->end)
		news_version_error(r->type, 2);
	return *r->at++;
}

uint32
unpack_number(PackReader *r)
{
	uint32		number = 0;

	for (int shift = 0; shift < 35; shift += 7)
	{
		uint8		byte = unpack_byte(r);

		number |= (uint32) (byte & 0x7F) << shift;
		if (!(byte & 0x80))
			return number;
	}
	news_version_error(r->type, 2);
}

int32
unpack_signed(PackReader *r)
{
	uint32		number = unpack_number(r);

	return (int32) ((number >> 1) ^ (uint32) (number & 1 ? -1 : 0));
}

NewsBytes
unpack_text(PackReader *r, NewsBytes where, SymbolTable table)
{
	uint32		header = unpack_number(r);
	uint32		len = header >> 2;
	const uint8 *from;

	if ((header & 3) == TEXT_PIECE)
	{
		uint32		at = unpack_number(r);

		if (len > (uint32) where.len || at > where.len - len)
			news_version_error(r->type, 2);
		return (NewsBytes) {where.at + at, (int) len};
	}
	if (len > (uint32) (r->end - r->at) || (header & 3) > TEXT_PIECE)
		news_version_error(r->type, 2);
	from = r->at;
	r->at += len;
	if ((header & 3) == TEXT_CODED)
		return unpack_coded(r, from, len, table);
	return (NewsBytes) {(const char *) from, (int) len};
}

int
unpack_confidence(PackReader *r)
{
	uint8		byte = unpack_byte(r);
	uint32		confidence = byte < 255 ? byte * 5 : unpack_number(r);

	if (confidence > NEWS_CONFIDENCE_ONE)
		news_version_error(r->type, 2);
	return confidence;
}

NewsSpan
unpack_span(PackReader *r, int32 from)
{
	uint32		number = unpack_number(r);
	NewsSpan	span = {0, 0};

	if (number == 0)
		return span;
	number--;
	span.lower = (int32) ((uint32) from + ((number >> 1) ^ (number & 1 ? 0xFFFFFFFFu : 0)));
	span.upper = (int32) ((uint32) span.lower + unpack_number(r));
	return span;
}
