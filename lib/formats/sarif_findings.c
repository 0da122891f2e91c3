/*
 * Findings as SARIF 2.1.0 (OASIS), one run.
 *
 * Regions and fixes are given only where the body is the file. A region has its bytes and, independent of them, its
 * characters; lines would need the text, which a report does not hold.
 */
#include <string.h>

#include "formats/writer.h"

/* The catalogue. */

/*
 * SARIF gives a rule one default level, which a result overrides (3.27.10, 3.50.3); some rules here have several, by
 * kind of message or number of recipients. Every result says its own. The rule says the highest that it has for any
 * kind, so that a consumer that sorts or gates by rule alone, as code scanning pages do, never shows less than what may
 * come.
 */
static followup_level default_level(const followup_policy *defaults, followup_rule rule) {
  followup_level highest = FOLLOWUP_LEVEL_OFF;
  for (int kind = 1; followup_kind_name((followup_kind)kind) != NULL; kind++) {
    if (!followup_rule_applies_to(rule, (followup_kind)kind)) continue;
    followup_level level = followup_policy_level(defaults, rule, (followup_kind)kind);
    if (level > highest) highest = level;
  }
  return highest;
}

static void put_rule(followup_writer *writer, const followup_policy *defaults, followup_rule rule) {
  followup_level level = default_level(defaults, rule);
  put(writer, "{\"id\": ");
  put_string(writer, followup_rule_name(rule));
  put(writer, ", \"shortDescription\": {\"text\": ");
  put_string(writer, followup_rule_summary(rule));
  if (level == FOLLOWUP_LEVEL_OFF) {
    put(writer, "}, \"defaultConfiguration\": {\"enabled\": false}}");
    return;
  }
  put(writer, "}, \"defaultConfiguration\": {\"level\": ");
  put_string(writer, followup_level_name(level));
  put(writer, "}}");
}

static followup_status begin(followup_writer *writer, const followup_context *context, followup_error *error) {
  followup_policy *defaults = NULL;
  followup_status status = followup_policy_new(context, &defaults, error);
  if (status != FOLLOWUP_OK) return status;
  put(writer,
      "{\"$schema\": \"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\",\n"
      "\"version\": \"2.1.0\", \"runs\": [{\n\"tool\": {\"driver\": {\"name\": \"libfollowup\", \"version\": ");
  put_string(writer, followup_version());
  put(writer, ", \"rules\": [");
  for (size_t i = 0; i < followup_rule_count(); i++) {
    put(writer, i > 0 ? ",\n" : "\n");
    put_rule(writer, defaults, followup_rule_at(i));
  }
  put(writer, "\n]}},\n\"columnKind\": \"unicodeCodePoints\",\n\"results\": [");
  followup_policy_free(defaults);
  return FOLLOWUP_OK;
}

static size_t rule_index(followup_rule rule) {
  size_t index = 0;
  while (followup_rule_at(index) != rule) index++;
  return index;
}

/* The file. */

static bool is_unreserved(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
         strchr("-._~", byte) != NULL;
}

/* A path as a URI reference: a slash stays, but for a second one at the start, which would begin a host name. */
static void put_uri(followup_writer *writer, const char *path, size_t length) {
  static const char digits[] = "0123456789ABCDEF";
  for (size_t i = 0; i < length; i++) {
    unsigned char byte = (unsigned char)path[i];
    bool stays = is_unreserved(path[i]) || (byte == '/' && !(i == 1 && path[0] == '/'));
    char encoded[] = {'%', digits[byte >> 4], digits[byte & 0xF]};
    if (stays)
      put_bytes(writer, path + i, 1);
    else
      put_bytes(writer, encoded, sizeof encoded);
  }
}

/* Where `PATH:LINE` of a .jsonl file has its colon, else the length; `line` points at the digits, or is NULL. */
static size_t path_length(const char *file, const char **line) {
  static const char ending[] = ".jsonl";
  size_t length = strlen(file), at = length;
  *line = NULL;
  while (at > 0 && file[at - 1] >= '0' && file[at - 1] <= '9') at--;
  if (at == length || at < sizeof ending || file[at - 1] != ':' || file[at] == '0') return length;
  if (memcmp(file + at - sizeof ending, ending, sizeof ending - 1) != 0) return length;
  *line = file + at;
  return at - 1;
}

static void put_artifact(followup_writer *writer, const char *file) {
  const char *line;
  put(writer, "\"artifactLocation\": {\"uri\": \"");
  put_uri(writer, file, path_length(file, &line));
  put(writer, "\"}");
}

/* Places in it. */

