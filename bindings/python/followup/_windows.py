"""Calendars, and windows: from an employer's words to the instant after which one status check is right."""

from ctypes import byref, c_int64, c_size_t
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Iterable, Mapping, Optional, Tuple, Union

from . import _ffi
from ._calls import Owned, Text, call, encode, retell, whole
from ._enums import Precision, Reading, Weekend, WindowStatus, named
from ._errors import BY_STATUS, ArgumentError, Error
from ._settings import Settings, context_of
from ._times import from_local, from_milliseconds, optional_datetime, to_milliseconds, zone_name


class Calendar:
    """A time zone with days off; made once and never changed, for any number of threads.

    Args:
        zone: an IANA name ("Europe/London") or a fixed offset ("+05:30").
        region: an ISO 3166 code ("US"): its weekend, and how it writes dates in numbers.
        weekend: in place of the region's.
        holidays: days off, ``date`` or "YYYY-MM-DD".
        readings: how words that have several meanings are read: ``{Reading.FEW: 4}``.
        settings: limits and places, where the defaults do not do.

    Raises:
        TimeZoneError, ArgumentError, UnknownNameError, TextError.
    """

    __slots__ = ("zone", "_owned", "__weakref__")

    def __init__(
        self,
        zone: str,
        *,
        region: Optional[str] = None,
        weekend: Union[Weekend, str] = Weekend.OF_REGION,
        holidays: Iterable[Union[date, str]] = (),
        readings: Optional[Mapping[Union[Reading, str], int]] = None,
        settings: Optional[Settings] = None,
    ) -> None:
        calendar = _ffi.Calendar()
        if _ffi.followup_calendar_new(context_of(settings), byref(calendar), None):
            raise BY_STATUS[4]("out of memory")
        self._owned = Owned(calendar, _ffi.followup_calendar_free)
        self.zone = zone
        _set(_ffi.followup_calendar_set_time_zone, calendar, zone, "zone")
        if region is not None:
            _set(_ffi.followup_calendar_set_region, calendar, region, "region")
        call(_ffi.followup_calendar_set_weekend, calendar, named(Weekend, weekend, "weekend"))
        for day in holidays:
            text = day.isoformat() if isinstance(day, date) else day
            _set(_ffi.followup_calendar_add_holiday, calendar, text, "holidays")
        for name, value in (readings or {}).items():
            reading = named(Reading, name, "readings")
            number = whole(value, f"readings[{reading}]")
            call(_ffi.followup_calendar_set_reading, calendar, reading, number)

    def business_days_after(self, instant: datetime, days: int) -> datetime:
        """The end (23:59:59 local) of the ``days``-th business day, 1 to 10000, after the local date of an instant.

        Raises: ArgumentError.
        """
        end = c_int64()
        start, count = to_milliseconds(instant, "instant"), whole(days, "days")
        call(_ffi.followup_business_days_after, self._owned.pointer, start, count, byref(end))
        return self._local(end.value)

    def is_business_day(self, instant: datetime) -> bool:
        """Whether an instant's local date is neither weekend nor holiday."""
        return bool(_ffi.followup_is_business_day(self._owned.pointer, to_milliseconds(instant, "instant")))

    def instant(self, local: str) -> datetime:
        """The instant at which clocks in the zone show "2026-03-05T15:30": an aware datetime in UTC.

        Of two the later; the first after the gap where a change skips it. Raises: ArgumentError, TextError.
        """
        return from_milliseconds(self._milliseconds(local))

    def _milliseconds(self, local: str) -> int:
        found, data = c_int64(), encode(local, "local")
        call(_ffi.followup_calendar_instant, self._owned.pointer, data, len(data), byref(found), text=local)
        return found.value

    def _local(self, milliseconds: int) -> datetime:
        """The end of a business day with its offset: that of the date whose 23:59:59 it is by the zone's clocks."""
        utc = from_milliseconds(milliseconds)
        for shift in (0, -1, 1):
            local = (utc + timedelta(days=shift)).strftime("%Y-%m-%dT23:59:59")
            if self._milliseconds(local) == milliseconds:
                return from_local(milliseconds, local)
        return utc

    def __repr__(self) -> str:
        return f"<followup.Calendar {self.zone}>"


