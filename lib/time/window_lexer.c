#include "time/window_lexer.h"

#include <string.h>

#include "base/utf8.h"

enum { WORD_LONGEST = 40, WORD_KNOWN = 24, DIGITS_MOST = 6 };

/* The ASCII letter, in its case, of one with accents: the same whether these are part of the character or stand behind
 * it. */
static char base_letter(uint32_t code) {
  if (code >= 0xC0 && code <= 0x24F) return window_latin_letters[code - 0xC0];
  if (code >= 0x1E00 && code <= 0x1EFF) return window_more_latin_letters[code - 0x1E00];
  return ' ';
}

/* How letters without accents are written in ASCII; a space for others. */
static char plain_letter(uint32_t code) {
  switch (code | 0x20) {
    case 0xE6: return 'a';
    case 0xF0: return 'd';
    case 0xF8: return 'o';
    case 0xFE: return 't';
    default: return code == 0xDF ? 's' : ' ';
  }
}

struct lexer {
  const char *text;
  size_t at, length;
  struct sentence *sentence;
  bool ended;
};

enum sort { SORT_SPACE, SORT_LETTER, SORT_DIGIT, SORT_APOSTROPHE, SORT_HYPHEN, SORT_DASH, SORT_SKIP, SORT_MARK };

struct character {
  enum sort sort;
  char plain; /* a letter in lower case, a mark */
  unsigned char size;
};

static struct character beyond_ascii(const char *text, size_t at) {
  size_t next = at;
  uint32_t code = utf8_next(text, &next);
  struct character is = {SORT_LETTER, '?', (unsigned char)(next - at)};
  char letter = base_letter(code) != ' ' ? (char)(base_letter(code) | 32) : plain_letter(code);
  if (letter != ' ')
    is.plain = letter;
  else if (code >= 0x300 && code <= 0x36F)
    is.sort = SORT_SKIP;
  else if (code == 0x2019 || code == 0x2BC || code == 0x2018)
    is.sort = SORT_APOSTROPHE;
  else if (code == 0x2010 || code == 0x2011)
    is.sort = SORT_HYPHEN;
  else if (code >= 0x2012 && code <= 0x2015)
    is.sort = SORT_DASH;
  else if (code == 0x2026)
    is = (struct character){SORT_MARK, ',', is.size};
  else if (code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000)
    is.sort = SORT_SPACE;
  else if ((code >= 0x200B && code <= 0x200F) || code == 0xFEFF || code == 0xAD || code == 0x2060 || code == 0xFE0F)
    is.sort = SORT_SKIP;
  else if (code < 0xC0 || (code >= 0x2000 && code <= 0x2BFF) || code >= 0x1F000)
    is = (struct character){SORT_MARK, ' ', is.size};
  return is;
}

/* L letter, D digit, S space, A apostrophe, H hyphen, anything else a mark. */
static const char ascii_sorts[129] =
    "SSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSS"
    "SMMMMMMAMMMMMHMMDDDDDDDDDDMMMMMM"
    "MLLLLLLLLLLLLLLLLLLLLLLLLLLMMMMM"
    "ALLLLLLLLLLLLLLLLLLLLLLLLLLMMMMM";

static inline struct character look_at(const struct lexer *lexer, size_t at) {
  unsigned char byte = at < lexer->length ? (unsigned char)lexer->text[at] : ' ';
  if (byte >= 0x80) return beyond_ascii(lexer->text, at);
  switch (ascii_sorts[byte]) {
    case 'L': return (struct character){SORT_LETTER, (char)(byte | 32), 1};
    case 'S': return (struct character){SORT_SPACE, ' ', 1};
    case 'D': return (struct character){SORT_DIGIT, (char)byte, 1};
    case 'A': return (struct character){SORT_APOSTROPHE, '\'', 1};
    case 'H': return (struct character){SORT_HYPHEN, '-', 1};
    default: return (struct character){SORT_MARK, (char)byte, 1};
  }
}

