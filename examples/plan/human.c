#include "human.h"

#include <stdlib.h>
#include <string.h>

#include "axis.h"
#include "time_words.h"
#include "urgency.h"

enum { DETAIL_INDENT = 6, TITLE = 512, WHEN = 320 };

struct printing {
  const struct terminal *terminal;
  const followup_plan *plan;
  int64_t now;
  const char *zone;                           /* that all times share, or NULL */
  const followup_action *numbered[MOST_BARS]; /* those that the axis shows */
  size_t number_count;
};

/* What to do, in a few words. */

static void describe(const followup_action *action, char into[TITLE]) {
  const char *name = followup_action_to_name(action), *to = *name != '\0' ? name : followup_action_to(action);
  const char *what = followup_action_what(action);
  switch (followup_action_kind_of(action)) {
    case FOLLOWUP_ACTION_CAPTURE_NOTES: snprintf(into, TITLE, "Write down what %.100s said", to); break;
    case FOLLOWUP_ACTION_THANK_YOU: snprintf(into, TITLE, "Thank %.100s", to); break;
    case FOLLOWUP_ACTION_MATERIALS:
      snprintf(into, TITLE, "Send %.200s%s%.100s", *what != '\0' ? what : "what was promised",
               *to != '\0' ? " to " : "", to);
      break;
    case FOLLOWUP_ACTION_INFORMATION_REPLY:
      snprintf(into, TITLE, "Answer %.100s", *to != '\0' ? to : "the employer’s request");
      break;
    case FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP: snprintf(into, TITLE, "Follow up on the application"); break;
    case FOLLOWUP_ACTION_STATUS_CHECK: snprintf(into, TITLE, "Ask once, and briefly, how it stands"); break;
    case FOLLOWUP_ACTION_OFFER_ACKNOWLEDGEMENT:
      snprintf(into, TITLE, "Acknowledge the offer in writing%s%.100s", *to != '\0' ? " to " : "", to);
      break;
    case FOLLOWUP_ACTION_FEEDBACK_REQUEST:
      snprintf(into, TITLE, "Ask %.100s for feedback, if you like", *to != '\0' ? to : "the employer");
      break;
  }
}

/* When, in a few words. */

static void print_zone(const struct printing *printing, const followup_action *action) {
  const char *zone = followup_action_time_zone(action);
  if (printing->zone == NULL) fprintf(printing->terminal->out, ", %s", zone);
}

static void describe_time(const struct printing *printing, const followup_action *action, char into[WHEN]) {
  char opens[MOMENT_WORDS], due[MOMENT_WORDS], until_open[MOMENT_WORDS], until_due[MOMENT_WORDS];
  int64_t now = printing->now;
  say_moment(followup_action_opens_local(action), now, opens);
  say_moment(followup_action_due_local(action), now, due);
  say_distance(now, followup_action_opens(action), until_open);
  say_distance(now, followup_action_due(action), until_due);
  switch (followup_action_state_of(action)) {
    case FOLLOWUP_ACTION_OVERDUE: snprintf(into, WHEN, "was due %s, %s", due, until_due); break;
    case FOLLOWUP_ACTION_OPEN: snprintf(into, WHEN, "due %s, %s", due, until_due); break;
    case FOLLOWUP_ACTION_HELD: snprintf(into, WHEN, "not before %s, %s", opens, until_open); break;
    case FOLLOWUP_ACTION_UPCOMING: snprintf(into, WHEN, "from %s, %s; due %s", opens, until_open, due); break;
    case FOLLOWUP_ACTION_DONE:
      snprintf(into, WHEN, "%.100s, %s", followup_action_done_by(action),
               followup_action_late(action) ? "late" : "in time");
      break;
    case FOLLOWUP_ACTION_CLOSED: into[0] = '\0'; break;
  }
}

/* Lists. */

struct section {
  const char *title;
  followup_action_state first, second; /* the states that belong to it, in this order */
  bool numbered;
  bool brief; /* without reasons */
};

static const struct section sections[] = {
    {"To do now", FOLLOWUP_ACTION_OVERDUE, FOLLOWUP_ACTION_OPEN, true, false},
    {"Coming", FOLLOWUP_ACTION_UPCOMING, FOLLOWUP_ACTION_HELD, true, false},
    {"Done", FOLLOWUP_ACTION_DONE, FOLLOWUP_ACTION_DONE, false, true},
    {"No longer needed", FOLLOWUP_ACTION_CLOSED, FOLLOWUP_ACTION_CLOSED, false, false},
};

static enum paint paint_of(followup_action_state state) {
  switch (state) {
    case FOLLOWUP_ACTION_OVERDUE: return PAINT_ERROR;
    case FOLLOWUP_ACTION_OPEN: return PAINT_WARNING;
    case FOLLOWUP_ACTION_DONE: return PAINT_GOOD;
    case FOLLOWUP_ACTION_CLOSED: return PAINT_FAINT;
    default: return PAINT_NOTE;
  }
}

static const char *mark_of(const struct printing *printing, followup_action_state state) {
  bool fine = printing->terminal->unicode;
  switch (state) {
    case FOLLOWUP_ACTION_DONE: return fine ? "✓" : "x";
    case FOLLOWUP_ACTION_CLOSED: return "-";
    case FOLLOWUP_ACTION_OVERDUE: return "!";
    default: return fine ? "•" : "*";
  }
}

