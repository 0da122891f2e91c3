/* Reports as JSON and SARIF, read back. */
#include "fuzz/reports.h"

#include <followup-formats.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct sheet {
  char *bytes;
  size_t length, room;
};

static bool take(const char *bytes, size_t length, void *user) {
  struct sheet *sheet = user;
  if (sheet->length + length > sheet->room) {
    sheet->room = (sheet->length + length) * 2;
    sheet->bytes = realloc(sheet->bytes, sheet->room);
    MUST(sheet->bytes != NULL);
  }
  memcpy(sheet->bytes + sheet->length, bytes, length);
  sheet->length += length;
  return true;
}

static json_t *write_and_read(followup_report *report, followup_form form) {
  struct sheet sheet = {NULL, 0, 0};
  followup_writer *writer = NULL;
  MUST(followup_writer_new(NULL, form, take, &sheet, &writer, NULL) == FOLLOWUP_OK);
  MUST(followup_writer_add(writer, "a \"name\".json", false, report, NULL) == FOLLOWUP_OK);
  MUST(followup_writer_end(writer, NULL) == FOLLOWUP_OK);
  followup_writer_free(writer);
  json_t *read = json_loadb(sheet.bytes, sheet.length, JSON_REJECT_DUPLICATES, NULL);
  MUST(read != NULL);
  free(sheet.bytes);
  return read;
}

static const char *text_of(const json_t *element, const char *name) {
  return json_string_value(json_object_get(element, name));
}

static void check_element(const json_t *element, const followup_finding *finding) {
  size_t start, end;
  MUST(strcmp(text_of(element, "rule"), followup_rule_name(followup_finding_rule(finding))) == 0);
  MUST(strcmp(text_of(element, "level"), followup_level_name(followup_finding_level(finding))) == 0);
  MUST(strcmp(text_of(element, "part"), followup_part_name(followup_finding_part(finding))) == 0);
  MUST(strcmp(text_of(element, "file"), "a \"name\".json") == 0);
  if (!followup_finding_span(finding, FOLLOWUP_UNIT_BYTES, &start, &end)) {
    MUST(json_object_get(element, "start") == NULL);
    return;
  }
  MUST((size_t)json_integer_value(json_object_get(element, "start")) == start);
  MUST((size_t)json_integer_value(json_object_get(element, "end")) == end);
  MUST(strcmp(text_of(element, "text"), followup_finding_text(finding)) == 0);
}

static void check_json(followup_report *report) {
  json_t *read = write_and_read(report, FOLLOWUP_FORM_JSON);
  MUST(json_array_size(read) == followup_report_count(report));
  for (size_t i = 0; i < json_array_size(read); i++)
    check_element(json_array_get(read, i), followup_report_finding(report, i));
  json_decref(read);
}

static void check_sarif(followup_report *report) {
  json_t *read = write_and_read(report, FOLLOWUP_FORM_SARIF);
  const json_t *results = json_object_get(json_array_get(json_object_get(read, "runs"), 0), "results");
  MUST(json_array_size(results) == followup_report_count(report));
  for (size_t i = 0; i < json_array_size(results); i++) {
    followup_rule rule = followup_finding_rule(followup_report_finding(report, i));
    MUST(strcmp(text_of(json_array_get(results, i), "ruleId"), followup_rule_name(rule)) == 0);
  }
  json_decref(read);
}

void fuzz_check_written(followup_report *report) {
  check_json(report);
  check_sarif(report);
}
