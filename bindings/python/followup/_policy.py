"""The policy: every level and number that a caller may set."""

from ctypes import byref
from typing import Any, Dict, Iterable, Mapping, Optional, Tuple, Union

from . import _ffi
from ._calls import Owned, Text, call, encode, live, retell
from ._enums import Kind, Level, Number, Rule
from ._errors import BY_STATUS, ArgumentError, Error, UnknownNameError
from ._formats import formats
from ._json import parse
from ._members import Place, check, expect, fail, fail_quoting, place_text, plain
from ._settings import Settings, context_of

_POLICY = {"region": str, "rules": dict, "numbers": dict, "sentences": dict, "suppress": dict}
_SUPPRESS = {"recipients": list, "fingerprints": list}
_RECIPIENT = {"address": str, "rule": str}
_FINGERPRINT_DIGITS = 16

RuleName = Union[Rule, str]
Suppressed = Union[str, Tuple[str, RuleName]]


def _call(function: Any, place: Place, text: str, *arguments: Any) -> None:
    try:
        if function(*arguments, None):
            retell(function, *arguments, text=text)
    except Error as wrong:
        wrong.member = place_text(place)
        raise


def _rule(name: str, place: Place) -> int:
    data = encode(name, place_text(place))
    rule: int = _ffi.followup_rule_from_name(data, len(data))
    if not rule:
        raise fail(UnknownNameError, place, "no such rule")
    return rule


def _level(name: str, place: Place) -> int:
    data, level = encode(name, place_text(place)), _ffi.Enum()
    if not _ffi.followup_level_from_name(data, len(data), byref(level)):
        raise fail_quoting(UnknownNameError, place, name, "is no level: off, note, warning or error")
    return int(level.value)


def _int(value: Any, place: Place) -> int:
    expect(value, int, place)
    if not -(2**31) <= value < 2**31:
        raise fail(ArgumentError, place, "is out of range")
    return int(value)


def _set_number(policy: Any, name: str, value: Any, place: Place) -> None:
    data, number = encode(name, place_text(place)), _ffi.Enum()
    expect(value, int, place)
    if not _ffi.followup_number_from_name(data, len(data), byref(number)):
        raise fail(UnknownNameError, place, "no such number")
    _call(_ffi.followup_policy_set_number, place, "", policy, number, _int(value, place))


def _set_range(policy: Any, name: str, given: Any, place: Place) -> None:
    data = encode(name, place_text(place))
    expect(given, list, place)
    kind = _ffi.followup_kind_from_name(data, len(data))
    if not kind:
        raise fail(UnknownNameError, place, "no such kind of message")
    if len(given) != 2:
        raise fail(ArgumentError, place, "must be two numbers, the least and the most")
    least, most = _int(given[0], place + (0,)), _int(given[1], place + (1,))
    _call(_ffi.followup_policy_set_sentences, place, "", policy, kind, least, most)


def _suppress_recipient(policy: Any, given: Any, place: Place) -> None:
    expect(given, dict, place)
    check(given, _RECIPIENT, ("address",), place)
    rule = _rule(given["rule"], place + ("rule",)) if "rule" in given else 0
    at = place + ("address",)
    data = encode(given["address"], place_text(at))
    _call(_ffi.followup_policy_suppress_recipient, at, given["address"], policy, rule, data, len(data))


def _suppress_fingerprint(policy: Any, text: Any, place: Place) -> None:
    expect(text, str, place)
    if len(text) != _FINGERPRINT_DIGITS or not set(text) <= set("0123456789abcdefABCDEF"):
        raise fail_quoting(ArgumentError, place, text, "is no fingerprint of 16 hexadecimal digits")
    _call(_ffi.followup_policy_suppress_fingerprint, place, text, policy, int(text, 16))


def _fill(policy: Any, given: Dict[str, Any]) -> None:
    check(given, _POLICY, (), ())
    if "region" in given:
        data = encode(given["region"], "region")
        _call(_ffi.followup_policy_use_region, ("region",), given["region"], policy, data, len(data))
    for name, level in given.get("rules", {}).items():
        place = ("rules", name)
        expect(level, str, place)
        rule = _rule(name, place)
        _call(_ffi.followup_policy_set_level, place, level, policy, rule, _level(level, place))
    for name, value in given.get("numbers", {}).items():
        _set_number(policy, name, value, ("numbers", name))
    for name, value in given.get("sentences", {}).items():
        _set_range(policy, name, value, ("sentences", name))
    suppress = given.get("suppress", {})
    check(suppress, _SUPPRESS, (), ("suppress",))
    for index, entry in enumerate(suppress.get("recipients", ())):
        _suppress_recipient(policy, entry, ("suppress", "recipients", index))
    for index, entry in enumerate(suppress.get("fingerprints", ())):
        _suppress_fingerprint(policy, entry, ("suppress", "fingerprints", index))


def _label(name: Any) -> Any:
    return name.label if hasattr(name, "label") else name


