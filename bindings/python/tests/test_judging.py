"""Linters, reports, findings, policies, many at once."""

import pickle
import threading
import time
from datetime import datetime, timezone
from typing import Any, Dict, List

import followup
import pytest

ASKS = "Dear Priya,\n\n😀 Thank you! 你好. When will you decide?\n\nAmara\n"


def test_a_text_is_judged_in_two_lines() -> None:
    report = followup.lint_text(ASKS, "thank_you")
    finding = next(f for f in report if f.rule is followup.Rule.ASKS_FOR_DECISION_DATE)
    assert finding.span is not None and ASKS[finding.span] == finding.text == "When will you decide"
    assert (finding.level, finding.part, finding.kind) == (
        followup.Level.ERROR,
        followup.Part.BODY,
        followup.Kind.THANK_YOU,
    )
    assert report.worst is followup.Level.ERROR
    assert "shifts the weight" in finding.explanation and finding.suggestion
    assert str(finding).startswith("error asks-for-decision-date: ")
    assert "'When will you decide'" in repr(finding)


def test_a_report_is_a_sequence_of_plain_findings(linter: Any, panel: Dict[str, Any]) -> None:
    report = linter.lint(followup.Case.from_dict(panel))
    assert len(report) == len(list(report)) > 3
    assert report[0] == report[-len(report)] and report[1:3] == tuple(report)[1:3]
    assert report[0] in report and {report[0]} == {report[0]}
    assert report.case == "all"
    again = pickle.loads(pickle.dumps(report))
    assert again == report and again.worst == report.worst and again.to_records() == report.to_records()
    with pytest.raises(IndexError):
        report[len(report)]


def test_findings_in_lists_name_the_entry(linter: Any, panel: Dict[str, Any]) -> None:
    report = linter.lint(followup.Case.from_dict(panel))
    several = next(f for f in report if f.rule is followup.Rule.MULTIPLE_RECIPIENTS)
    assert several.rule.family is followup.Family.RECIPIENTS
    placeholder = next(f for f in report if f.rule is followup.Rule.PLACEHOLDER)
    assert panel["messages"][0]["body"][placeholder.span] == "[date]"


def test_records_are_flat_rows(linter: Any, panel: Dict[str, Any]) -> None:
    rows = followup.to_records(linter.lint_many([panel, panel]))
    assert len({tuple(row) for row in rows}) == 1
    assert all(isinstance(value, (str, int, type(None))) for row in rows for value in row.values())
    assert rows[0]["case"] == "all" and len(rows[0]["fingerprint"]) == 16


def test_one_message_is_judged_by_place_or_id(linter: Any, panel: Dict[str, Any]) -> None:
    case = followup.Case.from_dict(panel)
    assert linter.lint_message(case, 0) == linter.lint_message(case, "first") == linter.lint_message(case, -1)
    with pytest.raises(IndexError):
        linter.lint_message(case, 1)
    with pytest.raises(KeyError):
        linter.lint_message(case, "second")


def test_the_instant_to_judge_at_is_never_the_clock(linter: Any, panel: Dict[str, Any]) -> None:
    del panel["now"]
    case = followup.Case.from_dict(panel)
    with pytest.raises(followup.ArgumentError, match="now: the case has none"):
        linter.lint(case)
    with pytest.raises(followup.ArgumentError, match="without a time zone"):
        linter.lint(case, datetime(2026, 3, 6))
    assert len(linter.lint(case, datetime(2026, 3, 6, tzinfo=timezone.utc)))


@pytest.mark.parametrize("wrong", [None, 7, "case", {}, b""])
def test_wrong_types_are_type_errors(linter: Any, wrong: Any) -> None:
    with pytest.raises(TypeError):
        linter.lint(wrong)
    with pytest.raises(TypeError):
        followup.plan(wrong)
    with pytest.raises(TypeError):
        followup.Linter(7)  # type: ignore[arg-type]
    if not isinstance(wrong, (str, bytes)):
        with pytest.raises(TypeError):
            linter.lint_text(wrong)


