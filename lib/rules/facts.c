/* What a message says that does not fit the case: another company, another day. */
#include <string.h>

#include "model/queries.h"
#include "pack_en.h"
#include "rules/content.h"
#include "rules/inspection.h"
#include "time/zone.h"

/* wrong-company */

/* Another company's name at this term: its first word, with the second where the first alone is an ordinary word. */
static size_t other_company(const struct read_part *part, size_t at) {
  const term_array *terms = &part->scan.terms;
  if (!(terms->items[at].flags & TERM_OTHER_COMPANY) || (terms->items[at].flags & TERM_COMPANY)) return 0;
  size_t length = 1;
  while (at + length < terms->count && (terms->items[at + length].flags & TERM_OTHER_REST)) length++;
  return length > 1 || terms->items[at].id == 0 ? length : 0;
}

static bool read_notes_of(struct inspection *in, const followup_interviewer *one) {
  followup_scratch *scratch = in->scratch;
  for (size_t i = 0; i < one->notes.count; i++) {
    const struct model_text *note = &one->notes.items[i];
    if (!read_line(in, note, &scratch->note)) return false;
    if (!known_words_add(scratch->context, &scratch->noted, in->pack, &scratch->note, SET_COMMON, TERM_NAME))
      return false;
  }
  return true;
}

/* Reads every note of the case, once for all its messages. */
static bool read_notes(struct inspection *in) {
  if (in->scratch->notes_are_read) return true;
  known_words_clear(&in->scratch->noted);
  for (size_t i = 0; i < in->of->interviews.count; i++) {
    const followup_interview *interview = in->of->interviews.items[i];
    for (size_t j = 0; j < interview->panel.count; j++)
      if (!read_notes_of(in, interview->panel.items[j])) return false;
  }
  known_words_sort(&in->scratch->noted);
  return in->scratch->notes_are_read = true;
}

/* Whether somebody on a panel spoke of it. */
static bool word_in_notes(struct inspection *in, const struct text_word *word, bool *good) {
  if (!read_notes(in)) return *good = false;
  return known_word_flags(&in->scratch->noted, in->body->folds.items + word->fold, word->fold_length) != 0;
}

/* A subject says what the message is about; in the body others may be spoken of, as long as they take nobody's place.
 */
static bool excused(const struct inspection *in, const struct read_part *part, size_t at) {
  const struct term *term = &part->scan.terms.items[at];
  if (term_covered(term, LIST_OTHER_COMPANY_JOINED)) return false;
  if (term_covered(term, LIST_OTHER_COMPANY_EXCUSED)) return true;
  return part == &in->scratch->body && !term_covered(term, LIST_OTHER_COMPANY_TAKEN);
}

static bool report_terms(struct inspection *in, const struct rule_row *row, const struct read_part *part, size_t first,
                         size_t last) {
  const struct text_word *words = part->text.words.items;
  size_t start = words[part->scan.terms.items[first].word].start, end = words[part->scan.terms.items[last].word].end;
  struct report_line line = {.part = part == &in->scratch->body ? FOLLOWUP_PART_BODY : FOLLOWUP_PART_SUBJECT,
                             .index = FOLLOWUP_NOWHERE,
                             .source = part->text.bytes,
                             .source_length = part->text.length,
                             .start = start,
                             .end = end};
  line.arguments[0].text = model_text_bytes(&in->of->company); /* without a case there is nothing to compare with */
  line.arguments[0].length = in->of->company.length;
  return report_line_add(in, row, &line);
}

static bool in_signature(const struct read_part *part, size_t at) {
  const struct text_word *word = &part->text.words.items[part->scan.terms.items[at].word];
  return part->text.zones.items[word->zone].kind == ZONE_SIGNATURE;
}

