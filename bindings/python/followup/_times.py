"""Instants: aware datetimes outside, Unix milliseconds inside."""

import re
from datetime import datetime, timedelta, timezone, tzinfo
from typing import Optional, Tuple

from . import _ffi
from ._errors import ArgumentError, LimitError

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
NO_TIME = _ffi.NO_TIME

_DAY = 86_400_000
_SIMPLE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}", re.ASCII)
_DATE_AND_TIME = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?")
_OFFSET = re.compile(r"[Zz]|([+-])([0-9]{2}):([0-9]{2})")

NAIVE = (
    "is a datetime without a time zone: give it one, such as datetime(2026, 3, 5, 14, tzinfo=timezone.utc) or "
    'tzinfo=zoneinfo.ZoneInfo("America/Chicago")'
)


def to_milliseconds(instant: datetime, member: str) -> int:
    """Unix milliseconds of an aware datetime; what is finer is cut off."""
    if not isinstance(instant, datetime):
        raise TypeError(f"{member}: must be an aware datetime, is {type(instant).__name__}")
    if instant.utcoffset() is None:
        raise ArgumentError(NAIVE, member)
    since = instant - EPOCH
    return since.days * _DAY + since.seconds * 1000 + since.microseconds // 1000


def from_milliseconds(milliseconds: int, zone: tzinfo = timezone.utc) -> datetime:
    """The datetime of Unix milliseconds, in a zone."""
    try:
        return (EPOCH + timedelta(milliseconds=milliseconds)).astimezone(zone)
    except OverflowError:
        raise LimitError("an instant that Python's datetime cannot hold") from None


def optional_datetime(milliseconds: int, zone: tzinfo = timezone.utc) -> Optional[datetime]:
    """The same, None where there is no instant."""
    return None if milliseconds == NO_TIME else from_milliseconds(milliseconds, zone)


def from_local(milliseconds: int, local: str) -> datetime:
    """An instant with the offset that the library told its local time by ("2026-03-20T23:59:59", an offset or not)."""
    if not local:
        return from_milliseconds(milliseconds)
    wall = datetime.fromisoformat(local[:19]).replace(tzinfo=timezone.utc)
    in_seconds = from_milliseconds(milliseconds).replace(microsecond=0)
    return from_milliseconds(milliseconds, timezone(wall - in_seconds))


def offset_name(instant: datetime) -> str:
    """The offset of an aware datetime, as a zone is named by it: "-06:00"."""
    minutes = int((instant.utcoffset() or timedelta()).total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def zone_name(instant: datetime) -> str:
    """The IANA name of an aware datetime's zone where it has one, else its offset."""
    key = getattr(instant.tzinfo, "key", None)
    return key if isinstance(key, str) and key else offset_name(instant)


# RFC 3339, read as libfollowup-formats reads it.

_NOT_AN_INSTANT = "is not an instant such as 2026-03-05T14:00:00-06:00"
_NO_OFFSET = "has no offset from UTC, such as Z or -06:00"
_NO_SUCH_DAY = "is on a day that does not exist"
_NO_SUCH_TIME = "is at a time of day that does not exist"


def rfc3339_milliseconds(text: str) -> Tuple[int, str]:
    """Unix milliseconds of an instant, and ""; or 0 and what is wrong with the text."""
    if _SIMPLE.fullmatch(text):
        try:
            since = datetime.fromisoformat(text) - EPOCH
            return since.days * _DAY + since.seconds * 1000, ""
        except ValueError:
            pass  # year 0, a leap second, or wrong: told below
    return _carefully(text)


def rfc3339_offset(text: str) -> str:
    """The offset that a text was written with, as a zone is named by it; the text was read before."""
    return "+00:00" if text[-1] in "Zz" or text.endswith("-00:00") else text[-6:]


def _carefully(text: str) -> Tuple[int, str]:
    match = _DATE_AND_TIME.match(text)
    if match is None:
        return 0, _NOT_AN_INSTANT
    if match.end() == len(text):
        return 0, _NO_OFFSET
    offset = _OFFSET.fullmatch(text, match.end())
    if offset is None:
        return 0, _NOT_AN_INSTANT
    year, month, day, hour, minute, second = (int(digits) for digits in match.groups()[:6])
    if not 1 <= month <= 12 or not 1 <= day <= _days_in_month(year, month):
        return 0, _NO_SUCH_DAY
    offset_hour, offset_minute = int(offset.group(2) or 0), int(offset.group(3) or 0)
    sign = -1 if offset.group(1) == "-" else 1
    minutes = (_day_number(year, month, day) * 24 + hour) * 60 + minute - sign * (offset_hour * 60 + offset_minute)
    seconds = minutes * 60 + second
    on_clock = hour <= 23 and minute <= 59 and offset_hour <= 23 and offset_minute <= 59
    if not on_clock or not _second_exists(year, second, seconds):
        return 0, _NO_SUCH_TIME
    return seconds * 1000 + int(((match.group(7) or "") + "000")[:3]), ""


def _days_in_month(year: int, month: int) -> int:
    leap = (year % 4 == 0 and year % 100 != 0) or year % 400 == 0
    return 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _day_number(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01; 400 years later the calendar is the same, and datetime knows no year 0."""
    return datetime(year + 400, month, day).toordinal() - 146_097 - 719_163 if year <= 9599 else (
        datetime(year - 400, month, day).toordinal() + 146_097 - 719_163
    )


def _second_exists(year: int, second: int, seconds: int) -> bool:
    """A leap second ends the last UTC day of June or December: the same instant as the midnight after it."""
    if second < 60:
        return True
    days, rest = divmod(seconds, 86_400)
    midnights = (_day_number(year, 7, 1), _day_number(year, 1, 1), _day_number(year + 1, 1, 1))
    return second == 60 and rest == 0 and days in midnights
