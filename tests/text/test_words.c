/* Words: borders, flags and folds; sentences that do not depend on how lines end or letters are composed. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

static struct text_reader *reader;
static struct text read_text, other_text;

static void open_reader(void) {
  ck_assert_int_eq(text_reader_new(context_or_default(NULL), &reader), FOLLOWUP_OK);
  memset(&read_text, 0, sizeof read_text);
  memset(&other_text, 0, sizeof other_text);
}

static void close_reader(void) {
  text_free(context_or_default(NULL), &read_text);
  text_free(context_or_default(NULL), &other_text);
  text_reader_free(reader);
}

static void read_line(const char *line) {
  ck_assert_int_eq(text_read_line(reader, line, strlen(line), &read_text), FOLLOWUP_OK);
}

static void read_body(const char *body, struct text *read) {
  ck_assert_int_eq(text_read_body(reader, body, strlen(body), read), FOLLOWUP_OK);
}

/* The word that stands in the line as `spelled`; fails where there is none. */
static const struct text_word *word_spelled(const char *spelled) {
  for (size_t i = 0; i < read_text.words.count; i++) {
    const struct text_word *word = &read_text.words.items[i];
    if (word->end - word->start == strlen(spelled) && !memcmp(read_text.bytes + word->start, spelled, strlen(spelled)))
      return word;
  }
  ck_abort_msg("no word [%s] in [%s]", spelled, read_text.bytes);
  return NULL;
}

static const char *fold_of(const struct text_word *word) {
  static _Thread_local char fold[256];
  ck_assert_uint_lt(word->fold_length, sizeof fold);
  memcpy(fold, read_text.folds.items + word->fold, word->fold_length);
  fold[word->fold_length] = '\0';
  return fold;
}

static void assert_flag(const char *spelled, unsigned flag) {
  ck_assert_msg(word_spelled(spelled)->flags & flag, "[%s] lacks flag %x", spelled, flag);
}

static void assert_no_flag(const char *spelled, unsigned flag) {
  ck_assert_msg(!(word_spelled(spelled)->flags & flag), "[%s] has flag %x", spelled, flag);
}

static void assert_fold(const char *spelled, const char *fold) {
  ck_assert_str_eq(fold_of(word_spelled(spelled)), fold);
}

START_TEST(inner_apostrophes_keep_a_word_whole) {
  read_line("I don't think that I’m O'Brien.");
  ck_assert_uint_eq(read_text.words.count, 6);
  assert_fold("don't", "don't");
  assert_fold("I’m", "i'm");
  assert_fold("O'Brien", "o'brien");
}
END_TEST

START_TEST(marks_of_other_keyboards_mean_what_those_of_ascii_do) {
  read_line("tea\u3001milk and bread\uFF0Cham and well\u2010made nuts \u2212 none for 70 \u20AC");
  assert_flag("milk", WORD_COMMA_BEFORE);
  assert_flag("ham", WORD_COMMA_BEFORE);
  assert_flag("made", WORD_HYPHENATED);
  assert_flag("none", WORD_BREAK_BEFORE);
  assert_flag("70", WORD_CURRENCY);
  assert_no_flag("bread", WORD_COMMA_BEFORE);
}
END_TEST

START_TEST(a_stop_inside_a_word_ends_a_sentence_before_a_capital_alone) {
  read_line("The desk.I like it, the lamp.A good one, the U.S.\u2019s rules, a1:30 and 9:30");
  ck_assert_ptr_nonnull(word_spelled("desk"));
  ck_assert_ptr_nonnull(word_spelled("lamp"));
  ck_assert_ptr_nonnull(word_spelled("U.S.\u2019s"));
  ck_assert_ptr_nonnull(word_spelled("a1"));
  ck_assert_ptr_nonnull(word_spelled("9:30"));
}
END_TEST

START_TEST(what_is_invisible_inside_a_word_changes_no_fold) {
  read_line("a \U00011107\U00011131\U00011127 b \U00011107\U0001112E");
  ck_assert_uint_eq(read_text.words.count, 4);
  ck_assert_uint_eq(read_text.words.items[1].fold_length, read_text.words.items[3].fold_length);
  read_line("sad\u2060dle \U00010400ab");
  assert_fold("\U00010400ab", "\U00010428ab");
  assert_fold("sad\u2060dle", "saddle");
}
END_TEST

