"""The command line: options with or without values, and files."""

import sys
from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Optional


class Refused(Exception):
    """Bad usage; it was said on standard error."""


@dataclass(frozen=True)
class Option:
    """``take`` makes of a value what the program keeps, or returns None for one it cannot read."""

    take: Optional[Callable[[str], Any]] = None  # None: it has no value
    expects: str = ""  # what a good value is, in words
    repeats: bool = False


class Arguments:
    """What was given: values by option name, and files."""

    def __init__(self) -> None:
        self.values: Dict[str, Any] = {}
        self.files: List[str] = []

    def get(self, name: str, otherwise: Any = None) -> Any:
        return self.values.get(name, otherwise)


def complain(text: str) -> None:
    """One line on standard error, whatever its encoding."""
    sys.stderr.buffer.write((text + "\n").encode("utf-8", errors="surrogateescape"))
    sys.stderr.flush()


def refuse(program: str, words: str) -> Refused:
    """Says it in the program's name, and how to get help; to be raised."""
    complain(f"{program}: {words}\nTry {program} --help.")
    return Refused()


def _take(program: str, option: Option, name: str, value: str, into: Arguments) -> None:
    taken = option.take(value) if option.take is not None else True
    if taken is None:
        complain(f"{program}: --{name}={value}: expected {option.expects}")
        raise Refused
    if option.repeats:
        into.values.setdefault(name, []).append(taken)
    else:
        into.values[name] = taken


def read(program: str, options: Dict[str, Option], words: List[str]) -> Arguments:
    """Reads "--name", "--name=value", "--name" "value", "-h" for "--help", and files."""
    made, only_files = Arguments(), False
    rest = iter(words)
    for word in rest:
        if only_files or not word.startswith("-") or word == "-":
            made.files.append(word)
        elif word == "--":
            only_files = True
        elif not word.startswith("--") and word != "-h":
            raise refuse(program, f"{word}: no such option")
        else:
            name, equals, value = ("help" if word == "-h" else word[2:]).partition("=")
            option = options.get(name)
            if option is None:
                raise refuse(program, f"{word}: no such option")
            if option.take is None and equals:
                raise refuse(program, f"{word}: takes no value")
            if option.take is not None and not equals:
                following = next(rest, None)
                if following is None:
                    raise refuse(program, f"{word} needs a value")
                value = following
            _take(program, option, name, value, made)
    return made
