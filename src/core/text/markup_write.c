/*
 * markup_write.c -- writes the clean text, and remembers where in the body each stretch of it stands.
 */
#include "text/markup_read.h"

#include <string.h>
#include <utf8proc.h>

/* put_run says that the clean text goes on with what stands at a byte of the body. */
static void
put_run(MarkupReader *r, const uint8_t *p, uint32_t written)
{
	uint32_t	at = (uint32_t) (p - r->body);

	if (r->markup->runs.n > 0)
	{
		NtTextRun	   *last = &r->markup->runs.at[r->markup->runs.n - 1];

		if (written == 0 && last->written == 0 && last->body + (r->n - last->clean) == at)
			return;
		if (last->clean == r->n)
		{
			*last = (NtTextRun) {r->n, at, written};
			return;
		}
	}
	*nt_push(r->cx, &r->markup->runs) = (NtTextRun) {r->n, at, written};
}

/* begin_text writes the line ends that are owed, and begins a block. */
static void
begin_text(MarkupReader *r)
{
	bool		block = r->fresh || r->pending > 1;

	if (!r->fresh && r->pending == 0)
		return;
	if (block)
		markup_end_block(r);
	for (; r->pending > 0 && r->n > 0; r->pending--)
		r->out[r->n++] = '\n';
	r->pending = 0;
	if (block)
		markup_begin_block(r);
	r->fresh = false;
}

void
markup_put(MarkupReader *r, const uint8_t *p, uint32_t len)
{
	if (r->pending > 0 || r->fresh)
	{
		/* white space between blocks says nothing */
		while (len > 0 && *p <= ' ')
		{
			p++;
			len--;
		}
		if (len == 0)
			return;
		begin_text(r);
	}
	put_run(r, p, 0);
	memcpy(r->out + r->n, p, len);
	r->n += len;
}

void
markup_put_char(MarkupReader *r, const uint8_t *p, uint32_t len, int32_t cp)
{
	if ((cp <= ' ' || cp == 0xA0) && (r->pending > 0 || r->fresh))
		return;
	begin_text(r);
	put_run(r, p, len);
	r->n += (uint32_t) utf8proc_encode_char(cp, r->out + r->n);
}

void
markup_put_label(MarkupReader *r, const uint8_t *name, uint32_t len, const uint8_t *sign, uint32_t sign_len)
{
	*nt_push(r->cx, &r->markup->blocks) = (NtBlock) {r->n, BLOCK_TURN};
	r->pending = r->n > 0 ? 2 : 0;
	markup_put(r, name, len);
	markup_put_char(r, sign, sign_len, ':');
	r->out[r->n++] = ' ';
	r->changed = true;
}
