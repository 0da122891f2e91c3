#include "draft/thing.h"

#include <string.h>

#include "draft/words.h"
#include "draft_words.h"

/* The promise round the thing: "I will send Ana the slides tomorrow" */

static struct stretch without_colon(struct stretch word) {
  bool colon = word.length > 1 && word.start[word.length - 1] == ':';
  return (struct stretch){word.start, word.length - colon};
}

static bool begins_with(const struct draft_list *list, struct stretch line) {
  return listed(list, without_colon(first_word(line))) != NULL;
}

static bool begins_with_determiner(struct stretch line) { return begins_with(&draft_list_determiners, line); }

/* "her" of "send her the slides", and not that of "send her essay"; "Ana Torres" of "send Ana Torres the slides". */
static struct stretch skip_receiver(struct stretch line) {
  while (begins_with(&draft_list_promise_particles, line)) line = behind_first(line);
  if (begins_with(&draft_list_promise_receivers, line)) return behind_first(line);
  struct stretch rest = line;
  while (begins_capital(rest) && !begins_with_determiner(rest) && rest.length > 0) rest = behind_first(rest);
  if (rest.start == line.start && listed(&draft_list_determiners, first_word(line)) != NULL) rest = behind_first(line);
  return begins_with_determiner(rest) ? rest : line;
}

/* What stands behind the verb that promises; the line itself where there is none. */
static struct stretch skip_promise(struct stretch line) {
  struct stretch rest = line;
  while (begins_with(&draft_list_promise_leads, rest)) rest = behind_first(rest);
  struct stretch behind = behind_first(rest);
  bool sure = begins_with(&draft_list_promise_verbs, rest);
  bool mails =
      begins_with(&draft_list_promise_mails, rest) && (rest.start != line.start || begins_with_determiner(behind));
  return (sure || mails) && behind.length > 0 ? skip_receiver(behind) : line;
}

static bool ends_with(const struct draft_list *list, struct stretch line) {
  return listed(list, last_word(line)) != NULL;
}

/* "to Ana", where the mail goes to Ana Torres. */
static struct stretch cut_receiver(const struct facts *facts, struct stretch line) {
  struct stretch last = last_word(line), before = before_last(line);
  if (!facts->known[FACT_NAME] || before.length < 3 || memcmp(before.start + before.length - 3, " to", 3) != 0)
    return line;
  const char *name = facts->texts[FACT_NAME];
  bool same = strncmp(name, last.start, last.length) == 0 && (name[last.length] == '\0' || name[last.length] == ' ');
  return same ? before_last(before) : line;
}

/* Without "to them", "by Friday", "as soon as possible" at its end. */
static struct stretch cut_end(struct stretch line) {
  struct stretch kept = line, before = before_last(line);
  if (ends_with(&draft_list_promise_ends, line) && ends_with(&draft_list_promise_joins, before)) kept = before;
  for (;;) {
    bool cut = kept.length < line.length;
    if (!ends_with(&draft_list_promise_times, kept) && !(cut && ends_with(&draft_list_promise_joins, kept))) break;
    kept = before_last(kept);
  }
  return kept.length == 0 || ends_with(&draft_list_prepositions, kept) ? line : kept;
}

static struct stretch find_thing(const struct facts *facts, struct stretch line) {
  struct stretch thing = skip_promise(line);
  if (thing.start == line.start) return line;
  struct stretch cut = cut_end(cut_receiver(facts, thing));
  return cut.length > 0 ? cut : line;
}

/* Its article */

enum manner { AS_WRITTEN, QUOTED, WITH_ARTICLE, AS_OWN };

static bool is_possessive(struct stretch word) {
  static const char *const ends[] = {"'s", "’s", "s'", "s’"};
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
    size_t length = strlen(ends[i]);
    if (word.length > length && memcmp(word.start + word.length - length, ends[i], length) == 0) return true;
  }
  return false;
}

/* A capital that only the beginning of a note gave it. */
static bool is_known(struct stretch word) {
  return listed(&draft_list_determiners, word) != NULL || listed(&draft_list_things, word) != NULL ||
         listed(&draft_list_own_things, word) != NULL || listed(&draft_list_bare_starts, word) != NULL;
}

static enum manner manner_of(struct stretch thing) {
  struct stretch first = first_word(thing);
  if (listed(&draft_list_determiners, first) != NULL || is_possessive(first)) return AS_WRITTEN;
  if (listed(&draft_list_bare_starts, first) != NULL) return AS_WRITTEN;
  if (listed(&draft_list_doubtful_starts, first) != NULL) return QUOTED;
  if (listed(&draft_list_promise_leads, first) != NULL) return QUOTED; /* "I promised to ask about the visa" */
  if (listed(&draft_list_own_things, first) != NULL) return AS_OWN;
  if (memchr(first.start, '/', first.length) != NULL || memchr(first.start, '@', first.length) != NULL)
    return AS_WRITTEN;
  if (begins_small(first) || listed(&draft_list_things, first) != NULL) return WITH_ARTICLE;
  return begins_capital(first) && !has_small(first) ? WITH_ARTICLE : AS_WRITTEN; /* "PDF of the talk" */
}

