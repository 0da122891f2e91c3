/* Texts compared without a case: two of them, or very many. */
#include <followup/similarity.h>

#include "base/error.h"
#include "base/utf8.h"
#include "lint.h"
#include "rules/compared.h"
#include "text/passages.h"

/* Two texts */

struct followup_similarity {
  const followup_context *context;
  struct substance one, other;
  struct passages passages;
};

static followup_status accept_names(const followup_context *context, const char **names, size_t *length,
                                    followup_error *error) {
  if (*names != NULL) return text_accept(context, "names", *names, length, error);
  *names = "";
  *length = 0;
  return FOLLOWUP_OK;
}

static void share_nothing(followup_similarity *similarity) {
  similarity->one.words.count = similarity->other.words.count = 0;
  similarity->one.weight = similarity->other.weight = 0;
  similarity->passages.found.count = 0;
  similarity->passages.shared = 0;
  similarity->passages.same = false;
}

static followup_status compare_bodies(followup_scratch *scratch, const struct compared_body *one,
                                      const struct compared_body *other, followup_similarity *similarity) {
  followup_status status = compared_read(scratch, one, &similarity->one);
  if (status == FOLLOWUP_OK) status = compared_read(scratch, other, &similarity->other);
  if (status != FOLLOWUP_OK) return status;
  bool good = passages_find(similarity->context, &similarity->one, &similarity->other, &similarity->passages);
  return good ? FOLLOWUP_OK : FOLLOWUP_E_MEMORY;
}

static followup_status compare_with(const struct lint_tools *tools, const struct compared_body *one,
                                    const struct compared_body *other, followup_similarity **similarity) {
  followup_similarity *used = *similarity;
  if (used == NULL) used = memory_take_zeroed(tools->scratch->context, sizeof *used);
  if (used == NULL) return FOLLOWUP_E_MEMORY;
  used->context = tools->scratch->context;
  compared_forget_names(tools->scratch);
  followup_status status = compare_bodies(tools->scratch, one, other, used);
  if (status == FOLLOWUP_OK)
    *similarity = used;
  else if (*similarity == NULL)
    followup_similarity_free(used);
  else
    share_nothing(used);
  return status;
}

followup_status followup_similarity_read(const followup_linter *linter, followup_scratch *scratch, const char *one,
                                         size_t one_length, const char *other, size_t other_length, const char *names,
                                         size_t names_length, followup_similarity **similarity, followup_error *error) {
  struct lint_tools tools;
  if (similarity == NULL) return error_argument(error, "similarity", "is NULL");
  followup_status status = lint_take_tools(linter, scratch, &tools, error);
  if (status != FOLLOWUP_OK) return status;
  const followup_context *context = tools.scratch->context;
  if (*similarity != NULL && (*similarity)->context != context)
    status = error_argument(error, "similarity", "was made in another context");
  if (status == FOLLOWUP_OK) status = text_accept(context, "one", one, &one_length, error);
  if (status == FOLLOWUP_OK) status = text_accept(context, "other", other, &other_length, error);
  if (status == FOLLOWUP_OK) status = accept_names(context, &names, &names_length, error);
  if (status == FOLLOWUP_OK) {
    const struct compared_body first = {one, one_length, names, names_length};
    const struct compared_body second = {other, other_length, names, names_length};
    status = compare_with(&tools, &first, &second, similarity);
    if (status != FOLLOWUP_OK) error_at(error, status, NULL, FOLLOWUP_NOWHERE, NULL);
  }
  lint_give_back(&tools);
  return status;
}

void followup_similarity_free(followup_similarity *similarity) {
  if (similarity == NULL) return;
  substance_free(similarity->context, &similarity->one);
  substance_free(similarity->context, &similarity->other);
  passages_free(similarity->context, &similarity->passages);
  memory_give(similarity->context, similarity);
}

/* The weight that two texts share by the weight of both. */
static double share_of(uint32_t shared, uint32_t one, uint32_t other, bool same) {
  if (same) return 1.0;
  double sum = (double)one + other;
  return sum > 0 ? 2.0 * shared / sum : 0.0;
}

double followup_similarity_share(const followup_similarity *similarity) {
  if (similarity == NULL) return 0.0;
  return share_of(similarity->passages.shared, similarity->one.weight, similarity->other.weight,
                  similarity->passages.same);
}

bool followup_similarity_same(const followup_similarity *similarity) {
  return similarity != NULL && similarity->passages.same;
}

size_t followup_similarity_passage_count(const followup_similarity *similarity) {
  return similarity != NULL ? similarity->passages.found.count : 0;
}

static void tell(size_t *into, size_t value) {
  if (into != NULL) *into = value;
}

