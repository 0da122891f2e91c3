"""The lines of a text that a finding is about, with the place underlined."""

from typing import Iterator, Optional, Tuple

from .terminal import Terminal, safe, width_of

INDENT = 10
_MOST_ROWS, _LONG_LINE, _CONTEXT = 5, 4096, 160
# A row that goes on a line whose start is not shown says so.
_CUT, _CUT_WIDTH = "… ", 2
_MOST_MARKS = 255

# A row on the screen, part of a line: where it begins, where it ends, where the next one begins.
_Row = Tuple[int, int, int]


def _lay_row(text: str, start: int, end: int, width: int) -> _Row:
    """As much from ``start`` as fits, broken at the last space where there is one."""
    space, column = start, 0
    for at in range(start, end):
        column += width_of(text[at])
        if column > width:
            return (start, space, space + 1) if space > start else (start, at, at)
        if text[at] == " ":
            space = at
    return start, end, end


def _first_row_start(text: str, line_start: int, place: int) -> int:
    """Far inside a long line the rows begin near the place: nobody needs what is far before it."""
    before = text[line_start:place].encode()
    if len(before) < _LONG_LINE:
        return line_start
    start = len(before) - _CONTEXT
    while start < len(before) and before[start] & 0xC0 == 0x80:
        start += 1
    return line_start + len(before[:start].decode())


def _rows(text: str, line_start: int, line_end: int, start: int, end: int, width: int) -> Iterator[_Row]:
    at = _first_row_start(text, line_start, start) if start > line_start else line_start
    while at < line_end and at < end:
        row = _lay_row(text, at, line_end, width)
        at = row[2]
        if row[2] > start or row[2] >= line_end:
            yield row


def _margin(terminal: Terminal, label: str) -> str:
    # C pads by bytes; labels are ASCII
    return f"{label:>{INDENT - 3}}" + terminal.painted("faint", " │ ")


def _marks(terminal: Terminal, text: str, row: _Row, is_cut: bool, start: int, end: int, paint: str) -> str:
    """Spaces up to the place, then a mark for each column of it; one mark at least."""
    before, within = (_CUT_WIDTH if is_cut else 0), 0
    for at in range(row[0], min(row[1], end)):
        if at < start:
            before += width_of(text[at])
        else:
            within += width_of(text[at])
    marks = "^" * min(max(within, 1), _MOST_MARKS)
    return _margin(terminal, "") + " " * before + terminal.painted(paint, marks) + "\n"


def print_excerpt(
    terminal: Terminal, text: str, start: int, end: int, paint: str, label: Optional[str] = None
) -> None:
    """Prints the rows that touch the place, five at most, numbered by their lines or with a label."""
    width, left = terminal.width - INDENT - _CUT_WIDTH, _MOST_ROWS
    line_start, number = text.rfind("\n", 0, start) + 1, text.count("\n", 0, start) + 1
    end = max(end, start + 1)
    while line_start < end and line_start < len(text):
        feed = text.find("\n", line_start)
        line_end = len(text) if feed < 0 else feed
        shown_end = line_end - 1 if line_end > line_start and text[line_end - 1] == "\r" else line_end
        margin_label = label if label is not None else str(number)
        for row in _rows(text, line_start, shown_end, start, end, width):
            if left == 0:
                terminal.write(_margin(terminal, "") + "…\n")
                return
            is_cut = margin_label != "" and row[0] > line_start
            terminal.write(
                _margin(terminal, margin_label) + (_CUT if is_cut else "") + safe(text[row[0] : row[1]]) + "\n"
            )
            terminal.write(_marks(terminal, text, row, is_cut, start, end, paint))
            margin_label = ""
            left -= 1
        if feed < 0:
            return
        line_start, number = feed + 1, number + 1
