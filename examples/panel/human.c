#include "human.h"

#include <string.h>

#include "marked.h"
#include "time_words.h"

enum { MOST_MARKS = 12, MOST_NAME = 24, CELL = 5, NUMBER = 4, WHEN = 160, NOTE_INDENT = 6 };

/* Who, when, what. */

static int columns(const char *text) {
  int sum = 0;
  for (size_t at = 0, length = strlen(text); at < length;) {
    struct character character = character_at(text, length, at);
    sum += character.width;
    at += character.length;
  }
  return sum;
}

static int name_columns(const struct seats *seats) {
  int most = 0;
  for (size_t i = 0; i < seats->count; i++) {
    int width = columns(followup_interviewer_name(seats->items[i].person));
    if (width > most) most = width;
  }
  return most < MOST_NAME ? most : MOST_NAME;
}

/* Prints a name cut or filled to so many columns. */
static void print_name(const struct view *view, size_t seat, int width) {
  const char *name = followup_interviewer_name(view->seats->items[seat].person);
  size_t length = strlen(name), at = 0;
  int used = 0;
  while (at < length) {
    struct character character = character_at(name, length, at);
    if (used + character.width > width) break;
    used += character.width;
    at += character.length;
  }
  fprintf(view->terminal->out, "%*zu  ", NUMBER - 1, seat + 1);
  terminal_print(view->terminal->out, name, at);
  fprintf(view->terminal->out, "%*s", width - used, "");
}

static enum paint describe_time(const struct view *view, const struct seat *seat, char into[WHEN]) {
  char local[MOMENT_WORDS], words[MOMENT_WORDS];
  int64_t sent = seat->note != NULL ? followup_message_sent(seat->note) : FOLLOWUP_NO_TIME;
  const char *due = followup_action_due_local(seat->action);
  if (*due == '\0') {
    snprintf(into, WHEN, "%s", seat->note != NULL ? "draft" : "no note");
    return PAINT_PLAIN;
  }
  if (sent != FOLLOWUP_NO_TIME) {
    bool late = followup_action_late(seat->action);
    local_at_offset_of(due, sent, local);
    say_moment(local, view->now, words);
    snprintf(into, WHEN, "%s%s", words, late ? ", late" : "");
    return late ? PAINT_WARNING : PAINT_GOOD;
  }
  bool overdue = followup_action_state_of(seat->action) == FOLLOWUP_ACTION_OVERDUE;
  say_moment(due, view->now, words);
  snprintf(into, WHEN, "%s, %s %s", seat->note != NULL ? "draft" : "no note", overdue ? "was due" : "due", words);
  return overdue ? PAINT_ERROR : PAINT_PLAIN;
}

static int when_columns(const struct view *view) {
  int most = 0;
  for (size_t i = 0; i < view->seats->count; i++) {
    char when[WHEN];
    describe_time(view, &view->seats->items[i], when);
    if (columns(when) > most) most = columns(when);
  }
  return most;
}

static void print_taken_up(const struct view *view, const struct seat *seat) {
  bool fine = view->terminal->unicode;
  size_t count = 0;
  for (size_t i = 0; i < seat->held; i++) count += seat->taken_up[i];
  fprintf(view->terminal->out, "%zu of %zu%s", count, seat->held, seat->held <= MOST_MARKS ? "  " : "");
  for (size_t i = 0; i < seat->held && seat->held <= MOST_MARKS; i++)
    fputs(seat->taken_up[i] ? fine ? "●" : "x" : fine ? "○" : "-", view->terminal->out);
}

static void print_seat(const struct view *view, size_t index, int name_width, int when_width) {
  const struct seat *seat = &view->seats->items[index];
  char when[WHEN];
  enum paint paint = describe_time(view, seat, when);
  print_name(view, index, name_width);
  fputs("  ", view->terminal->out);
  terminal_paint(view->terminal, paint, when);
  if (seat->note != NULL && seat->held > 0) {
    fprintf(view->terminal->out, "%*s", when_width - columns(when) + 2, "");
    print_taken_up(view, seat);
  }
  fputc('\n', view->terminal->out);
}

static void print_strong(const struct terminal *terminal, const char *text) {
  terminal_begin(terminal, PAINT_STRONG);
  terminal_print(terminal->out, text, strlen(text));
  terminal_end(terminal);
}

static bool holds_points(const struct seats *seats) {
  for (size_t i = 0; i < seats->count; i++)
    if (seats->items[i].note != NULL && seats->items[i].held > 0) return true;
  return false;
}

