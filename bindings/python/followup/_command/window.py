"""``python -m followup window``: when a promised reply is due, as followup-window tells it."""

import sys
from datetime import datetime, timezone
from typing import Any, BinaryIO, Dict, List, Optional

from .. import _ffi
from .._enums import Precision, Weekend, WindowStatus
from .._errors import Error
from .._times import rfc3339_milliseconds, to_milliseconds
from .._windows import Calendar, Window, read_window
from .arguments import Arguments, Option, Refused, complain, read, refuse
from .files import take_text
from .terminal import Output

PROGRAM = "followup-window"
_GOOD, _BAD = 0, 2
_WEEKENDS = {weekend.label: weekend for weekend in Weekend if weekend is not Weekend.OF_REGION}
_WEEKEND_WORDS = "expected sat-sun, fri-sat, sun, fri or none"

HELP = """\
Tells when a promised reply is due: from the employer's words to the instant after which one
status check is right.

Usage: followup-window [OPTION]... SENTENCE
       followup-window --batch FILE

Examples:
  followup-window --zone=Europe/London "You'll hear from us by the end of next week."
      Counted from now.
  followup-window --reference=2026-03-05T15:30 --zone=America/New_York --holidays=2026-05-25 \\
      "We'll get back to you within ten business days."
      Counted from the end of the interview.

Options:
  --reference=TIME     when it was said: 2026-03-05T15:30 by the zone's clocks, or an instant with
                       its offset, 2026-03-05T15:30:00-05:00 (now)
  --zone=ZONE          an IANA time zone, such as Asia/Kolkata, or an offset (UTC)
  --region=CODE        a country (ISO 3166): its weekend, and how it writes dates in numbers
  --weekend=DAYS       sat-sun, fri-sat, sun, fri or none, in place of the region's
  --holidays=DATE,...  days off, as 2026-05-25,2026-12-25
  --batch FILE         reads a table instead, its columns separated by tabs and named in the first
                       line: id, reference, time_zone, weekend, holidays, sentence; others are
                       passed over. Prints for each line its id, a tab, and the window's end as
                       local date-time, or none; a line it cannot read is told of and passed over
  --help, --version

Exit: 0 also where no window was promised, 2 bad usage or input (the other lines of a table are still read).
"""

_EXPLANATIONS = {
    WindowStatus.LOWER_BOUND: 'only "not before" was said',
    WindowStatus.CONDITIONAL: "it hangs on something else",
    WindowStatus.OWN_DEADLINE: "that is a date for the candidate",
    WindowStatus.PAST: "that time has gone by",
}
_PRECISIONS = {Precision.APPROXIMATE: ", roughly", Precision.UPPER_END: ", the later end"}


def _take_weekend(value: str) -> Optional[Weekend]:
    return _WEEKENDS.get(value)


_OPTIONS = {
    "reference": Option(take_text, "a time, such as 2026-03-05T15:30"),
    "zone": Option(take_text, "a time zone, such as Asia/Kolkata"),
    "region": Option(take_text, "a country, such as GB"),
    "weekend": Option(_take_weekend, "sat-sun, fri-sat, sun, fri or none"),
    "holidays": Option(take_text, "dates, such as 2026-05-25,2026-12-25"),
    "batch": Option(take_text, "a file, or -"),
    "help": Option(),
    "version": Option(),
}


def _read(words: List[str]) -> Arguments:
    given = read(PROGRAM, _OPTIONS, words)
    sentences = given.files
    if given.get("help") or given.get("version"):
        return given
    if given.get("batch") is not None and sentences:
        raise refuse(PROGRAM, f"{sentences[0]}: --batch reads its sentences from the file")
    if given.get("batch") is None and not sentences:
        raise refuse(PROGRAM, "no sentence: say what the employer said")
    if len(sentences) > 1:
        about = "a second sentence; put one in quotes, and several into a table for --batch"
        raise refuse(PROGRAM, f"{sentences[1]}: {about}")
    return given


def _calendar(zone: str, region: str, weekend: Weekend, holidays: str) -> Calendar:
    days = holidays.split(",")
    return Calendar(
        zone,
        region=region or None,
        weekend=weekend,
        holidays=days[:-1] if days[-1] == "" else days,
    )


def _reference(text: Optional[str], calendar: Calendar) -> int:
    if text is None:
        return to_milliseconds(datetime.now(timezone.utc).replace(microsecond=0), "now")
    milliseconds, wrong = rfc3339_milliseconds(text)
    return milliseconds if not wrong else calendar._milliseconds(text)


def _local(window: Window) -> str:
    return window.end.strftime("%Y-%m-%dT%H:%M:%S") if window.end is not None else ""


def _print(output: Output, window: Window, sentence: str, zone: str) -> None:
    why = _EXPLANATIONS.get(window.status, "nothing was promised")
    ends = f"{_local(window)} {zone}" if window else f"none: {why}"
    output.write(f"ends    {ends}{_PRECISIONS.get(window.precision, '')}\n")
    if window.status is WindowStatus.LOWER_BOUND:
        output.write(f"from    {_local(window)} {zone}\n")
    if window.span is not None:
        start, stop = window.span.start, window.span.stop
        output.write(f"said    {sentence[:start]}[{sentence[start:stop]}]{sentence[stop:]}\n")
    if window.form:
        output.write(f"read    {window.form}\n")
    for assumption in window.assumptions:
        output.write(f"taken   {assumption}\n")


