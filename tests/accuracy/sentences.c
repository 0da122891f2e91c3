/*
 * Judges labelled sentences: sentences [--wrong] FILE.tsv [rule,...]
 *
 * Each row (id, rule, kind, expected, notes, text) asks one rule of one short text. Prints a table: hits, false alarms,
 * misses, accuracy, F1 per rule, and their means.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/scene.h"

enum { COLUMNS = 6, RULES_MOST = 64 };

struct score {
  followup_rule rule;
  int hit, false_alarm, missed, quiet;
};

static bool asked(const char *only, const char *rule) {
  if (only == NULL) return true;
  const char *at = strstr(only, rule);
  size_t length = strlen(rule);
  return at != NULL && (at == only || at[-1] == ',') && (at[length] == ',' || at[length] == '\0');
}

static bool is_greeting_rule(const char *rule) {
  return strcmp(rule, "wrong-name") == 0 || strcmp(rule, "impersonal-greeting") == 0;
}

static char *body_of(const char *rule, const char *name, const char *text) {
  if (!is_greeting_rule(rule)) return scene_body(name, text);
  static const char rest[] =
      "\n\nThank you for walking me through the night shift rota. I would be glad to join the ward."
      "\n\nBest regards,\nKim Lee\n";
  char *body = malloc(strlen(text) + sizeof rest);
  if (body != NULL) strcat(strcpy(body, text), rest);
  return body;
}

static bool fires(const followup_linter *linter, followup_scratch *scratch, followup_report **report, char **column) {
  const char *rule = column[1];
  bool greeting = is_greeting_rule(rule) && column[4][0] != '\0';
  bool notes = strcmp(rule, "not-personalized") == 0 && column[4][0] != '\0';
  const char *name = greeting ? column[4] : "Ana Torres";
  char *body = body_of(rule, name, column[5]);
  struct scene scene = {.kind = column[2],
                        .name = name,
                        .notes = notes ? column[4] : NULL,
                        .subject = strcmp(rule, "no-conversation-reference") == 0 ? "Hello" : NULL,
                        .sent = INT64_C(1773154800000), /* 10 March 2026, 15:00 UTC */
                        .body = body};
  followup_case *of = scene_build(&scene);
  followup_status status = followup_lint_case(linter, scratch, of, INT64_C(1773219600000), report, NULL);
  bool found = false;
  for (size_t i = 0; status == FOLLOWUP_OK && i < followup_report_count(*report); i++)
    if (followup_finding_rule(followup_report_finding(*report, i)) == followup_rule_from_name(rule, strlen(rule)))
      found = true;
  if (status != FOLLOWUP_OK) fprintf(stderr, "%s: %s\n", column[0], followup_status_text(status));
  followup_case_free(of);
  free(body);
  return found;
}

static void split(char *line, char *column[COLUMNS]) {
  line[strcspn(line, "\r\n")] = '\0';
  for (int i = 0; i < COLUMNS; i++) {
    column[i] = line;
    line += strcspn(line, "\t");
    if (*line == '\t') *line++ = '\0';
  }
}

static void count(struct score *scores, char **column, bool fired, bool show) {
  followup_rule rule = followup_rule_from_name(column[1], strlen(column[1]));
  struct score *score = scores;
  while (score->rule != rule && score->rule != FOLLOWUP_RULE_NONE) score++;
  score->rule = rule;
  bool wanted = strcmp(column[3], "fires") == 0;
  *(wanted ? (fired ? &score->hit : &score->missed) : (fired ? &score->false_alarm : &score->quiet)) += 1;
  if (show && wanted != fired)
    printf("%-12s %-26s %-8s %s%s%s\n", wanted ? "missed" : "false alarm", column[1], column[0], column[5],
           column[4][0] != '\0' ? "  # " : "", column[4]);
}

static void print_table(const struct score *scores) {
  double f1_sum = 0, accuracy_sum = 0;
  int rules = 0;
  printf("%-28s%6s%7s%8s%7s%7s%7s\n", "rule", "hit", "false", "missed", "quiet", "acc", "F1");
  for (const struct score *s = scores; s->rule != FOLLOWUP_RULE_NONE; s++, rules++) {
    double accuracy = (double)(s->hit + s->quiet) / (s->hit + s->quiet + s->missed + s->false_alarm);
    int errors = s->missed + s->false_alarm;
    double f1 = 2 * s->hit + errors > 0 ? 2.0 * s->hit / (2 * s->hit + errors) : 0;
    accuracy_sum += accuracy;
    f1_sum += f1;
    printf("%-28s%6d%7d%8d%7d%7.2f%7.2f\n", followup_rule_name(s->rule), s->hit, s->false_alarm, s->missed, s->quiet,
           accuracy, f1);
  }
  if (rules > 0) printf("mean accuracy %.3f  macro F1 %.3f\n", accuracy_sum / rules, f1_sum / rules);
}

int main(int argc, char **argv) {
  bool show = argc > 1 && strcmp(argv[1], "--wrong") == 0;
  argv += show;
  argc -= show;
  FILE *file = argc > 1 ? fopen(argv[1], "r") : NULL;
  followup_linter *linter = NULL;
  followup_scratch *scratch = NULL;
  if (file == NULL || followup_linter_new(NULL, NULL, &linter, NULL) != FOLLOWUP_OK ||
      followup_scratch_new(linter, &scratch, NULL) != FOLLOWUP_OK) {
    fprintf(stderr, "usage: sentences [--wrong] FILE.tsv [rule,...]\n");
    return 2;
  }
  static struct score scores[RULES_MOST];
  followup_report *report = NULL;
  char *line = NULL, *column[COLUMNS];
  size_t size = 0;
  for (int row = 0; getline(&line, &size, file) > 0; row++) {
    split(line, column);
    if (row == 0 || !asked(argc > 2 ? argv[2] : NULL, column[1])) continue;
    count(scores, column, fires(linter, scratch, &report, column), show);
  }
  print_table(scores);
  free(line);
  fclose(file);
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  return 0;
}
