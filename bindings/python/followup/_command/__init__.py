"""The commands: the same words, options, output and exit status as followup-lint, followup-plan, followup-window."""

import sys
from importlib import import_module
from typing import Callable, List

_COMMANDS = ("lint", "plan", "window")
_USAGE = """Usage: python -m followup lint|plan|window [OPTION]... ...

  lint    judges follow-up messages: what is wrong, where, why, and what to do
  plan    says what to write next: to whom, not before when, due when, and why
  window  tells when a promised reply is due

python -m followup lint --help tells the rest; so do the others.
"""


def main(words: List[str]) -> int:
    """Runs one command and returns its exit status."""
    command, rest = (words[0], words[1:]) if words else ("", [])
    if command in _COMMANDS:
        run: Callable[[List[str]], int] = import_module(f".{command}", __name__).run
        return run(rest)
    wanted = command in ("--help", "-h")
    print(_USAGE, end="", file=sys.stdout if wanted else sys.stderr)
    return 0 if wanted else 2
