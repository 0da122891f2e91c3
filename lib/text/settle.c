#include "text/settle.h"

/* Where the walk over the words stands in the zones, sentences and lines. */
struct walk {
  size_t zone, sentence, line;
  uint32_t until; /* before this byte all of it stays as it is */
  bool new_line;
};

/* The first border behind `start`: a zone's or a sentence's end, a sentence's or a line's beginning. */
static uint32_t next_border(const struct walk *walk, const struct text_reader *reader, const struct text *read,
                            uint32_t start) {
  uint32_t border = UINT32_MAX;
  if (walk->zone + 1 < read->zones.count) border = read->zones.items[walk->zone].end;
  if (walk->sentence < read->sentences.count) {
    const struct text_sentence *sentence = &read->sentences.items[walk->sentence];
    uint32_t next = sentence->start > start ? sentence->start : sentence->end;
    if (next < border) border = next;
  }
  if (walk->line < reader->lines.count && reader->lines.items[walk->line].start < border)
    border = reader->lines.items[walk->line].start;
  return border;
}

static void move_to(struct walk *walk, const struct text_reader *reader, const struct text *read, uint32_t start) {
  walk->new_line = false;
  if (start < walk->until) return;
  while (walk->zone + 1 < read->zones.count && read->zones.items[walk->zone].end <= start) walk->zone++;
  while (walk->sentence < read->sentences.count && read->sentences.items[walk->sentence].end <= start) walk->sentence++;
  while (walk->line < reader->lines.count && reader->lines.items[walk->line].start <= start) {
    walk->new_line = true;
    walk->line++;
  }
  walk->until = next_border(walk, reader, read, start);
}

static bool is_in_sentence(const struct walk *walk, const struct text *read, uint32_t start) {
  return walk->sentence < read->sentences.count && read->sentences.items[walk->sentence].start <= start;
}

static bool has_sentences(enum zone_kind kind) { return kind == ZONE_PROSE || kind == ZONE_POSTSCRIPT; }

static void tie(struct text *read, struct text_word *word, const struct walk *walk, size_t index) {
  struct text_sentence *sentence = &read->sentences.items[walk->sentence];
  word->sentence = (uint32_t)walk->sentence;
  if (sentence->word_count == 0) {
    sentence->first_word = (uint32_t)index;
    word->flags |= WORD_OPENS_SENTENCE;
    if (sentence->flags & SENTENCE_LIST_ITEM) word->flags |= WORD_BREAK_BEFORE;
  }
  sentence->word_count++;
}

void words_settle(const struct text_reader *reader, struct text *read) {
  struct walk walk = {0};
  size_t kept = 0;
  read->some_flags = 0;
  for (size_t i = 0; i < read->sentences.count; i++) read->sentences.items[i].word_count = 0;
  for (size_t i = 0; i < read->words.count; i++) {
    struct text_word *word = &read->words.items[i];
    move_to(&walk, reader, read, word->start);
    enum zone_kind kind = read->zones.items[walk.zone].kind;
    bool in_sentence = is_in_sentence(&walk, read, word->start);
    if (kind == ZONE_QUOTED || (has_sentences(kind) && !in_sentence)) continue;
    word->zone = (uint16_t)walk.zone;
    if (in_sentence)
      tie(read, word, &walk, kept);
    else if (walk.new_line)
      word->flags |= WORD_BREAK_BEFORE;
    if (kept < i) read->words.items[kept] = *word;
    read->some_flags |= read->words.items[kept++].flags;
  }
  read->words.count = kept;
}
