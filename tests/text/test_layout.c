/* How the lines of a body are taken: greeting, prose, sign-off, signature, postscript, quoted. Each row is a body with
 * the first letter of every zone and its text, line ends as a slash. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "support/run.h"
#include "text/text.h"

enum { SHOWN = 2048 };

struct row {
  const char *body, *zones;
};

static struct text_reader *reader;
static struct text read_text;

static void open_reader(void) {
  ck_assert_int_eq(text_reader_new(context_or_default(NULL), &reader), FOLLOWUP_OK);
  memset(&read_text, 0, sizeof read_text);
}

static void close_reader(void) {
  text_free(context_or_default(NULL), &read_text);
  text_reader_free(reader);
}

static void show(char into[SHOWN]) {
  static const char letters[] = "GPSNCQ"; /* N: name and signature, C: postscript */
  size_t used = 0;
  into[0] = '\0';
  for (size_t i = 0; i < read_text.zones.count; i++) {
    const struct text_zone *zone = &read_text.zones.items[i];
    used += (size_t)snprintf(into + used, SHOWN - used, "%s%c[%.*s]", i > 0 ? " " : "", letters[zone->kind],
                             (int)(zone->end - zone->start), read_text.bytes + zone->start);
  }
  for (char *at = into; *at != '\0'; at++)
    if (*at == '\n' || *at == '\r') *at = '/';
}

static void check_body(const char *body, const char *zones) {
  char shown[SHOWN];
  ck_assert_int_eq(text_read_body(reader, body, strlen(body), &read_text), FOLLOWUP_OK);
  show(shown);
  ck_assert_msg(strcmp(shown, zones) == 0, "[%s]\nis read as\n%s\nnot\n%s", body, shown, zones);
}

static void check_rows(const struct row *rows, size_t count, const char *before, const char *behind) {
  char body[SHOWN];
  for (size_t i = 0; i < count; i++) {
    snprintf(body, sizeof body, "%s%s%s", before, rows[i].body, behind);
    check_body(body, rows[i].zones);
  }
}

