#include "rules/greeting.h"

#include <string.h>

#include "pack_en.h"
#include "rules/inspection.h"
#include "text/name_match.h"

enum { GREETING_WORDS = 40 };

/* The words of a greeting, while it is read. */
struct words {
  const struct inspection *in;
  struct greeting_word {
    const struct term *term;
    const struct text_word *word;
    bool agrees, given, capital;
  } items[GREETING_WORDS];
  size_t count;
  bool capital; /* some word that agrees with the addressee's name is written with one */
};

const struct model_text *addressee_name(const struct inspection *in) {
  if (in->interviewer != NULL) return &in->interviewer->name;
  return in->addressee != NULL && !model_text_is_empty(&in->addressee->name) ? &in->addressee->name : NULL;
}

static bool is_in(const struct words *words, size_t at, uint32_t set) {
  uint16_t id = words->items[at].term->id;
  return id != 0 && pack_set_holds(words->in->pack, set, id);
}

static void collect(const struct text_zone *zone, struct words *words) {
  const term_array *terms = &words->in->body_scan->terms;
  for (size_t i = 0; i < terms->count && words->count < GREETING_WORDS; i++) {
    const struct text_word *word = &words->in->body->words.items[terms->items[i].word];
    if (word->start >= zone->end) break;
    bool again = i > 0 && terms->items[i].word == terms->items[i - 1].word;
    if (again || word->start < zone->start || (word->flags & (WORD_EMOJI | WORD_DIGITS | WORD_OF_LINK))) continue;
    words->items[words->count++] = (struct greeting_word){
        .term = &terms->items[i], .word = word, .capital = (word->flags & WORD_UPPER_FIRST) != 0};
  }
}

/* A single letter is an initial behind another word, and at the start the article of "A very good day". */
static bool may_agree(const struct words *words, size_t at) {
  if (is_in(words, at, SET_GREETINGS) && !words->items[at].capital) return false;
  return words->items[at].word->fold_length > 1 || (words->items[at].capital && at > 0);
}

static bool has_word_in(const struct words *words, uint32_t set) {
  for (size_t i = 0; i < words->count; i++)
    if (is_in(words, i, set)) return true;
  return false;
}

/* In the languages whose greetings change the name, "pane Strnade" greets Mr Strnad. */
static bool mark_agreeing(struct inspection *in, const struct model_text *name, struct words *words) {
  struct text *read = &in->scratch->note;
  if (name == NULL || model_text_is_empty(name)) return true;
  bool inflects = has_word_in(words, SET_VOCATIVE_OPENERS);
  if (!read_line(in, name, read)) return false;
  for (size_t i = 0; i < words->count; i++) {
    size_t word = words->items[i].term->word;
    if (!may_agree(words, i)) continue;
    bool vocative = inflects && words->items[i].capital && !(words->items[i].term->flags & TERM_NAME);
    if (!name_covers(in->pack, read, in->body, &word, 1) && !(vocative && name_inflected(read, in->body, word)))
      continue;
    words->items[i].agrees = true;
    words->items[i].given = words->items[i].given || name_is_given(in->pack, read, in->body, word);
    words->capital = words->capital || words->items[i].capital;
  }
  return true;
}

/* Between these two words stands the border of two persons. */
static bool parts_persons(const struct words *words, size_t at) {
  if (at == 0 || (words->items[at].word->flags & (WORD_COMMA_BEFORE | WORD_BREAK_BEFORE))) return true;
  const char *bytes = words->in->body->bytes;
  for (size_t i = words->items[at - 1].word->end; i < words->items[at].word->start; i++)
    if (bytes[i] == '&' || bytes[i] == '/' || bytes[i] == '+') return true;
  return is_in(words, at - 1, SET_GREETINGS) && !is_in(words, at - 1, SET_TITLES);
}

/* "Dear Plant Manager", "Dear Nursing Recruitment Team": the word says of what. */
static bool names_a_function(const struct words *words, size_t at) {
  for (size_t next = at + 1; next < words->count && next <= at + 3 && !parts_persons(words, next); next++)
    if (is_in(words, next, SET_FUNCTIONS) || is_in(words, next, SET_GROUPS)) return true;
  return false;
}

