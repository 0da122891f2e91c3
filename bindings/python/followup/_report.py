"""What judging found."""

from ctypes import byref, c_char_p, c_size_t
from typing import Any, Dict, Iterable, List, Optional, Sequence, Tuple, Union, overload

from . import _ffi
from ._calls import Owned, live, retell, text_of
from ._enums import Kind, Level, Part, Rule

_BYTES = 0
_CODE_POINTS = 2

# What a finding is made of, in the order of its state when it is pickled.
_FACTS = ("rule", "level", "message", "kind", "part", "index", "start", "end", "text", "fingerprint")

_rules: Dict[int, Rule] = {}
_levels: Dict[int, Level] = {}
_kinds: Dict[int, Kind] = {}
_parts: Dict[int, Part] = {}


class Finding:
    """One finding: plain facts that are read when the report is, and words that are made when they are asked for.

    Attributes:
        rule: the rule that fired.
        level: its level under the policy.
        message: the id of the message; "" where a text was judged alone.
        kind: the kind it was judged as: the message's, or the one guessed.
        part: the part of the message that it points into.
        index: which entry, where the part is a list (To, Cc, Bcc, attachments); else None.
        start, end: the place in the part (of a list: in the entry), in characters of the Python string, ``end``
            exclusive; None where the finding is about the whole part.
        text: what stands at that place; "" where the finding is about the whole part.
        fingerprint: stays the same while the finding does, wherever it stands: for ``Policy``'s suppressions.
    """

    __slots__ = (*_FACTS, "_owned", "_place", "_explanation", "_suggestion", "_replacement", "_has_words")

    rule: Rule
    level: Level
    message: str
    kind: Kind
    part: Part
    index: Optional[int]
    start: Optional[int]
    end: Optional[int]
    text: str
    fingerprint: int

    def __init__(self, owned: Owned, place: int) -> None:
        report = owned.pointer
        finding = _ffi.followup_report_finding(report, place)
        start, end = c_size_t(), c_size_t()
        index = _ffi.followup_finding_index(finding)
        rule, level = _ffi.followup_finding_rule(finding), _ffi.followup_finding_level(finding)
        kind, part = _ffi.followup_finding_kind(finding), _ffi.followup_finding_part(finding)
        self.rule = _rules.get(rule) or _rules.setdefault(rule, Rule(rule))
        self.level = _levels.get(level) or _levels.setdefault(level, Level(level))
        self.message = _ffi.followup_finding_message(finding).decode()
        self.kind = _kinds.get(kind) or _kinds.setdefault(kind, Kind(kind))
        self.part = _parts.get(part) or _parts.setdefault(part, Part(part))
        self.index = None if index == _ffi.NOWHERE else index
        if _ffi.followup_finding_span(finding, _CODE_POINTS, byref(start), byref(end)):
            self.start, self.end = start.value, end.value
        else:
            self.start = self.end = None
        self.text = _ffi.followup_finding_text(finding).decode()
        self.fingerprint = _ffi.followup_finding_fingerprint(finding)
        self._owned: Optional[Owned] = owned
        self._place = place
        self._has_words = False

    def _words(self) -> None:
        """Renders what a person reads; another thread that does the same at once gets the same."""
        if self._has_words:
            return
        report = live(self._owned, "report")
        self._explanation = _rendered(_ffi.followup_report_explanation, report, self._place)
        self._suggestion = _rendered(_ffi.followup_report_suggestion, report, self._place)
        fix = c_char_p()
        has_fix = _ffi.followup_report_fix(report, self._place, byref(fix))
        self._replacement = text_of(fix.value) if has_fix else None
        self._has_words = True

    @property
    def span(self) -> Optional[slice]:
        """The place as a slice: ``message.body[finding.span] == finding.text``; None for the whole part."""
        return slice(self.start, self.end) if self.start is not None else None

    @property
    def explanation(self) -> str:
        """Why it is a finding, in a sentence or two of English. Raises: OutOfMemoryError, InternalError."""
        self._words()
        return self._explanation

    @property
    def suggestion(self) -> str:
        """What to do about it, in a sentence or two of English. Raises: OutOfMemoryError, InternalError."""
        self._words()
        return self._suggestion

    @property
    def replacement(self) -> Optional[str]:
        """What goes in place of the span ("" deletes it) where one edit is always right; else None."""
        self._words()
        return self._replacement

    def to_record(self) -> Dict[str, Any]:
        """The finding as a flat dict of str, int and None, for a row of a table."""
        return {
            "message": self.message,
            "kind": self.kind.label,
            "rule": self.rule.label,
            "level": self.level.label,
            "part": self.part.label,
            "index": self.index,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "explanation": self.explanation,
            "suggestion": self.suggestion,
            "fingerprint": f"{self.fingerprint:016x}",
        }

    def _facts(self) -> Tuple[Any, ...]:
        return tuple(getattr(self, name) for name in _FACTS)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Finding):
            return NotImplemented
        return self._facts() == other._facts()

    def __hash__(self) -> int:
        return hash(self._facts())

    def __getstate__(self) -> Tuple[Any, ...]:
        self._words()
        return self._facts(), (self._explanation, self._suggestion, self._replacement)

    def __setstate__(self, state: Tuple[Any, ...]) -> None:
        facts, (self._explanation, self._suggestion, self._replacement) = state
        for name, value in zip(_FACTS, facts):
            setattr(self, name, value)
        self._owned, self._place, self._has_words = None, 0, True

    def __repr__(self) -> str:
        where = f" in {self.part.label}[{self.start}:{self.end}]: {self.text!r}" if self.start is not None else ""
        return f"<followup.Finding {self.level.label} {self.rule.label}{where}>"

    def __str__(self) -> str:
        return f"{self.level.label} {self.rule.label}: {self.explanation}"


