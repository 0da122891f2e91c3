"""Puts small errors into lib/, one at a time, and asks whether some test fails.

    tests/mutation/run.py [--sample N] [--seed N] [--only WORDS] [--least PERCENT]

What can go wrong is in mutants.py. Of all lines of code, N changes are drawn by the seed; those that do not compile, or
compile to what was there, are drawn again. Of each, the tests that reach its line run, the quickest first, until one
fails; a line that none reaches counts as not noticed. equivalent.tsv holds the changes that change nothing anybody could
see, each with the reason. The rest of those that no test minds are printed: each is a test that is missing.

Works in a copy of the tree (build-mutation/tree, bench.py), which the working tree never sees. Which test reaches what
comes from the instrumented tree of tests/coverage (reach.py).
"""

import argparse
import collections
import os
import pathlib
import random
import sys

import bench
import mutants
import reach

sys.path.insert(0, str(reach.ROOT / "tests/support"))
import figures


class Change:
    def __init__(self, file, line, source, kind, new):
        self.file, self.line, self.source, self.kind, self.new = file, line, source, kind, new
        self.old = source.split("\n")[line - 1]
        self.is_equivalent = False

    def text(self):
        lines = self.source.split("\n")
        lines[self.line - 1] = self.new
        return "\n".join(lines)

    def key(self):
        return (self.file, self.old.strip(), self.new.strip())

    def __str__(self):
        return f"{self.file}:{self.line} {self.kind}\n    - {self.old.strip()}\n    + {self.new.strip()}"


def all_changes(code, only, equivalent):
    """Of every line of code, in the order of the files."""
    for file in sorted(code):
        if only in file and file.endswith(".c"):
            source = (bench.TREE / file).read_text()
            lines = source.split("\n")
            for number in code[file]:
                for kind, new in mutants.changes(lines[number - 1]) if number <= len(lines) else ():
                    change = Change(file, number, source, kind, new)
                    change.is_equivalent = change.key() in equivalent
                    yield change


def read_equivalent():
    rows = (pathlib.Path(__file__).parent / "equivalent.tsv").read_text().splitlines()[1:]
    return {tuple(row.split("\t")[:3]) for row in rows if row}


def room_of(file):
    parts = file.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 else "lib itself"


def tried(at, drawn, sample):
    """(change, seconds, killer) of the first `sample` that can be told from what was there, several at a time."""
    left, drawn = sample, iter(drawn)
    while left > 0:
        batch = [change for change, _ in zip(drawn, range(left))]
        if not batch:
            return
        for change, outcome in zip(batch, at.pool.map(at.try_change, batch)):
            if outcome is not None:
                left -= 1
                yield change, *outcome


def print_scores(scores):
    for room, (killed, equal, all_of) in sorted(scores.items()):
        print(f"{room:14} {killed:4} of {all_of - equal:4} noticed, {equal} that change nothing")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="of files whose name holds these words")
    parser.add_argument("--least", type=float, default=90)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    options = parser.parse_args()
    bench.WORK.mkdir(exist_ok=True)
    bench.copy_tree()
    reached, code = reach.read(bench.WORK, bench.ENVIRONMENT)
    at = bench.Bench(reached, options.workers)
    equivalent = read_equivalent()
    drawn = list(all_changes(code, options.only, equivalent))
    random.Random(options.seed).shuffle(drawn)
    scores = collections.defaultdict(lambda: [0, 0, 0])
    for number, (change, seconds, killer) in enumerate(tried(at, drawn, options.sample), 1):
        score = scores[room_of(change.file)]
        for place, add in enumerate((killer is not None, change.is_equivalent, True)):
            score[place] += add
        words = f"noticed by {killer}" if killer else "changes nothing" if change.is_equivalent else "NOT NOTICED"
        print(f"{number:4} {seconds:5.1f} s {words}: {change}", flush=True)
    print_scores(scores)
    killed, counted = sum(score[0] for score in scores.values()), sum(score[2] - score[1] for score in scores.values())
    what = f"small errors in {options.only or 'lib'} that a test notices"
    held = figures.report(what, f"{100 * killed / max(counted, 1):.1f} %", f"at least {options.least:g} %")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
