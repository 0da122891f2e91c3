#include "formats/writer.h"

#include <stdlib.h>
#include <string.h>

static followup_status fail(followup_error *error, followup_status status, const char *reason) {
  return followup_error_set(error, status, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, reason);
}

static void flush(followup_writer *writer) {
  if (!writer->broken && writer->used > 0 && !writer->sink(writer->buffer, writer->used, writer->user))
    writer->broken = true;
  writer->used = 0;
}

/* Ends a call: what it wrote goes to the sink, so that a reader sees whole findings as they come. */
static followup_status settle(followup_writer *writer, followup_error *error) {
  flush(writer);
  return writer->broken ? fail(error, FOLLOWUP_E_FILE, "cannot be written") : FOLLOWUP_OK;
}

static const struct document_form *form_of(followup_form form) {
  switch (form) {
    case FOLLOWUP_FORM_JSON: return &json_form;
    case FOLLOWUP_FORM_SARIF: return &sarif_form;
  }
  return NULL;
}

followup_status followup_writer_new(const followup_context *context, followup_form form, followup_formats_sink sink,
                                    void *user, followup_writer **made, followup_error *error) {
  const struct document_form *known = form_of(form);
  if (sink == NULL || made == NULL) return fail(error, FOLLOWUP_E_ARGUMENT, "no sink, or no place for the writer");
  if (known == NULL) return fail(error, FOLLOWUP_E_UNKNOWN, "no such form");
  followup_writer *writer = calloc(1, sizeof *writer);
  if (writer == NULL) return fail(error, FOLLOWUP_E_MEMORY, NULL);
  writer->form = known;
  writer->sink = sink;
  writer->user = user;
  followup_status status = known->begin(writer, context, error);
  if (status == FOLLOWUP_OK) status = settle(writer, error);
  if (status == FOLLOWUP_OK)
    *made = writer;
  else
    free(writer);
  return status;
}

static followup_status find_words(followup_report *report, size_t index, struct finding_words *words,
                                  followup_error *error) {
  words->finding = followup_report_finding(report, index);
  followup_status status = followup_report_explanation(report, index, &words->explanation, error);
  if (status == FOLLOWUP_OK) status = followup_report_suggestion(report, index, &words->suggestion, error);
  if (status == FOLLOWUP_OK && !followup_report_fix(report, index, &words->replacement)) words->replacement = NULL;
  return status;
}

followup_status followup_writer_add(followup_writer *writer, const char *file, bool body_is_file,
                                    followup_report *report, followup_error *error) {
  if (writer == NULL || file == NULL || report == NULL || writer->ended)
    return fail(error, FOLLOWUP_E_ARGUMENT, "no writer, file or report, or an ended document");
  struct finding_words words = {.file = file, .body_is_file = body_is_file};
  size_t count = followup_report_count(report);
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; i < count && !writer->broken; i++) {
    status = find_words(report, i, &words, error);
    if (status != FOLLOWUP_OK) break;
    writer->form->finding(writer, &words);
    writer->has_findings = true;
  }
  followup_status written = settle(writer, error);
  return written != FOLLOWUP_OK ? written : status;
}

followup_status followup_writer_end(followup_writer *writer, followup_error *error) {
  if (writer == NULL || writer->ended) return fail(error, FOLLOWUP_E_ARGUMENT, "no writer, or an ended document");
  writer->ended = true;
  writer->form->end(writer);
  return settle(writer, error);
}

void followup_writer_free(followup_writer *writer) { free(writer); }

/* Bytes. */

void put_bytes(followup_writer *writer, const char *bytes, size_t length) {
  while (length > 0) {
    if (writer->used == WRITER_BUFFER) flush(writer);
    size_t room = WRITER_BUFFER - writer->used, step = length < room ? length : room;
    memcpy(writer->buffer + writer->used, bytes, step);
    writer->used += step;
    bytes += step;
    length -= step;
  }
}

void put(followup_writer *writer, const char *text) { put_bytes(writer, text, strlen(text)); }

void put_number(followup_writer *writer, uint64_t number) {
  char digits[20];
  size_t at = sizeof digits;
  do {
    digits[--at] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  put_bytes(writer, digits + at, sizeof digits - at);
}
