#include "rules/recipients.h"

#include "model/queries.h"
#include "pack_en.h"
#include "rules/inspection.h"
#include "text/name_match.h"

/* multiple-recipients */

enum { COUNTED_MOST = 100 };

struct distinct {
  const struct mailbox *boxes[COUNTED_MOST];
  size_t count;
  followup_part part; /* where the second one stands */
  size_t index;
};

static bool is_new(const struct distinct *found, const struct mailbox *box) {
  for (size_t i = 0; i < found->count; i++)
    if (mailbox_same(found->boxes[i], box)) return false;
  return true;
}

static void count_distinct(const struct inspection *in, followup_recipients list, followup_part part,
                           struct distinct *found) {
  const mailbox_list *boxes = message_recipients(in->message, list);
  for (size_t i = 0; i < boxes->count && found->count < COUNTED_MOST; i++) {
    const struct mailbox *box = &boxes->items[i];
    if (candidate_owns(&in->of->candidate, box) || !is_new(found, box)) continue;
    found->boxes[found->count++] = box;
    if (found->count != 2) continue;
    found->part = part;
    found->index = i;
  }
}

/* One note through a coordinator is fine for a large panel, where the policy says so. */
static bool group_note_is_fine(const struct inspection *in) {
  int size = in->policy->numbers[FOLLOWUP_NUMBER_GROUP_NOTE_SIZE];
  return size > 0 && in->kind == FOLLOWUP_KIND_THANK_YOU && in->interview != NULL &&
         in->interview->panel.count >= (size_t)size;
}

bool judge_multiple_recipients(struct inspection *in, const struct rule_row *row) {
  if (in->message == NULL) return true;
  struct distinct found = {.count = 0};
  count_distinct(in, FOLLOWUP_RECIPIENTS_TO, FOLLOWUP_PART_TO, &found);
  count_distinct(in, FOLLOWUP_RECIPIENTS_CC, FOLLOWUP_PART_CC, &found);
  count_distinct(in, FOLLOWUP_RECIPIENTS_BCC, FOLLOWUP_PART_BCC, &found);
  if (found.count < 2 || group_note_is_fine(in)) return true;
  bool crowd = found.count >= (size_t)in->policy->numbers[FOLLOWUP_NUMBER_RECIPIENTS_ERROR];
  struct report_line line = {.part = found.part,
                             .index = found.index,
                             .level = crowd ? FOLLOWUP_LEVEL_ERROR : FOLLOWUP_LEVEL_OFF,
                             .number = (int)found.count};
  return report_line_add(in, row, &line);
}

/* wrong-name */

/* A word of the company's name, or of an office: "Blue Heron Careers". */
static bool is_office_word(const struct inspection *in, const struct text *name, const struct text_word *word,
                           bool *office) {
  const char *fold = name->folds.items + word->fold;
  uint16_t id = pack_find_word(in->pack, fold, word->fold_length);
  if (id != 0 && pack_set_holds(in->pack, SET_OFFICES, id)) *office = true;
  if (id != 0 && pack_set_holds(in->pack, SET_COMPANY_FORMS, id)) return true;
  return known_word_flags(&in->scratch->known, fold, word->fold_length) & TERM_COMPANY;
}

/* Mail to "Blue Heron Careers" or to "Blue Heron Ltd" may greet whoever reads it. */
static bool is_office(const struct inspection *in, const struct text *name) {
  bool office = false, company = in->interviewer == NULL;
  for (size_t i = 0; i < name->words.count; i++)
    company = is_office_word(in, name, &name->words.items[i], &office) && company;
  return office || company;
}

/* Whether these words name the addressee: all of them, or two and no more than one besides. */
static bool is_addressee(const struct greeting_name *names, size_t count) {
  size_t agreeing = 0;
  for (size_t i = 0; i < count; i++) agreeing += names[i].agrees;
  return agreeing == count || (agreeing > 1 && agreeing + 1 == count);
}

