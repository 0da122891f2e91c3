#include "case_run.h"

#include <followup-formats.h>
#include <stdio.h>

#include "case_files.h"
#include "inputs.h"

struct walk {
  struct run *run;
  const char *done;
  case_work work;
  void *user;
};

static bool take_case(const char *place, bool is_line, const char *json, size_t length, void *user) {
  struct walk *walk = user;
  struct run *run = walk->run;
  followup_case *of = NULL;
  int64_t now = FOLLOWUP_NO_TIME;
  followup_status status = followup_formats_read_case(run->context, json, length, &of, &now, run->error);
  if (status == FOLLOWUP_OK) status = walk->work(walk->user, place, of, run_now(run, now, walk->done));
  followup_case_free(of);
  if (status != FOLLOWUP_OK) run_complain_error(run, place, is_line);
  if (ferror(stdout)) run_output_failed(run);
  return !run->output_failed;
}

void run_cases(struct run *run, const char *path, const char *done, case_work work, void *user) {
  struct walk walk = {run, done, work, user};
  const char *wrong = input_kind_of(path) == INPUT_CASES ? case_lines_read(path, take_case, &walk)
                                                         : case_file_read(path, take_case, &walk);
  if (wrong != NULL) run_complain(run, path, wrong);
}
