#include "record.h"

#include <string.h>

#include "time_words.h"

static void print_label(const struct terminal *terminal, const char *label) {
  fprintf(terminal->out, "  %-28s", label);
}

static void print_share(const struct terminal *terminal, const char *label, size_t part, size_t of) {
  if (of == 0) return;
  print_label(terminal, label);
  fprintf(terminal->out, "%zu of %zu\n", part, of);
}

static void print_delay(const struct terminal *terminal, const followup_record *record) {
  char words[MOMENT_WORDS];
  int64_t delay = followup_record_median_delay(record);
  if (delay == FOLLOWUP_NO_TIME) return;
  say_span(delay, words);
  print_label(terminal, "Median time to the note");
  fprintf(terminal->out, "%s\n", words);
}

static void print_list(const struct terminal *terminal, const char *label, const followup_record *record, size_t count,
                       const char *(*entry)(const followup_record *record, size_t index)) {
  if (count == 0) return;
  print_label(terminal, label);
  for (size_t i = 0; i < count; i++) {
    const char *text = entry(record, i);
    fputs(i > 0 ? ", " : "", terminal->out);
    terminal_print(terminal->out, text, strlen(text));
  }
  fputc('\n', terminal->out);
}

void human_print_record(const struct terminal *terminal, const char *file, const followup_record *record) {
  terminal_begin(terminal, PAINT_STRONG);
  terminal_print(terminal->out, file, strlen(file));
  terminal_end(terminal);
  fputs("\n\n", terminal->out);
  size_t interviewers = followup_record_interviewers(record);
  if (interviewers == 0) fputs("  No interview has ended yet.\n", terminal->out);
  print_share(terminal, "Interviewers thanked", followup_record_thanked(record), interviewers);
  print_share(terminal, "Thanked in time", followup_record_thanked_in_time(record), interviewers);
  print_delay(terminal, record);
  print_share(terminal, "Notes taken up", followup_record_notes_taken_up(record), followup_record_notes_held(record));
  print_share(terminal, "Materials sent in time", followup_record_materials_in_time(record),
              followup_record_materials_promised(record));
  print_label(terminal, "Most follow-ups in 7 days");
  fprintf(terminal->out, "%zu unsolicited\n", followup_record_most_unsolicited(record));
  print_list(terminal, "Status checks too early", record, followup_record_early_status_checks(record),
             followup_record_early_status_check);
  print_list(terminal, "Never thanked", record, followup_record_never_thanked_count(record),
             followup_record_never_thanked);
  fputc('\n', terminal->out);
}
