"""Files: what they are by their name, and their bytes."""

import os
import sys
from typing import Iterator, Optional, Tuple

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


def cases_of(path: str, lines: bool) -> Iterator[Tuple[str, bool, bytes]]:
    """Every case of a file: its place ("path", or "path:3" for the third line), whether it is a line, its JSON."""
    if not lines:
        yield path, False, read_file(path)
        return
    try:
        with open(path, "rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip(b" \t\r\n"):
                    yield f"{path}:{number}", True, line
    except OSError as wrong:
        raise Unreadable(wrong.strerror or str(wrong)) from None


def take_instant(text: str) -> Optional[int]:
    """Unix milliseconds of an RFC 3339 instant, None for anything else."""
    milliseconds, wrong = rfc3339_milliseconds(text)
    return None if wrong else milliseconds


def take_text(text: str) -> Optional[str]:
    """Anything but nothing."""
    return text or None
