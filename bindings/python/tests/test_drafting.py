"""Drafts: the same words as the C program's, slots as places in the Python string, and what may go wrong."""

import email
import json
import subprocess
from datetime import datetime, timezone
from typing import Any

import followup
import pytest
from conftest import BUILD, ROOT
from followup._formats import formats

needs_formats = pytest.mark.skipif(formats() is None, reason="built without libfollowup-formats")
CASE = {
    "candidate": {"name": "Zoë Lindqvist", "email": "zoe@example.org", "time_zone": "Europe/London"},
    "application": {"company": "Halden Works", "role": "Töpferin"},
    "interviews": [
        {
            "id": "onsite",
            "start": "2026-03-03T14:00:00+00:00",
            "end": "2026-03-03T15:00:00+00:00",
            "panel": [
                {"name": "Hána Nováková", "email": "hana@halden.example", "notes": ["der Ofen heißt “Berta”", "clay"]},
                {"name": "Tom \"T\" Fry", "email": "tom@halden.example", "notes": ["kilns", "glazes"]},
            ],
        }
    ],
    "now": "2026-03-04T09:00:00+00:00",
}


@pytest.fixture
def case() -> followup.Case:
    return followup.Case.from_dict(CASE)


def thanks(case: followup.Case, name: str = "Hána") -> followup.Action:
    found = (a for a in followup.plan(case) if a.kind == followup.ActionKind.THANK_YOU and name in a.to_name)
    return next(found)


def test_a_thank_you_has_a_slot_for_each_note(case: followup.Case) -> None:
    draft = followup.draft(case, thanks(case))
    assert draft.kind is followup.Kind.THANK_YOU and draft.interview == "onsite"
    assert draft.to == "hana@halden.example" and draft.to_name == "Hána Nováková"
    assert draft.body.startswith("Dear Hána Nováková,\n\n") and draft.body.endswith("\nZoë Lindqvist\n")
    first, second = (draft.body[slot] for slot in draft.slots)
    assert first[0] + first[-1] + second[0] + second[-1] == "[][]"
    assert "der Ofen heißt" in first and "“clay”" in second
    assert draft.to_do == "" and hash(draft) == hash(followup.draft(case, thanks(case)))


def test_the_register_and_the_receiver_can_be_given(case: followup.Case) -> None:
    action = next(a for a in followup.plan(case) if a.kind == followup.ActionKind.STATUS_CHECK)
    formal = followup.draft(case, action, register="formal", to="Gail Poe <gail@halden.example>")
    assert formal.body.startswith("Dear Gail Poe,\n") and formal.to == "gail@halden.example"
    assert formal == followup.draft(
        case, action, register=followup.Register.FORMAL, to="Gail Poe <gail@halden.example>"
    )
    with pytest.raises(followup.ArgumentError, match="to: is not who is thanked"):
        followup.draft(case, thanks(case), to="Gail Poe <gail@halden.example>")


def test_a_draft_can_be_judged_in_its_case(case: followup.Case, linter: Any) -> None:
    for name in ("Hána", "Tom"):
        draft = followup.draft(case, thanks(case, name))
        report = linter.lint(case.with_message(draft.message))
        assert [finding.rule for finding in report] == [followup.Rule.PLACEHOLDER] * 2
        assert [report[i].span for i in range(2)] == list(draft.slots)


def test_all_that_one_person_was_promised_is_one_draft() -> None:
    things = [{"what": what, "to": "hana@halden.example"} for what in ("I will send the slides", "CV")]
    one = {**CASE["interviews"][0], "promised_materials": things}  # type: ignore[index,dict-item]
    promising = followup.Case.from_dict({**CASE, "interviews": [one]})
    actions = [a for a in followup.plan(promising) if a.kind == followup.ActionKind.MATERIALS]
    draft = followup.draft(promising, actions[0])
    assert "the slides and my CV." in draft.body and "the slides and my CV." in draft.to_do
    assert list(draft.settles) == actions


def test_without_the_candidates_name_nobody_signs(case: followup.Case) -> None:
    unnamed = followup.Case.from_dict({**CASE, "candidate": {"name": ""}})
    draft = followup.draft(unnamed, thanks(unnamed))
    assert draft.body.endswith(",\n") and draft.to_do.startswith("Put your name under it")


def test_what_is_wrong_is_told(case: followup.Case) -> None:
    action = thanks(case)
    other = followup.Case.from_dict({"now": CASE["now"]})
    with pytest.raises(followup.ArgumentError, match="action: is not in the plan of this case"):
        followup.draft(other, action)
    with pytest.raises(followup.UnknownNameError, match='"casual" is not one of: neutral, formal'):
        followup.draft(case, action, register="casual")
    with pytest.raises(followup.ArgumentError, match="to: not an address"):
        followup.draft(case, action, to="a@b@c")
    with pytest.raises(TypeError, match="action: must be Action, is str"):
        followup.draft(case, "thank_you")  # type: ignore[arg-type]
    bare = {**CASE, "interviews": [{**CASE["interviews"][0], "panel": [{"name": "Ana"}]}]}  # type: ignore[index,dict-item]
    without_notes = followup.Case.from_dict(bare)
    capture = next(a for a in followup.plan(without_notes) if a.kind == followup.ActionKind.CAPTURE_NOTES)
    with pytest.raises(followup.ArgumentError, match="action: is no message to write"):
        followup.draft(without_notes, capture)


@needs_formats
def test_a_draft_as_mail_is_what_the_program_writes(case: followup.Case, tmp_path: Any) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CASE), encoding="utf-8")
    program = str(BUILD / "examples" / "followup-draft")
    made = subprocess.run(
        [program, "--format=eml", "--to=hana@halden.example", str(path)], capture_output=True, cwd=ROOT, check=True
    )
    mail = followup.draft_mail(case, thanks(case))
    assert mail == made.stdout
    draft, read = followup.draft(case, thanks(case)), email.message_from_bytes(mail)
    text = read.get_payload(decode=True)
    assert isinstance(text, bytes) and text.decode().replace("\r\n", "\n") == draft.body
    assert case.with_mail(mail).messages[-1].subject == draft.subject


@needs_formats
def test_a_mail_answers_what_was_sent_to_that_person(case: followup.Case) -> None:
    sent = followup.Message(
        "thank_you",
        ["hana@halden.example"],
        "Hi",
        id="abc@mail.example",
        sent=datetime(2026, 3, 3, 16, tzinfo=timezone.utc),
    )
    action = thanks(case)
    mail = email.message_from_bytes(followup.draft_mail(case.with_message(sent), action))
    assert mail["In-Reply-To"] == "<abc@mail.example>" and mail["References"] == "<abc@mail.example>"
