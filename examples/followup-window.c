/*
 * followup-window: when a promised reply is due.
 *
 * window/options.c reads the command line, window/setting.c makes a calendar and an instant of it, window/batch.c goes
 * through a table.
 */
#include <stdio.h>

#include "window/batch.h"
#include "window/options.h"
#include "window/setting.h"

enum { EXIT_GOOD = 0, EXIT_BAD = 2 };

static void print_span(const followup_window *window, const char *sentence) {
  size_t start, end;
  if (!followup_window_span(window, &start, &end)) return;
  printf("said    %.*s[%.*s]%s\n", (int)start, sentence, (int)(end - start), sentence + start, sentence + end);
}

static const char *explain(followup_window_status status) {
  switch (status) {
    case FOLLOWUP_WINDOW_PROMISED: return "";
    case FOLLOWUP_WINDOW_LOWER_BOUND: return "only \"not before\" was said";
    case FOLLOWUP_WINDOW_CONDITIONAL: return "it hangs on something else";
    case FOLLOWUP_WINDOW_OWN_DEADLINE: return "that is a date for the candidate";
    case FOLLOWUP_WINDOW_PAST: return "that time has gone by";
    default: return "nothing was promised";
  }
}

static void print_precision(followup_precision precision) {
  if (precision == FOLLOWUP_PRECISION_APPROXIMATE) printf(", roughly");
  if (precision == FOLLOWUP_PRECISION_UPPER_END) printf(", the later end");
}

static void print_window(const followup_window *window, const char *sentence, const char *zone) {
  followup_window_status status = followup_window_status_of(window);
  if (status == FOLLOWUP_WINDOW_PROMISED)
    printf("ends    %s %s", followup_window_end_local(window), zone);
  else
    printf("ends    none: %s", explain(status));
  print_precision(followup_window_precision(window));
  printf("\n");
  if (status == FOLLOWUP_WINDOW_LOWER_BOUND) printf("from    %s %s\n", followup_window_end_local(window), zone);
  print_span(window, sentence);
  if (*followup_window_form(window) != '\0') printf("read    %s\n", followup_window_form(window));
  for (size_t i = 0; i < followup_window_assumption_count(window); i++)
    printf("taken   %s\n", followup_window_assumption(window, i));
}

static bool complain_of(const struct options *options, enum setting_part part, const followup_error *error) {
  const struct {
    const char *name, *value;
  } typed[] = {[SETTING_REFERENCE] = {"reference", options->reference},
               [SETTING_ZONE] = {"zone", options->zone},
               [SETTING_REGION] = {"region", options->region},
               [SETTING_WEEKEND] = {"weekend", ""},
               [SETTING_HOLIDAYS] = {"holidays", options->holidays}};
  fprintf(stderr, "followup-window: --%s=%s: %s\n", typed[part].name, typed[part].value, followup_error_reason(error));
  return false;
}

static bool read_sentence(const struct options *options, const followup_calendar *calendar, int64_t reference,
                          followup_error *error) {
  followup_window *window = NULL;
  if (followup_window_read(options->sentence, FOLLOWUP_ZERO_TERMINATED, reference, calendar, &window, error) !=
      FOLLOWUP_OK) {
    fprintf(stderr, "followup-window: the sentence: %s\n", followup_error_reason(error));
    return false;
  }
  print_window(window, options->sentence, options->zone);
  if (options->reference == NULL) printf("from    now, by the clock\n");
  followup_window_free(window);
  return true;
}

static bool tell_with(const struct options *options, followup_error *error) {
  const struct setting setting = {options->reference, options->zone, options->region, options->holidays,
                                  options->weekend};
  enum setting_part at_fault;
  followup_calendar *calendar = NULL;
  int64_t reference;
  if (setting_calendar(&setting, &calendar, &at_fault, error) != FOLLOWUP_OK)
    return complain_of(options, at_fault, error);
  bool well = setting_reference(&setting, calendar, &reference, error) == FOLLOWUP_OK
                  ? read_sentence(options, calendar, reference, error)
                  : complain_of(options, SETTING_REFERENCE, error);
  followup_calendar_free(calendar);
  return well;
}

static bool tell(const struct options *options) {
  followup_error *error = NULL;
  if (followup_error_new(NULL, &error) != FOLLOWUP_OK) {
    fprintf(stderr, "followup-window: out of memory\n");
    return false;
  }
  bool well = tell_with(options, error);
  followup_error_free(error);
  return well;
}

static bool run(const struct options *options) {
  if (options->help) {
    options_print_help();
    return true;
  }
  if (options->version) {
    printf("followup-window %s\n", followup_version());
    return true;
  }
  return options->batch != NULL ? batch_run(options->batch) : tell(options);
}

int main(int count, char **words) {
  struct options options;
  int exit_status = options_read(&options, count, words) && run(&options) ? EXIT_GOOD : EXIT_BAD;
  options_free(&options);
  if (fflush(stdout) == 0 && !ferror(stdout)) return exit_status;
  perror("followup-window");
  return EXIT_BAD;
}
