#define PCRE2_CODE_UNIT_WIDTH 8
#include "text/shapes.h"

#include <pcre2.h>
#include <string.h>

enum { MATCH_LIMIT = 20000, DEPTH_LIMIT = 2000, HEAP_LIMIT_KIB = 1024, SHAPES_MOST = 32 };

struct shape_set {
  const followup_context *context;
  pcre2_general_context *memory;
  size_t count;
  pcre2_code *codes[SHAPES_MOST];
  uint32_t by_byte[256];   /* one bit a shape that may begin with that byte */
  uint32_t by_second[256]; /* and have that one second */
};

struct shape_matcher {
  const followup_context *context;
  pcre2_general_context *memory;
  pcre2_match_context *limits;
  pcre2_match_data *data;
};

static void *take(PCRE2_SIZE size, void *context) { return memory_take(context, size); }

/* PCRE2 gives NULL back too, which an embedder's function need not take. */
static void give(void *block, void *context) { memory_give(context, block); }

static pcre2_general_context *open_memory(const followup_context *context) {
  return pcre2_general_context_create(take, give, (void *)context);
}

void shape_set_free(struct shape_set *set) {
  if (set == NULL) return;
  for (size_t i = 0; i < set->count; i++) pcre2_code_free(set->codes[i]);
  pcre2_general_context_free(set->memory);
  memory_give(set->context, set);
}

/* "Xx/y": begins with X or x and goes on with y; without a stroke, with anything. */
static void add_triggers(struct shape_set *set, const char *triggers) {
  uint32_t shape = UINT32_C(1) << set->count;
  for (; *triggers != '\0' && *triggers != '/'; triggers++) set->by_byte[(unsigned char)*triggers] |= shape;
  for (int byte = 0; byte < 256; byte++)
    if (*triggers == '\0' || (byte != 0 && strchr(triggers + 1, byte) != NULL)) set->by_second[byte] |= shape;
}

static followup_status compile(struct shape_set *set, pcre2_compile_context *how, const struct pack_shape *shape) {
  int code;
  PCRE2_SIZE offset;
  uint32_t options = PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_ANCHORED | PCRE2_NEVER_BACKSLASH_C;
  pcre2_code *made = pcre2_compile((PCRE2_SPTR)shape->pattern, PCRE2_ZERO_TERMINATED, options, &code, &offset, how);
  if (made == NULL) return code == PCRE2_ERROR_HEAP_FAILED ? FOLLOWUP_E_MEMORY : FOLLOWUP_E_INTERNAL;
  /* Without JIT, or without memory for it, the interpreter gives the same matches. */
  pcre2_jit_compile(made, PCRE2_JIT_COMPLETE);
  add_triggers(set, shape->triggers);
  set->codes[set->count++] = made;
  return FOLLOWUP_OK;
}

static followup_status compile_all(struct shape_set *set, const struct pack_shape *shapes, size_t count) {
  set->memory = open_memory(set->context);
  pcre2_compile_context *how = set->memory != NULL ? pcre2_compile_context_create(set->memory) : NULL;
  if (how == NULL) return FOLLOWUP_E_MEMORY;
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; status == FOLLOWUP_OK && i < count; i++) status = compile(set, how, &shapes[i]);
  pcre2_compile_context_free(how);
  return status;
}

followup_status shape_set_new(const followup_context *context, const struct pack_shape *shapes, size_t count,
                              struct shape_set **made) {
  if (count > SHAPES_MOST) return FOLLOWUP_E_INTERNAL;
  struct shape_set *set = memory_take_zeroed(context, sizeof *set);
  if (set == NULL) return FOLLOWUP_E_MEMORY;
  set->context = context;
  followup_status status = compile_all(set, shapes, count);
  if (status != FOLLOWUP_OK) {
    shape_set_free(set);
    return status;
  }
  *made = set;
  return FOLLOWUP_OK;
}

void shape_matcher_free(struct shape_matcher *matcher) {
  if (matcher == NULL) return;
  pcre2_match_data_free(matcher->data);
  pcre2_match_context_free(matcher->limits);
  pcre2_general_context_free(matcher->memory);
  memory_give(matcher->context, matcher);
}

followup_status shape_matcher_new(const followup_context *context, struct shape_matcher **made) {
  struct shape_matcher *matcher = memory_take_zeroed(context, sizeof *matcher);
  if (matcher == NULL) return FOLLOWUP_E_MEMORY;
  matcher->context = context;
  matcher->memory = open_memory(context);
  if (matcher->memory != NULL) {
    matcher->limits = pcre2_match_context_create(matcher->memory);
    matcher->data = pcre2_match_data_create(1, matcher->memory);
  }
  if (matcher->limits == NULL || matcher->data == NULL) {
    shape_matcher_free(matcher);
    return FOLLOWUP_E_MEMORY;
  }
  pcre2_set_match_limit(matcher->limits, MATCH_LIMIT);
  pcre2_set_depth_limit(matcher->limits, DEPTH_LIMIT);
  pcre2_set_heap_limit(matcher->limits, HEAP_LIMIT_KIB);
  *made = matcher;
  return FOLLOWUP_OK;
}

/* No shape is longer; PCRE2, which looks ahead for characters it must meet, sees no more of the text than this. */
enum { WINDOW = 320 };

static size_t window_end(const char *bytes, size_t length, size_t at) {
  if (length - at <= WINDOW) return length;
  size_t end = at + WINDOW;
  while (((unsigned char)bytes[end] & 0xC0) == 0x80) end--;
  return end;
}

/* The end of the longest shape that begins at `at`; `at` where there is none. */
static followup_status match_at(const struct shape_set *set, struct shape_matcher *matcher, uint32_t candidates,
                                const char *bytes, size_t length, size_t at, size_t *end) {
  *end = at;
  length = window_end(bytes, length, at);
  for (; candidates != 0; candidates &= candidates - 1) {
    const pcre2_code *code = set->codes[__builtin_ctz(candidates)];
    int found = pcre2_match(code, (PCRE2_SPTR)bytes, length, at, PCRE2_NO_UTF_CHECK, matcher->data, matcher->limits);
    if (found == PCRE2_ERROR_NOMATCH) continue;
    if (found < 0) return found == PCRE2_ERROR_NOMEMORY ? FOLLOWUP_E_MEMORY : FOLLOWUP_E_INTERNAL;
    PCRE2_SIZE last = pcre2_get_ovector_pointer(matcher->data)[1];
    if (last > *end) *end = last;
  }
  return FOLLOWUP_OK;
}

followup_status shape_find(const struct shape_set *set, struct shape_matcher *matcher, const char *bytes, size_t length,
                           size_t from, size_t to, size_t *start, size_t *end) {
  for (size_t at = from; at < to; at++) {
    uint32_t candidates = set->by_byte[(unsigned char)bytes[at]];
    if (candidates == 0) continue;
    if (at + 1 < length) candidates &= set->by_second[(unsigned char)bytes[at + 1]];
    if (candidates == 0) continue;
    followup_status status = match_at(set, matcher, candidates, bytes, length, at, end);
    if (status != FOLLOWUP_OK) return status;
    if (*end > at) {
      *start = at;
      return FOLLOWUP_OK;
    }
  }
  *start = *end = to;
  return FOLLOWUP_OK;
}