START_TEST(possessive_endings_are_flagged_and_left_out_of_the_fold) {
  read_line("Okonjo's desk, Ana’s lamp, the students' room, the U.S.'s rules");
  assert_fold("Okonjo's", "okonjo");
  assert_fold("Ana’s", "ana");
  assert_fold("students'", "students");
  assert_fold("U.S.'s", "u.s");
  assert_flag("Okonjo's", WORD_POSSESSIVE);
  assert_flag("students'", WORD_POSSESSIVE);
  assert_no_flag("desk", WORD_POSSESSIVE);
}
END_TEST

START_TEST(a_closing_single_quote_is_no_possessive) {
  read_line("She said 'ask the nurses' and left.");
  assert_no_flag("nurses", WORD_POSSESSIVE);
}
END_TEST

START_TEST(hyphens_split_a_word_and_flag_the_later_part) {
  read_line("a follow-up on well‑known work - up");
  assert_flag("up", WORD_HYPHENATED);
  assert_flag("known", WORD_HYPHENATED);
  assert_no_flag("follow", WORD_HYPHENATED);
  assert_no_flag("known", WORD_BREAK_BEFORE);
  ck_assert(!(read_text.words.items[2].flags & WORD_BREAK_BEFORE));
  const struct text_word *last = &read_text.words.items[read_text.words.count - 1];
  ck_assert(!(last->flags & WORD_HYPHENATED));
  ck_assert(last->flags & WORD_BREAK_BEFORE);
}
END_TEST

START_TEST(numbers_with_separators_are_one_word_of_digits) {
  const char *const numbers[] = {"12", "3.1", "10,000", "9:30", "1/2", "10/21/2025"};
  read_line("At 9:30 we ran 12 tests on 3.1 with 10,000 rows, 1/2 of them by 10/21/2025 on v2.4 of 7th grade.");
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) assert_flag(numbers[i], WORD_DIGITS | WORD_HAS_DIGIT);
  assert_flag("7th", WORD_HAS_DIGIT);
  assert_no_flag("7th", WORD_DIGITS);
  assert_no_flag("rows", WORD_HAS_DIGIT);
}
END_TEST

START_TEST(capitals_are_flagged) {
  read_line("Ana met NASA and the U.S. crew, éCLAIR Émile ÉMILE A");
  assert_flag("Ana", WORD_UPPER_FIRST);
  assert_no_flag("Ana", WORD_ALL_UPPER);
  assert_flag("NASA", WORD_ALL_UPPER);
  assert_flag("U.S", WORD_ALL_UPPER);
  assert_flag("ÉMILE", WORD_ALL_UPPER | WORD_UPPER_FIRST);
  assert_flag("Émile", WORD_UPPER_FIRST);
  assert_no_flag("éCLAIR", WORD_UPPER_FIRST);
  assert_no_flag("A", WORD_ALL_UPPER);
}
END_TEST

START_TEST(marks_before_a_word_are_flagged) {
  read_line("one, two; three (four) five: six \"seven\" eight — nine – ten -- eleven [twelve] thirteen");
  assert_flag("two", WORD_COMMA_BEFORE);
  assert_no_flag("two", WORD_BREAK_BEFORE);
  const char *const broken[] = {"three", "four", "five",   "six",    "seven",   "eight",
                                "nine",  "ten",  "eleven", "twelve", "thirteen"};
  for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) assert_flag(broken[i], WORD_BREAK_BEFORE);
}
END_TEST

START_TEST(currency_signs_beside_a_number_are_flagged) {
  read_line("$92,500.00 or €500 or 700 € or 300 apples, £4");
  assert_flag("92,500.00", WORD_CURRENCY | WORD_DIGITS);
  assert_flag("700", WORD_CURRENCY);
  assert_flag("4", WORD_CURRENCY);
  assert_no_flag("300", WORD_CURRENCY);
}
END_TEST

