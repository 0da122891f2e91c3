#include "fault/injection.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CALLS_MOST = 200, NAME_MOST = 64 };

struct injector injector = {.left = -1};

static struct {
  char name[NAME_MOST];
  long calls, failures;
} calls[CALLS_MOST], *current;
static size_t call_count;
static long total, tolerated, stride = 1, offset, place;
static bool lasting_is_next, ended;

static void *allocate(size_t size, void *user) {
  struct injector *own = user;
  if (own->left == 0) {
    own->fired = true;
    if (!own->lasting) own->left = -1;
    return NULL;
  }
  if (own->left > 0) own->left--;
  own->held++;
  own->made++;
  return malloc(size);
}

static void release(void *block, void *user) {
  ((struct injector *)user)->held--;
  free(block);
}

void injection_functions(followup_allocate *take, followup_release *give) {
  *take = allocate;
  *give = release;
}

followup_context *injection_context(void) {
  followup_context *context = NULL;
  ck_assert_int_eq(followup_context_new(allocate, release, &injector, &context), FOLLOWUP_OK);
  return context;
}

void injection_sample(long each, long from) {
  stride = each;
  offset = from % each;
}

void injection_begin(const char *call) {
  int length = (int)strcspn(call, "(");
  for (current = calls; current < calls + call_count; current++)
    if (strncmp(current->name, call, (size_t)length) == 0 && current->name[length] == '\0') break;
  if (current == calls + call_count) {
    ck_assert_uint_lt(call_count, CALLS_MOST);
    snprintf(calls[call_count++].name, NAME_MOST, "%.*s", length, call);
  }
  current->calls++;
  place = offset;
  lasting_is_next = ended = false;
}

bool injection_arm(void) {
  if (ended) return false;
  injector.left = place;
  injector.lasting = lasting_is_next;
  injector.fired = false;
  return true;
}

bool injection_failed(followup_status status) {
  injector.left = -1;
  if (!injector.fired) {
    ck_assert_msg(status == FOLLOWUP_OK, "%s: %s", current->name, followup_status_text(status));
    ended = true;
    return false;
  }
  total++;
  current->failures++;
  if (lasting_is_next) place += stride;
  lasting_is_next = !lasting_is_next;
  if (status == FOLLOWUP_OK) tolerated++;
  ck_assert_msg(status == FOLLOWUP_OK || status == FOLLOWUP_E_MEMORY, "%s: %s", current->name,
                followup_status_text(status));
  return status != FOLLOWUP_OK;
}

void injection_end(void) { ended = true; }

long injections(void) { return total; }

long injections_tolerated(void) { return tolerated; }

void injections_list(const char *path) {
  FILE *file = fopen(path, "w");
  ck_assert_ptr_nonnull(file);
  for (size_t i = 0; i < call_count; i++)
    fprintf(file, "%s\t%ld\t%ld\n", calls[i].name, calls[i].calls, calls[i].failures);
  fclose(file);
}
