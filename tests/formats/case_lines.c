/* Reads case files, one a line, from standard input and says of each "ok" or what is wrong with it. */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>

#include <followup-formats.h>

static void judge_line(const char *line, size_t length, followup_error *error) {
  followup_case *of = NULL;
  if (followup_formats_read_case(NULL, line, length, &of, NULL, error) == FOLLOWUP_OK)
    puts("ok");
  else
    printf("%d %s\n", (int)followup_error_status(error), followup_error_message(error));
  followup_case_free(of);
}

int main(void) {
  followup_error *error = NULL;
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  if (followup_error_new(NULL, &error) != FOLLOWUP_OK) return 2;
  while ((length = getline(&line, &room, stdin)) >= 0) judge_line(line, (size_t)length, error);
  free(line);
  followup_error_free(error);
  return ferror(stdin) || fflush(stdout) != 0 ? 2 : 0;
}
