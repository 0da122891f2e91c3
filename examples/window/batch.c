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

static bool complain_of(const struct batch *batch, enum setting_part part) {
  static const enum column columns[] = {[SETTING_REFERENCE] = REFERENCE,
                                        [SETTING_ZONE] = TIME_ZONE,
                                        [SETTING_WEEKEND] = WEEKEND,
                                        [SETTING_HOLIDAYS] = HOLIDAYS};
  fprintf(stderr, "followup-window: %s:%zu: %s: %s\n", batch->path, batch->line, column_names[columns[part]],
          followup_error_reason(batch->error));
  return false;
}

static void forget_calendar(struct batch *batch) {
  free(batch->calendar_key);
  followup_calendar_free(batch->calendar);
  batch->calendar_key = NULL;
  batch->calendar = NULL;
}

static bool renew_calendar(struct batch *batch, const struct setting *setting) {
  char *key = make_key(batch);
  if (key == NULL) return complain(batch, "out of memory");
  if (batch->calendar_key != NULL && strcmp(key, batch->calendar_key) == 0) {
    free(key);
    return true;
  }
  enum setting_part at_fault;
  forget_calendar(batch);
  batch->calendar_key = key;
  if (setting_calendar(setting, &batch->calendar, &at_fault, batch->error) == FOLLOWUP_OK) return true;
  forget_calendar(batch);
  return complain_of(batch, at_fault);
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
  if (setting_reference(&setting, batch->calendar, &reference, batch->error) != FOLLOWUP_OK)
    return complain_of(batch, SETTING_REFERENCE);
  if (followup_window_read(batch->values[SENTENCE], FOLLOWUP_ZERO_TERMINATED, reference, batch->calendar,
                           &batch->window, batch->error) != FOLLOWUP_OK) {
    fprintf(stderr, "followup-window: %s:%zu: sentence: %s\n", batch->path, batch->line,
            followup_error_reason(batch->error));
    return false;
  }
  bool promised = followup_window_status_of(batch->window) == FOLLOWUP_WINDOW_PROMISED;
  printf("%s\t%s\n", batch->values[ID], promised ? followup_window_end_local(batch->window) : "none");
  return true;
}

/* A byte order mark, which other programs put in front, is no part of the first name. */
static char *behind_mark(char *line) { return strncmp(line, "\xEF\xBB\xBF", 3) == 0 ? line + 3 : line; }

/* A bad line is told of, and the others are read all the same; without its head, no line can be. */
static bool read_lines(struct batch *batch, FILE *file) {
  char *line = NULL;
  size_t size = 0;
  bool well = true, headed = true;
  while (headed && getline(&line, &size, file) >= 0) {
    batch->line++;
    if (batch->line == 1) {
      headed = read_header(batch, behind_mark(line));
      continue;
    }
    read_values(batch, line);
    if (*batch->values[ID] != '\0' && !judge_line(batch)) well = false;
  }
  free(line);
  if (headed && ferror(file)) return complain(batch, "cannot be read");
  if (headed && batch->line == 0) return complain(batch, "is empty");
  return well && headed;
}

bool batch_run(const char *path) {
  struct batch batch = {.path = path};
  bool is_opened = strcmp(path, "-") != 0;
  FILE *file = is_opened ? fopen(path, "r") : stdin;
  if (file == NULL) {
    fprintf(stderr, "followup-window: ");
    perror(path);
    return false;
  }
  bool ready = followup_error_new(NULL, &batch.error) == FOLLOWUP_OK;
  bool well = ready ? read_lines(&batch, file) : complain(&batch, "out of memory");
  if (is_opened) fclose(file);
  forget_calendar(&batch);
  followup_window_free(batch.window);
  followup_error_free(batch.error);
  return well;
}
