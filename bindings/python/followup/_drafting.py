"""A first version of the message that an action asks for."""

from ctypes import byref, c_size_t, c_void_p
from dataclasses import dataclass
from datetime import datetime
from typing import Any, List, Mapping, Optional, Tuple, Union

from . import _ffi
from ._calls import Owned, call, encode, live
from ._case import Case
from ._enums import Kind, Register, named
from ._errors import ArgumentError
from ._exchange import collect, sink_of
from ._formats import need_formats
from ._model import Message
from ._planning import Action, action_of, plan_handle
from ._policy import Policy, pointer_of, policy_of


@dataclass(frozen=True)
class Draft:
    """A subject and a body, to be edited by the person who sends them.

    Attributes:
        kind: what kind of message it is.
        interview: the id of the interview it is about, or "".
        to: the address, else the name, of whom it goes to; "" where nobody is known.
        to_name: the name of whom it goes to, or "".
        subject: one line.
        body: paragraphs with an empty line between them.
        slots: of a thank-you note, the places in ``body`` that wait for the person's own words, brackets included.
        to_do: what has to be done before it can go (attach what it speaks of), in a sentence of English; or "".
        settles: the actions that it answers: the one it was made for, and those that wait for the same person where
            materials were promised or information was asked for, which it names too.
    """

    kind: Kind
    interview: str
    to: str
    to_name: str
    subject: str
    body: str
    slots: Tuple[slice, ...]
    to_do: str
    settles: Tuple[Action, ...] = ()

    def __hash__(self) -> int:
        return hash((self.kind, self.interview, self.to, self.subject, self.body))

    @property
    def message(self) -> Message:
        """The draft as a message that is not sent: ``case.with_message(draft.message)`` has it judged."""
        to = [self.to] if self.to else []
        if self.to and self.to_name and self.to != self.to_name:
            name = self.to_name.replace("\\", "\\\\").replace('"', '\\"')
            to = [f'"{name}" <{self.to}>']
        return Message(self.kind, to, self.body, interview=self.interview or None, subject=self.subject)


def _identity(action: Action) -> Tuple[Any, ...]:
    return (action.kind, action.interview, action.to, action.what, action.due)


def _find(plan: Any, action: Action) -> Any:
    """The library's action for one of an earlier plan of the same case."""
    if not isinstance(action, Action):
        raise TypeError(f"action: must be Action, is {type(action).__name__}")
    for index in range(_ffi.followup_plan_count(plan)):
        found = _ffi.followup_plan_at(plan, index)
        if _identity(action_of(found)) == _identity(action):
            return found
    raise ArgumentError("is not in the plan of this case", "action")


def _draft_handles(
    case: Case, action: Action, now: Optional[datetime], policy: Any, register: Any, to: Optional[str]
) -> Tuple[Owned, Owned]:
    """The draft, and the plan that it was made from."""
    plan, made = plan_handle(case, now, policy), policy_of(policy)
    tone = named(Register, register, "register")
    receiver = encode(to, "to") if to is not None else None
    handle = _ffi.Draft()
    call(
        _ffi.followup_draft_make,
        pointer_of(made),
        live(case._owned, "case"),
        _find(plan.pointer, action),
        case.milliseconds(now),
        tone,
        receiver,
        len(receiver) if receiver is not None else 0,
        byref(handle),
    )
    return Owned(handle, _ffi.followup_draft_free), plan


def _settled(draft: Any, plan: Any) -> Tuple[Action, ...]:
    actions = (_ffi.followup_plan_at(plan, index) for index in range(_ffi.followup_plan_count(plan)))
    return tuple(action_of(found) for found in actions if _ffi.followup_draft_settles(draft, found))


def _slots(draft: Any, body: bytes) -> Tuple[slice, ...]:
    found = []
    start, end = c_size_t(), c_size_t()
    for index in range(_ffi.followup_draft_slot_count(draft)):
        _ffi.followup_draft_slot(draft, index, byref(start), byref(end))
        before = len(body[: start.value].decode())
        found.append(slice(before, before + len(body[start.value : end.value].decode())))
    return tuple(found)


def draft(
    case: Case,
    action: Action,
    now: Optional[datetime] = None,
    policy: Union[None, Policy, Mapping[str, Any]] = None,
    *,
    register: Union[Register, str] = Register.NEUTRAL,
    to: Optional[str] = None,
) -> Draft:
    """Drafts the message of an action: only what the case holds, worded for the day on which it may go.

    A thank-you note comes as a frame: for each of the interviewer's notes it holds an open slot for the person's own
    sentence, which the linter reports as ``placeholder`` until it is filled.

    Args:
        case: the case.
        action: of a plan of this case, with the same policy; any but ``capture_notes``, which is no message.
        now: an aware datetime. Left out: the case's own.
        policy: its numbers count; None for the defaults.
        register: how it is worded, "neutral" or "formal".
        to: whom it goes to, as a mailbox. Left out: as the action says, else who is likely to know.

    Raises:
        ArgumentError: no ``now``, an action that is not in the plan, or no mailbox. UnknownNameError (register),
        ClosedError, TextError, LimitError, OutOfMemoryError, InternalError.
    """
    owned, plan = _draft_handles(case, action, now, policy, register, to)
    made = owned.pointer
    body: bytes = _ffi.followup_draft_body(made)
    return Draft(
        Kind(_ffi.followup_draft_kind(made)),
        _ffi.followup_draft_interview(made).decode(),
        _ffi.followup_draft_to(made).decode(),
        _ffi.followup_draft_to_name(made).decode(),
        _ffi.followup_draft_subject(made).decode(),
        body.decode(),
        _slots(made, body),
        _ffi.followup_draft_to_do(made).decode(),
        _settled(made, plan.pointer),
    )


def draft_mail(
    case: Case,
    action: Action,
    now: Optional[datetime] = None,
    policy: Union[None, Policy, Mapping[str, Any]] = None,
    *,
    register: Union[Register, str] = Register.NEUTRAL,
    to: Optional[str] = None,
) -> bytes:
    """The same draft as a mail (RFC 5322, MIME) to be opened, finished and sent in a mail program.

    Where the case holds a message sent to that address before whose id is a Message-ID, the mail answers it. Arguments
    and errors are those of :func:`draft`, and LibraryError without libfollowup-formats.
    """
    formats = need_formats("writing mail")
    owned, _plan = _draft_handles(case, action, now, policy, register, to)
    pieces: List[bytes] = []
    sink = sink_of(formats, collect(pieces))
    pointers = (owned.pointer, live(case._owned, "case"), case.milliseconds(now))
    call(formats.followup_formats_write_draft, *pointers, sink, c_void_p())
    return b"".join(pieces)
