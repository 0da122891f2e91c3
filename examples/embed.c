/*
 * Embeds the library in a server: a pool of threads judges the messages of two tenants. Each tenant has a policy of its
 * own, one linter that all threads share, and memory that is counted and has a limit.
 */
#include <followup.h>
#include <pthread.h>
#include <stdalign.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

enum { THREADS = 4, TENANTS = 2, JOBS = 400, LIMIT = 8 << 20 };

struct tenant {
  const char *name;
  atomic_size_t held; /* bytes */
  followup_context *context;
  followup_linter *linter;
};

static const char *const notes[] = {
    "Dear Priya,\n\nThank you for the tour of the port. I would love to join. When will I hear back?\n\nAmara\n",
    "Hey!!\n\nThanks. What does it pay?\n\nKim\n",
};

struct server {
  struct tenant tenants[TENANTS];
  atomic_int next_job;
  atomic_size_t findings[TENANTS];
};

/* The size stands in front of every block, so that giving it back can be counted too. */
struct block {
  alignas(max_align_t) size_t size;
};

static void *count_and_allocate(size_t size, void *user) {
  struct tenant *tenant = user;
  if (atomic_fetch_add(&tenant->held, size) + size <= LIMIT) {
    struct block *block = malloc(sizeof *block + size);
    if (block != NULL) {
      block->size = size;
      return block + 1;
    }
  }
  atomic_fetch_sub(&tenant->held, size);
  return NULL; /* the call that wanted it returns FOLLOWUP_E_MEMORY, and the other tenants notice nothing */
}

static void count_and_release(void *memory, void *user) {
  struct block *block = (struct block *)memory - 1;
  atomic_fetch_sub(&((struct tenant *)user)->held, block->size);
  free(block);
}

static followup_status open_tenant(struct tenant *tenant, const char *name, followup_level level_of_pay_talk) {
  followup_policy *policy = NULL;
  tenant->name = name;
  followup_status status = followup_context_new(count_and_allocate, count_and_release, tenant, &tenant->context);
  if (status == FOLLOWUP_OK) status = followup_policy_new(tenant->context, &policy, NULL);
  if (status == FOLLOWUP_OK)
    status = followup_policy_set_level(policy, FOLLOWUP_RULE_PAY_TALK, level_of_pay_talk, NULL);
  if (status == FOLLOWUP_OK) status = followup_linter_new(tenant->context, policy, &tenant->linter, NULL);
  followup_policy_free(policy);
  return status;
}

/* A thread keeps a scratch and a report for each linter: after the first calls, judging allocates nothing. */
static void *work(void *user) {
  struct server *server = user;
  followup_scratch *scratch[TENANTS] = {NULL};
  followup_report *report[TENANTS] = {NULL};
  followup_status status = FOLLOWUP_OK;
  for (int i = 0; i < TENANTS && status == FOLLOWUP_OK; i++)
    status = followup_scratch_new(server->tenants[i].linter, &scratch[i], NULL);
  for (int job; status == FOLLOWUP_OK && (job = atomic_fetch_add(&server->next_job, 1)) < JOBS;) {
    int of = job % TENANTS;
    status = followup_lint_text(server->tenants[of].linter, scratch[of], FOLLOWUP_KIND_THANK_YOU,
                                notes[job / TENANTS % 2], FOLLOWUP_ZERO_TERMINATED, &report[of], NULL);
    if (status == FOLLOWUP_OK) atomic_fetch_add(&server->findings[of], followup_report_count(report[of]));
  }
  for (int i = 0; i < TENANTS; i++) {
    followup_report_free(report[i]);
    followup_scratch_free(scratch[i]);
  }
  return status == FOLLOWUP_OK ? NULL : user;
}

int main(void) {
  struct server server = {0};
  pthread_t pool[THREADS];
  int started = 0, failed = 0;
  if (open_tenant(&server.tenants[0], "Strict Staffing", FOLLOWUP_LEVEL_ERROR) != FOLLOWUP_OK) failed = 1;
  if (open_tenant(&server.tenants[1], "Easy Agency", FOLLOWUP_LEVEL_OFF) != FOLLOWUP_OK) failed = 1;
  while (!failed && started < THREADS && pthread_create(&pool[started], NULL, work, &server) == 0) started++;
  for (int i = 0; i < started; i++) {
    void *result = NULL;
    pthread_join(pool[i], &result);
    if (result != NULL) failed = 1;
  }
  for (int i = 0; i < TENANTS; i++) {
    struct tenant *tenant = &server.tenants[i];
    followup_linter_free(tenant->linter);
    followup_context_free(tenant->context);
    printf("%s: %zu findings, %zu bytes held\n", tenant->name, atomic_load(&server.findings[i]),
           atomic_load(&tenant->held));
  }
  return failed || started == 0;
}
