#include "rules/people.h"

static int compare_times(const struct meeting *one, const struct meeting *other) {
  if (one->at != other->at) return one->at < other->at ? -1 : 1;
  return (one->place > other->place) - (one->place < other->place);
}

static bool has_address(const struct meeting *meeting) { return meeting->person.address.length > 0; }

static int order_by_address(const void *one, const void *other) {
  const struct meeting *left = one, *right = other;
  int order = address_compare(&left->person.address, &right->person.address);
  return order != 0 ? order : compare_times(left, right);
}

/* Of one name, those without an address come first. */
static int order_by_name(const void *one, const void *other) {
  const struct meeting *left = one, *right = other;
  int order = name_compare(&left->person.name, &right->person.name);
  if (order != 0) return order;
  if (has_address(left) != has_address(right)) return has_address(left) ? 1 : -1;
  return compare_times(left, right);
}

void people_clear(struct people *people) {
  people->meetings.count = people->by_address.count = people->by_name.count = 0;
}

bool people_add(const followup_context *context, struct people *people, const struct meeting *meeting) {
  if (!array_reserve(context, &people->meetings, 1)) return false;
  people->meetings.items[people->meetings.count++] = *meeting;
  return true;
}

bool people_sort(const followup_context *context, struct people *people) {
  size_t count = people->meetings.count;
  if (!array_reserve(context, &people->by_address, count) || !array_reserve(context, &people->by_name, count))
    return false;
  for (size_t i = 0; i < count; i++) {
    const struct meeting *meeting = &people->meetings.items[i];
    if (has_address(meeting)) people->by_address.items[people->by_address.count++] = meeting;
    if (meeting->person.name.length > 0) people->by_name.items[people->by_name.count++] = meeting;
  }
  index_sort(&people->by_address, order_by_address);
  index_sort(&people->by_name, order_by_name);
  return true;
}

void people_free(const followup_context *context, struct people *people) {
  array_free(context, &people->meetings);
  array_free(context, &people->by_address);
  array_free(context, &people->by_name);
}

/* Meetings side by side in one order, all with one person, in the order of time. */
struct run {
  const handle_index *index;
  handle_compare order;
  struct mailbox person;
};

enum { MOST_RUNS = 2 };

/* With an address: that address, and the bare name. Without: the name, alone and with any address. */
static size_t find_runs(const struct people *people, const struct mailbox *person, struct run runs[MOST_RUNS]) {
  size_t count = 0;
  struct mailbox named = {.name = person->name};
  if (person->address.length > 0) {
    runs[count++] = (struct run){&people->by_address, order_by_address, {.address = person->address}};
  } else if (person->name.length > 0) {
    runs[count] = (struct run){&people->by_name, order_by_name, named};
    runs[count++].person.address = (struct model_text){(char *)"?", 1};
  }
  if (person->name.length > 0) runs[count++] = (struct run){&people->by_name, order_by_name, named};
  return count;
}

/* The meeting at that place of the run, or NULL where another person's begin. */
static const struct meeting *meeting_at(const struct run *run, size_t at) {
  if (at >= run->index->count) return NULL;
  const struct meeting *found = run->index->items[at];
  struct meeting same_time = {.person = run->person, .at = found->at, .place = found->place};
  return run->order(found, &same_time) == 0 ? found : NULL;
}

const struct meeting *people_first(const struct people *people, const struct mailbox *person, int64_t from) {
  struct run runs[MOST_RUNS];
  const struct meeting *first = NULL;
  size_t count = find_runs(people, person, runs);
  for (size_t i = 0; i < count; i++) {
    struct meeting sought = {.person = runs[i].person, .at = from, .place = 0};
    const struct meeting *found = meeting_at(&runs[i], index_find(runs[i].index, &sought, runs[i].order));
    if (found != NULL && (first == NULL || compare_times(found, first) < 0)) first = found;
  }
  return first;
}

const struct meeting *people_last(const struct people *people, const struct mailbox *person, int64_t until) {
  struct run runs[MOST_RUNS];
  const struct meeting *last = NULL;
  size_t count = find_runs(people, person, runs);
  for (size_t i = 0; i < count; i++) {
    struct meeting sought = {.person = runs[i].person, .at = until, .place = SIZE_MAX};
    size_t after = index_find(runs[i].index, &sought, runs[i].order);
    const struct meeting *found = after > 0 ? meeting_at(&runs[i], after - 1) : NULL;
    if (found != NULL && (last == NULL || compare_times(found, last) > 0)) last = found;
  }
  return last;
}

struct mailbox interviewer_mailbox(const followup_interviewer *interviewer) {
  return (struct mailbox){.name = interviewer->name, .address = interviewer->email};
}

bool people_add_interviewers(const followup_context *context, struct people *people, const followup_case *of,
                             bool at_start) {
  for (size_t i = 0; i < of->interviews.count; i++) {
    const followup_interview *interview = of->interviews.items[i];
    int64_t at = at_start ? interview->start : interview->end;
    for (size_t j = 0; at != FOLLOWUP_NO_TIME && j < interview->panel.count; j++) {
      const followup_interviewer *interviewer = interview->panel.items[j];
      struct meeting meeting = {interviewer_mailbox(interviewer), at, i, interviewer};
      if (!people_add(context, people, &meeting)) return false;
    }
  }
  return true;
}
