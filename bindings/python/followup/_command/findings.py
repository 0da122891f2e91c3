"""How ``python -m followup lint`` writes findings: for a person, and as JSON."""

from typing import Dict, Optional

from .._case import Case
from .._enums import Level, Part
from .._model import Message
from .._report import Finding, Report, byte_span
from . import excerpt
from .json_text import quoted
from .terminal import Output, Terminal, safe


class Json:
    """One array, an element a finding."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._has_findings = False
        output.write("[")

    def add(self, file: str, _: bool, report: Report) -> None:
        for finding in report:
            self._output.write((",\n" if self._has_findings else "\n") + self._element(file, finding))
            self._has_findings = True

    def _element(self, file: str, finding: Finding) -> str:
        members = {
            "file": quoted(file),
            "message": quoted(finding.message),
            "rule": quoted(finding.rule.label),
            "level": quoted(finding.level.label),
            "part": quoted(finding.part.label),
        }
        if finding.index is not None:
            members["index"] = str(finding.index)
        span = byte_span(finding)
        if span is not None:
            members.update(start=str(span[0]), end=str(span[1]), text=quoted(finding.text))
        members.update(explanation=quoted(finding.explanation), suggestion=quoted(finding.suggestion))
        return "{" + ", ".join(f'"{name}": {value}' for name, value in members.items()) + "}"

    def end(self) -> None:
        self._output.write("\n]\n" if self._has_findings else "]\n")


def _header(terminal: Terminal, file: str, finding: Finding, message: Optional[Message]) -> None:
    named = "standard input" if file == "-" else file
    about = f"  {finding.message}" if message is not None else ""
    kind = finding.kind.label.replace("_", " ") if finding.kind else "of no known kind"
    to = f" to {message.to[0]}" if message is not None and message.to else ""
    terminal.paint("strong", safe(named) + safe(about))
    terminal.write(f"  {kind}{safe(to)}\n\n")


def _part_text(message: Optional[Message], finding: Finding) -> str:
    """The text of a part that is no body, "" where there is nothing to show."""
    if message is None:
        return ""
    if finding.part is Part.SUBJECT:
        return message.subject or ""
    lists = {Part.TO: message.to, Part.CC: message.cc, Part.BCC: message.bcc}
    return lists[finding.part][finding.index] if finding.part in lists and finding.index is not None else ""


def _place(terminal: Terminal, body: Optional[str], message: Optional[Message], finding: Finding) -> None:
    paint = finding.level.label
    if finding.part is Part.BODY:
        if body is not None and finding.start is not None and finding.end is not None:
            excerpt.print_excerpt(terminal, body, finding.start, finding.end, paint)
        return
    text = _part_text(message, finding)
    if text:
        start, end = finding.start or 0, len(text) if finding.end is None else finding.end
        excerpt.print_excerpt(terminal, text, start, end, paint, finding.part.label)


def _fits(message: Message, id_: str, finding: Finding) -> bool:
    """Whether the finding's place holds the finding's text there: ids may be doubled, places do not lie."""
    if id_ != finding.message:
        return False
    return finding.part is not Part.BODY or finding.span is None or message.body[finding.span] == finding.text


class Human:
    """For a person to read."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def report(self, file: str, case: Optional[Case], body: Optional[str], report: Report) -> None:
        messages = list(zip(case.messages, case.message_ids)) if case is not None else []
        last: Optional[Message] = None
        place = 0
        for number, finding in enumerate(report):
            found = (i for i in range(place, len(messages)) if _fits(*messages[i], finding))
            here = next(found, None)
            message = messages[here][0] if here is not None else None
            place = here if here is not None else place
            if number == 0 or message is not last:
                body = message.body if message is not None else body
                _header(self._terminal, file, finding, message)
                last = message
            self._finding(body, message, finding)

    def _finding(self, body: Optional[str], message: Optional[Message], finding: Finding) -> None:
        terminal, level = self._terminal, finding.level.label
        terminal.write("  ")
        terminal.paint(level, level)
        terminal.write(f"  {finding.rule.label}\n")
        _place(terminal, body, message, finding)
        if finding.explanation:
            terminal.wrap(excerpt.INDENT, "", finding.explanation)
        if finding.suggestion:
            terminal.wrap(excerpt.INDENT, "→ ", finding.suggestion)
        terminal.write("\n")

    def tally(self, counts: Dict[Level, int], messages: int, bad_inputs: int, must_attach: bool) -> None:
        terminal = self._terminal
        levels = [level for level in (Level.ERROR, Level.WARNING, Level.NOTE) if counts.get(level)]
        words = [terminal.painted(v.label, f"{counts[v]} {v.label}{_plural(counts[v])}") for v in levels]
        if words:
            terminal.write(", ".join(words))
        elif messages:
            terminal.paint("good", "Nothing to mend")
        else:
            terminal.write("Nothing was judged")
        if messages:
            terminal.write(f" in {messages} message{_plural(messages)}")
        if bad_inputs:
            terminal.write(f"; {bad_inputs} input{_plural(bad_inputs)} could not be judged")
        elif not words and messages:
            terminal.write(": ready to send" + (" once what you promised is attached" if must_attach else ""))
        terminal.write("\n")


def _plural(count: int) -> str:
    return "" if count == 1 else "s"
