#include "rules/places.h"

#include <string.h>

/* Order */

/* In the reader's order: what is about the whole message, then headers, then the body from top to bottom. */
static int compare_places(const struct followup_finding *a, const struct followup_finding *b) {
  static const int order[] = {0, 7, 6, 1, 2, 3, 4, 5, 8};
  if (a->part != b->part) return order[a->part] - order[b->part];
  if (a->index != b->index) return a->index < b->index ? -1 : 1;
  if (a->start[0] != b->start[0]) return a->start[0] < b->start[0] ? -1 : 1;
  return 0;
}

/* A merge sort from below, stable: findings at one place keep the order of the table. */
static bool sort_findings(followup_scratch *scratch, size_t from) {
  size_t count = scratch->findings.count - from;
  if (count < 2) return true;
  if (!array_reserve(scratch->context, &scratch->findings, count)) return false;
  struct followup_finding *source = scratch->findings.items + from, *other = source + count, *first = source;
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t low = 0; low < count; low += 2 * width) {
      size_t middle = low + width < count ? low + width : count,
             high = low + 2 * width < count ? low + 2 * width : count;
      for (size_t a = low, b = middle, to = low; to < high; to++) {
        bool left = a < middle && (b == high || compare_places(&source[a], &source[b]) <= 0);
        other[to] = left ? source[a++] : source[b++];
      }
    }
    struct followup_finding *swap = source;
    source = other;
    other = swap;
  }
  if (source != first) memcpy(first, source, count * sizeof *first);
  return true;
}

/* One rule at one place */

/* Findings that are to go have no rule. */
static void drop(struct followup_finding *finding) { finding->rule = FOLLOWUP_RULE_NONE; }

static bool same_part(const struct followup_finding *a, const struct followup_finding *b) {
  return a->part == b->part && a->index == b->index;
}

static void widen(struct followup_finding *finding, const struct followup_finding *other) {
  if (other->end[0] <= finding->end[0]) return;
  memcpy(finding->end, other->end, sizeof finding->end);
  finding->widened = true;
}

/* Findings of one rule that overlap, or touch as in "THANK YOU!!!", are one: the first of them, widened. */
static void join(followup_scratch *scratch, size_t from) {
  struct followup_finding *last[RULE_PLACES] = {NULL};
  for (size_t i = from; i < scratch->findings.count; i++) {
    struct followup_finding *finding = &scratch->findings.items[i];
    if (!finding->has_span) continue;
    struct followup_finding **before = &last[catalogue_place(catalogue_row(finding->rule))];
    if (*before == NULL || !same_part(*before, finding) || finding->start[0] > (*before)->end[0]) {
      *before = finding;
      continue;
    }
    widen(*before, finding);
    drop(finding);
  }
}

static bool tell_widened(struct inspection *in, size_t from) {
  for (size_t i = from; i < in->scratch->findings.count; i++) {
    struct followup_finding *finding = &in->scratch->findings.items[i];
    if (!finding->widened) continue; /* what is dropped was not widened */
    bool wanted = true;
    if (!report_widened(in, finding, &wanted)) return false;
    if (!wanted) drop(finding);
  }
  return true;
}

/* Two rules at one place */

/*
 * What `rule` finds within a finding of `by` is the same mistake, and `by` says more of it. NONE is every other rule:
 * what stands in a template field will not be sent.
 */
static const struct covering {
  followup_rule rule, by;
} coverings[] = {
    {FOLLOWUP_RULE_ASKS_FOR_DECISION_DATE, FOLLOWUP_RULE_PRESSURE},   /* "tell me your decision by Friday" */
    {FOLLOWUP_RULE_NEW_ARGUMENT, FOLLOWUP_RULE_ARGUES_WITH_DECISION}, /* "I am sure that I am the better choice" */
    {FOLLOWUP_RULE_NONE, FOLLOWUP_RULE_PLACEHOLDER},                  /* "INSERT TOPIC HERE", "$COMPANY" */
};

static bool is_covered_by(const struct followup_finding *finding, const struct covering *covering) {
  if (covering->rule != FOLLOWUP_RULE_NONE) return finding->rule == covering->rule;
  return finding->rule != FOLLOWUP_RULE_NONE && finding->rule != covering->by;
}

/* Those of `by` do not overlap any more, so that one walk beside the others finds the one that may hold each. */
static void drop_covered(followup_scratch *scratch, size_t from, const struct covering *covering, followup_part part) {
  const struct followup_finding *all = scratch->findings.items;
  size_t count = scratch->findings.count, by = from;
  for (size_t i = from; i < count; i++) {
    if (!is_covered_by(&all[i], covering) || all[i].part != part || !all[i].has_span) continue;
    while (by < count && (all[by].rule != covering->by || all[by].part != part || all[by].end[0] <= all[i].start[0]))
      by++;
    if (by == count) return;
    if (all[by].start[0] <= all[i].start[0] && all[by].end[0] >= all[i].end[0]) drop(&scratch->findings.items[i]);
  }
}

static void remove_dropped(followup_scratch *scratch, size_t from) {
  size_t kept = from;
  for (size_t i = from; i < scratch->findings.count; i++)
    if (scratch->findings.items[i].rule != FOLLOWUP_RULE_NONE)
      scratch->findings.items[kept++] = scratch->findings.items[i];
  scratch->findings.count = kept;
}

bool places_settle(struct inspection *in, size_t from) {
  followup_scratch *scratch = in->scratch;
  if (!sort_findings(scratch, from)) return false;
  join(scratch, from);
  if (!tell_widened(in, from)) return false;
  for (size_t i = 0; i < sizeof coverings / sizeof coverings[0]; i++) {
    drop_covered(scratch, from, &coverings[i], FOLLOWUP_PART_SUBJECT);
    drop_covered(scratch, from, &coverings[i], FOLLOWUP_PART_BODY);
  }
  remove_dropped(scratch, from);
  return true;
}