def _set(setter: Any, calendar: Any, text: str, member: str) -> None:
    data = encode(text, member)
    try:
        if setter(calendar, data, len(data), None):
            retell(setter, calendar, data, len(data), text=text)
    except Error as wrong:
        wrong.member = member
        raise


@dataclass(frozen=True)
class Window:
    """What was read from a promised reply.

    Attributes:
        status: what the words promise.
        end: the end, an aware datetime with the zone's offset at that time; None where there is none. Of a
            LOWER_BOUND the end of that bound's day, which is no promise.
        precision: how exact the end is.
        span: the characters that say it, as a slice of the words; None where nothing was matched.
        form: how it was read, as an expression without dates: "within 10 business_days".
        assumptions: those that were taken ("a few is 3").
        alternative_end: the end under the other reading, where there are two.
    """

    status: WindowStatus
    end: Optional[datetime]
    precision: Precision
    span: Optional[slice]
    form: str
    assumptions: Tuple[str, ...]
    alternative_end: Optional[datetime]

    def __hash__(self) -> int:
        return hash((self.status, self.end, self.form))

    def __bool__(self) -> bool:
        """Whether an end was promised."""
        return self.status is WindowStatus.PROMISED


def _characters(data: bytes, offset: int) -> int:
    return len(data[:offset].decode())


def _read(window: Any, data: bytes) -> Window:
    start, stop = c_size_t(), c_size_t()
    has_span = _ffi.followup_window_span(window, byref(start), byref(stop))
    end = _ffi.followup_window_end(window)
    local = _ffi.followup_window_end_local(window).decode()
    count = _ffi.followup_window_assumption_count(window)
    told = None if end == _ffi.NO_TIME else from_local(end, local)
    return Window(
        WindowStatus(_ffi.followup_window_status_of(window)),
        told,
        Precision(_ffi.followup_window_precision(window)),
        slice(_characters(data, start.value), _characters(data, stop.value)) if has_span else None,
        _ffi.followup_window_form(window).decode(),
        tuple(_ffi.followup_window_assumption(window, index).decode() for index in range(count)),
        optional_datetime(_ffi.followup_window_alternative_end(window)),
    )


def window(
    text: str,
    *,
    reference: datetime,
    zone: Optional[str] = None,
    calendar: Optional[Calendar] = None,
    **days_off: Any,
) -> Window:
    """Reads a promised reply: when will the employer have been in touch?

    Args:
        text: the employer's words; several sentences are one reply.
        reference: when they were said, an aware datetime.
        zone: whose clocks and days count, an IANA name or a fixed offset; left out: that of ``reference``.
        calendar: in place of ``zone``, and faster for many texts.
        **days_off: region, weekend, holidays, readings, settings as :class:`Calendar` takes them.

    Raises:
        ArgumentError: a naive ``reference``; both zone and calendar. TimeZoneError, TextError, LimitError.
    """
    said = to_milliseconds(reference, "reference")
    if calendar is None:
        calendar = Calendar(zone if zone is not None else zone_name(reference), **days_off)
    elif zone is not None or days_off:
        raise ArgumentError("goes in place of zone, region, weekend, holidays and readings", "calendar")
    return read_window(text, said, calendar)


def read_window(text: Text, said: int, calendar: Calendar) -> Window:
    data = encode(text)
    pointer = _ffi.Window()
    arguments: Tuple[Any, ...] = (data, len(data), said, calendar._owned.pointer, byref(pointer))
    if _ffi.followup_window_read(*arguments, None):
        retell(_ffi.followup_window_read, *arguments, text=text)
    owned = Owned(pointer, _ffi.followup_window_free)
    return _read(owned.pointer, data)
