"""libfollowup through ctypes: every public function of the core, as the headers declare it.

Nothing here is for users of the package. Opaque types are pointers to incomplete structures, so that ctypes refuses
one handle in place of another. Texts go in as bytes with their length; texts of known length come out as addresses,
for ``ctypes.string_at``. A test holds every line against the headers.
"""

from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
    c_bool,
    c_char_p,
    c_double,
    c_int,
    c_int64,
    c_size_t,
    c_uint,
    c_uint64,
    c_void_p,
)
from typing import Any

from ._library import open_core

library = open_core()
_quick = library.quick
_working = library.working

ZERO_TERMINATED = NOWHERE = c_size_t(-1).value
NO_TIME = -(2**63)

Enum = c_uint


def opaque(name: str) -> Any:
    """The type of pointers to a structure that only the library looks into."""
    return POINTER(type(name, (Structure,), {}))


Action = opaque("followup_action")
Calendar = opaque("followup_calendar")
Candidate = opaque("followup_candidate")
Case = opaque("followup_case")
Comparison = opaque("followup_comparison")
Context = opaque("followup_context")
Draft = opaque("followup_draft")
Error = opaque("followup_error")
Event = opaque("followup_event")
Finding = opaque("followup_finding")
Interview = opaque("followup_interview")
Interviewer = opaque("followup_interviewer")
Linter = opaque("followup_linter")
Message = opaque("followup_message")
Plan = opaque("followup_plan")
Policy = opaque("followup_policy")
Record = opaque("followup_record")
Report = opaque("followup_report")
Scratch = opaque("followup_scratch")
Similarity = opaque("followup_similarity")
Uptake = opaque("followup_uptake")
Window = opaque("followup_window")

Allocate = CFUNCTYPE(c_void_p, c_size_t, c_void_p)
Release = CFUNCTYPE(None, c_void_p, c_void_p)

# followup/status.h
followup_error_new = _quick("followup_error_new", Enum, Context, POINTER(Error))
followup_error_free = _quick("followup_error_free", None, Error)
followup_error_status = _quick("followup_error_status", Enum, Error)
followup_error_message = _quick("followup_error_message", c_char_p, Error)
followup_error_reason = _quick("followup_error_reason", c_char_p, Error)
followup_error_member = _quick("followup_error_member", c_char_p, Error)
followup_error_offset = _quick("followup_error_offset", c_size_t, Error)
followup_error_line = _quick("followup_error_line", c_size_t, Error)
followup_error_set = _quick("followup_error_set", Enum, Error, Enum, c_char_p, c_size_t, c_size_t, c_char_p)
followup_status_text = _quick("followup_status_text", c_char_p, Enum)

# followup/calendar.h
followup_calendar_new = _quick("followup_calendar_new", Enum, Context, POINTER(Calendar), Error)
followup_calendar_free = _quick("followup_calendar_free", None, Calendar)
followup_calendar_set_time_zone = _quick(
    "followup_calendar_set_time_zone", Enum, Calendar, c_char_p, c_size_t, Error
)
followup_calendar_set_region = _quick(
    "followup_calendar_set_region", Enum, Calendar, c_char_p, c_size_t, Error
)
followup_calendar_set_weekend = _quick("followup_calendar_set_weekend", Enum, Calendar, Enum, Error)
followup_calendar_set_reading = _quick("followup_calendar_set_reading", Enum, Calendar, Enum, c_int, Error)
followup_calendar_add_holiday = _quick(
    "followup_calendar_add_holiday", Enum, Calendar, c_char_p, c_size_t, Error
)
followup_business_days_after = _working(
    "followup_business_days_after", Enum, Calendar, c_int64, c_int, POINTER(c_int64), Error
)
followup_calendar_instant = _quick(
    "followup_calendar_instant", Enum, Calendar, c_char_p, c_size_t, POINTER(c_int64), Error
)
followup_is_business_day = _quick("followup_is_business_day", c_bool, Calendar, c_int64)

# followup/candidate.h
followup_candidate_set_name = _quick(
    "followup_candidate_set_name", Enum, Candidate, c_char_p, c_size_t, Error
)
followup_candidate_set_email = _quick(
    "followup_candidate_set_email", Enum, Candidate, c_char_p, c_size_t, Error
)
followup_candidate_set_time_zone = _quick(
    "followup_candidate_set_time_zone", Enum, Candidate, c_char_p, c_size_t, Error
)
followup_candidate_name = _quick("followup_candidate_name", c_char_p, Candidate)
followup_candidate_email = _quick("followup_candidate_email", c_char_p, Candidate)
followup_candidate_time_zone = _quick("followup_candidate_time_zone", c_char_p, Candidate)

