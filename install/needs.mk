# What a build needs, asked before anything is made, so that it stops with the
# package to install rather than half way.

PGXS := $(wildcard $(shell $(PG_CONFIG) --pgxs 2> /dev/null))

ifneq (,$(NEEDS_SERVER))
all:
PG_VERSION := $(shell $(PG_CONFIG) --version 2> /dev/null)
PG_MAJOR := $(firstword $(subst ., ,$(shell echo "$(PG_VERSION)" | tr -c '0-9.\n' ' ')))
ifeq (,$(PG_MAJOR))
$(error $(PG_CONFIG) cannot be run: install the headers of PostgreSQL's server, or name another with PG_CONFIG=. \
Debian, Ubuntu: apt-get install postgresql-server-dev-all; Fedora: dnf install postgresql-server-devel; Alpine: apk add postgresql-dev; macOS: brew install postgresql)
endif
ifneq (,$(shell [ "$(PG_MAJOR)" -ge 15 ] || echo old))
$(error $(PG_CONFIG) is of $(PG_VERSION); newstext needs PostgreSQL 15 or later. PG_CONFIG= names another)
endif
ifneq (,$(filter-out clean installcheck uninstall,$(NEEDS_SERVER)))
# Debian brings pgxs.mk with the client: that it is there says nothing.
ifeq (,$(and $(PGXS),$(wildcard $(shell $(PG_CONFIG) --includedir-server)/postgres.h)))
$(error $(PG_VERSION) is here without the headers of its server. \
Debian, Ubuntu: apt-get install postgresql-server-dev-$(PG_MAJOR); Fedora: dnf install postgresql-server-devel; Alpine: apk add postgresql$(PG_MAJOR)-dev; PG_CONFIG= names another PostgreSQL)
endif
hash := \#
ifeq (,$(shell echo '$(hash)include <utf8proc.h>' | $(CC) $(CPPFLAGS) $(CFLAGS) -E - > /dev/null 2>&1 && echo found))
$(error $(CC) does not find utf8proc.h. \
Debian, Ubuntu: apt-get install gcc libc6-dev libutf8proc-dev; Fedora: dnf install gcc utf8proc-devel; Alpine: apk add gcc musl-dev utf8proc-dev; macOS: brew install utf8proc, then make CPPFLAGS=-I$$(brew --prefix)/include LDFLAGS=-L$$(brew --prefix)/lib)
endif

# An object is good for the server it was made for only.
BUILT_FOR = .built-for
$(shell echo "$(PG_VERSION) $(PG_CONFIG)" | cmp -s - $(BUILT_FOR) || echo "$(PG_VERSION) $(PG_CONFIG)" > $(BUILT_FOR))
$(OBJS): $(BUILT_FOR)
endif
endif
