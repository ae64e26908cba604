/*
 * model_map.c -- maps the model file, once a backend.
 *
 * The file SHAREDIR/extension/newstext-VERSION.model is mapped read-only and
 * shared, so that all backends together hold it in memory once.  It is checked
 * when it is opened (some milliseconds) and kept until the backend ends: a
 * file replaced by rename, as "make install" does it, changes nothing for those
 * who run; an error leaves nothing mapped, so that the next call tries anew.
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

#include "read/server_context.h"
#include "tag/tagger.h"

static NtKnowledge knowledge;
static struct NtTagMemory *tag_memory;
static bool opened = false;

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
	*size = st.st_size;
	return bytes;
}

/* news_tag_memory returns what the tagger keeps from article to article. */
struct NtTagMemory *
news_tag_memory(void)
{
	return tag_memory;
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
	snprintf(path, sizeof(path), "%s/extension/newstext-%s.model", share, NEWSTEXT_VERSION);
	bytes = map_file(path, &size);
	memory = AllocSetContextCreate(TopMemoryContext, "newstext knowledge", ALLOCSET_SMALL_SIZES);
	news_context_init(&context, memory);
	context.model = path;
	PG_TRY();
	{
		knowledge_open(&context.cx, &knowledge, bytes, size);
		tag_memory = tagger_memory(&context.cx);
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

/* news_model_version returns what the model file calls itself. */
PG_FUNCTION_INFO_V1(news_model_version);
Datum
news_model_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(news_knowledge()->model.header->version));
}
