"""The package passes mypy --strict for Python 3.9, and so do programs that use it."""

import subprocess
import sys

import pytest
from conftest import PACKAGE


def test_mypy_strict_is_clean() -> None:
    pytest.importorskip("mypy", reason="mypy is not installed")
    command = [sys.executable, "-m", "mypy", "--strict", "--python-version", "3.9", "--no-incremental"]
    targets = ["followup", "examples/lint_async.py"]
    made = subprocess.run([*command, *targets], cwd=PACKAGE, capture_output=True, text=True)
    assert made.returncode == 0, made.stdout + made.stderr


USER = """
import datetime
import followup

linter = followup.Linter({"rules": {"off-hours": "note"}})
case: followup.Case = followup.Case.from_json("{}")
report = linter.lint(case, datetime.datetime.now(datetime.timezone.utc))
reveal_type(report[0].rule)
reveal_type(report[0].span)
reveal_type(followup.plan(case)[0].due)
reveal_type(followup.draft(case, followup.plan(case)[0]).slots)
reveal_type(followup.window("x", reference=datetime.datetime.now()).end)
linter.lint("x")
"""


def test_a_users_program_is_typed(tmp_path: object) -> None:
    pytest.importorskip("mypy", reason="mypy is not installed")
    command = [sys.executable, "-m", "mypy", "--strict", "--python-version", "3.9", "--no-incremental", "-c", USER]
    told = subprocess.run(command, cwd=PACKAGE, capture_output=True, text=True).stdout
    assert 'note: Revealed type is "followup._enums.Rule"' in told
    assert 'note: Revealed type is "Union[builtins.slice, None]"' in told
    assert 'note: Revealed type is "datetime.datetime"' in told
    assert 'note: Revealed type is "builtins.tuple[builtins.slice, ...]"' in told
    assert 'Argument 1 to "lint" of "Linter" has incompatible type "str"; expected "Case"' in told
    assert told.count("error:") == 1
