/*
 * What votes see of messages: accuracy-symbols CASES.jsonl
 *
 * For each message a line: the case's line number, the message's id, and the sentences of its prose, parted by tabs;
 * a sentence is its symbols, parted by spaces, behind a + each list that a phrase hits in it, and behind a = the sort
 * of each telling word. lib/packs/train.py learns from it.
 */
#define _POSIX_C_SOURCE 200809L
#include <followup-formats.h>
#include <stdio.h>
#include <stdlib.h>

#include "pack_en.h"
#include "lint.h"
#include "rules/personalization.h"
#include "text/votes.h"

static void print_symbol(const followup_scratch *scratch, const struct term *term) {
  static const char *const names[] = {[SYMBOL_NUMBER] = "%number",
                                      [SYMBOL_MONEY] = "%money",
                                      [SYMBOL_COMPANY] = "%company",
                                      [SYMBOL_NAME] = "%name",
                                      [SYMBOL_EMOJI] = "%emoji"};
  const struct pack *pack = scratch->linter->pack;
  const struct text *text = &scratch->body.text;
  const struct text_word *word = &text->words.items[term->word];
  uint16_t symbol = vote_property(term);
  if (symbol != SYMBOL_WORDS)
    printf(" %s", names[symbol]);
  else if (term->id != 0)
    printf(" %s", pack->texts + pack->words[term->id].text);
  else
    printf(" %.*s", (int)word->fold_length, text->folds.items + word->fold);
}

/* The lists that phrases, not votes, hit in the sentence that ends with a term. */
static void print_lists(const struct phrase_scan *scan, size_t first, size_t last) {
  uint64_t seen = 0;
  for (size_t i = 0; i < scan->hits.count; i++) {
    const struct phrase_hit *hit = &scan->hits.items[i];
    if (hit->phrase == NO_PHRASE || hit->first_term < first || hit->first_term > last || (seen >> hit->list & 1))
      continue;
    seen |= UINT64_C(1) << hit->list;
    printf(" +%s", pack_en_list_names[hit->list]);
  }
}

/* How many telling words of each sort the sentence has: they print as %much, %homely and %little behind its end. */
static void print_telling(const followup_scratch *scratch, const struct term *first) {
  static const char *const names[] = {"%much", "%homely", "%little"};
  size_t end;
  struct sentence_talk talk = read_sentence_talk(scratch, (size_t)(first - scratch->body.scan.terms.items), &end);
  for (int sort = 0; sort < SORTS_OF_TELLING; sort++)
    for (int i = 0; i < talk.counts[sort]; i++) printf(" =%s", names[sort]);
}

static void print_body(const followup_scratch *scratch) {
  const struct phrase_scan *scan = &scratch->body.scan;
  size_t first = 0;
  for (size_t i = 0; i < scan->terms.count; i++) {
    const struct term *term = &scan->terms.items[i];
    const struct text_word *word = &scratch->body.text.words.items[term->word];
    if (word->sentence == NO_SENTENCE) continue;
    if (term->flags & TERM_FIRST) {
      printf("\t%%begin");
      first = i;
    }
    if (!(term->flags & TERM_FIRST) && (term->flags & TERM_BREAK_BEFORE))
      printf(" %%break");
    else if (i > first && vote_comma_before(&scratch->body.text, scan, i))
      printf(" %%comma");
    print_symbol(scratch, term);
    if (!(term->flags & TERM_LAST)) continue;
    printf(term->flags & TERM_QUESTION ? " %%question" : " %%end");
    print_lists(scan, first, i);
    print_telling(scratch, &scan->terms.items[first]);
  }
  printf("\n");
}

static void print_case(const followup_linter *linter, followup_scratch *scratch, const followup_case *of, int line,
                       followup_report **report) {
  for (size_t i = 0; i < followup_case_message_count(of); i++) {
    const followup_message *message = followup_case_message(of, i);
    if (followup_lint_message(linter, scratch, of, message, 0, report, NULL) != FOLLOWUP_OK) exit(2);
    struct inspection in = lint_inspect(scratch, FOLLOWUP_KIND_THANK_YOU);
    in.of = of;
    in.message = message;
    if (!telling_read(&in)) exit(2);
    printf("%d\t%s", line, followup_message_id(message));
    print_body(scratch);
  }
}

int main(int argc, char **argv) {
  FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;
  followup_linter *linter = NULL;
  followup_scratch *scratch = NULL;
  followup_report *report = NULL;
  if (file == NULL || followup_linter_new(NULL, NULL, &linter, NULL) != FOLLOWUP_OK ||
      followup_scratch_new(linter, &scratch, NULL) != FOLLOWUP_OK)
    return 2;
  char *line = NULL;
  size_t size = 0;
  ssize_t length;
  for (int number = 1; (length = getline(&line, &size, file)) > 0; number++) {
    followup_case *of = NULL;
    if (followup_formats_read_case(NULL, line, (size_t)length, &of, NULL, NULL) != FOLLOWUP_OK) return 2;
    print_case(linter, scratch, of, number, &report);
    followup_case_free(of);
  }
  free(line);
  fclose(file);
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  return 0;
}
