#define _POSIX_C_SOURCE 200809L

#include "clock.h"

#include <time.h>

int64_t clock_read(char words[CLOCK_WORDS]) {
  struct timespec now;
  struct tm fields;
  words[0] = '\0';
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return 0;
  if (gmtime_r(&now.tv_sec, &fields) != NULL) strftime(words, CLOCK_WORDS, "%Y-%m-%dT%H:%M:%SZ", &fields);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
