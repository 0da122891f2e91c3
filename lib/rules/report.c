#include "rules/report.h"

#include <string.h>

#include "base/error.h"
#include "pack_en.h"
#include "rules/wording.h"

text_place text_pool_add(const followup_context *context, text_pool *pool, const char *text, size_t length,
                         bool *good) {
  if (length == 0) return 0;
  if (length > UINT32_MAX - 2 - pool->count || !array_reserve(context, pool, length + 2)) {
    *good = false;
    return 0;
  }
  if (pool->count == 0) pool->items[pool->count++] = '\0';
  text_place place = (text_place)pool->count;
  memcpy(pool->items + pool->count, text, length);
  pool->count += length;
  pool->items[pool->count++] = '\0';
  return place;
}

static const char *text_at(const followup_report *report, text_place place) {
  return place == 0 ? "" : report->texts.items + place;
}

static void forget_rendered(followup_report *report) {
  for (size_t i = 0; i < report->rendered.count; i++) memory_give(report->context, report->rendered.items[i]);
  report->rendered.count = 0;
}

void followup_report_free(followup_report *report) {
  if (report == NULL) return;
  forget_rendered(report);
  array_free(report->context, &report->rendered);
  array_free(report->context, &report->findings);
  array_free(report->context, &report->texts);
  memory_give(report->context, report);
}

/* A block of at least `wanted` elements in `*room`: the array's own, or a new one. */
static bool take_block(const followup_context *context, size_t capacity, size_t wanted, size_t size, void **room) {
  *room = NULL;
  if (wanted <= capacity) return true;
  *room = wanted <= SIZE_MAX / size ? memory_take(context, wanted * size) : NULL;
  return *room != NULL;
}

/* Both arrays grow, or none does: what the caller holds of the report stays good when memory ends. */
static bool make_room(followup_report *report, size_t findings, size_t texts) {
  void *finding_room, *text_room;
  if (!take_block(report->context, report->findings.capacity, findings, sizeof *report->findings.items, &finding_room))
    return false;
  if (!take_block(report->context, report->texts.capacity, texts, 1, &text_room)) {
    memory_give(report->context, finding_room);
    return false;
  }
  if (finding_room != NULL) {
    array_free(report->context, &report->findings);
    report->findings.items = finding_room;
    report->findings.capacity = findings;
  }
  if (text_room != NULL) {
    array_free(report->context, &report->texts);
    report->texts.items = text_room;
    report->texts.capacity = texts;
  }
  return true;
}

followup_status report_fill(const followup_context *context, const finding_list *findings, const text_pool *texts,
                            followup_report **report) {
  followup_report *into = *report;
  if (into == NULL) {
    into = memory_take_zeroed(context, sizeof *into);
    if (into == NULL) return FOLLOWUP_E_MEMORY;
    into->context = context;
  }
  if (!make_room(into, findings->count, texts->count)) {
    if (*report == NULL) followup_report_free(into);
    return FOLLOWUP_E_MEMORY;
  }
  forget_rendered(into);
  if (findings->count > 0) memcpy(into->findings.items, findings->items, findings->count * sizeof *findings->items);
  if (texts->count > 0) memcpy(into->texts.items, texts->items, texts->count);
  into->findings.count = findings->count;
  into->texts.count = texts->count;
  for (size_t i = 0; i < findings->count; i++) into->findings.items[i].report = into;
  *report = into;
  return FOLLOWUP_OK;
}

size_t followup_report_count(const followup_report *report) { return report != NULL ? report->findings.count : 0; }

const followup_finding *followup_report_finding(const followup_report *report, size_t index) {
  return index < followup_report_count(report) ? &report->findings.items[index] : NULL;
}

followup_level followup_report_worst(const followup_report *report) {
  followup_level worst = FOLLOWUP_LEVEL_OFF;
  for (size_t i = 0; i < followup_report_count(report); i++)
    if (report->findings.items[i].level > worst) worst = report->findings.items[i].level;
  return worst;
}

followup_rule followup_finding_rule(const followup_finding *finding) {
  return finding != NULL ? finding->rule : FOLLOWUP_RULE_NONE;
}

followup_level followup_finding_level(const followup_finding *finding) {
  return finding != NULL ? finding->level : FOLLOWUP_LEVEL_OFF;
}

const char *followup_finding_message(const followup_finding *finding) {
  return finding != NULL ? text_at(finding->report, finding->message) : "";
}

