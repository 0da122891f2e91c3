#!/usr/bin/env python3
"""Keeps the ABI of today's build as that of a version: to be run when the public headers have changed.

    tests/abi/keep.py BUILD_FOLDER [VERSION]

Writes tests/abi/kept/VERSION/ (without VERSION: the newest kept): the description of each library, and its header,
flattened and without comments. A released version's folder is never written again. Also writes debian/*.symbols.
"""
import pathlib
import re
import runpy
import sys

import description

LIBRARIES = {'libfollowup': ('lib', 'followup.h'), 'libfollowup-formats': ('lib/formats', 'followup-formats.h')}


def flattened(header, seen):
    lines = re.sub(r'/\*.*?\*/', '', header.read_text(encoding='utf-8'), flags=re.S).splitlines()
    for line in lines:
        inner = re.match(r'#include <(followup/.*)>', line)
        if inner is None:
            yield line.rstrip()
        elif inner.group(1) not in seen:
            seen.add(inner.group(1))
            yield from flattened(description.INCLUDE / inner.group(1), seen)


def without_blank_lines(lines):
    return ''.join(line + '\n' for line in lines if line)


def main():
    build = pathlib.Path(sys.argv[1])
    folder = description.HERE / 'kept' / sys.argv[2] if len(sys.argv) > 2 else description.kept_versions()[-1]
    folder.mkdir(parents=True, exist_ok=True)
    for stem, (place, header) in LIBRARIES.items():
        description.describe(build / place / f'{stem}.so', folder / f'{stem}.abi')
        lines = flattened(description.INCLUDE / header, set())
        (folder / header).write_text(without_blank_lines(lines), encoding='utf-8')
        print(folder / f'{stem}.abi')
    runpy.run_path(str(description.HERE.parents[1] / 'debian/symbols.py'), run_name='__main__')


if __name__ == '__main__':
    main()