static bool report_others(struct inspection *in, const struct rule_row *row, const struct read_part *part) {
  if (!(part->scan.some_flags & TERM_OTHER_COMPANY)) return true;
  for (size_t at = 0; at < part->scan.terms.count;) {
    size_t length = other_company(part, at);
    if (length == 0 || in_signature(part, at) || excused(in, part, at)) {
      at += length > 0 ? length : 1;
      continue;
    }
    bool good = true;
    const struct text_word *word = &part->text.words.items[part->scan.terms.items[at].word];
    bool joined = term_covered(&part->scan.terms.items[at], LIST_OTHER_COMPANY_JOINED);
    bool discussed = part == &in->scratch->body && !joined && word_in_notes(in, word, &good);
    if (good && !discussed) good = report_terms(in, row, part, at, at + length - 1);
    if (!good) return false;
    if (!discussed) return true; /* one place is enough to see it */
    at += length;
  }
  return true;
}

/* The word that opens the company's name: "joining Fenwick's Halden team" means Halden Works. */
static bool begins_company(const struct inspection *in, const struct read_part *part, size_t at) {
  const struct text_word *word = &part->text.words.items[part->scan.terms.items[at].word];
  size_t length = word->end - word->start;
  if (word->flags & WORD_POSSESSIVE) length -= 2;
  return length <= in->of->company.length && memcmp(in->of->company.bytes, part->text.bytes + word->start, length) == 0;
}

/* HW for Halden Works. */
static bool is_initials(const struct inspection *in, const struct text_word *word, const struct text *text) {
  const char *company = model_text_bytes(&in->of->company);
  size_t at = word->start;
  bool begins = true;
  for (; *company != '\0'; company++) {
    if (begins && *company >= 'A' && *company <= 'Z' && at < word->end && text->bytes[at] == *company) at++;
    begins = *company == ' ' || *company == '-' || *company == '&';
  }
  return at == word->end;
}

/* A capitalised name of unknown meaning where the company's name belongs: neither person, place nor day. */
static bool is_strange(const struct inspection *in, const struct read_part *part, size_t at) {
  const struct term *term = &part->scan.terms.items[at];
  const struct text_word *word = &part->text.words.items[term->word];
  if (!(term->flags & TERM_CAPITAL) || (term->flags & (TERM_COMPANY | TERM_ROLE | TERM_NAME | TERM_OTHER_COMPANY)))
    return false;
  if (word->flags & (WORD_HAS_DIGIT | WORD_OF_LINK)) return false;
  if (term->id != 0 && (pack_calendar(in->pack, term->id) != NULL || pack_set_holds(in->pack, SET_PLACES, term->id)))
    return false;
  return !is_initials(in, word, &part->text);
}

static bool report_strange(struct inspection *in, const struct rule_row *row, const struct read_part *part) {
  size_t count;
  const struct phrase_hit *hits = phrase_hits(&part->scan, LIST_COMPANY_SLOT, &count);
  for (size_t i = 0; i < count; i++) {
    size_t last = hits[i].last_term, first = last;
    if (!is_strange(in, part, last)) continue;
    const struct text_word *word = &part->text.words.items[part->scan.terms.items[last].word];
    bool good = true;
    if (word_in_notes(in, word, &good)) continue;
    if (!good) return false;
    bool of_company = false; /* "joining Fenwick Halden": the next words are the company's own */
    while (last + 1 < part->scan.terms.count && !(part->scan.terms.items[last].flags & TERM_LAST) &&
           (part->scan.terms.items[last + 1].flags & TERM_CAPITAL)) {
      last++;
      of_company = of_company || (part->scan.terms.items[last].flags & TERM_NAME) || begins_company(in, part, last);
    }
    if (of_company) continue;
    return report_terms(in, row, part, first, last);
  }
  return true;
}

bool judge_wrong_company(struct inspection *in, const struct rule_row *row) {
  if (in->of == NULL || model_text_is_empty(&in->of->company)) return true;
  size_t before = in->scratch->findings.count;
  if (!report_others(in, row, &in->scratch->subject) || !report_others(in, row, &in->scratch->body)) return false;
  if (in->scratch->findings.count > before) return true;
  return report_strange(in, row, &in->scratch->body);
}

/* wrong-date */

