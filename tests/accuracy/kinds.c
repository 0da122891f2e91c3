/* How often the kind of a message is guessed right: accuracy-kinds [--wrong] CASES.jsonl */
#define _POSIX_C_SOURCE 200809L
#include <followup-formats.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t judge_case(const followup_linter *linter, followup_scratch *scratch, const followup_case *of, bool show) {
  size_t right = 0;
  for (size_t i = 0; i < followup_case_message_count(of); i++) {
    const followup_message *message = followup_case_message(of, i);
    size_t subject_length, body_length;
    const char *subject = followup_message_subject(message, &subject_length);
    const char *body = followup_message_body(message, &body_length);
    followup_kind kind = FOLLOWUP_KIND_UNKNOWN;
    if (followup_guess_kind(linter, scratch, subject, subject_length, body, body_length, &kind, NULL) != FOLLOWUP_OK)
      exit(2);
    right += kind == followup_message_kind(message);
    if (show && kind != followup_message_kind(message))
      printf("%s %s: a %s guessed as %s\n", followup_case_id(of), followup_message_id(message),
             followup_kind_name(followup_message_kind(message)), followup_kind_name(kind));
  }
  return right;
}

int main(int argc, char **argv) {
  bool show = argc > 2 && strcmp(argv[1], "--wrong") == 0;
  FILE *file = argc > 1 ? fopen(argv[argc - 1], "r") : NULL;
  followup_linter *linter = NULL;
  followup_scratch *scratch = NULL;
  if (file == NULL || followup_linter_new(NULL, NULL, &linter, NULL) != FOLLOWUP_OK ||
      followup_scratch_new(linter, &scratch, NULL) != FOLLOWUP_OK)
    return 2;
  char *line = NULL;
  size_t size = 0, right = 0, messages = 0;
  ssize_t length;
  while ((length = getline(&line, &size, file)) > 0) {
    followup_case *of = NULL;
    if (followup_formats_read_case(NULL, line, (size_t)length, &of, NULL, NULL) != FOLLOWUP_OK) return 2;
    right += judge_case(linter, scratch, of, show);
    messages += followup_case_message_count(of);
    followup_case_free(of);
  }
  printf("kinds guessed right %zu of %zu = %.3f\n", right, messages, messages ? (double)right / (double)messages : 0.0);
  free(line);
  fclose(file);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  return 0;
}
