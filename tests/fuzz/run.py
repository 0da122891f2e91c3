#!/usr/bin/env python3
"""Builds the fuzz targets with Clang and libFuzzer in build-fuzz, and runs them, two at a time.

    run.py                     30 seconds each
    run.py --seconds N         N seconds each
    run.py --runs N            N runs in all: most of them of the targets that take the least time
    run.py --targets a,b,...   these alone

What a target breaks on is kept in build-fuzz/broken/TARGET; once it is mended, it goes to tests/fuzz/found/TARGET.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'tests/support'))
import figures  # noqa: E402

BUILD = ROOT / 'build-fuzz'
SETUP = ['-Dfuzz=true', '-Db_sanitize=address,undefined', '-Db_lundef=false', '-Ddefault_library=shared',
         '-Doptimization=2', '-Dc_args=-fno-sanitize-recover=undefined']
# The greatest input, in bytes, and the share of all runs.
TARGETS = {'zone': (2000, 38), 'policy': (600, 30), 'window': (300, 16), 'message': (1500, 4), 'compare': (1200, 4),
           'memory': (600, 3), 'mail': (3000, 3), 'case': (6000, 2), 'calendar': (1500, 3)}
AT_ONCE = 2
# Without these libFuzzer itself takes up to half of the time, weighing inputs and naming functions.
QUICK = ['-entropic=0', '-print_funcs=0']
SURROUNDINGS = {'ASAN_OPTIONS': 'quarantine_size_mb=16:malloc_context_size=8:detect_odr_violation=0',
                'UBSAN_OPTIONS': 'print_stacktrace=1', 'G_SLICE': 'always-malloc'}


def build(targets):
    if not (BUILD / 'build.ninja').exists():
        subprocess.run(['meson', 'setup', BUILD, *SETUP], cwd=ROOT, env={**os.environ, 'CC': 'clang'}, check=True,
                       stdout=subprocess.DEVNULL)
    wanted = [f'tests/fuzz/fuzz-{target}' for target in targets] + ['tests/fuzz/seeds']
    subprocess.run(['ninja', '--quiet', '-C', BUILD, *wanted], check=True)


def fuzz(target, limits):
    """Runs one target; gives its runs, its runs a second, and whether it broke."""
    learned, broken, seeds = BUILD / 'learned' / target, BUILD / 'broken' / target, BUILD / 'tests/fuzz/seeds'
    for folder in (learned, broken):
        folder.mkdir(parents=True, exist_ok=True)
    command = [BUILD / f'tests/fuzz/fuzz-{target}', learned, seeds / target, ROOT / 'tests/fuzz/found' / target,
               f'-dict={seeds}/{target}.dict', f'-max_len={TARGETS[target][0]}', f'-artifact_prefix={broken}/',
               '-timeout=20', '-print_final_stats=1', *QUICK, *limits]
    with open(BUILD / f'{target}.log', 'w', encoding='utf-8', errors='replace') as log:
        done = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, env={**os.environ, **SURROUNDINGS})
    told = (BUILD / f'{target}.log').read_text(encoding='utf-8', errors='replace')
    runs, speed = (int((re.findall(rf'stat::{name}: *(\d+)', told) or [0])[-1])
                   for name in ('number_of_executed_units', 'average_exec_per_sec'))
    return runs, speed, done.returncode != 0


def limits_of(target, words):
    if words.runs:
        whole = sum(TARGETS[name][1] for name in words.targets)
        return [f'-runs={words.runs * TARGETS[target][1] // whole}']
    return [f'-max_total_time={words.seconds}']


def read_words():
    parser = argparse.ArgumentParser()
    parser.add_argument('--seconds', type=int, default=30)
    parser.add_argument('--runs', type=int)
    parser.add_argument('--targets', type=lambda names: names.split(','), default=list(TARGETS))
    return parser.parse_args()


def main():
    words = read_words()
    if shutil.which('clang') is None:
        sys.exit('run.py: needs clang with libFuzzer')
    build(words.targets)
    broken = total = 0
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        done = pool.map(lambda target: fuzz(target, limits_of(target, words)), words.targets)
        for target, (runs, speed, broke) in zip(words.targets, done):
            print(f'fuzz {target}: {runs} runs, {speed} a second{", BROKEN: see build-fuzz/broken" if broke else ""}',
                  flush=True)
            broken += broke
            total += runs
    print(f'fuzz in all: {total} runs of {len(words.targets)} targets')
    if set(words.targets) == set(TARGETS):
        figures.report('fuzz targets run', len(words.targets), 'at least 6')
    return 0 if figures.report('fuzz targets that broke', broken, 'exactly 0') else 1


if __name__ == '__main__':
    sys.exit(main())
