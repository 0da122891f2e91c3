/* One mail, read into a case. Whether its lines end in LF or CRLF makes no difference to what is said of it. */
#include "fuzz/cases.h"

#include <followup-formats.h>
#include <stdlib.h>
#include <string.h>

#define Z FOLLOWUP_ZERO_TERMINATED
#define ENDED INT64_C(1772636400000)

static followup_case *make_case(void) {
  followup_case *of = NULL;
  followup_interview *interview = NULL;
  followup_interviewer *person = NULL;
  MUST(followup_case_new(NULL, &of, NULL) == FOLLOWUP_OK);
  followup_candidate_set_name(followup_case_candidate(of), "Kim Lee", Z, NULL);
  followup_candidate_set_email(followup_case_candidate(of), "kim@example.com", Z, NULL);
  followup_case_set_company(of, "Halden Works", Z, NULL);
  MUST(followup_case_add_interview(of, "i1", Z, &interview, NULL) == FOLLOWUP_OK);
  followup_interview_set_time(interview, ENDED - 3600000, ENDED, NULL);
  MUST(followup_interview_add_interviewer(interview, "Ana Torres", Z, &person, NULL) == FOLLOWUP_OK);
  followup_interviewer_set_email(person, "ana@halden.example", Z, NULL);
  return of;
}

static bool read(const char *mail, size_t length, struct fuzz_opinion *opinion) {
  followup_case *of = make_case();
  followup_message *message = NULL;
  followup_status status = followup_formats_read_mail(of, FOLLOWUP_KIND_UNKNOWN, mail, length, &message, NULL);
  if (status != FOLLOWUP_OK) {
    MUST(message == NULL && followup_case_message_count(of) == 0);
    followup_case_free(of);
    return false;
  }
  size_t body;
  const char *bytes = followup_message_body(message, &body);
  MUST(fuzz_first_bad_byte(bytes, body) == body);
  *opinion = fuzz_judge_case(of, ENDED + 3600000);
  return true;
}

static void check_same_messages(const followup_message *one, const followup_message *other) {
  const char *left = followup_message_body(one, NULL), *right = followup_message_body(other, NULL);
  MUST(fuzz_same(fuzz_without_returns, left, strlen(left), right, strlen(right)));
  MUST(strcmp(followup_message_subject(one, NULL), followup_message_subject(other, NULL)) == 0);
  MUST(strcmp(followup_message_from(one), followup_message_from(other)) == 0);
  MUST(followup_message_sent(one) == followup_message_sent(other));
  MUST(followup_message_attachment_count(one) == followup_message_attachment_count(other));
  for (int list = FOLLOWUP_RECIPIENTS_TO; list <= FOLLOWUP_RECIPIENTS_BCC; list++)
    MUST(followup_message_recipient_count(one, (followup_recipients)list) ==
         followup_message_recipient_count(other, (followup_recipients)list));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  struct fuzz_opinion one, other;
  if (read((const char *)bytes, size, &one)) {
    fuzz_check_further(&one);
    fuzz_check_written(one.report);
    fuzz_opinion_free(&one);
  }
  struct fuzz_text lf = fuzz_without_returns((const char *)bytes, size), crlf = fuzz_with_returns(lf.bytes, lf.length);
  bool good = read(lf.bytes, lf.length, &one);
  MUST(read(crlf.bytes, crlf.length, &other) == good);
  if (good) {
    check_same_messages(followup_case_message(one.of, 0), followup_case_message(other.of, 0));
    fuzz_check_same_opinions(&one, &other, fuzz_without_returns);
    fuzz_opinion_free(&one);
    fuzz_opinion_free(&other);
  }
  free(lf.bytes);
  free(crlf.bytes);
  return 0;
}
