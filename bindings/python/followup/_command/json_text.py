"""JSON strings as the C programs print them."""

from typing import Dict

_ESCAPES: Dict[int, str] = {
    **{code: f"\\u{code:04x}" for code in [*range(0x20), 0x7F]},
    **{code: "\\ufffd" for code in range(0xD800, 0xE000)},
    ord('"'): '\\"',
    ord("\\"): "\\\\",
    ord("\n"): "\\n",
}
_MORE = {ord("\r"): "\\r", ord("\t"): "\\t"}
_ALL_ESCAPES = {**_ESCAPES, **_MORE}


def quoted(text: str) -> str:
    """A string with its quotes, as a report of findings has it."""
    return f'"{text.translate(_ALL_ESCAPES)}"'


def quoted_simply(text: str) -> str:
    """The same, as a plan has it."""
    return f'"{text.translate(_ESCAPES)}"'
