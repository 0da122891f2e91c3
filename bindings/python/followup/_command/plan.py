"""``python -m followup plan``: what to write next, as followup-plan says it."""

import sys
from datetime import datetime, timedelta, timezone
from typing import Callable, List, Optional, Sequence, Tuple

from .. import _ffi
from .._case import Case
from .._enums import ActionKind, ActionState
from .._errors import Error
from .._exchange import CalendarWriter
from .._planning import Action, Plan, Record, plan, record
from .._policy import Policy
from .._times import from_milliseconds
from .arguments import Arguments, Option, Refused, read, refuse
from .axis import MOST_BARS, draw_axis
from .files import DOCUMENT_LIMIT, Unreadable, cases_of, kind_of, read_file, take_instant, take_text
from .json_text import quoted_simply
from .terminal import Output, Terminal, safe, say
from .time_words import date_words, distance_words, moment_words, span_words

PROGRAM = "followup-plan"
_PLANNED, _BAD = 0, 2
_DETAIL_INDENT = 6

HELP = """\
Says what to write next after a job interview: to whom, not before when, due when, and why.

Usage: followup-plan [OPTION]... FILE...

A FILE is, by its name:
  case.json         a case: candidate, interviews, events and messages (case.schema.json)
  cases.jsonl       many cases, one a line
  -                 standard input: a case, or one a line

Examples:
  followup-plan case.json
      What to do now (the most urgent first), what is coming, what is done.
  followup-plan --now=2026-03-06T09:00:00-06:00 --format=json cases.jsonl
      For another program to read.
  followup-plan --record case.json
      What the follow-ups so far show a hiring manager, as plain counts.
  followup-plan --format=ics case.json > to-do.ics
      What is left to do, with reminders; read again, it updates the calendar.

Options:
  --format=human|json|ics   how it is printed (human); ics is for calendar programs
  --now=RFC3339             the instant to plan at (the case's own, else the clock)
  --policy=FILE             numbers of your own (JSON)
  --record                  counts of what was done, in place of the plan
  --help, --version

Exit: 0, also where something is overdue; 2 bad usage or input (the other files are still planned).
"""


def _take_format(value: str) -> Optional[str]:
    return value if value in ("human", "json", "ics") else None


_OPTIONS = {
    "format": Option(_take_format, "human, json or ics"),
    "now": Option(take_instant, "an instant with its offset, such as 2026-03-05T14:00:00-06:00"),
    "policy": Option(take_text, "a file"),
    "record": Option(),
    "help": Option(),
    "version": Option(),
}


# For a person.


def _title(action: Action) -> str:
    to = action.to_name or action.to
    titles = {
        ActionKind.CAPTURE_NOTES: f"Write down what {to} said",
        ActionKind.THANK_YOU: f"Thank {to}",
        ActionKind.MATERIALS: f"Send {action.what or 'what was promised'}" + (f" to {to}" if to else ""),
        ActionKind.INFORMATION_REPLY: f"Answer {to or 'the employer’s request'}",
        ActionKind.APPLICATION_FOLLOW_UP: "Follow up on the application",
        ActionKind.STATUS_CHECK: "Ask once, and briefly, how it stands",
        ActionKind.OFFER_ACKNOWLEDGEMENT: "Acknowledge the offer in writing" + (f" to {to}" if to else ""),
        ActionKind.FEEDBACK_REQUEST: f"Ask {to or 'the employer'} for feedback, if you like",
    }
    return titles.get(action.kind, "")


def _when(action: Action, now: datetime) -> str:
    opens, due = moment_words(action.opens, now), moment_words(action.due, now)
    until_open, until_due = distance_words(now, action.opens), distance_words(now, action.due)
    words = {
        ActionState.OVERDUE: f"was due {due}, {until_due}",
        ActionState.OPEN: f"due {due}, {until_due}",
        ActionState.HELD: f"not before {opens}, {until_open}",
        ActionState.UPCOMING: f"from {opens}, {until_open}; due {due}",
        ActionState.DONE: f"{action.done_by}, {'late' if action.late else 'in time'}",
    }
    return words.get(action.state, "")


# Title, the states that belong to it in their order, whether numbered, whether without reasons.
_SECTIONS: Tuple[Tuple[str, Tuple[ActionState, ...], bool, bool], ...] = (
    ("To do now", (ActionState.OVERDUE, ActionState.OPEN), True, False),
    ("Coming", (ActionState.UPCOMING, ActionState.HELD), True, False),
    ("Done", (ActionState.DONE,), False, True),
    ("No longer needed", (ActionState.CLOSED,), False, False),
)
_PAINTS = {
    ActionState.OVERDUE: "error",
    ActionState.OPEN: "warning",
    ActionState.DONE: "good",
    ActionState.CLOSED: "faint",
}


