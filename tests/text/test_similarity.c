/* The similarity of two texts and of many, as a caller sees it. test_similarity PAIRS.tsv */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <followup.h>

#include "support/run.h"

#define Z FOLLOWUP_ZERO_TERMINATED

static const char *pairs_path;
static followup_linter *linter;
static followup_scratch *scratch;
static followup_similarity *similarity;

static double share(const char *one, const char *other) {
  ck_assert_int_eq(followup_similarity_read(linter, scratch, one, Z, other, Z, NULL, 0, &similarity, NULL),
                   FOLLOWUP_OK);
  return followup_similarity_share(similarity);
}

static bool same(const char *one, const char *other) {
  share(one, other);
  return followup_similarity_same(similarity);
}

#define NOTE(name, text) "Dear " name ",\n\n" text "\n\nKind regards,\nAmara\n"

/* Pairs written by hand */

static char *with_lines(char *text) {
  char *to = text;
  for (const char *from = text; *from != '\0'; from++) {
    bool line = from[0] == '\\' && from[1] == 'n';
    *to++ = line ? '\n' : *from;
    from += line;
  }
  *to = '\0';
  return text;
}

static const char *judged(const char *one, const char *other) {
  if (same(one, other)) return "identical";
  return share(one, other) >= 0.5 ? "similar" : "different"; /* the policy's default */
}

START_TEST(pairs_are_told_apart_as_a_reader_would) {
  FILE *file = fopen(pairs_path, "r");
  ck_assert_ptr_nonnull(file);
  char *line = NULL, *rest = NULL;
  size_t room = 0;
  int count = 0;
  ck_assert_int_gt(getline(&line, &room, file), 0);
  for (; getline(&line, &room, file) > 0; count++) {
    const char *id = strtok_r(line, "\t\n", &rest), *expected = strtok_r(NULL, "\t\n", &rest);
    strtok_r(NULL, "\t\n", &rest);
    char *one = with_lines(strtok_r(NULL, "\t\n", &rest)), *other = with_lines(strtok_r(NULL, "\t\n", &rest));
    const char *found = judged(one, other);
    ck_assert_msg(strcmp(found, expected) == 0, "%s: %s at %.2f", id, found, share(one, other));
    ck_assert(share(one, other) == share(other, one));
  }
  ck_assert_int_gt(count, 40);
  free(line);
  fclose(file);
}
END_TEST

/* Setting aside */

START_TEST(what_is_around_the_text_does_not_count) {
  ck_assert(
      same("Dear Ana,\n\nThe kiln is older than the town.\n\nBest,\nKim\n",
           "Good morning Mr. Okri,\n\nThe kiln is older than the town.\n\nYours sincerely,\nKim Lee\n+44 20 7946 0000\n"
           "\nOn Tue, Ana wrote:\n> The kiln is cold.\n"));
}
END_TEST

START_TEST(names_and_titles_are_set_aside) {
  ck_assert(same(NOTE("Ana", "Thank you, Ana, for the kiln."), NOTE("Dr. Okri", "Thank you, Dr. Okri, for the kiln.")));
  ck_assert(!same(NOTE("Ana", "Thank you, Ana, for the kiln."), NOTE("Ben", "Thank you, Cleo, for the kiln.")));
  ck_assert(same(NOTE("Mr van der Linde", "I am glad of it, Mr van der Linde, and of the kiln."),
                 NOTE("Ben", "I am glad of it, Ben, and of the kiln.")));
  const char *one = NOTE("Ana", "As Head of Glazes you know Cleo and the kiln.");
  const char *other = NOTE("Ben", "As Chief Potter you know Dora and the kiln.");
  ck_assert(!same(one, other));
  ck_assert_int_eq(followup_similarity_read(linter, scratch, one, Z, other, Z,
                                            "Cleo Ames, Dora Bell, Head of Glazes, Chief Potter", Z, &similarity, NULL),
                   FOLLOWUP_OK);
  ck_assert(followup_similarity_same(similarity));
}
END_TEST

