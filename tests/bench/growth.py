#!/usr/bin/env python3
"""Comparing four times as many notes takes at most five times as many instructions, as callgrind counts them.

    growth.py BENCH_PANEL
"""
import pathlib
import re
import subprocess
import sys
import tempfile

FEW, MANY, MOST = 1000, 4000, 5.0


def instructions(program, notes, kind):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / 'callgrind.out'
        run = subprocess.run(['valgrind', '--tool=callgrind', f'--callgrind-out-file={out}', program, str(notes), kind],
                             capture_output=True, text=True, check=True)
    return int(re.search(r'Collected : (\d+)', run.stderr).group(1))


def main(program):
    bad = 0
    for kind in ('mixed', 'template', 'same'):
        few, many = (instructions(program, notes, kind) for notes in (FEW, MANY))
        print(f'{kind}: {few} instructions for {FEW} notes, {many} for {MANY}: {many / few:.2f} times')
        bad += many > MOST * few
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
