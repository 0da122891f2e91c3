#include "rules/inspection.h"

#include <string.h>

#include "rules/case_facts.h"

static void place_span(const struct offset_index *index, const struct report_line *line,
                       struct followup_finding *finding) {
  struct offset_mark start = offset_index_at(index, line->start), end = offset_index_at(index, line->end);
  finding->start[FOLLOWUP_UNIT_BYTES] = line->start;
  finding->end[FOLLOWUP_UNIT_BYTES] = line->end;
  finding->start[FOLLOWUP_UNIT_UTF16] = start.units;
  finding->end[FOLLOWUP_UNIT_UTF16] = end.units;
  finding->start[FOLLOWUP_UNIT_CODE_POINTS] = start.points;
  finding->end[FOLLOWUP_UNIT_CODE_POINTS] = end.points;
}

/* Offsets of a place in bytes, UTF-16 units and code points. False when there is no memory. */
static bool measure(struct inspection *in, const struct report_line *line, struct followup_finding *finding) {
  followup_scratch *scratch = in->scratch;
  struct read_part *part = line->source == in->subject->bytes ? &scratch->subject : &scratch->body;
  if (!offset_index_read(scratch->context, &part->offsets, line->source, line->source_length)) return false;
  place_span(&part->offsets, line, finding);
  return true;
}

static uint64_t mix(uint64_t hash, const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    unsigned char byte = (unsigned char)bytes[i];
    if (byte <= ' ') { /* white space in a row counts once */
      bool space = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
      if (space && i > 0 && (unsigned char)bytes[i - 1] <= ' ') continue;
      if (space) byte = ' ';
    }
    byte |= (unsigned char)(((unsigned)byte - 'A' < 26u) << 5);
    hash = (hash ^ byte) * UINT64_C(1099511628211);
  }
  return (hash ^ 0xFF) * UINT64_C(1099511628211);
}

static const char *addressee_text(const struct inspection *in) {
  if (in->addressee == NULL) return "";
  const struct model_text *address = &in->addressee->address;
  return model_text_bytes(model_text_is_empty(address) ? &in->addressee->name : address);
}

/* Rule, addressee and words: what stays when the text around moves. */
static uint64_t fingerprint(const struct inspection *in, const struct rule_row *row, const struct report_line *line) {
  const char *to = addressee_text(in);
  uint64_t hash = mix(UINT64_C(14695981039346656037), row->name, strlen(row->name));
  hash = mix(hash, to, strlen(to));
  return line->source != NULL ? mix(hash, line->source + line->start, line->end - line->start) : hash;
}

static bool keep(struct inspection *in, const struct report_line *line, struct followup_finding *finding) {
  followup_scratch *scratch = in->scratch;
  bool good = true;
  const char *id = in->message != NULL ? followup_message_id(in->message) : "";
  finding->message = text_pool_add(scratch->context, &scratch->texts, id, strlen(id), &good);
  if (line->source != NULL)
    finding->text =
        text_pool_add(scratch->context, &scratch->texts, line->source + line->start, line->end - line->start, &good);
  for (int i = 0; i < FINDING_ARGUMENTS; i++)
    finding->arguments[i] =
        text_pool_add(scratch->context, &scratch->texts, line->arguments[i].text, line->arguments[i].length, &good);
  if (!good || !array_reserve(scratch->context, &scratch->findings, 1)) return false;
  scratch->findings.items[scratch->findings.count++] = *finding;
  return true;
}

bool report_line_add(struct inspection *in, const struct rule_row *row, const struct report_line *line) {
  struct report_line told = *line;
  struct case_facts room;
  struct followup_finding finding = {.rule = row->rule,
                                     .kind = in->kind,
                                     .part = line->part,
                                     .index = line->index,
                                     .has_span = line->source != NULL,
                                     .number = line->number};
  finding.level = policy_level(in->policy, row, in->kind);
  bool by_default = in->policy->levels[catalogue_place(row)] == LEVEL_DEFAULT;
  if (line->level != FOLLOWUP_LEVEL_OFF && by_default) finding.level = line->level;
  finding.fingerprint = fingerprint(in, row, line);
  if (policy_suppresses(in->policy, row->rule, addressee_text(in), finding.fingerprint)) return true;
  if (line->source != NULL && !measure(in, line, &finding)) return false;
  return add_case_facts(in, row, &told, &room) && keep(in, &told, &finding);
}

