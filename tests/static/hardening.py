"""Whether the libraries and programs are built with the walls that meson.build asks for, and installed without a path.

    tests/static/hardening.py BUILD

Of every library and program that is installed: read-only relocations and all symbols bound at start, a stack that
nobody runs, no relocation in code, no path to search for libraries, programs at random addresses, stack canaries, and
the C library's checked functions in place of those that check nothing.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

UNCHECKED = {"gets", "strcpy", "strcat", "stpcpy", "sprintf", "vsprintf"}


def output(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def weaknesses(path):
    """What is wrong with one file, in words."""
    header, dynamic = output("readelf", "-hW", path), output("readelf", "-dW", path)
    segments, symbols = output("readelf", "-lW", path), output("readelf", "--dyn-syms", "-W", path)
    imported = {name.split("@")[0] for name in re.findall(r" UND (\S+)", symbols)}
    stack = re.search(r"GNU_STACK.* (\w+) +0x", segments)
    walls = {
        "no read-only relocations": "GNU_RELRO" in segments,
        "symbols bound late": re.search(r"BIND_NOW|FLAGS.*\bNOW\b", dynamic),
        "a stack that can be run": stack and "E" not in stack[1],
        "a segment both written and run": not re.search(r"LOAD.* RWE ", segments),
        "relocations in code": "TEXTREL" not in dynamic,
        "a path to search": not re.search(r"RPATH|RUNPATH", dynamic),
        "a fixed address": "DYN (" in header,
        "no stack canaries": "__stack_chk_fail" in imported,
        "no checked function": any(name.endswith("_chk") for name in imported),
        "unchecked functions": not imported & UNCHECKED,
    }
    return [words for words, stands in walls.items() if not stands]


def installed(build, folder):
    """Everything with machine code in it, as a user gets it."""
    subprocess.run(["meson", "install", "-C", build, "--no-rebuild", "--destdir", folder], check=True, capture_output=True)
    files = [path for path in pathlib.Path(folder).rglob("*") if path.is_file() and not path.is_symlink()]
    return [path for path in files if path.read_bytes()[:4] == b"\x7fELF"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        files = installed(sys.argv[1], folder)
        found = {path.name: weaknesses(path) for path in files}
    for name, words in sorted(found.items()):
        print(f"{name}: {', '.join(words) or 'hardened'}")
    if not any(name.startswith("libfollowup.so") for name in found) or "followup-lint" not in found:
        sys.exit("the library or a program is missing")
    sys.exit(1 if any(found.values()) else 0)


if __name__ == "__main__":
    main()