bool followup_similarity_passage(const followup_similarity *similarity, size_t index, size_t *one_start,
                                 size_t *one_end, size_t *other_start, size_t *other_end) {
  if (index >= followup_similarity_passage_count(similarity)) return false;
  const struct passage *passage = &similarity->passages.found.items[index];
  tell(one_start, passage->one_start);
  tell(one_end, passage->one_end);
  tell(other_start, passage->other_start);
  tell(other_end, passage->other_end);
  return true;
}

/* Many texts */

struct followup_comparison {
  const followup_context *context;
  followup_linter *own_linter;
  followup_scratch *scratch;
  struct substance substance;
  struct nearest texts;
  bool is_run;
};

followup_status followup_comparison_new(const followup_linter *linter, followup_comparison **made,
                                        followup_error *error) {
  if (made == NULL) return error_argument(error, "made", "is NULL");
  const followup_context *context = linter != NULL ? linter->context : context_or_default(NULL);
  followup_comparison *comparison = memory_take_zeroed(context, sizeof *comparison);
  if (comparison == NULL) return error_memory(error);
  comparison->context = context;
  followup_status status = FOLLOWUP_OK;
  if (linter == NULL) status = followup_linter_new(NULL, NULL, &comparison->own_linter, error);
  if (status == FOLLOWUP_OK)
    status = followup_scratch_new(linter != NULL ? linter : comparison->own_linter, &comparison->scratch, error);
  if (status == FOLLOWUP_OK)
    *made = comparison;
  else
    followup_comparison_free(comparison);
  return status;
}

void followup_comparison_free(followup_comparison *comparison) {
  if (comparison == NULL) return;
  substance_free(comparison->context, &comparison->substance);
  nearest_free(comparison->context, &comparison->texts);
  followup_scratch_free(comparison->scratch);
  followup_linter_free(comparison->own_linter);
  memory_give(comparison->context, comparison);
}

void followup_comparison_clear(followup_comparison *comparison) {
  if (comparison == NULL) return;
  nearest_clear(&comparison->texts);
  comparison->is_run = false;
}

followup_status followup_comparison_add(followup_comparison *comparison, const char *body, size_t length,
                                        const char *names, size_t names_length, uint64_t owner, followup_error *error) {
  if (comparison == NULL) return error_argument(error, "comparison", "is NULL");
  followup_status status = text_accept(comparison->context, "body", body, &length, error);
  if (status == FOLLOWUP_OK) status = accept_names(comparison->context, &names, &names_length, error);
  if (status != FOLLOWUP_OK) return status;
  const struct compared_body compared = {body, length, names, names_length};
  status = compared_read(comparison->scratch, &compared, &comparison->substance);
  if (status == FOLLOWUP_OK)
    status = nearest_add(comparison->context, &comparison->texts, &comparison->substance, 0, owner);
  if (status != FOLLOWUP_OK) return error_at(error, status, "body", FOLLOWUP_NOWHERE, NULL);
  comparison->is_run = false;
  return FOLLOWUP_OK;
}

size_t followup_comparison_count(const followup_comparison *comparison) {
  return comparison != NULL ? comparison->texts.texts.count : 0;
}

followup_status followup_comparison_run(followup_comparison *comparison, double least, followup_error *error) {
  if (comparison == NULL) return error_argument(error, "comparison", "is NULL");
  if (!(least > 0 && least <= 1)) return error_argument(error, "least", "must be above 0 and at most 1");
  uint32_t share = (uint32_t)(least * WHOLE_SHARE + 0.5);
  comparison->is_run = nearest_find(comparison->context, &comparison->texts, share > 0 ? share : 1);
  return comparison->is_run ? FOLLOWUP_OK : error_memory(error);
}

static const struct nearest_text *answer_at(const followup_comparison *comparison, size_t index) {
  bool there = comparison != NULL && comparison->is_run && index < comparison->texts.texts.count;
  return there ? &comparison->texts.texts.items[index] : NULL;
}

bool followup_comparison_nearest(const followup_comparison *comparison, size_t index, size_t *other, double *share,
                                 bool *same) {
  const struct nearest_text *text = answer_at(comparison, index);
  if (text == NULL || text->nearest == NO_TEXT) return false;
  tell(other, text->nearest);
  if (share != NULL)
    *share = share_of(text->shared, text->weight, comparison->texts.texts.items[text->nearest].weight, text->same);
  if (same != NULL) *same = text->same;
  return true;
}

bool followup_comparison_is_settled(const followup_comparison *comparison, size_t index) {
  const struct nearest_text *text = answer_at(comparison, index);
  return text != NULL && text->settled;
}
