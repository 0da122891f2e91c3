#include "formats/calendar_events.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MOST_BYTES = 16 << 20, MOST_LINE = 64 << 10, MOST_DEPTH = 8, NAME_SIZE = 32, MOST_PROPERTIES = 500 };

struct walk {
  const char *at, *end;
  size_t next_line; /* the number of the line at `at` */
  char *unfolded;   /* as large as the whole text */
  size_t length, line;
  char open[MOST_DEPTH][NAME_SIZE];
  size_t depth;
  bool has_calendar;
  size_t properties;
  struct calendar_event event;
  event_taker take;
  void *user;
  followup_error *error;
};

followup_status calendar_fail(followup_error *error, followup_status status, size_t line, const char *reason) {
  return followup_error_set(error, status, NULL, FOLLOWUP_NOWHERE, line, reason);
}

followup_status calendar_settle(followup_error *error, followup_status status, size_t line) {
  if (status == FOLLOWUP_OK) return status;
  return followup_error_set(error, status, followup_error_member(error), FOLLOWUP_NOWHERE, line,
                            followup_error_reason(error));
}

static followup_status refuse(const struct walk *walk, followup_status status, const char *reason) {
  return calendar_fail(walk->error, status, walk->line, reason);
}

/* Lines. */

static void unfold_one(struct walk *walk) {
  const char *stop = memchr(walk->at, '\n', (size_t)(walk->end - walk->at));
  const char *next = stop != NULL ? stop + 1 : walk->end;
  if (stop == NULL) stop = walk->end;
  if (stop > walk->at && stop[-1] == '\r') stop--;
  memcpy(walk->unfolded + walk->length, walk->at, (size_t)(stop - walk->at));
  walk->length += (size_t)(stop - walk->at);
  walk->at = next;
  walk->next_line++;
}

/* The next line that is not empty, put together from its folded pieces. */
static bool next_line(struct walk *walk) {
  walk->length = 0;
  while (walk->length == 0 && walk->at < walk->end) {
    walk->line = walk->next_line;
    unfold_one(walk);
    while (walk->at < walk->end && (*walk->at == ' ' || *walk->at == '\t')) {
      walk->at++;
      unfold_one(walk);
    }
  }
  walk->unfolded[walk->length] = '\0';
  return walk->length > 0;
}

static bool begins(const char *line, const char *name) { return strncasecmp(line, name, strlen(name)) == 0; }

/* Properties. */

static bool is_name(const char *line, const char *name) {
  size_t length = strlen(name);
  return begins(line, name) && (line[length] == ':' || line[length] == ';');
}

