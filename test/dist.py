#!/usr/bin/env python3
"""Checks a release's zip: all that META.json names is in it, of one version.

    test/dist.py ZIP
"""
import json
import re
import sys
import zipfile

archive = zipfile.ZipFile(sys.argv[1])
names = set(archive.namelist())
top = sorted(names)[0].split("/")[0]
meta = json.loads(archive.read(top + "/META.json"))
control = re.search(r"default_version = '(.*)'", archive.read(top + "/newstext.control").decode())[1]
assert top == "%s-%s" % (meta["name"], meta["version"]), "the folder is %s, META.json says %s" % (top, meta["version"])
assert meta["version"] == control, "META.json has version %s, newstext.control %s" % (meta["version"], control)
for provided in meta["provides"].values():
    assert provided["version"] == meta["version"], "META.json provides version %s" % provided["version"]
    for key in ("file", "docfile"):
        assert "%s/%s" % (top, provided[key]) in names, "%s of META.json is not in the zip" % provided[key]
print("%s: %d files" % (sys.argv[1], len(names)))
