/* Holds the zones against what oracle.py wrote: test_zone_oracle FILE [FOLDER]. Prints what differs; 0 where nothing
 * does. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "time/zone.h"

struct tally {
  const followup_context *context;
  struct time_zone *zone; /* the last one read: lines of one zone stand together */
  long zones, offsets, locals, wrong;
};

static bool choose_zone(struct tally *tally, const char *name) {
  if (tally->zone != NULL && strcmp(time_zone_name(tally->zone), name) == 0) return true;
  time_zone_free(tally->context, tally->zone);
  tally->zone = NULL;
  tally->zones++;
  if (time_zone_read(tally->context, "zone", name, strlen(name), &tally->zone, NULL) == FOLLOWUP_OK) return true;
  printf("%s: cannot be read\n", name);
  tally->wrong++;
  return false;
}

static void check_at(struct tally *tally, int64_t seconds, int expected) {
  int32_t first = time_zone_offset_at(tally->zone, seconds * 1000);
  int32_t last = time_zone_offset_at(tally->zone, seconds * 1000 + 999);
  tally->offsets++;
  if (first == expected && last == expected) return;
  tally->wrong++;
  printf("%s at %" PRId64 ": %d and %d, not %d\n", time_zone_name(tally->zone), seconds, (int)first, (int)last,
         expected);
}

static void check_local(struct tally *tally, struct civil_time local, int64_t expected) {
  int64_t instant = time_zone_instant(tally->zone, local);
  tally->locals++;
  if (instant == expected * 1000) return;
  tally->wrong++;
  printf("%s %d-%d-%d %d:%d:%d: %" PRId64 ", not %" PRId64 "\n", time_zone_name(tally->zone), (int)local.year,
         local.month, local.day, local.hour, local.minute, local.second, instant / 1000, expected);
}

static bool check_line(struct tally *tally, const char *line) {
  char name[80];
  int64_t seconds;
  int offset;
  struct civil_time local = {0};
  if (sscanf(line, "at %79s %" SCNd64 " %d", name, &seconds, &offset) == 3) {
    if (choose_zone(tally, name)) check_at(tally, seconds, offset);
    return true;
  }
  if (sscanf(line, "local %79s %" SCNd32 " %d %d %d %d %d %" SCNd64, name, &local.year, &local.month, &local.day,
             &local.hour, &local.minute, &local.second, &seconds) != 8)
    return false;
  if (choose_zone(tally, name)) check_local(tally, local, seconds);
  return true;
}

int main(int count, char **arguments) {
  FILE *file = count > 1 ? fopen(arguments[1], "r") : NULL;
  followup_context *context;
  if (file == NULL || followup_context_new(NULL, NULL, NULL, &context) != FOLLOWUP_OK) return EXIT_FAILURE;
  if (count > 2) followup_context_set_zone_directory(context, arguments[2], FOLLOWUP_ZERO_TERMINATED, NULL);
  struct tally tally = {.context = context};
  char line[256];
  while (fgets(line, sizeof line, file) != NULL)
    if (!check_line(&tally, line)) tally.wrong++;
  printf("%ld zones, %ld offsets, %ld local times: %ld wrong\n", tally.zones, tally.offsets, tally.locals, tally.wrong);
  time_zone_free(context, tally.zone);
  followup_context_free(context);
  fclose(file);
  return tally.wrong == 0 && tally.offsets > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
