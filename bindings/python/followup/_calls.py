"""How every call is made: text in, failures out, handles that free themselves."""

from ctypes import byref
from typing import Any, Callable, Optional, Union

from . import _ffi
from ._errors import BY_STATUS, ArgumentError, ClosedError, Error, InternalError, TextError


class Owned:
    """The one owner of a handle. It is freed when the last user lets go, and by nothing else.

    A call holds its owner, so that closing an object in one thread never frees what another thread is using.
    """

    __slots__ = ("pointer", "_free")

    def __init__(self, pointer: Any, free: Callable[[Any], None]) -> None:
        self.pointer: Optional[Any] = pointer
        self._free = free

    def __del__(self) -> None:
        pointer, self.pointer = self.pointer, None
        if pointer is not None:
            self._free(pointer)


def live(owned: Optional[Owned], what: str) -> Any:
    """The pointer of an owner; ClosedError where it was given up."""
    pointer = owned.pointer if owned is not None else None
    if pointer is None:
        raise ClosedError(f"the {what} is closed")
    return pointer


Text = Union[str, bytes]


def encode(text: Text, member: str = "") -> bytes:
    """A text as the library wants it. Half a surrogate pair is no character, so no bytes stand for it."""
    if isinstance(text, bytes):
        return text
    try:
        return text.encode()
    except UnicodeEncodeError as wrong:
        raise TextError(f"invalid UTF-8: half a surrogate pair at offset {wrong.start}", member, wrong.start) from None
    except AttributeError:
        raise TypeError(f"{member or 'text'}: must be str, is {type(text).__name__}") from None


def _number(value: int) -> Optional[int]:
    return None if value == _ffi.NOWHERE else value


def _as_characters(offset: Optional[int], text: Optional[Text]) -> Optional[int]:
    """The library counts bytes; in a Python string a place is counted in characters."""
    if offset is None or not isinstance(text, str):
        return offset
    return len(text.encode(errors="surrogatepass")[:offset].decode(errors="replace"))


def error_of(error: Any, text: Optional[Text] = None, member: Optional[str] = None) -> Error:
    """What the library wrote into its error, as an exception. ``member`` stands in for the one that it named."""
    status = _ffi.followup_error_status(error)
    reason = _ffi.followup_error_reason(error).decode(errors="replace")
    named = _ffi.followup_error_member(error).decode(errors="replace")
    offset = _as_characters(_number(_ffi.followup_error_offset(error)), text)
    line = _number(_ffi.followup_error_line(error))
    return BY_STATUS.get(status, InternalError)(reason, named if member is None else member, offset, line)


def new_error() -> Owned:
    """An empty error, for one call that could fail."""
    error = _ffi.Error()
    if _ffi.followup_error_new(None, byref(error)):
        raise BY_STATUS[4]("out of memory")
    return Owned(error, _ffi.followup_error_free)


def call(function: Callable[..., int], *arguments: Any, text: Optional[Text] = None) -> None:
    """Calls a function whose last argument is its error, and raises what it says."""
    owned = new_error()
    if function(*arguments, owned.pointer):
        raise error_of(owned.pointer, text)


def retell(function: Callable[..., int], *arguments: Any, text: Optional[Text] = None) -> None:
    """Repeats a call that failed without an error to write to, this time to hear why.

    A failure leaves everything as it was, so the second call fails alike; where it does not (there is memory again),
    it has done what the first one should have.
    """
    call(function, *arguments, text=text)


def text_of(value: Optional[bytes]) -> str:
    """A text that the library owns, copied."""
    return value.decode() if value else ""


def whole(value: Any, member: str, least: int = -(2**31), most: int = 2**31 - 1) -> int:
    """A whole number that C can hold: ctypes would cut a greater one without a word."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{member}: must be int, is {type(value).__name__}")
    if not least <= value <= most:
        raise ArgumentError("is out of range", member)
    return value
