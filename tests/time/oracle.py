#!/usr/bin/python3
"""Writes what Python's zoneinfo says about time zones, for test_zone_oracle to hold the library against.

usage: oracle.py [--directory FOLDER] [--random COUNT] [--instants FILE] [ZONE...] > oracle.tsv

Without zones: all that the folder has. Instants (Unix seconds, one a line) come from the file where one is given, else
they are the changes between 1970 and 2100 with a second on either side, and some at random. Lines:

at     ZONE  SECONDS  OFFSET                            the offset from UTC, in seconds
local  ZONE  YEAR MONTH DAY HOUR MINUTE SECOND  SECONDS  the instant at which a clock there shows that time
"""

import argparse
import pathlib
import random
import sys
import zoneinfo
from datetime import datetime, timedelta, timezone

FIRST = int(datetime(1970, 1, 1, tzinfo=timezone.utc).timestamp())
LAST = int(datetime(2101, 1, 1, tzinfo=timezone.utc).timestamp())
STEP = 5 * 86400
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def offset_at(zone, seconds):
    return int((EPOCH + timedelta(seconds=seconds)).astimezone(zone).utcoffset().total_seconds())


def find_change(zone, low, high):
    """The second from which the offset is no longer that of `low`."""
    before = offset_at(zone, low)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if offset_at(zone, middle) == before else (low, middle)
    return high


def find_changes(zone):
    changes, low, low_offset = [], FIRST, offset_at(zone, FIRST)
    for high in range(FIRST + STEP, LAST + STEP, STEP):
        high_offset = offset_at(zone, high)
        while low_offset != high_offset:
            low = find_change(zone, low, high)
            low_offset = offset_at(zone, low)
            changes.append(low)
        low = high
    return changes


def instant_of(zone, local, gap_end):
    """The later of two; where the change at `gap_end` skips it, that change."""
    instant = local.replace(tzinfo=zone, fold=1).astimezone(timezone.utc)
    if instant.astimezone(zone).replace(tzinfo=None) != local:
        return gap_end
    return int((instant - EPOCH).total_seconds())


def write_at(name, zone, seconds):
    print("at", name, seconds, offset_at(zone, seconds), sep="\t")


def write_local(name, zone, seconds, gap_end):
    local = datetime(1970, 1, 1) + timedelta(seconds=seconds)
    print("local", name, *local.timetuple()[:6], instant_of(zone, local, gap_end), sep="\t")


def write_around(name, zone, change):
    before, after = offset_at(zone, change - 1), offset_at(zone, change)
    for seconds in (change - 1, change, change + 1):
        write_at(name, zone, seconds)
    low, high = change + min(before, after), change + max(before, after)
    for local in (low - 1, low, (low + high) // 2, high - 1, high):
        write_local(name, zone, local, change)


def write_zone(name, zone, instants, count):
    if instants:
        for seconds in instants:
            write_at(name, zone, seconds)
        return
    for change in find_changes(zone):
        write_around(name, zone, change)
    choose = random.Random(name)
    for _ in range(count):
        write_at(name, zone, choose.randrange(FIRST, LAST))
        write_at(name, zone, choose.randrange(LAST, 4 * LAST))
        write_at(name, zone, choose.randrange(-LAST, FIRST))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--directory", default="/usr/share/zoneinfo")
    parser.add_argument("--random", type=int, default=20)
    parser.add_argument("--instants", type=pathlib.Path)
    parser.add_argument("zones", nargs="*")
    given = parser.parse_args()
    zoneinfo.reset_tzpath([given.directory])
    # Names that do not begin with a capital are not zones: localtime, posixrules, the folders posix and right.
    names = given.zones or sorted(name for name in zoneinfo.available_timezones() if name[0].isupper())
    instants = [int(line) for line in given.instants.read_text().split()] if given.instants else []
    for name in names:
        write_zone(name, zoneinfo.ZoneInfo(name), instants, given.random)
    return 0


if __name__ == "__main__":
    sys.exit(main())
