"""The optional second library: case files, policies and mail, read in C."""

from types import ModuleType
from typing import Any, Optional

from ._errors import LibraryError

_module: Optional[ModuleType] = None
_missing = False


def formats() -> Any:
    """The functions of libfollowup-formats, or None where it is not there. It is opened when first asked for."""
    global _module, _missing
    if _module is None and not _missing:
        try:
            from . import _ffi_formats

            _module = _ffi_formats
        except LibraryError:
            _missing = True
    return _module


def need_formats(what: str) -> Any:
    """The same; LibraryError where it is not there."""
    found = formats()
    if found is None:
        raise LibraryError(f"{what} needs libfollowup-formats, which is not there")
    return found
