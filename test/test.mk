# Tests of the core without a server: unit tests, a stress run, fuzzing.

# The sanitizers see a read behind an array when the array has no room to spare.
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=undefined -DNT_ARRAY_EXACT
UNIT_CFLAGS = -std=gnu11 -D_GNU_SOURCE -O1 -g -fno-omit-frame-pointer -Wall -Wextra $(WERROR) \
	-Wno-unused-parameter -Wno-missing-field-initializers -Wno-sign-compare -Wno-unknown-warning-option -Wno-clobbered \
	-MMD -MP -Isrc/core -Isrc/tools -Itest/unit -Itest/fuzz -DNEWSTEXT_VERSION='"$(EXTVERSION)"'

UNIT_TESTS = $(sort $(wildcard test/unit/test_*.c))
UNIT_PROGRAMS = $(patsubst test/unit/%.c,build/unit/%,$(UNIT_TESTS))
UNIT_CORE = $(patsubst src/core/%.c,build/unit/core/%.o,$(CORE_ALL)) build/unit/tools/json_read.o

build/unit/core/%.o: src/core/%.c
	@mkdir -p $(@D)
	$(TOOL_CC) $(UNIT_CFLAGS) $(SANITIZE) -c -o $@ $<

build/unit/tools/%.o: src/tools/%.c
	@mkdir -p $(@D)
	$(TOOL_CC) $(UNIT_CFLAGS) $(SANITIZE) -c -o $@ $<

build/unit/test_%: test/unit/test_%.c $(UNIT_CORE)
	$(TOOL_CC) $(UNIT_CFLAGS) $(SANITIZE) -o $@ $< $(UNIT_CORE) -lutf8proc -lm

# Every test_NAME.c of test/unit is a program; each prints TAP.  TEST=NAME runs
# one test by its name.
.PHONY: check-core
check-core: $(UNIT_PROGRAMS) $(MODEL)
	@failed=0; \
	for test in $(UNIT_PROGRAMS); do echo "# $$test"; $$test || failed=1; done; \
	exit $$failed

# The same sources under the other compiler, only to see its warnings.
CLANG = clang
CLANG_FLAGS = -fsyntax-only -std=gnu11 -D_GNU_SOURCE -Wall -Wextra -Werror -Wno-unused-parameter \
	-Wno-missing-field-initializers -Wno-sign-compare -DNEWSTEXT_VERSION='"$(EXTVERSION)"'

.PHONY: check-clang
check-clang: build/model_name.h
	$(CLANG) $(CLANG_FLAGS) -Isrc/core -Isrc/tools -Itest/unit -Itest/fuzz \
		$(CORE_ALL) $(wildcard src/tools/*.c src/tools/*/*.c) $(wildcard test/unit/*.c) $(wildcard test/fuzz/*.c)
	$(if $(GLUE),$(CLANG) $(CLANG_FLAGS) -Wno-ignored-attributes -Isrc/core -Isrc/pg -Ibuild -isystem $(shell $(PG_CONFIG) --includedir-server) $(GLUE))

# Mutated articles under sanitizers, for STRESS_SECONDS; hostile texts for growth.
STRESS_SECONDS = 5
LINEAR_MEGABYTES = 1

build/fuzz/stress: test/fuzz/stress.c $(UNIT_CORE)
	@mkdir -p $(@D)
	$(TOOL_CC) $(UNIT_CFLAGS) $(SANITIZE) -o $@ $< $(UNIT_CORE) -lutf8proc -lm

build/fuzz/linear: test/fuzz/linear.c $(CORE_TOOL_OBJS)
	@mkdir -p $(@D)
	$(TOOL_CC) $(UNIT_CFLAGS) -O2 -o $@ $< $(CORE_TOOL_OBJS) -lutf8proc -lm

.PHONY: check-stress check-linear
check-stress: build/fuzz/stress $(MODEL)
	build/fuzz/stress $(STRESS_SECONDS)
check-linear: build/fuzz/linear $(MODEL)
	build/fuzz/linear $(LINEAR_MEGABYTES)

# libFuzzer, for hours rather than seconds (test/fuzz/fuzz_article.c tells how to run it).
.PHONY: fuzz
fuzz: build/fuzz/fuzz_article $(MODEL)
build/fuzz/fuzz_article: test/fuzz/fuzz_article.c $(CORE_ALL)
	@mkdir -p $(@D)
	$(CLANG) $(UNIT_CFLAGS) -O2 -fsanitize=fuzzer $(SANITIZE) \
		-o $@ $< $(CORE_ALL) -lutf8proc -lm

# Programs that attack a throw-away server (docs/reliability.md); not in script/test.
SECONDS = 600
ATTACK =
.PHONY: attack
attack:
	PG_CONFIG="$(PG_CONFIG)" test/attack/attack $(SECONDS) $(ATTACK)

.PHONY: bench
bench:
	PG_CONFIG="$(PG_CONFIG)" script/bench

-include $(wildcard build/unit/*.d build/unit/*/*.d build/unit/*/*/*.d build/fuzz/*.d)
