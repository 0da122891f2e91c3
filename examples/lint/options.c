#include "options.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEFAULT_LIMIT = 8 << 20 };

static bool take_format(struct options *options, const char *value) {
  static const char *const names[] = {"human", "json", "sarif"};
  for (int i = 0; i < 3; i++)
    if (strcmp(value, names[i]) == 0) {
      options->format = (enum output_format)i;
      return true;
    }
  return false;
}

static bool take_now(struct options *options, const char *value) {
  return followup_formats_instant(value, FOLLOWUP_ZERO_TERMINATED, &options->now);
}

static bool take_policy(struct options *options, const char *value) {
  options->policy_path = value;
  return *value != '\0';
}

static bool take_fail_on(struct options *options, const char *value) {
  if (strcmp(value, "never") == 0) {
    options->fail_on = FOLLOWUP_LEVEL_OFF;
    return true;
  }
  return strcmp(value, "off") != 0 && followup_level_from_name(value, FOLLOWUP_ZERO_TERMINATED, &options->fail_on);
}

static bool take_kind(struct options *options, const char *value) {
  options->kind = followup_kind_from_name(value, FOLLOWUP_ZERO_TERMINATED);
  return options->kind != FOLLOWUP_KIND_UNKNOWN;
}

static bool take_to(struct options *options, const char *value) {
  options->to[options->to_count++] = value;
  return *value != '\0';
}

static bool take_case(struct options *options, const char *value) {
  options->case_path = value;
  return *value != '\0';
}

/* "8388608", "8M", "1G". */
static bool take_limit(struct options *options, const char *value) {
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

static bool take_help(struct options *options, const char *value) {
  (void)value;
  return options->help = true;
}

static bool take_version(struct options *options, const char *value) {
  (void)value;
  return options->version = true;
}

struct option {
  const char *name;
  bool (*take)(struct options *options, const char *value);
  const char *expects; /* NULL: it has no value */
};

static const struct option all[] = {
    {"format", take_format, "human, json or sarif"},
    {"now", take_now, "an instant with its offset, such as 2026-03-05T14:00:00-06:00"},
    {"policy", take_policy, "a file"},
    {"fail-on", take_fail_on, "note, warning, error or never"},
    {"kind", take_kind,
     "thank_you, status_check, application_follow_up, continued_interest, materials, information_reply, "
     "offer_acknowledgement or feedback_request"},
    {"to", take_to, "a mailbox, such as \"Priya Raman <priya@northwind.example>\""},
    {"case", take_case, "a case file"},
    {"limit", take_limit, "1 byte to 1 GiB, such as 500K or 64M"},
    {"help", take_help, NULL},
    {"version", take_version, NULL},
};

static const struct option *find_option(const char *word, size_t length) {
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
    if (strlen(all[i].name) == length && memcmp(all[i].name, word, length) == 0) return &all[i];
  return NULL;
}

static bool complain(const char *words, const char *about) {
  fprintf(stderr, "followup-lint: %s%s\nTry followup-lint --help.\n", about, words);
  return false;
}

static bool refuse_value(const struct option *option, const char *value) {
  fprintf(stderr, "followup-lint: --%s=%s: expected %s\n", option->name, value, option->expects);
  return false;
}

/* Reads "--name", "--name=value" or "--name" "value" at `*at`, which moves to the last word used. */
static bool read_option(struct options *options, int count, char **words, int *at) {
  const char *word = words[*at], *name = word + 2, *equals = strchr(name, '=');
  size_t length = equals != NULL ? (size_t)(equals - name) : strlen(name);
  const struct option *option = find_option(name, length);
  if (option == NULL) return complain(": no such option", word);
  if (option->expects == NULL && equals != NULL) return complain(": takes no value", word);
  const char *value = equals != NULL ? equals + 1 : NULL;
  if (option->expects != NULL && value == NULL) {
    if (*at + 1 >= count) return complain(" needs a value", word);
    value = words[++*at];
  }
  return option->take(options, value) || refuse_value(option, value);
}

static bool read_words(struct options *options, int count, char **words) {
  bool only_files = false;
  for (int at = 1; at < count; at++) {
    const char *word = words[at];
    if (only_files || word[0] != '-' || strcmp(word, "-") == 0)
      options->files[options->file_count++] = word;
    else if (strcmp(word, "--") == 0)
      only_files = true;
    else if (strcmp(word, "-h") == 0)
      options->help = true;
    else if (word[1] != '-')
      return complain(": no such option", word);
    else if (!read_option(options, count, words, &at))
      return false;
  }
  return true;
}

bool options_read(struct options *options, int count, char **words) {
  size_t most = count > 0 ? (size_t)count : 1;
  *options = (struct options){.now = FOLLOWUP_NO_TIME, .fail_on = FOLLOWUP_LEVEL_ERROR, .limit = DEFAULT_LIMIT};
  options->files = calloc(most, sizeof *options->files);
  options->to = calloc(most, sizeof *options->to);
  if (options->files == NULL || options->to == NULL) return complain("out of memory", "");
  if (!read_words(options, count, words)) return false;
  if (options->file_count == 0 && !options->help && !options->version)
    return complain("nothing to judge: name a file", "");
  return true;
}

void options_free(struct options *options) {
  free(options->files);
  free(options->to);
}

void options_print_help(void) {
  static const char *const lines[] = {
      "Judges follow-up messages after a job interview: what is wrong, where, why, and what to do.",
      "",
      "Usage: followup-lint [OPTION]... FILE...",
      "",
      "A FILE is, by its name:",
      "  draft.txt, or -   the text of one message, as a file or on standard input",
      "  case.json         a case: candidate, interviews, events and messages (case.schema.json)",
      "  cases.jsonl       many cases, one a line",
      "  sent.eml          a mail; also an .mbox file, or a Maildir folder",
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