static enum sort sort_at(const struct lexer *lexer, size_t at) { return look_at(lexer, at).sort; }

/* Of the character that ends at `at`; the text begins behind a space. */
static enum sort sort_before(const struct lexer *lexer, size_t at) {
  if (at == 0) return SORT_SPACE;
  utf8_previous(lexer->text, &at);
  return sort_at(lexer, at);
}

static size_t behind_space(const struct lexer *lexer, size_t at) {
  while (at < lexer->length) {
    struct character is = look_at(lexer, at);
    if (is.sort != SORT_SPACE) break;
    at += is.size;
  }
  return at;
}

/* What stands at `at`: the letter in its case, without accents; any other character of ASCII; else a space. */
static char first_letter(const struct lexer *lexer, size_t at) {
  return (unsigned char)lexer->text[at] < 0x80 ? lexer->text[at] : base_letter(utf8_next(lexer->text, &at));
}

static unsigned find_word(const char *word, size_t length) {
  uint32_t hash = 2166136261U;
  if (length > WORD_KNOWN) return NO_WORD;
  for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)word[i]) * 16777619U;
  for (uint32_t slot = hash % WINDOW_SLOTS; window_slots[slot] != 0; slot = (slot + 1) % WINDOW_SLOTS) {
    unsigned place = window_slots[slot] - 1U;
    const struct window_word *known = &window_words[place];
    if (known->length == length && memcmp(known->bytes, word, length) == 0) return place;
  }
  return NO_WORD;
}

static bool is_full(const struct lexer *lexer) { return lexer->sentence->count >= SENTENCE_MOST - 4; }

static struct token *add(struct lexer *lexer, size_t start, size_t end, enum word_kind kind, int32_t value) {
  struct token *token = &lexer->sentence->tokens[lexer->sentence->count++];
  bool glued = lexer->sentence->count > 1 && token[-1].end == start;
  *token = (struct token){.start = start,
                          .end = end,
                          .value = value,
                          .word = NO_WORD,
                          .kind = (unsigned char)kind,
                          .flags = glued ? TOKEN_GLUED : 0};
  return token;
}

// NOLINTNEXTLINE(misc-no-recursion): a contraction stands for no other
static void add_known(struct lexer *lexer, size_t start, size_t end, unsigned place) {
  const struct window_word *known = &window_words[place];
  if (known->kind == WORD_CONTRACTION) {
    const struct window_contraction *long_form = &window_contractions[known->value];
    for (size_t i = 0; i < long_form->count; i++) add_known(lexer, start, end, long_form->words[i]);
    return;
  }
  struct token *token = add(lexer, start, end, (enum word_kind)known->kind, known->value);
  token->word = (unsigned short)place;
  token->traits = known->traits;
}

/* Where the ending of "manager'll" or "don't" begins; `length` where it has none. */
static size_t find_ending(const char *word, size_t length) {
  if (length > 3 && memcmp(word + length - 3, "n't", 3) == 0) return length - 3;
  for (size_t i = length; i > 1; i--)
    if (word[i - 1] == '\'') return i - 1;
  return length;
}

static void add_word(struct lexer *lexer, size_t start, size_t end, const char *word, size_t length) {
  unsigned place = find_word(word, length), ending = NO_WORD;
  size_t first = lexer->sentence->count;
  bool possessive = false;
  if (place == NO_WORD) {
    size_t at = find_ending(word, length);
    if (at < length) ending = find_word(word + at, length - at);
    possessive = ending == NO_WORD && at < length;
    if (at < length) place = find_word(word, at);
    if (place == NO_WORD && possessive && at == length - 1) place = find_word(word, at);
    if (at < length) length = at;
  }
  if (place != NO_WORD) {
    add_known(lexer, start, end, place);
  } else {
    struct token *token = add(lexer, start, end, WORD_PLAIN, 0);
    if (length > 4 && memcmp(word + length - 2, "ed", 2) == 0) token->traits |= TRAIT(PAST);
  }
  struct token *token = &lexer->sentence->tokens[first];
  if (possessive) token->flags |= TOKEN_POSSESSIVE;
  char letter = first_letter(lexer, start);
  if (letter >= 'A' && letter <= 'Z') token->flags |= TOKEN_CAPITAL;
  if (ending != NO_WORD) add_known(lexer, start, end, ending);
}

