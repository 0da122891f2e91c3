"""Reads lib/ and examples/ with four analyzers and fails on any finding.

    tests/static/run.py BUILD [tool ...]

BUILD is a folder that meson has built: its compile_commands.json says what there is to read. The tools are gcc
(-fanalyzer), clang (--analyze), clang-tidy (.clang-tidy says which checks, and why not the others) and cppcheck.
A false finding is silenced where it stands, with the reason beside it, or in the table below. Files that the build
generates are tables: they are left out.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
import figures

ROOMS = ("lib", "examples")
FINDING = re.compile(r"^(?!/usr/)[^\s:][^:]*:\d+:\d+: (?:warning|error|performance|portability): .*$", re.MULTILINE)
# (tool, end of the file's name, words of the finding): why it is none.
FALSE = {
    ("clang", "examples/shared/case_files.c", "never closed"): "close_lines() closes it",
    ("clang", "examples/shared/case_files.c", "memory leak"): "close_lines() frees it",
    ("clang", "examples/shared/inputs.c", "unix.Stream"): "ferror() is asked behind the loop; a read at the end reads nothing",
    ("clang", "lib/formats/calendar_zone.c", "NonNullParam"): "a TZID is text wherever its zone is asked for",
    ("clang", "lib/formats/read_interviews.c", "uninitialized"): "hours are set wherever their reading ends well",
    ("clang", "lib/lint.c", "Dereference of null"): "followup_scratch_new() makes one wherever it ends well",
    ("clang", "lib/model/mailbox.c", "via field 'bytes'"): "a name that is unquoted has its two quotes",
    ("clang", "lib/text/words.c", "via field 'items'"): "array_reserve() gives items wherever it is true",
    ("clang", "lib/text/zones.c", "via field 'items'"): "array_reserve() gives items wherever it is true",
}


def commands(build):
    """What compiles each file of the rooms, once: (file, folder, the words without where it goes to)."""
    seen = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = (pathlib.Path(entry["directory"]) / entry["file"]).resolve()
        if path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in ROOMS:
            words = shlex.split(entry["command"])
            for flag in ("-MQ", "-MF", "-o"):
                place = words.index(flag)
                del words[place:place + 2]
            seen[path] = (path, entry["directory"], [word for word in words if word != "-MD"])
    return list(seen.values())


def run(words, folder):
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    found = set(FINDING.findall(done.stdout + done.stderr))
    if done.returncode != 0 and not found:
        found.add(f"{' '.join(words[:2])} failed: {(done.stdout + done.stderr)[-500:]}")
    return found


def plain(words):
    return [word for word in words if not word.startswith("-fdiagnostics")]


def with_gcc(command, build):
    """-O1: at -O2 it loses its way in functions that were split."""
    path, folder, words = command
    return run(["gcc", *plain(words[1:]), "-O1", "-fanalyzer", "-o", "/dev/null"], folder)


def with_clang(command, build):
    path, folder, words = command
    checkers = "-Xclang -analyzer-checker=core,deadcode,nullability,optin.portability,security,unix,valist"
    # memcpy_s and its kin are in no C library here.
    no_annex_k = "-Xclang -analyzer-disable-checker=security.insecureAPI.DeprecatedOrUnsafeBufferHandling"
    return run(["clang-19", "--analyze", *checkers.split(), *no_annex_k.split(), "-Xclang", "-analyzer-output=text",
                *plain(words[1:])], folder)


def with_clang_tidy(command, build):
    return run(["clang-tidy-19", "--quiet", f"--header-filter=^{ROOT}/", "-p", str(build), str(command[0])], ROOT)


def with_cppcheck(command, build):
    includes = [word for word in command[2] if word.startswith("-I")]
    return run(["cppcheck", "--quiet", "--std=c11", "--enable=warning,performance,portability", "--inline-suppr",
                # of the system's headers
                "--suppress=toomanyconfigs",
                "--template=gcc", *includes, str(command[0])], command[1])


TOOLS = {"gcc": with_gcc, "clang": with_clang, "clang-tidy": with_clang_tidy, "cppcheck": with_cppcheck}


def is_false(tool, finding):
    return any(tool == key[0] and key[1] in finding and key[2] in finding for key in FALSE)


def main():
    build, names = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:] or TOOLS
    todo, held = commands(build), True
    for name in names:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            found = set().union(*pool.map(lambda command: TOOLS[name](command, build), todo))
        real = sorted(finding for finding in found if not is_false(name, finding))
        print(f"{name}: {len(todo)} files, {len(real)} findings", *real, sep="\n", flush=True)
        held = figures.report(f"findings of {name} in lib and examples", len(real), "exactly 0") and held and todo != []
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