/* Whether some person that the greeting names is the addressee. */
static bool greets_addressee(const struct greeting *greeting) {
  for (size_t first = 0; first < greeting->name_count;) {
    size_t next = first + 1;
    while (next < greeting->name_count && !greeting->names[next].another) next++;
    if (is_addressee(greeting->names + first, next - first)) return true;
    first = next;
  }
  return false;
}

static struct report_line name_line(const struct inspection *in, const struct greeting *greeting,
                                    const struct model_text *name) {
  const struct text_word *words = in->body->words.items;
  struct report_line line = {.part = FOLLOWUP_PART_BODY,
                             .index = FOLLOWUP_NOWHERE,
                             .source = in->body->bytes,
                             .source_length = in->body->length,
                             .start = words[greeting->names[0].word].start,
                             .end = words[greeting->names[greeting->name_count - 1].word].end};
  line.arguments[0].text = name->bytes;
  line.arguments[0].length = name->length;
  /* "Hi Tom,": two words at the most, so that no title and no second person stands beside the name. */
  size_t greeted = 0;
  for (size_t i = 0; i < in->body->words.count && words[i].start < greeting->zone->end; i++) greeted++;
  if (greeting->name_count == 1 && greeted <= 2) line.number = GREETS_ONE_NAME;
  return line;
}

bool judge_wrong_name(struct inspection *in, const struct rule_row *row) {
  const struct model_text *name = addressee_name(in);
  if (name == NULL) return true;
  const struct greeting *greeting = read_greeting(in);
  if (greeting == NULL) return false;
  if (greeting->name_count == 0 || greets_addressee(greeting)) return true;
  struct text *read = &in->scratch->note;
  if (!read_line(in, name, read)) return false;
  if (is_office(in, read)) return true;
  struct report_line line = name_line(in, greeting, name);
  return report_line_add(in, row, &line);
}

/* impersonal-greeting, unknown-recipient */

bool judge_impersonal_greeting(struct inspection *in, const struct rule_row *row) {
  const struct greeting *greeting = read_greeting(in);
  if (greeting == NULL) return false;
  if (greeting->zone == NULL || greeting->name_count > 0) return true;
  return report_body(in, row, greeting->zone->start, greeting->zone->end);
}

/* Whether somebody of the panel bears the name, written on another keyboard: Wojcik is Wójcik. */
static bool sat_on_panel(struct inspection *in, const followup_interview *interview, const struct text *name,
                         bool *good) {
  enum { NAME_WORDS = 12 };
  size_t words[NAME_WORDS], count = 0;
  for (; count < name->words.count && count < NAME_WORDS; count++) words[count] = count;
  struct text *read = &in->scratch->note;
  for (size_t i = 0; i < interview->panel.count; i++) {
    const struct model_text *one = &interview->panel.items[i]->name;
    if (!read_line(in, one, read)) return *good = false;
    if (count > 1 && name_covers(in->pack, read, name, words, count)) return true;
  }
  return false;
}

static bool is_known_by_name(struct inspection *in, bool *good) {
  const struct model_text *name = &in->addressee->name;
  struct text *read = &in->scratch->name;
  if (in->interview == NULL || model_text_is_empty(name)) return false;
  if (!read_line(in, name, read)) return *good = false;
  return sat_on_panel(in, in->interview, read, good);
}

bool judge_unknown_recipient(struct inspection *in, const struct rule_row *row) {
  if (in->message == NULL || in->addressee == NULL || in->interviewer != NULL || !case_has_panel(in->of)) return true;
  bool good = true;
  if (is_known_by_name(in, &good) || !good) return good;
  struct report_line line = {.part = FOLLOWUP_PART_TO, .index = 0};
  line.arguments[0].text = model_text_bytes(&in->addressee->whole);
  line.arguments[0].length = in->addressee->whole.length;
  return report_line_add(in, row, &line);
}
