/* Whether a note was written for its reader: something of the conversation in it, and something of the reader's own. */
#include "rules/personalization.h"

#include "pack_en.h"
#include "rules/content.h"
#include "rules/inspection.h"

/* Details without notes */

static bool is_told_already(const struct text *text, const struct sentence_talk *talk, unsigned sort,
                            const struct text_word *word) {
  for (size_t i = 0; i < talk->counts[sort]; i++)
    if (word_is_same(text, talk->words[sort][i], word)) return true;
  return false;
}

static unsigned sort_of(unsigned tells) {
  return tells == TELLS_MUCH ? TALK_MUCH : tells == TELLS_HOMELY ? TALK_HOMELY : TALK_LITTLE;
}

static void add_term(const followup_scratch *scratch, struct sentence_talk *talk, size_t term) {
  unsigned tells = scratch->telling.terms.items[term];
  if (tells == TELLS_NOTHING) return;
  unsigned sort = sort_of(tells);
  uint32_t at = scratch->body.scan.terms.items[term].word;
  const struct text_word *word = &scratch->body.text.words.items[at];
  if (talk->counts[0] + talk->counts[1] + talk->counts[2] == 0) talk->stretch.first_word = at;
  talk->stretch.last_word = at;
  if (talk->counts[sort] == WORDS_COUNTED || is_told_already(&scratch->body.text, talk, sort, word)) return;
  talk->words[sort][talk->counts[sort]++] = word;
}

/* Whether a phrase of a list hits in a sentence; `*next` goes along the list. */
static bool is_heard(const struct inspection *in, uint16_t list, uint32_t sentence, size_t *next) {
  size_t count;
  const struct phrase_hit *hits = phrase_hits(in->body_scan, list, &count);
  bool found = false;
  for (; *next < count; ++*next) {
    uint32_t of = hit_sentence(in, &hits[*next]);
    if (of != NO_SENTENCE && of > sentence) break;
    found = found || (of == sentence && hits[*next].phrase != NO_PHRASE);
  }
  return found;
}

/* What the votes for the sentence, its telling words and the phrases in it say together. */
static int talk_sum(const struct inspection *in, const struct sentence_talk *talk, uint32_t sentence, int votes,
                    size_t next[TALK_LISTS]) {
  const struct pack_talk *model = &in->pack->votes.talk;
  int sum = votes;
  for (int i = 0; i < SORTS_OF_TELLING; i++) sum += model->telling[i] * talk->counts[i];
  for (size_t i = 0; i < model->list_count; i++)
    if (is_heard(in, model->lists[i].list, sentence, &next[i])) sum += model->lists[i].weight;
  return sum;
}

static bool keep_detail(struct inspection *in, const struct body_stretch *stretch) {
  body_stretches *details = &in->scratch->details;
  if (!array_reserve(in->scratch->context, details, 1)) return false;
  details->items[details->count++] = *stretch;
  return true;
}

struct sentence_talk read_sentence_talk(const followup_scratch *scratch, size_t first, size_t *end) {
  const term_array *terms = &scratch->body.scan.terms;
  const struct text_word *words = scratch->body.text.words.items;
  uint32_t number = words[terms->items[first].word].sentence;
  struct sentence_talk talk = {.stretch = {terms->items[first].word, terms->items[first].word}};
  size_t at = first;
  for (; at < terms->count && words[terms->items[at].word].sentence == number; at++) add_term(scratch, &talk, at);
  if (talk.counts[0] + talk.counts[1] + talk.counts[2] == 0) talk.stretch.last_word = terms->items[at - 1].word;
  *end = at;
  return talk;
}

bool find_details(struct inspection *in, size_t most) {
  const vote_sum_array *sums = &in->body_scan->talk;
  size_t next[TALK_LISTS] = {0}, end;
  in->scratch->details.count = 0;
  for (size_t i = 0; i < sums->count && in->scratch->details.count < most; i++) {
    uint32_t sentence = in->body->words.items[in->body_scan->terms.items[sums->items[i].first_term].word].sentence;
    if (sentence == NO_SENTENCE) continue;
    if (!telling_read_to(in, sums->items[i].first_term)) return false;
    struct sentence_talk talk = read_sentence_talk(in->scratch, sums->items[i].first_term, &end);
    if (talk_sum(in, &talk, sentence, sums->items[i].sum, next) <= in->pack->votes.talk.bar) continue;
    if (!keep_detail(in, &talk.stretch)) return false;
  }
  return true;
}

/* Notes */

followup_status add_notes_of(struct inspection *in, const followup_interviewer *person) {
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; status == FOLLOWUP_OK && i < person->notes.count; i++)
    status = note_table_add(in, &in->scratch->notes, &person->notes.items[i], person, i);
  return status;
}

bool match_notes(struct inspection *in) {
  struct note_table *table = &in->scratch->notes;
  if (!table->is_read) {
    note_table_clear(table);
    for (size_t i = 0; i < in->of->interviews.count; i++) {
      const followup_interview *interview = in->of->interviews.items[i];
      for (size_t j = 0; j < interview->panel.count; j++)
        if (add_notes_of(in, interview->panel.items[j]) != FOLLOWUP_OK) return false;
    }
    note_table_sort(table);
  }
  return note_table_match(in, table);
}