class _PlanPrinter:
    """A plan for a person to read: what to do now, what is coming, what is done."""

    def __init__(self, terminal: Terminal, actions: Plan, now: datetime) -> None:
        self._terminal, self._plan, self._now = terminal, actions, now
        zones = {action.time_zone for action in actions}
        self._zone = zones.pop() if len(zones) == 1 else None
        self._numbered: List[Action] = []

    def print(self, file: str, case: Case) -> None:
        terminal = self._terminal
        terminal.paint("strong", safe(file))
        job = " at ".join(filter(None, (case.role, case.company)))
        terminal.write((f"  {safe(job)}" if job else "") + "\n\n")
        if self._plan:
            local = self._now.astimezone(self._plan[0].due.tzinfo)
            zone = f" (all times in {self._zone})" if self._zone is not None else ""
            terminal.write(f" It is {date_words(local)}, {local:%H:%M}{zone}.\n\n")
        if not self._of(_SECTIONS[0][1]):
            terminal.write(" Nothing to do now.\n\n")
        self._section(*_SECTIONS[0], by=self._urgency)
        self._section(*_SECTIONS[1])
        draw_axis(terminal, self._now, self._numbered)
        self._section(*_SECTIONS[2])
        self._section(*_SECTIONS[3])

    def _of(self, states: Sequence[ActionState]) -> List[Action]:
        return [action for state in states for action in self._plan if action.state is state]

    def _urgency(self, action: Action) -> Tuple[int, timedelta]:
        """In the plan's order, what is late for the longest would come first."""
        late_notes = action.kind is ActionKind.CAPTURE_NOTES and action.state is ActionState.OVERDUE
        return 2 if action.optional else int(late_notes), abs(action.due - self._now)

    def _section(
        self,
        title: str,
        states: Sequence[ActionState],
        numbered: bool,
        brief: bool,
        by: Optional[Callable[[Action], Tuple[int, timedelta]]] = None,
    ) -> None:
        actions = self._of(states)
        if by is not None:
            actions = sorted((action for action in self._plan if action.state in states), key=by)
        if not actions:
            return
        self._terminal.write(" ")
        self._terminal.paint("strong", title)
        self._terminal.write("\n")
        for action in actions:
            self._action(action, numbered, brief)
        self._terminal.write("\n")

    def _lead(self, action: Action, numbered: bool) -> str:
        if numbered and len(self._numbered) < MOST_BARS:
            self._numbered.append(action)
            return str(len(self._numbered))
        fine = self._terminal.unicode
        marks = {
            ActionState.DONE: "✓" if fine else "x",
            ActionState.CLOSED: "-",
            ActionState.OVERDUE: "!",
        }
        return marks.get(action.state, "•" if fine else "*")

    def _action(self, action: Action, numbered: bool, brief: bool) -> None:
        terminal, when = self._terminal, _when(action, self._now)
        terminal.write("   ")
        terminal.paint(_PAINTS.get(action.state, "note"), self._lead(action, numbered))
        terminal.write("  ")
        terminal.paint("" if brief or action.state is ActionState.CLOSED else "strong", safe(_title(action)))
        if when:
            terminal.write(": ")
            terminal.paint("error" if action.state is ActionState.OVERDUE else "", safe(when))
            if not brief and self._zone is None:
                terminal.write(f", {action.time_zone}")
        terminal.write("\n")
        if not brief:
            terminal.wrap(_DETAIL_INDENT, "", action.because)


def _print_record(terminal: Terminal, file: str, made: Record) -> None:
    def row(label: str, value: str) -> None:
        terminal.write(f"  {label:<28}{value}\n")

    def share(label: str, part: int, of: int) -> None:
        if of:
            row(label, f"{part} of {of}")

    terminal.paint("strong", safe(file))
    terminal.write("\n\n")
    if made.interviewers == 0:
        terminal.write("  No interview has ended yet.\n")
    share("Interviewers thanked", made.thanked, made.interviewers)
    share("Thanked in time", made.thanked_in_time, made.interviewers)
    if made.median_delay is not None:
        row("Median time to the note", span_words(made.median_delay))
    share("Notes taken up", made.notes_taken_up, made.notes_held)
    share("Materials sent in time", made.materials_in_time, made.materials_promised)
    row("Most follow-ups in 7 days", f"{made.most_unsolicited} unsolicited")
    lists = {"Status checks too early": made.early_status_checks, "Never thanked": made.never_thanked}
    for label, entries in lists.items():
        if entries:
            row(label, ", ".join(map(safe, entries)))
    terminal.write("\n")


# For another program.


def _text(value: str) -> str:
    """ "" is null, where a member may have nothing to say."""
    return quoted_simply(value) if value else "null"


def _instant(value: datetime) -> str:
    return quoted_simply(value.isoformat(timespec="seconds"))


def _action_json(action: Action) -> List[Tuple[str, str]]:
    return [
        ("action", _text(action.kind.label)),
        ("interview", _text(action.interview)),
        ("to", _text(action.to)),
        ("what", _text(action.what)),
        ("state", _text(action.state.label)),
        ("opens", _instant(action.opens)),
        ("due", _instant(action.due)),
        ("done_by", _text(action.done_by)),
        ("late", str(action.late).lower()),
        ("optional", str(action.optional).lower()),
        ("because", _text(action.because)),
    ]