/* "p.m.", "c.o.b.": single letters with points between them. */
static bool goes_on_behind_point(const struct lexer *lexer, size_t at, size_t letters_since_point) {
  if (letters_since_point != 1 || at >= lexer->length || lexer->text[at] != '.') return false;
  struct character next = look_at(lexer, at + 1);
  return next.sort == SORT_LETTER && sort_at(lexer, at + 1 + next.size) != SORT_LETTER;
}

static bool begins_lower(const struct lexer *lexer, size_t at) {
  at = behind_space(lexer, at);
  if (at >= lexer->length) return false;
  char first = first_letter(lexer, at);
  return (first >= 'a' && first <= 'z') || first == ',';
}

static inline bool is_plain_letter(char byte) { return (byte & 0x80) == 0 && ascii_sorts[(unsigned char)byte] == 'L'; }

static void read_word(struct lexer *lexer) {
  char word[WORD_LONGEST];
  size_t length = 0, start = lexer->at, at = start, since_point = 0;
  bool has_points = false;
  while (at < lexer->length && length < WORD_LONGEST && is_plain_letter(lexer->text[at]))
    word[length++] = (char)(lexer->text[at++] | 32); /* most words are this and nothing more */
  since_point = length;
  while (at >= lexer->length || lexer->text[at] != ' ') {
    struct character next = look_at(lexer, at);
    bool joins = next.sort == SORT_APOSTROPHE && sort_at(lexer, at + next.size) == SORT_LETTER;
    bool ends_possessive =
        next.sort == SORT_APOSTROPHE && word[length - 1] == 's' && !joins; /* it begins with a letter */
    if (next.sort == SORT_LETTER || next.sort == SORT_DIGIT || joins || ends_possessive) {
      if (length < WORD_LONGEST) word[length++] = joins || ends_possessive ? '\'' : next.plain;
      since_point++;
    } else if (goes_on_behind_point(lexer, at, since_point)) {
      has_points = true;
      since_point = 0;
    } else if (next.sort != SORT_SKIP) {
      break;
    }
    at += next.size;
    if (ends_possessive) break;
  }
  size_t end = at;
  if (has_points && at < lexer->length && lexer->text[at] == '.' && begins_lower(lexer, at + 1)) at++;
  lexer->at = at;
  add_word(lexer, start, end, word, length);
}

static void read_number(struct lexer *lexer) {
  size_t start = lexer->at;
  int32_t value = 0;
  while (lexer->at < lexer->length && sort_at(lexer, lexer->at) == SORT_DIGIT) {
    if (lexer->at - start < DIGITS_MOST) value = value * 10 + (lexer->text[lexer->at] - '0');
    lexer->at++;
  }
  size_t digits = lexer->at - start;
  struct token *token = add(lexer, start, lexer->at, digits <= DIGITS_MOST ? WORD_NUMBER : WORD_PLAIN, value);
  token->digits = (unsigned char)(digits <= DIGITS_MOST ? digits : 0);
}

static bool has_digit_before(const struct lexer *lexer) { return sort_before(lexer, lexer->at) == SORT_DIGIT; }

static bool is_between_digits(const struct lexer *lexer, size_t size) {
  return has_digit_before(lexer) && sort_at(lexer, lexer->at + size) == SORT_DIGIT;
}

