/* Names: which words of two mean one person, and which order a name with a comma stands in. */
#include <string.h>

#include "pack_en.h"
#include "support/run.h"
#include "text/name_match.h"
#include "text/name_order.h"

static void check_agree(const char *one, const char *other, bool agree) {
  ck_assert_msg(name_words_agree(&pack_en, one, strlen(one), other, strlen(other)) == agree, "%s, %s", one, other);
  ck_assert_msg(name_words_agree(&pack_en, other, strlen(other), one, strlen(one)) == agree, "%s, %s", other, one);
}

START_TEST(short_forms_initials_and_other_keyboards_mean_the_same_name) {
  check_agree("ana", "ana", true);
  check_agree("robert", "bob", true);
  check_agree("liz", "beth", true);
  check_agree("jose", "j", true);
  check_agree("jos\xC3\xA9", "jose", true);
  check_agree("m\xC3\xBCller", "mueller", true);
  check_agree("m\xC3\xBCller", "muller", true);
  check_agree("aase\xC3\xBC", "\xC3\xA5seue", true);
  check_agree("", "", false);
  check_agree("-", "ana", false);
  check_agree("tom", "ana", false);
  check_agree("t", "ana", false);
  check_agree("tom", "jos\xC3\xA9", false);
  check_agree("bob", "liz", false);
}
END_TEST

START_TEST(a_name_with_a_comma_is_turned_round_and_an_addition_is_not) {
  static const char *const rows[][2] = {{"Torres, Ana", "Ana Torres"},
                                        {"Torres,Ana", "Ana Torres"},
                                        {"Luc, Jean-Luc", "Jean-Luc Luc"},
                                        {"Lee, Ana  Maria", "Ana  Maria Lee"},
                                        {"Ana Torres", ""},
                                        {"Lee, Jr", ""},
                                        {"Lee, Ana Esq", ""},
                                        {"Lee, M.D.", ""},
                                        {"Lee, PhD", ""},
                                        {"Lee, ana", ""},
                                        {",Ana", ""},
                                        {"Lee,", ""},
                                        {"Lee,  ", ""},
                                        {"Lee, Ana, PhD", ""}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    char turned[64] = "";
    size_t length = name_in_order(rows[i][0], strlen(rows[i][0]), turned);
    ck_assert_msg(length == strlen(rows[i][1]) && memcmp(turned, rows[i][1], length) == 0, "%s", rows[i][0]);
  }
}
END_TEST

int main(void) {
  return run_tests("names", (const TTest *[]){short_forms_initials_and_other_keyboards_mean_the_same_name,
                                              a_name_with_a_comma_is_turned_round_and_an_addition_is_not, NULL});
}