# followup/event.h
followup_event_kind_name = _quick("followup_event_kind_name", c_char_p, Enum)
followup_event_kind_from_name = _quick(
    "followup_event_kind_from_name", c_bool, c_char_p, c_size_t, POINTER(Enum)
)
followup_event_set_from = _quick("followup_event_set_from", Enum, Event, c_char_p, c_size_t, Error)
followup_event_set_promised_reply = _quick(
    "followup_event_set_promised_reply", Enum, Event, c_char_p, c_size_t, Error
)
followup_event_kind_of = _quick("followup_event_kind_of", Enum, Event)
followup_event_at = _quick("followup_event_at", c_int64, Event)

# followup/interview.h
followup_interview_set_time = _quick("followup_interview_set_time", Enum, Interview, c_int64, c_int64, Error)
followup_interview_set_time_zone = _quick(
    "followup_interview_set_time_zone", Enum, Interview, c_char_p, c_size_t, Error
)
followup_interview_set_stage = _quick(
    "followup_interview_set_stage", Enum, Interview, c_char_p, c_size_t, Error
)
followup_interview_set_promised_reply = _quick(
    "followup_interview_set_promised_reply", Enum, Interview, c_char_p, c_size_t, Error
)
followup_interview_set_window_ends = _quick(
    "followup_interview_set_window_ends", Enum, Interview, c_int64, Error
)
followup_interview_add_promised_material = _quick(
    "followup_interview_add_promised_material", Enum, Interview, c_char_p, c_size_t, c_char_p, c_size_t, Error
)
followup_interview_add_interviewer = _quick(
    "followup_interview_add_interviewer", Enum, Interview, c_char_p, c_size_t, POINTER(Interviewer), Error
)
followup_interviewer_set_email = _quick(
    "followup_interviewer_set_email", Enum, Interviewer, c_char_p, c_size_t, Error
)
followup_interviewer_set_title = _quick(
    "followup_interviewer_set_title", Enum, Interviewer, c_char_p, c_size_t, Error
)
followup_interviewer_add_note = _quick(
    "followup_interviewer_add_note", Enum, Interviewer, c_char_p, c_size_t, Error
)
followup_interview_id = _quick("followup_interview_id", c_char_p, Interview)
followup_interview_start = _quick("followup_interview_start", c_int64, Interview)
followup_interview_end = _quick("followup_interview_end", c_int64, Interview)
followup_interview_interviewer_count = _quick("followup_interview_interviewer_count", c_size_t, Interview)
followup_interview_interviewer = _quick("followup_interview_interviewer", Interviewer, Interview, c_size_t)
followup_interviewer_name = _quick("followup_interviewer_name", c_char_p, Interviewer)
followup_interviewer_email = _quick("followup_interviewer_email", c_char_p, Interviewer)
followup_interviewer_title = _quick("followup_interviewer_title", c_char_p, Interviewer)
followup_interviewer_note_count = _quick("followup_interviewer_note_count", c_size_t, Interviewer)
followup_interviewer_note = _quick("followup_interviewer_note", c_char_p, Interviewer, c_size_t)

# followup/message.h
followup_kind_name = _quick("followup_kind_name", c_char_p, Enum)
followup_kind_from_name = _quick("followup_kind_from_name", Enum, c_char_p, c_size_t)
followup_message_set_id = _quick("followup_message_set_id", Enum, Message, c_char_p, c_size_t, Error)
followup_message_set_interview = _quick(
    "followup_message_set_interview", Enum, Message, c_char_p, c_size_t, Error
)
followup_message_set_from = _quick("followup_message_set_from", Enum, Message, c_char_p, c_size_t, Error)
followup_message_add_recipient = _quick(
    "followup_message_add_recipient", Enum, Message, Enum, c_char_p, c_size_t, Error
)
followup_message_set_subject = _quick(
    "followup_message_set_subject", Enum, Message, c_char_p, c_size_t, Error
)
followup_message_set_body = _quick("followup_message_set_body", Enum, Message, c_char_p, c_size_t, Error)
followup_message_add_attachment = _quick(
    "followup_message_add_attachment", Enum, Message, c_char_p, c_size_t, Error
)
followup_message_set_sent = _quick("followup_message_set_sent", Enum, Message, c_int64, Error)
followup_message_kind = _quick("followup_message_kind", Enum, Message)
followup_message_id = _quick("followup_message_id", c_char_p, Message)
followup_message_subject = _quick("followup_message_subject", c_void_p, Message, POINTER(c_size_t))
followup_message_body = _quick("followup_message_body", c_void_p, Message, POINTER(c_size_t))
followup_message_sent = _quick("followup_message_sent", c_int64, Message)
followup_message_from = _quick("followup_message_from", c_char_p, Message)
followup_message_attachment_count = _quick("followup_message_attachment_count", c_size_t, Message)
followup_message_attachment = _quick("followup_message_attachment", c_char_p, Message, c_size_t)
followup_message_recipient_count = _quick("followup_message_recipient_count", c_size_t, Message, Enum)
followup_message_recipient = _quick("followup_message_recipient", c_char_p, Message, Enum, c_size_t)

