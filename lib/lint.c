/* Judging: reads a message's parts once, asks every rule of the table, and hands over a report. */
#include "base/error.h"
#include "base/utf8.h"
#include "model/queries.h"
#include "lint.h"
#include "pack_en.h"
#include "rules/content.h"
#include "rules/guess.h"
#include "rules/places.h"
#include "time/window.h"

/* Linter and scratch */

/* What no rule asks of a message: formulas count where bodies are compared, which looks for them itself. */
#define LISTS_APART (UINT64_C(1) << LIST_FORMULAS)

/* A list is looked for where its rule is asked; to guess a kind, every list is. */
static void choose_lists(followup_linter *linter) {
  linter->lists[FOLLOWUP_KIND_UNKNOWN] = LISTS_ALL & ~LISTS_APART;
  for (int kind = FOLLOWUP_KIND_UNKNOWN + 1; kind < KIND_COUNT; kind++)
    for (int list = 0; list < LIST_COUNT; list++)
      if (followup_rule_applies_to(pack_en_list_rules[list], (followup_kind)kind))
        linter->lists[kind] |= UINT64_C(1) << list & ~LISTS_APART;
}

static followup_status open_linter(followup_linter *linter, const followup_policy *policy) {
  followup_status status = policy_copy(linter->context, policy, &linter->policy);
  if (status != FOLLOWUP_OK) return status;
  linter->pack = &pack_en;
  choose_lists(linter);
  return shape_set_new(linter->context, pack_en.shapes, pack_en.shape_count, &linter->shapes);
}

followup_status followup_linter_new(const followup_context *context, const followup_policy *policy,
                                    followup_linter **made, followup_error *error) {
  if (made == NULL) return error_argument(error, "made", "is NULL");
  context = context_or_default(context);
  followup_linter *linter = memory_take_zeroed(context, sizeof *linter);
  if (linter == NULL) return error_memory(error);
  linter->context = context;
  followup_status status = open_linter(linter, policy);
  if (status != FOLLOWUP_OK) {
    followup_linter_free(linter);
    return error_at(error, status, "linter", FOLLOWUP_NOWHERE, NULL);
  }
  *made = linter;
  return FOLLOWUP_OK;
}

void followup_linter_free(followup_linter *linter) {
  if (linter == NULL) return;
  followup_policy_free(linter->policy);
  shape_set_free(linter->shapes);
  memory_give(linter->context, linter);
}

static followup_status open_scratch(followup_scratch *scratch) {
  followup_status status = text_reader_new(scratch->context, &scratch->reader);
  if (status == FOLLOWUP_OK) status = shape_matcher_new(scratch->context, &scratch->shapes);
  if (status == FOLLOWUP_OK) status = stemmer_new(scratch->context, &scratch->stemmer);
  if (status != FOLLOWUP_OK) return status;
  scratch->window = window_new(scratch->context);
  return scratch->window != NULL ? FOLLOWUP_OK : FOLLOWUP_E_MEMORY;
}

followup_status followup_scratch_new(const followup_linter *linter, followup_scratch **made, followup_error *error) {
  if (linter == NULL) return error_argument(error, "linter", "is NULL");
  if (made == NULL) return error_argument(error, "made", "is NULL");
  followup_scratch *scratch = memory_take_zeroed(linter->context, sizeof *scratch);
  if (scratch == NULL) return error_memory(error);
  scratch->context = linter->context;
  scratch->linter = linter;
  followup_status status = open_scratch(scratch);
  if (status != FOLLOWUP_OK) {
    followup_scratch_free(scratch);
    return error_at(error, status, "scratch", FOLLOWUP_NOWHERE, NULL);
  }
  *made = scratch;
  return FOLLOWUP_OK;
}

void followup_scratch_free(followup_scratch *scratch) {
  if (scratch == NULL) return;
  struct read_part *parts[] = {&scratch->body, &scratch->subject, &scratch->compared};
  for (int i = 0; i < 3; i++) {
    text_free(scratch->context, &parts[i]->text);
    phrase_scan_free(scratch->context, &parts[i]->scan);
    offset_index_free(scratch->context, &parts[i]->offsets);
  }
  text_free(scratch->context, &scratch->note);
  text_free(scratch->context, &scratch->name);
  text_free(scratch->context, &scratch->role);
  known_words_free(scratch->context, &scratch->known);
  known_words_free(scratch->context, &scratch->noted);
  case_days_free(scratch->context, &scratch->days);
  array_free(scratch->context, &scratch->telling.terms);
  array_free(scratch->context, &scratch->details);
  note_table_free(scratch->context, &scratch->notes);
  history_free(scratch->context, &scratch->history);
  panel_notes_free(scratch->context, &scratch->panel);
  for (int i = 0; i < 2; i++) array_free(scratch->context, &scratch->names[i]);
  followup_window_free(scratch->window);
  array_free(scratch->context, &scratch->findings);
  array_free(scratch->context, &scratch->texts);
  text_reader_free(scratch->reader);
  shape_matcher_free(scratch->shapes);
  stemmer_free(scratch->stemmer);
  memory_give(scratch->context, scratch);
}