static followup_status word_thing(struct facts *facts, struct stretch thing, enum manner manner) {
  static const int parts[] = {[AS_WRITTEN] = PART_THING,
                              [QUOTED] = PART_THING_QUOTED,
                              [WITH_ARTICLE] = PART_THING_BARE,
                              [AS_OWN] = PART_THING_OWN};
  followup_status status = fact_set(facts, FACT_ITEM, thing.start, thing.length);
  struct stretch first = first_word(thing);
  bool sinks = manner != QUOTED && is_known(first) && (has_small(first) || first.length == 1);
  if (status == FOLLOWUP_OK && sinks && *facts->texts[FACT_ITEM] >= 'A' && *facts->texts[FACT_ITEM] <= 'Z')
    *facts->texts[FACT_ITEM] = (char)(*facts->texts[FACT_ITEM] - 'A' + 'a');
  return status == FOLLOWUP_OK ? fact_word(facts, FACT_ITEM, parts[manner]) : status;
}

/* Several */

/* Phrases, each with a line feed behind it, which none has in itself. */
typedef byte_array phrase_list;

static bool is_named(const phrase_list *phrases, const char *phrase, size_t length) {
  for (size_t at = 0; at < phrases->count;) {
    size_t end = at;
    while (phrases->items[end] != '\n') end++;
    if (end - at == length && memcmp(phrases->items + at, phrase, length) == 0) return true;
    at = end + 1;
  }
  return false;
}

static followup_status add_phrase(const struct facts *facts, phrase_list *phrases) {
  const char *phrase = facts->texts[FACT_ITEM];
  size_t length = strlen(phrase);
  if (is_named(phrases, phrase, length)) return FOLLOWUP_OK;
  if (!array_reserve(facts->context, phrases, length + 1)) return FOLLOWUP_E_MEMORY;
  memcpy(phrases->items + phrases->count, phrase, length);
  phrases->items[phrases->count + length] = '\n';
  phrases->count += length + 1;
  return FOLLOWUP_OK;
}

static followup_status add_thing(struct facts *facts, const struct model_text *what, phrase_list *phrases) {
  const char *bytes = model_text_bytes(what);
  followup_status status = fact_set(facts, FACT_ITEM, bytes, length_without_stop(bytes, what->length));
  if (status != FOLLOWUP_OK || !facts->known[FACT_ITEM]) return status;
  char *line = facts->texts[FACT_ITEM]; /* ours until the phrase is made of it */
  facts->texts[FACT_ITEM] = NULL;
  struct stretch thing = find_thing(facts, (struct stretch){line, strlen(line)});
  status = word_thing(facts, thing, manner_of(thing));
  memory_give(facts->context, line);
  return status == FOLLOWUP_OK ? add_phrase(facts, phrases) : status;
}

static bool list_something(const phrase_list *phrases) {
  static const char word[] = " and ";
  const size_t length = sizeof word - 1;
  for (size_t at = 0; at < phrases->count; at++) {
    if (phrases->items[at] == ',') return true;
    if (phrases->count - at > length && memcmp(phrases->items + at, word, length) == 0) return true;
  }
  return false;
}

/* One behind the other; those that list something themselves are kept apart by semicolons. */
static followup_status join(struct facts *facts, const phrase_list *phrases) {
  const char *const text = phrases->items, *const end = text + phrases->count;
  bool lists = list_something(phrases);
  followup_status status = FOLLOWUP_OK;
  for (const char *at = text; status == FOLLOWUP_OK && at < end;) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    int part = lists ? PART_THINGS_LISTED : stop + 1 == end ? PART_THINGS_LAST : PART_THINGS_MORE;
    status = fact_set(facts, FACT_ITEM, at, (size_t)(stop - at));
    if (status == FOLLOWUP_OK) status = fact_word(facts, FACT_THING, at == text ? PART_THINGS_FIRST : part);
    if (at == text && stop + 1 == end && status == FOLLOWUP_OK) status = fact_word(facts, FACT_WHAT, PART_THINGS_FIRST);
    at = stop + 1;
  }
  return status;
}

followup_status say_things(struct facts *facts, const struct model_text *const *things, size_t count) {
  phrase_list phrases = {NULL, 0, 0};
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; status == FOLLOWUP_OK && i < count; i++) status = add_thing(facts, things[i], &phrases);
  if (status == FOLLOWUP_OK && phrases.count > 0) status = join(facts, &phrases);
  array_free(facts->context, &phrases);
  return status;
}
