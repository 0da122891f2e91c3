#include "rules/content.h"

#include "model/queries.h"
#include "pack_en.h"
#include "rules/inspection.h"

bool judge_phrases(struct inspection *in, const struct rule_row *row) { return report_phrases(in, row, row->list); }

bool judge_no_thanks(struct inspection *in, const struct rule_row *row) {
  return says(in, LIST_THANKS) ? true : report_message(in, row);
}

bool judge_no_interest(struct inspection *in, const struct rule_row *row) {
  if (says(in, LIST_INTEREST)) return true;
  if (in->kind == FOLLOWUP_KIND_OFFER_ACKNOWLEDGEMENT && says(in, LIST_OFFER_JOY)) return true;
  return report_message(in, row);
}

/* Whether a hit stands where the employer's question is answered: in its sentence or the next, and asks nothing itself.
 */
static bool is_answer(const struct inspection *in, const struct phrase_hit *hit, const struct phrase_hit *answers,
                      size_t count, size_t *next) {
  uint32_t sentence = hit_sentence(in, hit);
  while (*next < count && hit_sentence(in, &answers[*next]) + 1 < sentence) ++*next;
  if (*next == count || hit_sentence(in, &answers[*next]) > sentence) return false;
  return !(in->body_scan->terms.items[hit->first_term].flags & TERM_QUESTION);
}

bool judge_pay_talk(struct inspection *in, const struct rule_row *row) {
  size_t count, answer_count, next = 0;
  const struct phrase_hit *hits = phrase_hits(in->body_scan, row->list, &count);
  const struct phrase_hit *answers = phrase_hits(in->body_scan, LIST_PAY_ANSWER, &answer_count);
  if (!report_subject_phrases(in, row, row->list)) return false;
  for (size_t i = 0; i < count; i++) {
    if (!hit_in_prose(in, &hits[i]) || is_answer(in, &hits[i], answers, answer_count, &next)) continue;
    if (!report_body(in, row, hits[i].start, hits[i].end)) return false;
  }
  return true;
}

bool judge_missing_attachment(struct inspection *in, const struct rule_row *row) {
  /* A text alone has no attachments to miss: whoever sends it adds them. */
  if (in->message == NULL || in->message->attachments.count > 0) return true;
  return report_phrases(in, row, LIST_MISSING_ATTACHMENT);
}

/* "the Coordinator role": all the words of the role that carry meaning, or a name of the panel. */
static bool names_role_or_person(const struct read_part *part) {
  for (size_t i = 0; i < part->scan.terms.count; i++) {
    const struct text_word *word = &part->text.words.items[part->scan.terms.items[i].word];
    if (word->sentence != NO_SENTENCE && (part->scan.terms.items[i].flags & TERM_ROLE)) return true;
  }
  return false;
}

bool judge_no_conversation_reference(struct inspection *in, const struct rule_row *row) {
  if (says(in, LIST_CONVERSATION_REFERENCE)) return true;
  if (names_role_or_person(&in->scratch->body) || names_role_or_person(&in->scratch->subject)) return true;
  return report_message(in, row);
}

static bool had_event(const struct inspection *in, followup_event_kind kind) {
  for (size_t i = 0; in->of != NULL && i < in->of->events.count; i++) {
    const followup_event *event = in->of->events.items[i];
    if (event->kind == kind && event->at <= in->at) return true;
  }
  return false;
}

bool judge_no_written_offer(struct inspection *in, const struct rule_row *row) {
  if (had_event(in, FOLLOWUP_EVENT_WRITTEN_OFFER) || says(in, LIST_WRITTEN_OFFER)) return true;
  return report_message(in, row);
}

bool judge_accepts_unseen(struct inspection *in, const struct rule_row *row) {
  if (had_event(in, FOLLOWUP_EVENT_WRITTEN_OFFER)) return true;
  return report_phrases(in, row, LIST_ACCEPTS_UNSEEN);
}