/* Reading */

static followup_status know(followup_scratch *scratch, const struct model_text *name, uint32_t ignored,
                            uint16_t flags) {
  struct text *read = flags == TERM_ROLE ? &scratch->role : &scratch->note;
  read->words.count = 0;
  if (model_text_is_empty(name)) return FOLLOWUP_OK;
  followup_status status = text_read_line(scratch->reader, name->bytes, name->length, read);
  if (status != FOLLOWUP_OK) return status;
  bool good = known_words_add(scratch->context, &scratch->known, scratch->linter->pack, read, ignored, flags);
  return good ? FOLLOWUP_OK : FOLLOWUP_E_MEMORY;
}

static followup_status know_panel(followup_scratch *scratch, const followup_interview *interview) {
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; status == FOLLOWUP_OK && i < interview->panel.count; i++)
    status = know(scratch, &interview->panel.items[i]->name, SET_TITLES, TERM_NAME);
  return status;
}

/* The words that mean something in this case alone, and what has happened in it; once a case, for all its messages. */
static followup_status know_case(followup_scratch *scratch, const followup_case *of) {
  known_words_clear(&scratch->known);
  note_table_clear(&scratch->notes);
  scratch->notes_are_read = scratch->days_are_read = scratch->panel.is_read = false;
  if (!history_read(scratch->context, &scratch->history, of)) return FOLLOWUP_E_MEMORY;
  if (of == NULL) return FOLLOWUP_OK;
  followup_status status = know(scratch, &of->company, SET_COMPANY_FORMS, TERM_COMPANY);
  if (status == FOLLOWUP_OK) status = know(scratch, &of->role, SET_COMMON, TERM_ROLE);
  if (status == FOLLOWUP_OK) status = know(scratch, &of->candidate.name, SET_TITLES, TERM_NAME);
  for (size_t i = 0; status == FOLLOWUP_OK && i < of->other_companies.count; i++)
    status = know(scratch, &of->other_companies.items[i], SET_COMPANY_FORMS, TERM_OTHER_COMPANY);
  for (size_t i = 0; status == FOLLOWUP_OK && i < of->interviews.count; i++)
    status = know_panel(scratch, of->interviews.items[i]);
  known_words_sort(&scratch->known);
  return status;
}

static followup_status read_part(followup_scratch *scratch, struct read_part *part, const char *bytes, size_t length,
                                 bool body, uint64_t lists) {
  const struct pack *pack = scratch->linter->pack;
  offset_index_forget(&part->offsets);
  followup_status status = body ? text_read_body(scratch->reader, bytes, length, &part->text)
                                : text_read_line(scratch->reader, bytes, length, &part->text);
  if (status != FOLLOWUP_OK) return status;
  if (!terms_read(scratch->context, pack, &part->text, &part->scan)) return FOLLOWUP_E_MEMORY;
  known_words_mark(&scratch->known, &part->text, &part->scan.terms);
  struct wanted_lists wanted = {.phrases = lists, .votes = body ? lists : 0}; /* a subject is no sentence */
  return phrases_find(scratch->context, pack, &part->text, &wanted, &part->scan) ? FOLLOWUP_OK : FOLLOWUP_E_MEMORY;
}

static followup_status read_message(followup_scratch *scratch, followup_kind kind, const char *subject,
                                    size_t subject_length, const char *body, size_t body_length) {
  uint64_t lists = scratch->linter->lists[kind];
  scratch->telling.is_begun = false;
  followup_status status = read_part(scratch, &scratch->subject, subject, subject_length, false, lists);
  return status == FOLLOWUP_OK ? read_part(scratch, &scratch->body, body, body_length, true, lists) : status;
}

/* Judging */

struct inspection lint_inspect(followup_scratch *scratch, followup_kind kind) {
  return (struct inspection){.scratch = scratch,
                             .policy = scratch->linter->policy,
                             .pack = scratch->linter->pack,
                             .kind = kind,
                             .now = FOLLOWUP_NO_TIME,
                             .at = FOLLOWUP_NO_TIME,
                             .body = &scratch->body.text,
                             .subject = &scratch->subject.text,
                             .body_scan = &scratch->body.scan,
                             .subject_scan = &scratch->subject.scan};
}

