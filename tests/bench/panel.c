/*
 * How long many notes take to be compared, and how much memory: bench-panel [NOTES [mixed|template|same]]
 *
 * mixed     notes of their own with a formula at both ends, among them one template with slots and one sent as it is
 * template  one template with slots, sent by everybody
 * same      one note, sent by everybody
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <followup.h>

enum { DEFAULT_NOTES = 100000, BODY = 2048, OWN_SENTENCES = 3 };

static uint64_t state = 1;

static unsigned any(unsigned below) {
  state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (unsigned)(state >> 33) % below;
}

/* A made-up word; small numbers come up more often, as words do. */
static const char *word(char into[16]) {
  static const char *const syllables[] = {"ka", "lo",  "mir", "ten", "sa", "ber", "dun", "fel",
                                          "go", "hin", "ju",  "pra", "wo", "zel", "qui", "nar"};
  unsigned number = any(1 + any(1 + any(16 * 16 * 16)));
  snprintf(into, 16, "%s%s%s", syllables[number / 256], syllables[number / 16 % 16], syllables[number % 16]);
  return into;
}

/* Words of its own, with the small words of English among them. */
static void own_sentence(char *into) {
  static const char *const small[] = {"the", "of",  "a",   "to",  "and", "in", "that", "your", "I",  "with",
                                      "for", "was", "you", "how", "it",  "on", "is",   "not",  "my", "so"};
  enum { SMALL = sizeof small / sizeof *small, WORDS = 14 };
  char one[16];
  for (int i = 0; i < WORDS; i++) {
    strcat(into, any(2) == 0 ? small[any(1 + any(SMALL))] : word(one));
    strcat(into, i + 1 < WORDS ? " " : ". ");
  }
}

static void own_note(char *into) {
  strcpy(into, "Dear Priya,\n\nThank you so much for taking the time to meet with me today. ");
  for (int i = 0; i < OWN_SENTENCES; i++) own_sentence(into);
  strcat(into, "I look forward to hearing from you.\n\nKind regards,\nAmara\n");
}

static void template_note(char *into) {
  char slots[3][16];
  sprintf(into,
          "Dear Priya,\n\nIt was a privilege to see the workshop and I am grateful for your openness about the %s. The "
          "detail that will stay with me is the %s, because it shows why this house matters to the whole region. I "
          "would be "
          "proud to look after your %s with people who care so much about their craft.\n\nKind regards,\nAmara\n",
          word(slots[0]), word(slots[1]), word(slots[2]));
}

static void same_note(char *into) {
  strcpy(into,
         "Dear Priya,\n\nThank you for the tour of the bindery, and for letting me cut a page with the guillotine of "
         "1890. I would love to learn the craft from you.\n\nKind regards,\nAmara\n");
}

static void write_note(const char *kind, char *into) {
  unsigned turn = any(10);
  if (strcmp(kind, "same") == 0 || (strcmp(kind, "mixed") == 0 && turn == 0))
    same_note(into);
  else if (strcmp(kind, "template") == 0 || (strcmp(kind, "mixed") == 0 && turn < 3))
    template_note(into);
  else
    own_note(into);
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void must(followup_status status) {
  if (status == FOLLOWUP_OK) return;
  fprintf(stderr, "bench-panel: %s\n", followup_status_text(status));
  exit(2);
}

static void report(const followup_comparison *comparison, const char *kind, double read, double compared) {
  size_t count = followup_comparison_count(comparison), with = 0, same = 0, unsettled = 0, undecided = 0;
  struct rusage usage;
  for (size_t i = 0; i < count; i++) {
    bool is_same = false;
    with += followup_comparison_nearest(comparison, i, NULL, NULL, &is_same);
    same += is_same;
    if (followup_comparison_is_settled(comparison, i)) continue;
    unsettled++;
    undecided += !followup_comparison_nearest(comparison, i, NULL, NULL, NULL);
  }
  getrusage(RUSAGE_SELF, &usage);
  printf(
      "%zu notes, %s: read in %.2f s, compared in %.2f s, peak %ld MB; %zu have a like, %zu the same, "
      "%zu unsettled, %zu of them without a like\n",
      count, kind, read, compared, usage.ru_maxrss / 1024, with, same, unsettled, undecided);
}

int main(int count, char **words) {
  long notes = count > 1 ? strtol(words[1], NULL, 10) : DEFAULT_NOTES;
  const char *kind = count > 2 ? words[2] : "mixed";
  followup_comparison *comparison = NULL;
  must(followup_comparison_new(NULL, &comparison, NULL));
  double start = seconds();
  for (long i = 0; i < notes; i++) {
    char body[BODY];
    write_note(kind, body);
    must(followup_comparison_add(comparison, body, FOLLOWUP_ZERO_TERMINATED, NULL, 0, (uint64_t)i, NULL));
  }
  double read = seconds() - start;
  must(followup_comparison_run(comparison, 0.5, NULL));
  report(comparison, kind, read, seconds() - start - read);
  followup_comparison_free(comparison);
  return 0;
}
