#include "options.h"

#include <stdio.h>

static bool take_record(void *into, const char *value) {
  (void)value;
  return ((struct options *)into)->record = true;
}

static const struct option all[] = {
    COMMON_OPTIONS("human, json or ics"),
    {"record", take_record, NULL},
};

bool options_read(void *into, int count, char **words) {
  static const char *const formats[] = {[OUTPUT_HUMAN] = "human", [OUTPUT_JSON] = "json", [OUTPUT_ICS] = "ics", NULL};
  struct options *options = into;
  *options = (struct options){.common = {.program = "followup-plan", .formats = formats}};
  if (!common_options_read(&options->common, all, sizeof all / sizeof all[0], "nothing to plan", count, words))
    return false;
  if (options->record && options->common.format == OUTPUT_ICS)
    return command_line_refuse(options->common.program, "a record is no calendar: --record goes with human or json",
                               "");
  return true;
}

void options_free(void *into) { common_options_free(&((struct options *)into)->common); }

void options_print_help(void) {
  static const char *const lines[] = {
      "Says what to write next after a job interview: to whom, not before when, due when, and why.",
      "",
      "Usage: followup-plan [OPTION]... FILE...",
      "",
      "A FILE is, by its name:",
      "  case.json         a case: candidate, interviews, events and messages (case.schema.json)",
      "  cases.jsonl       many cases, one a line",
      "  -                 standard input: a case, or one a line",
      "",
      "Examples:",
      "  followup-plan case.json",
      "      What to do now (the most urgent first), what is coming, what is done.",
      "  followup-plan --now=2026-03-06T09:00:00-06:00 --format=json cases.jsonl",
      "      For another program to read.",
      "  followup-plan --record case.json",
      "      What the follow-ups so far show a hiring manager, as plain counts.",
      "  followup-plan --format=ics case.json > to-do.ics",
      "      What is left to do, with reminders; read again, it updates the calendar.",
      "",
      "Options:",
      "  --format=human|json|ics   how it is printed (human); ics is for calendar programs",
      "  --now=RFC3339             the instant to plan at (the case's own, else the clock)",
      "  --policy=FILE             numbers of your own (JSON)",
      "  --record                  counts of what was done, in place of the plan",
      "  --help, --version",
      "",
      "Exit: 0, also where something is overdue; 2 bad usage or input (the other files are still planned).",
  };
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) puts(lines[i]);
}
