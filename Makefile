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
# The version is typed once, in newstext.control.
EXTVERSION := $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" newstext.control)

MODULE_big = newstext
CORE = $(filter-out src/core/arena.c,$(wildcard src/core/*.c))
GLUE = $(wildcard src/pg/*.c)
OBJS = $(CORE:.c=.o) $(GLUE:.c=.o)

INSTALL_SQL = install/newstext--$(EXTVERSION).sql
MODEL = data/newstext-$(EXTVERSION).model
DATA = $(filter-out $(INSTALL_SQL),$(wildcard install/newstext--*.sql))
DATA_built = $(INSTALL_SQL) $(MODEL)

REGRESS := $(patsubst sql/%.sql,%,$(sort $(wildcard sql/*.sql)))
REGRESS_OPTS = --inputdir=. --load-extension=newstext --encoding=UTF8 --no-locale
ISOLATION := $(patsubst test/specs/%.spec,%,$(wildcard test/specs/*.spec))
ISOLATION_OPTS = --inputdir=test --outputdir=build --load-extension=newstext

PG_CPPFLAGS = -Isrc/core -DNEWSTEXT_VERSION='"$(EXTVERSION)"'
# script/test makes warnings errors (WERROR=-Werror); a compiler that is newer
# than this may warn of more.
PG_CFLAGS = -std=gnu11 -O3 -Wall -Wextra $(WERROR) -Wno-unused-parameter \
	-Wno-missing-field-initializers -Wno-sign-compare \
	-Wno-declaration-after-statement -fvisibility=hidden
SHLIB_LINK = -lutf8proc
EXTRA_CLEAN = build $(MODEL) $(INSTALL_SQL)

# Just-in-time inlining gains nothing here, and its bitcode doubles the build.
override with_llvm := no

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

# The core is many small files that call each other for every word: optimised
# across them it is an eighth faster.  Asked for only where the compiler needs
# nothing more installed for it; the objects hold ordinary code too, for nm.
ifneq (,$(findstring Free Software Foundation,$(shell $(CC) --version)))
override CFLAGS += -fomit-frame-pointer -flto=auto -ffat-lto-objects
SHLIB_LINK += -O3 -flto=auto
endif

all: check-symbols

# "@type NAME" in a fragment stands for install/type.sql.in with that name.
$(INSTALL_SQL): $(sort $(wildcard install/[0-9][0-9]-*.sql)) install/type.sql.in
	awk '/^@type / { while ((getline line < "install/type.sql.in") > 0) \
		if (line !~ /^--/) { gsub(/@TYPE@/, $$2, line); print line } \
		close("install/type.sql.in"); next } { print }' \
		$(filter %.sql,$^) > $@

# The core must know nothing of the server (docs/architecture.md).
.PHONY: check-symbols
check-symbols: $(CORE:.c=.o)
	@if nm -u $(CORE:.c=.o) | grep -E ' (palloc|pfree|ereport|elog|errstart|errmsg|pg_|Memory|Current)'; \
	then echo "src/core refers to a symbol of the server" >&2; exit 1; fi

$(OBJS): $(wildcard src/core/*.h) $(wildcard src/pg/*.h)

include src/tools/tools.mk
include test/test.mk

# Search speed, against the running server that PGHOST and PGPORT name.
ARTICLES = 100000
SEED = 1
.PHONY: bench-search
bench-search:
	PATH=$(bindir):$$PATH test/bench/search $(ARTICLES) $(SEED)
