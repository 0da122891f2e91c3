/*
 * Memory that fails on purpose. INJECT makes one call again and again: its first allocation fails, then its first and
 * all behind it, then its second, and so on, until the call is let through. Each failure must be FOLLOWUP_E_MEMORY.
 */
#ifndef FOLLOWUP_TESTS_FAULT_INJECTION_H
#define FOLLOWUP_TESTS_FAULT_INJECTION_H

#include <followup.h>

/* What fails, and what is held; the user pointer of the context made by injection_context(). */
struct injector {
  long left;    /* allocations until one fails; -1: none does */
  bool lasting; /* and all behind it */
  bool fired;
  long held, made; /* blocks not given back; allocations so far */
};

extern struct injector injector;

/* Every `stride`th allocation is failed, counted from `offset`; 1 and 0 unless set. */
void injection_sample(long stride, long offset);

/* A context whose memory the injector gives; owned by the caller. Its functions take &injector. */
followup_context *injection_context(void);
void injection_functions(followup_allocate *allocate, followup_release *release);

/* One more call of that name is failed at all its allocations; its name is what stands before the bracket. */
void injection_begin(const char *call);
/* Whether there is more to fail; it arms what fails next. The call is to be made once for each true. */
bool injection_arm(void);
/* Disarms; whether the call failed as it should. A call that went through although memory failed is counted. */
bool injection_failed(followup_status status);
/* Takes the failed call for done: it went through. */
void injection_end(void);

/* A call that sets or adds: it goes through once, when nothing fails any more. */
#define INJECT(call)                                \
  do {                                              \
    injection_begin(#call);                         \
    while (injection_arm())                         \
      if (!injection_failed(call)) injection_end(); \
  } while (0)

/*
 * A call that makes something, again and again: `made` stays NULL when it fails; where it goes through it is what it
 * was when nothing failed, as `sayer` (fault/said.h) tells it. The last one is left.
 */
#define INJECT_MADE(call, made, release, sayer) \
  do {                                          \
    char *said_before = NULL, *said_now = NULL; \
    ck_assert_int_eq(call, FOLLOWUP_OK);        \
    SAY(said_before, sayer, made);              \
    injection_begin(#call);                     \
    while (injection_arm()) {                   \
      release(made);                            \
      (made) = NULL;                            \
      if (injection_failed(call)) {             \
        ck_assert_ptr_null(made);               \
        continue;                               \
      }                                         \
      SAY(said_now, sayer, made);               \
      ck_assert_str_eq(said_now, said_before);  \
      free(said_now);                           \
    }                                           \
    free(said_before);                          \
  } while (0)

long injections(void);
/* Failed allocations that a call did without. */
long injections_tolerated(void);
/* Writes "name calls injections" a line for every call that was made. */
void injections_list(const char *path);

#endif
