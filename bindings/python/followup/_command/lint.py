"""``python -m followup lint``: judges case files, mails and drafts, as followup-lint does."""

import os
import re
import sys
import time
from datetime import datetime, timezone
from typing import Any, Dict, Iterator, List, Optional, Tuple, Union

from .. import _ffi
from .._case import Case
from .._enums import Kind, Level, Rule
from .._errors import Error, LibraryError
from .._exchange import SarifWriter, each_mail
from .._linter import Linter, in_threads
from .._model import Message
from .._policy import Policy
from .._report import Report
from .._settings import Settings
from .._times import from_milliseconds
from .arguments import Arguments, Option, Refused, read, refuse
from .files import (
    DOCUMENT_LIMIT,
    Cases,
    Unreadable,
    cases_of,
    cases_of_text,
    is_case,
    kind_of,
    read_file,
    take_instant,
    take_text,
)
from .findings import Human, Json
from .terminal import Output, Terminal, say

PROGRAM = "followup-lint"
_CLEAN, _FOUND, _BAD = 0, 1, 2
_DEFAULT_LIMIT, _GREATEST_LIMIT, _MOST_JOBS = 8 << 20, 1 << 30, 256
_PATIENCE, _INTERVAL = 0.7, 0.15  # of the progress line, in seconds

# Rules that no draft can follow: it has no subject and no attachments.
_NOT_FOR_DRAFTS = (Rule.NO_SUBJECT, Rule.MISSING_ATTACHMENT)

HELP = """\
Judges follow-up messages after a job interview: what is wrong, where, why, and what to do.

Usage: followup-lint [OPTION]... FILE...

A FILE is, by its name:
  draft.txt         the text of one message
  case.json         a case: candidate, interviews, events and messages (case.schema.json)
  cases.jsonl       many cases, one a line
  sent.eml          a mail; also an .mbox file, or a Maildir folder
  -                 standard input: a case, or one a line, where it begins as JSON, else a draft

Examples:
  followup-lint draft.txt
      The first look at a draft; no case is needed.
  followup-lint --kind=thank_you --to="Priya Raman" --case=case.json draft.txt
      The same draft with its background: names, notes and dates are checked as well.
  followup-lint --format=sarif --fail-on=warning cases.jsonl > findings.sarif
      For another program to read.

Options:
  --format=human|json|sarif   how findings are printed (human)
  --now=RFC3339               the instant to judge at (the case's own, else the clock)
  --policy=FILE               levels and numbers of your own (JSON)
  --fail-on=LEVEL             exit 1 from this level on: note, warning, error or never (error)
  --limit=BYTES               the longest text to take, such as 64M (8M)
  --jobs=N                    how many cases to judge at once (as many as there are cores)
  --help, --version

For a draft or a mail:
  --case=FILE                 the case that it belongs to; only the draft or mail is judged
  --kind=KIND                 what it is for, else guessed: thank_you, status_check,
                              application_follow_up, continued_interest, materials,
                              information_reply, offer_acknowledgement, feedback_request
  --to=MAILBOX                who gets it, where the mail does not say; may be given again

A draft has no subject and no attachments, so nobody asks for them.

Exit: 0 nothing at that level, 1 findings, 2 bad usage or input (the other files are still judged).
"""


def _take_format(value: str) -> Optional[str]:
    return value if value in ("human", "json", "sarif") else None


def _take_fail_on(value: str) -> Optional[Level]:
    names = {"never": Level.OFF, "note": Level.NOTE, "warning": Level.WARNING, "error": Level.ERROR}
    return names.get(value)


def _take_kind(value: str) -> Optional[Kind]:
    return next((kind for kind in Kind if kind and kind.label == value), None)


def _take_limit(value: str) -> Optional[int]:
    match = re.fullmatch(r"([0-9]+)([KMGkmg]?)", value, re.ASCII)
    if match is None:
        return None
    limit = int(match.group(1)) << 10 * "_KMG".index(match.group(2).upper() or "_")
    return limit if 1 <= limit <= _GREATEST_LIMIT else None


def _take_jobs(value: str) -> Optional[int]:
    jobs = int(value) if re.fullmatch("[0-9]{1,9}", value, re.ASCII) else 0
    return jobs if 1 <= jobs <= _MOST_JOBS else None