static bool points_into_file(const struct finding_words *words) {
  return words->body_is_file && followup_finding_part(words->finding) == FOLLOWUP_PART_BODY;
}

static void put_span(followup_writer *writer, const char *offset_name, const char *length_name, size_t start,
                     size_t end) {
  put(writer, "\"");
  put(writer, offset_name);
  put(writer, "\": ");
  put_number(writer, start);
  put(writer, ", \"");
  put(writer, length_name);
  put(writer, "\": ");
  put_number(writer, end - start);
}

/* Of a finding that has a span. */
static void put_characters(followup_writer *writer, const struct finding_words *words) {
  size_t start = 0, end = 0;
  followup_finding_span(words->finding, FOLLOWUP_UNIT_CODE_POINTS, &start, &end);
  put_span(writer, "charOffset", "charLength", start, end);
}

static void put_region(followup_writer *writer, const struct finding_words *words) {
  size_t start, end;
  const char *line;
  path_length(words->file, &line);
  if (line != NULL) {
    put(writer, ", \"region\": {\"startLine\": ");
    put(writer, line);
    put(writer, "}");
  } else if (points_into_file(words) && followup_finding_span(words->finding, FOLLOWUP_UNIT_BYTES, &start, &end)) {
    put(writer, ", \"region\": {");
    put_characters(writer, words);
    put(writer, ", ");
    put_span(writer, "byteOffset", "byteLength", start, end);
    put(writer, "}");
  }
}

/* "m1/to[2]"; a text judged alone has no message to name. */
static void put_logical_name(followup_writer *writer, const followup_finding *finding) {
  const char *message = followup_finding_message(finding);
  const char *part = followup_part_name(followup_finding_part(finding));
  size_t index = followup_finding_index(finding);
  put(writer, "\"");
  put_string_part(writer, message, strlen(message));
  if (*message != '\0') put(writer, "/");
  put(writer, part);
  if (index != FOLLOWUP_NOWHERE) {
    put(writer, "[");
    put_number(writer, index);
    put(writer, "]");
  }
  put(writer, "\"");
}

static void put_locations(followup_writer *writer, const struct finding_words *words) {
  put(writer, ", \"locations\": [{\"physicalLocation\": {");
  put_artifact(writer, words->file);
  put_region(writer, words);
  put(writer, "}, \"logicalLocations\": [{\"fullyQualifiedName\": ");
  put_logical_name(writer, words->finding);
  put(writer, "}]}]");
}

/* What is found. */

static void put_message(followup_writer *writer, const struct finding_words *words) {
  put(writer, ", \"message\": {\"text\": \"");
  put_string_part(writer, words->explanation, strlen(words->explanation));
  put(writer, " ");
  put_string_part(writer, words->suggestion, strlen(words->suggestion));
  put(writer, "\"}");
}

static void put_fingerprint(followup_writer *writer, uint64_t fingerprint) {
  static const char digits[] = "0123456789abcdef";
  put(writer, ", \"partialFingerprints\": {\"followup/v1\": \"");
  for (int shift = 60; shift >= 0; shift -= 4) put_bytes(writer, &digits[fingerprint >> shift & 0xF], 1);
  put(writer, "\"}");
}

static void put_fix(followup_writer *writer, const struct finding_words *words) {
  if (words->replacement == NULL || !points_into_file(words)) return;
  put(writer, ", \"fixes\": [{\"description\": {\"text\": ");
  put_string(writer, words->suggestion);
  put(writer, "}, \"artifactChanges\": [{");
  put_artifact(writer, words->file);
  put(writer, ", \"replacements\": [{\"deletedRegion\": {");
  put_characters(writer, words);
  put(writer, "}, \"insertedContent\": {\"text\": ");
  put_string(writer, words->replacement);
  put(writer, "}}]}]}]");
}

static void put_finding(followup_writer *writer, const struct finding_words *words) {
  followup_rule rule = followup_finding_rule(words->finding);
  put(writer, writer->has_findings ? ",\n{\"ruleId\": " : "\n{\"ruleId\": ");
  put_string(writer, followup_rule_name(rule));
  put(writer, ", \"ruleIndex\": ");
  put_number(writer, rule_index(rule));
  put(writer, ", \"level\": ");
  put_string(writer, followup_level_name(followup_finding_level(words->finding)));
  put_message(writer, words);
  put_locations(writer, words);
  put_fingerprint(writer, followup_finding_fingerprint(words->finding));
  put_fix(writer, words);
  put(writer, "}");
}

static void end(followup_writer *writer) { put(writer, writer->has_findings ? "\n]}]}\n" : "]}]}\n"); }

const struct document_form sarif_form = {begin, put_finding, end};
