"""Finding the library: installed, in a build tree, through the environment; clear messages where it is missing."""

import os
import pathlib
import shutil
import subprocess

import followup
import pytest
from conftest import BUILD, PACKAGE, run_python

SHOW = "import followup; print(followup.library_path, followup.library_version)"


def error_of(**more: str) -> str:
    made = run_python("import followup", **more)
    assert made.returncode == 1, made.stdout
    return made.stderr


def test_the_variable_names_a_file_or_a_folder() -> None:
    for place in (BUILD / "lib", BUILD / "lib" / "libfollowup.so.0"):
        made = run_python(SHOW, FOLLOWUP_LIBRARY=str(place))
        assert made.stdout == f"{BUILD / 'lib' / 'libfollowup.so.0'} {followup.library_version}\n", made.stderr


def test_a_wrong_variable_is_told_and_nothing_else_is_tried(tmp_path: pathlib.Path) -> None:
    told = error_of(FOLLOWUP_LIBRARY=str(tmp_path))
    assert "LibraryError: libfollowup was not found." in told
    assert "FOLLOWUP_LIBRARY" in told and f"{tmp_path}/libfollowup.so.0: " in told
    assert told.count("libfollowup.so.0: ") <= 2


def test_the_build_of_the_source_tree_is_found(tmp_path: pathlib.Path) -> None:
    (tmp_path / "bindings" / "python").mkdir(parents=True)
    shutil.copytree(PACKAGE / "followup", tmp_path / "bindings" / "python" / "followup")
    (tmp_path / "build").symlink_to(BUILD)
    made = run_python(SHOW, FOLLOWUP_LIBRARY="", PYTHONPATH=str(tmp_path / "bindings" / "python"))
    assert made.stdout.startswith(f"{tmp_path}/build/lib/libfollowup.so.0 "), made.stderr


def test_an_installed_library_is_found_by_the_loader(tmp_path: pathlib.Path) -> None:
    shutil.copytree(PACKAGE / "followup", tmp_path / "followup")
    made = run_python(SHOW, FOLLOWUP_LIBRARY="", PYTHONPATH=str(tmp_path), LD_LIBRARY_PATH=str(BUILD / "lib"))
    assert made.stdout.startswith("libfollowup.so.0 "), made.stderr
    if not any(pathlib.Path(folder, "libfollowup.so.0").exists() for folder in ("/usr/local/lib", "/usr/lib")):
        told = error_of(FOLLOWUP_LIBRARY="", PYTHONPATH=str(tmp_path), LD_LIBRARY_PATH="")
        assert "Build it" in told and "Tried:" in told


def test_a_library_of_another_abi_is_refused(tmp_path: pathlib.Path) -> None:
    if os.environ.get("LD_PRELOAD") or shutil.which("gcc") is None:
        pytest.skip("needs a plain compiler")
    for version, words in (("1.0.0", "is libfollowup 1.0.0; this Python package needs 0.1"), ("0.1.7", "has no ")):
        (tmp_path / "v.c").write_text(f'const char *followup_version(void) {{ return "{version}"; }}\n')
        subprocess.run(["gcc", "-shared", "-fPIC", "v.c", "-o", "libfollowup.so.0"], cwd=tmp_path, check=True)
        told = error_of(FOLLOWUP_LIBRARY=str(tmp_path))
        assert "LibraryError" in told and words in told


def test_it_is_an_import_error_with_a_message() -> None:
    code = "try:\n import followup\nexcept ImportError as wrong:\n print(type(wrong).__name__)"
    assert run_python(code, FOLLOWUP_LIBRARY="/nonexistent").stdout == "LibraryError\n"


CORE_ONLY = """
import json, sys, followup
from followup._formats import formats
assert formats() is None
reports = list(followup.Linter().lint_many(open(sys.argv[1], encoding="utf-8")))
print(json.dumps(followup.to_records(reports)))
try:
    followup.Case().with_mail(b"To: a@b.example\\n\\nx")
except followup.LibraryError as wrong:
    print(wrong)
for document in ('{"a": 1, "a": 2}', '{"now": NaN}', b'{"id": "\\xff"}', '{"id": ', '{"nmae": 1}'):
    try:
        followup.Case.from_json(document)
    except followup.Error as wrong:
        print(type(wrong).__name__, wrong.line, wrong)
"""


def test_without_the_formats_library_json_is_read_alike(tmp_path: pathlib.Path, linter: object) -> None:
    import json

    shutil.copy(BUILD / "lib" / "libfollowup.so.0", tmp_path / "libfollowup.so.0")
    dev = PACKAGE.parents[1] / "tests" / "accuracy" / "dev-cases.jsonl"
    made = run_python(CORE_ONLY, str(dev), FOLLOWUP_LIBRARY=str(tmp_path))
    rows, mail, *refused = made.stdout.splitlines()
    wanted = followup.to_records(linter.lint_many(dev.read_text("utf-8").splitlines()))  # type: ignore[attr-defined]
    assert json.loads(rows) == wanted
    assert mail == "reading mail needs libfollowup-formats, which is not there"
    assert [line.split(":")[0].split("'")[0] for line in refused] == [
        "ParseError None duplicate object key ",
        "ParseError None invalid token near ",
        "TextError 1 invalid UTF-8 at offset 8",
        "ParseError 1 Expecting value",
        "UnknownNameError None nmae",
    ]
