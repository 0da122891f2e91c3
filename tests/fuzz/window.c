/* A promised reply: three bytes for the calendar and the moment, then the words. */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

#define Z FOLLOWUP_ZERO_TERMINATED

enum { HOUR = 3600000, CALENDARS = 12, FIRST_OF_2026 = 490896 /* hours since 1970 */ };

static followup_calendar *make_calendar(int number) {
  static const char *const zones[] = {"America/New_York",    "Europe/London", "Asia/Kolkata",
                                      "Australia/Lord_Howe", "Asia/Riyadh",   "+13:45"};
  static const char *const regions[] = {"US", "GB", "IN", "AU", "SA", "DE"};
  followup_calendar *made = NULL;
  MUST(followup_calendar_new(NULL, &made, NULL) == FOLLOWUP_OK);
  MUST(followup_calendar_set_time_zone(made, zones[number % 6], Z, NULL) == FOLLOWUP_OK);
  if (number < 6) {
    MUST(followup_calendar_set_region(made, regions[number], Z, NULL) == FOLLOWUP_OK);
  } else {
    MUST(followup_calendar_set_weekend(made, (followup_weekend)((number - 6) % 5 + 1), NULL) == FOLLOWUP_OK);
    MUST(followup_calendar_set_reading(made, FOLLOWUP_READING_NEXT_WEEKDAY, 1, NULL) == FOLLOWUP_OK);
    MUST(followup_calendar_add_holiday(made, "2026-03-20", Z, NULL) == FOLLOWUP_OK);
  }
  return made;
}

static followup_calendar *calendar_of(int number) {
  static followup_calendar *calendars[CALENDARS];
  if (calendars[number] == NULL) calendars[number] = make_calendar(number);
  return calendars[number];
}

static void check_ends(const followup_window *window, int64_t reference) {
  int64_t end = followup_window_end(window), other = followup_window_alternative_end(window);
  switch (followup_window_status_of(window)) {
    case FOLLOWUP_WINDOW_PROMISED:
    case FOLLOWUP_WINDOW_LOWER_BOUND:
      MUST(end != FOLLOWUP_NO_TIME && end >= reference);
      MUST(other == FOLLOWUP_NO_TIME || other >= reference);
      break;
    default: break;
  }
  MUST((end == FOLLOWUP_NO_TIME) == (followup_window_end_local(window)[0] == '\0'));
  MUST((end == FOLLOWUP_NO_TIME) == (followup_window_precision(window) == FOLLOWUP_PRECISION_NONE));
}

static void check_window(const followup_window *window, const char *words, size_t length, int64_t reference,
                         const followup_calendar *calendar) {
  size_t start, end;
  int64_t instant;
  MUST(followup_window_status_name(followup_window_status_of(window)) != NULL);
  check_ends(window, reference);
  if (followup_window_span(window, &start, &end)) {
    MUST(start < end && end <= length);
    MUST(fuzz_is_border(words, length, start) && fuzz_is_border(words, length, end));
  }
  const char *local = followup_window_end_local(window);
  if (local[0] != '\0') MUST(followup_calendar_instant(calendar, local, Z, &instant, NULL) == FOLLOWUP_OK);
  for (size_t i = 0; i < followup_window_assumption_count(window); i++)
    MUST(followup_window_assumption(window, i)[0] != '\0');
}

static void check_same(const followup_window *one, const followup_window *other) {
  MUST(followup_window_status_of(one) == followup_window_status_of(other));
  MUST(followup_window_end(one) == followup_window_end(other));
  MUST(followup_window_alternative_end(one) == followup_window_alternative_end(other));
  MUST(followup_window_precision(one) == followup_window_precision(other));
  MUST(strcmp(followup_window_form(one), followup_window_form(other)) == 0);
  MUST(followup_window_assumption_count(one) == followup_window_assumption_count(other));
}

/* The words in another form promise the same, read with a window that is used for the first time. */
static void check_form(const followup_window *read, struct fuzz_text words, int64_t reference,
                       const followup_calendar *calendar) {
  followup_window *fresh = NULL;
  MUST(followup_window_read(words.bytes, words.length, reference, calendar, &fresh, NULL) == FOLLOWUP_OK);
  check_window(fresh, words.bytes, words.length, reference, calendar);
  check_same(read, fresh);
  followup_window_free(fresh);
  free(words.bytes);
}

static void check_forms(const char *words, size_t length, int64_t reference, const followup_calendar *calendar) {
  static followup_window *window;
  MUST(followup_window_read(words, length, reference, calendar, &window, NULL) == FOLLOWUP_OK);
  check_window(window, words, length, reference, calendar);
  check_form(window, fuzz_copy(words, length), reference, calendar);
  if (!fuzz_is_ascii(words, length)) {
    struct fuzz_text nfc = fuzz_nfc(words, length);
    MUST(followup_window_read(nfc.bytes, nfc.length, reference, calendar, &window, NULL) == FOLLOWUP_OK);
    check_form(window, fuzz_nfd(words, length), reference, calendar);
    free(nfc.bytes);
  }
  if (memchr(words, '\n', length) == NULL) return;
  struct fuzz_text plain = fuzz_without_returns(words, length);
  MUST(followup_window_read(plain.bytes, plain.length, reference, calendar, &window, NULL) == FOLLOWUP_OK);
  check_form(window, fuzz_with_returns(plain.bytes, plain.length), reference, calendar);
  free(plain.bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  if (size < 3) return 0;
  const followup_calendar *calendar = calendar_of(bytes[0] % CALENDARS);
  int64_t reference = (FIRST_OF_2026 + (int64_t)(bytes[1] * 256 + bytes[2])) * HOUR;
  struct fuzz_text words = fuzz_copy((const char *)bytes + 3, size - 3);
  if (fuzz_first_bad_byte(words.bytes, words.length) == words.length) {
    check_forms(words.bytes, words.length, reference, calendar);
  } else {
    followup_window *window = NULL;
    MUST(followup_window_read(words.bytes, words.length, reference, calendar, &window, NULL) == FOLLOWUP_E_UTF8);
    MUST(window == NULL);
  }
  free(words.bytes);
  return 0;
}
