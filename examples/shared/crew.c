#define _POSIX_C_SOURCE 200809L

#include "crew.h"

#include <pthread.h>
#include <stdlib.h>

/* Batches are counted from the first one on; number n stands at n % most. */
struct place {
  void *batch;
  bool done;
};

struct crew;

struct worker {
  struct crew *crew;
  size_t number;
  pthread_t thread;
};

struct crew {
  crew_work work;
  void *user;
  pthread_mutex_t lock;
  pthread_cond_t given_one, done_one;
  size_t returned, begun, given; /* how many were taken back, are or were worked on, came in */
  bool ending;
  struct place *places;
  size_t most, count;
  struct worker workers[];
};

static struct place *place_of(struct crew *crew, size_t number) { return &crew->places[number % crew->most]; }

/* The next batch to work on, or NULL at the end. The lock is held. */
static struct place *next_place(struct crew *crew) {
  while (crew->begun == crew->given && !crew->ending) pthread_cond_wait(&crew->given_one, &crew->lock);
  return crew->begun < crew->given ? place_of(crew, crew->begun++) : NULL;
}

static void *work(void *user) {
  const struct worker *worker = user;
  struct crew *crew = worker->crew;
  struct place *place;
  pthread_mutex_lock(&crew->lock);
  while ((place = next_place(crew)) != NULL) {
    pthread_mutex_unlock(&crew->lock);
    crew->work(place->batch, worker->number, crew->user);
    pthread_mutex_lock(&crew->lock);
    place->done = true;
    pthread_cond_signal(&crew->done_one);
  }
  pthread_mutex_unlock(&crew->lock);
  return NULL;
}

static void start_workers(struct crew *crew, size_t threads) {
  for (; crew->count < threads; crew->count++) {
    struct worker *worker = &crew->workers[crew->count];
    *worker = (struct worker){.crew = crew, .number = crew->count};
    if (pthread_create(&worker->thread, NULL, work, worker) != 0) return;
  }
}

struct crew *crew_start(size_t threads, size_t most, crew_work work_on, void *user) {
  struct crew *crew = calloc(1, sizeof *crew + threads * sizeof crew->workers[0]);
  if (crew == NULL) return NULL;
  crew->places = calloc(most, sizeof *crew->places);
  crew->work = work_on;
  crew->user = user;
  crew->most = most;
  pthread_mutex_init(&crew->lock, NULL);
  pthread_cond_init(&crew->given_one, NULL);
  pthread_cond_init(&crew->done_one, NULL);
  if (crew->places != NULL) start_workers(crew, threads);
  if (crew->count > 0) return crew;
  crew_end(crew);
  return NULL;
}

void crew_give(struct crew *crew, void *batch) {
  pthread_mutex_lock(&crew->lock);
  *place_of(crew, crew->given++) = (struct place){batch, false};
  pthread_cond_signal(&crew->given_one);
  pthread_mutex_unlock(&crew->lock);
}

void *crew_take_back(struct crew *crew) {
  void *batch = NULL;
  pthread_mutex_lock(&crew->lock);
  if (crew->returned < crew->given) {
    struct place *oldest = place_of(crew, crew->returned);
    while (!oldest->done) pthread_cond_wait(&crew->done_one, &crew->lock);
    batch = oldest->batch;
    crew->returned++;
  }
  pthread_mutex_unlock(&crew->lock);
  return batch;
}

void crew_end(struct crew *crew) {
  if (crew == NULL) return;
  pthread_mutex_lock(&crew->lock);
  crew->ending = true;
  pthread_cond_broadcast(&crew->given_one);
  pthread_mutex_unlock(&crew->lock);
  for (size_t i = 0; i < crew->count; i++) pthread_join(crew->workers[i].thread, NULL);
  pthread_cond_destroy(&crew->done_one);
  pthread_cond_destroy(&crew->given_one);
  pthread_mutex_destroy(&crew->lock);
  free(crew->places);
  free(crew);
}
