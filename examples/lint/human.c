#include "human.h"

#include <string.h>

#include "excerpt.h"

static enum paint paint_of(followup_level level) {
  switch (level) {
    case FOLLOWUP_LEVEL_ERROR: return PAINT_ERROR;
    case FOLLOWUP_LEVEL_WARNING: return PAINT_WARNING;
    default: return PAINT_NOTE;
  }
}

/* Which message a finding is about. */

/* Whether the finding's place holds the finding's text there: ids may be doubled, places do not lie. */
static bool fits(const followup_message *message, const followup_finding *finding) {
  size_t start, end, length;
  const char *body = followup_message_body(message, &length), *text = followup_finding_text(finding);
  if (strcmp(followup_message_id(message), followup_finding_message(finding)) != 0) return false;
  if (followup_finding_part(finding) != FOLLOWUP_PART_BODY ||
      !followup_finding_span(finding, FOLLOWUP_UNIT_BYTES, &start, &end))
    return true;
  return end <= length && memcmp(body + start, text, end - start) == 0;
}

/* Findings come in the order of messages, so the search goes on where the last one ended. */
static const followup_message *find_message(const struct judged *judged, const followup_finding *finding,
                                            size_t *place) {
  if (judged->of == NULL) return NULL;
  for (size_t i = *place; i < followup_case_message_count(judged->of); i++) {
    const followup_message *message = followup_case_message(judged->of, i);
    if (!fits(message, finding)) continue;
    *place = i;
    return message;
  }
  return NULL;
}

/* The header. */

static void print_words(const struct terminal *terminal, const char *before, const char *words) {
  fputs(before, terminal->out);
  terminal_print(terminal->out, words, strlen(words));
}

static void print_kind(const struct terminal *terminal, followup_kind kind) {
  const char *name = kind != FOLLOWUP_KIND_UNKNOWN ? followup_kind_name(kind) : "of_no_known_kind";
  fputs("  ", terminal->out);
  for (; name != NULL && *name != '\0'; name++) fputc(*name == '_' ? ' ' : *name, terminal->out);
}

static void print_header(const struct terminal *terminal, const struct judged *judged, const followup_message *message,
                         const followup_finding *finding) {
  const char *file = strcmp(judged->file, "-") == 0 ? "standard input" : judged->file;
  terminal_begin(terminal, PAINT_STRONG);
  print_words(terminal, "", file);
  if (message != NULL) print_words(terminal, "  ", followup_finding_message(finding));
  terminal_end(terminal);
  print_kind(terminal, followup_finding_kind(finding));
  const char *to = message != NULL ? followup_message_recipient(message, FOLLOWUP_RECIPIENTS_TO, 0) : NULL;
  if (to != NULL) print_words(terminal, " to ", to);
  fputs("\n\n", terminal->out);
}

/* The place. */

static followup_recipients list_of(followup_part part) {
  return part == FOLLOWUP_PART_TO   ? FOLLOWUP_RECIPIENTS_TO
         : part == FOLLOWUP_PART_CC ? FOLLOWUP_RECIPIENTS_CC
                                    : FOLLOWUP_RECIPIENTS_BCC;
}

/* The text of a part that is no body, NULL where there is nothing to show. */
static const char *text_of_part(const followup_message *message, const followup_finding *finding) {
  followup_part part = followup_finding_part(finding);
  size_t index = followup_finding_index(finding);
  if (message == NULL) return NULL;
  if (part == FOLLOWUP_PART_SUBJECT) return followup_message_subject(message, NULL);
  if (part != FOLLOWUP_PART_TO && part != FOLLOWUP_PART_CC && part != FOLLOWUP_PART_BCC) return NULL;
  return index != FOLLOWUP_NOWHERE ? followup_message_recipient(message, list_of(part), index) : NULL;
}

static void print_other_part(const struct terminal *terminal, const followup_message *message,
                             const followup_finding *finding) {
  const char *text = text_of_part(message, finding);
  size_t start = 0, end = text != NULL ? strlen(text) : 0;
  if (end == 0) return;
  const char *label = followup_part_name(followup_finding_part(finding));
  followup_finding_span(finding, FOLLOWUP_UNIT_BYTES, &start, &end);
  struct excerpt_source source = excerpt_source(text, strlen(text), label);
  excerpt_print(terminal, &source, start, end, paint_of(followup_finding_level(finding)));
}

