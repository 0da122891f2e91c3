#define _POSIX_C_SOURCE 200809L
#include "draft/judging.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define Z FOLLOWUP_ZERO_TERMINATED

struct judging {
  const followup_linter *linter;
  followup_scratch *scratch;
  followup_case *of;
  const char *name;
  struct judged *judged;
  bool good;
};

/* Slots */

static void append(char **text, size_t *length, const char *bytes, size_t more) {
  *text = realloc(*text, *length + more + 1);
  memcpy(*text + *length, bytes, more);
  *length += more;
  (*text)[*length] = '\0';
}

/* The note as a sentence. */
static void append_sentence(char **text, size_t *length, const char *note) {
  size_t first = *length;
  append(text, length, note, strlen(note));
  (*text)[first] = (char)toupper((unsigned char)(*text)[first]);
  append(text, length, ".", 1);
}

char *fill_slots(const followup_draft *draft, const followup_interviewer *interviewer) {
  const char *body = followup_draft_body(draft);
  char *text = NULL;
  size_t length = 0, from = 0, start, end;
  for (size_t i = 0; followup_draft_slot(draft, i, &start, &end); i++) {
    append(&text, &length, body + from, start - from);
    append_sentence(&text, &length, followup_interviewer_note(interviewer, i));
    from = end;
  }
  append(&text, &length, body + from, strlen(body + from));
  return text;
}

/* One draft */

static void complain(struct judging *judging, const followup_report *report, const followup_draft *draft,
                     const char *body) {
  fprintf(stderr, "%s:", judging->name);
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const followup_finding *finding = followup_report_finding(report, i);
    fprintf(stderr, " %s \"%s\"", followup_rule_name(followup_finding_rule(finding)), followup_finding_text(finding));
  }
  fprintf(stderr, "\n%s\n%s\n", followup_draft_subject(draft), body);
  judging->good = false;
}

static bool is_allowed(const followup_finding *finding, bool frame, bool has_notes) {
  followup_rule rule = followup_finding_rule(finding);
  return frame && (rule == FOLLOWUP_RULE_PLACEHOLDER || (rule == FOLLOWUP_RULE_NOT_PERSONALIZED && !has_notes));
}

/* A frame must be told of by its slots; every other finding that is not allowed is wrong. */
static bool is_well(const followup_report *report, size_t slots, bool has_notes) {
  size_t placeholders = 0;
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const followup_finding *finding = followup_report_finding(report, i);
    if (!is_allowed(finding, slots > 0, has_notes)) return false;
    placeholders += followup_finding_rule(finding) == FOLLOWUP_RULE_PLACEHOLDER;
  }
  return placeholders == slots;
}

static void judge_body(struct judging *judging, const followup_draft *draft, const char *body, size_t slots,
                       bool has_notes, int64_t at) {
  followup_report *report = NULL;
  followup_message *message = NULL;
  if (followup_draft_add(draft, judging->of, &message, NULL) != FOLLOWUP_OK ||
      followup_message_set_body(message, body, Z, NULL) != FOLLOWUP_OK ||
      followup_message_set_sent(message, at, NULL) != FOLLOWUP_OK ||
      followup_lint_message(judging->linter, judging->scratch, judging->of, message, at, &report, NULL) != FOLLOWUP_OK)
    judging->good = false;
  if (report != NULL && !is_well(report, slots, has_notes)) complain(judging, report, draft, body);
  followup_case_drop_message(judging->of, message, NULL);
  followup_report_free(report);
}

static const followup_interviewer *interviewer_of(const followup_case *of, const followup_action *action) {
  for (size_t i = 0; i < followup_case_interview_count(of); i++) {
    const followup_interview *interview = followup_case_interview(of, i);
    if (strcmp(followup_interview_id(interview), followup_action_interview(action)) != 0) continue;
    for (size_t j = 0; j < followup_interview_interviewer_count(interview); j++) {
      const followup_interviewer *one = followup_interview_interviewer(interview, j);
      if (strcmp(followup_interviewer_name(one), followup_action_to_name(action)) == 0) return one;
    }
  }
  return NULL;
}

/* The drafts of a round, to be compared. */
struct round {
  char *bodies[MOST_NAMES], *filled[MOST_NAMES];
  size_t count, filled_count;
};

static void judge_draft(struct judging *judging, const followup_action *action, const followup_draft *draft, int64_t at,
                        struct round *round) {
  const char *body = followup_draft_body(draft);
  size_t slots = followup_draft_slot_count(draft);
  const followup_interviewer *one = interviewer_of(judging->of, action);
  bool frame = followup_draft_kind(draft) == FOLLOWUP_KIND_THANK_YOU;
  size_t notes = frame ? followup_interviewer_note_count(one) : 0;
  judge_body(judging, draft, body, slots, notes > 0, at);
  judging->judged->drafts++;
  if (frame != (slots > 0)) judging->good = false;
  if (!frame) return;
  judging->judged->frames++;
  round->bodies[round->count++] = strdup(body);
  if (notes == 0) return;
  char *filled = fill_slots(draft, one);
  judge_body(judging, draft, filled, 0, true, at);
  judging->judged->filled++;
  round->filled[round->filled_count++] = filled;
}

