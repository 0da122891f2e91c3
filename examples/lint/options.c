#define _POSIX_C_SOURCE 200809L

#include "options.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DEFAULT_LIMIT = 8 << 20, MOST_JOBS = 256 };

static bool take_fail_on(void *into, const char *value) {
  struct options *options = into;
  if (strcmp(value, "never") == 0) {
    options->fail_on = FOLLOWUP_LEVEL_OFF;
    return true;
  }
  return strcmp(value, "off") != 0 && followup_level_from_name(value, FOLLOWUP_ZERO_TERMINATED, &options->fail_on);
}

static bool take_kind(void *into, const char *value) {
  struct options *options = into;
  options->kind = followup_kind_from_name(value, FOLLOWUP_ZERO_TERMINATED);
  return options->kind != FOLLOWUP_KIND_UNKNOWN;
}

static bool take_to(void *into, const char *value) {
  struct options *options = into;
  options->to[options->to_count++] = value;
  return *value != '\0';
}

static bool take_case(void *into, const char *value) {
  struct options *options = into;
  options->case_path = value;
  return *value != '\0';
}

/* "8388608", "8M", "1G". */
static bool take_limit(void *into, const char *value) {
  struct options *options = into;
  size_t limit = 0, greatest = (size_t)1 << 30;
  if (!isdigit((unsigned char)*value)) return false;
  for (; isdigit((unsigned char)*value); value++) {
    limit = limit * 10 + (size_t)(*value - '0');
    if (limit > greatest) return false;
  }
  if (*value != '\0') {
    const char *units = "KMG", *unit = strchr(units, toupper((unsigned char)*value));
    if (unit == NULL || value[1] != '\0') return false;
    limit <<= 10 * (unit - units + 1);
  }
  options->limit = limit;
  return limit >= 1 && limit <= greatest;
}

static bool take_jobs(void *into, const char *value) {
  struct options *options = into;
  size_t jobs = 0;
  for (; isdigit((unsigned char)*value) && jobs <= MOST_JOBS; value++) jobs = jobs * 10 + (size_t)(*value - '0');
  options->jobs = jobs;
  return *value == '\0' && jobs >= 1 && jobs <= MOST_JOBS;
}

/* One for each core, where they can be counted. */
static size_t default_jobs(void) {
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  return cores < 1 ? 1 : cores > MOST_JOBS ? MOST_JOBS : (size_t)cores;
}

static const struct option all[] = {
    COMMON_OPTIONS("human, json or sarif"),
    {"fail-on", take_fail_on, "note, warning, error or never"},
    {"kind", take_kind,
     "thank_you, status_check, application_follow_up, continued_interest, materials, information_reply, "
     "offer_acknowledgement or feedback_request"},
    {"to", take_to, "a mailbox, such as \"Priya Raman <priya@northwind.example>\""},
    {"case", take_case, "a case file"},
    {"jobs", take_jobs, "1 to 256"},
    {"limit", take_limit, "1 byte to 1 GiB, such as 500K or 64M"},
};

bool options_read(void *into, int count, char **words) {
  static const char *const formats[] = {
      [OUTPUT_HUMAN] = "human", [OUTPUT_JSON] = "json", [OUTPUT_SARIF] = "sarif", NULL};
  struct options *options = into;
  *options = (struct options){.common = {.program = "followup-lint", .formats = formats},
                              .fail_on = FOLLOWUP_LEVEL_ERROR,
                              .limit = DEFAULT_LIMIT,
                              .jobs = default_jobs()};
  options->to = calloc(count > 0 ? (size_t)count : 1, sizeof *options->to);
  if (options->to == NULL) return command_line_refuse(options->common.program, "out of memory", "");
  return common_options_read(&options->common, all, sizeof all / sizeof all[0], "nothing to judge", count, words);
}

void options_free(void *into) {
  struct options *options = into;
  common_options_free(&options->common);
  free(options->to);
}

void options_print_help(void) {
  static const char *const lines[] = {
      "Judges follow-up messages after a job interview: what is wrong, where, why, and what to do.",
      "",
      "Usage: followup-lint [OPTION]... FILE...",
      "",
      "A FILE is, by its name:",
      "  draft.txt         the text of one message",
      "  case.json         a case: candidate, interviews, events and messages (case.schema.json)",
      "  cases.jsonl       many cases, one a line",
      "  sent.eml          a mail; also an .mbox file, or a Maildir folder",
      "  -                 standard input: a case, or one a line, where it begins as JSON, else a draft",
      "",
      "Examples:",
      "  followup-lint draft.txt",
      "      The first look at a draft; no case is needed.",
      "  followup-lint --kind=thank_you --to=\"Priya Raman\" --case=case.json draft.txt",
      "      The same draft with its background: names, notes and dates are checked as well.",
      "  followup-lint --format=sarif --fail-on=warning cases.jsonl > findings.sarif",
      "      For another program to read.",
      "",
      "Options:",
      "  --format=human|json|sarif   how findings are printed (human)",
      "  --now=RFC3339               the instant to judge at (the case's own, else the clock)",
      "  --policy=FILE               levels and numbers of your own (JSON)",
      "  --fail-on=LEVEL             exit 1 from this level on: note, warning, error or never (error)",
      "  --limit=BYTES               the longest text to take, such as 64M (8M)",
      "  --jobs=N                    how many cases to judge at once (as many as there are cores)",
      "  --help, --version",
      "",
      "For a draft or a mail:",
      "  --case=FILE                 the case that it belongs to; only the draft or mail is judged",
      "  --kind=KIND                 what it is for, else guessed: thank_you, status_check,",
      "                              application_follow_up, continued_interest, materials,",
      "                              information_reply, offer_acknowledgement, feedback_request",
      "  --to=MAILBOX                who gets it, where the mail does not say; may be given again",
      "",
      "A draft has no subject and no attachments, so nobody asks for them.",
      "",
      "Exit: 0 nothing at that level, 1 findings, 2 bad usage or input (the other files are still judged).",
  };
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) puts(lines[i]);
}
