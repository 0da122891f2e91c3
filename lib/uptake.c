/* What a text takes up, as a caller asks for it and holds it. */
#include <followup/uptake.h>

#include "base/error.h"
#include "base/utf8.h"
#include "lint.h"

struct place {
  size_t start[UNIT_COUNT], end[UNIT_COUNT];
};

struct taken_up {
  struct place place;
  size_t note;
  double sureness;
  followup_uptake_way how;
};

struct followup_uptake {
  const followup_context *context;
  ARRAY(struct taken_up) notes;
  ARRAY(struct place) details;
};

/* Filling */

static struct place place_of(const struct inspection *in, uint32_t first_word, uint32_t last_word) {
  const struct text_word *words = in->body->words.items;
  const struct offset_index *offsets = &in->scratch->body.offsets;
  size_t start = words[first_word].start, end = words[last_word].end;
  struct offset_mark from = offset_index_at(offsets, start), to = offset_index_at(offsets, end);
  return (struct place){{start, from.units, from.points}, {end, to.units, to.points}};
}

static size_t count_taken_up(const struct note_table *table) {
  size_t count = 0;
  for (size_t i = 0; i < table->matches.count; i++) count += note_match_is_taken_up(&table->matches.items[i]);
  return count;
}

static void put_notes(const struct inspection *in, const struct note_table *table, followup_uptake *uptake) {
  uptake->notes.count = 0;
  for (size_t i = 0; i < table->matches.count; i++) {
    const struct note_match *match = &table->matches.items[i];
    if (!note_match_is_taken_up(match)) continue;
    struct taken_up *taken_up = &uptake->notes.items[uptake->notes.count++];
    taken_up->place = place_of(in, match->first_word, match->last_word);
    taken_up->note = table->notes.items[match->note].place;
    taken_up->sureness = note_match_sureness(table, match);
    taken_up->how = (followup_uptake_way)match->how;
  }
}

static void put_details(const struct inspection *in, followup_uptake *uptake) {
  const body_stretches *details = &in->scratch->details;
  for (size_t i = 0; i < details->count; i++)
    uptake->details.items[i] = place_of(in, details->items[i].first_word, details->items[i].last_word);
  uptake->details.count = details->count;
}

/* Room first: where there is none, a caller's uptake holds what it held. */
static bool make_room(followup_uptake *uptake, size_t notes, size_t details) {
  size_t more_notes = notes > uptake->notes.count ? notes - uptake->notes.count : 0;
  size_t more_details = details > uptake->details.count ? details - uptake->details.count : 0;
  return array_reserve(uptake->context, &uptake->notes, more_notes) &&
         array_reserve(uptake->context, &uptake->details, more_details);
}

/* Matches the body against the notes in the scratch's table, and hands over what it found. */
static followup_status fill(struct inspection *in, followup_uptake **made) {
  struct note_table *table = &in->scratch->notes;
  const followup_context *context = in->scratch->context;
  if (!find_details(in, SIZE_MAX) || !note_table_match(in, table)) return FOLLOWUP_E_MEMORY;
  if (!offset_index_read(context, &in->scratch->body.offsets, in->body->bytes, in->body->length))
    return FOLLOWUP_E_MEMORY;
  followup_uptake *uptake = *made != NULL ? *made : memory_take_zeroed(context, sizeof *uptake);
  if (uptake == NULL) return FOLLOWUP_E_MEMORY;
  if (*made == NULL) uptake->context = context;
  if (!make_room(uptake, count_taken_up(table), in->scratch->details.count)) {
    if (*made == NULL) followup_uptake_free(uptake);
    return FOLLOWUP_E_MEMORY;
  }
  put_notes(in, table, uptake);
  put_details(in, uptake);
  *made = uptake;
  return FOLLOWUP_OK;
}

void followup_uptake_free(followup_uptake *uptake) {
  if (uptake == NULL) return;
  array_free(uptake->context, &uptake->notes);
  array_free(uptake->context, &uptake->details);
  memory_give(uptake->context, uptake);
}

/* Reading */

static followup_status read_given(struct inspection *in, const char *const *notes, size_t count,
                                  followup_error *error) {
  struct note_table *table = &in->scratch->notes;
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; status == FOLLOWUP_OK && i < count; i++) {
    size_t length = FOLLOWUP_ZERO_TERMINATED;
    status = text_accept(in->scratch->context, "note", notes[i], &length, error);
    if (status != FOLLOWUP_OK) return status;
    struct model_text note = {(char *)notes[i], length};
    status = note_table_add(in, table, &note, NULL, i);
  }
  note_table_sort(table);
  return status == FOLLOWUP_OK ? status : error_at(error, status, NULL, FOLLOWUP_NOWHERE, NULL);
}