START_TEST(parts_of_links_addresses_and_file_names_are_flagged) {
  read_line(
      "See https://talks.example.org/watch?v=91, www.example.com, ana@example.org, notes.txt (example.net/ears) or "
      "me.");
  assert_flag("watch", WORD_OF_LINK);
  assert_flag("91", WORD_OF_LINK);
  assert_flag("www.example.com", WORD_OF_LINK);
  assert_flag("ana", WORD_OF_LINK);
  assert_flag("notes.txt", WORD_OF_LINK);
  assert_flag("ears", WORD_OF_LINK);
  assert_no_flag("or", WORD_OF_LINK);
  assert_no_flag("me", WORD_OF_LINK);
  assert_no_flag("See", WORD_OF_LINK);
}
END_TEST

START_TEST(abbreviations_and_numbers_are_no_links) {
  read_line("At 3 p.m. in D.C. I read e.g. 192.0.2.17 and J.R.R. Tolkien, v2.0, i.e. all.");
  for (size_t i = 0; i < read_text.words.count; i++) ck_assert(!(read_text.words.items[i].flags & WORD_OF_LINK));
}
END_TEST

START_TEST(emoji_and_emoticons_are_words) {
  read_line("Great :) day 🎉🎉 for 👩🏽‍💻 us ;-) and ❤️!");
  assert_flag(":)", WORD_EMOJI);
  assert_flag("🎉🎉", WORD_EMOJI);
  assert_flag("👩🏽‍💻", WORD_EMOJI);
  assert_flag(";-)", WORD_EMOJI);
  assert_flag("❤️", WORD_EMOJI);
  assert_no_flag("us", WORD_EMOJI);
}
END_TEST

START_TEST(times_and_bullets_are_no_emoji) {
  read_line("9:00 (at 8) or ✓ 2 © x: D, 3<4");
  for (size_t i = 0; i < read_text.words.count; i++) ck_assert(!(read_text.words.items[i].flags & WORD_EMOJI));
}
END_TEST

START_TEST(folds_ignore_case_in_every_script) {
  read_line("STRASSE Straße ΟΔΟΣ Ŵ");
  assert_fold("STRASSE", "strasse");
  assert_fold("Straße", "strasse");
  assert_fold("ΟΔΟΣ", "οδοσ");
  assert_fold("Ŵ", "ŵ");
}
END_TEST

START_TEST(soft_hyphens_do_not_change_a_fold) {
  read_line("inter\xC2\xADview");
  ck_assert_str_eq(fold_of(&read_text.words.items[0]), "interview");
}
END_TEST

START_TEST(a_missing_space_behind_a_full_stop_parts_two_words) {
  read_line("I was at the desk.The guard knew me.I left Node.js and U.S.A. alone.");
  assert_fold("desk", "desk");
  assert_fold("The", "the");
  assert_fold("Node.js", "node.js");
  ck_assert_uint_eq(read_text.sentences.count, 3);
}
END_TEST

/* How a word was read does not count. */
static int told(const struct text_word *word) { return word->flags & ~(WORD_SIMPLE | WORD_BEHIND_SPACE); }

static void assert_same_folds(void) {
  ck_assert_uint_eq(read_text.words.count, other_text.words.count);
  for (size_t i = 0; i < read_text.words.count; i++) {
    const struct text_word *word = &read_text.words.items[i], *other = &other_text.words.items[i];
    ck_assert_uint_eq(word->fold_length, other->fold_length);
    ck_assert_mem_eq(read_text.folds.items + word->fold, other_text.folds.items + other->fold, word->fold_length);
    ck_assert_uint_eq(word->hash, other->hash);
    ck_assert_msg(told(word) == told(other), "flags of word %zu in [%s]", i, read_text.bytes);
    ck_assert_uint_eq(word->sentence, other->sentence);
    ck_assert_uint_eq(word->zone, other->zone);
  }
}

