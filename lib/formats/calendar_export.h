/* The export of plans: an action as a VTODO, and the VTIMEZONE of every zone that it is told in. */
#ifndef FOLLOWUP_FORMATS_CALENDAR_EXPORT_H
#define FOLLOWUP_FORMATS_CALENDAR_EXPORT_H

#include <libical/ical.h>

#include <followup-formats.h>

enum { MOST_OFFSET_CHANGES = 128, UID_SIZE = 33 };

/* Clocks change there from one offset (seconds east of UTC) to another. Instants are Unix seconds. */
struct offset_change {
  int64_t at;
  int32_t from, to;
};

/* What a VTIMEZONE says of a zone: true from `first` until `last`, no word on other times. */
struct zone_cover {
  char *name;
  int64_t first, last;
  int32_t first_offset;
  size_t change_count;
  struct offset_change changes[MOST_OFFSET_CHANGES];
};

/* Finds the changes around `now` (Unix seconds). The zone's name is copied; free the cover also after a failure. */
followup_status zone_cover_fill(struct zone_cover *cover, const followup_context *context, const char *name,
                                int64_t now, followup_error *error);
void zone_cover_free(struct zone_cover *cover);
/* Whether the local time of an instant means that instant and no other, by what the VTIMEZONE says. */
bool zone_cover_tells(const struct zone_cover *cover, int64_t instant);
/* The VTIMEZONE; NULL when there is no memory. */
icalcomponent *zone_cover_component(const struct zone_cover *cover);

/* What an action becomes. */
struct task {
  const followup_case *of;
  const followup_action *action;
  const struct zone_cover *zone; /* NULL: told in UTC */
  int64_t now;                   /* Unix seconds */
  char uid[UID_SIZE];
};

/* The VTODO; NULL when there is no memory. */
icalcomponent *task_component(const struct task *task);

/* Sets a UID for each action of a plan that is the same at any now; false when there is no memory. */
bool plan_uids(const followup_case *of, const followup_plan *plan, char (*uids)[UID_SIZE]);

/* Unix seconds of Unix milliseconds. */
int64_t whole_seconds(int64_t milliseconds);

#endif
