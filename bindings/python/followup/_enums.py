"""Kinds, levels, rules, states: the library's numbers with its names for them."""

from enum import IntEnum
from typing import Any, Callable, List, Optional, Type, TypeVar, Union

from . import _ffi
from ._errors import UnknownNameError

_Enum = TypeVar("_Enum", bound="Named")


class Named(IntEnum):
    """A number of the library that has a name in files and reports; ``str()`` gives that name.

    A number that only a newer library knows becomes a member of its own (``UNKNOWN_125``), so that nothing fails.
    """

    @property
    def label(self) -> str:
        """The name in case files, policies and reports: "thank_you", "late-thank-you"."""
        return str(self._name_).lower()

    def __str__(self) -> str:
        return self.label

    def __format__(self, form: str) -> str:
        return format(self.label, form)

    @classmethod
    def _missing_(cls, value: object) -> Any:
        if isinstance(value, str):
            return next((member for member in cls if member.label == value), None)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**32:
            return None
        member = int.__new__(cls, value)
        member._name_ = f"UNKNOWN_{value}"
        member._value_ = value
        known = cls._value2member_map_.setdefault(value, member)
        return known


def named(kind: Type[_Enum], value: Union[_Enum, str], member: str) -> _Enum:
    """A member of ``kind``, given as itself or by its name; UnknownNameError for anything else."""
    if isinstance(value, kind):
        return value
    if not isinstance(value, str):
        raise TypeError(f"{member}: must be {kind.__name__} or its name, is {type(value).__name__}")
    for known in kind:
        if known.label == value:
            return known
    raise UnknownNameError(f'"{value}" is not one of: {", ".join(known.label for known in kind)}', member)


def _library_label(name_of: Callable[[int], Optional[bytes]], value: int, otherwise: str) -> str:
    name = name_of(value)
    return name.decode("ascii") if name else otherwise


class Kind(Named):
    """What a message is for."""

    UNKNOWN = 0  #: not said: judging guesses it
    THANK_YOU = 1  #: thanks an interviewer, within 24 hours
    STATUS_CHECK = 2  #: one brief question once the window has passed
    APPLICATION_FOLLOW_UP = 3  #: after an application, before any interview
    CONTINUED_INTEREST = 4  #: says that the candidate is still interested, asks nothing
    MATERIALS = 5  #: sends what was promised
    INFORMATION_REPLY = 6  #: answers the employer's request
    OFFER_ACKNOWLEDGEMENT = 7  #: written answer to a verbal offer
    FEEDBACK_REQUEST = 8  #: asks for feedback after a rejection


class EventKind(Named):
    """What happened on the employer's side, or ended the process."""

    REPLY = 1
    INFORMATION_REQUEST = 2
    VERBAL_OFFER = 3
    WRITTEN_OFFER = 4
    REJECTION = 5
    WITHDRAWAL = 6
    HIRE = 7


class Level(Named):
    """How much a finding matters; levels compare."""

    OFF = 0  #: the rule does not report
    NOTE = 1  #: worth a look
    WARNING = 2  #: change it unless you have a reason
    ERROR = 3  #: would hurt the candidate, do not send


class Family(Named):
    """What a rule is about."""

    RECIPIENTS = 1
    CONTENT = 2
    PANEL = 3
    TIMING = 4


class Part(Named):
    """The part of a message that a finding points into."""

    MESSAGE = 0  #: the message as a whole
    BODY = 1
    SUBJECT = 2
    FROM = 3
    TO = 4
    CC = 5
    BCC = 6
    ATTACHMENTS = 7
    SENT = 8


