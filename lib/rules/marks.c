#include "rules/marks.h"

#include <string.h>

#include "pack_en.h"
#include "rules/inspection.h"
#include "text/numbers.h"
#include "text/related.h"

enum { LONGEST_SMALL_WORD = 4, FEWEST_LETTERS = 2, MOST_LETTERS = 6, FEW_LETTERS = 2 };

enum { SHORTEST_STOCK = 3 };

/* Numbers up to ten are on everybody's lips, and round ones; those of three digits are not. */
enum { RARE_NUMBER = 100, ROUND_NUMBERS = 20, ROUND = 5, HOMELY_NUMBER = 11, FIRST_NUMBER = 3 };

/* What a key stands for beside a stem: never one key for two sorts. */
enum { SORT_NUMBER = 1, SORT_ABBREVIATION, SORT_INITIALS, SORT_RELATED, SORT_RUN };

/* Words in a row that both share by more than chance, however homely; their places stand beside those of words. */
enum { RUN = 4, UNCOMMON_IN_A_RUN = 2, FIRST_RUN_PLACE = 48, RUN_PLACES = 16 };

static uint64_t mix(uint64_t hash, uint64_t more) {
  hash = (hash ^ more) * UINT64_C(0x9E3779B97F4A7C15);
  return hash ^ hash >> 29;
}

static uint64_t key_of_letters(unsigned sort, const char *letters, size_t count) {
  uint64_t hash = sort;
  for (size_t i = 0; i < count; i++) hash = mix(hash, (unsigned char)letters[i]);
  return hash;
}

static const char *fold_of(const struct text *text, size_t word) {
  return text->folds.items + text->words.items[word].fold;
}

static uint32_t form_of(const struct text *text, size_t word) {
  uint64_t hash = 0;
  for (size_t i = 0; i < text->words.items[word].fold_length; i++)
    hash = mix(hash, (unsigned char)fold_of(text, word)[i]);
  return (uint32_t)hash;
}

/* Reading marks: the same for a note and for a body, which only differ in what is done with them. */

struct marking {
  struct inspection *in;
  struct note_table *table;
  const struct text *text;
  bool of_note;
  bool good;
  uint64_t stems[RUN]; /* of the last words of the sentence */
  bool uncommon[RUN];
  size_t run; /* how many there are */
  uint32_t sentence;
};

static bool holds(const struct marking *marking, uint32_t set, size_t word) {
  uint16_t id = marking->table->ids.items[word];
  return id != 0 && pack_set_holds(marking->in->pack, set, id);
}

/* Every word is looked up once. */
static bool read_ids(struct marking *marking) {
  const struct text *text = marking->text;
  struct note_table *table = marking->table;
  table->ids.count = 0;
  if (!array_reserve(marking->in->scratch->context, &table->ids, text->words.count)) return false;
  for (size_t i = 0; i < text->words.count; i++)
    table->ids.items[table->ids.count++] =
        pack_find_word(marking->in->pack, fold_of(text, i), text->words.items[i].fold_length);
  return true;
}

/* A body's words were looked up as terms; of a contraction the last half is as good as the first. */
static bool take_ids(struct marking *marking) {
  const term_array *terms = &marking->in->body_scan->terms;
  struct note_table *table = marking->table;
  size_t count = marking->text->words.count;
  table->ids.count = 0;
  if (!array_reserve(marking->in->scratch->context, &table->ids, count)) return false;
  if (count > 0) memset(table->ids.items, 0, count * sizeof *table->ids.items);
  for (size_t i = 0; i < terms->count; i++) table->ids.items[terms->items[i].word] = terms->items[i].id;
  table->ids.count = count;
  return true;
}

