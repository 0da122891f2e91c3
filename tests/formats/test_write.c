#include <jansson.h>

#include "reading.h"

/* A sink that keeps what it gets, until it is full. */
struct bin {
  char *bytes;
  size_t length, room;
};

static bool keep(const char *bytes, size_t length, void *user) {
  struct bin *bin = user;
  if (length > bin->room - bin->length) return false;
  memcpy(bin->bytes + bin->length, bytes, length);
  bin->length += length;
  return true;
}

static struct bin bin;
static followup_report *report;

enum { ROOM = 1 << 20 };

static const char body[] =
    "Dear Ana,\n\nThank you \xE2\x80\x9C"
    "for\xE2\x80\x9D today, see you on [date].\n\nBest regards,\nKim\n";

static void open_bin(void) {
  bin = (struct bin){malloc(ROOM), 0, ROOM};
  report = NULL;
  ck_assert_ptr_nonnull(bin.bytes);
  ck_assert_int_eq(followup_lint_text(NULL, NULL, FOLLOWUP_KIND_THANK_YOU, body, strlen(body), &report, NULL),
                   FOLLOWUP_OK);
  ck_assert_uint_gt(followup_report_count(report), 0);
}

static void close_bin(void) {
  free(bin.bytes);
  followup_report_free(report);
}

static followup_writer *open_writer(followup_form form) {
  followup_writer *writer = NULL;
  ck_assert_int_eq(followup_writer_new(NULL, form, keep, &bin, &writer, error), FOLLOWUP_OK);
  return writer;
}

static void add(followup_writer *writer, const char *file, bool body_is_file) {
  ck_assert_int_eq(followup_writer_add(writer, file, body_is_file, report, error), FOLLOWUP_OK);
}

static json_t *close_writer(followup_writer *writer) {
  ck_assert_int_eq(followup_writer_end(writer, error), FOLLOWUP_OK);
  followup_writer_free(writer);
  json_error_t problem;
  json_t *document = json_loadb(bin.bytes, bin.length, JSON_REJECT_DUPLICATES, &problem);
  ck_assert_msg(document != NULL, "%s", problem.text);
  return document;
}

/* The first finding of that rule. */
static json_t *find(json_t *array, const char *member, const char *rule) {
  size_t index;
  json_t *entry;
  json_array_foreach(array, index, entry) {
    if (strcmp(json_string_value(json_object_get(entry, member)), rule) == 0) return entry;
  }
  ck_abort_msg("no %s", rule);
}

START_TEST(no_report_gives_an_empty_array) {
  json_t *document = close_writer(open_writer(FOLLOWUP_FORM_JSON));
  ck_assert_uint_eq(json_array_size(document), 0);
  json_decref(document);
}
END_TEST

START_TEST(every_finding_of_every_report_is_an_element) {
  followup_writer *writer = open_writer(FOLLOWUP_FORM_JSON);
  add(writer, "a.txt", true);
  add(writer, "b.txt", true);
  json_t *document = close_writer(writer);
  size_t count = followup_report_count(report);
  ck_assert_uint_eq(json_array_size(document), 2 * count);
  ck_assert_str_eq(json_string_value(json_object_get(json_array_get(document, count - 1), "file")), "a.txt");
  ck_assert_str_eq(json_string_value(json_object_get(json_array_get(document, count), "file")), "b.txt");
  json_decref(document);
}
END_TEST

START_TEST(a_finding_carries_its_place_and_words) {
  followup_writer *writer = open_writer(FOLLOWUP_FORM_JSON);
  add(writer, "a.txt", true);
  json_t *document = close_writer(writer), *finding = find(document, "rule", "placeholder");
  size_t start = (size_t)json_integer_value(json_object_get(finding, "start"));
  ck_assert_uint_eq(start, (size_t)(strstr(body, "[date]") - body));
  ck_assert_int_eq(json_integer_value(json_object_get(finding, "end")), (json_int_t)start + 6);
  ck_assert_str_eq(json_string_value(json_object_get(finding, "text")), "[date]");
  ck_assert_str_eq(json_string_value(json_object_get(finding, "part")), "body");
  ck_assert_str_eq(json_string_value(json_object_get(finding, "level")), "error");
  ck_assert_uint_gt(json_string_length(json_object_get(finding, "explanation")), 0);
  ck_assert_uint_gt(json_string_length(json_object_get(finding, "suggestion")), 0);
  ck_assert_ptr_null(json_object_get(finding, "index"));
  json_decref(document);
}
END_TEST

