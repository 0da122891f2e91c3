"""The blocks of GUIDE.md run one after the other and print what the guide shows.

    python3 tests/test_guide.py --write      puts today's output into the guide
"""

import contextlib
import io
import os
import re
import subprocess
import sys
from typing import Any, Dict, Match

from conftest import PACKAGE, ROOT, python_environment

GUIDE = PACKAGE / "GUIDE.md"
BLOCK = re.compile(r"(```python\n(.*?)```\n)(?:(\n```text\n)(.*?)(```))?", re.S)


def with_output(guide: str) -> str:
    """The guide with what its blocks print today."""
    names: Dict[str, Any] = {}

    def run(match: Match[str]) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(match.group(2), str(GUIDE), "exec"), names)
        if match.group(3) is None:
            assert printed.getvalue() == "", match.group(2)
            return match.group(0)
        return match.group(1) + match.group(3) + printed.getvalue() + match.group(5)

    return BLOCK.sub(run, guide)


def test_every_block_prints_what_the_guide_shows() -> None:
    before = os.getcwd()
    os.chdir(ROOT)
    try:
        guide = GUIDE.read_text(encoding="utf-8")
        assert with_output(guide) == guide
        assert len(BLOCK.findall(guide)) >= 10
    finally:
        os.chdir(before)


def test_the_program_of_the_packages_readme_prints_findings() -> None:
    code = BLOCK.search((PACKAGE / "README.md").read_text(encoding="utf-8"))
    assert code is not None
    command = [sys.executable, "-c", code.group(2)]
    made = subprocess.run(command, env=python_environment(), capture_output=True, text=True)
    assert "error asks-for-decision-date 'When will you decide'" in made.stdout, made.stderr


if __name__ == "__main__" and "--write" in sys.argv:
    os.chdir(ROOT)
    GUIDE.write_text(with_output(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
