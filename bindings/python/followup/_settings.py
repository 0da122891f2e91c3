"""Limits and places that objects are made with."""

import threading
from ctypes import byref, c_void_p
from dataclasses import dataclass
from typing import Any, Dict, Optional

from . import _ffi
from ._calls import call, encode, whole
from ._errors import BY_STATUS


@dataclass(frozen=True)
class Settings:
    """What cases, linters, policies and calendars are made with, where the defaults do not do.

    Attributes:
        text_limit: the longest text to take, in bytes of UTF-8: 1 to 1 GiB (8 MiB unless set).
        zone_directory: the folder of TZif files that zones are read from ("/usr/share/zoneinfo" unless set).

    Errors are raised when the settings are first used: ArgumentError, TextError.
    """

    text_limit: Optional[int] = None
    zone_directory: Optional[str] = None


# One context for each settings in use, for as long as the process lives: whatever was made from a context must be
# freed before it, and at an interpreter's exit nobody could promise that order.
_contexts: Dict[Settings, Any] = {}
_making = threading.Lock()


def context_of(settings: Optional[Settings]) -> Any:
    """The context of some settings; None, the library's own, for None."""
    if settings is None:
        return None
    if not isinstance(settings, Settings):
        raise TypeError(f"settings: must be Settings, is {type(settings).__name__}")
    context = _contexts.get(settings)
    if context is None:
        with _making:
            context = _contexts[settings] = _contexts.get(settings) or _make(settings)
    return context


def _make(settings: Settings) -> Any:
    context = _ffi.Context()
    allocate, release = _ffi.Allocate(0), _ffi.Release(0)  # NULL: malloc and free
    if _ffi.followup_context_new(allocate, release, c_void_p(), byref(context)):
        raise BY_STATUS[4]("out of memory")
    try:
        if settings.text_limit is not None:
            limit = whole(settings.text_limit, "text_limit", 0, 2**63 - 1)
            call(_ffi.followup_context_set_text_limit, context, limit)
        if settings.zone_directory is not None:
            path = encode(settings.zone_directory, "zone_directory")
            call(_ffi.followup_context_set_zone_directory, context, path, len(path), text=settings.zone_directory)
    except BaseException:
        _ffi.followup_context_free(context)
        raise
    return context
