"""A plain case (as JSON has it) becomes a case of the library, through the core's setters alone.

The order of everything is that of libfollowup-formats' reader, so that of several things wrong the same one is told.
"""

from ctypes import byref
from typing import Any, Callable, Dict, Optional, Set, Tuple

from . import _ffi
from ._calls import Owned, error_of, new_error
from ._errors import BY_STATUS, ArgumentError, Error, TextError, UnknownNameError
from ._members import Place, check, expect, fail_quoting, instant, place_text
from ._times import NO_TIME, rfc3339_offset

_CASE = {
    "id": str,
    "candidate": dict,
    "application": dict,
    "other_companies": list,
    "calendar": dict,
    "interviews": list,
    "events": list,
    "messages": list,
    "now": str,
    "expected": object,
    "expected_plan": object,
}
_CANDIDATE = {"name": str, "email": str, "time_zone": str}
_APPLICATION = {"company": str, "role": str, "applied_at": str}
_CALENDAR = {"region": str, "holidays": list}
_INTERVIEW = {
    "id": str,
    "start": str,
    "end": str,
    "time_zone": str,
    "stage": str,
    "panel": list,
    "promised_reply": str,
    "window_ends": str,
    "promised_materials": list,
}
_INTERVIEWER = {"name": str, "email": str, "title": str, "notes": list}
_MATERIAL = {"what": str, "to": str}
_EVENT = {"kind": str, "at": str, "from": str, "promised_reply": str}
_MESSAGE = {
    "id": str,
    "kind": str,
    "interview": str,
    "from": str,
    "to": list,
    "cc": list,
    "bcc": list,
    "subject": str,
    "body": str,
    "attachments": list,
    "sent": str,
}
_LISTS = (("to", 1), ("cc", 2), ("bcc", 3))

Setter = Callable[..., Any]


def _failure(text: str, repeat: Callable[[Any], Any]) -> Optional[Error]:
    """Makes a call that failed once more, to hear why; None where it does not fail this time."""
    owned = new_error()
    return error_of(owned.pointer, text) if repeat(owned.pointer) else None


def _raise_at(place: Place, text: str, repeat: Callable[[Any], Any]) -> None:
    """The same, raised at the place of the value that was given."""
    wrong = _failure(text, repeat)
    if wrong is not None:
        wrong.member = place_text(place)
        raise wrong


def _bytes(text: str, place: Place) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as wrong:
        reason = f"invalid UTF-8: half a surrogate pair at offset {wrong.start}"
        raise TextError(reason, place_text(place), wrong.start) from None


def _set(setter: Setter, handle: Any, text: str, place: Place) -> None:
    data = _bytes(text, place)
    if setter(handle, data, len(data), None):
        _raise_at(place, text, lambda error: setter(handle, data, len(data), error))


def _set_member(setter: Setter, handle: Any, given: Dict[str, Any], name: str, place: Place) -> None:
    text = given.get(name)
    if text is not None:
        _set(setter, handle, text, place + (name,))


def _set_entries(setter: Setter, handle: Any, given: Dict[str, Any], name: str, place: Place) -> None:
    for index, text in enumerate(given.get(name, ())):
        at = place + (name, index)
        expect(text, str, at)
        _set(setter, handle, text, at)


def _set_instant(setter: Setter, handle: Any, given: Dict[str, Any], name: str, place: Place) -> None:
    if name in given:
        milliseconds = instant(given, name, place)
        if setter(handle, milliseconds, None):
            _raise_at(place + (name,), given[name], lambda error: setter(handle, milliseconds, error))


def _candidate(case: Any, given: Dict[str, Any], place: Place) -> None:
    check(given, _CANDIDATE, ("name",), place)
    handle = _ffi.followup_case_candidate(case)
    _set_member(_ffi.followup_candidate_set_name, handle, given, "name", place)
    _set_member(_ffi.followup_candidate_set_email, handle, given, "email", place)
    _set_member(_ffi.followup_candidate_set_time_zone, handle, given, "time_zone", place)


def _application(case: Any, given: Dict[str, Any], place: Place) -> None:
    check(given, _APPLICATION, ("company",), place)
    _set_member(_ffi.followup_case_set_company, case, given, "company", place)
    _set_member(_ffi.followup_case_set_role, case, given, "role", place)
    _set_instant(_ffi.followup_case_set_applied_at, case, given, "applied_at", place)


