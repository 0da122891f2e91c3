/* Findings as one JSON array: case-format's members, in its order, a line for each finding. */
#include "formats/writer.h"

static followup_status begin(followup_writer *writer, const followup_context *context, followup_error *error) {
  (void)context;
  (void)error;
  put(writer, "[");
  return FOLLOWUP_OK;
}

static void put_text_member(followup_writer *writer, const char *name, const char *text) {
  put(writer, ", \"");
  put(writer, name);
  put(writer, "\": ");
  put_string(writer, text);
}

static void put_number_member(followup_writer *writer, const char *name, size_t number) {
  put(writer, ", \"");
  put(writer, name);
  put(writer, "\": ");
  put_number(writer, number);
}

static void put_place(followup_writer *writer, const followup_finding *finding) {
  size_t start, end, index = followup_finding_index(finding);
  put_text_member(writer, "part", followup_part_name(followup_finding_part(finding)));
  if (index != FOLLOWUP_NOWHERE) put_number_member(writer, "index", index);
  if (!followup_finding_span(finding, FOLLOWUP_UNIT_BYTES, &start, &end)) return;
  put_number_member(writer, "start", start);
  put_number_member(writer, "end", end);
  put_text_member(writer, "text", followup_finding_text(finding));
}

static void put_finding(followup_writer *writer, const struct finding_words *words) {
  const followup_finding *finding = words->finding;
  put(writer, writer->has_findings ? ",\n{\"file\": " : "\n{\"file\": ");
  put_string(writer, words->file);
  put_text_member(writer, "message", followup_finding_message(finding));
  put_text_member(writer, "rule", followup_rule_name(followup_finding_rule(finding)));
  put_text_member(writer, "level", followup_level_name(followup_finding_level(finding)));
  put_place(writer, finding);
  put_text_member(writer, "explanation", words->explanation);
  put_text_member(writer, "suggestion", words->suggestion);
  put(writer, "}");
}

static void end(followup_writer *writer) { put(writer, writer->has_findings ? "\n]\n" : "]\n"); }

const struct document_form json_form = {begin, put_finding, end};
