/* UIDs: a fingerprint of what an action is about, so that the same action has the same one in every run. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "formats/calendar_export.h"

/* Two FNV-1a sums side by side, from different beginnings. */
struct fingerprint {
  uint64_t high, low;
};

struct keyed_action {
  struct fingerprint of;
  size_t index;
};

static void mix_byte(struct fingerprint *sum, unsigned char byte) {
  static const uint64_t prime = UINT64_C(0x100000001b3);
  sum->high = (sum->high ^ byte) * prime;
  sum->low = (sum->low ^ (unsigned char)(byte + 0x55)) * prime;
}

/* The text and its end, so that "ab" and "c" are not "a" and "bc". */
static void mix(struct fingerprint *sum, const char *text) {
  do mix_byte(sum, (unsigned char)*text);
  while (*text++ != '\0');
}

static void mix_number(struct fingerprint *sum, int64_t number) {
  for (int i = 0; i < 8; i++) mix_byte(sum, (unsigned char)((uint64_t)number >> (8 * i)));
}

static struct fingerprint of_case(const followup_case *of) {
  struct fingerprint sum = {UINT64_C(0xcbf29ce484222325), UINT64_C(0x84222325cbf29ce4)};
  const followup_candidate *candidate = followup_case_candidate((followup_case *)of);
  const char *email = followup_candidate_email(candidate);
  mix(&sum, followup_case_id(of));
  mix(&sum, *email != '\0' ? email : followup_candidate_name(candidate));
  mix(&sum, followup_case_company(of));
  if (*followup_case_id(of) == '\0') mix(&sum, followup_case_role(of));
  return sum;
}

/* These open with their event, and nothing moves that: it tells one event from another. */
static bool opens_with_event(followup_action_kind kind) {
  return kind == FOLLOWUP_ACTION_INFORMATION_REPLY || kind == FOLLOWUP_ACTION_OFFER_ACKNOWLEDGEMENT;
}

static struct fingerprint of_action(struct fingerprint sum, const followup_action *action) {
  followup_action_kind kind = followup_action_kind_of(action);
  mix_number(&sum, kind);
  mix(&sum, followup_action_interview(action));
  mix(&sum, followup_action_to(action));
  mix(&sum, followup_action_what(action));
  if (opens_with_event(kind)) mix_number(&sum, followup_action_opens(action));
  return sum;
}

static int compare(const struct fingerprint *one, const struct fingerprint *other) {
  return memcmp(one, other, sizeof *one);
}

/* In any order, but the same ones side by side and as the plan has them. */
static int by_fingerprint(const void *left, const void *right) {
  const struct keyed_action *one = left, *other = right;
  int order = compare(&one->of, &other->of);
  return order != 0 ? order : (one->index > other->index) - (one->index < other->index);
}

bool plan_uids(const followup_case *of, const followup_plan *plan, char (*uids)[UID_SIZE]) {
  size_t count = followup_plan_count(plan), repeated = 0;
  struct keyed_action *all = calloc(count + 1, sizeof *all);
  if (all == NULL) return false;
  struct fingerprint start = of_case(of);
  for (size_t i = 0; i < count; i++) all[i] = (struct keyed_action){of_action(start, followup_plan_at(plan, i)), i};
  qsort(all, count, sizeof *all, by_fingerprint);
  for (size_t i = 0; i < count; i++) {
    struct fingerprint sum = all[i].of;
    repeated = i > 0 && compare(&all[i - 1].of, &sum) == 0 ? repeated + 1 : 0;
    if (repeated > 0) mix_number(&sum, (int64_t)repeated);
    snprintf(uids[all[i].index], UID_SIZE, "%016llx%016llx", (unsigned long long)sum.high, (unsigned long long)sum.low);
  }
  free(all);
  return true;
}