followup_kind followup_finding_kind(const followup_finding *finding) {
  return finding != NULL ? finding->kind : FOLLOWUP_KIND_UNKNOWN;
}

followup_part followup_finding_part(const followup_finding *finding) {
  return finding != NULL ? finding->part : FOLLOWUP_PART_MESSAGE;
}

size_t followup_finding_index(const followup_finding *finding) {
  return finding != NULL ? finding->index : FOLLOWUP_NOWHERE;
}

bool followup_finding_span(const followup_finding *finding, followup_unit unit, size_t *start, size_t *end) {
  if (finding == NULL || !finding->has_span || (int)unit < 0 || (int)unit >= UNIT_COUNT) return false;
  if (start != NULL) *start = finding->start[unit];
  if (end != NULL) *end = finding->end[unit];
  return true;
}

const char *followup_finding_text(const followup_finding *finding) {
  return finding != NULL ? text_at(finding->report, finding->text) : "";
}

uint64_t followup_finding_fingerprint(const followup_finding *finding) {
  return finding != NULL ? finding->fingerprint : 0;
}

const char *followup_part_name(followup_part part) {
  static const char *const names[] = {"message", "body", "subject", "from", "to", "cc", "bcc", "attachments", "sent"};
  return (unsigned)part <= FOLLOWUP_PART_SENT ? names[part] : NULL;
}

/* One slot a finding for its explanation, one for its suggestion; made when the first is asked for. */
static bool make_slots(followup_report *report) {
  size_t wanted = 2 * report->findings.count;
  if (report->rendered.count == wanted) return true;
  if (!array_reserve(report->context, &report->rendered, wanted - report->rendered.count)) return false;
  while (report->rendered.count < wanted) report->rendered.items[report->rendered.count++] = NULL;
  return true;
}

static bool has_all_facts(const followup_finding *finding, const struct pack_wording *wording) {
  for (int i = 0; i < FINDING_ARGUMENTS; i++)
    if (wording->facts[i] != FACT_NONE && finding->arguments[i] == 0) return false;
  return true;
}

static const char *pattern_of(const followup_finding *finding, bool suggestion) {
  struct pack_wording wording = pack_en_wording(finding->rule);
  if (!suggestion) return wording.explanation;
  return has_all_facts(finding, &wording) ? wording.suggestion : wording.suggestion_without_facts;
}

static followup_status render(followup_report *report, const followup_finding *finding, bool suggestion, char **made) {
  const char *pattern = pattern_of(finding, suggestion);
  struct wording_arguments arguments = {.text = text_at(report, finding->text), .number = finding->number};
  for (int i = 0; i < FINDING_ARGUMENTS; i++) arguments.more[i] = text_at(report, finding->arguments[i]);
  return wording_render(report->context, pattern != NULL ? pattern : "", &arguments, made);
}

static followup_status say(followup_report *report, size_t index, bool suggestion, const char **text,
                           followup_error *error) {
  const followup_finding *finding = followup_report_finding(report, index);
  if (finding == NULL) return error_argument(error, "index", "no finding has it");
  if (text == NULL) return error_argument(error, "text", "is NULL");
  if (!make_slots(report)) return error_memory(error);
  char **slot = &report->rendered.items[2 * index + suggestion];
  followup_status status = *slot != NULL ? FOLLOWUP_OK : render(report, finding, suggestion, slot);
  if (status != FOLLOWUP_OK) return error_at(error, status, "explanation", FOLLOWUP_NOWHERE, NULL);
  *text = *slot;
  return FOLLOWUP_OK;
}

followup_status followup_report_explanation(followup_report *report, size_t index, const char **text,
                                            followup_error *error) {
  return say(report, index, false, text, error);
}

followup_status followup_report_suggestion(followup_report *report, size_t index, const char **text,
                                           followup_error *error) {
  return say(report, index, true, text, error);
}

bool followup_report_fix(followup_report *report, size_t index, const char **replacement) {
  const followup_finding *finding = followup_report_finding(report, index);
  if (finding == NULL || replacement == NULL || !finding->has_span) return false;
  /* The only edit that is always right: a lone wrong name behind a greeting gives way to the addressee's. */
  if (finding->rule != FOLLOWUP_RULE_WRONG_NAME || finding->number != GREETS_ONE_NAME) return false;
  *replacement = text_at(report, finding->arguments[0]);
  return true;
}