def _calendar(case: Any, given: Dict[str, Any], place: Place) -> None:
    check(given, _CALENDAR, (), place)
    handle = _ffi.followup_case_calendar(case)
    _set_member(_ffi.followup_calendar_set_region, handle, given, "region", place)
    _set_entries(_ffi.followup_calendar_add_holiday, handle, given, "holidays", place)


def _interviewer(interview: Any, given: Dict[str, Any], place: Place) -> None:
    check(given, _INTERVIEWER, ("name",), place)
    at = place + ("name",)
    name = _bytes(given["name"], at)
    added = _ffi.Interviewer()
    add = _ffi.followup_interview_add_interviewer
    if add(interview, name, len(name), byref(added), None):
        _raise_at(at, given["name"], lambda error: add(interview, name, len(name), byref(added), error))
    _set_member(_ffi.followup_interviewer_set_email, added, given, "email", place)
    _set_member(_ffi.followup_interviewer_set_title, added, given, "title", place)
    _set_entries(_ffi.followup_interviewer_add_note, added, given, "notes", place)


def _material(interview: Any, given: Dict[str, Any], place: Place) -> None:
    check(given, _MATERIAL, (), place)
    what = _bytes(given.get("what", ""), place + ("what",))
    to = _bytes(given["to"], place + ("to",)) if "to" in given else None
    arguments = (interview, what, len(what), to, len(to) if to is not None else 0)
    add = _ffi.followup_interview_add_promised_material
    if not add(*arguments, None):
        return
    wrong = _failure("", lambda error: add(*arguments, error))
    if wrong is not None:
        # Both texts go in with one call, whose error says which of the two it did not like.
        wrong.member = place_text(place + ("to" if wrong.member.endswith("to") else "what",))
        raise wrong


def _interview(case: Any, given: Dict[str, Any], place: Place, has_zone: bool) -> None:
    check(given, _INTERVIEW, ("id", "start", "end"), place)
    at = place + ("id",)
    id_ = _bytes(given["id"], at)
    added = _ffi.Interview()
    add = _ffi.followup_case_add_interview
    if add(case, id_, len(id_), byref(added), None):
        _raise_at(at, given["id"], lambda error: add(case, id_, len(id_), byref(added), error))
    start, end = instant(given, "start", place), instant(given, "end", place)
    if _ffi.followup_interview_set_time(added, start, end, None):
        _raise_at(place + ("end",), "", lambda error: _ffi.followup_interview_set_time(added, start, end, error))
    if "time_zone" in given or has_zone:
        _set_member(_ffi.followup_interview_set_time_zone, added, given, "time_zone", place)
    else:
        _set(_ffi.followup_interview_set_time_zone, added, rfc3339_offset(given["end"]), place + ("end",))
    _set_member(_ffi.followup_interview_set_stage, added, given, "stage", place)
    for index, person in enumerate(given.get("panel", ())):
        expect(person, dict, place + ("panel", index))
        _interviewer(added, person, place + ("panel", index))
    _set_member(_ffi.followup_interview_set_promised_reply, added, given, "promised_reply", place)
    _set_instant(_ffi.followup_interview_set_window_ends, added, given, "window_ends", place)
    for index, material in enumerate(given.get("promised_materials", ())):
        expect(material, dict, place + ("promised_materials", index))
        _material(added, material, place + ("promised_materials", index))


def _event(case: Any, given: Dict[str, Any], place: Place) -> None:
    check(given, _EVENT, ("kind", "at"), place)
    kind = _ffi.Enum()
    name = _bytes(given["kind"], place + ("kind",))
    if not _ffi.followup_event_kind_from_name(name, len(name), byref(kind)):
        raise fail_quoting(
            UnknownNameError,
            place + ("kind",),
            given["kind"],
            "is no kind of event: reply, information_request, verbal_offer, written_offer, rejection, withdrawal or "
            "hire",
        )
    at = instant(given, "at", place)
    added = _ffi.Event()
    if _ffi.followup_case_add_event(case, kind, at, byref(added), None):
        _raise_at(place, "", lambda error: _ffi.followup_case_add_event(case, kind, at, byref(added), error))
    _set_member(_ffi.followup_event_set_from, added, given, "from", place)
    _set_member(_ffi.followup_event_set_promised_reply, added, given, "promised_reply", place)


