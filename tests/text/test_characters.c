/* Which characters are of which sort: one that is, and the nearest that is not. */
#include "text/characters.h"

#include <string.h>

#include "support/run.h"

struct sort {
  const char *name;
  bool (*holds)(uint32_t);
  uint32_t yes[24], no[24]; /* 0 ends them */
};

static const struct sort sorts[] = {
    {"space",
     is_space,
     {' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xA0, 0x1680, 0x2000, 0x200A, 0x200B, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000, 0xFEFF},
     {'a',    '_',    8,      14,     0x84,   0x86,   0x9F,   0xA1,   0x1681, 0x1FFF,
      0x200C, 0x2027, 0x202A, 0x202E, 0x2030, 0x205E, 0x2060, 0x2FFF, 0x3001, 0xFEFE}},
    {"line break", is_line_break, {'\n', '\r', 0x2028, 0x2029}, {' ', '\t', 0x0B, 0x0C, 0x85, 0x2027, 0x202A}},
    {"terminal",
     is_terminal,
     {'.', '!', '?', 0x2026, 0x203C, 0x3002, 0xFF0E, 0x61F},
     {',', ':', ';', '/', '>', 0x2025, 0x2027, 'a', 0xE9}},
    {"question mark",
     is_question_mark,
     {'?', 0x203D, 0x2047, 0x2048, 0x2049, 0x37E, 0x61F, 0xFF1F},
     {'!', '.', '@', 0x203C, 0x203E, 0x2046, 0x204A, 0x37D, 0x37F, 0x620, 0xFF1E}},
    {"exclamation mark",
     is_exclamation_mark,
     {'!', 0x203C, 0x203D, 0x2048, 0x2049, 0xFF01},
     {'?', '.', '"', ' ', 0x203B, 0x203E, 0x2047, 0x204A, 0xFF02}},
    {"closer",
     is_closer,
     {')', ']', '}', '"', '\'', '*', '_', 0x2019, 0x201D, 0xBB, 0x300D},
     {'.', ',', 'a', '+', '^', '|', '~', '%', 0x2026, 0x2013}},
    {"dash", is_dash, {'-', 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015}, {'_', ',', '.', 0x200F, 0x2016}},
    {"apostrophe", is_apostrophe, {'\'', 0x2019, 0x2BC}, {'"', '`', 0x2018, 0x201A, 0x2BB, 0x2BD}},
    {"currency", is_currency, {'$', 0xA3, 0xA5, 0x20AC}, {'#', '%', 'E', 0xA6, 0x2116}},
    {"letter", is_letter, {'a', 'z', 'A', 'Z', 0xE9, 0x3B1, 0x4E2D}, {'0', '@', '[', '`', '{', 0xD7, 0xF7, 0x2013}},
    {"digit", is_digit, {'0', '9', 0x660, 0xFF11}, {'/', ':', 'a', 0xB2, 0x2160}},
    {"upper", is_upper, {'A', 'M', 'Z', 0xC9, 0x1C5}, {'a', 'z', '@', '[', '1', 0xE9, 0x4E2D}},
    {"lower", is_lower, {'a', 'm', 'z', 0xE9, 0xDF}, {'A', 'Z', '`', '{', '1', 0xC9, 0x1C5}},
    {"emoji",
     is_emoji,
     {0x2639, 0x263A, 0x2665, 0x2764, 0x1F1E6, 0x1F1FF, 0x1F600, 0x1F44D, 0x2705, 0x26A1, 0x1F9D1},
     {':', 'a', 0x2190, 0x25FF, 0x2600, 0x2638, 0x263B, 0x2664, 0x2666, 0x2763, 0x2765, 0x1F200, 0x4E2D, 0x20000}},
    {"emoji tail",
     is_emoji_tail,
     {0xFE0F, 0xFE0E, 0x200D, 0x20E3, 0x1F3FB, 0x1F3FF, 0xE0020, 0xE007F},
     {0xFE0D, 0xFE10, 0x200C, 0x200E, 0x20E2, 0x20E4, 0x1F3FA, 0x1F400, 0xE001F, 0xE0080, 'a'}},
};

START_TEST(a_character_is_of_its_sort_and_its_neighbours_are_not) {
  const struct sort *sort = &sorts[_i];
  for (const uint32_t *one = sort->yes; *one != 0; one++)
    ck_assert_msg(sort->holds(*one), "U+%04X is no %s", *one, sort->name);
  for (const uint32_t *one = sort->no; *one != 0; one++)
    ck_assert_msg(!sort->holds(*one), "U+%04X is a %s", *one, sort->name);
}
END_TEST

START_TEST(white_space_of_any_width_is_passed_over_both_ways) {
  const char *text = " \xC2\xA0\xE2\x80\x83word\xE3\x80\x80\t";
  ck_assert_uint_eq(skip_space(text, 0, strlen(text)), 6);
  ck_assert_uint_eq(skip_space(text, 6, strlen(text)), 6);
  ck_assert_uint_eq(skip_space(text, 10, strlen(text)), strlen(text));
  ck_assert_uint_eq(skip_space(text, 0, 1), 1);
  ck_assert_uint_eq(trim_space(text, 0, strlen(text)), 10);
  ck_assert_uint_eq(trim_space(text, 10, strlen(text)), 10);
  ck_assert_uint_eq(trim_space(text, 0, 6), 0);
  ck_assert_uint_eq(skip_space("\xC3\xA9", 0, 2), 0);
  ck_assert_uint_eq(trim_space("\xC3\xA9 ", 0, 3), 2);
}
END_TEST

START_TEST(every_byte_of_ascii_is_of_one_sort_and_the_others_of_none) {
  for (int byte = 0; byte < 256; byte++) {
    unsigned sort = byte >= 0x80                                                   ? NOT_PLAIN
                    : (byte >= '\t' && byte <= '\r') || byte == ' '                ? PLAIN_SPACE
                    : byte >= '0' && byte <= '9'                                   ? PLAIN_DIGIT
                    : (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ? PLAIN_LETTER
                                                                                   : PLAIN_MARK;
    ck_assert_uint_eq(plain_classes[byte], sort);
  }
}
END_TEST

int main(void) {
  Suite *suite = suite_create("characters");
  TCase *tests = tcase_create("characters");
  tcase_add_loop_test(tests, a_character_is_of_its_sort_and_its_neighbours_are_not, 0, sizeof sorts / sizeof *sorts);
  tcase_add_test(tests, white_space_of_any_width_is_passed_over_both_ways);
  tcase_add_test(tests, every_byte_of_ascii_is_of_one_sort_and_the_others_of_none);
  suite_add_tcase(suite, tests);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed != 0;
}
