#include "rules/greeting.h"

#include "pack_en.h"

static uint16_t word_id(const struct inspection *in, size_t word) {
  const struct text_word *one = &in->body->words.items[word];
  return pack_find_word(in->pack, in->body->folds.items + one->fold, one->fold_length);
}

static void read_word(const struct inspection *in, size_t word, struct greeting *greeting) {
  uint16_t id = word_id(in, word);
  if (id != 0 && pack_set_holds(in->pack, SET_GROUPS, id)) greeting->group = true;
  if (id != 0 && pack_set_holds(in->pack, SET_GREETINGS, id)) return;
  if (greeting->name_count < GREETING_NAMES) greeting->names[greeting->name_count++] = word;
}

struct greeting read_greeting(const struct inspection *in) {
  struct greeting greeting = {.zone = body_zone(in, ZONE_GREETING)};
  if (greeting.zone == NULL) return greeting;
  for (size_t i = 0; i < in->body->words.count; i++) {
    const struct text_word *word = &in->body->words.items[i];
    if (word->start >= greeting.zone->end) break;
    if (word->start >= greeting.zone->start) read_word(in, i, &greeting);
  }
  return greeting;
}
