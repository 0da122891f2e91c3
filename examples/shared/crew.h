/* Threads that work on batches at once; the batches come back in the order in which they were given. */
#ifndef FOLLOWUP_SHARED_CREW_H
#define FOLLOWUP_SHARED_CREW_H

#include <stdbool.h>
#include <stddef.h>

struct crew;

/* Works on a batch; `worker` counts the threads from 0. */
typedef void (*crew_work)(void *batch, size_t worker, void *user);

/* Starts up to `threads` threads, for up to `most` batches at a time; NULL where not even one can be started. */
struct crew *crew_start(size_t threads, size_t most, crew_work work, void *user);

/* Gives a batch to whoever is free. At most `most` are given and not yet taken back. */
void crew_give(struct crew *crew, void *batch);
/* Waits until the batch that was given first is done and takes it back; NULL where none is under way. */
void *crew_take_back(struct crew *crew);

/* Ends the threads, and frees; every batch was taken back before. NULL is fine. */
void crew_end(struct crew *crew);

#endif
