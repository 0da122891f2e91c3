#include "policy/policy.h"

#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "rules/catalogue.h"

struct number_row {
  const char *name;
  int value, least, most;
};

static const struct number_row number_rows[NUMBER_COUNT] = {
    [FOLLOWUP_NUMBER_THANK_YOU_HOURS] = {"thank_you_hours", 24, 1, 168},
    [FOLLOWUP_NUMBER_MATERIALS_HOURS] = {"materials_hours", 24, 1, 168},
    [FOLLOWUP_NUMBER_INFORMATION_REPLY_HOURS] = {"information_reply_hours", 24, 1, 168},
    [FOLLOWUP_NUMBER_OFFER_ACKNOWLEDGEMENT_HOURS] = {"offer_acknowledgement_hours", 24, 1, 168},
    [FOLLOWUP_NUMBER_ROLL_TO_BUSINESS_DAY] = {"roll_to_business_day", 0, 0, 1},
    [FOLLOWUP_NUMBER_STATUS_CHECK_GRACE_DAYS] = {"status_check_grace_days", 0, 0, 7},
    [FOLLOWUP_NUMBER_STATUS_CHECK_DEFAULT_DAYS] = {"status_check_default_days", 5, 1, 30},
    [FOLLOWUP_NUMBER_STATUS_CHECKS_PER_WINDOW] = {"status_checks_per_window", 1, 1, 5},
    [FOLLOWUP_NUMBER_FOLLOW_UPS_TOO_MANY] = {"follow_ups_too_many", 3, 2, 10},
    [FOLLOWUP_NUMBER_FOLLOW_UPS_HOURS] = {"follow_ups_hours", 168, 24, 720},
    [FOLLOWUP_NUMBER_APPLICATION_FOLLOW_UP_DAYS] = {"application_follow_up_days", 7, 1, 60},
    [FOLLOWUP_NUMBER_APPLICATION_FOLLOW_UP_DUE_DAYS] = {"application_follow_up_due_days", 14, 1, 60},
    [FOLLOWUP_NUMBER_FEEDBACK_REQUEST_DUE_DAYS] = {"feedback_request_due_days", 7, 1, 60},
    [FOLLOWUP_NUMBER_RECIPIENTS_ERROR] = {"recipients_error", 3, 2, 100},
    [FOLLOWUP_NUMBER_GROUP_NOTE_SIZE] = {"group_note_size", 0, 0, 100},
    [FOLLOWUP_NUMBER_SIMILAR_PERCENT] = {"similar_percent", 50, 1, 100},
    [FOLLOWUP_NUMBER_EXCLAMATION_MARKS] = {"exclamation_marks", 2, 0, 100},
};

static const struct {
  int least, most;
} sentence_rows[KIND_COUNT] = {
    [FOLLOWUP_KIND_UNKNOWN] = {1, 8},
    [FOLLOWUP_KIND_THANK_YOU] = {3, 5},
    [FOLLOWUP_KIND_STATUS_CHECK] = {2, 5},
    [FOLLOWUP_KIND_APPLICATION_FOLLOW_UP] = {2, 5},
    [FOLLOWUP_KIND_CONTINUED_INTEREST] = {2, 5},
    [FOLLOWUP_KIND_MATERIALS] = {1, 6},
    [FOLLOWUP_KIND_INFORMATION_REPLY] = {1, 8},
    [FOLLOWUP_KIND_OFFER_ACKNOWLEDGEMENT] = {2, 6},
    [FOLLOWUP_KIND_FEEDBACK_REQUEST] = {2, 6},
};