/* "Greetings from a rainy Lublin", "all at the Clinic": what follows these names no one until the next border. */
static bool names_a_place(const struct words *words, size_t at) {
  for (size_t i = at; i > 0; i--) {
    if (words->items[i].word->flags & (WORD_COMMA_BEFORE | WORD_BREAK_BEFORE)) return false;
    if (is_in(words, i - 1, SET_PLACE_OPENERS)) return true;
    if (is_in(words, i - 1, SET_CONJUNCTIONS)) return false;
  }
  return false;
}

/* "Don" is a name but in "Don Carlos", "Sunny" but in "Sunny greetings", "Bey" but in "Mert Bey" to Mert. */
static bool is_title_here(const struct words *words, size_t at) {
  bool last = at + 1 == words->count || parts_persons(words, at + 1);
  bool behind_name = at > 0 && !parts_persons(words, at) && words->items[at - 1].agrees;
  if (is_in(words, at, SET_NAMES_TOO)) return !last || behind_name || !words->items[at].capital;
  return is_in(words, at, SET_GREETINGS) || is_in(words, at, SET_TITLES);
}

/* "hi ana,": in small letters a name stands last and right behind a word that greets. */
static bool is_small_name(const struct words *words, size_t at) {
  if (at == 0 || at + 1 < words->count) return false;
  return is_in(words, at - 1, SET_GREETINGS) && !is_in(words, at - 1, SET_COMMON);
}

/* "Kia ora Ruth": no word of greeting that is known opens it, and the addressee's name ends it. */
static bool is_strange_greeting(const struct words *words, size_t at) {
  for (size_t i = 0; i < at; i++)
    if (words->items[i].agrees || is_in(words, i, SET_GREETINGS)) return false;
  for (size_t i = at + 1; i < words->count && !parts_persons(words, i); i++)
    if (words->items[i].agrees) return true;
  return false;
}

/* "Ustaz Hisham", "Gentile Ingegner Bassanese", "Postmaster Vella": an unknown word before the addressee's given name, or
 * before the family name where the greeting is not an English one or the word is a known one, is a title, unless it is a
 * given name itself. */
static bool is_strange_title(const struct words *words, size_t at) {
  size_t next = at + 1;
  if (next >= words->count || parts_persons(words, next)) return false;
  const struct greeting_word *behind = &words->items[next];
  if (!behind->agrees || behind->word->fold_length < 2) return false;
  const struct text_word *word = words->items[at].word;
  if (is_known_given_name(words->in->pack, words->in->body->folds.items + word->fold, word->fold_length)) return false;
  return behind->given || words->items[at].term->id != 0 || (at > 0 && !is_in(words, 0, SET_ENGLISH_OPENERS));
}

static bool is_name(const struct words *words, size_t at) {
  const struct greeting_word *word = &words->items[at];
  if (word->agrees) return word->capital || !words->capital; /* not the "van der" of a name */
  if (word->term->flags & TERM_NAME) return true;
  if (is_title_here(words, at) || (word->term->flags & (TERM_COMPANY | TERM_ROLE))) return false;
  if (word->word->fold_length < 2 || names_a_place(words, at) || names_a_function(words, at)) return false;
  if (is_strange_greeting(words, at) || is_strange_title(words, at)) return false;
  if (is_in(words, at, SET_COMMON) || is_in(words, at, SET_FUNCTIONS)) return false;
  return word->capital || is_small_name(words, at);
}

static void sift(const struct words *words, struct greeting *greeting) {
  bool another = true;
  for (size_t i = 0; i < words->count; i++) {
    if (is_in(words, i, SET_GROUPS) && !words->items[i].agrees) greeting->group = true;
    another = another || parts_persons(words, i);
    if (greeting->name_count == GREETING_NAMES || !is_name(words, i)) continue;
    greeting->names[greeting->name_count++] = (struct greeting_name){
        .word = words->items[i].term->word, .agrees = words->items[i].agrees, .another = another};
    another = false;
  }
}

const struct greeting *read_greeting(struct inspection *in) {
  struct greeting *greeting = &in->greeting;
  if (greeting->is_read) return greeting;
  *greeting = (struct greeting){.zone = body_zone(in, ZONE_GREETING), .is_read = true};
  if (greeting->zone == NULL) return greeting;
  struct words words = {.in = in};
  collect(greeting->zone, &words);
  const struct model_text *name = addressee_name(in);
  if (!mark_agreeing(in, name, &words)) return NULL;
  bool other = in->addressee != NULL && name != &in->addressee->name;
  if (other && !mark_agreeing(in, &in->addressee->name, &words)) return NULL;
  sift(&words, greeting);
  return greeting;
}