START_TEST(a_salutation_ends_where_the_name_does) {
  static const struct row rows[] = {
      {"Dear Ana,", "G[Dear Ana,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Dear Dr. Torres,", "G[Dear Dr. Torres,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Dear J. Torres,", "G[Dear J. Torres,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi Ana", "G[Hi Ana] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"hi ana,", "G[hi ana,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi Ana - thank you again.", "G[Hi Ana -] P[thank you again.//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi Ana-Maria, thank you.", "G[Hi Ana-Maria,] P[thank you.//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi Ana -- thank you.", "G[Hi Ana --] P[thank you.//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi Ana\xE2"
       "\x80"
       "\x93"
       "thank you.",
       "G[Hi Ana\xE2"
       "\x80"
       "\x93"
       "] P[thank you.//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi Ana, Bo, and Team, thank you.",
       "G[Hi Ana, Bo, and Team,] P[thank you.//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi Ana, and Bo, thank you.",
       "G[Hi Ana, and Bo,] P[thank you.//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi Ana, so good to see you.",
       "G[Hi Ana,] P[so good to see you.//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi Ana, Thanks for your time.",
       "G[Hi Ana,] P[Thanks for your time.//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi Ana, de la Cruz, thank you.",
       "G[Hi Ana, de la Cruz,] P[thank you.//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Dear Ana and the entire team,",
       "G[Dear Ana and the entire team,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Dear Ana and everyone who was there today,",
       "G[Dear Ana and everyone] P[who was there today,//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Dear Hiring Team,", "G[Dear Hiring Team,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Dear hiring manager:", "G[Dear hiring manager:] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"To whom it may concern,", "G[To whom it may concern,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Ana,", "G[Ana,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Ana!", "G[Ana!] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Ana", "G[Ana] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Ana -", "G[Ana -] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Ana:", "G[Ana:] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Ana?", "P[Ana?//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Ana Torres", "G[Ana Torres] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"ana,", "G[ana,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Estimada Carmen,", "G[Estimada Carmen,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Estimada Carmen Torres Ruiz de la Cruz y Compostela,",
       "G[Estimada Carmen Torres Ruiz de la Cruz y Compostela,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Maksym, hi!", "G[Maksym, hi!] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Anna good morning,", "G[Anna good morning,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Anna, Bo, good morning", "P[Anna, Bo, good morning//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Everyone,", "G[Everyone,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Team!", "G[Team!] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Monday,", "P[Monday,//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Thanks,", "P[Thanks,//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"So,", "P[So,//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Good morning", "G[Good morning] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Good morning.", "G[Good morning.] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Good morning?", "G[Good morning?] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Good morning, I hope that you are well.",
       "G[Good morning,] P[I hope that you are well.//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hello there, and thank you for today",
       "G[Hello there,] P[and thank you for today//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi, Ana! Thank you.", "G[Hi, Ana!] P[Thank you.//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi. Ana here.", "G[Hi.] P[Ana here.//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hey :)", "G[Hey :)] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi Ana \xF0"
       "\x9F"
       "\x98"
       "\x80"
       ",",
       "G[Hi Ana \xF0"
       "\x9F"
       "\x98"
       "\x80"
       ",] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi Ana & Bo,", "G[Hi Ana & Bo,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hello Ana; thank you.", "G[Hello Ana;] P[thank you.//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi Ana\xE2"
       "\x80"
       "\xA6"
       " thank you.",
       "G[Hi Ana\xE2"
       "\x80"
       "\xA6"
       "] P[thank you.//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hello,", "G[Hello,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Dear Mr,", "G[Dear Mr,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Dear all of you who came to the interview,",
       "G[Dear all of you] P[who came to the interview,//The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Dear Ana, Dear Bo,", "G[Dear Ana, Dear Bo,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Hi \xF0"
       "\x9F"
       "\x91"
       "\x8B"
       "",
       "G[Hi \xF0"
       "\x9F"
       "\x91"
       "\x8B"
       "] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
  };
  check_rows(rows, sizeof rows / sizeof *rows, "", "\n\nThe talk was good.\n\nBest regards,\nKim Lee\n");
}
END_TEST

START_TEST(a_closing_and_what_is_below_it_end_the_prose) {
  static const struct row rows[] = {
      {"Best,\nKim", "G[Hi Ana,] P[The talk was good.] S[Best,] N[Kim]"},
      {"Best regards,\nKim Lee", "G[Hi Ana,] P[The talk was good.] S[Best regards,] N[Kim Lee]"},
      {"Best regards\nKim Lee", "G[Hi Ana,] P[The talk was good.] S[Best regards] N[Kim Lee]"},
      {"Best, Kim", "G[Hi Ana,] P[The talk was good.] S[Best,] N[Kim]"},
      {"best, kim", "G[Hi Ana,] P[The talk was good.] S[best,] N[kim]"},
      {"Thanks, kim", "G[Hi Ana,] P[The talk was good.//Thanks, kim]"},
      {"best, so", "G[Hi Ana,] P[The talk was good.//best, so]"},
      {"best, team", "G[Hi Ana,] P[The talk was good.//best, team]"},
      {"Cheers Kim", "G[Hi Ana,] P[The talk was good.] S[Cheers] N[Kim]"},
      {"Cheers Kim Lee from Accounts Payable in Leeds",
       "G[Hi Ana,] P[The talk was good.//Cheers Kim Lee from Accounts Payable in Leeds]"},
      {"Thanks for your time,\nKim", "G[Hi Ana,] P[The talk was good.] S[Thanks for your time,] N[Kim]"},
      {"Thank you for your time.\nKim", "G[Hi Ana,] P[The talk was good.//Thank you for your time.] N[Kim]"},
      {"Thank you for your time!\nKim", "G[Hi Ana,] P[The talk was good.//Thank you for your time!] N[Kim]"},
      {"Thanks!\nKim", "G[Hi Ana,] P[The talk was good.] S[Thanks!] N[Kim]"},
      {"Thanks.\nKim", "G[Hi Ana,] P[The talk was good.] S[Thanks.] N[Kim]"},
      {"Thanks\xE2"
       "\x80"
       "\x94"
       "\nKim",
       "G[Hi Ana,] P[The talk was good.] S[Thanks\xE2"
       "\x80"
       "\x94"
       "] N[Kim]"},
      {"Thanks - Kim", "G[Hi Ana,] P[The talk was good.] S[Thanks -] N[Kim]"},
      {"Thanks \xF0"
       "\x9F"
       "\x98"
       "\x80"
       "\nKim",
       "G[Hi Ana,] P[The talk was good.] S[Thanks \xF0"
       "\x9F"
       "\x98"
       "\x80"
       "] N[Kim]"},
      {"Thanks, and best wishes,\nKim", "G[Hi Ana,] P[The talk was good.] S[Thanks, and best wishes,] N[Kim]"},
      {"Thanks, best,\nKim", "G[Hi Ana,] P[The talk was good.] S[Thanks, best,] N[Kim]"},
      {"Thanks, and see you, then", "G[Hi Ana,] P[The talk was good.//Thanks, and see you, then]"},
      {"Warmly;\nKim", "G[Hi Ana,] P[The talk was good.//Warmly;/Kim]"},
      {"Warmly:\nKim", "G[Hi Ana,] P[The talk was good.//Warmly:/Kim]"},
      {"Thank you and kind regards\nKim", "G[Hi Ana,] P[The talk was good.] S[Thank you and kind regards] N[Kim]"},
      {"Looking forward,\nKim", "G[Hi Ana,] P[The talk was good.] S[Looking forward,] N[Kim]"},
      {"Yours in haste,\nKim", "G[Hi Ana,] P[The talk was good.] S[Yours in haste,] N[Kim]"},
      {"Mit freundlichen Gr\xC3"
       "\xBC"
       "\xC3"
       "\x9F"
       "en\nKim Lee",
       "G[Hi Ana,] P[The talk was good.] S[Mit freundlichen Gr\xC3"
       "\xBC"
       "\xC3"
       "\x9F"
       "en] N[Kim Lee]"},
      {"Saludos cordiales,\nKim Lee", "G[Hi Ana,] P[The talk was good.] S[Saludos cordiales,] N[Kim Lee]"},
      {"Saludos cordiales 5\nKim Lee", "G[Hi Ana,] P[The talk was good.] S[Saludos cordiales 5] N[Kim Lee]"},
      {"Kim", "G[Hi Ana,] P[The talk was good.] N[Kim]"},
      {"Kim Lee", "G[Hi Ana,] P[The talk was good.] N[Kim Lee]"},
      {"kim", "G[Hi Ana,] P[The talk was good.//kim]"},
      {"-Kim", "G[Hi Ana,] P[The talk was good.] N[-Kim]"},
      {"\xE2"
       "\x80"
       "\x94"
       " Kim",
       "G[Hi Ana,] P[The talk was good.] N[\xE2"
       "\x80"
       "\x94"
       " Kim]"},
      {"-- \nKim Lee", "G[Hi Ana,] P[The talk was good.] N[-- /Kim Lee]"},
      {"--\nKim Lee\n+1 555 0100 200", "G[Hi Ana,] P[The talk was good.] N[--/Kim Lee/+1 555 0100 200]"},
      {"Best,\n\nKim Lee\nAcme Ltd\nkim@mail.example",
       "G[Hi Ana,] P[The talk was good.] S[Best,] N[Kim Lee/Acme Ltd/kim@mail.example]"},
      {"Best,\nKim\n\nP.S. I forgot the plan.",
       "G[Hi Ana,] P[The talk was good.] S[Best,] N[Kim] C[P.S. I forgot the plan.]"},
      {"Best,\nKim\n\nPS: I forgot the plan.",
       "G[Hi Ana,] P[The talk was good.] S[Best,] N[Kim] C[PS: I forgot the plan.]"},
      {"Best,\nKim\n\nSent from my iPhone", "G[Hi Ana,] P[The talk was good.] S[Best,] N[Kim//Sent from my iPhone]"},
      {"Sent from my iPhone", "G[Hi Ana,] P[The talk was good.] N[Sent from my iPhone]"},
      {"Best,\nKim Lee (she/her)", "G[Hi Ana,] P[The talk was good.] S[Best,] N[Kim Lee (she/her)]"},
      {"Best,\nKim \"Kimmy\" Lee", "G[Hi Ana,] P[The talk was good.] S[Best,] N[Kim \"Kimmy\" Lee]"},
      {"Best,\nKim\nwww.kim.example", "G[Hi Ana,] P[The talk was good.] S[Best,] N[Kim/www.kim.example]"},
      {"Best,\nKim\nPhone: 555 0100 200", "G[Hi Ana,] P[The talk was good.] S[Best,] N[Kim/Phone: 555 0100 200]"},
      {"Best,", "G[Hi Ana,] P[The talk was good.] S[Best,]"},
      {"See you. Thanks, Kim Lee", "G[Hi Ana,] P[The talk was good.//See you.] S[Thanks,] N[Kim Lee]"},
      {"It was a pleasure. Best regards,\nKim",
       "G[Hi Ana,] P[The talk was good.//It was a pleasure.] S[Best regards,] N[Kim]"},
      {"Please call me. Kim", "G[Hi Ana,] P[The talk was good.//Please call me. Kim]"},
      {"Sincerely yours,\nK.", "G[Hi Ana,] P[The talk was good.] S[Sincerely yours,] N[K.]"},
      {"Sincerely,\nKim Lee\nCandidate for Clerk",
       "G[Hi Ana,] P[The talk was good.] S[Sincerely,] N[Kim Lee/Candidate for Clerk]"},
      {"Best,\nKim\n\nI forgot: the plan is attached. It is long.",
       "G[Hi Ana,] P[The talk was good.] S[Best,] N[Kim] P[I forgot: the plan is attached. It is long.]"},
  };
  check_rows(rows, sizeof rows / sizeof *rows, "Hi Ana,\n\nThe talk was good.\n\n", "\n");
}
END_TEST

START_TEST(a_quoted_mail_is_nobodys_prose) {
  static const struct row rows[] = {
      {"On Thu, 5 Mar 2026 at 10:00, Ana Torres <ana@x.org> wrote:\n> Can you?",
       "P[The talk was good.] Q[On Thu, 5 Mar 2026 at 10:00, Ana Torres <ana@x.org> wrote:/> Can you?]"},
      {"On Monday Ana wrote:\n> Can you?", "P[The talk was good.] Q[On Monday Ana wrote:/> Can you?]"},
      {"Ana Torres wrote:\n> Can you?", "P[The talk was good.] Q[Ana Torres wrote:/> Can you?]"},
      {"> Can you?", "P[The talk was good.] Q[> Can you?]"},
      {">> Can you?\n> Yes.", "P[The talk was good.] Q[>> Can you?/> Yes.]"},
      {"| Can you?", "P[The talk was good.//| Can you?]"},
      {"Ana said:\nCan you?", "P[The talk was good.//Ana said:/Can you?]"},
      {"-----Original Message-----\nFrom: Ana\nTo: Kim\nSubject: x\n\nCan you?",
       "P[The talk was good.] Q[-----Original Message-----/From: Ana/To: Kim/Subject: x//Can you?]"},
      {"From: Ana Torres\nSent: Monday\nTo: Kim\n\nCan you?",
       "P[The talk was good.] Q[From: Ana Torres/Sent: Monday/To: Kim//Can you?]"},
      {"*From:* Ana Torres\n*Sent:* Monday\n*To:* Kim\n\nCan you?",
       "P[The talk was good.] Q[*From:* Ana Torres/*Sent:* Monday/*To:* Kim//Can you?]"},
      {"________________________________\nFrom: Ana\nTo: Kim\nSubject: x\n\nCan you?",
       "P[The talk was good.] Q[________________________________/From: Ana/To: Kim/Subject: x//Can you?]"},
      {"From: Ana\n\nCan you?", "P[The talk was good.//From: Ana//Can you?]"},
      {"---------- Forwarded message ---------\nFrom: Ana\nTo: Kim\n\nCan you?",
       "P[The talk was good.] Q[---------- Forwarded message ---------/From: Ana/To: Kim//Can you?]"},
      {"2026-03-05 10:00 GMT+01:00 Ana Torres <ana@x.org>:\n> Can you?",
       "P[The talk was good.] Q[2026-03-05 10:00 GMT+01:00 Ana Torres <ana@x.org>:/> Can you?]"},
      {"On 3/5/26, Ana Torres <ana@x.org> wrote:\n> Can you?",
       "P[The talk was good.] Q[On 3/5/26, Ana Torres <ana@x.org> wrote:/> Can you?]"},
      {"Am 5. M\xC3"
       "\xA4"
       "rz 2026 schrieb Ana Torres\xEF"
       "\xBC"
       "\x9A"
       "\n> Can you?",
       "P[The talk was good.] Q[Am 5. M\xC3"
       "\xA4"
       "rz 2026 schrieb Ana Torres\xEF"
       "\xBC"
       "\x9A"
       "/> Can you?]"},
      {"El 5 mar 2026, Ana Torres <ana@x.org> escribi\xC3"
       "\xB3"
       ":\n> Can you?",
       "P[The talk was good.] Q[El 5 mar 2026, Ana Torres <ana@x.org> escribi\xC3"
       "\xB3"
       ":/> Can you?]"},
      {"On 5 March 2026 you wrote to me about the plan.",
       "P[The talk was good.//On 5 March 2026 you wrote to me about the plan.]"},
      {"Points:\n> one\n> two", "P[The talk was good.//Points:] Q[> one/> two]"},
  };
  check_rows(rows, sizeof rows / sizeof *rows, "The talk was good.\n\n", "\n");
}
END_TEST

START_TEST(lists_and_short_lines_are_prose) {
  static const struct row rows[] = {
      {"- one\n- two", "G[Hi Ana,] P[The talk was good.//- one/- two] S[Best regards,] N[Kim Lee]"},
      {"* one\n* two", "G[Hi Ana,] P[The talk was good.//* one/* two] S[Best regards,] N[Kim Lee]"},
      {"1. one\n2. two", "G[Hi Ana,] P[The talk was good.//1. one/2. two] S[Best regards,] N[Kim Lee]"},
      {"1) one\n2) two", "G[Hi Ana,] P[The talk was good.//1) one/2) two] S[Best regards,] N[Kim Lee]"},
      {"(a) one\n(b) two", "G[Hi Ana,] P[The talk was good.//(a) one/(b) two] S[Best regards,] N[Kim Lee]"},
      {"a) one\nb) two", "G[Hi Ana,] P[The talk was good.//a) one/b) two] S[Best regards,] N[Kim Lee]"},
      {"i. one\nii. two", "G[Hi Ana,] P[The talk was good.//i. one/ii. two] S[Best regards,] N[Kim Lee]"},
      {"\xE2"
       "\x9C"
       "\x94"
       " one\n\xE2"
       "\x9C"
       "\x94"
       " two",
       "G[Hi Ana,] P[The talk was good.//\xE2"
       "\x9C"
       "\x94"
       " one/\xE2"
       "\x9C"
       "\x94"
       " two] S[Best regards,] N[Kim Lee]"},
      {"\xE2"
       "\x9C"
       "\x94"
       "\xEF"
       "\xB8"
       "\x8F"
       " one\n\xE2"
       "\x98"
       "\x91"
       " two",
       "G[Hi Ana,] P[The talk was good.//\xE2"
       "\x9C"
       "\x94"
       "\xEF"
       "\xB8"
       "\x8F"
       " one/\xE2"
       "\x98"
       "\x91"
       " two] S[Best regards,] N[Kim Lee]"},
      {"My points:\n\n- one\n- two",
       "G[Hi Ana,] P[The talk was good.//My points://- one/- two] S[Best regards,] N[Kim Lee]"},
      {"My points:\none\ntwo", "G[Hi Ana,] P[The talk was good.//My points:/one/two] S[Best regards,] N[Kim Lee]"},
      {"Two points:\n1. one", "G[Hi Ana,] P[The talk was good.//Two points:/1. one] S[Best regards,] N[Kim Lee]"},
      {"One thing", "G[Hi Ana,] P[The talk was good.//One thing] S[Best regards,] N[Kim Lee]"},
      {"One thing\nand another line of it that goes on\nfor long.",
       "G[Hi Ana,] P[The talk was good.//One thing/and another line of it that goes on/for long.] S[Best regards,] "
       "N[Kim Lee]"},
      {"One line.\nAnother line.",
       "G[Hi Ana,] P[The talk was good.//One line./Another line.] S[Best regards,] N[Kim Lee]"},
      {"Heading\n\nText of it.", "G[Hi Ana,] P[The talk was good.//Heading//Text of it.] S[Best regards,] N[Kim Lee]"},
      {"\xE2"
       "\x80"
       "\xA2"
       "one",
       "G[Hi Ana,] P[The talk was good.//\xE2"
       "\x80"
       "\xA2"
       "one] S[Best regards,] N[Kim Lee]"},
      {"-one", "G[Hi Ana,] P[The talk was good.//-one] S[Best regards,] N[Kim Lee]"},
      {"- ", "G[Hi Ana,] P[The talk was good.//-] S[Best regards,] N[Kim Lee]"},
      {"P.S. one", "G[Hi Ana,] P[The talk was good.] C[P.S. one] S[Best regards,] N[Kim Lee]"},
      {"> quoted in between", "G[Hi Ana,] P[The talk was good.] Q[> quoted in between] S[Best regards,] N[Kim Lee]"},
      {"A line that is very long and goes on so that it is wrapped by a mail program at\nsome column or other.",
       "G[Hi Ana,] P[The talk was good.//A line that is very long and goes on so that it is wrapped by a mail program "
       "at/some column or other.] S[Best regards,] N[Kim Lee]"},
  };
  check_rows(rows, sizeof rows / sizeof *rows, "Hi Ana,\n\nThe talk was good.\n\n", "\n\nBest regards,\nKim Lee\n");
}
END_TEST

static const struct row whole_rows[] = {
    {"Dear Ana,\n\nThe talk was good and we said\nP.S. The yard too.",
     "G[Dear Ana,] P[The talk was good and we said/P.S. The yard too.]"},
    {"Dear Ana,\n\nThe talk was good.\n\nBest,\nKim Lee\nP.S. The yard too.",
     "G[Dear Ana,] P[The talk was good.] S[Best,] N[Kim Lee] C[P.S. The yard too.]"},
    {"Dear Ana,\n\nThe talk was good.\n\nKim Lee\nP.S. The yard too.",
     "G[Dear Ana,] P[The talk was good.] N[Kim Lee] C[P.S. The yard too.]"},
    {"Dear Ana,\n\nThe talk was good.\n\nBest,\n\nWarm regards,\nKim",
     "G[Dear Ana,] P[The talk was good.] S[Best,//Warm regards,] N[Kim]"},
    {"Dear Ana,\n\nThe talk was good. Best regards, Kim", "G[Dear Ana,] P[The talk was good.] S[Best regards,] N[Kim]"},
    {"Dear Ana,\n\nThe talk was good.\n\nBest regards,\nKim\n\nI forgot to say that the yard was good too.",
     "G[Dear Ana,] P[The talk was good.] S[Best regards,] N[Kim] P[I forgot to say that the yard was good too.]"},
    {"Dear Ana,\n\nThe talk was good.\n\nBest regards!\nKim\n\nI forgot to say that the yard was good too.",
     "G[Dear Ana,] P[The talk was good.//Best regards!/Kim//I forgot to say that the yard was good too.]"},
    {"Dear Ana,\n\nWe said\nBest regards,\nKim\n\nI forgot to say that the yard was good too.",
     "G[Dear Ana,] P[We said/Best regards,/Kim//I forgot to say that the yard was good too.]"},
    {"Dear Ana,\n\nThe talk was good.\n\na.)One thing", "G[Dear Ana,] P[The talk was good.//a.)One thing]"},
    {"Dear Ana,\n\ni. One\nii. Two\niii. Three\niv. Four", "G[Dear Ana,] P[i. One/ii. Two/iii. Three/iv. Four]"},
    {"Dear Ana,\n\n12) One\n13) Two", "G[Dear Ana,] P[12) One/13) Two]"},
    {"Dear Ana,\n\n- [x] One\n- [ ] Two", "G[Dear Ana,] P[- [x] One/- [ ] Two]"},
    {"Dear Ana,\n\nWe said that\n- one boat\n- two boats", "G[Dear Ana,] P[We said that/- one boat/- two boats]"},
    {"Dear Ana,\n\nWe said that the boat - with sails\n- and ropes, was good.",
     "G[Dear Ana,] P[We said that the boat - with sails/- and ropes, was good.]"},
    {"Dear Ana,\n\nWe met on the\n12. of March and it was good.",
     "G[Dear Ana,] P[We met on the/12. of March and it was good.]"},
    {"Dear Ana,\n\nWe saw:\n1. One of the longest lines that was ever wrapped by a mail program at this very "
     "place\nTwo goes on\n2. Two",
     "G[Dear Ana,] P[We saw:/1. One of the longest lines that was ever wrapped by a mail program at this very "
     "place/Two goes on/2. Two]"},
    {"Dear Ana,\n\nWe saw it and\n1. one\nthen\nand\nso\non\nand\non\n2. two",
     "G[Dear Ana,] P[We saw it and/1. one/then/and/so/on/and/on/2. two]"},
    {"Dear Ana,\n\nWe saw it and\na. one", "G[Dear Ana,] P[We saw it and/a. one]"},
    {"Ana and the entire team,\n\nThe talk was good.", "G[Ana and the entire team,] P[The talk was good.]"},
    {"Hi Ana and all the very kind people,\n\nThe talk was good.",
     "G[Hi Ana and all the very kind people,] P[The talk was good.]"},
    {"Hi all,\n\nThe talk was good.", "G[Hi all,] P[The talk was good.]"},
    {"Team and Ana,\n\nThe talk was good.", "G[Team and Ana,] P[The talk was good.]"},
    {"Ana, and Tom, thank you for the talk.\n\nKim", "P[Ana, and Tom, thank you for the talk.] N[Kim]"},
    {"Hi Ana, Tom and Bo, the talk was good.", "G[Hi Ana, Tom and Bo,] P[the talk was good.]"},
    {"Hi Ana, and the talk was good.", "G[Hi Ana,] P[and the talk was good.]"},
    {"Hi Ana\n\nThe talk was good.", "G[Hi Ana] P[The talk was good.]"},
    {"Hi Ana\nThe talk was good.", "G[Hi Ana] P[The talk was good.]"},
    {"Maksym, hi!\n\nThe talk was good.", "G[Maksym, hi!] P[The talk was good.]"},
    {"Anna good morning,\n\nThe talk was good.", "G[Anna good morning,] P[The talk was good.]"},
    {"anna good morning,\n\nThe talk was good.", "P[anna good morning,//The talk was good.]"},
    {"Anna good morning to you,\n\nThe talk was good.", "G[Anna good morning to you,] P[The talk was good.]"},
    {"Lorraine,\n\nThe talk was good.", "G[Lorraine,] P[The talk was good.]"},
    {"Lorraine!\n\nThe talk was good.", "G[Lorraine!] P[The talk was good.]"},
    {"Lorraine Anna Maria Helen!\n\nThe talk was good.", "P[Lorraine Anna Maria Helen!//The talk was good.]"},
    {"Lorraine:", "G[Lorraine:]"},
    {"Lorraine Anna Maria Helen Rose May:", "G[Lorraine Anna Maria Helen Rose May:]"},
    {"Estimada y muy querida senora,\n\nThe talk was good.", "G[Estimada y muy querida senora,] P[The talk was good.]"},
    {"querida,\n\nThe talk was good.", "G[querida,] P[The talk was good.]"},
    {"querida senora,\n\nThe talk was good.", "G[querida senora,] P[The talk was good.]"},
    {"Lorraine\n\nThe talk was good.", "G[Lorraine] P[The talk was good.]"},
    {"Lorraine.\n\nThe talk was good.", "P[Lorraine.//The talk was good.]"},
    {"Lorraine\nThe talk was good.", "P[Lorraine/The talk was good.]"},
    {"The talk was good.\n\nLorraine\n\nBest,\nKim", "P[The talk was good.//Lorraine] S[Best,] N[Kim]"},
    {"...,\n\nThe talk was good.", "P[...,//The talk was good.]"},
    {"Dear Ana,\n\nThe talk was good.\n\nCheers Kim", "G[Dear Ana,] P[The talk was good.] S[Cheers] N[Kim]"},
    {"Dear Ana,\n\nThe talk was good.\n\nCheers Kim Lee of the yard at the lake",
     "G[Dear Ana,] P[The talk was good.//Cheers Kim Lee of the yard at the lake]"},
    {"Dear Ana,\n\nThe talk was good.\n\nBest regards!\nKim",
     "G[Dear Ana,] P[The talk was good.] S[Best regards!] N[Kim]"},
    {"Dear Ana,\n\nThe talk was good.\n\nThank you for your time.\nKim",
     "G[Dear Ana,] P[The talk was good.//Thank you for your time.] N[Kim]"},
    {"Dear Ana,\n\nThe talk was good.\n\nThank you for your time,\nKim",
     "G[Dear Ana,] P[The talk was good.] S[Thank you for your time,] N[Kim]"},
    {"Dear Ana,\n\nThe talk was good.\n\nBest,\nKim Lee | Saddler",
     "G[Dear Ana,] P[The talk was good.] S[Best,] N[Kim Lee | Saddler]"},
    {"Dear Ana,\n\nThe talk was good.\n\nBest,\nKim Lee - Saddler",
     "G[Dear Ana,] P[The talk was good.] S[Best,] N[Kim Lee - Saddler]"},
    {"Dear Ana,\n\nThe talk was good.\n\nBest,\nKim-Lee Saddler",
     "G[Dear Ana,] P[The talk was good.] S[Best,] N[Kim-Lee Saddler]"},
    {"Dear Ana,\n\nThe talk was good.\n\nBest,\nKim Lee (Saddler)",
     "G[Dear Ana,] P[The talk was good.] S[Best,] N[Kim Lee (Saddler)]"},
    {"Dear Ana,\n\nThe talk was good.\n\nBest,\nKim\n\nThis message is confidential and may be privileged.",
     "G[Dear Ana,] P[The talk was good.] S[Best,] N[Kim//This message is confidential and may be privileged.]"},
    {"Dear Ana,\n\nThe talk was good.\n\nKim\n\nSent from my phone",
     "G[Dear Ana,] P[The talk was good.] N[Kim//Sent from my phone]"},
    {"*Reply-To:* Kim\n*From:* Ana\n*Subject:* Talk\n*Date:* Monday\n\nHello",
     "Q[*Reply-To:* Kim/*From:* Ana/*Subject:* Talk/*Date:* Monday//Hello]"},
    {"The talk was good.\n\nFrom: Ana\nSent: Monday\nTo: Kim\nSubject: Talk\n\nHello",
     "P[The talk was good.] Q[From: Ana/Sent: Monday/To: Kim/Subject: Talk//Hello]"},
    {"The talk was good.\n\nFrom: Ana\nSent: Monday\nTo: Kim\n\nHello",
     "P[The talk was good.] Q[From: Ana/Sent: Monday/To: Kim//Hello]"},
    {"The talk was good.\n\n________\nFrom: Ana\nSent: Monday\nTo: Kim\nSubject: Talk\n\nHello",
     "P[The talk was good.] Q[________/From: Ana/Sent: Monday/To: Kim/Subject: Talk//Hello]"},
    {"The talk was good.\n\nOn 5 March 2026 at 10:00, Ana Torres <ana@x.example> wrote:\n> Hello",
     "P[The talk was good.] Q[On 5 March 2026 at 10:00, Ana Torres <ana@x.example> wrote:/> Hello]"},
    {"The talk was good.\n\nOn 5 March 2026 at 10:00, Ana Torres <ana@x.example> wrote:\nHello",
     "P[The talk was good.] Q[On 5 March 2026 at 10:00, Ana Torres <ana@x.example> wrote:/Hello]"},
    {"The talk was good.\n\n2026-03-05 10:00 Ana Torres <ana@x.example>:\nHello",
     "P[The talk was good.] Q[2026-03-05 10:00 Ana Torres <ana@x.example>:/Hello]"},
    {"The talk was good.\n\nAna Torres <ana@x.example> 10:00:\nHello",
     "P[The talk was good.//Ana Torres <ana@x.example> 10:00:/Hello]"},
    {"The talk was good.\n\n5 March 2026, Ana Torres <ana@x.example>:\nHello",
     "P[The talk was good.] Q[5 March 2026, Ana Torres <ana@x.example>:/Hello]"},
    {"The talk was good.\n\nAna Torres ana@x.example:\nHello",
     "P[The talk was good.//Ana Torres ana@x.example:/Hello]"},
    {"The talk was good.\n\nAna wrote:\n> Hello", "P[The talk was good.] Q[Ana wrote:/> Hello]"},
    {"The talk was good.\n\nAna wrote:\nHello", "P[The talk was good.//Ana wrote:/Hello]"},
    {"The talk was good.\n\nAna wrote 12 letters:\nHello", "P[The talk was good.//Ana wrote 12 letters:/Hello]"},
    {"The talk was good.\n\nOn 5 March Ana wrote:\nHello", "P[The talk was good.] Q[On 5 March Ana wrote:/Hello]"},
    {"The talk was good.\n\nThen on 5 March we wrote:\nHello",
     "P[The talk was good.//Then on 5 March we wrote:/Hello]"},
    {"The talk was good.\n\nWrite to me at ana@x.example on 5 March 2026:\nHello",
     "P[The talk was good.//Write to me at ana@x.example on 5 March 2026:/Hello]"},
    {"The talk was good.\n\nMy address in 2026 is ana@x.example:\nHello",
     "P[The talk was good.//My address in 2026 is ana@x.example:/Hello]"},
    {"The talk was good.\n\n----------\nAna wrote on 5 March 2026:\n> Hello",
     "P[The talk was good.] Q[----------/Ana wrote on 5 March 2026:/> Hello]"},
    {"> Hello\n> Ana wrote:\nThe talk was good.", "Q[> Hello/> Ana wrote:] P[The talk was good.]"},
    {"The talk was good.\n\n- One\n- Two\n- Three", "P[The talk was good.//- One/- Two/- Three]"},
    {"The talk was good.\n\n1. One\n2. Two\n3. Three", "P[The talk was good.//1. One/2. Two/3. Three]"},
    {"The talk was good.\n\n1) One\n2) Two", "P[The talk was good.//1) One/2) Two]"},
    {"The talk was good.\n\n(a) One\n(b) Two", "P[The talk was good.//(a) One/(b) Two]"},
    {"The talk was good.\n\na.) One\nb.) Two", "P[The talk was good.//a.) One/b.) Two]"},
    {"The talk was good.\n\n- One\nTwo", "P[The talk was good.//- One/Two]"},
    {"The talk was good.\n\n-\nOne", "P[The talk was good.//-/One]"},
    {"The talk was good.\n\n1.)\nOne", "P[The talk was good.//1.)/One]"}};

START_TEST(whole_bodies_are_parted_line_by_line) {
  check_rows(whole_rows, sizeof whole_rows / sizeof *whole_rows, "", "");
}
END_TEST

static void *take_while_left(size_t size, void *user) {
  long *left = user;
  return (*left)-- > 0 ? malloc(size) : NULL;
}

static void give(void *block, void *user) {
  (void)user;
  free(block);
}

/* A reader and a text made of nothing, with memory for so many allocations. */
static followup_status read_with(long left, const char *body) {
  struct followup_context context = {take_while_left, give, &left, 1 << 20, NULL};
  struct text_reader *made = NULL;
  struct text into = {0};
  followup_status status = text_reader_new(&context, &made);
  if (status == FOLLOWUP_OK) status = text_read_body(made, body, strlen(body), &into);
  text_free(&context, &into);
  text_reader_free(made);
  return status;
}

START_TEST(a_body_read_without_memory_is_a_memory_error_wherever_it_ends) {
  for (size_t i = 0; i < sizeof whole_rows / sizeof *whole_rows; i++) {
    long left = 0;
    followup_status status;
    while ((status = read_with(left, whole_rows[i].body)) == FOLLOWUP_E_MEMORY) left++;
    ck_assert_int_eq(status, FOLLOWUP_OK);
    ck_assert_int_ge(left, 4);
  }
}
END_TEST

int main(void) {
  const TTest *const tests[] = {a_salutation_ends_where_the_name_does,
                                a_closing_and_what_is_below_it_end_the_prose,
                                a_quoted_mail_is_nobodys_prose,
                                lists_and_short_lines_are_prose,
                                whole_bodies_are_parted_line_by_line,
                                a_body_read_without_memory_is_a_memory_error_wherever_it_ends,
                                NULL};
  return run_tests_with("layout", tests, open_reader, close_reader);
}
