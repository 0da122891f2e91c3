"""What can go wrong: one class for each status of the library, all of them an :class:`Error`."""

from typing import Any, Dict, Optional, Tuple, Type


class Error(Exception):
    """A call of the library failed; nothing was changed.

    Attributes:
        reason: what is wrong, in words, without the place ("invalid UTF-8").
        member: the member at fault ("interviews[0].panel[1].email"), or "".
        offset: where in the text that was given (characters of a ``str``, bytes of ``bytes``), or None.
        line: the line of a file that was read, counted from 1, or None.
    """

    def __init__(
        self, reason: str, member: str = "", offset: Optional[int] = None, line: Optional[int] = None
    ) -> None:
        super().__init__(reason, member, offset, line)
        self.reason = reason
        self.member = member
        self.offset = offset
        self.line = line

    def __str__(self) -> str:
        return f"{self.member}: {self.reason}" if self.member else self.reason

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self), (self.reason, self.member, self.offset, self.line)


class ArgumentError(Error, ValueError):
    """A value that cannot be right: an empty name, an end before its start, a broken mailbox (FOLLOWUP_E_ARGUMENT)."""


class TextError(Error, ValueError):
    """A text that cannot be written as UTF-8, or holds a NUL (FOLLOWUP_E_UTF8)."""


class LimitError(Error, ValueError):
    """A text longer than the settings allow (FOLLOWUP_E_LIMIT)."""


class OutOfMemoryError(Error, MemoryError):
    """The library could get no memory (FOLLOWUP_E_MEMORY)."""


class TimeZoneError(Error, ValueError):
    """A time zone that nobody knows (FOLLOWUP_E_TIME_ZONE)."""


class UnknownNameError(Error, ValueError):
    """A rule, kind or key that this version does not know (FOLLOWUP_E_UNKNOWN)."""


class ParseError(Error, ValueError):
    """A file that does not parse (FOLLOWUP_E_SYNTAX); ``line`` and ``offset`` say where."""


class FileError(Error):
    """A file that cannot be read or written (FOLLOWUP_E_FILE)."""


class InternalError(Error, RuntimeError):
    """A part of the library refused to work (FOLLOWUP_E_INTERNAL), or a status that this version does not know."""


class ClosedError(Error, ValueError):
    """The object was closed before."""


class LibraryError(Error, ImportError):
    """libfollowup, or libfollowup-formats where it is needed, is missing or does not fit this package."""


BY_STATUS: Dict[int, Type[Error]] = {
    1: ArgumentError,
    2: TextError,
    3: LimitError,
    4: OutOfMemoryError,
    5: TimeZoneError,
    6: UnknownNameError,
    7: ParseError,
    8: FileError,
    9: InternalError,
}
