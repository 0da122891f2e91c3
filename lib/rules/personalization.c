/* Whether a note was written for its reader: something of the conversation in it, and something of the reader's own. */
#include "rules/personalization.h"

#include "pack_en.h"
#include "rules/content.h"
#include "rules/inspection.h"

/* What makes a sentence specific: one rare word, or two homely ones, or one that is told back as something heard. */
enum { POINTS_OF_A_DETAIL = 4, POINTS_OF_A_SIGN = 2, POINTS_OF_A_THING = 3 };

/* Among more sentences some word is always out of the ordinary: it wants another beside it, or a sign. */
enum { SHORT_NOTE = 2, FEWEST_WORDS = 4, POINTS_AMONG_MORE = 5 };

/* Details without notes */

enum { LISTS_ASKED = 4 }; /* of has_detail() */

/* Words that tell something, each once; points enough make a detail before the room ends. */
struct telling_words {
  const struct text_word *words[POINTS_AMONG_MORE];
  size_t count;
};

static bool is_told_already(const struct text *text, const struct telling_words *told, const struct text_word *word) {
  for (size_t i = 0; i < told->count; i++)
    if (word_is_same(text, told->words[i], word)) return true;
  return false;
}

struct sentence_points {
  struct body_stretch stretch;
  struct telling_words told;
  unsigned points;
  bool has_little; /* one such word is as good as many */
  bool is_doubted; /* votes hear nothing of a talk in it */
};

static void add_term(const struct inspection *in, struct sentence_points *sentence, size_t term) {
  const struct text_word *word = &in->body->words.items[in->body_scan->terms.items[term].word];
  if (in->body_scan->terms.items[term].vetoed >> LIST_POINTS_MADE & 1) sentence->is_doubted = true;
  unsigned tells = in->scratch->telling.terms.items[term];
  if (tells == TELLS_NOTHING) return;
  uint32_t at = in->body_scan->terms.items[term].word;
  if (sentence->told.count == 0) sentence->stretch.first_word = at;
  sentence->stretch.last_word = at;
  if (sentence->points >= POINTS_AMONG_MORE || is_told_already(in->body, &sentence->told, word)) return;
  if (tells == TELLS_LITTLE && sentence->has_little) return;
  sentence->has_little = sentence->has_little || tells == TELLS_LITTLE;
  sentence->told.words[sentence->told.count++] = word;
  sentence->points += tells;
}

/* The hits of a list that stand in a sentence; `*next` goes along the list. */
static const struct phrase_hit *hit_in_sentence(const struct inspection *in, uint16_t list, uint32_t sentence,
                                                size_t *next) {
  size_t count;
  const struct phrase_hit *hits = phrase_hits(in->body_scan, list, &count), *found = NULL;
  for (; *next < count; ++*next) {
    uint32_t of = in->body->words.items[in->body_scan->terms.items[hits[*next].first_term].word].sentence;
    if (of != NO_SENTENCE && of > sentence) break;
    if (of == sentence && found == NULL) found = &hits[*next];
  }
  return found;
}

static bool keep_detail(struct inspection *in, const struct body_stretch *stretch) {
  body_stretches *details = &in->scratch->details;
  if (!array_reserve(in->scratch->context, details, 1)) return false;
  details->items[details->count++] = *stretch;
  return true;
}

/* A point of the reader's own told back, or words enough that tell something. */
static bool has_detail(const struct inspection *in, struct sentence_points *sentence, uint32_t number, unsigned wanted,
                       size_t *next) {
  const struct term *terms = in->body_scan->terms.items;
  const struct phrase_hit *point = hit_in_sentence(in, LIST_POINTS_MADE, number, &next[0]);
  const struct phrase_hit *sign = hit_in_sentence(in, LIST_SIGNS_OF_TALK, number, &next[1]);
  if (point != NULL) {
    sentence->stretch = (struct body_stretch){terms[point->first_term].word, terms[point->last_term].word};
    return true;
  }
  const struct phrase_hit *thing = hit_in_sentence(in, LIST_THINGS_RETOLD, number, &next[2]);
  if (hit_in_sentence(in, LIST_OF_ONESELF, number, &next[3]) != NULL || sentence->is_doubted) return false;
  if (thing != NULL && sentence->points >= TELLS_HOMELY)
    sentence->points += POINTS_OF_A_THING;
  else if ((thing != NULL || sign != NULL) && sentence->points > TELLS_NOTHING)
    sentence->points += POINTS_OF_A_SIGN;
  return sentence->points >= wanted;
}

static unsigned points_wanted(const struct text *body) {
  size_t sentences = 0;
  for (size_t i = 0; i < body->sentences.count && sentences <= SHORT_NOTE; i++)
    sentences += body->sentences.items[i].word_count >= FEWEST_WORDS;
  return sentences > SHORT_NOTE ? POINTS_AMONG_MORE : POINTS_OF_A_DETAIL;
}

bool find_details(struct inspection *in, size_t most) {
  const term_array *terms = &in->body_scan->terms;
  size_t next[LISTS_ASKED] = {0};
  unsigned wanted = points_wanted(in->body);
  in->scratch->details.count = 0;
  for (size_t i = 0; i < terms->count && in->scratch->details.count < most;) {
    if (!telling_read_to(in, i)) return false;
    uint32_t number = in->body->words.items[terms->items[i].word].sentence;
    struct sentence_points sentence = {.points = 0};
    for (; i < terms->count && in->body->words.items[terms->items[i].word].sentence == number; i++)
      if (number != NO_SENTENCE) add_term(in, &sentence, i);
    if (number == NO_SENTENCE || !has_detail(in, &sentence, number, wanted, next)) continue;
    if (!keep_detail(in, &sentence.stretch)) return false;
  }
  return true;
}

