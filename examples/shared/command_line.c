#include "command_line.h"

#include <stdio.h>
#include <string.h>

bool command_line_refuse(const char *program, const char *words, const char *about) {
  fprintf(stderr, "%s: %s%s\nTry %s --help.\n", program, words, about, program);
  return false;
}

static const struct option *find_option(const struct command_line *line, const char *word, size_t length) {
  for (size_t i = 0; i < line->option_count; i++) {
    const struct option *option = &line->options[i];
    if (strlen(option->name) == length && memcmp(option->name, word, length) == 0) return option;
  }
  return NULL;
}

static bool refuse_value(const struct command_line *line, const struct option *option, const char *value) {
  fprintf(stderr, "%s: --%s=%s: expected %s\n", line->program, option->name, value, option->expects);
  return false;
}

/* Reads the option at `*at`, which moves to the last word used. */
static bool read_option(struct command_line *line, int count, char **words, int *at) {
  const char *word = words[*at], *name = strcmp(word, "-h") == 0 ? "help" : word + 2, *equals = strchr(name, '=');
  size_t length = equals != NULL ? (size_t)(equals - name) : strlen(name);
  const struct option *option = find_option(line, name, length);
  if (option == NULL) return command_line_refuse(line->program, word, ": no such option");
  if (option->expects == NULL && equals != NULL) return command_line_refuse(line->program, word, ": takes no value");
  const char *value = equals != NULL ? equals + 1 : NULL;
  if (option->expects != NULL && value == NULL) {
    if (*at + 1 >= count) return command_line_refuse(line->program, word, " needs a value");
    value = words[++*at];
  }
  return option->take(line->into, value) || refuse_value(line, option, value);
}

bool command_line_read(struct command_line *line, int count, char **words) {
  bool only_files = false;
  for (int at = 1; at < count; at++) {
    const char *word = words[at];
    if (only_files || word[0] != '-' || strcmp(word, "-") == 0)
      line->files[line->file_count++] = word;
    else if (strcmp(word, "--") == 0)
      only_files = true;
    else if (word[1] != '-' && strcmp(word, "-h") != 0)
      return command_line_refuse(line->program, word, ": no such option");
    else if (!read_option(line, count, words, &at))
      return false;
  }
  return true;
}