START_TEST(composed_and_decomposed_letters_give_the_same_words) {
  read_body(
      "Hi Zo\xC3\xAB,\n\nCaf\xC3\xA9, \xC3\x89mile\xE2\x80\x99s na\xC3\xAFve \xE1\xBA\xAE \xED\x95\x9C. \xC3\x85 la "
      "r\xC3\xA9sum\xC3\xA9.\n\nJos\xC3\xA9\n",
      &read_text);
  read_body(
      "Hi Zoe\xCC\x88,\n\nCafe\xCC\x81, E\xCC\x81mile\xE2\x80\x99s nai\xCC\x88ve A\xCC\x86\xCC\x81 "
      "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB. A\xCC\x8A la re\xCC\x81sume\xCC\x81.\n\nJose\xCC\x81\n",
      &other_text);
  assert_same_folds();
  ck_assert_uint_eq(read_text.sentences.count, 2);
  ck_assert_uint_eq(other_text.sentences.count, 2);
}
END_TEST

enum { RANDOM_TEXTS = 400, RANDOM_PIECES = 120 };

/* Letters, digits and marks in all orders, with what sentences turn on. */
static const char *const pieces[] = {
    " ",   " ", " ", " ",    "a",       "b",     "The",    "I", "Dr", "e.g.", "p.m.", "U.S.", "No.", "etc.", "7", "12",
    ".",   ".", ".", ",",    ";",       ":",     "!",      "?", "'",  "\"",   "(",    ")",    "-",   "_",    "/", "@",
    "...", "$", "%", "it's", "x@y.org", "f.txt", "iPhone", "[", "]",  "*",    "&",    "#",    "+",   "s'",   "\n"};

static uint32_t next_random(uint32_t *state) {
  *state = *state * 1664525u + 1013904223u;
  return *state >> 8;
}

/* A text of ASCII, and the same with no-break spaces, which leaves every decision to ICU. */
static void random_texts(uint32_t seed, char *plain, char *spaced) {
  for (size_t i = 0; i < RANDOM_PIECES; i++) {
    const char *piece = pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)];
    bool space = *piece == ' ';
    plain += strlen(strcpy(plain, piece));
    spaced += strlen(strcpy(spaced, space ? "\xC2\xA0" : piece));
  }
}

static void assert_same_folds(void);

START_TEST(plain_text_is_cut_as_icu_cuts_it) {
  for (uint32_t i = 0; i < RANDOM_TEXTS; i++) {
    char plain[RANDOM_PIECES * 8], spaced[RANDOM_PIECES * 8];
    random_texts(i, plain, spaced);
    ck_assert_int_eq(text_read_line(reader, plain, strlen(plain), &read_text), FOLLOWUP_OK);
    ck_assert_int_eq(text_read_line(reader, spaced, strlen(spaced), &other_text), FOLLOWUP_OK);
    ck_assert_msg(read_text.words.count == other_text.words.count, "words of [%s]", plain);
    ck_assert_msg(read_text.sentences.count == other_text.sentences.count, "sentences of [%s]", plain);
    assert_same_folds();
  }
}
END_TEST

static const char *const several_lines =
    "Dear Ana,\n\nThank you for the\ntour. I liked:\n\n- the mill\n- the\n  lamps\n\nDid it run?\n\nBest,\nKim\n\n> "
    "old\n> mail\n";

/* `several_lines` with another line end. */
static void with_line_ends(const char *line_end, char *copy) {
  for (const char *from = several_lines; *from != '\0'; from++) {
    if (*from == '\n')
      copy += strlen(strcpy(copy, line_end));
    else
      *copy++ = *from;
  }
  *copy = '\0';
}

static void assert_same_structure(void) {
  assert_same_folds();
  ck_assert_uint_eq(read_text.zones.count, other_text.zones.count);
  ck_assert_uint_eq(read_text.sentences.count, other_text.sentences.count);
  for (size_t i = 0; i < read_text.sentences.count; i++) {
    ck_assert_uint_eq(read_text.sentences.items[i].first_word, other_text.sentences.items[i].first_word);
    ck_assert_uint_eq(read_text.sentences.items[i].word_count, other_text.sentences.items[i].word_count);
    ck_assert_uint_eq(read_text.sentences.items[i].flags, other_text.sentences.items[i].flags);
  }
}

