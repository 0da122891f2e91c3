/* Whether a note was written for its reader: something of the conversation in it. */
#include <string.h>

#include "pack_en.h"
#include "rules/content.h"
#include "rules/inspection.h"

/* What a word tells of the conversation; two homely words tell as much as a concrete one. */
enum { STOCK = 0, HOMELY = 1, CONCRETE = 2 };

/* What makes a note personal. In a longer one some word is always out of the ordinary. */
enum { ENOUGH = 2, SHORT_NOTE = 2 };

/* Words in a row that a note and a body share by more than chance. */
enum { RUN = 4 };

enum { LONGEST_ENDING = 5 };

static bool holds(const struct inspection *in, uint32_t set, uint16_t id) {
  return id != 0 && pack_set_holds(in->pack, set, id);
}

/* "magnanimity", "refreshingly": a word that the pack does not have, told by its ending. */
static bool is_abstract(const struct inspection *in, const char *fold, size_t length) {
  for (size_t ending = 2; ending <= LONGEST_ENDING && ending + 2 < length; ending++)
    if (holds(in, SET_ABSTRACT_ENDINGS, pack_find_word(in->pack, fold + length - ending, ending))) return true;
  return false;
}

static unsigned weight_of(const struct inspection *in, uint16_t id, const struct text *read,
                          const struct text_word *word) {
  const char *fold = read->folds.items + word->fold;
  if (word->fold_length < 3 || holds(in, SET_COMMON, id) || holds(in, SET_STOCK, id)) return STOCK;
  return holds(in, SET_HOMELY, id) || is_abstract(in, fold, word->fold_length) ? HOMELY : CONCRETE;
}

/* "the head brewer position": the words before say which job, not what was talked about. */
static bool names_the_job(const struct inspection *in, size_t at) {
  const term_array *terms = &in->body_scan->terms;
  for (size_t next = at + 1; next < terms->count && next <= at + 2; next++) {
    const struct term *term = &terms->items[next];
    if ((term->flags & TERM_FIRST) || (in->body->words.items[term->word].flags & WORD_COMMA_BEFORE)) return false;
    if (holds(in, SET_JOB_NOUNS, term->id)) return true;
    if (holds(in, SET_COMMON, term->id)) return false;
  }
  return false;
}

/* Words of the greeting and of what stands under the text; more than these no reader takes for names. */
enum { FRAME_WORDS = 64 };

struct frame {
  const struct text_word *words[FRAME_WORDS];
  size_t count;
};

static struct frame read_frame(const struct text *body) {
  struct frame frame = {.count = 0};
  for (size_t i = 0; i < body->words.count && frame.count < FRAME_WORDS; i++) {
    const struct text_word *word = &body->words.items[i];
    if (word->sentence == NO_SENTENCE && (word->flags & WORD_UPPER_FIRST)) frame.words[frame.count++] = word;
  }
  return frame;
}

/* A name that stands in the greeting or under the text as well. */
static bool names_somebody(const struct inspection *in, const struct frame *frame, const struct text_word *word) {
  const char *folds = in->body->folds.items;
  if (!(word->flags & WORD_UPPER_FIRST)) return false;
  for (size_t i = 0; i < frame->count; i++) {
    const struct text_word *other = frame->words[i];
    if (other->fold_length == word->fold_length &&
        memcmp(folds + other->fold, folds + word->fold, word->fold_length) == 0)
      return true;
  }
  return false;
}

static unsigned weight_of_term(const struct inspection *in, const struct frame *frame, size_t at) {
  const struct term *term = &in->body_scan->terms.items[at];
  const struct text_word *word = &in->body->words.items[term->word];
  if (term->flags & (TERM_COMPANY | TERM_ROLE | TERM_NAME)) return STOCK;
  if (word->flags & (WORD_DIGITS | WORD_OF_LINK | WORD_EMOJI)) return STOCK;
  unsigned weight = weight_of(in, term->id, in->body, word);
  if (weight == STOCK || names_the_job(in, at) || names_somebody(in, frame, word)) return STOCK;
  return term_covered(term, LIST_EMPTY_PHRASES) ? STOCK : weight;
}

/*
 * The sentence that begins at a term argues the candidate's merits and does not speak to the reader: nothing of it was
 * said there.
 */
static bool is_about_oneself(const struct inspection *in, size_t first) {
  bool argues = false;
  for (size_t i = first; i < in->body_scan->terms.count; i++) {
    const struct term *term = &in->body_scan->terms.items[i];
    if (i > first && (term->flags & TERM_FIRST)) break;
    if (holds(in, SET_SECOND_PERSON, term->id)) return false;
    argues = argues || term_covered(term, LIST_NEW_ARGUMENT);
  }
  return argues;
}

