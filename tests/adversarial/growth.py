#!/usr/bin/env python3
"""Four times as long an input takes at most 4.4 times as many instructions, as callgrind counts them: of each family, with
PCRE2's JIT and without it, which say the same.

    growth.py ADVERSARIAL_COUNT [FAMILY...]

Takes minutes; without FOLLOWUP_LONG and without families it is skipped.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'support'))
import figures  # noqa: E402

MOST, SKIPPED = 4.4, 77
COUNTED = 'judge_input'


def counts_of(folder):
    """The instructions of each call, in order: callgrind writes one file after each."""
    parts = sorted(folder.glob('out.*'), key=lambda path: int(path.suffix[1:]))
    for part in parts:
        told = part.read_text(encoding='utf-8')
        if f'Trigger: --dump-after={COUNTED}' in told:
            yield int(re.search(r'^(?:totals|summary): (\d+)', told, re.M)[1])


def measure(program, mode, names):
    """Of each call: family, KiB, what was said, instructions."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run = subprocess.run(['valgrind', '--tool=callgrind', f'--callgrind-out-file={folder}/out',
                              f'--zero-before={COUNTED}', f'--dump-after={COUNTED}', program, mode, *names],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
        rows = [line.split('\t') for line in run.stdout.splitlines()]
        counts = list(counts_of(folder))
    assert len(rows) == len(counts), (len(rows), len(counts))
    return [(family, int(kib), said, count) for (family, kib, said), count in zip(rows, counts)]


def growths(rows):
    for small, large in zip(rows[::2], rows[1::2]):
        assert small[0] == large[0] and 4 * small[1] == large[1]
        yield small[0], large[3] / small[3], small[3], large[3]


def check(program, mode, names):
    rows = measure(program, mode, names)
    worst, worst_name = 0, ''
    for family, growth, small, large in growths(rows):
        print(f'{mode}: {family}: {small} instructions for 64 KiB, {large} for 256: {growth:.2f} times')
        if growth > worst:
            worst, worst_name = growth, family
    print(f'{mode}: the most: {worst_name}')
    held = figures.report(f'instructions from 64 to 256 KiB, worst of all families ({mode})', f'{worst:.2f} times',
                          f'at most {MOST} times')
    return held, [row[:3] for row in rows]


def main(program, *names):
    if not names and os.environ.get('FOLLOWUP_LONG') != '1':
        return SKIPPED
    one, said = check(program, 'jit', names)
    other, said_by_the_interpreter = check(program, 'interpreter', names)
    differ = [row[0] for row, twin in zip(said, said_by_the_interpreter) if row != twin]
    if differ:
        print('JIT and interpreter differ:', ', '.join(differ))
    return 0 if one and other and not differ else 1


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
