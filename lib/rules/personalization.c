/* Whether a note was written for its reader: something of the conversation in it. */
#include "pack_en.h"
#include "rules/content.h"
#include "rules/inspection.h"

/* A word that could belong to any thank-you note, or names nothing: it makes no note personal. */
static bool is_stock(const struct inspection *in, const struct term *term) {
  if (term->flags & (TERM_COMPANY | TERM_ROLE | TERM_NAME)) return true;
  if (term->id == 0) return false;
  return pack_set_holds(in->pack, SET_STOCK, term->id) || pack_set_holds(in->pack, SET_COMMON, term->id);
}

static bool in_prose(const struct inspection *in, const struct term *term) {
  return in->body->words.items[term->word].sentence != NO_SENTENCE;
}

/* "the analyst opportunity": the word before says which job, not what was talked about. */
static bool names_the_job(const struct inspection *in, size_t at) {
  const term_array *terms = &in->body_scan->terms;
  for (size_t next = at + 1; next < terms->count && next <= at + 2; next++) {
    if (terms->items[next].flags & TERM_FIRST) return false;
    uint16_t id = terms->items[next].id;
    if (id != 0 && pack_set_holds(in->pack, SET_JOB_NOUNS, id)) return true;
  }
  return false;
}

/* Words of the conversation itself: neither stock, nor a name, nor the job. */
static size_t concrete_words(const struct inspection *in) {
  const term_array *terms = &in->body_scan->terms;
  size_t count = 0;
  for (size_t i = 0; i < terms->count; i++) {
    const struct term *term = &terms->items[i];
    const struct text_word *word = &in->body->words.items[term->word];
    if (!in_prose(in, term) || is_stock(in, term)) continue;
    if (word->flags & (WORD_DIGITS | WORD_OF_LINK | WORD_EMOJI)) continue;
    if (word->end - word->start < 3 || names_the_job(in, i)) continue;
    count++;
  }
  return count;
}

static bool collect_stems(struct inspection *in) {
  followup_scratch *scratch = in->scratch;
  if (!stem_set_prepare(scratch->context, &scratch->body_stems, in->body->words.count)) return false;
  for (size_t i = 0; i < in->body->words.count; i++) {
    const struct text_word *word = &in->body->words.items[i];
    if (word->sentence == NO_SENTENCE) continue;
    stem_set_add(&scratch->body_stems,
                 stem_of(scratch->stemmer, in->body->folds.items + word->fold, word->fold_length));
  }
  return true;
}

/* Whether the body uses a word of the note that carries meaning; `read` holds the note's words. */
static bool takes_up(const struct inspection *in, const struct text *read) {
  for (size_t i = 0; i < read->words.count; i++) {
    const struct text_word *word = &read->words.items[i];
    const char *fold = read->folds.items + word->fold;
    uint16_t id = pack_find_word(in->pack, fold, word->fold_length);
    if (id != 0 && (pack_set_holds(in->pack, SET_STOCK, id) || pack_set_holds(in->pack, SET_COMMON, id))) continue;
    if (word->fold_length < 3 && !(word->flags & WORD_DIGITS)) continue;
    if (stem_set_holds(&in->scratch->body_stems, stem_of(in->scratch->stemmer, fold, word->fold_length))) return true;
  }
  return false;
}

/* Whether any note of the addressee is taken up; false in `*good` when there is no memory. */
static bool takes_up_a_note(struct inspection *in, bool *good) {
  if (in->interviewer == NULL || in->interviewer->notes.count == 0) return false;
  if (!collect_stems(in)) return *good = false;
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
  if (takes_up_a_note(in, &good) || !good) return good;
  return concrete_words(in) > 0 ? true : report_message(in, row);
}