def _tell(given: Arguments, output: Output) -> bool:
    zone, reference = given.get("zone", "UTC"), given.get("reference")
    sentence = given.files[0]
    weekend = given.get("weekend", Weekend.OF_REGION)
    at_fault = ""
    try:
        calendar = _calendar(zone, given.get("region", ""), weekend, given.get("holidays", ""))
        at_fault = f"--reference={reference}"
        said = _reference(reference, calendar)
        at_fault = "the sentence"
        window = read_window(sentence.encode(errors="surrogateescape"), said, calendar)
    except Error as wrong:
        output.flush()
        value = zone if wrong.member == "zone" else given.get(wrong.member, "")
        complain(f"{PROGRAM}: {at_fault or f'--{wrong.member}={value}'}: {wrong.reason}")
        return False
    _print(output, window, sentence, zone)
    if reference is None:
        output.write("from    now, by the clock\n")
    return True


# A table of promised replies.

_COLUMNS = ("id", "reference", "time_zone", "weekend", "holidays", "sentence")
_NEEDED = ("id", "reference", "time_zone", "sentence")


class _Wrong(Exception):
    """What is wrong with a line."""


def _cells(line: bytes) -> List[bytes]:
    return line.split(b"\r")[0].split(b"\n")[0].split(b"\0")[0].split(b"\t")


class _Batch:
    """Calendars are kept from line to line while the lines say the same."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._places: Dict[str, int] = {}
        self._key: Any = None
        self._calendar: Optional[Calendar] = None

    def header(self, line: bytes) -> None:
        names = [name.decode(errors="replace") for name in _cells(line)]
        self._places = {name: place for place, name in enumerate(names) if name in _COLUMNS}
        for name in _NEEDED:
            if name not in self._places:
                raise _Wrong(f'no column "{name}"')

    def line(self, line: bytes) -> None:
        cells = _cells(line)
        values = {name: cells[place] for name, place in self._places.items() if place < len(cells)}
        if not values.get("id"):
            return
        weekend = values.get("weekend", b"").decode(errors="replace")
        if weekend and weekend not in _WEEKENDS:
            raise _Wrong(f"weekend: {_WEEKEND_WORDS}")
        if not values.get("reference"):
            raise _Wrong("reference: is empty")
        text = {name: value.decode(errors="surrogateescape") for name, value in values.items()}
        at_fault = ""
        try:
            calendar = self._renew(text, _WEEKENDS.get(weekend, Weekend.OF_REGION))
            at_fault = "reference"
            said = _reference(text["reference"], calendar)
            at_fault = "sentence"
            window = read_window(values.get("sentence", b""), said, calendar)
        except Error as wrong:
            column = "time_zone" if wrong.member == "zone" else wrong.member
            raise _Wrong(f"{at_fault or column}: {wrong.reason}") from None
        self._output.write_bytes(values["id"] + f"\t{_local(window) if window else 'none'}\n".encode())

    def _renew(self, text: Dict[str, str], weekend: Weekend) -> Calendar:
        key = (text.get("time_zone", ""), weekend, text.get("holidays", ""))
        if self._calendar is None or key != self._key:
            self._calendar = _calendar(key[0], "", weekend, key[2])
            self._key = key
        return self._calendar


def _complain_of_line(path: str, number: int, words: str, output: Output) -> None:
    output.flush()
    complain(f"{PROGRAM}: {path}:{number}: {words}")


def _read_lines(file: BinaryIO, path: str, output: Output) -> bool:
    """A bad line is told of, and the others are read all the same; without its head, no line can be."""
    batch, number, well = _Batch(output), 0, True
    try:
        for number, line in enumerate(file, 1):
            try:
                if number == 1:
                    batch.header(line[3:] if line.startswith(b"\xef\xbb\xbf") else line)
                else:
                    batch.line(line)
            except _Wrong as wrong:
                _complain_of_line(path, number, str(wrong), output)
                well = False
                if number == 1:
                    return False
    except OSError:
        _complain_of_line(path, number, "cannot be read", output)
        return False
    if number == 0:
        _complain_of_line(path, number, "is empty", output)
    return well and number > 0


def _run_batch(path: str, output: Output) -> bool:
    if path == "-":
        return _read_lines(sys.stdin.buffer, path, output)
    try:
        with open(path, "rb") as file:
            return _read_lines(file, path, output)
    except OSError as wrong:
        complain(f"{PROGRAM}: {path}: {wrong.strerror}")
        return False


def run(words: List[str]) -> int:
    """Runs the command and returns its exit status."""
    try:
        given = _read(words)
    except Refused:
        return _BAD
    output = Output()
    well = True
    if given.get("help") or given.get("version"):
        output.write(HELP if given.get("help") else f"{PROGRAM} {_ffi.followup_version().decode()}\n")
    elif given.get("batch") is not None:
        well = _run_batch(given.get("batch"), output)
    else:
        well = _tell(given, output)
    return _GOOD if output.finish(PROGRAM) and well else _BAD
