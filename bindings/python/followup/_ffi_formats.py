"""libfollowup-formats through ctypes: every public function of the optional second library.

Importing this raises LibraryError where the library is not there; :func:`followup._formats.formats` asks first.
"""

from ctypes import CFUNCTYPE, POINTER, c_bool, c_char_p, c_int, c_int64, c_size_t, c_void_p

from . import _ffi
from ._errors import LibraryError
from ._ffi import Calendar, Case, Context, Draft, Enum, Error, Message, Plan, Policy, Report, opaque
from ._library import open_formats

_opened = open_formats(_ffi.library)
if _opened is None:
    raise LibraryError("this needs libfollowup-formats, which is not there")
library = _opened
_quick = library.quick
_working = library.working

FORM_JSON = 1
FORM_SARIF = 2

CalendarWriter = opaque("followup_calendar_writer")
Writer = opaque("followup_writer")

# Bytes with a length come as addresses: there is no NUL behind them.
FormatsMailTaker = CFUNCTYPE(Enum, c_char_p, c_void_p, c_size_t, c_void_p)
FormatsSink = CFUNCTYPE(c_bool, c_void_p, c_size_t, c_void_p)

# followup-formats.h
followup_formats_read_case = _working(
    "followup_formats_read_case", Enum, Context, c_char_p, c_size_t, POINTER(Case), POINTER(c_int64), Error
)
followup_formats_read_policy = _working(
    "followup_formats_read_policy", Enum, Policy, c_char_p, c_size_t, Error
)
followup_formats_read_mail = _working(
    "followup_formats_read_mail", Enum, Case, Enum, c_char_p, c_size_t, POINTER(Message), Error
)
followup_formats_write_draft = _working(
    "followup_formats_write_draft", Enum, Draft, Case, c_int64, FormatsSink, c_void_p, Error
)
followup_formats_each_mail = _working(
    "followup_formats_each_mail", Enum, c_char_p, FormatsMailTaker, c_void_p, Error
)
followup_writer_new = _working(
    "followup_writer_new", Enum, Context, Enum, FormatsSink, c_void_p, POINTER(Writer), Error
)
followup_writer_add = _working("followup_writer_add", Enum, Writer, c_char_p, c_bool, Report, Error)
followup_writer_end = _working("followup_writer_end", Enum, Writer, Error)
followup_writer_free = _quick("followup_writer_free", None, Writer)
followup_formats_instant = _working("followup_formats_instant", c_bool, c_char_p, c_size_t, POINTER(c_int64))
followup_calendar_writer_new = _working(
    "followup_calendar_writer_new", Enum, Context, FormatsSink, c_void_p, POINTER(CalendarWriter), Error
)
followup_calendar_writer_add = _working(
    "followup_calendar_writer_add", Enum, CalendarWriter, Case, Plan, c_int64, Error
)
followup_calendar_writer_end = _working("followup_calendar_writer_end", Enum, CalendarWriter, Error)
followup_calendar_writer_free = _quick("followup_calendar_writer_free", None, CalendarWriter)
followup_formats_read_interviews = _working(
    "followup_formats_read_interviews", Enum, Context, Case, c_char_p, c_size_t, POINTER(c_size_t), Error
)
followup_formats_read_holidays = _working(
    "followup_formats_read_holidays", Enum, Calendar, c_char_p, c_size_t, c_int, c_int, Error
)
