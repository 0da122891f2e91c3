#include "options.h"

#include <stdio.h>
#include <string.h>

static bool take_action(void *into, const char *value) {
  struct options *options = into;
  for (int kind = FOLLOWUP_ACTION_THANK_YOU; kind <= FOLLOWUP_ACTION_FEEDBACK_REQUEST; kind++) {
    if (strcmp(value, followup_action_kind_name((followup_action_kind)kind)) != 0) continue;
    options->action = (followup_action_kind)kind;
    return true;
  }
  return false;
}

static bool take_to(void *into, const char *value) {
  ((struct options *)into)->to = value;
  return *value != '\0';
}

static bool take_register(void *into, const char *value) {
  return followup_register_from_name(value, FOLLOWUP_ZERO_TERMINATED, &((struct options *)into)->tone);
}

static const struct option all[] = {
    COMMON_OPTIONS("text or eml"),
    {"action", take_action,
     "thank_you, materials, information_reply, application_follow_up, status_check, offer_acknowledgement or "
     "feedback_request"},
    {"to", take_to, "an address or a name"},
    {"register", take_register, "neutral or formal"},
};

bool options_read(void *into, int count, char **words) {
  static const char *const formats[] = {[OUTPUT_TEXT] = "text", [OUTPUT_EML] = "eml", NULL};
  struct options *options = into;
  *options = (struct options){.common = {.program = "followup-draft", .formats = formats}};
  return common_options_read(&options->common, all, sizeof all / sizeof all[0], "nothing to draft", count, words);
}

void options_free(void *into) { common_options_free(&((struct options *)into)->common); }

void options_print_help(void) {
  static const char *const lines[] = {
      "Drafts what is to be written now after a job interview: a first version to be edited. A thank-you",
      "note comes as a frame, with an open slot for your own words about each thing the interviewer said.",
      "",
      "Usage: followup-draft [OPTION]... FILE...",
      "",
      "A FILE is, by its name:",
      "  case.json         a case: candidate, interviews, events and messages (case.schema.json)",
      "  cases.jsonl       many cases, one a line",
      "  -                 standard input: a case, or one a line",
      "",
      "Examples:",
      "  followup-draft case.json",
      "      Everything that followup-plan calls open or overdue, the most urgent first; promised materials and",
      "      information for one person are one message.",
      "  followup-draft --action=thank_you --to=priya@northwind.example case.json",
      "      One note, whatever its state.",
      "  followup-draft --action=status_check --to='Priya Raman <priya@northwind.example>' case.json",
      "      Where the plan names nobody, --to says who is asked.",
      "  followup-draft --action=thank_you --to=priya@northwind.example --format=eml case.json > priya.eml",
      "      As a mail to open, finish and send in a mail program.",
      "",
      "Options:",
      "  --action=KIND              thank_you, materials, information_reply, application_follow_up,",
      "                             status_check, offer_acknowledgement or feedback_request",
      "  --to=WHO                   the address or the name of whom it goes to",
      "  --register=neutral|formal  how it is worded (neutral)",
      "  --format=text|eml          how it is printed (text); eml is one mail for a mail program: what is left",
      "                             to do before it is sent is told on standard error",
      "  --now=RFC3339              the instant to write at (the case's own, else the clock)",
      "  --policy=FILE              numbers of your own (JSON)",
      "  --help, --version",
      "",
      "Exit: 0, also where nothing is to be written now, which is said on standard error; 1 the case has no such",
      "action; 2 bad usage or input (the other files are still drafted).",
  };
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) puts(lines[i]);
}
