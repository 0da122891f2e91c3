/* What of a mail in HTML is text, and how its lines and paragraphs come apart. Each row is a body and the text of it.
 */
#define _POSIX_C_SOURCE 200809L
#include <followup-formats.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/run.h"

struct row {
  const char *html, *text;
};

static char *text_of(const char *html) {
  static const char head[] =
      "From: Ada <ada@hill.example>\nTo: Bo <bo@wren.example>\nMIME-Version: 1.0\n"
      "Content-Type: text/html; charset=utf-8\n\n";
  followup_case *of = NULL;
  followup_message *message = NULL;
  char *mail = malloc(sizeof head + strlen(html));
  ck_assert_ptr_nonnull(mail);
  size_t length = (size_t)sprintf(mail, "%s%s", head, html);
  ck_assert_int_eq(followup_case_new(NULL, &of, NULL), FOLLOWUP_OK);
  followup_status status = followup_formats_read_mail(of, FOLLOWUP_KIND_THANK_YOU, mail, length, &message, NULL);
  ck_assert_msg(status == FOLLOWUP_OK, "%s: %s", html, followup_status_text(status));
  char *text = strdup(followup_message_body(message, NULL));
  followup_case_free(of);
  free(mail);
  return text;
}

static void check_rows(const struct row *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    char *text = text_of(rows[i].html);
    ck_assert_msg(strcmp(text, rows[i].text) == 0, "%s\nis read as\n[%s]\nnot\n[%s]", rows[i].html, text, rows[i].text);
    free(text);
  }
}

#define CHECK_ROWS(...)                             \
  do {                                              \
    static const struct row rows[] = {__VA_ARGS__}; \
    check_rows(rows, sizeof rows / sizeof *rows);   \
  } while (0)

START_TEST(what_is_never_shown_is_no_text) {
  static const char *const tags[] = {"script", "style", "template", "iframe", "noframes", "object", "audio", "video"};
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
    char html[128];
    snprintf(html, sizeof html, "<p>Dear Bo,</p><%s>unseen</%s><p>Ada</p>", tags[i], tags[i]);
    check_rows(&(struct row){html, "Dear Bo,\n\nAda\n"}, 1);
  }
  CHECK_ROWS({"<head><title>unseen</title></head><p>Hi</p>", "Hi\n"},
             {"Hi <select><option>unseen</option></select>Bo", "Hi Bo\n"}, {"Hi <b hidden>unseen</b>Bo", "Hi Bo\n"},
             {"Hi <b style='display:none'>unseen</b>Bo", "Hi Bo\n"},
             {"Hi <b style='color: red; VISIBILITY : Hidden'>unseen</b>Bo", "Hi Bo\n"},
             {"Hi <b style='mso-hide:all'>unseen</b>Bo", "Hi Bo\n"},
             {"Hi <b style='visibility:visible; mso-hide:screen; display:block'>seen</b>", "Hi seen\n"},
             {"Hi <b style='display-outside:none'>seen</b>", "Hi seen\n"},
             {"Hi <b style='display'>seen</b>", "Hi seen\n"});
}
END_TEST

START_TEST(a_quote_is_marked_whichever_program_made_it) {
  CHECK_ROWS({"Yes<blockquote>Can you?</blockquote>", "Yes\n\n> Can you?\n"},
             {"Yes<div class='yahoo_quoted'>Can you?</div>", "Yes\n\n> Can you?\n"},
             {"Yes<div class='x gmail_quote y'>Can you?</div>", "Yes\n\n> Can you?\n"},
             {"Yes<div class='gmail_quote'><b>Can</b> you?</div>", "Yes\n\n> Can you?\n"},
             {"Yes<div class='gmail_quote'><blockquote>Can you?</blockquote></div>", "Yes\n\n> Can you?\n"},
             {"Yes<div class='gmail_quote'><div class='gmail_attr'>On Monday:</div></div>", "Yes\nOn Monday:\n"},
             {"Yes<div class='gmail_quoted'>Can you?</div>", "Yes\nCan you?\n"},
             {"Yes<p class='gmail_quote'>Can you?</p>", "Yes\n\nCan you?\n"});
}
END_TEST

