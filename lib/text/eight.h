/* Eight bytes of a text at once, for the loops that see every byte: the first byte is the lowest of a number. */
#ifndef FOLLOWUP_TEXT_EIGHT_H
#define FOLLOWUP_TEXT_EIGHT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A number whose eight bytes are all the same. */
#define EIGHT_OF(byte) (UINT64_C(0x0101010101010101) * (byte))

static inline uint64_t eight_at(const char *bytes) {
  uint64_t eight;
  memcpy(&eight, bytes, sizeof eight);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  eight = __builtin_bswap64(eight);
#endif
  return eight;
}

static inline void eight_put(char *bytes, uint64_t eight) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  eight = __builtin_bswap64(eight);
#endif
  memcpy(bytes, &eight, sizeof eight);
}

/* The first `count` of eight bytes, the others 0. */
static inline uint64_t eight_first(uint64_t eight, size_t count) {
  return count < 8 ? eight & ((UINT64_C(1) << (8 * count)) - 1) : eight;
}

/* The same for fewer bytes than eight that can be read. */
static inline uint64_t eight_of(const char *bytes, size_t count) {
  uint64_t eight = 0;
  for (size_t i = 0; i < count && i < 8; i++) eight |= (uint64_t)(unsigned char)bytes[i] << (8 * i);
  return eight;
}

/* How many bytes from the first on have their highest bit set in `marks`. */
static inline size_t eight_run(uint64_t marks) {
  uint64_t others = ~marks & EIGHT_OF(0x80);
  return others == 0 ? 8 : (size_t)__builtin_ctzll(others) / 8;
}

/* The highest bit of every byte that is an ASCII letter. */
static inline uint64_t eight_letters(uint64_t eight) {
  uint64_t small = (eight | EIGHT_OF(0x20)) & EIGHT_OF(0x7F);
  return (small + EIGHT_OF(0x80 - 'a')) & ~(small + EIGHT_OF(0x80 - 'z' - 1)) & ~eight & EIGHT_OF(0x80);
}

/* Not 0 where one of them is that byte. */
static inline uint64_t eight_has(uint64_t eight, unsigned char byte) {
  uint64_t others = eight ^ EIGHT_OF(byte);
  return (others - EIGHT_OF(0x01)) & ~others & EIGHT_OF(0x80);
}

/* Whether all are printing ASCII (or DEL). */
static inline int eight_print(uint64_t eight) { return (((eight - EIGHT_OF(0x20)) | eight) & EIGHT_OF(0x80)) == 0; }

#endif
