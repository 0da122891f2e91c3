#include "rules/catalogue.h"

#include <string.h>

#include "pack_en.h"
#include "policy/policy.h"
#include "rules/content.h"
#include "rules/panel.h"
#include "rules/recipients.h"
#include "rules/timing.h"

enum {
  TY = 1 << FOLLOWUP_KIND_THANK_YOU,
  SC = 1 << FOLLOWUP_KIND_STATUS_CHECK,
  AF = 1 << FOLLOWUP_KIND_APPLICATION_FOLLOW_UP,
  CI = 1 << FOLLOWUP_KIND_CONTINUED_INTEREST,
  MA = 1 << FOLLOWUP_KIND_MATERIALS,
  IR = 1 << FOLLOWUP_KIND_INFORMATION_REPLY,
  OA = 1 << FOLLOWUP_KIND_OFFER_ACKNOWLEDGEMENT,
  FR = 1 << FOLLOWUP_KIND_FEEDBACK_REQUEST,
  UNKNOWN = 1 << FOLLOWUP_KIND_UNKNOWN,
  STAYING = TY | SC | AF | CI | MA | IR | OA | FR | UNKNOWN, /* of somebody who is still a candidate */
  ALL = STAYING | LEAVING
};

#define RULE(id, name, family, level, kinds, judge, list, summary) \
  {FOLLOWUP_RULE_##id, name, FOLLOWUP_FAMILY_##family, FOLLOWUP_LEVEL_##level, (kinds), judge, list, summary},
static const struct rule_row rows[] = {
#include "rules/catalogue.def"
};
#undef RULE

enum { ROW_COUNT = sizeof rows / sizeof rows[0] };
_Static_assert((int)ROW_COUNT <= (int)RULE_PLACES, "a policy has no room for every rule's level");

size_t catalogue_count(void) { return ROW_COUNT; }

const struct rule_row *catalogue_at(size_t place) { return place < ROW_COUNT ? &rows[place] : NULL; }

size_t catalogue_place(const struct rule_row *row) { return (size_t)(row - rows); }

const struct rule_row *catalogue_row(followup_rule rule) {
  for (size_t i = 0; i < ROW_COUNT; i++)
    if (rows[i].rule == rule) return &rows[i];
  return NULL;
}

followup_level catalogue_level(const struct rule_row *row, followup_kind kind) {
  if (kind == FOLLOWUP_KIND_THANK_YOU) {
    /* A crowd in copy is worst where one person is to be thanked; a late argument least where the talk was today. */
    if (row->rule == FOLLOWUP_RULE_MULTIPLE_RECIPIENTS) return FOLLOWUP_LEVEL_ERROR;
    if (row->rule == FOLLOWUP_RULE_NEW_ARGUMENT) return FOLLOWUP_LEVEL_WARNING;
  }
  return row->level;
}

size_t followup_rule_count(void) { return ROW_COUNT; }

followup_rule followup_rule_at(size_t index) { return index < ROW_COUNT ? rows[index].rule : FOLLOWUP_RULE_NONE; }

const char *followup_rule_name(followup_rule rule) {
  const struct rule_row *row = catalogue_row(rule);
  return row != NULL ? row->name : NULL;
}

static bool is_text(const char *wanted, const char *text, size_t length) {
  if (text == NULL) return false;
  return length == FOLLOWUP_ZERO_TERMINATED ? strcmp(wanted, text) == 0
                                            : strlen(wanted) == length && memcmp(wanted, text, length) == 0;
}

followup_rule followup_rule_from_name(const char *name, size_t length) {
  for (size_t i = 0; i < ROW_COUNT; i++)
    if (is_text(rows[i].name, name, length)) return rows[i].rule;
  return FOLLOWUP_RULE_NONE;
}

const char *followup_rule_summary(followup_rule rule) {
  const struct rule_row *row = catalogue_row(rule);
  return row != NULL ? row->summary : NULL;
}

followup_family followup_rule_family(followup_rule rule) {
  const struct rule_row *row = catalogue_row(rule);
  return row != NULL ? row->family : (followup_family)0;
}

bool followup_rule_applies_to(followup_rule rule, followup_kind kind) {
  const struct rule_row *row = catalogue_row(rule);
  return row != NULL && (unsigned)kind <= FOLLOWUP_KIND_FEEDBACK_REQUEST && (row->kinds >> kind & 1);
}

bool followup_rule_is_judged(followup_rule rule) {
  const struct rule_row *row = catalogue_row(rule);
  return row != NULL && row->judge != NULL;
}

static const char *const level_names[] = {"off", "note", "warning", "error"};

const char *followup_level_name(followup_level level) {
  return (unsigned)level <= FOLLOWUP_LEVEL_ERROR ? level_names[level] : NULL;
}

bool followup_level_from_name(const char *name, size_t length, followup_level *level) {
  for (int i = FOLLOWUP_LEVEL_OFF; level != NULL && i <= FOLLOWUP_LEVEL_ERROR; i++) {
    if (!is_text(level_names[i], name, length)) continue;
    *level = (followup_level)i;
    return true;
  }
  return false;
}

const char *followup_family_name(followup_family family) {
  static const char *const names[] = {NULL, "recipients", "content", "panel", "timing"};
  return (unsigned)family <= FOLLOWUP_FAMILY_TIMING ? names[family] : NULL;
}
