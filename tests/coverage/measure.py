"""How much of lib/ the tests reach: lines, branches, and conditions that decide alone (MC/DC).

    tests/coverage/measure.py [--build BUILD] [--no-run] [--missing [WORDS]]

Builds an instrumented tree (build-coverage, with clang-19), runs every suite in it, the injection tests and the labelled
sets among them, and prints what they reached: file by file, room by room, and all together. Exits with 1 below the
bounds. Generated tables are no code and not counted. --missing prints the branches that were never taken, of files
whose name holds WORDS.

unreached.tsv says of the branches that no test takes which are known, and why.
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


def add_up(files):
    """[count, covered] of each kind: by file, by room, and of all."""
    by_file, by_room, whole = {}, {}, {kind: [0, 0] for kind in KINDS}
    for file in sorted(files, key=lambda file: file["filename"]):
        name = file["filename"].split("/lib/", 1)[1]
        mine = {kind: [file["summary"][kind]["count"], file["summary"][kind]["covered"]] for kind in KINDS}
        by_file[name] = mine
        room = by_room.setdefault(room_of(name), {kind: [0, 0] for kind in KINDS})
        for kind in KINDS:
            for sums in (room[kind], whole[kind]):
                sums[0] += mine[kind][0]
                sums[1] += mine[kind][1]
    return by_file, by_room, whole


def missing_branches(files, words):
    """file:line:column, whether it was never true or never false, and the condition."""
    for file in files:
        name = file["filename"].split("/lib/", 1)[1]
        lines = pathlib.Path(file["filename"]).read_text().split("\n")
        for line, column, last, end, *counts in file["branches"] if words in name else []:
            for count, never in zip(counts, ("true", "false")):
                if count == 0:
                    print(f"{name}:{line}:{column}: never {never}: {lines[line - 1][column - 1:end - 1 if last == line else None]}")


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
    files = export(options.build, profiles)
    if options.missing is not None:
        missing_branches(files, options.missing)
    by_file, by_room, whole = add_up(files)
    for sums in (by_file, by_room, {"all": whole}):
        print_table(sums)
        print()
    held = [figures.report(NAMES[kind], f"{share(*whole[kind]):.2f} %", f"at least {BOUNDS[kind]} %") for kind in KINDS]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
