/*
 * followup-window: when a promised reply is due.
 *
 * window/options.c reads the command line, window/setting.c makes a calendar and an instant of it, window/batch.c goes
 * through a table.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "window/batch.h"
#include "window/options.h"
#include "window/setting.h"

enum { EXIT_GOOD = 0, EXIT_BAD = 2 };

static char *join_words(const struct options *options) {
  size_t size = 1;
  for (int i = 0; i < options->word_count; i++) size += strlen(options->words[i]) + 1;
  char *sentence = calloc(size, 1);
  for (int i = 0; sentence != NULL && i < options->word_count; i++) {
    if (i > 0) strcat(sentence, " ");
    strcat(sentence, options->words[i]);
  }
  return sentence;
}

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

static followup_status read_sentence(const struct options *options, const char *sentence, followup_error *error) {
  const struct setting setting = {options->reference, options->zone, options->region, options->holidays,
                                  options->weekend};
  followup_calendar *calendar = NULL;
  followup_window *window = NULL;
  int64_t reference;
  followup_status status = setting_calendar(&setting, &calendar, error);
  if (status == FOLLOWUP_OK) status = setting_reference(&setting, calendar, &reference, error);
  if (status == FOLLOWUP_OK)
    status = followup_window_read(sentence, FOLLOWUP_ZERO_TERMINATED, reference, calendar, &window, error);
  if (status == FOLLOWUP_OK) print_window(window, sentence, options->zone);
  if (status == FOLLOWUP_OK && options->reference == NULL) printf("from    now, by the clock\n");
  followup_window_free(window);
  followup_calendar_free(calendar);
  return status;
}

static bool tell(const struct options *options) {
  followup_error *error = NULL;
  char *sentence = join_words(options);
  bool well = sentence != NULL && followup_error_new(NULL, &error) == FOLLOWUP_OK;
  if (!well)
    fprintf(stderr, "followup-window: out of memory\n");
  else if (read_sentence(options, sentence, error) != FOLLOWUP_OK) {
    fprintf(stderr, "followup-window: %s\n", followup_error_message(error));
    well = false;
  }
  followup_error_free(error);
  free(sentence);
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
  if (fflush(stdout) == 0 && !ferror(stdout)) return exit_status;
  perror("followup-window");
  return EXIT_BAD;
}
