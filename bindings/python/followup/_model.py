"""The parts of a case as plain, frozen values: who, when, what was said. Text is ``str``, instants aware datetimes."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, ClassVar, Dict, Mapping, Optional, Sequence, Type, TypeVar, Union

from ._enums import EventKind, Kind
from ._members import plain
from ._times import from_milliseconds, rfc3339_milliseconds, rfc3339_offset

_Value = TypeVar("_Value", bound="Value")


@dataclass(frozen=True)
class Value:
    """Part of a case; ``to_dict()`` gives it as a case file has it."""

    # Attributes whose member in the file is called otherwise.
    _NAMES: ClassVar[Mapping[str, str]] = {"sender": "from"}

    def to_dict(self) -> Dict[str, Any]:
        """The members of the case file, without those that are not told."""
        made = {}
        for attribute in fields(self):
            value = getattr(self, attribute.name)
            if value is not None and value != ():
                made[self._NAMES.get(attribute.name, attribute.name)] = plain(value)
        return made


@dataclass(frozen=True)
class Candidate(Value):
    """Who follows up.

    Attributes:
        name: the full name as the person writes it.
        email: the own address, which never counts among the recipients.
        time_zone: an IANA zone ("America/Chicago") or a fixed offset ("+01:00").
    """

    name: str
    email: Optional[str] = None
    time_zone: Optional[str] = None


@dataclass(frozen=True)
class Interviewer(Value):
    """One person of a panel.

    Attributes:
        name: the full name.
        email: the address.
        title: the job title.
        notes: specific things that the person said, written down by the candidate.
    """

    name: str
    email: Optional[str] = None
    title: Optional[str] = None
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Material(Value):
    """Something that the candidate said it would send.

    Attributes:
        what: in a few words.
        to: the mailbox it goes to: ``address``, ``Name <address>`` or a bare name.
    """

    what: Optional[str] = None
    to: Optional[str] = None


@dataclass(frozen=True)
class Interview(Value):
    """When it was, who sat on the panel, what was promised.

    Attributes:
        id: unlike those of the other interviews.
        start, end: aware datetimes.
        time_zone: an IANA zone or a fixed offset. Left out: that of ``end`` where it has a name
            (``zoneinfo.ZoneInfo``), else the candidate's, else the offset of ``end``.
        stage: screen, technical, assessment, onsite, panel, final, reference_check, or other text.
        panel: who was there.
        promised_reply: the employer's own words on when it will be in touch; or
        window_ends: that instant, in place of the words.
        promised_materials: what the candidate said it would send.
    """

    id: str
    start: datetime
    end: datetime
    time_zone: Optional[str] = None
    stage: Optional[str] = None
    panel: Sequence[Interviewer] = ()
    promised_reply: Optional[str] = None
    window_ends: Optional[datetime] = None
    promised_materials: Sequence[Material] = ()

    def to_dict(self) -> Dict[str, Any]:
        """The members of the case file, without those that are not told."""
        made = super().to_dict()
        key = getattr(getattr(self.end, "tzinfo", None), "key", None)
        if self.time_zone is None and isinstance(key, str) and key:
            made["time_zone"] = key
        return made


@dataclass(frozen=True)
class Event(Value):
    """Something that happened on the employer's side.

    Attributes:
        kind: an EventKind, or its name ("verbal_offer").
        at: when, an aware datetime.
        sender: the mailbox it came from ("from" in a case file).
        promised_reply: a later word on when the employer will be in touch: it replaces the window.
    """

    kind: Union[EventKind, str]
    at: datetime
    sender: Optional[str] = None
    promised_reply: Optional[str] = None


@dataclass(frozen=True)
class Message(Value):
    """A message of the candidate's. Mailboxes are ``address``, ``Name <address>`` or a bare name.

    Attributes:
        kind: a Kind, or its name ("thank_you").
        to: the recipients; the first is the addressee.
        body: with whatever earlier mail it quotes. Spans of findings count its characters.
        id: left out: m1, m2, ... by its place in the case.
        interview: the id of the one it is about; left out: the latest that ended before it was sent.
        sender: who wrote it ("from" in a case file).
        cc, bcc: further recipients.
        subject: the subject line.
        attachments: file names.
        sent: an aware datetime; left out: a draft, judged as if sent at ``now``.
    """

    kind: Union[Kind, str]
    to: Sequence[str] = ()
    body: str = ""
    id: Optional[str] = None
    interview: Optional[str] = None
    sender: Optional[str] = None
    cc: Sequence[str] = ()
    bcc: Sequence[str] = ()
    subject: Optional[str] = None
    attachments: Sequence[str] = ()
    sent: Optional[datetime] = None

    def to_dict(self) -> Dict[str, Any]:
        """The members of the case file, without those that are not told; ``to`` and ``body`` are always there."""
        return {"to": plain(self.to) if self.to else [], "body": self.body, **super().to_dict()}


@dataclass(frozen=True)
class DaysOff(Value):
    """The days off of a case.

    Attributes:
        region: an ISO 3166 code of two letters, which gives the weekend.
        holidays: added days off: ``date`` or "YYYY-MM-DD".
    """

    region: Optional[str] = None
    holidays: Sequence[Union[date, str]] = ()


# Back from the case file.


def read_instant(text: str) -> datetime:
    """An RFC 3339 text that the library took, as an aware datetime."""
    milliseconds, _ = rfc3339_milliseconds(text)
    return from_milliseconds(milliseconds).astimezone(datetime.strptime(rfc3339_offset(text), "%z").tzinfo)


def value_of(kind: Type[_Value], given: Mapping[str, Any]) -> _Value:
    """The value for an object of a case file that the library took."""
    attributes = {"from": "sender"}
    made: Dict[str, Any] = {}
    for name, value in given.items():
        if name in ("start", "end", "at", "sent", "window_ends"):
            value = read_instant(value)
        elif name == "kind":
            value = _KINDS[kind](value)
        elif name == "panel":
            value = tuple(value_of(Interviewer, person) for person in value)
        elif name == "promised_materials":
            value = tuple(value_of(Material, material) for material in value)
        elif isinstance(value, list):
            value = tuple(value)
        made[attributes.get(name, name)] = value
    return kind(**made)


_KINDS: Dict[Any, Any] = {Message: Kind, Event: EventKind}
