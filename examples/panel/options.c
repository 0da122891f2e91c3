#include "options.h"

#include <stdio.h>

static const struct option all[] = {COMMON_OPTIONS("human")};

bool options_read(void *into, int count, char **words) {
  static const char *const formats[] = {"human", NULL};
  struct options *options = into;
  *options = (struct options){.common = {.program = "followup-panel", .formats = formats}};
  return common_options_read(&options->common, all, sizeof all / sizeof all[0], "no panel to show", count, words);
}

void options_free(void *into) { common_options_free(&((struct options *)into)->common); }

void options_print_help(void) {
  static const char *const lines[] = {
      "Shows the thank-you notes of each interview's panel: who was thanked, when, which of their points",
      "the note takes up, how much of their wording the notes share, and what notes that are too much",
      "alike have in common.",
      "",
      "Usage: followup-panel [OPTION]... FILE...",
      "",
      "A FILE is, by its name:",
      "  case.json         a case: candidate, interviews, events and messages (case.schema.json)",
      "  cases.jsonl       many cases, one a line",
      "  -                 standard input: a case, or one a line",
      "",
      "Examples:",
      "  followup-panel case.json",
      "      The panel as it stands; drafts count.",
      "  followup-panel --now=2026-03-06T09:00:00-06:00 case.json",
      "      As it stood, or will stand, at that instant.",
      "",
      "Options:",
      "  --now=RFC3339   the instant to look at (the case's own, else the clock)",
      "  --policy=FILE   numbers of your own (JSON): similar_percent, thank_you_hours",
      "  --help, --version",
      "",
      "Exit: 0 all is well; 1 two notes of a panel are too much alike; 2 bad usage or input (the other files are still",
      "shown).",
  };
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) puts(lines[i]);
}