static followup_status judge(struct inspection *in) {
  size_t from = in->scratch->findings.count;
  if (in->kind == FOLLOWUP_KIND_UNKNOWN) in->kind = guess_kind(in);
  in->leaves = in->kind == FOLLOWUP_KIND_UNKNOWN && leaves_process(in);
  uint16_t kind = (uint16_t)(in->leaves ? LEAVING : 1 << in->kind);
  for (size_t i = 0; i < catalogue_count(); i++) {
    const struct rule_row *row = catalogue_at(i);
    if (row->judge == NULL || !(row->kinds & kind)) continue;
    if (policy_level(in->policy, row, in->kind) == FOLLOWUP_LEVEL_OFF) continue;
    if (!row->judge(in, row)) return in->failure != FOLLOWUP_OK ? in->failure : FOLLOWUP_E_MEMORY;
  }
  return places_settle(in, from) ? FOLLOWUP_OK : FOLLOWUP_E_MEMORY;
}

static followup_status judge_message(followup_scratch *scratch, const followup_case *of,
                                     const followup_message *message, int64_t now) {
  followup_status status =
      read_message(scratch, message->kind, model_text_bytes(&message->subject), message->subject.length,
                   model_text_bytes(&message->body), message->body.length);
  if (status != FOLLOWUP_OK) return status;
  struct inspection in = lint_inspect(scratch, message->kind);
  in.of = of;
  in.message = message;
  in.now = now;
  in.at = message_instant(message, now);
  in.addressee = message_addressee(message);
  in.interview = message_interview(message, now);
  if (in.addressee != NULL && in.interview != NULL)
    in.interviewer = interview_find_interviewer(in.interview, in.addressee);
  if (in.addressee != NULL && in.interviewer == NULL) in.interviewer = case_find_interviewer(of, in.addressee);
  return judge(&in);
}

followup_status lint_read_thanks(followup_scratch *scratch, const followup_message *message, bool first) {
  followup_status status = first ? know_case(scratch, message->of) : FOLLOWUP_OK;
  return status != FOLLOWUP_OK
             ? status
             : read_message(scratch, FOLLOWUP_KIND_THANK_YOU, model_text_bytes(&message->subject),
                            message->subject.length, model_text_bytes(&message->body), message->body.length);
}

followup_status lint_count_notes(followup_scratch *scratch, const followup_message *message,
                                 const followup_interviewer *interviewer, bool first, size_t *count) {
  followup_status status = lint_read_thanks(scratch, message, first);
  if (status != FOLLOWUP_OK) return status;
  struct inspection in = lint_inspect(scratch, FOLLOWUP_KIND_THANK_YOU);
  in.of = message->of;
  in.message = message;
  if (!match_notes(&in)) return FOLLOWUP_E_MEMORY;
  *count += count_matches_of(&in, interviewer);
  return FOLLOWUP_OK;
}

static followup_status finish(followup_scratch *scratch, followup_status status, followup_report **report,
                              followup_error *error) {
  if (status == FOLLOWUP_OK) status = report_fill(scratch->context, &scratch->findings, &scratch->texts, report);
  return status == FOLLOWUP_OK ? status : error_at(error, status, NULL, FOLLOWUP_NOWHERE, NULL);
}

followup_status lint_take_tools(const followup_linter *linter, followup_scratch *scratch, struct lint_tools *tools,
                                followup_error *error) {
  *tools = (struct lint_tools){NULL, NULL, scratch};
  if (scratch != NULL && scratch->linter != linter)
    return error_argument(error, "scratch", "was made from another linter");
  if (scratch == NULL) {
    followup_status status = FOLLOWUP_OK;
    if (linter == NULL) status = followup_linter_new(NULL, NULL, &tools->own_linter, error);
    if (status == FOLLOWUP_OK)
      status = followup_scratch_new(linter != NULL ? linter : tools->own_linter, &tools->own_scratch, error);
    if (status != FOLLOWUP_OK) {
      followup_linter_free(tools->own_linter);
      return status;
    }
    tools->scratch = tools->own_scratch;
  }
  tools->scratch->findings.count = tools->scratch->texts.count = 0;
  return FOLLOWUP_OK;
}

void lint_give_back(struct lint_tools *tools) {
  followup_scratch_free(tools->own_scratch);
  followup_linter_free(tools->own_linter);
}

