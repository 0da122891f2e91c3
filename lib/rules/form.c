/* How a message is written: length, frame, placeholders, shouting, slang. */
#include <string.h>

#include "pack_en.h"
#include "rules/content.h"
#include "rules/inspection.h"
#include "text/eight.h"

/* Length */

static bool report_count(struct inspection *in, const struct rule_row *row, int limit) {
  char text[16];
  int length = 0;
  for (int rest = limit; rest > 0; rest /= 10) length++;
  for (int i = length, rest = limit; i > 0; rest /= 10) text[--i] = (char)('0' + rest % 10);
  struct report_line line = {
      .part = FOLLOWUP_PART_BODY, .index = FOLLOWUP_NOWHERE, .number = (int)in->body->sentences.count};
  line.arguments[0].text = text;
  line.arguments[0].length = (size_t)length;
  return report_line_add(in, row, &line);
}

bool judge_too_short(struct inspection *in, const struct rule_row *row) {
  int least = in->policy->sentences[in->kind].least;
  return in->body->sentences.count >= (size_t)least ? true : report_count(in, row, least);
}

bool judge_too_long(struct inspection *in, const struct rule_row *row) {
  int most = in->policy->sentences[in->kind].most;
  return in->body->sentences.count <= (size_t)most ? true : report_count(in, row, most);
}

/* Placeholders */

/* A company may be called as fields are: what is a whole word of a name or the role in this case was not left in. */
static bool is_word_of_case(const struct read_part *part, size_t start, size_t end) {
  size_t low = 0, high = part->scan.terms.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const struct term *term = &part->scan.terms.items[middle];
    const struct text_word *word = &part->text.words.items[term->word];
    if (word->start == start)
      return word->end == end && (term->flags & (TERM_COMPANY | TERM_ROLE | TERM_NAME | TERM_OTHER_COMPANY));
    if (word->start < start)
      low = middle + 1;
    else
      high = middle;
  }
  return false;
}

static bool report_shapes(struct inspection *in, const struct rule_row *row, const struct read_part *part, size_t from,
                          size_t to, bool subject) {
  const followup_scratch *scratch = in->scratch;
  const struct text *text = &part->text;
  while (from < to) {
    size_t start, end;
    followup_status status =
        shape_find(scratch->linter->shapes, scratch->shapes, text->bytes, text->length, from, to, &start, &end);
    if (!goes_on(in, status)) return false;
    if (start == to) return true;
    from = end;
    if (is_word_of_case(part, start, end)) continue;
    if (!(subject ? report_subject(in, row, start, end) : report_body(in, row, start, end))) return false;
  }
  return true;
}

/* "John Doe", where that is somebody's name; "Acme Inc", where that is a company of the case. */
static bool is_of_case(const struct inspection *in, const struct phrase_scan *scan, const struct phrase_hit *hit) {
  bool named = false;
  for (size_t i = hit->first_term; i <= hit->last_term; i++) {
    const struct term *term = &scan->terms.items[i];
    if (term->flags & (TERM_COMPANY | TERM_ROLE | TERM_NAME | TERM_OTHER_COMPANY))
      named = true;
    else if (term->id == 0 || !pack_set_holds(in->pack, SET_COMPANY_FORMS, term->id))
      return false;
  }
  return named;
}

static bool report_field_words(struct inspection *in, const struct rule_row *row, const struct phrase_scan *scan) {
  bool subject = scan == in->subject_scan, good = true;
  size_t count;
  const struct phrase_hit *hits = phrase_hits(scan, LIST_PLACEHOLDER, &count);
  for (size_t i = 0; good && i < count; i++) {
    if (is_of_case(in, scan, &hits[i]) || (!subject && !hit_in_prose(in, &hits[i]))) continue;
    good = subject ? report_subject(in, row, hits[i].start, hits[i].end)
                   : report_body(in, row, hits[i].start, hits[i].end);
  }
  return good;
}

bool judge_placeholder(struct inspection *in, const struct rule_row *row) {
  if (!report_shapes(in, row, &in->scratch->subject, 0, in->subject->length, true)) return false;
  for (size_t i = 0; i < in->body->zones.count; i++) {
    const struct text_zone *zone = &in->body->zones.items[i];
    if (zone->kind != ZONE_QUOTED && !report_shapes(in, row, &in->scratch->body, zone->start, zone->end, false))
      return false;
  }
  return report_field_words(in, row, in->subject_scan) && report_field_words(in, row, in->body_scan);
}

/* Shouting */

enum { SHORTEST_STRANGER = 6 };

/* What the words of a run of capitals are: ordinary ones, and long ones that no acronym is. */
struct capitals {
  size_t words, ordinary, strangers;
};

static bool is_ordinary(const struct inspection *in, const struct text_word *word, uint16_t id) {
  if (id == 0) return false;
  if (pack_set_holds(in->pack, SET_SHOUTABLE, id)) return true;
  if (word->fold_length < 4) return false;
  return pack_set_holds(in->pack, SET_STOCK, id) || pack_set_holds(in->pack, SET_COMMON, id);
}

