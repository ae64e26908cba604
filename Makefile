# newstext: a PostgreSQL extension that reads news.
#
#   make                 the extension and its model
#   make install         into the server that PG_CONFIG names
#   make installcheck    regression tests against a running server
#   make check-core      unit tests of src/core under sanitizers, without a server
#   make tools           the command-line programs, in build/
#   make bench           speed beside to_tsvector (docs/performance.md)
#   make bench-search    speed of the indexes beside tsvector and text[] (ARTICLES=100000 SEED=1)

EXTENSION = newstext
ifeq (,$(wildcard newstext.control))
$(error newstext is built in its own folder; for a second build, for another server say, take a second copy: git worktree add ../newstext-16)
endif
# The version is typed once, in newstext.control.
EXTVERSION := $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" newstext.control)

MODULE_big = newstext
# The stages stand in folders of their own, the glue likewise.
CORE_ALL = $(sort $(wildcard src/core/*.c src/core/*/*.c))
CORE = $(filter-out src/core/base/arena.c,$(CORE_ALL))
GLUE = $(sort $(wildcard src/pg/*.c src/pg/*/*.c))
OBJS = $(CORE:.c=.o) $(GLUE:.c=.o)

INSTALL_SQL = install/newstext--$(EXTVERSION).sql
# Frozen releases are committed; a step from the one before is joined of the
# fragments in install/upgrade.
UPGRADES = $(notdir $(wildcard install/upgrade/*))
UPGRADE_SQL = $(patsubst %,install/newstext--%.sql,$(UPGRADES))
MODEL = data/newstext-$(EXTVERSION).model
DATA = $(filter-out $(INSTALL_SQL) $(UPGRADE_SQL),$(wildcard install/newstext--*.sql))
DATA_built = $(INSTALL_SQL) $(UPGRADE_SQL)

REGRESS := $(patsubst sql/%.sql,%,$(sort $(wildcard sql/*.sql)))
REGRESS_OPTS = --inputdir=. --load-extension=newstext --encoding=UTF8 --no-locale
ISOLATION := $(patsubst test/specs/%.spec,%,$(wildcard test/specs/*.spec))
ISOLATION_OPTS = --inputdir=test --outputdir=build --load-extension=newstext

PG_CPPFLAGS = -Isrc/core -Isrc/pg -Ibuild -MMD -MP -DNEWSTEXT_VERSION='"$(EXTVERSION)"'
# script/test makes warnings errors (WERROR=-Werror); a compiler that is newer
# than this may warn of more.
PG_CFLAGS = -std=gnu11 -O3 -Wall -Wextra $(WERROR) -Wno-unused-parameter \
	-Wno-missing-field-initializers -Wno-sign-compare \
	-Wno-declaration-after-statement -fvisibility=hidden
SHLIB_LINK = -lutf8proc
EXTRA_CLEAN = build .built-for $(MODEL) $(INSTALL_SQL) $(UPGRADE_SQL) $(OBJS:.o=.d)

# Just-in-time inlining gains nothing here, and its bitcode doubles the build.
override with_llvm := no

# What needs no server: the programs over the core, and its tests.
PG_CONFIG ?= pg_config
TRAINED = model clusters tagger name-confidence quote-weights
SERVERLESS = tools check-core check-stress check-linear fuzz $(TRAINED) dist build/%
NEEDS_SERVER := $(filter-out $(SERVERLESS),$(or $(MAKECMDGOALS),all))
include install/needs.mk
ifneq (,$(PGXS))
include $(PGXS)
else
all:
	@false
endif

# The core is many small files that call each other for every word: optimised
# across them it is an eighth faster.  Asked for only where the compiler needs
# nothing more installed for it; the objects hold ordinary code too, for nm.
# make LTO= leaves it out, and links in a fifth of the time.
LTO = 1
ifneq (,$(and $(LTO),$(findstring Free Software Foundation,$(shell $(CC) --version))))
override CFLAGS += -fomit-frame-pointer -flto=auto -ffat-lto-objects
SHLIB_LINK += -O3 -flto=auto
endif

all: check-symbols

FRAGMENTS = $(sort $(wildcard install/[0-9][0-9]-*.sql))
$(INSTALL_SQL): $(FRAGMENTS) install/type.sql.in install/join.awk
	awk -f install/join.awk $(FRAGMENTS) > $@

.SECONDEXPANSION:
$(UPGRADE_SQL): install/newstext--%.sql: $$(sort $$(wildcard install/upgrade/%/*.sql)) $(FRAGMENTS) install/type.sql.in install/join.awk
	awk -f install/join.awk $(filter install/upgrade/$*/%,$^) > $@

# The core must know nothing of the server (docs/architecture.md), and no name
# of ours may be one that the server exports too: the loader would take its.
.PHONY: check-symbols
check-symbols: $(OBJS)
	@if nm -u $(CORE:.c=.o) | grep -E ' (palloc|pfree|ereport|elog|errstart|errmsg|pg_|Memory|Current)'; \
	then echo "src/core refers to a symbol of the server" >&2; exit 1; fi
	@if [ -r "$(bindir)/postgres" ]; then \
	nm -g --defined-only $(OBJS) | awk 'NF == 3 { print $$3 }' | sort -u > .symbols; \
	twice=$$(nm -D --defined-only "$(bindir)/postgres" | awk '{ sub(/@.*/, "", $$3); print $$3 }' | sort -u | comm -12 - .symbols); \
	rm -f .symbols; \
	if [ -n "$$twice" ]; then echo "newstext and the server both have:" $$twice >&2; exit 1; fi; fi

# The model is installed under a name that carries its checksum, and read-only:
# another model is another file, so that nothing ever writes over one that
# backends have mapped (docs/reliability.md).  The library knows the name.
MODEL_NAME = newstext-$(shell tail -c +41 $(MODEL) | head -c 32 | tr -d '\000').model
build/model_name.h: $(MODEL)
	@mkdir -p $(@D)
	@echo '#define NEWSTEXT_MODEL_FILE "$(MODEL_NAME)"' > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@
src/pg/read/model_map.o: build/model_name.h

.PHONY: install-model uninstall-model
all: $(MODEL)
install: install-model
install-model: $(MODEL) installdirs
	$(INSTALL) -m 444 $(MODEL) '$(DESTDIR)$(datadir)/$(datamoduledir)/$(MODEL_NAME).new'
	mv -f '$(DESTDIR)$(datadir)/$(datamoduledir)/$(MODEL_NAME).new' '$(DESTDIR)$(datadir)/$(datamoduledir)/$(MODEL_NAME)'
	@# out of the page cache, so that the first backend to map it can have it in large pages (src/pg/read/model_map.c)
	@sync '$(DESTDIR)$(datadir)/$(datamoduledir)/$(MODEL_NAME)' 2>/dev/null && \
		dd if='$(DESTDIR)$(datadir)/$(datamoduledir)/$(MODEL_NAME)' iflag=nocache count=0 2>/dev/null || :
	@find '$(DESTDIR)$(datadir)/$(datamoduledir)' -name 'newstext-$(EXTVERSION)*.model' ! -name '$(MODEL_NAME)' -exec rm -f {} +
uninstall: uninstall-model
uninstall-model:
	rm -f '$(DESTDIR)$(datadir)/$(datamoduledir)'/newstext-$(EXTVERSION)*.model

# The compiler tells which headers an object was made of (-MMD).
-include $(OBJS:.o=.d)

include src/tools/tools.mk
include test/test.mk

# Search speed, against the running server that PGHOST and PGPORT name.
ARTICLES = 100000
SEED = 1
.PHONY: bench-search
bench-search:
	PATH=$(bindir):$$PATH test/bench/search $(ARTICLES) $(SEED)

# The zip for PGXN: what is committed, and the joined script that META.json names.
.PHONY: dist
dist: $(INSTALL_SQL)
	@mkdir -p build
	git archive --format=zip --prefix=$(EXTENSION)-$(EXTVERSION)/install/ --add-file=$(INSTALL_SQL) \
		--prefix=$(EXTENSION)-$(EXTVERSION)/ -o build/$(EXTENSION)-$(EXTVERSION).zip HEAD
	python3 test/dist.py build/$(EXTENSION)-$(EXTVERSION).zip
