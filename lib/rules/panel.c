/* Thank-you notes of one interview that are one text. */
#include "rules/panel.h"

#include "model/queries.h"
#include "rules/compared.h"

void panel_notes_free(const followup_context *context, struct panel_notes *panel) {
  nearest_free(context, &panel->notes);
  array_free(context, &panel->messages);
  array_free(context, &panel->numbers);
  substance_free(context, &panel->substance);
}

/* Who is thanked */

static const followup_interviewer *find_interviewer(const followup_message *message,
                                                    const followup_interview *interview) {
  const struct mailbox *addressee = message_addressee(message);
  const followup_interviewer *found = interview != NULL ? interview_find_interviewer(interview, addressee) : NULL;
  return found != NULL ? found : case_find_interviewer(message->of, addressee);
}

/* A number for the person, the same for all their mailboxes: two notes to one person are no panel's template. */
static uint64_t person_number(const struct mailbox *addressee, const followup_interviewer *interviewer) {
  const struct model_text *address = &addressee->address, *name = &addressee->name;
  if (interviewer != NULL) {
    name = &interviewer->name;
    if (!model_text_is_empty(&interviewer->email)) address = &interviewer->email;
  }
  const struct model_text *text = model_text_is_empty(address) ? name : address;
  uint64_t number = 0;
  for (size_t i = 0; i < text->length; i++) {
    unsigned char byte = (unsigned char)text->bytes[i];
    number = mix_bits(number + (byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte) + 1);
  }
  return number;
}

/* Reading */

static followup_status set_aside(const struct inspection *in, const struct model_text *name) {
  if (model_text_is_empty(name)) return FOLLOWUP_OK;
  return compared_add_name(in->scratch, name->bytes, name->length);
}

/* Names and titles go in all notes alike, so that those who sat side by side may be named in each other's. */
static followup_status set_aside_panel(const struct inspection *in, const followup_interview *interview) {
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; status == FOLLOWUP_OK && i < interview->panel.count; i++) {
    status = set_aside(in, &interview->panel.items[i]->name);
    if (status == FOLLOWUP_OK) status = set_aside(in, &interview->panel.items[i]->title);
  }
  return status;
}

static followup_status read_names(const struct inspection *in) {
  const followup_case *of = in->of;
  compared_forget_names(in->scratch);
  followup_status status = set_aside(in, &of->candidate.name);
  for (size_t i = 0; status == FOLLOWUP_OK && i < of->interviews.count; i++)
    status = set_aside_panel(in, of->interviews.items[i]);
  for (size_t i = 0; status == FOLLOWUP_OK && i < of->messages.count; i++) {
    const struct mailbox *addressee = message_addressee(of->messages.items[i]);
    if (addressee != NULL) status = set_aside(in, &addressee->name);
  }
  compared_end_names(in->scratch);
  return status;
}

static followup_status add_note(const struct inspection *in, const followup_message *message,
                                const followup_interview *interview) {
  struct panel_notes *panel = &in->scratch->panel;
  const followup_context *context = in->scratch->context;
  const followup_interviewer *interviewer = find_interviewer(message, interview);
  const struct compared_body body = {model_text_bytes(&message->body), message->body.length, "", 0};
  followup_status status = compared_read(in->scratch, &body, &panel->substance);
  if (status != FOLLOWUP_OK) return status;
  uint32_t group = interview != NULL ? (uint32_t)interview->place + 1 : 0;
  uint64_t person = person_number(message_addressee(message), interviewer);
  if (!array_reserve(context, &panel->messages, 1)) return FOLLOWUP_E_MEMORY;
  status = nearest_add(context, &panel->notes, &panel->substance, group, person);
  if (status != FOLLOWUP_OK) return status;
  panel->numbers.items[message->place] = (uint32_t)panel->messages.count;
  panel->messages.items[panel->messages.count++] = (uint32_t)message->place;
  return FOLLOWUP_OK;
}

/* A draft counts: what is about to be sent is what can still be mended. */
static bool is_compared(const struct inspection *in, const followup_message *message,
                        const followup_interview **interview) {
  if (message->kind != FOLLOWUP_KIND_THANK_YOU || message_addressee(message) == NULL) return false;
  *interview = message_interview(message, in->now);
  return in->scratch->panel.whole_case || *interview == in->interview;
}

static bool holds_several(const struct inspection *in) {
  const followup_interview *interview;
  size_t count = 0;
  for (size_t i = 0; count < 2 && i < in->of->messages.count; i++)
    count += is_compared(in, in->of->messages.items[i], &interview);
  return count > 1;
}

static followup_status read_notes(const struct inspection *in) {
  if (!holds_several(in)) return FOLLOWUP_OK;
  followup_status status = read_names(in);
  for (size_t i = 0; status == FOLLOWUP_OK && i < in->of->messages.count; i++) {
    const followup_message *message = in->of->messages.items[i];
    const followup_interview *interview;
    if (is_compared(in, message, &interview)) status = add_note(in, message, interview);
  }
  return status;
}

/* Compares the notes when the first of them is judged, once for all. */
static bool read_panel(const struct inspection *in) {
  struct panel_notes *panel = &in->scratch->panel;
  if (panel->is_read) return true;
  nearest_clear(&panel->notes);
  panel->messages.count = panel->numbers.count = 0;
  if (!array_reserve(in->scratch->context, &panel->numbers, in->of->messages.count)) return false;
  while (panel->numbers.count < in->of->messages.count) panel->numbers.items[panel->numbers.count++] = NO_TEXT;
  uint32_t least = (uint32_t)in->policy->numbers[FOLLOWUP_NUMBER_SIMILAR_PERCENT] * (WHOLE_SHARE / 100);
  panel->is_read = read_notes(in) == FOLLOWUP_OK && nearest_find(in->scratch->context, &panel->notes, least);
  return panel->is_read;
}

/* Judging */

static int percent(const struct nearest_text *one, const struct nearest_text *other) {
  return (int)(200 * (uint64_t)one->shared / ((uint64_t)one->weight + other->weight));
}

static bool report_nearest(struct inspection *in, const struct rule_row *row, const struct nearest_text *note) {
  const struct panel_notes *panel = &in->scratch->panel;
  const followup_message *other = in->of->messages.items[panel->messages.items[note->nearest]];
  const struct mailbox *addressee = message_addressee(other);
  const struct model_text *name = model_text_is_empty(&addressee->name) ? &addressee->address : &addressee->name;
  struct report_line line = {.part = FOLLOWUP_PART_MESSAGE, .index = FOLLOWUP_NOWHERE};
  line.arguments[0].text = name->bytes;
  line.arguments[0].length = name->length;
  line.number = percent(note, &panel->notes.texts.items[note->nearest]);
  return report_line_add(in, row, &line);
}

/* Reports the message where its nearest is the same, or is not. */
static bool judge_nearest(struct inspection *in, const struct rule_row *row, bool same) {
  if (in->of == NULL || in->message == NULL) return true;
  if (!read_panel(in)) return false;
  uint32_t number = in->scratch->panel.numbers.items[in->message->place];
  if (number == NO_TEXT) return true;
  const struct nearest_text *note = &in->scratch->panel.notes.texts.items[number];
  if (note->nearest == NO_TEXT || note->same != same) return true;
  return report_nearest(in, row, note);
}

bool judge_identical_messages(struct inspection *in, const struct rule_row *row) {
  return judge_nearest(in, row, true);
}

bool judge_similar_messages(struct inspection *in, const struct rule_row *row) { return judge_nearest(in, row, false); }
