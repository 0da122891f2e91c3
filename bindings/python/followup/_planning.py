"""What to do next, and what was done: the plan and the record of a case."""

from ctypes import byref
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Dict, Mapping, Optional, Sequence, Tuple, Union, overload

from . import _ffi
from ._calls import Owned, live, retell
from ._case import Case
from ._enums import ActionKind, ActionState
from ._members import plain
from ._policy import Policy, pointer_of, policy_of
from ._times import NO_TIME, from_local


@dataclass(frozen=True)
class Action:
    """One follow-up that a case calls for.

    Attributes:
        kind: what is to be done.
        state: how far it is.
        interview: the id of the interview it follows; "" for actions of events and of the application.
        to: the address, else the name, of whom it goes to; "" where nobody is named.
        to_name: the name of whom it goes to, where it is known; else "".
        what: the material that was promised; "" for other actions.
        opens: the earliest instant, an aware datetime with the offset of ``time_zone`` at that time.
        due: the last instant that is in time, told alike.
        time_zone: an IANA name or a fixed offset.
        done_by: the id of the message that settled it, or "".
        late: whether that message came after it was due.
        optional: whether it may as well be left.
        because: why, in English; the words may change from version to version.
    """

    kind: ActionKind
    state: ActionState
    interview: str
    to: str
    to_name: str
    what: str
    opens: datetime
    due: datetime
    time_zone: str
    done_by: str
    late: bool
    optional: bool
    because: str

    def to_record(self) -> Dict[str, Any]:
        """The action as a flat dict, instants as RFC 3339 texts, for a row of a table."""
        return {name: plain(value) for name, value in self.__dict__.items()}


class Plan(Sequence[Action]):
    """Every follow-up that a case calls for, by due instant: a sequence of :class:`Action`."""

    __slots__ = ("_actions",)

    def __init__(self, actions: Sequence[Action]) -> None:
        self._actions = tuple(actions)

    @property
    def to_do(self) -> Tuple[Action, ...]:
        """What can be done now: open or overdue."""
        return tuple(a for a in self._actions if a.state in (ActionState.OPEN, ActionState.OVERDUE))

    def __len__(self) -> int:
        return len(self._actions)

    @overload
    def __getitem__(self, index: int) -> Action: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Action, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[Action, Tuple[Action, ...]]:
        return self._actions[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Plan):
            return NotImplemented
        return self._actions == other._actions

    def __hash__(self) -> int:
        return hash(self._actions)

    def to_records(self) -> Sequence[Dict[str, Any]]:
        """A flat dict for each action."""
        return [action.to_record() for action in self._actions]

    def __repr__(self) -> str:
        return f"<followup.Plan: {list(self._actions)!r}>"


@dataclass(frozen=True)
class Record:
    """What the follow-ups of a case show a hiring manager: plain counts, never a score of a person.

    Attributes:
        interviewers: of all interviews that have ended; who sat in two counts twice.
        thanked: how many of them were thanked.
        thanked_in_time: how many of them were thanked in time.
        median_delay: the median time from an interview's end to the thank-you; None where there is none.
        notes_held: notes of what those interviewers said.
        notes_taken_up: how many of them the thank-you to that interviewer takes up.
        materials_promised: in interviews that have ended.
        materials_in_time: how many of them were sent in time.
        early_status_checks: ids of the messages that asked before their window had passed.
        most_unsolicited: the most unsolicited follow-ups in any span of the policy's hours (7 days).
        never_thanked: the address, else the name, of who was never thanked, each once.
    """

    interviewers: int
    thanked: int
    thanked_in_time: int
    median_delay: Optional[timedelta]
    notes_held: int
    notes_taken_up: int
    materials_promised: int
    materials_in_time: int
    early_status_checks: Tuple[str, ...]
    most_unsolicited: int
    never_thanked: Tuple[str, ...]


def _make(make: Any, free: Any, handle: Any, case: Case, now: Optional[datetime], policy: Any) -> Owned:
    if not isinstance(case, Case):
        raise TypeError(f"case: must be Case, is {type(case).__name__}")
    held, made = case._owned, policy_of(policy)
    arguments = (pointer_of(made), live(held, "case"), case.milliseconds(now), byref(handle))
    if make(*arguments, None):
        retell(make, *arguments)
    return Owned(handle, free)


def plan_handle(case: Case, now: Optional[datetime], policy: Any) -> Owned:
    """The library's plan itself, for what writes it."""
    return _make(_ffi.followup_plan_make, _ffi.followup_plan_free, _ffi.Plan(), case, now, policy)


def action_of(action: Any) -> Action:
    """The library's action as a value of its own."""
    return Action(
        ActionKind(_ffi.followup_action_kind_of(action)),
        ActionState(_ffi.followup_action_state_of(action)),
        _ffi.followup_action_interview(action).decode(),
        _ffi.followup_action_to(action).decode(),
        _ffi.followup_action_to_name(action).decode(),
        _ffi.followup_action_what(action).decode(),
        from_local(_ffi.followup_action_opens(action), _ffi.followup_action_opens_local(action).decode()),
        from_local(_ffi.followup_action_due(action), _ffi.followup_action_due_local(action).decode()),
        _ffi.followup_action_time_zone(action).decode(),
        _ffi.followup_action_done_by(action).decode(),
        _ffi.followup_action_late(action),
        _ffi.followup_action_optional(action),
        _ffi.followup_action_because(action).decode(),
    )


def plan(
    case: Case, now: Optional[datetime] = None, policy: Union[None, Policy, Mapping[str, Any]] = None
) -> Plan:
    """Plans a case: one action for every follow-up that the process calls for, and none that it does not.

    Args:
        case: the case.
        now: an aware datetime; what was sent or happened later does not count. Left out: the case's own.
        policy: its numbers count; None for the defaults.

    Raises:
        ArgumentError: no ``now``, or a naive one. ClosedError, LimitError, OutOfMemoryError, InternalError.
    """
    owned = plan_handle(case, now, policy)
    made = owned.pointer
    return Plan([action_of(_ffi.followup_plan_at(made, i)) for i in range(_ffi.followup_plan_count(made))])


def record(
    case: Case, now: Optional[datetime] = None, policy: Union[None, Policy, Mapping[str, Any]] = None
) -> Record:
    """Counts the follow-ups of a case. Arguments and errors are those of :func:`plan`."""
    owned = _make(_ffi.followup_record_make, _ffi.followup_record_free, _ffi.Record(), case, now, policy)
    made = owned.pointer
    delay = _ffi.followup_record_median_delay(made)
    early = range(_ffi.followup_record_early_status_checks(made))
    never = range(_ffi.followup_record_never_thanked_count(made))
    return Record(
        _ffi.followup_record_interviewers(made),
        _ffi.followup_record_thanked(made),
        _ffi.followup_record_thanked_in_time(made),
        None if delay == NO_TIME else timedelta(milliseconds=delay),
        _ffi.followup_record_notes_held(made),
        _ffi.followup_record_notes_taken_up(made),
        _ffi.followup_record_materials_promised(made),
        _ffi.followup_record_materials_in_time(made),
        tuple(_ffi.followup_record_early_status_check(made, i).decode() for i in early),
        _ffi.followup_record_most_unsolicited(made),
        tuple(_ffi.followup_record_never_thanked(made, i).decode() for i in never),
    )