/* A hyphen inside a word only joins; between numbers and between spaces it is a dash. */
static void read_hyphen(struct lexer *lexer, struct character is) {
  size_t start = lexer->at, end = start + is.size;
  bool before = sort_before(lexer, start) != SORT_SPACE, behind = sort_at(lexer, end) != SORT_SPACE;
  bool numbers = is_between_digits(lexer, is.size);
  lexer->at = end;
  while (sort_at(lexer, lexer->at) == SORT_HYPHEN) lexer->at++;
  struct sentence *sentence = lexer->sentence;
  if (before && behind && !numbers && is.sort == SORT_HYPHEN && lexer->at == end) {
    if (sentence->count > 0) sentence->tokens[sentence->count - 1].flags |= TOKEN_HYPHEN;
  } else {
    add(lexer, start, end, MARK_DASH, 0);
  }
}

static bool is_abbreviation(const struct token *token) {
  if (token_has(token, TRAIT(ABBREVIATION))) return true;
  bool short_name = token->kind == WORD_MONTH || token->kind == WORD_WEEKDAY || token->kind == WORD_UNIT;
  return short_name && token->end - token->start <= 5;
}

/* Whether the point at `at` ends a sentence: what follows begins a new one. */
static bool is_stop(const struct lexer *lexer, size_t at) {
  size_t next = at + 1;
  enum sort behind = sort_at(lexer, next);
  if (behind == SORT_LETTER || behind == SORT_DIGIT) return false;
  const struct sentence *sentence = lexer->sentence;
  const struct token *last = sentence->count > 0 ? &sentence->tokens[sentence->count - 1] : NULL;
  if (last != NULL && token_has(last, TRAIT(ABBREVIATION)) && last->kind == WORD_PLAIN && !token_has(last, TRAIT(NEG)))
    return false;
  next = behind_space(lexer, next);
  if (next >= lexer->length) return true;
  bool digit = sort_at(lexer, next) == SORT_DIGIT;
  if (digit && last != NULL && is_abbreviation(last)) return false;
  return !begins_lower(lexer, next);
}

static void end_sentence(struct lexer *lexer, char mark) {
  lexer->sentence->is_question = mark == '?';
  lexer->ended = true;
}

static void read_point(struct lexer *lexer) {
  size_t at = lexer->at, end = at + 1;
  while (end < lexer->length && lexer->text[end] == '.') end++;
  lexer->at = end;
  if (end - at > 1 && end < lexer->length && begins_lower(lexer, end)) {
    add(lexer, at, end, MARK_COMMA, 0);
  } else if (end - at == 1 && sort_at(lexer, end) == SORT_DIGIT && sort_before(lexer, at) == SORT_DIGIT) {
    add(lexer, at, end, MARK_POINT, 0);
  } else if (is_stop(lexer, end - 1)) {
    end_sentence(lexer, '.');
  }
}

static void read_mark(struct lexer *lexer, struct character is) {
  size_t at = lexer->at, end = at + is.size;
  bool numbers = is_between_digits(lexer, is.size);
  if (is.plain == '.') {
    read_point(lexer);
    return;
  }
  lexer->at = end;
  switch (is.plain) {
    case ',': add(lexer, at, end, MARK_COMMA, 0); break;
    case '/':
      if (numbers) add(lexer, at, end, MARK_SLASH, 0);
      break;
    case ':': add(lexer, at, end, numbers ? MARK_COLON : MARK_BREAK, ':'); break;
    case ';':
    case '(':
    case ')':
    case '[':
    case ']': add(lexer, at, end, MARK_BREAK, is.plain); break;
    case '~': add(lexer, at, end, WORD_ABOUT, 0); break;
    case '&': add(lexer, at, end, WORD_AND, 0)->traits = TRAIT(CONJ) | TRAIT(LIGHT); break;
    case '?':
    case '!': end_sentence(lexer, is.plain); break;
    default: break;
  }
}

