#include "axis.h"

#include <string.h>

#include "time_words.h"

enum { MARGIN = 4, LEAST_COLUMNS = 30 };

/* What a line is drawn with. */
struct pen {
  const char *line, *left, *right, *cross, *bar, *past, *now;
};

static const struct pen fine = {"─", "├", "┤", "┼", "━", "┄", "│"};
static const struct pen plain = {"-", "|", "|", "+", "=", ".", "|"};

struct axis {
  const struct terminal *terminal;
  const struct pen *pen;
  int64_t from, to, now;
  int columns;
};

static int column_of(const struct axis *axis, int64_t instant) {
  double share = (double)(instant - axis->from) / (double)(axis->to - axis->from);
  return (int)(share * (axis->columns - 1) + 0.5);
}

static void widen(struct axis *axis, int64_t instant) {
  if (instant < axis->from) axis->from = instant;
  if (instant > axis->to) axis->to = instant;
}

static void indent(const struct axis *axis, int columns) { fprintf(axis->terminal->out, "%*s", columns, ""); }

static void draw_dates(const struct axis *axis, const char *any_local) {
  char local[MOMENT_WORDS], from[MOMENT_WORDS], to[MOMENT_WORDS];
  local_at_offset_of(any_local, axis->from, local);
  say_date(local, from);
  local_at_offset_of(any_local, axis->to, local);
  say_date(local, to);
  indent(axis, MARGIN);
  fprintf(axis->terminal->out, "%s%*s\n", from, axis->columns - (int)strlen(from), strcmp(from, to) == 0 ? "" : to);
}

static void draw_line(const struct axis *axis) {
  int now = column_of(axis, axis->now);
  indent(axis, MARGIN);
  for (int i = 0; i < axis->columns; i++)
    fputs(i == now                 ? axis->pen->cross
          : i == 0                 ? axis->pen->left
          : i == axis->columns - 1 ? axis->pen->right
                                   : axis->pen->line,
          axis->terminal->out);
  fputc('\n', axis->terminal->out);
}

static enum paint paint_of(const followup_action *action) {
  switch (followup_action_state_of(action)) {
    case FOLLOWUP_ACTION_OVERDUE: return PAINT_ERROR;
    case FOLLOWUP_ACTION_OPEN: return PAINT_GOOD;
    case FOLLOWUP_ACTION_HELD: return PAINT_WARNING;
    default: return PAINT_NOTE;
  }
}

static void repeat(const struct axis *axis, const char *piece, int count) {
  for (int i = 0; i < count; i++) fputs(piece, axis->terminal->out);
}

/* Blank columns from one to another, the line of now among them. */
static void draw_blank(const struct axis *axis, int from, int to) {
  int now = column_of(axis, axis->now);
  for (int i = from; i < to; i++) fputs(i == now ? axis->pen->now : " ", axis->terminal->out);
}

/* One that is held may open after it is due: then only that moment is drawn. */
static void draw_bar(const struct axis *axis, size_t number, const followup_action *action) {
  int from = column_of(axis, followup_action_opens(action)), to = column_of(axis, followup_action_due(action));
  int now = column_of(axis, axis->now), end = (to < from ? from : to) + 1;
  bool overdue = followup_action_state_of(action) == FOLLOWUP_ACTION_OVERDUE;
  fprintf(axis->terminal->out, "%*zu ", MARGIN - 1, number);
  draw_blank(axis, 0, from);
  terminal_begin(axis->terminal, paint_of(action));
  repeat(axis, axis->pen->bar, end - from);
  if (overdue) repeat(axis, axis->pen->past, now - end);
  terminal_end(axis->terminal);
  draw_blank(axis, overdue && now > end ? now : end, now + 1);
  fputc('\n', axis->terminal->out);
}

static struct axis open_axis(const struct terminal *terminal, int64_t now, const followup_action *const actions[],
                             size_t count) {
  struct axis axis = {terminal, terminal->unicode ? &fine : &plain, now, now, now, terminal->width - 2 * MARGIN};
  for (size_t i = 0; i < count; i++) {
    widen(&axis, followup_action_opens(actions[i]));
    widen(&axis, followup_action_due(actions[i]));
  }
  return axis;
}

void axis_draw(const struct terminal *terminal, int64_t now, const followup_action *const actions[], size_t count) {
  if (!terminal->watched || count == 0) return;
  struct axis axis = open_axis(terminal, now, actions, count);
  if (axis.columns < LEAST_COLUMNS || axis.to <= axis.from) return;
  draw_dates(&axis, followup_action_due_local(actions[0]));
  draw_line(&axis);
  for (size_t i = 0; i < count; i++) draw_bar(&axis, i + 1, actions[i]);
  int at = MARGIN + column_of(&axis, now), most = terminal->width - (int)strlen("now");
  indent(&axis, at < most ? at : most);
  terminal_paint(terminal, PAINT_STRONG, "now");
  fputs("\n\n", terminal->out);
}
