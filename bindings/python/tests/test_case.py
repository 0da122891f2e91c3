"""Cases: made of values, dicts and JSON, read back, refused with the place."""

import copy
import json
import pickle
from datetime import date, datetime, timedelta, timezone
from typing import Any, Dict
from zoneinfo import ZoneInfo

import followup
import pytest

CHICAGO = ZoneInfo("America/Chicago")


def values() -> followup.Case:
    return followup.Case(
        followup.Candidate("Amara Okafor", "amara@example.org"),
        company="Northwind Robotics",
        role="Field Engineer",
        applied_at=datetime(2026, 2, 20, 9, tzinfo=CHICAGO),
        interviews=[
            followup.Interview(
                "onsite",
                datetime(2026, 3, 5, 14, tzinfo=CHICAGO),
                datetime(2026, 3, 5, 15, tzinfo=CHICAGO),
                panel=[followup.Interviewer("Priya Raman", notes=["six robots at the port"])],
                promised_materials=[followup.Material("case study", "priya@northwind.example")],
            )
        ],
        events=[followup.Event(followup.EventKind.REPLY, datetime(2026, 3, 6, 8, tzinfo=timezone.utc))],
        messages=[followup.Message("thank_you", ["Priya Raman"], "Dear Priya,\n\nThank you.\n\nAmara\n")],
        region="US",
        holidays=[date(2026, 5, 25), "2026-07-03"],
        now=datetime(2026, 3, 6, 9, tzinfo=CHICAGO),
    )


def test_a_case_of_values_gives_them_back() -> None:
    case = values()
    assert (case.company, case.role, case.candidate) == (
        "Northwind Robotics",
        "Field Engineer",
        followup.Candidate("Amara Okafor", "amara@example.org"),
    )
    assert case.interviews[0].time_zone == "America/Chicago"
    assert case.interviews[0].panel == (followup.Interviewer("Priya Raman", notes=("six robots at the port",)),)
    assert case.interviews[0].end == datetime(2026, 3, 5, 21, tzinfo=timezone.utc)
    assert case.events[0].kind is followup.EventKind.REPLY
    assert case.messages[0].kind is followup.Kind.THANK_YOU
    assert case.message_ids == ("m1",)
    assert case.now == datetime(2026, 3, 6, 15, tzinfo=timezone.utc)
    assert case.applied_at == datetime(2026, 2, 20, 15, tzinfo=timezone.utc)
    assert case.to_dict()["calendar"] == {"region": "US", "holidays": ["2026-05-25", "2026-07-03"]}


def test_values_dict_and_json_make_the_same_case(linter: Any, panel: Dict[str, Any]) -> None:
    reports = [linter.lint(case) for case in (values(), followup.Case.from_json(values().to_json()))]
    assert reports[0] == reports[1] and len(reports[0])
    case = followup.Case.from_dict(panel)
    assert case.to_dict() == panel
    assert json.loads(case.to_json()) == panel
    assert followup.Case.from_json(json.dumps(panel)).to_dict() == panel


def test_a_dict_may_hold_datetimes_enums_values_and_tuples(panel: Dict[str, Any]) -> None:
    given = copy.deepcopy(panel)
    given["now"] = datetime(2026, 3, 6, 9, tzinfo=CHICAGO)
    given["events"][0]["kind"] = followup.EventKind.REPLY
    given["candidate"] = followup.Candidate(**panel["candidate"])
    given["other_companies"] = tuple(panel["other_companies"])
    assert followup.Case.from_dict(given).to_dict() == panel


def test_what_was_given_may_change_afterwards(panel: Dict[str, Any], linter: Any) -> None:
    case = followup.Case.from_dict(panel)
    before = linter.lint(case)
    panel["messages"][0]["body"] = "x"
    case.to_dict()["messages"].clear()
    assert linter.lint(case) == before
    assert case.messages[0].body.startswith("Dear Priya")


@pytest.mark.parametrize(
    "path, value, member, words",
    [
        (("interviews", 0, "panel", 0, "email"), "a b@c", "interviews[0].panel[0].email", "address"),
        (("interviews", 0, "time_zone"), "Mars/Olympus", "interviews[0].time_zone", "Mars/Olympus"),
        (("interviews", 0, "start"), datetime(2026, 3, 5, 14), "interviews[0].start", "without a time zone"),
        (("messages", 0, "kind"), "love_letter", "messages[0].kind", '"love_letter" is no kind of message'),
        (("messages", 0, "body"), "no \ud83d pair", "messages[0].body", "half a surrogate pair at offset 3"),
        (("messages", 0, "to"), "Priya", "messages[0].to", "must be an array, is text"),
        (("messages", 0, "interview"), "offsite", "messages[0].interview", "is the id of no interview"),
        (("candidate", "nmae"), "x", "candidate.nmae", "unknown member"),
        (("candidate", "name"), None, "candidate.name", "must be text, is null"),
        (("candidate", "name"), b"x", "candidate.name", "must be text, is bytes"),
        (("calendar", "holidays", 0), "2026-02-30", "calendar.holidays[0]", ""),
        (("now",), "yesterday", "now", '"yesterday" is not an instant'),
    ],
)
def test_an_error_names_the_member(panel: Dict[str, Any], path: Any, value: Any, member: str, words: str) -> None:
    container = panel
    for step in path[:-1]:
        container = container[step]
    container[path[-1]] = value
    with pytest.raises(followup.Error) as caught:
        followup.Case.from_dict(panel)
    assert caught.value.member == member
    assert words in caught.value.reason
    assert str(caught.value) == f"{member}: {caught.value.reason}"
    assert isinstance(caught.value, ValueError)


