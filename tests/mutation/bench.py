"""The copy of the tree in which small errors are tried, and the workers that try them.

The copy is built once. An error then costs one compiler run and one link: all tests, also those of the inside, use one
shared library in which everything is seen, and a worker has its own, with one object exchanged.
"""

import contextlib
import json
import os
import pathlib
import queue
import shlex
import shutil
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

from reach import ROOT, output, tests_of

WORK = ROOT / "build-mutation"
TREE = WORK / "tree"
BUILD = TREE / "build"
# A changed line may ask for memory without end, or never come to one.
MEMORY_LIMIT = 4 << 30
ENVIRONMENT = {**os.environ, "CK_FORK": "no", "PYTHONDONTWRITEBYTECODE": "1"}
for word in ("FOLLOWUP_FIGURES", "FOLLOWUP_LONG"):
    ENVIRONMENT.pop(word, None)

# Appended to lib/meson.build: the tests of the inside, which hold the objects otherwise, use a shared library too.
OPEN_LIBRARY = """
followup_open = shared_library('followup-open', link_whole: followup_inside, dependencies: followup_dependencies,
  link_args: ['-Wl,-Bsymbolic', '-Wl,-soname,libfollowup.so.0', '-Wl,--version-script,' + meson.current_source_dir() / 'open.map'])
followup_inside_dependency = declare_dependency(link_with: followup_open, sources: pack[0],
  include_directories: [includes, include_directories('.')], dependencies: followup_dependencies)
"""


def in_copy(name, content):
    """A file as the copy has it."""
    if name != "lib/meson.build":
        return content
    return content.replace(b"gnu_symbol_visibility: 'hidden'", b"gnu_symbol_visibility: 'default'") + OPEN_LIBRARY.encode()


def write_changed(path, content):
    """What did not change keeps its time."""
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def copy_tree():
    """The files that git knows or would know, as they are now."""
    for name in filter(None, output("git", "ls-files", "-co", "--exclude-standard", "-z", cwd=ROOT).split("\0")):
        source = ROOT / name
        if source.is_file():
            write_changed(TREE / name, in_copy(name, source.read_bytes()))
            (TREE / name).chmod(source.stat().st_mode)
    write_changed(TREE / "lib/open.map", b"FOLLOWUP_0.1 { global: *; };\n")
    if not (BUILD / "build.ninja").exists():
        output("meson", "setup", BUILD, TREE, "-Doptimization=1", "-Ddebug=false", "-Db_ndebug=true", "-Ddefault_library=shared")
    output("ninja", "-C", BUILD)


def compiler_commands():
    """file -> (the words that compile it, the object it becomes)."""
    found = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        path = (BUILD / entry["file"]).resolve()
        if path.is_relative_to(TREE / "lib"):
            found[str(path.relative_to(TREE))] = shlex.split(entry["command"]), entry["output"]
    return found


class Library:
    """One of the two: how it is linked of its objects, and where the tests look for it."""

    def __init__(self, linked, used):
        self.used = used
        self.command = shlex.split(output("ninja", "-C", BUILD, "-t", "commands", linked).splitlines()[-1])
        self.place = next(i for i, word in enumerate(self.command) if word.endswith("-inside.a"))
        self.folder = self.command[self.place] + ".p/"
        self.objects = sorted(str(file.relative_to(BUILD)) for file in (BUILD / self.folder).glob("*.o"))

    def link(self, worker, old=None, new=None):
        """Into a worker's build, with one object in place of another."""
        objects = [str(new) if name == old else name for name in self.objects]
        words = [*self.command[:self.place], *objects, *self.command[self.place + 1:]]
        target = worker / self.used
        target.unlink()
        words[words.index("-o") + 1] = str(target)
        subprocess.run(words, cwd=BUILD, check=True, capture_output=True)

    def restore(self, worker):
        (worker / self.used).unlink()
        os.link(self.plain(worker), worker / self.used)

    def plain(self, worker):
        return worker / (self.used + ".plain")