size_t count_matches_of(const struct inspection *in, const followup_interviewer *interviewer) {
  const struct note_table *table = &in->scratch->notes;
  size_t count = 0;
  for (size_t i = 0; i < table->matches.count; i++)
    count += table->notes.items[table->matches.items[i].note].of == interviewer &&
             note_match_is_taken_up(&table->matches.items[i]);
  return count;
}

/* Whether a match is with a note of that person, in whatever interview it was taken. */
static bool match_is_of(const struct inspection *in, const struct note_match *match,
                        const followup_interviewer *person) {
  const followup_interviewer *of = in->scratch->notes.notes.items[match->note].of;
  if (of == person) return true;
  struct mailbox one = {.name = of->name, .address = of->email},
                 other = {.name = person->name, .address = person->email};
  return mailbox_same(&one, &other);
}

/* The strongest match among the notes of a person, or of the others on the same panel; NULL where there is none. */
static const struct note_match *best_match(const struct inspection *in, const followup_interviewer *person, bool own) {
  const struct note_table *table = &in->scratch->notes;
  const struct note_match *best = NULL;
  for (size_t i = 0; i < table->matches.count; i++) {
    const struct note_match *match = &table->matches.items[i];
    if (best != NULL && match->points <= best->points) continue;
    bool same_panel = table->notes.items[match->note].of->interview == person->interview;
    if (match_is_of(in, match, person) == own && (own || same_panel)) best = match;
  }
  return best;
}

static bool is_taken_up(const struct note_match *match) { return match != NULL && note_match_is_taken_up(match); }

/* A little less is enough where nothing else is said. */
enum { POINTS_NEARLY = 3 };

/* "Four patients to a nurse": a small number, with more than one word of the trade beside it. */
static bool is_nearly_taken_up(const struct note_match *match) {
  return is_taken_up(match) ||
         (match != NULL && match->tells && match->points + (match->stock >= MUCH_BESIDE) >= POINTS_NEARLY);
}

/* A word or two in common with the addressee's own notes may be chance, beside so many times more. */
enum { CLEARLY_MORE = 2 };

/* What only another interviewer said, where nothing of the addressee's own is taken up; NULL where nothing is borrowed.
 */
static const struct note_match *borrowed(const struct inspection *in) {
  const followup_interviewer *person = in->interviewer;
  const struct note_match *own = best_match(in, person, true), *match = best_match(in, person, false);
  if (own == NULL && is_nearly_taken_up(match)) return match;
  if (!is_taken_up(match) || is_taken_up(own)) return NULL;
  return own == NULL || (own->points + own->stock) * CLEARLY_MORE <= match->points ? match : NULL;
}

/* "A translator sits in on every audit": words that tell little each, but all that the note holds. */
static bool is_told_whole(const struct inspection *in, const struct note_match *match) {
  return match != NULL && match->points >= POINTS_TAKEN_UP &&
         match->points >= in->scratch->notes.notes.items[match->note].tells;
}

static bool is_of_own_notes(const struct inspection *in) {
  const struct note_match *own = best_match(in, in->interviewer, true);
  return is_nearly_taken_up(own) || is_told_whole(in, own);
}

/* The rules */

bool judge_not_personalized(struct inspection *in, const struct rule_row *row) {
  if (!find_details(in, 1)) return false;
  if (in->scratch->details.count > 0) return true;
  if (in->interviewer == NULL) return report_message(in, row);
  if (!match_notes(in)) return false;
  if (is_of_own_notes(in)) return true;
  return is_nearly_taken_up(best_match(in, in->interviewer, false)) || report_message(in, row);
}

static bool others_have_notes(const followup_interviewer *person) {
  const followup_interview *interview = person->interview;
  for (size_t i = 0; i < interview->panel.count; i++)
    if (interview->panel.items[i] != person && interview->panel.items[i]->notes.count > 0) return true;
  return false;
}

bool judge_borrowed_detail(struct inspection *in, const struct rule_row *row) {
  if (in->interviewer == NULL || in->interviewer->notes.count == 0 || !others_have_notes(in->interviewer)) return true;
  if (!match_notes(in)) return false;
  const struct note_match *match = borrowed(in);
  if (match == NULL) return true;
  const struct text_word *words = in->body->words.items;
  const followup_interviewer *other = in->scratch->notes.notes.items[match->note].of;
  struct report_line line = {.part = FOLLOWUP_PART_BODY,
                             .index = FOLLOWUP_NOWHERE,
                             .source = in->body->bytes,
                             .source_length = in->body->length,
                             .start = words[match->first_word].start,
                             .end = words[match->last_word].end};
  line.arguments[0].text = model_text_bytes(&other->name);
  line.arguments[0].length = other->name.length;
  return report_line_add(in, row, &line);
}
