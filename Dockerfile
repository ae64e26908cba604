# PostgreSQL with newstext, on the official image.
#
#     docker build -t newstext --build-arg PG=17 .
#     docker run -e POSTGRES_PASSWORD=... newstext        then CREATE EXTENSION newstext
#
# The image's own package source has the headers.  The server's package of
# headers brings clang and LLVM; they stay in the first stage.
ARG PG=17
ARG RELEASE=bookworm
FROM postgres:${PG}-${RELEASE} AS build
ARG PG
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev make libutf8proc-dev postgresql-server-dev-${PG}
COPY . /newstext
RUN make -C /newstext -j2 PG_CONFIG=/usr/lib/postgresql/${PG}/bin/pg_config \
 && make -C /newstext PG_CONFIG=/usr/lib/postgresql/${PG}/bin/pg_config install DESTDIR=/out

FROM postgres:${PG}-${RELEASE}
RUN apt-get update \
 && apt-get install -y --no-install-recommends "$(apt-cache search --names-only '^libutf8proc[0-9]+$' | cut -d' ' -f1)" \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /out/ /