/* What is customary elsewhere, where it differs from the defaults. */
static const struct {
  char region[3];
  followup_number number;
  int value;
} region_rows[] = {
    {"DE", FOLLOWUP_NUMBER_THANK_YOU_HOURS, 72},        {"DE", FOLLOWUP_NUMBER_STATUS_CHECK_DEFAULT_DAYS, 10},
    {"AT", FOLLOWUP_NUMBER_THANK_YOU_HOURS, 72},        {"AT", FOLLOWUP_NUMBER_STATUS_CHECK_DEFAULT_DAYS, 10},
    {"FR", FOLLOWUP_NUMBER_THANK_YOU_HOURS, 48},        {"JP", FOLLOWUP_NUMBER_STATUS_CHECK_DEFAULT_DAYS, 10},
    {"JP", FOLLOWUP_NUMBER_STATUS_CHECK_GRACE_DAYS, 3},
};

static void set_defaults(followup_policy *policy) {
  memset(policy->levels, LEVEL_DEFAULT, sizeof policy->levels);
  for (int i = 1; i < NUMBER_COUNT; i++) policy->numbers[i] = number_rows[i].value;
  for (int i = 0; i < KIND_COUNT; i++) {
    policy->sentences[i].least = sentence_rows[i].least;
    policy->sentences[i].most = sentence_rows[i].most;
  }
}

followup_status followup_policy_new(const followup_context *context, followup_policy **made, followup_error *error) {
  if (made == NULL) return error_argument(error, "made", "is NULL");
  context = context_or_default(context);
  followup_policy *policy = memory_take_zeroed(context, sizeof *policy);
  if (policy == NULL) return error_memory(error);
  policy->context = context;
  set_defaults(policy);
  *made = policy;
  return FOLLOWUP_OK;
}

void followup_policy_free(followup_policy *policy) {
  if (policy == NULL) return;
  for (size_t i = 0; i < policy->recipients.count; i++)
    memory_give(policy->context, policy->recipients.items[i].address);
  array_free(policy->context, &policy->recipients);
  array_free(policy->context, &policy->fingerprints);
  memory_give(policy->context, policy);
}

static bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

followup_status followup_policy_use_region(followup_policy *policy, const char *region, size_t length,
                                           followup_error *error) {
  if (policy == NULL) return error_argument(error, "policy", "is NULL");
  if (region == NULL) return error_argument(error, "region", "is NULL");
  if (length == FOLLOWUP_ZERO_TERMINATED) length = strlen(region);
  if (length != 2 || !is_letter(region[0]) || !is_letter(region[1]))
    return error_argument(error, "region", "must be two letters (ISO 3166)");
  char code[3] = {(char)(region[0] & ~0x20), (char)(region[1] & ~0x20), '\0'};
  for (int i = 1; i < NUMBER_COUNT; i++) policy->numbers[i] = number_rows[i].value;
  for (size_t i = 0; i < sizeof region_rows / sizeof region_rows[0]; i++)
    if (strcmp(region_rows[i].region, code) == 0) policy->numbers[region_rows[i].number] = region_rows[i].value;
  return FOLLOWUP_OK;
}

followup_status followup_policy_set_level(followup_policy *policy, followup_rule rule, followup_level level,
                                          followup_error *error) {
  if (policy == NULL) return error_argument(error, "policy", "is NULL");
  const struct rule_row *row = catalogue_row(rule);
  if (row == NULL) return error_at(error, FOLLOWUP_E_UNKNOWN, "rule", FOLLOWUP_NOWHERE, NULL);
  if (followup_level_name(level) == NULL) return error_at(error, FOLLOWUP_E_UNKNOWN, "level", FOLLOWUP_NOWHERE, NULL);
  policy->levels[catalogue_place(row)] = (int8_t)level;
  return FOLLOWUP_OK;
}

followup_status followup_policy_set_number(followup_policy *policy, followup_number number, int value,
                                           followup_error *error) {
  if (policy == NULL) return error_argument(error, "policy", "is NULL");
  const char *name = followup_number_name(number);
  if (name == NULL) return error_at(error, FOLLOWUP_E_UNKNOWN, "number", FOLLOWUP_NOWHERE, NULL);
  const struct number_row *row = &number_rows[number];
  bool group_of_one = number == FOLLOWUP_NUMBER_GROUP_NOTE_SIZE && value == 1;
  if (value < row->least || value > row->most || group_of_one)
    return error_argument(error, name, "is out of its range");
  policy->numbers[number] = value;
  return FOLLOWUP_OK;
}

