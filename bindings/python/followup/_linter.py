"""The linter: judges messages. One serves any number of threads."""

from collections import deque
from ctypes import byref, c_size_t
from datetime import datetime
from operator import index
from typing import (
    Any,
    Callable,
    Deque,
    Iterable,
    Iterator,
    List,
    Literal,
    Mapping,
    Optional,
    Tuple,
    Union,
    overload,
)

from . import _ffi
from ._calls import Owned, Text, call, encode, live, retell
from ._case import Case
from ._enums import Kind, named
from ._errors import ArgumentError, Error
from ._policy import Policy, pointer_of, policy_of
from ._report import Report
from ._settings import Settings, context_of

CaseLike = Union[Case, Mapping[str, Any], str, bytes]


class _OwnedLinter(Owned):
    """A linter with the scratches that calls of any thread take and give back: at most one a call at work.

    They are freed by one owner in their order, whatever order Python's collector has.
    """

    __slots__ = ("_scratches",)

    # At hand also when the interpreter exits and modules are gone.
    _free_scratch = _ffi.followup_scratch_free

    def __init__(self, pointer: Any) -> None:
        super().__init__(pointer, _ffi.followup_linter_free)
        self._scratches: List[Any] = []

    def take(self) -> Any:
        try:
            return self._scratches.pop()
        except IndexError:
            scratch = _ffi.Scratch()
            if _ffi.followup_scratch_new(self.pointer, byref(scratch), None):
                retell(_ffi.followup_scratch_new, self.pointer, byref(scratch))
            return scratch

    def give(self, scratch: Any) -> None:
        self._scratches.append(scratch)

    def __del__(self) -> None:
        for scratch in self._scratches:
            type(self)._free_scratch(scratch)
        self._scratches = []
        super().__del__()


