#include "rules/timing_words.h"

#include <stdio.h>
#include <string.h>

/* Words of the employer are cut here, and no more days than this are listed one by one. */
enum { LONGEST_QUOTE = 60, MOST_LISTED = 7 };

bool report_time(struct inspection *in, const struct rule_row *row, const struct timing_words *words) {
  struct report_line line = {.part = FOLLOWUP_PART_SENT, .index = FOLLOWUP_NOWHERE, .number = words->number};
  const char *const texts[] = {words->anchor, words->limit, words->steps[0] != '\0' ? words->steps : "none"};
  for (int i = 0; i < FINDING_ARGUMENTS; i++) {
    line.arguments[i].text = texts[i];
    line.arguments[i].length = strlen(texts[i]);
  }
  return report_line_add(in, row, &line);
}

/* The words, cut between characters, and how they were read where there is room for it. */
static void say_quote(const struct model_text *said, const followup_window *reading, char into[STEP_WORDS]) {
  size_t length = said->length < LONGEST_QUOTE ? said->length : LONGEST_QUOTE;
  while (length < said->length && ((unsigned char)said->bytes[length] & 0xC0) == 0x80) length--;
  const char *cut = length < said->length ? "…" : "", *form = followup_window_form(reading);
  int quoted = snprintf(into, STEP_WORDS, "“%.*s%s”", (int)length, said->bytes, cut);
  if (*form == '\0' || (size_t)quoted + strlen(form) + sizeof " (read as )" > STEP_WORDS) return;
  snprintf(into + quoted, STEP_WORDS - (size_t)quoted, " (read as %s)", form);
  for (char *at = into + quoted; *at != '\0'; at++)
    if (*at == '_') *at = ' ';
}

/* "Fri 6, Mon 9 and Tue 10 March": which days were counted shows which were not. */
static void list_days(const followup_case *of, int64_t day, int days, char into[STEP_WORDS]) {
  size_t used = 0;
  for (int i = 1; i <= days; i++) {
    char words[TIME_WORDS];
    day = calendar_count_business_days(&of->calendar, day, 1);
    say_day(day, words);
    if (i < days) words[strcspn(words + 4, " ") + 4] = '\0'; /* only the last one says its month */
    const char *before = i == 1 ? "" : i == days ? " and " : ", ";
    used += (size_t)snprintf(into + used, STEP_WORDS - used, "%s%s", before, words);
  }
}

void say_window_steps(const struct inspection *in, const struct status_window *window, struct timing_words *words) {
  int days = in->policy->numbers[FOLLOWUP_NUMBER_STATUS_CHECK_DEFAULT_DAYS];
  say_instant(window->zone, window->anchor, words->anchor);
  say_limit(window->zone, window->opens, words->limit);
  switch (window->source) {
    case WINDOW_WORDS:
    case WINDOW_NOT_BEFORE: say_quote(window->words, in->scratch->window, words->steps); break;
    case WINDOW_INSTANT: break;
    case WINDOW_DEFAULT:
      words->number = days;
      if (days <= MOST_LISTED) list_days(in->of, calendar_day_of(window->zone, window->anchor), days, words->steps);
      break;
  }
}
