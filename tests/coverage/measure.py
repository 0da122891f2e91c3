"""How much of lib/ the tests reach: lines, branches, and conditions that decide alone (MC/DC).

    tests/coverage/measure.py [--build BUILD] [--no-run] [--missing [WORDS]]

Builds an instrumented tree (build-coverage, with clang-19), runs every suite in it, the injection tests (that of the
labelled cases in its long form) and the labelled sets among them, and prints what they reached: file by file, room by room, and all together. Exits with 1 below the
bounds. Generated tables are no code and not counted. --missing prints the branches that were never taken and the
conditions never seen to decide alone, of files whose name holds WORDS.

unreached.tsv names the branches that no test can take, and why: the file, the condition as it is written there, whether
it is never "true" or never "false", the reason. The figures are given with them and without; the bounds are for those
without. A row that the tests contradict, or that names nothing, is told.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
import figures

FLAGS = "-fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc"
KINDS = ("lines", "branches", "mcdc")
NAMES = {"lines": "lines of lib reached", "branches": "branches of lib taken",
         "mcdc": "conditions of lib that decide alone (MC/DC)"}
BOUNDS = {"lines": 98, "branches": 98, "mcdc": 90}
# They look at the built files or count instructions: instrumentation is what they would find.
LEFT_OUT = {"symbols", "abi", "hardening", "panel_growth", "python_wheel"}


def run(*words, **options):
    return subprocess.run([str(word) for word in words], cwd=ROOT, check=True, **options)


def build_tree(build):
    if not (build / "build.ninja").exists():
        run("meson", "setup", build, "-Doptimization=1", "-Db_lundef=false", "-Db_ndebug=true", f"-Dc_args={FLAGS}",
            "-Dc_link_args=-fprofile-instr-generate", env={**os.environ, "CC": "clang-19", "LLVM_PROFILE_FILE": os.devnull},
            stdout=subprocess.DEVNULL)
    run("ninja", "--quiet", "-C", build, env={**os.environ, "LLVM_PROFILE_FILE": os.devnull})


def tests_of(build):
    """Those that run in the ordinary and in the long way, without what cannot be instrumented."""
    shown = run("meson", "introspect", "--tests", build, capture_output=True, text=True).stdout
    return sorted({test["name"] for test in json.loads(shown)} - LEFT_OUT)


def run_tests(build, profiles):
    """Runs them; a test may fail here only for being slow, so its exit code is not asked for: the figures are."""
    profiles.mkdir(exist_ok=True)
    for old in profiles.glob("*.profraw"):
        old.unlink()
    environment = {**os.environ, "LLVM_PROFILE_FILE": f"{profiles}/%2m.profraw"}
    environment.pop("FOLLOWUP_FIGURES", None)
    subprocess.run(["meson", "test", "-C", build, "--no-rebuild", "--quiet", "-t", "10", *tests_of(build)], cwd=ROOT,
                   env=environment, check=False)
    subprocess.run(["meson", "test", "-C", build, "--no-rebuild", "--quiet", "-t", "10", "every_case"], cwd=ROOT,
                   env={**environment, "FOLLOWUP_LONG": "1"}, check=False)
    subprocess.run([sys.executable, "tests/accuracy/measure.py", build], cwd=ROOT, env=environment, check=False,
                   stdout=subprocess.DEVNULL)


def export(build, profiles):
    merged = build / "all.profdata"
    run("llvm-profdata-19", "merge", "-sparse", *profiles.glob("*.profraw"), "-o", merged)
    shown = run("llvm-cov-19", "export", f"-instr-profile={merged}", "-show-mcdc-summary", build / "lib/libfollowup.so",
                "-object", build / "lib/formats/libfollowup-formats.so", "lib", capture_output=True, text=True).stdout
    return json.loads(shown)["data"][0]["files"]


def room_of(name):
    return name.split("/")[0] if "/" in name else "lib itself"


def share(count, covered):
    return 100 * covered / count if count else 100.0


def print_table(sums):
    print(f"{'':28}{'lines':>18}{'branches':>20}{'MC/DC':>20}")
    for name, sum_of in sums.items():
        cells = [f"{share(*sum_of[kind]):6.2f} % of {sum_of[kind][0]:5}" for kind in KINDS]
        print(f"{name:28}{cells[0]:>18}{cells[1]:>20}{cells[2]:>20}")


def text_of(lines, line, column, last, end):
    """A stretch of source on one line; of what a macro wrote, which has no length, the whole line."""
    if (line, column) == (last, end):
        return lines[line - 1].strip()
    parts = lines[line - 1:last]
    parts[-1] = parts[-1][:end - 1]
    parts[0] = parts[0][column - 1:]
    return " ".join(part.strip() for part in parts)


class Branch:
    """A condition at its place; `never` holds the outcomes that no test saw."""

    def __init__(self, name, lines, line, column, last, end, *counts):
        self.name, self.start, self.end = name, (line, column), (last, end)
        self.text = text_of(lines, line, column, last, end)
        self.never = [outcome for count, outcome in zip(counts, ("true", "false")) if count == 0]


class Source:
    """What the export says of one file, told as [count, covered] of each kind."""

    def __init__(self, file, known):
        self.name = file["filename"].split("/lib/", 1)[1]
        lines = pathlib.Path(file["filename"]).read_text().split("\n")
        self.sums = {kind: [file["summary"][kind]["count"], file["summary"][kind]["covered"]] for kind in KINDS}
        self.reachable = {kind: list(sums) for kind, sums in self.sums.items()}
        self.branches = [Branch(self.name, lines, *branch[:6]) for branch in file["branches"]]
        self.missing = []
        for branch in self.branches:
            for outcome in branch.never:
                if known.has(branch, outcome):
                    self.reachable["branches"][0] -= 1
                else:
                    self.missing.append((branch.start, f"never {outcome}: {branch.text}"))
        for record in file.get("mcdc_records", []):
            self.read_decision(record, known)

    def conditions(self, record):
        """The branches of a decision, in order; none where macros make it unclear which they are."""
        inside = {(branch.start, branch.end): branch for branch in self.branches
                  if branch.start >= tuple(record[:2]) and branch.end <= tuple(record[2:4])}
        found = [inside[place] for place in sorted(inside)]
        return found if len(found) == len(record[-1]) else []

    def read_decision(self, record, known):
        for condition, decides in zip(self.conditions(record), record[-1]):
            if decides:
                continue
            if any(known.has(condition, outcome) for outcome in condition.never):
                self.reachable["mcdc"][0] -= 1
            elif not condition.never:
                self.missing.append((condition.start, f"never decides alone: {condition.text}"))


class Known:
    """The rows of unreached.tsv, and which of them were met."""

    def __init__(self, path):
        rows = [line.split("\t") for line in path.read_text().splitlines()[1:]]
        self.met = {tuple(row[:3]): False for row in rows}

    def has(self, branch, outcome):
        row = (branch.name, branch.text, outcome)
        if row not in self.met:
            return False
        self.met[row] = True
        return True

    def tell_wrong(self):
        wrong = [row for row, met in self.met.items() if not met]
        for row in wrong:
            print("unreached.tsv says what is not so:", *row, sep="\t")
        return not wrong


def add_up(sources, which):
    """[count, covered] of each kind: by file, by room, and of all."""
    by_file, by_room, whole = {}, {}, {kind: [0, 0] for kind in KINDS}
    for source in sources:
        mine = by_file[source.name] = getattr(source, which)
        room = by_room.setdefault(room_of(source.name), {kind: [0, 0] for kind in KINDS})
        for kind in KINDS:
            for sums in (room[kind], whole[kind]):
                sums[0] += mine[kind][0]
                sums[1] += mine[kind][1]
    return by_file, by_room, whole


def print_missing(sources, words):
    for source in sources:
        for (line, column), what in sorted(source.missing) if words in source.name else []:
            print(f"{source.name}:{line}:{column}: {what}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build-coverage")
    parser.add_argument("--no-run", action="store_true")
    parser.add_argument("--missing", nargs="?", const="", metavar="WORDS")
    options = parser.parse_args()
    profiles = options.build / "profiles"
    if not options.no_run:
        build_tree(options.build)
        run_tests(options.build, profiles)
    known = Known(ROOT / "tests/coverage/unreached.tsv")
    files = sorted(export(options.build, profiles), key=lambda file: file["filename"])
    sources = [Source(file, known) for file in files]
    if options.missing is not None:
        print_missing(sources, options.missing)
    by_file, by_room, whole = add_up(sources, "sums")
    reachable = add_up(sources, "reachable")[2]
    for sums in (by_file, by_room, {"all": whole, "all that can be reached": reachable}):
        print_table(sums)
        print()
    held = [figures.report(NAMES[kind], f"{share(*reachable[kind]):.2f} %", f"at least {BOUNDS[kind]} %") for kind in KINDS]
    return 0 if known.tell_wrong() and all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