# followup/case.h
followup_case_new = _quick("followup_case_new", Enum, Context, POINTER(Case), Error)
followup_case_free = _quick("followup_case_free", None, Case)
followup_case_set_id = _quick("followup_case_set_id", Enum, Case, c_char_p, c_size_t, Error)
followup_case_set_company = _quick("followup_case_set_company", Enum, Case, c_char_p, c_size_t, Error)
followup_case_set_role = _quick("followup_case_set_role", Enum, Case, c_char_p, c_size_t, Error)
followup_case_set_applied_at = _quick("followup_case_set_applied_at", Enum, Case, c_int64, Error)
followup_case_add_other_company = _quick(
    "followup_case_add_other_company", Enum, Case, c_char_p, c_size_t, Error
)
followup_case_add_interview = _quick(
    "followup_case_add_interview", Enum, Case, c_char_p, c_size_t, POINTER(Interview), Error
)
followup_case_add_event = _quick("followup_case_add_event", Enum, Case, Enum, c_int64, POINTER(Event), Error)
followup_case_add_message = _quick("followup_case_add_message", Enum, Case, Enum, POINTER(Message), Error)
followup_case_drop_message = _quick("followup_case_drop_message", Enum, Case, Message, Error)
followup_case_candidate = _quick("followup_case_candidate", Candidate, Case)
followup_case_calendar = _quick("followup_case_calendar", Calendar, Case)
followup_case_id = _quick("followup_case_id", c_char_p, Case)
followup_case_company = _quick("followup_case_company", c_char_p, Case)
followup_case_role = _quick("followup_case_role", c_char_p, Case)
followup_case_interview_count = _quick("followup_case_interview_count", c_size_t, Case)
followup_case_interview = _quick("followup_case_interview", Interview, Case, c_size_t)
followup_case_event_count = _quick("followup_case_event_count", c_size_t, Case)
followup_case_event = _quick("followup_case_event", Event, Case, c_size_t)
followup_case_message_count = _quick("followup_case_message_count", c_size_t, Case)
followup_case_message = _quick("followup_case_message", Message, Case, c_size_t)

# followup/context.h
followup_context_new = _quick("followup_context_new", Enum, Allocate, Release, c_void_p, POINTER(Context))
followup_context_free = _quick("followup_context_free", None, Context)
followup_context_set_text_limit = _quick("followup_context_set_text_limit", Enum, Context, c_size_t, Error)
followup_context_set_zone_directory = _quick(
    "followup_context_set_zone_directory", Enum, Context, c_char_p, c_size_t, Error
)

# followup/rule.h
followup_rule_count = _quick("followup_rule_count", c_size_t)
followup_rule_at = _quick("followup_rule_at", Enum, c_size_t)
followup_rule_name = _quick("followup_rule_name", c_char_p, Enum)
followup_rule_from_name = _quick("followup_rule_from_name", Enum, c_char_p, c_size_t)
followup_rule_summary = _quick("followup_rule_summary", c_char_p, Enum)
followup_rule_family = _quick("followup_rule_family", Enum, Enum)
followup_rule_applies_to = _quick("followup_rule_applies_to", c_bool, Enum, Enum)
followup_rule_is_judged = _quick("followup_rule_is_judged", c_bool, Enum)
followup_level_name = _quick("followup_level_name", c_char_p, Enum)
followup_level_from_name = _quick("followup_level_from_name", c_bool, c_char_p, c_size_t, POINTER(Enum))
followup_family_name = _quick("followup_family_name", c_char_p, Enum)

