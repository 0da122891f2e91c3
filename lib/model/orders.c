#include "model/orders.h"

#include <string.h>

#include "model/model.h"

static int compare_sizes(size_t one, size_t other) { return (one > other) - (one < other); }

static int compare_bytes(const struct model_text *one, const struct model_text *other) {
  size_t shorter = one->length < other->length ? one->length : other->length;
  int order = shorter > 0 ? memcmp(one->bytes, other->bytes, shorter) : 0;
  return order != 0 ? order : compare_sizes(one->length, other->length);
}

int order_by_id(const void *one, const void *other) {
  const struct followup_interview *left = one, *right = other;
  return compare_bytes(&left->id, &right->id);
}

int order_by_end(const void *one, const void *other) {
  const struct followup_interview *left = one, *right = other;
  if (left->end != right->end) return left->end < right->end ? -1 : 1;
  return compare_sizes(left->place, right->place);
}

static int compare_seats(const struct followup_interviewer *one, const struct followup_interviewer *other) {
  int order = compare_sizes(one->interview->place, other->interview->place);
  return order != 0 ? order : compare_sizes(one->place, other->place);
}

int order_by_email(const void *one, const void *other) {
  const struct followup_interviewer *left = one, *right = other;
  int order = address_compare(&left->email, &right->email);
  return order != 0 ? order : compare_seats(left, right);
}

int order_by_name(const void *one, const void *other) {
  const struct followup_interviewer *left = one, *right = other;
  int order = name_compare(&left->name, &right->name);
  return order != 0 ? order : compare_seats(left, right);
}
