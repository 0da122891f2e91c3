/* The draft itself: which wording of each part, and the parts one behind the other. */
#include <string.h>

#include "draft/drafting.h"
#include "draft_words.h"

enum { LONGEST_QUOTE = 240, QUOTED_NOTES = 3, THANKS_AND_INTEREST = 2 };

/* Choosing */

static uint64_t mix(uint64_t hash, const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
  return (hash ^ 0xFF) * UINT64_C(1099511628211);
}

static uint64_t mix_text(uint64_t hash, const struct model_text *text) {
  return mix(hash, model_text_bytes(text), text->length);
}

/* All of a panel begin at one place, and each is as far from it as from the first of the panel. */
static void seed(struct drafting *drafting) {
  const followup_case *of = drafting->view.of;
  const char *kind = followup_kind_name(drafting->kind);
  uint64_t hash = mix(UINT64_C(14695981039346656037), kind, strlen(kind));
  hash = mix_text(mix_text(mix_text(hash, &of->id), &of->candidate.name), &of->company);
  hash = mix_text(hash, &of->role);
  if (drafting->interview != NULL) hash = mix_text(hash, &drafting->interview->id);
  if (drafting->interviewer != NULL)
    drafting->turn = drafting->interviewer->place;
  else
    hash = mix_text(mix_text(hash, &drafting->to.address), &drafting->to.name);
  drafting->seed = hash;
}

/*
 * The wording of a part: neighbours get neighbouring ones. Where a panel is larger than there are wordings, they begin
 * again, the parts of a message each so much further on as they are in it, so that two notes have hardly one in common.
 */
static const struct draft_pattern *choose(const struct drafting *drafting, int part, size_t turn, size_t ordinal) {
  const struct draft_group *group = facts_group(&drafting->facts, &draft_parts[part]);
  if (group == NULL) return NULL;
  size_t count = group_count(&drafting->facts, group);
  size_t own = (size_t)((mix(drafting->seed, &(char){(char)part}, 1) >> 16) % count);
  return group_at(&drafting->facts, group, (own + turn + turn / count * ordinal) % count);
}

/* Putting together */

static followup_status put(struct drafting *drafting, byte_array *into, const char *bytes) {
  size_t length = strlen(bytes);
  if (!array_reserve(drafting->context, into, length)) return FOLLOWUP_E_MEMORY;
  memcpy(into->items + into->count, bytes, length);
  into->count += length;
  return FOLLOWUP_OK;
}

static followup_status put_part(struct drafting *drafting, int part, size_t turn, size_t ordinal, byte_array *into) {
  const struct draft_pattern *pattern = choose(drafting, part, turn, ordinal);
  return pattern != NULL ? fill(&drafting->facts, pattern, into) : FOLLOWUP_OK;
}

/* Slots */

/* A note as a slot quotes it: one line, cut where it is long, no bracket that would close the slot. */
static followup_status say_note(struct drafting *drafting, const struct model_text *note) {
  struct facts *facts = &drafting->facts;
  size_t length = note->length;
  if (length > LONGEST_QUOTE)
    for (length = LONGEST_QUOTE; ((unsigned char)note->bytes[length] & 0xC0) == 0x80;) length--;
  length = length_without_stop(model_text_bytes(note), length);
  followup_status status = fact_set(facts, FACT_NOTE, model_text_bytes(note), length);
  for (char *at = facts->texts[FACT_NOTE]; status == FOLLOWUP_OK && *at != '\0'; at++)
    *at = *at == '[' ? '(' : *at == ']' ? ')' : *at;
  return status;
}

/* A note that is blank, or nothing but stops, is none. */
static followup_status gather_notes(struct drafting *drafting) {
  const text_list *notes = &drafting->interviewer->notes;
  if (!array_reserve(drafting->context, &drafting->notes, notes->count)) return FOLLOWUP_E_MEMORY;
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; status == FOLLOWUP_OK && i < notes->count; i++) {
    status = say_note(drafting, &notes->items[i]);
    if (drafting->facts.known[FACT_NOTE]) drafting->notes.items[drafting->notes.count++] = &notes->items[i];
  }
  return status;
}

static followup_status put_slot(struct drafting *drafting, int part, size_t turn, size_t ordinal) {
  struct slot slot = {.start = drafting->body.count};
  followup_status status = put_part(drafting, part, turn, ordinal, &drafting->body);
  slot.end = drafting->body.count;
  if (status != FOLLOWUP_OK || slot.end == slot.start) return status;
  if (!array_reserve(drafting->context, &drafting->slots, 1)) return FOLLOWUP_E_MEMORY;
  drafting->slots.items[drafting->slots.count++] = slot;
  return FOLLOWUP_OK;
}

