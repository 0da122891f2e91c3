#include "rules/case_facts.h"

#include <string.h>

#include "pack_en.h"
#include "rules/deadlines.h"
#include "text/name_order.h"

struct fact {
  const char *text;
  size_t length;
};

static struct fact whole(const struct model_text *text) { return (struct fact){model_text_bytes(text), text->length}; }

/* "Torres, Ana" is greeted as Ana Torres; a name that is too long for that stays as it is. */
static struct fact in_order(const struct model_text *name, char room[FACT_BYTES]) {
  size_t length = name->length < FACT_BYTES ? name_in_order(model_text_bytes(name), name->length, room) : 0;
  return length > 0 ? (struct fact){room, length} : whole(name);
}

static struct fact addressee(const struct inspection *in, char room[FACT_BYTES]) {
  if (in->interviewer != NULL) return in_order(&in->interviewer->name, room);
  return in->addressee != NULL ? in_order(&in->addressee->name, room) : (struct fact){"", 0};
}

/* The day of the conversation that the message is about: "Thursday 5 March". */
static struct fact day(const struct inspection *in, char room[FACT_BYTES]) {
  if (in->interview == NULL || in->interview->start == FOLLOWUP_NO_TIME || in->interview->start > in->at)
    return (struct fact){"", 0};
  say_instant(zone_of_interview(in->interview), in->interview->start, room);
  return (struct fact){room, (size_t)(strstr(room, " at ") - room)};
}

static struct fact note(const struct inspection *in) {
  if (in->interviewer == NULL || in->interviewer->notes.count == 0) return (struct fact){"", 0};
  return whole(&in->interviewer->notes.items[0]);
}

/* Until when the employer asked for patience. */
static bool limit(struct inspection *in, char room[FACT_BYTES], struct fact *fact) {
  struct status_window window;
  if (in->at == FOLLOWUP_NO_TIME) return true;
  if (!goes_on(in, find_promised_window(&in->scratch->history, in->policy, in->at, &in->scratch->window, &window)))
    return false;
  if (window.interview == NULL || window.source == WINDOW_DEFAULT || window.source == WINDOW_NOT_BEFORE) return true;
  say_limit(window.zone, window.opens, room);
  *fact = (struct fact){room, strlen(room)};
  return true;
}

static bool tell(struct inspection *in, int kind, char room[FACT_BYTES], struct fact *fact) {
  switch (kind) {
    case FACT_ADDRESSEE: *fact = addressee(in, room); break;
    case FACT_ROLE: *fact = whole(&in->of->role); break;
    case FACT_CANDIDATE: *fact = whole(&in->of->candidate.name); break;
    case FACT_DAY: *fact = day(in, room); break;
    case FACT_NOTE: *fact = note(in); break;
    case FACT_LIMIT: return limit(in, room, fact);
    default: break;
  }
  return true;
}

bool add_case_facts(struct inspection *in, const struct rule_row *row, struct report_line *line,
                    struct case_facts *room) {
  const unsigned char *kinds = pack_en_wording(row->rule).facts;
  for (int i = 0; in->of != NULL && i < FINDING_ARGUMENTS; i++) {
    if (kinds[i] == FACT_NONE) continue;
    struct fact fact = {"", 0};
    if (!tell(in, kinds[i], room->text[i], &fact)) return false;
    line->arguments[i].text = fact.text;
    line->arguments[i].length = fact.length;
  }
  return true;
}