START_TEST(the_sort_of_line_end_changes_nothing) {
  static const char *const line_ends[] = {"\r\n", "\r", " \n", "\t\r\n", "\xE2\x80\xA8", "\xC2\xA0\n"};
  char copy[512];
  with_line_ends(line_ends[_i], copy);
  read_body(several_lines, &read_text);
  read_body(copy, &other_text);
  assert_same_structure();
  ck_assert_uint_eq(read_text.sentences.count, 5);
}
END_TEST

static bool on_border(const char *bytes, size_t length, size_t at) {
  return at <= length && (at == length || ((unsigned char)bytes[at] & 0xC0) != 0x80);
}

START_TEST(spans_lie_on_character_borders_in_order_and_inside_each_other) {
  read_body(
      "Grüße Zoë —\n\n“Já”… été 🎉? Ça va… ½ naïve\xCC\x81 «où»! 王芳。好！\n\n• ünïté\n\nÀ bientôt,\nÉmile "
      "🙂\n\nP.S. Œuf.\n\n> é\n",
      &read_text);
  const char *bytes = read_text.bytes;
  size_t length = read_text.length, before = 0;
  ck_assert_uint_gt(read_text.words.count, 10);
  for (size_t i = 0; i < read_text.words.count; i++) {
    const struct text_word *word = &read_text.words.items[i];
    const struct text_zone *zone = &read_text.zones.items[word->zone];
    ck_assert(on_border(bytes, length, word->start) && on_border(bytes, length, word->end));
    ck_assert(word->start >= before && word->start < word->end);
    ck_assert(word->start >= zone->start && word->end <= zone->end);
    before = word->end;
    if (word->sentence == NO_SENTENCE) continue;
    const struct text_sentence *sentence = &read_text.sentences.items[word->sentence];
    ck_assert(word->start >= sentence->start && word->end <= sentence->end);
    ck_assert(i >= sentence->first_word && i < sentence->first_word + sentence->word_count);
  }
  for (size_t i = 0; i < read_text.sentences.count; i++) {
    const struct text_sentence *sentence = &read_text.sentences.items[i];
    ck_assert(on_border(bytes, length, sentence->start) && on_border(bytes, length, sentence->end));
    ck_assert(sentence->start >= read_text.zones.items[sentence->zone].start);
    ck_assert(sentence->end <= read_text.zones.items[sentence->zone].end);
    if (i > 0) ck_assert_uint_ge(sentence->start, read_text.sentences.items[i - 1].end);
  }
}
END_TEST

START_TEST(sentence_flags_say_how_it_ends) {
  read_body("Hi Ana,\n\nReally?! Did it (really)? Yes. Fine! 🎉 \"Why?\"\n\n- a lamp\n\nKim\n", &read_text);
  static const unsigned flags[] = {SENTENCE_QUESTION | SENTENCE_EXCLAMATION,
                                   SENTENCE_QUESTION,
                                   0,
                                   SENTENCE_EXCLAMATION,
                                   SENTENCE_QUESTION,
                                   SENTENCE_LIST_ITEM};
  ck_assert_uint_eq(read_text.sentences.count, 6);
  for (size_t i = 0; i < 6; i++) ck_assert_uint_eq(read_text.sentences.items[i].flags, flags[i]);
}
END_TEST

START_TEST(words_of_greeting_and_signature_stand_in_no_sentence) {
  read_body("Hi Ana,\n\nIt went well.\n\nBest,\nKim\n\n> old words\n", &read_text);
  ck_assert_uint_eq(word_spelled("Ana")->sentence, NO_SENTENCE);
  ck_assert_uint_eq(word_spelled("Kim")->sentence, NO_SENTENCE);
  ck_assert_uint_eq(word_spelled("It")->sentence, 0);
  assert_flag("It", WORD_OPENS_SENTENCE);
  assert_flag("Kim", WORD_BREAK_BEFORE);
  assert_no_flag("went", WORD_OPENS_SENTENCE | WORD_BREAK_BEFORE);
  ck_assert_uint_eq(read_text.words.count, 7);
}
END_TEST

