#!/usr/bin/env python3
"""How much more work a greater input is, in instructions as callgrind counts them: the same on every machine and day.

    growth.py BENCH_PANEL [FOLLOWUP_LINT]

Prose of 64 KiB takes at most 1.1 times as much a byte as prose of 1 KiB; four times as many messages of a case, or notes
of a panel, at most five times as much. With FOLLOWUP_LONG=1 in the sizes that the goals name.
"""
import itertools
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'support')]

import figures  # noqa: E402
import texts  # noqa: E402

LONG = bool(os.environ.get('FOLLOWUP_LONG'))
NOTES = 10000 if LONG else 1000
MESSAGES = 1000 if LONG else 250
PANELS = ('mixed', 'template', 'same')
SMALL, LARGE = 1 << 10, 1 << 16


def instructions(command, inside=None):
    """Of a whole run, or of the calls of one function."""
    only = ['--collect-atstart=no', f'--toggle-collect={inside}'] if inside else []
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(['valgrind', '--tool=callgrind', f'--callgrind-out-file={folder}/out', *only, *command],
                             capture_output=True, text=True)
    counted = re.search(r'Collected : (\d+)', run.stderr)
    if not counted:
        sys.exit(run.stderr)
    return int(counted[1])


def lint(program, *files, inside):
    return instructions([program, '--jobs=1', '--format=json', '--now=2026-03-06T09:00:00Z', *map(str, files)], inside)


def sentences():
    return [one for row in texts.labelled_messages() for one in row[3]]


def prose(folder, size):
    """A draft of so many bytes in paragraphs of five sentences."""
    path, body, every = folder / f'{size}.txt', 'Dear Ana,\n\n', itertools.cycle(sentences())
    while len(body.encode()) < size:
        body += ' '.join(itertools.islice(every, 5)) + '\n\n'
    path.write_bytes(body.encode()[:size - 20].decode(errors='ignore').encode() + b'\n\nKind regards,\nKim\n')
    return path


def judged_again(program, path):
    """Of the second judgement in a run: the first makes the scratch as large as it needs to be."""
    once, twice = (lint(program, *[path] * times, inside='followup_lint_text') for times in (1, 2))
    return twice - once


def case(folder, count):
    """A round of thank-you notes to a panel as large, with a status check among five of them."""
    chance, every = random.Random(1), sentences()
    people = [f'Person{number} Name{number} <p{number}@halden.example>' for number in range(count)]
    panel = [{'name': f'Person{number} Name{number}', 'email': f'p{number}@halden.example',
              'notes': [' '.join(chance.choice(every).split()[:6])]} for number in range(count)]
    messages = [{'kind': 'status_check' if number % 5 == 4 else 'thank_you', 'to': [people[number]], 'subject': 'Today',
                 'body': f'Dear Person{number},\n\n{" ".join(chance.sample(every, 5))}\n\nBest,\nKim Lee\n',
                 'sent': f'2026-03-04T{16 + number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}Z'}
                for number in range(count)]
    path = folder / f'{count}.json'
    path.write_text(json.dumps({
        'candidate': {'name': 'Kim Lee'}, 'application': {'company': 'Halden Works', 'role': 'Planner'},
        'interviews': [{'id': 'one', 'start': '2026-03-04T14:00:00Z', 'end': '2026-03-04T15:00:00Z', 'panel': panel}],
        'messages': messages}), encoding='utf-8')
    return path


def measure(bench_panel, followup_lint=None):
    """Rows of (what, times, the most it may be)."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if followup_lint:
            small, large = (judged_again(followup_lint, prose(folder, size)) for size in (SMALL, LARGE))
            yield 'instructions a byte, 64 KiB of prose against 1 KiB', large / LARGE / (small / SMALL), 1.1
            few, many = (lint(followup_lint, case(folder, size), inside='followup_lint_case')
                         for size in (MESSAGES, 4 * MESSAGES))
            yield f'instructions, a case with {4 * MESSAGES} messages against {MESSAGES}', many / few, 5
    for kind in PANELS:
        few, many = (instructions([bench_panel, str(size), kind]) for size in (NOTES, 4 * NOTES))
        yield f'instructions, a panel of {4 * NOTES} notes against {NOTES} ({kind})', many / few, 5


def main(*programs):
    held = True
    for what, times, most in measure(*programs):
        print(f'{what}: {times:.2f} times')
        held &= figures.report(what, f'{times:.2f} times', f'at most {most} times')
    return 0 if held else 1


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
