#include "rules/telling.h"

#include <string.h>

#include "pack_en.h"
#include "rules/inspection.h"
#include "text/numbers.h"

enum { LONGEST_ENDING = 5, SHORTEST_TELLING = 3 };

/* A role of more words says more than what the job is called. */
enum { ROLE_WORDS = 12 };

static bool holds(const struct pack *pack, uint32_t set, uint16_t id) {
  return id != 0 && pack_set_holds(pack, set, id);
}

/* "magnanimity", "refreshingly": told by its ending, which the pack knows of its own words. */
static bool has_ending(const struct pack *pack, uint32_t set, uint32_t words_with, uint16_t id, const char *fold,
                       size_t length) {
  if (id != 0) return pack_set_holds(pack, words_with, id);
  for (size_t ending = 2; ending <= LONGEST_ENDING && ending + 2 < length; ending++)
    if (holds(pack, set, pack_find_word(pack, fold + length - ending, ending))) return true;
  return false;
}

static bool is_letter(char byte) { return byte >= 'a' && byte <= 'z'; }

/* "8d", "k8s", "p99": a code. "10am", "5th" and "45min" are none. */
static bool is_code(const struct pack *pack, const char *fold, size_t length) {
  size_t digits = 0;
  while (digits < length && fold[digits] >= '0' && fold[digits] <= '9') digits++;
  if (digits == length) return false;
  if (digits == 0) return is_letter(fold[0]);
  return is_letter(fold[digits]) && is_letter(fold[length - 1]) &&
         !holds(pack, SET_TIME_UNITS, pack_find_word(pack, fold + digits, length - digits));
}

unsigned word_tells(const struct pack *pack, const struct text *text, const struct text_word *word, uint16_t id) {
  const char *fold = text->folds.items + word->fold;
  if ((word->flags & (WORD_HAS_DIGIT | WORD_DIGITS)) == WORD_HAS_DIGIT)
    return is_code(pack, fold, word->fold_length) ? TELLS_MUCH : TELLS_NOTHING;
  if (word->fold_length < SHORTEST_TELLING || holds(pack, SET_COMMON, id) || holds(pack, SET_STOCK, id))
    return TELLS_NOTHING;
  if (holds(pack, SET_SETTINGS, id)) return TELLS_LITTLE;
  if (holds(pack, SET_HOMELY, id)) return TELLS_HOMELY;
  if (has_ending(pack, SET_ABSTRACT_ENDINGS, SET_WITH_ABSTRACT_ENDINGS, id, fold, word->fold_length))
    return TELLS_LITTLE;
  return has_ending(pack, SET_DOING_ENDINGS, SET_WITH_DOING_ENDINGS, id, fold, word->fold_length) ? TELLS_DOING
                                                                                                  : TELLS_MUCH;
}

/* Stems that part so late are of one family: nurse and nursing, baker and bakery, pharmacist and pharmacy. */
enum { FAMILY_LETTERS = 4, FAMILY_ENDING = 2 };

static bool is_family(const char *one, size_t one_length, const char *other, size_t other_length) {
  size_t shorter = one_length < other_length ? one_length : other_length, common = 0;
  while (common < shorter && one[common] == other[common]) common++;
  return common >= FAMILY_LETTERS && common + FAMILY_ENDING >= shorter;
}

bool is_of_the_role(const struct inspection *in, const struct text *text, const struct text_word *word) {
  const struct text *role = &in->scratch->role;
  if (in->of == NULL || word->fold_length < FAMILY_LETTERS) return false;
  for (size_t i = 0; i < role->words.count && i < ROLE_WORDS; i++) {
    const struct text_word *other = &role->words.items[i];
    if (is_family(text->folds.items + word->fold, word->fold_length, role->folds.items + other->fold,
                  other->fold_length))
      return true;
  }
  return false;
}

/* "the head brewer position": the words before say which job, not what was talked about. */
static bool names_the_job(const struct inspection *in, size_t at) {
  const term_array *terms = &in->body_scan->terms;
  for (size_t next = at + 1; next < terms->count && next <= at + 2; next++) {
    const struct term *term = &terms->items[next];
    if ((term->flags & TERM_FIRST) || (in->body->words.items[term->word].flags & WORD_COMMA_BEFORE)) return false;
    if (holds(in->pack, SET_JOB_NOUNS, term->id)) return true;
    if (holds(in->pack, SET_COMMON, term->id)) return false;
  }
  return false;
}

static void read_frame(const struct text *body, struct telling *telling) {
  telling->frame_count = 0;
  for (size_t i = 0; i < body->words.count && telling->frame_count < FRAME_WORDS; i++) {
    const struct text_word *word = &body->words.items[i];
    if (word->sentence == NO_SENTENCE && (word->flags & WORD_UPPER_FIRST))
      telling->frame[telling->frame_count++] = word;
  }
}

