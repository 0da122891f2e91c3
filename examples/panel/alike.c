#include "alike.h"

#include <stdlib.h>
#include <string.h>

#define Z FOLLOWUP_ZERO_TERMINATED

/* Names */

static size_t add_name(char *names, size_t length, const char *name) {
  size_t more = strlen(name);
  if (names != NULL) {
    memcpy(names + length, name, more);
    memcpy(names + length + more, "\n", 2);
  }
  return length + more + 1;
}

/* Writes the names where there is room for them, and tells how much they need. */
static size_t list_names(const struct seats *seats, char *names) {
  const followup_candidate *candidate = followup_case_candidate(seats->of);
  size_t length = add_name(names, 0, followup_candidate_name(candidate));
  for (size_t i = 0; i < seats->count; i++) {
    length = add_name(names, length, followup_interviewer_name(seats->items[i].person));
    length = add_name(names, length, followup_interviewer_title(seats->items[i].person));
  }
  return length;
}

static bool take_names(struct alike *alike, const struct seats *seats) {
  alike->names = malloc(list_names(seats, NULL) + 1);
  if (alike->names != NULL) list_names(seats, alike->names);
  return alike->names != NULL;
}

/* Pairs */

static followup_status add_notes(const struct alike *alike, const struct seats *seats, followup_comparison *comparison,
                                 size_t *seat_of, followup_error *error) {
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; status == FOLLOWUP_OK && i < seats->count; i++) {
    size_t length;
    if (seats->items[i].note == NULL) continue;
    const char *body = followup_message_body(seats->items[i].note, &length);
    seat_of[followup_comparison_count(comparison)] = i;
    status = followup_comparison_add(comparison, body, length, alike->names, Z, i, error);
  }
  return status;
}

static bool is_known(const struct alike *alike, const struct pair *pair) {
  for (size_t i = 0; i < alike->pair_count; i++)
    if (alike->pairs[i].one == pair->other && alike->pairs[i].other == pair->one) return true;
  return false;
}

static void keep_pairs(struct alike *alike, const followup_comparison *comparison, const size_t *seat_of) {
  for (size_t i = 0; i < followup_comparison_count(comparison); i++) {
    size_t other;
    struct pair pair = {.one = seat_of[i]};
    if (!followup_comparison_nearest(comparison, i, &other, &pair.share, &pair.same)) continue;
    pair.other = seat_of[other];
    if (!is_known(alike, &pair)) alike->pairs[alike->pair_count++] = pair;
  }
}

static followup_status find_pairs(struct alike *alike, const struct seats *seats, int percent, size_t *seat_of,
                                  followup_error *error) {
  followup_comparison *comparison = NULL;
  followup_status status = followup_comparison_new(alike->linter, &comparison, error);
  if (status == FOLLOWUP_OK) status = add_notes(alike, seats, comparison, seat_of, error);
  if (status == FOLLOWUP_OK) status = followup_comparison_run(comparison, percent / 100.0, error);
  if (status == FOLLOWUP_OK) keep_pairs(alike, comparison, seat_of);
  followup_comparison_free(comparison);
  return status;
}

followup_status alike_find(struct alike *alike, const struct seats *seats, int percent, followup_error *error) {
  size_t *seat_of = calloc(seats->count + 1, sizeof *seat_of);
  alike->pairs = calloc(seats->count + 1, sizeof *alike->pairs);
  alike->pair_count = 0;
  followup_status status = FOLLOWUP_E_MEMORY;
  if (seat_of != NULL && alike->pairs != NULL && take_names(alike, seats))
    status = find_pairs(alike, seats, percent, seat_of, error);
  else
    followup_error_set(error, status, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, NULL);
  free(seat_of);
  return status;
}

void alike_free(struct alike *alike) {
  free(alike->names);
  free(alike->pairs);
}

followup_status alike_compare(const struct alike *alike, const struct seats *seats, size_t one, size_t other,
                              followup_similarity **similarity, followup_error *error) {
  size_t one_length, other_length;
  const char *one_body = followup_message_body(seats->items[one].note, &one_length);
  const char *other_body = followup_message_body(seats->items[other].note, &other_length);
  return followup_similarity_read(alike->linter, alike->scratch, one_body, one_length, other_body, other_length,
                                  alike->names, Z, similarity, error);
}
