"""Files: what they are by their name, and their bytes."""

import io
import os
import re
import sys
from typing import BinaryIO, Iterator, Optional, Tuple

from .._times import rfc3339_milliseconds

DOCUMENT_LIMIT = 1 << 30


class Unreadable(Exception):
    """Why a file cannot be read, in words."""


def kind_of(path: str) -> str:
    """ "case", "cases", "mail" or "draft". A folder is a Maildir; a name that says no more is a draft's."""
    if os.path.isdir(path):
        return "mail"
    for ending, kind in ((".json", "case"), (".jsonl", "cases"), (".eml", "mail"), (".mbox", "mail")):
        if len(path) > len(ending) and path.lower().endswith(ending):
            return kind
    return "draft"


def read_file(path: str, most: int = DOCUMENT_LIMIT) -> bytes:
    """The bytes of a file, "-" being standard input."""
    try:
        if path == "-":
            data = sys.stdin.buffer.read(most + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(most + 1)
    except OSError as wrong:
        raise Unreadable(wrong.strerror or str(wrong)) from None
    if len(data) > most:
        raise Unreadable("is longer than the limit")
    return data


Cases = Iterator[Tuple[str, bool, bytes]]
"""Of every case its place ("path", or "path:3" for the third line), whether it is a line, and its JSON."""

_BLANK = b" \t\r\n"
_CASE_BEGINS = re.compile(rb"(?:\xEF\xBB\xBF)?[ \t\r\n]*(?:\{[ \t\r\n]*[\"}]|\[[ \t\r\n]*\{)")
_STEP = re.compile(rb'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.S)


def is_case(text: bytes) -> bool:
    """Whether a text begins as a case, or cases, would."""
    return _CASE_BEGINS.match(text) is not None


def _first_end(text: bytes) -> int:
    """Where the first object or array of a text ends; its length where that never comes."""
    depth = 0
    for step in _STEP.finditer(text):
        if step.group() in b"[{":
            depth += 1
        elif step.group() in b"]}":
            depth -= depth > 0
            if depth == 0:
                return step.end()
    return len(text)


def cases_of_text(place: str, text: bytes) -> Cases:
    """The one case of a text, or the cases of its lines where more follows the first."""
    if text[_first_end(text) :].strip(_BLANK):
        yield from _lines(place, io.BytesIO(text))
    else:
        yield place, False, text


def _lines(path: str, file: BinaryIO) -> Cases:
    for number, line in enumerate(file, 1):
        if line.strip(_BLANK):
            yield f"{path}:{number}", True, line


def cases_of(path: str, lines: bool) -> Cases:
    """Every case of a file, "-" being standard input."""
    if path == "-":
        yield from cases_of_text(path, read_file(path))
    elif not lines:
        yield path, False, read_file(path)
    else:
        try:
            with open(path, "rb") as file:
                yield from _lines(path, file)
        except OSError as wrong:
            raise Unreadable(wrong.strerror or str(wrong)) from None


def take_instant(text: str) -> Optional[int]:
    """Unix milliseconds of an RFC 3339 instant, None for anything else."""
    milliseconds, wrong = rfc3339_milliseconds(text)
    return None if wrong else milliseconds


def take_text(text: str) -> Optional[str]:
    """Anything but nothing."""
    return text or None
