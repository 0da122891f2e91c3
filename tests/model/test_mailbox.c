#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/error.h"
#include "model/mailbox.h"

#include "support/run.h"

static const followup_context *context(void) { return context_or_default(NULL); }

static struct mailbox parse(const char *text) {
  struct mailbox mailbox;
  ck_assert_int_eq(mailbox_parse(context(), "to", text, FOLLOWUP_ZERO_TERMINATED, &mailbox, NULL), FOLLOWUP_OK);
  return mailbox;
}

static void check_parts(const char *text, const char *name, const char *address) {
  struct mailbox mailbox = parse(text);
  ck_assert_str_eq(model_text_bytes(&mailbox.whole), text);
  ck_assert_str_eq(model_text_bytes(&mailbox.name), name);
  ck_assert_str_eq(model_text_bytes(&mailbox.address), address);
  ck_assert_int_eq(model_text_is_empty(&mailbox.name), name[0] == 0);
  ck_assert_uint_eq(mailbox.name.length, strlen(name));
  ck_assert_uint_eq(mailbox.address.length, strlen(address));
  mailbox_free(context(), &mailbox);
}

static void check_refused(const char *text, const char *reason) {
  followup_error *error;
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  struct mailbox untouched = {.name = {NULL, 77}};
  followup_status status = mailbox_parse(context(), "to", text, FOLLOWUP_ZERO_TERMINATED, &untouched, error);
  ck_assert_int_eq(status, FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(followup_error_member(error), "to");
  ck_assert_str_eq(followup_error_reason(error), reason);
  ck_assert_uint_eq(untouched.name.length, 77);
  followup_error_free(error);
}

static bool are_same(const char *one, const char *other) {
  struct mailbox left = parse(one), right = parse(other);
  bool same = mailbox_same(&left, &right);
  ck_assert_int_eq(same, mailbox_same(&right, &left));
  mailbox_free(context(), &left);
  mailbox_free(context(), &right);
  return same;
}

START_TEST(an_address_alone_has_no_name) { check_parts("priya@northwind.example", "", "priya@northwind.example"); }
END_TEST

START_TEST(a_name_before_brackets_is_the_name) {
  check_parts("Priya Raman <priya@northwind.example>", "Priya Raman", "priya@northwind.example");
  check_parts("  Priya\t<  priya@northwind.example >\n", "Priya", "priya@northwind.example");
  check_parts("Priya<p@x.example>", "Priya", "p@x.example");
}
END_TEST

START_TEST(an_address_in_brackets_needs_no_name) {
  check_parts("<priya@northwind.example>", "", "priya@northwind.example");
  check_parts("\"\" <priya@northwind.example>", "", "priya@northwind.example");
  check_parts("\" \" <priya@northwind.example>", "", "priya@northwind.example");
}
END_TEST

START_TEST(a_quoted_name_loses_its_quotes) {
  check_parts("\"Raman, Priya\" <priya@northwind.example>", "Raman, Priya", "priya@northwind.example");
  check_parts("\"Dwayne \\\"Rock\\\" \\\\ Smith\" <d@x.example>", "Dwayne \"Rock\" \\ Smith", "d@x.example");
  check_parts("\"Okafor, Amara\"", "Okafor, Amara", "");
  check_parts("\"a <b> c\" <a@x.example>", "a <b> c", "a@x.example");
  check_parts("\"a@b <c>\"", "a@b <c>", "");
}
END_TEST

START_TEST(quotes_inside_a_name_stay) {
  check_parts("Dwayne \"Rock\" Smith <d@x.example>", "Dwayne \"Rock\" Smith", "d@x.example");
  check_parts("\"One\" and \"Two\" <d@x.example>", "\"One\" and \"Two\"", "d@x.example");
  check_parts("Bob 6\" <b@x.example>", "Bob 6\"", "b@x.example");
  check_parts("\"Bob\\\" <b@x.example>", "\"Bob\\\"", "b@x.example");
}
END_TEST

START_TEST(a_text_without_an_at_sign_is_a_name) {
  check_parts("Sami Haddad", "Sami Haddad", "");
  check_parts(" Zoë Åström ", "Zoë Åström", "");
}
END_TEST

START_TEST(an_at_sign_in_a_bracketed_name_is_fine) {
  check_parts("Priya @ Northwind <priya@northwind.example>", "Priya @ Northwind", "priya@northwind.example");
}
END_TEST

START_TEST(a_quoted_local_part_may_hold_a_space) {
  check_parts("\"john doe\"@x.example", "", "\"john doe\"@x.example");
  check_parts("John <\"john@doe\"@x.example>", "John", "\"john@doe\"@x.example");
}
END_TEST

START_TEST(an_address_may_hold_letters_of_any_script) { check_parts("пример@почта.рф", "", "пример@почта.рф"); }
END_TEST

START_TEST(nothing_is_no_mailbox) {
  check_refused("", "not an address: it is empty");
  check_refused(" \t\r\n", "not an address: it is empty");
  check_refused("\"\"", "not an address: it is empty");
  check_refused("\" \"", "not an address: it is empty");
  check_refused("<>", "not an address: nothing between < and >");
  check_refused("Priya < >", "not an address: nothing between < and >");
}
END_TEST

START_TEST(brackets_that_do_not_match_are_refused) {
  check_refused("Priya priya@x.example>", "not an address: a > without a <");
  check_refused("Priya <priya@x.example", "not an address: < and > do not match");
  check_refused("Priya <priya@x.example> (cell)", "not an address: < and > do not match");
  check_refused("Priya <<priya@x.example>", "not an address: more than one < or >");
  check_refused("A <a@x.example>, B <b@x.example>", "not an address: more than one < or >");
  check_refused("Bob 6\" <b@x.example", "not an address: < and > do not match");
  check_refused("a > b", "not an address: < and > do not match");
  check_refused("a < \"b\" c", "not an address: < and > do not match");
  check_refused("Bob \"<b", "not an address: < and > do not match");
  check_refused("\"\"<\"\" c", "not an address: < and > do not match");
}
END_TEST

START_TEST(what_is_no_address_is_refused) {
  check_refused("Priya <priya>", "not an address: no @ in it");
  check_refused("Priya <@x.example>", "not an address: nothing on one side of the @");
  check_refused("priya@", "not an address: nothing on one side of the @");
  check_refused("a@b@c.example", "not an address: more than one @ in it");
  check_refused("a@x.example, b@x.example", "not an address: white space, a comma or a bracket in it");
  check_refused("Priya priya@x.example", "not an address: white space, a comma or a bracket in it");
  check_refused("<a@x.example;b@x.example>", "not an address: white space, a comma or a bracket in it");
}
END_TEST

START_TEST(broken_utf8_is_told_with_its_offset) {
  followup_error *error;
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  struct mailbox mailbox;
  ck_assert_int_eq(mailbox_parse(context(), "to", "Pri\xFFya", 6, &mailbox, error), FOLLOWUP_E_UTF8);
  ck_assert_uint_eq(followup_error_offset(error), 3);
  ck_assert_int_eq(mailbox_parse(context(), "to", NULL, 0, &mailbox, error), FOLLOWUP_E_ARGUMENT);
  followup_error_free(error);
}
END_TEST

START_TEST(addresses_are_the_same_in_either_case) {
  ck_assert(are_same("PRIYA@Northwind.example", "Raman <priya@northwind.EXAMPLE>"));
  ck_assert(!are_same("priya@northwind.example", "priya@northwind.examples"));
  ck_assert(!are_same("Priya <a@x.example>", "Priya <b@x.example>"));
  ck_assert(!are_same("É@x.example", "é@x.example"));
}
END_TEST

START_TEST(names_are_the_same_in_either_case_of_any_script) {
  ck_assert(are_same("ZOË ÅSTRÖM", "Zoë Åström <zoe@x.example>"));
  ck_assert(are_same("Ольга", "ОЛЬГА"));
  ck_assert(are_same("A", "a"));
  ck_assert(!are_same("Priya", "Priya Raman"));
  ck_assert(!are_same("Priya Raman", "priya@northwind.example"));
  ck_assert(!are_same("<priya@x.example>", "Sam"));
}
END_TEST

START_TEST(a_failed_set_keeps_the_old_mailbox) {
  struct mailbox mailbox = parse("Priya <priya@x.example>");
  followup_status status = mailbox_set(context(), &mailbox, "from", "<", FOLLOWUP_ZERO_TERMINATED, NULL);
  ck_assert_int_eq(status, FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(model_text_bytes(&mailbox.name), "Priya");
  status = mailbox_set(context(), &mailbox, "from", "Sam", FOLLOWUP_ZERO_TERMINATED, NULL);
  ck_assert_int_eq(status, FOLLOWUP_OK);
  ck_assert_str_eq(model_text_bytes(&mailbox.name), "Sam");
  ck_assert_str_eq(model_text_bytes(&mailbox.address), "");
  mailbox_free(context(), &mailbox);
}
END_TEST

static void check_quick(const char *unit) {
  size_t times = 4000000 / strlen(unit), length = times * strlen(unit);
  char *text = malloc(length + 1);
  for (size_t i = 0; i < times; i++) memcpy(text + i * strlen(unit), unit, strlen(unit) + 1);
  struct mailbox mailbox = {0};
  clock_t from = clock();
  mailbox_parse(context(), "to", text, length, &mailbox, NULL);
  address_fault(text, length);
  ck_assert_int_lt((clock() - from) / CLOCKS_PER_SEC, 2);
  mailbox_free(context(), &mailbox);
  free(text);
}

START_TEST(no_text_takes_more_than_linear_time) {
  const char *units[] = {"\"", "\\\"", "\"\\\"", "<", ">", "<>", "@", "a@b\\\"", " ", "\"a\" "};
  for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) check_quick(units[i]);
}
END_TEST

int main(void) {
  return run_tests(
      "mailbox",
      (const TTest *[]){an_address_alone_has_no_name, a_name_before_brackets_is_the_name,
                        an_address_in_brackets_needs_no_name, a_quoted_name_loses_its_quotes, quotes_inside_a_name_stay,
                        a_text_without_an_at_sign_is_a_name, an_at_sign_in_a_bracketed_name_is_fine,
                        a_quoted_local_part_may_hold_a_space, an_address_may_hold_letters_of_any_script,
                        nothing_is_no_mailbox, brackets_that_do_not_match_are_refused, what_is_no_address_is_refused,
                        broken_utf8_is_told_with_its_offset, addresses_are_the_same_in_either_case,
                        names_are_the_same_in_either_case_of_any_script, a_failed_set_keeps_the_old_mailbox,
                        no_text_takes_more_than_linear_time, NULL});
}
