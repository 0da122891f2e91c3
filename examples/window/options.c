#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command_line.h"

bool weekend_from_name(const char *name, followup_weekend *weekend) {
  static const char *const names[] = {"", "sat-sun", "fri-sat", "sun", "fri", "none"};
  for (int i = 1; i < 6; i++)
    if (strcmp(name, names[i]) == 0) {
      *weekend = (followup_weekend)i;
      return true;
    }
  return false;
}

static bool take_text(const char **into, const char *value) {
  *into = value;
  return *value != '\0';
}

static bool take_reference(void *into, const char *value) {
  return take_text(&((struct options *)into)->reference, value);
}

static bool take_zone(void *into, const char *value) { return take_text(&((struct options *)into)->zone, value); }

static bool take_region(void *into, const char *value) { return take_text(&((struct options *)into)->region, value); }

static bool take_weekend(void *into, const char *value) {
  return weekend_from_name(value, &((struct options *)into)->weekend);
}

static bool take_holidays(void *into, const char *value) {
  return take_text(&((struct options *)into)->holidays, value);
}

static bool take_batch(void *into, const char *value) { return take_text(&((struct options *)into)->batch, value); }

static bool take_help(void *into, const char *value) {
  (void)value;
  return ((struct options *)into)->help = true;
}

static bool take_version(void *into, const char *value) {
  (void)value;
  return ((struct options *)into)->version = true;
}

static const struct option all[] = {
    {"reference", take_reference, "a time, such as 2026-03-05T15:30"},
    {"zone", take_zone, "a time zone, such as Asia/Kolkata"},
    {"region", take_region, "a country, such as GB"},
    {"weekend", take_weekend, "sat-sun, fri-sat, sun, fri or none"},
    {"holidays", take_holidays, "dates, such as 2026-05-25,2026-12-25"},
    {"batch", take_batch, "a file, or -"},
    {"help", take_help, NULL},
    {"version", take_version, NULL},
};

static bool check_words(const struct options *options, size_t count) {
  static const char program[] = "followup-window";
  if (options->batch != NULL && count > 0)
    return command_line_refuse(program, options->words[0], ": --batch reads its sentences from the file");
  if (options->batch == NULL && count == 0)
    return command_line_refuse(program, "no sentence: say what the employer said", "");
  if (count > 1)
    return command_line_refuse(program, options->words[1],
                               ": a second sentence; put one in quotes, and several into a table for --batch");
  return true;
}

bool options_read(struct options *options, int count, char **words) {
  *options = (struct options){.zone = "UTC"};
  options->words = calloc(count > 0 ? (size_t)count : 1, sizeof *options->words);
  if (options->words == NULL) return command_line_refuse("followup-window", "out of memory", "");
  struct command_line line = {"followup-window", all, sizeof all / sizeof all[0], options, options->words, 0};
  if (!command_line_read(&line, count, words)) return false;
  options->sentence = options->words[0];
  return options->help || options->version || check_words(options, line.file_count);
}

void options_free(struct options *options) { free(options->words); }

void options_print_help(void) {
  static const char *const lines[] = {
      "Tells when a promised reply is due: from the employer's words to the instant after which one",
      "status check is right.",
      "",
      "Usage: followup-window [OPTION]... SENTENCE",
      "       followup-window --batch FILE",
      "",
      "Examples:",
      "  followup-window --zone=Europe/London \"You'll hear from us by the end of next week.\"",
      "      Counted from now.",
      "  followup-window --reference=2026-03-05T15:30 --zone=America/New_York --holidays=2026-05-25 \\",
      "      \"We'll get back to you within ten business days.\"",
      "      Counted from the end of the interview.",
      "",
      "Options:",
      "  --reference=TIME     when it was said: 2026-03-05T15:30 by the zone's clocks, or an instant with",
      "                       its offset, 2026-03-05T15:30:00-05:00 (now)",
      "  --zone=ZONE          an IANA time zone, such as Asia/Kolkata, or an offset (UTC)",
      "  --region=CODE        a country (ISO 3166): its weekend, and how it writes dates in numbers",
      "  --weekend=DAYS       sat-sun, fri-sat, sun, fri or none, in place of the region's",
      "  --holidays=DATE,...  days off, as 2026-05-25,2026-12-25",
      "  --batch FILE         reads a table instead, its columns separated by tabs and named in the first",
      "                       line: id, reference, time_zone, weekend, holidays, sentence; others are",
      "                       passed over. Prints for each line its id, a tab, and the window's end as",
      "                       local date-time, or none; a line it cannot read is told of and passed over",
      "  --help, --version",
      "",
      "Exit: 0 also where no window was promised, 2 bad usage or input (the other lines of a table are still read).",
  };
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) puts(lines[i]);
}
