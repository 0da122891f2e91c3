"""python -m followup lint|plan|window prints what the C programs print: output, complaints and exit status."""

import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any, Dict, List, Tuple

import pytest
from conftest import BUILD, ROOT, python_environment
from followup._command import main

PROGRAMS = BUILD / "examples"
pytestmark = pytest.mark.skipif(not (PROGRAMS / "followup-lint").exists(), reason="built without libfollowup-formats")

DEV = "tests/accuracy/dev-cases.jsonl"
PLANS = "tests/plan/plan-dev.jsonl"
PANEL = "examples/data/panel.json"
NOW = "--now=2026-03-06T09:00:00-06:00"

LINT: List[List[str]] = [
    ["examples/data/draft.txt"],
    [PANEL, "examples/data/clean.txt"],
    [DEV],
    ["--format=json", DEV],
    ["--format=sarif", DEV, "examples/data/draft.txt"],
    ["--format=sarif", "tests/formats/mail/15-html-outlook.eml"],
    ["tests/formats/mail"],
    [*sorted(str(p.relative_to(ROOT)) for p in (ROOT / "tests/formats/mail").glob("*.eml"))],
    [*sorted(str(p.relative_to(ROOT)) for p in (ROOT / "tests/formats/mail/broken").glob("*"))],
    ["--to=Priya", NOW, f"--case={PANEL}", "--kind=thank_you", "examples/data/draft.txt"],
    ["--to=Priya <a@@b>", "examples/data/draft.txt"],
    ["--fail-on=never", "--policy=examples/data/policy.json", NOW, PANEL],
    ["--fail-on", "note", "examples/data/clean.txt"],
    ["--limit=1K", "examples/data/draft.txt", PANEL],
    ["--case=/nonexistent", "x"],
    [f"--policy={PANEL}", "x"],
    ["/nonexistent.json", "/nonexistent.txt", "/nonexistent.jsonl", "tests/run.sh/x", "examples"],
    ["-"],
    [],
    ["--nothing"],
    ["-x"],
    ["--format=xml", "x"],
    ["--help=1"],
    ["--jobs=1", DEV],
    ["--jobs=3", "--format=json", DEV],
    ["--jobs=0", DEV],
    ["--jobs=257", DEV],
    ["--kind"],
    ["--limit=9G", "x"],
    ["--help"],
    ["-h"],
    ["--version"],
    ["--", "--format=json"],
]
PLAN: List[List[str]] = [
    [PLANS],
    [DEV],
    ["--format=json", PLANS, DEV],
    ["--format=ics", PLANS],
    ["--record", PLANS, PANEL],
    ["--record", "--format=json", PLANS],
    [NOW, "--policy=examples/data/policy.json", PANEL],
    ["--now=yesterday", PANEL],
    ["--record", "--format=ics", PANEL],
    ["/nonexistent.json", "examples/data/draft.txt"],
    [],
    ["-"],
    ["--help"],
    ["--version"],
]
WINDOW: List[List[str]] = [
    ["--zone=Europe/London", "--reference=2026-03-05T15:30", "You'll hear from us by the end of next week."],
    ["--reference=2026-03-05T15:30:00-05:00", "--zone", "America/New_York", "within a few 😀 days"],
    ["--reference=2026-03-05T15:30", "--weekend=sun", "--region=IN", "--holidays=2026-03-06,", "in 2 business days"],
    ["--reference=2026-03-05T15:30", "Not before Friday."],
    ["--reference=2026-03-05T15:30", "We called you yesterday."],
    ["--reference=2026-03-05T15:30", "Once the budget is approved, we will call."],
    ["--batch", "tests/time/windows.tsv"],
    ["--batch=/nonexistent"],
    ["--batch", "README.md"],
    ["--batch", "x", "y"],
    ["--zone=Mars/Olympus", "x"],
    ["--reference=2026-03-05", "x"],
    ["--weekend=mon", "x"],
    ["--zone"],
    ["--zone="],
    ["one sentence", "another"],
    ["--reference=2026-03-05T15:30", "--region=XYZ", "x"],
    ["--reference=2026-03-05T15:30", "--holidays=2026-02-30", "x"],
    ["--batch", "tests/time/windows-dev.tsv"],
    ["--batch", "-"],
    ["--nothing", "x"],
    [],
    ["--help"],
    ["--version"],
]


