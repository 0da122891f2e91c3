"""The table of figures shows what was reported, the worst of each, and fails for a figure beyond its bound.

    test_figures.py FIGURE_PROGRAM    which reports the same lines from C
"""

import os
import subprocess
import sys
import tempfile
import unittest

import figures


class Table(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "figures.tsv")
        self.environment = {**os.environ, "FOLLOWUP_FIGURES": self.path}

    def run_script(self, *words):
        return subprocess.run([sys.executable, figures.__file__, *words], env=self.environment, capture_output=True, text=True)

    def test_a_figure_that_holds_stands_in_the_table(self):
        self.assertEqual(self.run_script("report", "lines covered", "98.4 %", "at least 98 %").returncode, 0)
        table = self.run_script("table", self.path)
        self.assertEqual(table.returncode, 0)
        self.assertRegex(table.stdout, r"lines covered +98\.4 % +at least 98 %\n")

    def test_a_figure_beyond_its_bound_fails_both_the_report_and_the_table(self):
        self.assertEqual(self.run_script("report", "crashes", "1", "exactly 0").returncode, 1)
        table = self.run_script("table", self.path)
        self.assertEqual(table.returncode, 1)
        self.assertIn("NOT HELD", table.stdout)

    def test_the_worst_of_several_reports_stands(self):
        for figure in ("3 ms", "9 ms", "4 ms"):
            self.run_script("report", "one text", figure, "at most 50 ms")
        for figure in ("3", "9", "4"):
            self.run_script("report", "cases", figure, "at least 2")
        self.run_script("report", "leaks", "0", "exactly 0")
        self.run_script("report", "leaks", "-1", "exactly 0")
        self.run_script("report", "leaks", "0", "exactly 0")
        shown = self.run_script("table", self.path).stdout
        self.assertRegex(shown, r"one text +9 ms")
        self.assertRegex(shown, r"cases +3 ")
        self.assertRegex(shown, r"leaks +-1 ")
        self.assertEqual(len(shown.splitlines()), 4)

    def test_what_is_no_figure_is_refused(self):
        for figure, bound in (("many", "at most 3"), ("3 ms", "at most 3 s"), ("3", "about 3")):
            self.assertNotIn(self.run_script("report", "x", figure, bound).returncode, (0, 2))

    def test_c_reports_the_same_lines(self):
        done = subprocess.run([PROGRAM], env=self.environment, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(self.path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "heap\t31.5 bytes/byte\tat most 64 bytes/byte\nleaks\t1\texactly 0\nrounds\t7\tat least 7\n")


if __name__ == "__main__":
    PROGRAM = sys.argv[1]
    unittest.main(argv=[sys.argv[0]], verbosity=0)
