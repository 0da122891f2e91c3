/* Two texts, a byte 0xFF between them: what they share, and what the one takes up of the other. */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

static void check_span(const struct fuzz_text *text, size_t start, size_t end) {
  MUST(start < end && end <= text->length);
  MUST(fuzz_is_border(text->bytes, text->length, start) && fuzz_is_border(text->bytes, text->length, end));
}

static void check_passages(const followup_similarity *similarity, const struct fuzz_text *one,
                           const struct fuzz_text *other) {
  size_t before = 0, start, end, other_start, other_end;
  for (size_t i = 0; i < followup_similarity_passage_count(similarity); i++) {
    MUST(followup_similarity_passage(similarity, i, &start, &end, &other_start, &other_end));
    MUST(start >= before);
    check_span(one, start, end);
    check_span(other, other_start, other_end);
    before = end;
  }
  MUST(!followup_similarity_passage(similarity, followup_similarity_passage_count(similarity), &start, &end, NULL,
                                    NULL));
}

static double share_of(const struct fuzz_text *one, const struct fuzz_text *other) {
  static followup_similarity *similarity;
  MUST(followup_similarity_read(fuzz_linter(), fuzz_scratch(), one->bytes, one->length, other->bytes, other->length,
                                NULL, 0, &similarity, NULL) == FOLLOWUP_OK);
  double share = followup_similarity_share(similarity);
  MUST(share >= 0 && share <= 1);
  if (followup_similarity_same(similarity)) MUST(share == 1);
  check_passages(similarity, one, other);
  return share;
}

/* The comparison of many says of two what the comparison of two says. */
static void check_comparison(const struct fuzz_text *one, const struct fuzz_text *other, double share) {
  static followup_comparison *comparison;
  if (comparison == NULL) MUST(followup_comparison_new(fuzz_linter(), &comparison, NULL) == FOLLOWUP_OK);
  followup_comparison_clear(comparison);
  MUST(followup_comparison_add(comparison, one->bytes, one->length, NULL, 0, 1, NULL) == FOLLOWUP_OK);
  MUST(followup_comparison_add(comparison, other->bytes, other->length, NULL, 0, 2, NULL) == FOLLOWUP_OK);
  MUST(followup_comparison_run(comparison, 0.25, NULL) == FOLLOWUP_OK);
  size_t nearest;
  double found;
  if (followup_comparison_nearest(comparison, 0, &nearest, &found, NULL)) {
    MUST(nearest == 1 && found > share - 1e-6 && found < share + 1e-6);
  } else {
    MUST(share < 0.25 + 1e-6);
  }
}

static void check_uptake(const struct fuzz_text *body, const struct fuzz_text *note) {
  static followup_uptake *uptake;
  struct fuzz_text ended = fuzz_copy(note->bytes, note->length);
  ended.bytes = realloc(ended.bytes, ended.length + 1);
  MUST(ended.bytes != NULL);
  ended.bytes[ended.length] = '\0';
  const char *notes[] = {ended.bytes};
  size_t start, end;
  MUST(followup_uptake_read_text(fuzz_linter(), fuzz_scratch(), body->bytes, body->length, notes, 1, &uptake, NULL) ==
       FOLLOWUP_OK);
  for (size_t i = 0; i < followup_uptake_count(uptake); i++) {
    MUST(followup_uptake_note(uptake, i) == 0 && followup_uptake_way_name(followup_uptake_how(uptake, i)) != NULL);
    MUST(followup_uptake_sureness(uptake, i) >= 0.5 && followup_uptake_sureness(uptake, i) <= 1);
    MUST(followup_uptake_span(uptake, i, FOLLOWUP_UNIT_BYTES, &start, &end));
    check_span(body, start, end);
  }
  for (size_t i = 0; i < followup_uptake_detail_count(uptake); i++) {
    MUST(followup_uptake_detail_span(uptake, i, FOLLOWUP_UNIT_BYTES, &start, &end));
    check_span(body, start, end);
  }
  free(ended.bytes);
}

static void check_pair(const struct fuzz_text *one, const struct fuzz_text *other) {
  double share = share_of(one, other), back = share_of(other, one);
  MUST(share == back);
  double own = share_of(one, one);
  MUST(own == 1 || own == 0);
  check_comparison(one, other, share);
  check_uptake(one, other);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  const uint8_t *middle = size > 0 ? memchr(bytes, 0xFF, size) : NULL;
  if (middle == NULL) return 0;
  struct fuzz_text one = fuzz_copy((const char *)bytes, (size_t)(middle - bytes));
  struct fuzz_text other = fuzz_copy((const char *)middle + 1, size - one.length - 1);
  if (fuzz_first_bad_byte(one.bytes, one.length) == one.length &&
      fuzz_first_bad_byte(other.bytes, other.length) == other.length)
    check_pair(&one, &other);
  free(one.bytes);
  free(other.bytes);
  return 0;
}
