/*
 * test_model.c -- a model file that is damaged is refused, never used.
 */
#include "unit.h"

static UnitHeap heap;
static char *bytes;
static size_t size;

/* Opens the bytes as a release would; tells what was wrong, "" for nothing. */
static const char *
fault(const char *model, size_t len)
{
	NtKnowledge know;

	unit_heap_reset(&heap);
	if (RAISES(&heap, knowledge_open(&heap.cx, &know, model, len)))
	{
		CHECK_INT(heap.error, NT_ERROR_MODEL);
		return heap.message;
	}
	return "";
}

static bool
fault_says(const char *model, size_t len, const char *words)
{
	const char *said = fault(model, len);

	if (strstr(said, words) == NULL)
		printf("# got: %s\n", said);
	return strstr(said, words) != NULL;
}

static void
opens_whole(void)
{
	CHECK_STR(fault(bytes, size), "");
	CHECK_STR(unit_knowledge()->vocab.strings, "");
}

/* Built with another Unicode it is another version, so that news_refresh finds the rows of the old. */
static void
is_of_a_version(void)
{
	const NtModelHeader *h = (const NtModelHeader *) bytes;
	char		want[MODEL_VERSION_ROOM];

	snprintf(want, sizeof(want), "%s-%08x", NEWSTEXT_VERSION, h->crc ^ h->unicode);
	CHECK_STR(h->version, want);
}

static void
names_the_fault(void)
{
	NtModelHeader *h = (NtModelHeader *) bytes;
	NtModelHeader good = *h;

	CHECK(fault_says(bytes, 0, "too short"));
	CHECK(fault_says(bytes, sizeof(good) - 1, "too short"));
	CHECK(fault_says(bytes, size - 1, "its header says"));
	h->magic[0] = 'X';
	CHECK(fault_says(bytes, size, "not a newstext model"));
	*h = good;
	h->byte_order = UINT32_C(0x04030201);
	CHECK(fault_says(bytes, size, "byte order"));
	*h = good;
	h->format++;
	CHECK(fault_says(bytes, size, "format"));
	*h = good;
	h->tokenizer++;
	CHECK(fault_says(bytes, size, "tokenizer"));
	*h = good;
	h->sections = UINT32_MAX;
	CHECK(fault_says(bytes, size, "directory"));
	*h = good;
	memset(h->version, 'v', sizeof(h->version));
	CHECK(fault_says(bytes, size, "version"));
	*h = good;
	bytes[size - 1] ^= 1;
	CHECK(fault_says(bytes, size, "checksum"));
	bytes[size - 1] ^= 1;
	CHECK_STR(fault(bytes, size), "");
}

static void
refuses_every_cut(void)
{
	for (size_t len = 0; len < size; len += size / 50 + 1)
	{
		char	   *cut = malloc(len + 1);

		memcpy(cut, bytes, len);
		CHECK_SAYING(fault(cut, len)[0] != '\0', "a file cut at %zu bytes is taken", len);
		free(cut);
	}
}

/*
 * A flipped byte is caught by the checksum.  With the checksum made right
 * again (a mistaken or malicious compiler) the file may be taken, but then it
 * must be safe to use: indices are checked when it is opened.
 */
static void
survives_flipped_bytes(void)
{
	static const char article[] =
		"GENEVA — Swiss voters on Sunday rejected a plan to cap rents, the Federal Chancellery said.\n\n"
		"“They trust the market more than us,” said Housing Minister Corinne Blanchet, 54, of the U.S.-backed\n"
		"group. Mr. Keller told Reuters on Nov. 30, 2025 that “nothing” would change until next year.";
	NtModelHeader *h = (NtModelHeader *) bytes;
	NtModelHeader good = *h;
	uint64_t	state = unit_seed();
	int			refused = 0;

	for (int round = 0; round < 60; round++)
	{
		int			flips = 1 + (int) (unit_random(&state) % 8);
		NtKnowledge know;

		for (int i = 0; i < flips; i++)
		{
			/* half of them in the directory and the first records */
			size_t		at = sizeof(good) + unit_random(&state) % (i % 2 ? size - sizeof(good) : 1024);

			bytes[at] ^= (char) (1 << unit_random(&state) % 8);
		}
		if (round % 10 == 0 && h->crc != model_checksum(h + 1, size - sizeof(good)))
			CHECK(fault_says(bytes, size, "checksum"));
		h->crc = model_checksum(h + 1, size - sizeof(good));
		unit_heap_reset(&heap);
		if (RAISES(&heap, knowledge_open(&heap.cx, &know, bytes, size)))
		{
			CHECK_INT(heap.error, NT_ERROR_MODEL);
			refused++;
		}
		else if (RAISES(&heap,
						{
							NtArticle	a;

							article_open(&heap.cx, &a, &know, article, sizeof(article) - 1);
							article_need(&a, STAGE_QUOTES);
							article_dates(&a, 9000, PREFER_TEXT);
						}))
			CHECK_SAYING(heap.message[0] != '\0', "raised without a message");
		memcpy(bytes, unit_knowledge()->model.bytes, size);
	}
	printf("# %d of 60 forged files refused\n", refused);
	CHECK_STR(fault(bytes, size), "");
}

static void
finds_sections(void)
{
	const NtModel *model = &unit_knowledge()->model;
	uint32_t	n;

	unit_heap_reset(&heap);
	CHECK(!RAISES(&heap, model_section(&heap.cx, model, "words", sizeof(NtWord), &n)));
	CHECK_INT(n, unit_knowledge()->vocab.n_words);
	CHECK(RAISES(&heap, model_section(&heap.cx, model, "absent", 1, &n)));
	CHECK(strstr(heap.message, "absent is missing") != NULL);
}

/* The checksum is made of CRC-32 of IEEE 802.3, so that other tools can make it. */
static void
checksum_is_made_of_the_standard_one(void)
{
	uint8_t		bytes[260] = {0};

	for (int i = 0; i < 256; i++)
		bytes[i] = (uint8_t) i;
	memcpy(bytes + 256, "tail", 4);
	CHECK_INT(model_checksum("123456789", 9), 0x3E3E5A29);
	CHECK_INT(model_checksum("", 0), 0xECBB4B55);
	CHECK_INT(model_checksum(bytes, sizeof(bytes)), 0xA1DE7E2A);
}

int
main(void)
{
	unit_heap_init(&heap);
	bytes = unit_file(UNIT_MODEL, &size);
	RUN(opens_whole);
	RUN(is_of_a_version);
	RUN(names_the_fault);
	RUN(refuses_every_cut);
	RUN(survives_flipped_bytes);
	RUN(finds_sections);
	RUN(checksum_is_made_of_the_standard_one);
	unit_heap_reset(&heap);
	free(bytes);
	return unit_end();
}
