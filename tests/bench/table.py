#!/usr/bin/env python3
"""The goals of speed in one table: figure, bound and ratio, from one run on the same texts (docs/performance.md).

    table.py BUILD [--peers] [--cases=20000] [--growth]

--peers    installs linters of other houses from npm into BUILD/bench-peers and races them too (needs node)
--cases    how many JSONL cases go through followup-lint
--growth   counts instructions with callgrind as well, in the sizes that the goals name (half an hour)

Contestants have short turns, one after the other, round for round: what else the machine does hurts all alike, and of
each message the fastest time of each counts. Figures that depend on time are printed and never fail.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))

import texts  # noqa: E402

ROUNDS = 15
FEW = 10000  # cases
LINTERS = ('retext', 'write-good', 'textlint', 'alex', 'harper')


class Racer:
    """A program that runs contestants in turns: bench-race, or peers.mjs."""

    def __init__(self, *command, **options):
        self.process = subprocess.Popen([str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, bufsize=1, **options)
        self.names = list(iter(lambda: self.process.stdout.readline().strip(), ''))

    def ask(self, name):
        self.process.stdin.write(name + '\n')
        self.process.stdin.flush()

    def turn(self, name):
        self.ask(name)
        return float(self.process.stdout.readline())

    def measure(self):
        self.ask('measure')
        lines = iter(lambda: self.process.stdout.readline().strip(), '')
        return {name: float(number) for name, number in (line.split('\t') for line in lines)}


def race(racers):
    """Microseconds for a message, or a sentence, of each."""
    return [{name: racer.turn(name) for racer in racers for name in racer.names} for _ in range(ROUNDS)][-1]


def open_peers(build, cases, windows):
    folder = build / 'bench-peers'
    folder.mkdir(exist_ok=True)
    for name in ('package.json', 'peers.mjs'):
        shutil.copy(HERE / 'peers' / name, folder)
    subprocess.run(['npm', 'install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], cwd=folder,
                   check=True)
    return Racer('node', 'peers.mjs', cases, windows, cwd=folder)


class Run:
    """followup-lint over a file: wall and processor seconds, and the peak of its memory in KB."""

    def __init__(self, build, path, jobs):
        start = time.perf_counter()
        process = subprocess.Popen([build / 'examples/followup-lint', f'--jobs={jobs}', '--format=json',
                                    '--fail-on=never', path], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        self.wall, self.cpu, self.peak = time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss
        if status != 0:
            sys.exit('followup-lint failed')


def write_cases(folder, count):
    path = folder / f'{count}.jsonl'
    with open(path, 'w', encoding='utf-8') as out:
        texts.write_cases(count, out)
    return path


def python_overhead(build):
    """Microseconds that Python adds to one lint of a prepared case, and to the judgement's own."""
    run = subprocess.run(['/usr/bin/python3', ROOT / 'bindings/python/tests/bench.py'], capture_output=True, text=True,
                         env={**os.environ, 'FOLLOWUP_BUILD': str(build)})
    found = re.search(r'lint, prepared.*\(([+-][\d.]+)\)', run.stdout)
    return float(found[1]) if found else None


class Table:
    def __init__(self):
        self.rows = [('what', 'figure', 'against', 'ratio', 'bound', '')]

    def add(self, what, figure, against, ratio, bound, held):
        self.rows.append((what, figure, against, ratio, bound, '' if held else 'NOT HELD'))

    def at_least(self, what, figure, against, ratio, bound):
        self.add(what, figure, against, f'{ratio:.2f}x', f'at least {bound}x', ratio >= bound)

    def at_most(self, what, figure, against, ratio, bound):
        self.add(what, figure, against, f'{ratio:.2f}x', f'at most {bound}x', ratio <= bound)

    def limit(self, what, value, unit, bound):
        self.add(what, f'{value:.4g} {unit}'.strip(), '', '', f'at most {bound} {unit}'.strip(), value <= bound)

    def missing(self, what, bound, why='not installed'):
        self.add(what, why, '', '', bound, True)

    def print(self):
        widths = [max(len(row[column]) for row in self.rows) for column in range(5)]
        for row in self.rows:
            cells = (f'{cell:{">" if 0 < column < 4 else ""}{width}}' for column, (cell, width) in
                     enumerate(zip(row, widths)))
            print('  '.join([*cells, row[5]]).rstrip())


def second(microseconds):
    return f'{1e6 / microseconds:,.0f}/s'


