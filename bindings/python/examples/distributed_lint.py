#!/usr/bin/env python3
"""Judges a JSONL file of cases on many machines with Dask distributed (Debian: python3-distributed).

    python3 distributed_lint.py CASES.jsonl FINDINGS.jsonl
    python3 distributed_lint.py --scheduler=tcp://10.0.0.1:8786 /shared/cases.jsonl findings.jsonl

The file is cut into blocks of whole lines. Each worker reads its own blocks (the file is on a path that all of them
see), keeps one linter, and sends the findings back; they are written in the order of the cases. A block whose worker
died is judged by another one, so the result does not depend on who lives. Cases need their own "now".

A line of the output is a finding: "line" says which line of the input, the rest is `Finding.to_record()`. A line that
is no case is {"line": ..., "failure": ...}.
"""

import argparse
import json
import os
import sys
import time
from typing import Any, Dict, Iterator, List, Tuple

import followup

Block = Tuple[int, int]  # where it begins and ends, in bytes


def blocks_of(path: str, size: int) -> List[Block]:
    """Cuts a file into blocks of about ``size`` bytes that end where lines end."""
    blocks, start, length = [], 0, os.path.getsize(path)
    with open(path, "rb") as file:
        while start < length:
            file.seek(min(start + size, length) - 1)
            file.readline()
            blocks.append((start, file.tell()))
            start = file.tell()
    return blocks


def records_of(linter: followup.Linter, data: bytes) -> Iterator[Dict[str, Any]]:
    """The findings of each line of a block; "line" counts from 0 within it."""
    for number, line in enumerate(data.splitlines()):
        if not line.strip():
            continue
        try:
            report = linter.lint(followup.Case.from_json(line))
        except followup.Error as wrong:
            yield {"line": number, "failure": str(wrong)}
            continue
        for record in report.to_records():
            yield {"line": number, **record}


def own_linter() -> followup.Linter:
    """The linter of this worker: made once, shared by its threads."""
    from distributed import get_worker

    worker = get_worker()
    if not hasattr(worker, "followup_linter"):
        worker.followup_linter = followup.Linter()
    linter: followup.Linter = worker.followup_linter
    return linter


def judge_block(path: str, block: Block, pause: float) -> Tuple[int, List[Dict[str, Any]]]:
    """What a worker does: how many lines the block has, and its findings. ``pause`` makes it slower, for tests."""
    with open(path, "rb") as file:
        file.seek(block[0])
        data = file.read(block[1] - block[0])
    time.sleep(pause)
    return len(data.splitlines()), list(records_of(own_linter(), data))


def judge(client: Any, path: str, blocks: List[Block], pause: float) -> Iterator[List[Dict[str, Any]]]:
    """The findings of each block in order, with a line of progress as blocks are done, whoever did them."""
    from distributed import as_completed

    futures = client.map(judge_block, [path] * len(blocks), blocks, [pause] * len(blocks), pure=False)
    places = {future.key: place for place, future in enumerate(futures)}
    done: Dict[int, Tuple[int, List[Dict[str, Any]]]] = {}
    following, lines = 0, 0
    for count, future in enumerate(as_completed(futures), 1):
        done[places[future.key]] = future.result()
        future.release()
        while following in done:
            length, records = done.pop(following)
            yield [{**record, "line": record["line"] + lines + 1} for record in records]
            following, lines = following + 1, lines + length
        show(count, len(blocks))


def show(count: int, blocks: int) -> None:
    """How far it is, on standard error."""
    end = "\n" if count == blocks or not sys.stderr.isatty() else "\r"
    print(f"{count} of {blocks} blocks judged", end=end, file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Judges a JSONL file of cases on many machines.")
    parser.add_argument("cases")
    parser.add_argument("findings")
    parser.add_argument("--scheduler", help="where the cluster is; left out: one on this machine")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="of the cluster on this machine")
    parser.add_argument("--block", type=int, default=4 << 20, help="bytes a block (4 MiB)")
    parser.add_argument("--pause", type=float, default=0, help="seconds to wait in each block, for tests")
    options = parser.parse_args()

    from distributed import Client, LocalCluster

    path = os.path.abspath(options.cases)
    target = options.scheduler or LocalCluster(options.workers, threads_per_worker=1, dashboard_address=None)
    with Client(target) as client, open(options.findings, "w", encoding="utf-8") as output:
        for records in judge(client, path, blocks_of(path, options.block), options.pause):
            for record in records:
                output.write(json.dumps(record, ensure_ascii=False) + "\n")
    if options.scheduler is None:
        target.close()


if __name__ == "__main__":
    main()