# followup/policy.h
followup_policy_new = _quick("followup_policy_new", Enum, Context, POINTER(Policy), Error)
followup_policy_free = _quick("followup_policy_free", None, Policy)
followup_policy_use_region = _quick("followup_policy_use_region", Enum, Policy, c_char_p, c_size_t, Error)
followup_policy_set_level = _quick("followup_policy_set_level", Enum, Policy, Enum, Enum, Error)
followup_policy_set_number = _quick("followup_policy_set_number", Enum, Policy, Enum, c_int, Error)
followup_policy_set_sentences = _quick(
    "followup_policy_set_sentences", Enum, Policy, Enum, c_int, c_int, Error
)
followup_policy_suppress_recipient = _quick(
    "followup_policy_suppress_recipient", Enum, Policy, Enum, c_char_p, c_size_t, Error
)
followup_policy_suppress_fingerprint = _quick(
    "followup_policy_suppress_fingerprint", Enum, Policy, c_uint64, Error
)
followup_policy_level = _quick("followup_policy_level", Enum, Policy, Enum, Enum)
followup_policy_number = _quick("followup_policy_number", c_int, Policy, Enum)
followup_policy_least_sentences = _quick("followup_policy_least_sentences", c_int, Policy, Enum)
followup_policy_most_sentences = _quick("followup_policy_most_sentences", c_int, Policy, Enum)
followup_number_name = _quick("followup_number_name", c_char_p, Enum)
followup_number_from_name = _quick("followup_number_from_name", c_bool, c_char_p, c_size_t, POINTER(Enum))

# followup/report.h
followup_part_name = _quick("followup_part_name", c_char_p, Enum)
followup_report_free = _quick("followup_report_free", None, Report)
followup_report_count = _quick("followup_report_count", c_size_t, Report)
followup_report_finding = _quick("followup_report_finding", Finding, Report, c_size_t)
followup_report_worst = _quick("followup_report_worst", Enum, Report)
followup_finding_rule = _quick("followup_finding_rule", Enum, Finding)
followup_finding_level = _quick("followup_finding_level", Enum, Finding)
followup_finding_message = _quick("followup_finding_message", c_char_p, Finding)
followup_finding_kind = _quick("followup_finding_kind", Enum, Finding)
followup_finding_part = _quick("followup_finding_part", Enum, Finding)
followup_finding_index = _quick("followup_finding_index", c_size_t, Finding)
followup_finding_span = _quick(
    "followup_finding_span", c_bool, Finding, Enum, POINTER(c_size_t), POINTER(c_size_t)
)
followup_finding_text = _quick("followup_finding_text", c_char_p, Finding)
followup_finding_fingerprint = _quick("followup_finding_fingerprint", c_uint64, Finding)
followup_report_explanation = _quick(
    "followup_report_explanation", Enum, Report, c_size_t, POINTER(c_char_p), Error
)
followup_report_suggestion = _quick(
    "followup_report_suggestion", Enum, Report, c_size_t, POINTER(c_char_p), Error
)
followup_report_fix = _quick("followup_report_fix", c_bool, Report, c_size_t, POINTER(c_char_p))

# followup/linter.h
followup_linter_new = _working("followup_linter_new", Enum, Context, Policy, POINTER(Linter), Error)
followup_linter_free = _quick("followup_linter_free", None, Linter)
followup_scratch_new = _working("followup_scratch_new", Enum, Linter, POINTER(Scratch), Error)
followup_scratch_free = _quick("followup_scratch_free", None, Scratch)
followup_lint_message = _working(
    "followup_lint_message", Enum, Linter, Scratch, Case, Message, c_int64, POINTER(Report), Error
)
followup_lint_case = _working(
    "followup_lint_case", Enum, Linter, Scratch, Case, c_int64, POINTER(Report), Error
)
followup_lint_text = _working(
    "followup_lint_text", Enum, Linter, Scratch, Enum, c_char_p, c_size_t, POINTER(Report), Error
)
followup_guess_kind = _working(
    "followup_guess_kind", Enum, Linter, Scratch, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(Enum), Error
)
followup_prose_sentences = _working(
    "followup_prose_sentences", Enum, Linter, Scratch, c_char_p, c_size_t, POINTER(c_size_t), Error
)