START_TEST(headings_rules_and_preformatted_text_stand_apart) {
  static const char *const tags[] = {"h1", "h2", "h3", "h4", "h5", "h6", "pre", "p"};
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
    char html[128];
    snprintf(html, sizeof html, "one<%s>two</%s>three", tags[i], tags[i]);
    check_rows(&(struct row){html, "one\n\ntwo\n\nthree\n"}, 1);
  }
  CHECK_ROWS({"one<hr>two", "one\n\ntwo\n"});
}
END_TEST

START_TEST(blocks_begin_a_line_and_words_do_not) {
  static const char *const blocks[] = {"address", "article", "aside", "center",   "dd",         "details", "dir",
                                       "div",     "dl",      "dt",    "fieldset", "figcaption", "figure",  "footer",
                                       "header",  "main",    "nav",   "section",  "summary"};
  static const char *const words[] = {"b", "i", "span", "a", "font", "em", "strong", "u", "label"};
  for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
    char html[128];
    snprintf(html, sizeof html, "one<%s>two</%s>three", blocks[i], blocks[i]);
    check_rows(&(struct row){html, "one\ntwo\nthree\n"}, 1);
  }
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    char html[128];
    snprintf(html, sizeof html, "one<%s>two</%s>three", words[i], words[i]);
    check_rows(&(struct row){html, "onetwothree\n"}, 1);
  }
  CHECK_ROWS(
      {"<table><caption>A</caption><tr><td>one<td>two<tr><th>three<th>four</table>", "A\none\ttwo\nthree\tfour\n"},
      {"<fieldset><legend>one</legend>two</fieldset>", "one\ntwo\n"}, {"one<br>two", "one\ntwo\n"},
      {"one<form>two</form>", "one\ntwo\n"});
}
END_TEST

START_TEST(a_paragraph_without_a_margin_is_a_line) {
  CHECK_ROWS(
      {"<p style='margin:0'>one</p><p style='margin:0'>two</p>", "one\ntwo\n"},
      {"<p style='margin:0;color:red'>one</p><p style='margin:0in 4pt'>two</p>", "one\ntwo\n"},
      {"<p style='margin:0 4px;'>one</p><p style='margin:0 4px 0'>two</p>", "one\ntwo\n"},
      {"<p style='margin:0 4px 0.1pt 9px'>one</p><p style='margin:-0.1px'>two</p>", "one\ntwo\n"},
      {"<p style='margin-top:0;margin-bottom:0'>one</p><p style='margin-top:0;margin-bottom:0'>two</p>", "one\ntwo\n"},
      {"<p class='MsoNormal'>one</p><p class='MsoNormal'>two</p>", "one\ntwo\n"});
}
END_TEST

START_TEST(a_paragraph_with_a_margin_stands_apart) {
  CHECK_ROWS({"<p style='margin:1em'>one</p><p style='margin:1em'>two</p>", "one\n\ntwo\n"},
             {"<p style='margin:-1em'>one</p><p style='margin:0.5em'>two</p>", "one\n\ntwo\n"},
             {"<p style='margin:0 0 9px'>one</p><p style='margin:9px 0 0'>two</p>", "one\n\ntwo\n"},
             {"<p style='margin:9px 0'>one</p><p style='margin:auto'>two</p>", "one\n\ntwo\n"},
             {"<p style='margin-top:0'>one</p><p style='margin-bottom:0'>two</p>", "one\n\ntwo\n"},
             {"<p style='margin-top:9px;margin-bottom:0'>one</p><p style='margin-top:0;margin-bottom:9px'>two</p>",
              "one\n\ntwo\n"},
             {"<p class='Normal'>one</p><p class='x'>two</p>", "one\n\ntwo\n"});
}
END_TEST