static void check_file_written_as(const char *file, const char *wanted) {
  bin.length = 0;
  followup_writer *writer = open_writer(FOLLOWUP_FORM_JSON);
  add(writer, file, false);
  json_t *document = close_writer(writer);
  ck_assert_str_eq(json_string_value(json_object_get(json_array_get(document, 0), "file")), wanted);
  json_decref(document);
}

START_TEST(any_bytes_of_a_path_make_valid_json) {
  check_file_written_as("a \"b\" \\c/\b\f\n\r\t\x01\x1F\x7F.json", "a \"b\" \\c/\b\f\n\r\t\x01\x1F\x7F.json");
  check_file_written_as("\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80", "\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80");
  static const char *const ends_of_lengths[] = {"\xC2\x80", "\u07FF", "\u0800", "\uFFFD", "\U00010000", "\U0010FFFD"};
  for (size_t i = 0; i < sizeof ends_of_lengths / sizeof ends_of_lengths[0]; i++)
    check_file_written_as(ends_of_lengths[i], ends_of_lengths[i]);
  check_file_written_as("a\xFFz", "a\xEF\xBF\xBDz");
  check_file_written_as("a\xC3", "a\xEF\xBF\xBD");
  check_file_written_as("\xE4\xB8z", "\xEF\xBF\xBD\xEF\xBF\xBDz");
  check_file_written_as("\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  check_file_written_as("\xE0\x9F\xBF", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  check_file_written_as("\xE0\xA0\x80", "\xE0\xA0\x80");
  check_file_written_as("\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  check_file_written_as("\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF");
  check_file_written_as("\xC0\x80\xF5\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}
END_TEST

START_TEST(a_text_longer_than_the_buffer_is_written_whole) {
  enum { LONG = 100000 };
  char *path = malloc(LONG + 1);
  ck_assert_ptr_nonnull(path);
  memset(path, 'x', LONG);
  path[LONG] = '\0';
  check_file_written_as(path, path);
  free(path);
}
END_TEST

START_TEST(list_entries_have_an_index) {
  followup_case *of = NULL;
  followup_message *message = NULL;
  ck_assert_int_eq(followup_case_new(NULL, &of, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, NULL), FOLLOWUP_OK);
  followup_message_set_body(message, body, strlen(body), NULL);
  const char *const mailboxes[] = {"Ana <ana@halden.example>", "Bo <bo@halden.example>", "Cy <cy@halden.example>"};
  for (size_t i = 0; i < 3; i++)
    followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, mailboxes[i], FOLLOWUP_ZERO_TERMINATED, NULL);
  followup_linter *linter = NULL;
  ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_case(linter, NULL, of, 0, &report, NULL), FOLLOWUP_OK);
  followup_linter_free(linter);
  followup_case_free(of);
  followup_writer *writer = open_writer(FOLLOWUP_FORM_JSON);
  add(writer, "a.json", false);
  json_t *document = close_writer(writer), *entry;
  size_t place;
  json_array_foreach(document, place, entry) {
    const followup_finding *finding = followup_report_finding(report, place);
    json_t *index = json_object_get(entry, "index");
    ck_assert_int_eq(index != NULL, followup_finding_index(finding) != FOLLOWUP_NOWHERE);
    if (index != NULL) ck_assert_uint_eq((size_t)json_integer_value(index), followup_finding_index(finding));
    ck_assert_str_eq(json_string_value(json_object_get(entry, "message")), "m1");
  }
  json_decref(document);
}
END_TEST

static json_t *sarif_run(json_t *document) { return json_array_get(json_object_get(document, "runs"), 0); }

static json_t *at(json_t *value, const char *path) {
  char step[64];
  for (const char *end; *path != '\0'; path = *end == '/' ? end + 1 : end) {
    end = path + strcspn(path, "/");
    snprintf(step, sizeof step, "%.*s", (int)(end - path), path);
    value = json_is_array(value) ? json_array_get(value, (size_t)atoi(step)) : json_object_get(value, step);
  }
  return value;
}

START_TEST(sarif_lists_every_rule_of_the_catalogue) {
  json_t *document = close_writer(open_writer(FOLLOWUP_FORM_SARIF));
  json_t *driver = at(sarif_run(document), "tool/driver"), *rules = json_object_get(driver, "rules");
  ck_assert_str_eq(json_string_value(json_object_get(document, "version")), "2.1.0");
  ck_assert_str_eq(json_string_value(json_object_get(driver, "name")), "libfollowup");
  ck_assert_str_eq(json_string_value(json_object_get(driver, "version")), followup_version());
  ck_assert_uint_eq(json_array_size(rules), followup_rule_count());
  for (size_t i = 0; i < followup_rule_count(); i++)
    ck_assert_str_eq(json_string_value(json_object_get(json_array_get(rules, i), "id")),
                     followup_rule_name(followup_rule_at(i)));
  ck_assert_uint_eq(json_array_size(json_object_get(sarif_run(document), "results")), 0);
  json_decref(document);
}
END_TEST

static json_t *sarif_result(const char *file, bool body_is_file, json_t **document) {
  bin.length = 0;
  followup_writer *writer = open_writer(FOLLOWUP_FORM_SARIF);
  add(writer, file, body_is_file);
  *document = close_writer(writer);
  return find(json_object_get(sarif_run(*document), "results"), "ruleId", "placeholder");
}

START_TEST(sarif_points_into_a_file_that_is_the_body) {
  json_t *document, *result = sarif_result("a.txt", true, &document);
  json_t *region = at(result, "locations/0/physicalLocation/region");
  size_t start = (size_t)(strstr(body, "[date]") - body);
  ck_assert_int_eq(json_integer_value(json_object_get(region, "byteOffset")), (json_int_t)start);
  ck_assert_int_eq(json_integer_value(json_object_get(region, "byteLength")), 6);
  ck_assert_int_eq(json_integer_value(json_object_get(region, "charOffset")), (json_int_t)start - 4);
  ck_assert_str_eq(json_string_value(at(result, "locations/0/logicalLocations/0/fullyQualifiedName")), "body");
  json_decref(document);
}
END_TEST

START_TEST(sarif_gives_no_region_where_the_file_is_not_the_body) {
  json_t *document, *result = sarif_result("case.json", false, &document);
  ck_assert_ptr_null(at(result, "locations/0/physicalLocation/region"));
  ck_assert_ptr_null(json_object_get(result, "fixes"));
  json_decref(document);
}
END_TEST

static void check_uri(const char *file, const char *uri, json_int_t line) {
  json_t *document, *result = sarif_result(file, false, &document);
  ck_assert_str_eq(json_string_value(at(result, "locations/0/physicalLocation/artifactLocation/uri")), uri);
  ck_assert_int_eq(json_integer_value(at(result, "locations/0/physicalLocation/region/startLine")), line);
  json_decref(document);
}

START_TEST(sarif_paths_are_uri_references) {
  check_uri("a/b-c_d.~1.json", "a/b-c_d.~1.json", 0);
  check_uri("a b?#%.json", "a%20b%3F%23%25.json", 0);
  check_uri("c:x.json", "c%3Ax.json", 0);
  check_uri("/tmp/x.json", "/tmp/x.json", 0);
  check_uri("//host/x.json", "/%2Fhost/x.json", 0);
  check_uri("\xFF\xC3\xA9.json", "%FF%C3%A9.json", 0);
  check_uri("many.jsonl:12", "many.jsonl", 12);
  check_uri("many.jsonl:012", "many.jsonl%3A012", 0);
  check_uri("many.jsonl:", "many.jsonl%3A", 0);
  check_uri("box.mbox:3", "box.mbox%3A3", 0);
  check_uri("12", "12", 0);
  check_uri("some.jsonl5", "some.jsonl5", 0);
  check_uri("many.jsonl1:5", "many.jsonl1%3A5", 0);
  check_uri("a@[b]`{c}Z0.json", "a%40%5Bb%5D%60%7Bc%7DZ0.json", 0);
}
END_TEST

START_TEST(a_fix_is_an_edit_of_the_file) {
  json_t *document, *results, *result;
  const char *shouted = "Dear Ana,\n\nThank you for today!!! See you on [date].\n\nBest regards,\nKim\n";
  followup_report_free(report);
  report = NULL;
  ck_assert_int_eq(followup_lint_text(NULL, NULL, FOLLOWUP_KIND_THANK_YOU, shouted, strlen(shouted), &report, NULL),
                   FOLLOWUP_OK);
  size_t count = followup_report_count(report);
  followup_writer *writer = open_writer(FOLLOWUP_FORM_SARIF);
  add(writer, "a.txt", true);
  add(writer, "case.json", false);
  document = close_writer(writer);
  results = json_object_get(sarif_run(document), "results");
  for (size_t i = 0; i < 2 * count; i++) {
    const char *replacement = NULL;
    result = json_array_get(results, i);
    bool has_fix = followup_report_fix(report, i % count, &replacement) && i < count;
    json_t *inserted = at(result, "fixes/0/artifactChanges/0/replacements/0/insertedContent/text");
    ck_assert_int_eq(inserted != NULL, has_fix);
    if (has_fix) ck_assert_str_eq(json_string_value(inserted), replacement);
  }
  json_decref(document);
}
END_TEST

static followup_status write_all(followup_form form, size_t room) {
  followup_writer *writer = NULL;
  bin.length = 0;
  bin.room = room;
  followup_status status = followup_writer_new(NULL, form, keep, &bin, &writer, error);
  if (status != FOLLOWUP_OK) {
    ck_assert_ptr_null(writer);
    return status;
  }
  for (int i = 0; i < 3 && status == FOLLOWUP_OK; i++) status = followup_writer_add(writer, "a", true, report, error);
  followup_status ended = followup_writer_end(writer, error);
  ck_assert_int_eq(ended, status);
  followup_writer_free(writer);
  return status;
}

START_TEST(a_sink_that_says_no_stops_the_writer) {
  for (int form = FOLLOWUP_FORM_JSON; form <= FOLLOWUP_FORM_SARIF; form++) {
    size_t room = 0;
    for (; write_all((followup_form)form, room) == FOLLOWUP_E_FILE; room += 97) {
      ck_assert_int_eq(followup_error_status(error), FOLLOWUP_E_FILE);
      ck_assert_uint_le(bin.length, room);
      ck_assert_uint_lt(room, ROOM);
    }
    ck_assert_uint_gt(room, 0);
  }
}
END_TEST

static bool count_calls_after_no(const char *bytes, size_t length, void *user) {
  (void)bytes;
  (void)length;
  size_t *calls = user;
  return ++*calls == 1; /* yes to what begins the document */
}

START_TEST(a_sink_that_said_no_is_not_asked_again) {
  size_t calls = 0;
  followup_writer *writer = NULL;
  ck_assert_int_eq(followup_writer_new(NULL, FOLLOWUP_FORM_JSON, count_calls_after_no, &calls, &writer, NULL),
                   FOLLOWUP_OK);
  ck_assert_int_eq(followup_writer_add(writer, "a", false, report, NULL), FOLLOWUP_E_FILE);
  ck_assert_int_eq(followup_writer_add(writer, "a", false, report, NULL), FOLLOWUP_E_FILE);
  ck_assert_int_eq(followup_writer_end(writer, NULL), FOLLOWUP_E_FILE);
  ck_assert_uint_eq(calls, 2);
  followup_writer_free(writer);
}
END_TEST

START_TEST(misuse_is_refused) {
  ck_assert_int_eq(followup_writer_add(NULL, "a.txt", true, report, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_writer_end(NULL, error), FOLLOWUP_E_ARGUMENT);
  followup_writer *writer = NULL;
  ck_assert_int_eq(followup_writer_new(NULL, (followup_form)9, keep, &bin, &writer, error), FOLLOWUP_E_UNKNOWN);
  ck_assert_int_eq(followup_writer_new(NULL, FOLLOWUP_FORM_JSON, NULL, &bin, &writer, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_writer_new(NULL, FOLLOWUP_FORM_JSON, keep, &bin, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_ptr_null(writer);
  writer = open_writer(FOLLOWUP_FORM_JSON);
  ck_assert_int_eq(followup_writer_add(writer, NULL, false, report, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_writer_add(writer, "a", false, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_writer_end(writer, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_writer_add(writer, "a", false, report, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_writer_end(writer, error), FOLLOWUP_E_ARGUMENT);
  followup_writer_free(writer);
  followup_writer_free(NULL);
}
END_TEST

int main(void) {
  TCase *tests = tcase_create("writers");
  tcase_add_checked_fixture(tests, open_bin, close_bin);
  tcase_add_test(tests, no_report_gives_an_empty_array);
  tcase_add_test(tests, every_finding_of_every_report_is_an_element);
  tcase_add_test(tests, a_finding_carries_its_place_and_words);
  tcase_add_test(tests, any_bytes_of_a_path_make_valid_json);
  tcase_add_test(tests, a_text_longer_than_the_buffer_is_written_whole);
  tcase_add_test(tests, list_entries_have_an_index);
  tcase_add_test(tests, sarif_lists_every_rule_of_the_catalogue);
  tcase_add_test(tests, sarif_points_into_a_file_that_is_the_body);
  tcase_add_test(tests, sarif_gives_no_region_where_the_file_is_not_the_body);
  tcase_add_test(tests, sarif_paths_are_uri_references);
  tcase_add_test(tests, a_fix_is_an_edit_of_the_file);
  tcase_add_test(tests, a_sink_that_says_no_stops_the_writer);
  tcase_add_test(tests, a_sink_that_said_no_is_not_asked_again);
  tcase_add_test(tests, misuse_is_refused);
  return run_suite(tests, "writers");
}