/* Notes beyond the length of such a message are offered together in the last slot. */
static size_t slots_for(const struct drafting *drafting, size_t notes) {
  int most = drafting->policy->sentences[drafting->kind].most - THANKS_AND_INTEREST;
  size_t room = most > 1 ? (size_t)most : 1;
  return notes < room ? notes : room;
}

/* The wordings of a person's slots lie 0, 1, 4, 9 … further on: so those of any two have one in common at the most. */
static followup_status put_note_slot(struct drafting *drafting, size_t first, size_t end, size_t ordinal) {
  struct facts *facts = &drafting->facts;
  if (end - first > QUOTED_NOTES) end = first + QUOTED_NOTES;
  fact_forget(facts, FACT_NOTES);
  followup_status status = FOLLOWUP_OK;
  for (size_t i = first; status == FOLLOWUP_OK && i < end; i++) {
    status = say_note(drafting, drafting->notes.items[i]);
    if (status == FOLLOWUP_OK)
      status = fact_word(facts, FACT_NOTES, facts->known[FACT_NOTES] ? PART_NOTES_OR : PART_NOTES_FIRST);
  }
  return status == FOLLOWUP_OK ? put_slot(drafting, PART_SLOT_NOTE, drafting->turn + first * first, ordinal + first)
                               : status;
}

static followup_status put_slots(struct drafting *drafting, size_t ordinal) {
  followup_status status = gather_notes(drafting);
  size_t notes = drafting->notes.count, slots = slots_for(drafting, notes);
  if (status == FOLLOWUP_OK && notes == 0) {
    status = put_slot(drafting, PART_SLOT_ASK, drafting->turn, ordinal);
    if (status == FOLLOWUP_OK) status = put(drafting, &drafting->body, "\n");
    return status == FOLLOWUP_OK ? put_slot(drafting, PART_SLOT_ASK_MORE, drafting->turn, ordinal + 1) : status;
  }
  for (size_t i = 0; status == FOLLOWUP_OK && i < slots; i++) {
    if (i > 0) status = put(drafting, &drafting->body, "\n");
    if (status == FOLLOWUP_OK) status = put_note_slot(drafting, i, i + 1 == slots ? notes : i + 1, ordinal);
  }
  return status;
}

static followup_status put_step(struct drafting *drafting, const struct draft_step *step, size_t ordinal) {
  bool says = step->part == DRAFT_SLOTS || facts_group(&drafting->facts, &draft_parts[step->part]) != NULL;
  if (!says) return FOLLOWUP_OK;
  followup_status status = FOLLOWUP_OK;
  if (drafting->body.count > 0) status = put(drafting, &drafting->body, step->paragraph ? "\n\n" : " ");
  if (status != FOLLOWUP_OK) return status;
  if (step->part == DRAFT_SLOTS) return put_slots(drafting, draft_layouts[drafting->kind].count);
  return put_part(drafting, step->part, drafting->turn, ordinal, &drafting->body);
}

/* What is left to do before it can go: that of its kind, and to sign it. */
static followup_status put_to_do(struct drafting *drafting, int part) {
  byte_array *into = &drafting->to_do;
  followup_status status = part != DRAFT_NO_PART ? put_part(drafting, part, 0, 0, into) : FOLLOWUP_OK;
  if (status != FOLLOWUP_OK || drafting->facts.known[FACT_CANDIDATE]) return status;
  if (into->count > 0) status = put(drafting, into, " ");
  return status == FOLLOWUP_OK ? put_part(drafting, PART_UNSIGNED_TO_DO, 0, 0, into) : status;
}

followup_status compose(struct drafting *drafting) {
  const struct draft_layout *layout = &draft_layouts[drafting->kind];
  seed(drafting);
  followup_status status = put_part(drafting, layout->subject, drafting->turn, 0, &drafting->subject);
  for (size_t i = 0; status == FOLLOWUP_OK && i < layout->count; i++) status = put_step(drafting, &layout->steps[i], i);
  if (status == FOLLOWUP_OK) status = put(drafting, &drafting->body, "\n");
  return status == FOLLOWUP_OK ? put_to_do(drafting, layout->to_do) : status;
}
