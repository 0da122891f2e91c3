"""Times as people say them."""

from datetime import datetime, timedelta

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def date_words(local: datetime) -> str:
    """ "Thu 5 March"."""
    return f"{_WEEKDAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]}"


def moment_words(local: datetime, now: datetime) -> str:
    """ "today at 15:00", "Thu 5 March at 15:00", "the end of Thu 19 March"."""
    distance = (local.date() - now.astimezone(local.tzinfo).date()).days
    day = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(distance) or date_words(local)
    if (local.hour, local.minute, local.second) == (23, 59, 59):
        return f"the end of {day}"
    return f"{day} at {local.hour:02}:{local.minute:02}"


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}"


def distance_words(start: datetime, end: datetime) -> str:
    """ "in 3 hours", "2 days ago", "now"; whole units, so that "in 4 days" is not said of three and a half."""
    seconds = abs(end - start) // timedelta(seconds=1)
    if seconds < 60:
        return "now"
    if seconds < 90 * 60:
        words = _counted(seconds // 60, "minute")
    elif seconds < 2 * 86_400:
        words = _counted(seconds // 3600, "hour")
    else:
        words = _counted(seconds // 86_400, "day")
    return f"in {words}" if end > start else f"{words} ago"


def span_words(span: timedelta) -> str:
    """ "4 hours 10 minutes", "2 days 3 hours"."""
    minutes = (span // timedelta(seconds=1) + 30) // 60
    units = [(minutes // 1440, "day"), (minutes // 60 % 24, "hour")]
    if minutes < 1440:
        units.append((minutes % 60, "minute"))
    return " ".join(_counted(count, unit) for count, unit in units if count) or "less than a minute"