def compiled(command, text, made):
    """The bytes of the object that the compiler makes of a text in place of the file; None where it refuses."""
    words = list(command)
    source = words.index("-c")
    folder = os.path.dirname(words[source + 1])
    words[source:source + 2] = ["-c", "-x", "c", "-", f"-I{folder}", "-w"]
    words[words.index("-o") + 1] = str(made)
    for flag in ("-MF", "-MQ"):
        place = words.index(flag)
        del words[place:place + 2]
    words.remove("-MD")
    done = subprocess.run(words, cwd=BUILD, input=text, capture_output=True, text=True)
    return made.read_bytes() if done.returncode == 0 else None


def passes(command, seconds, worker):
    """Whether a test passes in a worker's build; one that works much longer than `seconds` does not.

    Work is what counts: on a busy machine a test may have to wait for its turn."""
    words = ["prlimit", f"--as={MEMORY_LIMIT}", "--core=0", f"--cpu={int(4 * seconds) + 4}", *(word.replace(str(BUILD), str(worker)) for word in command)]
    process = subprocess.Popen(words, cwd=worker, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True)
    try:
        return process.wait(timeout=40 * seconds + 100) == 0
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False


class Bench:
    """Workers, each with a build of its own that shares all files with the copy's but the libraries."""

    def __init__(self, reached, workers):
        self.commands = compiler_commands()
        self.libraries = [Library("lib/libfollowup-open.so", "lib/libfollowup.so.0.1.0"),
                          Library("lib/formats/libfollowup-formats.so.0.1.0", "lib/formats/libfollowup-formats.so.0.1.0")]
        self.workers = queue.SimpleQueue()
        for number in range(workers):
            self.workers.put(self.make_worker(TREE / f"worker-{number}"))
        self.pool = ThreadPoolExecutor(workers)
        self.reached, self.tests, self.seconds, self.plain = reached, tests_of(BUILD), {}, {}
        self.time_tests()

    def make_worker(self, worker):
        shutil.rmtree(worker, ignore_errors=True)
        shutil.copytree(BUILD, worker, copy_function=os.link, symlinks=True)
        for library in self.libraries:
            library.link(worker)
            os.link(worker / library.used, library.plain(worker))
        return worker

    @contextlib.contextmanager
    def worker(self):
        worker = self.workers.get()
        try:
            yield worker
        finally:
            self.workers.put(worker)

    def time_test(self, name):
        with self.worker() as worker:
            start = time.monotonic()
            held = passes(self.tests[name], 600, worker)
            return held, time.monotonic() - start

    def time_tests(self):
        """Beside each other, as they run later; those that fail without any change can tell nothing."""
        for name, (held, seconds) in zip(self.tests, self.pool.map(self.time_test, self.tests)):
            if held:
                self.seconds[name] = seconds
            else:
                print(f"{name} fails without any change: left out", flush=True)

    def minds(self, name, worker):
        """Whether a test fails, twice: one that looks at a clock may fail once on a busy machine."""
        return not any(passes(self.tests[name], self.seconds[name], worker) for _ in range(2))

    def tests_for(self, change):
        able = [(seconds, name) for name, seconds in self.seconds.items()
                if change.line in self.reached.get(name, {}).get(change.file, ())]
        return [name for _, name in sorted(able)]

    def try_change(self, change):
        """None where it does not compile, or to what was there; else (seconds, the test that minds it or None)."""
        start = time.monotonic()
        with self.worker() as worker:
            command, plain = self.commands[change.file]
            made = worker / "changed.o"
            if plain not in self.plain:
                self.plain[plain] = compiled(command, change.source, made)
            if compiled(command, change.text(), made) in (None, self.plain[plain]):
                return None
            if change.is_equivalent:
                return 0, None
            library = next(library for library in self.libraries if plain.startswith(library.folder))
            library.link(worker, plain, made)
            killer = next((name for name in self.tests_for(change) if self.minds(name, worker)), None)
            library.restore(worker)
            return time.monotonic() - start, killer
