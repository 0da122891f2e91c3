#include "text/substance.h"

#include "base/utf8.h"
#include "text/characters.h"
#include "text/names.h"
#include "text/numbers.h"

/* More words than these no reader of a greeting takes for names. */
enum { GREETING_NAMES = 64 };

uint64_t mix_bits(uint64_t number) {
  number = (number ^ number >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  number = (number ^ number >> 27) * UINT64_C(0x94D049BB133111EB);
  return number ^ number >> 31;
}

size_t run_count(size_t words) { return words < SHARED_RUN ? 0 : words - SHARED_RUN + 1; }

uint64_t run_key(const uint64_t stems[SHARED_RUN]) {
  uint64_t sum = 0;
  for (int i = 0; i < SHARED_RUN; i++) sum = sum * UINT64_C(0x9E3779B97F4A7C15) + stems[i];
  return mix_bits(sum);
}

/* Names */

static bool add_name(const followup_context *context, name_set *names, uint64_t stem) {
  if (!array_reserve(context, names, 1)) return false;
  names->items[names->count++] = (struct sort_item){stem, 0, 0};
  return true;
}

/* "four" and "4" are one word. */
static uint64_t word_stem(struct stemmer *stemmer, const struct text *text, const struct text_word *word) {
  struct text_number number = number_at(text, (size_t)(word - text->words.items));
  if (number.words == 1) return mix_bits(number.value);
  return stem_of_word(stemmer, text, word);
}

bool names_add(const followup_context *context, name_set *names, struct stemmer *stemmer, const struct text *text) {
  for (size_t i = 0; i < text->words.count; i++)
    if (!add_name(context, names, word_stem(stemmer, text, &text->words.items[i]))) return false;
  return true;
}

static bool is_no_name(const struct pack *pack, const struct substance_lists *lists, const struct text *text,
                       const struct text_word *word) {
  uint16_t id = pack_find_word(pack, text->folds.items + word->fold, word->fold_length);
  for (size_t i = 0; id != 0 && i < lists->no_name_count; i++)
    if (pack_set_holds(pack, lists->no_names[i], id)) return true;
  return false;
}

bool names_add_greeting(const followup_context *context, name_set *names, struct stemmer *stemmer,
                        const struct pack *pack, const struct substance_lists *lists, const struct text *body) {
  size_t found = 0;
  for (size_t i = 0; i < body->words.count && found < GREETING_NAMES; i++) {
    const struct text_word *word = &body->words.items[i];
    if (body->zones.items[word->zone].kind != ZONE_GREETING) continue;
    if (!word_fits_name(body, word) || is_no_name(pack, lists, body, word)) continue;
    if (!add_name(context, names, word_stem(stemmer, body, word))) return false;
    found++;
  }
  return true;
}

void names_sort(name_set *names) { sort_items(names->items, names->count); }

static bool holds_name(const name_set *names, uint64_t stem) {
  size_t at = sort_find(names->items, names->count, stem);
  return at < names->count && names->items[at].key == stem;
}

/* Words */

struct reading {
  struct stemmer *stemmer;
  const struct pack *pack;
  const struct substance_lists *lists;
  const struct text *text;
  const term_array *terms;
  const name_set *const *names;
};

static const struct text_word *word_at(const struct reading *reading, size_t term) {
  return &reading->text->words.items[reading->terms->items[term].word];
}

/* Half of a contraction stands for a word of the pack, any other term for the word itself. */
static uint64_t stem_at(const struct reading *reading, size_t at) {
  const struct term *term = &reading->terms->items[at];
  bool halved =
      (at > 0 && term[-1].word == term->word) || (at + 1 < reading->terms->count && term[1].word == term->word);
  if (!halved) return word_stem(reading->stemmer, reading->text, word_at(reading, at));
  const struct pack_word *word = &reading->pack->words[term->id];
  return stem_of(reading->stemmer, reading->pack->texts + word->text, word->length);
}

static bool is_name(const struct reading *reading, size_t at, uint64_t stem) {
  if (reading->names[0]->count + reading->names[1]->count == 0) return false;
  if (!word_fits_name(reading->text, word_at(reading, at))) return false;
  return holds_name(reading->names[0], stem) || holds_name(reading->names[1], stem);
}

static bool is_title(const struct reading *reading, size_t at) {
  uint16_t id = reading->terms->items[at].id;
  const struct text_word *word = word_at(reading, at);
  return id != 0 && word_fits_name(reading->text, word) && pack_set_holds(reading->pack, reading->lists->titles, id);
}

/* "van", "of": part of a name only where the rest of it follows. */
static bool begins_small(const struct reading *reading, size_t at) {
  size_t start = word_at(reading, at)->start;
  return is_lower(utf8_next(reading->text->bytes, &start));
}

/* "Thank you, Dr. van der Linde": what was kept of a name goes when the rest of it follows in the same sentence. */
static void drop_beginning(const struct reading *reading, size_t name, struct substance *read) {
  for (size_t at = name; at-- > 0 && read->words.count > 0;) {
    if (!is_title(reading, at) && !is_name(reading, at, stem_at(reading, at))) return;
    if (word_at(reading, at)->sentence != word_at(reading, name)->sentence) return;
    if (read->words.items[read->words.count - 1].start != word_at(reading, at)->start) return;
    read->words.count--;
  }
}

static void keep(const struct reading *reading, size_t at, uint64_t stem, struct substance *read) {
  const struct text_word *word = word_at(reading, at);
  bool formula = term_covered(&reading->terms->items[at], reading->lists->formulas);
  read->words.items[read->words.count++] = (struct substance_word){
      .stem = stem, .start = word->start, .end = word->end, .weight = formula ? FORMULA_WEIGHT : ORDINARY_WEIGHT};
}

static void sum_up(struct substance *read) {
  read->weight = 0;
  read->sequence = 0;
  for (size_t i = 0; i < read->words.count; i++) {
    read->weight += read->words.items[i].weight;
    read->sequence = mix_bits(read->sequence + read->words.items[i].stem);
  }
}

bool substance_read(const followup_context *context, struct stemmer *stemmer, const struct pack *pack,
                    const struct substance_lists *lists, const struct text *text, const struct phrase_scan *scan,
                    const name_set *const names[2], struct substance *read) {
  const struct reading reading = {stemmer, pack, lists, text, &scan->terms, names};
  bool after_name = false;
  read->words.count = 0;
  if (!array_reserve(context, &read->words, scan->terms.count)) return false;
  for (size_t i = 0; i < scan->terms.count; i++) {
    const struct text_word *word = word_at(&reading, i);
    if (word->sentence == NO_SENTENCE || (word->flags & WORD_EMOJI)) continue;
    uint64_t stem = stem_at(&reading, i);
    bool name = is_name(&reading, i, stem) && !begins_small(&reading, i);
    if (name)
      drop_beginning(&reading, i, read);
    else if (!after_name || !is_title(&reading, i))
      keep(&reading, i, stem, read);
    after_name = name;
  }
  sum_up(read);
  return true;
}

void substance_free(const followup_context *context, struct substance *read) { array_free(context, &read->words); }