static uint64_t stem(const struct inspection *in, const struct text *read, const struct text_word *word) {
  return stem_of(in->scratch->stemmer, read->folds.items + word->fold, word->fold_length);
}

/* Goes on with the last words in a row; the result stands for RUN of them, in their order. */
static uint64_t run_on(uint64_t run, uint64_t stem) { return (run << 64 / RUN) ^ (stem >> (64 - 64 / RUN)); }

/* Weighs the body's words, each stem once, and keeps their stems and their runs. */
static unsigned weigh_body(const struct inspection *in) {
  struct stem_set *stems = &in->scratch->body_stems;
  struct frame frame = read_frame(in->body);
  unsigned sum = 0;
  uint32_t sentence = NO_SENTENCE;
  bool skipped = false;
  for (size_t i = 0; i < in->body_scan->terms.count; i++) {
    const struct text_word *word = &in->body->words.items[in->body_scan->terms.items[i].word];
    if (word->sentence == NO_SENTENCE) continue;
    if (word->sentence != sentence) skipped = is_about_oneself(in, i);
    sentence = word->sentence;
    unsigned weight = skipped ? STOCK : weight_of_term(in, &frame, i);
    if (weight == STOCK) continue;
    uint64_t found = stem(in, in->body, word);
    if (stem_set_holds(stems, found)) continue;
    stem_set_add(stems, found);
    sum += weight;
  }
  return sum;
}

static void keep_runs(const struct inspection *in) {
  uint64_t run = 0;
  for (size_t i = 0; i < in->body->words.count; i++) {
    const struct text_word *word = &in->body->words.items[i];
    if (word->sentence == NO_SENTENCE) continue;
    run = run_on(run, stem(in, in->body, word));
    stem_set_add(&in->scratch->body_stems, run != 0 ? run : 1);
  }
}

/* Whether the body uses a word of the note that tells something, or a run of its words. */
static bool takes_up(const struct inspection *in, const struct text *read) {
  const struct stem_set *stems = &in->scratch->body_stems;
  uint64_t run = 0;
  size_t common = 0; /* words since the last that is no function word */
  for (size_t i = 0; i < read->words.count; i++) {
    const struct text_word *word = &read->words.items[i];
    uint16_t id = pack_find_word(in->pack, read->folds.items + word->fold, word->fold_length);
    uint64_t found = stem(in, read, word);
    if (weight_of(in, id, read, word) != STOCK && stem_set_holds(stems, found)) return true;
    run = run_on(run, found);
    common = holds(in, SET_COMMON, id) ? common + 1 : 0;
    if (i + 1 >= RUN && common < RUN && stem_set_holds(stems, run != 0 ? run : 1)) return true;
  }
  return false;
}

bool count_notes_taken_up(struct inspection *in, const followup_interviewer *interviewer, size_t *count) {
  if (!stem_set_prepare(in->scratch->context, &in->scratch->body_stems, 2 * in->body->words.count)) return false;
  weigh_body(in);
  keep_runs(in);
  for (size_t i = 0; i < interviewer->notes.count; i++) {
    const struct model_text *note = &interviewer->notes.items[i];
    if (text_read_line(in->scratch->reader, note->bytes, note->length, &in->scratch->note) != FOLLOWUP_OK) return false;
    *count += takes_up(in, &in->scratch->note);
  }
  return true;
}

/* Whether any note of the addressee is taken up; false in `*good` when there is no memory. */
static bool takes_up_a_note(struct inspection *in, bool *good) {
  if (in->interviewer == NULL) return false;
  keep_runs(in);
  for (size_t i = 0; i < in->interviewer->notes.count; i++) {
    const struct model_text *note = &in->interviewer->notes.items[i];
    if (text_read_line(in->scratch->reader, note->bytes, note->length, &in->scratch->note) != FOLLOWUP_OK)
      return *good = false;
    if (takes_up(in, &in->scratch->note)) return true;
  }
  return false;
}

bool judge_not_personalized(struct inspection *in, const struct rule_row *row) {
  bool good = true;
  if (!stem_set_prepare(in->scratch->context, &in->scratch->body_stems, 2 * in->body->words.count)) return false;
  if (body_says(in, LIST_POINTS_MADE)) return true;
  unsigned signs = body_says(in, LIST_SIGNS_OF_TALK);
  unsigned wanted = in->body->sentences.count > SHORT_NOTE ? ENOUGH + 1 : ENOUGH;
  unsigned weight = weigh_body(in);
  if (weight + (weight > 0 && signs) >= wanted || takes_up_a_note(in, &good) || !good) return good;
  return report_message(in, row);
}