/* Notes */

followup_status add_notes_of(struct inspection *in, const followup_interviewer *person) {
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; status == FOLLOWUP_OK && i < person->notes.count; i++)
    status = note_table_add(in, &in->scratch->notes, &person->notes.items[i], person, i);
  return status;
}

bool match_notes(struct inspection *in) {
  struct note_table *table = &in->scratch->notes;
  if (!table->is_read) {
    note_table_clear(table);
    for (size_t i = 0; i < in->of->interviews.count; i++) {
      const followup_interview *interview = in->of->interviews.items[i];
      for (size_t j = 0; j < interview->panel.count; j++)
        if (add_notes_of(in, interview->panel.items[j]) != FOLLOWUP_OK) return false;
    }
    note_table_sort(table);
  }
  return note_table_match(in, table);
}

size_t count_matches_of(const struct inspection *in, const followup_interviewer *interviewer) {
  const struct note_table *table = &in->scratch->notes;
  size_t count = 0;
  for (size_t i = 0; i < table->matches.count; i++)
    count += table->notes.items[table->matches.items[i].note].of == interviewer &&
             note_match_is_taken_up(&table->matches.items[i]);
  return count;
}

/* Whether a match is with a note of that person, in whatever interview it was taken. */
static bool match_is_of(const struct inspection *in, const struct note_match *match,
                        const followup_interviewer *person) {
  const followup_interviewer *of = in->scratch->notes.notes.items[match->note].of;
  if (of == person) return true;
  struct mailbox one = {.name = of->name, .address = of->email},
                 other = {.name = person->name, .address = person->email};
  return mailbox_same(&one, &other);
}

/* The strongest match among the notes of a person, or of the others on the same panel; NULL where there is none. */
static const struct note_match *best_match(const struct inspection *in, const followup_interviewer *person, bool own) {
  const struct note_table *table = &in->scratch->notes;
  const struct note_match *best = NULL;
  for (size_t i = 0; i < table->matches.count; i++) {
    const struct note_match *match = &table->matches.items[i];
    if (best != NULL && match->points <= best->points) continue;
    bool same_panel = table->notes.items[match->note].of->interview == person->interview;
    if (match_is_of(in, match, person) == own && (own || same_panel)) best = match;
  }
  return best;
}

static bool is_taken_up(const struct note_match *match) { return match != NULL && note_match_is_taken_up(match); }

/* A little less is enough where nothing else is said. */
enum { POINTS_NEARLY = 3 };

static bool is_nearly_taken_up(const struct note_match *match) {
  return is_taken_up(match) || (match != NULL && match->tells && match->points >= POINTS_NEARLY);
}

/* A word or two in common with the addressee's own notes may be chance, beside so many times more. */
enum { CLEARLY_MORE = 2 };

/* What only another interviewer said, where nothing of the addressee's own is taken up; NULL where nothing is borrowed.
 */
static const struct note_match *borrowed(const struct inspection *in) {
  const followup_interviewer *person = in->interviewer;
  const struct note_match *own = best_match(in, person, true), *match = best_match(in, person, false);
  if (own == NULL && is_nearly_taken_up(match)) return match;
  if (!is_taken_up(match) || is_taken_up(own)) return NULL;
  return own == NULL || (own->points + own->stock) * CLEARLY_MORE <= match->points ? match : NULL;
}

/* The rules */

bool judge_not_personalized(struct inspection *in, const struct rule_row *row) {
  if (!find_details(in, 1)) return false;
  if (in->scratch->details.count > 0) return true;
  if (in->interviewer == NULL) return report_message(in, row);
  if (!match_notes(in)) return false;
  if (is_nearly_taken_up(best_match(in, in->interviewer, true))) return true;
  return is_nearly_taken_up(best_match(in, in->interviewer, false)) || report_message(in, row);
}

static bool others_have_notes(const followup_interviewer *person) {
  const followup_interview *interview = person->interview;
  for (size_t i = 0; i < interview->panel.count; i++)
    if (interview->panel.items[i] != person && interview->panel.items[i]->notes.count > 0) return true;
  return false;
}

bool judge_borrowed_detail(struct inspection *in, const struct rule_row *row) {
  if (in->interviewer == NULL || in->interviewer->notes.count == 0 || !others_have_notes(in->interviewer)) return true;
  if (!match_notes(in)) return false;
  const struct note_match *match = borrowed(in);
  if (match == NULL) return true;
  const struct text_word *words = in->body->words.items;
  const followup_interviewer *other = in->scratch->notes.notes.items[match->note].of;
  struct report_line line = {.part = FOLLOWUP_PART_BODY,
                             .index = FOLLOWUP_NOWHERE,
                             .source = in->body->bytes,
                             .source_length = in->body->length,
                             .start = words[match->first_word].start,
                             .end = words[match->last_word].end};
  line.arguments[0].text = model_text_bytes(&other->name);
  line.arguments[0].length = other->name.length;
  return report_line_add(in, row, &line);
}
