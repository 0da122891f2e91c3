"""The same findings, plans and refusals as the C programs and the C reader."""

import copy
import json
import random
import subprocess
from typing import Any, Dict, List, Tuple

import followup
import pytest
from conftest import BUILD, ROOT
from followup._formats import formats
from followup._report import byte_span

needs_formats = pytest.mark.skipif(formats() is None, reason="built without libfollowup-formats")


def program(name: str, *words: str) -> Any:
    made = subprocess.run([BUILD / "examples" / name, *words], capture_output=True, cwd=ROOT)
    return json.loads(made.stdout)


@needs_formats
@pytest.mark.parametrize("reader", ["json", "dict"])
def test_every_finding_of_the_dev_set_is_that_of_the_program(linter: Any, dev_lines: List[str], reader: str) -> None:
    path = "tests/accuracy/dev-cases.jsonl"
    wanted = program("followup-lint", "--format=json", path)
    found = []
    for number, line in enumerate(dev_lines, 1):
        from_json = followup.Case.from_json(line)
        case = from_json if reader == "json" else followup.Case.from_dict(json.loads(line))
        for finding in linter.lint(case):
            told = {name: finding.to_record()[name] for name in ("message", "rule", "level", "part")}
            told.update(explanation=finding.explanation, suggestion=finding.suggestion, file=f"{path}:{number}")
            if finding.index is not None:
                told["index"] = finding.index
            span = byte_span(finding)
            if span is not None:
                told.update(start=span[0], end=span[1], text=finding.text)
            found.append(told)
    assert len(found) > 100
    assert found == wanted


@needs_formats
def test_every_action_of_the_plan_set_is_that_of_the_program() -> None:
    path = "tests/plan/plan-dev.jsonl"
    wanted = program("followup-plan", "--format=json", path)
    found = []
    for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), 1):
        for action in followup.plan(followup.Case.from_dict(json.loads(line))):
            told = action.to_record()
            del told["to_name"], told["time_zone"]
            told["action"] = told.pop("kind")
            found.append({name: value if value != "" else None for name, value in told.items()})
            found[-1]["file"] = f"{path}:{number}"
    assert len(found) > 25
    assert found == wanted


def test_places_are_slices_of_the_text(linter: Any, dev_cases: List[Dict[str, Any]]) -> None:
    checked = 0
    for given in dev_cases:
        case = followup.Case.from_dict(given)
        bodies = dict(zip(case.message_ids, case.messages))
        for finding in linter.lint(case):
            message = bodies[finding.message]
            part = {followup.Part.BODY: message.body, followup.Part.SUBJECT: message.subject}.get(finding.part)
            if finding.span is not None and part is not None:
                assert part[finding.span] == finding.text
                checked += 1
    assert checked > 50


# Refusals: a case with one thing wrong is refused in the same words, whoever reads it.

Step = Tuple[Any, Any]  # a container and a key of it


def every_step(value: Any) -> List[Step]:
    steps: List[Step] = []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        steps.append((value, key))
        steps.extend(every_step(inner))
    return steps


WRONG: List[Any] = [
    None, True, 7, 2.5, "", [], {}, "x", "a@b@c", "2026-02-30T10:00:00Z", "2026-03-05T10:00:00", "Mars/Olympus",
    "2026-03-05T24:00:00Z", "2016-12-31T23:59:60Z", "0000-01-01T00:00:00z", "2026-03-05t10:00:00.1234-00:00",
    "2026-03-05T10:00:00.Z", "9999-12-31T23:59:59-23:59", "no\0t", "<", "Name <a@b.example", ["x"], [1], {"name": 1},
    "x" * 100, "2026-13-01", "thank_you", "reply", "unknown", "é" * 50 + "\n",
]  # fmt: skip


def outcome(read: Any, document: Any) -> Any:
    try:
        case = read(document)
    except followup.Error as wrong:
        return type(wrong), wrong.member, wrong.reason
    return case.id, case._now


@needs_formats
def test_a_broken_case_is_refused_in_the_words_of_the_c_reader(dev_cases: List[Dict[str, Any]], panel: Any) -> None:
    chance = random.Random(5)
    refused = 0
    for _ in range(3000):
        broken = copy.deepcopy(panel if chance.random() < 0.5 else chance.choice(dev_cases))
        for _ in range(chance.choice((1, 1, 2))):
            steps = every_step(broken)
            container, key = chance.choice(steps)
            change = chance.randrange(4)
            if change == 0:
                del container[key]
            elif change == 1 and isinstance(container, dict):
                container[chance.choice(("nmae", "über", "a b", "id", "from"))] = "x"
            else:
                container[key] = copy.deepcopy(chance.choice(WRONG))
        document = json.dumps(broken)
        by_c, by_python = outcome(followup.Case.from_json, document), outcome(followup.Case.from_dict, broken)
        assert by_python == by_c, document
        refused += isinstance(by_c[0], type)
    assert refused > 1500


@needs_formats
def test_a_broken_policy_is_refused_in_the_words_of_the_c_reader() -> None:
    whole = {
        "region": "DE",
        "rules": {"off-hours": "note", "too-long": "off"},
        "numbers": {"thank_you_hours": 48},
        "sentences": {"thank_you": [3, 6]},
        "suppress": {
            "recipients": [{"address": "a@b.example", "rule": "pay-talk"}],
            "fingerprints": ["0123456789abcdef"],
        },
    }
    chance = random.Random(6)
    for _ in range(1000):
        broken = copy.deepcopy(whole)
        container, key = chance.choice(every_step(broken))
        if chance.random() < 0.3:
            del container[key]
        elif chance.random() < 0.3 and isinstance(container, dict):
            container["whatever"] = container.pop(key)
        else:
            container[key] = copy.deepcopy(chance.choice([*WRONG, 10**12, 0, [6, 3], [1, 2, 3], "note"]))

        def of(read: Any, document: Any) -> Any:
            try:
                read(document)
            except followup.Error as wrong:
                return type(wrong), wrong.member, wrong.reason
            return "read"

        assert of(followup.Policy.from_dict, broken) == of(followup.Policy.from_json, json.dumps(broken)), broken
