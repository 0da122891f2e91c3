#include "human.h"

#include <string.h>

#include "time_words.h"

static void print(FILE *out, const char *text) { terminal_print(out, text, strlen(text)); }

/* "case.json  thank-you note, due tomorrow at 09:00" */
static void print_head(const struct terminal *terminal, const char *place, const followup_action *action, int64_t now) {
  char words[MOMENT_WORDS];
  bool overdue = followup_action_state_of(action) == FOLLOWUP_ACTION_OVERDUE;
  terminal_begin(terminal, PAINT_STRONG);
  print(terminal->out, place);
  for (const char *at = followup_action_kind_name(followup_action_kind_of(action)), *first = at; *at != '\0'; at++)
    fprintf(terminal->out, "%s%c", at == first ? "  " : "", *at == '_' ? ' ' : *at);
  terminal_end(terminal);
  say_moment(followup_action_due_local(action), now, words);
  fprintf(terminal->out, ", %s %s\n\n", overdue ? "was due" : "due", words);
}

static void print_to(FILE *out, const followup_draft *draft) {
  const char *to = followup_draft_to(draft), *name = followup_draft_to_name(draft);
  if (*to == '\0') return;
  bool both = *name != '\0' && strcmp(name, to) != 0;
  fputs("To: ", out);
  if (both) print(out, name);
  fputs(both ? " <" : "", out);
  print(out, to);
  fputs(both ? ">\n" : "\n", out);
}

static void print_lines(FILE *out, const char *text) {
  for (size_t length; *text != '\0'; text += length + (text[length] == '\n')) {
    length = strcspn(text, "\n");
    terminal_print(out, text, length);
    fputc('\n', out);
  }
}

void human_print_draft(const struct terminal *terminal, const char *place, const followup_action *action,
                       const followup_draft *draft, int64_t now) {
  FILE *out = terminal->out;
  const char *to_do = followup_draft_to_do(draft);
  print_head(terminal, place, action, now);
  print_to(out, draft);
  fputs("Subject: ", out);
  print(out, followup_draft_subject(draft));
  fputs("\n\n", out);
  print_lines(out, followup_draft_body(draft));
  if (*to_do != '\0') terminal_wrap(terminal, 0, "\nBefore you send it: ", to_do);
  fputc('\n', out);
}
