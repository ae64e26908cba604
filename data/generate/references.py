#!/usr/bin/env python3
"""Write src/core/text/reference_names.h: the character references of HTML that news text holds.

The names are those of the HTML standard, as Python's html.entities lists them (facts of a standard). Kept are
references to one character that is a letter of Latin script, punctuation or currency, and all of HTML 4.
"""
import sys
from html.entities import html5, name2codepoint

kept = {}
for name, text in html5.items():
    if not name.endswith(';') or len(text) != 1 or len(name) > 24:
        continue
    name, cp = name[:-1], ord(text)
    if name in name2codepoint or cp < 0x0250 or 0x2000 <= cp < 0x2070 or 0x20A0 <= cp < 0x20C0:
        kept[name] = cp
loose = {name for name in html5 if not name.endswith(';')}

out = ['/* Made by data/generate/references.py: names of the HTML standard, sorted by bytes; loose ones may lack their ;. */']
for name in sorted(kept, key=lambda n: n.encode()):
    out.append('{"%s", 0x%04X, %s},' % (name, kept[name], 'true' if name in loose else 'false'))
open(sys.argv[1] if len(sys.argv) > 1 else 'src/core/text/reference_names.h', 'w').write('\n'.join(out) + '\n')
