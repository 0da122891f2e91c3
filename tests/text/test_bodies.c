/* Holds zones, sentences and their count of every labelled body against the reader. usage: test_bodies bodies.jsonl */
#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

enum { LEAST_BODIES = 200 };

static const char *bodies_path;

static const char *const zone_names[] = {"greeting", "prose", "sign-off", "signature", "postscript", "quoted"};

static bool same_text(const struct text *read, uint32_t start, uint32_t end, const char *wanted) {
  return strlen(wanted) == end - start && memcmp(read->bytes + start, wanted, end - start) == 0;
}

static bool zones_are_right(const struct text *read, json_t *row) {
  json_t *zones = json_object_get(row, "zones");
  bool right = json_array_size(zones) == read->zones.count;
  for (size_t i = 0; i < read->zones.count; i++) {
    const struct text_zone *zone = &read->zones.items[i];
    json_t *wanted = json_array_get(zones, i);
    const char *kind = wanted != NULL ? json_string_value(json_array_get(wanted, 0)) : "nothing";
    const char *text = wanted != NULL ? json_string_value(json_array_get(wanted, 1)) : "";
    if (strcmp(kind, zone_names[zone->kind]) == 0 && same_text(read, zone->start, zone->end, text)) continue;
    printf("  zone %zu: %s [%.*s] instead of %s [%s]\n", i, zone_names[zone->kind], (int)(zone->end - zone->start),
           read->bytes + zone->start, kind, text);
    right = false;
  }
  return right;
}

static bool sentences_are_right(const struct text *read, json_t *row) {
  json_t *sentences = json_object_get(row, "sentences");
  bool right = json_array_size(sentences) == read->sentences.count;
  if ((json_int_t)read->sentences.count != json_integer_value(json_object_get(row, "count"))) right = false;
  for (size_t i = 0; i < read->sentences.count; i++) {
    const struct text_sentence *sentence = &read->sentences.items[i];
    const char *wanted = i < json_array_size(sentences) ? json_string_value(json_array_get(sentences, i)) : "";
    if (same_text(read, sentence->start, sentence->end, wanted)) continue;
    printf("  sentence %zu: [%.*s] instead of [%s]\n", i, (int)(sentence->end - sentence->start),
           read->bytes + sentence->start, wanted);
    return false;
  }
  return right;
}

static bool body_is_right(struct text_reader *reader, struct text *read, json_t *row) {
  json_t *body = json_object_get(row, "body");
  ck_assert_msg(json_is_string(body), "a row without a body");
  ck_assert_int_eq(text_read_body(reader, json_string_value(body), json_string_length(body), read), FOLLOWUP_OK);
  bool zones = zones_are_right(read, row), sentences = sentences_are_right(read, row);
  if (!zones || !sentences)
    printf("%s wrong: %s%s(%s)\n", json_string_value(json_object_get(row, "id")), zones ? "" : "zones ",
           sentences ? "" : "sentences ", json_string_value(json_object_get(row, "about")));
  return zones && sentences;
}

START_TEST(every_labelled_body_is_read_as_its_label_says) {
  const followup_context *context = context_or_default(NULL);
  struct text_reader *reader = NULL;
  struct text read = {0};
  char line[1 << 16];
  size_t right = 0, all = 0;
  FILE *bodies = fopen(bodies_path, "rb");
  ck_assert_msg(bodies != NULL, "cannot open %s", bodies_path);
  ck_assert_int_eq(text_reader_new(context, &reader), FOLLOWUP_OK);
  while (fgets(line, sizeof line, bodies) != NULL) {
    json_t *row = json_loads(line, 0, NULL);
    ck_assert_msg(row != NULL, "line %zu is no JSON", all + 1);
    all++;
    right += body_is_right(reader, &read, row);
    json_decref(row);
  }
  fclose(bodies);
  text_free(context, &read);
  text_reader_free(reader);
  printf("bodies %zu right of %zu\n", right, all);
  ck_assert_uint_ge(all, LEAST_BODIES);
  ck_assert_uint_eq(right, all);
}
END_TEST

int main(int count, char **arguments) {
  if (count != 2) return fprintf(stderr, "usage: test_bodies bodies.jsonl\n"), 2;
  bodies_path = arguments[1];
  Suite *suite = suite_create("bodies");
  TCase *tests = tcase_create("labelled bodies");
  tcase_set_timeout(tests, 120);
  tcase_add_test(tests, every_labelled_body_is_read_as_its_label_says);
  suite_add_tcase(suite, tests);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed > 0;
}
