"""Open actions drawn over a line of time, where somebody looks on."""

from datetime import datetime
from typing import List, NamedTuple

from .._enums import ActionState
from .._planning import Action
from .terminal import Terminal
from .time_words import date_words

MOST_BARS = 9
_MARGIN, _LEAST_COLUMNS = 4, 30
_PAINTS = {ActionState.OVERDUE: "error", ActionState.OPEN: "good", ActionState.HELD: "warning"}


class _Pen(NamedTuple):
    """What a line is drawn with."""

    line: str
    left: str
    right: str
    cross: str
    bar: str
    past: str
    now: str


_FINE = _Pen("─", "├", "┤", "┼", "━", "┄", "│")
_PLAIN = _Pen("-", "|", "|", "+", "=", ".", "|")


class _Axis:
    def __init__(self, terminal: Terminal, now: datetime, actions: List[Action]) -> None:
        moments = [now, *(a.opens for a in actions), *(a.due for a in actions)]
        self.terminal, self.now = terminal, now
        self.start, self.end = min(moments), max(moments)
        self.columns = terminal.width - 2 * _MARGIN
        self.pen = _FINE if terminal.unicode else _PLAIN

    def column(self, moment: datetime) -> int:
        share = (moment - self.start) / (self.end - self.start)
        return int(share * (self.columns - 1) + 0.5)

    def blank(self, start: int, end: int) -> str:
        now = self.column(self.now)
        return "".join(self.pen.now if column == now else " " for column in range(start, end))

    def draw_bar(self, number: int, action: Action) -> None:
        """One that is held may open after it is due: then only that moment is drawn."""
        start, due, now = self.column(action.opens), self.column(action.due), self.column(self.now)
        end = max(start, due) + 1
        overdue = action.state is ActionState.OVERDUE
        drawn = self.pen.bar * (end - start) + (self.pen.past * max(now - end, 0) if overdue else "")
        self.terminal.write(f"{number:>{_MARGIN - 1}} " + self.blank(0, start))
        self.terminal.paint(_PAINTS.get(action.state, "note"), drawn)
        self.terminal.write(self.blank(now if overdue and now > end else end, now + 1) + "\n")

    def draw(self, actions: List[Action]) -> None:
        zone = actions[0].due.tzinfo
        first, last = (date_words(moment.astimezone(zone)) for moment in (self.start, self.end))
        shown = "" if first == last else last
        self.terminal.write(" " * _MARGIN + first + shown.rjust(self.columns - len(first)) + "\n")
        now = self.column(self.now)
        line = [self.pen.left, *self.pen.line * (self.columns - 2), self.pen.right]
        line[now] = self.pen.cross
        self.terminal.write(" " * _MARGIN + "".join(line) + "\n")
        for number, action in enumerate(actions, 1):
            self.draw_bar(number, action)
        self.terminal.write(" " * min(_MARGIN + now, self.terminal.width - len("now")))
        self.terminal.paint("strong", "now")
        self.terminal.write("\n\n")


def draw_axis(terminal: Terminal, now: datetime, actions: List[Action]) -> None:
    """A bar for each action, numbered from 1, from when it opens to when it is due."""
    if not terminal.watched or not actions:
        return
    axis = _Axis(terminal, now, actions)
    if axis.columns >= _LEAST_COLUMNS and axis.end > axis.start:
        axis.draw(actions)
