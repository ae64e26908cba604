#!/usr/bin/env python3
"""feasts.py writes data/en/dates/feasts.txt: the days of feasts that follow the moon.

usage: pip install holidays; data/generate/feasts.py > data/en/dates/feasts.txt

Takes the first day of each feast from 1950 to 2060 from the calendars of the Python
package holidays (MIT licence; its tables are those of public almanacs).
"""
import datetime
import sys

from holidays.calendars.chinese import _ChineseLunisolar as Chinese
from holidays.calendars.hebrew import _HebrewLunisolar as Hebrew
from holidays.calendars.islamic import _IslamicLunar as Islamic

FIRST, LAST = 1950, 2060

# The night of Lakshmi Puja, as Indian almanacs have it.
DIWALI = {int(d[:4]): (int(d[5:7]), int(d[8:])) for d in """
1990-10-18 1991-11-05 1992-10-25 1993-11-13 1994-11-03 1995-10-23 1996-11-10 1997-10-30 1998-10-19 1999-11-07
2000-10-26 2001-11-14 2002-11-04 2003-10-24 2004-11-12 2005-11-01 2006-10-21 2007-11-09 2008-10-28 2009-10-17
2010-11-05 2011-10-26 2012-11-13 2013-11-03 2014-10-23 2015-11-11 2016-10-30 2017-10-19 2018-11-07 2019-10-27
2020-11-14 2021-11-04 2022-10-24 2023-11-12 2024-10-31 2025-10-20 2026-11-08 2027-10-29 2028-10-17 2029-11-05
2030-10-26 2031-11-14""".split()}
# key, days it lasts, table
FEASTS = [
    ("ramadan", 29, Islamic.RAMADAN_BEGINNING_DATES),
    ("eid-al-fitr", 1, Islamic.EID_AL_FITR_DATES),
    ("eid-al-adha", 1, Islamic.EID_AL_ADHA_DATES),
    ("islamic-new-year", 1, Islamic.HIJRI_NEW_YEAR_DATES),
    ("ashura", 1, Islamic.ASHURA_DATES),
    ("mawlid", 1, Islamic.MAWLID_DATES),
    ("rosh-hashanah", 1, Hebrew.ROSH_HASHANAH_DATES),
    ("yom-kippur", 1, Hebrew.YOM_KIPPUR_DATES),
    ("sukkot", 1, Hebrew.SUKKOT_DATES),
    ("hanukkah", 8, Hebrew.HANUKKAH_DATES),
    ("purim", 1, Hebrew.PURIM_DATES),
    ("passover", 1, Hebrew.PASSOVER_DATES),
    ("shavuot", 1, Hebrew.SHAVUOT_DATES),
    ("lunar-new-year", 1, Chinese.LUNAR_NEW_YEAR_DATES),
    ("dragon-boat", 1, Chinese.DRAGON_BOAT_DATES),
    ("mid-autumn", 1, Chinese.MID_AUTUMN_DATES),
    ("diwali", 1, DIWALI),
]


def days(table):
    for year in sorted(table):
        at = table[year]
        for month, day in (at if isinstance(at[0], tuple) else (at,)):
            if FIRST <= year <= LAST:
                yield datetime.date(year, month, day)


print("""# Made by data/generate/feasts.py; an edit here is lost when it is made again.
# Feasts that follow the moon: key, days it lasts, its first day in each year.
# Where a feast begins when the new moon is seen, a country may keep it a day later.
# Source: the calendars of the Python package holidays (facts of public almanacs).  Licence: that of the project.""")
for key, length, table in FEASTS:
    found = sorted(days(table))
    if not found:
        sys.exit(f"{key}: no day")
    print(key, length, " ".join(d.isoformat() for d in found))
