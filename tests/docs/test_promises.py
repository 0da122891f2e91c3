"""Each promise of docs/promises.md names tests that are there and that the build runs."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROMISES = (ROOT / "docs/promises.md").read_text(encoding="utf-8")
BUILD = (ROOT / "tests/meson.build").read_text(encoding="utf-8") + (ROOT / "tests/run.sh").read_text(encoding="utf-8")
TABLE = PROMISES.partition("## Each promise, and the test that holds it")[2]
ROWS = re.findall(r"^\| (?!promise|---)(.*?) \| (.*?) \|$", TABLE, re.M)
NAMED = re.compile(r"`(tests/[\w/.]+)(?:: (\w+))?`")


def is_run(path):
    """By its path, or by the name that a loop of the build puts together."""
    name = path.stem.removeprefix("test_")
    return path.name in BUILD or f"'{name}'" in BUILD or str(path.relative_to("tests")) in BUILD


class Promises(unittest.TestCase):
    def test_there_are_promises(self):
        self.assertGreater(len(ROWS), 20)

    def test_each_names_a_test(self):
        for promise, tests in ROWS:
            with self.subTest(promise):
                self.assertTrue(NAMED.findall(tests))

    def test_each_test_is_there_and_is_run(self):
        for path, name in NAMED.findall(TABLE):
            with self.subTest(path=path, name=name):
                text = (ROOT / path).read_text(encoding="utf-8")
                self.assertTrue(is_run(pathlib.Path(path)))
                if name:
                    self.assertRegex(text, rf"START_TEST\({name}\)|def {name}\(")

    def test_the_bounds_of_memory_are_those_that_are_tested(self):
        source = (ROOT / "tests/fault/test_heap.c").read_text(encoding="utf-8")
        bounds = dict(re.findall(r"(HEAP_\w+) = (\d+)", source))
        for words, bound in (("{} to judge it", "HEAP_JUDGED"), ("{} a text to compare two", "HEAP_COMPARED"),
                             ("{} to find the notes", "HEAP_TAKEN_UP")):
            self.assertIn(words.format(bounds[bound]), " ".join(PROMISES.split()))


if __name__ == "__main__":
    unittest.main(verbosity=0)