class Rule(Named):
    """Every rule of the catalogue. A rule's number and name never change meaning."""

    NONE = 0

    MULTIPLE_RECIPIENTS = 1
    WRONG_NAME = 2
    IMPERSONAL_GREETING = 3
    UNKNOWN_RECIPIENT = 4

    ASKS_FOR_DECISION_DATE = 100
    NEW_ARGUMENT = 101
    NO_THANKS = 102
    NO_INTEREST = 103
    TOO_SHORT = 104
    TOO_LONG = 105
    NOT_PERSONALIZED = 106
    PRESSURE = 107
    PLEADING = 108
    APOLOGETIC = 109
    PLACEHOLDER = 110
    SHOUTING = 111
    PAY_TALK = 112
    NEGATIVE_TALK = 113
    MISSING_ATTACHMENT = 114
    WRONG_COMPANY = 115
    WRONG_DATE = 116
    NO_CONVERSATION_REFERENCE = 117
    NO_WRITTEN_OFFER = 118
    ACCEPTS_UNSEEN = 119
    ARGUES_WITH_DECISION = 120
    TOO_CASUAL = 121
    NO_GREETING = 122
    NO_SIGN_OFF = 123
    NO_SUBJECT = 124

    IDENTICAL_MESSAGES = 200
    SIMILAR_MESSAGES = 201
    BORROWED_DETAIL = 202

    LATE_THANK_YOU = 300
    LATE_MATERIALS = 301
    LATE_INFORMATION_REPLY = 302
    EARLY_STATUS_CHECK = 303
    REPEATED_STATUS_CHECK = 304
    TOO_MANY_FOLLOW_UPS = 305
    EARLY_APPLICATION_FOLLOW_UP = 306
    LATE_OFFER_ACKNOWLEDGEMENT = 307
    EARLY_FEEDBACK_REQUEST = 308
    FOLLOW_UP_AFTER_DECISION = 309
    OFF_HOURS = 310

    @property
    def label(self) -> str:
        """The public name of the rule: "late-thank-you"."""
        return _library_label(_ffi.followup_rule_name, self._value_, str(self._name_).lower().replace("_", "-"))

    @property
    def summary(self) -> str:
        """One line on what it reports; "" for a number this version does not know."""
        return _library_label(_ffi.followup_rule_summary, self._value_, "")

    @property
    def family(self) -> Optional[Family]:
        """What it is about; None for a number this version does not know."""
        family: int = _ffi.followup_rule_family(self._value_)
        return Family(family) if family else None

    @property
    def is_judged(self) -> bool:
        """Whether the library in use judges it; a level can be set for the others already."""
        return bool(_ffi.followup_rule_is_judged(self._value_))

    def applies_to(self, kind: Kind) -> bool:
        """Whether it is asked of messages of that kind."""
        return bool(_ffi.followup_rule_applies_to(self._value_, Kind(kind)))


def rules() -> List[Rule]:
    """The rules that the library in use knows, in the order of its catalogue."""
    return [Rule(_ffi.followup_rule_at(index)) for index in range(_ffi.followup_rule_count())]


class Number(Named):
    """A number of the policy: its default and its range."""

    THANK_YOU_HOURS = 1  #: 24, 1 to 168, elapsed after the interview's end
    MATERIALS_HOURS = 2  #: 24, 1 to 168
    INFORMATION_REPLY_HOURS = 3  #: 24, 1 to 168
    OFFER_ACKNOWLEDGEMENT_HOURS = 4  #: 24, 1 to 168
    ROLL_TO_BUSINESS_DAY = 5  #: 0; 1: those four roll to 09:00 of the next business day
    STATUS_CHECK_GRACE_DAYS = 6  #: 0, 0 to 7 business days after the window's end
    STATUS_CHECK_DEFAULT_DAYS = 7  #: 5, 1 to 30 business days where nothing was promised
    STATUS_CHECKS_PER_WINDOW = 8  #: 1, 1 to 5
    FOLLOW_UPS_TOO_MANY = 9  #: 3, 2 to 10: this many unsolicited ones are too many ...
    FOLLOW_UPS_HOURS = 10  #: 168, 24 to 720: ... within this time
    APPLICATION_FOLLOW_UP_DAYS = 11  #: 7, 1 to 60
    APPLICATION_FOLLOW_UP_DUE_DAYS = 12  #: 14, 1 to 60
    FEEDBACK_REQUEST_DUE_DAYS = 13  #: 7, 1 to 60
    RECIPIENTS_ERROR = 14  #: 3, 2 to 100: from this many on, several recipients are an error
    GROUP_NOTE_SIZE = 15  #: 0 (off), 2 to 100: panel size from which one note through a coordinator is fine
    SIMILAR_PERCENT = 16  #: 50, 1 to 100: the share of wording from which on two notes are alike
    EXCLAMATION_MARKS = 17  #: 2, 0 to 100: more than this many in all are shouting


