"""JSON as libfollowup-formats reads it, for where that library is not there."""

import json
from typing import Any, Dict, List, Tuple

from ._calls import Text
from ._errors import ParseError, TextError


def _reject_constant(name: str) -> Any:
    raise ParseError(f"invalid token near '{name}'")


def _object(pairs: List[Tuple[str, Any]]) -> Dict[str, Any]:
    made: Dict[str, Any] = {}
    for name, value in pairs:
        if name in made:
            raise ParseError(f"duplicate object key '{name}'")
        made[name] = value
    return made


def parse(document: Text) -> Any:
    """One JSON document. ParseError with line and offset, or TextError for bytes that are no UTF-8."""
    if isinstance(document, bytes):
        try:
            text = document.decode("utf-8")
        except UnicodeDecodeError as wrong:
            line = document.count(b"\n", 0, wrong.start) + 1
            raise TextError(f"invalid UTF-8 at offset {wrong.start}", "", wrong.start, line) from None
    elif isinstance(document, str):
        text = document
    else:
        raise TypeError(f"JSON text: must be str or bytes, is {type(document).__name__}")
    if text.startswith("\ufeff"):  # editors on Windows put it there
        text = text[1:]
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_reject_constant)
    except json.JSONDecodeError as wrong:
        raise ParseError(wrong.msg, "", wrong.pos, wrong.lineno) from None
    except RecursionError:
        raise ParseError("is nested too deeply") from None
