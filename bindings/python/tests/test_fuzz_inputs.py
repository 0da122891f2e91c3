"""Of the seeds of the fuzz targets, and of all that fuzzing found, Python says what C says."""

import pathlib
import subprocess
from typing import Any, Iterator, List

import followup
import pytest
from conftest import BUILD, ROOT

SAY = BUILD / "tests/fuzz/fuzz-say"
SEEDS, FOUND = BUILD / "tests/fuzz/seeds/message", ROOT / "tests/fuzz/found/message"


def lines_of(linter: Any, path: pathlib.Path) -> Iterator[str]:
    data = path.read_bytes()
    try:
        report = linter.lint_text(data[1:], followup.Kind(data[0] % 9))
    except followup.TextError:
        yield f"{path} invalid UTF-8"
        return
    for finding in report:
        place = "" if finding.start is None else f" {finding.start}-{finding.end}"
        words = f"{path} {finding.rule} {finding.level} {int(finding.kind)}"
        yield f"{words}{place} {finding.fingerprint:016x}"


@pytest.mark.skipif(not SAY.exists(), reason="built without the fuzz targets' replays")
def test_python_says_of_every_input_what_c_says(linter: Any) -> None:
    paths: List[pathlib.Path] = [path for folder in (SEEDS, FOUND) for path in sorted(folder.iterdir())]
    paths = [path for path in paths if path.stat().st_size > 0 and not path.name.startswith(".")]
    said = subprocess.run([SAY, *paths], capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(paths) > 900 and len(said) > 500
    assert [line for path in paths for line in lines_of(linter, path)] == said