static void print_place(const struct terminal *terminal, struct excerpt_source *body, const followup_message *message,
                        const followup_finding *finding) {
  size_t start, end;
  if (followup_finding_part(finding) != FOLLOWUP_PART_BODY)
    print_other_part(terminal, message, finding);
  else if (body->text != NULL && followup_finding_span(finding, FOLLOWUP_UNIT_BYTES, &start, &end))
    excerpt_print(terminal, body, start, end, paint_of(followup_finding_level(finding)));
}

/* The finding. */

static followup_status print_finding(const struct terminal *terminal, struct excerpt_source *body,
                                     const followup_message *message, followup_report *report, size_t index,
                                     followup_error *error) {
  const followup_finding *finding = followup_report_finding(report, index);
  const char *explanation = "", *suggestion = "";
  followup_status status = followup_report_explanation(report, index, &explanation, error);
  if (status == FOLLOWUP_OK) status = followup_report_suggestion(report, index, &suggestion, error);
  if (status != FOLLOWUP_OK) return status;
  followup_level level = followup_finding_level(finding);
  fputs("  ", terminal->out);
  terminal_paint(terminal, paint_of(level), followup_level_name(level));
  fprintf(terminal->out, "  %s\n", followup_rule_name(followup_finding_rule(finding)));
  print_place(terminal, body, message, finding);
  if (*explanation != '\0') terminal_wrap(terminal, EXCERPT_INDENT, "", explanation);
  if (*suggestion != '\0') terminal_wrap(terminal, EXCERPT_INDENT, "→ ", suggestion);
  fputc('\n', terminal->out);
  return FOLLOWUP_OK;
}

followup_status human_print_report(const struct terminal *terminal, const struct judged *judged,
                                   followup_report *report, followup_error *error) {
  struct excerpt_source body = excerpt_source(judged->text, judged->length, NULL);
  const followup_message *last = NULL;
  size_t place = 0;
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const followup_finding *finding = followup_report_finding(report, i);
    const followup_message *message = find_message(judged, finding, &place);
    if (i == 0 || message != last) {
      size_t length = 0;
      const char *text = message != NULL ? followup_message_body(message, &length) : NULL;
      if (text != NULL) body = excerpt_source(text, length, NULL);
      print_header(terminal, judged, message, finding);
      last = message;
    }
    followup_status status = print_finding(terminal, &body, message, report, i, error);
    if (status != FOLLOWUP_OK) return status;
  }
  return FOLLOWUP_OK;
}

/* The end. */

static const char *plural(size_t count) { return count == 1 ? "" : "s"; }

static void print_counts(const struct terminal *terminal, const struct tally *tally) {
  const char *comma = "";
  for (int level = FOLLOWUP_LEVEL_ERROR; level > FOLLOWUP_LEVEL_OFF; level--) {
    size_t count = tally->findings[level];
    if (count == 0) continue;
    char words[64];
    snprintf(words, sizeof words, "%zu %s%s", count, followup_level_name((followup_level)level), plural(count));
    fputs(comma, terminal->out);
    terminal_paint(terminal, paint_of((followup_level)level), words);
    comma = ", ";
  }
}

void human_print_tally(const struct terminal *terminal, const struct tally *tally) {
  size_t found = 0;
  for (int level = FOLLOWUP_LEVEL_NOTE; level <= FOLLOWUP_LEVEL_ERROR; level++) found += tally->findings[level];
  if (found > 0)
    print_counts(terminal, tally);
  else if (tally->messages > 0)
    terminal_paint(terminal, PAINT_GOOD, "Nothing to mend");
  else
    fputs("Nothing was judged", terminal->out);
  if (tally->messages > 0) fprintf(terminal->out, " in %zu message%s", tally->messages, plural(tally->messages));
  if (tally->bad_inputs > 0)
    fprintf(terminal->out, "; %zu input%s could not be judged", tally->bad_inputs, plural(tally->bad_inputs));
  else if (found == 0 && tally->messages > 0)
    fprintf(terminal->out, ": ready to send%s", tally->must_attach ? " once what you promised is attached" : "");
  fputc('\n', terminal->out);
}
