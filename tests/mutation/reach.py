"""Which test reaches which line of lib/, from a run of each in the instrumented tree of tests/coverage."""

import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/coverage"))
import measure

COVERED = ROOT / "build-coverage"
LIBRARIES = ("lib/libfollowup.so", "lib/formats/libfollowup-formats.so")
# They look at files, at packaging or at instruction counts, not at what the library does.
SUITES_LEFT_OUT = {"docs", "abi", "adversarial", "bench", "figures", "install", "python", "static"}
TESTS_LEFT_OUT = {"allocator", "drafts_file", "embed", "quiet", "readme", "threads", "threads_cases", "zone_oracle"}
TESTS_KEPT = {"nothing", "newer_caller"}
# No Meson test, but held by every run of tests/run.sh.
LABELLED_SETS = [sys.executable, "../tests/accuracy/measure.py", "."]


def output(*words, **options):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True, **options).stdout


def tests_of(build):
    """name -> its command, of the tests that can tell."""
    found = {"labelled_sets": LABELLED_SETS}
    for test in json.loads(output("meson", "introspect", "--tests", build)):
        suites = {suite.split(":")[-1] for suite in test["suite"]}
        if test["name"] in TESTS_KEPT or not (suites & SUITES_LEFT_OUT or test["name"] in TESTS_LEFT_OUT):
            found[test["name"]] = test["cmd"]
    return found


def code_lines(file):
    """(line, whether it was reached) of the lines that hold code; a line may come more than once."""
    count, has_count, since = 0, False, 0
    for line, _, hits, counted, *_ in file["segments"]:
        if has_count:
            yield from ((number, count > 0) for number in range(since, line + 1))
        since, count, has_count = line, hits, counted


def lines_of(profile):
    """file -> (the lines reached, all lines of code)."""
    libraries = [COVERED / name for name in LIBRARIES]
    files = json.loads(output("llvm-cov-19", "export", f"-instr-profile={profile}", "-skip-expansions", "-skip-functions",
                              libraries[0], "-object", libraries[1], "lib", cwd=ROOT))["data"][0]["files"]
    found = {}
    for file in files:
        lines = list(code_lines(file))
        name = "lib/" + file["filename"].split("/lib/", 1)[1]
        found[name] = sorted({line for line, reached in lines if reached}), sorted({line for line, _ in lines})
    return found


def run_instrumented(command, work, environment):
    """What one test reaches, as lines_of; None where it fails."""
    for old in work.glob("*.profraw"):
        old.unlink()
    done = subprocess.run(command, cwd=COVERED, env={**environment, "LLVM_PROFILE_FILE": f"{work}/%2m.profraw"},
                          capture_output=True, timeout=1200)
    profile = work / "one.profdata"
    if done.returncode != 0 or not list(work.glob("*.profraw")):
        return None
    output("llvm-profdata-19", "merge", "-sparse", *work.glob("*.profraw"), "-o", profile)
    return lines_of(profile)


def stamp_of(command):
    """When the libraries, or one of the files that the command names, was last written."""
    files = [COVERED / word for word in (*command, *LIBRARIES)]
    return max(file.stat().st_mtime for file in files if file.is_file())


def read(work, environment):
    """({test: {file: lines reached}}, {file: lines of code}); what did not change since the last time is not run again."""
    measure.build_tree(COVERED)
    kept = work / "reached.json"
    old, found = json.loads(kept.read_text()) if kept.exists() else {}, {}
    for name, command in tests_of(COVERED).items():
        stamp = stamp_of(command)
        if old.get(name, {}).get("stamp") == stamp:
            found[name] = old[name]
            continue
        lines = run_instrumented(command, work, environment)
        if lines is None:
            print(f"{name} fails without any change, or reaches nothing: left out", flush=True)
        found[name] = {"stamp": stamp, "lines": lines or {}}
        kept.write_text(json.dumps({**old, **found}))
    reached = {name: {file: set(lines[0]) for file, lines in test["lines"].items()} for name, test in found.items()}
    code = {file: lines[1] for test in found.values() for file, lines in test["lines"].items()}
    return reached, code