def linter_rows(table, took):
    """All rules on one message against the peers and the floors."""
    judge, peers = took['judge'], {name: took[name] for name in LINTERS if name in took}
    for name in sorted(peers, key=peers.get)[:1]:
        table.at_least(f'all rules on one message, against {name}', second(judge), second(peers[name]),
                       peers[name] / judge, 80)
    for name in sorted(peers, key=peers.get)[1:]:
        table.add(f'  against {name}', second(judge), second(peers[name]), f'{peers[name] / judge:.2f}x', '', True)
    if not peers:
        table.missing('all rules on one message, against the fastest peer', 'at least 80x', 'without --peers')
    table.at_least('against the naive engine (ICU and PCRE2)', second(judge), second(took['naive']),
                   took['naive'] / judge, 6)
    if 'near-limit' in took:
        table.at_most('time, against near-limit (Hyperscan)', f'{judge:.2f} us', f'{took["near-limit"]:.2f} us',
                      judge / took['near-limit'], 3)
    else:
        table.missing('time, against near-limit (Hyperscan)', 'at most 3x')
    table.at_most("time, against ICU's breaks alone", f'{judge:.2f} us', f'{took["icu"]:.2f} us', judge / took['icu'], 1.2)
    table.add('  a scan for one byte (memchr)', f'{judge:.2f} us', f'{took["memchr"]:.3f} us',
              f'{judge / took["memchr"]:.0f}x', '', True)


def own_rows(table, took, once):
    table.limit('allocations in judging 200 messages', once['allocations'], '', 0)
    table.at_least('two threads, one linter, time on the wall', '', '', once['threads on the wall'], 1.9)
    table.add('  by what processor time grows', '', '', f'{once["threads in processor time"]:.2f}x', '', True)
    table.limit('creating a linter', once['linter ms'], 'ms', 5)
    table.limit('memory of a linter', once['linter MiB'], 'MiB', 4)
    if 'chrono' in took:
        table.at_least('window sentences, against chrono', second(took['windows']), second(took['chrono']),
                       took['chrono'] / took['windows'], 8)
    else:
        table.missing(f'window sentences ({second(took["windows"])}), against chrono', 'at least 8x', 'without --peers')


def against_judging_alone(build, few, ours):
    """Processor microseconds a case with one job, and of judging alone, in turns; the median of both."""
    pairs = [(Run(build, few, 1).cpu * 1e6 / FEW, ours.turn('mean judge')) for _ in range(5)]
    return [sorted(column)[2] for column in zip(*pairs)]


def program_rows(table, build, folder, count, ours):
    few = write_cases(folder, FEW)
    program, alone = against_judging_alone(build, few, ours)
    table.at_least('JSONL cases through followup-lint, against judging alone', second(program), second(alone),
                   alone / program, 0.5)
    many = write_cases(folder, count)
    first, one, two = Run(build, few, 2), Run(build, many, 1), Run(build, many, 2)
    table.add(f'  {count:,} cases, two jobs against one, time on the wall', f'{two.wall:.2f} s', f'{one.wall:.2f} s',
              f'{one.wall / two.wall:.2f}x', f'{os.cpu_count()} cores', True)
    table.at_most('  peak memory against 10,000 cases', f'{two.peak / 1024:.1f} MiB', f'{first.peak / 1024:.1f} MiB',
                  two.peak / first.peak, 1.1)
    many.unlink()


def growth_rows(table, build):
    os.environ['FOLLOWUP_LONG'] = '1'
    import growth
    for what, times, most in growth.measure(build / 'tests/bench-panel', build / 'examples/followup-lint'):
        table.at_most(what, '', '', times, most)


def machine():
    model = re.search(r'model name\s*: (.*)', pathlib.Path('/proc/cpuinfo').read_text(encoding='utf-8'))
    return f'{model[1] if model else "unknown processor"}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}'


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument('build', type=pathlib.Path)
    parser.add_argument('--peers', action='store_true')
    parser.add_argument('--growth', action='store_true')
    parser.add_argument('--cases', type=int, default=20000)
    wanted = parser.parse_args()
    build, table = wanted.build.resolve(), Table()
    subprocess.run(['ninja', '-C', build, 'tests/bench-race', 'tests/bench-panel', 'examples/followup-lint'], check=True,
                   stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory(dir=build) as name:
        folder = pathlib.Path(name)
        cases, phrases, windows = write_cases(folder, texts.MESSAGES), folder / 'phrases', ROOT / 'tests/time/windows.tsv'
        phrases.write_text(''.join(f'{one}\t{texts.first_choice(one)}\n' for one in texts.phrases(200)), encoding='utf-8')
        ours = Racer(build / 'tests/bench-race', cases, phrases, windows)
        racers = [ours, open_peers(build, cases, windows)] if wanted.peers else [ours]
        once, took = ours.measure(), race(racers)
        linter_rows(table, took)
        own_rows(table, took, once)
        program_rows(table, build, folder, wanted.cases, ours)
    overhead = python_overhead(build)
    if overhead is None:
        table.missing('Python: one lint of a prepared case, on top', 'at most 10 us')
    else:
        table.limit('Python: one lint of a prepared case, on top', overhead, 'us', 10)
    if wanted.growth:
        growth_rows(table, build)
    print(machine())
    table.print()


if __name__ == '__main__':
    main()
