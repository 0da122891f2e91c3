#include "rules/guess.h"

#include <string.h>

#include "pack_en.h"

/*
 * Signs add up: each list gives points to a kind, once for its first hit and again for another one elsewhere. Thanks
 * stand in almost every message and interest in most, so that they weigh little; an offer or a rejection weighs most.
 */
static const struct sign {
  uint16_t list;
  followup_kind kind;
  int first, more;
} signs[] = {
    /* Whoever leaves the process thanks, regrets and speaks of offers; none of that is a kind. */
    {LIST_KIND_WITHDRAWAL, FOLLOWUP_KIND_UNKNOWN, 60, 0},
    {LIST_KIND_OFFER_ACKNOWLEDGEMENT, FOLLOWUP_KIND_OFFER_ACKNOWLEDGEMENT, 14, 3},
    {LIST_WRITTEN_OFFER, FOLLOWUP_KIND_OFFER_ACKNOWLEDGEMENT, 4, 0},
    {LIST_ACCEPTS_UNSEEN, FOLLOWUP_KIND_OFFER_ACKNOWLEDGEMENT, 4, 0},
    {LIST_OFFER_JOY, FOLLOWUP_KIND_OFFER_ACKNOWLEDGEMENT, 1, 0},
    {LIST_ARGUES_WITH_DECISION, FOLLOWUP_KIND_FEEDBACK_REQUEST, 4, 0},
    {LIST_ASKS_FOR_DECISION_DATE, FOLLOWUP_KIND_STATUS_CHECK, 1, 0},
    {LIST_KIND_FEEDBACK_REQUEST, FOLLOWUP_KIND_FEEDBACK_REQUEST, 13, 3},
    {LIST_KIND_INFORMATION_REPLY, FOLLOWUP_KIND_INFORMATION_REPLY, 9, 3},
    {LIST_KIND_ANSWER, FOLLOWUP_KIND_INFORMATION_REPLY, 3, 0},
    {LIST_KIND_MATERIALS, FOLLOWUP_KIND_MATERIALS, 8, 3},
    {LIST_MISSING_ATTACHMENT, FOLLOWUP_KIND_MATERIALS, 3, 0},
    {LIST_MISSING_ATTACHMENT, FOLLOWUP_KIND_INFORMATION_REPLY, 2, 0},
    {LIST_KIND_APPLICATION_FOLLOW_UP, FOLLOWUP_KIND_APPLICATION_FOLLOW_UP, 12, 3},
    {LIST_KIND_TALK, FOLLOWUP_KIND_APPLICATION_FOLLOW_UP, -8, 0},
    {LIST_KIND_STATUS_CHECK, FOLLOWUP_KIND_STATUS_CHECK, 8, 1},
    {LIST_KIND_TALK, FOLLOWUP_KIND_STATUS_CHECK, 1, 0},
    {LIST_KIND_STALE, FOLLOWUP_KIND_STATUS_CHECK, 2, 0},
    {LIST_KIND_THANK_YOU, FOLLOWUP_KIND_THANK_YOU, 3, 2},
    {LIST_THANKS, FOLLOWUP_KIND_THANK_YOU, 7, 0},
    {LIST_KIND_FRESH, FOLLOWUP_KIND_THANK_YOU, 4, 0},
    {LIST_KIND_CONTINUED_INTEREST, FOLLOWUP_KIND_CONTINUED_INTEREST, 5, 2},
    {LIST_KIND_STALE, FOLLOWUP_KIND_CONTINUED_INTEREST, 3, 0},
    {LIST_INTEREST, FOLLOWUP_KIND_CONTINUED_INTEREST, 1, 0},
};

/* Hits of a list that do not overlap, in subject and prose; the points are balanced for phrases, not for votes. */
static int places(const struct inspection *in, uint16_t list) {
  size_t count;
  const struct phrase_hit *hits = phrase_hits(in->body_scan, list, &count);
  int found = subject_says(in, list) ? 1 : 0;
  size_t end = 0;
  for (size_t i = 0; i < count; i++) {
    if (hits[i].phrase == NO_PHRASE || !hit_in_prose(in, &hits[i])) continue;
    if (hits[i].start >= end) found++;
    if (hits[i].end > end) end = hits[i].end;
  }
  return found;
}

enum { KINDS = FOLLOWUP_KIND_FEEDBACK_REQUEST + 1, LINK_POINTS = 5 };

/* What is sent along may be behind a link. */
static bool has_link(const struct inspection *in) {
  for (size_t i = 0; i < in->body->words.count; i++) {
    const struct text_word *word = &in->body->words.items[i];
    const char *bytes = in->body->bytes + word->start;
    bool web = word->end - word->start > 2 && (memcmp(bytes, "htt", 3) == 0 || memcmp(bytes, "www", 3) == 0);
    if (web && (word->flags & WORD_OF_LINK) && word->sentence != NO_SENTENCE) return true;
  }
  return false;
}

bool leaves_process(const struct inspection *in) { return says(in, LIST_KIND_WITHDRAWAL); }

followup_kind guess_kind(const struct inspection *in) {
  int points[KINDS] = {0};
  if (has_link(in)) points[FOLLOWUP_KIND_MATERIALS] += LINK_POINTS;
  for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
    int found = places(in, signs[i].list);
    if (found > 0) points[signs[i].kind] += signs[i].first + (found > 1 ? signs[i].more : 0);
  }
  followup_kind best = FOLLOWUP_KIND_UNKNOWN;
  for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
    if (points[signs[i].kind] > points[best]) best = signs[i].kind;
  return best;
}