/* Names, the role and the company's products are written as they are written. */
static void count_capitals(const struct inspection *in, const struct text_word *word, const struct term *term,
                           struct capitals *capitals) {
  capitals->words++;
  if ((word->flags & (WORD_HAS_DIGIT | WORD_OF_LINK)) || (term->flags & (TERM_COMPANY | TERM_ROLE | TERM_NAME))) return;
  if (is_ordinary(in, word, term->id))
    capitals->ordinary++;
  else if (word->fold_length >= SHORTEST_STRANGER)
    capitals->strangers++;
}

/* "SO VERY", "MOST HEARTFELT"; not "VERY", "the NHS IT roadmap". */
static bool capitals_shout(const struct capitals *capitals) {
  if (capitals->words < 2 || capitals->ordinary == 0) return false;
  return capitals->ordinary + capitals->strangers >= 2;
}

static bool in_signature(const struct text *text, const struct text_word *word) {
  return text->zones.items[word->zone].kind == ZONE_SIGNATURE;
}

static bool in_capitals(const struct read_part *part, size_t at) {
  const struct text_word *word = &part->text.words.items[part->scan.terms.items[at].word];
  return (word->flags & WORD_ALL_UPPER) && !in_signature(&part->text, word);
}

/* I and A go on with a run of capitals between two others of it. */
static bool is_letter_between(const struct read_part *part, size_t at) {
  const struct term *terms = part->scan.terms.items;
  const struct text_word *word = &part->text.words.items[terms[at].word];
  if (word->end - word->start != 1 || !(word->flags & WORD_UPPER_FIRST)) return false;
  return at + 1 < part->scan.terms.count && !(terms[at + 1].flags & TERM_FIRST) && in_capitals(part, at + 1);
}

/* The term behind the run of capitals that begins at `first`. */
static size_t capitals_end(const struct read_part *part, size_t first) {
  size_t at = first;
  while (at < part->scan.terms.count) {
    if (at > first && (part->scan.terms.items[at].flags & TERM_FIRST)) break;
    if (!in_capitals(part, at) && (at == first || !is_letter_between(part, at))) break;
    at++;
  }
  return at;
}

static struct capitals weigh_capitals(const struct inspection *in, const struct read_part *part, size_t first,
                                      size_t end) {
  const struct term *terms = part->scan.terms.items;
  struct capitals capitals = {0};
  for (size_t i = first; i < end; i++)
    if (i == first || terms[i].word != terms[i - 1].word)
      count_capitals(in, &part->text.words.items[terms[i].word], &terms[i], &capitals);
  return capitals;
}

/* A run of words in capitals that shouts. */
static bool report_capitals(struct inspection *in, const struct rule_row *row, const struct read_part *part,
                            bool subject) {
  const struct term *terms = part->scan.terms.items;
  const struct text_word *words = part->text.words.items;
  if (!(part->text.some_flags & WORD_ALL_UPPER)) return true;
  for (size_t first = 0; first < part->scan.terms.count; first++) {
    size_t end = capitals_end(part, first);
    if (end == first) continue;
    struct capitals capitals = weigh_capitals(in, part, first, end);
    size_t from = words[terms[first].word].start, to = words[terms[end - 1].word].end;
    first = end - 1;
    if (!capitals_shout(&capitals)) continue;
    if (!(subject ? report_subject(in, row, from, to) : report_body(in, row, from, to))) return false;
  }
  return true;
}

static bool is_mark(char c) { return c == '!' || c == '?'; }

/* The first mark from `at` on, eight bytes looked at together. */
static size_t next_mark(const char *bytes, size_t at, size_t to) {
  while (to - at >= 8) {
    uint64_t eight = eight_at(bytes + at);
    if (eight_has(eight, '!') || eight_has(eight, '?')) break;
    at += 8;
  }
  while (at < to && !is_mark(bytes[at])) at++;
  return at;
}

struct marks {
  size_t allowed, exclamations;
  bool reported;
  bool too_many, in_subject; /* where the mark that was one too many stands */
  size_t place;
};

static void count_mark(struct marks *marks, size_t at, bool subject) {
  if (marks->exclamations++ != marks->allowed) return;
  marks->too_many = true;
  marks->in_subject = subject;
  marks->place = at;
}

/* A run of !!, ?? or ?!; a single mark is counted. */
static bool report_marks(struct inspection *in, const struct rule_row *row, const struct text *text, size_t from,
                         size_t to, bool subject, struct marks *marks) {
  for (size_t at = next_mark(text->bytes, from, to); at < to; at = next_mark(text->bytes, at, to)) {
    size_t start = at;
    for (; at < to && is_mark(text->bytes[at]); at++)
      if (text->bytes[at] == '!') count_mark(marks, at, subject);
    if (at - start < 2) continue;
    marks->reported = true;
    if (!(subject ? report_subject(in, row, start, at) : report_body(in, row, start, at))) return false;
  }
  return true;
}

