#include "text/reader.h"

#include "text/blocks.h"
#include "text/characters.h"
#include "text/lines.h"
#include "text/sentences.h"
#include "text/settle.h"
#include "text/words.h"
#include "text/zones.h"

static UBreakIterator *open_breaks(UBreakIteratorType type, UErrorCode *problem) {
  return ubrk_open(type, "en", NULL, 0, problem);
}

followup_status text_reader_new(const followup_context *context, struct text_reader **made) {
  struct text_reader *reader = memory_take_zeroed(context, sizeof *reader);
  if (reader == NULL) return FOLLOWUP_E_MEMORY;
  UErrorCode problem = U_ZERO_ERROR;
  reader->context = context;
  reader->nfc = unorm2_getNFCInstance(&problem);
  reader->sentence_breaks = open_breaks(UBRK_SENTENCE, &problem);
  reader->word_breaks = open_breaks(UBRK_WORD, &problem);
  if (U_SUCCESS(problem) && !emoji_are_known()) problem = U_MEMORY_ALLOCATION_ERROR;
  if (U_FAILURE(problem)) {
    text_reader_free(reader);
    return problem == U_MEMORY_ALLOCATION_ERROR ? FOLLOWUP_E_MEMORY : FOLLOWUP_E_INTERNAL;
  }
  *made = reader;
  return FOLLOWUP_OK;
}

void text_reader_free(struct text_reader *reader) {
  if (reader == NULL) return;
  const followup_context *context = reader->context;
  if (reader->sentence_breaks != NULL) ubrk_close(reader->sentence_breaks);
  if (reader->word_breaks != NULL) ubrk_close(reader->word_breaks);
  array_free(context, &reader->units);
  array_free(context, &reader->offsets);
  array_free(context, &reader->spans);
  array_free(context, &reader->lines);
  array_free(context, &reader->blocks);
  memory_give(context, reader);
}

static followup_status begin(struct text_reader *reader, const char *bytes, size_t length, struct text *read) {
  if (length > INT32_MAX) return FOLLOWUP_E_LIMIT;
  read->bytes = bytes;
  read->length = length;
  read->zones.count = read->sentences.count = read->words.count = read->folds.count = 0;
  return words_cut(reader, read);
}

/* Nothing but letters with one space between the words, as most names are. */
static bool is_bare(const struct text *read) {
  const struct text_word *words = read->words.items;
  size_t count = read->words.count;
  if (count == 0 || words[0].start != 0 || !(words[0].flags & WORD_SIMPLE) || words[count - 1].end != read->length)
    return false;
  for (size_t i = 1; i < count; i++)
    if (!(words[i].flags & WORD_BEHIND_SPACE)) return false;
  return true;
}

/* One zone with one sentence, as the long way would find it. */
static followup_status finish_bare(struct text_reader *reader, struct text *read) {
  uint32_t end = (uint32_t)read->length;
  if (!array_reserve(reader->context, &read->zones, 1) || !array_reserve(reader->context, &read->sentences, 1))
    return FOLLOWUP_E_MEMORY;
  read->zones.items[read->zones.count++] = (struct text_zone){ZONE_PROSE, 0, end};
  read->sentences.items[read->sentences.count++] =
      (struct text_sentence){.end = end, .word_count = (uint32_t)read->words.count};
  read->words.items[0].flags |= WORD_OPENS_SENTENCE;
  read->some_flags = 0;
  for (size_t i = 0; i < read->words.count; i++) {
    read->words.items[i].sentence = 0;
    read->some_flags |= read->words.items[i].flags;
  }
  return FOLLOWUP_OK;
}

static followup_status finish(struct text_reader *reader, struct text *read) {
  followup_status status = zones_make(reader, read);
  if (status == FOLLOWUP_OK) status = blocks_cut(reader, read);
  if (status == FOLLOWUP_OK) status = sentences_cut(reader, read);
  if (status == FOLLOWUP_OK) words_settle(reader, read);
  return status;
}

followup_status text_read_body(struct text_reader *reader, const char *bytes, size_t length, struct text *read) {
  followup_status status = begin(reader, bytes, length, read);
  if (status == FOLLOWUP_OK) status = lines_cut(reader, read);
  if (status == FOLLOWUP_OK) status = lines_sort(reader, read);
  return status == FOLLOWUP_OK ? finish(reader, read) : status;
}

followup_status text_read_line(struct text_reader *reader, const char *bytes, size_t length, struct text *read) {
  followup_status status = begin(reader, bytes, length, read);
  if (status == FOLLOWUP_OK && is_bare(read)) return finish_bare(reader, read);
  if (status == FOLLOWUP_OK) status = lines_cut(reader, read);
  return status == FOLLOWUP_OK ? finish(reader, read) : status;
}

void text_free(const followup_context *context, struct text *read) {
  array_free(context, &read->zones);
  array_free(context, &read->sentences);
  array_free(context, &read->words);
  array_free(context, &read->folds);
}
