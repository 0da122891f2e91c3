"""The examples: asyncio on one machine, Dask on many, also when a worker dies."""

import json
import os
import pathlib
import signal
import subprocess
import sys
from typing import Any, Dict, List

import followup
import pytest
from conftest import PACKAGE, python_environment

EXAMPLES = PACKAGE / "examples"


def test_asyncio_judges_in_order(dev_lines: List[str], linter: Any, tmp_path: pathlib.Path) -> None:
    (tmp_path / "cases.jsonl").write_text("\n".join(dev_lines[:40]) + "\n", encoding="utf-8")
    command = [sys.executable, str(EXAMPLES / "lint_async.py"), "cases.jsonl"]
    made = subprocess.run(command, cwd=tmp_path, env=python_environment(), capture_output=True, text=True)
    wanted = [
        f"cases.jsonl:{number}: {f.message}: {f.level} {f.rule} {f.text!r}"
        for number, report in enumerate(linter.lint_many(dev_lines[:40]), 1)
        for f in report
    ]
    assert made.stdout.splitlines() == wanted and wanted, made.stderr


def serial(lines: List[str], linter: Any) -> List[Dict[str, Any]]:
    found: List[Dict[str, Any]] = []
    for number, outcome in enumerate(linter.lint_many(lines, errors="return"), 1):
        if isinstance(outcome, followup.Error):
            found.append({"line": number, "failure": str(outcome)})
        else:
            found += [{"line": number, **record} for record in outcome.to_records()]
    return found


def workers_of(parent: int) -> List[int]:
    """The processes that Dask's nannies started: children that run spawn_main, but for the resource tracker."""
    found = []
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes()
            status = (folder / "status").read_text()
        except OSError:
            continue
        if b"spawn_main" in words and f"PPid:\t{parent}\n" in status:
            found.append(int(folder.name))
    return found


def test_a_cluster_that_loses_a_worker_finds_what_one_process_finds(
    dev_lines: List[str], linter: Any, tmp_path: pathlib.Path
) -> None:
    pytest.importorskip("distributed", reason="python3-distributed is not installed")
    lines = [*dev_lines, '{"nmae": 1}', *dev_lines]
    (tmp_path / "cases.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, str(EXAMPLES / "distributed_lint.py"), "cases.jsonl", "findings.jsonl"]
    command += ["--workers=2", "--block=9000", "--pause=0.1"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=python_environment(), stderr=subprocess.PIPE, text=True, bufsize=1
    ) as run:
        assert run.stderr is not None
        told = []
        killed = False
        for line in run.stderr:
            told.append(line)
            if not killed and line.startswith("8 of "):
                before = workers_of(run.pid)
                assert len(before) == 2, before
                os.kill(before[0], signal.SIGKILL)
                killed = True
        assert run.wait(timeout=60) == 0, "".join(told)
    assert killed and any("blocks judged" in line for line in told)
    found = [json.loads(line) for line in (tmp_path / "findings.jsonl").read_text("utf-8").splitlines()]
    assert found == serial(lines, linter)
    assert {"line": len(dev_lines) + 1, "failure": "nmae: unknown member"} in found
