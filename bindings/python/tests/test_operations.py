"""Random operations, wrong ones among them, by several threads: exceptions at the most, never a crash.

FOLLOWUP_OPERATIONS says how many (20,000); the sanitized build runs 100,000 under AddressSanitizer.
"""

import copy
import gc
import os
import pickle
import random
import sys
import threading
from datetime import datetime, timezone
from typing import Any, Callable, Dict, List

import followup

COUNT = int(os.environ.get("FOLLOWUP_OPERATIONS", "20000"))
THREADS = 4
NOW = datetime(2026, 3, 6, tzinfo=timezone.utc)
EXPECTED = (followup.Error, TypeError, ValueError, IndexError, KeyError, AttributeError)

ODD: List[Any] = [
    None, 0, -1, 2**64, 2**31, 1.5, float("nan"), "", "\0", "\ud800", "a\udcffb", b"\xff", b"", [], {}, (), object(),
    "x" * 5000, "😀" * 1000, datetime(2026, 1, 1), NOW, datetime.max, datetime.min, "Europe/London", "+25:00", True,
    followup.Kind.THANK_YOU, followup.Kind, followup.Case, slice(0, 3), Exception("x"),
]  # fmt: skip
HUGE = "word " * 40_000


class Worker:
    """One thread's random operations on objects that all threads share."""

    def __init__(self, seed: int, shared: List[Any], panel: Dict[str, Any]) -> None:
        self.chance = random.Random(seed)
        self.shared = shared
        self.panel = panel
        self.operations: List[Callable[[], Any]] = [
            self.make_case, self.make_case, self.make_linter, self.close, self.collect, self.lint, self.lint,
            self.lint, self.lint_odd, self.text, self.text, self.read, self.plan, self.window, self.policy,
            self.pickle, self.cycle, self.drop, self.json, self.calendar,
        ]  # fmt: skip

    def pick(self, kind: Any) -> Any:
        found = [thing for thing in list(self.shared) if isinstance(thing, kind)]
        return self.chance.choice(found) if found else kind() if kind is followup.Linter else None

    def keep(self, thing: Any) -> None:
        if len(self.shared) < 60:
            self.shared.append(thing)
        else:
            self.shared[self.chance.randrange(50)] = thing

    def odd(self) -> Any:
        return self.chance.choice(ODD)

    def make_case(self) -> None:
        given: Any = copy.copy(self.panel)
        if self.chance.random() < 0.5:
            given[self.chance.choice([*given, "other"])] = self.odd()
        elif self.chance.random() < 0.5:
            message = dict(given["messages"][0])
            message[self.chance.choice([*message])] = self.odd()
            given["messages"] = [message]
        self.keep(followup.Case.from_dict(given))

    def make_linter(self) -> None:
        if self.chance.random() < 0.1:
            self.keep(followup.Linter(self.odd() if self.chance.random() < 0.3 else None))

    def close(self) -> None:
        if self.chance.random() < 0.2:
            self.pick((followup.Linter, followup.Case)).close()

    def collect(self) -> None:
        if self.chance.random() < 0.02:
            gc.collect()

    def lint(self) -> None:
        self.keep(self.pick(followup.Linter).lint(self.pick(followup.Case), NOW))

    def lint_odd(self) -> None:
        linter = self.pick(followup.Linter)
        self.chance.choice(
            [
                lambda: linter.lint(self.odd(), self.odd()),
                lambda: linter.lint_message(self.pick(followup.Case), self.odd(), NOW),
                lambda: linter.guess_kind(self.odd(), self.odd()),
                lambda: list(linter.lint_many(self.odd())),
                lambda: linter.prose_sentences(self.odd()),
            ]
        )()

    def text(self) -> None:
        if self.chance.random() < 0.002:
            text: Any = HUGE[: self.chance.randrange(len(HUGE))]
        else:
            letters = "ab .!?\n😀é\u0301\u200d[]>" + ("\ud83d" if self.chance.random() < 0.2 else "")
            text = "".join(self.chance.choices(letters, k=self.chance.randrange(80)))
        if self.chance.random() < 0.1:
            text = self.odd()
        for finding in self.pick(followup.Linter).lint_text(text, "thank_you"):
            if finding.span is not None:
                assert text[finding.span] == finding.text

    def read(self) -> None:
        report = self.pick(followup.Report)
        finding = report[self.chance.randrange(-3, 5)]
        assert finding.explanation and isinstance(finding.to_record(), dict) and repr(finding)
        assert finding.replacement is None or isinstance(finding.replacement, str)

    def plan(self) -> None:
        case = self.pick(followup.Case)
        self.chance.choice([followup.plan, followup.record])(case, NOW if self.chance.random() < 0.7 else self.odd())

    def window(self) -> None:
        words = "We'll be in touch within two weeks, 😀 or by Friday."
        followup.window(self.odd() if self.chance.random() < 0.3 else words, reference=NOW, zone=self.odd())

    def policy(self) -> None:
        wrong = {self.chance.choice(["rules", "numbers", "region", "sentences", "settings"]): self.odd()}
        followup.Policy(**wrong)

    def pickle(self) -> None:
        thing = self.pick((followup.Report, followup.Case, followup.Linter))
        pickle.loads(pickle.dumps(thing))

    def cycle(self) -> None:
        loop: List[Any] = [self.pick(followup.Case), self.pick(followup.Linter), self.pick(followup.Report)]
        loop.append(loop)

    def drop(self) -> None:
        if len(self.shared) > 40:
            self.shared.pop(self.chance.randrange(20))

    def json(self) -> None:
        case = self.pick(followup.Case)
        text = case.to_json()
        cut = self.chance.randrange(len(text) + 1)
        document: Any = text if self.chance.random() < 0.5 else text[:cut] + self.chance.choice(["", "\0", "é", "{"])
        if self.chance.random() < 0.5:
            document = document.encode(errors="replace")
        self.keep(followup.Case.from_json(document))

    def calendar(self) -> None:
        calendar = followup.Calendar(self.chance.choice(["Europe/London", "+05:30", self.odd()]))
        calendar.business_days_after(NOW, self.chance.choice([1, 3, self.odd()]))
        calendar.is_business_day(self.odd())
        calendar.instant(self.odd())

    def run(self, count: int, crashes: List[BaseException]) -> None:
        for _ in range(count):
            try:
                self.chance.choice(self.operations)()
            except EXPECTED:
                pass
            except BaseException as wrong:
                crashes.append(wrong)
                return


def test_random_operations_end_in_results_or_exceptions(panel: Dict[str, Any]) -> None:
    shared: List[Any] = [followup.Linter(), followup.Case.from_dict(panel)]
    crashes: List[BaseException] = []
    sys.setswitchinterval(1e-5)  # threads change often, where it may hurt
    workers = [Worker(seed, shared, panel) for seed in range(THREADS)]
    threads = [threading.Thread(target=worker.run, args=(COUNT // THREADS, crashes)) for worker in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for crash in crashes:
        raise crash
    shared.clear()
    gc.collect()