START_TEST(case_punctuation_contractions_and_endings_do_not_count) {
  ck_assert(same(NOTE("Ana", "I'm sure that it's the kiln, and I would visit it."),
                 NOTE("Ben", "i am sure that it is the Kiln; and I'd visits it!")));
}
END_TEST

START_TEST(names_in_other_scripts_are_set_aside) {
  ck_assert(same("Αγαπητή Ελένη,\n\nThank you, Ελένη, for the tour of the kiln.\n\nBest,\nKim\n",
                 "Αγαπητέ Νίκο,\n\nThank you, Νίκο, for the tour of the kiln.\n\nBest,\nKim\n"));
  ck_assert(same("Dear 田中,\n\nThank you, 田中, for the tour of the kiln.\n\nBest,\nKim\n",
                 "Dear 山本,\n\nThank you, 山本, for the tour of the kiln.\n\nBest,\nKim\n"));
  ck_assert(same("Dear ليلى,\n\nThank you, ليلى, for the tour of the kiln.\n\nBest,\nKim\n",
                 "Dear سمير,\n\nThank you, سمير, for the tour of the kiln.\n\nBest,\nKim\n"));
}
END_TEST

/* The number */

START_TEST(a_text_without_prose_shares_nothing) {
  static const char *const empty[] = {"", "\n\n", "Dear Ana,\n\nBest,\nKim\n", "…"};
  for (size_t i = 0; i < sizeof empty / sizeof empty[0]; i++)
    for (size_t j = 0; j < sizeof empty / sizeof empty[0]; j++) {
      ck_assert(share(empty[i], empty[j]) == 0);
      ck_assert(!followup_similarity_same(similarity));
      ck_assert_uint_eq(followup_similarity_passage_count(similarity), 0);
    }
  ck_assert(share("", NOTE("Ana", "The kiln is old.")) == 0);
}
END_TEST

START_TEST(formulas_weigh_an_eighth) {
  /* 7 words of a formula and 7 of one's own: 7 and 56 of 63 parts. */
  const char *text = "Thank you so much for your time. My old aunt fires tiles in Delft.";
  double formula = share(text, "Thank you so much for your time. Her dog sleeps under every garden bench.");
  double own = share(text, "The dog sleeps under every garden bench. My old aunt fires tiles in Delft.");
  ck_assert_msg(formula > 0.1 && formula < 0.12, "%f", formula);
  ck_assert_msg(own > 0.63 && own < 0.65, "%f", own);
}
END_TEST

START_TEST(fewer_than_three_words_in_a_row_are_not_shared) {
  ck_assert(share("The old kiln burns beech.", "An old kiln needs oak.") == 0);
  ck_assert(share("The old kiln burns beech.", "Where the old kiln stands") > 0);
}
END_TEST

START_TEST(words_said_again_and_again_count_once) {
  double number =
      share("The old kiln burns beech wood.",
            "The old kiln burns. The old kiln burns. The old kiln burns. The old kiln burns. The old kiln burns.");
  ck_assert(number > 0 && number < 0.4);
}
END_TEST

/* Passages */

START_TEST(passages_are_the_same_words_in_both_texts) {
  const char *one = NOTE("Ana", "What will stay with me is the “blue” kiln, because it shows why this house matters.");
  const char *other = NOTE("Ben", "What will stay with me is the red dog, because it shows why this house matters.");
  ck_assert(share(one, other) > 0.5);
  ck_assert_uint_eq(followup_similarity_passage_count(similarity), 2);
  static const char *const wanted[] = {"What will stay with me is the", "because it shows why this house matters"};
  for (size_t i = 0; i < 2; i++) {
    size_t one_start, one_end, other_start, other_end;
    ck_assert(followup_similarity_passage(similarity, i, &one_start, &one_end, &other_start, &other_end));
    ck_assert_uint_eq(one_end - one_start, strlen(wanted[i]));
    ck_assert(strncmp(one + one_start, wanted[i], one_end - one_start) == 0);
    ck_assert_uint_eq(other_end - other_start, strlen(wanted[i]));
    ck_assert(strncmp(other + other_start, wanted[i], other_end - other_start) == 0);
  }
  ck_assert(!followup_similarity_passage(similarity, 2, NULL, NULL, NULL, NULL));
  ck_assert(followup_similarity_passage(similarity, 0, NULL, NULL, NULL, NULL));
}
END_TEST