followup_status followup_lint_message(const followup_linter *linter, followup_scratch *scratch, const followup_case *of,
                                      const followup_message *message, int64_t now, followup_report **report,
                                      followup_error *error) {
  if (of == NULL) return error_argument(error, "case", "is NULL");
  if (message == NULL) return error_argument(error, "message", "is NULL");
  if (report == NULL) return error_argument(error, "report", "is NULL");
  if (message->of != of) return error_argument(error, "message", "belongs to another case");
  struct lint_tools tools;
  followup_status status = lint_take_tools(linter, scratch, &tools, error);
  if (status != FOLLOWUP_OK) return status;
  tools.scratch->panel.whole_case = false;
  status = know_case(tools.scratch, of);
  if (status == FOLLOWUP_OK) status = judge_message(tools.scratch, of, message, now);
  status = finish(tools.scratch, status, report, error);
  lint_give_back(&tools);
  return status;
}

followup_status followup_lint_case(const followup_linter *linter, followup_scratch *scratch, const followup_case *of,
                                   int64_t now, followup_report **report, followup_error *error) {
  if (of == NULL) return error_argument(error, "case", "is NULL");
  if (report == NULL) return error_argument(error, "report", "is NULL");
  struct lint_tools tools;
  followup_status status = lint_take_tools(linter, scratch, &tools, error);
  if (status != FOLLOWUP_OK) return status;
  tools.scratch->panel.whole_case = true;
  status = know_case(tools.scratch, of);
  for (size_t i = 0; status == FOLLOWUP_OK && i < of->messages.count; i++)
    status = judge_message(tools.scratch, of, of->messages.items[i], now);
  status = finish(tools.scratch, status, report, error);
  lint_give_back(&tools);
  return status;
}

/* Texts alone */

followup_status lint_read_alone(struct lint_tools *tools, followup_kind kind, const char *subject,
                                size_t subject_length, const char *body, size_t body_length, followup_error *error) {
  followup_scratch *scratch = tools->scratch;
  if (subject == NULL) {
    subject = "";
    subject_length = 0;
  }
  followup_status status = text_accept(scratch->context, "subject", subject, &subject_length, error);
  if (status == FOLLOWUP_OK) status = text_accept(scratch->context, "body", body, &body_length, error);
  if (status != FOLLOWUP_OK) return status;
  status = know_case(scratch, NULL);
  if (status == FOLLOWUP_OK) status = read_message(scratch, kind, subject, subject_length, body, body_length);
  return status == FOLLOWUP_OK ? status : error_at(error, status, NULL, FOLLOWUP_NOWHERE, NULL);
}

followup_status followup_lint_text(const followup_linter *linter, followup_scratch *scratch, followup_kind kind,
                                   const char *body, size_t length, followup_report **report, followup_error *error) {
  if (report == NULL) return error_argument(error, "report", "is NULL");
  if (kind != FOLLOWUP_KIND_UNKNOWN && followup_kind_name(kind) == NULL)
    return error_at(error, FOLLOWUP_E_UNKNOWN, "kind", FOLLOWUP_NOWHERE, NULL);
  struct lint_tools tools;
  followup_status status = lint_take_tools(linter, scratch, &tools, error);
  if (status != FOLLOWUP_OK) return status;
  status = lint_read_alone(&tools, kind, NULL, 0, body, length, error);
  if (status == FOLLOWUP_OK) {
    struct inspection in = lint_inspect(tools.scratch, kind);
    status = judge(&in);
    status = finish(tools.scratch, status, report, error);
  }
  lint_give_back(&tools);
  return status;
}

followup_status followup_guess_kind(const followup_linter *linter, followup_scratch *scratch, const char *subject,
                                    size_t subject_length, const char *body, size_t body_length, followup_kind *kind,
                                    followup_error *error) {
  if (kind == NULL) return error_argument(error, "kind", "is NULL");
  struct lint_tools tools;
  followup_status status = lint_take_tools(linter, scratch, &tools, error);
  if (status != FOLLOWUP_OK) return status;
  status = lint_read_alone(&tools, FOLLOWUP_KIND_UNKNOWN, subject, subject_length, body, body_length, error);
  if (status == FOLLOWUP_OK) {
    struct inspection in = lint_inspect(tools.scratch, FOLLOWUP_KIND_UNKNOWN);
    *kind = guess_kind(&in);
  }
  lint_give_back(&tools);
  return status;
}

followup_status followup_prose_sentences(const followup_linter *linter, followup_scratch *scratch, const char *body,
                                         size_t length, size_t *count, followup_error *error) {
  if (count == NULL) return error_argument(error, "count", "is NULL");
  struct lint_tools tools;
  followup_status status = lint_take_tools(linter, scratch, &tools, error);
  if (status != FOLLOWUP_OK) return status;
  status = lint_read_alone(&tools, FOLLOWUP_KIND_UNKNOWN, NULL, 0, body, length, error);
  if (status == FOLLOWUP_OK) *count = tools.scratch->body.text.sentences.count;
  lint_give_back(&tools);
  return status;
}