START_TEST(list_markers_are_no_words) {
  read_body("Hi Ana,\n\nI bring:\n\n1. the lamp\n2. the mill\n\nKim\n", &read_text);
  ck_assert_uint_eq(read_text.words.count, 9);
  assert_no_flag("lamp", WORD_HAS_DIGIT);
  assert_flag("the", WORD_OPENS_SENTENCE | WORD_BREAK_BEFORE);
}
END_TEST

START_TEST(a_line_is_one_prose_zone) {
  read_line("  Hi Ana, thanks! Best, Kim ");
  ck_assert_uint_eq(read_text.zones.count, 1);
  ck_assert_int_eq(read_text.zones.items[0].kind, ZONE_PROSE);
  ck_assert_uint_eq(read_text.zones.items[0].start, 2);
  ck_assert_uint_eq(read_text.zones.items[0].end, 27);
  ck_assert_uint_eq(read_text.words.count, 5);
}
END_TEST

START_TEST(reading_replaces_what_was_read_before) {
  read_body("Hi Ana,\n\nOne. Two. Three.\n\nBest,\nKim\n", &read_text);
  read_body("Hi Bo,\n\nOne.\n", &read_text);
  ck_assert_uint_eq(read_text.sentences.count, 1);
  ck_assert_uint_eq(read_text.zones.count, 2);
  ck_assert_uint_eq(read_text.words.count, 3);
}
END_TEST

static TCase *word_tests(void) {
  TCase *tests = tcase_create("words");
  tcase_add_checked_fixture(tests, open_reader, close_reader);
  tcase_add_test(tests, inner_apostrophes_keep_a_word_whole);
  tcase_add_test(tests, marks_of_other_keyboards_mean_what_those_of_ascii_do);
  tcase_add_test(tests, a_stop_inside_a_word_ends_a_sentence_before_a_capital_alone);
  tcase_add_test(tests, what_is_invisible_inside_a_word_changes_no_fold);
  tcase_add_test(tests, possessive_endings_are_flagged_and_left_out_of_the_fold);
  tcase_add_test(tests, a_closing_single_quote_is_no_possessive);
  tcase_add_test(tests, hyphens_split_a_word_and_flag_the_later_part);
  tcase_add_test(tests, numbers_with_separators_are_one_word_of_digits);
  tcase_add_test(tests, capitals_are_flagged);
  tcase_add_test(tests, marks_before_a_word_are_flagged);
  tcase_add_test(tests, currency_signs_beside_a_number_are_flagged);
  tcase_add_test(tests, parts_of_links_addresses_and_file_names_are_flagged);
  tcase_add_test(tests, abbreviations_and_numbers_are_no_links);
  tcase_add_test(tests, emoji_and_emoticons_are_words);
  tcase_add_test(tests, times_and_bullets_are_no_emoji);
  tcase_add_test(tests, folds_ignore_case_in_every_script);
  tcase_add_test(tests, soft_hyphens_do_not_change_a_fold);
  tcase_add_test(tests, a_missing_space_behind_a_full_stop_parts_two_words);
  return tests;
}

static TCase *structure_tests(void) {
  TCase *tests = tcase_create("structure");
  tcase_add_checked_fixture(tests, open_reader, close_reader);
  tcase_add_test(tests, composed_and_decomposed_letters_give_the_same_words);
  tcase_add_test(tests, plain_text_is_cut_as_icu_cuts_it);
  tcase_add_loop_test(tests, the_sort_of_line_end_changes_nothing, 0, 6);
  tcase_add_test(tests, spans_lie_on_character_borders_in_order_and_inside_each_other);
  tcase_add_test(tests, sentence_flags_say_how_it_ends);
  tcase_add_test(tests, words_of_greeting_and_signature_stand_in_no_sentence);
  tcase_add_test(tests, list_markers_are_no_words);
  tcase_add_test(tests, a_line_is_one_prose_zone);
  tcase_add_test(tests, reading_replaces_what_was_read_before);
  return tests;
}

int main(void) {
  Suite *suite = suite_create("words");
  suite_add_tcase(suite, word_tests());
  suite_add_tcase(suite, structure_tests());
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed > 0;
}