size_t note_table_find(const struct note_table *table, uint64_t key) {
  size_t low = 0, high = table->marks.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (table->marks.items[middle].key < key)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static uint64_t filter_bit(uint64_t key, size_t *at) {
  uint64_t spread = key * UINT64_C(0x9E3779B97F4A7C15);
  *at = spread >> 59;
  return UINT64_C(1) << (spread >> 53 & 63);
}

/* Whether some note may have it. */
static bool note_may_have(const struct note_table *table, uint64_t key) {
  size_t at;
  uint64_t bit = filter_bit(key, &at);
  return (table->filter[at] & bit) != 0;
}

static void note_has(struct note_table *table, uint64_t key) {
  size_t at;
  uint64_t bit = filter_bit(key, &at);
  table->filter[at] |= bit;
}

/* Keeps a note's mark; of a body's only those that some note has. */
static void add_mark(struct marking *marking, uint64_t key, size_t word, unsigned tells, int how) {
  struct note_table *table = marking->table;
  if (!marking->good || (!marking->of_note && !note_may_have(table, key))) return;
  if (marking->of_note) note_has(table, key);
  mark_list *into = marking->of_note ? &table->marks : &table->found;
  if (!marking->of_note) {
    size_t first = note_table_find(table, key);
    if (first == table->marks.count || table->marks.items[first].key != key) return;
  }
  marking->good = array_reserve(marking->in->scratch->context, into, 1);
  if (!marking->good) return;
  into->items[into->count++] = (struct note_mark){.key = key,
                                                  .note = (uint32_t)(marking->of_note ? table->notes.count : word),
                                                  .form = form_of(marking->text, word),
                                                  .place = (uint16_t)word,
                                                  .tells = (uint8_t)tells,
                                                  .how = (uint8_t)how};
}

/* A mark of several words stands at the first and the last of them, and counts once. */
static void add_stretch(struct marking *marking, uint64_t key, size_t first, size_t last, unsigned tells, int how) {
  add_mark(marking, key, first, tells, how);
  if (!marking->of_note && last != first) add_mark(marking, key, last, tells, how);
}

static size_t mark_number(struct marking *marking, size_t word) {
  if (!(marking->text->words.items[word].flags & WORD_HAS_DIGIT) && !holds(marking, SET_NUMBERS, word)) return 0;
  struct text_number number = number_at(marking->text, word);
  if (number.words == 0 || number.value < FIRST_NUMBER) return number.words;
  bool is_rare = number.value >= RARE_NUMBER || (number.value > ROUND_NUMBERS && number.value % ROUND != 0);
  unsigned tells = is_rare ? TELLS_MUCH : number.value >= HOMELY_NUMBER ? TELLS_HOMELY : TELLS_LITTLE;
  add_stretch(marking, mix(SORT_NUMBER, number.value), word, word + number.words - 1, tells, FOLLOWUP_UPTAKE_NUMBER);
  return number.words;
}

/* "SRE", "SREs": its letters in small, or 0 for another word. */
static size_t abbreviation_of(const struct text *text, size_t at, char letters[MOST_LETTERS]) {
  const struct text_word *word = &text->words.items[at];
  size_t length = word->fold_length;
  if (word->end - word->start < length || length < FEWEST_LETTERS) return 0;
  const char *bytes = text->bytes + word->start;
  if (length > FEWEST_LETTERS && bytes[length - 1] == 's') length--;
  if (length > MOST_LETTERS) return 0;
  for (size_t i = 0; i < length; i++) {
    if (bytes[i] < 'A' || bytes[i] > 'Z') return 0;
    letters[i] = (char)(bytes[i] | 0x20);
  }
  return length;
}

static unsigned letters_tell(size_t count) { return count > FEW_LETTERS ? TELLS_MUCH : TELLS_HOMELY; }

/* "of", "the", "with": no abbreviation begins or ends with it. */
static bool is_small(const struct marking *marking, size_t word) {
  return marking->text->words.items[word].fold_length <= LONGEST_SMALL_WORD && holds(marking, SET_COMMON, word);
}

/* The words that begin there and whose first letters may be written for them. */
static void mark_initials(struct marking *marking, size_t word) {
  const struct text *text = marking->text;
  char letters[MOST_LETTERS];
  unsigned sort = marking->of_note ? SORT_ABBREVIATION : SORT_INITIALS;
  if (is_small(marking, word)) return;
  for (size_t i = 0; i < MOST_LETTERS && word + i < text->words.count; i++) {
    const struct text_word *next = &text->words.items[word + i];
    if (next->sentence != text->words.items[word].sentence || next->fold_length == 0) return;
    if (i > 0 && (next->flags & (WORD_COMMA_BEFORE | WORD_BREAK_BEFORE))) return;
    letters[i] = fold_of(text, word + i)[0];
    if (letters[i] < 'a' || letters[i] > 'z') return;
    if (i + 1 < FEWEST_LETTERS || is_small(marking, word + i)) continue;
    add_stretch(marking, key_of_letters(sort, letters, i + 1), word, word + i, letters_tell(i + 1),
                FOLLOWUP_UPTAKE_ABBREVIATION);
  }
}

static void mark_abbreviation(struct marking *marking, size_t word) {
  char letters[MOST_LETTERS];
  size_t count = abbreviation_of(marking->text, word, letters);
  unsigned sort = marking->of_note ? SORT_INITIALS : SORT_ABBREVIATION;
  if (count == 0) return;
  add_mark(marking, key_of_letters(sort, letters, count), word, letters_tell(count), FOLLOWUP_UPTAKE_ABBREVIATION);
  marking->table->has_abbreviations = marking->table->has_abbreviations || marking->of_note;
}

/* A stock word is kept too: beside one that tells something it makes that surer. */
static void mark_stem(struct marking *marking, size_t word, unsigned tells, int how) {
  const struct text_word *marked = &marking->text->words.items[word];
  if (tells == TELLS_NOTHING && (marked->fold_length < SHORTEST_STOCK || holds(marking, SET_COMMON, word))) return;
  uint64_t stem = stem_of_word(marking->in->scratch->stemmer, marking->text, marked);
  add_mark(marking, stem, word, tells, how);
}

static void keep_in_run(struct marking *marking, size_t word) {
  const struct text_word *last = &marking->text->words.items[word];
  if (marking->run == 0 || last->sentence != marking->sentence) marking->run = 0;
  marking->sentence = last->sentence;
  size_t at = marking->run++ % RUN;
  marking->stems[at] = stem_of_word(marking->in->scratch->stemmer, marking->text, last);
  marking->uncommon[at] = !holds(marking, SET_COMMON, word);
}

/* A few words of a note in their own order tell as much as one rare word. */
static void mark_run(struct marking *marking, size_t word) {
  keep_in_run(marking, word);
  if (marking->run < RUN) return;
  uint64_t key = SORT_RUN;
  size_t uncommon = 0;
  for (size_t i = 0; i < RUN; i++) {
    key = mix(key, marking->stems[(marking->run + i) % RUN]);
    uncommon += marking->uncommon[i];
  }
  if (uncommon < UNCOMMON_IN_A_RUN) return;
  size_t before = marking->table->marks.count;
  add_stretch(marking, key, word + 1 - RUN, word, TELLS_MUCH, FOLLOWUP_UPTAKE_SAME_WORDS);
  if (marking->of_note && marking->table->marks.count > before)
    marking->table->marks.items[before].place = (uint16_t)(FIRST_RUN_PLACE + word % RUN_PLACES);
}

/* Words for the same thing tell nearly what the same word tells. */
static void mark_related(struct marking *marking, size_t word, unsigned tells) {
  size_t count;
  if (tells == TELLS_NOTHING) return;
  const struct related_word *rows =
      related_find(fold_of(marking->text, word), marking->text->words.items[word].fold_length, &count);
  for (size_t i = 0; i < count; i++)
    add_mark(marking, mix(SORT_RELATED, rows[i].group), word, tells, FOLLOWUP_UPTAKE_RELATED_WORDS);
}

/* Notes */

void note_table_clear(struct note_table *table) {
  table->notes.count = table->marks.count = 0;
  memset(table->filter, 0, sizeof table->filter);
  table->has_abbreviations = table->is_read = false;
}

void note_table_free(const followup_context *context, struct note_table *table) {
  array_free(context, &table->notes);
  array_free(context, &table->marks);
  array_free(context, &table->ids);
  array_free(context, &table->found);
  array_free(context, &table->hits);
  array_free(context, &table->matches);
}

/* What a note's word tells; names of the case's people, its company and its role tell nothing. */
static unsigned note_word_tells(const struct marking *marking, size_t at, int *how) {
  const struct text_word *word = &marking->text->words.items[at];
  const char *fold = fold_of(marking->text, at);
  uint16_t known = known_word_flags(&marking->in->scratch->known, fold, word->fold_length);
  uint16_t id = marking->table->ids.items[at];
  *how = FOLLOWUP_UPTAKE_SAME_WORDS;
  if ((known & TERM_ROLE) || ((known & (TERM_COMPANY | TERM_NAME)) && (word->flags & WORD_UPPER_FIRST)))
    return TELLS_NOTHING;
  if (word->flags & (WORD_DIGITS | WORD_OF_LINK | WORD_EMOJI)) return TELLS_NOTHING;
  if ((word->flags & WORD_UPPER_FIRST) && !(word->flags & WORD_ALL_UPPER) && id == 0) *how = FOLLOWUP_UPTAKE_NAME;
  unsigned tells = word_tells(marking->in->pack, marking->text, word, id);
  return tells != TELLS_NOTHING && is_of_the_role(marking->in, marking->text, word) ? TELLS_LITTLE : tells;
}

static unsigned mark_note(struct marking *marking) {
  unsigned sum = 0;
  for (size_t word = 0, number_ends = 0; word < marking->text->words.count; word++) {
    int how;
    unsigned tells = note_word_tells(marking, word, &how);
    if (word >= number_ends) number_ends = word + mark_number(marking, word);
    if (word >= number_ends) {
      mark_stem(marking, word, tells, how);
      mark_related(marking, word, tells);
      sum += tells;
    }
    mark_initials(marking, word);
    mark_abbreviation(marking, word);
    mark_run(marking, word);
  }
  return sum;
}

followup_status note_table_add(struct inspection *in, struct note_table *table, const struct model_text *note,
                               const followup_interviewer *of, size_t place) {
  followup_scratch *scratch = in->scratch;
  followup_status status = text_read_line(scratch->reader, note->bytes, note->length, &scratch->note);
  if (status != FOLLOWUP_OK) return status;
  if (!array_reserve(scratch->context, &table->notes, 1)) return FOLLOWUP_E_MEMORY;
  struct marking marking = {.in = in, .table = table, .text = &scratch->note, .of_note = true, .good = true};
  if (!read_ids(&marking)) return FOLLOWUP_E_MEMORY;
  struct noted noted = {of, place, mark_note(&marking)};
  if (!marking.good) return FOLLOWUP_E_MEMORY;
  table->notes.items[table->notes.count++] = noted;
  return FOLLOWUP_OK;
}

static bool is_before(const struct note_mark *one, const struct note_mark *other) {
  if (one->key != other->key) return one->key < other->key;
  if (one->note != other->note) return one->note < other->note;
  return one->place != other->place ? one->place < other->place : one->how < other->how;
}

/* Lets the mark at `at` sink until none below it is greater. */
static void sink(struct note_mark *heap, size_t at, size_t count) {
  struct note_mark sinking = heap[at];
  for (size_t below; (below = 2 * at + 1) < count; at = below) {
    if (below + 1 < count && is_before(&heap[below], &heap[below + 1])) below++;
    if (!is_before(&sinking, &heap[below])) break;
    heap[at] = heap[below];
  }
  heap[at] = sinking;
}

/* A heap sort: it needs no memory of its own, and no order of the marks makes it slow. */
void marks_sort(mark_list *list) {
  struct note_mark *marks = list->items;
  size_t count = list->count, sorted = 1;
  while (sorted < count && !is_before(&marks[sorted], &marks[sorted - 1])) sorted++;
  if (sorted >= count) return;
  for (size_t at = count / 2; at-- > 0;) sink(marks, at, count);
  for (size_t left = count; left-- > 1;) {
    struct note_mark greatest = marks[0];
    marks[0] = marks[left];
    marks[left] = greatest;
    sink(marks, 0, left);
  }
}

void note_table_sort(struct note_table *table) {
  marks_sort(&table->marks);
  table->is_read = true;
}

/* The body */

static void mark_body(struct marking *marking) {
  const term_array *terms = &marking->in->body_scan->terms;
  const uint8_t *tells = marking->in->scratch->telling.terms.items;
  size_t number_ends = 0;
  uint32_t seen = UINT32_MAX;
  for (size_t i = 0; i < terms->count && marking->good; i++) {
    uint32_t word = terms->items[i].word;
    if (marking->text->words.items[word].sentence == NO_SENTENCE) continue;
    mark_stem(marking, word, tells[i], FOLLOWUP_UPTAKE_SAME_WORDS);
    mark_related(marking, word, tells[i]);
    if (word == seen) continue; /* the other half of a contraction */
    seen = word;
    if (word >= number_ends) number_ends = word + mark_number(marking, word);
    mark_abbreviation(marking, word);
    mark_run(marking, word);
    if (marking->table->has_abbreviations) mark_initials(marking, word);
  }
}

bool note_table_mark_body(struct inspection *in, struct note_table *table) {
  struct marking marking = {.in = in, .table = table, .text = in->body, .good = true};
  table->found.count = 0;
  if (table->marks.count == 0) return true;
  if (!telling_read(in) || !take_ids(&marking)) return false;
  mark_body(&marking);
  marks_sort(&table->found);
  return marking.good;
}
