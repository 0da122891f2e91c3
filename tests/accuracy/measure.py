#!/usr/bin/env python3
"""Measures the judgement on every labelled set and holds it against the figures reached before.

    measure.py BUILD_FOLDER [--raise] [--wrong SET]

A decision is one (message, rule) pair; for sentences, one row. Exit 1 when a figure falls below floors.json.
"""
import argparse
import collections
import json
import math
import pathlib
import re
import subprocess
import sys

import yardstick

HERE = pathlib.Path(__file__).parent
FLOORS = HERE / 'floors.json'
SLACK = 0.0005  # figures are kept to three places


RULE = re.compile(r'^RULE\(\s*\w+\s*,\s*"([\w-]+)"\s*,\s*\w+\s*,\s*(\w+)', re.M)


def judged_rules():
    """Every rule of the table and its default level."""
    return dict(RULE.findall((HERE / '../../lib/rules/catalogue.def').read_text()))


def overlaps(text, quote, message):
    for part in (message.get('body', ''), message.get('subject', '')):
        a, b = part.find(text), part.find(quote)
        if a >= 0 and b >= 0 and a < b + len(quote) and b < a + len(text):
            return len(text) <= 3 * len(quote)
    return False


def measure_kinds(path, build):
    run = subprocess.run([build / 'tests/accuracy-kinds', path], capture_output=True, text=True, check=True)
    return float(run.stdout.split()[-1])


def measure_cases(path, build, rules, show):
    run = subprocess.run([build / 'examples/followup-lint', '--format=json', '--fail-on=never', str(path)], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f'{path}: {run.stderr}')
    found = collections.defaultdict(dict)
    for finding in json.loads(run.stdout):
        line = int(finding['file'].rsplit(':', 1)[1])
        found[line, finding['message']].setdefault(finding['rule'], []).append(finding.get('text') or '')
    counts, exact, messages, quotes, met = collections.defaultdict(lambda: [0, 0, 0]), 0, 0, 0, 0
    for line, text in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        case = json.loads(text)
        for place, message in enumerate(case['messages'], 1):
            name = message.get('id') or f'm{place}'
            wanted = {e['rule']: e.get('quote') for e in case['expected'] if e['message'] == name and e['rule'] in rules}
            got = {rule: texts for rule, texts in found[line, name].items() if rule in rules}
            for rule in wanted.keys() | got.keys():
                counts[rule][0 if rule in wanted and rule in got else 1 if rule in got else 2] += 1
                if show and (rule in wanted) != (rule in got):
                    print('false alarm' if rule in got else 'missed     ', rule, case['id'], name, got.get(rule), wanted.get(rule))
            for rule, quote in wanted.items():
                quotes += bool(quote)
                met += bool(quote) and any(t and overlaps(t, quote, message) for t in got.get(rule, []))
            messages += 1
            exact += wanted.keys() == got.keys()
    hit, false, missed = (sum(c[i] for c in counts.values()) for i in range(3))
    figures = {'micro F1': f1(hit, false, missed), 'exactly right': exact / messages, 'quotes met': met / max(1, quotes),
               'kinds guessed right': measure_kinds(path, build)}
    return counts, figures


def measure_sentences(path, build, show):
    run = subprocess.run([build / 'tests/accuracy-sentences', *(['--wrong'] if show else []), str(path)], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f'{path}: {run.stderr}')
    counts, figures = {}, {}
    for line in run.stdout.splitlines():
        row = re.fullmatch(r'([\w-]+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+[\d.]+\s+[\d.]+', line)
        if row:
            counts[row.group(1)] = [int(row.group(i)) for i in (2, 3, 4)]
        elif line.startswith('mean accuracy'):
            numbers = re.findall(r'\d\.\d+', line)
            figures = {'mean accuracy': float(numbers[0]), 'macro F1': float(numbers[1])}
        elif show:
            print(line)
    figures['obvious words'] = yardstick.mean_f1(path)
    return counts, figures


