"""Mail in; SARIF and iCalendar out."""

import json
import pathlib
import pickle
from typing import Any, Dict

import followup
import pytest
from followup._exchange import each_mail
from followup._formats import formats

pytestmark = pytest.mark.skipif(formats() is None, reason="built without libfollowup-formats")
MBOX = "From a@b.example Thu Mar  5 10:00:00 2026\nTo: A <a@b.example>\nSubject: {}\n\nDear A,\n\nThanks.\n\n"


def test_every_mail_of_an_mbox_is_read(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "sent.mbox"
    path.write_text(MBOX.format("one") + MBOX.format("two"), encoding="utf-8")
    mails = followup.read_mails(path)
    assert [place for place, _ in mails] == [f"{path}:1", f"{path}:2"]
    case = followup.Case()
    for _, mail in mails:
        case = case.with_mail(mail, followup.Kind.THANK_YOU)
    assert [message.subject for message in case.messages] == ["one", "two"]


def test_a_folder_that_is_no_maildir_is_told_with_its_place(tmp_path: pathlib.Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(followup.FileError) as caught:
            followup.read_mails(place)
        assert caught.value.member == str(place)


def test_what_goes_wrong_while_mail_is_handed_over_comes_out(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "sent.mbox"
    path.write_text(MBOX.format("one") + MBOX.format("two"), encoding="utf-8")
    seen = []

    def stop(place: str, _: bytes) -> bool:
        seen.append(place)
        return False

    each_mail(str(path), stop)
    assert len(seen) == 1
    with pytest.raises(ZeroDivisionError):
        each_mail(str(path), lambda place, mail: bool(1 / 0))


def test_findings_are_written_as_sarif(linter: Any, panel: Dict[str, Any]) -> None:
    report = linter.lint(followup.Case.from_dict(panel))
    results = json.loads(followup.to_sarif([("case.json", report)]))["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == [finding.rule.label for finding in report]
    with pytest.raises(followup.ClosedError):
        followup.to_sarif([("case.json", pickle.loads(pickle.dumps(report)))])


def test_what_is_left_to_do_is_written_as_a_calendar(panel: Dict[str, Any]) -> None:
    case = followup.Case.from_dict(panel)
    text = followup.to_icalendar([case, case.replace(id="other")])
    to_do = [a for a in followup.plan(case) if a.state.name not in ("DONE", "CLOSED")]
    assert text.startswith("BEGIN:VCALENDAR") and text.count("BEGIN:VTODO") == 2 * len(to_do) > 0
