/* A yearly rule as POSIX writes it in TZ: "CET-1CEST,M3.5.0,M10.5.0/3". Times are Unix seconds. */
#ifndef FOLLOWUP_TIME_ZONE_RULE_H
#define FOLLOWUP_TIME_ZONE_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum rule_date_kind {
  RULE_JULIAN_DAY, /* Jn: 1 to 365, February 29 not counted */
  RULE_YEAR_DAY,   /* n: 0 to 365 */
  RULE_WEEKDAY     /* Mm.w.d: the w-th (5: last) weekday d of month m */
};

struct rule_date {
  enum rule_date_kind kind;
  int day, week, month;
  int32_t seconds; /* by the clock of before the change; may lie outside the day */
};

struct zone_rule {
  int32_t standard, summer; /* offsets, seconds east of UTC */
  bool has_summer;
  struct rule_date start, end; /* of summer time */
};

/* False for anything that is not such a rule, `rule` untouched. */
bool zone_rule_parse(const char *text, size_t length, struct zone_rule *rule);

int32_t zone_rule_offset(const struct zone_rule *rule, int64_t at);
/* The first change after `after`; false where the rule has none. */
bool zone_rule_next(const struct zone_rule *rule, int64_t after, int64_t *at);

#endif
