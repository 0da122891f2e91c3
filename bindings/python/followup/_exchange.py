"""Mail in; SARIF and iCalendar out. All of it needs libfollowup-formats."""

import os
from ctypes import byref, c_void_p, string_at
from datetime import datetime
from typing import Any, Callable, Iterable, List, Mapping, Optional, Tuple, Union

from ._calls import Owned, call, error_of, live, new_error
from ._case import Case
from ._formats import need_formats
from ._planning import plan_handle
from ._policy import Policy
from ._report import Report, pointer_of

_FILE_ERROR = 8

#: Takes bytes that a writer makes; False stops it with a FileError.
Sink = Callable[[bytes], bool]


def sink_of(formats: Any, take: Sink) -> Any:
    return formats.FormatsSink(lambda address, length, _: take(string_at(address, length)))


class SarifWriter:
    """Writes findings of any number of reports as one SARIF 2.1.0 document, piece by piece."""

    def __init__(self, take: Sink) -> None:
        self._formats = need_formats("writing SARIF")
        self._sink = sink_of(self._formats, take)  # C calls it for as long as the writer lives
        writer = self._formats.Writer()
        form = self._formats.FORM_SARIF
        call(self._formats.followup_writer_new, None, form, self._sink, c_void_p(), byref(writer))
        self._owned = Owned(writer, self._formats.followup_writer_free)

    def add(self, file: str, body_is_file: bool, report: Report) -> None:
        """The findings of one report; ``body_is_file``: the body's bytes are the file's own."""
        name = os.fsencode(file)
        call(self._formats.followup_writer_add, self._owned.pointer, name, body_is_file, pointer_of(report))

    def end(self) -> None:
        """Ends the document."""
        call(self._formats.followup_writer_end, self._owned.pointer)


class CalendarWriter:
    """Writes plans of any number of cases as one VCALENDAR, action by action."""

    def __init__(self, take: Sink) -> None:
        self._formats = need_formats("writing iCalendar")
        self._sink = sink_of(self._formats, take)
        writer = self._formats.CalendarWriter()
        call(self._formats.followup_calendar_writer_new, None, self._sink, c_void_p(), byref(writer))
        self._owned = Owned(writer, self._formats.followup_calendar_writer_free)

    def add(self, case: Case, now: Optional[datetime], policy: Any) -> None:
        """What is left to do in one case."""
        made, held = plan_handle(case, now, policy), case._owned
        pointers = (self._owned.pointer, live(held, "case"), made.pointer, case.milliseconds(now))
        call(self._formats.followup_calendar_writer_add, *pointers)

    def end(self) -> None:
        """Ends the calendar."""
        call(self._formats.followup_calendar_writer_end, self._owned.pointer)


def collect(into: List[bytes]) -> Sink:
    def take(data: bytes) -> bool:
        into.append(data)
        return True

    return take


def to_sarif(reports: Iterable[Tuple[str, Report]]) -> str:
    """The findings of reports as one SARIF 2.1.0 document.

    Args:
        reports: for each the path of its file, as the reader of the document will know it, and the report. A report
            that was pickled has no place in it.

    Raises: LibraryError without libfollowup-formats. ClosedError (a report that was pickled), OutOfMemoryError.
    """
    pieces: List[bytes] = []
    writer = SarifWriter(collect(pieces))
    for file, report in reports:
        writer.add(file, False, report)
    writer.end()
    return b"".join(pieces).decode()


def to_icalendar(
    cases: Iterable[Case], now: Optional[datetime] = None, policy: Union[None, Policy, Mapping[str, Any]] = None
) -> str:
    """What is left to do in some cases as a calendar (RFC 5545), with reminders; read again, it updates itself.

    Arguments and errors are those of :func:`plan`, and LibraryError without libfollowup-formats.
    """
    pieces: List[bytes] = []
    writer = CalendarWriter(collect(pieces))
    for case in cases:
        writer.add(case, now, policy)
    writer.end()
    return b"".join(pieces).decode()


def each_mail(path: str, take: Callable[[str, bytes], bool]) -> None:
    """Hands over each mail of a file or folder with its place, one at a time, until ``take`` says False.

    Raises: FileError (``member`` is the place), LimitError, OutOfMemoryError; LibraryError without
    libfollowup-formats; what ``take`` raises.
    """
    formats = need_formats("reading mail")
    raised: List[BaseException] = []
    stopped = False

    def taker(place: bytes, address: int, length: int, _: Any) -> int:
        nonlocal stopped
        try:
            stopped = not take(os.fsdecode(place), string_at(address, length))
        except BaseException as wrong:  # C cannot pass it on
            raised.append(wrong)
            stopped = True
        return _FILE_ERROR if stopped else 0

    owned = new_error()
    function = formats.FormatsMailTaker(taker)
    status = formats.followup_formats_each_mail(os.fsencode(path), function, c_void_p(), owned.pointer)
    if raised:
        raise raised[0]
    if status and not stopped:
        raise error_of(owned.pointer)


def read_mails(path: Union[str, "os.PathLike[str]"]) -> List[Tuple[str, bytes]]:
    """Every mail of a file (one mail, or an mbox) or a Maildir folder, with its place ("path", "path:3").

    ``case.with_mail(mail)`` makes one of them a message.

    Raises: FileError (``member`` is the place), LimitError, OutOfMemoryError; LibraryError without
    libfollowup-formats.
    """
    mails: List[Tuple[str, bytes]] = []

    def take(place: str, mail: bytes) -> bool:
        mails.append((place, mail))
        return True

    each_mail(os.fspath(path), take)
    return mails
