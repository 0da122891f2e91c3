#!/usr/bin/env python3
"""Judges case files in an asyncio program: the loop stays free, and every core works.

    python3 lint_async.py cases.jsonl [...]

One linter serves all threads, because judging releases the GIL.
"""

import asyncio
import sys
from typing import AsyncIterator, List, Tuple

import followup

AT_ONCE = 8


def judge(linter: followup.Linter, line: str) -> followup.Report:
    """What a thread does: reads one case and judges it."""
    return linter.lint(followup.Case.from_json(line))


async def reports(paths: List[str]) -> AsyncIterator[Tuple[str, followup.Report]]:
    """The place and the report of every case, in order; a few are judged at once."""
    linter = followup.Linter()
    waiting: List[Tuple[str, "asyncio.Task[followup.Report]"]] = []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                task = asyncio.create_task(asyncio.to_thread(judge, linter, line))
                waiting.append((f"{path}:{number}", task))
                if len(waiting) >= AT_ONCE:
                    place, first = waiting.pop(0)
                    yield place, await first
    for place, task in waiting:
        yield place, await task


async def main(paths: List[str]) -> None:
    async for place, report in reports(paths):
        for finding in report:
            print(f"{place}: {finding.message}: {finding.level} {finding.rule} {finding.text!r}")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
