/*
 * How fast a message is judged: bench-lint BODIES.jsonl
 *
 * Each body becomes a thank-you note of a prepared case with notes; all rules of the defaults run, one thread, warm,
 * scratch and report reused. Of the fastest round it prints messages a second, time a message and a byte, and time for
 * 100 words.
 */
#define _POSIX_C_SOURCE 200809L
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/scene.h"

enum { BODIES_MOST = 1000, SECONDS = 2 };

struct load {
  followup_case *cases[BODIES_MOST];
  size_t count, bytes, words;
};

static size_t count_words(const char *text) {
  size_t words = 0;
  for (; *text != '\0'; text += strcspn(text, " \t\r\n")) {
    text += strspn(text, " \t\r\n");
    words += *text != '\0';
  }
  return words;
}

/* The addressee is whom the greeting names: "Dear Priya," is written to Priya. */
static const char *greeted(const char *body, char name[64]) {
  static const char *const openers[] = {"Dear ", "Hi ", "Hello ", "Good morning "};
  for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++) {
    size_t length = strlen(openers[i]);
    if (strncmp(body, openers[i], length) != 0) continue;
    snprintf(name, 64, "%.*s", (int)strcspn(body + length, ",!\r\n"), body + length);
    return name[0] != '\0' ? name : NULL;
  }
  return NULL;
}

static void add_body(struct load *load, const char *body) {
  char name[64];
  struct scene scene = {.kind = "thank_you",
                        .name = greeted(body, name),
                        .notes = "a saddle is forty-one parts|the board is rebuilt every Monday",
                        .sent = SCENE_END + 3600000,
                        .body = body};
  load->cases[load->count++] = scene_build(&scene);
  load->bytes += strlen(body);
  load->words += count_words(body);
}

static bool read_bodies(const char *path, struct load *load) {
  FILE *file = fopen(path, "r");
  if (file == NULL) return false;
  char *line = NULL;
  size_t size = 0;
  while (load->count < BODIES_MOST && getline(&line, &size, file) > 0) {
    json_t *row = json_loads(line, 0, NULL);
    const char *body = json_string_value(json_object_get(row, "body"));
    if (body != NULL && strlen(body) > 100) add_body(load, body);
    json_decref(row);
  }
  free(line);
  fclose(file);
  return load->count > 0;
}

static double now_seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static size_t judge_all(const struct load *load, const followup_linter *linter, followup_scratch *scratch,
                        followup_report **report) {
  size_t findings = 0;
  for (size_t i = 0; i < load->count; i++) {
    if (followup_lint_case(linter, scratch, load->cases[i], SCENE_END, report, NULL) != FOLLOWUP_OK) exit(2);
    findings += followup_report_count(*report);
  }
  return findings;
}

/* Whatever else the machine does makes a round slower, never faster. */
static double fastest_round(const struct load *load, const followup_linter *linter, followup_scratch *scratch,
                            followup_report **report) {
  double first = now_seconds(), fastest = 1e9;
  for (double start = first; start - first < SECONDS; start = now_seconds()) {
    judge_all(load, linter, scratch, report);
    double seconds = now_seconds() - start;
    if (seconds < fastest) fastest = seconds;
  }
  return fastest;
}

int main(int argc, char **argv) {
  static struct load load;
  if (argc != 2 || !read_bodies(argv[1], &load)) {
    fprintf(stderr, "usage: bench-lint BODIES.jsonl\n");
    return 2;
  }
  double start = now_seconds();
  followup_linter *linter = NULL;
  followup_scratch *scratch = NULL;
  followup_report *report = NULL;
  if (followup_linter_new(NULL, NULL, &linter, NULL) != FOLLOWUP_OK) return 2;
  double linter_seconds = now_seconds() - start;
  if (followup_scratch_new(linter, &scratch, NULL) != FOLLOWUP_OK) return 2;
  size_t findings = judge_all(&load, linter, scratch, &report); /* warm */
  double seconds = fastest_round(&load, linter, scratch, &report);
  printf("messages                %zu (%zu bytes, %zu words, %zu findings)\n", load.count, load.bytes, load.words,
         findings);
  printf("messages a second       %.0f\n", (double)load.count / seconds);
  printf("time a message          %.1f us\n", seconds / (double)load.count * 1e6);
  printf("time a byte             %.1f ns\n", seconds / (double)load.bytes * 1e9);
  printf("time for 100 words      %.1f us\n", seconds / (double)load.words * 1e8);
  printf("creating a linter       %.2f ms\n", linter_seconds * 1e3);
  for (size_t i = 0; i < load.count; i++) followup_case_free(load.cases[i]);
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  return 0;
}
