#include "options.h"

#include <stdio.h>
#include <string.h>

bool weekend_from_name(const char *name, followup_weekend *weekend) {
  static const char *const names[] = {"", "sat-sun", "fri-sat", "sun", "fri", "none"};
  for (int i = 1; i < 6; i++)
    if (strcmp(name, names[i]) == 0) {
      *weekend = (followup_weekend)i;
      return true;
    }
  return false;
}

static bool complain(const char *option, const char *about) {
  fprintf(stderr, "followup-window: %s%s\nTry followup-window --help.\n", option, about);
  return false;
}

struct option {
  const char *name;
  const char **value;
};

static bool take(struct options *options, const char *name, size_t length, const char *value) {
  const char *weekend = NULL;
  const struct option all[] = {{"--reference", &options->reference}, {"--zone", &options->zone},
                               {"--region", &options->region},       {"--weekend", &weekend},
                               {"--holidays", &options->holidays},   {"--batch", &options->batch}};
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
    if (strlen(all[i].name) == length && memcmp(all[i].name, name, length) == 0) {
      if (value == NULL || *value == '\0') return complain(all[i].name, " needs a value");
      *all[i].value = value;
      if (weekend != NULL && !weekend_from_name(weekend, &options->weekend))
        return complain(weekend, ": expected sat-sun, fri-sat, sun, fri or none");
      return true;
    }
  return complain(name, ": no such option");
}

/* Reads "--name=value" or "--name" "value" at `*at`, which moves to the last word used. */
static bool read_option(struct options *options, int count, char **words, int *at) {
  const char *word = words[*at], *equals = strchr(word, '=');
  if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) return options->help = true;
  if (strcmp(word, "--version") == 0) return options->version = true;
  if (equals != NULL) return take(options, word, (size_t)(equals - word), equals + 1);
  const char *value = *at + 1 < count ? words[*at + 1] : NULL;
  if (!take(options, word, strlen(word), value)) return false;
  ++*at;
  return true;
}

bool options_read(struct options *options, int count, char **words) {
  *options = (struct options){.zone = "UTC"};
  int at = 1;
  for (; at < count && words[at][0] == '-' && words[at][1] != '\0'; at++) {
    if (strcmp(words[at], "--") == 0) {
      at++;
      break;
    }
    if (!read_option(options, count, words, &at)) return false;
  }
  options->words = words + at;
  options->word_count = count - at;
  if (options->help || options->version) return true;
  if (options->batch != NULL && options->word_count > 0)
    return complain(options->words[0], ": --batch reads its sentences from the file");
  if (options->batch == NULL && options->word_count == 0)
    return complain("", "no sentence: say what the employer said");
  return true;
}

void options_print_help(void) {
  static const char *const lines[] = {
      "Tells when a promised reply is due: from the employer's words to the instant after which one",
      "status check is right.",
      "",
      "Usage: followup-window [OPTION]... SENTENCE...",
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
      "                       local date-time, or none",
      "  --help, --version",
      "",
      "Exit: 0 also where no window was promised, 2 bad usage or input.",
  };
  for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) puts(lines[i]);
}
