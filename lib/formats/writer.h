/* The writer of findings: bytes on their way to the sink, and what a form of document has to provide. */
#ifndef FOLLOWUP_FORMATS_WRITER_H
#define FOLLOWUP_FORMATS_WRITER_H

#include <followup-formats.h>

/* One finding with its words, fetched before the first byte of it is written. */
struct finding_words {
  const followup_finding *finding;
  const char *file;
  bool body_is_file;
  const char *explanation, *suggestion;
  const char *replacement; /* NULL: no edit is certain */
};

/* A form of document; `begin` and `end` are called once, `finding` for each. */
struct document_form {
  followup_status (*begin)(followup_writer *writer, const followup_context *context, followup_error *error);
  void (*finding)(followup_writer *writer, const struct finding_words *words);
  void (*end)(followup_writer *writer);
};

extern const struct document_form json_form, sarif_form;

enum { WRITER_BUFFER = 8192 };

struct followup_writer {
  const struct document_form *form;
  followup_formats_sink sink;
  void *user;
  bool has_findings, ended, broken; /* broken: the sink said no, nothing more is given to it */
  size_t used;
  char buffer[WRITER_BUFFER];
};

/* None of these fails: a sink that says no is remembered and reported at the end of the call. */
void put_bytes(followup_writer *writer, const char *bytes, size_t length);
void put(followup_writer *writer, const char *text);
void put_number(followup_writer *writer, uint64_t number);
/* A JSON string with its quotes; bytes that are not UTF-8 become U+FFFD. */
void put_string(followup_writer *writer, const char *text);
/* The inside of a JSON string, without the quotes. */
void put_string_part(followup_writer *writer, const char *text, size_t length);

#endif