static bool known_kind(followup_kind kind) {
  return kind > FOLLOWUP_KIND_UNKNOWN && kind <= FOLLOWUP_KIND_FEEDBACK_REQUEST;
}

followup_status followup_policy_set_sentences(followup_policy *policy, followup_kind kind, int least, int most,
                                              followup_error *error) {
  if (policy == NULL) return error_argument(error, "policy", "is NULL");
  if (!known_kind(kind)) return error_at(error, FOLLOWUP_E_UNKNOWN, "kind", FOLLOWUP_NOWHERE, NULL);
  if (least < 1 || most > 100 || least > most)
    return error_argument(error, "sentences", "must be 1 to 100, the least not above the most");
  policy->sentences[kind].least = least;
  policy->sentences[kind].most = most;
  return FOLLOWUP_OK;
}

static followup_status add_recipient(followup_policy *policy, followup_rule rule, const char *address, size_t length) {
  char *copy = memory_copy_text(policy->context, address, length);
  if (copy == NULL) return FOLLOWUP_E_MEMORY;
  if (!array_reserve(policy->context, &policy->recipients, 1)) {
    memory_give(policy->context, copy);
    return FOLLOWUP_E_MEMORY;
  }
  policy->recipients.items[policy->recipients.count++] = (struct suppressed_recipient){rule, copy};
  return FOLLOWUP_OK;
}

followup_status followup_policy_suppress_recipient(followup_policy *policy, followup_rule rule, const char *address,
                                                   size_t length, followup_error *error) {
  if (policy == NULL) return error_argument(error, "policy", "is NULL");
  if (rule != FOLLOWUP_RULE_NONE && catalogue_row(rule) == NULL)
    return error_at(error, FOLLOWUP_E_UNKNOWN, "rule", FOLLOWUP_NOWHERE, NULL);
  followup_status status = text_accept(policy->context, "address", address, &length, error);
  if (status != FOLLOWUP_OK) return status;
  if (length == 0) return error_argument(error, "address", "is empty");
  return add_recipient(policy, rule, address, length) == FOLLOWUP_OK ? FOLLOWUP_OK : error_memory(error);
}

followup_status followup_policy_suppress_fingerprint(followup_policy *policy, uint64_t fingerprint,
                                                     followup_error *error) {
  if (policy == NULL) return error_argument(error, "policy", "is NULL");
  if (!array_reserve(policy->context, &policy->fingerprints, 1)) return error_memory(error);
  policy->fingerprints.items[policy->fingerprints.count++] = fingerprint;
  return FOLLOWUP_OK;
}

followup_level policy_level(const followup_policy *policy, const struct rule_row *row, followup_kind kind) {
  int level = policy->levels[catalogue_place(row)];
  return level == LEVEL_DEFAULT ? catalogue_level(row, kind) : (followup_level)level;
}

followup_level followup_policy_level(const followup_policy *policy, followup_rule rule, followup_kind kind) {
  const struct rule_row *row = catalogue_row(rule);
  return row != NULL && policy != NULL ? policy_level(policy, row, kind) : FOLLOWUP_LEVEL_OFF;
}

int followup_policy_number(const followup_policy *policy, followup_number number) {
  return policy != NULL && followup_number_name(number) != NULL ? policy->numbers[number] : -1;
}

int followup_policy_least_sentences(const followup_policy *policy, followup_kind kind) {
  return policy != NULL && known_kind(kind) ? policy->sentences[kind].least : -1;
}

int followup_policy_most_sentences(const followup_policy *policy, followup_kind kind) {
  return policy != NULL && known_kind(kind) ? policy->sentences[kind].most : -1;
}

const char *followup_number_name(followup_number number) {
  return (int)number >= 1 && (int)number < NUMBER_COUNT ? number_rows[number].name : NULL;
}

