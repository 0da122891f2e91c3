/* Reads a promise: an employer's words and the instant they were said give the instant after which to ask. */
#include <followup.h>
#include <stdio.h>

#define TEXT(words) words, FOLLOWUP_ZERO_TERMINATED

static const int64_t said_at = INT64_C(1772744400000); /* Thursday 5 March 2026, 15:00 in Chicago */

static const char *const sentences[] = {
    "We'll be in touch within two weeks.",
    "You should hear from us early next week.",
    "We will call you once the budget is approved.",
};

int main(void) {
  followup_calendar *calendar = NULL;
  followup_window *window = NULL; /* made by the first reading, used again by the others */
  followup_status status = followup_calendar_new(NULL, &calendar, NULL);
  if (status == FOLLOWUP_OK) status = followup_calendar_set_time_zone(calendar, TEXT("America/Chicago"), NULL);
  if (status == FOLLOWUP_OK) status = followup_calendar_set_region(calendar, TEXT("US"), NULL);
  for (size_t i = 0; status == FOLLOWUP_OK && i < sizeof sentences / sizeof sentences[0]; i++) {
    status = followup_window_read(TEXT(sentences[i]), said_at, calendar, &window, NULL);
    if (status != FOLLOWUP_OK) break;
    printf("%s\n  %s %s\n", sentences[i], followup_window_status_name(followup_window_status_of(window)),
           followup_window_end_local(window));
    for (size_t k = 0; k < followup_window_assumption_count(window); k++)
      printf("  assumed: %s\n", followup_window_assumption(window, k));
  }
  if (status != FOLLOWUP_OK) fprintf(stderr, "%s\n", followup_status_text(status));
  followup_window_free(window);
  followup_calendar_free(calendar);
  return status == FOLLOWUP_OK ? 0 : 1;
}
