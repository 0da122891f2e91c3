"""How much of their wording two texts share."""

from ctypes import byref, c_size_t
from dataclasses import dataclass
from typing import Any, Optional, Tuple

from . import _ffi
from ._calls import Owned, encode
from ._errors import Error
from ._texts import default_linter


@dataclass(frozen=True)
class Similarity:
    """What two texts share.

    Attributes:
        share: from 0, nothing, to 1, all; the same in either order.
        same: whether both have the same words in the same order, and have any.
        passages: those that they share, each as a slice of the first text and one of the second, in the order of the
            first.
    """

    share: float
    same: bool
    passages: Tuple[Tuple[slice, slice], ...]

    def __hash__(self) -> int:
        return hash((self.share, self.same, len(self.passages)))


def _passage(found: Any, index: int, one: bytes, other: bytes) -> Tuple[slice, slice]:
    places = [c_size_t() for _ in range(4)]
    _ffi.followup_similarity_passage(found, index, *map(byref, places))
    start, end, other_start, other_end = (place.value for place in places)

    def characters(text: bytes, first: int, last: int) -> slice:
        before = len(text[:first].decode())
        return slice(before, before + len(text[first:last].decode()))

    return characters(one, start, end), characters(other, other_start, other_end)


def similarity(one: str, other: str, names: Optional[str] = None) -> Similarity:
    """Compares the prose of two message bodies, without greeting, sign-off, signature and quoted mail.

    Words count as the same without case, punctuation and endings; a word is shared in a run of three or more that the
    other text has, too.

    Args:
        one, other: the bodies.
        names: of people and their titles, in one text ("Priya Raman, Head of Sales"): set aside in both.

    Raises: TextError and LimitError (``member`` says in which), OutOfMemoryError, InternalError.
    """
    first, second = encode(one, "one"), encode(other, "other")
    set_aside = encode(names, "names") if names is not None else None
    found = _ffi.Similarity()
    texts = (first, len(first), second, len(second), set_aside, len(set_aside) if set_aside is not None else 0)
    try:
        default_linter().ask(None, _ffi.followup_similarity_read, *texts, byref(found))
    except Error as wrong:
        given = {"one": first, "other": second, "names": set_aside or b""}.get(wrong.member)
        if given is not None and wrong.offset is not None:
            wrong.offset = len(given[: wrong.offset].decode())
        raise
    owned = Owned(found, _ffi.followup_similarity_free)
    count = _ffi.followup_similarity_passage_count(found)
    passages = tuple(_passage(owned.pointer, index, first, second) for index in range(count))
    return Similarity(_ffi.followup_similarity_share(found), _ffi.followup_similarity_same(found), passages)
