/* What the families are given to: one linter, one scratch, one report for all, as a server has them. */
#include <followup-formats.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "adversarial/judge.h"
#include "support/scene.h"

#define Z FOLLOWUP_ZERO_TERMINATED

static struct {
  followup_context *context;
  followup_linter *linter;
  followup_scratch *scratch;
  followup_report *report;
  followup_calendar *calendar;
  followup_window *window;
} tools;

static struct judge_memory memory;

/* A size stands before each block, so that what is given back is known. */
static void *take(size_t size, void *user) {
  (void)user;
  size_t *block = malloc(size + 2 * sizeof *block);
  if (block == NULL) return NULL;
  *block = size;
  memory.held += size;
  if (memory.held > memory.peak) memory.peak = memory.held;
  return block + 2;
}

static void give(void *block, void *user) {
  (void)user;
  size_t *from = (size_t *)block - 2;
  memory.held -= *from;
  free(from);
}

static void must(followup_status status) {
  if (status == FOLLOWUP_OK) return;
  fprintf(stderr, "adversarial: %s\n", followup_status_text(status));
  exit(2);
}

void judge_open(void) {
  must(followup_context_new(take, give, NULL, &tools.context));
  must(followup_linter_new(tools.context, NULL, &tools.linter, NULL));
  must(followup_scratch_new(tools.linter, &tools.scratch, NULL));
  must(followup_calendar_new(tools.context, &tools.calendar, NULL));
  must(followup_calendar_set_time_zone(tools.calendar, "Europe/London", Z, NULL));
  must(followup_window_read("at 3pm London time or 4pm New York time", Z, SCENE_END, tools.calendar, &tools.window,
                            NULL));
}

void judge_close(void) {
  followup_window_free(tools.window);
  followup_calendar_free(tools.calendar);
  followup_report_free(tools.report);
  followup_scratch_free(tools.scratch);
  followup_linter_free(tools.linter);
  followup_context_free(tools.context);
  memset(&tools, 0, sizeof tools);
}

struct judge_memory *judge_memory(void) {
  return &memory;
}

static uint64_t mix(uint64_t sum, uint64_t value) { return (sum ^ value) * UINT64_C(1099511628211); }

static uint64_t digest(void) {
  uint64_t sum = followup_report_count(tools.report);
  for (size_t i = 0; i < followup_report_count(tools.report); i++) {
    const followup_finding *finding = followup_report_finding(tools.report, i);
    size_t start = 0, end = 0;
    followup_finding_span(finding, FOLLOWUP_UNIT_UTF16, &start, &end);
    sum = mix(mix(mix(sum, followup_finding_fingerprint(finding)), start), end);
  }
  return sum;
}

static uint64_t judge_case(followup_case *of, int64_t now) {
  followup_plan *plan = NULL;
  must(followup_lint_case(tools.linter, tools.scratch, of, now, &tools.report, NULL));
  if (followup_plan_make(NULL, of, now, &plan, NULL) != FOLLOWUP_OK) plan = NULL;
  uint64_t sum = mix(digest(), followup_plan_count(plan));
  followup_plan_free(plan);
  followup_case_free(of);
  return sum;
}

static uint64_t judge_text(const char *text, size_t length) {
  char *body = malloc(length + 1);
  if (body == NULL) exit(2);
  memcpy(body, text, length);
  body[length] = '\0';
  struct scene scene = {.context = tools.context,
                        .kind = "thank_you",
                        .notes = "a saddle is forty-one parts|SREs carry the pager",
                        .theirs = "the board is rebuilt every Monday",
                        .other = "Contoso Freight",
                        .sent = SCENE_END + 3600000,
                        .body = body};
  followup_case *of = scene_build(&scene);
  free(body);
  return judge_case(of, SCENE_END + 7200000);
}

static uint64_t judge_window(const char *words, size_t length) {
  must(followup_window_read(words, length, SCENE_END, tools.calendar, &tools.window, NULL));
  return mix((uint64_t)followup_window_end(tools.window), (uint64_t)followup_window_status_of(tools.window));
}

static uint64_t judge_json(const char *json, size_t length) {
  followup_case *of = NULL;
  int64_t now = SCENE_END;
  followup_status status = followup_formats_read_case(tools.context, json, length, &of, &now, NULL);
  return status == FOLLOWUP_OK ? judge_case(of, now) : (uint64_t)status;
}

static uint64_t judge_mail(const char *mail, size_t length) {
  followup_case *of = NULL;
  followup_message *message = NULL;
  must(followup_case_new(tools.context, &of, NULL));
  followup_status status = followup_formats_read_mail(of, FOLLOWUP_KIND_THANK_YOU, mail, length, &message, NULL);
  if (status == FOLLOWUP_OK) return judge_case(of, SCENE_END);
  followup_case_free(of);
  return (uint64_t)status;
}

/* Four texts are read in all. */
static uint64_t judge_pair(const char *text, size_t length) {
  length /= 4;
  followup_similarity *similarity = NULL;
  followup_uptake *uptake = NULL;
  char *note = malloc(length + 1);
  if (note == NULL) exit(2);
  memcpy(note, text, length);
  note[length] = '\0';
  must(followup_similarity_read(tools.linter, tools.scratch, text, length, text + 1, length - 1, NULL, 0, &similarity,
                                NULL));
  must(followup_uptake_read_text(tools.linter, tools.scratch, text, length, (const char *const *)&note, 1, &uptake,
                                 NULL));
  uint64_t sum = mix(followup_similarity_passage_count(similarity), followup_uptake_detail_count(uptake));
  followup_similarity_free(similarity);
  followup_uptake_free(uptake);
  free(note);
  return sum;
}

uint64_t judge_input(enum family_way way, const char *input, size_t length) {
  switch (way) {
    case WAY_TEXT: return judge_text(input, length);
    case WAY_WINDOW: return judge_window(input, length);
    case WAY_CASE: return judge_json(input, length);
    case WAY_MAIL: return judge_mail(input, length);
    case WAY_COMPARE: return judge_pair(input, length);
  }
  return 0;
}