_OPTIONS = {
    "format": Option(_take_format, "human, json or sarif"),
    "now": Option(take_instant, "an instant with its offset, such as 2026-03-05T14:00:00-06:00"),
    "policy": Option(take_text, "a file"),
    "fail-on": Option(_take_fail_on, "note, warning, error or never"),
    "kind": Option(
        _take_kind,
        "thank_you, status_check, application_follow_up, continued_interest, materials, information_reply, "
        "offer_acknowledgement or feedback_request",
    ),
    "to": Option(take_text, 'a mailbox, such as "Priya Raman <priya@northwind.example>"', repeats=True),
    "case": Option(take_text, "a case file"),
    "jobs": Option(_take_jobs, "1 to 256"),
    "limit": Option(_take_limit, "1 byte to 1 GiB, such as 500K or 64M"),
    "help": Option(),
    "version": Option(),
}


class _Stop(Exception):
    """There is nothing to go on with; it was said on standard error."""


class _Progress:
    """How far it is, on standard error, where somebody waits."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        self._next = time.monotonic() + _PATIENCE
        self._shown = False

    def show(self, messages: int) -> None:
        now = time.monotonic()
        if self._watched and now >= self._next:
            self._next, self._shown = now + _INTERVAL, True
            sys.stderr.write(f"\r{messages} messages judged …\033[K")
            sys.stderr.flush()

    def clear(self) -> None:
        if self._shown:
            self._shown = False
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()


class _Session:
    """One run: what all inputs share, and where findings go."""

    def __init__(self, given: Arguments) -> None:
        self.given = given
        self.output = Output()
        self.human = Human(Terminal(self.output))
        self.writer: Any = None
        self.progress = _Progress()
        self.settings = Settings(text_limit=given.get("limit", _DEFAULT_LIMIT))
        self.counts: Dict[Level, int] = {}
        self.messages = self.bad_inputs = 0
        self.must_attach = False
        self.clock = datetime.now(timezone.utc)
        self.clock_told = False
        self.background: Optional[Case] = None
        self.linter: Optional[Linter] = None
        self._draft_linter: Optional[Linter] = None

    # Complaints.

    def say(self, place: str, words: str, line: Optional[int] = None) -> None:
        self.progress.clear()
        say(self.output, place, words, line)

    def complain(self, place: str, words: str, line: Optional[int] = None) -> None:
        self.bad_inputs += 1
        self.say(place, words, line)

    # Opening.

    def open(self) -> None:
        try:
            policy = self._policy()
            self.background = self._background()
            self._check_recipients()
            self.policy = policy
            self.linter = Linter(policy, settings=self.settings)
            self.writer = self._writer()
        except LibraryError as wrong:
            self.complain(PROGRAM, str(wrong))
            raise _Stop from None

    def _read_option(self, name: str) -> Tuple[str, bytes]:
        path = self.given.get(name)
        try:
            return path, read_file(path, DOCUMENT_LIMIT)
        except Unreadable as wrong:
            self.bad_inputs += 1
            self.say(path, str(wrong))
            raise _Stop from None

    def _policy(self) -> Optional[Policy]:
        if self.given.get("policy") is None:
            return None
        path, text = self._read_option("policy")
        try:
            return Policy.from_json(text, settings=self.settings)
        except Error as wrong:
            self.complain(path, str(wrong), wrong.line)
            raise _Stop from None

    def _background(self) -> Case:
        """The case of --case, or an empty one: a message judged in it gets a copy of its own."""
        if self.given.get("case") is None:
            return Case(settings=self.settings)
        path, text = self._read_option("case")
        try:
            return Case.from_json(text, settings=self.settings)
        except Error as wrong:
            self.complain(path, str(wrong), wrong.line)
            raise _Stop from None

    def _check_recipients(self) -> None:
        for to in self.given.get("to", ()):
            try:
                Case(messages=[Message(Kind.UNKNOWN, to=[to])], settings=self.settings)
            except Error as wrong:
                self.bad_inputs += 1
                self.say(f"{PROGRAM}: --to", wrong.reason)
                raise _Stop from None

    def _writer(self) -> Any:
        form = self.given.get("format", "human")
        if form == "human":
            return None
        return Json(self.output) if form == "json" else SarifWriter(self.output.take)

    def draft_linter(self) -> Linter:
        if self._draft_linter is None:
            given = self.policy.to_dict() if self.policy is not None else {}
            off = {rule.label: "off" for rule in _NOT_FOR_DRAFTS}
            policy = Policy.from_dict({**given, "rules": {**given.get("rules", {}), **off}})
            self._draft_linter = Linter(policy, settings=self.settings)
        return self._draft_linter

    def instant(self, case: Case) -> datetime:
        """--now, else the case's, else the clock; any thread may ask."""
        if self.given.get("now") is not None:
            return from_milliseconds(self.given.get("now"))
        return case.now if case.now is not None else self.clock

    def tell_clock(self, case: Case) -> None:
        """Says, once, that the clock was the instant of a case."""
        if self.given.get("now") is not None or case.now is not None or self.writer is not None or self.clock_told:
            return
        self.clock_told = True
        told = self.clock.strftime("%Y-%m-%dT%H:%M:%SZ")
        self.say(PROGRAM, f"judged as of {told}, by the clock; --now sets another time")

    def now(self, case: Case) -> datetime:
        self.tell_clock(case)
        return self.instant(case)

    # Findings.

    def deliver(
        self,
        report: Report,
        file: str,
        messages: int,
        case: Optional[Case] = None,
        body: Optional[str] = None,
        body_is_file: bool = False,
        is_one_message: bool = False,
    ) -> None:
        self.messages += messages
        for finding in report:
            self.counts[finding.level] = self.counts.get(finding.level, 0) + 1
        if self.writer is not None:
            self.writer.add(file, body_is_file, report)
        elif len(report):
            self.progress.clear()
            self.human.report(file, case, body, report)
        if self.writer is None and not self.counts and not self.must_attach:
            self.must_attach = self._attaching_is_to_do(case, body, is_one_message)
        self.output.flush()
        self.progress.show(self.messages)

    def _attaching_is_to_do(self, case: Optional[Case], body: Optional[str], is_one_message: bool) -> bool:
        """Whether something that was judged is to bring promised materials and carries none yet.

        What a case holds as sent is past mending.
        """
        if case is None:
            return body is not None and self._waits(Message(self.given.get("kind", Kind.UNKNOWN), body=body))
        if is_one_message:
            return self._waits(case.messages[-1])
        return any(message.sent is None and self._waits(message) for message in case.messages)

    def _waits(self, message: Message) -> bool:
        if message.attachments or "://" in message.body or "www." in message.body:
            return False
        kind = message.kind
        if kind is Kind.UNKNOWN and self.linter is not None:
            kind = self.linter.guess_kind(message.body, message.subject)
        return kind is Kind.MATERIALS

    def close(self) -> int:
        self.progress.clear()
        if self.writer is not None:
            self.writer.end()
        elif self.linter is not None and self.output.failure is None:
            self.human.tally(self.counts, self.messages, self.bad_inputs, self.must_attach)
        written = self.output.finish(PROGRAM)
        fail_on = self.given.get("fail-on", Level.ERROR)
        if not written or self.bad_inputs:
            return _BAD
        found = any(level >= fail_on for level, count in self.counts.items() if count)
        return _FOUND if fail_on and found else _CLEAN