# followup/draft.h
followup_register_name = _quick("followup_register_name", c_char_p, Enum)
followup_register_from_name = _quick(
    "followup_register_from_name", c_bool, c_char_p, c_size_t, POINTER(Enum)
)
followup_draft_make = _working(
    "followup_draft_make", Enum, Policy, Case, Action, c_int64, Enum, c_char_p, c_size_t, POINTER(Draft), Error
)
followup_draft_free = _quick("followup_draft_free", None, Draft)
followup_draft_kind = _quick("followup_draft_kind", Enum, Draft)
followup_draft_interview = _quick("followup_draft_interview", c_char_p, Draft)
followup_draft_to = _quick("followup_draft_to", c_char_p, Draft)
followup_draft_to_name = _quick("followup_draft_to_name", c_char_p, Draft)
followup_draft_subject = _quick("followup_draft_subject", c_char_p, Draft)
followup_draft_body = _quick("followup_draft_body", c_char_p, Draft)
followup_draft_to_do = _quick("followup_draft_to_do", c_char_p, Draft)
followup_draft_settles = _quick("followup_draft_settles", c_bool, Draft, Action)
followup_draft_slot_count = _quick("followup_draft_slot_count", c_size_t, Draft)
followup_draft_slot = _quick(
    "followup_draft_slot", c_bool, Draft, c_size_t, POINTER(c_size_t), POINTER(c_size_t)
)
followup_draft_add = _working("followup_draft_add", Enum, Draft, Case, POINTER(Message), Error)

# followup/plan.h
followup_action_kind_name = _quick("followup_action_kind_name", c_char_p, Enum)
followup_action_state_name = _quick("followup_action_state_name", c_char_p, Enum)
followup_plan_make = _working("followup_plan_make", Enum, Policy, Case, c_int64, POINTER(Plan), Error)
followup_plan_free = _quick("followup_plan_free", None, Plan)
followup_plan_count = _quick("followup_plan_count", c_size_t, Plan)
followup_plan_at = _quick("followup_plan_at", Action, Plan, c_size_t)
followup_action_kind_of = _quick("followup_action_kind_of", Enum, Action)
followup_action_state_of = _quick("followup_action_state_of", Enum, Action)
followup_action_interview = _quick("followup_action_interview", c_char_p, Action)
followup_action_to = _quick("followup_action_to", c_char_p, Action)
followup_action_to_name = _quick("followup_action_to_name", c_char_p, Action)
followup_action_what = _quick("followup_action_what", c_char_p, Action)
followup_action_opens = _quick("followup_action_opens", c_int64, Action)
followup_action_due = _quick("followup_action_due", c_int64, Action)
followup_action_time_zone = _quick("followup_action_time_zone", c_char_p, Action)
followup_action_opens_local = _quick("followup_action_opens_local", c_char_p, Action)
followup_action_due_local = _quick("followup_action_due_local", c_char_p, Action)
followup_action_done_by = _quick("followup_action_done_by", c_char_p, Action)
followup_action_late = _quick("followup_action_late", c_bool, Action)
followup_action_optional = _quick("followup_action_optional", c_bool, Action)
followup_action_because = _quick("followup_action_because", c_char_p, Action)
followup_record_make = _working("followup_record_make", Enum, Policy, Case, c_int64, POINTER(Record), Error)
followup_record_free = _quick("followup_record_free", None, Record)
followup_record_interviewers = _quick("followup_record_interviewers", c_size_t, Record)
followup_record_thanked = _quick("followup_record_thanked", c_size_t, Record)
followup_record_thanked_in_time = _quick("followup_record_thanked_in_time", c_size_t, Record)
followup_record_median_delay = _quick("followup_record_median_delay", c_int64, Record)
followup_record_notes_held = _quick("followup_record_notes_held", c_size_t, Record)
followup_record_notes_taken_up = _quick("followup_record_notes_taken_up", c_size_t, Record)
followup_record_materials_promised = _quick("followup_record_materials_promised", c_size_t, Record)
followup_record_materials_in_time = _quick("followup_record_materials_in_time", c_size_t, Record)
followup_record_early_status_checks = _quick("followup_record_early_status_checks", c_size_t, Record)
followup_record_early_status_check = _quick("followup_record_early_status_check", c_char_p, Record, c_size_t)
followup_record_most_unsolicited = _quick("followup_record_most_unsolicited", c_size_t, Record)
followup_record_never_thanked_count = _quick("followup_record_never_thanked_count", c_size_t, Record)
followup_record_never_thanked = _quick("followup_record_never_thanked", c_char_p, Record, c_size_t)

