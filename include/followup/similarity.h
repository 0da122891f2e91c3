/* Similarity: how much of their wording texts share, for two of them or for very many. */
#ifndef FOLLOWUP_SIMILARITY_H
#define FOLLOWUP_SIMILARITY_H

#include <followup/linter.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * What is compared is the prose of a message body: greeting, sign-off, signature and quoted mail are set aside, and so
 * are the names in the greeting, names that the caller gives, and titles beside a name (Dr., Ms.). Words count as the
 * same without case, punctuation and endings ("visit", "visits"), and contractions as what they stand for ("I'm": "I am").
 *
 * A word is shared where it stands in a run of three or more words that the other text has too, wherever it has them. A
 * word of a formula that any thank-you note may hold ("thank you for taking the time", "I look forward to hearing from
 * you") weighs an eighth of any other. The share of two texts is the weight that they share, twice (in each text words
 * may repeat: the smaller of both), divided by the weight of both: from 0, nothing, to 1, all. It is the same in either
 * order. A text without a word of prose shares nothing with any other.
 */

/** What two texts share. One thread at a time. Since 0.1. */
typedef struct followup_similarity followup_similarity;

/**
 * Compares two message bodies.
 *
 * linter      or NULL for the defaults (slower: one is made for the call)
 * scratch     NULL, or made from the same linter
 * one, other  UTF-8 with their lengths in bytes, or FOLLOWUP_ZERO_TERMINATED
 * names       of people, and their job titles, in one text ("Priya Raman, Head of Sales"): their words are set aside in
 *             both bodies where they begin with a capital; or NULL
 * similarity  points to NULL (a new one is made, owned by the caller: followup_similarity_free(); the linter's context
 *             outlives it) or to one of an earlier call of the same linter, which is used again
 *
 * Takes time linear in the texts' length but for a logarithm. Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_UTF8 (offset in the
 * member named), FOLLOWUP_E_LIMIT, FOLLOWUP_E_MEMORY, FOLLOWUP_E_INTERNAL; one that was used again then shares nothing.
 * Since 0.1.
 */
FOLLOWUP_API followup_status followup_similarity_read(const followup_linter *linter, followup_scratch *scratch,
                                                      const char *one, size_t one_length, const char *other,
                                                      size_t other_length, const char *names, size_t names_length,
                                                      followup_similarity **similarity, followup_error *error);

/** Frees a similarity; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_similarity_free(followup_similarity *similarity);

/** The share, 0 to 1, as said above. Since 0.1. */
FOLLOWUP_API double followup_similarity_share(const followup_similarity *similarity);
/** Whether both have the same words in the same order, and have any: then the share is 1. Since 0.1. */
FOLLOWUP_API bool followup_similarity_same(const followup_similarity *similarity);
/** How many passages they share. Since 0.1. */
FOLLOWUP_API size_t followup_similarity_passage_count(const followup_similarity *similarity);

/**
 * A passage that they share, in the order of the first text, in which passages do not overlap.
 *
 * one_start, one_end      bytes of the first text, the end exclusive; each may be NULL
 * other_start, other_end  bytes of the second, the first place where it has those words
 *
 * False, and nothing written, past the end. Since 0.1.
 */
FOLLOWUP_API bool followup_similarity_passage(const followup_similarity *similarity, size_t index, size_t *one_start,
                                              size_t *one_end, size_t *other_start, size_t *other_end);

/** Many texts, each to be held against all others. One thread at a time. Since 0.1. */
typedef struct followup_comparison followup_comparison;

/**
 * Makes an empty comparison.
 *
 * linter  outlives the comparison; or NULL for the defaults
 * made    the new comparison, owned by the caller: followup_comparison_free()
 *
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_MEMORY, FOLLOWUP_E_INTERNAL. Since 0.1.
 */
FOLLOWUP_API followup_status followup_comparison_new(const followup_linter *linter, followup_comparison **made,
                                                     followup_error *error);

/** Frees a comparison; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_comparison_free(followup_comparison *comparison);

/** Takes all texts out again and keeps the memory for the next ones. Since 0.1. */
FOLLOWUP_API void followup_comparison_clear(followup_comparison *comparison);

/**
 * Adds a message body, numbered from 0 in the order of adding. The text is read at once and not kept.
 *
 * body   UTF-8, `length` bytes or FOLLOWUP_ZERO_TERMINATED
 * names  to set aside in this body, as in followup_similarity_read(), or NULL
 * owner  texts of one owner are not compared with each other: the candidate who wrote them, or, within one panel, the
 *        person they are written to
 *
 * Takes 9 bytes a word (up to twice that, as the room is doubled) until the comparison is freed. Errors:
 * FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_UTF8, FOLLOWUP_E_LIMIT (also: more than 500 million words in all), FOLLOWUP_E_MEMORY,
 * FOLLOWUP_E_INTERNAL; nothing is added then. Since 0.1.
 */
FOLLOWUP_API followup_status followup_comparison_add(followup_comparison *comparison, const char *body, size_t length,
                                                     const char *names, size_t names_length, uint64_t owner,
                                                     followup_error *error);

/** How many texts were added. Since 0.1. */
FOLLOWUP_API size_t followup_comparison_count(const followup_comparison *comparison);

/**
 * Finds for each text the one that shares most with it.
 *
 * least  the least share that counts, above 0 and at most 1; read to six decimal places
 *
 * Takes about 12 more bytes a word, and time that grows with the number of texts, not with its square. The result is that
 * of comparing every text with every other one, always for up to 2048 texts; above that, a text with very many half-near
 * ones may be left with one that is near enough but not the nearest, or with none: followup_comparison_is_settled() tells.
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_MEMORY; no text has a nearest then. Since 0.1.
 */
FOLLOWUP_API followup_status followup_comparison_run(followup_comparison *comparison, double least,
                                                     followup_error *error);

/**
 * The text of another owner that shares most with one.
 *
 * index  of the text, in the order of adding
 * other  the nearest text, one of those where several are as near; may be NULL
 * share  what they share, 0 to 1; may be NULL
 * same   whether both have the same words in the same order; may be NULL
 *
 * False, and nothing written, where none shares as much as was asked for, past the end, and before
 * followup_comparison_run(). Since 0.1.
 */
FOLLOWUP_API bool followup_comparison_nearest(const followup_comparison *comparison, size_t index, size_t *other,
                                              double *share, bool *same);

/** Whether no text is nearer to this one than its nearest: false where the search was cut short, and past the end. Since 0.1. */
FOLLOWUP_API bool followup_comparison_is_settled(const followup_comparison *comparison, size_t index);

#ifdef __cplusplus
}
#endif

#endif
