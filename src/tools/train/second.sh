#!/bin/sh
# second.sh -- makes data/en/model/gmb-second.txt: what a second tagger says of the Groningen Meaning Bank.
#
#     src/tools/train/second.sh CORPORA CORENLP.jar CRF.ser.gz > data/en/model/gmb-second.txt
#
# CORENLP.jar and the classifier english.conll.4class.distsim.crf.ser.gz (out of its models jar) are of the Maven
# package edu.stanford.nlp:stanford-corenlp 4.5.4.  Needs java and python3.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$1/ner/gmb.train.jsonl" "$work" <<'PY'
import json, sys
for n, line in enumerate(open(sys.argv[1], encoding="utf-8")):
    open("%s/%05d" % (sys.argv[2], n), "w", encoding="utf-8").write(json.loads(line)["text"])
PY
java -Xmx3g -cp "$2" edu.stanford.nlp.ie.crf.CRFClassifier -loadClassifier "$3" \
	-textFiles "$(ls "$work"/* | paste -sd, -)" -outputFormat inlineXML > "$work.xml"
python3 - "$1/ner/gmb.train.jsonl" "$work.xml" <<'PY'
import json, re, sys
tagged = open(sys.argv[2], encoding="utf-8").read()
tag = re.compile(r"<(/?)(PERSON|ORGANIZATION|LOCATION|MISC)>")
at = 0
print("# What Stanford CoreNLP 4.5.4 (english.conll.4class.distsim) takes for names in the news of the Groningen Meaning Bank,\n"
      "# which newstext-train weighs against the labels of the corpus itself: the document, then from-to in characters and\n"
      "# P person, L location, O organisation, M other.  Made by src/tools/train/second.sh.")
for line in open(sys.argv[1], encoding="utf-8"):
    doc = json.loads(line)
    text, spans, k, last, begun = doc["text"], [], 0, 0, None
    while True:
        while at < len(tagged) and tagged[at].isspace(): at += 1
        while k < len(text) and text[k].isspace(): k += 1
        m = tag.match(tagged, at)
        if m and (k < len(text) or m.group(1)):
            if m.group(1): spans.append("%d-%d%s" % (begun, last, m.group(2)[0]))
            else: begun = k
            at = m.end()
        elif k < len(text):
            assert tagged[at] == text[k], doc["id"]
            at, k = at + 1, k + 1
            last = k
        else:
            break
    print(doc["id"], " ".join(spans))
PY
rm -f "$work.xml"