bool followup_number_from_name(const char *name, size_t length, followup_number *number) {
  if (name == NULL || number == NULL) return false;
  if (length == FOLLOWUP_ZERO_TERMINATED) length = strlen(name);
  for (int i = 1; i < NUMBER_COUNT; i++) {
    if (strlen(number_rows[i].name) != length || memcmp(number_rows[i].name, name, length) != 0) continue;
    *number = (followup_number)i;
    return true;
  }
  return false;
}

static followup_status copy_lists(const followup_policy *policy, followup_policy *copy) {
  for (size_t i = 0; i < policy->recipients.count; i++) {
    const struct suppressed_recipient *one = &policy->recipients.items[i];
    if (add_recipient(copy, one->rule, one->address, strlen(one->address)) != FOLLOWUP_OK) return FOLLOWUP_E_MEMORY;
  }
  for (size_t i = 0; i < policy->fingerprints.count; i++) {
    followup_status status = followup_policy_suppress_fingerprint(copy, policy->fingerprints.items[i], NULL);
    if (status != FOLLOWUP_OK) return status;
  }
  return FOLLOWUP_OK;
}

/* Heap sort: it takes no memory, and no input makes it slow. */
static void sift_down(uint64_t *items, size_t root, size_t count) {
  for (size_t child; (child = 2 * root + 1) < count; root = child) {
    if (child + 1 < count && items[child + 1] > items[child]) child++;
    if (items[root] >= items[child]) return;
    uint64_t swap = items[root];
    items[root] = items[child];
    items[child] = swap;
  }
}

static void sort_fingerprints(uint64_t *items, size_t count) {
  for (size_t root = count / 2; root-- > 0;) sift_down(items, root, count);
  for (size_t left = count; left-- > 1;) {
    uint64_t greatest = items[0];
    items[0] = items[left];
    items[left] = greatest;
    sift_down(items, 0, left);
  }
}

followup_status policy_copy(const followup_context *context, const followup_policy *policy, followup_policy **made) {
  followup_policy *copy = NULL;
  followup_status status = followup_policy_new(context, &copy, NULL);
  if (copy == NULL) return status;
  if (policy != NULL) {
    memcpy(copy->levels, policy->levels, sizeof copy->levels);
    memcpy(copy->numbers, policy->numbers, sizeof copy->numbers);
    memcpy(copy->sentences, policy->sentences, sizeof copy->sentences);
    status = copy_lists(policy, copy);
    sort_fingerprints(copy->fingerprints.items, copy->fingerprints.count);
  }
  if (status != FOLLOWUP_OK) {
    followup_policy_free(copy);
    return status;
  }
  *made = copy;
  return FOLLOWUP_OK;
}

static bool same_address(const char *one, const char *other) {
  for (; *one != '\0' && *other != '\0'; one++, other++) {
    char a = *one >= 'A' && *one <= 'Z' ? (char)(*one | 0x20) : *one;
    char b = *other >= 'A' && *other <= 'Z' ? (char)(*other | 0x20) : *other;
    if (a != b) return false;
  }
  return *one == *other;
}

/* The fingerprints of a linter's policy are sorted. */
static bool holds_fingerprint(const followup_policy *policy, uint64_t fingerprint) {
  size_t low = 0, high = policy->fingerprints.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (policy->fingerprints.items[middle] == fingerprint) return true;
    if (policy->fingerprints.items[middle] < fingerprint)
      low = middle + 1;
    else
      high = middle;
  }
  return false;
}

bool policy_suppresses(const followup_policy *policy, followup_rule rule, const char *address, uint64_t fingerprint) {
  if (holds_fingerprint(policy, fingerprint)) return true;
  for (size_t i = 0; i < policy->recipients.count; i++) {
    const struct suppressed_recipient *one = &policy->recipients.items[i];
    if ((one->rule == FOLLOWUP_RULE_NONE || one->rule == rule) && same_address(one->address, address)) return true;
  }
  return false;
}