class ActionKind(Named):
    """What is to be done next."""

    CAPTURE_NOTES = 1  #: write down what an interviewer said
    THANK_YOU = 2
    MATERIALS = 3
    INFORMATION_REPLY = 4
    APPLICATION_FOLLOW_UP = 5
    STATUS_CHECK = 6
    OFFER_ACKNOWLEDGEMENT = 7
    FEEDBACK_REQUEST = 8


class ActionState(Named):
    """How far an action is."""

    DONE = 1  #: a message settled it
    CLOSED = 2  #: it no longer applies
    UPCOMING = 3  #: too early
    HELD = 4  #: it would be one unsolicited follow-up too many; ``opens`` says until when
    OVERDUE = 5
    OPEN = 6


class Register(Named):
    """How a draft is worded."""

    NEUTRAL = 0  #: as one writes at work: "Dear Priya,"
    FORMAL = 1  #: with more distance: "Dear Priya Raman,"


class WindowStatus(Named):
    """What an employer's words promise."""

    NONE = 0  #: nothing usable was said
    PROMISED = 1  #: an end: the employer will have been in touch by then
    LOWER_BOUND = 2  #: only "not before": no promise
    CONDITIONAL = 3  #: only if or once something else happens
    OWN_DEADLINE = 4  #: a date by which the candidate is to do something
    PAST = 5  #: a time that has gone by already

    @property
    def label(self) -> str:
        """The library's name for it: "window", "none", "lower_bound", "conditional", "own_deadline", "past"."""
        return _library_label(_ffi.followup_window_status_name, self._value_, str(self._name_).lower())


class Precision(Named):
    """How exact the end of a window is."""

    NONE = 0
    EXACT = 1  #: a day or an instant was named
    UPPER_END = 2  #: the later end of a range
    APPROXIMATE = 3  #: "about", "a few", "early", "mid"
    DEFAULT = 4  #: the policy's default, nothing was said


class Weekend(Named):
    """The days off of a week."""

    OF_REGION = 0  #: as CLDR gives it for the region; Saturday and Sunday where none is set
    SAT_SUN = 1
    FRI_SAT = 2
    SUN = 3
    FRI = 4
    NONE = 5

    @property
    def label(self) -> str:
        """The name that ``followup window`` takes: "sat-sun"."""
        return str(self._name_).lower().replace("_", "-")


class Reading(Named):
    """How words that have several meanings are read."""

    WEEK_START = 1  #: ISO weekday 1 to 7; 0: Monday, Sunday where the weekend is Friday and Saturday
    NEXT_WEEKDAY = 2  #: "next Friday": 0 in the week after the reference's, 1 the first one after the reference
    MONTH_FIRST = 3  #: "3/5": 0 month first in the US, 1 month first, 2 day first
    COUPLE = 4  #: 2, 2 to 5
    FEW = 5  #: 3, 2 to 7
    SEVERAL = 6  #: 5, 3 to 10
    EARLY_MONTH = 7  #: the 10th, 1 to 15
    MID_MONTH = 8  #: the 15th, 10 to 20


class Recipients(Named):
    """A list of recipients."""

    TO = 1
    CC = 2
    BCC = 3


class UptakeWay(Named):
    """By what a note is taken up, for the most part."""

    SAME_WORDS = 1
    WORD_FORMS = 2  #: the same words in another form
    NUMBER = 3  #: a number, in digits or in words
    NAME = 4  #: a proper name
    ABBREVIATION = 5  #: an abbreviation for its words, or the words for it
    RELATED_WORDS = 6  #: words of the same meaning, or a narrower or wider one

    @property
    def label(self) -> str:
        """The library's name for it: "same-words"."""
        return str(self._name_).lower().replace("_", "-")
