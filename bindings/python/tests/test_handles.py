"""Handles free themselves: in cycles, at exit, across threads and after fork; use after close is an exception."""

import gc
import os
import threading
import weakref
from typing import Any, Dict, List

import followup
import pytest
from conftest import run_python


def test_use_after_close_is_an_exception(panel: Dict[str, Any]) -> None:
    case, linter = followup.Case.from_dict(panel), followup.Linter()
    report = linter.lint(case)
    linter.close()
    linter.close()
    for use in (
        lambda: linter.lint(case),
        lambda: linter.lint_text("x"),
        lambda: linter.guess_kind("x"),
        lambda: linter.prose_sentences("x"),
        lambda: list(linter.lint_many([case])),
        lambda: linter.__enter__(),
    ):
        with pytest.raises(followup.ClosedError, match="the linter is closed"):
            use()
    case.close()
    other = followup.Linter()
    for use in (
        lambda: other.lint(case),
        lambda: other.lint_message(case, 0),
        lambda: followup.plan(case),
        lambda: followup.record(case),
    ):
        with pytest.raises(followup.ClosedError, match="the case is closed"):
            use()
    assert report[0].explanation and case.messages  # what was found and what was given stay
    assert repr(linter) == "<followup.Linter (closed)>"


def test_a_block_closes(panel: Dict[str, Any]) -> None:
    with followup.Linter() as linter, followup.Case.from_dict(panel) as case:
        assert len(linter.lint(case))
    with pytest.raises(followup.ClosedError):
        linter.lint(case)


def test_findings_outlive_their_report_and_everything_else(panel: Dict[str, Any]) -> None:
    linter, case = followup.Linter(), followup.Case.from_dict(panel)
    wanted = [finding.explanation for finding in linter.lint(case)]
    findings = list(linter.lint(case))
    linter.close()
    case.close()
    del linter, case
    gc.collect()
    assert [finding.explanation for finding in findings] == wanted


def test_what_lies_in_a_cycle_is_freed(panel: Dict[str, Any]) -> None:
    class Holder:
        pass

    gc.collect()
    seen = []
    for _ in range(20):
        holder = Holder()
        holder.linter, holder.case = followup.Linter(), followup.Case.from_dict(panel)  # type: ignore[attr-defined]
        holder.report, holder.me = holder.linter.lint(holder.case), holder  # type: ignore[attr-defined]
        list(holder.report)  # type: ignore[attr-defined]
        seen += [weakref.ref(holder.linter), weakref.ref(holder.case)]  # type: ignore[attr-defined]
        del holder
    gc.collect()
    assert all(reference() is None for reference in seen)


def test_closing_in_one_thread_waits_for_the_calls_of_others(panel: Dict[str, Any]) -> None:
    outcomes: List[str] = []

    def judge(linter: followup.Linter, case: followup.Case, start: threading.Barrier) -> None:
        start.wait()
        for _ in range(20):
            try:
                outcomes.append("found" if len(linter.lint(case)) else "nothing")
            except followup.ClosedError:
                outcomes.append("closed")

    for _ in range(10):
        linter, case = followup.Linter(), followup.Case.from_dict(panel)
        start = threading.Barrier(4)
        threads = [threading.Thread(target=judge, args=(linter, case, start)) for _ in range(3)]
        for thread in threads:
            thread.start()
        start.wait()
        linter.lint(case)
        linter.close()
        case.close()
        for thread in threads:
            thread.join()
    assert set(outcomes) <= {"found", "closed"} and len(outcomes) == 600


def test_a_child_after_fork_uses_and_frees_its_copies(panel: Dict[str, Any]) -> None:
    linter, case = followup.Linter(), followup.Case.from_dict(panel)
    report = linter.lint(case)
    child = os.fork()
    if child == 0:
        status = 1
        try:
            same = linter.lint(case) == report
            linter.close()
            case.close()
            del linter, case, report
            gc.collect()
            status = 0 if same and len(followup.lint_text("x")) else 2
        finally:
            os._exit(status)
    assert os.waitpid(child, 0)[1] == 0
    assert linter.lint(case) == report


AT_EXIT = """
import sys, followup, threading
case = followup.Case(candidate=followup.Candidate("A"), messages=[followup.Message("thank_you", ["B"], "x")],
                     now=__import__("datetime").datetime(2026, 3, 6, tzinfo=__import__("datetime").timezone.utc))
linter = followup.Linter()
report = linter.lint(case)
class Late:
    def __init__(self): self.me, self.held = self, (linter, case, report)
    def __del__(self):
        try: len(self.held[0].lint(self.held[1]))
        except Exception: pass
keep = [Late(), iter(report), linter.lint_many([case] * 3)]
sys.modules["kept"] = keep
builtins = __import__("builtins"); builtins.kept = [linter, case, report, Late()]
threading.Thread(target=lambda: [linter.lint(case) for _ in range(2000)], daemon=True).start()
for _ in range(50): linter.lint(case)
print("done")
"""


def test_nothing_crashes_at_the_interpreters_exit() -> None:
    for _ in range(3):
        made = run_python(AT_EXIT)
        assert (made.returncode, made.stdout) == (0, "done\n"), made.stderr
        assert "Traceback" not in made.stderr