enum day_form { DAY_WEEKDAY, DAY_OF_MONTH, DAY_DATE, DAY_AGO };

struct day_mention {
  enum day_form form;
  int weekday, month, day, ago;
  size_t first, last; /* terms */
};

/* 1st, 2nd, 3rd, 4th; not 3pm or 30ft. */
static bool is_ordinal_ending(const char *bytes, size_t length) {
  static const char *const endings[] = {"st", "nd", "rd", "th"};
  for (size_t i = 0; length == 2 && i < sizeof endings / sizeof endings[0]; i++)
    if (memcmp(bytes, endings[i], 2) == 0) return true;
  return false;
}

static int number_at(const struct read_part *part, size_t at) {
  const struct text_word *word = &part->text.words.items[part->scan.terms.items[at].word];
  int value = 0;
  size_t i = word->start;
  for (; i < word->end && part->text.bytes[i] >= '0' && part->text.bytes[i] <= '9' && value < 100; i++)
    value = value * 10 + (part->text.bytes[i] - '0');
  if (i == word->start) return 0;
  return (i == word->end || is_ordinal_ending(part->text.bytes + i, word->end - i)) && value >= 1 && value <= 31 ? value
                                                                                                                 : 0;
}

static bool is_ordinal(const struct read_part *part, size_t at) {
  const struct text_word *word = &part->text.words.items[part->scan.terms.items[at].word];
  return !(word->flags & WORD_DIGITS) && number_at(part, at) > 0;
}

static const struct pack_calendar_word *calendar_at(const struct inspection *in, const struct read_part *part,
                                                    size_t at, size_t end) {
  return at < end ? pack_calendar(in->pack, part->scan.terms.items[at].id) : NULL;
}

static bool is_month(const struct pack_calendar_word *word) { return word != NULL && word->kind == CALENDAR_MONTH; }

/* "the 2nd floor": the ordinal belongs to the word behind it. */
static bool counts_something(const struct inspection *in, const struct read_part *part, size_t at) {
  const struct term *terms = part->scan.terms.items;
  if (at + 1 >= part->scan.terms.count || (terms[at + 1].flags & (TERM_FIRST | TERM_BREAK_BEFORE))) return false;
  if (part->text.words.items[terms[at + 1].word].flags & WORD_COMMA_BEFORE) return false;
  return terms[at + 1].id == 0 || !pack_set_holds(in->pack, SET_COMMON, terms[at + 1].id);
}

/* "March 5", "5 March", "5th of March", "the 5th". */
static bool read_date(const struct inspection *in, const struct read_part *part, size_t at, size_t end,
                      struct day_mention *mention) {
  const struct pack_calendar_word *here = calendar_at(in, part, at, end);
  int day = number_at(part, at);
  size_t next = at + 1;
  if (is_month(here) && next < end && number_at(part, next) > 0) {
    *mention = (struct day_mention){DAY_DATE, 0, here->value, number_at(part, next), 0, at, next};
    return true;
  }
  if (day == 0) return false;
  if (next < end && !is_month(calendar_at(in, part, next, end))) next++; /* of */
  if (is_month(calendar_at(in, part, next, end))) {
    *mention = (struct day_mention){DAY_DATE, 0, calendar_at(in, part, next, end)->value, day, 0, at, next};
    return true;
  }
  if (!is_ordinal(part, at) || counts_something(in, part, at)) return false;
  *mention = (struct day_mention){DAY_OF_MONTH, 0, 0, day, 0, at, at};
  return true;
}

/* "this morning": today, in two words. */
static bool is_part_of_today(const struct inspection *in, const struct read_part *part, size_t at, size_t end) {
  if (at + 1 > end - 1) return false;
  uint16_t id = part->scan.terms.items[at].id, next = part->scan.terms.items[at + 1].id;
  return id != 0 && next != 0 && pack_set_holds(in->pack, SET_THIS, id) &&
         pack_set_holds(in->pack, SET_DAY_PARTS, next);
}