START_TEST(passages_that_moved_are_found_and_do_not_overlap) {
  ck_assert(share("The kiln is old and blue. The dog is young and red.",
                  "The dog is young and red. The kiln is old and blue.") == 1);
  ck_assert(!followup_similarity_same(similarity));
  size_t before = 0;
  for (size_t i = 0, start, end; followup_similarity_passage(similarity, i, &start, &end, NULL, NULL); i++) {
    ck_assert_uint_ge(start, before);
    ck_assert_uint_gt(end, start);
    before = end;
  }
}
END_TEST

/* Limits and failures */

static char *long_text(const char *piece, size_t bytes) {
  char *text = malloc(bytes + strlen(piece) + 1);
  ck_assert_ptr_nonnull(text);
  size_t length = 0;
  while (length < bytes) length += (size_t)sprintf(text + length, "%s", piece);
  return text;
}

/* The one text has "is" and "not" together in a word, the other has its first words apart from its last. */
START_TEST(passages_part_at_a_contraction_as_a_whole) {
  size_t end, start;
  share(NOTE("Ana", "The tall old pump by the dock isn't painted green any longer now."),
        NOTE("Bo", "We saw the tall old pump by the dock is leaking. It was not painted green any longer now."));
  size_t count = followup_similarity_passage_count(similarity);
  ck_assert_uint_ge(count, 2);
  for (size_t i = 1; i < count; i++) {
    ck_assert(followup_similarity_passage(similarity, i - 1, NULL, &end, NULL, NULL));
    ck_assert(followup_similarity_passage(similarity, i, &start, NULL, NULL, NULL));
    ck_assert_uint_ge(start, end);
  }
}
END_TEST

START_TEST(a_megabyte_is_compared) {
  char *same_words = long_text("kiln ", 1 << 20), *sentences = long_text("The old kiln burns beech again. ", 1 << 20);
  ck_assert(share(same_words, sentences) < 0.01);
  ck_assert(share(sentences, sentences) == 1);
  ck_assert(share(sentences, "The old kiln burns beech again.") < 0.01);
  ck_assert(share(same_words, "The kiln kiln kiln") < 0.01);
  free(same_words);
  free(sentences);
}
END_TEST

