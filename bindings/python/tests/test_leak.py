"""The resident size stays flat over 100,000 lints."""

import gc
import os
import resource
from datetime import datetime, timezone
from typing import Any, Dict

import followup
import pytest

NOW = datetime(2026, 3, 6, tzinfo=timezone.utc)


def test_nothing_is_leaked_over_many_lints(panel: Dict[str, Any]) -> None:
    def resident() -> int:
        with open("/proc/self/statm", encoding="ascii") as sizes:
            return int(sizes.read().split()[1]) * resource.getpagesize()

    def work(linter: followup.Linter, case: followup.Case, count: int) -> None:
        for number in range(count):
            report = linter.lint(case)
            if number % 100 == 0:
                [finding.explanation for finding in report]
                report.to_records()
            if number % 50 == 0:
                followup.Case.from_dict(panel).to_dict()
                followup.window("within two weeks", reference=NOW)
                followup.plan(case)
            if number % 500 == 0:
                followup.Linter().lint_text("x \U0001f600")
                with pytest.raises(followup.TextError):
                    linter.lint_text("\0")

    count = int(os.environ.get("FOLLOWUP_LINTS", "100000"))
    linter, case = followup.Linter(), followup.Case.from_dict(panel)
    work(linter, case, count // 5)
    gc.collect()
    before = resident()
    work(linter, case, count)
    gc.collect()
    assert resident() - before < 1 << 20
