"""What Python adds: `meson test --benchmark`, or this file with FOLLOWUP_BUILD set.

Fails where linting a prepared case costs more than the judgement plus 10 microseconds, or making one from a dict 100.
The dev set's cases, the best of many rounds; the judgement is the bare C call with a scratch and a report used again.
"""

import json
import sys
import threading
import time
from ctypes import byref
from typing import Any, Callable, List

import conftest  # finds the package and the library
import followup
from followup import _ffi

ROUNDS = 60


def best(work: Callable[[], Any], each: int, rounds: int = ROUNDS) -> float:
    """Microseconds for each of the things that ``work`` does."""
    least = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        least = min(least, time.perf_counter() - start)
    return least * 1e6 / each


def main() -> int:
    lines = conftest.lines_of("tests/accuracy/dev-cases.jsonl")
    dicts = [json.loads(line) for line in lines]
    cases = [followup.Case.from_dict(given) for given in dicts]
    linter, report = followup.Linter(), _ffi.Report()
    owned = linter._open()
    scratch = owned.take()
    pointers = [(case._owned.pointer, case._now) for case in cases if case._owned is not None]
    judge = _ffi.followup_lint_case

    def bare() -> None:
        for pointer, now in pointers:
            judge(owned.pointer, scratch, pointer, now, byref(report), None)

    def texts() -> List[Any]:
        return [[(f.rule, f.level, f.span, f.text) for f in linter.lint(case)] for case in cases]

    count, findings = len(cases), sum(len(linter.lint(case)) for case in cases)
    # In turns, so that a busy machine slows both alike.
    judgement = prepared = read = float("inf")
    for _ in range(8):
        judgement = min(judgement, best(bare, count, ROUNDS // 4))
        prepared = min(prepared, best(lambda: [linter.lint(case) for case in cases], count, ROUNDS // 4))
        read = min(read, best(texts, count, ROUNDS // 4))
    from_dict = best(lambda: [followup.Case.from_dict(given) for given in dicts], count)
    from_json = best(lambda: [followup.Case.from_json(line) for line in lines], count)
    owned.give(scratch)

    def in_threads(threads: int) -> float:
        def work() -> None:
            for case in cases * 20:
                linter.lint(case)

        workers = [threading.Thread(target=work) for _ in range(threads)]
        start = time.perf_counter()
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        return threads * count * 20 / (time.perf_counter() - start)

    print(f"{count} cases, {findings} findings; microseconds a case:")
    print(f"  judgement alone       {judgement:7.1f}")
    print(f"  lint, prepared        {prepared:7.1f}  (+{prepared - judgement:.1f})")
    print(f"  and findings read     {read:7.1f}  (+{(read - prepared) * count / findings:.1f} a finding)")
    print(f"  Case.from_dict        {from_dict:7.1f}")
    print(f"  Case.from_json        {from_json:7.1f}")
    print(f"  cases a second: {in_threads(1):.0f} with 1 thread, {in_threads(2):.0f} with 2")
    return 0 if prepared - judgement <= 10 and from_dict < 100 else 1


if __name__ == "__main__":
    sys.exit(main())