def _record_json(made: Record) -> List[Tuple[str, str]]:
    delay = made.median_delay
    minutes = "null" if delay is None else f"{delay.total_seconds() / 60:.15g}"
    return [
        ("interviewers", str(made.interviewers)),
        ("thanked", str(made.thanked)),
        ("thanked_in_time", str(made.thanked_in_time)),
        ("median_delay_minutes", minutes),
        ("notes_held", str(made.notes_held)),
        ("notes_taken_up", str(made.notes_taken_up)),
        ("materials_promised", str(made.materials_promised)),
        ("materials_in_time", str(made.materials_in_time)),
        ("early_status_checks", str(len(made.early_status_checks))),
        ("most_unsolicited_in_7_days", str(made.most_unsolicited)),
        ("never_thanked", "[" + ", ".join(map(quoted_simply, made.never_thanked)) + "]"),
    ]


class _Stop(Exception):
    """There is nothing to go on with; it was said on standard error."""


class _Session:
    """One run: what all cases share, and where plans go."""

    def __init__(self, given: Arguments) -> None:
        self.given = given
        self.output = Output()
        self.terminal = Terminal(self.output)
        self.form = given.get("format", "human")
        self.policy: Optional[Policy] = None
        self.calendar: Optional[CalendarWriter] = None
        self.clock: Optional[datetime] = None
        self.bad_input = self._begun = self._has_elements = False

    def complain(self, place: str, words: str, line: Optional[int] = None) -> None:
        self.bad_input = True
        say(self.output, place, words, line)

    def open(self) -> None:
        path = self.given.get("policy")
        try:
            if path is not None:
                self.policy = Policy.from_json(read_file(path, DOCUMENT_LIMIT))
            if self.form == "ics":
                path = PROGRAM
                self.calendar = CalendarWriter(self.output.take)
        except Unreadable as unreadable:
            self.complain(path, str(unreadable))
            raise _Stop from None
        except Error as wrong:
            self.complain(path, str(wrong), wrong.line)
            raise _Stop from None
        if self.form == "json":
            self.output.write("[")
        self._begun = True

    def _now(self, case: Case) -> datetime:
        if self.given.get("now") is not None:
            return from_milliseconds(self.given.get("now"))
        if case.now is not None:
            return case.now
        if self.clock is None:
            self.clock = datetime.now(timezone.utc)
            if self.form == "human":
                told = self.clock.strftime("%Y-%m-%dT%H:%M:%SZ")
                say(self.output, PROGRAM, f"planned as of {told}, by the clock; --now sets another time")
        return self.clock

    def _element(self, place: str, members: List[Tuple[str, str]]) -> None:
        self.output.write(",\n" if self._has_elements else "\n")
        self._has_elements = True
        told = ", ".join(f'"{name}": {value}' for name, value in [("file", quoted_simply(place)), *members])
        self.output.write("{" + told + "}")

    def _plan(self, place: str, case: Case) -> None:
        now = self._now(case)
        if self.given.get("record"):
            made = record(case, now, self.policy)
            if self.form == "json":
                self._element(place, _record_json(made))
            else:
                _print_record(self.terminal, place, made)
        elif self.calendar is not None:
            self.calendar.add(case, now, self.policy)
        else:
            actions = plan(case, now, self.policy)
            if self.form == "json":
                for action in actions:
                    self._element(place, _action_json(action))
            else:
                _PlanPrinter(self.terminal, actions, now).print(place, case)

    def plan_file(self, path: str) -> None:
        try:
            for place, is_line, document in cases_of(path, path != "-" and kind_of(path) == "cases"):
                try:
                    self._plan(place, Case.from_json(document))
                except Error as wrong:
                    self.complain(place, str(wrong), None if is_line else wrong.line)
                if self.output.failure is not None:
                    return
        except Unreadable as unreadable:
            self.complain(path, str(unreadable))

    def close(self) -> int:
        if self._begun and self.form == "json":
            self.output.write("\n]\n" if self._has_elements else "]\n")
        if self.calendar is not None:
            self.calendar.end()
        return _PLANNED if self.output.finish(PROGRAM) and not self.bad_input else _BAD


def run(words: List[str]) -> int:
    """Runs the command and returns its exit status."""
    try:
        given = read(PROGRAM, _OPTIONS, words)
        if not given.files and not given.get("help") and not given.get("version"):
            raise refuse(PROGRAM, "nothing to plan: name a file")
        if given.get("record") and given.get("format") == "ics":
            raise refuse(PROGRAM, "a record is no calendar: --record goes with human or json")
    except Refused:
        return _BAD
    if given.get("help") or given.get("version"):
        sys.stdout.write(HELP if given.get("help") else f"{PROGRAM} {_ffi.followup_version().decode()}\n")
        return _PLANNED
    session = _Session(given)
    try:
        session.open()
        for path in given.files:
            if session.output.failure is None:
                session.plan_file(path)
    except _Stop:
        pass
    return session.close()