# followup/similarity.h
followup_similarity_read = _working(
    "followup_similarity_read", Enum, Linter, Scratch, c_char_p, c_size_t, c_char_p,
    c_size_t, c_char_p, c_size_t, POINTER(Similarity), Error
)
followup_similarity_free = _quick("followup_similarity_free", None, Similarity)
followup_similarity_share = _quick("followup_similarity_share", c_double, Similarity)
followup_similarity_same = _quick("followup_similarity_same", c_bool, Similarity)
followup_similarity_passage_count = _quick("followup_similarity_passage_count", c_size_t, Similarity)
followup_similarity_passage = _quick(
    "followup_similarity_passage", c_bool, Similarity, c_size_t, POINTER(c_size_t),
    POINTER(c_size_t), POINTER(c_size_t), POINTER(c_size_t)
)
followup_comparison_new = _working("followup_comparison_new", Enum, Linter, POINTER(Comparison), Error)
followup_comparison_free = _quick("followup_comparison_free", None, Comparison)
followup_comparison_clear = _quick("followup_comparison_clear", None, Comparison)
followup_comparison_add = _working(
    "followup_comparison_add", Enum, Comparison, c_char_p, c_size_t, c_char_p, c_size_t, c_uint64, Error
)
followup_comparison_count = _quick("followup_comparison_count", c_size_t, Comparison)
followup_comparison_run = _working("followup_comparison_run", Enum, Comparison, c_double, Error)
followup_comparison_nearest = _quick(
    "followup_comparison_nearest", c_bool, Comparison, c_size_t, POINTER(c_size_t), POINTER(c_double), POINTER(c_bool)
)
followup_comparison_is_settled = _quick("followup_comparison_is_settled", c_bool, Comparison, c_size_t)

# followup/version.h
followup_version = _quick("followup_version", c_char_p)

# followup/uptake.h
followup_uptake_way_name = _quick("followup_uptake_way_name", c_char_p, Enum)
followup_uptake_read_text = _working(
    "followup_uptake_read_text", Enum, Linter, Scratch, c_char_p, c_size_t,
    POINTER(c_char_p), c_size_t, POINTER(Uptake), Error
)
followup_uptake_read_message = _working(
    "followup_uptake_read_message", Enum, Linter, Scratch, Message, Interviewer, POINTER(Uptake), Error
)
followup_uptake_free = _quick("followup_uptake_free", None, Uptake)
followup_uptake_count = _quick("followup_uptake_count", c_size_t, Uptake)
followup_uptake_note = _quick("followup_uptake_note", c_size_t, Uptake, c_size_t)
followup_uptake_sureness = _quick("followup_uptake_sureness", c_double, Uptake, c_size_t)
followup_uptake_how = _quick("followup_uptake_how", Enum, Uptake, c_size_t)
followup_uptake_span = _quick(
    "followup_uptake_span", c_bool, Uptake, c_size_t, Enum, POINTER(c_size_t), POINTER(c_size_t)
)
followup_uptake_detail_count = _quick("followup_uptake_detail_count", c_size_t, Uptake)
followup_uptake_detail_span = _quick(
    "followup_uptake_detail_span", c_bool, Uptake, c_size_t, Enum, POINTER(c_size_t), POINTER(c_size_t)
)

# followup/window.h
followup_window_read = _working(
    "followup_window_read", Enum, c_char_p, c_size_t, c_int64, Calendar, POINTER(Window), Error
)
followup_window_free = _quick("followup_window_free", None, Window)
followup_window_status_of = _quick("followup_window_status_of", Enum, Window)
followup_window_status_name = _quick("followup_window_status_name", c_char_p, Enum)
followup_window_end = _quick("followup_window_end", c_int64, Window)
followup_window_end_local = _quick("followup_window_end_local", c_char_p, Window)
followup_window_precision = _quick("followup_window_precision", Enum, Window)
followup_window_span = _quick("followup_window_span", c_bool, Window, POINTER(c_size_t), POINTER(c_size_t))
followup_window_form = _quick("followup_window_form", c_char_p, Window)
followup_window_assumption_count = _quick("followup_window_assumption_count", c_size_t, Window)
followup_window_assumption = _quick("followup_window_assumption", c_char_p, Window, c_size_t)
followup_window_alternative_end = _quick("followup_window_alternative_end", c_int64, Window)
