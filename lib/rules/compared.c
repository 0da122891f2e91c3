#include "rules/compared.h"

#include "pack_en.h"

enum { IN_ALL, IN_THIS };

static const uint32_t no_names[] = {SET_COMMON, SET_STOCK, SET_HOMELY, SET_GREETINGS, SET_TITLES, SET_GROUPS};

static const struct substance_lists lists = {LIST_FORMULAS, SET_TITLES, no_names, sizeof no_names / sizeof no_names[0]};

static followup_status add_names(followup_scratch *scratch, name_set *names, const char *bytes, size_t length) {
  followup_status status = text_read_line(scratch->reader, bytes, length, &scratch->note);
  if (status != FOLLOWUP_OK) return status;
  return names_add(scratch->context, names, scratch->stemmer, &scratch->note) ? FOLLOWUP_OK : FOLLOWUP_E_MEMORY;
}

void compared_forget_names(followup_scratch *scratch) { scratch->names[IN_ALL].count = 0; }

followup_status compared_add_name(followup_scratch *scratch, const char *name, size_t length) {
  return add_names(scratch, &scratch->names[IN_ALL], name, length);
}

void compared_end_names(followup_scratch *scratch) { names_sort(&scratch->names[IN_ALL]); }

static followup_status read_names(followup_scratch *scratch, const struct compared_body *body) {
  name_set *names = &scratch->names[IN_THIS];
  names->count = 0;
  followup_status status = add_names(scratch, names, body->names, body->names_length);
  if (status != FOLLOWUP_OK) return status;
  if (!names_add_greeting(scratch->context, names, scratch->stemmer, scratch->linter->pack, &lists,
                          &scratch->compared.text))
    return FOLLOWUP_E_MEMORY;
  names_sort(names);
  return FOLLOWUP_OK;
}

followup_status compared_read(followup_scratch *scratch, const struct compared_body *body, struct substance *read) {
  const struct pack *pack = scratch->linter->pack;
  struct read_part *part = &scratch->compared;
  followup_status status = text_read_body(scratch->reader, body->bytes, body->length, &part->text);
  if (status == FOLLOWUP_OK) status = read_names(scratch, body);
  if (status != FOLLOWUP_OK) return status;
  const struct wanted_lists wanted = {.phrases = UINT64_C(1) << LIST_FORMULAS};
  const name_set *const names[] = {&scratch->names[IN_ALL], &scratch->names[IN_THIS]};
  bool good = terms_read(scratch->context, pack, &part->text, &part->scan) &&
              phrases_find(scratch->context, pack, &part->text, &wanted, &part->scan) &&
              substance_read(scratch->context, scratch->stemmer, pack, &lists, &part->text, &part->scan, names, read);
  return good ? FOLLOWUP_OK : FOLLOWUP_E_MEMORY;
}
