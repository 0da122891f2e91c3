"""Every public function is among the calls that memory fails in, and in each of them some allocation does fail.

    test_calls.py TEST_EVERY_CALL MAIL

A new function turns this red until test_every_call.c calls it, or an exception below says why not.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import figures
import headers

MAPS = [HERE.parents[1] / "lib/followup.map", HERE.parents[1] / "lib/formats/followup-formats.map"]

# Calls that can fail, but ask the context for no memory.
WITHOUT_MEMORY = {
    "followup_error_set": "its texts are of fixed length",
    "followup_context_set_text_limit": "a number",
    "followup_policy_use_region": "numbers",
    "followup_policy_set_level": "a number",
    "followup_policy_set_number": "a number",
    "followup_policy_set_sentences": "numbers",
    "followup_calendar_set_region": "two letters, kept in place",
    "followup_calendar_set_weekend": "a number",
    "followup_calendar_set_reading": "a number",
    "followup_business_days_after": "computed in place",
    "followup_calendar_instant": "computed in place",
    "followup_case_set_applied_at": "a number",
    "followup_interview_set_window_ends": "a number",
    "followup_message_set_sent": "a number",
    "followup_case_drop_message": "gives back only",
    "followup_writer_end": "malloc and Jansson alone",
    "followup_calendar_writer_new": "malloc alone (docs/promises.md)",
    "followup_calendar_writer_end": "nothing but the sink",
    "followup_formats_write_draft": "malloc, GLib and GMime alone",
    "followup_formats_each_mail": "malloc and GLib; it has no context",
}


def functions():
    """The names in the maps with the type that each returns."""
    types = {item.name: item.type for item in headers.all_items() if item.kind == "function"}
    names = [name for path in MAPS for name in re.findall(r"^    (followup_\w+);", path.read_text(), re.M)]
    return {name: types[name] for name in names}


class Calls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "calls"
            done = subprocess.run([PROGRAM, str(path), MAIL], capture_output=True, text=True)
            cls.output = done.stdout + done.stderr
            cls.code = done.returncode
            rows = path.read_text().splitlines() if path.exists() else []
        cls.failures = {name: int(failures) for name, _, failures in (row.split("\t") for row in rows)}
        cls.functions = functions()

    def test_the_calls_hold(self):
        self.assertEqual(self.code, 0, self.output)

    def test_every_function_that_can_fail_meets_a_failure_of_memory(self):
        fallible = {name for name, returned in self.functions.items() if returned == "followup_status"}
        fallible.remove("followup_error_status")  # tells of another call
        self.assertGreater(len(fallible), 70)
        self.assertEqual(fallible - self.failures.keys(), set())
        without = {name for name in fallible if self.failures[name] == 0}
        self.assertEqual(without, set(WITHOUT_MEMORY))
        self.assertTrue(figures.report("public calls of which no allocation was failed",
                                       len(without - set(WITHOUT_MEMORY)), "exactly 0"))

    def test_every_other_function_is_called(self):
        sources = "".join((HERE / name).read_text() for name in ("said.c", "test_every_call.c"))
        called = set(re.findall(r"\b(followup_\w+)\b", sources))
        self.assertEqual(set(self.functions) - called, set())


if __name__ == "__main__":
    PROGRAM, MAIL = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1], verbosity=0)