followup_status followup_uptake_read_text(const followup_linter *linter, followup_scratch *scratch, const char *body,
                                          size_t length, const char *const *notes, size_t note_count,
                                          followup_uptake **uptake, followup_error *error) {
  if (uptake == NULL) return error_argument(error, "uptake", "is NULL");
  if (notes == NULL && note_count > 0) return error_argument(error, "notes", "is NULL");
  struct lint_tools tools;
  followup_status status = lint_take_tools(linter, scratch, &tools, error);
  if (status != FOLLOWUP_OK) return status;
  status = lint_read_alone(&tools, FOLLOWUP_KIND_THANK_YOU, NULL, 0, body, length, error);
  struct inspection in = lint_inspect(tools.scratch, FOLLOWUP_KIND_THANK_YOU);
  if (status == FOLLOWUP_OK) status = read_given(&in, notes, note_count, error);
  if (status == FOLLOWUP_OK) {
    status = fill(&in, uptake);
    if (status != FOLLOWUP_OK) error_at(error, status, NULL, FOLLOWUP_NOWHERE, NULL);
  }
  lint_give_back(&tools);
  return status;
}

static followup_status read_message(followup_scratch *scratch, const followup_message *message,
                                    const followup_interviewer *interviewer, followup_uptake **uptake) {
  followup_status status = lint_read_thanks(scratch, message, true);
  if (status != FOLLOWUP_OK) return status;
  struct inspection in = lint_inspect(scratch, FOLLOWUP_KIND_THANK_YOU);
  in.of = message->of;
  in.message = message;
  if (interviewer != NULL) status = add_notes_of(&in, interviewer);
  note_table_sort(&scratch->notes);
  return status == FOLLOWUP_OK ? fill(&in, uptake) : status;
}

followup_status followup_uptake_read_message(const followup_linter *linter, followup_scratch *scratch,
                                             const followup_message *message, const followup_interviewer *interviewer,
                                             followup_uptake **uptake, followup_error *error) {
  if (uptake == NULL) return error_argument(error, "uptake", "is NULL");
  if (message == NULL) return error_argument(error, "message", "is NULL");
  if (interviewer != NULL && interviewer->interview->of != message->of)
    return error_argument(error, "interviewer", "belongs to another case");
  struct lint_tools tools;
  followup_status status = lint_take_tools(linter, scratch, &tools, error);
  if (status != FOLLOWUP_OK) return status;
  status = read_message(tools.scratch, message, interviewer, uptake);
  lint_give_back(&tools);
  return status == FOLLOWUP_OK ? status : error_at(error, status, NULL, FOLLOWUP_NOWHERE, NULL);
}

/* Asking */

static const struct taken_up *taken_up_at(const followup_uptake *uptake, size_t index) {
  return index < followup_uptake_count(uptake) ? &uptake->notes.items[index] : NULL;
}

static bool tell_place(const struct place *place, followup_unit unit, size_t *start, size_t *end) {
  if (place == NULL || (int)unit < 0 || (int)unit >= UNIT_COUNT) return false;
  if (start != NULL) *start = place->start[unit];
  if (end != NULL) *end = place->end[unit];
  return true;
}

size_t followup_uptake_count(const followup_uptake *uptake) { return uptake != NULL ? uptake->notes.count : 0; }

size_t followup_uptake_note(const followup_uptake *uptake, size_t index) {
  const struct taken_up *taken_up = taken_up_at(uptake, index);
  return taken_up != NULL ? taken_up->note : FOLLOWUP_NOWHERE;
}

double followup_uptake_sureness(const followup_uptake *uptake, size_t index) {
  const struct taken_up *taken_up = taken_up_at(uptake, index);
  return taken_up != NULL ? taken_up->sureness : 0;
}

followup_uptake_way followup_uptake_how(const followup_uptake *uptake, size_t index) {
  const struct taken_up *taken_up = taken_up_at(uptake, index);
  return taken_up != NULL ? taken_up->how : (followup_uptake_way)0;
}

bool followup_uptake_span(const followup_uptake *uptake, size_t index, followup_unit unit, size_t *start, size_t *end) {
  const struct taken_up *taken_up = taken_up_at(uptake, index);
  return tell_place(taken_up != NULL ? &taken_up->place : NULL, unit, start, end);
}

size_t followup_uptake_detail_count(const followup_uptake *uptake) {
  return uptake != NULL ? uptake->details.count : 0;
}

bool followup_uptake_detail_span(const followup_uptake *uptake, size_t index, followup_unit unit, size_t *start,
                                 size_t *end) {
  bool known = index < followup_uptake_detail_count(uptake);
  return tell_place(known ? &uptake->details.items[index] : NULL, unit, start, end);
}

const char *followup_uptake_way_name(followup_uptake_way way) {
  static const char *const names[] = {NULL,   "same-words",   "word-forms",   "number",
                                      "name", "abbreviation", "related-words"};
  return (int)way > 0 && way <= FOLLOWUP_UPTAKE_RELATED_WORDS ? names[way] : NULL;
}