class Linter:
    """Judges messages under one policy. Immutable; one serves any number of threads, which all work at once.

    Args:
        policy: a Policy, the object of a policy file, or None for the defaults.
        settings: limits and places, where the defaults do not do.

    Raises:
        OutOfMemoryError, InternalError, and what Policy raises.

    It frees itself, or in ``with Linter() as linter:`` at the end of the block.
    """

    __slots__ = ("policy", "_owned", "_settings", "__weakref__")

    #: The policy that it judges by; None for the defaults.
    policy: Optional[Policy]

    def __init__(
        self,
        policy: Union[None, Policy, Mapping[str, Any]] = None,
        *,
        settings: Optional[Settings] = None,
    ) -> None:
        self._owned: Optional[_OwnedLinter] = None
        self._settings = settings
        self.policy = policy_of(policy)
        linter = _ffi.Linter()
        call(_ffi.followup_linter_new, context_of(settings), pointer_of(self.policy), byref(linter))
        self._owned = _OwnedLinter(linter)

    def _open(self) -> _OwnedLinter:
        owned = self._owned
        live(owned, "linter")
        assert owned is not None
        return owned

    def _judge(self, case: str, text: Optional[Text], judge: Callable[..., Any], *arguments: Any) -> Report:
        owned = self._owned
        if owned is None or owned.pointer is None:
            owned = self._open()
        report = _ffi.Report()
        scratch = owned.take()
        try:
            if judge(owned.pointer, scratch, *arguments, byref(report), None):
                retell(judge, owned.pointer, scratch, *arguments, byref(report), text=text)
        finally:
            owned.give(scratch)
        return Report(Owned(report, _ffi.followup_report_free), case)

    def lint(self, case: Case, now: Optional[datetime] = None) -> Report:
        """Judges every message of a case, in their order.

        Args:
            case: the case.
            now: the instant to judge drafts at, an aware datetime; left out: the case's own ``now``.

        Raises:
            ArgumentError: no ``now``, or a naive one. ClosedError. LimitError, OutOfMemoryError, InternalError.
        """
        if not isinstance(case, Case):
            raise TypeError(f"case: must be Case, is {type(case).__name__}")
        held = case._owned  # a close() in another thread frees it after this call
        instant = case.milliseconds(now)
        return self._judge(case.id, None, _ffi.followup_lint_case, live(held, "case"), instant)

    def lint_message(self, case: Case, message: Union[int, str], now: Optional[datetime] = None) -> Report:
        """Judges one message of a case: its place (0 is the first, -1 the last) or its id.

        Raises: IndexError, KeyError (no such message), and as :meth:`lint`.
        """
        if not isinstance(case, Case):
            raise TypeError(f"case: must be Case, is {type(case).__name__}")
        held = case._owned
        pointer = live(held, "case")
        found = _ffi.followup_case_message(pointer, _place_of(case, message))
        return self._judge(case.id, None, _ffi.followup_lint_message, pointer, found, case.milliseconds(now))

    def lint_text(self, text: Text, kind: Union[Kind, str] = Kind.UNKNOWN) -> Report:
        """Judges a text alone: the rules that need no case, no header and no time.

        Args:
            text: the body of a message, ``str`` or UTF-8 ``bytes`` (places are characters all the same).
            kind: what it is for; left out: it is guessed.

        Raises: TextError, LimitError, UnknownNameError, OutOfMemoryError, InternalError, ClosedError.
        """
        data = encode(text)
        return self._judge("", text, _ffi.followup_lint_text, named(Kind, kind, "kind"), data, len(data))

    def guess_kind(self, text: str, subject: Optional[str] = None) -> Kind:
        """The likeliest kind of a message; ``Kind.UNKNOWN`` where the text gives no hint.

        Raises: TextError, LimitError, OutOfMemoryError, InternalError, ClosedError.
        """
        data, kind = encode(text), _ffi.Enum()
        title = encode(subject, "subject") if subject is not None else None
        length = len(title) if title is not None else 0
        self.ask(text, _ffi.followup_guess_kind, title, length, data, len(data), byref(kind))
        return Kind(kind.value)

    def prose_sentences(self, text: str) -> int:
        """How many sentences of prose a body has: without greeting, sign-off, signature and quoted mail.

        Raises: as :meth:`guess_kind`.
        """
        data, count = encode(text), c_size_t()
        self.ask(text, _ffi.followup_prose_sentences, data, len(data), byref(count))
        return count.value

    def ask(self, text: Optional[str], question: Callable[..., Any], *arguments: Any) -> None:
        """For this package: a call that takes a linter and a scratch, and says what went wrong."""
        owned = self._open()
        scratch = owned.take()
        try:
            call(question, owned.pointer, scratch, *arguments, text=text)
        finally:
            owned.give(scratch)

    @overload
    def lint_many(
        self,
        cases: Iterable[CaseLike],
        now: Optional[datetime] = None,
        *,
        threads: int = 1,
        errors: Literal["raise"] = "raise",
    ) -> Iterator[Report]: ...

    @overload
    def lint_many(
        self,
        cases: Iterable[CaseLike],
        now: Optional[datetime] = None,
        *,
        threads: int = 1,
        errors: Literal["return"],
    ) -> Iterator[Union[Report, Error]]: ...

    def lint_many(
        self,
        cases: Iterable[CaseLike],
        now: Optional[datetime] = None,
        *,
        threads: int = 1,
        errors: str = "raise",
    ) -> Iterator[Any]:
        """Judges many cases, lazily and in their order: one Report for each.

        Args:
            cases: Case objects, objects of case files, or their JSON text; any iterable, however long.
            now: for all of them; left out: each one's own.
            threads: how many judge at once. At most twice as many cases are held.
            errors: "raise", or "return" to get the Error in place of the report and go on.

        Raises: what Case and :meth:`lint` raise, unless ``errors`` is "return".
        """
        if errors not in ("raise", "return"):
            raise ArgumentError('must be "raise" or "return"', "errors")
        if isinstance(threads, bool) or not isinstance(threads, int) or threads < 1:
            raise ArgumentError("must be a whole number from 1 on", "threads")

        def judge(case: CaseLike) -> Union[Report, Error]:
            try:
                return self.lint(_case_of(case), now)
            except Error as wrong:
                if errors == "raise":
                    raise
                return wrong

        return map(judge, cases) if threads == 1 else in_threads(judge, cases, threads)

    def close(self) -> None:
        """Frees the linter now. Not needed: it frees itself. Calls of other threads finish first."""
        self._owned = None

    def __enter__(self) -> "Linter":
        self._open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __reduce__(self) -> Tuple[Any, ...]:
        return _restore, (self.policy, self._settings)

    def __repr__(self) -> str:
        return f"<followup.Linter{'' if self._owned is not None else ' (closed)'}>"


def _restore(policy: Optional[Policy], settings: Optional[Settings]) -> Linter:
    return Linter(policy, settings=settings)


def _place_of(case: Case, message: Union[int, str]) -> int:
    ids = case.message_ids
    if isinstance(message, str):
        if message not in ids:
            raise KeyError(message)
        return ids.index(message)
    return range(len(ids))[index(message)]


def _case_of(case: CaseLike) -> Case:
    if isinstance(case, Case):
        return case
    return Case.from_json(case) if isinstance(case, (str, bytes)) else Case.from_dict(case)


def in_threads(judge: Callable[[Any], Any], cases: Iterable[Any], threads: int) -> Iterator[Any]:
    """What ``judge`` makes of each, in their order; at most twice as many as threads are held."""
    from concurrent.futures import Future, ThreadPoolExecutor  # a tenth of the import, for those who need it

    with ThreadPoolExecutor(threads, "followup") as pool:
        waiting: Deque["Future[Any]"] = deque()
        try:
            for case in cases:
                waiting.append(pool.submit(judge, case))
                if len(waiting) >= 2 * threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