def byte_span(finding: Finding) -> Optional[Tuple[int, int]]:
    """The place of a finding in bytes of UTF-8, as reports in JSON tell it; its report must still be held."""
    start, end = c_size_t(), c_size_t()
    found = _ffi.followup_report_finding(live(finding._owned, "report"), finding._place)
    has_span = _ffi.followup_finding_span(found, _BYTES, byref(start), byref(end))
    return (start.value, end.value) if has_span else None


def pointer_of(report: "Report") -> Any:
    """The library's report, for what writes it."""
    return live(report._owned, "report")


def _rendered(render: Any, report: Any, place: int) -> str:
    text = c_char_p()
    if render(report, place, byref(text), None):
        retell(render, report, place, byref(text))
    return text_of(text.value)


class Report(Sequence[Finding]):
    """The findings of one judging call, in the order of messages and places: a sequence of :class:`Finding`.

    It owns what the library found; the findings are read from there when the first of them is asked for.
    ``worst`` and ``len()`` are at hand without that.
    """

    __slots__ = ("case", "_owned", "_findings", "__weakref__")

    #: The id of the case that was judged; "" where it has none.
    case: str

    def __init__(self, owned: Owned, case: str) -> None:
        self.case = case
        self._owned: Optional[Owned] = owned
        self._findings: Optional[Tuple[Finding, ...]] = None

    def _read(self) -> Tuple[Finding, ...]:
        if self._findings is None:
            owned = self._owned
            live(owned, "report")
            assert owned is not None
            self._findings = tuple(Finding(owned, place) for place in range(len(self)))
        return self._findings

    @property
    def worst(self) -> Level:
        """The highest level in it, ``Level.OFF`` where nothing was found."""
        if self._findings is not None:
            return max((finding.level for finding in self._findings), default=Level.OFF)
        return Level(_ffi.followup_report_worst(live(self._owned, "report")))

    def __len__(self) -> int:
        if self._findings is not None:
            return len(self._findings)
        return int(_ffi.followup_report_count(live(self._owned, "report")))

    @overload
    def __getitem__(self, index: int) -> Finding: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Finding, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[Finding, Tuple[Finding, ...]]:
        return self._read()[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return self._read() == other._read()

    def __hash__(self) -> int:
        return hash(self._read())

    def to_records(self) -> List[Dict[str, Any]]:
        """A flat dict for each finding, ``case`` first: ``pandas.DataFrame(report.to_records())``."""
        return [{"case": self.case, **finding.to_record()} for finding in self]

    def __getstate__(self) -> Tuple[str, Tuple[Finding, ...]]:
        return self.case, self._read()

    def __setstate__(self, state: Tuple[str, Tuple[Finding, ...]]) -> None:
        self.case, self._findings = state
        self._owned = None

    def __repr__(self) -> str:
        return f"<followup.Report: {list(self._read())!r}>"

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self)


def to_records(reports: Iterable[Report]) -> List[Dict[str, Any]]:
    """The rows of many reports, one after the other: ``pandas.DataFrame(to_records(linter.lint_many(cases)))``."""
    return [record for report in reports for record in report.to_records()]
