"""A wheel builds without a package index, and works in an empty virtual environment."""

import os
import pathlib
import shutil
import subprocess
import sys
import venv
import zipfile

import pytest
from conftest import BUILD, PACKAGE

pytest.importorskip("build", reason="python3-build is not installed")
pytest.importorskip("wheel", reason="python3-wheel is not installed")

USE = """
import followup, sys
assert "_lib" in followup.library_path, followup.library_path
print(followup.lint_text("Dear Priya,\\n\\nThanks. When will you decide?\\n\\nAmara\\n", "thank_you").worst)
maps = open("/proc/self/maps").read()
for name in ("libicuuc", "libicui18n", "libicudata", "libpcre2-8", "libstemmer"):
    assert name in maps, name
    assert all(sys.prefix in line for line in maps.splitlines() if name + ".so" in line), name
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "setup.py", "README.md"):
        shutil.copy(PACKAGE / name, source)
    shutil.copytree(PACKAGE / "followup", source / "followup")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(source / "dist")]
    # An index that nobody answers at: whoever asked it would fail.
    environment = {**os.environ, "FOLLOWUP_LIBRARY": str(BUILD / "lib"), "PIP_INDEX_URL": "http://127.0.0.1:9/"}
    made = subprocess.run(command, cwd=source, env=environment, capture_output=True, text=True)
    assert made.returncode == 0, made.stdout + made.stderr
    (found,) = (source / "dist").glob("*.whl")
    return found


def test_the_wheel_holds_the_library_and_what_it_needs(wheel: pathlib.Path) -> None:
    assert wheel.name.startswith("followup-0.1.0-py3-none-linux_")
    names = zipfile.ZipFile(wheel).namelist()
    for start in ("libfollowup", "libicuuc", "libicui18n", "libicudata", "libpcre2-8", "libstemmer"):
        assert any(name.startswith(f"followup/_lib/{start}.so") for name in names), start
    assert "followup/py.typed" in names and "followup/_command/lint.py" in names


def test_the_wheel_works_in_an_empty_virtual_environment(wheel: pathlib.Path, tmp_path: pathlib.Path) -> None:
    venv.create(tmp_path / "empty", with_pip=False)
    python = str(tmp_path / "empty" / "bin" / "python")
    where = "import sysconfig; print(sysconfig.get_path('platlib'))"
    asked = subprocess.run([python, "-c", where], capture_output=True)
    zipfile.ZipFile(wheel).extractall(asked.stdout.decode().strip())
    clean = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    made = subprocess.run([python, "-I", "-c", USE], env=clean, cwd=tmp_path, capture_output=True, text=True)
    assert (made.stdout, made.stderr, made.returncode) == ("error\n", "", 0)
    words = [python, "-m", "followup", "window", "--reference=2026-03-05T15:00:00Z", "within two weeks"]
    told = subprocess.run(words, env=clean, cwd=tmp_path, capture_output=True, text=True)
    assert told.stdout.startswith("ends    2026-03-19T23:59:59 UTC"), told.stderr