bool report_message(struct inspection *in, const struct rule_row *row) {
  struct report_line line = {.part = FOLLOWUP_PART_MESSAGE, .index = FOLLOWUP_NOWHERE};
  return report_line_add(in, row, &line);
}

static struct report_line stretch(followup_part part, const struct text *text, size_t start, size_t end) {
  return (struct report_line){.part = part,
                              .index = FOLLOWUP_NOWHERE,
                              .source = text->bytes,
                              .source_length = text->length,
                              .start = start,
                              .end = end};
}

bool report_body(struct inspection *in, const struct rule_row *row, size_t start, size_t end) {
  struct report_line line = stretch(FOLLOWUP_PART_BODY, in->body, start, end);
  return report_line_add(in, row, &line);
}

bool report_subject(struct inspection *in, const struct rule_row *row, size_t start, size_t end) {
  struct report_line line = stretch(FOLLOWUP_PART_SUBJECT, in->subject, start, end);
  return report_line_add(in, row, &line);
}

bool report_widened(struct inspection *in, struct followup_finding *finding, bool *wanted) {
  const struct text *text = finding->part == FOLLOWUP_PART_SUBJECT ? in->subject : in->body;
  struct report_line line = stretch(finding->part, text, finding->start[0], finding->end[0]);
  bool good = true;
  finding->fingerprint = fingerprint(in, catalogue_row(finding->rule), &line);
  *wanted = !policy_suppresses(in->policy, finding->rule, addressee_text(in), finding->fingerprint);
  finding->text =
      text_pool_add(in->scratch->context, &in->scratch->texts, line.source + line.start, line.end - line.start, &good);
  return good;
}

uint32_t hit_sentence(const struct inspection *in, const struct phrase_hit *hit) {
  return in->body->words.items[in->body_scan->terms.items[hit->first_term].word].sentence;
}

bool hit_in_prose(const struct inspection *in, const struct phrase_hit *hit) {
  return hit_sentence(in, hit) != NO_SENTENCE;
}

bool report_subject_phrases(struct inspection *in, const struct rule_row *row, uint16_t list) {
  size_t count;
  const struct phrase_hit *hits = phrase_hits(in->subject_scan, list, &count);
  for (size_t i = 0; i < count; i++)
    if (!report_subject(in, row, hits[i].start, hits[i].end)) return false;
  return true;
}

static bool report_body_phrases(struct inspection *in, const struct rule_row *row, uint16_t list) {
  size_t count;
  const struct phrase_hit *hits = phrase_hits(in->body_scan, list, &count);
  for (size_t i = 0; i < count; i++)
    if (hit_in_prose(in, &hits[i]) && !report_body(in, row, hits[i].start, hits[i].end)) return false;
  return true;
}

bool report_phrases(struct inspection *in, const struct rule_row *row, uint16_t list) {
  return report_subject_phrases(in, row, list) && report_body_phrases(in, row, list);
}

bool subject_says(const struct inspection *in, uint16_t list) {
  size_t count;
  phrase_hits(in->subject_scan, list, &count);
  return count > 0;
}

bool body_says(const struct inspection *in, uint16_t list) {
  size_t count;
  const struct phrase_hit *hits = phrase_hits(in->body_scan, list, &count);
  for (size_t i = 0; i < count; i++)
    if (hit_in_prose(in, &hits[i])) return true;
  return false;
}

bool says(const struct inspection *in, uint16_t list) { return body_says(in, list) || subject_says(in, list); }

bool goes_on(struct inspection *in, followup_status status) {
  if (status != FOLLOWUP_OK) in->failure = status;
  return status == FOLLOWUP_OK;
}

bool read_line(struct inspection *in, const struct model_text *line, struct text *read) {
  return goes_on(in, text_read_line(in->scratch->reader, line->bytes, line->length, read));
}

const struct text_zone *body_zone(const struct inspection *in, enum zone_kind kind) {
  for (size_t i = 0; i < in->body->zones.count; i++)
    if (in->body->zones.items[i].kind == kind) return &in->body->zones.items[i];
  return NULL;
}