# Judging.


def _deliver_case(
    session: _Session, place: str, is_line: bool, case: Optional[Case], judged: Union[Report, Error]
) -> None:
    if case is not None:
        session.tell_clock(case)
    if isinstance(judged, Report):
        session.deliver(judged, place, len(case.message_ids) if case else 0, case=case)
    else:
        session.complain(place, str(judged), None if is_line else judged.line)


def _judge_cases(session: _Session, linter: Linter, path: str, cases: Cases) -> None:
    """Cases in the order of the file, judged by as many threads as --jobs says."""
    unreadable: List[Unreadable] = []

    def readable() -> Iterator[Tuple[str, bool, bytes]]:
        try:
            yield from cases
        except Unreadable as wrong:
            unreadable.append(wrong)  # told behind what was read before it

    def judge(given: Tuple[str, bool, bytes]) -> Tuple[str, bool, Optional[Case], Union[Report, Error]]:
        place, is_line, document = given
        case = None
        try:
            case = Case.from_json(document, settings=session.settings)
            return place, is_line, case, linter.lint(case, session.instant(case))
        except Error as wrong:
            return place, is_line, case, wrong

    jobs = session.given.get("jobs") or min(os.cpu_count() or 1, _MOST_JOBS)
    for judged in map(judge, readable()) if jobs == 1 else in_threads(judge, readable(), jobs):
        _deliver_case(session, *judged)
        if session.output.failure is not None:
            return
    for wrong in unreadable:
        session.complain(path, str(wrong))


