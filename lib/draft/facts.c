#include "draft/facts.h"

#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "draft_words.h"

enum { LONGEST_ABBREVIATION = 8 };

void facts_free(struct facts *facts) {
  for (size_t i = 0; i < DRAFT_FACTS; i++) memory_give(facts->context, facts->texts[i]);
}

void fact_forget(struct facts *facts, enum draft_fact fact) {
  memory_give(facts->context, facts->texts[fact]);
  facts->texts[fact] = NULL;
  facts->known[fact] = false;
}

/* Controls too: an embedding, override or isolate left open in a name would turn round the sentence behind it. */
static bool is_space(uint32_t c) { return u_isUWhiteSpace((UChar32)c) || u_iscntrl((UChar32)c); }

size_t copy_line(const char *text, size_t length, char *into) {
  size_t used = 0;
  bool space = false;
  for (size_t at = 0; at < length;) {
    size_t start = at;
    uint32_t c = utf8_next(text, &at);
    if (is_space(c)) {
      space = true;
      continue;
    }
    if (space && used > 0) into[used++] = ' ';
    space = false;
    while (start < at) into[used++] = text[start++];
  }
  return used;
}

/* "2 a.m.", "Acme Inc."; `length` is up to the full stop. */
static bool ends_abbreviated(const char *text, size_t length) {
  size_t start = length;
  while (start > 0 && length - start <= LONGEST_ABBREVIATION && strchr(" \n\t(", text[start - 1]) == NULL) start--;
  size_t word = length - start;
  if (word == 0 || word > LONGEST_ABBREVIATION) return false;
  const char *within = memchr(text + start, '.', word);
  if (within != NULL && text[length - 1] != '.') return true;
  for (size_t i = 0; i < draft_list_abbreviations.count; i++) {
    const char *listed = draft_list_abbreviations.words[i];
    if (strlen(listed) == word && memcmp(listed, text + start, word) == 0) return true;
  }
  return false;
}

size_t length_without_stop(const char *text, size_t length) {
  while (length > 0 && strchr(" \n\t\r.;,", text[length - 1]) != NULL) {
    if (text[length - 1] == '.' && ends_abbreviated(text, length - 1)) break;
    length--;
  }
  return length;
}

followup_status fact_set(struct facts *facts, enum draft_fact fact, const char *text, size_t length) {
  fact_forget(facts, fact);
  char *copy = memory_take(facts->context, length + 1);
  if (copy == NULL) return FOLLOWUP_E_MEMORY;
  size_t used = copy_line(text, length, copy);
  copy[used] = '\0';
  facts->texts[fact] = copy;
  facts->known[fact] = used > 0;
  return FOLLOWUP_OK;
}

void fact_set_count(struct facts *facts, enum draft_fact fact, int count) {
  facts->counts[fact] = count;
  facts->known[fact] = true;
}

void fact_set_flag(struct facts *facts, enum draft_fact fact) { facts->known[fact] = true; }

/* Wordings */

const struct draft_group *facts_group(const struct facts *facts, const struct draft_part *part) {
  for (size_t i = 0; i < part->count; i++) {
    const struct draft_group *group = &part->groups[i];
    size_t known = 0;
    while (known < group->fact_count && facts->known[group->facts[known]]) known++;
    if (known == group->fact_count) return group;
  }
  return NULL;
}

static bool fits(const struct facts *facts, const struct draft_pattern *pattern) {
  return (pattern->registers & facts->registers) != 0;
}

size_t group_count(const struct facts *facts, const struct draft_group *group) {
  size_t count = 0;
  for (size_t i = 0; i < group->count; i++) count += fits(facts, &group->patterns[i]);
  return count;
}

const struct draft_pattern *group_at(const struct facts *facts, const struct draft_group *group, size_t index) {
  for (size_t i = 0; i < group->count; i++)
    if (fits(facts, &group->patterns[i]) && index-- == 0) return &group->patterns[i];
  return NULL;
}
