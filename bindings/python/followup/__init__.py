"""How a candidate should follow up after a job interview.

>>> import followup
>>> followup.lint_text("Dear Priya,\\n\\nThank you! When will you decide?\\n\\nAmara\\n", "thank_you").worst
<Level.ERROR: 3>

A *case* goes in (candidate, interviews with their panels and notes, events, messages); what comes out is *findings*
(what is wrong with a message, where, why, and what to do), a *plan* (what to write next, to whom, due when),
*drafts* (a first version of it) and *windows* (when the employer's own words say it will be in touch). No clock, no network, no state: the same input gives
the same output on every thread, every day. Underneath is libfollowup, a C library, through ctypes alone.

Instants are aware datetimes everywhere; naive ones are refused. Places in texts are characters of the Python string.
Whatever goes wrong is an :class:`Error` that says what and where.
"""

from . import _ffi
from ._case import Case
from ._drafting import Draft, draft, draft_mail
from ._enums import (
    ActionKind,
    ActionState,
    EventKind,
    Family,
    Kind,
    Level,
    Number,
    Part,
    Precision,
    Reading,
    Register,
    Rule,
    Weekend,
    WindowStatus,
    rules,
)
from ._errors import (
    ArgumentError,
    ClosedError,
    Error,
    FileError,
    InternalError,
    LibraryError,
    LimitError,
    OutOfMemoryError,
    ParseError,
    TextError,
    TimeZoneError,
    UnknownNameError,
)
from ._exchange import read_mails, to_icalendar, to_sarif
from ._linter import Linter
from ._model import Candidate, Event, Interview, Interviewer, Material, Message
from ._planning import Action, Plan, Record, plan, record
from ._policy import Policy
from ._report import Finding, Report, to_records
from ._settings import Settings
from ._similarity import Similarity, similarity
from ._texts import guess_kind, lint_text, prose_sentences
from ._windows import Calendar, Window, window

__version__ = "0.1.0"

#: The version of the C library in use, and the file that it was read from.
library_version: str = _ffi.followup_version().decode("ascii")
library_path: str = _ffi.library.path

__all__ = [
    "Action",
    "ActionKind",
    "ActionState",
    "ArgumentError",
    "Calendar",
    "Candidate",
    "Case",
    "ClosedError",
    "Draft",
    "Error",
    "Event",
    "EventKind",
    "Family",
    "FileError",
    "Finding",
    "InternalError",
    "Interview",
    "Interviewer",
    "Kind",
    "Level",
    "LibraryError",
    "LimitError",
    "Linter",
    "Material",
    "Message",
    "Number",
    "OutOfMemoryError",
    "ParseError",
    "Part",
    "Plan",
    "Policy",
    "Precision",
    "Reading",
    "Record",
    "Register",
    "Report",
    "Rule",
    "Settings",
    "Similarity",
    "TextError",
    "TimeZoneError",
    "UnknownNameError",
    "Weekend",
    "Window",
    "WindowStatus",
    "draft",
    "draft_mail",
    "guess_kind",
    "library_path",
    "library_version",
    "lint_text",
    "plan",
    "prose_sentences",
    "read_mails",
    "record",
    "rules",
    "similarity",
    "to_icalendar",
    "to_records",
    "to_sarif",
    "window",
]
