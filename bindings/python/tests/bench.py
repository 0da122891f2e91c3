"""What Python adds: `meson test --benchmark`, or this file with FOLLOWUP_BUILD set.

Fails where linting a prepared case costs more than the judgement plus 10 microseconds, or making one from a dict 100.
The dev set's cases, the best of many rounds; the judgement is the bare C call with a scratch and a report used again.
"""

import json
import sys
import threading
import time
from ctypes import byref
from typing import Any, Callable, Sequence

import conftest  # finds the package and the library
import followup
from followup import _ffi

ROUNDS = 100


def best(work: Callable[[Any], Any], things: Sequence[Any]) -> float:
    """Microseconds for one of the things: of each its fastest round, so that a busy machine does not count."""
    clock, least = time.perf_counter, [float("inf")] * len(things)
    for _ in range(ROUNDS):
        for place, thing in enumerate(things):
            start = clock()
            work(thing)
            took = clock() - start
            if took < least[place]:
                least[place] = took
    return sum(least) * 1e6 / len(things)


def main() -> int:
    lines = conftest.lines_of("tests/accuracy/dev-cases.jsonl")
    dicts = [json.loads(line) for line in lines]
    cases = [followup.Case.from_dict(given) for given in dicts]
    linter, report = followup.Linter(), _ffi.Report()
    owned = linter._open()
    scratch = owned.take()
    pointers = [(case._owned.pointer, case._now) for case in cases if case._owned is not None]
    judge = _ffi.followup_lint_case

    def bare(of: Any) -> None:
        judge(owned.pointer, scratch, *of, byref(report), None)

    def read_all(case: followup.Case) -> Any:
        return [(f.rule, f.level, f.span, f.text) for f in linter.lint(case)]

    count, findings = len(cases), sum(len(linter.lint(case)) for case in cases)
    judgement = best(bare, pointers)
    prepared = best(linter.lint, cases)
    read = best(read_all, cases)
    from_dict = best(followup.Case.from_dict, dicts)
    from_json = best(followup.Case.from_json, lines)
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

    def fastest(threads: int) -> float:
        return max(in_threads(threads) for _ in range(5))

    print(f"{count} cases, {findings} findings; microseconds a case:")
    print(f"  judgement alone       {judgement:7.1f}")
    print(f"  lint, prepared        {prepared:7.1f}  (+{prepared - judgement:.1f})")
    print(f"  and findings read     {read:7.1f}  (+{(read - prepared) * count / findings:.1f} a finding)")
    print(f"  Case.from_dict        {from_dict:7.1f}")
    print(f"  Case.from_json        {from_json:7.1f}")
    print(f"  cases a second: {fastest(1):.0f} with 1 thread, {fastest(2):.0f} with 2")
    return 0 if prepared - judgement <= 10 and from_dict < 100 else 1


if __name__ == "__main__":
    sys.exit(main())