bool word_is_same(const struct text *text, const struct text_word *one, const struct text_word *other) {
  const char *folds = text->folds.items;
  return one->fold_length == other->fold_length &&
         memcmp(folds + one->fold, folds + other->fold, one->fold_length) == 0;
}

/* A name that stands in the greeting or under the text as well. */
static bool names_somebody(const struct inspection *in, const struct text_word *word) {
  const struct telling *telling = &in->scratch->telling;
  if (!(word->flags & WORD_UPPER_FIRST)) return false;
  for (size_t i = 0; i < telling->frame_count; i++)
    if (word_is_same(in->body, telling->frame[i], word)) return true;
  return false;
}

/* Numbers that are not on everybody's lips; more than this year's and the next few, they may be years. */
enum { HOMELY_NUMBER = 11, RECENT_YEAR = 2020, LAST_YEAR = 2040 };

static uint16_t id_of(const struct inspection *in, size_t word) {
  const struct text_word *found = &in->body->words.items[word];
  return pack_find_word(in->pack, in->body->folds.items + found->fold, found->fold_length);
}

/* "Forty lorries", not "forty minutes", "at 11", "March 12th" or "2026". */
static bool is_number(const struct inspection *in, const struct term *term) {
  const struct text_word *words = in->body->words.items;
  if (!(words[term->word].flags & WORD_HAS_DIGIT) && !holds(in->pack, SET_NUMBERS, term->id)) return false;
  struct text_number number = number_at(in->body, term->word);
  size_t next = term->word + number.words;
  if (number.words == 0 || number.value < HOMELY_NUMBER) return false;
  if (number.value >= RECENT_YEAR && number.value <= LAST_YEAR) return false;
  if (next >= in->body->words.count || words[next].sentence != words[term->word].sentence) return false;
  if (term->word > 0 && holds(in->pack, SET_TIME_UNITS, id_of(in, term->word - 1))) return false;
  return !holds(in->pack, SET_TIME_UNITS, id_of(in, next)) && !holds(in->pack, SET_COMMON, id_of(in, next));
}

static unsigned term_tells(const struct inspection *in, size_t at) {
  const struct term *term = &in->body_scan->terms.items[at];
  const struct text_word *word = &in->body->words.items[term->word];
  if (term->flags & (TERM_COMPANY | TERM_ROLE | TERM_NAME)) return TELLS_NOTHING;
  if (word->flags & (WORD_OF_LINK | WORD_EMOJI)) return TELLS_NOTHING;
  unsigned tells = is_number(in, term)         ? TELLS_HOMELY
                   : word->flags & WORD_DIGITS ? TELLS_NOTHING
                                               : word_tells(in->pack, in->body, word, term->id);
  if (tells == TELLS_NOTHING || names_the_job(in, at) || names_somebody(in, word)) return TELLS_NOTHING;
  if (term_covered(term, LIST_EMPTY_PHRASES)) return TELLS_NOTHING;
  return is_of_the_role(in, in->body, word) ? TELLS_LITTLE : tells;
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
    if (holds(in->pack, SET_SECOND_PERSON, term->id)) return false;
    argues = argues || term_covered(term, LIST_NEW_ARGUMENT);
  }
  return argues;
}

/* Weighs the next sentence, or the next words that stand in none. */
static void weigh_sentence(struct inspection *in) {
  const term_array *terms = &in->body_scan->terms;
  const struct text_word *words = in->body->words.items;
  struct telling *telling = &in->scratch->telling;
  size_t at = telling->terms.count;
  uint32_t sentence = words[terms->items[at].word].sentence;
  bool skipped = sentence == NO_SENTENCE || is_about_oneself(in, at);
  for (; at < terms->count && words[terms->items[at].word].sentence == sentence; at++)
    telling->terms.items[at] = skipped ? TELLS_NOTHING : (uint8_t)term_tells(in, at);
  telling->terms.count = at;
}

bool telling_read_to(struct inspection *in, size_t term) {
  struct telling *telling = &in->scratch->telling;
  size_t count = in->body_scan->terms.count;
  if (!telling->is_begun) {
    telling->terms.count = 0;
    if (!array_reserve(in->scratch->context, &telling->terms, count)) return false;
    read_frame(in->body, telling);
    telling->is_begun = true;
  }
  while (telling->terms.count <= term && telling->terms.count < count) weigh_sentence(in);
  return true;
}

bool telling_read(struct inspection *in) { return telling_read_to(in, in->body_scan->terms.count); }
