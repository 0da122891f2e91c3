"""Text for a person: how wide it is, what is safe to print, colours."""

import errno
import os
import sys
import unicodedata
from typing import Optional

_CODES = {"strong": "1", "faint": "2", "error": "1;31", "warning": "1;33", "note": "1;36", "good": "1;32"}
_LEAST_WIDTH, _DEFAULT_WIDTH, _GREATEST_WIDTH = 40, 80, 110
# Marks that turn the direction of a line around can make it read otherwise than it is.
_TURNING = frozenset([*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)), "\u2028", "\u2029"])


def is_safe(character: str) -> bool:
    """False where it could steer the terminal, or stands for a byte that is no UTF-8."""
    kind = unicodedata.category(character)
    return character == "\t" or not (kind in ("Cc", "Cs") or character in _TURNING)


def width_of(character: str) -> int:
    """In columns: 0, 1 or 2."""
    kind = unicodedata.category(character)
    if character == "\t" or not is_safe(character):
        return 1
    if kind in ("Mn", "Me"):
        return 0
    if kind == "Cf":
        return 1 if character == "\xad" else 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def columns(text: str) -> int:
    """How wide a text is."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(width_of, text))


def safe(text: str) -> str:
    """A stretch on one line: a tab as a space, what is not safe as U+FFFD."""
    if text.isprintable():
        return text
    return "".join(" " if c == "\t" else c if is_safe(c) else "\ufffd" for c in text)


class Output:
    """Standard output as UTF-8. A reader that went away is remembered, not raised."""

    def __init__(self) -> None:
        self._file = open(1, "wb", closefd=False)
        self.failure: Optional[OSError] = None

    def write(self, text: str) -> None:
        self.write_bytes(text.encode("utf-8", errors="replace"))

    def write_bytes(self, data: bytes) -> None:
        if self.failure is None:
            try:
                self._file.write(data)
            except OSError as wrong:
                self.failure = wrong

    def take(self, data: bytes) -> bool:
        """For what writes bytes until somebody says no."""
        self.write_bytes(data)
        return self.failure is None

    def flush(self) -> None:
        if self.failure is None:
            try:
                self._file.flush()
            except OSError as wrong:
                self.failure = wrong

    def finish(self, program: str) -> bool:
        """Flushes; says what went wrong, but for a reader that went away (``| head``). True where all is written."""
        self.flush()
        if self.failure is not None:
            if self.failure.errno != errno.EPIPE:
                say(self, program, self.failure.strerror or "cannot write the output")
            self._file = open(os.devnull, "wb")  # what is left in the old one has nowhere to go
        return self.failure is None


def say(output: Output, place: str, words: str, line: Optional[int] = None) -> None:
    """A line on standard error; what was printed before stands before it on a screen."""
    output.flush()
    where = safe(place) + (f":{line}" if line is not None else "")
    sys.stderr.buffer.write(f"{where}: {safe(words)}\n".encode("utf-8", errors="replace"))
    sys.stderr.flush()


class Terminal:
    """Standard output for a person. Colour only where somebody looks on and has not set NO_COLOR."""

    def __init__(self, output: Output) -> None:
        self.output = output
        on_screen = os.isatty(1)
        self.watched = on_screen and os.environ.get("TERM", "dumb") != "dumb"
        self.colour = self.watched and not os.environ.get("NO_COLOR")
        self.width = self._width() if on_screen else _DEFAULT_WIDTH
        settings = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
        encoding = next(filter(None, settings), "")
        self.unicode = any(name in encoding for name in ("UTF-8", "utf8", "UTF8"))

    @staticmethod
    def _width() -> int:
        try:
            width = os.get_terminal_size(1).columns
        except OSError:
            return _DEFAULT_WIDTH
        return min(max(width, _LEAST_WIDTH), _GREATEST_WIDTH) if width else _DEFAULT_WIDTH

    def write(self, text: str) -> None:
        self.output.write(text)

    def print(self, text: str) -> None:
        self.output.write(safe(text))

    def painted(self, paint: str, text: str) -> str:
        """A text in a colour; one of no colour ends with the code that ends colours, too, as in C."""
        if not self.colour:
            return text
        begin = f"\033[{_CODES[paint]}m" if paint in _CODES else ""
        return f"{begin}{text}\033[0m"

    def paint(self, paint: str, text: str) -> None:
        self.output.write(self.painted(paint, text))

    def wrap(self, indent: int, lead: str, text: str) -> None:
        """Words wrapped to the width, each line indented; ``lead`` comes before the first."""
        hang = indent + columns(lead)
        line, column = " " * indent + lead, hang
        for word in text.replace("\n", " ").split(" "):
            if not word:
                continue
            width = columns(word)
            if column > hang and column + 1 + width > self.width:
                self.output.write(line + "\n")
                line, column = " " * hang, hang
            elif column > hang:
                line += " "
                column += 1
            line += safe(word)
            column += width
        self.output.write(line + "\n")
