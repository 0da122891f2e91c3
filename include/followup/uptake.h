/* Whether a note is really for this person: which of their words it takes up, and what else it holds of the talk. */
#ifndef FOLLOWUP_UPTAKE_H
#define FOLLOWUP_UPTAKE_H

#include <followup/linter.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a text takes up. One thread at a time. Since 0.1. */
typedef struct followup_uptake followup_uptake;

/** By what a note is taken up, for the most part. Numbers are never reused. Since 0.1. */
typedef enum followup_uptake_way {
  FOLLOWUP_UPTAKE_SAME_WORDS = 1,   /**< its own words */
  FOLLOWUP_UPTAKE_WORD_FORMS = 2,   /**< the same words in another form: charts, charting */
  FOLLOWUP_UPTAKE_NUMBER = 3,       /**< a number, in digits or in words */
  FOLLOWUP_UPTAKE_NAME = 4,         /**< a proper name */
  FOLLOWUP_UPTAKE_ABBREVIATION = 5, /**< an abbreviation for its words, or the words for it: SRE, ICU */
  FOLLOWUP_UPTAKE_RELATED_WORDS = 6 /**< words of the same meaning, or a narrower or wider one: lorry, truck */
} followup_uptake_way;

/** "same-words" and so on; NULL for a number this version does not know. Static. Since 0.1. */
FOLLOWUP_API const char *followup_uptake_way_name(followup_uptake_way way);

/*
 * Reading calls. `scratch` is NULL or made from the same linter. `uptake` points to NULL (a new one is made, owned by
 * the caller: followup_uptake_free()) or to one of an earlier call, which is then used again. On failure it is as it was.
 */

/**
 * Reads which notes a text takes up, without a case.
 *
 * linter      or NULL for the defaults (slower: one is made for the call)
 * body        UTF-8, `length` bytes or FOLLOWUP_ZERO_TERMINATED; greeting, sign-off and quoted mail are left out
 * notes       `note_count` UTF-8 texts, zero-terminated, each a note; NULL where `note_count` is 0
 * uptake      the notes taken up, and the concrete details of the text
 *
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_UTF8 (offset in the body or the note), FOLLOWUP_E_LIMIT, FOLLOWUP_E_MEMORY,
 * FOLLOWUP_E_INTERNAL. Since 0.1.
 */
FOLLOWUP_API followup_status followup_uptake_read_text(const followup_linter *linter, followup_scratch *scratch,
                                                       const char *body, size_t length, const char *const *notes,
                                                       size_t note_count, followup_uptake **uptake,
                                                       followup_error *error);

/**
 * Reads which notes of an interviewer a message takes up. The words of the case (its company, role and people) count
 * for nothing, as when the message is judged.
 *
 * linter       or NULL for the defaults
 * message      of a case
 * interviewer  of the same case; NULL: no notes are asked for, only the concrete details
 * uptake       the notes taken up, and the concrete details of the message
 *
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_LIMIT, FOLLOWUP_E_MEMORY, FOLLOWUP_E_INTERNAL. Since 0.1.
 */
FOLLOWUP_API followup_status followup_uptake_read_message(const followup_linter *linter, followup_scratch *scratch,
                                                          const followup_message *message,
                                                          const followup_interviewer *interviewer,
                                                          followup_uptake **uptake, followup_error *error);

/** Frees an uptake; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_uptake_free(followup_uptake *uptake);

/** How many notes are taken up. They are in the order in which they were given. Since 0.1. */
FOLLOWUP_API size_t followup_uptake_count(const followup_uptake *uptake);

/** The index of a note taken up, among the notes given; FOLLOWUP_NOWHERE past the end. Since 0.1. */
FOLLOWUP_API size_t followup_uptake_note(const followup_uptake *uptake, size_t index);

/**
 * How surely a note is taken up: from 0.5, for one rare word or two homely ones in common, to 1, for twice as much or for
 * every telling word of the note.
 *
 * index  of the note among those taken up; past the end the answer is 0
 *
 * Since 0.1.
 */
FOLLOWUP_API double followup_uptake_sureness(const followup_uptake *uptake, size_t index);

/** By what it is taken up; 0 past the end. Since 0.1. */
FOLLOWUP_API followup_uptake_way followup_uptake_how(const followup_uptake *uptake, size_t index);

/**
 * Where a note is taken up: from the first word for it to the last, in one sentence or two neighbouring ones.
 *
 * start, end  offsets into the body, end exclusive, in `unit`; either may be NULL
 *
 * False, and nothing written, past the end or where the unit is unknown. Since 0.1.
 */
FOLLOWUP_API bool followup_uptake_span(const followup_uptake *uptake, size_t index, followup_unit unit, size_t *start,
                                       size_t *end);

/**
 * How many sentences hold a concrete detail of the talk, whether a note holds it or not: something beyond role, company,
 * names and what any letter of thanks may say. Since 0.1.
 */
FOLLOWUP_API size_t followup_uptake_detail_count(const followup_uptake *uptake);

/** Where a concrete detail stands; as followup_uptake_span(). Since 0.1. */
FOLLOWUP_API bool followup_uptake_detail_span(const followup_uptake *uptake, size_t index, followup_unit unit,
                                              size_t *start, size_t *end);

#ifdef __cplusplus
}
#endif

#endif