START_TEST(bad_arguments_are_refused_and_say_which) {
  followup_error *error = NULL;
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_similarity_read(linter, scratch, "a", Z, "b\xFF", Z, NULL, 0, &similarity, error),
                   FOLLOWUP_E_UTF8);
  ck_assert_str_eq(followup_error_member(error), "other");
  ck_assert_uint_eq(followup_error_offset(error), 1);
  ck_assert_int_eq(followup_similarity_read(linter, scratch, "a", Z, "b", Z, "\xFF", Z, &similarity, error),
                   FOLLOWUP_E_UTF8);
  ck_assert_str_eq(followup_error_member(error), "names");
  ck_assert_int_eq(followup_similarity_read(linter, scratch, NULL, Z, "b", Z, NULL, 0, &similarity, error),
                   FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_similarity_read(linter, scratch, "a", Z, "b", Z, NULL, 0, NULL, error),
                   FOLLOWUP_E_ARGUMENT);
  followup_comparison *comparison = NULL;
  ck_assert_int_eq(followup_comparison_new(NULL, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_comparison_new(linter, &comparison, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_comparison_add(comparison, "\xFF", Z, NULL, 0, 1, error), FOLLOWUP_E_UTF8);
  ck_assert_uint_eq(followup_comparison_count(comparison), 0);
  ck_assert_int_eq(followup_comparison_run(comparison, 0, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_comparison_run(comparison, 1.01, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_comparison_run(comparison, 0.0 / 0.0, error), FOLLOWUP_E_ARGUMENT);
  followup_comparison_free(comparison);
  followup_error_free(error);
}
END_TEST

START_TEST(no_handle_is_no_crash) {
  followup_similarity_free(NULL);
  followup_comparison_free(NULL);
  followup_comparison_clear(NULL);
  ck_assert(followup_similarity_share(NULL) == 0);
  ck_assert(!followup_similarity_same(NULL));
  ck_assert(!followup_similarity_passage(NULL, 0, NULL, NULL, NULL, NULL));
  ck_assert_uint_eq(followup_comparison_count(NULL), 0);
  ck_assert(!followup_comparison_nearest(NULL, 0, NULL, NULL, NULL));
  ck_assert(!followup_comparison_is_settled(NULL, 0));
  ck_assert_int_eq(followup_comparison_add(NULL, "a", Z, NULL, 0, 0, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_comparison_run(NULL, 0.5, NULL), FOLLOWUP_E_ARGUMENT);
}
END_TEST

/* Many */

START_TEST(each_of_many_names_its_nearest) {
  static const char *const notes[] = {
      NOTE("Ana", "The blue kiln at the harbour burns nothing but beech."),
      NOTE("Ben", "The red kiln at the harbour burns nothing but beech."),
      NOTE("Cleo", "My cousin plays the tuba in three bands at once."),
      NOTE("Dora", "The blue kiln at the harbour burns nothing but beech."),
      NOTE("Ana", "The blue kiln at the harbour burns nothing but beech wood."),
  };
  static const uint64_t owners[] = {1, 2, 3, 4, 1};
  followup_comparison *comparison = NULL;
  size_t other = 99;
  double number = 0;
  bool identical = false;
  ck_assert_int_eq(followup_comparison_new(NULL, &comparison, NULL), FOLLOWUP_OK);
  for (size_t i = 0; i < 5; i++)
    ck_assert_int_eq(followup_comparison_add(comparison, notes[i], Z, NULL, 0, owners[i], NULL), FOLLOWUP_OK);
  ck_assert(!followup_comparison_nearest(comparison, 0, NULL, NULL, NULL)); /* not run yet */
  ck_assert_int_eq(followup_comparison_run(comparison, 0.5, NULL), FOLLOWUP_OK);
  ck_assert(followup_comparison_nearest(comparison, 0, &other, &number, &identical));
  ck_assert_uint_eq(other, 3); /* not 4, which is of the same owner */
  ck_assert(identical && number == 1);
  ck_assert(followup_comparison_nearest(comparison, 1, &other, &number, &identical));
  ck_assert(!identical && number == share(notes[1], notes[other]));
  ck_assert(!followup_comparison_nearest(comparison, 2, &other, &number, &identical));
  ck_assert(followup_comparison_nearest(comparison, 4, &other, &number, &identical));
  ck_assert_uint_eq(other, 3);
  ck_assert(!identical && number == share(notes[4], notes[3]));
  for (size_t i = 0; i < 5; i++) ck_assert(followup_comparison_is_settled(comparison, i));
  ck_assert(!followup_comparison_is_settled(comparison, 5));
  followup_comparison_clear(comparison);
  ck_assert_uint_eq(followup_comparison_count(comparison), 0);
  ck_assert_int_eq(followup_comparison_run(comparison, 1, NULL), FOLLOWUP_OK);
  followup_comparison_free(comparison);
}
END_TEST

/* Memory */

struct counted {
  long left, held; /* allocations until all fail, -1: none does; blocks out */
};

static void *counted_allocate(size_t size, void *user) {
  struct counted *counted = user;
  if (counted->left == 0) return NULL;
  if (counted->left > 0) counted->left--;
  counted->held++;
  return malloc(size);
}

static void counted_release(void *block, void *user) {
  ((struct counted *)user)->held--;
  free(block);
}

static followup_status use_all(const followup_context *context) {
  followup_linter *own = NULL;
  followup_comparison *comparison = NULL;
  followup_similarity *made = NULL;
  const char *one = NOTE("Ana", "The blue kiln burns nothing but beech."),
             *other = NOTE("Ben", "The red kiln burns nothing but beech.");
  followup_status status = followup_linter_new(context, NULL, &own, NULL);
  if (status == FOLLOWUP_OK)
    status = followup_similarity_read(own, NULL, one, Z, other, Z, "Ana Torres", Z, &made, NULL);
  if (status == FOLLOWUP_OK) status = followup_comparison_new(own, &comparison, NULL);
  if (status == FOLLOWUP_OK) status = followup_comparison_add(comparison, one, Z, NULL, 0, 1, NULL);
  if (status == FOLLOWUP_OK) status = followup_comparison_add(comparison, other, Z, NULL, 0, 2, NULL);
  if (status == FOLLOWUP_OK) status = followup_comparison_run(comparison, 0.5, NULL);
  ck_assert_int_eq(followup_comparison_nearest(comparison, 0, NULL, NULL, NULL), status == FOLLOWUP_OK);
  followup_similarity_free(made);
  followup_comparison_free(comparison);
  followup_linter_free(own);
  return status;
}

START_TEST(every_allocation_may_fail) {
  long n = 0;
  for (followup_status status = FOLLOWUP_E_MEMORY; status != FOLLOWUP_OK; n++) {
    struct counted counted = {.left = -1};
    followup_context *context = NULL;
    ck_assert_int_eq(followup_context_new(counted_allocate, counted_release, &counted, &context), FOLLOWUP_OK);
    counted.left = n;
    status = use_all(context);
    ck_assert(status == FOLLOWUP_OK || status == FOLLOWUP_E_MEMORY);
    counted.left = -1;
    followup_context_free(context);
    ck_assert_int_eq(counted.held, 0);
  }
  ck_assert_int_gt(n, 40);
}
END_TEST

START_TEST(a_warm_comparison_takes_no_memory) {
  struct counted counted = {.left = -1};
  followup_context *context = NULL;
  followup_linter *own = NULL;
  followup_scratch *warm = NULL;
  followup_similarity *made = NULL;
  const char *one = NOTE("Ana", "The blue kiln burns nothing but beech."),
             *other = NOTE("Ben", "The red kiln burns nothing but beech.");
  ck_assert_int_eq(followup_context_new(counted_allocate, counted_release, &counted, &context), FOLLOWUP_OK);
  ck_assert_int_eq(followup_linter_new(context, NULL, &own, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_scratch_new(own, &warm, NULL), FOLLOWUP_OK);
  for (int turn = 0; turn < 3; turn++) {
    ck_assert_int_eq(followup_similarity_read(own, warm, one, Z, other, Z, NULL, 0, &made, NULL), FOLLOWUP_OK);
    counted.left = 0;
  }
  counted.left = -1;
  ck_assert_int_eq(followup_similarity_read(linter, scratch, one, Z, other, Z, NULL, 0, &made, NULL),
                   FOLLOWUP_E_ARGUMENT); /* of another context */
  followup_similarity_free(made);
  followup_scratch_free(warm);
  followup_linter_free(own);
  followup_context_free(context);
}
END_TEST

int main(int count, char **words) {
  if (count < 2 || followup_linter_new(NULL, NULL, &linter, NULL) != FOLLOWUP_OK ||
      followup_scratch_new(linter, &scratch, NULL) != FOLLOWUP_OK)
    return 2;
  pairs_path = words[1];
  int failed =
      run_tests("similarity",
                (const TTest *[]){
                    pairs_are_told_apart_as_a_reader_would, what_is_around_the_text_does_not_count,
                    names_and_titles_are_set_aside, case_punctuation_contractions_and_endings_do_not_count,
                    names_in_other_scripts_are_set_aside, a_text_without_prose_shares_nothing, formulas_weigh_an_eighth,
                    fewer_than_three_words_in_a_row_are_not_shared, words_said_again_and_again_count_once,
                    passages_are_the_same_words_in_both_texts, passages_that_moved_are_found_and_do_not_overlap,
                    passages_part_at_a_contraction_as_a_whole, a_megabyte_is_compared,
                    bad_arguments_are_refused_and_say_which, no_handle_is_no_crash, each_of_many_names_its_nearest,
                    every_allocation_may_fail, a_warm_comparison_takes_no_memory, NULL});
  followup_similarity_free(similarity);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  return failed;
}