def test_an_error_counts_characters_of_a_string_and_bytes_of_bytes(panel: Dict[str, Any]) -> None:
    panel["messages"][0]["body"] = "äöü\0"
    with pytest.raises(followup.TextError) as caught:
        followup.Case.from_dict(panel)
    assert (caught.value.member, caught.value.offset) == ("messages[0].body", 3)
    with pytest.raises(followup.ParseError) as parse:
        followup.Case.from_json('{"ä": \n nope}')
    assert parse.value.line == 2
    same = pickle.loads(pickle.dumps(caught.value))
    assert (type(same), str(same), same.offset) == (followup.TextError, str(caught.value), 3)


@pytest.mark.parametrize("given", [None, [], "x", 7, {"messages": {}}, {1: 2}, {"now": {}}])
def test_what_is_no_case_is_refused(given: Any) -> None:
    with pytest.raises(followup.Error):
        followup.Case.from_dict(given)


def test_what_holds_itself_or_is_too_deep_is_refused() -> None:
    loop: Dict[str, Any] = {}
    loop["candidate"] = loop
    with pytest.raises(followup.Error):
        followup.Case.from_dict(loop)
    with pytest.raises(followup.ParseError):
        followup.Case.from_json("[" * 100_000)


def test_more_messages_and_other_parts_make_another_case(linter: Any, panel: Dict[str, Any]) -> None:
    case = followup.Case.from_dict(panel)
    draft = followup.Message(followup.Kind.UNKNOWN, ["Priya Raman"], "Dear Priya,\n\nThank you!\n\nAmara\n")
    more = case.with_message(draft)
    assert more.message_ids == ("first", "m2")
    assert len(case.messages) == 1
    assert {f.message for f in linter.lint_message(more, -1)} == {"m2"}
    assert more.replace(messages=[]).messages == ()
    assert pickle.loads(pickle.dumps(more)).messages == more.messages
    with pytest.raises(followup.UnknownNameError):  # a case file may not leave the kind open
        followup.Case.from_dict(more.to_dict())


def test_mail_becomes_a_message(linter: Any, panel: Dict[str, Any]) -> None:
    if followup._formats.formats() is None:  # type: ignore[attr-defined]
        pytest.skip("built without libfollowup-formats")
    mail = (
        "From: Amara <amara@example.org>\r\nTo: =?utf-8?q?Jos=C3=A9?= <jose@northwind.example>\r\n"
        "Subject: Thanks\r\nDate: Thu, 5 Mar 2026 19:30:00 -0600\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        "Dear José,\r\n\r\nThank you 😀. When will you decide?\r\n\r\nAmara\r\n"
    ).encode()
    case = followup.Case.from_dict(panel).with_mail(mail, followup.Kind.THANK_YOU)
    message = case.messages[-1]
    assert message.to == ("José <jose@northwind.example>",)
    assert message.sent == datetime(2026, 3, 6, 1, 30, tzinfo=timezone.utc)
    findings = [f for f in linter.lint_message(case, -1) if f.span is not None and f.part is followup.Part.BODY]
    assert findings and all(message.body[f.span] == f.text for f in findings)
    assert linter.lint(pickle.loads(pickle.dumps(case))) == linter.lint(case)


def test_limits_and_places_are_settings(panel: Dict[str, Any]) -> None:
    with pytest.raises(followup.LimitError) as caught:
        followup.Case.from_dict(panel, settings=followup.Settings(text_limit=20))
    assert caught.value.member == "candidate.time_zone" or caught.value.member
    with pytest.raises(followup.ArgumentError):
        followup.Linter(settings=followup.Settings(text_limit=0))
    with pytest.raises(followup.Error):
        followup.Linter(settings=followup.Settings(zone_directory=""))
    followup.Case.from_dict(panel, settings=followup.Settings(zone_directory="/nonexistent"))  # ICU knows them too


def test_instants_are_cut_to_milliseconds() -> None:
    exact = datetime(2026, 3, 5, 14, 0, 0, 123_999, tzinfo=timezone.utc)
    assert followup.Case(now=exact).now == exact.replace(microsecond=123_000)
    old = timezone(timedelta(minutes=9, seconds=21))
    assert followup.Case(now=datetime(1900, 1, 1, tzinfo=old)).now == datetime(1900, 1, 1, tzinfo=old)
    with pytest.raises(followup.ArgumentError, match="without a time zone"):
        followup.Case(now=datetime(2026, 3, 5))
