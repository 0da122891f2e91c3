#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command_line.h"

static bool take_format(void *into, const char *value) {
  struct options *options = into;
  static const char *const names[] = {[OUTPUT_HUMAN] = "human", [OUTPUT_JSON] = "json", [OUTPUT_ICS] = "ics"};
  for (int format = OUTPUT_HUMAN; format <= OUTPUT_ICS; format++)
    if (strcmp(value, names[format]) == 0) {
      options->format = (enum output_format)format;
      return true;
    }
  return false;
}

static bool take_now(void *into, const char *value) {
  struct options *options = into;
  return followup_formats_instant(value, FOLLOWUP_ZERO_TERMINATED, &options->now);
}

static bool take_policy(void *into, const char *value) {
  struct options *options = into;
  options->policy_path = value;
  return *value != '\0';
}

static bool take_record(void *into, const char *value) {
  (void)value;
  return ((struct options *)into)->record = true;
}

static bool take_help(void *into, const char *value) {
  (void)value;
  return ((struct options *)into)->help = true;
}

static bool take_version(void *into, const char *value) {
  (void)value;
  return ((struct options *)into)->version = true;
}

static const struct option all[] = {
    {"format", take_format, "human, json or ics"},
    {"now", take_now, "an instant with its offset, such as 2026-03-05T14:00:00-06:00"},
    {"policy", take_policy, "a file"},
    {"record", take_record, NULL},
    {"help", take_help, NULL},
    {"version", take_version, NULL},
};

bool options_read(struct options *options, int count, char **words) {
  static const char program[] = "followup-plan";
  *options = (struct options){.now = FOLLOWUP_NO_TIME};
  options->files = calloc(count > 0 ? (size_t)count : 1, sizeof *options->files);
  if (options->files == NULL) return command_line_refuse(program, "out of memory", "");
  struct command_line line = {program, all, sizeof all / sizeof all[0], options, options->files, 0};
  if (!command_line_read(&line, count, words)) return false;
  options->file_count = line.file_count;
  if (options->file_count == 0 && !options->help && !options->version)
    return command_line_refuse(program, "nothing to plan: name a file", "");
  if (options->record && options->format == OUTPUT_ICS)
    return command_line_refuse(program, "a record is no calendar: --record goes with human or json", "");
  return true;
}

void options_free(struct options *options) { free(options->files); }

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
