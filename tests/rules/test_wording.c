/* The wordings of all rules, filled as ICU's message format fills them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/umsg.h>
#include <unicode/ustring.h>

#include "base/memory.h"
#include "pack_en.h"
#include "rules/wording.h"
#include "support/run.h"

enum { ROOM = 4096 };

static void check(const char *pattern, const struct wording_arguments *arguments) {
  static UChar units[5][ROOM], filled[ROOM];
  static char wanted[3 * ROOM];
  const char *texts[] = {pattern, arguments->text, arguments->more[0], arguments->more[1], arguments->more[2]};
  UErrorCode code = U_ZERO_ERROR;
  for (int i = 0; i < 5; i++) u_strFromUTF8(units[i], ROOM, NULL, texts[i], -1, &code);
  UMessageFormat *format = umsg_open(units[0], u_strlen(units[0]), "en", NULL, &code);
  umsg_format(format, filled, ROOM, &code, units[1], units[2], units[3], units[4], (double)arguments->number);
  umsg_close(format);
  u_strToUTF8(wanted, sizeof wanted, NULL, filled, -1, &code);
  ck_assert_msg(U_SUCCESS(code), "%s", pattern);
  char *got = NULL;
  ck_assert_int_eq(wording_render(context_or_default(NULL), pattern, arguments, &got), FOLLOWUP_OK);
  ck_assert_str_eq(got, wanted);
  free(got);
}

static void check_numbers_and_names(const char *pattern) {
  static const int numbers[] = {0, 1, 2, 11, 999, 1000, 1234567, -1, -1000, -12345};
  static const char *const names[] = {"none", "rejection", "hire", "withdrawal", "other", "", "Zo\xC3\xAB's {1} # ''"};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    for (size_t j = 0; j < sizeof names / sizeof *names; j++) {
      struct wording_arguments arguments = {names[(j + 1) % 7], {names[(j + 2) % 7], "two", names[j]}, numbers[i]};
      check(pattern, &arguments);
    }
}

START_TEST(every_wording_is_filled_as_icu_fills_it) {
  size_t count = 0;
  for (size_t i = 0; i < followup_rule_count(); i++) {
    struct pack_wording wording = pack_en_wording(followup_rule_at(i));
    if (wording.explanation != NULL) check_numbers_and_names(wording.explanation);
    if (wording.suggestion != NULL) check_numbers_and_names(wording.suggestion);
    count += wording.explanation != NULL;
  }
  ck_assert_uint_gt(count, 40);
}
END_TEST

START_TEST(branches_quotes_and_numbers_are_read_as_icu_reads_them) {
  static const char *const patterns[] = {"",
                                         "a reader''s name, isn't it",
                                         "# of {4, number}",
                                         "{4,plural,=0{none}one{# thing}other{# things}} left",
                                         "{4, plural, =0 {{3, select, none {no {1}} other {# {2}}}} other {#, {3}}}",
                                         "{3, select, rejection {R {4, plural, one {#} other {#s}}} other {O}}."};
  for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) check_numbers_and_names(patterns[i]);
}
END_TEST

START_TEST(a_long_text_is_cut_between_characters) {
  char text[200], *got = NULL;
  memset(text, 'x', sizeof text);
  memcpy(text + 118, "\xE2\x82\xAC", 3); /* the euro sign would end at 121 */
  text[199] = '\0';
  struct wording_arguments arguments = {text, {"", "", ""}, 0};
  ck_assert_int_eq(wording_render(context_or_default(NULL), "<{0}>", &arguments, &got), FOLLOWUP_OK);
  ck_assert_uint_eq(strlen(got), 1 + 118 + strlen("…") + 1);
  ck_assert_str_eq(got + 1 + 118, "…>");
  free(got);
}
END_TEST

int main(void) {
  return run_tests("wording", (const TTest *[]){every_wording_is_filled_as_icu_fills_it,
                                                branches_quotes_and_numbers_are_read_as_icu_reads_them,
                                                a_long_text_is_cut_between_characters, NULL});
}
