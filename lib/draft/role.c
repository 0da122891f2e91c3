#include "draft/role.h"

#include <string.h>

#include "draft/words.h"
#include "draft_words.h"

/* "(m/f/d)": what advertisements add and nobody says. */
static bool is_gender_mark(struct stretch word) {
  if (word.length < sizeof "(m/f)" - 1 || word.length % 2 == 0 || word.start[0] != '(') return false;
  for (size_t i = 2; i + 1 < word.length; i += 2)
    if (word.start[i] != '/' && word.start[i] != '|') return false;
  return word.start[word.length - 1] == ')';
}

/* "role" of "Field Engineer role", which is said behind it anyhow; not that of "Head of Post". */
static bool is_said_twice(struct stretch role, struct stretch last) {
  if (is_gender_mark(last)) return true;
  return listed(&draft_list_job_nouns, last) != NULL &&
         listed(&draft_list_prepositions, last_word(before_last(role))) == NULL;
}

/* "the" of "the Head of Operations", "Role:" of "Role: Potter". */
static bool is_said_before(struct stretch first) {
  bool colon = first.length > 1 && first.start[first.length - 1] == ':';
  struct stretch word = {first.start, first.length - colon};
  return listed(&draft_list_articles, word) != NULL || (colon && listed(&draft_list_job_nouns, word) != NULL);
}

static struct stretch trim(struct stretch role) {
  for (struct stretch first = first_word(role); first.length < role.length && is_said_before(first);
       first = first_word(role))
    role = behind_first(role);
  for (struct stretch last = last_word(role); role.length > 0 && is_said_twice(role, last); last = last_word(role))
    role = before_last(role);
  return role;
}

/* "SENIOR FIELD ENGINEER" is an advertisement's headline; short words of it may be acronyms. */
enum { SHORTEST_HEADLINE = 5 };

static bool is_headline(struct stretch role) {
  bool long_word = false;
  for (size_t i = 0; i < role.length; i++)
    if ((unsigned char)role.start[i] >= 0x80) return false;
  for (struct stretch rest = role; rest.length > 0; rest = behind_first(rest))
    long_word = long_word || first_word(rest).length >= SHORTEST_HEADLINE;
  return long_word && !has_small(role);
}

static void lower(char *word, size_t from, size_t length) {
  for (size_t i = from; i < length; i++)
    if (word[i] >= 'A' && word[i] <= 'Z' && (i == 0 || (word[i - 1] != '-' && word[i - 1] != '/')))
      word[i] = (char)(word[i] - 'A' + 'a');
}

static void lower_headline(char *role, size_t length) {
  for (struct stretch rest = {role, length}; rest.length > 0; rest = behind_first(rest)) {
    struct stretch word = first_word(rest);
    char *bytes = role + (word.start - role);
    if (listed(&draft_list_prepositions, word) != NULL)
      lower(bytes, 0, word.length);
    else if (word.length >= SHORTEST_HEADLINE - 1)
      lower(bytes, 1, word.length);
  }
}

followup_status say_role(struct facts *facts, const char *role, size_t length) {
  followup_status status = fact_set(facts, FACT_ROLE, role, length);
  if (status != FOLLOWUP_OK || !facts->known[FACT_ROLE]) return status;
  char *line = facts->texts[FACT_ROLE];
  struct stretch said = trim((struct stretch){line, strlen(line)});
  memmove(line, said.start, said.length);
  line[said.length] = '\0';
  facts->known[FACT_ROLE] = said.length > 0;
  if (is_headline((struct stretch){line, said.length})) lower_headline(line, said.length);
  return FOLLOWUP_OK;
}
