#define _POSIX_C_SOURCE 200809L

#include "batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "options.h"
#include "setting.h"

enum column { ID, REFERENCE, TIME_ZONE, WEEKEND, HOLIDAYS, SENTENCE, COLUMNS };

static const char *const column_names[] = {"id", "reference", "time_zone", "weekend", "holidays", "sentence"};

struct batch {
  const char *path;
  size_t line;
  int places[COLUMNS]; /* of each column in a line, -1: not there */
  char *values[COLUMNS];
  /* Kept from line to line while they say the same. */
  char *calendar_key;
  followup_calendar *calendar;
  followup_window *window;
  followup_error *error;
};

static bool complain(const struct batch *batch, const char *about) {
  fprintf(stderr, "followup-window: %s:%zu: %s\n", batch->path, batch->line, about);
  return false;
}

static void cut_line(char *line) { line[strcspn(line, "\r\n")] = '\0'; }

static bool read_header(struct batch *batch, char *line) {
  int place = 0;
  cut_line(line);
  for (int i = 0; i < COLUMNS; i++) batch->places[i] = -1;
  for (char *name = line; name != NULL; place++) {
    char *next = strchr(name, '\t');
    if (next != NULL) *next++ = '\0';
    for (int i = 0; i < COLUMNS; i++)
      if (strcmp(name, column_names[i]) == 0) batch->places[i] = place;
    name = next;
  }
  if (batch->places[ID] < 0) return complain(batch, "no column \"id\"");
  if (batch->places[REFERENCE] < 0) return complain(batch, "no column \"reference\"");
  if (batch->places[TIME_ZONE] < 0) return complain(batch, "no column \"time_zone\"");
  if (batch->places[SENTENCE] < 0) return complain(batch, "no column \"sentence\"");
  return true;
}

static void read_values(struct batch *batch, char *line) {
  static char none[] = "";
  int place = 0;
  cut_line(line);
  for (int i = 0; i < COLUMNS; i++) batch->values[i] = none;
  for (char *value = line; value != NULL; place++) {
    char *next = strchr(value, '\t');
    if (next != NULL) *next++ = '\0';
    for (int i = 0; i < COLUMNS; i++)
      if (batch->places[i] == place) batch->values[i] = value;
    value = next;
  }
}

static char *make_key(const struct batch *batch) {
  const char *const parts[] = {batch->values[TIME_ZONE], batch->values[WEEKEND], batch->values[HOLIDAYS]};
  size_t size = strlen(parts[0]) + strlen(parts[1]) + strlen(parts[2]) + 3;
  char *key = malloc(size);
  if (key != NULL) snprintf(key, size, "%s\t%s\t%s", parts[0], parts[1], parts[2]);
  return key;
}

static bool renew_calendar(struct batch *batch, const struct setting *setting) {
  char *key = make_key(batch);
  if (key == NULL) return complain(batch, "out of memory");
  if (batch->calendar_key != NULL && strcmp(key, batch->calendar_key) == 0) {
    free(key);
    return true;
  }
  free(batch->calendar_key);
  batch->calendar_key = key;
  followup_calendar_free(batch->calendar);
  batch->calendar = NULL;
  if (setting_calendar(setting, &batch->calendar, batch->error) == FOLLOWUP_OK) return true;
  return complain(batch, followup_error_message(batch->error));
}

static bool judge_line(struct batch *batch) {
  struct setting setting = {
      .reference = batch->values[REFERENCE], .zone = batch->values[TIME_ZONE], .holidays = batch->values[HOLIDAYS]};
  const char *weekend = batch->values[WEEKEND];
  if (*weekend != '\0' && !weekend_from_name(weekend, &setting.weekend))
    return complain(batch, "weekend: expected sat-sun, fri-sat, sun, fri or none");
  if (*setting.reference == '\0') return complain(batch, "reference: is empty");
  int64_t reference;
  if (!renew_calendar(batch, &setting)) return false;
  followup_status status = setting_reference(&setting, batch->calendar, &reference, batch->error);
  if (status == FOLLOWUP_OK)
    status = followup_window_read(batch->values[SENTENCE], FOLLOWUP_ZERO_TERMINATED, reference, batch->calendar,
                                  &batch->window, batch->error);
  if (status != FOLLOWUP_OK) return complain(batch, followup_error_message(batch->error));
  bool promised = followup_window_status_of(batch->window) == FOLLOWUP_WINDOW_PROMISED;
  printf("%s\t%s\n", batch->values[ID], promised ? followup_window_end_local(batch->window) : "none");
  return true;
}

static bool read_lines(struct batch *batch, FILE *file) {
  char *line = NULL;
  size_t size = 0;
  bool well = true;
  while (well && getline(&line, &size, file) >= 0) {
    batch->line++;
    if (batch->line == 1) {
      well = read_header(batch, line);
      continue;
    }
    read_values(batch, line);
    if (*batch->values[ID] != '\0') well = judge_line(batch);
  }
  free(line);
  if (well && ferror(file)) well = complain(batch, "cannot be read");
  if (well && batch->line == 0) well = complain(batch, "is empty");
  return well;
}

bool batch_run(const char *path) {
  struct batch batch = {.path = path};
  FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
  if (file == NULL) {
    fprintf(stderr, "followup-window: ");
    perror(path);
    return false;
  }
  bool well = followup_error_new(NULL, &batch.error) == FOLLOWUP_OK && read_lines(&batch, file);
  if (file != stdin) fclose(file);
  free(batch.calendar_key);
  followup_calendar_free(batch.calendar);
  followup_window_free(batch.window);
  followup_error_free(batch.error);
  return well;
}
