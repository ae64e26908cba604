/*
 * model_map.c -- maps the model file, once a backend.
 *
 * The file is mapped read-only and shared, so that all backends together hold it
 * in memory once.  It is checked when it is opened (some milliseconds) and kept
 * until the backend ends.  A mapped file that is written over in place kills
 * whoever reads it, and no check before helps; so its name carries its checksum,
 *
 *     SHAREDIR/extension/newstext-0.2.0-d950ddc4.model
 *
 * it is installed read-only, and another model is another file.  A file that is
 * replaced by rename or removed changes nothing for those who run.  An error
 * leaves nothing mapped, so that the next call tries anew.
 *
 * Words are folded by the installed utf8proc, and index keys are folded words.
 * With a library of another Unicode version than the model was made with,
 * news_model_version() says so, 0.2.0-d950ddc4+unicode16.0, so that news_refresh
 * finds the rows and writes their keys anew.
 */
#include "read/model_map.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "miscadmin.h"
#include "storage/fd.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "model_name.h"
#include "read/server_context.h"
#include "tag/tagger.h"

static NtKnowledge knowledge;
static struct NtTagMemory *tag_memory;
static bool opened = false;
static char version[MODEL_VERSION_ROOM + 32];

static void
file_error(const char *path, const char *what)
{
	ereport(ERROR,
			(errcode_for_file_access(),
			 errmsg("could not %s newstext model file \"%s\": %m", what, path),
			 errdetail("It holds what newstext knows of words and names; version %s needs the file of its own release.",
					   NEWSTEXT_VERSION),
			 errhint("Install newstext %s again, or make the file readable for the server.", NEWSTEXT_VERSION)));
}

/* map_file maps a file read-only; its size goes to *size. */
static void *
map_file(const char *path, uint64_t *size)
{
	struct stat st;
	void	   *bytes;
	int			fd = OpenTransientFile(path, O_RDONLY | PG_BINARY);

	if (fd < 0)
		file_error(path, "open");
	if (fstat(fd, &st) != 0)
		file_error(path, "stat");
	if (st.st_size == 0)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("could not use newstext model file \"%s\"", path),
				 errdetail("The file is empty."),
				 errhint("Install newstext %s again.", NEWSTEXT_VERSION)));
	bytes = mmap(NULL, st.st_size, PROT_READ, MAP_SHARED, fd, 0);
	if (bytes == MAP_FAILED)
		file_error(path, "map");
	CloseTransientFile(fd);
#ifdef MADV_HUGEPAGE
	/* reading an article touches all of it at random; a kernel that cannot do it says so, and nothing is lost */
	(void) madvise(bytes, st.st_size, MADV_HUGEPAGE);
#endif
	*size = st.st_size;
	return bytes;
}

/* news_tag_memory returns what the tagger keeps from article to article. */
struct NtTagMemory *
news_tag_memory(void)
{
	return tag_memory;
}

/* set_version makes what news_model_version() returns. */
static void
set_version(void)
{
	const NtModelHeader *header = knowledge.model.header;
	uint32		unicode = model_unicode();

	strlcpy(version, header->version, sizeof(version));
	if (unicode == header->unicode)
		return;
	snprintf(version, sizeof(version), "%s+unicode%u.%u", header->version, unicode / 100, unicode % 100);
	ereport(LOG,
			(errmsg("newstext folds words by Unicode %u.%u, its model was made with %u.%u",
					unicode / 100, unicode % 100, header->unicode / 100, header->unicode % 100),
			 errhint("CALL news_refresh for tables filled before the library changed, or REINDEX their indexes.")));
}

const NtKnowledge *
news_knowledge(void)
{
	char		path[MAXPGPATH];
	char		share[MAXPGPATH];
	uint64_t	size;
	void	   *bytes;
	MemoryContext memory;
	NewsContext context;

	if (opened)
		return &knowledge;

	get_share_path(my_exec_path, share);
	snprintf(path, sizeof(path), "%s/extension/%s", share, NEWSTEXT_MODEL_FILE);
	bytes = map_file(path, &size);
	memory = AllocSetContextCreate(TopMemoryContext, "newstext knowledge", ALLOCSET_SMALL_SIZES);
	news_context_init(&context, memory);
	context.model = path;
	PG_TRY();
	{
		knowledge_open(&context.cx, &knowledge, bytes, size);
		tag_memory = tagger_memory(&context.cx);
		set_version();
		opened = true;
	}
	PG_FINALLY();
	{
		if (!opened)
		{
			munmap(bytes, size);
			MemoryContextDelete(memory);
		}
	}
	PG_END_TRY();
	return &knowledge;
}

/* news_model_version returns what the model file calls itself, and how words are folded if that is not the model's way. */
PG_FUNCTION_INFO_V1(news_model_version);
Datum
news_model_version(PG_FUNCTION_ARGS)
{
	(void) news_knowledge();
	PG_RETURN_TEXT_P(cstring_to_text(version));
}
