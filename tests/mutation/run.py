"""Puts small errors into lib/, one at a time, and asks whether some test fails.

    tests/mutation/run.py [--sample N] [--seed N] [--only WORDS] [--least PERCENT]

What can go wrong is in mutants.py. Of the lines that tests reach, N changes are drawn by the seed; those that do not
compile, or compile to what was there, are drawn again. Of each, the tests that reach its line run, the quickest first,
until one fails. equivalent.tsv holds the changes that change nothing anybody could see, each with the reason. The rest
of those that no test minds are printed: each is a test that is missing.

Works in a copy of the tree (build-mutation/tree), which the working tree never sees. Which test reaches what comes from
build-coverage (tests/coverage/measure.py makes it).
"""

import argparse
import collections
import json
import os
import pathlib
import random
import shlex
import shutil
import signal
import subprocess
import sys
import time

import mutants

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
import figures

WORK = ROOT / "build-mutation"
TREE = WORK / "tree"
BUILD = TREE / "build"
COVERED = ROOT / "build-coverage"
# They look at files, at packaging or at instruction counts, not at what the library does.
SUITES_LEFT_OUT = {"docs", "abi", "bench", "python", "install", "static"}
TESTS_LEFT_OUT = {"threads", "threads_cases", "embed", "allocator", "readme", "zone_oracle", "figures"}
TESTS_KEPT = {"nothing", "newer_caller"}
ENVIRONMENT = {**os.environ, "CK_FORK": "no", "PYTHONDONTWRITEBYTECODE": "1"}
ENVIRONMENT.pop("FOLLOWUP_FIGURES", None)


def output(*words, **options):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True, **options).stdout


def copy_tree():
    """The files that git knows or would know, as they are now; what did not change keeps its time."""
    names = output("git", "ls-files", "-co", "--exclude-standard", "-z", cwd=ROOT).split("\0")
    for name in filter(None, names):
        source, copy = ROOT / name, TREE / name
        if not source.is_file():
            continue
        if not copy.exists() or copy.read_bytes() != source.read_bytes():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
            copy.chmod(source.stat().st_mode)
    if not (BUILD / "build.ninja").exists():
        output("meson", "setup", BUILD, TREE, "-Doptimization=1", "-Ddebug=false", "-Db_ndebug=true", "-Ddefault_library=shared")
    output("ninja", "-C", BUILD)


def suites_of(test):
    return {suite.split(":")[-1] for suite in test["suite"]}


def chosen(build):
    """name -> its command, of the tests that can tell."""
    tests = json.loads(output("meson", "introspect", "--tests", build))
    return {test["name"]: test["cmd"] for test in tests
            if (not suites_of(test) & SUITES_LEFT_OUT and test["name"] not in TESTS_LEFT_OUT) or test["name"] in TESTS_KEPT}


def lines_reached(profile):
    files = json.loads(output("llvm-cov-19", "export", f"-instr-profile={profile}", "-skip-expansions", "-skip-functions",
                              COVERED / "lib/libfollowup.so", "-object", COVERED / "lib/formats/libfollowup-formats.so", "lib",
                              cwd=ROOT))["data"][0]["files"]
    reached = {}
    for file in files:
        name, lines, count, since = file["filename"].split("/lib/", 1)[1], set(), 0, 0
        for line, _, hits, has_count, *_ in file["segments"]:
            if count > 0:
                lines.update(range(since, line + 1))
            since, count = line, hits if has_count else 0
        if lines:
            reached["lib/" + name] = sorted(lines)
    return reached


def map_tests(keep):
    """name -> {"seconds": of a run, "lines": file -> lines}. Kept until the library in build-coverage changes."""
    kept = WORK / "reached.json"
    keep = kept.exists() and (keep or kept.stat().st_mtime > (COVERED / "lib/libfollowup.so").stat().st_mtime)
    found = json.loads(kept.read_text()) if keep else {}
    for name, command in chosen(COVERED).items():
        if name in found:
            continue
        profile = WORK / "one.profdata"
        for old in WORK.glob("*.profraw"):
            old.unlink()
        environment = {**ENVIRONMENT, "LLVM_PROFILE_FILE": f"{WORK}/%2m.profraw"}
        start = time.monotonic()
        done = subprocess.run(command, cwd=COVERED, env=environment, capture_output=True, timeout=1200)
        seconds = time.monotonic() - start
        if done.returncode != 0:
            print(f"{name} fails without any change: left out", flush=True)
            continue
        output("llvm-profdata-19", "merge", "-sparse", *WORK.glob("*.profraw"), "-o", profile)
        found[name] = {"seconds": seconds, "lines": lines_reached(profile)}
    kept.write_text(json.dumps(found))
    return found


class Change:
    def __init__(self, file, line, kind, old, new):
        self.file, self.line, self.kind, self.old, self.new = file, line, kind, old, new

    def key(self):
        return (self.file, self.old.strip(), self.new.strip())

    def __str__(self):
        return f"{self.file}:{self.line} {self.kind}\n    - {self.old.strip()}\n    + {self.new.strip()}"