static bool report_one_too_many(struct inspection *in, const struct rule_row *row, const struct marks *marks) {
  return marks->in_subject ? report_subject(in, row, marks->place, marks->place + 1)
                           : report_body(in, row, marks->place, marks->place + 1);
}

bool judge_shouting(struct inspection *in, const struct rule_row *row) {
  struct marks marks = {.allowed = (size_t)in->policy->numbers[FOLLOWUP_NUMBER_EXCLAMATION_MARKS]};
  if (!report_capitals(in, row, &in->scratch->subject, true)) return false;
  if (!report_capitals(in, row, &in->scratch->body, false)) return false;
  if (!report_marks(in, row, in->subject, 0, in->subject->length, true, &marks)) return false;
  for (size_t i = 0; i < in->body->zones.count; i++) {
    const struct text_zone *zone = &in->body->zones.items[i];
    if (zone->kind == ZONE_QUOTED) continue;
    if (!report_marks(in, row, in->body, zone->start, zone->end, false, &marks)) return false;
  }
  return marks.too_many && !marks.reported ? report_one_too_many(in, row, &marks) : true;
}

/* Slang counts in the greeting and the sign-off too; emoji everywhere. */
static bool report_slang(struct inspection *in, const struct rule_row *row, const struct read_part *part,
                         bool subject) {
  size_t count;
  const struct phrase_hit *hits = phrase_hits(&part->scan, row->list, &count);
  for (size_t i = 0; i < count; i++) {
    bool good = subject ? report_subject(in, row, hits[i].start, hits[i].end)
                        : report_body(in, row, hits[i].start, hits[i].end);
    if (!good) return false;
  }
  for (size_t i = 0; i < part->text.words.count && (part->text.some_flags & WORD_EMOJI); i++) {
    const struct text_word *word = &part->text.words.items[i];
    if (!(word->flags & WORD_EMOJI)) continue;
    if (!(subject ? report_subject(in, row, word->start, word->end) : report_body(in, row, word->start, word->end)))
      return false;
  }
  return true;
}

bool judge_too_casual(struct inspection *in, const struct rule_row *row) {
  return report_slang(in, row, &in->scratch->subject, true) && report_slang(in, row, &in->scratch->body, false);
}

/* The frame */

enum { WORDS_BEFORE_NAME = 6 };

static const struct text_word *word_of(const struct inspection *in, size_t term) {
  return &in->body->words.items[in->body_scan->terms.items[term].word];
}

/* Whether no word of the first sentence follows this term without a comma between. */
static bool pause_after(const struct inspection *in, size_t term) {
  if (term + 1 == in->body_scan->terms.count) return true;
  const struct text_word *next = word_of(in, term + 1);
  return next->sentence != 0 || (next->flags & WORD_COMMA_BEFORE);
}

/* A name between pauses, with or without a title: "how does it stand, Ms. Lee?" */
static bool is_addressed(const struct inspection *in, size_t term) {
  bool pause = word_of(in, term)->flags & WORD_COMMA_BEFORE;
  if (!pause && term > 0 && pack_set_holds(in->pack, SET_TITLES, in->body_scan->terms.items[term - 1].id))
    pause = word_of(in, term - 1)->flags & WORD_COMMA_BEFORE;
  return pause && pause_after(in, term);
}

/* "Good to meet you, Gail, …" greets by name in its first sentence: near its beginning, or between pauses. */
static bool first_sentence_greets(const struct inspection *in) {
  const struct phrase_scan *scan = in->body_scan;
  size_t before = 0;
  for (size_t i = 0; i < scan->terms.count; i++) {
    const struct text_word *word = word_of(in, i);
    if (word->sentence == NO_SENTENCE) continue;
    if (word->sentence != 0) return false;
    if (!(scan->terms.items[i].flags & TERM_NAME)) {
      before++;
      continue;
    }
    if (is_addressed(in, i) || (before <= WORDS_BEFORE_NAME && (word->flags & WORD_COMMA_BEFORE))) return true;
  }
  return false;
}

bool judge_no_greeting(struct inspection *in, const struct rule_row *row) {
  if (body_zone(in, ZONE_GREETING) != NULL || first_sentence_greets(in)) return true;
  return report_message(in, row);
}

bool judge_no_sign_off(struct inspection *in, const struct rule_row *row) {
  if (body_zone(in, ZONE_SIGN_OFF) != NULL || body_zone(in, ZONE_SIGNATURE) != NULL) return true;
  return report_message(in, row);
}

bool judge_no_subject(struct inspection *in, const struct rule_row *row) {
  if (in->message == NULL || in->subject->words.count > 0) return true;
  struct report_line line = {.part = FOLLOWUP_PART_SUBJECT, .index = FOLLOWUP_NOWHERE};
  return report_line_add(in, row, &line);
}
