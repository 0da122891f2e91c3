"""Plans, records, calendars and windows."""

import subprocess
from datetime import datetime, timedelta, timezone
from typing import Any, Dict
from zoneinfo import ZoneInfo

import followup
import pytest
from conftest import BUILD, ROOT

CHICAGO = ZoneInfo("America/Chicago")
END = datetime(2026, 3, 5, 15, tzinfo=CHICAGO)


def test_a_plan_says_what_to_do_next(panel: Dict[str, Any]) -> None:
    case = followup.Case.from_dict(panel)
    actions = followup.plan(case)
    thanks = next(a for a in actions if a.kind is followup.ActionKind.THANK_YOU)
    assert (thanks.state, thanks.done_by, thanks.late) == (followup.ActionState.DONE, "first", False)
    assert thanks.due == END + timedelta(hours=24)
    assert thanks.due.isoformat() == "2026-03-06T15:00:00-06:00"
    assert [a.due for a in actions] == sorted(a.due for a in actions)
    materials = next(a for a in actions if a.kind is followup.ActionKind.MATERIALS)
    assert materials in actions.to_do and materials.what == "case study"
    late = followup.plan(case, datetime(2026, 3, 20, tzinfo=timezone.utc), {"numbers": {"thank_you_hours": 1}})
    assert next(a for a in late if a.kind is followup.ActionKind.THANK_YOU).late
    assert followup.plan(case) == actions and len(actions.to_records()) == len(actions)


def test_a_record_counts_what_was_done(panel: Dict[str, Any]) -> None:
    record = followup.record(followup.Case.from_dict(panel))
    assert (record.interviewers, record.thanked, record.thanked_in_time) == (1, 1, 1)
    assert record.median_delay == timedelta(hours=4, minutes=30)
    assert record.never_thanked == () and record.early_status_checks == ()
    assert followup.record(followup.Case(now=END)).median_delay is None


def test_a_window_is_read_from_the_words() -> None:
    words = "Danke 😀! We'll be in touch within two weeks."
    found = followup.window(words, reference=END)
    assert found and found.status is followup.WindowStatus.PROMISED
    assert found.end is not None and found.end.isoformat() == "2026-03-19T23:59:59-05:00"
    assert found.span is not None and words[found.span] == "within two weeks"
    assert (found.form, found.precision) == ("within 2 weeks", followup.Precision.EXACT)
    none = followup.window("Thanks for coming in.", reference=END)
    assert not none and none.end is None and none.span is None
    assert followup.WindowStatus.PROMISED.label == "window"


def test_the_rows_of_the_window_table_are_read_as_the_program_reads_them() -> None:
    lines = [line.split("\t") for line in (ROOT / "tests/time/windows.tsv").read_text("utf-8").splitlines()]
    rows = [dict(zip(lines[0], line)) for line in lines[1:] if line and line[0]]
    read = []
    for row in rows:
        calendar = followup.Calendar(
            row["time_zone"],
            weekend=row.get("weekend") or followup.Weekend.OF_REGION,
            holidays=[day for day in row.get("holidays", "").split(",") if day],
        )
        said = calendar.instant(row["reference"])
        found = followup.window(row["sentence"], reference=said, calendar=calendar)
        told = f"{found.end:%Y-%m-%dT%H:%M:%S}" if found and found.end else "none"
        read.append(f"{row['id']}\t{told}")
    program = BUILD / "examples" / "followup-window"
    if program.exists():  # built with libfollowup-formats
        command = [str(program), "--batch", str(ROOT / "tests/time/windows.tsv")]
        wanted = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert read == wanted.splitlines()
    assert len(read) > 100


def test_the_zone_is_that_of_the_reference_unless_told() -> None:
    words = "We will call you by tomorrow."
    assert followup.window(words, reference=END).end == datetime(2026, 3, 6, 23, 59, 59, tzinfo=CHICAGO)
    tokyo = followup.window(words, reference=END, zone="Asia/Tokyo").end
    assert tokyo == datetime(2026, 3, 7, 23, 59, 59, tzinfo=ZoneInfo("Asia/Tokyo"))
    fixed = followup.window(words, reference=END.astimezone(timezone(timedelta(hours=5, minutes=30)))).end
    assert fixed is not None and fixed.isoformat() == "2026-03-07T23:59:59+05:30"


def test_a_calendar_counts_business_days() -> None:
    calendar = followup.Calendar("Europe/London", region="GB", holidays=[END.date(), "2026-03-09"])
    assert not calendar.is_business_day(END)
    assert calendar.is_business_day(END + timedelta(days=1))
    after = calendar.business_days_after(END, 2)
    assert after.isoformat() == "2026-03-10T23:59:59+00:00"
    auckland = followup.Calendar("Pacific/Auckland").business_days_after(END, 1)
    assert auckland.isoformat() == "2026-03-09T23:59:59+13:00"
    west = followup.Calendar("-11:00").business_days_after(END, 1)
    assert west.isoformat() == "2026-03-06T23:59:59-11:00"
    assert calendar.instant("2026-07-01T09:00") == datetime(2026, 7, 1, 8, tzinfo=timezone.utc)


def test_words_with_several_meanings_are_read_as_told() -> None:
    usual = followup.window("in a few days", reference=END).end
    few = followup.window("in a few days", reference=END, readings={followup.Reading.FEW: 5}).end
    assert few is not None and usual is not None and few - usual == timedelta(days=2)
    assert "few" in " ".join(followup.window("in a few days", reference=END).assumptions)


@pytest.mark.parametrize(
    "arguments, kind, words",
    [
        ({"reference": datetime(2026, 3, 5)}, followup.ArgumentError, "reference: is a datetime without a time zone"),
        ({"reference": END, "zone": "Mars/Olympus"}, followup.TimeZoneError, "Mars"),
        ({"reference": END, "region": "USA"}, followup.ArgumentError, "region"),
        ({"reference": END, "weekend": "monday"}, followup.UnknownNameError, "sat-sun, fri-sat"),
        ({"reference": END, "holidays": ["2026-02-30"]}, followup.ArgumentError, ""),
        ({"reference": END, "readings": {"few": 70}}, followup.ArgumentError, ""),
        ({"reference": END, "zone": "UTC", "calendar": followup.Calendar("UTC")}, followup.ArgumentError, "in place"),
        ({"reference": "now"}, TypeError, "aware datetime"),
    ],
)
def test_what_cannot_be_is_refused(arguments: Any, kind: Any, words: str) -> None:
    with pytest.raises(kind, match=words):
        followup.window("within two weeks", **arguments)


def test_days_that_c_cannot_hold_are_refused_not_cut() -> None:
    calendar = followup.Calendar("UTC")
    for days in (0, -1, 10_001, 2**32 + 1, 2**70):
        with pytest.raises(followup.ArgumentError):
            calendar.business_days_after(END, days)
    with pytest.raises(TypeError):
        calendar.business_days_after(END, 1.5)  # type: ignore[arg-type]
