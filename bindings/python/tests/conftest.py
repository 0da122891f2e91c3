"""What the tests share: where things are, and the labelled cases."""

import json
import os
import pathlib
import subprocess
import sys
from typing import Any, Dict, List

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[1]
ROOT = PACKAGE.parents[1]
BUILD = pathlib.Path(os.environ.get("FOLLOWUP_BUILD", ROOT / "build")).resolve()
sys.path.insert(0, str(PACKAGE))
os.environ.setdefault("FOLLOWUP_LIBRARY", str(BUILD / "lib"))


def python_environment(**more: str) -> Dict[str, str]:
    """What another Python needs to import the package."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(PACKAGE), "PYTHONPYCACHEPREFIX": str(BUILD / "pycache"), **more}


def run_python(code: str, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """Runs a program in a new Python."""
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, env=python_environment(**more), cwd="/", capture_output=True, text=True, timeout=300)


def lines_of(path: str) -> List[str]:
    return (ROOT / path).read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="session")
def dev_lines() -> List[str]:
    return lines_of("tests/accuracy/dev-cases.jsonl")


@pytest.fixture(scope="session")
def dev_cases(dev_lines: List[str]) -> List[Dict[str, Any]]:
    return [json.loads(line) for line in dev_lines]


@pytest.fixture(scope="session")
def linter() -> Any:
    import followup

    return followup.Linter()


@pytest.fixture
def panel() -> Dict[str, Any]:
    """A case with one of everything."""
    return {
        "id": "all",
        "candidate": {"name": "Amara Okafor", "email": "amara@example.org", "time_zone": "America/Chicago"},
        "application": {
            "company": "Northwind Robotics",
            "role": "Field Engineer",
            "applied_at": "2026-02-20T09:00:00-06:00",
        },
        "other_companies": ["Contoso Freight"],
        "calendar": {"region": "US", "holidays": ["2026-05-25"]},
        "interviews": [
            {
                "id": "onsite",
                "stage": "onsite",
                "start": "2026-03-05T14:00:00-06:00",
                "end": "2026-03-05T15:00:00-06:00",
                "time_zone": "America/Chicago",
                "panel": [
                    {
                        "name": "Priya Raman",
                        "email": "priya@northwind.example",
                        "title": "Director of Field Operations",
                        "notes": ["pilot at the Rotterdam port starts with six robots"],
                    }
                ],
                "promised_reply": "We'll be in touch within two weeks.",
                "promised_materials": [{"what": "case study", "to": "priya@northwind.example"}],
            }
        ],
        "events": [{"kind": "reply", "at": "2026-03-06T08:00:00Z", "from": "priya@northwind.example"}],
        "messages": [
            {
                "id": "first",
                "kind": "thank_you",
                "interview": "onsite",
                "from": "Amara Okafor <amara@example.org>",
                "to": ["Priya Raman <priya@northwind.example>"],
                "cc": ["Luis <luis@northwind.example>"],
                "subject": "Thank you 😀 for today",
                "body": "Dear Priya,\n\n😀 Thanks. 你好 — when will you decide? See [date].\n\nAmara\n",
                "attachments": ["leeds.pdf"],
                "sent": "2026-03-05T19:30:00-06:00",
            }
        ],
        "now": "2026-03-06T09:00:00-06:00",
    }
