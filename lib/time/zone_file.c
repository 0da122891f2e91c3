/* TZif (RFC 9636), versions 1 to 4. The file is not trusted: nothing is read but through a reader that knows its end.
 */
#include <string.h>

#include "time/zone_table.h"

struct reader {
  const unsigned char *at, *end;
  bool failed;
};

/* A stretch of the file, NULL where it ends too early. */
static const unsigned char *take(struct reader *reader, uint64_t size) {
  if (reader->failed || size > (uint64_t)(reader->end - reader->at)) {
    reader->failed = true;
    return NULL;
  }
  const unsigned char *from = reader->at;
  reader->at += size;
  return from;
}

static uint32_t read_32(const unsigned char *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static uint64_t read_64(const unsigned char *bytes) { return (uint64_t)read_32(bytes) << 32 | read_32(bytes + 4); }

/* Two's complement, whatever the machine does. */
static int64_t to_signed(uint64_t value, uint64_t sign) {
  return (value & sign) == 0 ? (int64_t)value : -(int64_t)(sign - 1 - (value & (sign - 1))) - 1;
}

static int64_t read_time(const unsigned char *bytes, size_t size) {
  return size == 8 ? to_signed(read_64(bytes), UINT64_C(1) << 63) : to_signed(read_32(bytes), UINT64_C(1) << 31);
}

struct header {
  unsigned char version;
  uint32_t ut_flags, standard_flags, leap_seconds, times, types, letters;
};

static bool read_header(struct reader *reader, struct header *header) {
  const unsigned char *bytes = take(reader, 44);
  if (bytes == NULL || memcmp(bytes, "TZif", 4) != 0) return false;
  header->version = bytes[4];
  header->ut_flags = read_32(bytes + 20);
  header->standard_flags = read_32(bytes + 24);
  header->leap_seconds = read_32(bytes + 28);
  header->times = read_32(bytes + 32);
  header->types = read_32(bytes + 36);
  header->letters = read_32(bytes + 40);
  return true;
}

/* The parts of a data block that matter here; `size` is that of one time. */
struct block {
  size_t size, times, types;
  const unsigned char *time, *time_type, *type;
};

enum { TYPE_SIZE = 6 };

static bool read_block(struct reader *reader, const struct header *header, size_t size, struct block *block) {
  *block = (struct block){.size = size, .times = header->times, .types = header->types};
  block->time = take(reader, (uint64_t)header->times * size);
  block->time_type = take(reader, header->times);
  block->type = take(reader, (uint64_t)header->types * TYPE_SIZE);
  take(reader, header->letters);
  take(reader, (uint64_t)header->leap_seconds * (size + 4));
  take(reader, header->standard_flags);
  take(reader, header->ut_flags);
  return !reader->failed;
}

static bool read_offset(const struct block *block, size_t type, int32_t *offset) {
  if (type >= block->types) return false;
  int64_t read = read_time(block->type + type * TYPE_SIZE, 4);
  if (read < -GREATEST_OFFSET || read > GREATEST_OFFSET) return false;
  *offset = (int32_t)read;
  return true;
}

static bool read_change(const struct block *block, size_t index, struct zone_change *change) {
  change->at = read_time(block->time + index * block->size, block->size);
  return read_offset(block, block->time_type[index], &change->offset);
}

/* Room for all of them has been made. */
static bool read_changes(const struct block *block, struct time_zone *zone) {
  if (!read_offset(block, 0, &zone->first_offset)) return false;
  for (size_t i = 0; i < block->times; i++) {
    struct zone_change *change = &zone->changes.items[i];
    if (!read_change(block, i, change)) return false;
    if (i > 0 && change->at <= change[-1].at) return false;
    zone->changes.count++;
  }
  return true;
}

/* The yearly rule stands between two line feeds; there may be none between them. */
static bool read_footer(struct reader *reader, struct time_zone *zone) {
  const unsigned char *open = take(reader, 1);
  if (open == NULL || *open != '\n') return false;
  const unsigned char *close = memchr(reader->at, '\n', (size_t)(reader->end - reader->at));
  if (close == NULL) return false;
  size_t length = (size_t)(close - reader->at);
  if (length == 0) return true;
  zone->has_rule = zone_rule_parse((const char *)reader->at, length, &zone->rule);
  return zone->has_rule;
}

/* From version 2 on the data stands there twice; the second time is the one with 64 bits. */
static bool find_block(struct reader *reader, struct header *header, struct block *block) {
  if (!read_header(reader, header) || !read_block(reader, header, 4, block)) return false;
  if (header->version == '\0') return true;
  return read_header(reader, header) && read_block(reader, header, 8, block);
}

followup_status zone_parse_file(const followup_context *context, const unsigned char *bytes, size_t length,
                                struct time_zone *zone) {
  struct reader reader = {bytes, bytes + length, false};
  struct header header;
  struct block block;
  if (!find_block(&reader, &header, &block) || header.leap_seconds > 0) return FOLLOWUP_E_FILE;
  if (block.times > 0 && !array_reserve(context, &zone->changes, block.times)) return FOLLOWUP_E_MEMORY;
  if (!read_changes(&block, zone)) return FOLLOWUP_E_FILE;
  if (header.version == '\0') return FOLLOWUP_OK;
  return read_footer(&reader, zone) ? FOLLOWUP_OK : FOLLOWUP_E_FILE;
}