static void print_lead(struct printing *printing, const struct section *section, const followup_action *action) {
  char lead[16];
  bool numbered = section->numbered && printing->number_count < MOST_BARS;
  followup_action_state state = followup_action_state_of(action);
  if (numbered)
    snprintf(lead, sizeof lead, "%zu", printing->number_count + 1);
  else
    snprintf(lead, sizeof lead, "%s", mark_of(printing, state));
  if (numbered) printing->numbered[printing->number_count++] = action;
  fputs("   ", printing->terminal->out);
  terminal_paint(printing->terminal, paint_of(state), lead);
  fputs("  ", printing->terminal->out);
}

static void print_action(struct printing *printing, const struct section *section, const followup_action *action) {
  const struct terminal *terminal = printing->terminal;
  followup_action_state state = followup_action_state_of(action);
  char title[TITLE], when[WHEN];
  describe(action, title);
  describe_time(printing, action, when);
  print_lead(printing, section, action);
  terminal_begin(terminal, section->brief || state == FOLLOWUP_ACTION_CLOSED ? PAINT_PLAIN : PAINT_STRONG);
  terminal_print(terminal->out, title, strlen(title));
  terminal_end(terminal);
  if (*when != '\0') {
    fputs(": ", terminal->out);
    terminal_begin(terminal, state == FOLLOWUP_ACTION_OVERDUE ? PAINT_ERROR : PAINT_PLAIN);
    terminal_print(terminal->out, when, strlen(when));
    terminal_end(terminal);
    if (!section->brief) print_zone(printing, action);
  }
  fputc('\n', terminal->out);
  if (!section->brief) terminal_wrap(terminal, DETAIL_INDENT, "", followup_action_because(action));
}

static bool belongs(const struct section *section, const followup_action *action) {
  followup_action_state state = followup_action_state_of(action);
  return state == section->first || state == section->second;
}

static size_t count_section(const struct printing *printing, const struct section *section) {
  size_t count = 0;
  for (size_t i = 0; i < followup_plan_count(printing->plan); i++)
    count += belongs(section, followup_plan_at(printing->plan, i));
  return count;
}

static void print_title(const struct printing *printing, const struct section *section) {
  fputc(' ', printing->terminal->out);
  terminal_paint(printing->terminal, PAINT_STRONG, section->title);
  fputc('\n', printing->terminal->out);
}

static void print_section(struct printing *printing, const struct section *section) {
  if (count_section(printing, section) == 0) return;
  print_title(printing, section);
  for (int turn = 0; turn < (section->first != section->second ? 2 : 1); turn++)
    for (size_t i = 0; i < followup_plan_count(printing->plan); i++) {
      const followup_action *action = followup_plan_at(printing->plan, i);
      followup_action_state wanted = turn == 0 ? section->first : section->second;
      if (followup_action_state_of(action) == wanted) print_action(printing, section, action);
    }
  fputc('\n', printing->terminal->out);
}

/* What to do now, by urgency: in the plan's order, what is late for the longest would come first. */
static void print_to_do(struct printing *printing) {
  const struct section *to_do = &sections[0];
  const followup_action **actions;
  size_t count;
  if (count_section(printing, to_do) == 0)
    fputs(" Nothing to do now.\n\n", printing->terminal->out);
  else if (!urgency_sort(printing->plan, printing->now, &actions, &count))
    print_section(printing, to_do);
  else {
    print_title(printing, to_do);
    for (size_t i = 0; i < count; i++) print_action(printing, to_do, actions[i]);
    fputc('\n', printing->terminal->out);
    free(actions);
  }
}

/* The whole. */

static const char *shared_zone(const followup_plan *plan) {
  const char *zone = NULL;
  for (size_t i = 0; i < followup_plan_count(plan); i++) {
    const char *other = followup_action_time_zone(followup_plan_at(plan, i));
    if (zone != NULL && strcmp(other, zone) != 0) return NULL;
    zone = other;
  }
  return zone;
}

static void print_job(const struct terminal *terminal, const followup_case *of) {
  const char *role = followup_case_role(of), *company = followup_case_company(of);
  fputs(*role != '\0' || *company != '\0' ? "  " : "", terminal->out);
  terminal_print(terminal->out, role, strlen(role));
  fputs(*role != '\0' && *company != '\0' ? " at " : "", terminal->out);
  terminal_print(terminal->out, company, strlen(company));
}

static void print_now(const struct printing *printing) {
  char local[MOMENT_WORDS], words[MOMENT_WORDS];
  if (followup_plan_count(printing->plan) == 0) return;
  local_at_offset_of(followup_action_due_local(followup_plan_at(printing->plan, 0)), printing->now, local);
  say_date(local, words);
  fprintf(printing->terminal->out, " It is %s, %.5s", words, local + strlen("2026-03-05T"));
  if (printing->zone != NULL) fprintf(printing->terminal->out, " (all times in %s)", printing->zone);
  fputs(".\n\n", printing->terminal->out);
}

void human_print_plan(const struct terminal *terminal, const char *file, const followup_case *of, int64_t now,
                      const followup_plan *plan) {
  struct printing printing = {terminal, plan, now, shared_zone(plan), {NULL}, 0};
  terminal_begin(terminal, PAINT_STRONG);
  terminal_print(terminal->out, file, strlen(file));
  terminal_end(terminal);
  print_job(terminal, of);
  fputs("\n\n", terminal->out);
  print_now(&printing);
  print_to_do(&printing);
  print_section(&printing, &sections[1]);
  axis_draw(terminal, now, printing.numbered, printing.number_count);
  print_section(&printing, &sections[2]);
  print_section(&printing, &sections[3]);
}