START_TEST(lists_have_bullets_and_numbers) {
  CHECK_ROWS({"My points:<ul><li>one<li>two</ul>", "My points:\n\n- one\n- two\n"},
             {"My points:<ol><li>one<li>two</ol>", "My points:\n\n1. one\n2. two\n"},
             {"<ol start=4><li>one<li>two</ol>", "4. one\n5. two\n"}, {"<ol start=x><li>one</ol>", "- one\n"},
             {"<ul><li><p>one</p></li><li><p>two</p></li></ul>", "- one\n- two\n"},
             {"<ul><li>one<ol><li>two<li>three</ol><li>four</ul>", "- one\n  1. two\n  2. three\n- four\n"},
             {"<ul><li>one</li><ul><li>two</ul></ul>", "- one\n  - two\n"},
             {"<ol><li>one</li><ul><li>two</ul></ol>", "1. one\n  - two\n"},
             {"<ul><li>one<span><div><ul><li>two</ul></div></span></ul>", "- one\n  - two\n"},
             {"<ul><li>one<section><ul><li>two</ul></section></ul>", "- one\n\n  - two\n"}, {"<li>one", "- one\n"},
             {"<p class='MsoListParagraph'><span style='mso-list:Ignore'>1.</span>one</p>", "1. one\n"},
             {"<p class='MsoListParagraph'><span style='mso-list:Ignore'>\xC2\xB7 </span>one</p>", "- one\n"},
             {"<p class='MsoListParagraph'><span style='mso-list:Ignore'>(a)</span>one</p>", "(a) one\n"},
             {"<p class='MsoListParagraph'><span style='mso-list:Ignore'>123456789.</span>one</p>", "- one\n"},
             {"<p class='MsoListParagraph'><span style='mso-list:Ignore'></span>one</p>", "- one\n"});
}
END_TEST

START_TEST(white_space_is_one_blank_unless_it_is_kept) {
  CHECK_ROWS({"one \t\r\n\f two", "one two\n"}, {"<pre>one \t two\nthree</pre>", "one \t two\nthree\n"},
             {"<pre>one  \n\ntwo</pre>", "one\n\ntwo\n"}, {"<pre>one\t\ntwo</pre>", "one\ntwo\n"},
             {"<textarea>one  two\nthree</textarea>", "one  two\nthree\n"},
             {"<div style='white-space:pre-wrap'>one  two\nthree</div>", "one  two\nthree\n"},
             {"<div style='white-space:normal'>one  two\nthree</div>", "one two three\n"},
             {"one&nbsp;&nbsp;two", "one  two\n"}, {"one<br>-- <br>two", "one\n-- \ntwo\n"},
             {"one<br>--<br>two", "one\n--\ntwo\n"}, {"<td>one", "one\n"});
}
END_TEST

START_TEST(tags_of_other_languages_are_passed_through) {
  CHECK_ROWS({"one <svg><text>two</text></svg> three", "one two three\n"}, {"one <math>x</math> two", "one x two\n"},
             {"one <SVG/>two", "one two\n"}, {"one <svgx>two</svgx>", "one two\n"},
             {"one <mathml>two</mathml>", "one two\n"}, {"one <svg", "one\n"}, {"one < two", "one < two\n"});
}
END_TEST

START_TEST(an_emoji_drawn_as_an_image_is_its_name) {
  CHECK_ROWS(
      {"Thanks <img data-emoji='\xF0\x9F\x98\x80' alt='\xF0\x9F\x98\x80' src='x'>!", "Thanks \xF0\x9F\x98\x80!\n"},
      {"Thanks <img class='an-emoji emoji' alt=':)'>!", "Thanks :)!\n"},
      {"Thanks <img alt='a photograph'>!", "Thanks !\n"});
}
END_TEST

START_TEST(what_other_mail_programs_leave_out_is_left_out_too) {
  CHECK_ROWS({"<p>Hi</p><title>unseen</title><p>Bo</p>", "Hi\n\nBo\n"}, {"Hi<menu>Bo</menu>Ada", "Hi\nBo\nAda\n"},
             {"Hi&#13;Bo", "Hi Bo\n"}, {"Hi <img class=emoji>Bo", "Hi Bo\n"},
             {"<p><span style='mso-list:Ignore'>ab </span>One</p>", "- One\n"},
             {"<div><span><ul><li>One</ul></span></div>", "- One\n"});
}
END_TEST

int main(void) {
  const TTest *const tests[] = {what_is_never_shown_is_no_text,
                                a_quote_is_marked_whichever_program_made_it,
                                headings_rules_and_preformatted_text_stand_apart,
                                blocks_begin_a_line_and_words_do_not,
                                a_paragraph_without_a_margin_is_a_line,
                                a_paragraph_with_a_margin_stands_apart,
                                lists_have_bullets_and_numbers,
                                white_space_is_one_blank_unless_it_is_kept,
                                tags_of_other_languages_are_passed_through,
                                an_emoji_drawn_as_an_image_is_its_name,
                                what_other_mail_programs_leave_out_is_left_out_too,
                                NULL};
  return run_tests("html", tests);
}
