#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "time/zone.h"
#include "time/zone_table.h"

/* IANA's longest name has 32 bytes, its greatest file under 4 KiB. */
enum { LONGEST_NAME = 64, GREATEST_FILE = 1 << 16 };

static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

static bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

static bool is_name_byte(char byte) {
  return is_capital(byte) || (byte >= 'a' && byte <= 'z') || is_digit(byte) || byte == '_' || byte == '-' ||
         byte == '+';
}

/*
 * Parts with one slash between them, so that a name never leaves the zone directory. The first letter of a zone is a
 * capital: the folder holds other things too, among them "localtime", which is the machine's own zone.
 */
static bool is_zone_name(const char *name, size_t length) {
  if (length == 0 || length > LONGEST_NAME || !is_capital(name[0]) || name[length - 1] == '/') return false;
  for (size_t i = 1; i < length; i++)
    if (!is_name_byte(name[i]) && (name[i] != '/' || name[i - 1] == '/')) return false;
  return true;
}

/* Two digits below `limit`; -1 for anything else. */
static int read_pair(const char *digits, int limit) {
  if (!is_digit(digits[0]) || !is_digit(digits[1])) return -1;
  int value = (digits[0] - '0') * 10 + (digits[1] - '0');
  return value < limit ? value : -1;
}

/* "Z", "UTC", "+hh", "+hh:mm" and the same with a minus. */
static bool read_fixed_offset(const char *name, size_t length, int32_t *offset) {
  *offset = 0;
  if ((length == 1 && name[0] == 'Z') || (length == 3 && memcmp(name, "UTC", 3) == 0)) return true;
  if ((length != 3 && length != 6) || (name[0] != '+' && name[0] != '-')) return false;
  int hours = read_pair(name + 1, 24), minutes = 0;
  if (length == 6) minutes = name[3] == ':' ? read_pair(name + 4, 60) : -1;
  if (hours < 0 || minutes < 0) return false;
  *offset = (hours * 3600 + minutes * 60) * (name[0] == '-' ? -1 : 1);
  return true;
}

enum outcome { FILE_READ, FILE_MISSING, FILE_BROKEN, FILE_NO_MEMORY };

/* Reads at most `room` bytes. A folder ("America") opens, and then cannot be read. */
static enum outcome read_open_file(FILE *file, unsigned char *bytes, size_t room, size_t *length) {
  errno = 0;
  *length = fread(bytes, 1, room, file);
  if (ferror(file)) return errno == EISDIR ? FILE_MISSING : FILE_BROKEN;
  return *length < room ? FILE_READ : FILE_BROKEN;
}

/*
 * Only where there is no such file another source may be asked: an answer that depends on how many files are open
 * would not be the same each time.
 */
static enum outcome read_path(const char *path, unsigned char *bytes, size_t room, size_t *length) {
  errno = 0;
  FILE *file = fopen(path, "rb");
  if (file == NULL && errno == ENOMEM) return FILE_NO_MEMORY;
  if (file == NULL) return errno == ENOENT || errno == ENOTDIR ? FILE_MISSING : FILE_BROKEN;
  enum outcome outcome = read_open_file(file, bytes, room, length);
  fclose(file);
  return outcome;
}

static char *join_path(const followup_context *context, const char *name) {
  const char *directory = context_zone_directory(context);
  size_t size = strlen(directory) + 1 + strlen(name) + 1;
  char *path = memory_take(context, size);
  if (path != NULL) snprintf(path, size, "%s/%s", directory, name);
  return path;
}

static followup_status fill_from_bytes(const followup_context *context, struct time_zone *zone, unsigned char *bytes,
                                       const char *path) {
  size_t length = 0;
  switch (read_path(path, bytes, GREATEST_FILE, &length)) {
    case FILE_READ: return zone_parse_file(context, bytes, length, zone);
    case FILE_MISSING: return zone_sample_icu(context, zone->name, zone);
    case FILE_NO_MEMORY: return FOLLOWUP_E_MEMORY;
    case FILE_BROKEN: break;
  }
  return FOLLOWUP_E_FILE;
}

static followup_status fill(const followup_context *context, struct time_zone *zone) {
  char *path = join_path(context, zone->name);
  unsigned char *bytes = memory_take(context, GREATEST_FILE);
  followup_status status = FOLLOWUP_E_MEMORY;
  if (path != NULL && bytes != NULL) status = fill_from_bytes(context, zone, bytes, path);
  memory_give(context, bytes);
  memory_give(context, path);
  return status;
}

static followup_status fail(followup_status status, const char *name, const char *member, followup_error *error) {
  if (status == FOLLOWUP_E_MEMORY) return error_memory(error);
  if (status == FOLLOWUP_E_INTERNAL) return error_at(error, status, member, FOLLOWUP_NOWHERE, "ICU refused to work");
  char reason[2 * LONGEST_NAME];
  const char *words = status == FOLLOWUP_E_FILE ? "broken file of time zone" : "unknown time zone";
  snprintf(reason, sizeof reason, "%s \"%s\"", words, name);
  return error_at(error, FOLLOWUP_E_TIME_ZONE, member, FOLLOWUP_NOWHERE, reason);
}

static struct time_zone *make_zone(const followup_context *context, const char *name, size_t length) {
  struct time_zone *zone = memory_take_zeroed(context, sizeof *zone);
  if (zone == NULL) return NULL;
  zone->name = memory_copy_text(context, name, length);
  if (zone->name != NULL) return zone;
  memory_give(context, zone);
  return NULL;
}

followup_status time_zone_read(const followup_context *context, const char *member, const char *name, size_t length,
                               struct time_zone **read, followup_error *error) {
  followup_status status = text_accept(context, member, name, &length, error);
  if (status != FOLLOWUP_OK) return status;
  int32_t offset;
  bool is_fixed = read_fixed_offset(name, length, &offset);
  if (!is_fixed && !is_zone_name(name, length))
    return error_at(error, FOLLOWUP_E_TIME_ZONE, member, FOLLOWUP_NOWHERE, "not the name of a time zone");
  struct time_zone *zone = make_zone(context, name, length);
  if (zone == NULL) return error_memory(error);
  zone->first_offset = offset;
  if (!is_fixed) status = fill(context, zone);
  if (status != FOLLOWUP_OK) {
    fail(status, zone->name, member, error);
    time_zone_free(context, zone);
    return status == FOLLOWUP_E_FILE ? FOLLOWUP_E_TIME_ZONE : status;
  }
  *read = zone;
  return FOLLOWUP_OK;
}
