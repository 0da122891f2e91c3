/* All that the getters say, as one text: two results are the same if it is. */
#ifndef FOLLOWUP_TESTS_FAULT_SAID_H
#define FOLLOWUP_TESTS_FAULT_SAID_H

#include <followup.h>
#include <stdio.h>

/* Each writes through every getter of its handle. */
void say_case(FILE *out, const followup_case *of);
void say_report(FILE *out, const followup_report *report);
void say_plan(FILE *out, const followup_plan *plan);
void say_draft(FILE *out, const followup_draft *draft);
void say_record(FILE *out, const followup_record *record);
void say_window(FILE *out, const followup_window *window);
void say_uptake(FILE *out, const followup_uptake *uptake);
void say_similarity(FILE *out, const followup_similarity *similarity);
void say_comparison(FILE *out, const followup_comparison *comparison);
void say_policy(FILE *out, const followup_policy *policy);
/* The names of everything, which no handle has. */
void say_names(FILE *out);

/* One of them as a text to be freed; the test fails where there is no memory. */
#define SAY(into, sayer, handle)                            \
  do {                                                      \
    size_t said_length = 0;                                 \
    FILE *said_out = open_memstream(&(into), &said_length); \
    ck_assert_ptr_nonnull(said_out);                        \
    sayer(said_out, handle);                                \
    ck_assert_int_eq(fclose(said_out), 0);                  \
  } while (0)

#endif