void human_print_seats(const struct view *view, const char *place) {
  FILE *out = view->terminal->out;
  int name_width = name_columns(view->seats), when_width = when_columns(view);
  print_strong(view->terminal, place);
  fputs("  ", out);
  print_strong(view->terminal, followup_interview_id(view->seats->interview));
  fputs("\n\n", out);
  if (holds_points(view->seats))
    fprintf(out, "%*s%-*s  points taken up\n", NUMBER + 1 + name_width + 2, "", when_width, "note sent");
  for (size_t i = 0; i < view->seats->count; i++) print_seat(view, i, name_width, when_width);
  fputc('\n', out);
}

/* How much each two share. */

/* Whole percent, rounded down as in the library's explanations. */
static int percent_of(double share) { return (int)(share * 100 + 1e-9); }

static size_t note_count(const struct seats *seats) {
  size_t count = 0;
  for (size_t i = 0; i < seats->count; i++) count += seats->items[i].note != NULL;
  return count;
}

static followup_status print_cell(const struct view *view, size_t one, size_t other, followup_similarity **similarity,
                                  followup_error *error) {
  const char *blank = view->terminal->unicode ? "·" : "-";
  if (one == other) {
    fprintf(view->terminal->out, "%*s%s", CELL - 1, "", blank);
    return FOLLOWUP_OK;
  }
  followup_status status = alike_compare(view->alike, view->seats, one, other, similarity, error);
  if (status != FOLLOWUP_OK) return status;
  double share = followup_similarity_share(*similarity);
  terminal_begin(view->terminal, percent_of(share) < view->percent ? PAINT_PLAIN : PAINT_ERROR);
  fprintf(view->terminal->out, "%*d", CELL, percent_of(share));
  terminal_end(view->terminal);
  return FOLLOWUP_OK;
}

static followup_status print_row(const struct view *view, size_t row, int name_width, followup_similarity **similarity,
                                 followup_error *error) {
  followup_status status = FOLLOWUP_OK;
  print_name(view, row, name_width);
  for (size_t i = 0; status == FOLLOWUP_OK && i < view->seats->count; i++)
    if (view->seats->items[i].note != NULL) status = print_cell(view, row, i, similarity, error);
  fputc('\n', view->terminal->out);
  return status;
}

followup_status human_print_matrix(const struct view *view, followup_error *error) {
  FILE *out = view->terminal->out;
  size_t count = note_count(view->seats);
  int name_width = name_columns(view->seats), room = view->terminal->width - NUMBER - 1 - name_width;
  followup_similarity *similarity = NULL;
  followup_status status = FOLLOWUP_OK;
  if (count < 2 || count * CELL > (size_t)room) return FOLLOWUP_OK;
  fprintf(out, "%*s%-*s", NUMBER + 1, "", name_width, "shared, %");
  for (size_t i = 0; i < view->seats->count; i++)
    if (view->seats->items[i].note != NULL) fprintf(out, "%*zu", CELL, i + 1);
  fputc('\n', out);
  for (size_t i = 0; status == FOLLOWUP_OK && i < view->seats->count; i++)
    if (view->seats->items[i].note != NULL) status = print_row(view, i, name_width, &similarity, error);
  fputc('\n', out);
  followup_similarity_free(similarity);
  return status;
}

/* What is too much alike. */

static followup_status print_note(const struct view *view, size_t seat, size_t other, followup_similarity **similarity,
                                  followup_error *error) {
  size_t length;
  const char *body = followup_message_body(view->seats->items[seat].note, &length);
  followup_status status = alike_compare(view->alike, view->seats, seat, other, similarity, error);
  if (status != FOLLOWUP_OK) return status;
  fprintf(view->terminal->out, "%*zu  to ", NUMBER - 1, seat + 1);
  print_strong(view->terminal, followup_interviewer_name(view->seats->items[seat].person));
  fputc('\n', view->terminal->out);
  marked_print(view->terminal, NOTE_INDENT, body, length, *similarity);
  fputc('\n', view->terminal->out);
  return FOLLOWUP_OK;
}

followup_status human_print_pairs(const struct view *view, followup_error *error) {
  followup_similarity *similarity = NULL;
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; status == FOLLOWUP_OK && i < view->alike->pair_count; i++) {
    const struct pair *pair = &view->alike->pairs[i];
    terminal_begin(view->terminal, PAINT_ERROR);
    if (pair->same)
      fprintf(view->terminal->out, "  %zu and %zu say the same", pair->one + 1, pair->other + 1);
    else
      fprintf(view->terminal->out, "  %zu and %zu are one text with slots: %d%% is shared", pair->one + 1,
              pair->other + 1, percent_of(pair->share));
    terminal_end(view->terminal);
    fputs("\n\n", view->terminal->out);
    status = print_note(view, pair->one, pair->other, &similarity, error);
    if (status == FOLLOWUP_OK) status = print_note(view, pair->other, pair->one, &similarity, error);
  }
  followup_similarity_free(similarity);
  if (view->alike->pair_count == 0 && note_count(view->seats) > 1)
    fputs("  No two notes are too much alike.\n\n", view->terminal->out);
  return status;
}