def measure_windows(path, build):
    """Promised replies: the ends exact to the second, and the rows that promise nothing left alone."""
    run = subprocess.run([build / 'examples/followup-window', '--batch', path], capture_output=True, text=True, check=True)
    got = dict(line.split('\t')[:2] for line in run.stdout.splitlines())
    header, *rows = (line.split('\t') for line in path.read_text(encoding='utf-8').splitlines())
    name, wanted = header.index('id'), header.index('expected_end')
    windows = [got[row[name]] == row[wanted] for row in rows if row[wanted] != 'none']
    nothing = [got[row[name]] == 'none' for row in rows if row[wanted] == 'none']
    return {'windows exact': sum(windows) / len(windows), 'none kept': sum(nothing) / len(nothing)}


def add_up(all_counts):
    """The counts of several sets, rule by rule."""
    total = collections.defaultdict(lambda: [0, 0, 0])
    for counts in all_counts:
        for rule, count in counts.items():
            total[rule] = [a + b for a, b in zip(total[rule], count)]
    return total


def precision_of_errors(counts, rules):
    hits, false = (sum(count[i] for rule, count in counts.items() if rules[rule] == 'ERROR') for i in (0, 1))
    return hits / (hits + false)


def summary(counts, rules):
    scores = [f1(*count) for count in counts.values()]
    return {'mean F1': sum(scores) / len(scores), 'lowest F1': min(scores), 'precision of errors': precision_of_errors(counts, rules)}


def f1(hit, false, missed):
    return 2 * hit / (2 * hit + false + missed) if hit + false + missed else math.nan


def print_table(name, counts, figures):
    print(f'\n{name}\n{"rule":28}{"hit":>5}{"false":>7}{"missed":>8}{"prec":>7}{"rec":>7}{"F1":>7}')
    for rule, (hit, false, missed) in sorted(counts.items()):
        precision, recall = (hit / n if n else math.nan for n in (hit + false, hit + missed))
        print(f'{rule:28}{hit:5}{false:7}{missed:8}{precision:7.2f}{recall:7.2f}{f1(hit, false, missed):7.2f}')
    print('  '.join(f'{figure} {value:.3f}' for figure, value in figures.items()))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('build', type=pathlib.Path)
    parser.add_argument('--raise', dest='raise_floors', action='store_true')
    parser.add_argument('--wrong', default='')
    options = parser.parse_args()
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    rules, reached, blind = judged_rules(), {}, {'.tsv': [], '.jsonl': []}
    for path in sorted(HERE.glob('*-*.tsv')) + sorted(HERE.glob('*-*.jsonl')):
        name, show = path.stem, options.wrong == path.stem
        counts, figures = (measure_cases(path, options.build, rules, show) if path.suffix == '.jsonl'
                           else measure_sentences(path, options.build, show))
        print_table(name, counts, figures)
        reached[name] = figures
        if name.startswith('blind'):
            blind[path.suffix].append(counts)
    for name, sets in [('all blind sentences', blind['.tsv']), ('all blind cases', blind['.jsonl'])]:
        counts = add_up(sets)
        reached[name] = summary(counts, rules)
        print_table(name, counts, reached[name])
    for path in [HERE / '../time/windows-dev.tsv', HERE / '../time/blind-windows.tsv']:
        figures = measure_windows(path, options.build)
        print(f'\n{path.stem}\n' + '  '.join(f'{figure} {value:.3f}' for figure, value in figures.items()))
        reached[path.stem] = figures
    fallen = [f'{name}: {figure} fell from {floor} to {reached[name][figure]:.3f}' for name, kept in floors.items()
              for figure, floor in kept.items() if reached[name][figure] < floor - SLACK]
    if options.raise_floors:
        kept = {name: {figure: math.floor(value * 1000) / 1000 for figure, value in figures.items() if figure != 'obvious words'}
                for name, figures in reached.items()}
        FLOORS.write_text(json.dumps(kept, indent=2) + '\n')
    print('\n' + '\n'.join(fallen or ['no figure fell']))
    return 1 if fallen else 0


if __name__ == '__main__':
    sys.exit(main())
