"""Helpers that need no case and no policy: a text goes in, one answer comes out."""

import threading
from typing import Optional, Union

from ._enums import Kind
from ._linter import Linter
from ._report import Report

_making = threading.Lock()
_default: Optional[Linter] = None


def default_linter() -> Linter:
    """The linter with the default policy that these functions share; made when first needed."""
    global _default
    if _default is None:
        with _making:
            _default = _default or Linter()
    return _default


def lint_text(text: str, kind: Union[Kind, str] = Kind.UNKNOWN) -> Report:
    """Judges a text alone under the default policy: see :meth:`Linter.lint_text`."""
    return default_linter().lint_text(text, kind)


def guess_kind(text: str, subject: Optional[str] = None) -> Kind:
    """The likeliest kind of a message: see :meth:`Linter.guess_kind`."""
    return default_linter().guess_kind(text, subject)


def prose_sentences(text: str) -> int:
    """How many sentences of prose a body has: see :meth:`Linter.prose_sentences`."""
    return default_linter().prose_sentences(text)
