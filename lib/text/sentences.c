#include "text/sentences.h"

#include "base/utf8.h"
#include "text/characters.h"
#include "text/stops.h"
#include "text/units.h"

/* One block on its way into sentences. */
struct cutting {
  struct text_reader *reader;
  struct text *read;
  const struct text_block *block;
  size_t word, end_word; /* the words of the block */
  bool icu_has_block;    /* ICU looks at this block; before, it was not needed */
  int32_t next_break;    /* ICU's, in units from the block's start */
};

static uint16_t flags_of_end(const struct text *read, size_t from, size_t end) {
  uint16_t flags = 0;
  while (from < end) {
    uint32_t character = utf8_next(read->bytes, &from);
    if (is_question_mark(character)) flags |= SENTENCE_QUESTION;
    if (is_exclamation_mark(character)) flags |= SENTENCE_EXCLAMATION;
  }
  return flags;
}

/* Adds the sentence of the words `first` to before `end_word`; emoji at its end are passed over in search of its mark.
 */
static followup_status add_sentence(struct cutting *cutting, size_t start, size_t end, size_t first, size_t end_word) {
  struct text *read = cutting->read;
  if (!array_reserve(cutting->reader->context, &read->sentences, 1)) return FOLLOWUP_E_MEMORY;
  size_t last = end_word - 1;
  while (last > first && (read->words.items[last].flags & WORD_EMOJI)) last--;
  uint16_t flags = flags_of_end(read, read->words.items[last].end, end);
  if (cutting->block->is_item) flags |= SENTENCE_LIST_ITEM;
  read->sentences.items[read->sentences.count++] = (struct text_sentence){.start = (uint32_t)start,
                                                                          .end = (uint32_t)end,
                                                                          .first_word = (uint32_t)first,
                                                                          .word_count = (uint32_t)(end_word - first),
                                                                          .zone = cutting->block->zone,
                                                                          .flags = flags};
  return FOLLOWUP_OK;
}

/* Whether ICU breaks behind byte `from` and not behind `to`; asked with rising places. */
static followup_status ask_icu(struct cutting *cutting, size_t from, size_t to, bool *breaks_there) {
  UBreakIterator *breaks = cutting->reader->sentence_breaks;
  if (!cutting->icu_has_block) {
    const struct text_block *block = cutting->block;
    followup_status status = units_give(cutting->reader, cutting->read->bytes, block->start, block->end, breaks);
    if (status != FOLLOWUP_OK) return status;
    cutting->icu_has_block = true;
    cutting->next_break = ubrk_first(breaks);
  }
  const uint32_t *offsets = cutting->reader->offsets.items;
  while (cutting->next_break != UBRK_DONE && offsets[cutting->next_break] <= from)
    cutting->next_break = ubrk_next(breaks);
  *breaks_there = cutting->next_break != UBRK_DONE && offsets[cutting->next_break] <= to;
  return FOLLOWUP_OK;
}

/* The first word from `word` on that is no emoji: emoji stay with the sentence before them. */
static size_t behind_emoji(const struct text *read, size_t word, size_t end) {
  while (word < end && (read->words.items[word].flags & WORD_EMOJI)) word++;
  return word;
}

/* Where the sentence that opens with word `opening` ends behind the word `before`: `end` stays 0 where it does not. */
static followup_status find_stop(struct cutting *cutting, size_t opening, size_t before, size_t *end) {
  struct stop stop = {.opening = opening, .before = before, .after = before + 1, .icu_breaks = true};
  const struct text_word *words = cutting->read->words.items;
  if (stop_needs_icu(cutting->read, &stop)) {
    followup_status status = ask_icu(cutting, words[before].end, words[before + 1].start, &stop.icu_breaks);
    if (status != FOLLOWUP_OK) return status;
  }
  *end = sentence_stop(cutting->read, &stop);
  return FOLLOWUP_OK;
}

static followup_status cut_words(struct cutting *cutting) {
  struct text *read = cutting->read;
  size_t start = cutting->block->start, first = cutting->word;
  for (size_t i = cutting->word; i + 1 < cutting->end_word;) {
    size_t after = i + 1, end = 0;
    if (read->words.items[after].flags & WORD_BEHIND_SPACE) {
      i = after;
      continue;
    }
    followup_status status = find_stop(cutting, first, i, &end);
    if (status != FOLLOWUP_OK) return status;
    i = after;
    if (end == 0) continue;
    size_t next = behind_emoji(read, after, cutting->end_word);
    if (next == cutting->end_word) break;
    if (next > after) end = emoji_stop(read, next - 1, next);
    status = add_sentence(cutting, start, end, first, next);
    if (status != FOLLOWUP_OK) return status;
    start = skip_space(read->bytes, end, cutting->block->end);
    i = first = next;
  }
  return add_sentence(cutting, start, cutting->block->end, first, cutting->end_word);
}

static followup_status cut_block(struct cutting *cutting) {
  if (cutting->word == cutting->end_word) return FOLLOWUP_OK;
  if (!cutting->block->is_item) return cut_words(cutting);
  return add_sentence(cutting, cutting->block->start, cutting->block->end, cutting->word, cutting->end_word);
}

followup_status sentences_cut(struct text_reader *reader, struct text *read) {
  size_t word = 0;
  for (size_t i = 0; i < reader->blocks.count; i++) {
    const struct text_block *block = &reader->blocks.items[i];
    while (word < read->words.count && read->words.items[word].start < block->start) word++;
    struct cutting cutting = {.reader = reader, .read = read, .block = block, .word = word};
    while (word < read->words.count && read->words.items[word].start < block->end) word++;
    cutting.end_word = word;
    followup_status status = cut_block(&cutting);
    if (status != FOLLOWUP_OK) return status;
  }
  return FOLLOWUP_OK;
}
