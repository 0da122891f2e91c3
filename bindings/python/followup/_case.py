"""The case: one candidate's hiring process for one job."""

import json
from ctypes import byref, c_int64, c_size_t, string_at
from datetime import date, datetime
from typing import Any, Dict, Mapping, Optional, Sequence, Tuple, Union

from . import _ffi
from ._building import build
from ._calls import Owned, Text, call, encode, live
from ._enums import Kind
from ._errors import ArgumentError
from ._formats import formats, need_formats
from ._json import parse
from ._members import plain
from ._model import Candidate, DaysOff, Event, Interview, Message, read_instant, value_of
from ._settings import Settings, context_of
from ._times import NO_TIME, optional_datetime, to_milliseconds


class Case:
    """One candidate's hiring process for one job, made once and never changed: any number of threads may judge it.

    Args:
        candidate: who writes.
        company, role, applied_at: the job; ``applied_at`` is an aware datetime.
        interviews, events, messages: in any order; a message names its interview by id.
        other_companies: other employers the candidate is in talks with.
        region: ISO 3166 code ("US"): gives the weekend. holidays: added days off.
        id: any name for the case. now: the instant to judge at, an aware datetime.
        settings: limits and places, where the defaults do not do.

    Raises:
        ArgumentError, TextError, TimeZoneError, UnknownNameError, LimitError: ``member`` says where
            ("interviews[0].panel[1].email").

    Every part is kept as it was given and can be read back; ``to_dict()`` gives the whole as a case file has it.
    """

    __slots__ = ("id", "_owned", "_now", "_given", "_json", "_settings", "__weakref__")

    #: Any name for the case; "" without one.
    id: str
    _owned: Optional[Owned]
    _now: int
    _given: Optional[Dict[str, Any]]
    _json: Optional[Text]
    _settings: Optional[Settings]

    def __init__(
        self,
        candidate: Optional[Candidate] = None,
        *,
        company: Optional[str] = None,
        role: Optional[str] = None,
        applied_at: Optional[datetime] = None,
        interviews: Sequence[Interview] = (),
        events: Sequence[Event] = (),
        messages: Sequence[Message] = (),
        other_companies: Sequence[str] = (),
        region: Optional[str] = None,
        holidays: Sequence[Union[date, str]] = (),
        id: Optional[str] = None,
        now: Optional[datetime] = None,
        settings: Optional[Settings] = None,
    ) -> None:
        job = {"company": company, "role": role, "applied_at": applied_at}
        given: Dict[str, Any] = {
            "id": id,
            "candidate": candidate,
            "application": {name: value for name, value in job.items() if value is not None},
            "other_companies": other_companies,
            "calendar": DaysOff(region, holidays),
            "interviews": interviews,
            "events": events,
            "messages": messages,
            "now": now,
        }
        told = {name: plain(value) for name, value in given.items()}
        self._take({name: value for name, value in told.items() if value not in (None, [], {}, ())}, settings, True)

    def _take(self, given: Any, settings: Optional[Settings], unknown_kinds: bool) -> None:
        self._owned, self._now = build(given, context_of(settings), unknown_kinds)
        self.id = given.get("id", "")
        self._given, self._json, self._settings = given, None, settings

    @classmethod
    def from_dict(cls, given: Mapping[str, Any], *, settings: Optional[Settings] = None) -> "Case":
        """The case of a case file's object.

        Instants may be RFC 3339 texts or aware datetimes, kinds names or enum members, lists lists or tuples. The
        members ``expected`` and ``expected_plan`` of labelled cases are passed over.

        Raises: as the class, always with the member's path.
        """
        made = cls.__new__(cls)
        made._take(plain(given), settings, False)
        return made

    @classmethod
    def from_json(cls, document: Text, *, settings: Optional[Settings] = None) -> "Case":
        """The case of a case file: one JSON object, ``str`` or UTF-8 ``bytes``.

        libfollowup-formats reads it where it is there, else this package does; the result is the same.

        Raises: as the class, and ParseError with line and offset.
        """
        reader = formats()
        if reader is None:
            return cls.from_dict(parse(document), settings=settings)
        data = encode(document, "JSON text")
        case, now = _ffi.Case(), c_int64()
        read = reader.followup_formats_read_case
        call(read, context_of(settings), data, len(data), byref(case), byref(now), text=document)
        made = cls.__new__(cls)
        made._owned = Owned(case, _ffi.followup_case_free)
        made.id = _ffi.followup_case_id(case).decode()
        made._now, made._given, made._json, made._settings = now.value, None, document, settings
        return made

    def _values(self) -> Dict[str, Any]:
        """What the case was made of; a file that C read is read again only when somebody asks."""
        given = self._given
        if given is None:
            document = self._json
            if document is not None:
                self._given = parse(document)
                self._json = None
            given = self._given  # of this thread, or of another one that was faster
        assert given is not None
        return given

    def _part(self, name: str, member: str) -> Any:
        return self._values().get(name, {}).get(member)

    @property
    def candidate(self) -> Optional[Candidate]:
        """Who writes."""
        given = self._values().get("candidate")
        return value_of(Candidate, given) if given is not None else None

    @property
    def company(self) -> Optional[str]:
        """The company that the job is at."""
        company: Optional[str] = self._part("application", "company")
        return company

    @property
    def role(self) -> Optional[str]:
        """The role applied for."""
        role: Optional[str] = self._part("application", "role")
        return role

    @property
    def applied_at(self) -> Optional[datetime]:
        """When the candidate applied."""
        text = self._part("application", "applied_at")
        return read_instant(text) if text is not None else None

    @property
    def interviews(self) -> Tuple[Interview, ...]:
        """In the order given."""
        return tuple(value_of(Interview, given) for given in self._values().get("interviews", ()))

    @property
    def events(self) -> Tuple[Event, ...]:
        """In the order given."""
        return tuple(value_of(Event, given) for given in self._values().get("events", ()))

    @property
    def messages(self) -> Tuple[Message, ...]:
        """In the order given."""
        return tuple(value_of(Message, given) for given in self._values().get("messages", ()))

    @property
    def message_ids(self) -> Tuple[str, ...]:
        """The ids as findings tell them: as given, else m1, m2, ..."""
        return tuple(given.get("id", f"m{i}") for i, given in enumerate(self._values().get("messages", ()), 1))

    @property
    def other_companies(self) -> Tuple[str, ...]:
        """Other employers the candidate is in talks with."""
        return tuple(self._values().get("other_companies", ()))

    @property
    def now(self) -> Optional[datetime]:
        """The instant to judge at, in UTC."""
        return optional_datetime(self._now)

    def to_dict(self) -> Dict[str, Any]:
        """The case as a case file has it: a copy, with instants as RFC 3339 texts."""
        copied: Dict[str, Any] = plain(self._values())
        return copied

    def to_json(self) -> str:
        """The case as a case file, one line."""
        return json.dumps(self._values(), ensure_ascii=False)

    def replace(self, **members: Any) -> "Case":
        """The same case with other members (of the case file): ``case.replace(messages=[draft])``."""
        return _restore(plain({**self._values(), **members}), self._settings)

    def with_message(self, message: Union[Message, Mapping[str, Any]]) -> "Case":
        """The same case with one more message, at the end."""
        return self.replace(messages=[*self._values().get("messages", ()), message])

    def with_mail(self, mail: bytes, kind: Kind = Kind.UNKNOWN) -> "Case":
        """The same case with one more message, read from a mail (RFC 5322, MIME).

        Args:
            mail: the bytes of one mail.
            kind: what it is for; unknown: judging guesses it.

        Raises: LibraryError without libfollowup-formats; ParseError, TextError, ArgumentError, LimitError.
        """
        if not isinstance(mail, bytes):
            raise TypeError(f"mail: must be bytes, is {type(mail).__name__}")
        read_mail = need_formats("reading mail").followup_formats_read_mail
        made = _restore(self._values(), self._settings)
        message = _ffi.Message()
        call(read_mail, live(made._owned, "case"), Kind(kind), mail, len(mail), byref(message), text=mail)
        made._given = {**made._values(), "messages": [*made._values().get("messages", ()), _read_back(message)]}
        return made

    def milliseconds(self, now: Optional[datetime]) -> int:
        """The instant to judge at, Unix milliseconds: ``now``, else the case's own; ArgumentError without either."""
        if now is not None:
            return to_milliseconds(now, "now")
        if self._now == NO_TIME:
            raise ArgumentError("the case has none: give one, such as now=datetime.now(timezone.utc)", "now")
        return self._now

    def close(self) -> None:
        """Frees the case now. Not needed: it frees itself. What else uses it finishes first."""
        self._owned = None

    def __enter__(self) -> "Case":
        live(self._owned, "case")
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __reduce__(self) -> Tuple[Any, ...]:
        return _restore, (self._values(), self._settings)

    def __repr__(self) -> str:
        count = len(self._values().get("messages", ()))
        name = f" {self.id!r}" if self.id else ""
        return f"<followup.Case{name}: {count} message{'' if count == 1 else 's'}>"


