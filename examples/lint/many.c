#include "many.h"

#include <stdlib.h>
#include <string.h>

#include "crew.h"
#include "task.h"

/* A batch is full with so many cases or bytes; a longer text is not copied, but judged by itself. */
enum { BATCH_TASKS = 32, BATCH_BYTES = 256 << 10, LONGEST_COPIED = 1 << 20 };

struct batch {
  struct task tasks[BATCH_TASKS];
  size_t count, used, room;
  char *bytes; /* place and text of each task, one behind the other */
};

struct many {
  const struct session *session;
  struct crew *crew; /* NULL: not started, or no thread could be */
  bool was_started;
  followup_scratch **scratches; /* one a thread */
  size_t jobs, batch_count;
  size_t begun, under_way; /* batches that were begun, and those that the crew has */
  struct batch batches[];  /* used in turns */
};

/* Opening and freeing. */

static void free_batch(struct batch *batch) {
  for (size_t i = 0; i < BATCH_TASKS; i++) {
    followup_case_free(batch->tasks[i].of);
    followup_report_free(batch->tasks[i].report);
    followup_error_free(batch->tasks[i].error);
  }
  free(batch->bytes);
}

void many_free(struct many *many) {
  if (many == NULL) return;
  crew_end(many->crew);
  for (size_t i = 0; i < many->batch_count; i++) free_batch(&many->batches[i]);
  for (size_t i = 0; many->scratches != NULL && i < many->jobs; i++) followup_scratch_free(many->scratches[i]);
  free(many->scratches);
  free(many);
}

/* More batches than threads, so that nobody waits while one is delivered. */
static struct many *open_many(struct session *session) {
  size_t jobs = session->options->jobs, batches = 2 * jobs + 1;
  struct many *many = calloc(1, sizeof *many + batches * sizeof many->batches[0]);
  if (many == NULL) return NULL;
  many->session = session;
  many->jobs = jobs;
  many->batch_count = batches;
  many->scratches = calloc(jobs, sizeof(followup_scratch *));
  if (many->scratches != NULL) return many;
  many_free(many);
  return NULL;
}

/* Filling a batch. */

static struct batch *filling(struct many *many) { return &many->batches[many->begun % many->batch_count]; }

static bool make_room(struct batch *batch, size_t wanted) {
  if (wanted <= batch->room) return true;
  size_t room = wanted > BATCH_BYTES ? wanted : BATCH_BYTES;
  char *bytes = realloc(batch->bytes, room);
  if (bytes == NULL) return false;
  batch->bytes = bytes;
  batch->room = room;
  return true;
}

static bool add_task(struct batch *batch, const followup_context *context, const char *place, bool is_line,
                     const char *json, size_t length) {
  struct task *task = &batch->tasks[batch->count];
  size_t place_size = strlen(place) + 1;
  if (!make_room(batch, batch->used + place_size + length)) return false;
  if (task->error == NULL && followup_error_new(context, &task->error) != FOLLOWUP_OK) return false;
  memcpy(batch->bytes + batch->used, place, place_size);
  memcpy(batch->bytes + batch->used + place_size, json, length);
  batch->used += place_size + length;
  task->is_line = is_line;
  task->length = length;
  batch->count++;
  return true;
}

/* Only a batch that grows no more stays where it is. */
static void point_into_bytes(struct batch *batch) {
  const char *at = batch->bytes;
  for (size_t i = 0; i < batch->count; i++) {
    struct task *task = &batch->tasks[i];
    task->place = at;
    task->json = at + strlen(at) + 1;
    at = task->json + task->length;
  }
}

/* Judging and delivering. */

static void work_on_batch(void *given, size_t worker, void *user) {
  struct batch *batch = given;
  const struct many *many = user;
  for (size_t i = 0; i < batch->count; i++) task_work(&batch->tasks[i], many->session, many->scratches[worker]);
}

static void deliver(struct batch *batch, struct session *session) {
  for (size_t i = 0; i < batch->count && !session->run.output_failed; i++) task_deliver(&batch->tasks[i], session);
  batch->count = batch->used = 0;
}

static void deliver_oldest(struct many *many, struct session *session) {
  deliver(crew_take_back(many->crew), session);
  many->under_way--;
}

/* As many threads as there are scratches for. */
static void start_crew(struct many *many) {
  size_t threads = 0;
  many->was_started = true;
  while (threads < many->jobs &&
         followup_scratch_new(many->session->linter, &many->scratches[threads], NULL) == FOLLOWUP_OK)
    threads++;
  if (threads > 0) many->crew = crew_start(threads, many->batch_count, work_on_batch, many);
}

static void work_here(struct batch *batch, struct session *session) {
  for (size_t i = 0; i < batch->count; i++) task_work(&batch->tasks[i], session, session->scratch);
  deliver(batch, session);
}

/* Hands the batch that is being filled to the crew, or judges it here where there is none. */
static void hand_on(struct many *many, struct session *session) {
  struct batch *batch = filling(many);
  point_into_bytes(batch);
  if (many->crew == NULL) {
    work_here(batch, session);
    return;
  }
  crew_give(many->crew, batch);
  many->begun++;
  if (++many->under_way == many->batch_count) deliver_oldest(many, session);
}

static bool is_full(const struct batch *batch) { return batch->count == BATCH_TASKS || batch->used >= BATCH_BYTES; }

void many_finish(struct session *session) {
  struct many *many = session->many;
  if (many == NULL) return;
  if (filling(many)->count > 0) hand_on(many, session);
  while (many->under_way > 0) deliver_oldest(many, session);
}

/* Taking. */

static bool judge_now(const char *place, bool is_line, const char *json, size_t length, struct session *session) {
  struct task task = {.place = place, .is_line = is_line, .json = json, .length = length};
  many_finish(session);
  task.report = session->report;
  task.error = session->run.error;
  task_work(&task, session, session->scratch);
  task_deliver(&task, session);
  session->report = task.report;
  followup_case_free(task.of);
  return !session->run.output_failed;
}

bool many_take(const char *place, bool is_line, const char *json, size_t length, void *user) {
  struct session *session = user;
  if (session->options->jobs == 1 || length > LONGEST_COPIED) return judge_now(place, is_line, json, length, session);
  if (session->many == NULL) session->many = open_many(session);
  struct many *many = session->many;
  if (many == NULL) return run_out_of_memory(&session->run);
  if (is_full(filling(many))) {
    if (!many->was_started) start_crew(many);
    hand_on(many, session);
  }
  if (!add_task(filling(many), session->run.context, place, is_line, json, length))
    return run_out_of_memory(&session->run);
  return !session->run.output_failed;
}