/* One action */

/* The same action in a plan made at another time. */
static const followup_action *find_again(const followup_plan *plan, const followup_action *sought) {
  for (size_t i = 0; i < followup_plan_count(plan); i++) {
    const followup_action *action = followup_plan_at(plan, i);
    if (followup_action_kind_of(action) == followup_action_kind_of(sought) &&
        followup_action_due(action) == followup_action_due(sought) &&
        strcmp(followup_action_interview(action), followup_action_interview(sought)) == 0 &&
        strcmp(followup_action_to(action), followup_action_to(sought)) == 0 &&
        strcmp(followup_action_what(action), followup_action_what(sought)) == 0)
      return action;
  }
  return NULL;
}

static void judge_action(struct judging *judging, const followup_action *action, followup_register tone,
                         struct round *round) {
  followup_plan *plan = NULL;
  followup_draft *draft = NULL;
  int64_t at = followup_action_opens(action);
  if (followup_plan_make(NULL, judging->of, at, &plan, NULL) != FOLLOWUP_OK) judging->good = false;
  const followup_action *then = plan != NULL ? find_again(plan, action) : NULL;
  if (then != NULL && followup_action_state_of(then) == FOLLOWUP_ACTION_OPEN) {
    if (followup_draft_make(NULL, judging->of, then, at, tone, NULL, 0, &draft, NULL) == FOLLOWUP_OK)
      judge_draft(judging, then, draft, at, round);
    else
      judging->good = false;
  }
  followup_draft_free(draft);
  followup_plan_free(plan);
}

/* Rounds */

static void list_names(const followup_case *of, char *names, size_t room) {
  size_t used = 0;
  names[0] = '\0';
  for (size_t i = 0; i < followup_case_interview_count(of); i++)
    for (size_t j = 0; j < followup_interview_interviewer_count(followup_case_interview(of, i)); j++)
      used += (size_t)snprintf(
          names + used, used < room ? room - used : 0, "%s\n",
          followup_interviewer_name(followup_interview_interviewer(followup_case_interview(of, i), j)));
}

static void compare(struct judging *judging, char *const *bodies, size_t count) {
  static char names[1 << 16];
  followup_similarity *similarity = NULL;
  list_names(judging->of, names, sizeof names);
  for (size_t i = 0; i < count; i++)
    for (size_t j = 0; j < i; j++) {
      if (followup_similarity_read(judging->linter, judging->scratch, bodies[i], Z, bodies[j], Z, names, Z, &similarity,
                                   NULL) != FOLLOWUP_OK)
        judging->good = false;
      double share = followup_similarity_share(similarity);
      if (share > judging->judged->most_alike) judging->judged->most_alike = share;
      judging->judged->pairs++;
      if (share < 0.5) continue;
      fprintf(stderr, "%s: %.0f%% alike\n%s\n%s\n", judging->name, share * 100, bodies[i], bodies[j]);
      judging->good = false;
    }
  followup_similarity_free(similarity);
}

static void end_round(struct judging *judging, struct round *round) {
  if (round->count > 1) judging->judged->panels++;
  compare(judging, round->bodies, round->count);
  compare(judging, round->filled, round->filled_count);
  while (round->count > 0) free(round->bodies[--round->count]);
  while (round->filled_count > 0) free(round->filled[--round->filled_count]);
}

static void judge_round(struct judging *judging, const followup_plan *plan, const char *interview,
                        followup_register tone) {
  struct round round = {.count = 0};
  for (size_t i = 0; i < followup_plan_count(plan); i++) {
    const followup_action *action = followup_plan_at(plan, i);
    bool thanks = followup_action_kind_of(action) == FOLLOWUP_ACTION_THANK_YOU;
    bool here = interview != NULL && strcmp(followup_action_interview(action), interview) == 0;
    if (followup_action_kind_of(action) == FOLLOWUP_ACTION_CAPTURE_NOTES || thanks != (interview != NULL)) continue;
    if (!thanks || here) judge_action(judging, action, tone, &round);
  }
  end_round(judging, &round);
}

bool judge_drafts(const followup_linter *linter, followup_case *of, const char *name, int64_t now,
                  struct judged *judged) {
  static const followup_register tones[] = {FOLLOWUP_REGISTER_NEUTRAL, FOLLOWUP_REGISTER_FORMAL};
  struct judging judging = {linter, NULL, of, name, judged, true};
  followup_plan *plan = NULL;
  if (followup_scratch_new(linter, &judging.scratch, NULL) != FOLLOWUP_OK) return false;
  if (followup_plan_make(NULL, of, now, &plan, NULL) != FOLLOWUP_OK) judging.good = false;
  for (size_t i = 0; i < 2; i++) {
    judge_round(&judging, plan, NULL, tones[i]);
    for (size_t j = 0; j < followup_case_interview_count(of); j++)
      judge_round(&judging, plan, followup_interview_id(followup_case_interview(of, j)), tones[i]);
  }
  followup_plan_free(plan);
  followup_scratch_free(judging.scratch);
  return judging.good;
}