class Policy:
    """Levels, numbers and sentence ranges other than the defaults; made once and never changed.

    Args:
        region: numbers customary there ("DE", "FR"; others have the defaults), before ``numbers`` change them.
        rules: levels by rule, for all kinds: ``{Rule.OFF_HOURS: Level.NOTE}`` or ``{"off-hours": "note"}``.
        numbers: ``{Number.THANK_YOU_HOURS: 48}`` or ``{"thank_you_hours": 48}``; units and ranges as in Number.
        sentences: least and most prose sentences by kind: ``{Kind.THANK_YOU: (3, 6)}``, 1 to 100.
        suppress_recipients: addressees whose messages get no findings; ``(address, rule)`` for one rule alone.
        suppress_fingerprints: findings never to be told again, as ``Finding.fingerprint`` gives them.
        settings: limits and places, where the defaults do not do.

    Raises:
        UnknownNameError, ArgumentError, TextError: ``member`` says where ("numbers.thank_you_hours").
    """

    __slots__ = ("_owned", "_given", "_settings", "__weakref__")

    def __init__(
        self,
        *,
        region: Optional[str] = None,
        rules: Optional[Mapping[RuleName, Union[Level, str]]] = None,
        numbers: Optional[Mapping[Union[Number, str], int]] = None,
        sentences: Optional[Mapping[Union[Kind, str], Tuple[int, int]]] = None,
        suppress_recipients: Iterable[Suppressed] = (),
        suppress_fingerprints: Iterable[int] = (),
        settings: Optional[Settings] = None,
    ) -> None:
        recipients = [
            {"address": entry} if isinstance(entry, str) else {"address": entry[0], "rule": _label(entry[1])}
            for entry in suppress_recipients
        ]
        given: Dict[str, Any] = {
            "region": region,
            "rules": {_label(name): level for name, level in (rules or {}).items()},
            "numbers": {_label(name): value for name, value in (numbers or {}).items()},
            "sentences": {_label(name): value for name, value in (sentences or {}).items()},
            "suppress": {"recipients": recipients, "fingerprints": [f"{mark:016x}" for mark in suppress_fingerprints]},
        }
        self._take({name: plain(value) for name, value in given.items() if value is not None}, settings)

    def _take(self, given: Any, settings: Optional[Settings]) -> None:
        expect(given, dict, ())
        policy = _ffi.Policy()
        if _ffi.followup_policy_new(context_of(settings), byref(policy), None):
            raise BY_STATUS[4]("out of memory")
        owned = Owned(policy, _ffi.followup_policy_free)
        _fill(policy, given)
        self._owned = owned
        self._given, self._settings = given, settings

    @classmethod
    def from_dict(cls, given: Mapping[str, Any], *, settings: Optional[Settings] = None) -> "Policy":
        """The policy of a policy file's object: ``{"rules": {"off-hours": "note"}, "numbers": {...}}``."""
        made = cls.__new__(cls)
        made._take(plain(given), settings)
        return made

    @classmethod
    def from_json(cls, document: Text, *, settings: Optional[Settings] = None) -> "Policy":
        """The policy of a policy file, ``str`` or UTF-8 ``bytes``. Raises also ParseError, with line and offset."""
        reader = formats()
        if reader is not None:  # reads it for what may be wrong with it: it says that as every reader of files does
            data, policy = encode(document, "JSON text"), _ffi.Policy()
            call(_ffi.followup_policy_new, context_of(settings), byref(policy))
            owned = Owned(policy, _ffi.followup_policy_free)
            call(reader.followup_formats_read_policy, owned.pointer, data, len(data), text=document)
        return cls.from_dict(parse(document), settings=settings)

    def to_dict(self) -> Dict[str, Any]:
        """The policy as a policy file has it."""
        copied: Dict[str, Any] = plain(self._given)
        return copied

    def level(self, rule: Rule, kind: Kind) -> Level:
        """The level of a rule for a kind, as set or by default."""
        return Level(_ffi.followup_policy_level(self._owned.pointer, Rule(rule), Kind(kind)))

    def number(self, number: Number) -> int:
        """A number, as set or by default; -1 for one the library does not know."""
        return int(_ffi.followup_policy_number(self._owned.pointer, Number(number)))

    def sentences(self, kind: Kind) -> Tuple[int, int]:
        """The least and the most prose sentences of a kind."""
        policy, number = self._owned.pointer, Kind(kind)
        return (
            int(_ffi.followup_policy_least_sentences(policy, number)),
            int(_ffi.followup_policy_most_sentences(policy, number)),
        )

    def __reduce__(self) -> Tuple[Any, ...]:
        return _restore, (self._given, self._settings)

    def __repr__(self) -> str:
        return f"<followup.Policy {self._given!r}>"


def _restore(given: Dict[str, Any], settings: Optional[Settings]) -> Policy:
    return Policy.from_dict(given, settings=settings)


def policy_of(policy: Union[None, Policy, Mapping[str, Any]]) -> Optional[Policy]:
    """A policy as callers give it: a Policy, the object of a policy file, or None for the defaults."""
    if policy is None or isinstance(policy, Policy):
        return policy
    if isinstance(policy, Mapping):
        return Policy.from_dict(policy)
    raise TypeError(f"policy: must be Policy or a mapping, is {type(policy).__name__}")


def pointer_of(policy: Optional[Policy]) -> Any:
    """The library's policy; None for the defaults."""
    return live(policy._owned, "policy") if policy is not None else None