static bool read_day(const struct inspection *in, const struct read_part *part, size_t at, size_t end,
                     struct day_mention *mention) {
  if (read_date(in, part, at, end, mention)) return true;
  if (is_part_of_today(in, part, at, end)) {
    *mention = (struct day_mention){DAY_AGO, 0, 0, 0, 0, at, at + 1};
    return true;
  }
  const struct pack_calendar_word *here = calendar_at(in, part, at, end);
  if (here == NULL || here->kind == CALENDAR_MONTH) return false;
  bool weekday = here->kind == CALENDAR_WEEKDAY;
  *mention = (struct day_mention){
      weekday ? DAY_WEEKDAY : DAY_AGO, weekday ? here->value : 0, 0, 0, weekday ? 0 : here->value, at, at};
  return true;
}

/* Whether so many days ago, seen from the day the message was sent, something of the case happened. */
static bool fits_days_ago(const struct inspection *in, const struct case_days *days, int ago) {
  const struct time_zone *zone = in->interview != NULL ? interview_zone(in->interview) : NULL;
  if (zone == NULL) zone = case_zone(in->of);
  if (zone == NULL) return true;
  struct civil_time sent = time_zone_local(zone, in->at);
  return case_days_hold(days, civil_to_days(sent.year, sent.month, sent.day) - ago);
}

/* Whether the day is that of an interview, or of an event, a call among them. */
static bool day_fits_case(const struct inspection *in, const struct day_mention *mention) {
  const struct case_days *days = &in->scratch->days;
  if (!days->interviews) return true;
  switch (mention->form) {
    case DAY_WEEKDAY: return days->weekdays >> mention->weekday & 1;
    case DAY_OF_MONTH: return days->month_days >> mention->day & 1;
    case DAY_DATE: return days->dates[mention->month] >> mention->day & 1;
    case DAY_AGO: return fits_days_ago(in, days, mention->ago);
  }
  return true;
}

enum { DAY_REACH = 4 };

/* "The tour to Oaxaca on 3 November": a date that somebody on a panel named is one that was talked about. */
static bool date_in_notes(struct inspection *in, const struct read_part *part, const struct day_mention *mention,
                          bool *good) {
  if (mention->form != DAY_DATE || part != &in->scratch->body) return false;
  const struct text_word *words = part->text.words.items;
  const struct term *terms = part->scan.terms.items;
  return word_in_notes(in, &words[terms[mention->first].word], good) && *good &&
         word_in_notes(in, &words[terms[mention->last].word], good);
}

/* The days named in or right behind words about the conversation. */
static bool report_days(struct inspection *in, const struct rule_row *row, const struct read_part *part) {
  size_t count;
  const struct phrase_hit *hits = phrase_hits(&part->scan, LIST_CONVERSATION_DAY, &count);
  size_t done = 0;
  for (size_t i = 0; i < count; i++) {
    size_t end = hits[i].last_term;
    for (int more = 0; more < DAY_REACH && !(part->scan.terms.items[end].flags & TERM_LAST); more++) end++;
    for (size_t at = hits[i].first_term < done ? done : hits[i].first_term; at <= hits[i].last_term; at++) {
      struct day_mention mention;
      if (!read_day(in, part, at, end + 1, &mention)) continue;
      bool good = true;
      if (!day_fits_case(in, &mention) && !date_in_notes(in, part, &mention, &good))
        good = good && report_terms(in, row, part, mention.first, mention.last);
      if (!good) return false;
      at = mention.last;
      done = at + 1;
    }
  }
  return true;
}

bool judge_wrong_date(struct inspection *in, const struct rule_row *row) {
  if (in->of == NULL || in->at == FOLLOWUP_NO_TIME) return true;
  followup_scratch *scratch = in->scratch;
  if (!scratch->days_are_read && !case_days_read(scratch->context, &scratch->days, in->of)) return false;
  scratch->days_are_read = true;
  return report_days(in, row, &in->scratch->subject) && report_days(in, row, &in->scratch->body);
}