static bool matters(const char *line) {
  static const char *const names[] = {"DTSTART", "DTEND",  "DURATION",  "RRULE",    "UID",
                                      "SUMMARY", "STATUS", "ORGANIZER", "ATTENDEE", "RECURRENCE-ID"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (is_name(line, names[i])) return true;
  return false;
}

/* Names and parameters end at a colon outside quotes, with something behind it. */
static bool has_form(const char *line) {
  bool quoted = false;
  for (; *line != '\0' && (quoted || *line != ':'); line++) quoted ^= *line == '"';
  return *line == ':';
}

static bool is_error(icalproperty *property) {
  return property == NULL || icalproperty_isa(property) == ICAL_XLICERROR_PROPERTY ||
         icalproperty_get_value(property) == NULL;
}

static void keep_line(struct calendar_event *event, icalproperty_kind kind, size_t line) {
  if (kind == ICAL_DTSTART_PROPERTY)
    event->start_line = line;
  else if (kind == ICAL_DTEND_PROPERTY || kind == ICAL_DURATION_PROPERTY)
    event->end_line = line;
  else if (kind == ICAL_RRULE_PROPERTY)
    event->rule_line = line;
}

static followup_status take_property(struct walk *walk) {
  const char *line = walk->unfolded;
  if (!has_form(line)) return refuse(walk, FOLLOWUP_E_SYNTAX, "is not a line of iCalendar: NAME:value");
  if (!matters(line)) return FOLLOWUP_OK;
  if (walk->length > MOST_LINE) return refuse(walk, FOLLOWUP_E_LIMIT, "is longer than 64 KiB");
  if (++walk->properties > MOST_PROPERTIES)
    return refuse(walk, FOLLOWUP_E_LIMIT, "is the 501st line of one event that is to be read");
  if (strchr(line, ':')[1] == '\0') return FOLLOWUP_OK; /* says nothing */
  icalproperty *property = icalproperty_new_from_string(line);
  if (is_error(property)) {
    if (property != NULL) icalproperty_free(property);
    return refuse(walk, FOLLOWUP_E_SYNTAX, "has a value that cannot be read");
  }
  keep_line(&walk->event, icalproperty_isa(property), walk->line);
  icalcomponent_add_property(walk->event.component, property);
  return FOLLOWUP_OK;
}

/* Components. */

static bool in_event(const struct walk *walk) {
  return walk->depth == 2 && strcasecmp(walk->open[1], "VEVENT") == 0; /* the outermost is a VCALENDAR */
}

static void drop_event(struct walk *walk) {
  if (walk->event.component != NULL) icalcomponent_free(walk->event.component);
  walk->event.component = NULL;
}

static followup_status begin_component(struct walk *walk, const char *name) {
  if (strlen(name) >= NAME_SIZE || *name == '\0') return refuse(walk, FOLLOWUP_E_SYNTAX, "begins nothing known");
  if (walk->depth == MOST_DEPTH) return refuse(walk, FOLLOWUP_E_LIMIT, "is nested more than 8 deep");
  if (walk->depth == 0 && strcasecmp(name, "VCALENDAR") != 0)
    return refuse(walk, FOLLOWUP_E_SYNTAX, "is not in a VCALENDAR");
  walk->has_calendar = true;
  memcpy(walk->open[walk->depth++], name, strlen(name) + 1);
  if (!in_event(walk)) return FOLLOWUP_OK;
  walk->properties = 0;
  walk->event = (struct calendar_event){.line = walk->line,
                                        .number = walk->event.number + 1,
                                        .start_line = walk->line,
                                        .end_line = walk->line,
                                        .rule_line = walk->line,
                                        .component = icalcomponent_new(ICAL_VEVENT_COMPONENT)};
  return walk->event.component != NULL ? FOLLOWUP_OK : refuse(walk, FOLLOWUP_E_MEMORY, NULL);
}

static followup_status end_component(struct walk *walk, const char *name) {
  if (strcasecmp(walk->open[walk->depth - 1], name) != 0)
    return refuse(walk, FOLLOWUP_E_SYNTAX, "ends what was not begun");
  followup_status status = FOLLOWUP_OK;
  if (in_event(walk)) {
    status = walk->take(&walk->event, walk->user, walk->error);
    drop_event(walk);
  }
  walk->depth--;
  return status;
}

static followup_status take_line(struct walk *walk) {
  const char *line = walk->unfolded;
  if (strlen(line) != walk->length) return refuse(walk, FOLLOWUP_E_UTF8, "holds a NUL byte");
  if (begins(line, "BEGIN:")) return begin_component(walk, line + strlen("BEGIN:"));
  if (walk->depth == 0) return refuse(walk, FOLLOWUP_E_SYNTAX, "is not in a VCALENDAR");
  if (begins(line, "END:")) return end_component(walk, line + strlen("END:"));
  return in_event(walk) ? take_property(walk) : FOLLOWUP_OK;
}

followup_status each_event(const char *text, size_t length, event_taker take, void *user, followup_error *error) {
  static const char mark[] = "\xEF\xBB\xBF";
  struct walk walk = {.at = text, .next_line = 1, .line = 1, .take = take, .user = user, .error = error};
  if (text == NULL) return calendar_fail(error, FOLLOWUP_E_ARGUMENT, FOLLOWUP_NOWHERE, "no text");
  if (length == FOLLOWUP_ZERO_TERMINATED) length = strlen(text);
  if (length > MOST_BYTES) return calendar_fail(error, FOLLOWUP_E_LIMIT, FOLLOWUP_NOWHERE, "is longer than 16 MiB");
  if (icalerror_get_errors_are_fatal())
    return calendar_fail(error, FOLLOWUP_E_INTERNAL, FOLLOWUP_NOWHERE, "libical is set to end the process on errors");
  walk.end = text + length;
  if (length >= 3 && memcmp(text, mark, 3) == 0) walk.at += 3;
  walk.unfolded = malloc(length + 1);
  if (walk.unfolded == NULL) return calendar_fail(error, FOLLOWUP_E_MEMORY, FOLLOWUP_NOWHERE, NULL);
  followup_status status = FOLLOWUP_OK;
  while (status == FOLLOWUP_OK && next_line(&walk)) status = take_line(&walk);
  if (status == FOLLOWUP_OK && !walk.has_calendar) status = refuse(&walk, FOLLOWUP_E_SYNTAX, "holds no VCALENDAR");
  if (status == FOLLOWUP_OK && walk.depth > 0) status = refuse(&walk, FOLLOWUP_E_SYNTAX, "ends within a component");
  drop_event(&walk);
  free(walk.unfolded);
  return status;
}

/* What an event says. */

icalproperty *event_property(const struct calendar_event *event, icalproperty_kind kind) {
  return icalcomponent_get_first_property(event->component, kind);
}

bool event_is_cancelled(const struct calendar_event *event) {
  icalproperty *status = event_property(event, ICAL_STATUS_PROPERTY);
  return status != NULL && icalproperty_get_status(status) == ICAL_STATUS_CANCELLED;
}

struct icaltimetype event_time(const struct calendar_event *event, icalproperty_kind kind) {
  icalproperty *property = event_property(event, kind);
  return property != NULL ? icalvalue_get_datetime(icalproperty_get_value(property)) : icaltime_null_time();
}

bool event_is_of_days(const struct calendar_event *event) {
  struct icaltimetype start = event_time(event, ICAL_DTSTART_PROPERTY);
  return !icaltime_is_null_time(start) && start.is_date;
}

int64_t event_duration(const struct calendar_event *event) {
  icalproperty *property = event_property(event, ICAL_DURATION_PROPERTY);
  if (property == NULL) return -1;
  struct icaldurationtype given = icalproperty_get_duration(property);
  if (given.is_neg) return -1;
  int64_t days = (int64_t)given.weeks * 7 + given.days;
  return ((days * 24 + given.hours) * 60 + given.minutes) * 60 + given.seconds;
}
