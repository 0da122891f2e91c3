#include "support/window_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define Z FOLLOWUP_ZERO_TERMINATED

enum { ID, REFERENCE, TIME_ZONE, WEEKEND, HOLIDAYS, SENTENCE, EXPECTED, COLUMNS };

static char *read_text(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return NULL;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = calloc((size_t)size + 1, 1);
  if (text != NULL && fread(text, 1, (size_t)size, file) != (size_t)size) text[0] = '\0';
  fclose(file);
  return text;
}

static followup_weekend weekend_of(const char *name) {
  static const char *const names[] = {"", "sat-sun", "fri-sat", "sun", "fri", "none"};
  for (int i = 1; i < 6; i++)
    if (strcmp(name, names[i]) == 0) return (followup_weekend)i;
  return FOLLOWUP_WEEKEND_OF_REGION;
}

static bool fill(struct window_row *row, char *const fields[COLUMNS]) {
  row->id = fields[ID];
  row->sentence = fields[SENTENCE];
  row->length = strlen(fields[SENTENCE]);
  row->expected = fields[EXPECTED];
  if (followup_calendar_new(NULL, &row->calendar, NULL) != FOLLOWUP_OK) return false;
  followup_calendar_set_weekend(row->calendar, weekend_of(fields[WEEKEND]), NULL);
  for (char *date = strtok(fields[HOLIDAYS], ","); date != NULL; date = strtok(NULL, ","))
    followup_calendar_add_holiday(row->calendar, date, Z, NULL);
  return followup_calendar_set_time_zone(row->calendar, fields[TIME_ZONE], Z, NULL) == FOLLOWUP_OK &&
         followup_calendar_instant(row->calendar, fields[REFERENCE], Z, &row->reference, NULL) == FOLLOWUP_OK;
}

static void split(char *line, char *fields[COLUMNS]) {
  static char none[] = "";
  for (int i = 0; i < COLUMNS; i++) {
    fields[i] = line != NULL ? line : none;
    if (line != NULL) line = strchr(line, '\t');
    if (line != NULL) *line++ = '\0';
  }
}

bool window_rows_read(const char *path, struct window_rows *rows) {
  *rows = (struct window_rows){.text = read_text(path)};
  if (rows->text == NULL) return false;
  size_t lines = 1;
  for (const char *at = rows->text; *at != '\0'; at++) lines += *at == '\n';
  rows->items = calloc(lines, sizeof *rows->items);
  char *line = strchr(rows->text, '\n'), *fields[COLUMNS];
  while (rows->items != NULL && line != NULL && line[1] != '\0') {
    char *next = strchr(++line, '\n');
    if (next != NULL) *next = '\0';
    split(line, fields);
    if (!fill(&rows->items[rows->count++], fields)) return false;
    line = next;
  }
  return rows->count > 0;
}

void window_rows_free(struct window_rows *rows) {
  for (size_t i = 0; i < rows->count; i++) followup_calendar_free(rows->items[i].calendar);
  free(rows->items);
  free(rows->text);
}
