#include "json.h"

#include "json_text.h"

static void begin(FILE *out, bool *has_elements, const char *file) {
  fputs(*has_elements ? ",\n{\"file\": " : "\n{\"file\": ", out);
  json_print_text(out, file);
  *has_elements = true;
}

/* "" is null, where a member may have nothing to say. */
static void print_text(FILE *out, const char *name, const char *text) {
  fprintf(out, ", \"%s\": ", name);
  if (*text == '\0')
    fputs("null", out);
  else
    json_print_text(out, text);
}

static void print_flag(FILE *out, const char *name, bool flag) {
  fprintf(out, ", \"%s\": %s", name, flag ? "true" : "false");
}

void json_print_action(FILE *out, bool *has_elements, const char *file, const followup_action *action) {
  begin(out, has_elements, file);
  print_text(out, "action", followup_action_kind_name(followup_action_kind_of(action)));
  print_text(out, "interview", followup_action_interview(action));
  print_text(out, "to", followup_action_to(action));
  print_text(out, "what", followup_action_what(action));
  print_text(out, "state", followup_action_state_name(followup_action_state_of(action)));
  print_text(out, "opens", followup_action_opens_local(action));
  print_text(out, "due", followup_action_due_local(action));
  print_text(out, "done_by", followup_action_done_by(action));
  print_flag(out, "late", followup_action_late(action));
  print_flag(out, "optional", followup_action_optional(action));
  print_text(out, "because", followup_action_because(action));
  fputc('}', out);
}

static void print_count(FILE *out, const char *name, size_t count) { fprintf(out, ", \"%s\": %zu", name, count); }

/* Minutes, with as much of a fraction as there is. */
static void print_minutes(FILE *out, const char *name, int64_t milliseconds) {
  fprintf(out, ", \"%s\": ", name);
  if (milliseconds == FOLLOWUP_NO_TIME)
    fputs("null", out);
  else
    fprintf(out, "%.15g", (double)milliseconds / 60000);
}

static void print_never_thanked(FILE *out, const followup_record *record) {
  fputs(", \"never_thanked\": [", out);
  for (size_t i = 0; i < followup_record_never_thanked_count(record); i++) {
    fputs(i > 0 ? ", " : "", out);
    json_print_text(out, followup_record_never_thanked(record, i));
  }
  fputc(']', out);
}

void json_print_record(FILE *out, bool *has_elements, const char *file, const followup_record *record) {
  begin(out, has_elements, file);
  print_count(out, "interviewers", followup_record_interviewers(record));
  print_count(out, "thanked", followup_record_thanked(record));
  print_count(out, "thanked_in_time", followup_record_thanked_in_time(record));
  print_minutes(out, "median_delay_minutes", followup_record_median_delay(record));
  print_count(out, "notes_held", followup_record_notes_held(record));
  print_count(out, "notes_taken_up", followup_record_notes_taken_up(record));
  print_count(out, "materials_promised", followup_record_materials_promised(record));
  print_count(out, "materials_in_time", followup_record_materials_in_time(record));
  print_count(out, "early_status_checks", followup_record_early_status_checks(record));
  print_count(out, "most_unsolicited_in_7_days", followup_record_most_unsolicited(record));
  print_never_thanked(out, record);
  fputc('}', out);
}
