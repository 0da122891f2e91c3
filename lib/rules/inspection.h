/* One message under inspection: everything that a rule may look at, and how it reports. */
#ifndef FOLLOWUP_RULES_INSPECTION_H
#define FOLLOWUP_RULES_INSPECTION_H

#include <followup/linter.h>
#include <followup/window.h>

#include "model/model.h"
#include "policy/policy.h"
#include "rules/case_days.h"
#include "rules/catalogue.h"
#include "rules/greeting.h"
#include "rules/history.h"
#include "rules/panel.h"
#include "rules/personalization.h"
#include "rules/report.h"
#include "text/known.h"
#include "text/offsets.h"
#include "text/phrase.h"
#include "text/shapes.h"
#include "text/stems.h"
#include "text/text.h"

/* A part that was read: its text, its terms and the phrases in it. */
struct read_part {
  struct text text;
  struct phrase_scan scan;
  struct offset_index offsets; /* of findings' places, read when the first one is reported */
};

struct followup_scratch {
  const followup_context *context;
  const followup_linter *linter;
  struct text_reader *reader;
  struct shape_matcher *shapes;
  struct stemmer *stemmer;
  struct read_part body, subject;
  struct text name;         /* the addressee's, where a rule compares it with others */
  struct text note;         /* any other text a rule reads: a note, a name */
  struct text role;         /* of the case */
  struct known_words known; /* names, company and role of the case */
  struct telling telling;   /* of the body */
  body_stretches details;   /* of the body, once they were asked for */
  struct note_table notes;  /* of the case, read when a rule first asks */
  /* Read when a rule first asks, once a case. */
  struct known_words noted; /* the words of all notes */
  struct case_days days;
  struct panel_notes panel;
  bool notes_are_read, days_are_read;
  struct read_part compared; /* a body as it is compared with others; see rules/compared.h */
  name_set names[2];         /* set aside there: in all bodies, in this one */
  struct history history;  /* of the case */
  followup_window *window; /* the promise read last */
  finding_list findings;   /* of the call under way */
  text_pool texts;
};

struct followup_linter {
  const followup_context *context;
  followup_policy *policy;
  const struct pack *pack;
  struct shape_set *shapes;
  uint64_t lists[KIND_COUNT]; /* the phrase lists that rules ask of messages of each kind, one bit each */
};

struct inspection {
  followup_scratch *scratch;
  const followup_policy *policy;
  const struct pack *pack;
  const followup_case *of;                 /* NULL: a text alone, which has no headers, case or time */
  const followup_message *message;         /* NULL with it */
  followup_kind kind;                      /* the message's, else the one guessed */
  bool leaves;                             /* of no kind, since the candidate leaves the process */
  int64_t now;                             /* of the call, FOLLOWUP_NO_TIME with it */
  int64_t at;                              /* the instant it counts as sent, FOLLOWUP_NO_TIME for a text alone */
  const struct mailbox *addressee;         /* or NULL */
  const followup_interview *interview;     /* or NULL */
  const followup_interviewer *interviewer; /* the addressee on a panel, or NULL */
  const struct text *body, *subject;
  const struct phrase_scan *body_scan, *subject_scan;
  struct greeting greeting; /* through read_greeting() */
  followup_status failure;  /* why a rule gave up; FOLLOWUP_OK: for want of memory, or none did */
};

/* What a finding says: the place and what its explanation names. Zeroed members are left out. */
struct report_line {
  followup_part part;
  size_t index;       /* FOLLOWUP_NOWHERE where the part is no list */
  const char *source; /* the part's text, where the finding has a span */
  size_t source_length;
  size_t start, end;
  followup_level level; /* FOLLOWUP_LEVEL_OFF: the policy's */
  struct {
    const char *text;
    size_t length;
  } arguments[FINDING_ARGUMENTS];
  int number;
};

bool report_line_add(struct inspection *in, const struct rule_row *row, const struct report_line *line);

/* A finding about the whole message, about a stretch of the body, about a stretch of the subject. */
bool report_message(struct inspection *in, const struct rule_row *row);
bool report_body(struct inspection *in, const struct rule_row *row, size_t start, size_t end);
bool report_subject(struct inspection *in, const struct rule_row *row, size_t start, size_t end);

/*
 * Tells a finding anew whose span was widened; `*wanted` becomes false where the policy suppresses it. False when there
 * is no memory.
 */
bool report_widened(struct inspection *in, struct followup_finding *finding, bool *wanted);

/* Every hit of a phrase list in the subject and in the body's prose, or in the subject alone. */
bool report_phrases(struct inspection *in, const struct rule_row *row, uint16_t list);
bool report_subject_phrases(struct inspection *in, const struct rule_row *row, uint16_t list);

/* The sentence of the body that a hit begins in, or NO_SENTENCE. */
uint32_t hit_sentence(const struct inspection *in, const struct phrase_hit *hit);
/* Whether a hit lies in a sentence of the body, not in greeting, sign-off or signature. */
bool hit_in_prose(const struct inspection *in, const struct phrase_hit *hit);
/* Whether the body's prose or the subject holds a phrase of the list. */
bool says(const struct inspection *in, uint16_t list);
bool body_says(const struct inspection *in, uint16_t list);
bool subject_says(const struct inspection *in, uint16_t list);

/* Whether all is well so far; a rule that returns false after it has failed for that reason. */
bool goes_on(struct inspection *in, followup_status status);
/* Reads a name or a note, on one line. */
bool read_line(struct inspection *in, const struct model_text *line, struct text *read);

/* The zone of that kind that comes first, or NULL. */
const struct text_zone *body_zone(const struct inspection *in, enum zone_kind kind);

#endif