def _message_kind(given: Dict[str, Any], place: Place, unknown_kinds: bool) -> int:
    name = _bytes(given["kind"], place + ("kind",))
    kind: int = _ffi.followup_kind_from_name(name, len(name))
    if kind or (unknown_kinds and name == b"unknown"):
        return kind
    raise fail_quoting(
        UnknownNameError,
        place + ("kind",),
        given["kind"],
        "is no kind of message: thank_you, status_check, application_follow_up, continued_interest, materials, "
        "information_reply, offer_acknowledgement or feedback_request",
    )


def _recipients(message: Any, given: Dict[str, Any], name: str, number: int, place: Place) -> None:
    add = _ffi.followup_message_add_recipient
    for index, text in enumerate(given.get(name, ())):
        at = place + (name, index)
        expect(text, str, at)
        data = _bytes(text, at)
        if add(message, number, data, len(data), None):
            _raise_at(at, text, lambda error: add(message, number, data, len(data), error))


def _message(case: Any, given: Dict[str, Any], place: Place, interviews: Set[str], unknown_kinds: bool) -> None:
    check(given, _MESSAGE, ("kind", "to", "body"), place)
    kind = _message_kind(given, place, unknown_kinds)
    about = given.get("interview")
    if about is not None and about not in interviews:
        raise fail_quoting(ArgumentError, place + ("interview",), about, "is the id of no interview of the case")
    added = _ffi.Message()
    if _ffi.followup_case_add_message(case, kind, byref(added), None):
        _raise_at(place, "", lambda error: _ffi.followup_case_add_message(case, kind, byref(added), error))
    _set_member(_ffi.followup_message_set_id, added, given, "id", place)
    _set_member(_ffi.followup_message_set_interview, added, given, "interview", place)
    _set_member(_ffi.followup_message_set_from, added, given, "from", place)
    for name, number in _LISTS:
        _recipients(added, given, name, number, place)
    _set_member(_ffi.followup_message_set_subject, added, given, "subject", place)
    _set_member(_ffi.followup_message_set_body, added, given, "body", place)
    _set_entries(_ffi.followup_message_add_attachment, added, given, "attachments", place)
    _set_instant(_ffi.followup_message_set_sent, added, given, "sent", place)


def _fill(case: Any, given: Dict[str, Any], unknown_kinds: bool) -> int:
    check(given, _CASE, (), ())
    _set_member(_ffi.followup_case_set_id, case, given, "id", ())
    has_zone = "time_zone" in given.get("candidate", ())
    if "candidate" in given:
        _candidate(case, given["candidate"], ("candidate",))
    if "application" in given:
        _application(case, given["application"], ("application",))
    _set_entries(_ffi.followup_case_add_other_company, case, given, "other_companies", ())
    if "calendar" in given:
        _calendar(case, given["calendar"], ("calendar",))
    interviews = set()
    for index, entry in enumerate(given.get("interviews", ())):
        expect(entry, dict, ("interviews", index))
        _interview(case, entry, ("interviews", index), has_zone)
        interviews.add(entry["id"])
    for index, entry in enumerate(given.get("events", ())):
        expect(entry, dict, ("events", index))
        _event(case, entry, ("events", index))
    for index, entry in enumerate(given.get("messages", ())):
        expect(entry, dict, ("messages", index))
        _message(case, entry, ("messages", index), interviews, unknown_kinds)
    return instant(given, "now", ()) if "now" in given else NO_TIME


def new_case(context: Optional[Any]) -> Owned:
    """An empty case of the library."""
    case = _ffi.Case()
    if _ffi.followup_case_new(context, byref(case), None):
        raise BY_STATUS[4]("out of memory")
    return Owned(case, _ffi.followup_case_free)


def build(given: Any, context: Optional[Any], unknown_kinds: bool) -> Tuple[Owned, int]:
    """The case of the library for a plain case, and its ``now`` in Unix milliseconds (NO_TIME without one).

    ``unknown_kinds``: whether a message may be of kind "unknown", which a case file may not say.
    """
    if type(given) is not dict:
        expect(given, dict, ())
    owned = new_case(context)
    return owned, _fill(owned.pointer, given, unknown_kinds)