def _lint_draft(session: _Session, linter: Linter, body: bytes) -> Tuple[Report, Optional[Case]]:
    kind, to = session.given.get("kind", Kind.UNKNOWN), session.given.get("to", ())
    background = session.background
    if background is None or (session.given.get("case") is None and not to):
        return linter.lint_text(body, kind), None
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return linter.lint_text(body, kind), None  # which says what is wrong with it
    case = background.with_message(Message(kind, to=to, body=text))
    return session.draft_linter().lint_message(case, -1, session.now(case)), case


def _judge_input(session: _Session, linter: Linter, path: str) -> None:
    """A draft. Standard input has no name: what begins as JSON there is one case, or one a line."""
    limit = session.settings.text_limit or _DEFAULT_LIMIT
    try:
        data = read_file(path, DOCUMENT_LIMIT if path == "-" else limit)
    except Unreadable as unreadable:
        session.complain(path, str(unreadable))
        return
    if path == "-" and is_case(data):
        _judge_cases(session, linter, path, cases_of_text(path, data))
    elif len(data) > limit:
        session.complain(path, "is longer than the limit")
    else:
        _judge_draft(session, linter, path, data)


def _judge_draft(session: _Session, linter: Linter, path: str, data: bytes) -> None:
    """A byte order mark is no part of the message; without it, offsets are not the file's any more."""
    body = data[3:] if data.startswith(b"\xef\xbb\xbf") else data
    try:
        report, case = _lint_draft(session, linter, body)
    except Error as wrong:
        # The body is the file, so a place in it is a line of the file and needs no member.
        at = wrong.offset
        line = body.count(b"\n", 0, at) + 1 if at is not None and at < len(body) else None
        session.complain(path if line is None else f"{path}:{line}", wrong.reason)
        return
    session.deliver(
        report, path, 1, case=case, body=body.decode(), body_is_file=body is data, is_one_message=True
    )


def _lint_mail(session: _Session, linter: Linter, mail: bytes) -> Tuple[Report, Case]:
    assert session.background is not None
    case = session.background.with_mail(mail, session.given.get("kind", Kind.UNKNOWN))
    to: List[str] = session.given.get("to", [])
    messages = case.to_dict()["messages"]
    if to and not messages[-1]["to"]:
        case = case.replace(messages=[*messages[:-1], {**messages[-1], "to": to}])
    return linter.lint_message(case, -1, session.now(case)), case


def _judge_mails(session: _Session, linter: Linter, path: str) -> None:
    """One bad mail does not stop the rest of a folder; output that cannot be written does."""

    def take(place: str, mail: bytes) -> bool:
        try:
            report, case = _lint_mail(session, linter, mail)
            session.deliver(report, place, 1, case=case, is_one_message=True)
        except Error as wrong:
            session.complain(place, str(wrong), wrong.line)
        return session.output.failure is None

    try:
        each_mail(path, take)
    except Error as wrong:
        session.complain(wrong.member or path, wrong.reason)


def _judge_file(session: _Session, linter: Linter, path: str) -> None:
    kind = "draft" if path == "-" else kind_of(path)
    if kind == "mail":
        _judge_mails(session, linter, path)
    elif kind == "draft":
        _judge_input(session, linter, path)
    else:
        _judge_cases(session, linter, path, cases_of(path, kind == "cases"))


def run(words: List[str]) -> int:
    """Runs the command and returns its exit status."""
    try:
        given = read(PROGRAM, _OPTIONS, words)
        if not given.files and not given.get("help") and not given.get("version"):
            raise refuse(PROGRAM, "nothing to judge: name a file")
    except Refused:
        return _BAD
    if given.get("help") or given.get("version"):
        sys.stdout.write(HELP if given.get("help") else f"{PROGRAM} {_ffi.followup_version().decode()}\n")
        return _CLEAN
    session = _Session(given)
    try:
        session.open()
        assert session.linter is not None
        for path in given.files:
            if session.output.failure is None:
                _judge_file(session, session.linter, path)
    except _Stop:
        pass
    return session.close()
