"""The table of what was measured, and the way for checks in Python and shell to add their lines (tests/README.md).

    figures.py report "lines of lib covered" "98.4 %" "at least 98 %"
    figures.py table build/figures.tsv

In Python: `import figures; figures.report(what, figure, bound)`. `table` and `report` exit with 1 where a figure is
beyond its bound.
"""

import os
import re
import sys

SENSES = {
    "at most": lambda figure, bound: figure <= bound,
    "at least": lambda figure, bound: figure >= bound,
    "exactly": lambda figure, bound: figure == bound,
}
BOUND = re.compile(r"(at most|at least|exactly) (-?[\d.,]+(?:e[+-]?\d+)?)(?: (.+))?")
FIGURE = re.compile(r"(-?[\d.,]+(?:e[+-]?\d+)?)(?: (.+))?")


def number(text):
    return float(text.replace(",", ""))


def judged(figure, bound):
    """The figure as a number, its sense, and whether the bound holds it."""
    limit, found = BOUND.fullmatch(bound), FIGURE.fullmatch(figure)
    if not limit or not found or limit[3] != found[2]:
        sys.exit(f"not a figure and its bound: {figure!r}, {bound!r}")
    value = number(found[1])
    return value, limit[1], SENSES[limit[1]](value, number(limit[2]))


def report(what, figure, bound):
    """Adds one line to the table; returns whether the bound is held."""
    line = "\t".join([what, str(figure), bound])
    held = judged(str(figure), bound)[2]
    path = os.environ.get("FOLLOWUP_FIGURES")
    if path:
        with open(path, "a", encoding="utf-8") as file:
            file.write(line + "\n")
    if not held:
        print("beyond its bound:", line, file=sys.stderr)
    return held


def is_worse(figure, other, sense, bound):
    if sense == "exactly":
        return not SENSES[sense](figure, number(BOUND.fullmatch(bound)[2]))
    return figure > other if sense == "at most" else figure < other


def worst_lines(path):
    """One row for each thing measured, in the order of first sight: the worst, where several builds measured it."""
    rows = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            what, figure, bound = line.rstrip("\n").split("\t")
            value, sense, held = judged(figure, bound)
            if what not in rows or is_worse(value, rows[what][3], sense, bound):
                rows[what] = (figure, bound, held, value)
    return rows


def table(path):
    rows = worst_lines(path) if os.path.exists(path) else {}
    lines = [("what", "figure", "bound", "")]
    lines += [(what, row[0], row[1], "" if row[2] else "NOT HELD") for what, row in rows.items()]
    widths = [max(len(line[i]) for line in lines) for i in range(3)]
    for what, figure, bound, verdict in lines:
        print(f"{what:{widths[0]}}  {figure:>{widths[1]}}  {bound:{widths[2]}}  {verdict}".rstrip())
    return all(row[2] for row in rows.values())


def main():
    if sys.argv[1:2] == ["report"] and len(sys.argv) == 5:
        return 0 if report(*sys.argv[2:]) else 1
    if sys.argv[1:2] == ["table"] and len(sys.argv) == 3:
        return 0 if table(sys.argv[2]) else 1
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