def test_a_text_that_is_no_unicode_is_refused_with_its_place(linter: Any) -> None:
    for text, place in (("ab\udcff", 2), ("äb\0c", 2), ("äö\ud83d\ude00", 2)):
        with pytest.raises(followup.TextError) as caught:
            linter.lint_text(text)
        assert caught.value.offset == place
    with pytest.raises(followup.TextError) as in_bytes:
        linter.lint_text("äb".encode() + b"\xff")
    assert in_bytes.value.offset == 3
    with pytest.raises(followup.LimitError):
        linter.lint_text("x" * (9 << 20))
    assert len(linter.lint_text("")) > 0


def test_kinds_and_sentences() -> None:
    assert followup.guess_kind("Dear Priya,\n\nThank you for your time today.\n", "Thank you").label == "thank_you"
    assert followup.prose_sentences("Dear Priya,\n\nOne. Two! Three?\n\nKind regards,\nAmara\n") == 3
    with pytest.raises(followup.UnknownNameError, match="thank_you, status_check"):
        followup.lint_text("x", "love_letter")


def test_a_policy_changes_levels_numbers_and_ranges(panel: Dict[str, Any]) -> None:
    case = followup.Case.from_dict(panel)
    policy = followup.Policy(
        rules={followup.Rule.ASKS_FOR_DECISION_DATE: "off", "off-hours": followup.Level.NOTE},
        numbers={followup.Number.THANK_YOU_HOURS: 2, "exclamation_marks": 0},
        sentences={"thank_you": (1, 2)},
    )
    found = {f.rule.label: f.level.label for f in followup.Linter(policy).lint(case)}
    assert "asks-for-decision-date" not in found
    assert found["off-hours"] == "note" and found["late-thank-you"] == "warning"
    assert policy.level(followup.Rule.OFF_HOURS, followup.Kind.THANK_YOU) is followup.Level.NOTE
    assert policy.number(followup.Number.THANK_YOU_HOURS) == 2
    assert policy.sentences(followup.Kind.THANK_YOU) == (1, 2)
    same = pickle.loads(pickle.dumps(followup.Linter(policy)))
    assert same.lint(case) == followup.Linter(policy.to_dict()).lint(case) == followup.Linter(policy).lint(case)


def test_findings_are_suppressed_for_good(linter: Any, panel: Dict[str, Any]) -> None:
    case = followup.Case.from_dict(panel)
    first = linter.lint(case)[0]
    without = followup.Policy(suppress_fingerprints=[first.fingerprint])
    assert first not in followup.Linter(without).lint(case)
    assert len(followup.Linter(without).lint(case)) < len(linter.lint(case))
    nobody = followup.Policy(suppress_recipients=["priya@northwind.example"])
    assert len(followup.Linter(nobody).lint(case)) == 0
    one = followup.Policy(suppress_recipients=[("priya@northwind.example", followup.Rule.PLACEHOLDER)])
    assert followup.Rule.PLACEHOLDER not in {f.rule for f in followup.Linter(one).lint(case)}


@pytest.mark.parametrize(
    "wrong, member",
    [
        ({"rules": {"no-such-rule": "off"}}, 'rules.no-such-rule'),
        ({"rules": {"off-hours": "loud"}}, "rules.off-hours"),
        ({"numbers": {"thank_you_hours": 1000}}, "numbers.thank_you_hours"),
        ({"numbers": {"thank_you_hours": 2**40}}, "numbers.thank_you_hours"),
        ({"sentences": {"thank_you": (6, 3)}}, "sentences.thank_you"),
        ({"suppress_recipients": [""]}, "suppress.recipients[0].address"),
    ],
)
def test_a_broken_policy_names_the_member(wrong: Any, member: str) -> None:
    with pytest.raises(followup.Error) as caught:
        followup.Policy(**wrong)
    assert caught.value.member == member


