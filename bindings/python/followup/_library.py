"""Finds and opens libfollowup, and says clearly what was tried when it cannot.

The first of these that is there is taken:

1. what the environment variable ``FOLLOWUP_LIBRARY`` names: the library itself, or the folder that holds it;
2. the copy inside this package, as a wheel brings it, with the libraries it needs beside it;
3. the newest ``build*/lib`` of the source tree that this package lies in;
4. whatever the system's loader finds.

libfollowup-formats is optional. It is looked for beside the core, so that the two are always of one build.
"""

import ctypes
import glob
import os
import re
from typing import Any, Callable, List, Optional, Tuple

from ._errors import LibraryError

VARIABLE = "FOLLOWUP_LIBRARY"
CORE = "libfollowup.so.0"
FORMATS = "libfollowup-formats.so.0"
# The least version that has every function declared in _ffi, of the one major version (SONAME) that it fits.
NEEDED = (0, 1)

_HERE = os.path.dirname(os.path.abspath(__file__))
_BUNDLE = os.path.join(_HERE, "_lib")
_TREE = os.path.dirname(os.path.dirname(os.path.dirname(_HERE)))


class Library:
    """An open library: its path, and its functions by name."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._working = ctypes.CDLL(path)
        self._quick = ctypes.PyDLL(path)

    def working(self, name: str, restype: Any, *argtypes: Any) -> Callable[..., Any]:
        """A function that may take a while: other threads of Python run while it does."""
        return self._declare(self._working, name, restype, argtypes)

    def quick(self, name: str, restype: Any, *argtypes: Any) -> Callable[..., Any]:
        """A function of less than a microsecond or so, for which letting other threads run costs more than it gives."""
        return self._declare(self._quick, name, restype, argtypes)

    def _declare(self, library: Any, name: str, restype: Any, argtypes: Tuple[Any, ...]) -> Callable[..., Any]:
        try:
            function = library[name]
        except AttributeError:
            raise LibraryError(
                f"{self.path} has no {name}: it does not fit this version of the Python package; "
                f"install the two from one release, or name another library in {VARIABLE}"
            ) from None
        function.restype = restype
        function.argtypes = argtypes
        made: Callable[..., Any] = function
        return made


def _file_in(place: str, name: str) -> str:
    return os.path.join(place, name) if os.path.isdir(place) else place


def _candidates() -> List[str]:
    """Paths to try, in order. What the variable names is tried alone: a wrong one must not go unnoticed."""
    named = os.environ.get(VARIABLE)
    if named:
        return [_file_in(named, CORE)]
    bundled = os.path.join(_BUNDLE, CORE)
    if os.path.exists(bundled):
        return [bundled]
    built = glob.glob(os.path.join(_TREE, "build*", "lib", CORE))
    plain = [path for path in built if "build-" not in os.path.relpath(path, _TREE)]
    return [*sorted(plain or built, key=os.path.getmtime, reverse=True), CORE]


def _open_needed(path: str) -> None:
    """Opens what a wheel brought along, in the order of need, so that the loader asks for nothing more."""
    listing = os.path.join(os.path.dirname(path), "needed.txt")
    if not os.path.exists(listing):
        return
    with open(listing, encoding="utf-8") as lines:
        for name in lines.read().split():
            ctypes.CDLL(os.path.join(os.path.dirname(path), name))


def _open(path: str) -> Library:
    _open_needed(path)
    library = Library(path)
    version = library.quick("followup_version", ctypes.c_char_p)().decode("ascii")
    match = re.match(r"(\d+)\.(\d+)", version)
    found = (int(match.group(1)), int(match.group(2))) if match else (-1, -1)
    if found[0] != NEEDED[0] or found < NEEDED:
        raise LibraryError(
            f"{path} is libfollowup {version}; this Python package needs {NEEDED[0]}.{NEEDED[1]} or a later one "
            f"of major version {NEEDED[0]}"
        )
    return library


def open_core() -> Library:
    """Opens libfollowup, or raises LibraryError with everything that was tried."""
    failures = []
    for path in _candidates():
        try:
            return _open(path)
        except OSError as reason:
            failures.append(f"  {path}: {reason}")
    raise LibraryError(
        "libfollowup was not found. Build it (meson setup build && ninja -C build), install it, or name it in the "
        f"environment variable {VARIABLE}. Tried:\n" + "\n".join(failures)
    )


def open_formats(core: Library) -> Optional[Library]:
    """Opens libfollowup-formats of the same build as the core, or None where there is none."""
    folder = os.path.dirname(core.path)
    names = [os.path.join(folder, FORMATS), os.path.join(folder, "formats", FORMATS)] if folder else [FORMATS]
    for path in names:
        if folder and not os.path.exists(path):
            continue
        try:
            return Library(path)
        except OSError:
            continue  # one of the libraries that it needs is not installed
    return None
