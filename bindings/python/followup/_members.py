"""Plain values (as JSON has them) held against what an object may have, with errors that name the place.

The words are those of libfollowup-formats, so that a case is refused alike whoever reads it.
"""

from datetime import date, datetime, timedelta, timezone
from enum import Enum
from typing import Any, Dict, Mapping, Tuple, Type, Union

from ._enums import Named
from ._errors import ArgumentError, Error, UnknownNameError
from ._times import NAIVE, rfc3339_milliseconds

Place = Tuple[Union[str, int], ...]

# No case and no policy is deeper: what is deeper is not looked at, and refused where it stands.
_DEPTH = 8

_PLAIN_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
_QUOTED_BYTES = 60


def instant_text(instant: datetime) -> str:
    """An aware datetime as RFC 3339, which has offsets in whole minutes."""
    offset = instant.utcoffset()
    if offset is not None and offset % timedelta(minutes=1):
        instant = instant.astimezone(timezone.utc)
    return instant.isoformat(timespec="milliseconds" if instant.microsecond else "seconds")


def plain(value: Any, depth: int = _DEPTH) -> Any:
    """A copy of a value with nothing in it but what JSON has; what has no such form is left for the check."""
    kind = type(value)
    if kind is str:
        return value
    if kind is dict and depth:
        return {name: plain(inner, depth - 1) for name, inner in value.items()}
    if kind is list and depth:
        return [plain(inner, depth - 1) for inner in value]
    return _plain_of_others(value, depth)


def _plain_of_others(value: Any, depth: int) -> Any:
    if hasattr(value, "to_dict") and not isinstance(value, type):
        return value.to_dict()
    if isinstance(value, Named):
        return value.label
    if isinstance(value, datetime):
        return instant_text(value) if value.utcoffset() is not None else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (str, int, float)) and not isinstance(value, Enum):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, Mapping) and depth:
        return {name: plain(inner, depth - 1) for name, inner in value.items()}
    if isinstance(value, (list, tuple)) and depth:
        return [plain(inner, depth - 1) for inner in value]
    return value


def place_text(place: Place) -> str:
    """A place in words: "interviews[0].panel[1].email"."""
    text = ""
    for step in place:
        if isinstance(step, int):
            text += f"[{step}]"
        elif step and _PLAIN_NAME.issuperset(step):
            text += f".{step}" if text else step
        else:
            text += f'["{step}"]'
    return mask_controls(text)


def mask_controls(text: str) -> str:
    """An error is one line, whatever the file holds."""
    return "".join("?" if character < " " or character == "\x7f" else character for character in text)


def fail(kind: Type[Error], place: Place, reason: str) -> Error:
    """An error at a place, to be raised."""
    return kind(reason, place_text(place))


def fail_quoting(kind: Type[Error], place: Place, text: str, reason: str) -> Error:
    """The same, with the text (cut where it is long) before the reason."""
    data = text.encode(errors="replace")
    shown = data[:_QUOTED_BYTES].decode(errors="ignore").partition("\0")[0]
    return fail(kind, place, mask_controls(f'"{shown}{"…" if len(data) > _QUOTED_BYTES else ""}" {reason}'))


_IN_WORDS: Dict[Any, str] = {
    dict: "an object",
    list: "an array",
    str: "text",
    bool: "true or false",
    float: "a number with a fraction",
    type(None): "null",
}


def _is(value: Any, wanted: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) or (isinstance(value, float) and wanted is not int):
        return "a number"
    return _IN_WORDS.get(type(value), type(value).__name__)


def expect(value: Any, wanted: Any, place: Place) -> None:
    """Holds a value against a type of plain values; ``object`` takes any."""
    if type(value) is wanted or wanted is object:
        return
    if isinstance(value, datetime):
        raise fail(ArgumentError, place, NAIVE)
    words = "a whole number" if wanted is int else _IN_WORDS[wanted]
    raise fail(ArgumentError, place, f"must be {words}, is {_is(value, wanted)}")


def check(given: Dict[str, Any], members: Mapping[str, Any], required: Tuple[str, ...], place: Place) -> None:
    """Whether every member is known and of its type, and none that is required is missing."""
    for name, value in given.items():
        wanted = members.get(name)
        if wanted is None:
            raise fail(UnknownNameError, place + (str(name),), "unknown member")
        if type(value) is not wanted:
            expect(value, wanted, place + (name,))
    for name in required:
        if name not in given:
            raise fail(ArgumentError, place + (name,), "is missing")


def instant(given: Dict[str, Any], name: str, place: Place) -> int:
    """A member that is an instant, in Unix milliseconds."""
    text = given[name]
    milliseconds, wrong = rfc3339_milliseconds(text)
    if wrong:
        raise fail_quoting(ArgumentError, place + (name,), text, wrong)
    return milliseconds