@pytest.mark.parametrize("threads", [1, 3])
def test_many_cases_are_judged_in_order(
    linter: Any, dev_cases: List[Dict[str, Any]], dev_lines: List[str], threads: int
) -> None:
    wanted = [linter.lint(followup.Case.from_dict(given)) for given in dev_cases]
    mixed = [line if i % 2 else given for i, (line, given) in enumerate(zip(dev_lines, dev_cases))]
    assert list(linter.lint_many(iter(mixed), threads=threads)) == wanted


@pytest.mark.parametrize("threads", [1, 2])
def test_one_bad_case_of_many_is_raised_or_returned(linter: Any, dev_lines: List[str], threads: int) -> None:
    lines = [dev_lines[0], '{"nmae": 1}', dev_lines[1]]
    kinds = [type(made) for made in linter.lint_many(lines, threads=threads, errors="return")]
    assert kinds == [followup.Report, followup.UnknownNameError, followup.Report]
    with pytest.raises(followup.UnknownNameError):
        list(linter.lint_many(lines, threads=threads))
    with pytest.raises(followup.ArgumentError):
        linter.lint_many(lines, errors="ignore")


def test_many_cases_are_taken_as_they_are_needed(linter: Any, dev_lines: List[str]) -> None:
    taken = []

    def endless() -> Any:
        while True:
            taken.append(1)
            yield dev_lines[len(taken) % len(dev_lines)]

    reports = linter.lint_many(endless(), threads=2)
    for _ in range(10):
        next(reports)
    reports.close()
    assert len(taken) < 20


def test_one_linter_serves_many_threads(linter: Any, dev_cases: List[Dict[str, Any]]) -> None:
    cases = [followup.Case.from_dict(given) for given in dev_cases]
    wanted = [linter.lint(case) for case in cases]
    wrong: List[Any] = []

    def judge(start: int) -> None:
        for i in range(len(cases)):
            place = (i + start) % len(cases)
            report = linter.lint(cases[place])
            if report != wanted[place] or report.to_records() != wanted[place].to_records():
                wrong.append(place)

    threads = [threading.Thread(target=judge, args=(i * 7,)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_other_threads_run_while_one_judges(linter: Any) -> None:
    long = "Dear Priya,\n\n" + "Thank you for showing me the six robots at the port. " * 30_000
    running = threading.Event()
    spans: List[float] = []

    def judge() -> None:
        running.set()
        start = time.perf_counter()
        linter.lint_text(long, "thank_you")
        spans.append(time.perf_counter() - start)

    thread = threading.Thread(target=judge)
    thread.start()
    running.wait()
    turns = 0
    while thread.is_alive():
        time.sleep(0.001)
        turns += 1
    thread.join()
    assert turns > 10, f"{turns} turns in {spans[0]:.3f} s"


def test_the_wording_that_two_texts_share_is_told_in_slices() -> None:
    one = "Dear Priya,\n\n😀 The six robots at the port were a sight to see. I left early.\n\nAmara\n"
    other = "Dear Luis,\n\nÜber all, the six robots at the port were a sight to behold.\n\nAmara\n"
    found = followup.similarity(one, other)
    assert 0.3 < found.share < 1 and not found.same
    (here, there), *_ = found.passages
    assert "six robots at the port" in one[here] and "six robots at the port" in other[there]
    assert followup.similarity(other, one).share == found.share
    alike = followup.similarity(one, one.replace("Priya", "Luis"))
    assert alike.same and alike.share == 1
    assert followup.similarity("", "") == followup.Similarity(0.0, False, ())
    for wrong, member in ((("x", "ä\0"), "other"), (("ä\0", "x"), "one"), (("x", "x", "ä\ud800"), "names")):
        with pytest.raises(followup.TextError) as caught:
            followup.similarity(*wrong)
        assert (caught.value.member, caught.value.offset) == (member, 1)