def _restore(given: Dict[str, Any], settings: Optional[Settings]) -> Case:
    made = Case.__new__(Case)
    made._take(given, settings, True)
    return made


def _read_back(message: Any) -> Dict[str, Any]:
    """A message that the library made, as a case file has it."""
    made: Dict[str, Any] = {"kind": Kind(_ffi.followup_message_kind(message)).label}
    sender = _ffi.followup_message_from(message).decode()
    if sender:
        made["from"] = sender
    for number, name in ((1, "to"), (2, "cc"), (3, "bcc")):
        count = _ffi.followup_message_recipient_count(message, number)
        made[name] = [_ffi.followup_message_recipient(message, number, i).decode() for i in range(count)]
    made["subject"] = _known_length(_ffi.followup_message_subject, message)
    made["body"] = _known_length(_ffi.followup_message_body, message)
    count = _ffi.followup_message_attachment_count(message)
    made["attachments"] = [_ffi.followup_message_attachment(message, i).decode() for i in range(count)]
    sent = optional_datetime(_ffi.followup_message_sent(message))
    if sent is not None:
        made["sent"] = plain(sent)
    return made


def _known_length(getter: Any, message: Any) -> str:
    length = c_size_t()
    address = getter(message, byref(length))
    return string_at(address, length.value).decode()