def all_changes(reached, only):
    """Of every line that some test reaches, in the order of the files."""
    lines = collections.defaultdict(set)
    for test in reached.values():
        for file, numbers in test["lines"].items():
            lines[file].update(numbers)
    for file in sorted(lines):
        if only in file and file.endswith(".c"):
            text = (TREE / file).read_text().split("\n")
            for number in sorted(lines[file]):
                if number <= len(text):
                    for kind, new in mutants.changes(text[number - 1]):
                        yield Change(file, number, kind, text[number - 1], new)


def compile_commands():
    entries = json.loads((BUILD / "compile_commands.json").read_text())
    found = {}
    for entry in entries:
        path = (pathlib.Path(entry["directory"]) / entry["file"]).resolve()
        if path.is_relative_to(TREE):
            found[str(path.relative_to(TREE))] = shlex.split(entry["command"])
    return found


def object_of(command, text):
    """What the compiler makes of a text in place of the file; None where it refuses."""
    words = list(command)
    words[words.index("-o") + 1] = "-"
    for flag in ("-MF", "-MQ"):
        place = words.index(flag)
        del words[place:place + 2]
    source = words.index("-c")
    folder = os.path.dirname(words[source + 1])
    words[source:source + 2] = ["-S", "-x", "c", "-", f"-I{folder}", "-w"]
    done = subprocess.run([word for word in words if word != "-MD"], cwd=BUILD, input=text, capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else None


def run_test(command, seconds):
    """Whether it passes; one that takes ten times as long does not."""
    process = subprocess.Popen(command, cwd=BUILD, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True)
    try:
        return process.wait(timeout=10 * seconds + 10) == 0
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False


def targets_of(command):
    """The programs of the build that a command names."""
    paths = [pathlib.Path(os.path.normpath(BUILD / word)) for word in command]
    return [str(path.relative_to(BUILD)) for path in paths if path.is_relative_to(BUILD) and path.is_file()]


class Bench:
    """The copy in which one change at a time is tried."""

    def __init__(self, reached):
        self.reached = reached
        self.tests = chosen(BUILD)
        self.commands = compile_commands()
        self.sources, self.plain = {}, {}

    def source(self, file):
        """As it was before any change: read once, for then it is changed."""
        if file not in self.sources:
            self.sources[file] = (TREE / file).read_text()
        return self.sources[file]

    def text(self, change):
        lines = self.source(change.file).split("\n")
        lines[change.line - 1] = change.new
        return "\n".join(lines)

    def differs(self, change):
        """False where it does not compile, or the compiler makes the same of it."""
        command = self.commands[change.file]
        if change.file not in self.plain:
            self.plain[change.file] = object_of(command, self.source(change.file))
        made = object_of(command, self.text(change))
        return made is not None and made != self.plain[change.file]

    def tests_for(self, change):
        able = [(test["seconds"], name) for name, test in self.reached.items()
                if name in self.tests and change.line in test["lines"].get(change.file, ())]
        return [name for _, name in sorted(able)]

    def killer(self, change):
        """The test that minds, or None."""
        path = TREE / change.file
        path.write_text(self.text(change))
        try:
            for name in self.tests_for(change):
                targets = targets_of(self.tests[name])
                output("ninja", "-C", BUILD, *targets)
                if not run_test(self.tests[name], self.reached[name]["seconds"]):
                    return name
            return None
        finally:
            path.write_text(self.source(change.file))


def read_equivalent():
    rows = (pathlib.Path(__file__).parent / "equivalent.tsv").read_text().splitlines()[1:]
    return {tuple(row.split("\t")[:3]) for row in rows if row}


def room_of(file):
    parts = file.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 else "lib itself"


def print_scores(scores):
    for room, (killed, equal, all_of) in sorted(scores.items()):
        print(f"{room:14} {killed:4} of {all_of - equal:4} noticed, {equal} that change nothing")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="of files whose name holds these words")
    parser.add_argument("--least", type=float, default=90)
    parser.add_argument("--keep-map", action="store_true", help="of tests to lines, though the library has changed")
    options = parser.parse_args()
    WORK.mkdir(exist_ok=True)
    copy_tree()
    bench = Bench(map_tests(options.keep_map))
    drawn = list(all_changes(bench.reached, options.only))
    random.Random(options.seed).shuffle(drawn)
    equivalent, scores, done = read_equivalent(), collections.defaultdict(lambda: [0, 0, 0]), 0
    for change in drawn:
        if done == options.sample:
            break
        if not bench.differs(change):
            continue
        done += 1
        score = scores[room_of(change.file)]
        score[2] += 1
        if change.key() in equivalent:
            score[1] += 1
            continue
        start = time.monotonic()
        killer = bench.killer(change)
        score[0] += killer is not None
        words = f"noticed by {killer}" if killer else "NOT NOTICED"
        print(f"{done:4} {time.monotonic() - start:5.1f} s {words}: {change}", flush=True)
    output("ninja", "-C", BUILD)
    print_scores(scores)
    killed, counted = sum(score[0] for score in scores.values()), sum(score[2] - score[1] for score in scores.values())
    what = f"small errors in {options.only or 'lib'} that a test notices"
    held = figures.report(what, f"{100 * killed / max(counted, 1):.1f} %", f"at least {options.least:g} %")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