DRAFT = "Dear Priya,\n\nThank you 😀!!\nWhen will you decide?\n\nAmara\n"


def run(command: List[str], text: str = DRAFT) -> Tuple[int, str, str]:
    environment = python_environment(NO_COLOR="1", LC_ALL="C.UTF-8")
    made = subprocess.run(command, cwd=ROOT, env=environment, input=text.encode(), capture_output=True)
    return made.returncode, made.stdout.decode(errors="replace"), without_clock(made.stderr)


def without_clock(told: bytes) -> str:
    """Where nothing tells the time, the clock does, and the two programs run one after the other."""
    return re.sub(r"as of \S+Z", "as of then", told.decode(errors="replace"))


def python(name: str, words: List[str], text: str = DRAFT) -> Tuple[int, str, str]:
    """What ``python -m followup`` does, in a child of this process, which starts in no time."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as told:
        given.write(text.encode())
        given.seek(0)
        child = os.fork()
        if child == 0:
            status = 99
            try:
                for place, file in enumerate((given, printed, told)):
                    os.dup2(file.fileno(), place)
                sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")
                os.chdir(ROOT)
                os.environ.update(NO_COLOR="1", LC_ALL="C.UTF-8")
                status = main([name, *words])
            except BaseException:
                traceback.print_exc()
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(status)
        status = os.WEXITSTATUS(os.waitpid(child, 0)[1])
        printed.seek(0)
        told.seek(0)
        return status, printed.read().decode(errors="replace"), without_clock(told.read())


@pytest.mark.parametrize("name, words", [("lint", [DEV]), ("plan", [PLANS]), ("window", ["--help"])])
def test_the_module_is_a_command(name: str, words: List[str]) -> None:
    assert run([sys.executable, "-m", "followup", name, *words]) == python(name, words)


@pytest.mark.parametrize(
    "name, words",
    [(name, words) for name, rows in (("lint", LINT), ("plan", PLAN), ("window", WINDOW)) for words in rows],
    ids=lambda value: value if isinstance(value, str) else " ".join(value)[:40] or "nothing",
)
def test_it_prints_what_the_program_prints(name: str, words: List[str]) -> None:
    wanted = run([str(PROGRAMS / f"followup-{name}"), *words])
    assert python(name, words) == wanted


@pytest.mark.parametrize("link, kind", [("", "materials"), ("", "thank_you"), ("https://x.example/a", "materials")])
def test_what_brings_materials_is_not_ready_before_they_are_attached(link: str, kind: str, tmp_path: Path) -> None:
    body = f"Dear Priya,\n\nAs promised: the case study. {link}\n\nBest regards,\nAmara\n"
    head = "Date: Fri, 6 Mar 2026 09:00:00 -0600\nFrom: a@b.example\nTo: c@d.example\nSubject: As promised\n\n"
    (tmp_path / "mail.eml").write_text(head + body)
    for words in (["-"], ["--to=Priya", NOW, "-"], [str(tmp_path / "mail.eml")]):
        told = python("lint", [f"--kind={kind}", *words], body)
        assert told == run([str(PROGRAMS / "followup-lint"), f"--kind={kind}", *words], body)
        once = " once what you promised is attached" if kind == "materials" and not link else ""
        assert "Nothing to mend" not in told[1] or told[1].endswith(f"ready to send{once}\n")


def on_a_terminal(command: List[str]) -> str:
    """What a person sees, in colour."""
    environment = python_environment(LC_ALL="C.UTF-8", TERM="xterm")
    environment.pop("NO_COLOR", None)
    parent, child = pty.openpty()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=child, stderr=subprocess.DEVNULL):
        os.close(child)
        seen = b""
        while True:
            try:
                seen += os.read(parent, 65536)
            except OSError:
                break
    os.close(parent)
    return seen.decode()


@pytest.mark.parametrize("name, path", [("lint", "examples/data/draft.txt"), ("lint", DEV), ("plan", PLANS)])
def test_a_person_sees_the_same_colours_and_lines_of_time(name: str, path: str) -> None:
    wanted = on_a_terminal([str(PROGRAMS / f"followup-{name}"), path])
    assert "\033[" in wanted
    assert on_a_terminal([sys.executable, "-m", "followup", name, path]) == wanted


def test_a_reader_that_went_away_is_no_traceback() -> None:
    command = f"{sys.executable} -m followup lint --format=json {DEV} {DEV} {DEV} | head -1; exit ${{PIPESTATUS[0]}}"
    made = subprocess.run(["bash", "-c", command], cwd=ROOT, env=python_environment(), capture_output=True, text=True)
    assert (made.returncode, made.stderr) == (2, "")
    command = f"{sys.executable} -m followup lint {DEV} >/dev/full"
    made = subprocess.run(["bash", "-c", command], cwd=ROOT, env=python_environment(), capture_output=True, text=True)
    assert (made.returncode, made.stderr) == (2, "followup-lint: No space left on device\n")


def test_a_text_of_wide_and_odd_characters_is_shown_alike(tmp_path: pathlib.Path) -> None:
    draft = tmp_path / "draft.txt"
    texts: Dict[str, Any] = {
        "wide": "你好 Priya,\n\n" + "你好吗 " * 60 + "WHEN WILL YOU DECIDE?? 😀 [date]\r\n\r\nAmara\n",
        "long": "Hi,\n\n" + "ä b " * 3000 + "When will you decide? " + "x" * 300 + " [date]",
        "odd": "Hi\u202e there\t[date]\x07 u\u0301 \u200b gonna\n",
        "mark": "\ufeffHi there, [date]\n",
        "empty": "",
        "broken": b"Hi\n\nThere \xff\n",
    }
    for text in texts.values():
        draft.write_bytes(text if isinstance(text, bytes) else text.encode())
        for form in ("human", "json"):
            words = [f"--format={form}", str(draft)]
            wanted = run([str(PROGRAMS / "followup-lint"), *words])
            assert python("lint", words) == wanted


@pytest.mark.parametrize("name", ["lint", "plan"])
def test_standard_input_is_read_as_the_program_reads_it(name: str) -> None:
    lines = (ROOT / DEV).read_text("utf-8").splitlines()
    odd = ['{"id": "a}\\"{"}\n{"nmae": 1}', "{[", "[{}]", ""]
    for text in (lines[0], "\n".join(lines[:3]), "\ufeff " + lines[0], *odd):
        wanted = run([str(PROGRAMS / f"followup-{name}"), NOW, "-"], text)
        assert python(name, [NOW, "-"], text) == wanted


def test_bad_lines_of_a_table_are_told_of(tmp_path: pathlib.Path) -> None:
    table = tmp_path / "table.tsv"
    rows = [
        "\ufeffid\treference\ttime_zone\tsentence\tholidays",
        "a\t2026-03-05T15:30\tMars/X\twithin two weeks",
        "b\tyesterday\tUTC\twithin two weeks",
        "c\t2026-03-05T15:30\tUTC\twithin two weeks\t2026-02-30",
        "d\t\tUTC\twithin two weeks",
        "\t\t\t",
        "e\t2026-03-05T15:30\tUTC\twithin two weeks\r",
        "f\t2026-03-05T15:30\tUTC",
    ]
    for text in ("\n".join(rows), "", "id\n", rows[0]):
        table.write_text(text, encoding="utf-8")
        wanted = run([str(PROGRAMS / "followup-window"), "--batch", str(table)])
        assert python("window", ["--batch", str(table)]) == wanted


def test_the_usage_names_the_commands() -> None:
    assert run([sys.executable, "-m", "followup"])[0] == 2
    status, usage, _ = run([sys.executable, "-m", "followup", "--help"])
    assert status == 0 and "lint|plan|window" in usage