/* An empty line, or one that begins a list's next entry, ends a sentence. */
static void read_space(struct lexer *lexer, struct character is) {
  size_t breaks = 0;
  while (lexer->at < lexer->length && is.sort == SORT_SPACE) {
    breaks += lexer->text[lexer->at] == '\n';
    lexer->at += is.size;
    is = look_at(lexer, lexer->at);
  }
  bool entry = breaks > 0 && lexer->at < lexer->length && (is.plain == '-' || is.plain == '*');
  if ((breaks > 1 || entry) && lexer->sentence->count > 0) end_sentence(lexer, '.');
}

static void read_next(struct lexer *lexer) {
  if (lexer->text[lexer->at] == ' ') { /* one space, by far the most */
    lexer->at++;
    if (lexer->at >= lexer->length) return;
  }
  struct character is = look_at(lexer, lexer->at);
  switch (is.sort) {
    case SORT_SPACE: read_space(lexer, is); break;
    case SORT_LETTER: read_word(lexer); break;
    case SORT_DIGIT: read_number(lexer); break;
    case SORT_HYPHEN:
    case SORT_DASH: read_hyphen(lexer, is); break;
    case SORT_MARK: read_mark(lexer, is); break;
    case SORT_APOSTROPHE:
    case SORT_SKIP: lexer->at += is.size; break;
  }
}

static bool matches(const struct sentence *sentence, size_t at, const struct window_phrase *phrase) {
  if (at + phrase->count > sentence->count) return false;
  for (size_t i = 0; i < phrase->count; i++)
    if (sentence->tokens[at + i].word != phrase->words[i]) return false;
  return true;
}

static const struct window_phrase *find_phrase(const struct sentence *sentence, size_t at) {
  const struct token *token = &sentence->tokens[at];
  if (token->word == NO_WORD) return NULL;
  const struct window_word *known = &window_words[token->word];
  if (known->phrase_count == 0 || at + 1 >= sentence->count) return NULL;
  unsigned second = token[1].word;
  if (second == NO_WORD || !window_words[second].is_second) return NULL;
  const struct window_phrase *low = &window_phrases[known->phrases], *end = low + known->phrase_count, *high = end;
  while (low < high) {
    const struct window_phrase *middle = low + (high - low) / 2;
    if (middle->words[1] < second)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < end && low->words[1] == second; low++)
    if (matches(sentence, at, low)) return low;
  return NULL;
}

/* Puts one token in the place of the words of each phrase. */
static void join_phrases(struct sentence *sentence) {
  size_t kept = 0;
  for (size_t at = 0; at < sentence->count;) {
    const struct window_phrase *phrase = find_phrase(sentence, at);
    if (phrase == NULL) {
      if (kept != at) sentence->tokens[kept] = sentence->tokens[at];
      kept++;
      at++;
      continue;
    }
    struct token token = sentence->tokens[at];
    size_t count = phrase->count;
    unsigned char joint = sentence->tokens[at + count - 1].flags & TOKEN_HYPHEN;
    token.end = sentence->tokens[at + count - 1].end;
    token.kind = phrase->kind;
    token.value = phrase->value;
    token.traits = phrase->traits;
    token.word = NO_WORD;
    token.flags = (unsigned char)((token.flags & ~TOKEN_HYPHEN) | joint);
    sentence->tokens[kept++] = token;
    at += count;
  }
  sentence->count = kept;
}

bool sentence_read(const char *text, size_t length, size_t *at, struct sentence *sentence) {
  struct lexer lexer = {text, *at, length, sentence, false};
  sentence->count = 0;
  sentence->is_question = false;
  while (lexer.at < length && !(lexer.ended && sentence->count > 0) && !is_full(&lexer)) {
    lexer.ended = false;
    read_next(&lexer);
  }
  *at = lexer.at;
  if (sentence->count == 0) return false;
  join_phrases(sentence);
  size_t count = sentence->count;
  memset(&sentence->tokens[count], 0, 4 * sizeof sentence->tokens[0]);
  for (size_t i = count; i < count + 4; i++) sentence->tokens[i].kind = MARK_END;
  return true;
}
